/*
 * balikan-total.c - see balikan-total.h.
 */
#include "balikan-total.h"
#include "../lib/text.h"

#include <string.h>

const char *const balikan_sumber[] = { "berkas", "formulir", "layanan", NULL };

SQL(Q_KUNCI, "INSERT INTO balikan_lembaga (lembaga_id) VALUES (?)"
	     " ON DUPLICATE KEY UPDATE lembaga_id = lembaga_id");
SQL(Q_DILAYANI, "UPDATE balikan_lembaga SET terlayani = terlayani + ?"
		" WHERE lembaga_id = ?");
SQL(Q_LEMBAGA, "INSERT INTO balikan_lembaga (lembaga_id, baris) VALUES (?, ?)"
	       " ON DUPLICATE KEY UPDATE baris = baris + VALUES(baris)");
SQL(Q_HARIAN, "INSERT INTO balikan_harian (tanggal, lembaga_id, sumber,"
	      " diterima, diperbarui, tetap, ditolak)"
	      " VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
	      " diterima = diterima + VALUES(diterima),"
	      " diperbarui = diperbarui + VALUES(diperbarui),"
	      " tetap = tetap + VALUES(tetap),"
	      " ditolak = ditolak + VALUES(ditolak)");
SQL(Q_TERAKHIR, "INSERT INTO balikan_lembaga (lembaga_id, kiriman_id, terakhir)"
		" VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE"
		" kiriman_id = GREATEST(COALESCE(kiriman_id, 0),"
		" VALUES(kiriman_id)),"
		" terakhir = GREATEST(COALESCE(terakhir, VALUES(terakhir)),"
		" VALUES(terakhir))");
SQL(Q_ULANG, "UPDATE balikan_lembaga b LEFT JOIN (SELECT lembaga_id, id,"
	     " COALESCE(selesai, dibuat) AS waktu FROM balikan_kiriman"
	     " WHERE lembaga_id = ? AND status IN ('muat', 'selesai')"
	     " AND diterima + diperbarui + tetap > 0"
	     " ORDER BY id DESC LIMIT 1) k ON k.lembaga_id = b.lembaga_id"
	     " SET b.kiriman_id = k.id, b.terakhir = k.waktu"
	     " WHERE b.lembaga_id = ?");

enum err balikan_total_kunci(struct db *db, int64_t lembaga)
{
	return db_exec(db, &Q_KUNCI, lembaga);
}

enum err balikan_total_dilayani(struct db *db, int64_t lembaga, int64_t baris)
{
	return db_exec(db, &Q_DILAYANI, baris, lembaga);
}

enum err balikan_total_tambah(struct db *db, int64_t lembaga,
			      const char *sumber, const char *tanggal,
			      const struct balikan_hitung *h)
{
	enum err e = db_exec(db, &Q_LEMBAGA, lembaga, h->diterima);

	if (e == OK)
		e = db_exec(db, &Q_HARIAN, tanggal, lembaga, sumber,
			    h->diterima, h->diperbarui, h->tetap, h->ditolak);
	return e;
}

enum err balikan_total_terakhir(struct db *db, int64_t lembaga,
				int64_t kiriman, const char *waktu)
{
	return db_exec(db, &Q_TERAKHIR, lembaga, kiriman, waktu);
}

enum err balikan_total_terakhir_ulang(struct db *db, int64_t lembaga)
{
	return db_exec(db, &Q_ULANG, lembaga, lembaga);
}

/* ---- reading ---- */

/* Who may send: institutions that use data. */
#define PENGIRIM "l.jenis NOT IN ('produsen', 'ditjen')"

SQL(Q_HARI_INI, "SELECT COALESCE(SUM(diterima), 0),"
		" COALESCE(SUM(diperbarui), 0), COALESCE(SUM(tetap), 0),"
		" COALESCE(SUM(ditolak), 0) FROM balikan_harian"
		" WHERE tanggal = ?");
SQL(Q_SEMUA, "SELECT COALESCE(SUM(baris), 0), COUNT(*) FROM balikan_lembaga"
	     " WHERE baris > 0");
SQL(Q_TERDAFTAR, "SELECT COUNT(*) FROM lembaga l WHERE l.aktif AND " PENGIRIM);
SQL(Q_AKUN, "SELECT COUNT(*) FROM akun WHERE status = 'aktif'"
	    " AND peran IN ('pengguna', 'dinas')");

enum err balikan_ringkas(struct db *db, const char *hari,
			 struct balikan_ringkas *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_HARI_INI, hari);

	if (e != OK)
		return e;
	out->hari_ini = (struct balikan_hitung){ db_int(r, 0), db_int(r, 1),
						 db_int(r, 2), db_int(r, 3) };
	e = db_one(db, &r, &Q_SEMUA);
	if (e != OK)
		return e;
	out->baris = db_int(r, 0);
	out->lembaga = db_int(r, 1);
	e = db_one(db, &r, &Q_TERDAFTAR);
	if (e != OK)
		return e;
	out->terdaftar = db_int(r, 0);
	e = db_one(db, &r, &Q_AKUN);
	if (e == OK)
		out->akun = db_int(r, 0);
	return e;
}

#define HITUNG                                                                 \
	" SUM(diterima), SUM(diperbarui), SUM(tetap), SUM(ditolak)"            \
	" FROM balikan_harian"
SQL(Q_HARI, "SELECT tanggal, sumber," HITUNG " WHERE tanggal BETWEEN ? AND ?"
	    " GROUP BY tanggal, sumber ORDER BY tanggal, sumber");
SQL(Q_HARI_SATU, "SELECT tanggal, sumber," HITUNG
		 " FORCE INDEX (balikan_harian_lembaga)"
		 " WHERE tanggal BETWEEN ? AND ? AND lembaga_id = ?"
		 " GROUP BY tanggal, sumber ORDER BY tanggal, sumber");

enum err balikan_hari(struct db *db, int64_t lembaga, const char *dari,
		      const char *sampai, struct balikan_hari **out,
		      size_t *n)
{
	struct rows *r;
	enum err e = lembaga == 0 ?
			     db_query(db, &r, &Q_HARI, dari, sampai) :
			     db_query(db, &r, &Q_HARI_SATU, dari, sampai,
				      lembaga);

	if (e != OK)
		return e;
	*n = 0;
	*out = arena_array(db_arena(db), db_count(r), sizeof(**out));
	while (db_next(r))
		(*out)[(*n)++] = (struct balikan_hari){
			.tanggal = db_text(r, 0),
			.sumber = db_text(r, 1),
			.h = { db_int(r, 2), db_int(r, 3), db_int(r, 4),
			       db_int(r, 5) },
		};
	return OK;
}

/* ---- institutions ---- */

#define PEMBACA                                                                \
	"COALESCE((SELECT SUM(t.jumlah) FROM pembaca_total t"                  \
	" FORCE INDEX (pembaca_total_lembaga) WHERE t.lembaga_id = l.id), 0)"
#define KOLOM                                                                  \
	"SELECT l.id, l.kode, l.nama, l.jenis, COALESCE(b.baris, 0),"          \
	" b.kiriman_id, b.terakhir, " PEMBACA " AS pembaca"
#define DARI                                                                   \
	" FROM lembaga l LEFT JOIN balikan_lembaga b ON b.lembaga_id = l.id"
#define ADA                                                                    \
	" FROM balikan_lembaga b STRAIGHT_JOIN lembaga l"                      \
	" ON l.id = b.lembaga_id"

SQL(Q_TERBANYAK, KOLOM ADA " WHERE b.baris > 0 ORDER BY b.baris DESC LIMIT ?");
SQL(Q_TERBARU, KOLOM ADA " WHERE b.terakhir IS NOT NULL"
			 " ORDER BY b.terakhir DESC LIMIT ?");
SQL(Q_SATU, KOLOM DARI " WHERE l.id = ? AND " PENGIRIM);

static enum err baca(struct db *db, struct rows *r, bool mundur,
		     struct balikan_pengirim_total **out, size_t *n)
{
	size_t banyak = db_count(r);

	*n = 0;
	*out = arena_array(db_arena(db), banyak, sizeof(**out));
	while (db_next(r)) {
		size_t k = mundur ? banyak - 1 - *n : *n;

		(*n)++;
		(*out)[k] = (struct balikan_pengirim_total){
			.lembaga_id = db_int(r, 0),
			.kode = db_text(r, 1),
			.nama = db_text(r, 2),
			.jenis = db_text(r, 3),
			.baris = db_int(r, 4),
			.kiriman = db_int(r, 5),
			.terakhir = db_text(r, 6),
			.pembaca = db_int(r, 7),
		};
	}
	return OK;
}

static enum err teratas(struct db *db, struct sql *q,
			struct balikan_pengirim_total **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, q, BALIKAN_TERATAS);

	return e == OK ? baca(db, r, false, out, n) : e;
}

enum err balikan_terbanyak(struct db *db, struct balikan_pengirim_total **out,
			   size_t *n)
{
	return teratas(db, &Q_TERBANYAK, out, n);
}

enum err balikan_terbaru(struct db *db, struct balikan_pengirim_total **out,
			 size_t *n)
{
	return teratas(db, &Q_TERBARU, out, n);
}

enum err balikan_pengirim_ambil(struct db *db, int64_t lembaga,
				struct balikan_pengirim_total *out)
{
	struct balikan_pengirim_total *satu;
	struct rows *r;
	size_t n;
	enum err e = db_query(db, &r, &Q_SATU, lembaga);

	if (e == OK && db_count(r) == 0)
		e = ERR_NOT_FOUND;
	if (e == OK)
		e = baca(db, r, false, &satu, &n);
	if (e == OK)
		*out = satu[0];
	return e;
}

/* Who owes: has readers in use and sent nothing since a moment, or never since
   it is here. */
#define MENUNGGAK "COALESCE(b.terakhir, l.dibuat) < ? AND " PEMBACA " > 0"

SQL(Q_MENUNGGAK, "SELECT 1" DARI " WHERE l.id = ? AND l.aktif AND " PENGIRIM
		 " AND " MENUNGGAK);

enum err balikan_menunggak(struct db *db, int64_t lembaga, const char *sebelum,
			   bool *ya)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_MENUNGGAK, lembaga, sebelum);

	*ya = e == OK && db_next(r);
	return e;
}

/*
 * Institutions are hundreds: filtered and ordered as they are read.
 * Parameters of SARING: search three times, kind twice, moment twice.
 */
#define SARING                                                                 \
	" WHERE l.aktif AND " PENGIRIM                                         \
	" AND (? IS NULL OR l.nama LIKE ? OR l.kode = ?)"                      \
	" AND (? IS NULL OR l.jenis = ?)"                                      \
	" AND (? IS NULL OR (" MENUNGGAK "))"
#define KURSOR(apa, banding)                                                   \
	" AND (? = 0 OR " apa " " banding " ? OR (" apa " = ?"                 \
	" AND l.id " banding " ?)) ORDER BY " apa
#define TURUN(apa) KOLOM DARI SARING KURSOR(apa, "<") " DESC, l.id DESC LIMIT ?"
#define NAIK(apa)  KOLOM DARI SARING KURSOR(apa, ">") ", l.id LIMIT ?"
#define BARIS      "COALESCE(b.baris, 0)"
#define TERAKHIR   "COALESCE(b.terakhir, '1970-01-01')"

SQL(Q_NAMA_NAIK, NAIK("l.nama"));
SQL(Q_NAMA_TURUN, TURUN("l.nama"));
SQL(Q_BARIS_NAIK, NAIK(BARIS));
SQL(Q_BARIS_TURUN, TURUN(BARIS));
SQL(Q_TERAKHIR_NAIK, NAIK(TERAKHIR));
SQL(Q_TERAKHIR_TURUN, TURUN(TERAKHIR));
SQL(Q_BANYAK, "SELECT COUNT(*)" DARI SARING);

enum err balikan_pantau(struct db *db, const struct balikan_pantau_saring *s,
			struct balikan_pengirim_total **out, size_t *n,
			int64_t *total)
{
	static struct sql *const q[][2] = {
		[PANTAU_NAMA] = { &Q_NAMA_NAIK, &Q_NAMA_TURUN },
		[PANTAU_BARIS] = { &Q_BARIS_NAIK, &Q_BARIS_TURUN },
		[PANTAU_TERAKHIR] = { &Q_TERAKHIR_NAIK, &Q_TERAKHIR_TURUN },
	};
	struct arena *a = db_arena(db);
	const char *mirip =
		s->cari == NULL ?
			NULL :
			arena_printf(a, "%%%s%%", text_like(a, s->cari));
	int64_t baris = 0;
	struct db_param k;
	struct rows *r;
	enum err e = db_one(db, &r, &Q_BANYAK, mirip, mirip, s->cari, s->jenis,
			    s->jenis, s->sebelum, s->sebelum);

	if (e != OK)
		return e;
	*total = db_int(r, 0);
	if (s->kunci != NULL)
		text_to_int(s->kunci, &baris);
	k = s->urut == PANTAU_BARIS ? db_param_int(baris) :
				      db_param_text(s->kunci);
	e = db_query(db, &r, q[s->urut][s->turun != s->mundur], mirip, mirip,
		     s->cari, s->jenis, s->jenis, s->sebelum, s->sebelum,
		     s->id, k, k, s->id, s->banyak);
	return e == OK ? baca(db, r, s->mundur, out, n) : e;
}
