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

/* At the present place when at is negative. */
static bool write_all(int fd, const char *p, size_t n, off_t at)
{
	while (n > 0) {
		ssize_t done = at < 0 ? write(fd, p, n) : pwrite(fd, p, n, at);

		if (done < 0 && errno == EINTR)
			continue;
		/* What takes nothing and says no reason is full. */
		if (done == 0)
			errno = ENOSPC;
		if (done <= 0)
			return false;
		p += done;
		n -= (size_t)done;
		at += at < 0 ? 0 : done;
	}
	return true;
}

bool fd_write(int fd, const void *p, size_t n)
{
	return write_all(fd, p, n, -1);
}

bool fd_write_at(int fd, const void *p, size_t n, off_t at)
{
	return write_all(fd, p, n, at);
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
