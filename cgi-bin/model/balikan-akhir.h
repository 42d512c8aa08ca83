/*
 * balikan-akhir.h - what is done in the transaction that ends a file: the
 * institution's last sending, and word to people.
 */
#ifndef BALIKAN_AKHIR_H
#define BALIKAN_AKHIR_H

#include "../lib/db.h"

#include <stdbool.h>
#include <stdint.h>

/* kiriman is selesai; berhasil false: gagal, or no row of it was good, so it is
   not the last sending.  After its status was set. */
enum err balikan_akhir(struct db *db, int64_t lembaga, int64_t kiriman,
		       bool berhasil);

#endif
