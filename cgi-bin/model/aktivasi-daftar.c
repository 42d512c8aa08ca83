/*
 * aktivasi-daftar.c - the list of requests for activation and its counts
 * (aktivasi.h).  One constant statement for each set of filters and direction,
 * tied to its index, as in permintaan-daftar.c.
 */
#include "aktivasi.h"
#include "../lib/clock.h"
#include "../lib/text.h"

#include <string.h>

#define HITUNG_MAKS 1000

#define KOLOM                                                                  \
	"SELECT p.id, p.nomor, p.judul, p.dibuat, p.jumlah, p.status,"         \
	" p.berkas_id IS NOT NULL, l.nama, t.tiket, p.proses_id"               \
	" FROM aktivasi p "
#define NAMA                                                                   \
	" STRAIGHT_JOIN lembaga l ON l.id = p.lembaga_id"                      \
	" STRAIGHT_JOIN proses t ON t.id = p.proses_id WHERE "
/* The cursor: two ranges of the index, the second one mostly empty. */
#define TURUN                                                                  \
	" AND (p.dibuat < ? OR (p.dibuat = ? AND p.id < ?))"                   \
	" ORDER BY p.dibuat DESC, p.id DESC LIMIT ?"
#define NAIK                                                                   \
	" AND (p.dibuat > ? OR (p.dibuat = ? AND p.id > ?))"                   \
	" ORDER BY p.dibuat, p.id LIMIT ?"

#define DAFTAR(id, indeks, syarat)                                             \
	SQL(Q_##id##_TURUN,                                                    \
	    KOLOM "FORCE INDEX (" indeks ")" NAMA syarat TURUN);               \
	SQL(Q_##id##_NAIK, KOLOM "FORCE INDEX (" indeks ")" NAMA syarat NAIK)

DAFTAR(L, "aktivasi_l", "p.lembaga_id = ?");
DAFTAR(LS, "aktivasi_ls", "p.lembaga_id = ? AND p.status = ?");
/* What one institution sent, for Ditjen: its own index has the drafts, too. */
DAFTAR(LT, "aktivasi_l", "p.lembaga_id = ? AND p.terkirim = 1");
DAFTAR(S, "aktivasi_s", "p.status = ?");
DAFTAR(T, "aktivasi_t", "p.terkirim = 1");

/* A search is led by its words; a filter of 0 or NULL is none. */
#define CARI                                                                   \
	"MATCH (p.nomor, p.judul) AGAINST (? IN BOOLEAN MODE)"                 \
	" AND (? = 0 OR p.lembaga_id = ?) AND (? IS NULL OR p.status = ?)"     \
	" AND (? = 0 OR p.terkirim = 1)"
SQL(Q_CARI_TURUN, KOLOM NAMA CARI TURUN);
SQL(Q_CARI_NAIK, KOLOM NAMA CARI NAIK);
SQL(Q_CARI_HITUNG, "SELECT COUNT(*) FROM (SELECT 1 FROM aktivasi p WHERE " CARI
		   " LIMIT ?) sebanyak");
SQL(Q_JUMLAH, "SELECT status, jumlah FROM aktivasi_total"
	      " WHERE lembaga_id = ?");

/* What p may see and asked for, made one. */
struct batas {
	int64_t lembaga;
	const char *status;
	bool terkirim; /* drafts are not his to see */
	bool hampa;    /* nothing can be in it */
	const char *kata;
};

static struct batas batas(struct arena *a, const struct pelaku *p,
			  const struct aktivasi_saring *s)
{
	struct batas b = { .lembaga = s->lembaga, .status = s->status };

	b.terkirim = !(p->role & ROLE_PEMINTA);
	if (!b.terkirim)
		b.lembaga = p->lembaga;
	b.hampa =
	    !(p->role & (ROLE_PEMINTA | ROLE_DITJEN)) ||
	    (!b.terkirim && p->lembaga == 0) ||
	    (b.terkirim && b.status != NULL && strcmp(b.status, "baru") == 0);
	if (s->cari != NULL) {
		b.kata = permintaan_kata_cari(a, s->cari);
		b.hampa = b.hampa || b.kata == NULL;
	}
	return b;
}

static void tambah(struct db_param *p, size_t *n, struct db_param v)
{
	p[(*n)++] = v;
}

/* The statement, with its parameters before the cursor. */
static struct sql *pilih(const struct batas *b, bool turun, struct db_param *p,
			 size_t *n)
{
	if (b->kata != NULL) {
		tambah(p, n, DB_PARAM(b->kata));
		tambah(p, n, DB_PARAM(b->lembaga));
		tambah(p, n, DB_PARAM(b->lembaga));
		tambah(p, n, DB_PARAM(b->status));
		tambah(p, n, DB_PARAM(b->status));
		tambah(p, n, DB_PARAM((int64_t)b->terkirim));
		return turun ? &Q_CARI_TURUN : &Q_CARI_NAIK;
	}
	if (b->lembaga != 0)
		tambah(p, n, DB_PARAM(b->lembaga));
	if (b->status != NULL) {
		tambah(p, n, DB_PARAM(b->status));
		if (b->lembaga != 0)
			return turun ? &Q_LS_TURUN : &Q_LS_NAIK;
		return turun ? &Q_S_TURUN : &Q_S_NAIK;
	}
	if (b->lembaga == 0)
		return turun ? &Q_T_TURUN : &Q_T_NAIK;
	if (b->terkirim)
		return turun ? &Q_LT_TURUN : &Q_LT_NAIK;
	return turun ? &Q_L_TURUN : &Q_L_NAIK;
}

#define WAKTU_AWAL  "1000-01-01 00:00:00.000"
#define WAKTU_AKHIR "9999-12-31 00:00:00.000"

static void tambah_kursor(struct arena *a, const struct aktivasi_laman *l,
			  bool turun, struct db_param *p, size_t *n)
{
	char *waktu = arena_alloc(a, CLOCK_TEXT_BYTES);
	const char *kunci = turun ? WAKTU_AKHIR : WAKTU_AWAL;
	int64_t id = turun ? INT64_MAX : 0;

	/* Written anew: what came in the address may be no time. */
	if (l->id > 0 && l->kunci != NULL && clock_parse(l->kunci) >= 0) {
		clock_text(clock_parse(l->kunci), waktu);
		kunci = waktu;
		id = l->id;
	}
	tambah(p, n, DB_PARAM(kunci));
	tambah(p, n, DB_PARAM(kunci));
	tambah(p, n, DB_PARAM(id));
	tambah(p, n, DB_PARAM(l->banyak));
}

enum err aktivasi_daftar(struct db *db, const struct pelaku *p,
			 const struct aktivasi_saring *s,
			 const struct aktivasi_laman *l,
			 struct aktivasi_entri **out, size_t *n)
{
	struct arena *a = db_arena(db);
	struct batas b = batas(a, p, s);
	bool turun = l->turun != l->mundur;
	struct db_param param[12];
	size_t n_param = 0, i = 0;
	struct sql *q;
	struct rows *r;
	enum err e;

	*n = 0;
	*out = NULL;
	if (b.hampa)
		return OK;
	q = pilih(&b, turun, param, &n_param);
	tambah_kursor(a, l, turun, param, &n_param);
	e = db_query_params(db, &r, q, param, n_param);
	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(a, *n + 1, sizeof(**out));
	for (; db_next(r); i++)
		(*out)[l->mundur ? *n - 1 - i : i] = (struct aktivasi_entri){
			.id = db_int(r, 0),
			.nomor = db_text(r, 1),
			.judul = db_text(r, 2),
			.dibuat = db_text(r, 3),
			.jumlah = db_int(r, 4),
			.status = db_text(r, 5),
			.ada_surat = db_int(r, 6) != 0,
			.lembaga = db_text(r, 7),
			.tiket = db_int(r, 8),
			.proses_id = db_int(r, 9),
		};
	return OK;
}

static enum err hitung_total(struct db *db, const struct batas *b,
			     int64_t *total)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_JUMLAH, b->lembaga);

	while (e == OK && db_next(r)) {
		const char *status = db_text(r, 0);

		if (b->status != NULL ?
			strcmp(status, b->status) == 0 :
			!b->terkirim || strcmp(status, "baru") != 0)
			*total += db_int(r, 1);
	}
	return e;
}

enum err aktivasi_hitung(struct db *db, const struct pelaku *p,
			 const struct aktivasi_saring *s, int64_t *total,
			 bool *pasti)
{
	struct batas b = batas(db_arena(db), p, s);
	struct db_param param[12];
	size_t n = 0;
	struct rows *r;
	enum err e;

	*total = 0;
	*pasti = true;
	if (b.hampa)
		return OK;
	if (b.kata == NULL)
		return hitung_total(db, &b, total);
	pilih(&b, true, param, &n);
	tambah(param, &n, db_param_int(HITUNG_MAKS + 1));
	e = db_one_params(db, &r, &Q_CARI_HITUNG, param, n);
	if (e != OK)
		return e;
	*total = db_int(r, 0);
	*pasti = *total <= HITUNG_MAKS;
	if (!*pasti)
		*total = HITUNG_MAKS;
	return OK;
}
