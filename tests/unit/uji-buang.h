/*
 * uji-buang.h - removes what a test put into the database, with whatever a
 * program wrote about it meanwhile.
 */
#ifndef UJI_BUANG_H
#define UJI_BUANG_H

#include "lib/db.h"

/*
 * Delete the rows of a table (akun, lembaga, proses, permintaan, ...) whose id
 * is dari to sampai, after the rows of all tables that refer to them by a
 * foreign key: those that migrations bring later, too, so that a test names
 * only what has rows below it.  OK, or ERR_CONFLICT when something refers to
 * one of the rows between.
 */
enum err buang(struct db *db, const char *tabel, int64_t dari, int64_t sampai);

/* Accounts and institutions with such ids, and what was to be sent to them: the
   last of a clean-up. */
enum err buang_orang(struct db *db, int64_t dari, int64_t sampai);

#endif
