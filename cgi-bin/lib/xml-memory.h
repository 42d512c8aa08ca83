/*
 * xml-memory.h - libxml2's memory, taken from a request's arena.
 *
 * A page is thousands of small nodes that all end with its request: taking
 * them from the arena makes each a few instructions, and nobody has to walk
 * the trees to free them.  Only lib/view and lib/xsl do so, around their own
 * calls; what libxml2 and its companions allocate at other times comes from
 * malloc as ever, and both kinds may be freed by xmlFree() anywhere.
 */
#ifndef XML_MEMORY_H
#define XML_MEMORY_H

#include "arena.h"

#include <stdbool.h>

/*
 * From now on take libxml2's memory from a; NULL: from malloc.  Returns what
 * was used before, to be given back in the same way.  When a is full libxml2
 * sees that memory is out.
 */
struct arena *xml_memory_use(struct arena *a);

/* False where each piece is to be freed by itself after all, so that the
   address sanitizer sees its use. */
bool xml_memory_pooled(void);

#endif
