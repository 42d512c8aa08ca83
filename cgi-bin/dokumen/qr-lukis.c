/* qr-lukis.c - see qr-lukis.h. */
#include "qr-lukis.h"

void qr_paint(cairo_t *cr, const struct qr *qr, double x, double y, double w)
{
	double module = w / qr_modules(qr);
	int row, from, to;

	/* One path of one rectangle per dark run: small, quick, and without
	   the hairlines that single squares show in some viewers. */
	for (row = 0; row < qr->side; row++)
		for (from = 0; qr_run(qr, row, &from, &to); from = to)
			cairo_rectangle(cr, x + (QR_QUIET + from) * module,
					y + (QR_QUIET + row) * module,
					(to - from) * module, module);
	cairo_fill(cr);
}
