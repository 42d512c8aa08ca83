/* piece.c - lists of pieces and attributes of the layout XML; see piece.h. */
#include "piece.h"

#include <string.h>

struct pieces *pieces_init(struct pieces *list)
{
	list->first = NULL;
	list->last = &list->first;
	return list;
}

struct piece *piece_new(struct maker *m)
{
	struct piece *p = arena_alloc(m->a, sizeof(*p));

	p->last = &p->first;
	return p;
}

void piece_put(struct pieces *list, struct piece *p)
{
	*list->last = p;
	list->last = &p->next;
}

struct item *item_new(struct maker *m, struct piece *p, enum item_kind kind)
{
	struct item *i = arena_alloc(m->a, sizeof(*i));

	i->kind = kind;
	*p->last = i;
	p->last = &i->next;
	return i;
}

struct held {
	void (*fn)(void *);
	void *what;
};

static void let_go(void *what)
{
	struct held *h = what;

	if (h->what != NULL)
		h->fn(h->what);
}

void **hold(struct maker *m, void (*fn)(void *))
{
	struct held *h = arena_alloc(m->a, sizeof(*h));

	h->fn = fn;
	arena_cleanup(m->a, let_go, h);
	return &h->what;
}

const char *attr(xmlNode *node, const char *name)
{
	xmlAttr *a = xmlHasProp(node, BAD_CAST name);

	/* XSLT results hold the value in a single text node. */
	if (a == NULL)
		return NULL;
	if (a->children == NULL || a->children->content == NULL)
		return "";
	return (const char *)a->children->content;
}

double attr_number(xmlNode *node, const char *name, double otherwise)
{
	const char *s = attr(node, name);
	char *end;
	double d;

	if (s == NULL || *s == '\0')
		return otherwise;
	d = g_ascii_strtod(s, &end);
	if (*end != '\0' || !(d >= 0 && d <= 1000))
		return otherwise;
	return d;
}

bool attr_true(xmlNode *node, const char *name)
{
	const char *s = attr(node, name);

	return s != NULL && strcmp(s, "ya") == 0;
}

bool is_element(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE &&
	       strcmp((const char *)node->name, name) == 0;
}
