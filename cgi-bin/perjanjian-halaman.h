/*
 * perjanjian-halaman.h - pages about agreements that two programs have: the
 * list, one agreement, its files.  In program admin they are at
 * /admin/perjanjian, in program aktivasi, where institutions read their own,
 * at /aktivasi/perjanjian; who sees what is decided by the model.
 */
#ifndef PERJANJIAN_HALAMAN_H
#define PERJANJIAN_HALAMAN_H

#include "lib/app.h"
#include "model/perjanjian.h"

/* GET: the list; the same as CSV or XLSX ({kode} csv or xlsx). */
enum err perjanjian_list(struct req *r);
enum err perjanjian_export(struct req *r);

/* GET …/{id}: one agreement with its cards and timeline. */
enum err perjanjian_show(struct req *r);

/* GET …/{id}/berkas/{kode}: "pks", or the number of the event in the timeline
   whose addendum is wanted. */
enum err perjanjian_file(struct req *r);

/* Add <perjanjian> with all of one to the page. */
elem *halaman_perjanjian(struct req *r, const struct perjanjian *k);

#endif
