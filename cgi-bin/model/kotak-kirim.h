/*
 * kotak-kirim.h - the outbox as the worker that sends it sees it (U-18):
 * claiming rows, and what became of them.
 *
 * A row is claimed ("mengirim", with the end of the claim), noted as doubtful
 * right before its text goes out, and marked afterwards.  A claim that ends
 * without a mark is a worker that died; when it was doubtful the message may
 * have been taken.  It is tried again, but when a second try ends in doubt it
 * is left to a person.  So nobody gets a message more than twice, and none is
 * lost unseen.
 */
#ifndef KOTAK_KIRIM_H
#define KOTAK_KIRIM_H

#include "../lib/db.h"

/* Tries until a message is given up: 12 with the pauses of kotak_jeda_ms()
   are a little over a day. */
#define KOTAK_COBA_MAKS	  12
#define KOTAK_SEWA_MS	  300000 /* longer than any transfer may take */
#define KOTAK_PEGANG_TEKS 33

/* Not sent within so many days: given up; a link or code much sooner. */
#define KOTAK_UMUR_HARI	   14
#define KOTAK_RAHASIA_HARI 3

struct kiriman_keluar {
	int64_t id;
	const char *kepada;
	const char *nama; /* of the person; NULL */
	const char *templat;
	const char *data;
	bool rahasia;
	int64_t coba; /* this one counted */
	const char *dibuat;
};

/*
 * Pause after try number coba (from 1): 1, 2, 4 … minutes, at most six hours,
 * each up to a fifth longer or shorter, as the 32 bits of acak say.
 */
int64_t kotak_jeda_ms(int64_t coba, uint32_t acak);

/*
 * Claim at most banyak rows of a channel whose turn it is.  pegang: the name
 * of the claim, 32 hex digits.  What was given up for a second doubtful try is
 * not among them.  In one transaction, together with the caller's when
 * there is one.
 */
enum err kotak_ambil(struct db *db, const char *saluran, const char *pegang,
		     int64_t banyak, struct kiriman_keluar **out, size_t *n);

/* The next moment it may be taken.  ERR_CONFLICT when the claim has ended: it
   must not be sent any more. */
enum err kotak_ragu(struct db *db, int64_t id, const char *pegang);

/* Taken by the server.  pesan_id: how it is known there.  ERR_CONFLICT when
   the claim has ended and somebody else has it. */
enum err kotak_terkirim(struct db *db, int64_t id, const char *pegang,
			const char *pesan_id);

/*
 * The try failed: again after jeda_ms, or, when jeda_ms is negative or this
 * was the last try, given up.  galat: a code, then what the server said.
 * ragu: kotak_ragu() had been called; there is no doubt any more.
 * Errors as kotak_terkirim().
 */
enum err kotak_gagal(struct db *db, int64_t id, const char *pegang,
		     const char *galat, int64_t jeda_ms, bool ragu);

/* Give up what waited too long, whether it can be sent or not. */
enum err kotak_kedaluwarsa(struct db *db, int64_t *banyak);

/* Development without a server: the queued messages of a channel are shown on
   the page instead of sent. */
enum err kotak_tampilkan(struct db *db, const char *saluran);

#endif
