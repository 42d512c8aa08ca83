/*
 * kartu.h - the cards of a ticket, read: list, counts, export (P-13).
 *
 * Changing them is model/produksi.  A card that was replaced stays in the
 * table with `hidup` NULL and is not part of these lists.
 */
#ifndef KARTU_H
#define KARTU_H

#include "../lib/db.h"
#include "../lib/role.h"

/* Bytes of a SAM id as printed, "30 15 4B 01 00 00 12 34", and its NUL. */
#define SAM_TEKS 24
/* Bytes of a SAM id as stored, "30154B0100001234", and its NUL. */
#define SAM_SIMPAN 17

/*
 * Read a SAM id: 16 hex digits of either case, spaces anywhere between them.
 * False, and out untouched, for anything else.
 */
bool sam_baca(const char *s, char out[SAM_SIMPAN]);

/* A stored SAM id in pairs; an empty text for NULL or what is none. */
void sam_tulis(const char *simpan, char out[SAM_TEKS]);

struct kartu {
	int64_t id;
	int64_t urut; /* row of the serial list, from 1 */
	const char *seri_kartu;
	const char *seri_mesin;
	const char *status;     /* one of kartu_status */
	const char *sam_id;     /* as stored; NULL: none yet */
	const char *pcid;       /* NULL: none yet */
	const char *keterangan; /* NULL: none */
	const char *dikerjakan; /* UTC; NULL: not yet */
	const char *oleh;       /* name of who did; NULL */
};

/* The states of a live card, by which a list can be filtered; ended by NULL.
   What happens after the handover is model/kartu-hidup. */
extern const char *const kartu_status[];

struct kartu_saring {
	const char *status; /* NULL: all */
	const char *seri;   /* serial of card or reader, SAM id; NULL: all */
	bool turun;         /* descending by urut */
	bool mundur;        /* the rows before the cursor */
	int64_t urut;       /* cursor; 0: first page */
	int64_t banyak;
};

/*
 * A page of the cards of a ticket p may see, in the order of the page.
 * An empty list when he may not: ask proses_ambil() first.
 */
enum err kartu_daftar(struct db *db, const struct pelaku *p,
		      int64_t permintaan_id, const struct kartu_saring *s,
		      struct kartu **out, size_t *n);

/* How many cards are in each state: *n pairs, and *total. */
struct kartu_jumlah {
	const char *status;
	int64_t jumlah;
};
enum err kartu_hitung(struct db *db, int64_t permintaan_id,
		      struct kartu_jumlah **out, size_t *n, int64_t *total);

/* The last n cards that were worked, newest first. */
enum err kartu_terakhir(struct db *db, int64_t permintaan_id, int64_t banyak,
			struct kartu **out, size_t *n);

/* One card of a ticket; ERR_NOT_FOUND. */
enum err kartu_ambil(struct db *db, int64_t permintaan_id, int64_t id,
		     struct kartu *out);

#endif
