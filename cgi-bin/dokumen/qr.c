/* qr.c - see qr.h. */
#include "qr.h"
#include "../lib/text.h"

#include <errno.h>
#include <qrencode.h>

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

bool qr_run(const struct qr *qr, int row, int *from, int *to)
{
	const unsigned char *dark = qr->dark + row * qr->side;

	while (*from < qr->side && !dark[*from])
		(*from)++;
	for (*to = *from; *to < qr->side && dark[*to];)
		(*to)++;
	return *from < qr->side;
}

const char *qr_path(struct arena *a, const struct qr *qr)
{
	struct buf b = { .a = a };

	for (int row = 0; row < qr->side; row++)
		for (int from = 0, to; qr_run(qr, row, &from, &to); from = to)
			buf_printf(&b, "M%d %dh%dv1h-%dz", QR_QUIET + from,
				   QR_QUIET + row, to - from, to - from);
	return b.p;
}
