/* text.c - see text.h. */
#include "text.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Length of the well-formed sequence at s (n bytes left), 0 if none. */
static size_t utf8_step(const unsigned char *s, size_t n, uint32_t *out)
{
	uint32_t c = s[0];
	size_t len;

	if (c < 0x80) {
		*out = c;
		return 1;
	}
	if (c >= 0xC2 && c <= 0xDF) {
		len = 2;
		c &= 0x1F;
	} else if (c >= 0xE0 && c <= 0xEF) {
		len = 3;
		c &= 0x0F;
	} else if (c >= 0xF0 && c <= 0xF4) {
		len = 4;
		c &= 0x07;
	} else {
		return 0;
	}
	if (n < len)
		return 0;
	for (size_t i = 1; i < len; i++) {
		if ((s[i] & 0xC0) != 0x80)
			return 0;
		c = c << 6 | (s[i] & 0x3F);
	}
	if ((len == 3 && c < 0x800) || (len == 4 && c < 0x10000) ||
	    c > 0x10FFFF)
		return 0;
	*out = c;
	return len;
}

static bool xml_char(uint32_t c)
{
	return c == 0x09 || c == 0x0A || c == 0x0D ||
	       (c >= 0x20 && c != 0x7F && c <= 0xD7FF) ||
	       (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

/*
 * Bytes of printing ASCII at the beginning of s, in steps of eight, of which a
 * word is looked at as a whole: its high bits tell what is over 0x7e (or
 * becomes so by adding 1), and what does not reach 0x80 by adding 0x60.
 */
static size_t ascii_run(const unsigned char *s, size_t n)
{
	const uint64_t low = 0x7f7f7f7f7f7f7f7f, high = ~low;
	size_t i;

	for (i = 0; n - i >= 8; i += 8) {
		uint64_t w, seven;

		memcpy(&w, s + i, 8);
		seven = w & low;
		if (((w | (seven + high / 0x80) |
		      ~(seven + high / 0x80 * 0x60)) &
		     high) != 0)
			break;
	}
	return i;
}

bool text_ok(const char *s, size_t n)
{
	const unsigned char *p = (const unsigned char *)s;

	while (n > 0) {
		size_t len = ascii_run(p, n);
		uint32_t c = ' ';

		if (len == 0)
			len = utf8_step(p, n, &c);
		if (len == 0 || !xml_char(c))
			return false;
		p += len;
		n -= len;
	}
	return true;
}

size_t text_length(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		if (((unsigned char)*s & 0xC0) != 0x80)
			n++;
	return n;
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

char *text_trim(struct arena *a, const char *s)
{
	size_t n;

	while (is_space(*s))
		s++;
	n = strlen(s);
	while (n > 0 && is_space(s[n - 1]))
		n--;
	return arena_strndup(a, s, n);
}

static bool is_unseen(uint32_t c)
{
	return c == 0x00AD || c == 0x061C || c == 0x180E ||
	       (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2060 && c <= 0x206F) || c == 0x115F || c == 0x1160 ||
	       c == 0x3164 || c == 0xFFA0 || c == 0xFEFF ||
	       (c >= 0xE0000 && c <= 0xE0FFF);
}

static bool is_blank(uint32_t c)
{
	return c == 0x00A0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
	       c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
	       c == 0x2800 || c == 0x3000;
}

char *text_visible(struct arena *a, const char *s)
{
	size_t left = strlen(s);
	char *out = arena_alloc(a, left + 1);
	char *w = out;

	while (left > 0) {
		uint32_t c = 0;
		size_t n = utf8_step((const unsigned char *)s, left, &c);

		if (n == 0) { /* not UTF-8: as it is */
			*w++ = *s;
			n = 1;
		} else if (is_blank(c)) {
			*w++ = ' ';
		} else if (!is_unseen(c)) {
			memcpy(w, s, n);
			w += n;
		}
		s += n;
		left -= n;
	}
	*w = '\0';
	return out;
}

char *text_fold(struct arena *a, const char *s)
{
	char *out = text_trim(a, text_visible(a, s));
	char *w = out;

	for (const char *r = out; *r != '\0'; r++) {
		if (is_space(*r)) {
			if (!is_space(r[1]))
				*w++ = ' ';
		} else {
			*w++ = *r;
		}
	}
	*w = '\0';
	return out;
}

bool text_digits(const char *s, size_t max)
{
	size_t n = strspn(s, "0123456789");

	return n > 0 && n <= max && s[n] == '\0';
}

bool text_to_int(const char *s, int64_t *out)
{
	const char *p = *s == '-' ? s + 1 : s;
	char *end;
	intmax_t v;

	if (!text_digits(p, 19))
		return false;
	errno = 0;
	v = strtoimax(s, &end, 10);
	if (errno != 0 || *end != '\0')
		return false;
	*out = (int64_t)v;
	return true;
}

char *text_like(struct arena *a, const char *s)
{
	char *out, *w;

	if (s == NULL)
		return NULL;
	w = out = arena_array(a, 2, strlen(s) + 1);
	for (; *s != '\0'; s++) {
		if (strchr("%_\\", *s) != NULL)
			*w++ = '\\';
		*w++ = *s;
	}
	return out;
}

char *text_hex(struct arena *a, const void *bytes, size_t n)
{
	static const char digit[] = "0123456789abcdef";
	const unsigned char *p = bytes;
	char *out = arena_alloc(a, 2 * n + 1);

	for (size_t i = 0; i < n; i++) {
		out[2 * i] = digit[p[i] >> 4];
		out[2 * i + 1] = digit[p[i] & 15];
	}
	return out;
}

int text_hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

bool text_from_hex(const char *s, void *out, size_t n)
{
	unsigned char *p = out;

	for (size_t i = 0; i < n; i++) {
		int high = text_hex_digit(s[2 * i]);
		int low = high < 0 ? -1 : text_hex_digit(s[2 * i + 1]);

		if (low < 0)
			return false;
		p[i] = (unsigned char)(high << 4 | low);
	}
	return s[2 * n] == '\0';
}

char *text_url(struct arena *a, const char *s)
{
	static const char digit[] = "0123456789ABCDEF";
	char *out = arena_alloc(a, 3 * strlen(s) + 1);
	char *w = out;

	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9') || strchr("-._~", c) != NULL) {
			*w++ = (char)c;
		} else {
			*w++ = '%';
			*w++ = digit[c >> 4];
			*w++ = digit[c & 15];
		}
	}
	return out;
}

void buf_room(struct buf *b, size_t n)
{
	size_t cap = (b->cap + n + 1) * 2;
	char *bigger;

	if (b->p != NULL && b->cap - b->n > n)
		return;
	bigger = arena_raw(b->a, cap < 256 ? 256 : cap);
	if (b->n > 0)
		memcpy(bigger, b->p, b->n);
	b->p = bigger;
	b->cap = cap < 256 ? 256 : cap;
}

void buf_bytes(struct buf *b, const char *p, size_t n)
{
	buf_room(b, n);
	if (n > 0)
		memcpy(b->p + b->n, p, n);
	b->n += n;
	b->p[b->n] = '\0';
}

void buf_text(struct buf *b, const char *s)
{
	buf_bytes(b, s, strlen(s));
}

void buf_char(struct buf *b, char c)
{
	buf_bytes(b, &c, 1);
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	char small[256];
	va_list ap, again;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(small, sizeof(small), fmt, ap);
	va_end(ap);
	if (n >= 0 && (size_t)n < sizeof(small)) {
		buf_bytes(b, small, (size_t)n);
	} else if (n >= 0) {
		char *large = arena_alloc(b->a, (size_t)n + 1);

		vsnprintf(large, (size_t)n + 1, fmt, again);
		buf_bytes(b, large, (size_t)n);
	}
	va_end(again);
}
