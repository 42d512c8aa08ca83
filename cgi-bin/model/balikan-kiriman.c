/*
 * balikan-kiriman.c - see balikan-kiriman.h: a file comes in, and the
 * institution's figures.
 */
#include "balikan-kiriman.h"
#include "../lib/clock.h"
#include "catat.h"

#include <string.h>

/* Locks the institution's row: files and single records take their ids, which
   are their order, one after another. */
SQL(Q_LEMBAGA, "INSERT INTO balikan_lembaga (lembaga_id) VALUES (?)"
	       " ON DUPLICATE KEY UPDATE lembaga_id = lembaga_id");
SQL(Q_SUDAH, "SELECT id FROM balikan_kiriman WHERE unggahan_id = ?");
SQL(Q_TUTUP, "UPDATE balikan_kiriman SET tutup = 1 WHERE lembaga_id = ?"
	     " AND sumber IN ('formulir', 'layanan') AND tutup = 0");
SQL(Q_BUAT, "INSERT INTO balikan_kiriman (lembaga_id, akun_id, sumber,"
	    " tanggal, status, cara, nama, sha256, unggahan_id, bytes, dibuat)"
	    " VALUES (?, ?, 'berkas', ?, 'antri', ?, ?, ?, ?, ?, ?)");

SQL(Q_IKHTISAR,
    "SELECT COALESCE((SELECT MAX(nomor) FROM balikan_versi"
    " WHERE lembaga_id = l.id), 0),"
    " (SELECT COUNT(*) FROM balikan_ruas r JOIN balikan_versi v"
    " ON v.id = r.versi_id WHERE v.lembaga_id = l.id AND v.nomor ="
    " (SELECT MAX(nomor) FROM balikan_versi WHERE lembaga_id = l.id)),"
    " COALESCE(b.baris, 0), b.terakhir,"
    " (SELECT COUNT(*) FROM balikan_kiriman WHERE lembaga_id = l.id"
    " AND status IN ('antri', 'periksa', 'muat', 'urung')),"
    " (SELECT COUNT(*) FROM balikan_kiriman WHERE lembaga_id = l.id"
    " AND status = 'gagal' AND dibuat >= ?)"
    " FROM lembaga l LEFT JOIN balikan_lembaga b ON b.lembaga_id = l.id"
    " WHERE l.id = ?");

struct buat {
	const struct pelaku *p;
	const struct kiriman_baru *baru;
	int64_t id;
};

static enum err buat(struct db *db, void *ctx)
{
	struct buat *b = ctx;
	const struct kiriman_baru *k = b->baru;
	struct arena *a = db_arena(db);
	struct rows *r;
	enum err e = db_exec(db, &Q_LEMBAGA, b->p->lembaga);

	if (e == OK && k->unggahan_id != 0) {
		e = db_query(db, &r, &Q_SUDAH, k->unggahan_id);
		if (e == OK && db_next(r)) {
			b->id = db_int(r, 0);
			return OK;
		}
	}
	if (e == OK)
		e = db_exec(db, &Q_TUTUP, b->p->lembaga);
	if (e == OK)
		e = db_exec(db, &Q_BUAT, b->p->lembaga, DB_ID(b->p->akun),
			    clock_today(a), k->cara, k->nama, k->sha256,
			    DB_ID(k->unggahan_id), k->bytes, clock_now(a, 0));
	b->id = db_last_id(db);
	if (e == OK)
		e = audit_catat(db, b->p, "balikan-dikirim", "balikan", b->id,
				arena_printf(a, "%s; %lld bytes", k->cara,
					     (long long)k->bytes));
	return e;
}

enum err balikan_kiriman_buat(struct db *db, const struct pelaku *p,
			      const struct kiriman_baru *baru, int64_t *id)
{
	struct buat b = { .p = p, .baru = baru };
	enum err e;

	if ((p->role & ROLE_PEMINTA) == 0 || p->lembaga == 0)
		return ERR_FORBIDDEN;
	if (strcmp(baru->cara, "sebagian") != 0 &&
	    strcmp(baru->cara, "semua") != 0)
		return ERR_INPUT;
	e = db_transaction(db, buat, &b);
	*id = b.id;
	return e;
}

enum err balikan_ikhtisar(struct db *db, int64_t lembaga, const char *sejak,
			  struct balikan_ikhtisar *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_IKHTISAR, sejak, lembaga);

	if (e == OK)
		*out = (struct balikan_ikhtisar){
			.versi = db_int(r, 0),
			.ruas = db_int(r, 1),
			.baris = db_int(r, 2),
			.terakhir = db_text(r, 3),
			.jalan = db_int(r, 4),
			.gagal = db_int(r, 5),
		};
	return e;
}
