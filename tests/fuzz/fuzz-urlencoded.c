/*
 * fuzz-urlencoded.c - any bytes as a form's body: an answer, and pairs that
 * are the same again when they are encoded and read once more.
 */
#include "sasaran.h"

#include "lib/text.h"
#include "lib/urlencoded.h"

#include <stdio.h>

#define PAIRS_MAX 64

/* Every byte as %XX: the plainest encoding there is. */
static void encode(struct buf *b, const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_printf(b, "%%%02x", (unsigned)(unsigned char)p[i]);
}

static void same_again(struct arena *a, const struct pair *pairs, size_t n)
{
	struct buf b = { .a = a };
	struct pair *again;
	size_t n_again;

	for (size_t i = 0; i < n; i++) {
		encode(&b, pairs[i].name, pairs[i].name_n);
		buf_char(&b, '=');
		encode(&b, pairs[i].value, pairs[i].n);
		buf_char(&b, '&');
	}
	harus(urlencoded_parse(a, b.p, b.n, PAIRS_MAX, &again, &n_again) == OK);
	harus(n_again == n);
	for (size_t i = 0; i < n; i++) {
		harus(again[i].name_n == pairs[i].name_n);
		harus(again[i].n == pairs[i].n);
		harus(memcmp(again[i].name, pairs[i].name, pairs[i].name_n) ==
		      0);
		harus(memcmp(again[i].value, pairs[i].value, pairs[i].n) == 0);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	char *copy = salin(data, size);
	struct pair *pairs;
	size_t n, bytes = 0;
	enum err e;

	harus(a != NULL);
	e = urlencoded_parse(a, copy, size, PAIRS_MAX, &pairs, &n);
	harus(e == OK || e == ERR_BAD_REQUEST || e == ERR_TOO_LARGE);
	if (e == OK) {
		harus(n <= PAIRS_MAX);
		for (size_t i = 0; i < n; i++) {
			harus(pairs[i].name[pairs[i].name_n] == '\0');
			harus(pairs[i].value[pairs[i].n] == '\0');
			harus(!pair_ok(&pairs[i]) ||
			      strlen(pairs[i].value) == pairs[i].n);
			bytes += pairs[i].name_n + pairs[i].n;
		}
		harus(bytes <= size);
		if (n > 0)
			same_again(a, pairs, n);
	}
	free(copy);
	arena_free(a);
	return 0;
}
