/*
 * uji-register.c - the register of documents where it needs no database:
 * numbers from patterns (U-13), codes as people type them and masked names
 * (U-16).
 */
#include "lib/arena.h"
#include "model/dokumen.h"
#include "model/verifikasi.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#define KODE "0123456789abcdef0123456789abcdef"

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

static void nomor_dari_pola(void **state)
{
	struct arena *a = *state;

	assert_string_equal(
	    dokumen_nomor(a, "470/{urut}/Dukcapil/{tahun}", 7, 2026),
	    "470/7/Dukcapil/2026");
	assert_string_equal(dokumen_nomor(a, "{tahun}.{urut}{urut}", 12, 2026),
			    "2026.1212");
	/* What is no place stays as it is. */
	assert_string_equal(dokumen_nomor(a, "{urut}/{bulan}/{uru}{", 1, 2026),
			    "1/{bulan}/{uru}{");
	assert_string_equal(dokumen_nomor(a, "", 1, 2026), "");
}

static void kode_sebagaimana_diketik(void **state)
{
	static const char *const baik[] = {
		KODE,
		"0123456789ABCDEF0123456789ABCDEF",
		" 0123 4567 89ab cdef 0123 4567 89ab cdef ",
		"01234567-89abcdef-01234567-89abcdef",
		"https://si-filma.contoh.go.id/verifikasi/" KODE,
		"/verifikasi/" KODE,
	};
	static const char *const buruk[] = {
		"",
		"0123456789abcdef0123456789abcde",
		KODE "0",
		"g123456789abcdef0123456789abcdef",
		"https://contoh.go.id/lain/" KODE,
		"/verifikasi/" KODE "?x=1",
		KODE "/" KODE,
		"\xEF\xBC\x90" KODE,
	};
	struct arena *a = *state;

	for (size_t i = 0; i < sizeof(baik) / sizeof(*baik); i++)
		assert_string_equal(verifikasi_baca_kode(a, baik[i]), KODE);
	for (size_t i = 0; i < sizeof(buruk) / sizeof(*buruk); i++)
		assert_null(verifikasi_baca_kode(a, buruk[i]));
}

#define T "\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2"

static void nama_disamarkan(void **state)
{
	struct arena *a = *state;

	assert_null(verifikasi_samarkan(a, NULL));
	assert_string_equal(verifikasi_samarkan(a, ""), "");
	assert_string_equal(verifikasi_samarkan(a, "PT Bank Maju Tbk"),
			    "PT B" T " M" T " Tbk");
	assert_string_equal(verifikasi_samarkan(a, " Dinas  Sosial"),
			    " D" T "  S" T);
	/* A letter of several bytes is not cut; short words are counted in
	   letters. */
	assert_string_equal(
	    verifikasi_samarkan(a, "\xC3\x89toile \xC3\xA9t\xC3\xA9"),
	    "\xC3\x89" T " \xC3\xA9t\xC3\xA9");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nomor_dari_pola),
		cmocka_unit_test(kode_sebagaimana_diketik),
		cmocka_unit_test(nama_disamarkan),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
