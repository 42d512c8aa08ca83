/*
 * gambar-kepala.c - size and orientation of a JPEG, PNG or WebP, read from
 * its header without decoding (gambar.h).
 */
#include "gambar.h"

#include <string.h>

#define SISI_MAKS 65500 /* of any decoder */

struct baca {
	const unsigned char *p;
	size_t n;
	bool kecil; /* least significant byte first */
};

/* 2 or 4 bytes at i; 0 behind the end. */
static uint32_t angka(const struct baca *b, size_t i, size_t bytes)
{
	uint32_t v = 0;

	if (i > b->n || b->n - i < bytes)
		return 0;
	for (size_t k = 0; k < bytes; k++)
		v = v << 8 | b->p[b->kecil ? i + bytes - 1 - k : i + k];
	return v;
}

static bool di(const struct baca *b, size_t i, const char *kata, size_t n)
{
	return i <= b->n && b->n - i >= n && memcmp(b->p + i, kata, n) == 0;
}

/* Orientation in the first directory of a TIFF header (Exif 2.32, 4.6.4). */
static int arah_exif(const unsigned char *p, size_t n)
{
	struct baca b = { p, n, false };
	uint32_t letak, banyak;

	if (di(&b, 0, "II*\0", 4))
		b.kecil = true;
	else if (!di(&b, 0, "MM\0*", 4))
		return 1;
	letak = angka(&b, 4, 4);
	banyak = angka(&b, letak, 2);
	for (uint32_t i = 0; i < banyak; i++) {
		size_t e = (size_t)letak + 2 + 12 * (size_t)i;
		uint32_t v;

		if (e > n || n - e < 12)
			return 1;
		if (angka(&b, e, 2) != 0x0112)
			continue;
		v = angka(&b, e + 8, 2);
		return v >= 1 && v <= 8 ? (int)v : 1;
	}
	return 1;
}

/* Start of a frame: all of C0 to CF but tables and reserved ones (ITU T.81,
   table B.1). */
static bool bingkai(unsigned m)
{
	return m >= 0xC0 && m <= 0xCF && m != 0xC4 && m != 0xC8 && m != 0xCC;
}

static bool kepala_jpeg(const struct baca *b, struct gambar_ukuran *u)
{
	size_t i = 2;

	while (i < b->n && b->p[i] == 0xFF) {
		unsigned m;
		size_t n;

		while (i < b->n && b->p[i] == 0xFF)
			i++;
		if (i == b->n)
			return false;
		m = b->p[i++];
		if (m == 0x01)
			continue;
		/* The picture itself, or its end: no size came before. */
		if ((m >= 0xD0 && m <= 0xDA) || m == 0)
			return false;
		n = angka(b, i, 2);
		if (n < 2 || n > b->n - i)
			return false;
		if (m == 0xE1 && n >= 8 && di(b, i + 2, "Exif\0\0", 6))
			u->arah = arah_exif(b->p + i + 8, n - 8);
		if (bingkai(m)) {
			u->tinggi = n < 7 ? 0 : angka(b, i + 3, 2);
			u->lebar = n < 7 ? 0 : angka(b, i + 5, 2);
			/* The decoder would fill a cut one up with grey; its
			   end cannot stand within the picture's data. */
			return memmem(b->p + i, b->n - i, "\xff\xd9", 2) !=
			       NULL;
		}
		i += n;
	}
	return false;
}

/* IHDR comes first (PNG, 5.6). */
static bool kepala_png(const struct baca *b, struct gambar_ukuran *u)
{
	if (!di(b, 8, "\0\0\0\rIHDR", 8))
		return false;
	u->lebar = angka(b, 16, 4);
	u->tinggi = angka(b, 20, 4);
	return true;
}

/* RFC 9649.  Moving ones (ANIM) are for the decoder to refuse. */
static bool kepala_webp(struct baca *b, struct gambar_ukuran *u)
{
	uint32_t v;

	b->kecil = true;
	if (di(b, 12, "VP8X", 4) && b->n >= 30) {
		u->lebar = (angka(b, 24, 4) & 0xFFFFFF) + 1;
		u->tinggi = (angka(b, 26, 4) >> 8) + 1;
		return true;
	}
	if (di(b, 12, "VP8L", 4) && b->n >= 25 && b->p[20] == 0x2F) {
		v = angka(b, 21, 4);
		u->lebar = (v & 0x3FFF) + 1;
		u->tinggi = (v >> 14 & 0x3FFF) + 1;
		return true;
	}
	if (di(b, 12, "VP8 ", 4) && di(b, 23, "\x9d\x01\x2a", 3)) {
		u->lebar = angka(b, 26, 2) & 0x3FFF;
		u->tinggi = angka(b, 28, 2) & 0x3FFF;
		return true;
	}
	return false;
}

bool gambar_kepala(const unsigned char *p, size_t n, struct gambar_ukuran *u)
{
	struct baca b = { p, n, false };
	bool ada = false;

	*u = (struct gambar_ukuran){ 0, 0, 1 };
	switch (sniff(p, n)) {
	case BERKAS_JPEG:
		ada = kepala_jpeg(&b, u);
		break;
	case BERKAS_PNG:
		ada = kepala_png(&b, u);
		break;
	case BERKAS_WEBP:
		ada = kepala_webp(&b, u);
		break;
	default:
		break;
	}
	return ada && u->lebar > 0 && u->tinggi > 0 && u->lebar <= SISI_MAKS &&
	       u->tinggi <= SISI_MAKS;
}
