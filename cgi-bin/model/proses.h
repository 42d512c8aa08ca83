/*
 * proses.h - tickets: an accepted request on its way to the handover (P-06,
 * P-11, P-16 ... P-18).
 *
 * States: antri > produksi > dokumen > tanda-tangan > siap-serah >
 * diserahkan > selesai; batal from antri and produksi; diserahkan back to
 * siap-serah.  Cards are model/kartu and model/produksi, the plan is
 * model/jadwal, documents are model/dokumen.
 */
#ifndef PROSES_H
#define PROSES_H

#include "../lib/db.h"
#include "../lib/role.h"
#include "hari.h"

/* Bytes of "T00000069" and its NUL. */
#define TIKET_TEKS 10

/* Write the ticket code of a number: T and eight digits. */
void tiket_tulis(int64_t nomor, char out[TIKET_TEKS]);

/*
 * Read "T00000069", "t69" or "69".  False, and *nomor untouched, for anything
 * else.
 */
bool tiket_baca(const char *s, int64_t *nomor);

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
 * becomes siap-serah, with timeline and message `siap-serah` to the producer.
 * ERR_CONFLICT in another state; ERR_NOT_FOUND.
 */
enum err proses_dokumen_lengkap(struct db *db, const struct pelaku *p,
				int64_t proses_id);

#endif
