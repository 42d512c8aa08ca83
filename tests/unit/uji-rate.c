/*
 * uji-rate.c - whom rate limits and failed sign-ins are counted for, U-16.
 * The counting itself: tests/http/verifikasi.mjs, uji-masuk.c.
 */
#include "lib/rate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static struct arena *arena;

static void an_ipv6_customer_is_his_network(void **state)
{
	static const struct {
		const char *ip, *want;
	} t[] = {
		{ "192.0.2.7", "192.0.2.7" },
		{ "::ffff:192.0.2.7", "192.0.2.7" },
		{ "::ffff:c000:207", "192.0.2.7" },
		{ "2001:db8:1:2::1", "20010db800010002/64" },
		{ "2001:db8:1:2:ffff:ffff:ffff:ffff", "20010db800010002/64" },
		{ "2001:DB8:1:2:0:0:0:9", "20010db800010002/64" },
		{ "2001:db8:1:3::1", "20010db800010003/64" },
		{ "::1", "0000000000000000/64" },
		{ "2001:db8::1%eth0", "2001:db8::1%eth0" },
		{ "", "" },
		{ NULL, "" },
		{ "0123456789012345678901234567890123456789"
		  "0123456789012345678901234567890123456789",
		  "0123456789012345678901234567890123456789"
		  "01234567890123456789" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++)
		assert_string_equal(rate_address(arena, t[i].ip), t[i].want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_ipv6_customer_is_his_network),
	};
	int gagal;

	arena = arena_new();
	gagal = cmocka_run_group_tests_name("rate", tests, NULL, NULL);
	arena_free(arena);
	return gagal;
}
