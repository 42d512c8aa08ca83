/*
 * view.h - the page as a small XML document, before it becomes HTML.
 *
 * Handlers add elements and attributes; nobody joins markup by hand.  The
 * vocabulary is xslt/halaman.rng; sentences are the stylesheet's.  Out of
 * memory is remembered and told once, by view_ok().
 */
#ifndef VIEW_H
#define VIEW_H

#include "arena.h"
#include "blob.h"

#include <stdbool.h>
#include <stdint.h>

struct view;		      /* the document */
struct _xmlNode;
typedef struct _xmlNode elem; /* one element of it */

/* A new document with the root element <root>; freed with the arena. */
struct view *view_new(struct arena *a, const char *root);

elem *view_root(struct view *v);

/* False when memory ran out while it was filled. */
bool view_ok(const struct view *v);

/* A new last child of parent. */
elem *el_add(elem *parent, const char *name);

/* A new last child with text (NULL: empty). */
elem *el_add_text(elem *parent, const char *name, const char *text);

/* Append text to an element. */
void el_text(elem *e, const char *text);

/* Set an attribute; a NULL value leaves it out. */
void el_attr(elem *e, const char *name, const char *value);
void el_int(elem *e, const char *name, int64_t value);
/* The value of an attribute, as long as the view lives; NULL: none. */
const char *el_value(const elem *e, const char *name);
/* The first child of that name, or NULL. */
elem *el_find(const elem *parent, const char *name);
/* The words in an element as one line; what is no part of a sentence's flow
   (not <a>, <b>, <code>, <span>) stands apart from its neighbours. */
char *el_words(struct arena *a, const elem *e);
/* "ya" when true; left out when false. */
void el_flag(elem *e, const char *name, bool value);
/* A UTC timestamp of the database, in the office's zone: 2019-10-09T10:57. */
void el_time(struct arena *a, elem *e, const char *name, const char *utc);

/* A copy of from, with all in it but elements of that name (NULL: none), as a
   new last child of parent. */
elem *el_copy(elem *parent, const elem *from, const char *but);

/* Copies of all children of from with that name. */
void el_copy_all(elem *parent, const elem *from, const char *name);

/*
 * This element, filled already, is a part: what the stylesheet makes of it
 * (one element, by an ordinary template; or <potongan> with the elements that
 * the page puts in several places) depends on nothing else on the page.
 * The HTML of parts is kept and used again, so a list of which most rows have
 * been shown before costs little.  See "Parts" in xslt/bagian/BACA.txt.
 */
void el_part(elem *e);

/*
 * A part that is an element with attributes and nothing in it, as the row of a
 * list is, and the last child of its parent.  It becomes an element only where
 * one is needed, which is not the case when its HTML is kept: nothing else
 * that goes into parent afterwards may depend on its place.
 */
struct row;
struct row *el_row(elem *parent, const char *name);

/* As el_attr(), el_int(), el_flag(), el_time(); but no name twice, and name
   and value stay the caller's: they live as long as the view. */
void row_attr(struct row *r, const char *name, const char *value);
void row_int(struct row *r, const char *name, int64_t value);
void row_flag(struct row *r, const char *name, bool value);
void row_time(struct row *r, const char *name, const char *utc);

/* --- for lib/xsl --- */

#define ROW_MAX 24 /* attributes of a row */

struct row {
	struct arena *a;
	elem *parent;
	const char *name;
	bool placed; /* it is in the document, or something for it */
	size_t n;
	struct {
		const char *name;
		const char *value;
	} at[ROW_MAX];
};

/* One of them is NULL. */
struct part {
	elem *e;
	struct row *row;
};

/* The parts in the order they were marked. */
struct part *view_parts(struct view *v, size_t *n);

/* The element of a row as the last child of parent, which may be in another
   document; NULL: no memory.  Memory is the caller's matter. */
elem *row_element(const struct row *r, elem *parent);

/* The document as XML text (UTF-8); from the arena.  p NULL: no memory. */
struct blob view_xml(struct view *v);

/* The libxml2 document itself: for dokumen/ only. */
void *view_doc(struct view *v);

/* The same, for lib/xsl, which adds nothing of its own to it. */
void *view_source(struct view *v);

#endif
