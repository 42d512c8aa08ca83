/*
 * worker.h - what background programs and tools have in common: arguments,
 * configuration, the database with its arena, and rounds until SIGTERM.
 *
 *	static const struct worker worker = {
 *		.name = "pengaktif-massal",
 *		.once = work,
 *		.pause_ms = 1000,
 *	};
 *
 * After its rounds a worker leaves a sign of life in table `denyut`, at most
 * every ten seconds; /status shows who is silent.  In the database and not in a
 * file, because it is then seen from every machine, a service needs no folder
 * to write to, and it proves that the worker reaches what it works on.
 *
 * When the database is away a round fails like any other: it logs, and is
 * tried again after its pause, until the database is back.
 */
#ifndef WORKER_H
#define WORKER_H

#include "db.h"

#define WORKER_OPTIONS 3

/* Exit codes beside 0: it did not work; it could not even begin. */
enum { WORKER_FAILED = 1, WORKER_UNABLE = 2 };

/* What the worker does when it is called with an option. */
struct worker_option {
	const char *name; /* "--periksa" */
	int arguments;    /* at most so many after it */
	/* rest: the arguments after it, NULL behind the last.  Returns the
	   exit code. */
	int (*run)(struct db *db, char **rest);
};

struct worker {
	const char *name; /* of the program, its database user and its log */
	/* Behind the name; NULL: "[--sekali]". */
	const char *usage;
	bool loads; /* on a connection of db_new_loader() */
	/* Called once when configuration and crypto are ready; false ends the
	   program.  NULL: nothing to do. */
	bool (*start)(void);
	/* Does all there is to do now, and logs what went wrong: what the
	   argument --sekali asks for (exit code 0, WORKER_FAILED when it is
	   not OK).  NULL: the options say. */
	enum err (*once)(struct db *db);
	/* Without arguments that is done again and again, with an empty arena
	   and so many ms between. */
	int64_t pause_ms;
	/* A worker whose rounds are something else: called instead, returns
	   the pause after it, in ms. */
	int64_t (*round)(struct db *db);
	struct worker_option options[WORKER_OPTIONS]; /* name NULL: no more */
};

/*
 * The main() of a worker.  0 after SIGTERM or SIGINT, or what an option's run
 * returned; WORKER_UNABLE after wrong arguments (told on standard error), and
 * when the configuration cannot be read, start failed or memory is out.
 */
int worker_main(int argc, char **argv, const struct worker *w);

/* Was the program told to end?  A long round asks and returns early. */
bool worker_ended(void);

/*
 * The main() of a tool that works as the owner of the database (the Unix user
 * who started it): crypto is ready, results go to an arena that lasts as long
 * as run.  EXIT_SUCCESS when run returned OK, else EXIT_FAILURE with the code
 * of the error on standard error.
 */
int worker_tool(const char *name, int argc, char **argv,
		enum err (*run)(struct db *db, int argc, char **argv));

#endif
