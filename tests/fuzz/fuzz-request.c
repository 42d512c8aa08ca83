/*
 * fuzz-request.c - the whole request loop, from the web server's variables to
 * the answer, without a database: path, query, cookies, content type, body.
 *
 * Input: four lines (method and target, Cookie, Content-Type, Accept), then
 * the body.  Whatever comes, the answer is one whole CGI response.
 */
#include "../unit/uji-request-bantu.h"
#include "lib/list.h"
#include "lib/log.h"
#include "sasaran.h"

#include <stdio.h>
#include <string.h>

/* A line per run would be all that is seen: lib/log.c stays out. */
void log_context(const char *program_name, const char *reference)
{
	(void)program_name;
	(void)reference;
}

void log_error(const char *fmt, ...)
{
	(void)fmt;
}

void log_info(const char *fmt, ...)
{
	(void)fmt;
}

static enum err list(struct req *r)
{
	static const char *const sorts[] = { "tanggal", "nomor", NULL };
	struct list l;
	elem *e;

	list_read(r, sorts, true, &l);
	e = list_add(r, &l, 3, (struct list_edge){ "a", 1 },
		     (struct list_edge){ l.search, 3 }, 99, true);
	list_filter(r, e, "status");
	return OK;
}

static enum err take(struct req *r)
{
	struct isian in = { 0 };
	enum err e = form_bind(r, isian_fields, ISIAN_FIELDS, &in);

	if (e == OK)
		req_redirect(r, "tersimpan", "/coba?x=%s",
			     text_url(r->a, in.judul));
	return e;
}

static const struct route routes[] = {
	{ M_GET, "/coba", ROLE_SEMUA, 0, "coba", list, NULL },
	/* No CSRF guard: a fuzzer cannot make the token. */
	{ M_POST, "/coba", ROLE_SEMUA, FILES, "coba", take, list },
	{ M_GET, "/coba/{id}/{kode}", ROLE_SEMUA, PUBLIC, "coba", list, NULL },
	{ M_POST, "/rahasia", ROLE_MASUK, CSRF | ONCE | FILES, "coba", take,
	  list },
};
static const struct program program = { "coba", routes, COUNT(routes) };

/* The next line of the input as a text of its own. */
static char *line(struct arena *a, const char **p, const char *end)
{
	const char *nl = memchr(*p, '\n', (size_t)(end - *p));
	size_t n = (size_t)((nl == NULL ? end : nl) - *p);
	char *text = arena_strndup(a, *p, n);

	*p = nl == NULL ? end : nl + 1;
	return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool started;
	const char *p = (const char *)data;
	const char *end = p + size;
	struct arena *own;
	char *first, *target, length[24];

	if (!started)
		harus(web_start() && atexit(web_stop) == 0);
	started = true;
	own = arena_new();
	web_clear();
	first = line(own, &p, end);
	target = strchr(first, ' ');
	if (target != NULL)
		*target++ = '\0';
	web_set("REQUEST_METHOD", target == NULL ? "GET" : first);
	web_set("REQUEST_URI", target == NULL ? first : target);
	web_set("HTTP_COOKIE", line(own, &p, end));
	web_set("CONTENT_TYPE", line(own, &p, end));
	web_set("HTTP_ACCEPT", line(own, &p, end));
	web.body = p;
	web.body_n = (size_t)(end - p);
	snprintf(length, sizeof(length), "%zu", web.body_n);
	web_set("CONTENT_LENGTH", length);
	harus(web_ask(&program) > 0);
	arena_free(own);
	return 0;
}
