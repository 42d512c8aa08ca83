/*
 * balikan-kiriman-daftar.c - reading sendings and their faults
 * (balikan-kiriman.h).
 */
#include "balikan-kiriman.h"
#include "../lib/text.h"

#include <string.h>

/* Counting stops there. */
#define HITUNG_MAKS 1000

const char *const balikan_kiriman_status[] = {
	"antri", "periksa", "muat",       "selesai", "gagal",
	"urung", "batal",   "diurungkan", NULL,
};

#define KOLOM                                                                  \
	"SELECT k.id, k.lembaga_id, l.nama, a.nama, k.sumber, k.versi_id,"     \
	" v.nomor, k.status, k.cara, k.nama, k.bytes, k.dibaca, k.baris,"      \
	" k.diterima, k.diperbarui, k.tetap, k.ditolak, k.galat,"              \
	" k.galat_rinci, k.laporan, k.dibuat, k.mulai, k.mulai_muat,"          \
	" k.selesai, k.berkas_hapus, k.berlaku FROM balikan_kiriman k"
#define GABUNG                                                                 \
	" STRAIGHT_JOIN lembaga l ON l.id = k.lembaga_id"                      \
	" LEFT JOIN akun a ON a.id = k.akun_id"                                \
	" LEFT JOIN balikan_versi v ON v.id = k.versi_id WHERE "
/* Its parameters: saringan(). */
#define SARING                                                                 \
	" AND (? IS NULL OR k.status = ?) AND (? IS NULL OR k.sumber = ?)"     \
	" AND (? IS NULL OR k.tanggal >= ?) AND (? IS NULL OR k.tanggal <= ?)" \
	" AND (? IS NULL OR k.nama LIKE ? OR k.id = ?)"
#define TURUN " AND k.id < ? ORDER BY k.id DESC LIMIT ?"
#define NAIK  " AND k.id > ? ORDER BY k.id LIMIT ?"

SQL(Q_AMBIL, KOLOM GABUNG "k.id = ? AND (? = 1 OR k.lembaga_id = ?)");
SQL(Q_SEMUA_TURUN, KOLOM GABUNG "TRUE" SARING TURUN);
SQL(Q_SEMUA_NAIK, KOLOM GABUNG "TRUE" SARING NAIK);
#define INDEKS " FORCE INDEX (balikan_kiriman_lembaga)"
SQL(Q_MILIK_TURUN, KOLOM INDEKS GABUNG "k.lembaga_id = ?" SARING TURUN);
SQL(Q_MILIK_NAIK, KOLOM INDEKS GABUNG "k.lembaga_id = ?" SARING NAIK);
SQL(Q_HITUNG, "SELECT COUNT(*) FROM (SELECT 1 FROM balikan_kiriman k"
	      " WHERE (? = 0 OR k.lembaga_id = ?)" SARING " LIMIT ?) sebanyak");
SQL(Q_ANTREAN, "SELECT COUNT(*) FROM balikan_kiriman"
	       " WHERE status IN ('antri', 'periksa', 'muat', 'urung')"
	       " AND lembaga_id = ? AND id < ?");

SQL(Q_SALAH, "SELECT baris, ruas, nilai, kode, NULL FROM balikan_tolak"
	     " WHERE kiriman_id = ? ORDER BY urut");
SQL(Q_SEBAB, "SELECT jumlah, ruas, NULL, kode, nomor FROM balikan_tolak_total"
	     " WHERE kiriman_id = ?"
	     " ORDER BY kode LIKE '?%', jumlah DESC, kode, ruas");

SQL(Q_RIWAYAT, "SELECT r.waktu, a.nama, l.nama, r.ke, r.dari, r.ke, NULL"
	       " FROM balikan_riwayat r LEFT JOIN akun a ON a.id = r.akun_id"
	       " LEFT JOIN lembaga l ON l.id = a.lembaga_id"
	       " WHERE r.kiriman_id = ? ORDER BY r.id DESC");

static void isi(const struct rows *r, struct balikan_kiriman *k)
{
	*k = (struct balikan_kiriman){
		.id = db_int(r, 0),
		.lembaga_id = db_int(r, 1),
		.lembaga = db_text(r, 2),
		.oleh = db_text(r, 3),
		.sumber = db_text(r, 4),
		.versi_id = db_int(r, 5),
		.versi = db_int(r, 6),
		.status = db_text(r, 7),
		.cara = db_text(r, 8),
		.nama = db_text(r, 9),
		.bytes = db_int(r, 10),
		.dibaca = db_int(r, 11),
		.baris = db_int(r, 12),
		.diterima = db_int(r, 13),
		.diperbarui = db_int(r, 14),
		.tetap = db_int(r, 15),
		.ditolak = db_int(r, 16),
		.galat = db_text(r, 17),
		.galat_rinci = db_text(r, 18),
		.laporan = db_text(r, 19),
		.dibuat = db_text(r, 20),
		.mulai = db_text(r, 21),
		.mulai_muat = db_text(r, 22),
		.selesai = db_text(r, 23),
		.berkas_hapus = db_text(r, 24),
		.berlaku = db_int(r, 25),
	};
}

/* The institution p is limited to; -1, which is none's, for others than
   institutions and staff; 0: any. */
static int64_t batas(const struct pelaku *p, int64_t diminta)
{
	if ((p->role & ROLE_DITJEN) != 0)
		return diminta;
	return (p->role & ROLE_PEMINTA) != 0 && p->lembaga != 0 ? p->lembaga :
								  -1;
}

enum err balikan_kiriman_ambil(struct db *db, const struct pelaku *p,
			       int64_t id, struct balikan_kiriman *out)
{
	int64_t l = batas(p, 0);
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL, id, (int64_t)(l == 0), l);

	if (e == OK)
		isi(r, out);
	return e;
}

enum err balikan_kiriman_antrean(struct db *db, const struct balikan_kiriman *k,
				 int64_t *n)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_ANTREAN, k->lembaga_id, k->id);

	*n = e == OK ? db_int(r, 0) : 0;
	return e;
}

#define SARING_N 11

/* The parameters of SARING to p; the next one's place. */
static struct db_param *saringan(struct db *db, const struct balikan_saring *s,
				 struct db_param *p)
{
	struct arena *a = db_arena(db);
	const char *mirip =
		s->cari == NULL ?
			NULL :
			arena_printf(a, "%%%s%%", text_like(a, s->cari));
	const char *const dua[] = { s->status, s->sumber, s->dari, s->sampai,
				    mirip };
	int64_t nomor = 0;

	for (size_t i = 0; i < sizeof(dua) / sizeof(*dua); i++) {
		*p++ = db_param_text(dua[i]);
		*p++ = db_param_text(dua[i]);
	}
	if (s->cari != NULL && !text_to_int(s->cari, &nomor))
		nomor = 0;
	*p++ = db_param_int(nomor);
	return p;
}

enum err balikan_kiriman_daftar(struct db *db, const struct pelaku *p,
				const struct balikan_saring *s, bool mundur,
				int64_t id, int64_t banyak,
				struct balikan_kiriman **out, size_t *n)
{
	int64_t l = batas(p, s->lembaga);
	struct db_param param[SARING_N + 3], *akhir = param;
	bool naik = s->naik != mundur;
	struct sql *q = naik ? &Q_SEMUA_NAIK : &Q_SEMUA_TURUN;
	struct rows *r;
	size_t i = 0;
	enum err e;

	if (l != 0) {
		q = naik ? &Q_MILIK_NAIK : &Q_MILIK_TURUN;
		*akhir++ = db_param_int(l);
	}
	akhir = saringan(db, s, akhir);
	*akhir++ = db_param_int(id > 0 ? id : naik ? 0 : INT64_MAX);
	*akhir++ = db_param_int(banyak);
	e = db_query_params(db, &r, q, param, (size_t)(akhir - param));
	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (; db_next(r); i++)
		isi(r, &(*out)[mundur ? *n - 1 - i : i]);
	return OK;
}

enum err balikan_kiriman_hitung(struct db *db, const struct pelaku *p,
				const struct balikan_saring *s, int64_t *total,
				bool *pasti)
{
	int64_t l = batas(p, s->lembaga);
	struct db_param param[SARING_N + 3], *akhir = param + 2;
	struct rows *r;
	enum err e;

	param[0] = param[1] = db_param_int(l);
	akhir = saringan(db, s, akhir);
	*akhir = db_param_int(HITUNG_MAKS + 1);
	e = db_one_params(db, &r, &Q_HITUNG, param, SARING_N + 3);
	if (e != OK)
		return e;
	*total = db_int(r, 0);
	*pasti = *total <= HITUNG_MAKS;
	if (!*pasti)
		*total = HITUNG_MAKS;
	return OK;
}

static enum err baca_salah(struct db *db, struct sql *q, int64_t id,
			   struct balikan_keluhan **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, q, id);

	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		(*out)[i] = (struct balikan_keluhan){
			.baris = db_int(r, 0),
			.ruas = db_text(r, 1),
			.nilai = db_text(r, 2),
			.kode = db_text(r, 3),
			.nomor = db_text(r, 4),
		};
	return OK;
}

enum err balikan_kiriman_keluhan(struct db *db, int64_t id,
				 struct balikan_keluhan **out, size_t *n)
{
	return baca_salah(db, &Q_SALAH, id, out, n);
}

enum err balikan_kiriman_sebab(struct db *db, int64_t id,
			       struct balikan_keluhan **out, size_t *n)
{
	return baca_salah(db, &Q_SEBAB, id, out, n);
}

enum err balikan_kiriman_riwayat(struct db *db, int64_t id,
				 struct peristiwa **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_RIWAYAT, id);

	*n = 0;
	if (e == OK)
		*out = peristiwa_baca(db, r, n);
	return e;
}
