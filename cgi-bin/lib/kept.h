/*
 * kept.h - what every page needs of the database and what hardly ever changes,
 * kept in the process for some seconds: one of these for each such thing.
 * Not for what decides: rights, states, totals.
 */
#ifndef KEPT_H
#define KEPT_H

#include "db.h"

/* What was read: n pieces, of a kind that the loader knows. */
struct kept_rows {
	const void *rows;
	size_t n;
};

struct kept {
	int64_t max_age_ms;
	/* Read it anew: *out, and all that it leads to, from a. */
	enum err (*load)(struct db *db, struct arena *a,
			 struct kept_rows *out);
	/* Of kept_get() alone: zero at first. */
	int64_t read_ms;
	struct arena *a;
	struct kept_rows rows;
};

/*
 * *out is good until kept_get() is called again with k: what is to last as
 * long as a request must be copied.  ERR_BUSY without memory, or what load
 * answered; then *out is what was kept before, or n is 0.
 */
enum err kept_get(struct kept *k, struct db *db,
		  const struct kept_rows **out);

#endif
