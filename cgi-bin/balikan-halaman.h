/*
 * balikan-halaman.h - what the files of program balikan share.  The route
 * table and the institution's overview are balikan.c; sendings are
 * balikan-kiriman.c; each other file is named above its handlers.
 */
#ifndef BALIKAN_HALAMAN_H
#define BALIKAN_HALAMAN_H

#include "lib/app.h"
#include "model/balikan-kiriman.h"

/* Who sends, and who reads all sendings. */
#define BALIKAN_BACA (ROLE_PEMINTA | ROLE_DITJEN)

#endif
