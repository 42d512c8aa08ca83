/*
 * susun.h - a document's XML through its stylesheet to a PDF.
 *
 * The vocabulary of the document XML is told in xslt/dokumen/bagian.xsl,
 * that of the layout between in tata-letak.h.
 */
#ifndef DOKUMEN_SUSUN_H
#define DOKUMEN_SUSUN_H

#include "../lib/arena.h"
#include "../lib/blob.h"
#include "../lib/err.h"

#include <libxml/tree.h>
#include <time.h>

/*
 * Make the PDF of dokumen with the stylesheet at the path stylesheet, e.g.
 * ".../xslt/dokumen/bast.xsl".  A stylesheet is compiled once per process
 * and may neither read nor write anything while it works.
 * dibuat: creation date told in the file.  The bytes of *pdf belong to a;
 * dokumen stays the caller's, but its root gets the attribute hari, the
 * weekday of its tanggal (1 Monday … 7 Sunday), as stylesheets do not
 * calculate.
 * ERR_INTERNAL: no such stylesheet, it failed (e.g. by xsl:message with
 * terminate), or its result is no layout; ERR_INPUT: tanggal is not a date;
 * ERR_BUSY: memory is out.
 */
enum err dokumen_susun(struct arena *a, xmlDocPtr dokumen,
		       const char *stylesheet, time_t dibuat, struct blob *pdf);

#endif
