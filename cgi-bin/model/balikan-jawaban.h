/*
 * balikan-jawaban.h - answers of the web service, for requests that are sent
 * again with the same Idempotency-Key (B-14; IETF draft
 * idempotency-key-header).
 *
 * A key is taken first, in a statement of its own, so that whoever comes
 * meanwhile is told at once; its answer is written in the transaction that does
 * the work, so it is there exactly when the work is done.  One who took a key
 * and died holds it for BALIKAN_JAWABAN_SEWA_MS.
 */
#ifndef BALIKAN_JAWABAN_H
#define BALIKAN_JAWABAN_H

#include "../lib/blob.h"
#include "../lib/crypto.h"
#include "../lib/db.h"

#define BALIKAN_JAWABAN_KUNCI   100 /* characters of a key */
#define BALIKAN_JAWABAN_MS      (24 * 3600 * INT64_C(1000)) /* kept so long */
#define BALIKAN_JAWABAN_SEWA_MS (30 * INT64_C(1000))

struct balikan_jawaban {
	int64_t token;
	const char *kunci;                 /* ASCII */
	unsigned char sidik[SHA256_BYTES]; /* of what was asked */
	const char *diambil; /* by balikan_jawaban_mulai(): when we took it */
	int status;          /* of the answer; 0: there is none yet */
	struct blob isi;
};

/*
 * Take the key.  OK: j->status is 0, and the key is ours; or it is the
 * status of the answer that was given before, and isi is that.
 * ERR_CONFLICT: somebody else has it just now.  ERR_INPUT: it was used for
 * something else.
 */
enum err balikan_jawaban_mulai(struct db *db, struct balikan_jawaban *j);

/* Keep the answer j->status and j->isi; in the transaction of the work.
   ERR_CONFLICT: it is not ours any more, so nothing may be done. */
enum err balikan_jawaban_simpan(struct db *db, const struct balikan_jawaban *j);

/* The work came to nothing: give the key back.  When this fails it is free
   after BALIKAN_JAWABAN_SEWA_MS. */
enum err balikan_jawaban_lepas(struct db *db, const struct balikan_jawaban *j);

/* After a COMMIT of which nobody knows: the answer, when there is one; else
   ERR_NOT_FOUND. */
enum err balikan_jawaban_lihat(struct db *db, struct balikan_jawaban *j);

/* Remove what is older than BALIKAN_JAWABAN_MS, at most so many rows; how many
   to *n. */
#define BALIKAN_JAWABAN_SAPU 1000
enum err balikan_jawaban_sapu(struct db *db, int64_t *n);

#endif
