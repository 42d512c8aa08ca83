/*
 * uji-proses.c - rules of the ticket that need no page: codes, groups of
 * states, SAM ids, steps against their norms; and, against a real server, the
 * list (P-20), the number series and the plan in the database (P-07, P-08).
 *
 * SIFILMA_KONFIG names the unit tests' configuration; the tests that need the
 * database are left out without one.
 */
#include "lib/clock.h"
#include "lib/form.h"
#include "model/deret.h"
#include "model/jadwal.h"
#include "model/kartu.h"
#include "model/langkah.h"
#include "model/libur.h"
#include "model/proses.h"
#include "uji-basis.h"
#include "uji-buang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- codes and groups ---- */

static void ticket_codes(void **state)
{
	static const char *const buruk[] = { "",          "T",    "T0",
					     "0",         "-1",   "T123456789",
					     "T12 ",      "TT12", "12a",
					     "T000000001" };
	char teks[TIKET_TEKS];
	int64_t n = 7;

	(void)state;
	tiket_tulis(69, teks);
	assert_string_equal(teks, "T00000069");
	tiket_tulis(99999999, teks);
	assert_string_equal(teks, "T99999999");
	assert_true(tiket_baca("T00000069", &n));
	assert_int_equal(n, 69);
	assert_true(tiket_baca("t70", &n));
	assert_true(tiket_baca("71", &n));
	assert_int_equal(n, 71);
	for (size_t i = 0; i < COUNT(buruk); i++)
		assert_false(tiket_baca(buruk[i], &n));
	assert_false(tiket_baca(NULL, &n));
	assert_int_equal(n, 71);
}

/* P-11: what the filter of the list calls a state. */
static const struct {
	const char *status;
	const char *kelompok;
} kelompok[] = {
	{ "antri", "progress" },      { "produksi", "progress" },
	{ "dokumen", "progress" },    { "tanda-tangan", "progress" },
	{ "siap-serah", "approved" }, { "diserahkan", "approved" },
	{ "selesai", "approved" },    { "batal", "rejected" },
};

static void groups_of_states(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(kelompok); i++)
		assert_string_equal(proses_kelompok(kelompok[i].status),
				    kelompok[i].kelompok);
	assert_null(proses_kelompok("diterima"));
}

static void sam_ids(void **state)
{
	static const char *const buruk[] = {
		"",
		"30154B010000123",
		"30154B01000012345",
		"30154B010000123G",
		"30-15-4B-01-00-00-12-34",
		"30154B01\t00001234",
	};
	char sam[SAM_SIMPAN] = "x", teks[SAM_TEKS];

	(void)state;
	assert_true(sam_baca("30 15 4b 01 00 00 12 34", sam));
	assert_string_equal(sam, "30154B0100001234");
	assert_true(sam_baca("  30154b0100001234 ", sam));
	for (size_t i = 0; i < COUNT(buruk); i++)
		assert_false(sam_baca(buruk[i], sam));
	assert_false(sam_baca(NULL, sam));
	assert_string_equal(sam, "30154B0100001234");
	sam_tulis(sam, teks);
	assert_string_equal(teks, "30 15 4B 01 00 00 12 34");
	sam_tulis(NULL, teks);
	assert_string_equal(teks, "");
	sam_tulis("30", teks);
	assert_string_equal(teks, "");
}

/* ---- P-13: steps ---- */

static hari_t d(const char *s)
{
	hari_t h = HARI_TAK_ADA;

	if (s != NULL && !hari_baca(s, &h))
		fail_msg("not a day: %s", s);
	return h;
}

static void periksa_langkah(const char *const batas[BATAS_N], const char *kini,
			    bool berhenti, const char *harap)
{
	struct langkah_hasil hasil[LANGKAH_N];
	hari_t hari[BATAS_N];
	char teks[100] = "";

	for (int i = 0; i < BATAS_N; i++)
		hari[i] = d(batas[i]);
	langkah_hitung(NULL, norma_bawaan, hari, d(kini), berhenti, hasil);
	for (int i = 0; i < LANGKAH_N; i++)
		snprintf(teks + strlen(teks), sizeof(teks) - strlen(teks),
			 "%s%c%d%s", i > 0 ? " " : "", "-rs"[hasil[i].status],
			 hasil[i].terpakai, hasil[i].terlambat ? "!" : "");
	assert_string_equal(teks, harap);
}

static void steps_of_a_case(void **state)
{
	(void)state;
	/* Monday 2 to Monday 16 November 2026; the sum is the whole. */
	periksa_langkah((const char *[]){ "2026-11-02", "2026-11-04",
					  "2026-11-09", "2026-11-12",
					  "2026-11-13", "2026-11-16" },
			"2026-12-01", false, "s2 s3 s3 s1 s1");
	/* The third runs and is late: norm 5. */
	periksa_langkah((const char *[]){ "2026-11-02", "2026-11-06",
					  "2026-11-09", NULL, NULL, NULL },
			"2026-11-17", false, "s4! s1 r6! -0 -0");
	periksa_langkah((const char *[]){ "2026-11-02", "2026-11-06",
					  "2026-11-09", NULL, NULL, NULL },
			"2026-11-16", false, "s4! s1 r5 -0 -0");
	/* Over a weekend nothing is used. */
	periksa_langkah(
	    (const char *[]){ "2026-11-06", NULL, NULL, NULL, NULL, NULL },
	    "2026-11-08", false, "r0 -0 -0 -0 -0");
	/* Cancelled: nothing runs any more. */
	periksa_langkah((const char *[]){ "2026-11-02", "2026-11-04",
					  "2026-11-09", NULL, NULL, NULL },
			"2026-11-30", true, "s2 s3 -0 -0 -0");
	/* A day nobody wrote down counts as the next one known. */
	periksa_langkah((const char *[]){ "2026-11-02", NULL, "2026-11-09",
					  "2026-11-10", NULL, NULL },
			"2026-11-10", false, "s5! s0 s1 r0 -0");
	periksa_langkah((const char *[]){ NULL, NULL, NULL, NULL, NULL, NULL },
			"2026-11-10", false, "-0 -0 -0 -0 -0");
}

/* ---- against the database ---- */

#define AWAL 910000 /* ids of this test's rows begin here */

SQL(Q_LEMBAGA,
    "INSERT INTO lembaga (id, kode, nama, jenis, alamat, kota, provinsi,"
    " dibuat) VALUES (?, ?, 'Uji', ?, '-', '-', '-', '2026-01-01')");
SQL(Q_AKUN,
    "INSERT INTO akun (id, username, nama, peran, lembaga_id, email, telepon,"
    " alamat, kota, provinsi, status, dibuat) VALUES (?, ?, 'Uji', ?, ?,"
    " 'uji@uji.example', '0', '-', '-', '-', 'aktif', '2026-01-01')");
SQL(Q_MINTA,
    "INSERT INTO permintaan (id, lembaga_id, produsen_id, nomor, judul,"
    " jumlah, fungsi, status, pembuat_id, dibuat) VALUES (?, ?, ?, ?, 'Uji',"
    " ?, 'R', 'diterima', ?, '2026-01-01')");
SQL(Q_DISPOSISI,
    "INSERT INTO disposisi (permintaan_id, jabatan, tanggal, akun_id, dicatat)"
    " VALUES (?, 'kasubdit', ?, ?, '2026-01-01')");
SQL(Q_BANYAK_MINTA,
    "INSERT INTO permintaan (id, lembaga_id, produsen_id, nomor, judul,"
    " jumlah, fungsi, status, pembuat_id, dibuat) SELECT 920000 + seq,"
    " 910001 + seq % 2, 910003 + seq % 3, CONCAT('UJI/', seq), 'Uji daftar',"
    " 1, 'R', 'diterima', 910001, '2026-01-01' FROM seq_1_to_2100");
SQL(Q_BANYAK_PROSES,
    "INSERT INTO proses (tiket, permintaan_id, lembaga_id, produsen_id,"
    " jumlah, disposisi, estimasi_mulai, estimasi_selesai, status, dibuat)"
    " SELECT 920000 + seq, 920000 + seq, 910001 + seq % 2, 910003 + seq % 3,"
    " 1, '2026-01-01', '2026-01-01', '2026-01-01' + INTERVAL (seq * 7 % 50)"
    " DAY, ELT(1 + seq % 5, 'selesai', 'selesai', 'batal', 'dokumen',"
    " 'siap-serah'), '2026-01-01' FROM seq_1_to_2100");
SQL(Q_BENAR, "SELECT COUNT(*) FROM proses WHERE (? = 0 OR lembaga_id = ?)"
	     " AND (? = 0 OR produsen_id = ?) AND (? IS NULL OR kelompok = ?)");
SQL(Q_STATUS_SQL, "UPDATE proses SET status = ? WHERE tiket = 920001");
SQL(Q_KELOMPOK_SQL, "SELECT kelompok FROM proses WHERE tiket = 920001");
SQL(Q_BERSIHKAN, "FLUSH LOCAL STATUS");
SQL(Q_BACAAN, "SHOW SESSION STATUS WHERE Variable_name IN"
	      " ('Handler_read_next', 'Handler_read_prev',"
	      " 'Handler_read_rnd_next', 'Handler_read_rnd',"
	      " 'Handler_read_first', 'Handler_read_last')");
SQL(Q_JADWAL, "SELECT tanggal, jumlah FROM jadwal WHERE proses_id = ?"
	      " ORDER BY tanggal");
SQL(Q_KEMARIN, "UPDATE jadwal SET tanggal = ? WHERE proses_id = ?"
	       " ORDER BY tanggal LIMIT 1");
SQL(Q_PESAN, "SELECT COUNT(*) FROM kotak_keluar WHERE templat = ?");
SQL(H_PESAN, "DELETE FROM kotak_keluar");
SQL(H_KAPASITAS, "DELETE FROM kapasitas");
SQL(H_LIBUR, "DELETE FROM libur");
SQL(H_TOTAL, "DELETE FROM proses_total");

static const struct pelaku admin = { .akun = 910001,
				     .lembaga = 910009,
				     .role = ROLE_ADMIN };

static int kosongkan(void **state)
{
	static struct sql *const semua[] = {
		&H_PESAN, &H_KAPASITAS, &H_LIBUR,
	};

	(void)state;
	arena_reset(arena);
	for (size_t i = 0; i < COUNT(semua); i++)
		if (db_exec(db, semua[i]) != OK)
			return 1;
	return buang(db, "proses", 910000, 999999) != OK ||
	       db_exec(db, &H_TOTAL) != OK ||
	       buang(db, "permintaan", 910000, 999999) != OK ||
	       buang_orang(db, 910000, 999999) != OK;
}

static int isi(void **state)
{
	char kode[7];

	if (kosongkan(state) != 0)
		return 1;
	for (int64_t i = 1; i <= 9; i++) {
		snprintf(kode, sizeof(kode), "91000%d", (int)i);
		if (db_exec(db, &Q_LEMBAGA, AWAL + i, (const char *)kode,
			    i < 3 ? "bhi-pusat" :
			    i < 9 ? "produsen" :
				    "ditjen") != OK)
			return 1;
	}
	return db_exec(db, &Q_AKUN, 910001, "uji910001", "admin", 910009) !=
		   OK ||
	       db_exec(db, &Q_AKUN, 910002, "uji910002", "pengguna", 910001) !=
		   OK;
}

static int isi_daftar(void **state)
{
	return isi(state) != 0 || db_exec(db, &Q_BANYAK_MINTA) != OK ||
	       db_exec(db, &Q_BANYAK_PROSES) != OK;
}

static int64_t bacaan(void)
{
	struct rows *r;
	int64_t n = 0;

	assert_int_equal(db_query(db, &r, &Q_BACAAN), OK);
	while (db_next(r))
		n += strtoll(db_text(r, 1), NULL, 10);
	return n;
}

static int64_t sebenarnya(const struct pelaku *p, const char *kel)
{
	int64_t l = p->role == ROLE_PENGGUNA ? p->lembaga : 0;
	int64_t m = p->role == ROLE_PRODUSEN ? p->lembaga : 0;
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_BENAR, l, l, m, m, kel, kel), OK);
	return db_int(r, 0);
}

/* One page; what it read beyond its rows is the total's few. */
static size_t laman(const struct pelaku *p, const struct proses_saring *s,
		    struct proses **out, int64_t *total)
{
	int64_t dibaca;
	bool pasti;
	size_t n;

	assert_int_equal(db_exec(db, &Q_BERSIHKAN), OK);
	assert_int_equal(proses_daftar(db, p, s, out, &n, total, &pasti), OK);
	dibaca = bacaan();
	if (dibaca > (int64_t)n + 4)
		fail_msg("role %s, group %s, by %s, %s%s: %zu rows, %lld read",
			 role_name(p->role),
			 s->kelompok == NULL ? "-" : s->kelompok,
			 s->urut_estimasi ? "estimate" : "ticket",
			 s->turun ? "down" : "up", s->mundur ? " back" : "", n,
			 (long long)dibaca);
	assert_true(pasti);
	return n;
}

static int urutan(const struct proses *x, const struct proses *y, bool estimasi)
{
	int n = estimasi ? strcmp(x->estimasi_selesai, y->estimasi_selesai) : 0;

	return n != 0 ? n : (x->tiket > y->tiket) - (x->tiket < y->tiket);
}

/* From one end to the other and back, page by page. */
static void jelajahi(const struct pelaku *p, struct proses_saring s)
{
	int64_t benar = sebenarnya(p, s.kelompok), maju = 0, mundur = 0, total;
	struct proses *b, lalu = { 0 };
	size_t n;

	while ((n = laman(p, &s, &b, &total)) > 0) {
		assert_int_equal(total, benar);
		for (size_t i = 0; i < n; i++) {
			if (maju++ > 0) {
				int c = urutan(&lalu, &b[i], s.urut_estimasi);

				assert_true(s.turun ? c > 0 : c < 0);
			}
			lalu = b[i];
		}
		s.kunci = b[n - 1].estimasi_selesai;
		s.tiket = b[n - 1].tiket;
	}
	assert_int_equal(maju, benar);
	s.mundur = true;
	while (maju > 0 && (n = laman(p, &s, &b, &total)) > 0) {
		mundur += (int64_t)n;
		s.kunci = b[0].estimasi_selesai;
		s.tiket = b[0].tiket;
	}
	assert_int_equal(mundur, maju > 0 ? maju - 1 : 0);
}

/* P-20 */
static void no_page_reads_more_than_it_shows(void **state)
{
	static const struct pelaku siapa[] = {
		{ .role = ROLE_PENGGUNA, .lembaga = 910001 },
		{ .role = ROLE_DINAS, .lembaga = 910009 },
		{ .role = ROLE_PRODUSEN, .lembaga = 910004 },
		{ .role = ROLE_ADMIN, .lembaga = 910009 },
		{ .role = ROLE_PEJABAT, .lembaga = 910009 },
		{ .role = ROLE_PENGGUNA },
		{ .role = ROLE_TAMU },
	};
	static const char *const kel[] = { NULL, "progress", "approved",
					   "rejected" };

	(void)state;
	for (size_t i = 0; i < 5 * 4 * 2 * 2; i++) {
		struct proses_saring s = {
			.kelompok = kel[i / 5 % 4],
			.urut_estimasi = i / 20 % 2 != 0,
			.turun = i / 40 % 2 == 0,
			.banyak = 97,
		};

		arena_reset(arena);
		if (siapa[i % 5].role != ROLE_DINAS)
			jelajahi(&siapa[i % 5], s);
	}
	for (size_t i = 5; i < COUNT(siapa); i++) {
		struct proses_saring s = { .banyak = 10 };
		struct proses *b;
		int64_t total;
		bool pasti;
		size_t n;

		assert_int_equal(
		    proses_daftar(db, &siapa[i], &s, &b, &n, &total, &pasti),
		    OK);
		assert_int_equal(n + (size_t)total, 0);
	}
}

static void the_column_groups_alike(void **state)
{
	struct rows *r;

	(void)state;
	for (size_t i = 0; i < COUNT(kelompok); i++) {
		assert_int_equal(db_exec(db, &Q_STATUS_SQL, kelompok[i].status),
				 OK);
		assert_int_equal(db_one(db, &r, &Q_KELOMPOK_SQL), OK);
		assert_string_equal(db_text(r, 0), kelompok[i].kelompok);
	}
}

/* A search finds by code, and by words of number and title. */
static void searches(void **state)
{
	struct proses_saring s = { .cari = "T00920077", .banyak = 10 };
	struct proses *b;
	int64_t total;
	bool pasti;
	size_t n;

	(void)state;
	assert_int_equal(proses_daftar(db, &admin, &s, &b, &n, &total, &pasti),
			 OK);
	assert_int_equal(n, 1);
	assert_int_equal(b[0].tiket, 920077);
	s.cari = "daftar";
	assert_int_equal(proses_daftar(db, &admin, &s, &b, &n, &total, &pasti),
			 OK);
	assert_int_equal(n, 10);
	assert_int_equal(total, 1000);
	assert_false(pasti);
	s.cari = "?";
	assert_int_equal(proses_daftar(db, &admin, &s, &b, &n, &total, &pasti),
			 OK);
	assert_int_equal(n, 0);
}

/* ---- number series ---- */

static void a_number_needs_its_transaction(void **state)
{
	int64_t a = 0, b = 0, c = -1;

	(void)state;
	assert_int_equal(deret_berikut(db, "uji", 2026, &c), ERR_INTERNAL);
	assert_int_equal(c, -1);
	assert_int_equal(db_begin(db), OK);
	assert_int_equal(deret_berikut(db, "uji", 2026, &a), OK);
	assert_int_equal(deret_berikut(db, "uji", 2026, &b), OK);
	assert_int_equal(b, a + 1);
	db_rollback(db);
	/* What was not used comes again: no gap. */
	assert_int_equal(db_begin(db), OK);
	assert_int_equal(deret_berikut(db, "uji", 2026, &c), OK);
	assert_int_equal(c, a);
	/* Another year has a series of its own. */
	assert_int_equal(deret_berikut(db, "uji", 1999, &c), OK);
	assert_int_equal(c, 1);
	db_rollback(db);
}

/* ---- the plan in the database ---- */

static hari_t kini(void)
{
	return d(clock_today(arena));
}

static int64_t buat(int64_t permintaan, int jumlah, const char *disposisi)
{
	int64_t id = 0;
	char nomor[20];

	snprintf(nomor, sizeof(nomor), "R/%lld", (long long)permintaan);
	assert_int_equal(db_exec(db, &Q_MINTA, permintaan, 910001, 910003,
				 (const char *)nomor, jumlah, 910001),
			 OK);
	assert_int_equal(
	    db_exec(db, &Q_DISPOSISI, permintaan, disposisi, 910001), OK);
	assert_int_equal(db_begin(db), OK);
	assert_int_equal(proses_buat(db, &admin, permintaan, &id), OK);
	assert_int_equal(db_commit(db), OK);
	return id;
}

/* The plan of a ticket as "n,n,…" on successive working days from the one
   that is the ke-th from today (0: today, if it is one). */
static void rencana_adalah(int64_t id, const struct libur *l, int ke,
			   const char *harap)
{
	hari_t h = hari_kerja_sejak(l, kini());
	char teks[100] = "";
	struct rows *r;

	for (int i = 0; i < ke; i++)
		h = hari_kerja_berikut(l, h);
	assert_int_equal(db_query(db, &r, &Q_JADWAL, id), OK);
	while (db_next(r)) {
		assert_int_equal(d(db_text(r, 0)), h);
		h = hari_kerja_berikut(l, h);
		snprintf(teks + strlen(teks), sizeof(teks) - strlen(teks),
			 "%s%d", teks[0] != '\0' ? "," : "", (int)db_int(r, 1));
	}
	assert_string_equal(teks, harap);
}

static int64_t pesan(const char *templat)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_PESAN, templat), OK);
	return db_int(r, 0);
}

/* P-07: 500 queued, then 250 are done on the third working day; one of 251
   goes over to the next. */
static void the_worked_example(void **state)
{
	static const struct pelaku bank = { .role = ROLE_PENGGUNA,
					    .lembaga = 910001 };
	int64_t a = buat(910101, 500, "2026-01-05");
	int64_t b = buat(910102, 250, "2026-01-06");
	int64_t c = buat(910103, 251, "2026-01-06");
	struct proses p;

	(void)state;
	rencana_adalah(a, NULL, 0, "250,250");
	rencana_adalah(b, NULL, 2, "250");
	rencana_adalah(c, NULL, 3, "250,1");
	assert_int_equal(proses_ambil(db, &bank, b, &p), OK);
	assert_int_equal(d(p.estimasi_selesai),
			 hari_kerja_berikut(
			     NULL, hari_kerja_berikut(
				       NULL, hari_kerja_sejak(NULL, kini()))));
	/* One with an earlier disposisi comes first.  Those whose estimate
	   moved are told (their institution has one account): the third still
	   begins and ends as it did. */
	assert_int_equal(pesan("tiket-terbit"), 3);
	assert_int_equal(pesan("estimasi-berubah"), 0);
	buat(910104, 10, "2026-01-02");
	rencana_adalah(a, NULL, 0, "240,250,10");
	rencana_adalah(b, NULL, 2, "240,10");
	rencana_adalah(c, NULL, 3, "240,11");
	assert_int_equal(pesan("estimasi-berubah"), 2);
	assert_int_equal(jadwal_susun(db, NULL), OK);
	assert_int_equal(pesan("estimasi-berubah"), 2);
}

/* P-08, P-10: a holiday and a closed day move the plan, and back. */
static void holidays_and_closed_days(void **state)
{
	hari_t satu = hari_kerja_sejak(NULL, kini() + 1);
	struct libur_baris l = { .hari = satu,
				 .nama = "Hari Uji",
				 .jenis = "libur" };
	struct libur libur = { .hari = &satu, .n = 1 };
	int64_t pindah = 0;
	int64_t a = buat(910201, 750, "2026-01-05");

	(void)state;
	rencana_adalah(a, NULL, 0, "250,250,250");
	assert_int_equal(libur_simpan(db, &admin, &l, &pindah), OK);
	assert_int_equal(pindah, 1);
	rencana_adalah(a, &libur, 0, "250,250,250");
	/* The same again says nothing new. */
	assert_int_equal(libur_simpan(db, &admin, &l, &pindah), OK);
	assert_int_equal(pindah, 0);
	assert_int_equal(jadwal_atur_hari(db, &admin, satu, 10, "Uji", &pindah),
			 ERR_INPUT);
	assert_int_equal(libur_hapus(db, &admin, satu, &pindah), OK);
	assert_int_equal(pindah, 1);
	assert_int_equal(libur_hapus(db, &admin, satu, &pindah), ERR_NOT_FOUND);
	rencana_adalah(a, NULL, 0, "250,250,250");
	assert_int_equal(
	    jadwal_atur_hari(db, &admin, satu, 0, "Tutup", &pindah), OK);
	rencana_adalah(a, &libur, 0, "250,250,250");
	assert_int_equal(
	    jadwal_atur_hari(db, &admin, satu, RENCANA_BIASA, "Buka", &pindah),
	    OK);
	rencana_adalah(a, NULL, 0, "250,250,250");
	assert_int_equal(
	    jadwal_atur_hari(db, &admin, kini() - 1, 0, "Lalu", &pindah),
	    ERR_INPUT);
	/* Moved, and back into the queue. */
	assert_int_equal(
	    jadwal_pindahkan(db, &admin, a, kini() + 30, "Uji", &pindah), OK);
	assert_int_equal(pindah, 1);
	assert_int_equal(
	    jadwal_pindahkan(db, &admin, a, HARI_TAK_ADA, "Uji", &pindah), OK);
	rencana_adalah(a, NULL, 0, "250,250,250");
	assert_int_equal(
	    jadwal_pindahkan(db, &admin, 1, kini(), "Uji", &pindah),
	    ERR_NOT_FOUND);
}

/* A day that went by without its cards being done: they are planned anew. */
static void a_day_that_is_over(void **state)
{
	int64_t a = buat(910401, 300, "2026-01-05"), pindah = 0;
	char kemarin[HARI_TEKS];
	bool usang = true;

	(void)state;
	assert_int_equal(jadwal_usang(db, &usang), OK);
	assert_false(usang);
	hari_tulis(kini() - 1, kemarin);
	assert_int_equal(db_exec(db, &Q_KEMARIN, (const char *)kemarin, a), OK);
	assert_int_equal(jadwal_usang(db, &usang), OK);
	assert_true(usang);
	assert_int_equal(jadwal_susun(db, &pindah), OK);
	assert_int_equal(pindah, 0);
	rencana_adalah(a, NULL, 0, "250,50");
	assert_int_equal(jadwal_usang(db, &usang), OK);
	assert_false(usang);
}

/* A ticket needs its disposisi and a transaction; without them nothing. */
static void a_ticket_that_cannot_be(void **state)
{
	int64_t id = 0;

	(void)state;
	assert_int_equal(
	    db_exec(db, &Q_MINTA, 910301, 910001, 910003, "R/X", 1, 910001),
	    OK);
	assert_int_equal(db_begin(db), OK);
	assert_int_equal(proses_buat(db, &admin, 910301, &id), ERR_CONFLICT);
	db_rollback(db);
	assert_int_equal(proses_buat(db, &admin, 910301, &id), ERR_INTERNAL);
	assert_int_equal(id, 0);
}

int main(void)
{
	const struct CMUnitTest aturan[] = {
		cmocka_unit_test(ticket_codes),
		cmocka_unit_test(groups_of_states),
		cmocka_unit_test(sam_ids),
		cmocka_unit_test(steps_of_a_case),
	};
	const struct CMUnitTest daftar[] = {
		cmocka_unit_test(no_page_reads_more_than_it_shows),
		cmocka_unit_test(searches),
		cmocka_unit_test(the_column_groups_alike),
	};
	const struct CMUnitTest basis[] = {
		cmocka_unit_test(a_number_needs_its_transaction),
		cmocka_unit_test_setup_teardown(the_worked_example, isi,
						kosongkan),
		cmocka_unit_test_setup_teardown(holidays_and_closed_days, isi,
						kosongkan),
		cmocka_unit_test_setup_teardown(a_day_that_is_over, isi,
						kosongkan),
		cmocka_unit_test_setup_teardown(a_ticket_that_cannot_be, isi,
						kosongkan),
	};
	bool ada = basis_buka();
	int gagal = cmocka_run_group_tests_name("proses", aturan, NULL, NULL);

	if (ada) {
		gagal += cmocka_run_group_tests_name("proses-daftar", daftar,
						     isi_daftar, kosongkan);
		gagal += cmocka_run_group_tests_name("proses-basis", basis,
						     NULL, NULL);
	}
	return basis_tutup(gagal);
}
