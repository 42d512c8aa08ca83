/*
 * uji-kembali.c - returns of cards, the trace of a serial, the
 * map of readers: serials as people type them, and, against a real
 * server, lists that read what they show, what a return refuses, sums.
 *
 * SIFILMA_KONFIG names the unit tests' configuration; the tests that need the
 * database are left out without one.
 */
#include "lib/form.h"
#include "model/kartu.h"
#include "model/lacak.h"
#include "model/pengembalian.h"
#include "model/peta.h"
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

/* ---- serials ---- */

static void serials_as_typed(void **state)
{
	static const struct {
		const char *ketik;
		const char *rapi;
	} kasus[] = {
		{ "k 00-1.a/b_2", "K00-1.A/B_2" },
		{ "  K1  ", "K1" },
		{ "30 15 4b 01", "30154B01" },
		{ "", "" },
		{ "   ", "" },
		{ "K\"1", "" },
		{ "K'1", "" },
		{ "K\\1", "" },
		{ "K[1]", "" },
		{ "K\t1", "" },
		{ "K\xC3\xA9", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(kasus); i++)
		assert_string_equal(lacak_rapi(arena, kasus[i].ketik),
				    kasus[i].rapi);
}

/* what a text may be. */
static void kinds_of_numbers(void **state)
{
	static const char kode[] = "0123456789abcdef0123456789abcdef";
	static const struct {
		const char *ketik;
		bool ada;
		struct lacak_nomor n;
	} kasus[] = {
		{ " k 00-1 ", true, { "K00-1", "", "k 00-1", "", 0 } },
		{ "\xC2\xA0k1\t", true, { "K1", "", "k1", "", 0 } },
		{ "30 15 4b 01 00 00 12 34",
		  true,
		  { "30154B0100001234", "30154B0100001234",
		    "30 15 4b 01 00 00 12 34", "", 0 } },
		{ "t 69", true, { "T69", "", "t 69", "", 69 } },
		{ "69", true, { "69", "", "69", "", 0 } },
		{ "T123456789", true, { "T123456789", "", "T123456789", "",
					0 } },
		{ "https://x/verifikasi/0123456789abcdef0123456789abcdef",
		  true,
		  { "", "",
		    "https://x/verifikasi/0123456789abcdef0123456789abcdef",
		    kode, 0 } },
		{ "PCID \xC3\xA9", false, { "", "", "PCID \xC3\xA9", "", 0 } },
		{ "", false, { "", "", "", "", 0 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(kasus); i++) {
		struct lacak_nomor n;

		assert_int_equal(lacak_baca(arena, kasus[i].ketik, &n),
				 kasus[i].ada);
		assert_string_equal(n.seri, kasus[i].n.seri);
		assert_string_equal(n.sam, kasus[i].n.sam);
		assert_string_equal(n.pcid, kasus[i].n.pcid);
		assert_string_equal(n.kode, kasus[i].n.kode);
		assert_int_equal(n.tiket, kasus[i].n.tiket);
	}
}

/* a line that is neither is in no list, one that may be both in two. */
static void a_list_as_typed(void **state)
{
	struct pengembalian_ketik k;

	(void)state;
	pengembalian_baca_ketik(arena,
				"k 1\r\n\nK\"1\n30 15 4b 01 00 00 12 34\n"
				"2019014700000001",
				&k);
	assert_int_equal(k.n, 5);
	assert_string_equal(k.teks[1], "k 1");
	assert_string_equal(k.teks[2], "");
	assert_string_equal(k.teks[3], "K\"1");
	assert_string_equal(k.seri, "[[1,\"K1\"],[4,\"30154B0100001234\"],"
				    "[5,\"2019014700000001\"]]");
	assert_string_equal(k.sam, "[[4,\"30154B0100001234\"],"
				   "[5,\"2019014700000001\"]]");
	pengembalian_baca_ketik(arena, NULL, &k);
	assert_int_equal(k.n, 0);
	assert_string_equal(k.seri, "[]");
	assert_string_equal(k.sam, "[]");
}

/* ---- against the database ---- */

#define BANK  930001
#define LAIN  930003

SQL(Q_LEMBAGA,
    "INSERT INTO lembaga (id, kode, nama, jenis, alamat, kota, provinsi,"
    " dibuat) VALUES (930001, '930001', 'Bank Uji', 'bhi-pusat', '-', '-',"
    " '-', '2019-01-01'), (930002, '930002', 'Produsen Uji', 'produsen', '-',"
    " '-', '-', '2019-01-01'), (930003, '930003', 'Lembaga Lain',"
    " 'kementerian', '-', '-', '-', '2019-01-01')");
SQL(Q_AKUN,
    "INSERT INTO akun (id, username, nama, peran, lembaga_id, email, telepon,"
    " alamat, kota, provinsi, status, dibuat) VALUES (930001, 'uji930001',"
    " 'Uji', 'pengguna', 930001, 'uji@uji.example', '0', '-', '-', '-',"
    " 'aktif', '2019-01-01')");
SQL(Q_MINTA,
    "INSERT INTO permintaan (id, lembaga_id, produsen_id, nomor, judul,"
    " jumlah, fungsi, status, pembuat_id, dibuat) VALUES (930001, 930001,"
    " 930002, 'UJI/K', 'Uji', 1, 'R', 'diterima', 930001, '2019-01-01'),"
    " (930002, 930003, 930002, 'UJI/L', 'Uji', 1, 'RW', 'diterima', 930001,"
    " '2019-01-01')");
SQL(Q_KARTU,
    "INSERT INTO kartu (id, permintaan_id, urut, seri_kartu, seri_mesin,"
    " status, sam_id, pcid) SELECT 930000 + seq, IF(seq <= 300, 930001,"
    " 930002), seq, CONCAT('KEMBALIK', seq), CONCAT('KEMBALIM', seq),"
    " 'diserahkan', CONCAT('30154B0193', LPAD(HEX(seq), 6, '0')),"
    " CONCAT('KEMBALIP', seq) FROM seq_1_to_400");
SQL(Q_PKS,
    "INSERT INTO perjanjian (id, lembaga_id, nomor, judul, mulai, berakhir,"
    " elemen, metode, status, dibuat, dibuat_oleh) VALUES (930001, 930001,"
    " 'PKS/UJI', 'Uji', '2019-01-01', '2099-12-31', 'nik', 'card-reader',"
    " 'berlaku', '2019-01-01', 930001)");
/* Cards 1..200 (bank) and 301..400 (other) have readers in three regencies of
   two provinces that no region list knows. */
SQL(Q_MANIFES,
    "INSERT INTO manifes (kode, kartu_id, lembaga_id, perjanjian_id, sam_id,"
    " seri_mesin, fungsi, alamat, wilayah_kode, lintang, bujur,"
    " perjanjian_berakhir, berlaku_dari, berlaku_sampai, diterbitkan, status,"
    " tidak_berlaku, sebab)"
    " SELECT MD5(CONCAT('kembali', k.id)), k.id, k.lembaga_id, 930001,"
    " k.sam_id, k.seri_mesin, IF(k.lembaga_id = 930001, 'R', 'RW'), '-',"
    " ELT(1 + k.urut % 3, '0101011001', '0102011001', '0201011001'),"
    " -6 - k.urut % 3, 107 + k.urut % 3, '2099-12-31', '2019-01-01',"
    " '2099-12-31', '2019-01-01', IF(k.urut % 10 = 0, 'dicabut', 'berlaku'),"
    " IF(k.urut % 10 = 0, '2019-02-01', NULL),"
    " IF(k.urut % 10 = 0, 'penangguhan', NULL)"
    " FROM kartu k WHERE k.id BETWEEN 930001 AND 930400"
    " AND (k.urut <= 200 OR k.urut > 300)");
SQL(Q_KEMBALI,
    "INSERT INTO pengembalian (id, lembaga_id, alasan, jumlah, status,"
    " pengirim_nama, pengirim_jabatan, pembuat_id, dibuat)"
    " SELECT 930000 + seq, IF(seq % 4 = 0, 930003, 930001), 'tutup', 1,"
    " ELT(1 + seq % 3, 'disusun', 'diterima', 'batal'), 'Uji', 'Uji', 930001,"
    " '2019-01-01' FROM seq_1_to_120");
SQL(Q_BERSIHKAN, "FLUSH LOCAL STATUS");
SQL(Q_BACAAN, "SHOW SESSION STATUS WHERE Variable_name IN"
	      " ('Handler_read_next', 'Handler_read_prev',"
	      " 'Handler_read_rnd_next')");
SQL(Q_STATUS, "UPDATE kartu SET status = ? WHERE id = ?");
SQL(Q_SERI, "UPDATE kartu SET seri_kartu = ? WHERE id = ?");

SQL(H_AUDIT_KARTU, "DELETE FROM pengembalian_kartu"
		   " WHERE kartu_id BETWEEN 930000 AND 939999");
SQL(H_KEMBALI, "DELETE FROM pengembalian WHERE lembaga_id IN (930001, 930003)");
SQL(H_DOKUMEN, "DELETE FROM dokumen WHERE lembaga_id IN (930001, 930003)");
SQL(H_MANIFES,
    "DELETE FROM manifes WHERE kartu_id BETWEEN 930000 AND 939999");
SQL(H_KARTU, "DELETE FROM kartu WHERE id BETWEEN 930000 AND 939999");
SQL(H_MINTA, "DELETE FROM permintaan WHERE id IN (930001, 930002)");
SQL(H_PKS, "DELETE FROM perjanjian WHERE id = 930001");

static const struct pelaku orang = { .akun = 930001,
				     .lembaga = BANK,
				     .role = ROLE_PENGGUNA };
static const struct pelaku lain = { .akun = 930001,
				    .lembaga = LAIN,
				    .role = ROLE_DINAS };
static const struct pelaku staf = { .akun = 930001,
				    .lembaga = BANK,
				    .role = ROLE_ADMIN };
static const struct pelaku produsen = { .akun = 930001,
					.lembaga = 930002,
					.role = ROLE_PRODUSEN };

static int kosongkan(void **state)
{
	struct sql *const semua[] = {
		&H_AUDIT_KARTU, &H_KEMBALI, &H_DOKUMEN, &H_MANIFES, &H_KARTU,
		&H_MINTA,	&H_PKS,
	};

	(void)state;
	arena_reset(arena);
	for (size_t i = 0; i < COUNT(semua); i++)
		if (db_exec(db, semua[i]) != OK)
			return 1;
	return buang_orang(db, 930001, 930003) != OK;
}

static int isi(void **state)
{
	struct sql *const semua[] = { &Q_LEMBAGA, &Q_AKUN,    &Q_MINTA,
				      &Q_KARTU,	  &Q_PKS,     &Q_MANIFES,
				      &Q_KEMBALI };

	if (kosongkan(state) != 0)
		return 1;
	for (size_t i = 0; i < COUNT(semua); i++)
		if (db_exec(db, semua[i]) != OK)
			return 1;
	return 0;
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

/* One page: no more is read than its rows and, twice, what is counted (by
   the index, and the numbers found). */
static size_t laman(const struct pelaku *p, const struct pengembalian_saring *s,
		    struct pengembalian **out, int64_t *total)
{
	int64_t dibaca;
	bool pasti;
	size_t n;

	assert_int_equal(db_exec(db, &Q_BERSIHKAN), OK);
	assert_int_equal(pengembalian_daftar(db, p, s, out, &n, total, &pasti),
			 OK);
	dibaca = bacaan();
	assert_true(pasti);
	if (dibaca > (int64_t)n + 2 * *total + 4)
		fail_msg("role %s, status %s, %s%s: %zu of %lld rows, %lld read",
			 role_name(p->role), s->status == NULL ? "-" : s->status,
			 s->turun ? "down" : "up", s->mundur ? " back" : "", n,
			 (long long)*total, (long long)dibaca);
	return n;
}

/* A-10, P-20: forward and back over all pages, each row once, in order. */
static void lists_read_what_they_show(void **state)
{
	const struct pelaku *const siapa[] = { &orang, &lain, &staf };
	const char *const status[] = { NULL, "disusun", "diterima", "dikirim" };
	struct pengembalian *k;
	int64_t total;
	size_t n;

	(void)state;
	for (size_t i = 0; i < COUNT(siapa) * COUNT(status) * 2; i++) {
		struct pengembalian_saring s = {
			.status = status[i / 2 % COUNT(status)],
			.turun = i % 2 == 0,
			.banyak = 10,
		};
		const struct pelaku *p = siapa[i / 2 / COUNT(status)];
		int64_t maju = 0, mundur = 0, lalu = s.turun ? INT64_MAX : 0;

		while ((n = laman(p, &s, &k, &total)) > 0) {
			for (size_t j = 0; j < n; j++, maju++) {
				assert_true(s.turun ? k[j].id < lalu :
						      k[j].id > lalu);
				assert_true(p == &staf ||
					    k[j].lembaga_id == p->lembaga);
				if (s.status != NULL)
					assert_string_equal(k[j].status,
							    s.status);
				lalu = k[j].id;
			}
			s.id = lalu;
		}
		assert_int_equal(maju, total);
		s.mundur = true;
		while (maju > 0 && (n = laman(p, &s, &k, &total)) > 0) {
			mundur += (int64_t)n;
			s.id = k[0].id;
		}
		assert_int_equal(mundur, maju > 0 ? maju - 1 : 0);
	}
	/* Nobody else sees any. */
	assert_int_equal(laman(&produsen, &(struct pengembalian_saring){
						  .banyak = 10 },
			       &k, &total),
			 0);
	assert_int_equal(total, 0);
}

/* What a return says to the cards of `seri`. */
static enum err coba(const char *seri, struct pengembalian_galat **g, size_t *n,
		     size_t *banyak)
{
	struct pengembalian_isian in = { .alasan = "tutup",
					 .pengirim_nama = "Uji",
					 .pengirim_jabatan = "Uji",
					 .seri = seri };
	int64_t dokumen, id;
	enum err e;

	assert_int_equal(db_begin(db), OK);
	e = pengembalian_buat(db, &orang, &in, &dokumen, &id, banyak, g, n);
	db_rollback(db);
	return e;
}

/* every line is answered for. */
static void what_a_return_refuses(void **state)
{
	static const char *const belum[] = { "kosong", "personal", "gagal",
					     "rusak", "terkunci",
					     "dikembalikan", "dimusnahkan" };
	static const char *const boleh[] = { "diserahkan", "token", "aktif",
					     "ditangguhkan", "nonaktif" };
	char banyak_baris[PENGEMBALIAN_MAKS * 12 + 100] = "";
	struct pengembalian_galat *g;
	size_t n, banyak, isi_n = 0;

	(void)state;
	assert_int_equal(coba(NULL, &g, &n, &banyak), ERR_INPUT);
	assert_int_equal(n, 0);
	assert_int_equal(banyak, 0);
	assert_int_equal(coba("\n \n", &g, &n, &banyak), ERR_INPUT);
	assert_int_equal(banyak, 0);
	for (size_t i = 0; i < COUNT(boleh); i++) {
		assert_int_equal(
		    db_exec(db, &Q_STATUS, boleh[i], 930005), OK);
		assert_int_equal(coba("kembalik5", &g, &n, &banyak), OK);
		assert_int_equal(banyak, 1);
	}
	for (size_t i = 0; i < COUNT(belum); i++) {
		assert_int_equal(
		    db_exec(db, &Q_STATUS, belum[i], 930005), OK);
		assert_int_equal(coba("KEMBALIK5", &g, &n, &banyak), ERR_INPUT);
		assert_int_equal(n, 1);
		assert_string_equal(g[0].kode, "kartu-status");
		assert_string_equal(g[0].nilai, "KEMBALIK5");
		assert_int_equal(g[0].baris, 1);
	}
	/* Its own, another's, nobody's, no serial at all. */
	assert_int_equal(coba("KEMBALIK1\n\nKEMBALIK301\nX\n]\"", &g, &n,
			      &banyak),
			 ERR_INPUT);
	assert_int_equal(n, 3);
	for (size_t i = 0; i < n; i++) {
		assert_string_equal(g[i].kode, "kartu-tidak-ada");
		assert_int_equal(g[i].baris, (int64_t)i + 3);
	}
	/* The same card by serial and by SAM id is one. */
	assert_int_equal(coba("KEMBALIK1\n30154b01 93000001", &g, &n, &banyak),
			 OK);
	assert_int_equal(banyak, 1);
	/* So is a card whose serial could be a SAM id. */
	assert_int_equal(db_exec(db, &Q_SERI, "2019014700000001", 930007), OK);
	assert_int_equal(coba("2019 0147 0000 0001\n30154b0193000007", &g, &n,
			      &banyak),
			 OK);
	assert_int_equal(banyak, 1);
	/* Another's SAM id: the serial is meant. */
	assert_int_equal(db_exec(db, &Q_SERI, "30154B0193000008", 930007), OK);
	assert_int_equal(coba("30154B0193000008", &g, &n, &banyak), OK);
	assert_int_equal(banyak, 1);
	assert_int_equal(db_exec(db, &Q_SERI, "KEMBALIK7", 930007), OK);
	for (int i = 1; i <= 300; i++)
		isi_n += (size_t)snprintf(banyak_baris + isi_n,
					  sizeof(banyak_baris) - isi_n,
					  "KEMBALIK%d\n", i == 5 ? 6 : i);
	assert_int_equal(coba(banyak_baris, &g, &n, &banyak), OK);
	assert_int_equal(banyak, 299);
}

/* */
static void a_serial_finds_its_card(void **state)
{
	static const char *const cari[] = { "kembalik7", "KEMBALIM7",
					    "30 15 4b 01 93 00 00 07",
					    "KEMBALIP7" };
	struct lacak_kartu *k;
	size_t n;

	(void)state;
	for (size_t i = 0; i < COUNT(cari); i++) {
		assert_int_equal(lacak_cari(db, &orang, cari[i], &k, &n), OK);
		assert_int_equal(n, 1);
		assert_int_equal(k[0].id, 930007);
		assert_int_equal(lacak_cari(db, &produsen, cari[i], &k, &n),
				 OK);
		assert_int_equal(n, 1);
		assert_int_equal(lacak_cari(db, &lain, cari[i], &k, &n), OK);
		assert_int_equal(n, 0);
	}
	assert_int_equal(lacak_ambil(db, &lain, 930007, k), ERR_NOT_FOUND);
}

/* */
static void readers_add_up(void **state)
{
	struct peta_saring s = { 0 };
	struct peta_baris semua, *b;
	struct peta_titik *t;
	int64_t jumlah = 0;
	size_t n;

	(void)state;
	/* 200 and 100, a tenth revoked. */
	assert_int_equal(peta_rinci(db, &orang, &s, &b, &n, &semua), OK);
	assert_int_equal(semua.jumlah, 180);
	assert_int_equal(semua.r, 180);
	assert_int_equal(semua.rw, 0);
	assert_int_equal(semua.provinsi, 2);
	assert_int_equal(semua.kabkota, 3);
	assert_int_equal(n, 2);
	for (size_t i = 0; i < n; i++)
		jumlah += b[i].jumlah;
	assert_int_equal(jumlah, 180);
	assert_string_equal(b[0].kode, "01");
	assert_int_equal(b[0].kabkota, 2);
	s.prov = "01";
	assert_int_equal(peta_rinci(db, &orang, &s, &b, &n, &semua), OK);
	assert_int_equal(n, 2);
	s.kab = "0101";
	assert_int_equal(peta_rinci(db, &orang, &s, &b, &n, &semua), OK);
	assert_int_equal(n, 1);
	assert_int_equal(b[0].id, BANK);
	assert_int_equal(peta_titik(db, &orang, &s, &t, &n), OK);
	assert_int_equal(n, 1);
	assert_int_equal(t[0].lintang, -6000);
	assert_int_equal(t[0].bujur, 107000);
	assert_int_equal(t[0].jumlah, b[0].jumlah);
	/* Staff see both, or the one they ask for; others what is theirs. */
	s = (struct peta_saring){ .prov = "01", .kab = "0101" };
	assert_int_equal(peta_rinci(db, &staf, &s, &b, &n, &semua), OK);
	assert_int_equal(n, 2);
	assert_int_equal(semua.lembaga, 2);
	assert_int_equal(semua.kabkota, 1);
	s = (struct peta_saring){ .prov = "01" };
	assert_int_equal(peta_rinci(db, &staf, &s, &b, &n, &semua), OK);
	assert_int_equal(semua.lembaga, 2);
	assert_int_equal(semua.kabkota, 2);
	s = (struct peta_saring){ .lembaga = LAIN, .fungsi = "RW" };
	assert_int_equal(peta_rinci(db, &staf, &s, &b, &n, &semua), OK);
	assert_int_equal(semua.jumlah, 90);
	assert_int_equal(peta_rinci(db, &orang, &s, &b, &n, &semua), OK);
	assert_int_equal(semua.jumlah, 0);
	s = (struct peta_saring){ .lembaga = BANK };
	assert_int_equal(peta_rinci(db, &lain, &s, &b, &n, &semua), OK);
	assert_int_equal(semua.jumlah, 90);
	assert_int_equal(peta_rinci(db, &produsen, &s, &b, &n, &semua), OK);
	assert_int_equal(semua.jumlah, 0);
}

int main(void)
{
	const struct CMUnitTest aturan[] = {
		cmocka_unit_test(serials_as_typed),
		cmocka_unit_test(kinds_of_numbers),
		cmocka_unit_test(a_list_as_typed),
	};
	const struct CMUnitTest basis[] = {
		cmocka_unit_test(lists_read_what_they_show),
		cmocka_unit_test(what_a_return_refuses),
		cmocka_unit_test(a_serial_finds_its_card),
		cmocka_unit_test(readers_add_up),
	};
	bool ada = basis_buka();
	int gagal = cmocka_run_group_tests_name("kembali", aturan, NULL, NULL);

	if (ada)
		gagal += cmocka_run_group_tests_name("kembali-basis", basis,
						     isi, kosongkan);
	return basis_tutup(gagal);
}
