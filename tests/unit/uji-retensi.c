/*
 * uji-retensi.c - erasing what is over (U-25, model/retensi.h): piece by piece
 * in the order of age, each piece counted with what it erased, reading nothing
 * of what stays; and nobody erased twice.
 *
 * Ids of its rows: 975000 and up.
 */
#include "lib/clock.h"
#include "lib/form.h"
#include "model/data-pribadi.h"
#include "model/retensi.h"
#include "uji-basis.h"
#include "uji-buang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

SQL(Q_AKUN,
    "INSERT INTO akun (id, username, nama, peran, email, telepon, alamat,"
    " kota, provinsi, status, sandi, dibuat) SELECT 975000 + seq,"
    " CONCAT('uji', 975000 + seq), 'Nama Uji', 'pemohon', 'a@uji.example',"
    " '0812', 'Jalan', '-', '-', 'nonaktif', 'x', '2026-01-01'"
    " FROM seq_1_to_3");
/* Some of them a year old, most of now. */
SQL(Q_LONCENG,
    "INSERT INTO notifikasi (akun_id, templat, data, dibuat) SELECT 975001,"
    " 'selesai', '', IF(seq > 20000, ?, ?) FROM seq_1_to_22500");
SQL(Q_MINTA,
    "INSERT INTO penghapusan (akun_id, asal, status, diminta, tenggat)"
    " SELECT id, 'orang', ?, '2026-01-01', '2026-01-04' FROM akun"
    " WHERE id IN (975002, 975003)");
SQL(Q_SISA, "SELECT COUNT(*), MIN(dibuat) FROM notifikasi"
	    " WHERE akun_id = 975001");
SQL(Q_HITUNG, "SELECT IFNULL(SUM(jumlah), 0) FROM retensi WHERE jenis = ?");
SQL(Q_ORANG, "SELECT COUNT(*) FROM akun WHERE id IN (975002, 975003)"
	     " AND status = 'dihapus' AND sandi IS NULL AND email = ''"
	     " AND nama = CONCAT('Akun dihapus #', id)");
SQL(Q_PESAN, "SELECT COUNT(*) FROM kotak_keluar WHERE akun_id IN (975002,"
	     " 975003)");
SQL(Q_TERKIRIM, "UPDATE kotak_keluar SET status = 'terkirim', berikut = NULL"
		" WHERE akun_id IN (975002, 975003)");
SQL(Q_BERSIH, "FLUSH LOCAL STATUS");
SQL(Q_BACAAN, "SHOW SESSION STATUS WHERE Variable_name IN"
	      " ('Handler_read_next', 'Handler_read_prev',"
	      " 'Handler_read_rnd_next', 'Handler_read_rnd',"
	      " 'Handler_read_first', 'Handler_read_last')");
SQL(H_HAPUS, "DELETE FROM penghapusan WHERE akun_id > 975000");
SQL(H_RETENSI, "DELETE FROM retensi");

static int kosongkan(void **state)
{
	(void)state;
	arena_reset(arena);
	return db_exec(db, &H_RETENSI) != OK ||
	       buang_orang(db, 975000, 979999) != OK;
}

static int siapkan(void **state)
{
	return kosongkan(state) != 0 || db_exec(db, &Q_AKUN) != OK;
}

static int64_t angka(struct sql *s)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, s), OK);
	return db_int(r, 0);
}

static int64_t dihitung(const char *jenis)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_HITUNG, jenis), OK);
	return db_int(r, 0);
}

static int64_t bacaan(void)
{
	struct rows *r;
	int64_t n = 0;

	assert_int_equal(db_query(db, &r, &Q_BACAAN), OK);
	while (db_next(r))
		n += strtoll(db_text(r, 1), NULL, 10);
	return n;
}

static size_t ke(const char *kode)
{
	size_t i = 0;

	while (strcmp(retensi_jenis[i].kode, kode) != 0)
		i++;
	return i;
}

static void in_pieces_that_read_nothing_else(void **state)
{
	static const int64_t harap[] = { 1000, 1000, 500, 0, 0 };
	size_t jenis = ke("notifikasi");
	struct retensi_angka a[RETENSI_JENIS + 1];

	(void)state;
	assert_int_equal(db_exec(db, &Q_LONCENG,
				 clock_now(arena, -365 * 86400000LL),
				 clock_now(arena, 0)),
			 OK);
	for (size_t i = 0; i < COUNT(harap); i++) {
		int64_t n, dibaca;

		assert_int_equal(db_exec(db, &Q_BERSIH), OK);
		assert_int_equal(retensi_sapu(db, jenis, &n), OK);
		dibaca = bacaan();
		assert_int_equal(n, harap[i]);
		if (dibaca > n + 60)
			fail_msg("%lld erased, %lld read", (long long)n,
				 (long long)dibaca);
	}
	assert_int_equal(angka(&Q_SISA), 20000);
	assert_int_equal(dihitung("notifikasi"), 2500);
	assert_int_equal(retensi_ringkas(db, a), OK);
	assert_int_equal(a[jenis].jumlah, 2500);
	assert_int_equal(a[jenis].baru, 2500);
	assert_non_null(a[jenis].terakhir);
	assert_string_equal(a[RETENSI_JENIS].jenis, "permintaan");
}

/* Undone with the transaction around it, count and all. */
static enum err batalkan(struct db *d, void *ctx)
{
	int64_t n;

	(void)ctx;
	assert_int_equal(retensi_sapu(d, ke("notifikasi"), &n), OK);
	assert_int_equal(n, 1000);
	return ERR_CONFLICT;
}

static void counted_only_with_what_was_erased(void **state)
{
	(void)state;
	assert_int_equal(db_exec(db, &Q_LONCENG,
				 clock_now(arena, -365 * 86400000LL),
				 clock_now(arena, 0)),
			 OK);
	assert_int_equal(db_transaction(db, batalkan, NULL), ERR_CONFLICT);
	assert_int_equal(angka(&Q_SISA), 22500);
	assert_int_equal(dihitung("notifikasi"), 0);
}

static void people_are_erased_once_and_told(void **state)
{
	bool ada = true;
	int64_t n;

	(void)state;
	/* Nobody is, before an admin agreed. */
	assert_int_equal(db_exec(db, &Q_MINTA, HAPUS_DIAJUKAN), OK);
	assert_int_equal(hapus_jalankan(db, &ada), OK);
	assert_false(ada);
	assert_int_equal(angka(&Q_ORANG), 0);
	assert_int_equal(db_exec(db, &H_HAPUS), OK);

	assert_int_equal(db_exec(db, &Q_MINTA, HAPUS_DISETUJUI), OK);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(hapus_jalankan(db, &ada), OK);
		assert_int_equal(ada, i < 2);
	}
	assert_int_equal(angka(&Q_ORANG), 2);
	assert_int_equal(dihitung("permintaan"), 2);
	/* One message each, which goes when it was sent. */
	assert_int_equal(angka(&Q_PESAN), 2);
	assert_int_equal(hapus_pesan_akhir(db, &n), OK);
	assert_int_equal(n, 0);
	assert_int_equal(db_exec(db, &Q_TERKIRIM), OK);
	assert_int_equal(hapus_pesan_akhir(db, &n), OK);
	assert_int_equal(n, 2);
	assert_int_equal(angka(&Q_PESAN), 0);
	assert_int_equal(hapus_pesan_akhir(db, &n), OK);
	assert_int_equal(n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    in_pieces_that_read_nothing_else, siapkan, kosongkan),
		cmocka_unit_test_setup_teardown(
		    counted_only_with_what_was_erased, siapkan, kosongkan),
		cmocka_unit_test_setup_teardown(
		    people_are_erased_once_and_told, siapkan, kosongkan),
	};

	if (!basis_buka())
		return basis_tutup(77);
	return basis_tutup(
	    cmocka_run_group_tests_name("retensi", tests, NULL, NULL));
}
