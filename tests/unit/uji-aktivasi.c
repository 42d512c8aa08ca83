/*
 * uji-aktivasi.c - tokens and requests for activation: what
 * a token is made of and forgives, the lock after wrong ones, rows of a list,
 * approval and withdrawal; and that no page of the list reads more than it
 * shows.
 *
 * SIFILMA_KONFIG names the unit tests' configuration; without one nothing can
 * be tested, for the secret of the tokens is in its kunci_dir: all are skipped.
 */
#include "lib/clock.h"
#include "lib/crypto.h"
#include "lib/text.h"
#include "model/aktivasi.h"
#include "model/token.h"
#include "uji-basis.h"
#include "uji-buang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* --- the signs --- */

static void signs_do_not_look_alike(void **state)
{
	static const char *const mirip[] = { "0O", "1IL", "2Z", "5S",
					     "6G", "8B",  "UV" };

	(void)state;
	for (size_t i = 0; i < COUNT(mirip); i++) {
		int ada = 0;

		for (const char *c = mirip[i]; *c != '\0'; c++)
			ada += strchr(TOKEN_TANDA, *c) != NULL;
		assert_true(ada <= 1);
	}
	assert_int_equal(strlen(TOKEN_TANDA), 26);
	for (const char *c = TOKEN_TANDA; *c != '\0'; c++)
		assert_null(strchr(c + 1, *c));
}

static void typing_is_forgiven(void **state)
{
	static const char *const sama[] = {
		"2568V-ACDEF",   "2568VACDEF",      "2568v-acdef",
		" 2568v acdef ", "2-5-6-8-V ACDEF", "ZSGBU-ACDEF",
		"zsgbu\tacdef",
	};
	static const char *const bukan[] = {
		"",
		"2568V-ACDE",
		"2568V-ACDEFH",
		"2568V_ACDEF",
		"0568V-ACDEF",
		"2568V-ACDEO",
		"1568V-ACDEF",
		"I568V-ACDEF",
		"2568V-ACDEL",
		"2568V-ACD\xC3\xA9",
		"----------",
	};
	unsigned char benar[TOKEN_HASH], lain[TOKEN_HASH];
	char rapi[TOKEN_PANJANG + 1];

	(void)state;
	assert_true(token_hash(sama[0], benar));
	for (size_t i = 1; i < COUNT(sama); i++) {
		assert_true(token_hash(sama[i], lain));
		assert_memory_equal(benar, lain, TOKEN_HASH);
	}
	for (size_t i = 0; i < COUNT(bukan); i++)
		assert_false(token_hash(bukan[i], lain));
	assert_false(token_hash(NULL, lain));
	for (size_t i = 0; i < COUNT(sama); i++) {
		assert_true(token_rapi(sama[i], rapi));
		assert_string_equal(rapi, "2568VACDEF");
	}
	assert_false(token_rapi("2568V-ACDE", rapi));
	assert_string_equal(rapi, "2568VACDEF");
	assert_true(token_hash("2568V-ACDEH", lain));
	assert_memory_not_equal(benar, lain, TOKEN_HASH);
	/* Not what somebody with the table alone can compute. */
	crypto_sha256("2568VACDEF", 10, lain);
	assert_memory_not_equal(benar, lain, TOKEN_HASH);
}

static void a_token_follows_from_card_and_chance(void **state)
{
	enum { BANYAK = 5200 };
	unsigned char acak[TOKEN_ACAK] = { 0 }, hash[TOKEN_HASH];
	char satu[TOKEN_TEKS], dua[TOKEN_TEKS];
	int jumlah[256] = { 0 };

	(void)state;
	assert_true(token_tulis(7, acak, satu));
	assert_true(token_tulis(7, acak, dua));
	assert_string_equal(satu, dua);
	assert_int_equal(strlen(satu), TOKEN_PANJANG + 1);
	assert_int_equal(satu[5], '-');
	assert_true(token_hash(satu, hash));
	assert_true(token_tulis(8, acak, dua));
	assert_string_not_equal(satu, dua);
	acak[TOKEN_ACAK - 1] = 1;
	assert_true(token_tulis(7, acak, dua));
	assert_string_not_equal(satu, dua);
	/* No sign is more likely: 2 000 of each are expected, and five
	   standard deviations (44) are as good as never. */
	for (int64_t i = 0; i < BANYAK; i++) {
		assert_true(token_tulis(i, acak, satu));
		for (const char *c = satu; *c != '\0'; c++)
			jumlah[(unsigned char)*c]++;
	}
	for (const char *c = TOKEN_TANDA; *c != '\0'; c++)
		assert_in_range(jumlah[(unsigned char)*c], 1780, 2220);
	assert_int_equal(jumlah['-'], BANYAK);
}

/* --- rows of a file, without the database --- */

static void harus_salah(const struct aktivasi_set *s, size_t i, int64_t nomor,
			const char *ruas, const char *kode)
{
	assert_true(i < s->n_salah);
	assert_int_equal(s->salah[i].nomor, nomor);
	assert_string_equal(s->salah[i].ruas, ruas);
	assert_string_equal(s->salah[i].kode, kode);
}

static void baca(const char *teks, struct aktivasi_set *s)
{
	struct tabel_galat galat;
	FILE *f = tmpfile();

	assert_non_null(f);
	fputs(teks, f);
	fflush(f);
	rewind(f);
	assert_int_equal(aktivasi_set_baca(arena, fileno(f), s, &galat), OK);
	fclose(f);
}

static void rows_of_a_file_are_tidied(void **state)
{
	struct aktivasi_set s;

	(void)state;
	baca("Seri;SAM;PCID;Mesin;Outlet;Alamat\n"
	     "k 1;30 15 4b 01 00 00 12 34;P;m -01; Cabang   Satu ;\n"
	     ";\n"
	     ";30154B0100001235;;M2;;Jalan Dua;abaikan\n",
	     &s);
	assert_int_equal(s.n, 2);
	/* "K1" and "M2" are too short for a serial. */
	assert_int_equal(s.n_salah, 2);
	harus_salah(&s, 0, 2, "kartu", "kartu-bentuk");
	harus_salah(&s, 1, 4, "mesin", "mesin-bentuk");
	assert_string_equal(s.baris[0].kartu, "K1");
	assert_string_equal(s.baris[0].sam, "30154B0100001234");
	assert_string_equal(s.baris[0].mesin, "M-01");
	assert_string_equal(s.baris[0].outlet, "Cabang Satu");
	assert_null(s.baris[0].alamat);
	assert_string_equal(s.baris[1].kartu, "30154B0100001235");
	assert_string_equal(s.baris[1].alamat, "Jalan Dua");
	assert_int_equal(s.baris[1].nomor, 4);
	/* Without a heading the first row counts. */
	baca("KARTU-1;;;MESIN-1\n;;;\n;;;MESIN-3\nKARTU-4\n", &s);
	assert_int_equal(s.n, 3);
	assert_int_equal(s.n_salah, 2);
	harus_salah(&s, 0, 3, "kartu", "kartu-kosong");
	harus_salah(&s, 1, 4, "mesin", "mesin-kosong");
	/* Blanks that are none, and what cannot be seen, as a form has it. */
	baca("KARTU\xC2\xA0-1;;;\xE2\x80\x8BMESIN\xE2\x80\xAF-1\n", &s);
	assert_int_equal(s.n_salah, 0);
	assert_string_equal(s.baris[0].kartu, "KARTU-1");
	assert_string_equal(s.baris[0].mesin, "MESIN-1");
}

/* --- with a database --- */

#define LEMBAGA 910003
#define LAIN    910004
#define KARTU   12

SQL(Q_LEMBAGA, "INSERT INTO lembaga (id, kode, nama, jenis, alamat, kota,"
	       " provinsi, dibuat) SELECT 910000 + seq,"
	       " CONCAT('91', LPAD(seq, 4, '0')), CONCAT('Uji ', seq),"
	       " IF(seq <= 2, 'produsen', 'bhi-pusat'), '-', '-', '-',"
	       " '2026-01-01' FROM seq_1_to_5");
SQL(Q_AKUN, "INSERT INTO akun (id, username, nama, peran, lembaga_id, email,"
	    " telepon, alamat, kota, provinsi, status, dibuat) VALUES"
	    " (910001, 'uji-akt', 'Uji', 'pengguna', 910003, 'u@uji.example',"
	    " '0', '-', '-', '-', 'aktif', '2026-01-01'),"
	    " (910002, 'uji-akt-admin', 'Uji', 'admin', 910005,"
	    " 'a@uji.example', '0', '-', '-', '-', 'aktif', '2026-01-01')");
SQL(Q_MINTA, "INSERT INTO permintaan (id, lembaga_id, produsen_id, nomor,"
	     " judul, jumlah, fungsi, status, pembuat_id, dibuat) VALUES"
	     " (910001, 910003, 910001, 'AKT/1', 'Uji', 12, 'R', 'diterima',"
	     " 910001, '2026-01-01')");
SQL(Q_PROSES, "INSERT INTO proses (id, tiket, permintaan_id, lembaga_id,"
	      " produsen_id, jumlah, disposisi, status, dibuat) VALUES"
	      " (910001, 91000001, 910001, 910003, 910001, 12, '2026-01-01',"
	      " 'selesai', '2026-01-01')");
SQL(Q_KARTU, "INSERT INTO kartu (id, permintaan_id, urut, seri_kartu,"
	     " seri_mesin, status, sam_id) SELECT 910000 + seq, 910001, seq,"
	     " CONCAT('AKTK', seq), CONCAT('AKTM', seq), 'diserahkan',"
	     " CONCAT('30154BFE', LPAD(HEX(seq), 8, '0')) FROM seq_1_to_12");
SQL(Q_BANYAK,
    "INSERT INTO aktivasi (id, lembaga_id, proses_id, nomor, judul, jumlah,"
    " status, pembuat_id, dibuat) SELECT 910000 + seq, 910003 + seq % 3,"
    " 910001, CONCAT('A/', seq), CONCAT('Judul ', seq), 1,"
    " ELT(1 + seq * 7 % 5, 'baru', 'diajukan', 'ditarik', 'disetujui',"
    " 'ditolak'), 910001, '2026-01-01' + INTERVAL seq DIV 3 * 600 SECOND"
    " FROM seq_1_to_2000");
SQL(Q_BERSIHKAN, "FLUSH STATUS");
SQL(Q_SEGARKAN, "ANALYZE TABLE aktivasi");
SQL(Q_BACAAN, "SHOW SESSION STATUS LIKE 'Handler_read%'");
SQL(Q_BANDING, "SELECT COUNT(*) FROM aktivasi WHERE id > 910000"
	       " AND (? = 0 OR lembaga_id = ?) AND (? IS NULL OR status = ?)"
	       " AND (? = 0 OR status <> 'baru')");
SQL(Q_STATUS, "SELECT COUNT(*) FROM kartu WHERE permintaan_id = 910001"
	      " AND status = ?");
SQL(Q_HIDUP, "SELECT COUNT(*) FROM aktivasi_kartu WHERE aktivasi_id = ?"
	     " AND hidup = 1");
SQL(Q_SALAH, "SELECT COUNT(*) FROM token_salah WHERE kartu_id = ?"
	     " AND jumlah > 0");
SQL(Q_BUANG_T, "DELETE FROM token WHERE kartu_id > 910000"
	       " AND kartu_id < 920000");
SQL(Q_BUANG_S, "DELETE FROM token_salah WHERE kartu_id > 910000"
	       " AND kartu_id < 920000");
SQL(Q_BUANG_H, "DELETE FROM kartu_riwayat WHERE kartu_id > 910000"
	       " AND kartu_id < 920000");
SQL(Q_BUANG_R, "DELETE r FROM aktivasi_riwayat r JOIN aktivasi a"
	       " ON a.id = r.aktivasi_id WHERE a.proses_id = 910001");
SQL(Q_BUANG_K, "DELETE r FROM aktivasi_kartu r JOIN aktivasi a"
	       " ON a.id = r.aktivasi_id WHERE a.proses_id = 910001");
SQL(Q_BUANG_A, "DELETE FROM aktivasi WHERE proses_id = 910001");
SQL(Q_BUANG_KARTU, "DELETE FROM kartu WHERE permintaan_id = 910001");

static struct sql *const bawah[] = {
	&Q_BUANG_T, &Q_BUANG_S, &Q_BUANG_H,	&Q_BUANG_R,
	&Q_BUANG_K, &Q_BUANG_A, &Q_BUANG_KARTU,
};
static struct sql *const isi[] = { &Q_LEMBAGA, &Q_AKUN, &Q_MINTA, &Q_PROSES,
				   &Q_KARTU };

static const struct pelaku bank = { .akun = 910001,
				    .lembaga = LEMBAGA,
				    .role = ROLE_PENGGUNA,
				    .nama = "Uji",
				    .alamat_ip = "127.0.0.1" };
static const struct pelaku orang_lain = { .akun = 910001,
					  .lembaga = LAIN,
					  .role = ROLE_PENGGUNA,
					  .nama = "Uji",
					  .alamat_ip = "127.0.0.1" };
static const struct pelaku admin = { .akun = 910002,
				     .lembaga = 910005,
				     .role = ROLE_ADMIN,
				     .nama = "Uji",
				     .alamat_ip = "127.0.0.1" };

static int kosongkan(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(bawah); i++)
		if (db_exec_params(db, bawah[i], DB_PARAMS_EMPTY()) != OK)
			return 1;
	return buang(db, "proses", 910001, 910001) != OK ||
	       buang(db, "permintaan", 910001, 910001) != OK ||
	       buang_orang(db, 910001, 919999) != OK;
}

static int siapkan(void **state)
{
	arena_reset(arena);
	if (kosongkan(state) != 0)
		return 1;
	for (size_t i = 0; i < COUNT(isi); i++)
		if (db_exec_params(db, isi[i], DB_PARAMS_EMPTY()) != OK)
			return 1;
	return 0;
}

static int64_t hitung(struct sql *q, struct db_param p)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, q, p), OK);
	return db_int(r, 0);
}

/* A draft of n cards. */
static int64_t draf(const char *nomor, int64_t n)
{
	struct aktivasi_isian in = {
		.nomor = nomor, .judul = "Uji", .proses_id = 910001, .jumlah = n
	};
	struct aktivasi_galat g = { 0 };
	int64_t id = 0;

	assert_int_equal(aktivasi_buat(db, &bank, &in, false, &id, &g), OK);
	return id;
}

/* --- the lock --- */

SQL(Q_JADI, "UPDATE kartu SET status = ? WHERE permintaan_id = 910001"
	    " AND urut <= 2");

static const char *pada(int64_t menit)
{
	char *t = arena_alloc(arena, CLOCK_TEXT_BYTES);

	clock_text(clock_parse("2026-11-22 03:00:00.000") + menit * 60000, t);
	return t;
}

static void five_wrong_ones_lock_for_an_hour(void **state)
{
	const int64_t kartu = 910001;
	unsigned char benar[TOKEN_HASH], salah[TOKEN_HASH];
	struct token_baris *b;
	int64_t id = draf("T/1", 1), token, menit, sisa;
	size_t n;

	(void)state;
	assert_int_equal(db_exec(db, &Q_JADI, "token"), OK);
	assert_int_equal(
	    token_terbitkan(db, id, &kartu, 1, clock_now(arena, 0)), OK);
	assert_int_equal(token_daftar(db, id, 0, 5, true, &b, &n), OK);
	assert_int_equal(n, 1);
	assert_string_equal(b[0].keadaan, "siap");
	assert_true(token_hash(b[0].token, benar));
	assert_true(token_hash("22222-22222", salah));
	/* Issued again with a known time. */
	assert_int_equal(token_terbitkan(db, id, &kartu, 1, pada(0)), OK);
	assert_int_equal(token_periksa_hash(db, kartu, benar, pada(1), &token),
			 ERR_INPUT);
	for (int64_t i = 1; i <= TOKEN_COBA; i++) {
		assert_int_equal(
		    token_periksa_hash(db, kartu, salah, pada(1), &token),
		    ERR_INPUT);
		assert_int_equal(token_salah_catat(db, kartu, pada(1)), OK);
		assert_int_equal(token_tahan(db, kartu, pada(1), &menit, &sisa),
				 OK);
		assert_int_equal(sisa, TOKEN_COBA - i);
		assert_int_equal(menit, i == TOKEN_COBA ? TOKEN_TAHAN : 0);
	}
	assert_int_equal(token_periksa_hash(db, kartu, salah, pada(2), &token),
			 ERR_RATE);
	assert_int_equal(token_tahan(db, kartu, pada(31), &menit, &sisa), OK);
	assert_int_equal(menit, 30);
	/* The hour is over: counting begins anew. */
	assert_int_equal(token_periksa_hash(db, kartu, salah, pada(60), &token),
			 ERR_RATE);
	assert_int_equal(token_periksa_hash(db, kartu, salah, pada(61), &token),
			 ERR_INPUT);
	assert_int_equal(token_salah_catat(db, kartu, pada(61)), OK);
	assert_int_equal(token_tahan(db, kartu, pada(61), &menit, &sisa), OK);
	assert_int_equal(menit, 0);
	assert_int_equal(sisa, TOKEN_COBA - 1);
	/* The other cards are not concerned. */
	assert_int_equal(token_tahan(db, 910002, pada(2), &menit, &sisa), OK);
	assert_int_equal(sisa, TOKEN_COBA);
}

static void a_token_is_good_once_and_for_thirty_days(void **state)
{
	const int64_t kartu[] = { 910001, 910002 };
	const int64_t hari = 24 * 60;
	unsigned char satu[TOKEN_HASH], dua[TOKEN_HASH];
	struct token_baris *b;
	int64_t id = draf("T/2", 2), token = 0, lama;
	size_t n;

	(void)state;
	assert_int_equal(db_exec(db, &Q_JADI, "token"), OK);
	assert_int_equal(token_terbitkan(db, id, kartu, 2, clock_now(arena, 0)),
			 OK);
	/* Not opened, and of no use to a card that came back. */
	assert_int_equal(token_daftar(db, id, 0, 5, false, &b, &n), OK);
	assert_null(b[0].token);
	assert_int_equal(db_exec(db, &Q_JADI, "dikembalikan"), OK);
	assert_int_equal(token_daftar(db, id, 0, 5, true, &b, &n), OK);
	assert_null(b[0].token);
	assert_string_equal(b[0].keadaan, "tidak-ada");
	assert_int_equal(db_exec(db, &Q_JADI, "token"), OK);
	assert_int_equal(token_daftar(db, id, 0, 5, true, &b, &n), OK);
	assert_int_equal(n, 2);
	assert_true(token_hash(b[0].token, satu));
	assert_true(token_hash(b[1].token, dua));
	assert_memory_not_equal(satu, dua, TOKEN_HASH);
	/* Another card's does not open it. */
	assert_int_equal(
	    token_periksa_hash(db, kartu[0], dua, clock_now(arena, 0), &token),
	    ERR_INPUT);
	assert_int_equal(token_salah_catat(db, kartu[0], clock_now(arena, 0)),
			 OK);
	assert_int_equal(
	    token_periksa_hash(db, kartu[0], satu, clock_now(arena, 0), &token),
	    OK);
	assert_int_equal(token_periksa_hash(
			     db, kartu[0], satu,
			     clock_now(arena, (30 * hari - 1) * 60000), &token),
			 OK);
	assert_int_equal(token_periksa_hash(db, kartu[0], satu,
					    clock_now(arena, 30 * hari * 60000),
					    &lama),
			 ERR_GONE);
	assert_int_equal(token_pakai(db, token, clock_now(arena, 0)), OK);
	assert_int_equal(hitung(&Q_SALAH, DB_PARAM(kartu[0])), 0);
	assert_int_equal(token_pakai(db, token, clock_now(arena, 0)),
			 ERR_CONFLICT);
	assert_int_equal(
	    token_periksa_hash(db, kartu[0], satu, clock_now(arena, 0), &token),
	    ERR_GONE);
	assert_int_equal(token_batalkan(db, kartu[1], clock_now(arena, 0)), OK);
	assert_int_equal(
	    token_periksa_hash(db, kartu[1], dua, clock_now(arena, 0), &token),
	    ERR_GONE);
	assert_int_equal(token_daftar(db, id, 0, 5, true, &b, &n), OK);
	assert_null(b[0].token);
	assert_null(b[1].token);
}

/* --- the request --- */

static void a_foreign_institution_finds_nothing(void **state)
{
	struct aktivasi_isian in = {
		.nomor = "R/1", .judul = "Uji", .proses_id = 910001, .jumlah = 1
	};
	struct aktivasi_galat g = { 0 };
	int64_t id = draf("R/0", 2), baru;
	struct aktivasi k;

	(void)state;
	assert_int_equal(aktivasi_ambil(db, &orang_lain, id, &k),
			 ERR_NOT_FOUND);
	/* A draft is nobody's business but the institution's. */
	assert_int_equal(aktivasi_ambil(db, &admin, id, &k), ERR_NOT_FOUND);
	assert_int_equal(aktivasi_ubah(db, &orang_lain, id, 1, &in, false, &g),
			 ERR_NOT_FOUND);
	assert_int_equal(aktivasi_hapus(db, &orang_lain, id, 1), ERR_NOT_FOUND);
	assert_int_equal(aktivasi_buat(db, &orang_lain, &in, false, &baru, &g),
			 ERR_INPUT);
	assert_string_equal(g.kode, "tidak-ada");
	assert_int_equal(aktivasi_buat(db, &admin, &in, false, &baru, &g),
			 ERR_FORBIDDEN);
	in.jumlah = KARTU;
	assert_int_equal(aktivasi_buat(db, &bank, &in, false, &baru, &g),
			 ERR_INPUT);
	assert_string_equal(g.kode, "melebihi-kartu");
	assert_int_equal(g.nilai, KARTU - 2);
}

SQL(Q_KIRIMKAN, "UPDATE aktivasi SET status = 'diajukan' WHERE id = ?");

static void approval_takes_all_cards_or_none(void **state)
{
	struct aktivasi_galat g = { 0 };
	int64_t id = draf("S/1", 5), banyak;

	(void)state;
	assert_int_equal(db_exec(db, &Q_KIRIMKAN, id), OK);
	assert_int_equal(aktivasi_setujui(db, &bank, id, 1, &g), ERR_CONFLICT);
	assert_int_equal(aktivasi_setujui(db, &admin, id, 2, &g), ERR_CONFLICT);
	assert_int_equal(aktivasi_setujui(db, &admin, id, 1, &g), OK);
	assert_int_equal(hitung(&Q_STATUS, DB_PARAM("token")), 5);
	assert_int_equal(aktivasi_setujui(db, &admin, id, 2, &g), ERR_CONFLICT);
	assert_int_equal(aktivasi_tarik(db, &bank, id, 2, NULL), ERR_CONFLICT);
	assert_int_equal(aktivasi_token_ulang(db, &admin, id, 0, &banyak), OK);
	assert_int_equal(banyak, 5);
	assert_int_equal(aktivasi_token_ulang(db, &bank, id, 910003, &banyak),
			 OK);
	assert_int_equal(banyak, 1);
	assert_int_equal(aktivasi_token_ulang(db, &bank, id, 910012, &banyak),
			 ERR_NOT_FOUND);
	assert_int_equal(aktivasi_token_ulang(db, &orang_lain, id, 0, &banyak),
			 ERR_NOT_FOUND);
}

static void a_withdrawn_request_lets_its_cards_go(void **state)
{
	int64_t id = draf("W/1", KARTU);

	(void)state;
	assert_int_equal(db_exec(db, &Q_KIRIMKAN, id), OK);
	assert_int_equal(hitung(&Q_HIDUP, DB_PARAM(id)), KARTU);
	assert_int_equal(aktivasi_tarik(db, &bank, id, 1, "Keliru"), OK);
	assert_int_equal(hitung(&Q_HIDUP, DB_PARAM(id)), 0);
	id = draf("W/2", KARTU);
	assert_int_equal(db_exec(db, &Q_KIRIMKAN, id), OK);
	assert_int_equal(aktivasi_tolak(db, &admin, id, 1, "Tidak lengkap"),
			 OK);
	assert_int_equal(hitung(&Q_HIDUP, DB_PARAM(id)), 0);
	assert_int_equal(hitung(&Q_STATUS, DB_PARAM("diserahkan")), KARTU);
}

static void rows_are_compared_with_everything(void **state)
{
	struct aktivasi_set s = { .a = arena };
	int64_t lain = draf("B/0", 2), id = draf("B/1", 4);
	struct aktivasi_baris *b;
	struct aktivasi k;
	size_t n;

	(void)state;
	(void)lain;
	assert_int_equal(aktivasi_ambil(db, &bank, id, &k), OK);
	/* Rows 1 and 2; 3 and 4 hold cards 5 and 6. */
	for (int64_t i = 1; i <= 2; i++) {
		const struct aktivasi_ketik baris[] = {
			{ .nomor = 1, .kartu = "AKTK1", .mesin = "AKTM6" },
			{ .nomor = 2, .kartu = "aktk 5", .mesin = "AKTM1" },
		};

		aktivasi_set_tambah(&s, &baris[i - 1]);
	}
	assert_int_equal(aktivasi_set_periksa(db, &k, 1, 2, &s), OK);
	assert_int_equal(s.n_salah, 4);
	harus_salah(&s, 0, 1, "kartu", "kartu-dipakai");
	harus_salah(&s, 1, 1, "mesin", "mesin-ganda");
	assert_int_equal(s.salah[1].lain, 4);
	harus_salah(&s, 2, 2, "kartu", "kartu-ganda");
	assert_int_equal(s.salah[2].lain, 3);
	harus_salah(&s, 3, 2, "mesin", "mesin-terpakai");
	assert_int_equal(aktivasi_set_simpan(db, &bank, id, 1, 1, 2, &s),
			 ERR_INPUT);
	/* In one request cards and readers may be exchanged. */
	s = (struct aktivasi_set){ .a = arena };
	for (int64_t i = 1; i <= 4; i++) {
		struct aktivasi_ketik t = {
			.nomor = i,
			.kartu = arena_printf(arena, "AKTK%d", (int)(7 - i)),
			.mesin = arena_printf(arena, "AKTM%d", (int)(i + 2)),
			.outlet = "Ruang \"A\\B\"",
		};

		aktivasi_set_tambah(&s, &t);
	}
	assert_int_equal(aktivasi_set_periksa(db, &k, 1, 4, &s), OK);
	assert_int_equal(s.n_salah, 0);
	assert_int_equal(aktivasi_set_simpan(db, &orang_lain, id, 1, 1, 4, &s),
			 ERR_NOT_FOUND);
	assert_int_equal(aktivasi_set_simpan(db, &bank, id, 2, 1, 4, &s),
			 ERR_CONFLICT);
	assert_int_equal(aktivasi_set_simpan(db, &bank, id, 1, 1, 3, &s),
			 ERR_INPUT);
	assert_int_equal(aktivasi_set_simpan(db, &bank, id, 1, 1, 4, &s), OK);
	assert_int_equal(aktivasi_baris(db, id, 1, 4, &b, &n), OK);
	assert_int_equal(n, 4);
	assert_string_equal(b[0].seri_kartu, "AKTK6");
	assert_string_equal(b[0].seri_mesin, "AKTM3");
	assert_string_equal(b[3].outlet, "Ruang \"A\\B\"");
}

/* --- the list --- */

static void bacaan(int64_t *langkah, int64_t *kunci)
{
	struct rows *r;

	*langkah = 0;
	*kunci = 0;
	assert_int_equal(db_query(db, &r, &Q_BACAAN), OK);
	while (db_next(r))
		*(strcmp(db_text(r, 0), "Handler_read_key") == 0 ? kunci :
								   langkah) +=
		    db_int(r, 1);
}

static void jelajahi(const struct pelaku *p, const struct aktivasi_saring *s,
		     bool turun)
{
	struct aktivasi_laman l = { .turun = turun, .banyak = 97 };
	int64_t lembaga = p->role & ROLE_PEMINTA ? p->lembaga : s->lembaga;
	int64_t maju = 0, langkah, kunci, total;
	bool pasti, draf_ikut = p->role != ROLE_ADMIN || s->lembaga == 0;
	struct aktivasi_entri *b;
	struct rows *r;
	size_t n = 1;

	assert_int_equal(db_one(db, &r, &Q_BANDING, lembaga, lembaga, s->status,
				s->status, (int64_t) !(p->role & ROLE_PEMINTA)),
			 OK);
	while (n > 0) {
		assert_int_equal(db_exec(db, &Q_BERSIHKAN), OK);
		assert_int_equal(aktivasi_daftar(db, p, s, &l, &b, &n), OK);
		bacaan(&langkah, &kunci);
		/* Of one institution's for Ditjen the drafts are read, too. */
		assert_true(kunci <= 2 * (int64_t)n + 2);
		assert_true(!draf_ikut || langkah <= (int64_t)n);
		maju += (int64_t)n;
		if (n > 0) {
			l.kunci = b[n - 1].dibuat;
			l.id = b[n - 1].id;
		}
	}
	assert_int_equal(maju, db_int(r, 0));
	assert_int_equal(aktivasi_hitung(db, p, s, &total, &pasti), OK);
	assert_int_equal(total, maju);
	assert_true(pasti);
}

static void no_page_reads_more_than_it_shows(void **state)
{
	static const struct aktivasi_saring saring[] = {
		{ 0 },
		{ .status = "diajukan" },
		{ .status = "baru" },
	};
	static const struct aktivasi_saring milik[] = {
		{ .lembaga = LEMBAGA },
		{ .lembaga = LEMBAGA, .status = "ditolak" },
	};
	struct rows *r;

	(void)state;
	assert_int_equal(db_exec(db, &Q_BANYAK), OK);
	assert_int_equal(db_query(db, &r, &Q_SEGARKAN), OK);
	for (size_t i = 0; i < COUNT(saring); i++)
		for (int turun = 0; turun < 2; turun++) {
			jelajahi(&bank, &saring[i], turun);
			jelajahi(&admin, &saring[i], turun);
		}
	for (size_t i = 0; i < COUNT(milik); i++)
		jelajahi(&admin, &milik[i], true);
}

int main(void)
{
	const struct CMUnitTest tanda[] = {
		cmocka_unit_test(signs_do_not_look_alike),
		cmocka_unit_test(typing_is_forgiven),
		cmocka_unit_test(a_token_follows_from_card_and_chance),
		cmocka_unit_test(rows_of_a_file_are_tidied),
	};
	const struct CMUnitTest basis[] = {
#define UJI(f) cmocka_unit_test_setup_teardown(f, siapkan, kosongkan)
		UJI(five_wrong_ones_lock_for_an_hour),
		UJI(a_token_is_good_once_and_for_thirty_days),
		UJI(a_foreign_institution_finds_nothing),
		UJI(approval_takes_all_cards_or_none),
		UJI(a_withdrawn_request_lets_its_cards_go),
		UJI(rows_are_compared_with_everything),
		UJI(no_page_reads_more_than_it_shows),
#undef UJI
	};
	int gagal;

	if (!basis_buka() || !crypto_start())
		return basis_tutup(77);
	gagal = cmocka_run_group_tests_name("aktivasi", tanda, NULL, NULL);
	gagal +=
	    cmocka_run_group_tests_name("aktivasi-basis", basis, NULL, NULL);
	return basis_tutup(gagal);
}
