/* surat-halaman.h - a message as xslt/pesan-keluar.xsl reads it. */
#ifndef SURAT_HALAMAN_H
#define SURAT_HALAMAN_H

#include "lib/view.h"

/*
 * Fill <surat>: what it is about (data: name=value lines), to whom (nama,
 * NULL: nobody by name), the suite's address and the path it leads to.
 */
void surat_isi(struct arena *a, elem *surat, const char *templat,
	       const char *nama, const char *data);

#endif
