/*
 * rencana.h - the plan of personalisation: which cards on which day.
 *
 * The rules of P-07 and P-08 as arithmetic on arrays; no SQL, no clock.  The
 * caller reads queue, settings and holidays, asks for a plan, and stores it.
 *
 * The rules:
 *  1. A working day (hari_kerja()) takes as many cards as its capacity: the
 *     override of that day if there is one, else the setting.  An override
 *     never opens a weekend or a holiday.
 *  2. First come first served: by date of disposisi, then ticket number.
 *  3. What a request leaves of a day is given to the next; what does not fit
 *     goes on the next working days.
 *  4. A request waits for its own date of disposisi and, when an admin has
 *     moved it, for `paling_awal`; those behind it fill the days meanwhile.
 *     It then comes before all that came later and have not begun.
 *  5. What has begun keeps its place: it is finished before anything else
 *     begins, and a move has no effect on it.  The plan holds itself to this
 *     too, so working a day as planned and planning again changes nothing.
 */
#ifndef RENCANA_H
#define RENCANA_H

#include "../lib/arena.h"
#include "../lib/err.h"
#include "hari.h"

#include <stdint.h>

#define KAPASITAS_BAWAAN 250	    /* cards a working day (P-07) */
#define KAPASITAS_MAKS 100000	    /* more on one day is a mistake */
#define RENCANA_KARTU_MAKS 10000000 /* cards of one request, likewise */

/*
 * So many days in a row without any capacity while cards wait are an error
 * and not a plan: longer than any closure that is meant.
 */
#define RENCANA_MACET_HARI 1096

/* A request in the queue. */
struct antrean {
	int64_t id;	     /* any value; given back, breaks ties last */
	hari_t disposisi;    /* date of the last disposisi */
	uint32_t tiket;	     /* number of the ticket: T00000069 is 69 */
	int32_t jumlah;	     /* cards asked for */
	int32_t sudah;	     /* of these, done for good; 0..jumlah */
	hari_t dimulai;	     /* day of its first card; HARI_TAK_ADA when not
				begun (sudah > 0 counts as begun as well) */
	hari_t paling_awal;  /* moved by an admin: not before this day;
				HARI_TAK_ADA otherwise */
};

/* What is particular about one day. */
struct hari_khusus {
	hari_t hari;
	int32_t kapasitas; /* 0: closed; RENCANA_BIASA: as the setting */
	int32_t terpakai;  /* cards already done on that day, which take up
			      capacity: needed for the day planning starts
			      from, when work on it has begun */
};

#define RENCANA_BIASA (-1)

/* The rules of one installation at one time. */
struct rencana_aturan {
	int32_t kapasitas; /* the setting; KAPASITAS_BAWAAN */
	const struct libur *libur;
	const struct hari_khusus *khusus; /* ascending, no day twice */
	size_t n_khusus;
};

/* So many cards of a request on a day. */
struct jatah {
	hari_t hari;
	int32_t jumlah;
	int64_t id;
};

/* "Estimasi Mulai" and "Estimasi Selesai" of a request. */
struct taksiran {
	int64_t id;
	hari_t mulai;	/* dimulai if it has begun, else its first day in the
			   plan */
	hari_t selesai; /* its last day in the plan; HARI_TAK_ADA when no
			   card is left to plan */
};

/* A plan.  All arrays are in the arena it was made in. */
struct rencana {
	struct jatah *jatah; /* by day, within a day in order of work; a
				request at most once a day */
	size_t n_jatah;
	struct taksiran *taksiran; /* one a request, in the order given */
};

/*
 * Plan the n requests of antrean (any order) from the day `mulai` on, which
 * need not be a working day.  Work and memory grow as n log n plus the days
 * the plan is long.
 *
 * Returns
 *  OK            *out is the plan; it may be empty;
 *  ERR_INPUT     a number or day in antrean or aturan is out of its bounds,
 *                or khusus is not ascending: a mistake of the caller;
 *  ERR_CONFLICT  cards wait but RENCANA_MACET_HARI days in a row have no
 *                capacity, or the calendar ends before the queue: the
 *                settings must change before there can be a plan.
 * With an error *out is all zero.
 */
enum err rencana_susun(struct arena *a, const struct rencana_aturan *aturan,
		       const struct antrean *antrean, size_t n, hari_t mulai,
		       struct rencana *out);

/*
 * Cards that day h can take in all, whatever was done on it already: 0 on
 * weekends, holidays and closed days.  For the calendar (P-09).
 */
int32_t rencana_kapasitas(const struct rencana_aturan *aturan, hari_t h);

/* ---- working days per step against the norms (P-13) ---- */

/* The five steps of the procedure (spec/01, table at the top). */
enum langkah {
	LANGKAH_BERKAS,	      /* producer sends letter and attachments */
	LANGKAH_DISPOSISI,    /* received, approved, passed on */
	LANGKAH_PERSONALISASI,
	LANGKAH_DOKUMEN,      /* BAST, letters, signatures */
	LANGKAH_SERAH_TERIMA, /* cards and BAST handed over */
	LANGKAH_N
};

/* Working days a step may take. */
struct norma {
	int32_t tercepat;
	int32_t terlama;
};

/* The norms of the procedure; the settings may hold others. */
extern const struct norma norma_bawaan[LANGKAH_N];

/* True when so many working days are more than the norm allows. */
bool norma_terlambat(const struct norma *norma, int32_t hari_kerja_dipakai);

#endif
