/* arena.c - see arena.h.  Blocks in a list; clean-ups in a stack. */
#include "arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_BYTES (64u * 1024u)
#define ALIGNMENT (_Alignof(max_align_t))

struct block {
	struct block *next;
	size_t size;
	size_t used;
	_Alignas(max_align_t) unsigned char bytes[];
};

struct cleanup {
	struct cleanup *next;
	void (*fn)(void *);
	void *what;
};

struct arena {
	struct block *first;
	struct block *current;
	struct cleanup *cleanups;
	jmp_buf *full;
	size_t used;
	size_t limit;
};

static struct block *block_new(size_t size)
{
	struct block *b = malloc(sizeof(*b) + size);

	if (b == NULL)
		return NULL;
	b->next = NULL;
	b->size = size;
	b->used = 0;
	return b;
}

static _Noreturn void full(struct arena *a)
{
	if (a->full != NULL)
		longjmp(*a->full, 1);
	fputs("arena: memory is out\n", stderr);
	abort();
}

struct arena *arena_new(void)
{
	struct arena *a = calloc(1, sizeof(*a));

	if (a == NULL)
		return NULL;
	a->first = block_new(BLOCK_BYTES);
	if (a->first == NULL) {
		free(a);
		return NULL;
	}
	a->current = a->first;
	return a;
}

void arena_reset(struct arena *a)
{
	/* Clean-ups may still allocate (a log line): take one at a time. */
	while (a->cleanups != NULL) {
		struct cleanup *c = a->cleanups;

		a->cleanups = c->next;
		c->fn(c->what);
	}
	while (a->first->next != NULL) {
		struct block *b = a->first->next;

		a->first->next = b->next;
		free(b);
	}
	a->first->used = 0;
	a->current = a->first;
	a->used = 0;
}

void arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	arena_reset(a);
	free(a->first);
	free(a);
}

void arena_on_full(struct arena *a, jmp_buf *where)
{
	a->full = where;
}

void arena_limit(struct arena *a, size_t max_bytes)
{
	a->limit = max_bytes;
}

void *arena_try(struct arena *a, size_t size)
{
	struct block *b = a->current;
	void *p;

	if (size > SIZE_MAX / 2)
		return NULL;
	size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	if (a->limit != 0 && a->used + size > a->limit)
		return NULL;
	if (b->size - b->used < size) {
		b = block_new(size > BLOCK_BYTES / 4 ? size : BLOCK_BYTES);
		if (b == NULL)
			return NULL;
		/* A large piece goes behind, so that the rest of the current
		   block is still used. */
		if (b->size != BLOCK_BYTES) {
			b->next = a->current->next;
			a->current->next = b;
		} else {
			b->next = a->current->next;
			a->current->next = b;
			a->current = b;
		}
	}
	p = b->bytes + b->used;
	b->used += size;
	a->used += size;
	return p;
}

void *arena_raw(struct arena *a, size_t size)
{
	void *p = arena_try(a, size);

	if (p == NULL)
		full(a);
	return p;
}

void *arena_alloc(struct arena *a, size_t size)
{
	return memset(arena_raw(a, size), 0, size);
}

void *arena_array(struct arena *a, size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / 2 / size)
		full(a);
	return arena_alloc(a, n * size);
}

char *arena_strndup(struct arena *a, const char *p, size_t n)
{
	char *copy = arena_raw(a, n + 1);

	memcpy(copy, p, n);
	copy[n] = '\0';
	return copy;
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

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap, again;
	char *text;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0) {
		va_end(again);
		full(a);
	}
	text = arena_raw(a, (size_t)n + 1);
	vsnprintf(text, (size_t)n + 1, fmt, again);
	va_end(again);
	return text;
}

void arena_cleanup(struct arena *a, void (*fn)(void *), void *what)
{
	struct cleanup *c = arena_alloc(a, sizeof(*c));

	c->fn = fn;
	c->what = what;
	c->next = a->cleanups;
	a->cleanups = c;
}

size_t arena_used(const struct arena *a)
{
	return a->used;
}
