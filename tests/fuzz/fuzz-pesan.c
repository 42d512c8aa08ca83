/*
 * fuzz-pesan.c - any bytes as messages of the child that reads workbooks: the
 * first byte is the length of a message, and so on.  What is handed on keeps
 * every promise of baris.h whatever the child says.
 */
#include "sasaran.h"

#include "lib/tabel-pesan.h"
#include "lib/text.h"

static const struct tabel_batas limits = {
	.kolom = 5, .sel_bytes = 20, .baris_bytes = 60, .baris = 1000
};

static enum err row(void *ctx, const struct baris *b)
{
	size_t *nomor = ctx;
	size_t bytes = 0;

	harus(b->nomor > *nomor && b->nomor <= limits.baris);
	harus(b->n >= 1 && b->n <= limits.kolom);
	*nomor = b->nomor;
	for (size_t i = 0; i < b->n; i++) {
		harus(b->sel[i].n <= limits.sel_bytes);
		harus(text_ok(b->sel[i].p, b->sel[i].n));
		harus(strlen(b->sel[i].p) == b->sel[i].n);
		bytes += b->sel[i].n + 1;
	}
	harus(bytes <= limits.baris_bytes);
	return OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct tabel_galat galat = { TABEL_BAIK, 0 };
	struct penerima r;
	size_t nomor = 0;
	enum err e = OK;

	harus(a != NULL);
	penerima_mulai(&r, a, &limits, row, &nomor, &galat);
	while (size > 0 && e == OK) {
		size_t n = data[0];
		char *copy;

		data++;
		size--;
		if (n > size)
			n = size;
		copy = salin(data, n);
		e = penerima_pesan(&r, copy, n);
		harus(e == OK || e == ERR_TYPE);
		harus(galat.kode < TABEL_KODE_N);
		free(copy);
		data += n;
		size -= n;
	}
	arena_free(a);
	return 0;
}
