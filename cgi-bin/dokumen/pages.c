/* pages.c - see pages.h. */
#include "pages.h"

#include "fonts.h"
#include "qr-lukis.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define ROOM (PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM)

/* Height of p and of all that sticks to it. */
static double group_height(const struct piece *p)
{
	double height = p->height;

	/* White space between does not part what sticks. */
	while ((p->stick || p->space) && p->next != NULL &&
	       !p->next->page_break) {
		p = p->next;
		height += p->height;
	}
	return height;
}

enum err pages_fill(const struct pieces *list, unsigned *count)
{
	double room = ROOM;
	bool top = true;
	struct piece *p;
	unsigned page = 0;

	for (p = list->first; p != NULL; p = p->next) {
		double group = p->space ? p->height : group_height(p);

		if (p->height > ROOM)
			return ERR_INTERNAL;
		if (group > ROOM)
			group = p->height;
		if (!top && (p->page_break || group > room)) {
			page++;
			room = ROOM;
			top = true;
		}
		p->page = page;
		if (p->space) {
			if (!top)
				room -= p->height;
			continue;
		}
		p->y = MARGIN_TOP + ROOM - room;
		if (top && p->head != NULL) {
			p->with_head = true;
			room -= p->head->height;
		}
		room -= p->height;
		top = false;
	}
	*count = page + 1;
	return OK;
}

static void set_grey(cairo_t *cr, double grey)
{
	cairo_set_source_rgb(cr, grey, grey, grey);
}

/* A five-pointed star of radius r about x, y. */
static void star(cairo_t *cr, double x, double y, double r)
{
	int i;

	for (i = 0; i < 10; i++) {
		double angle = i * G_PI / 5 - G_PI / 2;
		double d = i % 2 == 0 ? r : r * 0.4;

		cairo_line_to(cr, x + d * cos(angle), y + d * sin(angle));
	}
	cairo_close_path(cr);
}

/* The outline of the shield in the unit box, shrunk by the factor k. */
static void shield(cairo_t *cr, double k)
{
	cairo_save(cr);
	cairo_translate(cr, 0.5, 0.48);
	cairo_scale(cr, k, k);
	cairo_translate(cr, -0.5, -0.48);
	cairo_move_to(cr, 0.5, 0);
	cairo_curve_to(cr, 0.62, 0.07, 0.82, 0.1, 0.98, 0.08);
	cairo_curve_to(cr, 1.02, 0.5, 0.92, 0.82, 0.5, 1);
	cairo_curve_to(cr, 0.08, 0.82, -0.02, 0.5, 0.02, 0.08);
	cairo_curve_to(cr, 0.18, 0.1, 0.38, 0.07, 0.5, 0);
	cairo_close_path(cr);
	cairo_restore(cr);
}

/*
 * The emblem of the letterhead: a plain shield with a star over three
 * waves.  It is nobody's coat of arms.
 */
static void paint_emblem(cairo_t *cr, const struct item *i, double y)
{
	int wave;

	cairo_save(cr);
	cairo_translate(cr, i->x, y + i->y);
	cairo_scale(cr, i->w, i->h);
	shield(cr, 1);
	cairo_set_source_rgb(cr, 0.10, 0.20, 0.38);
	cairo_fill(cr);
	shield(cr, 0.93);
	cairo_set_source_rgb(cr, 0.83, 0.66, 0.26);
	cairo_fill(cr);
	shield(cr, 0.89);
	cairo_set_source_rgb(cr, 0.10, 0.20, 0.38);
	cairo_fill_preserve(cr);
	cairo_clip(cr);
	cairo_set_source_rgb(cr, 0.93, 0.91, 0.85);
	for (wave = 0; wave < 3; wave++) {
		double at = 0.62 + wave * 0.105;

		cairo_move_to(cr, 0, at);
		cairo_curve_to(cr, 0.17, at - 0.07, 0.33, at - 0.07, 0.5, at);
		cairo_curve_to(cr, 0.67, at + 0.07, 0.83, at + 0.07, 1, at);
		cairo_line_to(cr, 1, at + 0.045);
		cairo_curve_to(cr, 0.83, at + 0.115, 0.67, at + 0.115, 0.5,
			       at + 0.045);
		cairo_curve_to(cr, 0.33, at - 0.025, 0.17, at - 0.025, 0,
			       at + 0.045);
		cairo_close_path(cr);
	}
	cairo_fill(cr);
	/* The unit box is higher than wide: a round star needs undoing. */
	cairo_scale(cr, 1, i->w / i->h);
	star(cr, 0.5, 0.35 * i->h / i->w, 0.25);
	cairo_set_source_rgb(cr, 0.83, 0.66, 0.26);
	cairo_fill(cr);
	cairo_restore(cr);
}

static void paint_piece(cairo_t *cr, const struct piece *p, double y)
{
	const struct item *i;

	for (i = p->first; i != NULL; i = i->next) {
		set_grey(cr, i->grey);
		switch (i->kind) {
		case ITEM_LINE:
			cairo_move_to(cr, i->x, y + i->y);
			pango_cairo_show_layout_line(cr, i->line);
			break;
		case ITEM_RULE:
			cairo_move_to(cr, i->x, y + i->y);
			cairo_rel_line_to(cr, i->w, i->h);
			/* The grid of a row is one path: half the work. */
			if (i->next != NULL && i->next->kind == ITEM_RULE &&
			    i->next->thick == i->thick &&
			    i->next->grey == i->grey)
				break;
			cairo_set_line_width(cr, i->thick);
			cairo_stroke(cr);
			break;
		case ITEM_BOX:
			cairo_rectangle(cr, i->x, y + i->y, i->w, i->h);
			if (i->thick > 0) {
				cairo_set_line_width(cr, i->thick);
				cairo_stroke(cr);
			} else {
				cairo_fill(cr);
			}
			break;
		case ITEM_QR:
			qr_paint(cr, i->qr, i->x, y + i->y, i->w);
			break;
		case ITEM_EMBLEM:
			paint_emblem(cr, i, y);
			break;
		}
	}
}

static void paint_layout(cairo_t *cr, PangoLayout *l, double x, double y)
{
	cairo_move_to(cr, x, y);
	pango_cairo_show_layout(cr, l);
}

/* A layout for a text of the frame; given back with g_object_unref(). */
static PangoLayout *frame_layout(const struct maker *m, const char *text,
				 const char *family, double size, bool bold,
				 double w, PangoAlignment align)
{
	PangoLayout *l = pango_layout_new(m->fonts->context);
	PangoFontDescription *d = font_new(family, size, bold, false);

	pango_layout_set_font_description(l, d);
	pango_font_description_free(d);
	pango_layout_set_width(l, w < 0 ? -1 : (int)(w * PANGO_SCALE));
	pango_layout_set_wrap(l, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_alignment(l, align);
	pango_layout_set_text(l, text, -1);
	return l;
}

static double height_of(PangoLayout *l)
{
	PangoRectangle logical;

	pango_layout_get_extents(l, NULL, &logical);
	return (double)logical.height / PANGO_SCALE;
}

/* "Halaman %d dari %d" with its numbers. */
static void page_number(char *out, size_t size, const char *pattern,
			unsigned page, unsigned count)
{
	unsigned number[2] = { page, count };
	size_t n = 0;
	int k = 0;

	while (*pattern != '\0' && n + 12 < size) {
		if (k < 2 && strncmp(pattern, "%d", 2) == 0) {
			n += (size_t)snprintf(out + n, size - n, "%u",
					      number[k++]);
			pattern += 2;
		} else {
			out[n++] = *pattern++;
		}
	}
	out[n] = '\0';
}

/* The watermark, as large as the diagonal of the page allows. */
static void paint_watermark(cairo_t *cr, PangoLayout *l)
{
	double angle = atan2(PAGE_HEIGHT, PAGE_WIDTH), scale;
	PangoRectangle ink;

	pango_layout_get_extents(l, &ink, NULL);
	if (ink.width <= 0)
		return;
	scale = 0.62 * hypot(PAGE_WIDTH, PAGE_HEIGHT) * PANGO_SCALE / ink.width;
	if (scale > 1.6)
		scale = 1.6;
	cairo_save(cr);
	cairo_translate(cr, PAGE_WIDTH / 2, PAGE_HEIGHT / 2);
	cairo_rotate(cr, -angle);
	cairo_scale(cr, scale, scale);
	set_grey(cr, 0.88);
	paint_layout(cr, l, -(ink.x + ink.width / 2.0) / PANGO_SCALE,
		     -(ink.y + ink.height / 2.0) / PANGO_SCALE);
	cairo_restore(cr);
}

static void paint_notice(cairo_t *cr, PangoLayout *l)
{
	double h = height_of(l) + 1.6 * MM, y = MARGIN_TOP - h - 3 * MM;

	set_grey(cr, 0.45);
	cairo_set_line_width(cr, 0.6);
	cairo_rectangle(cr, MARGIN_LEFT, y, TEXT_WIDTH, h);
	cairo_stroke(cr);
	set_grey(cr, 0.3);
	paint_layout(cr, l, MARGIN_LEFT + 2 * MM, y + 0.8 * MM);
}

static void paint_foot(cairo_t *cr, const struct maker *m, PangoLayout *foot,
		       const char *number)
{
	double y = PAGE_HEIGHT - MARGIN_BOTTOM + 5 * MM;
	PangoLayout *l;

	set_grey(cr, 0.55);
	cairo_set_line_width(cr, 0.4);
	cairo_move_to(cr, MARGIN_LEFT, y);
	cairo_rel_line_to(cr, TEXT_WIDTH, 0);
	cairo_stroke(cr);
	set_grey(cr, 0.3);
	paint_layout(cr, foot, MARGIN_LEFT, y + 1.2 * MM);
	l = frame_layout(m, number, FONT_SERIF, 8, false, TEXT_WIDTH,
			 PANGO_ALIGN_RIGHT);
	paint_layout(cr, l, MARGIN_LEFT, y + 1.2 * MM);
	g_object_unref(l);
}

void pages_draw(const struct maker *m, const struct pieces *list,
		unsigned count, const struct frame *frame, cairo_t *cr)
{
	PangoLayout *watermark, *notice, *foot;
	const struct piece *p = list->first;
	char number[128];
	unsigned page;

	watermark = frame_layout(m, frame->watermark, FONT_SANS, 90, true, -1,
				 PANGO_ALIGN_LEFT);
	notice = frame_layout(m, frame->notice, FONT_SERIF, 8.5, true,
			      TEXT_WIDTH - 4 * MM, PANGO_ALIGN_CENTER);
	foot = frame_layout(m, frame->foot, FONT_SERIF, 7.5, false,
			    TEXT_WIDTH - 32 * MM, PANGO_ALIGN_LEFT);
	for (page = 0; page < count; page++) {
		if (m->draft)
			paint_watermark(cr, watermark);
		for (; p != NULL && p->page == page; p = p->next) {
			double y = p->y;

			if (p->with_head) {
				paint_piece(cr, p->head, y);
				y += p->head->height;
			}
			paint_piece(cr, p, y);
		}
		if (m->draft && frame->notice[0] != '\0')
			paint_notice(cr, notice);
		page_number(number, sizeof(number), frame->page_number,
			    page + 1, count);
		paint_foot(cr, m, foot, number);
		cairo_show_page(cr);
	}
	g_object_unref(watermark);
	g_object_unref(notice);
	g_object_unref(foot);
}
