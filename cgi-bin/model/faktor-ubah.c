/* faktor-ubah.c - setting up a second factor and taking it away; see
 * faktor.h. */
#include "catat.h"
#include "faktor-dalam.h"
#include "masuk.h"
#include "totp.h"
#include "../lib/clock.h"
#include "../lib/crypto.h"
#include "../lib/text.h"

#include <inttypes.h>
#include <string.h>

#define MENIT_MS        60000LL
#define PEMULIHAN_ISI   10 /* letters: 50 random bits */
#define PEMULIHAN_PISAH 5

SQL(Q_MULAI, "UPDATE faktor SET totp_baru = ?, totp_baru_dibuat = ?"
	     " WHERE akun_id = ?");
SQL(Q_BARU, "SELECT totp_baru FROM faktor WHERE akun_id = ?"
	    " AND totp_baru IS NOT NULL AND totp_baru_dibuat > ?");
SQL(Q_BARU_KUNCI, "SELECT totp_baru FROM faktor WHERE akun_id = ?"
		  " AND totp_baru IS NOT NULL AND totp_baru_dibuat > ?"
		  " FOR UPDATE");
SQL(Q_TOTP, "UPDATE faktor SET totp = ?, totp_sejak = ?, langkah = ?,"
	    " totp_baru = NULL, totp_baru_dibuat = NULL WHERE akun_id = ?");
SQL(Q_SUREL, "UPDATE faktor SET surel = ? WHERE akun_id = ?");
SQL(Q_WA, "UPDATE faktor SET wa = ?, wa_ke = ? WHERE akun_id = ?");
SQL(Q_TOTP_MATI, "UPDATE faktor SET totp = NULL, totp_sejak = NULL,"
		 " totp_baru = NULL, totp_baru_dibuat = NULL"
		 " WHERE akun_id = ?");
SQL(Q_SEMUA_MATI, "UPDATE faktor SET totp = NULL, totp_sejak = NULL,"
		  " totp_baru = NULL, totp_baru_dibuat = NULL, surel = NULL,"
		  " wa = NULL, wa_ke = NULL WHERE akun_id = ?");
SQL(Q_PEMULIHAN_HAPUS, "DELETE FROM faktor_pemulihan WHERE akun_id = ?");
SQL(Q_PEMULIHAN_BARU, "INSERT INTO faktor_pemulihan (akun_id, hash, dibuat)"
		      " VALUES (?, ?, ?)");

/* Everything that one of these changes is given. */
struct ubah {
	const struct pelaku *p;
	int64_t akun; /* whose: mostly p's own */
	int64_t sesi; /* p's, for an authenticator */
	const char *cara;
	const char *kode;
	int64_t *tunggu_detik;
	const char **pemulihan;
	bool salah; /* the code was */
};

/* What every change leaves behind. */
static enum err berubah(struct db *db, const struct ubah *u,
			const char *tindakan, const char *cara)
{
	struct arena *a = db_arena(db);
	enum err e = faktor_lupakan(db, u->akun);

	if (e == OK)
		e = audit_catat(db, u->p, tindakan, "akun", u->akun, cara);
	if (e != OK)
		return e;
	return pesan_ke_akun(
	    db, u->akun, tindakan,
	    arena_printf(a, "cara=%s\nalamat=%s", cara, u->p->alamat_ip));
}

/* --- an authenticator --- */

/* One that waits for its first code is of one session. */
static const char *guna_baru(struct db *db, int64_t sesi)
{
	return arena_printf(db_arena(db), "totp-baru %" PRId64, sesi);
}

/* ERR_NOT_FOUND: it is another session's. */
static enum err buka_baru(struct db *db, int64_t akun, int64_t sesi,
			  struct blob isi, struct blob *out)
{
	enum err e = faktor_buka(db, guna_baru(db, sesi), akun, isi, out);

	return e == ERR_INTERNAL ? ERR_NOT_FOUND : e;
}

static enum err totp_mulai(struct db *db, void *ctx)
{
	const struct ubah *u = ctx;
	struct arena *a = db_arena(db);
	unsigned char *isi = arena_alloc(a, TOTP_RAHASIA);
	struct blob terkunci;
	enum err e = faktor_kunci(db, u->akun);

	crypto_random(isi, TOTP_RAHASIA);
	if (e == OK)
		e = faktor_bungkus(db, guna_baru(db, u->sesi), u->akun,
				   (struct blob){ isi, TOTP_RAHASIA },
				   &terkunci);
	if (e == OK)
		e = db_exec(db, &Q_MULAI, terkunci, clock_now(a, 0), u->akun);
	return e;
}

enum err faktor_totp_mulai(struct db *db, const struct pelaku *p, int64_t sesi)
{
	struct ubah u = { .p = p, .akun = p->akun, .sesi = sesi };

	return db_transaction(db, totp_mulai, &u);
}

/* No enrolment that was begun before is still good. */
static const char *batas(struct arena *a)
{
	return clock_now(a, -FAKTOR_BARU_MENIT * MENIT_MS);
}

enum err faktor_totp_baru(struct db *db, int64_t akun, int64_t sesi,
			  const char **base32)
{
	struct arena *a = db_arena(db);
	struct blob isi;
	struct rows *r;
	enum err e = db_one(db, &r, &Q_BARU, akun, batas(a));

	if (e == OK)
		e = buka_baru(db, akun, sesi, db_blob(r, 0), &isi);
	if (e == OK)
		*base32 = totp_base32(a, isi.p, isi.n);
	return e;
}

static enum err totp_sahkan(struct db *db, void *ctx)
{
	const struct ubah *u = ctx;
	struct arena *a = db_arena(db);
	struct blob isi, terkunci;
	struct rows *r;
	int64_t langkah;
	enum err e = db_one(db, &r, &Q_BARU_KUNCI, u->akun, batas(a));

	if (e == OK)
		e = buka_baru(db, u->akun, u->sesi, db_blob(r, 0), &isi);
	if (e != OK)
		return e;
	langkah = totp_cari(isi.p, isi.n, faktor_rapi(a, u->kode),
			    clock_now_ms() / 1000, 0);
	if (langkah == 0)
		return ERR_INPUT;
	e = faktor_bungkus(db, "totp", u->akun, isi, &terkunci);
	/* This code is used up, too. */
	if (e == OK)
		e = db_exec(db, &Q_TOTP, terkunci, clock_now(a, 0), langkah,
			    u->akun);
	return e == OK ? berubah(db, u, "faktor-dipasang", "totp") : e;
}

enum err faktor_totp_sahkan(struct db *db, const struct pelaku *p, int64_t sesi,
			    const char *kode)
{
	struct ubah u = { .p = p, .akun = p->akun, .sesi = sesi, .kode = kode };

	return db_transaction(db, totp_sahkan, &u);
}

/* --- codes by message --- */

static enum err saluran_mulai(struct db *db, void *ctx)
{
	const struct ubah *u = ctx;
	struct faktor f;
	enum err e = faktor_ambil_kunci(db, u->akun, &f);

	if (e != OK)
		return e;
	if (strcmp(u->cara, "surel") == 0 && !f.email_sah)
		return ERR_CONFLICT;
	return faktor_kirim_ke(db, u->akun, u->cara,
			       strcmp(u->cara, "wa") == 0 ? f.telepon : f.email,
			       u->tunggu_detik);
}

enum err faktor_saluran_mulai(struct db *db, const struct pelaku *p,
			      const char *saluran, int64_t *tunggu_detik)
{
	struct ubah u = { .p = p,
			  .akun = p->akun,
			  .cara = saluran,
			  .tunggu_detik = tunggu_detik };

	*tunggu_detik = 0;
	return db_transaction(db, saluran_mulai, &u);
}

static enum err saluran_sahkan(struct db *db, void *ctx)
{
	struct ubah *u = ctx;
	struct arena *a = db_arena(db);
	const char *ke;
	enum err e = faktor_kunci(db, u->akun);

	if (e == OK)
		e = faktor_kode_pakai(db, u->akun, u->cara,
				      faktor_rapi(a, u->kode), &ke);
	if (e != OK)
		return e;
	/* Committed all the same: it was one of the tries. */
	u->salah = ke == NULL;
	if (u->salah)
		return OK;
	if (strcmp(u->cara, "wa") == 0)
		e = db_exec(db, &Q_WA, clock_now(a, 0), ke, u->akun);
	else
		e = db_exec(db, &Q_SUREL, clock_now(a, 0), u->akun);
	return e == OK ? berubah(db, u, "faktor-dipasang", u->cara) : e;
}

enum err faktor_saluran_sahkan(struct db *db, const struct pelaku *p,
			       const char *saluran, const char *kode)
{
	struct ubah u = {
		.p = p, .akun = p->akun, .cara = saluran, .kode = kode
	};
	enum err e = db_transaction(db, saluran_sahkan, &u);

	return e == OK && u.salah ? ERR_INPUT : e;
}

/* --- switching off --- */

static enum err matikan(struct db *db, void *ctx)
{
	const struct ubah *u = ctx;
	struct faktor f;
	bool totp = strcmp(u->cara, "totp") == 0;
	bool surel = strcmp(u->cara, "surel") == 0;
	const char **ini;
	enum err e = faktor_ambil_kunci(db, u->akun, &f);

	if (e != OK)
		return e;
	ini = totp ? &f.totp : surel ? &f.surel : &f.wa;
	if (*ini == NULL)
		return ERR_NOT_FOUND;
	*ini = NULL;
	if (f.wajib && !faktor_ada(&f))
		return ERR_CONFLICT;
	if (totp)
		e = db_exec(db, &Q_TOTP_MATI, u->akun);
	else if (surel)
		e = db_exec(db, &Q_SUREL, NULL, u->akun);
	else
		e = db_exec(db, &Q_WA, NULL, NULL, u->akun);
	if (e == OK && !faktor_ada(&f))
		e = db_exec(db, &Q_PEMULIHAN_HAPUS, u->akun);
	return e == OK ? berubah(db, u, "faktor-dilepas", u->cara) : e;
}

enum err faktor_matikan(struct db *db, const struct pelaku *p, const char *cara)
{
	struct ubah u = { .p = p, .akun = p->akun, .cara = cara };

	return db_transaction(db, matikan, &u);
}

/* --- recovery codes --- */

/* "k7f2m9xq4p": no letter that is taken for another. */
static const char *acak_kode(struct arena *a)
{
	static const char huruf[] = "23456789abcdefghijkmnpqrstuvwxyz";
	unsigned char acak[PEMULIHAN_ISI];
	char *out = arena_alloc(a, PEMULIHAN_ISI + 1);

	crypto_random(acak, sizeof(acak));
	for (size_t i = 0; i < sizeof(acak); i++)
		out[i] = huruf[acak[i] & 31];
	return out;
}

static enum err pemulihan_buat(struct db *db, void *ctx)
{
	const struct ubah *u = ctx;
	struct arena *a = db_arena(db);
	struct faktor f;
	enum err e = faktor_ambil_kunci(db, u->akun, &f);

	if (e != OK)
		return e;
	if (!faktor_ada(&f))
		return ERR_CONFLICT;
	e = db_exec(db, &Q_PEMULIHAN_HAPUS, u->akun);
	for (int i = 0; i < FAKTOR_PEMULIHAN && e == OK; i++) {
		const char *kode = acak_kode(a);
		struct blob hash;

		e = faktor_hash(db, "pemulihan", u->akun, kode, &hash);
		if (e == OK)
			e = db_exec(db, &Q_PEMULIHAN_BARU, u->akun, hash,
				    clock_now(a, 0));
		u->pemulihan[i] = arena_printf(a, "%.*s-%s", PEMULIHAN_PISAH,
					       kode, kode + PEMULIHAN_PISAH);
	}
	if (e == OK)
		e = audit_catat(db, u->p, "pemulihan-dibuat", "akun", u->akun,
				NULL);
	if (e == OK)
		e = pesan_ke_akun(
		    db, u->akun, "pemulihan-dibuat",
		    arena_printf(a, "alamat=%s", u->p->alamat_ip));
	return e;
}

enum err faktor_pemulihan_buat(struct db *db, const struct pelaku *p,
			       const char *kode[FAKTOR_PEMULIHAN])
{
	struct ubah u = { .p = p, .akun = p->akun, .pemulihan = kode };

	return db_transaction(db, pemulihan_buat, &u);
}

/* --- by an admin --- */

static enum err atur_ulang(struct db *db, void *ctx)
{
	const struct ubah *u = ctx;
	struct arena *a = db_arena(db);
	struct faktor f;
	enum err e = faktor_ambil(db, u->akun, &f);

	if (e == OK && !faktor_ada(&f))
		e = ERR_CONFLICT;
	if (e == OK)
		e = db_exec(db, &Q_SEMUA_MATI, u->akun);
	if (e == OK)
		e = db_exec(db, &Q_PEMULIHAN_HAPUS, u->akun);
	if (e == OK)
		e = faktor_lupakan(db, u->akun);
	if (e == OK)
		e = sesi_tutup(db, u->akun, 0);
	if (e == OK)
		e = audit_catat(db, u->p, "faktor-diatur-ulang", "akun",
				u->akun, u->kode);
	if (e != OK)
		return e;
	return pesan_ke_akun(db, u->akun, "faktor-diatur-ulang",
			     arena_printf(a, "alasan=%s", u->kode));
}

enum err faktor_atur_ulang(struct db *db, const struct pelaku *p, int64_t akun,
			   const char *alasan)
{
	struct ubah u = { .p = p, .akun = akun, .kode = alasan };

	return db_transaction(db, atur_ulang, &u);
}
