/*
 * uji-masuk.c - signing in against a database (U-02): counters, waiting, the
 * known device, the messages, and many tries at once.  SIFILMA_KONFIG =
 * unit.conf; the clock is moved by a configuration of the test's own.
 */
#include "lib/clock.h"
#include "lib/config.h"
#include "lib/crypto.h"
#include "model/masuk.h"
#include "model/sandi.h"
#include "uji-basis.h"
#include "uji-buang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <pthread.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SANDI "kuda lumping biru"
#define USER  "uji.masuk"
#define IP    "198.51.100.7"

SQL(Q_BERSIH, "DELETE FROM gagal_masuk");
SQL(Q_LEMBAGA, "INSERT INTO lembaga (id, kode, nama, jenis, alamat, kota,"
	       " provinsi, dibuat) VALUES (910001, '910001', 'Uji Masuk',"
	       " 'kementerian', '-', '-', '-', '2026-01-01')");
SQL(Q_AKUN, "INSERT INTO akun (id, username, nama, sandi, peran, lembaga_id,"
	    " email, telepon, alamat, kota, provinsi, status, dibuat) VALUES"
	    " (910001, '" USER "', 'Uji', ?, 'pengguna', 910001,"
	    " 'masuk@uji.example', '0', '-', '-', '-', 'aktif',"
	    " '2026-01-01')");
SQL(Q_STATUS, "UPDATE akun SET status = ?, alasan = ? WHERE id = 910001");
SQL(Q_TUTUP, "UPDATE lembaga SET aktif = 0 WHERE id = 910001");
SQL(Q_SANDI, "SELECT sandi FROM akun WHERE id = 910001");
SQL(Q_HASH, "UPDATE akun SET sandi = ? WHERE id = 910001");
SQL(Q_PESAN, "SELECT COUNT(*) FROM kotak_keluar WHERE akun_id = 910001"
	     " AND templat = 'akun-ditahan'");
SQL(Q_HITUNGAN, "SELECT jumlah FROM gagal_masuk WHERE kunci = ?");

static char konfig[] = "/tmp/uji-masuk-XXXXXX";
static int64_t geser;

static void ya(enum err e)
{
	assert_int_equal(e, OK);
}

/* The last line of a name counts, so this is read on top of the rest. */
static void majukan(int64_t detik)
{
	FILE *f = fopen(konfig, "w");

	geser += detik;
	assert_non_null(f);
	fprintf(f, "mode = pengembangan\njam_geser_detik = %lld\n",
		(long long)geser);
	fclose(f);
	setenv("SIFILMA_KONFIG", konfig, 1);
	assert_true(config_load());
}

static int bersihkan(void **state)
{
	(void)state;
	ya(db_exec(db, &Q_BERSIH));
	ya(buang_orang(db, 910001, 910001));
	return 0;
}

static int siapkan(void **state)
{
	arena_reset(arena);
	bersihkan(state);
	ya(db_exec(db, &Q_LEMBAGA));
	ya(db_exec(db, &Q_AKUN, crypto_password_hash(arena, SANDI)));
	return 0;
}

static struct masuk_hasil coba(const char *username, const char *sandi,
			       const char *ip, const char *perangkat)
{
	struct masuk_coba c = { .username = username,
				.sandi = sandi,
				.alamat_ip = ip,
				.perangkat = perangkat };
	struct masuk_hasil h;

	ya(akun_masuk(db, &c, &h));
	return h;
}

static void harus(const struct masuk_hasil *h, const char *kode)
{
	if (kode == NULL) {
		if (h->kode != NULL)
			fail_msg("%s", h->kode);
		assert_int_equal(h->akun, 910001);
		return;
	}
	assert_non_null(h->kode);
	assert_string_equal(h->kode, kode);
	assert_int_equal(h->akun, 0);
}

static int64_t satu(struct sql *s, const char *kunci)
{
	struct rows *r;
	enum err e =
	    kunci == NULL ? db_one(db, &r, s) : db_one(db, &r, s, kunci);

	return e == OK ? db_int(r, 0) : -1;
}

static void benar_dan_salah(void **state)
{
	struct masuk_hasil h = coba(USER, SANDI, IP, NULL);

	(void)state;
	harus(&h, NULL);
	assert_non_null(h.perangkat);
	/* Case of the username does not matter, that of the password does. */
	h = coba("UJI.Masuk", SANDI, IP, NULL);
	harus(&h, NULL);
	h = coba(USER, "Kuda lumping biru", IP, NULL);
	harus(&h, "masuk-salah");
	h = coba("tiada.orang", SANDI, IP, NULL);
	harus(&h, "masuk-salah");
	h = coba("b\xC3\xBC"
		 "di' OR 1=1",
		 SANDI, IP, NULL);
	harus(&h, "masuk-salah");
	h = coba(USER " ", SANDI, IP, NULL);
	harus(&h, "masuk-salah");
}

/* The unknown account is counted, delayed and refused like the known one. */
static void sama_untuk_yang_tiada(void **state)
{
	static const char *const siapa[] = { USER, "tiada.orang" };

	(void)state;
	for (size_t s = 0; s < 2; s++) {
		struct masuk_hasil h;

		for (int i = 0; i < MASUK_BEBAS_AKUN; i++) {
			h = coba(siapa[s], "salah semua", IP, NULL);
			harus(&h, "masuk-salah");
		}
		h = coba(siapa[s], "salah semua", IP, NULL);
		harus(&h, "masuk-tunggu");
		assert_in_range(h.tunggu_detik, 25, 30);
		/* Not even the right one now. */
		h = coba(siapa[s], SANDI, IP, NULL);
		harus(&h, "masuk-tunggu");
	}
	/* The owner was told, once; nobody else was. */
	assert_int_equal(satu(&Q_PESAN, NULL), 1);
}

static void menunggu_lalu_masuk(void **state)
{
	struct masuk_hasil h;

	(void)state;
	for (int i = 0; i < MASUK_BEBAS_AKUN; i++)
		coba(USER, "salah semua", IP, NULL);
	majukan(31);
	h = coba(USER, "salah semua", IP, NULL);
	harus(&h, "masuk-salah");
	h = coba(USER, SANDI, IP, NULL);
	harus(&h, "masuk-tunggu");
	assert_in_range(h.tunggu_detik, 55, 60);
	majukan(61);
	h = coba(USER, SANDI, IP, NULL);
	harus(&h, NULL);
	/* A right one begins anew. */
	assert_int_equal(satu(&Q_HITUNGAN, "akun:" USER), -1);
	for (int i = 0; i < MASUK_BEBAS_AKUN; i++) {
		h = coba(USER, "salah semua", IP, NULL);
		harus(&h, "masuk-salah");
	}
}

static void dilupakan_sehari_kemudian(void **state)
{
	struct masuk_hasil h;

	(void)state;
	for (int i = 0; i < MASUK_BEBAS_AKUN - 1; i++)
		coba(USER, "salah semua", IP, NULL);
	majukan(25 * 3600);
	h = coba(USER, "salah semua", IP, NULL);
	harus(&h, "masuk-salah");
	assert_int_equal(satu(&Q_HITUNGAN, "akun:" USER), 1);
}

static void perangkat_dikenal(void **state)
{
	struct masuk_hasil h = coba(USER, SANDI, IP, NULL);
	const char *alat = h.perangkat;
	char palsu[200];

	(void)state;
	for (int i = 0; i < MASUK_BEBAS_AKUN; i++)
		coba(USER, "salah semua", "203.0.113.9", NULL);
	h = coba(USER, SANDI, IP, NULL);
	harus(&h, "masuk-tunggu");
	h = coba(USER, SANDI, IP, alat);
	harus(&h, NULL);
	/* It guesses no faster than others. */
	for (int i = 0; i < MASUK_BEBAS_AKUN; i++) {
		h = coba(USER, "salah semua", IP, alat);
		harus(&h, "masuk-salah");
	}
	h = coba(USER, SANDI, IP, alat);
	harus(&h, "masuk-tunggu");
	/* Neither a made-up cookie nor one of somebody else helps. */
	snprintf(palsu, sizeof(palsu), "%s", alat);
	palsu[strlen(palsu) - 1] ^= 1;
	h = coba(USER, SANDI, IP, palsu);
	harus(&h, "masuk-tunggu");
	h = coba(USER, SANDI, IP, "910001-99999999999-00-00");
	harus(&h, "masuk-tunggu");
	h = coba(USER, SANDI, IP, "910001");
	harus(&h, "masuk-tunggu");
}

static void perangkat_kedaluwarsa(void **state)
{
	struct masuk_hasil h = coba(USER, SANDI, IP, NULL);
	const char *alat = h.perangkat;

	(void)state;
	majukan(PERANGKAT_UMUR_S + 60);
	for (int i = 0; i < MASUK_BEBAS_AKUN; i++)
		coba(USER, "salah semua", IP, NULL);
	h = coba(USER, SANDI, IP, alat);
	harus(&h, "masuk-tunggu");
}

static void per_alamat(void **state)
{
	struct masuk_hasil h;

	(void)state;
	for (int i = 0; i < MASUK_BEBAS_ALAMAT; i++) {
		h = coba(arena_printf(arena, "orang.%d", i), "salah semua", IP,
			 NULL);
		harus(&h, "masuk-salah");
	}
	h = coba(USER, SANDI, IP, NULL);
	harus(&h, "masuk-tunggu");
	h = coba(USER, SANDI, "203.0.113.9", NULL);
	harus(&h, NULL);
	/* One customer has a whole network of IPv6. */
	for (int i = 0; i < MASUK_BEBAS_ALAMAT; i++)
		coba(arena_printf(arena, "lain.%d", i), "salah semua",
		     arena_printf(arena, "2001:db8:1:2::%x", i + 1), NULL);
	h = coba(USER, SANDI, "2001:db8:1:2:ffff::1", NULL);
	harus(&h, "masuk-tunggu");
	h = coba(USER, SANDI, "2001:db8:1:3::1", NULL);
	harus(&h, NULL);
}

static void keadaan_akun(void **state)
{
	static const char *const status[][2] = {
		{ "menunggu", "akun-menunggu" },
		{ "ditolak", "akun-ditolak" },
		{ "nonaktif", "akun-nonaktif" },
	};
	struct masuk_hasil h;

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		ya(db_exec(db, &Q_STATUS, status[i][0], "sebab"));
		h = coba(USER, SANDI, IP, NULL);
		harus(&h, status[i][1]);
		assert_string_equal(h.alasan, "sebab");
		/* Only who knows the password learns that. */
		h = coba(USER, "salah semua", IP, NULL);
		harus(&h, "masuk-salah");
	}
	ya(db_exec(db, &Q_STATUS, "aktif", NULL));
	ya(db_exec(db, &Q_TUTUP));
	h = coba(USER, SANDI, IP, NULL);
	harus(&h, "lembaga-ditutup");
	ya(db_exec(db, &Q_HASH, DB_NULL));
	h = coba(USER, "", IP, NULL);
	harus(&h, "masuk-salah");
}

/* U-06: a hash of other limits is made anew at the next sign-in. */
static void hash_lama(void **state)
{
	char lemah[crypto_pwhash_STRBYTES];
	struct masuk_hasil h;
	struct rows *r;

	(void)state;
	assert_int_equal(
	    crypto_pwhash_str(lemah, SANDI, strlen(SANDI), 1, 8192 * 8), 0);
	ya(db_exec(db, &Q_HASH, (const char *)lemah));
	h = coba(USER, SANDI, IP, NULL);
	harus(&h, NULL);
	ya(db_one(db, &r, &Q_SANDI));
	assert_string_not_equal(db_text(r, 0), lemah);
	assert_false(crypto_password_old(db_text(r, 0)));
	h = coba(USER, SANDI, IP, NULL);
	harus(&h, NULL);
}

/* --- many at once --- */

#define SERENTAK 12

static void *penebak(void *hasil)
{
	struct arena *a = arena_new();
	struct db *d = db_new("uji");
	struct masuk_coba c = { .username = USER,
				.sandi = "salah semua",
				.alamat_ip = IP };
	struct masuk_hasil h;

	db_use_arena(d, a);
	*(int *)hasil = akun_masuk(d, &c, &h) != OK ?
			    -1 :
			    strcmp(h.kode, "masuk-salah") == 0;
	db_free(d);
	arena_free(a);
	return NULL;
}

static void serentak(void **state)
{
	pthread_t t[SERENTAK];
	int hasil[SERENTAK];
	int ditebak = 0;

	(void)state;
	for (int i = 0; i < SERENTAK; i++)
		assert_int_equal(
		    pthread_create(&t[i], NULL, penebak, &hasil[i]), 0);
	for (int i = 0; i < SERENTAK; i++) {
		pthread_join(t[i], NULL);
		assert_int_not_equal(hasil[i], -1);
		ditebak += hasil[i];
	}
	assert_int_equal(ditebak, MASUK_BEBAS_AKUN);
}

/* --- confirming with the password, links --- */

static void konfirmasi(void **state)
{
	struct pelaku p = { .akun = 910001,
			    .lembaga = 910001,
			    .role = ROLE_PENGGUNA,
			    .alamat_ip = IP };
	int64_t tunggu;

	(void)state;
	ya(sandi_konfirmasi(db, &p, SANDI, &tunggu));
	for (int i = 0; i < MASUK_BEBAS_AKUN; i++)
		assert_int_equal(sandi_konfirmasi(db, &p, "salah", &tunggu),
				 ERR_INPUT);
	assert_int_equal(sandi_konfirmasi(db, &p, SANDI, &tunggu), ERR_RATE);
	assert_in_range(tunggu, 25, 30);
	/* Signing in is counted apart. */
	coba(USER, SANDI, IP, NULL);
	majukan(31);
	ya(sandi_konfirmasi(db, &p, SANDI, &tunggu));
}

int main(void)
{
#define UJI(f) cmocka_unit_test_setup_teardown(f, siapkan, bersihkan)
	const struct CMUnitTest tests[] = {
		UJI(benar_dan_salah),     UJI(sama_untuk_yang_tiada),
		UJI(menunggu_lalu_masuk), UJI(dilupakan_sehari_kemudian),
		UJI(perangkat_dikenal),   UJI(perangkat_kedaluwarsa),
		UJI(per_alamat),          UJI(keadaan_akun),
		UJI(hash_lama),           UJI(serentak),
		UJI(konfirmasi),
	};
	int gagal, fd;

	/* The key is read once, before there are threads. */
	if (!basis_buka() || !crypto_start() ||
	    crypto_seal(arena, "uji", "uji") == NULL)
		return basis_tutup(77);
	fd = mkstemp(konfig);
	if (fd < 0)
		return basis_tutup(1);
	close(fd);
	gagal = cmocka_run_group_tests_name("masuk", tests, NULL, NULL);
	unlink(konfig);
	return basis_tutup(gagal);
}
