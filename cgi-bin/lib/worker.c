/* worker.c - see worker.h.  What a worker does is in pekerja/. */
#include "worker.h"
#include "clock.h"
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

#define BEAT_MS 10000

SQL(Q_BEAT, "INSERT INTO denyut (pekerja, mesin, mulai, waktu, jeda_ms)"
	    " VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
	    " mulai = VALUES(mulai), waktu = VALUES(waktu),"
	    " jeda_ms = VALUES(jeda_ms)");

struct beat {
	char machine[65];
	char since[CLOCK_TEXT_BYTES]; /* this process began */
	int64_t next_ms;	      /* not before */
	bool silent;		      /* the last one failed */
};

/* A round is done, the next one comes after pause. */
static void beat(struct db *db, const char *name, struct beat *b,
		 int64_t pause)
{
	int64_t now = clock_now_ms();
	enum err e;

	if (now < b->next_ms && pause < BEAT_MS)
		return;
	b->next_ms = now + BEAT_MS;
	e = db_exec(db, &Q_BEAT, name, b->machine, b->since,
		    clock_now(db_arena(db), 0), pause);
	if (e != OK && !b->silent)
		log_error("no sign of life: %s", err_code(e));
	b->silent = e != OK;
}

static int64_t one_round(struct db *db, const struct worker *w)
{
	if (w->round != NULL)
		return w->round(db);
	w->once(db);
	return w->pause_ms;
}

static int rounds(struct db *db, const struct worker *w)
{
	/* What is being written or asked goes on to its end. */
	struct sigaction sa = { .sa_handler = on_end, .sa_flags = SA_RESTART };
	struct beat b = { .next_ms = 0 };

	sigaction(SIGTERM, &sa, NULL);
	sigaction(SIGINT, &sa, NULL);
	clock_text(clock_now_ms(), b.since);
	if (gethostname(b.machine, sizeof(b.machine) - 1) != 0)
		snprintf(b.machine, sizeof(b.machine), "?");
	while (!ended) {
		int64_t pause;

		arena_reset(db_arena(db));
		pause = one_round(db, w);
		beat(db, w->name, &b, pause);
		pause_ms(pause);
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
	bool once = w->once != NULL && argc == 2 &&
		    strcmp(argv[1], "--sekali") == 0;
	const struct worker_option *option = NULL;
	struct arena *a = NULL;
	struct db *db = NULL;
	int code = WORKER_UNABLE;

	log_context(w->name, NULL);
	if (argc > 1 && !once) {
		option = option_of(w, argc, argv);
		if (option == NULL) {
			fprintf(stderr, "usage: %s %s\n", w->name,
				w->usage != NULL ? w->usage : "[--sekali]");
			return WORKER_UNABLE;
		}
	}
	if (!config_load() || !crypto_start() ||
	    (w->start != NULL && !w->start()))
		return WORKER_UNABLE;
	a = arena_new();
	db = w->loads ? db_new_loader(w->name) : db_new(w->name);
	if (a != NULL && db != NULL) {
		db_use_arena(db, a);
		if (once)
			code = w->once(db) == OK ? 0 : WORKER_FAILED;
		else if (option != NULL)
			code = option->run(db, argv + 2);
		else
			code = rounds(db, w);
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
