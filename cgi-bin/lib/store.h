/*
 * store.h - the file store: each file once, under its SHA-256, outside the
 * web root.  Written to a temporary name, flushed, renamed; only then may a
 * row refer to it.  What no row refers to is swept by pekerja/sapu-simpanan.
 */
#ifndef STORE_H
#define STORE_H

#include "arena.h"
#include "blob.h"
#include "err.h"

#include <stdbool.h>
#include <stdint.h>

struct store_file; /* a file being written */

/*
 * Begin a file of at most max_bytes.  Removed with the arena unless
 * store_keep() was called.  ERR_DISK when the store is full or not writable.
 */
enum err store_begin(struct arena *a, int64_t max_bytes,
		     struct store_file **out);

/* Append.  ERR_TOO_LARGE over max_bytes, ERR_DISK when the disk is full. */
enum err store_write(struct store_file *f, const void *p, size_t n);

/* First bytes (up to 4 096), the last (up to 2 048) and the size so far. */
struct blob store_head(const struct store_file *f);
enum err store_tail(struct store_file *f, struct blob *tail);
int64_t store_bytes(const struct store_file *f);

/* The file itself, for reading at given offsets; not the caller's to close. */
int store_fd(const struct store_file *f);

/* Digest of what was written so far, 64 hex digits. */
const char *store_sha256(const struct store_file *f);

/* All that was written, in the arena, of a file that is not to be kept.
   ERR_INTERNAL when it cannot be read. */
enum err store_load(struct store_file *f, struct blob *out);

/* Flush to the disk and give it its name; *sha256 is 64 hex digits. */
enum err store_keep(struct store_file *f, const char **sha256);

/* All of the above for bytes in memory. */
enum err store_put(struct arena *a, const void *p, size_t n,
		   const char **sha256);

/*
 * Give a file that is whole, outside the store but in its file system, open as
 * fd, its name in the store as well: *sha256.  Nobody may write to it any
 * more; its old name is the caller's to remove.  each(ctx) is called a few
 * times a second, and its error is the answer.  ERR_DISK, ERR_INTERNAL.
 */
enum err store_adopt(struct arena *a, int fd, enum err (*each)(void *ctx),
		     void *ctx, const char **sha256);

/* "ab/abcdef…" below the store's directory; NULL when not 64 hex digits. */
const char *store_path(struct arena *a, const char *sha256);

/* Is it there?  *bytes gets its size. */
bool store_has(struct arena *a, const char *sha256, int64_t *bytes);

/* Open for reading, until the arena is reset; -1 when not there. */
int store_open(struct arena *a, const char *sha256);

/* The whole file (at most max_bytes) in the arena.  ERR_NOT_FOUND,
   ERR_TOO_LARGE, ERR_INTERNAL. */
enum err store_read(struct arena *a, const char *sha256, int64_t max_bytes,
		    struct blob *out);

#endif
