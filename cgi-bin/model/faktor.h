/*
 * faktor.h - the second factor of an account (U-05): an authenticator (TOTP),
 * codes by e-mail or WhatsApp, recovery codes, and the devices that are not
 * asked for 30 days.  What is asked when, and how often one may guess, is
 * model/masuk's.
 *
 * Secrets are encrypted, recovery codes and sent codes kept as HMACs, under
 * the key `faktor` of kunci_dir, which only the programs akun, dokumen and
 * login can read.
 */
#ifndef FAKTOR_H
#define FAKTOR_H

#include "../lib/db.h"
#include "../lib/role.h"

#define FAKTOR_PEMULIHAN    10 /* recovery codes; pages say "sepuluh" */
#define FAKTOR_KODE_MENIT   10 /* a sent code is good for */
#define FAKTOR_KODE_COBA    5  /* tries of one */
#define FAKTOR_KODE_PER_JAM 5  /* codes sent to one account */
#define FAKTOR_KODE_JEDA_S  30 /* between two of them */
#define FAKTOR_BARU_MENIT   60 /* an enrolment may take */
#define FAKTOR_PERANGKAT_S  (30 * 24 * 3600)

/* The ways, as they stand in paths, audit and messages: "totp", "surel",
   "wa"; and "pemulihan" for a recovery code. */
bool faktor_cara_sah(const char *cara);

struct faktor {
	const char *username;
	const char *nama;
	const char *email;
	bool email_sah;
	const char *telepon;
	bool wajib;       /* the role must have one (pengaturan) */
	const char *totp; /* since when, UTC; NULL: off.  So the next. */
	const char *surel;
	const char *wa;
	const char *wa_ke; /* the number that was confirmed */
	bool totp_baru;    /* an enrolment waits for its code */
	int64_t pemulihan; /* codes left */
	const char *pemulihan_dibuat;
};

/* ERR_NOT_FOUND: no such account. */
enum err faktor_ambil(struct db *db, int64_t akun, struct faktor *out);

/* Is there any way to give a second factor? */
bool faktor_ada(const struct faktor *f);

/* --- a code --- */

/*
 * Take a code of an account that has factors: of its authenticator, one that
 * was sent by a way that is on, or a recovery code; blanks, hyphens and case
 * do not matter.  *cara says which it was; NULL: it is none.  Each is taken
 * once, however many come at the same time.  Inside a transaction, which must
 * be committed for a wrong one, too: it uses up a try of a sent code.
 */
enum err faktor_pakai(struct db *db, int64_t akun, const char *kode,
		      const char **cara);

/*
 * What must be confirmed with the password (a signature) wants a code of the
 * authenticator besides, from whoever has one: *ada.  kode NULL asks only for
 * that.  Wrong ones are counted like those of signing in.  OK, also without
 * an authenticator; ERR_INPUT when it is wrong, and ERR_RATE after too many,
 * as sandi_konfirmasi().
 */
enum err faktor_konfirmasi(struct db *db, const struct pelaku *p,
			   const char *kode, bool *ada, int64_t *tunggu_detik);

/*
 * Send a code by "surel" or "wa" (to the number that was confirmed), instead
 * of any that was sent before.  ERR_CONFLICT: that way is off; ERR_RATE: too
 * many, *tunggu_detik says how long to wait.
 */
enum err faktor_kirim(struct db *db, int64_t akun, const char *saluran,
		      int64_t *tunggu_detik);

/* --- setting up; the password was asked before --- */

/* Begin with an authenticator: a new secret, which replaces the one in use
   only when faktor_totp_sahkan() gets its code.  It is for this session alone:
   in another of the same account no password was asked. */
enum err faktor_totp_mulai(struct db *db, const struct pelaku *p,
			   int64_t sesi);

/* That secret in base32.  ERR_NOT_FOUND: none, begun too long ago, or in
   another session. */
enum err faktor_totp_baru(struct db *db, int64_t akun, int64_t sesi,
			  const char **base32);

/* Its first code.  ERR_INPUT: wrong; ERR_NOT_FOUND: nothing was begun. */
enum err faktor_totp_sahkan(struct db *db, const struct pelaku *p,
			    int64_t sesi, const char *kode);

/*
 * Begin with a way of messages: a code to the e-mail address (ERR_CONFLICT
 * when that is not confirmed) or the phone number; and its code, which
 * switches it on.  Errors as faktor_kirim() and faktor_totp_sahkan().
 */
enum err faktor_saluran_mulai(struct db *db, const struct pelaku *p,
			      const char *saluran, int64_t *tunggu_detik);
enum err faktor_saluran_sahkan(struct db *db, const struct pelaku *p,
			       const char *saluran, const char *kode);

/*
 * Switch one off.  With the last go the recovery codes.  ERR_NOT_FOUND: it is
 * not on; ERR_CONFLICT: it is the last one of somebody who must have one.
 */
enum err faktor_matikan(struct db *db, const struct pelaku *p,
			const char *cara);

/*
 * Ten new recovery codes ("k7f2m-9xq4p") in place of the old.  ERR_CONFLICT:
 * there is no factor they could stand for.
 */
enum err faktor_pemulihan_buat(struct db *db, const struct pelaku *p,
			       const char *kode[FAKTOR_PEMULIHAN]);

/*
 * An admin takes all factors of an account away, who lost his: sessions and
 * remembered devices end, he is told.  ERR_NOT_FOUND: no such account;
 * ERR_CONFLICT: it has none.
 */
enum err faktor_atur_ulang(struct db *db, const struct pelaku *p, int64_t akun,
			   const char *alasan);

/* --- devices that are remembered --- */

struct faktor_perangkat {
	int64_t id;
	const char *dibuat;   /* UTC */
	const char *terakhir; /* UTC */
	const char *berakhir; /* UTC */
	const char *alamat_ip;
	const char *agen;
	bool ini; /* the one whose cookie was given */
};

/* Remember this one; *kue is the cookie to set.  ERR_INTERNAL: no key. */
enum err faktor_perangkat_ingat(struct db *db, int64_t akun,
				const char *alamat_ip, const char *agen,
				const char **kue);

/* *kenal: is the cookie (NULL: none) of one remembered for this account? */
enum err faktor_perangkat_kenal(struct db *db, int64_t akun, const char *kue,
				bool *kenal);

/* Those of an account, the latest used first; kue as above. */
enum err faktor_perangkat_daftar(struct db *db, int64_t akun, const char *kue,
				 struct faktor_perangkat **out, size_t *n);

/* Forget one of one's own, or all (id 0).  ERR_NOT_FOUND: it is another's, or
   forgotten already. */
enum err faktor_perangkat_cabut(struct db *db, const struct pelaku *p,
				int64_t id);

/*
 * What follows from a new password or another factor: all remembered devices
 * of an account are forgotten, sign-ins that wait for a code end.  Inside a
 * transaction.
 */
enum err faktor_lupakan(struct db *db, int64_t akun);

#endif
