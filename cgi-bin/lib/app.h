/*
 * app.h - a program: its routes, and the loop that serves them.
 *
 * main() of every program is one call of app_main() with its route table.
 * The table is the truth: who may, CSRF, idempotency and body limits are
 * enforced from it here and nowhere else.
 *
 * A handler fills r->page and returns OK, or calls one of the req_send/
 * req_redirect functions and returns OK, or returns an error.  Nothing is
 * sent before it has returned, so an error page is always a whole page.
 */
#ifndef APP_H
#define APP_H

#include "arena.h"
#include "blob.h"
#include "db.h"
#include "err.h"
#include "form.h"
#include "role.h"
#include "view.h"

/* HEAD is asked of GET routes: their headers, without the body. */
enum method {
	M_GET = 1,
	M_POST = 2,
	M_PATCH = 4,
	M_DELETE = 8,
	M_OPTIONS = 16,
};

enum guard {
	/* The body is a form of ours: token and Origin are checked. */
	CSRF = 1 << 0,
	/*
	 * Acts once per key of the form (`kunci`): the handler runs in one
	 * transaction together with the key; a second sending gets the first
	 * one's answer.  The handler may be run again after a deadlock, so it
	 * changes nothing but the database and the file store.
	 */
	ONCE = 1 << 1,
	/* multipart/form-data with files is taken (at most 34 MiB). */
	FILES = 1 << 2,
	/* May be cached by a visitor's browser (public pages). */
	PUBLIC = 1 << 3,
	/* Rate-limited per address: see lib/rate.h (at most 30 a minute). */
	SLOW = 1 << 4,
	/* Its files hold secrets: not kept even while a person whose session
	   ended signs in again. */
	FLEETING = 1 << 5,
	/* For machines of this host: answered only through the server block
	   that listens on the loopback address alone (nginx/rakit), which says
	   so in SIFILMA_SETEMPAT; 404 for everybody else. */
	LOCAL = 1 << 6,
	/* Open also to a session that is good for setting up the second
	   factor only (session.h); no other route is. */
	LIMITED = 1 << 7,
	/*
	 * The handler reads the body itself by req_body(), whatever its type
	 * and length, which need not be announced; the web server hands it
	 * on as it comes.  For scripts and machines: with CSRF the token
	 * stands in the header X-CSRF-Token; who is not signed in is told so
	 * (401) instead of being led to a form; errors are XML; the method of
	 * a POST may stand in X-HTTP-Method-Override.  Not with ONCE.
	 */
	STREAM = 1 << 8,
	/* With FILES: a multipart body as large as the function of
	   app_admit() allows, which the web server hands on as it comes. */
	LARGE = 1 << 9,
	/* For machines: no session, no cookie, no CSRF; the body is read by
	   api_body() alone, errors are problem documents (lib/api.h).  Of a
	   program whose first route is one, paths it does not have, too. */
	API = 1 << 10,
};

typedef enum err (*handler)(struct req *r);

struct route {
	enum method method;
	const char *path; /* "/permintaan/{id}/ubah"; {id} a positive number,
			     {kode} letters, digits and - */
	unsigned who;	  /* set of ROLE_… */
	unsigned guard;	  /* set of enum guard */
	const char *view; /* stylesheet xslt/<view>.xsl, or NULL */
	handler run;
	/*
	 * Fills the page (the same view) when run returned ERR_INPUT, or for
	 * a POST ERR_CONFLICT; what was typed and what is wrong are added by
	 * lib/app.  NULL: the error page.
	 */
	handler show;
};

struct program {
	const char *name;
	const struct route *routes;
	size_t n_routes;
};

struct req {
	struct arena *a;
	struct db *db;
	const struct route *route;
	enum method method;
	const char *path;      /* decoded, without the query */
	const char *reference; /* shown on error pages, in every log line */
	const char *ip;
	const char *agent;     /* User-Agent, at most 200 characters */
	struct pelaku who;
	int64_t session;       /* its id; 0 for a visitor */
	struct view *view;
	elem *page; /* <halaman>, its frame already filled */

	struct app_private *x; /* lib/app's and lib/form's own */
};

/* Runs until told to stop.  Also answers --routes.  The exit status. */
int app_main(int argc, char **argv, const struct program *p);

/*
 * Call it before app_main() of a program with LARGE routes: fn says how many
 * bytes such a body may have, before it is read; length is what was
 * announced, -1 when nothing was.  What it returns but OK is the answer.  Not
 * asked for somebody whose session has ended: his body is at most as large
 * as that of other forms.
 */
void app_admit(enum err (*fn)(struct req *r, int64_t length, int64_t *max));

/*
 * Call it before app_main() of a program whose answers always have some header:
 * fn adds it (req_header_out()) to each, also to those made here: no such path,
 * not signed in.  r->route is NULL where none was found.
 */
void app_always(void (*fn)(struct req *r));

/* How many processes of this program serve, as far as it was told. */
int app_processes(void);

/* --- what a handler reads --- */

/* The number that stands for {id} (name without braces) in the path. */
int64_t req_id(struct req *r, const char *name);

/* The text that stands for {kode} (name without braces) in the path. */
const char *req_code(struct req *r, const char *name);

/* Path and query as sent, for links back; from the arena. */
const char *req_target(struct req *r);

/* A request header's value, e.g. "If-None-Match"; NULL when not sent. */
const char *req_header_in(struct req *r, const char *name);

/*
 * STREAM: wait for more of the body and put at most n bytes of it at p.  How
 * many; 0 when it is over or broken, which *end tells apart (NULL: no
 * matter), as far as that can be known.  A line on which nothing comes for
 * REQ_PATIENCE_S is broken.
 */
#define REQ_PATIENCE_S 15
size_t req_body(struct req *r, void *p, size_t n, bool *end);

/* Content-Type as sent; NULL: none. */
const char *req_type(struct req *r);

/* What was announced as the length of the body; -1: nothing, or no number. */
int64_t req_body_length(struct req *r);

/* Name and version of the web server, e.g. "nginx/1.22.1"; "" when it does
   not say. */
const char *req_server(struct req *r);

/* --- what a handler answers, instead of a page --- */

/*
 * 303 to a path of ours; flash (NULL: none) is the code of a message shown
 * once there (<pesan kode=/>).
 */
void req_redirect(struct req *r, const char *flash, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/*
 * A file of the store as an attachment (or shown in place when in_place and
 * the type is application/pdf): name is what the person saves it as.  Under
 * nginx it is sent by X-Accel-Redirect.
 */
void req_send_stored(struct req *r, const char *sha256, const char *type,
		     const char *name, bool in_place);

/* Bytes made here (CSV, PDF); must live in the arena.  name NULL: in place. */
void req_send_bytes(struct req *r, const char *type, struct blob bytes,
		    const char *name);

/* No body at all, with this status; headers by req_header_out(). */
void req_send_nothing(struct req *r, int status);

/* What is sent may be kept by this person's browser, and by nothing else, for
   so long without asking; without this it is kept by nobody. */
void req_keep(struct req *r, int seconds);

/* One more response header. */
void req_header_out(struct req *r, const char *name, const char *value);

/* Set a cookie with our attributes; max_age_s 0: for the browser's session,
   -1: remove it. */
void req_cookie_out(struct req *r, const char *name, const char *value,
		    long max_age_s);

/* Another stylesheet than the route's (a sign-in that goes on). */
void req_view(struct req *r, const char *view);

/* Another status for the page than 200. */
void req_status(struct req *r, int status);

/*
 * What the handler wrote to the database is kept although it returns an
 * error (failed sign-ins are counted so).  Routes without ONCE commit each
 * statement or db_transaction() anyway; this is for ONCE routes.
 */
void req_commit_anyway(struct req *r);

#endif
