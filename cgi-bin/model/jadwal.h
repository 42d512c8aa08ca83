/*
 * jadwal.h - the plan of personalisation in the database (P-07 ... P-09):
 * loads queue, holidays and capacities, has model/rencana plan them, stores
 * plan and estimates, tells those whose estimate moved.
 *
 * The rules of the plan are rencana.h's; holidays are edited by libur.h.
 */
#ifndef JADWAL_H
#define JADWAL_H

#include "../lib/db.h"
#include "../lib/role.h"
#include "hari.h"
#include "rencana.h"

/*
 * Plan anew everything that is not done, from today on.  One transaction (the
 * caller's when there is one), serialised by the row `jadwal` of `deret`: two
 * plans never interleave, and a plan made on old data is made again.
 *
 * Call it in the transaction of whatever changes the queue, the holidays or a
 * capacity (the setting kapasitas_harian too), after that change.
 *
 * Writes jadwal, proses.estimasi_mulai/_selesai, and for each ticket whose
 * known estimate moved a message `estimasi-berubah` to institution and
 * producer (tiket, judul, lama_mulai, lama_selesai, mulai, selesai).
 * *pindah (NULL: not wanted) becomes their number.
 *
 * ERR_CONFLICT when cards wait but no day in three years has capacity: the
 * change must not be made.  Else errors of db_exec().
 */
enum err jadwal_susun(struct db *db, int64_t *pindah);

/*
 * Wait for whoever is planning, in the caller's transaction.  A change that
 * ends with jadwal_susun() and that many may make at once begins with it:
 * before its first read, so that it reads what the others left and need not
 * be run again.
 */
enum err jadwal_kunci(struct db *db);

/*
 * Is the stored plan of an earlier day, and somebody waits?  Then cards that
 * were planned for the past may be undone and a jadwal_susun() is due.
 */
enum err jadwal_usang(struct db *db, bool *usang);

/* ---- the calendar ---- */

struct jadwal_hari {
	hari_t hari;
	bool kerja;         /* working day by week and holidays */
	const char *libur;  /* name of the holiday; NULL: none */
	const char *jenis;  /* libur cuti; NULL: none */
	int32_t kapasitas;  /* cards; 0 when closed or no working day */
	bool khusus;        /* an admin set it */
	const char *alasan; /* why he did; NULL: he did not */
	int32_t muatan;     /* load: cards planned for it or done on it */
	int32_t selesai;    /* cards done on it */
};

struct jadwal_tiket {
	hari_t hari;
	int64_t proses_id;
	int64_t tiket;
	const char *judul;
	const char *lembaga;
	const char *status;
	int32_t jumlah;  /* cards of it planned for that day or done on it */
	int32_t selesai; /* cards of it done on that day */
};

struct jadwal_kisi {
	struct jadwal_hari *hari; /* one per day, ascending */
	size_t n_hari;
	struct jadwal_tiket *tiket; /* by day, then ticket */
	size_t n_tiket;
};

/*
 * The days dari ... sampai (at most 62).  Load is that of all tickets; of the
 * tickets themselves only those p may see are given.  ERR_INPUT for a longer
 * or empty range.
 */
enum err jadwal_baca(struct db *db, const struct pelaku *p, hari_t dari,
		     hari_t sampai, struct jadwal_kisi *out);

/*
 * Give a day another capacity (0: closed, RENCANA_BIASA: as the setting
 * again) for a reason, and plan anew.  For admin.  ERR_INPUT for a day before
 * today, for a weekend or holiday (nothing opens those) and for a number over
 * KAPASITAS_MAKS; ERR_CONFLICT as jadwal_susun().
 */
enum err jadwal_atur_hari(struct db *db, const struct pelaku *p, hari_t hari,
			  int32_t kapasitas, const char *alasan,
			  int64_t *pindah);

/*
 * Move a ticket that has not begun: not before paling_awal (HARI_TAK_ADA: as
 * the queue has it), and plan anew.  For admin.  ERR_NOT_FOUND; ERR_CONFLICT
 * when it has begun or is over, or as jadwal_susun(); ERR_INPUT for a day
 * before today.
 */
enum err jadwal_pindahkan(struct db *db, const struct pelaku *p,
			  int64_t proses_id, hari_t paling_awal,
			  const char *alasan, int64_t *pindah);

/* ---- holidays as model/hari wants them ---- */

/* All of the table; both arrays in the arena. */
enum err jadwal_libur(struct db *db, struct libur *out);

#endif
