/* kotak-keluar.c - see kotak-keluar.h. */
#include "kotak-keluar.h"
#include "../lib/clock.h"
#include "../lib/config.h"
#include "catat.h"

#include <string.h>

#define HITUNG_MAKS  10000 /* counted exactly so far */
#define ULANG_SEKALI 1000

#define KOLOM                                                                  \
	"SELECT k.id, k.saluran, k.kepada, a.nama, k.templat, k.data,"         \
	" k.rahasia, k.status, k.dibuat, k.coba,"                              \
	" IF(k.status = 'antri', k.berikut, NULL), k.galat, k.terkirim,"       \
	" k.pesan_id FROM kotak_keluar k"                                      \
	" LEFT JOIN akun a ON a.id = k.akun_id"
#define SARING                                                                 \
	" WHERE (? IS NULL OR k.status = ?) AND (? IS NULL OR k.saluran = ?)"  \
	" AND (? IS NULL OR k.kepada = ?)"

SQL(Q_LAMA, KOLOM SARING " AND (? = 0 OR k.id < ?) ORDER BY k.id DESC"
			 " LIMIT ?");
SQL(Q_BARU, KOLOM SARING " AND k.id > ? ORDER BY k.id LIMIT ?");
SQL(Q_JUMLAH, "SELECT COUNT(*) FROM (SELECT 1 FROM kotak_keluar k" SARING
	      " LIMIT ?) x");
SQL(Q_HITUNG, "SELECT COUNT(*) FROM (SELECT 1 FROM kotak_keluar"
	      " WHERE saluran = ? AND berikut IS NOT NULL LIMIT ?) x");
SQL(Q_HITUNG_DEPAN, "SELECT dibuat FROM kotak_keluar WHERE saluran = ?"
		    " AND berikut IS NOT NULL ORDER BY berikut, id LIMIT 1");
SQL(Q_HITUNG_GAGAL, "SELECT COUNT(*) FROM kotak_keluar"
		    " WHERE status = 'gagal' AND saluran = ?");
SQL(Q_ULANG, "UPDATE kotak_keluar SET status = 'antri', berikut = ?, coba = 0,"
	     " putus = 0 WHERE id = ? AND status = 'gagal'"
	     " AND NOT (rahasia AND data = '')");
SQL(Q_ULANG_APA, "SELECT templat FROM kotak_keluar WHERE id = ?");
SQL(Q_ULANG_SEMUA,
    "UPDATE kotak_keluar SET status = 'antri', berikut = ?, coba = 0,"
    " putus = 0 WHERE status = 'gagal' AND NOT rahasia ORDER BY id LIMIT ?");

enum err kotak_daftar(struct db *db, const struct surat_saring *s,
		      struct surat **out, size_t *n, int64_t *total,
		      bool *pasti)
{
	struct rows *r;
	enum err e =
	    s->mundur ? db_query(db, &r, &Q_BARU, s->status, s->status,
				 s->saluran, s->saluran, s->kepada, s->kepada,
				 s->id, s->banyak) :
			db_query(db, &r, &Q_LAMA, s->status, s->status,
				 s->saluran, s->saluran, s->kepada, s->kepada,
				 s->id, s->id, s->banyak);

	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		(*out)[s->mundur ? *n - 1 - i : i] = (struct surat){
			.id = db_int(r, 0),
			.saluran = db_text(r, 1),
			.kepada = db_text(r, 2),
			.nama = db_text(r, 3),
			.templat = db_text(r, 4),
			.data = db_text(r, 5),
			.rahasia = db_int(r, 6) != 0,
			.status = db_text(r, 7),
			.dibuat = db_text(r, 8),
			.coba = db_int(r, 9),
			.berikut = db_text(r, 10),
			.galat = db_text(r, 11),
			.terkirim = db_text(r, 12),
			.pesan_id = db_text(r, 13),
		};
	e = db_one(db, &r, &Q_JUMLAH, s->status, s->status, s->saluran,
		   s->saluran, s->kepada, s->kepada, HITUNG_MAKS);
	if (e == OK) {
		*total = db_int(r, 0);
		*pasti = *total < HITUNG_MAKS;
	}
	return e;
}

enum err kotak_hitung(struct db *db, const char *saluran,
		      struct kotak_hitung *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_HITUNG, saluran, HITUNG_MAKS);

	*out = (struct kotak_hitung){ 0 };
	if (e != OK)
		return e;
	out->antri = db_int(r, 0);
	e = db_one(db, &r, &Q_HITUNG_DEPAN, saluran);
	if (e == OK)
		out->tertua = db_text(r, 0);
	else if (e != ERR_NOT_FOUND)
		return e;
	e = db_one(db, &r, &Q_HITUNG_GAGAL, saluran);
	if (e == OK)
		out->gagal = db_int(r, 0);
	return e;
}

bool kotak_saluran_siap(const char *saluran)
{
	return *config_get(strcmp(saluran, "wa") == 0 ? "wa_url" : "smtp_url",
			   "") != '\0';
}

struct ulang {
	const struct pelaku *p;
	int64_t id;
	int64_t banyak;
};

static enum err ulang(struct db *db, void *ctx)
{
	const struct ulang *u = ctx;
	struct rows *r;
	enum err e = db_exec(db, &Q_ULANG, clock_now(db_arena(db), 0), u->id);
	bool kena = e == OK && db_affected(db) > 0;

	if (e == OK)
		e = db_one(db, &r, &Q_ULANG_APA, u->id);
	if (e == OK && !kena)
		return ERR_CONFLICT;
	return e != OK ? e :
			 audit_catat(db, u->p, "pesan-dikirim-ulang", "pesan",
				     u->id, db_text(r, 0));
}

enum err kotak_kirim_ulang(struct db *db, const struct pelaku *p, int64_t id)
{
	struct ulang u = { p, id, 0 };

	return db_transaction(db, ulang, &u);
}

static enum err ulang_semua(struct db *db, void *ctx)
{
	struct ulang *u = ctx;
	struct arena *a = db_arena(db);
	enum err e =
	    db_exec(db, &Q_ULANG_SEMUA, clock_now(a, 0), ULANG_SEKALI);

	if (e != OK)
		return e;
	u->banyak = db_affected(db);
	return u->banyak == 0 ?
		   OK :
		   audit_catat(db, u->p, "pesan-dikirim-ulang", "pesan", 0,
			       arena_printf(a, "%lld pesan",
					    (long long)u->banyak));
}

enum err kotak_kirim_semua(struct db *db, const struct pelaku *p,
			   int64_t *banyak)
{
	struct ulang u = { p, 0, 0 };
	enum err e = db_transaction(db, ulang_semua, &u);

	*banyak = u.banyak;
	return e;
}
