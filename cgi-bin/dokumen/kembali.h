/*
 * kembali.h - a return of cards together with its BAST: what is
 * declared is drawn, sealed and in the register at once, or not at all.
 */
#ifndef DOKUMEN_KEMBALI_H
#define DOKUMEN_KEMBALI_H

#include "../model/pengembalian.h"

/* What was refused. */
struct kembali_galat {
	struct pengembalian_galat *kartu; /* cards, n of them */
	size_t n;
	size_t banyak; /* cards that were chosen */
};

/*
 * pengembalian_buat() and the sealed document, in one transaction; the id of
 * the return to *id.  Errors of both: ERR_INPUT with *g; ERR_CONFLICT: a card
 * was taken by another return meanwhile; ERR_GONE: there is no seal key.
 */
enum err kembali_buat(struct db *db, const struct pelaku *p,
		      const struct pengembalian_isian *in, int64_t *id,
		      struct kembali_galat *g);

#endif
