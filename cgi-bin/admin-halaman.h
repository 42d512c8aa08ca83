/*
 * admin-halaman.h - the handlers of program admin, one file per area; their
 * routes are in admin.c.
 */
#ifndef ADMIN_HALAMAN_H
#define ADMIN_HALAMAN_H

#include "lib/app.h"

/* admin-akun.c: accounts */
enum err akun_list(struct req *r);
enum err akun_show(struct req *r);
enum err akun_form_new(struct req *r);
enum err akun_create(struct req *r);
enum err akun_form_edit(struct req *r);
enum err akun_edit(struct req *r);
enum err akun_form_approve(struct req *r);
enum err akun_approve(struct req *r);
enum err akun_refuse(struct req *r);
enum err akun_close(struct req *r);
enum err akun_open(struct req *r);
enum err akun_send_link(struct req *r);

/* admin-faktor.c: second factors; the first adds what an account has. */
enum err faktor_show(struct req *r, elem *akun, int64_t id);
enum err faktor_form_reset(struct req *r);
enum err faktor_reset(struct req *r);

/* admin-akun-massal.c: many accounts by a table */
enum err massal_template(struct req *r);
enum err massal_upload(struct req *r);
enum err massal_preview(struct req *r);
enum err massal_create(struct req *r);
enum err massal_report(struct req *r);

/* admin-lembaga.c: institutions */
enum err lembaga_list(struct req *r);
enum err lembaga_form_new(struct req *r);
enum err lembaga_create(struct req *r);
enum err lembaga_form_edit(struct req *r);
enum err lembaga_edit(struct req *r);
enum err lembaga_show(struct req *r);
enum err lembaga_close(struct req *r);
enum err lembaga_open(struct req *r);

/* admin-perjanjian.c: agreements; see also perjanjian-halaman.h */
enum err perjanjian_form_new(struct req *r);
enum err perjanjian_create(struct req *r);
enum err perjanjian_form_edit(struct req *r);
enum err perjanjian_edit(struct req *r);
enum err perjanjian_form_step(struct req *r);
enum err perjanjian_extend(struct req *r);
enum err perjanjian_stop(struct req *r);

/* admin-pengaturan.c: settings, and the table of routes */
enum err pengaturan_form(struct req *r);
enum err pengaturan_save(struct req *r);
enum err rute_show(struct req *r);

/* admin-data-pribadi.c: requests for erasure, retention */
enum err hapus_list(struct req *r);
enum err hapus_show(struct req *r);
enum err hapus_approve(struct req *r);
enum err hapus_refuse(struct req *r);

/* admin-libur.c: holidays */
enum err libur_list(struct req *r);
enum err libur_add(struct req *r);
enum err libur_show(struct req *r);
enum err libur_delete(struct req *r);
enum err libur_upload(struct req *r);
enum err libur_preview(struct req *r);
enum err libur_import(struct req *r);

/* admin-audit.c: the audit log, and the way to the outbox */
enum err audit_list(struct req *r);
enum err audit_export(struct req *r);
enum err kotak_pindah(struct req *r);

#endif
