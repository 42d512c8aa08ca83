/*
 * balikan-kepala.h - the heading of a file of data balikan: which version of
 * the parameters it is of, and where its columns are.  Pure; the rule is told
 * in balikan-berkas.h.
 */
#ifndef BALIKAN_KEPALA_H
#define BALIKAN_KEPALA_H

#include "balikan-berkas.h"

struct balikan_kepala {
	const struct balikan_versi *versi;
	size_t nik;   /* column of the NIK */
	int *kolom;   /* column of each parameter of the version, -1: none */
	size_t n;     /* columns of the heading */
	bool *kosong; /* of each: it has no name and may hold no text */
	bool ada_kosong;
};

/*
 * Find the version of the heading b.  ERR_INPUT, and *galat: it has none.
 * Memory from a.
 */
enum err balikan_kepala_cocokkan(struct arena *a,
				 const struct balikan_aturan *aturan,
				 const struct baris *b,
				 struct balikan_kepala *k,
				 struct balikan_berkas_galat *galat);

#endif
