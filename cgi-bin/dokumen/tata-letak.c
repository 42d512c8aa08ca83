/* tata-letak.c - see tata-letak.h: the document as a whole.  Blocks are in
   blocks.c and table.c, pages in pages.c; here are the surface, the
   information dictionary and the end of the file. */
#include "tata-letak.h"

#include "fonts.h"
#include "pages.h"
#include "pdf.h"
#include "piece.h"

#include <cairo-pdf.h>
#include <openssl/sha.h>
#include <stdlib.h>
#include <string.h>

/* Bytes from cairo; not from the arena, which may not jump across cairo. */
struct sink {
	unsigned char *p;
	size_t n, cap;
};

static void free_sink(void *what)
{
	struct sink *s = what;

	free(s->p);
}

static void destroy_surface(void *what)
{
	cairo_surface_destroy(what);
}

static void destroy_cairo(void *what)
{
	cairo_destroy(what);
}

static cairo_status_t write_sink(void *to, const unsigned char *p, unsigned n)
{
	struct sink *s = to;

	if (s->cap - s->n < n) {
		size_t cap = s->cap * 2 + n + 32768;
		unsigned char *grown = realloc(s->p, cap);

		if (grown == NULL)
			return CAIRO_STATUS_WRITE_ERROR;
		s->p = grown;
		s->cap = cap;
	}
	memcpy(s->p + s->n, p, n);
	s->n += n;
	return CAIRO_STATUS_SUCCESS;
}

static const char *text_attr(xmlNode *node, const char *name)
{
	const char *s = attr(node, name);

	return s == NULL ? "" : s;
}

static void add_info(struct buf *b, const char *key, const char *value)
{
	if (*value == '\0')
		return;
	buf_printf(b, "/%s ", key);
	pdf_add_text(b, value);
	buf_char(b, '\n');
}

/*
 * Write the end of cairo's file anew.  cairo 1.16 ends with information
 * dictionary, catalog, table and trailer, and has no way to set the time
 * without "now" slipping in, a language, or a file identifier.
 */
static enum err finish(struct arena *a, struct blob made, xmlNode *root,
		       time_t dibuat, struct blob *out)
{
	struct buf b = { .a = a };
	unsigned char id[SHA256_DIGEST_LENGTH];
	struct blob catalog;
	struct pdf pdf;
	size_t i, keep, info, cat, xref;
	enum err err;

	err = pdf_open(a, made, &pdf);
	if (err != OK)
		return ERR_INTERNAL;
	if (pdf.info == 0 || pdf.info >= pdf.n_objects ||
	    !pdf_object(&pdf, pdf.root, &catalog))
		return ERR_INTERNAL;
	keep = pdf.offset[pdf.info];
	for (i = 0; i < pdf.n_objects; i++)
		if (i != pdf.root && pdf.offset[i] > keep)
			return ERR_INTERNAL;
	if (pdf.offset[pdf.root] < keep)
		return ERR_INTERNAL;
	SHA256(made.p, keep, id);

	buf_bytes(&b, (const char *)made.p, keep);
	info = b.n;
	buf_printf(&b, "%u 0 obj\n<< ", pdf.info);
	add_info(&b, "Title", text_attr(root, "judul"));
	add_info(&b, "Subject", text_attr(root, "pokok"));
	add_info(&b, "Author", text_attr(root, "pembuat"));
	buf_text(&b, "/Creator (SI-FILMA)\n/Producer (cairo ");
	buf_text(&b, cairo_version_string());
	buf_text(&b, ")\n/CreationDate ");
	pdf_add_date(&b, dibuat);
	buf_text(&b, "\n>>\nendobj\n");
	cat = b.n;
	buf_printf(&b, "%u 0 obj\n", pdf.root);
	buf_bytes(&b, (const char *)catalog.p, catalog.n - 2);
	buf_text(&b, "/Lang ");
	pdf_add_text(&b, text_attr(root, "bahasa"));
	buf_text(&b, "\n/ViewerPreferences << /DisplayDocTitle true >>\n"
		     ">>\nendobj\n");
	xref = b.n;
	buf_printf(&b, "xref\n0 %zu\n0000000000 65535 f \n", pdf.n_objects);
	for (i = 1; i < pdf.n_objects; i++) {
		struct blob value;
		size_t at = i == pdf.info ? info :
			    i == pdf.root ? cat :
					    pdf.offset[i];

		/* cairo 1.16 counts numbers that it never wrote. */
		if (i != pdf.info && !pdf_object(&pdf, (unsigned)i, &value))
			buf_text(&b, "0000000000 65535 f \n");
		else
			buf_printf(&b, "%010zu 00000 n \n", at);
	}
	buf_printf(&b, "trailer\n<< /Size %zu\n/Root %u 0 R\n/Info %u 0 R\n",
		   pdf.n_objects, pdf.root, pdf.info);
	buf_text(&b, "/ID [");
	for (i = 0; i < 2; i++)
		buf_printf(&b, "<%s>", text_hex(a, id, 16));
	buf_printf(&b, "]\n>>\nstartxref\n%zu\n%%%%EOF\n", xref);
	out->p = (const unsigned char *)b.p;
	out->n = b.n;
	return OK;
}

static enum err draw(struct maker *m, xmlNode *root, struct sink *sink)
{
	const struct style plain = { .size = TEXT_SIZE,
				     .spacing = 1.15,
				     .align = PANGO_ALIGN_LEFT };
	struct frame frame = { .watermark = text_attr(root, "tanda-air"),
			       .notice = text_attr(root, "pemberitahuan"),
			       .foot = text_attr(root, "kaki"),
			       .page_number = text_attr(root, "halaman") };
	void **surface_slot = hold(m, destroy_surface);
	void **cairo_slot = hold(m, destroy_cairo);
	cairo_surface_t *surface;
	struct style style = style_of(root, &plain);
	struct pieces list;
	cairo_t *cr;
	unsigned count;

	pieces_init(&list);
	blocks_add(m, root, &style, MARGIN_LEFT, TEXT_WIDTH, &list);
	if (m->err == OK)
		m->err = pages_fill(&list, &count);
	if (m->err != OK)
		return m->err;
	surface = cairo_pdf_surface_create_for_stream(write_sink, sink,
						      PAGE_WIDTH, PAGE_HEIGHT);
	*surface_slot = surface;
	cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
	cr = cairo_create(surface);
	*cairo_slot = cr;
	pages_draw(m, &list, count, &frame, cr);
	cairo_surface_finish(surface);
	/* The only foreign failure left is want of memory. */
	if (cairo_status(cr) != CAIRO_STATUS_SUCCESS ||
	    cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
		return ERR_BUSY;
	return OK;
}

enum err tata_letak_pdf(struct arena *a, xmlDocPtr layout, time_t dibuat,
			struct blob *pdf)
{
	struct sink *sink = arena_alloc(a, sizeof(*sink));
	xmlNode *root = xmlDocGetRootElement(layout);
	struct maker m = { .a = a };
	enum err err;

	arena_cleanup(a, free_sink, sink);
	if (root == NULL || !is_element(root, "tata-letak"))
		return ERR_INTERNAL;
	m.fonts = fonts_get();
	if (m.fonts == NULL)
		return ERR_BUSY;
	m.draft = attr_true(root, "draf");
	err = draw(&m, root, sink);
	if (err != OK)
		return err;
	return finish(a, (struct blob){ sink->p, sink->n }, root, dibuat, pdf);
}
