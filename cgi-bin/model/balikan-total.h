/*
 * balikan-total.h - the maintained figures of data balikan (B-15, B-16): rows
 * by institution, what was loaded on each day, who owes data.  Nothing here
 * counts rows of `balikan`; sql/hitung-total recomputes and compares.
 *
 * What is handed out is in db's arena; errors are those of db_query() and
 * db_exec(), and what is named.
 */
#ifndef BALIKAN_TOTAL_H
#define BALIKAN_TOTAL_H

#include "../lib/db.h"
#include "../lib/role.h"

/* What became of rows that were sent. */
struct balikan_hitung {
	int64_t diterima; /* new */
	int64_t diperbarui;
	int64_t tetap;
	int64_t ditolak;
};

/* Where data come from, ended by NULL: berkas formulir layanan. */
extern const char *const balikan_sumber[];

/* ---- writing, in the transaction that writes the rows ---- */

/*
 * Lock the institution's row, which is made when there is none: its files and
 * single records take their ids, which are their order, one after another, and
 * what it may have is counted and taken by one request at a time.
 */
enum err balikan_total_kunci(struct db *db, int64_t lembaga);

/* It was served so many rows: its next work comes later by as much (B-11). */
enum err balikan_total_dilayani(struct db *db, int64_t lembaga, int64_t baris);

/*
 * Add h (negative: subtract, when a sending is taken back) to the institution
 * and to the day `tanggal` (YYYY-MM-DD, office's zone) of the source.  The
 * last statements of the transaction: these rows are everybody's.
 */
enum err balikan_total_tambah(struct db *db, int64_t lembaga,
			      const char *sumber, const char *tanggal,
			      const struct balikan_hitung *h);

/* The institution's newest sending is now kiriman, at waktu (UTC). */
enum err balikan_total_terakhir(struct db *db, int64_t lembaga,
				int64_t kiriman, const char *waktu);

/* A sending was taken back: the newest that still counts is found anew. */
enum err balikan_total_terakhir_ulang(struct db *db, int64_t lembaga);

/* ---- reading, for Ditjen's staff ---- */

struct balikan_ringkas {
	struct balikan_hitung hari_ini;
	int64_t baris;    /* rows in all */
	int64_t lembaga;  /* institutions that have rows */
	int64_t terdaftar;/* institutions that may send */
	int64_t akun;     /* active accounts of those */
};
/* hari: today, YYYY-MM-DD. */
enum err balikan_ringkas(struct db *db, const char *hari,
			 struct balikan_ringkas *out);

/* What came by one source on one day. */
struct balikan_hari {
	const char *tanggal;
	const char *sumber;
	struct balikan_hitung h;
};
/* Days dari … sampai, of one institution (0: all), by day and source. */
enum err balikan_hari(struct db *db, int64_t lembaga, const char *dari,
		      const char *sampai, struct balikan_hari **out,
		      size_t *n);

/* An institution that may send, with what it sent. */
struct balikan_pengirim_total {
	int64_t lembaga_id;
	const char *kode;
	const char *nama;
	const char *jenis;
	int64_t baris;
	int64_t kiriman;      /* last sending; 0: none */
	const char *terakhir; /* when, UTC; NULL: never */
	int64_t pembaca;      /* its readers in use */
};

#define BALIKAN_TERATAS 10

/* The BALIKAN_TERATAS with the most rows; those who sent last. */
enum err balikan_terbanyak(struct db *db, struct balikan_pengirim_total **out,
			   size_t *n);
enum err balikan_terbaru(struct db *db, struct balikan_pengirim_total **out,
			 size_t *n);

/* One institution that may send; ERR_NOT_FOUND. */
enum err balikan_pengirim_ambil(struct db *db, int64_t lembaga,
				struct balikan_pengirim_total *out);

/*
 * Does the institution owe data (B-16)?  It has readers in use and sent nothing
 * since the moment sebelum (UTC); one that never sent anything owes only when
 * it has been here for longer.
 */
enum err balikan_menunggak(struct db *db, int64_t lembaga, const char *sebelum,
			   bool *ya);

struct balikan_pantau_saring {
	const char *cari;    /* in the name, or the whole code; NULL: all */
	const char *jenis;   /* kind; NULL: all */
	const char *sebelum; /* only who owes since then, as of
				balikan_menunggak(); NULL: all */
	enum { PANTAU_NAMA, PANTAU_BARIS, PANTAU_TERAKHIR } urut;
	bool turun;
	bool mundur;
	const char *kunci; /* cursor: value of urut; NULL: first page */
	int64_t id;        /* and institution */
	int64_t banyak;
};
/* A page of institutions that may send, in the order of the page; *total
   counts all that fit. */
enum err balikan_pantau(struct db *db, const struct balikan_pantau_saring *s,
			struct balikan_pengirim_total **out, size_t *n,
			int64_t *total);

#endif
