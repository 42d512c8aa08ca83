/*
 * hidup-massal.c - bulk activation, the worker's step (hidup.h).
 */
#include "hidup.h"
#include "../model/massal.h"

#include <string.h>

SQL(Q_BARIS,
    "SELECT baris, sam_id, token_hash, seri_mesin, outlet, alamat,"
    " wilayah_kode, lintang, bujur FROM massal_baris"
    " FORCE INDEX (massal_baris_status)"
    " WHERE massal_id = ? AND status = 'antri' ORDER BY baris LIMIT ?");
SQL(Q_KARTU,
    "SELECT DISTINCT k.id FROM massal_baris b"
    " FORCE INDEX (massal_baris_status)"
    " STRAIGHT_JOIN kartu k ON k.sam_id = b.sam_id"
    " WHERE b.massal_id = ? AND b.status = 'antri' AND b.baris <= ?"
    " AND k.lembaga_id = ?");

struct langkah {
	size_t banyak;
	bool ada;
};

/* Lock the cards of these rows in the order of their ids, as everybody does:
   the rows' own order would meet another file's head on. */
static enum err kunci_semua(struct db *db, const struct pelaku *p,
			    int64_t massal_id, int64_t sampai)
{
	struct kartu_hidup kartu;
	struct rows *r;
	int64_t *id;
	size_t n = 0;
	enum err e =
	    db_query(db, &r, &Q_KARTU, massal_id, sampai, p->lembaga);

	if (e != OK)
		return e;
	id = arena_array(db_arena(db), db_count(r) + 1, sizeof(*id));
	while (db_next(r))
		id[n++] = db_int(r, 0);
	e = kartu_urutkan(id, n);
	for (size_t i = 0; e == OK && i < n; i++) {
		e = kartu_kunci(db, p, id[i], &kartu);
		if (e == ERR_NOT_FOUND)
			e = OK;
	}
	return e;
}

/* One row: OK also when it was refused, which *berhasil tells. */
static enum err satu(struct db *db, const struct pelaku *p, int64_t massal_id,
		     const struct rows *r, bool *berhasil)
{
	const struct blob hash = db_blob(r, 2);
	const struct hidup_isian in = {
		.sam_id = db_text(r, 1),
		.token_hash = hash.p,
		.tempat = {
			.seri_mesin = db_text(r, 3),
			.outlet = db_text(r, 4),
			.alamat = db_text(r, 5),
			.wilayah_kode = db_text(r, 6),
			.lintang = db_text(r, 7),
			.bujur = db_text(r, 8),
		},
	};
	struct hidup_galat g = { 0 };
	struct manifes m = { 0 };
	enum err e = hidup_aktifkan(db, p, 0, &in, &m, &g);

	*berhasil = e == OK;
	if (e == OK)
		return massal_catat(db, massal_id, db_int(r, 0), NULL, NULL,
				    m.id);
	if ((e != ERR_INPUT && e != ERR_CONFLICT) || g.n == 0)
		return e;
	return massal_catat(db, massal_id, db_int(r, 0), g.salah[0].kode,
			    g.salah[0].ruas, 0);
}

static enum err langkah(struct db *db, void *ctx)
{
	struct langkah *l = ctx;
	int64_t id, berhasil = 0, gagal = 0, sampai = 0;
	struct pelaku p;
	struct rows *r;
	enum err e = massal_ambil_kerja(db, &id, &p);

	l->ada = e == OK;
	if (e != OK)
		return e == ERR_NOT_FOUND ? OK : e;
	e = db_query(db, &r, &Q_BARIS, id, (int64_t)l->banyak);
	if (e != OK)
		return e;
	while (db_next(r))
		sampai = db_int(r, 0);
	e = kunci_semua(db, &p, id, sampai);
	if (e == OK)
		e = db_query(db, &r, &Q_BARIS, id, (int64_t)l->banyak);
	while (e == OK && db_next(r)) {
		bool baik;

		e = satu(db, &p, id, r, &baik);
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
