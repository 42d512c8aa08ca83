/*
 * serah-terima.c - see serah-terima.h.
 */
#include "serah-terima.h"
#include "../lib/clock.h"
#include "../lib/text.h"
#include "catat.h"
#include "hari-ini.h"
#include "lingkup.h"
#include "proses.h"

#include <string.h>

SQL(Q_AMBIL,
    "SELECT s.wakil_nama, s.wakil_identitas, s.wakil_jabatan, s.tanggal,"
    " a.nama, b.nama FROM serah_terima s JOIN proses p ON p.id = s.proses_id"
    " JOIN akun a ON a.id = s.akun_id LEFT JOIN akun b ON b.id = s.penerima_id"
    " WHERE s.proses_id = ? AND " LINGKUP_SQL);
SQL(Q_KUNCI,
    "SELECT p.status, p.permintaan_id, p.lembaga_id, p.produsen_id, p.tiket,"
    " m.judul FROM proses p JOIN permintaan m ON m.id = p.permintaan_id"
    " WHERE p.id = ? AND " LINGKUP_SQL " FOR UPDATE");
SQL(Q_SIMPAN,
    "INSERT INTO serah_terima (proses_id, wakil_nama, wakil_identitas,"
    " wakil_jabatan, tanggal, akun_id) VALUES (?, ?, ?, ?, ?, ?)");
SQL(Q_HAPUS, "DELETE FROM serah_terima WHERE proses_id = ?");
SQL(Q_DISERAHKAN, "UPDATE proses SET status = 'diserahkan', diserahkan = ?"
		  " WHERE id = ? AND status = 'siap-serah'");
SQL(Q_KEMBALI, "UPDATE proses SET status = 'siap-serah', diserahkan = NULL"
	       " WHERE id = ? AND status = 'diserahkan'");
SQL(Q_SELESAI, "UPDATE proses SET status = 'selesai', diterima = ?"
	       " WHERE id = ? AND status = 'diserahkan'");
SQL(Q_PENERIMA, "UPDATE serah_terima SET penerima_id = ? WHERE proses_id = ?");
SQL(Q_KARTU, "UPDATE kartu SET status = 'diserahkan' WHERE permintaan_id = ?"
	     " AND hidup = 1 AND status = 'personal'");

const char *const serah_mewakili[] = { "produsen", "reseller", "lembaga",
				       NULL };

struct kerja {
	const struct pelaku *p;
	int64_t id;
	const struct serah_terima *s;
	const char *alasan;
	/* read with the row locked */
	const char *status;
	int64_t permintaan_id;
	int64_t lembaga_id;
	int64_t produsen_id;
	char kode[TIKET_TEKS];
	const char *judul;
};

enum err serah_ambil(struct db *db, const struct pelaku *p, int64_t proses_id,
		     struct serah_terima *out)
{
	struct lingkup l = lingkup_dari(p);
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL, proses_id, LINGKUP(l));

	if (e == OK)
		*out = (struct serah_terima){
			.wakil_nama = db_text(r, 0),
			.wakil_identitas = db_text(r, 1),
			.wakil_jabatan = db_text(r, 2),
			.tanggal = db_text(r, 3),
			.petugas = db_text(r, 4),
			.penerima = db_text(r, 5),
		};
	return e;
}

/* Lock the ticket; ERR_CONFLICT when it is not in state status. */
static enum err kunci(struct db *db, struct kerja *k, const char *status)
{
	struct lingkup l = lingkup_dari(k->p);
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KUNCI, k->id, LINGKUP(l));

	if (e != OK)
		return e;
	k->status = db_text(r, 0);
	k->permintaan_id = db_int(r, 1);
	k->lembaga_id = db_int(r, 2);
	k->produsen_id = db_int(r, 3);
	tiket_tulis(db_int(r, 4), k->kode);
	k->judul = text_fold(db_arena(db), db_text(r, 5));
	return strcmp(k->status, status) == 0 ? OK : ERR_CONFLICT;
}

static const char *data(struct arena *a, const struct kerja *k,
			const char *nama, const char *nilai)
{
	return arena_printf(a, "tiket=%s\njudul=%s\n%s=%s", k->kode, k->judul,
			    nama, text_fold(a, nilai));
}

static enum err simpan(struct db *db, void *ctx)
{
	struct kerja *k = ctx;
	struct arena *a = db_arena(db);
	const struct serah_terima *s = k->s;
	enum zona zona = (enum zona)clock_zone_hours();
	const char *tanda = NULL;
	hari_t hari, terakhir;
	enum err e = kunci(db, k, "siap-serah");

	if (e == OK)
		e = proses_ditandatangani(db, k->id, &tanda);
	if (e != OK)
		return e;
	if (!hari_baca(s->tanggal, &hari) || hari > hari_ini() ||
	    (tanda != NULL && hari_lokal(tanda, zona, &terakhir) &&
	     hari < terakhir))
		return ERR_INPUT;
	e = db_exec(db, &Q_SIMPAN, k->id, s->wakil_nama, s->wakil_identitas,
		    s->wakil_jabatan, s->tanggal, k->p->akun);
	if (e == OK)
		e = db_exec(db, &Q_DISERAHKAN, clock_now(a, 0), k->id);
	if (e == OK)
		e = riwayat_catat(db, k->p, k->permintaan_id, "diserahkan",
				  "siap-serah", "diserahkan", s->wakil_nama);
	if (e == OK)
		e = pesan_ke_lembaga(db, k->produsen_id, "diserahkan",
				     data(a, k, "nama", s->wakil_nama));
	return e;
}

enum err serah_simpan(struct db *db, const struct pelaku *p, int64_t proses_id,
		      const struct serah_terima *s)
{
	struct kerja k = { .p = p, .id = proses_id, .s = s };

	return db_transaction(db, simpan, &k);
}

static enum err batal(struct db *db, void *ctx)
{
	struct kerja *k = ctx;
	struct arena *a = db_arena(db);
	const char *pesan;
	enum err e = kunci(db, k, "diserahkan");

	if (e != OK)
		return e;
	e = db_exec(db, &Q_HAPUS, k->id);
	if (e == OK)
		e = db_exec(db, &Q_KEMBALI, k->id);
	if (e == OK)
		e = riwayat_catat(db, k->p, k->permintaan_id,
				  "serah-terima-dibatalkan", "diserahkan",
				  "siap-serah", k->alasan);
	if (e != OK)
		return e;
	pesan = data(a, k, "alasan", k->alasan);
	if (k->p->role == ROLE_PRODUSEN)
		return pesan_ke_peran(db, "admin", "serah-terima-dibatalkan",
				      pesan);
	return pesan_ke_lembaga(db, k->produsen_id, "serah-terima-dibatalkan",
				pesan);
}

enum err serah_batal(struct db *db, const struct pelaku *p, int64_t proses_id,
		     const char *alasan)
{
	struct kerja k = { .p = p, .id = proses_id, .alasan = alasan };

	return db_transaction(db, batal, &k);
}

static enum err diterima(struct db *db, void *ctx)
{
	struct kerja *k = ctx;
	struct arena *a = db_arena(db);
	const char *pesan;
	enum err e = kunci(db, k, "diserahkan");

	if (e != OK)
		return e;
	e = db_exec(db, &Q_SELESAI, clock_now(a, 0), k->id);
	if (e == OK)
		e = db_exec(db, &Q_PENERIMA, k->p->akun, k->id);
	if (e == OK)
		e = db_exec(db, &Q_KARTU, k->permintaan_id);
	if (e == OK)
		e = riwayat_catat(db, k->p, k->permintaan_id, "kartu-diterima",
				  "diserahkan", "selesai", NULL);
	pesan = arena_printf(a, "tiket=%s\njudul=%s", k->kode, k->judul);
	if (e == OK)
		e = pesan_ke_lembaga(db, k->lembaga_id, "selesai", pesan);
	if (e == OK)
		e = pesan_ke_peran(db, "admin", "selesai", pesan);
	return e;
}

enum err serah_terima_diterima(struct db *db, const struct pelaku *p,
			       int64_t proses_id)
{
	struct kerja k = { .p = p, .id = proses_id };

	return db_transaction(db, diterima, &k);
}
