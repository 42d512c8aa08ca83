/*
 * uji-acak.h - made-up numbers that are the same in every run, so that a failure
 * can be looked at again (Marsaglia's xorshift of 32 bits).
 */
#ifndef UJI_ACAK_H
#define UJI_ACAK_H

#include <stdint.h>

/* Where it is; a test may begin anew with any number but 0. */
static uint32_t benih = 20261122;

/* 0 to n - 1. */
static inline uint32_t acak(uint32_t n)
{
	benih ^= benih << 13;
	benih ^= benih >> 17;
	benih ^= benih << 5;
	return benih % n;
}

#endif
