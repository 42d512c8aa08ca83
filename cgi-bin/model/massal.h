/*
 * massal.h - activation of many cards by one file: reading the file,
 * its rows and their results in the database.  Activating them is the
 * worker's (dokumen/hidup.h, hidup_massal()).
 *
 * The file is not kept, for it holds tokens; a row keeps the hash of its token
 * until it is done.  An institution sees its own files, Ditjen's staff all.
 */
#ifndef MASSAL_H
#define MASSAL_H

#include "../lib/baris.h"
#include "../lib/db.h"
#include "../lib/role.h"

#include <stdbool.h>

/* Rows of one file. */
#define MASSAL_MAKS 20000

/* The columns of a file, in the order of the template, ended by NULL: sam_id
   token seri_mesin outlet alamat kode_wilayah latitude longitude.  All but
   outlet must be there. */
extern const char *const massal_kolom[];

/* One row as it is stored. */
struct massal_baris {
	int64_t baris; /* as a spreadsheet numbers it */
	const char *sam_id;
	struct blob token_hash; /* p NULL: none */
	const char *seri_mesin;
	const char *outlet;
	const char *alamat;
	const char *wilayah_kode;
	const char *lintang;
	const char *bujur;
	const char *status; /* antri berhasil gagal */
	const char *galat;  /* code as in hidup_salah, also angka-bulat;
			       NULL */
	const char *ruas;
	int64_t manifes_id; /* 0: none */
	int64_t kartu_id;   /* of the manifest; 0 */
};

/* What was read of a file. */
struct massal_isi {
	struct massal_baris *baris;
	size_t n;
	size_t cap;
	const char *kurang; /* a column that must be there and is not */
	struct arena *a;
	int letak[9];	    /* where each of massal_kolom is; -1: nowhere */
	bool mulai;
};

/*
 * Read a table (CSV or XLSX) open at fd.  Its first row names the columns, in
 * any order and in the words of the template, of the pages or of the list of
 * tokens; others are left alone.  Rows that are wrong by their form are
 * `gagal` at once.  ERR_INPUT with isi->kurang: a column is missing, or
 * without it and *galat: more than MASSAL_MAKS rows (TABEL_BARIS_BANYAK) and
 * all that tabel_baca() tells.
 */
enum err massal_baca(struct arena *a, int fd, struct massal_isi *isi,
		     struct tabel_galat *galat);

/*
 * What massal_baca() does with each row; ctx is the struct massal_isi, begun
 * as { .a = arena }.  ERR_INPUT, and isi->kurang: the first row lacks a
 * column.
 */
enum err massal_baca_baris(void *ctx, const struct baris *b);

/* Store them for the worker; nama is the file's.  The id to *id. */
enum err massal_terima(struct db *db, const struct pelaku *p,
		       const char *nama, const struct massal_isi *isi,
		       int64_t *id);

struct massal {
	int64_t id;
	const char *lembaga;
	const char *oleh;
	const char *nama;
	int64_t jumlah;
	int64_t berhasil;
	int64_t gagal;
	const char *status; /* antri jalan selesai */
	const char *dibuat; /* UTC */
	const char *selesai; /* UTC; NULL */
};

/* One that p may see; ERR_NOT_FOUND. */
enum err massal_ambil(struct db *db, const struct pelaku *p, int64_t id,
		      struct massal *out);

/* Files p may see, newest first; mundur: those before the cursor id (0: first
   page).  *total counts them. */
enum err massal_daftar(struct db *db, const struct pelaku *p, bool mundur,
		       int64_t id, int64_t banyak, struct massal **out,
		       size_t *n, int64_t *total);

/* Rows of a file (massal_ambil() first) after row `sesudah`; status NULL: all.
   mundur: the rows before it. */
enum err massal_hasil(struct db *db, int64_t id, const char *status,
		      bool mundur, int64_t sesudah, int64_t banyak,
		      struct massal_baris **out, size_t *n);

/* The signed manifests of a file after row `sesudah`. */
struct massal_manifes {
	int64_t baris;
	const char *sam_id;
	const char *kode;
	struct blob xml;
};
enum err massal_manifes(struct db *db, int64_t id, int64_t sesudah,
			int64_t banyak, struct massal_manifes **out,
			size_t *n);

/* The institution's cards that wait for their token, after card `sesudah`,
   with reader and place as their request names them: the template. */
enum err massal_calon(struct db *db, const struct pelaku *p, int64_t sesudah,
		      int64_t banyak, int64_t **kartu_id,
		      struct massal_baris **out, size_t *n);

/* ---- for the worker ---- */

/*
 * Lock the file with work left that is least far and that nobody else has;
 * *p becomes the one who sent it.  ERR_NOT_FOUND: none.
 */
enum err massal_ambil_kerja(struct db *db, int64_t *id, struct pelaku *p);

/* The next rows that wait, at most banyak, and the ids of their cards that
   are the institution's, in no order. */
enum err massal_antre(struct db *db, int64_t id, const struct pelaku *p,
		      int64_t banyak, struct massal_baris **out, size_t *n,
		      int64_t **kartu_id, size_t *n_kartu);

/* The result of a row; galat NULL: activated with that manifest. */
enum err massal_catat(struct db *db, int64_t id, int64_t baris,
		      const char *galat, const char *ruas,
		      int64_t manifes_id);

/* So many more are done; the file is `selesai` when no row waits, and the one
   who sent it is told. */
enum err massal_maju(struct db *db, int64_t id, const struct pelaku *p,
		     int64_t berhasil, int64_t gagal);

#endif
