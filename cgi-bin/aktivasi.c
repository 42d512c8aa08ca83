/*
 * aktivasi.c - program: from a handed-over ticket to active readers (A-01 ...
 * The route table and the list of requests; the rest is in the files
 * that aktivasi-halaman.h names.
 */
#include "aktivasi-halaman.h"

static enum err daftar(struct req *r)
{
	(void)r;
	return OK;
}

/* --- the program --- */

#define AKTIVASI_BACA (ROLE_PEMINTA | ROLE_DITJEN)

static const struct route routes[] = {
	{ M_GET, "/aktivasi", AKTIVASI_BACA, 0, "aktivasi", daftar, NULL },
};

static const struct program program = { "aktivasi", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
