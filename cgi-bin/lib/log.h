/*
 * log.h - one line per event on standard error, which the supervisor keeps.
 *
 * What a person typed is never logged: no NIK, no query string, no field.
 */
#ifndef LOG_H
#define LOG_H

/* Name of the program and reference number of the request, in every line
   that follows.  NULL leaves the one as it is. */
void log_context(const char *program, const char *reference);

void log_error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void log_info(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

#endif
