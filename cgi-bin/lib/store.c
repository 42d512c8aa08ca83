/* store.c - see store.h. */
#include "store.h"
#include "config.h"
#include "crypto.h"
#include "fd.h"
#include "log.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEAD_BYTES 4096
#define TAIL_BYTES 2048

struct store_file {
	struct arena *a;
	char *path; /* temporary name; NULL once kept or removed */
	int fd;
	int64_t bytes;
	int64_t max_bytes;
	crypto_hash_sha256_state digest;
	unsigned char head[HEAD_BYTES];
	size_t head_n;
};

static const char *directory(void)
{
	return config_get("simpanan", "simpanan");
}

static void discard(void *what)
{
	struct store_file *f = what;

	if (f->fd >= 0)
		close(f->fd);
	f->fd = -1;
	if (f->path != NULL)
		unlink(f->path);
	f->path = NULL;
}

enum err store_begin(struct arena *a, int64_t max_bytes,
		     struct store_file **out)
{
	struct store_file *f = arena_alloc(a, sizeof(*f));
	char *path = arena_printf(a, "%s/baru-%s", directory(),
				  crypto_random_hex(a, 16));

	f->a = a;
	f->fd = -1;
	f->max_bytes = max_bytes;
	arena_cleanup(a, discard, f);
	f->fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0640);
	if (f->fd < 0)
		return fd_error(path);
	f->path = path;
	crypto_hash_sha256_init(&f->digest);
	*out = f;
	return OK;
}

enum err store_write(struct store_file *f, const void *p, size_t n)
{
	size_t room = HEAD_BYTES - f->head_n;

	if ((int64_t)n > f->max_bytes - f->bytes)
		return ERR_TOO_LARGE;
	if (room > 0) {
		size_t take = n < room ? n : room;

		memcpy(f->head + f->head_n, p, take);
		f->head_n += take;
	}
	crypto_hash_sha256_update(&f->digest, p, n);
	f->bytes += (int64_t)n;
	return fd_write(f->fd, p, n) ? OK : fd_error("file store: write");
}

struct blob store_head(const struct store_file *f)
{
	return (struct blob){ f->head, f->head_n };
}

int64_t store_bytes(const struct store_file *f)
{
	return f->bytes;
}

int store_fd(const struct store_file *f)
{
	return f->fd;
}

enum err store_tail(struct store_file *f, struct blob *tail)
{
	int64_t from = f->bytes > TAIL_BYTES ? f->bytes - TAIL_BYTES : 0;
	unsigned char *p = arena_alloc(f->a, TAIL_BYTES);
	ssize_t n = fd_read_at(f->fd, p, TAIL_BYTES, (off_t)from);

	if (n < 0)
		return fd_error("file store: read");
	*tail = (struct blob){ p, (size_t)n };
	return OK;
}

/* Make what rename() did last over a power cut. */
static enum err sync_directory(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	enum err e = OK;

	if (fd < 0)
		return fd_error(path);
	if (fsync(fd) != 0)
		e = fd_error(path);
	close(fd);
	return e;
}

const char *store_path(struct arena *a, const char *sha256)
{
	unsigned char bytes[SHA256_BYTES];

	if (sha256 == NULL || !text_from_hex(sha256, bytes, sizeof(bytes)))
		return NULL;
	return arena_printf(a, "%.2s/%s", sha256, sha256);
}

static const char *full_path(struct arena *a, const char *sha256)
{
	const char *path = store_path(a, sha256);

	return path == NULL ? NULL :
			      arena_printf(a, "%s/%s", directory(), path);
}

const char *store_sha256(const struct store_file *f)
{
	unsigned char digest[SHA256_BYTES];
	crypto_hash_sha256_state copy = f->digest;

	crypto_hash_sha256_final(&copy, digest);
	return text_hex(f->a, digest, sizeof(digest));
}

enum err store_load(struct store_file *f, struct blob *out)
{
	size_t n = (size_t)f->bytes;
	unsigned char *p = arena_alloc(f->a, n + 1);

	if (fd_read_at(f->fd, p, n, 0) != (ssize_t)n)
		return ERR_INTERNAL;
	*out = (struct blob){ p, n };
	return OK;
}

/* The folder of a digest, made when it is not there. */
static enum err make_folder(const char *folder)
{
	if (mkdir(folder, 0770) == 0)
		return sync_directory(directory());
	return errno == EEXIST ? OK : fd_error(folder);
}

static const char *folder_of(struct arena *a, const char *sha256)
{
	return arena_printf(a, "%s/%.2s", directory(), sha256);
}

enum err store_keep(struct store_file *f, const char **sha256)
{
	const char *folder, *final;
	enum err e;

	*sha256 = store_sha256(f);
	if (f->path == NULL)
		return OK; /* kept before */
	folder = folder_of(f->a, *sha256);
	final = full_path(f->a, *sha256);
	e = make_folder(folder);
	if (e != OK)
		return e;
	if (fsync(f->fd) != 0)
		return fd_error("file store: fsync");
	/* The same bytes may be there already: replacing them is harmless. */
	if (rename(f->path, final) != 0)
		return fd_error(final);
	f->path = NULL;
	return sync_directory(folder);
}

#define ADOPT_BYTES (256 * 1024)
#define ADOPT_EACH  64 /* blocks of it between two calls */

/* Digest of the whole file. */
static enum err digest_of(struct arena *a, int fd, enum err (*each)(void *ctx),
			  void *ctx, const char **sha256)
{
	unsigned char *p = arena_raw(a, ADOPT_BYTES);
	unsigned char digest[SHA256_BYTES];
	crypto_hash_sha256_state state;
	enum err e = OK;
	off_t at = 0;

	crypto_hash_sha256_init(&state);
	for (unsigned i = 1; e == OK; i++) {
		ssize_t n = fd_read_at(fd, p, ADOPT_BYTES, at);

		if (n < 0)
			return fd_error("file store: read");
		if (n == 0)
			break;
		crypto_hash_sha256_update(&state, p, (size_t)n);
		at += n;
		if (i % ADOPT_EACH == 0)
			e = each(ctx);
	}
	crypto_hash_sha256_final(&state, digest);
	*sha256 = text_hex(a, digest, sizeof(digest));
	return e;
}

enum err store_adopt(struct arena *a, int fd, enum err (*each)(void *ctx),
		     void *ctx, const char **sha256)
{
	const char *open_file = arena_printf(a, "/proc/self/fd/%d", fd);
	const char *draft = arena_printf(a, "%s/baru-%s", directory(),
					 crypto_random_hex(a, 16));
	const char *folder;
	enum err e = digest_of(a, fd, each, ctx, sha256);

	if (e != OK)
		return e;
	folder = folder_of(a, *sha256);
	e = make_folder(folder);
	if (e != OK)
		return e;
	/* Young again, lest the sweeper take it before a row refers to it. */
	if (fsync(fd) != 0 || futimens(fd, NULL) != 0)
		return fd_error("file store: fsync");
	if (linkat(AT_FDCWD, open_file, AT_FDCWD, draft, AT_SYMLINK_FOLLOW) !=
	    0)
		return fd_error(draft);
	if (rename(draft, full_path(a, *sha256)) != 0)
		e = fd_error(draft);
	/* Both names were one file's already: then rename() did nothing. */
	unlink(draft);
	return e == OK ? sync_directory(folder) : e;
}

enum err store_put(struct arena *a, const void *p, size_t n,
		   const char **sha256)
{
	struct store_file *f;
	enum err e = store_begin(a, (int64_t)n, &f);

	if (e == OK)
		e = store_write(f, p, n);
	if (e == OK)
		e = store_keep(f, sha256);
	return e;
}

bool store_has(struct arena *a, const char *sha256, int64_t *bytes)
{
	const char *path = full_path(a, sha256);
	struct stat st;

	if (path == NULL || stat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return false;
	if (bytes != NULL)
		*bytes = st.st_size;
	return true;
}

static void close_fd(void *what)
{
	close(*(int *)what);
}

int store_open(struct arena *a, const char *sha256)
{
	const char *path = full_path(a, sha256);
	int *fd = arena_alloc(a, sizeof(*fd));

	*fd = path == NULL ? -1 : open(path, O_RDONLY | O_CLOEXEC);
	if (*fd >= 0)
		arena_cleanup(a, close_fd, fd);
	return *fd;
}

enum err store_read(struct arena *a, const char *sha256, int64_t max_bytes,
		    struct blob *out)
{
	int fd = store_open(a, sha256);
	unsigned char *p;
	struct stat st;
	size_t n;

	if (fd < 0)
		return ERR_NOT_FOUND;
	if (fstat(fd, &st) != 0)
		return ERR_INTERNAL;
	if (st.st_size > max_bytes)
		return ERR_TOO_LARGE;
	n = (size_t)st.st_size;
	p = arena_alloc(a, n + 1);
	if (fd_read_at(fd, p, n, 0) != (ssize_t)n)
		return ERR_INTERNAL;
	*out = (struct blob){ p, n };
	return OK;
}
