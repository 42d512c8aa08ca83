/*
 * clock.h - the time of day, in one place, so that tests can move it.
 *
 * Times are stored in UTC as "YYYY-MM-DD hh:mm:ss.mmm" (DATETIME(3)) and
 * shown in the office's zone (WIB, WITA or WIT).
 */
#ifndef CLOCK_H
#define CLOCK_H

#include "arena.h"

#include <stdint.h>

#define CLOCK_TEXT_BYTES 32
#define CLOCK_DAY_MS	 (24 * 3600 * INT64_C(1000))

/*
 * Milliseconds since 1970-01-01 UTC, plus `jam_geser_detik` of the
 * configuration when mode is pengembangan.
 */
int64_t clock_now_ms(void);

/* Microseconds of a clock that nobody sets, since the machine began: for how
   long something took. */
int64_t clock_steady_us(void);

/* Move the clock of this process by so much: for tests and for the loader of
   demo data, which lives through a year in seconds. */
void clock_shift(int64_t ms);

/* "2026-11-22 05:45:16.123" of a UTC time into out. */
void clock_text(int64_t ms, char out[CLOCK_TEXT_BYTES]);

/* clock_text() of now plus add_ms; from a.  What statements are given. */
const char *clock_now(struct arena *a, int64_t add_ms);

/* The UTC text as milliseconds; -1 when it is not one. */
int64_t clock_parse(const char *text);

/* Today's date in the office's zone, "2026-11-22"; from a. */
const char *clock_today(struct arena *a);

/* UTC text to the office's zone as "2026-11-22T12:45"; NULL for NULL. */
const char *clock_local(struct arena *a, const char *utc);

/* Hours east of UTC and name of the office's zone (`zona`). */
int clock_zone_hours(void);
const char *clock_zone_name(void);

#endif
