/*
 * templat.h - the codes of messages: the groups that a person may switch on
 * and off, and the page that each is about.  The words of a message are
 * xslt/pesan-keluar.xsl's.
 */
#ifndef TEMPLAT_H
#define TEMPLAT_H

#include "../lib/arena.h"

#include <stdbool.h>

/*
 * Group of a template's code: permintaan proses dokumen aktivasi perjanjian
 * balikan, akun for every other (what concerns the account itself; its e-mails cannot
 * be switched off).  Never NULL.
 */
const char *templat_kelompok(const char *templat);

/* The groups in the order they are shown, ended by NULL. */
extern const char *const templat_kelompok_semua[];

/*
 * The next name=value of a message's data; false at its end.  name and value
 * from a.  *tempat begins as data.
 */
bool templat_isi(struct arena *a, const char **tempat, const char **nama,
		 const char **nilai);

/*
 * The path of ours that a message leads to: its "jalur", else by its code the
 * page of the request ("id") or ticket ("tiket").  From a; NULL: none.
 */
const char *templat_ke(struct arena *a, const char *templat,
		       const char *data);

#endif
