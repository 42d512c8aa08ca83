/*
 * cookie.h - finding one cookie in a Cookie header.  Making cookies is
 * lib/session's business.
 */
#ifndef COOKIE_H
#define COOKIE_H

#include "arena.h"

#include <stddef.h>

/*
 * The value of the cookie called name (compared byte by byte) in header, the
 * text of a Cookie header or NULL; a copy from a, or NULL when there is none.
 * *count says how often the name was there.  A browser sends a name twice
 * when a sister domain or a deeper path has set it too (RFC 6265, 4.2.2: no
 * order to rely on): for a session treat *count > 1 as no session.
 *
 * Read leniently (RFC 6265, 5.4 backwards): pieces between ';', white space
 * around name and value dropped, a piece without '=' is skipped, one pair of
 * double quotes around the value is taken off, nothing is decoded.
 */
const char *cookie_find(struct arena *a, const char *header, const char *name,
			size_t *count);

#endif
