/*
 * role.h - the roles a route can be opened to (spec 00, "Roles").
 *
 * A role is one bit, so that a route names any set of them.  What a role may
 * see inside a route is decided by the SQL of the model, not here.
 */
#ifndef ROLE_H
#define ROLE_H

#include <stdint.h>

enum {
	ROLE_TAMU = 1 << 0, /* a visitor who has not signed in */
	ROLE_PENGGUNA = 1 << 1,
	ROLE_PRODUSEN = 1 << 2,
	ROLE_DINAS = 1 << 3,
	ROLE_ADMIN = 1 << 4,
	ROLE_PEJABAT = 1 << 5,
	ROLE_VERIFIKATOR = 1 << 6,
	ROLE_PEMOHON = 1 << 7,

	ROLE_PEMINTA = ROLE_PENGGUNA | ROLE_DINAS, /* asks for SAM cards */
	ROLE_DITJEN = ROLE_ADMIN | ROLE_PEJABAT,
	ROLE_KASUS = ROLE_PEMINTA | ROLE_PRODUSEN | ROLE_DITJEN,
	ROLE_MASUK = ROLE_KASUS | ROLE_VERIFIKATOR | ROLE_PEMOHON,
	ROLE_SEMUA = ROLE_MASUK | ROLE_TAMU,
};

/* Name as in the database and on the command line, e.g. "produsen". */
const char *role_name(unsigned role);

/* The one bit for a name; 0 when there is no such role. */
unsigned role_from_name(const char *name);

/*
 * Who acts: handed to every model function that must limit what it touches
 * to one person or institution.  akun 0 is a visitor or the system itself.
 */
struct pelaku {
	int64_t akun;
	int64_t lembaga;
	unsigned role;
	const char *nama;
	const char *alamat_ip;
};

#endif
