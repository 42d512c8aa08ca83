/*
 * wilayah.h - region codes: provinces, regencies and cities, districts,
 * villages.
 *
 * Read only: sql/muat-wilayah fills the table from sql/wilayah.tsv.gz.
 */
#ifndef WILAYAH_H
#define WILAYAH_H

#include "../lib/db.h"

/* Levels, and the digits their codes have. */
enum wilayah_tingkat {
	WILAYAH_PROVINSI = 1,  /* 2 */
	WILAYAH_KABKOTA = 2,   /* 4 */
	WILAYAH_KECAMATAN = 3, /* 6 */
	WILAYAH_DESA = 4       /* 10 */
};

struct wilayah {
	const char *kode; /* digits without dots */
	const char *nama;
	enum wilayah_tingkat tingkat;
};

/*
 * Level of a code by its form, without looking whether there is such a
 * region; 0 when it is not 2, 4, 6 or 10 digits, or NULL.
 */
int wilayah_tingkat(const char *kode);

/*
 * The regions directly inside induk, by name: a drop-down.  NULL or "" gives
 * the provinces.  Empty for a village or a code that does not exist.
 * At most a few hundred; in the arena.  Errors as db_query().
 */
enum err wilayah_anak(struct db *db, const char *induk, struct wilayah **out,
		      size_t *n);

/*
 * The region kode and all it lies in, from the province down: jalur[0] is the
 * province, jalur[*n - 1] the region itself.  ERR_NOT_FOUND, *n 0, when there
 * is no such region; else as db_query().
 */
enum err wilayah_jalur(struct db *db, const char *kode,
		       struct wilayah jalur[4], size_t *n);

#endif
