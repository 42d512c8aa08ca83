/*
 * laporan-halaman.h - what the files of program laporan share: a report, the
 * filters of its address, and its figures.
 */
#ifndef LAPORAN_HALAMAN_H
#define LAPORAN_HALAMAN_H

#include "lib/app.h"
#include "model/rekap.h"

/* One of the reports. */
struct laporan {
	const char *kode; /* last part of its path */
	unsigned siapa;
	/* What a row may stand for, ended by NULL; the first unless asked for
	   another.  NULL: the filters say it. */
	const char *const *per;
	bool bulan; /* its period is whole months */
	bool kini;  /* it has no period: figures of now */
	enum err (*hitung)(struct db *db, const struct pelaku *p,
			   const struct rekap_saring *s, struct rekap *out);
};

extern const struct laporan laporan_semua[];
extern const size_t laporan_banyak;

/* A report as somebody asked for it. */
struct diminta {
	const struct laporan *l;
	struct rekap_saring s;
	const char *dari, *sampai; /* the period: days, or months */
	const char *lembaga;       /* name of the filter's institution; NULL */
	const char *lembaga_kode;
	const char *produsen; /* name of the filter's producer; NULL */
	const char *dibuat;   /* UTC */
	struct rekap rekap;
};

/* Word of the address for what a row stands for: "bulan". */
const char *laporan_per(enum rekap_per per);

/* The report that the route is about. */
const struct laporan *laporan_ini(const struct req *r);

/*
 * Read and check the filters (form.h: all that is wrong is reported
 * together).  ERR_INPUT when one is wrong; else errors of the database.
 */
enum err laporan_baca(struct req *r, struct diminta *d);

/* laporan_baca(), and the figures. */
enum err laporan_hitung(struct req *r, struct diminta *d);

/*
 * The figures below parent: <laporan>, the vocabulary is at the head of
 * xslt/bagian/laporan-kata.xsl.  baris: rows to write, the others together as
 * one (0: all).
 */
void laporan_tulis(struct req *r, elem *parent, const struct diminta *d,
		   size_t baris);

/* GET of a page, again with what is wrong, and of a file. */
enum err laporan_lihat(struct req *r);
enum err laporan_galat(struct req *r);
enum err laporan_unduh(struct req *r);

#endif
