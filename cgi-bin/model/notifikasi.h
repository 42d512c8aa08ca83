/*
 * notifikasi.h - the bell (U-19): what a person was told, what of it he has
 * read, and which messages he wants by which channel.  Writing messages is
 * catat.h's.
 */
#ifndef NOTIFIKASI_H
#define NOTIFIKASI_H

#include "../lib/db.h"
#include "../lib/role.h"

struct notifikasi {
	int64_t id;
	const char *templat;
	const char *data;
	const char *dibuat; /* UTC */
	const char *dibaca; /* UTC; NULL: not yet */
};

/* His messages, newest first; belum: the unread only.  See audit_saring for
   mundur, id and banyak; pasti false: there are more than total. */
enum err notifikasi_daftar(struct db *db, int64_t akun, bool belum,
			   bool mundur, int64_t id, int64_t banyak,
			   struct notifikasi **out, size_t *n, int64_t *total,
			   bool *pasti);

/* Mark one as read and get it; ERR_NOT_FOUND when it is not his. */
enum err notifikasi_baca(struct db *db, int64_t akun, int64_t id,
			 const char *kini, struct notifikasi *out);

/* Mark all that he can have seen, up to number sampai. */
enum err notifikasi_baca_semua(struct db *db, int64_t akun, int64_t sampai,
			       const char *kini);

/* --- preferences --- */

#define PILIHAN_MAKS 8

/* One group of messages (model/templat.h). */
struct pilihan_pesan {
	const char *kelompok;
	bool surel;
	bool wa;
};

/* All groups in their order, n to *n (at most PILIHAN_MAKS). */
enum err pilihan_baca(struct db *db, int64_t akun, struct pilihan_pesan *out,
		      size_t *n);

/* Set them; e-mails about the account itself stay on.  In one transaction. */
enum err pilihan_simpan(struct db *db, const struct pelaku *p,
			const struct pilihan_pesan *semua, size_t n);

/* Where messages to this account go: address and phone. */
enum err pilihan_tujuan(struct db *db, int64_t akun, const char **surel,
			const char **telepon);

#endif
