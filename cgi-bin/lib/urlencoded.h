/*
 * urlencoded.h - application/x-www-form-urlencoded: query strings and the
 * bodies of ordinary forms.  Only the decoding; what a field may hold is the
 * form's business.
 */
#ifndef URLENCODED_H
#define URLENCODED_H

#include "arena.h"
#include "err.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * One decoded name=value.  Both texts are NUL-terminated; a length larger
 * than strlen() means that a %00 was sent.
 */
struct pair {
	const char *name;
	size_t name_n;
	const char *value;
	size_t n;
};

/*
 * Decode the n bytes at p (WHATWG URL, 5.1: '&' between pairs, the first '='
 * between name and value, '+' is a space, %XX a byte; empty pieces between
 * two '&' are skipped; a name without '=' has the value "").  Pairs keep the
 * order they were sent in; a name may come more than once.
 *
 * *out (n_out pairs, memory of a) is set on OK only.  Time and memory are
 * linear in n.
 * ERR_BAD_REQUEST: a '%' without two hex digits behind it.
 * ERR_TOO_LARGE: more than max_pairs pairs.
 */
enum err urlencoded_parse(struct arena *a, const char *p, size_t n,
			  size_t max_pairs, struct pair **out, size_t *n_out);

/* True when name and value are clean text (text_ok()), hence without NUL. */
bool pair_ok(const struct pair *p);

#endif
