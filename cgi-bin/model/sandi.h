/*
 * sandi.h - passwords and the links that set them or confirm an address
 * (U-06).  Counting wrong tries is model/masuk's.
 */
#ifndef SANDI_H
#define SANDI_H

#include "../lib/db.h"
#include "../lib/role.h"

#define SANDI_MIN        8
#define SANDI_MIN_DITJEN 12  /* admin and pejabat */
#define SANDI_MAKS       200 /* characters */

/* Hours a link is good for. */
#define TAUTAN_LUPA_JAM 2
#define TAUTAN_AKUN_JAM 72 /* first password, confirming an address */

/* Shortest password of a role (a set of ROLE_…), in characters. */
int64_t sandi_min(unsigned role);

/*
 * NULL when the password may be used, else what is wrong: "sandi-pendek",
 * "sandi-pendek-ditjen", "terlalu-panjang", "sandi-username" (it is the
 * username, or that and some digits or marks), "lazim" (in the list of common
 * ones, or such a word and some digits or marks, or a mere row of keys).
 */
const char *sandi_periksa(const char *sandi, const char *username,
			  unsigned role);

/* True when it is in the list of common passwords (sandi-umum.c), compared
   in lower case. */
bool sandi_umum(const char *kecil);

/* Number of entries of the list, and one of them: for the test. */
size_t sandi_umum_jumlah(void);
const char *sandi_umum_ke(size_t i);

/*
 * Is it the password of this account?  For what must be confirmed with it
 * (a change of password, a signature).  Wrong tries are counted like those of
 * signing in.  OK; ERR_INPUT when it is wrong; ERR_RATE after too many wrong
 * ones, *tunggu_detik then says how long to wait.
 */
enum err sandi_konfirmasi(struct db *db, const struct pelaku *p,
			  const char *sandi, int64_t *tunggu_detik);

/*
 * Give an account a new password (checked before by sandi_periksa()): hashed,
 * audited, told to the person; all its sessions but `sesi` (0: all) end, and
 * links for a password are used up.  ERR_NOT_FOUND.
 */
enum err sandi_ganti(struct db *db, const struct pelaku *p, int64_t akun,
		     const char *sandi, int64_t sesi);

/*
 * "Lupa password": when an active account has this username or e-mail
 * address, it gets a message with a link.  At most 3 an hour per account.
 * Says the same and takes as long whether there is one.
 */
enum err sandi_lupa(struct db *db, const struct pelaku *p, const char *siapa);

/* A link for the first or a new password, sent by an admin. */
enum err sandi_kirim_tautan(struct db *db, const struct pelaku *p, int64_t akun,
			    const char *templat, int jam);

/* What a link leads to. */
struct tautan {
	int64_t id;
	int64_t akun;
	const char *username;
	const char *nama;
	const char *peran;
	const char *email; /* the account's now */
	const char *data;  /* the address it is about; NULL */
};

/*
 * The account a link is for.  tujuan: "sandi", or for addresses "email",
 * "email-baru", "email-batal" (model/akun-email.h).  ERR_NOT_FOUND for a code
 * that never was, ERR_GONE for one that was used or is too old.
 */
enum err tautan_ambil(struct db *db, const char *tujuan, const char *kode,
		      struct tautan *out);

/* The same and use it up, in a transaction: of two at once one gets
   ERR_GONE. */
enum err tautan_pakai(struct db *db, const char *tujuan, const char *kode,
		      struct tautan *out);

/*
 * Make one and put it into a message (templat of pesan-keluar.xsl) to the
 * address data, NULL: the account's.
 */
enum err tautan_kirim(struct db *db, int64_t akun, const char *tujuan,
		      const char *templat, const char *data, int jam);

/* The same with further "name=value" lines for the message. */
enum err tautan_kirim_isi(struct db *db, int64_t akun, const char *tujuan,
			  const char *templat, const char *data, int jam,
			  const char *isi);

/*
 * The address of an account is another now: its living links about addresses,
 * and those for a password, which went to the one before, are used up.  Of the
 * links that stop a change (email-batal) only those with this id or a later
 * one: what an intruder was sent does not silence the owner's.  0: all of
 * them, INT64_MAX: none.
 */
enum err tautan_alamat_mati(struct db *db, int64_t akun, int64_t batal_sejak);

/* Use a link for a password up and set it.  Errors as both. */
enum err sandi_setel(struct db *db, const struct pelaku *p, const char *kode,
		     const char *sandi);

#endif
