/*
 * uji-tabel.c - lib/tabel: the same table as CSV and as XLSX gives the same
 * rows, the latter through a child without rights.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <xlsxwriter.h>
#include <zip.h>

#include "lib/csv.h"
#include "lib/tabel.h"
#include "lib/text.h"

static int setup(void **state)
{
	*state = arena_new();
	return *state == NULL;
}

static int teardown(void **state)
{
	arena_free(*state);
	errno = 0;
	return waitpid(-1, NULL, WNOHANG) != -1 || errno != ECHILD;
}

static enum err show(void *ctx, const struct baris *b)
{
	buf_printf(ctx, "%zu:", b->nomor);
	for (size_t i = 0; i < b->n; i++)
		buf_printf(ctx, "%s|", baris_sel(b, i));
	assert_string_equal(baris_sel(b, b->n), "");
	buf_char(ctx, '\n');
	return OK;
}

static FILE *file_of(const char *p, size_t n)
{
	FILE *f = tmpfile();

	assert_non_null(f);
	assert_int_equal(fwrite(p, 1, n, f), n);
	fflush(f);
	return f;
}

static FILE *workbook_of(uint32_t rows, const char *(*cell)(uint32_t, int))
{
	char path[] = "/tmp/uji-tabel-XXXXXX";
	int fd = mkstemp(path);
	lxw_workbook *book = workbook_new(path);
	lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
	FILE *f;

	for (uint32_t r = 0; r < rows; r++)
		for (int c = 0; c < 3; c++)
			worksheet_write_string(sheet, r, (lxw_col_t)c,
					       cell(r, c), NULL);
	assert_int_equal(workbook_close(book), LXW_NO_ERROR);
	close(fd);
	f = fopen(path, "rb");
	assert_non_null(f);
	unlink(path);
	return f;
}

/* Row 3 empty, row 5 of blanks only, text of all kinds. */
static const char *small(uint32_t r, int c)
{
	static const char *const cell[][3] = {
		{ "nik", "nama", "alamat" },
		{ "3204010101900001", "Budi \"B\" & <anak>", "Jl. A\nNo. 2" },
		{ "", "", "" },
		{ "3204010101900002", "", "\xc3\xa9" },
		{ " ", "", "\t" },
		{ "=1+1", "'x", ";,;" },
	};

	return cell[r][c];
}

static void csv_and_xlsx_give_the_same(void **state)
{
	struct buf text = { .a = *state }, a = { .a = *state },
		   b = { .a = *state };
	struct tabel_galat galat;
	FILE *f;

	buf_text(&text, "\xef\xbb\xbf");
	for (uint32_t r = 0; r < 6; r++)
		buf_printf(&text, "\"%s\";\"%s\";\"%s\"\r\n", small(r, 0),
			   r == 1 ? "Budi \"\"B\"\" & <anak>" : small(r, 1),
			   small(r, 2));
	f = file_of(text.p, text.n);
	assert_int_equal(tabel_baca(*state, fileno(f), TABEL_OTOMATIS,
				    &tabel_batas_umum, show, &a, &galat),
			 OK);
	fclose(f);
	f = workbook_of(6, small);
	assert_int_equal(tabel_baca(*state, fileno(f), TABEL_OTOMATIS,
				    &tabel_batas_umum, show, &b, &galat),
			 OK);
	/* again: the offset does not matter */
	assert_int_equal(tabel_baca(*state, fileno(f), TABEL_XLSX,
				    &tabel_batas_umum, show, &b, &galat),
			 OK);
	fclose(f);
	assert_string_equal(a.p, "1:nik|nama|alamat|\n"
				 "2:3204010101900001|Budi \"B\" & <anak>|"
				 "Jl. A\nNo. 2|\n"
				 "4:3204010101900002||\xc3\xa9|\n"
				 "6:=1+1|'x|;,;|\n");
	assert_int_equal(b.n, 2 * a.n);
	assert_memory_equal(a.p, b.p, a.n);
	assert_memory_equal(a.p, b.p + a.n, a.n);
}

static const char *large(uint32_t r, int c)
{
	static char text[64];

	snprintf(text, sizeof(text), "%d-%u", c, r);
	return text;
}

static enum err count(void *ctx, const struct baris *b)
{
	size_t *seen = ctx;
	char text[64];

	assert_int_equal(b->nomor, *seen + 1);
	assert_int_equal(b->n, 3);
	snprintf(text, sizeof(text), "2-%zu", *seen);
	assert_string_equal(b->sel[2].p, text);
	++*seen;
	return OK;
}

static void ten_thousand_rows(void **state)
{
	struct tabel_galat galat;
	size_t seen = 0, used;
	FILE *f = workbook_of(10000, large);

	used = arena_used(*state);
	assert_int_equal(tabel_baca(*state, fileno(f), TABEL_XLSX,
				    &tabel_batas_umum, count, &seen, &galat),
			 OK);
	assert_int_equal(seen, 10000);
	/* The table is not kept. */
	assert_true(arena_used(*state) - used < 256 * 1024);
	fclose(f);
}

static enum err refuse(void *ctx, const struct baris *b)
{
	(void)ctx;
	return b->nomor == 2 ? ERR_TYPE : OK;
}

static void error_of_the_caller(void **state)
{
	struct tabel_galat galat;
	FILE *f = workbook_of(6, small);

	assert_int_equal(tabel_baca(*state, fileno(f), TABEL_OTOMATIS,
				    &tabel_batas_umum, refuse, NULL, &galat),
			 ERR_TYPE);
	assert_int_equal(galat.kode, TABEL_BAIK);
	fclose(f);
	f = file_of("a\nb\n", 4);
	assert_int_equal(tabel_baca(*state, fileno(f), TABEL_OTOMATIS,
				    &tabel_batas_umum, refuse, NULL, &galat),
			 ERR_TYPE);
	assert_int_equal(galat.kode, TABEL_BAIK);
	fclose(f);
}

static void kind_must_agree(void **state)
{
	static const char pdf[] = "%PDF-1.4\n";
	static const char ole[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
	struct buf out = { .a = *state };
	struct tabel_galat galat;
	FILE *x = workbook_of(6, small);
	FILE *c = file_of("a;b\n", 4);
	FILE *p = file_of(pdf, sizeof(pdf) - 1);
	FILE *o = file_of(ole, sizeof(ole) - 1);
	const struct {
		FILE *f;
		enum tabel_jenis jenis;
	} t[] = {
		{ x, TABEL_CSV }, { c, TABEL_XLSX },     { p, TABEL_OTOMATIS },
		{ p, TABEL_CSV }, { o, TABEL_OTOMATIS }, { o, TABEL_XLSX },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		assert_int_equal(tabel_baca(*state, fileno(t[i].f), t[i].jenis,
					    &tabel_batas_umum, show, &out,
					    &galat),
				 ERR_TYPE);
		assert_int_equal(galat.kode, TABEL_JENIS);
	}
	assert_int_equal(tabel_baca(*state, -1, TABEL_OTOMATIS,
				    &tabel_batas_umum, show, &out, &galat),
			 ERR_INTERNAL);
	fclose(x);
	fclose(c);
	fclose(p);
	fclose(o);
}

static void fault_comes_from_the_child(void **state)
{
	struct tabel_batas narrow = tabel_batas_umum;
	struct buf out = { .a = *state };
	struct tabel_galat galat;
	FILE *f = workbook_of(6, small);

	narrow.kolom = 2;
	assert_int_equal(tabel_baca(*state, fileno(f), TABEL_XLSX, &narrow,
				    show, &out, &galat),
			 ERR_TOO_LARGE);
	assert_int_equal(galat.kode, TABEL_KOLOM);
	assert_int_equal(galat.nomor, 1);
	narrow.kolom = 3;
	narrow.baris = 4;
	assert_int_equal(tabel_baca(*state, fileno(f), TABEL_XLSX, &narrow,
				    show, &out, &galat),
			 ERR_TOO_LARGE);
	assert_int_equal(galat.kode, TABEL_BARIS_BANYAK);
	assert_int_equal(galat.nomor, 5);
	/* the child's memory is out */
	narrow.baris = 100;
	narrow.memori_bytes = 100;
	assert_int_equal(tabel_baca(*state, fileno(f), TABEL_XLSX, &narrow,
				    show, &out, &galat),
			 ERR_TOO_LARGE);
	assert_int_equal(galat.kode, TABEL_BERAT);
	fclose(f);
	f = file_of("PK\x03\x04 no archive", 15);
	assert_int_equal(tabel_baca(*state, fileno(f), TABEL_OTOMATIS,
				    &tabel_batas_umum, show, &out, &galat),
			 ERR_TYPE);
	assert_int_equal(galat.kode, TABEL_JENIS);
	fclose(f);
}

/* A file of 30 KB that unpacks to 30 MB of nothing. */
static void bomb_is_refused(void **state)
{
	static const char *const part[][2] = {
		{ "_rels/.rels",
		  "<r><Relationship Id='1' Type='/officeDocument' "
		  "Target='xl/workbook.xml'/></r>" },
		{ "xl/workbook.xml", "<w><sheet name='a' id='1'/></w>" },
		{ "xl/_rels/workbook.xml.rels",
		  "<r><Relationship Id='1' Type='/worksheet' "
		  "Target='s'/></r>" },
	};
	struct buf out = { .a = *state };
	size_t n = 30 << 20;
	char *blanks = test_calloc(n, 1);
	struct tabel_galat galat;
	char path[] = "/tmp/uji-tabel-XXXXXX";
	int fd = mkstemp(path), why;
	zip_t *z = zip_open(path, ZIP_TRUNCATE, &why);
	FILE *f;

	memset(blanks, ' ', n);
	memcpy(blanks, "<worksheet>", 11);
	assert_non_null(z);
	for (int i = 0; i < 3; i++)
		assert_true(
		    zip_file_add(
			z, part[i][0],
			zip_source_buffer(z, part[i][1], strlen(part[i][1]), 0),
			0) >= 0);
	assert_true(zip_file_add(z, "xl/s", zip_source_buffer(z, blanks, n, 0),
				 0) >= 0);
	assert_int_equal(zip_close(z), 0);
	test_free(blanks);
	close(fd);
	f = fopen(path, "rb");
	assert_non_null(f);
	unlink(path);
	assert_int_equal(tabel_baca(*state, fileno(f), TABEL_OTOMATIS,
				    &tabel_batas_umum, show, &out, &galat),
			 ERR_TOO_LARGE);
	assert_int_equal(galat.kode, TABEL_URAI);
	fclose(f);
}

#define UJI(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		UJI(csv_and_xlsx_give_the_same), UJI(ten_thousand_rows),
		UJI(error_of_the_caller),        UJI(kind_must_agree),
		UJI(fault_comes_from_the_child), UJI(bomb_is_refused),
	};

	return cmocka_run_group_tests_name("tabel", tests, NULL, NULL);
}
