/*
 * produksi-dalam.h - what produksi.c and produksi-ganti.c share, and nobody
 * else includes.
 */
#ifndef PRODUKSI_DALAM_H
#define PRODUKSI_DALAM_H

#include "../lib/db.h"
#include "proses.h"

/* The ticket that is worked on, its row locked. */
struct tiket_kerja {
	int64_t id;
	const char *status;
	int64_t permintaan_id;
	int64_t lembaga_id;
	int64_t produsen_id;
	char kode[TIKET_TEKS];
	int64_t jumlah;
	int64_t selesai;   /* cards personalised */
	const char *judul; /* on one line */
};

/* Lock it; ERR_NOT_FOUND. */
enum err produksi_kunci(struct db *db, int64_t id, struct tiket_kerja *t);

/* A message to the two who wait for its cards. */
enum err produksi_kabarkan(struct db *db, const struct tiket_kerja *t,
			   const char *templat);

#endif
