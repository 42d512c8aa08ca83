/* isi-demo.h - what the parts of the demo loader share. */
#ifndef ISI_DEMO_H
#define ISI_DEMO_H

#include "../lib/db.h"
#include "../lib/form.h"
#include "../lib/role.h"
#include "../lib/text.h"
#include "../model/hari.h"
#include "../model/manifes.h"

#define DEMO_PRODUSEN 3
#define DEMO_PEMINTA 14 /* 12 institutions, 2 regional offices */

/* Who acts in the history that isi-demo-riwayat.c tells, and when. */
struct demo {
	struct db *db;
	struct pelaku admin;
	struct pelaku pejabat;
	struct pelaku produsen[DEMO_PRODUSEN];
	struct pelaku peminta[DEMO_PEMINTA];
	hari_t kini; /* today; the history is before it */
	const struct libur *libur;
};

/*
 * Make institutions and accounts, all with the given password, and write
 * username, password, role and institution, one line each, to the file path
 * (mode 0600).  Errors of the model.
 */
enum err demo_orang(struct demo *d, const char *sandi, const char *path);

/* Find those that demo_orang() made. */
enum err demo_kenali(struct demo *d);

/* Live through a year of requests, up to yesterday. */
enum err demo_riwayat(struct demo *d);

/* What happened on that working day after the cards' handover: agreements,
   activation, the life of cards (isi-demo-aktivasi.c). */
enum err demo_aktivasi(struct demo *d, hari_t hari);

/* Data balikan on that day (isi-demo-balikan.c). */
enum err demo_balikan(struct demo *d, hari_t hari);

/* The lives of active cards on that day, and their returns
   (isi-demo-hidup.c). */
enum err demo_hidup(struct demo *d, hari_t hari);

/* --- tools (isi-demo-alat.c) --- */

/* The clock of this process at 09.00 of the day in the office's zone, and so
   many minutes. */
void demo_jam(hari_t hari, int menit);

/* A letter as a PDF in the store, in db's arena. */
enum err demo_surat(struct demo *d, const char *judul, const char *isi,
		    struct upload **out);

/* A file in memory with this content, read from its start; -1. */
int demo_berkas(const struct buf *b);

/* A signed protocol of destruction of up to 20 cards that wait: those that
   were returned, or the others.  Nothing when none waits. */
enum err demo_musnahkan(struct demo *d, bool kembali);

/*
 * Where a reader of an institution (its number in d->peminta) stands, in a
 * place of its kind, in db's arena; the same for the same reader, another one
 * for each `kali`.  ERR_NOT_FOUND: the region codes are not loaded.
 */
enum err demo_tempat(struct demo *d, size_t peminta, const char *seri_mesin,
		     unsigned kali, struct tempat *out);

#endif
