/*
 * masuk-dalam.h - what the two steps of signing in (masuk.c: the password,
 * masuk-kode.c: the second factor) share and hide from programs.
 */
#ifndef MASUK_DALAM_H
#define MASUK_DALAM_H

#include "masuk.h"

struct penghitung {
	const char *kunci;
	int64_t bebas;
	int64_t jumlah; /* after this try */
};

/* Count a try at all n, or, when one of them is held, at none: *tunggu_ms
   says how long it is. */
enum err masuk_hitung_semua(struct db *db, struct penghitung *p, size_t n,
			    int64_t *tunggu_ms);

/*
 * The two counters of a try: `sendiri` (or the device's own, when the cookie
 * is one this account signed in with before) and the address.  Their number,
 * 1 for a known device.
 */
size_t masuk_penghitung(struct arena *a, const char *awalan,
			const char *sendiri, const char *perangkat,
			const char *alamat_ip, int64_t akun,
			struct penghitung p[2]);

/* A right try: the first is forgotten, the other gets this try back. */
enum err masuk_kembalikan(struct db *db, const struct penghitung *p, size_t n);

/* Why an account may not sign in although all is right; NULL: it may.  status
   and whether its institution is open. */
const char *masuk_halangan(const char *status, bool lembaga_tutup);

/* The person is in: his last sign-in, and the audit row that says how. */
enum err masuk_catat(struct db *db, const struct pelaku *p, int64_t akun,
		     const char *cara);

/* The cookie of a device that is known from now on; NULL: no key. */
const char *masuk_perangkat_baru(struct arena *a, int64_t akun);

/* Seconds of milliseconds, rounded up. */
int64_t masuk_detik(int64_t ms);

/* What a sign-in has to know of the next step (masuk-kode.c). */
enum err masuk_tunda_buat(struct db *db, const struct masuk_coba *c,
			  int64_t akun, bool terpakai, const char **kue);

#endif
