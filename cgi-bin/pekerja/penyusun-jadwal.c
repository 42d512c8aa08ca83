/*
 * penyusun-jadwal.c - keeps the plan of personalisation honest when nobody
 * touches it: cards that were planned for a day that is over and are not done
 * are planned anew, and those whose estimate moved by it are told (P-08).
 * Changes people make plan by themselves; see model/jadwal.h.
 *
 *	penyusun-jadwal			look once a minute, until SIGTERM
 *	penyusun-jadwal --sekali	plan anew now
 */
#include "../lib/log.h"
#include "../lib/worker.h"
#include "../model/jadwal.h"

#include <inttypes.h>

#define JEDA_MS 60000

static enum err susun(struct db *db)
{
	int64_t pindah = 0;
	enum err e = jadwal_susun(db, &pindah);

	if (e == OK)
		log_info("planned anew: %" PRId64 " estimates moved", pindah);
	else
		log_error("not planned: %s", err_code(e));
	return e;
}

static int64_t tinjau(struct db *db)
{
	bool usang = false;

	if (jadwal_usang(db, &usang) == OK && usang)
		susun(db);
	return JEDA_MS;
}

static const struct worker pekerja = {
	.name = "penyusun-jadwal",
	.once = susun,
	.round = tinjau,
};

int main(int argc, char **argv)
{
	return worker_main(argc, argv, &pekerja);
}
