/*
 * laporan.c - program: the reports (U-21), each as a page with table and
 * chart, and as CSV, XLSX and PDF.  Filters: laporan-saring.c; files:
 * laporan-berkas.c; figures: model/rekap.h.
 */
#include "laporan-halaman.h"
#include "lembaga-halaman.h"
#include "lib/list.h"
#include "wilayah-halaman.h"

#include <string.h>

#define BARIS_MAKS 100 /* rows of a page; the files have all */

static const char *const per_permintaan[] = { "bulan",   "hari",     "tahun",
					      "lembaga", "produsen", "status",
					      "fungsi",  NULL };
static const char *const per_kartu[] = { "hari", "bulan", "tahun", NULL };
static const char *const per_langkah[] = { "langkah", "bulan", "produsen",
					   "jenis", NULL };
static const char *const per_aktivasi[] = { "bulan",   "hari",   "tahun",
					    "lembaga", "status", NULL };
static const char *const per_akun[] = { "akun",  "hari",    "bulan",
					"peran", "lembaga", NULL };

static const char *const per_balikan[] = { "bulan",   "hari",  "tahun",
					   "lembaga", "jenis", "sumber",
					   NULL };

#define AKTIVASI (ROLE_PEMINTA | ROLE_DITJEN)

const struct laporan laporan_semua[] = {
	{ "personalisasi", ROLE_KASUS, per_permintaan, false, false,
	  rekap_permintaan },
	{ "kartu", ROLE_KASUS, per_kartu, false, false, rekap_kartu },
	{ "langkah", ROLE_KASUS, per_langkah, true, false, rekap_langkah },
	{ "aktivasi", AKTIVASI, per_aktivasi, false, false, rekap_aktivasi },
	{ "pembaca", AKTIVASI, NULL, false, true, rekap_pembaca },
	{ "balikan", AKTIVASI, per_balikan, false, false, rekap_balikan },
	{ "akun", ROLE_ADMIN, per_akun, false, false, rekap_akun },
};
const size_t laporan_banyak = COUNT(laporan_semua);

/* GET /laporan: which there are for this person. */
static enum err daftar_isi(struct req *r)
{
	for (size_t i = 0; i < laporan_banyak; i++)
		if ((laporan_semua[i].siapa & r->who.role) != 0)
			el_attr(el_add(r->page, "lihat"), "kode",
				laporan_semua[i].kode);
	return OK;
}

/* ---- the page around the figures ---- */

static enum err tambah_pilihan(struct req *r, const struct diminta *d)
{
	enum err e = OK;

	if (d->l->per != NULL)
		form_codes(r, "per", d->l->per);
	if (strcmp(d->l->kode, "langkah") == 0 ||
	    strcmp(d->l->kode, "balikan") == 0)
		form_codes(r, "jenis", lembaga_jenis);
	if (d->l->kini)
		e = halaman_wilayah_kartu(r, "prov", NULL);
	if (e == OK && d->l->kini && d->s.prov != NULL)
		e = halaman_wilayah_kartu(r, "kab", d->s.prov);
	if (e == OK && (d->l->siapa & ROLE_PRODUSEN) != 0 &&
	    r->who.role != ROLE_PRODUSEN)
		e = halaman_produsen(r, 0, NULL);
	return e;
}

/* The filters in the vocabulary of a list, so that its parts serve here. */
static elem *tambah_daftar(struct req *r, const struct diminta *d)
{
	static const char *const saring[] = { "produsen", "status", "fungsi",
					      "jenis",    "peran",  "prov",
					      "kab",      "sumber" };
	elem *x = el_add(r->page, "daftar");
	size_t n = d->rekap.n;

	el_int(x, "total", (int64_t)n);
	el_attr(x, "pasti", "ya");
	el_int(x, "dari", n > 0);
	el_int(x, "sampai",
	       (int64_t)(n > BARIS_MAKS && d->rekap.per > PER_TAHUN ?
			     BARIS_MAKS :
			     n));
	el_attr(x, "per", "100");
	if (r->who.role != ROLE_PENGGUNA && r->who.role != ROLE_DINAS)
		list_filter_text(r, x, "lembaga", d->lembaga);
	for (size_t i = 0; i < COUNT(saring); i++)
		list_filter(r, x, saring[i]);
	return x;
}

enum err laporan_lihat(struct req *r)
{
	const char *tanya;
	struct diminta d;
	enum err e = laporan_hitung(r, &d);
	elem *x;

	if (e == OK)
		e = tambah_pilihan(r, &d);
	if (e != OK)
		return e;
	x = tambah_daftar(r, &d);
	list_export(r, x, arena_printf(r->a, "/laporan/%s/unduh", d.l->kode));
	tanya = strchr(list_url(r, NULL, NULL), '?');
	el_attr(el_find(x, "ekspor"), "pdf",
		arena_printf(r->a, "/laporan/%s/unduh/pdf%s", d.l->kode,
			     tanya == NULL ? "" : tanya));
	laporan_tulis(r, r->page, &d, d.rekap.per > PER_TAHUN ? BARIS_MAKS : 0);
	return OK;
}

/* The filters as typed; what is wrong is added by lib/app. */
enum err laporan_galat(struct req *r)
{
	struct diminta d = { .l = laporan_ini(r) };

	el_attr(el_add(r->page, "laporan"), "kode", d.l->kode);
	tambah_daftar(r, &d);
	return tambah_pilihan(r, &d);
}

#define LAPORAN(nama, siapa)                                                   \
	{ M_GET,           "/laporan/" nama, siapa,        0,                  \
	  "laporan-lihat", laporan_lihat,    laporan_galat },                  \
	{                                                                      \
		M_GET, "/laporan/" nama "/unduh/{kode}", siapa, 0,             \
		    "laporan-lihat", laporan_unduh, laporan_galat              \
	}

static const struct route routes[] = {
	{ M_GET, "/laporan", ROLE_KASUS, 0, "laporan", daftar_isi, NULL },
	LAPORAN("personalisasi", ROLE_KASUS),
	LAPORAN("kartu", ROLE_KASUS),
	LAPORAN("langkah", ROLE_KASUS),
	LAPORAN("aktivasi", AKTIVASI),
	LAPORAN("pembaca", AKTIVASI),
	LAPORAN("balikan", AKTIVASI),
	LAPORAN("akun", ROLE_ADMIN),
};

static const struct program program = { "laporan", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
