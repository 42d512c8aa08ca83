/*
 * produksi-ganti.c - see produksi.h: a new blank card for one that failed,
 * and taking an entry back.
 */
#include "produksi.h"
#include "../lib/clock.h"
#include "../lib/text.h"
#include "catat.h"
#include "jadwal.h"
#include "produksi-dalam.h"
#include "seri.h"

#include <string.h>

SQL(Q_KARTU, "SELECT urut, seri_kartu, seri_mesin, status FROM kartu"
	     " WHERE permintaan_id = ? AND id = ? AND hidup = 1 FOR UPDATE");
SQL(Q_LEPAS, "UPDATE kartu SET status = 'diganti', hidup = NULL WHERE id = ?");
SQL(Q_BARU,
    "INSERT INTO kartu (permintaan_id, urut, seri_kartu, seri_mesin, status)"
    " VALUES (?, ?, ?, ?, 'kosong')");
SQL(Q_TUNJUK, "UPDATE kartu SET pengganti_id = ? WHERE id = ?");
SQL(Q_MUSNAH,
    "INSERT INTO pemusnahan_kartu (kartu_id, seri_kartu, alasan, masuk)"
    " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE kartu_id = kartu_id");
SQL(Q_URUNG, "UPDATE kartu SET status = 'kosong', sam_id = NULL, pcid = NULL,"
	     " keterangan = NULL, dikerjakan = NULL, dikerjakan_oleh = NULL"
	     " WHERE id = ?");
SQL(Q_TANDA,
    "SELECT 1 FROM dokumen WHERE proses_id = ? AND status = 'berlaku' LIMIT 1"
    " FOR UPDATE");
SQL(Q_BERITA,
    "SELECT dokumen_id FROM pemusnahan_kartu WHERE kartu_id = ? FOR UPDATE");
SQL(Q_TAK_MUSNAH, "DELETE FROM pemusnahan_kartu WHERE kartu_id = ?");
SQL(Q_MUNDUR, "UPDATE proses SET status = 'produksi', tuntas = NULL,"
	      " selesai_kartu = selesai_kartu - ? WHERE id = ?");

struct kerja {
	const struct pelaku *p;
	int64_t id;
	int64_t kartu_id;
	const char *seri;
	struct kerjaan_galat *g;
	/* read with the rows locked */
	struct tiket_kerja t;
	int64_t urut;
	const char *seri_kartu;
	const char *seri_mesin;
	const char *status;
};

static enum err kunci(struct db *db, struct kerja *k)
{
	struct rows *r;
	enum err e = produksi_kunci(db, k->id, &k->t);

	if (e == OK)
		e = db_one(db, &r, &Q_KARTU, k->t.permintaan_id, k->kartu_id);
	if (e != OK)
		return e;
	k->urut = db_int(r, 0);
	k->seri_kartu = db_text(r, 1);
	k->seri_mesin = db_text(r, 2);
	k->status = db_text(r, 3);
	return OK;
}

static enum err tolak(struct kerja *k, const char *kode)
{
	k->g->ruas = "seri_baru";
	k->g->kode = kode;
	return ERR_INPUT;
}

static enum err ganti(struct db *db, void *ctx)
{
	struct kerja *k = ctx;
	struct arena *a = db_arena(db);
	const char *seri = seri_rapi(a, k->seri);
	enum err e = kunci(db, k);

	if (e != OK)
		return e;
	if (strcmp(k->t.status, "produksi") != 0 &&
	    strcmp(k->t.status, "antri") != 0)
		return ERR_CONFLICT;
	if (strcmp(k->status, "gagal") != 0 &&
	    strcmp(k->status, "rusak") != 0 &&
	    strcmp(k->status, "terkunci") != 0)
		return ERR_CONFLICT;
	if (*seri == '\0')
		return tolak(k, "wajib");
	if (!seri_sah(seri))
		return tolak(k, "format");
	e = db_exec(db, &Q_LEPAS, k->kartu_id);
	if (e == OK)
		e = db_exec(db, &Q_BARU, k->t.permintaan_id, k->urut, seri,
			    k->seri_mesin);
	/* The old row has let go of its own serial: even that is refused. */
	if (e == ERR_CONFLICT || strcmp(seri, k->seri_kartu) == 0)
		return tolak(k, "sudah-dipakai");
	if (e == OK)
		e = db_exec(db, &Q_TUNJUK, db_last_id(db), k->kartu_id);
	if (e == OK)
		e = db_exec(db, &Q_MUSNAH, k->kartu_id, k->seri_kartu,
			    k->status, clock_now(a, 0));
	if (e == OK)
		e = audit_catat(db, k->p, "kartu-diganti", "kartu", k->kartu_id,
				arena_printf(a, "%s %lld; %s > %s", k->t.kode,
					     (long long)k->urut, k->seri_kartu,
					     seri));
	/* The producer's list of serials has changed. */
	if (e == OK)
		e = pesan_ke_lembaga(
		    db, k->t.produsen_id, "kartu-diganti",
		    arena_printf(a, "tiket=%s\njudul=%s\nlama=%s\nbaru=%s",
				 k->t.kode, k->t.judul, k->seri_kartu, seri));
	return e;
}

enum err produksi_ganti(struct db *db, const struct pelaku *p,
			int64_t proses_id, int64_t kartu_id, const char *seri,
			struct kerjaan_galat *galat)
{
	struct kerja k = { .p = p,
			   .id = proses_id,
			   .kartu_id = kartu_id,
			   .seri = seri,
			   .g = galat };

	*galat = (struct kerjaan_galat){ 0 };
	return db_transaction(db, ganti, &k);
}

/* Not in a protocol: off the destruction list. */
static enum err tarik_musnah(struct db *db, int64_t kartu_id)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_BERITA, kartu_id);

	if (e != OK || !db_next(r))
		return e;
	return db_null(r, 0) ? db_exec(db, &Q_TAK_MUSNAH, kartu_id) :
			       ERR_CONFLICT;
}

static bool boleh_urung(const char *status)
{
	return strcmp(status, "produksi") == 0 ||
	       strcmp(status, "dokumen") == 0 ||
	       strcmp(status, "tanda-tangan") == 0;
}

static enum err urung(struct db *db, void *ctx)
{
	struct kerja *k = ctx;
	struct arena *a = db_arena(db);
	bool buka;
	struct rows *r;
	enum err e = kunci(db, k);

	if (e != OK)
		return e;
	if (!boleh_urung(k->t.status) || strcmp(k->status, "kosong") == 0)
		return ERR_CONFLICT;
	buka = strcmp(k->t.status, "produksi") != 0;
	if (buka) {
		e = db_query(db, &r, &Q_TANDA, k->t.id);
		if (e != OK || db_next(r))
			return e == OK ? ERR_CONFLICT : e;
	}
	e = tarik_musnah(db, k->kartu_id);
	if (e == OK)
		e = db_exec(db, &Q_URUNG, k->kartu_id);
	if (e == OK)
		e = db_exec(db, &Q_MUNDUR, strcmp(k->status, "personal") == 0,
			    k->t.id);
	if (e == OK)
		e = audit_catat(
		    db, k->p, "kartu-diurungkan", "kartu", k->kartu_id,
		    arena_printf(a, "%s %lld; %s > kosong", k->t.kode,
				 (long long)k->urut, k->status));
	if (e == OK && buka)
		e = riwayat_catat(db, k->p, k->t.permintaan_id,
				  "produksi-dibuka", k->t.status, "produksi",
				  k->seri_kartu);
	if (e == OK && buka)
		e = produksi_kabarkan(db, &k->t, "produksi-dibuka");
	if (e == OK && buka)
		e = jadwal_susun(db, NULL);
	return e;
}

enum err produksi_urungkan(struct db *db, const struct pelaku *p,
			   int64_t proses_id, int64_t kartu_id)
{
	struct kerja k = { .p = p, .id = proses_id, .kartu_id = kartu_id };

	return db_transaction(db, urung, &k);
}
