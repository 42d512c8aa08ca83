/*
 * lacak-jejak.c - see lacak.h: what happened to a card, put together from
 * the tables of every part of its way.
 *
 * Each statement gives the columns of a step in one order: time, part, code,
 * who, number, text, id of what the link leads to, status before and after.
 */
#include "lacak.h"
#include "kartu.h"
#include "proses.h"
#include "../lib/clock.h"

#include <stdlib.h>
#include <string.h>

/* The agreements its manifests name; without one the last of its
   institution that has begun. */
SQL(Q_PERJANJIAN,
    "SELECT j.mulai, 'perjanjian', 'berlaku', NULL, j.nomor, j.judul, j.id,"
    " NULL, NULL FROM perjanjian j WHERE j.id IN (SELECT m.perjanjian_id"
    " FROM manifes m WHERE m.kartu_id = ?)"
    " UNION SELECT * FROM (SELECT j.mulai, 'perjanjian', 'berlaku' AS b,"
    "  NULL AS c, j.nomor, j.judul, j.id, NULL AS d, NULL AS e"
    "  FROM kartu k JOIN perjanjian j ON j.lembaga_id = k.lembaga_id"
    "  WHERE k.id = ? AND k.manifes_id IS NULL"
    "  AND FIND_IN_SET('card-reader', REPLACE(j.metode, ' ', ',')) > 0"
    "  AND j.mulai <= ? ORDER BY j.berakhir DESC LIMIT 1) x");
SQL(Q_PESANAN, "SELECT o.tanggal, 'pesanan', 'pesanan', NULL, o.nomor,"
	       " CONCAT(o.dari, ' > ', o.kepada), k.permintaan_id, NULL, NULL"
	       " FROM kartu k JOIN pesanan o"
	       " ON o.permintaan_id = k.permintaan_id WHERE k.id = ?");
SQL(Q_PERMINTAAN,
    "SELECT r.waktu, 'permintaan', r.kode, a.nama, m.nomor, m.judul, m.id,"
    " NULL, NULL FROM kartu k JOIN permintaan m ON m.id = k.permintaan_id"
    " JOIN permintaan_riwayat r ON r.permintaan_id = m.id"
    " LEFT JOIN akun a ON a.id = r.akun_id WHERE k.id = ?"
    " AND r.kode IN ('diajukan', 'disetujui', 'ditolak', 'ditarik')"
    " UNION ALL SELECT m.dibuat, 'permintaan', 'dibuat', a.nama, m.nomor,"
    " m.judul, m.id, NULL, NULL FROM kartu k"
    " JOIN permintaan m ON m.id = k.permintaan_id"
    " JOIN akun a ON a.id = m.pembuat_id WHERE k.id = ?");
SQL(Q_TIKET, "SELECT p.dibuat, 'tiket', 'tiket-terbit', NULL, p.tiket, NULL,"
	     " p.id, NULL, NULL FROM kartu k JOIN proses p"
	     " ON p.permintaan_id = k.permintaan_id WHERE k.id = ?");
SQL(Q_PERSONAL,
    "SELECT k.dikerjakan, 'personal', IF(k.sam_id IS NULL, 'cacat',"
    " 'personal'), a.nama, k.sam_id, k.keterangan, 0, NULL, NULL"
    " FROM kartu k LEFT JOIN akun a ON a.id = k.dikerjakan_oleh"
    " WHERE k.id = ? AND k.dikerjakan IS NOT NULL"
    " UNION ALL SELECT g.dikerjakan, 'personal', 'pengganti', NULL,"
    " g.seri_kartu, NULL, g.id, NULL, NULL FROM kartu k"
    " JOIN kartu g ON g.id = k.pengganti_id WHERE k.id = ?"
    " AND g.dikerjakan IS NOT NULL");
SQL(Q_BAST, "SELECT d.ditandatangani, 'bast', d.status, a.nama, d.nomor, NULL,"
	    " d.id, NULL, NULL FROM kartu k JOIN proses p"
	    " ON p.permintaan_id = k.permintaan_id"
	    " JOIN dokumen d ON d.proses_id = p.id AND d.jenis = 'bast'"
	    " LEFT JOIN akun a ON a.id = d.penandatangan_id"
	    " WHERE k.id = ? AND d.ditandatangani IS NOT NULL");
SQL(Q_SERAH,
    "SELECT p.diserahkan, 'serah', 'diserahkan', s.wakil_nama, p.tiket, NULL,"
    " p.id, NULL, NULL FROM kartu k JOIN proses p"
    " ON p.permintaan_id = k.permintaan_id"
    " LEFT JOIN serah_terima s ON s.proses_id = p.id"
    " WHERE k.id = ? AND p.diserahkan IS NOT NULL"
    " UNION ALL SELECT p.diterima, 'serah', 'kartu-diterima', NULL, p.tiket,"
    " NULL, p.id, NULL, NULL FROM kartu k JOIN proses p"
    " ON p.permintaan_id = k.permintaan_id"
    " WHERE k.id = ? AND p.diterima IS NOT NULL");
SQL(Q_AKTIVASI,
    "SELECT r.waktu, 'aktivasi', CONCAT('aktivasi-', r.kode), u.nama,"
    " a.nomor, a.judul, a.id, NULL, NULL FROM aktivasi_kartu x"
    " JOIN aktivasi a ON a.id = x.aktivasi_id"
    " JOIN aktivasi_riwayat r ON r.aktivasi_id = a.id"
    " LEFT JOIN akun u ON u.id = r.akun_id WHERE x.kartu_id = ?"
    " AND r.kode IN ('diajukan', 'disetujui', 'ditolak', 'ditarik')");
/* Returning and destroying are steps of their own. */
SQL(Q_RIWAYAT,
    "SELECT r.waktu, CASE WHEN r.kode = 'kembali' THEN 'kembali'"
    " WHEN r.kode LIKE 'musnah%' THEN 'musnah' ELSE 'kartu' END,"
    " CONCAT('kartu-', r.kode), a.nama, m.kode, r.catatan, m.id, r.dari,"
    " r.ke FROM kartu_riwayat r LEFT JOIN akun a ON a.id = r.akun_id"
    " LEFT JOIN manifes m ON m.id = r.manifes_id WHERE r.kartu_id = ?");
SQL(Q_KEMBALI,
    "SELECT b.dibuat, 'kembali', 'kembali-disusun', a.nama, d.nomor,"
    " b.catatan, b.id, NULL, NULL FROM pengembalian_kartu x"
    " JOIN pengembalian b ON b.id = x.pengembalian_id"
    " JOIN akun a ON a.id = b.pembuat_id"
    " LEFT JOIN dokumen d ON d.id = b.dokumen_id WHERE x.kartu_id = ?"
    " UNION ALL SELECT b.dikirim, 'kembali', 'kembali-dikirim', a.nama,"
    " d.nomor, b.resi, b.id, NULL, NULL FROM pengembalian_kartu x"
    " JOIN pengembalian b ON b.id = x.pengembalian_id"
    " LEFT JOIN akun a ON a.id = b.pengirim_id"
    " LEFT JOIN dokumen d ON d.id = b.dokumen_id"
    " WHERE x.kartu_id = ? AND b.dikirim IS NOT NULL"
    " UNION ALL SELECT b.dibatalkan, 'kembali', 'kembali-batal', a.nama,"
    " d.nomor, b.batal_alasan, b.id, NULL, NULL FROM pengembalian_kartu x"
    " JOIN pengembalian b ON b.id = x.pengembalian_id"
    " LEFT JOIN akun a ON a.id = b.pembatal_id"
    " LEFT JOIN dokumen d ON d.id = b.dokumen_id"
    " WHERE x.kartu_id = ? AND b.dibatalkan IS NOT NULL");
SQL(Q_MUSNAH,
    "SELECT m.masuk, 'musnah', 'musnah-daftar', NULL, NULL, NULL,"
    " 0, NULL, NULL FROM pemusnahan_kartu m WHERE m.kartu_id = ?"
    " UNION ALL SELECT d.ditandatangani, 'musnah', 'musnah-berita', a.nama,"
    " d.nomor, NULL, d.id, NULL, NULL FROM pemusnahan_kartu m"
    " JOIN dokumen d ON d.id = m.dokumen_id"
    " LEFT JOIN akun a ON a.id = d.penandatangan_id WHERE m.kartu_id = ?"
    " AND d.ditandatangani IS NOT NULL");

/* The parts, in the order of the chain, how often each names the card, and
   whether it then asks for today. */
static const struct bagian {
	struct sql *q;
	unsigned n;
	bool hari;
} bagian[] = {
	{ &Q_PERJANJIAN, 2, true }, { &Q_PESANAN, 1, false },
	{ &Q_PERMINTAAN, 2, false }, { &Q_TIKET, 1, false },
	{ &Q_PERSONAL, 2, false }, { &Q_BAST, 1, false },
	{ &Q_SERAH, 2, false }, { &Q_AKTIVASI, 1, false },
	{ &Q_RIWAYAT, 1, false }, { &Q_KEMBALI, 3, false },
	{ &Q_MUSNAH, 2, false },
};
#define BAGIAN (sizeof(bagian) / sizeof(*bagian))

static bool ialah(const char *s, const char *apa)
{
	return strcmp(s, apa) == 0;
}

/* Where p may read more of it; id is what the step's statement says. */
static const char *jalur(struct arena *a, const struct pelaku *p,
			 const struct lacak_butir *b, int64_t id)
{
	bool ditjen = (p->role & ROLE_DITJEN) != 0;
	bool aktivasi = ditjen || (p->role & ROLE_PEMINTA) != 0;
	const char *di = NULL;

	if (ialah(b->tahap, "perjanjian"))
		di = aktivasi ? "/aktivasi/perjanjian/" : NULL;
	else if (ialah(b->tahap, "pesanan") || ialah(b->tahap, "permintaan"))
		di = "/permintaan/";
	else if (ialah(b->tahap, "tiket") || ialah(b->tahap, "serah"))
		di = "/proses/";
	else if (ialah(b->tahap, "bast"))
		di = "/dokumen/";
	else if (ialah(b->kode, "pengganti"))
		di = "/aktivasi/lacak/";
	else if (ialah(b->tahap, "aktivasi"))
		di = aktivasi ? "/aktivasi/" : NULL;
	else if (ialah(b->tahap, "kembali") && !ialah(b->kode, "kartu-kembali"))
		di = aktivasi ? "/aktivasi/kembali/" : NULL;
	else if (ialah(b->kode, "musnah-berita"))
		di = ditjen ? "/dokumen/" : NULL;
	else if (b->acuan != NULL && strncmp(b->kode, "kartu-", 6) == 0)
		return arena_printf(a, "/verifikasi/%s", b->acuan);
	return di == NULL || id == 0 ?
		   NULL :
		   arena_printf(a, "%s%lld", di, (long long)id);
}

/* Numbers as they are printed. */
static const char *acuan(struct arena *a, const struct lacak_butir *b,
			 const struct rows *r)
{
	char *s;

	if (ialah(b->tahap, "tiket") || ialah(b->tahap, "serah")) {
		s = arena_alloc(a, TIKET_TEKS);
		tiket_tulis(db_int(r, 4), s);
		return s;
	}
	if (ialah(b->kode, "personal")) {
		s = arena_alloc(a, SAM_TEKS);
		sam_tulis(db_text(r, 4), s);
		return s;
	}
	return db_text(r, 4);
}

static void isi(struct arena *a, const struct pelaku *p, const struct rows *r,
		struct lacak_butir *b)
{
	*b = (struct lacak_butir){
		.waktu = db_text(r, 0),
		.tahap = db_text(r, 1),
		.kode = db_text(r, 2),
		.oleh = db_text(r, 3),
		.teks = db_text(r, 5),
		.dari = db_text(r, 7),
		.ke = db_text(r, 8),
	};
	b->acuan = acuan(a, b, r);
	b->jalur = jalur(a, p, b, db_int(r, 6));
	/* A producer follows its readers, not where they stand. */
	if (p->role == ROLE_PRODUSEN &&
	    (ialah(b->tahap, "kartu") || ialah(b->tahap, "kembali")))
		b->teks = NULL;
}

static int banding(const void *x, const void *y)
{
	const struct lacak_butir *p = x, *q = y;
	int beda = strcmp(p->waktu, q->waktu);

	return beda != 0 ? beda : p->urut < q->urut ? -1 : p->urut > q->urut;
}

enum err lacak_jejak(struct db *db, const struct pelaku *p,
		     const struct lacak_kartu *k, struct lacak_butir **out,
		     size_t *n)
{
	struct arena *a = db_arena(db);
	struct rows *r[BAGIAN];
	size_t banyak = 0, i = 0;

	for (size_t j = 0; j < BAGIAN; j++) {
		struct db_param v[] = {
			db_param_int(k->id), db_param_int(k->id),
			bagian[j].hari ? db_param_text(clock_today(a)) :
					 db_param_int(k->id),
		};
		enum err e = db_query_params(db, &r[j], bagian[j].q, v,
					     bagian[j].n + bagian[j].hari);

		if (e != OK)
			return e;
		banyak += db_count(r[j]);
	}
	*out = arena_array(a, banyak + 1, sizeof(**out));
	for (size_t j = 0; j < BAGIAN; j++)
		while (db_next(r[j])) {
			isi(a, p, r[j], &(*out)[i]);
			(*out)[i].urut = (int64_t)i;
			i++;
		}
	if (banyak > 1)
		qsort(*out, banyak, sizeof(**out), banding);
	*n = banyak;
	return OK;
}
