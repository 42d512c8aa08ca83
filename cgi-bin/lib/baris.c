/* baris.c - see baris.h. */
#include "baris.h"

#include "text.h"

#include <string.h>

/* Digits of a number in a spreadsheet. */
#define ANGKA_MAKS 15

const struct tabel_batas tabel_batas_umum = {
	.kolom = 64,
	.sel_bytes = 8 * 1024,
	.baris_bytes = 64 * 1024,
	.baris = 100 * 1000,
	.entri = 1000,
	.urai_bytes = 256u * 1024 * 1024,
	.rasio = 200,
	.teks_bytes = 48u * 1024 * 1024,
	.sel = 64 * 100 * 1000,
	.cpu_s = 20,
	.tunggu_s = 60,
	.memori_bytes = 96u * 1024 * 1024,
};

const char *baris_sel(const struct baris *b, size_t i)
{
	return i < b->n ? b->sel[i].p : "";
}

bool baris_terpotong(const struct baris *b, size_t i)
{
	return i < b->n && b->sel[i].angka && b->sel[i].n > ANGKA_MAKS;
}

bool baris_kosong(const struct baris *b)
{
	for (size_t i = 0; i < b->n; i++)
		if (b->sel[i].p[strspn(b->sel[i].p, " \t\r\n")] != '\0')
			return false;
	return true;
}

static const struct {
	enum err err;
	const char *nama;
} kode_tabel[TABEL_KODE_N] = {
	[TABEL_BAIK] = { OK, "baik" },
	[TABEL_KUTIP_TERBUKA] = { ERR_INPUT, "kutip-terbuka" },
	[TABEL_SESUDAH_KUTIP] = { ERR_INPUT, "sesudah-kutip" },
	[TABEL_NUL] = { ERR_INPUT, "nul" },
	[TABEL_KARAKTER] = { ERR_INPUT, "karakter" },
	[TABEL_UTF16] = { ERR_INPUT, "utf16" },
	[TABEL_LEMBAR] = { ERR_INPUT, "lembar" },
	[TABEL_KOLOM] = { ERR_TOO_LARGE, "kolom" },
	[TABEL_SEL_PANJANG] = { ERR_TOO_LARGE, "sel-panjang" },
	[TABEL_BARIS_PANJANG] = { ERR_TOO_LARGE, "baris-panjang" },
	[TABEL_BARIS_BANYAK] = { ERR_TOO_LARGE, "baris-banyak" },
	[TABEL_SEL_BANYAK] = { ERR_TOO_LARGE, "sel-banyak" },
	[TABEL_URAI] = { ERR_TOO_LARGE, "urai" },
	[TABEL_BERAT] = { ERR_TOO_LARGE, "berat" },
	[TABEL_JENIS] = { ERR_TYPE, "jenis" },
	[TABEL_RUSAK] = { ERR_TYPE, "rusak" },
	[TABEL_DOCTYPE] = { ERR_TYPE, "doctype" },
};

enum err tabel_err(enum tabel_kode kode)
{
	return kode_tabel[kode].err;
}

const char *tabel_kode_nama(enum tabel_kode kode)
{
	return kode_tabel[kode].nama;
}

void bina_mulai(struct bina *b, struct arena *a,
		const struct tabel_batas *batas)
{
	memset(b, 0, sizeof(*b));
	b->a = a;
	b->batas = batas;
	b->sel = arena_array(a, batas->kolom, sizeof(*b->sel));
	b->letak = arena_array(a, batas->kolom, sizeof(*b->letak));
}

/* Room for n more bytes; n_max of the row has been checked. */
static void grow(struct bina *b, size_t n)
{
	size_t cap = b->cap * 2 > 4096 ? b->cap * 2 : 4096;
	char *bigger;

	if (cap < b->n + n)
		cap = b->n + n;
	if (cap > b->batas->baris_bytes)
		cap = b->batas->baris_bytes;
	bigger = arena_alloc(b->a, cap);
	if (b->n > 0)
		memcpy(bigger, b->p, b->n);
	b->p = bigger;
	b->cap = cap;
}

/* A row must have room for the NUL of the cell. */
static size_t row_room(const struct bina *b)
{
	return b->n < b->batas->baris_bytes ? b->batas->baris_bytes - b->n - 1 :
					      0;
}

size_t bina_sisa(const struct bina *b)
{
	size_t cell = b->batas->sel_bytes - (b->n - b->mulai);
	size_t row = row_room(b);

	return cell < row ? cell : row;
}

enum tabel_kode bina_bytes(struct bina *b, const char *p, size_t n)
{
	/* The limit that the bytes meet first, in whatever pieces they come. */
	if (n > bina_sisa(b))
		return b->batas->sel_bytes - (b->n - b->mulai) <= row_room(b) ?
			   TABEL_SEL_PANJANG :
			   TABEL_BARIS_PANJANG;
	if (n > b->cap - b->n)
		grow(b, n);
	if (n > 0)
		memcpy(b->p + b->n, p, n);
	b->n += n;
	return TABEL_BAIK;
}

enum tabel_kode bina_sel(struct bina *b, bool angka)
{
	struct sel *sel;

	if (b->n_sel == b->batas->kolom)
		return TABEL_KOLOM;
	if (b->n == b->batas->baris_bytes)
		return TABEL_BARIS_PANJANG;
	if (b->n == b->cap)
		grow(b, 1);
	sel = &b->sel[b->n_sel];
	sel->n = b->n - b->mulai;
	sel->angka = angka;
	b->letak[b->n_sel++] = b->mulai;
	b->p[b->n++] = '\0';
	b->mulai = b->n;
	return TABEL_BAIK;
}

char *bina_ruang(struct bina *b, size_t *n)
{
	if (b->cap == 0)
		grow(b, 1);
	*n = b->cap;
	return b->p;
}

/* Put '?' for every byte of the cell that is no text. */
static void scrub(struct sel *sel, char *p)
{
	size_t i = 0;

	while (i < sel->n) {
		size_t k = 1;

		/* A character is four bytes at most. */
		while (k < 4 && k < sel->n - i && !text_ok(p + i, k))
			k++;
		if (text_ok(p + i, k)) {
			i += k;
			continue;
		}
		p[i++] = '?';
	}
}

/* Judge the texts of the row. */
static enum tabel_kode check(struct bina *b)
{
	enum tabel_kode kode = TABEL_BAIK;

	for (size_t i = 0; i < b->n_sel; i++) {
		struct sel *sel = &b->sel[i];

		if (text_ok(sel->p, sel->n))
			continue;
		if (kode == TABEL_BAIK)
			kode = memchr(sel->p, '\0', sel->n) != NULL ?
				   TABEL_NUL :
				   TABEL_KARAKTER;
		if (!b->batas->lunak)
			return kode;
		scrub(sel, b->p + (sel->p - b->p));
	}
	return kode;
}

enum tabel_kode bina_baris(struct bina *b, size_t nomor, size_t fisik,
			   bool bersih, enum tabel_kode salah, baris_fn *fn,
			   void *ctx, enum err *e)
{
	struct baris baris = {
		.nomor = nomor,
		.fisik = fisik,
		.n = b->n_sel,
		.sel = b->sel,
		.salah = salah,
	};

	*e = OK;
	if (nomor > b->batas->baris)
		return TABEL_BARIS_BANYAK;
	if (!b->langsung)
		for (size_t i = 0; i < b->n_sel; i++)
			b->sel[i].p = b->p + b->letak[i];
	if (!bersih) {
		enum tabel_kode kode = check(b);

		if (kode != TABEL_BAIK && !b->batas->lunak)
			return kode;
		if (baris.salah == TABEL_BAIK)
			baris.salah = kode;
	}
	b->n = 0;
	b->mulai = 0;
	b->n_sel = 0;
	b->langsung = false;
	*e = fn(ctx, &baris);
	return TABEL_BAIK;
}
