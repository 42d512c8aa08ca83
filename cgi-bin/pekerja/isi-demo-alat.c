/*
 * isi-demo-alat.c - what every part of the demo's history uses: the clock of
 * a day, letters, files, protocols of destruction.
 */
#include "isi-demo.h"
#include "../dokumen/tata-letak.h"
#include "../dokumen/terbit.h"
#include "../lib/clock.h"
#include "../lib/store.h"
#include "../lib/view.h"
#include "../model/dokumen.h"

#include <sys/mman.h>
#include <unistd.h>

#define MUSNAH_MAKS 20

SQL(Q_MUSNAH, "SELECT kartu_id FROM pemusnahan_kartu"
	      " WHERE dokumen_id IS NULL AND (alasan = 'kembali') = ?"
	      " ORDER BY kartu_id LIMIT ?");

void demo_jam(hari_t hari, int menit)
{
	int64_t pukul_nol =
	    (int64_t)hari * CLOCK_DAY_MS - 3600000LL * clock_zone_hours();

	clock_shift(0);
	clock_shift(pukul_nol + 9 * 3600000LL + menit * 60000LL -
		    clock_now_ms());
}

enum err demo_surat(struct demo *d, const char *judul, const char *isi,
		    struct upload **out)
{
	struct arena *a = db_arena(d->db);
	struct view *v = view_new(a, "tata-letak");
	struct upload *u = arena_alloc(a, sizeof(*u));
	struct blob pdf;
	enum err e;

	el_attr(view_root(v), "judul", judul);
	el_add_text(view_root(v), "judul", judul);
	el_add_text(view_root(v), "paragraf", isi);
	el_add_text(view_root(v), "paragraf",
		    "Surat ini contoh dan tidak berlaku di luar uji coba.");
	e = tata_letak_pdf(a, view_doc(v), (time_t)(clock_now_ms() / 1000),
			   &pdf);
	if (e == OK)
		e = store_put(a, pdf.p, pdf.n, &u->sha256);
	u->name = arena_printf(a, "%s.pdf", judul);
	u->kind = "pdf";
	u->bytes = (int64_t)pdf.n;
	*out = u;
	return e;
}

int demo_berkas(const struct buf *b)
{
	int fd = memfd_create("kartu", MFD_CLOEXEC);

	if (fd >= 0 && (write(fd, b->p, b->n) != (ssize_t)b->n ||
			lseek(fd, 0, SEEK_SET) != 0)) {
		close(fd);
		return -1;
	}
	return fd;
}

enum err demo_musnahkan(struct demo *d, bool kembali)
{
	static const struct saksi saksi[] = {
		{ "Gilang Ramadhan", "Auditor Internal" },
		{ "Putri Maharani", "Analis Keamanan Informasi" },
	};
	int64_t kartu[MUSNAH_MAKS];
	int64_t dokumen;
	size_t n = 0;
	struct rows *r;
	enum err e = db_query(d->db, &r, &Q_MUSNAH, (int64_t)kembali,
			      (int64_t)MUSNAH_MAKS);

	while (e == OK && db_next(r))
		kartu[n++] = db_int(r, 0);
	if (e != OK || n == 0)
		return e;
	e = dokumen_pemusnahan(d->db, &d->admin, kartu, n, saksi, COUNT(saksi),
			       &dokumen);
	if (e == OK)
		e = dokumen_ajukan(d->db, &d->admin, dokumen, d->pejabat.akun,
				   false);
	return e == OK ? dokumen_terbitkan(d->db, &d->pejabat, dokumen) : e;
}
