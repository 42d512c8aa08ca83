/*
 * tabel.c - see tabel.h.  Also the form in which rows travel from the child
 * to us: many rows in one message, checked here as foreign bytes.
 */
#include "tabel.h"

#include "csv.h"
#include "sandbox.h"
#include "sniff.h"
#include "text.h"
#include "xlsx.h"

#include <errno.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#define READ_BYTES 65536
#define MESSAGE_BYTES 65536u
#define SNIFF_BYTES 4096

/* Hands on the rows that are not empty. */
struct filter {
	baris_fn *fn;
	void *ctx;
	enum err err; /* what fn returned: told apart from the reader's own */
};

static enum err not_empty(void *ctx, const struct baris *b)
{
	struct filter *f = ctx;

	if (!baris_kosong(b))
		f->err = f->fn(f->ctx, b);
	return f->err;
}

/* ---- CSV -------------------------------------------------------------- */

/* Up to n bytes at offset; how many, or -1. */
static ssize_t read_at(int fd, char *p, size_t n, off_t offset)
{
	ssize_t got;

	do
		got = pread(fd, p, n, offset);
	while (got < 0 && errno == EINTR);
	return got;
}

static enum err read_csv(struct arena *a, int fd,
			 const struct tabel_batas *batas, struct filter *f,
			 struct tabel_galat *galat)
{
	struct csv *c = csv_new(a, batas, '\0', not_empty, f);
	char *chunk = arena_alloc(a, READ_BYTES);
	off_t offset = 0;
	ssize_t n;
	enum err e = OK;

	while (e == OK && (n = read_at(fd, chunk, READ_BYTES, offset)) != 0) {
		if (n < 0)
			return ERR_INTERNAL;
		offset += n;
		e = csv_feed(c, chunk, (size_t)n);
	}
	if (e == OK)
		e = csv_end(c);
	*galat = csv_galat(c);
	return e;
}

/* ---- XLSX, child ------------------------------------------------------ */

/*
 * A message is one of
 *	'B' and rows: number, count of cells, then for each cell its length
 *	with the lowest bit saying angka, its bytes and a NUL
 *	'G', what was wrong, and in which row
 * All numbers are uint32_t of this machine.
 */
struct sender {
	int fd;
	const struct tabel_batas *batas;
	char *message;
	size_t n;
};

static void put_number(struct sender *s, size_t number)
{
	uint32_t v = (uint32_t)number;

	memcpy(s->message + s->n, &v, sizeof(v));
	s->n += sizeof(v);
}

static enum err flush(struct sender *s)
{
	int failed = s->n > 1 && sandbox_send(s->fd, s->message, s->n) != 0;

	s->message[0] = 'B';
	s->n = 1;
	return failed ? ERR_BUSY : OK;
}

/* Largest message: one row over the size at which messages are sent. */
static size_t message_max(const struct tabel_batas *batas)
{
	return 1 + MESSAGE_BYTES + 2 * sizeof(uint32_t) + batas->baris_bytes +
	       batas->kolom * sizeof(uint32_t);
}

static enum err send_row(void *ctx, const struct baris *b)
{
	struct sender *s = ctx;

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

static int child_work(int fd_in, int fd_out, void *ctx)
{
	struct sender s = { .fd = fd_out, .batas = ctx };
	struct tabel_galat galat = { TABEL_BERAT, 0 };
	/* The parent's arena and its jump are not ours: see sandbox.h. */
	struct arena *a = arena_new();
	jmp_buf full;
	enum err e;

	if (a == NULL)
		return ERR_TOO_LARGE;
	if (setjmp(full) != 0)
		return ERR_TOO_LARGE;
	arena_on_full(a, &full);
	arena_limit(a, s.batas->memori_bytes);
	s.message = arena_alloc(a, message_max(s.batas));
	flush(&s);
	e = xlsx_baca(a, fd_in, NULL, s.batas, send_row, &s, &galat);
	if (flush(&s) != OK)
		return ERR_BUSY;
	if (galat.kode != TABEL_BAIK) {
		s.message[0] = 'G';
		put_number(&s, (size_t)galat.kode);
		put_number(&s, galat.nomor);
		flush(&s);
	}
	return e;
}

/* ---- XLSX, parent ----------------------------------------------------- */

struct receiver {
	struct filter *f;
	const struct tabel_batas *batas;
	struct sel *sel;
	size_t nomor; /* of the last row */
	struct tabel_galat *galat;
};

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
static bool take_cell(struct receiver *r, const char **p, const char *end,
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
static enum err take_row(struct receiver *r, const char **p, const char *end)
{
	struct baris b = { .sel = r->sel };

	if (!take_number(p, end, &b.nomor) || !take_number(p, end, &b.n))
		return ERR_TYPE;
	if (b.nomor <= r->nomor || b.nomor > r->batas->baris || b.n == 0 ||
	    b.n > r->batas->kolom)
		return ERR_TYPE;
	for (size_t i = 0; i < b.n; i++)
		if (!take_cell(r, p, end, &r->sel[i]))
			return ERR_TYPE;
	r->nomor = b.nomor;
	b.fisik = b.nomor;
	return not_empty(r->f, &b);
}

static enum err take_fault(struct receiver *r, const char *p, const char *end)
{
	size_t kode, nomor;

	if (!take_number(&p, end, &kode) || !take_number(&p, end, &nomor) ||
	    p != end || kode >= TABEL_KODE_N)
		return ERR_TYPE;
	r->galat->kode = (enum tabel_kode)kode;
	r->galat->nomor = nomor;
	return OK;
}

static enum err take_message(void *ctx, const char *p, size_t n)
{
	struct receiver *r = ctx;
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

static enum err read_xlsx(struct arena *a, int fd,
			  const struct tabel_batas *batas, struct filter *f,
			  struct tabel_galat *galat)
{
	const struct sandbox_batas limits = {
		.cpu_s = batas->cpu_s,
		.tunggu_s = batas->tunggu_s,
		.memori_bytes = batas->memori_bytes,
		.pesan_bytes = message_max(batas),
	};
	struct receiver r = { .f = f, .batas = batas, .galat = galat };
	struct tabel_batas copy = *batas;
	enum err e;

	r.sel = arena_array(a, batas->kolom, sizeof(*r.sel));
	e = sandbox_run(a, fd, child_work, &copy, &limits, take_message, &r);
	if (galat->kode != TABEL_BAIK) {
		if (e == tabel_err(galat->kode))
			return e;
		e = ERR_TYPE;
	}
	if (e == ERR_INPUT)
		e = ERR_TYPE;
	if (e == ERR_TYPE)
		galat->kode = TABEL_RUSAK;
	else if (e == ERR_TOO_LARGE)
		galat->kode = TABEL_BERAT;
	galat->nomor = 0;
	return e;
}

/* ---- either ----------------------------------------------------------- */

enum err tabel_baca(struct arena *a, int fd, enum tabel_jenis jenis,
		    const struct tabel_batas *batas, baris_fn *fn, void *ctx,
		    struct tabel_galat *galat)
{
	struct filter f = { .fn = fn, .ctx = ctx };
	char head[SNIFF_BYTES];
	enum berkas_jenis found;
	bool zip;
	ssize_t n;
	enum err e;

	memset(galat, 0, sizeof(*galat));
	n = read_at(fd, head, sizeof(head), 0);
	if (n < 0)
		return ERR_INTERNAL;
	found = sniff((const unsigned char *)head, (size_t)n);
	zip = found == BERKAS_ZIP || found == BERKAS_XLSX;
	if ((found != BERKAS_LAIN && !zip) ||
	    (jenis == TABEL_CSV && zip) || (jenis == TABEL_XLSX && !zip)) {
		galat->kode = TABEL_JENIS;
		return tabel_err(galat->kode);
	}
	e = zip ? read_xlsx(a, fd, batas, &f, galat)
		: read_csv(a, fd, batas, &f, galat);
	if (f.err == OK)
		return e;
	memset(galat, 0, sizeof(*galat));
	return f.err;
}
