/*
 * profil.h - what a person changes of his own account: name, place, phone,
 * picture (U-07).  Username, institution and role are not his to change; the
 * e-mail address is akun-email.h.
 */
#ifndef PROFIL_H
#define PROFIL_H

#include "../lib/db.h"
#include "../lib/role.h"

struct profil {
	const char *nama;
	const char *telepon;
	const char *alamat;
	const char *kota;
	const char *provinsi;
	int64_t versi; /* of struct akun, as the form was shown */
};

/*
 * Change one's own.  Audited by the names of what changed; a new name or
 * phone is told to the person.  What changes nothing leaves no trace.
 * ERR_CONFLICT: it was changed since the form was shown.
 */
enum err profil_ubah(struct db *db, const struct pelaku *p,
		     const struct profil *baru);

/* One's picture is now this file of the store; NULL: none any more, then
   ERR_CONFLICT when there was none.  The old file is swept away. */
enum err foto_ganti(struct db *db, const struct pelaku *p, const char *sha256);

/* May this person see that picture?  His own, an admin each.  OK or
   ERR_NOT_FOUND. */
enum err foto_boleh(struct db *db, const struct pelaku *p, const char *sha256);

#endif
