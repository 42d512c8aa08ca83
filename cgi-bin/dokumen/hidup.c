/*
 * hidup.c - see hidup.h: the moves that issue a manifest.  Many at once by a
 * file are hidup-massal.c.
 */
#include "hidup.h"
#include "../lib/clock.h"
#include "../lib/text.h"
#include "../model/kartu.h"
#include "../model/token.h"
#include "../model/wilayah.h"
#include "manifes.h"

#include <stdlib.h>
#include <string.h>

/* The card as a whole is not fit. */
static enum err tolak_kartu(struct hidup_galat *g, const char *kode)
{
	hidup_tolak(g, "", kode, NULL);
	return ERR_CONFLICT;
}

/* ---- parts ---- */

/* What tempat_periksa() cannot know; t has its stored form already. */
static enum err periksa_tempat(struct db *db, const struct tempat *t,
			       int64_t kartu_id, struct hidup_galat *g)
{
	struct wilayah jalur[4];
	bool bebas = true, asing = false;
	enum err e = OK;
	size_t n;

	if (t->wilayah_kode != NULL)
		e = wilayah_jalur(db, t->wilayah_kode, jalur, &n);
	if (e == ERR_NOT_FOUND) {
		hidup_tolak(g, "wilayah", "tidak-ada", t->wilayah_kode);
		e = OK;
	}
	if (e == OK && t->seri_mesin != NULL)
		e = kartu_mesin_bebas(db, t->seri_mesin, kartu_id, &bebas);
	if (e == OK && t->seri_mesin != NULL && bebas)
		e = kartu_mesin_asing(db, t->seri_mesin, kartu_id, &asing);
	if (e == OK && (!bebas || asing))
		hidup_tolak(g, "seri_mesin",
			    asing ? "mesin-lembaga-lain" : "mesin-terpakai",
			    t->seri_mesin);
	return e;
}

/* Where, in words, for the card's history. */
static const char *di(struct arena *a, const struct manifes *m)
{
	return arena_printf(a, "%s%s%s (%s), %s",
			    m->outlet == NULL ? "" : m->outlet,
			    m->outlet == NULL ? "" : ", ", m->alamat,
			    m->wilayah_kode, m->seri_mesin);
}

static enum err siapkan(struct db *db, const struct pelaku *p, int64_t id,
			const struct tempat *t, struct manifes *m,
			struct hidup_galat *g)
{
	enum err e = manifes_siapkan(db, p, id, t, m);

	return e == ERR_GONE ? tolak_kartu(g, "tanpa-perjanjian") : e;
}

/* Sign and store; somebody who took the reader since it was looked for is
   seen when all is done again. */
static enum err terbitkan(struct db *db, const struct pelaku *p,
			  struct manifes *m, const char *sebab)
{
	enum err e = manifes_terbitkan(db, p, m, sebab);

	return e == ERR_CONFLICT ? ERR_RETRY : e;
}

/* ---- "Do Aktivasi" (A-03) ---- */

struct gerak {
	const struct pelaku *p;
	int64_t id;
	const struct hidup_isian *in;
	const struct tempat *t;
	struct manifes *m;
	struct hidup_galat *g;
};

/* Lock the card that was meant, and compare the SAM id that was typed. */
static enum err kunci_kartu(struct db *db, const struct gerak *k,
			    struct kartu_hidup *kartu)
{
	const char *sam_id = k->in->sam_id;
	char sam[SAM_SIMPAN];
	bool terbaca = sam_baca(sam_id, sam);
	enum err e;

	if (sam_id == NULL || *sam_id == '\0')
		hidup_tolak(k->g, "sam_id", "wajib", NULL);
	else if (!terbaca)
		hidup_tolak(k->g, "sam_id", "format", sam_id);
	if (k->id == 0 && !terbaca)
		return ERR_INPUT;
	if (k->id == 0) {
		e = kartu_kunci_sam(db, k->p, sam, kartu);
		if (e != ERR_NOT_FOUND)
			return e;
		hidup_tolak(k->g, "sam_id", "sam-tidak-ada", sam_id);
		return ERR_INPUT;
	}
	e = kartu_kunci(db, k->p, k->id, kartu);
	if (e == OK && terbaca &&
	    (kartu->sam_id == NULL || strcmp(kartu->sam_id, sam) != 0))
		hidup_tolak(k->g, "sam_id", "sam-lain", sam_id);
	return e;
}

/* A wrong token counts although nothing else is done: OK commits it. */
static enum err hitung_salah(struct db *db, int64_t kartu_id, const char *kini,
			     struct hidup_galat *g)
{
	int64_t menit = 0, sisa = 0;
	enum err e = token_salah_catat(db, kartu_id, kini);

	if (e == OK)
		e = token_tahan(db, kartu_id, kini, &menit, &sisa);
	if (e != OK)
		return e;
	hidup_tolak(g, "token", menit > 0 ? "token-terkunci" : "token-salah",
		    arena_printf(db_arena(db), "%lld",
				 (long long)(menit > 0 ? menit : sisa)));
	g->simpan = true;
	return OK;
}

/* The token that was typed, or came as its hash.  OK with g->n > 0: refused
   and counted. */
static enum err periksa_token(struct db *db, const struct gerak *k,
			      int64_t kartu_id, const char *kini,
			      int64_t *token_id)
{
	static const unsigned char bukan_token[TOKEN_HASH];
	const unsigned char *hash = k->in->token_hash;
	unsigned char ketik[TOKEN_HASH];
	int64_t menit = 0, sisa = 0;
	enum err e;

	if (k->in->token != NULL && token_hash(k->in->token, ketik))
		hash = ketik;
	/* A lock is told before anything is said of the token. */
	e = token_periksa_hash(db, kartu_id, hash == NULL ? bukan_token : hash,
			       kini, token_id);
	switch (e) {
	case ERR_INPUT:
		return hitung_salah(db, kartu_id, kini, k->g);
	case ERR_GONE:
		hidup_tolak(k->g, "token", "token-habis", NULL);
		return ERR_INPUT;
	case ERR_RATE:
		e = token_tahan(db, kartu_id, kini, &menit, &sisa);
		hidup_tolak(k->g, "token", "token-terkunci",
			    arena_printf(db_arena(db), "%lld",
					 (long long)menit));
		return e == OK ? ERR_INPUT : e;
	default:
		return e;
	}
}

static enum err aktifkan(struct db *db, void *ctx)
{
	const struct gerak *k = ctx;
	const char *kini = clock_now(db_arena(db), 0);
	struct tempat t = k->in->tempat;
	struct kartu_hidup kartu = { 0 };
	int64_t token_id = 0;
	enum err e;

	*k->g = (struct hidup_galat){ 0 };
	e = kunci_kartu(db, k, &kartu);
	if (e != OK && e != ERR_INPUT)
		return e;
	if (e == OK && strcmp(kartu.status, "token") != 0)
		return tolak_kartu(k->g, strcmp(kartu.status, "aktif") == 0 ?
						 "kartu-aktif" :
						 "kartu-status");
	tempat_periksa(db_arena(db), &t, k->g);
	if (k->in->token_hash == NULL &&
	    (k->in->token == NULL || *k->in->token == '\0'))
		hidup_tolak(k->g, "token", "wajib", NULL);
	if (e == OK)
		e = periksa_tempat(db, &t, kartu.id, k->g);
	if (e != OK || k->g->n > 0)
		return e == OK ? ERR_INPUT : e;
	e = siapkan(db, k->p, kartu.id, &t, k->m, k->g);
	if (e == OK)
		e = periksa_token(db, k, kartu.id, kini, &token_id);
	if (e != OK || k->g->n > 0)
		return e;
	e = token_pakai(db, token_id, kini);
	if (e == OK)
		e = kartu_ubah(db, kartu.id, "token", "aktif");
	if (e == OK)
		e = terbitkan(db, k->p, k->m, NULL);
	if (e == OK)
		e = kartu_catat(db, k->p, kartu.id, "aktif", "token", "aktif",
				di(db_arena(db), k->m), k->m->id);
	return e;
}

enum err hidup_aktifkan(struct db *db, const struct pelaku *p,
			int64_t kartu_id, const struct hidup_isian *in,
			struct manifes *m, struct hidup_galat *g)
{
	struct gerak k = { .p = p, .id = kartu_id, .in = in, .m = m, .g = g };
	enum err e = db_transaction(db, aktifkan, &k);

	return e == OK && g->n > 0 ? ERR_INPUT : e;
}

/* ---- relocation (A-13) ---- */

static bool sama(const char *x, const char *y)
{
	return strcmp(x == NULL ? "" : x, y == NULL ? "" : y) == 0;
}

/* Is this where the latest manifest, still in force, says it is? */
static enum err tempat_sama(struct db *db, const struct pelaku *p,
			    int64_t manifes_id, const struct tempat *t,
			    bool *ya)
{
	struct manifes m;
	enum err e = manifes_ambil(db, p, manifes_id, &m);

	*ya = e == OK && sama(m.status, "berlaku") &&
	      sama(m.seri_mesin, t->seri_mesin) && sama(m.outlet, t->outlet) &&
	      sama(m.alamat, t->alamat) &&
	      sama(m.wilayah_kode, t->wilayah_kode) &&
	      sama(m.lintang, t->lintang) && sama(m.bujur, t->bujur);
	return e;
}

static enum err pindahkan(struct db *db, void *ctx)
{
	const struct gerak *k = ctx;
	struct tempat t = *k->t;
	struct kartu_hidup kartu;
	bool aktif, tetap = false;
	enum err e;

	*k->g = (struct hidup_galat){ 0 };
	e = kartu_kunci(db, k->p, k->id, &kartu);
	if (e != OK)
		return e;
	aktif = strcmp(kartu.status, "aktif") == 0;
	if (!aktif && strcmp(kartu.status, "nonaktif") != 0)
		return tolak_kartu(k->g, "kartu-status");
	tempat_periksa(db_arena(db), &t, k->g);
	e = periksa_tempat(db, &t, kartu.id, k->g);
	if (e == OK && k->g->n == 0)
		e = tempat_sama(db, k->p, kartu.manifes_id, &t, &tetap);
	if (e == OK && tetap)
		hidup_tolak(k->g, "", "tempat-sama", NULL);
	if (e != OK || k->g->n > 0)
		return e == OK ? ERR_INPUT : e;
	e = siapkan(db, k->p, kartu.id, &t, k->m, k->g);
	if (e == OK)
		e = aktif ? kartu_lepas_tanda(db, kartu.id) :
			    kartu_ubah(db, kartu.id, "nonaktif", "aktif");
	if (e == OK)
		e = terbitkan(db, k->p, k->m, "pindah");
	if (e == OK)
		e = kartu_catat(db, k->p, kartu.id, "pindah",
				aktif ? NULL : "nonaktif",
				aktif ? NULL : "aktif",
				di(db_arena(db), k->m), k->m->id);
	return e;
}

enum err hidup_pindahkan(struct db *db, const struct pelaku *p,
			 int64_t kartu_id, const struct tempat *t,
			 struct manifes *m, struct hidup_galat *g)
{
	struct gerak k = { .p = p, .id = kartu_id, .t = t, .m = m, .g = g };

	return db_transaction(db, pindahkan, &k);
}

/* ---- lifting and renewal (A-08) ---- */

/*
 * A locked card gets a manifest for its old place and is active.  *halangan
 * says why nothing could be issued: tanpa-perjanjian mesin-terpakai.
 */
static enum err hidupkan(struct db *db, const struct pelaku *p,
			 const struct kartu_hidup *kartu, const char *sebab,
			 const char *kode, const char *catatan,
			 const char **halangan)
{
	bool aktif = strcmp(kartu->status, "aktif") == 0;
	struct manifes m;
	bool bebas = true;
	enum err e = manifes_siapkan(db, p, kartu->id, NULL, &m);

	*halangan = NULL;
	if (e == OK)
		e = kartu_mesin_bebas(db, m.seri_mesin, kartu->id, &bebas);
	if (e == ERR_GONE || (e == OK && !bebas)) {
		*halangan = bebas ? "tanpa-perjanjian" : "mesin-terpakai";
		return OK;
	}
	if (e == OK)
		e = aktif ? kartu_lepas_tanda(db, kartu->id) :
			    kartu_ubah(db, kartu->id, kartu->status, "aktif");
	if (e == OK)
		e = terbitkan(db, p, &m, sebab);
	if (e == OK)
		e = kartu_catat(db, p, kartu->id, kode,
				aktif ? NULL : kartu->status,
				aktif ? NULL : "aktif", catatan, m.id);
	return e;
}

/* A suspension ends; without an agreement, or a reader, the card waits. */
static enum err pulihkan_satu(struct db *db, const struct pelaku *p,
			      const struct kartu_hidup *kartu,
			      const char *catatan, bool *aktif)
{
	const char *halangan;
	enum err e = hidupkan(db, p, kartu, "pemulihan", "pulih", catatan,
			      &halangan);

	*aktif = e == OK && halangan == NULL;
	if (e != OK || halangan == NULL)
		return e;
	e = kartu_ubah(db, kartu->id, "ditangguhkan", "nonaktif");
	return e == OK ? kartu_catat(db, p, kartu->id, halangan,
				     "ditangguhkan", "nonaktif", catatan, 0) :
			 e;
}

struct pulih {
	const struct pelaku *p;
	int64_t *id;
	size_t n;
	const char *catatan;
	size_t aktif;
};

static enum err pulihkan(struct db *db, void *ctx)
{
	struct pulih *c = ctx;
	enum err e = kartu_urutkan(c->id, c->n);

	c->aktif = 0;
	for (size_t i = 0; e == OK && i < c->n; i++) {
		struct kartu_hidup kartu;
		bool aktif;

		e = kartu_kunci(db, c->p, c->id[i], &kartu);
		if (e == OK && strcmp(kartu.status, "ditangguhkan") != 0)
			e = ERR_CONFLICT;
		if (e == OK)
			e = pulihkan_satu(db, c->p, &kartu, c->catatan,
					  &aktif);
		c->aktif += e == OK && aktif;
	}
	if (e == OK)
		e = kartu_beri_tahu(db, c->id, c->n, "kartu-dipulihkan",
				    c->catatan, "aktif");
	return e;
}

enum err hidup_pulihkan(struct db *db, const struct pelaku *p, int64_t *id,
			size_t n, const char *catatan, size_t *aktif)
{
	struct pulih c = { .p = p, .id = id, .n = n,
			   .catatan = kartu_alasan(db_arena(db), catatan) };
	enum err e;

	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	e = db_transaction(db, pulihkan, &c);
	*aktif = c.aktif;
	return e;
}

static enum err perbarui(struct db *db, void *ctx)
{
	const struct gerak *k = ctx;
	const char *halangan = NULL;
	struct kartu_hidup kartu;
	bool aktif;
	enum err e = kartu_kunci(db, k->p, k->id, &kartu);

	if (e != OK || kartu.perlu == NULL)
		return e == ERR_NOT_FOUND ? OK : e;
	if (strcmp(kartu.status, "ditangguhkan") == 0 &&
	    strcmp(kartu.perlu, "pemulihan") == 0)
		return pulihkan_satu(db, k->p, &kartu, NULL, &aktif);
	if (strcmp(kartu.status, "aktif") != 0 &&
	    strcmp(kartu.status, "nonaktif") != 0)
		return kartu_lepas_tanda(db, kartu.id);
	e = hidupkan(db, k->p, &kartu, "perpanjangan", "perpanjang", NULL,
		     &halangan);
	if (e == OK && halangan != NULL)
		e = kartu_lepas_tanda(db, kartu.id);
	if (e == OK && halangan != NULL)
		e = kartu_catat(db, k->p, kartu.id, halangan, NULL, NULL, NULL,
				0);
	return e;
}

enum err hidup_perbarui(struct db *db, const struct pelaku *p,
			int64_t kartu_id)
{
	struct gerak k = { .p = p, .id = kartu_id };

	return db_transaction(db, perbarui, &k);
}
