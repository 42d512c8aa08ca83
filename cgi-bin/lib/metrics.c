/* metrics.c - see metrics.h. */
#include "metrics.h"
#include "clock.h"
#include "config.h"
#include "log.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define SHAPE        "SFHIT01"
#define MAX_PROGRAMS 100

const int64_t metrics_bucket_us[METRICS_BUCKETS] = {
	1000,	2500,	5000,	 10000,	  25000,   50000,   100000,
	250000, 500000, 1000000, 2500000, 5000000, 10000000,
};

static struct metrics unread;
static struct metrics *page = &unread;

static int page_path(char *out, size_t n, const char *dir, const char *program)
{
	int length = snprintf(out, n, "%s/%s/hitung", dir, program);

	return length > 0 && (size_t)length < n ? length : -1;
}

/* A file of the right size, begun anew when it is of another shape. */
static int open_page(const char *path, const char *program)
{
	struct metrics m = { .shape = SHAPE,
			     .since_ms = (uint64_t)clock_now_ms() };
	char shape[sizeof(m.shape)] = "";
	struct stat st;
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0640);

	if (fd < 0)
		return -1;
	if (fstat(fd, &st) == 0 && st.st_size == (off_t)sizeof(m) &&
	    pread(fd, shape, sizeof(shape), 0) == (ssize_t)sizeof(shape) &&
	    memcmp(shape, SHAPE, sizeof(shape)) == 0)
		return fd;
	snprintf(m.program, sizeof(m.program), "%s", program);
	if (ftruncate(fd, 0) != 0 ||
	    pwrite(fd, &m, sizeof(m), 0) != (ssize_t)sizeof(m)) {
		close(fd);
		return -1;
	}
	return fd;
}

void metrics_start(const char *program)
{
	const char *dir = config_get("hitung_dir", "");
	char path[512], folder[512];
	void *p = MAP_FAILED;
	int fd = -1;

	if (*dir == '\0' ||
	    page_path(path, sizeof(path), dir, program) < 0)
		return;
	/* systemd makes the folder of a service; the suite leaves it to us. */
	snprintf(folder, sizeof(folder), "%s/%s", dir, program);
	if (mkdir(folder, 0750) == 0 || errno == EEXIST)
		fd = open_page(path, program);
	if (fd >= 0) {
		p = mmap(NULL, sizeof(*page), PROT_READ | PROT_WRITE,
			 MAP_SHARED, fd, 0);
		close(fd);
	}
	if (p != MAP_FAILED)
		page = p;
	else
		log_error("requests are not counted: %s: %s", path,
			  strerror(errno));
}

static void add(uint64_t *counter, uint64_t n)
{
	__atomic_fetch_add(counter, n, __ATOMIC_RELAXED);
}

void metrics_request(int status, int64_t us)
{
	int i = 0;

	if (status < METRICS_STATUS_MIN || status > METRICS_STATUS_MAX)
		status = 500;
	while (i < METRICS_BUCKETS && us > metrics_bucket_us[i])
		i++;
	add(&page->status[status - METRICS_STATUS_MIN], 1);
	add(&page->bucket[i], 1);
	add(&page->sum_us, us > 0 ? (uint64_t)us : 0);
}

static bool read_page(const char *path, struct metrics *m)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	bool fine;

	if (fd < 0)
		return false;
	fine = pread(fd, m, sizeof(*m), 0) == (ssize_t)sizeof(*m) &&
	       memcmp(m->shape, SHAPE, sizeof(m->shape)) == 0;
	close(fd);
	m->program[sizeof(m->program) - 1] = '\0';
	return fine;
}

static int by_name(const void *x, const void *y)
{
	const struct metrics *a = x, *b = y;

	return strcmp(a->program, b->program);
}

size_t metrics_read(struct arena *a, struct metrics **out)
{
	const char *dir = config_get("hitung_dir", "");
	struct metrics *all;
	const struct dirent *e;
	char path[512];
	size_t n = 0;
	DIR *d;

	*out = all = arena_array(a, MAX_PROGRAMS, sizeof(*all));
	d = *dir == '\0' ? NULL : opendir(dir);
	if (d == NULL)
		return 0;
	while (n < MAX_PROGRAMS && (e = readdir(d)) != NULL)
		if (e->d_name[0] != '.' &&
		    page_path(path, sizeof(path), dir, e->d_name) > 0 &&
		    read_page(path, &all[n]))
			n++;
	closedir(d);
	qsort(all, n, sizeof(*all), by_name);
	return n;
}

uint64_t metrics_count(const struct metrics *m, int from, int to)
{
	uint64_t n = 0;

	for (int i = from; i <= to; i++)
		n += m->status[i - METRICS_STATUS_MIN];
	return n;
}
