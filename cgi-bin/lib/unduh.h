/*
 * unduh.h - a table that grows row by row and is answered as a file, CSV or
 * XLSX as the address says.
 */
#ifndef UNDUH_H
#define UNDUH_H

#include "app.h"
#include "xlsx-out.h"

struct unduh;

/*
 * Begin a file of the kind jenis ("csv" or "xlsx"; ERR_NOT_FOUND for any
 * other) with a heading of n columns; lembar is the sheet's name.
 * Errors of xlsx_out_new().
 */
enum err unduh_mulai(struct req *r, const char *jenis, const char *lembar,
		     const struct xlsx_kolom *kolom, size_t n,
		     struct unduh **out);

/* The next cell of the row; NULL is an empty one. */
void unduh_teks(struct unduh *u, const char *teks);
void unduh_angka(struct unduh *u, int64_t angka);

/* End the row. */
void unduh_baris(struct unduh *u);

/* Answer with the file; nama is without its ending.  Errors of
   xlsx_out_selesai(). */
enum err unduh_kirim(struct unduh *u, const char *nama);

#endif
