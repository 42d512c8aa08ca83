/*
 * balikan-param.c - see balikan-param.h.
 */
#include "balikan-param.h"
#include "../lib/clock.h"
#include "../lib/log.h"
#include "../lib/text.h"
#include "catat.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* UTF-8 takes at most so many bytes a character. */
#define BYTES_HURUF 4

const char *const balikan_jenis_nama[] = { "teks",    "angka",   "tanggal",
					   "telepon", "pilihan", NULL };

enum balikan_jenis balikan_jenis_dari(const char *nama)
{
	for (int i = 0; nama != NULL && i < BALIKAN_JENIS_N; i++)
		if (strcmp(nama, balikan_jenis_nama[i]) == 0)
			return (enum balikan_jenis)i;
	return BALIKAN_JENIS_N;
}

/* --- versions --- */

#define VERSI                                                                  \
	"SELECT v.id, v.nomor, v.lembaga_id, a.nama, v.dibuat"                 \
	" FROM balikan_versi v JOIN akun a ON a.id = v.akun_id"

SQL(Q_KINI, VERSI " WHERE v.lembaga_id = ? ORDER BY v.nomor DESC LIMIT 1");
SQL(Q_SATU, VERSI " WHERE v.id = ?");
SQL(Q_SEMUA, VERSI " WHERE v.lembaga_id = ? ORDER BY v.nomor DESC");
SQL(Q_RUAS, "SELECT nama, jenis, panjang, wajib, pola, pilihan"
	    " FROM balikan_ruas WHERE versi_id = ? ORDER BY urutan");
SQL(Q_RUAS_SEMUA,
    "SELECT r.nama, r.jenis, r.panjang, r.wajib, r.pola, r.pilihan,"
    " v.nomor FROM balikan_versi v JOIN balikan_ruas r"
    " ON r.versi_id = v.id WHERE v.lembaga_id = ?"
    " ORDER BY v.nomor DESC, r.urutan");
SQL(Q_BARU, "INSERT INTO balikan_versi (lembaga_id, nomor, akun_id, dibuat)"
	    " VALUES (?, ?, ?, ?)");
SQL(Q_RUAS_BARU,
    "INSERT INTO balikan_ruas (versi_id, urutan, nama, jenis, panjang, wajib,"
    " pola, pilihan) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");

static void isi_versi(const struct rows *r, struct balikan_versi *v)
{
	*v = (struct balikan_versi){
		.id = db_int(r, 0),
		.nomor = db_int(r, 1),
		.lembaga_id = db_int(r, 2),
		.oleh = db_text(r, 3),
		.dibuat = db_text(r, 4),
	};
}

static void isi_ruas(struct arena *a, const struct rows *r,
		     struct balikan_ruas *ruas)
{
	*ruas = (struct balikan_ruas){
		.nama = db_text(r, 0),
		.jenis = balikan_jenis_dari(db_text(r, 1)),
		.panjang = (int)db_int(r, 2),
		.wajib = db_int(r, 3) != 0,
		.pola = db_text(r, 4),
	};
	if (ruas->jenis == BALIKAN_PILIHAN)
		ruas->pilihan = balikan_pilihan_urai(a, db_text(r, 5));
}

static enum err baca_satu(struct db *db, struct sql *s, int64_t id,
			  struct balikan_versi *v)
{
	struct balikan_ruas *ruas;
	struct rows *r;
	enum err e = db_one(db, &r, s, id);

	if (e != OK)
		return e;
	isi_versi(r, v);
	e = db_query(db, &r, &Q_RUAS, v->id);
	if (e != OK)
		return e;
	v->n = db_count(r);
	/* Arrays of those who read it have this many. */
	if (v->n > BALIKAN_RUAS_MAKS) {
		log_error("version %lld has %zu parameters", (long long)v->id,
			  v->n);
		return ERR_INTERNAL;
	}
	ruas = arena_array(db_arena(db), v->n + 1, sizeof(*ruas));
	v->ruas = ruas;
	for (; db_next(r); ruas++)
		isi_ruas(db_arena(db), r, ruas);
	return OK;
}

enum err balikan_versi_kini(struct db *db, int64_t lembaga,
			    struct balikan_versi *v)
{
	return baca_satu(db, &Q_KINI, lembaga, v);
}

enum err balikan_versi_ambil(struct db *db, int64_t id, struct balikan_versi *v)
{
	return baca_satu(db, &Q_SATU, id, v);
}

enum err balikan_versi_semua(struct db *db, int64_t lembaga,
			     struct balikan_versi **v, size_t *n)
{
	struct arena *a = db_arena(db);
	struct rows *r, *s;
	size_t i = 0;
	enum err e = db_query(db, &r, &Q_SEMUA, lembaga);

	if (e == OK)
		e = db_query(db, &s, &Q_RUAS_SEMUA, lembaga);
	if (e != OK)
		return e;
	*n = db_count(r);
	*v = arena_array(a, *n + 1, sizeof(**v));
	while (db_next(r))
		isi_versi(r, &(*v)[i++]);

	struct balikan_ruas *ruas =
	    arena_array(a, db_count(s) + 1, sizeof(*ruas));

	/* Both from the newest on; of a version made between the two reads
	   there are parameters here and nothing else. */
	for (i = 0; db_next(s);) {
		while (i < *n && (*v)[i].nomor > db_int(s, 6))
			i++;
		if (i == *n || (*v)[i].nomor != db_int(s, 6))
			continue;
		isi_ruas(a, s, ruas);
		if ((*v)[i].n++ == 0)
			(*v)[i].ruas = ruas;
		ruas++;
	}
	return OK;
}

struct baru {
	const struct pelaku *p;
	int64_t dasar;
	const struct balikan_ruas *ruas;
	size_t n;
	int64_t nomor;
};

static enum err tulis_ruas(struct db *db, const struct baru *b, int64_t id)
{
	for (size_t i = 0; i < b->n; i++) {
		const struct balikan_ruas *s = &b->ruas[i];
		enum err e = db_exec(
		    db, &Q_RUAS_BARU, id, (int64_t)i + 1, s->nama,
		    balikan_jenis_nama[s->jenis], s->panjang, (int)s->wajib,
		    s->pola, balikan_pilihan_susun(db_arena(db), s->pilihan));

		if (e != OK)
			return e;
	}
	return OK;
}

static enum err buat(struct db *db, void *ctx)
{
	struct baru *b = ctx;
	struct balikan_versi kini = { 0 };
	int64_t id;
	enum err e = balikan_versi_kini(db, b->p->lembaga, &kini);

	if (e != OK && e != ERR_NOT_FOUND)
		return e;
	if (kini.nomor != b->dasar)
		return ERR_CONFLICT;
	b->nomor = kini.nomor;
	if (e == OK && balikan_ruas_sama(kini.ruas, kini.n, b->ruas, b->n))
		return OK;
	b->nomor++;
	/* Of two at once the unique key lets one in. */
	e = db_exec(db, &Q_BARU, b->p->lembaga, b->nomor, b->p->akun,
		    clock_now(db_arena(db), 0));
	if (e != OK)
		return e;
	id = db_last_id(db);
	e = tulis_ruas(db, b, id);
	if (e != OK)
		return e;
	return audit_catat(db, b->p, "balikan-parameter", "balikan_versi", id,
			   arena_printf(db_arena(db), "versi %lld, ruas %zu",
					(long long)b->nomor, b->n));
}

enum err balikan_versi_baru(struct db *db, const struct pelaku *p,
			    int64_t dasar, const struct balikan_ruas *ruas,
			    size_t n, int64_t *nomor)
{
	struct baru b = { p, dasar, ruas, n, 0 };
	enum err e;

	if ((p->role & ROLE_PEMINTA) == 0 || p->lembaga == 0)
		return ERR_FORBIDDEN;
	e = db_transaction(db, buat, &b);
	if (e == OK && nomor != NULL)
		*nomor = b.nomor;
	return e;
}

/* --- rules --- */

struct periksa {
	struct arena *a;
	struct balikan_ruas_galat *galat;
	size_t n;
	size_t cap;
	size_t urut;
};

static void salah(struct periksa *p, const char *ruas, const char *kode,
		  const char *nilai)
{
	p->galat = arena_grow(p->a, p->galat, p->n, &p->cap, sizeof(*p->galat));
	p->galat[p->n++] =
	    (struct balikan_ruas_galat){ p->urut, ruas, kode, nilai };
}

static const char *rapi(struct arena *a, const char *s)
{
	const char *t = s == NULL ? "" : text_fold(a, s);

	return *t == '\0' ? NULL : t;
}

/* Characters that are none: what text_ok() lets through besides them has no
   place in one line. */
static bool sebaris(const char *s)
{
	for (; *s != '\0'; s++)
		if ((unsigned char)*s < ' ' || *s == 0x7f)
			return false;
	return true;
}

static void periksa_nama(struct periksa *p, struct balikan_ruas *ruas)
{
	struct balikan_ruas *r = &ruas[p->urut];
	const char *s = rapi(p->a, r->nama);
	char *besar;

	r->nama = s;
	if (s == NULL) {
		salah(p, "nama", "wajib", NULL);
		return;
	}
	r->nama = besar = arena_strdup(p->a, s);
	for (; *besar != '\0'; besar++)
		if (*besar >= 'a' && *besar <= 'z')
			*besar = (char)(*besar - 'a' + 'A');
	s = r->nama;
	if (text_length(s) > BALIKAN_NAMA_MAKS) {
		salah(p, "nama", "terlalu-panjang", NULL);
	} else if (s[0] < 'A' || s[0] > 'Z' ||
		   s[strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")] !=
		       '\0') {
		salah(p, "nama", "format", NULL);
	} else if (strcmp(s, "NIK") == 0) {
		salah(p, "nama", "nik", NULL);
	} else {
		for (size_t i = 0; i < p->urut; i++)
			if (ruas[i].nama != NULL &&
			    strcmp(ruas[i].nama, s) == 0) {
				salah(p, "nama", "ganda", s);
				return;
			}
	}
}

static void periksa_panjang(struct periksa *p, struct balikan_ruas *r)
{
	int maks = r->jenis == BALIKAN_ANGKA ? BALIKAN_PANJANG_ANGKA :
					       BALIKAN_PANJANG_TEKS;

	if (r->jenis == BALIKAN_TANGGAL) {
		r->panjang = BALIKAN_PANJANG_TANGGAL;
	} else if (r->jenis == BALIKAN_TELEPON) {
		r->panjang = BALIKAN_PANJANG_TELEPON;
	} else if (r->jenis == BALIKAN_PILIHAN) {
		r->panjang = 0;
		for (const char *const *c = r->pilihan; c != NULL && *c != NULL;
		     c++)
			if ((int)text_length(*c) > r->panjang)
				r->panjang = (int)text_length(*c);
	} else if (r->panjang < 1) {
		salah(p, "panjang", "wajib", NULL);
	} else if (r->panjang > maks) {
		salah(p, "panjang", "terlalu-besar",
		      arena_printf(p->a, "%d", maks));
	}
}

static void periksa_pola(struct periksa *p, struct balikan_ruas *r)
{
	size_t n;

	r->pola = r->jenis == BALIKAN_TEKS || r->jenis == BALIKAN_ANGKA ?
		      rapi(p->a, r->pola) :
		      NULL;
	if (r->pola == NULL)
		return;
	n = text_length(r->pola);
	if (n > BALIKAN_POLA_MAKS)
		salah(p, "pola", "terlalu-panjang", NULL);
	/* Nothing that is a number would fit. */
	else if (!sebaris(r->pola) ||
		 (r->jenis == BALIKAN_ANGKA &&
		  r->pola[strspn(r->pola, "0123456789.-")] != '\0'))
		salah(p, "pola", "pola", NULL);
	else if (r->panjang > 0 && n > (size_t)r->panjang)
		salah(p, "pola", "pola-panjang", NULL);
}

static void periksa_pilihan(struct periksa *p, struct balikan_ruas *r)
{
	const char *const *c = r->pilihan;

	if (r->jenis != BALIKAN_PILIHAN) {
		r->pilihan = NULL;
		return;
	}
	if (c == NULL || *c == NULL) {
		salah(p, "pilihan", "wajib", NULL);
		return;
	}
	if (text_length(balikan_pilihan_susun(p->a, c)) >
	    BALIKAN_PILIHAN_MAKS) {
		salah(p, "pilihan", "terlalu-panjang", NULL);
		return;
	}
	for (; *c != NULL; c++) {
		if (!sebaris(*c)) {
			salah(p, "pilihan", "pola", NULL);
			return;
		}
		for (const char *const *d = r->pilihan; d < c; d++)
			if (strcasecmp(*c, *d) == 0) {
				salah(p, "pilihan", "ganda", *c);
				return;
			}
	}
}

size_t balikan_ruas_bytes(const struct balikan_ruas *r)
{
	size_t maks = 0;

	if (r->jenis == BALIKAN_TEKS)
		return (size_t)r->panjang * BYTES_HURUF;
	if (r->jenis != BALIKAN_PILIHAN)
		return (size_t)r->panjang;
	for (const char *const *c = r->pilihan; c != NULL && *c != NULL; c++)
		if (strlen(*c) > maks)
			maks = strlen(*c);
	return maks;
}

struct balikan_ruas_galat *balikan_ruas_periksa(struct arena *a,
						struct balikan_ruas *ruas,
						size_t n, size_t *n_galat)
{
	struct periksa p = { .a = a };
	size_t bytes = n > 0 ? n - 1 : 0;

	if (n == 0)
		salah(&p, "", "kosong", NULL);
	if (n > BALIKAN_RUAS_MAKS) {
		salah(&p, "", "terlalu-banyak", NULL);
		n = 0;
	}
	for (p.urut = 0; p.urut < n; p.urut++) {
		struct balikan_ruas *r = &ruas[p.urut];

		periksa_nama(&p, ruas);
		if ((int)r->jenis < 0 || r->jenis >= BALIKAN_JENIS_N) {
			salah(&p, "jenis", "pilihan", NULL);
			continue;
		}
		periksa_pilihan(&p, r);
		periksa_panjang(&p, r);
		periksa_pola(&p, r);
		bytes += balikan_ruas_bytes(r);
	}
	p.urut = 0;
	if (p.n == 0 && bytes > BALIKAN_ISI_MAKS)
		salah(&p, "", "isi-panjang", arena_printf(a, "%zu", bytes));
	*n_galat = p.n;
	return p.galat;
}

static bool teks_sama(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool daftar_sama(const char *const *a, const char *const *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	for (; *a != NULL && *b != NULL; a++, b++)
		if (strcmp(*a, *b) != 0)
			return false;
	return *a == *b;
}

bool balikan_ruas_sama(const struct balikan_ruas *a, size_t na,
		       const struct balikan_ruas *b, size_t nb)
{
	if (na != nb)
		return false;
	for (size_t i = 0; i < na; i++)
		if (!teks_sama(a[i].nama, b[i].nama) ||
		    a[i].jenis != b[i].jenis || a[i].panjang != b[i].panjang ||
		    a[i].wajib != b[i].wajib ||
		    !teks_sama(a[i].pola, b[i].pola) ||
		    !daftar_sama(a[i].pilihan, b[i].pilihan))
			return false;
	return true;
}

/* --- choices --- */

const char *const *balikan_pilihan_urai(struct arena *a, const char *teks)
{
	const char **daftar = NULL;
	size_t n = 0, cap = 0;

	for (const char *s = teks == NULL ? "" : teks; *s != '\0';) {
		size_t panjang = strcspn(s, "\n");
		const char *satu = text_fold(a, arena_strndup(a, s, panjang));

		if (*satu != '\0') {
			daftar =
			    arena_grow(a, daftar, n, &cap, sizeof(*daftar));
			daftar[n++] = satu;
		}
		s += panjang + (s[panjang] == '\n');
	}
	daftar = arena_grow(a, daftar, n, &cap, sizeof(*daftar));
	daftar[n] = NULL;
	return daftar;
}

const char *balikan_pilihan_susun(struct arena *a, const char *const *pilihan)
{
	struct buf b = { .a = a };

	if (pilihan == NULL)
		return NULL;
	buf_text(&b, "");
	for (const char *const *c = pilihan; *c != NULL; c++) {
		if (c > pilihan)
			buf_char(&b, '\n');
		buf_text(&b, *c);
	}
	return b.p;
}

/* --- examples --- */

/* What a pattern may stand for; z changes from example to example. */
static const char *contoh_pola(struct arena *a, const char *pola, size_t z)
{
	char *s = arena_strdup(a, pola);

	for (char *p = s; *p != '\0'; p++, z++)
		if (*p == '9')
			*p = (char)('1' + z % 9);
		else if (*p == 'A' || *p == 'X')
			*p = (char)('A' + z % 26);
	return s;
}

static const char *potong(struct arena *a, const char *s, int panjang)
{
	return (int)strlen(s) <= panjang ? s :
					   arena_strndup(a, s, (size_t)panjang);
}

const char *balikan_ruas_contoh(struct arena *a, const struct balikan_ruas *r,
				size_t ke)
{
	if (ke > 0 && !r->wajib)
		return "";
	if (r->pola != NULL)
		return contoh_pola(a, r->pola, ke);
	switch (r->jenis) {
	case BALIKAN_ANGKA:
		return potong(a, ke == 0 ? "1250000" : "75", r->panjang);
	case BALIKAN_TANGGAL:
		return ke == 0 ? "2026-01-31" : "2025-12-01";
	case BALIKAN_TELEPON:
		return ke == 0 ? "081200000001" : "+6281200000002";
	case BALIKAN_PILIHAN:
		return r->pilihan[r->pilihan[1] == NULL ? 0 : ke % 2];
	default:
		return potong(a, ke == 0 ? "CONTOH 1" : "CONTOH 2", r->panjang);
	}
}

/* --- balikan.isi --- */

bool balikan_isi_urai(struct arena *a, struct blob isi, const char ***nilai,
		      size_t n)
{
	const char *p = isi.n == 0 ? "" : (const char *)isi.p;
	const char *akhir = p + isi.n;
	const char **daftar = arena_array(a, n + 1, sizeof(*daftar));

	*nilai = NULL;
	if (n == 0)
		return false;
	for (size_t i = 0; i < n; i++) {
		const char *batas =
		    memchr(p, BALIKAN_PEMISAH, (size_t)(akhir - p));

		if ((batas == NULL) != (i == n - 1))
			return false;
		if (batas == NULL)
			batas = akhir;
		daftar[i] = arena_strndup(a, p, (size_t)(batas - p));
		p = batas + 1;
	}
	*nilai = daftar;
	return true;
}

struct blob balikan_isi_susun(struct arena *a, const char *const *nilai,
			      size_t n)
{
	struct buf b = { .a = a };

	buf_text(&b, "");
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_char(&b, BALIKAN_PEMISAH);
		buf_text(&b, nilai[i] == NULL ? "" : nilai[i]);
	}
	return (struct blob){ (const unsigned char *)b.p, b.n };
}
