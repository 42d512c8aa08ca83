/*
 * uji-dasbor.c - the dashboard reads little (U-09): whatever there is, each of
 * its parts takes a few statements and the rows it shows, for every role.
 *
 * Ids of its rows: 970000 and up.
 */
#include "lib/clock.h"
#include "lib/form.h"
#include "model/dasbor.h"
#include "uji-basis.h"
#include "uji-buang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define AWAL  970000
#define AKHIR 979999

SQL(Q_LEMBAGA,
    "INSERT INTO lembaga (id, kode, nama, jenis, alamat, kota, provinsi,"
    " dibuat) SELECT 970000 + seq, 970000 + seq, CONCAT('Uji ', seq),"
    " IF(seq > 10, 'produsen', 'bhi-pusat'), '-', '-', '-', '2026-01-01'"
    " FROM seq_1_to_20");
SQL(Q_AKUN,
    "INSERT INTO akun (id, username, nama, peran, lembaga_id, email, telepon,"
    " alamat, kota, provinsi, status, dibuat) VALUES (970001, 'uji970001',"
    " 'Uji', 'pengguna', 970001, '-', '-', '-', '-', '-', 'aktif',"
    " '2026-01-01')");
/* Institution 1 has one case in a hundred, and old ones. */
SQL(Q_MINTA,
    "INSERT INTO permintaan (id, lembaga_id, produsen_id, nomor, judul,"
    " jumlah, fungsi, status, pembuat_id, dibuat) SELECT 970000 + seq,"
    " 970000 + IF(MOD(seq, 100) = 1, 1, 2 + MOD(seq, 9)),"
    " 970011 + MOD(seq, 10), CONCAT('N', seq), 'Uji', 1, 'R',"
    " IF(MOD(seq, 7) = 0, 'baru', 'diterima'), 970001,"
    " '2026-01-01' + INTERVAL seq MINUTE FROM seq_1_to_6000");
SQL(Q_RIWAYAT,
    "INSERT INTO permintaan_riwayat (permintaan_id, waktu, akun_id, kode, ke)"
    " SELECT 970000 + k.seq, '2026-01-01' + INTERVAL k.seq MINUTE, 970001,"
    " 'diajukan', 'diajukan' FROM seq_1_to_6000 k, seq_1_to_4 l");
SQL(Q_PROSES,
    "INSERT INTO proses (id, tiket, permintaan_id, lembaga_id, produsen_id,"
    " jumlah, disposisi, estimasi_selesai, status, dibuat) SELECT id, id, id,"
    " lembaga_id, produsen_id, 1, '2026-01-01',"
    " '2026-01-01' + INTERVAL MOD(id, 300) DAY, IF(MOD(id, 60) = 1, 'antri',"
    " 'selesai'), dibuat FROM permintaan WHERE id > 970000");
SQL(Q_AKTIVASI,
    "INSERT INTO aktivasi (id, lembaga_id, proses_id, nomor, judul, jumlah,"
    " status, pembuat_id, dibuat) SELECT id, lembaga_id, id, nomor, 'Uji', 1,"
    " IF(MOD(id, 7) = 0, 'baru', 'disetujui'), 970001, dibuat"
    " FROM permintaan WHERE id > 970000");
SQL(Q_AKTIVASI_RIWAYAT,
    "INSERT INTO aktivasi_riwayat (aktivasi_id, waktu, akun_id, kode, ke)"
    " SELECT 970000 + seq, '2026-01-01' + INTERVAL seq MINUTE, 970001,"
    " 'diajukan', 'diajukan' FROM seq_1_to_6000");
SQL(Q_SURAT,
    "INSERT INTO kotak_keluar (saluran, kepada, templat, data, status, dibuat,"
    " berikut) SELECT 'surel', 'uji970000', 'selesai', '', IF(MOD(seq, 2) = 0,"
    " 'gagal', 'terkirim'), '2026-01-01', NULL FROM seq_1_to_4000");
SQL(Q_BERSIH, "FLUSH LOCAL STATUS");
SQL(Q_BACAAN, "SHOW SESSION STATUS WHERE Variable_name IN"
	      " ('Handler_read_next', 'Handler_read_prev', 'Handler_read_key',"
	      " 'Handler_read_rnd_next', 'Handler_read_rnd',"
	      " 'Handler_read_first', 'Handler_read_last')");
SQL(Q_TANYA, "SHOW SESSION STATUS LIKE 'Com_stmt_execute'");
SQL(Q_SUSUN, "ANALYZE TABLE permintaan, permintaan_riwayat, proses, aktivasi,"
	     " aktivasi_riwayat, kotak_keluar");
SQL(H_SURAT, "DELETE FROM kotak_keluar WHERE kepada = 'uji970000'");
SQL(H_TOTAL, "DELETE FROM proses_total");
SQL(H_TOTAL_AKT, "DELETE FROM aktivasi_total");

static int jalankan(struct sql *const *semua, size_t n)
{
	arena_reset(arena);
	for (size_t i = 0; i < n; i++)
		if (db_exec(db, semua[i]) != OK)
			return 1;
	return 0;
}

static int kosongkan(void **state)
{
	static struct sql *const semua[] = { &H_SURAT, &H_TOTAL,
					     &H_TOTAL_AKT };
	static const char *const tabel[] = { "aktivasi", "proses",
					     "permintaan" };

	(void)state;
	for (size_t i = 0; i < COUNT(tabel); i++)
		if (buang(db, tabel[i], AWAL, AKHIR) != OK)
			return 1;
	return jalankan(semua, COUNT(semua)) != 0 ||
	       buang_orang(db, AWAL, AKHIR) != OK;
}

static int siapkan(void **state)
{
	static struct sql *const semua[] = {
		&Q_LEMBAGA, &Q_AKUN,		 &Q_MINTA, &Q_RIWAYAT, &Q_PROSES,
		&Q_AKTIVASI, &Q_AKTIVASI_RIWAYAT, &Q_SURAT,
	};
	struct rows *r;

	return kosongkan(state) != 0 || jalankan(semua, COUNT(semua)) != 0 ||
	       db_query(db, &r, &Q_SUSUN) != OK;
}

static const struct pelaku siapa[] = {
	{ .akun = 970001, .lembaga = AWAL + 1, .role = ROLE_PENGGUNA },
	{ .akun = 970001, .lembaga = AWAL + 2, .role = ROLE_DINAS },
	{ .akun = 970001, .lembaga = AWAL + 11, .role = ROLE_PRODUSEN },
	{ .akun = 970001, .lembaga = AWAL + 20, .role = ROLE_ADMIN },
	{ .akun = 970001, .lembaga = AWAL + 20, .role = ROLE_PEJABAT },
	{ .akun = 970001, .lembaga = AWAL + 3, .role = ROLE_VERIFIKATOR },
	{ .akun = 970001, .lembaga = 0, .role = ROLE_PEMOHON },
};

static int64_t jumlah(struct sql *s)
{
	struct rows *r;
	int64_t n = 0;

	assert_int_equal(db_query(db, &r, s), OK);
	while (db_next(r))
		n += strtoll(db_text(r, 1), NULL, 10);
	return n;
}

/* At most so many rows and keys read, by so many statements, since mulai(). */
static void mulai(void)
{
	arena_reset(arena);
	assert_int_equal(db_exec(db, &Q_BERSIH), OK);
}

static void paling_banyak(const char *apa, unsigned peran, int64_t baca,
			  int64_t perintah)
{
	int64_t dibaca = jumlah(&Q_BACAAN), tanya = jumlah(&Q_TANYA);

	/* Itself and the one before. */
	tanya -= 2;
	print_message("%s, %s: %lld read by %lld statements\n",
		      role_name(peran), apa, (long long)dibaca,
		      (long long)tanya);
	if (dibaca > baca || tanya > perintah)
		fail_msg("%s, %s: %lld read by %lld statements",
			 role_name(peran), apa, (long long)dibaca,
			 (long long)tanya);
}

/* The dead letters are counted up to a thousand, for admins. */
static void figures_read_few_rows(void **state)
{
	struct hitungan h[HITUNGAN_MAKS];
	size_t n;

	(void)state;
	/* Whoever opens a table first reads what is known of its columns. */
	for (size_t i = 0; i < COUNT(siapa); i++)
		assert_int_equal(dasbor_hitungan(db, &siapa[i], h, &n), OK);
	for (size_t i = 0; i < COUNT(siapa); i++) {
		mulai();
		assert_int_equal(dasbor_hitungan(db, &siapa[i], h, &n), OK);
		paling_banyak("figures", siapa[i].role,
			      siapa[i].role == ROLE_ADMIN ? 2200 : 60, 6);
		assert_true(n <= HITUNGAN_MAKS);
		assert_int_equal(n == 0,
				 (siapa[i].role & ROLE_KASUS) == 0);
	}
}

static void changes_read_what_they_show(void **state)
{
	struct perubahan *p;
	size_t n;

	(void)state;
	for (size_t i = 0; i < COUNT(siapa); i++) {
		unsigned peran = siapa[i].role;

		mulai();
		assert_int_equal(dasbor_perubahan(db, &siapa[i], &p, &n), OK);
		/* 30 newest cases with their timelines, of both kinds. */
		paling_banyak("changes", peran,
			      (peran & ROLE_DITJEN) != 0 ? 100 : 900, 2);
		assert_int_equal(n, (peran & ROLE_KASUS) != 0 ? 10 : 0);
		for (size_t k = 1; k < n; k++)
			assert_true(strcmp(p[k - 1].waktu, p[k].waktu) >= 0);
	}
}

static void late_cases_read_the_late_ones(void **state)
{
	struct terlambat *t;
	int64_t total;
	size_t n;

	(void)state;
	for (size_t i = 0; i < COUNT(siapa); i++) {
		mulai();
		assert_int_equal(dasbor_terlambat(db, &siapa[i], "2026-02-01",
						  &t, &n, &total),
				 OK);
		paling_banyak("late cases", siapa[i].role, total * 2 + 60, 2);
		assert_true((int64_t)n <= total && n <= 10);
		assert_int_equal(total > 0, n > 0);
	}
	/* All of it is there: staff see what no filter hides. */
	assert_int_equal(dasbor_terlambat(db, &siapa[3], "2026-02-01", &t, &n,
					  &total),
			 OK);
	assert_int_equal(n, 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_read_few_rows),
		cmocka_unit_test(changes_read_what_they_show),
		cmocka_unit_test(late_cases_read_the_late_ones),
	};

	if (!basis_buka())
		return basis_tutup(77);
	return basis_tutup(cmocka_run_group_tests_name("dasbor", tests,
						       siapkan, kosongkan));
}
