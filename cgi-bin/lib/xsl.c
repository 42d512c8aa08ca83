/* xsl.c - see xsl.h. */
#include "xsl.h"
#include "html.h"
#include "log.h"

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
	char *name;
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
	forbid_all = xsltNewSecurityPrefs();
	if (forbid_all == NULL)
		return;
	for (int what = XSLT_SECPREF_READ_FILE;
	     what <= XSLT_SECPREF_WRITE_NETWORK; what++)
		xsltSetSecurityPrefs(forbid_all, (xsltSecurityOption)what,
				     xsltSecurityForbid);
}

static xsltStylesheetPtr find(const char *name)
{
	char path[512];
	struct sheet *s;

	for (size_t i = 0; i < n_sheets; i++)
		if (strcmp(sheets[i].name, name) == 0)
			return sheets[i].compiled;
	if (n_sheets == MAX_SHEETS)
		return NULL;
	s = &sheets[n_sheets];
	snprintf(path, sizeof(path), "%s/%s.xsl", directory, name);
	s->name = strdup(name);
	s->compiled = xsltParseStylesheetFile(BAD_CAST path);
	if (s->name == NULL || s->compiled == NULL) {
		log_error("cannot compile %s", path);
		free(s->name);
		return NULL;
	}
	n_sheets++;
	return s->compiled;
}

bool xsl_compile(const char *name)
{
	return find(name) != NULL;
}

static void free_doc(void *doc)
{
	xmlFreeDoc(doc);
}

static xmlDocPtr transform(struct view *v, xsltStylesheetPtr sheet)
{
	xsltTransformContextPtr ctx;
	xmlDocPtr result = NULL;

	ctx = xsltNewTransformContext(sheet, view_doc(v));
	if (ctx == NULL)
		return NULL;
	if (forbid_all != NULL &&
	    xsltSetCtxtSecurityPrefs(forbid_all, ctx) == 0)
		result = xsltApplyStylesheetUser(sheet, view_doc(v), NULL, NULL,
						 NULL, ctx);
	if (ctx->state != XSLT_STATE_OK && result != NULL) {
		xmlFreeDoc(result);
		result = NULL;
	}
	xsltFreeTransformContext(ctx);
	return result;
}

static enum err apply(struct view *v, const char *name, struct buf *out,
		      xmlDocPtr *result)
{
	xsltStylesheetPtr sheet = find(name);

	if (!view_ok(v))
		return ERR_BUSY;
	if (sheet == NULL)
		return ERR_INTERNAL;
	*result = transform(v, sheet);
	if (*result == NULL)
		return ERR_INTERNAL;
	arena_cleanup(out->a, free_doc, *result);
	return OK;
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
