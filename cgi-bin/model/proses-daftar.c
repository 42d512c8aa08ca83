/*
 * proses-daftar.c - the list of tickets and its counts (proses.h).
 *
 * One constant statement for each set of filters, order and direction, tied
 * to the index that has exactly these columns, so that a page reads no more
 * entries than it shows however many tickets there are (P-20).
 */
#include "proses.h"
#include "../lib/form.h"
#include "lingkup.h"
#include "permintaan.h"

#include <string.h>

#define HITUNG_MAKS 1000 /* a search is not counted beyond */

#define KOLOM                                                                  \
	"SELECT p.id, p.tiket, p.permintaan_id, p.lembaga_id, p.produsen_id,"  \
	" p.jumlah, p.selesai_kartu, m.berkas_id, m.nomor, m.judul, l.nama,"   \
	" r.nama, p.status, p.estimasi_mulai, p.estimasi_selesai "
#define NAMA                                                                   \
	" STRAIGHT_JOIN lembaga l ON l.id = p.lembaga_id"                      \
	" STRAIGHT_JOIN lembaga r ON r.id = p.produsen_id WHERE "
#define DARI(indeks)                                                           \
	"FROM proses p FORCE INDEX (" indeks ")"                               \
	" STRAIGHT_JOIN permintaan m ON m.id = p.permintaan_id" NAMA

#define TIKET_TURUN " AND p.tiket < ? ORDER BY p.tiket DESC LIMIT ?"
#define TIKET_NAIK  " AND p.tiket > ? ORDER BY p.tiket LIMIT ?"
/* Two ranges of the index; (x, y) < (?, ?) would not be a range at all. */
#define ESTIMASI_TURUN                                                         \
	" AND (p.estimasi_selesai < ?"                                         \
	" OR (p.estimasi_selesai = ? AND p.tiket < ?))"                        \
	" ORDER BY p.estimasi_selesai DESC, p.tiket DESC LIMIT ?"
#define ESTIMASI_NAIK                                                          \
	" AND (p.estimasi_selesai > ?"                                         \
	" OR (p.estimasi_selesai = ? AND p.tiket > ?))"                        \
	" ORDER BY p.estimasi_selesai, p.tiket LIMIT ?"

#define DAFTAR(id, tiket, estimasi, syarat)                                    \
	SQL(Q_##id##_TURUN, KOLOM DARI(tiket) syarat TIKET_TURUN);             \
	SQL(Q_##id##_NAIK, KOLOM DARI(tiket) syarat TIKET_NAIK);               \
	SQL(Q_##id##_EST_TURUN, KOLOM DARI(estimasi) syarat ESTIMASI_TURUN);   \
	SQL(Q_##id##_EST_NAIK, KOLOM DARI(estimasi) syarat ESTIMASI_NAIK)

#define L "p.lembaga_id = ?"
#define P "p.produsen_id = ?"
#define K "p.kelompok = ?"

DAFTAR(SEMUA, "proses_tiket", "proses_estimasi", "TRUE");
DAFTAR(K, "proses_kelompok", "proses_kelompok_estimasi", K);
DAFTAR(L, "proses_lembaga", "proses_lembaga_estimasi", L);
DAFTAR(LK, "proses_lembaga_kelompok", "proses_lembaga_kel_est", L " AND " K);
DAFTAR(P, "proses_produsen", "proses_produsen_estimasi", P);
DAFTAR(PK, "proses_produsen_kelompok", "proses_produsen_kel_est", P " AND " K);

/* A search is led by its words or by the ticket; NULL is no filter. */
#define CARI_DARI                                                              \
	"FROM (SELECT permintaan_id AS ke FROM proses WHERE tiket = ? UNION"   \
	" SELECT id FROM permintaan WHERE MATCH (nomor, judul)"                \
	" AGAINST (? IN BOOLEAN MODE)) x"                                      \
	" STRAIGHT_JOIN proses p ON p.permintaan_id = x.ke"                    \
	" STRAIGHT_JOIN permintaan m ON m.id = p.permintaan_id"
#define CARI_BATAS LINGKUP_SQL " AND (? IS NULL OR p.kelompok = ?)"
SQL(Q_CARI_TURUN, KOLOM CARI_DARI NAMA CARI_BATAS TIKET_TURUN);
SQL(Q_CARI_NAIK, KOLOM CARI_DARI NAMA CARI_BATAS TIKET_NAIK);
SQL(Q_CARI_EST_TURUN, KOLOM CARI_DARI NAMA CARI_BATAS ESTIMASI_TURUN);
SQL(Q_CARI_EST_NAIK, KOLOM CARI_DARI NAMA CARI_BATAS ESTIMASI_NAIK);
SQL(Q_CARI_HITUNG, "SELECT COUNT(*) FROM (SELECT 1 " CARI_DARI
		   " WHERE " CARI_BATAS " LIMIT ?) sebanyak");
SQL(Q_TOTAL, "SELECT kelompok, jumlah FROM proses_total"
	     " WHERE lembaga_id = ? AND produsen_id = ?");

/* The four orders of one set of filters. */
struct cara {
	struct sql *tiket[2]; /* ascending, descending */
	struct sql *estimasi[2];
};

#define CARA(id)                                                               \
	{                                                                      \
		{ &Q_##id##_NAIK, &Q_##id##_TURUN },                           \
		{                                                              \
			&Q_##id##_EST_NAIK, &Q_##id##_EST_TURUN                \
		}                                                              \
	}

/* By whose they are: all, institution, producer; without and with a group. */
static const struct cara cara[3][2] = {
	{ CARA(SEMUA), CARA(K) },
	{ CARA(L), CARA(LK) },
	{ CARA(P), CARA(PK) },
};
static const struct cara cara_cari = CARA(CARI);

static void tambah(struct db_param *p, size_t *n, struct db_param v)
{
	p[(*n)++] = v;
}

static void tambah_cari(struct db_param *p, size_t *n, struct arena *a,
			const struct lingkup *l, const struct proses_saring *s)
{
	const char *kata = permintaan_kata_cari(a, s->cari);
	int64_t tiket = 0;

	tiket_baca(s->cari, &tiket);
	tambah(p, n, db_param_int(tiket));
	tambah(p, n, db_param_text(kata == NULL ? "" : kata));
	tambah(p, n, db_param_int(l->lembaga));
	tambah(p, n, db_param_int(l->produsen));
	tambah(p, n, db_param_int(l->semua));
	tambah(p, n, db_param_text(s->kelompok));
	tambah(p, n, db_param_text(s->kelompok));
}

static void isi(const struct rows *r, struct proses *p)
{
	*p = (struct proses){
		.id = db_int(r, 0),
		.tiket = db_int(r, 1),
		.permintaan_id = db_int(r, 2),
		.lembaga_id = db_int(r, 3),
		.produsen_id = db_int(r, 4),
		.jumlah = db_int(r, 5),
		.selesai_kartu = db_int(r, 6),
		.berkas_id = db_int(r, 7),
		.nomor = db_text(r, 8),
		.judul = db_text(r, 9),
		.lembaga = db_text(r, 10),
		.produsen = db_text(r, 11),
		.status = db_text(r, 12),
		.estimasi_mulai = db_text(r, 13),
		.estimasi_selesai = db_text(r, 14),
	};
}

/* Where the page begins: the cursor row, or before the first one. */
static void tambah_kursor(struct db_param *p, size_t *n,
			  const struct proses_saring *s, bool turun)
{
	bool ada = s->tiket > 0;
	int64_t tiket = ada ? s->tiket : turun ? INT32_MAX : 0;
	hari_t h;

	if (s->urut_estimasi) {
		const char *kunci = turun ? "9999-12-31" : "1000-01-01";

		/* It comes from the address: only a date may be one. */
		if (ada && hari_baca(s->kunci, &h))
			kunci = s->kunci;
		tambah(p, n, db_param_text(kunci));
		tambah(p, n, db_param_text(kunci));
	}
	tambah(p, n, db_param_int(tiket));
	tambah(p, n, db_param_int(s->banyak));
}

static enum err hitung(struct db *db, const struct lingkup *l,
		       const struct proses_saring *s, int64_t *total,
		       bool *pasti)
{
	struct db_param param[16];
	size_t n = 0;
	struct rows *r;
	enum err e;

	*total = 0;
	*pasti = true;
	if (s->cari != NULL) {
		tambah_cari(param, &n, db_arena(db), l, s);
		tambah(param, &n, db_param_int(HITUNG_MAKS + 1));
		e = db_query_params(db, &r, &Q_CARI_HITUNG, param, n);
		if (e == OK && db_next(r))
			*total = db_int(r, 0);
		if (*total > HITUNG_MAKS) {
			*total = HITUNG_MAKS;
			*pasti = false;
		}
		return e;
	}
	e = db_query(db, &r, &Q_TOTAL, l->lembaga, l->produsen);
	while (e == OK && db_next(r))
		if (s->kelompok == NULL ||
		    strcmp(s->kelompok, db_text(r, 0)) == 0)
			*total += db_int(r, 1);
	return e;
}

enum err proses_daftar(struct db *db, const struct pelaku *p,
		       const struct proses_saring *s, struct proses **out,
		       size_t *n, int64_t *total, bool *pasti)
{
	struct lingkup l = lingkup_dari(p);
	bool turun = s->turun != s->mundur;
	const struct cara *c;
	struct db_param param[16];
	size_t n_param = 0, i = 0;
	struct rows *r;
	enum err e;

	*n = 0;
	*out = NULL;
	*total = 0;
	*pasti = true;
	if (!l.semua && l.lembaga == 0 && l.produsen == 0)
		return OK;
	if (s->cari != NULL) {
		c = &cara_cari;
		tambah_cari(param, &n_param, db_arena(db), &l, s);
	} else {
		c = &cara[l.semua        ? 0 :
			  l.lembaga != 0 ? 1 :
					   2][s->kelompok != NULL];
		if (!l.semua)
			tambah(param, &n_param,
			       db_param_int(l.lembaga != 0 ? l.lembaga :
							     l.produsen));
		if (s->kelompok != NULL)
			tambah(param, &n_param, db_param_text(s->kelompok));
	}
	tambah_kursor(param, &n_param, s, turun);
	e = db_query_params(
	    db, &r, s->urut_estimasi ? c->estimasi[turun] : c->tiket[turun],
	    param, n_param);
	if (e == OK)
		e = hitung(db, &l, s, total, pasti);
	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n, sizeof(**out));
	for (; db_next(r); i++)
		isi(r, &(*out)[s->mundur ? *n - 1 - i : i]);
	return OK;
}
