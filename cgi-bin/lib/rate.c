/* rate.c - see rate.h.  Old minutes are swept by the audit sealer's loop. */
#include "rate.h"
#include "clock.h"
#include "config.h"

#include <stdlib.h>

SQL(Q_COUNT, "INSERT INTO laju (kunci, jendela, jumlah) VALUES (?, ?, 1)"
	     " ON DUPLICATE KEY UPDATE jumlah = jumlah + 1 RETURNING jumlah");

enum err rate_count(struct req *r, const char *what)
{
	int64_t minute = clock_now_ms() / 60000;
	int64_t limit = atoll(config_get("batas_pelan", "30"));
	const char *key = arena_printf(r->a, "%s:%s", what, r->ip);
	struct rows *rows;
	enum err e = db_one(r->db, &rows, &Q_COUNT, key, minute);

	if (e == OK && db_int(rows, 0) > limit)
		e = ERR_RATE;
	return e;
}
