/*
 * jaga - keeps a number of processes of one program alive.
 *
 *	jaga [-s SOCKET] [-m MODE] N PROGRAM [ARGUMENT...]
 *
 * With -s it listens on a Unix socket (MODE, octal, default 660) and gives
 * it to each process as standard input; otherwise they inherit its own.
 * Knows nothing of the suite: no configuration, no library of ours.
 *
 * How is lib/keep.h.  multiwatch is not used because it stops for good after
 * some quick deaths.
 */
#include "lib/keep.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define BACKLOG 1024

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

static int usage(void)
{
	fprintf(stderr,
		"usage: jaga [-s SOCKET] [-m MODE] N PROGRAM "
		"[ARGUMENT...]   (N from 1 to %d)\n",
		KEEP_MAX);
	return 2;
}

int main(int argc, char **argv)
{
	const char *path = NULL, *name;
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
	if (n < 1 || n > KEEP_MAX)
		return usage();
	name = strrchr(argv[optind + 1], '/');
	name = name != NULL ? name + 1 : argv[optind + 1];

	/* Ctrl-C in a terminal is for whoever started us, who then asks. */
	setpgid(0, 0);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (path != NULL && !listen_on(path, mode))
		return 1;
	if (keep_alive((int)n, name) == KEEP_END)
		return 0;
	argv += optind + 1;
	execvp(argv[0], argv);
	fprintf(stderr, "jaga: %s: %s\n", argv[0], strerror(errno));
	return 127;
}
