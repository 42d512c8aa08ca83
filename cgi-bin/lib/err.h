/*
 * err.h - every way a request can end, in one table.
 *
 * Handlers and model functions return enum err; lib/app turns it into a
 * status and a page.  The texts of the pages are in xslt/galat.xsl.
 */
#ifndef ERR_H
#define ERR_H

enum err {
	OK = 0,
	ERR_INPUT,	 /* 422: fields are wrong; see form_error() */
	ERR_BAD_REQUEST, /* 400: not HTTP as we understand it */
	ERR_LOGIN,	 /* 401: sign in first */
	ERR_FORBIDDEN,	 /* 403: this role may not */
	ERR_FACTOR,	 /* 403: set up a second factor first */
	ERR_CSRF,	 /* 403: the form did not come from us */
	ERR_NOT_FOUND,	 /* 404: no such thing, or not yours */
	ERR_METHOD,	 /* 405 */
	ERR_CONFLICT,	 /* 409: its state has changed meanwhile, or a
			    unique key is taken (db_duplicate_key()) */
	ERR_GONE,	 /* 410: a link that was used or has expired */
	ERR_PRECONDITION, /* 412: a version of the protocol we do not speak */
	ERR_TOO_LARGE,	 /* 413 */
	ERR_QUOTA,	 /* 413: more than this institution may store */
	ERR_TYPE,	 /* 415: not a kind of file or body we take */
	ERR_LOCKED,	 /* 423: somebody else is at it right now */
	ERR_RATE,	 /* 429: too many, too fast */
	ERR_CHECKSUM,	 /* 460 (tus 1.0): not the bytes that were sent */
	ERR_INTERNAL,	 /* 500: our mistake; the log says more */
	ERR_BUSY,	 /* 503: database away, memory out */
	ERR_DISK,	 /* 507: file store full */
	ERR_RETRY,	 /* deadlock or failed certification: run the
			    transaction again; never reaches a person */
	ERR_N
};

/* HTTP status of e, e.g. 404. */
int err_status(enum err e);

/* Key of the message in xslt/galat.xsl, e.g. "tidak-ada". */
const char *err_code(enum err e);

#endif
