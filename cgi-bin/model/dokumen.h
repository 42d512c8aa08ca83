/*
 * dokumen.h - the register of documents (P-14, P-15, U-13).
 */
#ifndef MODEL_DOKUMEN_H
#define MODEL_DOKUMEN_H

#include "../lib/db.h"
#include "../lib/role.h"

/*
 * Make the drafts of a ticket whose cards are all done: BAST, reply letter,
 * statement of completion.  In the transaction of the last card; drafts that
 * are there already stay.
 */
enum err dokumen_siapkan(struct db *db, const struct pelaku *p,
			 int64_t proses_id);

struct saksi {
	const char *nama;
	const char *jabatan;
};

/*
 * Make the draft of a destruction protocol for the n waiting cards with their
 * witnesses (at least 2), and tie the cards to it.  ERR_CONFLICT when one of
 * the cards is not on the list or in another protocol already.
 */
enum err dokumen_pemusnahan(struct db *db, const struct pelaku *p,
			    const int64_t *kartu_ids, size_t n,
			    const struct saksi *saksi, size_t n_saksi,
			    int64_t *dokumen_id);

#endif
