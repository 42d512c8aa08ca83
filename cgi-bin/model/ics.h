/*
 * ics.h - public holidays out of an iCalendar file (P-10).
 *
 * Reads the part of RFC 5545 that holiday calendars use: VEVENT with DTSTART,
 * DTEND or DURATION, SUMMARY.  Everything else in the file is passed over.
 * Writing to the table of holidays is not here.
 */
#ifndef ICS_H
#define ICS_H

#include "../lib/arena.h"
#include "../lib/err.h"
#include "hari.h"

#include <stddef.h>

#define ICS_BYTES_MAKS (1024 * 1024) /* of a file */
#define ICS_HARI_MAKS 2000	     /* days of all events together */
#define ICS_PANJANG_MAKS 31	     /* days of one event */
#define ICS_NAMA_MAKS 150	     /* characters of a name */

enum ics_jenis {
	ICS_LIBUR,    /* public holiday */
	ICS_CUTI,     /* collective leave: summary or category says "cuti
			 bersama", "collective leave" or "joint holiday" */
	ICS_PERAYAAN, /* observed but not a day off: the description begins
			 with "Perayaan" or "Observance", as Google's
			 calendar of Indonesia marks them.  Ask before
			 taking these. */
};

/* One day of the result. */
struct libur_baru {
	hari_t hari;
	enum ics_jenis jenis;
	const char *nama; /* 1..ICS_NAMA_MAKS characters, one line */
	size_t baris;	  /* line of the BEGIN:VEVENT it comes from */
};

/* What is wrong with a file; the sentence is in xslt/. */
enum ics_kode {
	ICS_BAIK = 0,
	ICS_TERLALU_BESAR,    /* more than ICS_BYTES_MAKS bytes */
	ICS_BUKAN_KALENDER,   /* does not begin with BEGIN:VCALENDAR */
	ICS_VERSI,	      /* VERSION other than 2.0 */
	ICS_AKSARA,	      /* not UTF-8, or control characters */
	ICS_BARIS,	      /* a line that is not NAME;PARAM=VALUE:VALUE */
	ICS_SUSUNAN,	      /* BEGIN and END do not match, too deep, or the
				 file ends in the middle */
	ICS_TANPA_TANGGAL,    /* event without DTSTART */
	ICS_TANPA_NAMA,	      /* event without SUMMARY, or an empty one */
	ICS_GANDA,	      /* a property of an event stands there twice */
	ICS_TANGGAL,	      /* not a date, time or duration we read */
	ICS_RENTANG,	      /* ends before it begins, or is longer than
				 ICS_PANJANG_MAKS days */
	ICS_NAMA,	      /* SUMMARY longer than ICS_NAMA_MAKS */
	ICS_BERULANG,	      /* RRULE, RDATE or RECURRENCE-ID */
	ICS_TERLALU_BANYAK,   /* more than ICS_HARI_MAKS days */
	ICS_KOSONG,	      /* a calendar without any event */
	ICS_KODE_N
};

struct ics_galat {
	enum ics_kode kode;
	size_t baris; /* line of the file, from 1; 0: the file as a whole */
};

/* Key of the message of a code in xslt/, e.g. "berulang". */
const char *ics_kode_teks(enum ics_kode kode);

/*
 * Read the n bytes of an .ics file (CRLF or LF, a byte order mark is
 * allowed).  *out becomes an array of *n_out days in a, ascending, no day
 * twice.
 *
 * - An event of several days gives each of them; DTEND is exclusive
 *   (RFC 5545, 3.6.1).  Without DTEND and DURATION it is one day.
 * - A date-time counts as the day it falls on: in UTC ("...Z") by the clock
 *   of WIB, otherwise as written.  An event that ends at midnight does not
 *   take the day that begins then.
 * - Where events fall on one day their names are joined by "; " as long as
 *   they fit.  A public holiday wins over collective leave, both over what is
 *   merely observed, whose name is then left out.
 * - Events with STATUS:CANCELLED are left out.
 * - Repeating events are refused: most holidays move, and each year's days
 *   are those of that year's decree and no others.
 *
 * Returns OK; ERR_TOO_LARGE for a file over ICS_BYTES_MAKS; else ERR_INPUT.
 * With an error *galat says what is wrong and where, *out is NULL and *n_out
 * 0.  Never partly: a file is taken whole or not at all.
 */
enum err ics_baca(struct arena *a, const char *bytes, size_t n,
		  struct libur_baru **out, size_t *n_out,
		  struct ics_galat *galat);

#endif
