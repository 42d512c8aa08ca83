/*
 * xlsx-bagian.c - the parts of a workbook around its sheets: relationships,
 * the list of sheets, shared strings, styles.
 */
#include "xlsx-dalam.h"

#include "text.h"
#include "xlsx-angka.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define FORMAT_N 65536u
#define STYLE_N  65536u

/* ---- relationships (ECMA-376 part 2, 9.3) ----------------------------- */

/* target as seen from folder ("xl/" or ""), without "./" and "../". */
static const char *resolve(struct arena *a, const char *folder,
			   const char *target)
{
	struct buf b = { .a = a };

	buf_text(&b, *target == '/' ? "" : folder);
	while (*target != '\0') {
		const char *slash = strchrnul(target, '/');
		size_t n = (size_t)(slash - target);

		if (n == 2 && memcmp(target, "..", 2) == 0) {
			if (b.n > 0)
				b.n--;
			while (b.n > 0 && b.p[b.n - 1] != '/')
				b.n--;
		} else if (n > 0 && !(n == 1 && *target == '.')) {
			buf_bytes(&b, target, n);
			if (*slash == '/')
				buf_char(&b, '/');
		}
		target = *slash == '/' ? slash + 1 : slash;
	}
	buf_bytes(&b, "", 0);
	return b.p;
}

static void relation_start(struct xlsx *x, const char *name, const char **attr)
{
	static const char *const wanted[] = { "officeDocument", "worksheet",
					      "sharedStrings", "styles" };
	const char *id = xlsx_atribut(attr, "Id");
	const char *type = xlsx_atribut(attr, "Type");
	const char *target = xlsx_atribut(attr, "Target");
	const char *mode = xlsx_atribut(attr, "TargetMode");
	const char *last = type == NULL ? NULL : strrchr(type, '/');
	struct relasi *r;

	if (strcmp(name, "Relationship") != 0 || id == NULL || last == NULL ||
	    target == NULL || (mode != NULL && strcmp(mode, "Internal") != 0))
		return;
	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++) {
		if (strcmp(last + 1, wanted[i]) != 0)
			continue;
		/* More of them than files in the archive is no workbook. */
		if (x->n_relasi++ > x->batas->entri) {
			xlsx_gagal(x, TABEL_RUSAK);
			return;
		}
		r = arena_alloc(x->a, sizeof(*r));
		r->id = arena_strdup(x->a, id);
		r->jenis = wanted[i];
		r->path = resolve(x->a, x->folder, target);
		r->next = x->relasi;
		x->relasi = r;
	}
}

static const struct urai relation_part = { relation_start, NULL };

/* Path of the relationship of that kind, or with that id; or NULL. */
static const char *related(const struct xlsx *x, const char *jenis,
			   const char *id)
{
	for (const struct relasi *r = x->relasi; r != NULL; r = r->next)
		if (strcmp(r->jenis, jenis) == 0 &&
		    (id == NULL || strcmp(r->id, id) == 0))
			return r->path;
	return NULL;
}

/* Read the relationships of the part at path ("" is the whole package). */
static bool read_relations(struct xlsx *x, const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t n = slash == NULL ? 0 : (size_t)(slash - path) + 1;
	const char *rels;

	x->relasi = NULL;
	x->n_relasi = 0;
	x->folder = arena_strndup(x->a, path, n);
	rels = arena_printf(x->a, "%s_rels/%s.rels", x->folder, path + n);
	return xlsx_urai(x, rels, &relation_part);
}

/* ---- workbook --------------------------------------------------------- */

static void workbook_start(struct xlsx *x, const char *name, const char **attr)
{
	const char *text, *id;

	if (strcmp(name, "workbookPr") == 0) {
		text = xlsx_atribut(attr, "date1904");
		x->sejak_1904 = text != NULL && (strcmp(text, "1") == 0 ||
						 strcmp(text, "true") == 0);
		return;
	}
	if (strcmp(name, "sheet") != 0 || x->sheet != NULL)
		return;
	id = xlsx_atribut(attr, "id");
	if (x->lembar != NULL) {
		text = xlsx_atribut(attr, "name");
		if (text == NULL || strcasecmp(text, x->lembar) != 0)
			return;
	} else {
		text = xlsx_atribut(attr, "state");
		if (text != NULL && strcmp(text, "visible") != 0)
			return;
	}
	/* A chart sheet has an id but is no worksheet. */
	if (id != NULL)
		x->sheet = related(x, "worksheet", id);
}

static const struct urai workbook_part = { workbook_start, NULL };

/* ---- shared strings --------------------------------------------------- */

/* End the reading because of e, when it is an error of the list. */
static bool texts_ok(struct xlsx *x, enum err e)
{
	if (e == ERR_TOO_LARGE)
		xlsx_gagal(x, TABEL_BERAT);
	else if (e != OK)
		x->err = e;
	return e == OK;
}

static void add_text(struct xlsx *x)
{
	size_t n = xlsx_xstring(x->text, x->text_n);

	texts_ok(x, xlsx_teks_tambah(x->teks, x->text, n));
}

static void text_start(struct xlsx *x, const char *name, const char **attr)
{
	(void)attr;
	if (strcmp(name, "si") == 0) {
		x->in_item = true;
		x->text_n = 0;
	} else if (strcmp(name, "rPh") == 0) {
		x->in_phonetic = true;
	} else if (strcmp(name, "t") == 0) {
		x->gather = x->in_item && !x->in_phonetic;
	}
}

static void text_end(struct xlsx *x, const char *name)
{
	if (strcmp(name, "t") == 0) {
		x->gather = false;
	} else if (strcmp(name, "rPh") == 0) {
		x->in_phonetic = false;
	} else if (strcmp(name, "si") == 0 && x->in_item) {
		x->in_item = false;
		add_text(x);
	}
}

static const struct urai text_part = { text_start, text_end };

static bool read_texts(struct xlsx *x, const char *path)
{
	x->teks = xlsx_teks_baru(x->a, x->batas);
	return xlsx_urai(x, path, &text_part) &&
	       texts_ok(x, xlsx_teks_selesai(x->teks));
}

/* ---- styles ----------------------------------------------------------- */

static bool bit(const uint8_t *bits, size_t i)
{
	return (bits[i / 8] >> (i % 8) & 1) != 0;
}

static void set_bit(uint8_t *bits, size_t i, bool on)
{
	if (on)
		bits[i / 8] = (uint8_t)(bits[i / 8] | 1 << (i % 8));
	else
		bits[i / 8] = (uint8_t)(bits[i / 8] & ~(1 << (i % 8)));
}

static void style_start(struct xlsx *x, const char *name, const char **attr)
{
	const char *id = xlsx_atribut(attr, "numFmtId");
	const char *code = xlsx_atribut(attr, "formatCode");
	unsigned long format = id == NULL ? 0 : strtoul(id, NULL, 10);

	if (strcmp(name, "numFmts") == 0) {
		x->in_formats = true;
	} else if (strcmp(name, "cellXfs") == 0) {
		x->in_styles = true;
	} else if (x->in_formats && strcmp(name, "numFmt") == 0) {
		if (code != NULL && format < FORMAT_N)
			set_bit(x->custom_date, format,
				xlsx_kode_tanggal(code));
	} else if (x->in_styles && strcmp(name, "xf") == 0) {
		if (x->n_style == STYLE_N) {
			xlsx_gagal(x, TABEL_RUSAK);
			return;
		}
		set_bit(x->style_date, x->n_style++,
			format < FORMAT_N &&
			    (bit(x->custom_date, format) ||
			     xlsx_format_tanggal((unsigned)format)));
	}
}

static void style_end(struct xlsx *x, const char *name)
{
	if (strcmp(name, "numFmts") == 0)
		x->in_formats = false;
	else if (strcmp(name, "cellXfs") == 0)
		x->in_styles = false;
}

static const struct urai style_part = { style_start, style_end };

static bool read_styles(struct xlsx *x, const char *path)
{
	x->custom_date = arena_alloc(x->a, FORMAT_N / 8);
	x->style_date = arena_alloc(x->a, STYLE_N / 8);
	return xlsx_urai(x, path, &style_part);
}

bool xlsx_gaya_tanggal(const struct xlsx *x, size_t i)
{
	return i < x->n_style && bit(x->style_date, i);
}

/* ---- all of them ------------------------------------------------------ */

bool xlsx_buku(struct xlsx *x)
{
	const char *workbook, *texts, *styles;

	x->text = arena_alloc(x->a, x->batas->sel_bytes + 1);
	if (!read_relations(x, ""))
		return false;
	workbook = related(x, "officeDocument", NULL);
	if (workbook == NULL) {
		xlsx_gagal(x, TABEL_RUSAK);
		return false;
	}
	if (!read_relations(x, workbook) ||
	    !xlsx_urai(x, workbook, &workbook_part))
		return false;
	if (x->sheet == NULL) {
		xlsx_gagal(x, TABEL_LEMBAR);
		return false;
	}
	texts = related(x, "sharedStrings", NULL);
	styles = related(x, "styles", NULL);
	return (texts == NULL || !xlsx_ada(x, texts) || read_texts(x, texts)) &&
	       (styles == NULL || !xlsx_ada(x, styles) ||
		read_styles(x, styles));
}
