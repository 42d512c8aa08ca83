/*
 * cabutan.h - the public revocation list as a file: signed XML, gzip,
 * and its place in the folder that the web server hands out itself.  Its
 * schema is xslt/dokumen/daftar-cabut.rng; what it names is model/cabutan.
 */
#ifndef DOKUMEN_CABUTAN_H
#define DOKUMEN_CABUTAN_H

#include "../lib/db.h"

#include <time.h>

/*
 * Make the list anew when it has to be (model/cabutan.h) and publish it in
 * the database.  *baru: whether it was.  Errors of signing and of the
 * database; ERR_CONFLICT is none: another machine was first.
 */
enum err cabutan_terbitkan(struct db *db, bool *baru);

/*
 * Put the published list into the folder `terbitan` of the configuration as
 * daftar-cabut.xml and daftar-cabut.xml.gz, each by renaming, with the time of
 * publication as the file's, so that the ETag is the same on every machine.
 * *nomor: the number there already (0: look anew); afterwards the present
 * one.  OK without a list; ERR_DISK when it cannot be written.
 */
enum err cabutan_pasang(struct db *db, int64_t *nomor);

/*
 * The file as it is in that folder, for where no web server hands it out; xml
 * belongs to a.  ERR_NOT_FOUND: there is none yet.
 */
enum err cabutan_baca(struct arena *a, struct blob *xml, time_t *terbit);

#endif
