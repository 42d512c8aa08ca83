/*
 * sasaran.h - what the fuzz targets share: the function the fuzzer calls, a
 * check that ends the process, and input cut into pieces.
 */
#ifndef SASARAN_H
#define SASARAN_H

#include "lib/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The target: any bytes; 0.  Ends the process when a promise is broken. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void harus(bool benar)
{
	if (!benar)
		abort();
}

/*
 * A copy of exactly n bytes in a block of its own, so that reading past its
 * end is seen.  The caller frees it.
 */
static inline char *salin(const uint8_t *p, size_t n)
{
	char *copy = malloc(n == 0 ? 1 : n);

	harus(copy != NULL);
	if (n > 0)
		memcpy(copy, p, n);
	return copy;
}

#endif
