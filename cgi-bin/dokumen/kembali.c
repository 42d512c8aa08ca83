/*
 * kembali.c - see kembali.h.
 */
#include "kembali.h"

#include "terbit.h"

struct kerja {
	const struct pelaku *p;
	const struct pengembalian_isian *in;
	struct kembali_galat *g;
	int64_t id;
};

static enum err buat(struct db *db, void *ctx)
{
	struct kerja *k = ctx;
	int64_t dokumen_id;
	enum err e =
	    pengembalian_buat(db, k->p, k->in, &dokumen_id, &k->id,
			      &k->g->banyak, &k->g->kartu, &k->g->n);

	return e == OK ? dokumen_segelkan(db, k->p, dokumen_id) : e;
}

enum err kembali_buat(struct db *db, const struct pelaku *p,
		      const struct pengembalian_isian *in, int64_t *id,
		      struct kembali_galat *g)
{
	struct kerja k = { p, in, g, 0 };
	enum err e;

	*g = (struct kembali_galat){ 0 };
	e = db_transaction(db, buat, &k);
	if (e == OK)
		*id = k.id;
	return e;
}
