/*
 * uji-balikan-cari.c - B-17, B-19: a NIK is found at every institution that
 * sent it, whatever the order and the size of what came in; and finding it
 * reads a few neighbouring rows and those that are shown.
 *
 * Ids of its rows: 960000 and up; NIKs of regencies 97 and 98, which there
 * are not.
 */
#include "lib/text.h"
#include "model/balikan-cari.h"
#include "model/balikan-jejak.h"
#include "uji-acak.h"
#include "uji-basis.h"
#include "uji-buang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LEMBAGA 960000
#define BANYAK  40
#define N(a)    (sizeof(a) / sizeof((a)[0]))

SQL(Q_LEMBAGA,
    "INSERT INTO lembaga (id, kode, nama, jenis, alamat, kota, provinsi,"
    " dibuat) SELECT 960000 + seq, 960000 + seq, 'Lembaga Uji', 'bhi-pusat',"
    " '-', '-', '-', '2019-01-01' FROM seq_1_to_40");
SQL(Q_KIRIMAN,
    "INSERT INTO balikan_kiriman (id, lembaga_id, sumber, tanggal, status,"
    " dibuat) SELECT 960000 + seq, 960000 + seq, 'berkas', '2026-01-02',"
    " 'selesai', '2026-01-01 17:00:00.000' FROM seq_1_to_40");
SQL(Q_KIRIMAN_LAIN,
    "INSERT INTO balikan_kiriman (id, lembaga_id, sumber, tanggal, status,"
    " dibuat) SELECT 961000 + seq, 960001, 'formulir', '2026-01-03',"
    " 'selesai', '2026-01-03 01:00:00.000' FROM seq_1_to_3");
SQL(Q_SIMPAN, "INSERT IGNORE INTO balikan (lembaga_id, nik, kiriman_id, isi)"
	      " SELECT ?, nik, ?, CONCAT('isi ', nik) FROM JSON_TABLE(?, '$[*]'"
	      " COLUMNS (nik BIGINT UNSIGNED PATH '$')) j");
SQL(Q_LAMA,
    "INSERT INTO balikan_lama (lembaga_id, nik, diganti_id, urut, kiriman_id,"
    " isi) VALUES (960001, ?, 961001, 0, 960001, 'satu'),"
    " (960001, ?, 961003, 1, 961002, 'tiga'),"
    " (960001, ?, 961003, 0, 961001, 'dua'),"
    " (960002, ?, 961003, 0, 960002, 'orang lain')");
SQL(Q_SEMUA, "SELECT DISTINCT nik FROM balikan WHERE lembaga_id BETWEEN 960001"
	     " AND 960040");
SQL(Q_PUNYA, "SELECT lembaga_id FROM balikan WHERE nik = ? AND lembaga_id"
	     " BETWEEN 960001 AND 960040 ORDER BY lembaga_id");
SQL(Q_JEJAK, "SELECT COUNT(*) FROM balikan_jejak WHERE blok IN (?, ?, ?)");
SQL(Q_BENTUK,
    "SELECT SUM(blok % 10000 = 0 AND sidik IS NOT NULL),"
    " SUM(blok % 10000 = 0 AND sidik IS NULL),"
    " SUM(blok % 10000 <> 0 AND blok % 100 = 0 AND sidik IS NOT NULL),"
    " SUM(blok % 10000 <> 0 AND blok % 100 = 0 AND sidik IS NULL),"
    " SUM(blok % 100 <> 0 AND sidik IS NOT NULL),"
    " SUM(blok % 100 <> 0 AND sidik IS NULL) FROM balikan_jejak"
    " WHERE lembaga_id BETWEEN 960001 AND 960040");
/* As sql/hitung-total has it. */
SQL(Q_SIDIK, "SELECT SUBSTRING(UNHEX(LPAD(HEX(CRC32(?)), 8, '0')), 2)");
SQL(Q_BERSIH, "FLUSH LOCAL STATUS");
SQL(Q_BACAAN, "SHOW SESSION STATUS LIKE 'Handler_read%'");
SQL(H_JEJAK, "DELETE FROM balikan_jejak WHERE lembaga_id BETWEEN 960001"
	     " AND 960040");
SQL(H_ISI, "DELETE FROM balikan WHERE lembaga_id BETWEEN 960001 AND 960040");
SQL(H_LAMA, "DELETE FROM balikan_lama WHERE lembaga_id BETWEEN 960001"
	    " AND 960040");
SQL(H_KIRIMAN, "DELETE FROM balikan_kiriman WHERE id BETWEEN 960001"
	       " AND 961003");

static int kosongkan(void **state)
{
	(void)state;
	arena_reset(arena);
	return db_exec(db, &H_JEJAK) != OK || db_exec(db, &H_ISI) != OK ||
	       db_exec(db, &H_LAMA) != OK || db_exec(db, &H_KIRIMAN) != OK ||
	       buang_orang(db, 960001, 969999) != OK;
}

static int siapkan(void **state)
{
	benih = 20260101;
	return kosongkan(state) != 0 || db_exec(db, &Q_LEMBAGA) != OK ||
	       db_exec(db, &Q_KIRIMAN) != OK ||
	       db_exec(db, &Q_KIRIMAN_LAIN) != OK;
}

static int banding(const void *x, const void *y)
{
	const uint64_t *a = x, *b = y;

	return *a < *b ? -1 : *a > *b;
}

struct kiriman {
	int64_t lembaga;
	uint64_t *nik;
	size_t n;
	enum err akhir;
};

static enum err kirim_di(struct db *d, void *ctx)
{
	struct kiriman *k = ctx;
	struct buf b = { .a = arena };
	enum err e;

	for (size_t i = 0; i < k->n; i++)
		buf_printf(&b, "%s%llu", i == 0 ? "[" : ",",
			   (unsigned long long)k->nik[i]);
	buf_char(&b, ']');
	e = db_exec(d, &Q_SIMPAN, k->lembaga, k->lembaga, b.p);
	if (e == OK)
		e = balikan_jejak_tambah(d, k->lembaga, k->nik, k->n);
	return e == OK ? k->akhir : e;
}

static void kirim(int64_t lembaga, uint64_t *nik, size_t n, enum err akhir)
{
	struct kiriman k = { lembaga, nik, n, akhir };

	qsort(nik, n, sizeof(*nik), banding);
	assert_int_equal(db_transaction(db, kirim_di, &k), akhir);
}

/* One of so many sub-districts, of so many days. */
static uint64_t nik_acak(uint32_t kecamatan, uint32_t hari, uint32_t nomor)
{
	return (970100ULL + acak(2) * 10000 + 1 + acak(kecamatan)) *
		   10000000000 +
	       (1ULL + acak(hari)) * 100000000 + 1800000 + 1 + acak(nomor);
}

/* The institutions of LEMBAGA that have it, in truth and as found. */
static void periksa(uint64_t nik)
{
	struct balikan_temu *t;
	struct rows *r;
	size_t n, i = 0;

	assert_int_equal(db_query(db, &r, &Q_PUNYA, (int64_t)nik), OK);
	assert_int_equal(balikan_cari(db, nik, &t, &n), OK);
	while (db_next(r)) {
		if (i == n || t[i].lembaga_id != db_int(r, 0))
			fail_msg("%llu is not found at %lld",
				 (unsigned long long)nik,
				 (long long)db_int(r, 0));
		i++;
	}
	assert_int_equal(i, n);
}

static int64_t bentuk(unsigned i)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_BENTUK), OK);
	return db_int(r, i);
}

static void fingerprints_are_those_of_sql(void **state)
{
	static const uint64_t nik[] = { 1101010101010001, 3174054107900001,
					9999999999999999, 9471030101010012 };
	unsigned char s[JEJAK_SIDIK];
	struct rows *r;

	(void)state;
	for (size_t i = 0; i < N(nik); i++) {
		jejak_sidik(nik[i], s);
		assert_int_equal(db_one(db, &r, &Q_SIDIK, (int64_t)nik[i]), OK);
		assert_int_equal(db_blob(r, 0).n, JEJAK_SIDIK);
		assert_memory_equal(db_blob(r, 0).p, s, JEJAK_SIDIK);
	}
	assert_int_equal(jejak_blok(3174054107900001, 0), 31740000);
	assert_int_equal(jejak_blok(3174054107900001, 1), 31740500);
	assert_int_equal(jejak_blok(3174054107900001, 2), 31740541);
}

/* Institutions from a few NIKs to thousands, in pieces of any size, some of
   them twice, some taken back by a failure. */
static void every_institution_that_has_it_is_found(void **state)
{
	uint64_t *nik = malloc(4000 * sizeof(*nik));
	struct rows *r;

	(void)state;
	assert_non_null(nik);
	for (int kali = 0; kali < 160; kali++) {
		int64_t i = 1 + acak(BANYAK);
		uint32_t n = 1 + acak(i > 36 ? 3000 : i > 25 ? 200 : 30);

		for (uint32_t k = 0; k < n; k++)
			nik[k] = nik_acak(i > 30 ? 30 : 3, 3 + acak(28), 400);
		kirim(LEMBAGA + i, nik, n, acak(5) == 0 ? ERR_CONFLICT : OK);
		arena_reset(arena);
	}
	/* One sub-district and day of birth with too many. */
	for (uint32_t k = 0; k < 3000; k++)
		nik[k] = 9701019901900001 + k;
	kirim(LEMBAGA + 40, nik, 1000, OK);
	kirim(LEMBAGA + 40, nik + 1000, 2000, OK);
	kirim(LEMBAGA + 39, nik, 3000, OK);
	free(nik);
	/* Rows of every kind there is have come about. */
	for (unsigned i = 0; i < 6; i++)
		assert_true(bentuk(i) > 0);

	assert_int_equal(db_query(db, &r, &Q_SEMUA), OK);
	assert_true(db_count(r) > 10000);
	while (db_next(r))
		if (acak(20) == 0)
			periksa((uint64_t)db_int(r, 0));
	periksa(9701019901900001);
	periksa(9701019901903000);
	periksa(9701019901903001);
	for (int kali = 0; kali < 200; kali++)
		periksa(nik_acak(40, 31, 500));
}

/* What has too long a row takes its older NIKs along, whichever way it grew. */
static void rows_are_split_with_all_they_have(void **state)
{
	static const size_t maks[JEJAK_TINGKAT] = JEJAK_MAKS;
	uint64_t nik[1334];

	(void)state;
	assert_int_equal(maks[1] + 1, N(nik));
	for (size_t i = 0; i < N(nik); i++)
		nik[i] = 9702030112900001 + i;
	kirim(LEMBAGA + 1, nik, maks[0], OK);
	assert_int_equal(bentuk(0), 1);
	assert_int_equal(bentuk(2), 0);
	/* One more, of another sub-district: by sub-district. */
	nik[0] = 9702040112900001;
	kirim(LEMBAGA + 1, nik, 1, OK);
	assert_int_equal(bentuk(0), 0);
	assert_int_equal(bentuk(1), 1);
	assert_int_equal(bentuk(2), 2);
	/* The first one full, and one more: by day. */
	for (size_t i = 0; i < N(nik); i++)
		nik[i] = 9702030112900001 + i;
	kirim(LEMBAGA + 1, nik + maks[0], maks[1] - maks[0], OK);
	assert_int_equal(bentuk(2), 2);
	nik[0] = 9702033112900001;
	kirim(LEMBAGA + 1, nik, 1, OK);
	assert_int_equal(bentuk(2), 1);
	assert_int_equal(bentuk(3), 1);
	assert_int_equal(bentuk(4), 2);
	for (size_t i = 0; i < maks[1]; i += 1 + acak(20))
		periksa(9702030112900001 + i);
	periksa(9702030112900001 + maks[1] - 1);
	periksa(9702040112900001);
	periksa(9702033112900001);
	/* All at once, without anything older. */
	for (size_t i = 0; i < N(nik); i++)
		nik[i] = 9702030100900001 + i * 1000000;
	kirim(LEMBAGA + 2, nik, N(nik), OK);
	for (size_t i = 0; i < N(nik); i += 1 + acak(20))
		periksa(9702030100900001 + i * 1000000);
	assert_int_equal(balikan_jejak_tambah(db, LEMBAGA + 3, nik, 0), OK);
}

/* Many beginnings at once are not looked at first: some may be long already. */
static void many_sub_districts_at_once(void **state)
{
	uint64_t nik[1400];

	(void)state;
	for (size_t i = 0; i < N(nik); i++)
		nik[i] = 9701010112900001 + i;
	kirim(LEMBAGA + 1, nik, N(nik), OK);
	assert_int_equal(bentuk(3), 1);
	for (size_t i = 0; i < 99 * 5; i++)
		nik[i] = 9701010212900001 + i / 5 * 10000000000 + i % 5;
	kirim(LEMBAGA + 1, nik, 99 * 5, OK);
	assert_int_equal(bentuk(3), 1);
	assert_int_equal(bentuk(2), 98);
	for (size_t i = 0; i < 99 * 5; i++)
		periksa(9701010212900001 + i / 5 * 10000000000 + i % 5);
	periksa(9701010112900700);
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

/* The rows of the three beginnings; the row and its sending where found. */
static void reads_few_rows(void **state)
{
	struct balikan_temu *t;
	struct rows *r;
	uint64_t nik[50];
	size_t n;

	(void)state;
	for (int64_t i = 1; i <= BANYAK; i++) {
		for (size_t k = 0; k < N(nik); k++)
			nik[k] = nik_acak(3, 28, 9000);
		nik[49] = i % 4 == 0 ? 9701011234560001 : nik[49];
		kirim(LEMBAGA + i, nik, N(nik), OK);
	}
	/* Prepared. */
	assert_int_equal(balikan_cari(db, 9701011234560001, &t, &n), OK);
	assert_int_equal(n, 10);
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(t[i].lembaga_id, LEMBAGA + 4 * (i + 1));
		assert_int_equal(t[i].kiriman_id, t[i].lembaga_id);
		assert_string_equal(t[i].sumber, "berkas");
		assert_string_equal(t[i].tanggal, "2026-01-02");
		assert_string_equal(t[i].waktu, "2026-01-01 17:00:00.000");
		assert_string_equal(t[i].isi, "isi 9701011234560001");
		assert_int_equal(t[i].diganti_id, 0);
		assert_null(t[i].diganti);
	}
	assert_int_equal(db_one(db, &r, &Q_JEJAK,
				jejak_blok(9701011234560001, 0),
				jejak_blok(9701011234560001, 1),
				jejak_blok(9701011234560001, 2)),
			 OK);
	assert_int_equal(db_exec(db, &Q_BERSIH), OK);
	assert_int_equal(balikan_cari(db, 9701011234560001, &t, &n), OK);
	if (bacaan() > db_int(r, 0) + 3 + 2 * (int64_t)n + 4)
		fail_msg("%lld read of %lld", (long long)bacaan(),
			 (long long)db_int(r, 0));
	assert_int_equal(balikan_cari(db, 1, &t, &n), OK);
	assert_int_equal(n, 0);
}

static void former_values_newest_first(void **state)
{
	static const struct {
		const char *isi;
		int64_t oleh, diganti;
	} harap[] = {
		{ "tiga", 961002, 961003 },
		{ "dua", 961001, 961003 },
		{ "satu", 960001, 961001 },
	};
	const int64_t nik = 9701011234560001;
	struct balikan_temu *t;
	size_t n;

	(void)state;
	assert_int_equal(db_exec(db, &Q_LAMA, nik, nik, nik, nik), OK);
	assert_int_equal(balikan_cari_lama(db, LEMBAGA + 1, nik, &t, &n), OK);
	assert_int_equal(n, N(harap));
	for (size_t i = 0; i < n; i++) {
		assert_string_equal(t[i].isi, harap[i].isi);
		assert_int_equal(t[i].kiriman_id, harap[i].oleh);
		assert_int_equal(t[i].diganti_id, harap[i].diganti);
		assert_string_equal(t[i].diganti, "2026-01-03 01:00:00.000");
	}
	assert_int_equal(balikan_cari_lama(db, LEMBAGA + 3, nik, &t, &n), OK);
	assert_int_equal(n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fingerprints_are_those_of_sql),
		cmocka_unit_test_setup_teardown(
		    every_institution_that_has_it_is_found, siapkan, kosongkan),
		cmocka_unit_test_setup_teardown(
		    rows_are_split_with_all_they_have, siapkan, kosongkan),
		cmocka_unit_test_setup_teardown(many_sub_districts_at_once,
						siapkan, kosongkan),
		cmocka_unit_test_setup_teardown(reads_few_rows, siapkan,
						kosongkan),
		cmocka_unit_test_setup_teardown(former_values_newest_first,
						siapkan, kosongkan),
	};

	if (!basis_buka())
		return basis_tutup(77);
	return basis_tutup(
	    cmocka_run_group_tests_name("balikan-cari", tests, NULL, NULL));
}
