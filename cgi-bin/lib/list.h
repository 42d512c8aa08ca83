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
 * Add <daftar …> to the page and return it; the caller adds <baris>s.
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
 * Tell the page which columns may be sorted by: <tautan urut= href= arah=/>
 * for each of sorts (ended by NULL).  The link of the present order turns it
 * around; the others begin ascending.
 */
void list_sorts(struct req *r, elem *daftar, const struct list *l,
		const char *const *sorts);

/*
 * Tell the page of an active filter: <saring nama= nilai= hapus=/>, when the
 * address has it.  Returns its value or NULL.
 */
const char *list_filter(struct req *r, elem *daftar, const char *name);

/* This page's path and query with `name` set to value (NULL: removed) and the
   cursor dropped; from the arena. */
const char *list_url(struct req *r, const char *name, const char *value);

#endif
