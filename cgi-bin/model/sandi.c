/* sandi.c - see sandi.h. */
#include "sandi.h"
#include "akun.h"
#include "catat.h"
#include "faktor.h"
#include "masuk.h"
#include "../lib/clock.h"
#include "../lib/crypto.h"
#include "../lib/text.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>
#include <strings.h>

#define JAM_MS       3600000LL
#define LUPA_PER_JAM 3

/* --- rules --- */

int64_t sandi_min(unsigned role)
{
	return (role & ROLE_DITJEN) != 0 ? SANDI_MIN_DITJEN : SANDI_MIN;
}

/* One character again and again, or a short piece of at most four. */
static bool berulang(const char *s, size_t n)
{
	for (size_t p = 1; p <= 4 && 2 * p <= n; p++) {
		size_t i = p;

		while (i < n && s[i] == s[i - p])
			i++;
		if (i == n)
			return true;
	}
	return false;
}

/* A straight walk along a row of keys or the alphabet, either way. */
static bool deretan(const char *s, size_t n)
{
	static const char *const baris[] = {
		"01234567890",
		"09876543210",
		"abcdefghijklmnopqrstuvwxyz",
		"zyxwvutsrqponmlkjihgfedcba",
		"qwertyuiop",
		"poiuytrewq",
		"asdfghjkl",
		"lkjhgfdsa",
		"zxcvbnm",
		"mnbvcxz",
	};

	for (size_t i = 0; i < sizeof(baris) / sizeof(*baris); i++)
		if (n >= 4 && strstr(baris[i], s) != NULL)
			return true;
	return false;
}

/* Is what follows from p on only digits (when angka) and ASCII marks? */
static bool ekor(const char *p, bool angka)
{
	for (; *p != '\0'; p++)
		if ((unsigned char)*p >= 0x80 || isalpha((unsigned char)*p) ||
		    (!angka && isdigit((unsigned char)*p)))
			return false;
	return true;
}

/* The username, or that and some digits or marks. */
static bool username_berekor(const char *s, const char *username)
{
	size_t n = username == NULL ? 0 : strlen(username);

	return n > 0 && strncasecmp(s, username, n) == 0 && ekor(s + n, true);
}

static bool umum(const char *s)
{
	return sandi_umum(s) || deretan(s, strlen(s));
}

/* A common one in lower case, or that and some marks, or marks and digits:
   "abc123!!", "indonesia45". */
static bool umum_berekor(char *s)
{
	size_t n = strlen(s);

	if (umum(s))
		return true;
	for (int angka = 0; angka < 2; angka++) {
		while (n > 0 && ekor(s + n - 1, angka))
			s[--n] = '\0';
		if (umum(s))
			return true;
	}
	return false;
}

const char *sandi_periksa(const char *sandi, const char *username,
			  unsigned role)
{
	char kecil[4 * SANDI_MAKS + 1];
	size_t panjang = text_length(sandi);
	size_t n = strlen(sandi);

	if ((int64_t)panjang < sandi_min(role))
		return sandi_min(role) > SANDI_MIN ? "sandi-pendek-ditjen" :
						     "sandi-pendek";
	if (panjang > SANDI_MAKS)
		return "terlalu-panjang";
	if (username_berekor(sandi, username))
		return "sandi-username";
	for (size_t i = 0; i <= n; i++)
		kecil[i] = (char)tolower((unsigned char)sandi[i]);
	return berulang(kecil, n) || umum_berekor(kecil) ? "lazim" : NULL;
}

/* --- confirming --- */

/* Locking, because a plain read would open a snapshot for the rest of the
   caller's transaction, which may go on to take a number. */
SQL(Q_SANDI, "SELECT sandi FROM akun WHERE id = ? AND status = 'aktif'"
	     " LOCK IN SHARE MODE");

enum err sandi_konfirmasi(struct db *db, const struct pelaku *p,
			  const char *sandi, int64_t *tunggu_detik)
{
	const char *kunci =
	    arena_printf(db_arena(db), "sandi:%" PRId64, p->akun);
	struct rows *r;
	enum err e = masuk_hitung(db, kunci, MASUK_BEBAS_AKUN, tunggu_detik);

	if (e != OK)
		return e;
	if (*tunggu_detik > 0)
		return ERR_RATE;
	e = db_one(db, &r, &Q_SANDI, p->akun);
	if (e != OK)
		return e;
	if (!crypto_password_ok(db_text(r, 0), sandi))
		return ERR_INPUT;
	return masuk_baik(db, kunci);
}

/* --- changing --- */

SQL(Q_GANTI, "UPDATE akun SET sandi = ?, sandi_diubah = ? WHERE id = ?");
SQL(Q_TAUTAN_MATI, "UPDATE akun_tautan SET dipakai = ? WHERE akun_id = ?"
		   " AND tujuan = 'sandi' AND dipakai IS NULL");

struct ganti {
	const struct pelaku *p;
	int64_t akun;
	const char *hash;
	int64_t sesi;
	const char *kode; /* of the link, or NULL */
};

static enum err ganti(struct db *db, void *ctx)
{
	const struct ganti *g = ctx;
	struct arena *a = db_arena(db);
	enum err e = db_exec(db, &Q_GANTI, g->hash, clock_now(a, 0), g->akun);

	if (e != OK)
		return e;
	if (db_affected(db) == 0)
		return ERR_NOT_FOUND;
	e = db_exec(db, &Q_TAUTAN_MATI, clock_now(a, 0), g->akun);
	if (e == OK)
		e = sesi_tutup(db, g->akun, g->sesi);
	if (e == OK)
		e = faktor_lupakan(db, g->akun);
	if (e == OK)
		e = audit_catat(db, g->p, "sandi-diganti", "akun", g->akun,
				NULL);
	if (e == OK)
		e = pesan_ke_akun(
		    db, g->akun, "sandi-diganti",
		    arena_printf(a, "alamat=%s", g->p->alamat_ip));
	return e;
}

enum err sandi_ganti(struct db *db, const struct pelaku *p, int64_t akun,
		     const char *sandi, int64_t sesi)
{
	struct ganti g = { p, akun, crypto_password_hash(db_arena(db), sandi),
			   sesi, NULL };

	if (g.hash == NULL)
		return ERR_BUSY;
	return db_transaction(db, ganti, &g);
}

/* --- links --- */

SQL(Q_TAUTAN_BARU,
    "INSERT INTO akun_tautan (akun_id, tujuan, hash, data, dibuat, berakhir)"
    " VALUES (?, ?, ?, ?, ?, ?)");
SQL(Q_TAUTAN,
    "SELECT t.id, t.akun_id, a.username, a.nama, a.peran, a.email, t.data,"
    " t.dipakai IS NULL AND t.berakhir > ? FROM akun_tautan t"
    " JOIN akun a ON a.id = t.akun_id WHERE t.hash = ? AND t.tujuan = ?");
SQL(Q_TAUTAN_PAKAI, "UPDATE akun_tautan SET dipakai = ?"
		    " WHERE id = ? AND dipakai IS NULL AND berakhir > ?");
/* Locking: of many who ask at once each counts what the others were sent. */
SQL(Q_LUPA, "SELECT id FROM akun WHERE (username = ? OR email = ?)"
	    " AND status = 'aktif' ORDER BY id LIMIT 5 FOR UPDATE");
SQL(Q_LUPA_JAM, "SELECT COUNT(*) FROM akun_tautan WHERE akun_id = ?"
		" AND tujuan = 'sandi' AND dibuat > ?");
SQL(Q_ALAMAT_MATI,
    "UPDATE akun_tautan SET dipakai = ? WHERE akun_id = ? AND dipakai IS NULL"
    " AND (tujuan IN ('sandi', 'email', 'email-baru')"
    " OR (tujuan = 'email-batal' AND id >= ?))");

static const char *jalur(const char *tujuan)
{
	if (strcmp(tujuan, "sandi") == 0)
		return "/login/sandi";
	return strcmp(tujuan, "email-batal") == 0 ? "/register/batal" :
						    "/register/konfirmasi";
}

enum err tautan_kirim_isi(struct db *db, int64_t akun, const char *tujuan,
			  const char *templat, const char *data, int jam,
			  const char *isi)
{
	struct arena *a = db_arena(db);
	const char *kode = crypto_random_hex(a, 32);
	enum err e = db_exec(db, &Q_TAUTAN_BARU, akun, tujuan,
			     crypto_sha256_text(a, kode), data, clock_now(a, 0),
			     clock_now(a, jam * JAM_MS));

	if (e != OK)
		return e;
	return pesan_rahasia_ke(db, akun, "surel", data, templat,
				arena_printf(a, "jalur=%s/%s\njam=%d%s%s",
					     jalur(tujuan), kode, jam,
					     *isi == '\0' ? "" : "\n", isi));
}

enum err tautan_kirim(struct db *db, int64_t akun, const char *tujuan,
		      const char *templat, const char *data, int jam)
{
	return tautan_kirim_isi(db, akun, tujuan, templat, data, jam, "");
}

enum err tautan_alamat_mati(struct db *db, int64_t akun, int64_t batal_sejak)
{
	return db_exec(db, &Q_ALAMAT_MATI, clock_now(db_arena(db), 0), akun,
		       batal_sejak);
}

struct kirim {
	const struct pelaku *p;
	int64_t akun;
	const char *templat;
	int jam;
	const char *siapa;
};

static enum err kirim_tautan(struct db *db, void *ctx)
{
	const struct kirim *k = ctx;
	enum err e =
	    tautan_kirim(db, k->akun, "sandi", k->templat, NULL, k->jam);

	if (e == OK)
		e = audit_catat(db, k->p, "tautan-sandi", "akun", k->akun,
				NULL);
	return e;
}

enum err sandi_kirim_tautan(struct db *db, const struct pelaku *p, int64_t akun,
			    const char *templat, int jam)
{
	struct kirim k = { p, akun, templat, jam, NULL };

	return db_transaction(db, kirim_tautan, &k);
}

static enum err lupa(struct db *db, void *ctx)
{
	struct kirim *k = ctx;
	struct arena *a = db_arena(db);
	bool nama = akun_username_sah(k->siapa);
	struct rows *r, *terkirim;
	enum err e = db_query(db, &r, &Q_LUPA, nama ? k->siapa : "", k->siapa);

	while (e == OK && db_next(r)) {
		k->akun = db_int(r, 0);
		e = db_one(db, &terkirim, &Q_LUPA_JAM, k->akun,
			   clock_now(a, -JAM_MS));
		if (e == OK && db_int(terkirim, 0) < LUPA_PER_JAM)
			e = kirim_tautan(db, k);
	}
	return e;
}

enum err sandi_lupa(struct db *db, const struct pelaku *p, const char *siapa)
{
	struct arena *a = db_arena(db);
	struct kirim k = { p, 0, "sandi-lupa", TAUTAN_LUPA_JAM, siapa };
	enum err e = db_transaction(db, lupa, &k);

	/* What a hash costs hides what a few rows cost. */
	if (e == OK)
		crypto_password_ok(NULL, crypto_random_hex(a, 8));
	return e;
}

enum err tautan_ambil(struct db *db, const char *tujuan, const char *kode,
		      struct tautan *out)
{
	struct arena *a = db_arena(db);
	struct rows *r;
	enum err e = db_one(db, &r, &Q_TAUTAN, clock_now(a, 0),
			    crypto_sha256_text(a, kode), tujuan);

	if (e != OK)
		return e;
	out->id = db_int(r, 0);
	out->akun = db_int(r, 1);
	out->username = db_text(r, 2);
	out->nama = db_text(r, 3);
	out->peran = db_text(r, 4);
	out->email = db_text(r, 5);
	out->data = db_text(r, 6);
	return db_int(r, 7) != 0 ? OK : ERR_GONE;
}

enum err tautan_pakai(struct db *db, const char *tujuan, const char *kode,
		      struct tautan *t)
{
	struct arena *a = db_arena(db);
	enum err e = tautan_ambil(db, tujuan, kode, t);

	if (e == OK)
		e = db_exec(db, &Q_TAUTAN_PAKAI, clock_now(a, 0), t->id,
			    clock_now(a, 0));
	if (e == OK && db_affected(db) == 0)
		e = ERR_GONE;
	return e;
}

static enum err setel(struct db *db, void *ctx)
{
	struct ganti *g = ctx;
	struct pelaku sendiri = *g->p;
	struct ganti atas_nama = *g;
	struct tautan t;
	enum err e = tautan_pakai(db, "sandi", g->kode, &t);

	if (e != OK)
		return e;
	sendiri.akun = t.akun;
	atas_nama.p = &sendiri;
	atas_nama.akun = t.akun;
	e = ganti(db, &atas_nama);
	/* Guessing at the old one is no reason to wait with the new one. */
	return e == OK ? masuk_lupakan(db, t.username) : e;
}

enum err sandi_setel(struct db *db, const struct pelaku *p, const char *kode,
		     const char *sandi)
{
	struct ganti g = { p, 0, crypto_password_hash(db_arena(db), sandi), 0,
			   kode };

	if (g.hash == NULL)
		return ERR_BUSY;
	return db_transaction(db, setel, &g);
}
