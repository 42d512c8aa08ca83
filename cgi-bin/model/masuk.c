/* masuk.c - see masuk.h.  The device cookie follows OWASP's "device cookies"
 * against locking people out of their own accounts. */
#include "masuk.h"
#include "akun.h"
#include "catat.h"
#include "faktor.h"
#include "masuk-dalam.h"
#include "../lib/clock.h"
#include "../lib/crypto.h"
#include "../lib/rate.h"
#include "../lib/session.h"
#include "../lib/text.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define TAHAN_AWAL_MS        30000
#define TAHAN_PALING_LAMA_MS (15 * 60000)
/* A row of failures is forgotten after a day without one. */
#define LUPA_MS (24 * 3600000LL)

int64_t masuk_tahan_ms(int64_t jumlah, int64_t bebas)
{
	int64_t ms = TAHAN_AWAL_MS;

	if (jumlah < bebas)
		return 0;
	for (int64_t i = bebas; i < jumlah && ms < TAHAN_PALING_LAMA_MS; i++)
		ms *= 2;
	return ms < TAHAN_PALING_LAMA_MS ? ms : TAHAN_PALING_LAMA_MS;
}

/* --- counters --- */

/* Takes the row's lock whether or not it was there. */
SQL(Q_KUNCI, "INSERT INTO gagal_masuk (kunci, jumlah, terakhir, tahan_sampai)"
	     " VALUES (?, 0, ?, ?) ON DUPLICATE KEY UPDATE kunci = kunci");
SQL(Q_BACA, "SELECT jumlah, terakhir, tahan_sampai FROM gagal_masuk"
	    " WHERE kunci = ? FOR UPDATE");
SQL(Q_HITUNG, "UPDATE gagal_masuk SET jumlah = ?, terakhir = ?,"
	      " tahan_sampai = ? WHERE kunci = ?");
SQL(Q_LUPAKAN, "DELETE FROM gagal_masuk WHERE kunci = ?");
SQL(Q_KEMBALIKAN, "UPDATE gagal_masuk SET jumlah = jumlah - 1,"
		  " tahan_sampai = terakhir WHERE kunci = ? AND jumlah > 0");

struct hitung {
	struct penghitung *p;
	size_t n;
	int64_t tunggu_ms; /* > 0: held, nothing was counted */
};

static enum err baca_penghitung(struct db *db, struct penghitung *p,
				int64_t *tunggu_ms)
{
	struct arena *a = db_arena(db);
	const char *waktu = clock_now(a, 0);
	struct rows *r;
	int64_t sampai, kini;
	enum err e = db_exec(db, &Q_KUNCI, p->kunci, waktu, waktu);

	if (e == OK)
		e = db_one(db, &r, &Q_BACA, p->kunci);
	if (e != OK)
		return e;
	/* Not before the lock was had: who waited for it would look into the
	   future and be held for nothing. */
	kini = clock_now_ms();
	p->jumlah = db_int(r, 0) + 1;
	if (clock_parse(db_text(r, 1)) < kini - LUPA_MS)
		p->jumlah = 1;
	sampai = clock_parse(db_text(r, 2));
	if (sampai > kini && sampai - kini > *tunggu_ms)
		*tunggu_ms = sampai - kini;
	return OK;
}

static enum err hitung(struct db *db, void *ctx)
{
	struct hitung *h = ctx;
	struct arena *a = db_arena(db);
	int64_t kini;
	enum err e = OK;

	h->tunggu_ms = 0;
	for (size_t i = 0; i < h->n && e == OK; i++)
		e = baca_penghitung(db, &h->p[i], &h->tunggu_ms);
	kini = clock_now_ms();
	/* A try during the wait is not made, so it does not prolong it. */
	if (e != OK || h->tunggu_ms > 0)
		return e;
	for (size_t i = 0; i < h->n && e == OK; i++) {
		int64_t tahan = masuk_tahan_ms(h->p[i].jumlah, h->p[i].bebas);
		char *sampai = arena_alloc(a, CLOCK_TEXT_BYTES);

		clock_text(kini + tahan, sampai);
		e = db_exec(db, &Q_HITUNG, h->p[i].jumlah, clock_now(a, 0),
			    sampai, h->p[i].kunci);
	}
	return e;
}

int64_t masuk_detik(int64_t ms)
{
	return (ms + 999) / 1000;
}

enum err masuk_hitung_semua(struct db *db, struct penghitung *p, size_t n,
			    int64_t *tunggu_ms)
{
	struct hitung h = { p, n, 0 };
	enum err e = db_transaction(db, hitung, &h);

	*tunggu_ms = h.tunggu_ms;
	return e;
}

enum err masuk_hitung(struct db *db, const char *kunci, int64_t bebas,
		      int64_t *tunggu_detik)
{
	struct penghitung p = { kunci, bebas, 0 };
	int64_t ms;
	enum err e = masuk_hitung_semua(db, &p, 1, &ms);

	*tunggu_detik = masuk_detik(ms);
	return e;
}

enum err masuk_baik(struct db *db, const char *kunci)
{
	return db_exec(db, &Q_LUPAKAN, kunci);
}

/* --- keys --- */

/* "akun:budi"; for what can be no username, its digest. */
static const char *kunci_akun(struct arena *a, const char *username)
{
	struct blob d;
	char *k;

	if (!akun_username_sah(username)) {
		d = crypto_sha256_text(a, username);
		return arena_printf(a, "akun:%s", text_hex(a, d.p, d.n));
	}
	k = arena_printf(a, "akun:%s", username);
	for (char *p = k; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	return k;
}

enum err masuk_lupakan(struct db *db, const char *username)
{
	return masuk_baik(db, kunci_akun(db_arena(db), username));
}

/* --- the known device --- */

/* "<account>-<expiry, seconds>-<128 random bits>-<seal of these>" */
const char *masuk_perangkat_baru(struct arena *a, int64_t akun)
{
	const char *isi = arena_printf(a, "%" PRId64 "-%" PRId64 "-%s", akun,
				       clock_now_ms() / 1000 + PERANGKAT_UMUR_S,
				       crypto_random_hex(a, 16));
	const char *segel = crypto_seal(a, "perangkat", isi);

	return segel == NULL ? NULL : arena_printf(a, "%s-%s", isi, segel);
}

/* The counter of the device when it is known to this account, else NULL. */
static const char *kunci_perangkat(struct arena *a, const char *awalan,
				   const char *cookie, int64_t akun)
{
	const char *potong, *isi;
	int64_t milik, sampai;
	struct blob d;

	if (cookie == NULL || akun == 0 || strlen(cookie) > 200 ||
	    sscanf(cookie, "%18" SCNd64 "-%18" SCNd64 "-", &milik, &sampai) !=
		2 ||
	    milik != akun || sampai < clock_now_ms() / 1000)
		return NULL;
	potong = strrchr(cookie, '-');
	isi = arena_strndup(a, cookie, (size_t)(potong - cookie));
	if (!crypto_equal_text(crypto_seal(a, "perangkat", isi), potong + 1))
		return NULL;
	d = crypto_sha256_text(a, isi);
	return arena_printf(a, "%s:%s", awalan, text_hex(a, d.p, d.n));
}

size_t masuk_penghitung(struct arena *a, const char *awalan,
			const char *sendiri, const char *perangkat,
			const char *alamat_ip, int64_t akun,
			struct penghitung p[2])
{
	const char *alat = kunci_perangkat(a, awalan, perangkat, akun);

	p[0] = (struct penghitung){ alat != NULL ? alat : sendiri,
				    MASUK_BEBAS_AKUN, 0 };
	p[1] = (struct penghitung){
		arena_printf(a, "ip:%s", rate_address(a, alamat_ip)),
		MASUK_BEBAS_ALAMAT, 0
	};
	return alat != NULL ? 1 : 2;
}

/* --- signing in --- */

SQL(Q_CARI, "SELECT a.id, a.sandi, a.status, a.alasan, a.lembaga_id, l.aktif"
	    " FROM akun a LEFT JOIN lembaga l ON l.id = a.lembaga_id"
	    " WHERE a.username = ?");
SQL(Q_MASUK, "UPDATE akun SET masuk_terakhir = ? WHERE id = ?");
SQL(Q_SANDI_BARU, "UPDATE akun SET sandi = ? WHERE id = ? AND sandi = ?");
struct hasil {
	const struct masuk_coba *c;
	struct pelaku p;
	int64_t id; /* of the account, 0: there is none */
	struct penghitung penghitung[2];
	size_t n;
	bool alat;          /* counted for the device alone */
	const char *sandi;  /* the stored hash */
	const char *rehash; /* a better one, or NULL */
	const char *cara;   /* signed in: how, for the audit log */
};

/* Once when the waiting begins, and once when it is longest. */
static bool perlu_pesan(const struct hasil *s)
{
	int64_t n = s->penghitung[0].jumlah;

	return !s->alat && (n == MASUK_BEBAS_AKUN || n == 2 * MASUK_BEBAS_AKUN);
}

static enum err catat_gagal(struct db *db, void *ctx)
{
	const struct hasil *s = ctx;
	struct arena *a = db_arena(db);
	enum err e = audit_catat(db, &s->p, "masuk-gagal", "akun", s->id, NULL);

	/* The statements run for an unknown account too: same time. */
	if (e == OK && perlu_pesan(s))
		e = pesan_ke_akun(
		    db, s->id, "akun-ditahan",
		    arena_printf(a, "alamat=%s", s->c->alamat_ip));
	return e;
}

enum err masuk_kembalikan(struct db *db, const struct penghitung *p, size_t n)
{
	enum err e = db_exec(db, &Q_LUPAKAN, p[0].kunci);

	/* The address stays suspicious: the guesser may own one account. */
	return e == OK && n > 1 ? db_exec(db, &Q_KEMBALIKAN, p[1].kunci) : e;
}

static enum err catat_baik(struct db *db, void *ctx)
{
	struct hasil *s = ctx;
	enum err e = masuk_kembalikan(db, s->penghitung, s->n);

	if (e == OK && s->rehash != NULL)
		e = db_exec(db, &Q_SANDI_BARU, s->rehash, s->id, s->sandi);
	return e;
}

enum err masuk_catat(struct db *db, const struct pelaku *p, int64_t akun,
		     const char *cara)
{
	enum err e = db_exec(db, &Q_MASUK, clock_now(db_arena(db), 0), akun);

	if (e == OK)
		e = audit_catat(db, p, "masuk", "akun", akun, cara);
	return e;
}

static enum err catat_masuk(struct db *db, void *ctx)
{
	const struct hasil *s = ctx;

	return masuk_catat(db, &s->p, s->id, s->cara);
}

const char *masuk_halangan(const char *status, bool lembaga_tutup)
{
	if (strcmp(status, AKUN_MENUNGGU) == 0)
		return "akun-menunggu";
	if (strcmp(status, AKUN_DITOLAK) == 0)
		return "akun-ditolak";
	if (strcmp(status, AKUN_AKTIF) != 0)
		return "akun-nonaktif";
	return lembaga_tutup ? "lembaga-ditutup" : NULL;
}

/* The password was right: in, to the second factor, or to setting one up. */
static enum err lanjut(struct db *db, struct hasil *s, struct masuk_hasil *h)
{
	struct faktor f;
	bool kenal = false;
	enum err e = faktor_ambil(db, s->id, &f);

	if (e == OK && faktor_ada(&f))
		e = faktor_perangkat_kenal(db, s->id, s->c->ingat, &kenal);
	if (e != OK)
		return e;
	if (faktor_ada(&f) && !kenal)
		return masuk_tunda_buat(db, s->c, s->id, false, &h->tunda);
	h->terbatas = f.wajib && !faktor_ada(&f);
	if (h->terbatas && s->c->titipan.p != NULL)
		e = masuk_tunda_buat(db, s->c, s->id, true, &h->tunda);
	s->cara = kenal ? "perangkat-diingat" : h->terbatas ? "terbatas" : NULL;
	if (e == OK)
		e = db_transaction(db, catat_masuk, s);
	h->akun = s->id;
	h->perangkat = masuk_perangkat_baru(db_arena(db), s->id);
	return e;
}

enum err akun_masuk(struct db *db, const struct masuk_coba *c,
		    struct masuk_hasil *h)
{
	struct arena *a = db_arena(db);
	struct hasil s = { .c = c, .p.alamat_ip = c->alamat_ip };
	int64_t tunggu_ms;
	struct rows *r;
	bool benar;
	enum err e;

	memset(h, 0, sizeof(*h));
	e = db_query(db, &r, &Q_CARI,
		     akun_username_sah(c->username) ? c->username : "");
	if (e != OK)
		return e;
	s.id = db_next(r) ? db_int(r, 0) : 0;
	s.sandi = s.id == 0 ? NULL : db_text(r, 1);

	s.n = masuk_penghitung(a, "alat", kunci_akun(a, c->username),
			       c->perangkat, c->alamat_ip, s.id, s.penghitung);
	s.alat = s.n == 1;
	e = masuk_hitung_semua(db, s.penghitung, s.n, &tunggu_ms);
	if (e != OK)
		return e;
	if (tunggu_ms > 0) {
		h->kode = "masuk-tunggu";
		h->tunggu_detik = masuk_detik(tunggu_ms);
		return OK;
	}

	benar = crypto_password_ok(s.sandi, c->sandi);
	if (!benar) {
		h->kode = "masuk-salah";
		return db_transaction(db, catat_gagal, &s);
	}
	if (crypto_password_old(s.sandi))
		s.rehash = crypto_password_hash(a, c->sandi);
	e = db_transaction(db, catat_baik, &s);
	if (e != OK)
		return e;
	h->kode = masuk_halangan(db_text(r, 2),
				 !db_null(r, 4) && db_int(r, 5) == 0);
	if (h->kode != NULL) {
		h->alasan = db_text(r, 3);
		return OK;
	}
	s.p.akun = s.id;
	s.p.lembaga = db_int(r, 4);
	return lanjut(db, &s, h);
}

/* --- sessions --- */

SQL(Q_SESI, "SELECT id, dibuat, terakhir, alamat_ip, agen FROM sesi"
	    " WHERE akun_id = ? AND ditutup IS NULL AND berakhir > ?"
	    " AND terakhir > ? ORDER BY terakhir DESC, id DESC LIMIT 100");
SQL(Q_KELUARKAN, "UPDATE sesi SET ditutup = ?"
		 " WHERE id = ? AND akun_id = ? AND ditutup IS NULL");
SQL(Q_TUTUP, "UPDATE sesi SET ditutup = ?"
	     " WHERE akun_id = ? AND id <> ? AND ditutup IS NULL");

enum err sesi_daftar(struct db *db, int64_t akun, struct sesi **out, size_t *n)
{
	struct arena *a = db_arena(db);
	struct sesi *s;
	struct rows *r;
	enum err e = db_query(db, &r, &Q_SESI, akun, clock_now(a, 0),
			      clock_now(a, -1000LL * SESSION_IDLE_S));

	if (e != OK)
		return e;
	*n = db_count(r);
	s = arena_array(a, *n + 1, sizeof(*s));
	*out = s;
	for (; db_next(r); s++) {
		s->id = db_int(r, 0);
		s->dibuat = db_text(r, 1);
		s->terakhir = db_text(r, 2);
		s->alamat_ip = db_text(r, 3);
		s->agen = db_text(r, 4);
	}
	return OK;
}

struct keluarkan {
	const struct pelaku *p;
	int64_t id;
};

static enum err keluarkan(struct db *db, void *ctx)
{
	const struct keluarkan *k = ctx;
	enum err e = db_exec(db, &Q_KELUARKAN, clock_now(db_arena(db), 0),
			     k->id, k->p->akun);

	if (e != OK)
		return e;
	if (db_affected(db) == 0)
		return ERR_NOT_FOUND;
	return audit_catat(db, k->p, "sesi-dikeluarkan", "sesi", k->id, NULL);
}

enum err sesi_keluarkan(struct db *db, const struct pelaku *p, int64_t id)
{
	struct keluarkan k = { p, id };

	return db_transaction(db, keluarkan, &k);
}

enum err sesi_tutup(struct db *db, int64_t akun, int64_t kecuali)
{
	return db_exec(db, &Q_TUTUP, clock_now(db_arena(db), 0), akun, kecuali);
}
