/* wilayah.c - see wilayah.h. */
#include "wilayah.h"
#include "../lib/text.h"

#include <string.h>

int wilayah_tingkat(const char *kode)
{
	if (kode == NULL || !text_digits(kode, 10))
		return 0;
	switch (strlen(kode)) {
	case 2:
		return WILAYAH_PROVINSI;
	case 4:
		return WILAYAH_KABKOTA;
	case 6:
		return WILAYAH_KECAMATAN;
	case 10:
		return WILAYAH_DESA;
	default:
		return 0;
	}
}

SQL(Q_ANAK, "SELECT kode, nama, tingkat FROM wilayah WHERE induk = ?"
	    " ORDER BY nama, kode");
SQL(Q_JALUR, "SELECT kode, nama, tingkat FROM wilayah"
	     " WHERE kode IN (LEFT(?, 2), LEFT(?, 4), LEFT(?, 6), ?)"
	     " ORDER BY tingkat");

static void ambil(const struct rows *r, struct wilayah *w)
{
	w->kode = db_text(r, 0);
	w->nama = db_text(r, 1);
	w->tingkat = (enum wilayah_tingkat)db_int(r, 2);
}

enum err wilayah_anak(struct db *db, const char *induk, struct wilayah **out,
		      size_t *n)
{
	struct rows *r;
	enum err e;

	*n = 0;
	*out = NULL;
	e = db_query(db, &r, &Q_ANAK, induk == NULL ? "" : induk);
	if (e != OK)
		return e;
	*out = arena_array(db_arena(db), db_count(r) + 1, sizeof(**out));
	while (db_next(r))
		ambil(r, &(*out)[(*n)++]);
	return OK;
}

enum err wilayah_jalur(struct db *db, const char *kode,
		       struct wilayah jalur[4], size_t *n)
{
	struct rows *r;
	enum err e;

	*n = 0;
	if (wilayah_tingkat(kode) == 0)
		return ERR_NOT_FOUND;
	e = db_query(db, &r, &Q_JALUR, kode, kode, kode, kode);
	if (e != OK)
		return e;
	while (*n < 4 && db_next(r))
		ambil(r, &jalur[(*n)++]);
	if (*n == 0 || strcmp(jalur[*n - 1].kode, kode) != 0) {
		*n = 0;
		return ERR_NOT_FOUND;
	}
	return OK;
}
