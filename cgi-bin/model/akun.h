/*
 * akun.h - accounts: who a person is, his registration, and what an admin
 * decides about it (U-03, U-22).  Signing in is model/masuk, passwords and
 * links are model/sandi.
 */
#ifndef AKUN_H
#define AKUN_H

#include "../lib/db.h"
#include "../lib/role.h"

/* What `status` may be. */
#define AKUN_MENUNGGU "menunggu"
#define AKUN_AKTIF    "aktif"
#define AKUN_DITOLAK  "ditolak"
#define AKUN_NONAKTIF "nonaktif"
#define AKUN_DIHAPUS  "dihapus" /* for ever, see model/data-pribadi.h */

struct akun {
	int64_t id; /* 0: new */
	const char *username;
	const char *nama;
	const char *peran;   /* name of the role, see lib/role.h */
	int64_t lembaga_id;  /* 0: none yet */
	const char *jabatan; /* officials; NULL */
	const char *nip;     /* officials; NULL */
	const char *email;
	const char *email_sah; /* UTC; NULL: not confirmed */
	const char *telepon;
	const char *alamat;
	const char *kota;
	const char *provinsi;
	const char *status;
	const char *alasan;        /* of a refusal or closing; NULL */
	const char *lembaga_baru;  /* name asked for at registration; NULL */
	const char *lembaga_jenis; /* its kind; NULL */
	const char *masuk_terakhir;
	const char *sandi_diubah; /* NULL: has no password yet */
	const char *dibuat;
	const char *diputus;
	const char *nama_lembaga; /* NULL: none yet */
	const char *kode_lembaga;
	const char *jenis_lembaga;
	bool punya_sandi;
	int64_t versi;    /* counts changes, see profil_ubah() */
	const char *foto; /* of the file store; NULL: none */
};

/*
 * True for 3 to 40 ASCII letters, digits and . _ -, beginning with a letter
 * or digit.  What is not so is nobody's username.
 */
bool akun_username_sah(const char *username);

/* One by id, for the person himself and for admins.  ERR_NOT_FOUND. */
enum err akun_ambil(struct db *db, int64_t id, struct akun *out);

/* What a page of the list is to hold. */
struct akun_saring {
	const char *cari;   /* part of name, username, e-mail, institution */
	const char *status; /* NULL: all */
	const char *peran;  /* NULL: all */
	int64_t lembaga;    /* 0: all */
	const char *urut;   /* "dibuat", "nama" or "username" */
	bool turun;         /* descending */
	bool mundur;        /* the rows before the cursor */
	const char *kunci;  /* sort value of the cursor row; NULL: none */
	int64_t id;         /* its id */
	int64_t banyak;     /* at most so many rows */
};

/*
 * A page of accounts in the order of the page (also when mundur); counted up
 * to *total.
 */
enum err akun_cari(struct db *db, const struct akun_saring *s,
		   struct akun **out, size_t *n, int64_t *total);

/* How many registrations wait for an admin. */
enum err akun_menunggu(struct db *db, int64_t *n);

/*
 * Register oneself (U-03): status menunggu; a message with a link that
 * confirms the address; a message to the admins.  Either lembaga_id or
 * lembaga_baru and lembaga_jenis are given; the role follows from the kind.
 * hash: of the password, which must have passed sandi_periksa().
 * ERR_CONFLICT: the username is taken.  ERR_NOT_FOUND: no such active
 * institution one may register for.
 */
enum err akun_daftarkan(struct db *db, const struct pelaku *p,
			struct akun *baru, const char *hash);

/*
 * Made by an admin: active at once, without a password; a message with a
 * link to set the first one.  ERR_CONFLICT: the username is taken.
 * ERR_INPUT: the role does not belong to that institution.
 */
enum err akun_buat(struct db *db, const struct pelaku *p, struct akun *baru);

/*
 * Approve a registration.  lembaga_id 0: a new institution is made of what
 * was asked for, and its id kept.  The person gets a message.  ERR_CONFLICT:
 * it does not wait any more.  ERR_INPUT: the role does not belong to that
 * institution.
 */
enum err akun_setujui(struct db *db, const struct pelaku *p, int64_t id,
		      const char *peran, int64_t lembaga_id);

/* Refuse a registration, for a reason the person is told. */
enum err akun_tolak(struct db *db, const struct pelaku *p, int64_t id,
		    const char *alasan);

/*
 * Change name, role, institution, position, staff number, e-mail, phone
 * (those members of *a; a->id says whose).  A change of role, institution or
 * of e-mail ends the account's sessions; a new e-mail address is unconfirmed,
 * and a change of it that waits (model/akun-email.h) is over.
 * ERR_INPUT: the role does not belong to that institution.  ERR_CONFLICT: an
 * admin takes his own role away.  ERR_NOT_FOUND.
 */
enum err akun_ubah(struct db *db, const struct pelaku *p, const struct akun *a);

/*
 * Close (for a reason) or open again.  Closing ends its sessions.
 * ERR_CONFLICT: it is so already, still waits, or is the caller's own.
 */
enum err akun_atur_aktif(struct db *db, const struct pelaku *p, int64_t id,
			 bool aktif, const char *alasan);

#endif
