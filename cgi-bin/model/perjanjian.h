/*
 * perjanjian.h - cooperation agreements (PKS): under which an institution may
 * use population data, with which elements, by which ways, until when.
 * Activation and the portal (W) ask here whether one is in force.
 *
 * An agreement is in force from `mulai` to `berakhir`, both days included,
 * unless it was stopped.  That its time is over is told by the date alone, so
 * nothing has to run for access to end; what follows from it for cards and
 * people is done by perjanjian-masa.h (worker penjaga-masa).
 *
 * A card needs an agreement with the way "card-reader".  When the one in
 * force is extended, or a new one begins, cards whose manifest ends sooner are
 * marked perlu_manifes = 'perpanjangan' and get a new one from the worker.
 */
#ifndef PERJANJIAN_H
#define PERJANJIAN_H

#include "../lib/db.h"
#include "../lib/form.h"
#include "../lib/role.h"
#include "catat.h"

/* Ways of access, ended by NULL: card-reader web-portal web-service. */
extern const char *const perjanjian_metode[];

/* Data elements, ended by NULL, in the order of the pages: nik no-kk nama
   jenis-kelamin tempat-lahir tanggal-lahir status-kawin pekerjaan alamat rt rw
   kelurahan kecamatan kabupaten provinsi agama golongan-darah pendidikan
   kewarganegaraan nama-ibu foto sidik-jari tanda-tangan. */
extern const char *const perjanjian_elemen[];

/* How it stands on a day, ended by NULL: akan (not begun), berlaku, segera
   (in force, ends within PERJANJIAN_SEGERA days), berakhir, dihentikan. */
extern const char *const perjanjian_keadaan[];

#define PERJANJIAN_SEGERA 60

struct perjanjian {
	int64_t id;
	int64_t lembaga_id;
	const char *lembaga_kode;
	const char *lembaga;
	const char *nomor;
	const char *judul;
	const char *mulai;    /* "2026-11-22", first day */
	const char *berakhir; /* last day */
	const char *elemen;   /* codes joined by blanks */
	const char *metode;   /* codes joined by blanks */
	int64_t kuota;        /* look-ups a day; 0: not limited */
	int64_t berkas_id;    /* the agreement, PDF; 0: none */
	const char *berkas;   /* its name; NULL */
	int64_t berkas_bita;
	const char *status; /* berlaku dihentikan */
	const char *alasan; /* why it was stopped; NULL */
	const char *dibuat; /* UTC */
	int64_t versi;
	const char *keadaan; /* one of perjanjian_keadaan, today */
	int64_t sisa;        /* days from today to its end; negative: over */
};

/* Is `kode` one of the blank-joined codes of `daftar`? */
bool perjanjian_memuat(const char *daftar, const char *kode);

/* --- reading (perjanjian-baca.c) --- */

/*
 * The agreement of an institution that grants `card-reader` and is in force
 * on the day ("2026-11-22"); of several the one that ends last.
 * ERR_NOT_FOUND when there is none.  Inside a transaction the agreement cannot
 * be stopped by another until that ends.
 */
enum err perjanjian_berlaku(struct db *db, int64_t lembaga_id,
			    const char *hari, struct perjanjian *out);

/* The same for any way of access. */
enum err perjanjian_berlaku_metode(struct db *db, int64_t lembaga_id,
				   const char *metode, const char *hari,
				   struct perjanjian *out);

/*
 * One that p may see: pengguna and dinas their institution's, Ditjen's staff
 * all, nobody else any.  ERR_NOT_FOUND.
 */
enum err perjanjian_ambil(struct db *db, const struct pelaku *p, int64_t id,
			  struct perjanjian *out);

/* What a page of the list is to hold. */
struct perjanjian_saring {
	const char *cari;    /* part of number, title or institution's name */
	const char *keadaan; /* NULL: all; "berlaku" holds "segera", too */
	const char *metode;  /* NULL: all */
	int64_t lembaga;     /* 0: all */
	const char *urut;    /* berakhir, mulai, nomor or lembaga */
	bool turun;
	bool mundur;
	const char *kunci; /* sort value of the cursor row; NULL: none */
	int64_t id;
	int64_t banyak;
};

/* A page of those p may see, in the order of the page. */
enum err perjanjian_daftar(struct db *db, const struct pelaku *p,
			   const struct perjanjian_saring *s,
			   struct perjanjian **out, size_t *n);

/* How many there are; of each state (in the order of perjanjian_keadaan,
   "berlaku" with "segera") whatever s->keadaan says, to per[]. */
#define PERJANJIAN_KEADAAN_N 5
enum err perjanjian_hitung(struct db *db, const struct pelaku *p,
			   const struct perjanjian_saring *s, int64_t *total,
			   int64_t per[PERJANJIAN_KEADAAN_N]);

/* The value of the sort column of a row, for the cursor. */
const char *perjanjian_kunci(const struct perjanjian_saring *s,
			     const struct perjanjian *b);

struct perjanjian_peristiwa {
	int64_t id;
	struct peristiwa apa; /* kode: dicatat diubah diperpanjang dihentikan
				 diingatkan berakhir; no dari and ke */
	int64_t berkas_id; /* addendum; 0: none */
	const char *berkas;
	int64_t berkas_bita;
};

/* Its timeline, newest first. */
enum err perjanjian_riwayat(struct db *db, const struct perjanjian *k,
			    struct perjanjian_peristiwa **out, size_t *n);

/* Cards whose latest manifest was issued under it. */
struct perjanjian_kartu {
	int64_t aktif;
	int64_t nonaktif;
	int64_t ditangguhkan;
	int64_t menunggu; /* of all these: wait for a new manifest */
	int64_t manifes;  /* manifests issued under it, ever */
};

enum err perjanjian_kartu(struct db *db, int64_t id,
			  struct perjanjian_kartu *out);

/* --- changes (perjanjian.c): admin only, else ERR_FORBIDDEN --- */

struct perjanjian_isian {
	int64_t lembaga_id; /* perjanjian_buat() only */
	const char *nomor;
	const char *judul;
	const char *mulai;
	const char *berakhir;
	const char *elemen;
	const char *metode;
	int64_t kuota;		     /* 0: not limited */
	const struct upload *berkas; /* NULL: none, or as before */
};

/* Which field is at fault when a change returns ERR_INPUT; NULL: none. */
struct perjanjian_galat {
	const char *ruas; /* lembaga nomor mulai berakhir elemen metode */
	/*
	 * nomor: sudah-dipakai.  berakhir: sebelum-mulai sudah-lewat
	 * terlalu-lama harus-lebih.  mulai, berakhir: sudah-dipakai-manifes.
	 * metode: masih-dipakai-kartu.  lembaga: lembaga-tidak-cocok.
	 * elemen, metode: wajib pilihan.
	 */
	const char *kode;
};

/*
 * Record one.  Its cards that can be renewed by it are marked; the institution
 * is told.  ERR_INPUT and *g; the id to *id.
 */
enum err perjanjian_buat(struct db *db, const struct pelaku *p,
			 const struct perjanjian_isian *in, int64_t *id,
			 struct perjanjian_galat *g);

/*
 * Correct one that was not stopped.  Its days stay as they are once a manifest
 * was issued under it, and so does the way "card-reader".  ERR_INPUT and *g;
 * ERR_CONFLICT when versi is not the present one or it was stopped;
 * ERR_NOT_FOUND.
 */
enum err perjanjian_ubah(struct db *db, const struct pelaku *p, int64_t id,
			 int64_t versi, const struct perjanjian_isian *in,
			 struct perjanjian_galat *g);

/*
 * A new last day, later than the old one and not over; also for one that is
 * over already.  Active and inactive cards get a new manifest (marked by one
 * UPDATE).  addendum: number of the document that says so; berkas: its PDF
 * (NULL: none).  Errors as perjanjian_ubah().
 */
enum err perjanjian_perpanjang(struct db *db, const struct pelaku *p,
			       int64_t id, int64_t versi,
			       const char *berakhir_baru, const char *addendum,
			       const struct upload *berkas,
			       struct perjanjian_galat *g);

/*
 * End it at once and for good: its manifests are berakhir, its active cards
 * nonaktif, the institution is told why.  Where another agreement is in force
 * the worker gives the cards a new manifest.  How many cards to *kartu.
 * ERR_CONFLICT, ERR_NOT_FOUND.
 */
enum err perjanjian_hentikan(struct db *db, const struct pelaku *p, int64_t id,
			     int64_t versi, const char *alasan,
			     int64_t *kartu);

#endif
