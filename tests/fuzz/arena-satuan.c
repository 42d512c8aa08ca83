/*
 * arena-satuan.c - lib/arena.h with one malloc() for each piece, so that
 * AddressSanitizer sees a step over the end of any of them.  Fuzzing only;
 * there is no limit here, and memory being out ends the process.
 */
#include "lib/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct piece {
	struct piece *next;
	void *p;
};

struct cleanup {
	struct cleanup *next;
	void (*fn)(void *);
	void *what;
};

struct arena {
	struct piece *pieces;
	struct cleanup *cleanups;
	size_t used;
};

static void *or_abort(void *p)
{
	if (p == NULL)
		abort();
	return p;
}

struct arena *arena_new(void)
{
	return or_abort(calloc(1, sizeof(struct arena)));
}

void arena_reset(struct arena *a)
{
	while (a->cleanups != NULL) {
		struct cleanup *c = a->cleanups;

		a->cleanups = c->next;
		c->fn(c->what);
		free(c);
	}
	while (a->pieces != NULL) {
		struct piece *piece = a->pieces;

		a->pieces = piece->next;
		free(piece->p);
		free(piece);
	}
	a->used = 0;
}

void arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	arena_reset(a);
	free(a);
}

void arena_on_full(struct arena *a, jmp_buf *where)
{
	(void)a;
	(void)where;
}

void arena_limit(struct arena *a, size_t max_bytes)
{
	(void)a;
	(void)max_bytes;
}

void *arena_alloc(struct arena *a, size_t size)
{
	struct piece *piece = or_abort(malloc(sizeof(*piece)));

	piece->p = or_abort(calloc(1, size == 0 ? 1 : size));
	piece->next = a->pieces;
	a->pieces = piece;
	a->used += size;
	return piece->p;
}

/* Filled with what is no text and no address. */
void *arena_raw(struct arena *a, size_t size)
{
	return memset(arena_alloc(a, size), 0xa5, size);
}

void *arena_try(struct arena *a, size_t size)
{
	return arena_raw(a, size);
}

void *arena_array(struct arena *a, size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / 2 / size)
		abort();
	return arena_alloc(a, n * size);
}

void *arena_grow(struct arena *a, void *old, size_t n, size_t *cap,
		 size_t size)
{
	void *larger;

	if (n < *cap)
		return old;
	*cap = *cap * 2 + 64;
	larger = arena_array(a, *cap, size);
	if (n > 0)
		memcpy(larger, old, n * size);
	return larger;
}

char *arena_strdup(struct arena *a, const char *s)
{
	return s == NULL ? NULL : arena_strndup(a, s, strlen(s));
}

char *arena_strndup(struct arena *a, const char *p, size_t n)
{
	char *copy = arena_alloc(a, n + 1);

	memcpy(copy, p, n);
	return copy;
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *text = NULL;
	char *copy;
	int n;

	va_start(ap, fmt);
	n = vasprintf(&text, fmt, ap);
	va_end(ap);
	if (n < 0)
		abort();
	copy = arena_strndup(a, text, (size_t)n);
	free(text);
	return copy;
}

void arena_cleanup(struct arena *a, void (*fn)(void *), void *what)
{
	struct cleanup *c = or_abort(malloc(sizeof(*c)));

	c->fn = fn;
	c->what = what;
	c->next = a->cleanups;
	a->cleanups = c;
}

size_t arena_used(const struct arena *a)
{
	return a->used;
}
