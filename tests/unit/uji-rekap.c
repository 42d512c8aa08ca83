/*
 * uji-rekap.c - figures of the reports (U-21): percentiles against sorting;
 * and, against a real server, that what triggers keep is what counting anew
 * gives, and what model/langkah says of each ticket, after random changes of
 * tickets, documents, holidays and institutions.
 *
 * Ids of its rows: 950000 and up.
 */
#include "lib/clock.h"
#include "lib/db.h"
#include "lib/form.h"
#include "model/jadwal.h"
#include "model/langkah.h"
#include "model/rekap.h"
#include "uji-acak.h"
#include "uji-basis.h"
#include "uji-buang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define TIKET    60
#define PUTARAN  400
#define HARI_NOL REKAP_HARI_NOL

static const struct pelaku admin = { .akun = 950009, .role = ROLE_ADMIN };
static const struct pelaku bank = { .lembaga = 950001, .role = ROLE_PENGGUNA };
static const struct pelaku prod = { .lembaga = 950003, .role = ROLE_PRODUSEN };

/* ---- percentiles ---- */

static int banding(const void *a, const void *b)
{
	const int32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void percentiles_equal_sorting(void **state)
{
	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct tumpuk t[12] = { 0 };
		int32_t semua[200], norma = (int32_t)acak(10);
		int64_t terlambat = 0;
		size_t n = 0, lebar = 1 + acak(12);
		struct sebaran s;

		for (size_t j = 0; j < lebar; j++) {
			t[j].hari = (int32_t)(j + (j > 6 ? 5 : 0));
			/* Cells that went empty, even below, count nothing. */
			t[j].jumlah = (int64_t)acak(9) - 2;
			for (int64_t k = 0; k < t[j].jumlah; k++)
				semua[n++] = t[j].hari;
		}
		s = sebaran_hitung(t, lebar, norma);
		assert_int_equal(s.n, n);
		if (n == 0) {
			assert_true(s.median_sepuluh == REKAP_KOSONG);
			assert_true(s.p90 == REKAP_KOSONG);
			continue;
		}
		qsort(semua, n, sizeof(*semua), banding);
		for (size_t k = 0; k < n; k++)
			terlambat += semua[k] > norma;
		assert_int_equal(s.median_sepuluh,
				 5 * (semua[(n - 1) / 2] + semua[n / 2]));
		assert_int_equal(s.p90, semua[(9 * n + 9) / 10 - 1]);
		assert_int_equal(s.terlama, semua[n - 1]);
		assert_int_equal(s.terlambat, terlambat);
	}
}

static void rows_of_days_months_and_years(void **state)
{
	static const struct rekap_kolom kolom[] = { { "n", RUPA_ANGKA },
						    { NULL, RUPA_ANGKA } };
	static const struct {
		enum rekap_per per;
		const char *dari, *sampai, *awal, *akhir;
		size_t n;
	} kasus[] = {
		{ PER_HARI, "2024-02-27", "2024-03-01", "2024-02-27",
		  "2024-03-01", 4 },
		{ PER_HARI, "2026-01-31", "2026-01-31", "2026-01-31",
		  "2026-01-31", 1 },
		{ PER_BULAN, "2025-11-30", "2026-02-01", "2025-11", "2026-02",
		  4 },
		{ PER_TAHUN, "2024-12-31", "2026-01-01", "2024", "2026", 3 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(kasus); i++) {
		struct rekap r;
		hari_t a, b;

		assert_true(hari_baca(kasus[i].dari, &a));
		assert_true(hari_baca(kasus[i].sampai, &b));
		rekap_mulai(&r, kasus[i].per, kolom);
		rekap_waktu(arena, &r, a, b);
		assert_int_equal(r.n, kasus[i].n);
		assert_string_equal(r.baris[0].kunci, kasus[i].awal);
		assert_string_equal(r.baris[r.n - 1].kunci, kasus[i].akhir);
		assert_ptr_equal(rekap_hari(&r, a, a), &r.baris[0]);
		assert_ptr_equal(rekap_hari(&r, a, b), &r.baris[r.n - 1]);
		assert_null(rekap_hari(&r, a, a - 1));
		if (kasus[i].per == PER_HARI)
			assert_null(rekap_hari(&r, a, b + 1));
		for (hari_t h = a; h <= b; h++)
			rekap_hari(&r, a, h)->n[0]++;
		rekap_jumlahkan(&r);
		assert_int_equal(r.jumlah.n[0], b - a + 1);
	}
}

/* ---- kept by triggers ---- */

SQL(B_LEMBAGA,
    "INSERT INTO lembaga (id, kode, nama, jenis, alamat, kota, provinsi,"
    " dibuat) VALUES (950001, '950001', 'Satu', 'bhi-pusat', '-', '-', '-',"
    " '2026-01-01'), (950002, '950002', 'Dua', 'dinas-provinsi', '-', '-',"
    " '-', '2026-01-01'), (950003, '950003', 'Produsen', 'produsen', '-',"
    " '-', '-', '2026-01-01'), (950004, '950004', 'Produsen lain',"
    " 'produsen', '-', '-', '-', '2026-01-01')");
SQL(B_AKUN,
    "INSERT INTO akun (id, username, nama, peran, lembaga_id, email, telepon,"
    " alamat, kota, provinsi, status, dibuat) VALUES (950009, 'uji.rekap',"
    " 'Uji', 'admin', NULL, 'uji@uji.example', '0', '-', '-', '-', 'aktif',"
    " '2026-01-01')");
SQL(B_MINTA,
    "INSERT INTO permintaan (id, lembaga_id, produsen_id, nomor, judul,"
    " jumlah, fungsi, status, pembuat_id, dibuat, diajukan, agenda_tanggal)"
    " VALUES (?, ?, ?, ?, 'Uji', 10, ?, 'diterima', 950009,"
    " '2026-01-01' + INTERVAL ? HOUR, '2026-01-02' + INTERVAL ? HOUR,"
    " '2026-01-06' + INTERVAL ? DAY)");
SQL(B_PROSES,
    "INSERT INTO proses (id, tiket, permintaan_id, lembaga_id, produsen_id,"
    " jumlah, disposisi, status, dibuat) VALUES (?, ?, ?, ?, ?, 10,"
    " '2026-01-10' + INTERVAL ? DAY, 'antri', '2026-01-20')");
SQL(U_TUNTAS, "UPDATE proses SET status = 'dokumen',"
	      " tuntas = disposisi + INTERVAL ? HOUR WHERE id = ?");
SQL(U_MUNDUR, "UPDATE proses SET status = 'produksi', tuntas = NULL,"
	      " diterima = NULL WHERE id = ?");
SQL(U_SIAP, "UPDATE proses SET status = 'siap-serah' WHERE id = ?"
	    " AND tuntas IS NOT NULL");
SQL(U_DITERIMA, "UPDATE proses SET status = 'selesai',"
		" diterima = tuntas + INTERVAL ? HOUR WHERE id = ?"
		" AND tuntas IS NOT NULL");
SQL(U_BATAL, "UPDATE proses SET status = 'batal' WHERE id = ?"
	     " AND tuntas IS NULL");
SQL(B_DOKUMEN, "INSERT INTO dokumen (jenis, proses_id, perihal, status, dibuat)"
	       " VALUES (?, ?, 'Uji', 'draf', '2026-01-20')");
SQL(U_TANDA, "UPDATE dokumen d JOIN proses p ON p.id = d.proses_id"
	     " SET d.status = 'berlaku', d.ditandatangani ="
	     " p.tuntas + INTERVAL ? HOUR WHERE p.id = ?"
	     " AND d.status = 'draf' AND p.tuntas IS NOT NULL");
SQL(U_GANTI, "UPDATE dokumen SET status = 'diganti' WHERE proses_id = ?"
	     " AND status = 'berlaku' AND jenis = 'bast'");
SQL(B_LIBUR, "INSERT IGNORE INTO libur (tanggal, nama, jenis, dicatat)"
	     " VALUES ('2026-01-01' + INTERVAL ? DAY, 'Uji rekap', 'libur',"
	     " '2026-01-01')");
SQL(H_LIBUR_SATU, "DELETE FROM libur WHERE nama = 'Uji rekap'"
		  " ORDER BY RAND(?) LIMIT 1");
SQL(U_JENIS, "UPDATE lembaga SET jenis = ? WHERE id = ?");
SQL(H_PROSES_SATU, "DELETE FROM proses WHERE id = ?");
SQL(H_DOKUMEN_SATU, "DELETE FROM dokumen WHERE proses_id = ?");

SQL(Q_BEDA_TIKET,
    "SELECT COUNT(*), SUM(t.proses_id IS NULL) FROM langkah_benar v"
    " LEFT JOIN langkah_tiket t ON t.proses_id = v.proses_id"
    " WHERE NOT (t.b0 <=> v.b0 AND t.b1 <=> v.b1 AND t.b2 <=> v.b2"
    " AND t.b3 <=> v.b3 AND t.b4 <=> v.b4 AND t.b5 <=> v.b5"
    " AND t.h1 <=> v.h1 AND t.h2 <=> v.h2 AND t.h3 <=> v.h3"
    " AND t.h4 <=> v.h4 AND t.h5 <=> v.h5 AND t.h6 <=> v.h6"
    " AND t.jenis = v.jenis)");
SQL(Q_BEDA_HISTOGRAM,
    "SELECT COUNT(*) FROM (SELECT SUM(n) AS n FROM ("
    "SELECT bulan, langkah, produsen_id, jenis, hari, jumlah AS n"
    " FROM langkah_histogram UNION ALL"
    " SELECT bulan, langkah, produsen_id, jenis, hari, -1"
    " FROM langkah_selesai) x"
    " GROUP BY bulan, langkah, produsen_id, jenis, hari) y WHERE n <> 0");
SQL(Q_TIKET,
    "SELECT t.proses_id, TO_DAYS(m.diajukan + INTERVAL 7 HOUR),"
    " TO_DAYS(m.agenda_tanggal), TO_DAYS(p.disposisi),"
    " TO_DAYS(p.tuntas + INTERVAL 7 HOUR), (SELECT"
    " IF(SUM(d.ditandatangani IS NULL) > 0, NULL,"
    " TO_DAYS(MAX(d.ditandatangani) + INTERVAL 7 HOUR)) FROM dokumen d"
    " WHERE d.proses_id = p.id AND d.status IN ('draf', 'berlaku')"
    " AND p.kelompok = 'approved'),"
    " TO_DAYS(p.diterima + INTERVAL 7 HOUR), t.h1, t.h2, t.h3, t.h4, t.h5,"
    " t.lembaga_id, t.produsen_id FROM langkah_tiket t"
    " JOIN proses p ON p.id = t.proses_id"
    " JOIN permintaan m ON m.id = p.permintaan_id WHERE p.id >= 950000");

SQL(H_TOTAL, "DELETE FROM proses_total WHERE lembaga_id >= 950000"
	     " OR produsen_id >= 950000");
SQL(H_LIBUR, "DELETE FROM libur WHERE nama = 'Uji rekap'");

static int kosongkan(void **state)
{
	static struct sql *const semua[] = { &H_TOTAL, &H_LIBUR };

	(void)state;
	if (buang(db, "proses", 950000, 959999) != OK ||
	    buang(db, "permintaan", 950000, 959999) != OK)
		return 1;
	for (size_t i = 0; i < COUNT(semua); i++)
		if (db_exec(db, semua[i]) != OK)
			return 1;
	return buang_orang(db, 950000, 959999) != OK;
}

static int64_t lembaga_ke(int64_t i)
{
	return 950001 + i % 2;
}

static int64_t produsen_ke(int64_t i)
{
	return 950003 + i % 3 / 2;
}

static void buat(int64_t i)
{
	int64_t id = 950000 + i;

	assert_int_equal(db_exec(db, &B_MINTA, id, lembaga_ke(i),
				 produsen_ke(i),
				 arena_printf(arena, "UR/%d", (int)i),
				 i % 5 == 0 ? "RW" : "R", (int64_t)acak(300),
				 (int64_t)acak(120), (int64_t)acak(4)),
			 OK);
	assert_int_equal(db_exec(db, &B_PROSES, id, 50000000 + i, id,
				 lembaga_ke(i), produsen_ke(i),
				 (int64_t)acak(30)),
			 OK);
}

static int isi(void **state)
{
	if (kosongkan(state) != 0 || db_exec(db, &B_LEMBAGA) != OK ||
	    db_exec(db, &B_AKUN) != OK)
		return 1;
	for (int64_t i = 0; i < TIKET; i++)
		buat(i);
	return 0;
}

/* Something that may happen to a ticket, a document, a day, an institution. */
static enum err ubah(void)
{
	static const char *const jenis[] = { "bhi-pusat", "bhi-provinsi",
					     "kementerian" };
	int64_t id = 950000 + acak(TIKET);

	switch (acak(13)) {
	case 0:
	case 1:
	case 2:
		return db_exec(db, &U_TUNTAS, (int64_t)acak(400), id);
	case 3:
		return db_exec(db, &U_MUNDUR, id);
	case 4:
	case 5:
		return db_exec(db, &U_SIAP, id);
	case 6:
	case 7:
		return db_exec(db, &U_DITERIMA, (int64_t)acak(300), id);
	case 8:
		return db_exec(db, &B_DOKUMEN,
			       acak(2) == 0 ? "bast" : "surat-balasan", id);
	case 9:
		return db_exec(db, &U_TANDA, (int64_t)acak(200), id);
	case 10:
		return acak(3) == 0 ? db_exec(db, &U_GANTI, id) :
				      db_exec(db, &U_BATAL, id);
	case 11:
		return acak(2) == 0 ?
			   db_exec(db, &B_LIBUR, (int64_t)acak(80)) :
			   db_exec(db, &H_LIBUR_SATU, (int64_t)acak(1000));
	default:
		return acak(4) == 0 ?
			   db_exec(db, &U_JENIS, jenis[acak(COUNT(jenis))],
				   lembaga_ke((int64_t)acak(2))) :
			   OK;
	}
}

static void sama_dengan_hitungan(void)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_BEDA_TIKET), OK);
	assert_int_equal(db_int(r, 0), 0);
	assert_int_equal(db_one(db, &r, &Q_BEDA_HISTOGRAM), OK);
	assert_int_equal(db_int(r, 0), 0);
}

static hari_t sel_hari(const struct rows *r, unsigned k)
{
	return db_null(r, k) ? HARI_TAK_ADA : (hari_t)(db_int(r, k) - HARI_NOL);
}

/* Each ticket says what its own page would say. */
static void sama_dengan_halaman(void)
{
	struct langkah_hasil hasil[LANGKAH_N];
	struct libur libur;
	struct rows *r;
	size_t n = 0;

	assert_int_equal(jadwal_libur(db, &libur), OK);
	assert_int_equal(db_query(db, &r, &Q_TIKET), OK);
	for (; db_next(r); n++) {
		hari_t b[BATAS_N];

		for (unsigned k = 0; k < BATAS_N; k++)
			b[k] = sel_hari(r, k + 1);
		langkah_hitung(&libur, norma_bawaan, b, HARI_MAX, true, hasil);
		for (unsigned k = 0; k < LANGKAH_N; k++) {
			bool ada = hasil[k].status == LANGKAH_SELESAI;

			assert_int_equal(!db_null(r, 7 + k), ada);
			if (ada)
				assert_int_equal(db_int(r, 7 + k),
						 hasil[k].terpakai);
		}
	}
	assert_true(n > TIKET / 2);
}

static void steps_follow_every_change(void **state)
{
	(void)state;
	if (clock_zone_hours() != 7)
		skip();
	sama_dengan_hitungan();
	for (int i = 0; i < PUTARAN; i++) {
		assert_int_equal(ubah(), OK);
		if (i % 20 == 19)
			sama_dengan_hitungan();
		if (i % 100 == 99)
			sama_dengan_halaman();
	}
	for (int i = 0; i < 10; i++) {
		int64_t id = 950000 + acak(TIKET);

		assert_int_equal(db_exec(db, &H_DOKUMEN_SATU, id), OK);
		assert_int_equal(db_exec(db, &H_PROSES_SATU, id), OK);
		sama_dengan_hitungan();
	}
}

/* ---- the report against a plain sort of the same days ---- */

SQL(Q_LAMA, "SELECT hari FROM langkah_selesai WHERE langkah = ?"
	    " AND bulan BETWEEN 202601 AND 202604 AND (? = 0 OR lembaga_id = ?)"
	    " AND (? = 0 OR produsen_id = ?) ORDER BY hari");

static void bandingkan(const struct pelaku *p, int64_t lembaga,
		       int64_t produsen)
{
	struct rekap_saring s = { .per = PER_LANGKAH, .langkah = 6 };
	struct rekap k;
	struct rows *r;

	assert_true(hari_baca("2026-01-01", &s.dari));
	assert_true(hari_baca("2026-04-30", &s.sampai));
	assert_int_equal(rekap_langkah(db, p, &s, &k), OK);
	assert_int_equal(k.n, LANGKAH_N + 1);
	for (size_t i = 0; i < k.n; i++) {
		int64_t n, hari[TIKET];

		assert_int_equal(db_query(db, &r, &Q_LAMA, (int64_t)i + 1,
					  lembaga, lembaga, produsen, produsen),
				 OK);
		for (n = 0; db_next(r); n++)
			hari[n] = db_int(r, 0);
		assert_int_equal(k.baris[i].n[0], n);
		if (n == 0)
			continue;
		assert_int_equal(k.baris[i].n[1],
				 5 * (hari[(n - 1) / 2] + hari[n / 2]));
		assert_int_equal(k.baris[i].n[2], hari[(9 * n + 9) / 10 - 1]);
		assert_int_equal(k.baris[i].n[3], hari[n - 1]);
	}
}

static void everyone_sees_his_own_steps(void **state)
{
	static const struct pelaku tamu = { .role = ROLE_PEMOHON };
	struct rekap_saring s = { .per = PER_BULAN, .langkah = 6 };
	struct rekap k;

	(void)state;
	bandingkan(&bank, 950001, 0);
	bandingkan(&prod, 0, 950003);
	assert_true(hari_baca("2026-01-01", &s.dari));
	assert_true(hari_baca("2026-04-30", &s.sampai));
	assert_int_equal(rekap_langkah(db, &tamu, &s, &k), OK);
	assert_int_equal(k.jumlah.n[0], 0);
	s.lembaga = 950002;
	assert_int_equal(rekap_permintaan(db, &bank, &s, &k), OK);
	assert_true(k.jumlah.n[k.n_kolom - 2] > 0);
	/* Another's filter gives one's own all the same. */
	s.lembaga = 0;
	{
		int64_t milik = k.jumlah.n[k.n_kolom - 2];

		assert_int_equal(rekap_permintaan(db, &bank, &s, &k), OK);
		assert_int_equal(k.jumlah.n[k.n_kolom - 2], milik);
	}
	assert_int_equal(rekap_permintaan(db, &tamu, &s, &k), OK);
	assert_int_equal(k.n, 0);
	assert_int_equal(rekap_kartu(db, &tamu, &s, &k), OK);
	assert_int_equal(k.n, 0);
	assert_int_equal(rekap_aktivasi(db, &prod, &s, &k), OK);
	assert_int_equal(k.n, 0);
	assert_int_equal(rekap_akun(db, &bank, &s, &k), OK);
	assert_int_equal(k.n, 0);
	assert_int_equal(rekap_akun(db, &admin, &s, &k), OK);
	assert_int_equal(k.n, 4);
}

int main(void)
{
	const struct CMUnitTest aturan[] = {
		cmocka_unit_test(percentiles_equal_sorting),
		cmocka_unit_test(rows_of_days_months_and_years),
	};
	const struct CMUnitTest basis[] = {
		cmocka_unit_test(steps_follow_every_change),
		cmocka_unit_test(everyone_sees_his_own_steps),
	};
	bool ada = basis_buka();
	int gagal = cmocka_run_group_tests_name("rekap", aturan, NULL, NULL);

	if (ada)
		gagal += cmocka_run_group_tests_name("rekap-basis", basis, isi,
						     kosongkan);
	return basis_tutup(gagal);
}
