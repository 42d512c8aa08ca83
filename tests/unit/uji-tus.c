/* uji-tus.c - headers of tus (B-04): what is taken, what is not. */
#include "lib/digest.h"
#include "lib/tus.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static struct arena *a;

static int start(void **state)
{
	(void)state;
	a = arena_new();
	return a == NULL;
}

static int stop(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static void numbers(void **state)
{
	static const char *const no[] = { "",
					  "-1",
					  "+1",
					  " 1",
					  "1 ",
					  "1.0",
					  "0x1",
					  "1e2",
					  "９",
					  "9007199254740993",
					  "99999999999999999999" };
	int64_t v = -1;

	(void)state;
	for (size_t i = 0; i < sizeof(no) / sizeof(*no); i++)
		assert_false(tus_number(no[i], &v));
	assert_false(tus_number(NULL, &v));
	assert_true(tus_number("0", &v) && v == 0);
	assert_true(tus_number("007", &v) && v == 7);
	assert_true(tus_number("9007199254740992", &v) && v == 1LL << 53);
}

static void metadata(void **state)
{
	static const char *const no[] = {
		",",        "a YQ==,", "a YQ==,,b YQ==",
		"a YQ",     "a !",     "a YQ== b",
		"a YQ==,a", "a\tYQ==", "\xc3\xa9 YQ==",
	};
	struct tus_pair *p;
	size_t n;

	(void)state;
	assert_int_equal(tus_metadata(a, NULL, &p, &n), OK);
	assert_int_equal(n, 0);
	/* "data balikan.csv", a key alone, U+00E9, a byte that is no text. */
	assert_int_equal(tus_metadata(a,
				      "filename ZGF0YSBiYWxpa2FuLmNzdg==,"
				      "rahasia, cara  ,x w6k=,y //8=",
				      &p, &n),
			 OK);
	assert_int_equal(n, 5);
	assert_string_equal(tus_value(p, n, "filename"), "data balikan.csv");
	assert_string_equal(tus_value(p, n, "rahasia"), "");
	assert_string_equal(tus_value(p, n, "cara"), "");
	assert_string_equal(tus_value(p, n, "x"), "\xc3\xa9");
	assert_null(tus_value(p, n, "y"));
	assert_null(tus_value(p, n, "z"));
	assert_string_equal(tus_metadata_write(a, p, 2),
			    "filename ZGF0YSBiYWxpa2FuLmNzdg==,rahasia");
	assert_string_equal(tus_metadata_write(a, p, 0), "");
	for (size_t i = 0; i < sizeof(no) / sizeof(*no); i++)
		assert_int_equal(tus_metadata(a, no[i], &p, &n),
				 ERR_BAD_REQUEST);
}

/* "abc" (FIPS 180-2; RFC 1321). */
static const struct {
	const char *header;
	const char *algorithm;
} abc[] = {
	{ "sha1 qZk+NkcGgWq6PiVxeFDCbJzQ2J0=", "sha1" },
	{ "sha256 ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=", "sha256" },
	{ "md5 kAFQmDzST7DWlj99KOF/cg==", "md5" },
};

static void checksums(void **state)
{
	static const char *const no[] = {
		"",
		"sha1",
		"sha1 ",
		" qZk+NkcGgWq6PiVxeFDCbJzQ2J0=",
		"sha1 qZk+NkcGgWq6PiVxeFDCbJzQ2J",
		"sha512 AAAA",
		"SHA1 AAAA",
		"sha1  qZk+NkcGgWq6PiVxeFDCbJzQ2J0=",
		"sha1 qZk+NkcGgWq6PiVxeFDCbJzQ2J0= ",
		"md5 qZk+NkcGgWq6PiVxeFDCbJzQ2J0=",
	};
	struct tus_checksum sum;

	(void)state;
	for (size_t i = 0; i < sizeof(abc) / sizeof(*abc); i++) {
		struct digest *d = digest_new(a, abc[i].algorithm);

		assert_int_equal(tus_checksum(abc[i].header, &sum), OK);
		assert_string_equal(sum.algorithm, abc[i].algorithm);
		assert_non_null(d);
		digest_add(d, "a", 1);
		digest_add(d, "bc", 2);
		assert_true(digest_is(d, sum.digest, sum.n));
		d = digest_new(a, abc[i].algorithm);
		digest_add(d, "abd", 3);
		assert_false(digest_is(d, sum.digest, sum.n));
	}
	for (size_t i = 0; i < sizeof(no) / sizeof(*no); i++)
		assert_int_equal(tus_checksum(no[i], &sum), ERR_BAD_REQUEST);
	assert_null(digest_new(a, "sha"));
}

static void dates(void **state)
{
	(void)state;
	assert_string_equal(tus_date(a, 784111777000),
			    "Sun, 06 Nov 1994 08:49:37 GMT");
	assert_string_equal(tus_date(a, 0), "Thu, 01 Jan 1970 00:00:00 GMT");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers),
		cmocka_unit_test(metadata),
		cmocka_unit_test(checksums),
		cmocka_unit_test(dates),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
