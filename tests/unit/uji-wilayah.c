/*
 * uji-wilayah.c - model/wilayah over a few regions of its own, in a
 * transaction that is undone.  Needs the unit tests' database
 * (SIFILMA_KONFIG = unit.conf); ends with 77, "skipped", without one.
 */
#include "model/wilayah.h"
#include "uji-basis.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

SQL(Q_KOSONGKAN, "DELETE FROM wilayah");
SQL(Q_ISI, "INSERT INTO wilayah (kode, nama) VALUES (?, ?)");

static int siapkan(void **state)
{
	static const char *const isi[][2] = {
		{ "32", "JAWA BARAT" },	       { "11", "ACEH" },
		{ "3204", "KABUPATEN BANDUNG" },
		{ "3201", "KABUPATEN BOGOR" },
		{ "3273", "KOTA BANDUNG" },    { "320405", "Cileunyi" },
		{ "3204052002", "Cileunyi Wetan" },
		{ "3204052001", "Ja\"an Ba'u\\ \xe2\x80\x99" },
	};

	(void)state;
	assert_int_equal(db_begin(db), OK);
	assert_int_equal(db_exec(db, &Q_KOSONGKAN), OK);
	for (size_t i = 0; i < sizeof(isi) / sizeof(isi[0]); i++)
		assert_int_equal(db_exec(db, &Q_ISI, isi[i][0], isi[i][1]),
				 OK);
	return 0;
}

static int bereskan(void **state)
{
	(void)state;
	db_rollback(db);
	arena_reset(arena);
	return 0;
}

static void tingkat(void **state)
{
	(void)state;
	assert_int_equal(wilayah_tingkat("32"), WILAYAH_PROVINSI);
	assert_int_equal(wilayah_tingkat("3204"), WILAYAH_KABKOTA);
	assert_int_equal(wilayah_tingkat("320405"), WILAYAH_KECAMATAN);
	assert_int_equal(wilayah_tingkat("3204052001"), WILAYAH_DESA);
	assert_int_equal(wilayah_tingkat("320"), 0);
	assert_int_equal(wilayah_tingkat("32.04"), 0);
	assert_int_equal(wilayah_tingkat("3x"), 0);
	assert_int_equal(wilayah_tingkat("32040520011"), 0);
	assert_int_equal(wilayah_tingkat(""), 0);
	assert_int_equal(wilayah_tingkat(NULL), 0);
}

static void anak(void **state)
{
	struct wilayah *w;
	size_t n;

	(void)state;
	assert_int_equal(wilayah_anak(db, NULL, &w, &n), OK);
	assert_int_equal(n, 2);
	assert_string_equal(w[0].nama, "ACEH");
	assert_string_equal(w[1].kode, "32");
	assert_int_equal(w[1].tingkat, WILAYAH_PROVINSI);
	assert_int_equal(wilayah_anak(db, "", &w, &n), OK);
	assert_int_equal(n, 2);
	/* By name, not by code. */
	assert_int_equal(wilayah_anak(db, "32", &w, &n), OK);
	assert_int_equal(n, 3);
	assert_string_equal(w[0].kode, "3204");
	assert_string_equal(w[1].kode, "3201");
	assert_string_equal(w[2].kode, "3273");
	assert_int_equal(wilayah_anak(db, "320405", &w, &n), OK);
	assert_int_equal(n, 2);
	assert_int_equal(w[0].tingkat, WILAYAH_DESA);
	assert_string_equal(w[1].nama, "Ja\"an Ba'u\\ \xe2\x80\x99");
	assert_int_equal(wilayah_anak(db, "3204052001", &w, &n), OK);
	assert_int_equal(n, 0);
	assert_int_equal(wilayah_anak(db, "99", &w, &n), OK);
	assert_int_equal(n, 0);
}

static void jalur(void **state)
{
	static const char *const tak_ada[] = { "99",	 "3299",   "329905",
					       "320406", "320",	   "",
					       "32' OR", "3204059999" };
	struct wilayah j[4];
	size_t n;

	(void)state;
	assert_int_equal(wilayah_jalur(db, "3204052002", j, &n), OK);
	assert_int_equal(n, 4);
	assert_string_equal(j[0].nama, "JAWA BARAT");
	assert_string_equal(j[1].nama, "KABUPATEN BANDUNG");
	assert_string_equal(j[2].nama, "Cileunyi");
	assert_string_equal(j[3].nama, "Cileunyi Wetan");
	assert_int_equal(wilayah_jalur(db, "32", j, &n), OK);
	assert_int_equal(n, 1);
	for (size_t i = 0; i < sizeof(tak_ada) / sizeof(tak_ada[0]); i++) {
		assert_int_equal(wilayah_jalur(db, tak_ada[i], j, &n),
				 ERR_NOT_FOUND);
		assert_int_equal(n, 0);
	}
	assert_int_equal(wilayah_jalur(db, NULL, j, &n), ERR_NOT_FOUND);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tingkat),
		cmocka_unit_test_setup_teardown(anak, siapkan, bereskan),
		cmocka_unit_test_setup_teardown(jalur, siapkan, bereskan),
	};

	if (!basis_buka())
		return basis_tutup(77);
	return basis_tutup(
	    cmocka_run_group_tests_name("wilayah", tests, NULL, NULL));
}
