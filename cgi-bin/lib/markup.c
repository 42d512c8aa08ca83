/*
 * markup.c - see markup.h.  Lines are sorted into blocks first; the words of
 * a block, joined to one line, are then read from left to right.  What comes
 * of the tree is not known here.
 */
#include "markup.h"
#include "text.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Where in the words of a block a line of the text begins. */
struct start {
	size_t at;
	size_t line;
};

struct words {
	struct buf text;
	struct start *starts;
	size_t n;
	size_t cap;
};

struct reader {
	struct arena *a;
	struct markup_error *error;
	struct markup *root;
	struct markup *block; /* the list or paragraph being filled, or NULL */
	struct markup *inline_of; /* paragraph or item whose words these are */
	struct words words;
	int64_t number; /* of the last item of a numbered list */
	size_t line;
};

static const char *const code_names[MARKUP_CODES] = {
	[MARKUP_OK] = "markah-baik",
	[MARKUP_EMPTY] = "wajib",
	[MARKUP_LONG] = "terlalu-panjang",
	[MARKUP_CHARACTERS] = "utf8",
	[MARKUP_MARK] = "markah-tanda-butir",
	[MARKUP_NO_ITEM] = "markah-butir",
	[MARKUP_NUMBER] = "markah-nomor",
	[MARKUP_NESTED] = "markah-bersarang",
	[MARKUP_AFTER_LIST] = "markah-sesudah-daftar",
	[MARKUP_OPEN_STAR] = "markah-bintang-terbuka",
	[MARKUP_STARS] = "markah-bintang",
	[MARKUP_TWICE] = "markah-ganda",
	[MARKUP_BRACKET] = "markah-kurung",
	[MARKUP_LINK_TEXT] = "markah-tautan",
	[MARKUP_ADDRESS] = "markah-alamat",
};

const char *markup_code_name(enum markup_code code)
{
	return code_names[code];
}

static enum err fail(struct reader *r, enum markup_code code, size_t line)
{
	*r->error = (struct markup_error){ code, line };
	return ERR_INPUT;
}

static struct markup *add(struct arena *a, struct markup *parent,
			  enum markup_kind kind, const char *text)
{
	struct markup *m = arena_alloc(a, sizeof(*m));

	m->kind = kind;
	m->text = text;
	if (parent->last == NULL)
		parent->first = m;
	else
		parent->last->next = m;
	parent->last = m;
	return m;
}

/* --- the words of a block --- */

struct span {
	struct reader *r;
	const char *p;
	size_t at;
	size_t n;
};

static size_t line_at(const struct reader *r, size_t at)
{
	size_t i = r->words.n;

	while (i > 1 && r->words.starts[i - 1].at > at)
		i--;
	return r->words.starts[i - 1].line;
}

static bool blank_at(const struct span *s, size_t at)
{
	return at >= s->n || s->p[at] == ' ';
}

/* Can a backslash take this one's meaning away? */
static bool escapable(char c)
{
	return c != '\0' && strchr("*[]\\-.", c) != NULL;
}

/* Text that was gathered becomes a node. */
static void flush(struct span *s, struct buf *b, struct markup *parent)
{
	if (b->n == 0)
		return;
	add(s->r->a, parent, MARKUP_TEXT, arena_strndup(s->r->a, b->p, b->n));
	b->n = 0;
}

static bool url_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') ||
	       (c != '\0' && strchr("-._~:/?#@!$&'*+,;=%", c) != NULL);
}

/* Host and port: letters, digits, dots and hyphens, at least one dot. */
static bool good_host(const char *p, size_t n)
{
	size_t host = 0, dots = 0;

	while (host < n && p[host] != ':') {
		char c = p[host];

		if (c == '.') {
			if (host == 0 || p[host - 1] == '.')
				return false;
			dots++;
		} else if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
			     (c >= '0' && c <= '9') || c == '-')) {
			return false;
		}
		host++;
	}
	if (dots == 0 || p[host - 1] == '.')
		return false;
	if (host == n)
		return true;
	/* Behind the colon: one to five digits. */
	return n - host >= 2 && n - host <= 6 &&
	       strspn(p + host + 1, "0123456789") >= n - host - 1;
}

static bool good_address(const char *url, size_t n)
{
	static const char https[] = "https://";
	size_t k = sizeof(https) - 1;

	if (n == 0 || n > MARKUP_URL_MAX)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!url_char(url[i]))
			return false;
	/* "//host" and "/\host" lead elsewhere. */
	if (url[0] == '/')
		return n == 1 || url[1] != '/';
	if (n <= k || memcmp(url, https, k) != 0)
		return false;
	return good_host(url + k, strcspn(url + k, "/?#"));
}

/* [words](address), from its bracket. */
static enum err read_link(struct span *s, struct markup *parent)
{
	struct arena *a = s->r->a;
	struct buf b = { .a = a };
	size_t start = s->at, from;
	const char *words, *url;

	for (s->at++; s->at < s->n && s->p[s->at] != ']'; s->at++) {
		if (s->p[s->at] == '[')
			break;
		if (s->p[s->at] == '\\' && s->at + 1 < s->n &&
		    escapable(s->p[s->at + 1]))
			s->at++;
		buf_char(&b, s->p[s->at]);
	}
	if (s->at + 1 >= s->n || s->p[s->at] != ']' || s->p[s->at + 1] != '(')
		return fail(s->r, MARKUP_BRACKET, line_at(s->r, start));
	from = s->at + 2;
	s->at = from;
	while (s->at < s->n && s->p[s->at] != ')' && s->p[s->at] != ' ')
		s->at++;
	if (s->at >= s->n)
		return fail(s->r, MARKUP_BRACKET, line_at(s->r, start));
	if (b.n == 0 || *text_trim(a, b.p) == '\0')
		return fail(s->r, MARKUP_LINK_TEXT, line_at(s->r, start));
	words = arena_strndup(a, b.p, b.n);
	url = arena_strndup(a, s->p + from, s->at - from);
	if (s->p[s->at] != ')' || !good_address(url, strlen(url)))
		return fail(s->r, MARKUP_ADDRESS, line_at(s->r, start));
	s->at++;
	add(a, add(a, parent, MARKUP_LINK, url), MARKUP_TEXT, words);
	return OK;
}

/* How many stars stand here. */
static size_t stars(const struct span *s)
{
	size_t k = 0;

	while (s->at + k < s->n && s->p[s->at + k] == '*')
		k++;
	return k;
}

/*
 * Words up to the end, or to the stars that end what is being emphasised:
 * open is their number, 0 outside; outer what stands around that.
 */
static enum err read_inline(struct span *s, struct markup *parent, size_t open,
			    size_t outer);

static enum err read_stars(struct span *s, struct markup *parent, size_t k,
			   size_t open, size_t outer)
{
	size_t line = line_at(s->r, s->at);

	if (k > 2)
		return fail(s->r, MARKUP_STARS, line);
	if (k == open || k == outer)
		return fail(s->r, MARKUP_TWICE, line);
	s->at += k;
	parent = add(s->r->a, parent, k == 1 ? MARKUP_EMPHASIS : MARKUP_STRONG,
		     NULL);
	return read_inline(s, parent, k, open);
}

static enum err read_inline(struct span *s, struct markup *parent, size_t open,
			    size_t outer)
{
	struct buf b = { .a = s->r->a };
	size_t start = s->at, k;
	enum err e = OK;

	while (e == OK && s->at < s->n) {
		char c = s->p[s->at];

		if (c == '\\' && s->at + 1 < s->n &&
		    escapable(s->p[s->at + 1])) {
			buf_char(&b, s->p[s->at + 1]);
			s->at += 2;
			continue;
		}
		k = c == '*' ? stars(s) : 0;
		if (k > 0 && k == open && s->p[s->at - 1] != ' ') {
			flush(s, &b, parent);
			s->at += k;
			return OK;
		}
		if (k > 0 && !blank_at(s, s->at + k)) {
			flush(s, &b, parent);
			e = read_stars(s, parent, k, open, outer);
		} else if (k > 0 &&
			   (k > 1 || (s->at > 0 && s->p[s->at - 1] != ' '))) {
			/* It ends nothing and begins nothing. */
			return fail(s->r,
				    k > 2 ? MARKUP_STARS : MARKUP_OPEN_STAR,
				    line_at(s->r, s->at));
		} else if (c == '[') {
			flush(s, &b, parent);
			e = read_link(s, parent);
		} else if (c == ']') {
			e = fail(s->r, MARKUP_BRACKET, line_at(s->r, s->at));
		} else {
			buf_char(&b, c);
			s->at++;
		}
	}
	if (e == OK && open > 0)
		e = fail(s->r, MARKUP_OPEN_STAR, line_at(s->r, start));
	if (e == OK)
		flush(s, &b, parent);
	return e;
}

/* --- blocks --- */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* The block's words are complete. */
static enum err end_words(struct reader *r)
{
	struct span s = { r, r->words.text.p, 0, r->words.text.n };
	enum err e = OK;

	if (r->inline_of != NULL)
		e = read_inline(&s, r->inline_of, 0, 0);
	r->inline_of = NULL;
	r->words.text.n = 0;
	r->words.n = 0;
	return e;
}

static enum err end_block(struct reader *r)
{
	r->block = NULL;
	return end_words(r);
}

/* One more line of words; blanks become one, none at the ends. */
static void add_words(struct reader *r, const char *p, size_t n)
{
	struct words *w = &r->words;
	bool gap = w->text.n > 0;

	w->starts =
	    arena_grow(r->a, w->starts, w->n, &w->cap, sizeof(*w->starts));
	w->starts[w->n++] = (struct start){ w->text.n, r->line };
	for (size_t i = 0; i < n; i++) {
		if (is_blank(p[i])) {
			gap = w->text.n > 0;
			continue;
		}
		if (gap)
			buf_char(&w->text, ' ');
		gap = false;
		buf_char(&w->text, p[i]);
	}
}

/* What a line begins with. */
struct mark {
	enum markup_kind list; /* MARKUP_BULLETS, MARKUP_NUMBERS, or
				   MARKUP_ROOT: neither */
	int64_t number;
	size_t n; /* bytes up to the words */
};

static struct mark read_mark(const char *p, size_t n)
{
	struct mark m = { 0 };
	size_t k = 0;

	if (n > 0 && p[0] == '-' && (n == 1 || p[1] == ' '))
		return (struct mark){ MARKUP_BULLETS, 0, n == 1 ? 1 : 2 };
	while (k < n && k < 3 && p[k] >= '0' && p[k] <= '9')
		m.number = m.number * 10 + (p[k++] - '0');
	/* A longer number is a year, "3.5" no place in a list. */
	if (k == 0 || k > 2 || k >= n || p[k] != '.' ||
	    (k + 1 < n && p[k + 1] != ' '))
		return (struct mark){ 0 };
	m.list = MARKUP_NUMBERS;
	m.n = k + 1 < n ? k + 2 : k + 1;
	return m;
}

static bool all_blank(const char *p, size_t n)
{
	while (n > 0 && is_blank(p[n - 1]))
		n--;
	return n == 0;
}

/* What others begin items with. */
static bool is_foreign_mark(const char *p, size_t n)
{
	static const char dot[] = "\xE2\x80\xA2";

	return (n >= 2 && (p[0] == '*' || p[0] == '+') && p[1] == ' ') ||
	       (n >= 3 && memcmp(p, dot, 3) == 0);
}

static enum err add_item(struct reader *r, struct mark m, const char *p,
			 size_t n)
{
	enum err e;

	if (all_blank(p + m.n, n - m.n))
		return fail(r, MARKUP_NO_ITEM, r->line);
	e = end_words(r);
	if (e != OK)
		return e;
	if (r->block == NULL || r->block->kind != m.list) {
		r->block = add(r->a, r->root, m.list, NULL);
		r->number = 0;
	}
	if (m.list == MARKUP_NUMBERS && m.number != ++r->number)
		return fail(r, MARKUP_NUMBER, r->line);
	r->inline_of = add(r->a, r->block, MARKUP_ITEM, NULL);
	add_words(r, p + m.n, n - m.n);
	return OK;
}

static enum err read_line(struct reader *r, const char *p, size_t n)
{
	size_t indent = 0;
	struct mark m;
	bool in_list = r->block != NULL && r->block->kind != MARKUP_PARAGRAPH;

	if (all_blank(p, n))
		return end_block(r);
	while (is_blank(p[indent]))
		indent++;
	m = read_mark(p + indent, n - indent);
	if (is_foreign_mark(p + indent, n - indent))
		return fail(r, MARKUP_MARK, r->line);
	if (m.list != MARKUP_ROOT && indent > 0)
		return fail(r, MARKUP_NESTED, r->line);
	if (m.list != MARKUP_ROOT)
		return add_item(r, m, p, n);
	if (in_list && indent < 2)
		return fail(r, MARKUP_AFTER_LIST, r->line);
	if (r->block == NULL) {
		r->block = add(r->a, r->root, MARKUP_PARAGRAPH, NULL);
		r->inline_of = r->block;
	}
	add_words(r, p + indent, n - indent);
	return OK;
}

enum err markup_read(struct arena *a, const char *text, size_t n,
		     struct markup **out, struct markup_error *error)
{
	struct reader r = { .a = a, .error = error };
	const char *end = text + n;
	enum err e = OK;

	*error = (struct markup_error){ 0 };
	*out = NULL;
	if (n > MARKUP_MAX_BYTES)
		return fail(&r, MARKUP_LONG, 0);
	if (!text_ok(text, n))
		return fail(&r, MARKUP_CHARACTERS, 0);
	r.words.text.a = a;
	r.root = arena_alloc(a, sizeof(*r.root));
	r.root->kind = MARKUP_ROOT;
	while (e == OK && text < end) {
		const char *lf = memchr(text, '\n', (size_t)(end - text));
		const char *stop = lf == NULL ? end : lf;
		size_t length = (size_t)(stop - text);

		if (length > 0 && text[length - 1] == '\r')
			length--;
		r.line++;
		e = read_line(&r, text, length);
		text = lf == NULL ? end : lf + 1;
	}
	if (e == OK)
		e = end_block(&r);
	if (e == OK && r.root->first == NULL)
		e = fail(&r, MARKUP_EMPTY, 0);
	if (e == OK)
		*out = r.root;
	return e;
}
