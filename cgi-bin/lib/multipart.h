/*
 * multipart.h - multipart/form-data (RFC 7578) as it arrives: a push parser
 * that keeps one part's headers and one field's value in memory, never a
 * file.  Where a file goes and how large it may be is the caller's business.
 */
#ifndef MULTIPART_H
#define MULTIPART_H

#include "arena.h"
#include "err.h"

#include <stddef.h>

struct multipart;

struct multipart_limits {
	size_t max_fields;       /* parts without a file name */
	size_t max_field_bytes;  /* value of one such part */
	size_t max_files;        /* parts with a file in them */
	size_t max_header_bytes; /* all header lines of one part */
};

/*
 * What was read, in the order sent.  Texts are NUL-terminated and, like the
 * bytes, valid during the call only: copy what must stay.  Names, file names
 * and values may hold any bytes (a value also NUL: compare n with strlen);
 * check them with text_ok().  A call that does not return OK ends the
 * parsing with that error.
 */
struct multipart_calls {
	enum err (*field)(void *ctx, const char *name, const char *value,
			  size_t n);
	/* type is the part's Content-Type, "" without one; a claim only. */
	enum err (*file_begin)(void *ctx, const char *name,
			       const char *filename, const char *type);
	enum err (*file_data)(void *ctx, const char *p, size_t n);
	enum err (*file_end)(void *ctx);
};

/*
 * A parser for the body announced by content_type, the text of the
 * Content-Type header; in the memory of a, which may also grow by twice
 * max_field_bytes during the parsing.  limits and calls are copied.
 * ERR_TYPE: not multipart/form-data (NULL included).
 * ERR_BAD_REQUEST: boundary missing, doubled, over 70 characters, or with
 * characters RFC 2046 (5.1.1) does not allow.
 */
enum err multipart_new(struct arena *a, const char *content_type,
		       const struct multipart_limits *limits,
		       const struct multipart_calls *calls, void *ctx,
		       struct multipart **out);

/*
 * The next n bytes of the body; any division gives the same fields and file
 * contents.  After an error every further call returns the same error.
 * ERR_BAD_REQUEST: malformed, a name missing or given twice.
 * ERR_TOO_LARGE: over one of the limits.
 * Anything else: what a call returned.
 *
 * Read as browsers write it: %22 %0D %0A in quoted names are decoded (HTML,
 * "multipart/form-data encoding algorithm"), as are \" and \\ of older ones;
 * filename* is ignored (RFC 7578, 4.2); directories before a file name are
 * dropped; filename="" without content is a file input left empty and calls
 * nothing; bytes before the first and after the last boundary are ignored.
 */
enum err multipart_feed(struct multipart *m, const char *p, size_t n);

/* The body is over.  ERR_BAD_REQUEST: it stopped before its last boundary. */
enum err multipart_end(struct multipart *m);

#endif
