/*
 * request.c - one request from the web server's variables to the answer:
 * route, session, access, body, CSRF, handler, page.  The order is fixed
 * here; what applies to a route is in its table.
 */
#include "api.h"
#include "app-private.h"
#include "clock.h"
#include "config.h"
#include "crypto.h"
#include "log.h"
#include "metrics.h"
#include "rate.h"
#include "session.h"
#include "xsl.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define ONCE_KEY_HEX 32
#define TARGET_MAX 4000

SQL(Q_ONCE_TAKE, "INSERT INTO kiriman (kunci, akun_id, jalur, dibuat)"
		 " VALUES (?, ?, ?, ?)");
SQL(Q_ONCE_DONE, "UPDATE kiriman SET tujuan = ?, pesan = ? WHERE kunci = ?");
SQL(Q_ONCE_ANSWER, "SELECT tujuan, pesan FROM kiriman"
		   " WHERE kunci = ? AND akun_id = ? AND jalur = ?");

/* --- what was asked --- */

static const char *variable(struct req *r, const char *name)
{
	return r->x->io->variable(r->x->io->ctx, name);
}

static const char *variable_text(struct req *r, const char *name, size_t max)
{
	const char *v = variable(r, name);
	size_t n = v == NULL ? 0 : strnlen(v, max);

	return v != NULL && text_ok(v, n) ? arena_strndup(r->a, v, n) : "";
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The path of the target, decoded; NULL when it is malformed. */
static const char *decode_path(struct arena *a, const char *target, size_t n)
{
	char *out = arena_alloc(a, n + 1);
	char *w = out;

	for (size_t i = 0; i < n; i++) {
		if (target[i] != '%') {
			*w++ = target[i];
			continue;
		}
		if (i + 2 >= n || hex(target[i + 1]) < 0 ||
		    hex(target[i + 2]) < 0)
			return NULL;
		*w++ = (char)(hex(target[i + 1]) << 4 | hex(target[i + 2]));
		i += 2;
	}
	return text_ok(out, (size_t)(w - out)) && *out == '/' ? out : NULL;
}

static enum err read_target(struct req *r)
{
	struct app_private *x = r->x;
	const char *target = variable(r, "REQUEST_URI");
	const char *q;

	if (target == NULL || *target != '/') {
		const char *path = variable(r, "PATH_INFO");
		const char *query = variable(r, "QUERY_STRING");

		target = arena_printf(r->a, "%s%s%s", path == NULL ? "/" : path,
				      query != NULL && *query ? "?" : "",
				      query == NULL ? "" : query);
	}
	x->raw_target = arena_strdup(r->a, target);
	q = strchr(x->raw_target, '?');
	x->query = q == NULL ? NULL : q + 1;
	r->path = "/";
	if (strlen(target) > TARGET_MAX)
		return ERR_BAD_REQUEST;
	r->path = decode_path(r->a, x->raw_target,
			      q == NULL ? strlen(x->raw_target) :
					  (size_t)(q - x->raw_target));
	if (r->path == NULL) {
		r->path = "/";
		return ERR_BAD_REQUEST;
	}
	return OK;
}

static enum err read_method(struct req *r)
{
	const char *m = variable(r, "REQUEST_METHOD");

	r->x->head = m != NULL && strcmp(m, "HEAD") == 0;
	r->method = m == NULL || r->x->head ? M_GET : method_from_name(m);
	if (m != NULL && r->method != 0)
		return OK;
	r->method = M_GET;
	return ERR_METHOD;
}

static void read_headers(struct req *r)
{
	const char *accept = variable(r, "HTTP_ACCEPT");
	const char *id = variable(r, "REQUEST_ID");
	const char *cookies = variable(r, "HTTP_COOKIE");

	r->x->cookies = arena_strdup(r->a, cookies);
	r->x->wants_xml = accept != NULL &&
			  strstr(accept, "application/xml") != NULL &&
			  strstr(accept, "text/html") == NULL;
	r->ip = variable_text(r, "REMOTE_ADDR", 45);
	r->agent = variable_text(r, "HTTP_USER_AGENT", 200);
	r->reference = id != NULL && strlen(id) >= 16 && strlen(id) <= 36 &&
				       strspn(id, "0123456789abcdef-") ==
					       strlen(id) ?
			       arena_strndup(r->a, id, 16) :
			       crypto_random_hex(r->a, 8);
	log_context(NULL, r->reference);
}

/* --- route --- */

static bool digits_only(const char *s, size_t n)
{
	if (n == 0 || n > 18 || s[0] == '0')
		return false;
	for (size_t i = 0; i < n; i++)
		if (s[i] < '0' || s[i] > '9')
			return false;
	return true;
}

static bool code_only(const char *s, size_t n)
{
	if (n == 0 || n > 80)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!((s[i] >= '0' && s[i] <= '9') ||
		      (s[i] >= 'a' && s[i] <= 'z') ||
		      (s[i] >= 'A' && s[i] <= 'Z') || s[i] == '-'))
			return false;
	return true;
}

/* Does path fit the pattern?  Fills the places. */
static bool fits(struct req *r, const char *pattern, const char *path)
{
	struct app_private *x = r->x;

	x->n_places = 0;
	while (*pattern != '\0') {
		if (*pattern == '{') {
			const char *end = strchr(pattern, '}');
			size_t n = strcspn(path, "/");
			size_t name_n = (size_t)(end - pattern) - 1;
			bool is_code = name_n == 4 &&
				       memcmp(pattern + 1, "kode", 4) == 0;

			if (x->n_places == MAX_PLACES ||
			    !(is_code ? code_only(path, n) :
					digits_only(path, n)))
				return false;
			x->place_names[x->n_places] =
				arena_strndup(r->a, pattern + 1, name_n);
			x->place_values[x->n_places++] =
				arena_strndup(r->a, path, n);
			pattern = end + 1;
			path += n;
		} else if (*pattern++ != *path++) {
			return false;
		}
	}
	return *path == '\0';
}

/* Did it come by the server block that only this host reaches?  A client
   cannot say so: its headers begin with HTTP_. */
static bool from_this_host(struct req *r)
{
	const char *v = variable(r, "SIFILMA_SETEMPAT");

	return v != NULL && strcmp(v, "ya") == 0;
}

static enum err find_route(struct req *r)
{
	const struct program *p = r->x->program;
	enum method said = stream_override(r, r->method);
	bool other_method = false;

	for (size_t i = 0; i < p->n_routes; i++) {
		bool stream = (p->routes[i].guard & STREAM) != 0;

		if (!fits(r, p->routes[i].path, r->path) ||
		    (p->routes[i].guard & LOCAL && !from_this_host(r)))
			continue;
		if (p->routes[i].method == (stream ? said : r->method)) {
			r->route = &p->routes[i];
			r->method = r->route->method;
			r->x->wants_xml |= stream;
			return OK;
		}
		other_method = true;
	}
	return other_method ? ERR_METHOD : ERR_NOT_FOUND;
}

/* The methods of the routes that the path fits: for the header Allow. */
static const char *allowed(struct req *r)
{
	const struct program *p = r->x->program;
	struct buf b = { .a = r->a };
	unsigned seen = 0;

	for (size_t i = 0; i < p->n_routes; i++) {
		const struct route *t = &p->routes[i];

		if (!fits(r, t->path, r->path) || seen & t->method ||
		    (t->guard & LOCAL && !from_this_host(r)))
			continue;
		buf_printf(&b, "%s%s%s", seen == 0 ? "" : ", ",
			   method_name(t->method),
			   t->method == M_GET ? ", HEAD" : "");
		seen |= t->method;
	}
	return b.p;
}

int64_t req_id(struct req *r, const char *name)
{
	for (size_t i = 0; i < r->x->n_places; i++)
		if (strcmp(r->x->place_names[i], name) == 0)
			return strtoll(r->x->place_values[i], NULL, 10);
	return 0;
}

const char *req_code(struct req *r, const char *name)
{
	for (size_t i = 0; i < r->x->n_places; i++)
		if (strcmp(r->x->place_names[i], name) == 0)
			return r->x->place_values[i];
	return "";
}

const char *req_target(struct req *r)
{
	return r->x->raw_target;
}

const char *req_server(struct req *r)
{
	const char *v = variable(r, "SERVER_SOFTWARE");

	return v == NULL ? "" : arena_strdup(r->a, v);
}

const char *req_header_in(struct req *r, const char *name)
{
	char *key = arena_printf(r->a, "HTTP_%s", name);

	for (char *p = key; *p != '\0'; p++) {
		if (*p == '-')
			*p = '_';
		else if (*p >= 'a' && *p <= 'z')
			*p = (char)(*p - 'a' + 'A');
	}
	return variable(r, key);
}

/* --- did the form come from us? --- */

static bool from_our_pages(struct req *r)
{
	const char *site = variable(r, "HTTP_SEC_FETCH_SITE");
	const char *origin = variable(r, "HTTP_ORIGIN");
	const char *host = variable(r, "HTTP_HOST");
	const char *origin_host;

	if (site != NULL && strcmp(site, "same-origin") != 0 &&
	    strcmp(site, "none") != 0)
		return false;
	if (origin == NULL)
		return true;
	origin_host = strstr(origin, "://");
	return origin_host != NULL && host != NULL &&
	       strcasecmp(origin_host + 3, host) == 0;
}

/* --- running the handler --- */

static void forget(struct req *r)
{
	response_reset(r);
	r->x->n_faults = 0;
	r->x->commit_anyway = false;
}

static enum err run_plain(struct req *r)
{
	enum err e = frame_new(r, r->route->view == NULL ? "" : r->route->view);

	return e == OK ? r->route->run(r) : e;
}

/* What the first sending of this form was answered. */
static enum err answer_again(struct req *r, const char *key)
{
	struct rows *rows;
	enum err e = db_one(r->db, &rows, &Q_ONCE_ANSWER, key, r->who.akun,
			    r->path);

	forget(r);
	if (e == ERR_NOT_FOUND || (e == OK && db_null(rows, 0)))
		return ERR_CONFLICT;
	if (e == OK) {
		req_redirect(r, db_text(rows, 1), "%s", db_text(rows, 0));
	}
	return e;
}

/* One try; ERR_RETRY when it should be repeated. */
static enum err try_once(struct req *r, const char *key)
{
	enum err e = db_begin(r->db);

	if (e != OK)
		return e;
	e = db_exec(r->db, &Q_ONCE_TAKE, key, r->who.akun, r->path,
		    clock_now(r->a, 0));
	if (e == ERR_CONFLICT) {
		db_rollback(r->db);
		return answer_again(r, key);
	}
	if (e == OK)
		e = run_plain(r);
	if (e == OK)
		e = db_exec(r->db, &Q_ONCE_DONE, r->x->location, r->x->flash,
			    key);
	if (e == OK || (r->x->commit_anyway && e != ERR_RETRY)) {
		enum err done = db_commit(r->db);

		if (done == OK)
			return e;
		/* The outcome of a lost COMMIT stands in the key's row. */
		if (done == ERR_BUSY && answer_again(r, key) == OK)
			return OK;
		return done == ERR_BUSY ? ERR_RETRY : done;
	}
	db_rollback(r->db);
	return e;
}

static enum err run_once(struct req *r)
{
	const char *key = form_value(r, "kunci");
	struct db_tries tries = { 0 };
	enum err e;

	if (key == NULL || strlen(key) != ONCE_KEY_HEX ||
	    strspn(key, "0123456789abcdef") != ONCE_KEY_HEX)
		return ERR_BAD_REQUEST;
	do {
		forget(r);
		e = try_once(r, key);
	} while (db_again(&tries, e));
	return e == ERR_RETRY ? ERR_BUSY : e;
}

/* --- everything before and after it --- */

static enum err check_access(struct req *r)
{
	if (r->route->who & r->who.role)
		return r->x->limited && !(r->route->guard & LIMITED) ?
			       ERR_FACTOR :
			       OK;
	return r->who.role == ROLE_TAMU ? ERR_LOGIN : ERR_FORBIDDEN;
}

/* A machine's: who it is and what it sent is for the handler to find out. */
static enum err handle_machine(struct req *r)
{
	enum err e = query_read(r);

	return e == OK ? r->route->run(r) : e;
}

static enum err handle(struct req *r)
{
	enum err e = check_access(r);
	bool stream = (r->route->guard & STREAM) != 0;
	bool come = e == ERR_LOGIN && r->method == M_POST && !stream;

	/* A form that comes just after the session ended is read all the
	   same, to be handed back after signing in. */
	if (e != OK && !come)
		return e;
	if (r->route->guard & SLOW && e == OK) {
		e = rate_count(r, r->x->program->name);
		if (e != OK)
			return e;
	}
	if (r->method == M_GET || stream) {
		e = query_read(r);
	} else {
		enum err read = body_read(r);

		if (read != OK)
			e = read;
	}
	/* Nor is a foreign page's form handed back after signing in. */
	if ((e == OK || e == ERR_LOGIN) && !from_our_pages(r) &&
	    (r->route->guard & (CSRF | ONCE)) != 0)
		return ERR_FORBIDDEN;
	if (e != OK)
		return e;
	if (r->route->guard & CSRF &&
	    !(stream ? stream_token_ok(r) :
		       crypto_equal_text(form_value(r, "csrf"), r->x->csrf)))
		return ERR_CSRF;
	return r->route->guard & ONCE ? run_once(r) : run_plain(r);
}

static bool keep_for_later(const char *name)
{
	return strcmp(name, "csrf") != 0 && strcmp(name, "kunci") != 0 &&
	       strncmp(name, "sandi", 5) != 0;
}

/*
 * The session ended while a form was filled in: the sign-in page carries all
 * that was typed (and uploads, for the one whose session it was), and program
 * login hands it back (page `lanjutkan`).
 */
static enum err page_sign_in(struct req *r)
{
	struct app_private *x = r->x;
	elem *e;
	enum err err = frame_new(r, "login");

	if (err != OK)
		return err;
	e = el_add(r->page, "lanjutan");
	el_attr(e, "jalur", r->path);
	for (size_t i = 0; i < x->n_values; i++) {
		if (!x->values[i].clean || !keep_for_later(x->values[i].name))
			continue;
		el_attr(el_add_text(e, "ruas", x->values[i].value), "nama",
			x->values[i].name);
	}
	for (size_t i = 0; i < x->n_files && x->expired_account != 0; i++) {
		struct sent_file *f = &x->files[i];
		struct upload u = { .kind = body_file_kind(r, f),
				    .name = f->name,
				    .bytes = store_bytes(f->file) };

		if (u.kind == NULL || (r->route->guard & FLEETING) != 0 ||
		    store_keep(f->file, &u.sha256) != OK)
			continue;
		el_attr(el_add_text(e, "ruas",
				    form_keep_token(r, x->expired_account,
						    &u)),
			"nama", arena_printf(r->a, "%s-tersimpan", f->field));
	}
	x->view = "login";
	return OK;
}

static enum err page_error(struct req *r, enum err why)
{
	enum err e = frame_new(r, "galat");
	elem *k;

	if (e != OK)
		return e;
	k = el_add(r->page, "kesalahan");
	el_int(k, "status", err_status(why));
	el_attr(k, "kode", err_code(why));
	r->x->view = "galat";
	return OK;
}

/* The same form again, with what was typed and what is wrong. */
static enum err page_again(struct req *r, enum err why)
{
	enum err e = frame_new(r, r->route->view);

	if (e != OK)
		return e;
	if (why != ERR_INPUT && !form_failed(r))
		form_error(r, "", err_code(why));
	e = r->route->show(r);
	if (e == OK && r->x->location != NULL)
		e = why; /* nothing to show it on */
	if (e == OK)
		form_show(r);
	return e;
}

static bool can_show_again(struct req *r, enum err why)
{
	return r->route != NULL && r->route->show != NULL &&
	       (why == ERR_INPUT ||
		(r->method == M_POST &&
		 (why == ERR_CONFLICT || why == ERR_CSRF)));
}

/* Turn an error into a page (or a redirect to the sign-in). */
static enum err explain(struct req *r, enum err why)
{
	enum err e = ERR_INTERNAL;
	bool again = can_show_again(r, why);

	if (api_is(r)) {
		api_explain(r, why);
		return OK;
	}
	response_reset(r);
	r->x->status = err_status(why);
	if (why == ERR_LOGIN && r->method == M_GET && !r->x->wants_xml) {
		req_redirect(r, NULL, "/login?lanjut=%s",
			     text_url(r->a, r->x->raw_target));
		return OK;
	}
	if (why == ERR_LOGIN && r->method == M_POST && r->route != NULL &&
	    !(r->route->guard & STREAM))
		return page_sign_in(r);
	if (why == ERR_FACTOR && r->method == M_GET && !r->x->wants_xml) {
		req_redirect(r, NULL, "/akun/faktor");
		return OK;
	}
	if (again && (why != ERR_CSRF || r->who.role == ROLE_TAMU ||
		      r->session != 0)) {
		r->x->view = r->route->view;
		e = page_again(r, why);
	}
	if (e != OK) {
		response_reset(r);
		r->x->status = err_status(why);
		e = page_error(r, why);
	}
	return e;
}

static enum err render(struct req *r)
{
	struct app_private *x = r->x;
	const char *view = x->view != NULL ? x->view : r->route->view;
	struct buf html = { .a = r->a };
	enum err e = OK;

	if (x->location != NULL || x->have_bytes || x->stored != NULL)
		return OK;
	if (x->status != 200) {
		char text[8];

		snprintf(text, sizeof(text), "%d", x->status);
		el_attr(r->page, "status", text);
	}
	if (x->wants_xml || view == NULL) {
		x->bytes = view_xml(r->view);
		x->type = "application/xml; charset=utf-8";
		e = x->bytes.p == NULL ? ERR_BUSY : OK;
	} else {
		frame_parts(r);
		e = xsl_html(r->view, view, &html);
		x->bytes = (struct blob){ (unsigned char *)html.p, html.n };
		x->type = "text/html; charset=utf-8";
	}
	x->have_bytes = e == OK;
	return e;
}

/* When not even the error page could be made. */
static void send_plain(const struct app_io *io, bool machine)
{
	static const char problem[] =
		"Status: 503 Service Unavailable\r\n"
		"Content-Type: application/problem+json\r\n"
		"Cache-Control: no-store\r\n"
		"Retry-After: 30\r\n\r\n"
		"{\"status\":503,\"kode\":\"sibuk\"}\n";
	static const char text[] =
		"Status: 503 Service Unavailable\r\n"
		"Content-Type: text/plain; charset=utf-8\r\n"
		"Cache-Control: no-store\r\n"
		"Retry-After: 30\r\n\r\n"
		"503\n";

	if (machine)
		io->write(io->ctx, problem, sizeof(problem) - 1, true);
	else
		io->write(io->ctx, text, sizeof(text) - 1, true);
}

static void note(struct req *r, int64_t start_us)
{
	int64_t us = clock_steady_us() - start_us;

	metrics_request(r->x->status, us);
	/* The pattern, not the path: a path may hold a secret code. */
	log_info("%s %s %d %lld ms akun=%lld",
		 method_name(r->method),
		 r->route == NULL ? "-" : r->route->path, r->x->status,
		 (long long)(us / 1000),
		 (long long)r->who.akun);
}

static void serve(struct req *r)
{
	int64_t start_us = clock_steady_us();
	enum err e, method;

	read_headers(r);
	method = read_method(r);
	r->who = (struct pelaku){ .role = ROLE_TAMU, .alamat_ip = r->ip };
	e = read_target(r);
	if (e == OK)
		e = find_route(r);
	if (method != OK && e != ERR_NOT_FOUND && e != ERR_BAD_REQUEST)
		e = ERR_METHOD;
	if (e == ERR_METHOD) {
		r->x->allow = allowed(r);
		r->route = NULL;
	}
	/* Known before any error page, so that it has its menu. */
	enum err loaded = api_is(r) ? OK : session_load(r);
	if (e == OK)
		e = loaded;
	if (e == OK)
		e = api_is(r) ? handle_machine(r) : handle(r);
	if (e != OK)
		e = explain(r, e);
	if (e == OK)
		e = render(r);
	if (e != OK && (explain(r, e) != OK || render(r) != OK)) {
		send_plain(r->x->io, api_is(r));
		r->x->status = err_status(ERR_BUSY);
	} else {
		response_send(r);
	}
	note(r, start_us);
}

void request_serve(struct arena *a, struct db *db, const struct program *p,
		   const struct app_io *io)
{
	struct req *r;
	jmp_buf full;

	if (setjmp(full) == 0) {
		arena_on_full(a, &full);
		r = arena_alloc(a, sizeof(*r));
		r->x = arena_alloc(a, sizeof(*r->x));
		r->a = a;
		r->db = db;
		r->x->program = p;
		r->x->io = io;
		r->x->status = 200;
		r->path = "/";
		db_use_arena(db, a);
		serve(r);
	} else {
		log_error("memory is out");
		send_plain(io, (p->routes[0].guard & API) != 0);
		metrics_request(err_status(ERR_BUSY), 0);
	}
	db_rollback(db);
	arena_on_full(a, NULL);
	arena_reset(a);
}
