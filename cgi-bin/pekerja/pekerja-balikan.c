/*
 * pekerja-balikan.c - checks and loads the files of data balikan, and takes
 * back what is to be (B-06, B-09 to B-12; model/balikan-muat.h).  Several
 * processes, each a piece of work at a time; more may run on other machines.
 *
 *	pekerja-balikan			look for work, until SIGTERM
 *	pekerja-balikan --sekali	do all there is, then end
 *
 * `balikan_proses` of the configuration: how many processes, else PROSES.
 */
#include "../lib/clock.h"
#include "../lib/config.h"
#include "../lib/keep.h"
#include "../lib/log.h"
#include "../lib/text.h"
#include "../lib/worker.h"
#include "../model/balikan-jawaban.h"
#include "../model/balikan-kiriman.h"
#include "../model/balikan-muat.h"

#include <stdlib.h>

#define PROSES	     3
#define JEDA_MS	     200
#define JEDA_RAMAI_MS 20 /* while a file is being checked */
#define BERSIH_MS    (3600 * 1000LL) /* between two looks for old files */
#define BERSIH_MAKS  200
#define SAMBUNG_S    5
#define JAWAB_S	     300 /* a part, on a slow disk */

static struct balikan_bengkel bengkel;

static int64_t banyak_proses(void)
{
	int64_t n;

	if (!text_to_int(config_get("balikan_proses", ""), &n) || n < 1 ||
	    n > KEEP_MAX)
		n = PROSES;
	return n;
}

static bool siap(void)
{
	balikan_bengkel_siap(&bengkel, banyak_proses());
	return true;
}

static enum err kerja(struct db *db, bool *ada, bool *ramai)
{
	enum err e;

	arena_reset(db_arena(db));
	db_patience(db, SAMBUNG_S, JAWAB_S);
	e = balikan_kerja(db, &bengkel, ada, ramai);
	if (e != OK)
		log_error("data balikan: %s", err_code(e));
	return e;
}

/* Answers of the web service that are kept no longer. */
static void sapu_jawaban(struct db *db)
{
	int64_t n = 0;
	enum err e;

	do
		e = balikan_jawaban_sapu(db, &n);
	while (e == OK && n == BALIKAN_JAWABAN_SAPU && !worker_ended());
	if (e != OK)
		log_error("kept answers: %s", err_code(e));
}

static void bersihkan(struct db *db)
{
	static int64_t berikut;
	int64_t kini = clock_now_ms(), n, hari;
	enum err e;

	if (kini < berikut)
		return;
	berikut = kini + BERSIH_MS;
	arena_reset(db_arena(db));
	hari = balikan_simpan_hari(db);
	e = balikan_bersihkan(db, clock_now(db_arena(db), -hari * CLOCK_DAY_MS),
			      BERSIH_MAKS, &n);
	if (e != OK)
		log_error("old files: %s", err_code(e));
	else if (n > 0)
		log_info("files of %lld sendings removed", (long long)n);
	sapu_jawaban(db);
}

static int64_t tinjau(struct db *db)
{
	bool ada = false, ramai = false;

	if (kerja(db, &ada, &ramai) == OK && ada)
		return 0;
	bersihkan(db);
	return ramai ? JEDA_RAMAI_MS : JEDA_MS;
}

static enum err semua(struct db *db)
{
	bool ada = true, ramai;
	enum err e = OK;

	while (e == OK && ada && !worker_ended())
		e = kerja(db, &ada, &ramai);
	bersihkan(db);
	return e;
}

static const struct worker pekerja = {
	.name = "pekerja-balikan",
	.loads = true,
	.start = siap,
	.once = semua,
	.round = tinjau,
};

int main(int argc, char **argv)
{
	if (argc == 1) {
		if (!config_load())
			return WORKER_UNABLE;
		if (keep_alive((int)banyak_proses(), pekerja.name) == KEEP_END)
			return 0;
	}
	return worker_main(argc, argv, &pekerja);
}
