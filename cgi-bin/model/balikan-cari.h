/*
 * balikan-cari.h - what institutions sent of a NIK (B-17): through all of them
 * by the index of balikan-jejak.h, and what one of them sent before.
 *
 * Who may ask, for what purpose, and the audit are the caller's.
 */
#ifndef BALIKAN_CARI_H
#define BALIKAN_CARI_H

#include "../lib/db.h"

#include <stddef.h>
#include <stdint.h>

/* What an institution has of the NIK. */
struct balikan_temu {
	int64_t lembaga_id;
	int64_t kiriman_id;
	int64_t versi_id;    /* of the parameters */
	const char *sumber;  /* berkas formulir layanan */
	const char *tanggal; /* day of the sending in the office's zone */
	const char *waktu;   /* when the sending came in, UTC */
	const char *isi;     /* values: balikan_isi_urai() */
	int64_t diganti_id;  /* a former value: the sending that replaced it, or
				was newer already; 0: in force */
	const char *diganti; /* when that one came in, UTC; NULL: in force */
};

/*
 * All institutions' newest values of a NIK, by institution, in db's arena; *n
 * of them, 0 when nobody has any.  Errors of db_query().
 */
enum err balikan_cari(struct db *db, uint64_t nik, struct balikan_temu **out,
		      size_t *n);

/*
 * The former values that one institution sent of a NIK, at most 100, newest
 * first, in db's arena.  Errors of db_query().
 */
enum err balikan_cari_lama(struct db *db, int64_t lembaga, uint64_t nik,
			   struct balikan_temu **out, size_t *n);

#endif
