/*
 * laporan-tampil.c - program laporan: figures as XML, for the page and for
 * the printed report.
 */
#include "laporan-halaman.h"
#include "lib/clock.h"
#include "lib/list.h"

#include <stdio.h>

#define BATANG 12 /* bars of a chart that is not of days */

/* A figure; none is an empty element, so that columns stay in step. */
static void angka(struct arena *a, elem *baris, enum rekap_rupa rupa, int64_t n)
{
	const char *teks = NULL;

	if (n != REKAP_KOSONG && rupa == RUPA_SEPULUH && n % 10 != 0)
		teks = arena_printf(a, "%lld.%lld", (long long)(n / 10),
				    (long long)(n % 10));
	else if (n != REKAP_KOSONG)
		teks = arena_printf(
		    a, "%lld", (long long)(rupa == RUPA_SEPULUH ? n / 10 : n));
	el_add_text(baris, "n", teks);
}

static void angka_baris(struct arena *a, elem *e, const struct rekap *k,
			const struct rekap_baris *b)
{
	for (size_t i = 0; i < k->n_kolom; i++)
		angka(a, e, k->kolom[i].rupa, b->n[i]);
}

/* The rows from the n-th on as one; only what can be added is. */
static void lainnya(struct req *r, elem *x, const struct rekap *k, size_t n)
{
	struct rekap sisa = *k;
	elem *e = el_add(x, "lainnya");

	sisa.baris += n;
	sisa.n -= n;
	rekap_jumlahkan(&sisa);
	for (size_t i = 0; i < k->n_kolom; i++)
		if (k->jumlah.n[i] == REKAP_KOSONG || k->banding >= 0)
			sisa.jumlah.n[i] = REKAP_KOSONG;
	el_int(e, "banyak", (int64_t)sisa.n);
	angka_baris(r->a, e, k, &sisa.jumlah);
}

/* Where a row leads: a region to what is in it. */
static const char *tautan(struct req *r, const struct rekap *k,
			  const char *kunci)
{
	if (k->per == PER_PROVINSI)
		return list_url(r, "prov", kunci);
	return k->per == PER_KABKOTA ? list_url(r, "kab", kunci) : NULL;
}

/* The end of the axis: the least round number that is not below. */
static int64_t bulat(int64_t maks)
{
	static const int64_t persepuluh[] = { 10, 12, 15, 20, 25,
					      30, 40, 50, 60, 80 };

	for (int64_t p = 1; p < INT64_MAX / 100; p *= 10)
		for (size_t i = 0; i < COUNT(persepuluh); i++)
			if (persepuluh[i] * p % 10 == 0 &&
			    persepuluh[i] * p / 10 >= maks)
				return persepuluh[i] * p / 10;
	return maks;
}

/* What the chart is drawn from: which columns, how far its axis goes. */
static void grafik(elem *x, const struct rekap *k)
{
	bool waktu = k->per <= PER_TAHUN;
	int64_t maks = 1;
	size_t n = waktu || k->n < BATANG ? k->n : BATANG;
	const int kolom[] = { k->utama, k->banding };

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < COUNT(kolom); j++) {
			int64_t v = kolom[j] < 0 ? 0 : k->baris[i].n[kolom[j]];

			if (kolom[j] >= 0 && v != REKAP_KOSONG &&
			    k->kolom[kolom[j]].rupa == RUPA_SEPULUH)
				v = (v + 9) / 10;
			if (v != REKAP_KOSONG && v > maks)
				maks = v;
		}
	el_attr(x, "grafik", waktu ? "waktu" : "batang");
	el_int(x, "utama", k->utama + 1);
	if (k->banding >= 0)
		el_int(x, "banding", k->banding + 1);
	el_int(x, "maks", bulat(maks));
	el_int(x, "batang", (int64_t)n);
}

void laporan_tulis(struct req *r, elem *parent, const struct diminta *d,
		   size_t baris)
{
	const struct rekap *k = &d->rekap;
	size_t n = baris == 0 || k->n <= baris ? k->n : baris;
	elem *x = el_add(parent, "laporan");

	el_attr(x, "kode", d->l->kode);
	el_attr(x, "per", laporan_per(k->per));
	if (!d->l->kini) {
		el_attr(x, "dari", d->dari);
		el_attr(x, "sampai", d->sampai);
	}
	el_time(r->a, x, "dibuat", d->dibuat);
	if (d->l->bulan && k->per != PER_LANGKAH)
		el_int(x, "langkah", d->s.langkah);
	if (k->n > 0)
		grafik(x, k);
	for (size_t i = 0; i < k->n_kolom; i++) {
		elem *e = el_add(x, "kolom");

		el_attr(e, "kode", k->kolom[i].kode);
		el_attr(e, "rupa",
			k->kolom[i].rupa == RUPA_SEPULUH ? "sepuluh" : "angka");
	}
	for (size_t i = 0; i < n; i++) {
		elem *e = el_add(x, "baris");

		el_attr(e, "kunci", k->baris[i].kunci);
		el_attr(e, "kode", k->baris[i].kode);
		el_attr(e, "nama", k->baris[i].nama);
		el_attr(e, "href", tautan(r, k, k->baris[i].kunci));
		if (k->baris[i].waktu != NULL)
			el_time(r->a, e, "waktu", k->baris[i].waktu);
		angka_baris(r->a, e, k, &k->baris[i]);
	}
	if (n < k->n)
		lainnya(r, x, k, n);
	if (k->per != PER_LANGKAH)
		angka_baris(r->a, el_add(x, "jumlah"), k, &k->jumlah);
}
