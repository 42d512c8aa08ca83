/* multipart-header.c - see multipart-header.h. */
#include "multipart-header.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

static bool is_token(char c)
{
	return c > ' ' && c < 0x7f && strchr("()<>@,;:\\\"/[]?={}", c) == NULL;
}

static char *skip_space(char *p)
{
	while (*p == ' ' || *p == '\t')
		p++;
	return p;
}

/* bcharsnospace of RFC 2046, and space, which may not come last. */
static bool boundary_ok(const char *p, size_t n)
{
	static const char allowed[] = "0123456789abcdefghijklmnopqrstuvwxyz"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZ'()+_,-./:=? ";

	if (n == 0 || n > BOUNDARY_MAX || p[n - 1] == ' ')
		return false;
	for (size_t i = 0; i < n; i++)
		if (p[i] == '\0' || strchr(allowed, p[i]) == NULL)
			return false;
	return true;
}

enum err multipart_boundary(const char *content_type, char *boundary, size_t *n)
{
	static const char wanted[] = "multipart/form-data";
	const char *p = content_type;
	bool found = false;

	if (p == NULL || strncasecmp(p, wanted, sizeof(wanted) - 1) != 0)
		return ERR_TYPE;
	p += sizeof(wanted) - 1;
	p += strspn(p, " \t");
	if (*p != ';' && *p != '\0')
		return ERR_TYPE;
	while (*p == ';') {
		const char *name, *value;
		size_t name_n, value_n;

		p += 1 + strspn(p + 1, " \t");
		if (*p == '\0')
			break;
		name = p;
		while (is_token(*p))
			p++;
		name_n = (size_t)(p - name);
		if (name_n == 0 || *p != '=')
			return ERR_BAD_REQUEST;
		p++;
		if (*p == '"') {
			value = ++p;
			value_n = strcspn(p, "\"\\");
			p += value_n;
			if (*p++ != '"')
				return ERR_BAD_REQUEST;
		} else {
			value = p;
			value_n = strcspn(p, "; \t");
			p += value_n;
		}
		p += strspn(p, " \t");
		if (*p != ';' && *p != '\0')
			return ERR_BAD_REQUEST;
		if (name_n != 8 || strncasecmp(name, "boundary", 8) != 0)
			continue;
		if (found || !boundary_ok(value, value_n))
			return ERR_BAD_REQUEST;
		found = true;
		memcpy(boundary, value, value_n);
		*n = value_n;
	}
	return found ? OK : ERR_BAD_REQUEST;
}

/* The byte a browser hid as %22, %0D or %0A at p; '\0' when it is none. */
static char hidden(const char *p)
{
	if (strncmp(p, "%22", 3) == 0)
		return '"';
	if (strncasecmp(p, "%0D", 3) == 0)
		return '\r';
	if (strncasecmp(p, "%0A", 3) == 0)
		return '\n';
	return '\0';
}

/*
 * The quoted text that begins after its first quote at p, decoded in place.
 * Returns what follows the second quote, NULL when there is none.
 */
static char *unquote(char *p)
{
	char *w = p;

	while (*p != '\0' && *p != '"') {
		char c = hidden(p);

		if (c != '\0') {
			*w++ = c;
			p += 3;
		} else if (*p == '\\' && (p[1] == '"' || p[1] == '\\')) {
			*w++ = p[1];
			p += 2;
		} else {
			*w++ = *p++;
		}
	}
	if (*p == '\0')
		return NULL;
	*w = '\0';
	return p + 1;
}

static char *base_name(char *p)
{
	char *base = p;

	for (; *p != '\0'; p++)
		if (*p == '/' || *p == '\\')
			base = p + 1;
	return base;
}

/*
 * The value that begins at *p, decoded and NUL-terminated in place; *p goes
 * to what follows it, a ';' replaced by the NUL being told by *more.
 * NULL: malformed.
 */
static char *parameter_value(char **p, bool *more)
{
	char *value = *p;
	char *end;
	char *rest;

	if (*value == '"') {
		value++;
		rest = unquote(value);
		if (rest == NULL)
			return NULL;
		end = NULL; /* unquote() has ended it */
	} else {
		end = value;
		while (is_token(*end))
			end++;
		rest = end;
	}
	rest = skip_space(rest);
	if (*rest != ';' && *rest != '\0')
		return NULL;
	*more = *rest == ';';
	*p = *more ? rest + 1 : rest;
	if (end != NULL)
		*end = '\0';
	return value;
}

/* The parameters of Content-Disposition, from behind the first ';'. */
static enum err parameters(char *p, struct part_header *out)
{
	bool more = true;

	while (more) {
		char *name, *value;
		size_t name_n;

		p = skip_space(p);
		if (*p == '\0')
			break;
		name = p;
		while (is_token(*p))
			p++;
		name_n = (size_t)(p - name);
		if (name_n == 0 || *p != '=')
			return ERR_BAD_REQUEST;
		p++;
		value = parameter_value(&p, &more);
		if (value == NULL)
			return ERR_BAD_REQUEST;
		if (name_n == 4 && strncasecmp(name, "name", 4) == 0) {
			if (out->name != NULL)
				return ERR_BAD_REQUEST;
			out->name = value;
		} else if (name_n == 8 &&
			   strncasecmp(name, "filename", 8) == 0) {
			if (out->filename != NULL)
				return ERR_BAD_REQUEST;
			out->filename = base_name(value);
		}
	}
	return OK;
}

/* A Content-Disposition's value. */
static enum err disposition(char *p, struct part_header *out)
{
	if (out->name != NULL || strncasecmp(p, "form-data", 9) != 0)
		return ERR_BAD_REQUEST;
	p = skip_space(p + 9);
	if (*p != ';')
		return ERR_BAD_REQUEST;
	if (parameters(p + 1, out) != OK || out->name == NULL)
		return ERR_BAD_REQUEST;
	return OK;
}

/* RFC 7578, 4.7: deprecated; what was really encoded is not for us. */
static bool identity(const char *encoding)
{
	return strcasecmp(encoding, "7bit") == 0 ||
	       strcasecmp(encoding, "8bit") == 0 ||
	       strcasecmp(encoding, "binary") == 0;
}

/* One line without its CRLF. */
static enum err header_line(char *line, struct part_header *out)
{
	char *colon = line;
	char *value;
	size_t n;

	while (is_token(*colon))
		colon++;
	if (colon == line || *colon != ':')
		return ERR_BAD_REQUEST;
	*colon = '\0';
	value = skip_space(colon + 1);
	for (n = strlen(value);
	     n > 0 && (value[n - 1] == ' ' || value[n - 1] == '\t'); n--)
		value[n - 1] = '\0';
	if (strcasecmp(line, "content-disposition") == 0)
		return disposition(value, out);
	if (strcasecmp(line, "content-type") == 0)
		out->type = value;
	else if (strcasecmp(line, "content-transfer-encoding") == 0 &&
		 !identity(value))
		return ERR_BAD_REQUEST;
	return OK;
}

enum err multipart_header(char *p, size_t n, struct part_header *out)
{
	char *end = p + n;

	memset(out, 0, sizeof(*out));
	out->type = "";
	while (end - p > 2) {
		char *eol = memmem(p, (size_t)(end - p), "\r\n", 2);
		enum err e;

		/* No CR, LF or other control inside a line. */
		for (char *c = p; c < eol; c++)
			if (((unsigned char)*c < ' ' && *c != '\t') ||
			    *c == 0x7f)
				return ERR_BAD_REQUEST;
		*eol = '\0';
		e = header_line(p, out);
		if (e != OK)
			return e;
		p = eol + 2;
	}
	return out->name == NULL ? ERR_BAD_REQUEST : OK;
}
