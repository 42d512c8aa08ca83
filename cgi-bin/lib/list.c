/* list.c - see list.h. */
#include "list.h"
#include "app-private.h"
#include "urlencoded.h"

#include <string.h>

static const int64_t per_choices[] = { 10, 25, 50, 100 };

#define PER_DEFAULT 25
#define SEARCH_MAX_CHARS 100

/* A cursor in the address: "<id>" or "<id>~<sort value>". */
static void read_cursor(struct req *r, const char *text, struct list *l)
{
	const char *tilde = strchr(text, '~');
	const char *id = tilde == NULL ?
				 text :
				 arena_strndup(r->a, text,
					       (size_t)(tilde - text));

	if (!text_to_int(id, &l->id) || l->id < 0) {
		l->id = 0;
		return;
	}
	l->key = tilde == NULL ? "" : tilde + 1;
}

void list_read(struct req *r, const char *const *sorts, bool descending,
	       struct list *l)
{
	const char *per = form_value(r, "per");
	const char *sort = form_value(r, "urut");
	const char *way = form_value(r, "arah");
	const char *search = form_value(r, "cari");
	const char *after = form_value(r, "setelah");
	const char *before = form_value(r, "sebelum");
	const char *from = form_value(r, "dari");
	int64_t n;

	*l = (struct list){ .per = PER_DEFAULT, .sorts = sorts,
			    .sort = sorts[0], .descending = descending, .from = 1 };
	if (per != NULL && text_to_int(per, &n))
		for (size_t i = 0; i < COUNT(per_choices); i++)
			if (per_choices[i] == n)
				l->per = n;
	for (size_t i = 0; sort != NULL && sorts[i] != NULL; i++)
		if (strcmp(sorts[i], sort) == 0)
			l->sort = sorts[i];
	if (way != NULL && strcmp(way, "naik") == 0)
		l->descending = false;
	else if (way != NULL && strcmp(way, "turun") == 0)
		l->descending = true;
	if (search != NULL) {
		search = text_fold(r->a, search);
		if (*search != '\0' && text_length(search) <= SEARCH_MAX_CHARS)
			l->search = search;
	}
	if (after != NULL) {
		read_cursor(r, after, l);
	} else if (before != NULL) {
		read_cursor(r, before, l);
		l->backward = l->id != 0;
	}
	if (l->id != 0 && from != NULL && text_to_int(from, &n) && n > 0)
		l->from = n;
}

static bool is_cursor(const char *name)
{
	return strcmp(name, "setelah") == 0 || strcmp(name, "sebelum") == 0 ||
	       strcmp(name, "dari") == 0;
}

static void add_pair(struct req *r, struct buf *b, const char *name,
		     const char *value)
{
	buf_printf(b, "%c%s=%s", strchr(b->p, '?') == NULL ? '?' : '&',
		   text_url(r->a, name), text_url(r->a, value));
}

/* The address with the pairs that neither name (NULL: none) drops. */
static struct buf without_pairs(struct req *r, const char *drop,
				const char *other)
{
	struct buf b = { .a = r->a };

	buf_text(&b, r->path);
	for (size_t i = 0; i < r->x->n_values; i++) {
		const struct typed *v = &r->x->values[i];

		if (!v->clean || *v->value == '\0' || is_cursor(v->name) ||
		    (drop != NULL && strcmp(v->name, drop) == 0) ||
		    (other != NULL && strcmp(v->name, other) == 0))
			continue;
		add_pair(r, &b, v->name, v->value);
	}
	return b;
}

const char *list_url(struct req *r, const char *name, const char *value)
{
	struct buf b = without_pairs(r, name, NULL);

	if (value != NULL)
		add_pair(r, &b, name, value);
	return b.p;
}

static const char *cursor_url(struct req *r, const char *which,
			      struct list_edge edge, int64_t from)
{
	struct buf b = without_pairs(r, NULL, NULL);

	add_pair(r, &b, which,
		 edge.key == NULL || *edge.key == '\0' ?
			 arena_printf(r->a, "%lld", (long long)edge.id) :
			 arena_printf(r->a, "%lld~%s", (long long)edge.id,
				      edge.key));
	add_pair(r, &b, "dari",
		 arena_printf(r->a, "%lld", (long long)(from < 1 ? 1 : from)));
	return b.p;
}

/* The address that sorts by a column. */
static const char *sort_url(struct req *r, const char *sort, const char *way)
{
	struct buf b = without_pairs(r, "urut", "arah");

	add_pair(r, &b, "urut", sort);
	add_pair(r, &b, "arah", way);
	return b.p;
}

static void add_sorts(struct req *r, elem *e, const struct list *l)
{
	for (size_t i = 0; l->sorts != NULL && l->sorts[i] != NULL; i++) {
		bool now = strcmp(l->sorts[i], l->sort) == 0;
		const char *way = now && !l->descending ? "turun" : "naik";
		elem *t = el_add(e, "tautan");

		el_attr(t, "urut", l->sorts[i]);
		el_attr(t, "arah", way);
		el_attr(t, "href", sort_url(r, l->sorts[i], way));
	}
}

static void add_links(struct req *r, elem *e, const struct list *l)
{
	for (size_t i = 0; i < COUNT(per_choices); i++) {
		const char *n = arena_printf(r->a, "%lld",
					     (long long)per_choices[i]);
		elem *t = el_add(e, "tautan");

		el_attr(t, "per", n);
		el_attr(t, "href", list_url(r, "per", n));
		el_flag(t, "kini", per_choices[i] == l->per);
	}
}

/* Was there one row more than a page has? */
static bool has_more(const struct list *l, size_t got)
{
	return (int64_t)got > l->per;
}

struct list_range list_shown(const struct list *l, size_t got)
{
	bool more = has_more(l, got);

	return (struct list_range){ more && l->backward ? 1 : 0,
				    more && !l->backward ? got - 1 : got };
}

int64_t list_first(const struct list *l, size_t got)
{
	return l->id == 0 || (l->backward && !has_more(l, got)) ? 1 : l->from;
}

elem *list_add(struct req *r, const struct list *l, size_t got,
	       struct list_edge first, struct list_edge last, int64_t total,
	       bool exact)
{
	int64_t shown = (int64_t)got < l->per ? (int64_t)got : l->per;
	bool more = has_more(l, got);
	bool has_next = l->backward || more;
	bool has_previous = l->backward ? more : l->id != 0;
	int64_t from = list_first(l, got);
	elem *e = el_add(r->page, "daftar");

	el_int(e, "total", total);
	el_attr(e, "pasti", exact ? "ya" : "tidak");
	el_int(e, "dari", shown == 0 ? 0 : from);
	el_int(e, "sampai", shown == 0 ? 0 : from + shown - 1);
	el_int(e, "per", l->per);
	el_attr(e, "urut", l->sort);
	el_attr(e, "arah", l->descending ? "turun" : "naik");
	el_attr(e, "cari", l->search);
	if (has_next && shown > 0)
		el_attr(e, "berikut",
			cursor_url(r, "setelah", last, from + shown));
	if (has_previous && shown > 0)
		el_attr(e, "sebelum",
			cursor_url(r, "sebelum", first, from - l->per));
	if (l->id != 0)
		el_attr(e, "awal", list_url(r, NULL, NULL));
	add_links(r, e, l);
	add_sorts(r, e, l);
	return e;
}

const char *list_filter_text(struct req *r, elem *daftar, const char *name,
			     const char *text)
{
	const char *value = form_value(r, name);
	elem *e;

	if (value == NULL || *value == '\0')
		return NULL;
	e = el_add(daftar, "saring");
	el_attr(e, "nama", name);
	el_attr(e, "nilai", value);
	el_attr(e, "teks", text);
	el_attr(e, "hapus", list_url(r, name, NULL));
	return value;
}

const char *list_filter(struct req *r, elem *daftar, const char *name)
{
	return list_filter_text(r, daftar, name, NULL);
}

void list_export(struct req *r, elem *daftar, const char *path)
{
	const char *query = strchr(list_url(r, NULL, NULL), '?');
	elem *e = el_add(daftar, "ekspor");

	query = query == NULL ? "" : query;
	el_attr(e, "csv", arena_printf(r->a, "%s/csv%s", path, query));
	el_attr(e, "xlsx", arena_printf(r->a, "%s/xlsx%s", path, query));
}

void list_around(struct req *r, elem *daftar)
{
	elem *e;

	if (r->x->wants_xml)
		return;
	e = el_add(r->page, "sekitar");
	el_attr(e, "peran", role_name(r->who.role));
	el_copy(e, daftar, "baris");
	el_copy_all(e, r->page, "pilihan");
	el_part(e);
}
