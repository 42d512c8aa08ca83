/*
 * xsl.h - stylesheets: compiled once, applied to a view, written as HTML.
 *
 * Stylesheets are ours and the documents are ours; nothing a user wrote is
 * ever parsed here.  Reading and writing outside are forbidden to them.
 */
#ifndef XSL_H
#define XSL_H

#include "err.h"
#include "text.h"
#include "view.h"

/* Once per process.  dir holds the stylesheets. */
void xsl_start(const char *dir);

/* Versions of libxml2 and libxslt, e.g. "2.9.14". */
const char *xsl_xml_version(void);
const char *xsl_xslt_version(void);

/* Compile <dir>/<name>.xsl now (at start).  False, logged, when it fails. */
bool xsl_compile(const char *name);

/*
 * Apply <name>.xsl to the view and append the HTML, doctype included, to out.
 * ERR_INTERNAL when the stylesheet fails, ERR_BUSY without memory.
 */
enum err xsl_html(struct view *v, const char *name, struct buf *out);

/*
 * Apply <name>.xsl to the view; *root, the root element of what it makes, may
 * be read with el_value() and el_find() and lives as long as the arena of the
 * view.  For what is no page.  Errors as xsl_html().
 */
enum err xsl_tree(struct arena *a, struct view *v, const char *name,
		  const elem **root);

/*
 * Apply the stylesheet at path to doc (an xmlDoc, which stays the caller's);
 * *result, an xmlDoc too, lives as long as a.  For documents that are not
 * pages: xsl_start() need not have been called.  Errors as xsl_html().
 */
enum err xsl_doc(struct arena *a, void *doc, const char *path, void **result);

#endif
