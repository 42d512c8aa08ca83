/* linimasa-halaman.c - see linimasa-halaman.h. */
#include "linimasa-halaman.h"

elem *halaman_peristiwa(struct req *r, elem *linimasa,
			const struct peristiwa *p)
{
	elem *e = el_add_text(linimasa, "peristiwa", p->catatan);

	el_time(r->a, e, "waktu", p->waktu);
	el_attr(e, "oleh", p->oleh);
	el_attr(e, "lembaga", p->lembaga);
	el_attr(e, "kode", p->kode);
	el_attr(e, "dari", p->dari);
	el_attr(e, "ke", p->ke);
	return e;
}

void halaman_linimasa(struct req *r, const struct peristiwa *p, size_t n)
{
	elem *e = el_add(r->page, "linimasa");

	for (size_t i = 0; i < n; i++)
		halaman_peristiwa(r, e, &p[i]);
}
