/*
 * proses-halaman.h - what the files of program proses share.  proses.c has
 * routes, list and cards; proses-lihat.c the detail page; proses-kalender.c
 * the plan; proses-produksi.c personalising and destruction; proses-serah.c
 * handover and cancelling.
 */
#ifndef PROSES_HALAMAN_H
#define PROSES_HALAMAN_H

#include "lib/app.h"
#include "model/kartu.h"
#include "model/proses.h"

/* The ticket {id} of the path, which the person may see; ERR_NOT_FOUND. */
enum err halaman_ambil(struct req *r, struct proses *p);

/* Add <proses …/>; also names the ticket to the frame. */
elem *halaman_proses(struct req *r, const struct proses *p);

/* Both: for pages that show a ticket above a form. */
enum err halaman_tiket(struct req *r, struct proses *p);

/* Add <kartu …/> to parent. */
elem *halaman_kartu(struct req *r, elem *parent, const struct kartu *k);

/* Handlers of proses-lihat.c. */
enum err lihat(struct req *r);
enum err berkas(struct req *r);

/* Handlers of proses-kalender.c. */
enum err kalender(struct req *r);
enum err hari(struct req *r);
enum err atur_hari(struct req *r);
enum err form_pindah(struct req *r);
enum err pindah(struct req *r);

/* Handlers of proses-produksi.c. */
enum err produksi(struct req *r);
enum err catat_kartu(struct req *r);
enum err form_berkas(struct req *r);
enum err impor_berkas(struct req *r);
enum err templat(struct req *r);
enum err form_kartu(struct req *r);
enum err ganti_kartu(struct req *r);
enum err urungkan_kartu(struct req *r);
enum err pemusnahan(struct req *r);
enum err buat_pemusnahan(struct req *r);

/* Handlers of proses-serah.c. */
enum err form_tiket(struct req *r);
enum err form_serah(struct req *r);
enum err serahkan(struct req *r);
enum err batal_serah(struct req *r);
enum err terima_kartu(struct req *r);
enum err batalkan(struct req *r);

#endif
