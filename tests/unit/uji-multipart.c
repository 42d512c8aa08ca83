/*
 * uji-multipart.c - lib/multipart: whatever way a body is divided it gives
 * the same, and cut short it is refused.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lib/multipart.h"
#include "lib/text.h"

#define TYPE "multipart/form-data; boundary=----batas7x"

static const struct multipart_limits limits = { 5, 1000, 3, 500 };

static const char whole[] =
    "------batas7x\r\n"
    "Content-Disposition: form-data; name=\"nomor\"\r\n"
    "\r\n"
    "B/12\r\n--ini bukan batas\r\r\n\r\n"
    "------batas7x\r\n"
    "Content-Disposition: form-data; name=\"kosong\"\r\n"
    "\r\n"
    "\r\n"
    "------batas7x \t\r\n"
    "content-disposition:form-data; filename=\"C:\\arsip\\a %22b%22.pdf\";"
    " name=\"berkas\"; filename*=UTF-8''lain.pdf\r\n"
    "Content-Type: application/pdf \r\n"
    "\r\n"
    "%PDF\r\n------batas7\r\n------batas7\r------batas7x\n\0\r\n"
    "\r\n"
    "------batas7x\r\n"
    "Content-Disposition: form-data; name=\"tanpa\"; filename=\"\"\r\n"
    "Content-Type: application/octet-stream\r\n"
    "\r\n"
    "\r\n"
    "------batas7x\r\n"
    "Content-Disposition: form-data; name=hampa; filename=x.csv\r\n"
    "\r\n"
    "\r\n"
    "------batas7x--\r\n";

static const char expected[] =
    "[nomor=B/12\r\n--ini bukan batas\r\r\n]"
    "[kosong=]"
    "{berkas|a \"b\".pdf|application/pdf:"
    "%PDF\r\n------batas7\r\n------batas7\r------batas7x\n\0\r\n}"
    "{hampa|x.csv|:}";

#define WHOLE_N    (sizeof(whole) - 1)
#define EXPECTED_N (sizeof(expected) - 1)

static enum err field(void *ctx, const char *name, const char *value, size_t n)
{
	buf_char(ctx, '[');
	buf_text(ctx, name);
	buf_char(ctx, '=');
	buf_bytes(ctx, value, n);
	buf_char(ctx, ']');
	assert_int_equal(value[n], '\0');
	return OK;
}

static enum err file_begin(void *ctx, const char *name, const char *filename,
			   const char *type)
{
	buf_char(ctx, '{');
	buf_text(ctx, name);
	buf_char(ctx, '|');
	buf_text(ctx, filename);
	buf_char(ctx, '|');
	buf_text(ctx, type);
	buf_char(ctx, ':');
	return OK;
}

static enum err file_data(void *ctx, const char *p, size_t n)
{
	assert_true(n > 0);
	buf_bytes(ctx, p, n);
	return OK;
}

static enum err file_end(void *ctx)
{
	buf_char(ctx, '}');
	return OK;
}

static const struct multipart_calls calls = { field, file_begin, file_data,
					      file_end };

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

/* Feed n bytes in pieces of `piece` after a first one of `first`. */
static enum err run(struct arena *a, const char *type, const char *p, size_t n,
		    size_t first, size_t piece, struct buf *out)
{
	struct multipart *m;
	enum err e;

	*out = (struct buf){ .a = a };
	buf_text(out, "");
	e = multipart_new(a, type, &limits, &calls, out, &m);
	if (e != OK)
		return e;
	for (size_t at = 0; at < n;) {
		size_t now = at == 0 ? first : piece;
		char *copy;

		if (now > n - at)
			now = n - at;
		/* A block of its own, so that a read past its end shows. */
		copy = test_malloc(now + 1);
		memcpy(copy, p + at, now);
		e = multipart_feed(m, copy, now);
		test_free(copy);
		if (e != OK) {
			assert_int_equal(multipart_feed(m, "x", 1), e);
			assert_int_equal(multipart_end(m), e);
			return e;
		}
		at += now;
	}
	return multipart_end(m);
}

static enum err run_text(struct arena *a, const char *text, struct buf *out)
{
	return run(a, TYPE, text, strlen(text), SIZE_MAX, 1, out);
}

static void at_once(void **state)
{
	struct buf out;

	assert_int_equal(run(*state, TYPE, whole, WHOLE_N, WHOLE_N, 1, &out),
			 OK);
	assert_int_equal(out.n, EXPECTED_N);
	assert_memory_equal(out.p, expected, EXPECTED_N);
}

static void split_at_every_byte(void **state)
{
	struct buf out;

	for (size_t first = 1; first < WHOLE_N; first++) {
		arena_reset(*state);
		assert_int_equal(
		    run(*state, TYPE, whole, WHOLE_N, first, WHOLE_N, &out),
		    OK);
		assert_int_equal(out.n, EXPECTED_N);
		assert_memory_equal(out.p, expected, EXPECTED_N);
	}
	for (size_t piece = 1; piece < 60; piece++) {
		arena_reset(*state);
		assert_int_equal(
		    run(*state, TYPE, whole, WHOLE_N, piece, piece, &out), OK);
		assert_int_equal(out.n, EXPECTED_N);
		assert_memory_equal(out.p, expected, EXPECTED_N);
	}
}

static void cut_at_every_byte(void **state)
{
	struct buf out;

	/* The CRLF after the last boundary may be missing. */
	for (size_t n = 0; n < WHOLE_N - 2; n++) {
		arena_reset(*state);
		assert_int_equal(run(*state, TYPE, whole, n, n, 1, &out),
				 ERR_BAD_REQUEST);
		assert_true(out.n < EXPECTED_N ||
			    memcmp(out.p, expected, EXPECTED_N) == 0);
	}
	for (size_t n = WHOLE_N - 2; n <= WHOLE_N; n++)
		assert_int_equal(run(*state, TYPE, whole, n, n, 1, &out), OK);
}

/* One byte replaced anywhere: an answer, and the same for every split. */
static void damaged_anywhere(void **state)
{
	static const char with[] = { '\0', '\r', '\n', '-', '"', ';', 'x' };
	char bent[WHOLE_N];
	struct buf once, apart;

	for (size_t at = 0; at < WHOLE_N; at++) {
		for (size_t k = 0; k < sizeof(with); k++) {
			enum err e;

			arena_reset(*state);
			memcpy(bent, whole, WHOLE_N);
			bent[at] = with[k];
			e = run(*state, TYPE, bent, WHOLE_N, WHOLE_N, 1, &once);
			assert_true(e == OK || e == ERR_BAD_REQUEST ||
				    e == ERR_TOO_LARGE);
			assert_int_equal(
			    run(*state, TYPE, bent, WHOLE_N, 1, 1, &apart), e);
			assert_int_equal(once.n, apart.n);
			assert_memory_equal(once.p, apart.p, once.n);
		}
	}
}

static void content_types(void **state)
{
	static const struct {
		const char *type;
		enum err err;
	} t[] = {
		{ NULL, ERR_TYPE },
		{ "", ERR_TYPE },
		{ "text/plain", ERR_TYPE },
		{ "multipart/form-datax; boundary=a", ERR_TYPE },
		{ "multipart/mixed; boundary=a", ERR_TYPE },
		{ "multipart/form-data", ERR_BAD_REQUEST },
		{ "multipart/form-data; boundary=", ERR_BAD_REQUEST },
		{ "multipart/form-data; boundary=\"\"", ERR_BAD_REQUEST },
		{ "multipart/form-data; boundary=\"a", ERR_BAD_REQUEST },
		{ "multipart/form-data; boundary=a; boundary=b",
		  ERR_BAD_REQUEST },
		{ "multipart/form-data; boundary=\"a \"", ERR_BAD_REQUEST },
		{ "multipart/form-data; boundary=a\xff", ERR_BAD_REQUEST },
		{ "multipart/form-data; boundary=a\"b", ERR_BAD_REQUEST },
		{ "multipart/form-data; boundary="
		  "123456789012345678901234567890123456"
		  "78901234567890123456789012345678901",
		  ERR_BAD_REQUEST },
		{ "multipart/form-data; boundary="
		  "12345678901234567890123456789012345"
		  "67890123456789012345678901234567890",
		  OK },
		{ "Multipart/Form-Data ;charset=utf-8;\tBoundary=\"a b\";",
		  OK },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		struct multipart *m;

		assert_int_equal(
		    multipart_new(*state, t[i].type, &limits, &calls, NULL, &m),
		    t[i].err);
	}
}

static void quoted_names(void **state)
{
	static const struct {
		const char *parameters;
		const char *out;
	} t[] = {
		{ "name=\"a%22b%0D%0Ac%25\"", "[a\"b\r\nc%25=v]" },
		{ "name=\"a\\\"b\\\\c\\d\"", "[a\"b\\c\\d=v]" },
		{ "NAME=\"a;b\" ; x=y", "[a;b=v]" },
		{ "name=\"\"", "[=v]" },
		{ "filename=\"../../etc/passwd\"; name=f", "{f|passwd|:v}" },
		{ "name=f; filename=\"x/\"", "{f||:v}" },
		{ "name=f;filename=\"d.csv\";", "{f|d.csv|:v}" },
		{ "name=f; filename*=UTF-8''x.csv", "[f=v]" },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		char *body = arena_printf(*state,
					  "------batas7x\r\n"
					  "Content-Disposition: form-data; "
					  "%s\r\n\r\nv\r\n------batas7x--",
					  t[i].parameters);
		struct buf out;

		assert_int_equal(run_text(*state, body, &out), OK);
		assert_string_equal(out.p, t[i].out);
	}
}

static void bad_headers(void **state)
{
	static const char *const headers[] = {
		"",
		"X-Lain: 1\r\n",
		"Content-Type: text/plain\r\n",
		"Content-Disposition: form-data\r\n",
		"Content-Disposition: form-data; filename=\"a\"\r\n",
		"Content-Disposition: attachment; name=\"a\"\r\n",
		"Content-Disposition: form-data; name=\"a\"; name=\"b\"\r\n",
		"Content-Disposition: form-data; name=a; filename=b; "
		"filename=c\r\n",
		"Content-Disposition: form-data; name=\"a\r\n",
		"Content-Disposition: form-data; name=\"a\" b\r\n",
		"Content-Disposition: form-data; name=a b\r\n",
		"Content-Disposition: form-data; name\r\n",
		"Content-Disposition: form-data; =a\r\n",
		"Content-Disposition: form-data; name=a\n",
		"Content-Disposition form-data; name=a\r\n",
		": form-data; name=a\r\n",
		"Content-Disposition: form-data; name=a\r\n"
		"Content-Disposition: form-data; name=a\r\n",
		"Content-Disposition: form-data; name=a\r\n"
		"Content-Transfer-Encoding: base64\r\n",
		"Content-Disposition: form-data;\r\n name=a\r\n",
		"Content-Disposition: form-data; name=\"a\x01\"\r\n",
	};

	for (size_t i = 0; i < sizeof(headers) / sizeof(*headers); i++) {
		char *body = arena_printf(*state,
					  "------batas7x\r\n%s\r\nv"
					  "\r\n------batas7x--",
					  headers[i]);
		struct buf out;

		assert_int_equal(run_text(*state, body, &out), ERR_BAD_REQUEST);
		assert_string_equal(out.p, "");
	}
}

static void bad_bodies(void **state)
{
	static const char *const body[] = {
		"",
		"a=1&b=2",
		"------batas7",
		"------batas7xx\r\n\r\n",
		"------batas7x-x",
		"------batas7x\rx",
		"\n------batas7x--",
	};
	struct buf out;

	for (size_t i = 0; i < sizeof(body) / sizeof(*body); i++)
		assert_int_equal(run_text(*state, body[i], &out),
				 ERR_BAD_REQUEST);
	assert_int_equal(
	    run_text(*state, "pembuka\r\n------batas7x--sisa", &out), OK);
	assert_string_equal(out.p, "");
}

static char *with_parts(struct arena *a, int n, const char *parameters,
			const char *value)
{
	struct buf b = { .a = a };

	for (int i = 0; i < n; i++)
		buf_printf(&b,
			   "------batas7x\r\nContent-Disposition: form-data; "
			   "name=n%d%s\r\n\r\n%s\r\n",
			   i, parameters, value);
	buf_text(&b, "------batas7x--\r\n");
	return b.p;
}

static void limits_hold(void **state)
{
	char value[1002] = "";
	struct buf out;
	char *body;

	assert_int_equal(run_text(*state, with_parts(*state, 5, "", "v"), &out),
			 OK);
	assert_int_equal(run_text(*state, with_parts(*state, 6, "", "v"), &out),
			 ERR_TOO_LARGE);
	assert_int_equal(
	    run_text(*state, with_parts(*state, 3, "; filename=a", "v"), &out),
	    OK);
	assert_int_equal(
	    run_text(*state, with_parts(*state, 4, "; filename=a", "v"), &out),
	    ERR_TOO_LARGE);
	/* Inputs left empty are not files. */
	assert_int_equal(run_text(*state,
				  with_parts(*state, 9, "; filename=\"\"", ""),
				  &out),
			 OK);
	assert_string_equal(out.p, "");
	memset(value, 'v', 1000);
	body = with_parts(*state, 1, "", value);
	assert_int_equal(run(*state, TYPE, body, strlen(body), 7, 7, &out), OK);
	assert_int_equal(out.n, 1000 + strlen("[n0=]"));
	value[1000] = 'v';
	body = with_parts(*state, 1, "", value);
	assert_int_equal(run(*state, TYPE, body, strlen(body), 7, 7, &out),
			 ERR_TOO_LARGE);
	assert_int_equal(run_text(*state, body, &out), ERR_TOO_LARGE);
	value[480] = '\0';
	body = with_parts(*state, 1, value, "");
	assert_int_equal(run_text(*state, body, &out), ERR_TOO_LARGE);
}

static enum err no_more(void *ctx, const char *p, size_t n)
{
	(void)ctx;
	(void)p;
	(void)n;
	return ERR_DISK;
}

static void error_of_a_call_ends_it(void **state)
{
	struct multipart_calls full = calls;
	struct buf out = { .a = *state };
	struct multipart *m;

	full.file_data = no_more;
	assert_int_equal(multipart_new(*state, TYPE, &limits, &full, &out, &m),
			 OK);
	assert_int_equal(multipart_feed(m, whole, WHOLE_N), ERR_DISK);
	assert_int_equal(multipart_end(m), ERR_DISK);
}

static enum err swallow(void *ctx, const char *p, size_t n)
{
	(void)p;
	*(size_t *)ctx += n;
	return OK;
}

static enum err begin(void *ctx, const char *name, const char *filename,
		      const char *type)
{
	(void)ctx;
	(void)name;
	(void)filename;
	(void)type;
	return OK;
}

/* 64 MB made of near-boundaries: memory stays where it was. */
static void memory_is_flat(void **state)
{
	static const char head[] =
	    "------batas7x\r\nContent-Disposition: form-data; name=f; "
	    "filename=f\r\n\r\n";
	static const char near[] = "\r\n------batas7\r\n\r\n\r";
	const struct multipart_calls c = { field, begin, swallow, file_end };
	size_t seen = 0;
	struct multipart *m;
	char block[1 << 16];
	size_t used;

	for (size_t i = 0; i < sizeof(block); i++)
		block[i] = near[i % (sizeof(near) - 1)];
	assert_int_equal(multipart_new(*state, TYPE, &limits, &c, &seen, &m),
			 OK);
	assert_int_equal(multipart_feed(m, head, strlen(head)), OK);
	used = arena_used(*state);
	for (int i = 0; i < 1024; i++)
		assert_int_equal(multipart_feed(m, block, sizeof(block)), OK);
	assert_int_equal(arena_used(*state), used);
	assert_true(seen > 1024 * sizeof(block) - 80);
	assert_int_equal(multipart_end(m), ERR_BAD_REQUEST);
}

#define UJI(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		UJI(at_once),           UJI(split_at_every_byte),
		UJI(cut_at_every_byte), UJI(damaged_anywhere),
		UJI(content_types),     UJI(quoted_names),
		UJI(bad_headers),       UJI(bad_bodies),
		UJI(limits_hold),       UJI(error_of_a_call_ends_it),
		UJI(memory_is_flat),
	};

	return cmocka_run_group_tests_name("multipart", tests, NULL, NULL);
}
