/* clock.c - see clock.h. */
#include "clock.h"
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int64_t shift_ms;

static const char shape[] = "0000-00-00 00:00:00.000";

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

int64_t clock_steady_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000LL + t.tv_nsec / 1000;
}

/* The last n digits of value. */
static void digits(char *out, int n, int value)
{
	unsigned v = value < 0 ? 0 : (unsigned)value;

	for (; n > 0; n--, v /= 10)
		out[n - 1] = (char)('0' + v % 10);
}

void clock_text(int64_t ms, char out[CLOCK_TEXT_BYTES])
{
	time_t s = (time_t)(ms / 1000);
	struct tm tm;

	gmtime_r(&s, &tm);
	memcpy(out, shape, sizeof(shape));
	/* Not by printf: a list writes one for each row. */
	digits(out, 4, tm.tm_year + 1900);
	digits(out + 5, 2, tm.tm_mon + 1);
	digits(out + 8, 2, tm.tm_mday);
	digits(out + 11, 2, tm.tm_hour);
	digits(out + 14, 2, tm.tm_min);
	digits(out + 17, 2, tm.tm_sec);
	digits(out + 20, 3, (int)(ms % 1000));
}

const char *clock_now(struct arena *a, int64_t add_ms)
{
	char *text = arena_alloc(a, CLOCK_TEXT_BYTES);

	clock_text(clock_now_ms() + add_ms, text);
	return text;
}

/* The n digits at p as a number; -1 when one is none. */
static int number(const char *p, int n)
{
	int v = 0;

	for (; n > 0; n--, p++) {
		if (*p < '0' || *p > '9')
			return -1;
		v = 10 * v + (*p - '0');
	}
	return v;
}

/* The form the database gives, which needs no sscanf(). */
static bool plain(const char *text, struct tm *tm, int *ms)
{
	if (strnlen(text, sizeof(shape)) != sizeof(shape) - 1 ||
	    text[4] != '-' || text[7] != '-' || text[10] != ' ' ||
	    text[13] != ':' || text[16] != ':' || text[19] != '.')
		return false;
	tm->tm_year = number(text, 4);
	tm->tm_mon = number(text + 5, 2);
	tm->tm_mday = number(text + 8, 2);
	tm->tm_hour = number(text + 11, 2);
	tm->tm_min = number(text + 14, 2);
	tm->tm_sec = number(text + 17, 2);
	*ms = number(text + 20, 3);
	return tm->tm_year >= 0 && tm->tm_mon >= 0 && tm->tm_mday >= 0 &&
	       tm->tm_hour >= 0 && tm->tm_min >= 0 && tm->tm_sec >= 0 &&
	       *ms >= 0;
}

int64_t clock_parse(const char *text)
{
	struct tm tm = { 0 };
	int ms = 0;
	int n = 7;

	if (!plain(text, &tm, &ms)) {
		tm = (struct tm){ 0 };
		ms = 0;
		n = sscanf(text, "%4d-%2d-%2d%*1[ T]%2d:%2d:%2d.%3d",
			   &tm.tm_year, &tm.tm_mon, &tm.tm_mday, &tm.tm_hour,
			   &tm.tm_min, &tm.tm_sec, &ms);
	}
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
