/*
 * balikan-kiriman.h - sendings of data balikan as people see them (B-06,
 * B-08): a file comes in, is shown with its figures and its faults, is
 * cancelled or taken back, and tells at its end.  Checking and loading are
 * balikan-muat.h, single records balikan-simpan.h.
 *
 * An institution sees and touches its own sendings, Ditjen's staff see all.
 */
#ifndef BALIKAN_KIRIMAN_H
#define BALIKAN_KIRIMAN_H

#include "../lib/db.h"
#include "../lib/role.h"

#include <stdbool.h>

/* A file that has come in whole: unggahan_id (its upload by tus) or sha256 (in
   the store), the other 0 or NULL. */
struct kiriman_baru {
	int64_t unggahan_id;
	const char *sha256;
	const char *nama;
	int64_t bytes;
	const char *cara; /* sebagian semua */
};

/*
 * Take a file of p's institution into the queue; its id to *id.  An upload
 * that is a sending already gives that sending's id and changes nothing.  The
 * day's single records that come later go to a new sending, which is newer.
 * ERR_FORBIDDEN: p is no institution's; ERR_INPUT: cara is none.
 */
enum err balikan_kiriman_buat(struct db *db, const struct pelaku *p,
			      const struct kiriman_baru *baru, int64_t *id);

/* What an institution has sent so far. */
struct balikan_ikhtisar {
	int64_t versi;	 /* number of the parameters in force; 0: none */
	int64_t ruas;	 /* how many they are, without NIK */
	int64_t baris;	 /* rows it has in data balikan */
	const char *terakhir; /* last change or confirmation, UTC; NULL: none */
	int64_t jalan;	 /* its files that wait or are being worked */
	int64_t gagal;	 /* its files of the last 30 days that failed */
};

/* Of an institution.  Errors of db_query(). */
enum err balikan_ikhtisar(struct db *db, int64_t lembaga, const char *sejak,
			  struct balikan_ikhtisar *out);

#endif
