/*
 * balikan-urung.c - the rows of a sending are taken back (B-06, B-09), some
 * NIKs at a time; each step is a transaction that also moves the cursor.
 *
 * What became of a NIK is a chain: former values in `balikan_lama`, each with
 * the sending that replaced it, and the newest in `balikan`.  The sending's
 * values are taken out of the chain: the value before them is the newest again,
 * or is replaced by whatever replaced them.
 */
#include "balikan-dalam.h"
#include "../lib/clock.h"
#include "balikan-akhir.h"
#include "balikan-kiriman.h"
#include "balikan-total.h"

#include <string.h>

#define BANYAK 20000 /* rows of the institution in a step */
#define LONCAT_US 500000 /* for passing over steps that have none of it */
#define UJUNG  INT64_MAX

SQL(Q_AMBIL, "UPDATE balikan_kiriman SET pekerja = ?, sewa = ? WHERE id = ?"
	     " AND status = 'urung' AND (sewa IS NULL OR sewa < ?)");
SQL(Q_TUGAS, "SELECT lembaga_id, COALESCE(urung_nik, 0), tanggal, diterima,"
	     " diperbarui, tetap, ditolak, selesai IS NOT NULL, galat"
	     " FROM balikan_kiriman WHERE id = ? AND status = 'urung'"
	     " FOR UPDATE");
SQL(Q_SAMPAI, "SELECT nik FROM balikan WHERE lembaga_id = ? AND nik > ?"
	      " ORDER BY nik LIMIT 1 OFFSET ?");

SQL(Q_ADA, "SELECT EXISTS (SELECT 1 FROM balikan WHERE lembaga_id = ?"
	   " AND nik > ? AND nik <= ? AND kiriman_id = ?) OR EXISTS (SELECT 1"
	   " FROM balikan_lama WHERE lembaga_id = ? AND nik > ? AND nik <= ?"
	   " AND (diganti_id = ? OR kiriman_id = ?))");

/* Former values that were replaced by the sending, but do not become the newest
   again: those behind the one that does, and all of a NIK that a newer sending
   has.  ke: the sending by which they are replaced then. */
SQL(Q_LAIN,
    "SELECT x.nik, x.urut, IF(b.kiriman_id = ?, x.terbaru,"
    " (SELECT MIN(y.diganti_id) FROM balikan_lama y WHERE y.lembaga_id = ?"
    " AND y.nik = x.nik AND y.kiriman_id = ? AND y.diganti_id <> ?)) AS ke"
    " FROM (SELECT nik, urut, MAX(kiriman_id) OVER (PARTITION BY nik)"
    " AS terbaru, ROW_NUMBER() OVER (PARTITION BY nik"
    " ORDER BY kiriman_id DESC, urut DESC) AS ke FROM balikan_lama"
    " WHERE lembaga_id = ? AND nik > ? AND nik <= ? AND diganti_id = ?"
    " AND kiriman_id <> ?) x"
    " JOIN balikan b ON b.lembaga_id = ? AND b.nik = x.nik"
    " WHERE b.kiriman_id <> ? OR x.ke > 1 ORDER BY x.nik, x.urut");
SQL(Q_URUT, "SELECT COALESCE(MAX(urut) + 1, 0) FROM balikan_lama"
	    " WHERE lembaga_id = ? AND nik = ? AND diganti_id = ?");
SQL(Q_ALIH, "UPDATE balikan_lama SET diganti_id = ?, urut = ?"
	    " WHERE lembaga_id = ? AND nik = ? AND diganti_id = ?"
	    " AND urut = ?");
SQL(Q_KEMBALI,
    "UPDATE balikan b JOIN (SELECT nik, kiriman_id, isi, ROW_NUMBER() OVER"
    " (PARTITION BY nik ORDER BY kiriman_id DESC, urut DESC) AS ke"
    " FROM balikan_lama WHERE lembaga_id = ? AND nik > ? AND nik <= ?"
    " AND diganti_id = ? AND kiriman_id <> ?) x"
    " ON x.nik = b.nik AND x.ke = 1"
    " SET b.kiriman_id = x.kiriman_id, b.isi = x.isi"
    " WHERE b.lembaga_id = ? AND b.nik > ? AND b.nik <= ?"
    " AND b.kiriman_id = ?");
SQL(Q_HAPUS, "DELETE FROM balikan WHERE lembaga_id = ? AND nik > ?"
	     " AND nik <= ? AND kiriman_id = ?");
SQL(Q_HAPUS_LAMA, "DELETE FROM balikan_lama WHERE lembaga_id = ? AND nik > ?"
		  " AND nik <= ? AND (diganti_id = ? OR kiriman_id = ?)");
SQL(Q_BARIS, "UPDATE balikan_lembaga SET baris = baris + ?,"
	     " terlayani = terlayani + ? WHERE lembaga_id = ?");
SQL(Q_MAJU, "UPDATE balikan_kiriman SET urung_nik = ?, sewa = ? WHERE id = ?"
	    " AND pekerja = ? AND status = 'urung'");
SQL(Q_AKHIR, "UPDATE balikan_kiriman SET status = ?, sewa = NULL,"
	     " selesai = COALESCE(selesai, ?) WHERE id = ? AND pekerja = ?"
	     " AND status = 'urung'");

struct urung {
	const struct balikan_bengkel *b;
	int64_t id;
	int64_t lembaga;
	const char *tanggal;
	struct balikan_hitung h; /* what it had counted */
	const char *akhir;	 /* the state it ends in */
	int64_t dari, sampai;	 /* NIKs of the step: dari < nik <= sampai */
	bool usai;
};

/* Values before those of the sending, which others come to replace. */
static enum err alihkan(struct db *db, const struct urung *u)
{
	struct rows *r, *urut;
	enum err e = db_query(db, &r, &Q_LAIN, u->id, u->lembaga, u->id, u->id,
			      u->lembaga, u->dari, u->sampai, u->id, u->id,
			      u->lembaga, u->id);

	while (e == OK && db_next(r)) {
		int64_t nik = db_int(r, 0), ke = db_int(r, 2);

		if (ke == 0)
			continue;
		e = db_one(db, &urut, &Q_URUT, u->lembaga, nik, ke);
		if (e == OK)
			e = db_exec(db, &Q_ALIH, ke, db_int(urut, 0),
				    u->lembaga, nik, u->id, db_int(r, 1));
	}
	return e;
}

/*
 * Where the step goes from and to.  Rows of the sending may be few among very
 * many: where there are none nothing is locked or written.  (None can come to
 * be there: it is being taken back.)
 */
static enum err cari_langkah(struct db *db, struct urung *u)
{
	int64_t mulai = clock_steady_us();
	struct rows *r;
	enum err e = OK;

	while (e == OK) {
		e = db_query(db, &r, &Q_SAMPAI, u->lembaga, u->dari,
			     BANYAK - 1);
		u->usai = e == OK && !db_next(r);
		u->sampai = u->usai ? UJUNG : e == OK ? db_int(r, 0) : 0;
		if (e != OK || u->usai ||
		    clock_steady_us() - mulai > LONCAT_US)
			break;
		e = db_one(db, &r, &Q_ADA, u->lembaga, u->dari, u->sampai,
			   u->id, u->lembaga, u->dari, u->sampai, u->id, u->id);
		if (e != OK || db_int(r, 0) != 0)
			break;
		u->dari = u->sampai;
	}
	return e;
}

static enum err baca(struct db *db, struct urung *u)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_TUGAS, u->id);

	if (e != OK)
		return e;
	u->lembaga = db_int(r, 0);
	u->dari = db_int(r, 1);
	u->tanggal = db_text(r, 2);
	u->h = (struct balikan_hitung){ -db_int(r, 3), -db_int(r, 4),
					-db_int(r, 5), -db_int(r, 6) };
	u->akhir = db_text(r, 8) != NULL ? "gagal" :
		   db_int(r, 7) != 0	 ? "diurungkan" :
					   "batal";
	return cari_langkah(db, u);
}

/* Its last step. */
static enum err akhiri(struct db *db, const struct urung *u)
{
	/* Its rows were subtracted one by one: of new ones some may have been
	   replaced by others since, and stay. */
	struct balikan_hitung h = u->h;
	enum err e = balikan_total_tambah(db, u->lembaga, "berkas", u->tanggal,
					  &h);

	if (e == OK)
		e = db_exec(db, &Q_BARIS, -h.diterima, 0, u->lembaga);
	if (e == OK)
		e = balikan_buang_potongan(db, u->id);
	if (e == OK)
		e = db_exec(db, &Q_AKHIR, u->akhir,
			    clock_now(db_arena(db), 0), u->id, u->b->pekerja);
	if (e == OK && db_affected(db) != 1)
		return ERR_CONFLICT;
	if (e == OK)
		e = balikan_total_terakhir_ulang(db, u->lembaga);
	return e == OK ? balikan_akhir(db, u->lembaga, u->id, false) : e;
}

static enum err langkah(struct db *db, void *ctx)
{
	struct urung *u = ctx;
	int64_t hapus = 0;
	enum err e = baca(db, u);

	if (e == OK)
		e = alihkan(db, u);
	if (e == OK)
		e = db_exec(db, &Q_KEMBALI, u->lembaga, u->dari, u->sampai,
			    u->id, u->id, u->lembaga, u->dari, u->sampai,
			    u->id);
	if (e == OK)
		e = db_exec(db, &Q_HAPUS, u->lembaga, u->dari, u->sampai,
			    u->id);
	hapus = e == OK ? db_affected(db) : 0;
	if (e == OK)
		e = db_exec(db, &Q_HAPUS_LAMA, u->lembaga, u->dari, u->sampai,
			    u->id, u->id);
	if (e == OK)
		e = db_exec(db, &Q_BARIS, -hapus, BANYAK, u->lembaga);
	if (e == OK)
		e = db_exec(db, &Q_MAJU, u->sampai,
			    u->usai ? clock_now(db_arena(db),
						u->b->sewa_ms) :
				      NULL,
			    u->id, u->b->pekerja);
	if (e == OK && db_affected(db) != 1)
		return ERR_CONFLICT;
	return e == OK && u->usai ? akhiri(db, u) : e;
}

enum err balikan_urung(struct db *db, const struct balikan_bengkel *b,
		       int64_t id, bool *ada)
{
	struct urung u = { .b = b, .id = id };
	struct arena *a = db_arena(db);
	enum err e = db_exec(db, &Q_AMBIL, b->pekerja,
			     clock_now(a, b->sewa_ms), id, clock_now(a, 0));

	*ada = e == OK && db_affected(db) == 1;
	if (!*ada)
		return e;
	e = db_transaction(db, langkah, &u);
	if (e == OK && u.usai)
		balikan_buang_folder(a, id);
	/* Somebody else was faster, or did it already. */
	return e == ERR_CONFLICT || e == ERR_NOT_FOUND ? OK : e;
}
