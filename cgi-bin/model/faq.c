/*
 * faq.c - changes of questions, answers and groups (faq.h).  Reading is
 * faq-baca.c, votes are faq-suara.c.
 */
#include "faq.h"
#include "catat.h"
#include "../lib/clock.h"
#include "../lib/text.h"

#include <string.h>

#define ALAMAT_DARI_TANYA 60
/* A question that others have asked in the same words gets a number. */
#define ALAMAT_COBA 100

SQL(Q_KELOMPOK_ADA, "SELECT id FROM faq_kelompok WHERE id = ? FOR UPDATE");
SQL(Q_TERAKHIR, "SELECT COALESCE(MAX(urut), 0) FROM faq WHERE kelompok_id = ?");
SQL(Q_BUAT, "INSERT INTO faq (kelompok_id, urut, alamat, tanya, jawab, diubah)"
	    " VALUES (?, ?, ?, ?, ?, ?)");
SQL(Q_ALAMAT, "SELECT faq_id FROM faq_alamat WHERE alamat = ?");
SQL(Q_ALAMAT_BARU, "INSERT INTO faq_alamat (alamat, faq_id) VALUES (?, ?)");
SQL(Q_VERSI, "INSERT INTO faq_versi (faq_id, versi, waktu, akun_id, asal,"
	     " kelompok_id, tanya, jawab) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
SQL(Q_KUNCI, "SELECT kelompok_id, alamat, tanya, jawab, versi FROM faq"
	     " WHERE id = ? FOR UPDATE");
SQL(Q_UBAH, "UPDATE faq SET tanya = ?, jawab = ?, diubah = ?,"
	    " versi = versi + 1 WHERE id = ? AND versi = ?");
SQL(Q_PINDAH, "UPDATE faq SET kelompok_id = ?, urut = ? WHERE id = ?");
SQL(Q_ALAMAT_KINI, "UPDATE faq SET alamat = ? WHERE id = ?");
SQL(Q_AKTIF, "UPDATE faq SET aktif = ? WHERE id = ? AND aktif <> ?");
SQL(Q_ADA, "SELECT id FROM faq WHERE id = ?");
SQL(Q_DERET, "SELECT f.id, f.urut FROM faq f JOIN faq g"
	     " ON g.kelompok_id = f.kelompok_id WHERE g.id = ?"
	     " ORDER BY f.urut, f.id FOR UPDATE");
SQL(Q_URUT, "UPDATE faq SET urut = ? WHERE id = ?");
SQL(Q_DERET_KELOMPOK,
    "SELECT id, urut FROM faq_kelompok ORDER BY urut, id FOR UPDATE");
SQL(Q_URUT_KELOMPOK, "UPDATE faq_kelompok SET urut = ? WHERE id = ?");
SQL(Q_KELOMPOK_BUAT,
    "INSERT INTO faq_kelompok (nama, urut) SELECT x.nama, y.urut"
    " FROM (SELECT ? AS nama) x JOIN (SELECT COALESCE(MAX(urut), 0) + 1 AS urut"
    " FROM faq_kelompok) y");
SQL(Q_KELOMPOK_UBAH, "UPDATE faq_kelompok SET nama = ?, versi = versi + 1"
		     " WHERE id = ? AND versi = ?");
SQL(Q_KELOMPOK_NAMA, "SELECT nama FROM faq_kelompok WHERE id = ?");

/* What a change works on; its results are filled anew by each try. */
struct ubahan {
	const struct pelaku *p;
	int64_t id;
	int64_t versi;
	int64_t asal;
	const struct faq_isian *in;
	struct faq_isian lama; /* of a version that is restored */
	struct faq_galat *g;
};

static enum err salah(struct faq_galat *g, const char *ruas, const char *kode)
{
	*g = (struct faq_galat){ ruas, kode, 0 };
	return ERR_INPUT;
}

static enum err periksa_jawab(struct arena *a, const char *jawab,
			      struct faq_galat *g)
{
	struct markup_error salah_di;
	struct markup *m;

	if (markup_read(a, jawab, strlen(jawab), &m, &salah_di) == OK)
		return OK;
	*g = (struct faq_galat){ "jawab", markup_code_name(salah_di.code),
				 (int64_t)salah_di.line };
	return ERR_INPUT;
}

/* --- addresses --- */

const char *faq_alamat_dari(struct arena *a, const char *tanya)
{
	struct buf b = { .a = a };
	bool sela = false;

	for (; *tanya != '\0' && b.n < ALAMAT_DARI_TANYA; tanya++) {
		char c = *tanya;

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
			if (sela && b.n > 0)
				buf_char(&b, '-');
			sela = false;
			buf_char(&b, c);
		} else {
			sela = true;
		}
	}
	/* Not cut within a word, when there is an earlier one. */
	if (*tanya != '\0' && b.n > 0 && !sela) {
		size_t n = b.n;

		while (n > 0 && b.p[n - 1] != '-')
			n--;
		if (n > 1) {
			b.n = n - 1;
			b.p[b.n] = '\0';
		}
	}
	return b.n == 0 ? "pertanyaan" : b.p;
}

/* Letters, digits and single hyphens; not a page of the staff's. */
static bool alamat_sah(const char *s)
{
	size_t n = strlen(s);

	if (n == 0 || n > FAQ_ALAMAT_MAKS || s[0] == '-' || s[n - 1] == '-' ||
	    strcmp(s, "kelola") == 0)
		return false;
	return strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == n &&
	       strstr(s, "--") == NULL;
}

/*
 * Whose is it?  *id is 0 when nobody has had it.  A gap that is locked by two
 * at once ends in a deadlock, and one of them tries again.
 */
static enum err pemilik(struct db *db, const char *alamat, int64_t *id)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_ALAMAT, alamat);

	if (e == OK)
		*id = db_next(r) ? db_int(r, 0) : 0;
	return e;
}

/* One that is free: the wanted one, or one made of the question. */
static enum err pilih_alamat(struct db *db, const struct faq_isian *in,
			     struct faq_galat *g, const char **out)
{
	struct arena *a = db_arena(db);
	const char *dasar =
	    in->alamat != NULL ? in->alamat : faq_alamat_dari(a, in->tanya);
	int64_t punya = 1;
	enum err e = OK;

	*out = dasar;
	if (!alamat_sah(dasar)) {
		if (in->alamat != NULL)
			return salah(g, "alamat", "format");
		*out = dasar = "pertanyaan";
	}
	for (int i = 2; e == OK && i < ALAMAT_COBA; i++) {
		e = pemilik(db, *out, &punya);
		if (e != OK || punya == 0)
			return e;
		if (in->alamat != NULL)
			return salah(g, "alamat", "sudah-dipakai");
		*out = arena_printf(a, "%s-%d", dasar, i);
	}
	return e == OK ? salah(g, "alamat", "sudah-dipakai") : e;
}

/* The entry gets the address that in wants, if it wants one. */
static enum err ganti_alamat(struct db *db, struct ubahan *u, const char *kini)
{
	const char *baru = u->in->alamat;
	int64_t punya;
	enum err e;

	if (baru == NULL || strcmp(baru, kini) == 0)
		return OK;
	if (!alamat_sah(baru))
		return salah(u->g, "alamat", "format");
	e = pemilik(db, baru, &punya);
	if (e == OK && punya != 0 && punya != u->id)
		return salah(u->g, "alamat", "sudah-dipakai");
	if (e == OK && punya == 0)
		e = db_exec(db, &Q_ALAMAT_BARU, baru, u->id);
	if (e == ERR_CONFLICT)
		return salah(u->g, "alamat", "sudah-dipakai");
	if (e == OK)
		e = db_exec(db, &Q_ALAMAT_KINI, baru, u->id);
	if (e != OK)
		return e;
	return audit_catat(db, u->p, "faq-alamat", "faq", u->id,
			   catat_rincian(db_arena(db), kini, baru, NULL));
}

/* --- entries --- */

/* Behind the last of a group, which is locked until the transaction ends. */
static enum err tempat_terakhir(struct db *db, int64_t kelompok,
				struct faq_galat *g, int64_t *urut)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KELOMPOK_ADA, kelompok);

	if (e == ERR_NOT_FOUND)
		return salah(g, "kelompok", "pilihan");
	if (e == OK)
		e = db_one(db, &r, &Q_TERAKHIR, kelompok);
	if (e == OK)
		*urut = db_int(r, 0) + 1;
	return e;
}

static enum err simpan_versi(struct db *db, const struct ubahan *u,
			     int64_t versi, const char *tindakan)
{
	const struct faq_isian *in = u->in;
	struct arena *a = db_arena(db);
	enum err e = db_exec(db, &Q_VERSI, u->id, versi, clock_now(a, 0),
			     DB_ID(u->p->akun), DB_ID(u->asal), in->kelompok_id,
			     in->tanya, in->jawab);

	if (e != OK)
		return e;
	return audit_catat(
	    db, u->p, tindakan, "faq", u->id,
	    u->asal == 0 ?
		arena_printf(a, "versi %lld: %s", (long long)versi, in->tanya) :
		arena_printf(a, "versi %lld dari versi %lld: %s",
			     (long long)versi, (long long)u->asal, in->tanya));
}

static enum err buat(struct db *db, void *ctx)
{
	struct ubahan *u = ctx;
	const struct faq_isian *in = u->in;
	const char *alamat;
	int64_t urut;
	enum err e = tempat_terakhir(db, in->kelompok_id, u->g, &urut);

	if (e == OK)
		e = pilih_alamat(db, in, u->g, &alamat);
	if (e == OK)
		e = db_exec(db, &Q_BUAT, in->kelompok_id, urut, alamat,
			    in->tanya, in->jawab, clock_now(db_arena(db), 0));
	/* Somebody was quicker with the same address. */
	if (e == ERR_CONFLICT)
		return ERR_RETRY;
	if (e != OK)
		return e;
	u->id = db_last_id(db);
	e = db_exec(db, &Q_ALAMAT_BARU, alamat, u->id);
	if (e == ERR_CONFLICT)
		return ERR_RETRY;
	return e == OK ? simpan_versi(db, u, 1, "faq-dibuat") : e;
}

enum err faq_buat(struct db *db, const struct pelaku *p,
		  const struct faq_isian *in, int64_t *id, struct faq_galat *g)
{
	struct ubahan u = { .p = p, .in = in, .g = g };
	enum err e;

	*g = (struct faq_galat){ 0 };
	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	e = periksa_jawab(db_arena(db), in->jawab, g);
	if (e == OK)
		e = db_transaction(db, buat, &u);
	if (e == OK)
		*id = u.id;
	return e;
}

/* A new version, when it differs from the one that r (Q_KUNCI) has. */
static enum err ganti_isi(struct db *db, struct ubahan *u, const struct rows *r,
			  const char *tindakan)
{
	const struct faq_isian *in = u->in;
	bool pindah = in->kelompok_id != db_int(r, 0);
	int64_t urut;
	enum err e = OK;

	if (!pindah && strcmp(in->tanya, db_text(r, 2)) == 0 &&
	    strcmp(in->jawab, db_text(r, 3)) == 0)
		return OK;
	if (pindah) {
		e = tempat_terakhir(db, in->kelompok_id, u->g, &urut);
		if (e == OK)
			e = db_exec(db, &Q_PINDAH, in->kelompok_id, urut,
				    u->id);
	}
	if (e == OK)
		e = db_exec(db, &Q_UBAH, in->tanya, in->jawab,
			    clock_now(db_arena(db), 0), u->id, u->versi);
	if (e == OK && db_affected(db) == 0)
		e = ERR_CONFLICT;
	return e == OK ? simpan_versi(db, u, u->versi + 1, tindakan) : e;
}

/* Lock it in the state that was seen. */
static enum err kunci(struct db *db, const struct ubahan *u, struct rows **r)
{
	enum err e = db_one(db, r, &Q_KUNCI, u->id);

	return e == OK && db_int(*r, 4) != u->versi ? ERR_CONFLICT : e;
}

static enum err ubah(struct db *db, void *ctx)
{
	struct ubahan *u = ctx;
	struct rows *r;
	enum err e = kunci(db, u, &r);

	if (e == OK)
		e = ganti_alamat(db, u, db_text(r, 1));
	return e == OK ? ganti_isi(db, u, r, "faq-diubah") : e;
}

enum err faq_ubah(struct db *db, const struct pelaku *p, int64_t id,
		  int64_t versi, const struct faq_isian *in,
		  struct faq_galat *g)
{
	struct ubahan u = {
		.p = p, .id = id, .versi = versi, .in = in, .g = g
	};
	enum err e;

	*g = (struct faq_galat){ 0 };
	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	e = periksa_jawab(db_arena(db), in->jawab, g);
	return e == OK ? db_transaction(db, ubah, &u) : e;
}

static enum err pulihkan(struct db *db, void *ctx)
{
	struct ubahan *u = ctx;
	struct faq_versi v;
	struct rows *r;
	enum err e = kunci(db, u, &r);

	if (e == OK)
		e = faq_versi_ambil(db, u->id, u->asal, &v);
	if (e == OK)
		e = periksa_jawab(db_arena(db), v.jawab, u->g);
	if (e != OK)
		return e;
	u->lama = (struct faq_isian){ .kelompok_id = v.kelompok_id,
				      .tanya = v.tanya,
				      .jawab = v.jawab };
	u->in = &u->lama;
	return ganti_isi(db, u, r, "faq-dipulihkan");
}

enum err faq_pulihkan(struct db *db, const struct pelaku *p, int64_t id,
		      int64_t kini, int64_t lama, struct faq_galat *g)
{
	struct ubahan u = {
		.p = p, .id = id, .versi = kini, .asal = lama, .g = g
	};

	*g = (struct faq_galat){ 0 };
	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	return db_transaction(db, pulihkan, &u);
}

/* --- on and off --- */

struct saklar {
	const struct pelaku *p;
	int64_t id;
	bool aktif;
};

static enum err atur_aktif(struct db *db, void *ctx)
{
	const struct saklar *s = ctx;
	struct rows *r;
	enum err e = db_exec(db, &Q_AKTIF, s->aktif, s->id, s->aktif);

	if (e == OK && db_affected(db) == 0) {
		e = db_one(db, &r, &Q_ADA, s->id);
		return e == OK ? ERR_CONFLICT : e;
	}
	if (e != OK)
		return e;
	return audit_catat(db, s->p,
			   s->aktif ? "faq-diaktifkan" : "faq-dinonaktifkan",
			   "faq", s->id, NULL);
}

enum err faq_atur_aktif(struct db *db, const struct pelaku *p, int64_t id,
			bool aktif)
{
	struct saklar s = { p, id, aktif };

	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	return db_transaction(db, atur_aktif, &s);
}

/* --- order --- */

struct geser {
	const struct pelaku *p;
	int64_t id;
	bool naik;
	bool kelompok; /* a group, not an entry */
};

/*
 * Neighbours change places and the whole row is numbered anew, whatever the
 * numbers were; those that keep theirs are not written.
 */
static enum err geser(struct db *db, void *ctx)
{
	const struct geser *s = ctx;
	struct rows *r;
	int64_t *id, *urut;
	size_t n = 0, ini = SIZE_MAX, ke;
	enum err e = s->kelompok ? db_query(db, &r, &Q_DERET_KELOMPOK) :
				   db_query(db, &r, &Q_DERET, s->id);

	if (e != OK)
		return e;
	id = arena_array(db_arena(db), db_count(r) + 1, sizeof(*id));
	urut = arena_array(db_arena(db), db_count(r) + 1, sizeof(*urut));
	for (; db_next(r); n++) {
		id[n] = db_int(r, 0);
		urut[n] = db_int(r, 1);
		if (id[n] == s->id)
			ini = n;
	}
	if (ini == SIZE_MAX)
		return ERR_NOT_FOUND;
	if (s->naik ? ini == 0 : ini + 1 == n)
		return OK;
	ke = s->naik ? ini - 1 : ini + 1;
	for (size_t i = 0; e == OK && i < n; i++) {
		size_t k = i == ini ? ke : i == ke ? ini : i;

		if (urut[i] != (int64_t)k + 1)
			e = db_exec(db,
				    s->kelompok ? &Q_URUT_KELOMPOK : &Q_URUT,
				    k + 1, id[i]);
	}
	if (e != OK)
		return e;
	return audit_catat(db, s->p, "faq-digeser",
			   s->kelompok ? "faq-kelompok" : "faq", s->id,
			   s->naik ? "naik" : "turun");
}

enum err faq_geser(struct db *db, const struct pelaku *p, int64_t id, bool naik)
{
	struct geser s = { p, id, naik, false };

	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	return db_transaction(db, geser, &s);
}

enum err faq_kelompok_geser(struct db *db, const struct pelaku *p, int64_t id,
			    bool naik)
{
	struct geser s = { p, id, naik, true };

	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	return db_transaction(db, geser, &s);
}

/* --- groups --- */

struct kelompok {
	const struct pelaku *p;
	int64_t id;
	int64_t versi;
	const char *nama;
	struct faq_galat *g;
};

static enum err kelompok_buat(struct db *db, void *ctx)
{
	struct kelompok *k = ctx;
	enum err e = db_exec(db, &Q_KELOMPOK_BUAT, k->nama);

	if (e == ERR_CONFLICT)
		return salah(k->g, "nama", "sudah-dipakai");
	if (e != OK)
		return e;
	k->id = db_last_id(db);
	return audit_catat(db, k->p, "faq-kelompok-dibuat", "faq-kelompok",
			   k->id, k->nama);
}

enum err faq_kelompok_buat(struct db *db, const struct pelaku *p,
			   const char *nama, int64_t *id, struct faq_galat *g)
{
	struct kelompok k = { .p = p, .nama = nama, .g = g };
	enum err e;

	*g = (struct faq_galat){ 0 };
	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	e = db_transaction(db, kelompok_buat, &k);
	if (e == OK)
		*id = k.id;
	return e;
}

static enum err kelompok_ubah(struct db *db, void *ctx)
{
	struct kelompok *k = ctx;
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KELOMPOK_NAMA, k->id);

	if (e == OK)
		e = db_exec(db, &Q_KELOMPOK_UBAH, k->nama, k->id, k->versi);
	if (e == ERR_CONFLICT)
		return salah(k->g, "nama", "sudah-dipakai");
	if (e == OK && db_affected(db) == 0)
		e = ERR_CONFLICT;
	if (e != OK)
		return e;
	return audit_catat(
	    db, k->p, "faq-kelompok-diubah", "faq-kelompok", k->id,
	    catat_rincian(db_arena(db), db_text(r, 0), k->nama, NULL));
}

enum err faq_kelompok_ubah(struct db *db, const struct pelaku *p, int64_t id,
			   int64_t versi, const char *nama, struct faq_galat *g)
{
	struct kelompok k = {
		.p = p, .id = id, .versi = versi, .nama = nama, .g = g
	};

	*g = (struct faq_galat){ 0 };
	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	return db_transaction(db, kelompok_ubah, &k);
}
