/*
 * db-rows.c - results of queries: read from the client library into the
 * arena, and handed out cell by cell (db.h).
 */
#include "db-private.h"
#include "log.h"

#include <stdlib.h>
#include <string.h>

struct cell {
	int64_t number;
	const char *text; /* NULL: SQL NULL or a number */
	size_t n;
	bool null;
};

struct rows {
	struct arena *a;
	struct cell *cells;
	unsigned columns;
	size_t n;
	size_t next; /* the current row is next - 1 */
};

bool db_next(struct rows *r)
{
	if (r->next > r->n)
		return false;
	return r->next++ < r->n;
}

size_t db_count(const struct rows *r)
{
	return r->n;
}

static const struct cell *cell(const struct rows *r, unsigned column)
{
	static const struct cell none = { .null = true };

	if (column >= r->columns || r->next == 0 || r->next > r->n)
		return &none;
	return &r->cells[(r->next - 1) * r->columns + column];
}

int64_t db_int(const struct rows *r, unsigned column)
{
	const struct cell *c = cell(r, column);

	if (c->text != NULL)
		return strtoll(c->text, NULL, 10);
	return c->number;
}

const char *db_text(const struct rows *r, unsigned column)
{
	const struct cell *c = cell(r, column);

	if (c->null || c->text != NULL)
		return c->text;
	return arena_printf(r->a, "%lld", (long long)c->number);
}

struct blob db_blob(const struct rows *r, unsigned column)
{
	const struct cell *c = cell(r, column);

	return (struct blob){ (const unsigned char *)c->text,
			      c->text == NULL ? 0 : c->n };
}

bool db_null(const struct rows *r, unsigned column)
{
	return cell(r, column)->null;
}

/* --- reading --- */

static bool is_number(enum enum_field_types type)
{
	return type == MYSQL_TYPE_TINY || type == MYSQL_TYPE_SHORT ||
	       type == MYSQL_TYPE_INT24 || type == MYSQL_TYPE_LONG ||
	       type == MYSQL_TYPE_LONGLONG || type == MYSQL_TYPE_YEAR;
}

static bool is_moment(enum enum_field_types type)
{
	return type == MYSQL_TYPE_DATETIME || type == MYSQL_TYPE_TIMESTAMP;
}

/* One column while a result is read. */
struct column {
	bool number;
	bool moment;
	unsigned decimals; /* of its seconds */
	MYSQL_TIME time;
	int64_t value;
	char *text;
	unsigned long n;
	my_bool null;
	my_bool error;
};

static void bind_columns(struct arena *a, MYSQL_FIELD *fields,
			 struct column *c, MYSQL_BIND *bind, unsigned n)
{
	for (unsigned i = 0; i < n; i++) {
		c[i].number = is_number(fields[i].type);
		if (c[i].number) {
			bind[i].buffer_type = MYSQL_TYPE_LONGLONG;
			bind[i].buffer = &c[i].value;
		} else if (is_moment(fields[i].type)) {
			c[i].moment = true;
			c[i].decimals = fields[i].decimals;
			bind[i].buffer_type = MYSQL_TYPE_DATETIME;
			bind[i].buffer = &c[i].time;
			bind[i].buffer_length = sizeof(c[i].time);
		} else {
			size_t size = fields[i].max_length + 32;

			c[i].text = arena_alloc(a, size);
			bind[i].buffer_type = MYSQL_TYPE_STRING;
			bind[i].buffer = c[i].text;
			bind[i].buffer_length = size;
		}
		bind[i].length = &c[i].n;
		bind[i].is_null = &c[i].null;
		bind[i].error = &c[i].error;
	}
}

/* The last n digits of value at p; where the next thing goes. */
static char *put_digits(char *p, unsigned n, unsigned long value)
{
	for (unsigned i = n; i > 0; i--, value /= 10)
		p[i - 1] = (char)('0' + value % 10);
	return p + n;
}

/* A moment as the client library would write it, at a tenth of the cost: a
   list has one in each row. */
static char *moment(struct arena *a, const struct column *c, size_t *n)
{
	const MYSQL_TIME *t = &c->time;
	unsigned decimals = c->decimals > 6 ? 0 : c->decimals;
	unsigned long fraction = t->second_part;
	char text[32];
	char *p = put_digits(text, 4, t->year);

	*p++ = '-';
	p = put_digits(p, 2, t->month);
	*p++ = '-';
	p = put_digits(p, 2, t->day);
	*p++ = ' ';
	p = put_digits(p, 2, t->hour);
	*p++ = ':';
	p = put_digits(p, 2, t->minute);
	*p++ = ':';
	p = put_digits(p, 2, t->second);
	if (decimals > 0) {
		*p++ = '.';
		for (unsigned i = decimals; i < 6; i++)
			fraction /= 10;
		p = put_digits(p, decimals, fraction);
	}
	*n = (size_t)(p - text);
	return arena_strndup(a, text, *n);
}

/* Copy the stored result of stmt into rows; 0 or the fetch's last answer. */
static int read_rows(struct arena *a, MYSQL_STMT *stmt, MYSQL_RES *meta,
		     struct rows *r)
{
	struct column *c = arena_array(a, r->columns, sizeof(*c));
	MYSQL_BIND *bind = arena_array(a, r->columns, sizeof(*bind));
	size_t i = 0;
	int answer;

	bind_columns(a, mysql_fetch_fields(meta), c, bind, r->columns);
	if (mysql_stmt_bind_result(stmt, bind) != 0)
		return 1;
	while ((answer = mysql_stmt_fetch(stmt)) == 0 && i < r->n) {
		for (unsigned k = 0; k < r->columns; k++) {
			struct cell *out = &r->cells[i * r->columns + k];

			out->null = c[k].null;
			if (c[k].null)
				continue;
			out->number = c[k].value;
			out->n = c[k].n;
			if (c[k].moment)
				out->text = moment(a, &c[k], &out->n);
			else if (!c[k].number)
				out->text = arena_strndup(a, c[k].text,
							  c[k].n);
		}
		i++;
	}
	return answer == MYSQL_NO_DATA && i == r->n ? 0 : 1;
}

enum err db_read_result(struct arena *a, const struct sql *s,
			MYSQL_STMT *stmt, struct rows **out)
{
	struct rows *r = arena_alloc(a, sizeof(*r));
	MYSQL_RES *meta = mysql_stmt_result_metadata(stmt);
	enum err e = OK;

	if (meta == NULL) {
		log_error("%s: not a query", s->name);
		return ERR_INTERNAL;
	}
	r->a = a;
	r->columns = mysql_num_fields(meta);
	r->n = mysql_stmt_num_rows(stmt);
	r->cells = arena_array(a, r->n * r->columns, sizeof(*r->cells));
	if (read_rows(a, stmt, meta, r) != 0) {
		log_error("%s: result not read: %s", s->name,
			  mysql_stmt_error(stmt));
		e = ERR_INTERNAL;
	}
	mysql_free_result(meta);
	*out = r;
	return e;
}
