/*
 * audit.h - reading the audit log, and the chain that seals it (U-23).
 * Writing to it is model/catat's, in the transaction of each change.
 *
 * A row is sealed after it was committed: seals are numbered from 1 without
 * a gap, and each bears
 *
 *	mac(n) = HMAC-SHA-256(key, mac(n - 1) || canonical(n))
 *	mac(0) = 32 zeros
 *
 * canonical(n) is "sifilma-audit-1\n" and then, each as "<bytes>:<text>\n"
 * or "-\n" for NULL: n, id, waktu, akun_id, username, lembaga_id, alamat_ip,
 * tindakan, objek, objek_id, rincian, as MariaDB prints them.  So whoever has
 * the key can check the chain without this program.
 */
#ifndef AUDIT_H
#define AUDIT_H

#include "../lib/db.h"

#define AUDIT_MAC 32

struct audit {
	int64_t id;
	const char *waktu;        /* UTC */
	int64_t akun_id;          /* 0: a visitor or the system */
	const char *username;     /* NULL */
	int64_t lembaga_id;       /* 0: none */
	const char *nama_lembaga; /* as it is called now; NULL */
	const char *alamat_ip;    /* NULL */
	const char *tindakan;
	const char *objek;
	int64_t objek_id;
	const char *rincian; /* NULL */
	int64_t nomor;       /* of its seal; 0: not sealed yet */
};

/* Which rows; all NULL or 0 is every row. */
struct audit_saring {
	const char *sejak;    /* UTC, included */
	const char *sebelum;  /* UTC, excluded */
	const char *username; /* exactly */
	const char *tindakan; /* exactly */
	const char *objek;    /* exactly */
	int64_t objek_id;
	bool mundur;    /* the rows before the cursor (newer ones) */
	int64_t id;     /* cursor: rows older than this; 0: from the newest */
	int64_t banyak; /* at most so many rows */
};

/*
 * Rows, newest first (also when mundur).  *total counts them up to
 * AUDIT_HITUNG and says in *pasti whether that is all.
 */
#define AUDIT_HITUNG 10000
enum err audit_cari(struct db *db, const struct audit_saring *s,
		    struct audit **out, size_t *n, int64_t *total, bool *pasti);

/* The actions and the kinds of object that occur, for the filters. */
enum err audit_tindakan(struct db *db, const char ***out, size_t *n);
enum err audit_objek(struct db *db, const char ***out, size_t *n);

/* How things stand with the chain. */
struct audit_rantai {
	int64_t nomor;         /* last seal; 0: none */
	int64_t belum;         /* rows that are not sealed yet */
	const char *diperiksa; /* last check, UTC; NULL: never */
	int64_t sampai;        /* last seal that check looked at */
	int64_t rusak;         /* first seal that did not fit; 0: none */
	const char *sebab;     /* isi celah hilang; NULL */
};
enum err audit_rantai(struct db *db, struct audit_rantai *out);

/* --- for the sealer alone: it has the key --- */

/*
 * Seal up to banyak rows that have none, in the order of their ids, in one
 * transaction; *n is how many were.  Looks only at rows whose id is above
 * sejak_id (0: at all); ids are committed out of order, so it has to look at
 * all from time to time.  ERR_CONFLICT: another sealer was faster.
 */
enum err audit_segel(struct db *db, const unsigned char kunci[32],
		     int64_t sejak_id, int64_t banyak, int64_t *n);

/* Id of the row of the last seal, 0: none. */
enum err audit_terakhir(struct db *db, int64_t *audit_id);

/* What a check found. */
struct audit_periksa {
	int64_t nomor;     /* last seal looked at */
	int64_t rusak;     /* first one that does not fit; 0: all do */
	const char *sebab; /* isi: row or seal was changed; celah: a number
			      is missing; hilang: the row is not there */
	int64_t audit_id;  /* row of the bad seal, when known */
	unsigned char mac[AUDIT_MAC]; /* of the last seal that fits */
};

/*
 * Check the chain from its beginning.  pada > 0: also that seal number pada
 * has this mac (a head that was printed once); *cocok tells.
 */
enum err audit_periksa(struct db *db, const unsigned char kunci[32],
		       struct audit_periksa *out, int64_t pada,
		       const unsigned char *mac, bool *cocok);

/* Keep the result of a check for the admin's page. */
enum err audit_catat_periksa(struct db *db, const struct audit_periksa *p);

/* The last seal: number, mac and the time of its row.  ERR_NOT_FOUND. */
enum err audit_kepala(struct db *db, int64_t *nomor, struct blob *mac,
		      const char **waktu);

#endif
