/*
 * penyusun-jadwal.c - keeps the plan of personalisation honest when nobody
 * touches it: cards that were planned for a day that is over and are not done
 * are planned anew, and those whose estimate moved by it are told (P-08).
 * Changes people make plan by themselves; see model/jadwal.h.
 *
 *	penyusun-jadwal			look once a minute, until SIGTERM
 *	penyusun-jadwal --sekali	plan anew now
 */
#include "../lib/config.h"
#include "../lib/db.h"
#include "../lib/log.h"
#include "../model/jadwal.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define JEDA_S 60

static volatile sig_atomic_t selesai;

static void henti(int sinyal)
{
	(void)sinyal;
	selesai = 1;
}

static enum err susun(struct db *db)
{
	int64_t pindah = 0;
	enum err e = jadwal_susun(db, &pindah);

	if (e == OK)
		log_info("planned anew: %" PRId64 " estimates moved", pindah);
	else
		log_error("not planned: %s", err_code(e));
	return e;
}

static int layani(struct db *db, struct arena *a)
{
	/* Without SA_RESTART the pause ends at once. */
	struct sigaction sa = { .sa_handler = henti };
	struct timespec jeda = { JEDA_S, 0 };

	sigaction(SIGTERM, &sa, NULL);
	sigaction(SIGINT, &sa, NULL);
	while (!selesai) {
		bool usang = false;

		arena_reset(a);
		if (jadwal_usang(db, &usang) == OK && usang)
			susun(db);
		if (!selesai)
			nanosleep(&jeda, NULL);
	}
	return 0;
}

int main(int argc, char **argv)
{
	struct arena *a = NULL;
	struct db *db = NULL;
	int keluar = 2;

	log_context("penyusun-jadwal", NULL);
	if (argc > 2 || (argc == 2 && strcmp(argv[1], "--sekali") != 0)) {
		fprintf(stderr, "usage: penyusun-jadwal [--sekali]\n");
		return 2;
	}
	if (!config_load())
		return 2;
	a = arena_new();
	db = db_new("penyusun-jadwal");
	if (a != NULL && db != NULL) {
		db_use_arena(db, a);
		if (argc == 2)
			keluar = susun(db) == OK ? 0 : 1;
		else
			keluar = layani(db, a);
	}
	db_free(db);
	arena_free(a);
	return keluar;
}
