/*
 * balikan-jejak.h - which institutions may have sent a NIK: an index of data
 * balikan that stays small and cheap to write (sql/059-balikan-jejak.sql).
 *
 * It never says no wrongly; now and then it says yes wrongly, which costs a
 * look into `balikan`.  What was taken back stays noted.  Searching is
 * balikan-cari.h; why it is as it is, with figures: tests/bench/README.
 */
#ifndef BALIKAN_JEJAK_H
#define BALIKAN_JEJAK_H

#include "../lib/db.h"

#include <stddef.h>
#include <stdint.h>

/* By regency, sub-district, and sub-district with day of birth. */
#define JEJAK_TINGKAT 3

/* Bytes of a fingerprint. */
#define JEJAK_SIDIK 3

/* Most fingerprints in a row, by level: a split should not leave rows of a few
   NIKs, and a sub-district has 62 days (of men and of women). */
#define JEJAK_MAKS                                                             \
	{                                                                      \
		256, 1333, 1333                                                \
	}

/* Key of the row of a level (from 0) that a NIK belongs to. */
uint32_t jejak_blok(uint64_t nik, unsigned tingkat);

/* Fingerprint of a NIK to out, as SQL has it in sql/hitung-total. */
void jejak_sidik(uint64_t nik, unsigned char out[JEJAK_SIDIK]);

/*
 * Note n NIKs of an institution, ascending, in the caller's transaction, after
 * its rows were put into `balikan`.  Only NIKs it had no row of need to be
 * noted; others do no harm but take room.  Uses about 100 bytes of db's arena
 * for each NIK at most.  ERR_RETRY when another transaction of the institution
 * did the same at the same place; other errors of db_exec().
 *
 * Rows are locked in the order of their keys and until the end of the
 * transaction: call it last in there.
 */
enum err balikan_jejak_tambah(struct db *db, int64_t lembaga,
			      const uint64_t *nik, size_t n);

#endif
