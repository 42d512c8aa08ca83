/*
 * html.h - write a result tree as HTML5.
 *
 * Instead of libxml2's serialiser, which takes a third of a page's time.  It
 * is where escaping happens, so a property test compares it with libxml2's.
 */
#ifndef HTML_H
#define HTML_H

#include "blob.h"
#include "text.h"

/*
 * Append <!DOCTYPE html> and the tree below doc (an xmlDocPtr) to out.
 * Elements are written by local name; void elements without an end tag;
 * comments and processing instructions are left out.
 */
void html_write(struct buf *out, const void *doc);

/*
 * The same for a page whose parts are finished: instead of an element
 * <bagian dari="0" banyak="25"/> parts[0] … parts[24] are written, and
 * instead of <bagian dari="3" potong="1"/> the second piece of parts[3].
 * False, and the page is not to be used, when one names what is not there.
 */
bool html_write_with(struct buf *out, const void *doc,
		     const struct blob *parts, size_t n);

/* One element and all in it (an xmlNodePtr), without doctype; of <potongan>
   each child as a piece, ended by a NUL. */
void html_write_element(struct buf *out, const void *element);

#endif
