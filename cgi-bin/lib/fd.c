/* fd.c - see fd.h. */
#include "fd.h"
#include "log.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

ssize_t fd_read(int fd, void *p, size_t n)
{
	ssize_t got;

	do
		got = read(fd, p, n);
	while (got < 0 && errno == EINTR);
	return got;
}

ssize_t fd_read_at(int fd, void *p, size_t n, off_t at)
{
	size_t done = 0;

	while (done < n) {
		ssize_t got = pread(fd, (char *)p + done, n - done,
				    at + (off_t)done);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		done += (size_t)got;
	}
	return (ssize_t)done;
}

/* One piece written, at the present place when at is negative.  A file that
   takes nothing and says no reason is full. */
static bool piece(int fd, const char *p, size_t n, off_t at, size_t *done)
{
	ssize_t k = at < 0 ? write(fd, p, n) : pwrite(fd, p, n, at);

	*done = k > 0 ? (size_t)k : 0;
	if (k == 0)
		errno = ENOSPC;
	return k > 0 || (k < 0 && errno == EINTR);
}

bool fd_write(int fd, const void *p, size_t n)
{
	const char *next = p;

	for (size_t done; n > 0; next += done, n -= done)
		if (!piece(fd, next, n, -1, &done))
			return false;
	return true;
}

bool fd_write_at(int fd, const void *p, size_t n, off_t at)
{
	const char *next = p;

	for (size_t done; n > 0; next += done, n -= done, at += (off_t)done)
		if (!piece(fd, next, n, at, &done))
			return false;
	return true;
}

enum err fd_error(const char *what)
{
	int code = errno;

	log_error("%s: %s", what, strerror(code));
	return code == ENOSPC || code == EDQUOT || code == EROFS ||
			       code == EFBIG ?
		       ERR_DISK :
		       ERR_INTERNAL;
}
