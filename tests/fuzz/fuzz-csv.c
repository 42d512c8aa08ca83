/*
 * fuzz-csv.c - the first byte is the size of the pieces, the second the
 * separator told and whether rows at fault are told or end the file, the rest a
 * file: fed at once and in pieces it gives the same rows, and what is written
 * of them reads the same.
 */
#include "sasaran.h"

#include "lib/csv.h"

static const struct tabel_batas limits = {
	.kolom = 12, .sel_bytes = 100, .baris_bytes = 300, .baris = 100
};

static const struct tabel_batas soft = { .kolom = 12,
					 .sel_bytes = 100,
					 .baris_bytes = 300,
					 .baris = 100,
					 .lunak = true };

/* Written again, cells may be longer by the quote against formulas. */
static const struct tabel_batas wider = {
	.kolom = 12, .sel_bytes = 101, .baris_bytes = 312, .baris = 100
};

struct record {
	struct buf rows;  /* as lengths and bytes */
	struct buf plain; /* the same with formulas neutralised */
	struct buf again; /* written by csv_cell() */
	size_t nomor, fisik;
	const struct tabel_batas *batas;
};

static enum err row(void *ctx, const struct baris *b)
{
	struct record *r = ctx;
	size_t bytes = 0, plain = r->plain.n;

	harus(b->nomor > r->nomor && b->nomor <= r->batas->baris);
	harus(b->fisik > r->fisik && b->fisik >= b->nomor);
	harus(b->n >= 1 || b->salah != TABEL_BAIK);
	harus(b->n <= r->batas->kolom);
	harus(b->salah == TABEL_BAIK || r->batas->lunak);
	buf_printf(&r->rows, "%d;", (int)b->salah);
	r->nomor = b->nomor;
	r->fisik = b->fisik;
	for (size_t i = 0; i < b->n; i++) {
		const struct sel *s = &b->sel[i];
		bool formula = s->n > 0 && strchr("=+-@\t\r", *s->p) != NULL;

		harus(text_ok(s->p, s->n) && s->p[s->n] == '\0');
		harus(s->n <= r->batas->sel_bytes);
		bytes += s->n + 1;
		buf_printf(&r->rows, "%zu:%s", s->n, s->p);
		if (i == 0)
			buf_text(&r->plain, "0;");
		buf_printf(&r->plain, "%zu:%s%s", s->n + formula,
			   formula ? "'" : "", s->p);
		if (b->salah == TABEL_BAIK)
			csv_cell(&r->again, s->p);
	}
	harus(bytes <= r->batas->baris_bytes);
	if (b->salah != TABEL_BAIK) {
		buf_char(&r->rows, '\n');
		r->plain.n = plain;
		return OK;
	}
	buf_char(&r->rows, '\n');
	buf_char(&r->plain, '\n');
	csv_end_row(&r->again);
	return OK;
}

static enum err run(struct arena *a, const struct tabel_batas *batas,
		    const uint8_t *p, size_t n, size_t piece, char pisah,
		    struct record *r, struct tabel_galat *galat)
{
	struct csv *c;
	enum err e = OK;

	memset(r, 0, sizeof(*r));
	r->rows.a = r->plain.a = r->again.a = a;
	r->batas = batas;
	c = csv_new(a, batas, pisah, row, r);
	for (size_t at = 0; at < n && e == OK; at += piece) {
		size_t now = n - at < piece ? n - at : piece;
		char *copy = salin(p + at, now);

		e = csv_feed(c, copy, now);
		free(copy);
	}
	if (e == OK)
		e = csv_end(c);
	*galat = csv_galat(c);
	harus(e == tabel_err(galat->kode));
	harus(e == OK || galat->nomor == r->nomor + 1 ||
	      galat->nomor > r->nomor);
	return e;
}

static bool same(const struct buf *x, const struct buf *y)
{
	return x->n == y->n && (x->n == 0 || memcmp(x->p, y->p, x->n) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char told[] = { '\0', ',', ';', '\t' };
	struct arena *a = arena_new();
	const struct tabel_batas *batas;
	struct record whole, pieces, again;
	struct tabel_galat galat, other;
	char pisah;
	enum err e;

	harus(a != NULL);
	if (size >= 2) {
		pisah = told[data[1] % 4];
		batas = data[1] & 4 ? &soft : &limits;
		e = run(a, batas, data + 2, size - 2, size, pisah, &whole,
			&galat);
		harus(run(a, batas, data + 2, size - 2, 1 + data[0] % 50, pisah,
			  &pieces, &other) == e);
		harus(galat.kode == other.kode && galat.nomor == other.nomor);
		harus(same(&whole.rows, &pieces.rows));
		harus(run(a, &wider, (const uint8_t *)whole.again.p,
			  whole.again.n, whole.again.n + 1, ',', &again,
			  &other) == OK);
		harus(same(&whole.plain, &again.rows));
	}
	arena_free(a);
	return 0;
}
