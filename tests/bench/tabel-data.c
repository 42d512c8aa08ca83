/* tabel-data.c - see tabel-data.h. */
#include "tabel-data.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define NASIONAL  300
#define TERBESAR  0.8
#define RATA      5.1 /* institutions of the country a resident is with */
#define PANGKAT   1.1
#define KECAMATAN 8000

static uint64_t *nik;
static float *lahir;
static size_t banyak;
static unsigned kode[KECAMATAN];
static size_t awal[KECAMATAN + 1]; /* first resident */
static size_t kecamatan;

static struct {
	double bagian; /* of the residents between */
	size_t dari, sampai;
} lembaga[DATA_LEMBAGA];

uint64_t data_campur(uint64_t x)
{
	x += 0x9E3779B97F4A7C15;
	x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
	x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
	return x ^ (x >> 31);
}

/* From 0 to 1. */
static double satuan(uint64_t x)
{
	return (double)(data_campur(x) >> 11) / 9007199254740992.0;
}

static int banding(const void *x, const void *y)
{
	const uint64_t *a = x, *b = y;

	return *a < *b ? -1 : *a > *b;
}

static uint64_t satu_nik(size_t kec, size_t nomor)
{
	uint64_t h = data_campur((uint64_t)kec << 32 | nomor);
	uint64_t hari = 1 + h % 31 + (h >> 8 & 1 ? 40 : 0);
	uint64_t bulan = 1 + (h >> 9) % 12, tahun = (h >> 13) % 100;

	return kode[kec] * 10000000000ULL + hari * 100000000 + bulan * 1000000 +
	       tahun * 10000 + 1 + (h >> 21) % 40;
}

static void buat_orang(size_t n)
{
	double berat[KECAMATAN], semua = 0;

	for (size_t i = 0; i < kecamatan; i++) {
		berat[i] = exp(1.5 * (satuan(i + 77) + satuan(i + 770077) - 1));
		semua += berat[i];
	}
	for (size_t i = 0; i < kecamatan; i++) {
		size_t m = (size_t)((double)n * berat[i] / semua), u = 0;
		uint64_t *p = nik + banyak;

		awal[i] = banyak;
		for (size_t j = 0; j < m; j++)
			p[j] = satu_nik(i, j);
		qsort(p, m, sizeof(*p), banding);
		for (size_t j = 0; j < m; j++)
			if (u == 0 || p[u - 1] != p[j])
				p[u++] = p[j];
		banyak += u;
	}
	awal[kecamatan] = banyak;
	for (size_t i = 0; i < banyak; i++)
		lahir[i] = (float)(satuan(nik[i] * 31 + 7) * 0.999999);
}

/* c, so that the parts min(TERBESAR, c / k^PANGKAT) have the sum RATA. */
static double skala(void)
{
	double dari = 0, sampai = 100;

	for (int i = 0; i < 60; i++) {
		double c = (dari + sampai) / 2, s = 0;

		for (int k = 1; k <= NASIONAL; k++)
			s += fmin(TERBESAR, c * pow(k, -PANGKAT));
		*(s < RATA ? &dari : &sampai) = c;
	}
	return dari;
}

static void buat_lembaga(void)
{
	double c = skala();

	for (unsigned i = 0; i < DATA_LEMBAGA; i++) {
		size_t a = data_campur(i * 31 + 5) % kecamatan, b = a;
		unsigned kab = kode[a] / 100;

		lembaga[i].sampai = banyak;
		lembaga[i].bagian = fmin(TERBESAR, c * pow(i + 1, -PANGKAT));
		if (i < NASIONAL)
			continue;
		while (a > 0 && kode[a - 1] / 100 == kab)
			a--;
		while (b < kecamatan && kode[b] / 100 == kab)
			b++;
		lembaga[i].dari = awal[a];
		lembaga[i].sampai = awal[b];
		lembaga[i].bagian = 0.02 + 0.6 * satuan(data_campur(i + 999)) *
					       satuan(data_campur(i + 9999));
	}
}

bool data_siap(const char *nama, size_t n)
{
	FILE *f = fopen(nama, "r");

	if (f == NULL)
		return false;
	while (kecamatan < KECAMATAN && fscanf(f, "%u", &kode[kecamatan]) == 1)
		kecamatan++;
	fclose(f);
	nik = malloc((n + 1) * sizeof(*nik));
	lahir = malloc((n + 1) * sizeof(*lahir));
	if (kecamatan == 0 || nik == NULL || lahir == NULL)
		return false;
	buat_orang(n);
	buat_lembaga();
	return true;
}

size_t data_banyak(void)
{
	return banyak;
}

uint64_t data_nik(size_t orang)
{
	return nik[orang];
}

bool data_lahir(size_t orang, double bagian)
{
	return lahir[orang] < bagian;
}

bool data_punya(unsigned i, size_t orang)
{
	return orang >= lembaga[i].dari && orang < lembaga[i].sampai &&
	       satuan(nik[orang] ^ (uint64_t)(i + 1) << 54) < lembaga[i].bagian;
}

size_t data_kiriman(unsigned i, double dari, double sampai, uint64_t *out)
{
	size_t n = 0;

	for (size_t p = lembaga[i].dari; p < lembaga[i].sampai; p++)
		if (lahir[p] >= dari && lahir[p] < sampai && data_punya(i, p))
			out[n++] = nik[p];
	return n;
}

size_t data_acak(unsigned i, unsigned benih, size_t mau, uint64_t *out)
{
	double bagian = (double)mau / (double)banyak;
	size_t n = 0;

	for (size_t p = 0; p < banyak; p++)
		if (satuan(nik[p] * 7 + benih * 1000003ULL) < bagian &&
		    (i >= DATA_LEMBAGA || !data_punya(i, p)))
			out[n++] = nik[p];
	return n;
}
