/*
 * uji-unggahan.c - lanes of lib/unggahan: who sends much leaves room for who
 * has not begun (B-04, B-11).
 */
#include "lib/arena.h"
#include "lib/config.h"
#include "lib/unggahan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define SEMUA 6
#define SATU  4

/* Groups that are nobody's in the tests' store. */
#define KELOMPOK 1000000000

static struct arena *jalur[SEMUA];

/* Take lane i for a group. */
static enum err ambil(size_t i, int64_t kelompok)
{
	jalur[i] = arena_new();
	assert_non_null(jalur[i]);
	return unggahan_lane(jalur[i], KELOMPOK + kelompok, SATU, SEMUA);
}

static int lepas(void **state)
{
	(void)state;
	for (size_t i = 0; i < SEMUA; i++) {
		arena_free(jalur[i]);
		jalur[i] = NULL;
	}
	return 0;
}

static void half_is_for_who_has_none(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	/* One group: its first lane and the lower half. */
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(ambil(i, 1), OK);
	assert_int_equal(unggahan_lane(a, KELOMPOK + 1, SATU, SEMUA),
			 ERR_BUSY);
	assert_false(unggahan_lanes_full(a, SEMUA));
	/* Others that have none get the rest, one each. */
	assert_int_equal(ambil(4, 2), OK);
	assert_int_equal(unggahan_lane(a, KELOMPOK + 2, SATU, SEMUA),
			 ERR_BUSY);
	assert_int_equal(ambil(5, 3), OK);
	assert_true(unggahan_lanes_full(a, SEMUA));
	assert_int_equal(unggahan_lane(a, KELOMPOK + 4, SATU, SEMUA),
			 ERR_BUSY);
	/* What is let go is free for the next one. */
	arena_free(jalur[0]);
	jalur[0] = NULL;
	assert_false(unggahan_lanes_full(a, SEMUA));
	assert_int_equal(unggahan_lane(a, KELOMPOK + 4, SATU, SEMUA), OK);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(half_is_for_who_has_none, lepas),
	};

	return config_load() ?
		       cmocka_run_group_tests(tests, NULL, NULL) :
		       99;
}
