/* clock.c - see clock.h. */
#include "clock.h"
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int64_t shift_ms;

void clock_shift(int64_t ms)
{
	shift_ms = ms;
}

int64_t clock_now_ms(void)
{
	struct timespec ts;
	int64_t ms;

	clock_gettime(CLOCK_REALTIME, &ts);
	ms = (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
	if (config_development())
		ms += 1000 * (int64_t)atoll(config_get("jam_geser_detik", "0"));
	return ms + shift_ms;
}

void clock_text(int64_t ms, char out[CLOCK_TEXT_BYTES])
{
	time_t s = (time_t)(ms / 1000);
	struct tm tm;

	gmtime_r(&s, &tm);
	snprintf(out, CLOCK_TEXT_BYTES, "%04d-%02d-%02d %02d:%02d:%02d.%03d",
		 (tm.tm_year + 1900) % 10000, (tm.tm_mon + 1) % 100,
		 tm.tm_mday % 100, tm.tm_hour % 100, tm.tm_min % 100,
		 tm.tm_sec % 100, (int)(ms % 1000));
}

const char *clock_now(struct arena *a, int64_t add_ms)
{
	char *text = arena_alloc(a, CLOCK_TEXT_BYTES);

	clock_text(clock_now_ms() + add_ms, text);
	return text;
}

int64_t clock_parse(const char *text)
{
	struct tm tm = { 0 };
	int ms = 0;
	int n = sscanf(text, "%4d-%2d-%2d%*1[ T]%2d:%2d:%2d.%3d", &tm.tm_year,
		       &tm.tm_mon, &tm.tm_mday, &tm.tm_hour, &tm.tm_min,
		       &tm.tm_sec, &ms);

	if (n < 3)
		return -1;
	tm.tm_year -= 1900;
	tm.tm_mon -= 1;
	return (int64_t)timegm(&tm) * 1000 + ms;
}

int clock_zone_hours(void)
{
	const char *zone = clock_zone_name();

	return strcmp(zone, "WIT") == 0 ? 9 : strcmp(zone, "WITA") == 0 ? 8 : 7;
}

const char *clock_zone_name(void)
{
	return config_get("zona", "WIB");
}

static const char *local_text(struct arena *a, int64_t ms, size_t length)
{
	char text[CLOCK_TEXT_BYTES];

	clock_text(ms + 3600000LL * clock_zone_hours(), text);
	text[10] = 'T';
	return arena_strndup(a, text, length);
}

const char *clock_today(struct arena *a)
{
	return local_text(a, clock_now_ms(), 10);
}

const char *clock_local(struct arena *a, const char *utc)
{
	int64_t ms = utc == NULL ? -1 : clock_parse(utc);

	return ms < 0 ? NULL : local_text(a, ms, 16);
}
