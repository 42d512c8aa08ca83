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

/*
 * What is counted as one customer: an IPv4 address as it is,
 * also when it is written as IPv6 ("::ffff:192.0.2.7"); of IPv6 the network of
 * 64 bits, which one customer has whole: its first 16 hex digits and "/64".
 * NULL gives "", and what is no address its first 60 bytes.  Arena text.
 */
const char *rate_address(struct arena *a, const char *ip);

/* Count this request.  OK, ERR_RATE over the limit, or a database error. */
enum err rate_count(struct req *r, const char *what);

/* How much of a minute's limit is left. */
struct rate {
	int64_t limit;
	int64_t left;
	int64_t reset_s; /* until the minute ends, 1 … 60 */
};

/*
 * Count one of another key (at most 100 characters, e.g. "token:7") against a
 * limit a minute.  OK, ERR_RATE over it (*out is told then, too), or a
 * database error.
 */
enum err rate_count_key(struct db *db, const char *key, int64_t limit,
			struct rate *out);

#endif
