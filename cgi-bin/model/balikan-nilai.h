/*
 * balikan-nilai.h - is one value of data balikan good, and how is it kept
 * (B-07)?  Pure rules, for files, the form and the web service alike; what a
 * parameter asks for is balikan-param.h.
 *
 * A fault is a code: its words are xslt/bagian/balikan.xsl.  Of the NIK:
 *	kosong        nothing there
 *	nik-panjang   digits, but not 16
 *	nik-angka     something else than digits
 *	nik-pemisah   16 digits with blanks, dots or dashes between them
 *	nik-ilmiah    3.17401E+15: a spreadsheet made a number of it
 *	nik-bulat     was a number of a spreadsheet or a program: its last
 *	              digit is lost, or may be; also BALIKAN_TANDA_BULAT
 *	nik-provinsi  no province has that code
 *	nik-tanggal   day not 01-31 or 41-71
 *	nik-bulan     month not 01-12
 *	nik-nol       serial number 0000
 * Of a value:
 *	wajib           must be there
 *	terlalu-panjang more characters than the parameter has
 *	karakter        not UTF-8, or a line end, TAB or other control character
 *	angka tanggal telepon pilihan pola
 *	                not what the parameter asks for
 *	bulat           a number cell with more digits than it keeps; also
 *	                BALIKAN_TANDA_BULAT
 *	ilmiah          1.23E+15: the same, as text
 * Of a cell of a file, instead of nik-panjang, and of nik-angka or karakter:
 *	nik-potong      15 digits, a NIK without its last one
 *	ganti-baris     a line end within the cell
 * Of a row (balikan-berkas.h):
 *	sel-lebih       a cell with text right of the last column
 *	kutip           a quoted cell without an end, or text behind it
 *	baris-panjang   a row or a cell longer than any good one
 * A warning begins with '?' and refuses nothing:
 *	?kabupaten      no regency or city has that code (any more)
 *	?kecamatan      no district has that code (any more)
 *	?ribuan         of a cell of a file: a fraction that may be thousands
 *	?bulat          of a whole file: more NIKs end with 0 than chance gives
 *	?kolom-kurang   of a whole file: it has no such column
 *	?versi-lama     of a whole file: it is of an older version of the
 *	                parameters than that in force
 */
#ifndef BALIKAN_NILAI_H
#define BALIKAN_NILAI_H

#include "../lib/db.h"
#include "balikan-param.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Characters of a NIK. */
#define BALIKAN_NIK_ANGKA 16

/* Digits that a number cell of a spreadsheet keeps; those behind become 0. */
#define BALIKAN_BILANGAN_ANGKA 15

/*
 * What stands behind the digits of such a cell when it is written as text (the
 * report of refused rows): no spreadsheet writes so many digits with it, and
 * every one reads them as a number again.
 */
#define BALIKAN_TANDA_BULAT "E+0"

/* ---- regions: state of the process, the same for everybody ------------- */

/*
 * Learn the codes of provinces, regencies and districts from table wilayah;
 * once in a process, further calls do nothing.  Without it every NIK is
 * nik-provinsi.  ERR_INTERNAL when the table has no province (muat-wilayah
 * was not run); else as db_query().
 */
enum err balikan_wilayah_muat(struct db *db);

/* Learn one code of 2, 4 or 6 digits; others are left alone. */
void balikan_wilayah_tambah(const char *kode);

/* ---- NIK --------------------------------------------------------------- */

/*
 * The NIK in the n bytes at s to *nik, or why there is none: a code as above;
 * NULL when it is good.  White space around it and one apostrophe before it
 * (a spreadsheet's mark of text) are not part of it.  angka: s comes from a
 * number cell (struct sel).
 */
const char *balikan_nik_periksa(const char *s, size_t n, bool angka,
				uint64_t *nik);

/*
 * A code for the cell of n bytes at s, told more exactly where a spreadsheet is
 * likely to be the cause; most stay what they are.
 */
const char *balikan_sel_perjelas(const char *kode, const char *s, size_t n);

/* NULL, "?kabupaten" or "?kecamatan". */
const char *balikan_nik_peringatan(uint64_t nik);

/* Room for what balikan_nik_samar() writes, with its NUL. */
#define BALIKAN_SAMAR_BYTES 81

/*
 * What may be shown of the n bytes at s that should have been a NIK: the first
 * four and last two digits of 16 ("3204**********01"), of less as much less;
 * characters other than digits stay, so that one sees what is wrong.  At most
 * 80 bytes of well-formed UTF-8.
 */
void balikan_nik_samar(const char *s, size_t n, char out[BALIKAN_SAMAR_BYTES]);

/*
 * A copy from a of s (NULL for NULL) in which runs of 16 digits and more keep
 * their first four and last two: what may be shown of a text that somebody may
 * have put a NIK into, such as the name of a file or a value that is refused.
 */
char *balikan_nik_tutup(struct arena *a, const char *s);

/* ---- other values ------------------------------------------------------ */

/* Room for any kept value. */
#define BALIKAN_NILAI_BYTES BALIKAN_ISI_MAKS

/*
 * The n bytes at s as the parameter keeps them, to out (not NUL-terminated,
 * not within s) and its length to *out_n; or why not: a code as above, and
 * *out_n 0.  angka as for the NIK.
 *
 * White space around a value is not part of it, nor an apostrophe before a
 * digit or one of = + - @ (what spreadsheets and lib/csv put there).  Nothing
 * left is *out_n 0, a fault when the parameter is wajib.
 *
 * teks     up to panjang code points, as it is.
 * angka    digits, perhaps a '-' before them and a '.' or ',' among them, kept
 *          with '.'; zeros in front stay, for it may be an identifier.  No
 *          separators of thousands: they cannot be told from a comma.
 * tanggal  YYYY-MM-DD, DD-MM-YYYY or DD/MM/YYYY, of the calendar, 1900 or
 *          later; kept as YYYY-MM-DD.
 * telepon  digits, perhaps with '+' before and blanks, dots, dashes and
 *          parentheses among them; 08..., 8..., 021..., 62... and +62... are
 *          kept as +62..., others must begin with '+'; 8 to 15 digits.
 * pilihan  one of them whatever the case of its ASCII letters, kept as defined.
 * A pola (teks, angka) replaces all of that: the value is as it says (letters
 * are those of ASCII) and kept as it is.
 */
const char *balikan_nilai_periksa(const struct balikan_ruas *r, const char *s,
				  size_t n, bool angka,
				  char out[BALIKAN_NILAI_BYTES], size_t *out_n);

/* May the n bytes at s, as they are kept, be a number of thousands that was
   taken for a fraction: 12.500? */
bool balikan_nilai_ribuan(const struct balikan_ruas *r, const char *s,
			  size_t n);

#endif
