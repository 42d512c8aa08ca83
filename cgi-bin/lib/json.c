/*
 * json.c - see json.h.
 *
 * jansson takes its memory by json_set_alloc_funcs() from the arena of the
 * call that runs, and gives nothing back, so no value is ever freed singly.
 * arena_try() does not jump, so no call of jansson is left half-way; we jump
 * once it has returned.
 */
#include "json.h"
#include "text.h"

#include <jansson.h>
#include <pthread.h>
#include <string.h>

static _Thread_local struct arena *pool;
static _Thread_local bool dry; /* it had nothing left: jansson does not say */

static void *take(size_t n)
{
	void *p = arena_try(pool, n);

	dry = dry || p == NULL;
	return p;
}

static void leave(void *p)
{
	(void)p;
}

static void set_up(void)
{
	json_set_alloc_funcs(take, leave);
}

static void use(struct arena *a)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, set_up);
	pool = a;
	dry = false;
}

/* What jansson made; it makes nothing when memory is out. */
static json *made(struct arena *a, json *j)
{
	if (j == NULL)
		arena_array(a, SIZE_MAX, 2); /* jumps */
	return j;
}

/* --- reading --- */

static bool in_number(char c)
{
	return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' ||
	       c == 'e' || c == 'E';
}

/* The index of the quote that ends the string whose text begins at i. */
static size_t string_end(const char *p, size_t n, size_t i)
{
	while (i < n && p[i] != '"')
		i += p[i] == '\\' ? 2 : 1;
	return i;
}

/*
 * Is it within the limits?  NULL, or the code of the one it is over.  This
 * only counts brackets, commas and the like outside strings, so that a text
 * that is no JSON may be counted wrong: jansson will refuse it anyway.
 */
static const char *over(const char *p, size_t n, const struct json_limits *l)
{
	size_t depth = 0, values = 1, digits = 0;

	if (n > l->max_bytes)
		return "besar";
	for (size_t i = 0; i < n; i++) {
		digits = in_number(p[i]) ? digits + 1 : 0;
		if (digits > l->max_digits)
			return "angka";
		switch (p[i]) {
		case '"':
			i = string_end(p, n, i + 1);
			break;
		case '[':
		case '{':
			values++;
			if (++depth > l->max_depth)
				return "dalam";
			break;
		case ']':
		case '}':
			depth -= depth > 0;
			break;
		case ',':
		case ':':
			values++;
			break;
		}
		if (values > l->max_values)
			return "banyak";
	}
	return NULL;
}

/*
 * A copy in which numbers with a point and no exponent are in quotes, for of
 * others jansson keeps no digits; n 0: there are none.  p is JSON, so such a
 * number is nothing but a value.
 */
static struct buf quote_reals(struct arena *a, const char *p, size_t n)
{
	struct buf b = { .a = a };
	size_t done = 0, end;

	for (size_t i = 0; i < n; i = end) {
		bool point = false, exponent = false;

		end = i + 1;
		if (p[i] == '"')
			end = string_end(p, n, end) + 1;
		if (!in_number(p[i]))
			continue;
		for (end = i; end < n && in_number(p[end]); end++) {
			point = point || p[end] == '.';
			exponent = exponent || (p[end] | 0x20) == 'e';
		}
		if (!point || exponent)
			continue;
		buf_bytes(&b, p + done, i - done);
		buf_char(&b, '"');
		buf_bytes(&b, p + i, end - i);
		buf_char(&b, '"');
		done = end;
	}
	if (done > 0)
		buf_bytes(&b, p + done, n - done);
	return b;
}

static const char *why(enum json_error_code code)
{
	switch (code) {
	case json_error_invalid_utf8:
		return "utf8";
	case json_error_duplicate_key:
		return "ganda";
	case json_error_null_character:
	case json_error_null_byte_in_key:
		return "nul";
	case json_error_numeric_overflow:
		return "angka";
	case json_error_stack_overflow:
		return "dalam";
	default:
		return "rusak";
	}
}

enum err json_read(struct arena *a, const void *p, size_t n,
		   const struct json_limits *l, json **out,
		   struct json_fault *f)
{
	json_error_t error = { .line = 0 };

	*f = (struct json_fault){ over(p, n, l), 0, 0 };
	if (f->code != NULL)
		return strcmp(f->code, "besar") == 0 ||
			       strcmp(f->code, "banyak") == 0 ?
			   ERR_TOO_LARGE :
			   ERR_INPUT;
	use(a);
	*out = json_loadb(p, n, JSON_REJECT_DUPLICATES, &error);
	if (*out != NULL && l->text_reals) {
		struct buf b = quote_reals(a, p, n);

		if (b.n > 0)
			*out = json_loadb(b.p, b.n, JSON_REJECT_DUPLICATES,
					  &error);
	}
	if (*out != NULL)
		return OK;
	if (dry)
		made(a, NULL);
	f->code = why(json_error_code(&error));
	if (error.line > 0 && error.column >= 0) {
		f->line = (size_t)error.line;
		f->column = (size_t)error.column + (error.column == 0);
	}
	return ERR_INPUT;
}

enum json_kind json_kind(const json *j)
{
	switch (json_typeof(j)) {
	case JSON_OBJECT:
		return J_OBJECT;
	case JSON_ARRAY:
		return J_ARRAY;
	case JSON_STRING:
		return J_TEXT;
	case JSON_INTEGER:
		return J_INT;
	case JSON_REAL:
		return J_REAL;
	case JSON_TRUE:
	case JSON_FALSE:
		return J_BOOL;
	default:
		return J_NULL;
	}
}

size_t json_size(const json *j)
{
	return json_is_array(j) ? json_array_size(j) : json_object_size(j);
}

json *json_element(const json *array, size_t i)
{
	return json_array_get(array, i);
}

json *json_member(const json *object, const char *name)
{
	return json_object_get(object, name);
}

bool json_each(const json *object, void **at, const char **name, json **value)
{
	/* jansson wants it writable and writes nothing. */
	json *o = (json *)object;

	*at = *at == NULL ? json_object_iter(o) : json_object_iter_next(o, *at);
	if (*at == NULL)
		return false;
	*name = json_object_iter_key(*at);
	*value = json_object_iter_value(*at);
	return true;
}

const char *json_text(const json *j)
{
	return json_string_value(j);
}

int64_t json_number(const json *j)
{
	return json_integer_value(j);
}

/* --- writing --- */

json *json_new_object(struct arena *a)
{
	use(a);
	return made(a, json_object());
}

json *json_new_array(struct arena *a)
{
	use(a);
	return made(a, json_array());
}

json *json_put(struct arena *a, json *object, const char *name, json *value)
{
	use(a);
	return made(a, json_object_set_new(object, name, value) == 0 ? value :
								       NULL);
}

json *json_put_text(struct arena *a, json *object, const char *name,
		    const char *text)
{
	use(a);
	return json_put(a, object, name, made(a, json_string(text)));
}

json *json_put_int(struct arena *a, json *object, const char *name,
		   int64_t number)
{
	use(a);
	return json_put(a, object, name, made(a, json_integer(number)));
}

json *json_put_bool(struct arena *a, json *object, const char *name, bool value)
{
	return json_put(a, object, name, json_boolean(value));
}

json *json_add(struct arena *a, json *array, json *value)
{
	use(a);
	return made(a, json_array_append_new(array, value) == 0 ? value : NULL);
}

json *json_add_text(struct arena *a, json *array, const char *text)
{
	use(a);
	return json_add(a, array, made(a, json_string(text)));
}

struct blob json_write(struct arena *a, const json *j)
{
	size_t n, cap;
	char *p;

	use(a);
	n = json_dumpb(j, NULL, 0, JSON_COMPACT);
	p = arena_raw(a, n + 1);
	cap = json_dumpb(j, p, n, JSON_COMPACT);
	if (n == 0 || cap != n)
		made(a, NULL);
	return (struct blob){ (unsigned char *)p, n };
}
