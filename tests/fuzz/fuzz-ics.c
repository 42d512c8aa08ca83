/*
 * fuzz-ics.c - any bytes into ics_baca(): it must answer, and what it gives
 * must be what ics.h promises.
 */
#include "lib/text.h"
#include "model/ics.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void harus(bool benar)
{
	if (!benar)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct libur_baru *hari;
	struct ics_galat galat;
	size_t n;
	/* A copy of its own size, so that reading past the end is seen. */
	char *salinan = malloc(size == 0 ? 1 : size);

	if (a == NULL || salinan == NULL)
		abort();
	memcpy(salinan, data, size);
	if (ics_baca(a, salinan, size, &hari, &n, &galat) != OK) {
		harus(hari == NULL && n == 0);
		harus(galat.kode > ICS_BAIK && galat.kode < ICS_KODE_N);
		harus(ics_kode_teks(galat.kode) != NULL);
		harus(galat.baris <= size + 1);
	} else {
		harus(galat.kode == ICS_BAIK && n <= ICS_HARI_MAKS);
		for (size_t i = 0; i < n; i++) {
			harus(hari_sah(hari[i].hari));
			harus(i == 0 || hari[i].hari > hari[i - 1].hari);
			harus(hari[i].jenis <= ICS_PERAYAAN);
			harus(hari[i].nama[0] != '\0');
			harus(text_length(hari[i].nama) <= ICS_NAMA_MAKS);
			harus(text_ok(hari[i].nama, strlen(hari[i].nama)));
			harus(strpbrk(hari[i].nama, "\r\n") == NULL);
		}
	}
	free(salinan);
	arena_free(a);
	return 0;
}
