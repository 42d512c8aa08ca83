/* kotak-kirim.c - see kotak-kirim.h. */
#include "kotak-kirim.h"
#include "../lib/clock.h"
#include "../lib/config.h"
#include "../lib/text.h"

#include <string.h>

#define MENIT_MS   60000LL
#define JEDA_MAKS  (6 * 60 * MENIT_MS)
#define GALAT_MAKS 280

/* SKIP LOCKED: several workers do not wait for each other. */
SQL(Q_GILIRAN,
    "SELECT k.id, k.kepada, (SELECT a.nama FROM akun a WHERE a.id = k.akun_id),"
    " k.templat, k.data, k.rahasia, k.coba, k.dibuat,"
    " k.status = 'mengirim' AND k.putus >= 2 FROM kotak_keluar k"
    " WHERE k.saluran = ? AND k.berikut <= ? ORDER BY k.berikut, k.id LIMIT ?"
    " FOR UPDATE SKIP LOCKED");
SQL(Q_PEGANG,
    "UPDATE kotak_keluar SET status = 'mengirim', dipegang = ?, berikut = ?,"
    " coba = coba + 1 WHERE id = ?");
SQL(Q_RAGU, "UPDATE kotak_keluar SET putus = putus + 1"
	    " WHERE id = ? AND dipegang = ?");
/* A secret has done its work, or will not do it any more. */
#define HABIS                                                                  \
	", berikut = NULL, dipegang = NULL, data = IF(rahasia AND ?, '', data)"
SQL(Q_PUTUS, "UPDATE kotak_keluar SET status = 'gagal',"
	     " galat = 'terputus'" HABIS " WHERE id = ?");
SQL(Q_TERKIRIM,
    "UPDATE kotak_keluar SET status = 'terkirim', terkirim = ?, pesan_id = ?,"
    " galat = NULL" HABIS " WHERE id = ? AND dipegang = ?");
SQL(Q_LAGI, "UPDATE kotak_keluar SET status = 'antri', galat = ?, berikut = ?,"
	    " dipegang = NULL, putus = putus - ?"
	    " WHERE id = ? AND dipegang = ? AND coba < ?");
SQL(Q_GAGAL, "UPDATE kotak_keluar SET status = 'gagal', galat = ?" HABIS
	     " WHERE id = ? AND dipegang = ?");
/* Of what was queued anew the age is counted from then. */
SQL(Q_KEDALUWARSA,
    "UPDATE kotak_keluar SET status = 'gagal', galat = 'kedaluwarsa'" HABIS
    " WHERE status = 'antri'"
    " AND GREATEST(dibuat, berikut) < IF(rahasia, ?, ?)");
SQL(Q_TAMPIL, "UPDATE kotak_keluar SET status = 'tampil', berikut = NULL,"
	      " galat = NULL WHERE status = 'antri' AND saluran = ?");

int64_t kotak_jeda_ms(int64_t coba, uint32_t acak)
{
	int64_t jeda = MENIT_MS;

	for (int64_t i = 1; i < coba && jeda < JEDA_MAKS; i++)
		jeda *= 2;
	if (jeda > JEDA_MAKS)
		jeda = JEDA_MAKS;
	/* 80 to 120 %, so that what failed together does not come together. */
	return jeda * 4 / 5 + jeda * 2 / 5 * (int64_t)(acak >> 8) / (1 << 24);
}

/* Where things are tried out /kotak-keluar goes on showing links. */
static int hapus(void)
{
	return config_development() ? 0 : 1;
}

struct ambil {
	const char *saluran;
	const char *pegang;
	int64_t banyak;
	struct kiriman_keluar **out;
	size_t *n;
};

static enum err ambil(struct db *db, void *ctx)
{
	const struct ambil *m = ctx;
	struct arena *a = db_arena(db);
	struct kiriman_keluar *k;
	struct rows *r;
	enum err e = db_query(db, &r, &Q_GILIRAN, m->saluran, clock_now(a, 0),
			      m->banyak);

	*m->n = 0;
	if (e != OK)
		return e;
	*m->out = arena_array(a, db_count(r) + 1, sizeof(**m->out));
	while (e == OK && db_next(r)) {
		if (db_int(r, 8) != 0) {
			e = db_exec(db, &Q_PUTUS, hapus(), db_int(r, 0));
			continue;
		}
		e = db_exec(db, &Q_PEGANG, m->pegang,
			    clock_now(a, KOTAK_SEWA_MS), db_int(r, 0));
		k = &(*m->out)[(*m->n)++];
		*k = (struct kiriman_keluar){
			.id = db_int(r, 0),
			.kepada = db_text(r, 1),
			.nama = db_text(r, 2),
			.templat = db_text(r, 3),
			.data = db_text(r, 4),
			.rahasia = db_int(r, 5) != 0,
			.coba = db_int(r, 6) + 1,
			.dibuat = db_text(r, 7),
		};
	}
	return e;
}

enum err kotak_ambil(struct db *db, const char *saluran, const char *pegang,
		     int64_t banyak, struct kiriman_keluar **out, size_t *n)
{
	struct ambil m = { saluran, pegang, banyak, out, n };

	return db_transaction(db, ambil, &m);
}

static enum err kena(struct db *db, enum err e)
{
	return e == OK && db_affected(db) == 0 ? ERR_CONFLICT : e;
}

enum err kotak_ragu(struct db *db, int64_t id, const char *pegang)
{
	return kena(db, db_exec(db, &Q_RAGU, id, pegang));
}

enum err kotak_terkirim(struct db *db, int64_t id, const char *pegang,
			const char *pesan_id)
{
	return kena(db, db_exec(db, &Q_TERKIRIM, clock_now(db_arena(db), 0),
				pesan_id, hapus(), id, pegang));
}

enum err kotak_gagal(struct db *db, int64_t id, const char *pegang,
		     const char *galat, int64_t jeda_ms, bool ragu)
{
	struct arena *a = db_arena(db);
	size_t n = strlen(galat);
	enum err e;

	while (n > GALAT_MAKS || (n < strlen(galat) &&
				  ((unsigned char)galat[n] & 0xC0) == 0x80))
		n--;
	galat = arena_strndup(a, galat, n);
	if (jeda_ms >= 0) {
		e = db_exec(db, &Q_LAGI, galat, clock_now(a, jeda_ms),
			    ragu, id, pegang, KOTAK_COBA_MAKS);
		if (e != OK || db_affected(db) > 0)
			return e;
	}
	return kena(db, db_exec(db, &Q_GAGAL, galat, hapus(), id, pegang));
}

enum err kotak_kedaluwarsa(struct db *db, int64_t *banyak)
{
	struct arena *a = db_arena(db);
	enum err e = db_exec(db, &Q_KEDALUWARSA, hapus(),
			     clock_now(a, -KOTAK_RAHASIA_HARI * CLOCK_DAY_MS),
			     clock_now(a, -KOTAK_UMUR_HARI * CLOCK_DAY_MS));

	*banyak = e == OK ? db_affected(db) : 0;
	return e;
}

enum err kotak_tampilkan(struct db *db, const char *saluran)
{
	return db_exec(db, &Q_TAMPIL, saluran);
}
