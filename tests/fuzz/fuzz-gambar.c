/*
 * fuzz-gambar.c - any bytes into what the child of lib/gambar does with a
 * picture: the header, and the decoders of libgd.
 */
#include "sasaran.h"

#include "lib/gambar.h"

/* The child ends after one picture; libgd's decoders leak when they fail. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "detect_leaks=0";
}

/* Larger ones only take longer. */
#define PIXEL_MAKS 400000u

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static unsigned char rgb[GAMBAR_RGB];
	unsigned char *p = (unsigned char *)salin(data, size);
	struct gambar_ukuran u;
	enum err e;

	if (gambar_kepala(p, size, &u)) {
		harus(u.lebar > 0 && u.lebar <= 65500 && u.tinggi > 0 &&
		      u.tinggi <= 65500 && u.arah >= 1 && u.arah <= 8);
		if ((uint64_t)u.lebar * u.tinggi <= PIXEL_MAKS) {
			e = gambar_baca(p, size, rgb);
			harus(e == OK || e == ERR_TYPE);
		}
	} else {
		harus(gambar_baca(p, size, rgb) == ERR_TYPE);
	}
	free(p);
	return 0;
}
