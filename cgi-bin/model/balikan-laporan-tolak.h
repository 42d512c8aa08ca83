/*
 * balikan-laporan-tolak.h - the report of a file's refused rows (B-08): a CSV
 * of the rows as they were sent, with their numbers (BARIS) and what is wrong
 * with them in plain words (GALAT) behind.  Mended, it can be sent as it is.
 *
 * It holds NIKs as they were sent: it is for their sender alone.
 */
#ifndef BALIKAN_LAPORAN_TOLAK_H
#define BALIKAN_LAPORAN_TOLAK_H

#include "balikan-berkas.h"

struct balikan_laporan;

/*
 * A report of a file of version v with that heading, in the store's folder as
 * soon as there is a row; removed with a unless it is kept.
 */
struct balikan_laporan *balikan_laporan_baru(struct arena *a,
					     const struct balikan_versi *v,
					     const struct baris *kepala);

/*
 * One refused row, as balikan_berkas_calls.tolak has it.  Numbers that a
 * spreadsheet would spoil (long ones, those that begin with 0) get an
 * apostrophe before them, which the reader knows.  Those that one has spoilt
 * already (number cells) get BALIKAN_TANDA_BULAT, so that they are refused
 * again.  Errors as store_write().
 */
enum err balikan_laporan_baris(struct balikan_laporan *l,
			       const struct balikan_salah *s, size_t n,
			       const struct baris *b);

/* Keep it: *sha256 is its name in the store, NULL when there was no row.
   l may be NULL.  Errors as store_keep(). */
enum err balikan_laporan_selesai(struct balikan_laporan *l,
				 const char **sha256);

/* The sentence for a code of balikan-nilai.h, the code itself when there is
   none; *saran is what to do about it, or NULL. */
const char *balikan_sebab(const char *kode, const char **saran);

#endif
