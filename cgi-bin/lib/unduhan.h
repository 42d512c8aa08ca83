/*
 * unduhan.h - a table as a file to download, CSV or XLSX by the address, made
 * row by row.
 */
#ifndef UNDUHAN_H
#define UNDUHAN_H

#include "app.h"
#include "text.h"
#include "xlsx-out.h"

/* Rows to ask of the database at once. */
#define UNDUHAN_SEKALI 1000

struct unduhan {
	struct buf csv;
	struct xlsx_out *x;   /* NULL: CSV */
	struct arena *potong; /* of the piece that is being written */
};

/*
 * Begin a file of the kind that {kode} of the path names, with a heading.
 * ERR_NOT_FOUND when it is neither csv nor xlsx; errors of xlsx_out_new().
 */
enum err unduhan_mulai(struct req *r, struct unduhan *u, const char *lembar,
		       const struct xlsx_kolom *kolom, size_t n);

/* The next cell of the row (NULL is empty), the end of the row. */
void unduhan_teks(struct unduhan *u, const char *teks);
void unduhan_angka(struct unduhan *u, int64_t angka);
/* A figure that is given in tenths and not negative: 25 is 2.5. */
void unduhan_sepuluh(struct unduhan *u, int64_t angka);
void unduhan_baris(struct unduhan *u);

/*
 * The rows are asked for in pieces of UNDUHAN_SEKALI, so that 100 000 of them
 * are never in memory at once:
 *
 *	size_t n = UNDUHAN_SEKALI;
 *	...
 *	while (unduhan_lagi(r, &u, &e, n)) {
 *		e = model_daftar(r->db, sesudah, UNDUHAN_SEKALI, &rows, &n);
 *		...
 *
 * True when another piece is to be asked for: all went well (*e) and the last
 * one was full.  What the database gives goes to an arena of the piece, so
 * text that the next piece needs is copied to r->a.  False ends that, and
 * leaves ERR_BUSY in *e when memory is out.  u is not looked at when *e is an
 * error.
 */
bool unduhan_lagi(struct req *r, struct unduhan *u, enum err *e, size_t n);

/* Answer with the file, called nama and its ending. */
enum err unduhan_kirim(struct req *r, struct unduhan *u, const char *nama);

#endif
