/*
 * balikan-simpan.h - single records of data balikan, as the form and the web
 * service bring them (B-03, B-13), with history, totals and search index.
 * Files are balikan-muat.h; whether a value is good is balikan-nilai.h.
 */
#ifndef BALIKAN_SIMPAN_H
#define BALIKAN_SIMPAN_H

#include "../lib/blob.h"
#include "../lib/db.h"
#include "balikan-param.h"

#define BALIKAN_SIMPAN_MAKS 1000 /* records at once */

/* Who sends. */
struct balikan_pengirim {
	int64_t lembaga;
	int64_t akun;	    /* 0: a machine */
	int64_t token;	    /* of the machine; 0: a person */
	const char *sumber; /* formulir layanan */
};

/* A record that was found good: isi as balikan_isi_susun() makes it. */
struct balikan_rekaman {
	uint64_t nik;
	struct blob isi;
};

/* What became of it. */
enum balikan_hasil {
	BALIKAN_DITERIMA,   /* new */
	BALIKAN_DIPERBARUI, /* other values than before, which are kept */
	BALIKAN_TETAP,	    /* the same as there were */
};

/*
 * Put n records of who's institution where they belong, in their order; hasil[i]
 * tells what became of r[i].  With them came `ditolak` that were not good (at
 * most BALIKAN_SIMPAN_MAKS in all), which are counted.  In the caller's
 * transaction, as its last statements but what it writes about itself: the
 * totals of the day are everybody's.  They belong to the institution's open
 * sending of the day, source and version, which is newer than its newest file;
 * refused ones alone (n 0) to any of that day, source and version.
 *
 * ERR_RETRY when somebody else wrote the same meanwhile: the transaction runs
 * again.  ERR_INPUT: too many, no institution, isi too long, or v is another
 * institution's.  Else errors of db_exec().
 */
enum err balikan_simpan(struct db *db, const struct balikan_pengirim *who,
			const struct balikan_versi *v,
			const struct balikan_rekaman *r, size_t n,
			size_t ditolak, enum balikan_hasil *hasil);

#endif
