/*
 * penerbit-cabutan.c - keeps the public revocation list up to date:
 * makes it anew, signed, when something has changed, and puts it where the
 * web server of this machine hands it out.  What is done is in
 * dokumen/cabutan; any number may run at once.
 *
 *	penerbit-cabutan		look every two seconds, until SIGTERM
 *	penerbit-cabutan --sekali	look once; ends with 1 when it failed
 */
#include "../dokumen/cabutan.h"
#include "../lib/clock.h"
#include "../lib/log.h"
#include "../lib/worker.h"


#define JEDA_MS  2000  /* between two looks */
#define GALAT_MS 10000 /* after one that failed */
#define SELANG   5     /* rests so many times as long as it worked */

static enum err lihat(struct db *db)
{
	static int64_t nomor; /* of the list that is in its place */
	bool baru = false;
	enum err e = cabutan_terbitkan(db, &baru);

	arena_reset(db_arena(db));
	if (e == OK)
		e = cabutan_pasang(db, &nomor);
	if (e != OK)
		log_error("revocation list: %s", err_code(e));
	else if (baru)
		log_info("revocation list %lld published", (long long)nomor);
	return e;
}

/* A long list that changes all the time must not take a whole core. */
static int64_t istirahat_ms(enum err e, int64_t kerja_ms)
{
	if (e != OK)
		return GALAT_MS;
	return kerja_ms * SELANG > JEDA_MS ? kerja_ms * SELANG : JEDA_MS;
}

static int64_t tinjau(struct db *db)
{
	int64_t mula = clock_steady_us();
	enum err e = lihat(db);

	return istirahat_ms(e, (clock_steady_us() - mula) / 1000);
}

static const struct worker pekerja = {
	.name = "penerbit-cabutan",
	.once = lihat,
	.round = tinjau,
};

int main(int argc, char **argv)
{
	return worker_main(argc, argv, &pekerja);
}
