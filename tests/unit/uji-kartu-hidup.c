/*
 * uji-kartu-hidup.c - the life of a card: what a place may be, and,
 * against a real server, activation, wrong tokens, relocation,
 * suspension and lifting, renewal, the register, files of
 * many cards, two at once.
 *
 * SIFILMA_KONFIG names the unit tests' configuration; without one only the
 * tests that need no database run.
 */
#include "dokumen/hidup.h"
#include "lib/clock.h"
#include "lib/config.h"
#include "lib/crypto.h"
#include "lib/form.h"
#include "lib/text.h"
#include "lib/xsl.h"
#include "model/kartu-buku.h"
#include "model/massal.h"
#include "model/token.h"
#include "uji-basis.h"
#include "uji-buang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define MENIT_MS 60000

/* ---- places, without a database ---- */

static bool tempat(const char *lintang, const char *bujur, const char *desa,
		   struct tempat *t, struct hidup_galat *g)
{
	*g = (struct hidup_galat){ 0 };
	*t = (struct tempat){ .seri_mesin = " cr 2019-0147 ",
			      .outlet = "  KCP   Dago ",
			      .alamat = "Jl. Dago\n No. 1",
			      .wilayah_kode = desa,
			      .lintang = lintang,
			      .bujur = bujur };
	return tempat_periksa(arena, t, g);
}

/* what people type is put into one form. */
static void a_place_is_put_in_order(void **state)
{
	struct hidup_galat g;
	struct tempat t;

	(void)state;
	assert_true(tempat("-6,9147441", " 107.60981 ", "32.73.05.1003", &t,
			   &g));
	assert_string_equal(t.seri_mesin, "CR2019-0147");
	assert_string_equal(t.outlet, "KCP Dago");
	assert_string_equal(t.alamat, "Jl. Dago No. 1");
	assert_string_equal(t.wilayah_kode, "3273051003");
	assert_string_equal(t.lintang, "-6.914744");
	assert_string_equal(t.bujur, "107.609810");
	/* There is one zero only, or a place would differ from itself. */
	assert_true(tempat("-0,0000004", "107.", "3273051003", &t, &g));
	assert_string_equal(t.lintang, "0.000000");
	assert_string_equal(t.bujur, "107.000000");
	assert_true(tempat("-0.0000006", "107", "3273051003", &t, &g));
	assert_string_equal(t.lintang, "-0.000001");
}

/* a reader's number is one that a list of serials would take. */
static void what_is_no_reader(void **state)
{
	static const char *const buruk[] = {
		"tidak ada", "M-1", "M\xC3\xA9SIN-1", "M'SIN-1",
		"123456789012345678901234567890123",
	};
	struct hidup_galat g;
	struct tempat t;

	(void)state;
	for (size_t i = 0; i < COUNT(buruk); i++) {
		g = (struct hidup_galat){ 0 };
		t = (struct tempat){ .seri_mesin = buruk[i],
				     .alamat = "Jl. Dago",
				     .wilayah_kode = "3273051003",
				     .lintang = "-6.9",
				     .bujur = "107.6" };
		assert_false(tempat_periksa(arena, &t, &g));
		assert_int_equal(g.n, 1);
		assert_string_equal(g.salah[0].ruas, "seri_mesin");
		assert_string_equal(g.salah[0].kode, "format");
		assert_null(t.seri_mesin);
	}
}

static void what_is_no_place(void **state)
{
	static const struct {
		const char *lintang;
		const char *bujur;
		const char *desa;
		const char *ruas;
		const char *kode;
	} buruk[] = {
		{ "107.6", "107.6", "3273051003", "lintang",
		  "di-luar-indonesia" },
		{ "-6.9", "-107.6", "3273051003", "bujur",
		  "di-luar-indonesia" },
		{ "enam", "107.6", "3273051003", "lintang", "koordinat" },
		{ "-6.9.1", "107.6", "3273051003", "lintang", "koordinat" },
		{ "1e1", "107.6", "3273051003", "lintang", "koordinat" },
		{ "-", "107.6", "3273051003", "lintang", "koordinat" },
		{ "0x1", "107.6", "3273051003", "lintang", "koordinat" },
		{ "nan", "107.6", "3273051003", "lintang", "koordinat" },
		{ "-6.0000000000000000000000001", "107.6", "3273051003",
		  "lintang", "koordinat" },
		{ "", "107.6", "3273051003", "lintang", "wajib" },
		{ "-6.9", NULL, "3273051003", "bujur", "wajib" },
		{ "-6.9", "107.6", "327305", "wilayah", "format" },
		{ "-6.9", "107.6", "32730510O3", "wilayah", "format" },
		{ "-6.9", "107.6", NULL, "wilayah", "wajib" },
	};
	struct hidup_galat g;
	struct tempat t;

	(void)state;
	for (size_t i = 0; i < COUNT(buruk); i++) {
		assert_false(tempat(buruk[i].lintang, buruk[i].bujur,
				    buruk[i].desa, &t, &g));
		assert_int_equal(g.n, 1);
		assert_string_equal(g.salah[0].ruas, buruk[i].ruas);
		assert_string_equal(g.salah[0].kode, buruk[i].kode);
	}
	/* Exchanged: both. */
	assert_false(tempat("107.6", "-6.9", "3273051003", &t, &g));
	assert_int_equal(g.n, 2);
	/* All of it at once. */
	t = (struct tempat){ 0 };
	g = (struct hidup_galat){ 0 };
	assert_false(tempat_periksa(arena, &t, &g));
	assert_int_equal(g.n, 5);
}

/* ---- what the tests with a database stand on ---- */

#define BANK  920001
#define MINTA 920001
#define KARTU 920000 /* card n is KARTU + n */
#define N     160

SQL(Q_LEMBAGA,
    "INSERT INTO lembaga (id, kode, nama, jenis, alamat, kota, provinsi,"
    " dibuat) VALUES (920001, '920001', 'Bank Uji', 'bhi-pusat', '-', '-',"
    " '-', '2019-01-01'), (920002, '920002', 'Produsen Uji', 'produsen', '-',"
    " '-', '-', '2019-01-01')");
SQL(Q_AKUN,
    "INSERT INTO akun (id, username, nama, peran, lembaga_id, email, telepon,"
    " alamat, kota, provinsi, status, dibuat) VALUES (920001, 'uji920001',"
    " 'Uji', 'pengguna', 920001, 'uji1@uji.example', '0', '-', '-', '-',"
    " 'aktif', '2019-01-01'), (920002, 'uji920002', 'Staf', 'admin', 920001,"
    " 'uji2@uji.example', '0', '-', '-', '-', 'aktif', '2019-01-01')");
SQL(Q_WILAYAH, "INSERT IGNORE INTO wilayah (kode, nama) VALUES ('92', 'Uji'),"
	       " ('9201', 'Uji'), ('920101', 'Uji'), ('9201011001', 'Uji')");
SQL(Q_MINTA,
    "INSERT INTO permintaan (id, lembaga_id, produsen_id, nomor, judul,"
    " jumlah, fungsi, status, pembuat_id, dibuat) VALUES (920001, 920001,"
    " 920002, 'UJI/H', 'Uji', ?, 'R', 'diterima', 920001, '2019-01-01')");
SQL(Q_TIKET,
    "INSERT INTO proses (id, tiket, permintaan_id, lembaga_id, produsen_id,"
    " jumlah, disposisi, status, dibuat) VALUES (920001, 92920001, 920001,"
    " 920001, 920002, 1, '2019-01-01', 'selesai', '2019-01-01')");
SQL(Q_KARTU,
    "INSERT INTO kartu (id, permintaan_id, urut, seri_kartu, seri_mesin,"
    " status, sam_id, pcid) SELECT 920000 + seq, 920001, seq,"
    " CONCAT('HIDUPK', seq), CONCAT('HIDUPM', seq), 'token',"
    " CONCAT('30154B0192', LPAD(HEX(seq), 6, '0')), CONCAT('HIDUPP', seq)"
    " FROM seq_1_to_1000 WHERE seq <= ?");
SQL(Q_PKS,
    "INSERT INTO perjanjian (id, lembaga_id, nomor, judul, mulai, berakhir,"
    " elemen, metode, status, dibuat, dibuat_oleh) VALUES (920001, 920001,"
    " 'PKS/UJI', 'Uji', '2019-01-01', DATE_ADD(?, INTERVAL 90 DAY), 'nik',"
    " 'card-reader', 'berlaku', '2019-01-01', 920001)");
SQL(Q_AKTIVASI,
    "INSERT INTO aktivasi (id, lembaga_id, proses_id, nomor, judul, jumlah,"
    " status, pembuat_id, dibuat) VALUES (920001, 920001, 920001, 'UJI/A',"
    " 'Uji', ?, 'disetujui', 920001, '2019-01-01')");
SQL(Q_BARIS,
    "INSERT INTO aktivasi_kartu (aktivasi_id, urut, kartu_id, seri_mesin,"
    " outlet, alamat) SELECT 920001, urut, id, seri_mesin, 'Cabang', 'Jl. Uji'"
    " FROM kartu WHERE permintaan_id = 920001");
SQL(Q_AKHIR_PKS, "UPDATE perjanjian SET status = ? WHERE id = 920001");
SQL(Q_ACAK, "SELECT acak FROM token WHERE kartu_id = ? AND hidup = 1");
SQL(Q_KARTU_KINI,
    "SELECT k.status, COALESCE(k.perlu_manifes, ''), COALESCE(m.status, ''),"
    " COALESCE(m.seri_mesin, ''), (SELECT COUNT(*) FROM manifes f"
    " WHERE f.kartu_id = k.id), (SELECT COUNT(*) FROM manifes f"
    " WHERE f.kartu_id = k.id AND f.status = 'berlaku'),"
    " (SELECT GROUP_CONCAT(h.kode ORDER BY h.id SEPARATOR ' ')"
    " FROM kartu_riwayat h WHERE h.kartu_id = k.id),"
    " (SELECT COUNT(*) FROM audit a WHERE a.objek = 'kartu'"
    " AND a.objek_id = k.id) FROM kartu k"
    " LEFT JOIN manifes m ON m.id = k.manifes_id WHERE k.id = ?");
SQL(Q_TANDA, "UPDATE kartu SET perlu_manifes = ? WHERE id = ?");
SQL(Q_STATUS, "UPDATE kartu SET status = ? WHERE id = ?");
SQL(Q_MANIFES_HITUNG,
    "SELECT COUNT(*), COUNT(DISTINCT kartu_id) FROM manifes"
    " WHERE lembaga_id = 920001");
SQL(Q_PESAN, "SELECT COUNT(*) FROM kotak_keluar WHERE akun_id = 920001"
	     " AND templat = ?");
SQL(Q_MASSAL_KINI, "SELECT status, berhasil, gagal, (SELECT COUNT(*)"
		   " FROM massal_baris b WHERE b.massal_id = m.id"
		   " AND b.token_hash IS NOT NULL) FROM massal m WHERE id = ?");

SQL(H_AUDIT_PESAN, "DELETE FROM massal_baris WHERE massal_id IN"
		   " (SELECT id FROM massal WHERE lembaga_id = 920001)");
SQL(H_MASSAL, "DELETE FROM massal WHERE lembaga_id = 920001");
SQL(H_RIWAYAT, "DELETE FROM kartu_riwayat"
	       " WHERE kartu_id BETWEEN 920000 AND 929999");
SQL(H_TOKEN, "DELETE FROM token WHERE kartu_id BETWEEN 920000 AND 929999");
SQL(H_SALAH,
    "DELETE FROM token_salah WHERE kartu_id BETWEEN 920000 AND 929999");
SQL(H_BARIS, "DELETE FROM aktivasi_kartu WHERE aktivasi_id = 920001");
SQL(H_AKTIVASI, "DELETE FROM aktivasi WHERE id = 920001");
SQL(H_PUNYA, "UPDATE kartu SET manifes_id = NULL"
	     " WHERE id BETWEEN 920000 AND 929999");
SQL(H_XML, "DELETE FROM manifes_xml WHERE manifes_id IN (SELECT id FROM"
	   " manifes WHERE kartu_id BETWEEN 920000 AND 929999)");
SQL(H_RANTAI, "UPDATE manifes SET pendahulu_id = NULL"
	      " WHERE kartu_id BETWEEN 920000 AND 929999");
SQL(H_MANIFES,
    "DELETE FROM manifes WHERE kartu_id BETWEEN 920000 AND 929999");
SQL(H_KARTU, "DELETE FROM kartu WHERE id BETWEEN 920000 AND 929999");

static const struct pelaku orang = { .akun = 920001,
				     .lembaga = BANK,
				     .role = ROLE_PENGGUNA };
static const struct pelaku lain = { .akun = 920001,
				    .lembaga = 920002,
				    .role = ROLE_PENGGUNA };
static const struct pelaku staf = { .akun = 920002,
				    .lembaga = BANK,
				    .role = ROLE_ADMIN };
static const struct pelaku sistem = { 0 };

static int kosongkan(void **state)
{
	struct sql *const semua[] = { &H_AUDIT_PESAN, &H_MASSAL, &H_RIWAYAT,
				      &H_TOKEN,	      &H_SALAH,	 &H_BARIS,
				      &H_AKTIVASI,    &H_PUNYA,	 &H_XML,
				      &H_RANTAI,      &H_MANIFES };

	(void)state;
	for (size_t i = 0; i < COUNT(semua); i++)
		assert_int_equal(db_exec(db, semua[i]), OK);
	assert_int_equal(buang(db, "proses", 920001, 920001), OK);
	assert_int_equal(db_exec(db, &H_KARTU), OK);
	assert_int_equal(buang(db, "permintaan", 920001, 920001), OK);
	assert_int_equal(buang(db, "perjanjian", 920001, 920001), OK);
	assert_int_equal(buang_orang(db, 920001, 920002), OK);
	return 0;
}

static int isi(void **state)
{
	const char *hari = clock_today(arena);
	int64_t id[N];

	kosongkan(state);
	assert_int_equal(db_exec(db, &Q_LEMBAGA), OK);
	assert_int_equal(db_exec(db, &Q_AKUN), OK);
	assert_int_equal(db_exec(db, &Q_WILAYAH), OK);
	assert_int_equal(db_exec(db, &Q_MINTA, (int64_t)N), OK);
	assert_int_equal(db_exec(db, &Q_TIKET), OK);
	assert_int_equal(db_exec(db, &Q_KARTU, (int64_t)N), OK);
	assert_int_equal(db_exec(db, &Q_PKS, hari), OK);
	assert_int_equal(db_exec(db, &Q_AKTIVASI, (int64_t)N), OK);
	assert_int_equal(db_exec(db, &Q_BARIS), OK);
	for (int64_t i = 0; i < N; i++)
		id[i] = KARTU + i + 1;
	assert_int_equal(token_terbitkan(db, 920001, id, N,
					 clock_now(arena, 0)),
			 OK);
	return 0;
}

static const char *sam_dari(int64_t n)
{
	return arena_printf(arena, "30 15 4b 01 92 %02x %02x %02x",
			    (unsigned)(n >> 16) & 0xff,
			    (unsigned)(n >> 8) & 0xff, (unsigned)n & 0xff);
}

static const char *token_dari(int64_t n)
{
	char *teks = arena_alloc(arena, TOKEN_TEKS);
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_ACAK, KARTU + n), OK);
	assert_true(token_tulis(KARTU + n, db_blob(r, 0).p, teks));
	return teks;
}

static struct hidup_isian isian(int64_t n)
{
	return (struct hidup_isian){
		.sam_id = sam_dari(n),
		.token = token_dari(n),
		.tempat = {
			.seri_mesin = arena_printf(arena, "HIDUPM%lld",
						   (long long)n),
			.outlet = "Cabang",
			.alamat = "Jl. Uji 1",
			.wilayah_kode = "9201011001",
			.lintang = "-6.9",
			.bujur = "107.6",
		},
	};
}

static enum err aktifkan(int64_t n, struct hidup_galat *g)
{
	struct hidup_isian in = isian(n);
	struct manifes m = { 0 };

	return hidup_aktifkan(db, &orang, KARTU + n, &in, &m, g);
}

/* "status perlu manifest reader manifests in-force history audit" */
static const char *kini(int64_t n)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_KARTU_KINI, KARTU + n), OK);
	return arena_printf(arena, "%s|%s|%s|%s|%lld|%lld|%s", db_text(r, 0),
			    db_text(r, 1), db_text(r, 2), db_text(r, 3),
			    (long long)db_int(r, 4), (long long)db_int(r, 5),
			    db_null(r, 6) ? "" : db_text(r, 6));
}

static int64_t hitung_pesan(const char *templat)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_PESAN, templat), OK);
	return db_int(r, 0);
}

/* ---- activation (A-03) ---- */

static void one_card(void **state)
{
	struct hidup_isian in = isian(1);
	struct hidup_galat g = { 0 };
	struct manifes m = { 0 };

	(void)state;
	assert_int_equal(hidup_aktifkan(db, &orang, KARTU + 1, &in, &m, &g),
			 OK);
	assert_true(m.id > 0);
	assert_string_equal(m.seri_mesin, "HIDUPM1");
	assert_string_equal(kini(1), "aktif||berlaku|HIDUPM1|1|1|aktif");
	/* Again: it is active, and its token is used up. */
	assert_int_equal(hidup_aktifkan(db, &orang, KARTU + 1, &in, &m, &g),
			 ERR_CONFLICT);
	assert_string_equal(g.salah[0].kode, "kartu-aktif");
	assert_string_equal(kini(1), "aktif||berlaku|HIDUPM1|1|1|aktif");
	/* By its SAM id alone. */
	in = isian(2);
	assert_int_equal(hidup_aktifkan(db, &orang, 0, &in, &m, &g), OK);
	assert_string_equal(kini(2), "aktif||berlaku|HIDUPM2|1|1|aktif");
}

static void periksa_tolak(const struct hidup_isian *in, enum err harap,
			  const char *ruas, const char *kode)
{
	struct hidup_galat g = { 0 };
	struct manifes m = { 0 };

	assert_int_equal(hidup_aktifkan(db, &orang, KARTU + 3, in, &m, &g),
			 harap);
	assert_int_equal(g.n, 1);
	assert_string_equal(g.salah[0].ruas, ruas);
	assert_string_equal(g.salah[0].kode, kode);
	assert_false(g.simpan);
	assert_string_equal(kini(3), "token||||0|0|");
}

static void what_is_refused(void **state)
{
	struct hidup_isian in;
	struct hidup_galat g = { 0 };
	struct manifes m = { 0 };

	(void)state;
	assert_int_equal(aktifkan(1, &g), OK);
	in = isian(3);
	in.sam_id = sam_dari(4);
	periksa_tolak(&in, ERR_INPUT, "sam_id", "sam-lain");
	in.sam_id = "30 15";
	periksa_tolak(&in, ERR_INPUT, "sam_id", "format");
	in.sam_id = NULL;
	periksa_tolak(&in, ERR_INPUT, "sam_id", "wajib");
	in = isian(3);
	in.token = NULL;
	periksa_tolak(&in, ERR_INPUT, "token", "wajib");
	in = isian(3);
	in.tempat.seri_mesin = "hidup m1";
	periksa_tolak(&in, ERR_INPUT, "seri_mesin", "mesin-terpakai");
	in = isian(3);
	in.tempat.wilayah_kode = "9201019999";
	periksa_tolak(&in, ERR_INPUT, "wilayah", "tidak-ada");
	in = isian(3);
	assert_int_equal(db_exec(db, &Q_AKHIR_PKS, "dihentikan"), OK);
	periksa_tolak(&in, ERR_CONFLICT, "", "tanpa-perjanjian");
	assert_int_equal(db_exec(db, &Q_AKHIR_PKS, "berlaku"), OK);
	assert_int_equal(db_exec(db, &Q_STATUS, "diserahkan", KARTU + 3), OK);
	assert_int_equal(hidup_aktifkan(db, &orang, KARTU + 3, &in, &m, &g),
			 ERR_CONFLICT);
	assert_string_equal(g.salah[0].kode, "kartu-status");
	/* Not his. */
	assert_int_equal(hidup_aktifkan(db, &lain, KARTU + 4, &in, &m, &g),
			 ERR_NOT_FOUND);
	in = isian(4);
	assert_int_equal(hidup_aktifkan(db, &lain, 0, &in, &m, &g), ERR_INPUT);
	assert_string_equal(g.salah[0].kode, "sam-tidak-ada");
}

/* Everything that is wrong is told together; the token is then not tried. */
static void all_at_once(void **state)
{
	struct hidup_isian in = isian(3);
	struct hidup_galat g = { 0 };
	struct manifes m = { 0 };

	(void)state;
	in.sam_id = "zz";
	in.token = "23456-789AC";
	in.tempat = (struct tempat){ .seri_mesin = "HIDUPM3" };
	assert_int_equal(hidup_aktifkan(db, &orang, KARTU + 3, &in, &m, &g),
			 ERR_INPUT);
	assert_int_equal(g.n, 5);
	assert_false(g.simpan);
}

/* Five wrong tokens lock for an hour, and the lock stays though the
   activation is undone. */
static void wrong_tokens(void **state)
{
	struct hidup_isian in = isian(5);
	struct hidup_galat g = { 0 };
	struct manifes m = { 0 };

	(void)state;
	in.token = token_dari(6);
	for (int i = 1; i <= 5; i++) {
		assert_int_equal(hidup_aktifkan(db, &orang, KARTU + 5, &in, &m,
						&g),
				 ERR_INPUT);
		assert_int_equal(g.n, 1);
		assert_true(g.simpan);
		assert_string_equal(g.salah[0].kode,
				    i < 5 ? "token-salah" : "token-terkunci");
		assert_string_equal(g.salah[0].nilai,
				    i < 5 ? arena_printf(arena, "%d", 5 - i) :
					    "60");
	}
	/* Even the right one, now. */
	in.token = token_dari(5);
	assert_int_equal(hidup_aktifkan(db, &orang, KARTU + 5, &in, &m, &g),
			 ERR_INPUT);
	assert_string_equal(g.salah[0].kode, "token-terkunci");
	assert_string_equal(kini(5), "token||||0|0|");
	clock_shift(61 * MENIT_MS);
	assert_int_equal(hidup_aktifkan(db, &orang, KARTU + 5, &in, &m, &g),
			 OK);
	clock_shift(-61 * MENIT_MS);
	/* What cannot be a token is a wrong one, too. */
	in = isian(6);
	in.token = "?";
	assert_int_equal(hidup_aktifkan(db, &orang, KARTU + 6, &in, &m, &g),
			 ERR_INPUT);
	assert_string_equal(g.salah[0].kode, "token-salah");
}

static void a_token_has_its_days(void **state)
{
	struct hidup_galat g = { 0 };

	(void)state;
	clock_shift((int64_t)31 * 24 * 60 * MENIT_MS);
	assert_int_equal(aktifkan(7, &g), ERR_INPUT);
	clock_shift((int64_t)-31 * 24 * 60 * MENIT_MS);
	assert_string_equal(g.salah[0].kode, "token-habis");
	assert_string_equal(kini(7), "token||||0|0|");
}

/* ---- relocation (A-13) ---- */

static void moving_a_reader(void **state)
{
	struct tempat t = isian(1).tempat;
	struct hidup_galat g = { 0 };
	struct manifes m = { 0 };

	(void)state;
	assert_int_equal(aktifkan(1, &g), OK);
	assert_int_equal(aktifkan(2, &g), OK);
	assert_int_equal(hidup_pindahkan(db, &orang, KARTU + 1, &t, &m, &g),
			 ERR_INPUT);
	assert_string_equal(g.salah[0].kode, "tempat-sama");
	t.alamat = "Jl. Lain 2";
	assert_int_equal(hidup_pindahkan(db, &orang, KARTU + 1, &t, &m, &g),
			 OK);
	assert_string_equal(kini(1),
			    "aktif||berlaku|HIDUPM1|2|1|aktif pindah");
	t.seri_mesin = "HIDUPM2";
	assert_int_equal(hidup_pindahkan(db, &orang, KARTU + 1, &t, &m, &g),
			 ERR_INPUT);
	assert_string_equal(g.salah[0].kode, "mesin-terpakai");
	t.seri_mesin = "HIDUPM77";
	assert_int_equal(hidup_pindahkan(db, &orang, KARTU + 1, &t, &m, &g),
			 OK);
	assert_string_equal(kini(1), "aktif||berlaku|HIDUPM77|3|1|"
				     "aktif pindah pindah");
	/* Now the old reader is free. */
	t.seri_mesin = "HIDUPM1";
	assert_int_equal(hidup_pindahkan(db, &orang, KARTU + 2, &t, &m, &g),
			 OK);
	assert_int_equal(hidup_pindahkan(db, &orang, KARTU + 3, &t, &m, &g),
			 ERR_CONFLICT);
	assert_int_equal(hidup_pindahkan(db, &lain, KARTU + 2, &t, &m, &g),
			 ERR_NOT_FOUND);
}

/* ---- sanctions (A-11) ---- */

static void suspending_and_lifting(void **state)
{
	int64_t id[] = { KARTU + 2, KARTU + 1 };
	struct hidup_galat g = { 0 };
	size_t aktif;

	(void)state;
	assert_int_equal(aktifkan(1, &g), OK);
	assert_int_equal(aktifkan(2, &g), OK);
	assert_int_equal(kartu_tangguhkan(db, &orang, id, 2, "sebab"),
			 ERR_FORBIDDEN);
	assert_int_equal(kartu_tangguhkan(db, &staf, id, 2, "sebab"), OK);
	assert_string_equal(kini(1),
			    "ditangguhkan||dicabut|HIDUPM1|1|0|aktif tangguh");
	assert_int_equal(hitung_pesan("kartu-ditangguhkan"), 1);
	/* All or none. */
	assert_int_equal(aktifkan(3, &g), OK);
	id[0] = KARTU + 3;
	id[1] = KARTU + 2;
	assert_int_equal(kartu_tangguhkan(db, &staf, id, 2, "sebab"),
			 ERR_CONFLICT);
	assert_string_equal(kini(3), "aktif||berlaku|HIDUPM3|1|1|aktif");
	id[0] = id[1] = KARTU + 3;
	assert_int_equal(kartu_tangguhkan(db, &staf, id, 2, "sebab"),
			 ERR_CONFLICT);
	id[0] = KARTU + 3;
	id[1] = KARTU + 2;
	assert_int_equal(hidup_pulihkan(db, &staf, id, 2, "", &aktif),
			 ERR_CONFLICT);
	id[0] = KARTU + 2;
	id[1] = KARTU + 1;
	assert_int_equal(hidup_pulihkan(db, &orang, id, 2, "", &aktif),
			 ERR_FORBIDDEN);
	assert_int_equal(hidup_pulihkan(db, &staf, id, 2, "", &aktif), OK);
	assert_int_equal(aktif, 2);
	assert_string_equal(kini(1), "aktif||berlaku|HIDUPM1|2|1|"
				     "aktif tangguh pulih");
	assert_int_equal(hitung_pesan("kartu-dipulihkan"), 1);
}

/* Where nothing can be issued the card waits as nonaktif; moving it to
   another reader brings it back. */
static void lifting_without_a_reader(void **state)
{
	int64_t id[] = { KARTU + 1 };
	struct tempat t = isian(2).tempat;
	struct hidup_galat g = { 0 };
	struct manifes m = { 0 };
	size_t aktif;

	(void)state;
	assert_int_equal(aktifkan(1, &g), OK);
	assert_int_equal(aktifkan(2, &g), OK);
	assert_int_equal(kartu_tangguhkan(db, &staf, id, 1, "sebab"), OK);
	t.seri_mesin = "HIDUPM1";
	assert_int_equal(hidup_pindahkan(db, &orang, KARTU + 2, &t, &m, &g),
			 OK);
	assert_int_equal(hidup_pulihkan(db, &staf, id, 1, "", &aktif), OK);
	assert_int_equal(aktif, 0);
	assert_string_equal(kini(1), "nonaktif||dicabut|HIDUPM1|1|0|"
				     "aktif tangguh mesin-terpakai");
	t.seri_mesin = "HIDUPM88";
	assert_int_equal(hidup_pindahkan(db, &orang, KARTU + 1, &t, &m, &g),
			 OK);
	assert_string_equal(kini(1), "aktif||berlaku|HIDUPM88|2|1|"
				     "aktif tangguh mesin-terpakai pindah");
}

static void a_whole_institution(void **state)
{
	struct hidup_galat g = { 0 };
	int64_t banyak;

	(void)state;
	for (int64_t n = 1; n <= 3; n++)
		assert_int_equal(aktifkan(n, &g), OK);
	assert_int_equal(kartu_tangguhkan_lembaga(db, &staf, BANK, "sebab",
						  &banyak),
			 OK);
	assert_int_equal(banyak, 3);
	assert_string_equal(kini(2),
			    "ditangguhkan||dicabut|HIDUPM2|1|0|aktif tangguh");
	assert_int_equal(kartu_pulihkan_lembaga(db, &staf, BANK, "", &banyak),
			 OK);
	assert_int_equal(banyak, 3);
	assert_string_equal(kini(2), "ditangguhkan|pemulihan|dicabut|HIDUPM2|"
				     "1|0|aktif tangguh pulih-diminta");
	/* Again: they are marked already. */
	assert_int_equal(kartu_pulihkan_lembaga(db, &staf, BANK, "", &banyak),
			 OK);
	assert_int_equal(banyak, 0);
	assert_int_equal(hidup_perbarui(db, &sistem, KARTU + 2), OK);
	assert_string_equal(kini(2), "aktif||berlaku|HIDUPM2|2|1|"
				     "aktif tangguh pulih-diminta pulih");
	assert_int_equal(hidup_perbarui(db, &sistem, KARTU + 2), OK);
	assert_string_equal(kini(2), "aktif||berlaku|HIDUPM2|2|1|"
				     "aktif tangguh pulih-diminta pulih");
	/* A new sanction stops what the worker has not done yet. */
	assert_int_equal(kartu_tangguhkan_lembaga(db, &staf, BANK, "lagi",
						  &banyak),
			 OK);
	assert_int_equal(banyak, 1);
	assert_int_equal(hidup_perbarui(db, &sistem, KARTU + 3), OK);
	assert_string_equal(kini(3), "ditangguhkan||dicabut|HIDUPM3|1|0|"
				     "aktif tangguh pulih-diminta");
}

/* ---- renewal (A-08) ---- */

static void renewing(void **state)
{
	struct hidup_galat g = { 0 };

	(void)state;
	assert_int_equal(aktifkan(1, &g), OK);
	assert_int_equal(db_exec(db, &Q_TANDA, "perpanjangan", KARTU + 1), OK);
	assert_int_equal(hidup_perbarui(db, &sistem, KARTU + 1), OK);
	assert_string_equal(kini(1),
			    "aktif||berlaku|HIDUPM1|2|1|aktif perpanjang");
	/* No agreement: nothing is issued, the mark goes. */
	assert_int_equal(db_exec(db, &Q_AKHIR_PKS, "dihentikan"), OK);
	assert_int_equal(db_exec(db, &Q_TANDA, "perpanjangan", KARTU + 1), OK);
	assert_int_equal(hidup_perbarui(db, &sistem, KARTU + 1), OK);
	assert_string_equal(kini(1), "aktif||berlaku|HIDUPM1|2|1|"
				     "aktif perpanjang tanpa-perjanjian");
	assert_int_equal(hidup_perbarui(db, &sistem, KARTU + 999), OK);
}

/* ---- the register (A-09) ---- */

static void the_register(void **state)
{
	struct buku_saring s = { .turun = true, .banyak = 10 };
	struct hidup_galat g = { 0 };
	struct buku_riwayat *h;
	struct buku_asal asal;
	int64_t total;
	struct buku *b, satu;
	bool pasti;
	size_t n;

	(void)state;
	assert_int_equal(aktifkan(1, &g), OK);
	assert_int_equal(buku_daftar(db, &orang, &s, &b, &n), OK);
	assert_int_equal(n, 10);
	assert_int_equal(b[0].id, KARTU + N);
	s.id = b[9].id;
	assert_int_equal(buku_daftar(db, &orang, &s, &b, &n), OK);
	assert_int_equal(b[0].id, KARTU + N - 10);
	s.id = b[0].id;
	s.mundur = true;
	assert_int_equal(buku_daftar(db, &orang, &s, &b, &n), OK);
	assert_int_equal(b[0].id, KARTU + N);
	assert_int_equal(buku_hitung(db, &orang, &s, &total, &pasti), OK);
	assert_int_equal(total, N);
	assert_true(pasti);
	s = (struct buku_saring){ .status = "aktif", .banyak = 10 };
	assert_int_equal(buku_daftar(db, &orang, &s, &b, &n), OK);
	assert_int_equal(n, 1);
	assert_string_equal(b[0].outlet, "Cabang");
	assert_string_equal(b[0].wilayah_kode, "9201011001");
	/* Each of its numbers finds it; only for those who may see it. */
	static const char *const cari[] = { "HIDUPK1", "hidupm1", "HIDUPP1",
					    "30154b0192000001",
					    "30 15 4B 01 92 00 00 01" };
	for (size_t i = 0; i < COUNT(cari); i++) {
		s = (struct buku_saring){ .cari = cari[i], .banyak = 10 };
		assert_int_equal(buku_daftar(db, &orang, &s, &b, &n), OK);
		assert_int_equal(n, 1);
		assert_int_equal(b[0].id, KARTU + 1);
		assert_int_equal(buku_daftar(db, &staf, &s, &b, &n), OK);
		assert_int_equal(n, 1);
		assert_int_equal(buku_daftar(db, &lain, &s, &b, &n), OK);
		assert_int_equal(n, 0);
	}
	s.lembaga = BANK;
	assert_int_equal(buku_daftar(db, &lain, &s, &b, &n), OK);
	assert_int_equal(n, 0);
	assert_int_equal(buku_ambil(db, &orang, KARTU + 1, &satu, &asal), OK);
	assert_string_equal(asal.rencana_outlet, "Cabang");
	assert_int_equal(asal.aktivasi_id, 920001);
	assert_null(asal.token_berakhir);
	assert_int_equal(buku_ambil(db, &lain, KARTU + 1, &satu, &asal),
			 ERR_NOT_FOUND);
	assert_int_equal(buku_riwayat(db, KARTU + 1, &h, &n), OK);
	assert_int_equal(n, 1);
	assert_string_equal(h[0].kode, "aktif");
	assert_string_equal(h[0].ke, "aktif");
}

/* ---- files of many cards (A-04) ---- */

static int berkas(const char *teks)
{
	int fd = memfd_create("uji", MFD_CLOEXEC);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, teks, strlen(teks)), strlen(teks));
	return fd;
}

/* A file of cards dari..sampai with their tokens; salah: n whose token is
   another's. */
static int64_t kirim(int64_t dari, int64_t sampai, int64_t salah)
{
	struct buf b = { .a = arena };
	struct massal_isi isi_berkas;
	struct tabel_galat g;
	int64_t id = 0;
	int fd;

	buf_text(&b, "No. Identitas Kartu SAM;Token Kartu SAM;No. Mesin;"
		     "Alamat;Kode Wilayah;Latitude;Longitude;Nama Outlet\r\n");
	for (int64_t n = dari; n <= sampai; n++)
		buf_printf(&b,
			   "%s;%s;HIDUPM%lld;Jl. Uji;9201011001;-6,9;107,6;"
			   "Cabang\r\n",
			   sam_dari(n), token_dari(n == salah ? n + 1 : n),
			   (long long)n);
	fd = berkas(b.p);
	assert_int_equal(massal_baca(arena, fd, &isi_berkas, &g), OK);
	close(fd);
	assert_int_equal(isi_berkas.n, sampai - dari + 1);
	assert_int_equal(massal_terima(db, &orang, "uji.csv", &isi_berkas,
				       &id),
			 OK);
	return id;
}

static void kerjakan(size_t sekali)
{
	bool ada = true;

	while (ada)
		assert_int_equal(hidup_massal(db, sekali, &ada), OK);
}

static const char *massal_kini(int64_t id)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_MASSAL_KINI, id), OK);
	return arena_printf(arena, "%s %lld %lld %lld", db_text(r, 0),
			    (long long)db_int(r, 1), (long long)db_int(r, 2),
			    (long long)db_int(r, 3));
}

static void a_file(void **state)
{
	struct massal_manifes *f;
	struct massal_baris *b;
	struct massal m;
	int64_t id;
	size_t n;

	(void)state;
	id = kirim(1, 12, 5);
	assert_string_equal(massal_kini(id), "antri 0 0 12");
	kerjakan(5);
	assert_string_equal(massal_kini(id), "selesai 11 1 0");
	assert_int_equal(massal_hasil(db, id, "gagal", false, 0, 10, &b, &n),
			 OK);
	assert_int_equal(n, 1);
	assert_int_equal(b[0].baris, 6);
	assert_string_equal(b[0].galat, "token-salah");
	assert_string_equal(b[0].ruas, "token");
	assert_int_equal(massal_manifes(db, id, 0, 100, &f, &n), OK);
	assert_int_equal(n, 11);
	assert_non_null(memmem(f[0].xml.p, f[0].xml.n, "Signature", 9));
	assert_int_equal(hitung_pesan("massal-selesai"), 1);
	assert_string_equal(kini(1), "aktif||berlaku|HIDUPM1|1|1|aktif");
	assert_string_equal(kini(5), "token||||0|0|");
	assert_int_equal(massal_ambil(db, &orang, id, &m), OK);
	assert_int_equal(massal_ambil(db, &lain, id, &m), ERR_NOT_FOUND);
}

static void rows_that_are_wrong(void **state)
{
	static const char teks[] =
	    "sam_id,token,seri_mesin,outlet,alamat,kode_wilayah,latitude,"
	    "longitude\n"
	    ",23456789AC,M001,,Jl.,9201011001,-6,107\n"
	    "30154B0192000001,,M001,,Jl.,9201011001,-6,107\n"
	    "30154B0192000001,xx,M001,,Jl.,9201011001,-6,107\n"
	    "30154B0192000001,23456789AC,,,Jl.,9201011001,-6,107\n"
	    "30154B0192000001,23456789AC,M001,,,9201011001,-6,107\n"
	    "30154B0192000001,23456789AC,M001,,Jl.,92,-6,107\n"
	    "30154B0192000001,23456789AC,M001,,Jl.,9201011001,107,-6\n"
	    "30154B0192000001,23456789AC,M001,,Jl.,9201011001,-6\n";
	static const char *const harap[] = {
		"sam_id wajib",	   "token wajib",
		"token format",	   "seri_mesin wajib",
		"alamat wajib",	   "wilayah format",
		"lintang di-luar-indonesia", "bujur wajib",
	};
	unsigned char hash[TOKEN_HASH];
	struct massal_isi x, y;
	struct tabel_galat g;
	int64_t id;
	int fd = berkas(teks);

	(void)state;
	assert_int_equal(massal_baca(arena, fd, &x, &g), OK);
	close(fd);
	assert_int_equal(x.n, COUNT(harap));
	for (size_t i = 0; i < x.n; i++) {
		assert_string_equal(arena_printf(arena, "%s %s",
						 x.baris[i].ruas,
						 x.baris[i].galat),
				    harap[i]);
		assert_null(x.baris[i].token_hash.p);
	}
	/* Blanks of a copied table are forgiven, as they are in the form. */
	fd = berkas("sam_id,token,seri_mesin,alamat,kode_wilayah,latitude,"
		    "longitude\n30\xC2\xA0" "15\xC2\xA0"
		    "4B0192000001,23456\xE2\x80\xAF""789AC,M\xC2\xA0""001,Jl.,"
		    "9201011001,-6\xE2\x80\x8B,107\n");
	assert_int_equal(massal_baca(arena, fd, &y, &g), OK);
	close(fd);
	assert_int_equal(y.n, 1);
	assert_string_equal(y.baris[0].status, "antri");
	assert_string_equal(y.baris[0].sam_id, "30154B0192000001");
	assert_true(token_hash("23456-789AC", hash));
	assert_memory_equal(y.baris[0].token_hash.p, hash, TOKEN_HASH);
	assert_string_equal(y.baris[0].seri_mesin, "M001");
	assert_string_equal(y.baris[0].lintang, "-6.000000");
	/* Nothing to do: done at once. */
	assert_int_equal(massal_terima(db, &orang, "x.csv", &x, &id), OK);
	assert_string_equal(massal_kini(id), "selesai 0 8 0");
	assert_int_equal(massal_terima(db, &staf, "x.csv", &x, &id),
			 ERR_FORBIDDEN);
	fd = berkas("sam_id,token\n1,2\n");
	assert_int_equal(massal_baca(arena, fd, &x, &g), ERR_INPUT);
	close(fd);
	assert_string_equal(x.kurang, "seri_mesin");
}

/* ---- at once ---- */

/* Run work(db) in a process with a connection and an arena of its own, as
   programs have; it ends with what work returned. */
static pid_t cabang(int (*work)(struct db *))
{
	pid_t pid = fork();
	struct arena *a;
	struct db *d;

	assert_true(pid >= 0);
	if (pid != 0)
		return pid;
	a = arena_new();
	d = db_new("uji");
	if (a == NULL || d == NULL)
		_exit(99);
	db_use_arena(d, a);
	_exit(work(d));
}

static int akhir(pid_t pid)
{
	int status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static struct hidup_isian bersama;

static int aktifkan_bersama(struct db *d)
{
	struct hidup_galat g = { 0 };
	struct manifes m = { 0 };

	return (int)hidup_aktifkan(d, &orang, KARTU + 9, &bersama, &m, &g);
}

/* Operators of an institution at the same card: one activates it. */
static void two_operators(void **state)
{
	size_t baik = 0, bentrok = 0;
	pid_t pid[8];

	(void)state;
	bersama = isian(9);
	for (size_t i = 0; i < COUNT(pid); i++)
		pid[i] = cabang(aktifkan_bersama);
	for (size_t i = 0; i < COUNT(pid); i++) {
		int e = akhir(pid[i]);

		baik += e == OK;
		bentrok += e == ERR_CONFLICT;
	}
	assert_int_equal(baik, 1);
	assert_int_equal(bentrok, COUNT(pid) - 1);
	assert_string_equal(kini(9), "aktif||berlaku|HIDUPM9|1|1|aktif");
}

static int pekerja(struct db *d)
{
	bool ada = true;
	enum err e = OK;

	while (e == OK && ada)
		e = hidup_massal(d, 7, &ada);
	return (int)e;
}

/* 200 activations against 150 cards, by three workers at once: exact. */
static void more_rows_than_cards(void **state)
{
	int64_t a = kirim(1, 80, 0), b = kirim(31, 150, 0);
	struct massal x, y;
	struct rows *r;
	pid_t pid[3];

	(void)state;
	for (size_t i = 0; i < COUNT(pid); i++)
		pid[i] = cabang(pekerja);
	for (size_t i = 0; i < COUNT(pid); i++)
		assert_int_equal(akhir(pid[i]), OK);
	assert_int_equal(db_one(db, &r, &Q_MANIFES_HITUNG), OK);
	assert_int_equal(db_int(r, 0), 150);
	assert_int_equal(db_int(r, 1), 150);
	assert_int_equal(massal_ambil(db, &orang, a, &x), OK);
	assert_int_equal(massal_ambil(db, &orang, b, &y), OK);
	assert_string_equal(x.status, "selesai");
	assert_string_equal(y.status, "selesai");
	assert_int_equal(x.berhasil + y.berhasil, 150);
	assert_int_equal(x.gagal + y.gagal, 50);
}

static int siap(void **state)
{
	(void)state;
	if (!crypto_start())
		return -1;
	xsl_start(config_get("xslt", "xslt"));
	return 0;
}

#define UJI(f)	     cmocka_unit_test(f)
#define UJI_BASIS(f) cmocka_unit_test_setup_teardown(f, isi, kosongkan)

int main(void)
{
	const struct CMUnitTest saja[] = {
		UJI(a_place_is_put_in_order),
		UJI(what_is_no_place),
		UJI(what_is_no_reader),
	};
	const struct CMUnitTest basis[] = {
		UJI_BASIS(one_card),
		UJI_BASIS(what_is_refused),
		UJI_BASIS(all_at_once),
		UJI_BASIS(wrong_tokens),
		UJI_BASIS(a_token_has_its_days),
		UJI_BASIS(moving_a_reader),
		UJI_BASIS(suspending_and_lifting),
		UJI_BASIS(lifting_without_a_reader),
		UJI_BASIS(a_whole_institution),
		UJI_BASIS(renewing),
		UJI_BASIS(the_register),
		UJI_BASIS(a_file),
		UJI_BASIS(rows_that_are_wrong),
		UJI_BASIS(two_operators),
		UJI_BASIS(more_rows_than_cards),
	};
	bool ada = basis_buka();
	int gagal = cmocka_run_group_tests_name("kartu", saja, NULL, NULL);

	if (ada)
		gagal += cmocka_run_group_tests_name("kartu-basis", basis,
						     siap, NULL);
	return basis_tutup(gagal);
}
