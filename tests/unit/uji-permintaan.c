/*
 * uji-permintaan.c - rules of the request that need no page: the chain of
 * dispositions, words of a search, the serial list; and, against a real
 * server, that no page of the list reads more than it shows (P-20).
 *
 * SIFILMA_KONFIG names the unit tests' configuration; the tests that need the
 * database are left out without one.
 */
#include "lib/db.h"
#include "lib/text.h"
#include "model/permintaan.h"
#include "uji-basis.h"
#include "uji-buang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

/* --- P-05: the chain --- */

static void chain_in_order(void **state)
{
	static const struct {
		const char *d[DISPOSISI_N];
		const char *kode;
		size_t mana;
	} kasus[] = {
		{ { NULL, NULL, NULL }, NULL, 0 },
		{ { "2026-03-02", NULL, NULL }, NULL, 0 },
		{ { "2026-03-02", "2026-03-02", "2026-03-10" }, NULL, 0 },
		{ { "2026-03-01", NULL, NULL }, "sebelum-agenda", 0 },
		{ { "2026-03-11", NULL, NULL }, "masa-depan", 0 },
		{ { NULL, "2026-03-03", NULL }, "urutan", 0 },
		{ { "2026-03-03", NULL, "2026-03-04" }, "urutan", 1 },
		{ { "2026-03-03", "2026-03-02", NULL }, "sebelum-atasan", 1 },
		{ { "2026-03-03", "2026-03-04", "2026-03-03" },
		  "sebelum-atasan",
		  2 },
		{ { "2026-03-03", "2026-03-04", "2026-04-01" },
		  "masa-depan",
		  2 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(kasus); i++) {
		struct disposisi d[DISPOSISI_N] = { 0 };
		size_t mana = 9;
		const char *kode;

		for (size_t j = 0; j < DISPOSISI_N; j++)
			d[j].tanggal = kasus[i].d[j];
		kode = disposisi_periksa(d, "2026-03-02", "2026-03-10", &mana);
		if (kasus[i].kode == NULL) {
			assert_null(kode);
			continue;
		}
		assert_non_null(kode);
		assert_string_equal(kode, kasus[i].kode);
		assert_int_equal(mana, kasus[i].mana);
	}
}

/* --- P-03: words of a search --- */

static void words_of_a_search(void **state)
{
	(void)state;
	assert_string_equal(permintaan_kata_cari(arena, "045/112/UM"),
			    "+045* +112*");
	assert_string_equal(permintaan_kata_cari(arena, "  bank\"  +jaya*-x "),
			    "+bank* +jaya*");
	assert_string_equal(permintaan_kata_cari(arena, "kafé"), "+kafé*");
	assert_null(permintaan_kata_cari(arena, "a b' (*) @@ \"\""));
	assert_null(permintaan_kata_cari(arena, ""));
	/* Not more words than a search bears. */
	assert_string_equal(
		permintaan_kata_cari(arena, "aaa bbb ccc ddd eee fff ggg hhh"
					    " iii jjj"),
		"+aaa* +bbb* +ccc* +ddd* +eee* +fff* +ggg* +hhh*");
}

/* --- P-04: the serial list --- */

static void harus_galat(const struct seri *s, size_t i, size_t nomor,
			const char *kode)
{
	assert_true(i < s->n_galat);
	assert_int_equal(s->galat[i].nomor, nomor);
	assert_string_equal(s->galat[i].kode, kode);
}

static void serials_are_tidied(void **state)
{
	struct tabel_galat galat;
	struct seri s;

	(void)state;
	assert_int_equal(seri_baca_teks(arena,
					"Seri Kartu;Seri Mesin\n"
					"30 15 4b 01;rdr-1\n"
					"\n"
					"a1/b\xC2\xA0.c ; R_22 ;abaikan\n",
					&s, &galat),
			 OK);
	assert_int_equal(s.n, 2);
	assert_int_equal(s.n_galat, 0);
	assert_string_equal(s.baris[0].kartu, "30154B01");
	assert_string_equal(s.baris[0].mesin, "RDR-1");
	assert_int_equal(s.baris[0].nomor, 2);
	assert_int_equal(s.baris[1].nomor, 4);
	/* A table copied from a spreadsheet; no heading. */
	assert_int_equal(seri_baca_teks(arena, "A001\tB001\nA002\tB002", &s,
					&galat),
			 OK);
	assert_int_equal(s.n, 2);
	assert_int_equal(s.baris[0].nomor, 1);
}

static void bad_serials_are_named(void **state)
{
	struct tabel_galat galat;
	struct seri s;

	(void)state;
	assert_int_equal(
		seri_baca_teks(arena,
			       "A001,B001\n"
			       ",B002\n"
			       "A003\n"
			       "A4,B004\n"
			       "ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567,B005\n"
			       "TANPAANGKA,B=06\n",
			       &s, &galat),
		OK);
	assert_int_equal(s.n, 6);
	assert_int_equal(s.n_galat, 6);
	harus_galat(&s, 0, 2, "kartu-kosong");
	harus_galat(&s, 1, 3, "mesin-kosong");
	harus_galat(&s, 2, 4, "kartu-bentuk");
	harus_galat(&s, 3, 5, "kartu-bentuk");
	harus_galat(&s, 4, 6, "kartu-bentuk");
	harus_galat(&s, 5, 6, "mesin-bentuk");
	assert_int_equal(seri_baca_teks(arena, "A001;\"B001\nA002;B002", &s,
					&galat),
			 ERR_INPUT);
	assert_int_equal(galat.kode, TABEL_KUTIP_TERBUKA);
}

/* --- with a database --- */

#define BANYAK 3000

SQL(Q_LEMBAGA, "INSERT INTO lembaga (id, kode, nama, jenis, alamat, kota,"
	       " provinsi, dibuat) SELECT 900000 + seq,"
	       " CONCAT('9', LPAD(seq, 5, '0')), CONCAT('Uji ', seq),"
	       " IF(seq <= 2, 'produsen', 'bhi-pusat'), '-', '-', '-',"
	       " '2026-01-01' FROM seq_1_to_5");
SQL(Q_AKUN, "INSERT INTO akun (id, username, nama, peran, lembaga_id, email,"
	    " telepon, alamat, kota, provinsi, status, dibuat) VALUES (900001,"
	    " 'uji-permintaan', 'Uji', 'pengguna', 900003, 'u@uji.example',"
	    " '0', '-', '-', '-', 'aktif', '2026-01-01')");
/* Many of the same moment and the same number of readers: the id decides. */
SQL(Q_ISI,
    "INSERT INTO permintaan (id, lembaga_id, produsen_id, nomor, judul,"
    " jumlah, fungsi, status, pembuat_id, dibuat)"
    " SELECT 900000 + seq, 900003 + seq * 7 % 3, 900001 + seq * 5 % 2,"
    " CONCAT('N/', seq * 7919 % 3001), CONCAT('Judul ', seq), 1 + seq % 40,"
    " 'R', ELT(1 + seq * 11 % 8, 'baru', 'diajukan', 'ditarik', 'ditolak',"
    " 'disetujui', 'terdaftar', 'dikembalikan', 'diterima'), 900001,"
    " '2026-01-01' + INTERVAL seq DIV 3 * 600 SECOND FROM seq_1_to_3000");
SQL(Q_TOTAL,
    "INSERT INTO permintaan_total (lembaga_id, produsen_id, status, jumlah)"
    " SELECT lembaga_id, produsen_id, status, COUNT(*) FROM permintaan"
    " WHERE id > 900000 GROUP BY lembaga_id, produsen_id, status"
    " UNION ALL SELECT lembaga_id, 0, status, COUNT(*) FROM permintaan"
    " WHERE id > 900000 GROUP BY lembaga_id, status"
    " UNION ALL SELECT 0, produsen_id, status, COUNT(*) FROM permintaan"
    " WHERE id > 900000 GROUP BY produsen_id, status");
SQL(Q_BUANG_KARTU, "DELETE FROM kartu WHERE permintaan_id > 900000");
SQL(Q_BUANG, "DELETE FROM permintaan WHERE id > 900000");
SQL(Q_BUANG_TOTAL, "DELETE FROM permintaan_total WHERE lembaga_id > 900000"
		   " OR produsen_id > 900000");
SQL(Q_SEGARKAN, "ANALYZE TABLE permintaan");
SQL(Q_BERSIHKAN, "FLUSH STATUS");
SQL(Q_BACAAN, "SHOW SESSION STATUS LIKE 'Handler_read%'");
SQL(Q_BANDING,
    "SELECT COUNT(*) FROM permintaan WHERE id > 900000"
    " AND (? = 0 OR lembaga_id = ?) AND (? = 0 OR produsen_id = ?)"
    " AND (? IS NULL OR status = ?) AND (? = 0 OR status <> 'baru')"
    " AND (? = 0 OR dibuat >= '2026-01-05 17:00:00')");

static struct sql *const bawah[] = { &Q_BUANG_KARTU, &Q_BUANG,
				     &Q_BUANG_TOTAL };

static int kosongkan(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(bawah); i++)
		if (db_exec_params(db, bawah[i], DB_PARAMS_EMPTY()) != OK)
			return 1;
	return buang_orang(db, 900001, 999999) != OK;
}

static int isi(void **state)
{
	struct rows *r;

	arena_reset(arena);
	return kosongkan(state) != 0 || db_exec(db, &Q_LEMBAGA) != OK ||
	       db_exec(db, &Q_AKUN) != OK || db_exec(db, &Q_ISI) != OK ||
	       db_exec(db, &Q_TOTAL) != OK ||
	       db_query(db, &r, &Q_SEGARKAN) != OK;
}

/* Index entries stepped over, and rows looked up by key, since FLUSH. */
static void bacaan(int64_t *langkah, int64_t *kunci)
{
	struct rows *r;

	*langkah = 0;
	*kunci = 0;
	assert_int_equal(db_query(db, &r, &Q_BACAAN), OK);
	while (db_next(r))
		*(strcmp(db_text(r, 0), "Handler_read_key") == 0 ? kunci :
								   langkah) +=
			db_int(r, 1);
}

/* One page, and what it cost. */
static size_t laman(const struct pelaku *p, const struct permintaan_saring *s,
		    const struct permintaan_laman *l,
		    struct permintaan_baris **b)
{
	int64_t langkah, kunci;
	size_t n;

	assert_int_equal(db_exec(db, &Q_BERSIHKAN), OK);
	assert_int_equal(permintaan_daftar(db, p, s, l, b, &n), OK);
	bacaan(&langkah, &kunci);
	/* The list's own index; the names cost one key each at most. */
	if (langkah > (int64_t)n || kunci > 2 * (int64_t)n + 2)
		fail_msg("role %s, status %s, producer %lld, institution %lld,"
			 " order %d %s%s: %zu rows, %lld steps, %lld keys",
			 role_name(p->role),
			 s->status == NULL ? "-" : s->status,
			 (long long)s->produsen, (long long)s->lembaga, l->urut,
			 l->turun ? "down" : "up", l->mundur ? " back" : "", n,
			 (long long)langkah, (long long)kunci);
	return n;
}

static int64_t sebenarnya(const struct pelaku *p,
			  const struct permintaan_saring *s)
{
	int64_t lembaga = p->role & ROLE_PEMINTA ? p->lembaga : s->lembaga;
	int64_t produsen = p->role == ROLE_PRODUSEN ? p->lembaga : s->produsen;
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_BANDING, lembaga, lembaga, produsen,
				produsen, s->status, s->status,
				(int64_t)!(p->role & ROLE_PEMINTA),
				(int64_t)(s->dari != NULL)),
			 OK);
	return db_int(r, 0);
}

static int banding(const struct permintaan_baris *x,
		   const struct permintaan_baris *y, enum permintaan_urut urut)
{
	int n = urut == URUT_TANGGAL ? strcmp(x->dibuat, y->dibuat) :
		urut == URUT_NOMOR   ? strcmp(x->nomor, y->nomor) :
				       (x->jumlah > y->jumlah) -
					       (x->jumlah < y->jumlah);

	return n != 0 ? n : (x->id > y->id) - (x->id < y->id);
}

/* What a page shows is what the list and the count say, from the first one
   to the one behind the last; it reads no more entries of the list's index,
   and of the totals one a status.  Asked for twice, because the names of the
   institutions may just have been read anew. */
static void halaman_sama(const struct pelaku *p,
			 const struct permintaan_saring *s,
			 enum permintaan_urut urut, bool turun)
{
	struct permintaan_laman l = { .urut = urut, .turun = turun,
				      .banyak = 97 };
	struct permintaan_baris *b, *c;
	int64_t total, benar, langkah[2], kunci[2];
	bool pasti, pasti_benar;
	size_t n, m;

	do {
		for (int i = 0; i < 2; i++) {
			assert_int_equal(db_exec(db, &Q_BERSIHKAN), OK);
			assert_int_equal(permintaan_halaman(db, p, s, &l, &b,
							    &n, &total, &pasti),
					 OK);
			bacaan(&langkah[i], &kunci[i]);
		}
		if (s->dari == NULL && (langkah[0] > (int64_t)n + 9 &&
					langkah[1] > (int64_t)n + 9))
			fail_msg("%zu rows, %lld steps", n,
				 (long long)langkah[1]);
		if (s->dari == NULL && urut == URUT_TANGGAL && turun && n > 0 &&
		    kunci[0] > 4 && kunci[1] > 4)
			fail_msg("%zu rows, %lld keys", n,
				 (long long)kunci[1]);
		assert_int_equal(permintaan_hitung(db, p, s, &benar,
						   &pasti_benar),
				 OK);
		assert_int_equal(total, benar);
		assert_int_equal(pasti, pasti_benar);
		assert_int_equal(permintaan_daftar(db, p, s, &l, &c, &m), OK);
		assert_int_equal(n, m);
		for (size_t i = 0; i < n; i++) {
			assert_int_equal(b[i].id, c[i].id);
			assert_string_equal(b[i].kunci, c[i].kunci);
			assert_string_equal(b[i].lembaga, c[i].lembaga);
			assert_string_equal(b[i].produsen, c[i].produsen);
		}
		if (n > 0) {
			l.kunci = b[n - 1].kunci;
			l.id = b[n - 1].id;
		}
	} while (n > 0);
}

/* From one end to the other and back, page by page. */
static void jelajahi(const struct pelaku *p, const struct permintaan_saring *s,
		     enum permintaan_urut urut, bool turun)
{
	struct permintaan_laman l = { .urut = urut, .turun = turun,
				      .banyak = 97 };
	struct permintaan_baris *b, lalu = { 0 };
	int64_t maju = 0, mundur = 0, benar = sebenarnya(p, s), total;
	bool pasti;
	size_t n;

	while ((n = laman(p, s, &l, &b)) > 0) {
		for (size_t i = 0; i < n; i++) {
			if (maju++ > 0) {
				int c = banding(&lalu, &b[i], urut);

				assert_true(turun ? c > 0 : c < 0);
			}
			lalu = b[i];
		}
		l.kunci = b[n - 1].kunci;
		l.id = b[n - 1].id;
	}
	assert_int_equal(maju, benar);
	l.mundur = true;
	while (maju > 0 && (n = laman(p, s, &l, &b)) > 0) {
		mundur += (int64_t)n;
		l.kunci = b[0].kunci;
		l.id = b[0].id;
	}
	/* All but the last one, which was the cursor. */
	assert_int_equal(mundur, maju > 0 ? maju - 1 : 0);
	halaman_sama(p, s, urut, turun);
	assert_int_equal(permintaan_hitung(db, p, s, &total, &pasti), OK);
	assert_int_equal(total, !pasti ? PERMINTAAN_HITUNG_MAKS : benar);
	if (s->dari == NULL)
		assert_true(pasti);
	else
		assert_int_equal(pasti, benar <= PERMINTAAN_HITUNG_MAKS);
}

static void no_page_reads_more_than_it_shows(void **state)
{
	static const struct pelaku siapa[] = {
		{ .role = ROLE_PENGGUNA, .lembaga = 900003 },
		{ .role = ROLE_DINAS, .lembaga = 900005 },
		{ .role = ROLE_PRODUSEN, .lembaga = 900002 },
		{ .role = ROLE_ADMIN, .lembaga = 900005 },
		{ .role = ROLE_PEJABAT, .lembaga = 900005 },
	};
	static const char *const status[] = { NULL, "diajukan", "baru" };
	static const char *const dari[] = { NULL, "2026-01-06" };

	(void)state;
	for (size_t i = 0; i < COUNT(siapa) * 3 * 2 * 2 * 2; i++) {
		size_t j = i;
		const struct pelaku *p = &siapa[j % COUNT(siapa)];
		struct permintaan_saring s = { 0 };

		j /= COUNT(siapa);
		s.status = status[j % 3];
		j /= 3;
		/* Staff look through all the database's requests otherwise,
		   which other tests may add to. */
		s.produsen = j % 2 == 0 ? 900001 : 0;
		j /= 2;
		s.lembaga = j % 2 == 0 ? 900004 : 0;
		j /= 2;
		s.dari = dari[j % 2];
		if (s.status != NULL && strcmp(s.status, "baru") == 0 &&
		    !(p->role & ROLE_PEMINTA))
			continue;
		if (p->role & ROLE_DITJEN && s.produsen == 0 && s.lembaga == 0)
			continue;
		arena_reset(arena);
		for (int urut = URUT_TANGGAL; urut <= URUT_JUMLAH; urut++) {
			if (urut != URUT_TANGGAL &&
			    !permintaan_boleh_urut(p, &s))
				continue;
			jelajahi(p, &s, urut, true);
			jelajahi(p, &s, urut, false);
		}
	}
}

/* Without any filter: the first pages, however many requests there are. */
static void staff_without_filters(void **state)
{
	static const struct pelaku admin = { .role = ROLE_ADMIN };
	static const char *const status[] = { NULL, "diterima" };
	struct permintaan_baris *b;

	(void)state;
	for (int i = 0; i < 12; i++) {
		struct permintaan_saring s = { .status = status[i % 2] };
		struct permintaan_laman l = { .urut = i / 2 % 3,
					      .turun = i / 6 == 0,
					      .banyak = 26 };

		assert_true(permintaan_boleh_urut(&admin, &s));
		assert_int_equal(laman(&admin, &s, &l, &b), 26);
		l.kunci = b[25].kunci;
		l.id = b[25].id;
		assert_int_equal(laman(&admin, &s, &l, &b), 26);
	}
}

static void nobody_without_an_institution(void **state)
{
	static const struct pelaku siapa[] = {
		{ .role = ROLE_PENGGUNA },   { .role = ROLE_PRODUSEN },
		{ .role = ROLE_TAMU },	     { .role = ROLE_PEMOHON },
		{ .role = ROLE_VERIFIKATOR },
	};
	struct permintaan_saring s = { 0 };
	struct permintaan_laman l = { .turun = true, .banyak = 10 };
	struct permintaan_baris *b;
	struct permintaan k;
	int64_t total;
	bool pasti;
	size_t n;

	(void)state;
	for (size_t i = 0; i < COUNT(siapa); i++) {
		assert_int_equal(permintaan_daftar(db, &siapa[i], &s, &l, &b,
						   &n),
				 OK);
		assert_int_equal(n, 0);
		assert_int_equal(permintaan_hitung(db, &siapa[i], &s, &total,
						   &pasti),
				 OK);
		assert_int_equal(total, 0);
		assert_int_equal(permintaan_ambil(db, &siapa[i], 900001, &k),
				 ERR_NOT_FOUND);
	}
}

/* Two lists with one serial at the same moment: the second runs again and is
   then told. */
static void a_serial_is_taken_once(void **state)
{
	struct db *lain = db_new("uji");
	struct tabel_galat galat;
	struct seri s;

	(void)state;
	db_use_arena(lain, arena);
	assert_int_equal(seri_baca_teks(arena, "UJI-K1;UJI-M1\nUJI-K2;UJI-M2",
					&s, &galat),
			 OK);
	assert_int_equal(db_begin(lain), OK);
	assert_int_equal(seri_periksa(lain, 900002, &s), OK);
	assert_int_equal(s.n_galat, 0);
	assert_int_equal(seri_simpan(db, 900001, &s), OK);
	assert_int_equal(seri_simpan(lain, 900002, &s), ERR_RETRY);
	db_rollback(lain);
	assert_int_equal(seri_periksa(lain, 900002, &s), OK);
	assert_int_equal(s.n_galat, 4);
	harus_galat(&s, 0, 1, "kartu-terpakai");
	harus_galat(&s, 1, 1, "mesin-terpakai");
	/* Its own are no doubles; those of a refused request are free. */
	s.n_galat = 0;
	assert_int_equal(seri_periksa(db, 900001, &s), OK);
	assert_int_equal(s.n_galat, 0);
	assert_int_equal(seri_bebaskan(db, 900001), OK);
	assert_int_equal(seri_periksa(lain, 900002, &s), OK);
	assert_int_equal(s.n_galat, 0);
	assert_int_equal(seri_simpan(lain, 900002, &s), OK);
	db_free(lain);
}

int main(void)
{
	const struct CMUnitTest aturan[] = {
		cmocka_unit_test(chain_in_order),
		cmocka_unit_test(words_of_a_search),
		cmocka_unit_test(serials_are_tidied),
		cmocka_unit_test(bad_serials_are_named),
	};
	const struct CMUnitTest basis[] = {
		cmocka_unit_test(no_page_reads_more_than_it_shows),
		cmocka_unit_test(staff_without_filters),
		cmocka_unit_test(nobody_without_an_institution),
		cmocka_unit_test(a_serial_is_taken_once),
	};
	bool ada = basis_buka();
	int gagal =
	    cmocka_run_group_tests_name("permintaan", aturan, NULL, NULL);

	if (ada)
		gagal += cmocka_run_group_tests_name("permintaan-basis", basis,
						     isi, kosongkan);
	return basis_tutup(gagal);
}
