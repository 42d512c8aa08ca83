/*
 * balikan-unggah.h - files of data balikan on their way (B-04): who may send
 * what, how much an institution may have, how far each file has got, and that
 * a file that is whole becomes a sending.  The bytes are lib/unggahan.h's.
 *
 * An institution's accounts share its uploads; nobody else sees them.  How much
 * and for how long are settings (balikan_maks_mb, balikan_kuota_mb,
 * balikan_unggah_jam).
 *
 * What is handed out is in db's arena; errors are those of db_query() and
 * db_exec(), and what is named.
 */
#ifndef BALIKAN_UNGGAH_H
#define BALIKAN_UNGGAH_H

#include "../lib/db.h"
#include "../lib/role.h"
#include "../lib/unggahan.h"

#include <stdbool.h>

/* Length of a name, in characters. */
#define UNGGAH_NAMA 150
/* Uploads that an institution may have open. */
#define UNGGAH_TERBUKA 50
/* The length is not known yet. */
#define UNGGAH_PANJANG_NANTI (-1)

/* What an institution may send now. */
struct unggah_batas {
	int64_t maks;	  /* bytes of one file */
	int64_t kuota;	  /* bytes of all its files, whole or not */
	int64_t terpakai; /* of them */
	int64_t terbuka;  /* its uploads that are not whole */
};

/* Errors of db_query(). */
enum err unggah_batas(struct db *db, int64_t lembaga,
		      struct unggah_batas *out);

/* The institution's own quota in MB, which an admin gave it; 0: as the setting
   says. */
enum err unggah_kuota(struct db *db, int64_t lembaga, int64_t *mb);

/* What it may be, as of the setting, and that without one. */
#define UNGGAH_KUOTA_MIN  10
#define UNGGAH_KUOTA_MAKS 1000000
#define UNGGAH_KUOTA_BIASA 10240

/* Give it one (0: take it away), with an audit row when it is another. */
enum err unggah_kuota_atur(struct db *db, const struct pelaku *p,
			   int64_t lembaga, int64_t mb);

/* Bytes that still fit in, never negative. */
int64_t unggah_sisa(const struct unggah_batas *b);

/* One upload. */
struct unggah {
	int64_t id;
	const char *kode;
	int64_t lembaga_id;
	const char *oleh; /* who began it */
	const char *nama;
	const char *cara;   /* sebagian semua */
	int64_t bytes;	    /* UNGGAH_PANJANG_NANTI: not known yet */
	int64_t letak;	    /* bytes that are here for certain */
	const char *status; /* terbuka lengkap batal */
	const char *diubah; /* UTC */
	const char *berakhir; /* UTC */
};

/*
 * Begin one; bytes may be UNGGAH_PANJANG_NANTI, nama is cut.  ERR_FORBIDDEN:
 * p is no institution's; ERR_INPUT: cara is none; ERR_TOO_LARGE; ERR_QUOTA;
 * ERR_DISK.
 */
enum err unggah_mulai(struct db *db, const struct pelaku *p, const char *nama,
		      const char *cara, int64_t bytes, struct unggah *out);

/* One of p's institution.  ERR_NOT_FOUND; ERR_GONE: it was given up, or its
   time is over. */
enum err unggah_ambil(struct db *db, const struct pelaku *p, const char *kode,
		      struct unggah *out);

/*
 * The length is known now.  ERR_CONFLICT: it was before, and another one;
 * ERR_BAD_REQUEST: more is here already; ERR_TOO_LARGE, ERR_QUOTA.
 */
enum err unggah_panjang(struct db *db, struct unggah *u, int64_t bytes);

/*
 * It has got to letak, which was flushed to the disk; its time begins anew.
 * ERR_GONE: somebody has given it up meanwhile.  ERR_QUOTA: of a file without
 * a length, more than the institution may have; this is noted all the same.
 */
enum err unggah_maju(struct db *db, struct unggah *u, int64_t letak);

/* Is all of it here? */
bool unggah_penuh(const struct unggah *u);

/*
 * All is here: it becomes a sending, whose id goes to *kiriman, also when it
 * did before.  ERR_CONFLICT: not all is here; ERR_GONE: it was given up.
 */
enum err unggah_selesai(struct db *db, const struct pelaku *p,
			struct unggah *u, int64_t *kiriman);

/* Give it up; the file is removed.  Errors of unggah_ambil(), and
   ERR_CONFLICT: it is a sending already. */
enum err unggah_batal(struct db *db, const struct pelaku *p,
		      const char *kode);

/* The institution's that are not whole, the last touched first. */
enum err unggah_daftar(struct db *db, const struct pelaku *p,
		       struct unggah **out, size_t *n);

/*
 * For a worker, now and then: give up what has expired, forget it after a month,
 * remove files that belong to no upload.  *n counts the files.  Errors of db_query().
 */
enum err unggah_sapu(struct db *db, int64_t *n);

#endif
