/* akun-massal.c - see akun-massal.h. */
#include "akun-massal.h"
#include "../lib/csv.h"
#include "../lib/form.h"
#include "../lib/tabel.h"
#include "../lib/text.h"
#include "catat.h"
#include "lembaga.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum kolom {
	K_NAMA,
	K_USERNAME,
	K_EMAIL,
	K_TELEPON,
	K_PERAN,
	K_LEMBAGA,
	K_WAJIB, /* those before must be there */
	K_ALAMAT = K_WAJIB,
	K_KOTA,
	K_PROVINSI,
	K_N
};

const char *const akun_massal_kolom[] = { "nama",    "username",     "email",
					  "telepon", "peran", "kode_lembaga",
					  "alamat",  "kota",  "provinsi",
					  NULL };

static const struct {
	int64_t min, maks; /* characters, as in the form; 0: looked at apart */
} panjang[K_N] = {
	[K_NAMA] = { 3, 100 },
	[K_ALAMAT] = { 5, 250 },
	[K_KOTA] = { 3, 80 },
	[K_PROVINSI] = { 3, 80 },
};

/* What else a heading may say, in small letters without anything between. */
static const struct {
	const char *nama;
	enum kolom kolom;
} sebutan[] = {
	{ "nama", K_NAMA },	    { "namauser", K_NAMA },
	{ "namalengkap", K_NAMA },  { "username", K_USERNAME },
	{ "email", K_EMAIL },	    { "surel", K_EMAIL },
	{ "telepon", K_TELEPON },   { "nomortelepon", K_TELEPON },
	{ "notelepon", K_TELEPON }, { "nohp", K_TELEPON },
	{ "peran", K_PERAN },	    { "kodelembaga", K_LEMBAGA },
	{ "alamat", K_ALAMAT },	    { "kota", K_KOTA },
	{ "kabupatenkota", K_KOTA }, { "kotakabupaten", K_KOTA },
	{ "provinsi", K_PROVINSI },
};

/* A role by its name or by the word on the screen, squeezed alike. */
static const struct {
	const char *kata;
	const char *peran;
} peran[] = {
	{ "pengguna", "pengguna" },	  { "lembagapengguna", "pengguna" },
	{ "produsen", "produsen" },	  { "dinas", "dinas" },
	{ "dinasdukcapil", "dinas" },	  { "admin", "admin" },
	{ "adminditjen", "admin" },	  { "verifikator", "verifikator" },
	{ "pejabat", "pejabat" },
};

static const struct tabel_batas batas = {
	.kolom = 32,
	.sel_bytes = 2000,
	.baris_bytes = 8000,
	.baris = AKUN_MASSAL_MAKS + 1,
	.entri = 200,
	.urai_bytes = 50u * 1024 * 1024,
	.rasio = 400,
	.teks_bytes = 16u * 1024 * 1024,
	.sel = 100000,
	.cpu_s = 10,
	.tunggu_s = 20,
	.memori_bytes = 128u * 1024 * 1024,
};

/* --- reading --- */

static const char *ringkas(struct arena *a, const char *s)
{
	char *out = arena_strdup(a, s), *w = out;

	for (const char *c = s; *c != '\0'; c++)
		if (isalnum((unsigned char)*c))
			*w++ = (char)tolower((unsigned char)*c);
	*w = '\0';
	return out;
}

static enum err baca_kepala(struct akun_massal *m, const struct baris *b)
{
	m->kepala = true;
	for (int k = 0; k < K_N; k++)
		m->letak[k] = -1;
	for (size_t i = 0; i < b->n; i++) {
		const char *nama = ringkas(m->a, b->sel[i].p);

		for (size_t s = 0; s < sizeof(sebutan) / sizeof(*sebutan); s++)
			if (strcmp(sebutan[s].nama, nama) == 0 &&
			    m->letak[sebutan[s].kolom] < 0)
				m->letak[sebutan[s].kolom] = (int)i;
	}
	for (int k = 0; k < K_WAJIB; k++) {
		if (m->letak[k] < 0) {
			m->kurang = akun_massal_kolom[k];
			return ERR_INPUT;
		}
	}
	return OK;
}

static void lapor(struct akun_massal *m, struct akun_massal_baris *x,
		  enum kolom k, const char *kode, const char *nilai,
		  int64_t lain)
{
	m->salah = arena_grow(m->a, m->salah, m->n_salah, &m->cap_salah,
			      sizeof(*m->salah));
	m->salah[m->n_salah++] = (struct akun_massal_salah){
		x->nomor, akun_massal_kolom[k], kode,
		nilai == NULL ? "" : nilai, lain
	};
	x->salah = true;
}

static bool sel_angka(const struct akun_massal *m, const struct baris *b,
		      enum kolom k)
{
	return m->letak[k] >= 0 && (size_t)m->letak[k] < b->n &&
	       b->sel[m->letak[k]].angka;
}

/* Text of a cell, folded as a form's field is; NULL when empty, which is
   reported where it must not be. */
static const char *sel(struct akun_massal *m, const struct baris *b,
		       struct akun_massal_baris *x, enum kolom k)
{
	const char *s = m->letak[k] < 0 ?
				"" :
				text_fold(m->a,
					  baris_sel(b, (size_t)m->letak[k]));
	int64_t n = (int64_t)text_length(s);

	if (*s == '\0') {
		if (k < K_WAJIB)
			lapor(m, x, k, "wajib", NULL, 0);
		return NULL;
	}
	if (panjang[k].min > 0 && n < panjang[k].min)
		lapor(m, x, k, "terlalu-pendek", s, 0);
	if (panjang[k].maks > 0 && n > panjang[k].maks)
		lapor(m, x, k, "terlalu-panjang", s, 0);
	return s;
}

static const char *telepon(struct akun_massal *m, const struct baris *b,
			   struct akun_massal_baris *x)
{
	const char *s = sel(m, b, x, K_TELEPON);
	const char *rapi = s == NULL ? NULL : form_phone(m->a, s);

	if (s != NULL && rapi == NULL)
		lapor(m, x, K_TELEPON, "telepon", s, 0);
	/* No number here begins so: it was 08…, kept as a number. */
	else if (s != NULL && sel_angka(m, b, K_TELEPON) && *rapi == '8')
		lapor(m, x, K_TELEPON, "telepon-nol", s, 0);
	return rapi;
}

static const char *baca_peran(struct akun_massal *m, const struct baris *b,
			      struct akun_massal_baris *x)
{
	const char *s = sel(m, b, x, K_PERAN);
	const char *kata = s == NULL ? NULL : ringkas(m->a, s);

	for (size_t i = 0; kata != NULL && i < sizeof(peran) / sizeof(*peran);
	     i++) {
		if (strcmp(peran[i].kata, kata) != 0)
			continue;
		if (strcmp(peran[i].peran, "pejabat") != 0)
			return peran[i].peran;
		lapor(m, x, K_PERAN, "peran-pejabat", s, 0);
		return NULL;
	}
	if (s != NULL)
		lapor(m, x, K_PERAN, "peran", s, 0);
	return NULL;
}

/* A code is six digits; a number cell has lost its zeros. */
static const char *kode_lembaga(struct akun_massal *m, const struct baris *b,
				struct akun_massal_baris *x)
{
	const char *s = sel(m, b, x, K_LEMBAGA);

	if (s != NULL && sel_angka(m, b, K_LEMBAGA) && strlen(s) < 6)
		return arena_printf(m->a, "%06lld", atoll(s));
	return s;
}

enum err akun_massal_terima(void *ctx, const struct baris *b)
{
	struct akun_massal *m = ctx;
	struct akun_massal_baris *x;
	const char *s;

	if (!m->kepala)
		return baca_kepala(m, b);
	m->baris = arena_grow(m->a, m->baris, m->n, &m->cap,
			      sizeof(*m->baris));
	x = &m->baris[m->n++];
	*x = (struct akun_massal_baris){ .nomor = (int64_t)b->nomor };
	x->a.nama = sel(m, b, x, K_NAMA);
	x->a.username = s = sel(m, b, x, K_USERNAME);
	if (s != NULL && !akun_username_sah(s)) {
		lapor(m, x, K_USERNAME, "username", s, 0);
		x->a.username = NULL;
	}
	s = sel(m, b, x, K_EMAIL);
	x->a.email = s == NULL ? NULL : form_email(m->a, s);
	if (s != NULL && x->a.email == NULL)
		lapor(m, x, K_EMAIL, "email", s, 0);
	x->a.telepon = telepon(m, b, x);
	x->a.peran = baca_peran(m, b, x);
	x->a.kode_lembaga = kode_lembaga(m, b, x);
	x->a.alamat = sel(m, b, x, K_ALAMAT);
	x->a.kota = sel(m, b, x, K_KOTA);
	x->a.provinsi = sel(m, b, x, K_PROVINSI);
	return OK;
}

enum err akun_massal_baca(struct arena *a, int fd, struct akun_massal *m,
			  struct tabel_galat *galat)
{
	*m = (struct akun_massal){ .a = a };
	*galat = (struct tabel_galat){ 0 };
	return tabel_baca(a, fd, TABEL_OTOMATIS, &batas, akun_massal_terima, m,
			  galat);
}

/* --- checking --- */

SQL(Q_ADA, "SELECT 1 FROM akun WHERE username = ?");
SQL(Q_LEMBAGA, "SELECT id, nama, jenis, alamat, kota, provinsi, aktif"
	       " FROM lembaga WHERE kode = ?");

static int menurut_username(const void *x, const void *y)
{
	const struct akun_massal_baris *const *a = x, *const *b = y;
	int c = strcasecmp((*a)->a.username, (*b)->a.username);

	return c != 0 ? c : ((*a)->nomor > (*b)->nomor) -
				    ((*a)->nomor < (*b)->nomor);
}

/* The second and later ones of the same name are wrong. */
static void cari_ganda(struct akun_massal *m)
{
	struct akun_massal_baris **u =
	    arena_array(m->a, m->n + 1, sizeof(struct akun_massal_baris *));
	size_t n = 0, awal = 0;

	for (size_t i = 0; i < m->n; i++)
		if (m->baris[i].a.username != NULL)
			u[n++] = &m->baris[i];
	qsort(u, n, sizeof(*u), menurut_username);
	for (size_t i = 1; i < n; i++) {
		if (strcasecmp(u[i]->a.username, u[awal]->a.username) != 0)
			awal = i;
		else
			lapor(m, u[i], K_USERNAME, "ganda", u[i]->a.username,
			      u[awal]->nomor);
	}
}

static enum err cari_terpakai(struct db *db, struct akun_massal *m,
			      struct akun_massal_baris *x)
{
	struct rows *r;
	enum err e = x->a.username == NULL ?
			     ERR_NOT_FOUND :
			     db_one(db, &r, &Q_ADA, x->a.username);

	if (e == OK)
		lapor(m, x, K_USERNAME, "sudah-dipakai", x->a.username, 0);
	return e == ERR_NOT_FOUND ? OK : e;
}

static enum err cari_lembaga(struct db *db, struct akun_massal *m,
			     struct akun_massal_baris *x)
{
	struct akun *a = &x->a;
	struct rows *r;
	enum err e = a->kode_lembaga == NULL ?
			     ERR_GONE :
			     db_one(db, &r, &Q_LEMBAGA, a->kode_lembaga);

	if (e == ERR_NOT_FOUND)
		lapor(m, x, K_LEMBAGA, "lembaga-tiada", a->kode_lembaga, 0);
	if (e != OK)
		return e == ERR_GONE || e == ERR_NOT_FOUND ? OK : e;
	a->lembaga_id = db_int(r, 0);
	a->nama_lembaga = db_text(r, 1);
	a->jenis_lembaga = db_text(r, 2);
	if (a->alamat == NULL)
		a->alamat = db_text(r, 3);
	if (a->kota == NULL)
		a->kota = db_text(r, 4);
	if (a->provinsi == NULL)
		a->provinsi = db_text(r, 5);
	if (db_int(r, 6) == 0)
		lapor(m, x, K_LEMBAGA, "lembaga-tutup", a->kode_lembaga, 0);
	else if (a->peran != NULL &&
		 !lembaga_cocok(a->jenis_lembaga, role_from_name(a->peran)))
		lapor(m, x, K_PERAN, "peran-lembaga", a->peran, 0);
	return OK;
}

static int menurut_baris(const void *x, const void *y)
{
	const struct akun_massal_salah *a = x, *b = y;

	if (a->nomor != b->nomor)
		return a->nomor < b->nomor ? -1 : 1;
	return strcmp(a->ruas, b->ruas);
}

enum err akun_massal_periksa(struct db *db, struct akun_massal *m)
{
	enum err e = OK;

	cari_ganda(m);
	for (size_t i = 0; e == OK && i < m->n; i++) {
		e = cari_terpakai(db, m, &m->baris[i]);
		if (e == OK)
			e = cari_lembaga(db, m, &m->baris[i]);
	}
	if (m->n_salah > 0)
		qsort(m->salah, m->n_salah, sizeof(*m->salah), menurut_baris);
	return e;
}

struct blob akun_massal_laporan(struct arena *a, const struct akun_massal *m)
{
	struct buf b = { .a = a };

	csv_begin(&b);
	csv_cell(&b, "baris");
	csv_cell(&b, "kolom");
	csv_cell(&b, "nilai");
	csv_cell(&b, "masalah");
	csv_cell(&b, "baris_lain");
	csv_end_row(&b);
	for (size_t i = 0; i < m->n_salah; i++) {
		const struct akun_massal_salah *s = &m->salah[i];

		csv_cell(&b, arena_printf(a, "%lld", (long long)s->nomor));
		csv_cell(&b, s->ruas);
		csv_cell(&b, s->nilai);
		csv_cell(&b, s->kode);
		csv_cell(&b, s->lain == 0 ?
				 "" :
				 arena_printf(a, "%lld", (long long)s->lain));
		csv_end_row(&b);
	}
	return (struct blob){ (const unsigned char *)b.p, b.n };
}

/* --- making --- */

struct kerja {
	const struct pelaku *p;
	struct akun_massal *m;
};

static enum err buat(struct db *db, void *ctx)
{
	struct kerja *k = ctx;
	enum err e = OK;

	for (size_t i = 0; e == OK && i < k->m->n; i++)
		e = akun_buat(db, k->p, &k->m->baris[i].a);
	if (e == OK)
		e = audit_catat(db, k->p, "akun-massal", "akun", 0,
				arena_printf(db_arena(db), "%zu akun",
					     k->m->n));
	return e;
}

enum err akun_massal_buat(struct db *db, const struct pelaku *p,
			  struct akun_massal *m)
{
	struct kerja k = { p, m };

	return db_transaction(db, buat, &k);
}
