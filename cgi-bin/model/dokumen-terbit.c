/*
 * dokumen-terbit.c - see dokumen.h: what a signature changes in the
 * database.  Drawing and signing the file is dokumen/terbit.c.
 */
#include "dokumen.h"
#include "../lib/clock.h"
#include "../lib/crypto.h"
#include "../lib/log.h"
#include "../lib/text.h"
#include "catat.h"
#include "deret.h"
#include "kartu-hidup.h"
#include "pengaturan.h"
#include "proses.h"

#include <stdlib.h>
#include <string.h>

SQL(Q_KUNCI,
    "SELECT d.jenis, d.status, d.penandatangan_id, d.proses_id, p.status,"
    " p.permintaan_id FROM dokumen d LEFT JOIN proses p ON p.id = d.proses_id"
    " WHERE d.id = ? FOR UPDATE");
SQL(Q_TERBIT,
    "UPDATE dokumen SET status = 'berlaku', tahun = ?, urut = ?, nomor = ?,"
    " tanggal = ?, kode = ?, sha256 = ?, ukuran = ?, ditandatangani = ?"
    " WHERE id = ? AND status = 'draf' AND penandatangan_id <=> ?");
/* What ends here; a damaged card whose place in the ticket waits for another
   one stays what it is. */
SQL(Q_MUSNAH,
    "SELECT k.id, IF(k.status IN ('dikembalikan', 'diganti')"
    " OR m.alasan = 'batal', k.status, NULL) FROM pemusnahan_kartu m"
    " STRAIGHT_JOIN kartu k ON k.id = m.kartu_id WHERE m.dokumen_id = ?"
    " ORDER BY k.id FOR UPDATE");
SQL(Q_LENGKAP, "SELECT COUNT(DISTINCT IF(status = 'berlaku', jenis, NULL)),"
	       " COALESCE(SUM(status = 'draf'), 0)"
	       " FROM dokumen WHERE proses_id = ? FOR UPDATE");
SQL(Q_KABAR,
    "SELECT p.tiket, p.lembaga_id, p.produsen_id, m.judul FROM proses p"
    " JOIN permintaan m ON m.id = p.permintaan_id WHERE p.id = ?");

#define JENIS_TIKET 3 /* documents of a ticket */

static bool tiket_boleh(const char *status)
{
	return strcmp(status, "dokumen") == 0 ||
	       strcmp(status, "tanda-tangan") == 0 ||
	       /* what replaces a document after the handover */
	       strcmp(status, "diserahkan") == 0 ||
	       strcmp(status, "selesai") == 0;
}

const char *dokumen_nomor(struct arena *a, const char *pola, int64_t urut,
			  int64_t tahun)
{
	struct buf b = { .a = a };

	buf_text(&b, "");
	while (*pola != '\0') {
		if (strncmp(pola, "{urut}", 6) == 0) {
			buf_printf(&b, "%lld", (long long)urut);
			pola += 6;
		} else if (strncmp(pola, "{tahun}", 7) == 0) {
			buf_printf(&b, "%lld", (long long)tahun);
			pola += 7;
		} else {
			buf_char(&b, *pola++);
		}
	}
	return b.p;
}

/* "nomor_surat_balasan" for surat-balasan. */
static const char *nama_pola(struct arena *a, const char *jenis)
{
	char *nama = arena_printf(a, "nomor_%s", jenis);

	for (char *c = nama; *c != '\0'; c++)
		if (*c == '-')
			*c = '_';
	return nama;
}

enum err dokumen_kunci_terbit(struct db *db, const struct pelaku *p, int64_t id,
			      struct penerbitan *t)
{
	struct rows *r;
	enum err e;

	if (!db_in_transaction(db)) {
		log_error("dokumen_kunci_terbit: outside a transaction");
		return ERR_INTERNAL;
	}
	e = db_one(db, &r, &Q_KUNCI, id);
	if (e != OK)
		return e;
	*t = (struct penerbitan){
		.id = id,
		.jenis = db_text(r, 0),
		.proses_id = db_int(r, 3),
		.status_proses = db_text(r, 4),
		.permintaan_id = db_int(r, 5),
	};
	if (p->role != ROLE_PEJABAT || db_int(r, 2) != p->akun)
		return ERR_FORBIDDEN;
	if (strcmp(db_text(r, 1), "draf") != 0 ||
	    (t->proses_id != 0 && !tiket_boleh(t->status_proses)))
		return ERR_CONFLICT;
	return OK;
}

enum err dokumen_kunci_segel(struct db *db, int64_t id, struct penerbitan *t)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KUNCI, id);

	if (e != OK)
		return e;
	*t = (struct penerbitan){
		.id = id,
		.jenis = db_text(r, 0),
		.segel = true,
	};
	return strcmp(t->jenis, "bast-kembali") == 0 &&
		       strcmp(db_text(r, 1), "draf") == 0 ?
		   OK :
		   ERR_CONFLICT;
}

enum err dokumen_nomori(struct db *db, struct penerbitan *t)
{
	struct arena *a = db_arena(db);
	enum err e;

	t->tanggal = clock_today(a);
	t->tahun = atoi(t->tanggal);
	t->waktu = clock_now(a, 0);
	t->kode = crypto_random_hex(a, DOKUMEN_KODE_BYTES);
	e = deret_berikut(db, t->jenis, (int)t->tahun, &t->urut);
	if (e != OK)
		return e;
	t->nomor = dokumen_nomor(
	    a, pengaturan_teks(db, nama_pola(a, t->jenis), "{urut}/{tahun}"),
	    t->urut, t->tahun);
	return OK;
}

static enum err kabarkan(struct db *db, const struct penerbitan *t)
{
	struct arena *a = db_arena(db);
	char kode[TIKET_TEKS];
	const char *data;
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KABAR, t->proses_id);

	if (e != OK)
		return e;
	tiket_tulis(db_int(r, 0), kode);
	data = arena_printf(a,
			    "jenis=%s\nnomor=%s\ntiket=%s\njudul=%s\n"
			    "jalur=/dokumen/%lld",
			    t->jenis, t->nomor, kode,
			    text_fold(a, db_text(r, 3)), (long long)t->id);
	e = pesan_ke_lembaga(db, db_int(r, 1), "dokumen-ditandatangani", data);
	if (e == OK && db_int(r, 2) != db_int(r, 1))
		e = pesan_ke_lembaga(db, db_int(r, 2), "dokumen-ditandatangani",
				     data);
	return e;
}

/* Was it the last one of its ticket? */
static enum err lengkapi(struct db *db, const struct pelaku *p,
			 const struct penerbitan *t)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_LENGKAP, t->proses_id);

	if (e != OK || db_int(r, 0) < JENIS_TIKET || db_int(r, 1) > 0 ||
	    (strcmp(t->status_proses, "dokumen") != 0 &&
	     strcmp(t->status_proses, "tanda-tangan") != 0))
		return e;
	return proses_dokumen_lengkap(db, p, t->proses_id);
}

/* The cards of a destruction protocol have come to their end. */
static enum err musnahkan(struct db *db, const struct pelaku *p,
			  const struct penerbitan *t)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_MUSNAH, t->id);

	while (e == OK && db_next(r)) {
		int64_t id = db_int(r, 0);
		const char *dari = db_text(r, 1);

		if (dari != NULL)
			e = kartu_ubah(db, id, dari, "dimusnahkan");
		if (e == OK)
			e = kartu_catat(db, p, id, "musnah", dari,
					dari == NULL ? NULL : "dimusnahkan",
					t->nomor, 0);
	}
	return e;
}

enum err dokumen_selesai_terbit(struct db *db, const struct pelaku *p,
				const struct penerbitan *t)
{
	struct arena *a = db_arena(db);
	enum err e =
	    db_exec(db, &Q_TERBIT, t->tahun, t->urut, t->nomor, t->tanggal,
		    t->kode, t->sha256, t->ukuran, t->waktu, t->id,
		    DB_ID(t->segel ? 0 : p->akun));

	if (e == OK && db_affected(db) != 1)
		e = ERR_CONFLICT;
	if (e == OK)
		e = audit_catat(db, p,
				t->segel ? "dokumen-disegel" :
					   "dokumen-ditandatangani",
				"dokumen", t->id,
				arena_printf(a, "%s; %s", t->nomor, t->sha256));
	if (e == OK && strcmp(t->jenis, "pemusnahan") == 0)
		e = musnahkan(db, p, t);
	if (e != OK || t->proses_id == 0)
		return e;
	e = riwayat_catat(db, p, t->permintaan_id, "dokumen-ditandatangani",
			  NULL, NULL, t->nomor);
	if (e == OK)
		e = kabarkan(db, t);
	return e == OK ? lengkapi(db, p, t) : e;
}
