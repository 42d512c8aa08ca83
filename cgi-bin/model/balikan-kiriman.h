/*
 * balikan-kiriman.h - sendings of data balikan as people see them (B-06,
 * B-08): a file comes in, is shown with its figures and its faults, is
 * cancelled or taken back, and tells at its end.  Checking and loading are
 * balikan-muat.h, single records balikan-simpan.h.
 *
 * An institution sees and touches its own sendings, Ditjen's staff see all.
 * What is handed out is in db's arena; errors are those of db_query() and
 * db_exec(), and what is named.
 */
#ifndef BALIKAN_KIRIMAN_H
#define BALIKAN_KIRIMAN_H

#include "../lib/db.h"
#include "../lib/role.h"
#include "catat.h"

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

/* One sending. */
struct balikan_kiriman {
	int64_t id;
	int64_t lembaga_id;
	const char *lembaga;
	const char *oleh;   /* NULL: a machine */
	const char *sumber; /* berkas formulir layanan */
	int64_t versi_id;   /* of the parameters; 0: not known */
	int64_t versi;      /* its number; 0 */
	int64_t berlaku;    /* number of the version that was in force when it
			       was checked; 0: not known */
	const char *status; /* antri periksa muat selesai gagal urung batal
			       diurungkan */
	const char *cara;   /* sebagian semua */
	const char *nama;   /* of the file; NULL */
	int64_t bytes;
	int64_t dibaca;   /* bytes checked so far */
	int64_t baris;    /* rows of it (so far while checking) */
	int64_t diterima; /* what follows: so far while loading */
	int64_t diperbarui;
	int64_t tetap;
	int64_t ditolak;
	const char *galat;       /* code, NULL */
	const char *galat_rinci; /* NULL */
	const char *laporan;     /* SHA-256 of the report in the store; NULL */
	const char *dibuat;      /* UTC */
	const char *mulai;       /* UTC, NULL, as the next ones */
	const char *mulai_muat;
	const char *selesai;
	const char *berkas_hapus;
};

/* Days after its end until the files of a sending are deleted: a setting. */
int64_t balikan_simpan_hari(struct db *db);

/* One that p may see; ERR_NOT_FOUND. */
enum err balikan_kiriman_ambil(struct db *db, const struct pelaku *p,
			       int64_t id, struct balikan_kiriman *out);

/* Files of the same institution that are done before it. */
enum err balikan_kiriman_antrean(struct db *db, const struct balikan_kiriman *k,
				 int64_t *n);

/* ---- the list ---- */

/* The states in their order, ended by NULL; the sources are balikan_sumber
   (balikan-total.h). */
extern const char *const balikan_kiriman_status[];

struct balikan_saring {
	const char *status; /* NULL: any, as the next ones */
	const char *sumber;
	const char *cari;   /* in the file's name, or the sending's number */
	const char *dari;   /* first day, YYYY-MM-DD in the office's zone */
	const char *sampai; /* and the last */
	int64_t lembaga;    /* 0: any; p's own institution all the same */
	bool naik;          /* the oldest first */
};

/* Those p may see, newest first unless s says otherwise: after the cursor id
   (0: the first page), or before it. */
enum err balikan_kiriman_daftar(struct db *db, const struct pelaku *p,
				const struct balikan_saring *s, bool mundur,
				int64_t id, int64_t banyak,
				struct balikan_kiriman **out, size_t *n);

/* How many they are; *pasti false: more than *total, not worth counting. */
enum err balikan_kiriman_hitung(struct db *db, const struct pelaku *p,
				const struct balikan_saring *s, int64_t *total,
				bool *pasti);

/* ---- what is wrong with a file (B-08) ---- */

struct balikan_keluhan {
	int64_t baris;     /* as a spreadsheet numbers it */
	const char *ruas;  /* column, "": the row as a whole */
	const char *nilai; /* a NIK masked; NULL */
	const char *kode;
	const char *nomor; /* the first rows of a warning, "2 7"; NULL */
};

/* The first 100 faults, in their order; nomor NULL. */
enum err balikan_kiriman_keluhan(struct db *db, int64_t id,
				 struct balikan_keluhan **out, size_t *n);

/* Rows by reason, the most frequent first; baris is their number, nilai
   NULL.  Reasons of warnings begin with '?' and stand behind the others. */
enum err balikan_kiriman_sebab(struct db *db, int64_t id,
			       struct balikan_keluhan **out, size_t *n);

/* ---- its timeline ---- */

/* Each change of state of a file, the newest first; kode is the state it came
   to.  The database writes it (sql/062-balikan-riwayat.sql).  Single records
   have none. */
enum err balikan_kiriman_riwayat(struct db *db, int64_t id,
				 struct peristiwa **out, size_t *n);

/* ---- steps ---- */

/*
 * The newer sending that keeps k from being taken back, its id to *id; 0:
 * none.  One that failed, was cancelled or taken back is none, nor is one of
 * refused records alone; for a file that is being loaded only one that has
 * loaded rows counts.  Single records (*tetap true) cannot be taken back
 * themselves, so they are named before a file.
 */
enum err balikan_kiriman_penghalang(struct db *db,
				    const struct balikan_kiriman *k,
				    int64_t *id, bool *tetap);

/* May the person do this now, but for a newer sending: a file that waits or is
   worked can be cancelled, one that is done taken back. */
bool balikan_kiriman_boleh_batal(const struct pelaku *p,
				 const struct balikan_kiriman *k);
bool balikan_kiriman_boleh_urung(const struct pelaku *p,
				 const struct balikan_kiriman *k);

/*
 * Cancel a file of p's institution: before loading at once (`batal`), while
 * loading its rows are taken back first (`urung`, and as `selesai` has no time
 * it ends as `batal`).  ERR_NOT_FOUND: not p's; ERR_CONFLICT: another state, or
 * a newer sending.
 */
enum err balikan_kiriman_batal(struct db *db, const struct pelaku *p,
			       int64_t id);

/* Take back a file that is done: `urung` until the workers have brought back
   what was there before, then `diurungkan`.  Errors as above. */
enum err balikan_kiriman_urung(struct db *db, const struct pelaku *p,
			       int64_t id);

/*
 * Tell people that a file has come to its end: who sent it, and who asked to
 * take it back.  Called by the worker in the transaction that made it
 * `selesai`, `gagal` or `diurungkan`; nothing for other states and sources.
 */
enum err balikan_kiriman_kabar(struct db *db, int64_t id);

/* What an institution has sent so far. */
struct balikan_ikhtisar {
	int64_t versi;        /* number of the parameters in force; 0: none */
	int64_t ruas;         /* how many they are, without NIK */
	int64_t baris;        /* rows it has in data balikan */
	const char *terakhir; /* last change or confirmation, UTC; NULL: none */
	int64_t jalan;        /* its files that wait or are being worked */
	int64_t gagal;        /* its files of the last 30 days that failed */
};

/* Of an institution.  Errors of db_query(). */
enum err balikan_ikhtisar(struct db *db, int64_t lembaga, const char *sejak,
			  struct balikan_ikhtisar *out);

#endif
