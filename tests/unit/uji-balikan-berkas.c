/*
 * uji-balikan-berkas.c - model/balikan-berkas and what it is made of: every
 * fault of a heading, of a row and of a file; CSV and XLSX, packed or not; a
 * report that comes back mended.  B-04, B-07, B-08.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <errno.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <xlsxwriter.h>
#include <zlib.h>

#include "lib/config.h"
#include "lib/crypto.h"
#include "lib/csv.h"
#include "lib/store.h"
#include "lib/text.h"
#include "model/balikan-baris.h"
#include "model/balikan-laporan-tolak.h"
#include "uji-folder.h"

/* ---- the institution ------------------------------------------------------ */

static const char *const produk[] = { "TABUNGAN", "GIRO", NULL };

static const struct balikan_ruas ruas_1[] = {
	{ "NO_CIF", BALIKAN_TEKS, 12, true, NULL, NULL },
	{ "NO_HP", BALIKAN_TELEPON, 16, false, NULL, NULL },
};
static const struct balikan_ruas ruas_2[] = {
	{ "NO_CIF", BALIKAN_TEKS, 12, true, NULL, NULL },
	{ "NO_HP", BALIKAN_TELEPON, 16, false, NULL, NULL },
	{ "TGL", BALIKAN_TANGGAL, 10, false, NULL, NULL },
	{ "PRODUK", BALIKAN_PILIHAN, 20, false, NULL, produk },
};
static const struct balikan_versi versi[] = {
	{ .id = 12, .nomor = 2, .lembaga_id = 1, .ruas = ruas_2, .n = 4 },
	{ .id = 11, .nomor = 1, .lembaga_id = 1, .ruas = ruas_1, .n = 2 },
};
static const struct balikan_aturan aturan = { versi, 2 };

/* ---- what is told --------------------------------------------------------- */

struct catatan {
	struct arena *a;
	struct buf teks;
	struct balikan_laporan *laporan;
	uint64_t baris;
	int64_t dibaca;
	unsigned n_maju;
	enum err tolak; /* what a refused row is answered with */
};

static enum err kepala(void *ctx, const struct balikan_versi *v,
		       const struct baris *b)
{
	struct catatan *c = ctx;

	buf_printf(&c->teks, "v%d\n", (int)v->nomor);
	c->laporan = balikan_laporan_baru(c->a, v, b);
	return OK;
}

/* "2 3204010101900001 A|B\n" */
static enum err baik(void *ctx, uint64_t nomor, uint64_t nik, const char *isi,
		     size_t n)
{
	struct catatan *c = ctx;

	buf_printf(&c->teks, "%u %llu ", (unsigned)nomor,
		   (unsigned long long)nik);
	for (size_t i = 0; i < n; i++)
		buf_char(&c->teks, isi[i] == BALIKAN_PEMISAH ? '|' : isi[i]);
	buf_char(&c->teks, '\n');
	c->baris++;
	return OK;
}

/* "3! NIK=nik-panjang(1***) NO_HP=telepon(x)\n" */
static enum err tolak(void *ctx, const struct balikan_salah *s, size_t n,
		      const struct baris *b)
{
	struct catatan *c = ctx;

	buf_printf(&c->teks, "%zu!", b->nomor);
	for (size_t i = 0; i < n; i++)
		buf_printf(&c->teks, " %s=%s(%s)", s[i].ruas, s[i].kode,
			   s[i].nilai == NULL ? "" : s[i].nilai);
	buf_char(&c->teks, '\n');
	c->baris++;
	return c->tolak == OK ? balikan_laporan_baris(c->laporan, s, n, b) :
				c->tolak;
}

/* "NIK?bulat x20 2 3 4\n" */
static enum err peringatan(void *ctx, const struct balikan_peringatan *w)
{
	struct catatan *c = ctx;

	buf_printf(&c->teks, "%s%s x%u", w->ruas, w->kode, (unsigned)w->jumlah);
	for (size_t i = 0; i < w->n; i++)
		buf_printf(&c->teks, " %u", (unsigned)w->nomor[i]);
	buf_char(&c->teks, '\n');
	return OK;
}

static enum err maju(void *ctx, int64_t dibaca, uint64_t baris)
{
	struct catatan *c = ctx;

	assert_true(dibaca >= c->dibaca);
	assert_int_equal(baris, c->baris);
	c->dibaca = dibaca;
	c->n_maju++;
	return OK;
}

static const struct balikan_berkas_calls calls = { kepala, baik, tolak,
						   peringatan, maju };

/* ---- files ---------------------------------------------------------------- */

static FILE *file_of(const void *p, size_t n)
{
	FILE *f = tmpfile();

	assert_non_null(f);
	assert_int_equal(fwrite(p, 1, n, f), n);
	fflush(f);
	return f;
}

/* The n bytes at p as gzip; from a. */
static struct buf gzip_of(struct arena *a, const void *p, size_t n)
{
	struct buf b = { .a = a };
	z_stream z = { 0 };
	size_t room = n + n / 100 + 1024;

	assert_int_equal(
	    deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY),
	    Z_OK);
	buf_room(&b, room);
	z.next_in = (unsigned char *)(uintptr_t)p;
	z.avail_in = (uInt)n;
	z.next_out = (unsigned char *)b.p;
	z.avail_out = (uInt)room;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	b.n = room - z.avail_out;
	deflateEnd(&z);
	return b;
}

static enum err read_file(struct catatan *c, FILE *f,
			  struct balikan_berkas_galat *galat)
{
	struct arena *a = c->a;
	struct stat st;
	enum err e;

	*c = (struct catatan){ .a = a, .teks = { .a = a }, .tolak = c->tolak };
	buf_text(&c->teks, "");
	assert_int_equal(fstat(fileno(f), &st), 0);
	e = balikan_berkas_baca(a, fileno(f), &aturan, &calls, c, galat);
	assert_true((e == ERR_INPUT) == (galat->kode != NULL));
	if (e == OK) {
		assert_true(c->n_maju > 0);
		assert_int_equal(c->dibaca, st.st_size);
	}
	fclose(f);
	/* The child is gone, whatever happened. */
	errno = 0;
	assert_true(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD);
	return e;
}

static enum err read_bytes(struct catatan *c, const void *p, size_t n,
			   struct balikan_berkas_galat *galat)
{
	return read_file(c, file_of(p, n), galat);
}

static void text_gives(struct arena *a, const char *text, const char *want)
{
	struct catatan c = { .a = a };
	struct balikan_berkas_galat galat;

	assert_int_equal(read_bytes(&c, text, strlen(text), &galat), OK);
	assert_string_equal(c.teks.p, want);
}

/* ---- headings ------------------------------------------------------------- */

#define ROW       "3204010101900001,A,0812345678,2020-01-31,giro\n"

static void headings(void **state)
{
	static const struct {
		const char *text;
		const char *want; /* rows, or "code" and its details */
	} t[] = {
		/* in any order, whatever the case; the newest with exactly
		   these columns */
		{ "NIK,NO_CIF,NO_HP,TGL,PRODUK\n" ROW,
		  "v2\n2 3204010101900001 A|+62812345678|2020-01-31|GIRO\n" },
		{ "no cif;Nik;produk;tgl;no-hp\nA;3204010101900001;;;\n",
		  "v2\n2 3204010101900001 A|||\n" },
		{ "\xef\xbb\xbf\"NIK\",\"NO_CIF\",\"NO_HP\"\r\n"
		  "\"3204010101900001\",\"A\",\"0812345678\"\r\n",
		  "v1\n2 3204010101900001 A|+62812345678\n?versi-lama x1\n" },
		/* none has these: the newest that has all of them */
		{ "NIK,NO_CIF\n3204010101900001,A\n",
		  "v2\n2 3204010101900001 A|||\nNO_HP?kolom-kurang x1\n"
		  "TGL?kolom-kurang x1\nPRODUK?kolom-kurang x1\n" },
		{ "NIK,NO_CIF,TGL\n3204010101900001,A,\n1,A,\n",
		  "v2\n2 3204010101900001 A|||\n3! NIK=nik-panjang(*)\n"
		  "NO_HP?kolom-kurang x1\nPRODUK?kolom-kurang x1\n" },
		/* with no row that is taken nothing is lost */
		{ "NIK,NO_CIF,TGL\n1,A,\n", "v2\n2! NIK=nik-panjang(*)\n" },
		/* of a report; columns without name */
		{ "NIK,NO_CIF,NO_HP,BARIS,GALAT\n3204010101900001,A,,7,x\n",
		  "v1\n2 3204010101900001 A|\n?versi-lama x1\n" },
		{ "NIK,NO_CIF,NO_HP,,\n3204010101900001,A,,,\n",
		  "v1\n2 3204010101900001 A|\n?versi-lama x1\n" },
		/* the heading is the first row that is not empty */
		{ "\n,,\nNIK,NO_CIF,NO_HP\n3204010101900001,A,\n",
		  "v1\n4 3204010101900001 A|\n?versi-lama x1\n" },
		{ "NO_CIF,NO_HP\nA,\n",
		  "nik-tiada \nNIK, NO_CIF, NO_HP, TGL, PRODUK" },
		/* data without heading: nothing of it is told */
		{ ROW, "nik-tiada \nNIK, NO_CIF, NO_HP, TGL, PRODUK" },
		{ "NIK,NO_HP,TGL\n",
		  "kolom-kurang NO_CIF\nNIK, NO_CIF, NO_HP, TGL, PRODUK" },
		{ "NIK,NO_CIF,No Cif,NIK,nik\n",
		  "kolom-ganda NO_CIF, NIK\nNIK, NO_CIF, NO_HP, TGL, PRODUK" },
		{ "NIK,NO CIFF,Umur,\xc3\xa9\n",
		  "kolom-asing NO CIFF, Umur, \xc3\xa9\n"
		  "NIK, NO_CIF, NO_HP, TGL, PRODUK\nNO_CIF" },
		{ "NIK,NO_CIF,Umur\n",
		  "kolom-asing Umur\nNIK, NO_CIF, NO_HP, TGL, PRODUK\n" },
		{ "NIK,NO_CIF\n", "kosong " },
		{ "NIK,NO_CIF\n\n,\n", "kosong " },
		{ "", "kosong " },
		{ "\n\n", "kosong " },
		{ "\xff\xfeN\nI", "utf16 " },
		{ "NIK,\xff\n", "rusak 1" },
		{ "NIK,\"NO_CIF\n", "rusak 1" },
		{ "%PDF-1.7\n", "jenis " },
		{ "\x89PNG\r\n\x1a\n", "jenis " },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		struct catatan c = { .a = *state };
		struct balikan_berkas_galat galat;

		if (read_bytes(&c, t[i].text, strlen(t[i].text), &galat) !=
		    OK) {
			c.teks.n = 0;
			buf_printf(&c.teks, "%s %s", galat.kode,
				   galat.rinci == NULL ? "" : galat.rinci);
		}
		assert_string_equal(c.teks.p, t[i].want);
	}
}

static void no_parameters(void **state)
{
	static const struct balikan_aturan none = { NULL, 0 };
	struct catatan c = { .a = *state };
	struct balikan_berkas_galat galat;
	FILE *f = file_of("NIK\n", 4);

	assert_int_equal(
	    balikan_berkas_baca(*state, fileno(f), &none, &calls, &c, &galat),
	    ERR_INPUT);
	assert_string_equal(galat.kode, "tanpa-parameter");
	fclose(f);
}

/* A name that goes on and on is cut, and a thousand of them. */
static void long_headings(void **state)
{
	struct buf b = { .a = *state };
	struct catatan c = { .a = *state };
	struct balikan_berkas_galat galat;

	buf_text(&b, "NIK");
	for (unsigned i = 0; i < 1000; i++)
		buf_printf(&b,
			   ",%u\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
			   "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
			   "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
			   "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
			   "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
			   "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9",
			   i);
	assert_int_equal(read_bytes(&c, b.p, b.n, &galat), ERR_INPUT);
	assert_string_equal(galat.kode, "kolom-asing");
	assert_in_range(text_length(galat.rinci), 300, 1000);
	assert_true(text_ok(galat.rinci, strlen(galat.rinci)));
}

/* ---- rows ----------------------------------------------------------------- */

static const char every_fault[] =
    "NIK,NO_CIF,NO_HP,TGL,PRODUK\r\n"
    "3204010101900001,A,0812345678,31-01-2020,giro\r\n" /* 2 */
    ",A,,,\r\n"                                         /* 3 */
    "320401010190001,A,,,\r\n"                          /* 4 */
    "3204010101900O01,A,,,\r\n"                         /* 5 */
    "3204 0101 0190 0001,A,,,\r\n"                      /* 6 */
    "3.20401E+15,A,,,\r\n"                              /* 7 */
    "3204010101900001.0,A,,,\r\n"                       /* 8 */
    "9904010101900001,A,,,\r\n"                         /* 9 */
    "3204013201900001,A,,,\r\n"                         /* 10 */
    "3204010113900001,A,,,\r\n"                         /* 11 */
    "3204010101900000,A,,,\r\n"                         /* 12 */
    "3204010101900001,,x,32-01-2020,KREDIT\r\n"         /* 13 */
    "3204010101900001,1234567890123,,,\r\n"             /* 14 */
    "3204010101900001,\"a\nb\",,,\r\n"                  /* 15 */
    "3204010101900001,A,,,,lebih\r\n"                   /* 16 */
    "3204010101900001,\xff,,,\r\n"                      /* 17 */
    "3204010101900001,\"A\"B,,,\r\n"                    /* 18 */
    "\r\n"                                              /* 19 */
    ",,,,,,,\r\n"                                       /* 20 */
    "'3204010101900001,A\r\n"                           /* 21 */
    "3204990101900001,A\r\n"                            /* 22 */
    "3298010101900001,A\r\n"                            /* 23 */
    "3204010101900001,1.2E+15\r\n"                      /* 24 */
    "3204010101900001,\"A";                             /* 25 */

static const char every_answer[] =
    "v2\n"
    "2 3204010101900001 A|+62812345678|2020-01-31|GIRO\n"
    "3! NIK=kosong()\n"
    "4! NIK=nik-potong(3204*********01)\n"
    "5! NIK=nik-angka(3204*********O01)\n"
    "6! NIK=nik-pemisah(3204 **** **** **01)\n"
    "7! NIK=nik-ilmiah(3.*****E+**)\n"
    "8! NIK=nik-bulat(3204***********1.0)\n"
    "9! NIK=nik-provinsi(9904**********01)\n"
    "10! NIK=nik-tanggal(3204**********01)\n"
    "11! NIK=nik-bulan(3204**********01)\n"
    "12! NIK=nik-nol(3204**********00)\n"
    "13! NO_CIF=wajib() NO_HP=telepon(x) TGL=tanggal(32-01-2020)"
    " PRODUK=pilihan(KREDIT)\n"
    "14! NO_CIF=terlalu-panjang(1234567890123)\n"
    "15! NO_CIF=ganti-baris(a\nb)\n"
    "16! =sel-lebih(lebih)\n"
    "17! =karakter()\n"
    "18! =kutip()\n"
    "21 3204010101900001 A|||\n"
    "22 3204990101900001 A|||\n"
    "23 3298010101900001 A|||\n"
    "24! NO_CIF=ilmiah(1.2E+15)\n"
    "25! =kutip()\n"
    "NIK?kabupaten x1 23\n"
    "NIK?kecamatan x1 22\n";

static void every_fault_of_a_row(void **state)
{
	text_gives(*state, every_fault, every_answer);
}

/* ---- the same without a child: any division ------------------------------- */

static enum err at_once(void *ctx, const char *p, size_t n)
{
	/* As the pipe would: a copy, without what stood behind it. */
	char *copy = test_malloc(n);
	enum err e;

	memcpy(copy, p, n);
	e = balikan_penerima_pesan(ctx, copy, n);
	test_free(copy);
	return e;
}

static void any_division(void **state)
{
	static const size_t piece[] = { 1, 2, 3, 7, 8, 9, 64, 100, 1000 };
	size_t n = sizeof(every_fault) - 1;

	for (size_t i = 0; i < sizeof(piece) / sizeof(*piece); i++) {
		struct catatan c = { .a = *state, .teks = { .a = *state } };
		struct balikan_berkas_galat galat = { 0 };
		struct balikan_penerima r = {
			.a = *state,
			.aturan = &aturan,
			.calls = &calls,
			.ctx = &c,
			.galat = &galat,
			.bytes = (int64_t)n,
			.bytes_asli = (int64_t)n,
		};
		struct balikan_kurir kurir;
		struct balikan_bacaan b = { .a = *state,
					    .aturan = &aturan,
					    .kurir = &kurir };
		struct csv *csv = csv_new(*state, &balikan_batas, '\0',
					  balikan_baris_periksa, &b);

		balikan_penerima_mulai(&r);
		balikan_kurir_mulai(&kurir, *state, at_once, &r);
		for (size_t at = 0; at < n; at += piece[i]) {
			size_t now = n - at < piece[i] ? n - at : piece[i];
			char *copy = test_malloc(now);

			memcpy(copy, every_fault + at, now);
			assert_int_equal(csv_feed(csv, copy, now), OK);
			test_free(copy);
		}
		assert_int_equal(csv_end(csv), OK);
		assert_int_equal(balikan_baris_selesai(&b), OK);
		assert_int_equal(balikan_kurir_maju(&kurir, 1, b.baris), OK);
		assert_string_equal(c.teks.p, every_answer);
	}
}

/* ---- gzip ----------------------------------------------------------------- */

static void packed(void **state)
{
	struct buf one = gzip_of(*state, every_fault, sizeof(every_fault) - 1);
	struct buf a = gzip_of(*state, every_fault, 100), two = { .a = *state },
		   b = gzip_of(*state, every_fault + 100,
			       sizeof(every_fault) - 101);
	struct catatan c = { .a = *state };
	struct balikan_berkas_galat galat;

	assert_int_equal(read_bytes(&c, one.p, one.n, &galat), OK);
	assert_string_equal(c.teks.p, every_answer);
	/* members one behind the other, and zeros that fill a block */
	buf_bytes(&two, a.p, a.n);
	buf_bytes(&two, b.p, b.n);
	buf_bytes(&two, "\0\0\0\0", 4);
	assert_int_equal(read_bytes(&c, two.p, two.n, &galat), OK);
	assert_string_equal(c.teks.p, every_answer);
	buf_bytes(&two, "x", 1);
	assert_int_equal(read_bytes(&c, two.p, two.n, &galat), ERR_INPUT);
	assert_string_equal(galat.kode, "rusak");
	/* cut off anywhere; a byte of its sum changed */
	for (size_t n = 3; n < one.n; n += 1 + n / 9) {
		assert_int_equal(read_bytes(&c, one.p, n, &galat), ERR_INPUT);
		assert_string_equal(galat.kode, "rusak");
	}
	one.p[one.n - 5] ^= 1;
	assert_int_equal(read_bytes(&c, one.p, one.n, &galat), ERR_INPUT);
	assert_string_equal(galat.kode, "rusak");
	/* something else packed */
	one = gzip_of(*state, "%PDF-1.7\n", 9);
	assert_int_equal(read_bytes(&c, one.p, one.n, &galat), ERR_INPUT);
	assert_string_equal(galat.kode, "jenis");
	one = gzip_of(*state, one.p, one.n);
	assert_int_equal(read_bytes(&c, one.p, one.n, &galat), ERR_INPUT);
	assert_string_equal(galat.kode, "jenis");
}

static void bomb_is_refused(void **state)
{
	size_t n = 40u << 20;
	char *rows = test_malloc(n);
	struct catatan c = { .a = *state };
	struct balikan_berkas_galat galat;
	struct buf packed_rows;

	memset(rows, 'x', n);
	memcpy(rows, "NIK,NO_CIF\n", 11);
	packed_rows = gzip_of(*state, rows, n);
	test_free(rows);
	assert_int_equal(read_bytes(&c, packed_rows.p, packed_rows.n, &galat),
			 ERR_INPUT);
	assert_string_equal(galat.kode, "berat");
}

/* ---- XLSX ----------------------------------------------------------------- */

/* Rows of text as a workbook; a cell "#1.5" is a number, "@44000" a date. */
static struct buf workbook_of(struct arena *a, const char *const *cell,
			      uint32_t rows, lxw_col_t columns)
{
	char path[] = "/tmp/uji-balikan-XXXXXX";
	int fd = mkstemp(path);
	lxw_workbook *book = workbook_new(path);
	lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
	lxw_format *date = workbook_add_format(book);
	struct buf b = { .a = a };
	char chunk[4096];
	ssize_t n;

	format_set_num_format(date, "yyyy-mm-dd");
	for (uint32_t r = 0; r < rows; r++) {
		for (lxw_col_t i = 0; i < columns; i++) {
			const char *s = cell[r * columns + i];

			if (s == NULL)
				continue;
			if (*s == '#' || *s == '@')
				worksheet_write_number(sheet, r, i,
						       strtod(s + 1, NULL),
						       *s == '@' ? date : NULL);
			else
				worksheet_write_string(sheet, r, i, s, NULL);
		}
	}
	assert_int_equal(workbook_close(book), LXW_NO_ERROR);
	while ((n = read(fd, chunk, sizeof(chunk))) > 0)
		buf_bytes(&b, chunk, (size_t)n);
	close(fd);
	/* libxlsxwriter has put a new file at the path. */
	if (b.n == 0) {
		FILE *f = fopen(path, "rb");
		size_t got;

		assert_non_null(f);
		while ((got = fread(chunk, 1, sizeof(chunk), f)) > 0)
			buf_bytes(&b, chunk, got);
		fclose(f);
	}
	unlink(path);
	return b;
}

static void workbooks(void **state)
{
	static const char *const cell[] = {
		"NIK",
		"NO_CIF",
		"NO_HP",
		"TGL",
		"3204010101900001",
		"A",
		"0812345678",
		"@43861",
		/* what a spreadsheet does to a NIK */
		"#3204010101900001",
		"B",
		NULL,
		NULL,
		"#320401010190000",
		"B",
		NULL,
		NULL,
		"3,20401E+15",
		"B",
		NULL,
		NULL,
		"'3204010101900002",
		"#12",
		"#8123456789",
		"31/12/1999",
		NULL,
		NULL,
		NULL,
		NULL,
		"3204010101900003",
		"#1234567890123456",
		NULL,
		NULL,
		NULL,
		"C",
		NULL,
		NULL,
	};
	static const char want[] =
	    "v2\n"
	    "2 3204010101900001 A|+62812345678|2020-01-31|\n"
	    "3! NIK=nik-bulat(3204**********01)\n"
	    "4! NIK=nik-potong(3204*********00)\n"
	    "5! NIK=nik-ilmiah(3,*****E+**)\n"
	    "6 3204010101900002 12|+628123456789|1999-12-31|\n"
	    "8! NO_CIF=bulat(1234567890123456)\n"
	    "9! NIK=kosong()\n"
	    "PRODUK?kolom-kurang x2\n";
	struct buf book = workbook_of(*state, cell, 9, 4), twice;
	struct catatan c = { .a = *state };
	struct balikan_berkas_galat galat;

	assert_int_equal(read_bytes(&c, book.p, book.n, &galat), OK);
	assert_string_equal(c.teks.p, want);
	/* packed once more */
	twice = gzip_of(*state, book.p, book.n);
	assert_int_equal(read_bytes(&c, twice.p, twice.n, &galat), OK);
	assert_string_equal(c.teks.p, want);
	/* cut off */
	assert_int_equal(read_bytes(&c, book.p, book.n - 30, &galat),
			 ERR_INPUT);
	assert_string_equal(galat.kode, "rusak");
	twice = gzip_of(*state, book.p, book.n - 30);
	assert_int_equal(read_bytes(&c, twice.p, twice.n, &galat), ERR_INPUT);
	assert_string_equal(galat.kode, "rusak");
	assert_int_equal(read_bytes(&c, "PK\3\4 no archive", 15, &galat),
			 ERR_INPUT);
	assert_string_equal(galat.kode, "rusak");
}

/* Shared strings that do not fit into memory are kept in a file. */
static void many_shared_strings(void **state)
{
	enum { ROWS = 60000 };
	const char **cell = test_malloc((ROWS + 1) * 2 * sizeof(*cell));
	char(*text)[2][40] = test_malloc((ROWS + 1) * sizeof(*text));
	struct catatan c = { .a = *state };
	struct balikan_berkas_galat galat;
	struct buf book, want = { .a = *state };

	cell[0] = "NIK";
	cell[1] = "NO_CIF";
	buf_text(&want, "v2\n");
	for (unsigned r = 1; r <= ROWS; r++) {
		/* Every third text was there before, far away. */
		unsigned cif = r % 3 == 0 ? r * 7919u % ROWS : r;

		snprintf(text[r][0], 40, "3204010101%02u%04u", r / 9000 % 100,
			 1 + r % 9000);
		snprintf(text[r][1], 40, "C%06u-----", cif);
		cell[2 * r] = text[r][0];
		cell[2 * r + 1] = text[r][1];
		buf_printf(&want, "%u %s %s|||\n", r + 1, text[r][0],
			   text[r][1]);
	}
	buf_printf(&want,
		   "NO_HP?kolom-kurang x%d\nTGL?kolom-kurang x%d\n"
		   "PRODUK?kolom-kurang x%d\n",
		   ROWS, ROWS, ROWS);
	book = workbook_of(*state, cell, ROWS + 1, 2);
	assert_int_equal(read_bytes(&c, book.p, book.n, &galat), OK);
	assert_int_equal(c.teks.n, want.n);
	assert_memory_equal(c.teks.p, want.p, want.n);
	test_free(text);
	test_free(cell);
}

/* ---- the report ----------------------------------------------------------- */

static void report_comes_back(void **state)
{
	static const char file[] =
	    "NIK;NO_CIF;NO_HP;TGL;PRODUK\n"
	    "320401010190001;=A;0812;2020-01-31;GIRO\n"
	    "3204010101900002;B;;;\n"
	    "3204010101900003;C;081234567890;32-01-2020;KREDIT;\"lebih;\"\n"
	    "3204 0101 0190 0004;\"D\";021555123456;;\n";
	static const char report[] =
	    "\xef\xbb\xbfNIK,NO_CIF,NO_HP,TGL,PRODUK,BARIS,GALAT\r\n"
	    "'320401010190001,'=A,'0812,2020-01-31,GIRO,2,\"NIK: NIK hanya 15"
	    " angka; angka terakhirnya hilang. Biasanya karena NIK pernah"
	    " menjadi bilangan, misalnya di Excel. Jadikan kolom NIK teks, lalu"
	    " isi ulang dari sumbernya; jangan menambahkan 0. NO_HP: Nilai"
	    " bukan nomor telepon. Tulis sebagai 08… atau +62…, tanpa"
	    " huruf.\"\r\n"
	    "'3204010101900003,C,'081234567890,32-01-2020,KREDIT,4,\"TGL: Nilai"
	    " bukan tanggal yang ada pada kalender. Tulis sebagai TTTT-BB-HH,"
	    " misalnya 1990-12-31. PRODUK: Nilai tidak ada dalam daftar pilihan"
	    " parameter. Baris berisi lebih banyak sel daripada kepala tabel."
	    " Nilai yang berisi koma atau titik koma harus di antara tanda"
	    " kutip.\",\"lebih;\"\r\n"
	    "3204 0101 0190 0004,D,'021555123456,,,5,\"NIK: NIK berisi spasi,"
	    " titik, atau tanda hubung di antara angkanya. Tulis 16 angka tanpa"
	    " pemisah.\"\r\n";
	/* mended, as a spreadsheet with that language saves it */
	static const char mended[] =
	    "NIK;NO_CIF;NO_HP;TGL;PRODUK;BARIS;GALAT\r\n"
	    "'3204010101900011;'=A;'08123456789;2020-01-31;GIRO;2;NIK tidak\r\n"
	    "'3204010101900003;C;'081234567890;31-01-2020;giro;4;\"x;\"\r\n";
	struct catatan c = { .a = *state };
	struct balikan_berkas_galat galat;
	const char *sha256;
	struct blob bytes;

	assert_int_equal(read_bytes(&c, file, sizeof(file) - 1, &galat), OK);
	assert_int_equal(balikan_laporan_selesai(c.laporan, &sha256), OK);
	assert_int_equal(store_read(*state, sha256, 1 << 20, &bytes), OK);
	assert_string_equal(
	    arena_strndup(*state, (const char *)bytes.p, bytes.n), report);
	assert_memory_equal(bytes.p, report, bytes.n);
	/* As it is, it has the same faults. */
	assert_int_equal(read_bytes(&c, report, sizeof(report) - 1, &galat),
			 OK);
	assert_string_equal(
	    c.teks.p,
	    "v2\n"
	    "2! NIK=nik-potong('3204*********01) NO_HP=telepon('0812)\n"
	    "3! TGL=tanggal(32-01-2020) PRODUK=pilihan(KREDIT)"
	    " =sel-lebih(lebih;)\n"
	    "4! NIK=nik-pemisah(3204 **** **** **04)\n");
	assert_int_equal(balikan_laporan_selesai(c.laporan, &sha256), OK);
	assert_int_equal(store_read(*state, sha256, 1 << 20, &bytes), OK);
	assert_memory_equal(bytes.p, report, 40);
	text_gives(*state, mended,
		   "v2\n"
		   "2 3204010101900011 =A|+628123456789|2020-01-31|GIRO\n"
		   "3 3204010101900003 C|+6281234567890|2020-01-31|GIRO\n");
	/* Nothing refused: no report. */
	assert_int_equal(
	    read_bytes(&c, "NIK,NO_CIF\n3204010101900001,A\n", 30, &galat), OK);
	assert_int_equal(balikan_laporan_selesai(c.laporan, &sha256), OK);
	assert_null(sha256);
}

/* The report that was written, as a text. */
static const char *report_of(struct catatan *c)
{
	const char *sha256;
	struct blob bytes;

	assert_int_equal(balikan_laporan_selesai(c->laporan, &sha256), OK);
	assert_int_equal(store_read(c->a, sha256, 1 << 20, &bytes), OK);
	return arena_strndup(c->a, (const char *)bytes.p, bytes.n);
}

/* What a spreadsheet has spoilt is not good because we wrote it down: sent
   back as it is, in whatever column, it is refused for the same reasons, and
   so is the report of that. */
static void spoilt_numbers_stay_spoilt(void **state)
{
	static const char *const cell[] = {
		"NIK",
		"NO_CIF",
		"NO_HP",
		"TGL",
		"PRODUK",
		NULL,
		"#3204010101900010",
		"A",
		NULL,
		NULL,
		NULL,
		NULL,
		"3204010101900002",
		"#1234567890123450",
		"#1234567890123450",
		"#1234567890123450",
		"#1234567890123450",
		NULL,
		"#3204010101900010",
		"#123456789012345000",
		NULL,
		NULL,
		NULL,
		"#1234567890123450",
	};
	static const char answer[] =
	    "v2\n"
	    "2! NIK=nik-bulat()\n"
	    "3! NO_CIF=bulat() NO_HP=bulat() TGL=bulat() PRODUK=bulat()\n"
	    "4! NIK=nik-bulat() NO_CIF=bulat() =sel-lebih()\n";
	struct buf book = workbook_of(*state, cell, 4, 6);
	struct catatan c = { .a = *state };
	struct balikan_berkas_galat galat;
	const char *report = NULL;

	assert_int_equal(read_bytes(&c, book.p, book.n, &galat), OK);
	for (int again = 0; again < 3; again++) {
		struct buf told = { .a = *state };
		bool value = false;

		/* without the values */
		for (const char *p = c.teks.p; *p != '\0'; p++) {
			value = value && *p != ')';
			if (!value)
				buf_char(&told, *p);
			value |= *p == '(';
		}
		assert_string_equal(told.p, answer);
		report = report_of(&c);
		assert_non_null(strstr(report, "\n3204010101900010E+0,A,"));
		assert_null(strstr(report, "'1234567890123450"));
		assert_int_equal(read_bytes(&c, report, strlen(report), &galat),
				 OK);
	}
}

/* ---- the rest ------------------------------------------------------------- */

static void error_of_a_call_ends_it(void **state)
{
	struct catatan c = { .a = *state, .tolak = ERR_CONFLICT };
	struct balikan_berkas_galat galat;

	assert_int_equal(
	    read_bytes(&c, every_fault, sizeof(every_fault) - 1, &galat),
	    ERR_CONFLICT);
	assert_null(galat.kode);
}

/* A file of so many NIKs that end with 1, with 0, and with 0000; what is said
   of the second kind. */
static const char *zeros(struct arena *a, unsigned satu, unsigned nol,
			 unsigned nol_semua)
{
	struct buf b = { .a = a };
	struct catatan c = { .a = a };
	struct balikan_berkas_galat galat;
	const char *w;

	buf_text(&b, "NIK,NO_CIF,NO_HP,TGL,PRODUK\n");
	for (unsigned i = 0; i < nol_semua; i++)
		buf_text(&b, "3204010101900000,A\n");
	for (unsigned i = 1; i <= nol; i++)
		buf_printf(&b, "320401010190%03u0,A\n", i);
	for (unsigned i = 1; i <= satu; i++)
		buf_printf(&b, "320401010190%03u1,A\n", i);
	assert_int_equal(read_bytes(&c, b.p, b.n, &galat), OK);
	w = strstr(c.teks.p, "NIK?bulat");
	return w == NULL ? "" : w;
}

static void many_end_with_zero(void **state)
{
	/* all of them: a few may be an accident */
	assert_string_equal(zeros(*state, 0, 4, 0), "");
	assert_string_equal(zeros(*state, 0, 5, 0), "NIK?bulat x5 2 3 4 5 6\n");
	assert_string_equal(zeros(*state, 0, 20, 0),
			    "NIK?bulat x20 2 3 4 5 6 7 8 9 10 11\n");
	/* a part of them: about a tenth is usual */
	assert_string_equal(zeros(*state, 5, 5, 0), "");
	assert_string_equal(zeros(*state, 4, 6, 0),
			    "NIK?bulat x6 2 3 4 5 6 7\n");
	assert_string_equal(zeros(*state, 85, 15, 0), "");
	assert_string_equal(zeros(*state, 700, 100, 0), "");
	assert_string_equal(zeros(*state, 600, 200, 0),
			    "NIK?bulat x200 2 3 4 5 6 7 8 9 10 11\n");
	/* serial numbers that were rounded to 0000 tell of it, too */
	assert_string_equal(zeros(*state, 0, 1, 2), "NIK?bulat x1 4\n");
	assert_string_equal(zeros(*state, 0, 2, 30), "NIK?bulat x2 32 33\n");
	assert_string_equal(zeros(*state, 40, 3, 1), "");
	/* none that was taken */
	assert_string_equal(zeros(*state, 0, 0, 30), "");
}

/* Messages that no child of ours sends: refused, never believed. */
static void hostile_messages(void **state)
{
	static const char *const head = "H\0\0\0\0\1\0\0\0\1\0\0\0\6\0\0\0NIK";
	struct balikan_penerima kept = { .a = *state };
	struct arena *a = arena_new();
	uint32_t dice = 3;

	assert_non_null(a);
	balikan_penerima_mulai(&kept);
	for (unsigned k = 0; k < 200000; k++) {
		struct catatan c = { .a = a, .teks = { .a = a } };
		struct balikan_berkas_galat galat = { 0 };
		struct balikan_penerima r = {
			.a = a,
			.aturan = &aturan,
			.calls = &calls,
			.ctx = &c,
			.galat = &galat,
			.bytes = 100,
			.bytes_asli = 100,
		};
		char message[64] = "BHPWGU?";
		size_t n;

		/* Room for a row is made once. */
		r.sel = kept.sel;
		r.salah = kept.salah;
		r.nilai = kept.nilai;
		assert_int_equal(balikan_penerima_pesan(&r, head, 21), OK);
		dice = dice * 1664525u + 1013904223u;
		n = 1 + (dice >> 8) % 40;
		message[0] = message[dice >> 29 & 7];
		for (size_t i = 1; i < n; i++) {
			dice = dice * 1664525u + 1013904223u;
			message[i] =
			    (char)(dice >> 24 & (dice & 0x300 ? 3 : 255));
		}
		if (balikan_penerima_pesan(&r, message, n) == OK)
			assert_true(*message != 'U' && *message != 'H');
		arena_reset(a);
	}
	arena_free(a);
}

static int start(void **state)
{
	static const char *const kode[] = { "32", "3204", "320401" };
	char path[100], text[100];

	(void)state;
	for (size_t i = 0; i < 3; i++)
		balikan_wilayah_tambah(kode[i]);
	if (!folder_buat("uji-balikan"))
		return 1;
	snprintf(text, sizeof(text), "simpanan = %s\n", folder);
	if (!folder_tulis("conf", text))
		return 1;
	snprintf(path, sizeof(path), "%s/conf", folder);
	setenv("SIFILMA_KONFIG", path, 1);
	return !config_load() || !crypto_start();
}

static int stop(void **state)
{
	(void)state;
	return !folder_hapus();
}

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

#define UJI(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		UJI(headings),
		UJI(no_parameters),
		UJI(long_headings),
		UJI(every_fault_of_a_row),
		UJI(any_division),
		UJI(packed),
		UJI(bomb_is_refused),
		UJI(workbooks),
		UJI(many_shared_strings),
		UJI(report_comes_back),
		UJI(spoilt_numbers_stay_spoilt),
		UJI(error_of_a_call_ends_it),
		UJI(many_end_with_zero),
		UJI(hostile_messages),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
