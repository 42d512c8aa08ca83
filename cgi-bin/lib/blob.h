/*
 * blob.h - a run of bytes that somebody else owns.
 *
 * The owner (an arena, a mapped file) is named by the function that gives
 * the blob out.  Not NUL-terminated.
 */
#ifndef BLOB_H
#define BLOB_H

#include <stddef.h>

struct blob {
	const unsigned char *p;
	size_t n;
};

#endif
