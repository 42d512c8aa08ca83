/*
 * uji-html.c - lib/html against libxml2's own HTML serialiser on random
 * trees, and lib/view: what goes in as text comes out as text.
 */
#include "lib/html.h"
#include "lib/view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned seed = 20191009;

static unsigned dice(unsigned n)
{
	seed = seed * 1103515245u + 12345u;
	return (seed >> 8) % n;
}

/* Text with everything that must be escaped. */
static void random_text(char *out, size_t max)
{
	static const char *const bits[] = { "a", "Z", " ", "&", "<", ">",
					    "\"", "'", "&amp;", "]]>", "\n",
					    "\xC3\xA9", "\xE2\x82\xAC",
					    "<script>", "javascript:", "--" };
	size_t n = 0;

	out[0] = '\0';
	for (unsigned i = dice(12); i > 0; i--) {
		const char *b = bits[dice(sizeof(bits) / sizeof(*bits))];

		if (n + strlen(b) + 1 < max) {
			memcpy(out + n, b, strlen(b) + 1);
			n += strlen(b);
		}
	}
}

static void random_tree(xmlNodePtr parent, int depth)
{
	static const char *const names[] = { "div", "span", "p", "b", "em",
					     "ul", "section", "input", "br",
					     "img" };
	static const char *const attributes[] = { "class", "title",
						  "data-label", "value",
						  "id" };
	char text[200];

	for (unsigned i = dice(4) + 1; i > 0; i--) {
		if (dice(3) == 0) {
			random_text(text, sizeof(text));
			xmlAddChild(parent, xmlNewText(BAD_CAST text));
			continue;
		}
		unsigned which = dice(10);
		xmlNodePtr e = xmlNewDocNode(parent->doc, NULL,
					     BAD_CAST names[which], NULL);

		for (unsigned k = dice(3); k > 0; k--) {
			random_text(text, sizeof(text));
			xmlSetProp(e, BAD_CAST attributes[dice(5)],
				   BAD_CAST text);
		}
		xmlAddChild(parent, e);
		if (depth < 5 && which < 7)
			random_tree(e, depth + 1);
	}
}

/* One string for a tree: names, sorted attributes as they stand, texts. */
static void canonical(struct buf *out, const xmlNode *n)
{
	for (; n != NULL; n = n->next) {
		if (n->type == XML_TEXT_NODE) {
			buf_printf(out, "{%s}", (const char *)n->content);
		} else if (n->type == XML_ELEMENT_NODE) {
			buf_printf(out, "<%s", (const char *)n->name);
			for (xmlAttr *at = n->properties; at != NULL;
			     at = at->next) {
				xmlChar *v = xmlNodeListGetString(
					n->doc, at->children, 1);

				buf_printf(out, " %s=[%s]",
					   (const char *)at->name,
					   v == NULL ? "" : (const char *)v);
				xmlFree(v);
			}
			buf_text(out, ">");
			canonical(out, n->children);
			buf_text(out, "</>");
		}
	}
}

static const char *reparse(struct arena *a, const char *html, size_t n)
{
	struct buf out = { .a = a };
	htmlDocPtr doc = htmlReadMemory(html, (int)n, NULL, "UTF-8",
					HTML_PARSE_NOERROR |
						HTML_PARSE_NOWARNING |
						HTML_PARSE_NONET);

	assert_non_null(doc);
	canonical(&out, xmlDocGetRootElement(doc));
	xmlFreeDoc(doc);
	return out.p;
}

static void writes_what_libxml2_writes(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (int i = 0; i < 3000; i++) {
		xmlDocPtr doc = htmlNewDocNoDtD(NULL, NULL);
		xmlNodePtr html = xmlNewDocNode(doc, NULL, BAD_CAST "html",
						NULL);
		xmlNodePtr body = xmlNewDocNode(doc, NULL, BAD_CAST "body",
						NULL);
		struct buf ours = { .a = a };
		xmlChar *theirs = NULL;
		int n = 0;

		xmlDocSetRootElement(doc, html);
		xmlAddChild(html, body);
		random_tree(body, 0);
		html_write(&ours, doc);
		htmlDocDumpMemoryFormat(doc, &theirs, &n, 0);
		assert_string_equal(reparse(a, ours.p, ours.n),
				    reparse(a, (char *)theirs, (size_t)n));
		xmlFree(theirs);
		xmlFreeDoc(doc);
		arena_reset(a);
	}
	arena_free(a);
}

static void escapes_every_place(void **state)
{
	struct arena *a = arena_new();
	struct view *v = view_new(a, "p");
	struct buf out = { .a = a };

	(void)state;
	el_attr(view_root(v), "title", "\"><script>alert(1)</script>&amp;");
	el_text(view_root(v), "</p><script>alert(2)</script> Maju & Jaya");
	html_write(&out, view_doc(v));
	assert_string_equal(out.p,
			    "<!DOCTYPE html>\n<p title=\"&quot;&gt;&lt;script"
			    "&gt;alert(1)&lt;/script&gt;&amp;amp;\">&lt;/p"
			    "&gt;&lt;script&gt;alert(2)&lt;/script&gt; Maju "
			    "&amp; Jaya</p>");
	arena_free(a);
}

static void void_elements_have_no_end(void **state)
{
	struct arena *a = arena_new();
	struct view *v = view_new(a, "div");
	struct buf out = { .a = a };

	(void)state;
	el_add(view_root(v), "br");
	el_add(view_root(v), "span");
	html_write(&out, view_doc(v));
	assert_string_equal(out.p,
			    "<!DOCTYPE html>\n<div><br><span></span></div>");
	arena_free(a);
}

static void flags_have_no_value(void **state)
{
	struct arena *a = arena_new();
	struct view *v = view_new(a, "input");
	struct buf out = { .a = a };

	(void)state;
	el_attr(view_root(v), "required", "required");
	el_attr(view_root(v), "value", "value");
	el_attr(view_root(v), "name", "checked");
	html_write(&out, view_doc(v));
	assert_string_equal(out.p, "<!DOCTYPE html>\n<input required "
				   "value=\"value\" name=\"checked\">");
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_what_libxml2_writes),
		cmocka_unit_test(escapes_every_place),
		cmocka_unit_test(void_elements_have_no_end),
		cmocka_unit_test(flags_have_no_value),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
