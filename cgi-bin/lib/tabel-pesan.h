/*
 * tabel-pesan.h - rows on their way from the child that reads a workbook to
 * the parent that judges them: many rows in one message of lib/sandbox.
 * Used by tabel.c and the fuzzer.
 */
#ifndef TABEL_PESAN_H
#define TABEL_PESAN_H

#include "baris.h"

/* ---- a row, for whatever message it stands in --------------------------- */

/* Most bytes of a row within batas. */
size_t pesan_baris_maks(const struct tabel_batas *batas);

/* Write the row b at w, where there is room for it; the place behind it. */
char *pesan_tulis_baris(char *w, const struct baris *b);

/*
 * The row at *p, which is moved behind it; its cells to sel, which has room
 * for batas->kolom.  False when it breaks a rule: within batas and [*p, end),
 * numbered higher than sesudah, texts that are text_ok() and end with NUL.
 */
bool pesan_baca_baris(const char **p, const char *end,
		      const struct tabel_batas *batas, size_t sesudah,
		      struct sel *sel, struct baris *b);

/* ---- messages of rows --------------------------------------------------- */

/* The child's side. */
struct pengirim {
	int fd;
	char *message;
	size_t n;
};

/* A sender to fd for rows within batas; memory from a. */
void pengirim_mulai(struct pengirim *s, struct arena *a, int fd,
		    const struct tabel_batas *batas);

/* A baris_fn whose ctx is the sender; ERR_BUSY when the parent is gone. */
enum err pengirim_baris(void *ctx, const struct baris *b);

/* Send what is kept, and galat when it has a code.  OK or ERR_BUSY. */
enum err pengirim_selesai(struct pengirim *s, const struct tabel_galat *galat);

/* The parent's side. */
struct penerima {
	const struct tabel_batas *batas;
	baris_fn *fn;
	void *ctx;
	struct tabel_galat *galat;
	struct sel *sel;
	size_t nomor; /* of the last row */
};

/* A receiver that hands rows to fn(ctx) and a fault to *galat. */
void penerima_mulai(struct penerima *r, struct arena *a,
		    const struct tabel_batas *batas, baris_fn *fn, void *ctx,
		    struct tabel_galat *galat);

/*
 * One message of n bytes, from a child nobody trusts: a sandbox_out whose ctx
 * is the receiver.  Rows are handed on as far as they are good: numbers rise,
 * batas holds, texts are text_ok() and end with their NUL.
 * ERR_TYPE: not so.  Anything else: what fn returned.
 */
enum err penerima_pesan(void *ctx, const char *p, size_t n);

/* Longest message a sender makes for batas. */
size_t pesan_maks(const struct tabel_batas *batas);

#endif
