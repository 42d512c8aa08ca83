/*
 * pdf.h - the structure of a PDF file: objects, cross-reference table,
 * trailer (ISO 32000-1, 7.3 and 7.5).
 *
 * Reads just enough to add to a file and to find a signature in one.  Only
 * classic cross-reference tables are read, which is what cairo writes; what
 * stands on the pages is no business of this file.
 */
#ifndef DOKUMEN_PDF_H
#define DOKUMEN_PDF_H

#include "../lib/arena.h"
#include "../lib/blob.h"
#include "../lib/err.h"
#include "../lib/text.h"

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct pdf {
	struct blob file;
	size_t n_objects;    /* object numbers are 0 … n_objects - 1 */
	size_t *offset;      /* where "n 0 obj" of each begins; 0: free */
	size_t xref;         /* where the newest table begins */
	struct blob trailer; /* newest trailer dictionary, with << and >> */
	unsigned root;       /* object number of the catalog */
	unsigned info;       /* of the information dictionary; 0: none */
};

/*
 * Read the tables of file, which must outlive pdf.  Memory comes from a.
 * ERR_TYPE when it does not begin with %PDF-, does not end with startxref
 * and %%EOF (so a cut file is refused), has a cross-reference stream, or a
 * table or trailer that does not hold together.
 */
enum err pdf_open(struct arena *a, struct blob file, struct pdf *pdf);

/*
 * The value of object no: what stands between "obj" and "endobj", without
 * the data of a stream.  False when there is no such object or the table
 * points at something else.
 */
bool pdf_object(const struct pdf *pdf, unsigned no, struct blob *value);

/*
 * The value of key (without its slash) in the dictionary dict, which
 * begins with "<<".  False when it is missing or dict is no dictionary.
 */
bool pdf_get(struct blob dict, const char *key, struct blob *value);

/* Like pdf_get(), and follows one reference ("12 0 R"). */
bool pdf_get_deep(const struct pdf *pdf, struct blob dict, const char *key,
		  struct blob *value);

/* Element i (from 0) of the array, which begins with '['. */
bool pdf_element(struct blob array, size_t i, struct blob *value);

/* Object number of a reference "12 0 R"; false for any other value. */
bool pdf_reference(struct blob value, unsigned *no);

/* Whole number that is not negative; false for any other value. */
bool pdf_number(struct blob value, uint64_t *number);

/* True when value is the name /name. */
bool pdf_is_name(struct blob value, const char *name);

/*
 * The text string value, written as UTF-8 into out (cut at size - 1 bytes,
 * never within a character).  False when it is no string.
 */
bool pdf_text(struct blob value, char *out, size_t size);

/* The date string value ("D:20191009035700Z"); false for any other value. */
bool pdf_date(struct blob value, time_t *when);

/* Add the UTF-8 text s as a PDF text string, ( ) or < > included. */
void pdf_add_text(struct buf *b, const char *s);

/* Add the moment t as a PDF date string in UTC, ( ) included. */
void pdf_add_date(struct buf *b, time_t t);

#endif
