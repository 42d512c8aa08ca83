/* view.c - see view.h. */
#include "view.h"
#include "clock.h"
#include "text.h"
#include "xml-memory.h"

#include <libxml/tree.h>
#include <string.h>

struct view {
	struct arena *a;
	xmlDocPtr doc;
	xmlBufferPtr text;
	struct part *parts;
	size_t n_parts;
	bool lost; /* memory ran out: something is not in it */
	bool lent; /* somebody else may have added to the document */
};

static void view_free(void *what)
{
	struct view *v = what;

	if (v->text != NULL)
		xmlBufferFree(v->text);
	if (v->lent || !xml_memory_pooled())
		xmlFreeDoc(v->doc);
}

struct view *view_new(struct arena *a, const char *root)
{
	struct view *v = arena_alloc(a, sizeof(*v));
	struct arena *before;

	v->a = a;
	arena_cleanup(a, view_free, v);
	before = xml_memory_use(a);
	v->doc = xmlNewDoc(BAD_CAST "1.0");
	if (v->doc != NULL) {
		v->doc->_private = v;
		xmlDocSetRootElement(v->doc,
				     xmlNewDocNode(v->doc, NULL, BAD_CAST root,
						   NULL));
	}
	xml_memory_use(before);
	return v;
}

elem *view_root(struct view *v)
{
	return v->doc == NULL ? NULL : xmlDocGetRootElement(v->doc);
}

static struct view *view_of(const elem *e)
{
	return e->doc->_private;
}

bool view_ok(const struct view *v)
{
	return v->doc != NULL && xmlDocGetRootElement(v->doc) != NULL &&
	       !v->lost;
}

elem *el_add(elem *parent, const char *name)
{
	struct arena *before;
	elem *e;

	if (parent == NULL)
		return NULL;
	before = xml_memory_use(view_of(parent)->a);
	/* Not xmlNewChild(): that one decodes entities in its content. */
	e = xmlNewDocNode(parent->doc, NULL, BAD_CAST name, NULL);
	xml_memory_use(before);
	if (e == NULL) {
		view_of(parent)->lost = true;
		return NULL;
	}
	return xmlAddChild(parent, e);
}

void el_text(elem *e, const char *text)
{
	struct arena *before;
	xmlNodePtr t;

	if (e == NULL || text == NULL)
		return;
	before = xml_memory_use(view_of(e)->a);
	t = xmlNewDocText(e->doc, BAD_CAST text);
	/* Two texts side by side become one, so this allocates, too. */
	if (t == NULL || xmlAddChild(e, t) == NULL)
		view_of(e)->lost = true;
	xml_memory_use(before);
}

elem *el_add_text(elem *parent, const char *name, const char *text)
{
	elem *e = el_add(parent, name);

	el_text(e, text);
	return e;
}

/* A new last attribute.  xmlSetProp() does the same and checks what needs no
   check here: whether it is an ID of a DTD, whether the text is UTF-8. */
static bool append(elem *e, xmlAttrPtr last, const char *name,
		   const char *value)
{
	xmlAttrPtr at = xmlNewDocProp(e->doc, BAD_CAST name, NULL);
	xmlNodePtr t = xmlNewDocText(e->doc, BAD_CAST value);

	if (at == NULL || t == NULL) {
		if (at != NULL)
			xmlFreeProp(at);
		if (t != NULL)
			xmlFreeNode(t);
		return false;
	}
	t->parent = (xmlNodePtr)at;
	at->children = t;
	at->last = t;
	at->parent = e;
	at->prev = last;
	if (last == NULL)
		e->properties = at;
	else
		last->next = at;
	return true;
}

void el_attr(elem *e, const char *name, const char *value)
{
	struct arena *before;
	xmlAttrPtr last = NULL;
	bool done;

	if (e == NULL || value == NULL)
		return;
	before = xml_memory_use(view_of(e)->a);
	for (xmlAttrPtr at = e->properties; at != NULL; at = at->next) {
		last = at;
		if (strcmp((const char *)at->name, name) == 0)
			break;
	}
	if (last != NULL && strcmp((const char *)last->name, name) == 0)
		done = xmlSetProp(e, BAD_CAST name, BAD_CAST value) != NULL;
	else
		done = append(e, last, name, value);
	xml_memory_use(before);
	if (!done)
		view_of(e)->lost = true;
}

/* value in digits; the text ends at the end of room. */
static char *digits(char room[24], int64_t value)
{
	char *p = room + 23;
	uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

	/* Several a row of a list: by hand, for printf() is slow. */
	*p = '\0';
	do
		*--p = (char)('0' + left % 10);
	while ((left /= 10) != 0);
	if (value < 0)
		*--p = '-';
	return p;
}

void el_int(elem *e, const char *name, int64_t value)
{
	char room[24];

	el_attr(e, name, digits(room, value));
}

const char *el_value(const elem *e, const char *name)
{
	for (const xmlAttr *at = e == NULL ? NULL : e->properties; at != NULL;
	     at = at->next)
		if (strcmp((const char *)at->name, name) == 0)
			return at->children == NULL ?
				       "" :
				       (const char *)at->children->content;
	return NULL;
}

elem *el_find(const elem *parent, const char *name)
{
	elem *c = parent == NULL ? NULL : parent->children;

	while (c != NULL && (c->type != XML_ELEMENT_NODE ||
			     strcmp((const char *)c->name, name) != 0))
		c = c->next;
	return c;
}

static bool in_flow(const elem *e)
{
	static const char *const names[] = { "a", "b", "code", "span" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp((const char *)e->name, names[i]) == 0)
			return true;
	return false;
}

static void add_words(struct buf *b, const elem *e)
{
	for (const elem *c = e->children; c != NULL; c = c->next) {
		if (c->type == XML_TEXT_NODE && c->content != NULL) {
			buf_text(b, (const char *)c->content);
		} else if (c->type == XML_ELEMENT_NODE) {
			const char *edge = in_flow(c) ? "" : " ";

			buf_text(b, edge);
			add_words(b, c);
			buf_text(b, edge);
		}
	}
}

char *el_words(struct arena *a, const elem *e)
{
	struct buf b = { .a = a };

	add_words(&b, e);
	return text_fold(a, b.p == NULL ? "" : b.p);
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

elem *el_copy(elem *parent, const elem *from, const char *but)
{
	elem *e = el_add(parent, (const char *)from->name);

	for (const xmlAttr *at = from->properties; at != NULL; at = at->next)
		if (at->children != NULL)
			el_attr(e, (const char *)at->name,
				(const char *)at->children->content);
	for (const xmlNode *c = from->children; c != NULL; c = c->next) {
		if (c->type != XML_ELEMENT_NODE)
			el_text(e, (const char *)c->content);
		else if (but == NULL ||
			 strcmp((const char *)c->name, but) != 0)
			el_copy(e, c, but);
	}
	return e;
}

void el_copy_all(elem *parent, const elem *from, const char *name)
{
	for (const xmlNode *c = from->children; c != NULL; c = c->next)
		if (c->type == XML_ELEMENT_NODE &&
		    strcmp((const char *)c->name, name) == 0)
			el_copy(parent, c, NULL);
}

/* Room doubles: when their number is a power of two it is used up. */
static void add_part(struct view *v, struct part p)
{
	struct part *more;

	if ((v->n_parts & (v->n_parts - 1)) == 0) {
		more = arena_array(v->a, v->n_parts == 0 ? 1 : 2 * v->n_parts,
				   sizeof(*more));
		if (v->n_parts > 0)
			memcpy(more, v->parts, v->n_parts * sizeof(*more));
		v->parts = more;
	}
	v->parts[v->n_parts++] = p;
}

void el_part(elem *e)
{
	if (e != NULL)
		add_part(view_of(e), (struct part){ .e = e });
}

struct part *view_parts(struct view *v, size_t *n)
{
	*n = v->n_parts;
	return v->parts;
}

/* --- rows --- */

struct row *el_row(elem *parent, const char *name)
{
	struct row *r;

	if (parent == NULL)
		return NULL;
	r = arena_raw(view_of(parent)->a, sizeof(*r));
	r->a = view_of(parent)->a;
	r->parent = parent;
	r->name = name;
	r->placed = false;
	r->n = 0;
	add_part(view_of(parent), (struct part){ .row = r });
	return r;
}

void row_attr(struct row *r, const char *name, const char *value)
{
	if (r == NULL || value == NULL)
		return;
	if (r->n == ROW_MAX) {
		view_of(r->parent)->lost = true;
		return;
	}
	r->at[r->n].name = name;
	r->at[r->n++].value = value;
}

void row_int(struct row *r, const char *name, int64_t value)
{
	char room[24];

	if (r != NULL)
		row_attr(r, name, arena_strdup(r->a, digits(room, value)));
}

void row_flag(struct row *r, const char *name, bool value)
{
	if (value)
		row_attr(r, name, "ya");
}

void row_time(struct row *r, const char *name, const char *utc)
{
	if (r != NULL)
		row_attr(r, name, clock_local(r->a, utc));
}

elem *row_element(const struct row *r, elem *parent)
{
	elem *e = xmlNewDocNode(parent->doc, NULL, BAD_CAST r->name, NULL);
	xmlAttrPtr last = NULL;

	if (e == NULL)
		return NULL;
	xmlAddChild(parent, e);
	for (size_t i = 0; i < r->n; i++) {
		if (!append(e, last, r->at[i].name, r->at[i].value))
			return NULL;
		last = last == NULL ? e->properties : last->next;
	}
	return e;
}

/* Rows that are only noted become elements. */
static void make_rows(struct view *v)
{
	struct arena *before = xml_memory_use(v->a);

	for (size_t i = 0; i < v->n_parts; i++) {
		struct row *r = v->parts[i].row;

		if (r == NULL || r->placed)
			continue;
		r->placed = true;
		if (row_element(r, r->parent) == NULL)
			v->lost = true;
	}
	xml_memory_use(before);
}

/* --- the whole --- */

struct blob view_xml(struct view *v)
{
	struct blob out = { NULL, 0 };

	if (v->doc != NULL)
		make_rows(v);
	if (!view_ok(v))
		return out;
	/* From malloc: it outgrows itself many times. */
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
	v->lent = true;
	make_rows(v);
	return v->doc;
}

void *view_source(struct view *v)
{
	make_rows(v);
	return v->doc;
}
