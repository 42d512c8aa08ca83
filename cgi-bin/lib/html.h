/*
 * html.h - write a result tree as HTML5.
 *
 * Instead of libxml2's serialiser, which takes a third of a page's time.  It
 * is where escaping happens, so a property test compares it with libxml2's.
 */
#ifndef HTML_H
#define HTML_H

#include "text.h"

/*
 * Append <!DOCTYPE html> and the tree below doc (an xmlDocPtr) to out.
 * Elements are written by local name; void elements without an end tag;
 * comments and processing instructions are left out.
 */
void html_write(struct buf *out, const void *doc);

#endif
