/*
 * aktivasi.h - the request to activate cards of a handed-over ticket: its
 * states, its rows, its approval.
 *
 * States: baru (the draft) > diajukan > ditarik | ditolak | disetujui.
 * Approval makes its cards `token` and issues their tokens (model/token).
 *
 * Who sees what, in every statement here: pengguna and dinas their
 * institution's; admin and pejabat all that was sent; nobody else any.
 * Another's is ERR_NOT_FOUND.  Rows are model/aktivasi-baris, the list is
 * model/aktivasi-daftar.
 */
#ifndef AKTIVASI_H
#define AKTIVASI_H

#include "../lib/db.h"
#include "../lib/form.h"
#include "../lib/role.h"
#include "permintaan.h"

/* All states, ended by NULL. */
extern const char *const aktivasi_status[];

struct aktivasi {
	int64_t id;
	int64_t lembaga_id;
	int64_t proses_id;
	int64_t permintaan_id; /* the personalisation the cards come from */
	int64_t tiket;
	const char *lembaga;      /* name */
	const char *lembaga_kode; /* six digits */
	const char *nomor;
	const char *judul;
	const char *fungsi; /* R RW */
	int64_t jumlah;     /* readers = rows */
	const char *catatan;
	const char *status;
	const char *alasan;
	const char *pembuat;
	const char *pemutus;
	const char *dibuat; /* times are UTC, NULL when not yet */
	const char *diajukan;
	const char *diputus;
	int64_t versi;
	struct lampiran surat;
};

/* What can be done to a request, ended by NULL: ubah hapus kirim tarik
   setujui tolak token token-ulang. */
extern const char *const aktivasi_aksi[];

/* May p do this to k as it is now?  The one table of who, and from which
   state. */
bool aktivasi_boleh(const struct pelaku *p, const struct aktivasi *k,
		    const char *aksi);

/* One by id, when p may see it; ERR_NOT_FOUND. */
enum err aktivasi_ambil(struct db *db, const struct pelaku *p, int64_t id,
			struct aktivasi *out);

/* The timeline, newest first. */
enum err aktivasi_riwayat(struct db *db, const struct aktivasi *k,
			  struct peristiwa **out, size_t *n);

/*
 * A row of the timeline, and the audit row "aktivasi-<kode>".  dari, ke:
 * status before and after, NULL when it did not change.
 */
enum err aktivasi_catat(struct db *db, const struct pelaku *p, int64_t id,
			const char *kode, const char *dari, const char *ke,
			const char *catatan);

/* Cards of a request by their state, for its page. */
struct aktivasi_hitungan {
	const char *status;
	int64_t jumlah;
};
enum err aktivasi_hitung_kartu(struct db *db, const struct aktivasi *k,
			       struct aktivasi_hitungan **out, size_t *n);

/* ---- the institution's part ---- */

/* A ticket with cards that wait for activation. */
struct aktivasi_tiket {
	int64_t proses_id;
	int64_t tiket;
	const char *judul;
	int64_t sisa; /* cards no request holds */
};

/*
 * Those of p's institution, latest first, at most AKTIVASI_TIKET_MAKS, and
 * the one of process `juga` (0: none) although all its cards are taken.
 */
#define AKTIVASI_TIKET_MAKS 200
enum err aktivasi_tiket(struct db *db, const struct pelaku *p, int64_t juga,
			struct aktivasi_tiket **out, size_t *n);

/* What it types.  surat NULL keeps the stored one. */
struct aktivasi_isian {
	const char *nomor;
	const char *judul;
	int64_t proses_id;
	int64_t jumlah;
	const char *catatan;
	const struct upload *surat;
};

/*
 * What the model refused: field nomor (sudah-dipakai), proses (tidak-ada: not
 * a ticket of this institution; kartu-habis), jumlah (melebihi-kartu:
 * nilai says how many are free), berkas (berkas-wajib: it is sent without a
 * letter), "" (kartu-berubah: its cards were taken meanwhile).
 */
struct aktivasi_galat {
	const char *ruas;
	const char *kode;
	int64_t nilai;
};

/*
 * A new request, kept as a draft or sent at once.  Its rows hold the first
 * free cards of the ticket with their readers.  ERR_INPUT and *g.
 */
enum err aktivasi_buat(struct db *db, const struct pelaku *p,
		       const struct aktivasi_isian *in, bool kirim,
		       int64_t *id, struct aktivasi_galat *g);

/*
 * Change a draft, and send it when kirim.  Another ticket begins its rows
 * anew; more readers add the next free cards, fewer drop the last rows.
 * versi, here and below, is that of the page the person saw: another one is
 * ERR_CONFLICT, as is another state.
 */
enum err aktivasi_ubah(struct db *db, const struct pelaku *p, int64_t id,
		       int64_t versi, const struct aktivasi_isian *in,
		       bool kirim, struct aktivasi_galat *g);

/* Delete a draft; the audit log keeps that it was. */
enum err aktivasi_hapus(struct db *db, const struct pelaku *p, int64_t id,
			int64_t versi);

/* Send a draft as it is.  ERR_INPUT and *g without a letter. */
enum err aktivasi_kirim(struct db *db, const struct pelaku *p, int64_t id,
			int64_t versi, struct aktivasi_galat *g);

/* Withdraw what is not decided; its cards are free.  alasan may be NULL. */
enum err aktivasi_tarik(struct db *db, const struct pelaku *p, int64_t id,
			int64_t versi, const char *alasan);

/* ---- Ditjen's part ---- */

/*
 * Approve: every card of it becomes `token` and gets its token.
 * ERR_INPUT and *g ("" kartu-berubah) when a card is not `diserahkan` (any
 * more): nothing is done then.
 */
enum err aktivasi_setujui(struct db *db, const struct pelaku *p, int64_t id,
			  int64_t versi, struct aktivasi_galat *g);

/* Refuse; its cards are free. */
enum err aktivasi_tolak(struct db *db, const struct pelaku *p, int64_t id,
			int64_t versi, const char *alasan);

/* ---- tokens of an approved request ---- */

/*
 * Leave the trace of an opening of its tokens (timeline, audit), before they
 * are shown; its number to *pembukaan.  ERR_CONFLICT: not approved, or p is
 * not of the institution.
 */
enum err aktivasi_buka_token(struct db *db, const struct pelaku *p, int64_t id,
			     int64_t *pembukaan);

/* Minutes an opening lasts: its further pages and its file. */
#define AKTIVASI_BUKA_MENIT 15

/* Is this an opening by p of this request that still lasts?  New tokens end
   it.  ERR_GONE. */
enum err aktivasi_terbuka(struct db *db, const struct pelaku *p, int64_t id,
			  int64_t pembukaan);

/*
 * New tokens, the old ones are void: of one card (kartu_id), or of all of the
 * request that wait (0).  How many to *banyak.  ERR_NOT_FOUND: that card is
 * not in it; ERR_CONFLICT: none of them waits for its token to be used.
 */
enum err aktivasi_token_ulang(struct db *db, const struct pelaku *p,
			      int64_t id, int64_t kartu_id, int64_t *banyak);

/* ---- the rows (model/aktivasi-baris.c) ---- */

#define AKTIVASI_OUTLET_MAKS 150
#define AKTIVASI_ALAMAT_MAKS 250

struct aktivasi_baris {
	int64_t urut; /* from 1 */
	int64_t kartu_id;
	const char *seri_kartu;
	const char *sam_id; /* as stored; NULL: none */
	const char *pcid;
	const char *seri_mesin;
	const char *outlet; /* NULL: not told */
	const char *alamat;
	const char *status; /* of the card */
};

/* Rows dari..sampai.  The caller has asked aktivasi_ambil(). */
enum err aktivasi_baris(struct db *db, int64_t id, int64_t dari,
			int64_t sampai, struct aktivasi_baris **out,
			size_t *n);

/* A row as typed, or as it stands in a file. */
struct aktivasi_ketik {
	int64_t nomor;      /* row of the request, or line of the file */
	const char *kartu;  /* serial or SAM id */
	const char *sam;    /* SAM id of a file, must be the card's; or NULL */
	const char *mesin;
	const char *outlet; /* NULL: none */
	const char *alamat; /* NULL: none */
	bool salah;
};

/*
 * What is wrong with one.  ruas: kartu mesin outlet alamat.  kode:
 * kartu-kosong mesin-kosong kartu-bentuk mesin-bentuk kartu-angka mesin-angka
 * kartu-ganda mesin-ganda (stands in row `lain` already) kartu-tidak-ada (not
 * a card of the ticket) kartu-dipakai (of another request, or activated)
 * mesin-terpakai sam-lain (the card has another SAM id) outlet-panjang
 * alamat-panjang.
 */
struct aktivasi_salah {
	int64_t nomor;
	const char *ruas;
	const char *kode;
	const char *nilai;
	int64_t lain; /* 0: none */
};

struct aktivasi_set {
	struct arena *a;
	struct aktivasi_ketik *baris;
	size_t n;
	size_t cap;
	struct aktivasi_salah *salah; /* by row after aktivasi_set_periksa() */
	size_t n_salah;
	size_t cap_salah;
	bool mulai; /* the first row of a file was seen */
};

/* Begin with { .a = arena }; add a row as typed, checking its form. */
void aktivasi_set_tambah(struct aktivasi_set *s,
			 const struct aktivasi_ketik *baris);

/*
 * Rows of a file (CSV or XLSX) open at fd, with the columns of the template:
 * card serial, SAM id, PCID, reader serial, outlet, address.  A first row
 * without a digit in its serials is a heading.  Errors of tabel_baca().
 */
enum err aktivasi_set_baca(struct arena *a, int fd, struct aktivasi_set *s,
			   struct tabel_galat *galat);

/* What aktivasi_set_baca() does with each row; ctx is the struct
   aktivasi_set.  OK. */
enum err aktivasi_set_baca_baris(void *ctx, const struct baris *b);

/*
 * Compare them with the ticket, with each other, with the rows of k outside
 * dari..sampai, which they are to replace, and with other requests.
 * OK also when something is wrong: look at s->n_salah.
 */
enum err aktivasi_set_periksa(struct db *db, const struct aktivasi *k,
			      int64_t dari, int64_t sampai,
			      struct aktivasi_set *s);

/*
 * Replace the rows dari..sampai of a draft by as many of s, which must be
 * without faults.  ERR_CONFLICT; ERR_RETRY when a card was taken meanwhile;
 * ERR_INPUT: another number of rows.
 */
enum err aktivasi_set_simpan(struct db *db, const struct pelaku *p, int64_t id,
			     int64_t versi, int64_t dari, int64_t sampai,
			     const struct aktivasi_set *s);

/* All faults as CSV: row, field, value, code, other row.  From a. */
struct blob aktivasi_set_laporan(struct arena *a,
				 const struct aktivasi_set *s);

/* ---- the list (model/aktivasi-daftar.c) ---- */

struct aktivasi_saring {
	const char *status; /* NULL: all */
	int64_t lembaga;    /* 0: all; ignored for pengguna, dinas */
	const char *cari;   /* words of number and title; NULL */
};

struct aktivasi_entri {
	int64_t id;
	const char *nomor;
	const char *judul;
	const char *dibuat; /* UTC */
	int64_t jumlah;
	const char *status;
	bool ada_surat;
	const char *lembaga;
	int64_t tiket;
	int64_t proses_id;
};

/* Which part of the list, by Tgl Buat. */
struct aktivasi_laman {
	bool turun;
	bool mundur;       /* the rows before the cursor are wanted */
	const char *kunci; /* dibuat of the cursor row; NULL: first page */
	int64_t id;
	int64_t banyak; /* rows at most */
};

/* Rows in the order of the list; by one index unless there is a search. */
enum err aktivasi_daftar(struct db *db, const struct pelaku *p,
			 const struct aktivasi_saring *s,
			 const struct aktivasi_laman *l,
			 struct aktivasi_entri **out, size_t *n);

/*
 * How many rows the filters leave: from the maintained totals; with a search
 * counted up to 1 000, then *pasti is false.
 */
enum err aktivasi_hitung(struct db *db, const struct pelaku *p,
			 const struct aktivasi_saring *s, int64_t *total,
			 bool *pasti);

#endif
