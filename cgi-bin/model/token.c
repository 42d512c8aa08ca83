/* token.c - see token.h. */
#include "token.h"
#include "../lib/clock.h"
#include "../lib/crypto.h"
#include "../lib/form.h"
#include "../lib/text.h"
#include "catat.h"

#include <string.h>

/* Rows of one INSERT. */
#define SEKALI   1000
#define MENIT_MS INT64_C(60000)

/* --- the signs --- */

/* Read once; a new one needs a restart, as all keys do. */
static bool rahasia(unsigned char **out)
{
	static unsigned char kunci[32];
	static bool ada;

	if (!ada)
		ada = crypto_key("token", kunci);
	*out = kunci;
	return ada;
}

/* HMACs for one purpose are none for another: each begins with its letter. */
static bool hmac(char guna, const void *p, size_t n,
		 unsigned char out[SHA256_BYTES])
{
	unsigned char semua[64], *kunci;

	if (!rahasia(&kunci) || n >= sizeof(semua))
		return false;
	semua[0] = (unsigned char)guna;
	memcpy(semua + 1, p, n);
	crypto_hmac(kunci, semua, n + 1, out);
	return true;
}

/* The sign that c stands for; 0 for none. */
static char tanda(char c)
{
	static const char lain[][2] = {
		{ 'Z', '2' }, { 'S', '5' }, { 'G', '6' },
		{ 'B', '8' }, { 'U', 'V' },
	};

	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	for (size_t i = 0; i < COUNT(lain); i++)
		if (lain[i][0] == c)
			c = lain[i][1];
	return c != '\0' && strchr(TOKEN_TANDA, c) != NULL ? c : '\0';
}

bool token_rapi(const char *typed, char out[TOKEN_PANJANG + 1])
{
	char bersih[TOKEN_PANJANG];
	size_t n = 0;

	if (typed == NULL)
		return false;
	for (; *typed != '\0'; typed++) {
		char c = tanda(*typed);

		if (strchr(" -\t", *typed) != NULL)
			continue;
		if (c == '\0' || n == TOKEN_PANJANG)
			return false;
		bersih[n++] = c;
	}
	if (n != TOKEN_PANJANG)
		return false;
	memcpy(out, bersih, n);
	out[n] = '\0';
	return true;
}

bool token_hash(const char *typed, unsigned char out[TOKEN_HASH])
{
	char bersih[TOKEN_PANJANG + 1];

	return token_rapi(typed, bersih) &&
	       hmac('p', bersih, TOKEN_PANJANG, out);
}

/* The ten signs, without a NUL. */
static bool turunkan(int64_t kartu_id, const unsigned char acak[TOKEN_ACAK],
		     char out[TOKEN_PANJANG])
{
	const unsigned banyak = sizeof(TOKEN_TANDA) - 1;
	unsigned char bahan[8 + TOKEN_ACAK + 1], b[SHA256_BYTES];
	size_t n = 0;

	for (size_t i = 0; i < 8; i++)
		bahan[i] = (unsigned char)((uint64_t)kartu_id >> (56 - 8 * i));
	memcpy(bahan + 8, acak, TOKEN_ACAK);
	/* Bytes behind the last multiple would favour the first signs. */
	for (unsigned char ke = 0; n < TOKEN_PANJANG; ke++) {
		bahan[8 + TOKEN_ACAK] = ke;
		if (!hmac('t', bahan, sizeof(bahan), b))
			return false;
		for (size_t i = 0; i < sizeof(b) && n < TOKEN_PANJANG; i++)
			if (b[i] < 256 / banyak * banyak)
				out[n++] = TOKEN_TANDA[b[i] % banyak];
	}
	return true;
}

bool token_tulis(int64_t kartu_id, const unsigned char acak[TOKEN_ACAK],
		 char out[TOKEN_TEKS])
{
	char t[TOKEN_PANJANG];

	if (!turunkan(kartu_id, acak, t))
		return false;
	memcpy(out, t, TOKEN_PANJANG / 2);
	out[TOKEN_PANJANG / 2] = '-';
	memcpy(out + TOKEN_PANJANG / 2 + 1, t + TOKEN_PANJANG / 2,
	       TOKEN_PANJANG / 2);
	out[TOKEN_TEKS - 1] = '\0';
	return true;
}

/* --- issuing --- */

#define TABEL                                                                  \
	"JSON_TABLE(?, '$[*]' COLUMNS (kartu BIGINT PATH '$[0]',"              \
	" acak CHAR(32) CHARACTER SET ascii PATH '$[1]',"                      \
	" hash CHAR(64) CHARACTER SET ascii PATH '$[2]')) j"
SQL(Q_BATALKAN_SEMUA,
    "UPDATE token t JOIN " TABEL " ON t.kartu_id = j.kartu AND t.hidup = 1"
    " SET t.batal = ?");
SQL(Q_TERBIT, "INSERT INTO token (kartu_id, aktivasi_id, acak, hash, dibuat,"
	      " berakhir) SELECT j.kartu, ?, UNHEX(j.acak), UNHEX(j.hash), ?, ?"
	      " FROM " TABEL);
SQL(Q_BATALKAN, "UPDATE token SET batal = ? WHERE kartu_id = ? AND hidup = 1");

static bool tambah(struct buf *b, int64_t kartu_id)
{
	unsigned char acak[TOKEN_ACAK], hash[TOKEN_HASH];
	char t[TOKEN_PANJANG];

	crypto_random(acak, sizeof(acak));
	if (!turunkan(kartu_id, acak, t) || !hmac('p', t, sizeof(t), hash))
		return false;
	buf_printf(b, "%s[%lld,\"%s\",\"%s\"]", b->n > 1 ? "," : "",
		   (long long)kartu_id, text_hex(b->a, acak, sizeof(acak)),
		   text_hex(b->a, hash, sizeof(hash)));
	return true;
}

enum err token_terbitkan(struct db *db, int64_t aktivasi_id,
			 const int64_t *kartu_id, size_t n, const char *now)
{
	struct arena *a = db_arena(db);
	char *berakhir = arena_alloc(a, CLOCK_TEXT_BYTES);
	enum err e = OK;

	clock_text(clock_parse(now) + TOKEN_HARI * CLOCK_DAY_MS, berakhir);
	for (size_t i = 0; e == OK && i < n;) {
		struct buf b = { .a = a };

		buf_char(&b, '[');
		for (size_t j = 0; j < SEKALI && i < n; j++, i++)
			if (!tambah(&b, kartu_id[i]))
				return ERR_INTERNAL;
		buf_char(&b, ']');
		e = db_exec(db, &Q_BATALKAN_SEMUA, b.p, now);
		if (e == OK)
			e = db_exec(db, &Q_TERBIT, aktivasi_id, now, berakhir,
				    b.p);
	}
	return e;
}

enum err token_batalkan(struct db *db, int64_t kartu_id, const char *now)
{
	return db_exec(db, &Q_BATALKAN, now, kartu_id);
}

/* --- using --- */

SQL(Q_HIDUP, "SELECT id, hash, berakhir FROM token"
	     " WHERE kartu_id = ? AND hidup = 1");
SQL(Q_PAKAI, "UPDATE token SET dipakai = ? WHERE id = ? AND hidup = 1");
SQL(Q_LUPAKAN, "UPDATE token_salah s JOIN token t ON t.kartu_id = s.kartu_id"
	       " SET s.jumlah = 0, s.tahan_sampai = NULL WHERE t.id = ?");
SQL(Q_SALAH, "SELECT jumlah, tahan_sampai FROM token_salah"
	     " WHERE kartu_id = ?");
SQL(Q_CATAT, "INSERT INTO token_salah (kartu_id, jumlah, tahan_sampai,"
	     " terakhir) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
	     " jumlah = VALUES(jumlah), tahan_sampai = VALUES(tahan_sampai),"
	     " terakhir = VALUES(terakhir)");

SQL(Q_PEMILIK, "SELECT p.lembaga_id, k.seri_kartu FROM kartu k"
	       " JOIN permintaan p ON p.id = k.permintaan_id WHERE k.id = ?");

/* Wrong ones so far, and milliseconds the card is locked for. */
static enum err hitung(struct db *db, int64_t kartu_id, const char *now,
		       int64_t *jumlah, int64_t *tahan_ms)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_SALAH, kartu_id);

	*jumlah = 0;
	*tahan_ms = 0;
	if (e == ERR_NOT_FOUND)
		return OK;
	if (e != OK)
		return e;
	*jumlah = db_int(r, 0);
	if (db_null(r, 1))
		return OK;
	*tahan_ms = clock_parse(db_text(r, 1)) - clock_parse(now);
	if (*tahan_ms <= 0) {
		*tahan_ms = 0;
		*jumlah = 0;
	}
	return OK;
}

enum err token_periksa_hash(struct db *db, int64_t kartu_id,
			    const unsigned char hash[TOKEN_HASH],
			    const char *now, int64_t *token_id)
{
	int64_t jumlah, tahan;
	struct blob benar;
	struct rows *r;
	enum err e = hitung(db, kartu_id, now, &jumlah, &tahan);

	if (e != OK)
		return e;
	if (tahan > 0)
		return ERR_RATE;
	e = db_one(db, &r, &Q_HIDUP, kartu_id);
	if (e == ERR_NOT_FOUND)
		return ERR_GONE;
	if (e != OK)
		return e;
	if (clock_parse(db_text(r, 2)) <= clock_parse(now))
		return ERR_GONE;
	benar = db_blob(r, 1);
	if (benar.n != TOKEN_HASH || !crypto_equal(benar.p, hash, TOKEN_HASH))
		return ERR_INPUT;
	*token_id = db_int(r, 0);
	return OK;
}

enum err token_pakai(struct db *db, int64_t token_id, const char *now)
{
	enum err e = db_exec(db, &Q_PAKAI, now, token_id);

	if (e == OK && db_affected(db) == 0)
		e = ERR_CONFLICT;
	if (e == OK)
		e = db_exec(db, &Q_LUPAKAN, token_id);
	return e;
}

/* Somebody guesses, or somebody needs help: the institution is told once. */
static enum err kabarkan_tahan(struct db *db, int64_t kartu_id)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_PEMILIK, kartu_id);

	if (e != OK)
		return e;
	return pesan_ke_lembaga(
	    db, db_int(r, 0), "token-ditahan",
	    arena_printf(db_arena(db), "seri=%s\njalur=/aktivasi/kartu/%lld",
			 db_text(r, 1), (long long)kartu_id));
}

enum err token_salah_catat(struct db *db, int64_t kartu_id, const char *now)
{
	char *sampai = arena_alloc(db_arena(db), CLOCK_TEXT_BYTES);
	int64_t jumlah, tahan;
	enum err e = hitung(db, kartu_id, now, &jumlah, &tahan);

	if (e != OK)
		return e;
	clock_text(clock_parse(now) + TOKEN_TAHAN * MENIT_MS, sampai);
	jumlah++;
	e = db_exec(db, &Q_CATAT, kartu_id, jumlah,
		    (const char *)(jumlah >= TOKEN_COBA ? sampai : NULL), now);
	return e == OK && jumlah == TOKEN_COBA ? kabarkan_tahan(db, kartu_id) :
						 e;
}

enum err token_tahan(struct db *db, int64_t kartu_id, const char *now,
		     int64_t *menit, int64_t *sisa)
{
	int64_t jumlah = 0, tahan = 0;
	enum err e = hitung(db, kartu_id, now, &jumlah, &tahan);

	*menit = (tahan + MENIT_MS - 1) / MENIT_MS;
	*sisa = tahan > 0 || jumlah >= TOKEN_COBA ? 0 : TOKEN_COBA - jumlah;
	return e;
}

/* --- showing --- */

SQL(Q_DAFTAR,
    "SELECT r.urut, k.id, k.seri_kartu, k.sam_id, k.pcid, r.seri_mesin,"
    " r.outlet, r.alamat, k.status, t.acak, t.berakhir FROM aktivasi_kartu r"
    " STRAIGHT_JOIN kartu k ON k.id = r.kartu_id LEFT JOIN token t"
    " ON t.kartu_id = r.kartu_id AND t.hidup = 1"
    " AND t.aktivasi_id = r.aktivasi_id"
    " WHERE r.aktivasi_id = ? AND r.urut > ? ORDER BY r.urut LIMIT ?");

static void keadaan(struct arena *a, struct rows *r, int64_t kini, bool buka,
		    struct token_baris *b)
{
	struct blob acak = db_blob(r, 9);
	bool kembali = strcmp(b->status, "dikembalikan") == 0 ||
		       strcmp(b->status, "dimusnahkan") == 0;
	char *teks;

	/* Only a card that waits for its activation has use for one. */
	b->keadaan = "tidak-ada";
	if (strcmp(b->status, "token") != 0) {
		b->keadaan = kembali ? "tidak-ada" : "terpakai";
		return;
	}
	if (acak.n != TOKEN_ACAK)
		return;
	b->berakhir = db_text(r, 10);
	if (clock_parse(b->berakhir) <= kini) {
		b->keadaan = "kedaluwarsa";
		return;
	}
	b->keadaan = "siap";
	teks = arena_alloc(a, TOKEN_TEKS);
	if (buka && token_tulis(b->kartu_id, acak.p, teks))
		b->token = teks;
}

enum err token_daftar(struct db *db, int64_t aktivasi_id, int64_t sesudah,
		      int64_t banyak, bool buka, struct token_baris **out,
		      size_t *n)
{
	struct arena *a = db_arena(db);
	int64_t kini = clock_now_ms();
	struct rows *r;
	struct token_baris *b;
	enum err e = db_query(db, &r, &Q_DAFTAR, aktivasi_id, sesudah, banyak);

	*n = 0;
	if (e != OK)
		return e;
	*n = db_count(r);
	b = arena_array(a, *n + 1, sizeof(*b));
	*out = b;
	for (; db_next(r); b++) {
		*b = (struct token_baris){
			.urut = db_int(r, 0),
			.kartu_id = db_int(r, 1),
			.seri_kartu = db_text(r, 2),
			.sam_id = db_text(r, 3),
			.pcid = db_text(r, 4),
			.seri_mesin = db_text(r, 5),
			.outlet = db_text(r, 6),
			.alamat = db_text(r, 7),
			.status = db_text(r, 8),
		};
		keadaan(a, r, kini, buka, b);
	}
	return OK;
}
