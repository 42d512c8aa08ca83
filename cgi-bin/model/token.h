/*
 * token.h - the tokens that open a card's activation: ten signs,
 * good once, for thirty days, one good one a card.
 *
 * A token is an HMAC of the card's id and 16 random bytes under the secret
 * kunci_dir/token.  The table keeps the random bytes, so that the institution
 * can be shown its tokens again, and a keyed hash to compare with: who has the
 * database alone can neither read a token nor find one by trying them all.
 *
 * Who may act on a card is asked before (model/aktivasi, model/kartu-hidup);
 * here nobody is limited.
 */
#ifndef TOKEN_H
#define TOKEN_H

#include "../lib/db.h"

#include <stdbool.h>

/*
 * Of each pair that looks alike in print or writing (0 O, 1 I L, 2 Z, 5 S,
 * 6 G, 8 B, U V) at most one sign: 26 are left, 47 bits for ten of them.
 * Where a pair has one, the other one is read as it.
 */
#define TOKEN_TANDA   "23456789ACDEFHJKMNPQRTVWXY"
#define TOKEN_PANJANG 10
/* Bytes of "ABCDE-FGHJK" and its NUL. */
#define TOKEN_TEKS 12
#define TOKEN_ACAK 16
#define TOKEN_HASH 32

/* Days a token is good for, wrong ones in a row until the card is locked, and
   minutes it then is. */
#define TOKEN_HARI  30
#define TOKEN_COBA  5
#define TOKEN_TAHAN 60

/*
 * The signs of a token as typed, and a NUL: lower case, blanks, hyphens and
 * the other sign of a pair are forgiven.  False, and out untouched, when it
 * cannot be one (another length, another sign, NULL).
 */
bool token_rapi(const char *typed, char out[TOKEN_PANJANG + 1]);

/* Hash of a token as typed.  False when token_rapi() is, or when the secret
   cannot be read (the log says so). */
bool token_hash(const char *typed, unsigned char out[TOKEN_HASH]);

/* The token of a card and its random bytes, grouped.  False as above. */
bool token_tulis(int64_t kartu_id, const unsigned char acak[TOKEN_ACAK],
		 char out[TOKEN_TEKS]);

/*
 * Issue one to each of n cards, whose locks the caller holds; earlier ones of
 * these cards are void from now on.  now: UTC, as clock_now().
 * ERR_INTERNAL without the secret.
 */
enum err token_terbitkan(struct db *db, int64_t aktivasi_id,
			 const int64_t *kartu_id, size_t n, const char *now);

/* Void the card's token, if it has one (it is returned, or taken back). */
enum err token_batalkan(struct db *db, int64_t kartu_id, const char *now);

/*
 * Does the hash open this card now?  The caller holds the card's lock.
 *
 * OK: yes, *token_id is for token_pakai().  ERR_INPUT: it is another one; now
 * call token_salah_catat().  ERR_GONE: the card has none that is good (used,
 * void, or older than TOKEN_HARI), whatever was typed.  ERR_RATE: locked after
 * TOKEN_COBA wrong ones; token_tahan() says how long.
 */
enum err token_periksa_hash(struct db *db, int64_t kartu_id,
			    const unsigned char hash[TOKEN_HASH],
			    const char *now, int64_t *token_id);

/* Use it up, and forget the wrong ones before.  ERR_CONFLICT: it was. */
enum err token_pakai(struct db *db, int64_t token_id, const char *now);

/*
 * Count a wrong token; the TOKEN_COBA-th locks the card for TOKEN_TAHAN
 * minutes, after which counting begins anew.  The caller holds the card's lock
 * and commits this although it does nothing else (in a handler:
 * req_commit_anyway()): checked and counted under one lock, so that no number
 * of tries at once gets more than its share.
 */
enum err token_salah_catat(struct db *db, int64_t kartu_id, const char *now);

/* Minutes (rounded up) the card is locked, 0 when it is not, and how many
   wrong tokens it may still have. */
enum err token_tahan(struct db *db, int64_t kartu_id, const char *now,
		     int64_t *menit, int64_t *sisa);

/* A row of a request with its card's token. */
struct token_baris {
	int64_t urut;
	int64_t kartu_id;
	const char *seri_kartu;
	const char *sam_id; /* as stored */
	const char *pcid;
	const char *seri_mesin;
	const char *outlet;
	const char *alamat;
	const char *status;    /* of the card */
	const char *keadaan;   /* siap kedaluwarsa terpakai tidak-ada */
	const char *token;      /* grouped; NULL unless siap and asked for */
	const char *berakhir;   /* UTC; NULL: no good one */
};

/*
 * Rows of a request after row `sesudah`, at most banyak, with their tokens
 * when buka.  The caller has asked aktivasi_ambil(), and for buka left its
 * trace (aktivasi_buka_token()).
 */
enum err token_daftar(struct db *db, int64_t aktivasi_id, int64_t sesudah,
		      int64_t banyak, bool buka, struct token_baris **out,
		      size_t *n);

#endif
