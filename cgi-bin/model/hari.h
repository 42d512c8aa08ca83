/*
 * hari.h - calendar days, weeks and months, and working days.
 *
 * Pure arithmetic: no clock, no SQL, no texts of the screen.  A day is a
 * number, so days are compared and subtracted like numbers; times of day
 * appear only where a UTC timestamp of the database becomes a local day.
 */
#ifndef HARI_H
#define HARI_H

#include "../lib/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A day of the Gregorian calendar: days since 1970-01-01. */
typedef int32_t hari_t;

#define HARI_MIN ((hari_t)-25567)  /* 1900-01-01 */
#define HARI_MAX ((hari_t)2932896) /* 9999-12-31 */
#define HARI_TAK_ADA INT32_MIN	   /* "no day", as NULL in SQL */

#define HARI_TEKS 11  /* bytes of "2025-01-31" and its NUL */
#define BULAN_TEKS 8  /* bytes of "2025-01" and its NUL */
#define PEKAN_TEKS 9  /* bytes of "2025-W05" and its NUL */
#define WAKTU_TEKS 20 /* bytes of "2025-01-31 17:00:00" and its NUL */

/* A day taken apart. */
struct tanggal {
	int tahun;
	int bulan; /* 1-12 */
	int tgl;   /* 1-31 */
};

/* ---- dates ---- */

/*
 * The day of a year (1900-9999), month and day of month.  False, and *out
 * untouched, when there is no such day.
 */
bool hari_dari(int tahun, int bulan, int tgl, hari_t *out);

/*
 * Parse exactly "YYYY-MM-DD" (ISO 8601): ten characters, nothing before or
 * after.  False, and *out untouched, for anything else, NULL included.
 */
bool hari_baca(const char *s, hari_t *out);

/* Write h as "YYYY-MM-DD"; an empty text when h is not a day we know. */
void hari_tulis(hari_t h, char out[HARI_TEKS]);

/* The same; from a. */
const char *hari_teks(struct arena *a, hari_t h);

/* True when h lies between HARI_MIN and HARI_MAX. */
bool hari_sah(hari_t h);

/* Year, month and day of h, which must be hari_sah(). */
struct tanggal hari_pecah(hari_t h);

/* Day of the week: 1 Monday ... 7 Sunday (ISO 8601). */
int hari_ke_pekan(hari_t h);

/* ---- months and weeks, for the calendar (P-09) ---- */

/* What a calendar page of a month or of a week shows. */
struct kisi {
	hari_t awal;   /* first day that belongs to the month or week */
	hari_t akhir;  /* last day that belongs to it */
	hari_t mulai;  /* the Monday in the top left corner */
	int baris;     /* rows of seven days: 4 to 6, or 1 for a week */
};

/* Number of days of a month, 28-31; 0 when bulan is not 1-12. */
int hari_sebulan(int tahun, int bulan);

/*
 * Parse exactly "YYYY-MM".  False, outputs untouched, for anything else and
 * for years outside 1900-9999.
 */
bool bulan_baca(const char *s, int *tahun, int *bulan);

/* Write "YYYY-MM"; an empty text when there is no such month. */
void bulan_tulis(int tahun, int bulan, char out[BULAN_TEKS]);

/*
 * Move a month by n months, which may be negative: the links "before" and
 * "after" of the calendar.  False, and the month untouched, when the result
 * is outside 1900-9999.
 */
bool bulan_geser(int *tahun, int *bulan, int n);

/* The grid of a month, Monday first.  False when there is no such month. */
bool kisi_bulan(int tahun, int bulan, struct kisi *out);

/*
 * ISO 8601 week of h: the week belongs to the year of its Thursday, so
 * 2024-12-30 is in week 1 of 2025.
 */
void hari_pekan_iso(hari_t h, int *tahun, int *pekan);

/* The grid of the week that holds h: one row. */
void kisi_pekan(hari_t h, struct kisi *out);

/*
 * Parse exactly "YYYY-Www", e.g. "2025-W05", as <input type=week> sends it.
 * *senin becomes the Monday of that week.  False, and *senin untouched, for
 * anything else and for a week 53 the year does not have.
 */
bool pekan_baca(const char *s, hari_t *senin);

/* Write the ISO week of h as "YYYY-Www". */
void pekan_tulis(hari_t h, char out[PEKAN_TEKS]);

/* ---- holidays and working days ---- */

/*
 * Public holidays and collective leave: ascending, no day twice.  The array
 * belongs to the caller and must live as long as this is used.
 */
struct libur {
	const hari_t *hari;
	size_t n;
};

/*
 * Sort the n days and drop doubles, in place; returns how many stay.  Makes
 * an array fit for struct libur.
 */
size_t libur_susun(hari_t *hari, size_t n);

/* True when h is in the table.  l may be NULL: no holidays. */
bool libur_ada(const struct libur *l, hari_t h);

/*
 * True when h is a working day: Monday to Friday, not in the table
 * (spec/00, "hari kerja").
 */
bool hari_kerja(const struct libur *l, hari_t h);

/*
 * The first working day on or after h; HARI_TAK_ADA when there is none up to
 * HARI_MAX.
 */
hari_t hari_kerja_sejak(const struct libur *l, hari_t h);

/* The first working day after h; HARI_TAK_ADA as above. */
hari_t hari_kerja_berikut(const struct libur *l, hari_t h);

/*
 * The n-th working day after h (n > 0): the day on which n working days are
 * used up, counted as hari_kerja_antara() counts.  n = 0 gives h itself.
 * HARI_TAK_ADA when n is negative or the calendar ends before.
 */
hari_t hari_kerja_tambah(const struct libur *l, hari_t h, int32_t n);

/*
 * How many working days lie from dari to sampai, both included; 0 when
 * sampai is before dari or one of them is no day (HARI_TAK_ADA).
 */
int32_t hari_kerja_jumlah(const struct libur *l, hari_t dari, hari_t sampai);

/*
 * Working days a step took (P-13, P-18): those after dari up to and with
 * sampai.  The day a step began is not counted, the day it ended is: begun
 * and ended on one day 0, ended on the next working day 1, ended on Saturday
 * as much as ended on Friday.  So the steps of a case add up to the whole.
 * 0 when sampai is not after dari, or one of them is no day.
 */
int32_t hari_kerja_antara(const struct libur *l, hari_t dari, hari_t sampai);

/* ---- timestamps of the database (UTC) and local days ---- */

/* The three zones of Indonesia, as hours east of UTC; none has summer time. */
enum zona { WIB = 7, WITA = 8, WIT = 9 };

/* A moment on a wall clock. */
struct waktu {
	hari_t hari;
	int jam, menit, detik;
};

/*
 * Parse a UTC timestamp "YYYY-MM-DD hh:mm:ss" with an optional fraction of
 * one to six digits (dropped, not rounded), as MariaDB gives it, and turn it
 * to the clock of zona.  False, and *out untouched, for anything else.
 */
bool waktu_lokal(const char *utc, enum zona zona, struct waktu *out);

/* The same, only the day. */
bool hari_lokal(const char *utc, enum zona zona, hari_t *out);

/* The local day of a moment given in seconds since 1970-01-01 UTC. */
hari_t hari_dari_detik(int64_t detik, enum zona zona);

/*
 * The UTC timestamp at which day h begins in zona, for a range in SQL: the
 * rows of day h are those >= this and < that of h + 1.
 */
void hari_awal_utc(hari_t h, enum zona zona, char out[WAKTU_TEKS]);

#endif
