/* html.c - see html.h. */
#include "html.h"

#include <libxml/tree.h>
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

/* All but the NUL at the end. */
static void write_tree(struct buf *out, const void *doc)
{
	const xmlNode *top = (const xmlNode *)doc;
	const xmlNode *n = ((const xmlDoc *)doc)->children;

	/* Walk the tree without recursion: depth is no concern then. */
	while (n != NULL) {
		if (n->type == XML_ELEMENT_NODE) {
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
		while (n->next == NULL) {
			n = n->parent;
			if (n == NULL || n == top)
				return;
			end_tag(out, n);
		}
		n = n->next;
	}
}

void html_write(struct buf *out, const void *doc)
{
	/* Most pages fit: no growing, no copying. */
	buf_room(out, FIRST_BYTES);
	put_text(out, "<!DOCTYPE html>\n");
	write_tree(out, doc);
	buf_bytes(out, "", 0);
}
