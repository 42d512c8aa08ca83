/*
 * perjanjian.c - changes of agreements (perjanjian.h): record, correct,
 * extend, stop.  Reading is perjanjian-baca.c; what the day brings,
 * perjanjian-masa.c.
 */
#include "perjanjian.h"
#include "berkas.h"
#include "catat.h"
#include "hari.h"
#include "lembaga.h"
#include "perjanjian-masa.h"
#include "../lib/clock.h"
#include "../lib/text.h"

#include <string.h>

/* A longer one is a slip of the keyboard. */
#define TAHUN_MAKS 20

SQL(Q_LEMBAGA, "SELECT jenis FROM lembaga WHERE id = ? AND aktif = 1");
SQL(Q_BUAT, "INSERT INTO perjanjian (lembaga_id, nomor, judul, mulai, berakhir,"
	    " elemen, metode, kuota, berkas_id, status, dibuat, dibuat_oleh)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'berlaku', ?, ?)");
SQL(Q_KUNCI, "SELECT lembaga_id, nomor, judul, mulai, berakhir, elemen,"
	     " metode, kuota, status, versi FROM perjanjian"
	     " WHERE id = ? FOR UPDATE");
SQL(Q_UBAH,
    "UPDATE perjanjian SET nomor = ?, judul = ?, mulai = ?, berakhir = ?,"
    " elemen = ?, metode = ?, kuota = ?, berkas_id = COALESCE(?, berkas_id),"
    " versi = versi + 1 WHERE id = ? AND versi = ? AND status = 'berlaku'");
SQL(Q_PERPANJANG, "UPDATE perjanjian SET berakhir = ?, versi = versi + 1"
		  " WHERE id = ? AND versi = ? AND status = 'berlaku'");
SQL(Q_HENTIKAN,
    "UPDATE perjanjian SET status = 'dihentikan', alasan = ?,"
    " versi = versi + 1 WHERE id = ? AND versi = ? AND status = 'berlaku'");
/* As it is now that the agreement's lock is ours. */
SQL(Q_TERPAKAI, "SELECT id FROM manifes WHERE perjanjian_id = ? LIMIT 1"
		" LOCK IN SHARE MODE");
SQL(Q_RIWAYAT,
    "INSERT INTO perjanjian_riwayat (perjanjian_id, waktu, akun_id, kode,"
    " catatan, berkas_id) VALUES (?, ?, ?, ?, LEFT(?, 500), ?)");

/* What a change works on; filled anew by each try of its transaction. */
struct ubahan {
	const struct pelaku *p;
	int64_t id;
	int64_t versi;
	const struct perjanjian_isian *in;
	const char *berakhir; /* perpanjang */
	const char *addendum;
	const struct upload *berkas;
	const char *alasan; /* hentikan */
	struct perjanjian_galat *g;
	int64_t kartu;
};

static enum err salah(struct perjanjian_galat *g, const char *ruas,
		      const char *kode)
{
	*g = (struct perjanjian_galat){ ruas, kode };
	return ERR_INPUT;
}

static enum err catat(struct db *db, const struct pelaku *p, int64_t id,
		      const char *kode, const char *catatan, int64_t berkas_id)
{
	struct arena *a = db_arena(db);
	enum err e = db_exec(db, &Q_RIWAYAT, id, clock_now(a, 0),
			     DB_ID(p->akun), kode, catatan, DB_ID(berkas_id));

	if (e != OK)
		return e;
	return audit_catat(db, p, arena_printf(a, "perjanjian-%s", kode),
			   "perjanjian", id, catatan);
}

static enum err kabarkan(struct db *db, int64_t lembaga_id, int64_t id,
			 const char *templat, const char *nomor,
			 const char *judul, const char *nama, const char *nilai)
{
	struct arena *a = db_arena(db);
	char *satu_baris = arena_strdup(a, nilai);

	/* A message's data is a line for each value. */
	for (char *c = satu_baris; *c != '\0'; c++)
		if (*c == '\n')
			*c = ' ';
	return pesan_ke_lembaga(
	    db, lembaga_id, templat,
	    arena_printf(a,
			 "nomor=%s\njudul=%s\n%s=%s\n"
			 "jalur=/aktivasi/perjanjian/%lld\n",
			 nomor, judul, nama, satu_baris, (long long)id));
}

/* Are all blank-joined codes known, and is there one? */
static const char *periksa_kode(const char *isi, const char *const *kenal)
{
	size_t n = 0;

	for (const char *p = isi; p != NULL && *p != '\0'; n++) {
		size_t m = strcspn(p, " "), i = 0;

		while (kenal[i] != NULL &&
		       (strlen(kenal[i]) != m || memcmp(kenal[i], p, m) != 0))
			i++;
		if (kenal[i] == NULL)
			return "pilihan";
		p += m;
		p += strspn(p, " ");
	}
	return n == 0 ? "wajib" : NULL;
}

static enum err periksa_masa(const char *mulai, const char *berakhir,
			     struct perjanjian_galat *g)
{
	hari_t a = 0, b = 0;

	hari_baca(mulai, &a);
	hari_baca(berakhir, &b);
	if (b < a)
		return salah(g, "berakhir", "sebelum-mulai");
	if (b - a > TAHUN_MAKS * 366)
		return salah(g, "berakhir", "terlalu-lama");
	return OK;
}

/* What stands in both forms. */
static enum err periksa(const struct perjanjian_isian *in,
			struct perjanjian_galat *g)
{
	const char *kode = periksa_kode(in->elemen, perjanjian_elemen);

	if (kode != NULL)
		return salah(g, "elemen", kode);
	kode = periksa_kode(in->metode, perjanjian_metode);
	if (kode != NULL)
		return salah(g, "metode", kode);
	return periksa_masa(in->mulai, in->berakhir, g);
}

/* Mark the cards that the agreement in force can renew. */
static enum err tandai(struct db *db, int64_t lembaga_id, int64_t *banyak)
{
	struct perjanjian k;
	enum err e =
	    perjanjian_berlaku(db, lembaga_id, clock_today(db_arena(db)), &k);

	*banyak = 0;
	if (e == ERR_NOT_FOUND)
		return OK;
	if (e != OK)
		return e;
	return masa_tandai_lembaga(db, lembaga_id, k.berakhir, banyak);
}

static enum err simpan_berkas(struct db *db, const struct pelaku *p,
			      const struct upload *u, int64_t *id)
{
	*id = 0;
	return u == NULL ? OK : berkas_simpan(db, p, u, id);
}

/* --- record --- */

static enum err buat(struct db *db, void *ctx)
{
	struct ubahan *u = ctx;
	const struct perjanjian_isian *in = u->in;
	struct rows *r;
	int64_t berkas;
	enum err e = db_one(db, &r, &Q_LEMBAGA, in->lembaga_id);

	if (e == ERR_NOT_FOUND ||
	    (e == OK && (lembaga_peran(db_text(r, 0)) & ROLE_PEMINTA) == 0))
		return salah(u->g, "lembaga", "lembaga-tidak-cocok");
	if (e == OK)
		e = simpan_berkas(db, u->p, in->berkas, &berkas);
	if (e != OK)
		return e;
	e = db_exec(db, &Q_BUAT, in->lembaga_id, in->nomor, in->judul,
		    in->mulai, in->berakhir, in->elemen, in->metode,
		    DB_ID(in->kuota), DB_ID(berkas), clock_now(db_arena(db), 0),
		    u->p->akun);
	if (e == ERR_CONFLICT)
		return salah(u->g, "nomor", "sudah-dipakai");
	if (e != OK)
		return e;
	u->id = db_last_id(db);
	e = catat(db, u->p, u->id, "dicatat", NULL, 0);
	if (e == OK)
		e = tandai(db, in->lembaga_id, &u->kartu);
	if (e != OK)
		return e;
	return kabarkan(db, in->lembaga_id, u->id, "perjanjian-dicatat",
			in->nomor, in->judul, "berakhir", in->berakhir);
}

enum err perjanjian_buat(struct db *db, const struct pelaku *p,
			 const struct perjanjian_isian *in, int64_t *id,
			 struct perjanjian_galat *g)
{
	struct ubahan u = { .p = p, .in = in, .g = g };
	enum err e;

	*g = (struct perjanjian_galat){ 0 };
	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	e = periksa(in, g);
	if (e == OK && strcmp(in->berakhir, clock_today(db_arena(db))) < 0)
		e = salah(g, "berakhir", "sudah-lewat");
	if (e == OK)
		e = db_transaction(db, buat, &u);
	if (e == OK)
		*id = u.id;
	return e;
}

/* --- change --- */

/* Lock one that may still be changed; its row as Q_KUNCI gives it. */
static enum err kunci(struct db *db, const struct ubahan *u, struct rows **r)
{
	enum err e = db_one(db, r, &Q_KUNCI, u->id);

	if (e == OK && (db_int(*r, 9) != u->versi ||
			strcmp(db_text(*r, 8), "berlaku") != 0))
		e = ERR_CONFLICT;
	return e;
}

static void beda(struct buf *b, const char *nama, const char *lama,
		 const char *baru)
{
	if (strcmp(lama, baru) != 0)
		buf_printf(b, "%s%s: %s > %s", b->n > 0 ? "; " : "", nama, lama,
			   baru);
}

static const char *angka(struct arena *a, int64_t n)
{
	return n == 0 ? "-" : arena_printf(a, "%lld", (long long)n);
}

/* From and to of all that differs; NULL when nothing does. */
static const char *perbedaan(struct arena *a, const struct rows *r,
			     const struct perjanjian_isian *in)
{
	struct buf b = { .a = a };

	beda(&b, "nomor", db_text(r, 1), in->nomor);
	beda(&b, "judul", db_text(r, 2), in->judul);
	beda(&b, "mulai", db_text(r, 3), in->mulai);
	beda(&b, "berakhir", db_text(r, 4), in->berakhir);
	beda(&b, "metode", db_text(r, 6), in->metode);
	beda(&b, "kuota", angka(a, db_int(r, 7)), angka(a, in->kuota));
	if (in->berkas != NULL)
		buf_printf(&b, "%sberkas: %s", b.n > 0 ? "; " : "",
			   in->berkas->name);
	/* Last, because it is long. */
	beda(&b, "elemen", db_text(r, 5), in->elemen);
	return b.p;
}

/* What manifests already rely on stays. */
static enum err periksa_terpakai(struct db *db, const struct ubahan *u,
				 const struct rows *r)
{
	const struct perjanjian_isian *in = u->in;
	struct rows *manifes;
	enum err e = db_query(db, &manifes, &Q_TERPAKAI, u->id);

	if (e != OK)
		return e;
	if (db_count(manifes) > 0) {
		if (strcmp(in->mulai, db_text(r, 3)) != 0)
			return salah(u->g, "mulai", "sudah-dipakai-manifes");
		if (strcmp(in->berakhir, db_text(r, 4)) != 0)
			return salah(u->g, "berakhir", "sudah-dipakai-manifes");
		if (!perjanjian_memuat(in->metode, perjanjian_metode[0]))
			return salah(u->g, "metode", "masih-dipakai-kartu");
	}
	if (strcmp(in->berakhir, db_text(r, 4)) != 0 &&
	    strcmp(in->berakhir, clock_today(db_arena(db))) < 0)
		return salah(u->g, "berakhir", "sudah-lewat");
	return OK;
}

static enum err ubah(struct db *db, void *ctx)
{
	struct ubahan *u = ctx;
	const struct perjanjian_isian *in = u->in;
	const char *apa;
	struct rows *r;
	int64_t berkas;
	enum err e = kunci(db, u, &r);

	if (e == OK)
		e = periksa_terpakai(db, u, r);
	if (e != OK)
		return e;
	apa = perbedaan(db_arena(db), r, in);
	if (apa == NULL)
		return OK;
	e = simpan_berkas(db, u->p, in->berkas, &berkas);
	if (e != OK)
		return e;
	e = db_exec(db, &Q_UBAH, in->nomor, in->judul, in->mulai, in->berakhir,
		    in->elemen, in->metode, DB_ID(in->kuota), DB_ID(berkas),
		    u->id, u->versi);
	if (e == ERR_CONFLICT)
		return salah(u->g, "nomor", "sudah-dipakai");
	if (e == OK && db_affected(db) == 0)
		e = ERR_CONFLICT;
	if (e == OK)
		e = catat(db, u->p, u->id, "diubah", apa, 0);
	if (e == OK)
		e = kabarkan(db, db_int(r, 0), u->id, "perjanjian-diubah",
			     in->nomor, in->judul, "berakhir", in->berakhir);
	if (e == OK)
		e = tandai(db, db_int(r, 0), &u->kartu);
	return e;
}

enum err perjanjian_ubah(struct db *db, const struct pelaku *p, int64_t id,
			 int64_t versi, const struct perjanjian_isian *in,
			 struct perjanjian_galat *g)
{
	struct ubahan u = {
		.p = p, .id = id, .versi = versi, .in = in, .g = g
	};
	enum err e;

	*g = (struct perjanjian_galat){ 0 };
	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	e = periksa(in, g);
	return e == OK ? db_transaction(db, ubah, &u) : e;
}

/* --- extend --- */

static enum err perpanjang(struct db *db, void *ctx)
{
	struct ubahan *u = ctx;
	struct arena *a = db_arena(db);
	const char *lama, *catatan;
	struct rows *r;
	int64_t berkas;
	enum err e = kunci(db, u, &r);

	if (e != OK)
		return e;
	lama = db_text(r, 4);
	if (strcmp(u->berakhir, lama) <= 0)
		return salah(u->g, "berakhir", "harus-lebih");
	if (strcmp(u->berakhir, clock_today(a)) < 0)
		return salah(u->g, "berakhir", "sudah-lewat");
	e = periksa_masa(db_text(r, 3), u->berakhir, u->g);
	if (e == OK)
		e = simpan_berkas(db, u->p, u->berkas, &berkas);
	if (e == OK)
		e = db_exec(db, &Q_PERPANJANG, u->berakhir, u->id, u->versi);
	if (e == OK && db_affected(db) == 0)
		e = ERR_CONFLICT;
	if (e != OK)
		return e;
	catatan = arena_printf(a, "%s > %s%s%s", lama, u->berakhir,
			       u->addendum == NULL ? "" : "; ",
			       u->addendum == NULL ? "" : u->addendum);
	e = catat(db, u->p, u->id, "diperpanjang", catatan, berkas);
	if (e == OK)
		e = tandai(db, db_int(r, 0), &u->kartu);
	if (e != OK)
		return e;
	return kabarkan(db, db_int(r, 0), u->id, "perjanjian-diperpanjang",
			db_text(r, 1), db_text(r, 2), "berakhir", u->berakhir);
}

enum err perjanjian_perpanjang(struct db *db, const struct pelaku *p,
			       int64_t id, int64_t versi,
			       const char *berakhir_baru, const char *addendum,
			       const struct upload *berkas,
			       struct perjanjian_galat *g)
{
	struct ubahan u = { .p = p,
			    .id = id,
			    .versi = versi,
			    .berakhir = berakhir_baru,
			    .addendum = addendum,
			    .berkas = berkas,
			    .g = g };

	*g = (struct perjanjian_galat){ 0 };
	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	return db_transaction(db, perpanjang, &u);
}

/* --- stop --- */

static enum err hentikan(struct db *db, void *ctx)
{
	struct ubahan *u = ctx;
	const char *catatan;
	struct rows *r;
	int64_t n, sesudah = 0, ditandai;
	enum err e = kunci(db, u, &r);

	u->kartu = 0;
	if (e == OK)
		e = db_exec(db, &Q_HENTIKAN, u->alasan, u->id, u->versi);
	if (e == OK && db_affected(db) == 0)
		e = ERR_CONFLICT;
	if (e == OK)
		e = catat(db, u->p, u->id, "dihentikan", u->alasan, 0);
	if (e != OK)
		return e;
	catatan =
	    arena_printf(db_arena(db), "%s: %s", db_text(r, 1), u->alasan);
	while (e == OK && sesudah >= 0) {
		e = masa_nonaktifkan(db, u->p, u->id, catatan, &sesudah, &n);
		u->kartu += n;
	}
	/* Another agreement may go on. */
	if (e == OK)
		e = tandai(db, db_int(r, 0), &ditandai);
	if (e != OK)
		return e;
	return kabarkan(db, db_int(r, 0), u->id, "perjanjian-dihentikan",
			db_text(r, 1), db_text(r, 2), "alasan", u->alasan);
}

enum err perjanjian_hentikan(struct db *db, const struct pelaku *p, int64_t id,
			     int64_t versi, const char *alasan, int64_t *kartu)
{
	struct ubahan u = {
		.p = p, .id = id, .versi = versi, .alasan = alasan
	};
	enum err e;

	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	e = db_transaction(db, hentikan, &u);
	if (e == OK)
		*kartu = u.kartu;
	return e;
}
