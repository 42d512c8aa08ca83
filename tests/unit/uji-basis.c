/* uji-basis.c - see uji-basis.h. */
#include "uji-basis.h"
#include "lib/config.h"

#include <stdlib.h>

struct arena *arena;
struct db *db;
static bool rusak;

bool basis_buka(void)
{
	arena = arena_new();
	if (getenv("SIFILMA_KONFIG") == NULL)
		return false;
	rusak = !config_load();
	if (rusak)
		return false;
	db = db_new("uji");
	db_use_arena(db, arena);
	return true;
}

int basis_tutup(int gagal)
{
	db_free(db);
	arena_free(arena);
	return rusak ? 99 : gagal;
}
