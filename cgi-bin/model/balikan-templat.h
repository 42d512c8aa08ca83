/*
 * balikan-templat.h - the file that an institution fills in for its data
 * balikan (B-02): a heading of NIK and the parameters, as CSV or XLSX.
 */
#ifndef BALIKAN_TEMPLAT_H
#define BALIKAN_TEMPLAT_H

#include "../lib/blob.h"
#include "balikan-param.h"

/* A byte order mark and the heading, nothing else; from a. */
struct blob balikan_templat_csv(struct arena *a,
				const struct balikan_versi *v);

/*
 * The first sheet "Data" is to be filled in: each column is text, so that a
 * spreadsheet keeps what is typed, a NIK has 16 characters, choices are
 * offered.  "Contoh" has two invented rows, "Aturan" what aturan says (rows
 * ended by LF, cells parted by TAB, the first row is the heading), "Pilihan"
 * the choices when there are any.  Errors of lib/xlsx-out.h.
 */
enum err balikan_templat_xlsx(struct arena *a, const struct balikan_versi *v,
			      const char *aturan, struct blob *out);

#endif
