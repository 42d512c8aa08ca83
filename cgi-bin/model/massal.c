/*
 * massal.c - see massal.h: files of a bulk activation in the database.
 */
#include "massal.h"
#include "../lib/clock.h"
#include "catat.h"

#include <string.h>

SQL(Q_TERIMA, "INSERT INTO massal (lembaga_id, akun_id, nama, jumlah, gagal,"
	      " status, dibuat, selesai) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
SQL(Q_BARIS,
    "INSERT INTO massal_baris (massal_id, baris, sam_id, token_hash,"
    " seri_mesin, outlet, alamat, wilayah_kode, lintang, bujur, status,"
    " galat, ruas) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

#define KOLOM                                                                  \
	"SELECT m.id, l.nama, a.nama, m.nama, m.jumlah, m.berhasil, m.gagal,"  \
	" m.status, m.dibuat, m.selesai FROM massal m"
#define GABUNG                                                                 \
	" STRAIGHT_JOIN lembaga l ON l.id = m.lembaga_id"                      \
	" STRAIGHT_JOIN akun a ON a.id = m.akun_id WHERE "
#define TURUN " AND m.id < ? ORDER BY m.id DESC LIMIT ?"
#define NAIK  " AND m.id > ? ORDER BY m.id LIMIT ?"
#define MILIK "m.lembaga_id = ?"
SQL(Q_AMBIL, KOLOM GABUNG "m.id = ? AND (? = 1 OR " MILIK ")");
SQL(Q_SEMUA_TURUN, KOLOM GABUNG "TRUE" TURUN);
SQL(Q_SEMUA_NAIK, KOLOM GABUNG "TRUE" NAIK);
SQL(Q_MILIK_TURUN, KOLOM " FORCE INDEX (massal_lembaga)" GABUNG MILIK TURUN);
SQL(Q_MILIK_NAIK, KOLOM " FORCE INDEX (massal_lembaga)" GABUNG MILIK NAIK);
SQL(Q_HITUNG, "SELECT COUNT(*) FROM massal m WHERE ? = 1 OR " MILIK);

#define HASIL                                                                  \
	"SELECT b.baris, b.sam_id, b.seri_mesin, b.outlet, b.status, b.galat," \
	" b.ruas, b.manifes_id, f.kartu_id FROM massal_baris b"
#define HASIL_DARI                                                             \
	" LEFT JOIN manifes f ON f.id = b.manifes_id WHERE b.massal_id = ?"
#define SESUDAH " AND b.baris > ? ORDER BY b.baris LIMIT ?"
#define SEBELUM " AND b.baris < ? ORDER BY b.baris DESC LIMIT ?"
SQL(Q_HASIL_NAIK, HASIL " FORCE INDEX (PRIMARY)" HASIL_DARI SESUDAH);
SQL(Q_HASIL_TURUN, HASIL " FORCE INDEX (PRIMARY)" HASIL_DARI SEBELUM);
SQL(Q_HASIL_S_NAIK, HASIL " FORCE INDEX (massal_baris_status)" HASIL_DARI
			  " AND b.status = ?" SESUDAH);
SQL(Q_HASIL_S_TURUN, HASIL " FORCE INDEX (massal_baris_status)" HASIL_DARI
			   " AND b.status = ?" SEBELUM);
SQL(Q_MANIFES,
    "SELECT b.baris, b.sam_id, f.kode, x.xml FROM massal_baris b"
    " FORCE INDEX (massal_baris_status)"
    " STRAIGHT_JOIN manifes f ON f.id = b.manifes_id"
    " STRAIGHT_JOIN manifes_xml x ON x.manifes_id = f.id"
    " WHERE b.massal_id = ? AND b.status = 'berhasil' AND b.baris > ?"
    " ORDER BY b.baris LIMIT ?");
SQL(Q_CALON,
    "SELECT k.id, k.sam_id, COALESCE(r.seri_mesin, k.seri_mesin), r.outlet,"
    " r.alamat FROM kartu k FORCE INDEX (kartu_lembaga_status)"
    " LEFT JOIN aktivasi_kartu r ON r.kartu_id = k.id AND r.hidup = 1"
    " WHERE k.lembaga_id = ? AND k.hidup = 1 AND k.status = 'token'"
    " AND k.id > ? ORDER BY k.id LIMIT ?");

/* Small files are not kept waiting by a large one that came before. */
SQL(Q_KERJA,
    "SELECT m.id, m.akun_id, m.lembaga_id FROM massal m"
    " WHERE m.status IN ('antri', 'jalan')"
    " ORDER BY m.berhasil + m.gagal, m.id LIMIT 1 FOR UPDATE SKIP LOCKED");
SQL(Q_PELAKU, "SELECT peran FROM akun WHERE id = ?");
SQL(Q_ANTRE,
    "SELECT baris, sam_id, token_hash, seri_mesin, outlet, alamat,"
    " wilayah_kode, lintang, bujur FROM massal_baris"
    " FORCE INDEX (massal_baris_status)"
    " WHERE massal_id = ? AND status = 'antri' ORDER BY baris LIMIT ?");
SQL(Q_ANTRE_KARTU,
    "SELECT DISTINCT k.id FROM massal_baris b"
    " FORCE INDEX (massal_baris_status)"
    " STRAIGHT_JOIN kartu k ON k.sam_id = b.sam_id"
    " WHERE b.massal_id = ? AND b.status = 'antri' AND b.baris <= ?"
    " AND k.lembaga_id = ?");
SQL(Q_CATAT, "UPDATE massal_baris SET status = ?, galat = ?, ruas = ?,"
	     " manifes_id = ?, token_hash = NULL"
	     " WHERE massal_id = ? AND baris = ? AND status = 'antri'");
SQL(Q_MAJU, "UPDATE massal SET status = IF(berhasil + gagal + ? + ? = jumlah,"
	    " 'selesai', 'jalan'),"
	    " selesai = IF(berhasil + gagal + ? + ? = jumlah, ?, NULL),"
	    " berhasil = berhasil + ?, gagal = gagal + ? WHERE id = ?");
SQL(Q_SELESAI, "SELECT nama, berhasil, gagal FROM massal"
	       " WHERE id = ? AND status = 'selesai'");

/* ---- coming in ---- */

struct terima {
	const struct pelaku *p;
	const char *nama;
	const struct massal_isi *isi;
	int64_t id;
};

static enum err simpan_baris(struct db *db, int64_t id,
			     const struct massal_baris *b)
{
	return db_exec(db, &Q_BARIS, id, b->baris, b->sam_id, b->token_hash,
		       b->seri_mesin, b->outlet, b->alamat, b->wilayah_kode,
		       b->lintang, b->bujur, b->status, b->galat, b->ruas);
}

static enum err terima(struct db *db, void *ctx)
{
	struct terima *t = ctx;
	const char *kini = clock_now(db_arena(db), 0);
	size_t gagal = 0;
	bool selesai;
	enum err e;

	for (size_t i = 0; i < t->isi->n; i++)
		gagal += t->isi->baris[i].galat != NULL;
	selesai = gagal == t->isi->n;
	e = db_exec(db, &Q_TERIMA, t->p->lembaga, t->p->akun, t->nama,
		    (int64_t)t->isi->n, (int64_t)gagal,
		    selesai ? "selesai" : "antri", kini,
		    selesai ? kini : NULL);
	t->id = db_last_id(db);
	for (size_t i = 0; e == OK && i < t->isi->n; i++)
		e = simpan_baris(db, t->id, &t->isi->baris[i]);
	if (e == OK)
		e = audit_catat(db, t->p, "massal-dikirim", "massal", t->id,
				arena_printf(db_arena(db), "%zu",
					     t->isi->n));
	return e;
}

enum err massal_terima(struct db *db, const struct pelaku *p,
		       const char *nama, const struct massal_isi *isi,
		       int64_t *id)
{
	struct terima t = { .p = p, .nama = nama, .isi = isi };
	enum err e;

	if ((p->role & ROLE_PEMINTA) == 0)
		return ERR_FORBIDDEN;
	e = db_transaction(db, terima, &t);
	*id = t.id;
	return e;
}

/* ---- reading ---- */

static int64_t semua(const struct pelaku *p)
{
	return (p->role & ROLE_DITJEN) != 0;
}

static int64_t lembaga(const struct pelaku *p)
{
	return (p->role & ROLE_PEMINTA) != 0 ? p->lembaga : 0;
}

static void isi_massal(const struct rows *r, struct massal *m)
{
	*m = (struct massal){
		.id = db_int(r, 0),
		.lembaga = db_text(r, 1),
		.oleh = db_text(r, 2),
		.nama = db_text(r, 3),
		.jumlah = db_int(r, 4),
		.berhasil = db_int(r, 5),
		.gagal = db_int(r, 6),
		.status = db_text(r, 7),
		.dibuat = db_text(r, 8),
		.selesai = db_text(r, 9),
	};
}

enum err massal_ambil(struct db *db, const struct pelaku *p, int64_t id,
		      struct massal *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL, id, semua(p), lembaga(p));

	if (e == OK)
		isi_massal(r, out);
	return e;
}

enum err massal_daftar(struct db *db, const struct pelaku *p, bool mundur,
		       int64_t id, int64_t banyak, struct massal **out,
		       size_t *n, int64_t *total)
{
	int64_t dari = id > 0 ? id : mundur ? 0 : INT64_MAX;
	struct rows *r;
	size_t i = 0;
	enum err e = db_one(db, &r, &Q_HITUNG, semua(p), lembaga(p));

	if (e != OK)
		return e;
	*total = db_int(r, 0);
	e = semua(p) ?
		    db_query(db, &r, mundur ? &Q_SEMUA_NAIK : &Q_SEMUA_TURUN,
			     dari, banyak) :
		    db_query(db, &r, mundur ? &Q_MILIK_NAIK : &Q_MILIK_TURUN,
			     lembaga(p), dari, banyak);
	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (; db_next(r); i++)
		isi_massal(r, &(*out)[mundur ? *n - 1 - i : i]);
	return OK;
}

enum err massal_hasil(struct db *db, int64_t id, const char *status,
		      bool mundur, int64_t sesudah, int64_t banyak,
		      struct massal_baris **out, size_t *n)
{
	struct rows *r;
	size_t i = 0;
	enum err e;

	e = status == NULL ?
		    db_query(db, &r, mundur ? &Q_HASIL_TURUN : &Q_HASIL_NAIK,
			     id, sesudah, banyak) :
		    db_query(db, &r,
			     mundur ? &Q_HASIL_S_TURUN : &Q_HASIL_S_NAIK, id,
			     status, sesudah, banyak);
	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (; db_next(r); i++)
		(*out)[mundur ? *n - 1 - i : i] = (struct massal_baris){
			.baris = db_int(r, 0),
			.sam_id = db_text(r, 1),
			.seri_mesin = db_text(r, 2),
			.outlet = db_text(r, 3),
			.status = db_text(r, 4),
			.galat = db_text(r, 5),
			.ruas = db_text(r, 6),
			.manifes_id = db_int(r, 7),
			.kartu_id = db_int(r, 8),
		};
	return OK;
}

enum err massal_manifes(struct db *db, int64_t id, int64_t sesudah,
			int64_t banyak, struct massal_manifes **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_MANIFES, id, sesudah, banyak);

	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		(*out)[i] = (struct massal_manifes){
			db_int(r, 0), db_text(r, 1), db_text(r, 2),
			db_blob(r, 3)
		};
	return OK;
}

enum err massal_calon(struct db *db, const struct pelaku *p, int64_t sesudah,
		      int64_t banyak, int64_t **kartu_id,
		      struct massal_baris **out, size_t *n)
{
	struct rows *r;
	enum err e =
	    db_query(db, &r, &Q_CALON, lembaga(p), sesudah, banyak);

	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	*kartu_id = arena_array(db_arena(db), *n + 1, sizeof(**kartu_id));
	for (size_t i = 0; db_next(r); i++) {
		(*kartu_id)[i] = db_int(r, 0);
		(*out)[i] = (struct massal_baris){
			.sam_id = db_text(r, 1),
			.seri_mesin = db_text(r, 2),
			.outlet = db_text(r, 3),
			.alamat = db_text(r, 4),
		};
	}
	return OK;
}

/* ---- the worker ---- */

enum err massal_ambil_kerja(struct db *db, int64_t *id, struct pelaku *p)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KERJA);

	if (e != OK)
		return e;
	*id = db_int(r, 0);
	*p = (struct pelaku){ .akun = db_int(r, 1), .lembaga = db_int(r, 2) };
	e = db_one(db, &r, &Q_PELAKU, p->akun);
	if (e == OK)
		p->role = role_from_name(db_text(r, 0));
	return e;
}

static enum err antre_kartu(struct db *db, int64_t id, int64_t sampai,
			    const struct pelaku *p, int64_t **out, size_t *n)
{
	struct rows *r;
	enum err e =
	    db_query(db, &r, &Q_ANTRE_KARTU, id, sampai, p->lembaga);

	if (e != OK)
		return e;
	*n = 0;
	*out = arena_array(db_arena(db), db_count(r) + 1, sizeof(**out));
	while (db_next(r))
		(*out)[(*n)++] = db_int(r, 0);
	return OK;
}

enum err massal_antre(struct db *db, int64_t id, const struct pelaku *p,
		      int64_t banyak, struct massal_baris **out, size_t *n,
		      int64_t **kartu_id, size_t *n_kartu)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_ANTRE, id, banyak);

	if (e != OK)
		return e;
	*n = 0;
	*n_kartu = 0;
	*out = arena_array(db_arena(db), db_count(r) + 1, sizeof(**out));
	while (db_next(r))
		(*out)[(*n)++] = (struct massal_baris){
			.baris = db_int(r, 0),
			.sam_id = db_text(r, 1),
			.token_hash = db_blob(r, 2),
			.seri_mesin = db_text(r, 3),
			.outlet = db_text(r, 4),
			.alamat = db_text(r, 5),
			.wilayah_kode = db_text(r, 6),
			.lintang = db_text(r, 7),
			.bujur = db_text(r, 8),
		};
	return *n == 0 ? OK :
			 antre_kartu(db, id, (*out)[*n - 1].baris, p, kartu_id,
				     n_kartu);
}

enum err massal_catat(struct db *db, int64_t id, int64_t baris,
		      const char *galat, const char *ruas, int64_t manifes_id)
{
	enum err e =
	    db_exec(db, &Q_CATAT, galat == NULL ? "berhasil" : "gagal", galat,
		    ruas, DB_ID(manifes_id), id, baris);

	return e == OK && db_affected(db) != 1 ? ERR_CONFLICT : e;
}

enum err massal_maju(struct db *db, int64_t id, const struct pelaku *p,
		     int64_t berhasil, int64_t gagal)
{
	struct arena *a = db_arena(db);
	struct rows *r;
	enum err e =
	    db_exec(db, &Q_MAJU, berhasil, gagal, berhasil, gagal,
		    clock_now(a, 0), berhasil, gagal, id);

	if (e == OK)
		e = db_query(db, &r, &Q_SELESAI, id);
	if (e == OK && db_next(r))
		e = pesan_ke_akun(
		    db, p->akun, "massal-selesai",
		    arena_printf(a,
				 "nama=%s\nberhasil=%lld\ngagal=%lld\n"
				 "jalur=/aktivasi/massal/%lld",
				 db_text(r, 0), (long long)db_int(r, 1),
				 (long long)db_int(r, 2), (long long)id));
	return e;
}
