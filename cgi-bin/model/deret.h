/*
 * deret.h - number series without gaps: tickets, document numbers.
 *
 * The last number given stands in one row of `deret`, which stays locked
 * until the transaction ends: a number is lost neither by a rollback nor by
 * two people at once.
 */
#ifndef DERET_H
#define DERET_H

#include "../lib/db.h"

/*
 * Take the next number of the series nama ("tiket", "bast", ...; at most 24
 * characters of ASCII) of a year; tahun 0 is a series that never starts
 * again.  The first number is 1.
 *
 * Must run in the transaction that uses the number: without one it is
 * ERR_INTERNAL and nothing is taken.  Others who want the same series wait
 * until that transaction ends, so take the number late and do not idle.
 * Errors of db_exec(); with an error *nomor is untouched.
 */
enum err deret_berikut(struct db *db, const char *nama, int tahun,
		       int64_t *nomor);

#endif
