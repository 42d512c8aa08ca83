/* csv.c - see csv.h. */
#include "csv.h"

#include <endian.h>
#include <string.h>

enum state {
	HEAD,       /* gathering the first line to learn the separator */
	ROW,        /* before the first byte of a row */
	CELL,       /* before the first byte of a further cell */
	PLAIN,      /* in a cell without quotes */
	QUOTED,     /* in a quoted cell */
	QUOTE_SEEN, /* in a quoted cell, behind a quote: end or doubled */
	SKIP        /* behind a fault, up to the end of the line */
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

/* Hand over the row as it was built. */
static enum err hand_over(struct csv *c, enum tabel_kode salah)
{
	enum err e;
	enum tabel_kode kode =
	    bina_baris(&c->bina, c->rows + 1, c->start + 1, !c->unclean, salah,
		       c->fn, c->ctx, &e);

	if (kode != TABEL_BAIK)
		return fail(c, kode);
	c->unclean = false;
	return e;
}

/* The row cannot be read on: all is over, or this row is. */
static enum err row_fault(struct csv *c, enum tabel_kode kode)
{
	if (!c->batas.lunak)
		return fail(c, kode);
	/* The cell as far as it came, when there is room for it. */
	if (kode != TABEL_KOLOM)
		bina_sel(&c->bina, false);
	c->state = SKIP;
	c->after_cr = false;
	return hand_over(c, kode);
}

static enum err add(struct csv *c, const char *p, size_t n)
{
	enum tabel_kode kode = bina_bytes(&c->bina, p, n);

	if (kode == TABEL_BAIK)
		return OK;
	/* What fits is the same however the file is divided. */
	bina_bytes(&c->bina, p, bina_sisa(&c->bina));
	return row_fault(c, kode);
}

static enum err end_cell(struct csv *c)
{
	enum tabel_kode kode = bina_sel(&c->bina, false);

	return kode == TABEL_BAIK ? OK : row_fault(c, kode);
}

static enum err end_row(struct csv *c)
{
	enum err e = end_cell(c);

	if (e == OK && c->state != SKIP)
		e = hand_over(c, TABEL_BAIK);
	if (e != OK)
		return e;
	c->rows++;
	c->state = ROW;
	return OK;
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

/* The rest of a line that cannot be read. */
static void skip(struct csv *c, const char **p, const char *end)
{
	const char *q = *p;

	while (q < end && *q != '\r' && *q != '\n')
		q++;
	*p = q;
	if (q == end)
		return;
	line_ended(c, *q);
	(*p)++;
	c->rows++;
	c->state = ROW;
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
	if (e != OK || q == end || c->state == SKIP)
		return e;
	(*p)++;
	return after_cell(c, *q);
}

/* Bytes of a quoted cell. */
static enum err quoted(struct csv *c, const char **p, const char *end)
{
	const char *q = *p;
	size_t room = bina_sisa(&c->bina);
	/* A cell that is too long is found so at one place, whatever follows
	   in this piece of the file. */
	const char *stop = (size_t)(end - q) > room ? q + room : end;
	bool full;
	enum err e;

	for (; q < stop && *q != '"'; q++) {
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
	full = q < end && *q != '"';
	e = add(c, *p, (size_t)(q - *p) + full);
	*p = q;
	if (e != OK || q == end || full)
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
		return row_fault(c, TABEL_SESUDAH_KUTIP);
	}
}

/* ---- rows without quotes ----------------------------------------------- */

/*
 * Eight bytes are looked at as one word; each of these has bit 7 of a byte set
 * exactly where the byte is what the name says.
 */
#define EACH(byte) (0x0101010101010101u * (uint64_t)(byte))

static inline uint64_t is_byte(uint64_t w, uint64_t each)
{
	uint64_t x = w ^ each;

	return ~(((x & EACH(0x7f)) + EACH(0x7f)) | x | EACH(0x7f));
}

static inline uint64_t is_control(uint64_t w)
{
	return ~((w & EACH(0x7f)) + EACH(0x60)) & ~w & EACH(0x80);
}

static inline uint64_t is_unclean(uint64_t w)
{
	return (w | ((w & EACH(0x7f)) + EACH(1))) & EACH(0x80);
}

/* The first n bytes of a word as it lies in memory. */
static inline uint64_t first_bytes(size_t n)
{
	return n == 0 ? 0 : ~(uint64_t)0 >> (64 - 8 * n);
}

/* A cell of the row that plain_row() reads, [cell, nul); false: too long or
   one too many. */
static inline bool plain_cell(struct csv *c, size_t i, const char *cell,
			      const char *nul)
{
	struct sel *sel = &c->bina.sel[i];

	if (i == c->batas.kolom || (size_t)(nul - cell) > c->batas.sel_bytes)
		return false;
	sel->p = cell;
	sel->n = (size_t)(nul - cell);
	sel->angka = false;
	return true;
}

/*
 * The row at *p when it is one without quotes that lies here whole and within
 * the bounds: its cells are put in place, *p is moved behind its line end.
 * False, and nothing done: somebody else shall read it.
 */
static bool plain_row(struct csv *c, const char **p, const char *end)
{
	const uint64_t separator = EACH((unsigned char)c->pisah);
	size_t room, at = 0, n = 0, stop = 8;
	char *row = bina_ruang(&c->bina, &room), *cell = row;
	uint64_t w, unclean = 0, found, control, quote;
	const char *q = *p;

	for (; stop == 8; at += stop, q += stop) {
		if (end - q < 9 || room - at < 9)
			return false;
		memcpy(&w, q, 8);
		w = le64toh(w);
		control = is_control(w);
		if (control != 0) {
			stop = (size_t)__builtin_ctzll(control) / 8;
			w &= first_bytes(stop);
		}
		quote = is_byte(w, EACH('"'));
		if (quote != 0)
			return false;
		unclean |= is_unclean(w);
		found = is_byte(w, separator);
		/* Separators become NULs. */
		w = htole64(w & ~((found >> 7) * 0xff));
		memcpy(row + at, &w, 8);
		for (; found != 0; found &= found - 1) {
			char *nul = row + at + __builtin_ctzll(found) / 8;

			if (!plain_cell(c, n++, cell, nul))
				return false;
			cell = nul + 1;
		}
	}
	/* Only LF and CRLF: what follows a CR may not be here yet. */
	if (*q == '\r' && q[1] == '\n')
		q++;
	if (*q != '\n' || !plain_cell(c, n, cell, row + at))
		return false;
	row[at] = '\0';
	c->bina.n_sel = n + 1;
	c->bina.langsung = true;
	c->unclean = unclean != 0;
	*p = q + 1;
	return true;
}

/* As many such rows as there are. */
static enum err plain_rows(struct csv *c, const char **p, const char *end)
{
	enum err e = OK;

	while (e == OK && *p < end &&
	       c->class[(unsigned char)**p] != LINE_END &&
	       plain_row(c, p, end)) {
		c->start = c->lines;
		e = hand_over(c, TABEL_BAIK);
		if (e == OK)
			c->rows++;
		c->lines++;
	}
	return e;
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
			e = plain_rows(c, &p, end);
			if (e != OK || p == end)
				break;
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
		case SKIP:
			skip(c, &p, end);
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
		c->err = row_fault(c, TABEL_KUTIP_TERBUKA);
	else if (c->state != ROW && c->state != SKIP)
		c->err = end_row(c);
	c->state = ROW;
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
