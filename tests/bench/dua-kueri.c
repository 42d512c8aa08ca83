/*
 * dua-kueri.c - what `make bench` compares the pages with: a FastCGI program
 * that does as little as can be.  No part of the suite.
 *
 *	dua-kueri halo	answers at once
 *	dua-kueri dua	looks up the session and reads the 25 rows of the list
 *			of requests, as its program does, and answers a few
 *			bytes: what no page can be cheaper than
 */
#include "lib/config.h"
#include "lib/cookie.h"
#include "lib/crypto.h"
#include "lib/db.h"
#include "lib/text.h"

#include <fcgiapp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The statements of lib/session.c (as it began) and of the list with the names
   joined, as anybody would write it; the page itself keeps the names. */
SQL(Q_SESI,
    "SELECT s.id, s.akun_id, s.terakhir, s.berakhir, s.ditutup IS NOT NULL,"
    " a.peran, a.nama, a.username, a.status, a.lembaga_id, l.nama, l.aktif"
    " FROM sesi s JOIN akun a ON a.id = s.akun_id"
    " LEFT JOIN lembaga l ON l.id = a.lembaga_id WHERE s.hash = ?");
SQL(Q_DAFTAR,
    "SELECT p.id, p.nomor, p.judul, p.dibuat, p.jumlah, p.fungsi, p.status,"
    " p.berkas_id IS NOT NULL, l.nama, pr.nama FROM permintaan p"
    " FORCE INDEX (permintaan_s) JOIN lembaga l ON l.id = p.lembaga_id"
    " JOIN lembaga pr ON pr.id = p.produsen_id WHERE p.status = ?"
    " AND p.dibuat >= ? AND (p.dibuat < ? OR (p.dibuat = ? AND p.id < ?))"
    " ORDER BY p.dibuat DESC, p.id DESC LIMIT ?");

static const char akhir[] = "9999-12-31 00:00:00.000";

static enum err dua(struct arena *a, struct db *db, const char *cookies,
		    size_t *n)
{
	size_t berapa;
	const char *sid = cookie_find(a, cookies, "sid", &berapa);
	struct rows *r;
	enum err e;

	if (sid == NULL)
		return ERR_LOGIN;
	e = db_one(db, &r, &Q_SESI, crypto_sha256_text(a, sid));
	if (e == OK)
		e = db_query(db, &r, &Q_DAFTAR, "diterima",
			     "1000-01-01 00:00:00.000", akhir, akhir, 0, 26);
	*n = e == OK ? db_count(r) : 0;
	return e;
}

int main(int argc, char **argv)
{
	bool perlu_db = argc == 2 && strcmp(argv[1], "dua") == 0;
	struct arena *a = NULL;
	struct db *db = NULL;
	FCGX_Request q;

	if (argc != 2 || (!perlu_db && strcmp(argv[1], "halo") != 0)) {
		fprintf(stderr, "usage: dua-kueri halo|dua\n");
		return 2;
	}
	if (!config_load() || !crypto_start() || FCGX_Init() != 0 ||
	    FCGX_InitRequest(&q, 0, 0) != 0)
		return EXIT_FAILURE;
	a = arena_new();
	db = db_new("permintaan");
	while (a != NULL && db != NULL && FCGX_Accept_r(&q) >= 0) {
		size_t n = 0;
		enum err e = OK;

		db_use_arena(db, a);
		if (perlu_db)
			e = dua(a, db, FCGX_GetParam("HTTP_COOKIE", q.envp),
				&n);
		FCGX_FPrintF(q.out,
			     "Status: %d\r\nContent-Type: text/plain\r\n\r\n"
			     "%u rows\n",
			     e == OK ? 200 : 500, (unsigned)n);
		FCGX_Finish_r(&q);
		arena_reset(a);
	}
	db_free(db);
	arena_free(a);
	return EXIT_SUCCESS;
}
