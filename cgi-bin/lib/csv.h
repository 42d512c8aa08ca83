/*
 * csv.h - comma or semicolon separated values (RFC 4180 and what
 * spreadsheets make of it): a push reader for uploads, and a writer.
 */
#ifndef CSV_H
#define CSV_H

#include "baris.h"
#include "text.h"

struct csv;

/*
 * A reader that calls fn(ctx, row) for each row.  pisah is ',' or ';' or any
 * other ASCII character but quote, CR, LF; '\0' means: whichever of ',' and
 * ';' is more frequent outside quotes in the first line that is not empty
 * (',' when equal).  batas (its first five members) is copied.
 *
 * Read like this: a UTF-8 byte order mark is skipped; CRLF, LF and CR end a
 * row, the last one may have no end; a cell that begins with '"' is quoted:
 * it may hold separators and line ends, '""' is one quote; a quote further
 * inside a cell is itself; cells are not trimmed; empty lines are counted
 * but not handed over (a line of one quoted empty cell is).
 */
struct csv *csv_new(struct arena *a, const struct tabel_batas *batas,
		    char pisah, baris_fn *fn, void *ctx);

/*
 * The next n bytes of the file; any division gives the same rows.  After an
 * error every further call returns the same error.
 * ERR_INPUT, ERR_TOO_LARGE: csv_galat() says what and where; with batas.lunak
 * only TABEL_UTF16 and TABEL_BARIS_BANYAK, for other faults are their row's,
 * which is handed over with them.  Then what is left of its line is skipped; a
 * quoted cell without an end is given up where it is too long, or at the end.
 * Anything else: what fn returned.
 */
enum err csv_feed(struct csv *c, const char *p, size_t n);

/* The file is over: the last row is handed over.  Errors as csv_feed(). */
enum err csv_end(struct csv *c);

/* What the last error was about. */
struct tabel_galat csv_galat(const struct csv *c);

/* The separator told or found; '\0' before the first row was seen. */
char csv_pisah(const struct csv *c);

/* ---- writing ---------------------------------------------------------- */

/*
 * Begin a file: a byte order mark, without which spreadsheets take UTF-8
 * for something else.
 */
void csv_begin(struct buf *b);

/*
 * One more cell of the row at the end of b, with the comma before it when it
 * is not the row's first.  Quoted where needed (comma, semicolon, quote, line
 * end, outer space).  A text that begins with = + - @ TAB or CR gets a '
 * before it, so that no spreadsheet takes it for a formula.  b may be emptied
 * between rows, not within one.
 */
void csv_cell(struct buf *b, const char *text);

/* End the row (CRLF). */
void csv_end_row(struct buf *b);

#endif
