/*
 * list.h - the state of a list page in its address: filters, search, order,
 * rows per page, and the cursor of a keyset page.
 *
 *	?status=diajukan&cari=bank&urut=jumlah&arah=turun&per=50&setelah=…
 *
 * A page is found by the key of its neighbour (setelah / sebelum), never by
 * OFFSET, so the last page of 100 000 rows costs as much as the first.
 */
#ifndef LIST_H
#define LIST_H

#include "app.h"

struct list {
	int64_t per;	     /* rows per page: 10, 25, 50, 100 */
	const char *const *sorts; /* as given to list_read() */
	const char *sort;    /* one of the names given to list_read() */
	bool descending;
	const char *search;  /* ?cari=, folded; NULL: none */
	bool backward;	     /* the rows before the cursor are wanted */
	const char *key;     /* sort value of the cursor row; NULL: first page */
	int64_t id;	     /* id of the cursor row; 0: first page */
	int64_t from;	     /* number of the first row, for "1–25"; a hint
				carried in the address */
};

/*
 * Read the state.  sorts (ended by NULL) names the columns that may be sorted
 * by, the default first; a name in the address that is none of them is
 * ignored, as is any other nonsense: a list always shows.
 */
void list_read(struct req *r, const char *const *sorts, bool descending,
	       struct list *l);

/*
 * Add <daftar …> to the page and return it, with <tautan urut= arah= href=/>
 * for every order there is; the link of the present order turns it around.
 * The caller adds <baris>s.
 * got: rows found, at most per + 1 (the one more tells that there is a next
 * page).  first/last: sort value and id of the first and last row shown.
 * total: how many rows there are; exact false when it was not worth counting
 * further ("lebih dari").
 */
struct list_edge {
	const char *key;
	int64_t id;
};
elem *list_add(struct req *r, const struct list *l, size_t got,
	       struct list_edge first, struct list_edge last, int64_t total,
	       bool exact);

/*
 * Which of the got rows that were read are shown, from..to - 1: the one too
 * many is at the far end.
 */
struct list_range {
	size_t from;
	size_t to;
};
struct list_range list_shown(const struct list *l, size_t got);

/* Number of the first row shown, of got as above; the rows of a list that are
   parts (el_part) carry their number with them. */
int64_t list_first(const struct list *l, size_t got);

/*
 * What stands around the rows (filters, counts, heads, pager) as a part, once
 * the list is complete: <sekitar peran=> with copies of daftar, without its
 * rows, and of the page's <pilihan>s.  Its stylesheet has a template for
 * "sekitar"; permintaan.xsl shows it.  HTML only: nothing of it in the XML.
 */
void list_around(struct req *r, elem *daftar);

/*
 * Tell the page of an active filter: <saring nama= nilai= hapus=/>, when the
 * address has it.  Returns its value or NULL.
 */
const char *list_filter(struct req *r, elem *daftar, const char *name);

/* The same for a filter whose value says little to people: they read text
   (teks=) instead. */
const char *list_filter_text(struct req *r, elem *daftar, const char *name,
			     const char *text);

/* Tell the page where the list, as it is filtered, can be had as a file:
   <ekspor csv= xlsx=/>, below path ("/proses/unduh"). */
void list_export(struct req *r, elem *daftar, const char *path);

/* This page's path and query with `name` set to value (NULL: removed) and the
   cursor dropped; from the arena. */
const char *list_url(struct req *r, const char *name, const char *value);

#endif
