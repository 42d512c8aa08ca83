/*
 * kartu-hidup.h - the life of a SAM card after its handover: the lock every
 * move takes, the history it leaves, and the moves that need no new manifest.
 * Moves that issue one are dokumen/hidup; lists and pages model/kartu-buku.
 *
 *	diserahkan -> token -> aktif -> ditangguhkan -> aktif
 *	                       aktif -> nonaktif (agreement over) -> aktif
 *	                       aktif, nonaktif, … -> dikembalikan -> dimusnahkan
 *
 * A change of a card begins with kartu_kunci() inside a transaction (several
 * cards: ascending ids), then changes the status by kartu_ubah(), then tells
 * of it by kartu_catat().
 */
#ifndef KARTU_HIDUP_H
#define KARTU_HIDUP_H

#include "../lib/db.h"
#include "../lib/role.h"

/* Longest reason of a suspension, in characters. */
#define KARTU_ALASAN_MAKS 300
/* Cards that are suspended or lifted one by one in one transaction. */
#define KARTU_SEKALI 100

/* A card under its lock. */
struct kartu_hidup {
	int64_t id;
	int64_t lembaga_id;
	int64_t manifes_id;     /* its latest manifest; 0: never activated */
	const char *status;
	const char *perlu;      /* why a new manifest is wanted; NULL */
	const char *sam_id;     /* 16 upper-case hex digits; NULL: none yet */
	const char *pcid;       /* NULL: none yet */
	const char *seri_kartu;
	const char *seri_mesin; /* reader it was bought with */
};

/*
 * Lock a card p may see (pengguna and dinas: their institution's; Ditjen and
 * the system, akun 0: any) until the transaction ends.  ERR_NOT_FOUND.
 */
enum err kartu_kunci(struct db *db, const struct pelaku *p, int64_t id,
		     struct kartu_hidup *out);

/* The same by SAM id as stored (sam_baca()). */
enum err kartu_kunci_sam(struct db *db, const struct pelaku *p,
			 const char *sam_id, struct kartu_hidup *out);

/*
 * From one status to another, by one conditional UPDATE; perlu_manifes is
 * cleared.  ERR_CONFLICT when the card is not in `dari`.
 */
enum err kartu_ubah(struct db *db, int64_t id, const char *dari,
		    const char *ke);

/* Has no other card a manifest in force for this reader? */
enum err kartu_mesin_bebas(struct db *db, const char *seri_mesin,
			   int64_t kartu_id, bool *bebas);

/* Was this reader bought with a live card of another institution than this
   card's?  It is not there to be taken, used or not. */
enum err kartu_mesin_asing(struct db *db, const char *seri_mesin,
			   int64_t kartu_id, bool *asing);

/* The card needs no new manifest (any more). */
enum err kartu_lepas_tanda(struct db *db, int64_t id);

/* Sort ids, the order in which cards are locked.  ERR_CONFLICT when one
   stands there twice. */
enum err kartu_urutkan(int64_t *id, size_t n);

/* Sort ids and lock these cards, whosever they are, by one statement.  Those
   that are not there are left out.  Errors of kartu_urutkan() too. */
enum err kartu_kunci_banyak(struct db *db, int64_t *id, size_t n);

/*
 * A row in the card's history, and the audit row "kartu-<kode>".  kode: token
 * aktif pindah tangguh pulih-diminta pulih perpanjang nonaktif kembali musnah,
 * or why a manifest could not be issued again: tanpa-perjanjian
 * mesin-terpakai.  dari, ke: status before and after, NULL when it did not
 * change; catatan: place or reason, at most 500 characters (cut there), NULL:
 * none; manifes_id: the one issued or revoked by it, 0: none.
 */
enum err kartu_catat(struct db *db, const struct pelaku *p, int64_t kartu_id,
		     const char *kode, const char *dari, const char *ke,
		     const char *catatan, int64_t manifes_id);

/*
 * Suspend active cards as a sanction: manifests are revoked at once.
 * admin only (ERR_FORBIDDEN).  In one transaction; id is sorted.  All or
 * none: ERR_CONFLICT when one of them is not active, ERR_NOT_FOUND when there
 * is none of that id.  The institutions are told.
 */
enum err kartu_tangguhkan(struct db *db, const struct pelaku *p, int64_t *id,
			  size_t n, const char *alasan);

/* All active cards of an institution; how many there were to *banyak. */
enum err kartu_tangguhkan_lembaga(struct db *db, const struct pelaku *p,
				  int64_t lembaga_id, const char *alasan,
				  int64_t *banyak);

/*
 * Lift the suspension of all cards of an institution: they are marked
 * (perlu_manifes) and get their new manifest from the worker, which calls
 * hidup_perbarui() (dokumen/hidup.h).  How many were marked to *banyak.
 */
enum err kartu_pulihkan_lembaga(struct db *db, const struct pelaku *p,
				int64_t lembaga_id, const char *catatan,
				int64_t *banyak);

/* A reason as typed, on one line; NULL when there is none.  From a. */
const char *kartu_alasan(struct arena *a, const char *s);

/*
 * Tell the institutions of these cards, each how many: a message with jumlah,
 * alasan (NULL: none) and the way to the register's cards in `status`.
 */
enum err kartu_beri_tahu(struct db *db, const int64_t *id, size_t n,
			 const char *templat, const char *alasan,
			 const char *status);

#endif
