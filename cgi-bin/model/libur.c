/*
 * libur.c - see libur.h.
 */
#include "libur.h"
#include "../lib/clock.h"
#include "../lib/text.h"
#include "catat.h"
#include "jadwal.h"

#include <string.h>

#define NAMA_MAKS 150

SQL(Q_DAFTAR, "SELECT tanggal, nama, jenis FROM libur"
	      " WHERE tanggal BETWEEN ? AND ? ORDER BY tanggal");
SQL(Q_AMBIL, "SELECT tanggal, nama, jenis FROM libur WHERE tanggal = ?");
SQL(Q_SIMPAN,
    "INSERT INTO libur (tanggal, nama, jenis, dicatat) VALUES (?, ?, ?, ?)"
    " ON DUPLICATE KEY UPDATE nama = VALUES (nama), jenis = VALUES (jenis),"
    " dicatat = VALUES (dicatat)");
SQL(Q_HAPUS, "DELETE FROM libur WHERE tanggal = ?");

const char *const libur_jenis[] = { "libur", "cuti", NULL };

struct kerja {
	const struct pelaku *p;
	const struct libur_baris *l;
	hari_t hari;
	const struct libur_baru *baru;
	size_t n;
	bool perayaan;
	struct libur_hasil *hasil;
	int64_t *pindah;
};

static void isi(const struct rows *r, struct libur_baris *l)
{
	*l = (struct libur_baris){ .hari = HARI_TAK_ADA,
				   .nama = db_text(r, 1),
				   .jenis = db_text(r, 2) };
	hari_baca(db_text(r, 0), &l->hari);
}

enum err libur_daftar(struct db *db, int tahun, struct libur_baris **out,
		      size_t *n)
{
	struct arena *a = db_arena(db);
	struct rows *r;
	enum err e =
	    db_query(db, &r, &Q_DAFTAR, arena_printf(a, "%04d-01-01", tahun),
		     arena_printf(a, "%04d-12-31", tahun));

	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(a, *n, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		isi(r, &(*out)[i]);
	return OK;
}

enum err libur_ambil(struct db *db, hari_t hari, struct libur_baris *out)
{
	char tanggal[HARI_TEKS];
	struct rows *r;
	enum err e;

	hari_tulis(hari, tanggal);
	e = db_one(db, &r, &Q_AMBIL, tanggal);
	if (e == OK)
		isi(r, out);
	return e;
}

/* Key of a day in the audit log: 20261225. */
static int64_t kunci(hari_t h)
{
	struct tanggal t = hari_pecah(h);

	return t.tahun * 10000 + t.bulan * 100 + t.tgl;
}

static bool benar(const struct libur_baris *l)
{
	bool kenal = false;

	for (size_t i = 0; libur_jenis[i] != NULL; i++)
		kenal |=
		    l->jenis != NULL && strcmp(libur_jenis[i], l->jenis) == 0;
	return kenal && hari_sah(l->hari) && l->nama != NULL &&
	       l->nama[0] != '\0' && text_length(l->nama) <= NAMA_MAKS;
}

/* One day and its audit row; *hasil counts it. */
static enum err tulis(struct db *db, const struct pelaku *p,
		      const struct libur_baris *l, struct libur_hasil *hasil)
{
	struct arena *a = db_arena(db);
	struct libur_baris lama;
	char tanggal[HARI_TEKS];
	enum err e = libur_ambil(db, l->hari, &lama);
	bool ada = e == OK;

	if (e != OK && e != ERR_NOT_FOUND)
		return e;
	if (ada && strcmp(lama.nama, l->nama) == 0 &&
	    strcmp(lama.jenis, l->jenis) == 0) {
		hasil->sama++;
		return OK;
	}
	if (ada)
		hasil->diubah++;
	else
		hasil->baru++;
	hari_tulis(l->hari, tanggal);
	e = db_exec(db, &Q_SIMPAN, tanggal, l->nama, l->jenis, clock_now(a, 0));
	if (e != OK)
		return e;
	return audit_catat(db, p, ada ? "libur-diubah" : "libur-ditambah",
			   "libur", kunci(l->hari),
			   arena_printf(a, "%s; %s", l->jenis, l->nama));
}

static enum err simpan(struct db *db, void *ctx)
{
	struct kerja *k = ctx;
	struct libur_hasil hasil = { 0 };
	enum err e = tulis(db, k->p, k->l, &hasil);

	return e == OK ? jadwal_susun(db, k->pindah) : e;
}

enum err libur_simpan(struct db *db, const struct pelaku *p,
		      const struct libur_baris *l, int64_t *pindah)
{
	struct kerja k = { .p = p, .l = l, .pindah = pindah };

	return benar(l) ? db_transaction(db, simpan, &k) : ERR_INPUT;
}

static enum err hapus(struct db *db, void *ctx)
{
	struct kerja *k = ctx;
	struct libur_baris lama;
	char tanggal[HARI_TEKS];
	enum err e = libur_ambil(db, k->hari, &lama);

	hari_tulis(k->hari, tanggal);
	if (e == OK)
		e = db_exec(db, &Q_HAPUS, tanggal);
	if (e == OK && db_affected(db) == 0)
		e = ERR_NOT_FOUND;
	if (e == OK)
		e = audit_catat(db, k->p, "libur-dihapus", "libur",
				kunci(k->hari), lama.nama);
	return e == OK ? jadwal_susun(db, k->pindah) : e;
}

enum err libur_hapus(struct db *db, const struct pelaku *p, hari_t hari,
		     int64_t *pindah)
{
	struct kerja k = { .p = p, .hari = hari, .pindah = pindah };

	return hari_sah(hari) ? db_transaction(db, hapus, &k) : ERR_NOT_FOUND;
}

static enum err impor(struct db *db, void *ctx)
{
	struct kerja *k = ctx;
	enum err e = OK;

	*k->hasil = (struct libur_hasil){ 0 };
	for (size_t i = 0; e == OK && i < k->n; i++) {
		struct libur_baris l = {
			.hari = k->baru[i].hari,
			.nama = k->baru[i].nama,
			.jenis =
			    k->baru[i].jenis == ICS_CUTI ? "cuti" : "libur",
		};

		if (k->baru[i].jenis == ICS_PERAYAAN && !k->perayaan)
			k->hasil->lewat++;
		else
			e = benar(&l) ? tulis(db, k->p, &l, k->hasil) :
					ERR_INPUT;
	}
	if (e == OK && k->hasil->baru + k->hasil->diubah > 0)
		e = jadwal_susun(db, &k->hasil->pindah);
	return e;
}

enum err libur_impor(struct db *db, const struct pelaku *p,
		     const struct libur_baru *baru, size_t n, bool perayaan,
		     struct libur_hasil *hasil)
{
	struct kerja k = { .p = p,
			   .baru = baru,
			   .n = n,
			   .perayaan = perayaan,
			   .hasil = hasil };

	return db_transaction(db, impor, &k);
}
