/*
 * pengaktif-massal.c - activates the cards of files that institutions have
 * sent (A-04, model/massal.h), in steps of one transaction each.  Several may
 * run; each takes another file.  One that is killed has done whole steps, and
 * the next goes on after them.
 *
 *	pengaktif-massal		look once a second, until SIGTERM
 *	pengaktif-massal --sekali	do all there is, then end
 */
#include "../dokumen/hidup.h"
#include "../lib/config.h"
#include "../lib/crypto.h"
#include "../lib/log.h"
#include "../lib/xsl.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* Rows of a step: few enough that a person who activates one of these cards
   by hand does not wait for long. */
#define SEKALI 50
#define JEDA_S 1

static volatile sig_atomic_t berhenti;

static void henti(int sinyal)
{
	(void)sinyal;
	berhenti = 1;
}

/* Steps until there is nothing to do, or one fails. */
static enum err kerjakan(struct db *db, struct arena *a)
{
	bool ada = true;
	enum err e = OK;

	while (e == OK && ada && !berhenti) {
		arena_reset(a);
		e = hidup_massal(db, SEKALI, &ada);
	}
	if (e != OK)
		log_error("bulk activation: %s", err_code(e));
	return e;
}

static int layani(struct db *db, struct arena *a)
{
	struct timespec jeda = { JEDA_S, 0 };

	while (!berhenti) {
		kerjakan(db, a);
		/* Without SA_RESTART a signal ends the pause at once. */
		if (!berhenti)
			nanosleep(&jeda, NULL);
	}
	return 0;
}

int main(int argc, char **argv)
{
	struct sigaction sa = { .sa_handler = henti };
	struct arena *a = NULL;
	struct db *db = NULL;
	int keluar = 2;

	log_context("pengaktif-massal", "-");
	if (argc > 2 || (argc == 2 && strcmp(argv[1], "--sekali") != 0)) {
		fprintf(stderr, "usage: pengaktif-massal [--sekali]\n");
		return 2;
	}
	if (!config_load() || !crypto_start())
		return 2;
	xsl_start(config_get("xslt", "xslt"));
	sigaction(SIGTERM, &sa, NULL);
	sigaction(SIGINT, &sa, NULL);
	a = arena_new();
	db = db_new("pengaktif-massal");
	if (a != NULL && db != NULL) {
		db_use_arena(db, a);
		keluar = argc == 2 ? (kerjakan(db, a) == OK ? 0 : 1) :
				     layani(db, a);
	}
	db_free(db);
	arena_free(a);
	return keluar;
}
