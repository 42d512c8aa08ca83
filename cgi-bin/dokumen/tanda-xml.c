/* tanda-xml.c - see tanda-xml.h. */
#include "tanda-xml.h"

#include "../lib/clock.h"
#include "../lib/config.h"
#include "../lib/log.h"
#include "../lib/text.h"

#include <errno.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xmlsec/xmlsec.h>
/* after xmlsec.h, which they need */
#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>
#include <xmlsec/openssl/evp.h>
#include <xmlsec/templates.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmltree.h>

#define BERKAS_BYTES (64 * 1024)
#define NAMA_KUNCI   "manifes.key"
#define NAMA_TERBIT  "manifes.pem"
#define NAMA_CA      "ca.pem"

/* Loaded once, and again when its time is over. */
static struct penanda {
	xmlSecKeyPtr kunci;
	X509 *sertifikat;
	char *base64; /* DER of the certificate, for <X509Certificate> */
} penanda;

static enum err gagal(const char *apa)
{
	log_error("tanda-xml: %s", apa);
	return ERR_INTERNAL;
}

static void pada_galat(const char *file, int line, const char *func,
		       const char *object, const char *subject, int reason,
		       const char *msg)
{
	(void)file;
	(void)line;
	log_error(
	    "xmlsec: %s: %s %s: %s (%d)", func, object == NULL ? "-" : object,
	    subject == NULL ? "-" : subject, msg == NULL ? "-" : msg, reason);
}

static bool mulai(void)
{
	static bool siap;

	if (siap)
		return true;
	siap = xmlSecInit() >= 0 && xmlSecCheckVersion() == 1 &&
	       xmlSecCryptoInit() >= 0;
	xmlSecErrorsSetCallback(pada_galat);
	return siap;
}

/*
 * The file kunci_dir/nama; rahasia: nobody may have rights on it but its owner
 * and the group of those who sign.
 */
static enum err baca_berkas(struct arena *a, const char *nama, bool rahasia,
			    struct blob *out)
{
	char *p = arena_alloc(a, BERKAS_BYTES);
	const char *path =
	    arena_printf(a, "%s/%s", config_get("kunci_dir", "kunci"), nama);
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY);
	enum err e = ERR_INTERNAL;
	struct stat st;
	size_t n = 0;
	ssize_t k;

	if (fd < 0) {
		e = errno == ENOENT ? ERR_NOT_FOUND : ERR_INTERNAL;
		log_error("%s: %s", path, strerror(errno));
		return e;
	}
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) ||
	    (rahasia && (st.st_mode & 037) != 0)) {
		log_error("%s: others have rights on it", path);
		goto out;
	}
	while (n < BERKAS_BYTES && (k = read(fd, p + n, BERKAS_BYTES - n)) > 0)
		n += (size_t)k;
	if (n == 0 || n == BERKAS_BYTES) {
		log_error("%s: empty or too large", path);
		goto out;
	}
	*out = (struct blob){ (const unsigned char *)p, n };
	e = OK;
out:
	close(fd);
	return e;
}

/* Never ask on a terminal: a key with a passphrase does not load. */
static int tanpa_sandi(char *buf, int size, int writing, void *data)
{
	(void)buf;
	(void)size;
	(void)writing;
	(void)data;
	return -1;
}

/* Certificate as <X509Certificate> holds it; NULL without memory. */
static char *base64(X509 *x)
{
	unsigned char *der = NULL;
	int n = i2d_X509(x, &der);
	char *out = n <= 0 ? NULL : malloc(4 * (size_t)(n + 2) / 3 + 1);

	if (out != NULL)
		EVP_EncodeBlock((unsigned char *)out, der, n);
	OPENSSL_free(der);
	return out;
}

/* The key as xmlsec wants it; takes over pkey when it succeeds. */
static xmlSecKeyPtr bungkus(EVP_PKEY *pkey)
{
	xmlSecKeyDataPtr data = xmlSecOpenSSLEvpKeyAdopt(pkey);
	xmlSecKeyPtr key = data == NULL ? NULL : xmlSecKeyCreate();

	if (data == NULL)
		return NULL;
	if (key == NULL || xmlSecKeySetValue(key, data) < 0) {
		if (key != NULL)
			xmlSecKeyDestroy(key);
		/* It would free pkey, which is the caller's again. */
		EVP_PKEY_up_ref(pkey);
		xmlSecKeyDataDestroy(data);
		return NULL;
	}
	return key;
}

static enum err urai(struct blob pem)
{
	BIO *bio = BIO_new_mem_buf(pem.p, (int)pem.n);
	EVP_PKEY *pkey = NULL;
	X509 *x = NULL;
	char *teks = NULL;
	xmlSecKeyPtr key = NULL;
	enum err e = ERR_BUSY;

	if (bio == NULL)
		goto out;
	pkey = PEM_read_bio_PrivateKey(bio, NULL, tanpa_sandi, NULL);
	x = PEM_read_bio_X509(bio, NULL, tanpa_sandi, NULL);
	if (pkey == NULL || x == NULL ||
	    EVP_PKEY_get_base_id(pkey) != EVP_PKEY_EC ||
	    EVP_PKEY_get_bits(pkey) != 256 ||
	    X509_check_private_key(x, pkey) != 1) {
		e = gagal(NAMA_KUNCI " is not a P-256 key followed by its"
				     " certificate");
		goto out;
	}
	teks = base64(x);
	key = teks == NULL ? NULL : bungkus(pkey);
	if (key == NULL)
		goto out;
	penanda = (struct penanda){ key, x, teks };
	pkey = NULL;
	x = NULL;
	teks = NULL;
	e = OK;
out:
	free(teks);
	X509_free(x);
	EVP_PKEY_free(pkey);
	BIO_free(bio);
	return e;
}

static void lupakan(void)
{
	if (penanda.kunci != NULL)
		xmlSecKeyDestroy(penanda.kunci);
	X509_free(penanda.sertifikat);
	free(penanda.base64);
	penanda = (struct penanda){ 0 };
}

/* Is there one in memory, good at the present time? */
static bool berlaku(void)
{
	time_t kini = (time_t)(clock_now_ms() / 1000);

	return penanda.kunci != NULL &&
	       X509_cmp_time(X509_get0_notBefore(penanda.sertifikat), &kini) <
		   0 &&
	       X509_cmp_time(X509_get0_notAfter(penanda.sertifikat), &kini) > 0;
}

/* Key and certificate are there and good; a new one is found by itself when
   the old one is over. */
static enum err siapkan(struct arena *a)
{
	struct blob pem = { NULL, 0 };
	enum err e;

	if (berlaku())
		return OK;
	if (!mulai())
		return gagal("xmlsec cannot be started");
	lupakan();
	e = baca_berkas(a, NAMA_KUNCI, true, &pem);
	if (e == OK)
		e = urai(pem);
	if (pem.p != NULL)
		OPENSSL_cleanse((void *)pem.p, pem.n);
	if (e == OK && !berlaku()) {
		lupakan();
		e = gagal("the certificate is not valid now: remove " NAMA_KUNCI
			  " and run buat-kunci");
	}
	return e == OK || e == ERR_BUSY ? e : ERR_INTERNAL;
}

/*
 * A context that knows only what we write: one reference to the whole
 * document, two transforms, one kind of signature.  NULL without memory.
 */
static xmlSecDSigCtxPtr konteks(void)
{
	xmlSecDSigCtxPtr c = xmlSecDSigCtxCreate(NULL);

	if (c == NULL)
		return NULL;
	c->enabledReferenceUris = xmlSecTransformUriTypeEmpty;
	if (xmlSecDSigCtxEnableReferenceTransform(
		c, xmlSecTransformEnvelopedId) < 0 ||
	    xmlSecDSigCtxEnableReferenceTransform(
		c, xmlSecTransformExclC14NId) < 0 ||
	    xmlSecDSigCtxEnableReferenceTransform(c, xmlSecTransformSha256Id) <
		0 ||
	    xmlSecDSigCtxEnableSignatureTransform(
		c, xmlSecTransformExclC14NId) < 0 ||
	    xmlSecDSigCtxEnableSignatureTransform(
		c, xmlSecTransformEcdsaSha256Id) < 0) {
		xmlSecDSigCtxDestroy(c);
		return NULL;
	}
	c->signKey = penanda.kunci;
	return c;
}

static void lepas(xmlSecDSigCtxPtr c)
{
	c->signKey = NULL; /* stays with the process */
	xmlSecDSigCtxDestroy(c);
}

/* An empty signature at the end of the root; NULL without memory. */
static xmlNodePtr rangka(xmlDocPtr doc)
{
	xmlNodePtr akar = xmlDocGetRootElement(doc), tanda, ref, n;

	tanda = xmlSecTmplSignatureCreate(doc, xmlSecTransformExclC14NId,
					  xmlSecTransformEcdsaSha256Id, NULL);
	if (tanda == NULL)
		return NULL;
	xmlAddChild(akar, tanda);
	xmlAddChild(akar, xmlNewDocText(doc, BAD_CAST "\n"));
	ref = xmlSecTmplSignatureAddReference(tanda, xmlSecTransformSha256Id,
					      NULL, BAD_CAST "", NULL);
	if (ref == NULL ||
	    xmlSecTmplReferenceAddTransform(ref, xmlSecTransformEnvelopedId) ==
		NULL ||
	    xmlSecTmplReferenceAddTransform(ref, xmlSecTransformExclC14NId) ==
		NULL)
		return NULL;
	/* The certificate goes along for those who know the authority only. */
	n = xmlSecTmplSignatureEnsureKeyInfo(tanda, NULL);
	n = n == NULL ? NULL : xmlSecTmplKeyInfoAddX509Data(n);
	n = n == NULL ? NULL : xmlSecTmplX509DataAddCertificate(n);
	if (n == NULL)
		return NULL;
	xmlNodeSetContent(n, BAD_CAST penanda.base64);
	return tanda;
}

static enum err tandai(xmlDocPtr doc)
{
	xmlNodePtr tanda = rangka(doc);
	xmlSecDSigCtxPtr c;
	enum err e;

	if (tanda == NULL)
		return ERR_BUSY;
	c = konteks();
	if (c == NULL)
		return ERR_BUSY;
	e = xmlSecDSigCtxSign(c, tanda) == 0 &&
		    c->status == xmlSecDSigStatusSucceeded ?
		OK :
		gagal("signing failed");
	lepas(c);
	return e;
}

/* The signature: the last element of the root, and the only one. */
static xmlNodePtr cari(xmlDocPtr doc)
{
	xmlNodePtr akar = xmlDocGetRootElement(doc), tanda = NULL;

	for (xmlNodePtr n = akar == NULL ? NULL : xmlFirstElementChild(akar);
	     n != NULL; n = xmlNextElementSibling(n)) {
		if (tanda != NULL)
			return NULL;
		if (xmlSecCheckNodeName(n, xmlSecNodeSignature, xmlSecDSigNs))
			tanda = n;
	}
	return tanda;
}

static enum err periksa(struct blob xml, bool *utuh)
{
	xmlDocPtr doc = xmlReadMemory((const char *)xml.p, (int)xml.n, NULL,
				      NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
	xmlNodePtr tanda = doc == NULL ? NULL : cari(doc);
	xmlSecDSigCtxPtr c = NULL;
	enum err e = OK;

	*utuh = false;
	if (tanda == NULL)
		goto out;
	c = konteks();
	if (c == NULL) {
		e = ERR_BUSY;
		goto out;
	}
	*utuh = xmlSecDSigCtxVerify(c, tanda) == 0 &&
		c->status == xmlSecDSigStatusSucceeded &&
		xmlSecPtrListGetSize(&c->signedInfoReferences) == 1;
	lepas(c);
out:
	if (doc != NULL)
		xmlFreeDoc(doc);
	return e;
}

enum err tanda_xml_periksa(struct arena *a, struct blob xml, bool *utuh)
{
	enum err e = siapkan(a);

	return e == OK ? periksa(xml, utuh) : e;
}

struct teks {
	xmlChar *p;
};

static void buang_teks(void *apa)
{
	struct teks *t = apa;

	if (t->p != NULL)
		xmlFree(t->p);
}

enum err tanda_xml(struct arena *a, xmlDocPtr doc, struct blob *out)
{
	struct teks *t = arena_alloc(a, sizeof(*t));
	bool utuh = false;
	enum err e = siapkan(a);
	int n = 0;

	arena_cleanup(a, buang_teks, t);
	if (e == OK)
		e = tandai(doc);
	if (e != OK)
		return e;
	xmlDocDumpMemoryEnc(doc, &t->p, &n, "UTF-8");
	if (t->p == NULL)
		return ERR_BUSY;
	*out = (struct blob){ t->p, (size_t)n };
	/* Success is told only after the fresh bytes were verified. */
	e = periksa(*out, &utuh);
	if (e == OK && !utuh)
		e = gagal("the fresh signature does not hold");
	return e;
}

enum err tanda_xml_sertifikat(struct arena *a, struct blob *pem)
{
	return baca_berkas(a, NAMA_TERBIT, false, pem);
}

enum err tanda_xml_otoritas(struct arena *a, struct blob *pem)
{
	return baca_berkas(a, NAMA_CA, false, pem);
}
