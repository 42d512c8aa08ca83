/*
 * uji-balikan-muat.c - B-06, B-09 to B-11, B-13: what files and single records
 * do to data balikan, against a model that is as simple as can be; totals are
 * exact, and what is taken back has never been.
 *
 * Ids of its rows: 965000 and up.
 */
#include "lib/crypto.h"
#include "lib/store.h"
#include "lib/text.h"
#include "model/balikan-kiriman.h"
#include "model/balikan-muat.h"
#include "model/balikan-simpan.h"
#include "uji-acak.h"
#include "uji-basis.h"
#include "uji-buang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <pthread.h>

#define LEMBAGA 965001
#define LAIN	965002

SQL(Q_LEMBAGA,
    "INSERT INTO lembaga (id, kode, nama, jenis, alamat, kota, provinsi,"
    " dibuat) SELECT 965000 + seq, 965000 + seq, 'Lembaga Uji', 'bhi-pusat',"
    " '-', '-', '-', '2019-01-01' FROM seq_1_to_2");
SQL(Q_AKUN,
    "INSERT INTO akun (id, username, nama, sandi, peran, lembaga_id, email,"
    " telepon, alamat, kota, provinsi, status, dibuat)"
    " SELECT 965000 + seq, CONCAT('uji-muat-', seq), 'Uji', '-', 'pengguna',"
    " 965000 + seq, CONCAT('uji-muat-', seq, '@uji.example'), '0812', '-',"
    " '-', '-', 'aktif', '2019-01-01' FROM seq_1_to_2");
SQL(Q_WILAYAH, "INSERT IGNORE INTO wilayah (kode, nama)"
	       " VALUES ('31', 'Uji'), ('3171', 'Uji'), ('317101', 'Uji')");
SQL(Q_VERSI, "INSERT INTO balikan_versi (id, lembaga_id, nomor, akun_id,"
	     " dibuat) SELECT 965000 + seq, 965000 + seq, 1, 965000 + seq,"
	     " '2019-01-01' FROM seq_1_to_2");
SQL(Q_VERSI_DUA, "INSERT INTO balikan_versi (id, lembaga_id, nomor, akun_id,"
		 " dibuat) VALUES (965011, 965001, 2, 965001, '2019-01-01')");
SQL(Q_RUAS, "INSERT INTO balikan_ruas (versi_id, urutan, nama, jenis, panjang,"
	    " wajib) VALUES (?, 1, ?, 'teks', 60, 0)");
SQL(Q_STATUS, "SELECT status, baris, diterima, diperbarui, tetap, ditolak,"
	      " galat, laporan FROM balikan_kiriman WHERE id = ?");
SQL(Q_ISI, "SELECT nik, kiriman_id, isi FROM balikan WHERE lembaga_id = ?"
	   " ORDER BY nik");
SQL(Q_LAMA, "SELECT nik, kiriman_id, diganti_id, isi FROM balikan_lama"
	    " WHERE lembaga_id = ? ORDER BY nik, kiriman_id, diganti_id, urut");
SQL(Q_TOTAL, "SELECT l.baris, (SELECT COUNT(*) FROM balikan"
	     " WHERE lembaga_id = l.lembaga_id)"
	     " FROM balikan_lembaga l WHERE l.lembaga_id = ?");
SQL(Q_HARIAN, "SELECT sumber, diterima, diperbarui, tetap, ditolak"
	      " FROM balikan_harian WHERE lembaga_id = ? ORDER BY sumber");
SQL(Q_HARIAN_HITUNG,
    "SELECT sumber, SUM(diterima), SUM(diperbarui), SUM(tetap), SUM(ditolak)"
    " FROM balikan_kiriman WHERE lembaga_id = ?"
    " AND status IN ('selesai', 'muat', 'urung') GROUP BY sumber"
    " ORDER BY sumber");
SQL(Q_HARI_LAYANAN,
    "SELECT MAX(id) FROM balikan_kiriman WHERE lembaga_id = ?"
    " AND sumber = 'layanan' AND versi_id = ?");
SQL(Q_TERAKHIR, "SELECT kiriman_id, terakhir FROM balikan_lembaga"
		" WHERE lembaga_id = ?");
SQL(Q_BERAPA, "SELECT COUNT(*) FROM balikan_kiriman WHERE lembaga_id = ?");
SQL(Q_TOLAK, "SELECT baris, ruas, nilai, kode FROM balikan_tolak"
	     " WHERE kiriman_id = ? ORDER BY urut");
SQL(Q_TOLAK_TOTAL, "SELECT ruas, kode, jumlah FROM balikan_tolak_total"
		   " WHERE kiriman_id = ? ORDER BY kode, ruas");
SQL(Q_TERLAYANI, "UPDATE balikan_lembaga SET terlayani = ?"
		 " WHERE lembaga_id = ?");
SQL(Q_LETAK, "SELECT status, terlayani FROM balikan_kiriman k"
	     " JOIN balikan_lembaga l ON l.lembaga_id = k.lembaga_id"
	     " WHERE k.id = ?");
SQL(H_TOLAK, "DELETE t FROM balikan_tolak t JOIN balikan_kiriman k"
	     " ON k.id = t.kiriman_id WHERE k.lembaga_id BETWEEN 965000"
	     " AND 965999");
SQL(H_TOLAK_TOTAL, "DELETE t FROM balikan_tolak_total t"
		   " JOIN balikan_kiriman k ON k.id = t.kiriman_id"
		   " WHERE k.lembaga_id BETWEEN 965000 AND 965999");
SQL(H_POTONGAN, "DELETE t FROM balikan_potongan t JOIN balikan_kiriman k"
		" ON k.id = t.kiriman_id WHERE k.lembaga_id BETWEEN 965000"
		" AND 965999");
#define HAPUS(t)                                                               \
	"DELETE FROM " t " WHERE lembaga_id BETWEEN 965000 AND 965999"
SQL(H_ISI, HAPUS("balikan"));
SQL(H_LAMA, HAPUS("balikan_lama"));
SQL(H_JEJAK, HAPUS("balikan_jejak"));
SQL(H_HARIAN, HAPUS("balikan_harian"));
SQL(H_KIRIMAN, HAPUS("balikan_kiriman"));
SQL(H_RUAS, "DELETE FROM balikan_ruas WHERE versi_id BETWEEN 965000"
	    " AND 965999");
SQL(H_VERSI, HAPUS("balikan_versi"));
SQL(H_TOTAL, HAPUS("balikan_lembaga"));

static struct db *pemuat; /* its own connection */
static struct balikan_bengkel bengkel;
static int kosongkan(void **state)
{
	struct sql *const q[] = { &H_TOLAK,  &H_TOLAK_TOTAL, &H_POTONGAN,
				  &H_ISI,    &H_LAMA,	     &H_JEJAK,
				  &H_HARIAN, &H_KIRIMAN,     &H_RUAS,
				  &H_VERSI,  &H_TOTAL };

	(void)state;
	arena_reset(arena);
	for (size_t i = 0; i < sizeof(q) / sizeof(*q); i++)
		if (db_exec(db, q[i]) != OK)
			return 1;
	return buang_orang(db, 965000, 965999) != OK;
}

static int siapkan(void **state)
{
	benih = 20261122;
	balikan_bengkel_siap(&bengkel, 3);
	bengkel.potongan = 40;
	bengkel.urut_bytes = 1; /* the least: several levels of runs */
	return kosongkan(state) != 0 || db_exec(db, &Q_LEMBAGA) != OK ||
	       db_exec(db, &Q_AKUN) != OK || db_exec(db, &Q_WILAYAH) != OK ||
	       db_exec(db, &Q_VERSI) != OK ||
	       db_exec(db, &Q_RUAS, 965001, "NO_CIF") != OK ||
	       db_exec(db, &Q_RUAS, 965002, "NO_CIF") != OK;
}

/* ---- doing ---- */

static uint64_t nik_ke(unsigned i)
{
	return 3171010101800001u + i;
}

static int64_t kirim_dari(int64_t lembaga, const char *csv, const char *cara)
{
	struct pelaku p = { .akun = lembaga,
			    .lembaga = lembaga,
			    .role = ROLE_PENGGUNA };
	struct kiriman_baru k = { .nama = "uji.csv",
				  .bytes = (int64_t)strlen(csv),
				  .cara = cara };
	int64_t id = 0;

	assert_int_equal(store_put(arena, csv, strlen(csv), &k.sha256), OK);
	assert_int_equal(balikan_kiriman_buat(db, &p, &k, &id), OK);
	return id;
}

static int64_t kirim(const char *csv)
{
	return kirim_dari(LEMBAGA, csv, "sebagian");
}

/* At most so many pieces of work; how many there were. */
static int kerjakan(int paling)
{
	bool ada = true, ramai;
	int n = 0;

	while (n < paling) {
		arena_reset(db_arena(pemuat));
		assert_int_equal(
		    balikan_kerja(pemuat, &bengkel, &ada, &ramai), OK);
		if (!ada)
			break;
		n++;
	}
	return n;
}

struct rekam {
	struct balikan_pengirim who;
	struct balikan_versi v;
	struct balikan_rekaman *r;
	size_t n;
	enum balikan_hasil *hasil;
	size_t ditolak;
};

static enum err rekam_di(struct db *d, void *ctx)
{
	struct rekam *k = ctx;

	return balikan_simpan(d, &k->who, &k->v, k->r, k->n, k->ditolak,
			      k->hasil);
}

static enum balikan_hasil formulir(uint64_t nik, const char *isi)
{
	enum balikan_hasil hasil = BALIKAN_TETAP;
	struct balikan_rekaman r = {
		nik, { (const unsigned char *)isi, strlen(isi) }
	};
	struct rekam k = { { LEMBAGA, LEMBAGA, 0, "formulir" },
			   { .id = 965001, .lembaga_id = LEMBAGA },
			   &r,
			   1,
			   &hasil,
			   0 };

	assert_int_equal(db_transaction(db, rekam_di, &k), OK);
	return hasil;
}

/* By the web service, under a version: n good ones from nik on, and refused
   ones; the sending they came to. */
static int64_t layanan(int64_t versi, unsigned nik, size_t n, size_t ditolak)
{
	enum balikan_hasil hasil[3];
	struct balikan_rekaman r[3];
	struct rekam k = { { LEMBAGA, 0, 1, "layanan" },
			   { .id = versi, .lembaga_id = LEMBAGA },
			   r,
			   n,
			   hasil,
			   ditolak };
	struct rows *rows;

	for (unsigned i = 0; i < n; i++)
		r[i] = (struct balikan_rekaman){
			nik_ke(nik + i), { (const unsigned char *)"w", 1 }
		};
	assert_int_equal(db_transaction(db, rekam_di, &k), OK);
	assert_int_equal(db_one(db, &rows, &Q_HARI_LAYANAN, LEMBAGA, versi),
			 OK);
	return db_int(rows, 0);
}

/* ---- looking ---- */

static void periksa(int64_t id, const char *status, int64_t diterima,
		    int64_t diperbarui, int64_t tetap, int64_t ditolak)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_STATUS, id), OK);
	assert_string_equal(db_text(r, 0), status);
	assert_int_equal(db_int(r, 2), diterima);
	assert_int_equal(db_int(r, 3), diperbarui);
	assert_int_equal(db_int(r, 4), tetap);
	assert_int_equal(db_int(r, 5), ditolak);
	if (strcmp(status, "selesai") == 0)
		assert_int_equal(db_int(r, 1),
				 diterima + diperbarui + tetap + ditolak);
}

/* The maintained totals are what a recount gives. */
static void periksa_total(void)
{
	struct rows *r, *h;

	assert_int_equal(db_one(db, &r, &Q_TOTAL, LEMBAGA), OK);
	assert_int_equal(db_int(r, 0), db_int(r, 1));
	assert_int_equal(db_query(db, &r, &Q_HARIAN, LEMBAGA), OK);
	assert_int_equal(db_query(db, &h, &Q_HARIAN_HITUNG, LEMBAGA), OK);
	while (db_next(r)) {
		bool nol = db_int(r, 1) == 0 && db_int(r, 2) == 0 &&
			   db_int(r, 3) == 0 && db_int(r, 4) == 0;

		if (nol)
			continue;
		assert_true(db_next(h));
		for (unsigned i = 0; i < 5; i++)
			assert_string_equal(db_text(r, i), db_text(h, i));
	}
	assert_false(db_next(h));
}

/* All of an institution as one text. */
static const char *foto(void)
{
	struct buf b = { .a = arena };
	struct rows *r;

	assert_int_equal(db_query(db, &r, &Q_ISI, LEMBAGA), OK);
	while (db_next(r))
		buf_printf(&b, "%s %s %s\n", db_text(r, 0), db_text(r, 1),
			   db_text(r, 2));
	buf_text(&b, "--\n");
	assert_int_equal(db_query(db, &r, &Q_LAMA, LEMBAGA), OK);
	while (db_next(r))
		buf_printf(&b, "%s %s %s %s\n", db_text(r, 0), db_text(r, 1),
			   db_text(r, 2), db_text(r, 3));
	assert_int_equal(db_query(db, &r, &Q_HARIAN, LEMBAGA), OK);
	while (db_next(r))
		if (db_int(r, 1) + db_int(r, 2) + db_int(r, 3) + db_int(r, 4))
			buf_printf(&b, "%s %s %s %s %s\n", db_text(r, 0),
				   db_text(r, 1), db_text(r, 2), db_text(r, 3),
				   db_text(r, 4));
	return b.p;
}

static const char *isi_kini(uint64_t nik, int64_t *kiriman)
{
	struct rows *r;

	assert_int_equal(db_query(db, &r, &Q_ISI, LEMBAGA), OK);
	while (db_next(r))
		if ((uint64_t)db_int(r, 0) == nik) {
			*kiriman = db_int(r, 1);
			return db_text(r, 2);
		}
	return NULL;
}

static const char *csv_satu(unsigned nik, const char *isi)
{
	return arena_printf(arena, "NIK,NO_CIF\n%llu,%s\n",
			    (unsigned long long)nik_ke(nik), isi);
}

/* ---- tests ---- */

static void every_row_is_something(void **state)
{
	/* 1 twice the same, 2 twice changed and back. */
	const char *csv = "NIK,NO_CIF\n"
			  "3171010101800002,a\n3171010101800003,b\n"
			  "3171010101800002,a\n3171010101800003,c\n"
			  "3171010101800003,b\n3171010101800004,\n"
			  "317101,x\n9971010101800001,x\n";
	int64_t satu, dua, tiga, siapa;
	struct rows *r;

	(void)state;
	satu = kirim(csv);
	kerjakan(100);
	periksa(satu, "selesai", 3, 2, 1, 2);
	periksa_total();
	assert_string_equal(isi_kini(nik_ke(1), &siapa), "a");
	assert_string_equal(isi_kini(nik_ke(2), &siapa), "b");
	assert_string_equal(isi_kini(nik_ke(3), &siapa), "");
	assert_int_equal(db_query(db, &r, &Q_LAMA, LEMBAGA), OK);
	assert_int_equal(db_count(r), 2);
	assert_int_equal(db_query(db, &r, &Q_TOLAK, satu), OK);
	assert_int_equal(db_count(r), 2);
	assert_true(db_next(r));
	assert_int_equal(db_int(r, 0), 8);
	assert_string_equal(db_text(r, 1), "NIK");
	assert_string_equal(db_text(r, 3), "nik-panjang");
	assert_int_equal(db_query(db, &r, &Q_TOLAK_TOTAL, satu), OK);
	assert_true(db_count(r) >= 2);
	/* The same file again: of 2 and 3 the rows in between act, too. */
	dua = kirim("NIK,NO_CIF\n3171010101800002,a\n3171010101800003,b\n"
		    "3171010101800004,\n");
	kerjakan(100);
	periksa(dua, "selesai", 0, 0, 3, 0);
	isi_kini(nik_ke(1), &siapa);
	assert_int_equal(siapa, satu);
	tiga = kirim("NIK,NO_CIF\n3171010101800002,z\n3171010101800005,q\n");
	kerjakan(100);
	periksa(tiga, "selesai", 1, 1, 0, 0);
	assert_string_equal(isi_kini(nik_ke(1), &siapa), "z");
	assert_int_equal(siapa, tiga);
	periksa_total();
}

static void report_holds_the_bad_rows(void **state)
{
	const char *sha, *csv;
	struct blob isi;
	struct rows *r;
	int64_t id = kirim("NIK;NO_CIF\n3171010101800002;baik\n"
			   "317101010180000;\"kurang; satu\"\n");

	(void)state;
	kerjakan(100);
	periksa(id, "selesai", 1, 0, 0, 1);
	assert_int_equal(db_one(db, &r, &Q_STATUS, id), OK);
	sha = db_text(r, 7);
	assert_non_null(sha);
	assert_int_equal(store_read(arena, sha, 100000, &isi), OK);
	csv = arena_strndup(arena, (const char *)isi.p, isi.n);
	assert_non_null(strstr(csv, "317101010180000,\"kurang; satu\""));
	assert_null(strstr(csv, "baik"));
}

static void all_or_nothing(void **state)
{
	const char *csv = "NIK,NO_CIF\n3171010101800002,a\n317101,x\n";
	const char *sebelum;
	int64_t id;
	struct rows *r;

	(void)state;
	kirim(csv_satu(1, "dulu"));
	kerjakan(100);
	sebelum = foto();
	id = kirim_dari(LEMBAGA, csv, "semua");
	kerjakan(100);
	periksa(id, "gagal", 0, 0, 0, 1);
	assert_int_equal(db_one(db, &r, &Q_STATUS, id), OK);
	assert_string_equal(db_text(r, 6), "ada-yang-ditolak");
	assert_non_null(db_text(r, 7));
	assert_string_equal(foto(), sebelum);
	periksa_total();
}

static void file_level_faults(void **state)
{
	static const struct {
		const char *csv, *galat;
	} coba[] = {
		{ "NIK,NO_CIF\n", "kosong" },
		{ "NO_CIF\nx\n", "nik-tiada" },
		{ "NIK,APA\n3171010101800002,x\n", "kolom-asing" },
		{ "NIK,NO_CIF,NO_CIF\n3171010101800002,x,y\n",
		  "kolom-ganda" },
	};
	struct rows *r;

	(void)state;
	for (size_t i = 0; i < sizeof(coba) / sizeof(*coba); i++) {
		int64_t id = kirim(coba[i].csv);

		kerjakan(100);
		assert_int_equal(db_one(db, &r, &Q_STATUS, id), OK);
		assert_string_equal(db_text(r, 0), "gagal");
		assert_string_equal(db_text(r, 6), coba[i].galat);
	}
}

static void older_file_does_not_overwrite(void **state)
{
	int64_t berkas, siapa, agregat;

	(void)state;
	kirim(csv_satu(1, "awal"));
	kerjakan(100);
	/* The file waits while a record comes by the form. */
	berkas = kirim(arena_printf(arena,
				    "NIK,NO_CIF\n%llu,berkas\n%llu,baru\n"
				    "%llu,lagi\n",
				    (unsigned long long)nik_ke(1),
				    (unsigned long long)nik_ke(2),
				    (unsigned long long)nik_ke(1)));
	assert_int_equal(formulir(nik_ke(1), "formulir"), BALIKAN_DIPERBARUI);
	isi_kini(nik_ke(1), &agregat);
	assert_true(agregat > berkas);
	kerjakan(100);
	periksa(berkas, "selesai", 1, 0, 2, 0);
	assert_string_equal(isi_kini(nik_ke(1), &siapa), "formulir");
	assert_int_equal(siapa, agregat);
	periksa_total();
	/* A newer file does. */
	berkas = kirim(csv_satu(1, "lebih baru"));
	kerjakan(100);
	periksa(berkas, "selesai", 0, 1, 0, 0);
	/* And the form comes into a sending newer than that. */
	assert_int_equal(formulir(nik_ke(1), "lebih baru"), BALIKAN_TETAP);
	assert_int_equal(formulir(nik_ke(1), "akhir"), BALIKAN_DIPERBARUI);
	assert_string_equal(isi_kini(nik_ke(1), &siapa), "akhir");
	assert_true(siapa > berkas);
	periksa_total();
}

static void another_version_is_another_value(void **state)
{
	int64_t dua;

	(void)state;
	kirim(csv_satu(1, "sama"));
	kerjakan(100);
	assert_int_equal(db_exec(db, &Q_VERSI_DUA), OK);
	assert_int_equal(db_exec(db, &Q_RUAS, 965011, "NO_HP"), OK);
	dua = kirim(arena_printf(arena, "NIK,NO_HP\n%llu,sama\n",
				 (unsigned long long)nik_ke(1)));
	kerjakan(100);
	periksa(dua, "selesai", 0, 1, 0, 0);
}

/* A file of random rows over few NIKs, some refused. */
static const char *csv_acak(unsigned baris, unsigned niks, unsigned nilai)
{
	struct buf b = { .a = arena };

	buf_text(&b, "NIK,NO_CIF\n");
	for (unsigned i = 0; i < baris; i++) {
		if (acak(50) == 0)
			buf_text(&b, "99,x\n");
		else
			buf_printf(&b, "%llu,%u\n",
				   (unsigned long long)nik_ke(acak(niks)),
				   acak(nilai));
	}
	return b.p;
}

#define NIKS 400

/* What there must be: a value and its sending for each NIK. */
struct tiruan {
	char isi[NIKS][12];
	int64_t kiriman[NIKS]; /* 0: nothing */
	int64_t baris, diterima, diperbarui, tetap, ditolak;
};

static void tiru(struct tiruan *t, const char *csv, int64_t id)
{
	char *sisa = arena_strdup(arena, csv), *baris;

	t->baris = t->diterima = t->diperbarui = t->tetap = t->ditolak = 0;
	strtok_r(sisa, "\n", &sisa);
	while ((baris = strtok_r(NULL, "\n", &sisa)) != NULL) {
		char *koma = strchr(baris, ',');
		unsigned i;

		t->baris++;
		if (koma - baris != 16) {
			t->ditolak++;
			continue;
		}
		i = (unsigned)(strtoull(baris, NULL, 10) - nik_ke(0));
		assert_true(i < NIKS);
		if (t->kiriman[i] > id ||
		    (t->kiriman[i] != 0 && strcmp(t->isi[i], koma + 1) == 0)) {
			t->tetap++;
			continue;
		}
		if (t->kiriman[i] == 0)
			t->diterima++;
		else
			t->diperbarui++;
		t->kiriman[i] = id;
		snprintf(t->isi[i], sizeof(t->isi[i]), "%s", koma + 1);
	}
}

static void bandingkan(const struct tiruan *t)
{
	struct rows *r;

	assert_int_equal(db_query(db, &r, &Q_ISI, LEMBAGA), OK);
	for (unsigned i = 0; i < NIKS; i++) {
		if (t->kiriman[i] == 0)
			continue;
		assert_true(db_next(r));
		assert_true((uint64_t)db_int(r, 0) == nik_ke(i));
		assert_int_equal(db_int(r, 1), t->kiriman[i]);
		assert_string_equal(db_text(r, 2), t->isi[i]);
	}
	assert_false(db_next(r));
}

static void as_the_model_says(void **state)
{
	struct tiruan *t = calloc(1, sizeof(*t));

	(void)state;
	for (int putaran = 0; putaran < 12; putaran++) {
		unsigned niks = putaran % 3 == 0 ? NIKS : 60;
		const char *csv;
		int64_t id;

		arena_reset(arena);
		csv = csv_acak(200 + acak(900), niks, 1 + acak(40));
		id = kirim(csv);
		for (int k = 0; k < 5; k++) {
			unsigned i = acak(NIKS);
			int64_t siapa;

			/* Newer than the file, which waits. */
			formulir(nik_ke(i), "f");
			assert_non_null(isi_kini(nik_ke(i), &siapa));
			t->kiriman[i] = siapa;
			snprintf(t->isi[i], sizeof(t->isi[i]), "f");
		}
		kerjakan(1000);
		tiru(t, csv, id);
		periksa(id, "selesai", t->diterima, t->diperbarui, t->tetap,
			t->ditolak);
		bandingkan(t);
		periksa_total();
	}
	free(t);
}

static struct pelaku orang(void)
{
	return (struct pelaku){ .akun = LEMBAGA,
				.lembaga = LEMBAGA,
				.role = ROLE_PENGGUNA };
}

static void taken_back_it_has_never_been(void **state)
{
	struct pelaku p = orang();
	const char *csv[4], *sesudah[4];
	int64_t id[4];

	(void)state;
	formulir(nik_ke(7), "awal");
	formulir(nik_ke(500), "di luar");
	for (int i = 0; i < 4; i++) {
		csv[i] = csv_acak(700, i == 1 ? 30 : NIKS, 9);
		sesudah[i] = foto();
		id[i] = kirim(csv[i]);
		kerjakan(1000);
	}
	for (int i = 3; i >= 0; i--) {
		assert_int_equal(balikan_kiriman_urung(db, &p, id[i]), OK);
		assert_true(kerjakan(1000) > 0);
		assert_string_equal(foto(), sesudah[i]);
		periksa_total();
	}
}

static void cancelled_in_the_middle(void **state)
{
	struct pelaku p = orang();
	const char *sebelum;
	struct rows *r;
	int64_t id;

	(void)state;
	kirim(csv_acak(500, NIKS, 5));
	kerjakan(1000);
	sebelum = foto();
	id = kirim(csv_acak(900, NIKS, 5));
	assert_int_equal(kerjakan(4), 4); /* checked, and three parts */
	assert_int_equal(db_one(db, &r, &Q_STATUS, id), OK);
	assert_string_equal(db_text(r, 0), "muat");
	assert_true(db_int(r, 2) + db_int(r, 3) + db_int(r, 4) >= 120);
	assert_int_equal(balikan_kiriman_batal(db, &p, id), OK);
	kerjakan(1000);
	assert_int_equal(db_one(db, &r, &Q_STATUS, id), OK);
	assert_string_equal(db_text(r, 0), "batal");
	assert_string_equal(foto(), sebelum);
	periksa_total();
	/* Before loading: at once, and nothing is worked. */
	id = kirim(csv_acak(10, NIKS, 5));
	assert_int_equal(balikan_kiriman_batal(db, &p, id), OK);
	assert_int_equal(kerjakan(10), 0);
	assert_string_equal(foto(), sebelum);
}

SQL(Q_BANYAK, "INSERT INTO balikan (lembaga_id, nik, kiriman_id, isi)"
	      " SELECT ?, 3171010101820000 + seq, ?, 'x' FROM seq_1_to_100000");
SQL(Q_TAMBAH_TOTAL, "UPDATE balikan_lembaga SET baris = baris + 100000"
		    " WHERE lembaga_id = ?");
SQL(Q_DARI, "SELECT COUNT(*), SUM(kiriman_id = ?) FROM balikan"
	    " WHERE lembaga_id = ?");

/* What has none of it is passed over. */
static void a_little_of_much_is_taken_back_in_few_steps(void **state)
{
	struct pelaku p = orang();
	struct rows *r;
	int64_t awal, id;

	(void)state;
	awal = kirim(csv_satu(1, "awal"));
	kerjakan(100);
	assert_int_equal(db_exec(db, &Q_BANYAK, LEMBAGA, awal), OK);
	assert_int_equal(db_exec(db, &Q_TAMBAH_TOTAL, LEMBAGA), OK);
	id = kirim("NIK,NO_CIF\n3171010101800002,baru\n"
		   "3171010101850001,baru\n3171010101929999,baru\n");
	kerjakan(100);
	periksa(id, "selesai", 1, 2, 0, 0);
	assert_int_equal(balikan_kiriman_urung(db, &p, id), OK);
	assert_int_equal(kerjakan(100), 3);
	assert_int_equal(db_one(db, &r, &Q_DARI, awal, LEMBAGA), OK);
	assert_int_equal(db_int(r, 0), 100001);
	assert_int_equal(db_int(r, 1), 100001);
	periksa_total();
}

/* A record came between: what it replaced is what was there before the file. */
static void taken_back_under_a_newer_value(void **state)
{
	struct pelaku p = orang();
	int64_t id, siapa, awal;
	struct rows *r;
	int lama = 0;

	(void)state;
	awal = kirim(arena_printf(arena, "NIK,NO_CIF\n%llu,awal\n%llu,dua\n",
				  (unsigned long long)nik_ke(1),
				  (unsigned long long)nik_ke(2)));
	kerjakan(100);
	id = kirim(csv_acak(400, NIKS, 5));
	kerjakan(100);
	assert_int_equal(balikan_kiriman_urung(db, &p, id), OK);
	formulir(nik_ke(1), "formulir");
	formulir(nik_ke(3), "formulir");
	kerjakan(1000);
	assert_string_equal(isi_kini(nik_ke(1), &siapa), "formulir");
	assert_true(siapa > id);
	assert_string_equal(isi_kini(nik_ke(2), &siapa), "dua");
	assert_int_equal(siapa, awal);
	assert_string_equal(isi_kini(nik_ke(3), &siapa), "formulir");
	assert_int_equal(db_query(db, &r, &Q_LAMA, LEMBAGA), OK);
	while (db_next(r)) {
		assert_int_not_equal(db_int(r, 1), id);
		assert_int_not_equal(db_int(r, 2), id);
		lama++;
	}
	assert_int_equal(lama, 1); /* "awal", replaced by the form's */
	periksa_total();
}

/* What was sent again with the value that is there is newer than a file that
   waits, is loaded or is taken back, all the same. */
static void confirmed_it_stays(void **state)
{
	struct pelaku p = orang();
	int64_t berkas, siapa;

	(void)state;
	kirim(csv_satu(1, "awal"));
	kerjakan(100);
	berkas = kirim(csv_satu(1, "berkas"));
	assert_int_equal(formulir(nik_ke(1), "awal"), BALIKAN_TETAP);
	kerjakan(100);
	periksa(berkas, "selesai", 0, 0, 1, 0);
	assert_string_equal(isi_kini(nik_ke(1), &siapa), "awal");
	assert_true(siapa > berkas);
	/* Nobody waits: nothing is written. */
	assert_int_equal(formulir(nik_ke(1), "awal"), BALIKAN_TETAP);
	periksa_total();

	kirim(csv_satu(2, "dulu"));
	berkas = kirim(arena_printf(arena,
				    "NIK,NO_CIF\n%llu,berkas\n%llu,berkas\n",
				    (unsigned long long)nik_ke(2),
				    (unsigned long long)nik_ke(3)));
	kerjakan(100);
	assert_int_equal(balikan_kiriman_urung(db, &p, berkas), OK);
	assert_int_equal(formulir(nik_ke(2), "berkas"), BALIKAN_TETAP);
	assert_int_equal(formulir(nik_ke(3), "berkas"), BALIKAN_TETAP);
	kerjakan(100);
	assert_string_equal(isi_kini(nik_ke(2), &siapa), "berkas");
	assert_true(siapa > berkas);
	assert_string_equal(isi_kini(nik_ke(3), &siapa), "berkas");
	periksa_total();
}

/* ---- refused records of the web service ---- */

static void terakhir(int64_t id)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_TERAKHIR, LEMBAGA), OK);
	assert_int_equal(db_int(r, 0), id);
	assert_int_equal(db_null(r, 1), id == 0);
}

static void refused_records_are_counted(void **state)
{
	struct pelaku p = orang();
	struct rows *r;
	int64_t hari, berkas;

	(void)state;
	/* None was good: nothing has been sent yet. */
	hari = layanan(965001, 0, 0, 3);
	periksa(hari, "selesai", 0, 0, 0, 3);
	terakhir(0);
	periksa_total();
	/* The day's sending is the same, whatever comes to it. */
	assert_int_equal(layanan(965001, 0, 0, 2), hari);
	assert_int_equal(layanan(965001, 1, 2, 4), hari);
	assert_int_equal(layanan(965001, 2, 2, 0), hari);
	assert_int_equal(layanan(965001, 0, 0, 1), hari);
	periksa(hari, "selesai", 3, 0, 1, 10);
	terakhir(hari);
	periksa_total();
	/* A file closes it; refused ones need none that is newer. */
	berkas = kirim(csv_satu(1, "berkas"));
	kerjakan(100);
	assert_int_equal(layanan(965001, 0, 0, 1), hari);
	periksa(hari, "selesai", 3, 0, 1, 11);
	terakhir(berkas);
	assert_int_equal(balikan_kiriman_urung(db, &p, berkas), OK);
	kerjakan(100);
	terakhir(hari);
	periksa_total();
	/* Nothing at all is nothing. */
	assert_int_equal(layanan(965001, 0, 0, 0), hari);
	assert_int_equal(db_one(db, &r, &Q_BERAPA, LEMBAGA), OK);
	assert_int_equal(db_int(r, 0), 2);
}

/* A file of which nothing was good is no sign of life either. */
static void a_file_of_refused_rows_is_not_the_last(void **state)
{
	struct pelaku p = orang();
	int64_t tolak, baik;

	(void)state;
	tolak = kirim("NIK,NO_CIF\n1,a\n2,b\n");
	kerjakan(100);
	periksa(tolak, "selesai", 0, 0, 0, 2);
	terakhir(0);
	baik = kirim(csv_satu(1, "baik"));
	kerjakan(100);
	terakhir(baik);
	/* Nor is it when one after it is taken back. */
	assert_int_equal(balikan_kiriman_urung(db, &p, baik), OK);
	kerjakan(100);
	terakhir(0);
	periksa_total();
}

/* One of refused records alone that is newer than a file. */
static void refused_records_keep_no_file(void **state)
{
	struct pelaku p = orang();
	int64_t satu, dua, tolak, siapa;

	(void)state;
	assert_int_equal(db_exec(db, &Q_VERSI_DUA), OK);
	assert_int_equal(db_exec(db, &Q_RUAS, 965011, "NO_CIF"), OK);
	satu = kirim(csv_satu(1, "satu"));
	kerjakan(100);
	dua = kirim(csv_satu(1, "dua"));
	kerjakan(100);
	tolak = layanan(965011, 0, 0, 2);
	assert_true(tolak > dua);
	terakhir(dua);
	assert_int_equal(balikan_kiriman_urung(db, &p, dua), OK);
	/* A good one comes while that is taken back: it is newer, and keeps
	   the file before. */
	assert_int_equal(layanan(965011, 1, 1, 1), tolak);
	periksa(tolak, "selesai", 0, 1, 0, 3);
	kerjakan(100);
	assert_string_equal(isi_kini(nik_ke(1), &siapa), "w");
	assert_int_equal(siapa, tolak);
	terakhir(tolak);
	assert_int_equal(balikan_kiriman_urung(db, &p, satu), ERR_CONFLICT);
	periksa_total();
}

/* A file came after it: a good record needs a newer sending. */
static void refused_records_do_not_go_before_a_file(void **state)
{
	int64_t tolak, berkas, baik, siapa;

	(void)state;
	tolak = layanan(965001, 0, 0, 2);
	berkas = kirim(csv_satu(1, "berkas"));
	baik = layanan(965001, 1, 1, 0);
	assert_true(baik > berkas && berkas > tolak);
	kerjakan(100);
	assert_string_equal(isi_kini(nik_ke(1), &siapa), "w");
	assert_int_equal(siapa, baik);
	periksa(tolak, "selesai", 0, 0, 0, 2);
	periksa_total();
}

/* ---- what is left behind ---- */

SQL(Q_LAMPAU, "UPDATE balikan_kiriman SET selesai = '2019-01-01'"
	      " WHERE id = ?");
SQL(Q_BERKAS, "SELECT COALESCE(sha256, laporan), berkas_hapus FROM"
	      " balikan_kiriman WHERE id = ?");

static void old_files_and_folders_go(void **state)
{
	int64_t tua = kirim(csv_satu(1, "tua")), muda, jalan, n;
	const char *sisa, *milik;
	struct rows *r;

	(void)state;
	muda = kirim(csv_satu(2, "muda"));
	kerjakan(100);
	jalan = kirim(csv_satu(3, "jalan"));
	assert_int_equal(db_exec(db, &Q_LAMPAU, tua), OK);
	sisa = balikan_folder(arena, muda);
	milik = balikan_folder(arena, jalan);
	assert_int_equal(mkdir(sisa, 0700), 0);
	assert_int_equal(mkdir(milik, 0700), 0);
	assert_int_equal(balikan_bersihkan(db, "2019-01-02", 10, &n), OK);
	assert_int_equal(n, 1);
	assert_int_equal(access(sisa, F_OK), -1);
	assert_int_equal(access(milik, F_OK), 0);
	assert_int_equal(db_one(db, &r, &Q_BERKAS, tua), OK);
	assert_true(db_null(r, 0));
	assert_false(db_null(r, 1));
	assert_int_equal(db_one(db, &r, &Q_BERKAS, muda), OK);
	assert_false(db_null(r, 0));
	assert_true(db_null(r, 1));
	kerjakan(100);
	periksa(jalan, "selesai", 1, 0, 0, 0);
}

/* ---- many at once ---- */

struct penulis {
	pthread_t utas;
	struct db *db;
	int nomor;
	int berhasil;
};

static void *tulis(void *ctx)
{
	struct penulis *w = ctx;

	for (int i = 0; i < 25; i++) {
		enum balikan_hasil hasil[3];
		char isi[3][16];
		struct balikan_rekaman r[3];
		struct rekam k = { { LEMBAGA, 0, 1, "layanan" },
				   { .id = 965001, .lembaga_id = LEMBAGA },
				   r,
				   3,
				   hasil,
				   1 };

		arena_reset(db_arena(w->db));
		for (int n = 0; n < 3; n++) {
			int len = snprintf(isi[n], sizeof(isi[n]), "%d.%d",
					   w->nomor, i);

			/* Descending: the order is the function's matter. */
			r[n] = (struct balikan_rekaman){
				nik_ke((unsigned)(i * 3 + 2 - n)),
				{ (unsigned char *)isi[n], (size_t)len }
			};
		}
		/* As a client does: again while it is told to. */
		while (db_transaction(w->db, rekam_di, &k) != OK)
			arena_reset(db_arena(w->db));
		w->berhasil += 3;
	}
	return NULL;
}

SQL(Q_JUMLAH_LAYANAN,
    "SELECT SUM(baris), SUM(diterima), SUM(diperbarui), SUM(tetap),"
    " SUM(ditolak) FROM balikan_kiriman WHERE lembaga_id = ? AND sumber = 'layanan'");
SQL(Q_JUMLAH_LAMA, "SELECT COUNT(*) FROM balikan_lama WHERE lembaga_id = ?");

static void writers_at_once_and_a_file(void **state)
{
	struct penulis w[6];
	int semua = 0;
	struct rows *r;
	int64_t id;

	(void)state;
	id = kirim(csv_acak(2000, NIKS, 3));
	for (int i = 0; i < 6; i++) {
		w[i] = (struct penulis){ .db = db_new("uji"), .nomor = i };
		db_use_arena(w[i].db, arena_new());
		assert_int_equal(pthread_create(&w[i].utas, NULL, tulis,
						&w[i]),
				 0);
	}
	kerjakan(1000);
	for (int i = 0; i < 6; i++) {
		struct arena *a = db_arena(w[i].db);

		pthread_join(w[i].utas, NULL);
		semua += w[i].berhasil;
		db_free(w[i].db);
		arena_free(a);
	}
	kerjakan(1000);
	assert_int_equal(db_one(db, &r, &Q_STATUS, id), OK);
	assert_string_equal(db_text(r, 0), "selesai");
	assert_int_equal(db_int(r, 1), db_int(r, 2) + db_int(r, 3) +
					   db_int(r, 4) + db_int(r, 5));
	assert_int_equal(db_one(db, &r, &Q_JUMLAH_LAYANAN, LEMBAGA), OK);
	assert_int_equal(db_int(r, 0), semua / 3 * 4);
	assert_int_equal(db_int(r, 4), semua / 3);
	assert_int_equal(db_int(r, 0), db_int(r, 1) + db_int(r, 2) +
					   db_int(r, 3) + db_int(r, 4));
	periksa_total();
}

/* ---- turns (B-11) ---- */

static void small_file_is_not_held_up(void **state)
{
	struct rows *r;
	int64_t besar, kecil, terlayani;
	int n = 0;

	(void)state;
	besar = kirim(csv_acak(4000, NIKS, 100000));
	assert_int_equal(kerjakan(3), 3);
	/* It has not been served for a year; the other one has just begun. */
	kecil = kirim_dari(LAIN, csv_satu(1, "kecil"), "sebagian");
	assert_int_equal(db_exec(db, &Q_TERLAYANI, 50000000, LAIN), OK);
	/* A newcomer with a high figure from long ago waits its turn, but its
	   turn comes. */
	for (; n < 500; n++) {
		assert_int_equal(kerjakan(1), 1);
		assert_int_equal(db_one(db, &r, &Q_LETAK, kecil), OK);
		if (strcmp(db_text(r, 0), "selesai") == 0)
			break;
	}
	kerjakan(1000);
	periksa(kecil, "selesai", 1, 0, 0, 0);

	/* One that was never served is next, and then not for ever. */
	besar = kirim(csv_acak(4000, NIKS, 100000));
	assert_int_equal(kerjakan(3), 3);
	assert_int_equal(db_one(db, &r, &Q_LETAK, besar), OK);
	terlayani = db_int(r, 1);
	assert_int_equal(db_exec(db, &Q_TERLAYANI, 0, LAIN), OK);
	kecil = kirim_dari(LAIN, csv_satu(2, "kecil"), "sebagian");
	/* Its check, a part of the other one, its only part. */
	assert_int_equal(kerjakan(3), 3);
	periksa(kecil, "selesai", 1, 0, 0, 0);
	assert_int_equal(db_one(db, &r, &Q_LETAK, besar), OK);
	assert_string_equal(db_text(r, 0), "muat");
	assert_int_equal(db_one(db, &r, &Q_LETAK, kecil), OK);
	assert_true(db_int(r, 1) > terlayani);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define UJI(f) cmocka_unit_test_setup_teardown(f, siapkan, kosongkan)
		UJI(every_row_is_something),
		UJI(report_holds_the_bad_rows),
		UJI(all_or_nothing),
		UJI(file_level_faults),
		UJI(older_file_does_not_overwrite),
		UJI(another_version_is_another_value),
		UJI(as_the_model_says),
		UJI(taken_back_it_has_never_been),
		UJI(cancelled_in_the_middle),
		UJI(a_little_of_much_is_taken_back_in_few_steps),
		UJI(taken_back_under_a_newer_value),
		UJI(confirmed_it_stays),
		UJI(refused_records_are_counted),
		UJI(a_file_of_refused_rows_is_not_the_last),
		UJI(refused_records_keep_no_file),
		UJI(refused_records_do_not_go_before_a_file),
		UJI(old_files_and_folders_go),
		UJI(writers_at_once_and_a_file),
		UJI(small_file_is_not_held_up),
	};
	struct arena *a = arena_new();
	int gagal = 77;

	if (basis_buka() && crypto_start()) {
		pemuat = db_new_loader("uji");
		db_use_arena(pemuat, a);
		gagal = cmocka_run_group_tests(tests, NULL, NULL);
		db_free(pemuat);
	}
	arena_free(a);
	return basis_tutup(gagal);
}
