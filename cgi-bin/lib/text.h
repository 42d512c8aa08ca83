/*
 * text.h - bytes and characters: checks, conversions, a growing buffer.
 */
#ifndef TEXT_H
#define TEXT_H

#include "arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * True when the n bytes at s are well-formed UTF-8 (RFC 3629: no overlong
 * forms, no surrogates, at most U+10FFFF) made only of characters XML 1.0
 * allows: TAB, LF, CR and everything from space on except U+FFFE and U+FFFF.
 */
bool text_ok(const char *s, size_t n);

/* Number of characters (code points) in well-formed s. */
size_t text_length(const char *s);

/* s without white space at both ends; a copy from a. */
char *text_trim(struct arena *a, const char *s);

/*
 * s without what cannot be seen: zero-width characters and directions (Unicode
 * Bidi_Control, with which a name is shown as another), blanks of other widths
 * as ' '.  A copy from a.
 */
char *text_visible(struct arena *a, const char *s);

/* text_visible() with runs of white space folded to one space, trimmed; copy
   from a. */
char *text_fold(struct arena *a, const char *s);

/* True when s is one to max digits and nothing else. */
bool text_digits(const char *s, size_t max);

/*
 * Parse a whole decimal number.  False when s is empty, has anything but an
 * optional '-' and digits, or does not fit.
 */
bool text_to_int(const char *s, int64_t *out);

/* s as part of a LIKE pattern: %, _ and \ stand for themselves; from a.
   NULL for NULL. */
char *text_like(struct arena *a, const char *s);

/* 0 to 15 for a hex digit of either case, else -1. */
int text_hex_digit(char c);

/* Lower-case hex of n bytes; from a. */
char *text_hex(struct arena *a, const void *bytes, size_t n);

/*
 * Bytes of an even number of hex digits (either case) in s.
 * False when s is not exactly n bytes in hex.
 */
bool text_from_hex(const char *s, void *out, size_t n);

/* Percent-encode everything but RFC 3986 unreserved characters; from a. */
char *text_url(struct arena *a, const char *s);

/* A buffer that grows in an arena; start with { .a = arena }. */
struct buf {
	struct arena *a;
	char *p; /* NUL-terminated as soon as something was added */
	size_t n;
	size_t cap;
};

/* Make room for n more bytes and a NUL: b->cap - b->n > n then. */
void buf_room(struct buf *b, size_t n);
void buf_bytes(struct buf *b, const char *p, size_t n);
void buf_text(struct buf *b, const char *s);
void buf_char(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

#endif
