/*
 * markup.h - the light markup that staff write answers in, read into a tree.
 *
 *	Lines are one paragraph         - item          *emphasis*
 *	until an empty one.             - item          **strong**
 *	                                1. first        [text](https://…)
 *	                                2. second       [text](/path)
 *
 * Strict: what is not clearly one of these is an error with its line, never a
 * guess, and nothing of it is HTML.  A backslash before * [ ] \ - or before the
 * dot of a number takes away its meaning; a * between blanks is only a star.
 * An item goes on in lines that begin with two blanks; after a list stands an
 * empty line.  Lists hold no lists.  Links lead to https or to a path here.
 */
#ifndef MARKUP_H
#define MARKUP_H

#include "arena.h"
#include "err.h"

#include <stddef.h>

#define MARKUP_MAX_BYTES 20000
#define MARKUP_URL_MAX   300

enum markup_kind {
	MARKUP_ROOT,      /* blocks */
	MARKUP_PARAGRAPH, /* inline */
	MARKUP_BULLETS,   /* items */
	MARKUP_NUMBERS,   /* items; the first has number 1 */
	MARKUP_ITEM,      /* inline */
	MARKUP_EMPHASIS,  /* inline; no emphasis within emphasis */
	MARKUP_STRONG,    /* inline; the same */
	MARKUP_LINK,      /* text: address; one MARKUP_TEXT in it */
	MARKUP_TEXT,      /* text */
};

struct markup {
	enum markup_kind kind;
	const char *text; /* MARKUP_TEXT: never empty, no line ends;
			     MARKUP_LINK: the address; else NULL */
	struct markup *first;
	struct markup *last;
	struct markup *next;
};

enum markup_code {
	MARKUP_OK,
	MARKUP_EMPTY,      /* nothing in it */
	MARKUP_LONG,       /* more than MARKUP_MAX_BYTES */
	MARKUP_CHARACTERS, /* not what text_ok() takes */
	MARKUP_MARK,       /* an item that begins with another sign than - */
	MARKUP_NO_ITEM,    /* "-" or "1." with nothing behind it */
	MARKUP_NUMBER,     /* numbers of a list do not run 1, 2, 3 … */
	MARKUP_NESTED,     /* a list in a list */
	MARKUP_AFTER_LIST, /* an empty line is missing after a list */
	MARKUP_OPEN_STAR,  /* * or ** without its end */
	MARKUP_STARS,      /* three or more stars in a row */
	MARKUP_TWICE,      /* emphasis in emphasis, strong in strong */
	MARKUP_BRACKET,    /* [ or ] that is no link, or a link cut short */
	MARKUP_LINK_TEXT,  /* a link without words */
	MARKUP_ADDRESS,    /* not https://… and not /path */
	MARKUP_CODES,
};

struct markup_error {
	enum markup_code code;
	size_t line; /* from 1; 0: the text as a whole */
};

/* Key of a code for the screen, e.g. "markah-nomor". */
const char *markup_code_name(enum markup_code code);

/*
 * Read n bytes of text, lines ended by LF or CRLF.  OK and the tree, which
 * lives in a; ERR_INPUT, *error, and *out NULL.  What was read holds the text's
 * own words in their order and nothing else.
 */
enum err markup_read(struct arena *a, const char *text, size_t n,
		     struct markup **out, struct markup_error *error);

#endif
