/* takaran.c - see takaran.h. */
#include "takaran.h"

#define DETIK_PENUH 10

int64_t takaran_boleh(struct takaran *t, int64_t kini_ms, int64_t banyak)
{
	double penuh = (double)t->per_menit * DETIK_PENUH / 60;
	int64_t lewat = kini_ms - t->waktu_ms;

	if (t->per_menit == 0)
		return banyak;
	if (penuh < 1)
		penuh = 1;
	if (t->waktu_ms == 0)
		t->isi = penuh;
	/* A clock that was set back gives nothing. */
	else if (lewat > 0)
		t->isi += (double)lewat * (double)t->per_menit / 60000;
	if (t->isi > penuh)
		t->isi = penuh;
	t->waktu_ms = kini_ms;
	return t->isi < (double)banyak ? (int64_t)t->isi : banyak;
}

void takaran_pakai(struct takaran *t, int64_t banyak)
{
	t->isi -= (double)banyak;
}
