/*
 * rekap.c - see rekap.h: what the recaps share, pure arithmetic.
 */
#include "rekap.h"
#include "../lib/clock.h"

#include <stdlib.h>
#include <string.h>

struct sebaran sebaran_hitung(const struct tumpuk *t, size_t n, int32_t norma)
{
	struct sebaran s = { .median_sepuluh = REKAP_KOSONG,
			     .p90 = REKAP_KOSONG,
			     .terlama = REKAP_KOSONG,
			     .terlambat = REKAP_KOSONG };
	int64_t lalu = 0, bawah = 0, atas = 0, tengah;

	for (size_t i = 0; i < n; i++)
		s.n += t[i].jumlah > 0 ? t[i].jumlah : 0;
	if (s.n == 0)
		return s;
	s.terlambat = 0;
	tengah = (s.n + 1) / 2; /* rank of the (lower) middle */
	for (size_t i = 0; i < n; i++) {
		int64_t kini;

		if (t[i].jumlah <= 0)
			continue;
		kini = lalu + t[i].jumlah;
		if (lalu < tengah && kini >= tengah)
			bawah = t[i].hari;
		if (lalu < s.n / 2 + 1 && kini >= s.n / 2 + 1)
			atas = t[i].hari;
		if (s.p90 == REKAP_KOSONG && 10 * kini >= 9 * s.n)
			s.p90 = t[i].hari;
		s.terlama = t[i].hari;
		if (t[i].hari > norma)
			s.terlambat += t[i].jumlah;
		lalu = kini;
	}
	s.median_sepuluh = (bawah + atas) * 5;
	return s;
}

void rekap_mulai(struct rekap *out, enum rekap_per per,
		 const struct rekap_kolom *kolom)
{
	*out = (struct rekap){ .per = per, .banding = -1 };
	for (; kolom->kode != NULL && out->n_kolom < REKAP_KOLOM; kolom++)
		out->kolom[out->n_kolom++] = *kolom;
}

static int bulan_ke(struct tanggal t)
{
	return t.tahun * 12 + t.bulan - 1;
}

void rekap_waktu(struct arena *a, struct rekap *out, hari_t dari, hari_t sampai)
{
	struct tanggal t0 = hari_pecah(dari), t1 = hari_pecah(sampai);

	if (sampai < dari || out->per > PER_TAHUN)
		return;
	out->n =
	    out->per == PER_HARI  ? (size_t)(sampai - dari) + 1 :
	    out->per == PER_BULAN ? (size_t)(bulan_ke(t1) - bulan_ke(t0)) + 1 :
				    (size_t)(t1.tahun - t0.tahun) + 1;
	out->baris = arena_array(a, out->n, sizeof(*out->baris));
	for (size_t i = 0; i < out->n; i++) {
		char *teks = arena_alloc(a, HARI_TEKS);
		int m = bulan_ke(t0) + (int)i;

		out->baris[i] = (struct rekap_baris){ .kunci = teks };
		if (out->per == PER_HARI) {
			hari_tulis(dari + (hari_t)i, teks);
		} else if (out->per == PER_BULAN) {
			bulan_tulis(m / 12, m % 12 + 1, teks);
		} else {
			bulan_tulis(t0.tahun + (int)i, 1, teks);
			teks[4] = '\0';
		}
	}
}

struct rekap_baris *rekap_hari(struct rekap *r, hari_t dari, hari_t h)
{
	struct tanggal t0, t;
	int i;

	if (!hari_sah(h) || h < dari)
		return NULL;
	t0 = hari_pecah(dari);
	t = hari_pecah(h);
	i = r->per == PER_HARI  ? h - dari :
	    r->per == PER_BULAN ? bulan_ke(t) - bulan_ke(t0) :
				  t.tahun - t0.tahun;
	return (size_t)i < r->n ? &r->baris[i] : NULL;
}

struct rekap_baris *rekap_tambah(struct arena *a, struct rekap *r, size_t *maks)
{
	if (r->n == *maks) {
		size_t baru = *maks == 0 ? 32 : *maks * 2;
		struct rekap_baris *b = arena_array(a, baru, sizeof(*b));

		if (r->n > 0)
			memcpy(b, r->baris, r->n * sizeof(*b));
		r->baris = b;
		*maks = baru;
	}
	r->baris[r->n] = (struct rekap_baris){ 0 };
	return &r->baris[r->n++];
}

void rekap_jumlahkan(struct rekap *r)
{
	for (size_t k = 0; k < r->n_kolom; k++) {
		int64_t j = 0;

		for (size_t i = 0; i < r->n; i++)
			if (r->baris[i].n[k] != REKAP_KOSONG)
				j += r->baris[i].n[k];
		r->jumlah.n[k] =
		    r->kolom[k].rupa == RUPA_ANGKA ? j : REKAP_KOSONG;
	}
}

/* qsort() hands its comparison nothing else: the column goes first. */
struct urut {
	int64_t nilai;
	struct rekap_baris baris;
};

static int banding(const void *a, const void *b)
{
	const struct urut *x = a, *y = b;

	if (x->nilai != y->nilai)
		return x->nilai < y->nilai ? 1 : -1;
	if (x->baris.nama != NULL && y->baris.nama != NULL &&
	    strcmp(x->baris.nama, y->baris.nama) != 0)
		return strcmp(x->baris.nama, y->baris.nama);
	return strcmp(x->baris.kunci, y->baris.kunci);
}

void rekap_urutkan(struct arena *a, struct rekap *r, size_t k)
{
	struct urut *u = arena_array(a, r->n + 1, sizeof(*u));

	for (size_t i = 0; i < r->n; i++)
		u[i] = (struct urut){ r->baris[i].n[k], r->baris[i] };
	qsort(u, r->n, sizeof(*u), banding);
	for (size_t i = 0; i < r->n; i++)
		r->baris[i] = u[i].baris;
}

struct rekap_rentang rekap_rentang(hari_t dari, hari_t sampai)
{
	struct rekap_rentang t = { .zona = clock_zone_hours() };

	hari_awal_utc(dari, (enum zona)t.zona, t.awal);
	hari_awal_utc(sampai + 1, (enum zona)t.zona, t.akhir);
	return t;
}
