/*
 * faq.h - Frequent Asked Question (U-11, U-12): questions in groups, their
 * answers in light markup (lib/markup.h), addresses, versions, votes.
 *
 * Every version of question, answer and group is kept; the highest number is
 * the one that is shown, and restoring an old one writes a new one.  Nothing
 * is deleted: what should not be seen is switched off.  An address
 * (/faq/ADDRESS) leads to its entry for ever, also after it got another.
 * Every change writes the audit log in its transaction.
 */
#ifndef FAQ_H
#define FAQ_H

#include "../lib/db.h"
#include "../lib/markup.h"
#include "../lib/role.h"

#define FAQ_TANYA_MAKS    200
#define FAQ_JAWAB_MAKS    6000
#define FAQ_ALAMAT_MAKS   80
#define FAQ_KELOMPOK_MAKS 80

struct faq {
	int64_t id;
	int64_t kelompok_id;
	const char *kelompok;
	const char *alamat;
	const char *tanya;
	const char *jawab; /* markup */
	bool aktif;
	int64_t versi;
	const char *diubah; /* UTC */
	int64_t ya;
	int64_t tidak;
};

struct faq_kelompok {
	int64_t id;
	const char *nama;
	int64_t versi;
	int64_t banyak; /* entries, active or not */
};

struct faq_versi {
	int64_t versi;
	const char *waktu; /* UTC */
	const char *oleh;  /* NULL: came with the suite */
	int64_t asal;      /* version it restored; 0: written */
	int64_t kelompok_id;
	const char *kelompok;
	const char *tanya;
	const char *jawab; /* of faq_versi_ambil() only */
};

/* --- reading (faq-baca.c) --- */

/*
 * All active ones in the order of the page.  With cari only those that hold
 * each of its words, in question or answer, whole or as part of a word;
 * words that say nothing ("apa", "yang") do not count, unless there are no
 * others, and neither do those after the sixth.
 */
enum err faq_cari(struct db *db, const char *cari, struct faq **out, size_t *n);

/* The words of a search that count, ended by NULL; at most six. */
#define FAQ_KATA_MAKS 6
const char *const *faq_kata(struct arena *a, const char *cari);

/*
 * The active one with this address, or that had it once (then out->alamat is
 * another).  ERR_NOT_FOUND.
 */
enum err faq_alamat(struct db *db, const char *alamat, struct faq *out);

/* All, active or not, in the order of the page; their answers too. */
enum err faq_semua(struct db *db, struct faq **out, size_t *n);

/* One by its id, active or not.  ERR_NOT_FOUND. */
enum err faq_ambil(struct db *db, int64_t id, struct faq *out);

/* All groups in the order of the page. */
enum err faq_kelompok_semua(struct db *db, struct faq_kelompok **out,
			    size_t *n);
enum err faq_kelompok_ambil(struct db *db, int64_t id,
			    struct faq_kelompok *out);

/* Versions of an entry, newest first, without their answers. */
enum err faq_riwayat(struct db *db, int64_t id, struct faq_versi **out,
		     size_t *n);

/* One version.  ERR_NOT_FOUND. */
enum err faq_versi_ambil(struct db *db, int64_t id, int64_t versi,
			 struct faq_versi *out);

/* --- changes (faq.c): admin only, else ERR_FORBIDDEN --- */

struct faq_isian {
	int64_t kelompok_id;
	const char *tanya;
	const char *jawab;
	const char *alamat; /* NULL: made of the question; of a change: stays */
};

/* Which field is at fault when a change returns ERR_INPUT; NULL: none. */
struct faq_galat {
	const char *ruas; /* kelompok alamat jawab nama */
	const char *kode; /* kelompok: pilihan.  alamat: format sudah-dipakai.
			     nama: sudah-dipakai.  jawab: see markup.h. */
	int64_t baris;    /* of the answer; 0: the whole */
};

/*
 * A new one, active, last of its group; its id to *id.  ERR_INPUT and *g.
 */
enum err faq_buat(struct db *db, const struct pelaku *p,
		  const struct faq_isian *in, int64_t *id, struct faq_galat *g);

/*
 * A new version of what versi says.  One that moves to another group becomes
 * its last.  Nothing is written when nothing differs.  ERR_INPUT and *g;
 * ERR_CONFLICT when versi is not the present one; ERR_NOT_FOUND.
 */
enum err faq_ubah(struct db *db, const struct pelaku *p, int64_t id,
		  int64_t versi, const struct faq_isian *in,
		  struct faq_galat *g);

/*
 * Version lama becomes the present one again, as a new version.  kini is the
 * present one as it was seen.  Errors as faq_ubah(); ERR_INPUT when its markup
 * is none any more.
 */
enum err faq_pulihkan(struct db *db, const struct pelaku *p, int64_t id,
		      int64_t kini, int64_t lama, struct faq_galat *g);

/* Switch on or off.  ERR_CONFLICT when it is so already; ERR_NOT_FOUND. */
enum err faq_atur_aktif(struct db *db, const struct pelaku *p, int64_t id,
			bool aktif);

/*
 * One place up or down in its group.  At the end nothing happens.
 * ERR_NOT_FOUND.
 */
enum err faq_geser(struct db *db, const struct pelaku *p, int64_t id,
		   bool naik);

/* A new group, the last; its id to *id.  ERR_INPUT and *g. */
enum err faq_kelompok_buat(struct db *db, const struct pelaku *p,
			   const char *nama, int64_t *id, struct faq_galat *g);

/* Another name.  Errors as faq_ubah(). */
enum err faq_kelompok_ubah(struct db *db, const struct pelaku *p, int64_t id,
			   int64_t versi, const char *nama,
			   struct faq_galat *g);

/* As faq_geser(). */
enum err faq_kelompok_geser(struct db *db, const struct pelaku *p, int64_t id,
			    bool naik);

/*
 * The address made of a question: its words in lower-case letters and digits
 * joined by hyphens, at most 60 characters; "pertanyaan" when none is left.
 */
const char *faq_alamat_dari(struct arena *a, const char *tanya);

/* --- votes (faq-suara.c) --- */

/*
 * "Did this help?"  pemilih: 32 bytes that are always the same for one visit
 * and this entry.  A second vote replaces the first; the counts follow.
 * ERR_NOT_FOUND when there is no such active entry.
 */
enum err faq_pilih(struct db *db, int64_t id, struct blob pemilih,
		   bool membantu);

/* What this visit voted: 1, 0, or -1 for not yet. */
enum err faq_pilihan(struct db *db, int64_t id, struct blob pemilih,
		     int *membantu);

#endif
