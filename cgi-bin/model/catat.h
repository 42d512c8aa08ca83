/*
 * catat.h - what every change of state leaves behind, in its transaction:
 * a row in the audit log, in the case's timeline, and messages to people.
 */
#ifndef CATAT_H
#define CATAT_H

#include "../lib/db.h"
#include "../lib/role.h"

/*
 * Audit log (U-23).  tindakan: "permintaan-dibuat"; objek: "permintaan";
 * rincian (NULL: none): from, to, note, at most 1 000 characters, cut there;
 * never a NIK or a secret.  Errors of db_exec().
 */
enum err audit_catat(struct db *db, const struct pelaku *p,
		     const char *tindakan, const char *objek, int64_t objek_id,
		     const char *rincian);

/* One row of a timeline. */
struct peristiwa {
	const char *waktu; /* UTC */
	const char *oleh;  /* NULL: the system */
	const char *lembaga;
	const char *kode; /* dibuat diajukan ... tiket-terbit ... */
	const char *dari; /* NULL when the state did not change */
	const char *ke;
	const char *catatan; /* NULL: none */
};

/* All rows of a SELECT of waktu, oleh, lembaga, kode, dari, ke, catatan in this
   order; never NULL. */
struct peristiwa *peristiwa_baca(struct db *db, struct rows *r, size_t *n);

/* For the audit log: "dari > ke; catatan", each when it is there; NULL when
   none is. */
const char *catat_rincian(struct arena *a, const char *dari, const char *ke,
			  const char *catatan);

/*
 * Timeline of a case (permintaan and its proses share one).  dari/ke: status
 * before and after, NULL when it did not change.  Writes the audit row too.
 */
enum err riwayat_catat(struct db *db, const struct pelaku *p,
		       int64_t permintaan_id, const char *kode,
		       const char *dari, const char *ke, const char *catatan);

/*
 * Tell one account (U-18, U-19): a row of the bell, and one of the outbox for
 * each channel by which this person wants messages of the template's group
 * (model/templat.h; e-mail unless switched off, WhatsApp once switched on).
 * templat is worded by xslt/pesan-keluar.xsl; data is "name=value" lines, NULL
 * for none: no secret, no NIK, at most 2 000 characters.  Errors of db_exec().
 */
enum err pesan_ke_akun(struct db *db, int64_t akun_id, const char *templat,
		       const char *data);

/* The same for every active account of an institution. */
enum err pesan_ke_lembaga(struct db *db, int64_t lembaga_id,
			  const char *templat, const char *data);

/* The same for every active account with a role ("admin"). */
enum err pesan_ke_peran(struct db *db, const char *peran, const char *templat,
			const char *data);

/*
 * A message whose data is a secret: a link good once, a one-time code.  By
 * this one channel ("surel" or "wa") whatever the person prefers, without a
 * row of the bell; staff never see the data, and it is wiped once it was sent
 * or given up.  Errors of db_exec(); an account that does not exist is none.
 */
enum err pesan_rahasia(struct db *db, int64_t akun_id, const char *saluran,
		       const char *templat, const char *data);

/* The same to another address or number than the account's: the one that is
   to be confirmed. */
enum err pesan_rahasia_ke(struct db *db, int64_t akun_id, const char *saluran,
			  const char *kepada, const char *templat,
			  const char *data);

#endif
