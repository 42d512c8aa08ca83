/*
 * deret.c - see deret.h.
 */
#include "deret.h"
#include "../lib/log.h"

SQL(Q_NAIK, "INSERT INTO deret (nama, tahun, terakhir) VALUES (?, ?, 1)"
	    " ON DUPLICATE KEY UPDATE terakhir = terakhir + 1");
/* The row is locked by Q_NAIK: what is read here is our own number. */
SQL(Q_TERAKHIR,
    "SELECT terakhir FROM deret WHERE nama = ? AND tahun = ? FOR UPDATE");

enum err deret_berikut(struct db *db, const char *nama, int tahun,
		       int64_t *nomor)
{
	struct rows *r;
	enum err e;

	if (!db_in_transaction(db)) {
		log_error("deret %s: taken outside a transaction", nama);
		return ERR_INTERNAL;
	}
	e = db_exec(db, &Q_NAIK, nama, tahun);
	if (e == OK)
		e = db_one(db, &r, &Q_TERAKHIR, nama, tahun);
	if (e == OK)
		*nomor = db_int(r, 0);
	return e;
}
