/* role.c - names of the roles. */
#include "role.h"

#include <stddef.h>
#include <string.h>

static const struct {
	unsigned role;
	const char *name;
} names[] = {
	{ ROLE_TAMU, "tamu" },
	{ ROLE_PENGGUNA, "pengguna" },
	{ ROLE_PRODUSEN, "produsen" },
	{ ROLE_DINAS, "dinas" },
	{ ROLE_ADMIN, "admin" },
	{ ROLE_PEJABAT, "pejabat" },
	{ ROLE_VERIFIKATOR, "verifikator" },
	{ ROLE_PEMOHON, "pemohon" },
};

const char *role_name(unsigned role)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (names[i].role == role)
			return names[i].name;
	return "tamu";
}

unsigned role_from_name(const char *name)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(names[i].name, name) == 0)
			return names[i].role;
	return 0;
}
