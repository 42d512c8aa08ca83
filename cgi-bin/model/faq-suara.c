/*
 * faq-suara.c - "did this help?" (faq.h): one vote a visit and entry, with
 * maintained counts.  Who voted is not known here, nor can it be found out.
 */
#include "faq.h"

/* Locks the entry, so that its counts and its votes change together. */
SQL(Q_KUNCI, "SELECT id FROM faq WHERE id = ? AND aktif = 1 FOR UPDATE");
SQL(Q_BACA, "SELECT membantu FROM faq_suara WHERE faq_id = ? AND pemilih = ?");
SQL(Q_BARU,
    "INSERT INTO faq_suara (faq_id, pemilih, membantu) VALUES (?, ?, ?)");
SQL(Q_GANTI, "UPDATE faq_suara SET membantu = ?"
	     " WHERE faq_id = ? AND pemilih = ?");
SQL(Q_HITUNG, "UPDATE faq SET ya = ya + ?, tidak = tidak + ? WHERE id = ?");

struct suara {
	int64_t id;
	struct blob pemilih;
	bool membantu;
};

static enum err pilih(struct db *db, void *ctx)
{
	const struct suara *s = ctx;
	struct rows *r;
	int lama, ya, tidak;
	enum err e = db_one(db, &r, &Q_KUNCI, s->id);

	if (e == OK)
		e = faq_pilihan(db, s->id, s->pemilih, &lama);
	if (e != OK || lama == s->membantu)
		return e;
	if (lama < 0)
		e = db_exec(db, &Q_BARU, s->id, s->pemilih, s->membantu);
	else
		e = db_exec(db, &Q_GANTI, s->membantu, s->id, s->pemilih);
	ya = s->membantu ? 1 : -(lama == 1);
	tidak = s->membantu ? -(lama == 0) : 1;
	return e == OK ? db_exec(db, &Q_HITUNG, ya, tidak, s->id) : e;
}

enum err faq_pilih(struct db *db, int64_t id, struct blob pemilih,
		   bool membantu)
{
	struct suara s = { id, pemilih, membantu };

	return db_transaction(db, pilih, &s);
}

enum err faq_pilihan(struct db *db, int64_t id, struct blob pemilih,
		     int *membantu)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_BACA, id, pemilih);

	if (e == OK)
		*membantu = db_next(r) ? db_int(r, 0) != 0 : -1;
	return e;
}
