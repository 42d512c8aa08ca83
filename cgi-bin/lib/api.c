/*
 * api.c - see api.h.  The words of problems are xslt/masalah.xsl; here are
 * codes alone.
 */
#include "api.h"
#include "app-private.h"
#include "config.h"
#include "gunzip.h"
#include "log.h"
#include "multipart.h"
#include "xsl.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define RATIO_MAX   100
#define FIELD_BYTES (64 * 1024)

enum err api_problem(struct req *r, enum err e, const char *code)
{
	r->x->problem = code;
	return e;
}

json *api_problem_more(struct req *r)
{
	if (r->x->problem_more == NULL)
		r->x->problem_more = json_new_object(r->a);
	return r->x->problem_more;
}

void api_send(struct req *r, const json *j)
{
	req_send_bytes(r, "application/json", json_write(r->a, j), NULL);
}

bool api_is(const struct req *r)
{
	return ((r->route == NULL ? r->x->program->routes : r->route)->guard &
		API) != 0;
}

/* --- the body --- */

static const char *sent(struct req *r, const char *name)
{
	const char *v = r->x->io->variable(r->x->io->ctx, name);

	return v == NULL ? "" : v;
}

static enum err read_all(struct req *r, struct blob *out)
{
	const struct app_io *io = r->x->io;
	const char *length = sent(r, "CONTENT_LENGTH");
	int64_t n = 0;
	size_t got = 0;
	char *p;

	if (*length != '\0' && (!text_to_int(length, &n) || n < 0))
		return ERR_BAD_REQUEST;
	if (n > API_BODY_BYTES)
		return api_problem(r, ERR_TOO_LARGE, "badan-besar");
	p = arena_raw(r->a, (size_t)n + 1);
	while (got < (size_t)n) {
		size_t more = io->read(io->ctx, p + got, (size_t)n - got);

		if (more == 0)
			return api_problem(r, ERR_BAD_REQUEST, "badan-putus");
		got += more;
	}
	*out = (struct blob){ (unsigned char *)p, got };
	return OK;
}

static enum err on_unpacked(void *ctx, const char *p, size_t n)
{
	buf_bytes(ctx, p, n);
	return OK;
}

static enum err unpack(struct req *r, struct blob *b)
{
	struct buf out = { .a = r->a };
	struct gunzip *g =
	    gunzip_new(r->a, API_BODY_BYTES, RATIO_MAX, on_unpacked, &out);
	enum err e = gunzip_feed(g, (const char *)b->p, b->n);

	if (e == OK)
		e = gunzip_end(g);
	if (e == ERR_TOO_LARGE)
		return api_problem(r, e, "badan-besar");
	if (e == ERR_TYPE)
		return api_problem(r, ERR_BAD_REQUEST, "gzip-rusak");
	*b = (struct blob){ (unsigned char *)out.p, out.n };
	return e;
}

static enum err decode(struct req *r, struct blob *b)
{
	const char *how = sent(r, "HTTP_CONTENT_ENCODING");

	if (*how == '\0' || strcasecmp(how, "identity") == 0)
		return OK;
	if (strcasecmp(how, "gzip") == 0 || strcasecmp(how, "x-gzip") == 0)
		return unpack(r, b);
	/* RFC 9110, 15.5.16: tell which would do. */
	req_header_out(r, "Accept-Encoding", "gzip");
	return api_problem(r, ERR_TYPE, "badan-kemasan");
}

/* application/json for "Application/JSON; charset=utf-8". */
static const char *media_type(struct req *r)
{
	const char *s = sent(r, "CONTENT_TYPE");
	char *type = arena_strndup(r->a, s, strcspn(s, "; \t"));

	for (char *p = type; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p |= 0x20;
	return type;
}

struct form {
	struct req *r;
	struct api_body *body;
	size_t cap;
};

static enum err on_field(void *ctx, const char *name, const char *value,
			 size_t n)
{
	struct form *f = ctx;
	struct arena *a = f->r->a;
	struct api_body *b = f->body;

	b->pair = arena_grow(a, b->pair, b->n, &f->cap, sizeof(*b->pair));
	b->pair[b->n].name_n = strlen(name);
	b->pair[b->n].name = arena_strdup(a, name);
	b->pair[b->n].value = arena_strndup(a, value, n);
	b->pair[b->n++].n = n;
	return OK;
}

static enum err on_file(void *ctx, const char *name, const char *filename,
			const char *type)
{
	struct form *f = ctx;

	(void)name;
	(void)filename;
	(void)type;
	return api_problem(f->r, ERR_TYPE, "berkas-di-formulir");
}

static enum err read_multipart(struct req *r, struct api_body *b)
{
	static const struct multipart_limits limits = {
		.max_fields = API_PAIRS,
		.max_field_bytes = FIELD_BYTES,
		.max_files = 1,
		.max_header_bytes = 8 * 1024,
	};
	static const struct multipart_calls calls = {
		.field = on_field,
		.file_begin = on_file,
	};
	struct form f = { r, b, 0 };
	struct multipart *m;
	enum err e = multipart_new(r->a, sent(r, "CONTENT_TYPE"), &limits,
				   &calls, &f, &m);

	if (e == OK)
		e = multipart_feed(m, (const char *)b->bytes.p, b->bytes.n);
	return e == OK ? multipart_end(m) : e;
}

static enum err read_body(struct req *r, struct api_body *b)
{
	enum err e;

	b->type = media_type(r);
	if (strcmp(b->type, "application/json") != 0 &&
	    strcmp(b->type, "application/x-www-form-urlencoded") != 0 &&
	    strcmp(b->type, "multipart/form-data") != 0)
		return api_problem(r, ERR_TYPE, "badan-jenis");
	e = read_all(r, &b->bytes);
	if (e == OK)
		e = decode(r, &b->bytes);
	if (e != OK)
		return e;
	if (*b->type == 'm')
		e = read_multipart(r, b);
	else if (b->type[12] == 'x')
		e = urlencoded_parse(r->a, (const char *)b->bytes.p, b->bytes.n,
				     API_PAIRS, &b->pair, &b->n);
	if (e == ERR_BAD_REQUEST)
		return api_problem(r, e, "formulir-rusak");
	return e;
}

enum err api_body(struct req *r, struct api_body *out)
{
	struct app_private *x = r->x;

	if (x->body == NULL) {
		x->body = arena_alloc(r->a, sizeof(*x->body));
		x->body_err = read_body(r, x->body);
	}
	*out = *x->body;
	return x->body_err;
}

/* --- problems --- */

static void put_words(struct req *r, json *o, const char *code)
{
	struct view *v = view_new(r->a, "masalah");
	const elem *words = NULL;
	const char *type, *title, *detail;

	if (!view_ok(v))
		return;
	el_attr(view_root(v), "kode", code);
	if (xsl_tree(r->a, v, "masalah", &words) != OK) {
		log_error("no words for problem %s", code);
		return;
	}
	type = el_value(words, "jenis");
	title = el_value(words, "judul");
	detail = el_value(words, "rinci");
	if (type != NULL)
		json_put_text(
		    r->a, o, "type",
		    arena_printf(r->a, "%s%s", config_get("alamat", ""), type));
	if (title != NULL)
		json_put_text(r->a, o, "title", title);
	if (detail != NULL)
		json_put_text(r->a, o, "detail", detail);
}

void api_explain(struct req *r, enum err why)
{
	struct app_private *x = r->x;
	const char *code = x->problem != NULL ? x->problem : err_code(why);
	struct header *headers = x->headers;
	json *o = json_new_object(r->a), *value;
	const char *name;
	void *at = NULL;

	response_reset(r);
	x->headers = headers;
	x->status = err_status(why);
	x->view = "masalah"; /* the path may have no route, and so no view */
	put_words(r, o, code);
	json_put_int(r->a, o, "status", x->status);
	json_put_text(r->a, o, "instance",
		      arena_printf(r->a, "%s#%s",
				   r->route == NULL ? "" : r->route->path,
				   r->reference));
	json_put_text(r->a, o, "kode", code);
	while (x->problem_more != NULL &&
	       json_each(x->problem_more, &at, &name, &value))
		json_put(r->a, o, name, value);
	req_send_bytes(r, "application/problem+json", json_write(r->a, o),
		       NULL);
}
