/* tanda-tangan.c - making PAdES signatures; see tanda-tangan.h.  The
   signature object stands in an update after the old end of the file, with
   room for the CMS, which covers everything but that room. */
#include "tanda-tangan.h"

#include "../lib/log.h"
#include "../lib/text.h"
#include "pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/asn1t.h>
#include <openssl/cms.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/sha.h>
#include <openssl/x509.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define KEY_FILE_BYTES  (64 * 1024)
#define RANGE_WIDTH     48   /* room for the numbers of /ByteRange */
#define CMS_FRAME_BYTES 1536 /* CMS without its certificates, generously */
#define MAX_PAGE_DEPTH  16

/* clang-format off: these macros look like no C it knows. */
/* RFC 5652, 5.4: what is signed is the SET OF attributes in DER. */
typedef STACK_OF(X509_ATTRIBUTE) SIGNED_ATTRIBUTES;
ASN1_ITEM_TEMPLATE(SIGNED_ATTRIBUTES) =
	ASN1_EX_TEMPLATE_TYPE(ASN1_TFLG_SET_OF, 0, attributes, X509_ATTRIBUTE)
static_ASN1_ITEM_TEMPLATE_END(SIGNED_ATTRIBUTES)
/* clang-format on */

struct signer {
	EVP_PKEY *key;
	X509 *cert;
	STACK_OF(X509) *chain;
	size_t cert_bytes; /* DER of all of them */
};

static void free_signer(void *what)
{
	struct signer *s = what;

	EVP_PKEY_free(s->key);
	X509_free(s->cert);
	sk_X509_pop_free(s->chain, X509_free);
}

static enum err fail(const char *what)
{
	unsigned long e = ERR_get_error();

	log_error("tanda-tangan: %s: %s", what,
		  e == 0 ? "-" : ERR_reason_error_string(e));
	ERR_clear_error();
	return ERR_INTERNAL;
}

/* Never ask on a terminal: a key with a passphrase does not load. */
static int no_passphrase(char *buf, int size, int writing, void *data)
{
	(void)buf;
	(void)size;
	(void)writing;
	(void)data;
	return -1;
}

/* The file into p, which has KEY_FILE_BYTES. */
static enum err read_key_file(const char *path, char *p, size_t *n)
{
	enum err err = ERR_INTERNAL;
	struct stat st;
	ssize_t got;
	int fd;

	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY);
	if (fd < 0)
		return errno == ENOENT ? ERR_NOT_FOUND : fail("key file");
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) ||
	    (st.st_mode & 077) != 0) {
		fail("others have rights on the key file");
		goto out;
	}
	for (*n = 0; *n < KEY_FILE_BYTES; *n += (size_t)got) {
		got = read(fd, p + *n, KEY_FILE_BYTES - *n);
		if (got < 0) {
			fail("key file");
			goto out;
		}
		if (got == 0)
			break;
	}
	err = *n < KEY_FILE_BYTES ? OK : fail("key file too large");
out:
	close(fd);
	return err;
}

static enum err parse_key(const char *p, size_t n, struct signer *s)
{
	BIO *bio = BIO_new_mem_buf(p, (int)n);
	enum err err = ERR_BUSY;
	X509 *cert;

	s->chain = sk_X509_new_null();
	if (bio == NULL || s->chain == NULL)
		goto out;
	err = ERR_INTERNAL;
	s->key = PEM_read_bio_PrivateKey(bio, NULL, no_passphrase, NULL);
	if (s->key == NULL || EVP_PKEY_get_base_id(s->key) != EVP_PKEY_EC ||
	    EVP_PKEY_get_bits(s->key) != 256) {
		fail("no P-256 key in the key file");
		goto out;
	}
	BIO_free(bio);
	bio = BIO_new_mem_buf(p, (int)n);
	if (bio == NULL) {
		err = ERR_BUSY;
		goto out;
	}
	while ((cert = PEM_read_bio_X509(bio, NULL, no_passphrase, NULL)) !=
	       NULL) {
		if (s->cert == NULL) {
			s->cert = cert;
		} else if (X509_self_signed(cert, 0) == 1) {
			/* The reader has the authority's own already. */
			X509_free(cert);
			continue;
		} else if (!sk_X509_push(s->chain, cert)) {
			X509_free(cert);
			err = ERR_BUSY;
			goto out;
		}
		s->cert_bytes += (size_t)i2d_X509(cert, NULL);
	}
	ERR_clear_error(); /* "no start line" ends the loop */
	if (s->cert == NULL || !X509_check_private_key(s->cert, s->key)) {
		fail("key and certificate do not belong together");
		goto out;
	}
	err = OK;
out:
	BIO_free(bio);
	return err;
}

static enum err load_signer(struct arena *a, const char *path, struct signer *s)
{
	char *p = arena_alloc(a, KEY_FILE_BYTES);
	size_t n = 0;
	enum err err;

	arena_cleanup(a, free_signer, s);
	err = read_key_file(path, p, &n);
	if (err == OK)
		err = parse_key(p, n, s);
	OPENSSL_cleanse(p, n);
	return err;
}

/* Sign the attributes of si, which are complete. */
static bool sign_attributes(CMS_SignerInfo *si, EVP_PKEY *key)
{
	SIGNED_ATTRIBUTES *all = sk_X509_ATTRIBUTE_new_null();
	EVP_MD_CTX *ctx = EVP_MD_CTX_new();
	unsigned char *der = NULL, sig[128];
	size_t sig_len = sizeof(sig);
	int i, n, der_len;
	bool ok = false;

	if (all == NULL || ctx == NULL)
		goto out;
	n = CMS_signed_get_attr_count(si);
	for (i = 0; i < n; i++)
		if (!sk_X509_ATTRIBUTE_push(all, CMS_signed_get_attr(si, i)))
			goto out;
	der_len = ASN1_item_i2d((ASN1_VALUE *)all, &der,
				ASN1_ITEM_rptr(SIGNED_ATTRIBUTES));
	if (der_len <= 0)
		goto out;
	ok = EVP_DigestSignInit(ctx, NULL, EVP_sha256(), NULL, key) == 1 &&
	     EVP_DigestSign(ctx, sig, &sig_len, der, (size_t)der_len) == 1 &&
	     ASN1_STRING_set(CMS_SignerInfo_get0_signature(si), sig,
			     (int)sig_len) == 1;
out:
	OPENSSL_free(der);
	EVP_MD_CTX_free(ctx);
	sk_X509_ATTRIBUTE_free(all);
	return ok;
}

/*
 * The detached CMS over content with the SHA-256 digest; *der is freed with
 * OPENSSL_free().  CMS_final() would add a signing-time attribute, which
 * the PAdES baseline forbids, so the attributes are put together here:
 * content-type, message-digest and signing-certificate-v2.
 */
static enum err make_cms(const struct signer *s,
			 const unsigned char digest[SHA256_DIGEST_LENGTH],
			 unsigned char **der, int *n)
{
	const unsigned flags = CMS_PARTIAL | CMS_DETACHED | CMS_BINARY |
			       CMS_NOSMIMECAP | CMS_CADES;
	CMS_ContentInfo *cms;
	CMS_SignerInfo *si;
	enum err err = ERR_INTERNAL;

	cms = CMS_sign(NULL, NULL, s->chain, NULL, flags);
	if (cms == NULL)
		return fail("CMS");
	si = CMS_add1_signer(cms, s->cert, s->key, EVP_sha256(), flags);
	if (si == NULL ||
	    CMS_signed_add1_attr_by_NID(si, NID_pkcs9_contentType,
					V_ASN1_OBJECT,
					OBJ_nid2obj(NID_pkcs7_data), -1) != 1 ||
	    CMS_signed_add1_attr_by_NID(si, NID_pkcs9_messageDigest,
					V_ASN1_OCTET_STRING, digest,
					SHA256_DIGEST_LENGTH) != 1 ||
	    !sign_attributes(si, s->key)) {
		fail("CMS");
		goto out;
	}
	*der = NULL;
	*n = i2d_CMS_ContentInfo(cms, der);
	err = *n > 0 ? OK : fail("CMS");
out:
	CMS_ContentInfo_free(cms);
	return err;
}

/* Object number and dictionary of the last page. */
static bool last_page(const struct pdf *pdf, unsigned *no, struct blob *page)
{
	struct blob catalog, kids, kid, value;
	size_t i;
	int depth;

	if (!pdf_object(pdf, pdf->root, &catalog) ||
	    !pdf_get(catalog, "Pages", &value))
		return false;
	for (depth = 0; depth < MAX_PAGE_DEPTH; depth++) {
		if (!pdf_reference(value, no) || !pdf_object(pdf, *no, page))
			return false;
		if (!pdf_get_deep(pdf, *page, "Kids", &kids))
			return pdf_get(*page, "Type", &value) &&
			       pdf_is_name(value, "Page");
		for (i = 0; pdf_element(kids, i, &kid); i++)
			value = kid;
		if (i == 0)
			return false;
	}
	return false;
}

struct update {
	struct buf b;
	size_t offset[5];
	unsigned no[5];
	int n;
	size_t range;    /* where the numbers of /ByteRange go */
	size_t room;     /* where the '<' of /Contents is … */
	size_t room_end; /* … and what follows its '>' */
};

static void begin_object(struct update *u, unsigned no)
{
	u->no[u->n] = no;
	u->offset[u->n++] = u->b.n;
	buf_printf(&u->b, "%u 0 obj\n", no);
}

static void add_signature(struct update *u, unsigned no,
			  const struct tanda_tangan *t, const struct signer *s,
			  struct arena *a)
{
	size_t digits = 2 * (CMS_FRAME_BYTES + s->cert_bytes);
	char *zeros = arena_alloc(a, digits + 1);
	char name[128] = "";

	X509_NAME_get_text_by_NID(X509_get_subject_name(s->cert),
				  NID_commonName, name, sizeof(name));
	begin_object(u, no);
	buf_text(&u->b, "<< /Type /Sig\n/Filter /Adobe.PPKLite\n"
			"/SubFilter /ETSI.CAdES.detached\n/ByteRange ");
	u->range = u->b.n;
	buf_printf(&u->b, "%*s\n/Contents ", RANGE_WIDTH, "");
	u->room = u->b.n;
	memset(zeros, '0', digits);
	buf_char(&u->b, '<');
	buf_bytes(&u->b, zeros, digits);
	buf_char(&u->b, '>');
	u->room_end = u->b.n;
	buf_text(&u->b, "\n/M ");
	pdf_add_date(&u->b, t->waktu);
	buf_text(&u->b, "\n/Name ");
	pdf_add_text(&u->b, name);
	if (t->alasan != NULL) {
		buf_text(&u->b, "\n/Reason ");
		pdf_add_text(&u->b, t->alasan);
	}
	if (t->lokasi != NULL) {
		buf_text(&u->b, "\n/Location ");
		pdf_add_text(&u->b, t->lokasi);
	}
	buf_text(&u->b, "\n>>\nendobj\n");
}

/* The field and its widget in one; an appearance when it has a place. */
static void add_field(struct update *u, unsigned no, unsigned signature,
		      unsigned page, const double box[4])
{
	const double mm = 72.0 / 25.4, height = 297 * mm;
	double w = box[2] * mm, h = box[3] * mm;

	begin_object(u, no);
	buf_printf(&u->b,
		   "<< /Type /Annot\n/Subtype /Widget\n/FT /Sig\n"
		   "/T (TandaTangan1)\n/V %u 0 R\n/P %u 0 R\n/F 132\n",
		   signature, page);
	if (!(box[2] > 0)) {
		buf_text(&u->b, "/Rect [0 0 0 0]\n>>\nendobj\n");
		return;
	}
	/* Whole points are fine enough, and no locale writes a comma. */
	buf_printf(&u->b, "/Rect [%d %d %d %d]\n/AP << /N %u 0 R >>\n>>\n",
		   (int)(box[0] * mm), (int)(height - box[1] * mm - h),
		   (int)(box[0] * mm + w), (int)(height - box[1] * mm), no + 1);
	buf_text(&u->b, "endobj\n");
	begin_object(u, no + 1);
	buf_printf(&u->b,
		   "<< /Type /XObject\n/Subtype /Form\n/BBox [0 0 %d %d]\n"
		   "/Length 0\n>>\nstream\n\nendstream\nendobj\n",
		   (int)w, (int)h);
}

/* page again, with the widget among its annotations. */
static enum err add_page(struct update *u, const struct pdf *pdf, unsigned no,
			 struct blob page, unsigned widget)
{
	struct blob old = { NULL, 0 }, list = { NULL, 0 };
	size_t cut = page.n - 2, after = page.n - 2;

	if (pdf_get(page, "Annots", &old)) {
		if (!pdf_get_deep(pdf, page, "Annots", &list) ||
		    list.p[0] != '[')
			return ERR_TYPE;
		cut = (size_t)(old.p - page.p);
		after = cut + old.n;
	}
	begin_object(u, no);
	buf_bytes(&u->b, (const char *)page.p, cut);
	buf_text(&u->b, list.p == NULL ? "/Annots [" : "[");
	if (list.p != NULL)
		buf_bytes(&u->b, (const char *)list.p + 1, list.n - 2);
	buf_printf(&u->b, " %u 0 R]\n", widget);
	buf_bytes(&u->b, (const char *)page.p + after, page.n - after);
	buf_text(&u->b, "\nendobj\n");
	return OK;
}

static void add_catalog(struct update *u, unsigned no, struct blob catalog,
			unsigned widget)
{
	struct blob value;

	begin_object(u, no);
	buf_bytes(&u->b, (const char *)catalog.p, catalog.n - 2);
	buf_printf(&u->b, "/AcroForm << /Fields [%u 0 R] /SigFlags 3 >>\n",
		   widget);
	/* EN 319 142-1, 5.2: ETSI.CAdES.detached is an extension of 1.7. */
	if (!pdf_get(catalog, "Extensions", &value))
		buf_text(&u->b, "/Extensions << /ESIC << /BaseVersion /1.7 "
				"/ExtensionLevel 2 >> >>\n");
	if (!pdf_get(catalog, "Version", &value))
		buf_text(&u->b, "/Version /1.7\n");
	buf_text(&u->b, ">>\nendobj\n");
}

static void add_table(struct update *u, const struct pdf *pdf, struct arena *a)
{
	unsigned char id[SHA256_DIGEST_LENGTH];
	unsigned size = (unsigned)pdf->n_objects;
	struct blob ids, first;
	size_t xref = u->b.n;
	bool done[5] = { false };
	int i, k, best;

	buf_text(&u->b, "xref\n0 1\n0000000000 65535 f \n");
	for (k = 0; k < u->n; k++) {
		best = -1;
		for (i = 0; i < u->n; i++)
			if (!done[i] && (best < 0 || u->no[i] < u->no[best]))
				best = i;
		done[best] = true;
		buf_printf(&u->b, "%u 1\n%010zu 00000 n \n", u->no[best],
			   u->offset[best]);
		if (u->no[best] >= size)
			size = u->no[best] + 1;
	}
	buf_printf(&u->b, "trailer\n<< /Size %u\n/Root %u 0 R\n", size,
		   pdf->root);
	if (pdf->info != 0)
		buf_printf(&u->b, "/Info %u 0 R\n", pdf->info);
	if (pdf_get(pdf->trailer, "ID", &ids) && pdf_element(ids, 0, &first)) {
		SHA256((const unsigned char *)u->b.p, u->b.n, id);
		buf_text(&u->b, "/ID [");
		buf_bytes(&u->b, (const char *)first.p, first.n);
		buf_printf(&u->b, "<%s>]\n", text_hex(a, id, 16));
	}
	buf_printf(&u->b, "/Prev %zu\n>>\nstartxref\n%zu\n%%%%EOF\n", pdf->xref,
		   xref);
}

/* SHA-256 of everything but the room. */
static bool digest_around(const struct update *u,
			  unsigned char digest[SHA256_DIGEST_LENGTH])
{
	EVP_MD_CTX *ctx = EVP_MD_CTX_new();
	bool ok;

	ok = ctx != NULL && EVP_DigestInit_ex(ctx, EVP_sha256(), NULL) == 1 &&
	     EVP_DigestUpdate(ctx, u->b.p, u->room) == 1 &&
	     EVP_DigestUpdate(ctx, u->b.p + u->room_end,
			      u->b.n - u->room_end) == 1 &&
	     EVP_DigestFinal_ex(ctx, digest, NULL) == 1;
	EVP_MD_CTX_free(ctx);
	return ok;
}

/* Fill in what was left open: the ranges, then the CMS over them. */
static enum err seal(struct update *u, const struct signer *s, struct arena *a)
{
	unsigned char digest[SHA256_DIGEST_LENGTH], *der = NULL;
	size_t after = u->b.n - u->room_end, i;
	static const char hex[] = "0123456789abcdef";
	char *p = u->b.p, *range;
	enum err err;
	int n = 0;

	range = arena_printf(a, "[0 %zu %zu %zu]", u->room, u->room_end, after);
	if (strlen(range) > RANGE_WIDTH)
		return ERR_INTERNAL;
	memcpy(p + u->range, range, strlen(range));
	if (!digest_around(u, digest))
		return ERR_BUSY;
	err = make_cms(s, digest, &der, &n);
	if (err != OK)
		return err;
	if ((size_t)n * 2 > u->room_end - u->room - 2) {
		err = fail("CMS does not fit");
	} else {
		p += u->room + 1;
		for (i = 0; i < (size_t)n; i++) {
			*p++ = hex[der[i] >> 4];
			*p++ = hex[der[i] & 15];
		}
	}
	OPENSSL_free(der);
	return err;
}

/* Success is told only after the fresh file was verified. */
static enum err check(struct blob signed_pdf, const struct tanda_tangan *t)
{
	struct tanda_tangan_hasil h;
	enum err err;

	err = tanda_tangan_periksa(signed_pdf.p, signed_pdf.n, t->ca, &h);
	if (err != OK)
		return err == ERR_BUSY ? ERR_BUSY : ERR_INTERNAL;
	if (!h.utuh)
		return fail("the fresh signature does not hold");
	if (!h.tepercaya)
		return fail("the certificate is not of this authority, or "
			    "not valid now");
	return OK;
}

enum err tanda_tangan_pdf(struct arena *a, struct blob pdf,
			  const struct tanda_tangan *t, struct blob *hasil)
{
	struct signer *s = arena_alloc(a, sizeof(*s));
	struct update u = { .b = { .a = a } };
	struct blob catalog, page, value;
	unsigned page_no, first;
	struct pdf old;
	enum err err;

	err = pdf_open(a, pdf, &old);
	if (err != OK)
		return err;
	if (!pdf_object(&old, old.root, &catalog) ||
	    !last_page(&old, &page_no, &page))
		return ERR_TYPE;
	if (pdf_get(catalog, "AcroForm", &value))
		return ERR_CONFLICT;
	err = load_signer(a, t->kunci, s);
	if (err != OK)
		return err;
	first = (unsigned)old.n_objects;
	buf_bytes(&u.b, (const char *)pdf.p, pdf.n);
	if (u.b.p[u.b.n - 1] != '\n')
		buf_char(&u.b, '\n');
	add_signature(&u, first, t, s, a);
	add_field(&u, first + 1, first, page_no, t->kotak);
	err = add_page(&u, &old, page_no, page, first + 1);
	if (err != OK)
		return err;
	add_catalog(&u, old.root, catalog, first + 1);
	add_table(&u, &old, a);
	err = seal(&u, s, a);
	if (err != OK)
		return err;
	*hasil = (struct blob){ (const unsigned char *)u.b.p, u.b.n };
	return check(*hasil, t);
}
