/*
 * pages.h - pieces to pages to cairo.
 *
 * Knows what stands on every page (watermark, notice, foot, page number)
 * and where pages end; what the pieces mean is decided in blocks.c.
 */
#ifndef DOKUMEN_PAGES_H
#define DOKUMEN_PAGES_H

#include "piece.h"

/* What is the same on all pages; texts may be empty, never NULL. */
struct frame {
	const char *watermark; /* drawn on drafts only, and so the notice */
	const char *notice;
	const char *foot;
	const char *page_number; /* "Halaman %d dari %d" */
};

/*
 * Set page and y of each piece; *count is the number of pages.
 * ERR_INTERNAL when one piece is higher than a page: it would be cut.
 */
enum err pages_fill(const struct pieces *list, unsigned *count);

/*
 * Draw the count pages that pages_fill() made onto the PDF surface of cr.
 * Takes no memory from the arena.
 */
void pages_draw(const struct maker *m, const struct pieces *list,
		unsigned count, const struct frame *frame, cairo_t *cr);

#endif
