/*
 * serah-terima.h - the handover of cards and BAST to the producer (P-16).
 */
#ifndef SERAH_TERIMA_H
#define SERAH_TERIMA_H

#include "../lib/db.h"
#include "../lib/role.h"

struct serah_terima {
	const char *wakil_nama;      /* who takes the cards, 3..100 */
	const char *wakil_identitas; /* number of his identity card, 4..40;
					shown to both sides, never logged */
	const char *wakil_jabatan;   /* position with the producer, 3..100 */
	const char *tanggal;         /* YYYY-MM-DD */
	const char *petugas;         /* reading: who handed over */
	const char *penerima;        /* reading: who pressed Diterima; NULL */
};

/* Whom a representative may say he stands for, ended by NULL; only the first,
   "produsen", is handed anything. */
extern const char *const serah_mewakili[];

/* Of a ticket p may see.  ERR_NOT_FOUND when there is none (yet). */
enum err serah_ambil(struct db *db, const struct pelaku *p, int64_t proses_id,
		     struct serah_terima *out);

/*
 * Hand over: siap-serah becomes diserahkan; timeline and message `diserahkan`
 * (tiket, judul, nama) to the producer, who is asked to press "Diterima".
 * For admin.  The date must not lie after today or before the last signature
 * (ERR_INPUT).  ERR_CONFLICT in another state; ERR_NOT_FOUND.
 */
enum err serah_simpan(struct db *db, const struct pelaku *p, int64_t proses_id,
		      const struct serah_terima *s);

/*
 * Take a handover back that was not received: diserahkan becomes siap-serah.
 * By admin (a mistake) or by the producer (nothing came), who says why;
 * timeline and message `serah-terima-dibatalkan` (tiket, judul, alasan) to
 * the other side.  ERR_CONFLICT, ERR_NOT_FOUND.
 */
enum err serah_batal(struct db *db, const struct pelaku *p, int64_t proses_id,
		     const char *alasan);

/*
 * The producer's "Diterima": diserahkan becomes selesai, the cards become
 * diserahkan, the BAST is closed; timeline and message `selesai` (tiket,
 * judul) to the institution and to the admins.  ERR_CONFLICT, ERR_NOT_FOUND.
 */
enum err serah_terima_diterima(struct db *db, const struct pelaku *p,
			       int64_t proses_id);

#endif
