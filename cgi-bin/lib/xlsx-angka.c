/* xlsx-angka.c - see xlsx-angka.h. */
#include "xlsx-angka.h"
#include "text.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS "0123456789"

/* What kind of number text v is. */
static enum { NOT, INTEGER, OTHER } number_kind(const char *v)
{
	size_t whole, fraction = 0;
	bool point;

	if (*v == '-' || *v == '+')
		v++;
	whole = strspn(v, DIGITS);
	v += whole;
	point = *v == '.';
	if (point) {
		fraction = strspn(++v, DIGITS);
		v += fraction;
	}
	if (whole + fraction == 0)
		return NOT;
	if (*v == '\0')
		return point ? OTHER : INTEGER;
	if (*v != 'e' && *v != 'E')
		return NOT;
	v++;
	if (*v == '-' || *v == '+')
		v++;
	whole = strspn(v, DIGITS);
	return whole > 0 && v[whole] == '\0' ? OTHER : NOT;
}

static bool to_double(const char *v, double *out)
{
	*out = number_kind(v) == NOT ? NAN : strtod(v, NULL);
	return isfinite(*out);
}

bool xlsx_angka(const char *v, char out[XLSX_ANGKA_BYTES])
{
	char text[40], digits[20];
	int exponent, precision, n = 0;
	const char *p;
	char *w = out;
	double d;

	if (number_kind(v) == INTEGER && *v != '+' && strlen(v) <= 40) {
		snprintf(out, XLSX_ANGKA_BYTES, "%s", v);
		return true;
	}
	if (!to_double(v, &d))
		return false;
	/* 17 digits always read back; see how many fewer do. */
	for (precision = 15; precision <= 17; precision++) {
		snprintf(text, sizeof(text), "%.*e", precision - 1, d);
		if (strtod(text, NULL) == d)
			break;
	}
	p = text;
	if (*p == '-')
		*w++ = *p++;
	for (; *p != 'e'; p++)
		if (*p != '.')
			digits[n++] = *p;
	exponent = atoi(p + 1);
	while (n > 1 && digits[n - 1] == '0')
		n--;
	if (exponent < -7 || exponent > 20) {
		*w++ = digits[0];
		if (n > 1) {
			*w++ = '.';
			memcpy(w, digits + 1, (size_t)n - 1);
			w += n - 1;
		}
		snprintf(w, 8, "e%d", exponent);
		return true;
	}
	if (exponent < 0) {
		*w++ = '0';
		*w++ = '.';
		for (int i = -1; i > exponent; i--)
			*w++ = '0';
	}
	for (int i = 0; i < n || i <= exponent; i++) {
		if (exponent >= 0 && i == exponent + 1)
			*w++ = '.';
		*w++ = i < n ? digits[i] : '0';
	}
	*w = '\0';
	return true;
}

/* Days since 1970-01-01 to a date (proleptic Gregorian calendar). */
static void civil(int64_t days, int *year, int *month, int *day)
{
	/* Years begin in March, so the leap day is a year's last. */
	int64_t shifted = days + 719468;
	int64_t era = shifted / 146097;
	int64_t of_era = shifted % 146097;
	int64_t years =
	    (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * years + years / 4 - years / 100);
	int64_t m = (5 * of_year + 2) / 153;

	*day = (int)(of_year - (153 * m + 2) / 5 + 1);
	*month = (int)(m < 10 ? m + 3 : m - 9);
	*year = (int)(years + era * 400 + (*month <= 2));
}

bool xlsx_tanggal(const char *v, bool sejak_1904, char out[XLSX_ANGKA_BYTES])
{
	int64_t seconds, days, rest;
	int year, month, day;
	char date[32] = "";
	double serial;

	if (!to_double(v, &serial) || serial < 0 || serial > 2958466)
		return false;
	seconds = llround(serial * 86400);
	days = seconds / 86400;
	rest = seconds % 86400;
	if (serial >= 1 || (sejak_1904 && rest == 0)) {
		if (sejak_1904)
			days -= 24107;
		else if (days == 60)
			return false;
		else
			days -= days < 60 ? 25568 : 25569;
		civil(days, &year, &month, &day);
		if (year > 9999)
			return false;
		snprintf(date, sizeof(date), "%04d-%02d-%02d", year, month,
			 day);
		if (rest == 0) {
			snprintf(out, XLSX_ANGKA_BYTES, "%s", date);
			return true;
		}
	}
	snprintf(out, XLSX_ANGKA_BYTES, "%s%s%02d:%02d:%02d", date,
		 *date == '\0' ? "" : " ", (int)(rest / 3600),
		 (int)(rest / 60 % 60), (int)(rest % 60));
	return true;
}

bool xlsx_format_tanggal(unsigned id)
{
	return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id == 45 ||
	       id == 47 || (id >= 50 && id <= 58);
}

bool xlsx_kode_tanggal(const char *kode)
{
	const char *p = kode;

	while (*p != '\0' && *p != ';') {
		if (*p == '"' || *p == '[') {
			char stop = *p == '"' ? '"' : ']';

			/* [h], [mm], [s]: elapsed time, a number. */
			if (*p == '[' && strchr("hHmMsS", p[1]) != NULL &&
			    p[1] != '\0' &&
			    p[1 + strspn(p + 1, "hHmMsS")] == ']')
				return false;
			p = strchr(p + 1, stop);
			if (p == NULL)
				return false;
		} else if (*p == '\\' || *p == '_' || *p == '*') {
			/* the next character is text, width or filler */
			if (p[1] != '\0')
				p++;
		} else if (strchr("dDmMyYhHsS", *p) != NULL) {
			return true;
		}
		p++;
	}
	return false;
}

/* The code of "_xHHHH_" at p, or -1. */
static int escaped(const char *p, size_t n)
{
	int code = 0;

	if (n < 7 || p[0] != '_' || p[1] != 'x' || p[6] != '_')
		return -1;
	for (int i = 2; i < 6; i++) {
		int digit = text_hex_digit(p[i]);

		if (digit < 0)
			return -1;
		code = code << 4 | digit;
	}
	if ((code < 0x20 && code != '\t' && code != '\n' && code != '\r') ||
	    code == 0x7f || (code >= 0xd800 && code <= 0xdfff) ||
	    code >= 0xfffe)
		return -1;
	return code;
}

size_t xlsx_xstring(char *p, size_t n)
{
	const char *r = p;
	const char *end = p + n;
	char *w = p;

	while (r < end) {
		int code = *r == '_' ? escaped(r, (size_t)(end - r)) : -1;

		if (code < 0) {
			*w++ = *r++;
			continue;
		}
		r += 7;
		if (code < 0x80) {
			*w++ = (char)code;
		} else if (code < 0x800) {
			*w++ = (char)(0xc0 | code >> 6);
			*w++ = (char)(0x80 | (code & 0x3f));
		} else {
			*w++ = (char)(0xe0 | code >> 12);
			*w++ = (char)(0x80 | (code >> 6 & 0x3f));
			*w++ = (char)(0x80 | (code & 0x3f));
		}
	}
	return (size_t)(w - p);
}
