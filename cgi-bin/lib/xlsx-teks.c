/*
 * xlsx-teks.c - see xlsx-teks.h.
 *
 * Strings stand one behind the other, each with its length before it and a NUL
 * behind it, in groups of about GROUP_BYTES.  Where a group is and which string
 * is its first is known; within it one walks.  A workbook names its strings in
 * the order in which they were added to it, so the next one mostly stands
 * behind the last.
 */
#include "xlsx-teks.h"
#include "fd.h"

#include <stdint.h>
#include <string.h>
#include <unistd.h>

#define GROUP_BYTES 1024
#define WRITE_BYTES 65536
#define PLACE_N     16

struct group {
	union {
		char *p;     /* the first n_memory groups */
		uint64_t at; /* the others, in the file */
	};
	uint32_t n;     /* bytes */
	uint32_t first; /* string */
};

/* Where a string was found lately. */
struct place {
	size_t first, end; /* strings of its group; none when equal */
	const char *start; /* of the group */
	size_t at;         /* number of the string, and where it is */
	const char *p;
	char *room; /* for a group of the file */
	size_t cap;
};

struct xlsx_teks {
	struct arena *a;
	const struct tabel_batas *batas;
	size_t n;     /* strings */
	size_t bytes; /* counted against batas->teks_bytes */
	/* the group being filled */
	char *p;
	size_t used, cap;
	size_t first;
	/* those that are full */
	struct group *group;
	size_t n_group, cap_group, n_memory;
	/* what the file gets next */
	char *wait;
	size_t n_wait;
	uint64_t written;
	/* where one looks first */
	struct place place[PLACE_N];
	size_t last; /* the one that had the last string */
	size_t next; /* the one to be given up next */
};

struct xlsx_teks *xlsx_teks_baru(struct arena *a,
				 const struct tabel_batas *batas)
{
	struct xlsx_teks *t = arena_alloc(a, sizeof(*t));

	t->a = a;
	t->batas = batas;
	return t;
}

/* ---- adding ------------------------------------------------------------ */

static enum err flush(struct xlsx_teks *t)
{
	if (!fd_write_at(t->batas->teks_fd, t->wait, t->n_wait,
			 (off_t)t->written))
		return ERR_DISK;
	t->written += t->n_wait;
	t->n_wait = 0;
	return OK;
}

/* Put the group that is full into the file. */
static enum err to_file(struct xlsx_teks *t, struct group *g)
{
	const char *p = t->p;
	size_t n = t->used;

	if (t->batas->teks_berkas < t->written + t->n_wait + n)
		return ERR_TOO_LARGE;
	if (t->wait == NULL)
		t->wait = arena_raw(t->a, WRITE_BYTES);
	g->at = t->written + t->n_wait;
	while (n > 0) {
		size_t room = WRITE_BYTES - t->n_wait;
		size_t take = n < room ? n : room;

		memcpy(t->wait + t->n_wait, p, take);
		t->n_wait += take;
		p += take;
		n -= take;
		if (t->n_wait == WRITE_BYTES && flush(t) != OK)
			return ERR_DISK;
	}
	return OK;
}

static enum err close_group(struct xlsx_teks *t)
{
	enum err e = OK;
	struct group *g;

	if (t->used == 0)
		return OK;
	t->group = arena_grow(t->a, t->group, t->n_group, &t->cap_group,
			      sizeof(*t->group));
	g = &t->group[t->n_group++];
	g->first = (uint32_t)t->first;
	g->n = (uint32_t)t->used;
	t->bytes += t->used;
	if (t->bytes <= t->batas->teks_bytes) {
		g->p = arena_raw(t->a, t->used);
		memcpy(g->p, t->p, t->used);
		t->n_memory = t->n_group;
	} else {
		e = to_file(t, g);
	}
	t->used = 0;
	t->first = t->n;
	return e;
}

enum err xlsx_teks_tambah(struct xlsx_teks *t, const char *p, size_t n)
{
	uint32_t length = (uint32_t)n;
	size_t needs = sizeof(length) + n + 1;

	if (t->n == UINT32_MAX || n > UINT32_MAX / 2)
		return ERR_TOO_LARGE;
	if (t->used + needs > t->cap) {
		size_t cap = GROUP_BYTES + 2 * needs;
		char *bigger = arena_raw(t->a, cap);

		if (t->used > 0)
			memcpy(bigger, t->p, t->used);
		t->p = bigger;
		t->cap = cap;
	}
	memcpy(t->p + t->used, &length, sizeof(length));
	memcpy(t->p + t->used + sizeof(length), p, n);
	t->p[t->used + needs - 1] = '\0';
	t->used += needs;
	t->n++;
	return t->used >= GROUP_BYTES ? close_group(t) : OK;
}

enum err xlsx_teks_selesai(struct xlsx_teks *t)
{
	enum err e = close_group(t);

	return e == OK ? flush(t) : e;
}

/* ---- finding ----------------------------------------------------------- */

/* The group that string i is in. */
static size_t group_of(const struct xlsx_teks *t, size_t i)
{
	size_t low = 0, high = t->n_group;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (t->group[middle].first <= i)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* The bytes of a group of the file; NULL: they cannot be read. */
static const char *load(struct xlsx_teks *t, const struct group *g,
			struct place *place)
{
	if (place->cap < g->n) {
		place->cap = 2 * (size_t)g->n;
		place->room = arena_raw(t->a, place->cap);
	}
	if (fd_read_at(t->batas->teks_fd, place->room, g->n, (off_t)g->at) !=
	    (ssize_t)g->n)
		return NULL;
	return place->room;
}

/* The place whose group has string i; NULL: it cannot be read. */
static struct place *find(struct xlsx_teks *t, size_t i)
{
	struct place *place;
	const struct group *g;
	size_t k;

	for (k = 0; k < PLACE_N; k++) {
		place = &t->place[(t->last + k) % PLACE_N];
		if (i >= place->first && i < place->end)
			break;
	}
	if (k < PLACE_N) {
		t->last = (t->last + k) % PLACE_N;
		return place;
	}
	k = group_of(t, i);
	g = &t->group[k];
	place = &t->place[t->next];
	t->last = t->next;
	t->next = (t->next + 1) % PLACE_N;
	place->end = place->first = 0;
	place->start = k < t->n_memory ? g->p : load(t, g, place);
	if (place->start == NULL)
		return NULL;
	place->first = place->at = g->first;
	place->end = k + 1 < t->n_group ? g[1].first : t->n;
	place->p = place->start;
	return place;
}

static size_t length_at(const char *p)
{
	uint32_t n;

	memcpy(&n, p, sizeof(n));
	return n;
}

const char *xlsx_teks_ambil(struct xlsx_teks *t, size_t i, size_t *n)
{
	struct place *place = i < t->n ? find(t, i) : NULL;

	if (place == NULL)
		return NULL;
	if (i < place->at) {
		place->at = place->first;
		place->p = place->start;
	}
	for (; place->at < i; place->at++)
		place->p += sizeof(uint32_t) + length_at(place->p) + 1;
	*n = length_at(place->p);
	return place->p + sizeof(uint32_t);
}
