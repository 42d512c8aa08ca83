/*
 * pemusnahan.h - the list of cards that wait for destruction (P-14).  The
 * protocol itself is model/dokumen's.
 */
#ifndef PEMUSNAHAN_H
#define PEMUSNAHAN_H

#include "../lib/db.h"

#define PEMUSNAHAN_MAKS       500 /* cards shown, and of one protocol */
#define PEMUSNAHAN_SAKSI_MIN  2   /* witnesses of a protocol */
#define PEMUSNAHAN_SAKSI_MAKS 4

struct pemusnahan {
	int64_t kartu_id;
	int64_t proses_id;
	int64_t tiket;
	const char *seri_kartu;
	const char *alasan;     /* rusak terkunci gagal batal */
	const char *keterangan; /* NULL: none */
	const char *masuk;      /* UTC: on the list since */
	const char *lembaga;
};

/* The first PEMUSNAHAN_MAKS that wait, oldest first, and how many in all.
   For admin and pejabat: no limit by institution. */
enum err pemusnahan_daftar(struct db *db, struct pemusnahan **out, size_t *n,
			   int64_t *total);

#endif
