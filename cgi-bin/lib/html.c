/* html.c - see html.h. */
#include "html.h"

#include <libxml/tree.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BYTES (24u * 1024u)

/* Pages are tens of kilobytes of short pieces, so each is put in its place
   here and the end is marked once, when all are. */
static inline void put(struct buf *out, const char *p, size_t n)
{
	if (out->cap - out->n <= n)
		buf_room(out, n);
	memcpy(out->p + out->n, p, n);
	out->n += n;
}

static void put_text(struct buf *out, const char *s)
{
	put(out, s, strlen(s));
}

static void escaped(struct buf *out, const char *s, bool in_attribute)
{
	const char *from = s;

	for (;; s++) {
		const char *entity;

		switch (*s) {
		case '\0':
			put(out, from, (size_t)(s - from));
			return;
		case '&':
			entity = "&amp;";
			break;
		case '<':
			entity = "&lt;";
			break;
		case '>':
			entity = "&gt;";
			break;
		case '"':
			if (!in_attribute)
				continue;
			entity = "&quot;";
			break;
		default:
			continue;
		}
		put(out, from, (size_t)(s - from));
		put_text(out, entity);
		from = s + 1;
	}
}

static bool is_one_of(const char *name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (*names[i] == *name && strcmp(names[i], name) == 0)
			return true;
	return false;
}

static bool is_void(const char *name)
{
	static const char *const names[] = { "area",  "base",	"br",	 "col",
					     "embed", "hr",	"img",	 "input",
					     "link",  "meta",	"source", "track",
					     "wbr" };

	return is_one_of(name, names, sizeof(names) / sizeof(*names));
}

/* HTML writes an attribute that is simply there without a value; stylesheets
   write required="required". */
static bool is_flag(const xmlAttr *at)
{
	static const char *const names[] = { "checked",	   "defer",
					     "disabled",   "hidden",
					     "multiple",   "novalidate",
					     "open",	   "readonly",
					     "required",   "selected" };
	const xmlNode *t = at->children;

	if (t == NULL || t->next != NULL || t->content == NULL ||
	    *t->content != *at->name || !xmlStrEqual(t->content, at->name))
		return false;
	return is_one_of((const char *)at->name, names,
			 sizeof(names) / sizeof(*names));
}

static void start_tag(struct buf *out, const xmlNode *e)
{
	put(out, "<", 1);
	put_text(out, (const char *)e->name);
	for (const xmlAttr *at = e->properties; at != NULL; at = at->next) {
		put(out, " ", 1);
		if (at->ns != NULL && at->ns->prefix != NULL) {
			put_text(out, (const char *)at->ns->prefix);
			put(out, ":", 1);
		}
		put_text(out, (const char *)at->name);
		if (is_flag(at))
			continue;
		put(out, "=\"", 2);
		for (const xmlNode *t = at->children; t != NULL; t = t->next)
			if (t->content != NULL)
				escaped(out, (const char *)t->content, true);
		put(out, "\"", 1);
	}
	put(out, ">", 1);
}

static void end_tag(struct buf *out, const xmlNode *e)
{
	if (is_void((const char *)e->name))
		return;
	put(out, "</", 2);
	put_text(out, (const char *)e->name);
	put(out, ">", 1);
}

/* Finished parts, and whether all that were asked for are there. */
struct parts {
	const struct blob *part;
	size_t n;
	bool missing;
};

static bool is_place(const xmlNode *e)
{
	return *e->name == 'b' && strcmp((const char *)e->name, "bagian") == 0;
}

static size_t number_of(const xmlNode *e, const char *name)
{
	for (const xmlAttr *at = e->properties; at != NULL; at = at->next)
		if (strcmp((const char *)at->name, name) == 0 &&
		    at->children != NULL && at->children->content != NULL)
			return strtoul((const char *)at->children->content,
				       NULL, 10);
	return SIZE_MAX;
}

/* The piece of a part that stands at number i; the pieces are divided by
   NULs. */
static bool put_piece(struct buf *out, const struct blob *part, size_t i)
{
	const unsigned char *p = part->p, *end = part->p + part->n;

	for (; p < end; i--) {
		const unsigned char *stop = memchr(p, 0, (size_t)(end - p));

		if (stop == NULL)
			stop = end;
		if (i == 0) {
			put(out, (const char *)p, (size_t)(stop - p));
			return true;
		}
		p = stop + 1;
	}
	return false;
}

static void put_parts(struct buf *out, const xmlNode *place, struct parts *p)
{
	size_t first = number_of(place, "dari");
	size_t n = number_of(place, "banyak");
	size_t piece = number_of(place, "potong");

	if (piece != SIZE_MAX) {
		if (first >= p->n || !put_piece(out, &p->part[first], piece))
			p->missing = true;
		return;
	}
	if (first > p->n || n > p->n - first) {
		p->missing = true;
		return;
	}
	for (size_t i = first; i < first + n; i++)
		put(out, (const char *)p->part[i].p, p->part[i].n);
}

/* From n to the end of top, which n is in; all but the NUL at the end. */
static void write_tree(struct buf *out, const xmlNode *n, const xmlNode *top,
		       struct parts *p)
{
	/* Walk the tree without recursion: depth is no concern then. */
	while (n != NULL) {
		if (n->type == XML_ELEMENT_NODE && p != NULL && is_place(n)) {
			put_parts(out, n, p);
		} else if (n->type == XML_ELEMENT_NODE) {
			start_tag(out, n);
			if (n->children != NULL) {
				n = n->children;
				continue;
			}
			end_tag(out, n);
		} else if ((n->type == XML_TEXT_NODE ||
			    n->type == XML_CDATA_SECTION_NODE) &&
			   n->content != NULL) {
			escaped(out, (const char *)n->content, false);
		}
		while (n != top && n->next == NULL) {
			n = n->parent;
			if (n == NULL || n->type != XML_ELEMENT_NODE)
				return;
			end_tag(out, n);
		}
		if (n == top)
			return;
		n = n->next;
	}
}

static void write_page(struct buf *out, const void *doc, struct parts *p)
{
	/* Most pages fit: no growing, no copying. */
	buf_room(out, FIRST_BYTES);
	put_text(out, "<!DOCTYPE html>\n");
	write_tree(out, ((const xmlDoc *)doc)->children, NULL, p);
	buf_bytes(out, "", 0);
}

void html_write(struct buf *out, const void *doc)
{
	write_page(out, doc, NULL);
}

bool html_write_with(struct buf *out, const void *doc,
		     const struct blob *parts, size_t n)
{
	struct parts p = { parts, n, false };

	write_page(out, doc, &p);
	return !p.missing;
}

void html_write_element(struct buf *out, const void *element)
{
	const xmlNode *e = element;

	if (strcmp((const char *)e->name, "potongan") != 0)
		write_tree(out, e, e, NULL);
	else
		for (const xmlNode *c = e->children; c != NULL; c = c->next) {
			write_tree(out, c, c, NULL);
			put(out, "", 1);
		}
	buf_bytes(out, "", 0);
}
