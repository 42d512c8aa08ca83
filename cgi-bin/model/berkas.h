/* berkas.h - the rows that refer to files in the store (lib/store). */
#ifndef BERKAS_H
#define BERKAS_H

#include "../lib/db.h"
#include "../lib/form.h"
#include "../lib/role.h"

struct berkas {
	int64_t id;
	const char *sha256;
	const char *nama;
	const char *jenis; /* pdf csv xlsx ics */
	int64_t ukuran;	   /* bytes */
};

/* Record an upload that lib/form has stored; its id to *id. */
enum err berkas_simpan(struct db *db, const struct pelaku *p,
		       const struct upload *u, int64_t *id);

/*
 * One by id.  Whether the person may have it is the question of the row that
 * refers to it; ask that first.  ERR_NOT_FOUND.
 */
enum err berkas_ambil(struct db *db, int64_t id, struct berkas *out);

/* "application/pdf" for "pdf" and so on. */
const char *berkas_tipe(const char *jenis);

#endif
