/*
 * hidup-massal.c - bulk activation, the worker's step (hidup.h).
 */
#include "hidup.h"
#include "../model/massal.h"

struct langkah {
	size_t banyak;
	bool ada;
};

/* One row: OK also when it was refused, which *berhasil tells. */
static enum err satu(struct db *db, const struct pelaku *p, int64_t massal_id,
		     const struct massal_baris *b, bool *berhasil)
{
	const struct hidup_isian in = {
		.sam_id = b->sam_id,
		.token_hash = b->token_hash.p,
		.tempat = {
			.seri_mesin = b->seri_mesin,
			.outlet = b->outlet,
			.alamat = b->alamat,
			.wilayah_kode = b->wilayah_kode,
			.lintang = b->lintang,
			.bujur = b->bujur,
		},
	};
	struct hidup_galat g = { 0 };
	struct manifes m = { 0 };
	enum err e = hidup_aktifkan(db, p, 0, &in, &m, &g);

	*berhasil = e == OK;
	if (e == OK)
		return massal_catat(db, massal_id, b->baris, NULL, NULL, m.id);
	if ((e != ERR_INPUT && e != ERR_CONFLICT) || g.n == 0)
		return e;
	return massal_catat(db, massal_id, b->baris, g.salah[0].kode,
			    g.salah[0].ruas, 0);
}

static enum err langkah(struct db *db, void *ctx)
{
	struct langkah *l = ctx;
	int64_t id, berhasil = 0, gagal = 0, *kartu;
	struct massal_baris *b;
	struct pelaku p;
	size_t n, n_kartu;
	enum err e = massal_ambil_kerja(db, &id, &p);

	l->ada = e == OK;
	if (e != OK)
		return e == ERR_NOT_FOUND ? OK : e;
	e = massal_antre(db, id, &p, (int64_t)l->banyak, &b, &n, &kartu,
			 &n_kartu);
	/* In the order of their ids, as everybody does: the rows' own order
	   would meet another file's head on. */
	if (e == OK && n > 0)
		e = kartu_kunci_banyak(db, kartu, n_kartu);
	for (size_t i = 0; e == OK && i < n; i++) {
		bool baik;

		e = satu(db, &p, id, &b[i], &baik);
		berhasil += e == OK && baik;
		gagal += e == OK && !baik;
	}
	if (e == OK)
		e = massal_maju(db, id, &p, berhasil, gagal);
	return e;
}

enum err hidup_massal(struct db *db, size_t banyak, bool *ada)
{
	struct langkah l = { .banyak = banyak };
	enum err e = db_transaction(db, langkah, &l);

	*ada = l.ada;
	return e;
}
