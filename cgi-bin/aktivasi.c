/*
 * aktivasi.c - program: from a handed-over ticket to active readers (A-01 ...
 * The route table and the list of requests; the rest is in the files
 * that aktivasi-halaman.h names.
 */
#include "aktivasi-halaman.h"
#include "perjanjian-halaman.h"
#include "lib/clock.h"
#include "lib/list.h"
#include "lib/unduhan.h"
#include "model/proses.h"

#include <string.h>

/* --- the list of requests --- */

static const char *const urutan[] = { "tanggal", NULL };

struct daftar {
	struct list l;
	struct aktivasi_saring saring;
	struct aktivasi_laman laman;
	const char *nama_lembaga; /* of the filter, for its chip */
};

static bool status_ada(struct req *r, const char *status)
{
	if (strcmp(status, "baru") == 0 && !(r->who.role & ROLE_PEMINTA))
		return false;
	for (size_t i = 0; aktivasi_status[i] != NULL; i++)
		if (strcmp(aktivasi_status[i], status) == 0)
			return true;
	return false;
}

static enum err baca_daftar(struct req *r, struct daftar *d)
{
	const char *v = form_value(r, "status");
	enum err e = OK;

	*d = (struct daftar){ 0 };
	if (v != NULL && status_ada(r, v))
		d->saring.status = v;
	v = form_value(r, "lembaga");
	if (v != NULL && *v != '\0' && !(r->who.role & ROLE_PEMINTA)) {
		e = permintaan_cari_lembaga(r->db, v, &d->saring.lembaga,
					    &d->nama_lembaga);
		if (e != OK && e != ERR_NOT_FOUND)
			return e;
	}
	list_read(r, urutan, true, &d->l);
	d->saring.cari = d->l.search;
	d->laman = (struct aktivasi_laman){
		.turun = d->l.descending,
		.mundur = d->l.backward,
		.kunci = d->l.key,
		.id = d->l.id,
		.banyak = d->l.per + 1,
	};
	return OK;
}

static void tambah_saring(struct req *r, elem *e, const struct daftar *d)
{
	if (d->saring.cari != NULL)
		list_filter(r, e, "cari");
	if (d->saring.status != NULL)
		list_filter(r, e, "status");
	if (d->saring.lembaga != 0)
		list_filter_text(r, e, "lembaga", d->nama_lembaga);
	list_export(r, e, "/aktivasi/unduh");
}

static void tambah_baris(struct req *r, elem *e,
			 const struct aktivasi_entri *b)
{
	elem *x = el_add(e, "baris");
	char tiket[TIKET_TEKS];

	tiket_tulis(b->tiket, tiket);
	el_int(x, "id", b->id);
	el_attr(x, "nomor", b->nomor);
	el_attr(x, "judul", b->judul);
	el_time(r->a, x, "dibuat", b->dibuat);
	el_attr(x, "lembaga", b->lembaga);
	el_attr(x, "tiket", tiket);
	el_int(x, "proses", b->proses_id);
	el_int(x, "jumlah", b->jumlah);
	el_attr(x, "status", b->status);
	el_flag(x, "surat", b->ada_surat);
}

static enum err daftar(struct req *r)
{
	struct daftar d;
	struct aktivasi_entri *b;
	struct list_edge awal = { 0 }, akhir = { 0 };
	struct list_range t;
	size_t n;
	int64_t total;
	bool pasti;
	elem *x;
	enum err e = baca_daftar(r, &d);

	if (e == OK)
		e = aktivasi_daftar(r->db, &r->who, &d.saring, &d.laman, &b,
				    &n);
	if (e == OK)
		e = aktivasi_hitung(r->db, &r->who, &d.saring, &total, &pasti);
	if (e != OK)
		return e;
	t = list_shown(&d.l, n);
	if (t.to > t.from) {
		awal = (struct list_edge){ b[t.from].dibuat, b[t.from].id };
		akhir = (struct list_edge){ b[t.to - 1].dibuat,
					    b[t.to - 1].id };
	}
	x = list_add(r, &d.l, n, awal, akhir, total, pasti);
	tambah_saring(r, x, &d);
	for (size_t i = t.from; i < t.to; i++)
		tambah_baris(r, x, &b[i]);
	return OK;
}

static const struct xlsx_kolom kolom_daftar[] = {
	{ "No. Permintaan", 24 },   { "Judul Permintaan", 44 },
	{ "Tgl Buat", 18 },	    { "Lembaga Pengguna", 36 },
	{ "No. Permohonan Perso", 20 }, { "Jml Mesin", 10 },
	{ "Status", 14 },
};

static void unduh_baris(struct unduhan *u, struct arena *a,
			const struct aktivasi_entri *b)
{
	char tiket[TIKET_TEKS];

	tiket_tulis(b->tiket, tiket);
	unduhan_teks(u, b->nomor);
	unduhan_teks(u, b->judul);
	unduhan_teks(u, clock_local(a, b->dibuat));
	unduhan_teks(u, b->lembaga);
	unduhan_teks(u, tiket);
	unduhan_angka(u, b->jumlah);
	unduhan_teks(u, b->status);
	unduhan_baris(u);
}

static enum err unduh_daftar(struct req *r)
{
	struct daftar d;
	struct unduhan u;
	size_t n = UNDUHAN_SEKALI;
	enum err e = unduhan_mulai(r, &u, "Permintaan Aktivasi", kolom_daftar,
				   COUNT(kolom_daftar));

	if (e == OK)
		e = baca_daftar(r, &d);
	d.laman.mundur = false;
	d.laman.id = 0;
	d.laman.banyak = UNDUHAN_SEKALI;
	while (unduhan_lagi(r, &u, &e, n)) {
		struct aktivasi_entri *b;

		e = aktivasi_daftar(r->db, &r->who, &d.saring, &d.laman, &b,
				    &n);
		for (size_t i = 0; e == OK && i < n; i++)
			unduh_baris(&u, db_arena(r->db), &b[i]);
		if (e == OK && n > 0) {
			d.laman.kunci = arena_strdup(r->a, b[n - 1].dibuat);
			d.laman.id = b[n - 1].id;
		}
	}
	return e == OK ? unduhan_kirim(r, &u, "permintaan-aktivasi") : e;
}

/* --- the program --- */

#define BACA (ROLE_PEMINTA | ROLE_DITJEN)

#define AKSI(jalur, siapa, jalankan)                                           \
	{ M_GET, jalur, siapa, 0, "aktivasi-langkah", minta_form_langkah,      \
	  NULL },                                                              \
	{ M_POST, jalur, siapa, CSRF | ONCE, "aktivasi-langkah", jalankan,     \
	  minta_form_langkah }

/* A step of a return. */
#define LANGKAH(jalur, siapa, jalankan)                                        \
	{ M_GET, jalur, siapa, 0, "aktivasi-kembali-langkah",                  \
	  kembali_langkah, NULL },                                             \
	{ M_POST, jalur, siapa, CSRF | ONCE, "aktivasi-kembali-langkah",       \
	  jalankan, kembali_langkah }

static const struct route routes[] = {
	{ M_GET, "/aktivasi", BACA, 0, "aktivasi", daftar, NULL },
	{ M_GET, "/aktivasi/unduh/{kode}", BACA, 0, NULL, unduh_daftar, NULL },

	/* Agreements, to be read (perjanjian-halaman.c). */
	{ M_GET, "/aktivasi/perjanjian", BACA, 0, "aktivasi-perjanjian",
	  perjanjian_list, NULL },
	{ M_GET, "/aktivasi/perjanjian/unduh/{kode}", BACA, 0, NULL,
	  perjanjian_export, NULL },
	{ M_GET, "/aktivasi/perjanjian/{id}", BACA, 0,
	  "aktivasi-perjanjian-lihat", perjanjian_show, NULL },
	{ M_GET, "/aktivasi/perjanjian/{id}/berkas/{kode}", BACA, 0, NULL,
	  perjanjian_file, NULL },

	/* One request (aktivasi-permintaan.c). */
	{ M_POST, "/aktivasi", ROLE_PEMINTA, CSRF | ONCE | FILES,
	  "aktivasi-form", minta_buat, minta_form_baru },
	{ M_GET, "/aktivasi/baru", ROLE_PEMINTA, 0, "aktivasi-form",
	  minta_form_baru, NULL },
	{ M_GET, "/aktivasi/{id}", BACA, 0, "aktivasi-lihat", minta_lihat,
	  NULL },
	{ M_GET, "/aktivasi/{id}/berkas", BACA, 0, NULL, minta_berkas, NULL },
	{ M_GET, "/aktivasi/{id}/ubah", ROLE_PEMINTA, 0, "aktivasi-form",
	  minta_form_ubah, NULL },
	{ M_POST, "/aktivasi/{id}/ubah", ROLE_PEMINTA, CSRF | ONCE | FILES,
	  "aktivasi-form", minta_ubah, minta_form_ubah },
	AKSI("/aktivasi/{id}/hapus", ROLE_PEMINTA, minta_hapus),
	AKSI("/aktivasi/{id}/kirim", ROLE_PEMINTA, minta_kirim),
	AKSI("/aktivasi/{id}/tarik", ROLE_PEMINTA, minta_tarik),
	AKSI("/aktivasi/{id}/setujui", ROLE_ADMIN, minta_setujui),
	AKSI("/aktivasi/{id}/tolak", ROLE_ADMIN, minta_tolak),

	/* Its rows (aktivasi-baris.c). */
	{ M_GET, "/aktivasi/{id}/baris", BACA, 0, "aktivasi-baris",
	  baris_lihat, NULL },
	{ M_POST, "/aktivasi/{id}/baris", ROLE_PEMINTA, CSRF | ONCE,
	  "aktivasi-baris", baris_simpan, baris_lihat },
	{ M_GET, "/aktivasi/{id}/daftar/{kode}", BACA, 0, NULL, baris_templat,
	  NULL },
	{ M_GET, "/aktivasi/{id}/impor", ROLE_PEMINTA, 0, "aktivasi-impor",
	  baris_form_impor, NULL },
	{ M_POST, "/aktivasi/{id}/impor", ROLE_PEMINTA, CSRF | ONCE | FILES,
	  "aktivasi-impor", baris_impor, baris_form_impor },
	{ M_GET, "/aktivasi/{id}/laporan/{kode}", ROLE_PEMINTA, 0, NULL,
	  baris_laporan, NULL },

	/* Its tokens (aktivasi-token.c). */
	{ M_GET, "/aktivasi/{id}/token", ROLE_PEMINTA | ROLE_ADMIN, 0,
	  "aktivasi-token", halaman_token, NULL },
	{ M_POST, "/aktivasi/{id}/token", ROLE_PEMINTA, CSRF, "aktivasi-token",
	  buka_token, NULL },
	{ M_POST, "/aktivasi/{id}/token/{kode}", ROLE_PEMINTA, CSRF, NULL,
	  unduh_token, NULL },
	{ M_GET, "/aktivasi/{id}/token-ulang", ROLE_PEMINTA | ROLE_ADMIN, 0,
	  "aktivasi-token-ulang", form_token_ulang, NULL },
	{ M_POST, "/aktivasi/{id}/token-ulang", ROLE_PEMINTA | ROLE_ADMIN,
	  CSRF | ONCE, "aktivasi-token-ulang", token_ulang, form_token_ulang },

	/* Cards that come back (aktivasi-kembali.c). */
	{ M_GET, "/aktivasi/kembali", BACA, 0, "aktivasi-kembali",
	  kembali_daftar, NULL },
	{ M_GET, "/aktivasi/kembali/baru", ROLE_PEMINTA, 0,
	  "aktivasi-kembali-form", kembali_form, NULL },
	{ M_POST, "/aktivasi/kembali", ROLE_PEMINTA, CSRF | ONCE,
	  "aktivasi-kembali-form", kembali_catat, kembali_form },
	{ M_GET, "/aktivasi/kembali/{id}", BACA, 0, "aktivasi-kembali-lihat",
	  kembali_lihat, NULL },
	LANGKAH("/aktivasi/kembali/{id}/kirim", ROLE_PEMINTA, kembali_kirim),
	LANGKAH("/aktivasi/kembali/{id}/terima", ROLE_ADMIN, kembali_terima),
	LANGKAH("/aktivasi/kembali/{id}/batal", ROLE_PEMINTA | ROLE_ADMIN,
		kembali_batal),

	/* Any serial through its whole life (aktivasi-lacak.c). */
	{ M_GET, "/aktivasi/lacak", ROLE_KASUS, 0, "aktivasi-lacak",
	  lacak_depan, NULL },
	{ M_GET, "/aktivasi/lacak/{id}", ROLE_KASUS, 0, "aktivasi-lacak-lihat",
	  lacak_lihat, NULL },

	/* Readers in use (aktivasi-peta.c). */
	{ M_GET, "/aktivasi/peta", BACA, 0, "aktivasi-peta", peta_lihat, NULL },
	{ M_GET, "/aktivasi/peta/unduh/{kode}", BACA, 0, NULL, peta_unduh,
	  NULL },
	{ M_GET, "/aktivasi/peta/lembaga", BACA, 0, "aktivasi-peta-lembaga",
	  peta_lembaga, NULL },
	{ M_GET, "/aktivasi/peta/lembaga/{kode}", BACA, 0, NULL,
	  peta_lembaga_unduh, NULL },

	/* Cards (aktivasi-kartu.c). */
	{ M_GET, "/aktivasi/kartu", BACA, 0, "aktivasi-kartu",
	  kartu_daftar_halaman, NULL },
	{ M_GET, "/aktivasi/kartu/unduh/{kode}", BACA, 0, NULL, kartu_unduh,
	  NULL },
	{ M_GET, "/aktivasi/kartu/{id}", BACA, 0, "aktivasi-kartu-lihat",
	  kartu_lihat, NULL },

	/* Where a reader stands (aktivasi-tempat.c). */
	{ M_GET, "/aktivasi/kartu/{id}/aktifkan", ROLE_PEMINTA, 0,
	  "aktivasi-kartu-form", kartu_form, NULL },
	{ M_POST, "/aktivasi/kartu/{id}/aktifkan", ROLE_PEMINTA, CSRF | ONCE,
	  "aktivasi-kartu-form", kartu_aktifkan, kartu_form },
	{ M_POST, "/aktivasi/kartu/{id}/aktifkan/wilayah", ROLE_PEMINTA, CSRF,
	  "aktivasi-kartu-form", kartu_form_wilayah, NULL },
	{ M_GET, "/aktivasi/kartu/{id}/pindah", ROLE_PEMINTA, 0,
	  "aktivasi-kartu-form", kartu_form, NULL },
	{ M_POST, "/aktivasi/kartu/{id}/pindah", ROLE_PEMINTA, CSRF | ONCE,
	  "aktivasi-kartu-form", kartu_pindah, kartu_form },
	{ M_POST, "/aktivasi/kartu/{id}/pindah/wilayah", ROLE_PEMINTA, CSRF,
	  "aktivasi-kartu-form", kartu_form_wilayah, NULL },
	{ M_GET, "/aktivasi/wilayah", ROLE_PEMINTA, 0, NULL, wilayah_pilihan,
	  NULL },

	/* Sanctions (aktivasi-sanksi.c). */
	{ M_GET, "/aktivasi/kartu/tangguhkan", ROLE_ADMIN, 0,
	  "aktivasi-kartu-sanksi", sanksi_tampil, NULL },
	{ M_POST, "/aktivasi/kartu/tangguhkan", ROLE_ADMIN, CSRF | ONCE,
	  "aktivasi-kartu-sanksi", kartu_tangguh, sanksi_tampil },
	{ M_GET, "/aktivasi/kartu/pulihkan", ROLE_ADMIN, 0,
	  "aktivasi-kartu-sanksi", sanksi_tampil, NULL },
	{ M_POST, "/aktivasi/kartu/pulihkan", ROLE_ADMIN, CSRF | ONCE,
	  "aktivasi-kartu-sanksi", kartu_pulih, sanksi_tampil },

	/* Many cards by a file (aktivasi-massal.c). */
	{ M_GET, "/aktivasi/massal", BACA, 0, "aktivasi-massal",
	  massal_daftar_halaman, NULL },
	{ M_GET, "/aktivasi/massal/baru", ROLE_PEMINTA, 0,
	  "aktivasi-massal-form", form_blank, NULL },
	{ M_POST, "/aktivasi/massal/baru", ROLE_PEMINTA,
	  CSRF | ONCE | FILES | FLEETING, "aktivasi-massal-form", massal_kirim,
	  form_blank },
	{ M_GET, "/aktivasi/massal/templat/{kode}", ROLE_PEMINTA, 0, NULL,
	  massal_templat, NULL },
	{ M_GET, "/aktivasi/massal/{id}", BACA, 0, "aktivasi-massal-lihat",
	  massal_lihat, NULL },
	{ M_GET, "/aktivasi/massal/{id}/galat/{kode}", BACA, 0, NULL,
	  massal_galat, NULL },
	{ M_GET, "/aktivasi/massal/{id}/zip", BACA, 0, NULL, massal_zip,
	  NULL },

	/* Manifests, certificates, revocation list (aktivasi-publik.c). */
	{ M_GET, "/aktivasi/manifes/{id}/xml", BACA, 0, NULL,
	  manifes_unduh_xml, NULL },
	{ M_GET, "/aktivasi/manifes/{id}/pdf", BACA, 0, NULL,
	  manifes_unduh_pdf, NULL },
	{ M_GET, "/aktivasi/sertifikat.pem", ROLE_SEMUA, PUBLIC, NULL,
	  publik_sertifikat, NULL },
	{ M_GET, "/aktivasi/otoritas.pem", ROLE_SEMUA, PUBLIC, NULL,
	  publik_otoritas, NULL },
	{ M_GET, "/aktivasi/daftar-cabut.xml", ROLE_SEMUA, PUBLIC, NULL,
	  publik_daftar_cabut, NULL },
};

static const struct program program = { "aktivasi", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
