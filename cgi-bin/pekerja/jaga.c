/*
 * jaga - keeps a number of processes of one program alive.
 *
 *	jaga [-s SOCKET] [-m MODE] N PROGRAM [ARGUMENT...]
 *
 * With -s it listens on a Unix socket (MODE, octal, default 660) and gives
 * it to each process as standard input; otherwise they inherit its own.
 * Knows nothing of the suite: no configuration, no library of ours.
 *
 * A process that was killed is started again at once, without limit; one that
 * ends by itself within a second (a wrong configuration, a crash at start)
 * is tried again every half second.  TERM and INT end all and wait for them;
 * HUP lets all be replaced.  multiwatch is not used because it stops for good
 * after some quick deaths.
 */
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PROCESSES_MAX 64
#define YOUNG_MS      1000
#define PAUSE_MS      500
#define BACKLOG       1024

struct process {
	pid_t pid;        /* 0: not running */
	int64_t since_ms; /* when it was started */
	int64_t not_before_ms;
	bool asked; /* we told it to end */
};

static const char *name;

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/*
 * Listen on path as standard input.  The socket is made under another name
 * and moved into place, so that one left by an earlier run is replaced
 * without a moment in which there is none.
 */
static bool listen_on(const char *path, mode_t mode)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int n, fd;

	n = snprintf(address.sun_path, sizeof(address.sun_path), "%s.%ld", path,
		     (long)getpid());
	if (n < 0 || (size_t)n >= sizeof(address.sun_path)) {
		fprintf(stderr, "jaga: %s: path of a socket is too long\n",
			path);
		return false;
	}
	fd = socket(AF_UNIX, SOCK_STREAM, 0);
	if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof(address))) {
		fprintf(stderr, "jaga: %s: %s\n", path, strerror(errno));
		return false;
	}
	if (chmod(address.sun_path, mode) || listen(fd, BACKLOG) ||
	    rename(address.sun_path, path) || dup2(fd, STDIN_FILENO) < 0) {
		fprintf(stderr, "jaga: %s: %s\n", path, strerror(errno));
		unlink(address.sun_path);
		return false;
	}
	if (fd != STDIN_FILENO)
		close(fd);
	return true;
}

static void start(struct process *p, char **argv, const sigset_t *mask)
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
		sigprocmask(SIG_SETMASK, mask, NULL);
		execvp(argv[0], argv);
		fprintf(stderr, "jaga: %s: %s\n", argv[0], strerror(errno));
		_exit(127);
	}
	if (p->pid < 0) {
		fprintf(stderr, "jaga: %s: %s\n", name, strerror(errno));
		p->pid = 0;
		p->not_before_ms = p->since_ms + PAUSE_MS;
	}
}

/* Take note of every process that has ended. */
static void reap(struct process *all, int n, bool stopping)
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
			fprintf(stderr, "jaga: %s %ld: signal %d\n", name,
				(long)pid, WTERMSIG(status));
		else if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
			fprintf(stderr, "jaga: %s %ld: exit %d\n", name,
				(long)pid, WEXITSTATUS(status));
		p->not_before_ms = now_ms();
		if (!p->asked && p->not_before_ms - p->since_ms < YOUNG_MS)
			p->not_before_ms += PAUSE_MS;
	}
}

/* Start what is due; true while a process runs or is to run. */
static bool tend(struct process *all, int n, char **argv, const sigset_t *mask,
		 bool stopping)
{
	int64_t now = now_ms();
	bool any = false;

	for (int i = 0; i < n; i++) {
		if (all[i].pid == 0 && !stopping && all[i].not_before_ms <= now)
			start(&all[i], argv, mask);
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

static int supervise(int n, char **argv)
{
	static struct process all[PROCESSES_MAX];
	const struct timespec tick = { .tv_nsec = 100 * 1000000L };
	bool stopping = false;
	sigset_t ours, mask;

	sigemptyset(&ours);
	sigaddset(&ours, SIGCHLD);
	sigaddset(&ours, SIGTERM);
	sigaddset(&ours, SIGINT);
	sigaddset(&ours, SIGHUP);
	sigprocmask(SIG_BLOCK, &ours, &mask);
	/* Whoever started us may have left these ignored or blocked. */
	signal(SIGCHLD, SIG_DFL);
	signal(SIGINT, SIG_DFL);
	signal(SIGQUIT, SIG_DFL);
	sigemptyset(&mask);

	while (tend(all, n, argv, &mask, stopping)) {
		bool waiting = false;
		int got;

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
		reap(all, n, stopping);
	}
	return 0;
}

static int usage(void)
{
	fprintf(stderr,
		"usage: jaga [-s SOCKET] [-m MODE] N PROGRAM "
		"[ARGUMENT...]   (N from 1 to %d)\n",
		PROCESSES_MAX);
	return 2;
}

int main(int argc, char **argv)
{
	const char *path = NULL;
	mode_t mode = 0660;
	long n;
	int c;

	while ((c = getopt(argc, argv, "+s:m:")) != -1) {
		if (c == 's')
			path = optarg;
		else if (c == 'm')
			mode = (mode_t)strtol(optarg, NULL, 8) & 0777;
		else
			return usage();
	}
	if (argc - optind < 2)
		return usage();
	n = strtol(argv[optind], NULL, 10);
	if (n < 1 || n > PROCESSES_MAX)
		return usage();
	name = strrchr(argv[optind + 1], '/');
	name = name != NULL ? name + 1 : argv[optind + 1];

	/* Ctrl-C in a terminal is for whoever started us, who then asks. */
	setpgid(0, 0);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (path != NULL && !listen_on(path, mode))
		return 1;
	return supervise((int)n, argv + optind + 1);
}
