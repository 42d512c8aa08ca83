/*
 * dokumen-halaman.h - what the two files of program dokumen share.
 */
#ifndef DOKUMEN_HALAMAN_H
#define DOKUMEN_HALAMAN_H

#include "lib/app.h"
#include "model/dokumen.h"

/* The attributes of a document as pages show it, and what the person who
   looks may do with it (<boleh>). */
void halaman_dokumen(struct req *r, elem *e, const struct dokumen *d);

/* Handlers of dokumen-tanda-tangan.c; {id} in the path is one document,
   without it the fields `dokumen[]` are several. */
enum err tanda_tangan_tampil(struct req *r);
enum err tanda_tangan(struct req *r);

#endif
