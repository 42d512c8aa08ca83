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

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#define GROUP_BYTES 2048
#define WRITE_BYTES 65536
#define CACHE_N     64
#define NONE        SIZE_MAX

struct group {
	char *p;        /* NULL: in the file */
	uint64_t at;    /* there */
	uint32_t n;     /* bytes */
	uint32_t first; /* string */
};

/* A group of the file. */
struct slot {
	size_t group;
	char *p;
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
	size_t n_group, cap_group;
	/* what the file gets next */
	char *wait;
	size_t n_wait;
	uint64_t written;
	/* where the last string was found */
	struct slot *slot;
	size_t at_group;
	size_t at; /* its number */
	const char *at_p;
};

struct xlsx_teks *xlsx_teks_baru(struct arena *a,
				 const struct tabel_batas *batas)
{
	struct xlsx_teks *t = arena_alloc(a, sizeof(*t));

	t->a = a;
	t->batas = batas;
	t->at_group = NONE;
	return t;
}

/* ---- adding ------------------------------------------------------------ */

static enum tabel_kode flush(struct xlsx_teks *t)
{
	const char *p = t->wait;
	size_t n = t->n_wait;

	while (n > 0) {
		ssize_t done =
		    pwrite(t->batas->teks_fd, p, n, (off_t)t->written);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return TABEL_BERAT;
		p += done;
		n -= (size_t)done;
		t->written += (uint64_t)done;
	}
	t->n_wait = 0;
	return TABEL_BAIK;
}

/* Put the group that is full into the file. */
static enum tabel_kode to_file(struct xlsx_teks *t, struct group *g)
{
	const char *p = t->p;
	size_t n = t->used;

	if (t->batas->teks_berkas < t->written + t->n_wait + n)
		return TABEL_BERAT;
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
		if (t->n_wait == WRITE_BYTES && flush(t) != TABEL_BAIK)
			return TABEL_BERAT;
	}
	return TABEL_BAIK;
}

static enum tabel_kode close_group(struct xlsx_teks *t)
{
	enum tabel_kode kode = TABEL_BAIK;
	struct group *g;

	if (t->used == 0)
		return TABEL_BAIK;
	t->group = arena_grow(t->a, t->group, t->n_group, &t->cap_group,
			      sizeof(*t->group));
	g = &t->group[t->n_group++];
	g->first = (uint32_t)t->first;
	g->n = (uint32_t)t->used;
	t->bytes += t->used;
	if (t->bytes <= t->batas->teks_bytes) {
		g->p = arena_raw(t->a, t->used);
		memcpy(g->p, t->p, t->used);
	} else {
		kode = to_file(t, g);
	}
	t->used = 0;
	t->first = t->n;
	return kode;
}

enum tabel_kode xlsx_teks_tambah(struct xlsx_teks *t, const char *p, size_t n)
{
	uint32_t length = (uint32_t)n;
	size_t needs = sizeof(length) + n + 1;

	if (t->n == UINT32_MAX || n > UINT32_MAX / 2)
		return TABEL_BERAT;
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
	return t->used >= GROUP_BYTES ? close_group(t) : TABEL_BAIK;
}

enum tabel_kode xlsx_teks_selesai(struct xlsx_teks *t)
{
	enum tabel_kode kode = close_group(t);

	return kode == TABEL_BAIK ? flush(t) : kode;
}

/* ---- finding ----------------------------------------------------------- */

/* The group that string i is in. */
static size_t group_of(const struct xlsx_teks *t, size_t i)
{
	size_t low = 0, high = t->n_group, next = t->at_group + 1;

	/* Mostly the next one. */
	if (t->at_group != NONE && next < t->n_group &&
	    i >= t->group[next].first &&
	    (next + 1 == t->n_group || i < t->group[next + 1].first))
		return next;
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
static const char *load(struct xlsx_teks *t, size_t i)
{
	const struct group *g = &t->group[i];
	struct slot *s;
	size_t got = 0;

	if (t->slot == NULL) {
		t->slot = arena_array(t->a, CACHE_N, sizeof(*t->slot));
		for (size_t k = 0; k < CACHE_N; k++)
			t->slot[k].group = NONE;
	}
	s = &t->slot[i % CACHE_N];
	if (s->group == i)
		return s->p;
	if (s->cap < g->n) {
		s->cap = 2 * (size_t)g->n;
		s->p = arena_raw(t->a, s->cap);
	}
	s->group = NONE;
	while (got < g->n) {
		ssize_t n = pread(t->batas->teks_fd, s->p + got, g->n - got,
				  (off_t)(g->at + got));

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return NULL;
		got += (size_t)n;
	}
	s->group = i;
	return s->p;
}

static size_t length_at(const char *p)
{
	uint32_t n;

	memcpy(&n, p, sizeof(n));
	return n;
}

const char *xlsx_teks_ambil(struct xlsx_teks *t, size_t i, size_t *n)
{
	size_t g = t->at_group, from;
	const char *p;

	if (i >= t->n)
		return NULL;
	if (g == NONE || i < t->group[g].first ||
	    (g + 1 < t->n_group && i >= t->group[g + 1].first))
		g = group_of(t, i);
	if (g == t->at_group && i >= t->at) {
		from = t->at;
		p = t->at_p;
	} else {
		from = t->group[g].first;
		p = t->group[g].p != NULL ? t->group[g].p : load(t, g);
		if (p == NULL)
			return NULL;
	}
	for (; from < i; from++)
		p += sizeof(uint32_t) + length_at(p) + 1;
	t->at_group = g;
	t->at = i;
	t->at_p = p;
	*n = length_at(p);
	return p + sizeof(uint32_t);
}
