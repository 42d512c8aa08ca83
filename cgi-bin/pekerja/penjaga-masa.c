/*
 * penjaga-masa.c - the worker that watches over the time of agreements:
 * reminders before the end, the end, and new manifests for cards that were
 * renewed or whose suspension was lifted.  What to do is told by
 * model/perjanjian-masa.h; this file says when.
 *
 *	penjaga-masa		watch, until SIGTERM
 *	penjaga-masa --sekali	one round, then end; 1 when something failed
 *
 * It may be started twice, by two machines, or days late: each round does what
 * is still to be done.
 */
#include "../dokumen/hidup.h"
#include "../lib/clock.h"
#include "../lib/log.h"
#include "../lib/worker.h"
#include "../model/hari.h"
#include "../model/perjanjian-masa.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Marked cards are looked for so often, the rest of a round less. */
#define JEDA_MS      5000
#define JEDA_TANGGAL 12 /* pauses between two looks at the date */
#define SEKALI       100

static const struct pelaku sistem = { 0 };

/* --- new manifests --- */

struct potong {
	const int64_t *id;
	size_t n;
};

static enum err perbarui(struct db *db, void *ctx)
{
	const struct potong *p = ctx;
	enum err e = OK;

	for (size_t i = 0; e == OK && i < p->n; i++)
		e = hidup_perbarui(db, &sistem, p->id[i]);
	return e;
}

/* Together; when one of them fails, one by one without it. */
static enum err perbarui_potong(struct db *db, struct potong *p)
{
	enum err hasil = OK, e = db_transaction(db, perbarui, p);

	if (e == OK || e == ERR_BUSY)
		return e;
	for (size_t i = 0; i < p->n; i++) {
		struct potong satu = { &p->id[i], 1 };

		e = db_transaction(db, perbarui, &satu);
		if (e == ERR_BUSY)
			return e;
		if (e != OK) {
			log_error("card %" PRId64 " gets no manifest: %s",
				  p->id[i], err_code(e));
			hasil = e;
		}
	}
	return hasil;
}

/* All cards marked for a reason.  ERR_BUSY ends it, other errors are told of
   at the end. */
static enum err perbarui_semua(struct db *db, const char *sebab)
{
	struct arena *a = db_arena(db);
	enum err hasil = OK, e;
	int64_t sesudah = 0, *id;
	size_t n, jumlah = 0;

	do {
		arena_reset(a);
		e = masa_perlu(db, sebab, sesudah, SEKALI, &id, &n);
		if (e != OK)
			return e;
		if (n == 0)
			break;
		sesudah = id[n - 1];
		e = perbarui_potong(db, &(struct potong){ id, n });
		if (e == ERR_BUSY)
			return e;
		if (e != OK)
			hasil = e;
		jumlah += n;
	} while (n == SEKALI && !worker_ended());
	if (jumlah > 0)
		log_info("%zu marked cards looked at (%s)", jumlah, sebab);
	return hasil;
}

static enum err manifes_baru(struct db *db)
{
	enum err a = perbarui_semua(db, "perpanjangan");
	enum err b = a == ERR_BUSY ? a : perbarui_semua(db, "pemulihan");

	return a != OK ? a : b;
}

/* --- a round --- */

static enum err lapor(const char *apa, enum err e, int64_t banyak)
{
	if (e != OK)
		log_error("%s: %s", apa, err_code(e));
	else if (banyak > 0)
		log_info("%s: %" PRId64, apa, banyak);
	return e;
}

/* What the date asks for.  tandai: look at every institution's cards. */
static enum err tanggal(struct db *db, const char *hari, bool tandai)
{
	struct arena *a = db_arena(db);
	int64_t n = 0;
	enum err hasil = OK, e;

	arena_reset(a);
	e = masa_akhiri(db, hari, &n);
	hasil = lapor("cards made inactive", e, n);
	arena_reset(a);
	if (tandai) {
		e = masa_tandai(db, hari, &n);
		e = lapor("cards marked for renewal", e, n);
		hasil = hasil == OK ? e : hasil;
	}
	arena_reset(a);
	e = masa_ingatkan(db, hari, &n);
	e = lapor("reminders", e, n);
	return hasil == OK ? e : hasil;
}

static void hari_ini(struct arena *a, char out[HARI_TEKS])
{
	snprintf(out, HARI_TEKS, "%s", clock_today(a));
}

static enum err sekali(struct db *db)
{
	char hari[HARI_TEKS];
	enum err a, b;

	hari_ini(db_arena(db), hari);
	a = tanggal(db, hari, true);
	b = lapor("manifests", manifes_baru(db), 0);
	return a != OK ? a : b;
}

static int64_t tinjau(struct db *db)
{
	static char ditandai[HARI_TEKS]; /* the day all cards were looked at */
	static bool tersendat;
	static unsigned kali;
	bool berkala = kali++ % JEDA_TANGGAL == 0;
	char hari[HARI_TEKS];
	enum err e;

	hari_ini(db_arena(db), hari);
	if (berkala && tanggal(db, hari, strcmp(hari, ditandai) != 0) == OK)
		memcpy(ditandai, hari, sizeof(hari));
	/* What failed is tried again, but not every few seconds; a database
	   that was away may be back soon. */
	if (!worker_ended() && (!tersendat || berkala)) {
		e = lapor("manifests", manifes_baru(db), 0);
		tersendat = e != OK && e != ERR_BUSY;
	}
	return JEDA_MS;
}

static const struct worker pekerja = {
	.name = "penjaga-masa",
	.once = sekali,
	.round = tinjau,
};

int main(int argc, char **argv)
{
	return worker_main(argc, argv, &pekerja);
}
