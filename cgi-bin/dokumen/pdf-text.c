/* pdf-text.c - text strings and dates of PDF files (ISO 32000-1, 7.9); see
   pdf.h.  Reads foreign bytes: every step is bounded by the value. */
#include "pdf.h"
#include "../lib/text.h"

#include <string.h>

static bool is_space(unsigned char c)
{
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' ||
	       c == ' ';
}

static bool is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

/* Append code point c as UTF-8 when it fits; false when out is full. */
static bool put_utf8(char *out, size_t size, size_t *n, uint32_t c)
{
	unsigned char b[4];
	size_t len;

	if (c < 0x80) {
		b[0] = (unsigned char)c;
		len = 1;
	} else if (c < 0x800) {
		b[0] = (unsigned char)(0xC0 | c >> 6);
		b[1] = (unsigned char)(0x80 | (c & 0x3F));
		len = 2;
	} else if (c < 0x10000) {
		b[0] = (unsigned char)(0xE0 | c >> 12);
		b[1] = (unsigned char)(0x80 | (c >> 6 & 0x3F));
		b[2] = (unsigned char)(0x80 | (c & 0x3F));
		len = 3;
	} else {
		b[0] = (unsigned char)(0xF0 | c >> 18);
		b[1] = (unsigned char)(0x80 | (c >> 12 & 0x3F));
		b[2] = (unsigned char)(0x80 | (c >> 6 & 0x3F));
		b[3] = (unsigned char)(0x80 | (c & 0x3F));
		len = 4;
	}
	if (*n + len >= size)
		return false;
	memcpy(out + *n, b, len);
	*n += len;
	return true;
}

/* Next byte of the string value (either form); -1 at its end. */
static int string_byte(struct blob s, size_t *i)
{
	int high, low, c, k;

	if (s.p[0] == '<') {
		while (*i < s.n && is_space(s.p[*i]))
			(*i)++;
		high = *i < s.n ? text_hex_digit((char)s.p[*i]) : -1;
		if (high < 0)
			return -1;
		(*i)++;
		low = *i < s.n ? text_hex_digit((char)s.p[*i]) : -1;
		if (low >= 0)
			(*i)++;
		return high * 16 + (low < 0 ? 0 : low);
	}
	if (*i + 1 >= s.n)
		return -1;
	c = s.p[(*i)++];
	if (c != '\\' || *i + 1 >= s.n)
		return c;
	c = s.p[(*i)++];
	switch (c) {
	case 'n':
		return '\n';
	case 'r':
		return '\r';
	case 't':
		return '\t';
	default:
		break;
	}
	if (c < '0' || c > '7')
		return c;
	c -= '0';
	for (k = 0; k < 2 && s.p[*i] >= '0' && s.p[*i] <= '7'; k++)
		c = c * 8 + (s.p[(*i)++] - '0');
	return c & 0xFF;
}

bool pdf_text(struct blob value, char *out, size_t size)
{
	size_t i = 1, n = 0;
	int c, low;

	out[0] = '\0';
	if (value.n < 2 || (value.p[0] != '(' && value.p[0] != '<') ||
	    (value.p[0] == '<' && value.p[1] == '<'))
		return false;
	c = string_byte(value, &i);
	if (c == 0xFE) {
		uint32_t lead = 0;

		string_byte(value, &i); /* 0xFF of the byte order mark */
		while ((c = string_byte(value, &i)) >= 0 &&
		       (low = string_byte(value, &i)) >= 0) {
			uint32_t u = (uint32_t)c << 8 | (uint32_t)low;

			if (u >= 0xD800 && u < 0xDC00) {
				lead = u;
				continue;
			}
			if (u >= 0xDC00 && u < 0xE000) {
				if (lead == 0)
					continue;
				u = 0x10000 + ((lead - 0xD800) << 10) +
				    (u - 0xDC00);
			}
			lead = 0;
			if (u < 0x20)
				u = ' ';
			if (!put_utf8(out, size, &n, u))
				break;
		}
	} else {
		/* PDFDocEncoding, of which we write only the ASCII part. */
		for (; c >= 0; c = string_byte(value, &i))
			if (!put_utf8(out, size, &n,
				      c < 0x20 ? ' ' : (uint32_t)c))
				break;
	}
	out[n] = '\0';
	return true;
}

bool pdf_date(struct blob value, time_t *when)
{
	static const int digits[] = { 4, 2, 2, 2, 2, 2 };
	static const int least[] = { 1970, 1, 1, 0, 0, 0 };
	static const int most[] = { 9999, 12, 31, 23, 59, 59 };
	int field[6], i, k, hours, minutes;
	struct tm tm = { 0 };
	char s[32] = "";
	const char *p = s;
	long shift = 0;

	if (!pdf_text(value, s, sizeof(s)))
		return false;
	if (strncmp(p, "D:", 2) == 0)
		p += 2;
	for (i = 0; i < 6; i++) {
		field[i] = 0;
		for (k = 0; k < digits[i]; k++, p++) {
			if (!is_digit((unsigned char)*p))
				return false;
			field[i] = field[i] * 10 + (*p - '0');
		}
		if (field[i] < least[i] || field[i] > most[i])
			return false;
	}
	if (*p == '+' || *p == '-') {
		for (i = 1; i < 6; i++)
			if (i != 3 && !is_digit((unsigned char)p[i]))
				return false;
		hours = (p[1] - '0') * 10 + (p[2] - '0');
		minutes = (p[4] - '0') * 10 + (p[5] - '0');
		shift = (hours * 60L + minutes) * 60L;
		if (*p == '-')
			shift = -shift;
	}
	tm.tm_year = field[0] - 1900;
	tm.tm_mon = field[1] - 1;
	tm.tm_mday = field[2];
	tm.tm_hour = field[3];
	tm.tm_min = field[4];
	tm.tm_sec = field[5];
	*when = timegm(&tm) - shift;
	return true;
}

void pdf_add_text(struct buf *b, const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	while (*p != 0 && *p < 0x7F)
		p++;
	if (*p == 0) {
		buf_char(b, '(');
		for (; *s != '\0'; s++) {
			if (strchr("()\\", *s) != NULL)
				buf_char(b, '\\');
			buf_char(b, (unsigned char)*s < 0x20 ? ' ' : *s);
		}
		buf_char(b, ')');
		return;
	}
	buf_text(b, "<FEFF");
	for (p = (const unsigned char *)s; *p != 0;) {
		uint32_t c = *p++;
		int more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : c >= 0xC0 ? 1 : 0;

		c &= more == 3 ? 0x07 :
		     more == 2 ? 0x0F :
		     more == 1 ? 0x1F :
				 0x7F;
		for (; more > 0 && (*p & 0xC0) == 0x80; more--)
			c = c << 6 | (*p++ & 0x3F);
		if (c >= 0x10000) {
			c -= 0x10000;
			buf_printf(b, "%04X%04X", 0xD800 + (c >> 10),
				   0xDC00 + (c & 0x3FF));
		} else {
			buf_printf(b, "%04X", c);
		}
	}
	buf_char(b, '>');
}

void pdf_add_date(struct buf *b, time_t t)
{
	struct tm tm;
	char s[32] = "";

	gmtime_r(&t, &tm);
	strftime(s, sizeof(s), "(D:%Y%m%d%H%M%SZ)", &tm);
	buf_text(b, s);
}
