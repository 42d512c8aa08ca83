/*
 * hidup.h - moves of a card that issue a manifest: activation,
 * relocation, lifting of a suspension, renewal.
 *
 * Each is one transaction (or part of the caller's): lock of the card, checks,
 * status, signed manifest, history, message.  Nothing is written before all
 * checks have passed, except that a wrong token is counted.
 */
#ifndef HIDUP_H
#define HIDUP_H

#include "../lib/db.h"
#include "../lib/role.h"
#include "../model/kartu-hidup.h"
#include "../model/manifes.h"
#include "../model/tempat.h"

struct hidup_isian {
	const char *sam_id; /* as typed or read */
	const char *token;  /* as typed; NULL: token_hash */
	const unsigned char *token_hash; /* token_hash(); NULL: none */
	struct tempat tempat; /* as typed; tempat_periksa() is done here */
};

/*
 * "Do Aktivasi": card kartu_id (0: the one of in->sam_id) of p's institution
 * from `token` to `aktif`, with the manifest to *m.
 * ERR_INPUT and *g: a field is wrong (five wrong tokens lock the card for an
 * hour).  ERR_CONFLICT and *g: the card is in another state (already active),
 * or no agreement is in force.  ERR_NOT_FOUND: no such card, or not p's.
 */
enum err hidup_aktifkan(struct db *db, const struct pelaku *p,
			int64_t kartu_id, const struct hidup_isian *in,
			struct manifes *m, struct hidup_galat *g);

/*
 * Another place, or another reader, for an active card: the manifest to *m
 * replaces the old one ("pindah").  Errors as hidup_aktifkan().
 */
enum err hidup_pindahkan(struct db *db, const struct pelaku *p,
			 int64_t kartu_id, const struct tempat *t,
			 struct manifes *m, struct hidup_galat *g);

/*
 * Lift the suspension of these cards (admin; id is sorted), all or none: each
 * gets a new manifest for its place.  Where no agreement is in force, or the
 * reader has another card by now, the card becomes nonaktif instead: a renewal
 * or relocation brings it back.  ERR_CONFLICT: one is not suspended.
 * *aktif: how many have a manifest again.
 */
enum err hidup_pulihkan(struct db *db, const struct pelaku *p, int64_t *id,
			size_t n, const char *catatan, size_t *aktif);

/*
 * The worker's part: a card marked perlu_manifes gets its new manifest and is
 * aktif.  One that is not marked (any more) is left alone.  Where no agreement
 * is in force or the reader has another card by now, nothing is issued (a
 * suspended one becomes nonaktif) and the mark goes.
 * OK, or an error of the database or of signing: try later.
 */
enum err hidup_perbarui(struct db *db, const struct pelaku *p,
			int64_t kartu_id);

/*
 * One step of the worker of bulk activation (A-04, model/massal.h): takes the
 * file that is least far and that no other worker has, activates its next
 * rows, at most `banyak`, and writes their results, all in one transaction: a
 * worker that dies leaves whole steps.  *ada: there was such a file.
 * Errors of the database or of signing: nothing of the step was done.
 */
enum err hidup_massal(struct db *db, size_t banyak, bool *ada);

#endif
