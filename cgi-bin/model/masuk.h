/*
 * masuk.h - signing in: the password, the counters that slow guessing down,
 * the device that is known, and a person's sessions (U-02, U-08).
 */
#ifndef MASUK_H
#define MASUK_H

#include "../lib/db.h"
#include "../lib/role.h"

/*
 * Wrong tries that cost nothing; the next one has to wait.  Per address more,
 * because an office shares one.
 */
#define MASUK_BEBAS_AKUN   5
#define MASUK_BEBAS_ALAMAT 20

/* A device is known for half a year after the last sign-in. */
#define PERANGKAT_UMUR_S (180 * 24 * 3600)

/*
 * How long nobody may try again after the jumlah-th failure in a row: 0 while
 * it is below bebas, then 30 s, doubled each time, up to 15 minutes.
 */
int64_t masuk_tahan_ms(int64_t jumlah, int64_t bebas);

/* A sign-in waits so long for the second factor. */
#define MASUK_TUNDA_S (10 * 60)

struct masuk_coba {
	const char *username; /* as typed */
	const char *sandi;
	const char *alamat_ip;
	const char *agen;
	const char *perangkat; /* the cookie of that name; NULL: none */
	const char *ingat;     /* cookie: no second factor is asked for */
	struct blob titipan;   /* to be had back after the second factor, kept
				  encrypted; p NULL: nothing */
};

struct masuk_hasil {
	/* NULL: the password was right.  Else masuk-salah, masuk-tunggu; and, only with
	   the right password, akun-menunggu, akun-ditolak, akun-nonaktif,
	   lembaga-ditutup. */
	const char *kode;
	int64_t tunggu_detik;  /* masuk-tunggu: how long */
	const char *alasan;    /* akun-ditolak, akun-nonaktif: why; or NULL */
	int64_t akun;          /* signed in: whose; 0: a code is asked for */
	bool terbatas;         /* signed in: first a second factor must be
				  set up (session.h, limited) */
	const char *perangkat; /* signed in: the cookie to set */
	/* The cookie by which the next step knows this one: when a code is
	   asked for, or something waits while a factor is set up; else
	   NULL. */
	const char *tunda;
};

/*
 * Try to sign in.  The try is counted before the password is looked at, so
 * that no number of tries at once gets more than its share; a right one takes
 * it back.  Counters and audit are committed whatever the result.  An unknown
 * account is counted, delayed and refused exactly like a known one.  A device
 * that signed in to this account before has a counter of its own and so gets
 * in while the account or the address is held; the owner of an account that
 * is held gets a message.  Whether there is a second factor (model/faktor)
 * shows only after the right password.  Must not run in a transaction of the caller.
 */
enum err akun_masuk(struct db *db, const struct masuk_coba *c,
		    struct masuk_hasil *h);

/* --- the second factor --- */

/* A sign-in that waits for it. */
struct tunda {
	int64_t id;
	int64_t akun;
	struct blob titipan; /* p NULL: nothing */
};

/*
 * The one of a cookie, asked for from alamat_ip with that browser (one of
 * them must be that of the password).  ERR_NOT_FOUND: there is none;
 * ERR_GONE: it waited too long or was used; out->titipan is then there all
 * the same, as long as nobody has had it.
 */
enum err masuk_tunda(struct db *db, const char *kue, const char *alamat_ip,
		     const char *agen, struct tunda *out);

struct kode_coba {
	const char *kode;
	const char *alamat_ip;
	const char *agen;
	const char *perangkat;
	bool ingat; /* this device for 30 days */
};

struct kode_hasil {
	/* NULL: signed in.  Else kode-salah, masuk-tunggu, or what may have
	   happened since the password: akun-nonaktif, lembaga-ditutup. */
	const char *kode;
	int64_t tunggu_detik;
	const char *perangkat; /* cookies to set; ingat may be NULL */
	const char *ingat;
};

/*
 * Give a code.  Tries are counted per account and per address like those of
 * passwords, and the owner is told: somebody knows his password.  ERR_GONE:
 * another request was first, or it waits no longer.  Must not run in a
 * transaction of the caller.
 */
enum err masuk_kode(struct db *db, const struct tunda *t,
		    const struct kode_coba *c, struct kode_hasil *h);

/* What waited while a limited session set up its factor; p NULL: nothing. */
enum err masuk_titipan(struct db *db, int64_t akun, const char *kue,
		       struct blob *out);

/* --- counters of other secrets --- */

/*
 * Count a try under a key of its own (model/sandi): *tunggu_detik 0 when it
 * may be made, else how long to wait.  hasil_baik() forgets the key.
 */
enum err masuk_hitung(struct db *db, const char *kunci, int64_t bebas,
		      int64_t *tunggu_detik);
enum err masuk_baik(struct db *db, const char *kunci);

/* Forget the wrong passwords of an account: it has a new one, made by who
   reads its mail. */
enum err masuk_lupakan(struct db *db, const char *username);

/* --- sessions --- */

/* One living session, for the list of one's own. */
struct sesi {
	int64_t id;
	const char *dibuat;   /* UTC */
	const char *terakhir; /* UTC */
	const char *alamat_ip;
	const char *agen;
};

/* The living sessions of an account, latest used first. */
enum err sesi_daftar(struct db *db, int64_t akun, struct sesi **out, size_t *n);

/* End one of one's own.  ERR_NOT_FOUND: it is another's, or over. */
enum err sesi_keluarkan(struct db *db, const struct pelaku *p, int64_t id);

/* End all of an account but one (0: all), inside a transaction. */
enum err sesi_tutup(struct db *db, int64_t akun, int64_t kecuali);

#endif
