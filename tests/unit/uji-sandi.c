/*
 * uji-sandi.c - rules that need no database: passwords (U-06), usernames, how
 * long one waits after failures (U-02), settings, kinds and roles.
 */
#include "model/akun.h"
#include "model/lembaga.h"
#include "model/masuk.h"
#include "model/pengaturan.h"
#include "model/sandi.h"
#include "model/templat.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static void salah(const char *sandi, const char *kode)
{
	const char *dapat = sandi_periksa(sandi, "budi.santoso", ROLE_PENGGUNA);

	if (dapat == NULL)
		fail_msg("%s is accepted", sandi);
	assert_string_equal(dapat, kode);
}

static void baik(const char *sandi)
{
	const char *dapat = sandi_periksa(sandi, "budi.santoso", ROLE_PENGGUNA);

	if (dapat != NULL)
		fail_msg("%s is refused: %s", sandi, dapat);
}

/* U-06: at least 8 characters, 12 for staff. */
static void panjang(void **state)
{
	char batas[SANDI_MAKS + 2];

	(void)state;
	salah("kR4!x9q", "sandi-pendek");
	baik("kR4!x9qz");
	/* Characters, not bytes. */
	salah("\xC3\xA9\xC3\xA9\xC3\xA8\xC3\xAA\xC3\xAB\xC3\xA7\xC3\xB1",
	      "sandi-pendek");
	assert_string_equal(sandi_periksa("kR4!x9qzT7m", "rina", ROLE_ADMIN),
			    "sandi-pendek-ditjen");
	assert_string_equal(sandi_periksa("kR4!x9qzT7m", "rina", ROLE_PEJABAT),
			    "sandi-pendek-ditjen");
	assert_null(sandi_periksa("kR4!x9qzT7m2", "rina", ROLE_ADMIN));
	for (size_t i = 0; i < sizeof(batas) - 1; i++)
		batas[i] = (char)('a' + i * 7 % 26);
	batas[SANDI_MAKS + 1] = '\0';
	salah(batas, "terlalu-panjang");
	batas[SANDI_MAKS] = '\0';
	baik(batas);
}

static void bukan_username(void **state)
{
	(void)state;
	salah("budi.santoso", "sandi-username");
	salah("Budi.Santoso", "sandi-username");
	salah("budi.santoso123", "sandi-username");
	salah("BUDI.SANTOSO!!", "sandi-username");
	baik("budi.santoso suka durian");
	assert_string_equal(sandi_periksa("rina2024", "rina20", 0),
			    "sandi-username");
	assert_null(sandi_periksa("kR4!x9qz", "", 0));
}

static void lazim(void **state)
{
	static const char *const contoh[] = {
		"password",     "Password1!",     "PASSWORD123", "12345678",
		"87654321",     "qwertyuiop",     "aaaaaaaa",    "abababab",
		"abcdabcd",     "abcdefgh",       "zyxwvuts",    "rahasia123",
		"indonesia45",  "bismillah",      "sayangku99",  "dukcapil2024",
		"P@ssw0rd",     "1q2w3e4r5t",     "asdfghjkl;",  "99999999",
		"iloveyou!!!!", "kemendagri2026", "abc123!!",    "1q2w3e4r-2",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(contoh) / sizeof(*contoh); i++)
		salah(contoh[i], "lazim");
	baik("kuda lumping biru");
	baik("Tiga-Gajah_Menari");
	baik("password untuk nenek");
}

/* The list is searched by halves: it must be sorted, in lower case. */
static void daftar_tersusun(void **state)
{
	size_t n = sandi_umum_jumlah();

	(void)state;
	assert_true(n >= 1000);
	for (size_t i = 0; i < n; i++) {
		const char *kata = sandi_umum_ke(i);

		for (const char *p = kata; *p != '\0'; p++)
			assert_false(*p >= 'A' && *p <= 'Z');
		if (i > 0)
			assert_true(strcmp(sandi_umum_ke(i - 1), kata) < 0);
		assert_true(sandi_umum(kata));
	}
	assert_false(sandi_umum("kuda lumping biru"));
}

/* U-02: nothing at first, then longer and longer, never for ever. */
static void penantian(void **state)
{
	int64_t lama = 0;

	(void)state;
	for (int64_t n = 0; n < MASUK_BEBAS_AKUN; n++)
		assert_int_equal(masuk_tahan_ms(n, MASUK_BEBAS_AKUN), 0);
	assert_int_equal(masuk_tahan_ms(5, 5), 30000);
	assert_int_equal(masuk_tahan_ms(6, 5), 60000);
	assert_int_equal(masuk_tahan_ms(9, 5), 480000);
	assert_int_equal(masuk_tahan_ms(10, 5), 900000);
	assert_int_equal(masuk_tahan_ms(INT32_MAX, 5), 900000);
	for (int64_t n = 0; n < 40; n++) {
		int64_t ini = masuk_tahan_ms(n, MASUK_BEBAS_ALAMAT);

		assert_true(ini >= lama);
		lama = ini;
	}
}

static void username(void **state)
{
	(void)state;
	assert_true(akun_username_sah("pkn"));
	assert_true(akun_username_sah("Budi.S-1_x"));
	assert_true(
	    akun_username_sah("a123456789012345678901234567890123456789"));
	assert_false(
	    akun_username_sah("a1234567890123456789012345678901234567890"));
	assert_false(akun_username_sah("ab"));
	assert_false(akun_username_sah(""));
	assert_false(akun_username_sah(".budi"));
	assert_false(akun_username_sah("budi santoso"));
	assert_false(akun_username_sah("budi/santoso"));
	assert_false(akun_username_sah("b\xC3\xBC"
				       "di"));
}

static void peran_dan_jenis(void **state)
{
	(void)state;
	assert_int_equal(lembaga_peran("kementerian"), ROLE_PENGGUNA);
	assert_int_equal(lembaga_peran("produsen"), ROLE_PRODUSEN);
	assert_int_equal(lembaga_peran("dinas-kabkota"), ROLE_DINAS);
	assert_int_equal(lembaga_peran("ditjen"), ROLE_ADMIN);
	assert_int_equal(lembaga_peran("warung"), 0);
	assert_true(lembaga_cocok("ditjen", ROLE_PEJABAT));
	assert_true(lembaga_cocok("dinas-provinsi", ROLE_PEJABAT));
	assert_true(lembaga_cocok("dinas-kabkota", ROLE_VERIFIKATOR));
	assert_false(lembaga_cocok("kementerian", ROLE_ADMIN));
	assert_false(lembaga_cocok("kementerian", ROLE_PEJABAT));
	assert_false(lembaga_cocok("produsen", ROLE_PENGGUNA));
	assert_false(lembaga_cocok("warung", 0));
	/* Nobody registers himself into Ditjen. */
	for (size_t i = 0; lembaga_jenis_daftar[i] != NULL; i++)
		assert_int_not_equal(lembaga_peran(lembaga_jenis_daftar[i]),
				     ROLE_ADMIN);
}

static void pengaturan(void **state)
{
	struct pengaturan kapasitas = { .nama = "kapasitas_harian",
					.jenis = "angka",
					.min = 1,
					.maks = 100000 };
	struct pengaturan nomor = {
		.nama = "nomor_bast", .jenis = "teks", .min = 6, .maks = 60
	};
	struct pengaturan wa = {
		.nama = "kantor_wa", .jenis = "teks", .min = 0, .maks = 16
	};
	struct pengaturan pintu = { .nama = "sistem_aktivasi",
				    .jenis = "ya-tidak" };

	(void)state;
	assert_null(pengaturan_periksa(&kapasitas, "250"));
	assert_string_equal(pengaturan_periksa(&kapasitas, ""), "wajib");
	assert_string_equal(pengaturan_periksa(&kapasitas, "dua"), "angka");
	assert_string_equal(pengaturan_periksa(&kapasitas, "0"),
			    "terlalu-kecil");
	assert_string_equal(pengaturan_periksa(&kapasitas, "100001"),
			    "terlalu-besar");
	assert_null(pengaturan_periksa(&nomor, "470/{urut}/BAST"));
	assert_string_equal(pengaturan_periksa(&nomor, "470/BAST/2026"),
			    "urut");
	assert_string_equal(pengaturan_periksa(&nomor, "{u}"),
			    "terlalu-pendek");
	assert_null(pengaturan_periksa(&wa, ""));
	assert_string_equal(pengaturan_periksa(&wa, "62812345678901234"),
			    "terlalu-panjang");
	assert_null(pengaturan_periksa(&pintu, "ya"));
	assert_string_equal(pengaturan_periksa(&pintu, "mungkin"), "pilihan");
}

static void isi_pesan(void **state)
{
	struct arena *a = arena_new();
	const char *p = "jalur=/login/sandi/ab\n\nnama=A=B\nkosong";
	const char *nama, *nilai;

	(void)state;
	assert_true(templat_isi(a, &p, &nama, &nilai));
	assert_string_equal(nama, "jalur");
	assert_string_equal(nilai, "/login/sandi/ab");
	assert_true(templat_isi(a, &p, &nama, &nilai));
	assert_string_equal(nama, "nama");
	assert_string_equal(nilai, "A=B");
	assert_true(templat_isi(a, &p, &nama, &nilai));
	assert_string_equal(nama, "kosong");
	assert_string_equal(nilai, "");
	assert_false(templat_isi(a, &p, &nama, &nilai));
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(panjang),
		cmocka_unit_test(bukan_username),
		cmocka_unit_test(lazim),
		cmocka_unit_test(daftar_tersusun),
		cmocka_unit_test(penantian),
		cmocka_unit_test(username),
		cmocka_unit_test(peran_dan_jenis),
		cmocka_unit_test(pengaturan),
		cmocka_unit_test(isi_pesan),
	};

	return cmocka_run_group_tests_name("sandi", tests, NULL, NULL);
}
