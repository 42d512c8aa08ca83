/*
 * peta.h - readers in use: where they stand and whose they are.
 *
 * A reader is in use while its manifest is in force.  All is counted from
 * totals that triggers keep, points inside a province from the index of the
 * manifests alone.  pengguna and dinas see their institution's,
 * Ditjen's staff all, nobody else any.
 */
#ifndef PETA_H
#define PETA_H

#include "../lib/db.h"
#include "../lib/role.h"

#define PETA_TITIK 1000 /* points of one map: the largest */

struct peta_saring {
	const char *prov;   /* 2 digits; NULL: all */
	const char *kab;    /* 4 digits, in prov; NULL: all */
	const char *fungsi; /* R or RW; NULL: both */
	int64_t lembaga;    /* 0: all that p may see */
};

/* Readers of a region or institution. */
struct peta_baris {
	int64_t id;	  /* of the institution; 0: it is a region */
	const char *kode; /* of the region, or the institution's */
	const char *nama; /* NULL: the code is in no list (any more) */
	int64_t r, rw;
	int64_t jumlah;
	int64_t lembaga;  /* different institutions */
	int64_t provinsi; /* different provinces */
	int64_t kabkota;  /* different regencies and cities */
};

/*
 * By province; with s->prov by regency or city; with s->kab by institution.
 * Most readers first.  All of them together to *jumlah (kode, nama NULL).
 */
enum err peta_rinci(struct db *db, const struct pelaku *p,
		    const struct peta_saring *s, struct peta_baris **out,
		    size_t *n, struct peta_baris *jumlah);

/*
 * Where they stand: one point for each regency or city (its readers' middle);
 * with s->prov for each tenth of a degree, with s->kab for each thousandth.
 */
struct peta_titik {
	int64_t lintang, bujur; /* thousandths of a degree */
	int64_t jumlah;
	const char *nama; /* regency or city */
};
enum err peta_titik(struct db *db, const struct pelaku *p,
		    const struct peta_saring *s, struct peta_titik **out,
		    size_t *n);

/* Regencies and provinces that have readers p may see, for the filters: with
   prov its regencies, without the provinces; by name. */
struct peta_pilihan {
	const char *kode;
	const char *nama;
};
enum err peta_pilihan(struct db *db, const struct pelaku *p, const char *prov,
		      struct peta_pilihan **out, size_t *n);

/* ---- recap by institution ---- */

struct peta_rekap_saring {
	const char *cari; /* part of the name, or the code; NULL: all */
	bool nama;	  /* by name; else by readers */
	bool turun;
	bool mundur;
	const char *kunci; /* sort value of the cursor row; NULL: none */
	int64_t id;	   /* of the cursor row; 0: first page */
	int64_t banyak;
};

/* A page of institutions with readers in use; *total how many there are. */
enum err peta_rekap(struct db *db, const struct pelaku *p,
		    const struct peta_rekap_saring *s, struct peta_baris **out,
		    size_t *n, int64_t *total);

/* ---- for files: every regency of every institution ---- */

struct peta_satuan {
	const char *prov, *kab; /* codes */
	const char *provinsi, *kabkota;
	int64_t lembaga_id;
	const char *lembaga_kode, *lembaga;
	int64_t r, rw;
};

/* At most banyak of them behind the one with these keys, in their order. */
enum err peta_satuan(struct db *db, const struct pelaku *p,
		     const struct peta_saring *s, const char *kab,
		     int64_t lembaga_id, int64_t banyak,
		     struct peta_satuan **out, size_t *n);

#endif
