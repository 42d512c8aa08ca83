/*
 * balikan.c - program: data balikan, what institutions send back about a NIK
 * (B-01 ... B-18).  The route table and the institution's overview; the rest
 * is in the files that balikan-halaman.h names.
 */
#include "balikan-halaman.h"
#include "lib/clock.h"
#include "model/balikan-param.h"
#include "model/balikan-total.h"
#include "model/pengaturan.h"

#include <string.h>

/* Failed files are counted on the overview for so long. */
#define GAGAL_MS (30 * CLOCK_DAY_MS)
/* Sendings shown there. */
#define TERAKHIR 5

/* --- the institution's overview --- */

/* That it owes data, whatever is to be done next. */
static enum err tambah_tunggakan(struct req *r,
				 const struct balikan_ikhtisar *i,
				 bool *menunggak)
{
	int64_t bulan = pengaturan_angka(r->db, "balikan_tunggak_bulan",
					 TUNGGAK_BULAN);
	enum err e = balikan_menunggak(r->db, r->who.lembaga,
				       tunggakan_sebelum(r, bulan), menunggak);
	elem *x;

	if (e != OK || !*menunggak)
		return e;
	x = el_add(r->page, "tunggakan");
	el_int(x, "bulan", bulan);
	el_time(r->a, x, "terakhir", i->terakhir);
	return OK;
}

/* What the institution should do next, the most pressing first, and the
   sending it is about. */
static void tambah_lanjut(struct req *r, const struct balikan_ikhtisar *i,
			  bool menunggak, const struct balikan_kiriman *berkas)
{
	elem *x = el_add(r->page, "lanjut");
	const char *kode = "lengkap";

	if (i->versi == 0)
		kode = "parameter";
	else if (berkas != NULL && strcmp(berkas->status, "gagal") == 0)
		kode = "gagal";
	else if (berkas != NULL && strcmp(berkas->status, "selesai") == 0 &&
		 berkas->ditolak > 0)
		kode = "ditolak";
	else if (i->jalan > 0)
		kode = "jalan";
	else if (i->terakhir == NULL)
		kode = "kirim";
	else if (menunggak)
		kode = "tunggak";
	el_attr(x, "kode", kode);
	if (berkas != NULL) {
		el_int(x, "id", berkas->id);
		el_attr(x, "nama", berkas->nama);
		el_int(x, "ditolak", berkas->ditolak);
	}
}

static enum err tambah_terakhir(struct req *r,
				const struct balikan_ikhtisar *i)
{
	const struct balikan_saring berkas = { .sumber = "berkas" };
	struct balikan_kiriman *k, *b;
	bool menunggak = false;
	size_t n, nb;
	elem *x;
	enum err e = balikan_kiriman_daftar(r->db, &r->who,
					    &(struct balikan_saring){ 0 },
					    false, 0, TERAKHIR, &k, &n);

	if (e == OK)
		e = balikan_kiriman_daftar(r->db, &r->who, &berkas, false, 0,
					   1, &b, &nb);
	if (e == OK)
		e = tambah_tunggakan(r, i, &menunggak);
	if (e != OK)
		return e;
	tambah_lanjut(r, i, menunggak, nb == 0 ? NULL : b);
	x = el_add(r->page, "terakhir");
	for (size_t j = 0; j < n; j++)
		halaman_kiriman(r, x, "baris", &k[j]);
	return OK;
}

static enum err ikhtisar(struct req *r)
{
	struct balikan_ikhtisar i;
	struct balikan_versi v = { 0 };
	elem *x;
	enum err e;

	if ((r->who.role & ROLE_DITJEN) != 0)
		return balikan_dasbor(r);
	e = balikan_ikhtisar(r->db, r->who.lembaga,
			     clock_now(r->a, -GAGAL_MS), &i);
	if (e == OK && i.versi != 0)
		e = balikan_versi_kini(r->db, r->who.lembaga, &v);
	if (e != OK)
		return e;
	x = el_add(r->page, "ikhtisar");
	el_int(x, "baris", i.baris);
	el_time(r->a, x, "terakhir", i.terakhir);
	el_int(x, "jalan", i.jalan);
	el_int(x, "gagal", i.gagal);
	if (v.nomor != 0) {
		el_int(x, "versi", v.nomor);
		el_time(r->a, x, "sejak", v.dibuat);
	}
	for (size_t j = 0; j < v.n; j++)
		el_attr(el_add(x, "kolom"), "nama", v.ruas[j].nama);
	return tambah_terakhir(r, &i);
}

/* --- the program --- */

#define LANGKAH(jalur, jalankan)                                               \
	{ M_GET, jalur, ROLE_PEMINTA, 0, "balikan-kiriman-langkah",            \
	  kiriman_langkah, NULL },                                             \
	{ M_POST, jalur, ROLE_PEMINTA, CSRF | ONCE,                            \
	  "balikan-kiriman-langkah", jalankan, kiriman_langkah }

static const struct route routes[] = {
	{ M_GET, "/balikan", BALIKAN_BACA, 0, "balikan", ikhtisar, NULL },

	/* Parameters and templates (balikan-parameter.c, balikan-templat.c). */
	{ M_GET, "/balikan/parameter", ROLE_PEMINTA, 0, "balikan-parameter",
	  parameter_lihat, NULL },
	{ M_POST, "/balikan/parameter", ROLE_PEMINTA, CSRF | ONCE,
	  "balikan-parameter-periksa", parameter_simpan, parameter_form_lagi },
	{ M_GET, "/balikan/parameter/ubah", ROLE_PEMINTA, 0,
	  "balikan-parameter-form", parameter_form, NULL },
	{ M_POST, "/balikan/parameter/ubah", ROLE_PEMINTA, CSRF,
	  "balikan-parameter-form", parameter_ubah, parameter_form_lagi },
	{ M_GET, "/balikan/parameter/{id}", ROLE_PEMINTA, 0,
	  "balikan-parameter", parameter_versi, NULL },
	{ M_GET, "/balikan/templat", ROLE_PEMINTA, 0, "balikan-templat",
	  templat_unduh, NULL },

	/* One record (balikan-formulir.c). */
	{ M_GET, "/balikan/formulir", ROLE_PEMINTA, 0, "balikan-formulir",
	  formulir, NULL },
	{ M_POST, "/balikan/formulir", ROLE_PEMINTA, CSRF | ONCE,
	  "balikan-formulir", formulir_simpan, formulir },

	/* Sendings (balikan-kiriman.c). */
	{ M_GET, "/balikan/kiriman", BALIKAN_BACA, 0, "balikan-kiriman",
	  kiriman_daftar, kiriman_galat },
	{ M_GET, "/balikan/kiriman/unduh/{kode}", BALIKAN_BACA, 0,
	  "balikan-kiriman", kiriman_unduh, kiriman_galat },
	{ M_GET, "/balikan/kiriman/{id}", BALIKAN_BACA, 0,
	  "balikan-kiriman-lihat", kiriman_lihat, NULL },
	{ M_GET, "/balikan/kiriman/{id}/tolakan", ROLE_PEMINTA, 0, NULL,
	  kiriman_tolakan, NULL },
	LANGKAH("/balikan/kiriman/{id}/batal", kiriman_batal),
	LANGKAH("/balikan/kiriman/{id}/urungkan", kiriman_urungkan),

	/* The web service's tokens (balikan-layanan.c). */
	{ M_GET, "/balikan/layanan", ROLE_PEMINTA, 0, "balikan-layanan",
	  layanan_lihat, NULL },
	{ M_POST, "/balikan/layanan", ROLE_PEMINTA, CSRF | ONCE,
	  "balikan-layanan", layanan_buat, layanan_lihat },
	{ M_GET, "/balikan/layanan/{id}/cabut", ROLE_PEMINTA | ROLE_ADMIN, 0,
	  "balikan-layanan-cabut", layanan_cabut_langkah, NULL },
	{ M_POST, "/balikan/layanan/{id}/cabut", ROLE_PEMINTA | ROLE_ADMIN,
	  CSRF | ONCE, "balikan-layanan-cabut", layanan_cabut, NULL },
	{ M_GET, "/balikan/layanan/masalah", ROLE_SEMUA, PUBLIC,
	  "balikan-masalah", form_blank, NULL },

	/* Ditjen's staff (balikan-pantau.c, balikan-penduduk.c). */
	{ M_GET, "/balikan/pantau", ROLE_DITJEN, 0, "balikan-pantau",
	  pantau_daftar, NULL },
	{ M_GET, "/balikan/pantau/unduh/{kode}", ROLE_DITJEN, 0, NULL,
	  pantau_unduh, NULL },
	{ M_GET, "/balikan/pantau/{id}", ROLE_DITJEN, 0, "balikan-pantau-lihat",
	  pantau_lihat, NULL },
	{ M_GET, "/balikan/tunggakan", ROLE_DITJEN, 0, "balikan-tunggakan",
	  tunggakan_daftar, NULL },
	{ M_GET, "/balikan/tunggakan/unduh/{kode}", ROLE_DITJEN, 0, NULL,
	  tunggakan_unduh, NULL },
	{ M_GET, "/balikan/penduduk", ROLE_DITJEN, 0, "balikan-penduduk",
	  form_blank, NULL },
	{ M_POST, "/balikan/penduduk", ROLE_DITJEN, CSRF | SLOW,
	  "balikan-penduduk", penduduk_cari, form_blank },
};

static const struct program program = { "balikan", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
