/*
 * tabel-data.h - made-up residents and institutions for tests/bench/tabel: who
 * sends whom, without keeping it.
 *
 * Residents live in the real sub-districts, unequally many in each.  Of 900
 * institutions 300 work in the whole country and 600 in one regency; the
 * greatest has four of five residents, the others of the country ever fewer;
 * a resident is with 5.4 on average, as 1 500 million rows are to 280 million
 * people.  Residents come to be known one after another (their `lahir`), so
 * that a table of any size looks the same.
 */
#ifndef TABEL_DATA_H
#define TABEL_DATA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DATA_LEMBAGA 900

/*
 * Make about n residents of the sub-districts named in a file, one code a line,
 * ascending.  False when it cannot be read.
 */
bool data_siap(const char *kecamatan, size_t n);

/* How many there are, and the NIK of one: ascending. */
size_t data_banyak(void);
uint64_t data_nik(size_t orang);

/* Is he known when such a part (0 to 1) of all are? */
bool data_lahir(size_t orang, double bagian);

/* Does institution i (from 0) have him, once he is known? */
bool data_punya(unsigned i, size_t orang);

/* NIKs that an institution has of those who become known between two parts;
   to out, which has room for all residents.  Their number. */
size_t data_kiriman(unsigned i, double dari, double sampai, uint64_t *out);

/* About n NIKs of anybody that institution i has not, or of anybody at all if
   there is no i: a new file. */
size_t data_acak(unsigned i, unsigned benih, size_t n, uint64_t *out);

/* The same number for the same x, spread over all 64 bits. */
uint64_t data_campur(uint64_t x);

#endif
