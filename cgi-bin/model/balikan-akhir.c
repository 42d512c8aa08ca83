/* balikan-akhir.c - see balikan-akhir.h. */
#include "balikan-akhir.h"
#include "../lib/clock.h"
#include "balikan-kiriman.h"
#include "balikan-total.h"

enum err balikan_akhir(struct db *db, int64_t lembaga, int64_t kiriman,
		       bool berhasil)
{
	enum err e = OK;

	if (berhasil)
		e = balikan_total_terakhir(db, lembaga, kiriman,
					   clock_now(db_arena(db), 0));
	return e == OK ? balikan_kiriman_kabar(db, kiriman) : e;
}
