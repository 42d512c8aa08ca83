/*
 * sandbox.c - see sandbox.h.  The parent's side: starting the child, judging
 * what it sends, ending it.
 */
#include "sandbox.h"

#include "clock.h"
#include "fd.h"
#include "sandbox-anak.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A frame: kind, length, and for a message that many bytes. */
#define FRAME_HEAD    5
#define FRAME_MESSAGE 'P'
#define FRAME_END     'S' /* the length is the work's enum err */

struct child {
	pid_t pid; /* 0 when there is none */
	int fd;    /* our end of its pipe, -1 when closed */
	int status;
	int64_t left_us; /* of the time we wait for it */
};

/* ---- child ------------------------------------------------------------ */

static int send_head(int fd, char kind, uint32_t number)
{
	char head[FRAME_HEAD];

	head[0] = kind;
	memcpy(head + 1, &number, sizeof(number));
	return fd_write(fd, head, sizeof(head)) ? 0 : -1;
}

int sandbox_send(int fd_out, const void *p, size_t n)
{
	if (n > UINT32_MAX ||
	    send_head(fd_out, FRAME_MESSAGE, (uint32_t)n) != 0)
		return -1;
	return fd_write(fd_out, p, n) ? 0 : -1;
}

static _Noreturn void child_main(int fd_in, int fd_out, pid_t parent,
				 sandbox_work *work, void *ctx,
				 const struct sandbox_batas *batas)
{
	int result = ERR_BUSY;

	if (!sandbox_lepas(fd_in, fd_out, (int)parent, batas))
		_exit(1);
	result = work(fd_in < 0 ? -1 : 0, 1, ctx);
	send_head(1, FRAME_END, (uint32_t)result);
	/* No exit handlers, no flushing: they are the parent's. */
	_exit(0);
}

/* ---- parent ----------------------------------------------------------- */

/*
 * End and reap the child.  One that died by itself keeps its status: it was
 * settled before its end of the pipe was closed.
 */
static void reap(void *what)
{
	struct child *c = what;

	if (c->fd >= 0)
		close(c->fd);
	c->fd = -1;
	if (c->pid <= 0)
		return;
	kill(c->pid, SIGKILL);
	/* With SIGCHLD ignored the kernel reaps, and there is no status. */
	while (waitpid(c->pid, &c->status, 0) < 0)
		if (errno != EINTR)
			break;
	c->pid = 0;
}

/* What the end of a child that did not say its result means. */
static enum err ended(const struct child *c)
{
	int sig = WIFSIGNALED(c->status) ? WTERMSIG(c->status) : 0;

	if (sig == SIGXCPU)
		return ERR_TOO_LARGE;
	if (sig == SIGKILL)
		return ERR_BUSY;
	return WIFEXITED(c->status) && WEXITSTATUS(c->status) == 1 ? ERR_BUSY :
								     ERR_TYPE;
}

/*
 * Read exactly n bytes.  OK; ERR_BUSY when time is out; ERR_TYPE when the
 * child has ended first.
 */
static enum err read_all(struct child *c, char *p, size_t n)
{
	while (n > 0) {
		struct pollfd poll_fd = { .fd = c->fd, .events = POLLIN };
		int64_t before = clock_steady_us();
		ssize_t got;
		int ready;

		if (c->left_us <= 0)
			return ERR_BUSY;
		ready = poll(&poll_fd, 1, (int)((c->left_us + 999) / 1000));
		c->left_us -= clock_steady_us() - before;
		if (ready == 0 || (ready < 0 && errno == EINTR))
			continue;
		got = read(c->fd, p, n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return ERR_TYPE;
		p += got;
		n -= (size_t)got;
	}
	return OK;
}

static enum err result_of(uint32_t number)
{
	switch (number) {
	case OK:
	case ERR_INPUT:
	case ERR_TYPE:
	case ERR_TOO_LARGE:
	case ERR_BUSY:
	case ERR_DISK:
	case ERR_INTERNAL:
		return (enum err)number;
	default:
		return ERR_TYPE;
	}
}

/* All frames of the child; its result, or what out said. */
static enum err converse(struct child *c, char *message,
			 const struct sandbox_batas *batas, sandbox_out *out,
			 void *out_ctx)
{
	for (;;) {
		char head[FRAME_HEAD];
		uint32_t number;
		enum err e = read_all(c, head, sizeof(head));

		if (e == ERR_TYPE) {
			reap(c);
			return ended(c);
		}
		if (e != OK)
			return e;
		memcpy(&number, head + 1, sizeof(number));
		if (head[0] == FRAME_END)
			return result_of(number);
		if (head[0] != FRAME_MESSAGE || number > batas->pesan_bytes)
			return ERR_TYPE;
		e = read_all(c, message, number);
		if (e == ERR_TYPE) {
			reap(c);
			return ended(c);
		}
		if (e == OK)
			e = out(out_ctx, message, number);
		if (e != OK)
			return e;
	}
}

enum err sandbox_run(struct arena *a, int fd_in, sandbox_work *work, void *ctx,
		     const struct sandbox_batas *batas, sandbox_out *out,
		     void *out_ctx)
{
	/* All of the arena's part first: none may fail with a child alive. */
	struct child *c = arena_alloc(a, sizeof(*c));
	char *message = arena_alloc(a, batas->pesan_bytes + 1);
	pid_t self = getpid();
	int ends[2];
	enum err e;

	c->fd = -1;
	c->left_us = (int64_t)batas->tunggu_s * 1000000;
	arena_cleanup(a, reap, c);
	if (pipe2(ends, O_CLOEXEC) != 0)
		return ERR_BUSY;
	c->fd = ends[0];
	c->pid = fork();
	if (c->pid == 0)
		child_main(fd_in, ends[1], self, work, ctx, batas);
	close(ends[1]);
	e = c->pid < 0 ? ERR_BUSY : converse(c, message, batas, out, out_ctx);
	reap(c);
	return e;
}
