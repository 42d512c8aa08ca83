/*
 * metrics.h - what every program has answered: how many requests with which
 * status, and how long they took (U-24).
 *
 * The processes of a program count in one page of memory that is mapped from
 * <hitung_dir>/<program>/hitung, with atomic additions: no lock, no write to
 * the database or to a disk (the folder is on a tmpfs).  Program status reads
 * the pages of all programs of this machine; nothing else does.  The counts
 * grow until the machine starts anew, as Prometheus expects of counters.
 */
#ifndef METRICS_H
#define METRICS_H

#include "arena.h"

#include <stdint.h>

#define METRICS_STATUS_MIN 100
#define METRICS_STATUS_MAX 599
#define METRICS_BUCKETS    13 /* and one for what took longer */

/* Upper ends of the buckets, in microseconds. */
extern const int64_t metrics_bucket_us[METRICS_BUCKETS];

struct metrics {
	char shape[8];     /* of this struct; another one is begun anew */
	char program[40];  /* its name */
	uint64_t since_ms; /* first start, ms since 1970 UTC */
	uint64_t status[METRICS_STATUS_MAX - METRICS_STATUS_MIN + 1];
	uint64_t bucket[METRICS_BUCKETS + 1]; /* not cumulative */
	uint64_t sum_us;                      /* of all requests */
};

/*
 * Once per program, before it forks its copies.  Without hitung_dir in the
 * configuration, or when the page cannot be made (logged), requests are
 * counted where nobody reads it: never a reason not to serve.
 */
void metrics_start(const char *program);

/* A request was answered: its HTTP status and how long it took. */
void metrics_request(int status, int64_t us);

/* Copies of the pages of all programs, by name; from a.  Returns how many. */
size_t metrics_read(struct arena *a, struct metrics **out);

/* All requests of a page; those with status from..to. */
uint64_t metrics_count(const struct metrics *m, int from, int to);

#endif
