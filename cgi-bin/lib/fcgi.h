/*
 * fcgi.h - the web server's side of a request that comes by FastCGI; fd 0 is
 * the listening socket.  What a request is made of is read by libfcgi.
 */
#ifndef FCGI_H
#define FCGI_H

#include "app-private.h"

struct fcgi;

/* Was the program started as plain CGI: no listening socket at fd 0? */
bool fcgi_is_cgi(void);

/* One for the life of the process; NULL: no memory, or no socket at fd 0. */
struct fcgi *fcgi_new(void);
void fcgi_free(struct fcgi *f);

/* Wait for a request; *io serves until fcgi_end().  False when the process
   was told to end, or the socket broke. */
bool fcgi_accept(struct fcgi *f, struct app_io *io);

/* The request is done: what was not sent of its end is, and the web server is
   let go. */
void fcgi_end(struct fcgi *f);

#endif
