/*
 * uji-dokumen-pdf.c - the reader of PDF structure: what is no PDF is refused
 * wherever it breaks off, and strings are read as they were written.
 */
#include "dokumen/pdf.h"
#include "dokumen/susun.h"
#include "uji-dokumen-bantu.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define N(a) (sizeof(a) / sizeof((a)[0]))

static int siap(void **state)
{
	*state = arena_new();
	return *state == NULL;
}

static int bersih(void **state)
{
	arena_free(*state);
	return 0;
}

static void bukan_pdf(void **state)
{
	static const char *const salah[] = {
		"",
		"%PDF-1.5",
		"halo",
		"\x89PNG\r\n\x1a\n",
		"%PDF-1.5\nstartxref\n9\n%%EOF\n",
		"%PDF-1.5\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 "
		">>\nstartxref\n9\n%%EOF\n",
		"%PDF-1.5\nxref\n0 99999999999\ntrailer\n<< /Size 99999999 "
		"/Root 1 0 R >>\nstartxref\n9\n%%EOF\n",
		"%PDF-1.5\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size "
		"3 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n",
	};
	struct arena *a = *state;
	char *path = sumber(a, "xslt/dokumen/surat-selesai.xsl");
	struct arena *own = arena_new();
	struct blob pdf;
	struct pdf read;
	size_t i;

	assert_int_equal(
	    dokumen_susun(a, contoh(a, 0, "berlaku"), path, SAAT, &pdf), OK);
	for (i = 0; i < N(salah); i++) {
		struct blob b = { (const unsigned char *)salah[i],
				  strlen(salah[i]) };

		assert_int_equal(pdf_open(own, b, &read), ERR_TYPE);
	}
	assert_int_equal(pdf_open(own, pdf, &read), OK);
	/* Cut anywhere but in the last line break: refused. */
	for (i = 0; i < pdf.n - 1; i += i + 400 < pdf.n ? 211 : 1) {
		struct blob b = { pdf.p, i };

		assert_int_equal(pdf_open(own, b, &read), ERR_TYPE);
		arena_reset(own);
	}
	arena_free(own);
}

/* Text and dates in a PDF are read as they were written. */
static void teks_dan_waktu_pdf(void **state)
{
	static const char *const teks[] = {
		"",    "Jakarta",     "a (b) \\ c",
		"é",   "Ωμέγα 😀 <x>", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80",
		"(((",
	};
	struct arena *a = *state;
	struct blob b;
	char out[64];
	time_t t;
	size_t i;

	for (i = 0; i < N(teks); i++) {
		struct buf w = { .a = a };

		pdf_add_text(&w, teks[i]);
		b = (struct blob){ (const unsigned char *)w.p, w.n };
		assert_true(pdf_text(b, out, sizeof(out)));
		assert_string_equal(out, teks[i]);
		/* Cut, never in the middle of a character. */
		assert_true(pdf_text(b, out, 4));
		assert_true(text_ok(out, strlen(out)));
		assert_memory_equal(out, teks[i], strlen(out));
	}
	struct buf w = { .a = a };

	pdf_add_date(&w, SAAT);
	assert_string_equal(w.p, "(D:20191009035700Z)");
	b = (struct blob){ (const unsigned char *)w.p, w.n };
	assert_true(pdf_date(b, &t));
	assert_int_equal(t, SAAT);
	b = (struct blob){ (const unsigned char *)"(D:20191009105700+07'00')",
			   25 };
	assert_true(pdf_date(b, &t));
	assert_int_equal(t, SAAT);
	b = (struct blob){ (const unsigned char *)"(D:2019)", 8 };
	assert_false(pdf_date(b, &t));
}

int main(void)
{
#define UJI(f) cmocka_unit_test_setup_teardown(f, siap, bersih)
	const struct CMUnitTest tests[] = {
		UJI(bukan_pdf),
		UJI(teks_dan_waktu_pdf),
	};

	return cmocka_run_group_tests(tests, buat_folder, hapus_folder);
}
