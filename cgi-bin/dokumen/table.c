/* table.c - <tabel> to pieces: one per row, the head repeated on each page
   by pages.c; see piece.h and the vocabulary in tata-letak.h. */
#include "piece.h"

#include <string.h>

#define MAX_COLUMNS 16
#define PAD_X       (1.4 * MM)
#define PAD_Y       (0.8 * MM)
#define RULE        0.4

struct column {
	double x, w;
	struct style style;
};

struct table {
	struct column column[MAX_COLUMNS];
	int columns;
	double x, w;
};

static void read_columns(struct maker *m, xmlNode *node,
			 const struct style *base, struct table *t)
{
	double sum = 0, x = t->x;
	xmlNode *n;
	int i;

	for (n = node->children; n != NULL; n = n->next) {
		struct column *c = &t->column[t->columns];
		const char *font;

		if (!is_element(n, "kolom"))
			continue;
		if (t->columns == MAX_COLUMNS) {
			m->err = ERR_INTERNAL;
			return;
		}
		c->style = style_of(n, base);
		font = attr(n, "huruf");
		if (font != NULL && strcmp(font, "kode") == 0) {
			c->style.mono = true;
			c->style.size *= 0.9;
		}
		c->w = attr_number(n, "lebar", 10);
		sum += c->w;
		t->columns++;
	}
	for (i = 0; i < t->columns; i++) {
		t->column[i].x = x;
		t->column[i].w *= sum > 0 ? t->w / sum : 0;
		x += t->column[i].w;
	}
}

/* Frame of a row: upright rules, the one below, and the one above. */
static void put_grid(struct maker *m, const struct table *t, struct piece *p)
{
	struct item *i;
	int k;

	for (k = 0; k <= t->columns; k++) {
		i = item_new(m, p, ITEM_RULE);
		i->x = k < t->columns ? t->column[k].x : t->x + t->w;
		i->h = p->height;
		i->thick = RULE;
	}
	for (k = 0; k < 2; k++) {
		i = item_new(m, p, ITEM_RULE);
		i->x = t->x;
		i->y = k == 0 ? 0 : p->height;
		i->w = t->w;
		i->thick = RULE;
	}
}

static struct piece *row(struct maker *m, const struct table *t, xmlNode *node,
			 bool head)
{
	double up[MAX_COLUMNS], height[MAX_COLUMNS], above = 0, below = 0;
	PangoLayout *layout[MAX_COLUMNS];
	struct style style[MAX_COLUMNS];
	struct piece *p = piece_new(m);
	struct item *shade = NULL;
	int k = 0, i;
	xmlNode *n;

	if (head) {
		shade = item_new(m, p, ITEM_BOX);
		shade->x = t->x;
		shade->w = t->w;
		shade->grey = 0.91;
	}
	for (n = node->children; n != NULL; n = n->next) {
		if (!is_element(n, "sel"))
			continue;
		if (k == t->columns) {
			m->err = ERR_INTERNAL;
			return p;
		}
		style[k] = t->column[k].style;
		if (head) {
			style[k].bold = true;
			style[k].align = PANGO_ALIGN_CENTER;
			style[k].mono = false;
		}
		style[k] = style_of(n, &style[k]);
		layout[k] =
		    text_layout(m, n, &style[k], t->column[k].w - 2 * PAD_X, 0);
		/* First lines of all cells share one baseline. */
		up[k] =
		    (double)pango_layout_get_baseline(layout[k]) / PANGO_SCALE;
		height[k] = layout_height(layout[k]);
		if (up[k] > above)
			above = up[k];
		if (height[k] - up[k] > below)
			below = height[k] - up[k];
		k++;
	}
	p->height = above + below + 2 * PAD_Y;
	if (p->height < attr_number(node, "tinggi", 0) * MM)
		p->height = attr_number(node, "tinggi", 0) * MM;
	for (i = 0; i < k; i++)
		layout_put(m, layout[i], &style[i], p, t->column[i].x + PAD_X,
			   head ? (p->height - height[i]) / 2 :
				  PAD_Y + above - up[i]);
	if (shade != NULL)
		shade->h = p->height;
	put_grid(m, t, p);
	return p;
}

void table_add(struct maker *m, xmlNode *node, const struct style *base,
	       double x, double w, struct pieces *to)
{
	struct piece *head = NULL, *p;
	struct style s = *base;
	struct table t = { .x = x, .w = w };
	xmlNode *n;

	s.size = 9.5;
	s.spacing = 1.0;
	s.justify = false;
	s.align = PANGO_ALIGN_LEFT;
	s = style_of(node, &s);
	read_columns(m, node, &s, &t);
	for (n = node->children; n != NULL && m->err == OK; n = n->next) {
		if (is_element(n, "kepala")) {
			head = row(m, &t, n, true);
			head->stick = true;
			piece_put(to, head);
		} else if (is_element(n, "baris")) {
			p = row(m, &t, n, false);
			p->head = head;
			piece_put(to, p);
		}
	}
	p = piece_new(m);
	p->height = attr_number(node, "bawah", 3) * MM;
	p->space = true;
	piece_put(to, p);
}
