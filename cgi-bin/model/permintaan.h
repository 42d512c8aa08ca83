/*
 * permintaan.h - the request for SAM cards, from the draft to its acceptance
 * by Ditjen (P-01 ... P-06).
 *
 * States: baru > diajukan > ditarik | ditolak | disetujui; disetujui >
 * terdaftar; disetujui, terdaftar > dikembalikan > disetujui | ditolak;
 * terdaftar > diterima, which makes the ticket (model/proses).
 *
 * Who sees what, in every statement here: pengguna and dinas their
 * institution's; produsen what was sent to them; admin and pejabat all that
 * was sent.  Another's is ERR_NOT_FOUND.  Serial lists are model/seri, lists
 * of requests are model/permintaan-daftar.
 */
#ifndef PERMINTAAN_H
#define PERMINTAAN_H

#include "../lib/db.h"
#include "../lib/form.h"
#include "../lib/role.h"
#include "catat.h"
#include "seri.h"

#define PERMINTAAN_JUMLAH_MAKS 100000

/* All states in the order of a case, ended by NULL. */
extern const char *const permintaan_status[];

/* A file that a row of the case refers to. */
struct lampiran {
	int64_t id; /* of berkas; 0: none */
	const char *nama;
	int64_t ukuran; /* bytes */
};

struct pesanan {
	const char *dari;
	const char *kepada;
	const char *nomor;
	const char *tanggal; /* YYYY-MM-DD */
	int64_t jumlah;	     /* readers it states */
	struct lampiran berkas;
	const struct upload *baru; /* to be stored instead of berkas */
};

#define PESANAN_MAKS 2

struct disposisi {
	const char *jabatan; /* dirjen fpddk kasubdit */
	const char *tanggal; /* YYYY-MM-DD; NULL: not yet */
	const char *catatan;
};

#define DISPOSISI_N 3

/* Whose decisions, in their order. */
extern const char *const disposisi_jabatan[DISPOSISI_N];

struct permintaan {
	int64_t id;
	int64_t lembaga_id;
	int64_t produsen_id;
	const char *lembaga;  /* names */
	const char *produsen;
	const char *nomor;
	const char *judul;
	int64_t jumlah;	    /* readers = cards */
	const char *fungsi; /* R RW */
	const char *catatan;
	const char *status;
	const char *alasan;
	const char *pembuat;
	const char *dibuat; /* times are UTC, NULL when not yet */
	const char *diajukan;
	const char *diputus;
	const char *selesai;
	const char *agenda_nomor;
	const char *agenda_tanggal;
	int64_t versi;
	struct lampiran surat;
	struct lampiran pks;
	int64_t proses_id; /* 0: no ticket yet */
	int64_t tiket;
	int64_t kartu; /* rows of its serial list */
};

/* What can be done to a request, ended by NULL: ubah hapus tarik setujui
   tolak daftarkan disposisi terima kembalikan. */
extern const char *const permintaan_aksi[];

/* May p do this to a request in this state?  The one table of who, and from
   which state; whether the rest is complete is asked by the functions below. */
bool permintaan_boleh(const struct pelaku *p, const char *status,
		      const char *aksi);

/* One by id, when p may see it; ERR_NOT_FOUND. */
enum err permintaan_ambil(struct db *db, const struct pelaku *p, int64_t id,
			  struct permintaan *out);

/* Its purchase orders: n of them in out. */
enum err permintaan_pesanan(struct db *db, const struct permintaan *k,
			    struct pesanan out[PESANAN_MAKS], size_t *n);

/* The chain, always all three in their order. */
enum err permintaan_disposisi(struct db *db, const struct permintaan *k,
			      struct disposisi out[DISPOSISI_N]);

/* The timeline, newest first. */
enum err permintaan_riwayat(struct db *db, const struct permintaan *k,
			    struct peristiwa **out, size_t *n);

/* ---- the institution's part ---- */

/* What it types.  surat NULL keeps the stored one. */
struct permintaan_isian {
	const char *nomor;
	const char *judul;
	int64_t produsen_id;
	int64_t jumlah;
	const char *fungsi;
	const char *catatan;
	const struct upload *surat;
};

/*
 * A new request of p's institution; sent at once or kept as a draft.
 * ERR_CONFLICT: the institution has this nomor already; *terpakai is true.
 * ERR_INPUT: kirim without a letter; RW for other than dinas.
 * ERR_NOT_FOUND: no such active producer.
 */
enum err permintaan_buat(struct db *db, const struct pelaku *p,
			 const struct permintaan_isian *in, bool kirim,
			 int64_t *id, bool *terpakai);

/*
 * Change a draft, and send it when kirim.  versi, here and below, is that of
 * the page the person saw: another one is ERR_CONFLICT, as is another state.
 * A nomor taken is ERR_CONFLICT with *terpakai true.
 */
enum err permintaan_ubah(struct db *db, const struct pelaku *p, int64_t id,
			 int64_t versi, const struct permintaan_isian *in,
			 bool kirim, bool *terpakai);

/* Delete a draft with its file's row; the audit log keeps that it was. */
enum err permintaan_hapus(struct db *db, const struct pelaku *p, int64_t id,
			  int64_t versi);

/* Withdraw what the producer has not decided; alasan may be NULL. */
enum err permintaan_tarik(struct db *db, const struct pelaku *p, int64_t id,
			  int64_t versi, const char *alasan);

/* ---- the producer's part ---- */

struct persetujuan {
	const struct upload *pks; /* NULL: the stored one */
	const struct seri *seri;  /* NULL: the stored list */
	struct pesanan pesanan[PESANAN_MAKS];
	size_t n_pesanan;
};

/*
 * Approve (from diajukan) or resubmit (from dikembalikan): stores files,
 * orders and cards.  The list must have passed seri_periksa().
 * ERR_INPUT: no list, or its length is not jumlah; a file is missing.
 * ERR_RETRY: another request took a serial at this moment; run again.
 */
enum err permintaan_setujui(struct db *db, const struct pelaku *p, int64_t id,
			    int64_t versi, const struct persetujuan *s);

/* Refuse (from diajukan, dikembalikan); its serials are free again. */
enum err permintaan_tolak(struct db *db, const struct pelaku *p, int64_t id,
			  int64_t versi, const char *alasan);

/* ---- Ditjen's part ---- */

/*
 * Register the letter.  A chain of an earlier registration that would begin
 * before this date is void and removed.
 */
enum err permintaan_daftarkan(struct db *db, const struct pelaku *p,
			      int64_t id, int64_t versi, const char *nomor,
			      const char *tanggal);

/*
 * What is wrong with a chain: index of the first wrong link to *mana and a
 * code ("urutan": a link without the one before it, "sebelum-agenda",
 * "sebelum-atasan", "masa-depan"), or NULL.  Dates are YYYY-MM-DD; hari_ini
 * in the office's zone.  A pure function.
 */
const char *disposisi_periksa(const struct disposisi d[DISPOSISI_N],
			      const char *agenda, const char *hari_ini,
			      size_t *mana);

/* Write down the chain as far as it goes (registered letters only).
   ERR_INPUT when disposisi_periksa() finds something. */
enum err permintaan_catat_disposisi(struct db *db, const struct pelaku *p,
				    int64_t id, int64_t versi,
				    const struct disposisi d[DISPOSISI_N]);

/*
 * Accept: the ticket is made in the same transaction (proses_buat()).
 * ERR_INPUT while the chain is not complete.
 */
enum err permintaan_terima(struct db *db, const struct pelaku *p, int64_t id,
			   int64_t versi, int64_t *proses_id);

/* Return to the producer, who mends and resubmits. */
enum err permintaan_kembalikan(struct db *db, const struct pelaku *p,
			       int64_t id, int64_t versi, const char *alasan);

/* ---- the list (model/permintaan-daftar.c) ---- */

struct permintaan_saring {
	const char *status; /* NULL: all */
	int64_t produsen;   /* 0: all; ignored for produsen */
	int64_t lembaga;    /* 0: all; ignored for pengguna, dinas */
	const char *dari;   /* first day, YYYY-MM-DD; NULL */
	const char *sampai; /* last day; NULL */
	const char *cari;   /* words of number and title; NULL */
};

struct permintaan_baris {
	int64_t id;
	const char *nomor;
	const char *judul;
	const char *dibuat; /* UTC */
	int64_t jumlah;
	const char *fungsi;
	const char *status;
	bool ada_surat;
	const char *lembaga;
	const char *produsen;
	const char *kunci; /* its value in the order asked for */
};

enum permintaan_urut { URUT_TANGGAL, URUT_NOMOR, URUT_JUMLAH };

/*
 * May the list of these filters be had in other orders than by date?  Only
 * where an index answers: without search and dates, and with no filter but
 * status.
 */
bool permintaan_boleh_urut(const struct pelaku *p,
			   const struct permintaan_saring *s);

/* Which part of the list. */
struct permintaan_laman {
	enum permintaan_urut urut;
	bool turun;	   /* descending */
	bool mundur;	   /* the rows before the cursor are wanted */
	const char *kunci; /* cursor: sort value and id; id 0: the first page */
	int64_t id;
	int64_t banyak; /* rows at most */
};

/*
 * Rows in the order of the list.  Reads, by one index, as many entries as it
 * returns, whatever the filters and the depth (P-20); only a search reads all
 * that has its words.
 */
enum err permintaan_daftar(struct db *db, const struct pelaku *p,
			   const struct permintaan_saring *s,
			   const struct permintaan_laman *l,
			   struct permintaan_baris **out, size_t *n);

#define PERMINTAAN_HITUNG_MAKS 1000

/*
 * How many rows the filters leave: from the maintained totals; with dates or
 * a search counted up to PERMINTAAN_HITUNG_MAKS, then *pasti is false.
 */
enum err permintaan_hitung(struct db *db, const struct pelaku *p,
			   const struct permintaan_saring *s, int64_t *total,
			   bool *pasti);

/*
 * What a page of the list shows: permintaan_daftar() and permintaan_hitung(),
 * where it can be by one statement.  Names of institutions may be some seconds
 * old (lembaga_nama).
 */
enum err permintaan_halaman(struct db *db, const struct pelaku *p,
			    const struct permintaan_saring *s,
			    const struct permintaan_laman *l,
			    struct permintaan_baris **out, size_t *n,
			    int64_t *total, bool *pasti);

/* Id and name of the institution with this code; ERR_NOT_FOUND. */
enum err permintaan_cari_lembaga(struct db *db, const char *kode, int64_t *id,
				 const char **nama);

/*
 * A search as a full-text condition: every word of three and more letters or
 * digits must be there or begin a word.  NULL when cari has no such word.
 */
const char *permintaan_kata_cari(struct arena *a, const char *cari);

/*
 * The maintained totals (model/permintaan-daftar.c): called in the
 * transaction of every creation (+1), deletion (-1) and change of state (both).
 */
enum err permintaan_total(struct db *db, int64_t lembaga_id,
			  int64_t produsen_id, const char *status,
			  int64_t tambah);

#endif
