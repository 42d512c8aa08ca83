/* config.c - see config.h. */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef SIFILMA_KONFIG_BAWAAN
#define SIFILMA_KONFIG_BAWAAN "/etc/sifilma/sifilma.conf"
#endif

static struct entry {
	char *name;
	char *value;
} *entries;
static size_t n_entries;

static char *trim(char *s)
{
	char *end;

	s += strspn(s, " \t");
	end = s + strlen(s);
	while (end > s && strchr(" \t\r\n", end[-1]) != NULL)
		*--end = '\0';
	return s;
}

static bool add(char *line)
{
	char *equals = strchr(line, '=');
	struct entry *more;

	if (equals == NULL)
		return false;
	*equals = '\0';
	more = realloc(entries, (n_entries + 1) * sizeof(*entries));
	if (more == NULL)
		return false;
	entries = more;
	entries[n_entries].name = strdup(trim(line));
	entries[n_entries].value = strdup(trim(equals + 1));
	n_entries++;
	return entries[n_entries - 1].name != NULL &&
	       entries[n_entries - 1].value != NULL;
}

bool config_load(void)
{
	const char *path = getenv("SIFILMA_KONFIG");
	char line[2048];
	unsigned number = 0;
	bool fine = true;
	FILE *f;

	if (path == NULL || *path == '\0')
		path = SIFILMA_KONFIG_BAWAAN;
	f = fopen(path, "re");
	if (f == NULL) {
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
		return false;
	}
	while (fine && fgets(line, sizeof(line), f) != NULL) {
		char *text = trim(line);

		number++;
		if (*text != '\0' && *text != '#' && !add(text)) {
			fprintf(stderr, "%s:%u: not `nama = nilai`\n", path,
				number);
			fine = false;
		}
	}
	fclose(f);
	return fine;
}

const char *config_get(const char *name, const char *otherwise)
{
	for (size_t i = n_entries; i > 0; i--)
		if (strcmp(entries[i - 1].name, name) == 0)
			return entries[i - 1].value;
	return otherwise;
}

bool config_development(void)
{
	return strcmp(config_get("mode", "produksi"), "pengembangan") == 0;
}
