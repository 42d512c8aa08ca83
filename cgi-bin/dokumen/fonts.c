/* fonts.c - see fonts.h.  The map is a cache: it holds nothing of a
   document, and opening it anew per document would cost most of the time. */
#include "fonts.h"

static struct fonts cache;

struct fonts *fonts_get(void)
{
	cairo_font_options_t *options;

	if (cache.context != NULL)
		return &cache;
	if (cache.map == NULL)
		cache.map = pango_cairo_font_map_new();
	if (cache.map == NULL)
		return NULL;
	/* One user space unit is one point, so sizes stay as they are. */
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(cache.map),
					    72);
	cache.context = pango_font_map_create_context(cache.map);
	options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(cache.context, options);
	cairo_font_options_destroy(options);
	pango_context_set_round_glyph_positions(cache.context, FALSE);
	pango_context_set_language(cache.context,
				   pango_language_from_string("id"));
	pango_context_set_base_dir(cache.context, PANGO_DIRECTION_LTR);
	return &cache;
}

PangoFontDescription *font_new(const char *family, double size, bool bold,
			       bool italic)
{
	PangoFontDescription *d = pango_font_description_new();

	pango_font_description_set_family_static(d, family);
	pango_font_description_set_absolute_size(d, size * PANGO_SCALE);
	pango_font_description_set_weight(d, bold ? PANGO_WEIGHT_BOLD :
						    PANGO_WEIGHT_NORMAL);
	pango_font_description_set_style(d, italic ? PANGO_STYLE_ITALIC :
						     PANGO_STYLE_NORMAL);
	return d;
}
