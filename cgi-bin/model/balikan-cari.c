/* balikan-cari.c - see balikan-cari.h. */
#include "balikan-cari.h"
#include "balikan-jejak.h"

#include <stdlib.h>

#define KOLOM                                                                  \
	"SELECT b.lembaga_id, b.kiriman_id, k.versi_id, k.sumber, k.tanggal,"  \
	" k.dibuat, b.isi"

/* One after another as written: the ranges of the index, the rows of those
   that are left, their sendings. */
SQL(Q_CARI, KOLOM " FROM balikan_jejak j"
		  " STRAIGHT_JOIN balikan b ON b.lembaga_id = j.lembaga_id"
		  " AND b.nik = ?"
		  " STRAIGHT_JOIN balikan_kiriman k ON k.id = b.kiriman_id"
		  " WHERE j.blok IN (?, ?, ?) AND (LOCATE(?, j.sidik) > 0"
		  " OR j.sidik IS NULL AND j.blok = ?)");
SQL(Q_LAMA, KOLOM ", b.diganti_id, g.dibuat FROM balikan_lama b"
		  " STRAIGHT_JOIN balikan_kiriman k ON k.id = b.kiriman_id"
		  " STRAIGHT_JOIN balikan_kiriman g ON g.id = b.diganti_id"
		  " WHERE b.lembaga_id = ? AND b.nik = ?"
		  " ORDER BY b.diganti_id DESC, b.urut DESC LIMIT 100");

static void baca(struct rows *r, struct balikan_temu *t)
{
	*t = (struct balikan_temu){
		.lembaga_id = db_int(r, 0),
		.kiriman_id = db_int(r, 1),
		.versi_id = db_int(r, 2),
		.sumber = db_text(r, 3),
		.tanggal = db_text(r, 4),
		.waktu = db_text(r, 5),
		.isi = db_text(r, 6),
	};
}

static int banding(const void *x, const void *y)
{
	const struct balikan_temu *a = x, *b = y;

	return a->lembaga_id < b->lembaga_id ? -1 :
					       a->lembaga_id > b->lembaga_id;
}

enum err balikan_cari(struct db *db, uint64_t nik, struct balikan_temu **out,
		      size_t *n)
{
	unsigned char sidik[JEJAK_SIDIK];
	struct blob s = { sidik, sizeof(sidik) };
	struct balikan_temu *t;
	struct rows *r;
	size_t m = 0;
	enum err e;

	*n = 0;
	jejak_sidik(nik, sidik);
	e = db_query(db, &r, &Q_CARI, (int64_t)nik, jejak_blok(nik, 0),
		     jejak_blok(nik, 1), jejak_blok(nik, 2), s,
		     jejak_blok(nik, 2));
	if (e != OK)
		return e;
	*out = t = arena_array(db_arena(db), db_count(r) + 1, sizeof(*t));
	while (db_next(r))
		baca(r, &t[m++]);
	qsort(t, m, sizeof(*t), banding);
	/* Two levels may both say yes. */
	for (size_t i = 0; i < m; i++)
		if (*n == 0 || t[*n - 1].lembaga_id != t[i].lembaga_id)
			t[(*n)++] = t[i];
	return OK;
}

enum err balikan_cari_lama(struct db *db, int64_t lembaga, uint64_t nik,
			   struct balikan_temu **out, size_t *n)
{
	struct balikan_temu *t;
	struct rows *r;
	enum err e = db_query(db, &r, &Q_LAMA, lembaga, (int64_t)nik);

	*n = 0;
	if (e != OK)
		return e;
	*out = t = arena_array(db_arena(db), db_count(r) + 1, sizeof(*t));
	while (db_next(r)) {
		baca(r, &t[*n]);
		t[*n].diganti_id = db_int(r, 7);
		t[(*n)++].diganti = db_text(r, 8);
	}
	return OK;
}
