/*
 * aktivasi-baca.c - a request for activation as it is: its facts, timeline,
 * what may be done to it, and the tickets a new one can be for (aktivasi.h).
 */
#include "aktivasi.h"
#include "catat.h"
#include "../lib/clock.h"
#include "../lib/text.h"

#include <string.h>

const char *const aktivasi_status[] = { "baru",      "diajukan", "ditarik",
					"disetujui", "ditolak",  NULL };

static const struct {
	const char *aksi;
	unsigned siapa;
	const char *dari;
} aturan[] = {
	{ "ubah", ROLE_PEMINTA, "baru" },
	{ "hapus", ROLE_PEMINTA, "baru" },
	{ "kirim", ROLE_PEMINTA, "baru" },
	{ "tarik", ROLE_PEMINTA, "diajukan" },
	{ "setujui", ROLE_ADMIN, "diajukan" },
	{ "tolak", ROLE_ADMIN, "diajukan" },
	/* Ditjen can make a token void, but never sees one. */
	{ "token", ROLE_PEMINTA, "disetujui" },
	{ "token-ulang", ROLE_PEMINTA | ROLE_ADMIN, "disetujui" },
};

const char *const aktivasi_aksi[] = { "ubah",  "hapus",       "kirim",
				      "tarik", "setujui",     "tolak",
				      "token", "token-ulang", NULL };

bool aktivasi_boleh(const struct pelaku *p, const struct aktivasi *k,
		    const char *aksi)
{
	for (size_t i = 0; i < COUNT(aturan); i++)
		if (strcmp(aturan[i].aksi, aksi) == 0)
			return (aturan[i].siapa & p->role) != 0 &&
			       strcmp(aturan[i].dari, k->status) == 0;
	return false;
}

/* --- reading --- */

#define AMBIL                                                                  \
	"SELECT v.id, v.lembaga_id, v.proses_id, t.permintaan_id, t.tiket,"    \
	" l.nama, l.kode, v.nomor, v.judul, m.fungsi, v.jumlah, v.catatan,"    \
	" v.status, v.alasan, a.nama, d.nama, v.dibuat, v.diajukan,"           \
	" v.diputus, v.versi, s.id, s.nama, s.ukuran"                          \
	" FROM aktivasi v JOIN lembaga l ON l.id = v.lembaga_id"               \
	" JOIN proses t ON t.id = v.proses_id"                                 \
	" JOIN permintaan m ON m.id = t.permintaan_id"                         \
	" JOIN akun a ON a.id = v.pembuat_id"                                  \
	" LEFT JOIN akun d ON d.id = v.diputus_oleh"                           \
	" LEFT JOIN berkas s ON s.id = v.berkas_id WHERE v.id = ?"

SQL(Q_AMBIL_PEMINTA, AMBIL " AND v.lembaga_id = ?");
SQL(Q_AMBIL_DITJEN, AMBIL " AND v.terkirim = 1");
SQL(Q_RIWAYAT, "SELECT r.waktu, a.nama, l.nama, r.kode, r.dari, r.ke,"
	       " r.catatan FROM aktivasi_riwayat r"
	       " LEFT JOIN akun a ON a.id = r.akun_id"
	       " LEFT JOIN lembaga l ON l.id = a.lembaga_id"
	       " WHERE r.aktivasi_id = ? ORDER BY r.id DESC");
SQL(Q_HITUNG_KARTU,
    "SELECT k.status, COUNT(*) FROM aktivasi_kartu r"
    " STRAIGHT_JOIN kartu k ON k.id = r.kartu_id WHERE r.aktivasi_id = ?"
    " GROUP BY k.status ORDER BY k.status");

enum err aktivasi_ambil(struct db *db, const struct pelaku *p, int64_t id,
			struct aktivasi *out)
{
	struct rows *r;
	enum err e = ERR_NOT_FOUND;

	if (p->role & ROLE_PEMINTA)
		e = db_one(db, &r, &Q_AMBIL_PEMINTA, id, p->lembaga);
	else if (p->role & ROLE_DITJEN)
		e = db_one(db, &r, &Q_AMBIL_DITJEN, id);
	if (e != OK)
		return e;
	*out = (struct aktivasi){
		.id = db_int(r, 0),
		.lembaga_id = db_int(r, 1),
		.proses_id = db_int(r, 2),
		.permintaan_id = db_int(r, 3),
		.tiket = db_int(r, 4),
		.lembaga = db_text(r, 5),
		.lembaga_kode = db_text(r, 6),
		.nomor = db_text(r, 7),
		.judul = db_text(r, 8),
		.fungsi = db_text(r, 9),
		.jumlah = db_int(r, 10),
		.catatan = db_text(r, 11),
		.status = db_text(r, 12),
		.alasan = db_text(r, 13),
		.pembuat = db_text(r, 14),
		.pemutus = db_text(r, 15),
		.dibuat = db_text(r, 16),
		.diajukan = db_text(r, 17),
		.diputus = db_text(r, 18),
		.versi = db_int(r, 19),
		.surat = { db_int(r, 20), db_text(r, 21), db_int(r, 22) },
	};
	return OK;
}

enum err aktivasi_riwayat(struct db *db, const struct aktivasi *k,
			  struct peristiwa **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_RIWAYAT, k->id);

	*n = 0;
	if (e == OK)
		*out = peristiwa_baca(db, r, n);
	return e;
}

enum err aktivasi_hitung_kartu(struct db *db, const struct aktivasi *k,
			       struct aktivasi_hitungan **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_HITUNG_KARTU, k->id);

	*n = 0;
	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		(*out)[i] =
		    (struct aktivasi_hitungan){ db_text(r, 0), db_int(r, 1) };
	return OK;
}

/* --- the trace --- */

SQL(Q_CATAT, "INSERT INTO aktivasi_riwayat (aktivasi_id, waktu, akun_id, kode,"
	     " dari, ke, catatan) VALUES (?, ?, ?, ?, ?, ?, ?)");

enum err aktivasi_catat(struct db *db, const struct pelaku *p, int64_t id,
			const char *kode, const char *dari, const char *ke,
			const char *catatan)
{
	struct arena *a = db_arena(db);
	enum err e = db_exec(db, &Q_CATAT, id, clock_now(a, 0), DB_ID(p->akun),
			     kode, dari, ke, catatan);

	if (e != OK)
		return e;
	return audit_catat(db, p, arena_printf(a, "aktivasi-%s", kode),
			   "aktivasi", id, catat_rincian(a, dari, ke, catatan));
}

/* --- tickets --- */

/* From the cards that wait, which are few, not from all tickets. */
SQL(Q_TIKET,
    "SELECT t.id, t.tiket, m.judul, b.sisa FROM (SELECT k.permintaan_id,"
    " COUNT(*) AS sisa FROM kartu k FORCE INDEX (kartu_lembaga_status)"
    " WHERE k.lembaga_id = ? AND k.hidup = 1 AND k.status = 'diserahkan'"
    " AND NOT EXISTS (SELECT 1 FROM aktivasi_kartu r WHERE r.kartu_id = k.id"
    " AND r.hidup = 1) GROUP BY k.permintaan_id) b"
    " STRAIGHT_JOIN proses t ON t.permintaan_id = b.permintaan_id"
    " STRAIGHT_JOIN permintaan m ON m.id = b.permintaan_id"
    " ORDER BY t.tiket DESC LIMIT ?");
SQL(Q_TIKET_SATU,
    "SELECT t.id, t.tiket, m.judul, (SELECT COUNT(*) FROM kartu k"
    " WHERE k.permintaan_id = t.permintaan_id AND k.hidup = 1"
    " AND k.status = 'diserahkan' AND NOT EXISTS (SELECT 1"
    " FROM aktivasi_kartu r WHERE r.kartu_id = k.id AND r.hidup = 1))"
    " FROM proses t JOIN permintaan m ON m.id = t.permintaan_id"
    " WHERE t.id = ? AND t.lembaga_id = ? AND t.status = 'selesai'");

static void isi_tiket(const struct rows *r, struct aktivasi_tiket *t)
{
	*t = (struct aktivasi_tiket){ db_int(r, 0), db_int(r, 1), db_text(r, 2),
				      db_int(r, 3) };
}

enum err aktivasi_tiket(struct db *db, const struct pelaku *p, int64_t juga,
			struct aktivasi_tiket **out, size_t *n)
{
	struct rows *r, *satu;
	bool ada = juga == 0;
	enum err e =
	    db_query(db, &r, &Q_TIKET, p->lembaga, AKTIVASI_TIKET_MAKS);

	*n = 0;
	if (e != OK)
		return e;
	*out = arena_array(db_arena(db), db_count(r) + 1, sizeof(**out));
	for (; db_next(r); (*n)++) {
		isi_tiket(r, &(*out)[*n]);
		ada = ada || (*out)[*n].proses_id == juga;
	}
	if (ada)
		return OK;
	e = db_one(db, &satu, &Q_TIKET_SATU, juga, p->lembaga);
	if (e == OK)
		isi_tiket(satu, &(*out)[(*n)++]);
	return e == ERR_NOT_FOUND ? OK : e;
}
