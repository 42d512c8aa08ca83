/*
 * libur.h - public holidays and collective leave in the database (P-10).
 *
 * Each change plans anew through model/jadwal in its own transaction.  The
 * arithmetic of working days is model/hari, the .ics reader model/ics.
 */
#ifndef MODEL_LIBUR_H
#define MODEL_LIBUR_H

#include "../lib/db.h"
#include "../lib/role.h"
#include "hari.h"
#include "ics.h"

struct libur_baris {
	hari_t hari;
	const char *nama;
	const char *jenis; /* libur: public holiday; cuti: collective leave */
};

/* The kinds, ended by NULL: for the choices of a form's field. */
extern const char *const libur_jenis[];

/* Those of a year, ascending; in the arena. */
enum err libur_daftar(struct db *db, int tahun, struct libur_baris **out,
		      size_t *n);

/* One day; ERR_NOT_FOUND when it is no holiday. */
enum err libur_ambil(struct db *db, hari_t hari, struct libur_baris *out);

/*
 * Add a holiday, or rename the one that is there on that day.  nama 1..150
 * characters, jenis one of libur_jenis, else ERR_INPUT.  *pindah (NULL: not
 * wanted): tickets whose estimate moved.  ERR_CONFLICT as jadwal_susun().
 */
enum err libur_simpan(struct db *db, const struct pelaku *p,
		      const struct libur_baris *l, int64_t *pindah);

/* Take a holiday away.  ERR_NOT_FOUND; else as libur_simpan(). */
enum err libur_hapus(struct db *db, const struct pelaku *p, hari_t hari,
		     int64_t *pindah);

/* What an import did. */
struct libur_hasil {
	int64_t baru;   /* days added */
	int64_t diubah; /* days whose name or kind changed */
	int64_t sama;   /* days that were there already */
	int64_t lewat;  /* observances left out */
	int64_t pindah; /* tickets whose estimate moved */
};

/*
 * Add the n days that ics_baca() read, all or none.  Observances
 * (ICS_PERAYAAN) are left out unless perayaan, which takes them as public
 * holidays.  Days in the table that the file lacks stay.
 */
enum err libur_impor(struct db *db, const struct pelaku *p,
		     const struct libur_baru *baru, size_t n, bool perayaan,
		     struct libur_hasil *hasil);

#endif
