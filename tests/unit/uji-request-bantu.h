/*
 * uji-request-bantu.h - what tests of lib/request need: a web server that is
 * a struct, a form with a field of every kind, a folder with secrets and
 * configuration.  Used by uji-request.c and by fuzz-request.c.
 */
#ifndef UJI_REQUEST_BANTU_H
#define UJI_REQUEST_BANTU_H

#include "lib/app-private.h"

/* --- the web server --- */

struct web {
	const char *names[16];
	const char *values[16];
	size_t n;
	const char *body;
	size_t body_n;
	size_t body_at;
	size_t step; /* bytes a read gives at most; 0: all */
	char out[1 << 20];
	size_t out_n;
	bool ended; /* the last of it came */
};
extern struct web web;

/* Forget the variables and the body of the last request. */
void web_clear(void);

/* A variable of the request; value NULL: there is none. */
void web_set(const char *name, const char *value);

/* Serve it.  The status of the answer, which is in web.out; -1 when it is
   none, or not whole. */
int web_ask(const struct program *program);

/*
 * Make a folder in /tmp with secrets and a configuration that is loaded, an
 * arena, and a database that does not answer.  False when that fails.
 */
bool web_start(void);
void web_stop(void);

/* --- the form --- */

struct isian {
	const char *judul;
	int64_t jumlah;
	const char *fungsi;
	const char *tanggal;
	const char *surel;
	const char *telepon;
	const char *kode;
	const char *baris;
	const char *sandi;
	struct upload *berkas;
	struct upload *tabel;
	bool ya;
};

#define ISIAN_FIELDS 12
extern const struct field isian_fields[ISIAN_FIELDS];

#endif
