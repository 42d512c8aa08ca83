/*
 * uji-faq-markah.c - the light markup of the FAQ's answers (U-11,
 * lib/markup.h): what each sign becomes, what is refused and on which line;
 * and, on made-up trees, that what is written is what is read.
 */
#include "lib/markup.h"
#include "lib/text.h"
#include "uji-acak.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define N(a) (sizeof(a) / sizeof((a)[0]))

static int siapkan(void **state)
{
	*state = arena_new();
	return *state == NULL;
}

static int bereskan(void **state)
{
	arena_free(*state);
	return 0;
}

/* A tree as one line: p(…) ul(li(…)) ol(li(…)) i(…) b(…) a{address}(…). */
static void tulis(struct buf *b, const struct markup *m)
{
	static const char *const nama[] = { "",  "p", "ul", "ol", "li",
					    "i", "b", "a",  "" };

	if (m->kind == MARKUP_TEXT) {
		buf_text(b, m->text);
		return;
	}
	buf_text(b, nama[m->kind]);
	if (m->kind == MARKUP_LINK)
		buf_printf(b, "{%s}", m->text);
	if (m->kind != MARKUP_ROOT)
		buf_char(b, '(');
	for (const struct markup *k = m->first; k != NULL; k = k->next)
		tulis(b, k);
	if (m->kind != MARKUP_ROOT)
		buf_char(b, ')');
}

static const char *baca(struct arena *a, const char *teks)
{
	struct buf b = { .a = a };
	struct markup_error g;
	struct markup *m;

	if (markup_read(a, teks, strlen(teks), &m, &g) != OK)
		fail_msg("refused: %s, line %zu: %s", markup_code_name(g.code),
			 g.line, teks);
	assert_int_equal(g.code, MARKUP_OK);
	assert_int_equal(m->kind, MARKUP_ROOT);
	tulis(&b, m);
	return b.p;
}

static void each_sign(void **state)
{
	static const char *const apa[][2] = {
		{ "satu", "p(satu)" },
		{ "satu\ndua", "p(satu dua)" },
		{ "satu\n\ndua", "p(satu)p(dua)" },
		{ "\n\n satu \n  \n\n\tdua\t\n", "p(satu)p(dua)" },
		{ "satu\r\ndua\r\n\r\ntiga", "p(satu dua)p(tiga)" },
		{ "a   b\t\tc", "p(a b c)" },
		/* emphasis */
		{ "*a* b", "p(i(a) b)" },
		{ "**a** b", "p(b(a) b)" },
		{ "a *b c* d", "p(a i(b c) d)" },
		{ "*a\nb*", "p(i(a b))" },
		{ "**a *b* c**", "p(b(a i(b) c))" },
		{ "*a **b** c*", "p(i(a b(b) c))" },
		{ "*a* **b**", "p(i(a) b(b))" },
		{ "*a*,**b**.", "p(i(a),b(b).)" },
		{ "2 * 3 * 4", "p(2 * 3 * 4)" },
		/* lists */
		{ "- a", "ul(li(a))" },
		{ "- a\n- b", "ul(li(a)li(b))" },
		{ "- a\n\n- b", "ul(li(a))ul(li(b))" },
		{ "- a\n  b\n- c", "ul(li(a b)li(c))" },
		{ "1. a\n2. b", "ol(li(a)li(b))" },
		{ "x:\n- a\n\ny", "p(x:)ul(li(a))p(y)" },
		{ "- a\n1. b", "ul(li(a))ol(li(b))" },
		{ "- *a*: **b**", "ul(li(i(a): b(b)))" },
		{ "-a", "p(-a)" },
		{ "---", "p(---)" },
		{ "1.a", "p(1.a)" },
		{ "3.5 juta", "p(3.5 juta)" },
		{ "2026. Tahun", "p(2026. Tahun)" },
		/* links */
		{ "[a](/b)", "p(a{/b}(a))" },
		{ "x [a b](/b?c=d&e=%20#f) y",
		  "p(x a{/b?c=d&e=%20#f}(a b) y)" },
		{ "[a](/)", "p(a{/}(a))" },
		{ "[a](https://x.id)", "p(a{https://x.id}(a))" },
		{ "[a](https://x.go.id:8443/b)",
		  "p(a{https://x.go.id:8443/b}(a))" },
		{ "**[a](/b)**", "p(b(a{/b}(a)))" },
		{ "[a*b](/c)", "p(a{/c}(a*b))" },
		/* backslashes */
		{ "\\*a\\*", "p(*a*)" },
		{ "\\[a\\](b)", "p([a](b))" },
		{ "\\\\ \\x \\", "p(\\ \\x \\)" },
		{ "\\- a", "p(- a)" },
		{ "1\\. a", "p(1. a)" },
		{ "[a\\]b](/c)", "p(a{/c}(a]b))" },
		/* nothing is HTML */
		{ "<b>&amp;</b>", "p(<b>&amp;</b>)" },
		{ "héllo 日本", "p(héllo 日本)" },
	};

	for (size_t i = 0; i < N(apa); i++)
		assert_string_equal(baca(*state, apa[i][0]), apa[i][1]);
}

static void what_is_refused(void **state)
{
	static const struct {
		const char *teks;
		enum markup_code kode;
		size_t baris;
	} apa[] = {
		{ "", MARKUP_EMPTY, 0 },
		{ " \n\t\r\n", MARKUP_EMPTY, 0 },
		{ "a\xff", MARKUP_CHARACTERS, 0 },
		{ "a\x01", MARKUP_CHARACTERS, 0 },
		{ "* a", MARKUP_MARK, 1 },
		{ "a\n\n+ b", MARKUP_MARK, 3 },
		{ "\xE2\x80\xA2 a", MARKUP_MARK, 1 },
		{ "-", MARKUP_NO_ITEM, 1 },
		{ "- a\n-  \n", MARKUP_NO_ITEM, 2 },
		{ "1.", MARKUP_NO_ITEM, 1 },
		{ "2. a", MARKUP_NUMBER, 1 },
		{ "1. a\n3. b", MARKUP_NUMBER, 2 },
		{ "1. a\n\n2. b", MARKUP_NUMBER, 3 },
		{ "0. a", MARKUP_NUMBER, 1 },
		{ "- a\n  - b", MARKUP_NESTED, 2 },
		{ " - a", MARKUP_NESTED, 1 },
		{ "- a\nb", MARKUP_AFTER_LIST, 2 },
		{ "- a\n b", MARKUP_AFTER_LIST, 2 },
		{ "*a", MARKUP_OPEN_STAR, 1 },
		{ "a\nb *c\nd", MARKUP_OPEN_STAR, 2 },
		{ "a\n\nb\n**c", MARKUP_OPEN_STAR, 4 },
		{ "*a\n\nb*", MARKUP_OPEN_STAR, 1 },
		{ "- *a\n- b*", MARKUP_OPEN_STAR, 1 },
		{ "a* b", MARKUP_OPEN_STAR, 1 },
		{ "a ** b", MARKUP_OPEN_STAR, 1 },
		{ "*a*b*", MARKUP_OPEN_STAR, 1 },
		{ "***a***", MARKUP_STARS, 1 },
		{ "****", MARKUP_STARS, 1 },
		{ "*a *b* c*", MARKUP_TWICE, 1 },
		{ "**a **b**", MARKUP_TWICE, 1 },
		{ "**a *b **c** d* e**", MARKUP_TWICE, 1 },
		{ "[a", MARKUP_BRACKET, 1 },
		{ "x\n[a]", MARKUP_BRACKET, 2 },
		{ "[a] (/b)", MARKUP_BRACKET, 1 },
		{ "[a](/b", MARKUP_BRACKET, 1 },
		{ "[a[b](/c)", MARKUP_BRACKET, 1 },
		{ "a]", MARKUP_BRACKET, 1 },
		{ "[](/b)", MARKUP_LINK_TEXT, 1 },
		{ "[ ](/b)", MARKUP_LINK_TEXT, 1 },
	};

	for (size_t i = 0; i < N(apa); i++) {
		struct markup_error g;
		struct markup *m;

		if (markup_read(*state, apa[i].teks, strlen(apa[i].teks), &m,
				&g) == OK)
			fail_msg("not refused: %s", apa[i].teks);
		assert_null(m);
		if (g.code != apa[i].kode || g.line != apa[i].baris)
			fail_msg("%s: %s, line %zu", apa[i].teks,
				 markup_code_name(g.code), g.line);
	}
}

/* A link leads to https or to a path here, and to nothing else. */
static void addresses_that_lead_nowhere(void **state)
{
	static const char *const apa[] = {
		"",
		"javascript:alert(1)",
		"JavaScript:x",
		"data:text/html,x",
		"http://x.id",
		"HTTPS://x.id",
		"mailto:a@x.id",
		"ftp://x.id",
		"//x.id",
		"/\\x.id",
		"\\\\x.id",
		"panduan",
		"#a",
		"?a",
		"https:x.id",
		"https:/x.id",
		"https://",
		"https:///a",
		"https://x",
		"https://.id",
		"https://x..id",
		"https://x.id.",
		"https://a@x.id",
		"https://a:b@x.id",
		"https://x.id:",
		"https://x.id:a",
		"https://x.id:123456",
		"https://x.id\\@y.id",
		"https://[::1]/",
		"/a b",
		"/a\"b",
		"/a<b",
		"/a'b c",
		"/a\xC3\xA9",
		"/a|b",
	};
	struct markup_error g;
	struct markup *m;
	char panjang[MARKUP_URL_MAX + 32];

	for (size_t i = 0; i < N(apa); i++) {
		const char *teks = arena_printf(*state, "a\n[b](%s) c", apa[i]);

		if (markup_read(*state, teks, strlen(teks), &m, &g) == OK)
			fail_msg("not refused: %s", apa[i]);
		assert_true(g.code == MARKUP_ADDRESS ||
			    g.code == MARKUP_BRACKET);
		assert_int_equal(g.line, 2);
	}
	memset(panjang, 'a', sizeof(panjang));
	memcpy(panjang, "[b](/", 5);
	panjang[4 + MARKUP_URL_MAX] = ')';
	assert_int_equal(
	    markup_read(*state, panjang, 5 + MARKUP_URL_MAX, &m, &g), OK);
	panjang[4 + MARKUP_URL_MAX] = 'a';
	panjang[5 + MARKUP_URL_MAX] = ')';
	assert_int_equal(
	    markup_read(*state, panjang, 6 + MARKUP_URL_MAX, &m, &g),
	    ERR_INPUT);
	assert_int_equal(g.code, MARKUP_ADDRESS);
}

static void not_too_long(void **state)
{
	char *teks = arena_alloc(*state, MARKUP_MAX_BYTES + 1);
	struct markup_error g;
	struct markup *m;

	memset(teks, 'a', MARKUP_MAX_BYTES + 1);
	assert_int_equal(markup_read(*state, teks, MARKUP_MAX_BYTES, &m, &g),
			 OK);
	assert_int_equal(
	    markup_read(*state, teks, MARKUP_MAX_BYTES + 1, &m, &g), ERR_INPUT);
	assert_int_equal(g.code, MARKUP_LONG);
}

static void every_code_has_a_name(void **state)
{
	(void)state;
	for (int i = 0; i < MARKUP_CODES; i++) {
		assert_non_null(markup_code_name((enum markup_code)i));
		for (int j = 0; j < i; j++)
			assert_string_not_equal(
			    markup_code_name((enum markup_code)i),
			    markup_code_name((enum markup_code)j));
	}
}

/* ---- made-up trees ---- */

/* Words with everything in them that has a meaning, marked or not. */
static void kata(struct buf *teks, struct buf *mau)
{
	static const char *const isi[] = { "a", "kartu", "*",  "**", "[",
					   "]", "\\",    "1.", "-",  "(",
					   ")", "<b>",   "&",  "é",  "/x",
					   "#", "+",     "日" };
	unsigned n = 1 + acak(3);

	for (unsigned i = 0; i < n; i++) {
		if (i > 0) {
			buf_char(teks, ' ');
			buf_char(mau, ' ');
		}
		/* A first one that no sign of a list can be. */
		if (i == 0) {
			buf_text(teks, "k");
			buf_text(mau, "k");
		}
		for (const char *p = isi[acak(N(isi))]; *p != '\0'; p++) {
			if (strchr("*[]\\", *p) != NULL)
				buf_char(teks, '\\');
			buf_char(teks, *p);
			buf_char(mau, *p);
		}
	}
}

static void baris(struct buf *teks, struct buf *mau, unsigned di)
{
	unsigned n = 1 + acak(4);

	for (unsigned i = 0; i < n; i++) {
		unsigned apa = acak(5);

		if (i > 0) {
			buf_char(teks, ' ');
			buf_char(mau, ' ');
		}
		if ((apa == 1 || apa == 2) && (di & apa) == 0) {
			const char *tanda = apa == 1 ? "*" : "**";

			buf_text(teks, tanda);
			buf_text(mau, apa == 1 ? "i(" : "b(");
			kata(teks, mau);
			buf_char(teks, ' ');
			buf_char(mau, ' ');
			baris(teks, mau, di | apa);
			/* Stars of both kinds side by side would be one row of
			   three: hence the word above, too. */
			if (teks->p[teks->n - 1] == '*') {
				buf_char(teks, '.');
				buf_char(mau, '.');
			}
			buf_text(teks, tanda);
			buf_char(mau, ')');
		} else if (apa == 3) {
			buf_text(teks, "[");
			buf_text(mau, "a{/p?q=1}(");
			kata(teks, mau);
			buf_text(teks, "](/p?q=1)");
			buf_char(mau, ')');
		} else {
			kata(teks, mau);
		}
	}
}

static void what_is_written_is_read(void **state)
{
	struct arena *a = *state;

	benih = 20261122;
	for (int putaran = 0; putaran < 20000; putaran++) {
		struct buf teks = { .a = a }, mau = { .a = a };
		unsigned blok = 1 + acak(4);

		for (unsigned i = 0; i < blok; i++) {
			unsigned apa = acak(3), n = 1 + acak(3);

			if (i > 0)
				buf_text(&teks, acak(2) ? "\n\n" : "\r\n \n\n");
			if (apa == 0) {
				buf_text(&mau, "p(");
				/* No list and no star at its beginning. */
				buf_char(&teks, 'p');
				buf_char(&mau, 'p');
				buf_char(&teks, ' ');
				buf_char(&mau, ' ');
				baris(&teks, &mau, 0);
				buf_text(&mau, ")");
				continue;
			}
			buf_text(&mau, apa == 1 ? "ul(" : "ol(");
			for (unsigned j = 0; j < n; j++) {
				if (j > 0)
					buf_char(&teks, '\n');
				if (apa == 1)
					buf_text(&teks, "- ");
				else
					buf_printf(&teks, "%u. ", j + 1);
				buf_text(&mau, "li(");
				baris(&teks, &mau, 0);
				buf_text(&mau, ")");
			}
			buf_text(&mau, ")");
		}
		assert_string_equal(baca(a, teks.p), mau.p);
		arena_reset(a);
	}
}

/* Half of a good text, or one with a sign taken away, is read or refused with
   a line that it has. */
static void what_is_cut_short_is_answered(void **state)
{
	static const char teks[] = "A *b **c** d* [e](/f) \\* 2 * 3\n"
				   "g\n\n- h **i**\n  j\n- k\n\n1. l\n2. m\n";
	struct arena *a = *state;
	struct markup_error g;
	struct markup *m;
	char satu[sizeof(teks)];

	for (size_t i = 0; i < sizeof(teks); i++) {
		if (markup_read(a, teks, i, &m, &g) != OK)
			assert_in_range(g.line, i == 0 ? 0 : 1, 9);
		memcpy(satu, teks, i);
		memcpy(satu + i, teks + i + 1, sizeof(teks) - i - 1);
		if (i < sizeof(teks) - 1 &&
		    markup_read(a, satu, sizeof(teks) - 2, &m, &g) != OK)
			assert_in_range(g.line, 1, 9);
	}
}

int main(void)
{
	const struct CMUnitTest uji[] = {
		cmocka_unit_test_setup_teardown(each_sign, siapkan, bereskan),
		cmocka_unit_test_setup_teardown(what_is_refused, siapkan,
						bereskan),
		cmocka_unit_test_setup_teardown(addresses_that_lead_nowhere,
						siapkan, bereskan),
		cmocka_unit_test_setup_teardown(not_too_long, siapkan,
						bereskan),
		cmocka_unit_test(every_code_has_a_name),
		cmocka_unit_test_setup_teardown(what_is_written_is_read,
						siapkan, bereskan),
		cmocka_unit_test_setup_teardown(what_is_cut_short_is_answered,
						siapkan, bereskan),
	};

	return cmocka_run_group_tests_name("FAQ: markup", uji, NULL, NULL);
}
