/*
 * kartu-buku.c - see kartu-buku.h.
 *
 * One constant statement for each set of filters and direction, tied to the
 * index that has exactly these columns (as in permintaan-daftar.c).
 */
#include "kartu-buku.h"
#include "kartu.h"
#include "lacak.h"

#include <string.h>

#define KOLOM                                                                  \
	"SELECT k.id, k.seri_kartu, COALESCE(f.seri_mesin, k.seri_mesin),"     \
	" k.sam_id, k.pcid, k.status, k.perlu_manifes, k.keterangan, l.id,"    \
	" l.kode, l.nama, COALESCE(f.id, 0), f.status, f.outlet, f.alamat,"    \
	" f.wilayah_kode, f.lintang, f.bujur, w.nama, f.berlaku_sampai"
#define GABUNG                                                                 \
	" STRAIGHT_JOIN lembaga l ON l.id = k.lembaga_id"                      \
	" LEFT JOIN manifes f ON f.id = k.manifes_id"                          \
	" LEFT JOIN wilayah w ON w.kode = f.kab"
#define TURUN " AND k.id < ? ORDER BY k.id DESC LIMIT ?"
#define NAIK  " AND k.id > ? ORDER BY k.id LIMIT ?"

#define DAFTAR(id, indeks, syarat)                                             \
	SQL(Q_##id##_TURUN,                                                    \
	    KOLOM " FROM kartu k FORCE INDEX (" indeks ")" GABUNG              \
		  " WHERE " syarat TURUN);                                     \
	SQL(Q_##id##_NAIK,                                                     \
	    KOLOM " FROM kartu k FORCE INDEX (" indeks ")" GABUNG              \
		  " WHERE " syarat NAIK);                                      \
	SQL(Q_##id##_HITUNG,                                                   \
	    "SELECT COUNT(*) FROM (SELECT 1 FROM kartu k FORCE INDEX ("        \
	    indeks ") WHERE " syarat " LIMIT ?) sebanyak")

#define HIDUP "k.hidup = 1"
DAFTAR(SEMUA, "PRIMARY", HIDUP);
DAFTAR(STATUS, "kartu_hidup_status", HIDUP " AND k.status = ?");
DAFTAR(LEMBAGA, "kartu_lembaga", HIDUP " AND k.lembaga_id = ?");
DAFTAR(LEMBAGA_STATUS, "kartu_lembaga_status",
       HIDUP " AND k.lembaga_id = ? AND k.status = ?");

/* Each number has its index; a number is whole. */
#define CARI                                                                   \
	" FROM (SELECT id FROM kartu WHERE seri_kartu = ?"                     \
	" UNION SELECT id FROM kartu WHERE seri_mesin = ?"                     \
	" UNION SELECT id FROM kartu WHERE sam_id = ?"                         \
	" UNION SELECT id FROM kartu WHERE pcid = ?"                           \
	" UNION SELECT kartu_id FROM manifes WHERE seri_mesin = ?) c"          \
	" STRAIGHT_JOIN kartu k ON k.id = c.id"
#define DISARING                                                               \
	" WHERE " HIDUP " AND (? = 0 OR k.lembaga_id = ?)"                     \
	" AND (? IS NULL OR k.status = ?)"
SQL(Q_CARI_TURUN, KOLOM CARI GABUNG DISARING TURUN);
SQL(Q_CARI_NAIK, KOLOM CARI GABUNG DISARING NAIK);
SQL(Q_CARI_HITUNG, "SELECT COUNT(*) FROM (SELECT 1" CARI DISARING
		   " LIMIT ?) sebanyak");

SQL(Q_AMBIL, KOLOM " FROM kartu k" GABUNG " WHERE k.id = ? AND " HIDUP
		   " AND (? = 0 OR k.lembaga_id = ?)");
SQL(Q_ASAL,
    "SELECT m.fungsi, m.id, m.nomor, p.id, p.tiket, d.nama, a.id, a.nomor,"
    " a.status, r.seri_mesin, r.outlet, r.alamat,"
    " (SELECT t.berakhir FROM token t WHERE t.kartu_id = k.id"
    " AND t.hidup = 1)"
    " FROM kartu k JOIN permintaan m ON m.id = k.permintaan_id"
    " JOIN lembaga d ON d.id = m.produsen_id"
    " LEFT JOIN proses p ON p.permintaan_id = m.id"
    " LEFT JOIN aktivasi_kartu r ON r.kartu_id = k.id AND r.hidup = 1"
    " LEFT JOIN aktivasi a ON a.id = r.aktivasi_id"
    " WHERE k.id = ?");
SQL(Q_RIWAYAT,
    "SELECT h.waktu, h.kode, h.dari, h.ke, h.catatan, a.nama, l.nama,"
    " h.manifes_id FROM"
    " (SELECT 0 AS urut, k.dikerjakan AS waktu, k.dikerjakan_oleh AS akun_id,"
    " 'dipersonalisasi' AS kode, NULL AS dari, NULL AS ke, k.pcid AS catatan,"
    " NULL AS manifes_id FROM kartu k WHERE k.id = ?"
    " AND k.sam_id IS NOT NULL AND k.dikerjakan IS NOT NULL"
    " UNION ALL SELECT 1, p.diserahkan, s.akun_id, 'diserahkan', NULL, NULL,"
    " s.wakil_nama, NULL FROM kartu k JOIN proses p"
    " ON p.permintaan_id = k.permintaan_id"
    " JOIN serah_terima s ON s.proses_id = p.id"
    " WHERE k.id = ? AND p.diserahkan IS NOT NULL"
    " UNION ALL SELECT 1 + r.id, r.waktu, r.akun_id, r.kode, r.dari, r.ke,"
    " r.catatan, r.manifes_id FROM kartu_riwayat r WHERE r.kartu_id = ?) h"
    " LEFT JOIN akun a ON a.id = h.akun_id"
    " LEFT JOIN lembaga l ON l.id = a.lembaga_id"
    " ORDER BY h.urut");

static void isi(const struct rows *r, struct buku *b)
{
	*b = (struct buku){
		.id = db_int(r, 0),
		.seri_kartu = db_text(r, 1),
		.seri_mesin = db_text(r, 2),
		.sam_id = db_text(r, 3),
		.pcid = db_text(r, 4),
		.status = db_text(r, 5),
		.perlu = db_text(r, 6),
		.keterangan = db_text(r, 7),
		.lembaga_id = db_int(r, 8),
		.lembaga_kode = db_text(r, 9),
		.lembaga = db_text(r, 10),
		.manifes_id = db_int(r, 11),
		.manifes_status = db_text(r, 12),
		.outlet = db_text(r, 13),
		.alamat = db_text(r, 14),
		.wilayah_kode = db_text(r, 15),
		.lintang = db_text(r, 16),
		.bujur = db_text(r, 17),
		.kabkota = db_text(r, 18),
		.berlaku_sampai = db_text(r, 19),
	};
}

/* Whose cards: 0 for everybody's.  False when p may see none, or asks for
   another institution's. */
static bool batas(const struct pelaku *p, int64_t minta, int64_t *lembaga)
{
	*lembaga = minta;
	if ((p->role & ROLE_DITJEN) != 0)
		return true;
	*lembaga = p->lembaga;
	return (p->role & ROLE_PEMINTA) != 0 && p->lembaga != 0 &&
	       (minta == 0 || minta == p->lembaga);
}

/* A number as it is stored, "" when it cannot be one; sam: the same as a SAM
   id, left as it is when it is none. */
static const char *nomor(struct db *db, const char *cari,
			 char sam[SAM_SIMPAN])
{
	if (cari == NULL)
		return "";
	sam_baca(cari, sam);
	return lacak_rapi(db_arena(db), cari);
}

enum err buku_daftar(struct db *db, const struct pelaku *p,
		     const struct buku_saring *s, struct buku **out, size_t *n)
{
	bool turun = s->turun != s->mundur;
	int64_t id = s->id > 0 ? s->id : turun ? INT64_MAX : 0;
	char sam[SAM_SIMPAN] = "";
	const char *rapi = nomor(db, s->cari, sam);
	int64_t lembaga;
	struct rows *r;
	size_t i = 0;
	enum err e;

	*n = 0;
	*out = NULL;
	if (!batas(p, s->lembaga, &lembaga))
		return OK;
	if (s->cari != NULL)
		e = db_query(db, &r, turun ? &Q_CARI_TURUN : &Q_CARI_NAIK,
			     rapi, rapi, sam, s->cari, rapi, lembaga, lembaga,
			     s->status, s->status, id, s->banyak);
	else if (lembaga != 0 && s->status != NULL)
		e = db_query(db, &r,
			     turun ? &Q_LEMBAGA_STATUS_TURUN :
				     &Q_LEMBAGA_STATUS_NAIK,
			     lembaga, s->status, id, s->banyak);
	else if (lembaga != 0)
		e = db_query(db, &r,
			     turun ? &Q_LEMBAGA_TURUN : &Q_LEMBAGA_NAIK,
			     lembaga, id, s->banyak);
	else if (s->status != NULL)
		e = db_query(db, &r, turun ? &Q_STATUS_TURUN : &Q_STATUS_NAIK,
			     s->status, id, s->banyak);
	else
		e = db_query(db, &r, turun ? &Q_SEMUA_TURUN : &Q_SEMUA_NAIK,
			     id, s->banyak);
	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (; db_next(r); i++)
		isi(r, &(*out)[s->mundur ? *n - 1 - i : i]);
	return OK;
}

enum err buku_hitung(struct db *db, const struct pelaku *p,
		     const struct buku_saring *s, int64_t *total, bool *pasti)
{
	int64_t maks = BUKU_HITUNG + 1;
	char sam[SAM_SIMPAN] = "";
	const char *rapi = nomor(db, s->cari, sam);
	int64_t lembaga;
	struct rows *r;
	enum err e;

	*total = 0;
	*pasti = true;
	if (!batas(p, s->lembaga, &lembaga))
		return OK;
	if (s->cari != NULL)
		e = db_one(db, &r, &Q_CARI_HITUNG, rapi, rapi, sam, s->cari,
			   rapi, lembaga, lembaga, s->status, s->status, maks);
	else if (lembaga != 0 && s->status != NULL)
		e = db_one(db, &r, &Q_LEMBAGA_STATUS_HITUNG, lembaga,
			   s->status, maks);
	else if (lembaga != 0)
		e = db_one(db, &r, &Q_LEMBAGA_HITUNG, lembaga, maks);
	else if (s->status != NULL)
		e = db_one(db, &r, &Q_STATUS_HITUNG, s->status, maks);
	else
		e = db_one(db, &r, &Q_SEMUA_HITUNG, maks);
	if (e != OK)
		return e;
	*total = db_int(r, 0);
	if (*total == maks) {
		*total = BUKU_HITUNG;
		*pasti = false;
	}
	return OK;
}

enum err buku_ambil(struct db *db, const struct pelaku *p, int64_t id,
		    struct buku *out, struct buku_asal *asal)
{
	int64_t lembaga;
	struct rows *r;
	enum err e;

	if (!batas(p, 0, &lembaga))
		return ERR_NOT_FOUND;
	e = db_one(db, &r, &Q_AMBIL, id, lembaga, lembaga);
	if (e != OK)
		return e;
	isi(r, out);
	if (asal == NULL)
		return OK;
	e = db_one(db, &r, &Q_ASAL, id);
	if (e != OK)
		return e;
	*asal = (struct buku_asal){
		.fungsi = db_text(r, 0),
		.permintaan_id = db_int(r, 1),
		.nomor = db_text(r, 2),
		.proses_id = db_int(r, 3),
		.tiket = db_int(r, 4),
		.produsen = db_text(r, 5),
		.aktivasi_id = db_int(r, 6),
		.aktivasi_nomor = db_text(r, 7),
		.aktivasi_status = db_text(r, 8),
		.rencana_mesin = db_text(r, 9),
		.rencana_outlet = db_text(r, 10),
		.rencana_alamat = db_text(r, 11),
		.token_berakhir = db_text(r, 12),
	};
	return OK;
}

enum err buku_riwayat(struct db *db, int64_t kartu_id,
		      struct buku_riwayat **out, size_t *n)
{
	struct rows *r;
	enum err e =
	    db_query(db, &r, &Q_RIWAYAT, kartu_id, kartu_id, kartu_id);

	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		(*out)[i] = (struct buku_riwayat){
			.waktu = db_text(r, 0),
			.kode = db_text(r, 1),
			.dari = db_text(r, 2),
			.ke = db_text(r, 3),
			.catatan = db_text(r, 4),
			.oleh = db_text(r, 5),
			.lembaga = db_text(r, 6),
			.manifes_id = db_int(r, 7),
		};
	return OK;
}
