/* status-halaman.h - the parts of program status. */
#ifndef STATUS_HALAMAN_H
#define STATUS_HALAMAN_H

#include "lib/app.h"

/* The workers that this build has, ended by NULL; from the arena. */
const char *const *status_pekerja(struct req *r);

/* Wait no longer for the database than a monitor waits for us: 2 seconds. */
void status_tergesa(struct req *r);

/* status-metrik.c */
enum err status_sehat(struct req *r);  /* GET /status/sehat */
enum err status_metrik(struct req *r); /* GET /metrics */

#endif
