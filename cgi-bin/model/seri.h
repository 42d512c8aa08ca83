/*
 * seri.h - the serial list a producer sends: one row a device, blank SAM card
 * and reader (P-04, P-21).  Reading, checking row by row, storing as cards.
 */
#ifndef SERI_H
#define SERI_H

#include "../lib/arena.h"
#include "../lib/baris.h"
#include "../lib/db.h"

#define SERI_MIN 4
#define SERI_MAKS 32

/*
 * A serial as it is stored: upper case, without blanks of any width and what
 * cannot be seen (text_visible()), "" for NULL.  Scanners and spreadsheets
 * write them in groups, and in either case; copied tables have the rest.
 */
const char *seri_rapi(struct arena *a, const char *s);

/* Is it one?  SERI_MIN to SERI_MAKS capitals, digits, - . / _ with a digit
   among them. */
bool seri_sah(const char *s);

/* Headings have none. */
bool seri_ada_angka(const char *s);

struct seri_baris {
	size_t nomor; /* as the spreadsheet, or the typed text, numbers it */
	const char *kartu; /* upper case, without blanks */
	const char *mesin;
	bool salah; /* reported already */
};

/*
 * What is wrong with one row.  Codes: kartu-kosong mesin-kosong kartu-bentuk
 * mesin-bentuk kartu-angka mesin-angka (a number cell that has lost digits)
 * kartu-ganda mesin-ganda (stands in row `lain` already) kartu-terpakai
 * mesin-terpakai (taken by a live card).
 */
struct seri_galat {
	size_t nomor;
	const char *kode;
	const char *nilai;
	size_t lain; /* 0: none */
};

struct seri {
	struct arena *a;
	struct seri_baris *baris;
	size_t n;
	size_t cap;
	struct seri_galat *galat; /* by row, once seri_periksa() has run */
	size_t n_galat;
	size_t cap_galat;
	bool mulai; /* the first row was seen: it may be a heading */
};

/* Start with one of these; both may report rows in s->galat. */

/*
 * Read an uploaded file (CSV or XLSX) open at fd.  A first row without a
 * digit is a heading.  Columns after the second are ignored.
 * Errors of tabel_baca(); *galat then says what is wrong with the file.
 */
enum err seri_baca_berkas(struct arena *a, int fd, struct seri *s,
			  struct tabel_galat *galat);

/* Read typed or pasted lines, parted by a semicolon, comma or tab. */
enum err seri_baca_teks(struct arena *a, const char *teks, struct seri *s,
			struct tabel_galat *galat);

/*
 * Find doubles within the list and serials that live cards of other requests
 * have; s->galat is then complete and in the order of the rows.
 * OK also when something is wrong: look at s->n_galat.
 */
enum err seri_periksa(struct db *db, int64_t permintaan_id, struct seri *s);

/*
 * Replace the request's cards by the list, which must be without faults.
 * ERR_RETRY when another transaction took a serial meanwhile.
 */
enum err seri_simpan(struct db *db, int64_t permintaan_id,
		     const struct seri *s);

/* The request was refused: its serials may be used again. */
enum err seri_bebaskan(struct db *db, int64_t permintaan_id);

/*
 * The whole report as CSV: row, serial, code, other row; one line a fault.
 * From a.
 */
struct blob seri_laporan(struct arena *a, const struct seri *s);

/* One stored row, for pages and files. */
struct seri_kartu {
	int64_t urut;
	const char *kartu;
	const char *mesin;
	const char *status;
};

/*
 * Stored rows after (mundur: before) the row numbered dari, at most banyak,
 * always in their order.  The caller has asked permintaan_ambil() first.
 */
enum err seri_daftar(struct db *db, int64_t permintaan_id, int64_t dari,
		     bool mundur, int64_t banyak, struct seri_kartu **out,
		     size_t *n);

#endif
