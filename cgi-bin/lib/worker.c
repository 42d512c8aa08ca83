/* worker.c - see worker.h.  What a worker does is in pekerja/. */
#include "worker.h"
#include "config.h"
#include "crypto.h"
#include "log.h"

#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t ended;

static void on_end(int number)
{
	(void)number;
	ended = 1;
}

bool worker_ended(void)
{
	return ended != 0;
}

/* A pause that a signal ends at once, also one that comes just before it. */
static void pause_ms(int64_t ms)
{
	struct timespec t = { ms / 1000, ms % 1000 * 1000000L };
	sigset_t ends, before;

	sigemptyset(&ends);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGINT);
	sigprocmask(SIG_BLOCK, &ends, &before);
	if (!ended)
		ppoll(NULL, 0, &t, &before);
	sigprocmask(SIG_SETMASK, &before, NULL);
}

static int rounds(struct db *db, const struct worker *w)
{
	/* What is being written or asked goes on to its end. */
	struct sigaction sa = { .sa_handler = on_end, .sa_flags = SA_RESTART };

	sigaction(SIGTERM, &sa, NULL);
	sigaction(SIGINT, &sa, NULL);
	while (!ended) {
		arena_reset(db_arena(db));
		pause_ms(w->round(db));
	}
	return 0;
}

/* The option that the arguments name; NULL when they are wrong. */
static const struct worker_option *option_of(const struct worker *w, int argc,
					     char **argv)
{
	for (size_t i = 0; i < WORKER_OPTIONS && w->options[i].name; i++)
		if (strcmp(w->options[i].name, argv[1]) == 0)
			return argc - 2 <= w->options[i].arguments ?
				   &w->options[i] :
				   NULL;
	return NULL;
}

int worker_main(int argc, char **argv, const struct worker *w)
{
	const struct worker_option *option = NULL;
	struct arena *a = NULL;
	struct db *db = NULL;
	int code = WORKER_UNABLE;

	log_context(w->name, NULL);
	if (argc > 1) {
		option = option_of(w, argc, argv);
		if (option == NULL) {
			fprintf(stderr, "usage: %s %s\n", w->name, w->usage);
			return WORKER_UNABLE;
		}
	}
	if (!config_load() || !crypto_start() ||
	    (w->start != NULL && !w->start()))
		return WORKER_UNABLE;
	a = arena_new();
	db = db_new(w->name);
	if (a != NULL && db != NULL) {
		db_use_arena(db, a);
		code =
		    option != NULL ? option->run(db, argv + 2) : rounds(db, w);
	}
	db_free(db);
	arena_free(a);
	return code;
}

int worker_tool(const char *name, int argc, char **argv,
		enum err (*run)(struct db *db, int argc, char **argv))
{
	const struct passwd *me = getpwuid(getuid());
	struct arena *a = NULL;
	struct db *db = NULL;
	enum err e = ERR_INTERNAL;

	log_context(name, NULL);
	if (me == NULL || !config_load() || !crypto_start())
		return EXIT_FAILURE;
	a = arena_new();
	db = db_new_as(config_get("basis_socket", ""),
		       config_get("basis_nama", "sifilma"), me->pw_name, "");
	if (a != NULL && db != NULL) {
		db_use_arena(db, a);
		e = run(db, argc, argv);
	}
	if (e != OK)
		fprintf(stderr, "%s: %s\n", name, err_code(e));
	db_free(db);
	arena_free(a);
	return e == OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
