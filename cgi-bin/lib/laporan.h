/*
 * laporan.h - what is told of a table that was refused, and a report on all of
 * it as a CSV for the one who sent it.  The report is in the file store without
 * a row in the database, and swept away some days later; a seal in its address
 * keeps others out.
 */
#ifndef LAPORAN_H
#define LAPORAN_H

#include "app.h"
#include "baris.h"

/* Tell at the field that its table could not be read at all: "tabel-<kode>".
   ERR_INPUT. */
enum err laporan_tabel(struct req *r, const char *ruas, struct tabel_galat g);

/*
 * Keep the report on what {id} of the path stands for.  jenis tells kinds of
 * reports apart ("seri").  *akhir: the end of its address, "<sha256>?segel=…".
 * ERR_DISK, or ERR_INTERNAL when it cannot be sealed.
 */
enum err laporan_simpan(struct req *r, const char *jenis, struct blob csv,
			const char **akhir);

/*
 * Answer with the report that {kode} of the path and ?segel= name, as
 * nama-<id>.csv (nama.csv when the path has no {id}).  ERR_NOT_FOUND when it
 * is not this person's, not about this {id}, or gone.
 */
enum err laporan_kirim(struct req *r, const char *jenis, const char *nama);

#endif
