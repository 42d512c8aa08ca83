/*
 * digest.h - digests of what comes in pieces, by the name of the algorithm:
 * for comparing with what a sender says he sent, not for secrets (crypto.h).
 */
#ifndef DIGEST_H
#define DIGEST_H

#include "arena.h"

#include <stdbool.h>
#include <stddef.h>

struct digest;

/* Begin one ("sha1", "sha256", "md5"), until the arena is reset.  NULL: there
   is no such algorithm here. */
struct digest *digest_new(struct arena *a, const char *algorithm);

/* The next n bytes. */
void digest_add(struct digest *d, const void *p, size_t n);

/* Are all that came those with this digest of n bytes?  Nothing can be added
   afterwards. */
bool digest_is(struct digest *d, const void *digest, size_t n);

#endif
