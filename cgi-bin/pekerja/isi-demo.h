/* isi-demo.h - what the two halves of the demo loader share. */
#ifndef ISI_DEMO_H
#define ISI_DEMO_H

#include "../lib/db.h"
#include "../lib/role.h"

#define DEMO_PRODUSEN 3
#define DEMO_PEMINTA 14 /* 12 institutions, 2 regional offices */

/* Who acts in the history that isi-demo-riwayat.c tells. */
struct demo {
	struct db *db;
	struct pelaku admin;
	struct pelaku pejabat;
	struct pelaku produsen[DEMO_PRODUSEN];
	struct pelaku peminta[DEMO_PEMINTA];
};

/*
 * Make institutions and accounts, all with the given password, and write
 * username, password, role and institution, one line each, to the file path
 * (mode 0600).  Errors of the model.
 */
enum err demo_orang(struct demo *d, const char *sandi, const char *path);

/* Find those that demo_orang() made. */
enum err demo_kenali(struct demo *d);

/* Live through a year of requests, up to yesterday. */
enum err demo_riwayat(struct demo *d);

#endif
