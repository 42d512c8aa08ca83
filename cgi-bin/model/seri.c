/* seri.c - see seri.h. */
#include "seri.h"
#include "../lib/csv.h"
#include "../lib/tabel.h"
#include "../lib/text.h"

#include <stdlib.h>
#include <string.h>

/* A list is at most as long as a request, plus a heading. */
static const struct tabel_batas batas = {
	.kolom = 16,
	.sel_bytes = 400,
	.baris_bytes = 2000,
	.baris = 100001,
	.entri = 200,
	.urai_bytes = 200u * 1024 * 1024,
	.rasio = 400,
	.teks_bytes = 64u * 1024 * 1024,
	.sel = 1000000,
	.cpu_s = 20,
	.tunggu_s = 40,
	.memori_bytes = 256u * 1024 * 1024,
};

/* --- reading --- */

static void lapor(struct seri *s, size_t nomor, const char *kode,
		  const char *nilai, size_t lain)
{
	s->galat = arena_grow(s->a, s->galat, s->n_galat, &s->cap_galat,
			      sizeof(*s->galat));
	s->galat[s->n_galat++] = (struct seri_galat){ nomor, kode, nilai,
						      lain };
}

const char *seri_rapi(struct arena *a, const char *s)
{
	char *out = text_visible(a, s == NULL ? "" : s);
	char *w = out;

	for (const char *p = out; *p != '\0'; p++)
		if (strchr(" \t\r\n", *p) == NULL)
			*w++ = *p >= 'a' && *p <= 'z' ? (char)(*p - 'a' + 'A') :
							*p;
	*w = '\0';
	return out;
}

bool seri_ada_angka(const char *s)
{
	return strpbrk(s, "0123456789") != NULL;
}

bool seri_sah(const char *s)
{
	size_t n = strlen(s);

	return n >= SERI_MIN && n <= SERI_MAKS && seri_ada_angka(s) &&
	       strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./_") == n;
}

static const char *ambil(struct seri *s, const struct baris *b, size_t i,
			 const char *kosong, const char *bentuk,
			 const char *angka, bool *salah)
{
	const char *teks = seri_rapi(s->a, baris_sel(b, i));
	const char *kode = NULL;

	if (*teks == '\0')
		kode = kosong;
	else if (baris_terpotong(b, i))
		kode = angka;
	else if (!seri_sah(teks))
		kode = bentuk;
	if (kode != NULL) {
		lapor(s, b->nomor, kode, teks, 0);
		*salah = true;
	}
	return teks;
}

static enum err terima_baris(void *ctx, const struct baris *b)
{
	struct seri *s = ctx;
	struct seri_baris *baris;

	if (baris_kosong(b))
		return OK;
	if (!s->mulai) {
		s->mulai = true;
		if (!seri_ada_angka(baris_sel(b, 0)) &&
		    !seri_ada_angka(baris_sel(b, 1)))
			return OK;
	}
	s->baris = arena_grow(s->a, s->baris, s->n, &s->cap, sizeof(*s->baris));
	baris = &s->baris[s->n++];
	baris->nomor = b->nomor;
	baris->kartu = ambil(s, b, 0, "kartu-kosong", "kartu-bentuk",
			     "kartu-angka", &baris->salah);
	baris->mesin = ambil(s, b, 1, "mesin-kosong", "mesin-bentuk",
			     "mesin-angka", &baris->salah);
	return OK;
}

enum err seri_baca_berkas(struct arena *a, int fd, struct seri *s,
			  struct tabel_galat *galat)
{
	*s = (struct seri){ .a = a };
	*galat = (struct tabel_galat){ 0 };
	return tabel_baca(a, fd, TABEL_OTOMATIS, &batas, terima_baris, s,
			  galat);
}

enum err seri_baca_teks(struct arena *a, const char *teks, struct seri *s,
			struct tabel_galat *galat)
{
	char pisah = strchr(teks, '\t') != NULL ? '\t' : '\0';
	struct csv *c;
	enum err e;

	*s = (struct seri){ .a = a };
	c = csv_new(a, &batas, pisah, terima_baris, s);
	e = csv_feed(c, teks, strlen(teks));
	if (e == OK)
		e = csv_end(c);
	*galat = csv_galat(c);
	return e;
}

/* --- checking --- */

struct pasang {
	const char *seri;
	struct seri_baris *baris;
};

static int banding_pasang(const void *x, const void *y)
{
	const struct pasang *a = x, *b = y;
	int n = strcmp(a->seri, b->seri);

	if (n != 0)
		return n;
	return a->baris->nomor < b->baris->nomor ? -1 :
						   a->baris->nomor >
							   b->baris->nomor;
}

static void cari_ganda(struct seri *s, bool kartu)
{
	struct pasang *p = arena_array(s->a, s->n + 1, sizeof(*p));
	size_t n = 0, awal = 0;

	for (size_t i = 0; i < s->n; i++) {
		const char *seri = kartu ? s->baris[i].kartu :
					   s->baris[i].mesin;

		if (*seri != '\0')
			p[n++] = (struct pasang){ seri, &s->baris[i] };
	}
	qsort(p, n, sizeof(*p), banding_pasang);
	for (size_t i = 1; i < n; i++) {
		if (strcmp(p[i].seri, p[awal].seri) != 0) {
			awal = i;
			continue;
		}
		lapor(s, p[i].baris->nomor,
		      kartu ? "kartu-ganda" : "mesin-ganda", p[i].seri,
		      p[awal].baris->nomor);
		p[i].baris->salah = true;
	}
}

/*
 * The rows as one parameter, [["K1","M1"],...]: the database joins 10 000 of
 * them in one statement, which neither thousands of small ones nor a staging
 * table would do as fast.  Serials need no escaping: seri_sah().
 */
static const char *bungkus(struct seri const *s, bool semua)
{
	struct buf b = { .a = s->a };
	size_t n = 0;

	buf_char(&b, '[');
	for (size_t i = 0; i < s->n; i++) {
		if (s->baris[i].salah && !semua)
			continue;
		if (n++ > 0)
			buf_char(&b, ',');
		buf_printf(&b, "[\"%s\",\"%s\",%zu]", s->baris[i].kartu,
			   s->baris[i].mesin, s->baris[i].nomor);
	}
	buf_char(&b, ']');
	return b.p;
}

#define TABEL_JSON                                                             \
	" FROM JSON_TABLE(?, '$[*]' COLUMNS (urut FOR ORDINALITY,"             \
	" kartu VARCHAR(32) CHARACTER SET ascii PATH '$[0]',"                  \
	" mesin VARCHAR(32) CHARACTER SET ascii PATH '$[1]',"                  \
	" nomor INT PATH '$[2]')) j "
SQL(Q_KARTU_TERPAKAI,
    "SELECT j.nomor, j.kartu" TABEL_JSON "STRAIGHT_JOIN kartu k"
    " FORCE INDEX (kartu_seri_hidup)"
    " ON k.seri_kartu = j.kartu AND k.hidup = 1"
    " WHERE k.permintaan_id <> ?");
SQL(Q_MESIN_TERPAKAI,
    "SELECT j.nomor, j.mesin" TABEL_JSON "STRAIGHT_JOIN kartu k"
    " FORCE INDEX (kartu_mesin_hidup)"
    " ON k.seri_mesin = j.mesin AND k.mesin_hidup = 1"
    " WHERE k.permintaan_id <> ?");
SQL(Q_HAPUS, "DELETE FROM kartu WHERE permintaan_id = ?");
SQL(Q_SIMPAN,
    "INSERT INTO kartu (permintaan_id, urut, seri_kartu, seri_mesin, status,"
    " hidup) SELECT ?, j.urut, j.kartu, j.mesin, 'kosong', 1" TABEL_JSON);
SQL(Q_BEBASKAN, "UPDATE kartu SET hidup = NULL WHERE permintaan_id = ?");

static enum err cari_terpakai(struct db *db, struct seri *s, struct sql *q,
			      const char *json, int64_t permintaan_id,
			      const char *kode)
{
	struct rows *r;
	enum err e = db_query(db, &r, q, json, permintaan_id);

	while (e == OK && db_next(r))
		lapor(s, (size_t)db_int(r, 0), kode, db_text(r, 1), 0);
	return e;
}

static int banding_galat(const void *x, const void *y)
{
	const struct seri_galat *a = x, *b = y;

	if (a->nomor != b->nomor)
		return a->nomor < b->nomor ? -1 : 1;
	return strcmp(a->kode, b->kode);
}

enum err seri_periksa(struct db *db, int64_t permintaan_id, struct seri *s)
{
	const char *json;
	enum err e;

	cari_ganda(s, true);
	cari_ganda(s, false);
	json = bungkus(s, false);
	e = cari_terpakai(db, s, &Q_KARTU_TERPAKAI, json, permintaan_id,
			  "kartu-terpakai");
	if (e == OK)
		e = cari_terpakai(db, s, &Q_MESIN_TERPAKAI, json,
				  permintaan_id, "mesin-terpakai");
	if (e == OK && s->n_galat > 1)
		qsort(s->galat, s->n_galat, sizeof(*s->galat), banding_galat);
	return e;
}

/* --- storing --- */

enum err seri_simpan(struct db *db, int64_t permintaan_id,
		     const struct seri *s)
{
	enum err e = db_exec(db, &Q_HAPUS, permintaan_id);

	if (e == OK)
		e = db_exec(db, &Q_SIMPAN, permintaan_id, bungkus(s, true));
	/* Checked a moment ago, so somebody was faster: look again. */
	if (e == ERR_CONFLICT &&
	    strncmp(db_duplicate_key(db), "kartu_", 6) == 0)
		return ERR_RETRY;
	return e;
}

enum err seri_bebaskan(struct db *db, int64_t permintaan_id)
{
	return db_exec(db, &Q_BEBASKAN, permintaan_id);
}

struct blob seri_laporan(struct arena *a, const struct seri *s)
{
	struct buf b = { .a = a };

	csv_begin(&b);
	csv_cell(&b, "baris");
	csv_cell(&b, "seri");
	csv_cell(&b, "masalah");
	csv_cell(&b, "baris_lain");
	csv_end_row(&b);
	for (size_t i = 0; i < s->n_galat; i++) {
		const struct seri_galat *g = &s->galat[i];

		csv_cell(&b, arena_printf(a, "%zu", g->nomor));
		csv_cell(&b, g->nilai);
		csv_cell(&b, g->kode);
		csv_cell(&b, g->lain == 0 ? "" :
					    arena_printf(a, "%zu", g->lain));
		csv_end_row(&b);
	}
	return (struct blob){ (const unsigned char *)b.p, b.n };
}

/* --- showing --- */

SQL(Q_SESUDAH, "SELECT urut, seri_kartu, seri_mesin, status FROM kartu"
	       " FORCE INDEX (kartu_permintaan)"
	       " WHERE permintaan_id = ? AND urut > ?"
	       " AND pengganti_id IS NULL ORDER BY urut LIMIT ?");
SQL(Q_SEBELUM,
    "SELECT urut, seri_kartu, seri_mesin, status FROM kartu"
    " FORCE INDEX (kartu_permintaan)"
    " WHERE permintaan_id = ? AND urut < ? AND pengganti_id IS NULL"
    " ORDER BY urut DESC LIMIT ?");

enum err seri_daftar(struct db *db, int64_t permintaan_id, int64_t dari,
		     bool mundur, int64_t banyak, struct seri_kartu **out,
		     size_t *n)
{
	struct rows *r;
	size_t i = 0;
	enum err e = db_query(db, &r, mundur ? &Q_SEBELUM : &Q_SESUDAH,
			      permintaan_id, dari, banyak);

	*n = 0;
	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (; db_next(r); i++)
		(*out)[mundur ? *n - 1 - i : i] = (struct seri_kartu){
			db_int(r, 0), db_text(r, 1), db_text(r, 2),
			db_text(r, 3)
		};
	return OK;
}
