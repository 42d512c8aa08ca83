/* balikan-jawaban.c - see balikan-jawaban.h. */
#include "balikan-jawaban.h"
#include "../lib/clock.h"

#include <string.h>

SQL(Q_AMBIL, "INSERT INTO balikan_jawaban (token_id, kunci, sidik, status,"
	     " jawaban, dibuat) VALUES (?, ?, ?, 0, '', ?)");
/* From one who died, and what is kept no longer. */
SQL(Q_AMBIL_ALIH,
    "UPDATE balikan_jawaban SET sidik = ?, status = 0, jawaban = '',"
    " dibuat = ? WHERE token_id = ? AND kunci = ?"
    " AND dibuat <= IF(status = 0, ?, ?)");
SQL(Q_LIHAT, "SELECT sidik, status, jawaban FROM balikan_jawaban"
	     " WHERE token_id = ? AND kunci = ?");
SQL(Q_SIMPAN, "UPDATE balikan_jawaban SET status = ?, jawaban = ?"
	      " WHERE token_id = ? AND kunci = ? AND status = 0"
	      " AND dibuat = ?");
SQL(Q_LEPAS, "DELETE FROM balikan_jawaban WHERE token_id = ? AND kunci = ?"
	     " AND status = 0 AND dibuat = ?");
SQL(Q_SAPU, "DELETE FROM balikan_jawaban WHERE dibuat < ?"
	    " ORDER BY dibuat LIMIT ?");

static enum err lihat(struct db *db, struct balikan_jawaban *j)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_LIHAT, j->token, j->kunci);
	struct blob sidik;

	if (e != OK)
		return e;
	sidik = db_blob(r, 0);
	if (sidik.n != sizeof(j->sidik) ||
	    memcmp(sidik.p, j->sidik, sizeof(j->sidik)) != 0)
		return ERR_INPUT;
	j->status = (int)db_int(r, 1);
	j->isi = db_blob(r, 2);
	return j->status == 0 ? ERR_CONFLICT : OK;
}

enum err balikan_jawaban_mulai(struct db *db, struct balikan_jawaban *j)
{
	struct arena *a = db_arena(db);
	const struct blob sidik = { j->sidik, sizeof(j->sidik) };
	enum err e;

	j->status = 0;
	j->diambil = clock_now(a, 0);
	e = db_exec(db, &Q_AMBIL, j->token, j->kunci, sidik, j->diambil);
	if (e != ERR_CONFLICT)
		return e;
	e = db_exec(db, &Q_AMBIL_ALIH, sidik, j->diambil, j->token, j->kunci,
		    clock_now(a, -BALIKAN_JAWABAN_SEWA_MS),
		    clock_now(a, -BALIKAN_JAWABAN_MS));
	if (e != OK || db_affected(db) > 0)
		return e;
	e = lihat(db, j);
	/* It was given back just now. */
	return e == ERR_NOT_FOUND ? ERR_CONFLICT : e;
}

enum err balikan_jawaban_simpan(struct db *db, const struct balikan_jawaban *j)
{
	enum err e = db_exec(db, &Q_SIMPAN, j->status, j->isi, j->token,
			     j->kunci, j->diambil);

	return e == OK && db_affected(db) == 0 ? ERR_CONFLICT : e;
}

enum err balikan_jawaban_lepas(struct db *db, const struct balikan_jawaban *j)
{
	return db_exec(db, &Q_LEPAS, j->token, j->kunci, j->diambil);
}

enum err balikan_jawaban_lihat(struct db *db, struct balikan_jawaban *j)
{
	enum err e = lihat(db, j);

	return e == ERR_CONFLICT || e == ERR_INPUT ? ERR_NOT_FOUND : e;
}

enum err balikan_jawaban_sapu(struct db *db, int64_t *n)
{
	enum err e =
	    db_exec(db, &Q_SAPU, clock_now(db_arena(db), -BALIKAN_JAWABAN_MS),
		    BALIKAN_JAWABAN_SAPU);

	*n = e == OK ? db_affected(db) : 0;
	return e;
}
