/* csv.c - see csv.h. */
#include "csv.h"

#include <string.h>

enum state {
	HEAD,      /* gathering the first line to learn the separator */
	ROW,       /* before the first byte of a row */
	CELL,      /* before the first byte of a further cell */
	PLAIN,     /* in a cell without quotes */
	QUOTED,    /* in a quoted cell */
	QUOTE_SEEN /* in a quoted cell, behind a quote: end or doubled */
};

/* What a byte means to the scan of a cell. */
enum class { TEXT, CHECK, SEPARATOR, QUOTE, LINE_END };

struct csv {
	struct tabel_batas batas;
	struct bina bina;
	baris_fn *fn;
	void *ctx;
	enum state state;
	char pisah;
	bool after_cr; /* the last byte was CR: an LF belongs to it */
	bool unclean;  /* the row has bytes that text_ok() must judge */
	size_t rows;   /* ended so far, empty ones too */
	size_t lines;  /* ended so far */
	size_t start;  /* line the row began on */
	enum err err;  /* the first error, for ever */
	struct tabel_galat galat;
	/* the first line, while state is HEAD */
	struct buf head;
	bool head_quoted;
	bool head_fresh; /* at the beginning of a cell */
	bool head_filled;
	size_t commas;
	size_t semicolons;
	unsigned char class[256];
};

struct csv *csv_new(struct arena *a, const struct tabel_batas *batas,
		    char pisah, baris_fn *fn, void *ctx)
{
	struct csv *c = arena_alloc(a, sizeof(*c));

	c->batas = *batas;
	bina_mulai(&c->bina, a, &c->batas);
	c->fn = fn;
	c->ctx = ctx;
	c->state = HEAD;
	c->pisah = pisah;
	c->head.a = a;
	c->head_fresh = true;
	return c;
}

static enum err fail(struct csv *c, enum tabel_kode kode)
{
	c->galat.kode = kode;
	c->galat.nomor = c->rows + 1;
	return tabel_err(kode);
}

static enum err add(struct csv *c, const char *p, size_t n)
{
	enum tabel_kode kode = bina_bytes(&c->bina, p, n);

	return kode == TABEL_BAIK ? OK : fail(c, kode);
}

static enum err end_cell(struct csv *c)
{
	enum tabel_kode kode = bina_sel(&c->bina, false);

	return kode == TABEL_BAIK ? OK : fail(c, kode);
}

static enum err end_row(struct csv *c)
{
	enum tabel_kode kode;
	enum err e = end_cell(c);

	if (e != OK)
		return e;
	kode = bina_baris(&c->bina, c->rows + 1, c->start + 1, !c->unclean,
			  c->fn, c->ctx, &e);
	if (kode != TABEL_BAIK)
		return fail(c, kode);
	c->rows++;
	c->unclean = false;
	c->state = ROW;
	return e;
}

/* A line end outside quotes; c is CR or LF. */
static void line_ended(struct csv *c, char byte)
{
	c->lines++;
	c->after_cr = byte == '\r';
}

/* The byte behind a whole cell: separator or line end. */
static enum err after_cell(struct csv *c, char byte)
{
	enum err e;

	if (c->class[(unsigned char)byte] == SEPARATOR) {
		c->state = CELL;
		return end_cell(c);
	}
	e = end_row(c);
	line_ended(c, byte);
	return e;
}

/* Bytes of a cell without quotes. */
static enum err plain(struct csv *c, const char **p, const char *end)
{
	const char *q = *p;
	enum err e;

	c->state = PLAIN;
	for (; q < end; q++) {
		unsigned char class = c->class[(unsigned char)*q];

		if (class == TEXT || class == QUOTE)
			continue;
		if (class != CHECK)
			break;
		c->unclean = true;
	}
	e = add(c, *p, (size_t)(q - *p));
	*p = q;
	if (e != OK || q == end)
		return e;
	(*p)++;
	return after_cell(c, *q);
}

/* Bytes of a quoted cell. */
static enum err quoted(struct csv *c, const char **p, const char *end)
{
	const char *q = *p;
	enum err e;

	for (; q < end && *q != '"'; q++) {
		unsigned char class = c->class[(unsigned char)*q];

		if (class == CHECK)
			c->unclean = true;
		if (class != LINE_END) {
			c->after_cr = false;
			continue;
		}
		/* CRLF, LF and CR each are one line end. */
		if (*q == '\r' || !c->after_cr)
			c->lines++;
		c->after_cr = *q == '\r';
	}
	e = add(c, *p, (size_t)(q - *p));
	*p = q;
	if (e != OK || q == end)
		return e;
	(*p)++;
	c->after_cr = false;
	c->state = QUOTE_SEEN;
	return OK;
}

static enum err quote_seen(struct csv *c, const char **p)
{
	char byte = *(*p)++;

	switch (c->class[(unsigned char)byte]) {
	case QUOTE:
		c->state = QUOTED;
		return add(c, "\"", 1);
	case SEPARATOR:
	case LINE_END:
		return after_cell(c, byte);
	default:
		return fail(c, TABEL_SESUDAH_KUTIP);
	}
}

/* The rows in [p, end). */
static enum err rows(struct csv *c, const char *p, const char *end)
{
	enum err e = OK;

	while (e == OK && p < end) {
		switch (c->state) {
		case ROW:
			if (c->after_cr) {
				c->after_cr = false;
				if (*p == '\n') {
					p++;
					break;
				}
			}
			c->start = c->lines;
			if (c->class[(unsigned char)*p] == LINE_END) {
				line_ended(c, *p++);
				c->rows++;
				break;
			}
			c->state = CELL;
			break;
		case CELL:
			if (*p == '"') {
				c->state = QUOTED;
				p++;
				break;
			}
			/* fall through */
		case PLAIN:
			e = plain(c, &p, end);
			break;
		case QUOTED:
			e = quoted(c, &p, end);
			break;
		case QUOTE_SEEN:
			e = quote_seen(c, &p);
			break;
		case HEAD:
			break;
		}
	}
	return e;
}

/* The first line is known: settle the separator and read what was kept. */
static enum err head_done(struct csv *c)
{
	const char *p = c->head.n == 0 ? "" : c->head.p;
	size_t n = c->head.n;

	if (c->pisah == '\0')
		c->pisah = c->semicolons > c->commas ? ';' : ',';
	for (int i = 0; i < 256; i++)
		c->class[i] = i < 0x20 || i >= 0x7f ? CHECK : TEXT;
	c->class['\t'] = TEXT;
	c->class['\r'] = LINE_END;
	c->class['\n'] = LINE_END;
	c->class['"'] = QUOTE;
	c->class[(unsigned char)c->pisah] = SEPARATOR;
	c->state = ROW;
	if (n >= 2 &&
	    (memcmp(p, "\xff\xfe", 2) == 0 || memcmp(p, "\xfe\xff", 2) == 0))
		return fail(c, TABEL_UTF16);
	if (n >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0) {
		p += 3;
		n -= 3;
	}
	return rows(c, p, p + n);
}

/*
 * Keep bytes up to the end of the first line that is not empty; *p is moved
 * over them.  A line longer than a row may be need not be kept whole.
 */
static enum err head(struct csv *c, const char **p, const char *end)
{
	const char *q = *p;
	bool done = false;

	while (q < end && !done) {
		size_t at = c->head.n + (size_t)(q - *p);
		char byte = *q++;

		if (at < 3 && byte == "\xef\xbb\xbf"[at])
			continue;
		if (byte == '"' && (c->head_quoted || c->head_fresh)) {
			c->head_quoted = !c->head_quoted;
		} else if (!c->head_quoted) {
			c->commas += byte == ',';
			c->semicolons += byte == ';';
			done = c->head_filled && (byte == '\r' || byte == '\n');
		}
		c->head_fresh =
		    byte == ',' || byte == ';' || byte == '\n' || byte == '\r';
		if (byte != '\r' && byte != '\n')
			c->head_filled = true;
		if (at >= c->batas.baris_bytes)
			done = true;
	}
	buf_bytes(&c->head, *p, (size_t)(q - *p));
	*p = q;
	return done ? head_done(c) : OK;
}

enum err csv_feed(struct csv *c, const char *p, size_t n)
{
	const char *end = n == 0 ? p : p + n;

	if (c->err == OK && c->state == HEAD && n > 0)
		c->err = head(c, &p, end);
	if (c->err == OK && c->state != HEAD)
		c->err = rows(c, p, end);
	return c->err;
}

enum err csv_end(struct csv *c)
{
	if (c->err == OK && c->state == HEAD)
		c->err = head_done(c);
	if (c->err != OK)
		return c->err;
	if (c->state == QUOTED)
		c->err = fail(c, TABEL_KUTIP_TERBUKA);
	else if (c->state != ROW)
		c->err = end_row(c);
	return c->err;
}

struct tabel_galat csv_galat(const struct csv *c)
{
	return c->galat;
}

char csv_pisah(const struct csv *c)
{
	return c->pisah;
}

/* ---- writing ---------------------------------------------------------- */

#define BOM "\xef\xbb\xbf"

void csv_begin(struct buf *b)
{
	buf_text(b, BOM);
}

/* A cell never ends with LF outside of its quotes, nor is a BOM a cell. */
static bool at_row_start(const struct buf *b)
{
	return b->n == 0 || b->p[b->n - 1] == '\n' ||
	       (b->n == 3 && memcmp(b->p, BOM, 3) == 0);
}

void csv_cell(struct buf *b, const char *text)
{
	size_t n = strlen(text);
	bool first = at_row_start(b);
	bool formula = n > 0 && strchr("=+-@\t\r", *text) != NULL;

	if (!first)
		buf_char(b, ',');
	/* Alone, an empty first cell would be an empty line. */
	if (!(first && n == 0) && strpbrk(text, ",;\"\r\n\t") == NULL &&
	    strncmp(text, BOM, 3) != 0 && *text != ' ' &&
	    (n == 0 || text[n - 1] != ' ')) {
		if (formula)
			buf_char(b, '\'');
		buf_bytes(b, text, n);
		return;
	}
	buf_char(b, '"');
	if (formula)
		buf_char(b, '\'');
	while (*text != '\0') {
		const char *quote = strchrnul(text, '"');

		buf_bytes(b, text, (size_t)(quote - text));
		if (*quote == '\0')
			break;
		buf_text(b, "\"\"");
		text = quote + 1;
	}
	buf_char(b, '"');
}

void csv_end_row(struct buf *b)
{
	buf_text(b, "\r\n");
}
