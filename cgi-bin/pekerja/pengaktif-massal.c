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
#include "../lib/log.h"
#include "../lib/worker.h"
#include "../lib/xsl.h"

/* Rows of a step: few enough that a person who activates one of these cards
   by hand does not wait for long. */
#define SEKALI  50
#define JEDA_MS 1000

/* Steps until there is nothing to do, or one fails. */
static enum err kerjakan(struct db *db)
{
	bool ada = true;
	enum err e = OK;

	while (e == OK && ada && !worker_ended()) {
		arena_reset(db_arena(db));
		e = hidup_massal(db, SEKALI, &ada);
	}
	if (e != OK)
		log_error("bulk activation: %s", err_code(e));
	return e;
}

static bool siap(void)
{
	xsl_start(config_get("xslt", "xslt"));
	return true;
}

static const struct worker pekerja = {
	.name = "pengaktif-massal",
	.start = siap,
	.once = kerjakan,
	.pause_ms = JEDA_MS,
};

int main(int argc, char **argv)
{
	return worker_main(argc, argv, &pekerja);
}
