/*
 * data-pribadi.h - personal data of people with an account, as UU 27/2022
 * (PDP) asks: what is kept and to be had (articles 7 and 13), and the request
 * to have it erased (article 8) with its decision.  What is erased because its
 * time is over is model/retensi's.
 *
 * Erasing is done by the worker penjaga-retensi, soon after an admin agreed.
 * Then nothing says who the account was: name, e-mail address, phone, address,
 * position, staff number, picture, password, second factor, sessions, devices,
 * links, messages and preferences are gone, and other people's pages call him
 * "Akun dihapus #id".  What is kept, and why:
 *	username	stays with the row, so that nobody else gets it and is
 *			taken for him in the audit log
 *	audit log	cannot be changed: each row is sealed with the one
 *			before it; it keeps username, address of the network and
 *			what was done for the time that the setting says
 *	timelines	who is the account's number
 *	documents	signed PDF files, and what the institution wrote in its
 *			letters and forms, are archives of the state
 *			(UU 43/2009)
 */
#ifndef DATA_PRIBADI_H
#define DATA_PRIBADI_H

#include "../lib/db.h"
#include "../lib/role.h"

/* --- what is kept --- */

/* One kind of data.  The words are in xslt/bagian/data-pribadi.xsl. */
struct data_kolom {
	const char *nama;
	char jenis; /* 't' a time, UTC; 'b' yes or no; 0 text or number */
};

#define DATA_KOLOM_MAKS 20

struct data_kategori {
	const char *kode; /* akun sesi perangkat … */
	struct data_kolom kolom[DATA_KOLOM_MAKS]; /* ended by nama NULL */
	struct sql *baca;
	int akun; /* times that the account is a parameter of it */
};

extern const struct data_kategori data_kategori[];
extern const size_t data_kategori_n;

/* Rows to ask for at once. */
#define DATA_SEKALI 1000

/*
 * The next DATA_SEKALI rows of an account, of ids above sesudah (0: the
 * first); column 0 is the id, then those of kolom.  Nothing of other people is
 * among them: of what he did to others there is that he did it.
 */
enum err data_baca(struct db *db, const struct data_kategori *k, int64_t akun,
		   int64_t sesudah, struct rows **out);

/* He took it along: for the audit log. */
enum err data_catat_unduh(struct db *db, const struct pelaku *p);

/* --- the request for erasure --- */

#define HAPUS_DIAJUKAN  "diajukan"
#define HAPUS_DITARIK   "ditarik"
#define HAPUS_DITOLAK   "ditolak"
#define HAPUS_DISETUJUI "disetujui" /* the worker is to erase */
#define HAPUS_SELESAI   "selesai"

struct penghapusan {
	int64_t id; /* 0: there is none */
	int64_t akun_id;
	const char *username;
	const char *nama;
	const char *peran;
	const char *lembaga; /* NULL */
	const char *asal;    /* orang retensi */
	const char *alasan;  /* NULL */
	const char *status;
	const char *diminta; /* UTC, as all times */
	const char *tenggat; /* YYYY-MM-DD */
	const char *diputus; /* NULL */
	const char *pemutus; /* NULL */
	const char *balasan; /* why it was refused; NULL */
	const char *selesai; /* NULL */
};

/* Something that must be handed over first. */
struct hambatan {
	const char *kode; /* dokumen permintaan proses aktivasi pengembalian
			     admin */
	int64_t nilai;
	const char *href; /* where it is, for the person himself */
};
#define HAMBATAN_MAKS 6

/*
 * What keeps an account from being erased: drafts that wait for this
 * official's signature; when nobody else of the institution has an active
 * account, its requests, tickets, activations and returns in work; the last
 * admin.  ERR_NOT_FOUND.
 */
enum err hapus_hambatan(struct db *db, int64_t akun,
			struct hambatan out[HAMBATAN_MAKS], size_t *n);

/* The last request of an account; out->id 0 without one. */
enum err hapus_terakhir(struct db *db, int64_t akun, struct penghapusan *out);

/*
 * Ask (alasan may be NULL); to be decided within `hapus_norma` days.  Admins
 * and the person get a message.  ERR_CONFLICT: one is open, or something must
 * be handed over first.
 */
enum err hapus_minta(struct db *db, const struct pelaku *p,
		     const char *alasan);

/* Take one's own back before it is decided.  ERR_CONFLICT: there is none. */
enum err hapus_tarik(struct db *db, const struct pelaku *p);

/*
 * Agree: the account is closed at once, its sessions end, and the worker
 * erases.  ERR_CONFLICT: it is decided already, is the admin's own, or
 * something must be handed over first.  ERR_NOT_FOUND.
 */
enum err hapus_setujui(struct db *db, const struct pelaku *p, int64_t id);

/* Refuse, for a reason the person is told.  Errors as above. */
enum err hapus_tolak(struct db *db, const struct pelaku *p, int64_t id,
		     const char *balasan);

/* One by id, for admins.  ERR_NOT_FOUND. */
enum err hapus_ambil(struct db *db, int64_t id, struct penghapusan *out);

/*
 * For admins, newest first, at most banyak: those with a status (NULL: all)
 * older than id (0: from the newest), or newer and nearest when mundur (in the
 * same order).  *total counts them up to 10 000.
 */
enum err hapus_daftar(struct db *db, const char *status, int64_t id,
		      bool mundur, int64_t banyak, struct penghapusan **out,
		      size_t *n, int64_t *total);

#endif
