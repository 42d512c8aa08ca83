/*
 * manifes.h - a manifest as a document: XML with an enveloped signature
 * and the printed sheet with the QR code.
 *
 * The XML is made by xslt/dokumen/manifes-xml.xsl, its schema is
 * xslt/dokumen/manifes.rng; the sheet is xslt/dokumen/manifes.xsl.  Signing
 * is tanda-xml.h.
 */
#ifndef DOKUMEN_MANIFES_H
#define DOKUMEN_MANIFES_H

#include "../model/manifes.h"

/*
 * The signed XML of m (from manifes_siapkan()), verified from its bytes before
 * OK; the bytes belong to db's arena.  ERR_INTERNAL: key or certificate
 * cannot be used, logged; ERR_BUSY: memory is out.
 */
enum err manifes_tulis(struct db *db, const struct manifes *m,
		       struct blob *xml);

/*
 * manifes_tulis() and manifes_simpan(): make, sign, verify and store m, whose
 * id it sets.  sebab: see manifes_simpan().  In the caller's transaction,
 * which must be undone on an error.
 */
enum err manifes_terbitkan(struct db *db, const struct pelaku *p,
			   struct manifes *m, const char *sebab);

/*
 * "Lembar Manifest": the sheet for the file, as PDF in db's arena.  One that
 * is not in force says so across the page.
 */
enum err manifes_lembar(struct db *db, const struct manifes *m,
			struct blob *pdf);

#endif
