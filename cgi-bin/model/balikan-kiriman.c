/*
 * balikan-kiriman.c - see balikan-kiriman.h: a file comes in, is cancelled or
 * taken back, tells at its end; the institution's figures.  Reading is
 * balikan-kiriman-daftar.c.
 */
#include "balikan-kiriman.h"
#include "../lib/clock.h"
#include "balikan-nilai.h"
#include "balikan-total.h"
#include "catat.h"
#include "pengaturan.h"

#include <string.h>

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

/* A newer sending that counts (see balikan_kiriman_penghalang()): its rows may
   stand on this one's.  A closed one of refused records alone has none. */
#define LEBIH_BARU                                                             \
	"FROM balikan_kiriman n WHERE n.lembaga_id = ? AND n.id > ?"           \
	" AND n.status NOT IN ('batal', 'diurungkan', 'gagal')"                \
	" AND (n.tutup = 0 OR n.diterima + n.diperbarui + n.tetap > 0)"
#define TERMUAT " AND n.status NOT IN ('antri', 'periksa')"
#define PENGHALANG "SELECT n.id, n.sumber <> 'berkas' AS tetap " LEBIH_BARU
#define PERTAMA	   " ORDER BY tetap DESC, n.id LIMIT 1"
SQL(Q_LEBIH_BARU, PENGHALANG PERTAMA);
SQL(Q_TERMUAT, PENGHALANG TERMUAT PERTAMA);

#define MILIK " WHERE id = ? AND lembaga_id = ? AND sumber = 'berkas'"
SQL(Q_BATAL, "UPDATE balikan_kiriman SET status = 'batal', selesai = ?,"
	     " urung_oleh = ?" MILIK " AND status IN ('antri', 'periksa')");
SQL(Q_BATAL_MUAT, "UPDATE balikan_kiriman SET status = 'urung', urung_oleh = ?,"
		  " urung_nik = NULL" MILIK " AND status = 'muat'"
		  " AND NOT EXISTS (SELECT 1 " LEBIH_BARU TERMUAT ")");
SQL(Q_URUNG, "UPDATE balikan_kiriman SET status = 'urung', urung_oleh = ?,"
	     " urung_nik = NULL" MILIK " AND status = 'selesai'"
	     " AND NOT EXISTS (SELECT 1 " LEBIH_BARU ")");
SQL(Q_ADA, "SELECT status FROM balikan_kiriman"
	   " WHERE id = ? AND lembaga_id = ?");
SQL(Q_KABAR, "SELECT status, sumber, akun_id, urung_oleh, nama, baris,"
	     " diterima, diperbarui, tetap, ditolak, galat"
	     " FROM balikan_kiriman WHERE id = ?");

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
	enum err e = balikan_total_kunci(db, b->p->lembaga);

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
			    clock_today(a), k->cara,
			    balikan_nik_tutup(a, k->nama), k->sha256,
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

/* ---- steps ---- */

enum err balikan_kiriman_penghalang(struct db *db,
				    const struct balikan_kiriman *k,
				    int64_t *id, bool *tetap)
{
	struct rows *r;
	enum err e = db_query(
	    db, &r,
	    strcmp(k->status, "selesai") == 0 ? &Q_LEBIH_BARU : &Q_TERMUAT,
	    k->lembaga_id, k->id);

	*id = e == OK && db_next(r) ? db_int(r, 0) : 0;
	*tetap = *id != 0 && db_int(r, 1) != 0;
	return e;
}

static bool miliknya(const struct pelaku *p, const struct balikan_kiriman *k)
{
	return (p->role & ROLE_PEMINTA) != 0 && p->lembaga == k->lembaga_id &&
	       strcmp(k->sumber, "berkas") == 0;
}

bool balikan_kiriman_boleh_batal(const struct pelaku *p,
				 const struct balikan_kiriman *k)
{
	return miliknya(p, k) && (strcmp(k->status, "antri") == 0 ||
				  strcmp(k->status, "periksa") == 0 ||
				  strcmp(k->status, "muat") == 0);
}

bool balikan_kiriman_boleh_urung(const struct pelaku *p,
				 const struct balikan_kiriman *k)
{
	return miliknya(p, k) && strcmp(k->status, "selesai") == 0;
}

struct langkah {
	const struct pelaku *p;
	int64_t id;
	enum err (*jalan)(struct db *db, const struct langkah *l);
	const char *tindakan;
};

static enum err jalan_batal(struct db *db, const struct langkah *l)
{
	const struct pelaku *p = l->p;
	enum err e = db_exec(db, &Q_BATAL, clock_now(db_arena(db), 0), p->akun,
			     l->id, p->lembaga);

	if (e == OK && db_affected(db) == 0)
		e = db_exec(db, &Q_BATAL_MUAT, p->akun, l->id, p->lembaga,
			    p->lembaga, l->id);
	return e;
}

static enum err jalan_urung(struct db *db, const struct langkah *l)
{
	return db_exec(db, &Q_URUNG, l->p->akun, l->id, l->p->lembaga,
		       l->p->lembaga, l->id);
}

/* The institution's row is held, so no sending is made meanwhile. */
static enum err langkah(struct db *db, void *ctx)
{
	const struct langkah *l = ctx;
	const char *dari;
	struct rows *r;
	enum err e = db_one(db, &r, &Q_ADA, l->id, l->p->lembaga);

	if (e != OK)
		return e;
	dari = db_text(r, 0);
	e = balikan_total_kunci(db, l->p->lembaga);
	if (e == OK)
		e = l->jalan(db, l);
	if (e == OK && db_affected(db) == 0)
		return ERR_CONFLICT;
	if (e == OK)
		e = db_one(db, &r, &Q_ADA, l->id, l->p->lembaga);
	if (e == OK)
		e = audit_catat(
		    db, l->p, l->tindakan, "balikan", l->id,
		    catat_rincian(db_arena(db), dari, db_text(r, 0), NULL));
	return e;
}

static enum err melangkah(struct db *db, struct langkah l)
{
	if ((l.p->role & ROLE_PEMINTA) == 0)
		return ERR_NOT_FOUND;
	return db_transaction(db, langkah, &l);
}

enum err balikan_kiriman_batal(struct db *db, const struct pelaku *p,
			       int64_t id)
{
	return melangkah(
	    db, (struct langkah){ p, id, jalan_batal, "balikan-dibatalkan" });
}

enum err balikan_kiriman_urung(struct db *db, const struct pelaku *p,
			       int64_t id)
{
	return melangkah(
	    db, (struct langkah){ p, id, jalan_urung, "balikan-diurungkan" });
}

/* ---- telling ---- */

enum err balikan_kiriman_kabar(struct db *db, int64_t id)
{
	static const struct {
		const char *status;
		const char *templat;
	} pesan[] = {
		{ "selesai", "balikan-selesai" },
		{ "gagal", "balikan-gagal" },
		{ "diurungkan", "balikan-diurungkan" },
	};
	const char *templat = NULL, *data;
	int64_t kepada[2];
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KABAR, id);

	if (e != OK)
		return e;
	for (size_t i = 0; i < sizeof(pesan) / sizeof(*pesan); i++)
		if (strcmp(pesan[i].status, db_text(r, 0)) == 0)
			templat = pesan[i].templat;
	if (templat == NULL || strcmp(db_text(r, 1), "berkas") != 0)
		return OK;
	kepada[0] = db_int(r, 2);
	kepada[1] = db_int(r, 3) == kepada[0] ? 0 : db_int(r, 3);
	data = arena_printf(
	    db_arena(db),
	    "nama=%s\nbaris=%lld\nditerima=%lld\ndiperbarui=%lld\n"
	    "tetap=%lld\nditolak=%lld\ngalat=%s\njalur=/balikan/kiriman/%lld",
	    db_text(r, 4), (long long)db_int(r, 5), (long long)db_int(r, 6),
	    (long long)db_int(r, 7), (long long)db_int(r, 8),
	    (long long)db_int(r, 9),
	    db_text(r, 10) == NULL ? "" : db_text(r, 10), (long long)id);
	for (size_t i = 0; e == OK && i < 2; i++)
		if (kepada[i] != 0)
			e = pesan_ke_akun(db, kepada[i], templat, data);
	return e;
}

int64_t balikan_simpan_hari(struct db *db)
{
	return pengaturan_angka(db, "balikan_simpan_hari", 30);
}

/* ---- the institution's figures ---- */

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
