/*
 * xlsx-angka.h - numbers, dates and escaped characters as XLSX writes them.
 * Pure functions; used by the XLSX reader.
 */
#ifndef XLSX_ANGKA_H
#define XLSX_ANGKA_H

#include <stdbool.h>
#include <stddef.h>

#define XLSX_ANGKA_BYTES 80

/*
 * The number text v (xsd:double without INF and NaN) as the shortest decimal
 * text that reads back as the same double; an integer of at most 40
 * characters without exponent stays as it is.  Exponents are used below
 * 1e-7 and from 1e21 on.  False, and out unchanged, when v is no such number.
 */
bool xlsx_angka(const char *v, char out[XLSX_ANGKA_BYTES]);

/*
 * The serial day number v as date, time or both (see xlsx.h).  sejak_1904:
 * the workbook counts from 1904-01-01, not from 1900.  False, and out
 * unchanged, when v is no number, before the first day, after 9999-12-31, or
 * the 29 February 1900 that never was.
 */
bool xlsx_tanggal(const char *v, bool sejak_1904, char out[XLSX_ANGKA_BYTES]);

/*
 * True when the built-in number format id shows a date or time (ECMA-376
 * part 1, 18.8.30; 27-36 and 50-58 are those of East Asian locales).
 */
bool xlsx_format_tanggal(unsigned id);

/*
 * True when a format code of the workbook's own shows a date or time: its
 * first section has d, m, y, h or s outside quotes and brackets.
 */
bool xlsx_kode_tanggal(const char *kode);

/*
 * Decode _xHHHH_ (ST_Xstring, 22.9.2.19) in the n bytes at p in place; the
 * new length.  Codes that no text may hold stay as they are.
 */
size_t xlsx_xstring(char *p, size_t n);

#endif
