/*
 * rencana.c - see rencana.h for the rules.  The plan is made by living
 * through the days: each takes cards from the request in work until it is
 * full, and the next request is the first in order of those that may begin.
 */
#include "rencana.h"

#include <stdlib.h>
#include <string.h>

/* A request and its place while the plan is made. */
struct urutan {
	const struct antrean *p;
	size_t indeks;	  /* of p in the caller's array */
	int32_t sisa;	  /* cards still to be placed */
	hari_t boleh;	  /* first day it may begin */
	bool sudah_mulai;
};

/* A request that may not begin yet. */
struct tunda {
	hari_t boleh;
	size_t ke; /* index in `u` */
};

/* Everything a plan in the making consists of. */
struct pekerjaan {
	struct arena *a;
	const struct rencana_aturan *aturan;
	size_t khusus; /* first override that is not before the day */
	struct urutan *u; /* in order of service */
	size_t n;
	struct tunda *tunggu; /* ascending by `boleh` */
	size_t n_tunggu, tunggu_awal;
	size_t *siap; /* binary heap of indexes of `u`, least on top */
	size_t n_siap;
	struct rencana *hasil;
	size_t muat; /* elements hasil->jatah has room for */
};

/* ---- order ---- */

/* Begun first, then first come first served. */
static int banding_urutan(const void *a, const void *b)
{
	const struct urutan *x = a, *y = b;

	if (x->sudah_mulai != y->sudah_mulai)
		return x->sudah_mulai ? -1 : 1;
	if (x->p->disposisi != y->p->disposisi)
		return x->p->disposisi < y->p->disposisi ? -1 : 1;
	if (x->p->tiket != y->p->tiket)
		return x->p->tiket < y->p->tiket ? -1 : 1;
	return (x->p->id > y->p->id) - (x->p->id < y->p->id);
}

/* By the day they may begin, then in order of service. */
static int banding_tunda(const void *a, const void *b)
{
	const struct tunda *x = a, *y = b;

	if (x->boleh != y->boleh)
		return x->boleh < y->boleh ? -1 : 1;
	return (x->ke > y->ke) - (x->ke < y->ke);
}

static void siap_tambah(struct pekerjaan *k, size_t nilai)
{
	size_t i = k->n_siap++;

	while (i > 0 && k->siap[(i - 1) / 2] > nilai) {
		k->siap[i] = k->siap[(i - 1) / 2];
		i = (i - 1) / 2;
	}
	k->siap[i] = nilai;
}

static size_t siap_ambil(struct pekerjaan *k)
{
	size_t hasil = k->siap[0], nilai = k->siap[--k->n_siap], i = 0;

	for (;;) {
		size_t anak = 2 * i + 1;

		if (anak >= k->n_siap)
			break;
		if (anak + 1 < k->n_siap && k->siap[anak + 1] < k->siap[anak])
			anak++;
		if (k->siap[anak] >= nilai)
			break;
		k->siap[i] = k->siap[anak];
		i = anak;
	}
	k->siap[i] = nilai;
	return hasil;
}

/* ---- input ---- */

static bool hari_atau_tak_ada(hari_t h)
{
	return h == HARI_TAK_ADA || hari_sah(h);
}

static bool aturan_sah(const struct rencana_aturan *aturan)
{
	const struct hari_khusus *k = aturan->khusus;

	if (aturan->kapasitas < 0 || aturan->kapasitas > KAPASITAS_MAKS)
		return false;
	for (size_t i = 0; i < aturan->n_khusus; i++)
		if (!hari_sah(k[i].hari) || k[i].kapasitas < RENCANA_BIASA ||
		    k[i].kapasitas > KAPASITAS_MAKS || k[i].terpakai < 0 ||
		    (i > 0 && k[i].hari <= k[i - 1].hari))
			return false;
	return true;
}

static bool antrean_sah(const struct antrean *p)
{
	return hari_sah(p->disposisi) && hari_atau_tak_ada(p->dimulai) &&
	       hari_atau_tak_ada(p->paling_awal) && p->jumlah > 0 &&
	       p->jumlah <= RENCANA_KARTU_MAKS && p->sudah >= 0 &&
	       p->sudah <= p->jumlah;
}

/* Put the requests in order and share them between `siap` and `tunggu`. */
static void antrekan(struct pekerjaan *k, const struct antrean *antrean,
		     size_t n, hari_t mulai)
{
	k->u = arena_array(k->a, n, sizeof(*k->u));
	k->siap = arena_array(k->a, n, sizeof(*k->siap));
	k->tunggu = arena_array(k->a, n, sizeof(*k->tunggu));
	for (size_t i = 0; i < n; i++) {
		const struct antrean *p = &antrean[i];
		struct urutan *u = &k->u[k->n];

		if (p->sudah == p->jumlah)
			continue;
		u->p = p;
		u->indeks = i;
		u->sisa = p->jumlah - p->sudah;
		u->sudah_mulai = p->dimulai != HARI_TAK_ADA || p->sudah > 0;
		u->boleh = p->disposisi;
		/* HARI_TAK_ADA is less than any day. */
		if (p->paling_awal > u->boleh)
			u->boleh = p->paling_awal;
		if (u->sudah_mulai)
			u->boleh = mulai;
		k->n++;
	}
	qsort(k->u, k->n, sizeof(*k->u), banding_urutan);
	for (size_t i = 0; i < k->n; i++) {
		if (k->u[i].boleh <= mulai)
			siap_tambah(k, i);
		else
			k->tunggu[k->n_tunggu++] =
				(struct tunda){ k->u[i].boleh, i };
	}
	qsort(k->tunggu, k->n_tunggu, sizeof(*k->tunggu), banding_tunda);
}

/* ---- days ---- */

int32_t rencana_kapasitas(const struct rencana_aturan *aturan, hari_t h)
{
	size_t kiri = 0, kanan = aturan->n_khusus;

	if (!hari_kerja(aturan->libur, h))
		return 0;
	while (kiri < kanan) {
		size_t tengah = kiri + (kanan - kiri) / 2;

		if (aturan->khusus[tengah].hari < h)
			kiri = tengah + 1;
		else
			kanan = tengah;
	}
	if (kiri < aturan->n_khusus && aturan->khusus[kiri].hari == h &&
	    aturan->khusus[kiri].kapasitas != RENCANA_BIASA)
		return aturan->khusus[kiri].kapasitas;
	return aturan->kapasitas;
}

/* What is left of day h.  Days must be asked for in ascending order. */
static int32_t sisa_hari(struct pekerjaan *k, hari_t h)
{
	const struct rencana_aturan *r = k->aturan;
	int32_t kapasitas = r->kapasitas;

	while (k->khusus < r->n_khusus && r->khusus[k->khusus].hari < h)
		k->khusus++;
	if (!hari_kerja(r->libur, h))
		return 0;
	if (k->khusus < r->n_khusus && r->khusus[k->khusus].hari == h) {
		const struct hari_khusus *x = &r->khusus[k->khusus];

		if (x->kapasitas != RENCANA_BIASA)
			kapasitas = x->kapasitas;
		kapasitas -= x->terpakai;
	}
	return kapasitas > 0 ? kapasitas : 0;
}

/* Give request u so many cards on day h. */
static void jatah_tambah(struct pekerjaan *k, hari_t h, struct urutan *u,
			 int32_t jumlah)
{
	struct rencana *r = k->hasil;
	struct taksiran *t = &r->taksiran[u->indeks];

	if (r->n_jatah == k->muat) {
		struct jatah *lama = r->jatah;

		k->muat *= 2;
		r->jatah = arena_array(k->a, k->muat, sizeof(*lama));
		memcpy(r->jatah, lama, r->n_jatah * sizeof(*lama));
	}
	r->jatah[r->n_jatah++] =
		(struct jatah){ .hari = h, .jumlah = jumlah, .id = u->p->id };
	if (t->mulai == HARI_TAK_ADA)
		t->mulai = h;
	t->selesai = h;
	u->sisa -= jumlah;
}

/* Live through the days until every card has its place. */
static enum err jalankan(struct pekerjaan *k, hari_t mulai)
{
	struct urutan *kerja = NULL; /* the request in work */
	hari_t terakhir = mulai - 1; /* last day that had capacity */

	for (hari_t h = mulai;; h++) {
		int32_t sisa;

		if (kerja == NULL && k->n_siap == 0) {
			if (k->tunggu_awal == k->n_tunggu)
				return OK;
			/* Nobody may begin: pass to the day somebody may. */
			h = k->tunggu[k->tunggu_awal].boleh;
			terakhir = h - 1;
		}
		while (k->tunggu_awal < k->n_tunggu &&
		       k->tunggu[k->tunggu_awal].boleh <= h)
			siap_tambah(k, k->tunggu[k->tunggu_awal++].ke);
		if (h > HARI_MAX || h - terakhir > RENCANA_MACET_HARI)
			return ERR_CONFLICT;
		sisa = sisa_hari(k, h);
		if (sisa > 0)
			terakhir = h;
		while (sisa > 0 && (kerja != NULL || k->n_siap > 0)) {
			int32_t n;

			if (kerja == NULL)
				kerja = &k->u[siap_ambil(k)];
			n = kerja->sisa < sisa ? kerja->sisa : sisa;
			jatah_tambah(k, h, kerja, n);
			sisa -= n;
			if (kerja->sisa == 0)
				kerja = NULL;
		}
	}
}

enum err rencana_susun(struct arena *a, const struct rencana_aturan *aturan,
		       const struct antrean *antrean, size_t n, hari_t mulai,
		       struct rencana *out)
{
	struct pekerjaan k = { .a = a, .aturan = aturan, .hasil = out };
	enum err e;

	memset(out, 0, sizeof(*out));
	if (!hari_sah(mulai) || !aturan_sah(aturan))
		return ERR_INPUT;
	for (size_t i = 0; i < n; i++)
		if (!antrean_sah(&antrean[i]))
			return ERR_INPUT;
	k.muat = n + 64;
	out->jatah = arena_array(a, k.muat, sizeof(*out->jatah));
	out->taksiran = arena_array(a, n, sizeof(*out->taksiran));
	for (size_t i = 0; i < n; i++)
		out->taksiran[i] = (struct taksiran){
			.id = antrean[i].id,
			.mulai = antrean[i].dimulai,
			.selesai = HARI_TAK_ADA,
		};
	antrekan(&k, antrean, n, mulai);
	e = jalankan(&k, mulai);
	if (e != OK)
		memset(out, 0, sizeof(*out));
	return e;
}

/* ---- norms ---- */

const struct norma norma_bawaan[LANGKAH_N] = {
	[LANGKAH_BERKAS] = { 2, 3 },
	[LANGKAH_DISPOSISI] = { 2, 5 },
	[LANGKAH_PERSONALISASI] = { 1, 5 },
	[LANGKAH_DOKUMEN] = { 2, 3 },
	[LANGKAH_SERAH_TERIMA] = { 1, 2 },
};

bool norma_terlambat(const struct norma *norma, int32_t hari_kerja_dipakai)
{
	return hari_kerja_dipakai > norma->terlama;
}
