/* uji-sniff.c - lib/sniff: magic numbers and the light look at a PDF. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/sniff.h"

static enum berkas_jenis jenis(const char *p, size_t n)
{
	return sniff((const unsigned char *)p, n);
}

static void magic_numbers(void **state)
{
	static const char webp[] = "RIFF\x10\0\0\0WEBPVP8 ";
	static const char zip[] = "PK\x03\x04\x14\0\0\0\0\0 word/document.xml";
	static const char xlsx[] = "PK\x03\x04\x14\0\0\0\0\0 xl/workbook.xml";

	(void)state;
	assert_int_equal(jenis("%PDF-1.7\n", 9), BERKAS_PDF);
	assert_int_equal(jenis("%PDF-2.0\n", 9), BERKAS_PDF);
	assert_int_equal(jenis("%PDF-3.0\n", 9), BERKAS_LAIN);
	assert_int_equal(jenis(" %PDF-1.7", 9), BERKAS_LAIN);
	assert_int_equal(jenis("%PDF-1.", 7), BERKAS_LAIN);
	assert_int_equal(jenis("\x89PNG\r\n\x1a\n", 8), BERKAS_PNG);
	assert_int_equal(jenis("\x89PNG\r\n\x1a", 7), BERKAS_LAIN);
	assert_int_equal(jenis("\xff\xd8\xff\xe0", 4), BERKAS_JPEG);
	assert_int_equal(jenis(webp, sizeof(webp)), BERKAS_WEBP);
	assert_int_equal(jenis("RIFF\x10\0\0\0WAVEfmt ", 16), BERKAS_LAIN);
	assert_int_equal(jenis(zip, sizeof(zip)), BERKAS_ZIP);
	assert_int_equal(jenis(xlsx, sizeof(xlsx)), BERKAS_XLSX);
	assert_int_equal(jenis("\x1f\x8b\x08\0", 4), BERKAS_GZIP);
	assert_int_equal(jenis("\x1f\x8b\x07\0", 4), BERKAS_LAIN);
	assert_int_equal(jenis("", 0), BERKAS_LAIN);
	assert_int_equal(jenis("nik;nama\n", 9), BERKAS_LAIN);
	assert_int_equal(jenis("<html>%PDF-1.7", 14), BERKAS_LAIN);
}

static bool pdf(const char *text)
{
	const unsigned char *p = (const unsigned char *)text;

	return sniff_pdf(p, strlen(text), p, strlen(text));
}

static void pdf_is_whole(void **state)
{
	(void)state;
	assert_true(pdf("%PDF-1.4\n...startxref\r\n123\r\n%%EOF\r\n"));
	assert_true(
	    pdf("%PDF-1.4\nstartxref\n1\n%%EOF\nx\nstartxref\n2\n%%EOF"));
	assert_false(pdf("%PDF-1.4\n..."));
	assert_false(pdf("%PDF-1.4\nstartxref\n123\n"));
	assert_false(pdf("%PDF-1.4\nstartxref\n%%EOF"));
	assert_false(pdf("%PDF-1.4\n%%EOF\nstartxref\n123"));
	assert_false(pdf("%PDF-1.4\nstartxref\n1\n%%EOF\nstartxref\n2"));
	assert_false(pdf("startxref\n123\n%%EOF"));
	assert_false(pdf("%PDF-1.4\nstartxref"));
	assert_false(pdf(""));
}

/* The end counts, and only its last 2 KB. */
static void pdf_from_a_file(void **state)
{
	static const char end[] = "startxref\n123\n%%EOF\n";
	char filler[4096];
	FILE *f = tmpfile();

	(void)state;
	memset(filler, ' ', sizeof(filler));
	assert_non_null(f);
	assert_int_equal(sniff_pdf_fd(fileno(f)), ERR_TYPE);
	fputs("%PDF-1.4\n", f);
	fwrite(filler, 1, sizeof(filler), f);
	fflush(f);
	assert_int_equal(sniff_pdf_fd(fileno(f)), ERR_TYPE);
	fputs(end, f);
	fflush(f);
	assert_int_equal(sniff_pdf_fd(fileno(f)), OK);
	fwrite(filler, 1, sizeof(filler), f);
	fflush(f);
	assert_int_equal(sniff_pdf_fd(fileno(f)), ERR_TYPE);
	assert_int_equal(sniff_pdf_fd(-1), ERR_INTERNAL);
	fclose(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(magic_numbers),
		cmocka_unit_test(pdf_is_whole),
		cmocka_unit_test(pdf_from_a_file),
	};

	return cmocka_run_group_tests_name("sniff", tests, NULL, NULL);
}
