/*
 * akun-massal.h - many accounts by a table (U-04): reading it, checking all
 * of it row by row, making all of them or none.
 */
#ifndef AKUN_MASSAL_H
#define AKUN_MASSAL_H

#include "../lib/baris.h"
#include "../lib/blob.h"
#include "akun.h"

#define AKUN_MASSAL_MAKS 1000 /* rows under the heading */

/* The columns as the template has them, ended by NULL: nama username email
   telepon peran kode_lembaga alamat kota provinsi.  The last three may be
   empty or missing: the institution's are taken. */
extern const char *const akun_massal_kolom[];

struct akun_massal_baris {
	int64_t nomor; /* as the spreadsheet numbers it */
	struct akun a;
	bool salah;
};

/*
 * What is wrong with one row.  ruas: a column; kode: wajib terlalu-pendek
 * terlalu-panjang username sudah-dipakai ganda (row lain has it) email telepon
 * telepon-nol (the spreadsheet took the first zero away) peran peran-pejabat
 * (an official needs position and staff number) lembaga-tiada lembaga-tutup
 * peran-lembaga.
 */
struct akun_massal_salah {
	int64_t nomor;
	const char *ruas;
	const char *kode;
	const char *nilai; /* of the cell; "" */
	int64_t lain;      /* 0: none */
};

struct akun_massal {
	struct arena *a;
	struct akun_massal_baris *baris;
	size_t n;
	size_t cap;
	struct akun_massal_salah *salah;
	size_t n_salah;
	size_t cap_salah;
	int letak[16];      /* place of each column, -1: not there */
	bool kepala;        /* the heading was read */
	const char *kurang; /* a column that must be there and is not */
};

/*
 * Read the file open at fd, CSV or XLSX; columns are found by the heading.
 * What a row alone shows to be wrong is in m->salah then.  Errors of
 * tabel_baca(); ERR_INPUT with galat->kode TABEL_BAIK: m->kurang is missing.
 */
enum err akun_massal_baca(struct arena *a, int fd, struct akun_massal *m,
			  struct tabel_galat *galat);

/* What is done with each row; ctx is the struct akun_massal. */
enum err akun_massal_terima(void *ctx, const struct baris *b);

/* Compare with each other, with accounts and institutions; m->salah is then
   complete and by row.  OK also when something is wrong. */
enum err akun_massal_periksa(struct db *db, struct akun_massal *m);

/* m->salah as a CSV. */
struct blob akun_massal_laporan(struct arena *a, const struct akun_massal *m);

/*
 * Make all of them as akun_buat() does, in one transaction.  ERR_CONFLICT,
 * ERR_INPUT, ERR_NOT_FOUND: something changed since akun_massal_periksa();
 * nothing was made.
 */
enum err akun_massal_buat(struct db *db, const struct pelaku *p,
			  struct akun_massal *m);

#endif
