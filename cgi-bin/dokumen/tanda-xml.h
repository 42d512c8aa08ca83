/*
 * tanda-xml.h - enveloped signatures on XML documents: XML Signature
 * (W3C, xmldsig-core1) over the whole document, ECDSA on P-256 with SHA-256,
 * exclusive canonicalisation; what the SAM card specification of Permendagri
 * 76/2020 requires a card to support.
 *
 * The key is kunci_dir/manifes.key, its certificate is published as
 * kunci_dir/manifes.pem; both are made by nginx/buat-kunci and read once a
 * process.  Nothing that came from outside is ever parsed here.
 */
#ifndef DOKUMEN_TANDA_XML_H
#define DOKUMEN_TANDA_XML_H

#include "../lib/arena.h"
#include "../lib/blob.h"
#include "../lib/err.h"

#include <libxml/tree.h>
#include <stdbool.h>

/*
 * Sign doc, which gets a <Signature> as the last child of its root, and write
 * it out: *out, UTF-8, belongs to a.  The bytes are parsed and verified again
 * before OK.
 * ERR_INTERNAL: the key is missing, readable for everybody, expired or does
 * not fit its certificate, or signing failed, all logged; ERR_BUSY: memory is
 * out.
 */
enum err tanda_xml(struct arena *a, xmlDocPtr doc, struct blob *out);

/*
 * Do our own bytes xml bear a good signature of the present key over all of
 * them?  Only what tanda_xml() makes counts as one.  OK, with the answer in
 * *utuh; ERR_INTERNAL: the key cannot be used; ERR_BUSY: memory is out.
 */
enum err tanda_xml_periksa(struct arena *a, struct blob xml, bool *utuh);

/*
 * What is published: the certificate, then that of the authority, PEM; from
 * a.  ERR_NOT_FOUND: there is none; ERR_INTERNAL.
 */
enum err tanda_xml_sertifikat(struct arena *a, struct blob *pem);

/* The authority's certificate alone.  Errors as above. */
enum err tanda_xml_otoritas(struct arena *a, struct blob *pem);

#endif
