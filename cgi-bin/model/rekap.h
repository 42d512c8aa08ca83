/*
 * rekap.h - the figures of the reports (U-21): rows, columns, totals.
 *
 * Every recap is limited to what a person may see in its own SQL: pengguna
 * and dinas their institution's, produsen those of its cards, Ditjen's staff
 * all (lingkup.h).  Read from indexes alone or from figures that are kept by
 * triggers; sql/054-laporan.sql says which and when.
 */
#ifndef REKAP_H
#define REKAP_H

#include "../lib/db.h"
#include "../lib/role.h"
#include "hari.h"

#define REKAP_KOLOM    12
#define REKAP_KOSONG   INT64_MIN /* no such figure */
#define REKAP_HARI     366       /* days of one recap by day, at most */
#define REKAP_HARI_NOL 719528    /* TO_DAYS() of the first day of hari.h */

/* What a row stands for. */
enum rekap_per {
	PER_HARI,
	PER_BULAN,
	PER_TAHUN,
	PER_LEMBAGA,
	PER_PRODUSEN,
	PER_STATUS,
	PER_FUNGSI,
	PER_LANGKAH,
	PER_JENIS,
	PER_PERAN,
	PER_AKUN,
	PER_PROVINSI,
	PER_KABKOTA,
	PER_SUMBER,
	PER_N
};

struct rekap_saring {
	enum rekap_per per;
	hari_t dari, sampai; /* both included, in the office's zone */
	int64_t lembaga;     /* 0: all that p may see */
	int64_t produsen;    /* 0: all that p may see */
	const char *status;  /* NULL: all; so the others */
	const char *fungsi;
	const char *jenis; /* kind of institution */
	const char *peran; /* role of the account */
	const char *sumber; /* of data balikan: berkas formulir layanan */
	int langkah;       /* 1..5 a step, 6 the whole */
	const char *prov;  /* 2 digits; NULL: all */
	const char *kab;   /* 4 digits, in prov; NULL: all */
};

enum rekap_rupa { RUPA_ANGKA, RUPA_SEPULUH }; /* whole; tenths */

struct rekap_kolom {
	const char *kode;
	enum rekap_rupa rupa;
};

struct rekap_baris {
	/* "2026-11-22" "2026-11" "2026", a code, or the id of what nama is */
	const char *kunci;
	const char *kode;  /* of the institution; NULL: none */
	const char *nama;  /* NULL: kunci is a date or a code */
	const char *waktu; /* UTC: last sign-in (PER_AKUN); NULL */
	int64_t n[REKAP_KOLOM];
};

struct rekap {
	enum rekap_per per;
	struct rekap_kolom kolom[REKAP_KOLOM];
	size_t n_kolom;
	struct rekap_baris *baris; /* in the order of the days, else of kunci's
				      table, else most first */
	size_t n;
	struct rekap_baris jumlah; /* of all rows; kunci NULL */
	int utama;                 /* column that the chart shows */
	int banding; /* column beside it (capacity, 90th percentile); -1 */
};

/* ---- the reports ---- */

/*
 * Requests by the day they were made (Tgl Permintaan) and their state now: a
 * column for each state, requests, cards asked for.  Drafts are their
 * institution's alone.  PER_HARI … PER_FUNGSI.
 */
enum err rekap_permintaan(struct db *db, const struct pelaku *p,
			  const struct rekap_saring *s, struct rekap *out);

/*
 * Cards personalised and failed on each day against the capacity, as the
 * calendar counts them.  The capacity of a day is its own, else that of the
 * setting now; 0 on what is no working day.  PER_HARI (days on which there is
 * neither capacity nor a card are left out), PER_BULAN, PER_TAHUN.
 */
enum err rekap_kartu(struct db *db, const struct pelaku *p,
		     const struct rekap_saring *s, struct rekap *out);

/*
 * Working days that steps took which ended in the months of dari … sampai:
 * tickets, median, 90th percentile, longest, norm, how many were later than
 * it.  PER_LANGKAH (5 steps, and the whole as sixth), PER_BULAN,
 * PER_PRODUSEN, PER_JENIS of the step s->langkah.
 */
enum err rekap_langkah(struct db *db, const struct pelaku *p,
		       const struct rekap_saring *s, struct rekap *out);

/*
 * Requests for activation by the day they were made; cards activated for the
 * first time, manifests that replaced one, manifests ended, by the day it
 * happened.  PER_HARI … PER_TAHUN, PER_LEMBAGA, PER_STATUS (requests alone).
 */
enum err rekap_aktivasi(struct db *db, const struct pelaku *p,
			const struct rekap_saring *s, struct rekap *out);

/*
 * Sign-ins, failed ones and other actions of accounts, as far as the audit
 * log is sealed.  For admin; nobody else gets a row.  PER_AKUN, PER_HARI,
 * PER_BULAN, PER_PERAN, PER_LEMBAGA.
 */
enum err rekap_akun(struct db *db, const struct pelaku *p,
		    const struct rekap_saring *s, struct rekap *out);

/*
 * Readers in use now (peta.h): by province; with s->prov by regency or city,
 * with s->kab by institution, whatever s->per says: out->per is it.
 */
enum err rekap_pembaca(struct db *db, const struct pelaku *p,
		       const struct rekap_saring *s, struct rekap *out);

/*
 * Data balikan by the day it was loaded: rows, and what became of them.
 * PER_HARI … PER_TAHUN, PER_LEMBAGA, PER_JENIS, PER_SUMBER.
 */
enum err rekap_balikan(struct db *db, const struct pelaku *p,
		       const struct rekap_saring *s, struct rekap *out);

/* ---- arithmetic of the above, for them and the tests ---- */

/* One bar of a histogram: so many that took so many days. */
struct tumpuk {
	int32_t hari;
	int64_t jumlah;
};

struct sebaran {
	int64_t n;
	int64_t median_sepuluh; /* tenths of a day: of an even number the mean
				   of the two in the middle */
	int64_t p90;            /* the least value that nine tenths do not
				   exceed (nearest rank) */
	int64_t terlama;
	int64_t terlambat; /* how many took more than the norm */
};

/*
 * Of n bars, ascending by day; those with no or a negative number count as
 * none.  All but n is REKAP_KOSONG when nothing is counted.
 */
struct sebaran sebaran_hitung(const struct tumpuk *t, size_t n, int32_t norma);

/* ---- for the recaps themselves ---- */

/* Begin *out: the columns, ended by a NULL kode. */
void rekap_mulai(struct rekap *out, enum rekap_per per,
		 const struct rekap_kolom *kolom);

/*
 * Rows for every day, month or year of dari … sampai, ascending, all zero.
 * Other kinds: none.
 */
void rekap_waktu(struct arena *a, struct rekap *out, hari_t dari,
		 hari_t sampai);

/* The row of a day in those; NULL outside. */
struct rekap_baris *rekap_hari(struct rekap *r, hari_t dari, hari_t h);

/* One more row at the end, all zero (room for *maks). */
struct rekap_baris *rekap_tambah(struct arena *a, struct rekap *r,
				 size_t *maks);

/* Add up the rows of all columns of RUPA_ANGKA into jumlah. */
void rekap_jumlahkan(struct rekap *r);

/* Most of column k first, those equal by name. */
void rekap_urutkan(struct arena *a, struct rekap *r, size_t k);

/* The moments (UTC) at which dari begins and sampai has ended. */
struct rekap_rentang {
	char awal[WAKTU_TEKS];
	char akhir[WAKTU_TEKS];
	int zona; /* hours */
};
struct rekap_rentang rekap_rentang(hari_t dari, hari_t sampai);

#endif
