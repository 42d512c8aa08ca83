/*
 * templat.h - the groups of messages that a person may switch on and off.
 * The words of a message are xslt/pesan-keluar.xsl's.
 */
#ifndef TEMPLAT_H
#define TEMPLAT_H

#include <stddef.h>

/*
 * Group of a template's code: permintaan proses dokumen aktivasi perjanjian,
 * akun for every other (what concerns the account itself; its e-mails cannot
 * be switched off).  Never NULL.
 */
const char *templat_kelompok(const char *templat);

/* The groups in the order they are shown, ended by NULL. */
extern const char *const templat_kelompok_semua[];

#endif
