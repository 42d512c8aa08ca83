/*
 * produksi.h - personalising the cards of a ticket (P-12): one by one or by
 * file, what failed, what replaces it, and taking a wrong entry back.
 *
 * All of it is for admin.  Each change locks the ticket's row, so two people
 * at one ticket take turns; the counter, the state and the plan follow in the
 * same transaction.
 */
#ifndef PRODUKSI_H
#define PRODUKSI_H

#include "../lib/baris.h"
#include "../lib/db.h"
#include "../lib/role.h"
#include "kartu.h"

#define PRODUKSI_PCID_MAKS       32
#define PRODUKSI_KETERANGAN_MAKS 250

/* One entry, as typed, scanned or read from a file. */
struct kerjaan {
	const char *seri_kartu; /* case and blanks do not matter */
	const char *sam_id;     /* 8 bytes in hex, blanks do not matter; only
				   for personal */
	const char *pcid;       /* 1..32 letters, digits, - . / _; likewise */
	const char *status;     /* one of produksi_status; NULL or "":
				   personal */
	const char *keterangan; /* what was wrong; wanted unless personal */
};

/* The states an entry can give a card, ended by NULL: personal first. */
extern const char *const produksi_status[];

/*
 * What is wrong with an entry.  Codes, by field:
 *  seri_kartu  wajib; kartu-tidak-ada (not in this ticket); kartu-sudah
 *		(personalised already: its SAM id in nilai); kartu-cacat
 *		(damaged or locked: replace it first)
 *  sam_id	wajib format; sam-dipakai (nilai: "T00000001 12", ticket and
 *		row of the card that has it)
 *  pcid	wajib format terlalu-panjang
 *  status	pilihan
 *  keterangan	wajib terlalu-panjang
 *  the first three, in a file: angka-bulat (a number cell of a spreadsheet,
 *		which has lost digits)
 *  ""		tiket-status (the ticket is not in antri or produksi)
 */
struct kerjaan_galat {
	const char *ruas;
	const char *kode;
	const char *nilai; /* NULL: none */
	size_t baris;      /* of the file; 0 for a single entry */
};

/*
 * Enter one card.  The first card makes antri produksi; the last one makes
 * the ticket dokumen and calls dokumen_siapkan().  A failed card (gagal) may
 * be entered again; rusak and terkunci go to the destruction list.
 *
 * ERR_INPUT or ERR_CONFLICT (kartu-sudah, kartu-cacat, tiket-status) with
 * *galat filled; ERR_NOT_FOUND without such a ticket.
 */
enum err produksi_catat(struct db *db, const struct pelaku *p,
			int64_t proses_id, const struct kerjaan *k,
			struct kerjaan_galat *galat);

/* What an import did. */
struct produksi_hasil {
	size_t dicatat;              /* cards entered */
	size_t sama;                 /* rows that said what was known already */
	struct kerjaan_galat *galat; /* by row */
	size_t n_galat;
};

/*
 * Enter the rows of a table (CSV or XLSX) open at fd: seri_kartu; sam_id;
 * pcid; status; keterangan; a first row whose first cell has no digit is a
 * heading.  With sebagian the good rows are entered and the others reported;
 * without it one bad row and nothing is.
 *
 * OK (with sebagian look at hasil->n_galat); ERR_INPUT with row faults in
 * *hasil, or a fault of the file in *berkas (also ERR_TYPE, ERR_TOO_LARGE);
 * ERR_CONFLICT when the ticket's state forbids it; ERR_NOT_FOUND.
 */
enum err produksi_impor(struct db *db, const struct pelaku *p,
			int64_t proses_id, int fd, bool sebagian,
			struct produksi_hasil *hasil,
			struct tabel_galat *berkas);

/*
 * Replace a card that failed, is damaged or locked by a new blank one: the
 * old row stays as `diganti` and goes to the destruction list, the new one
 * takes its place and reader.  seri: 4..32 letters, digits, - . / _.
 * ERR_INPUT with *galat about the field seri_baru: wajib, format,
 * sudah-dipakai; ERR_CONFLICT when the card or ticket is in another state;
 * ERR_NOT_FOUND.
 */
enum err produksi_ganti(struct db *db, const struct pelaku *p,
			int64_t proses_id, int64_t kartu_id, const char *seri,
			struct kerjaan_galat *galat);

/*
 * Take an entry back: the card is blank again.  A ticket in dokumen or
 * tanda-tangan goes back to produksi.  ERR_CONFLICT while one of the ticket's
 * documents is signed, the card is in a destruction protocol, or it is blank;
 * ERR_NOT_FOUND.
 */
enum err produksi_urungkan(struct db *db, const struct pelaku *p,
			   int64_t proses_id, int64_t kartu_id);

#endif
