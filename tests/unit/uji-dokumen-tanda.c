/*
 * uji-dokumen-tanda.c - electronic signatures (U-15): what we make is valid
 * to us and to pdfsig, whatever is changed is noticed, and keys that must
 * not be used are not used.
 */
#include "dokumen/pdf.h"
#include "dokumen/susun.h"
#include "dokumen/tanda-tangan.h"
#include "uji-dokumen-bantu.h"

#include <cairo-pdf.h>
#include <openssl/cms.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#define N(a) (sizeof(a) / sizeof((a)[0]))

static int siap_kelompok(void **state)
{
	static const struct {
		const char *name;
		struct kunci_uji k;
	} kunci[] = {
		{ "ca", { "CA Uji", NULL, true, NULL, -1000, 3650 } },
		{ "ca-lain", { "CA Lain", NULL, true, NULL, -10, 3650 } },
		{ "antara", { "CA Antara", "ca", true, NULL, -10, 3650 } },
		{ "pejabat",
		  { "Ir. Pejabat Conto\xC3\xA9", "ca", false, NULL, -10,
		    900 } },
		{ "lewat-antara",
		  { "Pejabat Antara", "antara", false, NULL, -10, 900 } },
		{ "habis", { "Pejabat Lama", "ca", false, NULL, -900, -1 } },
		{ "asing",
		  { "Pejabat Asing", "ca-lain", false, NULL, -10, 900 } },
		{ "bersandi",
		  { "Pejabat Sandi", "ca", false, "rahasia", -10, 900 } },
	};
	size_t i;

	if (buat_folder(state) != 0)
		return 1;
	for (i = 0; i < N(kunci); i++)
		buat_kunci(kunci[i].name, &kunci[i].k);
	return 0;
}

static int siap(void **state)
{
	*state = arena_new();
	return *state == NULL;
}

static int bersih(void **state)
{
	arena_free(*state);
	return 0;
}

static struct blob dokumen(struct arena *a, unsigned cards)
{
	struct blob pdf;

	assert_int_equal(
	    dokumen_susun(a, contoh(a, cards, "berlaku"),
			  sumber(a, cards > 0 ? "xslt/dokumen/bast.xsl" :
						"xslt/dokumen/"
						"surat-selesai.xsl"),
			  SAAT, &pdf),
	    OK);
	return pdf;
}

static struct tanda_tangan dengan(struct arena *a, const char *key)
{
	return (struct tanda_tangan){
		.kunci = berkas(a, arena_printf(a, "%s.pem", key)),
		.ca = berkas(a, "ca.crt"),
		.alasan = "Pengesahan (BAST) é",
		.lokasi = "Jakarta",
		.waktu = SAAT,
	};
}

static struct blob tanda(struct arena *a, struct blob pdf, const char *key)
{
	struct tanda_tangan t = dengan(a, key);
	struct blob out;

	assert_int_equal(tanda_tangan_pdf(a, pdf, &t, &out), OK);
	return out;
}

static bool sah(struct blob pdf, const char *ca)
{
	struct tanda_tangan_hasil h;

	return tanda_tangan_periksa(pdf.p, pdf.n, ca, &h) == OK && h.utuh &&
	       h.tepercaya;
}

static char *pdfsig(struct arena *a, struct blob pdf, const char *nss)
{
	char *path = berkas(a, "tanda.pdf");
	const char *const with[] = { "pdfsig", "-nssdir", nss, path, NULL };
	const char *const without[] = { "pdfsig", "-nocert", path, NULL };

	tulis(path, pdf.p, pdf.n);
	return jalankan(a, nss == NULL ? without : with, NULL);
}

static void ada(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("\"%s\" is missing in:\n%s", part, text);
}

/* Where the value of /Contents begins and ends in a signed file. */
static void ruang(struct blob pdf, size_t *from, size_t *to)
{
	const unsigned char *p = memmem(pdf.p, pdf.n, "/Contents <3", 12);

	assert_non_null(p);
	*from = (size_t)(p - pdf.p) + 10;
	p = memchr(p, '>', pdf.n - *from);
	*to = (size_t)(p - pdf.p) + 1;
}

/* U-15: the signature tells who, when, why, where, and pdfsig agrees. */
static void sah_bagi_kami_dan_pdfsig(void **state)
{
	struct arena *a = *state;
	struct blob plain = dokumen(a, 0), pdf = tanda(a, plain, "pejabat");
	struct tanda_tangan_hasil h;
	char *text;

	assert_int_equal(
	    tanda_tangan_periksa(pdf.p, pdf.n, berkas(a, "ca.crt"), &h), OK);
	assert_true(h.utuh);
	assert_true(h.tepercaya);
	assert_string_equal(h.nama, "Ir. Pejabat Conto\xC3\xA9");
	assert_int_equal(h.waktu, SAAT);
	assert_string_equal(h.alasan, "Pengesahan (BAST) é");
	assert_string_equal(h.lokasi, "Jakarta");
	/* An update: what was there stays as it was. */
	assert_true(pdf.n > plain.n);
	assert_memory_equal(pdf.p, plain.p, plain.n);
	text = pdfsig(a, pdf, NULL);
	ada(text, "Signature is Valid.");
	ada(text, "Signature Type: ETSI.CAdES.detached");
	ada(text, "Signing Hash Algorithm: SHA-256");
	ada(text, "Total document signed");
	ada(text, "Oct 09 2019");
	assert_int_equal(jumlah_halaman(a, pdf), 1);
}

/* With our authority in the reader's store the certificate is trusted. */
static void tepercaya_bagi_pdfsig(void **state)
{
	struct arena *a = *state;
	char *dir = berkas(a, "nss"), *store = arena_printf(a, "sql:%s", dir);
	static const char *const files[] = { "cert9.db", "key4.db",
					     "pkcs11.txt" };
	const char *const make[] = { "certutil",         "-N", "-d", store,
				     "--empty-password", NULL };
	struct blob pdf = dokumen(a, 0);
	int status;
	size_t i;

	assert_int_equal(mkdir(dir, 0700), 0);
	jalankan(a, make, &status);
	assert_int_equal(status, 0);
	/* pdfsig asks whether the certificates hold now, not in 2019. */
	buat_kunci("ca-kini", &(struct kunci_uji){ "CA Kini", NULL, true, NULL,
						   -10, 36500 });
	buat_kunci("kini", &(struct kunci_uji){ "Pejabat Kini", "ca-kini",
						false, NULL, -10, 36500 });
	const char *const now[] = {
		"certutil", "-A", "-d",     store, "-n",
		"kini",     "-t", "CT,C,C", "-i",  berkas(a, "ca-kini.crt"),
		NULL
	};
	struct tanda_tangan t = dengan(a, "kini");
	struct blob out;

	jalankan(a, now, &status);
	assert_int_equal(status, 0);
	t.ca = berkas(a, "ca-kini.crt");
	assert_int_equal(tanda_tangan_pdf(a, pdf, &t, &out), OK);
	ada(pdfsig(a, out, store), "Certificate is Trusted.");
	for (i = 0; i < N(files); i++)
		remove(arena_printf(a, "%s/%s", dir, files[i]));
	assert_int_equal(remove(dir), 0);
}

/*
 * One changed byte is noticed wherever it stands: every byte of the
 * signature itself, and one in each stretch of the rest.
 */
static void byte_berubah_diketahui(void **state)
{
	struct arena *a = *state;
	struct blob pdf = tanda(a, dokumen(a, 0), "lewat-antara");
	unsigned char *p = arena_alloc(a, pdf.n);
	struct blob changed = { p, pdf.n };
	char *ca = berkas(a, "ca.crt");
	size_t from, to, i, step;
	static const size_t few[] = { 30, 5000, 20000 };

	memcpy(p, pdf.p, pdf.n);
	assert_true(sah(changed, ca));
	ruang(pdf, &from, &to);
	for (i = 0; i < pdf.n; i += step) {
		step = i + 60 > from && i < to ? 1 : 53;
		p[i] ^= 1;
		if (sah(changed, ca))
			fail_msg("a changed byte at %zu of %zu (signature "
				 "%zu … %zu) was not noticed",
				 i, pdf.n, from, to);
		p[i] ^= 1;
	}
	/* The form of the hexadecimal digits counts, too. */
	for (i = from; i < to && (p[i] < 'a' || p[i] > 'f'); i++)
		;
	p[i] -= 'a' - 'A';
	assert_false(sah(changed, ca));
	p[i] += 'a' - 'A';
	assert_true(sah(changed, ca));
	for (i = 0; i < N(few); i++) {
		p[few[i]] ^= 1;
		assert_null(
		    strstr(pdfsig(a, changed, NULL), "Signature is Valid."));
		p[few[i]] ^= 1;
	}
	ada(pdfsig(a, changed, NULL), "Signature is Valid.");
}

static void sambungan_dan_potongan(void **state)
{
	struct arena *a = *state;
	struct blob pdf = tanda(a, dokumen(a, 0), "pejabat");
	unsigned char *p = arena_alloc(a, pdf.n + 8192);
	struct tanda_tangan_hasil h;
	char *ca = berkas(a, "ca.crt"), *tail;
	struct blob more;
	struct pdf read;
	size_t i;

	/* An update by somebody else after the signature. */
	memcpy(p, pdf.p, pdf.n);
	assert_int_equal(pdf_open(a, pdf, &read), OK);
	tail = arena_printf(a,
			    "xref\n0 1\n0000000000 65535 f \ntrailer\n<< "
			    "/Size %zu /Root %u 0 R /Prev %zu >>\nstartxref\n"
			    "%zu\n%%%%EOF\n",
			    read.n_objects, read.root, read.xref, pdf.n);
	memcpy(p + pdf.n, tail, strlen(tail));
	more = (struct blob){ p, pdf.n + strlen(tail) };
	assert_int_equal(pdf_open(a, more, &read), OK);
	assert_int_equal(tanda_tangan_periksa(more.p, more.n, ca, &h), OK);
	assert_false(h.utuh);
	assert_false(h.tepercaya);
	more.n = pdf.n + 1;
	p[pdf.n] = '\n';
	assert_false(sah(more, ca));
	for (i = 0; i < pdf.n - 1; i += 997)
		assert_int_equal(tanda_tangan_periksa(pdf.p, i, ca, &h),
				 ERR_TYPE);
	/* A cut back to the old end is the document without signature. */
	assert_int_equal(
	    tanda_tangan_periksa((const unsigned char *)"halo", 4, ca, &h),
	    ERR_TYPE);
	more = dokumen(a, 0);
	assert_int_equal(tanda_tangan_periksa(more.p, more.n, ca, &h),
			 ERR_NOT_FOUND);
	assert_int_equal(
	    tanda_tangan_periksa(pdf.p, pdf.n, berkas(a, "tiada.crt"), &h),
	    ERR_INTERNAL);
	assert_string_equal(h.nama, "");
}

/* EN 319 142-1: the attributes of baseline B, and no signing time. */
static void atribut_pades(void **state)
{
	struct arena *a = *state;
	struct blob pdf = tanda(a, dokumen(a, 0), "pejabat");
	STACK_OF(X509) *certs;
	CMS_ContentInfo *cms;
	const unsigned char *d;
	unsigned char *der;
	CMS_SignerInfo *si;
	size_t from, to, n;

	ruang(pdf, &from, &to);
	n = (to - from - 2) / 2;
	der = arena_alloc(a, n);
	assert_true(text_from_hex(
	    arena_strndup(a, (const char *)pdf.p + from + 1, 2 * n), der, n));
	d = der;
	cms = d2i_CMS_ContentInfo(NULL, &d, (long)n);
	assert_non_null(cms);
	assert_int_equal(CMS_is_detached(cms), 1);
	si = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0);
	assert_int_equal(CMS_signed_get_attr_count(si), 3);
	assert_true(CMS_signed_get_attr_by_NID(si, NID_pkcs9_contentType, -1) >=
		    0);
	assert_true(
	    CMS_signed_get_attr_by_NID(si, NID_pkcs9_messageDigest, -1) >= 0);
	assert_true(CMS_signed_get_attr_by_NID(
			si, NID_id_smime_aa_signingCertificateV2, -1) >= 0);
	assert_true(CMS_signed_get_attr_by_NID(si, NID_pkcs9_signingTime, -1) <
		    0);
	/* The authority's own certificate is not carried along. */
	certs = CMS_get1_certs(cms);
	assert_int_equal(sk_X509_num(certs), 1);
	sk_X509_pop_free(certs, X509_free);
	CMS_ContentInfo_free(cms);
}

static void lewat_ca_antara(void **state)
{
	struct arena *a = *state;
	struct blob pdf = tanda(a, dokumen(a, 250), "lewat-antara");

	assert_true(sah(pdf, berkas(a, "ca.crt")));
	ada(pdfsig(a, pdf, NULL), "Signature is Valid.");
	assert_true(jumlah_halaman(a, pdf) > 5);
}

/* Success is told only for a signature that holds for our authority. */
static void kunci_yang_ditolak(void **state)
{
	struct arena *a = *state;
	struct blob pdf = dokumen(a, 0), out;
	struct tanda_tangan t = dengan(a, "tiada");
	struct tanda_tangan_hasil h;
	char *mixed;

	assert_int_equal(tanda_tangan_pdf(a, pdf, &t, &out), ERR_NOT_FOUND);
	t = dengan(a, "habis");
	assert_int_equal(tanda_tangan_pdf(a, pdf, &t, &out), ERR_INTERNAL);
	/* What was signed while it lasted stays good. */
	t.waktu = SAAT - 100 * 86400;
	assert_int_equal(tanda_tangan_pdf(a, pdf, &t, &out), OK);
	assert_true(sah(out, t.ca));
	t = dengan(a, "asing");
	assert_int_equal(tanda_tangan_pdf(a, pdf, &t, &out), ERR_INTERNAL);
	t.ca = berkas(a, "ca-lain.crt");
	assert_int_equal(tanda_tangan_pdf(a, pdf, &t, &out), OK);
	assert_int_equal(
	    tanda_tangan_periksa(out.p, out.n, berkas(a, "ca.crt"), &h), OK);
	assert_true(h.utuh);
	assert_false(h.tepercaya);
	t = dengan(a, "bersandi");
	assert_int_equal(tanda_tangan_pdf(a, pdf, &t, &out), ERR_INTERNAL);
	/* An authority signs certificates, not documents. */
	t = dengan(a, "antara");
	assert_int_equal(tanda_tangan_pdf(a, pdf, &t, &out), ERR_INTERNAL);
	/* Others may read it. */
	t = dengan(a, "pejabat");
	assert_int_equal(chmod(t.kunci, 0640), 0);
	assert_int_equal(tanda_tangan_pdf(a, pdf, &t, &out), ERR_INTERNAL);
	assert_int_equal(chmod(t.kunci, 0400), 0);
	assert_int_equal(tanda_tangan_pdf(a, pdf, &t, &out), OK);
	assert_int_equal(chmod(t.kunci, 0600), 0);
	/* A certificate without its key, and nonsense. */
	t.kunci = berkas(a, "bukan.pem");
	tulis(t.kunci, "halo\n", 5);
	assert_int_equal(tanda_tangan_pdf(a, pdf, &t, &out), ERR_INTERNAL);
	mixed = arena_printf(
	    a, "%s%s",
	    jalankan(
		a,
		(const char *const[]){ "cat", berkas(a, "pejabat.crt"), NULL },
		NULL),
	    jalankan(
		a, (const char *const[]){ "cat", berkas(a, "asing.pem"), NULL },
		NULL));
	tulis(t.kunci, mixed, strlen(mixed));
	assert_int_equal(tanda_tangan_pdf(a, pdf, &t, &out), ERR_INTERNAL);
}

static void masukan_yang_ditolak(void **state)
{
	struct arena *a = *state;
	struct tanda_tangan t = dengan(a, "pejabat");
	struct blob pdf = tanda(a, dokumen(a, 0), "pejabat"), out;

	assert_int_equal(tanda_tangan_pdf(a, pdf, &t, &out), ERR_CONFLICT);
	pdf.n -= 10;
	assert_int_equal(tanda_tangan_pdf(a, pdf, &t, &out), ERR_TYPE);
	pdf = (struct blob){ (const unsigned char *)"halo", 4 };
	assert_int_equal(tanda_tangan_pdf(a, pdf, &t, &out), ERR_TYPE);
	pdf.n = 0;
	assert_int_equal(tanda_tangan_pdf(a, pdf, &t, &out), ERR_TYPE);
}

static cairo_status_t terima(void *to, const unsigned char *p, unsigned n)
{
	buf_bytes(to, (const char *)p, n);
	return CAIRO_STATUS_SUCCESS;
}

/* A field that is seen, on a last page that has an annotation already. */
static void terlihat_di_halaman_terakhir(void **state)
{
	struct arena *a = *state;
	struct tanda_tangan t = dengan(a, "pejabat");
	struct blob out, page, value, element;
	struct buf b = { .a = a };
	cairo_surface_t *s;
	cairo_t *cr;
	struct pdf read;
	unsigned no;
	uint64_t x;
	size_t i;

	s = cairo_pdf_surface_create_for_stream(terima, &b, 595, 842);
	cr = cairo_create(s);
	for (i = 0; i < 2; i++) {
		cairo_tag_begin(cr, CAIRO_TAG_LINK, "uri='https://x.id/'");
		cairo_rectangle(cr, 50, 50, 100, 20);
		cairo_fill(cr);
		cairo_tag_end(cr, CAIRO_TAG_LINK);
		cairo_show_page(cr);
	}
	cairo_destroy(cr);
	cairo_surface_destroy(s);
	t.kotak[0] = 100;
	t.kotak[1] = 200;
	t.kotak[2] = 60;
	t.kotak[3] = 25;
	assert_int_equal(
	    tanda_tangan_pdf(
		a, (struct blob){ (const unsigned char *)b.p, b.n }, &t, &out),
	    OK);
	ada(pdfsig(a, out, NULL), "Signature is Valid.");
	assert_int_equal(pdf_open(a, out, &read), OK);
	assert_true(pdf_object(&read, read.root, &value));
	assert_true(pdf_get_deep(&read, value, "Pages", &value));
	assert_true(pdf_get(value, "Kids", &value));
	assert_true(pdf_element(value, 1, &element));
	assert_true(pdf_reference(element, &no));
	assert_true(pdf_object(&read, no, &page));
	assert_true(pdf_get_deep(&read, page, "Annots", &value));
	assert_true(pdf_element(value, 0, &element));
	assert_true(pdf_element(value, 1, &element));
	assert_true(pdf_reference(element, &no));
	assert_true(pdf_object(&read, no, &page));
	assert_true(pdf_get(page, "Subtype", &value));
	assert_true(pdf_is_name(value, "Widget"));
	assert_true(pdf_get(page, "Rect", &value));
	assert_true(pdf_element(value, 0, &element));
	assert_true(pdf_number(element, &x));
	assert_in_range(x, 282, 284); /* 100 mm */
	assert_true(pdf_element(value, 3, &element));
	assert_true(pdf_number(element, &x));
	assert_in_range(x, 274, 276); /* 297 - 200 mm */
}

/* Foreign bytes: whatever comes in, no crash and never "valid". */
static void byte_acak(void **state)
{
	struct arena *a = *state;
	struct blob pdf = tanda(a, dokumen(a, 0), "pejabat");
	unsigned char *p = arena_alloc(a, pdf.n);
	char *ca = berkas(a, "ca.crt");
	uint32_t r = 20191009;
	size_t from, to;
	int round, k;

	ruang(pdf, &from, &to);
	for (round = 0; round < 3000; round++) {
		size_t n = pdf.n;

		memcpy(p, pdf.p, n);
		for (k = 0; k < 1 + round % 7; k++) {
			size_t at;

			r ^= r << 13;
			r ^= r >> 17;
			r ^= r << 5;
			/* Mostly where there is structure. */
			at = round % 3 == 0 ? r % n :
			     round % 3 == 1 ? n - 1 - r % 1600 :
					      from + r % (to - from);
			p[at] = (unsigned char)(p[at] + 1 + (r >> 24) % 255);
		}
		if (memcmp(p, pdf.p, n) == 0)
			continue;
		if (sah((struct blob){ p, n }, ca))
			fail_msg("round %d was taken for valid", round);
	}
}

int main(void)
{
#define UJI(f) cmocka_unit_test_setup_teardown(f, siap, bersih)
	const struct CMUnitTest tests[] = {
		UJI(sah_bagi_kami_dan_pdfsig),
		UJI(tepercaya_bagi_pdfsig),
		UJI(byte_berubah_diketahui),
		UJI(sambungan_dan_potongan),
		UJI(atribut_pades),
		UJI(lewat_ca_antara),
		UJI(kunci_yang_ditolak),
		UJI(masukan_yang_ditolak),
		UJI(terlihat_di_halaman_terakhir),
		UJI(byte_acak),
	};

	return cmocka_run_group_tests(tests, siap_kelompok, hapus_folder);
}
