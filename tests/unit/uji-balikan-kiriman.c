/*
 * uji-balikan-kiriman.c - a sending of data balikan as people see it (B-06):
 * how it comes in, what may be done to it in which state, whom its end is told.
 * The work on it is uji-balikan-muat.c.
 */
#include "lib/clock.h"
#include "model/balikan-kiriman.h"
#include "uji-basis.h"
#include "uji-buang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define ID 978001

static const struct pelaku orang = { .akun = ID,
				     .lembaga = ID,
				     .role = ROLE_PENGGUNA };
static const struct pelaku teman = { .akun = ID + 2,
				     .lembaga = ID,
				     .role = ROLE_PENGGUNA };
static const struct pelaku lain = { .akun = ID + 1,
				    .lembaga = ID + 1,
				    .role = ROLE_DINAS };
static const struct pelaku admin = { .akun = ID, .role = ROLE_ADMIN };

SQL(Q_LEMBAGA, "INSERT INTO lembaga (id, kode, nama, jenis, alamat, kota,"
	       " provinsi, dibuat) VALUES (?, ?, 'Lembaga Uji', 'bhi-pusat',"
	       " '-', '-', '-', '2019-01-01')");
SQL(Q_AKUN,
    "INSERT INTO akun (id, username, nama, peran, lembaga_id, email, telepon,"
    " alamat, kota, provinsi, status, dibuat) VALUES (?, ?, 'Uji Kiriman',"
    " 'pengguna', ?, 'uji@uji.example', '0', '-', '-', '-', 'aktif',"
    " '2026-01-01')");
SQL(Q_UNGGAHAN,
    "INSERT INTO unggahan (kode, lembaga_id, akun_id, nama, cara, bytes,"
    " letak, status, dibuat, diubah, berakhir) VALUES"
    " ('97800197800197800197800197800100', 978001, 978001, 'a.csv',"
    " 'sebagian', 9, 9, 'lengkap', '2026-01-01', '2026-01-01', '2026-01-04')");
SQL(Q_KIRIMAN,
    "INSERT INTO balikan_kiriman (lembaga_id, akun_id, sumber, tanggal,"
    " status, nama, dibuat, baris, diterima, tutup, sewa)"
    " VALUES (?, ?, ?, '2026-01-01', ?, 'a.csv', '2026-01-01', 7, 7, 0,"
    " '2099-01-01')");
SQL(Q_STATUS, "SELECT status, urung_oleh, selesai FROM balikan_kiriman"
	      " WHERE id = ?");
SQL(Q_UBAH, "UPDATE balikan_kiriman SET status = ?, urung_oleh = ?"
	    " WHERE id = ?");
SQL(Q_ISI, "SELECT k.status, k.sumber, k.cara, k.nama, k.bytes, k.sha256,"
	   " k.unggahan_id, k.akun_id, (SELECT COUNT(*) FROM balikan_lembaga"
	   " WHERE lembaga_id = k.lembaga_id) FROM balikan_kiriman k"
	   " WHERE k.id = ?");
SQL(Q_TUTUP, "SELECT tutup FROM balikan_kiriman WHERE id = ?");
SQL(Q_AUDIT, "SELECT COUNT(*) FROM audit WHERE objek = 'balikan'"
	     " AND objek_id = ? AND tindakan = ?");
SQL(Q_LONCENG, "SELECT akun_id, templat, data FROM notifikasi"
	       " WHERE akun_id BETWEEN 978001 AND 978003 ORDER BY akun_id");
SQL(H_LONCENG, "DELETE FROM notifikasi WHERE akun_id BETWEEN 978001"
	       " AND 978003");

static int bersihkan(void **state)
{
	(void)state;
	arena_reset(arena);
	return buang_orang(db, ID, ID + 2) != OK;
}

static int siapkan(void **state)
{
	if (bersihkan(state) != 0)
		return 1;
	for (int64_t i = ID; i <= ID + 2; i++) {
		const char *nama = arena_printf(arena, "%lld", (long long)i);

		if (i < ID + 2 && db_exec(db, &Q_LEMBAGA, i, nama) != OK)
			return 1;
		if (db_exec(db, &Q_AKUN, i, nama, i == ID + 1 ? i : ID) != OK)
			return 1;
	}
	return db_exec(db, &Q_UNGGAHAN) != OK;
}

/* A sending of the institution in some state. */
static int64_t kiriman(const char *sumber, const char *status)
{
	assert_int_equal(
	    db_exec(db, &Q_KIRIMAN, (int64_t)ID, (int64_t)ID, sumber, status),
	    OK);
	return db_last_id(db);
}

static void ubah(int64_t id, const char *status)
{
	assert_int_equal(db_exec(db, &Q_UBAH, status, DB_NULL, id), OK);
}

static const char *status(int64_t id)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_STATUS, id), OK);
	return db_text(r, 0);
}

static int64_t audit(int64_t id, const char *tindakan)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_AUDIT, id, tindakan), OK);
	return db_int(r, 0);
}

/* --- coming in --- */

static void masuk(void **state)
{
	struct kiriman_baru b = {
		.sha256 = "ab", .nama = "b.csv", .bytes = 5, .cara = "semua"
	};
	struct rows *r;
	int64_t id;

	(void)state;
	assert_int_equal(balikan_kiriman_buat(db, &orang, &b, &id), OK);
	assert_int_equal(db_one(db, &r, &Q_ISI, id), OK);
	assert_string_equal(db_text(r, 0), "antri");
	assert_string_equal(db_text(r, 1), "berkas");
	assert_string_equal(db_text(r, 2), "semua");
	assert_string_equal(db_text(r, 3), "b.csv");
	assert_int_equal(db_int(r, 4), 5);
	assert_string_equal(db_text(r, 5), "ab");
	assert_true(db_null(r, 6));
	assert_int_equal(db_int(r, 7), ID);
	assert_int_equal(db_int(r, 8), 1);
	assert_int_equal(audit(id, "balikan-dikirim"), 1);

	assert_int_equal(balikan_kiriman_buat(db, &admin, &b, &id),
			 ERR_FORBIDDEN);
	b.cara = "lain";
	assert_int_equal(balikan_kiriman_buat(db, &orang, &b, &id), ERR_INPUT);
}

/* The day's single records that come later are newer than the file. */
static void menutup(void **state)
{
	struct kiriman_baru b = {
		.sha256 = "ab", .nama = "b.csv", .bytes = 5, .cara = "sebagian"
	};
	int64_t f = kiriman("formulir", "selesai");
	int64_t l = kiriman("layanan", "selesai");
	struct rows *r;
	int64_t id;

	(void)state;
	assert_int_equal(balikan_kiriman_buat(db, &orang, &b, &id), OK);
	assert_true(id > f && id > l);
	assert_int_equal(db_one(db, &r, &Q_TUTUP, f), OK);
	assert_int_equal(db_int(r, 0), 1);
	assert_int_equal(db_one(db, &r, &Q_TUTUP, l), OK);
	assert_int_equal(db_int(r, 0), 1);
	assert_int_equal(db_one(db, &r, &Q_TUTUP, id), OK);
	assert_int_equal(db_int(r, 0), 0);
}

/* An upload whose end is told twice is one sending. */
static void sekali(void **state)
{
	struct kiriman_baru b = { .nama = "a.csv",
				  .bytes = 9,
				  .cara = "sebagian" };
	SQL(Q_UNGGAHAN_ID, "SELECT id FROM unggahan WHERE lembaga_id = 978001");
	struct rows *r;
	int64_t satu, dua;

	(void)state;
	assert_int_equal(db_one(db, &r, &Q_UNGGAHAN_ID), OK);
	b.unggahan_id = db_int(r, 0);
	assert_int_equal(balikan_kiriman_buat(db, &orang, &b, &satu), OK);
	assert_int_equal(balikan_kiriman_buat(db, &teman, &b, &dua), OK);
	assert_int_equal(satu, dua);
	assert_int_equal(audit(satu, "balikan-dikirim"), 1);
}

/* --- reading --- */

static void milik(void **state)
{
	int64_t id = kiriman("berkas", "antri"), n;
	int64_t dua = kiriman("berkas", "antri");
	struct balikan_saring semua = { 0 }, siap = { .status = "selesai" };
	struct balikan_kiriman k, *b;
	size_t banyak;
	bool pasti;

	(void)state;
	assert_int_equal(balikan_kiriman_ambil(db, &orang, id, &k), OK);
	assert_string_equal(k.oleh, "Uji Kiriman");
	assert_int_equal(balikan_kiriman_ambil(db, &admin, id, &k), OK);
	assert_int_equal(balikan_kiriman_ambil(db, &lain, id, &k),
			 ERR_NOT_FOUND);
	assert_int_equal(
	    balikan_kiriman_ambil(
		db, &(struct pelaku){ .role = ROLE_PRODUSEN, .lembaga = ID },
		id, &k),
	    ERR_NOT_FOUND);
	assert_int_equal(
	    balikan_kiriman_daftar(db, &lain, &semua, false, 0, 9, &b, &banyak),
	    OK);
	assert_int_equal(banyak, 0);
	assert_int_equal(balikan_kiriman_daftar(db, &orang, &semua, false, 0, 9,
						&b, &banyak),
			 OK);
	assert_int_equal(banyak, 2);
	assert_int_equal(b[0].id, dua);
	assert_int_equal(balikan_kiriman_daftar(db, &orang, &semua, true, id, 9,
						&b, &banyak),
			 OK);
	assert_int_equal(banyak, 1);
	assert_int_equal(b[0].id, dua);
	assert_int_equal(balikan_kiriman_hitung(db, &orang, &siap, &n, &pasti),
			 OK);
	assert_int_equal(n, 0);
	assert_true(pasti);
	assert_int_equal(balikan_kiriman_ambil(db, &orang, dua, &k), OK);
	assert_int_equal(balikan_kiriman_antrean(db, &k, &n), OK);
	assert_int_equal(n, 1);
}

/* --- steps --- */

/* state, is what it becomes when it is cancelled and when taken back; NULL:
   not possible */
static const struct {
	const char *dari;
	const char *batal;
	const char *urung;
} langkah[] = {
	{ "antri", "batal", NULL }, { "periksa", "batal", NULL },
	{ "muat", "urung", NULL },  { "selesai", NULL, "urung" },
	{ "gagal", NULL, NULL },    { "urung", NULL, NULL },
	{ "batal", NULL, NULL },    { "diurungkan", NULL, NULL },
};

static void coba(int64_t id, bool batal, const char *ke)
{
	const char *dari = status(id);
	struct balikan_kiriman k;
	enum err e;

	assert_int_equal(balikan_kiriman_ambil(db, &orang, id, &k), OK);
	assert_int_equal(batal ? balikan_kiriman_boleh_batal(&orang, &k) :
				 balikan_kiriman_boleh_urung(&orang, &k),
			 ke != NULL);
	assert_false(balikan_kiriman_boleh_batal(&lain, &k));
	assert_false(balikan_kiriman_boleh_urung(&admin, &k));
	e = batal ? balikan_kiriman_batal(db, &teman, id) :
		    balikan_kiriman_urung(db, &teman, id);
	assert_int_equal(e, ke == NULL ? ERR_CONFLICT : OK);
	assert_string_equal(status(id), ke == NULL ? dari : ke);
}

static void keadaan(void **state)
{
	int64_t id = kiriman("berkas", "antri");

	(void)state;
	for (size_t i = 0; i < sizeof(langkah) / sizeof(*langkah); i++) {
		ubah(id, langkah[i].dari);
		coba(id, true, langkah[i].batal);
		ubah(id, langkah[i].dari);
		coba(id, false, langkah[i].urung);
	}
	assert_int_equal(audit(id, "balikan-dibatalkan"), 3);
	assert_int_equal(audit(id, "balikan-diurungkan"), 1);
	assert_int_equal(balikan_kiriman_batal(db, &lain, id), ERR_NOT_FOUND);
	assert_int_equal(balikan_kiriman_urung(db, &lain, id), ERR_NOT_FOUND);
	assert_int_equal(balikan_kiriman_batal(db, &admin, id), ERR_NOT_FOUND);
}

static void selesainya(void **state)
{
	struct rows *r;
	int64_t a = kiriman("berkas", "antri"), m = kiriman("berkas", "muat");

	(void)state;
	assert_int_equal(balikan_kiriman_batal(db, &teman, a), OK);
	assert_int_equal(db_one(db, &r, &Q_STATUS, a), OK);
	assert_int_equal(db_int(r, 1), ID + 2);
	assert_false(db_null(r, 2));
	/* The worker sees by it that this one was not done. */
	assert_int_equal(balikan_kiriman_batal(db, &orang, m), OK);
	assert_int_equal(db_one(db, &r, &Q_STATUS, m), OK);
	assert_int_equal(db_int(r, 1), ID);
	assert_true(db_null(r, 2));
}

/* In which states a newer sending keeps an older one. */
static void penghalang(void **state)
{
	static const struct {
		const char *lebih_baru;
		bool urung; /* one that is done */
		bool muat;  /* one that is being loaded */
	} x[] = {
		{ "antri", true, false },  { "periksa", true, false },
		{ "muat", true, true },    { "selesai", true, true },
		{ "urung", true, true },   { "gagal", false, false },
		{ "batal", false, false }, { "diurungkan", false, false },
	};
	static const char *const sumber[] = { "berkas", "formulir", "layanan" };
	int64_t id = kiriman("berkas", "selesai");

	(void)state;
	for (size_t i = 0; i < sizeof(x) / sizeof(*x); i++) {
		int64_t baru = kiriman(sumber[i % 3], x[i].lebih_baru);
		struct balikan_kiriman k;
		int64_t ada;
		bool tetap;

		ubah(id, "selesai");
		assert_int_equal(balikan_kiriman_ambil(db, &orang, id, &k), OK);
		assert_int_equal(
		    balikan_kiriman_penghalang(db, &k, &ada, &tetap), OK);
		assert_int_equal(tetap, x[i].urung && i % 3 != 0);
		assert_int_equal(ada, x[i].urung ? baru : 0);
		assert_int_equal(balikan_kiriman_urung(db, &orang, id),
				 x[i].urung ? ERR_CONFLICT : OK);
		ubah(id, "muat");
		assert_int_equal(balikan_kiriman_ambil(db, &orang, id, &k), OK);
		assert_int_equal(
		    balikan_kiriman_penghalang(db, &k, &ada, &tetap), OK);
		assert_int_equal(ada, x[i].muat ? baru : 0);
		assert_int_equal(balikan_kiriman_batal(db, &orang, id),
				 x[i].muat ? ERR_CONFLICT : OK);
		ubah(baru, "batal");
	}
	/* An older one never does. */
	ubah(id, "selesai");
	assert_int_equal(
	    balikan_kiriman_urung(db, &orang, kiriman("berkas", "selesai")),
	    OK);
}

/* --- telling --- */

static size_t kabar(int64_t id, struct rows **r)
{
	assert_int_equal(db_exec(db, &H_LONCENG), OK);
	assert_int_equal(balikan_kiriman_kabar(db, id), OK);
	assert_int_equal(db_query(db, r, &Q_LONCENG), OK);
	return db_count(*r);
}

static void dikabari(void **state)
{
	static const struct {
		const char *status;
		const char *templat;
	} x[] = {
		{ "selesai", "balikan-selesai" },
		{ "gagal", "balikan-gagal" },
		{ "diurungkan", "balikan-diurungkan" },
		{ "antri", NULL },
		{ "urung", NULL },
		{ "batal", NULL },
	};
	int64_t id = kiriman("berkas", "antri");
	struct rows *r;

	(void)state;
	for (size_t i = 0; i < sizeof(x) / sizeof(*x); i++) {
		ubah(id, x[i].status);
		assert_int_equal(kabar(id, &r), x[i].templat != NULL);
		if (x[i].templat == NULL)
			continue;
		assert_true(db_next(r));
		assert_int_equal(db_int(r, 0), ID);
		assert_string_equal(db_text(r, 1), x[i].templat);
		assert_non_null(
		    strstr(db_text(r, 2),
			   arena_printf(arena, "jalur=/balikan/kiriman/%lld",
					(long long)id)));
	}
	/* Who asked for it is told, too, and nobody twice. */
	assert_int_equal(
	    db_exec(db, &Q_UBAH, "diurungkan", (int64_t)(ID + 2), id), OK);
	assert_int_equal(kabar(id, &r), 2);
	assert_int_equal(db_exec(db, &Q_UBAH, "diurungkan", (int64_t)ID, id),
			 OK);
	assert_int_equal(kabar(id, &r), 1);
	/* Single records come to no end. */
	assert_int_equal(kabar(kiriman("layanan", "selesai"), &r), 0);
	assert_int_equal(balikan_kiriman_kabar(db, INT32_MAX), ERR_NOT_FOUND);
}

static void angka(void **state)
{
	struct balikan_ikhtisar i;

	(void)state;
	assert_int_equal(balikan_ikhtisar(db, ID, "2025-01-01", &i), OK);
	assert_int_equal(i.versi + i.baris + i.jalan + i.gagal, 0);
	assert_null(i.terakhir);
	kiriman("berkas", "antri");
	kiriman("berkas", "urung");
	kiriman("berkas", "gagal");
	assert_int_equal(balikan_ikhtisar(db, ID, "2025-01-01", &i), OK);
	assert_int_equal(i.jalan, 2);
	assert_int_equal(i.gagal, 1);
	assert_int_equal(balikan_ikhtisar(db, ID, "2026-01-02", &i), OK);
	assert_int_equal(i.gagal, 0);
	assert_int_equal(balikan_ikhtisar(db, 999999999, "2026-01-02", &i),
			 ERR_NOT_FOUND);
}

#define UJI(f) cmocka_unit_test_setup_teardown(f, siapkan, bersihkan)

int main(void)
{
	const struct CMUnitTest uji[] = {
		UJI(masuk),      UJI(menutup),  UJI(sekali),
		UJI(milik),      UJI(keadaan),  UJI(selesainya),
		UJI(penghalang), UJI(dikabari), UJI(angka),
	};

	if (!basis_buka())
		return basis_tutup(77);
	return basis_tutup(cmocka_run_group_tests(uji, NULL, NULL));
}
