/*
 * xlsx.h - the rows of one sheet of an .xlsx file (ECMA-376).  Foreign
 * archives and XML are read here, in whatever process calls; lib/tabel does
 * it in a child without rights and is what programs use.
 */
#ifndef XLSX_H
#define XLSX_H

#include "baris.h"

/*
 * Call fn(ctx, row) for each row of a sheet that has a cell with text in it,
 * up to the last such cell.  The sheet is the one called lembar (ASCII case
 * ignored), for NULL the first that is not hidden.
 * fd is a regular file open for reading; its offset is moved, it is not
 * closed.  *galat says what was wrong.  Memory comes from a.  A jump out of
 * the reading (fn's, or because a is full) loses the XML parser's memory, as
 * libxml2 frees nothing from within: read where the process ends then.
 *
 * Cells become text like this: gaps are empty cells; shared, inline and
 * formula strings as they are (rich text joined, phonetic hints left out,
 * _xHHHH_ decoded); numbers as the shortest decimal text that is the same
 * double, an integer written without exponent as it is written; numbers
 * styled as a date or time as YYYY-MM-DD, HH:MM:SS, or both with a space
 * (rounded to seconds; elapsed times like [h]:mm stay numbers); booleans as
 * TRUE and FALSE; errors as their text (#N/A).  Of a formula the stored
 * result counts.
 *
 * ERR_TYPE: no ZIP, encrypted, damaged, no workbook, XML with a DOCTYPE.
 * ERR_TOO_LARGE: over a member of batas.
 * ERR_INPUT: no such sheet; a cell with characters that are not text.
 * ERR_BUSY: fd cannot be duplicated.
 * ERR_DISK: batas->teks_fd cannot be written.
 * Anything else: what fn returned.
 */
enum err xlsx_baca(struct arena *a, int fd, const char *lembar,
		   const struct tabel_batas *batas, baris_fn *fn, void *ctx,
		   struct tabel_galat *galat);

#endif
