/*
 * wa-pesan.h - what is said to a WhatsApp gateway of the Cloud API's shape and
 * what it answers, as JSON (lib/json.h).
 */
#ifndef WA_PESAN_H
#define WA_PESAN_H

#include "../lib/blob.h"
#include "../lib/arena.h"

#include <stdbool.h>

/* The number as the gateway wants it, digits with the country's code; 08…
   becomes 628….  NULL when it is none (E.164: at most 15 digits). */
const char *wa_nomor(struct arena *a, const char *telepon);

/*
 * A message to a number of wa_nomor(): as text, or, with the name of a message
 * template that the gateway's owner had approved, as its only parameter.
 */
struct blob wa_pesan(struct arena *a, const char *nomor, const char *teks,
		     const char *templat);

/* Its answer. */
struct wa_jawaban {
	const char *id;	   /* of the message, when it was taken; else NULL */
	const char *galat; /* "131047 …", NULL when it says nothing */
};

/* n bytes of an answer; false when they are not JSON of that shape. */
bool wa_jawaban(struct arena *a, const char *p, size_t n,
		struct wa_jawaban *out);

#endif
