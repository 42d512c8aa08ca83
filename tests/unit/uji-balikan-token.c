/*
 * uji-balikan-token.c - the web service's tokens, networks, kept answers and
 * records (B-05, B-13, B-14; model/balikan-token.h, -jawaban.h, -terima.h).
 * The service as a whole: tests/http/balikan-api.mjs.
 *
 * Without SIFILMA_KONFIG only the rules that need no database are looked at.
 */
#include "lib/clock.h"
#include "lib/form.h"
#include "lib/text.h"
#include "model/balikan-jawaban.h"
#include "model/balikan-nilai.h"
#include "model/balikan-terima.h"
#include "model/balikan-token.h"
#include "uji-basis.h"
#include "uji-buang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define ID 960001

static const struct pelaku orang = { .akun = ID,
				     .lembaga = ID,
				     .role = ROLE_PENGGUNA };
static const struct pelaku tetangga = { .akun = ID,
					.lembaga = ID + 1,
					.role = ROLE_PENGGUNA };
static const struct pelaku admin = { .akun = ID,
				     .lembaga = ID + 1,
				     .role = ROLE_ADMIN };
static const struct pelaku pejabat = { .akun = ID,
				       .lembaga = ID + 1,
				       .role = ROLE_PEJABAT };

SQL(Q_LEMBAGA, "INSERT INTO lembaga (id, kode, nama, jenis, alamat, kota,"
	       " provinsi, dibuat) VALUES (?, ?, 'Uji Token', 'kementerian',"
	       " '-', '-', '-', '2026-01-01')");
SQL(Q_AKUN,
    "INSERT INTO akun (id, username, nama, peran, lembaga_id, email, telepon,"
    " alamat, kota, provinsi, status, dibuat) VALUES (960001, '960001',"
    " 'Uji Token', 'pengguna', 960001, 'uji@uji.example', '0', '-', '-', '-',"
    " 'aktif', '2026-01-01')");
SQL(Q_SIDIK, "SELECT COUNT(*) FROM balikan_token WHERE lembaga_id = 960001"
	     " AND (sidik = ? OR nama = ? OR awalan = ?)");
SQL(Q_AUDIT, "SELECT COUNT(*) FROM audit WHERE akun_id = 960001 AND"
	     " tindakan = ?");
SQL(Q_NONAKTIF, "UPDATE lembaga SET aktif = ? WHERE id = 960001");
SQL(Q_JAWABAN, "SELECT COUNT(*) FROM balikan_jawaban WHERE token_id = ?");
SQL(H_JAWABAN, "DELETE FROM balikan_jawaban WHERE token_id = 960001");
SQL(H_TOKEN, "DELETE FROM balikan_token WHERE lembaga_id >= 960001"
	     " AND lembaga_id <= 960002");

/* ---- networks ---- */

static void what_was_typed_is_tidied(void **state)
{
	static const struct {
		const char *typed, *want, *wrong;
	} t[] = {
		{ NULL, NULL, NULL },
		{ "", NULL, NULL },
		{ " \r\n ", NULL, NULL },
		{ "192.0.2.7", "192.0.2.7", NULL },
		{ "192.0.2.7/32", "192.0.2.7", NULL },
		{ "192.0.2.7/24", "192.0.2.0/24", NULL },
		{ "255.255.255.255/1", "128.0.0.0/1", NULL },
		{ "1.2.3.4/0", "0.0.0.0/0", NULL },
		{ "192.0.2.0/24\r\n198.51.100.1", "192.0.2.0/24\n198.51.100.1",
		  NULL },
		{ "192.0.2.0/24, 192.0.2.9/24;192.0.2.0/25",
		  "192.0.2.0/24\n192.0.2.0/25", NULL },
		{ "2001:DB8:0:0::1", "2001:db8::1", NULL },
		{ "2001:db8:ffff:ffff::/33", "2001:db8:8000::/33", NULL },
		{ "::1/128", "::1", NULL },
		{ "::/0", "::/0", NULL },
		{ "::ffff:192.0.2.7", "192.0.2.7", NULL },
		{ "::ffff:192.0.2.7/120", "192.0.2.0/24", NULL },
		{ "::ffff:0:0/95", "::fffe:0:0/95", NULL },
		{ "192.0.2.7/33", NULL, "192.0.2.7/33" },
		{ "192.0.2.7/", NULL, "192.0.2.7/" },
		{ "192.0.2.7/08", NULL, "192.0.2.7/08" },
		{ "192.0.2.7/-1", NULL, "192.0.2.7/-1" },
		{ "192.0.2.7/2x", NULL, "192.0.2.7/2x" },
		{ "192.0.2.7/9999", NULL, "192.0.2.7/9999" },
		{ "192.0.2.7/24/24", NULL, "192.0.2.7/24/24" },
		{ "192.0.2", NULL, "192.0.2" },
		{ "192.0.2.256", NULL, "192.0.2.256" },
		{ "192.0.2.07", NULL, "192.0.2.07" },
		{ "0xc0.0.2.7", NULL, "0xc0.0.2.7" },
		{ "2001:db8::/129", NULL, "2001:db8::/129" },
		{ "2001:db8", NULL, "2001:db8" },
		{ "fe80::1%eth0", NULL, "fe80::1%eth0" },
		{ "1.1.1.1\nkantor\n2.2.2.2", NULL, "kantor" },
		{ "/24", NULL, "/24" },
		{ "1111:2222:3333:4444:5555:6666:7777:8888:9999", NULL,
		  "1111:2222:3333:4444:5555:6666:7777:8888:9999" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		const char *wrong,
		    *got = balikan_jaringan_rapi(arena, t[i].typed, &wrong);

		assert_true((wrong == NULL) == (t[i].wrong == NULL));
		if (wrong != NULL)
			assert_string_equal(wrong, t[i].wrong);
		assert_true((got == NULL) == (t[i].want == NULL));
		if (got != NULL)
			assert_string_equal(got, t[i].want);
		/* What is kept stays what it is. */
		if (got != NULL)
			assert_string_equal(
			    balikan_jaringan_rapi(arena, got, &wrong), got);
	}
}

static void not_more_than_there_may_be(void **state)
{
	struct buf b = { .a = arena };
	const char *wrong;

	(void)state;
	for (int i = 0; i < BALIKAN_JARINGAN_MAKS; i++)
		buf_printf(&b, "10.0.%d.0/24\n", i);
	assert_non_null(balikan_jaringan_rapi(arena, b.p, &wrong));
	buf_text(&b, "10.1.0.0/24\n");
	assert_null(balikan_jaringan_rapi(arena, b.p, &wrong));
	assert_string_equal(wrong, "10.1.0.0/24");
}

static void an_address_is_in_a_network_or_not(void **state)
{
	static const struct {
		const char *networks, *ip;
		bool want;
	} t[] = {
		{ NULL, "192.0.2.1", true },
		{ NULL, NULL, true },
		{ "192.0.2.0/24", "192.0.2.255", true },
		{ "192.0.2.0/24", "192.0.3.0", false },
		{ "192.0.2.0/24", "::ffff:192.0.2.9", true },
		{ "192.0.2.0/24", "::192.0.2.9", false },
		{ "192.0.2.128/25", "192.0.2.127", false },
		{ "192.0.2.128/25", "192.0.2.128", true },
		{ "10.0.0.0/8\n192.0.2.7", "192.0.2.7", true },
		{ "10.0.0.0/8\n192.0.2.7", "192.0.2.8", false },
		{ "2001:db8::/32", "2001:db8:ffff::1", true },
		{ "2001:db8::/32", "2001:db9::1", false },
		{ "2001:db8::/33", "2001:db8:8000::1", false },
		{ "0.0.0.0/0", "203.0.113.1", true },
		{ "0.0.0.0/0", "2001:db8::1", false },
		{ "::/0", "2001:db8::1", true },
		{ "::/0", "192.0.2.1", false },
		{ "192.0.2.0/24", "", false },
		{ "192.0.2.0/24", NULL, false },
		{ "192.0.2.0/24", "192.0.2.1/24", false },
		{ "192.0.2.0/24", "unix:", false },
		{ "", "192.0.2.1", false },
		{ "rusak", "192.0.2.1", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++)
		assert_int_equal(balikan_jaringan_cocok(t[i].networks, t[i].ip),
				 t[i].want);
}

/* ---- records ---- */

static const char *const pilihan[] = { "TABUNGAN", "KREDIT", NULL };
static const struct balikan_ruas ruas[] = {
	{ "NO_CIF", BALIKAN_TEKS, 10, true, NULL, NULL },
	{ "JENIS", BALIKAN_PILIHAN, 10, false, NULL, pilihan },
	{ "SALDO", BALIKAN_ANGKA, 12, false, NULL, NULL },
};
static const struct balikan_versi versi = {
	.id = 1, .nomor = 3, .lembaga_id = ID, .ruas = ruas, .n = COUNT(ruas)
};

static struct balikan_terima *terima(const char *teks, size_t *n)
{
	struct json_fault f;
	struct balikan_terima *t = NULL;
	json *j;

	assert_int_equal(
	    json_read(arena, teks, strlen(teks), &balikan_terima_batas, &j, &f),
	    OK);
	assert_null(balikan_terima_json(arena, j, &versi, &t, n));
	return t;
}

static const char *sebab(const struct balikan_terima *t)
{
	struct buf b = { .a = arena };

	buf_text(&b, "");
	for (size_t i = 0; i < t->n_galat; i++)
		buf_printf(&b, "%s%s:%s", i == 0 ? "" : " ", t->galat[i].ruas,
			   t->galat[i].kode);
	return b.p;
}

static void records_are_read_and_judged(void **state)
{
	static const char teks[] =
	    "[{\"nik\":3174010101900001,\"No_Cif\":\" a \",\"saldo\":-12,"
	    "\"JENIS\":\"kredit\",\"versi\":3},"
	    "{\"NIK\":\"3174010101900002\",\"NO_CIF\":\"b\","
	    "\"JENIS\":null},"
	    "{\"NIK\":\"3174010101900002\",\"JENIS\":\"X\","
	    "\"SALDO\":1e2,\"lain\":1,\"Versi\":\"2\"},"
	    "{\"NIK\":\"1\",\"nik\":\"2\",\"NO_CIF\":[],\"saldo\":true},"
	    "{\"NIK\":\"3174010101900002\",\"NO_CIF\":1.50,"
	    "\"SALDO\":-0.30}]";
	struct balikan_terima *t;
	size_t n;

	(void)state;
	t = terima(teks, &n);
	assert_int_equal(n, 5);
	assert_true(t[0].sah);
	assert_true(t[0].rekaman.nik == 3174010101900001);
	assert_int_equal(t[0].rekaman.isi.n, 12);
	assert_memory_equal(t[0].rekaman.isi.p, "a\x1fKREDIT\x1f-12", 12);
	assert_true(t[1].sah);
	assert_memory_equal(t[1].rekaman.isi.p, "b\x1f\x1f", 3);
	assert_true(t[4].sah);
	assert_int_equal(t[4].rekaman.isi.n, 11);
	assert_memory_equal(t[4].rekaman.isi.p, "1.50\x1f\x1f-0.30", 11);
	assert_false(t[2].sah);
	assert_string_equal(sebab(&t[2]),
			    "JENIS:pilihan SALDO:jenis-nilai lain:kolom-asing"
			    " versi:versi NO_CIF:wajib");
	assert_string_equal(sebab(&t[3]),
			    "NIK:nik-panjang NIK:ganda NO_CIF:jenis-nilai"
			    " SALDO:jenis-nilai");
}

static void strange_names_are_cut_and_counted(void **state)
{
	struct buf b = { .a = arena };
	struct balikan_terima *t;
	size_t n;

	(void)state;
	buf_text(&b, "{\"NIK\":\"3174010101900001\",\"NO_CIF\":\"a\"");
	for (int i = 0; i < 150; i++)
		buf_printf(&b,
			   ",\"%d\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
			   "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
			   "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
			   "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
			   "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
			   "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
			   "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
			   "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\":1",
			   i % 10 + 10 * i);
	buf_text(&b, "}");
	t = terima(b.p, &n);
	assert_int_equal(t->n_galat, BALIKAN_TERIMA_GALAT);
	for (size_t i = 0; i < t->n_galat; i++)
		assert_int_equal(text_length(t->galat[i].ruas), 40);
}

static void what_is_no_list_of_records(void **state)
{
	static const struct {
		const char *teks, *kode;
	} t[] = {
		{ "[]", "tanpa-rekaman" },
		{ "[1]", "bukan-rekaman" },
		{ "[{},[]]", "bukan-rekaman" },
	};
	struct balikan_terima *out;
	struct json_fault f;
	size_t n;
	json *j;

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		assert_int_equal(json_read(arena, t[i].teks, strlen(t[i].teks),
					   &balikan_terima_batas, &j, &f),
				 OK);
		assert_string_equal(
		    balikan_terima_json(arena, j, &versi, &out, &n), t[i].kode);
	}
	j = json_new_array(arena);
	for (int i = 0; i <= BALIKAN_SIMPAN_MAKS; i++)
		json_add(arena, j, json_new_object(arena));
	assert_string_equal(balikan_terima_json(arena, j, &versi, &out, &n),
			    "terlalu-banyak-baris");
}

static void a_form_is_one_record(void **state)
{
	const struct pair pair[] = {
		{ "token", 5, "x", 1 },
		{ "nik", 3, "3174010101900001", 16 },
		{ "no_cif", 6, "a\0b", 3 },
		{ "b\0c", 3, "1", 1 },
	};
	struct balikan_terima *t;

	(void)state;
	t = balikan_terima_formulir(arena, pair, 2, "Token", &versi);
	assert_string_equal(sebab(t), "NO_CIF:wajib");
	t = balikan_terima_formulir(arena, pair, COUNT(pair), NULL, &versi);
	assert_string_equal(sebab(t), "token:kolom-asing NO_CIF:karakter"
				      " ?:kolom-asing");
}

/* ---- tokens ---- */

static const char *buat(const char *nama, int64_t hari, const char *alamat)
{
	const struct balikan_token_baru baru = { nama, hari, alamat };
	const char *token = NULL;

	assert_int_equal(balikan_token_buat(db, &orang, &baru, &token), OK);
	return token;
}

static int64_t satu(struct sql *q, struct db_param p)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, q, p), OK);
	return db_int(r, 0);
}

static int kosongkan(void **state)
{
	(void)state;
	return db_exec(db, &H_JAWABAN) != OK || db_exec(db, &H_TOKEN) != OK;
}

static int siapkan(void **state)
{
	(void)state;
	kosongkan(NULL);
	buang_orang(db, ID, ID + 1);
	assert_int_equal(db_exec(db, &Q_LEMBAGA, ID, "960001"), OK);
	assert_int_equal(db_exec(db, &Q_LEMBAGA, ID + 1, "960002"), OK);
	assert_int_equal(db_exec(db, &Q_AKUN), OK);
	return 0;
}

static int bereskan(void **state)
{
	return kosongkan(state) != 0 || buang_orang(db, ID, ID + 1) != OK;
}

static void a_token_is_known_by_its_digest_alone(void **state)
{
	int64_t audit = satu(&Q_AUDIT, db_param_text("balikan-token-dibuat"));
	const char *token = buat("Server", 30, NULL), *kode;
	struct balikan_mesin m;
	struct balikan_token *t;
	struct rows *r;
	size_t n;

	(void)state;
	assert_int_equal(strlen(token), 64);
	assert_int_equal(db_one(db, &r, &Q_SIDIK,
				((struct blob){ (const void *)token, 32 }),
				token, token),
			 OK);
	assert_int_equal(db_int(r, 0), 0);
	assert_int_equal(balikan_token_kenal(db, token, "192.0.2.1", &m, &kode),
			 OK);
	assert_int_equal(m.lembaga, ID);
	assert_string_equal(m.lembaga_kode, "960001");
	assert_int_equal(balikan_token_daftar(db, ID, &t, &n), OK);
	assert_int_equal(n, 1);
	assert_int_equal(t->id, m.token);
	assert_memory_equal(t->awalan, token, 8);
	assert_string_equal(t->status, "aktif");
	assert_string_equal(t->oleh, "Uji Token");
	assert_non_null(t->terakhir);
	assert_int_equal(satu(&Q_AUDIT, db_param_text("balikan-token-dibuat")),
			 audit + 1);
	assert_int_equal(balikan_token_daftar(db, ID + 1, &t, &n), OK);
	assert_int_equal(n, 0);
}

static void the_admin_revokes_any(void **state)
{
	struct balikan_token *t;
	int64_t l;
	size_t n;

	(void)state;
	buat("Mesin", 30, NULL);
	assert_int_equal(balikan_token_daftar(db, ID, &t, &n), OK);
	assert_int_equal(balikan_token_cabut(db, &pejabat, t[0].id, &l),
			 ERR_NOT_FOUND);
	assert_int_equal(balikan_token_cabut(db, &admin, t[0].id, &l), OK);
	assert_int_equal(balikan_token_cabut(db, &admin, t[0].id, &l),
			 ERR_CONFLICT);
}

static void over_revoked_unknown_are_one(void **state)
{
	const char *habis = buat("Habis", 1, NULL);
	const char *dicabut = buat("Dicabut", 30, NULL);
	const char *asing = "0123456789abcdef0123456789abcdef"
			    "0123456789abcdef0123456789abcdef";
	const char *kode;
	struct balikan_token *t;
	int64_t l;
	struct balikan_mesin m;
	size_t n;

	(void)state;
	assert_int_equal(balikan_token_daftar(db, ID, &t, &n), OK);
	assert_string_equal(t[0].nama, "Dicabut");
	assert_int_equal(balikan_token_cabut(db, &tetangga, t[0].id, &l),
			 ERR_NOT_FOUND);
	assert_int_equal(balikan_token_cabut(db, &orang, t[0].id, &l), OK);
	assert_int_equal(balikan_token_cabut(db, &orang, t[0].id, &l),
			 ERR_CONFLICT);
	assert_int_equal(balikan_token_kenal(db, habis, "::1", &m, &kode), OK);
	clock_shift(24 * 3600 * 1000);
	assert_int_equal(balikan_token_kenal(db, habis, "::1", &m, &kode),
			 ERR_LOGIN);
	assert_int_equal(balikan_token_daftar(db, ID, &t, &n), OK);
	assert_string_equal(t[1].status, "kedaluwarsa");
	clock_shift(0);
	assert_string_equal(t[0].status, "dicabut");
	assert_int_equal(balikan_token_kenal(db, dicabut, "::1", &m, &kode),
			 ERR_LOGIN);
	assert_int_equal(balikan_token_kenal(db, asing, "::1", &m, &kode),
			 ERR_LOGIN);
	assert_null(kode);
}

static void network_and_institution_are_asked(void **state)
{
	const char *token = buat("Jaringan", 30, "192.0.2.0/24"), *kode;
	struct balikan_mesin m;

	(void)state;
	assert_int_equal(balikan_token_kenal(db, token, "192.0.2.9", &m, &kode),
			 OK);
	assert_int_equal(balikan_token_kenal(db, token, "192.0.3.9", &m, &kode),
			 ERR_FORBIDDEN);
	assert_string_equal(kode, "alamat-jaringan");
	db_exec(db, &Q_NONAKTIF, 0);
	assert_int_equal(balikan_token_kenal(db, token, "192.0.2.9", &m, &kode),
			 ERR_FORBIDDEN);
	assert_string_equal(kode, "lembaga-nonaktif");
	db_exec(db, &Q_NONAKTIF, 1);
}

static void not_more_tokens_than_there_may_be(void **state)
{
	const struct balikan_token_baru baru = { "Lagi", 1, NULL };
	const char *token;
	struct balikan_token *t;
	int64_t l;
	size_t n;

	(void)state;
	for (int i = 0; i < BALIKAN_TOKEN_MAKS; i++)
		buat("Banyak", 1 + i, NULL);
	assert_int_equal(balikan_token_buat(db, &orang, &baru, &token),
			 ERR_CONFLICT);
	assert_int_equal(balikan_token_daftar(db, ID, &t, &n), OK);
	assert_int_equal(balikan_token_cabut(db, &orang, t[0].id, &l), OK);
	assert_int_equal(balikan_token_buat(db, &orang, &baru, &token), OK);
}

/* ---- kept answers ---- */

static struct balikan_jawaban jawaban(const char *isi)
{
	struct balikan_jawaban j = { .token = ID, .kunci = "kunci" };

	crypto_sha256(isi, strlen(isi), j.sidik);
	return j;
}

static void an_answer_is_kept_and_given_again(void **state)
{
	struct balikan_jawaban a = jawaban("a"), b = jawaban("a");
	struct balikan_jawaban c = jawaban("c");
	int64_t n;

	(void)state;
	assert_int_equal(balikan_jawaban_mulai(db, &a), OK);
	assert_int_equal(a.status, 0);
	assert_int_equal(balikan_jawaban_mulai(db, &b), ERR_CONFLICT);
	assert_int_equal(balikan_jawaban_lihat(db, &b), ERR_NOT_FOUND);
	a.status = 200;
	a.isi = (struct blob){ (const unsigned char *)"jawab", 5 };
	assert_int_equal(balikan_jawaban_simpan(db, &a), OK);
	assert_int_equal(balikan_jawaban_mulai(db, &b), OK);
	assert_int_equal(b.status, 200);
	assert_int_equal(b.isi.n, 5);
	assert_memory_equal(b.isi.p, "jawab", 5);
	assert_int_equal(balikan_jawaban_mulai(db, &c), ERR_INPUT);
	/* It cannot be given back, nor overwritten. */
	assert_int_equal(balikan_jawaban_lepas(db, &a), OK);
	assert_int_equal(balikan_jawaban_simpan(db, &a), ERR_CONFLICT);
	assert_int_equal(balikan_jawaban_lihat(db, &b), OK);
	/* A day later it is removed. */
	assert_int_equal(balikan_jawaban_sapu(db, &n), OK);
	assert_int_equal(satu(&Q_JAWABAN, db_param_int(ID)), 1);
	clock_shift(BALIKAN_JAWABAN_MS + 1000);
	assert_int_equal(balikan_jawaban_sapu(db, &n), OK);
	clock_shift(0);
	assert_true(n >= 1);
	assert_int_equal(satu(&Q_JAWABAN, db_param_int(ID)), 0);
}

static void a_key_of_the_dead_is_taken_over_by_one(void **state)
{
	struct balikan_jawaban a = jawaban("a"), b = jawaban("b");
	struct balikan_jawaban c = jawaban("a");

	(void)state;
	assert_int_equal(balikan_jawaban_mulai(db, &a), OK);
	clock_shift(BALIKAN_JAWABAN_SEWA_MS + 1000);
	assert_int_equal(balikan_jawaban_mulai(db, &b), OK);
	assert_int_equal(b.status, 0);
	assert_int_equal(balikan_jawaban_mulai(db, &c), ERR_INPUT);
	/* The one believed dead does nothing any more. */
	a.status = 200;
	a.isi = (struct blob){ (const unsigned char *)"", 0 };
	assert_int_equal(balikan_jawaban_simpan(db, &a), ERR_CONFLICT);
	assert_int_equal(balikan_jawaban_lepas(db, &a), OK);
	b.status = 200;
	b.isi = a.isi;
	assert_int_equal(balikan_jawaban_simpan(db, &b), OK);
	clock_shift(0);
}

static void a_key_given_back_is_free(void **state)
{
	struct balikan_jawaban a = jawaban("a"), b = jawaban("b");

	(void)state;
	assert_int_equal(balikan_jawaban_mulai(db, &a), OK);
	assert_int_equal(balikan_jawaban_lepas(db, &a), OK);
	assert_int_equal(balikan_jawaban_mulai(db, &b), OK);
	assert_int_equal(b.status, 0);
}

#define T(f) cmocka_unit_test_setup(f, kosongkan)

int main(void)
{
	const struct CMUnitTest rules[] = {
		cmocka_unit_test(what_was_typed_is_tidied),
		cmocka_unit_test(not_more_than_there_may_be),
		cmocka_unit_test(an_address_is_in_a_network_or_not),
		cmocka_unit_test(records_are_read_and_judged),
		cmocka_unit_test(strange_names_are_cut_and_counted),
		cmocka_unit_test(what_is_no_list_of_records),
		cmocka_unit_test(a_form_is_one_record),
	};
	const struct CMUnitTest tables[] = {
		T(a_token_is_known_by_its_digest_alone),
		T(the_admin_revokes_any),
		T(over_revoked_unknown_are_one),
		T(network_and_institution_are_asked),
		T(not_more_tokens_than_there_may_be),
		T(an_answer_is_kept_and_given_again),
		T(a_key_of_the_dead_is_taken_over_by_one),
		T(a_key_given_back_is_free),
	};
	bool ada = basis_buka();
	int gagal;

	balikan_wilayah_tambah("31");
	balikan_wilayah_tambah("3174");
	balikan_wilayah_tambah("317401");
	gagal = cmocka_run_group_tests_name("balikan-token", rules, NULL, NULL);
	if (ada && crypto_start())
		gagal += cmocka_run_group_tests_name("balikan-token: tables",
						     tables, siapkan, bereskan);
	return basis_tutup(gagal);
}
