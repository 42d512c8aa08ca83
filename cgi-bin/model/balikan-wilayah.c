/*
 * balikan-wilayah.c - the codes of regions that a NIK may begin with, for
 * balikan-nilai.c, which asks no database.
 */
#include "balikan-nilai.h"

SQL(Q_WILAYAH, "SELECT kode FROM wilayah WHERE tingkat <= 3");

enum err balikan_wilayah_muat(struct db *db)
{
	static bool dimuat;
	struct rows *r;
	enum err e;

	if (dimuat)
		return OK;
	e = db_query(db, &r, &Q_WILAYAH);
	if (e != OK)
		return e;
	if (db_count(r) == 0)
		return ERR_INTERNAL;
	while (db_next(r))
		balikan_wilayah_tambah(db_text(r, 0));
	dimuat = true;
	return OK;
}
