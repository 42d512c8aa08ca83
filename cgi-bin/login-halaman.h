/* login-halaman.h - handlers of program login that are not in login.c. */
#ifndef LOGIN_HALAMAN_H
#define LOGIN_HALAMAN_H

#include "titipan-halaman.h"

/* login-kode.c: the second factor.  Begins with its first message when codes
   come by messages alone. */
enum err kode_mulai(struct req *r, int64_t akun);
enum err kode_tampil(struct req *r);
enum err kode_beri(struct req *r);

/* login.c: what the sign-in form is told of a try that did not succeed. */
enum err masuk_tolak(struct req *r, const char *kode, int64_t tunggu_detik,
		     const char *alasan);

#endif
