/* masuk-kode.c - the second step of signing in: the record that waits, and
 * the code (U-05); see masuk.h. */
#include "catat.h"
#include "faktor-dalam.h"
#include "masuk-dalam.h"
#include "../lib/clock.h"
#include "../lib/crypto.h"

#include <inttypes.h>
#include <string.h>

SQL(Q_BUAT, "INSERT INTO masuk_tunda (hash, akun_id, dibuat, berakhir,"
	    " dipakai, alamat_ip, agen, titipan)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
SQL(Q_AMBIL, "SELECT id, akun_id, dipakai IS NOT NULL OR berakhir <= ?,"
	     " alamat_ip, agen, titipan FROM masuk_tunda WHERE hash = ?");
SQL(Q_PAKAI, "UPDATE masuk_tunda SET dipakai = ?, titipan = NULL"
	     " WHERE id = ? AND dipakai IS NULL AND berakhir > ?");
SQL(Q_TITIPAN, "SELECT titipan FROM masuk_tunda"
	       " WHERE hash = ? AND akun_id = ? AND titipan IS NOT NULL");
SQL(Q_AKUN, "SELECT a.status, a.lembaga_id, l.aktif FROM akun a"
	    " LEFT JOIN lembaga l ON l.id = a.lembaga_id WHERE a.id = ?");

static const char *teks(const char *s)
{
	return s == NULL ? "" : s;
}

enum err masuk_tunda_buat(struct db *db, const struct masuk_coba *c,
			  int64_t akun, bool terpakai, const char **kue)
{
	struct arena *a = db_arena(db);
	const char *nilai = crypto_random_hex(a, TOKEN_BYTES);
	const char *kini = clock_now(a, 0);
	struct blob titipan = { NULL, 0 };
	enum err e = OK;

	if (c->titipan.p != NULL)
		e = faktor_bungkus(db, "titipan", akun, c->titipan, &titipan);
	if (e == OK)
		e = db_exec(db, &Q_BUAT, crypto_sha256_text(a, nilai), akun,
			    kini, clock_now(a, MASUK_TUNDA_S * 1000LL),
			    terpakai ? kini : NULL, c->alamat_ip, teks(c->agen),
			    titipan);
	if (e == OK)
		*kue = nilai;
	return e;
}

/*
 * Is it the same place or the same browser?  Telephones change their address,
 * browsers are brought up to date; both at once within ten minutes is
 * somebody else.
 */
static bool serupa(const struct rows *r, const char *alamat_ip,
		   const char *agen)
{
	return strcmp(db_text(r, 3), teks(alamat_ip)) == 0 ||
	       strcmp(db_text(r, 4), teks(agen)) == 0;
}

enum err masuk_tunda(struct db *db, const char *kue, const char *alamat_ip,
		     const char *agen, struct tunda *out)
{
	struct arena *a = db_arena(db);
	struct rows *r;
	enum err e;

	*out = (struct tunda){ 0 };
	if (kue == NULL || strlen(kue) != 2 * TOKEN_BYTES)
		return ERR_NOT_FOUND;
	e = db_one(db, &r, &Q_AMBIL, clock_now(a, 0),
		   crypto_sha256_text(a, kue));
	if (e == OK && !serupa(r, alamat_ip, agen))
		e = ERR_NOT_FOUND;
	if (e != OK)
		return e;
	out->id = db_int(r, 0);
	out->akun = db_int(r, 1);
	if (!db_null(r, 5))
		e = faktor_buka(db, "titipan", out->akun, db_blob(r, 5),
				&out->titipan);
	return e == OK && db_int(r, 2) != 0 ? ERR_GONE : e;
}

enum err masuk_titipan(struct db *db, int64_t akun, const char *kue,
		       struct blob *out)
{
	struct arena *a = db_arena(db);
	struct rows *r;
	enum err e;

	*out = (struct blob){ NULL, 0 };
	if (kue == NULL || strlen(kue) != 2 * TOKEN_BYTES)
		return OK;
	e = db_query(db, &r, &Q_TITIPAN, crypto_sha256_text(a, kue), akun);
	if (e == OK && db_next(r))
		e = faktor_buka(db, "titipan", akun, db_blob(r, 0), out);
	return e;
}

/* --- the code --- */

struct langkah {
	const struct tunda *t;
	const struct kode_coba *c;
	struct kode_hasil *h;
	struct pelaku p;
	struct penghitung penghitung[2];
	size_t n;
	const char *cara;
};

/* Once when the waiting begins, and once when it is longest, as for
   passwords: but here somebody had the right password. */
static enum err catat_salah(struct db *db, const struct langkah *s)
{
	int64_t kali = s->penghitung[0].jumlah;
	struct pelaku tamu = s->p;
	enum err e;

	tamu.akun = 0;
	tamu.lembaga = 0;
	e = audit_catat(db, &tamu, "masuk-kode-gagal", "akun", s->t->akun,
			NULL);
	if (e == OK &&
	    (kali == MASUK_BEBAS_AKUN || kali == 2 * MASUK_BEBAS_AKUN))
		e = pesan_ke_akun(
		    db, s->t->akun, "kode-ditebak",
		    arena_printf(db_arena(db), "alamat=%s", s->c->alamat_ip));
	return e;
}

static enum err beri_kode(struct db *db, void *ctx)
{
	struct langkah *s = ctx;
	const char *kini = clock_now(db_arena(db), 0);
	enum err e = faktor_pakai(db, s->t->akun, s->c->kode, &s->cara);

	if (e != OK)
		return e;
	if (s->cara == NULL)
		return catat_salah(db, s);
	/* Undone with the code when another request was first. */
	e = db_exec(db, &Q_PAKAI, kini, s->t->id, kini);
	if (e == OK && db_affected(db) == 0)
		return ERR_GONE;
	if (e == OK)
		e = masuk_kembalikan(db, s->penghitung, s->n);
	if (e == OK && s->c->ingat)
		e = faktor_perangkat_ingat(db, s->t->akun, s->c->alamat_ip,
					   teks(s->c->agen), &s->h->ingat);
	if (e == OK)
		e = masuk_catat(db, &s->p, s->t->akun, s->cara);
	return e;
}

enum err masuk_kode(struct db *db, const struct tunda *t,
		    const struct kode_coba *c, struct kode_hasil *h)
{
	struct arena *a = db_arena(db);
	struct langkah s = { .t = t, .c = c, .h = h };
	int64_t tunggu_ms;
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AKUN, t->akun);

	memset(h, 0, sizeof(*h));
	if (e != OK)
		return e;
	h->kode =
	    masuk_halangan(db_text(r, 0), !db_null(r, 1) && db_int(r, 2) == 0);
	if (h->kode != NULL)
		return OK;
	s.p = (struct pelaku){ .akun = t->akun,
			       .lembaga = db_int(r, 1),
			       .alamat_ip = c->alamat_ip };
	s.n = masuk_penghitung(
	    a, "alat-kode", arena_printf(a, "kode:%" PRId64, t->akun),
	    c->perangkat, c->alamat_ip, t->akun, s.penghitung);
	e = masuk_hitung_semua(db, s.penghitung, s.n, &tunggu_ms);
	if (e != OK)
		return e;
	if (tunggu_ms > 0) {
		h->kode = "masuk-tunggu";
		h->tunggu_detik = masuk_detik(tunggu_ms);
		return OK;
	}
	e = db_transaction(db, beri_kode, &s);
	if (e != OK)
		return e;
	if (s.cara == NULL)
		h->kode = "kode-salah";
	else
		h->perangkat = masuk_perangkat_baru(a, t->akun);
	return OK;
}
