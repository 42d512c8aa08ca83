/*
 * balikan-token.h - tokens with which an institution's machines send data
 * balikan (B-05, B-14): 256 random bits, shown once and kept as their SHA-256,
 * good until a day, until revoked, and from the networks that they may come
 * from.
 *
 * What is handed out is in db's arena; errors are those of db_query() and
 * db_exec(), and what is named.
 */
#ifndef BALIKAN_TOKEN_H
#define BALIKAN_TOKEN_H

#include "../lib/db.h"
#include "../lib/role.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BALIKAN_TOKEN_NAMA     60   /* characters of its name */
#define BALIKAN_TOKEN_HARI     730  /* most days */
#define BALIKAN_TOKEN_MAKS     20   /* good ones of an institution at once */
#define BALIKAN_JARINGAN_MAKS  20   /* networks of a token */
#define BALIKAN_JARINGAN_HURUF 1000 /* characters of all of them */

struct balikan_token {
	int64_t id;
	int64_t lembaga_id;
	const char *lembaga;
	const char *lembaga_kode;
	const char *nama;
	const char *awalan; /* its first eight characters */
	const char *alamat; /* networks, one a line; NULL: any */
	const char *oleh;   /* who made it */
	const char *dibuat; /* UTC, as the next three */
	const char *berakhir;
	const char *dicabut;  /* NULL: was not revoked */
	const char *terakhir; /* last use, to the minute; NULL: none */
	/* aktif, dicabut, or kedaluwarsa */
	const char *status;
};

/* All of an institution, the newest first. */
enum err balikan_token_daftar(struct db *db, int64_t lembaga,
			      struct balikan_token **t, size_t *n);

/* One of p's institution, for the admin of any; ERR_NOT_FOUND. */
enum err balikan_token_ambil(struct db *db, const struct pelaku *p, int64_t id,
			     struct balikan_token *t);

/* What a new one is to be: checked by the form, networks by
   balikan_jaringan_rapi(). */
struct balikan_token_baru {
	const char *nama;
	int64_t hari;       /* 1 … BALIKAN_TOKEN_HARI */
	const char *alamat; /* NULL: any */
};

/*
 * Make one for p's institution; *token (from the arena) is told here and never
 * again.  With its audit row.  ERR_CONFLICT: there are BALIKAN_TOKEN_MAKS good
 * ones already.
 */
enum err balikan_token_buat(struct db *db, const struct pelaku *p,
			    const struct balikan_token_baru *baru,
			    const char **token);

/*
 * Revoke one that balikan_token_ambil() gives, with its audit row; *lembaga: of
 * whom.  When the admin revokes a good one the institution, whose machine stops
 * sending, is told.  ERR_CONFLICT: it was; ERR_NOT_FOUND.
 */
enum err balikan_token_cabut(struct db *db, const struct pelaku *p, int64_t id,
			     int64_t *lembaga);

/* Whose machine asks. */
struct balikan_mesin {
	int64_t token;
	int64_t lembaga;
	const char *lembaga_kode;
	const char *lembaga_nama;
};

/*
 * Who has the token that came from the address ip; notes its use, at most once
 * a minute.  ERR_LOGIN: nobody, or it was revoked or is over, which nobody can
 * tell apart.  ERR_FORBIDDEN: *kode (of a problem, bagian/masalah.xsl) is
 * lembaga-nonaktif or alamat-jaringan.
 */
enum err balikan_token_kenal(struct db *db, const char *token, const char *ip,
			     struct balikan_mesin *m, const char **kode);

/* ---- networks: pure rules ---- */

/*
 * What was typed, an address or network (CIDR) a line, IPv4 or IPv6, as it is
 * kept: one a line, each once, bits behind the prefix cleared, IPv4 that was
 * written as IPv6 as IPv4; from a.  NULL for nothing typed.  When a line is
 * none, or there are too many, *salah is the line or the first one too many
 * (else NULL).
 */
const char *balikan_jaringan_rapi(struct arena *a, const char *teks,
				  const char **salah);

/* Is the address in one of the networks?  alamat NULL: any. */
bool balikan_jaringan_cocok(const char *alamat, const char *ip);

#endif
