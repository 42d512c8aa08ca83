/*
 * form.h - typed fields: what a handler gets of what a person typed.
 *
 * The fields of a form are declared beside its handler, bound to a struct:
 *
 *	static const struct field fields[] = {
 *		{ "nomor", F_TEXT, offsetof(struct isian, nomor), 1, 60,
 *		  F_REQUIRED, NULL },
 *		{ "jumlah", F_INT, offsetof(struct isian, jumlah), 1, 100000,
 *		  F_REQUIRED, NULL },
 *		{ "fungsi", F_CHOICE, offsetof(struct isian, fungsi), 0, 0,
 *		  F_REQUIRED, choices },
 *	};
 *	struct isian in = { 0 };
 *	enum err e = form_bind(r, fields, COUNT(fields), &in);
 *
 * All that is wrong is reported together, in the order of the fields, as
 * <galat ruas= kode=/>; what was typed comes back as <isian><ruas nama=/>.
 * Codes: wajib, utf8, ganda, terlalu-panjang, terlalu-pendek, angka,
 * terlalu-kecil, terlalu-besar, tanggal, pilihan, format, email, telepon,
 * berkas-wajib, berkas-jenis, berkas-besar, berkas-kosong.
 */
#ifndef FORM_H
#define FORM_H

#include "err.h"
#include "view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct req;
struct store_file;

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum field_kind {
	F_TEXT,	  /* const char *: one line, white space folded;
		     min..max characters */
	F_LINES,  /* const char *: several lines, LF, trimmed; min..max chars */
	F_INT,	  /* int64_t: whole number min..max; dots or blanks between
		     thousands are accepted */
	F_DATE,	  /* const char *: "YYYY-MM-DD", a real date 1900..2199 */
	F_CHOICE, /* const char *: one of choices */
	F_CODE,	  /* const char *: letters, digits, - _ . / only, no spaces */
	F_EMAIL,  /* const char *: one address, lower case */
	F_PHONE,  /* const char *: "+62…" or digits, 8..15 of them */
	F_SECRET, /* const char *: as typed, never shown again */
	F_BOOL,	  /* bool: there or not */
	F_FILE,	  /* struct upload *: NULL without one; at most max bytes;
		     choices names the kinds taken ("pdf", "csv", "xlsx",
		     "gz", "ics", "jpeg", "png", "webp") */
};

enum {
	F_OPTIONAL = 0,
	F_REQUIRED = 1,
	F_PASSING = 2, /* F_FILE: looked at and not kept, for forms of people
			  nobody knows */
};

struct field {
	const char *name;
	enum field_kind kind;
	size_t offset; /* of the member in the bound struct */
	int64_t min;
	int64_t max;
	unsigned flags;
	const char *const *choices; /* ended by NULL */
};

/* Choices that many forms have: "ya", "tidak"; of F_FILE "pdf". */
extern const char *const form_yes_no[];
extern const char *const form_pdf[];

/* A file somebody sent, already in the store (lib/store). */
struct upload {
	const char *name;   /* the sender's, cleaned, at most 150 characters */
	const char *kind;   /* "pdf", "csv" and so on, see F_FILE */
	const char *sha256; /* 64 hex digits */
	int64_t bytes;
	struct store_file *file; /* of F_PASSING, until the request ends;
				    else NULL */
};

/*
 * Check every field and fill *out.  Fields come from the body of a POST and
 * from the query of a GET.  Missing optional text is NULL, missing optional
 * numbers 0.  OK or ERR_INPUT.
 */
enum err form_bind(struct req *r, const struct field *fields, size_t n,
		   void *out);

/*
 * An address or a number as F_EMAIL and F_PHONE take it, for what comes in a
 * table: tidied, from a; NULL when it is none.
 */
const char *form_email(struct arena *a, const char *s);
const char *form_phone(struct arena *a, const char *s);

/*
 * Show what was typed again (<isian>) and nothing as wrong: for a button that
 * only loads the page anew, e.g. with other choices.  On a route without ONCE;
 * fields are those of the form, so that secrets stay out.
 */
void form_echo(struct req *r, const struct field *fields, size_t n);

/*
 * The handler of a page that shows nothing of the database: a form before
 * anything was typed, or a word of thanks.  OK.
 */
enum err form_blank(struct req *r);

/*
 * What can be chosen for a field: <pilihan nama=> on the page, empty (name
 * NULL: the only one of its page), and one <opsi nilai=> of it, with its words
 * (label NULL: the stylesheet has them).  Each gives what it added, for
 * further attributes.
 */
elem *form_choices(struct req *r, const char *name);
elem *form_option(elem *choices, const char *value, const char *label);
elem *form_option_id(elem *choices, int64_t id, const char *label);

/* All of a list of codes that NULL ends, whose words the stylesheet has. */
void form_codes(struct req *r, const char *name, const char *const *codes);

/* The raw value of a field (first of doubled ones), NULL when not sent. */
const char *form_value(struct req *r, const char *name);

/* Was a field of that name sent, in whatever case? */
bool form_named(struct req *r, const char *name);

/* All values of a repeated field in the order sent; n to *count. */
const char **form_values(struct req *r, const char *name, size_t *count);

/*
 * Report a fault that only the model can see ("sudah-dipakai").  field ""
 * is the form as a whole.  Returns ERR_INPUT, for `return form_error(…)`.
 */
enum err form_error(struct req *r, const char *field, const char *code);

/* The same with a row number (0: none) and the value to show (or NULL). */
enum err form_error_row(struct req *r, const char *field, const char *code,
			int64_t row, const char *value);

/* True when something was reported so far. */
bool form_failed(struct req *r);

#endif
