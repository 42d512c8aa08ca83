/*
 * lacak.h - one card followed through its whole life, found by any serial
 * that somebody reads off a card, a reader or a letter.
 *
 * Only reading: every step is told by the rows that the other parts wrote.
 */
#ifndef LACAK_H
#define LACAK_H

#include "../lib/db.h"
#include "../lib/role.h"
#include "kartu.h"

#define LACAK_MAKS 100 /* cards of one search */

/*
 * A serial as stored: capitals, no blanks.  Empty when it holds a character
 * that no serial has.
 */
const char *lacak_rapi(struct arena *a, const char *s);

/* What a typed text may be, each in its stored form. */
struct lacak_nomor {
	const char *seri;     /* of a card or reader; "": cannot be one */
	char sam[SAM_SIMPAN]; /* SAM id; "" */
	const char *pcid;     /* folded: any text may be one */
	const char *kode;     /* of a manifest; "" */
	int64_t tiket;        /* number of a ticket code; 0 */
};

/*
 * Which numbers may this be?  One text may be several.  False when it is
 * neither in the form of a serial nor a code of a manifest, or the address
 * that leads to one: nothing needs to be looked for.  From a.
 */
bool lacak_baca(struct arena *a, const char *teks, struct lacak_nomor *out);

struct lacak_kartu {
	int64_t id;
	const char *seri_kartu;
	const char *sam_id; /* as stored; NULL: none yet */
	const char *pcid;   /* NULL */
	const char *seri_mesin;
	const char *status;
	const char *lembaga;
	int64_t tiket; /* 0: none yet */
	bool hidup;    /* false: its request was refused, or it was replaced */
};

/*
 * Cards that p may see (pengguna, dinas: their institution's; produsen: those
 * of its own requests; Ditjen: all) with this serial: of the SAM card, SAM id,
 * PCID, reader (bought with, asked for, or in any manifest), ticket code, or
 * code of a manifest.  The newest LACAK_MAKS; *n 0 when there is none.
 */
enum err lacak_cari(struct db *db, const struct pelaku *p, const char *teks,
		    struct lacak_kartu **out, size_t *n);

/* One that p may see.  ERR_NOT_FOUND. */
enum err lacak_ambil(struct db *db, const struct pelaku *p, int64_t id,
		     struct lacak_kartu *out);

/* What happened, a step of the chain each. */
struct lacak_butir {
	const char *waktu; /* UTC, or a date alone "2026-11-22" */
	/* perjanjian pesanan permintaan tiket kartu bast serah aktivasi
	   manifes kembali musnah: the part of the chain it belongs to */
	const char *tahap;
	const char *kode;  /* what, within the part */
	const char *oleh;  /* who; NULL: not told, or the system */
	const char *acuan; /* number or serial it names; NULL */
	const char *teks;  /* place, reason, …; NULL */
	const char *jalur; /* where more stands, open to p; NULL */
	const char *dari, *ke; /* status of the card, when it changed */
	int64_t urut; /* of those at one moment */
};

/* All that is known of a card that p may see, oldest first.  A producer is
   not told places. */
enum err lacak_jejak(struct db *db, const struct pelaku *p,
		     const struct lacak_kartu *k, struct lacak_butir **out,
		     size_t *n);

/* The card's place by its manifest in force, or its last one. */
struct lacak_tempat {
	const char *kode;   /* of the manifest */
	const char *status; /* berlaku diganti dicabut berakhir */
	const char *seri_mesin;
	const char *outlet; /* NULL */
	const char *alamat;
	const char *lintang, *bujur;
	const char *kelurahan, *kecamatan, *kabkota, *provinsi; /* NULL */
	const char *dari, *sampai; /* validity */
};

/* ERR_NOT_FOUND when it never had a manifest.  The card is one p may see. */
enum err lacak_tempat(struct db *db, int64_t kartu_id,
		      struct lacak_tempat *out);

#endif
