/*
 * xlsx-teks.h - the shared strings of a workbook: in memory as long as they
 * fit there, then in a file, which is read in about the order it was written.
 * Used by the XLSX reader.
 */
#ifndef XLSX_TEKS_H
#define XLSX_TEKS_H

#include "baris.h"

struct xlsx_teks;

/* An empty list within batas (teks_bytes, teks_fd, teks_berkas); from a. */
struct xlsx_teks *xlsx_teks_baru(struct arena *a,
				 const struct tabel_batas *batas);

/*
 * One more, of n bytes.  ERR_TOO_LARGE: neither memory nor file may have it.
 * ERR_DISK: the file cannot be written.
 */
enum err xlsx_teks_tambah(struct xlsx_teks *t, const char *p, size_t n);

/* The last one was added.  Errors as above. */
enum err xlsx_teks_selesai(struct xlsx_teks *t);

/*
 * Number i: its text with a NUL, *n bytes, valid until the next call.  NULL:
 * there is none, or the file cannot be read.
 */
const char *xlsx_teks_ambil(struct xlsx_teks *t, size_t i, size_t *n);

#endif
