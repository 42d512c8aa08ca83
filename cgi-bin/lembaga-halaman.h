/*
 * lembaga-halaman.h - the drop-down of producers, for the programs whose forms
 * and filters ask for one.
 */
#ifndef LEMBAGA_HALAMAN_H
#define LEMBAGA_HALAMAN_H

#include "lib/app.h"
#include "model/lembaga.h"

/* Add <pilihan nama="produsen"> with these. */
elem *halaman_pilihan_produsen(struct req *r, const struct lembaga_pilihan *p,
			       size_t n);

/* The same with the active producers, and the one with this id
   (0: none) although it is closed.  Errors of db_query(). */
enum err halaman_produsen(struct req *r, int64_t juga, const char *nama);

#endif
