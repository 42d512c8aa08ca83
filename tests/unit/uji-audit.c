/*
 * uji-audit.c - the audit log and its chain (U-23) in the unit tests'
 * database (SIFILMA_KONFIG = unit.conf): sealing, and every way of tampering
 * that a person with all rights on the database has.
 */
#include "lib/clock.h"
#include "lib/crypto.h"
#include "lib/text.h"
#include "model/audit.h"
#include "model/catat.h"
#include "uji-basis.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

SQL(Q_LEPAS1, "DROP TRIGGER IF EXISTS audit_tetap");
SQL(Q_LEPAS2, "DROP TRIGGER IF EXISTS audit_kekal");
SQL(Q_LEPAS3, "DROP TRIGGER IF EXISTS audit_segel_tetap");
SQL(Q_LEPAS4, "DROP TRIGGER IF EXISTS audit_segel_kekal");
#define TOLAK                                                                  \
	" FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT ="             \
	" 'audit is append-only'"
SQL(Q_PASANG1, "CREATE TRIGGER audit_tetap BEFORE UPDATE ON audit" TOLAK);
SQL(Q_PASANG2, "CREATE TRIGGER audit_kekal BEFORE DELETE ON audit" TOLAK);
SQL(Q_PASANG3,
    "CREATE TRIGGER audit_segel_tetap BEFORE UPDATE ON audit_segel" TOLAK);
SQL(Q_PASANG4,
    "CREATE TRIGGER audit_segel_kekal BEFORE DELETE ON audit_segel" TOLAK);
SQL(Q_KOSONG_SEGEL, "DELETE FROM audit_segel");
SQL(Q_KOSONG, "DELETE FROM audit");
SQL(Q_TANPA_FK, "SET SESSION foreign_key_checks = ?");
SQL(Q_UBAH, "UPDATE audit SET rincian = ? WHERE id = ?");
SQL(Q_HAPUS, "DELETE FROM audit WHERE id = ?");
SQL(Q_HAPUS_SEGEL, "DELETE FROM audit_segel WHERE nomor = ?");
SQL(Q_SISIP, "INSERT INTO audit (id, waktu, tindakan, objek, objek_id)"
	     " VALUES (?, ?, 'sisip', 'uji', 0)");
SQL(Q_SEGEL, "SELECT audit_id, mac FROM audit_segel WHERE nomor = ?");
SQL(Q_BARIS, "SELECT id, waktu, akun_id, username, lembaga_id, alamat_ip,"
	     " tindakan, objek, objek_id, rincian FROM audit WHERE id = ?");
SQL(Q_PALSU, "UPDATE audit_segel SET mac = ? WHERE nomor = ?");

#define BANYAK 12

static unsigned char kunci[32];

static void ya(enum err e)
{
	assert_int_equal(e, OK);
}

static void lepas(void)
{
	ya(db_exec(db, &Q_LEPAS1));
	ya(db_exec(db, &Q_LEPAS2));
	ya(db_exec(db, &Q_LEPAS3));
	ya(db_exec(db, &Q_LEPAS4));
}

static void pasang(void)
{
	ya(db_exec(db, &Q_PASANG1));
	ya(db_exec(db, &Q_PASANG2));
	ya(db_exec(db, &Q_PASANG3));
	ya(db_exec(db, &Q_PASANG4));
}

static void tulis(int n)
{
	const struct pelaku p = { .alamat_ip = "192.0.2.7" };

	for (int i = 0; i < n; i++)
		ya(audit_catat(
		    db, &p, i % 2 ? "uji-ganjil" : "uji-genap", "uji", i + 1,
		    i % 3 ? arena_printf(arena, "baris %d\n=1", i) : NULL));
}

/* A log of BANYAK rows, all sealed, without triggers. */
static int siapkan(void **state)
{
	int64_t n;

	(void)state;
	arena_reset(arena);
	lepas();
	ya(db_exec(db, &Q_KOSONG_SEGEL));
	ya(db_exec(db, &Q_KOSONG));
	tulis(BANYAK);
	ya(audit_segel(db, kunci, 0, 100, &n));
	assert_int_equal(n, BANYAK);
	return 0;
}

static int bereskan(void **state)
{
	(void)state;
	ya(db_exec(db, &Q_TANPA_FK, 1));
	lepas();
	ya(db_exec(db, &Q_KOSONG_SEGEL));
	ya(db_exec(db, &Q_KOSONG));
	pasang();
	return 0;
}

static int64_t baris_segel(int64_t nomor)
{
	struct rows *r;

	ya(db_one(db, &r, &Q_SEGEL, nomor));
	return db_int(r, 0);
}

static void periksa(int64_t rusak, const char *sebab)
{
	struct audit_periksa p;

	ya(audit_periksa(db, kunci, &p, 0, NULL, NULL));
	assert_int_equal(p.rusak, rusak);
	if (sebab != NULL)
		assert_string_equal(p.sebab, sebab);
	else
		assert_int_equal(p.nomor, BANYAK);
}

static void utuh(void **state)
{
	(void)state;
	periksa(0, NULL);
}

/* The form in audit.h is all one needs to check the chain by oneself. */
static void bentuk_kanonik(void **state)
{
	unsigned char lama[AUDIT_MAC] = { 0 };

	(void)state;
	for (int64_t nomor = 1; nomor <= 3; nomor++) {
		unsigned char mac[AUDIT_MAC];
		struct buf b = { .a = arena };
		struct rows *s, *r;

		ya(db_one(db, &s, &Q_SEGEL, nomor));
		ya(db_one(db, &r, &Q_BARIS, db_int(s, 0)));
		buf_bytes(&b, (const char *)lama, sizeof(lama));
		buf_printf(&b, "sifilma-audit-1\n1:%d\n", (int)nomor);
		for (unsigned i = 0; i < 10; i++) {
			const char *t = db_text(r, i);

			if (t == NULL)
				buf_text(&b, "-\n");
			else
				buf_printf(&b, "%d:%s\n", (int)strlen(t), t);
		}
		crypto_hmac(kunci, b.p, b.n, mac);
		assert_int_equal(db_blob(s, 1).n, AUDIT_MAC);
		assert_memory_equal(mac, db_blob(s, 1).p, AUDIT_MAC);
		memcpy(lama, mac, sizeof(lama));
	}
}

static void isi_diubah(void **state)
{
	(void)state;
	ya(db_exec(db, &Q_UBAH, "lain", baris_segel(5)));
	periksa(5, "isi");
}

/* NULL and an empty text are not the same row. */
static void null_bukan_kosong(void **state)
{
	(void)state;
	ya(db_exec(db, &Q_UBAH, "", baris_segel(1)));
	periksa(1, "isi");
}

static void baris_dihapus(void **state)
{
	int64_t id = baris_segel(7);

	(void)state;
	ya(db_exec(db, &Q_TANPA_FK, 0));
	ya(db_exec(db, &Q_HAPUS, id));
	ya(db_exec(db, &Q_TANPA_FK, 1));
	periksa(7, "hilang");
}

static void segel_dihapus(void **state)
{
	(void)state;
	ya(db_exec(db, &Q_HAPUS_SEGEL, 4));
	periksa(5, "celah");
}

static void segel_dipalsukan(void **state)
{
	unsigned char palsu[AUDIT_MAC] = { 1 };

	(void)state;
	ya(db_exec(db, &Q_PALSU, ((struct blob){ palsu, sizeof(palsu) }), 9));
	periksa(9, "isi");
}

static void kunci_lain(void **state)
{
	unsigned char lain[32] = { 0 };
	struct audit_periksa p;

	(void)state;
	ya(audit_periksa(db, lain, &p, 0, NULL, NULL));
	assert_int_equal(p.rusak, 1);
}

/* Who cuts off the end and seals again is found by a head printed before. */
static void kepala_tercetak(void **state)
{
	unsigned char mac[AUDIT_MAC];
	struct audit_periksa p;
	const char *waktu;
	struct blob kepala;
	int64_t nomor, n;
	bool cocok;

	(void)state;
	ya(audit_kepala(db, &nomor, &kepala, &waktu));
	assert_int_equal(nomor, BANYAK);
	memcpy(mac, kepala.p, AUDIT_MAC);
	ya(audit_periksa(db, kunci, &p, nomor, mac, &cocok));
	assert_true(cocok);
	ya(db_exec(db, &Q_UBAH, "lain", baris_segel(BANYAK)));
	ya(db_exec(db, &Q_HAPUS_SEGEL, BANYAK));
	ya(audit_segel(db, kunci, 0, 100, &n));
	assert_int_equal(n, 1);
	ya(audit_periksa(db, kunci, &p, nomor, mac, &cocok));
	assert_int_equal(p.rusak, 0);
	assert_false(cocok);
}

/* Ids are committed out of order: a late one below is sealed all the same. */
static void nomor_terlambat(void **state)
{
	int64_t tengah = baris_segel(BANYAK) - 1000000, n;
	struct audit_periksa p;

	(void)state;
	ya(db_exec(db, &Q_SISIP, tengah, clock_now(arena, 0)));
	ya(audit_segel(db, kunci, baris_segel(BANYAK), 100, &n));
	assert_int_equal(n, 0);
	ya(audit_segel(db, kunci, INT64_MIN, 100, &n));
	assert_int_equal(n, 1);
	assert_int_equal(baris_segel(BANYAK + 1), tengah);
	ya(audit_periksa(db, kunci, &p, 0, NULL, NULL));
	assert_int_equal(p.rusak, 0);
	assert_int_equal(p.nomor, BANYAK + 1);
}

static void sebagian(void **state)
{
	struct audit_rantai k;
	int64_t n;

	(void)state;
	tulis(7);
	ya(audit_rantai(db, &k));
	assert_int_equal(k.belum, 7);
	ya(audit_segel(db, kunci, 0, 3, &n));
	assert_int_equal(n, 3);
	ya(audit_segel(db, kunci, 0, 3, &n));
	ya(audit_segel(db, kunci, 0, 3, &n));
	assert_int_equal(n, 1);
	ya(audit_rantai(db, &k));
	assert_int_equal(k.belum, 0);
	assert_int_equal(k.nomor, BANYAK + 7);
}

static void pemicu_menolak(void **state)
{
	int64_t id = baris_segel(2);

	(void)state;
	pasang();
	assert_int_not_equal(db_exec(db, &Q_UBAH, "lain", id), OK);
	assert_int_not_equal(db_exec(db, &Q_HAPUS, id), OK);
	assert_int_not_equal(db_exec(db, &Q_HAPUS_SEGEL, 2), OK);
	assert_int_not_equal(db_exec(db, &Q_KOSONG_SEGEL), OK);
	periksa(0, NULL);
}

static void pencarian(void **state)
{
	struct audit_saring s = { .tindakan = "uji-ganjil", .banyak = 4 };
	struct audit *a;
	int64_t total;
	bool pasti;
	size_t n;

	(void)state;
	ya(audit_cari(db, &s, &a, &n, &total, &pasti));
	assert_int_equal(n, 4);
	assert_int_equal(total, BANYAK / 2);
	assert_true(pasti);
	assert_int_equal(a[0].objek_id, 12);
	assert_int_equal(a[3].objek_id, 6);
	assert_int_equal(a[0].nomor, BANYAK);
	s.id = a[3].id;
	ya(audit_cari(db, &s, &a, &n, NULL, NULL));
	assert_int_equal(n, 2);
	assert_int_equal(a[0].objek_id, 4);
	/* Back from there: the same rows, in the same order. */
	s.id = a[0].id;
	s.mundur = true;
	ya(audit_cari(db, &s, &a, &n, NULL, NULL));
	assert_int_equal(n, 4);
	assert_int_equal(a[0].objek_id, 12);
	assert_int_equal(a[3].objek_id, 6);
	s = (struct audit_saring){ .objek = "uji", .objek_id = 3, .banyak = 9 };
	ya(audit_cari(db, &s, &a, &n, &total, &pasti));
	assert_int_equal(n, 1);
	s = (struct audit_saring){ .sebelum = "2000-01-01", .banyak = 9 };
	ya(audit_cari(db, &s, &a, &n, &total, &pasti));
	assert_int_equal(n, 0);
	assert_int_equal(total, 0);
}

int main(void)
{
#define UJI(f) cmocka_unit_test_setup_teardown(f, siapkan, bereskan)
	const struct CMUnitTest tests[] = {
		UJI(utuh),
		UJI(bentuk_kanonik),
		UJI(isi_diubah),
		UJI(null_bukan_kosong),
		UJI(baris_dihapus),
		UJI(segel_dihapus),
		UJI(segel_dipalsukan),
		UJI(kunci_lain),
		UJI(kepala_tercetak),
		UJI(nomor_terlambat),
		UJI(sebagian),
		UJI(pemicu_menolak),
		UJI(pencarian),
	};

	if (!basis_buka() || !crypto_start() || !crypto_key("segel", kunci))
		return basis_tutup(77);
	return basis_tutup(
	    cmocka_run_group_tests_name("audit", tests, NULL, NULL));
}
