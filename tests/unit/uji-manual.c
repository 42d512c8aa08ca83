/*
 * uji-manual.c - manuals (B-18, model/manual.h): who may download which,
 * editions, withdrawing; who may change them.
 */
#include "lib/clock.h"
#include "lib/form.h"
#include "model/manual.h"
#include "uji-basis.h"
#include "uji-buang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct pelaku admin = { .akun = 957001, .role = ROLE_ADMIN };

static const struct upload satu = { .name = "manual.pdf",
				    .kind = "pdf",
				    .sha256 =
					"11111111111111111111111111111111"
					"11111111111111111111111111111111",
				    .bytes = 1000 };
static const struct upload dua = { .name = "manual-baru.pdf",
				   .kind = "pdf",
				   .sha256 = "22222222222222222222222222222222"
					     "22222222222222222222222222222222",
				   .bytes = 2000 };

SQL(Q_AKUN,
    "INSERT INTO akun (id, username, nama, peran, email, telepon, alamat,"
    " kota, provinsi, status, dibuat) VALUES (957001, '957001', 'Uji Buku',"
    " 'admin', 'uji@uji.example', '0', '-', '-', '-', 'aktif', '2026-01-01')");
SQL(Q_AUDIT, "SELECT COUNT(*) FROM audit WHERE tindakan = ? AND objek_id = ?"
	     " AND akun_id = 957001");
SQL(H_EDISI, "DELETE FROM manual_edisi WHERE akun_id = 957001");
SQL(H_BUKU, "DELETE FROM manual WHERE judul LIKE 'Uji %'");

static int kosongkan(void **state)
{
	(void)state;
	arena_reset(arena);
	return db_exec(db, &H_EDISI) != OK || db_exec(db, &H_BUKU) != OK ||
	       buang_orang(db, 957001, 957001) != OK;
}

static int siapkan(void **state)
{
	return kosongkan(state) != 0 || db_exec(db, &Q_AKUN) != OK;
}

static int64_t audit(const char *tindakan, int64_t id)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_AUDIT, tindakan, id), OK);
	return db_int(r, 0);
}

static int64_t buat(const char *judul, const char *untuk)
{
	struct manual_isian in = { judul, untuk, &satu };
	int64_t id;

	assert_int_equal(manual_buat(db, &admin, &in, &id), OK);
	return id;
}

/* Is it among what the role is shown, and can the role have it? */
static bool tampak(unsigned role, int64_t id)
{
	struct pelaku p = { .akun = 957001, .role = role };
	struct manual *semua, b;
	bool ada = false;
	enum err e;
	size_t n;

	assert_int_equal(manual_semua(db, &p, &semua, &n), OK);
	for (size_t i = 0; i < n; i++)
		ada = ada || semua[i].id == id;
	e = manual_ambil(db, &p, id, &b);
	assert_int_equal(e == OK, ada);
	/* A visitor may be one who may. */
	assert_true(ada || e == ERR_NOT_FOUND ||
		    (role == ROLE_TAMU && e == ERR_LOGIN));
	return ada;
}

static void everybody_gets_what_is_meant_for_him(void **state)
{
	static const unsigned boleh[] = { ROLE_SEMUA, ROLE_MASUK, ROLE_KASUS,
					  ROLE_DITJEN };

	(void)state;
	assert_int_equal(manual_pembaca("semua"), 0);
	for (size_t i = 0; i < COUNT(boleh); i++) {
		int64_t id =
		    buat(arena_printf(arena, "Uji %zu", i), manual_untuk[i]);

		assert_int_equal(manual_pembaca(manual_untuk[i]), boleh[i]);
		for (unsigned p = ROLE_TAMU; p <= ROLE_PEMOHON; p <<= 1)
			assert_int_equal(tampak(p, id), (boleh[i] & p) != 0);
		assert_int_equal(manual_atur_aktif(db, &admin, id, false), OK);
		for (unsigned p = ROLE_TAMU; p <= ROLE_PEMOHON; p <<= 1)
			assert_int_equal(tampak(p, id), p == ROLE_ADMIN);
	}
}

static void a_new_file_is_the_next_edition(void **state)
{
	int64_t id = buat("Uji edisi", "umum");
	struct manual_isian in = { "Uji edisi", "umum", NULL };
	struct manual_edisi *e;
	struct berkas f;
	struct manual b;
	bool lain;
	size_t n;

	(void)state;
	/* Nothing, or the file that is there, is no change. */
	assert_int_equal(manual_ubah(db, &admin, id, 1, &in, &lain), OK);
	in.berkas = &satu;
	assert_int_equal(manual_ubah(db, &admin, id, 1, &in, &lain), OK);
	in.berkas = &dua;
	in.untuk = "ditjen";
	assert_int_equal(manual_ubah(db, &admin, id, 1, &in, &lain), OK);
	/* Somebody who saw the first version. */
	assert_int_equal(manual_ubah(db, &admin, id, 1, &in, &lain),
			 ERR_CONFLICT);
	assert_false(lain);
	assert_int_equal(manual_ambil(db, &admin, id, &b), OK);
	assert_int_equal(b.edisi, 2);
	assert_int_equal(b.versi, 2);
	assert_string_equal(b.untuk, "ditjen");
	assert_string_equal(b.berkas.nama, "manual-baru.pdf");
	assert_int_equal(manual_edisi_semua(db, id, &e, &n), OK);
	assert_int_equal(n, 2);
	assert_int_equal(e[0].nomor, 2);
	assert_string_equal(e[1].berkas.nama, "manual.pdf");
	assert_string_equal(e[1].oleh, "Uji Buku");
	assert_int_equal(e[1].berkas.ukuran, 1000);
	assert_int_equal(manual_berkas(db, id, 1, &f), OK);
	assert_string_equal(f.sha256, satu.sha256);
	assert_int_equal(manual_berkas(db, id, 2, &f), OK);
	assert_string_equal(f.sha256, dua.sha256);
	assert_int_equal(manual_berkas(db, id, 3, &f), ERR_NOT_FOUND);
	assert_int_equal(audit("manual-dibuat", id), 1);
	assert_int_equal(audit("manual-edisi-baru", id), 1);
	assert_int_equal(audit("manual-diubah", id), 0);
}

static void a_title_is_there_once(void **state)
{
	int64_t satu_id = buat("Uji satu", "umum"),
		id = buat("Uji dua", "umum");
	struct manual_isian in = { "Uji SATU", "umum", &dua };
	struct manual_edisi *e;
	bool lain;
	size_t n;

	(void)state;
	assert_int_equal(manual_buat(db, &admin, &in, &satu_id), ERR_CONFLICT);
	assert_int_equal(manual_ubah(db, &admin, id, 1, &in, &lain),
			 ERR_CONFLICT);
	assert_true(lain);
	assert_int_equal(manual_edisi_semua(db, id, &e, &n), OK);
	assert_int_equal(n, 1);
}

static void withdrawn_and_shown_again(void **state)
{
	int64_t id = buat("Uji saklar", "umum");

	(void)state;
	assert_int_equal(manual_atur_aktif(db, &admin, id, true), ERR_CONFLICT);
	assert_int_equal(manual_atur_aktif(db, &admin, id, false), OK);
	assert_int_equal(manual_atur_aktif(db, &admin, id, false),
			 ERR_CONFLICT);
	assert_int_equal(manual_atur_aktif(db, &admin, id, true), OK);
	assert_int_equal(manual_atur_aktif(db, &admin, 949999, true),
			 ERR_NOT_FOUND);
	assert_true(tampak(ROLE_TAMU, id));
	assert_int_equal(audit("manual-ditarik", id), 1);
	assert_int_equal(audit("manual-ditampilkan", id), 1);
}

static void an_earlier_edition_is_deleted(void **state)
{
	int64_t id = buat("Uji hapus", "umum");
	struct manual_isian in = { "Uji hapus", "umum", &dua };
	struct manual_edisi *e;
	bool lain;
	size_t n;

	(void)state;
	assert_int_equal(manual_hapus_edisi(db, &admin, id, 1), ERR_CONFLICT);
	assert_int_equal(manual_ubah(db, &admin, id, 1, &in, &lain), OK);
	assert_int_equal(manual_hapus_edisi(db, &admin, id, 3), ERR_NOT_FOUND);
	assert_int_equal(manual_hapus_edisi(db, &admin, id, 2), ERR_CONFLICT);
	assert_int_equal(manual_hapus_edisi(db, &admin, id, 1), OK);
	assert_int_equal(manual_hapus_edisi(db, &admin, id, 1), ERR_NOT_FOUND);
	assert_int_equal(manual_edisi_semua(db, id, &e, &n), OK);
	assert_int_equal(n, 1);
	assert_int_equal(e[0].nomor, 2);
	assert_int_equal(audit("manual-edisi-dihapus", id), 1);
}

static void only_the_admin_changes(void **state)
{
	int64_t id = buat("Uji hak", "umum");
	struct manual_isian in = { "Uji lain", "umum", &dua };
	bool lain;

	(void)state;
	for (unsigned p = ROLE_TAMU; p <= ROLE_PEMOHON; p <<= 1) {
		struct pelaku dia = { .akun = 957001, .role = p };

		if (p == ROLE_ADMIN)
			continue;
		assert_int_equal(manual_buat(db, &dia, &in, &(int64_t){ 0 }),
				 ERR_FORBIDDEN);
		assert_int_equal(manual_ubah(db, &dia, id, 1, &in, &lain),
				 ERR_FORBIDDEN);
		assert_int_equal(manual_atur_aktif(db, &dia, id, false),
				 ERR_FORBIDDEN);
		assert_int_equal(manual_hapus_edisi(db, &dia, id, 1),
				 ERR_FORBIDDEN);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    everybody_gets_what_is_meant_for_him, siapkan, kosongkan),
		cmocka_unit_test_setup_teardown(a_new_file_is_the_next_edition,
						siapkan, kosongkan),
		cmocka_unit_test_setup_teardown(a_title_is_there_once, siapkan,
						kosongkan),
		cmocka_unit_test_setup_teardown(withdrawn_and_shown_again,
						siapkan, kosongkan),
		cmocka_unit_test_setup_teardown(an_earlier_edition_is_deleted,
						siapkan, kosongkan),
		cmocka_unit_test_setup_teardown(only_the_admin_changes, siapkan,
						kosongkan),
	};
	bool ada = basis_buka();

	return basis_tutup(ada ? cmocka_run_group_tests(tests, NULL, NULL) :
				 77);
}
