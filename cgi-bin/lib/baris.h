/*
 * baris.h - a row of a table somebody sent, whatever file it came in, and
 * the builder that lib/csv and lib/xlsx make it with.
 */
#ifndef BARIS_H
#define BARIS_H

#include "arena.h"
#include "err.h"

#include <stdbool.h>
#include <stddef.h>

/* What was wrong with a table; the texts are in xslt/. */
enum tabel_kode {
	TABEL_BAIK,
	/* ERR_INPUT: a row that can be found and mended */
	TABEL_KUTIP_TERBUKA, /* the quote that begins a cell has no end */
	TABEL_SESUDAH_KUTIP, /* something between end quote and separator */
	TABEL_NUL,           /* a NUL byte */
	TABEL_KARAKTER,      /* not UTF-8, or a control character */
	TABEL_UTF16,         /* the whole file is UTF-16 */
	TABEL_LEMBAR,        /* no sheet of that name, or none at all */
	/* ERR_TOO_LARGE */
	TABEL_KOLOM,         /* too many cells in a row */
	TABEL_SEL_PANJANG,   /* a cell too long */
	TABEL_BARIS_PANJANG, /* a row too long */
	TABEL_BARIS_BANYAK,  /* too many rows */
	TABEL_SEL_BANYAK,    /* too many cells in the sheet */
	TABEL_URAI,          /* unpacks to too much */
	TABEL_BERAT,         /* needs more memory or time than allowed */
	/* ERR_TYPE */
	TABEL_JENIS,   /* another kind of file */
	TABEL_RUSAK,   /* damaged, encrypted, or not as XLSX should be */
	TABEL_DOCTYPE, /* XML with a document type */
	TABEL_KODE_N
};

struct sel {
	const char *p; /* n bytes of clean text (text_ok()) and a NUL */
	size_t n;
	/* A number cell of a spreadsheet, which keeps 15 digits only: a NIK
	   in one has lost its last digit. */
	bool angka;
};

struct baris {
	size_t nomor; /* as a spreadsheet numbers rows: the first is 1, empty
			 ones count */
	size_t fisik; /* line of the text file it begins on; CSV only, else
			 equal to nomor */
	size_t n;
	const struct sel *sel;
	/* tabel_batas.lunak: what is wrong with the row, whose cells are there
	   as far as they were read, with '?' for what is no text. */
	enum tabel_kode salah;
};

/*
 * Called for each row in turn; b and what it points to are valid during the
 * call only.  Anything but OK ends the reading with that error.
 */
typedef enum err baris_fn(void *ctx, const struct baris *b);

/* Text of cell i, "" behind the last one. */
const char *baris_sel(const struct baris *b, size_t i);

/* Is cell i a number with more digits than a spreadsheet keeps?  The last ones
   have become zeros. */
bool baris_terpotong(const struct baris *b, size_t i);

/* True when every cell is empty or white space. */
bool baris_kosong(const struct baris *b);

/* What may be read; every member is a hard bound (none means "no limit"). */
struct tabel_batas {
	size_t kolom;       /* cells of a row */
	size_t sel_bytes;   /* one cell */
	size_t baris_bytes; /* one row: its cells and a byte for each */
	size_t baris;       /* number of the last row */
	/* A fault of one row (its texts; in CSV also its quotes, its length
	   and its cells' number) is told by baris.salah, and the reading goes
	   on with the next line. */
	bool lunak;
	/* XLSX only: */
	size_t entri;        /* files in the archive */
	size_t urai_bytes;   /* all that is unpacked, counted while reading */
	size_t rasio;        /* unpacked bytes to bytes of the file */
	size_t teks_bytes;   /* memory for the shared strings */
	/* A file for those that do not fit there: open for pread() and
	   pwrite(), of at most teks_berkas bytes; 0: none. */
	int teks_fd;
	size_t teks_berkas;
	size_t sel;          /* cells of the sheet */
	unsigned cpu_s;      /* processor time of the child */
	unsigned tunggu_s;   /* time the parent waits for it in all */
	size_t memori_bytes; /* memory the child may take */
};

/* Bounds for what a clerk uploads: 100 000 rows of 64 columns. */
extern const struct tabel_batas tabel_batas_umum;

struct tabel_galat {
	enum tabel_kode kode; /* TABEL_BAIK when the row function or the
				 system ended the reading */
	size_t nomor;         /* row, 0 when it is not about one row */
};

/* The error that goes with kode, as grouped above; OK for TABEL_BAIK. */
enum err tabel_err(enum tabel_kode kode);

/* Key of kode for the screen, e.g. "kutip-terbuka". */
const char *tabel_kode_nama(enum tabel_kode kode);

/* ---- the builder ------------------------------------------------------ */

struct bina {
	struct arena *a;
	const struct tabel_batas *batas;
	char *p; /* texts of the row, each with a NUL */
	size_t n;
	size_t cap;
	size_t mulai; /* where the cell being built begins */
	struct sel *sel;
	size_t *letak; /* where each cell begins: p moves when it grows */
	size_t n_sel;
	bool langsung; /* sel->p is set: the row lies in bina_ruang() */
};

/* A builder for rows within batas, which must outlive it. */
void bina_mulai(struct bina *b, struct arena *a,
		const struct tabel_batas *batas);

/* Add n bytes to the cell; TABEL_SEL_PANJANG or TABEL_BARIS_PANJANG. */
enum tabel_kode bina_bytes(struct bina *b, const char *p, size_t n);

/* Bytes that still fit into the cell and the row. */
size_t bina_sisa(const struct bina *b);

/* End the cell; TABEL_KOLOM or TABEL_BARIS_PANJANG. */
enum tabel_kode bina_sel(struct bina *b, bool angka);

/*
 * Room of *n bytes in an empty row, for a caller who writes its cells there
 * himself, each with its NUL, within batas, and names them in b->sel (p, n and
 * angka), b->n_sel and b->langsung.
 */
char *bina_ruang(struct bina *b, size_t *n);

/*
 * End the row: check its texts (unless the caller knows them to be ASCII
 * without control characters: bersih), hand it to fn and begin the next.
 * salah: what is wrong with it already, for a batas that is lunak.
 * TABEL_NUL, TABEL_KARAKTER, TABEL_BARIS_BANYAK; with TABEL_BAIK *e is what
 * fn returned.
 */
enum tabel_kode bina_baris(struct bina *b, size_t nomor, size_t fisik,
			   bool bersih, enum tabel_kode salah, baris_fn *fn,
			   void *ctx, enum err *e);

#endif
