/*
 * sniff.h - what a file is, by its first bytes, never by its name or by what
 * the sender says.  A magic number is a first sieve: the reader of the kind
 * still has to accept the rest.
 */
#ifndef SNIFF_H
#define SNIFF_H

#include "err.h"

#include <stdbool.h>
#include <stddef.h>

enum berkas_jenis {
	BERKAS_LAIN, /* none of the kinds below */
	BERKAS_PDF,
	BERKAS_PNG,
	BERKAS_JPEG,
	BERKAS_WEBP,
	BERKAS_ZIP,
	BERKAS_XLSX,
	BERKAS_GZIP,
	BERKAS_OLE, /* Office before 2007, or encrypted since */
};

/*
 * Kind of the file that begins with the n bytes at p (give 4 KB or more).
 * A ZIP is an XLSX when a name under xl/ is seen; an XLSX that begins with
 * other parts may show as BERKAS_ZIP when only its head is given.
 */
enum berkas_jenis sniff(const unsigned char *p, size_t n);

/*
 * Light check that a PDF is whole: head begins with %PDF-1.n or %PDF-2.n,
 * and in the last 2 KB of tail stands "startxref", a number, and behind it
 * "%%EOF" (ISO 32000-1, 7.5.5).  head and tail may be the same bytes.
 */
bool sniff_pdf(const unsigned char *head, size_t head_n,
	       const unsigned char *tail, size_t tail_n);

/*
 * sniff_pdf() on an open regular file; its offset stays where it is.
 * ERR_TYPE: no PDF, or cut short.  ERR_INTERNAL: it cannot be read.
 */
enum err sniff_pdf_fd(int fd);

#endif
