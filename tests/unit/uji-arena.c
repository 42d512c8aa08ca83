/* uji-arena.c - lib/arena and lib/text: memory of a request, characters. */
#include "lib/arena.h"
#include "lib/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int start(void **state)
{
	*state = arena_new();
	return *state == NULL;
}

static int stop(void **state)
{
	arena_free(*state);
	return 0;
}

static void gives_zeroed_aligned_memory(void **state)
{
	struct arena *a = *state;

	for (size_t n = 1; n < 200000; n = n * 3 + 1) {
		unsigned char *p = arena_alloc(a, n);

		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < n; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xA5, n);
	}
	arena_reset(a);
	assert_int_equal(arena_used(a), 0);
	assert_int_equal(*(unsigned char *)arena_alloc(a, 1), 0);
}

static void an_array_grows_with_what_is_in_it(void **state)
{
	struct arena *a = *state;
	int *p = NULL, *before;
	size_t cap = 0;

	for (int i = 0; i < 10000; i++) {
		before = p;
		p = arena_grow(a, p, (size_t)i, &cap, sizeof(*p));
		assert_true(cap > (size_t)i);
		if (before != NULL && before != p)
			assert_memory_equal(p, before, (size_t)i * sizeof(*p));
		assert_int_equal(p[i], 0);
		p[i] = i + 1;
	}
	before = p;
	assert_ptr_equal(arena_grow(a, p, cap - 1, &cap, sizeof(*p)), before);
	arena_reset(a);
}

static char order[8];

static void note(void *what)
{
	strncat(order, what, sizeof(order) - strlen(order) - 1);
}

static void cleans_up_newest_first(void **state)
{
	struct arena *a = *state;

	order[0] = '\0';
	arena_cleanup(a, note, (void *)"1");
	arena_cleanup(a, note, (void *)"2");
	arena_cleanup(a, note, (void *)"3");
	arena_reset(a);
	assert_string_equal(order, "321");
	arena_reset(a);
	assert_string_equal(order, "321");
}

static void jumps_when_over_its_limit(void **state)
{
	struct arena *a = *state;
	jmp_buf full;

	if (setjmp(full) == 0) {
		arena_on_full(a, &full);
		arena_limit(a, 1 << 20);
		for (int i = 0; i < 1000; i++)
			arena_alloc(a, 10000);
		fail_msg("went over its limit");
	}
	arena_reset(a);
	arena_alloc(a, 10000);
	if (setjmp(full) == 0) {
		arena_array(a, SIZE_MAX / 4, 16);
		fail_msg("overflow was not seen");
	}
}

static void knows_good_utf8(void **state)
{
	static const struct {
		const char *text;
		bool good;
	} table[] = {
		{ "", true },
		{ "Dinas Kependudukan", true },
		{ "tab\tbaris\n\r", true },
		{ "\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", true },
		{ "\xEF\xBF\xBD", true },
		{ "\x01", false },		  /* control */
		{ "\x7F", false },
		{ "\xC0\x80", false },		  /* overlong NUL */
		{ "\xE0\x80\xAF", false },	  /* overlong slash */
		{ "\xED\xA0\x80", false },	  /* surrogate */
		{ "\xF4\x90\x80\x80", false },	  /* over U+10FFFF */
		{ "\xEF\xBF\xBE", false },	  /* U+FFFE: not XML */
		{ "\xC3", false },		  /* cut */
		{ "\xFF", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		assert_int_equal(text_ok(table[i].text, strlen(table[i].text)),
				 table[i].good);
	assert_false(text_ok("a\0b", 3));
}

static void folds_and_counts(void **state)
{
	struct arena *a = *state;

	/* U+200B, U+202E, U+00A0, U+3000 */
	assert_string_equal(text_fold(a, "\u200bBank\u202e\u00a0\u3000Maju"),
			    "Bank Maju");
	assert_string_equal(text_fold(a, "\u3000\u200b\u00a0"), "");
	assert_string_equal(text_fold(a, "Café Rp\xff"), "Café Rp\xff");
	assert_string_equal(text_fold(a, "  Bank \t\n Maju  Jaya "),
			    "Bank Maju Jaya");
	assert_string_equal(text_trim(a, "\n a b \t"), "a b");
	assert_int_equal(text_length("\xC3\xA9\xE2\x82\xAC!"), 3);
}

static void reads_whole_numbers_only(void **state)
{
	int64_t n = 7;

	(void)state;
	assert_true(text_to_int("-9223372036854775808", &n));
	assert_true(n == INT64_MIN);
	assert_false(text_to_int("9223372036854775808", &n));
	assert_false(text_to_int("", &n));
	assert_false(text_to_int("12a", &n));
	assert_false(text_to_int("+1", &n));
	assert_false(text_to_int(" 1", &n));
	assert_true(n == INT64_MIN);
}

static void hex_goes_both_ways(void **state)
{
	struct arena *a = *state;
	unsigned char back[3];

	assert_string_equal(text_hex(a, "\x00\xAB\xFF", 3), "00abff");
	assert_true(text_from_hex("00ABff", back, 3));
	assert_memory_equal(back, "\x00\xAB\xFF", 3);
	assert_false(text_from_hex("00abf", back, 3));
	assert_false(text_from_hex("00abff0", back, 3));
	assert_false(text_from_hex("00abfg", back, 3));
	assert_string_equal(text_url(a, "a b/\xC3\xA9~"), "a%20b%2F%C3%A9~");
}

static void buffer_grows(void **state)
{
	struct buf b = { .a = *state };
	size_t n = 0;

	for (int i = 0; i < 5000; i++) {
		buf_printf(&b, "%d;", i);
		n += (size_t)snprintf(NULL, 0, "%d;", i);
	}
	assert_int_equal(b.n, n);
	assert_int_equal(strlen(b.p), n);
	assert_int_equal(strncmp(b.p, "0;1;2;", 6), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(gives_zeroed_aligned_memory,
						start, stop),
		cmocka_unit_test_setup_teardown(an_array_grows_with_what_is_in_it,
						start, stop),
		cmocka_unit_test_setup_teardown(cleans_up_newest_first, start,
						stop),
		cmocka_unit_test_setup_teardown(jumps_when_over_its_limit,
						start, stop),
		cmocka_unit_test(knows_good_utf8),
		cmocka_unit_test_setup_teardown(folds_and_counts, start, stop),
		cmocka_unit_test(reads_whole_numbers_only),
		cmocka_unit_test_setup_teardown(hex_goes_both_ways, start,
						stop),
		cmocka_unit_test_setup_teardown(buffer_grows, start, stop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
