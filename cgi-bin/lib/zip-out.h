/*
 * zip-out.h - an archive made here: files in, bytes out (libzip).
 */
#ifndef ZIP_OUT_H
#define ZIP_OUT_H

#include "arena.h"
#include "blob.h"
#include "err.h"

struct zip_out;

/* Begin one; it goes with the arena.  ERR_BUSY: no memory. */
enum err zip_out_new(struct arena *a, struct zip_out **out);

/*
 * One more file.  name: ASCII, not there yet; isi must live as long as the
 * arena.  ERR_BUSY, ERR_CONFLICT (that name is there).
 */
enum err zip_out_tambah(struct zip_out *z, const char *name, struct blob isi);

/* The finished archive, in the arena; z is used up.  ERR_BUSY. */
enum err zip_out_selesai(struct zip_out *z, struct blob *out);

#endif
