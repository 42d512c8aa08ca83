/*
 * balikan-param.h - the parameters of an institution's data balikan (B-01):
 * what it sends beside the NIK, in versions.
 *
 * A version never changes; rows keep the one they were sent under.  The highest
 * number of an institution is in force.  Whether a value is good is for
 * balikan-nilai.h.
 */
#ifndef BALIKAN_PARAM_H
#define BALIKAN_PARAM_H

#include "../lib/blob.h"
#include "../lib/db.h"
#include "../lib/role.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <strings.h>

#define BALIKAN_RUAS_MAKS 60
#define BALIKAN_NAMA_MAKS 40	   /* characters */
#define BALIKAN_POLA_MAKS 60	   /* characters */
#define BALIKAN_PILIHAN_MAKS 2000  /* characters of all, with line ends */
#define BALIKAN_ISI_MAKS 4000	   /* bytes of balikan.isi */
#define BALIKAN_PEMISAH 0x1f	   /* between the values of isi */
#define BALIKAN_PANJANG_TEKS 999   /* most that can be asked for */
#define BALIKAN_PANJANG_ANGKA 30   /* the same */
#define BALIKAN_PANJANG_TANGGAL 10 /* "YYYY-MM-DD", always */
#define BALIKAN_PANJANG_TELEPON 16 /* "+" and 15 digits, always */

enum balikan_jenis {
	BALIKAN_TEKS,
	BALIKAN_ANGKA,
	BALIKAN_TANGGAL,
	BALIKAN_TELEPON,
	BALIKAN_PILIHAN,
	BALIKAN_JENIS_N
};

/* One parameter. */
struct balikan_ruas {
	const char *nama; /* "NO_CIF": A-Z 0-9 _, begins with a letter */
	enum balikan_jenis jenis;
	int panjang; /* most characters of a value */
	bool wajib;
	/* teks, angka: 9 is a digit, A a letter, X either, else itself; NULL:
	   any */
	const char *pola;
	/* pilihan: what may stand there, ended by NULL; else NULL */
	const char *const *pilihan;
};

struct balikan_versi {
	int64_t id;
	int64_t nomor; /* from 1 */
	int64_t lembaga_id;
	const char *oleh;   /* who made it */
	const char *dibuat; /* UTC */
	const struct balikan_ruas *ruas;
	size_t n;
};

/* The place of the parameter of that name, in any case; v->n: there is none. */
static inline size_t balikan_ruas_cari(const struct balikan_versi *v,
				       const char *nama)
{
	size_t i = 0;

	while (i < v->n && strcasecmp(v->ruas[i].nama, nama) != 0)
		i++;
	return i;
}

/* "teks angka tanggal telepon pilihan", ended by NULL, in the order of enum
   balikan_jenis. */
extern const char *const balikan_jenis_nama[];

/* BALIKAN_JENIS_N when there is no such kind. */
enum balikan_jenis balikan_jenis_dari(const char *nama);

/* --- versions: in db's arena; errors of db_query() and what is named --- */

/* The one in force; ERR_NOT_FOUND when the institution has none. */
enum err balikan_versi_kini(struct db *db, int64_t lembaga,
			    struct balikan_versi *v);

/*
 * One by its key, whosever it is: a page compares v->lembaga_id.
 * ERR_NOT_FOUND.
 */
enum err balikan_versi_ambil(struct db *db, int64_t id,
			     struct balikan_versi *v);

/* All of an institution, the one in force first; *n may be 0. */
enum err balikan_versi_semua(struct db *db, int64_t lembaga,
			     struct balikan_versi **v, size_t *n);

/*
 * A new version of p's institution, of parameters that balikan_ruas_periksa()
 * found good, with its audit row; nothing when they are those in force.  dasar
 * is the number of the version that was changed, 0: there was none.  *nomor
 * (NULL: not wanted) is the number in force afterwards.  ERR_CONFLICT when
 * somebody else was faster, ERR_FORBIDDEN when p is of no institution that
 * sends.
 */
enum err balikan_versi_baru(struct db *db, const struct pelaku *p,
			    int64_t dasar, const struct balikan_ruas *ruas,
			    size_t n, int64_t *nomor);

/* --- rules --- */

/* One thing that is wrong. */
struct balikan_ruas_galat {
	size_t urut; /* the parameter, from 0 */
	/*
	 * nama: wajib terlalu-panjang format nik ganda
	 * jenis: pilihan
	 * panjang: wajib terlalu-besar
	 * pola: terlalu-panjang pola pola-panjang (longer than the value may
	 * be)
	 * pilihan: wajib terlalu-panjang ganda pola (a character that may not
	 * be)
	 * "", the whole (urut 0): kosong terlalu-banyak isi-panjang
	 */
	const char *ruas;
	const char *kode;
	const char *nilai; /* ganda of a choice: which; isi-panjang: bytes; or
			      NULL */
};

/*
 * Are these good parameters?  Folds and mends what was typed in place (name in
 * capitals, the length that a kind always has, no pattern or choices where
 * there is none) and gives all that is wrong, in their order; its number to
 * *n_galat.  A name, pattern or choice may be NULL; panjang 0: not given; jenis
 * BALIKAN_JENIS_N: not given.
 */
struct balikan_ruas_galat *
balikan_ruas_periksa(struct arena *a, struct balikan_ruas *ruas, size_t n,
		     size_t *n_galat);

/* Same parameters in the same order? */
bool balikan_ruas_sama(const struct balikan_ruas *a, size_t na,
		       const struct balikan_ruas *b, size_t nb);

/* Most bytes one value may have. */
size_t balikan_ruas_bytes(const struct balikan_ruas *r);

/* Choices, one a line, as a list, trimmed, without empty lines; from a. */
const char *const *balikan_pilihan_urai(struct arena *a, const char *teks);

/* The list, one a line; NULL for NULL. */
const char *balikan_pilihan_susun(struct arena *a,
				  const char *const *pilihan);

/*
 * A good value for a template's example, the ke'th from 0, from a; of the
 * second one and later "" when nothing must be there.
 */
const char *balikan_ruas_contoh(struct arena *a, const struct balikan_ruas *r,
				size_t ke);

/* --- balikan.isi --- */

/*
 * The n values of isi, "" for what was not given; from a.  False, and *nilai
 * NULL, when there are not exactly n.
 */
bool balikan_isi_urai(struct arena *a, struct blob isi, const char ***nilai,
		      size_t n);

/* isi of n values (NULL is ""), which have no BALIKAN_PEMISAH in them; from
   a. */
struct blob balikan_isi_susun(struct arena *a, const char *const *nilai,
			      size_t n);

#endif
