/* faktor-perangkat.c - devices that are not asked for the second factor for
 * 30 days; see faktor.h. */
#include "catat.h"
#include "faktor.h"
#include "../lib/clock.h"
#include "../lib/crypto.h"

#include <inttypes.h>
#include <string.h>

#define DAFTAR_MAKS 100

SQL(Q_INGAT, "INSERT INTO faktor_perangkat (akun_id, hash, dibuat, terakhir,"
	     " berakhir, alamat_ip, agen) VALUES (?, ?, ?, ?, ?, ?, ?)");
SQL(Q_KENAL, "UPDATE faktor_perangkat SET terakhir = ? WHERE hash = ?"
	     " AND akun_id = ? AND dicabut IS NULL AND berakhir > ?");
SQL(Q_DAFTAR,
    "SELECT id, dibuat, terakhir, berakhir, alamat_ip, agen,"
    " hash = ? FROM faktor_perangkat WHERE akun_id = ? AND dicabut IS NULL"
    " AND berakhir > ? ORDER BY terakhir DESC, id DESC LIMIT ?");
SQL(Q_CABUT, "UPDATE faktor_perangkat SET dicabut = ?"
	     " WHERE id = ? AND akun_id = ? AND dicabut IS NULL");
SQL(Q_CABUT_SEMUA, "UPDATE faktor_perangkat SET dicabut = ?"
		   " WHERE akun_id = ? AND dicabut IS NULL");
SQL(Q_TUNDA_MATI, "UPDATE masuk_tunda SET dipakai = ?, titipan = NULL"
		  " WHERE akun_id = ? AND dipakai IS NULL");

/* "<account>-<128 random bits>-<seal of these>" */
enum err faktor_perangkat_ingat(struct db *db, int64_t akun,
				const char *alamat_ip, const char *agen,
				const char **kue)
{
	struct arena *a = db_arena(db);
	const char *kini = clock_now(a, 0);
	const char *isi =
	    arena_printf(a, "%" PRId64 "-%s", akun, crypto_random_hex(a, 16));
	const char *segel = crypto_seal(a, "ingat", isi);

	if (segel == NULL)
		return ERR_INTERNAL;
	*kue = arena_printf(a, "%s-%s", isi, segel);
	return db_exec(db, &Q_INGAT, akun, crypto_sha256_text(a, *kue), kini,
		       kini, clock_now(a, FAKTOR_PERANGKAT_S * 1000LL),
		       alamat_ip, agen);
}

/* The seal keeps made-up cookies away from the database. */
static bool bersegel(struct arena *a, const char *kue)
{
	const char *potong = kue == NULL ? NULL : strrchr(kue, '-');

	return potong != NULL && strlen(kue) <= 200 &&
	       crypto_equal_text(
		   crypto_seal(a, "ingat",
			       arena_strndup(a, kue, (size_t)(potong - kue))),
		   potong + 1);
}

enum err faktor_perangkat_kenal(struct db *db, int64_t akun, const char *kue,
				bool *kenal)
{
	struct arena *a = db_arena(db);
	const char *kini = clock_now(a, 0);
	enum err e;

	*kenal = false;
	if (!bersegel(a, kue))
		return OK;
	e = db_exec(db, &Q_KENAL, kini, crypto_sha256_text(a, kue), akun, kini);
	*kenal = e == OK && db_affected(db) > 0;
	return e;
}

enum err faktor_perangkat_daftar(struct db *db, int64_t akun, const char *kue,
				 struct faktor_perangkat **out, size_t *n)
{
	struct arena *a = db_arena(db);
	struct faktor_perangkat *d;
	struct rows *r;
	enum err e = db_query(db, &r, &Q_DAFTAR,
			      crypto_sha256_text(a, kue == NULL ? "" : kue),
			      akun, clock_now(a, 0), DAFTAR_MAKS);

	if (e != OK)
		return e;
	*n = db_count(r);
	*out = d = arena_array(a, *n + 1, sizeof(*d));
	for (; db_next(r); d++)
		*d = (struct faktor_perangkat){
			.id = db_int(r, 0),
			.dibuat = db_text(r, 1),
			.terakhir = db_text(r, 2),
			.berakhir = db_text(r, 3),
			.alamat_ip = db_text(r, 4),
			.agen = db_text(r, 5),
			.ini = db_int(r, 6) != 0,
		};
	return OK;
}

struct cabut {
	const struct pelaku *p;
	int64_t id;
};

static enum err cabut(struct db *db, void *ctx)
{
	const struct cabut *c = ctx;
	const char *kini = clock_now(db_arena(db), 0);
	enum err e = c->id == 0 ?
			 db_exec(db, &Q_CABUT_SEMUA, kini, c->p->akun) :
			 db_exec(db, &Q_CABUT, kini, c->id, c->p->akun);

	if (e == OK && c->id != 0 && db_affected(db) == 0)
		e = ERR_NOT_FOUND;
	if (e == OK)
		e = audit_catat(db, c->p, "perangkat-dicabut", "akun",
				c->p->akun, c->id == 0 ? "semua" : NULL);
	return e;
}

enum err faktor_perangkat_cabut(struct db *db, const struct pelaku *p,
				int64_t id)
{
	struct cabut c = { p, id };

	return db_transaction(db, cabut, &c);
}

enum err faktor_lupakan(struct db *db, int64_t akun)
{
	const char *kini = clock_now(db_arena(db), 0);
	enum err e = db_exec(db, &Q_CABUT_SEMUA, kini, akun);

	return e == OK ? db_exec(db, &Q_TUNDA_MATI, kini, akun) : e;
}
