/*
 * penerbit-cabutan.c - keeps the public revocation list up to date:
 * makes it anew, signed, when something has changed, and puts it where the
 * web server of this machine hands it out.  What is done is in
 * dokumen/cabutan; any number may run at once.
 *
 *	penerbit-cabutan		look every two seconds, until SIGTERM
 *	penerbit-cabutan --sekali	look once; ends with 1 when it failed
 */
#include "../lib/clock.h"
#include "../lib/config.h"
#include "../lib/crypto.h"
#include "../lib/db.h"
#include "../lib/log.h"
#include "../dokumen/cabutan.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define JEDA_MS  2000  /* between two looks */
#define GALAT_MS 10000 /* after one that failed */
#define SELANG   5     /* rests so many times as long as it worked */

static volatile sig_atomic_t selesai;

static void henti(int sinyal)
{
	(void)sinyal;
	selesai = 1;
}

static int64_t detak_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

static enum err lihat(struct db *db, struct arena *a, int64_t *nomor)
{
	bool baru = false;
	enum err e;

	arena_reset(a);
	e = cabutan_terbitkan(db, &baru);
	arena_reset(a);
	if (e == OK)
		e = cabutan_pasang(db, nomor);
	if (e != OK)
		log_error("revocation list: %s", err_code(e));
	else if (baru)
		log_info("revocation list %lld published", (long long)*nomor);
	return e;
}

/* A long list that changes all the time must not take a whole core. */
static int64_t istirahat_ms(enum err e, int64_t kerja_ms)
{
	if (e != OK)
		return GALAT_MS;
	return kerja_ms * SELANG > JEDA_MS ? kerja_ms * SELANG : JEDA_MS;
}

static void layani(struct db *db, struct arena *a)
{
	struct sigaction sa = { .sa_handler = henti };
	int64_t nomor = 0;

	sigaction(SIGTERM, &sa, NULL);
	sigaction(SIGINT, &sa, NULL);
	while (!selesai) {
		int64_t mula = detak_ms(), ms;
		enum err e = lihat(db, a, &nomor);

		ms = istirahat_ms(e, detak_ms() - mula);
		if (!selesai)
			nanosleep(&(struct timespec){ ms / 1000,
						      ms % 1000 * 1000000L },
				  NULL); /* a signal ends it */
	}
}

static int jalankan(struct db *db, struct arena *a, int argc, char **argv)
{
	int64_t nomor = 0;

	if (argc == 1) {
		layani(db, a);
		return 0;
	}
	if (argc != 2 || strcmp(argv[1], "--sekali") != 0) {
		fprintf(stderr, "usage: penerbit-cabutan [--sekali]\n");
		return 2;
	}
	return lihat(db, a, &nomor) == OK ? 0 : 1;
}

int main(int argc, char **argv)
{
	struct arena *a = NULL;
	struct db *db = NULL;
	int keluar = 2;

	log_context("penerbit-cabutan", NULL);
	if (!config_load() || !crypto_start())
		return 2;
	a = arena_new();
	db = db_new("penerbit-cabutan");
	if (a != NULL && db != NULL) {
		db_use_arena(db, a);
		keluar = jalankan(db, a, argc, argv);
	}
	db_free(db);
	arena_free(a);
	return keluar;
}
