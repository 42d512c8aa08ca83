/* lembaga-halaman.c - see lembaga-halaman.h. */
#include "lembaga-halaman.h"

elem *halaman_pilihan_produsen(struct req *r, const struct lembaga_pilihan *p,
			       size_t n)
{
	elem *x = form_choices(r, "produsen");

	for (size_t i = 0; i < n; i++)
		form_option_id(x, p[i].id, p[i].nama);
	return x;
}

enum err halaman_produsen(struct req *r, int64_t juga, const char *nama)
{
	struct lembaga_pilihan *p;
	size_t n;
	enum err e = lembaga_produsen(r->db, &p, &n);
	elem *x;

	if (e != OK)
		return e;
	x = halaman_pilihan_produsen(r, p, n);
	for (size_t i = 0; i < n; i++)
		if (p[i].id == juga)
			juga = 0;
	if (juga != 0)
		form_option_id(x, juga, nama);
	return OK;
}
