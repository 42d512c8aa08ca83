/*
 * produksi.c - see produksi.h: entering cards.  Replacing and taking back is
 * produksi-ganti.c; both use produksi-dalam.h.
 */
#include "produksi.h"
#include "../lib/clock.h"
#include "../lib/form.h"
#include "../lib/tabel.h"
#include "../lib/text.h"
#include "catat.h"
#include "dokumen.h"
#include "jadwal.h"
#include "produksi-dalam.h"
#include "seri.h"

#include <stdlib.h>
#include <string.h>

SQL(Q_KUNCI,
    "SELECT p.status, p.permintaan_id, p.lembaga_id, p.produsen_id, p.tiket,"
    " p.jumlah, p.selesai_kartu, m.judul"
    " FROM proses p JOIN permintaan m ON m.id = p.permintaan_id"
    " WHERE p.id = ? FOR UPDATE");
SQL(Q_KARTU,
    "SELECT id, urut, seri_kartu, status, sam_id, pcid FROM kartu"
    " WHERE permintaan_id = ? AND hidup = 1 AND seri_kartu = ? FOR UPDATE");
SQL(Q_SEMUA_KARTU,
    "SELECT id, urut, seri_kartu, status, sam_id, pcid FROM kartu"
    " WHERE permintaan_id = ? AND hidup = 1 FOR UPDATE");
SQL(Q_PERSONAL, "UPDATE kartu SET status = 'personal', sam_id = ?, pcid = ?,"
		" keterangan = ?, dikerjakan = ?, dikerjakan_oleh = ?"
		" WHERE id = ? AND status IN ('kosong', 'gagal')");
SQL(Q_CACAT,
    "UPDATE kartu SET status = ?, keterangan = ?, dikerjakan = ?,"
    " dikerjakan_oleh = ? WHERE id = ? AND status IN ('kosong', 'gagal')");
SQL(Q_MUSNAH,
    "INSERT INTO pemusnahan_kartu (kartu_id, seri_kartu, alasan, masuk)"
    " VALUES (?, ?, ?, ?)");
SQL(Q_PEMILIK_SAM, "SELECT p.tiket, k.urut FROM kartu k"
		   " LEFT JOIN proses p ON p.permintaan_id = k.permintaan_id"
		   " WHERE k.sam_id = ?");
SQL(Q_MAJU, "UPDATE proses SET status = ?, selesai_kartu = ?,"
	    " mulai = COALESCE(mulai, ?), tuntas = ? WHERE id = ?");

const char *const produksi_status[] = { "personal", "gagal", "rusak",
					"terkunci", NULL };

/* ---- the ticket ---- */

enum err produksi_kunci(struct db *db, int64_t id, struct tiket_kerja *t)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KUNCI, id);

	if (e != OK)
		return e;
	*t = (struct tiket_kerja){
		.id = id,
		.status = db_text(r, 0),
		.permintaan_id = db_int(r, 1),
		.lembaga_id = db_int(r, 2),
		.produsen_id = db_int(r, 3),
		.jumlah = db_int(r, 5),
		.selesai = db_int(r, 6),
		.judul = text_fold(db_arena(db), db_text(r, 7)),
	};
	tiket_tulis(db_int(r, 4), t->kode);
	return OK;
}

static bool terbuka(const struct tiket_kerja *t)
{
	return strcmp(t->status, "antri") == 0 ||
	       strcmp(t->status, "produksi") == 0;
}

enum err produksi_kabarkan(struct db *db, const struct tiket_kerja *t,
			   const char *templat)
{
	const char *data =
	    arena_printf(db_arena(db), "tiket=%s\njudul=%s\njumlah=%lld",
			 t->kode, t->judul, (long long)t->jumlah);
	enum err e = pesan_ke_lembaga(db, t->lembaga_id, templat, data);

	return e == OK ? pesan_ke_lembaga(db, t->produsen_id, templat, data) :
			 e;
}

static enum err tuntas(struct db *db, const struct pelaku *p,
		       const struct tiket_kerja *t)
{
	enum err e = riwayat_catat(db, p, t->permintaan_id, "produksi-selesai",
				   "produksi", "dokumen", NULL);

	if (e == OK)
		e = produksi_kabarkan(db, t, "produksi-selesai");
	if (e == OK)
		e = dokumen_siapkan(db, p, t->id);
	return e;
}

/* The ticket after `tambahan` more cards were personalised; berkas (NULL: one
   card by hand) is the timeline's note about a file. */
static enum err maju(struct db *db, const struct pelaku *p,
		     struct tiket_kerja *t, int64_t tambahan,
		     const char *berkas)
{
	const char *kini = clock_now(db_arena(db), 0);
	bool mulai = strcmp(t->status, "antri") == 0;
	bool selesai = t->selesai + tambahan == t->jumlah;
	bool usang = false;
	enum err e;

	t->selesai += tambahan;
	e = db_exec(db, &Q_MAJU, selesai ? "dokumen" : "produksi", t->selesai,
		    kini, selesai ? kini : NULL, t->id);
	if (e == OK && mulai)
		e = riwayat_catat(db, p, t->permintaan_id, "produksi-mulai",
				  "antri", "produksi", NULL);
	if (e == OK && mulai)
		e = produksi_kabarkan(db, t, "produksi-mulai");
	if (e == OK && berkas != NULL)
		e = riwayat_catat(db, p, t->permintaan_id, "produksi-berkas",
				  NULL, NULL, berkas);
	if (e == OK && selesai)
		e = tuntas(db, p, t);
	if (e == OK)
		e = jadwal_usang(db, &usang);
	if (e == OK && (mulai || selesai || usang))
		e = jadwal_susun(db, NULL);
	return e;
}

/* ---- one entry ---- */

/* An entry in its stored form. */
struct bersih {
	const char *seri;
	char sam[SAM_SIMPAN];
	const char *pcid;
	const char *status;
	const char *keterangan; /* NULL: none */
	bool personal;
};

/* A card as it is in the database. */
struct kartu_kini {
	int64_t id;
	int64_t urut;
	const char *seri;
	const char *status;
	const char *sam_id;
	const char *pcid;
};

static enum err tolak(struct kerjaan_galat *g, enum err e, const char *ruas,
		      const char *kode, const char *nilai)
{
	g->ruas = ruas;
	g->kode = kode;
	g->nilai = nilai;
	return e;
}

/* Letters, digits, - _ . / only. */
static bool berbentuk(const char *s)
{
	static const char boleh[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "abcdefghijklmnopqrstuvwxyz"
				    "0123456789-_./";

	return strspn(s, boleh) == strlen(s);
}

/* SAM id and PCID of a card that bears keys. */
static enum err periksa_isi(struct arena *a, const struct kerjaan *k,
			    struct bersih *b, struct kerjaan_galat *g)
{
	const char *sam = text_trim(a, k->sam_id == NULL ? "" : k->sam_id);

	if (*sam == '\0')
		return tolak(g, ERR_INPUT, "sam_id", "wajib", NULL);
	if (!sam_baca(sam, b->sam))
		return tolak(g, ERR_INPUT, "sam_id", "format", sam);
	b->pcid = text_trim(a, k->pcid == NULL ? "" : k->pcid);
	if (*b->pcid == '\0')
		return tolak(g, ERR_INPUT, "pcid", "wajib", NULL);
	if (!berbentuk(b->pcid))
		return tolak(g, ERR_INPUT, "pcid", "format", b->pcid);
	if (strlen(b->pcid) > PRODUKSI_PCID_MAKS)
		return tolak(g, ERR_INPUT, "pcid", "terlalu-panjang", NULL);
	return OK;
}

static enum err bersihkan(struct arena *a, const struct kerjaan *k,
			  struct bersih *b, struct kerjaan_galat *g)
{
	const char *status = text_trim(a, k->status == NULL ? "" : k->status);
	const char *catatan =
	    text_fold(a, k->keterangan == NULL ? "" : k->keterangan);

	*b = (struct bersih){ .seri = seri_rapi(a, k->seri_kartu) };
	if (*b->seri == '\0')
		return tolak(g, ERR_INPUT, "seri_kartu", "wajib", NULL);
	if (*status == '\0')
		status = produksi_status[0];
	for (size_t i = 0; produksi_status[i] != NULL; i++)
		if (strcmp(produksi_status[i], status) == 0)
			b->status = produksi_status[i];
	if (b->status == NULL)
		return tolak(g, ERR_INPUT, "status", "pilihan", status);
	b->personal = b->status == produksi_status[0];
	if (*catatan != '\0')
		b->keterangan = catatan;
	if (text_length(catatan) > PRODUKSI_KETERANGAN_MAKS)
		return tolak(g, ERR_INPUT, "keterangan", "terlalu-panjang",
			     NULL);
	if (b->personal)
		return periksa_isi(a, k, b, g);
	if (b->keterangan == NULL)
		return tolak(g, ERR_INPUT, "keterangan", "wajib", NULL);
	return OK;
}

/* Somebody's card has this SAM id: say whose. */
static enum err sam_dipakai(struct db *db, const struct bersih *b,
			    struct kerjaan_galat *g)
{
	char kode[TIKET_TEKS];
	struct rows *r;
	enum err e = db_one(db, &r, &Q_PEMILIK_SAM, b->sam);

	if (e == ERR_NOT_FOUND)
		return ERR_RETRY; /* it went away between the two */
	if (e != OK)
		return e;
	tiket_tulis(db_int(r, 0), kode);
	return tolak(g, ERR_INPUT, "sam_id", "sam-dipakai",
		     arena_printf(db_arena(db), "%s %lld", kode,
				  (long long)db_int(r, 1)));
}

/* Does the entry only say what is known? */
static bool sama_isi(const struct kartu_kini *k, const struct bersih *b)
{
	if (!b->personal)
		return strcmp(k->status, b->status) == 0;
	return k->sam_id != NULL && k->pcid != NULL &&
	       strcmp(k->sam_id, b->sam) == 0 && strcmp(k->pcid, b->pcid) == 0;
}

/* Give the card what the entry says.  ERR_INPUT, ERR_CONFLICT fill *g. */
static enum err terapkan(struct db *db, const struct pelaku *p,
			 const struct kartu_kini *k, const struct bersih *b,
			 struct kerjaan_galat *g)
{
	const char *kini = clock_now(db_arena(db), 0);
	enum err e;

	if (strcmp(k->status, "kosong") != 0 && strcmp(k->status, "gagal") != 0)
		return strcmp(k->status, "rusak") == 0 ||
			       strcmp(k->status, "terkunci") == 0 ?
			   tolak(g, ERR_CONFLICT, "seri_kartu", "kartu-cacat",
				 k->seri) :
			   tolak(g, ERR_CONFLICT, "seri_kartu", "kartu-sudah",
				 k->sam_id);
	if (b->personal) {
		e = db_exec(db, &Q_PERSONAL, b->sam, b->pcid, b->keterangan,
			    kini, p->akun, k->id);
		if (e == ERR_CONFLICT &&
		    strcmp(db_duplicate_key(db), "kartu_sam_id") == 0)
			return sam_dipakai(db, b, g);
	} else {
		e = db_exec(db, &Q_CACAT, b->status, b->keterangan, kini,
			    p->akun, k->id);
	}
	if (e == OK && db_affected(db) != 1)
		return ERR_RETRY;
	if (e == OK && !b->personal && strcmp(b->status, "gagal") != 0)
		e = db_exec(db, &Q_MUSNAH, k->id, k->seri, b->status, kini);
	return e;
}

static void isi_kartu(const struct rows *r, struct kartu_kini *k)
{
	*k = (struct kartu_kini){
		.id = db_int(r, 0),
		.urut = db_int(r, 1),
		.seri = db_text(r, 2),
		.status = db_text(r, 3),
		.sam_id = db_text(r, 4),
		.pcid = db_text(r, 5),
	};
}

struct catat {
	const struct pelaku *p;
	int64_t id;
	const struct kerjaan *k;
	struct kerjaan_galat *g;
};

static enum err catat(struct db *db, void *ctx)
{
	struct catat *c = ctx;
	struct arena *a = db_arena(db);
	struct tiket_kerja t;
	struct kartu_kini k;
	struct bersih b;
	struct rows *r;
	enum err e = produksi_kunci(db, c->id, &t);

	if (e != OK)
		return e;
	if (!terbuka(&t))
		return tolak(c->g, ERR_CONFLICT, "", "tiket-status", NULL);
	e = bersihkan(a, c->k, &b, c->g);
	if (e != OK)
		return e;
	e = db_one(db, &r, &Q_KARTU, t.permintaan_id, b.seri);
	if (e == ERR_NOT_FOUND)
		return tolak(c->g, ERR_INPUT, "seri_kartu", "kartu-tidak-ada",
			     b.seri);
	if (e != OK)
		return e;
	isi_kartu(r, &k);
	e = terapkan(db, c->p, &k, &b, c->g);
	if (e == OK)
		e = audit_catat(db, c->p, "kartu-dikerjakan", "kartu", k.id,
				arena_printf(a, "%s %lld; %s > %s", t.kode,
					     (long long)k.urut, k.status,
					     b.status));
	return e == OK ? maju(db, c->p, &t, b.personal, NULL) : e;
}

enum err produksi_catat(struct db *db, const struct pelaku *p,
			int64_t proses_id, const struct kerjaan *k,
			struct kerjaan_galat *galat)
{
	struct catat c = { .p = p, .id = proses_id, .k = k, .g = galat };

	*galat = (struct kerjaan_galat){ 0 };
	return db_transaction(db, catat, &c);
}

/* ---- a file ---- */

struct baris_berkas {
	size_t nomor;
	struct kerjaan k;
	const char *angka; /* field that a spreadsheet rounded; NULL: none */
};

struct impor {
	const struct pelaku *p;
	int64_t id;
	bool sebagian;
	struct arena *a;
	struct baris_berkas *baris;
	size_t n, cap;
	bool lewat_judul;
	struct produksi_hasil *hasil;
};

static enum err ambil_baris(void *ctx, const struct baris *b)
{
	static const char *const ruas[] = { "seri_kartu", "sam_id", "pcid" };
	struct impor *m = ctx;
	struct baris_berkas *r;

	if (!m->lewat_judul) {
		m->lewat_judul = true;
		if (strpbrk(baris_sel(b, 0), "0123456789") == NULL)
			return OK;
	}
	m->baris = arena_grow(m->a, m->baris, m->n, &m->cap, sizeof(*m->baris));
	r = &m->baris[m->n++];
	r->nomor = b->nomor;
	r->k = (struct kerjaan){
		.seri_kartu = arena_strdup(m->a, baris_sel(b, 0)),
		.sam_id = arena_strdup(m->a, baris_sel(b, 1)),
		.pcid = arena_strdup(m->a, baris_sel(b, 2)),
		.status = arena_strdup(m->a, baris_sel(b, 3)),
		.keterangan = arena_strdup(m->a, baris_sel(b, 4)),
	};
	for (size_t i = 0; i < COUNT(ruas); i++)
		if (baris_terpotong(b, i))
			r->angka = ruas[i];
	return OK;
}

static int banding_seri(const void *x, const void *y)
{
	return strcmp(((const struct kartu_kini *)x)->seri,
		      ((const struct kartu_kini *)y)->seri);
}

static enum err semua_kartu(struct db *db, int64_t permintaan_id,
			    struct kartu_kini **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_SEMUA_KARTU, permintaan_id);

	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		isi_kartu(r, &(*out)[i]);
	qsort(*out, *n, sizeof(**out), banding_seri);
	return OK;
}

/* One row: entered, known already, or refused with *g.  A refusal is OK here
   and counted by the caller; other errors end the import. */
static enum err satu_baris(struct db *db, struct impor *m,
			   const struct baris_berkas *r,
			   struct kartu_kini *kartu, size_t n, int64_t *baru,
			   struct kerjaan_galat *g)
{
	struct kartu_kini cari, *k;
	struct bersih b;
	enum err e;

	if (r->angka != NULL)
		return tolak(g, ERR_INPUT, r->angka, "angka-bulat", NULL);
	e = bersihkan(m->a, &r->k, &b, g);
	if (e != OK)
		return e;
	cari.seri = b.seri;
	k = bsearch(&cari, kartu, n, sizeof(*kartu), banding_seri);
	if (k == NULL)
		return tolak(g, ERR_INPUT, "seri_kartu", "kartu-tidak-ada",
			     b.seri);
	if (sama_isi(k, &b)) {
		m->hasil->sama++;
		return OK;
	}
	e = terapkan(db, m->p, k, &b, g);
	if (e != OK)
		return e;
	k->status = b.status;
	if (b.personal) {
		k->sam_id = arena_strdup(m->a, b.sam);
		k->pcid = b.pcid;
		(*baru)++;
	}
	m->hasil->dicatat++;
	return OK;
}

static enum err semua_baris(struct db *db, struct impor *m,
			    const struct tiket_kerja *t, int64_t *baru)
{
	struct produksi_hasil *h = m->hasil;
	struct kartu_kini *kartu;
	size_t n, cap = 0;
	enum err e = semua_kartu(db, t->permintaan_id, &kartu, &n);

	for (size_t i = 0; e == OK && i < m->n; i++) {
		struct kerjaan_galat g = { .baris = m->baris[i].nomor };

		e = satu_baris(db, m, &m->baris[i], kartu, n, baru, &g);
		if (g.kode == NULL)
			continue;
		h->galat =
		    arena_grow(m->a, h->galat, h->n_galat, &cap, sizeof(*h->galat));
		h->galat[h->n_galat++] = g;
		e = OK;
	}
	return e;
}

static enum err impor(struct db *db, void *ctx)
{
	struct impor *m = ctx;
	struct tiket_kerja t;
	int64_t baru = 0;
	enum err e = produksi_kunci(db, m->id, &t);

	*m->hasil = (struct produksi_hasil){ 0 };
	if (e == OK && !terbuka(&t))
		e = ERR_CONFLICT;
	if (e == OK)
		e = semua_baris(db, m, &t, &baru);
	if (e != OK)
		return e;
	if (m->hasil->n_galat > 0 && !m->sebagian)
		return ERR_INPUT;
	if (m->hasil->dicatat == 0)
		return OK;
	return maju(db, m->p, &t, baru,
		    arena_printf(m->a, "%zu", m->hasil->dicatat));
}

enum err produksi_impor(struct db *db, const struct pelaku *p,
			int64_t proses_id, int fd, bool sebagian,
			struct produksi_hasil *hasil,
			struct tabel_galat *berkas)
{
	struct impor m = { .p = p,
			   .id = proses_id,
			   .sebagian = sebagian,
			   .a = db_arena(db),
			   .hasil = hasil };
	enum err e;

	*hasil = (struct produksi_hasil){ 0 };
	*berkas = (struct tabel_galat){ 0 };
	e = tabel_baca(m.a, fd, TABEL_OTOMATIS, &tabel_batas_umum, ambil_baris,
		       &m, berkas);
	return e == OK ? db_transaction(db, impor, &m) : e;
}
