/*
 * json.h - JSON (RFC 8259) from strangers and to them, on jansson, whose
 * memory is the request's arena.  What a value means is the caller's business.
 */
#ifndef JSON_H
#define JSON_H

#include "arena.h"
#include "blob.h"
#include "err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A value; lives as long as the arena it was read or made in. */
struct json_t;
typedef struct json_t json;

enum json_kind {
	J_NULL,
	J_BOOL,
	J_INT,  /* a whole number, written without '.' and exponent */
	J_REAL, /* every other number; see text_reals */
	J_TEXT,
	J_ARRAY,
	J_OBJECT,
};

/* How much may come at once; each is looked at before memory is taken. */
struct json_limits {
	size_t max_bytes;
	size_t max_depth;  /* arrays and objects in each other; [] is 1 */
	size_t max_values; /* values and names, within a few */
	size_t max_digits; /* characters of a number */
	/* A number with '.' and without exponent is J_TEXT, as it was sent: as
	   J_REAL its digits are lost. */
	bool text_reals;
};

/* Why a text was not read. */
struct json_fault {
	/* rusak (no JSON), utf8, ganda (a name twice in an object), nul
	   (U+0000), angka (a number too large or too long), dalam, banyak,
	   besar; never a piece of the text. */
	const char *code;
	size_t line;   /* from 1; 0: not known */
	size_t column; /* from 1, in characters */
};

/*
 * The n bytes at p, which need no NUL, as an array or object.  Strict: one
 * value and nothing after it, well-formed UTF-8, no name twice in an object,
 * no U+0000, whole numbers that fit into 64 bits.
 * ERR_INPUT: *f says why.  ERR_TOO_LARGE: the same, for besar and banyak.
 */
enum err json_read(struct arena *a, const void *p, size_t n,
		   const struct json_limits *l, json **out,
		   struct json_fault *f);

enum json_kind json_kind(const json *j);

/* All that follow are told nothing by NULL: one may ask through what may not
   be there. */

/* Elements of an array, members of an object; 0 of anything else. */
size_t json_size(const json *j);

/* Element i (from 0) of an array; NULL beyond its end. */
json *json_element(const json *array, size_t i);

/* The member of that name; NULL without. */
json *json_member(const json *object, const char *name);

/*
 * Step through the members in the order sent; begin with *at NULL.  False
 * after the last one, or when it is no object.
 */
bool json_each(const json *object, void **at, const char **name, json **value);

/* The text of a J_TEXT, NUL-terminated, without a NUL in it; NULL else. */
const char *json_text(const json *j);

/* The number of a J_INT; 0 else. */
int64_t json_number(const json *j);

/*
 * To make one.  Each returns what it put or added; texts are copied.  When
 * memory is out, they jump as arena_alloc() does, and so they do for a text
 * that is no UTF-8: that is checked where texts come in.
 */
json *json_new_object(struct arena *a);
json *json_new_array(struct arena *a);
json *json_put(struct arena *a, json *object, const char *name, json *value);
json *json_put_text(struct arena *a, json *object, const char *name,
		    const char *text);
json *json_put_int(struct arena *a, json *object, const char *name,
		   int64_t number);
json *json_put_bool(struct arena *a, json *object, const char *name,
		    bool value);
json *json_add(struct arena *a, json *array, json *value);
json *json_add_text(struct arena *a, json *array, const char *text);

/* As text without blanks, UTF-8. */
struct blob json_write(struct arena *a, const json *j);

#endif
