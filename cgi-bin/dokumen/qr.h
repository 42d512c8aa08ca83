/*
 * qr.h - QR codes (ISO/IEC 18004), as modules and as a path for SVG; painting
 * them into a PDF is qr-lukis.h.
 *
 * Level M with the quiet zone of four modules that the standard asks for,
 * so that a phone reads them from paper (U-17).
 */
#ifndef DOKUMEN_QR_H
#define DOKUMEN_QR_H

#include "../lib/arena.h"
#include "../lib/err.h"

#include <stdbool.h>

#define QR_QUIET 4 /* modules of white on each side */

struct qr {
	int side;	      /* modules, without the quiet zone */
	unsigned char dark[]; /* side rows of side modules: 1 or 0 */
};

/*
 * The code of text (UTF-8, not empty); *qr belongs to a.
 * ERR_INTERNAL: more than fits a code; ERR_BUSY: memory is out.
 */
enum err qr_make(struct arena *a, const char *text, struct qr **qr);

/* Modules on a side, quiet zone included: 29 … 185. */
int qr_modules(const struct qr *qr);

/*
 * The first dark run of a row at or after column *from; *to is the column
 * after it.  False when there is none.
 */
bool qr_run(const struct qr *qr, int row, int *from, int *to);

/* The dark modules as the data of an SVG path, one unit a module, quiet zone
   included: "M4 4h7v1h-7z…"; from a. */
const char *qr_path(struct arena *a, const struct qr *qr);

#endif
