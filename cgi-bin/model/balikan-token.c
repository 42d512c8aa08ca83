/* balikan-token.c - see balikan-token.h; networks: balikan-jaringan.c. */
#include "balikan-token.h"
#include "../lib/clock.h"
#include "../lib/crypto.h"
#include "../lib/form.h"
#include "catat.h"

#include <string.h>

#define MENIT_MS INT64_C(60000)
#define AWALAN   8

#define KOLOM                                                                  \
	"SELECT t.id, t.lembaga_id, t.nama, t.awalan, t.alamat, a.nama,"       \
	" t.dibuat, t.berakhir, t.dicabut, t.terakhir, l.nama, l.kode"         \
	" FROM balikan_token t JOIN akun a ON a.id = t.akun_id"                \
	" JOIN lembaga l ON l.id = t.lembaga_id"
SQL(Q_DAFTAR, KOLOM " WHERE t.lembaga_id = ? ORDER BY t.id DESC LIMIT 500");
SQL(Q_AMBIL, KOLOM " WHERE t.id = ? AND (t.lembaga_id = ? OR ?)");
SQL(Q_BUAT,
    "INSERT INTO balikan_token (lembaga_id, akun_id, nama, sidik, awalan,"
    " alamat, berakhir, dibuat) SELECT l.id, ?, ?, ?, ?, ?, ?, ?"
    " FROM lembaga l WHERE l.id = ? AND (SELECT COUNT(*) FROM balikan_token b"
    " WHERE b.lembaga_id = l.id AND b.dicabut IS NULL AND b.berakhir > ?) < ?");
SQL(Q_CABUT, "UPDATE balikan_token SET dicabut = ?, dicabut_oleh = ?"
	     " WHERE id = ? AND lembaga_id = ? AND dicabut IS NULL");
SQL(Q_KENAL,
    "SELECT t.id, t.sidik, t.lembaga_id, l.kode, l.nama, l.aktif, t.alamat,"
    " t.terakhir FROM balikan_token t JOIN lembaga l ON l.id = t.lembaga_id"
    " WHERE t.sidik = ? AND t.dicabut IS NULL AND t.berakhir > ?");
SQL(Q_DIPAKAI, "UPDATE balikan_token SET terakhir = ? WHERE id = ?");

/* ---- the institution's ---- */

static void isi(const struct rows *r, const char *kini, struct balikan_token *t)
{
	*t = (struct balikan_token){
		.id = db_int(r, 0),
		.lembaga_id = db_int(r, 1),
		.nama = db_text(r, 2),
		.awalan = db_text(r, 3),
		.alamat = db_text(r, 4),
		.oleh = db_text(r, 5),
		.dibuat = db_text(r, 6),
		.berakhir = db_text(r, 7),
		.dicabut = db_text(r, 8),
		.terakhir = db_text(r, 9),
		.lembaga = db_text(r, 10),
		.lembaga_kode = db_text(r, 11),
	};
	t->status = t->dicabut != NULL             ? "dicabut" :
		    strcmp(t->berakhir, kini) <= 0 ? "kedaluwarsa" :
						     "aktif";
}

enum err balikan_token_daftar(struct db *db, int64_t lembaga,
			      struct balikan_token **t, size_t *n)
{
	struct arena *a = db_arena(db);
	const char *kini = clock_now(a, 0);
	struct rows *r;
	enum err e = db_query(db, &r, &Q_DAFTAR, lembaga);

	if (e != OK)
		return e;
	*t = arena_array(a, db_count(r), sizeof(**t));
	for (*n = 0; db_next(r); ++*n)
		isi(r, kini, &(*t)[*n]);
	return OK;
}

enum err balikan_token_ambil(struct db *db, const struct pelaku *p, int64_t id,
			     struct balikan_token *t)
{
	struct rows *r;
	enum err e =
	    db_one(db, &r, &Q_AMBIL, id, p->lembaga, p->role == ROLE_ADMIN);

	if (e == OK)
		isi(r, clock_now(db_arena(db), 0), t);
	return e;
}

struct buat {
	const struct pelaku *p;
	const struct balikan_token_baru *baru;
	const char *token;
};

static enum err buat(struct db *db, void *ctx)
{
	struct buat *b = ctx;
	struct arena *a = db_arena(db);
	const char *kini = clock_now(a, 0);
	const char *awalan = arena_strndup(a, b->token, AWALAN);
	enum err e =
	    db_exec(db, &Q_BUAT, b->p->akun, b->baru->nama,
		    crypto_sha256_text(a, b->token), awalan, b->baru->alamat,
		    clock_now(a, b->baru->hari * CLOCK_DAY_MS), kini, b->p->lembaga,
		    kini, BALIKAN_TOKEN_MAKS);

	if (e == OK && db_affected(db) == 0)
		e = ERR_CONFLICT;
	if (e == OK)
		e = audit_catat(db, b->p, "balikan-token-dibuat",
				"balikan_token", db_last_id(db),
				arena_printf(a, "%s…, %lld hari", awalan,
					     (long long)b->baru->hari));
	return e;
}

enum err balikan_token_buat(struct db *db, const struct pelaku *p,
			    const struct balikan_token_baru *baru,
			    const char **token)
{
	struct buat b = { p, baru,
			  crypto_random_hex(db_arena(db), TOKEN_BYTES) };
	enum err e = db_transaction(db, buat, &b);

	*token = b.token;
	return e;
}

struct cabut {
	const struct pelaku *p;
	int64_t id;
	int64_t lembaga;
};

/* A machine of the institution stops sending, and its people did not do it. */
static enum err beri_tahu(struct db *db, const struct pelaku *p,
			  const struct balikan_token *t)
{
	if (t->lembaga_id == p->lembaga || strcmp(t->status, "aktif") != 0)
		return OK;
	return pesan_ke_lembaga(
	    db, t->lembaga_id, "balikan-token-dicabut",
	    arena_printf(db_arena(db),
			 "jalur=/balikan/layanan\nawalan=%s\nnama=%s",
			 t->awalan, t->nama));
}

static enum err cabut(struct db *db, void *ctx)
{
	struct cabut *c = ctx;
	struct balikan_token t;
	enum err e = balikan_token_ambil(db, c->p, c->id, &t);

	if (e != OK)
		return e;
	c->lembaga = t.lembaga_id;
	e = db_exec(db, &Q_CABUT, clock_now(db_arena(db), 0), c->p->akun, c->id,
		    t.lembaga_id);
	if (e == OK && db_affected(db) == 0)
		e = ERR_CONFLICT;
	if (e == OK)
		e = audit_catat(db, c->p, "balikan-token-dicabut",
				"balikan_token", c->id,
				arena_printf(db_arena(db), "%s, lembaga %s",
					     t.awalan, t.lembaga_kode));
	return e == OK ? beri_tahu(db, c->p, &t) : e;
}

enum err balikan_token_cabut(struct db *db, const struct pelaku *p, int64_t id,
			     int64_t *lembaga)
{
	struct cabut c = { .p = p, .id = id };
	enum err e = db_transaction(db, cabut, &c);

	*lembaga = c.lembaga;
	return e;
}

/* ---- a machine's ---- */

static enum err dipakai(struct db *db, int64_t id, const char *terakhir)
{
	int64_t kini = clock_now_ms();

	if (terakhir != NULL && kini - clock_parse(terakhir) < MENIT_MS)
		return OK;
	return db_exec(db, &Q_DIPAKAI, clock_now(db_arena(db), 0), id);
}

enum err balikan_token_kenal(struct db *db, const char *token, const char *ip,
			     struct balikan_mesin *m, const char **kode)
{
	struct arena *a = db_arena(db);
	struct blob sidik = crypto_sha256_text(a, token), ada;
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KENAL, sidik, clock_now(a, 0));

	*kode = NULL;
	if (e == ERR_NOT_FOUND)
		return ERR_LOGIN;
	if (e != OK)
		return e;
	ada = db_blob(r, 1);
	if (ada.n != sidik.n || !crypto_equal(ada.p, sidik.p, sidik.n))
		return ERR_LOGIN;
	if (!balikan_jaringan_cocok(db_text(r, 6), ip))
		*kode = "alamat-jaringan";
	else if (db_int(r, 5) == 0)
		*kode = "lembaga-nonaktif";
	if (*kode != NULL)
		return ERR_FORBIDDEN;
	*m = (struct balikan_mesin){ db_int(r, 0), db_int(r, 2), db_text(r, 3),
				     db_text(r, 4) };
	return dipakai(db, m->token, db_text(r, 7));
}
