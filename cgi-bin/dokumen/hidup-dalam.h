/* hidup-dalam.h - between hidup.c and tempat.c. */
#ifndef HIDUP_DALAM_H
#define HIDUP_DALAM_H

#include "hidup.h"

/* Add one refusal; those over HIDUP_SALAH_MAKS are left out. */
void hidup_tolak(struct hidup_galat *g, const char *ruas, const char *kode,
		 const char *nilai);

#endif
