/* uji-request-bantu.c - see uji-request-bantu.h. */
#include "uji-request-bantu.h"
#include "uji-folder.h"
#include "lib/config.h"
#include "lib/crypto.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct web web;

static struct arena *arena;
static struct db *db;

static size_t web_read(void *ctx, char *p, size_t n)
{
	size_t left = web.body_n - web.body_at;

	(void)ctx;
	if (n > left)
		n = left;
	if (web.step != 0 && n > web.step)
		n = web.step;
	memcpy(p, web.body + web.body_at, n);
	web.body_at += n;
	return n;
}

static bool web_write(void *ctx, const char *p, size_t n, bool last)
{
	(void)ctx;
	if (web.ended || web.out_n + n >= sizeof(web.out))
		return false;
	web.ended = last;
	memcpy(web.out + web.out_n, p, n);
	web.out_n += n;
	web.out[web.out_n] = '\0';
	return true;
}

static const char *web_variable(void *ctx, const char *name)
{
	(void)ctx;
	for (size_t i = 0; i < web.n; i++)
		if (strcmp(web.names[i], name) == 0)
			return web.values[i];
	return NULL;
}

void web_clear(void)
{
	web.n = 0;
	web.body = "";
	web.body_n = 0;
}

void web_set(const char *name, const char *value)
{
	if (value == NULL)
		return;
	web.names[web.n] = name;
	web.values[web.n++] = value;
}

int web_ask(const struct program *program)
{
	static const struct app_io io = { .read = web_read,
					  .write = web_write,
					  .variable = web_variable };
	int status;

	web.out_n = 0;
	web.out[0] = '\0';
	web.body_at = 0;
	web.ended = false;
	request_serve(arena, db, program, &io);
	return web.ended && sscanf(web.out, "Status: %d", &status) == 1 ?
		       status :
		       -1;
}

bool web_start(void)
{
	char text[200], path[200];

	snprintf(text, sizeof(text), "%064d\n", 7);
	if (!folder_buat("uji-request") || !folder_tulis("rahasia", text))
		return false;
	snprintf(text, sizeof(text),
		 "simpanan = %s\nkunci_dir = %s\nalamat = http://x\n", folder,
		 folder);
	if (!folder_tulis("conf", text))
		return false;
	snprintf(path, sizeof(path), "%s/conf", folder);
	setenv("SIFILMA_KONFIG", path, 1);
	arena = arena_new();
	db = db_new_as("/nonexistent/socket", "", "", "");
	return config_load() && crypto_start() && arena != NULL && db != NULL;
}

void web_stop(void)
{
	arena_free(arena);
	db_free(db);
	folder_hapus();
}

static const char *const fungsi[] = { "R", "RW", NULL };
static const char *const surat[] = { "pdf", NULL };
static const char *const tabel[] = { "csv", "xlsx", "ics", NULL };

const struct field isian_fields[ISIAN_FIELDS] = {
	{ "judul", F_TEXT, offsetof(struct isian, judul), 3, 20, F_REQUIRED,
	  NULL },
	{ "jumlah", F_INT, offsetof(struct isian, jumlah), 1, 100000,
	  F_REQUIRED, NULL },
	{ "fungsi", F_CHOICE, offsetof(struct isian, fungsi), 0, 0, F_OPTIONAL,
	  fungsi },
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
	{ "sandi", F_SECRET, offsetof(struct isian, sandi), 0, 100, F_OPTIONAL,
	  NULL },
	{ "berkas", F_FILE, offsetof(struct isian, berkas), 0, 4000, F_OPTIONAL,
	  surat },
	{ "tabel", F_FILE, offsetof(struct isian, tabel), 0, 4000, F_OPTIONAL,
	  tabel },
	{ "ya", F_BOOL, offsetof(struct isian, ya), 0, 0, F_OPTIONAL, NULL },
};
