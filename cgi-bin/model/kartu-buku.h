/*
 * kartu-buku.h - the register of SAM cards, read: list, one card with where
 * it is, its history.  pengguna and dinas see their institution's
 * cards, Ditjen's staff all, nobody else any.
 *
 * Cards that were replaced in production, or whose request was refused, are
 * not in it.
 */
#ifndef KARTU_BUKU_H
#define KARTU_BUKU_H

#include "../lib/db.h"
#include "../lib/role.h"

/* A card as the register shows it. */
struct buku {
	int64_t id;
	const char *seri_kartu;
	const char *seri_mesin; /* where its manifest says, else as bought */
	const char *sam_id;     /* as stored; NULL: none yet */
	const char *pcid;       /* NULL: none yet */
	const char *status;
	const char *perlu;      /* why a new manifest is being made; NULL */
	const char *keterangan; /* of production; NULL */
	int64_t lembaga_id;
	const char *lembaga_kode;
	const char *lembaga;
	int64_t manifes_id;   /* 0: never activated; the rest then NULL */
	const char *manifes_status;
	const char *outlet;
	const char *alamat;
	const char *wilayah_kode;
	const char *lintang;
	const char *bujur;
	const char *kabkota;  /* name of the regency or city */
	const char *berlaku_sampai;
};

struct buku_saring {
	const char *status; /* one of kartu_status; NULL: all */
	int64_t lembaga;    /* 0: all */
	const char *cari;   /* a whole serial (card or reader), SAM id or
			       PCID; NULL: all */
	bool turun;         /* newest first */
	bool mundur;        /* the rows before the cursor */
	int64_t id;         /* cursor; 0: first page */
	int64_t banyak;
};

/* A page of cards, in the order of the page. */
enum err buku_daftar(struct db *db, const struct pelaku *p,
		     const struct buku_saring *s, struct buku **out,
		     size_t *n);

/* How many there are, counted up to BUKU_HITUNG; *pasti: that is all. */
#define BUKU_HITUNG 10000
enum err buku_hitung(struct db *db, const struct pelaku *p,
		     const struct buku_saring *s, int64_t *total,
		     bool *pasti);

/* Where a card comes from: for its page. */
struct buku_asal {
	const char *fungsi; /* R RW */
	int64_t permintaan_id;
	const char *nomor; /* of the request */
	int64_t proses_id; /* 0: no ticket yet */
	int64_t tiket;
	const char *produsen;
	int64_t aktivasi_id; /* request for activation that holds it; 0 */
	const char *aktivasi_nomor;
	const char *aktivasi_status;
	/* Reader and place as that request names them; NULL without one. */
	const char *rencana_mesin;
	const char *rencana_outlet;
	const char *rencana_alamat;
	const char *token_berakhir; /* UTC; NULL: no token that is good */
};

/* One card; ERR_NOT_FOUND.  asal may be NULL. */
enum err buku_ambil(struct db *db, const struct pelaku *p, int64_t id,
		    struct buku *out, struct buku_asal *asal);

struct buku_riwayat {
	const char *waktu; /* UTC */
	const char *kode;  /* as in kartu_catat(), or dipersonalisasi
			      diserahkan */
	const char *dari;
	const char *ke;
	const char *catatan;
	const char *oleh; /* NULL: the system */
	const char *lembaga;
	int64_t manifes_id;
};

/* What happened to a card of buku_ambil(), oldest first. */
enum err buku_riwayat(struct db *db, int64_t kartu_id,
		      struct buku_riwayat **out, size_t *n);

#endif
