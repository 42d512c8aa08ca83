/*
 * lembaga.h - institutions of every kind: users of the data, producers,
 * regional offices, Ditjen (spec 00, "Institutions").
 */
#ifndef LEMBAGA_H
#define LEMBAGA_H

#include "../lib/db.h"
#include "../lib/role.h"

/*
 * The kinds, ended by NULL: lembaga-negara kementerian bhi-pusat opd-provinsi
 * bhi-provinsi opd-kabkota bhi-kabkota produsen dinas-provinsi dinas-kabkota
 * ditjen.  Fit for the choices of a form's field.
 */
extern const char *const lembaga_jenis[];

/* The kinds a person may register himself for: all but ditjen. */
extern const char *const lembaga_jenis_daftar[];

/*
 * The role an account of an institution of this kind gets at registration:
 * ROLE_PRODUSEN, ROLE_DINAS, ROLE_ADMIN for ditjen, else ROLE_PENGGUNA.
 * 0 for an unknown kind.
 */
unsigned lembaga_peran(const char *jenis);

/* True when role may belong to an institution of this kind (an official
   belongs to Ditjen or a Dinas). */
bool lembaga_cocok(const char *jenis, unsigned role);

struct lembaga {
	int64_t id;       /* 0: new */
	const char *kode; /* six digits, unique */
	const char *nama;
	const char *jenis;
	const char *alamat;
	const char *kota;
	const char *provinsi;
	const char *wilayah_kode; /* NULL: none */
	const char *pic_nama;     /* NULL: none */
	const char *pic_telepon;  /* NULL: none */
	bool asing;               /* foreign-majority owned */
	bool aktif;
	int64_t akun; /* lembaga_daftar(): its active accounts */
};

/* One entry of a drop-down. */
struct lembaga_pilihan {
	int64_t id;
	const char *kode;
	const char *nama;
	const char *kota;
	const char *jenis;
};

/* All active producers by name: the drop-down of a request. */
enum err lembaga_produsen(struct db *db, struct lembaga_pilihan **out,
			  size_t *n);

/* The same for a list's filter, from what the process keeps: at most
   LEMBAGA_UMUR_MS old, and good for this request. */
enum err lembaga_produsen_saring(struct db *db, struct lembaga_pilihan **out,
				 size_t *n);

/* Names of n institutions by their ids, for lists; kept as long, in the same
   way.  ERR_NOT_FOUND when there is none of one id. */
enum err lembaga_nama(struct db *db, const int64_t *id, const char **nama,
		      size_t n);

#define LEMBAGA_UMUR_MS 30000

/* All active institutions a person may register for, by name. */
enum err lembaga_pendaftaran(struct db *db, struct lembaga_pilihan **out,
			     size_t *n);

/* Every active institution, Ditjen too, by name: the admin's drop-downs. */
enum err lembaga_aktif(struct db *db, struct lembaga_pilihan **out, size_t *n);

/*
 * One by id, whoever asks: an institution's name and address are no secret
 * among those who have a case with it; what belongs to it is.
 * ERR_NOT_FOUND.
 */
enum err lembaga_ambil(struct db *db, int64_t id, struct lembaga *out);

/* Is it there, active and a producer?  OK or ERR_NOT_FOUND. */
enum err lembaga_adalah_produsen(struct db *db, int64_t id);

/* What a page of the list is to hold. */
struct lembaga_saring {
	const char *cari;  /* part of name or city, or the code; NULL */
	const char *jenis; /* NULL: all */
	const char *aktif; /* "ya", "tidak" or NULL */
	const char *urut;  /* "nama", "kode" or "jenis" */
	bool turun;        /* descending */
	bool mundur;       /* the rows before the cursor */
	const char *kunci; /* sort value of the cursor row; NULL: none */
	int64_t id;        /* its id */
	int64_t banyak;    /* at most so many rows */
};

/*
 * A page of institutions, always in the order of the page (also when
 * mundur).  Counted up to *total.
 */
enum err lembaga_daftar(struct db *db, const struct lembaga_saring *s,
			struct lembaga **out, size_t *n, int64_t *total);

/*
 * Make (id 0) or change one; a new one's id goes to l->id.  kode NULL: the
 * next free code of its own.  ERR_CONFLICT when the code is taken, ERR_INPUT
 * when it has accounts whose role does not belong to its new kind,
 * ERR_NOT_FOUND when the id is unknown.
 */
enum err lembaga_simpan(struct db *db, const struct pelaku *p,
			struct lembaga *l);

/*
 * Open or close one.  Closing ends the sessions of its accounts, which can no
 * longer sign in.  ERR_CONFLICT when it is so already, or when it is the
 * caller's own.
 */
enum err lembaga_atur_aktif(struct db *db, const struct pelaku *p, int64_t id,
			    bool aktif);

#endif
