/* xml-memory.c - see xml-memory.h. */
#include "xml-memory.h"

#include <libxml/xmlmemory.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)

struct arena *xml_memory_use(struct arena *a)
{
	(void)a;
	return NULL;
}

bool xml_memory_pooled(void)
{
	return false;
}

#else

/* What stands before each piece. */
struct head {
	size_t size;
	size_t from_arena; /* 0 or 1; a whole word keeps the alignment */
};

static struct arena *in_use;

/* Pieces are cut off the end of a slice of the arena. */
#define SLICE_BYTES (32u * 1024u)
static struct {
	struct arena *of;
	unsigned char *at;
	size_t left;
} slice;

static void slice_ends(void *what)
{
	(void)what;
	/* Also when a request was left by a jump in the middle of a page. */
	in_use = NULL;
	slice.of = NULL;
	slice.left = 0;
}

struct arena *xml_memory_use(struct arena *a)
{
	struct arena *before = in_use;

	if (a != NULL && slice.of != a) {
		/* The arena may be reset before anything is taken of it. */
		arena_cleanup(a, slice_ends, NULL);
		slice.of = a;
		slice.left = 0;
	}
	in_use = a;
	return before;
}

bool xml_memory_pooled(void)
{
	return true;
}

/* Less than half a slice is left over at most. */
static void *take_slice(size_t size)
{
	if (size > SLICE_BYTES / 2)
		return arena_try(in_use, size);
	slice.at = arena_try(in_use, SLICE_BYTES);
	if (slice.at == NULL) {
		slice.left = 0;
		return NULL;
	}
	slice.left = SLICE_BYTES - size;
	return slice.at + slice.left;
}

static void *take(size_t size)
{
	const size_t step = _Alignof(max_align_t);
	struct head *h;

	if (size > SIZE_MAX / 2)
		return NULL;
	if (in_use == NULL) {
		h = malloc(sizeof(*h) + size);
		if (h == NULL)
			return NULL;
		h->from_arena = 0;
	} else {
		size_t whole = sizeof(*h) + (size + step - 1) / step * step;

		if (whole <= slice.left) {
			slice.left -= whole;
			h = (void *)(slice.at + slice.left);
		} else {
			h = take_slice(whole);
			if (h == NULL)
				return NULL;
		}
		h->from_arena = 1;
	}
	h->size = size;
	return h + 1;
}

static void give_back(void *p)
{
	struct head *h = p;

	if (p != NULL && !h[-1].from_arena)
		free(h - 1);
}

static void *change(void *p, size_t size)
{
	struct head *h = p;
	void *new;

	if (p == NULL)
		return take(size);
	h--;
	if (!h->from_arena) {
		if (size > SIZE_MAX / 2)
			return NULL;
		h = realloc(h, sizeof(*h) + size);
		if (h == NULL)
			return NULL;
		h->size = size;
		return h + 1;
	}
	if (size <= h->size)
		return p;
	new = take(size);
	if (new != NULL)
		memcpy(new, p, h->size);
	return new;
}

static char *copy(const char *s)
{
	size_t n = strlen(s) + 1;
	char *new = take(n);

	return new == NULL ? NULL : memcpy(new, s, n);
}

/* Before libxml2 allocates anything: what it got elsewhere could not be
   freed by give_back(). */
__attribute__((constructor)) static void install(void)
{
	xmlMemSetup(give_back, take, change, copy);
}

#endif
