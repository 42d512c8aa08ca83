/*
 * sasaran-xlsx.h - what the two targets of the XLSX reader share: its limits,
 * and what must hold of what it gives.
 */
#ifndef SASARAN_XLSX_H
#define SASARAN_XLSX_H

#include "sasaran.h"

#include "lib/text.h"
#include "lib/xlsx.h"

#include <sys/mman.h>
#include <unistd.h>

static const struct tabel_batas limits = {
	.kolom = 12,
	.sel_bytes = 100,
	.baris_bytes = 300,
	.baris = 100,
	.entri = 20,
	.urai_bytes = 4 << 20,
	.rasio = 100,
	.teks_bytes = 64 << 10,
	.sel = 500,
};

struct record {
	size_t nomor;
	struct buf rows;
};

static enum err row(void *ctx, const struct baris *b)
{
	struct record *r = ctx;
	size_t bytes = 0;

	harus(b->nomor > r->nomor && b->nomor <= limits.baris);
	harus(b->n >= 1 && b->n <= limits.kolom);
	r->nomor = b->nomor;
	buf_printf(&r->rows, "%zu:", b->nomor);
	for (size_t i = 0; i < b->n; i++) {
		const struct sel *s = &b->sel[i];

		harus(text_ok(s->p, s->n) && s->p[s->n] == '\0');
		harus(s->n <= limits.sel_bytes);
		bytes += s->n + 1;
		buf_printf(&r->rows, "%zu%s:", s->n, s->angka ? "#" : "");
		buf_bytes(&r->rows, s->p, s->n);
	}
	harus(bytes <= limits.baris_bytes);
	harus(b->sel[b->n - 1].n > 0);
	return OK;
}

/* Read the archive; its rows are in *r. */
static enum err run(struct arena *a, int fd, const struct tabel_batas *batas,
		    struct record *r, struct tabel_galat *galat)
{
	enum err e;

	memset(r, 0, sizeof(*r));
	r->rows.a = a;
	buf_text(&r->rows, "");
	e = xlsx_baca(a, fd, NULL, batas, row, r, galat);
	harus(e == tabel_err(galat->kode));
	harus(galat->kode < TABEL_KODE_N);
	return e;
}

/*
 * The workbook in fd with its shared strings in memory and, when `both`, in a
 * file, which gives the same rows.
 */
static inline void run_both(struct arena *a, int fd, bool both)
{
	static int texts = -1;
	struct tabel_batas filed = limits;
	struct record r, again;
	struct tabel_galat galat, other;
	enum err e = run(a, fd, &limits, &r, &galat);

	if (!both)
		return;
	if (texts < 0)
		texts = memfd_create("teks", 0);
	harus(texts >= 0);
	filed.teks_bytes = 0;
	filed.teks_fd = texts;
	filed.teks_berkas = limits.teks_bytes;
	harus(run(a, fd, &filed, &again, &other) == e);
	harus(galat.kode == other.kode && galat.nomor == other.nomor);
	harus(r.rows.n == again.rows.n &&
	      memcmp(r.rows.p, again.rows.p, r.rows.n) == 0);
}

#endif
