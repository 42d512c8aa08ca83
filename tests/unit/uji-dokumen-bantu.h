/*
 * uji-dokumen-bantu.h - what the tests of the document maker share: running
 * the tools that look at a PDF, example documents, keys made on the spot.
 */
#ifndef UJI_DOKUMEN_BANTU_H
#define UJI_DOKUMEN_BANTU_H

#include "lib/arena.h"
#include "lib/blob.h"

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

/* 9 October 2019 10:57 WIB, when all test documents are made. */
#define SAAT ((time_t)1570593420)

/* Path of a file of this test's own directory; from a. */
char *berkas(struct arena *a, const char *name);

/* Make and (with all in it) remove that directory: group set-up, tear-down. */
int buat_folder(void **state);
int hapus_folder(void **state);

void tulis(const char *path, const void *p, size_t n);

/* Path of a file of the source tree; from a. */
char *sumber(struct arena *a, const char *name);

/*
 * Run argv (NULL at its end, looked for in PATH) and return what it wrote
 * to standard output, from a.  Fails the test when it cannot be started.
 * *status: its exit status; may be NULL.
 */
char *jalankan(struct arena *a, const char *const argv[], int *status);

/* pdftotext -layout of pdf (page 0: all), from a. */
char *teks_pdf(struct arena *a, struct blob pdf, unsigned page);

/* What zbarimg reads from page 1 … n at 150 dpi; "" for nothing. */
char *baca_qr(struct arena *a, struct blob pdf);

unsigned jumlah_halaman(struct arena *a, struct blob pdf);

/*
 * The example document with n cards of its own (0: those it has); status
 * "draf" or "berlaku".  Freed with the arena.
 */
xmlDocPtr contoh(struct arena *a, unsigned n, const char *status);

/* XML text as a document, freed with the arena. */
xmlDocPtr xml(struct arena *a, const char *text);

struct kunci_uji {
	const char *cn;
	const char *penerbit; /* name of the issuer's key; NULL: itself */
	bool ca;
	const char *sandi; /* passphrase; NULL: none */
	int hari_mulai;    /* validity, days from SAAT */
	int hari_akhir;
};

/*
 * Make the key and certificate k and write <name>.pem (key, certificate,
 * chain; mode 0600) and <name>.crt (certificate) to the test's directory.
 */
void buat_kunci(const char *name, const struct kunci_uji *k);

#endif
