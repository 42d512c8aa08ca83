/*
 * xlsx-out.h - a workbook made here, sheet after sheet: rows in, bytes out.
 *
 * Every cell is text or a number; text is never a formula, and columns
 * that must keep leading zeros are formatted as text, so that what a person
 * types into them is kept as typed.
 */
#ifndef XLSX_OUT_H
#define XLSX_OUT_H

#include "arena.h"
#include "blob.h"
#include "err.h"

#include <stdint.h>

struct xlsx_out;

struct xlsx_kolom {
	const char *judul;
	double lebar; /* in characters */
};

/*
 * Begin a sheet called lembar (at most 31 characters, none of []:*?/\) with a
 * heading row of n columns.  ERR_BUSY when there is no memory or no temporary
 * file.
 */
enum err xlsx_out_new(struct arena *a, const char *lembar,
		      const struct xlsx_kolom *kolom, size_t n,
		      struct xlsx_out **out);

/*
 * Begin another sheet: all that follows goes there.  Parameters and errors as
 * above.
 */
enum err xlsx_out_lembar(struct xlsx_out *x, const char *lembar,
			 const struct xlsx_kolom *kolom, size_t n);

/*
 * Cells of a column (from 0) of this sheet, below its heading, offer the n
 * values in rows 2 and on of column dari of the sheet called lembar, which may
 * come later (letters only), and take no others.
 */
void xlsx_out_pilihan(struct xlsx_out *x, size_t kolom, const char *lembar,
		      size_t dari, size_t n);

/* Such cells take texts of exactly n characters only. */
void xlsx_out_panjang(struct xlsx_out *x, size_t kolom, size_t n);

/* The next cell of the row; NULL leaves it empty. */
void xlsx_out_teks(struct xlsx_out *x, const char *teks);
void xlsx_out_angka(struct xlsx_out *x, int64_t angka);
/* A number that is given in tenths: 25 is 2.5. */
void xlsx_out_sepuluh(struct xlsx_out *x, int64_t angka);

/* End the row. */
void xlsx_out_baris(struct xlsx_out *x);

/* The finished workbook, in the arena; x is used up.  ERR_DISK when it could
   not be written. */
enum err xlsx_out_selesai(struct xlsx_out *x, struct blob *out);

#endif
