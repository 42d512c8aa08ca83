/* notifikasi.c - see notifikasi.h. */
#include "notifikasi.h"
#include "catat.h"
#include "templat.h"

#include <string.h>

#define HITUNG_MAKS 1000

#define KOLOM "SELECT id, templat, data, dibuat, dibaca FROM notifikasi"
#define HALAMAN(arah) " AND (? = 0 OR id " arah " ?)"

SQL(Q_LAMA, KOLOM " WHERE akun_id = ?" HALAMAN("<") " ORDER BY id DESC LIMIT ?");
SQL(Q_BARU, KOLOM " WHERE akun_id = ?" HALAMAN(">") " ORDER BY id LIMIT ?");
SQL(Q_BELUM_LAMA, KOLOM " WHERE akun_id = ? AND dibaca IS NULL" HALAMAN("<")
		      " ORDER BY id DESC LIMIT ?");
SQL(Q_BELUM_BARU, KOLOM " WHERE akun_id = ? AND dibaca IS NULL" HALAMAN(">")
		      " ORDER BY id LIMIT ?");
SQL(Q_JUMLAH, "SELECT COUNT(*) FROM (SELECT 1 FROM notifikasi"
	      " WHERE akun_id = ? LIMIT ?) x");
SQL(Q_JUMLAH_BELUM, "SELECT COUNT(*) FROM (SELECT 1 FROM notifikasi"
		    " WHERE akun_id = ? AND dibaca IS NULL LIMIT ?) x");
SQL(Q_SATU, KOLOM " WHERE id = ? AND akun_id = ?");
SQL(Q_BACA, "UPDATE notifikasi SET dibaca = ?"
	    " WHERE id = ? AND akun_id = ? AND dibaca IS NULL");
SQL(Q_BACA_SEMUA, "UPDATE notifikasi SET dibaca = ?"
		  " WHERE akun_id = ? AND dibaca IS NULL AND id <= ?");
SQL(Q_PILIHAN,
    "SELECT saluran, kelompok, nyala FROM pilihan_pesan WHERE akun_id = ?");
SQL(Q_SIMPAN, "INSERT INTO pilihan_pesan (akun_id, saluran, kelompok, nyala)"
	      " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE nyala = ?");
SQL(Q_TUJUAN, "SELECT email, telepon FROM akun WHERE id = ?");

static struct notifikasi satu(struct rows *r)
{
	return (struct notifikasi){
		.id = db_int(r, 0),
		.templat = db_text(r, 1),
		.data = db_text(r, 2),
		.dibuat = db_text(r, 3),
		.dibaca = db_text(r, 4),
	};
}

enum err notifikasi_daftar(struct db *db, int64_t akun, bool belum,
			   bool mundur, int64_t id, int64_t banyak,
			   struct notifikasi **out, size_t *n, int64_t *total,
			   bool *pasti)
{
	struct sql *q = belum ? (mundur ? &Q_BELUM_BARU : &Q_BELUM_LAMA) :
				(mundur ? &Q_BARU : &Q_LAMA);
	struct rows *r;
	enum err e = db_query(db, &r, q, akun, id, id, banyak);

	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		(*out)[mundur ? *n - 1 - i : i] = satu(r);
	e = db_one(db, &r, belum ? &Q_JUMLAH_BELUM : &Q_JUMLAH, akun,
		   HITUNG_MAKS);
	if (e == OK) {
		*total = db_int(r, 0);
		*pasti = *total < HITUNG_MAKS;
	}
	return e;
}

enum err notifikasi_baca(struct db *db, int64_t akun, int64_t id,
			 const char *kini, struct notifikasi *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_SATU, id, akun);

	if (e != OK)
		return e;
	*out = satu(r);
	return db_exec(db, &Q_BACA, kini, id, akun);
}

enum err notifikasi_baca_semua(struct db *db, int64_t akun, int64_t sampai,
			       const char *kini)
{
	return db_exec(db, &Q_BACA_SEMUA, kini, akun, sampai);
}

/* --- preferences --- */

enum err pilihan_baca(struct db *db, int64_t akun, struct pilihan_pesan *out,
		      size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_PILIHAN, akun);

	if (e != OK)
		return e;
	for (*n = 0; templat_kelompok_semua[*n] != NULL; (*n)++)
		out[*n] = (struct pilihan_pesan){
			.kelompok = templat_kelompok_semua[*n],
			.surel = true,
		};
	while (db_next(r))
		for (size_t i = 0; i < *n; i++) {
			bool nyala = db_int(r, 2) != 0;

			if (strcmp(out[i].kelompok, db_text(r, 1)) != 0)
				continue;
			if (strcmp(db_text(r, 0), "wa") == 0)
				out[i].wa = nyala;
			else
				out[i].surel = nyala;
		}
	return OK;
}

struct simpan {
	const struct pelaku *p;
	const struct pilihan_pesan *semua;
	size_t n;
};

static enum err simpan(struct db *db, void *ctx)
{
	const struct simpan *s = ctx;
	enum err e = OK;

	for (size_t i = 0; e == OK && i < s->n; i++) {
		const struct pilihan_pesan *m = &s->semua[i];
		bool surel = m->surel || strcmp(m->kelompok, "akun") == 0;

		e = db_exec(db, &Q_SIMPAN, s->p->akun, "surel", m->kelompok,
			    surel, surel);
		if (e == OK)
			e = db_exec(db, &Q_SIMPAN, s->p->akun, "wa",
				    m->kelompok, m->wa, m->wa);
	}
	return e == OK ? audit_catat(db, s->p, "pilihan-pesan-diubah", "akun",
				     s->p->akun, NULL) :
			 e;
}

enum err pilihan_simpan(struct db *db, const struct pelaku *p,
			const struct pilihan_pesan *semua, size_t n)
{
	struct simpan s = { p, semua, n };

	return db_transaction(db, simpan, &s);
}

enum err pilihan_tujuan(struct db *db, int64_t akun, const char **surel,
			const char **telepon)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_TUJUAN, akun);

	if (e == OK) {
		*surel = db_text(r, 0);
		*telepon = db_text(r, 1);
	}
	return e;
}
