/* kept.c - see kept.h. */
#include "kept.h"
#include "clock.h"

enum err kept_get(struct kept *k, struct db *db, const struct kept_rows **out)
{
	int64_t now = clock_now_ms();
	struct kept_rows rows = { 0 };
	struct arena *a;
	enum err e;

	*out = &k->rows;
	if (k->a != NULL && now >= k->read_ms &&
	    now - k->read_ms < k->max_age_ms)
		return OK;
	if (db == NULL)
		return ERR_BUSY;
	a = arena_new();
	if (a == NULL)
		return ERR_BUSY;
	e = k->load(db, a, &rows);
	if (e != OK) {
		arena_free(a);
		return e;
	}
	arena_free(k->a);
	k->a = a;
	k->rows = rows;
	k->read_ms = now;
	return OK;
}
