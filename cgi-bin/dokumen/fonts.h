/*
 * fonts.h - the fonts of printed documents, opened once per process.
 *
 * Liberation (metrics of Times, Arial and Courier, fonts-liberation2) with
 * DejaVu for the characters it has not.  Which text gets which font is
 * decided in inline.c.
 */
#ifndef DOKUMEN_FONTS_H
#define DOKUMEN_FONTS_H

#include <pango/pangocairo.h>
#include <stdbool.h>

#define FONT_SERIF "Liberation Serif,DejaVu Serif,DejaVu Sans"
#define FONT_SANS  "Liberation Sans,DejaVu Sans"
#define FONT_MONO  "Liberation Mono,DejaVu Sans Mono"

struct fonts {
	PangoFontMap *map;
	PangoContext *context; /* 1 unit is 1 point; nothing is hinted */
};

/* The fonts of this process, opened at the first call; NULL: no memory. */
struct fonts *fonts_get(void);

/*
 * The description of a family (one of FONT_…) in a size (points), to be
 * freed with pango_font_description_free().
 */
PangoFontDescription *font_new(const char *family, double size, bool bold,
			       bool italic);

#endif
