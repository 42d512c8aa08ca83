/*
 * tanda-tangan.h - electronic signatures on PDF files (U-15).
 *
 * PAdES baseline B: ETSI EN 319 142-1, over CAdES (EN 319 122-1) and
 * ISO 32000-1, 12.8.  Making is in tanda-tangan.c, checking in
 * tanda-tangan-periksa.c.  Who may sign what is decided elsewhere.
 */
#ifndef DOKUMEN_TANDA_TANGAN_H
#define DOKUMEN_TANDA_TANGAN_H

#include "../lib/arena.h"
#include "../lib/blob.h"
#include "../lib/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

struct tanda_tangan {
	/*
	 * PEM file with private key (P-256, not encrypted), certificate, and
	 * the certificates between it and the authority; nobody but its
	 * owner may have rights on the file (mode 0600 or 0400).
	 */
	const char *kunci;
	const char *ca;     /* PEM file with the authority's certificate */
	const char *alasan; /* reason; NULL: none */
	const char *lokasi; /* place; NULL: none */
	time_t waktu;       /* told as the time of signing */
	/*
	 * Place of the field on the last page: left, top, width, height in
	 * millimetres from the upper left corner of an A4 page.  Width 0:
	 * not visible.  Nothing is drawn there: the page already says it.
	 */
	double kotak[4];
};

struct tanda_tangan_hasil {
	bool utuh;      /* not one byte differs from what was signed */
	bool tepercaya; /* the chain ends at the authority, and the
			   certificate was valid at waktu */
	time_t waktu;   /* time of signing as told by the signer */
	char nama[128]; /* CN of the certificate, UTF-8 */
	char alasan[256];
	char lokasi[128];
};

/*
 * Sign pdf, which tata_letak_pdf() made, by adding an update to it: the
 * bytes of pdf stay the beginning of *hasil, whose bytes belong to a.
 * The fresh file is verified before OK is returned.
 * ERR_TYPE: not a PDF we can add to; ERR_CONFLICT: it is signed already;
 * ERR_NOT_FOUND: there is no such key file; ERR_INTERNAL: key file not
 * usable (rights, contents, expired, not of this authority), logged;
 * ERR_BUSY: memory is out.
 */
enum err tanda_tangan_pdf(struct arena *a, struct blob pdf,
			  const struct tanda_tangan *t, struct blob *hasil);

/*
 * Check the signature of the n bytes at pdf against the authority in the
 * PEM file ca_file.  OK means that it was checked: the document is as it
 * was signed only when utuh and tepercaya are both true.  All of the file
 * must be covered and every byte of the signature itself must be in the
 * one form that we write, so that each changed byte is noticed.
 * ERR_TYPE: not a PDF (or a cut one); ERR_NOT_FOUND: it bears no
 * signature; ERR_INTERNAL: ca_file cannot be read; ERR_BUSY: memory.
 * *hasil is empty after an error.
 */
enum err tanda_tangan_periksa(const unsigned char *pdf, size_t n,
			      const char *ca_file,
			      struct tanda_tangan_hasil *hasil);

#endif
