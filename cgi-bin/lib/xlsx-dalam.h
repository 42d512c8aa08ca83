/*
 * xlsx-dalam.h - what the files of the XLSX reader share: one open workbook
 * and the walk over one XML part of it.  Included by lib/xlsx*.c only.
 */
#ifndef XLSX_DALAM_H
#define XLSX_DALAM_H

#include "baris.h"
#include "xlsx-teks.h"

#include <libxml/parser.h>
#include <stdint.h>
#include <zip.h>

struct relasi {
	struct relasi *next;
	const char *id;
	const char *jenis; /* last step of its type: "worksheet" */
	const char *path;  /* in the archive */
};

struct urai;

struct xlsx {
	struct arena *a;
	const struct tabel_batas *batas;
	const char *lembar; /* the sheet wanted, NULL for the first */
	zip_t *zip;
	zip_file_t *part;
	xmlParserCtxtPtr parser;
	char *chunk;	   /* what it is given */
	const char **attr; /* of the element that begins: name, value, NULL */
	char *values;	   /* of those */
	bool quiet;	   /* who hears libxml2 is kept here meanwhile */
	xmlStructuredErrorFunc hearer;
	void *hearer_ctx;
	const struct urai *urai; /* of the part being read */
	size_t file_bytes;
	size_t unpacked;
	/* why the reading ended early */
	enum tabel_kode kode;
	enum err err;
	/* text being gathered, batas->sel_bytes at most */
	char *text;
	size_t text_n;
	bool gather;
	/* relationships of the part read last, and where they start from */
	struct relasi *relasi;
	size_t n_relasi;
	const char *folder;
	/* the workbook */
	const char *sheet; /* path of the sheet to read */
	bool sejak_1904;
	struct xlsx_teks *teks; /* shared strings; NULL: none */
	bool in_item, in_phonetic;
	uint8_t *custom_date; /* a bit for each number format id */
	uint8_t *style_date;  /* a bit for each cell style */
	size_t n_style;
	bool in_formats, in_styles;
	/* the sheet */
	struct bina bina;
	baris_fn *fn;
	void *ctx;
	size_t nomor;  /* of the row being read */
	size_t column; /* of the next cell */
	size_t cells;
	char type; /* of the cell: n s i t(ext) b e d */
	bool date;
	bool in_data, in_row, in_cell, in_inline;
};

/* Handlers of one kind of part; names come without their prefix. */
struct urai {
	void (*start)(struct xlsx *x, const char *name, const char **attr);
	void (*end)(struct xlsx *x, const char *name);
};

/* True when the archive has a file at path. */
bool xlsx_ada(struct xlsx *x, const char *path);

/*
 * Read the part at path through u, counting what is unpacked.  False when the
 * reading has to end: x->kode or x->err says why.
 */
bool xlsx_urai(struct xlsx *x, const char *path, const struct urai *u);

/* End the reading because of kode; for handlers. */
void xlsx_gagal(struct xlsx *x, enum tabel_kode kode);

/* Value of the attribute called name (without prefix), or NULL. */
const char *xlsx_atribut(const char **attr, const char *name);

/*
 * Find the sheet wanted and read shared strings, styles and the workbook's
 * settings.  False as xlsx_urai().
 */
bool xlsx_buku(struct xlsx *x);

/* True when cell style i shows a date. */
bool xlsx_gaya_tanggal(const struct xlsx *x, size_t i);

#endif
