/*
 * verifikasi.h - what anybody may learn of a signed document who has its
 * code or its file (U-16), and of a manifest who has its code:
 * no more than is needed to believe it.
 */
#ifndef VERIFIKASI_H
#define VERIFIKASI_H

#include "../lib/db.h"

/* Characters of a code: 128 bits in lower-case hex. */
#define VERIFIKASI_KODE 32

struct verifikasi {
	int64_t id;
	const char *jenis;
	const char *nomor;
	const char *tanggal;       /* YYYY-MM-DD */
	const char *penandatangan; /* name and position */
	const char *jabatan;
	const char *ditandatangani; /* UTC */
	const char *status;         /* berlaku dicabut diganti */
	const char *dicabut;        /* UTC; NULL: it is not */
	const char *lembaga;        /* masked names; NULL: none */
	const char *produsen;
	const char *sha256; /* of the signed file */
	int64_t ukuran;     /* bytes */
	/* The document that replaces it, once that is signed; NULL. */
	const char *nomor_pengganti;
};

/*
 * The code as somebody may have typed it: blanks and - dropped, lower case,
 * a whole address of ours cut to its end.  NULL when it cannot be one.
 */
const char *verifikasi_baca_kode(struct arena *a, const char *s);

/* The document of a code, in exactly its stored form.  ERR_NOT_FOUND. */
enum err verifikasi_kode(struct db *db, const char *kode,
			 struct verifikasi *out);

/* The document whose signed file has this digest.  ERR_NOT_FOUND. */
enum err verifikasi_berkas(struct db *db, const char *sha256,
			   struct verifikasi *out);

/* A manifest, as strangers see it. */
struct verifikasi_manifes {
	const char *kode;
	const char *lembaga;      /* masked name */
	const char *seri_mesin;   /* masked: its ends alone */
	const char *fungsi;       /* R or RW */
	const char *berlaku_dari; /* YYYY-MM-DD */
	const char *berlaku_sampai;
	const char *diterbitkan; /* UTC */
	const char *status; /* on that day: berlaku diganti dicabut berakhir */
	const char *sebab;  /* see struct manifes; NULL: in force, or its last
			       day is over */
	const char *tidak_berlaku; /* UTC; NULL */
};

/*
 * The manifest of a code, in exactly its stored form, as it is on the day
 * ("2026-11-22").  ERR_NOT_FOUND.
 */
enum err verifikasi_manifes(struct db *db, const char *kode, const char *hari,
			    struct verifikasi_manifes *out);

/* A serial of which strangers see so much that somebody who holds the thing
   can compare: "CR-2019-0147" is "CR•••47".  NULL for NULL. */
const char *verifikasi_samarkan_seri(struct arena *a, const char *seri);

/* A name of which strangers see the first letter of each word:
   "PT Bank Maju" is "PT B••• M•••".  NULL for NULL. */
const char *verifikasi_samarkan(struct arena *a, const char *nama);

#endif
