/* cookie.c - see cookie.h. */
#include "cookie.h"

#include <string.h>

static void trim(const char **p, const char **end)
{
	while (*p < *end && (**p == ' ' || **p == '\t'))
		(*p)++;
	while (*end > *p && ((*end)[-1] == ' ' || (*end)[-1] == '\t'))
		(*end)--;
}

const char *cookie_find(struct arena *a, const char *header, const char *name,
			size_t *count)
{
	size_t name_n = strlen(name);
	const char *found = NULL;
	const char *p = header;

	*count = 0;
	while (p != NULL && *p != '\0') {
		const char *end = strchrnul(p, ';');
		const char *next = *end == ';' ? end + 1 : end;
		const char *equals = memchr(p, '=', (size_t)(end - p));
		const char *name_end = equals;
		const char *value;

		if (equals == NULL) {
			p = next;
			continue;
		}
		trim(&p, &name_end);
		if ((size_t)(name_end - p) == name_n &&
		    memcmp(p, name, name_n) == 0) {
			value = equals + 1;
			trim(&value, &end);
			if (end - value >= 2 && *value == '"' &&
			    end[-1] == '"') {
				value++;
				end--;
			}
			if (++*count == 1)
				found = arena_strndup(a, value,
						      (size_t)(end - value));
		}
		p = next;
	}
	return found;
}
