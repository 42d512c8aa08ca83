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

/* A secret of an account, locked and unlocked.  ERR_INTERNAL: no key, or it
   was not locked for this account. */
enum err faktor_bungkus(struct db *db, int64_t akun, struct blob isi,
			struct blob *out);
enum err faktor_buka(struct db *db, int64_t akun, struct blob isi,
		     struct blob *out);

/* The same for one that waits for its first code in a session.
   ERR_NOT_FOUND: it is another session's. */
enum err faktor_bungkus_baru(struct db *db, int64_t akun, int64_t sesi,
			     struct blob isi, struct blob *out);
enum err faktor_buka_baru(struct db *db, int64_t akun, int64_t sesi,
			  struct blob isi, struct blob *out);

/* The same for what waits at a sign-in (model/masuk-kode). */
enum err faktor_titip(struct db *db, int64_t akun, struct blob isi,
		      struct blob *out);
enum err faktor_ambil_titipan(struct db *db, int64_t akun, struct blob isi,
			      struct blob *out);

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
