/*
 * gambar.h - a picture somebody sent becomes a small square one of ours.
 * Only its pixels get here: the file is decoded in a child without rights
 * (lib/sandbox), and encoded anew from what that sends.
 */
#ifndef GAMBAR_H
#define GAMBAR_H

#include "arena.h"
#include "blob.h"
#include "err.h"
#include "sniff.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define GAMBAR_SISI        256 /* pixels of a side */
#define GAMBAR_RGB         (GAMBAR_SISI * GAMBAR_SISI * 3)
#define GAMBAR_BYTES_MAKS  (5 << 20)
#define GAMBAR_PIXEL_MAKS  25000000 /* of the picture that was sent */

/*
 * The regular file fd (JPEG, PNG or WebP) as a JPEG of GAMBAR_SISI by
 * GAMBAR_SISI: its middle, turned upright as its EXIF orientation says, on
 * white where it is transparent; nothing else of the file.  From a.
 * ERR_TYPE: none of the three, damaged or cut short.
 * ERR_TOO_LARGE: too many pixels, or too heavy to decode.
 * ERR_BUSY: no child could be had.
 */
enum err gambar_potret(struct arena *a, int fd, struct blob *jpeg);

/* ---- the child's part, open to tests ---------------------------------- */

struct gambar_ukuran {
	uint32_t lebar;
	uint32_t tinggi;
	int arah; /* EXIF orientation, 1 to 8 */
};

/* What the header says, before anything is decoded.  False: it is none. */
bool gambar_kepala(const unsigned char *p, size_t n, struct gambar_ukuran *u);

/* Decode n bytes to GAMBAR_RGB bytes of red, green, blue by rows.  Uses
   malloc() only.  ERR_TYPE, ERR_TOO_LARGE. */
enum err gambar_baca(const unsigned char *p, size_t n, unsigned char *rgb);

#endif
