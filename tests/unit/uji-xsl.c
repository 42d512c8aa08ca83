/*
 * uji-xsl.c - lib/xsl: parts of a page are kept and used again and change
 * nothing on it; lib/memo: what is kept, and what goes; lib/xml-memory: pages
 * leave nothing behind.
 */
#include "lib/memo.h"
#include "lib/view.h"
#include "lib/xsl.h"
#include "uji-folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Rows that are parts, between elements that are none; a row writes what must
   be escaped, what the root of the parts holds, and what it does not hold. */
static const char sheet[] =
	"<xsl:stylesheet version='1.0'"
	" xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
	"<xsl:template match='/'><xsl:apply-templates/></xsl:template>"
	"<xsl:template match='halaman'><html><p><xsl:value-of select='@judul'/>"
	"</p><table><xsl:apply-templates select='baris|bagian'/></table>"
	"</html></xsl:template>"
	"<xsl:template match='/bagian'><bagian><xsl:apply-templates/></bagian>"
	"</xsl:template>"
	"<xsl:template match='bagian'>"
	"<bagian dari='{@dari}' banyak='{@banyak}'/></xsl:template>"
	"<xsl:template match='baris'><tr id='{@no}'><td>"
	"<xsl:value-of select='@isi'/></td><td><xsl:apply-templates/></td><td>"
	"<xsl:value-of select='/*/@versi'/></td></tr></xsl:template>"
	"</xsl:stylesheet>";

static const char broken[] =
	"<xsl:stylesheet version='1.0'"
	" xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
	"<xsl:template match='/bagian'><bagian/></xsl:template>"
	"<xsl:template match='halaman'><html/></xsl:template>"
	"</xsl:stylesheet>";

static int start(void **state)
{
	(void)state;
	if (!folder_buat("uji-xsl") || !folder_tulis("daftar.xsl", sheet) ||
	    !folder_tulis("rusak.xsl", broken))
		return -1;
	xsl_start(folder);
	return 0;
}

static int end(void **state)
{
	(void)state;
	memo_clear();
	return !folder_hapus();
}

/* A page of rows first..first+n-1; every third has another text. */
static struct view *page(struct arena *a, int first, int n, bool parts)
{
	struct view *v = view_new(a, "halaman");
	char text[40];

	el_attr(view_root(v), "versi", "7");
	el_attr(view_root(v), "judul", "a & b");
	for (int i = first; i < first + n; i++) {
		elem *e = el_add(view_root(v), "baris");

		el_int(e, "no", i);
		snprintf(text, sizeof(text), "<%d> \"&\"", i % 3);
		el_attr(e, "isi", text);
		el_add_text(e, "b", text);
		if (parts)
			el_part(e);
	}
	return v;
}

static struct blob html(struct arena *a, struct view *v)
{
	struct buf out = { .a = a };

	assert_int_equal(xsl_html(v, "daftar", &out), OK);
	return (struct blob){ (unsigned char *)out.p, out.n };
}

static void same(struct blob x, struct blob y)
{
	assert_int_equal(x.n, y.n);
	assert_memory_equal(x.p, y.p, x.n);
}

/* All new, some known, all known, more than are kept: always the page that
   one without parts would be. */
static void parts_change_nothing(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	memo_clear();
	for (int round = 0; round < 3; round++) {
		static const int first[] = { 1, 10, 1, 4, 5000, 1 };
		static const int n[] = { 12, 12, 0, 1, 9000, 30 };

		for (size_t i = 0; i < sizeof(n) / sizeof(*n); i++) {
			same(html(a, page(a, first[i], n[i], true)),
			     html(a, page(a, first[i], n[i], false)));
			arena_reset(a);
		}
	}
	assert_in_range(memo_used(), 1, MEMO_BYTES);
	arena_free(a);
}

/* Parts that do not stand side by side have each its place. */
static void parts_keep_their_place(void **state)
{
	struct arena *a = arena_new();
	struct view *v = page(a, 1, 3, true);
	struct view *w = page(a, 1, 3, false);
	elem *e = el_add(view_root(v), "baris");

	(void)state;
	el_attr(e, "no", "0");
	el_attr(el_add(view_root(w), "baris"), "no", "0");
	e = el_add(view_root(v), "baris");
	el_attr(e, "no", "9");
	el_part(e);
	el_attr(el_add(view_root(w), "baris"), "no", "9");
	same(html(a, v), html(a, w));
	arena_free(a);
}

/* A page of n rows, as rows or as elements. */
static struct view *rows_page(struct arena *a, int n, bool rows)
{
	struct view *v = view_new(a, "halaman");
	const char *text = "<&\">";

	el_attr(view_root(v), "judul", "a & b");
	for (int64_t i = 1; i <= n; i++) {
		if (rows) {
			struct row *r = el_row(view_root(v), "baris");

			row_int(r, "no", i == 1 ? INT64_MIN : i);
			row_attr(r, "tiada", NULL);
			row_attr(r, "isi", text);
			row_flag(r, "ya", i % 2 == 0);
		} else {
			elem *e = el_add(view_root(v), "baris");

			el_int(e, "no", i == 1 ? INT64_MIN : i);
			el_attr(e, "isi", text);
			el_flag(e, "ya", i % 2 == 0);
		}
	}
	return v;
}

/* Before their HTML is kept and after, and as XML. */
static void rows_are_elements(void **state)
{
	struct arena *a = arena_new();
	struct view *v, *w;

	(void)state;
	memo_clear();
	for (int n = 0; n < 40; n += 3) {
		v = rows_page(a, n, true);
		w = rows_page(a, n, false);
		same(view_xml(v), view_xml(w));
		same(view_xml(v), view_xml(w));
		for (int round = 0; round < 2; round++)
			same(html(a, rows_page(a, n, true)),
			     html(a, rows_page(a, n, false)));
		arena_reset(a);
	}
	arena_free(a);
}

/* A row without room for all it has would be another row. */
static void no_attribute_of_a_row_is_lost(void **state)
{
	struct arena *a = arena_new();
	struct view *v = view_new(a, "halaman");
	struct row *r = el_row(view_root(v), "baris");

	(void)state;
	for (int i = 0; i < ROW_MAX; i++)
		row_int(r, arena_printf(a, "a%d", i), i);
	assert_true(view_ok(v));
	row_int(r, "terlalu", 1);
	assert_false(view_ok(v));
	arena_free(a);
}

static void a_part_must_be_one_element(void **state)
{
	struct arena *a = arena_new();
	struct buf out = { .a = a };

	(void)state;
	assert_int_equal(xsl_html(page(a, 1, 2, true), "rusak", &out),
			 ERR_INTERNAL);
	arena_free(a);
}

static struct blob text(const char *s)
{
	return (struct blob){ (const unsigned char *)s, strlen(s) };
}

static void oldest_goes_first(void **state)
{
	static char large[MEMO_BYTES / 10];
	struct arena *a = arena_new();
	struct blob value = { (unsigned char *)large, sizeof(large) };
	char name[] = "0";

	(void)state;
	memo_clear();
	assert_null(memo_find(a, text("0")).p);
	for (; *name <= '8'; ++*name)
		memo_keep(text(name), value);
	/* Asked for again: "1" is the oldest now. */
	assert_non_null(memo_find(a, text("0")).p);
	memo_keep(text("x"), value);
	assert_null(memo_find(a, text("1")).p);
	assert_int_equal(memo_find(a, text("0")).n, sizeof(large));
	assert_non_null(memo_find(a, text("x")).p);
	assert_in_range(memo_used(), 8 * sizeof(large), MEMO_BYTES);
	arena_free(a);
}

static void nothing_too_large_is_kept(void **state)
{
	static char large[MEMO_BYTES / 8 + 1];
	struct arena *a = arena_new();

	(void)state;
	memo_clear();
	memo_keep(text("k"), (struct blob){ (unsigned char *)large,
					    sizeof(large) });
	assert_null(memo_find(a, text("k")).p);
	assert_int_equal(memo_used(), 0);
	memo_keep(text("k"), text("v"));
	memo_keep(text("k"), text("w"));
	assert_memory_equal(memo_find(a, text("k")).p, "v", 1);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_change_nothing),
		cmocka_unit_test(parts_keep_their_place),
		cmocka_unit_test(rows_are_elements),
		cmocka_unit_test(no_attribute_of_a_row_is_lost),
		cmocka_unit_test(a_part_must_be_one_element),
		cmocka_unit_test(oldest_goes_first),
		cmocka_unit_test(nothing_too_large_is_kept),
	};

	return cmocka_run_group_tests(tests, start, end);
}
