/*
 * langkah.h - the five steps of a case and the working days each has used
 * against its norm (P-13, P-18).
 *
 * Pure arithmetic on days; where the days come from is told by the caller
 * (cgi-bin/proses.c), the norms are settings.
 */
#ifndef LANGKAH_H
#define LANGKAH_H

#include "hari.h"
#include "rencana.h"

/*
 * The days at which one step ends and the next begins; HARI_TAK_ADA for what
 * has not happened.  Step i goes from batas[i] to batas[i + 1], so the steps
 * of a case add up to the whole.
 */
enum batas_langkah {
	BATAS_DIAJUKAN,  /* sent to the producer */
	BATAS_AGENDA,    /* letter received by Ditjen */
	BATAS_DISPOSISI, /* passed on to Subdit KI */
	BATAS_TUNTAS,    /* last card personalised */
	BATAS_DOKUMEN,   /* last document signed */
	BATAS_DITERIMA,  /* producer pressed "Diterima" */
	BATAS_N
};

enum langkah_status { LANGKAH_BELUM, LANGKAH_BERJALAN, LANGKAH_SELESAI };

struct langkah_hasil {
	enum langkah_status status;
	hari_t dari;      /* HARI_TAK_ADA while LANGKAH_BELUM */
	hari_t sampai;    /* its end; today while LANGKAH_BERJALAN */
	int32_t terpakai; /* working days, as hari_kerja_antara() counts */
	bool terlambat;   /* more than the norm allows */
};

/*
 * The steps of a case on day kini.  A step runs when it has begun and not
 * ended; a day that is missing although a later one is known (an old case)
 * counts as the next one known.  For a case that was cancelled on day kini no
 * step runs: berhenti.
 */
void langkah_hitung(const struct libur *libur, const struct norma *norma,
		    const hari_t batas[BATAS_N], hari_t kini, bool berhenti,
		    struct langkah_hasil out[LANGKAH_N]);

#endif
