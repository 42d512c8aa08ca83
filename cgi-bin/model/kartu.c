/*
 * kartu.c - see kartu.h.
 */
#include "kartu.h"
#include "../lib/text.h"
#include "lingkup.h"

#include <ctype.h>
#include <string.h>

#define KOLOM                                                                  \
	"SELECT k.id, k.urut, k.seri_kartu, k.seri_mesin, k.status, k.sam_id," \
	" k.pcid, k.keterangan, k.dikerjakan, a.nama FROM kartu k"
#define AKUN " LEFT JOIN akun a ON a.id = k.dikerjakan_oleh"
#define DARI                                                                   \
	" STRAIGHT_JOIN permintaan p ON p.id = k.permintaan_id" AKUN           \
	" WHERE k.permintaan_id = ? AND " LINGKUP_SQL " AND k.hidup = 1"
#define TURUN  " AND k.urut < ? ORDER BY k.urut DESC LIMIT ?"
#define NAIK   " AND k.urut > ? ORDER BY k.urut LIMIT ?"
#define SEMUA  " FORCE INDEX (kartu_permintaan)" DARI
#define STATUS " FORCE INDEX (kartu_permintaan_status)" DARI " AND k.status = ?"
/* A serial or SAM id is whole; each has its index. */
#define SERI DARI " AND (k.seri_kartu = ? OR k.seri_mesin = ? OR k.sam_id = ?)"

SQL(Q_SEMUA_TURUN, KOLOM SEMUA TURUN);
SQL(Q_SEMUA_NAIK, KOLOM SEMUA NAIK);
SQL(Q_STATUS_TURUN, KOLOM STATUS TURUN);
SQL(Q_STATUS_NAIK, KOLOM STATUS NAIK);
SQL(Q_SERI_TURUN, KOLOM SERI TURUN);
SQL(Q_SERI_NAIK, KOLOM SERI NAIK);
SQL(Q_HITUNG, "SELECT status, COUNT(*) FROM kartu WHERE permintaan_id = ?"
	      " AND hidup = 1 GROUP BY status");
SQL(Q_TERAKHIR, KOLOM AKUN " WHERE k.permintaan_id = ? AND k.hidup = 1"
			   " AND k.dikerjakan IS NOT NULL"
			   " ORDER BY k.dikerjakan DESC, k.id DESC LIMIT ?");
SQL(Q_AMBIL, KOLOM AKUN " WHERE k.permintaan_id = ? AND k.id = ?"
			" AND k.hidup = 1");

const char *const kartu_status[] = {
	"kosong",	"personal",	"gagal",    "rusak",
	"terkunci",	"diserahkan",	"token",    "aktif",
	"ditangguhkan", "nonaktif",	"dikembalikan", "dimusnahkan", NULL,
};

bool sam_baca(const char *s, char out[SAM_SIMPAN])
{
	char bersih[SAM_SIMPAN];
	size_t n = 0;

	if (s == NULL)
		return false;
	for (; *s != '\0'; s++) {
		if (*s == ' ')
			continue;
		if (!isxdigit((unsigned char)*s) || n == SAM_SIMPAN - 1)
			return false;
		bersih[n++] = (char)toupper((unsigned char)*s);
	}
	if (n != SAM_SIMPAN - 1)
		return false;
	bersih[n] = '\0';
	memcpy(out, bersih, sizeof(bersih));
	return true;
}

void sam_tulis(const char *simpan, char out[SAM_TEKS])
{
	size_t n = 0;

	if (simpan != NULL && strlen(simpan) == SAM_SIMPAN - 1) {
		for (size_t i = 0; i < SAM_SIMPAN - 1; i++) {
			if (i > 0 && i % 2 == 0)
				out[n++] = ' ';
			out[n++] = simpan[i];
		}
	}
	out[n] = '\0';
}

static void isi(const struct rows *r, struct kartu *k)
{
	*k = (struct kartu){
		.id = db_int(r, 0),
		.urut = db_int(r, 1),
		.seri_kartu = db_text(r, 2),
		.seri_mesin = db_text(r, 3),
		.status = db_text(r, 4),
		.sam_id = db_text(r, 5),
		.pcid = db_text(r, 6),
		.keterangan = db_text(r, 7),
		.dikerjakan = db_text(r, 8),
		.oleh = db_text(r, 9),
	};
}

static void isi_semua(struct db *db, struct rows *r, bool terbalik,
		      struct kartu **out, size_t *n)
{
	size_t i = 0;

	*n = db_count(r);
	*out = arena_array(db_arena(db), *n, sizeof(**out));
	for (; db_next(r); i++)
		isi(r, &(*out)[terbalik ? *n - 1 - i : i]);
}

enum err kartu_daftar(struct db *db, const struct pelaku *p,
		      int64_t permintaan_id, const struct kartu_saring *s,
		      struct kartu **out, size_t *n)
{
	struct lingkup l = lingkup_dari(p);
	bool turun = s->turun != s->mundur;
	int64_t urut = s->urut > 0 ? s->urut : turun ? INT32_MAX : 0;
	char sam[SAM_SIMPAN];
	struct rows *r;
	enum err e;

	if (s->seri != NULL)
		e = db_query(db, &r, turun ? &Q_SERI_TURUN : &Q_SERI_NAIK,
			     permintaan_id, LINGKUP(l), s->seri, s->seri,
			     sam_baca(s->seri, sam) ? sam : s->seri, urut,
			     s->banyak);
	else if (s->status != NULL)
		e = db_query(db, &r, turun ? &Q_STATUS_TURUN : &Q_STATUS_NAIK,
			     permintaan_id, LINGKUP(l), s->status, urut,
			     s->banyak);
	else
		e = db_query(db, &r, turun ? &Q_SEMUA_TURUN : &Q_SEMUA_NAIK,
			     permintaan_id, LINGKUP(l), urut, s->banyak);
	if (e == OK)
		isi_semua(db, r, s->mundur, out, n);
	return e;
}

enum err kartu_hitung(struct db *db, int64_t permintaan_id,
		      struct kartu_jumlah **out, size_t *n, int64_t *total)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_HITUNG, permintaan_id);

	if (e != OK)
		return e;
	*total = 0;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n, sizeof(**out));
	for (size_t i = 0; db_next(r); i++) {
		(*out)[i] =
		    (struct kartu_jumlah){ db_text(r, 0), db_int(r, 1) };
		*total += db_int(r, 1);
	}
	return OK;
}

enum err kartu_terakhir(struct db *db, int64_t permintaan_id, int64_t banyak,
			struct kartu **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_TERAKHIR, permintaan_id, banyak);

	if (e == OK)
		isi_semua(db, r, false, out, n);
	return e;
}

enum err kartu_ambil(struct db *db, int64_t permintaan_id, int64_t id,
		     struct kartu *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL, permintaan_id, id);

	if (e == OK)
		isi(r, out);
	return e;
}
