/*
 * balikan-halaman.h - what the files of program balikan share.  The route
 * table and the institution's overview are balikan.c; sendings are
 * balikan-kiriman.c; each other file is named above its handlers.
 */
#ifndef BALIKAN_HALAMAN_H
#define BALIKAN_HALAMAN_H

#include "lib/app.h"
#include "model/balikan-kiriman.h"
#include "model/balikan-param.h"

/* Who sends, and who reads all sendings. */
#define BALIKAN_BACA (ROLE_PEMINTA | ROLE_DITJEN)

/* Add a parameter as <ruas>, the urut'th from 1. */
elem *halaman_ruas(elem *parent, const struct balikan_ruas *s, size_t urut);

/* Handlers of balikan-parameter.c: the parameters (B-01). */
enum err parameter_lihat(struct req *r);
enum err parameter_versi(struct req *r);
enum err parameter_form(struct req *r);
enum err parameter_form_lagi(struct req *r);
enum err parameter_ubah(struct req *r);
enum err parameter_simpan(struct req *r);

/* balikan-templat.c: the file to fill in (B-02). */
enum err templat_unduh(struct req *r);

#endif
