/* susun.c - see susun.h. */
#include "susun.h"

#include "../lib/log.h"
#include "tata-letak.h"

#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_SHEETS 16

/* Compiled for the life of the process. */
static struct sheet {
	char *path;
	xsltStylesheetPtr compiled;
} sheets[MAX_SHEETS];
static size_t n_sheets;

static xsltSecurityPrefsPtr forbid_all;

static bool forbid(void)
{
	int what;

	if (forbid_all != NULL)
		return true;
	forbid_all = xsltNewSecurityPrefs();
	if (forbid_all == NULL)
		return false;
	for (what = XSLT_SECPREF_READ_FILE;
	     what <= XSLT_SECPREF_WRITE_NETWORK; what++)
		xsltSetSecurityPrefs(forbid_all, (xsltSecurityOption)what,
				     xsltSecurityForbid);
	return true;
}

static xsltStylesheetPtr find(const char *path)
{
	struct sheet *s;
	size_t i;

	for (i = 0; i < n_sheets; i++)
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

struct transform {
	xsltTransformContextPtr context;
	xmlDocPtr result;
};

static void free_transform(void *what)
{
	struct transform *t = what;

	if (t->context != NULL)
		xsltFreeTransformContext(t->context);
	if (t->result != NULL)
		xmlFreeDoc(t->result);
}

/* The weekday of tanggal (YYYY-MM-DD) as an attribute of the root. */
static enum err add_weekday(xmlDocPtr dokumen)
{
	xmlNode *root = xmlDocGetRootElement(dokumen);
	struct tm tm = { 0 };
	xmlChar *date;
	char day[2] = "";
	char *end;

	if (root == NULL)
		return ERR_INTERNAL;
	date = xmlGetProp(root, BAD_CAST "tanggal");
	if (date == NULL)
		return OK;
	end = strptime((const char *)date, "%Y-%m-%d", &tm);
	if (end != NULL && *end == '\0') {
		/* timegm() counts the weekday; 30 February moves. */
		int given = tm.tm_mday;

		timegm(&tm);
		if (tm.tm_mday == given)
			day[0] = (char)('0' +
					(tm.tm_wday == 0 ? 7 : tm.tm_wday));
	}
	xmlFree(date);
	if (day[0] == '\0')
		return ERR_INPUT;
	if (xmlSetProp(root, BAD_CAST "hari", BAD_CAST day) == NULL)
		return ERR_BUSY;
	return OK;
}

enum err dokumen_susun(struct arena *a, xmlDocPtr dokumen,
		       const char *stylesheet, time_t dibuat, struct blob *pdf)
{
	struct transform *t = arena_alloc(a, sizeof(*t));
	xsltStylesheetPtr sheet = find(stylesheet);
	enum err err;

	arena_cleanup(a, free_transform, t);
	if (sheet == NULL)
		return ERR_INTERNAL;
	if (!forbid())
		return ERR_BUSY;
	err = add_weekday(dokumen);
	if (err != OK)
		return err;
	t->context = xsltNewTransformContext(sheet, dokumen);
	if (t->context == NULL)
		return ERR_BUSY;
	if (xsltSetCtxtSecurityPrefs(forbid_all, t->context) != 0)
		return ERR_INTERNAL;
	t->result = xsltApplyStylesheetUser(sheet, dokumen, NULL, NULL, NULL,
					    t->context);
	if (t->result == NULL || t->context->state != XSLT_STATE_OK)
		return ERR_INTERNAL;
	return tata_letak_pdf(a, t->result, dibuat, pdf);
}
