/* berkas.c - see berkas.h. */
#include "berkas.h"
#include "../lib/clock.h"

#include <string.h>

SQL(Q_SIMPAN, "INSERT INTO berkas (sha256, nama, jenis, ukuran, akun_id,"
	      " dibuat) VALUES (?, ?, ?, ?, ?, ?)");
SQL(Q_AMBIL, "SELECT sha256, nama, jenis, ukuran FROM berkas WHERE id = ?");

enum err berkas_simpan(struct db *db, const struct pelaku *p,
		       const struct upload *u, int64_t *id)
{
	enum err e = db_exec(db, &Q_SIMPAN, u->sha256, u->name, u->kind,
			     u->bytes, DB_ID(p->akun),
			     clock_now(db_arena(db), 0));

	if (e == OK)
		*id = db_last_id(db);
	return e;
}

enum err berkas_ambil(struct db *db, int64_t id, struct berkas *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL, id);

	if (e != OK)
		return e;
	out->id = id;
	out->sha256 = db_text(r, 0);
	out->nama = db_text(r, 1);
	out->jenis = db_text(r, 2);
	out->ukuran = db_int(r, 3);
	return OK;
}

const char *berkas_tipe(const char *jenis)
{
	static const char *const table[][2] = {
		{ "pdf", "application/pdf" },
		{ "csv", "text/csv; charset=utf-8" },
		{ "xlsx", "application/vnd.openxmlformats-officedocument."
			  "spreadsheetml.sheet" },
		{ "ics", "text/calendar; charset=utf-8" },
	};

	for (size_t i = 0; i < COUNT(table); i++)
		if (strcmp(table[i][0], jenis) == 0)
			return table[i][1];
	return "application/octet-stream";
}
