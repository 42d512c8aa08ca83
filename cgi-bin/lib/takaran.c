/* takaran.c - see takaran.h. */
#include "takaran.h"

#define SATU	    60000
#define DETIK_PENUH 10

int64_t takaran_boleh(struct takaran *t, int64_t kini_ms, int64_t banyak)
{
	int64_t penuh = t->per_menit * DETIK_PENUH * 1000;
	int64_t lewat = kini_ms - t->waktu_ms, boleh;

	if (t->per_menit == 0)
		return banyak;
	if (penuh < SATU)
		penuh = SATU;
	/* After so long it is full; a clock that was set back gives nothing. */
	if (t->waktu_ms == 0 || lewat > penuh)
		t->isi = penuh;
	else if (lewat > 0)
		t->isi += lewat * t->per_menit;
	if (t->isi > penuh)
		t->isi = penuh;
	t->waktu_ms = kini_ms;
	boleh = t->isi / SATU;
	return boleh < banyak ? boleh : banyak;
}

void takaran_pakai(struct takaran *t, int64_t banyak)
{
	t->isi -= banyak * SATU;
}
