/*
 * uji-xlsx-angka.c - lib/xlsx-angka: numbers, dates and escapes of XLSX.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lib/xlsx-angka.h"

static void numbers(void **state)
{
	static const char *const t[][2] = {
		{ "0", "0" },
		{ "-0.0", "-0" },
		{ "1", "1" },
		{ "0001", "0001" },
		{ "3204010101900001", "3204010101900001" },
		{ "12345678901234567890", "12345678901234567890" },
		{ "3.20401010190000E+15", "3204010101900000" },
		{ "0.10000000000000001", "0.1" },
		{ "2.2999999999999998", "2.3" },
		{ "1.5", "1.5" },
		{ "-1234.5000", "-1234.5" },
		{ "1e20", "100000000000000000000" },
		{ "1e21", "1e21" },
		{ "-1.25E+300", "-1.25e300" },
		{ "1e-7", "0.0000001" },
		{ "1.5e-8", "1.5e-8" },
		{ ".5", "0.5" },
		{ "5.", "5" },
		{ "+5", "5" },
		{ "4.9406564584124654e-324", "4.94065645841247e-324" },
		{ "1.7976931348623157e308", "1.7976931348623157e308" },
		{ "0.30000000000000004", "0.30000000000000004" },
	};
	static const char *const bad[] = { "",      "-",   ".",   "1e",
					   "abc",   "1 ",  " 1",  "0x10",
					   "1e999", "inf", "nan", "1.2.3",
					   "--1",   "1e+" };
	char out[XLSX_ANGKA_BYTES];

	(void)state;
	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		assert_true(xlsx_angka(t[i][0], out));
		assert_string_equal(out, t[i][1]);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_false(xlsx_angka(bad[i], out));
}

/* Whatever double is written with 17 digits comes back as that double. */
static void any_double_survives(void **state)
{
	uint64_t dice = 88172645463325252ull;

	(void)state;
	for (int i = 0; i < 200000; i++) {
		char text[XLSX_ANGKA_BYTES], out[XLSX_ANGKA_BYTES];
		double d;

		dice ^= dice << 13;
		dice ^= dice >> 7;
		dice ^= dice << 17;
		memcpy(&d, &dice, sizeof(d));
		if (i % 2)
			d = (double)(dice % 1000000000) / 1000;
		snprintf(text, sizeof(text), "%.16e", d);
		if (d != d || d - d != 0) {
			assert_false(xlsx_angka(text, out));
			continue;
		}
		assert_true(xlsx_angka(text, out));
		assert_true(strtod(out, NULL) == d);
		assert_true(strlen(out) <= 40);
	}
}

static void dates(void **state)
{
	static const struct {
		const char *serial;
		bool since_1904;
		const char *date;
	} t[] = {
		{ "1", false, "1900-01-01" },
		{ "59", false, "1900-02-28" },
		{ "61", false, "1900-03-01" },
		{ "43747", false, "2019-10-09" },
		{ "43747.45625", false, "2019-10-09 10:57:00" },
		{ "44196.999999", false, "2021-01-01" },
		{ "36585", false, "2000-02-29" },
		{ "2958465", false, "9999-12-31" },
		{ "0.5", false, "12:00:00" },
		{ "0", true, "1904-01-01" },
		{ "42285", true, "2019-10-09" },
	};
	char out[XLSX_ANGKA_BYTES];

	(void)state;
	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		assert_true(xlsx_tanggal(t[i].serial, t[i].since_1904, out));
		assert_string_equal(out, t[i].date);
	}
	assert_false(xlsx_tanggal("60", false, out));
	assert_false(xlsx_tanggal("60.5", false, out));
	assert_false(xlsx_tanggal("-1", false, out));
	assert_false(xlsx_tanggal("2958466", false, out));
	assert_false(xlsx_tanggal("1e300", false, out));
	assert_false(xlsx_tanggal("x", false, out));
}

static void date_formats(void **state)
{
	static const char *const yes[] = { "dd/mm/yyyy",  "[$-421]d mmm yyyy",
					   "h:mm AM/PM",  "\"tgl\" d",
					   "[Red]yyyy;0", "mm:ss.0" };
	static const char *const no[] = { "General",  "0.00",     "#,##0",
					  "\"dmy\"0", "[Red]0",   "[h]:mm:ss",
					  "[mm]:ss",  "0\\d",     "_d0",
					  "0;dd",     "",         "[Red",
					  "\"d",      "0.00E+00", "[" };

	(void)state;
	for (size_t i = 0; i < sizeof(yes) / sizeof(*yes); i++)
		assert_true(xlsx_kode_tanggal(yes[i]));
	for (size_t i = 0; i < sizeof(no) / sizeof(*no); i++)
		assert_false(xlsx_kode_tanggal(no[i]));
	assert_true(xlsx_format_tanggal(14));
	assert_true(xlsx_format_tanggal(22));
	assert_false(xlsx_format_tanggal(46));
	assert_false(xlsx_format_tanggal(0));
	assert_false(xlsx_format_tanggal(49));
}

static void escaped_characters(void **state)
{
	static const char *const t[][2] = {
		{ "a_x000D_b", "a\rb" },
		{ "_x005F_x000D_", "_x000D_" },
		{ "_x20AC__x00e9_", "\xe2\x82\xac\xc3\xa9" },
		{ "_x0000__xD800__xFFFF_", "_x0000__xD800__xFFFF_" },
		{ "_x12_x0041_", "_x12A" },
		{ "_x004", "_x004" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		char text[64];
		size_t n;

		snprintf(text, sizeof(text), "%s", t[i][0]);
		n = xlsx_xstring(text, strlen(text));
		assert_int_equal(n, strlen(t[i][1]));
		assert_memory_equal(text, t[i][1], n);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers),
		cmocka_unit_test(any_double_survives),
		cmocka_unit_test(dates),
		cmocka_unit_test(date_formats),
		cmocka_unit_test(escaped_characters),
	};

	return cmocka_run_group_tests_name("xlsx-angka", tests, NULL, NULL);
}
