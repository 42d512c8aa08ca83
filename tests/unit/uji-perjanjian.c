/*
 * uji-perjanjian.c - agreements (A-08, W-03): record, correct, extend, stop,
 * who sees them, how they stand on a day.  What the day brings is uji-masa.
 *
 * Without SIFILMA_KONFIG only the rules that need no database are looked at.
 */
#include "uji-perjanjian-bantu.h"

#include <string.h>

/* ---- codes ---- */

static void codes_joined_by_blanks(void **state)
{
	(void)state;
	assert_true(perjanjian_memuat("card-reader", "card-reader"));
	assert_true(perjanjian_memuat("web-portal card-reader", "card-reader"));
	assert_true(perjanjian_memuat("nik  nama", "nama"));
	assert_false(perjanjian_memuat("nama-ibu", "nama"));
	assert_false(perjanjian_memuat("nik nama-ibu", "nama"));
	assert_false(perjanjian_memuat("card-readers", "card-reader"));
	assert_false(perjanjian_memuat("", "nik"));
	assert_false(perjanjian_memuat("nik", ""));
	assert_false(perjanjian_memuat(NULL, "nik"));
}

/* All codes fit into their columns, however many are chosen. */
static void codes_fit_their_columns(void **state)
{
	size_t n = 0;

	(void)state;
	for (size_t i = 0; perjanjian_elemen[i] != NULL; i++)
		n += strlen(perjanjian_elemen[i]) + 1;
	assert_true(n - 1 <= 500);
	n = 0;
	for (size_t i = 0; perjanjian_metode[i] != NULL; i++)
		n += strlen(perjanjian_metode[i]) + 1;
	assert_true(n - 1 <= 60);
}

/* ---- record ---- */

SQL(Q_AUDIT, "SELECT COUNT(*) FROM audit WHERE tindakan = ? AND objek_id >= ?"
	     " AND objek_id < ? AND id > ?");
SQL(Q_AUDIT_TERAKHIR, "SELECT COALESCE(MAX(id), 0) FROM audit");
SQL(Q_CATATAN, "SELECT catatan FROM perjanjian_riwayat"
	       " WHERE perjanjian_id = ? AND kode = ? ORDER BY id DESC");

static bool berlaku(const char *hari)
{
	struct perjanjian k;
	enum err e = perjanjian_berlaku(db, 940001, hari, &k);

	assert_true(e == OK || e == ERR_NOT_FOUND);
	return e == OK;
}

static void what_is_wrong_is_told(void **state)
{
	static const struct {
		const char *mulai, *berakhir, *elemen, *metode;
		int64_t lembaga;
		const char *ruas, *kode;
	} salah[] = {
		{ "2026-01-01", "2027-01-01", "", "card-reader", 940001,
		  "elemen", "wajib" },
		{ "2026-01-01", "2027-01-01", "nik gaji", "card-reader", 940001,
		  "elemen", "pilihan" },
		{ "2026-01-01", "2027-01-01", "nik", NULL, 940001, "metode",
		  "wajib" },
		{ "2026-01-01", "2027-01-01", "nik", "faks", 940001, "metode",
		  "pilihan" },
		{ "2026-06-02", "2026-06-01", "nik", "card-reader", 940001,
		  "berakhir", "sebelum-mulai" },
		{ "2026-01-01", "2206-01-01", "nik", "card-reader", 940001,
		  "berakhir", "terlalu-lama" },
		/* It is 1 March. */
		{ "2026-01-01", "2026-02-28", "nik", "card-reader", 940001,
		  "berakhir", "sudah-lewat" },
		{ "2026-01-01", "2027-01-01", "nik", "card-reader", 940003,
		  "lembaga", "lembaga-tidak-cocok" },
		{ "2026-01-01", "2027-01-01", "nik", "card-reader", 940009,
		  "lembaga", "lembaga-tidak-cocok" },
		{ "2026-01-01", "2027-01-01", "nik", "card-reader", 949999,
		  "lembaga", "lembaga-tidak-cocok" },
	};
	struct perjanjian_isian in;
	struct perjanjian_galat g;
	int64_t id = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(salah); i++) {
		in = contoh(salah[i].mulai, salah[i].berakhir);
		in.elemen = salah[i].elemen;
		in.metode = salah[i].metode;
		in.lembaga_id = salah[i].lembaga;
		assert_int_equal(perjanjian_buat(db, &admin, &in, &id, &g),
				 ERR_INPUT);
		assert_string_equal(g.ruas, salah[i].ruas);
		assert_string_equal(g.kode, salah[i].kode);
	}
	in = contoh("2026-01-01", "2026-03-01");
	assert_int_equal(perjanjian_buat(db, &bank, &in, &id, &g),
			 ERR_FORBIDDEN);
	assert_int_equal(perjanjian_buat(db, &admin, &in, &id, &g), OK);
	assert_int_equal(perjanjian_buat(db, &admin, &in, &id, &g), ERR_INPUT);
	assert_string_equal(g.ruas, "nomor");
	/* Another institution may have the number. */
	in.lembaga_id = 940002;
	assert_int_equal(perjanjian_buat(db, &admin, &in, &id, &g), OK);
	assert_int_equal(surat("perjanjian-dicatat", NULL), 1);
}

/* from the first to the last day, both included. */
static void in_force_between_its_days(void **state)
{
	struct perjanjian_isian in = contoh("2026-03-10", "2026-06-30");
	struct perjanjian k;
	int64_t id;

	(void)state;
	in.metode = "web-portal web-service";
	catat(in);
	assert_false(berlaku("2026-04-01"));
	assert_int_equal(perjanjian_berlaku_metode(db, 940001, "web-service",
						   "2026-04-01", &k),
			 OK);
	assert_int_equal(
	    perjanjian_berlaku_metode(db, 940001, "web", "2026-04-01", &k),
	    ERR_NOT_FOUND);
	id = buat("2026-03-10", "2026-06-30");
	assert_false(berlaku("2026-03-09"));
	assert_true(berlaku("2026-03-10"));
	assert_true(berlaku("2026-06-30"));
	assert_false(berlaku("2026-07-01"));
	/* Of several the one that ends last. */
	buat("2026-01-01", "2026-05-31");
	assert_int_equal(perjanjian_berlaku(db, 940001, "2026-05-01", &k), OK);
	assert_int_equal(k.id, id);
	assert_string_equal(k.berakhir, "2026-06-30");
	assert_string_equal(k.lembaga_kode, "940001");
	assert_int_equal(perjanjian_berlaku(db, 940002, "2026-05-01", &k),
			 ERR_NOT_FOUND);
}

static void only_ones_own(void **state)
{
	struct perjanjian_saring s = { .urut = "berakhir", .banyak = 10 };
	int64_t id = buat("2026-01-01", "2026-12-31"), total,
		per[PERJANJIAN_KEADAAN_N];
	struct pelaku produsen = lain, pejabat = admin;
	struct perjanjian k, *b;
	size_t n;

	(void)state;
	produsen.role = ROLE_PRODUSEN;
	produsen.lembaga = 940001;
	pejabat.role = ROLE_PEJABAT;
	assert_int_equal(perjanjian_ambil(db, &bank, id, &k), OK);
	assert_int_equal(perjanjian_ambil(db, &pejabat, id, &k), OK);
	assert_int_equal(perjanjian_ambil(db, &lain, id, &k), ERR_NOT_FOUND);
	assert_int_equal(perjanjian_ambil(db, &produsen, id, &k),
			 ERR_NOT_FOUND);
	assert_int_equal(perjanjian_daftar(db, &bank, &s, &b, &n), OK);
	assert_int_equal(n, 1);
	assert_int_equal(perjanjian_daftar(db, &lain, &s, &b, &n), OK);
	assert_int_equal(n, 0);
	/* Also when he asks for the other by name. */
	s.lembaga = 940001;
	assert_int_equal(perjanjian_daftar(db, &lain, &s, &b, &n), OK);
	assert_int_equal(n, 0);
	assert_int_equal(perjanjian_hitung(db, &lain, &s, &total, per), OK);
	assert_int_equal(total, 0);
}

/* The filter by state says what each row says, whatever the day. */
static void states_move_with_the_day(void **state)
{
	static const char *const hari[] = { "2026-03-01", "2026-06-01",
					    "2026-10-31", "2026-11-01",
					    "2026-12-31", "2027-01-01",
					    "2028-01-01" };
	int64_t stop = buat("2026-01-01", "2026-12-31"), kartu_n, total,
		per[PERJANJIAN_KEADAAN_N];
	struct perjanjian_saring s = { .urut = "berakhir",
				       .banyak = 100,
				       .lembaga = 940001 };
	struct perjanjian *b;
	size_t n;

	(void)state;
	assert_int_equal(
	    perjanjian_hentikan(db, &admin, stop, 1, "Uji henti", &kartu_n),
	    OK);
	buat("2026-01-01", "2026-12-30");
	buat("2026-05-31", "2026-12-31");
	buat("2026-06-02", "2026-07-31");
	buat("2027-01-01", "2027-12-31");
	for (size_t h = 0; h < COUNT(hari); h++) {
		int64_t jumlah = 0;

		pergi(hari[h]);
		for (size_t i = 0; i < PERJANJIAN_KEADAAN_N; i++) {
			s.keadaan = perjanjian_keadaan[i];
			assert_int_equal(
			    perjanjian_daftar(db, &admin, &s, &b, &n), OK);
			assert_int_equal(
			    perjanjian_hitung(db, &admin, &s, &total, per), OK);
			assert_int_equal(total, n);
			assert_int_equal(per[i], n);
			for (size_t j = 0; j < n; j++)
				if (i != 1 ||
				    strcmp(b[j].keadaan, "segera") != 0)
					assert_string_equal(b[j].keadaan,
							    s.keadaan);
			/* "segera" is part of "berlaku". */
			jumlah += i == 2 ? 0 : (int64_t)n;
		}
		assert_int_equal(jumlah, 5);
	}
	pergi("2026-11-01");
	s.keadaan = "segera";
	assert_int_equal(perjanjian_daftar(db, &admin, &s, &b, &n), OK);
	assert_int_equal(n, 2);
	assert_int_equal(b[0].sisa, 59);
}

/* ---- correct ---- */

static void corrections(void **state)
{
	struct perjanjian_isian in = contoh("2026-01-01", "2026-12-31");
	struct perjanjian_galat g;
	struct perjanjian k;
	struct rows *r;
	int64_t id = catat(in);

	(void)state;
	/* Nothing changed, nothing written. */
	assert_int_equal(perjanjian_ubah(db, &admin, id, 1, &in, &g), OK);
	assert_int_equal(riwayat(id, "diubah"), 0);
	in.kuota = 500;
	in.berakhir = "2027-06-30";
	in.metode = "web-portal";
	assert_int_equal(perjanjian_ubah(db, &bank, id, 1, &in, &g),
			 ERR_FORBIDDEN);
	assert_int_equal(perjanjian_ubah(db, &admin, id, 1, &in, &g), OK);
	assert_int_equal(perjanjian_ambil(db, &admin, id, &k), OK);
	assert_int_equal(k.kuota, 500);
	assert_string_equal(k.berakhir, "2027-06-30");
	assert_int_equal(db_one(db, &r, &Q_CATATAN, id, "diubah"), OK);
	assert_string_equal(db_text(r, 0), "berakhir: 2026-12-31 > 2027-06-30;"
					   " metode: card-reader > web-portal;"
					   " kuota: - > 500");
	/* A lost update is refused. */
	in.kuota = 0;
	assert_int_equal(perjanjian_ubah(db, &admin, id, 1, &in, &g),
			 ERR_CONFLICT);
	assert_int_equal(perjanjian_ubah(db, &admin, id, 2, &in, &g), OK);
	assert_int_equal(perjanjian_ubah(db, &admin, 999999999, 2, &in, &g),
			 ERR_NOT_FOUND);
	in.berakhir = "2026-02-28";
	assert_int_equal(perjanjian_ubah(db, &admin, id, 3, &in, &g),
			 ERR_INPUT);
	assert_string_equal(g.kode, "sudah-lewat");
}

static void what_manifests_rely_on_stays(void **state)
{
	struct perjanjian_isian in = contoh("2026-01-01", "2026-12-31"), lain2;
	struct perjanjian_galat g;
	int64_t id = catat(in);

	(void)state;
	pasang(940001, 940000, 1, "aktif", id, "berlaku");
	lain2 = in;
	lain2.mulai = "2026-01-02";
	assert_int_equal(perjanjian_ubah(db, &admin, id, 1, &lain2, &g),
			 ERR_INPUT);
	assert_string_equal(g.ruas, "mulai");
	lain2 = in;
	lain2.berakhir = "2026-12-30";
	assert_int_equal(perjanjian_ubah(db, &admin, id, 1, &lain2, &g),
			 ERR_INPUT);
	assert_string_equal(g.ruas, "berakhir");
	lain2 = in;
	lain2.metode = "web-portal";
	assert_int_equal(perjanjian_ubah(db, &admin, id, 1, &lain2, &g),
			 ERR_INPUT);
	assert_string_equal(g.ruas, "metode");
	lain2 = in;
	lain2.metode = "card-reader web-portal";
	lain2.judul = "Judul lain";
	assert_int_equal(perjanjian_ubah(db, &admin, id, 1, &lain2, &g), OK);
}

/* ---- extend ---- */

/* a renewal re-issues manifests in bulk. */
static void an_extension_marks_its_cards(void **state)
{
	int64_t id = buat("2026-01-01", "2026-12-31"), milik_lain = 0;
	struct perjanjian_isian in = contoh("2026-01-01", "2026-12-31");
	struct perjanjian_galat g;
	struct perjanjian k;
	const char *data = "";
	struct rows *r;

	(void)state;
	in.lembaga_id = 940002;
	milik_lain = catat(in);
	pasang(940001, 940000, 30, "aktif", id, "berlaku");
	pasang(940001, 941000, 5, "nonaktif", id, "berakhir");
	pasang(940001, 942000, 3, "ditangguhkan", id, "dicabut");
	pasang(940002, 943000, 4, "aktif", milik_lain, "berlaku");

	assert_int_equal(perjanjian_perpanjang(db, &bank, id, 1, "2027-12-31",
					       NULL, NULL, &g),
			 ERR_FORBIDDEN);
	assert_int_equal(perjanjian_perpanjang(db, &admin, id, 1, "2026-12-31",
					       NULL, NULL, &g),
			 ERR_INPUT);
	assert_string_equal(g.kode, "harus-lebih");
	assert_int_equal(perjanjian_perpanjang(db, &admin, id, 2, "2027-12-31",
					       NULL, NULL, &g),
			 ERR_CONFLICT);
	assert_int_equal(kartu(940001, "aktif", 1), 0);
	assert_int_equal(perjanjian_perpanjang(db, &admin, id, 1, "2027-12-31",
					       "ADD/1", NULL, &g),
			 OK);
	assert_int_equal(perjanjian_ambil(db, &bank, id, &k), OK);
	assert_string_equal(k.berakhir, "2027-12-31");
	assert_int_equal(kartu(940001, "aktif", 1), 30);
	/* Its cards that an earlier end made inactive come back, too. */
	assert_int_equal(kartu(940001, "nonaktif", 1), 5);
	assert_int_equal(kartu(940001, "ditangguhkan", 1), 0);
	assert_int_equal(kartu(940002, "aktif", 1), 0);
	assert_int_equal(db_one(db, &r, &Q_CATATAN, id, "diperpanjang"), OK);
	assert_string_equal(db_text(r, 0), "2026-12-31 > 2027-12-31; ADD/1");
	assert_int_equal(surat("perjanjian-diperpanjang", &data), 1);
	assert_non_null(strstr(data, "berakhir=2027-12-31\n"));
	/* Sent again, it says that it was changed. */
	assert_int_equal(perjanjian_perpanjang(db, &admin, id, 1, "2027-12-31",
					       NULL, NULL, &g),
			 ERR_CONFLICT);
}

static void one_that_is_over_may_be_extended(void **state)
{
	int64_t id = buat("2026-01-01", "2026-03-31");
	struct perjanjian_galat g;

	(void)state;
	pasang(940001, 940000, 10, "aktif", id, "berlaku");
	putaran("2026-04-10");
	assert_int_equal(kartu(940001, "nonaktif", 0), 10);
	assert_int_equal(perjanjian_perpanjang(db, &admin, id, 1, "2026-04-09",
					       NULL, NULL, &g),
			 ERR_INPUT);
	assert_string_equal(g.kode, "sudah-lewat");
	assert_int_equal(perjanjian_perpanjang(db, &admin, id, 1, "2026-12-31",
					       NULL, NULL, &g),
			 OK);
	assert_int_equal(kartu(940001, "nonaktif", 1), 10);
	putaran("2026-04-10");
	assert_int_equal(kartu(940001, "nonaktif", 1), 10);
}

/* One with another number that begins later carries on without a word. */
static void a_new_agreement_takes_over(void **state)
{
	int64_t lama = buat("2026-01-01", "2026-06-30");

	(void)state;
	pasang(940001, 940000, 10, "aktif", lama, "berlaku");
	buat("2026-06-15", "2027-06-30");
	assert_int_equal(kartu(940001, "aktif", 1), 0);
	putaran("2026-06-14");
	assert_int_equal(kartu(940001, "aktif", 1), 0);
	putaran("2026-06-15");
	assert_int_equal(kartu(940001, "aktif", 1), 10);
	/* Nobody signed anything, and the old one ends: they stay active. */
	putaran("2026-07-05");
	assert_int_equal(kartu(940001, "aktif", 1), 10);
	assert_int_equal(surat("perjanjian-berakhir", NULL), 1);
}

static void the_list_of_marked_cards(void **state)
{
	int64_t id = buat("2026-01-01", "2026-12-31"), *kartu_id;
	struct perjanjian_galat g;
	size_t n;

	(void)state;
	pasang(940001, 940000, 5, "aktif", id, "berlaku");
	assert_int_equal(perjanjian_perpanjang(db, &admin, id, 1, "2027-12-31",
					       NULL, NULL, &g),
			 OK);
	assert_int_equal(
	    masa_perlu(db, "perpanjangan", 939999, 3, &kartu_id, &n), OK);
	assert_int_equal(n, 3);
	assert_int_equal(kartu_id[0], 940001);
	assert_int_equal(
	    masa_perlu(db, "perpanjangan", kartu_id[2], 3, &kartu_id, &n), OK);
	assert_int_equal(n, 2);
	assert_int_equal(masa_perlu(db, "pemulihan", 939999, 3, &kartu_id, &n),
			 OK);
	assert_int_equal(n, 0);
}

/* ---- stop ---- */

static void a_stop_ends_at_once(void **state)
{
	int64_t id = buat("2026-01-01", "2026-12-31"), n = 0, audit;
	const char *data = "";
	struct perjanjian k;
	struct rows *r;

	(void)state;
	assert_int_equal(db_one(db, &r, &Q_AUDIT_TERAKHIR), OK);
	audit = db_int(r, 0);
	/* More than one piece. */
	pasang(940001, 940000, 2 * MASA_SEKALI + 50, "aktif", id, "berlaku");
	pasang(940001, 942000, 3, "ditangguhkan", id, "dicabut");
	assert_int_equal(perjanjian_hentikan(db, &bank, id, 1, "Melanggar", &n),
			 ERR_FORBIDDEN);
	assert_int_equal(
	    perjanjian_hentikan(db, &admin, id, 5, "Melanggar", &n),
	    ERR_CONFLICT);
	assert_int_equal(
	    perjanjian_hentikan(db, &admin, id, 1, "Melanggar\npasal 3", &n),
	    OK);
	assert_int_equal(n, 2 * MASA_SEKALI + 50);
	assert_false(berlaku("2026-03-01"));
	assert_int_equal(kartu(940001, "nonaktif", 0), n);
	assert_int_equal(kartu(940001, "nonaktif", 1), 0);
	assert_int_equal(kartu(940001, "ditangguhkan", 0), 3);
	assert_int_equal(manifes(id, "berlaku"), 0);
	assert_int_equal(manifes(id, "berakhir"), n);
	nonaktif_tercatat(940001, n, &data);
	assert_non_null(strstr(data, "Melanggar"));
	assert_int_equal(
	    db_one(db, &r, &Q_AUDIT, "kartu-nonaktif", 940000, 950000, audit),
	    OK);
	assert_int_equal(db_int(r, 0), n);
	assert_int_equal(perjanjian_ambil(db, &bank, id, &k), OK);
	assert_string_equal(k.keadaan, "dihentikan");
	/* A reason of two lines is one value of the message. */
	assert_int_equal(surat("perjanjian-dihentikan", &data), 1);
	assert_non_null(strstr(data, "alasan=Melanggar pasal 3\n"));
	/* For good. */
	assert_int_equal(perjanjian_hentikan(db, &admin, id, 2, "Lagi", &n),
			 ERR_CONFLICT);
	putaran("2026-03-02");
	putaran("2027-03-02");
	assert_int_equal(surat("perjanjian-berakhir", NULL), 0);
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 0);
}

static void after_a_stop_another_goes_on(void **state)
{
	int64_t id = buat("2026-01-01", "2028-12-31"), n = 0;

	(void)state;
	pasang(940001, 940000, 5, "aktif", id, "berlaku");
	/* It ends sooner than the manifests say. */
	buat("2026-01-01", "2026-12-31");
	assert_int_equal(kartu(940001, "aktif", 1), 0);
	assert_int_equal(perjanjian_hentikan(db, &admin, id, 1, "Diganti", &n),
			 OK);
	assert_int_equal(n, 5);
	assert_int_equal(kartu(940001, "nonaktif", 1), 5);
}

int main(void)
{
	const struct CMUnitTest aturan[] = {
		cmocka_unit_test(codes_joined_by_blanks),
		cmocka_unit_test(codes_fit_their_columns),
	};
	const struct CMUnitTest basis[] = {
		UJI(what_is_wrong_is_told),
		UJI(in_force_between_its_days),
		UJI(only_ones_own),
		UJI(states_move_with_the_day),
		UJI(corrections),
		UJI(what_manifests_rely_on_stays),
		UJI(an_extension_marks_its_cards),
		UJI(one_that_is_over_may_be_extended),
		UJI(a_new_agreement_takes_over),
		UJI(the_list_of_marked_cards),
		UJI(a_stop_ends_at_once),
		UJI(after_a_stop_another_goes_on),
	};
	bool ada = basis_buka();
	int gagal =
	    cmocka_run_group_tests_name("perjanjian", aturan, NULL, NULL);

	if (ada)
		gagal += cmocka_run_group_tests_name("perjanjian-basis", basis,
						     NULL, NULL);
	return basis_tutup(gagal);
}
