/*
 * memo.h - finished pieces that are asked for again and again, kept in the
 * process: what was made of a text, found by that same text.
 *
 * Only for what depends on its text alone, so that nothing kept can be wrong.
 * The whole text is compared, not a digest of it.  When the room is used up
 * the piece that was not asked for longest goes.
 */
#ifndef MEMO_H
#define MEMO_H

#include "arena.h"
#include "blob.h"

#include <stdbool.h>

/* Bytes of texts and pieces a process keeps. */
#define MEMO_BYTES (768u * 1024u)

/* A copy, from a, of what is kept for key; p NULL when nothing is. */
struct blob memo_find(struct arena *a, struct blob key);

/* Keep value for key.  Without memory, or when it is too large to be worth
   it, nothing is kept. */
void memo_keep(struct blob key, struct blob value);

/* Forget all. */
void memo_clear(void);

/* Bytes kept now: for tests. */
size_t memo_used(void);

#endif
