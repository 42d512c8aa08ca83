/*
 * uji-balikan-param.c - parameters of data balikan (B-01): what may be one,
 * how versions come about, the values of a row; and the template made of them
 * (B-02), read back by what reads the files that institutions send.
 *
 * Without SIFILMA_KONFIG only the rules that need no database are looked at.
 */
#include "lib/form.h"
#include "lib/tabel.h"
#include "lib/text.h"
#include "model/balikan-nilai.h"
#include "model/balikan-param.h"
#include "model/balikan-templat.h"
#include "uji-basis.h"
#include "uji-buang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#define TEKS(nama_)                                                            \
	{                                                                      \
		.nama = nama_, .panjang = 20                                   \
	}

static const char *const ya_tidak[] = { "Ya", "Tidak", NULL };

static int kosongkan(void **state)
{
	(void)state;
	arena_reset(arena);
	return 0;
}

/* Faults as "0 nama wajib, 1 pola pola"; r is mended. */
static const char *salah(struct balikan_ruas *r, size_t n)
{
	size_t m;
	struct balikan_ruas_galat *g = balikan_ruas_periksa(arena, r, n, &m);
	struct buf b = { .a = arena };

	buf_text(&b, "");
	for (size_t i = 0; i < m; i++)
		buf_printf(&b, "%s%zu %s %s", i == 0 ? "" : ", ", g[i].urut,
			   g[i].ruas, g[i].kode);
	return b.p;
}

#define SALAH(kata, ...)                                                       \
	assert_string_equal(salah(&(struct balikan_ruas)__VA_ARGS__, 1), kata)

static void nama(void **state)
{
	struct balikan_ruas r[] = { TEKS("  no_cif "), TEKS("No_Cif"),
				    TEKS("NO__CIF2"), TEKS(NULL) };

	(void)state;
	assert_string_equal(salah(r, 4), "1 nama ganda, 3 nama wajib");
	assert_string_equal(r[0].nama, "NO_CIF");
	assert_string_equal(r[1].nama, "NO_CIF");
	SALAH("0 nama nik", TEKS("nik"));
	SALAH("", TEKS("NIK2"));
	SALAH("", TEKS("A"));
	SALAH("0 nama format", TEKS("9A"));
	SALAH("0 nama format", TEKS("_A"));
	SALAH("0 nama format", TEKS("A B"));
	SALAH("0 nama format", TEKS("A-B"));
	SALAH("0 nama format", TEKS("\xc3\x89TAT"));
	SALAH("0 nama wajib", TEKS(" "));
	SALAH("", TEKS("A234567890123456789012345678901234567890"));
	SALAH("0 nama terlalu-panjang",
	      TEKS("A2345678901234567890123456789012345678901"));
}

static void jenis(void **state)
{
	struct balikan_ruas r;

	(void)state;
	for (int i = 0; i < BALIKAN_JENIS_N; i++)
		assert_int_equal(balikan_jenis_dari(balikan_jenis_nama[i]), i);
	assert_int_equal(balikan_jenis_dari("lain"), BALIKAN_JENIS_N);
	assert_int_equal(balikan_jenis_dari(NULL), BALIKAN_JENIS_N);
	SALAH("0 jenis pilihan", { .nama = "A", .jenis = BALIKAN_JENIS_N });
	SALAH("0 panjang wajib", { .nama = "A" });
	SALAH("0 panjang wajib", { .nama = "A", .panjang = -1 });
	SALAH("", { .nama = "A", .panjang = 999 });
	SALAH("0 panjang terlalu-besar", { .nama = "A", .panjang = 1000 });
	SALAH("", { .nama = "A", .jenis = BALIKAN_ANGKA, .panjang = 30 });
	SALAH("0 panjang terlalu-besar",
	      { .nama = "A", .jenis = BALIKAN_ANGKA, .panjang = 31 });

	/* A date and a telephone number have a length of their own, and no
	   pattern. */
	r = (struct balikan_ruas){ .nama = "A",
				   .jenis = BALIKAN_TANGGAL,
				   .pola = "9999",
				   .pilihan = ya_tidak };
	assert_string_equal(salah(&r, 1), "");
	assert_int_equal(r.panjang, 10);
	assert_null(r.pola);
	assert_null(r.pilihan);
	r = (struct balikan_ruas){ .nama = "A",
				   .jenis = BALIKAN_TELEPON,
				   .panjang = 3 };
	assert_string_equal(salah(&r, 1), "");
	assert_int_equal(r.panjang, 16);
	r = (struct balikan_ruas){ .nama = "A",
				   .jenis = BALIKAN_PILIHAN,
				   .panjang = 3,
				   .pilihan = ya_tidak };
	assert_string_equal(salah(&r, 1), "");
	assert_int_equal(r.panjang, 5);
}

static void pola(void **state)
{
	struct balikan_ruas r = { .nama = "A",
				  .panjang = 8,
				  .pola = " AA-9999 " };

	(void)state;
	assert_string_equal(salah(&r, 1), "");
	assert_string_equal(r.pola, "AA-9999");
	r = (struct balikan_ruas){ .nama = "A", .panjang = 8, .pola = " " };
	assert_string_equal(salah(&r, 1), "");
	assert_null(r.pola);
	SALAH("0 pola pola-panjang",
	      { .nama = "A", .panjang = 6, .pola = "AA-9999" });
	SALAH("", { .nama = "A",
		    .panjang = 60,
		    .pola = "999999999999999999999999999999"
			    "999999999999999999999999999999" });
	SALAH("0 pola terlalu-panjang",
	      { .nama = "A",
		.panjang = 61,
		.pola = "9999999999999999999999999999999"
			"999999999999999999999999999999" });
	SALAH("0 pola pola", { .nama = "A", .panjang = 8, .pola = "9\x1f" });
	SALAH("", { .nama = "A",
		    .jenis = BALIKAN_ANGKA,
		    .panjang = 8,
		    .pola = "62999" });
	SALAH("0 pola pola", { .nama = "A",
			       .jenis = BALIKAN_ANGKA,
			       .panjang = 8,
			       .pola = "AA999" });
}

static void pilihan(void **state)
{
	const char *const *c =
	    balikan_pilihan_urai(arena, "\n Ya \r\n\n  \nTidak  tahu");
	struct buf b = { .a = arena };

	(void)state;
	assert_string_equal(c[0], "Ya");
	assert_string_equal(c[1], "Tidak tahu");
	assert_null(c[2]);
	assert_string_equal(balikan_pilihan_susun(arena, c), "Ya\nTidak tahu");
	assert_null(balikan_pilihan_susun(arena, NULL));
	assert_null(balikan_pilihan_urai(arena, NULL)[0]);
	assert_null(balikan_pilihan_urai(arena, "")[0]);
	SALAH("0 pilihan wajib", { .nama = "A", .jenis = BALIKAN_PILIHAN });
	SALAH("0 pilihan wajib",
	      { .nama = "A",
		.jenis = BALIKAN_PILIHAN,
		.pilihan = balikan_pilihan_urai(arena, " \n ") });
	SALAH("0 pilihan ganda",
	      { .nama = "A",
		.jenis = BALIKAN_PILIHAN,
		.pilihan = balikan_pilihan_urai(arena, "Ya\nTidak\nYA") });
	SALAH("0 pilihan pola",
	      { .nama = "A",
		.jenis = BALIKAN_PILIHAN,
		.pilihan = balikan_pilihan_urai(arena, "Y\x1f"
						       "a") });
	for (int i = 0; i < 200; i++)
		buf_printf(&b, "%s%09d", i == 0 ? "" : "\n", i);
	assert_int_equal(b.n, 1999);
	SALAH("", { .nama = "A",
		    .jenis = BALIKAN_PILIHAN,
		    .pilihan = balikan_pilihan_urai(arena, b.p) });
	buf_text(&b, "\na");
	SALAH("0 pilihan terlalu-panjang",
	      { .nama = "A",
		.jenis = BALIKAN_PILIHAN,
		.pilihan = balikan_pilihan_urai(arena, b.p) });
}

/* All values of a row fit VARBINARY(4000), whatever their characters. */
static void muat_sebaris(void **state)
{
	struct balikan_ruas r[61] = { 0 };

	(void)state;
	assert_string_equal(salah(r, 0), "0  kosong");
	for (int i = 0; i < 61; i++)
		r[i] = (struct balikan_ruas){ .nama =
						  arena_printf(arena, "P%d", i),
					      .panjang = 1 };
	assert_string_equal(salah(r, 60), "");
	assert_string_equal(salah(r, 61), "0  terlalu-banyak");
	/* 4 × 999 and a separator and 3 bytes: 4 000 */
	r[0].panjang = 999;
	r[1].jenis = BALIKAN_ANGKA;
	r[1].panjang = 3;
	assert_string_equal(salah(r, 2), "");
	r[1].panjang = 4;
	assert_string_equal(salah(r, 2), "0  isi-panjang");
}

static void sama(void **state)
{
	struct balikan_ruas a = {
		.nama = "A", .panjang = 5, .pola = "9", .pilihan = ya_tidak
	};
	static const char *const lain[] = { "Ya", NULL };
	struct balikan_ruas b[] = { a, a, a, a, a, a, a, a };

	(void)state;
	assert_true(balikan_ruas_sama(&a, 1, &b[0], 1));
	b[1].nama = "B";
	b[2].panjang = 6;
	b[3].wajib = true;
	b[4].pola = NULL;
	b[5].pilihan = NULL;
	b[6].pilihan = lain;
	b[7].jenis = BALIKAN_ANGKA;
	for (size_t i = 1; i < COUNT(b); i++)
		if (balikan_ruas_sama(&a, 1, &b[i], 1))
			fail_msg("the same: %zu", i);
	assert_false(balikan_ruas_sama(&a, 1, b, 2));
	assert_true(balikan_ruas_sama(NULL, 0, NULL, 0));
}

static void isi(void **state)
{
	const char *nilai[] = { "satu", NULL, "", "\xc3\xa9mpat" };
	struct blob b = balikan_isi_susun(arena, nilai, 4);
	const char **lagi;

	(void)state;
	assert_int_equal(b.n, 4 + 1 + 1 + 1 + 6);
	assert_memory_equal(b.p, "satu\x1f\x1f\x1f\xc3\xa9mpat", b.n);
	assert_true(balikan_isi_urai(arena, b, &lagi, 4));
	assert_string_equal(lagi[0], "satu");
	assert_string_equal(lagi[1], "");
	assert_string_equal(lagi[2], "");
	assert_string_equal(lagi[3], "\xc3\xa9mpat");
	assert_false(balikan_isi_urai(arena, b, &lagi, 3));
	assert_null(lagi);
	assert_false(balikan_isi_urai(arena, b, &lagi, 5));
	assert_false(balikan_isi_urai(arena, b, &lagi, 0));
	b = (struct blob){ NULL, 0 };
	assert_true(balikan_isi_urai(arena, b, &lagi, 1));
	assert_string_equal(lagi[0], "");
	assert_false(balikan_isi_urai(arena, b, &lagi, 2));
}

/* --- the template --- */

static const struct balikan_ruas segala[] = {
	{ .nama = "NO_CIF", .panjang = 20, .wajib = true },
	{ .nama = "PENDEK", .panjang = 3, .wajib = true },
	{ .nama = "KODE", .panjang = 8, .wajib = true, .pola = "AA-99X" },
	{ .nama = "SALDO",
	  .jenis = BALIKAN_ANGKA,
	  .panjang = 12,
	  .wajib = true },
	{ .nama = "SATU", .jenis = BALIKAN_ANGKA, .panjang = 1, .wajib = true },
	{ .nama = "NPWP",
	  .jenis = BALIKAN_ANGKA,
	  .panjang = 15,
	  .wajib = true,
	  .pola = "999999999999999" },
	{ .nama = "TGL",
	  .jenis = BALIKAN_TANGGAL,
	  .panjang = 10,
	  .wajib = true },
	{ .nama = "NO_HP",
	  .jenis = BALIKAN_TELEPON,
	  .panjang = 16,
	  .wajib = true },
	{ .nama = "SETUJU",
	  .jenis = BALIKAN_PILIHAN,
	  .panjang = 5,
	  .wajib = true,
	  .pilihan = ya_tidak },
	{ .nama = "LAIN", .panjang = 5 },
};

static const struct balikan_versi versi_segala = { .nomor = 1,
						   .ruas = segala,
						   .n = COUNT(segala) };

static void contoh_sah(void **state)
{
	char kini[BALIKAN_NILAI_BYTES];
	size_t n;

	(void)state;
	for (size_t i = 0; i < COUNT(segala); i++)
		for (size_t ke = 0; ke < 2; ke++) {
			const char *s =
			    balikan_ruas_contoh(arena, &segala[i], ke);
			const char *kode = balikan_nilai_periksa(
			    &segala[i], s, strlen(s), false, kini, &n);

			if (kode != NULL)
				fail_msg("%s: %s is %s", segala[i].nama, s,
					 kode);
			if (segala[i].wajib && n == 0)
				fail_msg("%s: empty", segala[i].nama);
		}
	assert_string_equal(balikan_ruas_contoh(arena, &segala[9], 1), "");
}

struct dibaca {
	size_t n;
	const char *sel[4][COUNT(segala) + 1];
	size_t n_sel[4];
};

static enum err catat_baris(void *ctx, const struct baris *b)
{
	struct dibaca *d = ctx;

	if (d->n < 4) {
		d->n_sel[d->n] = b->n;
		for (size_t i = 0; i < b->n && i <= COUNT(segala); i++)
			d->sel[d->n][i] = arena_strdup(arena, baris_sel(b, i));
	}
	d->n++;
	return OK;
}

static struct dibaca baca(struct blob b)
{
	struct tabel_galat g = { 0 };
	struct dibaca d = { 0 };
	int fd = memfd_create("templat", MFD_CLOEXEC);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, b.p, b.n), b.n);
	assert_int_equal(tabel_baca(arena, fd, TABEL_OTOMATIS,
				    &tabel_batas_umum, catat_baris, &d, &g),
			 OK);
	close(fd);
	return d;
}

static void templat_dibaca(void **state)
{
	struct blob xlsx, csv = balikan_templat_csv(arena, &versi_segala);
	struct dibaca d[2];

	(void)state;
	assert_int_equal(balikan_templat_xlsx(arena, &versi_segala,
					      "Kolom\tAturan\nNIK\t16 angka\n",
					      &xlsx),
			 OK);
	d[0] = baca(csv);
	d[1] = baca(xlsx);
	/* The first sheet is the one to be filled in: nothing but a heading. */
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(d[i].n, 1);
		assert_int_equal(d[i].n_sel[0], COUNT(segala) + 1);
		assert_string_equal(d[i].sel[0][0], "NIK");
		for (size_t j = 0; j < COUNT(segala); j++)
			assert_string_equal(d[i].sel[0][j + 1], segala[j].nama);
	}
}

/* --- versions --- */

#define ID 970001
static const struct pelaku orang = { .akun = ID,
				     .lembaga = ID,
				     .role = ROLE_PENGGUNA };

SQL(Q_LEMBAGA, "INSERT INTO lembaga (id, kode, nama, jenis, alamat, kota,"
	       " provinsi, dibuat) VALUES (?, ?, 'Lembaga Uji', 'bhi-pusat',"
	       " '-', '-', '-', '2019-01-01')");
SQL(Q_AKUN,
    "INSERT INTO akun (id, username, nama, peran, lembaga_id, email, telepon,"
    " alamat, kota, provinsi, status, dibuat) VALUES (970001, '970001',"
    " 'Uji Parameter', 'pengguna', 970001, 'uji@uji.example', '0', '-', '-',"
    " '-', 'aktif', '2026-01-01')");
SQL(Q_AUDIT, "SELECT COUNT(*) FROM audit WHERE tindakan = 'balikan-parameter'"
	     " AND akun_id = 970001 AND objek_id = ?");
SQL(H_RUAS, "DELETE r FROM balikan_ruas r JOIN balikan_versi v"
	    " ON v.id = r.versi_id WHERE v.lembaga_id BETWEEN 970001"
	    " AND 970002");

static int bersihkan(void **state)
{
	(void)state;
	arena_reset(arena);
	if (db_exec(db, &H_RUAS) != OK)
		return 1;
	return buang_orang(db, ID, ID + 1) != OK;
}

static int siapkan(void **state)
{
	if (bersihkan(state) != 0)
		return 1;
	for (int64_t i = ID; i <= ID + 1; i++)
		if (db_exec(db, &Q_LEMBAGA, i,
			    arena_printf(arena, "%lld", (long long)i)) != OK)
			return 1;
	return db_exec(db, &Q_AKUN) != OK;
}

static enum err buat(int64_t dasar, size_t n, int64_t *nomor)
{
	return balikan_versi_baru(db, &orang, dasar, segala, n, nomor);
}

static void versi(void **state)
{
	struct balikan_versi v, *semua;
	struct rows *r;
	int64_t nomor, satu;
	size_t n;

	(void)state;
	assert_int_equal(balikan_versi_kini(db, ID, &v), ERR_NOT_FOUND);
	assert_int_equal(balikan_versi_semua(db, ID, &semua, &n), OK);
	assert_int_equal(n, 0);
	assert_int_equal(buat(1, 2, &nomor), ERR_CONFLICT);
	assert_int_equal(buat(0, COUNT(segala), &nomor), OK);
	assert_int_equal(nomor, 1);
	assert_int_equal(balikan_versi_kini(db, ID, &v), OK);
	assert_int_equal(v.nomor, 1);
	assert_int_equal(v.lembaga_id, ID);
	assert_string_equal(v.oleh, "Uji Parameter");
	assert_true(balikan_ruas_sama(v.ruas, v.n, segala, COUNT(segala)));
	satu = v.id;

	/* Unchanged is no version; who begins from an old one is told. */
	assert_int_equal(buat(1, COUNT(segala), &nomor), OK);
	assert_int_equal(nomor, 1);
	assert_int_equal(buat(0, 2, &nomor), ERR_CONFLICT);
	assert_int_equal(buat(1, 2, NULL), OK);
	assert_int_equal(buat(1, 3, &nomor), ERR_CONFLICT);
	assert_int_equal(buat(2, 3, &nomor), OK);
	assert_int_equal(nomor, 3);

	assert_int_equal(balikan_versi_semua(db, ID, &semua, &n), OK);
	assert_int_equal(n, 3);
	assert_int_equal(semua[0].nomor, 3);
	assert_int_equal(semua[0].n, 3);
	assert_int_equal(semua[1].n, 2);
	assert_int_equal(semua[2].id, satu);
	for (size_t i = 0; i < n; i++)
		assert_true(balikan_ruas_sama(semua[i].ruas, semua[i].n, segala,
					      semua[i].n));
	assert_int_equal(balikan_versi_ambil(db, satu, &v), OK);
	assert_int_equal(v.n, COUNT(segala));
	assert_int_equal(balikan_versi_ambil(db, 1LL << 31, &v), ERR_NOT_FOUND);
	assert_int_equal(db_one(db, &r, &Q_AUDIT, satu), OK);
	assert_int_equal(db_int(r, 0), 1);
	assert_int_equal(balikan_versi_kini(db, ID + 1, &v), ERR_NOT_FOUND);
}

static void siapa(void **state)
{
	struct pelaku p = orang;

	(void)state;
	p.role = ROLE_ADMIN;
	assert_int_equal(balikan_versi_baru(db, &p, 0, segala, 1, NULL),
			 ERR_FORBIDDEN);
	p.role = ROLE_PRODUSEN;
	assert_int_equal(balikan_versi_baru(db, &p, 0, segala, 1, NULL),
			 ERR_FORBIDDEN);
	p = orang;
	p.lembaga = 0;
	assert_int_equal(balikan_versi_baru(db, &p, 0, segala, 1, NULL),
			 ERR_FORBIDDEN);
	p = orang;
	p.role = ROLE_DINAS;
	assert_int_equal(balikan_versi_baru(db, &p, 0, segala, 1, NULL), OK);
}

int main(void)
{
	const struct CMUnitTest aturan[] = {
		cmocka_unit_test_setup(nama, kosongkan),
		cmocka_unit_test_setup(jenis, kosongkan),
		cmocka_unit_test_setup(pola, kosongkan),
		cmocka_unit_test_setup(pilihan, kosongkan),
		cmocka_unit_test_setup(muat_sebaris, kosongkan),
		cmocka_unit_test_setup(sama, kosongkan),
		cmocka_unit_test_setup(isi, kosongkan),
		cmocka_unit_test_setup(contoh_sah, kosongkan),
		cmocka_unit_test_setup(templat_dibaca, kosongkan),
	};
	const struct CMUnitTest basis[] = {
		cmocka_unit_test_setup_teardown(versi, siapkan, bersihkan),
		cmocka_unit_test_setup_teardown(siapa, siapkan, bersihkan),
	};
	bool ada = basis_buka();
	int gagal = cmocka_run_group_tests(aturan, NULL, NULL);

	if (ada)
		gagal += cmocka_run_group_tests(basis, NULL, NULL);
	return basis_tutup(gagal);
}
