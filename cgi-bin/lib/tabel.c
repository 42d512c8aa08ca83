/*
 * tabel.c - see tabel.h.  How rows travel from the child to us is in
 * tabel-pesan.c.
 */
#include "tabel.h"

#include "csv.h"
#include "fd.h"
#include "sandbox.h"
#include "sniff.h"
#include "tabel-pesan.h"
#include "xlsx.h"

#include <setjmp.h>
#include <string.h>
#include <unistd.h>

#define READ_BYTES  65536
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

static enum err read_csv(struct arena *a, int fd,
			 const struct tabel_batas *batas, struct filter *f,
			 struct tabel_galat *galat)
{
	struct csv *c = csv_new(a, batas, '\0', not_empty, f);
	char *chunk = arena_alloc(a, READ_BYTES);
	off_t offset = 0;
	ssize_t n;
	enum err e = OK;

	while (e == OK && (n = fd_read_at(fd, chunk, READ_BYTES, offset)) != 0) {
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

/* ---- XLSX ------------------------------------------------------------- */

/* In the child; ctx is the tabel_batas. */
static int child_work(int fd_in, int fd_out, void *ctx)
{
	const struct tabel_batas *batas = ctx;
	/* The parent's arena and its jump are not ours: see sandbox.h. */
	struct arena *a = arena_new();
	struct tabel_galat galat;
	struct pengirim s;
	jmp_buf full;
	enum err e;

	if (a == NULL || setjmp(full) != 0)
		return ERR_TOO_LARGE;
	arena_on_full(a, &full);
	arena_limit(a, batas->memori_bytes);
	pengirim_mulai(&s, a, fd_out, batas);
	e = xlsx_baca(a, fd_in, NULL, batas, pengirim_baris, &s, &galat);
	return pengirim_selesai(&s, &galat) == OK ? (int)e : (int)ERR_BUSY;
}

static enum err read_xlsx(struct arena *a, int fd,
			  const struct tabel_batas *batas, struct filter *f,
			  struct tabel_galat *galat)
{
	const struct sandbox_batas limits = {
		.cpu_s = batas->cpu_s,
		.tunggu_s = batas->tunggu_s,
		.memori_bytes = batas->memori_bytes,
		.pesan_bytes = pesan_maks(batas),
	};
	struct tabel_batas copy = *batas;
	struct penerima r;
	enum err e;

	penerima_mulai(&r, a, batas, not_empty, f, galat);
	e = sandbox_run(a, fd, child_work, &copy, &limits, penerima_pesan, &r);
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
	n = fd_read_at(fd, head, sizeof(head), 0);
	if (n < 0)
		return ERR_INTERNAL;
	found = sniff((const unsigned char *)head, (size_t)n);
	zip = found == BERKAS_ZIP || found == BERKAS_XLSX;
	if ((found != BERKAS_LAIN && !zip) || (jenis == TABEL_CSV && zip) ||
	    (jenis == TABEL_XLSX && !zip)) {
		galat->kode = TABEL_JENIS;
		return tabel_err(galat->kode);
	}
	e = zip ? read_xlsx(a, fd, batas, &f, galat) :
		  read_csv(a, fd, batas, &f, galat);
	if (f.err == OK)
		return e;
	memset(galat, 0, sizeof(*galat));
	return f.err;
}
