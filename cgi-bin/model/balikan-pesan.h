/*
 * balikan-pesan.h - rows of data balikan on their way from the child that
 * reads and judges a file to the parent, who does not trust it.  Used by
 * balikan-berkas.c, balikan-baris.c and the fuzzers.
 */
#ifndef BALIKAN_PESAN_H
#define BALIKAN_PESAN_H

#include "../lib/store.h"
#include "balikan-berkas.h"

/* Bounds of a row, on both sides. */
extern const struct tabel_batas balikan_batas;

/*
 * The codes of balikan-nilai.h, ended by NULL: the only ones that travel.  What
 * the child says with another one makes its file "rusak".
 */
extern const char *const balikan_kode_baris[];

/* Longest message. */
size_t balikan_pesan_maks(void);

/* ---- the child's side --------------------------------------------------- */

/* Takes a message to the parent. */
typedef enum err balikan_antar(void *ctx, const char *p, size_t n);

struct balikan_kurir {
	balikan_antar *antar;
	void *ctx;
	char *p; /* rows that are kept until they are worth a message */
	size_t n;
	uint64_t nomor; /* of the last row */
};

/* Memory from a. */
void balikan_kurir_mulai(struct balikan_kurir *k, struct arena *a,
			 balikan_antar *antar, void *ctx);

/* Where isi of the next good row is written: room for BALIKAN_ISI_MAKS and a
   value more. */
char *balikan_kurir_ruang(struct balikan_kurir *k);

/* The good row whose isi, n bytes, was written there; errors of antar. */
enum err balikan_kurir_baik(struct balikan_kurir *k, uint64_t nomor,
			    uint64_t nik, size_t n);

/* A fault as it travels. */
struct balikan_cacat {
	unsigned char ruas; /* 0: the row, 1: NIK, i + 2: parameter i */
	const char *kode;
	const char *nilai; /* n bytes; none when 0 */
	size_t n;
};

/* A refused row with n faults, 1 to BALIKAN_SALAH_MAKS. */
enum err balikan_kurir_tolak(struct balikan_kurir *k,
			     const struct balikan_cacat *s, size_t n,
			     const struct baris *b);

/* Send what is kept, then: the heading, of version number i of the rules */
enum err balikan_kurir_kepala(struct balikan_kurir *k, size_t i,
			      const struct baris *b);
/* how far it is */
enum err balikan_kurir_maju(struct balikan_kurir *k, int64_t dibaca,
			    uint64_t baris);
/* a warning of ruas as above (w->ruas is not looked at) */
enum err balikan_kurir_peringatan(struct balikan_kurir *k, unsigned char ruas,
				  const struct balikan_peringatan *w);
/* what is wrong with the whole file */
enum err balikan_kurir_galat(struct balikan_kurir *k,
			     const struct balikan_berkas_galat *galat);
/* unpacked bytes of an XLSX, at most 64 KiB. */
enum err balikan_kurir_urai(struct balikan_kurir *k, const char *p, size_t n);

/* ---- the parent's side -------------------------------------------------- */

struct balikan_penerima {
	struct arena *a;
	const struct balikan_aturan *aturan;
	const struct balikan_berkas_calls *calls;
	void *ctx;
	struct balikan_berkas_galat *galat;
	struct store_file *urai; /* gets unpacked bytes; NULL: none may come */
	int64_t bytes;           /* of the file that is read */
	int64_t bytes_asli;      /* of the file that was sent */
	/* what has come so far */
	const struct balikan_versi *versi;
	uint64_t nomor;
	uint64_t baris;
	struct sel *sel;
	struct balikan_salah *salah; /* of a row, and their values */
	char (*nilai)[BALIKAN_SAMAR_BYTES];
	enum err err; /* what a call returned */
};

/* Prepare r, whose members to `bytes_asli` are set. */
void balikan_penerima_mulai(struct balikan_penerima *r);

/*
 * One message, from a child nobody trusts: a sandbox_out whose ctx is the
 * receiver.  ERR_TYPE: it breaks a rule.  Anything else: what a call returned,
 * or store_write().
 */
enum err balikan_penerima_pesan(void *ctx, const char *p, size_t n);

#endif
