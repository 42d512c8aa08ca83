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

size_t pesan_baris_maks(const struct tabel_batas *batas)
{
	return 2 * sizeof(uint32_t) + batas->baris_bytes +
	       batas->kolom * sizeof(uint32_t);
}

/* Largest message: one row over the size at which messages are sent. */
size_t pesan_maks(const struct tabel_batas *batas)
{
	return 1 + MESSAGE_BYTES + pesan_baris_maks(batas);
}

static char *put_number(char *w, size_t number)
{
	uint32_t v = (uint32_t)number;

	memcpy(w, &v, sizeof(v));
	return w + sizeof(v);
}

char *pesan_tulis_baris(char *w, const struct baris *b)
{
	w = put_number(w, b->nomor);
	w = put_number(w, b->n);
	for (size_t i = 0; i < b->n; i++) {
		const struct sel *sel = &b->sel[i];

		w = put_number(w, sel->n << 1 | sel->angka);
		memcpy(w, sel->p, sel->n + 1);
		w += sel->n + 1;
	}
	return w;
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
static bool take_cell(const char **p, const char *end,
		      const struct tabel_batas *batas, struct sel *sel)
{
	size_t n;

	if (!take_number(p, end, &n))
		return false;
	sel->angka = n & 1;
	sel->n = n >> 1;
	sel->p = *p;
	if (sel->n > batas->sel_bytes || sel->n >= (size_t)(end - *p) ||
	    sel->p[sel->n] != '\0' || !text_ok(sel->p, sel->n))
		return false;
	*p += sel->n + 1;
	return true;
}

bool pesan_baca_baris(const char **p, const char *end,
		      const struct tabel_batas *batas, size_t sesudah,
		      struct sel *sel, struct baris *b)
{
	size_t bytes = 0;

	*b = (struct baris){ .sel = sel };
	if (!take_number(p, end, &b->nomor) || !take_number(p, end, &b->n) ||
	    b->nomor <= sesudah || b->nomor > batas->baris || b->n == 0 ||
	    b->n > batas->kolom)
		return false;
	for (size_t i = 0; i < b->n; i++) {
		if (!take_cell(p, end, batas, &sel[i]))
			return false;
		bytes += sel[i].n + 1;
	}
	b->fisik = b->nomor;
	return bytes <= batas->baris_bytes;
}

/* ---- child ------------------------------------------------------------ */

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

	s->n = (size_t)(pesan_tulis_baris(s->message + s->n, b) - s->message);
	return s->n >= MESSAGE_BYTES ? flush(s) : OK;
}

enum err pengirim_selesai(struct pengirim *s, const struct tabel_galat *galat)
{
	enum err e = flush(s);

	if (e != OK || galat->kode == TABEL_BAIK)
		return e;
	s->message[0] = 'G';
	put_number(put_number(s->message + 1, (size_t)galat->kode),
		   galat->nomor);
	s->n = 1 + 2 * sizeof(uint32_t);
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
	struct baris b;
	enum err e = OK;

	if (n == 0)
		return ERR_TYPE;
	if (*p == 'G')
		return take_fault(r, p + 1, end);
	if (*p++ != 'B')
		return ERR_TYPE;
	while (e == OK && p < end) {
		if (!pesan_baca_baris(&p, end, r->batas, r->nomor, r->sel, &b))
			return ERR_TYPE;
		r->nomor = b.nomor;
		e = r->fn(r->ctx, &b);
	}
	return e;
}
