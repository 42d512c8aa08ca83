/*
 * uji-totp.c - one-time codes by the vectors of RFC 4226 and RFC 6238 (U-05),
 * and the encryption that their secrets are kept with.
 */
#include "lib/crypto.h"
#include "model/totp.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

/* The secret of both RFCs. */
static const unsigned char rahasia[] = "12345678901234567890";
#define N (sizeof(rahasia) - 1)

static struct arena *a;

/* RFC 4226, appendix D: a counter is a step. */
static void hotp(void **state)
{
	static const char *const kode[] = {
		"755224", "287082", "359152", "969429", "338314",
		"254676", "287922", "162583", "399871", "520489",
	};
	char out[TOTP_ANGKA + 1];

	(void)state;
	for (int i = 0; i < 10; i++) {
		assert_true(totp_kode(rahasia, N, i, out));
		assert_string_equal(out, kode[i]);
	}
}

/* RFC 6238, appendix B, SHA-1: of eight digits the last six. */
static void totp(void **state)
{
	static const struct {
		int64_t detik;
		const char *kode;
	} uji[] = {
		{ 59, "94287082" },         { 1111111109, "07081804" },
		{ 1111111111, "14050471" }, { 1234567890, "89005924" },
		{ 2000000000, "69279037" }, { 20000000000, "65353130" },
	};
	char out[TOTP_ANGKA + 1];

	(void)state;
	for (size_t i = 0; i < sizeof(uji) / sizeof(*uji); i++) {
		assert_true(
		    totp_kode(rahasia, N, totp_langkah(uji[i].detik), out));
		assert_string_equal(out, uji[i].kode + 2);
	}
}

static void satu_langkah_ke_samping(void **state)
{
	const int64_t detik = 1111111111, kini = totp_langkah(detik);
	char kode[TOTP_ANGKA + 1];

	(void)state;
	for (int64_t geser = -3; geser <= 3; geser++) {
		bool masih = geser >= -1 && geser <= 1;

		assert_true(totp_kode(rahasia, N, kini + geser, kode));
		assert_int_equal(totp_cari(rahasia, N, kode, detik, 0),
				 masih ? kini + geser : 0);
		/* None that is not after the last one accepted. */
		assert_int_equal(
		    totp_cari(rahasia, N, kode, detik, kini + geser), 0);
		assert_int_equal(totp_cari(rahasia, N, kode, detik, kini),
				 geser == 1 ? kini + 1 : 0);
	}
}

static void bukan_kode(void **state)
{
	static const char *const uji[] = {
		"", "75522", "7552240", "75522a", "-55224", "755 24",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(uji) / sizeof(*uji); i++)
		assert_int_equal(totp_cari(rahasia, N, uji[i], 29, -1), 0);
}

/* RFC 4648, 10, without the padding. */
static void base32(void **state)
{
	static const char *const uji[][2] = {
		{ "", "" },
		{ "f", "MY" },
		{ "fo", "MZXQ" },
		{ "foo", "MZXW6" },
		{ "foob", "MZXW6YQ" },
		{ "fooba", "MZXW6YTB" },
		{ "foobar", "MZXW6YTBOI" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(uji) / sizeof(*uji); i++)
		assert_string_equal(
		    totp_base32(a, (const unsigned char *)uji[i][0],
				strlen(uji[i][0])),
		    uji[i][1]);
	assert_int_equal(strlen(totp_base32(a, rahasia, TOTP_RAHASIA)),
			 TOTP_BASE32);
}

static void alamat(void **state)
{
	(void)state;
	assert_string_equal(totp_uri(a, "budi.s", "MZXW6YTB"),
			    "otpauth://totp/SI-FILMA:budi.s?secret=MZXW6YTB"
			    "&issuer=SI-FILMA&algorithm=SHA1&digits=6"
			    "&period=30");
}

/* --- what a secret is kept with --- */

static void terkunci(void **state)
{
	unsigned char kunci[32], lain[32];
	struct blob isi = { rahasia, N }, l, keluar;

	(void)state;
	crypto_random(kunci, sizeof(kunci));
	crypto_random(lain, sizeof(lain));
	l = crypto_lock(a, kunci, "totp 7", isi);
	assert_int_equal(l.n, N + 24 + 16);
	assert_null(memmem(l.p, l.n, rahasia, N));
	assert_true(crypto_unlock(a, kunci, "totp 7", l, &keluar));
	assert_int_equal(keluar.n, N);
	assert_memory_equal(keluar.p, rahasia, N);
	/* Another row's, another key's, cut, or changed anywhere: nothing. */
	assert_false(crypto_unlock(a, kunci, "totp 8", l, &keluar));
	assert_false(crypto_unlock(a, lain, "totp 7", l, &keluar));
	for (size_t i = 0; i < l.n; i++) {
		struct blob potong = { l.p, i };
		unsigned char *rusak =
		    (unsigned char *)arena_strndup(a, (const char *)l.p, l.n);

		assert_false(
		    crypto_unlock(a, kunci, "totp 7", potong, &keluar));
		rusak[i] ^= 1;
		assert_false(crypto_unlock(
		    a, kunci, "totp 7", (struct blob){ rusak, l.n }, &keluar));
	}
	/* The same twice looks different each time. */
	keluar = crypto_lock(a, kunci, "totp 7", isi);
	assert_memory_not_equal(keluar.p, l.p, l.n);
}

int main(void)
{
	const struct CMUnitTest uji[] = {
		cmocka_unit_test(hotp),
		cmocka_unit_test(totp),
		cmocka_unit_test(satu_langkah_ke_samping),
		cmocka_unit_test(bukan_kode),
		cmocka_unit_test(base32),
		cmocka_unit_test(alamat),
		cmocka_unit_test(terkunci),
	};
	int gagal;

	if (!crypto_start())
		return EXIT_FAILURE;
	a = arena_new();
	gagal = cmocka_run_group_tests(uji, NULL, NULL);
	arena_free(a);
	return gagal;
}
