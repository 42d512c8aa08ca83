/*
 * gambar.c - see gambar.h: the child that decodes, and the encoder.  What a
 * header says is in gambar-kepala.c.
 */
#include "gambar.h"
#include "fd.h"
#include "sandbox.h"

#include <gd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MUTU 85 /* of the JPEG, 0 to 100 */

/* Decoders hold up to 10 bytes a pixel; the whole unit has 512 MB
   (nginx/unit-keras), of which the largest process is killed first: a child. */
static const struct sandbox_batas batas = {
	.cpu_s = 10,
	.tunggu_s = 20,
	.memori_bytes = 288u << 20,
	.pesan_bytes = GAMBAR_RGB,
};

/* ---- child ------------------------------------------------------------ */

static void diam(int tingkat, const char *pola, va_list ap)
{
	(void)tingkat;
	(void)pola;
	(void)ap;
}

static gdImagePtr urai(const unsigned char *p, size_t n)
{
	/* libgd reads only. */
	void *isi = (void *)(uintptr_t)p;

	switch (sniff(p, n)) {
	case BERKAS_JPEG:
		/* Not of a file that is cut short. */
		return gdImageCreateFromJpegPtrEx((int)n, isi, 0);
	case BERKAS_PNG:
		return gdImageCreateFromPngPtr((int)n, isi);
	case BERKAS_WEBP:
		return gdImageCreateFromWebpPtr((int)n, isi);
	default:
		return NULL;
	}
}

/* Where the pixel comes from that stands at x, y once the picture is turned
   (Exif 2.32, tag 0x0112). */
static int asal(gdImagePtr g, int arah, int x, int y)
{
	const int z = GAMBAR_SISI - 1;

	switch (arah) {
	case 2:
		return gdImageTrueColorPixel(g, z - x, y);
	case 3:
		return gdImageTrueColorPixel(g, z - x, z - y);
	case 4:
		return gdImageTrueColorPixel(g, x, z - y);
	case 5:
		return gdImageTrueColorPixel(g, y, x);
	case 6:
		return gdImageTrueColorPixel(g, y, z - x);
	case 7:
		return gdImageTrueColorPixel(g, z - y, z - x);
	case 8:
		return gdImageTrueColorPixel(g, z - y, x);
	default:
		return gdImageTrueColorPixel(g, x, y);
	}
}

static void tulis_rgb(gdImagePtr g, int arah, unsigned char *rgb)
{
	for (int y = 0; y < GAMBAR_SISI; y++) {
		for (int x = 0; x < GAMBAR_SISI; x++) {
			int c = asal(g, arah, x, y);

			*rgb++ = (unsigned char)gdTrueColorGetRed(c);
			*rgb++ = (unsigned char)gdTrueColorGetGreen(c);
			*rgb++ = (unsigned char)gdTrueColorGetBlue(c);
		}
	}
}

enum err gambar_baca(const unsigned char *p, size_t n, unsigned char *rgb)
{
	struct gambar_ukuran u;
	gdImagePtr besar, kecil;
	enum err e = ERR_TYPE;
	int sisi;

	if (n > GAMBAR_BYTES_MAKS)
		return ERR_TOO_LARGE;
	if (!gambar_kepala(p, n, &u))
		return ERR_TYPE;
	if ((uint64_t)u.lebar * u.tinggi > GAMBAR_PIXEL_MAKS)
		return ERR_TOO_LARGE;
	gdSetErrorMethod(diam);
	besar = urai(p, n);
	if (besar == NULL)
		return ERR_TYPE;
	kecil = gdImageCreateTrueColor(GAMBAR_SISI, GAMBAR_SISI);
	/* The decoder reads its own header: it must say the same. */
	if (kecil == NULL || (uint32_t)gdImageSX(besar) != u.lebar ||
	    (uint32_t)gdImageSY(besar) != u.tinggi)
		goto selesai;
	sisi = gdImageSX(besar) < gdImageSY(besar) ? gdImageSX(besar) :
						     gdImageSY(besar);
	gdImageFilledRectangle(kecil, 0, 0, GAMBAR_SISI, GAMBAR_SISI,
			       gdTrueColor(255, 255, 255));
	gdImageCopyResampled(kecil, besar, 0, 0, (gdImageSX(besar) - sisi) / 2,
			     (gdImageSY(besar) - sisi) / 2, GAMBAR_SISI,
			     GAMBAR_SISI, sisi, sisi);
	tulis_rgb(kecil, u.arah, rgb);
	e = OK;
selesai:
	gdImageDestroy(besar);
	if (kecil != NULL)
		gdImageDestroy(kecil);
	return e;
}

/* All of the file; NULL when it is too long or cannot be read. */
static unsigned char *muat(int fd, size_t *n)
{
	unsigned char *p = malloc(GAMBAR_BYTES_MAKS + 1);
	ssize_t got =
	    p == NULL ? -1 : fd_read_at(fd, p, GAMBAR_BYTES_MAKS + 1, 0);

	*n = got < 0 ? 0 : (size_t)got;
	if (got >= 0 && *n <= GAMBAR_BYTES_MAKS)
		return p;
	free(p);
	return NULL;
}

static int kerja(int fd_in, int fd_out, void *ctx)
{
	unsigned char *p, *rgb;
	enum err e = ERR_INTERNAL;
	size_t n;

	(void)ctx;
	p = muat(fd_in, &n);
	rgb = malloc(GAMBAR_RGB);
	if (p != NULL && rgb != NULL)
		e = gambar_baca(p, n, rgb);
	if (e == OK && sandbox_send(fd_out, rgb, GAMBAR_RGB) != 0)
		e = ERR_BUSY;
	free(rgb);
	free(p);
	return e;
}

/* ---- parent ----------------------------------------------------------- */

struct hasil {
	unsigned char *rgb;
	bool ada;
};

static enum err terima(void *ctx, const char *p, size_t n)
{
	struct hasil *h = ctx;

	if (h->ada || n != GAMBAR_RGB)
		return ERR_TYPE;
	memcpy(h->rgb, p, n);
	h->ada = true;
	return OK;
}

static void buang_gambar(void *g)
{
	gdImageDestroy(g);
}

/* The JPEG of pixels that may be anything, but are pixels. */
static enum err tulis_jpeg(struct arena *a, const unsigned char *rgb,
			   struct blob *jpeg)
{
	gdImagePtr g = gdImageCreateTrueColor(GAMBAR_SISI, GAMBAR_SISI);
	void *isi;
	int n;

	if (g == NULL)
		return ERR_BUSY;
	arena_cleanup(a, buang_gambar, g);
	for (int y = 0; y < GAMBAR_SISI; y++)
		for (int x = 0; x < GAMBAR_SISI; x++, rgb += 3)
			gdImageTrueColorPixel(g, x, y) =
			    gdTrueColor(rgb[0], rgb[1], rgb[2]);
	isi = gdImageJpegPtr(g, &n, MUTU);
	if (isi == NULL)
		return ERR_BUSY;
	arena_cleanup(a, gdFree, isi);
	*jpeg = (struct blob){ isi, (size_t)n };
	return OK;
}

enum err gambar_potret(struct arena *a, int fd, struct blob *jpeg)
{
	struct hasil h = { arena_alloc(a, GAMBAR_RGB), false };
	enum err e = sandbox_run(a, fd, kerja, NULL, &batas, terima, &h);

	if (e == OK && !h.ada)
		e = ERR_TYPE;
	return e == OK ? tulis_jpeg(a, h.rgb, jpeg) : e;
}
