/* keep.c - see keep.h. */
#include "keep.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define YOUNG_MS 1000
#define PAUSE_MS 500

struct process {
	pid_t pid;        /* 0: not running */
	int64_t since_ms; /* when it was started */
	int64_t not_before_ms;
	bool asked; /* we told it to end */
};

struct work {
	const char *name;
	sigset_t mask; /* of a process that begins */
	bool child;    /* this is one of them */
};

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void start(struct process *p, struct work *w)
{
	pid_t parent = getpid();

	p->since_ms = now_ms();
	p->asked = false;
	p->pid = fork();
	if (p->pid == 0) {
		/* They must not outlive a jaga that was killed. */
		prctl(PR_SET_PDEATHSIG, SIGTERM);
		if (getppid() != parent)
			_exit(1);
		sigprocmask(SIG_SETMASK, &w->mask, NULL);
		w->child = true;
	}
	if (p->pid < 0) {
		fprintf(stderr, "%s: fork: %s\n", w->name, strerror(errno));
		p->pid = 0;
		p->not_before_ms = p->since_ms + PAUSE_MS;
	}
}

/* Take note of every process that has ended. */
static void reap(struct process *all, int n, const char *name, bool stopping)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
		struct process *p = all;

		while (p < all + n && p->pid != pid)
			p++;
		if (p == all + n)
			continue;
		p->pid = 0;
		if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGKILL ||
					    WTERMSIG(status) == SIGTERM))
			p->asked = true;
		if (WIFSIGNALED(status) && !stopping)
			fprintf(stderr, "%s %ld: signal %d\n", name,
				(long)pid, WTERMSIG(status));
		else if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
			fprintf(stderr, "%s %ld: exit %d\n", name,
				(long)pid, WEXITSTATUS(status));
		p->not_before_ms = now_ms();
		if (!p->asked && p->not_before_ms - p->since_ms < YOUNG_MS)
			p->not_before_ms += PAUSE_MS;
	}
}

/* Start what is due; true while a process runs or is to run. */
static bool tend(struct process *all, int n, struct work *w, bool stopping)
{
	int64_t now = now_ms();
	bool any = false;

	for (int i = 0; i < n && !w->child; i++) {
		if (all[i].pid == 0 && !stopping && all[i].not_before_ms <= now)
			start(&all[i], w);
		any = any || all[i].pid != 0;
	}
	return any || !stopping;
}

static void end_all(struct process *all, int n)
{
	for (int i = 0; i < n; i++) {
		if (all[i].pid > 0) {
			all[i].asked = true;
			kill(all[i].pid, SIGTERM);
		}
	}
}

enum keep keep_alive(int n, const char *name)
{
	static struct process all[KEEP_MAX];
	struct work w = { .name = name };
	const struct timespec tick = { .tv_nsec = 100 * 1000000L };
	bool stopping = false;
	sigset_t ours;

	sigemptyset(&ours);
	sigaddset(&ours, SIGCHLD);
	sigaddset(&ours, SIGTERM);
	sigaddset(&ours, SIGINT);
	sigaddset(&ours, SIGHUP);
	sigprocmask(SIG_BLOCK, &ours, NULL);
	/* Whoever started us may have left these ignored or blocked. */
	signal(SIGCHLD, SIG_DFL);
	signal(SIGINT, SIG_DFL);
	signal(SIGQUIT, SIG_DFL);
	sigemptyset(&w.mask);

	while (tend(all, n, &w, stopping)) {
		bool waiting = false;
		int got;

		if (w.child)
			return KEEP_CHILD;
		for (int i = 0; i < n; i++)
			waiting = waiting || all[i].pid == 0;
		got = waiting && !stopping ? sigtimedwait(&ours, NULL, &tick) :
					     sigwaitinfo(&ours, NULL);
		if (got == SIGTERM || got == SIGINT) {
			stopping = true;
			end_all(all, n);
		} else if (got == SIGHUP) {
			end_all(all, n);
		}
		/* Always: signals of one kind that wait become one. */
		reap(all, n, name, stopping);
	}
	return KEEP_END;
}
