/* unggahan.c - see unggahan.h. */
#include "unggahan.h"
#include "config.h"
#include "fd.h"
#include "log.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

/* Left free for everything else, but never more than a twentieth. */
#define RESERVE_BYTES (256LL << 20)
/* Who has received nothing for so long has lost his line. */
#define SILENT_S 3
#define POLL_NS  50000000L
/* The lanes of all, and of each group behind them, in the file of lanes. */
#define LANES_FILE "jalur"
#define LANES_MAX  64

struct unggahan {
	int fd;
	int64_t offset;
};

static const char *folder(struct arena *a)
{
	return arena_printf(a, "%s/unggahan",
			    config_get("simpanan", "simpanan"));
}

static bool is_kode(const char *s)
{
	return s != NULL && strlen(s) == UNGGAHAN_KODE &&
	       strspn(s, "0123456789abcdef") == UNGGAHAN_KODE;
}

/* NULL when kode is none. */
static const char *path_of(struct arena *a, const char *kode)
{
	return is_kode(kode) ? arena_printf(a, "%s/%s", folder(a), kode) : NULL;
}

static void close_fd(void *what)
{
	int *fd = what;

	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* Opened until the arena is reset; -1 and errno. */
static int *open_until(struct arena *a, const char *path, int flags)
{
	int *fd = arena_alloc(a, sizeof(*fd));

	*fd = -1;
	arena_cleanup(a, close_fd, fd);
	*fd = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0660);
	return fd;
}

static bool leaves_reserve(const struct statvfs *fs, int64_t bytes)
{
	int64_t all = (int64_t)fs->f_blocks * (int64_t)fs->f_frsize;
	int64_t left = (int64_t)fs->f_bavail * (int64_t)fs->f_frsize;
	int64_t reserve = all / 20 < RESERVE_BYTES ? all / 20 : RESERVE_BYTES;

	return left - reserve >= bytes;
}

static bool has_room(const char *path, int64_t bytes)
{
	struct statvfs fs;

	/* Otherwise writing will tell. */
	return statvfs(path, &fs) != 0 || leaves_reserve(&fs, bytes);
}

/* What is left for others is not written into by a file whose length nobody
   told; looked at once a MiB. */
static bool may_grow(const struct unggahan *u, size_t n)
{
	struct statvfs fs;

	return u->offset >> 20 == (u->offset + (int64_t)n) >> 20 ||
	       fstatvfs(u->fd, &fs) != 0 || leaves_reserve(&fs, 1 << 20);
}

static enum err make_folder(struct arena *a, const char **path)
{
	*path = folder(a);
	/* Who takes the file over may rename it. */
	if (mkdir(*path, 0770) != 0 && errno != EEXIST)
		return fd_error(*path);
	return OK;
}

enum err unggahan_new(struct arena *a, const char *kode, int64_t bytes)
{
	const char *path = path_of(a, kode);
	const char *dir;
	enum err e;
	int *fd;

	if (path == NULL)
		return ERR_INTERNAL;
	e = make_folder(a, &dir);
	if (e != OK)
		return e;
	if (!has_room(dir, bytes)) {
		log_error("unggahan: no room for %lld bytes", (long long)bytes);
		return ERR_DISK;
	}
	fd = open_until(a, path, O_WRONLY | O_CREAT | O_EXCL);
	if (*fd < 0)
		return errno == EEXIST ? ERR_CONFLICT : fd_error(path);
	if (fsync(*fd) != 0)
		e = fd_error(path);
	close_fd(fd);
	if (e != OK)
		return e;
	/* So that the name, too, is there after a power cut. */
	fd = open_until(a, dir, O_RDONLY | O_DIRECTORY);
	if (*fd < 0 || fsync(*fd) != 0)
		e = fd_error(dir);
	close_fd(fd);
	return e;
}

/* Locks of an open file description are gone when it is closed, which the
   kernel does for a process that was killed. */
static bool try_lock(int fd, off_t at)
{
	struct flock l = { .l_type = F_WRLCK,
			   .l_whence = SEEK_SET,
			   .l_start = at,
			   .l_len = 1 };

	return fcntl(fd, F_OFD_SETLK, &l) == 0;
}

static bool is_silent(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 && time(NULL) - st.st_mtime >= SILENT_S;
}

enum err unggahan_lock(struct arena *a, const char *kode, struct unggahan **out)
{
	static const struct timespec pause = { 0, POLL_NS };
	struct unggahan *u = arena_alloc(a, sizeof(*u));
	const char *path = path_of(a, kode);
	time_t end = time(NULL) + UNGGAHAN_WAIT_S;

	if (path == NULL)
		return ERR_NOT_FOUND;
	u->fd = -1;
	arena_cleanup(a, close_fd, &u->fd);
	u->fd = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
	if (u->fd < 0)
		return errno == ENOENT ? ERR_NOT_FOUND : fd_error(path);
	while (!try_lock(u->fd, 0)) {
		if (!is_silent(u->fd) || time(NULL) >= end) {
			close_fd(&u->fd);
			return ERR_LOCKED;
		}
		nanosleep(&pause, NULL);
	}
	*out = u;
	return OK;
}

enum err unggahan_seek(struct unggahan *u, int64_t offset)
{
	struct stat st;

	if (fstat(u->fd, &st) != 0)
		return fd_error("unggahan: fstat");
	if (st.st_size < offset)
		return ERR_NOT_FOUND;
	if (st.st_size > offset && ftruncate(u->fd, offset) != 0)
		return fd_error("unggahan: ftruncate");
	u->offset = offset;
	return OK;
}

enum err unggahan_write(struct unggahan *u, const void *p, size_t n)
{
	if (!may_grow(u, n)) {
		log_error("unggahan: the disk is nearly full");
		return ERR_DISK;
	}
	if (!fd_write_at(u->fd, p, n, (off_t)u->offset))
		return fd_error("unggahan: write");
	u->offset += (int64_t)n;
	return OK;
}

int64_t unggahan_offset(const struct unggahan *u)
{
	return u->offset;
}

enum err unggahan_sync(struct unggahan *u)
{
	/* With it goes the new size, but no time stamps. */
	return fdatasync(u->fd) == 0 ? OK : fd_error("unggahan: fdatasync");
}

void unggahan_unlock(struct unggahan *u)
{
	close_fd(&u->fd);
}

int unggahan_open(struct arena *a, const char *kode)
{
	const char *path = path_of(a, kode);

	return path == NULL ? -1 : *open_until(a, path, O_RDONLY);
}

void unggahan_remove(struct arena *a, const char *kode)
{
	const char *path = path_of(a, kode);

	if (path != NULL && unlink(path) != 0 && errno != ENOENT)
		fd_error(path);
}

void unggahan_old(struct arena *a, int64_t seconds,
		  void (*each)(void *ctx, const char *kode), void *ctx)
{
	DIR *d = opendir(folder(a));
	struct dirent *entry;
	struct stat st;

	if (d == NULL)
		return; /* nothing was ever sent */
	while ((entry = readdir(d)) != NULL)
		if (is_kode(entry->d_name) &&
		    fstatat(dirfd(d), entry->d_name, &st,
			    AT_SYMLINK_NOFOLLOW) == 0 &&
		    S_ISREG(st.st_mode) && time(NULL) - st.st_mtime >= seconds)
			each(ctx, entry->d_name);
	closedir(d);
}

static int lanes(int n)
{
	return n < LANES_MAX ? n : LANES_MAX;
}

/* Which of n places from `at` on was taken, the last ones first; -1: none is
   free. */
static int take_one(int fd, off_t at, int n)
{
	for (int i = n - 1; i >= 0; i--)
		if (try_lock(fd, at + i))
			return i;
	return -1;
}

static enum err open_lanes(struct arena *a, int **fd)
{
	const char *dir;
	enum err e = make_folder(a, &dir);
	const char *path = arena_printf(a, "%s/" LANES_FILE, dir);

	if (e != OK)
		return e;
	*fd = open_until(a, path, O_RDWR | O_CREAT);
	return **fd < 0 ? fd_error(path) : OK;
}

enum err unggahan_lane(struct arena *a, int64_t group, int of_group, int in_all)
{
	int all = lanes(in_all), own, *fd;
	enum err e = open_lanes(a, &fd);

	if (e != OK)
		return e;
	own = take_one(*fd, (off_t)(group + 1) * LANES_MAX, lanes(of_group));
	/* Its first lane is its last place: with more than one it stays in the
	   lower half. */
	if (own >= 0 && own < lanes(of_group) - 1)
		all = (all + 1) / 2;
	if (own >= 0 && take_one(*fd, 0, all) >= 0)
		return OK;
	close_fd(fd);
	return ERR_BUSY;
}

bool unggahan_lanes_full(struct arena *a, int in_all)
{
	bool full = true;
	int *fd;

	if (open_lanes(a, &fd) != OK)
		return false;
	for (int i = 0; full && i < lanes(in_all); i++) {
		struct flock l = { .l_type = F_WRLCK,
				   .l_whence = SEEK_SET,
				   .l_start = i,
				   .l_len = 1 };

		full = fcntl(*fd, F_OFD_GETLK, &l) == 0 && l.l_type != F_UNLCK;
	}
	close_fd(fd);
	return full;
}
