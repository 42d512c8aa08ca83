/* blocks.c - blocks of the layout XML to pieces; see piece.h and the
   vocabulary in tata-letak.h.  Tables are in table.c. */
#include "piece.h"

#include "qr-lukis.h"

#include <string.h>

#define EMBLEM_WIDTH  (19 * MM)
#define EMBLEM_HEIGHT (23 * MM)
#define QR_LEAST      (25 * MM) /* code without its quiet zone */
#define PAGE_ROOM     (PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM)

typedef void block_fn(struct maker *m, xmlNode *node, const struct style *s,
		      double x, double w, struct pieces *to);

static void put_space(struct maker *m, double height, struct pieces *to)
{
	struct piece *p;

	if (height <= 0)
		return;
	p = piece_new(m);
	p->height = height;
	p->space = true;
	piece_put(to, p);
}

static void put_rule(struct maker *m, struct piece *p, double x, double y,
		     double w, double thick)
{
	struct item *i = item_new(m, p, ITEM_RULE);

	i->x = x;
	i->y = y;
	i->w = w;
	i->thick = thick;
}

struct piece *pieces_join(struct maker *m, const struct pieces *from)
{
	struct piece *all = piece_new(m);
	struct piece *p, *next;

	for (p = from->first; p != NULL; p = next) {
		struct item *i;

		next = p->next;
		for (i = p->first; i != NULL; i = i->next)
			i->y += all->height;
		if (p->first != NULL) {
			*all->last = p->first;
			all->last = p->last;
		}
		all->height += p->height;
	}
	return all;
}

/* As one piece when it fits a page, else as it is: nothing gets lost. */
static void put_whole(struct maker *m, struct pieces *from, struct pieces *to)
{
	double height = 0;
	struct piece *p;

	for (p = from->first; p != NULL; p = p->next)
		height += p->height;
	if (height <= PAGE_ROOM) {
		piece_put(to, pieces_join(m, from));
	} else if (from->first != NULL) {
		*to->last = from->first;
		to->last = from->last;
	}
}

static void kop(struct maker *m, xmlNode *node, const struct style *base,
		double x, double w, struct pieces *to)
{
	bool emblem = attr_true(node, "lambang");
	double shift = emblem ? EMBLEM_WIDTH + 3 * MM : 0;
	struct piece *p = piece_new(m);
	double y = 0;
	xmlNode *n;

	for (n = node->children; n != NULL; n = n->next) {
		struct style s = *base;
		PangoLayout *l;

		if (!is_element(n, "baris"))
			continue;
		s.align = PANGO_ALIGN_CENTER;
		s.spacing = 1.0;
		s = style_of(n, &s);
		l = text_layout(m, n, &s, w - shift, 0);
		layout_put(m, l, &s, p, x + shift, y);
		y += layout_height(l) + attr_number(n, "bawah", 0) * MM;
	}
	if (emblem) {
		struct item *i = item_new(m, p, ITEM_EMBLEM);
		double room = y > EMBLEM_HEIGHT ? y : EMBLEM_HEIGHT;
		struct item *line;

		for (line = p->first; line != i; line = line->next)
			line->y += (room - y) / 2;
		i->x = x;
		i->y = (room - EMBLEM_HEIGHT) / 2;
		i->w = EMBLEM_WIDTH;
		i->h = EMBLEM_HEIGHT;
		y = room;
	}
	y += 2.5 * MM;
	put_rule(m, p, x, y, w, 2.2);
	put_rule(m, p, x, y + 2.4, w, 0.6);
	p->height = y + 3;
	piece_put(to, p);
	put_space(m, attr_number(node, "bawah", 6) * MM, to);
}

static void judul(struct maker *m, xmlNode *node, const struct style *base,
		  double x, double w, struct pieces *to)
{
	struct piece *p = piece_new(m);
	struct style s = *base;
	PangoLayout *l;

	s.align = PANGO_ALIGN_CENTER;
	s.justify = false;
	s.bold = true;
	s.size = 13;
	s.spacing = 1.1;
	s = style_of(node, &s);
	l = text_layout(m, node, &s, w, 0);
	layout_put(m, l, &s, p, x, 0);
	p->height = layout_height(l) + attr_number(node, "bawah", 1) * MM;
	p->stick = true;
	piece_put(to, p);
}

static void paragraf(struct maker *m, xmlNode *node, const struct style *base,
		     double x, double w, struct pieces *to)
{
	struct style s = style_of(node, base);
	double indent = attr_number(node, "inden", 0) * MM;

	layout_flow(m, text_layout(m, node, &s, w, indent), &s, x, to);
	put_space(m, attr_number(node, "bawah", 2) * MM, to);
}

static void jarak(struct maker *m, xmlNode *node, const struct style *base,
		  double x, double w, struct pieces *to)
{
	(void)base;
	(void)x;
	(void)w;
	put_space(m, attr_number(node, "tinggi", 4) * MM, to);
}

static void garis(struct maker *m, xmlNode *node, const struct style *base,
		  double x, double w, struct pieces *to)
{
	struct piece *p = piece_new(m);

	(void)node;
	(void)base;
	put_rule(m, p, x, 1 * MM, w, 0.5);
	p->height = 2 * MM;
	piece_put(to, p);
}

static bool holds_blocks(const xmlNode *node);

/* Text or blocks, with a label (number, bullet) left of the first line. */
static void labelled(struct maker *m, xmlNode *node, const struct style *s,
		     PangoLayout *label, double x, double shift, double w,
		     struct pieces *to)
{
	struct pieces own;
	struct piece *p;

	pieces_init(&own);
	if (holds_blocks(node))
		blocks_add(m, node, s, x + shift, w - shift, &own);
	else
		layout_flow(m, text_layout(m, node, s, w - shift, 0), s,
			    x + shift, &own);
	if (own.first == NULL)
		piece_put(&own, piece_new(m));
	p = own.first;
	layout_put(m, label, s, p, x, 0);
	if (p->height < layout_height(label))
		p->height = layout_height(label);
	*to->last = own.first;
	to->last = own.last;
}

static void daftar(struct maker *m, xmlNode *node, const struct style *base,
		   double x, double w, struct pieces *to)
{
	struct style s = style_of(node, base);
	double shift = attr_number(node, "lebar-label", 7) * MM;
	const char *kind = attr(node, "jenis");
	unsigned number = 0;
	xmlNode *n;

	for (n = node->children; n != NULL; n = n->next) {
		const char *label;
		struct style own;

		if (!is_element(n, "butir"))
			continue;
		number++;
		if (kind == NULL || strcmp(kind, "angka") == 0)
			label = arena_printf(m->a, "%u.", number);
		else if (strcmp(kind, "huruf") == 0 && number <= 26)
			label =
			    arena_printf(m->a, "%c.", (int)('a' + number - 1));
		else
			label = "\xE2\x80\xA2";
		own = style_of(n, &s);
		labelled(m, n, &own, plain_layout(m, label, &own, shift), x,
			 shift, w, to);
		put_space(m, attr_number(n, "bawah", 1) * MM, to);
	}
	put_space(m, attr_number(node, "bawah", 1) * MM, to);
}

static void ringkasan(struct maker *m, xmlNode *node, const struct style *base,
		      double x, double w, struct pieces *to)
{
	double label_width = attr_number(node, "lebar-label", 40) * MM;
	double colon = 4 * MM;
	struct style s = style_of(node, base);
	xmlNode *n;

	s.justify = false;
	for (n = node->children; n != NULL; n = n->next) {
		struct pieces one;
		struct style own;
		PangoLayout *label;
		struct piece *p;

		if (!is_element(n, "butir"))
			continue;
		own = style_of(n, &s);
		label =
		    plain_layout(m, attr(n, "label") ? attr(n, "label") : "",
				 &s, label_width - 1 * MM);
		pieces_init(&one);
		labelled(m, n, &own, plain_layout(m, ":", &s, colon),
			 x + label_width, colon, w - label_width, &one);
		p = pieces_join(m, &one);
		layout_put(m, label, &s, p, x, 0);
		if (p->height < layout_height(label))
			p->height = layout_height(label);
		p->height += 0.6 * MM;
		piece_put(to, p);
	}
	put_space(m, attr_number(node, "bawah", 2) * MM, to);
}

static void berdampingan(struct maker *m, xmlNode *node,
			 const struct style *base, double x, double w,
			 struct pieces *to)
{
	double given = 0, gap = 5 * MM, share = 0;
	struct piece *all = piece_new(m);
	int sides = 0, open = 0;
	xmlNode *n;

	for (n = node->children; n != NULL; n = n->next) {
		if (!is_element(n, "sisi"))
			continue;
		sides++;
		given += attr_number(n, "lebar", 0) * MM;
		if (attr_number(n, "lebar", 0) <= 0)
			open++;
	}
	if (open > 0)
		share = (w - given - gap * (sides - 1)) / open;
	if (share < 0)
		share = 0;
	for (n = node->children; n != NULL; n = n->next) {
		struct pieces own;
		struct piece *p;
		double side;

		if (!is_element(n, "sisi"))
			continue;
		side = attr_number(n, "lebar", 0) * MM;
		if (side <= 0)
			side = share;
		pieces_init(&own);
		blocks_add(m, n, base, x, side, &own);
		p = pieces_join(m, &own);
		if (p->first != NULL) {
			*all->last = p->first;
			all->last = p->last;
		}
		if (p->height > all->height)
			all->height = p->height;
		x += side + gap;
	}
	piece_put(to, all);
}

static void tanda_tangan(struct maker *m, xmlNode *node,
			 const struct style *base, double x, double w,
			 struct pieces *to)
{
	double width = attr_number(node, "lebar", 80) * MM;
	const char *where = attr(node, "letak");
	struct style s = *base;
	struct pieces own;

	if (width > w)
		width = w;
	if (where == NULL || strcmp(where, "kanan") == 0)
		x += w - width;
	else if (strcmp(where, "tengah") == 0)
		x += (w - width) / 2;
	s.justify = false;
	s.align = PANGO_ALIGN_LEFT;
	s = style_of(node, &s);
	pieces_init(&own);
	blocks_add(m, node, &s, x, width, &own);
	put_whole(m, &own, to);
}

static void utuh(struct maker *m, xmlNode *node, const struct style *base,
		 double x, double w, struct pieces *to)
{
	struct pieces own;

	pieces_init(&own);
	blocks_add(m, node, base, x, w, &own);
	put_whole(m, &own, to);
}

static void ruang(struct maker *m, xmlNode *node, const struct style *base,
		  double x, double w, struct pieces *to)
{
	double height = attr_number(node, "tinggi", 22) * MM;
	struct piece *p = piece_new(m);
	struct style s = *base;
	PangoLayout *l;

	s.align = PANGO_ALIGN_CENTER;
	s.size = base->size * 0.8;
	s = style_of(node, &s);
	if (attr_true(node, "bingkai")) {
		struct item *i = item_new(m, p, ITEM_BOX);

		i->x = x;
		i->y = 1 * MM;
		i->w = w;
		i->h = height - 2 * MM;
		i->grey = 0.6;
		i->thick = 0.5;
	}
	if (node->children != NULL) {
		l = text_layout(m, node, &s, w, 0);
		layout_put(m, l, &s, p, x, (height - layout_height(l)) / 2);
	}
	p->height = height;
	piece_put(to, p);
}

static void qr(struct maker *m, xmlNode *node, const struct style *base,
	       double x, double w, struct pieces *to)
{
	double side = attr_number(node, "sisi", 25) * MM, quiet, wide;
	const char *text = attr(node, "isi");
	struct piece *p, *beside;
	struct style s = *base;
	struct pieces own;
	struct item *i;
	struct qr *code;
	enum err err;

	/* A draft bears no code, whatever the layout asks for. */
	if (m->draft)
		return;
	err = text == NULL || *text == '\0' ? ERR_INTERNAL :
					      qr_make(m->a, text, &code);
	if (err != OK) {
		m->err = err;
		return;
	}
	if (side < QR_LEAST)
		side = QR_LEAST;
	quiet = side / (qr_modules(code) - 2 * QR_QUIET) * QR_QUIET;
	wide = side + 2 * quiet;
	p = piece_new(m);
	i = item_new(m, p, ITEM_QR);
	/* The white edge may reach into the margin at the left. */
	i->x = x - quiet;
	i->w = wide;
	i->qr = code;
	s.size = 8.5;
	s.justify = false;
	s.align = PANGO_ALIGN_LEFT;
	s.spacing = 1.1;
	s = style_of(node, &s);
	pieces_init(&own);
	blocks_add(m, node, &s, x + side + quiet, w - side - quiet, &own);
	beside = pieces_join(m, &own);
	p->height = attr_number(node, "tinggi", 0) * MM;
	if (p->height < wide)
		p->height = wide;
	if (p->height < beside->height)
		p->height = beside->height;
	i->y = (p->height - wide) / 2;
	for (i = beside->first; i != NULL; i = i->next)
		i->y += (p->height - beside->height) / 2;
	if (beside->first != NULL) {
		*p->last = beside->first;
		p->last = beside->last;
	}
	piece_put(to, p);
}

static void halaman_baru(struct maker *m, xmlNode *node,
			 const struct style *base, double x, double w,
			 struct pieces *to)
{
	struct piece *p = piece_new(m);

	(void)node;
	(void)base;
	(void)x;
	(void)w;
	p->page_break = true;
	p->space = true;
	piece_put(to, p);
}

static const struct {
	const char *name;
	block_fn *fn;
} blocks[] = {
	{ "paragraf", paragraf },
	{ "jarak", jarak },
	{ "garis", garis },
	{ "judul", judul },
	{ "daftar", daftar },
	{ "ringkasan", ringkasan },
	{ "tabel", table_add },
	{ "berdampingan", berdampingan },
	{ "tanda-tangan", tanda_tangan },
	{ "utuh", utuh },
	{ "ruang", ruang },
	{ "qr", qr },
	{ "kop", kop },
	{ "halaman-baru", halaman_baru },
};

static block_fn *block_of(const xmlNode *node)
{
	size_t i;

	for (i = 0; i < sizeof(blocks) / sizeof(*blocks); i++)
		if (is_element(node, blocks[i].name))
			return blocks[i].fn;
	return NULL;
}

static bool holds_blocks(const xmlNode *node)
{
	const xmlNode *n;

	for (n = node->children; n != NULL; n = n->next)
		if (block_of(n) != NULL)
			return true;
	return false;
}

void blocks_add(struct maker *m, xmlNode *parent, const struct style *style,
		double x, double w, struct pieces *to)
{
	xmlNode *n;

	for (n = parent->children; n != NULL; n = n->next) {
		block_fn *fn = block_of(n);

		if (fn != NULL)
			fn(m, n, style, x, w, to);
		else if (n->type == XML_ELEMENT_NODE)
			m->err = ERR_INTERNAL;
	}
}
