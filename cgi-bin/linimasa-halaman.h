/* linimasa-halaman.h - a row of a timeline, for the programs whose pages show
 * one. */
#ifndef LINIMASA_HALAMAN_H
#define LINIMASA_HALAMAN_H

#include "lib/app.h"
#include "model/catat.h"

/* Add <peristiwa waktu= oleh= lembaga= kode= dari= ke=>catatan</peristiwa> to
   the timeline; what is NULL is left out. */
elem *halaman_peristiwa(struct req *r, elem *linimasa,
			const struct peristiwa *p);

/* A whole <linimasa> of n rows on the page. */
void halaman_linimasa(struct req *r, const struct peristiwa *p, size_t n);

#endif
