/*
 * sandbox.h - doing work on a foreign file in a child process that can do
 * nothing else: read one descriptor, write one pipe, take some memory and
 * time.  What the child sends is as foreign as the file.
 */
#ifndef SANDBOX_H
#define SANDBOX_H

#include "arena.h"
#include "err.h"

#include <stddef.h>
#include <stdint.h>

struct sandbox_batas {
	unsigned cpu_s;      /* processor time of the child */
	unsigned tunggu_s;   /* time the parent waits for it in all */
	size_t memori_bytes; /* data memory over what the process has now */
	size_t pesan_bytes;  /* longest message */
	/* A file for what does not fit into memory: open for reading and
	   writing, of at most kerja_bytes; 0: none.  The child has it as
	   SANDBOX_KERJA, for pread() and pwrite(). */
	int kerja_fd;
	int64_t kerja_bytes;
};

/* The child's descriptor of that file. */
#define SANDBOX_KERJA 3

/*
 * The work, run in the child.  It reads fd_in, sends messages with
 * sandbox_send(fd_out) and returns an enum err: OK, ERR_INPUT, ERR_TYPE,
 * ERR_TOO_LARGE, ERR_BUSY, ERR_DISK or ERR_INTERNAL; anything else counts as ERR_TYPE.
 * It sees the parent's memory as it was, but must not use its arenas: their
 * memory being out would jump into the parent's request.  Make a new one,
 * with its own arena_on_full().  Forking, opening, connecting or executing
 * ends the child.
 */
typedef int sandbox_work(int fd_in, int fd_out, void *ctx);

/* One message of the child, in the parent; p is valid during the call. */
typedef enum err sandbox_out(void *ctx, const char *p, size_t n);

/*
 * Fork, run work(fd_in, pipe, ctx) in the child and hand each of its messages
 * to out(out_ctx).  fd_in is -1 for none; the child's moves of its offset are
 * seen here too.  When this returns, or when a is reset because of a jump out
 * of out(), the child is dead and reaped.
 *
 * In the child: all other descriptors closed, rlimits, no new privileges,
 * Landlock where the kernel has it, a seccomp allow-list; when run as root
 * the user is nobody.  Built with a sanitizer, which needs more than that,
 * there is no seccomp and no memory limit.
 *
 * The work's own error, or out's, or:
 * ERR_TYPE: the child crashed, broke a rule, or sent nonsense.
 * ERR_TOO_LARGE: its processor time was out.
 * ERR_BUSY: it was not done in time, was killed from outside, or could not be
 * started.
 * After an error some messages may have been handed over.
 */
enum err sandbox_run(struct arena *a, int fd_in, sandbox_work *work, void *ctx,
		     const struct sandbox_batas *batas, sandbox_out *out,
		     void *out_ctx);

/*
 * Send one message of n bytes, in the child.  0, or -1 when the parent is
 * gone or n does not fit: return an error from the work then.
 */
int sandbox_send(int fd_out, const void *p, size_t n);

#endif
