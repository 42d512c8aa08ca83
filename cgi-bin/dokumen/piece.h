/*
 * piece.h - what lies between the layout XML and the pages, shared by the
 * files of the document maker and by nobody else.
 *
 * Blocks become a list of pieces; a piece is never split and holds items
 * placed relative to its upper left corner.  Pages are filled with pieces.
 * All lengths here are points, y grows downwards.
 */
#ifndef DOKUMEN_PIECE_H
#define DOKUMEN_PIECE_H

#include "../lib/arena.h"
#include "../lib/err.h"

#include <libxml/tree.h>
#include <pango/pangocairo.h>
#include <stdbool.h>

#define MM            (72.0 / 25.4)
#define PAGE_WIDTH    (210 * MM)
#define PAGE_HEIGHT   (297 * MM)
#define MARGIN_LEFT   (25 * MM)
#define MARGIN_RIGHT  (20 * MM)
#define MARGIN_TOP    (16 * MM)
#define MARGIN_BOTTOM (24 * MM)
#define TEXT_WIDTH    (PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT)
#define TEXT_SIZE     11.5

enum item_kind {
	ITEM_LINE,   /* one line of a pango layout; y is its baseline */
	ITEM_RULE,   /* line from x, y to x + w, y + h, thick wide */
	ITEM_BOX,    /* rectangle filled with grey, or framed when thick */
	ITEM_QR,     /* QR code, w wide with its quiet zone */
	ITEM_EMBLEM, /* shield in a box of w × h */
};

struct item {
	struct item *next;
	enum item_kind kind;
	double x, y, w, h;
	double grey; /* 0 black … 1 white */
	double thick;
	PangoLayoutLine *line; /* lives as long as its layout */
	const struct qr *qr;
};

struct piece {
	struct piece *next;
	double height;
	struct item *first, **last;
	const struct piece *head; /* drawn again when first on a page */
	bool stick;               /* stays with the next piece */
	bool space;               /* white only: dropped at the top of a page */
	bool page_break;
	/* set when pages are made */
	unsigned page;
	double y;
	bool with_head;
};

struct pieces {
	struct piece *first, **last;
};

/* One rendering. */
struct maker {
	struct arena *a;
	struct fonts *fonts;
	bool draft;
	enum err err; /* first thing wrong; checked once at the end */
};

/* How a run of text looks; inherited by what it stands in. */
struct style {
	double size;    /* points */
	double spacing; /* line height over font height */
	double grey;
	bool bold, italic, underline, mono;
	PangoAlignment align;
	bool justify;
};

/* blocks.c: the children of parent as pieces, w wide and shifted by x. */
void blocks_add(struct maker *m, xmlNode *parent, const struct style *style,
		double x, double w, struct pieces *to);

/* blocks.c: all of from as one piece. */
struct piece *pieces_join(struct maker *m, const struct pieces *from);

/* table.c: the <tabel> node. */
void table_add(struct maker *m, xmlNode *node, const struct style *style,
	       double x, double w, struct pieces *to);

/* piece.c */
struct pieces *pieces_init(struct pieces *list);
struct piece *piece_new(struct maker *m);
void piece_put(struct pieces *list, struct piece *p);
struct item *item_new(struct maker *m, struct piece *p, enum item_kind kind);

/*
 * piece.c: a place for a foreign object, which fn takes back when the arena
 * is reset.  Got before the object is made, so that memory running out
 * never loses one.
 */
void **hold(struct maker *m, void (*fn)(void *));

/* piece.c: attributes of the layout XML.  attr() gives NULL when missing. */
const char *attr(xmlNode *node, const char *name);
double attr_number(xmlNode *node, const char *name, double otherwise);
bool attr_true(xmlNode *node, const char *name);
bool is_element(const xmlNode *node, const char *name);

/* inline.c: style of node: base changed by its attributes. */
struct style style_of(xmlNode *node, const struct style *base);

/*
 * inline.c: the text in node, laid out w wide.  The layout belongs to the
 * arena.  indent: of the first line.
 */
PangoLayout *text_layout(struct maker *m, xmlNode *node,
			 const struct style *style, double w, double indent);

/* The same for plain text. */
PangoLayout *plain_layout(struct maker *m, const char *text,
			  const struct style *style, double w);

/* inline.c: height of all lines of l. */
double layout_height(PangoLayout *l);

/* inline.c: all lines of l into p, its top left corner at x, y. */
void layout_put(struct maker *m, PangoLayout *l, const struct style *style,
		struct piece *p, double x, double y);

/*
 * inline.c: the lines of l as pieces that may part at a page's end, but
 * leave no line alone before or after it.
 */
void layout_flow(struct maker *m, PangoLayout *l, const struct style *style,
		 double x, struct pieces *to);

#endif
