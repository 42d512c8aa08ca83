/*
 * totp.h - one-time codes of authenticators (RFC 6238 with SHA-1, six digits,
 * steps of 30 seconds), as pure functions.  Which code was accepted already,
 * and for whom, is model/faktor's.
 */
#ifndef TOTP_H
#define TOTP_H

#include "../lib/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TOTP_RAHASIA 20 /* bytes of a secret: what RFC 4226, 4 recommends */
#define TOTP_BASE32  32 /* letters of one */
#define TOTP_ANGKA   6
#define TOTP_DETIK   30
/* Steps that a clock may be wrong, either way (RFC 6238, 5.2). */
#define TOTP_GESER 1

/* n bytes in base32 (RFC 4648) without padding; from a. */
char *totp_base32(struct arena *a, const unsigned char *p, size_t n);

/* The step that a time in seconds since 1970 is in. */
int64_t totp_langkah(int64_t detik);

/*
 * The code of a step into out.  False when the library that computes HMACs
 * fails.
 */
bool totp_kode(const unsigned char *rahasia, size_t n, int64_t langkah,
	       char out[TOTP_ANGKA + 1]);

/*
 * The step whose code this is, among those TOTP_GESER around the one of detik
 * and after `sesudah` (the last that was accepted; RFC 6238, 5.2: none twice);
 * the oldest when several fit.  0: none.  kode: six digits; takes as long
 * whether it fits or not.
 */
int64_t totp_cari(const unsigned char *rahasia, size_t n, const char *kode,
		  int64_t detik, int64_t sesudah);

/*
 * What the QR code of an enrolment says: the key URI that authenticators
 * read, otpauth://totp/SI-FILMA:budi?secret=…; from a.
 */
char *totp_uri(struct arena *a, const char *username, const char *base32);

#endif
