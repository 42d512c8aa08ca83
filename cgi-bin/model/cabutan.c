/* cabutan.c - see cabutan.h. */
#include "cabutan.h"
#include "../lib/clock.h"

#include <string.h>

/* Rows marked in one transaction: those who move cards wait no longer. */
#define SEKALIGUS 500

SQL(Q_PERLU, "SELECT c.nomor, c.nomor = 0 OR COALESCE(c.hingga < ?, 0) OR"
	     " EXISTS (SELECT 1 FROM manifes m WHERE m.perlu_cabut = 1"
	     " AND m.berlaku_sampai >= ?) FROM cabutan c WHERE c.id = 1");
SQL(Q_DAFTAR, "SELECT id, kode, tidak_berlaku, sebab, berlaku_sampai,"
	      " perlu_cabut FROM manifes WHERE status IN ('diganti', 'dicabut',"
	      " 'berakhir') AND berlaku_sampai >= ? ORDER BY kode");
SQL(Q_SIMPAN, "UPDATE cabutan SET nomor = ?, terbit = ?, jumlah = ?,"
	      " hingga = ?, isi = ? WHERE id = 1 AND nomor = ?");
SQL(Q_TANDAI, "UPDATE manifes SET cabutan_nomor = ? WHERE id = ?"
	      " AND perlu_cabut = 1");
SQL(Q_LEWAT, "UPDATE manifes SET cabutan_nomor = 0 WHERE perlu_cabut = 1"
	     " AND berlaku_sampai < ? ORDER BY id LIMIT ?");
SQL(Q_NOMOR, "SELECT nomor FROM cabutan WHERE id = 1");
SQL(Q_AMBIL, "SELECT nomor, terbit, isi FROM cabutan WHERE id = 1"
	     " AND isi IS NOT NULL");

enum err cabutan_perlu(struct db *db, const char *hari, int64_t *nomor,
		       bool *perlu)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_PERLU, hari, hari);

	if (e != OK)
		return e;
	*nomor = db_int(r, 0);
	*perlu = db_int(r, 1) != 0;
	return OK;
}

enum err cabutan_daftar(struct db *db, const char *hari, struct cabut **out,
			size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_DAFTAR, hari);
	struct cabut *c;

	*n = 0;
	if (e != OK)
		return e;
	c = arena_array(db_arena(db), db_count(r) + 1, sizeof(*c));
	*out = c;
	while (db_next(r))
		c[(*n)++] = (struct cabut){
			.id = db_int(r, 0),
			.kode = db_text(r, 1),
			.sejak = db_text(r, 2),
			.sebab = db_text(r, 3),
			.sampai = db_text(r, 4),
			.baru = db_int(r, 5) == 1,
		};
	return OK;
}

int64_t cabutan_berikut(int64_t lama, const char *terbit)
{
	int64_t kini = clock_parse(terbit) / 1000;

	return kini > lama ? kini : lama + 1;
}

enum err cabutan_simpan(struct db *db, int64_t lama, int64_t nomor,
			const char *terbit, const struct cabut *c, size_t n,
			struct blob gz)
{
	const char *hingga = NULL;
	enum err e;

	for (size_t i = 0; i < n; i++)
		if (hingga == NULL || strcmp(c[i].sampai, hingga) < 0)
			hingga = c[i].sampai;
	e = db_exec(db, &Q_SIMPAN, nomor, terbit, n, hingga, gz, lama);
	return e == OK && db_affected(db) != 1 ? ERR_CONFLICT : e;
}

struct tandai {
	int64_t nomor;
	const struct cabut *c;
	size_t n;
};

static enum err tandai(struct db *db, void *ctx)
{
	const struct tandai *t = ctx;
	enum err e = OK;

	for (size_t i = 0; i < t->n && e == OK; i++)
		if (t->c[i].baru)
			e = db_exec(db, &Q_TANDAI, t->nomor, t->c[i].id);
	return e;
}

enum err cabutan_tandai(struct db *db, const char *hari, int64_t nomor,
			const struct cabut *c, size_t n)
{
	enum err e = OK;

	for (size_t i = 0; i < n && e == OK; i += SEKALIGUS) {
		struct tandai t = { nomor, c + i,
				    n - i < SEKALIGUS ? n - i : SEKALIGUS };

		e = db_transaction(db, tandai, &t);
	}
	do {
		if (e == OK)
			e = db_exec(db, &Q_LEWAT, hari, SEKALIGUS);
	} while (e == OK && db_affected(db) == SEKALIGUS);
	return e;
}

enum err cabutan_nomor(struct db *db, int64_t *nomor)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_NOMOR);

	if (e == OK)
		*nomor = db_int(r, 0);
	return e;
}

enum err cabutan_ambil(struct db *db, int64_t *nomor, const char **terbit,
		       struct blob *gz)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL);

	if (e != OK)
		return e;
	*nomor = db_int(r, 0);
	*terbit = db_text(r, 1);
	*gz = db_blob(r, 2);
	return OK;
}
