/*
 * kartu-hidup.c - see kartu-hidup.h.
 */
#include "kartu-hidup.h"
#include "../lib/clock.h"
#include "../lib/text.h"
#include "catat.h"
#include "manifes.h"

#include <stdlib.h>
#include <string.h>

#define KOLOM                                                                  \
	"SELECT id, lembaga_id, COALESCE(manifes_id, 0), status,"              \
	" perlu_manifes, sam_id, pcid, seri_kartu, seri_mesin FROM kartu"
#define MILIK " AND hidup = 1 AND (? = 1 OR lembaga_id = ?) FOR UPDATE"
SQL(Q_KUNCI, KOLOM " WHERE id = ?" MILIK);
SQL(Q_KUNCI_SAM, KOLOM " WHERE sam_id = ?" MILIK);
SQL(Q_UBAH, "UPDATE kartu SET status = ?, perlu_manifes = NULL"
	    " WHERE id = ? AND status = ?");
SQL(Q_MESIN, "SELECT 1 FROM manifes WHERE seri_mesin = ? AND berlaku = 1"
	     " AND kartu_id <> ?");
SQL(Q_MESIN_LAIN,
    "SELECT 1 FROM kartu k JOIN kartu x ON x.seri_mesin = ?"
    " AND x.mesin_hidup = 1 AND x.lembaga_id <> k.lembaga_id WHERE k.id = ?");
SQL(Q_LEPAS, "UPDATE kartu SET perlu_manifes = NULL WHERE id = ?");
SQL(Q_CATAT,
    "INSERT INTO kartu_riwayat (kartu_id, waktu, akun_id, kode, dari, ke,"
    " catatan, manifes_id) VALUES (?, ?, ?, ?, ?, ?, LEFT(?, 500), ?)");

/* Many cards at once: their ids as one parameter, [1,2,3]. */
#define DAFTAR_ID                                                              \
	"JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"
SQL(Q_KUNCI_BANYAK,
    "SELECT k.id, k.status FROM " DAFTAR_ID " STRAIGHT_JOIN kartu k"
    " ON k.id = j.id AND k.hidup = 1 ORDER BY k.id FOR UPDATE");
SQL(Q_KUNCI_LEMBAGA,
    "SELECT id FROM kartu WHERE lembaga_id = ? AND hidup = 1"
    " AND status = 'aktif' ORDER BY id FOR UPDATE");
SQL(Q_TANGGUH,
    "UPDATE " DAFTAR_ID " STRAIGHT_JOIN kartu k ON k.id = j.id"
    " SET k.status = 'ditangguhkan', k.perlu_manifes = NULL"
    " WHERE k.status = 'aktif'");
SQL(Q_CATAT_BANYAK,
    "INSERT INTO kartu_riwayat (kartu_id, waktu, akun_id, kode, dari, ke,"
    " catatan, manifes_id) SELECT k.id, ?, ?, ?, ?, ?, ?, k.manifes_id"
    " FROM " DAFTAR_ID " STRAIGHT_JOIN kartu k ON k.id = j.id");
SQL(Q_AUDIT_BANYAK,
    "INSERT INTO audit (waktu, akun_id, username, lembaga_id, alamat_ip,"
    " tindakan, objek, objek_id, rincian)"
    " SELECT ?, a.id, a.username, a.lembaga_id, ?, ?, 'kartu', j.id, ?"
    " FROM " DAFTAR_ID " STRAIGHT_JOIN akun a ON a.id = ?");
SQL(Q_PER_LEMBAGA,
    "SELECT k.lembaga_id, COUNT(*) FROM " DAFTAR_ID " STRAIGHT_JOIN kartu k"
    " ON k.id = j.id GROUP BY k.lembaga_id");
SQL(Q_TANDAI_BATAL,
    "UPDATE kartu SET perlu_manifes = NULL WHERE lembaga_id = ?"
    " AND hidup = 1 AND status = 'ditangguhkan'"
    " AND perlu_manifes = 'pemulihan'");
SQL(Q_KUNCI_TANGGUH,
    "SELECT id FROM kartu WHERE lembaga_id = ? AND hidup = 1"
    " AND status = 'ditangguhkan' AND perlu_manifes IS NULL"
    " ORDER BY id FOR UPDATE");
SQL(Q_TANDAI,
    "UPDATE " DAFTAR_ID " STRAIGHT_JOIN kartu k ON k.id = j.id"
    " SET k.perlu_manifes = 'pemulihan'"
    " WHERE k.status = 'ditangguhkan'");

/* ---- one card ---- */

static enum err ambil_terkunci(enum err e, const struct rows *r,
			       struct kartu_hidup *out)
{
	if (e != OK)
		return e;
	*out = (struct kartu_hidup){
		.id = db_int(r, 0),
		.lembaga_id = db_int(r, 1),
		.manifes_id = db_int(r, 2),
		.status = db_text(r, 3),
		.perlu = db_text(r, 4),
		.sam_id = db_text(r, 5),
		.pcid = db_text(r, 6),
		.seri_kartu = db_text(r, 7),
		.seri_mesin = db_text(r, 8),
	};
	return OK;
}

static int64_t semua(const struct pelaku *p)
{
	return p->akun == 0 || (p->role & ROLE_DITJEN) != 0;
}

static int64_t lembaga(const struct pelaku *p)
{
	return (p->role & ROLE_PEMINTA) != 0 ? p->lembaga : 0;
}

enum err kartu_kunci(struct db *db, const struct pelaku *p, int64_t id,
		     struct kartu_hidup *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KUNCI, id, semua(p), lembaga(p));

	return ambil_terkunci(e, r, out);
}

enum err kartu_kunci_sam(struct db *db, const struct pelaku *p,
			 const char *sam_id, struct kartu_hidup *out)
{
	struct rows *r;
	enum err e =
	    db_one(db, &r, &Q_KUNCI_SAM, sam_id, semua(p), lembaga(p));

	return ambil_terkunci(e, r, out);
}

enum err kartu_ubah(struct db *db, int64_t id, const char *dari,
		    const char *ke)
{
	enum err e = db_exec(db, &Q_UBAH, ke, id, dari);

	return e == OK && db_affected(db) != 1 ? ERR_CONFLICT : e;
}

enum err kartu_mesin_bebas(struct db *db, const char *seri_mesin,
			   int64_t kartu_id, bool *bebas)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_MESIN, seri_mesin, kartu_id);

	*bebas = e == OK && db_count(r) == 0;
	return e;
}

enum err kartu_mesin_asing(struct db *db, const char *seri_mesin,
			   int64_t kartu_id, bool *asing)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_MESIN_LAIN, seri_mesin, kartu_id);

	*asing = e == OK && db_count(r) > 0;
	return e;
}

enum err kartu_lepas_tanda(struct db *db, int64_t id)
{
	return db_exec(db, &Q_LEPAS, id);
}

/* "aktif -> ditangguhkan: reason" for the audit log. */
static const char *rincian(struct arena *a, const char *dari, const char *ke,
			   const char *catatan)
{
	struct buf b = { .a = a };

	if (dari != NULL || ke != NULL)
		buf_printf(&b, "%s -> %s", dari == NULL ? "" : dari,
			   ke == NULL ? "" : ke);
	if (catatan != NULL)
		buf_printf(&b, "%s%s", b.n > 0 ? ": " : "", catatan);
	return b.p;
}

enum err kartu_catat(struct db *db, const struct pelaku *p, int64_t kartu_id,
		     const char *kode, const char *dari, const char *ke,
		     const char *catatan, int64_t manifes_id)
{
	struct arena *a = db_arena(db);
	enum err e = db_exec(db, &Q_CATAT, kartu_id, clock_now(a, 0),
			     DB_ID(p->akun), kode, dari, ke, catatan,
			     DB_ID(manifes_id));

	if (e == OK)
		e = audit_catat(db, p, arena_printf(a, "kartu-%s", kode),
				"kartu", kartu_id,
				rincian(a, dari, ke, catatan));
	return e;
}

/* ---- many ---- */

const char *kartu_alasan(struct arena *a, const char *s)
{
	const char *t = s == NULL ? "" : text_fold(a, s);

	return *t == '\0' ? NULL : t;
}

static int banding(const void *x, const void *y)
{
	const int64_t *a = x, *b = y;

	return *a < *b ? -1 : *a > *b;
}

enum err kartu_urutkan(int64_t *id, size_t n)
{
	qsort(id, n, sizeof(*id), banding);
	for (size_t i = 1; i < n; i++)
		if (id[i] == id[i - 1])
			return ERR_CONFLICT;
	return OK;
}

static const char *json_id(struct arena *a, const int64_t *id, size_t n)
{
	struct buf b = { .a = a };

	buf_char(&b, '[');
	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "%s%lld", i > 0 ? "," : "", (long long)id[i]);
	buf_char(&b, ']');
	return b.p;
}

enum err kartu_kunci_banyak(struct db *db, int64_t *id, size_t n)
{
	struct rows *r;
	enum err e = kartu_urutkan(id, n);

	if (e != OK || n == 0)
		return e;
	return db_query(db, &r, &Q_KUNCI_BANYAK,
			json_id(db_arena(db), id, n));
}

struct banyak {
	const struct pelaku *p;
	int64_t lembaga_id; /* 0: id, n */
	int64_t *id;
	size_t n;
	const char *catatan;
};

/* History and audit of all of them, before their status is changed. */
static enum err catat_banyak(struct db *db, const struct banyak *b,
			     const char *json, const char *kode,
			     const char *dari, const char *ke)
{
	struct arena *a = db_arena(db);
	const char *kini = clock_now(a, 0);
	enum err e = db_exec(db, &Q_CATAT_BANYAK, kini, b->p->akun, kode, dari,
			     ke, b->catatan, json);

	if (e == OK)
		e = db_exec(db, &Q_AUDIT_BANYAK, kini, b->p->alamat_ip,
			    arena_printf(a, "kartu-%s", kode),
			    rincian(a, dari, ke, b->catatan), json,
			    b->p->akun);
	return e;
}

enum err kartu_beri_tahu(struct db *db, const int64_t *id, size_t n,
			 const char *templat, const char *alasan,
			 const char *status)
{
	struct arena *a = db_arena(db);
	struct rows *r;
	enum err e = db_query(db, &r, &Q_PER_LEMBAGA, json_id(a, id, n));

	while (e == OK && db_next(r))
		e = pesan_ke_lembaga(
		    db, db_int(r, 0), templat,
		    arena_printf(a,
				 "jumlah=%lld\nalasan=%s\n"
				 "jalur=/aktivasi/kartu?status=%s",
				 (long long)db_int(r, 1),
				 alasan == NULL ? "" : text_fold(a, alasan),
				 status));
	return e;
}

/* The cards are locked and active. */
static enum err tangguhkan_terkunci(struct db *db, const struct banyak *b)
{
	const char *json = json_id(db_arena(db), b->id, b->n);
	enum err e;

	if (b->n == 0)
		return OK;
	e = catat_banyak(db, b, json, "tangguh", "aktif", "ditangguhkan");
	if (e == OK)
		e = db_exec(db, &Q_TANGGUH, json);
	if (e == OK && db_affected(db) != (int64_t)b->n)
		e = ERR_CONFLICT;
	if (e == OK)
		e = manifes_cabut_banyak(db, b->p, b->id, b->n, "penangguhan");
	if (e == OK)
		e = kartu_beri_tahu(db, b->id, b->n, "kartu-ditangguhkan",
				    b->catatan, "ditangguhkan");
	return e;
}

static enum err tangguhkan(struct db *db, void *ctx)
{
	struct banyak *b = ctx;
	struct rows *r;
	enum err e = kartu_urutkan(b->id, b->n);

	if (e == OK)
		e = db_query(db, &r, &Q_KUNCI_BANYAK,
			     json_id(db_arena(db), b->id, b->n));
	if (e == OK && db_count(r) != b->n)
		e = ERR_NOT_FOUND;
	while (e == OK && db_next(r))
		if (strcmp(db_text(r, 1), "aktif") != 0)
			e = ERR_CONFLICT;
	return e == OK ? tangguhkan_terkunci(db, b) : e;
}

enum err kartu_tangguhkan(struct db *db, const struct pelaku *p, int64_t *id,
			  size_t n, const char *alasan)
{
	struct banyak b = { .p = p, .id = id, .n = n,
			    .catatan = kartu_alasan(db_arena(db), alasan) };

	return p->role == ROLE_ADMIN ? db_transaction(db, tangguhkan, &b) :
				       ERR_FORBIDDEN;
}

/* The ids a locking statement found. */
static void ambil_id(struct db *db, struct rows *r, struct banyak *b)
{
	b->n = 0;
	b->id = arena_array(db_arena(db), db_count(r) + 1, sizeof(*b->id));
	while (db_next(r))
		b->id[b->n++] = db_int(r, 0);
}

static enum err tangguhkan_lembaga(struct db *db, void *ctx)
{
	struct banyak *b = ctx;
	struct rows *r;
	enum err e = db_query(db, &r, &Q_KUNCI_LEMBAGA, b->lembaga_id);

	if (e != OK)
		return e;
	ambil_id(db, r, b);
	e = tangguhkan_terkunci(db, b);
	/* Those whose suspension was just being lifted stay suspended. */
	if (e == OK)
		e = db_exec(db, &Q_TANDAI_BATAL, b->lembaga_id);
	if (e == OK)
		e = audit_catat(db, b->p, "lembaga-tangguh", "lembaga",
				b->lembaga_id, b->catatan);
	return e;
}

enum err kartu_tangguhkan_lembaga(struct db *db, const struct pelaku *p,
				  int64_t lembaga_id, const char *alasan,
				  int64_t *banyak)
{
	struct banyak b = { .p = p, .lembaga_id = lembaga_id,
			    .catatan = kartu_alasan(db_arena(db), alasan) };
	enum err e;

	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	e = db_transaction(db, tangguhkan_lembaga, &b);
	*banyak = (int64_t)b.n;
	return e;
}

static enum err pulihkan_lembaga(struct db *db, void *ctx)
{
	struct banyak *b = ctx;
	const char *json;
	struct rows *r;
	enum err e = db_query(db, &r, &Q_KUNCI_TANGGUH, b->lembaga_id);

	if (e != OK)
		return e;
	ambil_id(db, r, b);
	json = json_id(db_arena(db), b->id, b->n);
	if (b->n > 0)
		e = catat_banyak(db, b, json, "pulih-diminta", NULL, NULL);
	if (e == OK && b->n > 0)
		e = db_exec(db, &Q_TANDAI, json);
	if (e == OK && b->n > 0)
		e = kartu_beri_tahu(db, b->id, b->n, "kartu-dipulihkan",
				    b->catatan, "aktif");
	if (e == OK)
		e = audit_catat(db, b->p, "lembaga-pulih", "lembaga",
				b->lembaga_id, b->catatan);
	return e;
}

enum err kartu_pulihkan_lembaga(struct db *db, const struct pelaku *p,
				int64_t lembaga_id, const char *catatan,
				int64_t *banyak)
{
	struct banyak b = { .p = p, .lembaga_id = lembaga_id,
			    .catatan = kartu_alasan(db_arena(db), catatan) };
	enum err e;

	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	e = db_transaction(db, pulihkan_lembaga, &b);
	*banyak = (int64_t)b.n;
	return e;
}
