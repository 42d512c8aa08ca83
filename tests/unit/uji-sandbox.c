/*
 * uji-sandbox.c - lib/sandbox: what a child may do, what it may not, and that
 * whatever it does the parent gets an answer and no zombie stays.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/sandbox.h"
#include "lib/text.h"

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#else
#define SANITIZED 0
#endif

static const struct sandbox_batas limits = {
	.cpu_s = 1,
	.tunggu_s = 60,
	.memori_bytes = 16 << 20,
	.pesan_bytes = 1000,
};

static int setup(void **state)
{
	*state = arena_new();
	return *state == NULL;
}

static int teardown(void **state)
{
	arena_free(*state);
	/* Nobody is left behind. */
	errno = 0;
	return waitpid(-1, NULL, WNOHANG) != -1 || errno != ECHILD;
}

static enum err gather(void *ctx, const char *p, size_t n)
{
	buf_bytes(ctx, p, n);
	buf_char(ctx, '|');
	return OK;
}

static enum err run(struct arena *a, sandbox_work *work, void *ctx,
		    struct buf *out)
{
	*out = (struct buf){ .a = a };
	buf_text(out, "");
	return sandbox_run(a, -1, work, ctx, &limits, gather, out);
}

/* Descriptors this process has open. */
static __attribute__((noinline)) int open_files(void)
{
	int n = 0;

	for (int fd = 0; fd < 1024; fd++)
		n += fcntl(fd, F_GETFD) >= 0;
	return n;
}

/* ---- good children ---------------------------------------------------- */

static int echo(int fd_in, int fd_out, void *ctx)
{
	char text[100];
	ssize_t n;

	if (lseek(fd_in, 3, SEEK_SET) != 3)
		return ERR_INTERNAL;
	n = read(fd_in, text, sizeof(text));
	if (n < 0 || sandbox_send(fd_out, text, (size_t)n) != 0 ||
	    sandbox_send(fd_out, "", 0) != 0 ||
	    sandbox_send(fd_out, ctx, strlen(ctx)) != 0)
		return ERR_INTERNAL;
	return OK;
}

static void messages_in_order(void **state)
{
	struct buf out = { .a = *state };
	int before = open_files() + 1;
	char ctx[] = "ctx";
	FILE *f = tmpfile();

	fputs("abcdef", f);
	fflush(f);
	assert_int_equal(
	    sandbox_run(*state, fileno(f), echo, ctx, &limits, gather, &out),
	    OK);
	assert_string_equal(out.p, "def||ctx|");
	assert_int_equal(open_files(), before);
	fclose(f);
}

/* ---- a file to work with ------------------------------------------------ */

static int put_and_get(int fd_in, int fd_out, void *ctx)
{
	char text[8] = "";

	(void)fd_in;
	(void)ctx;
	if (pwrite(SANDBOX_KERJA, "abcdef", 6, 100) != 6 ||
	    pread(SANDBOX_KERJA, text, 6, 100) != 6)
		return ERR_DISK;
	return sandbox_send(fd_out, text, 6) == 0 ? OK : ERR_BUSY;
}

static int put_too_far(int fd_in, int fd_out, void *ctx)
{
	(void)fd_in;
	(void)fd_out;
	(void)ctx;
	return pwrite(SANDBOX_KERJA, "abcdef", 6, 200) == 6 ? OK : ERR_DISK;
}

static int put_elsewhere(int fd_in, int fd_out, void *ctx)
{
	(void)fd_out;
	(void)ctx;
	return pwrite(fd_in, "xxx", 3, 0) == 3 ? OK : ERR_DISK;
}

static void file_to_work_with(void **state)
{
	struct sandbox_batas with = limits;
	struct buf out = { .a = *state };
	FILE *in = tmpfile(), *f = tmpfile();
	char text[16] = "";

	with.kerja_fd = fileno(f);
	with.kerja_bytes = 200;
	assert_int_equal(sandbox_run(*state, fileno(in), put_and_get, NULL,
				     &with, gather, &out),
			 OK);
	assert_string_equal(out.p, "abcdef|");
	assert_int_equal(pread(fileno(f), text, 6, 100), 6);
	assert_string_equal(text, "abcdef");
	/* no further than it may, and nowhere else */
	assert_int_not_equal(sandbox_run(*state, fileno(in), put_too_far, NULL,
					 &with, gather, &out),
			     OK);
	if (!SANITIZED) {
		assert_int_equal(sandbox_run(*state, fileno(in), put_elsewhere,
					     NULL, &with, gather, &out),
				 ERR_TYPE);
		assert_int_equal(sandbox_run(*state, fileno(in), put_and_get,
					     NULL, &limits, gather, &out),
				 ERR_TYPE);
	}
	assert_int_equal(lseek(fileno(in), 0, SEEK_END), 0);
	assert_int_equal(lseek(fileno(f), 0, SEEK_END), 106);
	fclose(f);
	fclose(in);
}

static int answer(int fd_in, int fd_out, void *ctx)
{
	(void)fd_in;
	(void)fd_out;
	return *(int *)ctx;
}

static void results(void **state)
{
	static const int t[][2] = {
		{ OK, OK },
		{ ERR_INPUT, ERR_INPUT },
		{ ERR_TYPE, ERR_TYPE },
		{ ERR_TOO_LARGE, ERR_TOO_LARGE },
		{ ERR_BUSY, ERR_BUSY },
		{ ERR_INTERNAL, ERR_INTERNAL },
		/* no business of a child */
		{ ERR_FORBIDDEN, ERR_TYPE },
		{ ERR_RETRY, ERR_TYPE },
		{ ERR_N, ERR_TYPE },
		{ -1, ERR_TYPE },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		struct buf out;
		int result = t[i][0];

		assert_int_equal(run(*state, answer, &result, &out), t[i][1]);
	}
}

static int much(int fd_in, int fd_out, void *ctx)
{
	char block[1000];

	(void)fd_in;
	(void)ctx;
	memset(block, 'x', sizeof(block));
	for (int i = 0; i < 5000; i++)
		if (sandbox_send(fd_out, block, sizeof(block)) != 0)
			return ERR_INTERNAL;
	return OK;
}

static enum err count(void *ctx, const char *p, size_t n)
{
	assert_int_equal(n, 1000);
	assert_int_equal(p[999], 'x');
	*(size_t *)ctx += n;
	return OK;
}

static void more_than_a_pipe_holds(void **state)
{
	size_t seen = 0;

	assert_int_equal(
	    sandbox_run(*state, -1, much, NULL, &limits, count, &seen), OK);
	assert_int_equal(seen, 5000000);
}

static enum err stop(void *ctx, const char *p, size_t n)
{
	(void)ctx;
	(void)p;
	(void)n;
	return ERR_CONFLICT;
}

static void error_of_the_receiver_ends_it(void **state)
{
	assert_int_equal(
	    sandbox_run(*state, -1, much, NULL, &limits, stop, NULL),
	    ERR_CONFLICT);
}

static enum err exhaust(void *ctx, const char *p, size_t n)
{
	(void)p;
	(void)n;
	arena_alloc(ctx, SIZE_MAX);
	return OK;
}

/* Our own memory being out in the middle leaves no child. */
static void jump_out_of_the_receiver(void **state)
{
	volatile bool jumped = false;
	const volatile int before = open_files();
	jmp_buf full;

	arena_on_full(*state, &full);
	if (setjmp(full) == 0)
		sandbox_run(*state, -1, much, NULL, &limits, exhaust, *state);
	else
		jumped = true;
	assert_true(jumped);
	arena_on_full(*state, NULL);
	arena_reset(*state);
	assert_int_equal(open_files(), before);
}

/* ---- bad children ----------------------------------------------------- */

static int crash(int fd_in, int fd_out, void *ctx)
{
	(void)fd_in;
	(void)ctx;
	sandbox_send(fd_out, "a", 1);
	signal(SIGSEGV, SIG_DFL);
	raise(SIGSEGV);
	return OK;
}

static int leave(int fd_in, int fd_out, void *ctx)
{
	(void)fd_in;
	(void)fd_out;
	_exit(*(int *)ctx);
}

static int stop_itself(int fd_in, int fd_out, void *ctx)
{
	(void)fd_in;
	(void)fd_out;
	(void)ctx;
	kill(getpid(), SIGKILL);
	return OK;
}

static void child_that_dies(void **state)
{
	struct buf out;
	int status = 0;

	assert_int_equal(run(*state, crash, NULL, &out), ERR_TYPE);
	assert_string_equal(out.p, "a|");
	assert_int_equal(run(*state, leave, &status, &out), ERR_TYPE);
	status = 3;
	assert_int_equal(run(*state, leave, &status, &out), ERR_TYPE);
	/* kill() is a broken rule where the filter stands */
	assert_int_equal(run(*state, stop_itself, NULL, &out),
			 SANITIZED ? ERR_BUSY : ERR_TYPE);
}

static int loop(int fd_in, int fd_out, void *ctx)
{
	volatile unsigned n = 0;

	(void)fd_in;
	(void)fd_out;
	(void)ctx;
	for (;;)
		n++;
	return OK;
}

static int hang(int fd_in, int fd_out, void *ctx)
{
	char byte;

	(void)fd_out;
	(void)ctx;
	/* fd_in is the reading end of a pipe nobody writes to */
	return read(fd_in, &byte, 1) < 0 ? ERR_INTERNAL : OK;
}

static void child_that_does_not_end(void **state)
{
	struct sandbox_batas short_time = limits;
	struct buf out;
	int ends[2];

	assert_int_equal(run(*state, loop, NULL, &out), ERR_TOO_LARGE);
	short_time.tunggu_s = 1;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(
	    sandbox_run(*state, ends[0], hang, NULL, &short_time, gather, &out),
	    ERR_BUSY);
	close(ends[0]);
	close(ends[1]);
}

/* Says something every fraction of a millisecond, for ever. */
static int chatter(int fd_in, int fd_out, void *ctx)
{
	(void)fd_in;
	(void)ctx;
	do
		for (volatile int i = 0; i < 100000; i++)
			;
	while (sandbox_send(fd_out, "x", 1) == 0);
	return ERR_INTERNAL;
}

/* Short waits are waits, too. */
static void child_that_talks_for_ever(void **state)
{
	struct sandbox_batas short_time = limits;
	struct buf out = { .a = *state };

	short_time.cpu_s = 20;
	short_time.tunggu_s = 1;
	buf_text(&out, "");
	assert_int_equal(sandbox_run(*state, -1, chatter, NULL, &short_time,
				     gather, &out),
			 ERR_BUSY);
	assert_true(out.n > 0);
}

/* Closes its end of the pipe and goes on. */
static int close_and_loop(int fd_in, int fd_out, void *ctx)
{
	close(fd_out);
	return loop(fd_in, fd_out, ctx);
}

/* Says it is done and goes on. */
static int done_and_loop(int fd_in, int fd_out, void *ctx)
{
	static const char frame[] = { 'S', OK, 0, 0, 0 };

	if (write(fd_out, frame, sizeof(frame)) != sizeof(frame))
		return ERR_INTERNAL;
	return loop(fd_in, fd_out, ctx);
}

static void child_that_lies_about_its_end(void **state)
{
	struct buf out;

	assert_int_equal(run(*state, close_and_loop, NULL, &out), ERR_BUSY);
	assert_int_equal(run(*state, done_and_loop, NULL, &out), OK);
}

struct bytes {
	const char *p;
	size_t n;
};

static int say(int fd_in, int fd_out, void *ctx)
{
	const struct bytes *b = ctx;

	(void)fd_in;
	if (write(fd_out, b->p, b->n) != (ssize_t)b->n)
		return ERR_INTERNAL;
	_exit(0);
}

static void child_that_talks_nonsense(void **state)
{
	static const struct bytes t[] = {
		{ "X\0\0\0\0", 5 },         /* no such kind */
		{ "P\xe9\x03\0\0", 5 },     /* longer than allowed */
		{ "P\xff\xff\xff\xff", 5 }, /* much longer */
		{ "P\x05\0\0\0ab", 7 },     /* cut */
		{ "P\0", 2 },               /* cut in the head */
		{ "P\x01\0\0\0x", 6 },      /* no end */
		{ "S\xff\0\0\0", 5 },       /* no such result */
		{ "", 0 },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		struct bytes copy = t[i];
		struct buf out;

		assert_int_equal(run(*state, say, &copy, &out), ERR_TYPE);
	}
}

/* ---- what is forbidden ------------------------------------------------ */

enum attempt {
	FORK,
	OPEN_FILE,
	SOCKET,
	EXECUTE,
	MAP_CODE,
	MAP_SHARED_FILE,
	MAKE_CODE,
	KILL_PARENT,
	PTRACE,
	UNLINK,
	WRITE_INPUT,
	EAT_MEMORY,
	SEE_PARENTS_FILES,
};

static int attempt(int fd_in, int fd_out, void *ctx)
{
	char program[] = "/bin/true";
	char *const argv[] = { program, NULL };
	bool did = false;
	pid_t pid;
	void *p;

	switch (*(enum attempt *)ctx) {
	case FORK:
		pid = fork();
		if (pid == 0)
			_exit(0);
		did = pid > 0;
		break;
	case OPEN_FILE:
		did = open("/etc/hostname", O_RDONLY) >= 0;
		break;
	case SOCKET:
		did = socket(AF_UNIX, SOCK_STREAM, 0) >= 0;
		break;
	case EXECUTE:
		execv(argv[0], argv);
		break;
	case MAP_CODE:
		p = mmap(NULL, 4096, PROT_READ | PROT_EXEC,
			 MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		did = p != MAP_FAILED;
		break;
	case MAP_SHARED_FILE:
		p = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd_in,
			 0);
		did = p != MAP_FAILED;
		break;
	case MAKE_CODE:
		p = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1,
			 0);
		did = p != MAP_FAILED && mprotect(p, 4096, PROT_EXEC) == 0;
		break;
	case KILL_PARENT:
		did = kill(getppid(), 0) == 0;
		break;
	case PTRACE:
		did = ptrace(PTRACE_ATTACH, getppid(), NULL, NULL) == 0;
		break;
	case UNLINK:
		did = unlink("/tmp/tidak-ada-di-sini") == 0 || errno != EPERM;
		break;
	case WRITE_INPUT:
		signal(SIGXFSZ, SIG_IGN);
		did = write(fd_in, "x", 1) == 1;
		break;
	case EAT_MEMORY:
		for (int i = 0; i < 64; i++) {
			p = malloc(1 << 20);
			if (p == NULL)
				return ERR_TOO_LARGE;
			memset(p, i, 1 << 20);
		}
		did = true;
		break;
	case SEE_PARENTS_FILES:
		for (int fd = 3; fd < 1000; fd++)
			did = did || dup(fd) >= 0;
		break;
	}
	sandbox_send(fd_out, did ? "did" : "no", did ? 3 : 2);
	return OK;
}

/* The child's message, or how it ended: "no", "did", "dead", "memory". */
static const char *outcome(struct arena *a, enum attempt what, int fd)
{
	struct buf out = { .a = a };
	enum err e = sandbox_run(a, fd, attempt, &what, &limits, gather, &out);

	if (e == ERR_TOO_LARGE)
		return "memory";
	if (e == ERR_TYPE)
		return "dead";
	assert_int_equal(e, OK);
	return strcmp(out.p, "did|") == 0 ? "did" : "no";
}

/* The limits hold in every build, also under a sanitizer. */
static void limits_hold_everywhere(void **state)
{
	FILE *f = tmpfile();
	char byte;

	fputs("abc", f);
	fflush(f);
	assert_string_equal(outcome(*state, FORK, -1),
			    SANITIZED ? "no" : "dead");
	assert_string_not_equal(outcome(*state, WRITE_INPUT, fileno(f)), "did");
	assert_int_equal(pread(fileno(f), &byte, 1, 0), 1);
	assert_int_equal(byte, 'a');
	assert_string_equal(outcome(*state, SEE_PARENTS_FILES, fileno(f)),
			    "no");
	fclose(f);
}

static void what_is_forbidden(void **state)
{
	static const struct {
		enum attempt what;
		const char *end;
	} t[] = {
		{ OPEN_FILE, "no" },         { SOCKET, "dead" },
		{ EXECUTE, "dead" },         { MAP_CODE, "dead" },
		{ MAP_SHARED_FILE, "dead" }, { MAKE_CODE, "dead" },
		{ KILL_PARENT, "dead" },     { PTRACE, "dead" },
		{ UNLINK, "dead" },          { EAT_MEMORY, "memory" },
	};
	FILE *f = tmpfile();

	if (SANITIZED)
		skip();
	fputs("abc", f);
	fflush(f);
	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++)
		assert_string_equal(outcome(*state, t[i].what, fileno(f)),
				    t[i].end);
	fclose(f);
}

/* A parent that ignores SIGCHLD, or has handlers and blocked signals. */
static void parents_signals_do_not_matter(void **state)
{
	struct buf out;
	sigset_t all, old;
	int result = ERR_INPUT;

	signal(SIGCHLD, SIG_IGN);
	assert_int_equal(run(*state, answer, &result, &out), ERR_INPUT);
	assert_int_equal(run(*state, crash, NULL, &out), ERR_TYPE);
	signal(SIGCHLD, SIG_DFL);
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &old);
	assert_int_equal(run(*state, answer, &result, &out), ERR_INPUT);
	assert_int_equal(run(*state, loop, NULL, &out), ERR_TOO_LARGE);
	sigprocmask(SIG_SETMASK, &old, NULL);
}

#define UJI(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		UJI(messages_in_order),
		UJI(file_to_work_with),
		UJI(results),
		UJI(more_than_a_pipe_holds),
		UJI(error_of_the_receiver_ends_it),
		UJI(jump_out_of_the_receiver),
		UJI(child_that_dies),
		UJI(child_that_does_not_end),
		UJI(child_that_talks_for_ever),
		UJI(child_that_lies_about_its_end),
		UJI(child_that_talks_nonsense),
		UJI(limits_hold_everywhere),
		UJI(what_is_forbidden),
		UJI(parents_signals_do_not_matter),
	};

	return cmocka_run_group_tests_name("sandbox", tests, NULL, NULL);
}
