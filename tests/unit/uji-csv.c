/*
 * uji-csv.c - lib/csv: rules one by one, faults with their row, and random
 * tables that come back the same however the file is divided.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lib/csv.h"

static const struct tabel_batas strict = {
	.kolom = 8, .sel_bytes = 60, .baris_bytes = 200, .baris = 50
};
static const struct tabel_batas soft = { .kolom = 8,
					 .sel_bytes = 60,
					 .baris_bytes = 200,
					 .baris = 50,
					 .lunak = true };
static const struct tabel_batas *limits = &strict;

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

/* "nomor/fisik:cell|cell|\n" for each row. */
static enum err show(void *ctx, const struct baris *b)
{
	if (b->salah != TABEL_BAIK)
		buf_printf(ctx, "(%s)", tabel_kode_nama(b->salah));
	buf_printf(ctx, "%zu/%zu:", b->nomor, b->fisik);
	for (size_t i = 0; i < b->n; i++) {
		assert_int_equal(b->sel[i].p[b->sel[i].n], '\0');
		assert_false(b->sel[i].angka);
		buf_bytes(ctx, b->sel[i].p, b->sel[i].n);
		buf_char(ctx, '|');
	}
	buf_char(ctx, '\n');
	return OK;
}

static enum err run(struct arena *a, const char *p, size_t n, char pisah,
		    size_t first, size_t piece, struct buf *out,
		    struct tabel_galat *galat)
{
	struct csv *c;
	enum err e = OK;

	*out = (struct buf){ .a = a };
	buf_text(out, "");
	c = csv_new(a, limits, pisah, show, out);
	for (size_t at = 0; at < n && e == OK;) {
		size_t now = at == 0 ? first : piece;
		char *copy;

		if (now > n - at)
			now = n - at;
		copy = test_malloc(now + 1);
		memcpy(copy, p + at, now);
		e = csv_feed(c, copy, now);
		test_free(copy);
		at += now;
	}
	if (e == OK)
		e = csv_end(c);
	else
		assert_int_equal(csv_feed(c, "x", 1), e);
	assert_int_equal(csv_end(c), e == OK ? csv_end(c) : e);
	*galat = csv_galat(c);
	return e;
}

/* Read text in one piece, byte by byte and cut in two anywhere. */
static enum err all_ways(struct arena *a, const char *p, size_t n, char pisah,
			 struct buf *out, struct tabel_galat *galat)
{
	enum err e = run(a, p, n, pisah, n, 1, out, galat);

	for (size_t first = 1; first <= n; first++) {
		struct tabel_galat other;
		struct buf again;

		assert_int_equal(run(a, p, n, pisah, first, first == 1 ? 1 : n,
				     &again, &other),
				 e);
		assert_int_equal(again.n, out->n);
		assert_memory_equal(again.p, out->p, out->n);
		assert_int_equal(other.kode, galat->kode);
		assert_int_equal(other.nomor, galat->nomor);
	}
	return e;
}

static void rules(void **state)
{
	static const struct {
		const char *text;
		const char *rows;
	} t[] = {
		{ "", "" },
		{ "\xef\xbb\xbf", "" },
		{ "\n\r\n\r", "" },
		{ "a", "1/1:a|\n" },
		{ "a,b\r\nc,d\r\n", "1/1:a|b|\n2/2:c|d|\n" },
		{ "a;b\nc,x;d", "1/1:a|b|\n2/2:c,x|d|\n" },
		{ "a,b\rc;x,d\r", "1/1:a|b|\n2/2:c;x|d|\n" },
		{ "a,b;c\n1,2;3\n", "1/1:a|b;c|\n2/2:1|2;3|\n" },
		{ "\"a,a,a\";b\nc;d\n", "1/1:a,a,a|b|\n2/2:c|d|\n" },
		{ "\xef\xbb\xbf\"a;;\",b\n", "1/1:a;;|b|\n" },
		{ "\xef\xbb\xbfnik;nama\n", "1/1:nik|nama|\n" },
		{ "\n\na;b\n\n1;2\n", "3/3:a|b|\n5/5:1|2|\n" },
		{ "a,b\n,\n\"\"\n", "1/1:a|b|\n2/2:||\n3/3:|\n" },
		{ "a,b,\n", "1/1:a|b||\n" },
		{ "a,b,", "1/1:a|b||\n" },
		{ "\"a\"\"b\",\"\"\"\"\n", "1/1:a\"b|\"|\n" },
		{ "a\"b,\" c \", d \n", "1/1:a\"b| c | d |\n" },
		/* one record of three lines: rows and lines go apart */
		{ "h,k\n\"x\r\ny\nz\",2\r\n3,4\n",
		  "1/1:h|k|\n2/2:x\r\ny\nz|2|\n3/5:3|4|\n" },
		{ "h\r\"x\r\ry\"\rz", "1/1:h|\n2/2:x\r\ry|\n3/5:z|\n" },
		{ "h,k\n\xc3\xa9,\xf0\x9f\x98\x80\n",
		  "1/1:h|k|\n2/2:\xc3\xa9|\xf0\x9f\x98\x80|\n" },
		{ "a\tb,c\n", "1/1:a\tb|c|\n" },
		{ "a,\"b\"", "1/1:a|b|\n" },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		struct tabel_galat galat;
		struct buf out;

		assert_int_equal(all_ways(*state, t[i].text, strlen(t[i].text),
					  '\0', &out, &galat),
				 OK);
		assert_string_equal(out.p, t[i].rows);
		assert_int_equal(galat.kode, TABEL_BAIK);
	}
}

static void separator_told(void **state)
{
	struct tabel_galat galat;
	struct buf out;

	assert_int_equal(all_ways(*state,
				  "\xef\xbb\xbf"
				  "a,b;c\t\"d\"",
				  12, '\t', &out, &galat),
			 OK);
	assert_string_equal(out.p, "1/1:a,b;c|d|\n");
	assert_int_equal(all_ways(*state, "a,b;c;d", 7, ',', &out, &galat), OK);
	assert_string_equal(out.p, "1/1:a|b;c;d|\n");
}

static void faults_name_the_row(void **state)
{
	static const struct {
		const char *text;
		size_t n;
		enum tabel_kode kode;
		size_t nomor;
	} t[] = {
#define T(text, kode, nomor) { text, sizeof(text) - 1, kode, nomor }
		T("a,b\n\n\"c,d\ne,f\n", TABEL_KUTIP_TERBUKA, 3),
		T("\"", TABEL_KUTIP_TERBUKA, 1),
		T("a\n\"b\"c\n", TABEL_SESUDAH_KUTIP, 2),
		T("a\n\"b\" ,c\n", TABEL_SESUDAH_KUTIP, 2),
		T("a\nb\0\nc", TABEL_NUL, 2),
		T("a\n\"\0\"\n", TABEL_NUL, 2),
		T("a\nb\nc\xff\n", TABEL_KARAKTER, 3),
		T("a\n\"\xc3\"\n", TABEL_KARAKTER, 2),
		/* halves of a character in two cells are not one */
		T("a,b\n\xc3,\xa9\n", TABEL_KARAKTER, 2),
		T("a\n\x01\n", TABEL_KARAKTER, 2),
		T("a\n\xed\xa0\x80", TABEL_KARAKTER, 2),
		T("\xff\xfe"
		  "a\0;\0b\0\n\0",
		  TABEL_UTF16, 1),
		T("\xfe\xff\0a\0;\0b\0\n", TABEL_UTF16, 1),
		T("a\n1,2,3,4,5,6,7,8\n1;2;3;4;5;6;7;8;9,,,,,,,,,\n",
		  TABEL_KOLOM, 3),
		T("a\n12345678901234567890123456789012345678901234567890"
		  "1234567890\n12345678901234567890123456789012345678901234"
		  "56789012345678901\n",
		  TABEL_SEL_PANJANG, 3),
		T("a,b\n"
		  "12345678901234567890123456789012345678901234567890,"
		  "12345678901234567890123456789012345678901234567890,"
		  "12345678901234567890123456789012345678901234567890,"
		  "12345678901234567890123456789012345678901234567890\n",
		  TABEL_BARIS_PANJANG, 2),
		T("a\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"
		  "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nb\n",
		  TABEL_BARIS_BANYAK, 51),
#undef T
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		struct tabel_galat galat;
		struct buf out;

		assert_int_equal(
		    all_ways(*state, t[i].text, t[i].n, '\0', &out, &galat),
		    tabel_err(t[i].kode));
		assert_int_equal(galat.kode, t[i].kode);
		assert_int_equal(galat.nomor, t[i].nomor);
		assert_non_null(tabel_kode_nama(galat.kode));
	}
}

/* A row that is wrong does not end the file. */
static void rows_at_fault_are_told(void **state)
{
#define X60 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
	static const struct {
		const char *text;
		size_t n;
		const char *rows;
	} t[] = {
#define T(text, rows) { text, sizeof(text) - 1, rows }
		T("a,b\n\"c\"d,e\r\nf,g\n",
		  "1/1:a|b|\n(sesudah-kutip)2/2:c|\n3/3:f|g|\n"),
		T("a\n\"b\nc", "1/1:a|\n(kutip-terbuka)2/2:b\nc|\n"),
		T("a\nb\0c,d\ne\n", "1/1:a|\n(nul)2/2:b?c|d|\n3/3:e|\n"),
		T("a\n\xff\xc3\xa9\xc3,d\n\xe2\x82\n",
		  "1/1:a|\n(karakter)2/2:?\xc3\xa9?|d|\n(karakter)3/3:??|\n"),
		T("a\n1,2,3,4,5,6,7,8,9,10\nb\n",
		  "1/1:a|\n(kolom)2/2:1|2|3|4|5|6|7|8|\n3/3:b|\n"),
		T("a\nb," X60 "x,c\r\nd\n",
		  "1/1:a|\n(sel-panjang)2/2:b|" X60 "|\n3/3:d|\n"),
		/* a quote without an end is given up where it is too long */
		T("a\n\"" X60 "\nb\nc\n",
		  "1/1:a|\n(sel-panjang)2/2:" X60 "|\n3/3:b|\n4/4:c|\n"),
		T("a\n" X60 "," X60 "," X60 "," X60 "\nb\n",
		  "1/1:a|\n(baris-panjang)2/2:" X60 "|" X60 "|" X60
		  "|xxxxxxxxxxxxxxxx|\n3/3:b|\n"),
#undef T
	};

	limits = &soft;
	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		struct tabel_galat galat;
		struct buf out;

		assert_int_equal(
		    all_ways(*state, t[i].text, t[i].n, '\0', &out, &galat),
		    OK);
		assert_string_equal(out.p, t[i].rows);
	}
	limits = &strict;
}

static enum err refuse_second(void *ctx, const struct baris *b)
{
	(void)ctx;
	return b->nomor == 2 ? ERR_CONFLICT : OK;
}

static void error_of_the_caller_ends_it(void **state)
{
	struct csv *c = csv_new(*state, &strict, '\0', refuse_second, NULL);

	assert_int_equal(csv_feed(c, "a\nb\nc\n", 6), ERR_CONFLICT);
	assert_int_equal(csv_feed(c, "d\n", 2), ERR_CONFLICT);
	assert_int_equal(csv_end(c), ERR_CONFLICT);
	assert_int_equal(csv_galat(c).kode, TABEL_BAIK);
}

static void writer(void **state)
{
	struct buf b = { .a = *state };

	csv_begin(&b);
	csv_cell(&b, "a");
	csv_cell(&b, "");
	csv_cell(&b, "b\"c");
	csv_end_row(&b);
	csv_cell(&b, "");
	csv_cell(&b, "x,y");
	csv_cell(&b, " z");
	csv_end_row(&b);
	csv_cell(&b, "=1+1");
	csv_cell(&b, "+62");
	csv_cell(&b, "-1");
	csv_cell(&b, "@a,b");
	csv_cell(&b, "\ta");
	csv_cell(&b, "\ra");
	csv_cell(&b, "a=1");
	csv_cell(&b, "'=1");
	csv_end_row(&b);
	assert_string_equal(b.p, "\xef\xbb\xbf"
				 "a,,\"b\"\"c\"\r\n"
				 "\"\",\"x,y\",\" z\"\r\n"
				 "'=1+1,'+62,'-1,\"'@a,b\",\"'\ta\",\"'\ra\","
				 "a=1,'=1\r\n");
}

static uint32_t dice_state;

static uint32_t dice(uint32_t sides)
{
	dice_state ^= dice_state << 13;
	dice_state ^= dice_state >> 17;
	dice_state ^= dice_state << 5;
	return dice_state % sides;
}

struct table {
	size_t rows, columns;
	char cell[12][6][40];
	size_t seen;
};

static void random_text(char *out)
{
	static const char *const piece[] = { "a",
					     "B",
					     "0",
					     " ",
					     ",",
					     ";",
					     "\"",
					     "\"\"",
					     "\r",
					     "\n",
					     "\r\n",
					     "\t",
					     "'",
					     "=",
					     "-",
					     "@",
					     "+",
					     "\xc3\xa9",
					     "\xe2\x80\xa2",
					     "\xef\xbb\xbf",
					     "\xf0\x9f\x98\x80" };
	size_t n = 0;

	for (uint32_t k = dice(6); k > 0; k--)
		n += (size_t)snprintf(out + n, 40 - n, "%s", piece[dice(21)]);
	out[n] = '\0';
}

static enum err compare(void *ctx, const struct baris *b)
{
	struct table *t = ctx;

	assert_int_equal(b->nomor, t->seen + 1);
	assert_int_equal(b->n, t->columns);
	for (size_t i = 0; i < b->n; i++) {
		const char *want = t->cell[t->seen][i];

		if (*want != '\0' && strchr("=+-@\t\r", *want) != NULL) {
			assert_int_equal(*b->sel[i].p, '\'');
			assert_string_equal(b->sel[i].p + 1, want);
			assert_int_equal(b->sel[i].n, strlen(want) + 1);
		} else {
			assert_string_equal(b->sel[i].p, want);
			assert_int_equal(b->sel[i].n, strlen(want));
		}
	}
	t->seen++;
	return OK;
}

/* What is written comes back the same, for any division of the file. */
static void random_tables_come_back(void **state)
{
	static struct table t;

	for (uint32_t round = 1; round <= 3000; round++) {
		struct buf b = { .a = *state };
		struct csv *c;
		size_t at = 0;

		dice_state = round * 2654435761u;
		t.rows = 1 + dice(12);
		t.columns = 1 + dice(6);
		t.seen = 0;
		if (dice(2))
			csv_begin(&b);
		for (size_t r = 0; r < t.rows; r++) {
			for (size_t k = 0; k < t.columns; k++) {
				random_text(t.cell[r][k]);
				csv_cell(&b, t.cell[r][k]);
			}
			csv_end_row(&b);
		}
		c = csv_new(*state,
			    &(struct tabel_batas){ .kolom = 6,
						   .sel_bytes = 64,
						   .baris_bytes = 999,
						   .baris = 12 },
			    ',', compare, &t);
		while (at < b.n) {
			size_t piece = 1 + dice(dice(3) == 0 ? 3 : 60);

			if (piece > b.n - at)
				piece = b.n - at;
			assert_int_equal(csv_feed(c, b.p + at, piece), OK);
			at += piece;
		}
		assert_int_equal(csv_end(c), OK);
		assert_int_equal(t.seen, t.rows);
		arena_reset(*state);
	}
}

static enum err count(void *ctx, const struct baris *b)
{
	*(size_t *)ctx += b->n;
	return OK;
}

/* A million rows take the memory of one. */
static void memory_is_flat(void **state)
{
	static const char rows[] = "3204010101900001;\"Budi;S\";0812\r\n";
	struct tabel_batas large = strict;
	size_t cells = 0, used;
	struct csv *c;
	char *block = test_malloc(1000 * (sizeof(rows) - 1));

	for (size_t i = 0; i < 1000; i++)
		memcpy(block + i * (sizeof(rows) - 1), rows, sizeof(rows) - 1);
	large.baris = 1000000;
	c = csv_new(*state, &large, '\0', count, &cells);
	assert_int_equal(csv_feed(c, block, 1000 * (sizeof(rows) - 1)), OK);
	used = arena_used(*state);
	for (int i = 1; i < 1000; i++)
		assert_int_equal(csv_feed(c, block, 1000 * (sizeof(rows) - 1)),
				 OK);
	assert_int_equal(csv_end(c), OK);
	assert_int_equal(csv_pisah(c), ';');
	assert_int_equal(cells, 3000000);
	assert_int_equal(arena_used(*state), used);
	test_free(block);
}

#define UJI(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		UJI(rules),
		UJI(separator_told),
		UJI(faults_name_the_row),
		UJI(rows_at_fault_are_told),
		UJI(error_of_the_caller_ends_it),
		UJI(writer),
		UJI(random_tables_come_back),
		UJI(memory_is_flat),
	};

	return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
