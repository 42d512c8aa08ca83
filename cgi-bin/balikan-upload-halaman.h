/*
 * balikan-upload-halaman.h - what the files of program balikan-upload share:
 * the page and its form are balikan-upload.c, tus is balikan-tus.c.  What an
 * upload is, and for how long: model/balikan-unggah.h.
 */
#ifndef BALIKAN_UPLOAD_HALAMAN_H
#define BALIKAN_UPLOAD_HALAMAN_H

#include "lib/app.h"
#include "model/balikan-unggah.h"

/* At once, the second only while half of all are free; the rest of the
   processes serves pages. */
#define UNGGAH_JALUR_LEMBAGA 4
#define UNGGAH_SISA_PROSES   2

/* A lane for the body of this request (lib/unggahan.h); ERR_BUSY. */
enum err unggah_jalur(struct req *r);

/* Are all lanes taken, so that others wait?  Of who has one. */
bool unggah_jalur_penuh(struct req *r);

/* --- balikan-tus.c --- */

#define UNGGAH_TUS "/balikan/unggah/tus"

/* Every answer below that path says the protocol's version, errors too. */
void tus_versi(struct req *r);

/* Handlers. */
enum err tus_kemampuan(struct req *r); /* OPTIONS */
enum err tus_buat(struct req *r);      /* POST */
enum err tus_letak(struct req *r);     /* HEAD */
enum err tus_tambah(struct req *r);    /* PATCH */
enum err tus_hapus(struct req *r);     /* DELETE */

#endif
