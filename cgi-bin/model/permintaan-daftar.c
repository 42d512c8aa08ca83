/*
 * permintaan-daftar.c - the list of requests and its counts (permintaan.h).
 *
 * One constant statement for each set of filters, order and direction, each
 * tied to the index that has exactly these columns: the optimiser is not
 * asked, because it sometimes prefers a plan that reads thousands of rows
 * for 25 (P-20).
 */
#include "permintaan.h"
#include "lembaga.h"
#include "../lib/clock.h"
#include "../lib/text.h"

#include <string.h>

/* The filters of a statement; their columns stand in this order. */
enum {
	OLEH_LEMBAGA = 1,
	OLEH_PRODUSEN = 2,
	OLEH_STATUS = 4,
	TERKIRIM = 8,
};

#define KOLOM                                                                  \
	"SELECT p.id, p.nomor, p.judul, p.dibuat, p.jumlah, p.fungsi,"         \
	" p.status, p.berkas_id IS NOT NULL, l.nama, d.nama FROM permintaan p "
#define NAMA                                                                   \
	" STRAIGHT_JOIN lembaga l ON l.id = p.lembaga_id"                      \
	" STRAIGHT_JOIN lembaga d ON d.id = p.produsen_id WHERE "

/* The cursor: two ranges of the index, the second one mostly empty.  Written
   as (kunci, id) < (?, ?) it would not be a range at all. */
#define TURUN(kunci)                                                           \
	" AND p." kunci " >= ? AND (p." kunci " < ? OR (p." kunci              \
	" = ? AND p.id < ?)) ORDER BY p." kunci " DESC, p.id DESC LIMIT ?"
#define NAIK(kunci)                                                            \
	" AND p." kunci " <= ? AND (p." kunci " > ? OR (p." kunci              \
	" = ? AND p.id > ?)) ORDER BY p." kunci ", p.id LIMIT ?"

#define DAFTAR(id, kunci, indeks, syarat)                                      \
	SQL(Q_##id##_TURUN, KOLOM "FORCE INDEX (" indeks ")" NAMA syarat TURUN(\
				    kunci));                                   \
	SQL(Q_##id##_NAIK,                                                     \
	    KOLOM "FORCE INDEX (" indeks ")" NAMA syarat NAIK(kunci))

/* A page in the usual order, and the maintained total that stands above it,
   by one statement.  Without the names of institutions, which the process
   keeps: looking up two a row costs as much as all the rest. */
#define HALAMAN(id, indeks, syarat, total)                                     \
	SQL(Q_##id##_HALAMAN,                                                  \
	    "SELECT p.id, p.nomor, p.judul, p.dibuat, p.jumlah, p.fungsi,"     \
	    " p.status, p.berkas_id IS NOT NULL, p.lembaga_id, p.produsen_id," \
	    " (SELECT CAST(SUM(t.jumlah) AS SIGNED) FROM permintaan_total t"   \
	    " WHERE t.lembaga_id = ? AND t.produsen_id = ? AND " total ")"     \
	    " FROM permintaan p FORCE INDEX (" indeks ") WHERE " syarat        \
		    TURUN("dibuat"))

#define DAFTAR_TANGGAL(id, indeks, syarat, total)                              \
	DAFTAR(id, "dibuat", indeks, syarat);                                  \
	HALAMAN(id, indeks, syarat, total);                                    \
	SQL(Q_##id##_HITUNG,                                                   \
	    "SELECT COUNT(*) FROM (SELECT 1 FROM permintaan p FORCE INDEX ("   \
	    indeks ") WHERE " syarat " AND p.dibuat >= ? AND p.dibuat < ?"     \
	    " LIMIT ?) sebanyak")

#define DI_L "p.lembaga_id = ?"
#define DI_P "p.produsen_id = ?"
#define DI_S "p.status = ?"
#define DI_T "p.terkirim = 1"
#define TOTAL_S "t.status = ?"
#define TOTAL_T "t.status <> 'baru'"
#define TOTAL   "TRUE"

DAFTAR_TANGGAL(L, "permintaan_l", DI_L, TOTAL);
DAFTAR_TANGGAL(LP, "permintaan_lp", DI_L " AND " DI_P, TOTAL);
DAFTAR_TANGGAL(LS, "permintaan_ls", DI_L " AND " DI_S, TOTAL_S);
DAFTAR_TANGGAL(LPS, "permintaan_lps", DI_L " AND " DI_P " AND " DI_S, TOTAL_S);
DAFTAR_TANGGAL(LT, "permintaan_lt", DI_L " AND " DI_T, TOTAL_T);
DAFTAR_TANGGAL(LPT, "permintaan_lpt", DI_L " AND " DI_P " AND " DI_T, TOTAL_T);
DAFTAR_TANGGAL(PT, "permintaan_pt", DI_P " AND " DI_T, TOTAL_T);
DAFTAR_TANGGAL(PS, "permintaan_ps", DI_P " AND " DI_S, TOTAL_S);
DAFTAR_TANGGAL(T, "permintaan_t", DI_T, TOTAL_T);
DAFTAR_TANGGAL(S, "permintaan_s", DI_S, TOTAL_S);
/* Unique, so the id does not decide (and is no part of the index). */
SQL(Q_NOMOR_L_TURUN,
    KOLOM "FORCE INDEX (permintaan_nomor)" NAMA DI_L
	  " AND p.nomor >= ? AND p.nomor < ? ORDER BY p.nomor DESC LIMIT ?");
SQL(Q_NOMOR_L_NAIK,
    KOLOM "FORCE INDEX (permintaan_nomor)" NAMA DI_L
	  " AND p.nomor <= ? AND p.nomor > ? ORDER BY p.nomor LIMIT ?");
DAFTAR(NOMOR_LS, "nomor", "permintaan_ls_nomor", DI_L " AND " DI_S);
DAFTAR(NOMOR_PT, "nomor", "permintaan_pt_nomor", DI_P " AND " DI_T);
DAFTAR(NOMOR_PS, "nomor", "permintaan_ps_nomor", DI_P " AND " DI_S);
DAFTAR(NOMOR_T, "nomor", "permintaan_t_nomor", DI_T);
DAFTAR(NOMOR_S, "nomor", "permintaan_s_nomor", DI_S);
DAFTAR(JUMLAH_L, "jumlah", "permintaan_l_jumlah", DI_L);
DAFTAR(JUMLAH_LS, "jumlah", "permintaan_ls_jumlah", DI_L " AND " DI_S);
DAFTAR(JUMLAH_PT, "jumlah", "permintaan_pt_jumlah", DI_P " AND " DI_T);
DAFTAR(JUMLAH_PS, "jumlah", "permintaan_ps_jumlah", DI_P " AND " DI_S);
DAFTAR(JUMLAH_T, "jumlah", "permintaan_t_jumlah", DI_T);
DAFTAR(JUMLAH_S, "jumlah", "permintaan_s_jumlah", DI_S);

/* A search is led by its words; a filter of 0 or NULL is none. */
#define CARI                                                                   \
	"MATCH (p.nomor, p.judul) AGAINST (? IN BOOLEAN MODE)"                 \
	" AND (? = 0 OR p.lembaga_id = ?) AND (? = 0 OR p.produsen_id = ?)"    \
	" AND (? IS NULL OR p.status = ?) AND (? = 0 OR p.terkirim = 1)"
SQL(Q_CARI_TURUN, KOLOM NAMA CARI TURUN("dibuat"));
SQL(Q_CARI_NAIK, KOLOM NAMA CARI NAIK("dibuat"));
SQL(Q_CARI_HITUNG, "SELECT COUNT(*) FROM (SELECT 1 FROM permintaan p WHERE "
	CARI " AND p.dibuat >= ? AND p.dibuat < ? LIMIT ?) sebanyak");

static const struct pilihan {
	enum permintaan_urut urut;
	unsigned oleh;
	struct sql *turun;
	struct sql *naik;
	struct sql *hitung;
	struct sql *halaman; /* NULL: in this order there is none */
	bool unik; /* the cursor is its value alone */
} pilihan[] = {
#define TANGGAL(id, oleh)                                                      \
	{ URUT_TANGGAL, oleh, &Q_##id##_TURUN, &Q_##id##_NAIK,                 \
	  &Q_##id##_HITUNG, &Q_##id##_HALAMAN, false }
#define LAIN(urut, id, oleh)                                                   \
	{ urut, oleh, &Q_##id##_TURUN, &Q_##id##_NAIK, NULL, NULL, false }
	TANGGAL(L, OLEH_LEMBAGA),
	TANGGAL(LP, OLEH_LEMBAGA | OLEH_PRODUSEN),
	TANGGAL(LS, OLEH_LEMBAGA | OLEH_STATUS),
	TANGGAL(LPS, OLEH_LEMBAGA | OLEH_PRODUSEN | OLEH_STATUS),
	TANGGAL(LT, OLEH_LEMBAGA | TERKIRIM),
	TANGGAL(LPT, OLEH_LEMBAGA | OLEH_PRODUSEN | TERKIRIM),
	TANGGAL(PT, OLEH_PRODUSEN | TERKIRIM),
	TANGGAL(PS, OLEH_PRODUSEN | OLEH_STATUS),
	TANGGAL(T, TERKIRIM),
	TANGGAL(S, OLEH_STATUS),
	{ URUT_NOMOR, OLEH_LEMBAGA, &Q_NOMOR_L_TURUN, &Q_NOMOR_L_NAIK, NULL,
	  NULL, true },
	LAIN(URUT_NOMOR, NOMOR_LS, OLEH_LEMBAGA | OLEH_STATUS),
	LAIN(URUT_NOMOR, NOMOR_PT, OLEH_PRODUSEN | TERKIRIM),
	LAIN(URUT_NOMOR, NOMOR_PS, OLEH_PRODUSEN | OLEH_STATUS),
	LAIN(URUT_NOMOR, NOMOR_T, TERKIRIM),
	LAIN(URUT_NOMOR, NOMOR_S, OLEH_STATUS),
	LAIN(URUT_JUMLAH, JUMLAH_L, OLEH_LEMBAGA),
	LAIN(URUT_JUMLAH, JUMLAH_LS, OLEH_LEMBAGA | OLEH_STATUS),
	LAIN(URUT_JUMLAH, JUMLAH_PT, OLEH_PRODUSEN | TERKIRIM),
	LAIN(URUT_JUMLAH, JUMLAH_PS, OLEH_PRODUSEN | OLEH_STATUS),
	LAIN(URUT_JUMLAH, JUMLAH_T, TERKIRIM),
	LAIN(URUT_JUMLAH, JUMLAH_S, OLEH_STATUS),
};

/* What p may see and asked for, made one. */
struct batas {
	unsigned oleh;
	int64_t lembaga;
	int64_t produsen;
	const char *status;
	bool hampa; /* nothing can be in it */
};

static struct batas batas(const struct pelaku *p,
			  const struct permintaan_saring *s)
{
	struct batas b = { .lembaga = s->lembaga, .produsen = s->produsen,
			   .status = s->status };
	bool peminta = (p->role & ROLE_PEMINTA) != 0;

	if (peminta)
		b.lembaga = p->lembaga;
	else if (p->role == ROLE_PRODUSEN)
		b.produsen = p->lembaga;
	if (b.lembaga != 0)
		b.oleh |= OLEH_LEMBAGA;
	if (b.produsen != 0)
		b.oleh |= OLEH_PRODUSEN;
	if (b.status != NULL)
		b.oleh |= OLEH_STATUS;
	else if (!peminta)
		b.oleh |= TERKIRIM;
	b.hampa = !(p->role & ROLE_KASUS) ||
		  ((p->role & (ROLE_PEMINTA | ROLE_PRODUSEN)) != 0 &&
		   p->lembaga == 0) ||
		  (!peminta && b.status != NULL &&
		   strcmp(b.status, "baru") == 0);
	return b;
}

static const struct pilihan *cari_pilihan(unsigned oleh,
					  enum permintaan_urut urut)
{
	for (size_t i = 0; i < COUNT(pilihan); i++)
		if (pilihan[i].urut == urut && pilihan[i].oleh == oleh)
			return &pilihan[i];
	return NULL;
}

bool permintaan_boleh_urut(const struct pelaku *p,
			   const struct permintaan_saring *s)
{
	return s->cari == NULL && s->dari == NULL && s->sampai == NULL &&
	       cari_pilihan(batas(p, s).oleh, URUT_NOMOR) != NULL;
}

static void tambah(struct db_param *p, size_t *n, struct db_param v)
{
	p[(*n)++] = v;
}

static const char *tulis_waktu(struct arena *a, int64_t ms)
{
	char *out = arena_alloc(a, CLOCK_TEXT_BYTES);

	clock_text(ms, out);
	return out;
}

/* Midnight that begins a day of the office, plus days, in UTC. */
static const char *awal_hari(struct arena *a, const char *tanggal, int hari)
{
	int64_t ms = clock_parse(arena_printf(a, "%s 00:00:00.000", tanggal));

	if (ms < 0)
		return NULL;
	return tulis_waktu(a, ms + (hari * 24 - clock_zone_hours()) *
					   INT64_C(3600000));
}

#define WAKTU_AWAL "1000-01-01 00:00:00.000"
#define WAKTU_AKHIR "9999-12-31 00:00:00.000"

static const char *waktu_dari(struct arena *a,
			      const struct permintaan_saring *s)
{
	const char *w = s->dari == NULL ? NULL : awal_hari(a, s->dari, 0);

	return w == NULL ? WAKTU_AWAL : w;
}

/* The first moment that is no longer in it. */
static const char *waktu_sampai(struct arena *a,
				const struct permintaan_saring *s)
{
	const char *w = s->sampai == NULL ? NULL : awal_hari(a, s->sampai, 1);

	return w == NULL ? WAKTU_AKHIR : w;
}

/* Filters of a statement without a search. */
static void tambah_batas(struct db_param *p, size_t *n, const struct batas *b)
{
	if (b->oleh & OLEH_LEMBAGA)
		tambah(p, n, DB_PARAM(b->lembaga));
	if (b->oleh & OLEH_PRODUSEN)
		tambah(p, n, DB_PARAM(b->produsen));
	if (b->oleh & OLEH_STATUS)
		tambah(p, n, DB_PARAM(b->status));
}

static void tambah_cari(struct db_param *p, size_t *n, const struct batas *b,
			const char *kata)
{
	tambah(p, n, DB_PARAM(kata));
	tambah(p, n, DB_PARAM(b->lembaga));
	tambah(p, n, DB_PARAM(b->lembaga));
	tambah(p, n, DB_PARAM(b->produsen));
	tambah(p, n, DB_PARAM(b->produsen));
	tambah(p, n, DB_PARAM(b->status));
	tambah(p, n, DB_PARAM(b->status));
	tambah(p, n, DB_PARAM((int64_t)((b->oleh & TERKIRIM) != 0)));
}

/* Where the rows begin (kunci, id) and end (ujung) for one direction. */
struct rentang {
	struct db_param ujung;
	struct db_param kunci;
	int64_t id;
};

/* The greatest text: no letter number begins with this noncharacter. */
#define TEKS_AKHIR "\xF4\x8F\xBF\xBF"

static struct rentang rentang(struct arena *a,
			      const struct permintaan_saring *s,
			      const struct permintaan_laman *l, bool turun)
{
	struct db_param awal, akhir;
	bool ada = l->id > 0 && l->kunci != NULL;
	struct db_param kunci = DB_PARAM(l->kunci);
	int64_t n;

	switch (l->urut) {
	case URUT_NOMOR:
		awal = db_param_text("");
		akhir = db_param_text(TEKS_AKHIR);
		break;
	case URUT_JUMLAH:
		awal = db_param_int(0);
		akhir = db_param_int(INT32_MAX);
		ada = ada && text_to_int(l->kunci, &n);
		if (ada)
			kunci = db_param_int(n);
		break;
	default:
		awal = db_param_text(waktu_dari(a, s));
		akhir = db_param_text(waktu_sampai(a, s));
		ada = ada && clock_parse(l->kunci) >= 0;
		/* Written anew: what came in the address may be no time. */
		if (ada)
			kunci = db_param_text(tulis_waktu(
				a, clock_parse(l->kunci)));
		break;
	}
	if (!ada)
		return (struct rentang){ turun ? awal : akhir,
					 turun ? akhir : awal, 0 };
	return (struct rentang){ turun ? awal : akhir, kunci, l->id };
}

static void tambah_rentang(struct db_param *p, size_t *n,
			   const struct rentang *r, bool unik)
{
	tambah(p, n, r->ujung);
	tambah(p, n, r->kunci);
	if (unik)
		return;
	tambah(p, n, r->kunci);
	tambah(p, n, db_param_int(r->id));
}

/* All but the names. */
static void isi_baris(struct rows *r, enum permintaan_urut urut,
		      struct permintaan_baris *b)
{
	b->id = db_int(r, 0);
	b->nomor = db_text(r, 1);
	b->judul = db_text(r, 2);
	b->dibuat = db_text(r, 3);
	b->jumlah = db_int(r, 4);
	b->fungsi = db_text(r, 5);
	b->status = db_text(r, 6);
	b->ada_surat = db_int(r, 7) != 0;
	b->kunci = urut == URUT_NOMOR ? b->nomor :
		   urut == URUT_JUMLAH ? db_text(r, 4) :
					 b->dibuat;
}

enum err permintaan_daftar(struct db *db, const struct pelaku *p,
			   const struct permintaan_saring *s,
			   const struct permintaan_laman *l,
			   struct permintaan_baris **out, size_t *n)
{
	struct arena *a = db_arena(db);
	struct batas b = batas(p, s);
	bool turun = l->turun != l->mundur;
	struct permintaan_laman laman = *l;
	const struct pilihan *cara;
	const char *kata = NULL;
	struct db_param param[16];
	size_t n_param = 0, i = 0;
	struct rentang batasan;
	struct sql *q;
	struct rows *r;
	enum err e;

	*n = 0;
	*out = NULL;
	if (s->cari != NULL) {
		kata = permintaan_kata_cari(a, s->cari);
		b.hampa = b.hampa || kata == NULL;
	}
	if (b.hampa)
		return OK;
	if (kata != NULL || !permintaan_boleh_urut(p, s))
		laman.urut = URUT_TANGGAL;
	cara = cari_pilihan(b.oleh, laman.urut);
	if (kata != NULL) {
		q = turun ? &Q_CARI_TURUN : &Q_CARI_NAIK;
		tambah_cari(param, &n_param, &b, kata);
	} else if (cara != NULL) {
		q = turun ? cara->turun : cara->naik;
		tambah_batas(param, &n_param, &b);
	} else {
		return ERR_INTERNAL;
	}
	batasan = rentang(a, s, &laman, turun);
	tambah_rentang(param, &n_param, &batasan, cara != NULL && cara->unik);
	tambah(param, &n_param, db_param_int(l->banyak));
	e = db_query_params(db, &r, q, param, n_param);
	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(a, *n + 1, sizeof(**out));
	for (; db_next(r); i++) {
		struct permintaan_baris *x =
			&(*out)[l->mundur ? *n - 1 - i : i];

		isi_baris(r, laman.urut, x);
		x->lembaga = db_text(r, 8);
		x->produsen = db_text(r, 9);
	}
	return OK;
}

/* --- counts --- */

/* Every set of filters has its row: with 0 for "all of them". */
SQL(Q_TOTAL,
    "INSERT INTO permintaan_total (lembaga_id, produsen_id, status, jumlah)"
    " VALUES (0, 0, ?, ?), (0, ?, ?, ?), (?, 0, ?, ?), (?, ?, ?, ?)"
    " ON DUPLICATE KEY UPDATE jumlah = jumlah + VALUES(jumlah)");
SQL(Q_JUMLAH, "SELECT status, jumlah FROM permintaan_total"
	      " WHERE lembaga_id = ? AND produsen_id = ?");

enum err permintaan_total(struct db *db, int64_t lembaga_id,
			  int64_t produsen_id, const char *status,
			  int64_t tambahan)
{
	return db_exec(db, &Q_TOTAL, status, tambahan, produsen_id, status,
		       tambahan, lembaga_id, status, tambahan, lembaga_id,
		       produsen_id, status, tambahan);
}

static enum err hitung_total(struct db *db, const struct batas *b,
			     int64_t *total)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_JUMLAH, b->lembaga, b->produsen);

	while (e == OK && db_next(r)) {
		const char *status = db_text(r, 0);

		if (b->status != NULL ? strcmp(status, b->status) == 0 :
					!(b->oleh & TERKIRIM) ||
						strcmp(status, "baru") != 0)
			*total += db_int(r, 1);
	}
	return e;
}

enum err permintaan_hitung(struct db *db, const struct pelaku *p,
			   const struct permintaan_saring *s, int64_t *total,
			   bool *pasti)
{
	struct arena *a = db_arena(db);
	struct batas b = batas(p, s);
	const struct pilihan *cara = cari_pilihan(b.oleh, URUT_TANGGAL);
	const char *kata = NULL;
	struct db_param param[16];
	size_t n = 0;
	struct rows *r;
	enum err e;

	*total = 0;
	*pasti = true;
	if (s->cari != NULL) {
		kata = permintaan_kata_cari(a, s->cari);
		b.hampa = b.hampa || kata == NULL;
	}
	if (b.hampa)
		return OK;
	if (kata == NULL && s->dari == NULL && s->sampai == NULL)
		return hitung_total(db, &b, total);
	if (kata != NULL)
		tambah_cari(param, &n, &b, kata);
	else if (cara != NULL)
		tambah_batas(param, &n, &b);
	else
		return ERR_INTERNAL;
	tambah(param, &n, db_param_text(waktu_dari(a, s)));
	tambah(param, &n, db_param_text(waktu_sampai(a, s)));
	tambah(param, &n, db_param_int(PERMINTAAN_HITUNG_MAKS + 1));
	e = db_one_params(db, &r, kata != NULL ? &Q_CARI_HITUNG : cara->hitung,
			  param, n);
	if (e != OK)
		return e;
	*total = db_int(r, 0);
	*pasti = *total <= PERMINTAAN_HITUNG_MAKS;
	if (!*pasti)
		*total = PERMINTAAN_HITUNG_MAKS;
	return OK;
}

/* --- a page: rows and total --- */

/* The rows of HALAMAN; *total -1 when there are none. */
static enum err isi_halaman(struct db *db, struct rows *r,
			    struct permintaan_baris **out, size_t *n,
			    int64_t *total)
{
	struct arena *a = db_arena(db);
	const char **nama;
	int64_t *id;
	size_t i = 0;
	enum err e;

	*n = db_count(r);
	*total = -1;
	*out = arena_array(a, *n + 1, sizeof(**out));
	id = arena_array(a, 2 * *n + 1, sizeof(*id));
	nama = arena_array(a, 2 * *n + 1, sizeof(*nama));
	for (; db_next(r); i++) {
		isi_baris(r, URUT_TANGGAL, &(*out)[i]);
		id[2 * i] = db_int(r, 8);
		id[2 * i + 1] = db_int(r, 9);
		*total = db_int(r, 10);
	}
	e = lembaga_nama(db, id, nama, 2 * *n);
	for (i = 0; e == OK && i < *n; i++) {
		(*out)[i].lembaga = nama[2 * i];
		(*out)[i].produsen = nama[2 * i + 1];
	}
	return e;
}

/* Both by one statement, where the total is a maintained one. */
static enum err sekaligus(struct db *db, const struct batas *b,
			  const struct permintaan_saring *s,
			  const struct permintaan_laman *l, struct sql *q,
			  struct permintaan_baris **out, size_t *n,
			  int64_t *total)
{
	struct rentang batasan = rentang(db_arena(db), s, l, true);
	struct db_param param[16];
	size_t n_param = 0;
	struct rows *r;
	enum err e;

	tambah(param, &n_param, DB_PARAM(b->lembaga));
	tambah(param, &n_param, DB_PARAM(b->produsen));
	if (b->oleh & OLEH_STATUS)
		tambah(param, &n_param, DB_PARAM(b->status));
	tambah_batas(param, &n_param, b);
	tambah_rentang(param, &n_param, &batasan, false);
	tambah(param, &n_param, db_param_int(l->banyak));
	e = db_query_params(db, &r, q, param, n_param);
	return e == OK ? isi_halaman(db, r, out, n, total) : e;
}

enum err permintaan_halaman(struct db *db, const struct pelaku *p,
			    const struct permintaan_saring *s,
			    const struct permintaan_laman *l,
			    struct permintaan_baris **out, size_t *n,
			    int64_t *total, bool *pasti)
{
	struct batas b = batas(p, s);
	const struct pilihan *cara = cari_pilihan(b.oleh, l->urut);
	enum err e;

	*total = -1;
	*pasti = true;
	if (!b.hampa && cara != NULL && cara->halaman != NULL &&
	    l->turun && !l->mundur && s->cari == NULL && s->dari == NULL &&
	    s->sampai == NULL)
		e = sekaligus(db, &b, s, l, cara->halaman, out, n, total);
	else
		e = permintaan_daftar(db, p, s, l, out, n);
	return e == OK && *total < 0 ?
		       permintaan_hitung(db, p, s, total, pasti) :
		       e;
}

SQL(Q_LEMBAGA, "SELECT id, nama FROM lembaga WHERE kode = ?");

enum err permintaan_cari_lembaga(struct db *db, const char *kode, int64_t *id,
				 const char **nama)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_LEMBAGA, kode);

	if (e == OK) {
		*id = db_int(r, 0);
		*nama = db_text(r, 1);
	}
	return e;
}

/* --- words of a search --- */

/* Shorter words are not in the index (innodb_ft_min_token_size). */
#define KATA_MIN 3
#define KATA_MAKS 8

static bool huruf(unsigned char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	       (c >= 'a' && c <= 'z') || c >= 0x80;
}

const char *permintaan_kata_cari(struct arena *a, const char *cari)
{
	struct buf b = { .a = a };
	size_t banyak = 0;

	while (*cari != '\0' && banyak < KATA_MAKS) {
		size_t n = 0;
		char *kata;

		while (huruf((unsigned char)cari[n]))
			n++;
		kata = arena_strndup(a, cari, n);
		if (text_length(kata) >= KATA_MIN) {
			buf_printf(&b, "%s+%s*", banyak > 0 ? " " : "", kata);
			banyak++;
		}
		cari += n == 0 ? 1 : n;
	}
	return b.p;
}
