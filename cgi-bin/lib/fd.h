/*
 * fd.h - all of it, read or written, whatever signal comes between.
 *
 * For code that holds a file descriptor: the file store, partial uploads,
 * readers of tables, sorted runs.  Nothing here opens or closes one.
 */
#ifndef FD_H
#define FD_H

#include "err.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* As read(2): up to n bytes, 0 at the end, -1 with errno. */
ssize_t fd_read(int fd, void *p, size_t n);

/* n bytes from `at`, fewer only when the file ends before; -1 with errno. */
ssize_t fd_read_at(int fd, void *p, size_t n, off_t at);

/* All n bytes, at the present place or at `at`; false: errno says why. */
bool fd_write(int fd, const void *p, size_t n);
bool fd_write_at(int fd, const void *p, size_t n, off_t at);

/* What errno means to who asked: ERR_DISK when the disk, a quota or the
   greatest size of a file is used up or the disk is read-only, else
   ERR_INTERNAL.  Logs `what` with the reason. */
enum err fd_error(const char *what);

#endif
