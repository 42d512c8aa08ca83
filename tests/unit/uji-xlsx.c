/*
 * uji-xlsx.c - lib/xlsx: what libxlsxwriter writes is read back, and made-up
 * archives show each rule and each refusal.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <fcntl.h>
#include <unistd.h>

#include <cmocka.h>
#include <xlsxwriter.h>
#include <zip.h>

#include "lib/text.h"
#include "lib/xlsx.h"

static const struct tabel_batas limits = {
	.kolom = 10,
	.sel_bytes = 300,
	.baris_bytes = 1000,
	.baris = 20000,
	.entri = 30,
	.urai_bytes = 16 << 20,
	.rasio = 100,
	.teks_bytes = 4 << 20,
	.sel = 100000,
};

static int setup(void **state)
{
	*state = arena_new();
	return *state == NULL;
}

static int teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static enum err show(void *ctx, const struct baris *b)
{
	assert_int_equal(b->nomor, b->fisik);
	buf_printf(ctx, "%zu:", b->nomor);
	for (size_t i = 0; i < b->n; i++) {
		buf_bytes(ctx, b->sel[i].p, b->sel[i].n);
		buf_text(ctx, b->sel[i].angka ? "#|" : "|");
	}
	buf_char(ctx, '\n');
	return OK;
}

static FILE *reopen(const char *path)
{
	FILE *f = fopen(path, "rb");

	assert_non_null(f);
	unlink(path);
	return f;
}

static void temporary(char path[32])
{
	int fd;

	snprintf(path, 32, "/tmp/uji-xlsx-XXXXXX");
	fd = mkstemp(path);
	assert_true(fd >= 0);
	close(fd);
}

/* ---- from libxlsxwriter ----------------------------------------------- */

struct expect {
	size_t seen;
};

static enum err compare(void *ctx, const struct baris *b)
{
	struct expect *x = ctx;
	char text[64];
	size_t r = b->nomor - 1;

	assert_int_equal(r, x->seen);
	assert_int_equal(b->n, 4);
	snprintf(text, sizeof(text), "32040101019%05zu", r);
	assert_string_equal(b->sel[0].p, text);
	assert_false(b->sel[0].angka);
	snprintf(text, sizeof(text), "Nama <ke> & \"%zu\" \xc3\xa9", r % 700);
	assert_string_equal(b->sel[1].p, text);
	snprintf(text, sizeof(text), "%zu.25", r);
	assert_string_equal(b->sel[2].p, text);
	assert_true(b->sel[2].angka);
	assert_string_equal(b->sel[3].p, r % 2 ? "TRUE" : "FALSE");
	x->seen++;
	return OK;
}

/* 10 000 rows, with shared strings and, in constant-memory mode, inline. */
static void ten_thousand_rows_come_back(void **state)
{
	for (int inline_texts = 0; inline_texts < 2; inline_texts++) {
		lxw_workbook_options options = {
			.constant_memory = inline_texts ? LXW_TRUE : LXW_FALSE
		};
		struct expect x = { 0 };
		struct tabel_galat galat;
		lxw_worksheet *sheet;
		lxw_workbook *book;
		char path[32];
		FILE *f;

		temporary(path);
		book = workbook_new_opt(path, &options);
		sheet = workbook_add_worksheet(book, "Data");
		for (uint32_t r = 0; r < 10000; r++) {
			char text[64];

			snprintf(text, sizeof(text), "32040101019%05u", r);
			worksheet_write_string(sheet, r, 0, text, NULL);
			snprintf(text, sizeof(text),
				 "Nama <ke> & \"%u\" \xc3\xa9", r % 700);
			worksheet_write_string(sheet, r, 1, text, NULL);
			worksheet_write_number(sheet, r, 2, r + 0.25, NULL);
			worksheet_write_boolean(sheet, r, 3, r % 2, NULL);
		}
		assert_int_equal(workbook_close(book), LXW_NO_ERROR);
		f = reopen(path);
		assert_int_equal(xlsx_baca(*state, fileno(f), "data", &limits,
					   compare, &x, &galat),
				 OK);
		assert_int_equal(x.seen, 10000);
		fclose(f);
		arena_reset(*state);
	}
}

static void kinds_of_cells(void **state)
{
	struct buf out = { .a = *state };
	struct tabel_galat galat;
	lxw_datetime when = { 2019, 10, 9, 10, 57, 0.0 };
	lxw_worksheet *sheet;
	lxw_workbook *book;
	lxw_format *date, *stamp, *clock_format, *money;
	char path[32];
	FILE *f;

	temporary(path);
	book = workbook_new(path);
	sheet = workbook_add_worksheet(book, "Tersembunyi");
	worksheet_write_string(sheet, 0, 0, "bukan ini", NULL);
	worksheet_hide(sheet);
	sheet = workbook_add_worksheet(book, "Data");
	worksheet_activate(sheet);
	worksheet_set_first_sheet(sheet);
	date = workbook_add_format(book);
	format_set_num_format(date, "dd mmm yyyy");
	stamp = workbook_add_format(book);
	format_set_num_format_index(stamp, 22);
	clock_format = workbook_add_format(book);
	format_set_num_format(clock_format, "hh:mm");
	money = workbook_add_format(book);
	format_set_num_format(money, "\"Rp dhs\" #,##0.00;[Red]-#,##0");
	worksheet_write_string(sheet, 1, 1, "teks\x01\r\n_x ", NULL);
	worksheet_write_number(sheet, 1, 4, 0.1, money);
	worksheet_write_datetime(sheet, 3, 0, &when, stamp);
	worksheet_write_number(sheet, 3, 1, 43747, date);
	worksheet_write_number(sheet, 3, 2, 0.75, clock_format);
	worksheet_write_number(sheet, 3, 3, 3204010101900001.0, NULL);
	worksheet_write_formula_num(sheet, 5, 0, "=1+2", NULL, 3);
	worksheet_write_formula_str(sheet, 5, 1, "=\"a\"&\"b\"", NULL, "ab");
	worksheet_write_blank(sheet, 5, 9, money);
	worksheet_write_blank(sheet, 6, 0, money);
	assert_int_equal(workbook_close(book), LXW_NO_ERROR);
	f = reopen(path);
	assert_int_equal(
	    xlsx_baca(*state, fileno(f), NULL, &limits, show, &out, &galat),
	    OK);
	assert_string_equal(out.p, "2:|teks_x0001_\r\n_x |||0.1#|\n"
				   "4:2019-10-09 10:57:00|2019-10-09|18:00:00|"
				   "3204010101900001#|\n"
				   "6:3#|ab|\n");
	out.n = 0;
	assert_int_equal(xlsx_baca(*state, fileno(f), "TERSEMBUNYI", &limits,
				   show, &out, &galat),
			 OK);
	assert_string_equal(out.p, "1:bukan ini|\n");
	assert_int_equal(
	    xlsx_baca(*state, fileno(f), "lain", &limits, show, &out, &galat),
	    ERR_INPUT);
	assert_int_equal(galat.kode, TABEL_LEMBAR);
	fclose(f);
}

/* ---- made by hand ----------------------------------------------------- */

#define RELS                                                                   \
	"<Relationships xmlns='x'><Relationship Id='r1' "                      \
	"Type='http://x/officeDocument' Target='xl/workbook.xml'/>"            \
	"</Relationships>"
#define BOOK                                                                   \
	"<workbook xmlns:r='r'><sheets><sheet name='Satu' sheetId='1' "        \
	"r:id='r1'/></sheets></workbook>"
#define BOOK_RELS                                                              \
	"<Relationships><Relationship Id='r1' Type='/worksheet' "              \
	"Target='/xl/sheet.xml'/><Relationship Id='r2' "                       \
	"Type='/sharedStrings' Target='../xl/./teks.xml'/>"                    \
	"</Relationships>"

struct part {
	const char *path;
	const char *text;
	size_t n; /* 0: the length of text */
};

static FILE *archive(const struct part *parts, size_t n)
{
	char path[32];
	zip_t *z;
	int why;

	temporary(path);
	z = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &why);
	assert_non_null(z);
	for (size_t i = 0; i < n; i++) {
		zip_source_t *s = zip_source_buffer(
		    z, parts[i].text,
		    parts[i].n == 0 ? strlen(parts[i].text) : parts[i].n, 0);

		assert_non_null(s);
		assert_true(
		    zip_file_add(z, parts[i].path, s, ZIP_FL_OVERWRITE) >= 0);
	}
	assert_int_equal(zip_close(z), 0);
	return reopen(path);
}

static enum err read_parts(struct arena *a, const struct part *parts, size_t n,
			   struct buf *out, struct tabel_galat *galat)
{
	FILE *f = archive(parts, n);
	enum err e;

	*out = (struct buf){ .a = a };
	buf_text(out, "");
	e = xlsx_baca(a, fileno(f), NULL, &limits, show, out, galat);
	fclose(f);
	return e;
}

static enum err read_sheet(struct arena *a, const char *sheet, size_t n,
			   const char *texts, struct buf *out,
			   struct tabel_galat *galat)
{
	const struct part parts[] = {
		{ "_rels/.rels", RELS, 0 },
		{ "xl/workbook.xml", BOOK, 0 },
		{ "xl/_rels/workbook.xml.rels", BOOK_RELS, 0 },
		{ "xl/sheet.xml", sheet, n },
		{ "xl/teks.xml", texts, 0 },
	};

	return read_parts(a, parts, texts == NULL ? 4 : 5, out, galat);
}

#define SHEET(rows)                                                            \
	"<x:worksheet xmlns:x='m'><x:cols><x:c r='A1'><x:v>9</x:v></x:c>"      \
	"</x:cols><x:sheetData>" rows "</x:sheetData><x:extLst><x:row>"        \
	"<x:c><x:v>9</x:v></x:c></x:row></x:extLst></x:worksheet>"
#define TEXTS                                                                  \
	"<sst><si><t>satu</t></si><si><r><rPr/><t>du</t></r><r>"               \
	"<t xml:space='preserve'>a </t></r><rPh sb='0'><t>x</t></rPh>"         \
	"</si><si><t>_x000D_ &#x41;_x005F_x000D_</t></si><si/></sst>"

static void made_by_hand(void **state)
{
	static const struct {
		const char *sheet;
		const char *rows;
	} t[] = {
		{ SHEET(""), "" },
		{ SHEET("<x:row r='2'><x:c r='B2' t='s'><x:v>1</x:v></x:c>"
			"<x:c t='s'><x:v>0</x:v></x:c></x:row>"
			"<x:row><x:c t='s'><x:v>2</x:v></x:c></x:row>"
			"<x:row/><x:row r='9'><x:c r='A9' t='s'><x:v>3</x:v>"
			"</x:c></x:row>"),
		  "2:|dua |satu|\n3:\r A_x000D_|\n" },
		{ SHEET("<x:row><x:c t='inlineStr'><x:is><x:t>a</x:t><x:r>"
			"<x:t>b</x:t></x:r><x:rPh><x:t>z</x:t></x:rPh></x:is>"
			"</x:c><x:c t='e'><x:f>1/0</x:f><x:v>#DIV/0!</x:v>"
			"</x:c><x:c t='b'><x:v>1</x:v></x:c><x:c t='d'>"
			"<x:v>2019-10-09</x:v></x:c><x:c t='str'><x:v>=x"
			"</x:v></x:c><x:c><x:v>1E3</x:v></x:c><x:c><x:v>abc"
			"</x:v></x:c></x:row>"),
		  "1:ab|#DIV/0!|TRUE|2019-10-09|=x|1000#|abc|\n" },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		struct tabel_galat galat;
		struct buf out;

		assert_int_equal(
		    read_sheet(*state, t[i].sheet, 0, TEXTS, &out, &galat), OK);
		assert_string_equal(out.p, t[i].rows);
	}
}

static void bad_sheets(void **state)
{
	static const struct {
		const char *sheet;
		enum tabel_kode kode;
		size_t nomor;
	} t[] = {
		{ "<worksheet><sheetData>", TABEL_RUSAK, 0 },
		{ "x", TABEL_RUSAK, 0 },
		{ SHEET("<x:row r='0'/>"), TABEL_RUSAK, 0 },
		{ SHEET("<x:row r='1048577'/>"), TABEL_RUSAK, 0 },
		{ SHEET("<x:row r='5'/><x:row r='5'/>"), TABEL_RUSAK, 5 },
		{ SHEET("<x:row r='1'><x:c r='1'/></x:row>"), TABEL_RUSAK, 1 },
		{ SHEET("<x:row><x:c r='AAAA1'/></x:row>"), TABEL_RUSAK, 1 },
		{ SHEET("<x:row><x:c r='B1'/><x:c r='B1'/></x:row>"),
		  TABEL_RUSAK, 1 },
		{ SHEET("<x:row><x:c t='z'/></x:row>"), TABEL_RUSAK, 1 },
		{ SHEET("<x:row><x:c t='b'><x:v>2</x:v></x:c></x:row>"),
		  TABEL_RUSAK, 1 },
		{ SHEET("<x:row><x:c t='s'><x:v>4</x:v></x:c></x:row>"),
		  TABEL_RUSAK, 1 },
		{ SHEET("<x:row><x:c t='s'><x:v>-1</x:v></x:c></x:row>"),
		  TABEL_RUSAK, 1 },
		{ SHEET("<x:row><x:c t='s'><x:v>18446744073709551616</x:v>"
			"</x:c></x:row>"),
		  TABEL_RUSAK, 1 },
		{ SHEET("<x:row r='3'><x:c r='K3'><x:v>1</x:v></x:c></x:row>"),
		  TABEL_KOLOM, 3 },
		{ SHEET("<x:row r='20001'><x:c><x:v>1</x:v></x:c></x:row>"),
		  TABEL_BARIS_BANYAK, 20001 },
		{ SHEET("<x:row><x:c t='str'><x:v>a\x7f</x:v></x:c></x:row>"),
		  TABEL_KARAKTER, 1 },
		{ "<!DOCTYPE worksheet><worksheet/>", TABEL_DOCTYPE, 0 },
		{ "<!DOCTYPE w [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>"
		  "<worksheet><sheetData><row><c t='str'><v>&b;</v></c></row>"
		  "</sheetData></worksheet>",
		  TABEL_DOCTYPE, 0 },
		{ SHEET("<x:row><x:c><x:v>&x;</x:v></x:c></x:row>"),
		  TABEL_RUSAK, 1 },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		struct tabel_galat galat;
		struct buf out;

		assert_int_equal(
		    read_sheet(*state, t[i].sheet, 0, TEXTS, &out, &galat),
		    tabel_err(t[i].kode));
		assert_int_equal(galat.kode, t[i].kode);
		assert_int_equal(galat.nomor, t[i].nomor);
	}
}

/* Attributes: one that is longer than any that is looked for changes nothing,
   64 are read and 65 are too many; references in them and in text. */
static void attributes(void **state)
{
	struct arena *a = *state;
	struct tabel_galat galat;
	struct buf many = { .a = a }, out;
	char *big = arena_alloc(a, 200001);

	memset(big, 'a', 200000);
	assert_int_equal(
	    read_sheet(a,
		       arena_printf(a,
				    "<w q='%s'><sheetData><row q='%s' r='&#50;'>"
				    "<c q='%s' t='&#x73;tr'><v>a<![CDATA[<b>]]>"
				    "&amp;&#99;</v></c></row></sheetData></w>",
				    big, big, big),
		       0, TEXTS, &out, &galat),
	    OK);
	assert_string_equal(out.p, "2:a<b>&c|\n");
	for (int i = 0; i < 62; i++)
		buf_printf(&many, " a%d='%s'", i, i == 7 ? big : "1");
	for (int i = 62; i < 64; i++) {
		/* With r and t, without the long one. */
		bool fits = i + 1 + 2 - 1 <= 64;

		buf_printf(&many, " a%d='1'", i);
		assert_int_equal(
		    read_sheet(a,
			       arena_printf(a,
					    "<w><sheetData><row><c r='A1'%s "
					    "t='str'><v>x</v></c></row>"
					    "</sheetData></w>",
					    many.p),
			       0, TEXTS, &out, &galat),
		    fits ? OK : ERR_TYPE);
		assert_int_equal(galat.kode, fits ? TABEL_BAIK : TABEL_RUSAK);
	}
}

/* A DOCTYPE in any part is refused. */
static void doctype_is_refused(void **state)
{
	const struct part parts[] = {
		{ "_rels/.rels", RELS, 0 },
		{ "xl/workbook.xml", BOOK, 0 },
		{ "xl/_rels/workbook.xml.rels", BOOK_RELS, 0 },
		{ "xl/sheet.xml", SHEET(""), 0 },
		{ "xl/teks.xml", TEXTS, 0 },
	};

	for (size_t i = 0; i < 5; i++) {
		struct part bent[5];
		struct tabel_galat galat;
		struct buf out;

		memcpy(bent, parts, sizeof(parts));
		bent[i].text =
		    arena_printf(*state, "<!DOCTYPE x>%s", parts[i].text);
		assert_int_equal(read_parts(*state, bent, 5, &out, &galat),
				 ERR_TYPE);
		assert_int_equal(galat.kode, TABEL_DOCTYPE);
	}
}

static void no_workbook(void **state)
{
	static const struct part other[] = { { "word/document.xml", "<a/>",
					       0 } };
	static const struct part chart[] = {
		{ "_rels/.rels", RELS, 0 },
		{ "xl/workbook.xml", BOOK, 0 },
		{ "xl/_rels/workbook.xml.rels",
		  "<r><Relationship Id='r1' Type='/chartsheet' "
		  "Target='a'/></r>",
		  0 },
	};
	struct tabel_galat galat;
	struct buf out;
	FILE *f = tmpfile();

	assert_int_equal(read_parts(*state, other, 1, &out, &galat), ERR_TYPE);
	assert_int_equal(galat.kode, TABEL_RUSAK);
	assert_int_equal(read_parts(*state, chart, 3, &out, &galat), ERR_INPUT);
	assert_int_equal(galat.kode, TABEL_LEMBAR);
	assert_int_equal(
	    xlsx_baca(*state, fileno(f), NULL, &limits, show, &out, &galat),
	    ERR_TYPE);
	assert_int_equal(galat.kode, TABEL_JENIS);
	fputs("nik;nama\n1;2\n", f);
	fflush(f);
	assert_int_equal(
	    xlsx_baca(*state, fileno(f), NULL, &limits, show, &out, &galat),
	    ERR_TYPE);
	assert_int_equal(galat.kode, TABEL_JENIS);
	fclose(f);
	assert_int_equal(
	    xlsx_baca(*state, -1, NULL, &limits, show, &out, &galat), ERR_BUSY);
}

/* ---- bombs ------------------------------------------------------------ */

static void bombs_are_refused(void **state)
{
	size_t n = 12 << 20;
	char *blanks = test_malloc(n + 1);
	struct tabel_galat galat;
	struct buf out;

	/* 12 MB of blanks are a few KB in the file. */
	memset(blanks, ' ', n);
	blanks[n] = '\0';
	memcpy(blanks, "<a>", 3);
	memcpy(blanks + n - 4, "</a>", 4);
	assert_int_equal(read_sheet(*state, blanks, n, TEXTS, &out, &galat),
			 ERR_TOO_LARGE);
	assert_int_equal(galat.kode, TABEL_URAI);
	assert_int_equal(read_sheet(*state, SHEET(""), 0, blanks, &out, &galat),
			 ERR_TOO_LARGE);
	assert_int_equal(galat.kode, TABEL_URAI);
	test_free(blanks);
}

/* What unpacks honestly but to too much is refused too. */
static void unpacked_bytes_are_counted(void **state)
{
	size_t n = 20 << 20;
	char *noise = test_malloc(n);
	struct tabel_galat galat;
	uint32_t dice = 1;
	struct buf out;

	for (size_t i = 0; i < n; i++) {
		dice = dice * 1664525u + 1013904223u;
		noise[i] = (char)('a' + (dice >> 24) % 16);
	}
	memcpy(noise, "<a>", 3);
	memcpy(noise + n - 4, "</a>", 4);
	assert_int_equal(read_sheet(*state, noise, n, TEXTS, &out, &galat),
			 ERR_TOO_LARGE);
	assert_int_equal(galat.kode, TABEL_URAI);
	test_free(noise);
}

static void shared_strings_are_counted(void **state)
{
	struct buf texts = { .a = *state };
	struct tabel_galat galat;
	struct buf out;

	buf_text(&texts, "<sst>");
	for (unsigned i = 0; i < 100000; i++)
		buf_printf(&texts, "<si><t>%050u</t></si>", i * 2654435761u);
	buf_text(&texts, "</sst>");
	assert_int_equal(
	    read_sheet(*state, SHEET(""), 0, texts.p, &out, &galat),
	    ERR_TOO_LARGE);
	assert_int_equal(galat.kode, TABEL_BERAT);
}

/* The file for them cannot be written: no fault of the workbook. */
static void disk_is_full(void **state)
{
	struct tabel_batas batas = tabel_batas_umum;
	struct buf out = { .a = *state };
	struct tabel_galat galat;
	char path[32];
	lxw_workbook *book;
	lxw_worksheet *sheet;
	FILE *f;

	temporary(path);
	book = workbook_new(path);
	sheet = workbook_add_worksheet(book, NULL);
	for (lxw_row_t r = 0; r < 9000; r++) {
		char text[20];

		snprintf(text, sizeof(text), "text %u", r);
		worksheet_write_string(sheet, r, 0, text, NULL);
	}
	assert_int_equal(workbook_close(book), LXW_NO_ERROR);
	f = fopen(path, "rb");
	assert_non_null(f);
	unlink(path);
	batas.teks_bytes = 1000;
	batas.teks_berkas = 1 << 20;
	batas.teks_fd = open("/dev/full", O_RDWR);
	assert_int_equal(
	    xlsx_baca(*state, fileno(f), NULL, &batas, show, &out, &galat),
	    ERR_DISK);
	assert_int_equal(galat.kode, TABEL_BAIK);
	close(batas.teks_fd);
	fclose(f);
}

static void too_many_entries(void **state)
{
	struct part parts[31];
	struct tabel_galat galat;
	struct buf out;

	for (size_t i = 0; i < 31; i++) {
		parts[i].path = arena_printf(*state, "x%zu", i);
		parts[i].text = "x";
		parts[i].n = 1;
	}
	assert_int_equal(read_parts(*state, parts, 31, &out, &galat),
			 ERR_TOO_LARGE);
	assert_int_equal(galat.kode, TABEL_URAI);
}

/* A valid file with one byte changed anywhere: an answer, never a crash. */
static void damaged_anywhere(void **state)
{
	const struct part parts[] = {
		{ "_rels/.rels", RELS, 0 },
		{ "xl/workbook.xml", BOOK, 0 },
		{ "xl/_rels/workbook.xml.rels", BOOK_RELS, 0 },
		{ "xl/sheet.xml",
		  SHEET("<x:row><x:c><x:v>1</x:v></x:c>"
			"</x:row>"),
		  0 },
	};
	FILE *f = archive(parts, 4);
	char whole[8192];
	size_t n = fread(whole, 1, sizeof(whole), f);
	size_t refused = 0;

	fclose(f);
	assert_in_range(n, 500, 8000);
	f = tmpfile();
	for (size_t i = 0; i < n; i++) {
		struct tabel_galat galat;
		struct buf out = { .a = *state };
		char bent = (char)(whole[i] ^ 0x55);
		enum err e;

		assert_int_equal(pwrite(fileno(f), whole, n, 0), n);
		assert_int_equal(pwrite(fileno(f), &bent, 1, (off_t)i), 1);
		e = xlsx_baca(*state, fileno(f), NULL, &limits, show, &out,
			      &galat);
		assert_true(e == OK || e == ERR_TYPE || e == ERR_TOO_LARGE ||
			    e == ERR_INPUT);
		assert_int_equal(e, tabel_err(galat.kode));
		refused += e != OK;
		/* cut there as well */
		assert_int_equal(ftruncate(fileno(f), (off_t)i), 0);
		assert_int_not_equal(xlsx_baca(*state, fileno(f), NULL, &limits,
					       show, &out, &galat),
				     OK);
		arena_reset(*state);
	}
	assert_true(refused > n / 2);
	fclose(f);
}

static enum err stop(void *ctx, const struct baris *b)
{
	(void)b;
	return (*(int *)ctx)++ == 1 ? ERR_CONFLICT : OK;
}

static void error_of_the_caller_ends_it(void **state)
{
	const struct part parts[] = {
		{ "_rels/.rels", RELS, 0 },
		{ "xl/workbook.xml", BOOK, 0 },
		{ "xl/_rels/workbook.xml.rels", BOOK_RELS, 0 },
		{ "xl/sheet.xml",
		  SHEET("<x:row><x:c><x:v>1</x:v></x:c></x:row>"
			"<x:row><x:c><x:v>1</x:v></x:c></x:row>"
			"<x:row><x:c><x:v>1</x:v></x:c></x:row>"),
		  0 },
	};
	FILE *f = archive(parts, 4);
	struct tabel_galat galat;
	int calls = 0;

	assert_int_equal(
	    xlsx_baca(*state, fileno(f), NULL, &limits, stop, &calls, &galat),
	    ERR_CONFLICT);
	assert_int_equal(calls, 2);
	assert_int_equal(galat.kode, TABEL_BAIK);
	fclose(f);
}

#define UJI(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		UJI(ten_thousand_rows_come_back),
		UJI(kinds_of_cells),
		UJI(made_by_hand),
		UJI(bad_sheets),
		UJI(attributes),
		UJI(doctype_is_refused),
		UJI(no_workbook),
		UJI(bombs_are_refused),
		UJI(unpacked_bytes_are_counted),
		UJI(shared_strings_are_counted),
		UJI(disk_is_full),
		UJI(too_many_entries),
		UJI(damaged_anywhere),
		UJI(error_of_the_caller_ends_it),
	};

	return cmocka_run_group_tests_name("xlsx", tests, NULL, NULL);
}
