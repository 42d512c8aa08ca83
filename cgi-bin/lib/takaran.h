/*
 * takaran.h - how many a minute: a bucket that fills evenly and holds what ten
 * seconds bring, at least one.
 */
#ifndef TAKARAN_H
#define TAKARAN_H

#include <stdint.h>

struct takaran {
	int64_t per_menit; /* 0: no limit */
	int64_t waktu_ms;  /* when it was last filled; 0: never */
	int64_t isi;	   /* in 60 000ths, so that a ms brings a whole number */
};

/* How many may go now, at most banyak. */
int64_t takaran_boleh(struct takaran *t, int64_t kini_ms, int64_t banyak);

/* So many went. */
void takaran_pakai(struct takaran *t, int64_t banyak);

#endif
