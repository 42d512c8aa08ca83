/*
 * penduduk.h - the source of residents (W-14): who a NIK belongs to.
 *
 * Here a table, which the installation's adapter fills (in the demo: synthetic
 * residents); whoever connects another source writes it behind this function.
 */
#ifndef PENDUDUK_H
#define PENDUDUK_H

#include "../lib/db.h"

struct penduduk {
	const char *nama;
	const char *no_kk; /* 16 digits */
	const char *tempat_lahir;
	const char *tanggal_lahir; /* YYYY-MM-DD */
	const char *jenis_kelamin; /* L P */
	const char *alamat;
	const char *wilayah_kode; /* village */
	const char *status;	  /* hidup meninggal pindah */
};

/* The resident with that NIK, in db's arena.  ERR_NOT_FOUND: the source knows
   none; else errors of db_query(). */
enum err penduduk_ambil(struct db *db, uint64_t nik, struct penduduk *out);

#endif
