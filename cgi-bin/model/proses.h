/*
 * proses.h - tickets: an accepted request on its way to the handover (P-06,
 * P-11, P-17, P-18).
 *
 * States: antri > produksi > dokumen > tanda-tangan > siap-serah >
 * diserahkan > selesai; batal from antri and produksi; dokumen back to
 * produksi, diserahkan back to siap-serah.  Cards are model/kartu and
 * model/produksi, the plan is model/jadwal, the handover is
 * model/serah-terima, documents are model/dokumen.
 */
#ifndef PROSES_H
#define PROSES_H

#include "../lib/db.h"
#include "../lib/role.h"
#include "catat.h"
#include "hari.h"

/* Bytes of "T00000069" and its NUL. */
#define TIKET_TEKS 10

/* Write the ticket code of a number: T and eight digits. */
void tiket_tulis(int64_t nomor, char out[TIKET_TEKS]);

/*
 * Read "T00000069", "t69" or "69".  False, and *nomor untouched, for anything
 * else and for numbers a ticket cannot have (1..99 999 999).
 */
bool tiket_baca(const char *s, int64_t *nomor);

/*
 * The filter of the list a state belongs to (P-11): "progress" while work is
 * going on (antri produksi dokumen tanda-tangan), "approved" once all
 * documents are signed (siap-serah diserahkan selesai), "rejected" when the
 * ticket was cancelled (batal); NULL for no state of ours.  The column
 * proses.kelompok says the same.
 */
const char *proses_kelompok(const char *status);

/* ---- states ---- */

/*
 * Make the ticket of a request that has just become `diterima`, in the
 * caller's transaction (ERR_INTERNAL outside one): takes the next ticket
 * number, writes the proses row, plans anew, and leaves a timeline row
 * `tiket-terbit` (note: the code) and a message `tiket-terbit` to institution
 * and producer (tiket, judul, mulai, selesai).  The place in the queue is the
 * date of the last disposisi.
 *
 * ERR_NOT_FOUND without such a request; ERR_CONFLICT when it is not
 * `diterima`, has no disposisi, has a ticket already, or cannot be planned
 * (jadwal_susun()).
 */
enum err proses_buat(struct db *db, const struct pelaku *p,
		     int64_t permintaan_id, int64_t *proses_id);

/*
 * The last of the ticket's documents was signed: dokumen or tanda-tangan
 * becomes siap-serah, with timeline and message `siap-serah` to the producer
 * (tiket, judul).  ERR_CONFLICT in another state; ERR_NOT_FOUND.
 */
enum err proses_dokumen_lengkap(struct db *db, const struct pelaku *p,
				int64_t proses_id);

/*
 * Cancel a ticket in antri or produksi, for a reason of 3..1000 characters.
 * For admin.  Serials of blank cards are free again; cards that bear keys
 * already go to the destruction list (reason `batal`).  Plans anew; timeline
 * and message `tiket-dibatalkan` (tiket, judul, alasan) to both sides.
 * ERR_CONFLICT in another state; ERR_NOT_FOUND.
 */
enum err proses_batalkan(struct db *db, const struct pelaku *p,
			 int64_t proses_id, const char *alasan);

/* ---- reading ---- */

struct proses {
	int64_t id;
	int64_t tiket;
	int64_t permintaan_id;
	int64_t lembaga_id;
	int64_t produsen_id;
	int64_t jumlah;        /* cards */
	int64_t selesai_kartu; /* of these, personalised */
	int64_t berkas_id;     /* the institution's letter */
	const char *nomor;     /* of the request */
	const char *judul;
	const char *fungsi;  /* R or RW */
	const char *lembaga; /* names */
	const char *produsen;
	const char *status;
	const char *disposisi; /* dates: YYYY-MM-DD, NULL without */
	const char *paling_awal;
	const char *alasan_pindah;
	const char *estimasi_mulai;
	const char *estimasi_selesai;
	const char *agenda_tanggal;
	const char *diajukan; /* moments: UTC, NULL when not yet */
	const char *dibuat;
	const char *mulai;
	const char *tuntas;
	const char *diserahkan;
	const char *diterima;
};

/* One that p may see.  ERR_NOT_FOUND. */
enum err proses_ambil(struct db *db, const struct pelaku *p, int64_t id,
		      struct proses *out);

/*
 * The whole case from request to handover, oldest first.  The request's id
 * must come from a row p may see (proses_ambil()).
 */
enum err proses_riwayat(struct db *db, int64_t permintaan_id,
			struct peristiwa **out, size_t *n);

/* When the last of the ticket's documents was signed (UTC); NULL while one
   is not. */
enum err proses_ditandatangani(struct db *db, int64_t proses_id,
			       const char **waktu);

/* A document of a ticket, for its list. */
struct proses_dokumen {
	int64_t id;
	const char *jenis;          /* bast surat-balasan surat-selesai */
	const char *nomor;          /* NULL while a draft */
	const char *status;         /* draf berlaku dicabut diganti */
	const char *ditandatangani; /* UTC; NULL */
};
enum err proses_dokumen(struct db *db, int64_t proses_id,
			struct proses_dokumen **out, size_t *n);

/* What a page of the list is to hold (P-11). */
struct proses_saring {
	const char *kelompok; /* progress approved rejected; NULL: all */
	const char *cari;     /* ticket code, or words of number and title;
				 NULL: none */
	bool urut_estimasi;   /* by estimasi_selesai, else by ticket */
	bool turun;           /* descending */
	bool mundur;          /* the rows before the cursor */
	const char *kunci;    /* estimasi_selesai of the cursor row; NULL */
	int64_t tiket;        /* ticket of the cursor row; 0: first page */
	int64_t banyak;       /* at most so many rows */
};

/*
 * A page of the tickets p may see, in the order of the page (also when
 * mundur); of each the members id to produsen_id, jumlah, selesai_kartu,
 * berkas_id, nomor, judul, lembaga, produsen, status, estimasi_*.  *total is
 * how many there are, *pasti false when it is only "at least".
 */
enum err proses_daftar(struct db *db, const struct pelaku *p,
		       const struct proses_saring *s, struct proses **out,
		       size_t *n, int64_t *total, bool *pasti);

#endif
