/*
 * proses.c - see proses.h: states of a ticket, and one ticket read.  The
 * list is proses-daftar.c.
 */
#include "proses.h"
#include "../lib/clock.h"
#include "../lib/form.h"
#include "../lib/log.h"
#include "../lib/text.h"
#include "catat.h"
#include "deret.h"
#include "jadwal.h"
#include "lingkup.h"

#include <stdio.h>
#include <string.h>

#define TIKET_MAKS 99999999

SQL(Q_MINTA,
    "SELECT lembaga_id, produsen_id, jumlah, judul, status,"
    " (SELECT MAX(tanggal) FROM disposisi d WHERE d.permintaan_id = p.id)"
    " FROM permintaan p WHERE id = ? FOR UPDATE");
SQL(Q_BUAT, "INSERT INTO proses (tiket, permintaan_id, lembaga_id, produsen_id,"
	    " jumlah, disposisi, status, dibuat)"
	    " VALUES (?, ?, ?, ?, ?, ?, 'antri', ?)");
SQL(Q_TAKSIRAN,
    "SELECT estimasi_mulai, estimasi_selesai FROM proses WHERE id = ?");
SQL(Q_KUNCI,
    "SELECT p.status, p.permintaan_id, p.lembaga_id, p.produsen_id, p.tiket,"
    " m.judul FROM proses p JOIN permintaan m ON m.id = p.permintaan_id"
    " WHERE p.id = ? FOR UPDATE");
SQL(Q_LENGKAP, "UPDATE proses SET status = 'siap-serah' WHERE id = ?");
SQL(Q_BATAL, "UPDATE proses SET status = 'batal' WHERE id = ?");
SQL(Q_BATAL_MUSNAH,
    "INSERT INTO pemusnahan_kartu (kartu_id, seri_kartu, alasan, masuk)"
    " SELECT id, seri_kartu, IF(status = 'personal', 'batal', status), ?"
    " FROM kartu WHERE permintaan_id = ? AND hidup = 1"
    " AND status IN ('personal', 'gagal')");
SQL(Q_BATAL_KARTU,
    "UPDATE kartu SET hidup = NULL WHERE permintaan_id = ? AND hidup = 1"
    " AND status = 'kosong'");
SQL(Q_AMBIL,
    "SELECT p.id, p.tiket, p.permintaan_id, p.lembaga_id, p.produsen_id,"
    " p.jumlah, p.selesai_kartu, m.berkas_id, m.nomor, m.judul, m.fungsi,"
    " l.nama, r.nama, p.status, p.disposisi, p.paling_awal, p.alasan_pindah,"
    " p.estimasi_mulai, p.estimasi_selesai, m.agenda_tanggal, m.diajukan,"
    " p.dibuat, p.mulai, p.tuntas, p.diserahkan, p.diterima"
    " FROM proses p JOIN permintaan m ON m.id = p.permintaan_id"
    " JOIN lembaga l ON l.id = p.lembaga_id"
    " JOIN lembaga r ON r.id = p.produsen_id"
    " WHERE p.id = ? AND " LINGKUP_SQL);
SQL(Q_RIWAYAT, "SELECT r.waktu, a.nama, l.nama, r.kode, r.dari, r.ke, r.catatan"
	       " FROM permintaan_riwayat r LEFT JOIN akun a ON a.id = r.akun_id"
	       " LEFT JOIN lembaga l ON l.id = a.lembaga_id"
	       " WHERE r.permintaan_id = ? ORDER BY r.id");
SQL(Q_DITANDATANGANI,
    "SELECT MAX(ditandatangani), COUNT(*), SUM(ditandatangani IS NULL) > 0"
    " FROM dokumen WHERE proses_id = ? AND status IN ('draf', 'berlaku')"
    " AND jenis <> 'pemusnahan'");
SQL(Q_DOKUMEN, "SELECT id, jenis, nomor, status, ditandatangani FROM dokumen"
	       " WHERE proses_id = ? ORDER BY id");

void tiket_tulis(int64_t nomor, char out[TIKET_TEKS])
{
	snprintf(out, TIKET_TEKS, "T%08d",
		 nomor < 0 || nomor > TIKET_MAKS ? 0 : (int)nomor);
}

bool tiket_baca(const char *s, int64_t *nomor)
{
	int64_t n;

	if (s == NULL)
		return false;
	if (*s == 'T' || *s == 't')
		s++;
	if (!text_digits(s, 8) || !text_to_int(s, &n) || n < 1)
		return false;
	*nomor = n;
	return true;
}

const char *proses_kelompok(const char *status)
{
	static const char *const peta[][2] = {
		{ "antri", "progress" },      { "produksi", "progress" },
		{ "dokumen", "progress" },    { "tanda-tangan", "progress" },
		{ "siap-serah", "approved" }, { "diserahkan", "approved" },
		{ "selesai", "approved" },    { "batal", "rejected" },
	};

	for (size_t i = 0; i < COUNT(peta); i++)
		if (strcmp(peta[i][0], status) == 0)
			return peta[i][1];
	return NULL;
}

/* ---- states ---- */

/* A ticket that is about to change, its row locked. */
struct tiket {
	int64_t id;
	const char *status;
	int64_t permintaan_id;
	int64_t lembaga_id;
	int64_t produsen_id;
	char kode[TIKET_TEKS];
	const char *judul; /* on one line */
};

static enum err kunci(struct db *db, int64_t id, struct tiket *t)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KUNCI, id);

	if (e != OK)
		return e;
	t->id = id;
	t->status = db_text(r, 0);
	t->permintaan_id = db_int(r, 1);
	t->lembaga_id = db_int(r, 2);
	t->produsen_id = db_int(r, 3);
	tiket_tulis(db_int(r, 4), t->kode);
	t->judul = text_fold(db_arena(db), db_text(r, 5));
	return OK;
}

/* "tiket-terbit" to both sides, with the first estimate. */
static enum err kabarkan_terbit(struct db *db, const struct tiket *t)
{
	struct rows *r;
	const char *data;
	enum err e = db_one(db, &r, &Q_TAKSIRAN, t->id);

	if (e != OK)
		return e;
	data = arena_printf(db_arena(db),
			    "tiket=%s\njudul=%s\nmulai=%s\nselesai=%s", t->kode,
			    t->judul, db_null(r, 0) ? "" : db_text(r, 0),
			    db_null(r, 1) ? "" : db_text(r, 1));
	e = pesan_ke_lembaga(db, t->lembaga_id, "tiket-terbit", data);
	if (e == OK)
		e = pesan_ke_lembaga(db, t->produsen_id, "tiket-terbit", data);
	return e;
}

enum err proses_buat(struct db *db, const struct pelaku *p,
		     int64_t permintaan_id, int64_t *proses_id)
{
	struct arena *a = db_arena(db);
	struct tiket t = { .permintaan_id = permintaan_id };
	int64_t nomor = 0;
	struct rows *r;
	enum err e;

	if (!db_in_transaction(db)) {
		log_error("proses_buat: called outside a transaction");
		return ERR_INTERNAL;
	}
	e = db_one(db, &r, &Q_MINTA, permintaan_id);
	if (e != OK)
		return e;
	if (strcmp(db_text(r, 4), "diterima") != 0 || db_null(r, 5))
		return ERR_CONFLICT;
	t.lembaga_id = db_int(r, 0);
	t.produsen_id = db_int(r, 1);
	t.judul = text_fold(a, db_text(r, 3));
	e = deret_berikut(db, "tiket", 0, &nomor);
	if (e == OK)
		e = db_exec(db, &Q_BUAT, nomor, permintaan_id, t.lembaga_id,
			    t.produsen_id, db_int(r, 2), db_text(r, 5),
			    clock_now(a, 0));
	if (e != OK)
		return e;
	t.id = db_last_id(db);
	tiket_tulis(nomor, t.kode);
	e = riwayat_catat(db, p, permintaan_id, "tiket-terbit", NULL, "antri",
			  t.kode);
	if (e == OK)
		e = jadwal_susun(db, NULL);
	if (e == OK)
		e = kabarkan_terbit(db, &t);
	if (e == OK)
		*proses_id = t.id;
	return e;
}

/* What the two changes below work on. */
struct perubahan {
	const struct pelaku *p;
	int64_t id;
	const char *alasan;
};

static enum err lengkap(struct db *db, void *ctx)
{
	struct perubahan *u = ctx;
	struct tiket t;
	enum err e = kunci(db, u->id, &t);

	if (e != OK)
		return e;
	if (strcmp(t.status, "dokumen") != 0 &&
	    strcmp(t.status, "tanda-tangan") != 0)
		return ERR_CONFLICT;
	e = db_exec(db, &Q_LENGKAP, t.id);
	if (e == OK)
		e = riwayat_catat(db, u->p, t.permintaan_id, "siap-serah",
				  t.status, "siap-serah", NULL);
	if (e == OK)
		e = pesan_ke_lembaga(db, t.produsen_id, "siap-serah",
				     arena_printf(db_arena(db),
						  "tiket=%s\njudul=%s", t.kode,
						  t.judul));
	return e;
}

enum err proses_dokumen_lengkap(struct db *db, const struct pelaku *p,
				int64_t proses_id)
{
	struct perubahan u = { .p = p, .id = proses_id };

	return db_transaction(db, lengkap, &u);
}

static enum err batalkan(struct db *db, void *ctx)
{
	struct perubahan *u = ctx;
	struct arena *a = db_arena(db);
	const char *data;
	struct tiket t;
	enum err e = kunci(db, u->id, &t);

	if (e != OK)
		return e;
	if (strcmp(t.status, "antri") != 0 && strcmp(t.status, "produksi") != 0)
		return ERR_CONFLICT;
	e = db_exec(db, &Q_BATAL, t.id);
	if (e == OK)
		e = db_exec(db, &Q_BATAL_MUSNAH, clock_now(a, 0),
			    t.permintaan_id);
	if (e == OK)
		e = db_exec(db, &Q_BATAL_KARTU, t.permintaan_id);
	if (e == OK)
		e = riwayat_catat(db, u->p, t.permintaan_id, "tiket-dibatalkan",
				  t.status, "batal", u->alasan);
	if (e == OK)
		e = jadwal_susun(db, NULL);
	data = arena_printf(a, "tiket=%s\njudul=%s\nalasan=%s", t.kode, t.judul,
			    text_fold(a, u->alasan));
	if (e == OK)
		e = pesan_ke_lembaga(db, t.lembaga_id, "tiket-dibatalkan",
				     data);
	if (e == OK)
		e = pesan_ke_lembaga(db, t.produsen_id, "tiket-dibatalkan",
				     data);
	return e;
}

enum err proses_batalkan(struct db *db, const struct pelaku *p,
			 int64_t proses_id, const char *alasan)
{
	struct perubahan u = { .p = p, .id = proses_id, .alasan = alasan };

	return db_transaction(db, batalkan, &u);
}

/* ---- reading ---- */

enum err proses_ambil(struct db *db, const struct pelaku *p, int64_t id,
		      struct proses *out)
{
	struct lingkup l = lingkup_dari(p);
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL, id, LINGKUP(l));

	if (e != OK)
		return e;
	*out = (struct proses){
		.id = db_int(r, 0),
		.tiket = db_int(r, 1),
		.permintaan_id = db_int(r, 2),
		.lembaga_id = db_int(r, 3),
		.produsen_id = db_int(r, 4),
		.jumlah = db_int(r, 5),
		.selesai_kartu = db_int(r, 6),
		.berkas_id = db_int(r, 7),
		.nomor = db_text(r, 8),
		.judul = db_text(r, 9),
		.fungsi = db_text(r, 10),
		.lembaga = db_text(r, 11),
		.produsen = db_text(r, 12),
		.status = db_text(r, 13),
		.disposisi = db_text(r, 14),
		.paling_awal = db_text(r, 15),
		.alasan_pindah = db_text(r, 16),
		.estimasi_mulai = db_text(r, 17),
		.estimasi_selesai = db_text(r, 18),
		.agenda_tanggal = db_text(r, 19),
		.diajukan = db_text(r, 20),
		.dibuat = db_text(r, 21),
		.mulai = db_text(r, 22),
		.tuntas = db_text(r, 23),
		.diserahkan = db_text(r, 24),
		.diterima = db_text(r, 25),
	};
	return OK;
}

enum err proses_riwayat(struct db *db, int64_t permintaan_id,
			struct peristiwa **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_RIWAYAT, permintaan_id);

	*n = 0;
	if (e == OK)
		*out = peristiwa_baca(db, r, n);
	return e;
}

enum err proses_ditandatangani(struct db *db, int64_t proses_id,
			       const char **waktu)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_DITANDATANGANI, proses_id);

	if (e == OK)
		*waktu = db_int(r, 1) > 0 && db_int(r, 2) == 0 ? db_text(r, 0) :
								 NULL;
	return e;
}

enum err proses_dokumen(struct db *db, int64_t proses_id,
			struct proses_dokumen **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_DOKUMEN, proses_id);

	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		(*out)[i] = (struct proses_dokumen){
			.id = db_int(r, 0),
			.jenis = db_text(r, 1),
			.nomor = db_text(r, 2),
			.status = db_text(r, 3),
			.ditandatangani = db_text(r, 4),
		};
	return OK;
}
