/* uji-basis.c - see uji-basis.h. */
#include "uji-basis.h"
#include "lib/config.h"

#include <stdlib.h>

struct arena *arena;
struct db *db;
static bool rusak;

bool basis_buka(void)
{
	bool ada = getenv("SIFILMA_KONFIG") != NULL;

	arena = arena_new();
	rusak = ada && !config_load();
	db = db_new("uji");
	db_use_arena(db, arena);
	return ada && !rusak;
}

int basis_tutup(int gagal)
{
	db_free(db);
	arena_free(arena);
	return rusak ? 99 : gagal;
}
