/*
 * fuzz-multipart.c - the first byte is the size of the pieces, the first line
 * a Content-Type, the rest a body: fed at once and in pieces it gives the
 * same fields and files, and the same error.
 */
#include "sasaran.h"

#include "lib/multipart.h"
#include "lib/text.h"

static const struct multipart_limits limits = { 8, 200, 4, 300 };

/* What was told, written down; a file's pieces run together. */
struct record {
	struct buf b;
	size_t fields, files;
	bool in_file;
};

static enum err field(void *ctx, const char *name, const char *value, size_t n)
{
	struct record *r = ctx;

	harus(!r->in_file && value[n] == '\0');
	harus(n <= limits.max_field_bytes);
	harus(++r->fields <= limits.max_fields);
	buf_printf(&r->b, "[%s]%zu:", name, n);
	buf_bytes(&r->b, value, n);
	return OK;
}

static enum err file_begin(void *ctx, const char *name, const char *filename,
			   const char *type)
{
	struct record *r = ctx;

	harus(!r->in_file);
	harus(strpbrk(filename, "/\\") == NULL);
	harus(++r->files <= limits.max_files);
	r->in_file = true;
	buf_printf(&r->b, "{%s|%s|%s:", name, filename, type);
	return OK;
}

static enum err file_data(void *ctx, const char *p, size_t n)
{
	struct record *r = ctx;

	harus(r->in_file && n > 0);
	buf_bytes(&r->b, p, n);
	return OK;
}

static enum err file_end(void *ctx)
{
	struct record *r = ctx;

	harus(r->in_file);
	r->in_file = false;
	buf_char(&r->b, '}');
	return OK;
}

static const struct multipart_calls calls = { field, file_begin, file_data,
					      file_end };

static enum err run(struct arena *a, const char *type, const uint8_t *p,
		    size_t n, size_t piece, struct record *r)
{
	struct multipart *m;
	enum err e;

	memset(r, 0, sizeof(*r));
	r->b.a = a;
	e = multipart_new(a, type, &limits, &calls, r, &m);
	if (e != OK)
		return e;
	for (size_t at = 0; at < n; at += piece) {
		size_t now = n - at < piece ? n - at : piece;
		char *copy = salin(p + at, now);

		e = multipart_feed(m, copy, now);
		free(copy);
		if (e != OK)
			break;
	}
	harus(multipart_end(m) == e || e == OK);
	return multipart_end(m);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct record whole, pieces;
	const uint8_t *eol;
	char *type;
	enum err e;
	size_t n;

	harus(a != NULL);
	eol = size < 2 ? NULL : memchr(data + 1, '\n', size - 1);
	if (eol != NULL) {
		n = size - (size_t)(eol + 1 - data);
		type = arena_strndup(a, (const char *)data + 1,
				     (size_t)(eol - data) - 1);
		e = run(a, type, eol + 1, n, n + 1, &whole);
		harus(e == OK || e == ERR_BAD_REQUEST || e == ERR_TOO_LARGE ||
		      e == ERR_TYPE);
		harus(e != OK || !whole.in_file);
		harus(run(a, type, eol + 1, n, 1 + data[0] % 100, &pieces) ==
		      e);
		harus(pieces.b.n == whole.b.n);
		harus(whole.b.n == 0 ||
		      memcmp(pieces.b.p, whole.b.p, whole.b.n) == 0);
	}
	arena_free(a);
	return 0;
}
