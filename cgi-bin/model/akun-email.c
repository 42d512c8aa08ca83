/* akun-email.c - see akun-email.h. */
#include "akun-email.h"
#include "../lib/clock.h"
#include "catat.h"
#include "masuk.h"

#include <string.h>

#define JAM_MS 3600000LL

SQL(Q_MENUNGGU,
    "SELECT data, dibuat, berakhir FROM akun_tautan WHERE akun_id = ?"
    " AND tujuan = 'email-baru' AND dipakai IS NULL AND berakhir > ?"
    " ORDER BY id DESC LIMIT 1");
/* Locking: of several at once each counts what the others were sent. */
SQL(Q_AKUN, "SELECT email, email_sah FROM akun WHERE id = ?"
	    " AND status = 'aktif' FOR UPDATE");
SQL(Q_SEJAM, "SELECT COUNT(*) FROM akun_tautan WHERE akun_id = ?"
	     " AND tujuan = 'email-baru' AND dibuat > ?");
SQL(Q_MATI, "UPDATE akun_tautan SET dipakai = ? WHERE akun_id = ?"
	    " AND tujuan = 'email-baru' AND dipakai IS NULL");
SQL(Q_SAH, "UPDATE akun SET email_sah = ? WHERE id = ? AND email = ?");
SQL(Q_GANTI, "UPDATE akun SET email = ?, email_sah = ?, versi = versi + 1"
	     " WHERE id = ? AND status = 'aktif'");

enum err email_menunggu(struct db *db, int64_t akun, struct email_baru *out)
{
	struct rows *r;
	enum err e =
	    db_one(db, &r, &Q_MENUNGGU, akun, clock_now(db_arena(db), 0));

	*out = (struct email_baru){ 0 };
	if (e == OK)
		*out = (struct email_baru){ db_text(r, 0), db_text(r, 1),
					    db_text(r, 2) };
	return e == ERR_NOT_FOUND ? OK : e;
}

struct kerja {
	const struct pelaku *p;
	const char *email;
	const char *kode;
	bool ulang;
};

static enum err matikan(struct db *db, int64_t akun)
{
	return db_exec(db, &Q_MATI, clock_now(db_arena(db), 0), akun);
}

/* Lock the account; its address, and whether that was ever confirmed. */
static enum err kunci(struct db *db, int64_t akun, const char **email,
		      bool *sah)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AKUN, akun);

	if (e != OK)
		return e;
	*email = db_text(r, 0);
	*sah = !db_null(r, 1);
	return OK;
}

static enum err kirim(struct db *db, int64_t akun, const char *email)
{
	struct arena *a = db_arena(db);
	struct rows *r;
	enum err e = db_one(db, &r, &Q_SEJAM, akun, clock_now(a, -JAM_MS));

	if (e == OK && db_int(r, 0) >= EMAIL_PER_JAM)
		return ERR_RATE;
	if (e == OK)
		e = matikan(db, akun);
	if (e == OK)
		e = tautan_kirim(db, akun, "email-baru", "email-baru", email,
				 TAUTAN_AKUN_JAM);
	return e;
}

static enum err minta(struct db *db, void *ctx)
{
	const struct kerja *k = ctx;
	struct arena *a = db_arena(db);
	struct email_baru tunggu;
	const char *lama;
	bool sah;
	enum err e = kunci(db, k->p->akun, &lama, &sah);

	if (e == OK)
		e = email_menunggu(db, k->p->akun, &tunggu);
	if (e != OK)
		return e;
	if (k->ulang ? tunggu.email == NULL : strcmp(lama, k->email) == 0)
		return ERR_CONFLICT;
	e = kirim(db, k->p->akun, k->ulang ? tunggu.email : k->email);
	if (e != OK)
		return e;
	if (k->ulang)
		return audit_catat(db, k->p, "email-kirim-ulang", "akun",
				   k->p->akun, NULL);
	/* Never confirmed, it may be a stranger's: no link for him. */
	if (sah)
		e = tautan_kirim_isi(
		    db, k->p->akun, "email-batal", "email-batal", lama,
		    TAUTAN_AKUN_JAM,
		    arena_printf(a, "baru=%s\nalamat=%s", k->email,
				 k->p->alamat_ip));
	if (e == OK)
		e = audit_catat(db, k->p, "email-diminta", "akun", k->p->akun,
				NULL);
	return e;
}

enum err email_minta(struct db *db, const struct pelaku *p, const char *email)
{
	struct kerja k = { .p = p, .email = email };

	return db_transaction(db, minta, &k);
}

enum err email_kirim_ulang(struct db *db, const struct pelaku *p)
{
	struct kerja k = { .p = p, .ulang = true };

	return db_transaction(db, minta, &k);
}

static enum err batalkan(struct db *db, void *ctx)
{
	const struct kerja *k = ctx;
	enum err e = matikan(db, k->p->akun);

	if (e == OK && db_affected(db) == 0)
		e = ERR_CONFLICT;
	if (e == OK)
		e = audit_catat(db, k->p, "email-dibatalkan", "akun",
				k->p->akun, NULL);
	return e;
}

enum err email_batalkan(struct db *db, const struct pelaku *p)
{
	struct kerja k = { .p = p };

	return db_transaction(db, batalkan, &k);
}

/* --- by link --- */

enum err email_tautan(struct db *db, const char *kode, struct tautan *out,
		      bool *ganti)
{
	enum err e = tautan_ambil(db, "email-baru", kode, out);

	*ganti = e != ERR_NOT_FOUND;
	return *ganti ? e : tautan_ambil(db, "email", kode, out);
}

/* The address becomes t->data; audited as what. */
static enum err ganti(struct db *db, const struct pelaku *p,
		      const struct tautan *t, const char *apa)
{
	enum err e = db_exec(db, &Q_GANTI, t->data,
			     clock_now(db_arena(db), 0), t->akun);

	if (e != OK)
		return e;
	if (db_affected(db) == 0)
		return ERR_GONE;
	return audit_catat(db, p, apa, "akun", t->akun, NULL);
}

/* The old address hears of it as well as the new one. */
static enum err beri_tahu(struct db *db, const struct pelaku *p,
			  const struct tautan *t)
{
	const char *data = arena_printf(db_arena(db), "baru=%s\nalamat=%s",
					t->data, p->alamat_ip);
	enum err e = pesan_ke_akun(db, t->akun, "email-diganti", data);

	return e == OK ? pesan_rahasia_ke(db, t->akun, "surel", t->email,
					  "email-diganti", data) :
			 e;
}

static enum err sahkan(struct db *db, void *ctx)
{
	const struct kerja *k = ctx;
	struct pelaku sendiri = *k->p;
	struct tautan t;
	bool lain;
	enum err e = email_tautan(db, k->kode, &t, &lain);

	if (e == OK)
		e = tautan_pakai(db, lain ? "email-baru" : "email", k->kode,
				 &t);
	if (e != OK)
		return e;
	sendiri.akun = t.akun;
	if (lain) {
		e = ganti(db, &sendiri, &t, "email-diganti");
		if (e == OK)
			e = tautan_alamat_mati(db, t.akun, INT64_MAX);
		return e == OK ? beri_tahu(db, &sendiri, &t) : e;
	}
	e = db_exec(db, &Q_SAH, clock_now(db_arena(db), 0), t.akun, t.data);
	if (e == OK && db_affected(db) == 0)
		e = ERR_GONE;
	if (e == OK)
		e = audit_catat(db, &sendiri, "email-sah", "akun", t.akun,
				NULL);
	return e;
}

enum err email_sahkan(struct db *db, const struct pelaku *p, const char *kode)
{
	struct kerja k = { .p = p, .kode = kode };

	return db_transaction(db, sahkan, &k);
}

static enum err tolak(struct db *db, void *ctx)
{
	const struct kerja *k = ctx;
	struct pelaku sendiri = *k->p;
	struct tautan t;
	enum err e = tautan_pakai(db, "email-batal", k->kode, &t);

	if (e != OK)
		return e;
	sendiri.akun = t.akun;
	e = tautan_alamat_mati(db, t.akun, t.id);
	if (e == OK && strcmp(t.email, t.data) != 0)
		e = ganti(db, &sendiri, &t, "email-dikembalikan");
	if (e == OK)
		e = sesi_tutup(db, t.akun, 0);
	if (e == OK)
		e = tautan_kirim(db, t.akun, "sandi", "sandi-tautan", NULL,
				 TAUTAN_AKUN_JAM);
	if (e == OK)
		e = audit_catat(db, &sendiri, "email-ditolak", "akun", t.akun,
				NULL);
	return e;
}

enum err email_tolak(struct db *db, const struct pelaku *p, const char *kode)
{
	struct kerja k = { .p = p, .kode = kode };

	return db_transaction(db, tolak, &k);
}
