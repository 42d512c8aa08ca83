/* view.c - see view.h. */
#include "view.h"
#include "clock.h"

#include <libxml/tree.h>
#include <stdio.h>
#include <string.h>

struct view {
	struct arena *a;
	xmlDocPtr doc;
	xmlBufferPtr text;
};

static void view_free(void *what)
{
	struct view *v = what;

	if (v->text != NULL)
		xmlBufferFree(v->text);
	xmlFreeDoc(v->doc);
}

struct view *view_new(struct arena *a, const char *root)
{
	struct view *v = arena_alloc(a, sizeof(*v));

	v->a = a;
	arena_cleanup(a, view_free, v);
	v->doc = xmlNewDoc(BAD_CAST "1.0");
	if (v->doc != NULL)
		xmlDocSetRootElement(v->doc,
				     xmlNewDocNode(v->doc, NULL, BAD_CAST root,
						   NULL));
	return v;
}

elem *view_root(struct view *v)
{
	return v->doc == NULL ? NULL : xmlDocGetRootElement(v->doc);
}

/* A lost element is marked on the document's own user pointer. */
static void *const LOST = (void *)"lost";

static void mark(elem *near)
{
	if (near != NULL && near->doc != NULL)
		near->doc->_private = LOST;
}

bool view_ok(const struct view *v)
{
	return v->doc != NULL && xmlDocGetRootElement(v->doc) != NULL &&
	       v->doc->_private != LOST;
}

elem *el_add(elem *parent, const char *name)
{
	elem *e;

	if (parent == NULL)
		return NULL;
	/* Not xmlNewChild(): that one decodes entities in its content. */
	e = xmlNewDocNode(parent->doc, NULL, BAD_CAST name, NULL);
	if (e == NULL) {
		mark(parent);
		return NULL;
	}
	return xmlAddChild(parent, e);
}

void el_text(elem *e, const char *text)
{
	xmlNodePtr t;

	if (e == NULL || text == NULL)
		return;
	t = xmlNewDocText(e->doc, BAD_CAST text);
	if (t == NULL)
		mark(e);
	else
		xmlAddChild(e, t);
}

elem *el_add_text(elem *parent, const char *name, const char *text)
{
	elem *e = el_add(parent, name);

	el_text(e, text);
	return e;
}

void el_attr(elem *e, const char *name, const char *value)
{
	if (e == NULL || value == NULL)
		return;
	if (xmlSetProp(e, BAD_CAST name, BAD_CAST value) == NULL)
		mark(e);
}

void el_int(elem *e, const char *name, int64_t value)
{
	char text[24];

	snprintf(text, sizeof(text), "%lld", (long long)value);
	el_attr(e, name, text);
}

void el_flag(elem *e, const char *name, bool value)
{
	if (value)
		el_attr(e, name, "ya");
}

void el_time(struct arena *a, elem *e, const char *name, const char *utc)
{
	el_attr(e, name, clock_local(a, utc));
}

struct blob view_xml(struct view *v)
{
	struct blob out = { NULL, 0 };

	if (!view_ok(v))
		return out;
	if (v->text == NULL)
		v->text = xmlBufferCreate();
	if (v->text == NULL)
		return out;
	xmlBufferEmpty(v->text);
	xmlBufferCat(v->text,
		     BAD_CAST "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	if (xmlNodeDump(v->text, v->doc, view_root(v), 0, 0) < 0)
		return out;
	out.p = xmlBufferContent(v->text);
	out.n = (size_t)xmlBufferLength(v->text);
	return out;
}

void *view_doc(struct view *v)
{
	return v->doc;
}
