/*
 * xlsx.c - see xlsx.h.  The archive, the XML parser and the sheet itself; the
 * other parts are in xlsx-bagian.c.
 */
#include "xlsx.h"

#include "xlsx-angka.h"
#include "xlsx-dalam.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK_BYTES 16384
/* Small files may be as compressible as they like. */
#define RATIO_FREE_BYTES ((size_t)1 << 20)
#define ROW_MAX          1048576u /* of the format itself */
/* Attributes of an element, bytes of one that is looked at, of all of them. */
#define ATTR_N	     64
#define ATTR_BYTES   4096u
#define VALUES_BYTES (4 * ATTR_BYTES)

/* ---- archive and XML -------------------------------------------------- */

static void close_part(struct xlsx *x)
{
	if (x->parser != NULL)
		xmlFreeParserCtxt(x->parser);
	x->parser = NULL;
	if (x->part != NULL)
		zip_fclose(x->part);
	x->part = NULL;
}

/* Give back what is open; safe to call again. */
static void close_all(void *what)
{
	struct xlsx *x = what;

	close_part(x);
	if (x->zip != NULL)
		zip_discard(x->zip);
	x->zip = NULL;
	if (x->quiet)
		xmlSetStructuredErrorFunc(x->hearer_ctx, x->hearer);
	x->quiet = false;
}

/* Nothing more is heard of the part. */
static void stop(struct xlsx *x)
{
	if (x->parser != NULL)
		xmlStopParser(x->parser);
}

void xlsx_gagal(struct xlsx *x, enum tabel_kode kode)
{
	if (x->kode == TABEL_BAIK)
		x->kode = kode;
	stop(x);
}

static bool stopped(const struct xlsx *x)
{
	return x->kode != TABEL_BAIK || x->err != OK;
}

const char *xlsx_atribut(const char **attr, const char *name)
{
	for (; *attr != NULL; attr += 2)
		if (strcmp(*attr, name) == 0)
			return attr[1];
	return NULL;
}

/*
 * The n attributes as libxml2 has them (name, prefix, namespace, first byte of
 * the value and the one behind its last) as pairs of texts.  One that is longer
 * than any that is looked for is left out.
 */
static bool keep_attributes(struct xlsx *x, const xmlChar **from, int n)
{
	const char **to = x->attr;
	size_t used = 0;

	for (int i = 0; i < n; i++, from += 5) {
		size_t bytes = (size_t)(from[4] - from[3]);

		if (bytes > ATTR_BYTES)
			continue;
		if (to == x->attr + (ptrdiff_t)2 * ATTR_N ||
		    used + bytes + 1 > VALUES_BYTES)
			return false;
		memcpy(x->values + used, from[3], bytes);
		x->values[used + bytes] = '\0';
		*to++ = (const char *)from[0];
		*to++ = x->values + used;
		used += bytes + 1;
	}
	*to = NULL;
	return true;
}

static void start_seen(void *what, const xmlChar *name, const xmlChar *prefix,
		       const xmlChar *uri, int n_spaces,
		       const xmlChar **spaces, int n, int n_default,
		       const xmlChar **attr)
{
	struct xlsx *x = what;

	(void)prefix;
	(void)uri;
	(void)n_spaces;
	(void)spaces;
	(void)n_default;
	if (stopped(x) || x->urai->start == NULL)
		return;
	if (keep_attributes(x, attr, n))
		x->urai->start(x, (const char *)name, x->attr);
	else
		xlsx_gagal(x, TABEL_RUSAK);
}

static void end_seen(void *what, const xmlChar *name, const xmlChar *prefix,
		     const xmlChar *uri)
{
	struct xlsx *x = what;

	(void)prefix;
	(void)uri;
	if (!stopped(x) && x->urai->end != NULL)
		x->urai->end(x, (const char *)name);
}

static void text_seen(void *what, const xmlChar *p, int n)
{
	struct xlsx *x = what;

	if (stopped(x) || !x->gather)
		return;
	if ((size_t)n > x->batas->sel_bytes - x->text_n) {
		xlsx_gagal(x, TABEL_SEL_PANJANG);
		return;
	}
	memcpy(x->text + x->text_n, p, (size_t)n);
	x->text_n += (size_t)n;
}

/* A DOCTYPE brings entities, and no producer of XLSX writes one. */
static void doctype_seen(void *what, const xmlChar *name,
			 const xmlChar *external, const xmlChar *system)
{
	(void)name;
	(void)external;
	(void)system;
	xlsx_gagal(what, TABEL_DOCTYPE);
}

/* What libxml2 says of a fault names what stands there, and is not for the log:
   instead of whatever else hears it while a workbook is open. */
static void unheard(void *ctx, xmlErrorPtr e)
{
	(void)ctx;
	(void)e;
}

/* Who hears of nothing else declares no entity and opens no file. */
static xmlSAXHandler heard = {
	.initialized = XML_SAX2_MAGIC,
	.internalSubset = doctype_seen,
	.startElementNs = start_seen,
	.endElementNs = end_seen,
	.characters = text_seen,
	.ignorableWhitespace = text_seen,
	.cdataBlock = text_seen,
};

static zip_int64_t locate(struct xlsx *x, const char *path)
{
	return zip_name_locate(x->zip, path, ZIP_FL_NOCASE);
}

bool xlsx_ada(struct xlsx *x, const char *path)
{
	return locate(x, path) >= 0;
}

/* Open the part and a parser for it; what is open is in x. */
static enum tabel_kode open_part(struct xlsx *x, const char *path)
{
	zip_int64_t i = locate(x, path);
	zip_stat_t st;

	if (i < 0 || zip_stat_index(x->zip, (zip_uint64_t)i, 0, &st) != 0)
		return TABEL_RUSAK;
	/* Other methods than these are no XLSX, and can take much memory. */
	if ((st.valid & ZIP_STAT_COMP_METHOD) == 0 ||
	    (st.comp_method != ZIP_CM_STORE &&
	     st.comp_method != ZIP_CM_DEFLATE))
		return TABEL_RUSAK;
	x->part = zip_fopen_index(x->zip, (zip_uint64_t)i, 0);
	if (x->part == NULL)
		return TABEL_RUSAK;
	x->parser = xmlCreatePushParserCtxt(&heard, x, NULL, 0, NULL);
	if (x->parser == NULL)
		return TABEL_BERAT;
	xmlCtxtUseOptions(x->parser, XML_PARSE_NONET);
	return TABEL_BAIK;
}

/* The next piece of the open part into the parser; *last at its end. */
static enum tabel_kode parse_chunk(struct xlsx *x, bool *last)
{
	zip_int64_t n = zip_fread(x->part, x->chunk, CHUNK_BYTES);

	if (n < 0)
		return TABEL_RUSAK;
	*last = n == 0;
	x->unpacked += (size_t)n;
	if (x->unpacked > x->batas->urai_bytes ||
	    (x->unpacked > RATIO_FREE_BYTES &&
	     x->unpacked / x->batas->rasio > x->file_bytes))
		return TABEL_URAI;
	xmlParseChunk(x->parser, x->chunk, (int)n, *last);
	if (stopped(x) || x->parser->wellFormed)
		return TABEL_BAIK;
	return x->parser->errNo == XML_ERR_NO_MEMORY ? TABEL_BERAT :
						       TABEL_RUSAK;
}

bool xlsx_urai(struct xlsx *x, const char *path, const struct urai *u)
{
	bool last = false;
	enum tabel_kode kode;

	x->urai = u;
	x->in_phonetic = false;
	x->gather = false;
	x->text_n = 0;
	kode = open_part(x, path);
	while (kode == TABEL_BAIK && !last && !stopped(x))
		kode = parse_chunk(x, &last);
	close_part(x);
	if (kode != TABEL_BAIK)
		xlsx_gagal(x, kode);
	return !stopped(x);
}

/* ---- sheet (ECMA-376 part 1, 18.3.1) ---------------------------------- */

static void row_start(struct xlsx *x, const char **attr)
{
	const char *r = xlsx_atribut(attr, "r");
	unsigned long nomor = x->nomor + 1;

	if (r != NULL) {
		char *end;

		nomor = strtoul(r, &end, 10);
		if (*r < '1' || *r > '9' || *end != '\0')
			nomor = 0;
	}
	if (nomor <= x->nomor || nomor > ROW_MAX) {
		xlsx_gagal(x, TABEL_RUSAK);
		return;
	}
	x->nomor = nomor;
	x->column = 0;
	x->in_row = true;
}

/* Column of a reference like "AB12", from 0; SIZE_MAX when it is none. */
static size_t column_of(const char *ref)
{
	size_t column = 0;
	int n = 0;

	while (ref[n] >= 'A' && ref[n] <= 'Z' && n < 4)
		column = column * 26 + (size_t)(ref[n++] - 'A' + 1);
	if (n == 0 || n > 3 || ref[n] < '1' || ref[n] > '9')
		return SIZE_MAX;
	return column - 1;
}

static char cell_type(const char *t)
{
	static const struct {
		const char *name;
		char type;
	} types[] = {
		{ "n", 'n' },   { "s", 's' }, { "inlineStr", 't' },
		{ "str", 't' }, { "b", 'b' }, { "e", 'e' },
		{ "d", 'd' },
	};

	if (t == NULL)
		return 'n';
	if (t[0] == 's' && t[1] == '\0')
		return 's';
	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (strcmp(t, types[i].name) == 0)
			return types[i].type;
	return '\0';
}

static void cell_start(struct xlsx *x, const char **attr)
{
	const char *ref = NULL, *style = NULL, *type = NULL;
	size_t column;

	/* There are a hundred million cells: look at the list once. */
	for (; *attr != NULL; attr += 2) {
		const char *name = *attr;
		const char **place = strcmp(name, "r") == 0 ? &ref :
				     strcmp(name, "s") == 0 ? &style :
				     strcmp(name, "t") == 0 ? &type :
							      NULL;

		if (place != NULL && *place == NULL)
			*place = attr[1];
	}
	column = ref == NULL ? x->column : column_of(ref);
	x->type = cell_type(type);
	if (column == SIZE_MAX || column < x->column || x->type == '\0') {
		xlsx_gagal(x, TABEL_RUSAK);
		return;
	}
	if (x->cells++ == x->batas->sel) {
		xlsx_gagal(x, TABEL_SEL_BANYAK);
		return;
	}
	x->column = column;
	x->date =
	    style != NULL && xlsx_gaya_tanggal(x, strtoul(style, NULL, 10));
	x->text_n = 0;
	x->in_cell = true;
}

/* Put the n bytes at p into the cell's column; gaps become empty cells. */
static void put(struct xlsx *x, const char *p, size_t n, bool angka)
{
	enum tabel_kode kode = TABEL_BAIK;

	if (n == 0)
		return;
	if (x->column >= x->batas->kolom)
		kode = TABEL_KOLOM;
	while (kode == TABEL_BAIK && x->bina.n_sel < x->column)
		kode = bina_sel(&x->bina, false);
	if (kode == TABEL_BAIK)
		kode = bina_bytes(&x->bina, p, n);
	if (kode == TABEL_BAIK)
		kode = bina_sel(&x->bina, angka);
	if (kode != TABEL_BAIK)
		xlsx_gagal(x, kode);
}

static void put_number(struct xlsx *x)
{
	char out[XLSX_ANGKA_BYTES];

	if (x->date && xlsx_tanggal(x->text, x->sejak_1904, out))
		put(x, out, strlen(out), false);
	else if (xlsx_angka(x->text, out))
		put(x, out, strlen(out), true);
	else
		put(x, x->text, x->text_n, false);
}

static void put_shared(struct xlsx *x)
{
	const char *text = NULL;
	size_t n = 0;
	char *end;

	if (x->text_n == 0)
		return;
	if (*x->text >= '0' && *x->text <= '9' && x->teks != NULL) {
		unsigned long i = strtoul(x->text, &end, 10);

		if (*end == '\0')
			text = xlsx_teks_ambil(x->teks, i, &n);
	}
	if (text == NULL)
		xlsx_gagal(x, TABEL_RUSAK);
	else
		put(x, text, n, false);
}

static void cell_end(struct xlsx *x)
{
	x->in_cell = false;
	x->text[x->text_n] = '\0';
	switch (x->type) {
	case 'n':
		put_number(x);
		break;
	case 's':
		put_shared(x);
		break;
	case 't':
		x->text_n = xlsx_xstring(x->text, x->text_n);
		put(x, x->text, x->text_n, false);
		break;
	case 'b':
		if (strcmp(x->text, "1") == 0)
			put(x, "TRUE", 4, false);
		else if (strcmp(x->text, "0") == 0)
			put(x, "FALSE", 5, false);
		else if (x->text_n > 0)
			xlsx_gagal(x, TABEL_RUSAK);
		break;
	default:
		put(x, x->text, x->text_n, false);
	}
	x->column++;
}

static void row_end(struct xlsx *x)
{
	enum tabel_kode kode;

	x->in_row = false;
	if (x->bina.n_sel == 0)
		return;
	kode = bina_baris(&x->bina, x->nomor, x->nomor, false, TABEL_BAIK,
			  x->fn, x->ctx, &x->err);
	if (kode != TABEL_BAIK)
		xlsx_gagal(x, kode);
	else if (x->err != OK)
		stop(x);
}

static void sheet_start(struct xlsx *x, const char *name, const char **attr)
{
	if (!x->in_data) {
		x->in_data = strcmp(name, "sheetData") == 0;
	} else if (!x->in_row) {
		if (strcmp(name, "row") == 0)
			row_start(x, attr);
	} else if (!x->in_cell) {
		if (strcmp(name, "c") == 0)
			cell_start(x, attr);
	} else if (strcmp(name, "is") == 0) {
		x->in_inline = true;
	} else if (strcmp(name, "rPh") == 0) {
		x->in_phonetic = true;
	} else if (strcmp(name, x->in_inline ? "t" : "v") == 0) {
		x->gather = !x->in_phonetic;
	}
}

static void sheet_end(struct xlsx *x, const char *name)
{
	if (strcmp(name, "t") == 0 || strcmp(name, "v") == 0) {
		x->gather = false;
	} else if (strcmp(name, "rPh") == 0) {
		x->in_phonetic = false;
	} else if (strcmp(name, "is") == 0) {
		x->in_inline = false;
	} else if (strcmp(name, "c") == 0) {
		if (x->in_cell)
			cell_end(x);
	} else if (strcmp(name, "row") == 0) {
		if (x->in_row && !x->in_cell)
			row_end(x);
	} else if (strcmp(name, "sheetData") == 0) {
		x->in_data = x->in_row;
	}
}

static const struct urai sheet_part = { sheet_start, sheet_end };

/* ---- the workbook ----------------------------------------------------- */

static enum tabel_kode open_archive(struct xlsx *x, int own_fd)
{
	struct stat st;
	int why = 0;

	if (fstat(own_fd, &st) != 0 || !S_ISREG(st.st_mode)) {
		close(own_fd);
		return TABEL_JENIS;
	}
	x->file_bytes = (size_t)st.st_size;
	x->zip = zip_fdopen(own_fd, 0, &why);
	if (x->zip == NULL) {
		close(own_fd);
		return why == ZIP_ER_MEMORY ? TABEL_BERAT : TABEL_JENIS;
	}
	if ((size_t)zip_get_num_entries(x->zip, 0) > x->batas->entri)
		return TABEL_URAI;
	return TABEL_BAIK;
}

enum err xlsx_baca(struct arena *a, int fd, const char *lembar,
		   const struct tabel_batas *batas, baris_fn *fn, void *ctx,
		   struct tabel_galat *galat)
{
	struct xlsx *x = arena_alloc(a, sizeof(*x));
	enum tabel_kode kode;
	int own_fd;

	galat->kode = TABEL_BAIK;
	galat->nomor = 0;
	x->a = a;
	x->batas = batas;
	x->lembar = lembar;
	x->fn = fn;
	x->ctx = ctx;
	x->chunk = arena_raw(a, CHUNK_BYTES);
	x->attr = arena_array(a, 2 * ATTR_N + 1, sizeof(*x->attr));
	x->values = arena_raw(a, VALUES_BYTES);
	bina_mulai(&x->bina, a, batas);
	arena_cleanup(a, close_all, x);
	x->hearer = xmlStructuredError;
	x->hearer_ctx = xmlStructuredErrorContext;
	xmlSetStructuredErrorFunc(NULL, unheard);
	x->quiet = true;
	/* libzip closes what it is given. */
	own_fd = dup(fd);
	if (own_fd < 0)
		return ERR_BUSY;
	kode = open_archive(x, own_fd);
	if (kode != TABEL_BAIK)
		xlsx_gagal(x, kode);
	else if (xlsx_buku(x))
		xlsx_urai(x, x->sheet, &sheet_part);
	close_all(x);
	galat->kode = x->kode;
	galat->nomor = x->in_data ? x->nomor : 0;
	return x->kode == TABEL_BAIK ? x->err : tabel_err(x->kode);
}
