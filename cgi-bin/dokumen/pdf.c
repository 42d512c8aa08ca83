/* pdf.c - see pdf.h; strings and dates are in pdf-text.c.  Reads foreign
   bytes: every step is bounded by the file, the nesting and the chain of
   tables are bounded by constants. */
#include "pdf.h"

#include <string.h>

#define MAX_DEPTH  32
#define MAX_TABLES 32
#define TAIL_BYTES 1024

static bool is_space(unsigned char c)
{
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' ||
	       c == ' ';
}

static bool is_delimiter(unsigned char c)
{
	return c != 0 && strchr("()<>[]{}/%", c) != NULL;
}

static bool is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

static void skip_space(struct blob s, size_t *i)
{
	while (*i < s.n) {
		if (s.p[*i] == '%') {
			while (*i < s.n && s.p[*i] != '\n' && s.p[*i] != '\r')
				(*i)++;
		} else if (is_space(s.p[*i])) {
			(*i)++;
		} else {
			return;
		}
	}
}

static bool looking_at(struct blob s, size_t i, const char *word)
{
	size_t n = strlen(word);

	return i <= s.n && s.n - i >= n && memcmp(s.p + i, word, n) == 0;
}

static bool skip_number(struct blob s, size_t *i, uint64_t *number)
{
	uint64_t n = 0;
	size_t from = *i;

	while (*i < s.n && is_digit(s.p[*i])) {
		if (*i - from >= 15)
			return false;
		n = n * 10 + (s.p[*i] - '0');
		(*i)++;
	}
	*number = n;
	return *i > from;
}

/* Past a literal string that begins at *i with '('. */
static bool skip_literal(struct blob s, size_t *i)
{
	size_t depth = 0;

	for (; *i < s.n; (*i)++) {
		if (s.p[*i] == '\\') {
			(*i)++;
		} else if (s.p[*i] == '(') {
			depth++;
		} else if (s.p[*i] == ')' && --depth == 0) {
			(*i)++;
			return true;
		}
	}
	return false;
}

static bool skip_value(struct blob s, size_t *i, int depth);

/* Past an array or dictionary whose opening bracket was read. */
static bool skip_until(struct blob s, size_t *i, const char *close, int depth)
{
	for (;;) {
		skip_space(s, i);
		if (looking_at(s, *i, close)) {
			*i += strlen(close);
			return true;
		}
		if (!skip_value(s, i, depth + 1))
			return false;
	}
}

/* Past the value that begins at *i, be it a reference of three words. */
static bool skip_value(struct blob s, size_t *i, int depth)
{
	size_t from, j;
	uint64_t number;

	if (depth > MAX_DEPTH || *i >= s.n)
		return false;
	if (looking_at(s, *i, "<<")) {
		*i += 2;
		return skip_until(s, i, ">>", depth);
	}
	if (s.p[*i] == '[') {
		*i += 1;
		return skip_until(s, i, "]", depth);
	}
	if (s.p[*i] == '(')
		return skip_literal(s, i);
	if (s.p[*i] == '<') {
		const unsigned char *end;

		end = memchr(s.p + *i, '>', s.n - *i);
		if (end == NULL)
			return false;
		*i = (size_t)(end - s.p) + 1;
		return true;
	}
	from = *i;
	if (s.p[*i] == '/')
		(*i)++;
	else if (is_delimiter(s.p[*i]))
		return false;
	while (*i < s.n && !is_space(s.p[*i]) && !is_delimiter(s.p[*i]))
		(*i)++;
	/* "12 0 R" is one value, "12 0 13" are three. */
	if (is_digit(s.p[from])) {
		j = *i;
		skip_space(s, &j);
		if (skip_number(s, &j, &number)) {
			skip_space(s, &j);
			if (looking_at(s, j, "R") &&
			    (j + 1 == s.n || is_space(s.p[j + 1]) ||
			     is_delimiter(s.p[j + 1])))
				*i = j + 1;
		}
	}
	return true;
}

static struct blob cut(struct blob s, size_t from, size_t to)
{
	return (struct blob){ s.p + from, to - from };
}

bool pdf_get(struct blob dict, const char *key, struct blob *value)
{
	size_t i = 2, n = strlen(key);

	if (!looking_at(dict, 0, "<<"))
		return false;
	for (;;) {
		size_t name, from;
		bool found;

		skip_space(dict, &i);
		if (i >= dict.n || dict.p[i] != '/')
			return false;
		name = i + 1;
		if (!skip_value(dict, &i, 1))
			return false;
		found = i - name == n && memcmp(dict.p + name, key, n) == 0;
		skip_space(dict, &i);
		from = i;
		if (!skip_value(dict, &i, 1))
			return false;
		if (found) {
			*value = cut(dict, from, i);
			return true;
		}
	}
}

bool pdf_get_deep(const struct pdf *pdf, struct blob dict, const char *key,
		  struct blob *value)
{
	unsigned no;

	if (!pdf_get(dict, key, value))
		return false;
	return !pdf_reference(*value, &no) || pdf_object(pdf, no, value);
}

bool pdf_element(struct blob array, size_t k, struct blob *value)
{
	size_t i = 1;

	if (!looking_at(array, 0, "["))
		return false;
	for (;; k--) {
		size_t from;

		skip_space(array, &i);
		from = i;
		if (i >= array.n || array.p[i] == ']' ||
		    !skip_value(array, &i, 1))
			return false;
		if (k == 0) {
			*value = cut(array, from, i);
			return true;
		}
	}
}

bool pdf_reference(struct blob value, unsigned *no)
{
	uint64_t number, generation;
	size_t i = 0;

	if (!skip_number(value, &i, &number) || number > UINT32_MAX)
		return false;
	skip_space(value, &i);
	if (!skip_number(value, &i, &generation))
		return false;
	skip_space(value, &i);
	if (!looking_at(value, i, "R") || i + 1 != value.n)
		return false;
	*no = (unsigned)number;
	return true;
}

bool pdf_number(struct blob value, uint64_t *number)
{
	size_t i = 0;

	return skip_number(value, &i, number) && i == value.n;
}

bool pdf_is_name(struct blob value, const char *name)
{
	return looking_at(value, 0, "/") && value.n - 1 == strlen(name) &&
	       looking_at(value, 1, name);
}

bool pdf_object(const struct pdf *pdf, unsigned no, struct blob *value)
{
	uint64_t number, generation;
	size_t i, from;

	if (no == 0 || no >= pdf->n_objects || pdf->offset[no] == 0)
		return false;
	i = pdf->offset[no];
	if (!skip_number(pdf->file, &i, &number) || number != no)
		return false;
	skip_space(pdf->file, &i);
	if (!skip_number(pdf->file, &i, &generation))
		return false;
	skip_space(pdf->file, &i);
	if (!looking_at(pdf->file, i, "obj"))
		return false;
	i += 3;
	skip_space(pdf->file, &i);
	from = i;
	if (!skip_value(pdf->file, &i, 0))
		return false;
	*value = cut(pdf->file, from, i);
	skip_space(pdf->file, &i);
	return looking_at(pdf->file, i, "endobj") ||
	       looking_at(pdf->file, i, "stream");
}

/* The number after the last "startxref", which "%%EOF" must follow. */
static bool find_xref(struct blob f, uint64_t *xref)
{
	size_t i = f.n, stop = f.n > TAIL_BYTES ? f.n - TAIL_BYTES : 0;

	while (i > stop && !looking_at(f, i - 1, "startxref"))
		i--;
	if (i == stop)
		return false;
	i += strlen("startxref") - 1;
	while (i < f.n && is_space(f.p[i]))
		i++;
	if (!skip_number(f, &i, xref))
		return false;
	while (i < f.n && is_space(f.p[i]))
		i++;
	if (!looking_at(f, i, "%%EOF"))
		return false;
	for (i += 5; i < f.n; i++)
		if (!is_space(f.p[i]))
			return false;
	return true;
}

/*
 * Read the table at i and its trailer.  A newer table was read before, so
 * what is already known stays.  seen[no] tells known objects, free or not.
 */
static bool read_table(struct arena *a, struct pdf *pdf, bool **seen, size_t i,
		       struct blob *trailer)
{
	struct blob f = pdf->file, size;
	uint64_t first, count, k, offset, generation, n;
	size_t j, end;

	if (!looking_at(f, i, "xref"))
		return false;
	i += 4;
	/* The trailer comes last but tells how large the table is. */
	for (j = i;;) {
		skip_space(f, &j);
		if (looking_at(f, j, "trailer"))
			break;
		if (!skip_number(f, &j, &first))
			return false;
		skip_space(f, &j);
		if (!skip_number(f, &j, &count))
			return false;
		skip_space(f, &j);
		if (count > (f.n - j) / 18)
			return false;
		j += count * 20;
		if (j > f.n)
			return false;
	}
	j += strlen("trailer");
	skip_space(f, &j);
	end = j;
	if (!looking_at(f, j, "<<") || !skip_value(f, &end, 0))
		return false;
	*trailer = cut(f, j, end);
	if (pdf->offset == NULL) {
		if (!pdf_get(*trailer, "Size", &size) ||
		    !pdf_number(size, &n) || n < 2 || n > f.n / 8)
			return false;
		pdf->n_objects = n;
		pdf->offset = arena_array(a, n, sizeof(*pdf->offset));
		*seen = arena_array(a, n, sizeof(**seen));
	}
	for (;;) {
		skip_space(f, &i);
		if (looking_at(f, i, "trailer"))
			return true;
		if (!skip_number(f, &i, &first))
			return false;
		skip_space(f, &i);
		if (!skip_number(f, &i, &count))
			return false;
		for (k = 0; k < count; k++) {
			skip_space(f, &i);
			if (!skip_number(f, &i, &offset))
				return false;
			skip_space(f, &i);
			if (!skip_number(f, &i, &generation))
				return false;
			skip_space(f, &i);
			if (i >= f.n || (f.p[i] != 'n' && f.p[i] != 'f'))
				return false;
			n = first + k;
			if (n < pdf->n_objects && !(*seen)[n]) {
				(*seen)[n] = true;
				if (f.p[i] == 'n' && offset < f.n)
					pdf->offset[n] = offset;
			}
			i++;
		}
	}
}

enum err pdf_open(struct arena *a, struct blob file, struct pdf *pdf)
{
	struct blob trailer, value;
	bool *seen = NULL;
	uint64_t at;
	int tables;

	memset(pdf, 0, sizeof(*pdf));
	pdf->file = file;
	if (!looking_at(file, 0, "%PDF-") || !find_xref(file, &at))
		return ERR_TYPE;
	pdf->xref = at;
	for (tables = 0; tables < MAX_TABLES; tables++) {
		if (at >= file.n || !read_table(a, pdf, &seen, at, &trailer))
			return ERR_TYPE;
		if (tables == 0)
			pdf->trailer = trailer;
		if (!pdf_get(trailer, "Prev", &value))
			break;
		if (!pdf_number(value, &at))
			return ERR_TYPE;
	}
	if (tables == MAX_TABLES || !pdf_get(pdf->trailer, "Root", &value) ||
	    !pdf_reference(value, &pdf->root) ||
	    !pdf_object(pdf, pdf->root, &value) || !looking_at(value, 0, "<<"))
		return ERR_TYPE;
	if (pdf_get(pdf->trailer, "Info", &value) &&
	    !pdf_reference(value, &pdf->info))
		return ERR_TYPE;
	return OK;
}
