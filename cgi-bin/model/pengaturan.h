/*
 * pengaturan.h - the settings an admin may change on a page (U-22).
 *
 * What the installation itself is told (sockets, folders, mode) is in the
 * configuration file, lib/config.h.
 */
#ifndef PENGATURAN_H
#define PENGATURAN_H

#include "../lib/db.h"
#include "../lib/role.h"

#define PENGATURAN_SEGAR_S 60

/*
 * The value of a setting, or otherwise when there is none or it is empty;
 * a copy in db's arena (otherwise itself is returned as it is).  Read at most
 * every PENGATURAN_SEGAR_S seconds per process; when the database cannot be
 * read the last known values serve on.
 */
const char *pengaturan_teks(struct db *db, const char *nama,
			    const char *otherwise);

/* The same as a whole number ("kapasitas_harian" in cards a day, "norma_…" in
   working days). */
int64_t pengaturan_angka(struct db *db, const char *nama, int64_t otherwise);

/* The same for a setting of kind ya-tidak. */
bool pengaturan_ya(struct db *db, const char *nama, bool otherwise);

/* One setting as the admin's page shows it. */
struct pengaturan {
	const char *nama;
	const char *nilai;
	const char *jenis;    /* teks angka ya-tidak paragraf */
	const char *kelompok; /* heading on the page */
	int64_t min;          /* least number, or least length in characters */
	int64_t maks;         /* greatest number, or greatest length */
	const char *diubah;   /* UTC; NULL: as shipped */
	const char *pengubah; /* name of who did; NULL: as shipped */
};

/* All of them in the order of the page, straight from the database. */
enum err pengaturan_semua(struct db *db, struct pengaturan **out, size_t *n);

/*
 * Check a value against the bounds of s.  NULL when it is fine, else the code
 * of what is wrong (form.h: wajib angka terlalu-kecil terlalu-besar
 * terlalu-pendek terlalu-panjang pilihan; and "urut" when a pattern for
 * numbers lacks {urut}).
 */
const char *pengaturan_periksa(const struct pengaturan *s, const char *nilai);

/*
 * Change one, with an audit row when it really changed.  The value must have
 * passed pengaturan_periksa().  ERR_NOT_FOUND when there is no such setting.
 */
enum err pengaturan_simpan(struct db *db, const struct pelaku *p,
			   const char *nama, const char *nilai);

/* Forget what was read, so that the next call reads anew (tests, and after
   a change was committed). */
void pengaturan_lupakan(void);

#endif
