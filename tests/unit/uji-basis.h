/*
 * uji-basis.h - the arena and the database of a test program, from the first
 * line of its main() to the last.
 */
#ifndef UJI_BASIS_H
#define UJI_BASIS_H

#include "lib/db.h"

extern struct arena *arena;
extern struct db *db;

/*
 * Makes `arena`, reads the configuration that SIFILMA_KONFIG names, and makes
 * `db` on `arena`, as user "uji".  False without a configuration: only tests
 * that ask the database nothing can run.
 */
bool basis_buka(void);

/* Frees both and gives what main() returns: `gagal`, how many tests failed (or
   77, skipped), or 99 when a configuration was named that cannot be read. */
int basis_tutup(int gagal);

#endif
