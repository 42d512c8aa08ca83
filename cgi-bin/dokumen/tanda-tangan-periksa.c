/* tanda-tangan-periksa.c - checking PAdES signatures; see tanda-tangan.h.
   Reads foreign bytes.  A changed byte must show even where the CMS does
   not cover itself, so one canonical form is asked for. */
#include "tanda-tangan.h"

#include "../lib/log.h"
#include "pdf.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

struct checked {
	CMS_ContentInfo *cms;
	CMS_SignerInfo *si;
	X509 *cert;             /* of the signer; the CMS owns it */
	STACK_OF(X509) *certs; /* in the CMS */
	unsigned char *content; /* the two ranges, one after the other */
	unsigned char *der;
	BIO *bio;
	X509_STORE *store;
};

static void free_checked(void *what)
{
	struct checked *c = what;

	BIO_free(c->bio);
	sk_X509_pop_free(c->certs, X509_free);
	CMS_ContentInfo_free(c->cms);
	X509_STORE_free(c->store);
	OPENSSL_free(c->der);
	OPENSSL_free(c->content);
	/* Refusals leave their reasons behind; they are not ours to tell. */
	ERR_clear_error();
}

/* The dictionary of the last signature field that has a value. */
static bool find_signature(const struct pdf *pdf, struct blob *sig)
{
	struct blob catalog, form, fields, field, value;
	bool found = false;
	unsigned no;
	size_t i;

	if (!pdf_object(pdf, pdf->root, &catalog) ||
	    !pdf_get_deep(pdf, catalog, "AcroForm", &form) ||
	    !pdf_get_deep(pdf, form, "Fields", &fields))
		return false;
	for (i = 0; pdf_element(fields, i, &field); i++) {
		if (!pdf_reference(field, &no) || !pdf_object(pdf, no, &field))
			continue;
		if (pdf_get_deep(pdf, field, "FT", &value) &&
		    pdf_is_name(value, "Sig") &&
		    pdf_get_deep(pdf, field, "V", &value)) {
			*sig = value;
			found = true;
		}
	}
	return found;
}

/* True when the ranges are all of the file but the value of /Contents. */
static bool covers_all(const struct pdf *pdf, struct blob sig,
		       struct blob contents)
{
	uint64_t want[4], got;
	struct blob range, number;
	size_t i;

	want[0] = 0;
	want[1] = (uint64_t)(contents.p - pdf->file.p);
	want[2] = want[1] + contents.n;
	want[3] = pdf->file.n - want[2];
	if (!pdf_get(sig, "ByteRange", &range))
		return false;
	for (i = 0; i < 4; i++)
		if (!pdf_element(range, i, &number) ||
		    !pdf_number(number, &got) || got != want[i])
			return false;
	return !pdf_element(range, 4, &number);
}

/* Step into (or over) the value at *p, which must have the DER tag. */
static bool step(const unsigned char **p, const unsigned char *end,
		 unsigned char tag, bool over)
{
	int found_tag, found_class;
	long n;

	if (*p >= end || **p != tag ||
	    (ASN1_get_object(p, &n, &found_tag, &found_class, end - *p) &
	     0x80) != 0)
		return false;
	if (over)
		*p += n;
	return true;
}

/*
 * Versions and algorithm identifiers, which no digest covers and the
 * library does not look at all of, are those of tanda-tangan.c.
 */
static bool header_is_ours(const struct checked *c, size_t n)
{
	static const unsigned char head[] = {
		0x02, 0x01, 0x01,                   /* version 1 */
		0x31, 0x0D, 0x30, 0x0B, 0x06, 0x09, /* SHA-256 */
		0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01,
		0x30, 0x0B, 0x06, 0x09, /* data, detached */
		0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01,
	};
	static const unsigned char version[] = { 0x02, 0x01, 0x01 };
	const unsigned char *p = c->der, *end = c->der + n;

	if (!step(&p, end, 0x30, false) || !step(&p, end, 0x06, true) ||
	    !step(&p, end, 0xA0, false) || !step(&p, end, 0x30, false) ||
	    (size_t)(end - p) < sizeof(head) ||
	    memcmp(p, head, sizeof(head)) != 0)
		return false;
	p += sizeof(head);
	return step(&p, end, 0xA0, true) &&  /* certificates */
	       step(&p, end, 0x31, false) && /* signers */
	       step(&p, end, 0x30, false) &&
	       (size_t)(end - p) >= sizeof(version) &&
	       memcmp(p, version, sizeof(version)) == 0;
}

static int hex_value(unsigned char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1; /* capitals: not how we write it */
}

/* The CMS in <…>: lower-case digits, DER, nothing but zeros behind it. */
static bool read_cms(struct checked *c, struct blob contents)
{
	const unsigned char *p;
	size_t n = (contents.n - 2) / 2, i;
	unsigned char *again = NULL;
	int high, low, len;
	bool same;

	if (contents.n < 4 || contents.n % 2 != 0 || contents.p[0] != '<')
		return false;
	c->der = OPENSSL_malloc(n);
	if (c->der == NULL)
		return false;
	for (i = 0; i < n; i++) {
		high = hex_value(contents.p[1 + 2 * i]);
		low = hex_value(contents.p[2 + 2 * i]);
		if (high < 0 || low < 0)
			return false;
		c->der[i] = (unsigned char)(high * 16 + low);
	}
	p = c->der;
	c->cms = d2i_CMS_ContentInfo(NULL, &p, (long)n);
	if (c->cms == NULL)
		return false;
	len = i2d_CMS_ContentInfo(c->cms, &again);
	same = len > 0 && len == p - c->der &&
	       memcmp(again, c->der, (size_t)len) == 0;
	OPENSSL_free(again);
	for (i = (size_t)(p - c->der); i < n; i++)
		if (c->der[i] != 0)
			return false;
	return same && header_is_ours(c, (size_t)len);
}

static bool algorithms_are_ours(CMS_SignerInfo *si)
{
	X509_ALGOR *digest, *signature;
	const ASN1_OBJECT *oid;
	int type;

	CMS_SignerInfo_get0_algs(si, NULL, NULL, &digest, &signature);
	X509_ALGOR_get0(&oid, &type, NULL, digest);
	if (OBJ_obj2nid(oid) != NID_sha256 || type != V_ASN1_UNDEF)
		return false;
	X509_ALGOR_get0(&oid, &type, NULL, signature);
	return OBJ_obj2nid(oid) == NID_ecdsa_with_SHA256 &&
	       type == V_ASN1_UNDEF;
}

/* One signer whose certificate is in the CMS. */
static bool find_signer(struct checked *c)
{
	STACK_OF(CMS_SignerInfo) *all = CMS_get0_SignerInfos(c->cms);
	int i;

	if (OBJ_obj2nid(CMS_get0_type(c->cms)) != NID_pkcs7_signed ||
	    sk_CMS_SignerInfo_num(all) != 1)
		return false;
	c->si = sk_CMS_SignerInfo_value(all, 0);
	c->certs = CMS_get1_certs(c->cms);
	for (i = 0; i < sk_X509_num(c->certs); i++)
		if (CMS_SignerInfo_cert_cmp(c->si,
					    sk_X509_value(c->certs, i)) == 0)
			c->cert = sk_X509_value(c->certs, i);
	return c->cert != NULL && algorithms_are_ours(c->si);
}

/* Digest and signature hold over the content. */
static bool content_holds(struct checked *c, const struct pdf *pdf,
			  struct blob contents)
{
	size_t before = (size_t)(contents.p - pdf->file.p);
	size_t after = pdf->file.n - before - contents.n;

	if (before + after > INT32_MAX)
		return false;
	c->content = OPENSSL_malloc(before + after);
	if (c->content == NULL)
		return false;
	memcpy(c->content, pdf->file.p, before);
	memcpy(c->content + before, contents.p + contents.n, after);
	c->bio = BIO_new_mem_buf(c->content, (int)(before + after));
	return c->bio != NULL &&
	       CMS_verify(c->cms, NULL, NULL, c->bio, NULL,
			  CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
}

/* signing-certificate-v2 names the certificate that was used. */
static bool names_its_certificate(const struct checked *c,
				  const STACK_OF(X509) *chain)
{
	ESS_SIGNING_CERT_V2 *ess = NULL;
	const unsigned char *p;
	ASN1_STRING *value;
	bool ok = false;

	value = CMS_signed_get0_data_by_OBJ(
	    c->si, OBJ_nid2obj(NID_id_smime_aa_signingCertificateV2), -3,
	    V_ASN1_SEQUENCE);
	if (value == NULL)
		return false;
	p = ASN1_STRING_get0_data(value);
	ess = d2i_ESS_SIGNING_CERT_V2(NULL, &p, ASN1_STRING_length(value));
	if (ess != NULL)
		ok = OSSL_ESS_check_signing_certs(NULL, ess, chain, 1) == 1;
	ESS_SIGNING_CERT_V2_free(ess);
	return ok;
}

/* The chain ends at the authority and was valid at the time told. */
static bool chain_holds(struct checked *c, time_t when)
{
	X509_STORE_CTX *ctx = X509_STORE_CTX_new();
	bool ok = false;

	if (ctx == NULL ||
	    !X509_STORE_CTX_init(ctx, c->store, c->cert, c->certs))
		goto out;
	X509_VERIFY_PARAM_set_time(X509_STORE_CTX_get0_param(ctx), when);
	ok = X509_verify_cert(ctx) == 1 &&
	     (X509_get_key_usage(c->cert) &
	      (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0 &&
	     names_its_certificate(c, X509_STORE_CTX_get0_chain(ctx));
out:
	X509_STORE_CTX_free(ctx);
	return ok;
}

static void read_facts(struct blob sig, const struct checked *c,
		       struct tanda_tangan_hasil *h)
{
	struct blob value;
	unsigned char *utf8 = NULL;
	X509_NAME *name;
	int at, n;

	if (pdf_get(sig, "M", &value))
		pdf_date(value, &h->waktu);
	if (pdf_get(sig, "Reason", &value))
		pdf_text(value, h->alasan, sizeof(h->alasan));
	if (pdf_get(sig, "Location", &value))
		pdf_text(value, h->lokasi, sizeof(h->lokasi));
	if (c->cert == NULL)
		return;
	name = X509_get_subject_name(c->cert);
	at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
	if (at < 0)
		return;
	n = ASN1_STRING_to_UTF8(
	    &utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
	/* A name that does not fit is left out rather than cut. */
	if (n > 0 && (size_t)n < sizeof(h->nama) &&
	    text_ok((const char *)utf8, (size_t)n)) {
		memcpy(h->nama, utf8, (size_t)n);
		h->nama[n] = '\0';
	}
	OPENSSL_free(utf8);
}

static enum err check(struct arena *a, struct blob file, const char *ca_file,
		      struct tanda_tangan_hasil *h)
{
	struct checked *c = arena_alloc(a, sizeof(*c));
	struct blob sig, contents;
	struct pdf pdf;
	enum err err;
	bool whole;

	arena_cleanup(a, free_checked, c);
	err = pdf_open(a, file, &pdf);
	if (err != OK)
		return err;
	if (!find_signature(&pdf, &sig) || !pdf_get(sig, "Contents", &contents))
		return ERR_NOT_FOUND;
	c->store = X509_STORE_new();
	if (c->store == NULL)
		return ERR_BUSY;
	if (X509_STORE_load_file(c->store, ca_file) != 1) {
		log_error("tanda-tangan: cannot read %s", ca_file);
		return ERR_INTERNAL;
	}
	whole = covers_all(&pdf, sig, contents) && read_cms(c, contents) &&
		find_signer(c);
	read_facts(sig, c, h);
	h->utuh = whole && content_holds(c, &pdf, contents);
	h->tepercaya = h->utuh && chain_holds(c, h->waktu);
	return OK;
}

enum err tanda_tangan_periksa(const unsigned char *pdf, size_t n,
			      const char *ca_file,
			      struct tanda_tangan_hasil *hasil)
{
	struct arena *a = arena_new();
	struct blob file = { pdf, n };
	jmp_buf full;
	enum err err;

	memset(hasil, 0, sizeof(*hasil));
	if (a == NULL)
		return ERR_BUSY;
	arena_on_full(a, &full);
	if (setjmp(full) == 0)
		err = check(a, file, ca_file, hasil);
	else
		err = ERR_BUSY;
	arena_free(a);
	if (err != OK)
		memset(hasil, 0, sizeof(*hasil));
	return err;
}
