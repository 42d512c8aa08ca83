/*
 * faktor-dalam.h - what the files of model/faktor share with each other and
 * hide from programs.
 */
#ifndef FAKTOR_DALAM_H
#define FAKTOR_DALAM_H

#include "faktor.h"

#define FAKTOR_HASH 32

/*
 * Make sure that the account has a row in `faktor` and take its lock: what
 * follows in this transaction is done by one at a time.
 */
enum err faktor_kunci(struct db *db, int64_t akun);

/* The same, and what it has then. */
enum err faktor_ambil_kunci(struct db *db, int64_t akun, struct faktor *out);

/*
 * A secret of an account, locked and unlocked.  guna, what it is for: "totp",
 * an authenticator; "totp-baru" and a session, one that waits there for its
 * first code; "titipan", what waits at a sign-in (model/masuk-kode).
 * ERR_INTERNAL: no key, or it was not locked for that and this account.
 */
enum err faktor_bungkus(struct db *db, const char *guna, int64_t akun,
			struct blob isi, struct blob *out);
enum err faktor_buka(struct db *db, const char *guna, int64_t akun,
		     struct blob isi, struct blob *out);

/* HMAC of a code of an account; guna: "pemulihan" or "pesan". */
enum err faktor_hash(struct db *db, const char *guna, int64_t akun,
		     const char *kode, struct blob *out);

/* The code as it was meant: letters and digits, in lower case; from a. */
const char *faktor_rapi(struct arena *a, const char *kode);

/* Send a code to that address or number. */
enum err faktor_kirim_ke(struct db *db, int64_t akun, const char *saluran,
			 const char *ke, int64_t *tunggu_detik);

/* Take a sent code (tidied).  *ke: where it had gone to, when it was right,
   and it is used up now; else NULL. */
enum err faktor_kode_pakai(struct db *db, int64_t akun, const char *saluran,
			   const char *kode, const char **ke);

#endif
