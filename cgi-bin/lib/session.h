/*
 * session.h - who is signed in: the cookie and its row in `sesi`.
 *
 * The cookie is 256 random bits; only their SHA-256 is stored.  A session
 * ends after 30 idle minutes, 12 hours, sign-out, a new password, or when the
 * account is no longer active.  One of somebody who must have a second factor
 * and has none is limited: only routes marked LIMITED answer it, until
 * session_lift().  CSRF tokens are an HMAC of the cookie, so
 * they need no storage; a visitor has a cookie of his own for them.
 */
#ifndef SESSION_H
#define SESSION_H

#include "app.h"

#define SESSION_IDLE_S (30 * 60)
#define SESSION_MAX_S (12 * 3600)

/*
 * Fill r->who and r->session from the cookie, and the CSRF token.  A request
 * without a living session is a visitor's.  OK, ERR_BUSY or ERR_INTERNAL.
 */
enum err session_load(struct req *r);

/* Start one for an account (after all that was asked was right); the old
   cookie's session, if any, ends.  Sets the cookie. */
enum err session_start(struct req *r, int64_t akun, bool limited);

/* True when only LIMITED routes answer the one of this request. */
bool session_limited(const struct req *r);

/* The second factor is there: no longer limited, under a new cookie, with the
   frame of the page made anew (so before anything is put into it).  May run
   again in a transaction that is repeated. */
enum err session_lift(struct req *r);

/* End the one of this request; the cookie is removed. */
enum err session_end(struct req *r);

/* End all sessions of an account but one (0: really all). */
enum err session_end_others(struct db *db, int64_t akun, int64_t but);

/* End those of an account that are limited: it has a second factor now, and
   who knows the password alone is not to set up another. */
enum err session_end_limited(struct db *db, int64_t akun);

/*
 * Count anew what is unread of the bell, for the frame of this page and of
 * those that follow (U-19).  It is done once a minute by itself; a page where
 * things are read does it, too.  Errors of db_query().
 */
enum err session_unread(struct req *r);

/* Token for the forms of this page; makes a visitor's cookie if needed. */
const char *session_csrf(struct req *r);

/* Seconds until this session ends when nothing more is asked. */
int64_t session_seconds_left(struct req *r);

/* For whom an expired session's cookie was: account id, else 0.  Files that
   come with a form whose session has just expired are kept for him. */
int64_t session_expired_account(struct req *r);

#endif
