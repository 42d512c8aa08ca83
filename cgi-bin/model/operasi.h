/*
 * operasi.h - how the installation is doing (U-24): facts from the database
 * and from this machine, each with a judgement.  Who shows them is program
 * status.  Certificates and key files are model/sertifikat.
 *
 * The limits of the judgements are here, in words, and in operasi.c:
 *	backup		26 hours without a good one: awas; 50 hours: buruk
 *	worker		two minutes late: awas; half an hour: buruk
 *	messages	waiting for 15 minutes: awas; two hours: buruk
 *	bulk files	waiting for 10 minutes: awas; an hour: buruk
 *	data balikan	a file not begun for an hour: awas; six hours: buruk
 *	plan		a ticket without an estimate for 10 minutes: awas; a
 *			day: buruk
 *	audit		not sealed for two minutes: awas; half an hour: buruk
 *	revocation	not published for two minutes: awas; half an hour:
 *			buruk
 *	disk		less than 15 % free: awas; less than 5 %: buruk
 *	connections	80 % of what the database takes: awas; 95 %: buruk
 */
#ifndef OPERASI_H
#define OPERASI_H

#include "../lib/db.h"

/* Worse is greater; KETERANGAN tells a fact that cannot be bad. */
enum keadaan { KETERANGAN, BAIK, AWAS, BURUK };

/* "keterangan", "baik", "awas", "buruk". */
const char *keadaan_kode(enum keadaan k);

/* AWAS from awas on, BURUK from buruk on. */
enum keadaan keadaan_batas(int64_t nilai, int64_t awas, int64_t buruk);

/* Does the database answer, and does it take changes?  ERR_BUSY when not. */
enum err operasi_hidup(struct db *db);

struct op_basis {
	const char *versi;
	int64_t nyala_detik;  /* since its start */
	int64_t sambungan;    /* connections now */
	int64_t maks;         /* at most */
	int64_t pernah;       /* the most there were */
	int64_t perintah;     /* statements since its start */
	int64_t byte;         /* tables and indexes */
	bool log_biner;       /* binary log is on */
	bool log_aman;        /* and each commit is on the disk in it */
	int64_t simpan_detik; /* it is kept so long; 0: for ever */
	bool lumat_aman;      /* a commit is on the disk */
	bool baca_saja;
	int64_t replika;      /* replication threads that run here */
	int64_t galera;       /* machines in the cluster; 0: none */
	const char *folder;   /* its data, on its own machine */
};
enum err operasi_basis(struct db *db, struct op_basis *out);
enum keadaan operasi_sambungan(const struct op_basis *b);

/* Something that waits for a worker. */
struct op_antrean {
	const char *kode; /* pesan-antri pesan-gagal massal jadwal segel
			     cabutan balikan */
	int64_t jumlah;
	int64_t detik; /* age of the oldest; 0 when nothing waits */
	enum keadaan keadaan;
};
#define OP_ANTREAN 7
enum err operasi_antrean(struct db *db, struct op_antrean out[OP_ANTREAN]);

/* The last check of the audit log's chain. */
struct op_rantai {
	const char *waktu; /* UTC; NULL: never */
	int64_t nomor;     /* last seal that was checked */
	int64_t rusak;     /* first bad seal; 0: none */
	enum keadaan keadaan;
};
enum err operasi_rantai(struct db *db, struct op_rantai *out);

struct op_cadangan {
	const char *nama;    /* NULL: none was made */
	const char *selesai; /* UTC */
	bool baik;
	int64_t byte;
	int64_t detik; /* it took */
	bool terkunci;
	const char *sebab; /* NULL */
};
/* The last backups, newest first, at most OP_CADANGAN; and the age of the
   last good one in seconds, -1 without one. */
#define OP_CADANGAN 5
enum err operasi_cadangan(struct db *db, struct op_cadangan **out, size_t *n,
			  struct op_cadangan *baik, int64_t *umur_detik);
/* Of all that; without a backup: KETERANGAN in development, else BURUK. */
enum keadaan operasi_umur_cadangan(const struct op_cadangan *c, size_t n,
				   int64_t umur_detik);

/* A worker: the newest sign of life of all machines. */
struct op_denyut {
	const char *pekerja;
	const char *mesin; /* NULL: never seen */
	const char *mulai; /* UTC */
	const char *waktu; /* UTC */
	int64_t detik;     /* since then; -1: never */
	enum keadaan keadaan;
};
/* One for each of the n names in pekerja (ended by NULL). */
enum err operasi_denyut(struct db *db, const char *const *pekerja,
			struct op_denyut **out, size_t *n);

/* Number and name of the last migration, and whether it was finished. */
enum err operasi_migrasi(struct db *db, int64_t *nomor, const char **nama,
			 bool *selesai);

/* The file system that a path is on. */
struct op_ruang {
	const char *kode; /* simpanan basis */
	bool ada;         /* false: it cannot be seen from here */
	int64_t bebas;    /* bytes, for programs */
	int64_t total;
	int64_t terpakai; /* per cent, rounded up */
	enum keadaan keadaan;
};
struct op_ruang operasi_ruang(const char *kode, const char *jalur);

#endif
