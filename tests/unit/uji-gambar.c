/*
 * uji-gambar.c - lib/gambar: pictures made here by libgd become the small
 * square one; nothing else of their files gets through, and files that lie,
 * are cut short or are too much are refused (U-07).
 */
#include "lib/gambar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>
#include <gd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

static struct arena *a;

static int setup(void **state)
{
	(void)state;
	a = arena_new();
	return a == NULL;
}

static int teardown(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static enum err potret(const void *p, size_t n, struct blob *jpeg)
{
	int fd = memfd_create("uji", MFD_CLOEXEC);
	enum err e;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, p, n), n);
	e = gambar_potret(a, fd, jpeg);
	close(fd);
	return e;
}

enum jenis { JPEG, PNG, WEBP };

/* Left half red, right half blue, the upper fifth green. */
static struct blob buat(enum jenis jenis, int lebar, int tinggi)
{
	gdImagePtr g = gdImageCreateTrueColor(lebar, tinggi);
	struct blob out;
	void *isi;
	int n = 0;

	assert_non_null(g);
	gdImageFilledRectangle(g, 0, 0, lebar / 2 - 1, tinggi - 1, 0xC00000);
	gdImageFilledRectangle(g, lebar / 2, 0, lebar - 1, tinggi - 1,
			       0x0000C0);
	gdImageFilledRectangle(g, 0, 0, lebar - 1, tinggi / 5, 0x00C000);
	isi = jenis == JPEG ? gdImageJpegPtr(g, &n, 90) :
	      jenis == PNG  ? gdImagePngPtr(g, &n) :
			      gdImageWebpPtrEx(g, &n, 90);
	gdImageDestroy(g);
	assert_non_null(isi);
	out.p = memcpy(arena_alloc(a, (size_t)n), isi, (size_t)n);
	out.n = (size_t)n;
	gdFree(isi);
	return out;
}

static gdImagePtr lihat(struct blob jpeg)
{
	void *isi = memcpy(arena_alloc(a, jpeg.n), jpeg.p, jpeg.n);
	gdImagePtr g = gdImageCreateFromJpegPtr((int)jpeg.n, isi);

	assert_non_null(g);
	assert_int_equal(gdImageSX(g), GAMBAR_SISI);
	assert_int_equal(gdImageSY(g), GAMBAR_SISI);
	return g;
}

/* 'r', 'g', 'b', 'w' or '?', of a pixel. */
static char warna(gdImagePtr g, int x, int y)
{
	int c = gdImageGetTrueColorPixel(g, x, y);
	int r = gdTrueColorGetRed(c), h = gdTrueColorGetGreen(c),
	    b = gdTrueColorGetBlue(c);

	if (r > 230 && h > 230 && b > 230)
		return 'w';
	return r > 150 && h < 60 && b < 60 ? 'r' :
	       h > 150 && r < 60 && b < 60 ? 'g' :
	       b > 150 && r < 60 && h < 60 ? 'b' :
					     '?';
}

/* Left, right, top, bottom of the middle. */
static void sisi(struct blob jpeg, const char *harap)
{
	gdImagePtr g = lihat(jpeg);
	char ada[5] = { warna(g, 20, 150), warna(g, 235, 150),
			warna(g, 150, 20), warna(g, 150, 235), 0 };

	gdImageDestroy(g);
	assert_string_equal(ada, harap);
}

static void tiga_jenis(void **state)
{
	(void)state;
	for (int j = JPEG; j <= WEBP; j++) {
		struct blob asal = buat((enum jenis)j, 640, 480), jpeg;

		assert_int_equal(potret(asal.p, asal.n, &jpeg), OK);
		sisi(jpeg, "rbgb");
		assert_true(jpeg.n < 32768);
	}
}

static void segala_ukuran(void **state)
{
	static const int ukuran[][2] = { { 1, 1 },	{ 16, 16 },
					 { 3000, 20 },	{ 20, 3000 },
					 { 4000, 3000 } };
	struct blob jpeg;

	(void)state;
	for (size_t i = 0; i < 5; i++) {
		struct blob asal = buat(PNG, ukuran[i][0], ukuran[i][1]);

		assert_int_equal(potret(asal.p, asal.n, &jpeg), OK);
		gdImageDestroy(lihat(jpeg));
	}
}

static void tembus_pandang_menjadi_putih(void **state)
{
	gdImagePtr g = gdImageCreateTrueColor(100, 100);
	struct blob jpeg;
	void *isi;
	int n;

	(void)state;
	gdImageAlphaBlending(g, 0);
	gdImageSaveAlpha(g, 1);
	gdImageFilledRectangle(g, 0, 0, 99, 99, gdTrueColorAlpha(0, 0, 0, 127));
	isi = gdImagePngPtr(g, &n);
	gdImageDestroy(g);
	assert_int_equal(potret(isi, (size_t)n, &jpeg), OK);
	gdFree(isi);
	sisi(jpeg, "wwww");
}

#define RAHASIA "Lintang -6.1751 Bujur 106.8650"

/* The JPEG with an EXIF segment: orientation, and a text that must not stay. */
static struct blob dengan_exif(struct blob asal, int arah, bool motorola)
{
	unsigned char s[] = "\xff\xe1\0\0Exif\0\0II*\0\x08\0\0\0\x02\0"
			    "\x12\x01\x03\0\x01\0\0\0\x01\0\0\0"
			    "\x0e\x01\x02\0\x1f\0\0\0\x26\0\0\0\0\0\0\0"
			    RAHASIA;
	unsigned char m[] = "\xff\xe1\0\0Exif\0\0MM\0*\0\0\0\x08\0\x02"
			    "\x01\x12\0\x03\0\0\0\x01\0\x01\0\0"
			    "\x01\x0e\0\x02\0\0\0\x1f\0\0\0\x26\0\0\0\0"
			    RAHASIA;
	unsigned char *e = motorola ? m : s;
	size_t n = sizeof(s) - 1;
	unsigned char *out = arena_alloc(a, asal.n + n);

	e[3] = (unsigned char)(n - 2);
	e[motorola ? 29 : 28] = (unsigned char)arah;
	memcpy(out, asal.p, 2);
	memcpy(out + 2, e, n);
	memcpy(out + 2 + n, asal.p + 2, asal.n - 2);
	return (struct blob){ out, asal.n + n };
}

static void exif_memutar_lalu_hilang(void **state)
{
	/* 6: what was on top stands at the right; 8: at the left. */
	static const char *const harap[] = { "rbgb", "brgr", "brrg", "rbbg",
					     "gbrb", "bgrb", "rgbr", "grbr" };
	struct blob asal = buat(JPEG, 400, 400), jpeg;
	struct gambar_ukuran u;

	(void)state;
	for (int arah = 1; arah <= 8; arah++) {
		struct blob x = dengan_exif(asal, arah, arah % 2 == 0);

		assert_true(gambar_kepala(x.p, x.n, &u));
		assert_int_equal(u.arah, arah);
		assert_non_null(memmem(x.p, x.n, RAHASIA, strlen(RAHASIA)));
		assert_int_equal(potret(x.p, x.n, &jpeg), OK);
		sisi(jpeg, harap[arah - 1]);
		assert_null(memmem(jpeg.p, jpeg.n, RAHASIA, strlen(RAHASIA)));
		assert_null(memmem(jpeg.p, jpeg.n, "Exif", 4));
	}
	/* 9 is none. */
	asal = dengan_exif(asal, 9, false);
	assert_true(gambar_kepala(asal.p, asal.n, &u));
	assert_int_equal(u.arah, 1);
}

static void ekor_tidak_ikut(void **state)
{
	static const char skrip[] = "<script>alert(1)</script>PK\3\4<?php ?>";
	(void)state;
	for (int j = JPEG; j <= WEBP; j++) {
		struct blob asal = buat((enum jenis)j, 300, 300), jpeg;
		unsigned char *x = arena_alloc(a, asal.n + sizeof(skrip));

		memcpy(x, asal.p, asal.n);
		memcpy(x + asal.n, skrip, sizeof(skrip));
		assert_int_equal(potret(x, asal.n + sizeof(skrip), &jpeg), OK);
		assert_null(memmem(jpeg.p, jpeg.n, "script", 6));
		assert_null(memmem(jpeg.p, jpeg.n, "php", 3));
	}
}

static void terpotong(void **state)
{
	(void)state;
	for (int j = JPEG; j <= WEBP; j++) {
		struct blob asal = buat((enum jenis)j, 300, 200), jpeg;

		for (int k = 0; k < 10; k++)
			assert_int_equal(
			    potret(asal.p, asal.n * (size_t)k / 10, &jpeg),
			    ERR_TYPE);
	}
}

/* One byte or bit after another: an answer, and no picture of another size. */
static void rusak(void **state)
{
	static unsigned char rgb[GAMBAR_RGB];

	(void)state;
	/* libpng tells what it thinks. */
	assert_non_null(freopen("/dev/null", "w", stderr));
	for (int j = JPEG; j <= WEBP; j++) {
		struct blob asal = buat((enum jenis)j, 24, 20);
		unsigned char *x = arena_alloc(a, asal.n);

		for (size_t i = 0; i < asal.n; i++) {
			memcpy(x, asal.p, asal.n);
			x[i] ^= (unsigned char)(1u << (i % 8));
			gambar_baca(x, asal.n, rgb);
			x[i] = 0xFF;
			gambar_baca(x, asal.n, rgb);
		}
	}
}

static void bukan_gambar(void **state)
{
	static const char *const lain[] = {
		"",
		"GIF89a\1\0\1\0\x80\0\0",
		"%PDF-1.7\n%%EOF\n",
		"<svg xmlns='http://www.w3.org/2000/svg'/>",
		"\xff\xd8\xff",
		"\xff\xd8\xff\xe0",
		"\xff\xd8\xff\xd9",
		"RIFF\1\1\1\1WEBPVP8 ",
		"\x89PNG\r\n\x1a\n",
	};
	struct blob jpeg;

	(void)state;
	for (size_t i = 0; i < sizeof(lain) / sizeof(*lain); i++)
		assert_int_equal(potret(lain[i], strlen(lain[i]), &jpeg),
				 ERR_TYPE);
}

static void angka32(unsigned char *p, unsigned long v)
{
	for (int i = 0; i < 4; i++)
		p[i] = (unsigned char)(v >> (24 - 8 * i));
}

static size_t potong(unsigned char *p, const char *nama, const void *isi,
		     size_t n)
{
	angka32(p, n);
	memcpy(p + 4, nama, 4);
	if (n > 0)
		memcpy(p + 8, isi, n);
	angka32(p + 8 + n, crc32(0, p + 4, (uInt)n + 4));
	return n + 12;
}

/* A black PNG of one bit a pixel, packed as small as it gets. */
static struct blob bom(unsigned long lebar, unsigned long tinggi)
{
	size_t urai = (lebar / 8 + 1) * tinggi;
	unsigned char ihdr[13] = { [8] = 1 };
	unsigned char *kosong = calloc(1, urai);
	uLongf n = compressBound(urai);
	unsigned char *isi = malloc(n), *png = arena_alloc(a, n + 200);
	size_t m = 8;

	assert_true(kosong != NULL && isi != NULL);
	assert_int_equal(compress2(isi, &n, kosong, urai, 9), Z_OK);
	angka32(ihdr, lebar);
	angka32(ihdr + 4, tinggi);
	memcpy(png, "\x89PNG\r\n\x1a\n", 8);
	m += potong(png + m, "IHDR", ihdr, 13);
	m += potong(png + m, "IDAT", isi, n);
	m += potong(png + m, "IEND", NULL, 0);
	free(kosong);
	free(isi);
	return (struct blob){ png, m };
}

static void bom_png(void **state)
{
	struct blob besar = bom(40000, 40000), pas = bom(5000, 5000), jpeg;
	unsigned char *x;

	(void)state;
	/* 1 600 million pixels in some 200 KB: refused by the header. */
	assert_true(besar.n < 300000);
	assert_int_equal(potret(besar.p, besar.n, &jpeg), ERR_TOO_LARGE);
	assert_int_equal(potret(pas.p, pas.n, &jpeg), OK);
	pas = bom(5001, 5000);
	assert_int_equal(potret(pas.p, pas.n, &jpeg), ERR_TOO_LARGE);
	/* As many in full colour fit into the child's memory. */
	for (int j = JPEG; j <= PNG; j++) {
		pas = buat((enum jenis)j, 5000, 5000);
		assert_int_equal(potret(pas.p, pas.n, &jpeg), OK);
	}
	/* A header that says less than there is. */
	x = memcpy(arena_alloc(a, besar.n), besar.p, besar.n);
	angka32(x + 16, 100);
	angka32(x + 20, 100);
	angka32(x + 29, crc32(0, x + 12, 17));
	assert_int_not_equal(potret(x, besar.n, &jpeg), ERR_INTERNAL);
	/* The largest sides there can be. */
	angka32(x + 16, 0xFFFFFFFF);
	angka32(x + 20, 0xFFFFFFFF);
	assert_int_equal(potret(x, besar.n, &jpeg), ERR_TYPE);
}

static void terlalu_panjang(void **state)
{
	struct blob asal = buat(JPEG, 300, 300), jpeg;
	unsigned char *x = arena_alloc(a, GAMBAR_BYTES_MAKS + 1);

	(void)state;
	memset(x, 0, GAMBAR_BYTES_MAKS + 1);
	memcpy(x, asal.p, asal.n);
	assert_int_not_equal(potret(x, GAMBAR_BYTES_MAKS + 1, &jpeg), OK);
	assert_int_equal(potret(x, GAMBAR_BYTES_MAKS, &jpeg), OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(tiga_jenis, setup, teardown),
		cmocka_unit_test_setup_teardown(segala_ukuran, setup,
						teardown),
		cmocka_unit_test_setup_teardown(tembus_pandang_menjadi_putih,
						setup, teardown),
		cmocka_unit_test_setup_teardown(exif_memutar_lalu_hilang,
						setup, teardown),
		cmocka_unit_test_setup_teardown(ekor_tidak_ikut, setup,
						teardown),
		cmocka_unit_test_setup_teardown(terpotong, setup, teardown),
		cmocka_unit_test_setup_teardown(bukan_gambar, setup, teardown),
		cmocka_unit_test_setup_teardown(bom_png, setup, teardown),
		cmocka_unit_test_setup_teardown(terlalu_panjang, setup,
						teardown),
		/* Last: nothing is heard after it. */
		cmocka_unit_test_setup_teardown(rusak, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
