/* inline.c - text with its inline marks to pango layouts and their lines;
   see piece.h.  White space is folded here as the vocabulary says. */
#include "piece.h"

#include "../lib/text.h"
#include "fonts.h"

#include <math.h>
#include <string.h>

struct run {
	struct buf text;
	PangoAttrList *marks;
	bool space; /* white space is due before the next character */
};

static void unref_layout(void *what)
{
	g_object_unref(what);
}

static void unref_marks(void *what)
{
	pango_attr_list_unref(what);
}

static void free_iter(void *what)
{
	pango_layout_iter_free(what);
}

struct style style_of(xmlNode *node, const struct style *base)
{
	struct style s = *base;
	const char *align = attr(node, "rata"), *grey = attr(node, "warna");

	s.size = attr_number(node, "ukuran", base->size);
	if (s.size < 4)
		s.size = 4;
	s.spacing = attr_number(node, "spasi", base->spacing);
	if (attr(node, "tebal") != NULL)
		s.bold = attr_true(node, "tebal");
	if (attr(node, "miring") != NULL)
		s.italic = attr_true(node, "miring");
	if (attr(node, "garis-bawah") != NULL)
		s.underline = attr_true(node, "garis-bawah");
	if (grey != NULL)
		s.grey = strcmp(grey, "abu") == 0 ? 0.35 : 0;
	if (align != NULL) {
		s.justify = strcmp(align, "penuh") == 0;
		s.align = strcmp(align, "tengah") == 0 ? PANGO_ALIGN_CENTER :
			  strcmp(align, "kanan") == 0  ? PANGO_ALIGN_RIGHT :
							 PANGO_ALIGN_LEFT;
	}
	return s;
}

static void add_text(struct run *r, const char *s)
{
	for (; *s != '\0'; s++) {
		if (strchr(" \t\r\n", *s) != NULL) {
			r->space = r->text.n > 0;
			continue;
		}
		if (r->space)
			buf_char(&r->text, ' ');
		r->space = false;
		buf_char(&r->text, *s);
	}
}

static void mark(struct run *r, PangoAttribute *a, size_t from)
{
	a->start_index = (guint)from;
	a->end_index = (guint)r->text.n;
	pango_attr_list_insert(r->marks, a);
}

static void add_inline(struct maker *m, struct run *r, xmlNode *parent,
		       double size)
{
	xmlNode *n;

	for (n = parent->children; n != NULL; n = n->next) {
		size_t from;

		if (n->type == XML_TEXT_NODE ||
		    n->type == XML_CDATA_SECTION_NODE) {
			add_text(r, (const char *)n->content);
			continue;
		}
		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (is_element(n, "baris-baru")) {
			r->space = false;
			buf_text(&r->text, "\xE2\x80\xA8"); /* U+2028 */
			continue;
		}
		/* The space before goes into the marked run: pango drops the
		   white end of a justified line only within a run. */
		from = r->text.n;
		if (r->space)
			buf_char(&r->text, ' ');
		r->space = false;
		if (is_element(n, "garis-bawah"))
			from = r->text.n;
		add_inline(m, r, n, size);
		if (is_element(n, "tebal")) {
			mark(r, pango_attr_weight_new(PANGO_WEIGHT_BOLD), from);
		} else if (is_element(n, "miring")) {
			mark(r, pango_attr_style_new(PANGO_STYLE_ITALIC), from);
		} else if (is_element(n, "garis-bawah")) {
			mark(r,
			     pango_attr_underline_new(PANGO_UNDERLINE_SINGLE),
			     from);
		} else if (is_element(n, "kode")) {
			mark(r, pango_attr_family_new(FONT_MONO), from);
			/* Liberation Mono looks larger than the serif. */
			mark(r,
			     pango_attr_size_new_absolute(
				 (int)(size * 0.9 * PANGO_SCALE)),
			     from);
		} else {
			m->err = ERR_INTERNAL;
		}
	}
}

static PangoLayout *layout_new(struct maker *m, const char *text, size_t n,
			       PangoAttrList *marks, const struct style *s,
			       double w, double indent)
{
	void **slot = hold(m, unref_layout);
	PangoFontDescription *font;
	PangoLayout *l;

	l = pango_layout_new(m->fonts->context);
	*slot = l;
	font = font_new(s->mono ? FONT_MONO : FONT_SERIF, s->size, s->bold,
			s->italic);
	pango_layout_set_font_description(l, font);
	pango_font_description_free(font);
	pango_layout_set_width(l, (int)floor(w * PANGO_SCALE));
	pango_layout_set_wrap(l, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_alignment(l, s->align);
	pango_layout_set_justify(l, s->justify);
	pango_layout_set_line_spacing(l, (float)s->spacing);
	if (indent > 0)
		pango_layout_set_indent(l, (int)(indent * PANGO_SCALE));
	if (marks != NULL)
		pango_layout_set_attributes(l, marks);
	pango_layout_set_text(l, text, (int)n);
	return l;
}

PangoLayout *plain_layout(struct maker *m, const char *text,
			  const struct style *style, double w)
{
	return layout_new(m, text, strlen(text), NULL, style, w, 0);
}

PangoLayout *text_layout(struct maker *m, xmlNode *node,
			 const struct style *style, double w, double indent)
{
	struct run r = { .text = { .a = m->a } };
	PangoLayout *l;

	/* Most cells are one plain text: no list of marks for them. */
	if (style->underline || (node->children != NULL &&
				 (node->children->next != NULL ||
				  node->children->type == XML_ELEMENT_NODE))) {
		void **slot = hold(m, unref_marks);

		r.marks = pango_attr_list_new();
		*slot = r.marks;
	}
	add_inline(m, &r, node, style->size);
	if (style->underline)
		mark(&r, pango_attr_underline_new(PANGO_UNDERLINE_SINGLE), 0);
	l = layout_new(m, r.text.n > 0 ? r.text.p : "", r.text.n, r.marks,
		       style, w, indent);
	return l;
}

double layout_height(PangoLayout *l)
{
	PangoRectangle logical;

	pango_layout_get_extents(l, NULL, &logical);
	return (double)logical.height / PANGO_SCALE;
}

/* The line at iter into p, so that the top of the line is at y. */
static double put_line(struct maker *m, PangoLayoutIter *iter,
		       const struct style *style, struct piece *p, double x,
		       double y)
{
	struct item *i = item_new(m, p, ITEM_LINE);
	PangoRectangle logical;
	int top, bottom;

	pango_layout_iter_get_line_extents(iter, NULL, &logical);
	pango_layout_iter_get_line_yrange(iter, &top, &bottom);
	i->line = pango_layout_iter_get_line_readonly(iter);
	i->x = x + (double)logical.x / PANGO_SCALE;
	i->y = y + (double)(pango_layout_iter_get_baseline(iter) - top) /
		       PANGO_SCALE;
	i->grey = style->grey;
	return (double)(bottom - top) / PANGO_SCALE;
}

static PangoLayoutIter *iter_new(struct maker *m, PangoLayout *l)
{
	void **slot = hold(m, free_iter);

	*slot = pango_layout_get_iter(l);
	return *slot;
}

void layout_put(struct maker *m, PangoLayout *l, const struct style *style,
		struct piece *p, double x, double y)
{
	PangoLayoutIter *iter = iter_new(m, l);

	do {
		y += put_line(m, iter, style, p, x, y);
	} while (pango_layout_iter_next_line(iter));
}

void layout_flow(struct maker *m, PangoLayout *l, const struct style *style,
		 double x, struct pieces *to)
{
	PangoLayoutIter *iter = iter_new(m, l);
	int lines = pango_layout_get_line_count(l), n = 0;

	do {
		struct piece *p = piece_new(m);

		p->height = put_line(m, iter, style, p, x, 0);
		p->stick = n == 0 ? lines > 1 : n == lines - 2;
		piece_put(to, p);
		n++;
	} while (pango_layout_iter_next_line(iter));
}
