/*
 * uji-masa.c - what the day brings for agreements: reminders 60, 30 and
 * 7 days before the end, the end itself.  The clock is moved; rounds are run
 * twice, late, broken off, and by many at once.
 */
#include "uji-perjanjian-bantu.h"
#include "model/hari.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *hari_ke(const char *hari, int tambah)
{
	char *out = arena_alloc(arena, HARI_TEKS);
	hari_t h = 0;

	assert_true(hari_baca(hari, &h));
	hari_tulis(h + tambah, out);
	return out;
}

/* ---- reminders ---- */

/* 60, 30 and 7 days ahead, each once, however often a day is run. */
static void three_reminders_in_all(void **state)
{
	static const char *const sisa[] = { "sisa=60\n", "sisa=30\n",
					    "sisa=7\n" };
	int64_t id = buat("2026-01-01", "2026-12-31"), sudah = 0, kini;
	const char *data = "";

	(void)state;
	for (int i = -100; i <= 10; i++) {
		const char *hari = hari_ke("2026-12-31", i);

		putaran(hari);
		putaran(hari);
		kini = surat("perjanjian-akan-berakhir", &data);
		if (kini == sudah)
			continue;
		assert_int_equal(kini, sudah + 1);
		assert_true(i == -60 || i == -30 || i == -7);
		assert_non_null(strstr(data, sisa[sudah]));
		assert_non_null(strstr(data, "berakhir=2026-12-31\n"));
		sudah = kini;
	}
	assert_int_equal(sudah, 3);
	assert_int_equal(riwayat(id, "diingatkan"), 3);
	assert_int_equal(surat("perjanjian-berakhir", NULL), 1);
	assert_int_equal(riwayat(id, "berakhir"), 1);
}

static void late_only_the_nearest(void **state)
{
	const char *data = "";

	(void)state;
	buat("2026-01-01", "2026-12-31");
	/* The worker stood still since before the first one. */
	putaran("2026-12-10");
	assert_int_equal(surat("perjanjian-akan-berakhir", &data), 1);
	assert_non_null(strstr(data, "sisa=21\n"));
	putaran("2026-12-10");
	putaran("2026-12-20");
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 1);
	putaran("2026-12-30");
	assert_int_equal(surat("perjanjian-akan-berakhir", &data), 2);
	assert_non_null(strstr(data, "sisa=1\n"));
	/* A clock that goes back repeats nothing. */
	putaran("2026-11-05");
	putaran("2026-12-05");
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 2);
	/* Too late for any: only that it is over. */
	putaran("2027-02-01");
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 2);
	assert_int_equal(surat("perjanjian-berakhir", NULL), 1);
}

static void an_extension_begins_anew(void **state)
{
	int64_t id = buat("2026-01-01", "2026-12-31");
	struct perjanjian_galat g;

	(void)state;
	putaran("2026-12-28");
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 1);
	assert_int_equal(perjanjian_perpanjang(db, &admin, id, 1, "2027-12-31",
					       NULL, NULL, &g),
			 OK);
	putaran("2026-12-31");
	putaran("2027-10-31");
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 1);
	assert_int_equal(surat("perjanjian-berakhir", NULL), 0);
	putaran("2027-11-01");
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 2);
}

static void nobody_is_told_of_what_has_not_begun(void **state)
{
	(void)state;
	buat("2026-05-01", "2026-05-20");
	putaran("2026-04-10");
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 0);
	putaran("2026-05-01");
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 1);
}

/* ---- the end ---- */

/* when it ends, its cards become inactive; the last day still counts. */
static void the_end(void **state)
{
	int64_t id = buat("2026-01-01", "2026-12-31"), n = 450;
	const char *data = "";

	(void)state;
	pasang(940001, 940000, n, "aktif", id, "berlaku");
	pasang(940001, 942000, 3, "ditangguhkan", id, "dicabut");
	putaran("2026-12-31");
	assert_int_equal(kartu(940001, "aktif", 0), n);
	/* Days late, and twice. */
	putaran("2027-01-20");
	putaran("2027-01-20");
	putaran("2027-03-01");
	assert_int_equal(kartu(940001, "aktif", 0), 0);
	assert_int_equal(kartu(940001, "nonaktif", 0), n);
	assert_int_equal(kartu(940001, "ditangguhkan", 0), 3);
	assert_int_equal(manifes(id, "berakhir"), n);
	nonaktif_tercatat(940001, n, NULL);
	assert_int_equal(surat("perjanjian-berakhir", &data), 1);
	assert_non_null(strstr(data, "kartu=450\n"));
	assert_int_equal(riwayat(id, "berakhir"), 1);
}

/* A round that was broken off is taken up where it stopped. */
static enum err sepotong(struct db *basis, void *id)
{
	static const struct pelaku sistem = { 0 };
	int64_t n = 0, sesudah = 0;

	return masa_nonaktifkan(basis, &sistem, *(int64_t *)id, "PKS", &sesudah,
				&n);
}

static void broken_off_and_taken_up(void **state)
{
	int64_t id = buat("2026-01-01", "2026-12-31");

	(void)state;
	pasang(940001, 940000, MASA_SEKALI + 10, "aktif", id, "berlaku");
	pergi("2027-01-01");
	assert_int_equal(db_transaction(db, sepotong, &id), OK);
	assert_int_equal(kartu(940001, "nonaktif", 0), MASA_SEKALI);
	assert_int_equal(kartu(940001, "aktif", 0), 10);
	putaran("2027-01-01");
	assert_int_equal(kartu(940001, "nonaktif", 0), MASA_SEKALI + 10);
	nonaktif_tercatat(940001, MASA_SEKALI + 10, NULL);
	assert_int_equal(surat("perjanjian-berakhir", NULL), 1);
}

/* A manifest that was issued under an agreement as it was stopped. */
static void a_straggler_is_found(void **state)
{
	int64_t id = buat("2026-01-01", "2026-12-31"), n = 0;

	(void)state;
	assert_int_equal(
	    perjanjian_hentikan(db, &admin, id, 1, "Uji henti", &n), OK);
	pasang(940001, 940000, 2, "aktif", id, "berlaku");
	putaran("2026-03-01");
	assert_int_equal(kartu(940001, "nonaktif", 0), 2);
	assert_int_equal(manifes(id, "berakhir"), 2);
	assert_int_equal(surat("perjanjian-berakhir", NULL), 0);
}

/* ---- two at once ---- */

#define PEKERJA 4

/* In a child: rounds with a connection of its own; 0 when all went well. */
static int anak(const char *hari)
{
	struct arena *a = arena_new();
	struct db *basis = db_new("uji");
	enum err e = OK;
	int64_t n;

	if (a == NULL || basis == NULL)
		return 2;
	db_use_arena(basis, a);
	for (int i = 0; e == OK && i < 3; i++) {
		e = masa_akhiri(basis, hari, &n);
		if (e == OK)
			e = masa_tandai(basis, hari, &n);
		if (e == OK)
			e = masa_ingatkan(basis, hari, &n);
		/* A lost race is an error of this round, not a wrong deed. */
		if (e == ERR_RETRY)
			e = OK;
	}
	db_free(basis);
	return e == OK ? 0 : 1;
}

static void many_workers_at_once(void **state)
{
	int64_t habis = buat("2026-01-01", "2026-10-31"), segera;
	pid_t pid[PEKERJA];
	int kode;

	(void)state;
	pasang(940001, 940000, 700, "aktif", habis, "berlaku");
	segera = buat("2026-11-01", "2026-12-31");
	/* It does not grant what cards need. */
	assert_int_equal(perjanjian_ubah(db, &admin, segera, 1,
					 &(struct perjanjian_isian){
					     .nomor = "PKS/portal",
					     .judul = "Uji",
					     .mulai = "2026-11-01",
					     .berakhir = "2026-12-31",
					     .elemen = "nik",
					     .metode = "web-portal" },
					 &(struct perjanjian_galat){ 0 }),
			 OK);
	pergi("2026-11-20");
	for (int i = 0; i < PEKERJA; i++) {
		pid[i] = fork();
		assert_true(pid[i] >= 0);
		if (pid[i] == 0)
			_exit(anak("2026-11-20"));
	}
	for (int i = 0; i < PEKERJA; i++) {
		assert_int_equal(waitpid(pid[i], &kode, 0), pid[i]);
		assert_true(WIFEXITED(kode));
		assert_int_equal(WEXITSTATUS(kode), 0);
	}
	assert_int_equal(kartu(940001, "nonaktif", 0), 700);
	nonaktif_tercatat(940001, 700, NULL);
	assert_int_equal(surat("perjanjian-berakhir", NULL), 1);
	assert_int_equal(surat("perjanjian-akan-berakhir", NULL), 1);
	assert_int_equal(riwayat(habis, "berakhir"), 1);
	assert_int_equal(riwayat(segera, "diingatkan"), 1);
}

/*
 * An activation holds the agreement it relies on: a stop waits for it and then
 * finds its card.  The child is the activation.
 */
SQL(Q_TUNGGU, "SELECT COUNT(*) FROM information_schema.INNODB_TRX"
	      " WHERE trx_state = 'LOCK WAIT'");

static enum err aktifkan(struct db *basis, int pipa)
{
	struct perjanjian k;
	struct rows *r;
	enum err e = db_begin(basis);

	if (e == OK)
		e = perjanjian_berlaku(basis, 940001, "2026-03-01", &k);
	if (e == OK && write(pipa, "x", 1) != 1)
		e = ERR_INTERNAL;
	/* Until the other waits; the server looks anew after 0.1 s unread. */
	for (int64_t n = 0; e == OK && n == 0;) {
		usleep(150000);
		e = db_one(basis, &r, &Q_TUNGGU);
		n = e == OK ? db_int(r, 0) : 0;
	}
	if (e == OK)
		e = pasang_manifes(basis, 940001, "aktif", k.id, "berlaku");
	return e == OK ? db_commit(basis) : e;
}

static void an_activation_before_a_stop(void **state)
{
	int64_t id = buat("2026-01-01", "2026-12-31"), n = 0;
	int pipa[2], kode;
	char tanda;
	pid_t pid;

	(void)state;
	pasang_kartu(940001, 940000, 3, "aktif");
	assert_int_equal(pipe(pipa), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		struct arena *a = arena_new();
		struct db *basis = db_new("uji");

		alarm(30);
		db_use_arena(basis, a);
		_exit(aktifkan(basis, pipa[1]) == OK ? 0 : 1);
	}
	assert_int_equal(read(pipa[0], &tanda, 1), 1);
	assert_int_equal(
	    perjanjian_hentikan(db, &admin, id, 1, "Uji henti", &n), OK);
	assert_int_equal(waitpid(pid, &kode, 0), pid);
	assert_int_equal(kode, 0);
	close(pipa[0]);
	close(pipa[1]);
	assert_int_equal(n, 3);
	assert_int_equal(kartu(940001, "nonaktif", 0), 3);
	assert_int_equal(manifes(id, "berakhir"), 3);
}

int main(void)
{
	const struct CMUnitTest basis[] = {
		UJI(three_reminders_in_all),
		UJI(late_only_the_nearest),
		UJI(an_extension_begins_anew),
		UJI(nobody_is_told_of_what_has_not_begun),
		UJI(the_end),
		UJI(broken_off_and_taken_up),
		UJI(a_straggler_is_found),
		UJI(many_workers_at_once),
		UJI(an_activation_before_a_stop),
	};

	if (!basis_buka())
		return basis_tutup(77);
	return basis_tutup(
	    cmocka_run_group_tests_name("masa", basis, NULL, NULL));
}
