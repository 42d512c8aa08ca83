/*
 * perjanjian-masa.c - see perjanjian-masa.h.  Everything asks the tables what
 * is left to do; nothing remembers when it was run last.
 */
#include "perjanjian-masa.h"
#include "catat.h"
#include "hari.h"
#include "manifes.h"
#include "../lib/clock.h"
#include "../lib/text.h"

#include <string.h>

static const struct pelaku sistem = { 0 };

/* Days before the end at which an institution is told, the nearest first. */
static const int64_t pengingat[] = { 7, 30, 60 };

/* --- marking cards for a new manifest --- */

#define CARD_READER "CONCAT(' ', p.metode, ' ') LIKE '% card-reader %'"

SQL(Q_TANDAI, "UPDATE kartu k STRAIGHT_JOIN manifes m ON m.id = k.manifes_id"
	      " SET k.perlu_manifes = 'perpanjangan' WHERE k.lembaga_id = ?"
	      " AND k.hidup = 1 AND k.status IN ('aktif', 'nonaktif')"
	      " AND k.perlu_manifes IS NULL"
	      " AND (k.status = 'nonaktif' OR m.berlaku_sampai < ?)");
SQL(Q_TERTINGGAL,
    "SELECT p.lembaga_id, MAX(p.berakhir) FROM perjanjian p"
    " WHERE p.status = 'berlaku' AND p.mulai <= ? AND p.berakhir >= ?"
    " AND " CARD_READER " AND EXISTS (SELECT 1 FROM kartu k"
    "  JOIN manifes m ON m.id = k.manifes_id"
    "  WHERE k.lembaga_id = p.lembaga_id AND k.hidup = 1"
    "  AND k.status IN ('aktif', 'nonaktif') AND k.perlu_manifes IS NULL"
    "  AND (k.status = 'nonaktif' OR m.berlaku_sampai < p.berakhir))"
    " GROUP BY p.lembaga_id");
SQL(Q_PERLU, "SELECT id FROM kartu WHERE perlu_manifes = ? AND id > ?"
	     " ORDER BY id LIMIT ?");

enum err masa_tandai_lembaga(struct db *db, int64_t lembaga_id,
			     const char *berakhir, int64_t *banyak)
{
	enum err e = db_exec(db, &Q_TANDAI, lembaga_id, berakhir);

	if (e == OK)
		*banyak = db_affected(db);
	return e;
}

enum err masa_tandai(struct db *db, const char *hari, int64_t *banyak)
{
	struct rows *r;
	int64_t n;
	enum err e = db_query(db, &r, &Q_TERTINGGAL, hari, hari);

	*banyak = 0;
	while (e == OK && db_next(r)) {
		e = masa_tandai_lembaga(db, db_int(r, 0), db_text(r, 1), &n);
		if (e == OK)
			*banyak += n;
	}
	return e;
}

enum err masa_perlu(struct db *db, const char *sebab, int64_t sesudah,
		    int64_t banyak, int64_t **id, size_t *n)
{
	struct rows *r;
	size_t i = 0;
	enum err e = db_query(db, &r, &Q_PERLU, sebab, sesudah, banyak);

	*n = 0;
	if (e != OK)
		return e;
	*n = db_count(r);
	*id = arena_array(db_arena(db), *n + 1, sizeof(**id));
	while (db_next(r))
		(*id)[i++] = db_int(r, 0);
	return OK;
}

/* --- reminders --- */

/* Not told of this end at this distance or a nearer one. */
SQL(Q_BELUM_INGAT,
    "SELECT p.id, p.berakhir FROM perjanjian p WHERE p.status = 'berlaku'"
    " AND p.mulai <= ? AND p.berakhir >= ? AND p.berakhir <= ?"
    " AND NOT EXISTS (SELECT 1 FROM perjanjian_pengingat g"
    "  WHERE g.perjanjian_id = p.id AND g.berakhir = p.berakhir"
    "  AND g.hari <= CASE WHEN DATEDIFF(p.berakhir, ?) <= 7 THEN 7"
    "   WHEN DATEDIFF(p.berakhir, ?) <= 30 THEN 30 ELSE 60 END)"
    " ORDER BY p.berakhir, p.id");
/* The others wait: an extension, a stop, a second worker. */
SQL(Q_KUNCI, "SELECT p.lembaga_id, p.nomor, p.judul, p.berakhir, p.status"
	     " FROM perjanjian p WHERE p.id = ? FOR UPDATE");
SQL(Q_INGAT,
    "INSERT INTO perjanjian_pengingat (perjanjian_id, berakhir, hari, waktu)"
    " VALUES (?, ?, ?, ?)");
SQL(Q_RIWAYAT, "INSERT INTO perjanjian_riwayat (perjanjian_id, waktu, kode,"
	       " catatan) VALUES (?, ?, ?, ?)");

static int64_t sisa_hari(const char *hari, const char *berakhir)
{
	hari_t a = 0, b = 0;

	hari_baca(hari, &a);
	hari_baca(berakhir, &b);
	return (int64_t)b - a;
}

struct kabar {
	int64_t id;
	const char *hari;
	const char *berakhir; /* the end that is told of */
	bool sudah;           /* somebody else did, or it was moved */
};

/* Lock the agreement; is its end still this one? */
static enum err kunci(struct db *db, struct kabar *k, struct rows **r)
{
	enum err e = db_one(db, r, &Q_KUNCI, k->id);

	k->sudah = e == OK && (strcmp(db_text(*r, 4), "berlaku") != 0 ||
			       strcmp(db_text(*r, 3), k->berakhir) != 0);
	return e;
}

/* What was told and when, and the message itself. */
static enum err sampaikan(struct db *db, struct kabar *k, const struct rows *r,
			  int64_t jarak, const char *kode, const char *templat,
			  const char *nama, int64_t angka)
{
	struct arena *a = db_arena(db);
	const char *kini = clock_now(a, 0);
	const char *teks = arena_printf(a, "%lld", (long long)angka);
	enum err e = db_exec(db, &Q_INGAT, k->id, k->berakhir, jarak, kini);

	if (e == ERR_CONFLICT) {
		k->sudah = true;
		return OK;
	}
	if (e == OK)
		e = db_exec(db, &Q_RIWAYAT, k->id, kini, kode, teks);
	if (e == OK)
		e = audit_catat(db, &sistem,
				arena_printf(a, "perjanjian-%s", kode),
				"perjanjian", k->id, teks);
	if (e != OK)
		return e;
	return pesan_ke_lembaga(
	    db, db_int(r, 0), templat,
	    arena_printf(a,
			 "nomor=%s\njudul=%s\nberakhir=%s\n%s=%s\n"
			 "jalur=/aktivasi/perjanjian/%lld\n",
			 db_text(r, 1), db_text(r, 2), k->berakhir, nama, teks,
			 (long long)k->id));
}

static enum err ingatkan(struct db *db, void *ctx)
{
	struct kabar *k = ctx;
	int64_t sisa = sisa_hari(k->hari, k->berakhir);
	int64_t jarak = pengingat[COUNT(pengingat) - 1];
	struct rows *r;
	enum err e = kunci(db, k, &r);

	if (e != OK || k->sudah)
		return e;
	for (size_t i = COUNT(pengingat); i-- > 0;)
		if (sisa <= pengingat[i])
			jarak = pengingat[i];
	return sampaikan(db, k, r, jarak, "diingatkan",
			 "perjanjian-akan-berakhir", "sisa", sisa);
}

enum err masa_ingatkan(struct db *db, const char *hari, int64_t *banyak)
{
	char batas[HARI_TEKS];
	struct rows *r;
	hari_t h = 0;
	enum err e;

	*banyak = 0;
	hari_baca(hari, &h);
	hari_tulis(h + (hari_t)pengingat[COUNT(pengingat) - 1], batas);
	e = db_query(db, &r, &Q_BELUM_INGAT, hari, hari, batas, hari, hari);
	while (e == OK && db_next(r)) {
		struct kabar k = { db_int(r, 0), hari, db_text(r, 1), false };

		e = db_transaction(db, ingatkan, &k);
		if (e == OK && !k.sudah)
			(*banyak)++;
	}
	return e;
}

/* --- the end --- */

/* Cards by a list of ids, which is one parameter: [1,2,3]. */
#define DAFTAR_ID "JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"

/* By the index of states: those already ended are not read again.  As they
   are now: what was activated while a stop waited for the agreement's lock is
   not in the picture its transaction began with. */
SQL(Q_MASIH,
    "SELECT k.id FROM perjanjian p"
    " STRAIGHT_JOIN kartu k FORCE INDEX (kartu_lembaga_status)"
    " ON k.lembaga_id = p.lembaga_id AND k.hidup = 1 AND k.status = 'aktif'"
    " AND k.id > ?"
    " STRAIGHT_JOIN manifes m ON m.id = k.manifes_id"
    " AND m.perjanjian_id = p.id AND m.status = 'berlaku'"
    " WHERE p.id = ? ORDER BY k.id LIMIT ? FOR UPDATE");
/* Locked by ascending id, as everywhere; a card that got another manifest
   meanwhile is left alone. */
SQL(Q_KUNCI_KARTU, "SELECT k.id, k.status = 'aktif' AND m.perjanjian_id = ?"
		   " AND m.status = 'berlaku' FROM " DAFTAR_ID
		   " STRAIGHT_JOIN kartu k ON k.id = j.id"
		   " STRAIGHT_JOIN manifes m ON m.id = k.manifes_id"
		   " ORDER BY k.id FOR UPDATE");
SQL(Q_NONAKTIF, "UPDATE " DAFTAR_ID " STRAIGHT_JOIN kartu k ON k.id = j.id"
		" SET k.status = 'nonaktif', k.perlu_manifes = NULL"
		" WHERE k.status = 'aktif'");
SQL(Q_CATAT_KARTU,
    "INSERT INTO kartu_riwayat (kartu_id, waktu, akun_id, kode, dari, ke,"
    " catatan, manifes_id) SELECT k.id, ?, ?, 'nonaktif', 'aktif', 'nonaktif',"
    " LEFT(?, 500), k.manifes_id FROM " DAFTAR_ID
    " STRAIGHT_JOIN kartu k ON k.id = j.id");
SQL(Q_AUDIT_KARTU,
    "INSERT INTO audit (waktu, akun_id, username, lembaga_id, alamat_ip,"
    " tindakan, objek, objek_id, rincian) SELECT ?, ?,"
    " (SELECT username FROM akun WHERE id = ?), ?, ?, 'kartu-nonaktif',"
    " 'kartu', j.id, LEFT(CONCAT('aktif > nonaktif; ', ?), 1000)"
    " FROM " DAFTAR_ID);
/* Over or stopped, with something left to do. */
SQL(Q_HABIS, "SELECT p.id, p.lembaga_id, p.nomor, p.status, p.berakhir,"
	     " p.status = 'berlaku' AND NOT EXISTS (SELECT 1"
	     "  FROM perjanjian_pengingat g WHERE g.perjanjian_id = p.id"
	     "  AND g.berakhir = p.berakhir AND g.hari = 0) AS belum,"
	     " EXISTS (SELECT 1 FROM manifes m WHERE m.perjanjian_id = p.id"
	     "  AND m.status = 'berlaku') AS sisa FROM perjanjian p"
	     " WHERE (p.status = 'dihentikan' OR"
	     "  (p.status = 'berlaku' AND p.berakhir < ?))"
	     " HAVING belum OR sisa ORDER BY p.berakhir, p.id");

static const char *tulis_id(struct arena *a, const int64_t *id, size_t n)
{
	struct buf b = { .a = a };

	buf_char(&b, '[');
	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "%s%lld", i > 0 ? "," : "", (long long)id[i]);
	buf_char(&b, ']');
	return b.p;
}

/* Lock the next active cards of an agreement, at most MASA_SEKALI. */
static enum err kunci_kartu(struct db *db, int64_t perjanjian_id,
			    int64_t *sesudah, int64_t *id, size_t *n)
{
	struct rows *r;
	size_t m = 0;
	enum err e = db_query(db, &r, &Q_MASIH, *sesudah, perjanjian_id,
			      (int64_t)MASA_SEKALI);

	*n = 0;
	while (e == OK && db_next(r))
		id[m++] = db_int(r, 0);
	if (e != OK)
		return e;
	*sesudah = m == 0 ? -1 : id[m - 1];
	if (m == 0)
		return OK;
	e = db_query(db, &r, &Q_KUNCI_KARTU, perjanjian_id,
		     tulis_id(db_arena(db), id, m));
	while (e == OK && db_next(r))
		if (db_int(r, 1) != 0)
			id[(*n)++] = db_int(r, 0);
	return e;
}

enum err masa_nonaktifkan(struct db *db, const struct pelaku *p,
			  int64_t perjanjian_id, const char *catatan,
			  int64_t *sesudah, int64_t *banyak)
{
	struct arena *a = db_arena(db);
	const char *kini = clock_now(a, 0);
	int64_t id[MASA_SEKALI];
	const char *daftar;
	size_t n;
	enum err e = kunci_kartu(db, perjanjian_id, sesudah, id, &n);

	*banyak = 0;
	if (e != OK || n == 0)
		return e;
	daftar = tulis_id(a, id, n);
	e = manifes_cabut_banyak(db, p, id, n, "perjanjian");
	if (e == OK)
		e = db_exec(db, &Q_NONAKTIF, daftar);
	if (e == OK)
		e = db_exec(db, &Q_CATAT_KARTU, kini, DB_ID(p->akun), catatan,
			    daftar);
	if (e == OK)
		e = db_exec(db, &Q_AUDIT_KARTU, kini, DB_ID(p->akun), p->akun,
			    DB_ID(p->lembaga), p->alamat_ip, catatan, daftar);
	if (e == OK)
		*banyak = (int64_t)n;
	return e;
}

struct penutupan {
	int64_t id;
	int64_t lembaga_id;
	const char *nomor;
	bool dihentikan;
	int64_t mulai;   /* where a piece begins: the same in each try */
	int64_t sesudah; /* where it ended */
	int64_t banyak;
};

static enum err tutup_sebagian(struct db *db, void *ctx)
{
	struct penutupan *t = ctx;

	t->sesudah = t->mulai;
	return masa_nonaktifkan(db, &sistem, t->id, t->nomor, &t->sesudah,
				&t->banyak);
}

static enum err kabarkan_akhir(struct db *db, void *ctx)
{
	struct kabar *k = ctx;
	struct perjanjian_kartu kartu;
	struct rows *r;
	enum err e = kunci(db, k, &r);

	if (e == OK && !k->sudah)
		e = perjanjian_kartu(db, k->id, &kartu);
	if (e != OK || k->sudah)
		return e;
	return sampaikan(db, k, r, 0, "berakhir", "perjanjian-berakhir",
			 "kartu", kartu.nonaktif);
}

/*
 * The cards of one agreement that ended.  Where another one goes on they are
 * renewed without a pause, unless this one was stopped: its manifests may be
 * dated far beyond.
 */
static enum err tutup(struct db *db, const char *hari, struct penutupan *t,
		      int64_t *banyak)
{
	struct perjanjian lain;
	int64_t n;
	enum err e = perjanjian_berlaku(db, t->lembaga_id, hari, &lain);
	bool ada_lain = e == OK;

	if (e != OK && e != ERR_NOT_FOUND)
		return e;
	while (t->mulai >= 0 && (!ada_lain || t->dihentikan)) {
		e = db_transaction(db, tutup_sebagian, t);
		if (e != OK)
			return e;
		*banyak += t->banyak;
		t->mulai = t->sesudah;
	}
	return ada_lain ?
		   masa_tandai_lembaga(db, t->lembaga_id, lain.berakhir, &n) :
		   OK;
}

enum err masa_akhiri(struct db *db, const char *hari, int64_t *banyak)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_HABIS, hari);

	*banyak = 0;
	while (e == OK && db_next(r)) {
		struct penutupan t = {
			.id = db_int(r, 0),
			.lembaga_id = db_int(r, 1),
			.nomor = db_text(r, 2),
			.dihentikan = strcmp(db_text(r, 3), "berlaku") != 0,
		};
		struct kabar k = { t.id, hari, db_text(r, 4), false };

		if (db_int(r, 6) != 0)
			e = tutup(db, hari, &t, banyak);
		/* Last, so that it says how many cards it was. */
		if (e == OK && db_int(r, 5) != 0)
			e = db_transaction(db, kabarkan_akhir, &k);
	}
	return e;
}
