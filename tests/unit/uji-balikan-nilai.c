/*
 * uji-balikan-nilai.c - model/balikan-nilai: every code of a NIK and of a
 * value, what is kept of good ones, what is shown of a bad NIK.  B-07.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lib/arena.h"
#include "lib/text.h"
#include "model/balikan-laporan-tolak.h"
#include "model/balikan-nilai.h"
#include "model/balikan-pesan.h"

static int regions(void **state)
{
	static const char *const kode[] = { "11",     "32",     "96",
					    "3204",   "320401", "1101",
					    "110101", "3",      "320401200" };

	(void)state;
	for (size_t i = 0; i < sizeof(kode) / sizeof(*kode); i++)
		balikan_wilayah_tambah(kode[i]);
	return 0;
}

static const char *nik(const char *s, bool angka, uint64_t *out)
{
	size_t n = strlen(s);
	char *copy = test_malloc(n + 1); /* reading past its end is seen */
	const char *kode;

	memcpy(copy, s, n);
	kode = balikan_nik_periksa(copy, n, angka, out);
	test_free(copy);
	return kode;
}

static void good_niks(void **state)
{
	static const char *const good[] = {
		"3204010101900001",    /* a man */
		" 3204010101900001\t", /* blanks around */
		"'3204010101900001",   /* a spreadsheet's mark of text */
		"\xe2\x80\x99"
		"3204010101900001",
		"\xc2\xa0"
		"3204010101900001\xe2\x80\x8b",
		"\xef\xbb\xbf"
		"3204010101900001",
	};
	uint64_t v;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		v = 0;
		assert_null(nik(good[i], false, &v));
		assert_true(v == 3204010101900001u);
	}
	assert_null(nik("9671067112999999", false, &v)); /* a woman, the 31st */
	assert_true(v == 9671067112999999u);
	/* day 41 and 71, 01 and 31; year and serial are anything */
	assert_null(nik("3204014101000001", false, &v));
	assert_null(nik("3204013102990001", false, &v));
}

static void bad_niks(void **state)
{
	static const struct {
		const char *s;
		const char *kode;
	} t[] = {
		{ "", "kosong" },
		{ " \t\xc2\xa0", "kosong" },
		{ "'", "nik-angka" },
		{ "320401010190001", "nik-panjang" },
		{ "'320401010190001", "nik-panjang" },
		{ "32040101019000011", "nik-panjang" },
		{ "0", "nik-panjang" },
		{ "3204010101900O01", "nik-angka" },
		{ "NIK", "nik-angka" },
		{ "-3204010101900001", "nik-pemisah" },
		{ "3204 0101 0190 0001", "nik-pemisah" },
		{ "32.04.01.010190.0001", "nik-pemisah" },
		{ "3204-010101-900001", "nik-pemisah" },
		{ "3204 0101 0190 001", "nik-angka" },
		{ "3,204,010,101,900,001", "nik-angka" },
		{ "3.17401E+15", "nik-ilmiah" },
		{ "3,17401E+15", "nik-ilmiah" },
		{ "3,17E+15", "nik-ilmiah" },
		{ "3.17401001010001E+15", "nik-ilmiah" },
		{ "3.2e15", "nik-ilmiah" },
		{ "3204010101900001.0", "nik-bulat" },
		{ "3204010101900001,00", "nik-bulat" },
		{ "3204010101900001.5", "nik-angka" },
		{ "3204010101900010E+0", "nik-bulat" },
		{ "32040101019E+0", "nik-ilmiah" },
		{ "9904010101900001", "nik-provinsi" },
		{ "0004010101900001", "nik-provinsi" },
		{ "3204010001900001", "nik-tanggal" },
		{ "3204013201900001", "nik-tanggal" },
		{ "3204014001900001", "nik-tanggal" },
		{ "3204017201900001", "nik-tanggal" },
		{ "3204019901900001", "nik-tanggal" },
		{ "3204010100900001", "nik-bulan" },
		{ "3204010113900001", "nik-bulan" },
		{ "3204010101900000", "nik-nol" },
	};
	uint64_t v = 7;

	(void)state;
	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		const char *kode = nik(t[i].s, false, &v);

		assert_non_null(kode);
		assert_string_equal(kode, t[i].kode);
		assert_true(v == 7);
	}
}

static void numbers_of_a_spreadsheet(void **state)
{
	uint64_t v;

	(void)state;
	assert_string_equal(nik("3204010101900001", true, &v), "nik-bulat");
	assert_string_equal(nik("3204010101900000", true, &v), "nik-bulat");
	assert_string_equal(nik("320401010190000", true, &v), "nik-panjang");
	assert_string_equal(nik("3.204010101900001e21", true, &v),
			    "nik-ilmiah");
}

static void warnings_refuse_nothing(void **state)
{
	(void)state;
	assert_null(balikan_nik_peringatan(3204010101900001u));
	assert_string_equal(balikan_nik_peringatan(3204990101900001u),
			    "?kecamatan");
	assert_string_equal(balikan_nik_peringatan(3299010101900001u),
			    "?kabupaten");
}

static void shown_masked(void **state)
{
	static const struct {
		const char *s;
		const char *shown;
	} t[] = {
		{ "3204010101900001", "3204**********01" },
		{ "32.04.01.010190.0001", "32.04.**.******.**01" },
		{ "3.17401E+15", "3.*****E+**" },
		{ "1234", "1***" },
		{ "12", "**" },
		{ "", "" },
		{ "Budi", "Budi" },
		{ "a\xff", "a" },
	};
	char out[BALIKAN_SAMAR_BYTES], longer[300];

	(void)state;
	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		balikan_nik_samar(t[i].s, strlen(t[i].s), out);
		assert_string_equal(out, t[i].shown);
	}
	/* cut between characters */
	memset(longer, 'a', sizeof(longer));
	memcpy(longer + 79, "\xc3\xa9", 2);
	balikan_nik_samar(longer, sizeof(longer), out);
	assert_int_equal(strlen(out), 79);
}

/* ---- values -------------------------------------------------------------- */

static const char *const produk[] = { "Tabungan", "GIRO", "\xc3\x89lite",
				      NULL };

static const struct balikan_ruas teks = { "T",   BALIKAN_TEKS, 5,
					  false, NULL,         NULL };
static const struct balikan_ruas wajib = { "W",  BALIKAN_TEKS, 5,
					   true, NULL,         NULL };
static const struct balikan_ruas panjang = { "P",   BALIKAN_TEKS, 30,
					     false, NULL,         NULL };
static const struct balikan_ruas angka = { "A",   BALIKAN_ANGKA, 20,
					   false, NULL,          NULL };
static const struct balikan_ruas npwp = { "N",   BALIKAN_ANGKA,          20,
					  false, "99.999.999.9-999.999", NULL };
static const struct balikan_ruas berpola = { "K",   BALIKAN_TEKS, 6,
					     false, "AX-99",      NULL };
static const struct balikan_ruas tanggal = { "D",  BALIKAN_TANGGAL,
					     10,   false,
					     NULL, NULL };
static const struct balikan_ruas telepon = { "H",  BALIKAN_TELEPON,
					     16,   false,
					     NULL, NULL };
static const struct balikan_ruas pilihan = { "C",  BALIKAN_PILIHAN, 20, false,
					     NULL, produk };

/* "=value" kept, or a code. */
static const char *judge(const struct balikan_ruas *r, const char *s,
			 bool number)
{
	static char out[BALIKAN_NILAI_BYTES + 2];
	size_t n = strlen(s), out_n = 99;
	char *copy = test_malloc(n + 1);
	const char *kode;

	memcpy(copy, s, n);
	kode = balikan_nilai_periksa(r, copy, n, number, out + 1, &out_n);
	test_free(copy);
	if (kode != NULL) {
		assert_int_equal(out_n, 0);
		return kode;
	}
	out[0] = '=';
	out[1 + out_n] = '\0';
	return out;
}

static void values(void **state)
{
	static const struct {
		const struct balikan_ruas *r;
		const char *s;
		const char *kept; /* or the code */
	} t[] = {
		{ &teks, "", "=" },
		{ &teks, "  ", "=" },
		{ &wajib, "", "wajib" },
		{ &wajib, " \r\n", "wajib" },
		{ &wajib, " a b\n", "=a b" },
		{ &teks, "12345", "=12345" },
		{ &teks, "123456", "terlalu-panjang" },
		/* characters, not bytes */
		{ &teks, "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9",
		  "=\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9" },
		{ &teks, "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9",
		  "terlalu-panjang" },
		{ &teks, "a\nb", "karakter" },
		{ &teks, "a\tb", "karakter" },
		{ &teks,
		  "a\x1f"
		  "b",
		  "karakter" },
		{ &teks,
		  "a\x7f"
		  "b",
		  "karakter" },
		{ &teks,
		  "a\xc2\x85"
		  "b",
		  "karakter" },
		{ &teks, "a\xff", "karakter" },
		/* apostrophes of spreadsheets and of lib/csv go, others stay */
		{ &teks, "'0123", "=0123" },
		{ &teks, "'=a", "==a" },
		{ &teks, "'a'", "='a'" },
		{ &teks, "1e5", "=1e5" },
		{ &panjang, "1.23E+15", "ilmiah" },
		{ &panjang, "1,23457E+15", "ilmiah" },
		{ &panjang, "A1.2E+15", "=A1.2E+15" },
		{ &panjang, "1234567890123450E+0", "bulat" },
		{ &angka, "1234567890123450E+0", "bulat" },
		{ &npwp, "1234567890123450E+0", "bulat" },
		{ &panjang, "123456789012345E+0", "ilmiah" },
		{ &panjang, "A1234567890123450E+0", "=A1234567890123450E+0" },
		{ &berpola, "bZ-07", "=bZ-07" },
		{ &berpola, "b9-07", "=b9-07" },
		{ &berpola, "99-07", "pola" },
		{ &berpola, "b9-0", "pola" },
		{ &berpola, "b9-077", "pola" },
		{ &angka, "12", "=12" },
		{ &angka, "0012", "=0012" },
		{ &angka, "-5", "=-5" },
		{ &angka, "'-5", "=-5" },
		{ &angka, "1,5", "=1.5" },
		{ &angka, "1.5", "=1.5" },
		{ &angka, "1.500,00", "angka" },
		{ &angka, "1,", "angka" },
		{ &angka, ".5", "angka" },
		{ &angka, "-", "angka" },
		{ &angka, "+5", "angka" },
		{ &angka, "12a", "angka" },
		{ &angka, "123456789012345678901", "terlalu-panjang" },
		{ &npwp, "01.234.567.8-901.000", "=01.234.567.8-901.000" },
		{ &npwp, "012345678901000", "pola" },
		{ &tanggal, "2020-02-29", "=2020-02-29" },
		{ &tanggal, "29-02-2020", "=2020-02-29" },
		{ &tanggal, "31/12/1999", "=1999-12-31" },
		{ &tanggal, "2019-02-29", "tanggal" },
		{ &tanggal, "1900-02-29", "tanggal" },
		{ &tanggal, "2000-02-29", "=2000-02-29" },
		{ &tanggal, "31-04-2020", "tanggal" },
		{ &tanggal, "1899-12-31", "tanggal" },
		{ &tanggal, "2020-13-01", "tanggal" },
		{ &tanggal, "12/31/1999", "tanggal" },
		{ &tanggal, "1/1/2020", "tanggal" },
		{ &tanggal, "31/12-1999", "tanggal" },
		{ &tanggal, "20200229xx", "tanggal" },
		{ &tanggal, "2020-02-29 10:00:00", "tanggal" },
		{ &telepon, "081234567890", "=+6281234567890" },
		{ &telepon, "0812-3456-7890", "=+6281234567890" },
		{ &telepon, "(021) 555.1234", "=+62215551234" },
		{ &telepon, "+62 812 3456 7890", "=+6281234567890" },
		{ &telepon, "+62 (0)812 3456 7890", "=+6281234567890" },
		{ &telepon, "'+6281234567890", "=+6281234567890" },
		{ &telepon, "6281234567890", "=+6281234567890" },
		{ &telepon, "81234567890", "=+6281234567890" },
		{ &telepon, "+14155550123", "=+14155550123" },
		{ &telepon, "123", "telepon" },
		{ &telepon, "0812", "telepon" },
		{ &telepon, "00628123456789", "telepon" },
		{ &telepon, "+0812345678", "telepon" },
		{ &telepon, "+62 (0)12345", "telepon" },
		{ &telepon, "+62 (0)123456", "=+62123456" },
		{ &telepon, "+62 00812345678", "telepon" },
		{ &telepon, "0812345678x", "telepon" },
		{ &telepon, "+", "telepon" },
		{ &telepon, "81234567890.0", "telepon" },
		{ &telepon, "628123456789.0", "telepon" },
		{ &telepon, "08123456789012345", "telepon" },
		{ &telepon, "+123456789012345", "=+123456789012345" },
		{ &telepon, "+1234567890123456", "telepon" },
		{ &pilihan, "tabungan", "=Tabungan" },
		{ &pilihan, " giro ", "=GIRO" },
		{ &pilihan, "\xc3\x89LITE", "=\xc3\x89lite" },
		{ &pilihan, "gir", "pilihan" },
		{ &pilihan, "giroo", "pilihan" },
		{ &pilihan, "", "=" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++)
		assert_string_equal(judge(t[i].r, t[i].s, false), t[i].kept);
	assert_string_equal(judge(&angka, "1234567890123456", true), "bulat");
	assert_string_equal(judge(&panjang, "1234567890123456", true), "bulat");
	assert_string_equal(judge(&angka, "123456789012345", true),
			    "=123456789012345");
}

/* "12.500" may be meant as 12500. */
static void thousands(void **state)
{
	static const struct {
		const char *s;
		bool maybe;
	} t[] = {
		{ "12.500", true },    { "1.500", true },
		{ "-125.000", true },  { "0.500", false },
		{ "1250.000", false }, { "12.50", false },
		{ "12.5000", false },  { "12500", false },
		{ "-.500", false },    { "", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		size_t n = strlen(t[i].s);

		assert_int_equal(balikan_nilai_ribuan(&angka, t[i].s, n),
				 t[i].maybe);
		assert_false(balikan_nilai_ribuan(&teks, t[i].s, n));
		assert_false(balikan_nilai_ribuan(&npwp, t[i].s, n));
	}
}

/* A phone is at most what the database and balikan_ruas_bytes() have room
   for. */
static void random_phones_fit(void **state)
{
	static const char piece[] = "0628 +-().1";
	uint32_t dice = 5;
	char s[24], first[24];

	(void)state;
	for (unsigned k = 0; k < 200000; k++) {
		const char *kept;
		size_t n = 0;

		for (dice = dice * 1664525u + 1013904223u; n < dice >> 28; n++)
			s[n] = piece[((dice >> n % 9) * 2654435761u >> 8) % 11];
		s[n] = '\0';
		kept = judge(&telepon, s, false);
		if (*kept == '=' && kept[1] != '\0') {
			assert_int_equal(kept[1], '+');
			assert_in_range(strlen(kept), 1 + 8,
					1 + BALIKAN_PANJANG_TELEPON);
			assert_int_equal(strspn(kept + 2, "0123456789"),
					 strlen(kept) - 2);
			/* What is kept is kept as it is. */
			snprintf(first, sizeof(first), "%s", kept);
			assert_string_equal(judge(&telepon, first + 1, false),
					    first);
		}
	}
}

/* What a spreadsheet did to a cell. */
static void told_more_exactly(void **state)
{
	static const struct {
		const char *kode;
		const char *s;
		const char *want;
	} t[] = {
		{ "nik-panjang", "320401010190001", "nik-potong" },
		{ "nik-panjang", " '320401010190001 ", "nik-potong" },
		/* the first digit is the one that is lost, or another */
		{ "nik-panjang", "204010101900001", "nik-panjang" },
		{ "nik-panjang", "320410101900001", "nik-panjang" },
		{ "nik-panjang", "32040101019000", "nik-panjang" },
		{ "nik-panjang", "32040101019000011", "nik-panjang" },
		{ "nik-angka", "3204\n010101900001", "ganti-baris" },
		{ "nik-angka", "3204x", "nik-angka" },
		{ "nik-angka", "3204x\n", "nik-angka" },
		{ "karakter", "a\nb", "ganti-baris" },
		{ "karakter", "a\rb\t", "ganti-baris" },
		{ "karakter", "a\tb\n", "karakter" },
		{ "nik-nol", "3204010101900000", "nik-nol" },
		{ "wajib", "\n", "wajib" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++)
		assert_string_equal(
		    balikan_sel_perjelas(t[i].kode, t[i].s, strlen(t[i].s)),
		    t[i].want);
}

/* The report's sentences and advice are the page's, and there is a sentence of
   each code. */
static void sentences_agree(void **state)
{
	const char *folder = getenv("srcdir");
	struct arena *a = arena_new();
	struct buf b = { .a = a };
	const char *none;
	char chunk[4096];
	size_t n;
	FILE *f;

	(void)state;
	f = fopen(arena_printf(a, "%s/xslt/bagian/balikan.xsl",
			       folder == NULL ? "." : folder),
		  "r");
	assert_non_null(f);
	while ((n = fread(chunk, 1, sizeof(chunk), f)) > 0)
		buf_bytes(&b, chunk, n);
	fclose(f);
	for (const char *const *k = balikan_kode_baris; *k != NULL; k++) {
		const char *saran, *kalimat = balikan_sebab(*k, &saran);
		const char *want = arena_printf(a, "|%s=%s|", *k, kalimat);

		assert_string_not_equal(kalimat, *k);
		if (strstr(b.p, want) == NULL)
			print_error("not on the page: %s\n", want);
		assert_non_null(strstr(b.p, want));
		/* None here, none there. */
		if (saran != NULL)
			assert_non_null(
			    strstr(b.p, arena_printf(a, "|%s=%s|", *k, saran)));
		else
			assert_null(strstr(strstr(b.p, want) + 1,
					   arena_printf(a, "|%s=", *k)));
	}
	assert_string_equal(balikan_sebab("x-y", &none), "x-y");
	assert_null(none);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(good_niks),
		cmocka_unit_test(bad_niks),
		cmocka_unit_test(numbers_of_a_spreadsheet),
		cmocka_unit_test(warnings_refuse_nothing),
		cmocka_unit_test(shown_masked),
		cmocka_unit_test(values),
		cmocka_unit_test(thousands),
		cmocka_unit_test(random_phones_fit),
		cmocka_unit_test(told_more_exactly),
		cmocka_unit_test(sentences_agree),
	};

	return cmocka_run_group_tests(tests, regions, NULL);
}
