/*
 * penjaga-retensi.c - the worker that erases what is kept no longer: soon
 * after an admin agreed, the people who asked for it; once an hour, what the
 * settings say is over.  What that is and what is never touched is told by
 * model/retensi.h; this file says when.
 *
 *	penjaga-retensi			watch, until SIGTERM
 *	penjaga-retensi --sekali	all there is to do now, then end; 1 when
 *					something failed
 *
 * It may be started twice, by two machines, or days late: each piece is a
 * transaction that looks at how things stand.
 */
#include "../lib/clock.h"
#include "../lib/log.h"
#include "../lib/text.h"
#include "../lib/worker.h"
#include "../model/retensi.h"

#include <inttypes.h>

#define JEDA_MS 5000
#define JAM_MS  3600000LL

static enum err gagal(const char *apa, enum err e)
{
	if (e != OK)
		log_error("%s: %s", apa, err_code(e));
	return e;
}

/* People whose request was agreed to, and the messages that told them. */
static enum err orang(struct db *db)
{
	bool ada = true;
	int64_t n = 0;
	enum err e = OK;

	while (e == OK && ada && !worker_ended()) {
		arena_reset(db_arena(db));
		e = hapus_jalankan(db, &ada);
		if (e == OK && ada)
			log_info("a person's data was erased");
	}
	arena_reset(db_arena(db));
	if (e == OK)
		e = hapus_pesan_akhir(db, &n);
	return gagal("erasure", e);
}

/* What is over: a kind that fails does not hold up the others. */
static enum err retensi(struct db *db)
{
	int64_t jumlah[RETENSI_JENIS] = { 0 };
	struct buf b = { .a = db_arena(db) };
	enum err hasil = OK;

	for (size_t i = 0; i < RETENSI_JENIS && !worker_ended(); i++) {
		int64_t n = 1;
		enum err e = OK;

		while (e == OK && n > 0 && !worker_ended()) {
			arena_reset(db_arena(db));
			e = retensi_sapu(db, i, &n);
			jumlah[i] += e == OK ? n : 0;
		}
		if (gagal(retensi_jenis[i].kode, e) != OK)
			hasil = e;
	}
	arena_reset(db_arena(db));
	for (size_t i = 0; i < RETENSI_JENIS; i++)
		if (jumlah[i] > 0)
			buf_printf(&b, "%s%s %" PRId64, b.n > 0 ? ", " : "",
				   retensi_jenis[i].kode, jumlah[i]);
	if (b.n > 0) {
		enum err e = retensi_catat(db, b.p);

		log_info("erased: %s", b.p);
		if (gagal("audit", e) != OK)
			hasil = e;
	}
	return hasil;
}

static enum err sekali(struct db *db)
{
	enum err a = orang(db), b = retensi(db);

	return a != OK ? a : b;
}

static int64_t tinjau(struct db *db)
{
	static int64_t terakhir;
	int64_t kini = clock_now_ms();

	orang(db);
	if (kini - terakhir >= JAM_MS && retensi(db) == OK)
		terakhir = kini;
	return JEDA_MS;
}

static const struct worker pekerja = {
	.name = "penjaga-retensi",
	.once = sekali,
	.round = tinjau,
};

int main(int argc, char **argv)
{
	return worker_main(argc, argv, &pekerja);
}
