/*
 * fuzz-request.c - the whole request loop, from the web server's variables to
 * the answer, without a database: path, query, cookies, content type, body.
 *
 * Input: four lines (method and target, Cookie, Content-Type, Accept), then
 * the body.  Whatever comes, the answer is one whole CGI response.
 */
#include "lib/app-private.h"
#include "lib/config.h"
#include "lib/crypto.h"
#include "lib/list.h"
#include "lib/log.h"
#include "sasaran.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A line per run would be all that is seen: lib/log.c stays out. */
void log_context(const char *program_name, const char *reference)
{
	(void)program_name;
	(void)reference;
}

void log_error(const char *fmt, ...)
{
	(void)fmt;
}

void log_info(const char *fmt, ...)
{
	(void)fmt;
}

struct isian {
	const char *judul;
	int64_t jumlah;
	const char *tanggal;
	const char *surel;
	const char *telepon;
	const char *kode;
	const char *baris;
	struct upload *berkas;
	bool ya;
};

static const char *const KINDS[] = { "pdf", "csv", "xlsx", "ics", NULL };
static const struct field fields[] = {
	{ "judul", F_TEXT, offsetof(struct isian, judul), 3, 20, F_REQUIRED,
	  NULL },
	{ "jumlah", F_INT, offsetof(struct isian, jumlah), 1, 1000, F_REQUIRED,
	  NULL },
	{ "tanggal", F_DATE, offsetof(struct isian, tanggal), 0, 0, F_OPTIONAL,
	  NULL },
	{ "surel", F_EMAIL, offsetof(struct isian, surel), 0, 0, F_OPTIONAL,
	  NULL },
	{ "telepon", F_PHONE, offsetof(struct isian, telepon), 0, 0, F_OPTIONAL,
	  NULL },
	{ "kode", F_CODE, offsetof(struct isian, kode), 1, 9, F_OPTIONAL,
	  NULL },
	{ "baris", F_LINES, offsetof(struct isian, baris), 0, 99, F_OPTIONAL,
	  NULL },
	{ "berkas", F_FILE, offsetof(struct isian, berkas), 0, 10000,
	  F_OPTIONAL, KINDS },
	{ "ya", F_BOOL, offsetof(struct isian, ya), 0, 0, F_OPTIONAL, NULL },
};

static enum err list(struct req *r)
{
	static const char *const sorts[] = { "tanggal", "nomor", NULL };
	struct list l;
	elem *e;

	list_read(r, sorts, true, &l);
	e = list_add(r, &l, 3, (struct list_edge){ "a", 1 },
		     (struct list_edge){ l.search, 3 }, 99, true);
	list_filter(r, e, "status");
	return OK;
}

static enum err take(struct req *r)
{
	struct isian in = { 0 };
	enum err e = form_bind(r, fields, COUNT(fields), &in);

	if (e == OK)
		req_redirect(r, "tersimpan", "/coba?x=%s",
			     text_url(r->a, in.judul));
	return e;
}

static const struct route routes[] = {
	{ M_GET, "/coba", ROLE_SEMUA, 0, "coba", list, NULL },
	/* No CSRF guard: a fuzzer cannot make the token. */
	{ M_POST, "/coba", ROLE_SEMUA, FILES, "coba", take, list },
	{ M_GET, "/coba/{id}/{kode}", ROLE_SEMUA, PUBLIC, "coba", list, NULL },
	{ M_POST, "/rahasia", ROLE_MASUK, CSRF | ONCE | FILES, "coba", take,
	  list },
};
static const struct program program = { "coba", routes, COUNT(routes) };

static struct {
	const char *target;
	const char *method;
	const char *cookie;
	const char *type;
	const char *accept;
	char length[24];
	const char *body;
	size_t n;
	size_t at;
	char head[16];
	size_t out;
} web;

static size_t web_read(void *ctx, char *p, size_t n)
{
	size_t left = web.n - web.at;

	(void)ctx;
	n = n < left ? n : left;
	memcpy(p, web.body + web.at, n);
	web.at += n;
	return n;
}

static bool web_write(void *ctx, const char *p, size_t n)
{
	(void)ctx;
	for (size_t i = 0; i < n && web.out + i < sizeof(web.head) - 1; i++)
		web.head[web.out + i] = p[i];
	web.out += n;
	return true;
}

static const char *web_variable(void *ctx, const char *name)
{
	(void)ctx;
	if (strcmp(name, "REQUEST_METHOD") == 0)
		return web.method;
	if (strcmp(name, "REQUEST_URI") == 0)
		return web.target;
	if (strcmp(name, "HTTP_COOKIE") == 0)
		return web.cookie;
	if (strcmp(name, "CONTENT_TYPE") == 0)
		return web.type;
	if (strcmp(name, "CONTENT_LENGTH") == 0)
		return web.length;
	if (strcmp(name, "HTTP_ACCEPT") == 0)
		return web.accept;
	return NULL;
}

static struct arena *arena;
static struct db *db;

static void start(void)
{
	static char folder[] = "/tmp/fuzz-request-XXXXXX";
	char path[200];
	FILE *f;

	if (mkdtemp(folder) == NULL)
		abort();
	snprintf(path, sizeof(path), "%s/rahasia", folder);
	f = fopen(path, "w");
	fprintf(f, "%064d\n", 1);
	fclose(f);
	snprintf(path, sizeof(path), "%s/conf", folder);
	f = fopen(path, "w");
	fprintf(f, "simpanan = %s\nkunci_dir = %s\n", folder, folder);
	fclose(f);
	setenv("SIFILMA_KONFIG", path, 1);
	if (!config_load() || !crypto_start())
		abort();
	arena = arena_new();
	db = db_new_as("", "", "", "");
}

/* The next line of the input as a text of its own. */
static char *line(struct arena *a, const char **p, const char *end)
{
	const char *nl = memchr(*p, '\n', (size_t)(end - *p));
	size_t n = (size_t)((nl == NULL ? end : nl) - *p);
	char *text = arena_strndup(a, *p, n);

	*p = nl == NULL ? end : nl + 1;
	return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct app_io io = { NULL, web_read, web_write,
					  web_variable };
	struct arena *own;
	const char *p = (const char *)data;
	const char *end = p + size;
	char *first;

	if (arena == NULL)
		start();
	own = arena_new();
	first = line(own, &p, end);
	web.target = strchr(first, ' ');
	if (web.target == NULL) {
		web.method = "GET";
		web.target = first;
	} else {
		*(char *)web.target++ = '\0';
		web.method = first;
	}
	web.cookie = line(own, &p, end);
	web.type = line(own, &p, end);
	web.accept = line(own, &p, end);
	web.body = p;
	web.n = (size_t)(end - p);
	web.at = 0;
	web.out = 0;
	snprintf(web.length, sizeof(web.length), "%zu", web.n);
	memset(web.head, 0, sizeof(web.head));
	request_serve(arena, db, &program, &io);
	if (strncmp(web.head, "Status: ", 8) != 0)
		abort();
	arena_free(own);
	return 0;
}
