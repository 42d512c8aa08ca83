/*
 * pengembalian.h - SAM cards that an institution gives back.
 *
 *	disusun -> dikirim -> diterima
 *	disusun, dikirim -> batal
 *
 * The institution declares cards (the BAST of return is made and sealed with
 * it: dokumen/kembali.h), says how they were sent, and the admin confirms that
 * they are here: only then the cards are dikembalikan, their manifests
 * revoked, and they wait for destruction.  A card is in one return at a time.
 */
#ifndef PENGEMBALIAN_H
#define PENGEMBALIAN_H

#include "../lib/db.h"
#include "../lib/role.h"

#define PENGEMBALIAN_MAKS 500 /* cards of one return */

/* rusak tutup selesai lain: why cards come back, ended by NULL. */
extern const char *const pengembalian_alasan[];

/* disusun dikirim diterima batal, ended by NULL. */
extern const char *const pengembalian_status[];

struct pengembalian {
	int64_t id;
	int64_t lembaga_id;
	const char *lembaga;
	const char *alasan;
	const char *catatan; /* NULL: none */
	int64_t jumlah;      /* cards */
	const char *status;
	int64_t dokumen_id; /* BAST of return */
	const char *nomor;  /* its number */
	const char *pengirim_nama;
	const char *pengirim_jabatan;
	/* When (UTC) and by whom; NULL: not yet. */
	const char *dibuat, *pembuat;
	const char *dikirim, *pengirim;
	const char *resi;
	const char *diterima, *penerima;
	const char *dibatalkan, *pembatal;
	const char *batal_alasan;
};

/* ---- reading ---- */

struct pengembalian_saring {
	const char *status; /* NULL: all */
	const char *cari;   /* number of the BAST, serial of a card or reader,
			       or SAM id; NULL: all */
	bool turun;         /* newest first */
	bool mundur;        /* the rows before the cursor */
	int64_t id;         /* of the cursor row; 0: first page */
	int64_t banyak;
};

/*
 * A page of the returns p may see (pengguna, dinas: their institution's;
 * Ditjen: all), in the order of the page.  *total is how many there are,
 * *pasti false when it is only "at least".
 */
enum err pengembalian_daftar(struct db *db, const struct pelaku *p,
			     const struct pengembalian_saring *s,
			     struct pengembalian **out, size_t *n,
			     int64_t *total, bool *pasti);

/* One that p may see.  ERR_NOT_FOUND. */
enum err pengembalian_ambil(struct db *db, const struct pelaku *p, int64_t id,
			    struct pengembalian *out);

/* A card as pages of returns show it. */
struct pengembalian_kartu {
	int64_t id;
	const char *seri_kartu;
	const char *seri_mesin; /* where it is by its latest manifest, else as
				   bought */
	const char *sam_id;     /* as stored; NULL */
	const char *pcid;       /* NULL */
	const char *status;
	const char *outlet; /* of its latest manifest; NULL */
};

/* The cards of a return; the id comes from a row that p may see. */
enum err pengembalian_isi(struct db *db, int64_t id,
			  struct pengembalian_kartu **out, size_t *n);

#define PENGEMBALIAN_HITUNG 1000 /* candidates are not counted beyond */

/*
 * Cards of p's institution that can be given back, newest first, at most
 * banyak of them; cari: serial of card or reader, SAM id, or part of an
 * outlet's name (NULL: all).  *total: how many in all, at most
 * PENGEMBALIAN_HITUNG + 1.
 */
enum err pengembalian_calon(struct db *db, const struct pelaku *p,
			    const char *cari, int64_t banyak,
			    struct pengembalian_kartu **out, size_t *n,
			    int64_t *total);

/* ---- cards as typed ---- */

struct pengembalian_ketik {
	const char **teks; /* each line, folded, from 1 */
	int64_t n;         /* lines */
	/* What may be looked for, as JSON, [[line,"serial"],...]: serials of
	   cards, SAM ids as stored.  A line of 16 hex digits may be both. */
	const char *seri;
	const char *sam;
};

/* Read a list of serials or SAM ids, one a line; s may be NULL.  From a. */
void pengembalian_baca_ketik(struct arena *a, const char *s,
			     struct pengembalian_ketik *out);

/* ---- changes ---- */

struct pengembalian_isian {
	const char *alasan;
	const char *catatan; /* NULL: none */
	const char *pengirim_nama;
	const char *pengirim_jabatan;
	const int64_t *kartu; /* chosen by id */
	size_t n_kartu;
	const char *seri; /* chosen by serial or SAM id, one a line; NULL */
};

/* A card that was refused. */
struct pengembalian_galat {
	const char *kode;  /* kartu-tidak-ada kartu-status kartu-dikembalikan
			      kartu-diajukan */
	int64_t baris;     /* of `seri`; 0: it was chosen by id */
	const char *nilai; /* its serial, or the line */
};

/*
 * Declare a return of p's institution: its cards are locked and held, the
 * draft of its BAST is made.  In the caller's transaction, which seals the
 * document (dokumen/kembali.h).  Its id to *id, the draft's to *dokumen_id.
 * ERR_INPUT: no card (*n_galat 0), more than PENGEMBALIAN_MAKS (*n_galat 0,
 * *banyak tells how many), or cards that were refused.
 */
enum err pengembalian_buat(struct db *db, const struct pelaku *p,
			   const struct pengembalian_isian *in,
			   int64_t *dokumen_id, int64_t *id, size_t *banyak,
			   struct pengembalian_galat **galat, size_t *n_galat);

/* The institution has sent the cards; resi says how.  ERR_NOT_FOUND;
   ERR_CONFLICT: it is not disusun. */
enum err pengembalian_kirim(struct db *db, const struct pelaku *p, int64_t id,
			    const char *resi);

/*
 * The admin has all of them: cards dikembalikan, manifests and tokens void,
 * released from their activation requests, on the destruction list.
 * ERR_FORBIDDEN; ERR_NOT_FOUND; ERR_CONFLICT: it is not dikirim, or one of
 * its cards is in a state from which nothing comes back.
 */
enum err pengembalian_terima(struct db *db, const struct pelaku *p,
			     int64_t id);

/*
 * Call it off: its institution while it is disusun, the admin until it is
 * diterima (what came is not what was declared).  Its BAST is revoked, its
 * cards are free again.  ERR_NOT_FOUND; ERR_CONFLICT.
 */
enum err pengembalian_batal(struct db *db, const struct pelaku *p, int64_t id,
			    const char *alasan);

/* May p do so with it, as it stands? */
bool pengembalian_boleh_batal(const struct pelaku *p,
			      const struct pengembalian *k);

#endif
