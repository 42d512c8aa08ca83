/*
 * fuzz-balikan-berkas.c - a file of data balikan, as its child reads it and its
 * parent hears of it.  The first byte is the size of the pieces, the second
 * what the rest is: text, text whose cells are numbers of a spreadsheet, gzip,
 * text that is packed here, or messages of a child that lies.
 */
#include "sasaran.h"

#include "lib/csv.h"
#include "lib/gunzip.h"
#include "lib/text.h"
#include "model/balikan-baris.h"

#include <zlib.h>

#define PACKED_MAX 65536

static const char *const choice[] = { "GIRO", "Tabungan", NULL };
static const struct balikan_ruas ruas[] = {
	{ "A", BALIKAN_TEKS, 6, true, NULL, NULL },
	{ "B", BALIKAN_ANGKA, 8, false, NULL, NULL },
	{ "C", BALIKAN_TANGGAL, 10, false, NULL, NULL },
	{ "D", BALIKAN_TELEPON, 16, false, NULL, NULL },
	{ "E", BALIKAN_PILIHAN, 20, false, NULL, choice },
	{ "F", BALIKAN_TEKS, 9, false, "9A-X", NULL },
};
static const struct balikan_versi versi[] = {
	{ .id = 2, .nomor = 2, .ruas = ruas, .n = 6 },
	{ .id = 1, .nomor = 1, .ruas = ruas, .n = 2 },
};
static const struct balikan_aturan aturan = { versi, 2 };

/* ---- the parent ---------------------------------------------------------- */

struct record {
	struct buf told;
	const struct balikan_versi *v;
	uint64_t nomor, baris;
};

static enum err kepala(void *ctx, const struct balikan_versi *v,
		       const struct baris *b)
{
	struct record *r = ctx;

	harus(r->v == NULL && (v == &versi[0] || v == &versi[1]));
	harus(b->n >= 1);
	r->v = v;
	r->nomor = b->nomor;
	return OK;
}

static enum err baik(void *ctx, uint64_t nomor, uint64_t nik, const char *isi,
		     size_t n)
{
	struct record *r = ctx;
	size_t from = 0, values = 0;

	harus(r->v != NULL && nomor > r->nomor && n <= BALIKAN_ISI_MAKS);
	harus(nik >= 1000000000000000u && nik <= 9999999999999999u);
	r->nomor = nomor;
	r->baris++;
	for (size_t i = 0; i <= n; i++) {
		if (i < n && isi[i] != BALIKAN_PEMISAH)
			continue;
		harus(text_ok(isi + from, i - from));
		harus(values < r->v->n);
		from = i + 1;
		values++;
	}
	harus(values == r->v->n);
	buf_printf(&r->told, "%llu:%llu:", (unsigned long long)nomor,
		   (unsigned long long)nik);
	buf_bytes(&r->told, isi, n);
	return OK;
}

static enum err tolak(void *ctx, const struct balikan_salah *s, size_t n,
		      const struct baris *b)
{
	struct record *r = ctx;

	harus(r->v != NULL && b->nomor > r->nomor && n >= 1);
	r->nomor = b->nomor;
	r->baris++;
	buf_printf(&r->told, "%zu!", b->nomor);
	for (size_t i = 0; i < n; i++) {
		harus(s[i].nilai == NULL ||
		      (strlen(s[i].nilai) <= 80 &&
		       text_ok(s[i].nilai, strlen(s[i].nilai))));
		buf_printf(&r->told, "%s=%s(%s)", s[i].ruas, s[i].kode,
			   s[i].nilai == NULL ? "" : s[i].nilai);
	}
	for (size_t i = 0; i < b->n; i++)
		harus(text_ok(b->sel[i].p, b->sel[i].n));
	return OK;
}

static enum err peringatan(void *ctx, const struct balikan_peringatan *w)
{
	struct record *r = ctx;

	harus(*w->kode == '?' && w->jumlah > 0 && w->jumlah <= r->baris);
	harus(w->n <= BALIKAN_NOMOR_MAKS && w->n <= w->jumlah);
	buf_printf(&r->told, "%s%s", w->ruas, w->kode);
	for (size_t i = 0; i < w->n; i++) {
		harus(w->nomor[i] <= r->nomor &&
		      w->nomor[i] > (i == 0 ? 0 : w->nomor[i - 1]));
		buf_printf(&r->told, " %llu", (unsigned long long)w->nomor[i]);
	}
	return OK;
}

static enum err maju(void *ctx, int64_t dibaca, uint64_t baris)
{
	struct record *r = ctx;

	harus(dibaca >= 0 && baris == r->baris);
	return OK;
}

static const struct balikan_berkas_calls calls = { kepala, baik, tolak,
						   peringatan, maju };

/* Room that is as large as a workbook's row needs is made once. */
static struct balikan_penerima parent_kept;
static struct balikan_kurir courier_kept;

static void begin(struct arena *a, struct record *r, struct balikan_penerima *p,
		  struct balikan_berkas_galat *galat)
{
	memset(r, 0, sizeof(*r));
	memset(galat, 0, sizeof(*galat));
	r->told.a = a;
	*p = (struct balikan_penerima){
		.a = a,
		.aturan = &aturan,
		.calls = &calls,
		.ctx = r,
		.galat = galat,
		.bytes = 1 << 20,
		.bytes_asli = 1 << 20,
	};
	p->sel = parent_kept.sel;
	p->salah = parent_kept.salah;
	p->nilai = parent_kept.nilai;
}

/* ---- the child ----------------------------------------------------------- */

struct reader {
	struct csv *csv;
	struct balikan_bacaan baca;
	struct balikan_kurir kurir;
	bool angka;
};

static enum err antar(void *ctx, const char *p, size_t n)
{
	char *copy = salin((const uint8_t *)p, n);
	enum err e = balikan_penerima_pesan(ctx, copy, n);

	/* The parent believes what our child says. */
	harus(e == OK);
	free(copy);
	return e;
}

static enum err row(void *ctx, const struct baris *b)
{
	struct reader *r = ctx;
	struct sel sel[64];
	struct baris numbers = *b;

	if (!r->angka || b->n > 64)
		return balikan_baris_periksa(&r->baca, b);
	for (size_t i = 0; i < b->n; i++) {
		sel[i] = b->sel[i];
		sel[i].angka = b->nomor > 1;
	}
	numbers.sel = sel;
	return balikan_baris_periksa(&r->baca, &numbers);
}

static enum err unpacked(void *ctx, const char *p, size_t n)
{
	return csv_feed(((struct reader *)ctx)->csv, p, n);
}

/* Read a file in pieces; what the parent was told is in *r. */
static enum err run(struct arena *a, const uint8_t *p, size_t n, size_t piece,
		    bool gzip, bool angka, struct record *r)
{
	static const struct tabel_batas batas = {
		.kolom = 40,
		.sel_bytes = 200,
		.baris_bytes = 600,
		.baris = 1000,
		.lunak = true,
	};
	struct balikan_berkas_galat galat;
	struct balikan_penerima parent;
	struct reader c = { .angka = angka };
	struct gunzip *g =
	    gzip ? gunzip_new(a, 1 << 20, 400, unpacked, &c) : NULL;
	enum err e = OK;

	begin(a, r, &parent, &galat);
	c.kurir = courier_kept;
	c.kurir.ctx = &parent;
	c.baca.a = a;
	c.baca.aturan = &aturan;
	c.baca.kurir = &c.kurir;
	c.csv = csv_new(a, &batas, '\0', row, &c);
	for (size_t at = 0; at < n && e == OK; at += piece) {
		size_t now = n - at < piece ? n - at : piece;
		char *copy = salin(p + at, now);

		e = gzip ? gunzip_feed(g, copy, now) :
			   csv_feed(c.csv, copy, now);
		free(copy);
	}
	if (e == OK && gzip)
		e = gunzip_end(g);
	if (e == OK)
		e = csv_end(c.csv);
	if (e == OK)
		e = balikan_baris_selesai(&c.baca);
	if (c.baca.galat.kode != NULL) {
		harus(e == ERR_INPUT);
		harus(balikan_kurir_galat(&c.kurir, &c.baca.galat) == OK);
		harus(strcmp(galat.kode, c.baca.galat.kode) == 0);
		buf_printf(&r->told, "%s %s", galat.kode,
			   galat.rinci == NULL ? "" : galat.rinci);
	} else {
		harus(balikan_kurir_maju(&c.kurir, 0, c.baca.baris) == OK);
		harus(e != OK || r->baris > 0);
	}
	harus(r->baris == c.baca.baris);
	return e;
}

static bool same(const struct buf *x, const struct buf *y)
{
	return x->n == y->n && (x->n == 0 || memcmp(x->p, y->p, x->n) == 0);
}

static size_t packed(const uint8_t *p, size_t n, uint8_t out[PACKED_MAX])
{
	z_stream z = { 0 };

	harus(deflateInit2(&z, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) ==
	      Z_OK);
	z.next_in = (uint8_t *)(uintptr_t)p;
	z.avail_in = (uInt)n;
	z.next_out = out;
	z.avail_out = PACKED_MAX;
	harus(deflate(&z, Z_FINISH) == Z_STREAM_END);
	deflateEnd(&z);
	return PACKED_MAX - z.avail_out;
}

/* Each message begins with its length. */
static void lies(struct arena *a, const uint8_t *p, size_t n)
{
	struct balikan_berkas_galat galat;
	struct balikan_penerima parent;
	struct record r;
	enum err e = OK;

	begin(a, &r, &parent, &galat);
	while (e == OK && n > 1) {
		size_t now = *p < n - 1 ? *p : n - 1;
		char *copy = salin(p + 1, now);

		e = balikan_penerima_pesan(&parent, copy, now);
		harus(e == OK || e == ERR_TYPE);
		free(copy);
		p += now + 1;
		n -= now + 1;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static uint8_t gz[PACKED_MAX];
	struct arena *a = arena_new();
	struct record whole, pieces;
	size_t n = size < 2 ? 0 : size - 2, piece, k;
	const uint8_t *p = data + 2;
	int kind;
	enum err e, other;

	harus(a != NULL);
	if (parent_kept.a == NULL) {
		parent_kept.a = arena_new();
		harus(parent_kept.a != NULL);
		balikan_penerima_mulai(&parent_kept);
		balikan_kurir_mulai(&courier_kept, parent_kept.a, antar, NULL);
		balikan_wilayah_tambah("32");
		balikan_wilayah_tambah("3204");
	}
	if (size >= 2 && n < 16384) {
		kind = data[1] % 5;
		piece = 1 + data[0] % 50;
		if (kind == 4) {
			lies(a, p, n);
		} else {
			e = run(a, p, n, n + 1, kind == 2, kind == 1, &whole);
			other =
			    run(a, p, n, piece, kind == 2, kind == 1, &pieces);
			/* How far a damaged file is unpacked, and so what is
			   wrong first, is not told. */
			if (kind == 2 && e != OK)
				harus(other != OK);
			else
				harus(other == e &&
				      same(&whole.told, &pieces.told));
		}
		if (kind == 3) {
			k = packed(p, n, gz);
			harus(run(a, gz, k, piece, true, false, &pieces) == e);
			harus(same(&whole.told, &pieces.told));
		}
	}
	arena_free(a);
	return 0;
}
