/* html.c - see html.h. */
#include "html.h"

#include <libxml/tree.h>
#include <string.h>

/* Where each byte of text needs an entity. */
static const char *entity(unsigned char c, bool in_attribute)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return in_attribute ? "&quot;" : NULL;
	default:
		return NULL;
	}
}

static void escaped(struct buf *out, const char *s, bool in_attribute)
{
	const char *set = in_attribute ? "&<>\"" : "&<>";

	for (;;) {
		size_t n = strcspn(s, set);

		buf_bytes(out, s, n);
		s += n;
		if (*s == '\0')
			return;
		buf_text(out, entity((unsigned char)*s, in_attribute));
		s++;
	}
}

static bool is_void(const char *name)
{
	static const char *const names[] = { "area",  "base",	"br",	 "col",
					     "embed", "hr",	"img",	 "input",
					     "link",  "meta",	"source", "track",
					     "wbr" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
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
	    !xmlStrEqual(t->content, at->name))
		return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(names[i], (const char *)at->name) == 0)
			return true;
	return false;
}

static void start_tag(struct buf *out, const xmlNode *e)
{
	buf_char(out, '<');
	buf_text(out, (const char *)e->name);
	for (const xmlAttr *at = e->properties; at != NULL; at = at->next) {
		buf_char(out, ' ');
		if (at->ns != NULL && at->ns->prefix != NULL) {
			buf_text(out, (const char *)at->ns->prefix);
			buf_char(out, ':');
		}
		buf_text(out, (const char *)at->name);
		if (is_flag(at))
			continue;
		buf_bytes(out, "=\"", 2);
		for (const xmlNode *t = at->children; t != NULL; t = t->next)
			if (t->content != NULL)
				escaped(out, (const char *)t->content, true);
		buf_char(out, '"');
	}
	buf_char(out, '>');
}

static void end_tag(struct buf *out, const xmlNode *e)
{
	if (is_void((const char *)e->name))
		return;
	buf_bytes(out, "</", 2);
	buf_text(out, (const char *)e->name);
	buf_char(out, '>');
}

void html_write(struct buf *out, const void *doc)
{
	const xmlNode *top = (const xmlNode *)doc;
	const xmlNode *n = ((const xmlDoc *)doc)->children;

	buf_text(out, "<!DOCTYPE html>\n");
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
