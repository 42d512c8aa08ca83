/*
 * uji-halaman.c - the frame of the screens: sample pages are valid against
 * xslt/halaman.rng, and what the shared templates make of them keeps the
 * rules that hold on every page.
 */
#include "lib/err.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xpath.h>
#include <libxslt/transform.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *page;  /* tests/unit/data/halaman-….xml */
	const char *sheet; /* from the top of the tree, without .xsl */
} samples[] = {
	{ "daftar", "tests/unit/data/contoh-daftar" },
	{ "kosong", "tests/unit/data/contoh-daftar" },
	{ "formulir", "tests/unit/data/contoh-formulir" },
	{ "rincian", "tests/unit/data/contoh-rincian" },
	{ "kalender", "tests/unit/data/contoh-kalender" },
	{ "beranda", "tests/unit/data/contoh-beranda" },
	{ "depan", "tests/unit/data/contoh-depan" },
	{ "konfirmasi", "tests/unit/data/contoh-konfirmasi" },
	{ "galat", "xslt/galat" },
	{ "masuk", "xslt/galat" },
};

#define N_SAMPLES (sizeof(samples) / sizeof(*samples))

static const char *in_tree(const char *name, const char *end)
{
	static char path[512];
	const char *top = getenv("srcdir");

	snprintf(path, sizeof(path), "%s/%s%s", top == NULL ? "." : top, name,
		 end);
	return path;
}

static xmlDocPtr page(const char *name)
{
	char file[100];
	xmlDocPtr doc;

	snprintf(file, sizeof(file), "tests/unit/data/halaman-%s.xml", name);
	doc = xmlReadFile(in_tree(file, ""), NULL, XML_PARSE_NOBLANKS);
	assert_non_null(doc);
	return doc;
}

/* Consumes doc. */
static xmlDocPtr render(xmlDocPtr doc, const char *sheet)
{
	xsltStylesheetPtr s =
		xsltParseStylesheetFile(BAD_CAST in_tree(sheet, ".xsl"));
	xmlDocPtr result;

	assert_non_null(s);
	result = xsltApplyStylesheet(s, doc, NULL);
	assert_non_null(result);
	xsltFreeStylesheet(s);
	xmlFreeDoc(doc);
	return result;
}

/* The value of an XPath expression as text; static, overwritten. */
static const char *ask(xmlDocPtr doc, const char *expression)
{
	static char answer[4000];
	xmlXPathContextPtr c = xmlXPathNewContext(doc);
	xmlXPathObjectPtr o = xmlXPathEval(BAD_CAST expression, c);
	xmlChar *text;

	assert_non_null(o);
	text = xmlXPathCastToString(o);
	snprintf(answer, sizeof(answer), "%s", (const char *)text);
	xmlFree(text);
	xmlXPathFreeObject(o);
	xmlXPathFreeContext(c);
	return answer;
}

static int count(xmlDocPtr doc, const char *path)
{
	char expression[600];

	snprintf(expression, sizeof(expression), "count(%s)", path);
	return atoi(ask(doc, expression));
}

static void quiet(void *ctx, const char *format, ...)
{
	(void)ctx;
	(void)format;
}

static void samples_are_valid(void **state)
{
	xmlRelaxNGParserCtxtPtr p = xmlRelaxNGNewParserCtxt(
		in_tree("xslt/halaman.rng", ""));
	xmlRelaxNGPtr schema = xmlRelaxNGParse(p);
	xmlRelaxNGValidCtxtPtr v = xmlRelaxNGNewValidCtxt(schema);

	(void)state;
	assert_non_null(schema);
	for (size_t i = 0; i < N_SAMPLES; i++) {
		xmlDocPtr doc = page(samples[i].page);

		xmlRelaxNGSetValidErrors(v, NULL, NULL, NULL);
		assert_int_equal(xmlRelaxNGValidateDoc(v, doc), 0);
		/* and the schema notices a frame that is none */
		xmlUnsetProp(xmlDocGetRootElement(doc), BAD_CAST "rujukan");
		xmlRelaxNGSetValidErrors(v, quiet, quiet, NULL);
		assert_int_not_equal(xmlRelaxNGValidateDoc(v, doc), 0);
		xmlFreeDoc(doc);
	}
	xmlRelaxNGFreeValidCtxt(v);
	xmlRelaxNGFree(schema);
	xmlRelaxNGFreeParserCtxt(p);
}

/* Every reference to an id leads somewhere, and ids are not doubled. */
static void check_ids(xmlDocPtr doc)
{
	assert_int_equal(count(doc, "//@id[. = following::*/@id]"), 0);
	assert_int_equal(count(doc, "//label[not(@for = //@id)]"), 0);
	assert_int_equal(
		count(doc, "//a[starts-with(@href, '#') and "
			   "not(substring(@href, 2) = //@id)]"), 0);
	assert_int_equal(
		count(doc, "//@aria-labelledby[not(. = //@id)]"), 0);
	assert_int_equal(
		count(doc, "//@aria-describedby[not(contains(., ' ')) and "
			   "not(. = //@id)]"), 0);
	assert_int_equal(
		count(doc, "//@aria-describedby[contains(., ' ') and not("
			   "substring-before(., ' ') = //@id and "
			   "substring-after(., ' ') = //@id)]"), 0);
}

static void every_page_keeps_the_rules(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_SAMPLES; i++) {
		xmlDocPtr doc = page(samples[i].page);
		bool wrong = count(doc, "/halaman/galat") > 0;
		bool inside = count(doc, "/halaman/sesi") > 0;

		doc = render(doc, samples[i].sheet);
		assert_string_equal(ask(doc, "string(/html/@lang)"), "id");
		assert_int_equal(count(doc, "//h1"), 1);
		assert_int_equal(count(doc, "//main"), 1);
		assert_int_equal(count(doc, "//footer"), 1);
		assert_int_equal(count(doc, "/html/body/*[1]"
					    "[@href = '#isi']"), 1);
		assert_int_equal(count(doc, "//title[starts-with(., "
					    "'Galat: ')]"), wrong);
		/* The content security policy allows none of these. */
		assert_int_equal(count(doc, "//@style | //style | "
					    "//script[. != '' or not(@src)] | "
					    "//@*[starts-with(name(), 'on')]"),
				 0);
		assert_int_equal(count(doc, "//*[namespace-uri() != '']"), 0);
		/* Every field has a name that is read out. */
		assert_int_equal(
			count(doc, "(//input[not(@type = 'hidden')] | "
				   "//select | //textarea)"
				   "[not(@id = //label/@for)]"), 0);
		assert_int_equal(
			count(doc, "//form[@method = 'post' and "
				   "not(.//input[@name = 'csrf'])]"), 0);
		/* U-08: sign-out on every page, time-out warning. */
		assert_int_equal(count(doc, "//header//form[@action = "
					    "'/akun/keluar']"), inside);
		assert_int_equal(count(doc, "//dialog[@data-sisa]"), inside);
		check_ids(doc);
		xmlFreeDoc(doc);
	}
}

/* A wrong form comes back whole (spec 00, "Rules that hold everywhere"). */
static void a_wrong_form_says_what_and_where(void **state)
{
	xmlDocPtr doc = render(page("formulir"), samples[2].sheet);

	(void)state;
	assert_int_equal(count(doc, "//section[@id = 'galat']//li/a"), 8);
	assert_string_equal(ask(doc, "string(//section[@id = 'galat']//a["
				     "@href = '#r-jumlah'])"),
			    "Jumlah Mesin terlalu besar: paling banyak "
			    "100.000. Anda menulis “1000000”.");
	assert_int_equal(count(doc, "//*[@id = 'r-daftar-galat']/p"), 2);
	assert_string_equal(ask(doc, "string(//input[@id = 'r-judul']"
				     "/@value)"),
			    "Pengadaan \"Baru\" & <lama>");
	/* HTML drops the first line break of a textarea; one is added. */
	assert_string_equal(ask(doc, "string(//textarea[@name = "
				     "'catatan'])"),
			    "\n\nBaris pertama sengaja kosong.");
	/* What is no date stays readable. */
	assert_string_equal(ask(doc, "string(//input[@name = 'tanggal']"
				     "/@type)"), "text");
	/* The file that came along is kept; a password is not. */
	assert_string_equal(ask(doc, "string(//input[@name = "
				     "'berkas-tersimpan']/@value)"),
			    "a1b2c3");
	assert_int_equal(count(doc, "//input[@id = 'r-berkas' and "
				    "@required]"), 0);
	assert_int_equal(count(doc, "//input[@type = 'password' and "
				    "@value]"), 0);
	assert_int_equal(count(doc, "//*[@aria-invalid = 'true' and "
				    "not(@aria-describedby)]"), 0);
	xmlFreeDoc(doc);
}

static void numbers_and_dates_are_indonesian(void **state)
{
	xmlDocPtr doc = render(page("daftar"), samples[0].sheet);

	(void)state;
	assert_string_equal(ask(doc, "string(//p[@class = "
				     "'menampilkan'])"),
			    "Menampilkan 1–25 dari 1.204");
	assert_string_equal(ask(doc, "string(//tbody/tr[1]/td[4])"),
			    "27 Nov 2026");
	assert_int_equal(count(doc, "//ul[@class = 'keping-baris']/li"), 3);
	assert_int_equal(count(doc, "//th[@aria-sort = 'descending']"), 1);
	xmlFreeDoc(doc);
	doc = render(page("rincian"), samples[3].sheet);
	assert_string_equal(ask(doc, "string(//ol[@class = 'linimasa']"
				     "/li[1]//time)"),
			    "20 Nov 2026 09:14 WIB");
	xmlFreeDoc(doc);
	/* An empty list says what to do. */
	doc = render(page("kosong"), samples[1].sheet);
	assert_int_equal(count(doc, "//div[@class = 'kosong']//a"), 1);
	xmlFreeDoc(doc);
}

static void set(xmlDocPtr doc, const char *element, const char *name,
		const char *value)
{
	xmlNodePtr n = xmlDocGetRootElement(doc)->children;

	while (n != NULL && strcmp((const char *)n->name, element) != 0)
		n = n->next;
	assert_non_null(n);
	xmlSetProp(n, BAD_CAST name, BAD_CAST value);
}

/* U-10: the left menu by role. */
static void menu_is_by_role(void **state)
{
	static const struct {
		const char *role;
		int lines;
		int requests;
		int admin;
	} want[] = {
		{ "pengguna", 10, 1, 0 }, { "produsen", 9, 1, 0 },
		{ "dinas", 10, 1, 0 },	  { "admin", 19, 1, 7 },
		{ "pejabat", 10, 0, 0 },	 { "verifikator", 3, 0, 0 },
		{ "pemohon", 3, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++) {
		xmlDocPtr doc = page("galat");

		set(doc, "sesi", "peran", want[i].role);
		doc = render(doc, "xslt/galat");
		assert_int_equal(count(doc, "//nav[@class = 'menu']//a"),
				 want[i].lines);
		assert_int_equal(count(doc, "//nav[@class = 'menu']//a[@href "
					    "= '/permintaan']"),
				 want[i].requests);
		assert_int_equal(count(doc, "//nav[@class = 'menu']//a["
					    "starts-with(@href, '/admin/')]"),
				 want[i].admin);
		xmlFreeDoc(doc);
	}
}

/* The calendar's page marks its own line, not that of /proses. */
static void menu_marks_one_line(void **state)
{
	xmlDocPtr doc = render(page("kalender"), samples[4].sheet);

	(void)state;
	assert_int_equal(count(doc, "//nav[@class = 'menu']//a["
				    "@aria-current]"), 1);
	assert_string_equal(ask(doc, "string(//nav[@class = 'menu']//a["
				     "@aria-current = 'page']/@href)"),
			    "/proses/kalender");
	xmlFreeDoc(doc);
}

/* U-26: each way to fail has words of its own, and the reference number. */
static void every_error_has_its_page(void **state)
{
	char general[300];
	xmlDocPtr doc = page("galat");

	(void)state;
	set(doc, "kesalahan", "kode", "tidak-dikenal");
	doc = render(doc, "xslt/galat");
	snprintf(general, sizeof(general), "%s", ask(doc, "string(//h1)"));
	xmlFreeDoc(doc);
	for (enum err e = ERR_INPUT; e < ERR_RETRY; e++) {
		char status[12];

		snprintf(status, sizeof(status), "%d", err_status(e));
		doc = page("galat");
		set(doc, "kesalahan", "kode", err_code(e));
		set(doc, "kesalahan", "status", status);
		doc = render(doc, "xslt/galat");
		assert_int_equal(strcmp(ask(doc, "string(//h1)"), general) == 0,
				 e == ERR_INTERNAL);
		assert_string_equal(ask(doc, "string(//p[@class = 'rujukan']"
					     "/code)"), "7f3a91c2");
		assert_true(count(doc, "//main//p[@class = 'tombol-baris']"
				       "/a[@href]") == 1);
		xmlFreeDoc(doc);
	}
}

/* A form that failed for a while can be sent again, but only when the
   request has told that it was ours. */
static void typed_fields_can_be_sent_again(void **state)
{
	xmlDocPtr doc = page("galat");
	xmlNodePtr root = xmlDocGetRootElement(doc);
	xmlNodePtr typed = xmlNewChild(root, NULL, BAD_CAST "isian", NULL);
	xmlNodePtr field = xmlNewTextChild(typed, NULL, BAD_CAST "ruas",
					   BAD_CAST "Maju & Jaya");

	(void)state;
	xmlSetProp(field, BAD_CAST "nama", BAD_CAST "judul");
	set(doc, "kesalahan", "kode", "sibuk");
	doc = render(doc, "xslt/galat");
	assert_string_equal(ask(doc, "string(//main//form/@action)"),
			    "/permintaan/99");
	assert_string_equal(ask(doc, "string(//main//form/@method)"), "post");
	assert_string_equal(ask(doc, "string(//main//form/input[@name = "
				     "'judul']/@value)"), "Maju & Jaya");
	xmlFreeDoc(doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(samples_are_valid),
		cmocka_unit_test(every_page_keeps_the_rules),
		cmocka_unit_test(a_wrong_form_says_what_and_where),
		cmocka_unit_test(numbers_and_dates_are_indonesian),
		cmocka_unit_test(menu_is_by_role),
		cmocka_unit_test(menu_marks_one_line),
		cmocka_unit_test(every_error_has_its_page),
		cmocka_unit_test(typed_fields_can_be_sent_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
