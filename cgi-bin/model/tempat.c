/*
 * tempat.c - see tempat.h.
 */
#include "tempat.h"
#include "../lib/text.h"
#include "seri.h"
#include "wilayah.h"

#include <stdlib.h>
#include <string.h>

#define OUTLET_MAKS 150
#define ALAMAT_MAKS 250
/* Longest text that is read as a coordinate: "-106.82715299999999". */
#define KOORDINAT_MAKS 24

/* The country with a margin of half a degree: 95 to 141 east, 6 north to 11
   south. */
#define UTARA 6.5
#define SELATAN (-11.5)
#define BARAT 94.5
#define TIMUR 141.5

void hidup_tolak(struct hidup_galat *g, const char *ruas, const char *kode,
		 const char *nilai)
{
	if (g->n < HIDUP_SALAH_MAKS)
		g->salah[g->n++] = (struct hidup_salah){ ruas, kode, nilai };
}

static const char *rapi(struct arena *a, const char *s)
{
	const char *t = s == NULL ? "" : text_fold(a, s);

	return *t == '\0' ? NULL : t;
}

static void periksa_teks(struct hidup_galat *g, const char *ruas,
			 const char *s, size_t maks)
{
	if (s != NULL && text_length(s) > maks)
		hidup_tolak(g, ruas, "terlalu-panjang", NULL);
}

static void periksa_seri(struct arena *a, struct tempat *t,
			 struct hidup_galat *g)
{
	const char *s = seri_rapi(a, rapi(a, t->seri_mesin));

	/* No other one may be looked for: serials are ASCII in the database. */
	t->seri_mesin = NULL;
	if (*s == '\0')
		hidup_tolak(g, "seri_mesin", "wajib", NULL);
	else if (!seri_sah(s))
		hidup_tolak(g, "seri_mesin", "format", s);
	else
		t->seri_mesin = s;
}

/* "32.04.05.2001" or "3204052001". */
static void periksa_wilayah(struct arena *a, struct tempat *t,
			    struct hidup_galat *g)
{
	const char *s = rapi(a, t->wilayah_kode);
	char *kode, *w;

	if (s == NULL) {
		t->wilayah_kode = NULL;
		hidup_tolak(g, "wilayah", "wajib", NULL);
		return;
	}
	kode = w = arena_strdup(a, s);
	for (const char *c = s; *c != '\0'; c++)
		if (*c != '.' && *c != ' ')
			*w++ = *c;
	*w = '\0';
	t->wilayah_kode = kode;
	if (wilayah_tingkat(kode) != WILAYAH_DESA) {
		t->wilayah_kode = NULL;
		hidup_tolak(g, "wilayah", "format", s);
	}
}

/* Decimal degrees with a point or, as spreadsheets here write, a comma. */
static bool baca_derajat(const char *s, double *out)
{
	char teks[KOORDINAT_MAKS + 1];
	size_t n = strlen(s), angka = 0, titik = 0;

	if (n > KOORDINAT_MAKS)
		return false;
	for (size_t i = 0; i < n; i++) {
		teks[i] = s[i] == ',' ? '.' : s[i];
		angka += teks[i] >= '0' && teks[i] <= '9';
		titik += teks[i] == '.';
		if (strchr("0123456789.", teks[i]) == NULL &&
		    !(i == 0 && (teks[i] == '-' || teks[i] == '+')))
			return false;
	}
	teks[n] = '\0';
	if (angka == 0 || titik > 1)
		return false;
	*out = strtod(teks, NULL);
	return true;
}

static void periksa_derajat(struct arena *a, const char **nilai,
			    const char *ruas, double min, double maks,
			    struct hidup_galat *g)
{
	const char *s = rapi(a, *nilai);
	double derajat;

	*nilai = NULL;
	if (s == NULL) {
		hidup_tolak(g, ruas, "wajib", NULL);
	} else if (!baca_derajat(s, &derajat)) {
		hidup_tolak(g, ruas, "koordinat", s);
	} else if (derajat < min || derajat > maks) {
		hidup_tolak(g, ruas, "di-luar-indonesia", s);
	} else {
		s = arena_printf(a, "%.6f", derajat);
		/* The database knows one zero only. */
		*nilai = strcmp(s, "-0.000000") == 0 ? s + 1 : s;
	}
}

bool tempat_periksa(struct arena *a, struct tempat *t, struct hidup_galat *g)
{
	size_t sebelum = g->n;

	periksa_seri(a, t, g);
	t->outlet = rapi(a, t->outlet);
	periksa_teks(g, "outlet", t->outlet, OUTLET_MAKS);
	t->alamat = rapi(a, t->alamat);
	if (t->alamat == NULL)
		hidup_tolak(g, "alamat", "wajib", NULL);
	periksa_teks(g, "alamat", t->alamat, ALAMAT_MAKS);
	periksa_wilayah(a, t, g);
	periksa_derajat(a, &t->lintang, "lintang", SELATAN, UTARA, g);
	periksa_derajat(a, &t->bujur, "bujur", BARAT, TIMUR, g);
	return g->n == sebelum;
}
