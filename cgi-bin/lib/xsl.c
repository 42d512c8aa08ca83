/* xsl.c - see xsl.h. */
#include "xsl.h"
#include "html.h"
#include "log.h"
#include "memo.h"
#include "xml-memory.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltutils.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_SHEETS 64

static const char *directory = ".";
static xsltSecurityPrefsPtr forbid_all;

/* Compiled for the life of the process. */
static struct sheet {
	char *path;
	xsltStylesheetPtr compiled;
} sheets[MAX_SHEETS];
static size_t n_sheets;

static void on_message(void *ctx, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

static void on_message(void *ctx, const char *fmt, ...)
{
	char text[512];
	va_list ap;

	(void)ctx;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	log_error("xslt: %s", text);
}

static void on_structured(void *ctx, xmlErrorPtr error)
{
	(void)ctx;
	log_error("xml: %s", error->message == NULL ? "?" : error->message);
}

const char *xsl_xml_version(void)
{
	return LIBXML_DOTTED_VERSION;
}

const char *xsl_xslt_version(void)
{
	return LIBXSLT_DOTTED_VERSION;
}

void xsl_start(const char *dir)
{
	directory = dir;
	xmlInitParser();
	xmlSetGenericErrorFunc(NULL, on_message);
	xmlSetStructuredErrorFunc(NULL, on_structured);
	xsltSetGenericErrorFunc(NULL, on_message);
}

static bool forbid(void)
{
	if (forbid_all != NULL)
		return true;
	forbid_all = xsltNewSecurityPrefs();
	if (forbid_all == NULL)
		return false;
	for (int what = XSLT_SECPREF_READ_FILE;
	     what <= XSLT_SECPREF_WRITE_NETWORK; what++)
		xsltSetSecurityPrefs(forbid_all, (xsltSecurityOption)what,
				     xsltSecurityForbid);
	return true;
}

static xsltStylesheetPtr find_path(const char *path)
{
	struct sheet *s;

	for (size_t i = 0; i < n_sheets; i++)
		if (strcmp(sheets[i].path, path) == 0)
			return sheets[i].compiled;
	if (n_sheets == MAX_SHEETS)
		return NULL;
	s = &sheets[n_sheets];
	s->path = strdup(path);
	if (s->path == NULL)
		return NULL;
	s->compiled = xsltParseStylesheetFile(BAD_CAST path);
	if (s->compiled == NULL) {
		log_error("cannot compile %s", path);
		free(s->path);
		return NULL;
	}
	n_sheets++;
	return s->compiled;
}

static xsltStylesheetPtr find(const char *name)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/%s.xsl", directory, name);
	return find_path(path);
}

bool xsl_compile(const char *name)
{
	return find(name) != NULL;
}

struct transform {
	xsltTransformContextPtr context;
	xmlDocPtr result;
	bool pooled; /* the nodes of the result are the arena's */
};

static void free_transform(void *what)
{
	struct transform *t = what;

	if (t->context != NULL)
		xsltFreeTransformContext(t->context);
	if (t->result == NULL)
		return;
	if (t->pooled)
		xmlDictFree(t->result->dict);
	else
		xmlFreeDoc(t->result);
}

static enum err run(struct arena *a, xmlDocPtr doc, xsltStylesheetPtr sheet,
		    bool pooled, xmlDocPtr *result)
{
	struct transform *t = arena_alloc(a, sizeof(*t));

	arena_cleanup(a, free_transform, t);
	t->pooled = pooled;
	t->context = xsltNewTransformContext(sheet, doc);
	if (t->context == NULL)
		return ERR_BUSY;
	if (xsltSetCtxtSecurityPrefs(forbid_all, t->context) != 0)
		return ERR_INTERNAL;
	t->result = xsltApplyStylesheetUser(sheet, doc, NULL, NULL, NULL,
					    t->context);
	if (t->result == NULL || t->context->state != XSLT_STATE_OK)
		return ERR_INTERNAL;
	*result = t->result;
	return OK;
}

enum err xsl_doc(struct arena *a, void *doc, const char *path, void **result)
{
	xsltStylesheetPtr sheet = find_path(path);
	xmlDocPtr made;
	enum err e;

	if (sheet == NULL)
		return ERR_INTERNAL;
	if (!forbid())
		return ERR_BUSY;
	/* The caller may change what he gets: not from the arena. */
	e = run(a, doc, sheet, false, &made);
	if (e == OK)
		*result = made;
	return e;
}

enum err xsl_tree(struct arena *a, struct view *v, const char *name,
		  const elem **root)
{
	xsltStylesheetPtr sheet = find(name);
	xmlDocPtr made;
	enum err e;

	if (sheet == NULL)
		return ERR_INTERNAL;
	if (!view_ok(v) || !forbid())
		return ERR_BUSY;
	e = run(a, view_source(v), sheet, false, &made);
	if (e == OK)
		*root = xmlDocGetRootElement(made);
	return e == OK && *root == NULL ? ERR_INTERNAL : e;
}

/* --- parts of a page: see el_part() --- */

struct parts {
	const struct part *part;
	struct blob *keys;
	struct blob *html; /* p NULL: to be made */
	size_t n;
};

/* An element as text that no other element has: no text of ours holds control
   characters. */
static void key_of(struct buf *b, const xmlNode *e)
{
	buf_text(b, (const char *)e->name);
	for (const xmlAttr *at = e->properties; at != NULL; at = at->next) {
		buf_char(b, 1);
		buf_text(b, (const char *)at->name);
		buf_char(b, 2);
		if (at->children != NULL)
			buf_text(b, (const char *)at->children->content);
	}
	for (const xmlNode *c = e->children; c != NULL; c = c->next) {
		buf_char(b, 3);
		if (c->type == XML_ELEMENT_NODE)
			key_of(b, c);
		else if (c->content != NULL)
			buf_text(b, (const char *)c->content);
	}
	buf_char(b, 4);
}

/* The same of a row, all at once: there are many. */
static void key_of_row(struct buf *b, const struct row *r)
{
	size_t n = strlen(r->name) + 1;

	for (size_t i = 0; i < r->n; i++)
		n += strlen(r->at[i].name) + strlen(r->at[i].value) + 2;
	buf_room(b, n);
	buf_text(b, r->name);
	for (size_t i = 0; i < r->n; i++) {
		buf_char(b, 1);
		buf_text(b, r->at[i].name);
		buf_char(b, 2);
		buf_text(b, r->at[i].value);
	}
	buf_char(b, 4);
}

static struct parts find_parts(struct view *v, const char *name,
			       struct arena *a)
{
	struct parts p = { 0 };

	p.part = view_parts(v, &p.n);
	p.keys = arena_array(a, p.n, sizeof(*p.keys));
	p.html = arena_array(a, p.n, sizeof(*p.html));
	for (size_t i = 0; i < p.n; i++) {
		struct buf key = { .a = a };

		buf_text(&key, name);
		buf_char(&key, 5);
		if (p.part[i].row != NULL)
			key_of_row(&key, p.part[i].row);
		else
			key_of(&key, p.part[i].e);
		p.keys[i] = (struct blob){ (unsigned char *)key.p, key.n };
		p.html[i] = memo_find(a, p.keys[i]);
	}
	return p;
}

/* Do part i and the one before it stand side by side, under one name? */
static bool beside(const struct parts *p, size_t i)
{
	const struct part *x = &p->part[i - 1], *y = &p->part[i];

	if (x->row != NULL && y->row != NULL)
		return x->row->parent == y->row->parent &&
		       strcmp(x->row->name, y->row->name) == 0;
	return x->e != NULL && y->e != NULL && y->e->prev == x->e &&
	       xmlStrEqual(x->e->name, y->e->name);
}

/* The place that parts from..to, brothers of one name, have on the page; they
   are taken out. */
static bool put_place(const struct parts *p, size_t from, size_t to)
{
	const struct part *first = &p->part[from];
	struct row *row = first->row;
	xmlDocPtr doc = row != NULL ? row->parent->doc : first->e->doc;
	const xmlChar *name =
		row != NULL ? BAD_CAST row->name : first->e->name;
	xmlNodePtr place = xmlNewDocNode(doc, NULL, BAD_CAST "bagian", NULL);
	char dari[24], banyak[24];

	if (place == NULL)
		return false;
	snprintf(dari, sizeof(dari), "%zu", from);
	snprintf(banyak, sizeof(banyak), "%zu", to - from);
	if (row != NULL)
		xmlAddChild(row->parent, place);
	else
		xmlAddPrevSibling(first->e, place);
	for (size_t i = from; i < to; i++) {
		if (p->part[i].row != NULL)
			p->part[i].row->placed = true;
		else
			xmlUnlinkNode(p->part[i].e);
	}
	return xmlNewProp(place, BAD_CAST "nama", name) != NULL &&
	       xmlNewProp(place, BAD_CAST "dari", BAD_CAST dari) != NULL &&
	       xmlNewProp(place, BAD_CAST "banyak", BAD_CAST banyak) != NULL;
}

static bool put_places(const struct parts *p)
{
	for (size_t i = 0; i < p->n;) {
		size_t end = i + 1;

		while (end < p->n && beside(p, end))
			end++;
		if (!put_place(p, i, end))
			return false;
		i = end;
	}
	return true;
}

/* The parts that nobody has asked for before, in a document of their own:
   <bagian>, with what their templates may read of the page. */
static xmlDocPtr unknown_parts(const struct parts *p, xmlNodePtr page)
{
	static const char *const shared[] = { "versi", "zona" };
	xmlNodePtr root = xmlNewNode(NULL, BAD_CAST "bagian");
	xmlDocPtr doc = xmlNewDoc(BAD_CAST "1.0");

	if (doc == NULL || root == NULL)
		return NULL;
	xmlDocSetRootElement(doc, root);
	for (size_t i = 0; i < sizeof(shared) / sizeof(*shared); i++) {
		xmlChar *value = xmlGetProp(page, BAD_CAST shared[i]);

		if (value != NULL)
			xmlNewProp(root, BAD_CAST shared[i], value);
		xmlFree(value);
	}
	for (size_t i = 0; i < p->n; i++) {
		if (p->html[i].p != NULL)
			continue;
		if (p->part[i].row == NULL)
			xmlAddChild(root, p->part[i].e);
		else if (row_element(p->part[i].row, root) == NULL)
			return NULL;
	}
	return doc;
}

static bool all_known(const struct parts *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->html[i].p == NULL)
			return false;
	return true;
}

static bool keep_parts(struct parts *p, xmlDocPtr made, struct arena *a)
{
	xmlNodePtr root = xmlDocGetRootElement(made);
	xmlNodePtr e = root == NULL ? NULL : xmlFirstElementChild(root);

	for (size_t i = 0; i < p->n; i++) {
		struct buf html = { .a = a };

		if (p->html[i].p != NULL)
			continue;
		if (e == NULL)
			return false;
		html_write_element(&html, e);
		p->html[i] = (struct blob){ (unsigned char *)html.p, html.n };
		memo_keep(p->keys[i], p->html[i]);
		e = xmlNextElementSibling(e);
	}
	return e == NULL;
}

/* After it the parts are out of the page, and their HTML is in p. */
static enum err make_parts(struct view *v, xsltStylesheetPtr sheet,
			   struct parts *p, struct arena *a)
{
	xmlDocPtr doc, made;
	enum err e;

	if (!put_places(p))
		return ERR_BUSY;
	for (size_t i = 0; i < p->n && !xml_memory_pooled(); i++)
		if (p->html[i].p != NULL)
			xmlFreeNode(p->part[i].e);
	if (all_known(p))
		return OK;
	doc = unknown_parts(p, view_root(v));
	if (doc == NULL)
		return ERR_BUSY;
	e = run(a, doc, sheet, xml_memory_pooled(), &made);
	if (e == OK && !keep_parts(p, made, a)) {
		log_error("xslt: a part of the page is not one element");
		e = ERR_INTERNAL;
	}
	if (!xml_memory_pooled())
		xmlFreeDoc(doc);
	return e;
}

enum err xsl_html(struct view *v, const char *name, struct buf *out)
{
	struct arena *a = out->a, *before;
	xsltStylesheetPtr sheet = find(name);
	struct parts p;
	xmlDocPtr result;
	enum err e;

	if (sheet == NULL)
		return ERR_INTERNAL;
	if (!view_ok(v) || !forbid())
		return ERR_BUSY;
	p = find_parts(v, name, a);
	before = xml_memory_use(a);
	e = p.n == 0 ? OK : make_parts(v, sheet, &p, a);
	if (e == OK)
		e = run(a, view_source(v), sheet, xml_memory_pooled(),
			&result);
	/* It would be kept until the next one. */
	xmlResetLastError();
	xml_memory_use(before);
	if (e == OK && !html_write_with(out, result, p.html, p.n)) {
		log_error("xslt: %s asks for a part that is not there", name);
		e = ERR_INTERNAL;
	}
	return e;
}
