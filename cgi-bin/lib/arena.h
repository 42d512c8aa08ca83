/*
 * arena.h - memory that lives exactly as long as one request.
 *
 * Everything a request allocates comes from one arena and is given back at
 * once by arena_reset().  Things that need more than free() (an xmlDoc, an
 * open file) register a clean-up.  Nobody frees single pieces.
 */
#ifndef ARENA_H
#define ARENA_H

#include <setjmp.h>
#include <stddef.h>

struct arena;

/* A new, empty arena; NULL when memory is out.  Free with arena_free(). */
struct arena *arena_new(void);

/* Run the clean-ups, give all memory back, free the arena.  NULL is fine. */
void arena_free(struct arena *a);

/*
 * Run the clean-ups (newest first) and make the arena empty again.  The first
 * block is kept, so a process that serves ordinary pages does not go back to
 * malloc between requests.
 */
void arena_reset(struct arena *a);

/*
 * Where to go when memory is out.  A request sets its jump before it
 * allocates, so no caller of arena_alloc() has to test for NULL; the request
 * is then answered with 503 and the arena reset.  Without one (NULL, the
 * state of a new arena) the process ends with a message.
 */
void arena_on_full(struct arena *a, jmp_buf *where);

/* Refuse to grow over max_bytes (0: no limit); over it counts as full. */
void arena_limit(struct arena *a, size_t max_bytes);

/* size bytes, zeroed, aligned for any type.  Never NULL. */
void *arena_alloc(struct arena *a, size_t size);

/* The same not zeroed: for what is filled at once. */
void *arena_raw(struct arena *a, size_t size);

/* The same not zeroed, and NULL when memory is out: for code that cannot be
   jumped out of. */
void *arena_try(struct arena *a, size_t size);

/* n elements of size bytes each, zeroed.  Never NULL; overflow is "full". */
void *arena_array(struct arena *a, size_t n, size_t size);

/*
 * Room for one more: an array of n elements of size bytes that has place for
 * *cap is given back as it is when n < *cap, else as a larger copy whose new
 * elements are zeroed.  Begin with NULL and *cap 0.
 */
void *arena_grow(struct arena *a, void *old, size_t n, size_t *cap,
		 size_t size);

/* A NUL-terminated copy of s, or NULL for NULL. */
char *arena_strdup(struct arena *a, const char *s);

/* A NUL-terminated copy of the n bytes at p. */
char *arena_strndup(struct arena *a, const char *p, size_t n);

/* Formatted text. */
char *arena_printf(struct arena *a, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Have fn(what) called when the arena is reset or freed, newest first. */
void arena_cleanup(struct arena *a, void (*fn)(void *), void *what);

/* Bytes handed out since the last reset: for tests and for the log. */
size_t arena_used(const struct arena *a);

#endif
