/* qr.c - see qr.h. */
#include "qr.h"

#include <errno.h>
#include <qrencode.h>
#include <string.h>

struct qr {
	int side;
	unsigned char dark[];
};

enum err qr_make(struct arena *a, const char *text, struct qr **qr)
{
	/* Taken before the foreign object exists: the arena may jump away.
	   177 modules is the largest version. */
	struct qr *q = arena_alloc(a, sizeof(*q) + 177 * 177);
	QRcode *code;
	int i;

	code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	if (code == NULL)
		return errno == ENOMEM ? ERR_BUSY : ERR_INTERNAL;
	q->side = code->width;
	for (i = 0; i < q->side * q->side; i++)
		q->dark[i] = code->data[i] & 1;
	QRcode_free(code);
	*qr = q;
	return OK;
}

int qr_modules(const struct qr *qr)
{
	return qr->side + 2 * QR_QUIET;
}

void qr_paint(cairo_t *cr, const struct qr *qr, double x, double y, double w)
{
	double module = w / qr_modules(qr);
	int row, from, to;

	/* One path of one rectangle per dark run: small, quick, and without
	   the hairlines that single squares show in some viewers. */
	for (row = 0; row < qr->side; row++) {
		const unsigned char *dark = qr->dark + row * qr->side;

		for (from = 0; from < qr->side; from = to) {
			to = from + 1;
			if (!dark[from])
				continue;
			while (to < qr->side && dark[to])
				to++;
			cairo_rectangle(cr, x + (QR_QUIET + from) * module,
					y + (QR_QUIET + row) * module,
					(to - from) * module, module);
		}
	}
	cairo_fill(cr);
}
