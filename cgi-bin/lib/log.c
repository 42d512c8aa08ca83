/* log.c - see log.h.  A line is written with one write(), so that lines of
 * several processes do not mix. */
#include "log.h"
#include "clock.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char program_name[32] = "-";
static char reference_number[40] = "-";

void log_context(const char *program, const char *reference)
{
	if (program != NULL)
		snprintf(program_name, sizeof(program_name), "%s", program);
	if (reference != NULL)
		snprintf(reference_number, sizeof(reference_number), "%s",
			 reference);
}

static void line(const char *level, const char *fmt, va_list ap)
{
	char now[CLOCK_TEXT_BYTES];
	char text[1024];
	int n, m;

	clock_text(clock_now_ms(), now);
	n = snprintf(text, sizeof(text), "%s %s %s %s ", now, level,
		     program_name, reference_number);
	m = vsnprintf(text + n, sizeof(text) - (size_t)n - 1, fmt, ap);
	if (m < 0)
		m = 0;
	n += m;
	if ((size_t)n > sizeof(text) - 2)
		n = (int)sizeof(text) - 2;
	for (char *p = text; p < text + n; p++)
		if ((unsigned char)*p < 0x20)
			*p = ' ';
	text[n++] = '\n';
	if (write(STDERR_FILENO, text, (size_t)n) < 0)
		return; /* nowhere left to tell it */
}

void log_error(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	line("galat", fmt, ap);
	va_end(ap);
}

void log_info(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	line("info", fmt, ap);
	va_end(ap);
}
