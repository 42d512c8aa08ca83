/*
 * balikan-urut.h - rows of a file sorted by NIK, whatever their number: runs
 * in memory, merged on the disk.  Rows of one NIK stay in the order in which
 * they came.  The sorted file is cut into parts, none of which shares a NIK
 * with another.  Knows nothing of the database.
 */
#ifndef BALIKAN_URUT_H
#define BALIKAN_URUT_H

#include "../lib/arena.h"
#include "../lib/blob.h"
#include "../lib/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BALIKAN_URUT_ISI 4000 /* longest value */

struct balikan_urut_batas {
	size_t memori;	   /* bytes for sorting, then for merging */
	unsigned cabang;   /* files merged at once, from 2 */
	int64_t potongan;  /* rows of a part, at least; a NIK is never cut */
};

struct balikan_urut; /* a file being sorted */

/*
 * Begin in a folder that is there; names of files begin with `nama`.  What was
 * begun is removed with the arena, unless balikan_urut_selesai() ended well.
 * Uses memori bytes (at least 8 KiB for each of cabang) and 256 KiB.
 */
struct balikan_urut *balikan_urut_mulai(struct arena *a, const char *folder,
					const char *nama,
					const struct balikan_urut_batas *b);

/* One row.  ERR_INPUT: longer than BALIKAN_URUT_ISI; ERR_DISK: no room;
   ERR_INTERNAL: the folder cannot be written. */
enum err balikan_urut_tambah(struct balikan_urut *u, uint64_t nik,
			     const char *isi, size_t n);

/*
 * All came: sort, flush to the disk, and call potong for each part in order
 * (where it begins, its bytes and rows); denyut several times a second, for a
 * lease to be extended.  The file is "<folder>/<nama>".  An error of theirs is
 * the answer, else as above.
 */
enum err balikan_urut_selesai(struct balikan_urut *u,
			      enum err (*potong)(void *ctx, int64_t letak,
						 int64_t panjang,
						 int64_t baris),
			      enum err (*denyut)(void *ctx), void *ctx);

/* --- reading a part --- */

struct balikan_urut_baca {
	int fd;
	int64_t letak; /* of what is read next from the file */
	int64_t sisa;  /* bytes of the part not yet read from it */
	unsigned char *p;
	size_t dari, ada, cap;
	bool rusak; /* cut off, or not sorted */
	uint64_t nik;
	struct blob isi; /* valid until the next row */
};

/* Read a part of the sorted file fd; memory (64 KiB) from a. */
void balikan_urut_buka(struct balikan_urut_baca *b, struct arena *a, int fd,
		       int64_t letak, int64_t panjang);

/* The same part from its beginning. */
void balikan_urut_ulang(struct balikan_urut_baca *b, int64_t letak,
			int64_t panjang);

/* The next row to b->nik and b->isi; false after the last one, and when
   b->rusak is set. */
bool balikan_urut_baris(struct balikan_urut_baca *b);

#endif
