/*
 * api.h - routes for machines (guard API): what they send, and problem
 * documents (RFC 9457) instead of error pages.  Who may ask, and how often, is
 * the program's own affair: such a route has no session and no cookie.
 */
#ifndef API_H
#define API_H

#include "app.h"
#include "json.h"
#include "urlencoded.h"

/* Largest body, as sent and unpacked. */
#define API_BODY_BYTES (2 * 1024 * 1024)

/* Pairs of a form. */
#define API_PAIRS 2000

struct api_body {
	/* application/json, application/x-www-form-urlencoded or
	   multipart/form-data */
	const char *type;
	struct blob bytes; /* unpacked */
	struct pair *pair; /* of the two forms */
	size_t n;
};

/*
 * Read the body, whole: once in a request, the same again afterwards.
 * Content-Encoding gzip is unpacked, as far as API_BODY_BYTES and, over the
 * first MiB, a hundred times what was sent.
 * ERR_TYPE: another type or encoding, or a form with a file in it.
 * ERR_TOO_LARGE.  ERR_BAD_REQUEST: broken off, no gzip, no such form.
 * Each has its problem set.
 */
enum err api_body(struct req *r, struct api_body *out);

/*
 * Answer e, which is not OK, with the problem of that code (xslt/masalah.xsl)
 * instead of the one that e has by itself.  Returns e, for `return api_…`.
 */
enum err api_problem(struct req *r, enum err e, const char *code);

/* For further members of the problem that is going to be answered. */
json *api_problem_more(struct req *r);

/* Answer 200, or what req_status() said, with this. */
void api_send(struct req *r, const json *j);

/* --- for lib/request --- */

/* Is the route one for machines; without a route, is the program? */
bool api_is(const struct req *r);

/* Make the problem document of why the answer.  Headers that the handler has
   set stay. */
void api_explain(struct req *r, enum err why);

#endif
