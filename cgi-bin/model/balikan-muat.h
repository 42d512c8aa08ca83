/*
 * balikan-muat.h - the work on files of data balikan (B-06, B-09 to B-12):
 * checking and sorting them, loading them in parts, taking them back, removing
 * what is old.  Called by pekerja-balikan; single records are
 * balikan-simpan.h, what people see of a file balikan-kiriman.h.
 *
 * Every step may be killed at any point.  A check begins anew; a part
 * (balikan_potongan) is loaded, counted and marked done in one transaction.
 */
#ifndef BALIKAN_MUAT_H
#define BALIKAN_MUAT_H

#include "../lib/db.h"

#include <stdbool.h>
#include <stddef.h>

#define BALIKAN_PEKERJA_TEKS 17

/* One process that works; balikan_bengkel_siap() fills it. */
struct balikan_bengkel {
	char pekerja[BALIKAN_PEKERJA_TEKS]; /* its name in leases, random */
	int64_t proses;	   /* how many there are like it */
	int64_t sewa_ms;   /* a lease that is not renewed ends so soon */
	int64_t potongan;  /* rows of a part */
	size_t urut_bytes; /* memory for sorting */
};

/* The usual figures; proses from the caller, lease and rows of a part from the
   configuration (`balikan_sewa_detik`, `balikan_potongan`: for tests). */
void balikan_bengkel_siap(struct balikan_bengkel *b, int64_t proses);

/*
 * One piece of work: a check, a part, a step of taking back; of the institution
 * that was served least among those that have work.  *ada: there was one.
 * *ramai: a file is being checked, which may have parts to share at any
 * moment.  db is a connection that may load (db_new_loader()).  An error is the
 * database's or the disk's: what was begun is begun again later.
 */
enum err balikan_kerja(struct db *db, const struct balikan_bengkel *b,
		       bool *ada, bool *ramai);

/*
 * Remove the stored files of sendings that ended before `sebelum` (UTC): file,
 * report, working folder; at most banyak of them, their number to *n.  Also
 * working folders of what is not worked any more.
 */
enum err balikan_bersihkan(struct db *db, const char *sebelum, int64_t banyak,
			   int64_t *n);

/* Folder of a sending's working files, "<simpanan>/balikan/<id>"; from a. */
const char *balikan_folder(struct arena *a, int64_t kiriman);

#endif
