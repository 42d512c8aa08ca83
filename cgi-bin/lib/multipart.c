/*
 * multipart.c - see multipart.h.  The walk over boundaries and parts; header
 * lines are read in multipart-header.c.
 */
#include "multipart.h"

#include "multipart-header.h"

#include <stdbool.h>
#include <string.h>

enum state {
	DATA,       /* inside a part, or before the first boundary */
	AFTER,      /* a boundary was read: "--", or padding and CRLF */
	AFTER_DASH, /* ... and one '-' */
	AFTER_CR,   /* ... and CR */
	HEADER,
	EPILOGUE,
};

enum part { PREAMBLE, FIELD, FILE_PART, FILE_UNNAMED };

struct multipart {
	struct arena *a;
	struct multipart_limits limits;
	struct multipart_calls calls;
	void *ctx;
	enum state state;
	enum part part;
	enum err err; /* the first error, for ever */
	size_t fields;
	size_t files;
	/* "\r\n--boundary", and how much of it the last bytes matched */
	char delimiter[4 + BOUNDARY_MAX];
	size_t delimiter_n;
	size_t matched;
	char *header; /* limits.max_header_bytes */
	size_t header_n;
	struct part_header h; /* points into header */
	char *value;
	size_t value_n;
	size_t value_cap;
};

enum err multipart_new(struct arena *a, const char *content_type,
		       const struct multipart_limits *limits,
		       const struct multipart_calls *calls, void *ctx,
		       struct multipart **out)
{
	struct multipart *m = arena_alloc(a, sizeof(*m));
	size_t boundary_n;
	enum err e;

	memcpy(m->delimiter, "\r\n--", 4);
	e = multipart_boundary(content_type, m->delimiter + 4, &boundary_n);
	if (e != OK)
		return e;
	m->delimiter_n = 4 + boundary_n;
	m->a = a;
	m->limits = *limits;
	m->calls = *calls;
	m->ctx = ctx;
	m->state = DATA;
	m->part = PREAMBLE;
	/* The first boundary has no line end before it: think it there. */
	m->matched = 2;
	m->header = arena_alloc(a, limits->max_header_bytes + 1);
	*out = m;
	return OK;
}

/* More of a field's value; keeps room for the NUL behind it. */
static enum err value_add(struct multipart *m, const char *p, size_t n)
{
	if (n > m->limits.max_field_bytes - m->value_n)
		return ERR_TOO_LARGE;
	if (m->value_cap - m->value_n <= n) {
		size_t cap = m->value_cap * 2 + n + 256;
		char *bigger;

		if (cap > m->limits.max_field_bytes + 1)
			cap = m->limits.max_field_bytes + 1;
		bigger = arena_alloc(m->a, cap);
		if (m->value_n > 0)
			memcpy(bigger, m->value, m->value_n);
		m->value = bigger;
		m->value_cap = cap;
	}
	memcpy(m->value + m->value_n, p, n);
	m->value_n += n;
	return OK;
}

static enum err file_begin(struct multipart *m)
{
	if (m->files == m->limits.max_files)
		return ERR_TOO_LARGE;
	m->files++;
	return m->calls.file_begin(m->ctx, m->h.name, m->h.filename, m->h.type);
}

/* n > 0 bytes of content of the part we are in. */
static enum err content(struct multipart *m, const char *p, size_t n)
{
	enum err e;

	switch (m->part) {
	case PREAMBLE:
		break;
	case FIELD:
		return value_add(m, p, n);
	case FILE_UNNAMED:
		e = file_begin(m);
		if (e != OK)
			return e;
		m->part = FILE_PART;
		return m->calls.file_data(m->ctx, p, n);
	case FILE_PART:
		return m->calls.file_data(m->ctx, p, n);
	}
	return OK;
}

static enum err part_begin(struct multipart *m)
{
	enum err e = multipart_header(m->header, m->header_n, &m->h);

	m->header_n = 0;
	if (e != OK)
		return e;
	if (m->h.filename == NULL) {
		if (m->fields == m->limits.max_fields)
			return ERR_TOO_LARGE;
		m->fields++;
		m->part = FIELD;
		m->value_n = 0;
		return value_add(m, "", 0);
	}
	if (*m->h.filename == '\0') {
		m->part = FILE_UNNAMED;
		return OK;
	}
	m->part = FILE_PART;
	return file_begin(m);
}

static enum err part_end(struct multipart *m)
{
	switch (m->part) {
	case FIELD:
		m->value[m->value_n] = '\0';
		return m->calls.field(m->ctx, m->h.name, m->value, m->value_n);
	case FILE_PART:
		return m->calls.file_end(m->ctx);
	case PREAMBLE:
	case FILE_UNNAMED:
		break;
	}
	return OK;
}

/*
 * Content up to the next delimiter; *p is moved over what was read.  CR
 * stands in the delimiter only at its beginning, so a failed match never has
 * to be tried again from its middle: the walk is linear, and the matched
 * bytes of an earlier feed are known without having been kept.
 */
static enum err walk_data(struct multipart *m, const char **p, const char *end)
{
	const char *start = *p;
	const char *q = *p;
	enum err e;

	if (m->matched > 0) {
		while (q < end && m->matched < m->delimiter_n &&
		       *q == m->delimiter[m->matched]) {
			m->matched++;
			q++;
		}
		*p = q;
		if (m->matched == m->delimiter_n)
			goto found;
		if (q == end)
			return OK;
		e = content(m, m->delimiter, m->matched);
		m->matched = 0;
		return e;
	}
	while (q < end) {
		size_t k = 1;

		q = memchr(q, '\r', (size_t)(end - q));
		if (q == NULL) {
			q = end;
			break;
		}
		while (k < m->delimiter_n && q + k < end &&
		       q[k] == m->delimiter[k])
			k++;
		if (k == m->delimiter_n || q + k == end) {
			m->matched = k;
			break;
		}
		q += k;
	}
	*p = q + m->matched;
	if (q > start) {
		e = content(m, start, (size_t)(q - start));
		if (e != OK)
			return e;
	}
	if (m->matched < m->delimiter_n)
		return OK;
found:
	m->matched = 0;
	m->state = AFTER;
	return part_end(m);
}

static bool header_complete(const struct multipart *m)
{
	if (m->header_n < 2 ||
	    memcmp(m->header + m->header_n - 2, "\r\n", 2) != 0)
		return false;
	return m->header_n == 2 ||
	       (m->header_n >= 4 &&
		memcmp(m->header + m->header_n - 4, "\r\n", 2) == 0);
}

/* One byte outside of content. */
static enum err walk_byte(struct multipart *m, char c)
{
	switch (m->state) {
	case AFTER:
		if (c == '-')
			m->state = AFTER_DASH;
		else if (c == '\r')
			m->state = AFTER_CR;
		else if (c != ' ' && c != '\t')
			return ERR_BAD_REQUEST;
		return OK;
	case AFTER_DASH:
		m->state = EPILOGUE;
		return c == '-' ? OK : ERR_BAD_REQUEST;
	case AFTER_CR:
		m->state = HEADER;
		return c == '\n' ? OK : ERR_BAD_REQUEST;
	case HEADER:
		if (m->header_n == m->limits.max_header_bytes)
			return ERR_TOO_LARGE;
		m->header[m->header_n++] = c;
		if (c == '\n' && header_complete(m)) {
			m->state = DATA;
			return part_begin(m);
		}
		return OK;
	case DATA:
	case EPILOGUE:
		break;
	}
	return OK;
}

enum err multipart_feed(struct multipart *m, const char *p, size_t n)
{
	const char *end = n == 0 ? p : p + n;

	while (m->err == OK && p < end && m->state != EPILOGUE) {
		if (m->state == DATA)
			m->err = walk_data(m, &p, end);
		else
			m->err = walk_byte(m, *p++);
	}
	return m->err;
}

enum err multipart_end(struct multipart *m)
{
	if (m->err == OK && m->state != EPILOGUE)
		m->err = ERR_BAD_REQUEST;
	return m->err;
}
