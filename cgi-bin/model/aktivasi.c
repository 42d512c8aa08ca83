/*
 * aktivasi.c - a request for activation moving from state to state
 * (aktivasi.h).  Reading one is aktivasi-baca.c, its rows aktivasi-baris.c,
 * the list aktivasi-daftar.c.
 */
#include "aktivasi.h"
#include "berkas.h"
#include "catat.h"
#include "token.h"
#include "../lib/clock.h"
#include "../lib/text.h"

#include <string.h>

/*
 * The one conditional UPDATE of every change of state: a request moves only
 * from the state and version that the person saw.
 */
SQL(Q_PINDAH, "UPDATE aktivasi SET status = ?, alasan = ?, versi = versi + 1"
	      " WHERE id = ? AND status = ? AND versi = ?");
SQL(Q_DIAJUKAN, "UPDATE aktivasi SET diajukan = ? WHERE id = ?");
SQL(Q_DIPUTUS, "UPDATE aktivasi SET diputus = ?, diputus_oleh = ?"
	       " WHERE id = ?");
SQL(Q_LEPAS, "UPDATE aktivasi_kartu SET hidup = NULL WHERE aktivasi_id = ?");

struct tindakan {
	const struct pelaku *p;
	int64_t id;
	int64_t versi;
	const char *alasan;
	const struct aktivasi_isian *in;
	bool kirim;
	int64_t kartu_id;
	int64_t hasil;
	struct aktivasi_galat *g;
};

static const char *kini(struct db *db)
{
	return clock_now(db_arena(db), 0);
}

static enum err tolak_isian(struct aktivasi_galat *g, const char *ruas,
			    const char *kode, int64_t nilai)
{
	*g = (struct aktivasi_galat){ ruas, kode, nilai };
	return ERR_INPUT;
}

/* Load it for an action that p may take now. */
static enum err untuk(struct db *db, const struct tindakan *t, const char *aksi,
		      struct aktivasi *k)
{
	enum err e = aktivasi_ambil(db, t->p, t->id, k);

	if (e == OK && (!aktivasi_boleh(t->p, k, aksi) || k->versi != t->versi))
		e = ERR_CONFLICT;
	return e;
}

static enum err pindah(struct db *db, const struct pelaku *p,
		       const struct aktivasi *k, const char *ke,
		       const char *alasan)
{
	enum err e =
	    db_exec(db, &Q_PINDAH, ke, alasan, k->id, k->status, k->versi);

	if (e == OK && db_affected(db) == 0)
		e = ERR_CONFLICT;
	return e == OK ?
		   aktivasi_catat(db, p, k->id, ke, k->status, ke, alasan) :
		   e;
}

/* What the templates of messages get. */
static const char *data_pesan(struct db *db, const struct aktivasi *k,
			      const char *alasan)
{
	struct buf b = { .a = db_arena(db) };

	buf_printf(&b,
		   "nomor=%s\njudul=%s\njumlah=%lld\nlembaga=%s"
		   "\njalur=/aktivasi/%lld",
		   k->nomor, k->judul, (long long)k->jumlah, k->lembaga,
		   (long long)k->id);
	/* A line a value; the whole reason is on the page. */
	if (alasan != NULL && strlen(alasan) <= 500)
		buf_printf(&b, "\nalasan=%s", text_fold(b.a, alasan));
	return b.p;
}

/* --- the institution --- */

/* One after the other, so that two requests never take the same cards. */
SQL(Q_KUNCI_TIKET,
    "SELECT p.permintaan_id FROM proses p WHERE p.id = ? AND p.lembaga_id = ?"
    " FOR UPDATE");
#define BEBAS                                                                  \
	" FROM kartu k WHERE k.permintaan_id = ? AND k.hidup = 1"              \
	" AND k.status = 'diserahkan' AND NOT EXISTS (SELECT 1"                \
	" FROM aktivasi_kartu r WHERE r.kartu_id = k.id AND r.hidup = 1)"
SQL(Q_HITUNG_BEBAS, "SELECT COUNT(*)" BEBAS);
SQL(Q_AMBIL_BEBAS,
    "INSERT INTO aktivasi_kartu (aktivasi_id, urut, kartu_id, seri_mesin)"
    " SELECT ?, ? + ROW_NUMBER() OVER (ORDER BY b.urut), b.id, b.seri_mesin"
    " FROM (SELECT k.id, k.urut, k.seri_mesin" BEBAS
    " ORDER BY k.urut LIMIT ?) b");
SQL(Q_BUANG, "DELETE FROM aktivasi_kartu WHERE aktivasi_id = ? AND urut > ?");
SQL(Q_BUAT, "INSERT INTO aktivasi (lembaga_id, proses_id, nomor, judul, jumlah,"
	    " berkas_id, catatan, status, pembuat_id, dibuat)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, 'baru', ?, ?)");
SQL(Q_UBAH,
    "UPDATE aktivasi SET proses_id = ?, nomor = ?, judul = ?, jumlah = ?,"
    " berkas_id = ?, catatan = ?, versi = versi + 1"
    " WHERE id = ? AND lembaga_id = ? AND status = 'baru' AND versi = ?");
SQL(Q_HAPUS_RIWAYAT, "DELETE FROM aktivasi_riwayat WHERE aktivasi_id = ?");
SQL(Q_HAPUS, "DELETE FROM aktivasi WHERE id = ? AND lembaga_id = ?"
	     " AND status = 'baru' AND versi = ?");
SQL(Q_HAPUS_BERKAS, "DELETE FROM berkas WHERE id = ?");

/* Rows ada + 1 .. jumlah from the free cards of the ticket. */
static enum err ambil_kartu(struct db *db, const struct tindakan *t, int64_t id,
			    int64_t ada)
{
	const struct aktivasi_isian *in = t->in;
	int64_t permintaan, bebas;
	struct rows *r;
	enum err e =
	    db_one(db, &r, &Q_KUNCI_TIKET, in->proses_id, t->p->lembaga);

	if (e == ERR_NOT_FOUND)
		return tolak_isian(t->g, "proses", "tidak-ada", 0);
	if (e != OK)
		return e;
	permintaan = db_int(r, 0);
	e = db_exec(db, &Q_BUANG, id, in->jumlah < ada ? in->jumlah : ada);
	if (e != OK || in->jumlah <= ada)
		return e;
	e = db_one(db, &r, &Q_HITUNG_BEBAS, permintaan);
	if (e != OK)
		return e;
	bebas = db_int(r, 0);
	if (bebas == 0 && ada == 0)
		return tolak_isian(t->g, "proses", "kartu-habis", 0);
	if (bebas < in->jumlah - ada)
		return tolak_isian(t->g, "jumlah", "melebihi-kartu",
				   bebas + ada);
	e = db_exec(db, &Q_AMBIL_BEBAS, id, ada, permintaan, in->jumlah - ada);
	if (e == ERR_CONFLICT ||
	    (e == OK && db_affected(db) != in->jumlah - ada))
		return ERR_RETRY;
	return e;
}

static enum err ajukan(struct db *db, const struct tindakan *t, int64_t id)
{
	struct aktivasi k;
	enum err e = aktivasi_ambil(db, t->p, id, &k);

	if (e == OK && k.surat.id == 0)
		e = tolak_isian(t->g, "berkas", "berkas-wajib", 0);
	if (e == OK)
		e = pindah(db, t->p, &k, "diajukan", NULL);
	if (e == OK)
		e = db_exec(db, &Q_DIAJUKAN, kini(db), id);
	if (e == OK)
		e = pesan_ke_peran(db, "admin", "aktivasi-diajukan",
				   data_pesan(db, &k, NULL));
	return e;
}

static enum err nomor_terpakai(struct db *db, const struct tindakan *t,
			       enum err e)
{
	if (e == ERR_CONFLICT &&
	    strcmp(db_duplicate_key(db), "aktivasi_nomor") == 0)
		return tolak_isian(t->g, "nomor", "sudah-dipakai", 0);
	return e;
}

static enum err buat(struct db *db, void *ctx)
{
	struct tindakan *t = ctx;
	const struct aktivasi_isian *in = t->in;
	int64_t surat = 0, id;
	struct rows *r;
	/* Before anything refers to it: a foreign ticket is no conflict. */
	enum err e =
	    db_one(db, &r, &Q_KUNCI_TIKET, in->proses_id, t->p->lembaga);

	if (e == ERR_NOT_FOUND)
		return tolak_isian(t->g, "proses", "tidak-ada", 0);
	if (e == OK && in->surat != NULL)
		e = berkas_simpan(db, t->p, in->surat, &surat);
	if (e == OK)
		e = db_exec(db, &Q_BUAT, t->p->lembaga, in->proses_id,
			    in->nomor, in->judul, in->jumlah, DB_ID(surat),
			    in->catatan, t->p->akun, kini(db));
	if (e != OK)
		return nomor_terpakai(db, t, e);
	id = db_last_id(db);
	t->hasil = id;
	e = aktivasi_catat(db, t->p, id, "dibuat", NULL, "baru", NULL);
	if (e == OK)
		e = ambil_kartu(db, t, id, 0);
	return e == OK && t->kirim ? ajukan(db, t, id) : e;
}

enum err aktivasi_buat(struct db *db, const struct pelaku *p,
		       const struct aktivasi_isian *in, bool kirim, int64_t *id,
		       struct aktivasi_galat *g)
{
	struct tindakan t = { .p = p, .in = in, .kirim = kirim, .g = g };
	enum err e;

	if (!(p->role & ROLE_PEMINTA))
		return ERR_FORBIDDEN;
	e = db_transaction(db, buat, &t);
	if (e == OK)
		*id = t.hasil;
	return e;
}

static enum err ubah(struct db *db, void *ctx)
{
	struct tindakan *t = ctx;
	const struct aktivasi_isian *in = t->in;
	struct aktivasi k;
	struct rows *r;
	int64_t surat;
	enum err e = untuk(db, t, "ubah", &k);

	if (e != OK)
		return e;
	surat = k.surat.id;
	e = db_one(db, &r, &Q_KUNCI_TIKET, in->proses_id, t->p->lembaga);
	if (e == ERR_NOT_FOUND)
		return tolak_isian(t->g, "proses", "tidak-ada", 0);
	if (e == OK && in->surat != NULL)
		e = berkas_simpan(db, t->p, in->surat, &surat);
	if (e == OK)
		e = db_exec(db, &Q_UBAH, in->proses_id, in->nomor, in->judul,
			    in->jumlah, DB_ID(surat), in->catatan, k.id,
			    t->p->lembaga, t->versi);
	if (e != OK)
		return nomor_terpakai(db, t, e);
	if (db_affected(db) == 0)
		return ERR_CONFLICT;
	if (k.proses_id != in->proses_id)
		e = db_exec(db, &Q_BUANG, k.id, 0);
	if (e == OK)
		e = ambil_kartu(db, t, k.id,
				k.proses_id == in->proses_id ? k.jumlah : 0);
	if (e == OK && surat != k.surat.id && k.surat.id != 0)
		e = db_exec(db, &Q_HAPUS_BERKAS, k.surat.id);
	if (e == OK && !t->kirim)
		e = aktivasi_catat(db, t->p, k.id, "diubah", NULL, NULL, NULL);
	return e == OK && t->kirim ? ajukan(db, t, k.id) : e;
}

enum err aktivasi_ubah(struct db *db, const struct pelaku *p, int64_t id,
		       int64_t versi, const struct aktivasi_isian *in,
		       bool kirim, struct aktivasi_galat *g)
{
	struct tindakan t = { .p = p,
			      .id = id,
			      .versi = versi,
			      .in = in,
			      .kirim = kirim,
			      .g = g };

	return db_transaction(db, ubah, &t);
}

static enum err hapus(struct db *db, void *ctx)
{
	const struct tindakan *t = ctx;
	struct aktivasi k;
	enum err e = untuk(db, t, "hapus", &k);

	if (e == OK)
		e = db_exec(db, &Q_BUANG, k.id, 0);
	if (e == OK)
		e = db_exec(db, &Q_HAPUS_RIWAYAT, k.id);
	if (e == OK)
		e = db_exec(db, &Q_HAPUS, k.id, t->p->lembaga, t->versi);
	if (e == OK && db_affected(db) == 0)
		e = ERR_CONFLICT;
	if (e == OK && k.surat.id != 0)
		e = db_exec(db, &Q_HAPUS_BERKAS, k.surat.id);
	if (e == OK)
		e = audit_catat(db, t->p, "aktivasi-dihapus", "aktivasi", k.id,
				k.nomor);
	return e;
}

enum err aktivasi_hapus(struct db *db, const struct pelaku *p, int64_t id,
			int64_t versi)
{
	struct tindakan t = { .p = p, .id = id, .versi = versi };

	return db_transaction(db, hapus, &t);
}

static enum err kirim(struct db *db, void *ctx)
{
	const struct tindakan *t = ctx;
	struct aktivasi k;
	enum err e = untuk(db, t, "kirim", &k);

	return e == OK ? ajukan(db, t, k.id) : e;
}

enum err aktivasi_kirim(struct db *db, const struct pelaku *p, int64_t id,
			int64_t versi, struct aktivasi_galat *g)
{
	struct tindakan t = { .p = p, .id = id, .versi = versi, .g = g };

	return db_transaction(db, kirim, &t);
}

static enum err tarik(struct db *db, void *ctx)
{
	const struct tindakan *t = ctx;
	struct aktivasi k;
	enum err e = untuk(db, t, "tarik", &k);

	if (e == OK)
		e = pindah(db, t->p, &k, "ditarik", t->alasan);
	if (e == OK)
		e = db_exec(db, &Q_LEPAS, k.id);
	if (e == OK)
		e = pesan_ke_peran(db, "admin", "aktivasi-ditarik",
				   data_pesan(db, &k, t->alasan));
	return e;
}

enum err aktivasi_tarik(struct db *db, const struct pelaku *p, int64_t id,
			int64_t versi, const char *alasan)
{
	struct tindakan t = {
		.p = p, .id = id, .versi = versi, .alasan = alasan
	};

	return db_transaction(db, tarik, &t);
}

/* --- Ditjen --- */

SQL(Q_KARTU_TOKEN,
    "UPDATE kartu k JOIN aktivasi_kartu r ON r.kartu_id = k.id"
    " SET k.status = 'token' WHERE r.aktivasi_id = ? AND r.hidup = 1"
    " AND k.status = 'diserahkan' AND k.hidup = 1");
SQL(Q_KARTU, "SELECT kartu_id FROM aktivasi_kartu WHERE aktivasi_id = ?"
	     " AND hidup = 1 ORDER BY kartu_id");
/* kartu_catat() for all of them at once: a request has up to 100 000. */
SQL(Q_KARTU_RIWAYAT,
    "INSERT INTO kartu_riwayat (kartu_id, waktu, akun_id, kode, dari, ke,"
    " catatan) SELECT kartu_id, ?, ?, 'token', 'diserahkan', 'token', ?"
    " FROM aktivasi_kartu WHERE aktivasi_id = ? AND hidup = 1 ORDER BY urut");
SQL(Q_KARTU_AUDIT,
    "INSERT INTO audit (waktu, akun_id, username, lembaga_id, alamat_ip,"
    " tindakan, objek, objek_id, rincian) SELECT ?, ?, (SELECT username FROM"
    " akun WHERE id = ?), ?, ?, 'kartu-token', 'kartu', kartu_id,"
    " 'diserahkan > token' FROM aktivasi_kartu WHERE aktivasi_id = ?"
    " AND hidup = 1 ORDER BY urut");

static enum err catat_kartu(struct db *db, const struct pelaku *p,
			    const struct aktivasi *k, const char *now)
{
	enum err e =
	    db_exec(db, &Q_KARTU_RIWAYAT, now, DB_ID(p->akun), k->nomor, k->id);

	return e == OK ?
		   db_exec(db, &Q_KARTU_AUDIT, now, DB_ID(p->akun), p->akun,
			   DB_ID(p->lembaga), p->alamat_ip, k->id) :
		   e;
}

static int64_t *baca_id(struct db *db, struct rows *r, size_t *n)
{
	int64_t *id = arena_array(db_arena(db), db_count(r) + 1, sizeof(*id));

	for (*n = 0; db_next(r); (*n)++)
		id[*n] = db_int(r, 0);
	return id;
}

static enum err setujui(struct db *db, void *ctx)
{
	const struct tindakan *t = ctx;
	const char *now = kini(db);
	struct aktivasi k;
	struct rows *r;
	int64_t *id;
	size_t n;
	enum err e = untuk(db, t, "setujui", &k);

	if (e == OK)
		e = pindah(db, t->p, &k, "disetujui", NULL);
	if (e == OK)
		e = db_exec(db, &Q_DIPUTUS, now, t->p->akun, k.id);
	if (e == OK)
		e = db_exec(db, &Q_KARTU_TOKEN, k.id);
	if (e == OK && db_affected(db) != k.jumlah)
		return tolak_isian(t->g, "", "kartu-berubah", 0);
	if (e == OK)
		e = db_query(db, &r, &Q_KARTU, k.id);
	if (e != OK)
		return e;
	id = baca_id(db, r, &n);
	e = token_terbitkan(db, k.id, id, n, now);
	if (e == OK)
		e = catat_kartu(db, t->p, &k, now);
	if (e == OK)
		e = pesan_ke_lembaga(db, k.lembaga_id, "aktivasi-disetujui",
				     data_pesan(db, &k, NULL));
	return e;
}

enum err aktivasi_setujui(struct db *db, const struct pelaku *p, int64_t id,
			  int64_t versi, struct aktivasi_galat *g)
{
	struct tindakan t = { .p = p, .id = id, .versi = versi, .g = g };

	return db_transaction(db, setujui, &t);
}

static enum err tolak(struct db *db, void *ctx)
{
	const struct tindakan *t = ctx;
	struct aktivasi k;
	enum err e = untuk(db, t, "tolak", &k);

	if (e == OK)
		e = pindah(db, t->p, &k, "ditolak", t->alasan);
	if (e == OK)
		e = db_exec(db, &Q_DIPUTUS, kini(db), t->p->akun, k.id);
	if (e == OK)
		e = db_exec(db, &Q_LEPAS, k.id);
	if (e == OK)
		e = pesan_ke_lembaga(db, k.lembaga_id, "aktivasi-ditolak",
				     data_pesan(db, &k, t->alasan));
	return e;
}

enum err aktivasi_tolak(struct db *db, const struct pelaku *p, int64_t id,
			int64_t versi, const char *alasan)
{
	struct tindakan t = {
		.p = p, .id = id, .versi = versi, .alasan = alasan
	};

	return db_transaction(db, tolak, &t);
}

/* --- tokens --- */

/* New tokens are another thing than what was opened. */
SQL(Q_PEMBUKAAN,
    "SELECT r.waktu FROM aktivasi_riwayat r WHERE r.id = ?"
    " AND r.aktivasi_id = ? AND r.akun_id = ? AND r.kode = 'token-dibuka'"
    " AND NOT EXISTS (SELECT 1 FROM aktivasi_riwayat u"
    "  WHERE u.aktivasi_id = r.aktivasi_id AND u.id > r.id"
    "  AND u.kode = 'token-ulang')");
#define MENUNGGU                                                               \
	"SELECT k.id FROM aktivasi_kartu r STRAIGHT_JOIN kartu k"              \
	" ON k.id = r.kartu_id WHERE r.aktivasi_id = ? AND r.hidup = 1"        \
	" AND k.status = 'token'"
SQL(Q_MENUNGGU, MENUNGGU " ORDER BY k.id FOR UPDATE");
SQL(Q_MENUNGGU_SATU, MENUNGGU " AND k.id = ? FOR UPDATE");
SQL(Q_PUNYA, "SELECT 1 FROM aktivasi_kartu WHERE aktivasi_id = ?"
	     " AND kartu_id = ?");
SQL(Q_RIWAYAT_ULANG,
    "INSERT INTO kartu_riwayat (kartu_id, waktu, akun_id, kode, catatan)"
    " SELECT t.kartu_id, ?, ?, 'token', ? FROM token t"
    " WHERE t.aktivasi_id = ? AND t.hidup = 1 AND t.dibuat = ?"
    " AND (? = 0 OR t.kartu_id = ?)");

static enum err buka_token(struct db *db, void *ctx)
{
	struct tindakan *t = ctx;
	struct aktivasi k;
	enum err e = aktivasi_ambil(db, t->p, t->id, &k);

	if (e == OK && !aktivasi_boleh(t->p, &k, "token"))
		e = ERR_CONFLICT;
	if (e == OK)
		e = aktivasi_catat(db, t->p, k.id, "token-dibuka", NULL, NULL,
				   NULL);
	return e;
}

SQL(Q_TERAKHIR, "SELECT MAX(id) FROM aktivasi_riwayat WHERE aktivasi_id = ?"
		" AND akun_id = ? AND kode = 'token-dibuka'");

enum err aktivasi_buka_token(struct db *db, const struct pelaku *p, int64_t id,
			     int64_t *pembukaan)
{
	struct tindakan t = { .p = p, .id = id };
	struct rows *r;
	enum err e = db_transaction(db, buka_token, &t);

	if (e == OK)
		e = db_one(db, &r, &Q_TERAKHIR, id, p->akun);
	if (e == OK)
		*pembukaan = db_int(r, 0);
	return e;
}

enum err aktivasi_terbuka(struct db *db, const struct pelaku *p, int64_t id,
			  int64_t pembukaan)
{
	struct aktivasi k;
	struct rows *r;
	enum err e = aktivasi_ambil(db, p, id, &k);

	if (e == OK && !aktivasi_boleh(p, &k, "token"))
		e = ERR_CONFLICT;
	if (e == OK)
		e = db_one(db, &r, &Q_PEMBUKAAN, pembukaan, id, p->akun);
	if (e == ERR_NOT_FOUND)
		return ERR_GONE;
	if (e == OK &&
	    clock_parse(db_text(r, 0)) + AKTIVASI_BUKA_MENIT * INT64_C(60000) <
		clock_now_ms())
		e = ERR_GONE;
	return e;
}

static enum err token_ulang(struct db *db, void *ctx)
{
	struct tindakan *t = ctx;
	const char *now = kini(db), *catatan;
	struct aktivasi k;
	struct rows *r;
	int64_t *id;
	size_t n;
	enum err e = aktivasi_ambil(db, t->p, t->id, &k);

	if (e == OK && !aktivasi_boleh(t->p, &k, "token-ulang"))
		e = ERR_CONFLICT;
	if (e == OK && t->kartu_id != 0)
		e = db_one(db, &r, &Q_PUNYA, k.id, t->kartu_id);
	if (e == OK)
		e = t->kartu_id != 0 ?
			db_query(db, &r, &Q_MENUNGGU_SATU, k.id, t->kartu_id) :
			db_query(db, &r, &Q_MENUNGGU, k.id);
	if (e != OK)
		return e;
	id = baca_id(db, r, &n);
	if (n == 0)
		return ERR_CONFLICT;
	t->hasil = (int64_t)n;
	catatan = arena_printf(db_arena(db), "%zu kartu", n);
	e = token_terbitkan(db, k.id, id, n, now);
	if (e == OK)
		e = aktivasi_catat(db, t->p, k.id, "token-ulang", NULL, NULL,
				   catatan);
	if (e == OK)
		e = db_exec(db, &Q_RIWAYAT_ULANG, now, DB_ID(t->p->akun),
			    k.nomor, k.id, now, t->kartu_id, t->kartu_id);
	if (e == OK)
		e = pesan_ke_lembaga(db, k.lembaga_id, "token-ulang",
				     data_pesan(db, &k, NULL));
	return e;
}

enum err aktivasi_token_ulang(struct db *db, const struct pelaku *p, int64_t id,
			      int64_t kartu_id, int64_t *banyak)
{
	struct tindakan t = { .p = p, .id = id, .kartu_id = kartu_id };
	enum err e = db_transaction(db, token_ulang, &t);

	if (e == OK)
		*banyak = t.hasil;
	return e;
}
