/*
 * fuzz-wa.c - any bytes as the answer of a WhatsApp gateway, and as the number
 * of a telephone: what is taken from them may be shown and stored.
 */
#include "sasaran.h"

#include "lib/text.h"
#include "pekerja/wa-pesan.h"

static void layak(const char *s, size_t maks)
{
	if (s == NULL)
		return;
	harus(strlen(s) <= maks && text_ok(s, strlen(s)));
	harus(strpbrk(s, "\r\n\t") == NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	char *copy = salin(data, size);
	struct wa_jawaban j;
	const char *nomor;

	harus(a != NULL);
	if (!wa_jawaban(a, copy, size, &j))
		harus(j.id == NULL && j.galat == NULL);
	layak(j.id, 150);
	layak(j.galat, 250);
	nomor = wa_nomor(a, arena_strndup(a, copy, size));
	if (nomor != NULL)
		harus(text_digits(nomor, 15) && *nomor != '0');
	arena_free(a);
	free(copy);
	return 0;
}
