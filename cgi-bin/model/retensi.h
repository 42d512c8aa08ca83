/*
 * retensi.h - erasing what is kept no longer (UU 27/2022): what is over after
 * the days that the settings say, and people whose request for erasure was
 * agreed to (model/data-pribadi.h).  Called by the worker penjaga-retensi.
 *
 * Each call does a piece in a transaction of its own, together with its count
 * in table `retensi`; it may be called twice, by two machines, or late.  Never
 * touched: the audit log, cases with their timelines, documents, files.
 */
#ifndef RETENSI_H
#define RETENSI_H

#include "../lib/db.h"

/* A kind of data whose time may be over, and the setting with its days. */
struct retensi_jenis {
	const char *kode; /* sesi masuk tautan pesan notifikasi perangkat
			     pendaftaran */
	const char *setelan;
	int64_t bawaan; /* days, when the setting cannot be read */
};
extern const struct retensi_jenis retensi_jenis[];
#define RETENSI_JENIS 7

/* Rows (registrations: accounts) of one call. */
#define RETENSI_SEKALI 1000

/*
 * Erase at most RETENSI_SEKALI rows of kind i (below RETENSI_JENIS) whose time
 * is over now; *n is how many were: less when nothing is left.
 */
enum err retensi_sapu(struct db *db, size_t i, int64_t *n);

/* What a whole round erased, for the audit log ("sesi 12, tautan 3"). */
enum err retensi_catat(struct db *db, const char *rincian);

/*
 * Erase one person whose request was agreed to, the oldest first; *ada false
 * when none waits.
 */
enum err hapus_jalankan(struct db *db, bool *ada);

/*
 * Erase the last messages to erased people (that it is done) once they were
 * sent or given up; *n how many.
 */
enum err hapus_pesan_akhir(struct db *db, int64_t *n);

/* For the page and the metrics. */
struct retensi_angka {
	const char *jenis; /* those above, and "permintaan": people who asked */
	int64_t jumlah;    /* erased altogether */
	int64_t baru;      /* in the last 30 days */
	const char *terakhir; /* day of the last, YYYY-MM-DD; NULL: never */
};
/* One for each kind there is, RETENSI_JENIS + 1 of them. */
enum err retensi_ringkas(struct db *db,
			 struct retensi_angka out[RETENSI_JENIS + 1]);

#endif
