/*
 * uji-faq.c - questions and answers (U-11, U-12, model/faq.h): what the suite
 * comes with, search, addresses, versions, order, votes; who may change them.
 *
 * Without SIFILMA_KONFIG only the rules that need no database are looked at.
 */
#include "lib/clock.h"
#include "lib/form.h"
#include "lib/text.h"
#include "model/faq.h"
#include "uji-basis.h"
#include "uji-buang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <pthread.h>
#include <string.h>

#include <cmocka.h>

static const struct pelaku admin = { .akun = 950001, .role = ROLE_ADMIN };
static const struct pelaku bukan[] = {
	{ .role = ROLE_TAMU },
	{ .akun = 950001, .role = ROLE_PENGGUNA },
	{ .akun = 950001, .role = ROLE_PEJABAT },
};

SQL(Q_AKUN,
    "INSERT INTO akun (id, username, nama, peran, email, telepon, alamat,"
    " kota, provinsi, status, dibuat) VALUES (950001, '950001', 'Uji FAQ',"
    " 'admin', 'uji@uji.example', '0', '-', '-', '-', 'aktif', '2026-01-01')");
SQL(Q_BARU, "SELECT id FROM faq WHERE id >= ?");
SQL(Q_AUDIT, "SELECT COUNT(*) FROM audit WHERE tindakan = ? AND objek_id = ?"
	     " AND akun_id = 950001");
SQL(Q_SUARA, "SELECT COUNT(*), COALESCE(SUM(membantu), 0) FROM faq_suara"
	     " WHERE faq_id = ?");
SQL(Q_URUT, "SELECT GROUP_CONCAT(urut ORDER BY urut) FROM faq"
	    " WHERE kelompok_id = ?");
SQL(H_SUARA, "DELETE FROM faq_suara WHERE faq_id > 10");
SQL(H_ALAMAT, "DELETE FROM faq_alamat WHERE faq_id > 10");
SQL(H_VERSI, "DELETE FROM faq_versi WHERE faq_id > 10");
SQL(H_FAQ, "DELETE FROM faq WHERE id > 10");
SQL(H_KELOMPOK, "DELETE FROM faq_kelompok WHERE id > 3");

static int kosongkan(void **state)
{
	static struct sql *const semua[] = { &H_SUARA, &H_ALAMAT, &H_VERSI,
					     &H_FAQ,   &H_KELOMPOK };

	(void)state;
	arena_reset(arena);
	for (size_t i = 0; i < COUNT(semua); i++)
		if (db_exec(db, semua[i]) != OK)
			return 1;
	return buang_orang(db, 950001, 950001) != OK;
}

static int siapkan(void **state)
{
	return kosongkan(state) != 0 || db_exec(db, &Q_AKUN) != OK;
}

/* ---- without a database ---- */

static void addresses_are_made_of_questions(void **state)
{
	static const char *const apa[][2] = {
		{ "Apa itu kartu SAM?", "apa-itu-kartu-sam" },
		{ "  Berapa  lama -- aktivasi?! ", "berapa-lama-aktivasi" },
		{ "100 kartu / hari", "100-kartu-hari" },
		{ "日本?", "pertanyaan" },
		{ "Caf\xC3\xA9 di Bandung", "caf-di-bandung" },
		/* Cut between words. */
		{ "satu dua tiga empat lima enam tujuh delapan sembilan "
		  "sepuluh sebelas",
		  "satu-dua-tiga-empat-lima-enam-tujuh-delapan-sembilan" },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(apa); i++)
		assert_string_equal(faq_alamat_dari(a, apa[i][0]), apa[i][1]);
	arena_free(a);
}

static void words_that_say_nothing_do_not_count(void **state)
{
	static const struct {
		const char *cari;
		const char *kata; /* joined by blanks */
	} apa[] = {
		{ "Kenapa sidik jari saya gagal?", "sidik jari gagal" },
		{ "KTP-el", "KTP el" },
		{ "berapa lama", "berapa lama" },
		{ "?!", "" },
		{ "", "" },
		{ NULL, "" },
		{ "a1 a2 a3 a4 a5 a6 a7 a8", "a1 a2 a3 a4 a5 a6" },
		{ "kartu   caf\xC3\xA9", "kartu caf\xC3\xA9" },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(apa); i++) {
		const char *const *k = faq_kata(a, apa[i].cari);
		struct buf b = { .a = a };

		buf_text(&b, "");
		for (; *k != NULL; k++)
			buf_printf(&b, "%s%s", b.n > 0 ? " " : "", *k);
		assert_string_equal(b.n == 0 ? "" : b.p, apa[i].kata);
	}
	arena_free(a);
}

/* ---- what the suite comes with ---- */

static size_t kata_dari(const struct markup *m)
{
	size_t n = 0;

	if (m->kind == MARKUP_TEXT)
		for (const char *p = m->text; *p != '\0'; p++)
			n += *p != ' ' && (p[1] == ' ' || p[1] == '\0');
	for (m = m->first; m != NULL; m = m->next)
		n += kata_dari(m);
	return n;
}

/* Addresses of links to other entries exist. */
static void periksa_tautan(const struct markup *m)
{
	struct faq f;

	if (m->kind == MARKUP_LINK && strncmp(m->text, "/faq/", 5) == 0)
		assert_int_equal(faq_alamat(db, m->text + 5, &f), OK);
	for (m = m->first; m != NULL; m = m->next)
		periksa_tautan(m);
}

/* U-12: ten entries, each 60 to 180 words, each good markup. */
static void ships_with_its_entries(void **state)
{
	static const char *const topik[] = {
		"lama-personalisasi",
		"data-balikan-wajib",
		"lama-aktivasi",
		"apa-itu-kartu-sam",
		"sidik-jari-gagal",
		"pembaca-baru-langsung-dipakai",
		"ktp-el-tidak-terbaca",
		"data-dalam-ktp-el",
		"pembacaan-online-atau-offline",
		"lama-seluruhnya",
	};
	struct faq f;

	(void)state;
	for (size_t i = 0; i < COUNT(topik); i++) {
		struct markup_error g;
		struct faq_versi *v;
		struct markup *m;
		size_t n;

		assert_int_equal(faq_alamat(db, topik[i], &f), OK);
		assert_string_equal(f.alamat, topik[i]);
		if (markup_read(arena, f.jawab, strlen(f.jawab), &m, &g) != OK)
			fail_msg("%s: %s, line %zu", topik[i],
				 markup_code_name(g.code), g.line);
		assert_in_range(kata_dari(m), 60, 180);
		periksa_tautan(m);
		assert_int_equal(faq_riwayat(db, f.id, &v, &n), OK);
		assert_int_equal(n, 1);
		assert_null(v[0].oleh);
	}
	assert_int_equal(faq_alamat(db, "lama-personalisasi", &f), OK);
	assert_non_null(strstr(f.jawab, "250 kartu sehari"));
}

static void searched_by_all_of_its_words(void **state)
{
	static const struct {
		const char *cari;
		const char *pertama;
		size_t paling;
	} apa[] = {
		{ "Kenapa sidik jari gagal", "sidik-jari-gagal", 1 },
		{ "SIDIK ambang", "sidik-jari-gagal", 1 },
		{ "antena", "ktp-el-tidak-terbaca", 1 },
		{ "250 contoh", "lama-personalisasi", 1 },
	};
	struct faq *f;
	size_t n, semua;

	(void)state;
	assert_int_equal(faq_cari(db, NULL, &f, &semua), OK);
	assert_true(semua >= 10);
	/* In the order of the page. */
	assert_string_equal(f[0].alamat, "apa-itu-kartu-sam");
	for (size_t i = 0; i < COUNT(apa); i++) {
		assert_int_equal(faq_cari(db, apa[i].cari, &f, &n), OK);
		assert_in_range(n, 1, apa[i].paling);
		assert_string_equal(f[0].alamat, apa[i].pertama);
	}
	assert_int_equal(faq_cari(db, "kartu SAM", &f, &n), OK);
	assert_true(n > 3);
	/* Signs of LIKE are only signs, others are none. */
	for (size_t i = 0; i < 4; i++) {
		static const char *const tidak[] = { "%", "_", "\\",
						     "zzz qqq" };

		assert_int_equal(faq_cari(db, tidak[i], &f, &n), OK);
		assert_int_equal(n, 0);
	}
}

/* ---- changes ---- */

static int64_t kelompok_uji(const char *nama)
{
	struct faq_galat g;
	int64_t id = 0;

	assert_int_equal(faq_kelompok_buat(db, &admin, nama, &id, &g), OK);
	assert_true(id > 3);
	return id;
}

static struct faq_isian contoh(int64_t kelompok)
{
	return (struct faq_isian){ .kelompok_id = kelompok,
				   .tanya = "Apa contohnya?",
				   .jawab = "Ini *contoh*." };
}

static int64_t buat(struct faq_isian in)
{
	struct faq_galat g;
	int64_t id = 0;

	assert_int_equal(faq_buat(db, &admin, &in, &id, &g), OK);
	assert_true(id > 10);
	return id;
}

static struct faq ambil(int64_t id)
{
	struct faq f = { 0 };

	assert_int_equal(faq_ambil(db, id, &f), OK);
	return f;
}

static int64_t audit(const char *tindakan, int64_t id)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_AUDIT, tindakan, id), OK);
	return db_int(r, 0);
}

static void only_admins_change(void **state)
{
	struct faq_galat g;
	struct faq_isian in = contoh(1);
	struct rows *r;
	int64_t id = 1;

	(void)state;
	for (size_t i = 0; i < COUNT(bukan); i++) {
		const struct pelaku *p = &bukan[i];

		assert_int_equal(faq_buat(db, p, &in, &id, &g), ERR_FORBIDDEN);
		assert_int_equal(faq_ubah(db, p, 1, 1, &in, &g), ERR_FORBIDDEN);
		assert_int_equal(faq_pulihkan(db, p, 1, 1, 1, &g),
				 ERR_FORBIDDEN);
		assert_int_equal(faq_atur_aktif(db, p, 1, false),
				 ERR_FORBIDDEN);
		assert_int_equal(faq_geser(db, p, 1, false), ERR_FORBIDDEN);
		assert_int_equal(faq_kelompok_buat(db, p, "x", &id, &g),
				 ERR_FORBIDDEN);
		assert_int_equal(faq_kelompok_ubah(db, p, 1, 1, "x", &g),
				 ERR_FORBIDDEN);
		assert_int_equal(faq_kelompok_geser(db, p, 1, false),
				 ERR_FORBIDDEN);
	}
	assert_int_equal(db_query(db, &r, &Q_BARU, 11), OK);
	assert_int_equal(db_count(r), 0);
	assert_int_equal(ambil(1).versi, 1);
}

static void what_is_wrong_is_told(void **state)
{
	struct faq_isian in = contoh(1);
	struct faq_galat g;
	int64_t id;

	(void)state;
	in.jawab = "satu\n\ndua **tiga";
	assert_int_equal(faq_buat(db, &admin, &in, &id, &g), ERR_INPUT);
	assert_string_equal(g.ruas, "jawab");
	assert_string_equal(g.kode, "markah-bintang-terbuka");
	assert_int_equal(g.baris, 3);
	in = contoh(949999);
	assert_int_equal(faq_buat(db, &admin, &in, &id, &g), ERR_INPUT);
	assert_string_equal(g.ruas, "kelompok");
	in = contoh(1);
	for (size_t i = 0; i < 8; i++) {
		static const char *const bentuk[] = { "kelola", "-a", "a-",
						      "a--b",   "A",  "a b",
						      "a/b",    "é" };

		in.alamat = bentuk[i];
		assert_int_equal(faq_buat(db, &admin, &in, &id, &g), ERR_INPUT);
		assert_string_equal(g.ruas, "alamat");
		assert_string_equal(g.kode, "format");
	}
	in.alamat = "lama-aktivasi";
	assert_int_equal(faq_buat(db, &admin, &in, &id, &g), ERR_INPUT);
	assert_string_equal(g.kode, "sudah-dipakai");
	assert_int_equal(faq_kelompok_buat(db, &admin, "data BALIKAN", &id, &g),
			 ERR_INPUT);
	assert_string_equal(g.ruas, "nama");
}

/* An address leads to its entry for ever. */
static void old_addresses_still_lead_there(void **state)
{
	struct faq_galat g;
	struct faq_isian in = contoh(kelompok_uji("Uji alamat"));
	int64_t satu = buat(in), dua = buat(in);
	struct faq f;

	(void)state;
	assert_string_equal(ambil(satu).alamat, "apa-contohnya");
	assert_string_equal(ambil(dua).alamat, "apa-contohnya-2");
	in.alamat = "contoh-baru";
	assert_int_equal(faq_ubah(db, &admin, satu, 1, &in, &g), OK);
	/* The words are the same: no new version. */
	assert_int_equal(ambil(satu).versi, 1);
	assert_int_equal(audit("faq-alamat", satu), 1);
	assert_int_equal(faq_alamat(db, "apa-contohnya", &f), OK);
	assert_int_equal(f.id, satu);
	assert_string_equal(f.alamat, "contoh-baru");
	/* Nobody else gets it, the entry itself does. */
	in.alamat = "apa-contohnya";
	assert_int_equal(faq_ubah(db, &admin, dua, 1, &in, &g), ERR_INPUT);
	assert_string_equal(g.kode, "sudah-dipakai");
	assert_int_equal(faq_ubah(db, &admin, satu, 1, &in, &g), OK);
	assert_string_equal(ambil(satu).alamat, "apa-contohnya");
	assert_int_equal(faq_alamat(db, "contoh-baru", &f), OK);
	assert_int_equal(f.id, satu);
}

static void every_version_is_kept(void **state)
{
	int64_t k1 = kelompok_uji("Uji versi 1"),
		k2 = kelompok_uji("Uji versi 2");
	struct faq_isian in = contoh(k1);
	int64_t id = buat(in);
	struct faq_versi *v, satu;
	struct faq_galat g;
	size_t n;

	(void)state;
	/* The same again is no change. */
	assert_int_equal(faq_ubah(db, &admin, id, 1, &in, &g), OK);
	assert_int_equal(ambil(id).versi, 1);
	in.tanya = "Apa contoh lain?";
	in.jawab = "Lain.";
	in.kelompok_id = k2;
	assert_int_equal(faq_ubah(db, &admin, id, 1, &in, &g), OK);
	assert_int_equal(ambil(id).versi, 2);
	assert_int_equal(ambil(id).kelompok_id, k2);
	/* Somebody who saw the first version. */
	in.tanya = "Kalah";
	assert_int_equal(faq_ubah(db, &admin, id, 1, &in, &g), ERR_CONFLICT);
	assert_int_equal(faq_pulihkan(db, &admin, id, 1, 1, &g), ERR_CONFLICT);
	assert_int_equal(faq_pulihkan(db, &admin, id, 2, 9, &g), ERR_NOT_FOUND);
	assert_int_equal(faq_pulihkan(db, &admin, 949999, 1, 1, &g),
			 ERR_NOT_FOUND);
	assert_int_equal(faq_pulihkan(db, &admin, id, 2, 1, &g), OK);
	assert_string_equal(ambil(id).tanya, "Apa contohnya?");
	assert_string_equal(ambil(id).jawab, "Ini *contoh*.");
	assert_int_equal(ambil(id).kelompok_id, k1);
	assert_int_equal(faq_riwayat(db, id, &v, &n), OK);
	assert_int_equal(n, 3);
	assert_int_equal(v[0].versi, 3);
	assert_int_equal(v[0].asal, 1);
	assert_string_equal(v[0].oleh, "Uji FAQ");
	assert_string_equal(v[1].tanya, "Apa contoh lain?");
	assert_string_equal(v[1].kelompok, "Uji versi 2");
	assert_int_equal(faq_versi_ambil(db, id, 2, &satu), OK);
	assert_string_equal(satu.jawab, "Lain.");
	assert_int_equal(audit("faq-dibuat", id), 1);
	assert_int_equal(audit("faq-diubah", id), 1);
	assert_int_equal(audit("faq-dipulihkan", id), 1);
}

static void switched_off_is_not_seen(void **state)
{
	int64_t id = buat(contoh(kelompok_uji("Uji saklar")));
	struct faq *semua;
	struct faq f;
	size_t n;

	(void)state;
	assert_int_equal(faq_atur_aktif(db, &admin, id, true), ERR_CONFLICT);
	assert_int_equal(faq_atur_aktif(db, &admin, id, false), OK);
	assert_int_equal(faq_alamat(db, "apa-contohnya", &f), ERR_NOT_FOUND);
	assert_int_equal(faq_cari(db, "contohnya", &semua, &n), OK);
	assert_int_equal(n, 0);
	assert_int_equal(faq_semua(db, &semua, &n), OK);
	assert_int_equal(semua[n - 1].id, id);
	assert_false(semua[n - 1].aktif);
	assert_int_equal(faq_atur_aktif(db, &admin, id, false), ERR_CONFLICT);
	assert_int_equal(faq_atur_aktif(db, &admin, 949999, false),
			 ERR_NOT_FOUND);
	assert_int_equal(faq_atur_aktif(db, &admin, id, true), OK);
	assert_int_equal(faq_alamat(db, "apa-contohnya", &f), OK);
	assert_int_equal(audit("faq-dinonaktifkan", id), 1);
	assert_int_equal(audit("faq-diaktifkan", id), 1);
}

/* Ids of a group in their order, as text. */
static const char *urutan(int64_t kelompok)
{
	struct buf b = { .a = arena };
	struct faq *f;
	struct rows *r;
	size_t n;

	assert_int_equal(faq_semua(db, &f, &n), OK);
	for (size_t i = 0; i < n; i++)
		if (f[i].kelompok_id == kelompok)
			buf_printf(&b, "%lld ", (long long)f[i].id);
	/* Without gaps and without two at one place. */
	assert_int_equal(db_one(db, &r, &Q_URUT, kelompok), OK);
	assert_string_equal(db_text(r, 0), "1,2,3");
	return b.p;
}

static void moved_up_and_down(void **state)
{
	int64_t k = kelompok_uji("Uji urutan"), lain = kelompok_uji("Uji lain");
	long long a = buat(contoh(k)), b = buat(contoh(k)), c = buat(contoh(k));
	struct faq_kelompok *semua;
	size_t n;

	(void)state;
#define URUT(x, y, z)                                                          \
	assert_string_equal(urutan(k),                                         \
			    arena_printf(arena, "%lld %lld %lld ", x, y, z))
	URUT(a, b, c);
	assert_int_equal(faq_geser(db, &admin, c, true), OK);
	URUT(a, c, b);
	assert_int_equal(faq_geser(db, &admin, a, false), OK);
	URUT(c, a, b);
	/* At the ends nothing happens. */
	assert_int_equal(faq_geser(db, &admin, c, true), OK);
	assert_int_equal(faq_geser(db, &admin, b, false), OK);
	URUT(c, a, b);
	assert_int_equal(audit("faq-digeser", b), 0);
	assert_int_equal(audit("faq-digeser", c), 1);
	assert_int_equal(faq_geser(db, &admin, 949999, true), ERR_NOT_FOUND);

	assert_int_equal(faq_kelompok_geser(db, &admin, lain, true), OK);
	assert_int_equal(faq_kelompok_semua(db, &semua, &n), OK);
	assert_int_equal(semua[n - 2].id, lain);
	assert_int_equal(semua[n - 1].id, k);
	assert_int_equal(semua[n - 1].banyak, 3);
}

static void groups_are_renamed(void **state)
{
	int64_t id = kelompok_uji("Uji nama");
	struct faq_kelompok k;
	struct faq_galat g;

	(void)state;
	assert_int_equal(faq_kelompok_ubah(db, &admin, id, 1, "Uji baru", &g),
			 OK);
	assert_int_equal(faq_kelompok_ubah(db, &admin, id, 1, "Kalah", &g),
			 ERR_CONFLICT);
	assert_int_equal(
	    faq_kelompok_ubah(db, &admin, id, 2, "Data balikan", &g),
	    ERR_INPUT);
	assert_string_equal(g.kode, "sudah-dipakai");
	assert_int_equal(faq_kelompok_ubah(db, &admin, 949999, 1, "x", &g),
			 ERR_NOT_FOUND);
	assert_int_equal(faq_kelompok_ambil(db, id, &k), OK);
	assert_string_equal(k.nama, "Uji baru");
	assert_int_equal(k.versi, 2);
}

/* ---- votes ---- */

static struct blob pemilih(unsigned char c)
{
	unsigned char *p = arena_alloc(arena, 32);

	memset(p, c, 32);
	return (struct blob){ p, 32 };
}

static void hitungan(int64_t id, int64_t ya, int64_t tidak)
{
	struct faq f = ambil(id);
	struct rows *r;

	assert_int_equal(f.ya, ya);
	assert_int_equal(f.tidak, tidak);
	/* What is maintained is what is there. */
	assert_int_equal(db_one(db, &r, &Q_SUARA, id), OK);
	assert_int_equal(db_int(r, 0), ya + tidak);
	assert_int_equal(db_int(r, 1), ya);
}

static void one_vote_a_visit(void **state)
{
	int64_t id = buat(contoh(kelompok_uji("Uji suara")));
	int apa;

	(void)state;
	assert_int_equal(faq_pilihan(db, id, pemilih(1), &apa), OK);
	assert_int_equal(apa, -1);
	assert_int_equal(faq_pilih(db, id, pemilih(1), true), OK);
	assert_int_equal(faq_pilih(db, id, pemilih(1), true), OK);
	hitungan(id, 1, 0);
	assert_int_equal(faq_pilih(db, id, pemilih(2), false), OK);
	hitungan(id, 1, 1);
	assert_int_equal(faq_pilih(db, id, pemilih(1), false), OK);
	hitungan(id, 0, 2);
	assert_int_equal(faq_pilihan(db, id, pemilih(1), &apa), OK);
	assert_int_equal(apa, 0);
	assert_int_equal(faq_pilih(db, id, pemilih(1), true), OK);
	hitungan(id, 1, 1);
	assert_int_equal(faq_atur_aktif(db, &admin, id, false), OK);
	assert_int_equal(faq_pilih(db, id, pemilih(3), true), ERR_NOT_FOUND);
	assert_int_equal(faq_pilih(db, 949999, pemilih(3), true),
			 ERR_NOT_FOUND);
	hitungan(id, 1, 1);
}

#define PARA  8
#define PUTAR 25
#define PUNYA 5 /* voters each of them votes for */

static int64_t diperebutkan;

/* Many at once, some for the same visits. */
static void *memilih(void *arg)
{
	struct db *d = db_new("uji");
	struct arena *a = arena_new();
	size_t nomor = (size_t)arg, gagal = 0;

	db_use_arena(d, a);
	for (size_t i = 0; i < PUTAR; i++) {
		unsigned char c[32];

		memset(c, (int)((nomor + i) % PUNYA), sizeof(c));
		gagal +=
		    faq_pilih(d, diperebutkan, (struct blob){ c, sizeof(c) },
			      (nomor + i) % 2 == 0) != OK;
		arena_reset(a);
	}
	db_free(d);
	arena_free(a);
	return (void *)gagal;
}

static void votes_at_the_same_time_are_counted_right(void **state)
{
	pthread_t t[PARA];
	void *gagal;

	(void)state;
	diperebutkan = buat(contoh(kelompok_uji("Uji rebut")));
	for (size_t i = 0; i < PARA; i++)
		assert_int_equal(
		    pthread_create(&t[i], NULL, memilih, (void *)i), 0);
	for (size_t i = 0; i < PARA; i++) {
		assert_int_equal(pthread_join(t[i], &gagal), 0);
		assert_null(gagal);
	}
	hitungan(diperebutkan, ambil(diperebutkan).ya,
		 PUNYA - ambil(diperebutkan).ya);
}

#define BASIS(f) cmocka_unit_test_setup_teardown(f, siapkan, kosongkan)

int main(void)
{
	const struct CMUnitTest aturan[] = {
		cmocka_unit_test(addresses_are_made_of_questions),
		cmocka_unit_test(words_that_say_nothing_do_not_count),
	};
	const struct CMUnitTest basis[] = {
		BASIS(ships_with_its_entries),
		BASIS(searched_by_all_of_its_words),
		BASIS(only_admins_change),
		BASIS(what_is_wrong_is_told),
		BASIS(old_addresses_still_lead_there),
		BASIS(every_version_is_kept),
		BASIS(switched_off_is_not_seen),
		BASIS(moved_up_and_down),
		BASIS(groups_are_renamed),
		BASIS(one_vote_a_visit),
		BASIS(votes_at_the_same_time_are_counted_right),
	};
	bool ada = basis_buka();
	int gagal =
	    cmocka_run_group_tests_name("FAQ: rules", aturan, NULL, NULL);

	if (ada)
		gagal += cmocka_run_group_tests_name("FAQ", basis, NULL, NULL);
	return basis_tutup(gagal);
}
