/*
 * body.c - what was sent: the query, urlencoded and multipart bodies, into
 * names and values.  What a field may hold is form.c's business.
 */
#include "app-private.h"
#include "multipart.h"
#include "sniff.h"
#include "urlencoded.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define FORM_MAX_BYTES (2 * 1024 * 1024)
#define FILES_MAX_BYTES (34 * 1024 * 1024)
#define CHUNK_BYTES (32 * 1024)

static enum err add_value(struct req *r, const char *name, const char *value,
			  size_t n)
{
	struct app_private *x = r->x;

	if (x->n_values == MAX_VALUES)
		return ERR_TOO_LARGE;
	x->values = arena_grow(r->a, x->values, x->n_values, &x->cap_values,
			       sizeof(*x->values));
	if (!text_ok(name, strlen(name)))
		return ERR_BAD_REQUEST;
	x->values[x->n_values].name = arena_strdup(r->a, name);
	x->values[x->n_values].value = arena_strndup(r->a, value, n);
	x->values[x->n_values].clean = text_ok(value, n);
	x->n_values++;
	return OK;
}

static enum err read_urlencoded(struct req *r, const char *p, size_t n)
{
	struct pair *pairs;
	size_t n_pairs;
	enum err e = urlencoded_parse(r->a, p, n, MAX_VALUES, &pairs, &n_pairs);

	for (size_t i = 0; e == OK && i < n_pairs; i++)
		e = add_value(r, pairs[i].name, pairs[i].value, pairs[i].n);
	return e;
}

enum err query_read(struct req *r)
{
	const char *q = r->x->query;

	return q == NULL ? OK : read_urlencoded(r, q, strlen(q));
}

static enum err on_field(void *ctx, const char *name, const char *value,
			 size_t n)
{
	return add_value(ctx, name, value, n);
}

static enum err on_file_begin(void *ctx, const char *name,
			      const char *filename, const char *type)
{
	struct req *r = ctx;
	struct app_private *x = r->x;
	struct sent_file *f;

	(void)type; /* a claim; the bytes decide */
	if (x->n_files == COUNT(x->files))
		return ERR_TOO_LARGE;
	if (!text_ok(name, strlen(name)))
		return ERR_BAD_REQUEST;
	f = &x->files[x->n_files];
	f->field = arena_strdup(r->a, name);
	f->name = text_ok(filename, strlen(filename)) ?
			  text_fold(r->a, filename) :
			  "berkas";
	x->current_file = x->n_files++;
	return store_begin(r->a, x->body_max, &f->file);
}

static enum err on_file_data(void *ctx, const char *p, size_t n)
{
	struct req *r = ctx;

	return store_write(r->x->files[r->x->current_file].file, p, n);
}

static enum err on_file_end(void *ctx)
{
	(void)ctx;
	return OK;
}

static enum err read_multipart(struct req *r, const char *type, uint64_t left)
{
	static const struct multipart_limits limits = {
		.max_fields = MAX_VALUES,
		.max_field_bytes = FORM_MAX_BYTES,
		.max_files = 16,
		.max_header_bytes = 8 * 1024,
	};
	static const struct multipart_calls calls = {
		.field = on_field,
		.file_begin = on_file_begin,
		.file_data = on_file_data,
		.file_end = on_file_end,
	};
	const struct app_io *io = r->x->io;
	char *chunk = arena_alloc(r->a, CHUNK_BYTES);
	struct multipart *m;
	enum err e = multipart_new(r->a, type, &limits, &calls, r, &m);

	while (e == OK && left > 0) {
		size_t want = left < CHUNK_BYTES ? (size_t)left : CHUNK_BYTES;
		size_t n = io->read(io->ctx, chunk, want);

		if (n == 0)
			return ERR_BAD_REQUEST; /* the line broke */
		left -= n;
		e = multipart_feed(m, chunk, n);
	}
	return e == OK ? multipart_end(m) : e;
}

/* How large a multipart body of n bytes may be, or why it may not come. */
static enum err multipart_bound(struct req *r, int64_t n)
{
	r->x->body_max = FILES_MAX_BYTES;
	if (r->route->guard & LARGE && r->who.role != ROLE_TAMU)
		return app_ask_admit(r, n, &r->x->body_max);
	return OK;
}

enum err body_read(struct req *r)
{
	const struct app_io *io = r->x->io;
	const char *type = io->variable(io->ctx, "CONTENT_TYPE");
	const char *length = io->variable(io->ctx, "CONTENT_LENGTH");
	bool multipart = type != NULL &&
			 strncasecmp(type, "multipart/form-data", 19) == 0;
	int64_t n = 0;
	size_t got = 0;
	enum err e;
	char *p;

	if (length != NULL && *length != '\0' &&
	    (!text_to_int(length, &n) || n < 0))
		return ERR_BAD_REQUEST;
	if (n == 0)
		return OK;
	if (multipart) {
		e = multipart_bound(r, n);
		if (e == OK && n > r->x->body_max)
			e = ERR_TOO_LARGE;
		if (e == OK && !(r->route->guard & FILES))
			e = ERR_TYPE;
		return e == OK ? read_multipart(r, type, (uint64_t)n) : e;
	}
	if (n > FORM_MAX_BYTES)
		return ERR_TOO_LARGE;
	if (type == NULL ||
	    strncasecmp(type, "application/x-www-form-urlencoded", 33) != 0 ||
	    (type[33] != '\0' && type[33] != ';' && type[33] != ' '))
		return ERR_TYPE;
	p = arena_alloc(r->a, (size_t)n + 1);
	while (got < (size_t)n) {
		size_t more = io->read(io->ctx, p + got, (size_t)n - got);

		if (more == 0)
			return ERR_BAD_REQUEST;
		got += more;
	}
	return read_urlencoded(r, p, got);
}

const char *body_file_kind(struct req *r, struct sent_file *f)
{
	struct blob head = store_head(f->file);
	struct blob tail;

	(void)r;
	if (store_tail(f->file, &tail) != OK)
		return NULL;
	switch (sniff(head.p, head.n)) {
	case BERKAS_PDF:
		return sniff_pdf(head.p, head.n, tail.p, tail.n) ? "pdf" : NULL;
	case BERKAS_XLSX:
	case BERKAS_ZIP:
		return "xlsx";
	case BERKAS_GZIP:
		return "gz";
	case BERKAS_JPEG:
		return "jpeg";
	case BERKAS_PNG:
		return "png";
	case BERKAS_WEBP:
		return "webp";
	case BERKAS_LAIN:
		break;
	default:
		return NULL;
	}
	if (head.n == 0 || memchr(head.p, 0, head.n) != NULL)
		return NULL;
	/* Text: a calendar says so in its first line (RFC 5545, 3.4). */
	if (memmem(head.p, head.n < 64 ? head.n : 64, "BEGIN:VCALENDAR", 15) !=
	    NULL)
		return "ics";
	return "csv";
}
