/*
 * kotak-keluar.h - the outbox as staff see it (U-18).  Writing into it is
 * pesan.c's, in the transaction of the change a message tells of; sending it
 * is kotak-kirim's.
 */
#ifndef KOTAK_KELUAR_H
#define KOTAK_KELUAR_H

#include "../lib/db.h"
#include "../lib/role.h"

struct surat {
	int64_t id;
	const char *saluran; /* surel wa */
	const char *kepada;
	const char *nama; /* of the person; NULL */
	const char *templat;
	const char *data;   /* name=value lines */
	bool rahasia;	    /* data holds a link or code, or held one */
	const char *status; /* antri mengirim terkirim gagal tampil */
	const char *dibuat; /* UTC */
	int64_t coba;
	const char *berikut; /* UTC, of antri; NULL */
	const char *galat;   /* of the last try; NULL */
	const char *terkirim; /* UTC; NULL */
	const char *pesan_id; /* NULL */
};

struct surat_saring {
	const char *status;  /* each NULL: all */
	const char *saluran;
	const char *kepada;
	bool mundur;
	int64_t id; /* neighbour, see audit_saring */
	int64_t banyak;
};

/* Messages, newest first, and how many there are (pasti false: at least so
   many). */
enum err kotak_daftar(struct db *db, const struct surat_saring *s,
		      struct surat **out, size_t *n, int64_t *total,
		      bool *pasti);

/* How a channel does. */
struct kotak_hitung {
	int64_t antri;	    /* queued or just being sent; counted up to 10 000 */
	int64_t gagal;	    /* given up */
	const char *tertua; /* UTC, when the next in turn was written; NULL */
};

enum err kotak_hitung(struct db *db, const char *saluran,
		      struct kotak_hitung *out);

/* Does the configuration say how this channel ("surel" or "wa") is sent? */
bool kotak_saluran_siap(const char *saluran);

/*
 * Queue a message anew that was given up.  ERR_NOT_FOUND; ERR_CONFLICT when it
 * was not given up, or its secret is gone.
 */
enum err kotak_kirim_ulang(struct db *db, const struct pelaku *p, int64_t id);

/* The same for all that were given up and hold no secret, 1 000 at most;
   their number. */
enum err kotak_kirim_semua(struct db *db, const struct pelaku *p,
			   int64_t *banyak);

#endif
