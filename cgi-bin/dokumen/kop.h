/*
 * kop.h - the letterhead of a printed document, from the settings.
 */
#ifndef DOKUMEN_KOP_H
#define DOKUMEN_KOP_H

#include "../lib/db.h"
#include "../lib/view.h"

/* Add <kop> (xslt/dokumen/bagian.xsl) to a document's root. */
void dokumen_kop(struct db *db, elem *root);

#endif
