/* urlencoded.c - see urlencoded.h. */
#include "urlencoded.h"

#include "text.h"

#include <string.h>

/* End of the piece that starts at p: the next c, or end. */
static const char *until(const char *p, const char *end, char c)
{
	const char *hit = memchr(p, c, (size_t)(end - p));

	return hit == NULL ? end : hit;
}

static size_t count_pairs(const char *p, const char *end)
{
	size_t count = 0;

	while (p < end) {
		const char *stop = until(p, end, '&');

		if (stop > p)
			count++;
		p = stop + 1;
	}
	return count;
}

/* Decode [p, end) to w, add a NUL; the end of what was written, or NULL. */
static char *decode(char *w, const char *p, const char *end)
{
	while (p < end) {
		if (*p == '%') {
			int high, low;

			if (end - p < 3)
				return NULL;
			high = text_hex_digit(p[1]);
			low = text_hex_digit(p[2]);
			if (high < 0 || low < 0)
				return NULL;
			*w++ = (char)(high << 4 | low);
			p += 3;
		} else {
			*w++ = *p == '+' ? ' ' : *p;
			p++;
		}
	}
	*w = '\0';
	return w;
}

enum err urlencoded_parse(struct arena *a, const char *p, size_t n,
			  size_t max_pairs, struct pair **out, size_t *n_out)
{
	const char *end = n == 0 ? p : p + n;
	size_t count = n == 0 ? 0 : count_pairs(p, end);
	struct pair *pairs;
	size_t done = 0;
	char *w;

	if (count > max_pairs)
		return ERR_TOO_LARGE;
	pairs = arena_array(a, count + 1, sizeof(*pairs));
	/* '=' and '&' become the NULs, so n + 1 bytes hold everything. */
	w = arena_alloc(a, n + 1);
	while (done < count) {
		const char *stop = until(p, end, '&');
		const char *equals = until(p, stop, '=');
		struct pair *pair = &pairs[done];
		char *last;

		if (stop == p) {
			p++;
			continue;
		}
		last = decode(w, p, equals);
		if (last == NULL)
			return ERR_BAD_REQUEST;
		pair->name = w;
		pair->name_n = (size_t)(last - w);
		pair->value = last;
		if (equals < stop) {
			w = last + 1;
			last = decode(w, equals + 1, stop);
			if (last == NULL)
				return ERR_BAD_REQUEST;
			pair->value = w;
			pair->n = (size_t)(last - w);
		}
		w = last + 1;
		p = stop + 1;
		done++;
	}
	*out = pairs;
	*n_out = count;
	return OK;
}

bool pair_ok(const struct pair *p)
{
	return text_ok(p->name, p->name_n) && text_ok(p->value, p->n);
}
