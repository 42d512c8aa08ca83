/*
 * tempat.h - what a person types as the place of a reader, and how a move of
 * a card tells what it refuses (dokumen/hidup.h).
 */
#ifndef MODEL_TEMPAT_H
#define MODEL_TEMPAT_H

#include "../lib/arena.h"
#include "manifes.h"

#include <stdbool.h>

#define HIDUP_SALAH_MAKS 10

/* One thing that was refused. */
struct hidup_salah {
	/* sam_id token seri_mesin outlet alamat wilayah lintang bujur, or ""
	   for the card as a whole */
	const char *ruas;
	/*
	 * sam_id: wajib format sam-lain sam-tidak-ada
	 * token: wajib token-salah token-habis token-terkunci
	 * seri_mesin: wajib format mesin-terpakai mesin-lembaga-lain
	 * outlet, alamat: wajib terlalu-panjang
	 * wilayah: wajib format tidak-ada
	 * lintang, bujur: wajib koordinat di-luar-indonesia
	 * "": kartu-aktif kartu-status tanpa-perjanjian tempat-sama
	 */
	const char *kode;
	const char *nilai; /* token-salah: tries left; token-terkunci: minutes;
			      else what was typed, or NULL */
};

/* Begin with { 0 }. */
struct hidup_galat {
	struct hidup_salah salah[HIDUP_SALAH_MAKS];
	size_t n;
	/* A wrong token was counted: the caller's transaction is to be
	   committed although nothing else was done (req_commit_anyway()). */
	bool simpan;
};

/* Add one refusal; those over HIDUP_SALAH_MAKS are left out. */
void hidup_tolak(struct hidup_galat *g, const char *ruas, const char *kode,
		 const char *nilai);

/*
 * Is this a place of a reader, by its form?  Folds and checks what was typed
 * and writes it back as it is stored (serial in capitals without blanks,
 * coordinates with six places, code without dots; NULL where it cannot be).
 * Adds all that is wrong to *g; true when nothing is.  Whether the village
 * exists and the reader is free is for the moves to ask.
 */
bool tempat_periksa(struct arena *a, struct tempat *t, struct hidup_galat *g);

#endif
