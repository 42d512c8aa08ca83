/*
 * response.c - headers and body, once everything is known.
 *
 * Security headers that are the same for every answer are set by the web
 * server (nginx/kepala-keamanan.conf, .htaccess), files and errors included.
 */
#include "api.h"
#include "app-private.h"
#include "clock.h"
#include "config.h"
#include "log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void response_reset(struct req *r)
{
	struct app_private *x = r->x;

	x->status = 200;
	x->location = NULL;
	x->flash = NULL;
	x->headers = NULL;
	x->type = NULL;
	x->have_bytes = false;
	x->stored = NULL;
	x->keep_s = 0;
}

void req_header_out(struct req *r, const char *name, const char *value)
{
	struct header *h = arena_alloc(r->a, sizeof(*h));

	h->name = name;
	/* A header is one line, whatever is in it. */
	h->value = arena_strdup(r->a, value);
	for (char *p = (char *)h->value; *p != '\0'; p++)
		if ((unsigned char)*p < 0x20 || *p == 0x7F)
			*p = ' ';
	h->next = r->x->headers;
	r->x->headers = h;
}

void req_cookie_out(struct req *r, const char *name, const char *value,
		    long max_age_s)
{
	struct buf b = { .a = r->a };

	buf_printf(&b, "%s=%s; Path=/; HttpOnly; SameSite=Lax",
		   app_cookie_name(r, name), value);
	if (app_is_https())
		buf_text(&b, "; Secure");
	if (max_age_s != 0)
		buf_printf(&b, "; Max-Age=%ld", max_age_s < 0 ? 0 : max_age_s);
	req_header_out(r, "Set-Cookie", b.p);
}

void req_redirect(struct req *r, const char *flash, const char *fmt, ...)
{
	char text[1024];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	r->x->status = 303;
	r->x->location = arena_strdup(r->a, text);
	r->x->flash = flash;
}

/* RFC 6266 with RFC 5987: a plain name for old programs, the real beside. */
static void name_file(struct req *r, const char *name, bool in_place)
{
	char *plain = arena_strdup(r->a, name);

	for (char *p = plain; *p != '\0'; p++)
		if ((unsigned char)*p < 0x20 || (unsigned char)*p > 0x7E ||
		    strchr("\"\\/;%", *p) != NULL)
			*p = '_';
	req_header_out(r, "Content-Disposition",
		       arena_printf(r->a,
				    "%s; filename=\"%s\"; filename*=UTF-8''%s",
				    in_place ? "inline" : "attachment", plain,
				    text_url(r->a, name)));
}

void req_send_stored(struct req *r, const char *sha256, const char *type,
		     const char *name, bool in_place)
{
	r->x->stored = sha256;
	r->x->type = type;
	name_file(r, name, in_place && strcmp(type, "application/pdf") == 0);
}

void req_send_bytes(struct req *r, const char *type, struct blob bytes,
		    const char *name)
{
	r->x->type = type;
	r->x->bytes = bytes;
	r->x->have_bytes = true;
	if (name != NULL)
		name_file(r, name, false);
}

void req_send_nothing(struct req *r, int status)
{
	r->x->status = status;
	r->x->type = NULL;
	r->x->bytes = (struct blob){ NULL, 0 };
	r->x->have_bytes = true;
}

void req_keep(struct req *r, int seconds)
{
	r->x->keep_s = seconds;
}

void req_view(struct req *r, const char *view)
{
	r->x->view = view;
}

void req_status(struct req *r, int status)
{
	r->x->status = status;
}

void req_commit_anyway(struct req *r)
{
	r->x->commit_anyway = true;
}

static const char *reason(int status)
{
	static const struct {
		int status;
		const char *text;
	} table[] = {
		{ 200, "OK" },
		{ 201, "Created" },
		{ 204, "No Content" },
		{ 301, "Moved Permanently" },
		{ 303, "See Other" },
		{ 304, "Not Modified" },
		{ 400, "Bad Request" },
		{ 401, "Unauthorized" },
		{ 403, "Forbidden" },
		{ 404, "Not Found" },
		{ 405, "Method Not Allowed" },
		{ 409, "Conflict" },
		{ 410, "Gone" },
		{ 412, "Precondition Failed" },
		{ 413, "Content Too Large" },
		{ 415, "Unsupported Media Type" },
		{ 422, "Unprocessable Content" },
		{ 423, "Locked" },
		{ 429, "Too Many Requests" },
		{ 460, "Checksum Mismatch" },
		{ 503, "Service Unavailable" },
		{ 507, "Insufficient Storage" },
	};

	for (size_t i = 0; i < COUNT(table); i++)
		if (table[i].status == status)
			return table[i].text;
	return "Internal Server Error";
}

static bool has_header(const struct app_private *x, const char *name)
{
	for (const struct header *h = x->headers; h != NULL; h = h->next)
		if (strcmp(h->name, name) == 0)
			return true;
	return false;
}

static bool put(struct req *r, const char *p, size_t n, bool last)
{
	return r->x->io->write(r->x->io->ctx, p, n, last);
}

static void send_file(struct req *r, int fd)
{
	char *chunk = arena_alloc(r->a, 32 * 1024);
	ssize_t n;

	while ((n = read(fd, chunk, 32 * 1024)) > 0)
		if (!put(r, chunk, (size_t)n, false))
			return;
	put(r, "", 0, true);
}

/* Let nginx send the file, or (x_accel = tidak) send it ourselves. */
static int prepare_stored(struct req *r, struct buf *head)
{
	const char *path = store_path(r->a, r->x->stored);
	int64_t bytes;
	int fd;

	if (strcmp(config_get("x_accel", "ya"), "ya") == 0) {
		buf_printf(head, "X-Accel-Redirect: /_simpanan/%s\r\n", path);
		return -1;
	}
	fd = store_open(r->a, r->x->stored);
	if (fd >= 0 && store_has(r->a, r->x->stored, &bytes))
		buf_printf(head, "Content-Length: %lld\r\n", (long long)bytes);
	return fd;
}

static void (*always)(struct req *r);

void app_always(void (*fn)(struct req *r))
{
	always = fn;
}

void response_send(struct req *r)
{
	struct app_private *x = r->x;
	bool good = x->status == 200 || x->status == 304;
	struct buf head = { .a = r->a };
	int fd = -1;

	if (always != NULL)
		always(r);
	if (x->new_visitor)
		req_cookie_out(r, "pra", x->cookie, 0);
	if (x->flash != NULL)
		req_cookie_out(r, "pesan", x->flash, 60);
	buf_printf(&head, "Status: %d %s\r\n", x->status, reason(x->status));
	if (x->location != NULL)
		buf_printf(&head, "Location: %s\r\n", x->location);
	if (x->type != NULL && x->status != 304)
		buf_printf(&head, "Content-Type: %s\r\n", x->type);
	if (x->keep_s > 0 && good)
		buf_printf(&head, "Cache-Control: private, max-age=%d\r\n",
			   x->keep_s);
	else
		buf_text(&head, r->route != NULL && r->route->guard & PUBLIC &&
						r->session == 0 && good ?
					"Cache-Control: no-cache\r\n" :
					"Cache-Control: no-store\r\n");
	if (!api_is(r))
		buf_text(&head, "Vary: Accept, Cookie\r\n");
	if (x->status == 405 && x->allow != NULL)
		buf_printf(&head, "Allow: %s\r\n", x->allow);
	if ((x->status == 429 || x->status == 503) &&
	    !has_header(x, "Retry-After"))
		buf_text(&head, "Retry-After: 30\r\n");
	for (struct header *h = x->headers; h != NULL; h = h->next)
		buf_printf(&head, "%s: %s\r\n", h->name, h->value);
	if (x->stored != NULL && x->status == 200)
		fd = prepare_stored(r, &head);
	else if (x->have_bytes && x->status != 304 && x->status != 204)
		buf_printf(&head, "Content-Length: %zu\r\n", x->bytes.n);
	buf_text(&head, "\r\n");
	if (fd >= 0 && !x->head) {
		if (put(r, head.p, head.n, false))
			send_file(r, fd);
	} else {
		if (x->head || !x->have_bytes || x->status == 304)
			x->bytes = (struct blob){ NULL, 0 };
		if (put(r, head.p, head.n, x->bytes.n == 0) && x->bytes.n > 0)
			put(r, (const char *)x->bytes.p, x->bytes.n, true);
	}
}
