/*
 * cabutan.h - the public revocation list, as rows: which manifests it
 * names, which list was published last.  The XML, its signature and the files
 * are dokumen/cabutan; who calls both is pekerja/penerbit-cabutan.
 *
 * The list names every manifest that is not in force although its own last
 * day is not over: replaced, revoked, or its agreement stopped.  One whose
 * last day is over says so itself, and leaves the list.
 *
 * The signed list itself is kept in the database: its number grows in the
 * transaction that stores it, and any number of machines serve the same bytes.
 */
#ifndef CABUTAN_H
#define CABUTAN_H

#include "../lib/db.h"

#include <stdbool.h>

/* One manifest on the list. */
struct cabut {
	int64_t id;
	const char *kode;
	const char *sejak;  /* UTC: not in force since */
	const char *sebab;  /* as in struct manifes */
	const char *sampai; /* its last day */
	bool baru;          /* no list has named it yet */
};

/*
 * Does the list have to be made anew on this day ("2026-11-22" in the
 * office's zone)?  True when none was published yet, when a manifest waits
 * for it, or when one that it names is over.  *nomor is that of the last one.
 */
enum err cabutan_perlu(struct db *db, const char *hari, int64_t *nomor,
		       bool *perlu);

/* What a list of this day names, in the order of the codes. */
enum err cabutan_daftar(struct db *db, const char *hari, struct cabut **out,
			size_t *n);

/*
 * Publish: number nomor with the n manifests c, signed, as gzip, after number
 * lama.  ERR_CONFLICT when another machine was first.
 */
enum err cabutan_simpan(struct db *db, int64_t lama, int64_t nomor,
			const char *terbit, const struct cabut *c, size_t n,
			struct blob gz);

/*
 * The number of a list that is published now, after number lama: the seconds
 * since 1970, or the next one when that is taken.  So numbers only grow, also
 * when the database was brought back from a backup that knows nothing of the
 * last ones.  terbit: UTC time of now.
 */
int64_t cabutan_berikut(int64_t lama, const char *terbit);

/*
 * Mark what list nomor named for the first time, and those that need no list
 * any more, in pieces; not being done, or done in part, only makes the next
 * list come sooner.
 */
enum err cabutan_tandai(struct db *db, const char *hari, int64_t nomor,
			const struct cabut *c, size_t n);

/* Number of the list published last; 0: none yet. */
enum err cabutan_nomor(struct db *db, int64_t *nomor);

/* The list itself: number, UTC time, gzip.  ERR_NOT_FOUND: none yet. */
enum err cabutan_ambil(struct db *db, int64_t *nomor, const char **terbit,
		       struct blob *gz);

#endif
