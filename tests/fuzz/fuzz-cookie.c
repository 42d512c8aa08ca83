/*
 * fuzz-cookie.c - the first line of the input is a cookie's name, the rest a
 * Cookie header: found or not, and the same with another cookie beside it.
 */
#include "sasaran.h"

#include "lib/cookie.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	char *copy = malloc(size + 1);
	const char *header, *value, *again;
	size_t count, count_again;
	char *eol;

	harus(a != NULL && copy != NULL);
	if (size > 0)
		memcpy(copy, data, size);
	copy[size] = '\0';
	eol = strchr(copy, '\n');
	header = eol == NULL ? "" : eol + 1;
	if (eol != NULL)
		*eol = '\0';
	value = cookie_find(a, header, copy, &count);
	harus((value == NULL) == (count == 0));
	harus(count <= size);
	if (value != NULL) {
		harus(strlen(value) <= strlen(header));
		harus(strchr(value, ';') == NULL);
	}
	again = cookie_find(a, arena_printf(a, "lain%s=x;%s", copy, header),
			    copy, &count_again);
	if (strpbrk(copy, "=;") == NULL) {
		harus(count_again == count);
		harus(value == NULL || strcmp(value, again) == 0);
	}
	free(copy);
	arena_free(a);
	return 0;
}
