/*
 * surel.h - an e-mail as the bytes that go to a mail server: headers and MIME
 * (RFC 5322, 2045, 2047, 2231).  Sending it is not this file's.
 */
#ifndef SUREL_H
#define SUREL_H

#include "blob.h"
#include "text.h"

#include <stdbool.h>
#include <stdint.h>

struct surel_lampiran {
	const char *nama;  /* file name, UTF-8 */
	const char *jenis; /* "text/calendar; charset=utf-8" */
	struct blob isi;
};

struct surel {
	const char *dari;	 /* address alone */
	const char *dari_nama;	 /* NULL: none */
	const char *kepada;	 /* address alone */
	const char *kepada_nama; /* NULL: none */
	const char *perihal;
	const char *teks;	 /* lines ended by \n */
	const char *html;	 /* NULL: text alone */
	const char *id;		 /* Message-ID without < > */
	const char *daftar;	 /* List-Id without < >; NULL: none */
	const char *berhenti;	 /* address of the page where it can be switched
				    off (List-Unsubscribe); NULL: none */
	int64_t waktu_ms;	 /* Date */
	const struct surel_lampiran *lampiran;
	size_t n_lampiran;
};

/*
 * The message, lines ended by CRLF, none over 998 bytes, ASCII alone; from a.
 * Whatever stands in a field, no header is begun by it: control characters
 * become blanks.  The same fields give the same bytes.
 */
struct blob surel_tulis(struct arena *a, const struct surel *s);

/*
 * Is it an address that may be given to a mail server: one @, something on
 * both sides, printable ASCII without blanks, <, >, ", comma and backslash, at
 * most 254 bytes (RFC 5321 4.5.3.1)?
 */
bool surel_alamat_sah(const char *alamat);

/* The name and address of `SI-FILMA <surat@kantor.example>` or of an address
   alone (*nama NULL then); false when the address is none.  From a. */
bool surel_pisah(struct arena *a, const char *teks, const char **nama,
		 const char **alamat);

/* --- parts of it, for tests --- */

/* text as an unstructured header value after a name of so many bytes. */
void surel_kata(struct buf *b, size_t sesudah, const char *text);
/* Quoted-printable of text; \n becomes CRLF. */
void surel_qp(struct buf *b, const char *text);
void surel_base64(struct buf *b, struct blob isi);

#endif
