/*
 * balikan-templat.c - see balikan-templat.h.
 */
#include "balikan-templat.h"
#include "../lib/csv.h"
#include "../lib/text.h"
#include "../lib/xlsx-out.h"
#include "balikan-nilai.h"

#include <string.h>

#define LEBAR_NIK    20
#define LEBAR_MIN    14
#define LEBAR_MAKS   40
#define ATURAN_KOLOM 8

/* Invented: a man born on 1 January 1990 in Jakarta Pusat, a woman born on
   5 July 1985 in Bogor. */
static const char *const nik_contoh[] = { "3171010101900001",
					  "3201024507850002" };
#define CONTOH_N (sizeof(nik_contoh) / sizeof(nik_contoh[0]))

struct blob balikan_templat_csv(struct arena *a, const struct balikan_versi *v)
{
	struct buf b = { .a = a };

	csv_begin(&b);
	csv_cell(&b, "NIK");
	for (size_t i = 0; i < v->n; i++)
		csv_cell(&b, v->ruas[i].nama);
	csv_end_row(&b);
	return (struct blob){ (const unsigned char *)b.p, b.n };
}

static double lebar(const struct balikan_ruas *r)
{
	int n = (int)strlen(r->nama) + 2;

	if (r->panjang + 2 > n)
		n = r->panjang + 2;
	return n < LEBAR_MIN ? LEBAR_MIN : n > LEBAR_MAKS ? LEBAR_MAKS : n;
}

static void isi_contoh(struct arena *a, struct xlsx_out *x,
		       const struct balikan_versi *v)
{
	for (size_t i = 0; i < CONTOH_N; i++) {
		xlsx_out_teks(x, nik_contoh[i]);
		for (size_t j = 0; j < v->n; j++)
			xlsx_out_teks(x,
				      balikan_ruas_contoh(a, &v->ruas[j], i));
		xlsx_out_baris(x);
	}
}

/* The cells of one row of aturan, cut; the next row. */
static char *baris_aturan(char *s, const char **sel, size_t *n)
{
	char *akhir = s + strcspn(s, "\n");
	bool lagi = *akhir != '\0';

	*akhir = '\0';
	for (*n = 0; s != NULL && *n < ATURAN_KOLOM;)
		sel[(*n)++] = strsep(&s, "\t");
	return lagi ? akhir + 1 : akhir;
}

static enum err lembar_aturan(struct arena *a, struct xlsx_out *x,
			      const char *aturan)
{
	struct xlsx_kolom kolom[ATURAN_KOLOM] = { 0 };
	const char *sel[ATURAN_KOLOM];
	char *s = arena_strdup(a, aturan);
	size_t n, m;
	enum err e;

	s = baris_aturan(s, sel, &n);
	for (size_t i = 0; i < n; i++)
		kolom[i] =
		    (struct xlsx_kolom){ sel[i], i + 1 < n ? LEBAR_NIK : 90 };
	e = xlsx_out_lembar(x, "Aturan", kolom, n);
	while (e == OK && *s != '\0') {
		s = baris_aturan(s, sel, &m);
		for (size_t i = 0; i < m; i++)
			xlsx_out_teks(x, sel[i]);
		xlsx_out_baris(x);
	}
	return e;
}

/* A column for each parameter that has choices. */
static enum err lembar_pilihan(struct xlsx_out *x,
			       const struct balikan_versi *v)
{
	struct xlsx_kolom kolom[BALIKAN_RUAS_MAKS];
	const char *const *sisa[BALIKAN_RUAS_MAKS];
	size_t n = 0;
	bool lagi = true;
	enum err e;

	for (size_t i = 0; i < v->n; i++) {
		if (v->ruas[i].jenis != BALIKAN_PILIHAN)
			continue;
		kolom[n] =
		    (struct xlsx_kolom){ v->ruas[i].nama, lebar(&v->ruas[i]) };
		sisa[n++] = v->ruas[i].pilihan;
	}
	if (n == 0)
		return OK;
	e = xlsx_out_lembar(x, "Pilihan", kolom, n);
	while (e == OK && lagi) {
		lagi = false;
		for (size_t i = 0; i < n; i++) {
			xlsx_out_teks(x, *sisa[i]);
			if (*sisa[i] != NULL)
				sisa[i]++;
			lagi = lagi || *sisa[i] != NULL;
		}
		xlsx_out_baris(x);
	}
	return e;
}

enum err balikan_templat_xlsx(struct arena *a, const struct balikan_versi *v,
			      const char *aturan, struct blob *out)
{
	struct xlsx_kolom *kolom = arena_array(a, v->n + 1, sizeof(*kolom));
	struct xlsx_out *x;
	size_t pilihan = 0;
	enum err e;

	kolom[0] = (struct xlsx_kolom){ "NIK", LEBAR_NIK };
	for (size_t i = 0; i < v->n; i++)
		kolom[i + 1] =
		    (struct xlsx_kolom){ v->ruas[i].nama, lebar(&v->ruas[i]) };
	e = xlsx_out_new(a, "Data", kolom, v->n + 1, &x);
	if (e != OK)
		return e;
	xlsx_out_panjang(x, 0, BALIKAN_NIK_ANGKA);
	for (size_t i = 0; i < v->n; i++) {
		const char *const *c = v->ruas[i].pilihan;
		size_t n = 0;

		if (v->ruas[i].jenis != BALIKAN_PILIHAN)
			continue;
		while (c[n] != NULL)
			n++;
		xlsx_out_pilihan(x, i + 1, "Pilihan", pilihan++, n);
	}
	e = xlsx_out_lembar(x, "Contoh", kolom, v->n + 1);
	if (e == OK) {
		isi_contoh(a, x, v);
		e = lembar_aturan(a, x, aturan);
	}
	if (e == OK)
		e = lembar_pilihan(x, v);
	return e == OK ? xlsx_out_selesai(x, out) : e;
}
