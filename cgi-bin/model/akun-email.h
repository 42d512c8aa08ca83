/*
 * akun-email.h - an account's e-mail address: confirming it by a link, and
 * changing it (U-03, U-07).  A person's change takes effect when the new
 * address was confirmed; the old one is told at once and can stop it, also
 * afterwards, while its link is good.
 */
#ifndef AKUN_EMAIL_H
#define AKUN_EMAIL_H

#include "sandi.h"

#define EMAIL_PER_JAM 3 /* links to new addresses an hour and account */

/* A change that waits. */
struct email_baru {
	const char *email;    /* NULL: none waits */
	const char *dibuat;   /* link sent, UTC */
	const char *berakhir; /* the link is good until, UTC */
};

enum err email_menunggu(struct db *db, int64_t akun, struct email_baru *out);

/*
 * Ask for a change of one's own address (the password was asked before): a
 * link to the new one, a link to stop it to the old one when that was
 * confirmed ever; a change that waited is over.
 * ERR_CONFLICT: it is the address already.  ERR_RATE: too many links.
 */
enum err email_minta(struct db *db, const struct pelaku *p, const char *email);

/* A new link to the address that waits; the old link is over.
   ERR_CONFLICT: none waits.  ERR_RATE. */
enum err email_kirim_ulang(struct db *db, const struct pelaku *p);

/* Give the change that waits up.  ERR_CONFLICT: none waits. */
enum err email_batalkan(struct db *db, const struct pelaku *p);

/* The link that confirms: *ganti when the address is to become another.
   Errors of tautan_ambil(). */
enum err email_tautan(struct db *db, const char *kode, struct tautan *out,
		      bool *ganti);

/*
 * Use it up: the address is confirmed, and becomes the account's when it was
 * to be changed; then both addresses are told.  ERR_GONE also when an address
 * that was only to be confirmed is no longer the account's.
 */
enum err email_sahkan(struct db *db, const struct pelaku *p, const char *kode);

/*
 * "Bukan saya", by the link sent to the old address: a change that waits is
 * over, one that was made is taken back; sessions end, and because somebody
 * knows the password a link for a new one is sent to the old address.
 * Errors of tautan_ambil("email-batal").
 */
enum err email_tolak(struct db *db, const struct pelaku *p, const char *kode);

#endif
