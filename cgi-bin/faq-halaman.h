/*
 * faq-halaman.h - program faq: what its two files share.  The public pages and
 * the routes are faq.c, the staff's pages faq-kelola.c.
 */
#ifndef FAQ_HALAMAN_H
#define FAQ_HALAMAN_H

#include "lib/app.h"
#include "model/faq.h"

/*
 * Add an answer's paragraphs and lists to parent: <alinea>, <daftar-titik> and
 * <daftar-nomor> with <butir>; in them text, <miring>, <tebal> and
 * <pranala ke=>.  What is no markup is one <alinea> as it stands.
 */
void tambah_jawaban(struct req *r, elem *parent, const char *jawab);

/* faq-kelola.c */
enum err kelola_list(struct req *r);
enum err kelola_form_new(struct req *r);
enum err kelola_create(struct req *r);
enum err kelola_show(struct req *r);
enum err kelola_form_edit(struct req *r);
enum err kelola_edit(struct req *r);
enum err kelola_preview(struct req *r);
enum err kelola_switch(struct req *r);
enum err kelola_move(struct req *r);
enum err kelola_version(struct req *r);
enum err kelola_restore(struct req *r);
enum err kelompok_create(struct req *r);
enum err kelompok_form_edit(struct req *r);
enum err kelompok_edit(struct req *r);
enum err kelompok_move(struct req *r);

#endif
