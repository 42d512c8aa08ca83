/*
 * fuzz-tus.c - any bytes as a header of tus: Upload-Metadata, Upload-Checksum,
 * a number, a date; what is read must be what tus.h promises.  The first byte
 * says which.
 */
#include "sasaran.h"

#include "lib/text.h"
#include "lib/tus.h"

static void metadata(struct arena *a, const char *s)
{
	struct tus_pair *p, *again;
	size_t n, m;

	if (tus_metadata(a, s, &p, &n) != OK)
		return;
	harus(n <= TUS_PAIRS && strlen(s) <= TUS_METADATA_MAX);
	for (size_t i = 0; i < n; i++) {
		harus(p[i].key[0] != '\0' && strpbrk(p[i].key, " ,") == NULL);
		harus(tus_value(p, n, p[i].key) == p[i].value);
		if (p[i].value == NULL)
			return;
		harus(text_ok(p[i].value, strlen(p[i].value)));
	}
	/* Written and read again it is the same. */
	harus(tus_metadata(a, tus_metadata_write(a, p, n), &again, &m) == OK);
	harus(m == n);
	for (size_t i = 0; i < n; i++)
		harus(strcmp(p[i].key, again[i].key) == 0 &&
		      strcmp(p[i].value, again[i].value) == 0);
}

static void checksum(const char *s)
{
	struct tus_checksum sum;

	if (tus_checksum(s, &sum) != OK)
		return;
	harus(strncmp(s, sum.algorithm, strlen(sum.algorithm)) == 0);
	harus(sum.n == 16 || sum.n == 20 || sum.n == 32);
	harus(strlen(s) == strlen(sum.algorithm) + 1 + (sum.n + 2) / 3 * 4);
}

static void number(struct arena *a, const char *s)
{
	int64_t v;

	if (!tus_number(s, &v))
		return;
	harus(v >= 0 && v <= 1LL << 53);
	harus(strspn(s, "0123456789") == strlen(s));
	harus(strlen(tus_date(a, v)) >= 29);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *a;
	char *s;

	if (size == 0)
		return 0;
	if (a == NULL)
		a = arena_new();
	harus(a != NULL);
	/* Its NUL is the last byte of its block. */
	s = salin(data, size);
	memmove(s, s + 1, size - 1);
	s[size - 1] = '\0';
	switch (data[0] % 3) {
	case 0:
		metadata(a, s);
		break;
	case 1:
		checksum(s);
		break;
	default:
		number(a, s);
	}
	free(s);
	arena_reset(a);
	return 0;
}
