/*
 * fuzz-xlsx.c - a file that begins with PK is read as it is.  Any other input
 * is the parts of a workbook with a 0x1e between two of them (sheet, shared
 * strings, styles, workbook, its relationships; those missing are plain
 * ones), put in an archive without compression, so that the fuzzer plays with
 * XML and not with checksums.  Either is read with its shared strings in memory
 * and in a file, which gives the same rows.
 */
#include "sasaran.h"

#include "lib/text.h"
#include "lib/xlsx.h"

#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#define PARTS     5
#define SEPARATOR 0x1e

static const struct tabel_batas limits = {
	.kolom = 12,
	.sel_bytes = 100,
	.baris_bytes = 300,
	.baris = 100,
	.entri = 20,
	.urai_bytes = 4 << 20,
	.rasio = 100,
	.teks_bytes = 64 << 10,
	.sel = 500,
};

static const char *const path[PARTS + 1] = {
	"xl/s.xml",
	"xl/t.xml",
	"xl/g.xml",
	"xl/w.xml",
	"xl/_rels/w.xml.rels",
	"_rels/.rels",
};

static const char *const plain[PARTS + 1] = {
	"<worksheet><sheetData/></worksheet>",
	"<sst><si><t>a</t></si></sst>",
	"<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"
	"</styleSheet>",
	"<workbook><sheets><sheet name='a' id='1'/></sheets></workbook>",
	"<r><Relationship Id='1' Type='/worksheet' Target='s.xml'/>"
	"<Relationship Id='2' Type='/sharedStrings' Target='t.xml'/>"
	"<Relationship Id='3' Type='/styles' Target='g.xml'/></r>",
	"<r><Relationship Id='1' Type='/officeDocument' "
	"Target='xl/w.xml'/></r>",
};

static void put16(struct buf *b, unsigned v)
{
	buf_char(b, (char)(v & 255));
	buf_char(b, (char)(v >> 8 & 255));
}

static void put32(struct buf *b, size_t v)
{
	put16(b, (unsigned)(v & 65535));
	put16(b, (unsigned)(v >> 16));
}

/* The fields that a local header and the directory have in common. */
static void put_entry(struct buf *b, size_t crc, size_t n, const char *name)
{
	put16(b, 20); /* version */
	put16(b, 0);  /* flags */
	put16(b, 0);  /* stored */
	put32(b, 0x00210000);
	put32(b, crc);
	put32(b, n);
	put32(b, n);
	put16(b, (unsigned)strlen(name));
	put16(b, 0); /* extra */
}

/* An archive of the parts in the size bytes at p. */
static void build(struct buf *zip, const char *p, size_t size)
{
	struct buf directory = { .a = zip->a };
	size_t start;

	for (int i = 0; i <= PARTS; i++) {
		const char *end = memchr(p, SEPARATOR, size);
		size_t n = end == NULL ? size : (size_t)(end - p);
		size_t used = end == NULL ? n : n + 1;
		const char *part = p;
		size_t crc;

		if (n == 0 || i == PARTS) {
			part = plain[i];
			n = strlen(part);
		}
		crc = crc32(0, (const unsigned char *)part, (unsigned)n);
		buf_bytes(&directory, "PK\x01\x02\x14\0", 6);
		put_entry(&directory, crc, n, path[i]);
		put16(&directory, 0); /* comment */
		put16(&directory, 0); /* disk */
		put16(&directory, 0); /* attributes */
		put32(&directory, 0);
		put32(&directory, zip->n);
		buf_text(&directory, path[i]);
		buf_bytes(zip, "PK\x03\x04", 4);
		put_entry(zip, crc, n, path[i]);
		buf_text(zip, path[i]);
		buf_bytes(zip, part, n);
		p += used;
		size -= used;
	}
	start = zip->n;
	buf_bytes(zip, directory.p, directory.n);
	buf_bytes(zip, "PK\x05\x06\0\0\0\0", 8);
	put16(zip, PARTS + 1);
	put16(zip, PARTS + 1);
	put32(zip, directory.n);
	put32(zip, start);
	put16(zip, 0);
}

struct record {
	size_t nomor;
	struct buf rows;
};

static enum err row(void *ctx, const struct baris *b)
{
	struct record *r = ctx;
	size_t bytes = 0;

	harus(b->nomor > r->nomor && b->nomor <= limits.baris);
	harus(b->n >= 1 && b->n <= limits.kolom);
	r->nomor = b->nomor;
	buf_printf(&r->rows, "%zu:", b->nomor);
	for (size_t i = 0; i < b->n; i++) {
		const struct sel *s = &b->sel[i];

		harus(text_ok(s->p, s->n) && s->p[s->n] == '\0');
		harus(s->n <= limits.sel_bytes);
		bytes += s->n + 1;
		buf_printf(&r->rows, "%zu%s:", s->n, s->angka ? "#" : "");
		buf_bytes(&r->rows, s->p, s->n);
	}
	harus(bytes <= limits.baris_bytes);
	harus(b->sel[b->n - 1].n > 0);
	return OK;
}

/* Read the archive; its rows are in *r. */
static enum err run(struct arena *a, int fd, const struct tabel_batas *batas,
		    struct record *r, struct tabel_galat *galat)
{
	enum err e;

	memset(r, 0, sizeof(*r));
	r->rows.a = a;
	buf_text(&r->rows, "");
	e = xlsx_baca(a, fd, NULL, batas, row, r, galat);
	harus(e == tabel_err(galat->kode));
	harus(galat->kode < TABEL_KODE_N);
	return e;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int fd = -1, texts = -1;
	struct tabel_batas filed = limits;
	struct arena *a = arena_new();
	struct buf zip = { .a = a };
	struct record r, again;
	struct tabel_galat galat, other;
	enum err e;

	if (fd < 0) {
		fd = memfd_create("xlsx", 0);
		texts = memfd_create("teks", 0);
	}
	harus(a != NULL && fd >= 0 && texts >= 0);
	if (size >= 2 && memcmp(data, "PK", 2) == 0)
		buf_bytes(&zip, (const char *)data, size);
	else
		build(&zip, (const char *)data, size);
	harus(ftruncate(fd, 0) == 0);
	harus(pwrite(fd, zip.p, zip.n, 0) == (ssize_t)zip.n);
	e = run(a, fd, &limits, &r, &galat);
	filed.teks_bytes = 0;
	filed.teks_fd = texts;
	filed.teks_berkas = limits.teks_bytes;
	harus(run(a, fd, &filed, &again, &other) == e);
	harus(galat.kode == other.kode && galat.nomor == other.nomor);
	harus(r.rows.n == again.rows.n &&
	      memcmp(r.rows.p, again.rows.p, r.rows.n) == 0);
	arena_free(a);
	return 0;
}
