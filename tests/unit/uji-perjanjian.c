/*
 * uji-perjanjian.c - agreements and what the day brings: record,
 * correct, extend, stop; reminders 60, 30 and 7 days before the end; the end;
 * renewal.  The clock is moved, rounds are run twice, late and by two at once.
 *
 * SIFILMA_KONFIG names the unit tests' configuration; without one only the
 * rules that need no database are looked at.
 */
#include "lib/clock.h"
#include "lib/config.h"
#include "lib/form.h"
#include "model/hari.h"
#include "model/perjanjian-masa.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static struct arena *arena;
static struct db *db;

/* ---- codes ---- */

static void codes_joined_by_blanks(void **state)
{
	(void)state;
	assert_true(perjanjian_memuat("card-reader", "card-reader"));
	assert_true(perjanjian_memuat("web-portal card-reader", "card-reader"));
	assert_true(perjanjian_memuat("nik  nama", "nama"));
	assert_false(perjanjian_memuat("nama-ibu", "nama"));
	assert_false(perjanjian_memuat("nik nama-ibu", "nama"));
	assert_false(perjanjian_memuat("card-readers", "card-reader"));
	assert_false(perjanjian_memuat("", "nik"));
	assert_false(perjanjian_memuat("nik", ""));
	assert_false(perjanjian_memuat(NULL, "nik"));
}

/* All codes fit into their columns, however many are chosen. */
static void codes_fit_their_columns(void **state)
{
	size_t n = 0;

	(void)state;
	for (size_t i = 0; perjanjian_elemen[i] != NULL; i++)
		n += strlen(perjanjian_elemen[i]) + 1;
	assert_true(n - 1 <= 500);
	n = 0;
	for (size_t i = 0; perjanjian_metode[i] != NULL; i++)
		n += strlen(perjanjian_metode[i]) + 1;
	assert_true(n - 1 <= 60);
}

/* ---- against the database ---- */

/* Ids of this test's rows: institutions 940001 and 940002 (users), 940003 (a
   producer), 940009 (Ditjen); cards from 940000. */
SQL(Q_LEMBAGA,
    "INSERT INTO lembaga (id, kode, nama, jenis, alamat, kota, provinsi,"
    " dibuat) VALUES (?, ?, 'Uji', ?, '-', '-', '-', '2026-01-01')");
SQL(Q_AKUN,
    "INSERT INTO akun (id, username, nama, peran, lembaga_id, email, telepon,"
    " alamat, kota, provinsi, status, dibuat) VALUES (?, ?, 'Uji', ?, ?,"
    " 'uji@uji.example', '0', '-', '-', '-', 'aktif', '2026-01-01')");
SQL(Q_MINTA,
    "INSERT INTO permintaan (id, lembaga_id, produsen_id, nomor, judul,"
    " jumlah, fungsi, status, pembuat_id, dibuat) VALUES (?, ?, 940003, ?,"
    " 'Uji', 1000, 'R', 'diterima', 940001, '2026-01-01')");
SQL(Q_KARTU,
    "INSERT INTO kartu (id, permintaan_id, urut, seri_kartu, seri_mesin,"
    " status, sam_id) SELECT ? + seq, ?, seq, CONCAT('UK', ? + seq),"
    " CONCAT('UM', ? + seq), ?, LPAD(HEX(? + seq), 16, '0')"
    " FROM seq_1_to_1000 WHERE seq <= ?");
SQL(Q_MANIFES,
    "INSERT INTO manifes (kode, kartu_id, lembaga_id, perjanjian_id, sam_id,"
    " seri_mesin, fungsi, alamat, wilayah_kode, lintang, bujur,"
    " perjanjian_berakhir, berlaku_dari, berlaku_sampai, diterbitkan, status)"
    " SELECT MD5(CONCAT(k.id, p.id)), k.id, k.lembaga_id, p.id, k.sam_id,"
    " k.seri_mesin, 'R', 'Jalan Uji 1', '3273010001', 0, 0, p.berakhir,"
    " p.mulai, p.berakhir, '2026-01-01', ? FROM kartu k"
    " JOIN perjanjian p ON p.id = ?"
    " WHERE k.permintaan_id = ? AND k.status = ?");
SQL(Q_MANIFES_KARTU, "UPDATE kartu k JOIN manifes m ON m.kartu_id = k.id"
		     " SET k.manifes_id = m.id WHERE m.perjanjian_id = ?");
SQL(Q_STATUS, "SELECT COUNT(*) FROM kartu WHERE permintaan_id = ?"
	      " AND status = ? AND (? = 0 OR perlu_manifes = 'perpanjangan')");
SQL(Q_MANIFES_STATUS, "SELECT COUNT(*) FROM manifes WHERE perjanjian_id = ?"
		      " AND status = ? AND (status = 'berlaku' OR"
		      " (sebab = 'perjanjian' AND tidak_berlaku IS NOT NULL))");
SQL(Q_RIWAYAT_KARTU,
    "SELECT COUNT(*), COUNT(DISTINCT h.kartu_id), MIN(h.catatan)"
    " FROM kartu_riwayat h JOIN kartu k ON k.id = h.kartu_id"
    " WHERE k.permintaan_id = ? AND h.kode = 'nonaktif' AND h.dari = 'aktif'"
    " AND h.ke = 'nonaktif' AND h.manifes_id = k.manifes_id");
SQL(Q_AUDIT, "SELECT COUNT(*) FROM audit WHERE tindakan = ? AND objek_id >= ?"
	     " AND objek_id < ? AND id > ?");
SQL(Q_AUDIT_TERAKHIR, "SELECT COALESCE(MAX(id), 0) FROM audit");
SQL(Q_SURAT, "SELECT data FROM kotak_keluar WHERE templat = ?"
	     " AND akun_id = ? ORDER BY id");
SQL(Q_RIWAYAT, "SELECT COUNT(*) FROM perjanjian_riwayat"
	       " WHERE perjanjian_id = ? AND kode = ?");
SQL(Q_CATATAN, "SELECT catatan FROM perjanjian_riwayat"
	       " WHERE perjanjian_id = ? AND kode = ? ORDER BY id DESC");
SQL(H_SURAT, "DELETE FROM kotak_keluar WHERE akun_id >= 940000"
	     " AND akun_id < 950000");
SQL(H_RIWAYAT_KARTU, "DELETE FROM kartu_riwayat WHERE kartu_id >= 940000"
		     " AND kartu_id < 950000");
SQL(H_MANIFES_ID, "UPDATE kartu SET manifes_id = NULL WHERE id >= 940000"
		  " AND id < 950000");
SQL(H_MANIFES, "DELETE FROM manifes WHERE kartu_id >= 940000"
	       " AND kartu_id < 950000");
SQL(H_KARTU, "DELETE FROM kartu WHERE id >= 940000 AND id < 950000");
SQL(H_MINTA, "DELETE FROM permintaan WHERE id >= 940000 AND id < 950000");
SQL(H_INGAT, "DELETE g FROM perjanjian_pengingat g JOIN perjanjian p"
	     " ON p.id = g.perjanjian_id WHERE p.lembaga_id >= 940000"
	     " AND p.lembaga_id < 950000");
SQL(H_RIWAYAT, "DELETE h FROM perjanjian_riwayat h JOIN perjanjian p"
	       " ON p.id = h.perjanjian_id WHERE p.lembaga_id >= 940000"
	       " AND p.lembaga_id < 950000");
SQL(H_PERJANJIAN, "DELETE FROM perjanjian WHERE lembaga_id >= 940000"
		  " AND lembaga_id < 950000");
SQL(H_AKUN, "DELETE FROM akun WHERE id >= 940000 AND id < 950000");
SQL(H_LEMBAGA, "DELETE FROM lembaga WHERE id >= 940000 AND id < 950000");

static const struct pelaku admin = { .akun = 940009,
				     .lembaga = 940009,
				     .role = ROLE_ADMIN };
static const struct pelaku bank = { .akun = 940001,
				    .lembaga = 940001,
				    .role = ROLE_PENGGUNA };
static const struct pelaku lain = { .akun = 940002,
				    .lembaga = 940002,
				    .role = ROLE_PENGGUNA };

/* Noon of a day in the office's zone becomes now. */
static void pergi(const char *hari)
{
	clock_shift(0);
	clock_shift(clock_parse(arena_printf(arena, "%s 12:00:00.000", hari)) -
		    clock_zone_hours() * INT64_C(3600000) - clock_now_ms());
	assert_string_equal(clock_today(arena), hari);
}

static int kosongkan(void **state)
{
	static struct sql *const semua[] = {
		&H_SURAT,      &H_RIWAYAT_KARTU, &H_MANIFES_ID, &H_MANIFES,
		&H_KARTU,      &H_MINTA,         &H_INGAT,      &H_RIWAYAT,
		&H_PERJANJIAN, &H_AKUN,          &H_LEMBAGA,
	};

	(void)state;
	clock_shift(0);
	arena_reset(arena);
	for (size_t i = 0; i < COUNT(semua); i++)
		if (db_exec(db, semua[i]) != OK)
			return 1;
	return 0;
}

static int isi(void **state)
{
	static const struct {
		int64_t id;
		const char *kode, *jenis, *peran;
	} l[] = { { 940001, "940001", "bhi-pusat", "pengguna" },
		  { 940002, "940002", "dinas-provinsi", "dinas" },
		  { 940003, "940003", "produsen", "produsen" },
		  { 940009, "940009", "ditjen", "admin" } };

	if (kosongkan(state) != 0)
		return 1;
	for (size_t i = 0; i < COUNT(l); i++)
		if (db_exec(db, &Q_LEMBAGA, l[i].id, l[i].kode, l[i].jenis) !=
			OK ||
		    db_exec(db, &Q_AKUN, l[i].id, l[i].kode, l[i].peran,
			    l[i].id) != OK)
			return 1;
	if (db_exec(db, &Q_MINTA, 940001, 940001, "UJI/1") != OK ||
	    db_exec(db, &Q_MINTA, 940002, 940002, "UJI/2") != OK)
		return 1;
	pergi("2026-03-01");
	return 0;
}

/* An agreement as the form gives it. */
static struct perjanjian_isian contoh(const char *mulai, const char *berakhir)
{
	static int nomor;

	return (struct perjanjian_isian){
		.lembaga_id = 940001,
		.nomor = arena_printf(arena, "PKS/%d", ++nomor),
		.judul = "Uji",
		.mulai = mulai,
		.berakhir = berakhir,
		.elemen = "nik nama",
		.metode = "card-reader",
	};
}

static int64_t catat(struct perjanjian_isian in)
{
	struct perjanjian_galat g;
	int64_t id = 0;

	assert_int_equal(perjanjian_buat(db, &admin, &in, &id, &g), OK);
	assert_true(id > 0);
	return id;
}

static int64_t buat(const char *mulai, const char *berakhir)
{
	return catat(contoh(mulai, berakhir));
}

/* Cards of a request in a state, with a manifest each under the agreement. */
static void pasang(int64_t permintaan, int64_t awal, int64_t banyak,
		   const char *status, int64_t perjanjian,
		   const char *status_manifes)
{
	assert_int_equal(db_exec(db, &Q_KARTU, awal, permintaan, awal, awal,
				 status, awal, banyak),
			 OK);
	assert_int_equal(db_exec(db, &Q_MANIFES, status_manifes, perjanjian,
				 permintaan, status),
			 OK);
	assert_int_equal(db_exec(db, &Q_MANIFES_KARTU, perjanjian), OK);
}

static int64_t satu_angka(enum err e, const struct rows *r)
{
	assert_int_equal(e, OK);
	return db_int(r, 0);
}

static int64_t kartu(int64_t permintaan, const char *status, int64_t ditandai)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_STATUS, permintaan, status, ditandai);

	return satu_angka(e, r);
}

static int64_t manifes(int64_t perjanjian, const char *status)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_MANIFES_STATUS, perjanjian, status);

	return satu_angka(e, r);
}

static int64_t riwayat(int64_t perjanjian, const char *kode)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_RIWAYAT, perjanjian, kode);

	return satu_angka(e, r);
}

/* Messages to the bank; the data of the last one to *data (NULL: unwanted). */
static int64_t surat(const char *templat, const char **data)
{
	struct rows *r;

	assert_int_equal(db_query(db, &r, &Q_SURAT, templat, 940001), OK);
	while (db_next(r))
		if (data != NULL)
			*data = db_text(r, 0);
	return (int64_t)db_count(r);
}

/* A round of the worker on a day, without what signs. */
static void putaran(const char *hari)
{
	int64_t n;

	pergi(hari);
	assert_int_equal(masa_akhiri(db, hari, &n), OK);
	assert_int_equal(masa_tandai(db, hari, &n), OK);
	assert_int_equal(masa_ingatkan(db, hari, &n), OK);
}

static const char *hari_ke(const char *hari, int tambah)
{
	char *out = arena_alloc(arena, HARI_TEKS);
	hari_t h = 0;

	assert_true(hari_baca(hari, &h));
	hari_tulis(h + tambah, out);
	return out;
}

static bool berlaku(const char *hari)
{
	struct perjanjian k;
	enum err e = perjanjian_berlaku(db, 940001, hari, &k);

	assert_true(e == OK || e == ERR_NOT_FOUND);
	return e == OK;
}

/* ---- record ---- */

static void what_is_wrong_is_told(void **state)
{
	static const struct {
		const char *mulai, *berakhir, *elemen, *metode;
		int64_t lembaga;
		const char *ruas, *kode;
	} salah[] = {
		{ "2026-01-01", "2027-01-01", "", "card-reader", 940001,
		  "elemen", "wajib" },
		{ "2026-01-01", "2027-01-01", "nik gaji", "card-reader", 940001,
		  "elemen", "pilihan" },
		{ "2026-01-01", "2027-01-01", "nik", NULL, 940001, "metode",
		  "wajib" },
		{ "2026-01-01", "2027-01-01", "nik", "faks", 940001, "metode",
		  "pilihan" },
		{ "2026-06-02", "2026-06-01", "nik", "card-reader", 940001,
		  "berakhir", "sebelum-mulai" },
		{ "2026-01-01", "2206-01-01", "nik", "card-reader", 940001,
		  "berakhir", "terlalu-lama" },
		/* It is 1 March. */
		{ "2026-01-01", "2026-02-28", "nik", "card-reader", 940001,
		  "berakhir", "sudah-lewat" },
		{ "2026-01-01", "2027-01-01", "nik", "card-reader", 940003,
		  "lembaga", "lembaga-tidak-cocok" },
		{ "2026-01-01", "2027-01-01", "nik", "card-reader", 940009,
		  "lembaga", "lembaga-tidak-cocok" },
		{ "2026-01-01", "2027-01-01", "nik", "card-reader", 949999,
		  "lembaga", "lembaga-tidak-cocok" },
	};
	struct perjanjian_isian in;
	struct perjanjian_galat g;
	int64_t id = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(salah); i++) {
		in = contoh(salah[i].mulai, salah[i].berakhir);
		in.elemen = salah[i].elemen;
		in.metode = salah[i].metode;
		in.lembaga_id = salah[i].lembaga;
		assert_int_equal(perjanjian_buat(db, &admin, &in, &id, &g),
				 ERR_INPUT);
		assert_string_equal(g.ruas, salah[i].ruas);
		assert_string_equal(g.kode, salah[i].kode);
	}
	in = contoh("2026-01-01", "2026-03-01");
	assert_int_equal(perjanjian_buat(db, &bank, &in, &id, &g),
			 ERR_FORBIDDEN);
	assert_int_equal(perjanjian_buat(db, &admin, &in, &id, &g), OK);
	assert_int_equal(perjanjian_buat(db, &admin, &in, &id, &g), ERR_INPUT);
	assert_string_equal(g.ruas, "nomor");
	/* Another institution may have the number. */
	in.lembaga_id = 940002;
	assert_int_equal(perjanjian_buat(db, &admin, &in, &id, &g), OK);
	assert_int_equal(surat("perjanjian-dicatat", NULL), 1);
}

/* from the first to the last day, both included. */
static void in_force_between_its_days(void **state)
{
	struct perjanjian_isian in = contoh("2026-03-10", "2026-06-30");
	struct perjanjian k;
	int64_t id;

	(void)state;
	in.metode = "web-portal web-service";
	catat(in);
	assert_false(berlaku("2026-04-01"));
	assert_int_equal(perjanjian_berlaku_metode(db, 940001, "web-service",
						   "2026-04-01", &k),
			 OK);
	assert_int_equal(
	    perjanjian_berlaku_metode(db, 940001, "web", "2026-04-01", &k),
	    ERR_NOT_FOUND);
	id = buat("2026-03-10", "2026-06-30");
	assert_false(berlaku("2026-03-09"));
	assert_true(berlaku("2026-03-10"));
	assert_true(berlaku("2026-06-30"));
	assert_false(berlaku("2026-07-01"));
	/* Of several the one that ends last. */
	buat("2026-01-01", "2026-05-31");
	assert_int_equal(perjanjian_berlaku(db, 940001, "2026-05-01", &k), OK);
	assert_int_equal(k.id, id);
	assert_string_equal(k.berakhir, "2026-06-30");
	assert_string_equal(k.lembaga_kode, "940001");
	assert_int_equal(perjanjian_berlaku(db, 940002, "2026-05-01", &k),
			 ERR_NOT_FOUND);
}

static void only_ones_own(void **state)
{
	struct perjanjian_saring s = { .urut = "berakhir", .banyak = 10 };
	int64_t id = buat("2026-01-01", "2026-12-31"), total,
		per[PERJANJIAN_KEADAAN_N];
	struct pelaku produsen = lain, pejabat = admin;
	struct perjanjian k, *b;
	size_t n;

	(void)state;
	produsen.role = ROLE_PRODUSEN;
	produsen.lembaga = 940001;
	pejabat.role = ROLE_PEJABAT;
	assert_int_equal(perjanjian_ambil(db, &bank, id, &k), OK);
	assert_int_equal(perjanjian_ambil(db, &pejabat, id, &k), OK);
	assert_int_equal(perjanjian_ambil(db, &lain, id, &k), ERR_NOT_FOUND);
	assert_int_equal(perjanjian_ambil(db, &produsen, id, &k),
			 ERR_NOT_FOUND);
	assert_int_equal(perjanjian_daftar(db, &bank, &s, &b, &n), OK);
	assert_int_equal(n, 1);
	assert_int_equal(perjanjian_daftar(db, &lain, &s, &b, &n), OK);
	assert_int_equal(n, 0);
	/* Also when he asks for the other by name. */
	s.lembaga = 940001;
	assert_int_equal(perjanjian_daftar(db, &lain, &s, &b, &n), OK);
	assert_int_equal(n, 0);
	assert_int_equal(perjanjian_hitung(db, &lain, &s, &total, per), OK);
	assert_int_equal(total, 0);
}

/* The filter by state says what each row says, whatever the day. */
static void states_move_with_the_day(void **state)
{
	static const char *const hari[] = { "2026-03-01", "2026-06-01",
					    "2026-10-31", "2026-11-01",
					    "2026-12-31", "2027-01-01",
					    "2028-01-01" };
	int64_t stop = buat("2026-01-01", "2026-12-31"), kartu_n, total,
		per[PERJANJIAN_KEADAAN_N];
	struct perjanjian_saring s = { .urut = "berakhir",
				       .banyak = 100,
				       .lembaga = 940001 };
	struct perjanjian *b;
	size_t n;

	(void)state;
	assert_int_equal(
	    perjanjian_hentikan(db, &admin, stop, 1, "Uji henti", &kartu_n),
	    OK);
	buat("2026-01-01", "2026-12-30");
	buat("2026-05-31", "2026-12-31");
	buat("2026-06-02", "2026-07-31");
	buat("2027-01-01", "2027-12-31");
	for (size_t h = 0; h < COUNT(hari); h++) {
		int64_t jumlah = 0;

		pergi(hari[h]);
		for (size_t i = 0; i < PERJANJIAN_KEADAAN_N; i++) {
			s.keadaan = perjanjian_keadaan[i];
			assert_int_equal(
			    perjanjian_daftar(db, &admin, &s, &b, &n), OK);
			assert_int_equal(
			    perjanjian_hitung(db, &admin, &s, &total, per), OK);
			assert_int_equal(total, n);
			assert_int_equal(per[i], n);
			for (size_t j = 0; j < n; j++)
				if (i != 1 ||
				    strcmp(b[j].keadaan, "segera") != 0)
					assert_string_equal(b[j].keadaan,
							    s.keadaan);
			/* "segera" is part of "berlaku". */
			jumlah += i == 2 ? 0 : (int64_t)n;
		}
		assert_int_equal(jumlah, 5);
	}
	pergi("2026-11-01");
	s.keadaan = "segera";
	assert_int_equal(perjanjian_daftar(db, &admin, &s, &b, &n), OK);
	assert_int_equal(n, 2);
	assert_int_equal(b[0].sisa, 59);
}

/* ---- correct ---- */

static void corrections(void **state)
{
	struct perjanjian_isian in = contoh("2026-01-01", "2026-12-31");
	struct perjanjian_galat g;
	struct perjanjian k;
	struct rows *r;
	int64_t id = catat(in);

	(void)state;
	/* Nothing changed, nothing written. */
	assert_int_equal(perjanjian_ubah(db, &admin, id, 1, &in, &g), OK);
	assert_int_equal(riwayat(id, "diubah"), 0);
	in.kuota = 500;
	in.berakhir = "2027-06-30";
	in.metode = "web-portal";
	assert_int_equal(perjanjian_ubah(db, &bank, id, 1, &in, &g),
			 ERR_FORBIDDEN);
	assert_int_equal(perjanjian_ubah(db, &admin, id, 1, &in, &g), OK);
	assert_int_equal(perjanjian_ambil(db, &admin, id, &k), OK);
	assert_int_equal(k.kuota, 500);
	assert_string_equal(k.berakhir, "2027-06-30");
	assert_int_equal(db_one(db, &r, &Q_CATATAN, id, "diubah"), OK);
	assert_string_equal(db_text(r, 0), "berakhir: 2026-12-31 > 2027-06-30;"
					   " metode: card-reader > web-portal;"
					   " kuota: - > 500");
	/* A lost update is refused. */
	in.kuota = 0;
	assert_int_equal(perjanjian_ubah(db, &admin, id, 1, &in, &g),
			 ERR_CONFLICT);
	assert_int_equal(perjanjian_ubah(db, &admin, id, 2, &in, &g), OK);
	assert_int_equal(perjanjian_ubah(db, &admin, 999999999, 2, &in, &g),
			 ERR_NOT_FOUND);
	in.berakhir = "2026-02-28";
	assert_int_equal(perjanjian_ubah(db, &admin, id, 3, &in, &g),
			 ERR_INPUT);
	assert_string_equal(g.kode, "sudah-lewat");
}

static void what_manifests_rely_on_stays(void **state)
{
	struct perjanjian_isian in = contoh("2026-01-01", "2026-12-31"), lain2;
	struct perjanjian_galat g;
	int64_t id = catat(in);

	(void)state;
	pasang(940001, 940000, 1, "aktif", id, "berlaku");
	lain2 = in;
	lain2.mulai = "2026-01-02";
	assert_int_equal(perjanjian_ubah(db, &admin, id, 1, &lain2, &g),
			 ERR_INPUT);
	assert_string_equal(g.ruas, "mulai");
	lain2 = in;
	lain2.berakhir = "2026-12-30";
	assert_int_equal(perjanjian_ubah(db, &admin, id, 1, &lain2, &g),
			 ERR_INPUT);
	assert_string_equal(g.ruas, "berakhir");
	lain2 = in;
	lain2.metode = "web-portal";
	assert_int_equal(perjanjian_ubah(db, &admin, id, 1, &lain2, &g),
			 ERR_INPUT);
	assert_string_equal(g.ruas, "metode");
	lain2 = in;
	lain2.metode = "card-reader web-portal";
	lain2.judul = "Judul lain";
	assert_int_equal(perjanjian_ubah(db, &admin, id, 1, &lain2, &g), OK);
}

/* ---- extend ---- */

/* a renewal re-issues manifests in bulk. */
static void an_extension_marks_its_cards(void **state)
{
	int64_t id = buat("2026-01-01", "2026-12-31"), milik_lain = 0;
	struct perjanjian_isian in = contoh("2026-01-01", "2026-12-31");
	struct perjanjian_galat g;
	struct perjanjian k;
	const char *data = "";
	struct rows *r;

	(void)state;
	in.lembaga_id = 940002;
	milik_lain = catat(in);
	pasang(940001, 940000, 30, "aktif", id, "berlaku");
	pasang(940001, 941000, 5, "nonaktif", id, "berakhir");
	pasang(940001, 942000, 3, "ditangguhkan", id, "dicabut");
	pasang(940002, 943000, 4, "aktif", milik_lain, "berlaku");

	assert_int_equal(perjanjian_perpanjang(db, &bank, id, 1, "2027-12-31",
					       NULL, NULL, &g),
			 ERR_FORBIDDEN);
	assert_int_equal(perjanjian_perpanjang(db, &admin, id, 1, "2026-12-31",
					       NULL, NULL, &g),
			 ERR_INPUT);
	assert_string_equal(g.kode, "harus-lebih");
	assert_int_equal(perjanjian_perpanjang(db, &admin, id, 2, "2027-12-31",
					       NULL, NULL, &g),
			 ERR_CONFLICT);
	assert_int_equal(kartu(940001, "aktif", 1), 0);
	assert_int_equal(perjanjian_perpanjang(db, &admin, id, 1, "2027-12-31",
					       "ADD/1", NULL, &g),
			 OK);
	assert_int_equal(perjanjian_ambil(db, &bank, id, &k), OK);
	assert_string_equal(k.berakhir, "2027-12-31");
	assert_int_equal(kartu(940001, "aktif", 1), 30);
	/* Its cards that an earlier end made inactive come back, too. */
	assert_int_equal(kartu(940001, "nonaktif", 1), 5);
	assert_int_equal(kartu(940001, "ditangguhkan", 1), 0);
	assert_int_equal(kartu(940002, "aktif", 1), 0);
	assert_int_equal(db_one(db, &r, &Q_CATATAN, id, "diperpanjang"), OK);
	assert_string_equal(db_text(r, 0), "2026-12-31 > 2027-12-31; ADD/1");
	assert_int_equal(surat("perjanjian-diperpanjang", &data), 1);
	assert_non_null(strstr(data, "berakhir=2027-12-31\n"));
	/* Sent again, it says that it was changed. */
	assert_int_equal(perjanjian_perpanjang(db, &admin, id, 1, "2027-12-31",
					       NULL, NULL, &g),
			 ERR_CONFLICT);
}

static void one_that_is_over_may_be_extended(void **state)
{
	int64_t id = buat("2026-01-01", "2026-03-31");
	struct perjanjian_galat g;

	(void)state;
	pasang(940001, 940000, 10, "aktif", id, "berlaku");
	putaran("2026-04-10");
	assert_int_equal(kartu(940001, "nonaktif", 0), 10);
	assert_int_equal(perjanjian_perpanjang(db, &admin, id, 1, "2026-04-09",
					       NULL, NULL, &g),
			 ERR_INPUT);
	assert_string_equal(g.kode, "sudah-lewat");
	assert_int_equal(perjanjian_perpanjang(db, &admin, id, 1, "2026-12-31",
					       NULL, NULL, &g),
			 OK);
	assert_int_equal(kartu(940001, "nonaktif", 1), 10);
	putaran("2026-04-10");
	assert_int_equal(kartu(940001, "nonaktif", 1), 10);
}

/* One with another number that begins later carries on without a word. */
static void a_new_agreement_takes_over(void **state)
{
	int64_t lama = buat("2026-01-01", "2026-06-30");

	(void)state;
	pasang(940001, 940000, 10, "aktif", lama, "berlaku");
	buat("2026-06-15", "2027-06-30");
	assert_int_equal(kartu(940001, "aktif", 1), 0);
	putaran("2026-06-14");
	assert_int_equal(kartu(940001, "aktif", 1), 0);
	putaran("2026-06-15");
	assert_int_equal(kartu(940001, "aktif", 1), 10);
	/* Nobody signed anything, and the old one ends: they stay active. */
	putaran("2026-07-05");
	assert_int_equal(kartu(940001, "aktif", 1), 10);
	assert_int_equal(surat("perjanjian-berakhir", NULL), 1);
}

static void the_list_of_marked_cards(void **state)
{
	int64_t id = buat("2026-01-01", "2026-12-31"), *kartu_id;
	struct perjanjian_galat g;
	size_t n;

	(void)state;
	pasang(940001, 940000, 5, "aktif", id, "berlaku");
	assert_int_equal(perjanjian_perpanjang(db, &admin, id, 1, "2027-12-31",
					       NULL, NULL, &g),
			 OK);
	assert_int_equal(
	    masa_perlu(db, "perpanjangan", 939999, 3, &kartu_id, &n), OK);
	assert_int_equal(n, 3);
	assert_int_equal(kartu_id[0], 940001);
	assert_int_equal(
	    masa_perlu(db, "perpanjangan", kartu_id[2], 3, &kartu_id, &n), OK);
	assert_int_equal(n, 2);
	assert_int_equal(masa_perlu(db, "pemulihan", 939999, 3, &kartu_id, &n),
			 OK);
	assert_int_equal(n, 0);
}

/* ---- stop ---- */

static void a_stop_ends_at_once(void **state)
{
	int64_t id = buat("2026-01-01", "2026-12-31"), n = 0, audit;
	const char *data = "";
	struct perjanjian k;
	struct rows *r;

	(void)state;
	assert_int_equal(db_one(db, &r, &Q_AUDIT_TERAKHIR), OK);
	audit = db_int(r, 0);
	/* More than one piece. */
	pasang(940001, 940000, 2 * MASA_SEKALI + 50, "aktif", id, "berlaku");
	pasang(940001, 942000, 3, "ditangguhkan", id, "dicabut");
	assert_int_equal(perjanjian_hentikan(db, &bank, id, 1, "Melanggar", &n),
			 ERR_FORBIDDEN);
	assert_int_equal(
	    perjanjian_hentikan(db, &admin, id, 5, "Melanggar", &n),
	    ERR_CONFLICT);
	assert_int_equal(
	    perjanjian_hentikan(db, &admin, id, 1, "Melanggar\npasal 3", &n),
	    OK);
	assert_int_equal(n, 2 * MASA_SEKALI + 50);
	assert_false(berlaku("2026-03-01"));
	assert_int_equal(kartu(940001, "nonaktif", 0), n);
	assert_int_equal(kartu(940001, "nonaktif", 1), 0);
	assert_int_equal(kartu(940001, "ditangguhkan", 0), 3);
	assert_int_equal(manifes(id, "berlaku"), 0);
	assert_int_equal(manifes(id, "berakhir"), n);
	assert_int_equal(db_one(db, &r, &Q_RIWAYAT_KARTU, 940001), OK);
	assert_int_equal(db_int(r, 0), n);
	assert_int_equal(db_int(r, 1), n);
	assert_non_null(strstr(db_text(r, 2), "Melanggar"));
	assert_int_equal(
	    db_one(db, &r, &Q_AUDIT, "kartu-nonaktif", 940000, 950000, audit),
	    OK);
	assert_int_equal(db_int(r, 0), n);
	assert_int_equal(perjanjian_ambil(db, &bank, id, &k), OK);
	assert_string_equal(k.keadaan, "dihentikan");
	/* A reason of two lines is one value of the message. */
	assert_int_equal(surat("perjanjian-dihentikan", &data), 1);
	assert_non_null(strstr(data, "alasan=Melanggar pasal 3\n"));
	/* For good. */
	assert_int_equal(perjanjian_hentikan(db, &admin, id, 2, "Lagi", &n),
			 ERR_CONFLICT);
	putaran("2026-03-02");
	putaran("2027-03-02");
	assert_int_equal(surat("perjanjian-berakhir", NULL), 0);
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 0);
}

static void after_a_stop_another_goes_on(void **state)
{
	int64_t id = buat("2026-01-01", "2028-12-31"), n = 0;

	(void)state;
	pasang(940001, 940000, 5, "aktif", id, "berlaku");
	/* It ends sooner than the manifests say. */
	buat("2026-01-01", "2026-12-31");
	assert_int_equal(kartu(940001, "aktif", 1), 0);
	assert_int_equal(perjanjian_hentikan(db, &admin, id, 1, "Diganti", &n),
			 OK);
	assert_int_equal(n, 5);
	assert_int_equal(kartu(940001, "nonaktif", 1), 5);
}

/* ---- reminders ---- */

/* 60, 30 and 7 days ahead, each once, however often a day is run. */
static void three_reminders_in_all(void **state)
{
	static const char *const sisa[] = { "sisa=60\n", "sisa=30\n",
					    "sisa=7\n" };
	int64_t id = buat("2026-01-01", "2026-12-31"), sudah = 0, kini;
	const char *data = "";

	(void)state;
	for (int i = -100; i <= 10; i++) {
		const char *hari = hari_ke("2026-12-31", i);

		putaran(hari);
		putaran(hari);
		kini = surat("perjanjian-akan-berakhir", &data);
		if (kini == sudah)
			continue;
		assert_int_equal(kini, sudah + 1);
		assert_true(i == -60 || i == -30 || i == -7);
		assert_non_null(strstr(data, sisa[sudah]));
		assert_non_null(strstr(data, "berakhir=2026-12-31\n"));
		sudah = kini;
	}
	assert_int_equal(sudah, 3);
	assert_int_equal(riwayat(id, "diingatkan"), 3);
	assert_int_equal(surat("perjanjian-berakhir", NULL), 1);
	assert_int_equal(riwayat(id, "berakhir"), 1);
}

static void late_only_the_nearest(void **state)
{
	const char *data = "";

	(void)state;
	buat("2026-01-01", "2026-12-31");
	/* The worker stood still since before the first one. */
	putaran("2026-12-10");
	assert_int_equal(surat("perjanjian-akan-berakhir", &data), 1);
	assert_non_null(strstr(data, "sisa=21\n"));
	putaran("2026-12-10");
	putaran("2026-12-20");
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 1);
	putaran("2026-12-30");
	assert_int_equal(surat("perjanjian-akan-berakhir", &data), 2);
	assert_non_null(strstr(data, "sisa=1\n"));
	/* A clock that goes back repeats nothing. */
	putaran("2026-11-05");
	putaran("2026-12-05");
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 2);
	/* Too late for any: only that it is over. */
	putaran("2027-02-01");
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 2);
	assert_int_equal(surat("perjanjian-berakhir", NULL), 1);
}

static void an_extension_begins_anew(void **state)
{
	int64_t id = buat("2026-01-01", "2026-12-31");
	struct perjanjian_galat g;

	(void)state;
	putaran("2026-12-28");
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 1);
	assert_int_equal(perjanjian_perpanjang(db, &admin, id, 1, "2027-12-31",
					       NULL, NULL, &g),
			 OK);
	putaran("2026-12-31");
	putaran("2027-10-31");
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 1);
	assert_int_equal(surat("perjanjian-berakhir", NULL), 0);
	putaran("2027-11-01");
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 2);
}

static void nobody_is_told_of_what_has_not_begun(void **state)
{
	(void)state;
	buat("2026-05-01", "2026-05-20");
	putaran("2026-04-10");
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 0);
	putaran("2026-05-01");
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 1);
}

/* ---- the end ---- */

/* when it ends, its cards become inactive; the last day still counts. */
static void the_end(void **state)
{
	int64_t id = buat("2026-01-01", "2026-12-31"), n = 450;
	const char *data = "";
	struct rows *r;

	(void)state;
	pasang(940001, 940000, n, "aktif", id, "berlaku");
	pasang(940001, 942000, 3, "ditangguhkan", id, "dicabut");
	putaran("2026-12-31");
	assert_int_equal(kartu(940001, "aktif", 0), n);
	/* Days late, and twice. */
	putaran("2027-01-20");
	putaran("2027-01-20");
	putaran("2027-03-01");
	assert_int_equal(kartu(940001, "aktif", 0), 0);
	assert_int_equal(kartu(940001, "nonaktif", 0), n);
	assert_int_equal(kartu(940001, "ditangguhkan", 0), 3);
	assert_int_equal(manifes(id, "berakhir"), n);
	assert_int_equal(db_one(db, &r, &Q_RIWAYAT_KARTU, 940001), OK);
	assert_int_equal(db_int(r, 0), n);
	assert_int_equal(db_int(r, 1), n);
	assert_int_equal(surat("perjanjian-berakhir", &data), 1);
	assert_non_null(strstr(data, "kartu=450\n"));
	assert_int_equal(riwayat(id, "berakhir"), 1);
}

/* A round that was broken off is taken up where it stopped. */
static enum err sepotong(struct db *basis, void *id)
{
	static const struct pelaku sistem = { 0 };
	int64_t n = 0, sesudah = 0;

	return masa_nonaktifkan(basis, &sistem, *(int64_t *)id, "PKS", &sesudah,
				&n);
}

static void broken_off_and_taken_up(void **state)
{
	int64_t id = buat("2026-01-01", "2026-12-31");
	struct rows *r;

	(void)state;
	pasang(940001, 940000, MASA_SEKALI + 10, "aktif", id, "berlaku");
	pergi("2027-01-01");
	assert_int_equal(db_transaction(db, sepotong, &id), OK);
	assert_int_equal(kartu(940001, "nonaktif", 0), MASA_SEKALI);
	assert_int_equal(kartu(940001, "aktif", 0), 10);
	putaran("2027-01-01");
	assert_int_equal(kartu(940001, "nonaktif", 0), MASA_SEKALI + 10);
	assert_int_equal(db_one(db, &r, &Q_RIWAYAT_KARTU, 940001), OK);
	assert_int_equal(db_int(r, 0), MASA_SEKALI + 10);
	assert_int_equal(surat("perjanjian-berakhir", NULL), 1);
}

/* A manifest that was issued under an agreement as it was stopped. */
static void a_straggler_is_found(void **state)
{
	int64_t id = buat("2026-01-01", "2026-12-31"), n = 0;

	(void)state;
	assert_int_equal(
	    perjanjian_hentikan(db, &admin, id, 1, "Uji henti", &n), OK);
	pasang(940001, 940000, 2, "aktif", id, "berlaku");
	putaran("2026-03-01");
	assert_int_equal(kartu(940001, "nonaktif", 0), 2);
	assert_int_equal(manifes(id, "berakhir"), 2);
	assert_int_equal(surat("perjanjian-berakhir", NULL), 0);
}

/* ---- two at once ---- */

#define PEKERJA 4

/* In a child: rounds with a connection of its own; 0 when all went well. */
static int anak(const char *hari)
{
	struct arena *a = arena_new();
	struct db *basis = db_new("uji");
	enum err e = OK;
	int64_t n;

	if (a == NULL || basis == NULL)
		return 2;
	db_use_arena(basis, a);
	for (int i = 0; e == OK && i < 3; i++) {
		e = masa_akhiri(basis, hari, &n);
		if (e == OK)
			e = masa_tandai(basis, hari, &n);
		if (e == OK)
			e = masa_ingatkan(basis, hari, &n);
		/* A lost race is an error of this round, not a wrong deed. */
		if (e == ERR_RETRY)
			e = OK;
	}
	db_free(basis);
	return e == OK ? 0 : 1;
}

static void many_workers_at_once(void **state)
{
	int64_t habis = buat("2026-01-01", "2026-10-31"), segera;
	struct rows *r;
	pid_t pid[PEKERJA];
	int kode;

	(void)state;
	pasang(940001, 940000, 700, "aktif", habis, "berlaku");
	segera = buat("2026-11-01", "2026-12-31");
	/* It does not grant what cards need. */
	assert_int_equal(perjanjian_ubah(db, &admin, segera, 1,
					 &(struct perjanjian_isian){
					     .nomor = "PKS/portal",
					     .judul = "Uji",
					     .mulai = "2026-11-01",
					     .berakhir = "2026-12-31",
					     .elemen = "nik",
					     .metode = "web-portal" },
					 &(struct perjanjian_galat){ 0 }),
			 OK);
	pergi("2026-11-20");
	for (int i = 0; i < PEKERJA; i++) {
		pid[i] = fork();
		assert_true(pid[i] >= 0);
		if (pid[i] == 0)
			_exit(anak("2026-11-20"));
	}
	for (int i = 0; i < PEKERJA; i++) {
		assert_int_equal(waitpid(pid[i], &kode, 0), pid[i]);
		assert_true(WIFEXITED(kode));
		assert_int_equal(WEXITSTATUS(kode), 0);
	}
	assert_int_equal(kartu(940001, "nonaktif", 0), 700);
	assert_int_equal(db_one(db, &r, &Q_RIWAYAT_KARTU, 940001), OK);
	assert_int_equal(db_int(r, 0), 700);
	assert_int_equal(db_int(r, 1), 700);
	assert_int_equal(surat("perjanjian-berakhir", NULL), 1);
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 1);
	assert_int_equal(riwayat(habis, "berakhir"), 1);
	assert_int_equal(riwayat(segera, "diingatkan"), 1);
}

/*
 * An activation holds the agreement it relies on: a stop waits for it and then
 * finds its card.  The child is the activation.
 */
SQL(Q_TUNGGU, "SELECT COUNT(*) FROM information_schema.INNODB_TRX"
	      " WHERE trx_state = 'LOCK WAIT'");

static enum err aktifkan(struct db *basis, int pipa)
{
	struct perjanjian k;
	struct rows *r;
	enum err e = db_begin(basis);

	if (e == OK)
		e = perjanjian_berlaku(basis, 940001, "2026-03-01", &k);
	if (e == OK && write(pipa, "x", 1) != 1)
		e = ERR_INTERNAL;
	/* Until the other waits; the server looks anew after 0.1 s unread. */
	for (int64_t n = 0; e == OK && n == 0;) {
		usleep(150000);
		e = db_one(basis, &r, &Q_TUNGGU);
		n = e == OK ? db_int(r, 0) : 0;
	}
	if (e == OK)
		e = db_exec(basis, &Q_MANIFES, "berlaku", k.id, 940001,
			    "aktif");
	if (e == OK)
		e = db_exec(basis, &Q_MANIFES_KARTU, k.id);
	return e == OK ? db_commit(basis) : e;
}

static void an_activation_before_a_stop(void **state)
{
	int64_t id = buat("2026-01-01", "2026-12-31"), n = 0;
	int pipa[2], kode;
	char tanda;
	pid_t pid;

	(void)state;
	assert_int_equal(db_exec(db, &Q_KARTU, 940000, 940001, 940000, 940000,
				 "aktif", 940000, 3),
			 OK);
	assert_int_equal(pipe(pipa), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		struct arena *a = arena_new();
		struct db *basis = db_new("uji");

		alarm(30);
		db_use_arena(basis, a);
		_exit(aktifkan(basis, pipa[1]) == OK ? 0 : 1);
	}
	assert_int_equal(read(pipa[0], &tanda, 1), 1);
	assert_int_equal(
	    perjanjian_hentikan(db, &admin, id, 1, "Uji henti", &n), OK);
	assert_int_equal(waitpid(pid, &kode, 0), pid);
	assert_int_equal(kode, 0);
	close(pipa[0]);
	close(pipa[1]);
	assert_int_equal(n, 3);
	assert_int_equal(kartu(940001, "nonaktif", 0), 3);
	assert_int_equal(manifes(id, "berakhir"), 3);
}

#define UJI(nama) cmocka_unit_test_setup_teardown(nama, isi, kosongkan)

int main(void)
{
	const struct CMUnitTest aturan[] = {
		cmocka_unit_test(codes_joined_by_blanks),
		cmocka_unit_test(codes_fit_their_columns),
	};
	const struct CMUnitTest basis[] = {
		UJI(what_is_wrong_is_told),
		UJI(in_force_between_its_days),
		UJI(only_ones_own),
		UJI(states_move_with_the_day),
		UJI(corrections),
		UJI(what_manifests_rely_on_stays),
		UJI(an_extension_marks_its_cards),
		UJI(one_that_is_over_may_be_extended),
		UJI(a_new_agreement_takes_over),
		UJI(the_list_of_marked_cards),
		UJI(a_stop_ends_at_once),
		UJI(after_a_stop_another_goes_on),
		UJI(three_reminders_in_all),
		UJI(late_only_the_nearest),
		UJI(an_extension_begins_anew),
		UJI(nobody_is_told_of_what_has_not_begun),
		UJI(the_end),
		UJI(broken_off_and_taken_up),
		UJI(a_straggler_is_found),
		UJI(many_workers_at_once),
		UJI(an_activation_before_a_stop),
	};
	int gagal;

	arena = arena_new();
	gagal = cmocka_run_group_tests_name("perjanjian", aturan, NULL, NULL);
	if (getenv("SIFILMA_KONFIG") != NULL && config_load()) {
		db = db_new("uji");
		db_use_arena(db, arena);
		gagal += cmocka_run_group_tests_name("perjanjian-basis", basis,
						     NULL, NULL);
		db_free(db);
	}
	arena_free(arena);
	return gagal;
}
