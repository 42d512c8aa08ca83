/*
 * manifes.h - manifests: what binds one SAM card to one reader, place and
 * institution, as rows.  One per card is in force at most; it is never
 * changed, only followed by another one or ended.
 *
 * The XML and its signature are dokumen/manifes; the moves of a card, of
 * which a manifest is a part, are model/kartu-hidup.  Whoever calls what
 * changes something here holds the card's lock (SELECT ... FOR UPDATE) and
 * has a transaction open.
 */
#ifndef MODEL_MANIFES_H
#define MODEL_MANIFES_H

#include "../lib/db.h"
#include "../lib/role.h"

#define MANIFES_KODE_BYTES 16 /* 128 random bits: the code cannot be guessed */

/* All that a manifest tells; texts are NULL where there is none. */
struct manifes {
	int64_t id; /* 0: not stored yet */
	int64_t kartu_id;
	int64_t lembaga_id;
	int64_t perjanjian_id;
	int64_t pendahulu_id; /* 0: the card's first one */
	const char *kode;     /* 32 hex digits: its id, and where it is
				 verified */
	const char *sam_id;   /* 16 upper-case hex digits */
	const char *pcid;
	const char *seri_kartu;
	const char *seri_mesin;
	const char *fungsi; /* R or RW */
	const char *lembaga_kode;
	const char *lembaga;
	const char *outlet;
	const char *alamat;
	const char *wilayah_kode; /* 10 digits */
	const char *lintang;      /* decimal degrees, six places: -6.914744 */
	const char *bujur;
	const char *perjanjian_nomor;
	const char *perjanjian_berakhir; /* YYYY-MM-DD, as these two */
	const char *berlaku_dari;
	const char *berlaku_sampai;
	const char *diterbitkan;   /* UTC */
	const char *pendahulu;     /* code of the one it replaces; NULL */
	const char *status;        /* berlaku diganti dicabut berakhir */
	const char *sebab;         /* why not in force: pindah perpanjangan
				      pemulihan penangguhan pengembalian
				      perjanjian; NULL */
	const char *tidak_berlaku; /* UTC, since when; NULL */
};

/* Where a reader stands. */
struct tempat {
	const char *seri_mesin;
	const char *outlet; /* NULL: no name */
	const char *alamat;
	const char *wilayah_kode; /* village, 10 digits */
	const char *lintang;      /* decimal degrees with six places */
	const char *bujur;
};

/*
 * Collect the next manifest of a card p may act on: card, institution, the
 * agreement that is in force today, its place (t NULL: where its latest
 * manifest says), the manifest it follows, validity from today to the
 * agreement's end, a new random code.  Nothing is written.
 * ERR_NOT_FOUND: no such card, not p's, or t is NULL and it never had a
 * manifest; ERR_CONFLICT: the card has no SAM id yet; ERR_GONE: the
 * institution has no agreement in force.
 */
enum err manifes_siapkan(struct db *db, const struct pelaku *p,
			 int64_t kartu_id, const struct tempat *t,
			 struct manifes *out);

/*
 * Store a prepared manifest with its signed XML; the one it follows, when it
 * is still in force, becomes diganti because of sebab (pindah, perpanjangan,
 * pemulihan; NULL for a first one).  Sets m->id and the card's manifes_id.
 * Use manifes_terbitkan() of dokumen/manifes.h, which makes the XML.
 */
enum err manifes_simpan(struct db *db, const struct pelaku *p,
			struct manifes *m, const char *xml, size_t n,
			const char *sebab);

/*
 * End the card's manifest that is in force because of sebab: `perjanjian`
 * makes it berakhir, anything else (penangguhan, pengembalian) dicabut.  OK
 * also when none is in force.
 */
enum err manifes_cabut(struct db *db, const struct pelaku *p, int64_t kartu_id,
		       const char *sebab);

/* The same for n cards. */
enum err manifes_cabut_banyak(struct db *db, const struct pelaku *p,
			      const int64_t *kartu_ids, size_t n,
			      const char *sebab);

/* ---- reading ---- */

/*
 * One that p may see: pengguna and dinas their institution's, admin and
 * pejabat (and the system itself, role 0) all, others none.  ERR_NOT_FOUND.
 */
enum err manifes_ambil(struct db *db, const struct pelaku *p, int64_t id,
		       struct manifes *out);

/* All of a card p may see, newest first.  None: *n is 0. */
enum err manifes_kartu(struct db *db, const struct pelaku *p, int64_t kartu_id,
		       struct manifes **out, size_t *n);

/* The signed XML of one that p may see, byte for byte; *kode (may be NULL)
   gets its code.  ERR_NOT_FOUND. */
enum err manifes_xml(struct db *db, const struct pelaku *p, int64_t id,
		     struct blob *xml, const char **kode);

/* What a manifest's file is called: "manifes-SAMID-KODE8.xml"; akhiran "xml"
   or "pdf". */
const char *manifes_nama_berkas(struct arena *a, const struct manifes *m,
				const char *akhiran);

#endif
