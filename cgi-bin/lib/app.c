/*
 * app.c - the process: options, start, and the loop that takes requests from
 * FastCGI (fd 0 is the listening socket) or, as plain CGI, the one that the
 * environment describes.
 */
#include "app-private.h"
#include "clock.h"
#include "config.h"
#include "crypto.h"
#include "fcgi.h"
#include "fd.h"
#include "keep.h"
#include "log.h"
#include "metrics.h"
#include "xsl.h"

#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ARENA_MAX_BYTES (512u * 1024u * 1024u)

/* --- plain CGI --- */

static int cgi_patience_s = 60;

static void cgi_patience(void *ctx, int seconds)
{
	(void)ctx;
	cgi_patience_s = seconds;
}

static size_t cgi_read(void *ctx, char *p, size_t n)
{
	struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };
	ssize_t got = 0;

	(void)ctx;
	if (poll(&in, 1, cgi_patience_s * 1000) > 0)
		got = fd_read(STDIN_FILENO, p, n);
	return got < 0 ? 0 : (size_t)got;
}

static bool cgi_write(void *ctx, const char *p, size_t n, bool last)
{
	(void)ctx;
	(void)last; /* serve_cgi() flushes */
	return fwrite(p, 1, n, stdout) == n;
}

static const char *cgi_variable(void *ctx, const char *name)
{
	(void)ctx;
	return getenv(name);
}

/* --- --routes --- */

static const struct {
	unsigned bit;
	const char *name;
} guards[] = {
	{ CSRF, "CSRF" },     { ONCE, "ONCE" }, { FILES, "FILES" },
	{ PUBLIC, "PUBLIC" }, { SLOW, "SLOW" }, { FLEETING, "FLEETING" },
	{ LOCAL, "LOCAL" },
	{ LIMITED, "LIMITED" }, { STREAM, "STREAM" }, { LARGE, "LARGE" },
	{ API, "API" },
};

static void print_roles(unsigned who)
{
	const char *comma = "";

	for (unsigned bit = ROLE_TAMU; bit <= ROLE_PEMOHON; bit <<= 1) {
		if (!(who & bit))
			continue;
		printf("%s%s", comma, role_name(bit));
		comma = ",";
	}
}

static void print_guards(unsigned guard)
{
	const char *comma = "";

	for (size_t i = 0; i < COUNT(guards); i++) {
		if (!(guard & guards[i].bit))
			continue;
		printf("%s%s", comma, guards[i].name);
		comma = ",";
	}
	if (*comma == '\0')
		putchar('-');
}

static void print_routes(const struct program *p)
{
	for (size_t i = 0; i < p->n_routes; i++) {
		const struct route *t = &p->routes[i];

		printf("%s\t%s\t", method_name(t->method), t->path);
		print_roles(t->who);
		putchar('\t');
		print_guards(t->guard);
		printf("\t%s\n", t->view == NULL ? "-" : t->view);
	}
}

/* --- start and loop --- */

static bool compile_views(const struct program *p)
{
	if (!xsl_compile("galat") || !xsl_compile("login"))
		return false;
	for (size_t i = 0; i < p->n_routes; i++)
		if (p->routes[i].view != NULL &&
		    !xsl_compile(p->routes[i].view))
			return false;
	if (p->routes[0].guard & API && !xsl_compile("masalah"))
		return false;
	return true;
}

static void block_signals(bool block)
{
	sigset_t set;

	/* A signal in mid-request would break a read or a write. */
	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGUSR1);
	sigprocmask(block ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
}

/* What took so long may have taken much memory (a large export), which the
   allocator would keep for ever. */
#define LONG_MS 100

static void give_memory_back(void)
{
	malloc_trim(0);
}

static int loop_fcgi(const struct program *p, struct arena *a, struct db *db)
{
	struct fcgi *f = fcgi_new();
	struct app_io io;

	if (f == NULL)
		return EXIT_FAILURE;
	while (fcgi_accept(f, &io)) {
		int64_t start_ms = clock_now_ms();

		block_signals(true);
		request_serve(a, db, p, &io);
		fcgi_end(f);
		if (clock_now_ms() - start_ms >= LONG_MS)
			give_memory_back();
		block_signals(false);
	}
	fcgi_free(f);
	return EXIT_SUCCESS;
}

static int serve_cgi(const struct program *p, struct arena *a, struct db *db)
{
	const struct app_io io = { .read = cgi_read,
				   .patience = cgi_patience,
				   .write = cgi_write,
				   .variable = cgi_variable };

	request_serve(a, db, p, &io);
	fflush(stdout);
	return EXIT_SUCCESS;
}

static int processes = 1;

int app_processes(void)
{
	return processes;
}

/* All that a process that serves has of its own. */
static int serve(const struct program *p)
{
	struct arena *a = arena_new();
	struct db *db = db_new(p->name);
	int status = EXIT_FAILURE;

	if (a != NULL && db != NULL) {
		arena_limit(a, ARENA_MAX_BYTES);
		status = fcgi_is_cgi() ? serve_cgi(p, a, db) :
					 loop_fcgi(p, a, db);
	}
	db_free(db);
	arena_free(a);
	return status;
}

static int usage(const struct program *p)
{
	fprintf(stderr,
		"usage: %s [--routes | --proses N]   (N from 1 to %d)\n"
		"Otherwise started by a web server or spawn-fcgi.\n",
		p->name, KEEP_MAX);
	return EXIT_FAILURE;
}

int app_main(int argc, char **argv, const struct program *p)
{
	long n = 0;

	log_context(p->name, "-");
	if (argc == 2 && strcmp(argv[1], "--routes") == 0) {
		print_routes(p);
		return EXIT_SUCCESS;
	}
	if (argc == 3 && strcmp(argv[1], "--proses") == 0)
		n = strtol(argv[2], NULL, 10);
	if (argc > 1 && (n < 1 || n > KEEP_MAX))
		return usage(p);
	if (n > 0)
		processes = (int)n;
	if (!config_load() || !crypto_start())
		return EXIT_FAILURE;
	signal(SIGPIPE, SIG_IGN);
	xsl_start(config_get("xslt", "xslt"));
	/* A page of plain CGI compiles the one stylesheet that it needs. */
	if (!fcgi_is_cgi() && !compile_views(p))
		return EXIT_FAILURE;
	if (!fcgi_is_cgi())
		metrics_start(p->name);
	/* The copies share the stylesheets, which is most of what they hold. */
	if (n > 0 && keep_alive((int)n, p->name) == KEEP_END)
		return EXIT_SUCCESS;
	return serve(p);
}
