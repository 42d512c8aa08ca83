/*
 * multipart-header.h - the texts around the parts of multipart/form-data:
 * the boundary and a part's header lines.  Used by multipart.c only.
 */
#ifndef MULTIPART_HEADER_H
#define MULTIPART_HEADER_H

#include "err.h"

#include <stddef.h>

#define BOUNDARY_MAX 70 /* RFC 2046, 5.1.1 */

struct part_header {
	const char *name;
	const char *filename; /* NULL: not a file */
	const char *type;     /* "" when not given */
};

/*
 * The boundary parameter of a Content-Type text (NULL allowed) to boundary,
 * BOUNDARY_MAX bytes, not terminated; its length to *n.
 * ERR_TYPE: not multipart/form-data.  ERR_BAD_REQUEST: no good boundary.
 */
enum err multipart_boundary(const char *content_type, char *boundary,
			    size_t *n);

/*
 * Read the n header bytes of one part, each line with its CRLF, the empty
 * line included (p ends with it).  They are decoded in place: the texts of out
 * point into p, which is changed.
 * ERR_BAD_REQUEST: not header lines, no or two form-data dispositions, no
 * name, a parameter twice, or a transfer encoding other than the identity.
 */
enum err multipart_header(char *p, size_t n, struct part_header *out);

#endif
