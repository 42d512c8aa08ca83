/*
 * balikan-terima.h - records of data balikan as a machine sends them, by JSON
 * or as a form, checked against the parameters of a version (B-13).  Pure; what
 * a good value is: balikan-nilai.h.
 *
 * A record is an object, or a form, of NIK and the parameters by name, in any
 * case and order; `versi`, which is allowed unless a parameter is called so,
 * must be the version's number.  A value is text, or a number without exponent,
 * whose text is as it was sent; null is nothing.  Faults beside those of
 * balikan-nilai.h:
 *	kolom-asing  no parameter is called so
 *	ganda        the same name in another case
 *	jenis-nilai  neither text nor such a number
 *	versi        not the version in force
 *	isi-panjang  all values together are too long
 */
#ifndef BALIKAN_TERIMA_H
#define BALIKAN_TERIMA_H

#include "../lib/json.h"
#include "../lib/urlencoded.h"
#include "balikan-param.h"
#include "balikan-simpan.h"

#define BALIKAN_TERIMA_GALAT 100 /* of one record; more are not told */

extern const struct json_limits balikan_terima_batas;

struct balikan_terima_galat {
	const char *ruas; /* name of the parameter in its own case, NIK, versi;
			     of kolom-asing as sent, cut to 40 characters;
			     "": the record as a whole */
	const char *kode;
};

struct balikan_terima {
	bool sah;
	struct balikan_rekaman rekaman;     /* when sah */
	const char *peringatan;             /* NULL, ?kabupaten, ?kecamatan */
	struct balikan_terima_galat *galat; /* in the order sent, then those
					       that are missing */
	size_t n_galat;
};

/*
 * One object, or an array of them; from a.  NULL, or why it is neither:
 * bukan-rekaman, tanpa-rekaman (an empty array), terlalu-banyak-baris.
 */
const char *balikan_terima_json(struct arena *a, const json *j,
				const struct balikan_versi *v,
				struct balikan_terima **out, size_t *n);

/* One record of a form's pairs; the field `lewati` (NULL: none) is not part of
   it. */
struct balikan_terima *balikan_terima_formulir(struct arena *a,
					       const struct pair *pair,
					       size_t n, const char *lewati,
					       const struct balikan_versi *v);

#endif
