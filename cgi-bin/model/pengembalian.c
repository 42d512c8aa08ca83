/*
 * pengembalian.c - see pengembalian.h: the changes.  Lists and pages are
 * pengembalian-baca.c.
 */
#include "pengembalian.h"
#include "../lib/clock.h"
#include "../lib/text.h"
#include "catat.h"
#include "dokumen.h"
#include "kartu-hidup.h"
#include "kartu.h"
#include "lacak.h"
#include "manifes.h"

#include <stdlib.h>
#include <string.h>

#define GALAT_MAKS 100 /* refused cards that are told of */

/* Many at once: ids, or lines of a list, as one parameter. */
#define DAFTAR_ID "JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"
#define DAFTAR_SERI                                                            \
	"JSON_TABLE(?, '$[*]' COLUMNS (baris INT PATH '$[0]',"                 \
	" seri VARCHAR(40) CHARACTER SET ascii PATH '$[1]')) j"

#define MILIK "k.hidup = 1 AND k.lembaga_id = ?"
SQL(Q_SERI, "SELECT j.baris, k.id FROM " DAFTAR_SERI
	    " STRAIGHT_JOIN kartu k ON k.seri_kartu = j.seri AND " MILIK);
SQL(Q_SAM, "SELECT j.baris, k.id FROM " DAFTAR_SERI
	   " STRAIGHT_JOIN kartu k ON k.sam_id = j.seri AND " MILIK);
SQL(Q_KUNCI_KARTU,
    "SELECT k.id, k.status, k.seri_kartu,"
    " (SELECT COUNT(*) FROM pengembalian_kartu x"
    "  WHERE x.kartu_id = k.id AND x.hidup = 1),"
    " (SELECT COUNT(*) FROM aktivasi_kartu y JOIN aktivasi z"
    "  ON z.id = y.aktivasi_id WHERE y.kartu_id = k.id AND y.hidup = 1"
    "  AND z.status IN ('baru', 'diajukan'))"
    " FROM " DAFTAR_ID " STRAIGHT_JOIN kartu k ON k.id = j.id AND " MILIK
    " ORDER BY k.id FOR UPDATE");
SQL(Q_BUAT,
    "INSERT INTO pengembalian (lembaga_id, alasan, catatan, jumlah, status,"
    " dokumen_id, pengirim_nama, pengirim_jabatan, pembuat_id, dibuat)"
    " VALUES (?, ?, ?, ?, 'disusun', ?, ?, ?, ?, ?)");
SQL(Q_BUAT_KARTU,
    "INSERT INTO pengembalian_kartu (pengembalian_id, kartu_id)"
    " SELECT ?, j.id FROM " DAFTAR_ID);
SQL(Q_KUNCI,
    "SELECT k.status, k.lembaga_id, k.dokumen_id, k.jumlah, d.nomor, l.nama"
    " FROM pengembalian k JOIN lembaga l ON l.id = k.lembaga_id"
    " LEFT JOIN dokumen d ON d.id = k.dokumen_id"
    " WHERE k.id = ? AND (k.lembaga_id = ? OR ?) FOR UPDATE");
SQL(Q_KIRIM, "UPDATE pengembalian SET status = 'dikirim', dikirim = ?,"
	     " resi = ?, pengirim_id = ? WHERE id = ? AND status = 'disusun'");
SQL(Q_TERIMA,
    "UPDATE pengembalian SET status = 'diterima', diterima = ?,"
    " penerima_id = ? WHERE id = ? AND status = 'dikirim'");
SQL(Q_BATAL,
    "UPDATE pengembalian SET status = 'batal', dibatalkan = ?,"
    " pembatal_id = ?, batal_alasan = ? WHERE id = ? AND status = ?");
SQL(Q_LEPAS,
    "UPDATE pengembalian_kartu SET hidup = NULL WHERE pengembalian_id = ?");
SQL(Q_KARTU,
    "SELECT k.id, k.status, k.manifes_id FROM pengembalian_kartu x"
    " STRAIGHT_JOIN kartu k ON k.id = x.kartu_id"
    " WHERE x.pengembalian_id = ? ORDER BY x.kartu_id FOR UPDATE");
SQL(Q_TOKEN, "UPDATE token t JOIN pengembalian_kartu x"
	     " ON x.kartu_id = t.kartu_id SET t.batal = ?"
	     " WHERE x.pengembalian_id = ? AND t.hidup = 1");
SQL(Q_AKTIVASI, "UPDATE aktivasi_kartu a JOIN pengembalian_kartu x"
		" ON x.kartu_id = a.kartu_id SET a.hidup = NULL"
		" WHERE x.pengembalian_id = ? AND a.hidup = 1");
SQL(Q_MUSNAH,
    "INSERT INTO pemusnahan_kartu (kartu_id, seri_kartu, alasan, masuk)"
    " SELECT k.id, k.seri_kartu, 'kembali', ? FROM pengembalian_kartu x"
    " JOIN kartu k ON k.id = x.kartu_id WHERE x.pengembalian_id = ?");

const char *const pengembalian_alasan[] = { "rusak", "tutup", "selesai",
					    "lain", NULL };
const char *const pengembalian_status[] = { "disusun", "dikirim", "diterima",
					    "batal", NULL };

/* A card comes back from wherever it went after its handover. */
static bool boleh_kembali(const char *status)
{
	static const char *const boleh[] = { "diserahkan", "token", "aktif",
					     "ditangguhkan", "nonaktif" };

	for (size_t i = 0; i < sizeof(boleh) / sizeof(*boleh); i++)
		if (strcmp(boleh[i], status) == 0)
			return true;
	return false;
}

/* ---- which cards ---- */

struct pilihan {
	int64_t id;
	int64_t baris; /* of the typed list; 0: chosen by id */
};

struct kerja {
	struct db *db;
	const struct pelaku *p;
	const struct pengembalian_isian *in;
	struct pilihan *pilih;
	size_t n;
	struct pengembalian_galat *galat;
	size_t n_galat;
	struct pengembalian_ketik ketik; /* a line is "" once dealt with */
};

static void tolak(struct kerja *k, const char *kode, int64_t baris,
		  const char *nilai)
{
	if (k->n_galat < GALAT_MAKS)
		k->galat[k->n_galat++] =
		    (struct pengembalian_galat){ kode, baris, nilai };
}

static void tambah_ketik(struct buf *b, int64_t baris, const char *nomor)
{
	buf_printf(b, "%s[%lld,\"%s\"]", b->n > 1 ? "," : "",
		   (long long)baris, nomor);
}

void pengembalian_baca_ketik(struct arena *a, const char *s,
			     struct pengembalian_ketik *out)
{
	struct buf seri = { .a = a }, sam = { .a = a };
	char simpan[SAM_SIMPAN];

	if (s == NULL)
		s = "";
	out->n = 0;
	out->teks = arena_array(a, strlen(s) + 2, sizeof(*out->teks));
	buf_char(&seri, '[');
	buf_char(&sam, '[');
	while (*s != '\0') {
		size_t n = strcspn(s, "\n");
		const char *satu = text_fold(a, arena_strndup(a, s, n));
		const char *rapi = lacak_rapi(a, satu);

		s += s[n] == '\n' ? n + 1 : n;
		out->teks[++out->n] = satu;
		/* What is no serial must not get into JSON as it is. */
		if (*rapi != '\0')
			tambah_ketik(&seri, out->n, rapi);
		if (sam_baca(satu, simpan))
			tambah_ketik(&sam, out->n, simpan);
	}
	buf_char(&seri, ']');
	buf_char(&sam, ']');
	out->seri = seri.p;
	out->sam = sam.p;
}

/* A line that was found as a serial is not meant as a SAM id. */
static enum err cari_baris(struct kerja *k, struct sql *q, const char *json)
{
	struct rows *r;
	enum err e = db_query(k->db, &r, q, json, k->p->lembaga);

	while (e == OK && db_next(r)) {
		int64_t baris = db_int(r, 0);

		if (*k->ketik.teks[baris] == '\0')
			continue;
		k->pilih[k->n++] = (struct pilihan){ db_int(r, 1), baris };
		k->ketik.teks[baris] = "";
	}
	return e;
}

static int banding(const void *x, const void *y)
{
	const struct pilihan *p = x, *q = y;

	return p->id < q->id ? -1 : p->id > q->id;
}

/* All that were chosen, by id, each once. */
static enum err kumpulkan(struct kerja *k)
{
	struct arena *a = db_arena(k->db);
	const struct pengembalian_ketik *t = &k->ketik;
	size_t n = 0;
	enum err e;

	pengembalian_baca_ketik(a, k->in->seri, &k->ketik);
	k->pilih = arena_array(a, k->in->n_kartu + (size_t)t->n + 1,
			       sizeof(*k->pilih));
	k->galat = arena_array(a, GALAT_MAKS, sizeof(*k->galat));
	for (size_t i = 0; i < k->in->n_kartu; i++)
		k->pilih[k->n++] = (struct pilihan){ k->in->kartu[i], 0 };
	e = cari_baris(k, &Q_SERI, t->seri);
	if (e == OK)
		e = cari_baris(k, &Q_SAM, t->sam);
	for (int64_t i = 1; e == OK && i <= t->n; i++)
		if (*t->teks[i] != '\0')
			tolak(k, "kartu-tidak-ada", i, t->teks[i]);
	if (k->n > 1)
		qsort(k->pilih, k->n, sizeof(*k->pilih), banding);
	for (size_t i = 0; i < k->n; i++)
		if (n == 0 || k->pilih[i].id != k->pilih[n - 1].id)
			k->pilih[n++] = k->pilih[i];
	k->n = n;
	return e;
}

static const char *json_id(struct kerja *k)
{
	struct buf b = { .a = db_arena(k->db) };

	buf_char(&b, '[');
	for (size_t i = 0; i < k->n; i++)
		buf_printf(&b, "%s%lld", i > 0 ? "," : "",
			   (long long)k->pilih[i].id);
	buf_char(&b, ']');
	return b.p;
}

/* Lock them and look whether each may go. */
static enum err kunci_kartu(struct kerja *k, const char *json)
{
	struct rows *r;
	size_t i = 0;
	enum err e =
	    db_query(k->db, &r, &Q_KUNCI_KARTU, json, k->p->lembaga);

	while (e == OK && db_next(r)) {
		const char *seri = db_text(r, 2);

		for (; k->pilih[i].id < db_int(r, 0); i++)
			tolak(k, "kartu-tidak-ada", k->pilih[i].baris, NULL);
		if (db_int(r, 3) > 0)
			tolak(k, "kartu-dikembalikan", k->pilih[i].baris, seri);
		else if (!boleh_kembali(db_text(r, 1)))
			tolak(k, "kartu-status", k->pilih[i].baris, seri);
		else if (db_int(r, 4) > 0)
			tolak(k, "kartu-diajukan", k->pilih[i].baris, seri);
		i++;
	}
	for (; e == OK && i < k->n; i++)
		tolak(k, "kartu-tidak-ada", k->pilih[i].baris, NULL);
	return e;
}

/* ---- declaring ---- */

static enum err simpan(struct kerja *k, const char *json, int64_t dokumen_id,
		       int64_t *id)
{
	const struct pengembalian_isian *in = k->in;
	struct db *db = k->db;
	enum err e = db_exec(db, &Q_BUAT, k->p->lembaga, in->alasan,
			     in->catatan, k->n, dokumen_id, in->pengirim_nama,
			     in->pengirim_jabatan, k->p->akun,
			     clock_now(db_arena(db), 0));

	if (e != OK)
		return e;
	*id = db_last_id(db);
	e = db_exec(db, &Q_BUAT_KARTU, *id, json);
	if (e == OK)
		e = audit_catat(db, k->p, "pengembalian-dibuat", "pengembalian",
				*id,
				arena_printf(db_arena(db), "%s; %zu",
					     in->alasan, k->n));
	return e;
}

enum err pengembalian_buat(struct db *db, const struct pelaku *p,
			   const struct pengembalian_isian *in,
			   int64_t *dokumen_id, int64_t *id, size_t *banyak,
			   struct pengembalian_galat **galat, size_t *n_galat)
{
	struct kerja k = { .db = db, .p = p, .in = in };
	const char *json;
	enum err e = kumpulkan(&k);

	*banyak = k.n;
	*galat = k.galat;
	*n_galat = k.n_galat;
	if (e != OK)
		return e;
	if ((k.n == 0 && k.n_galat == 0) || k.n > PENGEMBALIAN_MAKS)
		return ERR_INPUT;
	json = json_id(&k);
	e = kunci_kartu(&k, json);
	*n_galat = k.n_galat;
	if (e == OK && k.n_galat > 0)
		return ERR_INPUT;
	if (e == OK)
		e = dokumen_siapkan_kembali(db, p, p->lembaga, dokumen_id);
	if (e == OK)
		e = simpan(&k, json, *dokumen_id, id);
	return e == OK ? dokumen_perihal_kembali(db, *dokumen_id) : e;
}

/* ---- a return that is there, its row locked ---- */

struct langkah {
	const struct pelaku *p;
	int64_t id;
	const char *teks; /* how it was sent, or the reason */
	/* read */
	const char *status;
	int64_t lembaga_id;
	int64_t dokumen_id;
	int64_t jumlah;
	const char *nomor;
	const char *lembaga;
};

static enum err kunci(struct db *db, struct langkah *k)
{
	const struct pelaku *p = k->p;
	int64_t semua = (p->role & ROLE_DITJEN) != 0;
	int64_t milik = (p->role & ROLE_PEMINTA) != 0 ? p->lembaga : 0;
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KUNCI, k->id, milik, semua);

	if (e != OK)
		return e;
	k->status = db_text(r, 0);
	k->lembaga_id = db_int(r, 1);
	k->dokumen_id = db_int(r, 2);
	k->jumlah = db_int(r, 3);
	k->nomor = db_text(r, 4);
	k->lembaga = text_fold(db_arena(db), db_text(r, 5));
	return OK;
}

static const char *data(struct arena *a, const struct langkah *k,
			const char *nama)
{
	struct buf b = { .a = a };

	buf_printf(&b,
		   "nomor=%s\njumlah=%lld\nlembaga=%s\n"
		   "jalur=/aktivasi/kembali/%lld",
		   k->nomor == NULL ? "" : k->nomor, (long long)k->jumlah,
		   k->lembaga, (long long)k->id);
	if (nama != NULL)
		buf_printf(&b, "\n%s=%s", nama, text_fold(a, k->teks));
	return b.p;
}

static enum err kirim(struct db *db, void *ctx)
{
	struct langkah *k = ctx;
	struct arena *a = db_arena(db);
	enum err e = kunci(db, k);

	if (e == OK)
		e = db_exec(db, &Q_KIRIM, clock_now(a, 0), k->teks, k->p->akun,
			    k->id);
	if (e == OK && db_affected(db) != 1)
		e = ERR_CONFLICT;
	if (e == OK)
		e = audit_catat(db, k->p, "pengembalian-dikirim",
				"pengembalian", k->id, k->teks);
	if (e == OK)
		e = pesan_ke_peran(db, "admin", "pengembalian-dikirim",
				   data(a, k, "resi"));
	return e;
}

enum err pengembalian_kirim(struct db *db, const struct pelaku *p, int64_t id,
			    const char *resi)
{
	struct langkah k = { .p = p, .id = id, .teks = resi };

	return db_transaction(db, kirim, &k);
}

/* Every card: back in our hands, its manifest void, its history told. */
static enum err terima_kartu(struct db *db, const struct langkah *k)
{
	int64_t *id;
	struct rows *r;
	size_t n;
	enum err e = db_query(db, &r, &Q_KARTU, k->id);

	if (e != OK)
		return e;
	n = db_count(r);
	id = arena_array(db_arena(db), n + 1, sizeof(*id));
	for (size_t i = 0; e == OK && db_next(r); i++) {
		const char *dari = db_text(r, 1);

		id[i] = db_int(r, 0);
		e = boleh_kembali(dari) ?
			kartu_ubah(db, id[i], dari, "dikembalikan") :
			ERR_CONFLICT;
		if (e == OK)
			e = kartu_catat(db, k->p, id[i], "kembali", dari,
					"dikembalikan", k->nomor,
					db_int(r, 2));
	}
	if (e == OK)
		e = manifes_cabut_banyak(db, k->p, id, n, "pengembalian");
	return e;
}

static enum err terima(struct db *db, void *ctx)
{
	struct langkah *k = ctx;
	const char *kini = clock_now(db_arena(db), 0);
	enum err e = kunci(db, k);

	if (e == OK)
		e = db_exec(db, &Q_TERIMA, kini, k->p->akun, k->id);
	if (e == OK && db_affected(db) != 1)
		e = ERR_CONFLICT;
	if (e == OK)
		e = terima_kartu(db, k);
	if (e == OK)
		e = db_exec(db, &Q_TOKEN, kini, k->id);
	if (e == OK)
		e = db_exec(db, &Q_AKTIVASI, k->id);
	if (e == OK)
		e = db_exec(db, &Q_MUSNAH, kini, k->id);
	if (e == OK)
		e = audit_catat(db, k->p, "pengembalian-diterima",
				"pengembalian", k->id, k->nomor);
	if (e == OK)
		e = pesan_ke_lembaga(db, k->lembaga_id,
				     "pengembalian-diterima",
				     data(db_arena(db), k, NULL));
	return e;
}

enum err pengembalian_terima(struct db *db, const struct pelaku *p, int64_t id)
{
	struct langkah k = { .p = p, .id = id };

	return p->role == ROLE_ADMIN ? db_transaction(db, terima, &k) :
				       ERR_FORBIDDEN;
}

/* ---- calling it off ---- */

static bool boleh_batal(const struct pelaku *p, const char *status)
{
	return strcmp(status, "disusun") == 0 ?
		   (p->role & (ROLE_PEMINTA | ROLE_ADMIN)) != 0 :
		   strcmp(status, "dikirim") == 0 && p->role == ROLE_ADMIN;
}

bool pengembalian_boleh_batal(const struct pelaku *p,
			      const struct pengembalian *k)
{
	return boleh_batal(p, k->status);
}

static enum err batal(struct db *db, void *ctx)
{
	struct langkah *k = ctx;
	struct arena *a = db_arena(db);
	enum err e = kunci(db, k);

	if (e == OK && !boleh_batal(k->p, k->status))
		e = ERR_CONFLICT;
	if (e == OK)
		e = db_exec(db, &Q_BATAL, clock_now(a, 0), k->p->akun, k->teks,
			    k->id, k->status);
	if (e == OK && db_affected(db) != 1)
		e = ERR_CONFLICT;
	if (e == OK)
		e = db_exec(db, &Q_LEPAS, k->id);
	if (e == OK)
		e = dokumen_cabut_kembali(db, k->p, k->dokumen_id, k->teks);
	if (e == OK)
		e = audit_catat(
		    db, k->p, "pengembalian-batal", "pengembalian", k->id,
		    arena_printf(a, "%s > batal; %s", k->status, k->teks));
	if (e == OK && k->p->role == ROLE_ADMIN)
		e = pesan_ke_lembaga(db, k->lembaga_id, "pengembalian-batal",
				     data(a, k, "alasan"));
	return e;
}

enum err pengembalian_batal(struct db *db, const struct pelaku *p, int64_t id,
			    const char *alasan)
{
	struct langkah k = { .p = p, .id = id, .teks = alasan };

	return db_transaction(db, batal, &k);
}
