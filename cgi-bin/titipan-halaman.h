/*
 * titipan-halaman.h - what waits while somebody signs in: where he wanted to
 * go, and the form whose session had ended (xslt/bagian/masuk.xsl).  As
 * fields of the sign-in page, as bytes kept between the two factors, and at
 * last as the page that hands the form back.
 */
#ifndef TITIPAN_HALAMAN_H
#define TITIPAN_HALAMAN_H

#include "lib/app.h"

/* A path of ours to go on to, or NULL: never another site, never in a ring. */
const char *titipan_jalur(const char *s);

/* What the sign-in form carries, as bytes; p NULL: nothing. */
struct blob titipan_dari_isian(struct req *r);

/*
 * Go on after signing in: to the form that waits (page `lanjutkan`), else to
 * the path (a redirect), else to the dashboard.
 */
void titipan_lanjut(struct req *r, struct blob titipan);

/* The form that waits, for the sign-in page to carry it once more. */
void titipan_ke_masuk(struct req *r, struct blob titipan);

/* The value of one of our cookies, under the name it has with or without
   TLS, as the suite is reached; NULL: not sent, or sent twice. */
const char *titipan_kue(struct req *r, const char *nama);

#endif
