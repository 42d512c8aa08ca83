/* qr-lukis.h - painting a QR code with cairo. */
#ifndef DOKUMEN_QR_LUKIS_H
#define DOKUMEN_QR_LUKIS_H

#include "qr.h"

#include <cairo.h>

/*
 * Fill the code with the current colour; x, y is the upper left corner and
 * w the width, quiet zone included.
 */
void qr_paint(cairo_t *cr, const struct qr *qr, double x, double y, double w);

#endif
