/*
 * rate.h - how often one address may ask for a public page that costs or
 * could be used to guess (U-16): `batas_pelan` times a minute (default 30),
 * counted in table `laju`, so that all processes and machines that share a
 * database server count together.  The table is in memory: what is counted
 * need not outlive the server, and nobody waits for its disk.
 */
#ifndef RATE_H
#define RATE_H

#include "app.h"

/* Count this request.  OK, ERR_RATE over the limit, or a database error. */
enum err rate_count(struct req *r, const char *what);

#endif
