/*
 * uji-json.c - what JSON is taken and what not, and what is written (B-13).
 */
#include "lib/json.h"
#include "lib/form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct arena *arena;

static const struct json_limits usual = {
	.max_bytes = 1000,
	.max_depth = 4,
	.max_values = 100,
	.max_digits = 40,
};

/* "" when it is read, else the code; from a block that ends with the text. */
static const char *code(const char *s, size_t n, json **out)
{
	char *exact = malloc(n == 0 ? 1 : n);
	struct json_fault f;
	enum err e;

	assert_non_null(exact);
	memcpy(exact, s, n);
	e = json_read(arena, exact, n, &usual, out, &f);
	free(exact);
	if (e == OK)
		return "";
	assert_int_equal(e, strcmp(f.code, "besar") == 0 ||
				    strcmp(f.code, "banyak") == 0 ?
				ERR_TOO_LARGE :
				ERR_INPUT);
	return f.code;
}

static void what_is_taken_and_what_is_not(void **state)
{
#define T(s, want)                                                             \
	{                                                                      \
		s, sizeof(s) - 1, want                                         \
	}
	static const struct {
		const char *s;
		size_t n;
		const char *want;
	} t[] = {
		T("{}", ""),
		T(" [ ] \r\n\t", ""),
		T("{\"NIK\":\"3174010101900001\",\"A\":null}", ""),
		T("[[[[]]]]", ""),
		T("[[[[[]]]]]", "dalam"),
		T("[{\"a\":[{\"b\":1}]}]", ""),
		T("[{\"a\":[{\"b\":[]}]}]", "dalam"),
		T("[\"[[[[[[[[[[[[[[\"]", ""),
		T("[\"\\\"[[[[[[[[[[\"]", ""),
		T("", "rusak"),
		T(" ", "rusak"),
		T("1", "rusak"),
		T("\"a\"", "rusak"),
		T("null", "rusak"),
		T("{}x", "rusak"),
		T("{} {}", "rusak"),
		T("[1,]", "rusak"),
		T("{\"a\":1,}", "rusak"),
		T("{a:1}", "rusak"),
		T("{'a':1}", "rusak"),
		T("[NaN]", "rusak"),
		T("[Infinity]", "rusak"),
		T("[01]", "rusak"),
		T("[+1]", "rusak"),
		T("[.5]", "rusak"),
		T("[1.]", "rusak"),
		T("[1e]", "rusak"),
		T("[\"a", "rusak"),
		T("[\"a\\", "rusak"),
		T("[\"a\\q\"]", "rusak"),
		T("[\"\t\"]", "rusak"),
		T("[\"\\u12\"]", "rusak"),
		T("[\"\\ud800\"]", "rusak"),
		T("// x\n[]", "rusak"),
		T("\xef\xbb\xbf[]", "rusak"),
		T("[\0]", "rusak"),
		T("[]\0", "rusak"),
		T("[\"\xff\"]", "utf8"),
		T("[\"\xc0\xaf\"]", "utf8"),
		T("[\"\xed\xa0\x80\"]", "utf8"),
		T("{\"a\":1,\"b\":2,\"a\":3}", "ganda"),
		T("{\"a\":1,\"\\u0061\":3}", "ganda"),
		T("[\"a\\u0000b\"]", "nul"),
		T("{\"a\\u0000b\":1}", "nul"),
		T("[9223372036854775807]", ""),
		T("[-9223372036854775808]", ""),
		T("[9223372036854775808]", "angka"),
		T("[1e999]", "angka"),
		T("[1111111111111111111111111111111111111111111]", "angka"),
		T("[0.1111111111111111111111111111111111111111]", "angka"),
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		json *j = NULL;

		assert_string_equal(code(t[i].s, t[i].n, &j), t[i].want);
		assert_true((j != NULL) == (*t[i].want == '\0'));
		arena_reset(arena);
	}
}

static void limits_hold_at_their_edge(void **state)
{
	char big[1002];
	json *j;

	(void)state;
	memset(big, ' ', sizeof(big));
	memcpy(big, "[]", 2);
	assert_string_equal(code(big, 1000, &j), "");
	assert_string_equal(code(big, 1001, &j), "besar");
	/* [0,0,…]: a value for the array, and one for each after the first. */
	for (size_t i = 0; i < 98; i++)
		memcpy(big + 1 + 2 * i, "0,", 2);
	memcpy(big + 1 + 2 * 98, "0]", 2);
	assert_string_equal(code(big, 1 + 2 * 98 + 2, &j), "");
	memcpy(big + 1 + 2 * 98, "0,0]", 4);
	assert_string_equal(code(big, 1 + 2 * 98 + 4, &j), "banyak");
}

static void a_fault_has_its_place(void **state)
{
	static const char text[] = "{\n \"a\": 1,\n \"b\" 2}";
	struct json_fault f;
	json *j;

	(void)state;
	assert_int_equal(
	    json_read(arena, text, sizeof(text) - 1, &usual, &j, &f),
	    ERR_INPUT);
	assert_int_equal(f.line, 3);
	assert_in_range(f.column, 4, 7);
}

static void values_are_what_was_sent(void **state)
{
	static const char text[] =
	    "{\"z\":\"\\u00e9\\ud83d\\ude00\",\"a\":3174010101900001,"
	    "\"r\":1.0,\"e\":3E2,\"t\":true,\"n\":null,\"l\":[1,\"x\"],"
	    "\"o\":{}}";
	static const enum json_kind kinds[] = { J_TEXT,  J_INT,   J_REAL,
						J_REAL,  J_BOOL,  J_NULL,
						J_ARRAY, J_OBJECT };
	static const char *const names[] = { "z", "a", "r", "e",
					     "t", "n", "l", "o" };
	const char *name;
	void *at = NULL;
	json *j = NULL, *v;
	size_t i = 0;

	(void)state;
	assert_string_equal(code(text, sizeof(text) - 1, &j), "");
	assert_int_equal(json_kind(j), J_OBJECT);
	assert_int_equal(json_size(j), COUNT(names));
	for (; json_each(j, &at, &name, &v); i++) {
		assert_string_equal(name, names[i]);
		assert_int_equal(json_kind(v), kinds[i]);
	}
	assert_int_equal(i, COUNT(names));
	assert_string_equal(json_text(json_member(j, "z")),
			    "\xc3\xa9\xf0\x9f\x98\x80");
	assert_int_equal(json_number(json_member(j, "a")), 3174010101900001);
	assert_null(json_text(json_member(j, "a")));
	assert_int_equal(json_number(json_member(j, "z")), 0);
	assert_null(json_member(j, "b"));
	v = json_member(j, "l");
	assert_int_equal(json_size(v), 2);
	assert_string_equal(json_text(json_element(v, 1)), "x");
	assert_null(json_element(v, 2));
	at = NULL;
	assert_false(json_each(v, &at, &name, &j));
}

/* No digit is lost, and nothing else changes. */
static void numbers_with_a_point_as_they_were_sent(void **state)
{
	static const char text[] =
	    "{\"a\":12.50,\"b\":[-0.1,1,0.30000000000000000004],"
	    "\"c\":\"1.5 \\\" 2.5\",\"d\":1.5e3,\"e\":true,\"f\":7.0}";
	static const char want[] =
	    "{\"a\":\"12.50\",\"b\":[\"-0.1\",1,"
	    "\"0.30000000000000000004\"],\"c\":\"1.5 \\\" 2.5\","
	    "\"d\":1500.0,\"e\":true,\"f\":\"7.0\"}";
	static const char *const none[] = { "[1.]", "[.5]", "[01.5]", "{1.5:1}",
					    "[1.5.5]", "[\"a\"1.5]" };
	struct json_limits l = usual;
	struct json_fault f;
	struct blob b;
	json *j;

	(void)state;
	l.text_reals = true;
	assert_int_equal(json_read(arena, text, sizeof(text) - 1, &l, &j, &f),
			 OK);
	b = json_write(arena, j);
	assert_int_equal(b.n, sizeof(want) - 1);
	assert_memory_equal(b.p, want, b.n);
	for (size_t i = 0; i < COUNT(none); i++)
		assert_int_equal(json_read(arena, none[i], strlen(none[i]), &l,
					   &j, &f),
				 ERR_INPUT);
}

static void what_is_written_is_read_again(void **state)
{
	json *o = json_new_object(arena), *l, *back = NULL;
	struct blob text;

	(void)state;
	json_put_text(arena, o, "kata", "\"\\/\n\x01 \xc3\xa9</script>");
	json_put_int(arena, o, "angka", INT64_MIN);
	json_put_bool(arena, o, "ya", true);
	json_put_bool(arena, o, "tidak", false);
	l = json_put(arena, o, "daftar", json_new_array(arena));
	json_add_text(arena, l, "");
	json_put_int(arena, json_add(arena, l, json_new_object(arena)), "n", 7);
	text = json_write(arena, o);
	assert_memory_equal(
	    text.p,
	    "{\"kata\":\"\\\"\\\\/\\n\\u0001 \xc3\xa9</script>\","
	    "\"angka\":-9223372036854775808,\"ya\":true,\"tidak\":false,"
	    "\"daftar\":[\"\",{\"n\":7}]}",
	    text.n);
	assert_string_equal(code((const char *)text.p, text.n, &back), "");
	assert_string_equal(json_text(json_member(back, "kata")),
			    "\"\\/\n\x01 \xc3\xa9</script>");
}

/* Memory that is out is told by a jump, as everywhere, at each allocation. */
static void memory_out_is_a_jump(void **state)
{
	static const char text[] = "{\"a\":[1,\"b\",{\"c\":2.5}],\"d\":null}";
	volatile size_t limit = 16;
	volatile bool done = false;
	jmp_buf full;

	(void)state;
	while (!done) {
		struct arena *a = arena_new();
		struct json_fault f;
		json *j = NULL;

		arena_limit(a, limit);
		if (setjmp(full) == 0) {
			arena_on_full(a, &full);
			assert_int_equal(json_read(a, text, sizeof(text) - 1,
						   &usual, &j, &f),
					 OK);
			assert_int_equal(json_write(a, j).n, sizeof(text) - 1);
			done = true;
		}
		arena_free(a);
		limit += 16;
		assert_true(limit < 100000);
	}
	assert_true(limit > 200);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_taken_and_what_is_not),
		cmocka_unit_test(limits_hold_at_their_edge),
		cmocka_unit_test(a_fault_has_its_place),
		cmocka_unit_test(values_are_what_was_sent),
		cmocka_unit_test(numbers_with_a_point_as_they_were_sent),
		cmocka_unit_test(what_is_written_is_read_again),
		cmocka_unit_test(memory_out_is_a_jump),
	};
	int gagal;

	arena = arena_new();
	gagal = cmocka_run_group_tests_name("json", tests, NULL, NULL);
	arena_free(arena);
	return gagal;
}
