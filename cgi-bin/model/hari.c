/*
 * hari.c - see hari.h.  The conversion between a day number and a date goes
 * over years that begin in March, so that the leap day is the last of a year.
 */
#include "hari.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HARI_400_TAHUN 146097 /* days of 400 Gregorian years */
#define SEBELUM_1970 719468   /* days from 0000-03-01 to 1970-01-01 */

/* Division and remainder that round down for negative numbers too. */
static int64_t bagi(int64_t a, int64_t b)
{
	return a / b - (a % b != 0 && (a % b < 0) != (b < 0));
}

/* ---- dates ---- */

static bool kabisat(int tahun)
{
	return (tahun % 4 == 0 && tahun % 100 != 0) || tahun % 400 == 0;
}

int hari_sebulan(int tahun, int bulan)
{
	static const int panjang[12] = { 31, 28, 31, 30, 31, 30,
					 31, 31, 30, 31, 30, 31 };

	if (bulan < 1 || bulan > 12)
		return 0;
	return panjang[bulan - 1] + (bulan == 2 && kabisat(tahun));
}

bool hari_dari(int tahun, int bulan, int tgl, hari_t *out)
{
	int era, tahun_era, hari_tahun, hari_era;

	if (tahun < 1900 || tahun > 9999 || tgl < 1 ||
	    tgl > hari_sebulan(tahun, bulan))
		return false;
	if (bulan < 3)
		tahun--;
	era = tahun / 400;
	tahun_era = tahun % 400;
	/* March is month 0; (153 m + 2) / 5 sums up 31, 30, 31, 30, 31 ... */
	hari_tahun = (153 * ((bulan + 9) % 12) + 2) / 5 + tgl - 1;
	hari_era = tahun_era * 365 + tahun_era / 4 - tahun_era / 100 +
		   hari_tahun;
	*out = era * HARI_400_TAHUN + hari_era - SEBELUM_1970;
	return true;
}

bool hari_sah(hari_t h)
{
	return h >= HARI_MIN && h <= HARI_MAX;
}

struct tanggal hari_pecah(hari_t h)
{
	int z = h + SEBELUM_1970;
	int era = z / HARI_400_TAHUN;
	int hari_era = z % HARI_400_TAHUN;
	int tahun_era = (hari_era - hari_era / 1460 + hari_era / 36524 -
			 hari_era / 146096) / 365;
	int hari_tahun = hari_era - (365 * tahun_era + tahun_era / 4 -
				     tahun_era / 100);
	int m = (5 * hari_tahun + 2) / 153;
	struct tanggal t;

	t.tgl = hari_tahun - (153 * m + 2) / 5 + 1;
	t.bulan = m < 10 ? m + 3 : m - 9;
	t.tahun = tahun_era + era * 400 + (t.bulan <= 2);
	return t;
}

/* The value of exactly n digits at s, or -1. */
static int angka(const char *s, int n)
{
	int v = 0;

	for (int i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		v = v * 10 + (s[i] - '0');
	}
	return v;
}

/* "YYYY-MM-DD" at the first ten characters of s, which has at least ten. */
static bool baca_sepuluh(const char *s, hari_t *out)
{
	int tahun = angka(s, 4), bulan = angka(s + 5, 2);
	int tgl = angka(s + 8, 2);

	if (tahun < 0 || bulan < 0 || tgl < 0 || s[4] != '-' || s[7] != '-')
		return false;
	return hari_dari(tahun, bulan, tgl, out);
}

bool hari_baca(const char *s, hari_t *out)
{
	return s != NULL && strlen(s) == HARI_TEKS - 1 &&
	       baca_sepuluh(s, out);
}

void hari_tulis(hari_t h, char out[HARI_TEKS])
{
	struct tanggal t;

	out[0] = '\0';
	if (!hari_sah(h))
		return;
	t = hari_pecah(h);
	/* The remainders change nothing; they show the compiler it fits. */
	snprintf(out, HARI_TEKS, "%04u-%02u-%02u", (unsigned)t.tahun % 10000,
		 (unsigned)t.bulan % 100, (unsigned)t.tgl % 100);
}

const char *hari_teks(struct arena *a, hari_t h)
{
	char *out = arena_alloc(a, HARI_TEKS);

	hari_tulis(h, out);
	return out;
}

int hari_ke_pekan(hari_t h)
{
	/* 1970-01-01 was a Thursday. */
	int64_t sisa = (int64_t)h + 3 - bagi((int64_t)h + 3, 7) * 7;

	return (int)sisa + 1;
}

/* ---- months and weeks ---- */

bool bulan_baca(const char *s, int *tahun, int *bulan)
{
	int t, b;

	if (s == NULL || strlen(s) != BULAN_TEKS - 1 || s[4] != '-')
		return false;
	t = angka(s, 4);
	b = angka(s + 5, 2);
	if (t < 1900 || b < 1 || b > 12)
		return false;
	*tahun = t;
	*bulan = b;
	return true;
}

void bulan_tulis(int tahun, int bulan, char out[BULAN_TEKS])
{
	out[0] = '\0';
	if (tahun < 1900 || tahun > 9999 || bulan < 1 || bulan > 12)
		return;
	snprintf(out, BULAN_TEKS, "%04u-%02u", (unsigned)tahun % 10000,
		 (unsigned)bulan % 100);
}

bool bulan_geser(int *tahun, int *bulan, int n)
{
	int64_t urut = (int64_t)*tahun * 12 + *bulan - 1 + n;

	if (urut < 1900 * 12 || urut > 9999 * 12 + 11)
		return false;
	*tahun = (int)(urut / 12);
	*bulan = (int)(urut % 12) + 1;
	return true;
}

bool kisi_bulan(int tahun, int bulan, struct kisi *out)
{
	hari_t awal;
	int depan, panjang = hari_sebulan(tahun, bulan);

	if (!hari_dari(tahun, bulan, 1, &awal))
		return false;
	depan = hari_ke_pekan(awal) - 1;
	out->awal = awal;
	out->akhir = awal + panjang - 1;
	out->mulai = awal - depan;
	out->baris = (depan + panjang + 6) / 7;
	return true;
}

static hari_t senin(hari_t h)
{
	return h - (hari_ke_pekan(h) - 1);
}

void hari_pekan_iso(hari_t h, int *tahun, int *pekan)
{
	/* Unchecked by hari_dari(): the Thursday may be in 1899 or 10000. */
	hari_t kamis = senin(h) + 3;
	struct tanggal t = hari_pecah(kamis);
	int ke = t.tgl;

	for (int b = 1; b < t.bulan; b++)
		ke += hari_sebulan(t.tahun, b);
	*tahun = t.tahun;
	*pekan = (ke - 1) / 7 + 1;
}

void kisi_pekan(hari_t h, struct kisi *out)
{
	out->mulai = senin(h);
	out->awal = out->mulai;
	out->akhir = out->mulai + 6;
	out->baris = 1;
}

bool pekan_baca(const char *s, hari_t *out)
{
	hari_t empat, h;
	int tahun, pekan, t, p;

	if (s == NULL || strlen(s) != PEKAN_TEKS - 1 || s[4] != '-' ||
	    s[5] != 'W')
		return false;
	tahun = angka(s, 4);
	pekan = angka(s + 6, 2);
	/* 4 January is always in week 1. */
	if (tahun < 0 || pekan < 1 || !hari_dari(tahun, 1, 4, &empat))
		return false;
	h = senin(empat) + (pekan - 1) * 7;
	hari_pekan_iso(h, &t, &p);
	if (t != tahun || p != pekan)
		return false;
	*out = h;
	return true;
}

void pekan_tulis(hari_t h, char out[PEKAN_TEKS])
{
	int tahun, pekan;

	out[0] = '\0';
	if (!hari_sah(h))
		return;
	hari_pekan_iso(h, &tahun, &pekan);
	snprintf(out, PEKAN_TEKS, "%04u-W%02u", (unsigned)tahun % 10000,
		 (unsigned)pekan % 100);
}

/* ---- holidays and working days ---- */

static int banding(const void *a, const void *b)
{
	hari_t x = *(const hari_t *)a, y = *(const hari_t *)b;

	return (x > y) - (x < y);
}

size_t libur_susun(hari_t *hari, size_t n)
{
	size_t m = 0;

	if (n == 0)
		return 0;
	qsort(hari, n, sizeof(*hari), banding);
	for (size_t i = 1; i < n; i++)
		if (hari[i] != hari[m])
			hari[++m] = hari[i];
	return m + 1;
}

/* Index of the first holiday that is not before h. */
static size_t posisi(const struct libur *l, hari_t h)
{
	size_t kiri = 0, kanan = l == NULL ? 0 : l->n;

	while (kiri < kanan) {
		size_t tengah = kiri + (kanan - kiri) / 2;

		if (l->hari[tengah] < h)
			kiri = tengah + 1;
		else
			kanan = tengah;
	}
	return kiri;
}

bool libur_ada(const struct libur *l, hari_t h)
{
	size_t i = posisi(l, h);

	return l != NULL && i < l->n && l->hari[i] == h;
}

bool hari_kerja(const struct libur *l, hari_t h)
{
	return hari_ke_pekan(h) <= 5 && !libur_ada(l, h);
}

hari_t hari_kerja_sejak(const struct libur *l, hari_t h)
{
	if (h < HARI_MIN)
		return HARI_TAK_ADA;
	for (; h <= HARI_MAX; h++)
		if (hari_kerja(l, h))
			return h;
	return HARI_TAK_ADA;
}

hari_t hari_kerja_berikut(const struct libur *l, hari_t h)
{
	return hari_sah(h) ? hari_kerja_sejak(l, h + 1) : HARI_TAK_ADA;
}

hari_t hari_kerja_tambah(const struct libur *l, hari_t h, int32_t n)
{
	if (n < 0 || !hari_sah(h))
		return HARI_TAK_ADA;
	for (; n > 0 && h != HARI_TAK_ADA; n--)
		h = hari_kerja_berikut(l, h);
	return h;
}

/* Mondays to Fridays from a fixed Monday far back to h, h included. */
static int64_t hari_biasa(int64_t h)
{
	int64_t sejak = h + 4; /* 1969-12-29 was a Monday */
	int64_t pekan = bagi(sejak, 7);
	int64_t sisa = sejak - pekan * 7;

	return pekan * 5 + (sisa < 5 ? sisa : 5);
}

int32_t hari_kerja_jumlah(const struct libur *l, hari_t dari, hari_t sampai)
{
	int64_t n;

	if (sampai < dari || !hari_sah(dari) || !hari_sah(sampai))
		return 0;
	n = hari_biasa(sampai) - hari_biasa((int64_t)dari - 1);
	if (l == NULL)
		return (int32_t)n;
	for (size_t i = posisi(l, dari); i < l->n && l->hari[i] <= sampai; i++)
		if (hari_ke_pekan(l->hari[i]) <= 5)
			n--;
	return (int32_t)n;
}

int32_t hari_kerja_antara(const struct libur *l, hari_t dari, hari_t sampai)
{
	if (sampai <= dari || !hari_sah(dari))
		return 0;
	return hari_kerja_jumlah(l, dari + 1, sampai);
}

/* ---- timestamps ---- */

bool waktu_lokal(const char *utc, enum zona zona, struct waktu *out)
{
	size_t n = utc == NULL ? 0 : strlen(utc);
	int jam, menit, detik;
	hari_t h;

	if (n < WAKTU_TEKS - 1 || n > WAKTU_TEKS - 1 + 7 ||
	    n == WAKTU_TEKS /* a point without digits */ ||
	    !baca_sepuluh(utc, &h) || utc[10] != ' ' || utc[13] != ':' ||
	    utc[16] != ':')
		return false;
	jam = angka(utc + 11, 2);
	menit = angka(utc + 14, 2);
	detik = angka(utc + 17, 2);
	if (jam < 0 || jam > 23 || menit < 0 || menit > 59 || detik < 0 ||
	    detik > 59)
		return false;
	if (n > WAKTU_TEKS - 1 &&
	    (utc[19] != '.' || angka(utc + 20, (int)n - 20) < 0))
		return false;
	jam += (int)zona;
	out->hari = h + jam / 24;
	out->jam = jam % 24;
	out->menit = menit;
	out->detik = detik;
	return true;
}

bool hari_lokal(const char *utc, enum zona zona, hari_t *out)
{
	struct waktu w;

	if (!waktu_lokal(utc, zona, &w))
		return false;
	*out = w.hari;
	return true;
}

hari_t hari_dari_detik(int64_t detik, enum zona zona)
{
	return (hari_t)bagi(detik + (int64_t)zona * 3600, 86400);
}

void hari_awal_utc(hari_t h, enum zona zona, char out[WAKTU_TEKS])
{
	char tgl[HARI_TEKS];

	hari_tulis(h - 1, tgl);
	snprintf(out, WAKTU_TEKS, "%s %02u:00:00", tgl,
		 (24u - (unsigned)zona) % 24);
}
