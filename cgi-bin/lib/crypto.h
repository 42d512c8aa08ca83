/*
 * crypto.h - random bytes, digests, keyed digests, encryption, passwords
 * (libsodium; OpenSSL for SHA-1).
 */
#ifndef CRYPTO_H
#define CRYPTO_H

#include "arena.h"
#include "blob.h"

#include <stdbool.h>
#include <stddef.h>

struct buf;

#define SHA1_BYTES 20
#define SHA256_BYTES 32
#define TOKEN_BYTES 32

/* Once per process, before anything else here.  False when it cannot work. */
bool crypto_start(void);

void crypto_random(void *out, size_t n);

/* n random bytes as lower-case hex; from a. */
char *crypto_random_hex(struct arena *a, size_t n);

/* Append base64 of n bytes, with its padding and in one line (RFC 4648 4). */
void crypto_base64(struct buf *b, const void *p, size_t n);

/* SHA-256 of n bytes into out. */
void crypto_sha256(const void *p, size_t n, unsigned char out[SHA256_BYTES]);

/* SHA-256 of a text as a blob for a statement; from a. */
struct blob crypto_sha256_text(struct arena *a, const char *text);

/* HMAC-SHA-256 of n bytes under a 32-byte key. */
void crypto_hmac(const unsigned char key[32], const void *p, size_t n,
		 unsigned char out[SHA256_BYTES]);

/*
 * HMAC-SHA-1 under a key of n_key bytes: for one-time codes alone, whose
 * standard wants it (RFC 4226).  False when OpenSSL fails.
 */
bool crypto_hmac_sha1(const void *key, size_t n_key, const void *p, size_t n,
		      unsigned char out[SHA1_BYTES]);

/*
 * Authenticated encryption (XChaCha20-Poly1305) under a 32-byte key: 24 random
 * bytes and the ciphertext; from a.  purpose says whose and what for; it is
 * not in the result, but must be the same when it is unlocked, so a value
 * that was moved to another row opens nothing.
 */
struct blob crypto_lock(struct arena *a, const unsigned char key[32],
			const char *purpose, struct blob plain);

/*
 * The plain text of such a value into *plain, from a and followed by a NUL.
 * False when it was not locked so, or was changed.
 */
bool crypto_unlock(struct arena *a, const unsigned char key[32],
		   const char *purpose, struct blob locked, struct blob *plain);

/*
 * Read a key file of 64 hex digits: kunci_dir/name of the configuration.
 * False, with a line in the log, when it is missing or malformed.
 */
bool crypto_key(const char *name, unsigned char key[32]);

/*
 * Lower-case hex HMAC, under the installation's key `rahasia`, of purpose and
 * text.  What a page hands out and must recognise later (a kept upload) is
 * signed so.  NULL when the key cannot be read.
 */
char *crypto_seal(struct arena *a, const char *purpose, const char *text);

/* Same bytes?  In constant time for equal lengths. */
bool crypto_equal(const void *x, const void *y, size_t n);
bool crypto_equal_text(const char *x, const char *y);

/* argon2id hash of a password (libsodium's interactive limits); from a.
   NULL when memory is out. */
char *crypto_password_hash(struct arena *a, const char *password);

/*
 * Does the password belong to the hash?  With hash NULL a fixed one is
 * computed all the same, so that an unknown account takes as long as a known
 * one; the answer is then false.
 */
bool crypto_password_ok(const char *hash, const char *password);

/* True when hash was made with other limits than today's. */
bool crypto_password_old(const char *hash);

#endif
