/*
 * stream.c - what is more than a form: methods, large bodies, and routes
 * marked STREAM, whose body is read as it comes and whose token stands in a
 * header.
 */
#include "app-private.h"
#include "crypto.h"

#include <string.h>

/* --- methods --- */

static const struct {
	enum method method;
	const char *name;
} methods[] = {
	{ M_GET, "GET" },       { M_POST, "POST" },       { M_PATCH, "PATCH" },
	{ M_DELETE, "DELETE" }, { M_OPTIONS, "OPTIONS" },
};

const char *method_name(enum method m)
{
	for (size_t i = 0; i < COUNT(methods); i++)
		if (methods[i].method == m)
			return methods[i].name;
	return "-";
}

enum method method_from_name(const char *name)
{
	for (size_t i = 0; i < COUNT(methods); i++)
		if (strcmp(methods[i].name, name) == 0)
			return methods[i].method;
	return 0;
}

/* --- large bodies --- */

static enum err (*admit)(struct req *r, int64_t length, int64_t *max);

void app_admit(enum err (*fn)(struct req *r, int64_t length, int64_t *max))
{
	admit = fn;
}

enum err app_ask_admit(struct req *r, int64_t length, int64_t *max)
{
	return admit == NULL ? OK : admit(r, length, max);
}

/* --- STREAM --- */

const char *req_type(struct req *r)
{
	const char *type = r->x->io->variable(r->x->io->ctx, "CONTENT_TYPE");

	return type == NULL || *type == '\0' ? NULL : type;
}

int64_t req_body_length(struct req *r)
{
	const struct app_io *io = r->x->io;
	const char *text = io->variable(io->ctx, "CONTENT_LENGTH");
	int64_t n;

	return text != NULL && text_to_int(text, &n) && n >= 0 ? n : -1;
}

/* Nothing more came: was that the end? */
static bool at_end(struct req *r)
{
	const struct app_io *io = r->x->io;
	int64_t length = req_body_length(r);

	if (length >= 0)
		return r->x->body_taken == length;
	return io->broken == NULL || !io->broken(io->ctx);
}

size_t req_body(struct req *r, void *p, size_t n, bool *end)
{
	const struct app_io *io = r->x->io;
	int64_t length = req_body_length(r);
	size_t got = 0;

	if (!r->x->patient && io->patience != NULL)
		io->patience(io->ctx, REQ_PATIENCE_S);
	r->x->patient = true;
	/* Plain CGI: what follows the body is not ours to wait for. */
	if (length >= 0 && (uint64_t)(length - r->x->body_taken) < n)
		n = (size_t)(length - r->x->body_taken);
	if (n > 0)
		got = io->read(io->ctx, p, n);
	r->x->body_taken += (int64_t)got;
	if (end != NULL)
		*end = got == 0 && at_end(r);
	return got;
}

bool stream_token_ok(struct req *r)
{
	const char *token = req_header_in(r, "X-CSRF-Token");

	return token != NULL && r->x->csrf != NULL &&
	       crypto_equal_text(token, r->x->csrf);
}

enum method stream_override(struct req *r, enum method m)
{
	const char *name;
	enum method other;

	/* Each request comes by here. */
	if (m != M_POST)
		return m;
	name = req_header_in(r, "X-HTTP-Method-Override");
	if (name == NULL)
		return m;
	other = method_from_name(name);
	return other == M_PATCH || other == M_DELETE ? other : m;
}
