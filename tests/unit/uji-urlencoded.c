/* uji-urlencoded.c - lib/urlencoded and lib/cookie. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "lib/cookie.h"
#include "lib/urlencoded.h"

static int setup(void **state)
{
	*state = arena_new();
	return *state == NULL;
}

static int teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static enum err parse(struct arena *a, const char *text, size_t max,
		      struct pair **out, size_t *n)
{
	*out = NULL;
	*n = 12345;
	return urlencoded_parse(a, text, strlen(text), max, out, n);
}

static void pairs_in_order(void **state)
{
	struct pair *p;
	size_t n;

	assert_int_equal(
	    parse(*state, "a=1&b=dua+kata&a=%33&&c&=x&d=e=f", 9, &p, &n), OK);
	assert_int_equal(n, 6);
	assert_string_equal(p[0].name, "a");
	assert_string_equal(p[0].value, "1");
	assert_string_equal(p[1].name, "b");
	assert_string_equal(p[1].value, "dua kata");
	assert_int_equal(p[1].n, 8);
	assert_string_equal(p[2].name, "a");
	assert_string_equal(p[2].value, "3");
	assert_string_equal(p[3].name, "c");
	assert_string_equal(p[3].value, "");
	assert_int_equal(p[3].n, 0);
	assert_string_equal(p[4].name, "");
	assert_string_equal(p[4].value, "x");
	assert_string_equal(p[5].name, "d");
	assert_string_equal(p[5].value, "e=f");
}

static void nothing_is_no_pairs(void **state)
{
	struct pair *p;
	size_t n;

	assert_int_equal(urlencoded_parse(*state, NULL, 0, 0, &p, &n), OK);
	assert_int_equal(n, 0);
	assert_int_equal(parse(*state, "&&&", 0, &p, &n), OK);
	assert_int_equal(n, 0);
}

static void bytes_and_nul(void **state)
{
	struct pair *p;
	size_t n;

	assert_int_equal(parse(*state, "a%00b=%C3%A9%00&%26=%3d%2B", 9, &p, &n),
			 OK);
	assert_int_equal(n, 2);
	assert_int_equal(p[0].name_n, 3);
	assert_memory_equal(p[0].name, "a\0b", 4);
	assert_int_equal(p[0].n, 3);
	assert_memory_equal(p[0].value, "\xc3\xa9\0", 4);
	assert_false(pair_ok(&p[0]));
	assert_string_equal(p[1].name, "&");
	assert_string_equal(p[1].value, "=+");
	assert_true(pair_ok(&p[1]));
	assert_int_equal(parse(*state, "a=%ff", 9, &p, &n), OK);
	assert_false(pair_ok(&p[0]));
}

static void bad_percent_is_refused(void **state)
{
	static const char *const bad[] = { "a=%",    "a=%4",  "%",
					   "a=%4&b", "a=%zz", "a=%4g",
					   "%g4=a",  "%=%41", "a=%%41" };
	struct pair *p;
	size_t n;

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		assert_int_equal(parse(*state, bad[i], 9, &p, &n),
				 ERR_BAD_REQUEST);
		assert_null(p);
	}
}

static void too_many_is_refused(void **state)
{
	struct pair *p;
	size_t n;

	assert_int_equal(parse(*state, "a=1&b=2&c=3", 3, &p, &n), OK);
	assert_int_equal(parse(*state, "a=1&b=2&c=3", 2, &p, &n),
			 ERR_TOO_LARGE);
	assert_int_equal(parse(*state, "a=1&&&b=2&", 2, &p, &n), OK);
	assert_int_equal(n, 2);
}

/* Every byte survives encoding and decoding. */
static void every_byte_comes_back(void **state)
{
	char text[3 * 256 + 8] = "x=";
	struct pair *p;
	size_t n;

	for (int i = 0; i < 256; i++)
		snprintf(text + 2 + 3 * i, 4, i % 2 ? "%%%02x" : "%%%02X",
			 (unsigned)i);
	assert_int_equal(parse(*state, text, 1, &p, &n), OK);
	assert_int_equal(p[0].n, 256);
	for (int i = 0; i < 256; i++)
		assert_int_equal((unsigned char)p[0].value[i], i);
}

static double seconds(struct arena *a, const char *text, size_t n)
{
	struct timespec before, after;
	struct pair *p;
	size_t count;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
	assert_int_equal(urlencoded_parse(a, text, n, n, &p, &count), OK);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
	return (double)(after.tv_sec - before.tv_sec) +
	       (double)(after.tv_nsec - before.tv_nsec) / 1e9;
}

/* Sixteen times the input takes nowhere near 256 times as long. */
static void time_is_linear(void **state)
{
	size_t n = 1 << 22;
	char *text = test_malloc(n);
	double small, large;

	for (size_t i = 0; i < n; i++)
		text[i] = "a&=a"[i % 4];
	seconds(*state, text, n);
	arena_reset(*state);
	small = seconds(*state, text, n / 16);
	arena_reset(*state);
	large = seconds(*state, text, n);
	assert_true(large < (small + 0.001) * 100);
	test_free(text);
}

static void cookie(void **state)
{
	size_t count = 99;

	assert_null(cookie_find(*state, NULL, "sid", &count));
	assert_int_equal(count, 0);
	assert_null(cookie_find(*state, "", "sid", &count));
	assert_int_equal(count, 0);
	assert_null(
	    cookie_find(*state, "xsid=1; sidx=2; sid; SID=3", "sid", &count));
	assert_int_equal(count, 0);
	assert_string_equal(
	    cookie_find(*state, "a=1; sid=abc; b=2", "sid", &count), "abc");
	assert_int_equal(count, 1);
	assert_string_equal(
	    cookie_find(*state, "a=1;sid = \"a b\" ;b=2", "sid", &count),
	    "a b");
	assert_int_equal(count, 1);
	assert_string_equal(cookie_find(*state, "sid=a=b==;", "sid", &count),
			    "a=b==");
	assert_string_equal(cookie_find(*state, "sid=", "sid", &count), "");
	assert_int_equal(count, 1);
	assert_string_equal(cookie_find(*state, "sid=\"", "sid", &count), "\"");
	assert_string_equal(
	    cookie_find(*state, ";;=;sid=%41;=;", "sid", &count), "%41");
}

static void doubled_cookie_is_told(void **state)
{
	size_t count;

	assert_string_equal(
	    cookie_find(*state, "sid=1; a=b; sid=2; sid=3", "sid", &count),
	    "1");
	assert_int_equal(count, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(pairs_in_order, setup,
						teardown),
		cmocka_unit_test_setup_teardown(nothing_is_no_pairs, setup,
						teardown),
		cmocka_unit_test_setup_teardown(bytes_and_nul, setup, teardown),
		cmocka_unit_test_setup_teardown(bad_percent_is_refused, setup,
						teardown),
		cmocka_unit_test_setup_teardown(too_many_is_refused, setup,
						teardown),
		cmocka_unit_test_setup_teardown(every_byte_comes_back, setup,
						teardown),
		cmocka_unit_test_setup_teardown(time_is_linear, setup,
						teardown),
		cmocka_unit_test_setup_teardown(cookie, setup, teardown),
		cmocka_unit_test_setup_teardown(doubled_cookie_is_told, setup,
						teardown),
	};

	return cmocka_run_group_tests_name("urlencoded", tests, NULL, NULL);
}
