/*
 * terbit.h - a draft of the register becomes a signed document (P-15, U-13,
 * U-15): its XML, its PDF, the official's signature, its place in the store,
 * all in the transaction that gives it its number.
 *
 * Rights and states are model/dokumen's; how it looks is xslt/dokumen.
 */
#ifndef DOKUMEN_TERBIT_H
#define DOKUMEN_TERBIT_H

#include "../lib/db.h"
#include "../lib/role.h"

/*
 * Sign the draft dokumen_id with the key of p, who must be the official it
 * was put to; his password was asked for before.  The file is verified
 * before it counts.  Whatever fails undoes everything, the number included,
 * so inside a transaction of the caller that must be undone, too.
 *
 * ERR_NOT_FOUND: no such document; ERR_FORBIDDEN: not p's to sign;
 * ERR_CONFLICT: no draft, its ticket's state forbids it, or the cards are not
 * all there; ERR_GONE: p has no key in kunci_dir/tanda-tangan; ERR_DISK;
 * ERR_INTERNAL: the key cannot be used or the page cannot be drawn, logged;
 * ERR_BUSY.
 */
enum err dokumen_terbitkan(struct db *db, const struct pelaku *p,
			   int64_t dokumen_id);

/*
 * The same for n of them, all or none; an id given twice counts once.  They
 * are signed in the order of dokumen_jenis[], so that a letter can name the
 * number of the BAST signed with it.
 */
enum err dokumen_terbitkan_semua(struct db *db, const struct pelaku *p,
				 const int64_t *ids, size_t n);

/*
 * The same for a document that needs no official (bast-kembali): sealed with
 * the suite's own key, kunci_dir/segel-dokumen.pem, on behalf of p.  Errors as
 * dokumen_terbitkan(), but never ERR_FORBIDDEN.
 */
enum err dokumen_segelkan(struct db *db, const struct pelaku *p,
			  int64_t dokumen_id);

/*
 * How a draft would look: watermark, no number, no QR.  The bytes belong to
 * db's arena.  Whether the person may see it was asked before.
 * ERR_NOT_FOUND; ERR_INTERNAL, ERR_BUSY as above.
 */
enum err dokumen_konsep(struct db *db, int64_t dokumen_id, struct blob *pdf);

#endif
