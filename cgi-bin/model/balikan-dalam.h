/*
 * balikan-dalam.h - what the files of balikan-muat.h share, and what single
 * records (balikan-simpan.c) take of it; nobody else includes it.
 */
#ifndef BALIKAN_DALAM_H
#define BALIKAN_DALAM_H

#include "balikan-muat.h"

#include <stdint.h>

/* Who was served long ago is ahead of the others by so many parts at most. */
#define BALIKAN_DAHULU 10

/* Name of the sorted file of a sending that `pekerja` checked; from a. */
const char *balikan_nama_urut(struct arena *a, const char *pekerja);

/* Remove a sending's working folder with all that is in it. */
void balikan_buang_folder(struct arena *a, int64_t kiriman);

/* Delete the list of its parts. */
enum err balikan_buang_potongan(struct db *db, int64_t kiriman);

/* Remove one file of it. */
void balikan_buang_berkas(struct arena *a, int64_t kiriman, const char *nama);

/*
 * The three kinds of work on the sending id, which is the first of its
 * institution.  *ada false: somebody else has it, or it has changed.
 */

/* balikan-periksa.c: antri (or an abandoned periksa) to muat, selesai, gagal.
   lantai: what the institution was served at least (B-11), -1: leave it. */
enum err balikan_periksa(struct db *db, const struct balikan_bengkel *b,
			 int64_t id, int64_t lantai, bool *ada);

/* balikan-potong.c: load the next part that nobody has; after the last one it
   is selesai. */
enum err balikan_potong(struct db *db, int64_t id, bool *ada);

/* balikan-urung.c: take back the rows of the next NIKs; after the last ones it
   is diurungkan, batal or gagal. */
enum err balikan_urung(struct db *db, const struct balikan_bengkel *b,
		       int64_t id, bool *ada);

/* Which version of the parameters sendings are of, as far as it was asked. */
struct balikan_versi_ingat {
	int64_t kiriman[16];
	int64_t versi[16];
	size_t n;
};

/* Are values of that sending of this version?  (Equal bytes of another one mean
   something else.) */
enum err balikan_versi_sama(struct db *db, struct balikan_versi_ingat *ingat,
			    int64_t kiriman, int64_t versi, bool *sama);

/* The NIKs as a JSON array, for JSON_TABLE; from a. */
const char *balikan_nik_json(struct arena *a, const uint64_t *nik, size_t n);

/* Rows that exist of the NIKs of a JSON array, locked, by NIK: nik, kiriman_id,
   isi.  Parameters: the array, the institution. */
extern struct sql *const balikan_q_ada;

#endif
