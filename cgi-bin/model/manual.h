/*
 * manual.h - manuals ("Manual Book", B-18): PDFs that Ditjen's staff upload and
 * users download, beside the guide that the suite comes with.
 *
 * A new file is the next edition; earlier ones are kept, for staff.  What should
 * not be read any more is withdrawn; an earlier edition that should never have
 * been there is deleted.  Every change writes the audit log in its transaction.
 */
#ifndef MANUAL_H
#define MANUAL_H

#include "berkas.h"

#define MANUAL_JUDUL_MAKS 120

/* Who may download one: everybody, who has an account, who works with SAM
   cards (institutions, producers, Ditjen), Ditjen alone. */
extern const char *const manual_untuk[]; /* umum akun lembaga ditjen NULL */

/* The roles of such a code; 0 when it is none. */
unsigned manual_pembaca(const char *untuk);

struct manual {
	int64_t id;
	const char *judul;
	const char *untuk;
	bool aktif;
	int64_t versi;
	int64_t edisi;        /* number of the present one */
	const char *terbit;   /* when that came; UTC */
	struct berkas berkas; /* without its sha256 */
};

struct manual_edisi {
	int64_t nomor;
	const char *waktu; /* UTC */
	const char *oleh;
	struct berkas berkas; /* without its sha256 */
};

/* --- reading --- */

/*
 * Those the person may download, by title.  The admin sees withdrawn ones too.
 */
enum err manual_semua(struct db *db, const struct pelaku *p,
		      struct manual **out, size_t *n);

/* One of these.  ERR_LOGIN when it is there for people with an account and this
   is a visitor, who may be one; else ERR_NOT_FOUND. */
enum err manual_ambil(struct db *db, const struct pelaku *p, int64_t id,
		      struct manual *out);

/* Its editions, newest first. */
enum err manual_edisi_semua(struct db *db, int64_t id,
			    struct manual_edisi **out, size_t *n);

/* The file of an edition, for the store.  ERR_NOT_FOUND. */
enum err manual_berkas(struct db *db, int64_t id, int64_t nomor,
		       struct berkas *out);

/* --- changes: admin only, else ERR_FORBIDDEN --- */

struct manual_isian {
	const char *judul;
	const char *untuk; /* of manual_untuk */
	/* PDF, in the store.  Of a change: NULL leaves the edition as it is,
	   and so does the very file that is there. */
	const struct upload *berkas;
};

/* A new one; its id to *id.  ERR_CONFLICT: there is one of that title. */
enum err manual_buat(struct db *db, const struct pelaku *p,
		     const struct manual_isian *in, int64_t *id);

/*
 * Change what versi says.  *lain is true when ERR_CONFLICT is about the title,
 * which another has; else versi is not the present one.  ERR_NOT_FOUND.
 */
enum err manual_ubah(struct db *db, const struct pelaku *p, int64_t id,
		     int64_t versi, const struct manual_isian *in, bool *lain);

/*
 * Delete an edition that is not the present one, and what refers to its file.
 * ERR_CONFLICT: it is the present one; ERR_NOT_FOUND.
 */
enum err manual_hapus_edisi(struct db *db, const struct pelaku *p, int64_t id,
			    int64_t nomor);

/* Show or withdraw.  ERR_CONFLICT when it is so already; ERR_NOT_FOUND. */
enum err manual_atur_aktif(struct db *db, const struct pelaku *p, int64_t id,
			   bool aktif);

#endif
