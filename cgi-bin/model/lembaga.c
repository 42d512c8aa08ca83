/* lembaga.c - see lembaga.h. */
#include "lembaga.h"
#include "catat.h"
#include "../lib/clock.h"
#include "../lib/kept.h"
#include "../lib/text.h"

#include <stdlib.h>
#include <string.h>

const char *const lembaga_jenis[] = {
	"lembaga-negara", "kementerian",   "bhi-pusat",   "opd-provinsi",
	"bhi-provinsi",   "opd-kabkota",   "bhi-kabkota", "produsen",
	"dinas-provinsi", "dinas-kabkota", "ditjen",      NULL,
};

const char *const lembaga_jenis_daftar[] = {
	"lembaga-negara", "kementerian",   "bhi-pusat",   "opd-provinsi",
	"bhi-provinsi",   "opd-kabkota",   "bhi-kabkota", "produsen",
	"dinas-provinsi", "dinas-kabkota", NULL,
};

unsigned lembaga_peran(const char *jenis)
{
	if (strcmp(jenis, "produsen") == 0)
		return ROLE_PRODUSEN;
	if (strncmp(jenis, "dinas-", 6) == 0)
		return ROLE_DINAS;
	if (strcmp(jenis, "ditjen") == 0)
		return ROLE_ADMIN;
	for (size_t i = 0; lembaga_jenis[i] != NULL; i++)
		if (strcmp(jenis, lembaga_jenis[i]) == 0)
			return ROLE_PENGGUNA;
	return 0;
}

bool lembaga_cocok(const char *jenis, unsigned role)
{
	unsigned own = lembaga_peran(jenis);

	switch (role) {
	case ROLE_PEJABAT:
		return own == ROLE_ADMIN || own == ROLE_DINAS;
	case ROLE_VERIFIKATOR:
		return own == ROLE_DINAS;
	default:
		return own != 0 && own == role;
	}
}

/* --- drop-downs --- */

SQL(Q_PRODUSEN, "SELECT id, kode, nama, kota, jenis FROM lembaga"
		" WHERE jenis = 'produsen' AND aktif = 1 ORDER BY nama, id");
SQL(Q_PENDAFTARAN, "SELECT id, kode, nama, kota, jenis FROM lembaga"
		   " WHERE jenis <> 'ditjen' AND aktif = 1 ORDER BY nama, id");
SQL(Q_AKTIF, "SELECT id, kode, nama, kota, jenis FROM lembaga"
	     " WHERE aktif = 1 ORDER BY nama, id");
SQL(Q_ADALAH_PRODUSEN, "SELECT 1 FROM lembaga"
		       " WHERE id = ? AND jenis = 'produsen' AND aktif = 1");

static enum err pilihan(struct db *db, struct sql *s,
			struct lembaga_pilihan **out, size_t *n)
{
	struct lembaga_pilihan *l;
	struct rows *r;
	enum err e = db_query(db, &r, s);

	if (e != OK)
		return e;
	*n = db_count(r);
	l = arena_array(db_arena(db), *n + 1, sizeof(*l));
	*out = l;
	for (; db_next(r); l++) {
		l->id = db_int(r, 0);
		l->kode = db_text(r, 1);
		l->nama = db_text(r, 2);
		l->kota = db_text(r, 3);
		l->jenis = db_text(r, 4);
	}
	return OK;
}

enum err lembaga_produsen(struct db *db, struct lembaga_pilihan **out,
			  size_t *n)
{
	return pilihan(db, &Q_PRODUSEN, out, n);
}

enum err lembaga_pendaftaran(struct db *db, struct lembaga_pilihan **out,
			     size_t *n)
{
	return pilihan(db, &Q_PENDAFTARAN, out, n);
}

enum err lembaga_aktif(struct db *db, struct lembaga_pilihan **out, size_t *n)
{
	return pilihan(db, &Q_AKTIF, out, n);
}

enum err lembaga_adalah_produsen(struct db *db, int64_t id)
{
	struct rows *r;

	return db_one(db, &r, &Q_ADALAH_PRODUSEN, id);
}

/* --- kept in the process --- */

static enum err muat_produsen(struct db *db, struct arena *a,
			      struct kept_rows *out)
{
	struct lembaga_pilihan *p, *isi;
	enum err e = lembaga_produsen(db, &p, &out->n);

	if (e != OK)
		return e;
	out->rows = isi = arena_array(a, out->n + 1, sizeof(*isi));
	for (size_t i = 0; i < out->n; i++) {
		isi[i].id = p[i].id;
		isi[i].nama = arena_strdup(a, p[i].nama);
	}
	return OK;
}

enum err lembaga_produsen_saring(struct db *db, struct lembaga_pilihan **out,
				 size_t *n)
{
	static struct kept produsen = { .max_age_ms = LEMBAGA_UMUR_MS,
					.load = muat_produsen };
	struct arena *a = db_arena(db);
	const struct kept_rows *r;
	const struct lembaga_pilihan *p;
	enum err e = kept_get(&produsen, db, &r);

	if (e != OK)
		return e;
	p = r->rows;
	*n = r->n;
	*out = arena_array(a, *n + 1, sizeof(**out));
	for (size_t i = 0; i < *n; i++) {
		(*out)[i].id = p[i].id;
		(*out)[i].nama = arena_strdup(a, p[i].nama);
	}
	return OK;
}

/* There are hundreds.  Were there many more, those left over would be asked
   for one by one. */
#define NAMA_MAKS 4000

struct nama {
	int64_t id;
	const char *nama;
};

SQL(Q_SEMUA_NAMA, "SELECT id, nama FROM lembaga ORDER BY id LIMIT ?");
SQL(Q_NAMA, "SELECT nama FROM lembaga WHERE id = ?");

static enum err muat_nama(struct db *db, struct arena *a,
			  struct kept_rows *out)
{
	struct rows *r;
	struct nama *x;
	enum err e = db_query(db, &r, &Q_SEMUA_NAMA, NAMA_MAKS);

	if (e != OK)
		return e;
	out->n = db_count(r);
	out->rows = x = arena_array(a, out->n + 1, sizeof(*x));
	for (; db_next(r); x++) {
		x->id = db_int(r, 0);
		x->nama = arena_strdup(a, db_text(r, 1));
	}
	return OK;
}

static int banding_nama(const void *x, const void *y)
{
	const struct nama *a = x, *b = y;

	return (a->id > b->id) - (a->id < b->id);
}

enum err lembaga_nama(struct db *db, const int64_t *id, const char **nama,
		      size_t n)
{
	static struct kept semua = { .max_age_ms = LEMBAGA_UMUR_MS,
				     .load = muat_nama };
	const struct kept_rows *r;
	struct rows *satu;
	enum err e = kept_get(&semua, db, &r);

	for (size_t i = 0; e == OK && i < n; i++) {
		const struct nama dicari = { id[i], NULL };
		const struct nama *x = bsearch(&dicari, r->rows, r->n,
					       sizeof(*x), banding_nama);

		if (x != NULL) {
			nama[i] = arena_strdup(db_arena(db), x->nama);
			continue;
		}
		e = db_one(db, &satu, &Q_NAMA, id[i]);
		if (e == OK)
			nama[i] = db_text(satu, 0);
	}
	return e;
}

/* --- one --- */

#define KOLOM                                                                  \
	"SELECT l.id, l.kode, l.nama, l.jenis, l.alamat, l.kota, l.provinsi,"  \
	" l.wilayah_kode, l.pic_nama, l.pic_telepon, l.asing, l.aktif,"        \
	" (SELECT COUNT(*) FROM akun a"                                        \
	"  WHERE a.lembaga_id = l.id AND a.status = 'aktif')"                  \
	" FROM lembaga l"

SQL(Q_AMBIL, KOLOM " WHERE l.id = ?");

static void isi(struct rows *r, struct lembaga *l)
{
	l->id = db_int(r, 0);
	l->kode = db_text(r, 1);
	l->nama = db_text(r, 2);
	l->jenis = db_text(r, 3);
	l->alamat = db_text(r, 4);
	l->kota = db_text(r, 5);
	l->provinsi = db_text(r, 6);
	l->wilayah_kode = db_text(r, 7);
	l->pic_nama = db_text(r, 8);
	l->pic_telepon = db_text(r, 9);
	l->asing = db_int(r, 10) != 0;
	l->aktif = db_int(r, 11) != 0;
	l->akun = db_int(r, 12);
}

enum err lembaga_ambil(struct db *db, int64_t id, struct lembaga *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL, id);

	if (e == OK)
		isi(r, out);
	return e;
}

/* --- the list --- */

#define SARING                                                                 \
	" WHERE (? IS NULL OR l.nama LIKE CONCAT('%', ?, '%')"                 \
	" OR l.kota LIKE CONCAT('%', ?, '%') OR l.kode = ?)"                   \
	" AND (? IS NULL OR l.jenis = ?) AND (? IS NULL OR l.aktif = ?)"
#define HALAMAN(kolom, banding, arah)                                          \
	KOLOM SARING " AND (? IS NULL OR (" kolom ", l.id) " banding           \
		     " (?, ?)) ORDER BY " kolom " " arah ", l.id " arah        \
		     " LIMIT ?"

SQL(Q_NAMA_NAIK, HALAMAN("l.nama", ">", "ASC"));
SQL(Q_NAMA_TURUN, HALAMAN("l.nama", "<", "DESC"));
SQL(Q_KODE_NAIK, HALAMAN("l.kode", ">", "ASC"));
SQL(Q_KODE_TURUN, HALAMAN("l.kode", "<", "DESC"));
SQL(Q_JENIS_NAIK, HALAMAN("l.jenis", ">", "ASC"));
SQL(Q_JENIS_TURUN, HALAMAN("l.jenis", "<", "DESC"));
SQL(Q_JUMLAH, "SELECT COUNT(*) FROM lembaga l" SARING);

static struct sql *halaman(const struct lembaga_saring *s)
{
	bool turun = s->turun != s->mundur;

	if (strcmp(s->urut, "kode") == 0)
		return turun ? &Q_KODE_TURUN : &Q_KODE_NAIK;
	if (strcmp(s->urut, "jenis") == 0)
		return turun ? &Q_JENIS_TURUN : &Q_JENIS_NAIK;
	return turun ? &Q_NAMA_TURUN : &Q_NAMA_NAIK;
}

enum err lembaga_daftar(struct db *db, const struct lembaga_saring *s,
			struct lembaga **out, size_t *n, int64_t *total)
{
	const char *cari = text_like(db_arena(db), s->cari);
	struct db_param aktif = s->aktif == NULL ?
				    DB_NULL :
				    db_param_int(strcmp(s->aktif, "ya") == 0);
	struct rows *r;
	struct lembaga *l;
	size_t i = 0;
	enum err e = db_query(db, &r, halaman(s), cari, cari, cari, s->cari,
			      s->jenis, s->jenis, aktif, aktif, s->kunci,
			      s->kunci, s->id, s->banyak);

	if (e != OK)
		return e;
	*n = db_count(r);
	l = arena_array(db_arena(db), *n + 1, sizeof(*l));
	*out = l;
	for (; db_next(r); i++)
		isi(r, &l[s->mundur ? *n - 1 - i : i]);
	e = db_one(db, &r, &Q_JUMLAH, cari, cari, cari, s->cari, s->jenis,
		   s->jenis, aktif, aktif);
	if (e == OK)
		*total = db_int(r, 0);
	return e;
}

/* --- changes --- */

/* The smallest number above one in use that is free itself. */
SQL(Q_KODE_BEBAS, "SELECT LPAD(MIN(l.kode + 1), 6, '0') FROM lembaga l"
		  " LEFT JOIN lembaga m ON m.kode = LPAD(l.kode + 1, 6, '0')"
		  " WHERE m.id IS NULL AND l.kode < '999999'");
SQL(Q_BUAT, "INSERT INTO lembaga (kode, nama, jenis, alamat, kota, provinsi,"
	    " wilayah_kode, pic_nama, pic_telepon, asing, aktif, dibuat)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)");
SQL(Q_UBAH,
    "UPDATE lembaga SET kode = ?, nama = ?, jenis = ?, alamat = ?, kota = ?,"
    " provinsi = ?, wilayah_kode = ?, pic_nama = ?, pic_telepon = ?,"
    " asing = ? WHERE id = ?");
SQL(Q_PERAN, "SELECT DISTINCT peran FROM akun WHERE lembaga_id = ?");
SQL(Q_ATUR_AKTIF, "UPDATE lembaga SET aktif = ? WHERE id = ? AND aktif <> ?");
SQL(Q_TUTUP_SESI,
    "UPDATE sesi SET ditutup = ? WHERE ditutup IS NULL AND akun_id IN"
    " (SELECT id FROM akun WHERE lembaga_id = ?)");

struct simpan {
	const struct pelaku *p;
	const struct lembaga *l; /* as wanted: never changed in a run */
	const char *kode;        /* as stored */
	int64_t id;
};

/* Do the roles of its accounts belong to its kind, as it is to be? */
static enum err cocok_semua(struct db *db, const struct lembaga *l)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_PERAN, l->id);

	while (e == OK && db_next(r))
		if (!lembaga_cocok(l->jenis, role_from_name(db_text(r, 0))))
			e = ERR_INPUT;
	return e;
}

static enum err simpan(struct db *db, void *ctx)
{
	struct simpan *s = ctx;
	struct arena *a = db_arena(db);
	const struct lembaga *l = s->l;
	struct rows *r;
	enum err e;

	s->kode = l->kode;
	s->id = l->id;
	e = l->id == 0 ? OK : cocok_semua(db, l);
	if (e != OK)
		return e;
	if (s->kode == NULL) {
		e = db_one(db, &r, &Q_KODE_BEBAS);
		if (e != OK)
			return e;
		s->kode = db_null(r, 0) ? "000001" : db_text(r, 0);
	}
	if (s->id == 0)
		e = db_exec(db, &Q_BUAT, s->kode, l->nama, l->jenis, l->alamat,
			    l->kota, l->provinsi, l->wilayah_kode, l->pic_nama,
			    l->pic_telepon, l->asing, clock_now(a, 0));
	else
		e = db_exec(db, &Q_UBAH, s->kode, l->nama, l->jenis, l->alamat,
			    l->kota, l->provinsi, l->wilayah_kode, l->pic_nama,
			    l->pic_telepon, l->asing, l->id);
	if (e != OK)
		return e;
	if (db_affected(db) == 0)
		return ERR_NOT_FOUND;
	if (s->id == 0)
		s->id = db_last_id(db);
	return audit_catat(
	    db, s->p, l->id == 0 ? "lembaga-dibuat" : "lembaga-diubah",
	    "lembaga", s->id,
	    arena_printf(a, "%s %s; %s", s->kode, l->nama, l->jenis));
}

enum err lembaga_simpan(struct db *db, const struct pelaku *p,
			struct lembaga *l)
{
	struct simpan s = { p, l, NULL, 0 };
	enum err e = db_transaction(db, simpan, &s);

	if (e == OK) {
		l->id = s.id;
		l->kode = s.kode;
	}
	return e;
}

struct atur {
	const struct pelaku *p;
	int64_t id;
	bool aktif;
};

static enum err atur_aktif(struct db *db, void *ctx)
{
	const struct atur *s = ctx;
	struct rows *r;
	enum err e = db_exec(db, &Q_ATUR_AKTIF, s->aktif, s->id, s->aktif);

	if (e != OK)
		return e;
	if (db_affected(db) == 0) {
		e = db_one(db, &r, &Q_AMBIL, s->id);
		return e == OK ? ERR_CONFLICT : e;
	}
	if (!s->aktif)
		e = db_exec(db, &Q_TUTUP_SESI, clock_now(db_arena(db), 0),
			    s->id);
	if (e == OK)
		e = pesan_ke_lembaga(db, s->id,
				     s->aktif ? "lembaga-dibuka" :
						"lembaga-ditutup",
				     NULL);
	if (e != OK)
		return e;
	return audit_catat(db, s->p,
			   s->aktif ? "lembaga-dibuka" : "lembaga-ditutup",
			   "lembaga", s->id, NULL);
}

enum err lembaga_atur_aktif(struct db *db, const struct pelaku *p, int64_t id,
			    bool aktif)
{
	struct atur s = { p, id, aktif };

	/* An admin who closes Ditjen locks everybody out. */
	if (!aktif && id == p->lembaga)
		return ERR_CONFLICT;
	return db_transaction(db, atur_aktif, &s);
}
