/*
 * balikan-berkas.h - the rows of a file of data balikan (B-04, B-07): CSV or
 * XLSX, either perhaps packed by gzip, up to the size of a country.
 *
 * Everything foreign is read, unpacked and judged in a child without rights
 * (lib/sandbox); here its messages are checked again and handed on.  Memory
 * does not grow with the file.  What becomes of the rows is balikan-muat.h.
 */
#ifndef BALIKAN_BERKAS_H
#define BALIKAN_BERKAS_H

#include "../lib/baris.h"
#include "balikan-nilai.h"
#include "balikan-param.h"

#include <stdint.h>

/* Rows a file may have at most, its heading too. */
#define BALIKAN_BARIS_MAKS 500000000u

/*
 * What a file is measured by.  Columns of the heading are names of parameters
 * (case ignored, a blank or '-' as good as '_') in any order, and NIK.  A file
 * is of the version whose columns it has; when there is none, of the newest
 * version that has all of its columns and whose required ones it has: what is
 * missing then is kept as "".  Columns BARIS and GALAT (of the report of
 * refused rows) that are no parameters are left alone, as are columns without
 * name and text.
 */
struct balikan_aturan {
	const struct balikan_versi *versi; /* all of the institution */
	size_t n;
};

/* One thing that is wrong with a row. */
struct balikan_salah {
	const char *ruas;  /* "NIK", a parameter, or "" the row as a whole */
	const char *nilai; /* what stood there, 80 bytes at most, the NIK
			      masked; NULL: nothing */
	const char *kode;  /* as in balikan-nilai.h */
};

/* Most faults of one row that are told. */
#define BALIKAN_SALAH_MAKS 61

/* Most rows of one warning that are told. */
#define BALIKAN_NOMOR_MAKS 10

/* Rows that were taken, but should be looked at. */
struct balikan_peringatan {
	const char *ruas; /* as above */
	const char *kode; /* as in balikan-nilai.h */
	uint64_t jumlah;  /* rows, at least one */
	/* the numbers of the first; none when it is about the whole file */
	size_t n;
	uint64_t nomor[BALIKAN_NOMOR_MAKS];
};

/*
 * What becomes of the file's contents, in its order; all pointers are valid
 * during the call only.  Anything but OK ends the reading with that error.
 * None may be NULL.
 */
struct balikan_berkas_calls {
	/* Once, before any row: the version, and the heading as it stands. */
	enum err (*kepala)(void *ctx, const struct balikan_versi *v,
			   const struct baris *b);
	/* A good row: its number as a spreadsheet counts, and balikan.isi. */
	enum err (*baik)(void *ctx, uint64_t nomor, uint64_t nik,
			 const char *isi, size_t n);
	/* A refused row: its faults (at least one) and its cells as they
	   stand, to go into the report. */
	enum err (*tolak)(void *ctx, const struct balikan_salah *s, size_t n,
			  const struct baris *b);
	/* At the end: each warning. */
	enum err (*peringatan)(void *ctx, const struct balikan_peringatan *w);
	/* About four times a second and at the end: bytes of the file that are
	   read, and rows so far (good and refused, without the heading). */
	enum err (*maju)(void *ctx, int64_t dibaca, uint64_t baris);
};

/* Why a whole file is no good. */
struct balikan_berkas_galat {
	/*
	 * jenis            neither CSV nor XLSX (gzip or not)
	 * utf16            a text in UTF-16
	 * utf16            text, but not UTF-8
	 * rusak            damaged, cut off, encrypted, or changed meanwhile
	 * kosong           no row but perhaps the heading
	 * nik-tiada        no column NIK
	 * kolom-ganda      columns that are there twice
	 * kolom-asing      columns that are no parameters
	 * kolom-kurang     required columns that are missing
	 * tanpa-parameter  the institution has set none
	 * terlalu-banyak-baris
	 * berat            unpacks to too much, or takes too long
	 * NULL: not the file's fault
	 */
	const char *kode;
	/* Of the columns: a line of names joined by ", " (those at fault; none
	   for nik-tiada), then a line of the columns there are; for
	   kolom-asing a third one, those that are missing, perhaps empty.
	   Of rusak a row ("12") or NULL.  Never a value.  At most 1 000
	   characters. */
	const char *rinci;
};

/*
 * Read the regular file fd from its beginning; its offset is undefined
 * afterwards, it is not closed.  balikan_wilayah_muat() first.  The child lives
 * as long as this runs and sees our memory as it was: what was taken before and
 * is written to in calls is there twice.
 * ERR_INPUT: galat->kode says what is wrong with the file; rows may have been
 * handed over before.
 * ERR_BUSY: no child could be had, it was killed, or not done in time.
 * ERR_DISK: no room in lib/store's folder for what an XLSX unpacks to.
 * ERR_INTERNAL: fd cannot be read.
 * Anything else: what a call returned.
 */
enum err balikan_berkas_baca(struct arena *a, int fd,
			     const struct balikan_aturan *aturan,
			     const struct balikan_berkas_calls *calls,
			     void *ctx, struct balikan_berkas_galat *galat);

#endif
