/*
 * balikan-baris.h - judging the rows of a file of data balikan one by one
 * (B-07), in the child that reads it.  Used by balikan-berkas.c and the
 * fuzzers.
 */
#ifndef BALIKAN_BARIS_H
#define BALIKAN_BARIS_H

#include "balikan-kepala.h"
#include "balikan-pesan.h"

/* Faults of the row being judged. */
struct balikan_cacat_baris {
	struct balikan_cacat s[BALIKAN_SALAH_MAKS];
	size_t n;
	char samar[2][BALIKAN_SAMAR_BYTES]; /* of the row and of its NIK */
};

struct balikan_bacaan {
	struct arena *a;
	const struct balikan_aturan *aturan;
	struct balikan_kurir *kurir;
	struct balikan_kepala kepala;
	bool mulai; /* the heading was read */
	struct balikan_berkas_galat galat;
	uint64_t baris;
	uint64_t baik;
	uint64_t nik_nol; /* rows refused for a serial number 0000 */
	/* good rows that a warning is about; nol: whose NIK ends with 0 */
	struct balikan_peringatan kabupaten, kecamatan, nol;
	struct balikan_peringatan *ribuan; /* the same of each parameter */
	uint64_t ragu; /* of the row being judged: a bit for each of those */
	struct balikan_cacat_baris cacat;
};

/*
 * A baris_fn whose ctx is the struct, begun with its first three members: the
 * first row that is not empty is the heading, every further one goes to the
 * parent as good or refused.  ERR_INPUT, and galat: the heading is none.
 */
enum err balikan_baris_periksa(void *ctx, const struct baris *b);

/* All rows were read: tell the warnings.  ERR_INPUT, and galat: there was no
   row. */
enum err balikan_baris_selesai(struct balikan_bacaan *p);

#endif
