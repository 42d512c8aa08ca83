/* balikan-unggah.c - see balikan-unggah.h. */
#include "balikan-unggah.h"
#include "../lib/clock.h"
#include "../lib/crypto.h"
#include "../lib/text.h"
#include "balikan-kiriman.h"
#include "balikan-nilai.h"
#include "balikan-total.h"
#include "catat.h"
#include "pengaturan.h"

#include <string.h>

#define MB     (1024LL * 1024)
#define JAM_MS (3600LL * 1000)
/* A file without a row is one that is just being made, or nobody's. */
#define YATIM_S 3600
/* What was cancelled, or ran out, answers "gone" so long. */
#define BUANG_HARI 30
#define SEKALI  "200"

SQL(Q_KUOTA, "SELECT kuota_mb FROM balikan_lembaga WHERE lembaga_id = ?");
SQL(Q_KUOTA_ADA, "INSERT IGNORE INTO balikan_lembaga (lembaga_id) VALUES (?)");
SQL(Q_KUOTA_ATUR, "UPDATE balikan_lembaga SET kuota_mb = ?"
		  " WHERE lembaga_id = ?");
/* Of a file that is whole its sending counts, until it is deleted. */
SQL(Q_TERPAKAI,
    "SELECT (SELECT COALESCE(SUM(COALESCE(bytes, letak)), 0) FROM unggahan"
    " WHERE lembaga_id = ? AND status = 'terbuka' AND berakhir > ?)"
    " + (SELECT COALESCE(SUM(bytes), 0) FROM balikan_kiriman"
    " WHERE lembaga_id = ? AND sumber = 'berkas' AND berkas_hapus IS NULL),"
    " (SELECT COUNT(*) FROM unggahan WHERE lembaga_id = ?"
    " AND status = 'terbuka' AND berakhir > ?)");
SQL(Q_MULAI,
    "INSERT INTO unggahan (kode, lembaga_id, akun_id, nama, cara, bytes,"
    " status, dibuat, diubah, berakhir)"
    " VALUES (?, ?, ?, ?, ?, ?, 'terbuka', ?, ?, ?)");

#define KOLOM                                                                  \
	"SELECT u.id, u.kode, u.lembaga_id, a.nama, u.nama, u.cara, u.bytes,"  \
	" u.letak, u.status, u.diubah, u.berakhir FROM unggahan u"             \
	" JOIN akun a ON a.id = u.akun_id"
SQL(Q_AMBIL, KOLOM " WHERE u.kode = ? AND u.lembaga_id = ?");
SQL(Q_DAFTAR, KOLOM " WHERE u.lembaga_id = ? AND u.status = 'terbuka'"
		    " AND u.berakhir > ? ORDER BY u.diubah DESC, u.id DESC"
		    " LIMIT 100");
SQL(Q_PANJANG, "UPDATE unggahan SET bytes = ? WHERE id = ?"
	       " AND status = 'terbuka' AND bytes IS NULL");
SQL(Q_MAJU, "UPDATE unggahan SET letak = ?, diubah = ?, berakhir = ?"
	    " WHERE id = ? AND status = 'terbuka'");
SQL(Q_LENGKAP, "UPDATE unggahan SET status = 'lengkap', diubah = ?"
	       " WHERE id = ? AND status = 'terbuka' AND letak = bytes");
SQL(Q_STATUS, "SELECT status FROM unggahan WHERE id = ?");
SQL(Q_BATAL, "UPDATE unggahan SET status = 'batal', diubah = ?"
	     " WHERE id = ? AND status = 'terbuka'");
SQL(Q_BASI, "SELECT id, kode, letak FROM unggahan WHERE status = 'terbuka'"
	    " AND berakhir <= ? ORDER BY berakhir LIMIT " SEKALI);
SQL(Q_BASI_BATAL, "UPDATE unggahan SET status = 'batal', diubah = ?"
		  " WHERE id = ? AND status = 'terbuka' AND berakhir <= ?");
/* Their cancelled rows have no sending. */
SQL(Q_BUANG, "DELETE FROM unggahan WHERE status = 'batal' AND berakhir < ?"
	     " ORDER BY berakhir LIMIT " SEKALI);
SQL(Q_MILIK,
    "SELECT u.status = 'batal' OR COALESCE(k.status IN ('selesai', 'gagal',"
    " 'batal', 'diurungkan'), 0) FROM unggahan u LEFT JOIN balikan_kiriman k"
    " ON k.unggahan_id = u.id WHERE u.kode = ?");

/* ---- what may be sent ---- */

enum err unggah_kuota(struct db *db, int64_t lembaga, int64_t *mb)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_KUOTA, lembaga);

	*mb = e == OK && db_next(r) ? db_int(r, 0) : 0;
	return e;
}

struct kuota {
	const struct pelaku *p;
	int64_t lembaga;
	int64_t mb;
};

static enum err kuota_atur(struct db *db, void *ctx)
{
	const struct kuota *k = ctx;
	int64_t lama;
	enum err e = unggah_kuota(db, k->lembaga, &lama);

	if (e != OK || lama == k->mb)
		return e;
	e = db_exec(db, &Q_KUOTA_ADA, k->lembaga);
	if (e == OK)
		e = db_exec(db, &Q_KUOTA_ATUR, DB_ID(k->mb), k->lembaga);
	if (e != OK)
		return e;
	return audit_catat(db, k->p, "lembaga-kuota", "lembaga", k->lembaga,
			   arena_printf(db_arena(db), "%lld MB > %lld MB",
					(long long)lama, (long long)k->mb));
}

enum err unggah_kuota_atur(struct db *db, const struct pelaku *p,
			   int64_t lembaga, int64_t mb)
{
	struct kuota k = { p, lembaga, mb };

	return db_transaction(db, kuota_atur, &k);
}

enum err unggah_batas(struct db *db, int64_t lembaga, struct unggah_batas *out)
{
	const char *kini = clock_now(db_arena(db), 0);
	struct rows *r;
	int64_t mb;
	enum err e = unggah_kuota(db, lembaga, &mb);

	*out = (struct unggah_batas){ 0 };
	if (mb == 0)
		mb = pengaturan_angka(db, "balikan_kuota_mb",
				      UNGGAH_KUOTA_BIASA);
	out->kuota = mb * MB;
	out->maks = pengaturan_angka(db, "balikan_maks_mb", 4096) * MB;
	if (e == OK)
		e = db_one(db, &r, &Q_TERPAKAI, lembaga, kini, lembaga, lembaga,
			   kini);
	if (e == OK) {
		out->terpakai = db_int(r, 0);
		out->terbuka = db_int(r, 1);
	}
	return e;
}

/* The limits, which no other request of the institution takes from until the
   transaction ends.  ERR_TOO_LARGE: a file of so many bytes is too much. */
static enum err batas_terkunci(struct db *db, int64_t lembaga, int64_t bytes,
			       struct unggah_batas *out)
{
	enum err e = balikan_total_kunci(db, lembaga);

	if (e == OK)
		e = unggah_batas(db, lembaga, out);
	return e == OK && bytes > out->maks ? ERR_TOO_LARGE : e;
}

int64_t unggah_sisa(const struct unggah_batas *b)
{
	return b->terpakai < b->kuota ? b->kuota - b->terpakai : 0;
}

/* Its bytes that the quota counts. */
static int64_t dihitung(const struct unggah *u)
{
	return u->bytes < 0 ? u->letak : u->bytes;
}

/* ---- beginning ---- */

static const char *potong_nama(struct arena *a, const char *nama)
{
	const char *bersih = nama != NULL && text_ok(nama, strlen(nama)) ?
				 text_fold(a, nama) :
				 "";
	const char *p = bersih;

	for (size_t i = 0; i < UNGGAH_NAMA && *p != '\0'; i++)
		do
			p++;
		while (((unsigned char)*p & 0xC0) == 0x80);
	/* It is the title of a page, and stands in messages. */
	return *bersih == '\0' ?
		   "berkas" :
		   balikan_nik_tutup(
		       a, arena_strndup(a, bersih, (size_t)(p - bersih)));
}

static const char *sampai(struct db *db)
{
	return clock_now(db_arena(db),
			 pengaturan_angka(db, "balikan_unggah_jam", 72) *
			     JAM_MS);
}

struct mulai {
	const struct pelaku *p;
	struct unggah *u;
};

static enum err mulai(struct db *db, void *ctx)
{
	struct mulai *m = ctx;
	struct unggah *u = m->u;
	struct unggah_batas b;
	enum err e = batas_terkunci(db, u->lembaga_id, u->bytes, &b);

	if (e != OK)
		return e;
	if (b.terbuka >= UNGGAH_TERBUKA || unggah_sisa(&b) == 0 ||
	    u->bytes > unggah_sisa(&b))
		return ERR_QUOTA;
	e = db_exec(db, &Q_MULAI, u->kode, u->lembaga_id, m->p->akun, u->nama,
		    u->cara, u->bytes < 0 ? DB_NULL : db_param_int(u->bytes),
		    u->diubah, u->diubah, u->berakhir);
	u->id = db_last_id(db);
	return e;
}

enum err unggah_mulai(struct db *db, const struct pelaku *p, const char *nama,
		      const char *cara, int64_t bytes, struct unggah *out)
{
	struct arena *a = db_arena(db);
	struct mulai m = { p, out };
	enum err e;

	if ((p->role & ROLE_PEMINTA) == 0 || p->lembaga == 0)
		return ERR_FORBIDDEN;
	if (strcmp(cara, "sebagian") != 0 && strcmp(cara, "semua") != 0)
		return ERR_INPUT;
	*out = (struct unggah){ .kode = crypto_random_hex(a, UNGGAHAN_KODE / 2),
				.lembaga_id = p->lembaga,
				.oleh = p->nama,
				.nama = potong_nama(a, nama),
				.cara = cara,
				.bytes = bytes,
				.status = "terbuka",
				.diubah = clock_now(a, 0),
				.berakhir = sampai(db) };
	e = db_transaction(db, mulai, &m);
	if (e != OK)
		return e;
	/* Last, so that an upload that was refused leaves no file; a row
	   without a file is given up at once. */
	e = unggahan_new(a, out->kode, bytes < 0 ? 0 : bytes);
	if (e != OK)
		db_exec(db, &Q_BATAL, out->diubah, out->id);
	return e;
}

/* ---- on the way ---- */

static void baca(struct rows *r, struct unggah *u)
{
	*u = (struct unggah){
		.id = db_int(r, 0),
		.kode = db_text(r, 1),
		.lembaga_id = db_int(r, 2),
		.oleh = db_text(r, 3),
		.nama = db_text(r, 4),
		.cara = db_text(r, 5),
		.bytes = db_null(r, 6) ? UNGGAH_PANJANG_NANTI : db_int(r, 6),
		.letak = db_int(r, 7),
		.status = db_text(r, 8),
		.diubah = db_text(r, 9),
		.berakhir = db_text(r, 10),
	};
}

enum err unggah_ambil(struct db *db, const struct pelaku *p, const char *kode,
		      struct unggah *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL, kode, p->lembaga);

	if (e != OK)
		return e;
	baca(r, out);
	if (strcmp(out->status, "batal") == 0)
		return ERR_GONE;
	if (strcmp(out->status, "terbuka") == 0 &&
	    strcmp(out->berakhir, clock_now(db_arena(db), 0)) <= 0)
		return ERR_GONE;
	return OK;
}

struct panjang {
	struct unggah *u;
	int64_t bytes;
};

static enum err panjang(struct db *db, void *ctx)
{
	struct panjang *c = ctx;
	struct unggah *u = c->u;
	struct unggah_batas b;
	enum err e = batas_terkunci(db, u->lembaga_id, c->bytes, &b);

	if (e != OK)
		return e;
	if (c->bytes - dihitung(u) > unggah_sisa(&b))
		return ERR_QUOTA;
	e = db_exec(db, &Q_PANJANG, c->bytes, u->id);
	return e == OK && db_affected(db) == 0 ? ERR_CONFLICT : e;
}

enum err unggah_panjang(struct db *db, struct unggah *u, int64_t bytes)
{
	struct panjang c = { u, bytes };
	enum err e;

	if (u->bytes >= 0)
		return u->bytes == bytes ? OK : ERR_CONFLICT;
	if (bytes < u->letak)
		return ERR_BAD_REQUEST;
	e = db_transaction(db, panjang, &c);
	if (e == OK)
		u->bytes = bytes;
	return e;
}

enum err unggah_maju(struct db *db, struct unggah *u, int64_t letak)
{
	const char *kini = clock_now(db_arena(db), 0);
	struct unggah_batas b;
	enum err e = db_exec(db, &Q_MAJU, letak, kini, sampai(db), u->id);

	if (e != OK)
		return e;
	/* The time has moved on, so a row that is there has changed. */
	if (db_affected(db) == 0)
		return ERR_GONE;
	u->letak = letak;
	if (u->bytes >= 0)
		return OK;
	e = unggah_batas(db, u->lembaga_id, &b);
	return e == OK && b.terpakai > b.kuota ? ERR_QUOTA : e;
}

/* ---- its end ---- */

bool unggah_penuh(const struct unggah *u)
{
	return u->bytes >= 0 && u->letak == u->bytes;
}

struct selesai {
	const struct pelaku *p;
	struct unggah *u;
	int64_t kiriman;
};

static enum err selesai(struct db *db, void *ctx)
{
	struct selesai *s = ctx;
	struct unggah *u = s->u;
	struct kiriman_baru k = { .unggahan_id = u->id,
				  .nama = u->nama,
				  .bytes = u->bytes,
				  .cara = u->cara };
	struct rows *r;
	/* In the order in which all who lock both do. */
	enum err e = balikan_total_kunci(db, u->lembaga_id);

	if (e == OK)
		e = db_exec(db, &Q_LENGKAP, clock_now(db_arena(db), 0), u->id);
	if (e == OK && db_affected(db) == 0) {
		e = db_one(db, &r, &Q_STATUS, u->id);
		if (e != OK)
			return e;
		if (strcmp(db_text(r, 0), "batal") == 0)
			return ERR_GONE;
		if (strcmp(db_text(r, 0), "terbuka") == 0)
			return ERR_CONFLICT;
	}
	/* An upload that is a sending already gives that one. */
	return e == OK ? balikan_kiriman_buat(db, s->p, &k, &s->kiriman) : e;
}

enum err unggah_selesai(struct db *db, const struct pelaku *p, struct unggah *u,
			int64_t *kiriman)
{
	struct selesai s = { .p = p, .u = u };
	enum err e = db_transaction(db, selesai, &s);

	*kiriman = s.kiriman;
	if (e == OK)
		u->status = "lengkap";
	return e;
}

enum err unggah_batal(struct db *db, const struct pelaku *p, const char *kode)
{
	struct arena *a = db_arena(db);
	struct unggah u;
	enum err e = unggah_ambil(db, p, kode, &u);

	if (e == OK)
		e = db_exec(db, &Q_BATAL, clock_now(a, 0), u.id);
	if (e == OK && db_affected(db) == 0)
		e = ERR_CONFLICT;
	if (e == OK)
		unggahan_remove(a, kode);
	return e;
}

enum err unggah_daftar(struct db *db, const struct pelaku *p,
		       struct unggah **out, size_t *n)
{
	struct arena *a = db_arena(db);
	struct rows *r;
	enum err e = db_query(db, &r, &Q_DAFTAR, p->lembaga, clock_now(a, 0));

	*n = 0;
	if (e != OK)
		return e;
	*out = arena_array(a, db_count(r) + 1, sizeof(**out));
	while (db_next(r))
		baca(r, &(*out)[(*n)++]);
	return OK;
}

/* ---- for a worker ---- */

struct sapu {
	struct db *db;
	int64_t n;
	enum err e;
};

/* A file whose upload was given up while the process was killed, whose sending
   was cancelled before it was moved into the store, or that never had a row. */
static void yatim(void *ctx, const char *kode)
{
	struct sapu *s = ctx;
	struct rows *r;

	if (s->e == OK)
		s->e = db_query(s->db, &r, &Q_MILIK, kode);
	if (s->e != OK)
		return;
	if (db_next(r) && db_int(r, 0) == 0)
		return;
	unggahan_remove(db_arena(s->db), kode);
	s->n++;
}

enum err unggah_sapu(struct db *db, int64_t *n)
{
	struct arena *a = db_arena(db);
	const char *kini = clock_now(a, 0);
	struct sapu s = { .db = db };
	struct rows *r;
	enum err e = db_query(db, &r, &Q_BASI, kini);

	while (e == OK && db_next(r)) {
		e = db_exec(db, &Q_BASI_BATAL, kini, db_int(r, 0), kini);
		if (e != OK || db_affected(db) == 0)
			continue;
		unggahan_remove(a, db_text(r, 1));
		s.n++;
	}
	if (e == OK)
		e = db_exec(db, &Q_BUANG,
			    clock_now(a, -24 * JAM_MS * BUANG_HARI));
	if (e == OK) {
		unggahan_old(a, YATIM_S, yatim, &s);
		e = s.e;
	}
	*n = s.n;
	return e;
}
