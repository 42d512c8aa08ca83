/*
 * tabel.h - the rows of a table in a file somebody sent, CSV or XLSX alike.
 * What programs use; the formats are lib/csv and lib/xlsx.
 */
#ifndef TABEL_H
#define TABEL_H

#include "baris.h"

enum tabel_jenis {
	TABEL_OTOMATIS, /* by its first bytes */
	TABEL_CSV,
	TABEL_XLSX,
};

/*
 * Call fn(ctx, row) for each row of the regular file fd, from its beginning,
 * that is not empty (baris_kosong()); the heading is a row like any other.
 * The offset of fd is undefined afterwards; it is not closed.
 *
 * CSV is read in this process, the separator found by the heading.  XLSX (its
 * first visible sheet) is read in a child without rights (lib/sandbox), whose
 * rows are checked against batas again here.
 *
 * ERR_INPUT, ERR_TYPE, ERR_TOO_LARGE: *galat says what and in which row; when
 * the child was killed by its file, TABEL_RUSAK or TABEL_BERAT.
 * ERR_BUSY: no child could be had, or it was not done in time.
 * ERR_INTERNAL: fd cannot be read.
 * Anything else: what fn returned.
 */
enum err tabel_baca(struct arena *a, int fd, enum tabel_jenis jenis,
		    const struct tabel_batas *batas, baris_fn *fn, void *ctx,
		    struct tabel_galat *galat);

#endif
