/*
 * gunzip.h - unpacking gzip (RFC 1952) as it comes in, within bounds.  Foreign
 * bytes are read here, in whatever process calls.
 */
#ifndef GUNZIP_H
#define GUNZIP_H

#include "arena.h"
#include "err.h"

#include <stddef.h>
#include <stdint.h>

struct gunzip;

/* The next n unpacked bytes; anything but OK ends the unpacking with it. */
typedef enum err gunzip_fn(void *ctx, const char *p, size_t n);

/*
 * An unpacker that hands what it unpacks to fn(ctx): at most bytes of it in
 * all, and over the first MiB at most rasio times what was packed.  Several
 * members one behind the other are one file, as gzip itself has it; zeros may
 * follow the last.  Memory from a, with what zlib has given back by its
 * clean-up.
 */
struct gunzip *gunzip_new(struct arena *a, uint64_t bytes, uint64_t rasio,
			  gunzip_fn *fn, void *ctx);

/*
 * The next n packed bytes.  After an error every further call returns it.
 * ERR_TYPE: not gzip, or damaged.  ERR_TOO_LARGE: over the bounds.  ERR_BUSY:
 * no memory.  Anything else: what fn returned.
 */
enum err gunzip_feed(struct gunzip *g, const char *p, size_t n);

/* The file is over.  ERR_TYPE: it was cut off, or empty. */
enum err gunzip_end(struct gunzip *g);

#endif
