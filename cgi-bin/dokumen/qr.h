/*
 * qr.h - QR codes (ISO/IEC 18004) as vector paths.
 *
 * Level M with the quiet zone of four modules that the standard asks for,
 * so that a phone reads them from paper (U-17).
 */
#ifndef DOKUMEN_QR_H
#define DOKUMEN_QR_H

#include "../lib/arena.h"
#include "../lib/err.h"

#include <cairo.h>

#define QR_QUIET 4 /* modules of white on each side */

struct qr;

/*
 * The code of text (UTF-8, not empty); *qr belongs to a.
 * ERR_INTERNAL: more than fits a code; ERR_BUSY: memory is out.
 */
enum err qr_make(struct arena *a, const char *text, struct qr **qr);

/* Modules on a side, quiet zone included: 29 … 185. */
int qr_modules(const struct qr *qr);

/*
 * Fill the code with the current colour; x, y is the upper left corner and
 * w the width, quiet zone included.
 */
void qr_paint(cairo_t *cr, const struct qr *qr, double x, double y, double w);

#endif
