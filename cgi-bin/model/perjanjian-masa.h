/*
 * perjanjian-masa.h - what follows from the day for agreements and their
 * cards: reminders before the end, the end itself, renewal.  The worker
 * penjaga-masa calls these; each looks at how things stand and does what is
 * still to be done, so it may be run twice, by two at once, or days late.
 */
#ifndef PERJANJIAN_MASA_H
#define PERJANJIAN_MASA_H

#include "perjanjian.h"

/* Cards of one transaction when an agreement ends. */
#define MASA_SEKALI 200

/*
 * Tell institutions 60, 30 and 7 days before the end, each once for an end.
 * After a pause only the nearest one is sent.  How many to *banyak.
 */
enum err masa_ingatkan(struct db *db, const char *hari, int64_t *banyak);

/*
 * Cards of agreements that are over or stopped: renewed (marked) where another
 * agreement is in force, else nonaktif with their manifests berakhir, at most
 * MASA_SEKALI cards a transaction.  The institution is told once for an end.
 * How many cards became nonaktif to *banyak.
 */
enum err masa_akhiri(struct db *db, const char *hari, int64_t *banyak);

/*
 * Mark the cards that an agreement in force could renew: one that began, or
 * that was changed while nobody marked them.  How many to *banyak.
 */
enum err masa_tandai(struct db *db, const char *hari, int64_t *banyak);

/*
 * The next card marked for a new manifest for this reason ('perpanjangan',
 * 'pemulihan') with an id above `sesudah`, at most `banyak` of them.
 */
enum err masa_perlu(struct db *db, const char *sebab, int64_t sesudah,
		    int64_t banyak, int64_t **id, size_t *n);

/* Shared with perjanjian.c: inside a transaction. */

/* Cards of the institution whose manifest ends before this one does. */
enum err masa_tandai_lembaga(struct db *db, int64_t lembaga_id,
			     const char *berakhir, int64_t *banyak);

/*
 * The next MASA_SEKALI active cards of an agreement, with ids above *sesudah
 * (at first 0), become nonaktif; how many to *banyak.  *sesudah moves on, and
 * is -1 when there is none left.
 */
enum err masa_nonaktifkan(struct db *db, const struct pelaku *p,
			  int64_t perjanjian_id, const char *catatan,
			  int64_t *sesudah, int64_t *banyak);

#endif
