/*
 * kotak-keluar.h - the outbox as staff see it (U-18).  Writing into it is
 * model/catat's, in the transaction of the change a message tells of.
 */
#ifndef KOTAK_KELUAR_H
#define KOTAK_KELUAR_H

#include "../lib/db.h"

struct surat {
	int64_t id;
	const char *saluran; /* surel wa */
	const char *kepada;
	const char *nama; /* of the person; NULL */
	const char *templat;
	const char *data;   /* name=value lines; may hold a secret link */
	const char *status; /* antri terkirim gagal */
	const char *dibuat; /* UTC */
};

/* Messages, newest first; see audit_saring for mundur, id and banyak. */
enum err kotak_daftar(struct db *db, const char *status, const char *kepada,
		      bool mundur, int64_t id, int64_t banyak,
		      struct surat **out, size_t *n, int64_t *total);

/*
 * The next name=value of data; false at its end.  name and value from a.
 * *tempat begins as data.
 */
bool kotak_isi(struct arena *a, const char **tempat, const char **nama,
	       const char **nilai);

#endif
