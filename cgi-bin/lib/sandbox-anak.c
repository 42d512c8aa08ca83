/* sandbox-anak.c - see sandbox-anak.h. */
#include "sandbox-anak.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

#define NOBODY    65534
#define FILES_MAX 16

/* Signals as in a fresh program: the parent's handlers are not for us. */
static void reset_signals(void)
{
	sigset_t none;

	for (int s = 1; s < NSIG; s++) {
		/* A sanitizer's handlers print what went wrong. */
		if (SANITIZED && (s == SIGSEGV || s == SIGBUS || s == SIGFPE))
			continue;
		signal(s, SIG_DFL);
	}
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static void close_from(unsigned first)
{
	if (syscall(SYS_close_range, first, ~0u, 0) == 0)
		return;
	for (long fd = sysconf(_SC_OPEN_MAX) - 1; fd >= (long)first; fd--)
		close((int)fd);
}

static bool arrange_files(int fd_in, int fd_out,
			  const struct sandbox_batas *batas)
{
	/* Away from 0..3 first, so that none overwrites another. */
	int out = fcntl(fd_out, F_DUPFD, 4);
	int in =
	    fd_in < 0 ? open("/dev/null", O_RDONLY) : fcntl(fd_in, F_DUPFD, 4);
	int null = fcntl(open("/dev/null", O_WRONLY), F_DUPFD, 4);
	bool work = batas->kerja_bytes > 0;

	if (out < 0 || in < 0 || null < 0)
		return false;
	if (work && batas->kerja_fd != SANDBOX_KERJA &&
	    dup2(batas->kerja_fd, SANDBOX_KERJA) < 0)
		return false;
	if (dup2(in, 0) < 0 || dup2(out, 1) < 0)
		return false;
	if (!SANITIZED && dup2(null, 2) < 0)
		return false;
	close_from(work ? SANDBOX_KERJA + 1 : SANDBOX_KERJA);
	return true;
}

static bool set_limit(int what, rlim_t soft, rlim_t hard)
{
	const struct rlimit limit = { soft, hard };
	struct rlimit now;

	/* What is lower already stays. */
	if (getrlimit((__rlimit_resource_t)what, &now) == 0 &&
	    now.rlim_max < hard)
		return true;
	return setrlimit((__rlimit_resource_t)what, &limit) == 0;
}

/* Bytes of data and stack of this process; 0 when /proc is not there. */
static size_t data_bytes(void)
{
	FILE *f = fopen("/proc/self/statm", "re");
	unsigned long pages = 0;

	if (f == NULL)
		return 0;
	if (fscanf(f, "%*u %*u %*u %*u %*u %lu", &pages) != 1)
		pages = 0;
	fclose(f);
	return pages * (size_t)sysconf(_SC_PAGESIZE);
}

/*
 * Memory is limited as RLIMIT_DATA, which counts every private writable page
 * (and there are no others, see the filter): RLIMIT_AS would also count what
 * allocators merely reserve.
 */
static bool set_limits(const struct sandbox_batas *batas, size_t has)
{
	return set_limit(RLIMIT_CPU, batas->cpu_s, batas->cpu_s + 1) &&
	       set_limit(RLIMIT_CORE, 0, 0) &&
	       set_limit(RLIMIT_FSIZE, (rlim_t)batas->kerja_bytes,
			 (rlim_t)batas->kerja_bytes) &&
	       set_limit(RLIMIT_NOFILE, FILES_MAX, FILES_MAX) &&
	       set_limit(RLIMIT_NPROC, 0, 0) &&
	       set_limit(RLIMIT_MEMLOCK, 0, 0) &&
	       (SANITIZED || set_limit(RLIMIT_DATA, has + batas->memori_bytes,
				       has + batas->memori_bytes));
}

static bool drop_user(void)
{
	if (geteuid() != 0)
		return true;
	return setgroups(0, NULL) == 0 &&
	       setresgid(NOBODY, NOBODY, NOBODY) == 0 &&
	       setresuid(NOBODY, NOBODY, NOBODY) == 0;
}

/*
 * No file of any kind can be opened any more.  A kernel without Landlock is
 * no error: the filter below stands alone then.
 */
static void landlock(void)
{
	/* Rights of the second and third version of the interface, which
	   older headers do not name. */
	const uint64_t refer = (uint64_t)1 << 13;
	const uint64_t truncate_file = (uint64_t)1 << 14;
	struct landlock_ruleset_attr attr = {
		.handled_access_fs = ((uint64_t)1 << 13) - 1,
	};
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0,
			       LANDLOCK_CREATE_RULESET_VERSION);
	long fd;

	if (version < 1)
		return;
	if (version >= 2)
		attr.handled_access_fs |= refer;
	if (version >= 3)
		attr.handled_access_fs |= truncate_file;
	fd = syscall(SYS_landlock_create_ruleset, &attr, sizeof(attr), 0);
	if (fd < 0)
		return;
	syscall(SYS_landlock_restrict_self, fd, 0);
	close((int)fd);
}

/*
 * What decoding a file needs.  Memory only private and never executable.
 * What libraries try and can do without fails softly; all else kills.
 */
static bool filter(const struct sandbox_batas *batas)
{
	static const int allowed[] = {
		SCMP_SYS(read),
		SCMP_SYS(readv),
		SCMP_SYS(pread64),
		SCMP_SYS(write),
		SCMP_SYS(writev),
		SCMP_SYS(lseek),
		SCMP_SYS(fstat),
		SCMP_SYS(close),
		SCMP_SYS(dup),
		SCMP_SYS(brk),
		SCMP_SYS(munmap),
		SCMP_SYS(mremap),
		SCMP_SYS(madvise),
		SCMP_SYS(futex),
		SCMP_SYS(clock_gettime),
		SCMP_SYS(gettimeofday),
		SCMP_SYS(getrandom),
		SCMP_SYS(getpid),
		SCMP_SYS(rt_sigreturn),
		SCMP_SYS(rt_sigprocmask),
		SCMP_SYS(restart_syscall),
		SCMP_SYS(exit),
		SCMP_SYS(exit_group),
	};
	static const int soft[] = {
		SCMP_SYS(openat),      SCMP_SYS(open),
		SCMP_SYS(ioctl),       SCMP_SYS(readlinkat),
		SCMP_SYS(sysinfo),     SCMP_SYS(prctl),
		SCMP_SYS(readlink),    SCMP_SYS(access),
		SCMP_SYS(getcpu),      SCMP_SYS(sched_getaffinity),
		SCMP_SYS(sched_yield), SCMP_SYS(prlimit64),
		SCMP_SYS(getrusage),   SCMP_SYS(uname),
		SCMP_SYS(fadvise64),
	};
	scmp_filter_ctx f = seccomp_init(SCMP_ACT_KILL_PROCESS);
	bool ok = f != NULL;

	for (size_t i = 0; ok && i < sizeof(allowed) / sizeof(*allowed); i++)
		ok = seccomp_rule_add(f, SCMP_ACT_ALLOW, allowed[i], 0) == 0;
	for (size_t i = 0; ok && i < sizeof(soft) / sizeof(*soft); i++)
		ok =
		    seccomp_rule_add(f, SCMP_ACT_ERRNO(EPERM), soft[i], 0) == 0;
	if (ok && batas->kerja_bytes > 0)
		ok = seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(pwrite64), 1,
				      SCMP_A0(SCMP_CMP_EQ, SANDBOX_KERJA)) == 0;
	ok = ok &&
	     seccomp_rule_add(
		 f, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 2,
		 SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
		 SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_TYPE, MAP_PRIVATE)) == 0 &&
	     seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1,
			      SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0 &&
	     seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1,
			      SCMP_A1(SCMP_CMP_EQ, F_GETFL)) == 0 &&
	     /* glibc's fstat().  A path could still be given: it tells that a
		file is there, and nobody but us hears of it. */
	     seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 1,
			      SCMP_A3(SCMP_CMP_EQ, AT_EMPTY_PATH)) == 0 &&
	     /* libzip looks for the time zone. */
	     seccomp_rule_add(f, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(newfstatat), 1,
			      SCMP_A3(SCMP_CMP_NE, AT_EMPTY_PATH)) == 0 &&
	     seccomp_load(f) == 0;
	if (f != NULL)
		seccomp_release(f);
	return ok;
}

bool sandbox_lepas(int fd_in, int fd_out, int parent,
		   const struct sandbox_batas *batas)
{
	size_t has;

	reset_signals();
	if (!arrange_files(fd_in, fd_out, batas))
		return false;
	has = data_bytes();
	if (has == 0 || !drop_user() ||
	    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
	    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
		return false;
	/* Die with the parent; it may have died before we asked. */
	if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0 ||
	    getppid() != parent)
		return false;
	landlock();
	if (!set_limits(batas, has))
		return false;
	return SANITIZED || filter(batas);
}
