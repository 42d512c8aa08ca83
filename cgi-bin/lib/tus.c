/* tus.c - see tus.h. */
#include "tus.h"
#include "crypto.h"
#include "text.h"

#include <sodium.h>
#include <string.h>
#include <time.h>

#define NUMBER_DIGITS 16
#define NUMBER_MAX    (1LL << 53)

bool tus_number(const char *s, int64_t *out)
{
	return s != NULL && text_digits(s, NUMBER_DIGITS) &&
	       text_to_int(s, out) && *out <= NUMBER_MAX;
}

/* Base64 with its padding of n characters at s; bytes written to out (of n
   bytes), or -1. */
static ssize_t unbase64(const char *s, size_t n, unsigned char *out)
{
	size_t got;

	if (n == 0 || sodium_base642bin(out, n, s, n, NULL, &got, NULL,
					sodium_base64_VARIANT_ORIGINAL) != 0)
		return -1;
	return (ssize_t)got;
}

static bool key_ok(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] <= ' ' || s[i] > '~' || s[i] == ',')
			return false;
	return n > 0;
}

/* One pair of n characters, blanks around it. */
static bool read_pair(struct arena *a, const char *s, size_t n,
		      struct tus_pair *out)
{
	const char *blank;
	unsigned char *value;
	ssize_t got = 0;
	size_t key_n, rest;

	for (; n > 0 && *s == ' '; n--)
		s++;
	while (n > 0 && s[n - 1] == ' ')
		n--;
	blank = memchr(s, ' ', n);
	key_n = blank == NULL ? n : (size_t)(blank - s);
	if (!key_ok(s, key_n))
		return false;
	out->key = arena_strndup(a, s, key_n);
	rest = blank == NULL ? 0 : n - key_n - 1;
	value = arena_alloc(a, rest + 1);
	if (rest > 0)
		got = unbase64(blank + 1, rest, value);
	if (got < 0)
		return false;
	value[got] = '\0';
	out->value = text_ok((const char *)value, (size_t)got) ?
			 (const char *)value :
			 NULL;
	return true;
}

enum err tus_metadata(struct arena *a, const char *s, struct tus_pair **out,
		      size_t *n)
{
	struct tus_pair *p = arena_array(a, TUS_PAIRS, sizeof(*p));

	*out = p;
	*n = 0;
	if (s == NULL || *s == '\0')
		return OK;
	if (strlen(s) > TUS_METADATA_MAX)
		return ERR_BAD_REQUEST;
	for (;;) {
		size_t part = strcspn(s, ",");

		if (*n == TUS_PAIRS || !read_pair(a, s, part, &p[*n]))
			return ERR_BAD_REQUEST;
		for (size_t i = 0; i < *n; i++)
			if (strcmp(p[i].key, p[*n].key) == 0)
				return ERR_BAD_REQUEST;
		(*n)++;
		if (s[part] == '\0')
			return OK;
		s += part + 1;
	}
}

const char *tus_value(const struct tus_pair *p, size_t n, const char *key)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(p[i].key, key) == 0)
			return p[i].value;
	return NULL;
}

const char *tus_metadata_write(struct arena *a, const struct tus_pair *p,
			       size_t n)
{
	struct buf b = { .a = a };

	buf_text(&b, "");
	for (size_t i = 0; i < n; i++) {
		size_t bytes = strlen(p[i].value);

		buf_printf(&b, "%s%s%s", i == 0 ? "" : ",", p[i].key,
			   bytes == 0 ? "" : " ");
		crypto_base64(&b, p[i].value, bytes);
	}
	return b.p;
}

enum err tus_checksum(const char *s, struct tus_checksum *out)
{
	static const struct {
		const char *name;
		size_t n;
	} known[] = { { "sha1", 20 }, { "sha256", 32 }, { "md5", 16 } };
	unsigned char bytes[48];
	const char *blank = strchr(s, ' ');
	size_t name_n = blank == NULL ? 0 : (size_t)(blank - s);
	ssize_t got;

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		if (name_n != strlen(known[i].name) ||
		    memcmp(s, known[i].name, name_n) != 0)
			continue;
		if (strlen(blank + 1) > sizeof(bytes))
			return ERR_BAD_REQUEST;
		got = unbase64(blank + 1, strlen(blank + 1), bytes);
		if (got != (ssize_t)known[i].n)
			return ERR_BAD_REQUEST;
		out->algorithm = known[i].name;
		out->n = known[i].n;
		memcpy(out->digest, bytes, out->n);
		return OK;
	}
	return ERR_BAD_REQUEST;
}

const char *tus_date(struct arena *a, int64_t ms)
{
	static const char days[] = "SunMonTueWedThuFriSat";
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	time_t s = (time_t)(ms / 1000);
	struct tm t;

	gmtime_r(&s, &t);
	return arena_printf(a, "%.3s, %02d %.3s %04d %02d:%02d:%02d GMT",
			    days + 3 * t.tm_wday, t.tm_mday,
			    months + 3 * t.tm_mon, t.tm_year + 1900, t.tm_hour,
			    t.tm_min, t.tm_sec);
}
