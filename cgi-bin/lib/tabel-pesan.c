/*
 * tabel-pesan.c - see tabel-pesan.h.
 *
 * A message is one of
 *	'B' and rows: number, count of cells, then for each cell twice its
 *	length, plus 1 for angka, its bytes and a NUL
 *	'G', what was wrong, and in which row
 * All numbers are uint32_t as this machine keeps them.
 */
#include "tabel-pesan.h"

#include "sandbox.h"
#include "text.h"

#include <stdint.h>
#include <string.h>

#define MESSAGE_BYTES 65536u

/* Largest message: one row over the size at which messages are sent. */
size_t pesan_maks(const struct tabel_batas *batas)
{
	return 1 + MESSAGE_BYTES + 2 * sizeof(uint32_t) + batas->baris_bytes +
	       batas->kolom * sizeof(uint32_t);
}

/* ---- child ------------------------------------------------------------ */

static void put_number(struct pengirim *s, size_t number)
{
	uint32_t v = (uint32_t)number;

	memcpy(s->message + s->n, &v, sizeof(v));
	s->n += sizeof(v);
}

static enum err flush(struct pengirim *s)
{
	bool failed = s->n > 1 && sandbox_send(s->fd, s->message, s->n) != 0;

	s->message[0] = 'B';
	s->n = 1;
	return failed ? ERR_BUSY : OK;
}

void pengirim_mulai(struct pengirim *s, struct arena *a, int fd,
		    const struct tabel_batas *batas)
{
	s->fd = fd;
	s->message = arena_alloc(a, pesan_maks(batas));
	s->message[0] = 'B';
	s->n = 1;
}

enum err pengirim_baris(void *ctx, const struct baris *b)
{
	struct pengirim *s = ctx;

	put_number(s, b->nomor);
	put_number(s, b->n);
	for (size_t i = 0; i < b->n; i++) {
		const struct sel *sel = &b->sel[i];

		put_number(s, sel->n << 1 | sel->angka);
		memcpy(s->message + s->n, sel->p, sel->n + 1);
		s->n += sel->n + 1;
	}
	return s->n >= MESSAGE_BYTES ? flush(s) : OK;
}

enum err pengirim_selesai(struct pengirim *s, const struct tabel_galat *galat)
{
	enum err e = flush(s);

	if (e != OK || galat->kode == TABEL_BAIK)
		return e;
	s->message[0] = 'G';
	put_number(s, (size_t)galat->kode);
	put_number(s, galat->nomor);
	return flush(s);
}

/* ---- parent ----------------------------------------------------------- */

void penerima_mulai(struct penerima *r, struct arena *a,
		    const struct tabel_batas *batas, baris_fn *fn, void *ctx,
		    struct tabel_galat *galat)
{
	r->batas = batas;
	r->fn = fn;
	r->ctx = ctx;
	r->galat = galat;
	r->sel = arena_array(a, batas->kolom, sizeof(*r->sel));
	r->nomor = 0;
}

static bool take_number(const char **p, const char *end, size_t *out)
{
	uint32_t v;

	if ((size_t)(end - *p) < sizeof(v))
		return false;
	memcpy(&v, *p, sizeof(v));
	*p += sizeof(v);
	*out = v;
	return true;
}

/* One cell; false when it breaks a rule. */
static bool take_cell(struct penerima *r, const char **p, const char *end,
		      struct sel *sel)
{
	size_t n;

	if (!take_number(p, end, &n))
		return false;
	sel->angka = n & 1;
	sel->n = n >> 1;
	sel->p = *p;
	if (sel->n > r->batas->sel_bytes || sel->n >= (size_t)(end - *p) ||
	    sel->p[sel->n] != '\0' || !text_ok(sel->p, sel->n))
		return false;
	*p += sel->n + 1;
	return true;
}

/* One row, handed on; ERR_TYPE when it breaks a rule. */
static enum err take_row(struct penerima *r, const char **p, const char *end)
{
	struct baris b = { .sel = r->sel };
	size_t bytes = 0;

	if (!take_number(p, end, &b.nomor) || !take_number(p, end, &b.n))
		return ERR_TYPE;
	if (b.nomor <= r->nomor || b.nomor > r->batas->baris || b.n == 0 ||
	    b.n > r->batas->kolom)
		return ERR_TYPE;
	for (size_t i = 0; i < b.n; i++) {
		if (!take_cell(r, p, end, &r->sel[i]))
			return ERR_TYPE;
		bytes += r->sel[i].n + 1;
	}
	if (bytes > r->batas->baris_bytes)
		return ERR_TYPE;
	r->nomor = b.nomor;
	b.fisik = b.nomor;
	return r->fn(r->ctx, &b);
}

static enum err take_fault(struct penerima *r, const char *p, const char *end)
{
	size_t kode, nomor;

	if (!take_number(&p, end, &kode) || !take_number(&p, end, &nomor) ||
	    p != end || kode >= TABEL_KODE_N)
		return ERR_TYPE;
	r->galat->kode = (enum tabel_kode)kode;
	r->galat->nomor = nomor;
	return OK;
}

enum err penerima_pesan(void *ctx, const char *p, size_t n)
{
	struct penerima *r = ctx;
	const char *end = p + n;
	enum err e = OK;

	if (n == 0)
		return ERR_TYPE;
	if (*p == 'G')
		return take_fault(r, p + 1, end);
	if (*p++ != 'B')
		return ERR_TYPE;
	while (e == OK && p < end)
		e = take_row(r, &p, end);
	return e;
}
