/*
 * peta.c - see peta.h: regions, points, and the rows of the files.  The recap
 * by institution is peta-rekap.c.
 */
#include "peta.h"

/*
 * Every statement twice: over all, and over one institution, each tied to its
 * index.  The first parameter is the institution (0 in the first), then
 * SARING's: from and to, so that the index is entered where the region begins.
 * Counts come from the totals of each regency, institution and function, which
 * triggers keep (sql/054-laporan.sql); only where readers stand inside a
 * province is asked of the manifests themselves.
 */
#define SARING                                                                 \
	" AND m.prov BETWEEN ? AND ? AND m.kab BETWEEN ? AND ?"                \
	" AND (? IS NULL OR m.fungsi = ?)"
#define SEMUA                                                                  \
	" FROM pembaca_total m FORCE INDEX (PRIMARY)"                          \
	" WHERE ? = 0 AND m.jumlah > 0"
#define SATU                                                                   \
	" FROM pembaca_total m FORCE INDEX (pembaca_total_lembaga)"            \
	" WHERE m.lembaga_id = ? AND m.jumlah > 0"
#define DUA(id, awal, akhir)                                                   \
	SQL(Q_##id##_SEMUA, awal SEMUA SARING akhir);                          \
	SQL(Q_##id##_SATU, awal SATU SARING akhir)
#define DUA_MANIFES(id, awal, akhir)                                           \
	SQL(Q_##id##_SEMUA,                                                    \
	    awal " FROM manifes m FORCE INDEX (manifes_peta)"                  \
		 " WHERE ? = 0 AND m.status = 'berlaku'" SARING akhir);        \
	SQL(Q_##id##_SATU,                                                     \
	    awal " FROM manifes m FORCE INDEX (manifes_lembaga)"               \
		 " WHERE m.lembaga_id = ? AND m.status = 'berlaku'" SARING     \
		     akhir)

#define RW                                                                     \
	" SUM(IF(m.fungsi = 'R', m.jumlah, 0)) AS r,"                          \
	" SUM(IF(m.fungsi = 'RW', m.jumlah, 0)) AS rw"
#define HITUNG                                                                 \
	RW ","                                                                 \
	" SUM(m.jumlah) AS n, COUNT(DISTINCT m.lembaga_id) AS lembaga,"        \
	" COUNT(DISTINCT m.prov) AS provinsi, COUNT(DISTINCT m.kab) AS kab"
#define KOLOM ", x.r, x.rw, x.n, x.lembaga, x.provinsi, x.kab FROM (SELECT "
#define WILAYAH(per)                                                           \
	" GROUP BY " per ") x LEFT JOIN wilayah w ON w.kode = x.kode"          \
	" ORDER BY x.n DESC, x.kode"

DUA(PROV, "SELECT 0, x.kode, w.nama" KOLOM "m.prov AS kode," HITUNG,
    WILAYAH("m.prov"));
DUA(KAB, "SELECT 0, x.kode, w.nama" KOLOM "m.kab AS kode," HITUNG,
    WILAYAH("m.kab"));
DUA(LEMBAGA, "SELECT l.id, l.kode, l.nama" KOLOM "m.lembaga_id AS ke," HITUNG,
    " GROUP BY m.lembaga_id) x STRAIGHT_JOIN lembaga l ON l.id = x.ke"
    " ORDER BY x.n DESC, l.id");

SQL(Q_BANYAK, "SELECT COUNT(DISTINCT m.lembaga_id)" SEMUA SARING);

#define TITIK_TENGAH(lintang, bujur, n)                                        \
	"SELECT x.y, x.x, x.n, w.nama FROM (SELECT m.kab,"                     \
	" CAST(ROUND(" lintang " * 1000) AS SIGNED) AS y,"                     \
	" CAST(ROUND(" bujur " * 1000) AS SIGNED) AS x, " n " AS n"
#define TITIK TITIK_TENGAH("AVG(m.lintang)", "AVG(m.bujur)", "COUNT(*)")
#define TITIK_SISA                                                             \
	") x LEFT JOIN wilayah w ON w.kode = x.kab"                            \
	" ORDER BY x.n DESC, x.kab, x.y, x.x LIMIT ?"
DUA(TITIK,
    TITIK_TENGAH("SUM(m.lintang) / SUM(m.jumlah)",
		 "SUM(m.bujur) / SUM(m.jumlah)", "SUM(m.jumlah)"),
    " GROUP BY m.kab" TITIK_SISA);
DUA_MANIFES(TITIK_PROV, TITIK,
    " GROUP BY m.kab, ROUND(m.lintang, 1), ROUND(m.bujur, 1)" TITIK_SISA);
DUA_MANIFES(TITIK_KAB, TITIK,
    " GROUP BY m.kab, ROUND(m.lintang, 3), ROUND(m.bujur, 3)" TITIK_SISA);

/* Only looked up, region by region, by the index: its columns are ascii, and
   compared with anything else they would be converted instead. */
#define PILIHAN                                                                \
	"SELECT w.kode, w.nama FROM wilayah w WHERE w.induk = ?"               \
	" AND EXISTS (SELECT 1 FROM manifes m FORCE INDEX ("
#define DI_PROV(w) " AND m.prov = CONVERT(" w " USING ascii)"
#define DI_KAB     " AND m.kab = CONVERT(w.kode USING ascii)"
#define NAIK	   ") ORDER BY w.nama"
SQL(Q_PROV_SEMUA_ADA,
    PILIHAN "manifes_peta) WHERE ? = 0 AND m.status = 'berlaku'" DI_PROV(
	"w.kode") NAIK);
SQL(Q_PROV_SATU_ADA,
    PILIHAN "manifes_lembaga) WHERE m.lembaga_id = ?"
	    " AND m.status = 'berlaku'" DI_PROV("w.kode") NAIK);
SQL(Q_KAB_SEMUA_ADA,
    PILIHAN "manifes_peta) WHERE ? = 0 AND m.status = 'berlaku'" DI_PROV(
	"w.induk") DI_KAB NAIK);
SQL(Q_KAB_SATU_ADA,
    PILIHAN "manifes_lembaga) WHERE m.lembaga_id = ?"
	    " AND m.status = 'berlaku'" DI_PROV("w.induk") DI_KAB NAIK);

DUA(SATUAN,
    "SELECT x.prov, x.kab, w.nama, y.nama, l.id, l.kode, l.nama, x.r, x.rw"
    " FROM (SELECT m.prov, m.kab, m.lembaga_id," RW,
    " AND (m.kab > ? OR (m.kab = ? AND m.lembaga_id > ?))"
    " GROUP BY m.kab, m.lembaga_id, m.prov"
    " ORDER BY m.kab, m.lembaga_id LIMIT ?) x"
    " STRAIGHT_JOIN lembaga l ON l.id = x.lembaga_id"
    " LEFT JOIN wilayah w ON w.kode = x.prov"
    " LEFT JOIN wilayah y ON y.kode = x.kab ORDER BY x.kab, l.id");

/* Parameters of a statement, and which of the two it is. */
struct cara {
	struct db_param p[12];
	size_t n;
	bool satu;
};

static void tambah(struct cara *c, struct db_param v)
{
	c->p[c->n++] = v;
}

/* Nobody else's: an institution that cannot be. */
static int64_t siapa(const struct pelaku *p, int64_t lembaga)
{
	return (p->role & ROLE_DITJEN) != 0  ? lembaga :
	       (p->role & ROLE_PEMINTA) != 0 ? p->lembaga :
					       -1;
}

/* From and to of a code; NULL is every one. */
static void antara(struct cara *c, const char *kode)
{
	tambah(c, db_param_text(kode == NULL ? "" : kode));
	tambah(c, db_param_text(kode == NULL ? "~" : kode));
}

static struct cara saring(const struct pelaku *p, const struct peta_saring *s)
{
	int64_t lembaga = siapa(p, s->lembaga);
	struct cara c = { .satu = lembaga != 0 };

	tambah(&c, db_param_int(lembaga));
	antara(&c, s->prov);
	antara(&c, s->kab);
	tambah(&c, db_param_text(s->fungsi));
	tambah(&c, db_param_text(s->fungsi));
	return c;
}

static void isi(const struct rows *r, struct peta_baris *b)
{
	*b = (struct peta_baris){
		.id = db_int(r, 0),
		.kode = db_text(r, 1),
		.nama = db_text(r, 2),
		.r = db_int(r, 3),
		.rw = db_int(r, 4),
		.jumlah = db_int(r, 5),
		.lembaga = db_int(r, 6),
		.provinsi = db_int(r, 7),
		.kabkota = db_int(r, 8),
	};
}

/* What the rows make together; different institutions cannot be added. */
static enum err jumlahkan(struct db *db, struct cara *c,
			  const struct peta_saring *s,
			  const struct peta_baris *b, size_t n,
			  struct peta_baris *out)
{
	struct rows *r;
	enum err e;

	*out = (struct peta_baris){ .lembaga = (int64_t)n };
	for (size_t i = 0; i < n; i++) {
		out->r += b[i].r;
		out->rw += b[i].rw;
		out->jumlah += b[i].jumlah;
		out->kabkota += b[i].kabkota;
	}
	out->provinsi = s->prov == NULL ? (int64_t)n : n > 0;
	if (s->kab != NULL) {
		out->kabkota = n > 0;
		return OK;
	}
	out->lembaga = n > 0;
	if (c->satu)
		return OK;
	e = db_one_params(db, &r, &Q_BANYAK, c->p, c->n);
	if (e == OK)
		out->lembaga = db_int(r, 0);
	return e;
}

enum err peta_rinci(struct db *db, const struct pelaku *p,
		    const struct peta_saring *s, struct peta_baris **out,
		    size_t *n, struct peta_baris *jumlah)
{
	static struct sql *const q[][2] = {
		{ &Q_PROV_SEMUA, &Q_PROV_SATU },
		{ &Q_KAB_SEMUA, &Q_KAB_SATU },
		{ &Q_LEMBAGA_SEMUA, &Q_LEMBAGA_SATU },
	};
	struct cara c = saring(p, s);
	struct rows *r;
	enum err e = db_query_params(
	    db, &r, q[(s->prov != NULL) + (s->kab != NULL)][c.satu], c.p, c.n);

	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		isi(r, &(*out)[i]);
	return jumlahkan(db, &c, s, *out, *n, jumlah);
}

enum err peta_titik(struct db *db, const struct pelaku *p,
		    const struct peta_saring *s, struct peta_titik **out,
		    size_t *n)
{
	static struct sql *const q[][2] = {
		{ &Q_TITIK_SEMUA, &Q_TITIK_SATU },
		{ &Q_TITIK_PROV_SEMUA, &Q_TITIK_PROV_SATU },
		{ &Q_TITIK_KAB_SEMUA, &Q_TITIK_KAB_SATU },
	};
	struct cara c = saring(p, s);
	struct rows *r;
	enum err e;

	tambah(&c, db_param_int(PETA_TITIK));
	e = db_query_params(db, &r,
			    q[(s->prov != NULL) + (s->kab != NULL)][c.satu],
			    c.p, c.n);
	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		(*out)[i] = (struct peta_titik){
			.lintang = db_int(r, 0),
			.bujur = db_int(r, 1),
			.jumlah = db_int(r, 2),
			.nama = db_text(r, 3),
		};
	return OK;
}

enum err peta_pilihan(struct db *db, const struct pelaku *p, const char *prov,
		      struct peta_pilihan **out, size_t *n)
{
	static struct sql *const q[][2] = {
		{ &Q_PROV_SEMUA_ADA, &Q_PROV_SATU_ADA },
		{ &Q_KAB_SEMUA_ADA, &Q_KAB_SATU_ADA },
	};
	int64_t lembaga = siapa(p, 0);
	struct rows *r;
	enum err e = db_query(db, &r, q[prov != NULL][lembaga != 0],
			      prov == NULL ? "" : prov, lembaga);

	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		(*out)[i] = (struct peta_pilihan){ db_text(r, 0),
						   db_text(r, 1) };
	return OK;
}

enum err peta_satuan(struct db *db, const struct pelaku *p,
		     const struct peta_saring *s, const char *kab,
		     int64_t lembaga_id, int64_t banyak,
		     struct peta_satuan **out, size_t *n)
{
	struct cara c = saring(p, s);
	struct rows *r;
	enum err e;

	tambah(&c, db_param_text(kab));
	tambah(&c, db_param_text(kab));
	tambah(&c, db_param_int(lembaga_id));
	tambah(&c, db_param_int(banyak));
	e = db_query_params(db, &r, c.satu ? &Q_SATUAN_SATU : &Q_SATUAN_SEMUA,
			    c.p, c.n);
	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		(*out)[i] = (struct peta_satuan){
			.prov = db_text(r, 0),
			.kab = db_text(r, 1),
			.provinsi = db_text(r, 2),
			.kabkota = db_text(r, 3),
			.lembaga_id = db_int(r, 4),
			.lembaga_kode = db_text(r, 5),
			.lembaga = db_text(r, 6),
			.r = db_int(r, 7),
			.rw = db_int(r, 8),
		};
	return OK;
}
