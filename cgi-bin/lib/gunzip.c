/* gunzip.c - see gunzip.h. */
#include "gunzip.h"

#include <stdbool.h>
#include <string.h>
#include <zlib.h>

#define OUT_BYTES 65536
/* Little may be packed as well as it likes. */
#define RATIO_FREE_BYTES ((uint64_t)1 << 20)
/* Window of gzip, and its header instead of zlib's. */
#define WINDOW (15 + 16)

struct gunzip {
	z_stream z;
	char *out;
	uint64_t in_bytes, out_bytes;
	uint64_t bytes, rasio;
	gunzip_fn *fn;
	void *ctx;
	bool ready;   /* z is to be ended */
	bool between; /* behind a member */
	bool padding; /* behind the last one: zeros alone */
	enum err err;
};

static void end_stream(void *what)
{
	struct gunzip *g = what;

	if (g->ready)
		inflateEnd(&g->z);
	g->ready = false;
}

struct gunzip *gunzip_new(struct arena *a, uint64_t bytes, uint64_t rasio,
			  gunzip_fn *fn, void *ctx)
{
	struct gunzip *g = arena_alloc(a, sizeof(*g));

	g->out = arena_alloc(a, OUT_BYTES);
	g->bytes = bytes;
	g->rasio = rasio;
	g->fn = fn;
	g->ctx = ctx;
	arena_cleanup(a, end_stream, g);
	if (inflateInit2(&g->z, WINDOW) != Z_OK)
		g->err = ERR_BUSY;
	else
		g->ready = true;
	return g;
}

static enum err hand_on(struct gunzip *g, size_t n)
{
	g->out_bytes += n;
	if (g->out_bytes > g->bytes || (g->out_bytes > RATIO_FREE_BYTES &&
					g->out_bytes / g->rasio > g->in_bytes))
		return ERR_TOO_LARGE;
	return n == 0 ? OK : g->fn(g->ctx, g->out, n);
}

/* Bytes of the member z is in, as many as make one piece. */
static enum err member(struct gunzip *g)
{
	uInt before = g->z.avail_in;
	enum err e;
	int did;

	g->z.next_out = (unsigned char *)g->out;
	g->z.avail_out = OUT_BYTES;
	did = inflate(&g->z, Z_NO_FLUSH);
	g->in_bytes += before - g->z.avail_in;
	if (did == Z_MEM_ERROR)
		return ERR_BUSY;
	if (did != Z_OK && did != Z_STREAM_END && did != Z_BUF_ERROR)
		return ERR_TYPE;
	e = hand_on(g, OUT_BYTES - g->z.avail_out);
	g->between = did == Z_STREAM_END;
	return e;
}

/* Behind a member: another one, or what fills the file up. */
static enum err next_member(struct gunzip *g)
{
	while (g->z.avail_in > 0 && *g->z.next_in == 0) {
		g->padding = true;
		g->z.next_in++;
		g->z.avail_in--;
		g->in_bytes++;
	}
	if (g->z.avail_in == 0)
		return OK;
	if (g->padding || inflateReset(&g->z) != Z_OK)
		return ERR_TYPE;
	g->between = false;
	return OK;
}

enum err gunzip_feed(struct gunzip *g, const char *p, size_t n)
{
	if (g->err != OK || n == 0)
		return g->err;
	g->z.next_in = (unsigned char *)(uintptr_t)p;
	g->z.avail_in = (uInt)n;
	/* What is in is not all out while a piece was full. */
	while (g->err == OK &&
	       (g->z.avail_in > 0 ||
		(!g->between && g->z.avail_out == 0 && g->in_bytes > 0)))
		g->err = g->between ? next_member(g) : member(g);
	return g->err;
}

enum err gunzip_end(struct gunzip *g)
{
	if (g->err == OK && !g->between)
		g->err = ERR_TYPE;
	return g->err;
}
