/*
 * dokumen.c - see dokumen.h: drafts, putting them to an official, revoking
 * and replacing.  The signature is dokumen-terbit.c, reading is
 * dokumen-baca.c, what is printed is dokumen-isi.c.
 */
#include "dokumen.h"
#include "../lib/clock.h"
#include "../lib/form.h"
#include "../lib/log.h"
#include "../lib/text.h"
#include "catat.h"
#include "kartu-hidup.h"
#include "proses.h"

#include <string.h>

#define SAKSI_MIN    2
#define PERIHAL_MAKS 200

SQL(Q_TIKET, "SELECT 1 FROM proses WHERE id = ? FOR UPDATE");
SQL(Q_KONSEP,
    "INSERT INTO dokumen (jenis, proses_id, lembaga_id, produsen_id, perihal,"
    " status, dibuat)"
    " SELECT ?, p.id, p.lembaga_id, p.produsen_id, m.judul, 'draf', ?"
    " FROM proses p JOIN permintaan m ON m.id = p.permintaan_id"
    " WHERE p.id = ? AND NOT EXISTS (SELECT 1 FROM dokumen d"
    "  WHERE d.proses_id = p.id AND d.jenis = ?"
    "  AND d.status IN ('draf', 'berlaku'))");
SQL(Q_LEPAS_PEJABAT, "UPDATE dokumen SET penandatangan_id = NULL"
		     " WHERE proses_id = ? AND status = 'draf'");
SQL(Q_KABAR, "SELECT p.tiket, m.judul FROM proses p"
	     " JOIN permintaan m ON m.id = p.permintaan_id WHERE p.id = ?");
SQL(Q_MUSNAH, "INSERT INTO dokumen (jenis, perihal, status, dibuat)"
	      " VALUES ('pemusnahan', '', 'draf', ?)");
SQL(Q_MUSNAH_KARTU, "UPDATE pemusnahan_kartu SET dokumen_id = ?"
		    " WHERE kartu_id = ? AND dokumen_id IS NULL");
SQL(Q_MUSNAH_SAKSI, "INSERT INTO pemusnahan_saksi (dokumen_id, urut, nama,"
		    " jabatan) VALUES (?, ?, ?, ?)");
SQL(Q_MUSNAH_TIKET, "SELECT DISTINCT p.tiket FROM pemusnahan_kartu m"
		    " JOIN kartu k ON k.id = m.kartu_id"
		    " JOIN proses p ON p.permintaan_id = k.permintaan_id"
		    " WHERE m.dokumen_id = ? ORDER BY p.tiket");
SQL(Q_PERIHAL, "UPDATE dokumen SET perihal = ? WHERE id = ?");
SQL(Q_KEMBALI, "INSERT INTO dokumen (jenis, lembaga_id, perihal, status,"
	       " dibuat) VALUES ('bast-kembali', ?, '', 'draf', ?)");
SQL(Q_KEMBALI_TIKET, "SELECT DISTINCT p.tiket FROM pengembalian b"
		     " JOIN pengembalian_kartu m ON m.pengembalian_id = b.id"
		     " JOIN kartu k ON k.id = m.kartu_id"
		     " JOIN proses p ON p.permintaan_id = k.permintaan_id"
		     " WHERE b.dokumen_id = ? ORDER BY p.tiket");
/* What its protocol ended, with the status each card had before. */
SQL(Q_MUSNAH_MUNDUR,
    "SELECT k.id, (SELECT r.dari FROM kartu_riwayat r"
    " WHERE r.kartu_id = k.id AND r.kode = 'musnah' AND r.dari IS NOT NULL"
    " ORDER BY r.id DESC LIMIT 1) FROM pemusnahan_kartu m"
    " STRAIGHT_JOIN kartu k ON k.id = m.kartu_id"
    " WHERE m.dokumen_id = ? AND k.status = 'dimusnahkan' ORDER BY k.id"
    " FOR UPDATE");
SQL(Q_MUSNAH_LEPAS,
    "UPDATE pemusnahan_kartu SET dokumen_id = NULL WHERE dokumen_id = ?");
SQL(Q_MUSNAH_PINDAH,
    "UPDATE pemusnahan_kartu SET dokumen_id = ? WHERE dokumen_id = ?");
SQL(Q_SAKSI_SALIN,
    "INSERT INTO pemusnahan_saksi (dokumen_id, urut, nama, jabatan)"
    " SELECT ?, urut, nama, jabatan FROM pemusnahan_saksi"
    " WHERE dokumen_id = ?");
SQL(Q_KUNCI,
    "SELECT d.jenis, d.status, d.penandatangan_id, d.nomor, d.pengganti_id,"
    " d.perihal, d.proses_id, p.status, p.permintaan_id, p.lembaga_id,"
    " p.produsen_id, p.tiket"
    " FROM dokumen d LEFT JOIN proses p ON p.id = d.proses_id"
    " WHERE d.id = ? FOR UPDATE");
SQL(Q_PEJABAT, "SELECT nama FROM akun WHERE id = ? AND peran = 'pejabat'"
	       " AND status = 'aktif' LOCK IN SHARE MODE");
SQL(Q_DRAF_TIKET, "SELECT id FROM dokumen WHERE proses_id = ?"
		  " AND status = 'draf' ORDER BY id FOR UPDATE");
SQL(Q_AJUKAN, "UPDATE dokumen SET penandatangan_id = ?"
	      " WHERE id = ? AND status = 'draf'");
SQL(Q_PROSES_STATUS,
    "UPDATE proses SET status = ? WHERE id = ? AND status = ?");
SQL(Q_AKHIRI, "UPDATE dokumen SET status = ?, dicabut = COALESCE(dicabut, ?),"
	      " alasan = ?, pengganti_id = ? WHERE id = ?");
SQL(Q_SALIN,
    "INSERT INTO dokumen (jenis, proses_id, lembaga_id, produsen_id, perihal,"
    " status, dibuat) SELECT jenis, proses_id, lembaga_id, produsen_id,"
    " perihal, 'draf', ? FROM dokumen WHERE id = ?");

const char *const dokumen_jenis[] = { "bast", "surat-balasan", "surat-selesai",
				      "pemusnahan", "bast-kembali", NULL };
const char *const dokumen_status[] = { "draf", "berlaku", "dicabut", "diganti",
				       NULL };

/* ---- drafts ---- */

struct siap {
	const struct pelaku *p;
	int64_t proses_id;
};

static enum err konsep(struct db *db, const struct siap *s, const char *jenis,
		       int64_t *baru)
{
	enum err e = db_exec(db, &Q_KONSEP, jenis, clock_now(db_arena(db), 0),
			     s->proses_id, jenis);

	if (e != OK || db_affected(db) == 0)
		return e;
	(*baru)++;
	return audit_catat(db, s->p, "dokumen-disiapkan", "dokumen",
			   db_last_id(db), jenis);
}

static enum err siapkan(struct db *db, void *ctx)
{
	const struct siap *s = ctx;
	char kode[TIKET_TEKS];
	int64_t baru = 0;
	struct rows *r;
	enum err e = db_one(db, &r, &Q_TIKET, s->proses_id);

	if (e == OK)
		e = db_exec(db, &Q_LEPAS_PEJABAT, s->proses_id);
	for (size_t i = 0; e == OK && i < 3; i++)
		e = konsep(db, s, dokumen_jenis[i], &baru);
	if (e == OK)
		e = db_one(db, &r, &Q_KABAR, s->proses_id);
	if (e != OK || baru == 0)
		return e;
	tiket_tulis(db_int(r, 0), kode);
	return pesan_ke_peran(
	    db, "admin", "dokumen-siap",
	    arena_printf(db_arena(db), "tiket=%s\njudul=%s", kode,
			 text_fold(db_arena(db), db_text(r, 1))));
}

enum err dokumen_siapkan(struct db *db, const struct pelaku *p,
			 int64_t proses_id)
{
	struct siap s = { p, proses_id };

	return db_transaction(db, siapkan, &s);
}

/* The tickets of a document's cards (tiket lists them), as its subject. */
static enum err tulis_perihal(struct db *db, struct sql *tiket, int64_t id)
{
	struct buf b = { .a = db_arena(db) };
	struct rows *r;
	enum err e = db_query(db, &r, tiket, id);

	while (e == OK && db_next(r)) {
		char kode[TIKET_TEKS];

		if (b.n + TIKET_TEKS + 6 > PERIHAL_MAKS) {
			buf_text(&b, ", \xE2\x80\xA6");
			break;
		}
		tiket_tulis(db_int(r, 0), kode);
		buf_printf(&b, "%s%s", b.n > 0 ? ", " : "", kode);
	}
	return e == OK ?
		   db_exec(db, &Q_PERIHAL, b.n > 0 ? b.p : "", id) :
		   e;
}

enum err dokumen_siapkan_kembali(struct db *db, const struct pelaku *p,
				 int64_t lembaga_id, int64_t *id)
{
	enum err e = db_exec(db, &Q_KEMBALI, lembaga_id,
			     clock_now(db_arena(db), 0));

	if (e != OK)
		return e;
	*id = db_last_id(db);
	return audit_catat(db, p, "dokumen-disiapkan", "dokumen", *id,
			   "bast-kembali");
}

enum err dokumen_perihal_kembali(struct db *db, int64_t id)
{
	return tulis_perihal(db, &Q_KEMBALI_TIKET, id);
}

struct musnah {
	const struct pelaku *p;
	const int64_t *kartu;
	size_t n;
	const struct saksi *saksi;
	size_t n_saksi;
	int64_t id;
};

static enum err pemusnahan(struct db *db, void *ctx)
{
	struct musnah *m = ctx;
	enum err e = db_exec(db, &Q_MUSNAH, clock_now(db_arena(db), 0));

	if (e != OK)
		return e;
	m->id = db_last_id(db);
	for (size_t i = 0; e == OK && i < m->n; i++) {
		e = db_exec(db, &Q_MUSNAH_KARTU, m->id, m->kartu[i]);
		if (e == OK && db_affected(db) != 1)
			e = ERR_CONFLICT;
	}
	for (size_t i = 0; e == OK && i < m->n_saksi; i++)
		e = db_exec(db, &Q_MUSNAH_SAKSI, m->id, i + 1, m->saksi[i].nama,
			    m->saksi[i].jabatan);
	if (e == OK)
		e = tulis_perihal(db, &Q_MUSNAH_TIKET, m->id);
	if (e == OK)
		e = audit_catat(db, m->p, "dokumen-disiapkan", "dokumen", m->id,
				"pemusnahan");
	return e;
}

enum err dokumen_pemusnahan(struct db *db, const struct pelaku *p,
			    const int64_t *kartu_ids, size_t n,
			    const struct saksi *saksi, size_t n_saksi,
			    int64_t *dokumen_id)
{
	struct musnah m = { p, kartu_ids, n, saksi, n_saksi, 0 };
	enum err e;

	if (n == 0 || n_saksi < SAKSI_MIN) {
		log_error("dokumen_pemusnahan: %zu cards, %zu witnesses", n,
			  n_saksi);
		return ERR_INTERNAL;
	}
	e = db_transaction(db, pemusnahan, &m);
	if (e == OK)
		*dokumen_id = m.id;
	return e;
}

/* ---- a document that is about to change, its row and ticket locked ---- */

struct kerja {
	const struct pelaku *p;
	int64_t id;
	const char *alasan;
	int64_t pejabat_id;
	bool semua;
	int64_t baru;
	/* read */
	const char *jenis;
	const char *status;
	int64_t penandatangan_id;
	const char *nomor;
	int64_t pengganti_id;
	const char *perihal;
	int64_t proses_id;
	const char *status_proses;
	int64_t permintaan_id;
	int64_t lembaga_id;
	int64_t produsen_id;
	char tiket[TIKET_TEKS];
};

static enum err kunci(struct db *db, struct kerja *k)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KUNCI, k->id);

	if (e != OK)
		return e;
	k->jenis = db_text(r, 0);
	k->status = db_text(r, 1);
	k->penandatangan_id = db_int(r, 2);
	k->nomor = db_text(r, 3);
	k->pengganti_id = db_int(r, 4);
	k->perihal = text_fold(db_arena(db), db_text(r, 5));
	k->proses_id = db_int(r, 6);
	k->status_proses = db_text(r, 7);
	k->permintaan_id = db_int(r, 8);
	k->lembaga_id = db_int(r, 9);
	k->produsen_id = db_int(r, 10);
	k->tiket[0] = '\0';
	if (k->proses_id != 0)
		tiket_tulis(db_int(r, 11), k->tiket);
	return OK;
}

static bool salah_satu(const char *s, const char *const *pilihan)
{
	for (; *pilihan != NULL; pilihan++)
		if (strcmp(*pilihan, s) == 0)
			return true;
	return false;
}

static const char *data(struct arena *a, const struct kerja *k)
{
	struct buf b = { .a = a };

	buf_printf(&b, "jenis=%s\nperihal=%s\njalur=/dokumen/%lld", k->jenis,
		   k->perihal, (long long)k->id);
	if (k->tiket[0] != '\0')
		buf_printf(&b, "\ntiket=%s", k->tiket);
	if (k->nomor != NULL)
		buf_printf(&b, "\nnomor=%s", k->nomor);
	if (k->alasan != NULL)
		buf_printf(&b, "\nalasan=%s", text_fold(a, k->alasan));
	return b.p;
}

/* ---- to an official ---- */

static enum err tetapkan(struct db *db, const struct kerja *k, int64_t id,
			 const char *nama)
{
	enum err e = db_exec(db, &Q_AJUKAN, k->pejabat_id, id);

	return e == OK ? audit_catat(db, k->p, "dokumen-diajukan", "dokumen",
				     id, nama) :
			 e;
}

static enum err tetapkan_semua(struct db *db, const struct kerja *k,
			       const char *nama)
{
	struct rows *r;
	enum err e;

	if (!k->semua || k->proses_id == 0)
		return tetapkan(db, k, k->id, nama);
	e = db_query(db, &r, &Q_DRAF_TIKET, k->proses_id);
	while (e == OK && db_next(r))
		e = tetapkan(db, k, db_int(r, 0), nama);
	return e;
}

static enum err ajukan(struct db *db, void *ctx)
{
	static const char *const boleh[] = { "dokumen", "tanda-tangan",
					     "diserahkan", "selesai", NULL };
	struct kerja *k = ctx;
	bool maju;
	const char *nama;
	struct rows *r;
	enum err e = kunci(db, k);

	if (e != OK)
		return e;
	if (strcmp(k->status, "draf") != 0 ||
	    (k->proses_id != 0 && !salah_satu(k->status_proses, boleh)))
		return ERR_CONFLICT;
	e = db_one(db, &r, &Q_PEJABAT, k->pejabat_id);
	if (e != OK)
		return e == ERR_NOT_FOUND ? ERR_INPUT : e;
	nama = db_text(r, 0);
	e = tetapkan_semua(db, k, nama);
	maju = k->proses_id != 0 && strcmp(k->status_proses, "dokumen") == 0;
	if (e == OK && maju)
		e = db_exec(db, &Q_PROSES_STATUS, "tanda-tangan", k->proses_id,
			    "dokumen");
	if (e == OK && k->proses_id != 0)
		e = riwayat_catat(db, k->p, k->permintaan_id,
				  "dokumen-diajukan", maju ? "dokumen" : NULL,
				  maju ? "tanda-tangan" : NULL, nama);
	if (e == OK)
		e = pesan_ke_akun(db, k->pejabat_id, "dokumen-diajukan",
				  data(db_arena(db), k));
	return e;
}

enum err dokumen_ajukan(struct db *db, const struct pelaku *p, int64_t id,
			int64_t pejabat_id, bool semua)
{
	struct kerja k = {
		.p = p, .id = id, .pejabat_id = pejabat_id, .semua = semua
	};

	return db_transaction(db, ajukan, &k);
}

/* ---- the end of a document ---- */

/* Its end in the register, in the case's timeline and for both sides. */
static enum err akhiri(struct db *db, const struct kerja *k, const char *status,
		       const char *tindakan)
{
	struct arena *a = db_arena(db);
	bool mundur =
	    k->proses_id != 0 && strcmp(k->status_proses, "siap-serah") == 0;
	enum err e = db_exec(db, &Q_AKHIRI, status, clock_now(a, 0), k->alasan,
			     DB_ID(k->baru), k->id);

	if (e == OK)
		e = audit_catat(db, k->p, tindakan, "dokumen", k->id,
				arena_printf(a, "%s > %s; %s", k->status,
					     status, k->alasan));
	if (e != OK || k->proses_id == 0)
		return e;
	if (mundur)
		e = db_exec(db, &Q_PROSES_STATUS, "dokumen", k->proses_id,
			    "siap-serah");
	if (e == OK)
		e = riwayat_catat(
		    db, k->p, k->permintaan_id, tindakan,
		    mundur ? "siap-serah" : NULL, mundur ? "dokumen" : NULL,
		    arena_printf(a, "%s: %s", k->nomor, k->alasan));
	if (e == OK)
		e = pesan_ke_lembaga(db, k->lembaga_id, tindakan, data(a, k));
	if (e == OK && k->produsen_id != k->lembaga_id)
		e = pesan_ke_lembaga(db, k->produsen_id, tindakan, data(a, k));
	return e;
}

/* The cards of a protocol that counts no more wait for destruction again. */
static enum err pulihkan_kartu(struct db *db, const struct kerja *k)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_MUSNAH_MUNDUR, k->id);

	while (e == OK && db_next(r)) {
		int64_t id = db_int(r, 0);
		const char *dari = db_text(r, 1);

		if (dari == NULL)
			continue;
		e = kartu_ubah(db, id, "dimusnahkan", dari);
		if (e == OK)
			e = kartu_catat(db, k->p, id, "musnah-batal",
					"dimusnahkan", dari, k->nomor, 0);
	}
	return e;
}

static enum err cabut(struct db *db, void *ctx)
{
	struct kerja *k = ctx;
	enum err e = kunci(db, k);
	bool musnah, konsep_musnah;

	if (e != OK)
		return e;
	musnah = strcmp(k->jenis, "pemusnahan") == 0;
	konsep_musnah = musnah && strcmp(k->status, "draf") == 0;
	if (k->p->role != ROLE_ADMIN &&
	    (konsep_musnah || k->penandatangan_id != k->p->akun))
		return ERR_FORBIDDEN;
	if ((strcmp(k->status, "berlaku") != 0 && !konsep_musnah) ||
	    strcmp(k->jenis, "bast-kembali") == 0)
		return ERR_CONFLICT;
	e = akhiri(db, k, "dicabut", "dokumen-dicabut");
	if (e == OK && musnah)
		e = pulihkan_kartu(db, k);
	if (e == OK && musnah)
		e = db_exec(db, &Q_MUSNAH_LEPAS, k->id);
	return e;
}

enum err dokumen_cabut(struct db *db, const struct pelaku *p, int64_t id,
		       const char *alasan)
{
	struct kerja k = { .p = p, .id = id, .alasan = alasan };

	return db_transaction(db, cabut, &k);
}

enum err dokumen_cabut_kembali(struct db *db, const struct pelaku *p,
			       int64_t id, const char *alasan)
{
	struct kerja k = { .p = p, .id = id, .alasan = alasan };
	enum err e = kunci(db, &k);

	if (e != OK)
		return e;
	if (strcmp(k.jenis, "bast-kembali") != 0 ||
	    strcmp(k.status, "berlaku") != 0)
		return ERR_CONFLICT;
	return akhiri(db, &k, "dicabut", "dokumen-dicabut");
}

static enum err ganti(struct db *db, void *ctx)
{
	struct kerja *k = ctx;
	enum err e = kunci(db, k);
	bool musnah, berlaku;

	if (e != OK)
		return e;
	musnah = strcmp(k->jenis, "pemusnahan") == 0;
	berlaku = strcmp(k->status, "berlaku") == 0;
	/* What was revoked of a protocol waits on the list again. */
	if ((!berlaku && (musnah || strcmp(k->status, "dicabut") != 0 ||
			  k->pengganti_id != 0)) ||
	    strcmp(k->jenis, "bast-kembali") == 0)
		return ERR_CONFLICT;
	e = db_exec(db, &Q_SALIN, clock_now(db_arena(db), 0), k->id);
	if (e != OK)
		return e;
	k->baru = db_last_id(db);
	e = audit_catat(db, k->p, "dokumen-pengganti", "dokumen", k->baru,
			k->nomor);
	if (e == OK && musnah)
		e = pulihkan_kartu(db, k);
	if (e == OK && musnah)
		e = db_exec(db, &Q_MUSNAH_PINDAH, k->baru, k->id);
	if (e == OK && musnah)
		e = db_exec(db, &Q_SAKSI_SALIN, k->baru, k->id);
	if (e == OK)
		e = akhiri(db, k, berlaku ? "diganti" : "dicabut",
			   "dokumen-diganti");
	return e;
}

enum err dokumen_ganti(struct db *db, const struct pelaku *p, int64_t id,
		       const char *alasan, int64_t *baru)
{
	struct kerja k = { .p = p, .id = id, .alasan = alasan };
	enum err e = db_transaction(db, ganti, &k);

	if (e == OK)
		*baru = k.baru;
	return e;
}
