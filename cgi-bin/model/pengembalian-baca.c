/*
 * pengembalian-baca.c - see pengembalian.h: lists and pages.
 */
#include "pengembalian.h"
#include "../lib/text.h"
#include "kartu.h"
#include "lacak.h"

#define HITUNG_MAKS 1000 /* a list is not counted beyond */

#define KOLOM                                                                  \
	"SELECT k.id, k.lembaga_id, l.nama, k.alasan, k.catatan, k.jumlah,"    \
	" k.status, k.dokumen_id, d.nomor, k.pengirim_nama,"                   \
	" k.pengirim_jabatan, k.dibuat, a.nama, k.dikirim, b.nama, k.resi,"    \
	" k.diterima, c.nama, k.dibatalkan, e.nama, k.batal_alasan "
/* Outer joins: a small table is not read whole before them. */
#define NAMA                                                                   \
	" LEFT JOIN lembaga l ON l.id = k.lembaga_id"                          \
	" LEFT JOIN akun a ON a.id = k.pembuat_id"                             \
	" LEFT JOIN dokumen d ON d.id = k.dokumen_id"                          \
	" LEFT JOIN akun b ON b.id = k.pengirim_id"                            \
	" LEFT JOIN akun c ON c.id = k.penerima_id"                            \
	" LEFT JOIN akun e ON e.id = k.pembatal_id "
#define TURUN " AND k.id < ? ORDER BY k.id DESC LIMIT ?"
#define NAIK  " AND k.id > ? ORDER BY k.id LIMIT ?"

#define DAFTAR(id, dari, syarat)                                               \
	SQL(Q_##id##_NAIK, KOLOM dari NAMA " WHERE " syarat NAIK);             \
	SQL(Q_##id##_TURUN, KOLOM dari NAMA " WHERE " syarat TURUN);           \
	SQL(Q_##id##_HITUNG, "SELECT COUNT(*) FROM (SELECT 1 " dari            \
			     " WHERE " syarat " LIMIT ?) sebanyak")
#define INDEKS(nama) "FROM pengembalian k FORCE INDEX (" nama ")"

DAFTAR(SEMUA, INDEKS("PRIMARY"), "TRUE");
DAFTAR(S, INDEKS("pengembalian_status"), "k.status = ?");
DAFTAR(L, INDEKS("pengembalian_lembaga"), "k.lembaga_id = ?");
DAFTAR(LS, INDEKS("pengembalian_ls"), "k.lembaga_id = ? AND k.status = ?");
/* A search is led by what is searched; NULL and 0 are no filter. */
#define CARI                                                                   \
	"FROM (SELECT x.id AS ke FROM dokumen y JOIN pengembalian x"           \
	" ON x.dokumen_id = y.id WHERE y.nomor LIKE ?"                         \
	" UNION SELECT x.pengembalian_id FROM kartu y JOIN pengembalian_kartu" \
	" x ON x.kartu_id = y.id WHERE y.seri_kartu = ?"                       \
	" UNION SELECT x.pengembalian_id FROM kartu y JOIN pengembalian_kartu" \
	" x ON x.kartu_id = y.id WHERE y.sam_id = ?"                           \
	" UNION SELECT x.pengembalian_id FROM kartu y JOIN pengembalian_kartu" \
	" x ON x.kartu_id = y.id WHERE y.seri_mesin = ?) s"                    \
	" STRAIGHT_JOIN pengembalian k ON k.id = s.ke"
DAFTAR(CARI, CARI,
       "(k.lembaga_id = ? OR ?) AND (? IS NULL OR k.status = ?)");

SQL(Q_AMBIL, KOLOM "FROM pengembalian k" NAMA
		   " WHERE k.id = ? AND (k.lembaga_id = ? OR ?)");

#define KARTU                                                                  \
	"SELECT k.id, k.seri_kartu, COALESCE(m.seri_mesin, k.seri_mesin),"     \
	" k.sam_id, k.pcid, k.status, m.outlet"
SQL(Q_ISI, KARTU " FROM pengembalian_kartu x"
		 " STRAIGHT_JOIN kartu k ON k.id = x.kartu_id"
		 " LEFT JOIN manifes m ON m.id = k.manifes_id"
		 " WHERE x.pengembalian_id = ? ORDER BY k.id");
/* What may come back: not held by another return, nor asked for. */
#define BOLEH                                                                  \
	" k.lembaga_id = ? AND k.hidup = 1 AND k.status IN"                    \
	" ('diserahkan', 'token', 'aktif', 'ditangguhkan', 'nonaktif')"        \
	" AND NOT EXISTS (SELECT 1 FROM pengembalian_kartu x"                  \
	"  WHERE x.kartu_id = k.id AND x.hidup = 1)"                           \
	" AND (k.status <> 'diserahkan' OR NOT EXISTS ("                       \
	"  SELECT 1 FROM aktivasi_kartu y WHERE y.kartu_id = k.id"             \
	"  AND y.hidup = 1))"
#define CALON                                                                  \
	" FROM kartu k FORCE INDEX (kartu_lembaga)"                            \
	" LEFT JOIN manifes m ON m.id = k.manifes_id WHERE" BOLEH              \
	" AND (? IS NULL OR m.outlet LIKE ?)"
SQL(Q_CALON, KARTU CALON " ORDER BY k.id DESC LIMIT ?");
SQL(Q_CALON_HITUNG,
    "SELECT COUNT(*) FROM (SELECT 1" CALON " LIMIT ?) sebanyak");
/* A serial leads to its card, whatever else there is. */
SQL(Q_CALON_SERI,
    KARTU " FROM (SELECT id AS ke FROM kartu WHERE seri_kartu = ?"
	  " UNION SELECT id FROM kartu WHERE seri_mesin = ?"
	  " UNION SELECT id FROM kartu WHERE sam_id = ?"
	  " UNION SELECT kartu_id FROM manifes WHERE seri_mesin = ?) s"
	  " STRAIGHT_JOIN kartu k ON k.id = s.ke"
	  " LEFT JOIN manifes m ON m.id = k.manifes_id WHERE" BOLEH
	  " ORDER BY k.id DESC LIMIT ?");

static void isi(const struct rows *r, struct pengembalian *k)
{
	*k = (struct pengembalian){
		.id = db_int(r, 0),
		.lembaga_id = db_int(r, 1),
		.lembaga = db_text(r, 2),
		.alasan = db_text(r, 3),
		.catatan = db_text(r, 4),
		.jumlah = db_int(r, 5),
		.status = db_text(r, 6),
		.dokumen_id = db_int(r, 7),
		.nomor = db_text(r, 8),
		.pengirim_nama = db_text(r, 9),
		.pengirim_jabatan = db_text(r, 10),
		.dibuat = db_text(r, 11),
		.pembuat = db_text(r, 12),
		.dikirim = db_text(r, 13),
		.pengirim = db_text(r, 14),
		.resi = db_text(r, 15),
		.diterima = db_text(r, 16),
		.penerima = db_text(r, 17),
		.dibatalkan = db_text(r, 18),
		.pembatal = db_text(r, 19),
		.batal_alasan = db_text(r, 20),
	};
}

static int64_t semua(const struct pelaku *p)
{
	return (p->role & ROLE_DITJEN) != 0;
}

static int64_t milik(const struct pelaku *p)
{
	return (p->role & ROLE_PEMINTA) != 0 ? p->lembaga : 0;
}

enum err pengembalian_ambil(struct db *db, const struct pelaku *p, int64_t id,
			    struct pengembalian *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL, id, milik(p), semua(p));

	if (e == OK)
		isi(r, out);
	return e;
}

/* Which statements, and the parameters of their conditions. */
static struct sql *const *pilih(struct db *db, const struct pelaku *p,
				const struct pengembalian_saring *s,
				struct db_param *v, size_t *n)
{
	static struct sql *const cara[][3] = {
		{ &Q_SEMUA_NAIK, &Q_SEMUA_TURUN, &Q_SEMUA_HITUNG },
		{ &Q_S_NAIK, &Q_S_TURUN, &Q_S_HITUNG },
		{ &Q_L_NAIK, &Q_L_TURUN, &Q_L_HITUNG },
		{ &Q_LS_NAIK, &Q_LS_TURUN, &Q_LS_HITUNG },
		{ &Q_CARI_NAIK, &Q_CARI_TURUN, &Q_CARI_HITUNG },
	};
	struct arena *a = db_arena(db);
	char *sam;

	*n = 0;
	if (s->cari == NULL) {
		if (!semua(p))
			v[(*n)++] = db_param_int(milik(p));
		if (s->status != NULL)
			v[(*n)++] = db_param_text(s->status);
		return cara[(semua(p) ? 0 : 2) + (s->status != NULL)];
	}
	sam = arena_alloc(a, SAM_SIMPAN);
	v[(*n)++] =
	    db_param_text(arena_printf(a, "%s%%", text_like(a, s->cari)));
	v[(*n)++] = db_param_text(lacak_rapi(a, s->cari));
	v[(*n)++] = db_param_text(sam_baca(s->cari, sam) ? sam : "");
	v[(*n)++] = db_param_text(lacak_rapi(a, s->cari));
	v[(*n)++] = db_param_int(milik(p));
	v[(*n)++] = db_param_int(semua(p));
	v[(*n)++] = db_param_text(s->status);
	v[(*n)++] = db_param_text(s->status);
	return cara[4];
}

enum err pengembalian_daftar(struct db *db, const struct pelaku *p,
			     const struct pengembalian_saring *s,
			     struct pengembalian **out, size_t *n,
			     int64_t *total, bool *pasti)
{
	bool turun = s->turun != s->mundur;
	struct db_param v[12];
	struct rows *r, *jumlah;
	size_t awal;
	struct sql *const *cara = pilih(db, p, s, v, &awal);
	enum err e;

	v[awal] = db_param_int(s->id > 0 ? s->id : turun ? INT64_MAX : 0);
	v[awal + 1] = db_param_int(s->banyak);
	e = db_query_params(db, &r, cara[turun], v, awal + 2);
	if (e != OK)
		return e;
	v[awal] = db_param_int(HITUNG_MAKS + 1);
	e = db_one_params(db, &jumlah, cara[2], v, awal + 1);
	if (e != OK)
		return e;
	*pasti = db_int(jumlah, 0) <= HITUNG_MAKS;
	*total = *pasti ? db_int(jumlah, 0) : HITUNG_MAKS;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		isi(r, &(*out)[s->mundur ? *n - 1 - i : i]);
	return OK;
}

static void isi_kartu(struct db *db, struct rows *r,
		      struct pengembalian_kartu **out, size_t *n)
{
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		(*out)[i] = (struct pengembalian_kartu){
			.id = db_int(r, 0),
			.seri_kartu = db_text(r, 1),
			.seri_mesin = db_text(r, 2),
			.sam_id = db_text(r, 3),
			.pcid = db_text(r, 4),
			.status = db_text(r, 5),
			.outlet = db_text(r, 6),
		};
}

enum err pengembalian_isi(struct db *db, int64_t id,
			  struct pengembalian_kartu **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_ISI, id);

	if (e == OK)
		isi_kartu(db, r, out, n);
	return e;
}

enum err pengembalian_calon(struct db *db, const struct pelaku *p,
			    const char *cari, int64_t banyak,
			    struct pengembalian_kartu **out, size_t *n,
			    int64_t *total)
{
	struct arena *a = db_arena(db);
	const char *rapi = cari == NULL ? "" : lacak_rapi(a, cari);
	const char *mirip = NULL;
	char sam[SAM_SIMPAN] = "";
	struct rows *r;
	enum err e;

	if (cari != NULL) {
		sam_baca(cari, sam);
		mirip = arena_printf(a, "%%%s%%", text_like(a, cari));
		e = db_query(db, &r, &Q_CALON_SERI, rapi, rapi, sam, rapi,
			     p->lembaga, banyak);
		if (e != OK)
			return e;
		*total = (int64_t)db_count(r);
		if (*total > 0) {
			isi_kartu(db, r, out, n);
			return OK;
		}
	}
	e = db_query(db, &r, &Q_CALON, p->lembaga, mirip, mirip, banyak);
	if (e != OK)
		return e;
	isi_kartu(db, r, out, n);
	*total = (int64_t)*n;
	if (*total < banyak)
		return OK;
	e = db_one(db, &r, &Q_CALON_HITUNG, p->lembaga, mirip, mirip,
		   PENGEMBALIAN_HITUNG + 1);
	if (e == OK)
		*total = db_int(r, 0);
	return e;
}
