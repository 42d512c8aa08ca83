/*
 * dasbor.h - the figures of the dashboard (U-09): what waits for a person,
 * what changed lately, today's load and the late cases of the staff.
 *
 * Everything here is limited to what the person may see, and read from
 * maintained totals or a few rows by an index.
 */
#ifndef DASBOR_H
#define DASBOR_H

#include "../lib/db.h"
#include "../lib/role.h"

/*
 * One count with the list it leads to; codes are worded by xslt/dasbor.xsl.
 */
struct hitungan {
	const char *kode; /* permintaan-diajukan, proses-siap-serah, … */
	const char *href;
	int64_t nilai;
};

#define HITUNGAN_MAKS 18

/* Those that wait for this role, in the order of the work; of those that are
   seldom only what there is. */
enum err dasbor_hitungan(struct db *db, const struct pelaku *p,
			    struct hitungan out[HITUNGAN_MAKS], size_t *n);

/* One row of "perubahan terakhir". */
struct perubahan {
	const char *waktu; /* UTC */
	bool aktivasi; /* of a request for activation, not for cards */
	int64_t id;    /* of the request */
	const char *nomor;
	const char *judul;
	const char *kode; /* of the timeline */
	const char *ke;   /* status after; NULL */
	const char *oleh; /* NULL: the system */
};

/* The latest ten of the cases the person may see. */
enum err dasbor_perubahan(struct db *db, const struct pelaku *p,
			     struct perubahan **out, size_t *n);

/* A case past its estimate. */
struct terlambat {
	int64_t proses_id;
	int64_t tiket;
	const char *judul;
	const char *lembaga;
	const char *status;
	const char *estimasi_selesai; /* YYYY-MM-DD */
};

/*
 * Tickets still in work that the person may see and whose estimated end is
 * before hari_ini (YYYY-MM-DD in the office's zone), oldest first, at most
 * ten; *total is how many there are.
 */
enum err dasbor_terlambat(struct db *db, const struct pelaku *p,
			  const char *hari_ini, struct terlambat **out,
			  size_t *n, int64_t *total);

#endif
