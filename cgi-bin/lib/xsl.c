/* xsl.c - see xsl.h. */
#include "xsl.h"
#include "html.h"
#include "log.h"
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

/* A page: everything libxslt makes ends with the request. */
static enum err apply(struct view *v, const char *name, struct buf *out,
		      xmlDocPtr *result)
{
	xsltStylesheetPtr sheet = find(name);
	struct arena *before;
	enum err e;

	if (sheet == NULL)
		return ERR_INTERNAL;
	if (!view_ok(v) || !forbid())
		return ERR_BUSY;
	before = xml_memory_use(out->a);
	e = run(out->a, view_source(v), sheet, xml_memory_pooled(), result);
	/* It would be kept until the next one. */
	xmlResetLastError();
	xml_memory_use(before);
	return e;
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

enum err xsl_html(struct view *v, const char *name, struct buf *out)
{
	xmlDocPtr result;
	enum err e = apply(v, name, out, &result);

	if (e == OK)
		html_write(out, result);
	return e;
}

enum err xsl_xml(struct view *v, const char *name, struct buf *out)
{
	xmlDocPtr result;
	xmlChar *text = NULL;
	int n = 0;
	enum err e = apply(v, name, out, &result);

	if (e != OK)
		return e;
	xmlDocDumpMemoryEnc(result, &text, &n, "UTF-8");
	if (text == NULL)
		return ERR_BUSY;
	buf_bytes(out, (const char *)text, (size_t)n);
	xmlFree(text);
	return OK;
}
