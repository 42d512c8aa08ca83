/*
 * uji-rencana.c - the plan of personalisation (P-07, P-08): the worked
 * examples of the specification, then thousands of random queues against the
 * rules themselves.
 */
#include "model/rencana.h"
#include "uji-acak.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#define N(a) (sizeof(a) / sizeof((a)[0]))

static hari_t d(const char *s)
{
	hari_t h;

	if (!hari_baca(s, &h))
		fail_msg("not a day: %s", s);
	return h;
}

static int siapkan(void **state)
{
	*state = arena_new();
	return *state == NULL;
}

static int bereskan(void **state)
{
	arena_free(*state);
	return 0;
}

/* A request that came on day `disposisi` as number `tiket`. */
static struct antrean minta(uint32_t tiket, const char *disposisi, int jumlah)
{
	return (struct antrean){
		.id = 1000 + tiket,
		.disposisi = d(disposisi),
		.tiket = tiket,
		.jumlah = jumlah,
		.dimulai = HARI_TAK_ADA,
		.paling_awal = HARI_TAK_ADA,
	};
}

static const struct rencana_aturan biasa = { .kapasitas = KAPASITAS_BAWAAN };

static void jatah_adalah(const struct rencana *r, size_t i, const char *hari,
			 int64_t id, int jumlah)
{
	assert_true(i < r->n_jatah);
	assert_int_equal(r->jatah[i].hari, d(hari));
	assert_int_equal(r->jatah[i].id, id);
	assert_int_equal(r->jatah[i].jumlah, jumlah);
}

/* ---- worked examples ---- */

/* P-07: 500 cards queued from an empty start, then 250: third working day. */
static void contoh_hari_ketiga(void **state)
{
	struct antrean q[] = {
		minta(1, "2025-07-07", 300),
		minta(2, "2025-07-07", 200),
		minta(3, "2025-07-08", 250),
	};
	struct rencana r;

	/* 8 July 2025 is a Tuesday. */
	assert_int_equal(rencana_susun(*state, &biasa, q, N(q),
				       d("2025-07-08"), &r), OK);
	assert_int_equal(r.taksiran[2].mulai, d("2025-07-10"));
	assert_int_equal(r.taksiran[2].selesai, d("2025-07-10"));
	assert_int_equal(r.n_jatah, 4);
	jatah_adalah(&r, 0, "2025-07-08", 1001, 250);
	jatah_adalah(&r, 1, "2025-07-09", 1001, 50);
	jatah_adalah(&r, 2, "2025-07-09", 1002, 200);
	jatah_adalah(&r, 3, "2025-07-10", 1003, 250);
	/* From a Friday: Friday, Monday, Tuesday. */
	assert_int_equal(rencana_susun(*state, &biasa, q, N(q),
				       d("2025-07-11"), &r), OK);
	assert_int_equal(r.taksiran[2].selesai, d("2025-07-15"));
}

/* P-07: 251 cards end on the next working day and take one card of it. */
static void contoh_251(void **state)
{
	struct antrean q[] = {
		minta(7, "2025-07-11", 251),
		minta(8, "2025-07-11", 250),
	};
	struct rencana r;

	/* A Friday; Monday is the next working day. */
	assert_int_equal(rencana_susun(*state, &biasa, q, N(q),
				       d("2025-07-11"), &r), OK);
	assert_int_equal(r.n_jatah, 4);
	jatah_adalah(&r, 0, "2025-07-11", 1007, 250);
	jatah_adalah(&r, 1, "2025-07-14", 1007, 1);
	jatah_adalah(&r, 2, "2025-07-14", 1008, 249);
	jatah_adalah(&r, 3, "2025-07-15", 1008, 1);
	assert_int_equal(r.taksiran[0].mulai, d("2025-07-11"));
	assert_int_equal(r.taksiran[0].selesai, d("2025-07-14"));
}

/* P-07: by date of disposisi, then ticket, whatever the order given. */
static void urutan(void **state)
{
	struct antrean q[] = {
		minta(30, "2025-07-08", 10),
		minta(9, "2025-07-08", 10),
		minta(40, "2025-07-07", 10),
	};
	struct rencana r;

	assert_int_equal(rencana_susun(*state, &biasa, q, N(q),
				       d("2025-07-09"), &r), OK);
	jatah_adalah(&r, 0, "2025-07-09", 1040, 10);
	jatah_adalah(&r, 1, "2025-07-09", 1009, 10);
	jatah_adalah(&r, 2, "2025-07-09", 1030, 10);
	assert_int_equal(r.taksiran[0].id, 1030);
	assert_int_equal(r.taksiran[2].id, 1040);
}

/* P-07: weekends and holidays are skipped, and no override opens them. */
static void libur_dilewati(void **state)
{
	hari_t hari[] = { d("2025-12-25"), d("2025-12-26") };
	struct libur l = { hari, N(hari) };
	struct hari_khusus k[] = {
		{ d("2025-12-25"), 100, 0 }, /* a holiday */
		{ d("2025-12-27"), 100, 0 }, /* a Saturday */
	};
	struct rencana_aturan aturan = { 250, &l, k, N(k) };
	struct antrean q[] = { minta(1, "2025-12-24", 600) };
	struct rencana r;

	assert_int_equal(rencana_susun(*state, &aturan, q, N(q),
				       d("2025-12-24"), &r), OK);
	assert_int_equal(r.n_jatah, 3);
	jatah_adalah(&r, 0, "2025-12-24", 1001, 250);
	jatah_adalah(&r, 1, "2025-12-29", 1001, 250);
	jatah_adalah(&r, 2, "2025-12-30", 1001, 100);
	assert_int_equal(rencana_kapasitas(&aturan, d("2025-12-25")), 0);
	assert_int_equal(rencana_kapasitas(&aturan, d("2025-12-27")), 0);
	assert_int_equal(rencana_kapasitas(&aturan, d("2025-12-29")), 250);
}

/* P-08: closed days, changed capacity, cards already done today. */
static void hari_diubah(void **state)
{
	struct hari_khusus k[] = {
		{ d("2025-07-07"), RENCANA_BIASA, 240 },
		{ d("2025-07-08"), 0, 0 },
		{ d("2025-07-09"), 40, 0 },
		{ d("2025-07-10"), 300, 0 },
		{ d("2025-07-11"), 100, 120 }, /* more done than allowed */
	};
	struct rencana_aturan aturan = { 250, NULL, k, N(k) };
	struct antrean q[] = { minta(1, "2025-07-04", 700) };
	struct rencana r;

	assert_int_equal(rencana_susun(*state, &aturan, q, N(q),
				       d("2025-07-07"), &r), OK);
	assert_int_equal(r.n_jatah, 5);
	jatah_adalah(&r, 0, "2025-07-07", 1001, 10);
	jatah_adalah(&r, 1, "2025-07-09", 1001, 40);
	jatah_adalah(&r, 2, "2025-07-10", 1001, 300);
	jatah_adalah(&r, 3, "2025-07-14", 1001, 250);
	jatah_adalah(&r, 4, "2025-07-15", 1001, 100);
	assert_int_equal(rencana_kapasitas(&aturan, d("2025-07-07")), 250);
	assert_int_equal(rencana_kapasitas(&aturan, d("2025-07-08")), 0);
	assert_int_equal(rencana_kapasitas(&aturan, d("2025-07-10")), 300);
	/* The capacity of the setting may be another. */
	aturan.kapasitas = 100;
	assert_int_equal(rencana_susun(*state, &aturan, q, N(q),
				       d("2025-07-21"), &r), OK);
	assert_int_equal(r.n_jatah, 7);
	assert_int_equal(r.taksiran[0].selesai, d("2025-07-29"));
}

/* P-08: a moved request leaves no day idle, and then has its turn. */
static void dipindah(void **state)
{
	struct antrean q[] = {
		minta(1, "2025-07-07", 250),
		minta(2, "2025-07-07", 250),
		minta(3, "2025-07-07", 300),
		minta(4, "2025-07-07", 250),
	};
	struct rencana r;

	q[0].paling_awal = d("2025-07-10");
	assert_int_equal(rencana_susun(*state, &biasa, q, N(q),
				       d("2025-07-08"), &r), OK);
	jatah_adalah(&r, 0, "2025-07-08", 1002, 250);
	jatah_adalah(&r, 1, "2025-07-09", 1003, 250);
	/* Ticket 3 has begun and is finished first; ticket 4 gives way. */
	jatah_adalah(&r, 2, "2025-07-10", 1003, 50);
	jatah_adalah(&r, 3, "2025-07-10", 1001, 200);
	jatah_adalah(&r, 4, "2025-07-11", 1001, 50);
	jatah_adalah(&r, 5, "2025-07-11", 1004, 200);
	jatah_adalah(&r, 6, "2025-07-14", 1004, 50);
	/* Alone in the queue it still waits, over a weekend too. */
	q[0].paling_awal = d("2025-07-12");
	assert_int_equal(rencana_susun(*state, &biasa, q, 1,
				       d("2025-07-08"), &r), OK);
	assert_int_equal(r.n_jatah, 1);
	jatah_adalah(&r, 0, "2025-07-14", 1001, 250);
}

/* P-08: what has begun keeps its place; a move has no effect on it. */
static void sudah_dimulai(void **state)
{
	struct antrean q[] = {
		minta(1, "2025-07-01", 100),
		minta(2, "2025-07-04", 400),
		minta(3, "2025-07-01", 80),
	};
	struct rencana r;

	q[1].dimulai = d("2025-07-07");
	q[1].sudah = 120;
	q[1].paling_awal = d("2025-08-01");
	q[2].sudah = 80;
	q[2].dimulai = d("2025-07-03");
	assert_int_equal(rencana_susun(*state, &biasa, q, N(q),
				       d("2025-07-08"), &r), OK);
	assert_int_equal(r.n_jatah, 3);
	jatah_adalah(&r, 0, "2025-07-08", 1002, 250);
	jatah_adalah(&r, 1, "2025-07-09", 1002, 30);
	jatah_adalah(&r, 2, "2025-07-09", 1001, 100);
	assert_int_equal(r.taksiran[1].mulai, d("2025-07-07"));
	assert_int_equal(r.taksiran[1].selesai, d("2025-07-09"));
	/* Nothing left to plan. */
	assert_int_equal(r.taksiran[2].mulai, d("2025-07-03"));
	assert_int_equal(r.taksiran[2].selesai, HARI_TAK_ADA);
}

/* Nothing is personalised before the disposisi that orders it. */
static void belum_disposisi(void **state)
{
	struct antrean q[] = { minta(1, "2025-07-09", 10) };
	struct rencana r;

	assert_int_equal(rencana_susun(*state, &biasa, q, N(q),
				       d("2025-07-07"), &r), OK);
	assert_int_equal(r.taksiran[0].mulai, d("2025-07-09"));
}

static void antrean_kosong(void **state)
{
	struct rencana r;

	assert_int_equal(rencana_susun(*state, &biasa, NULL, 0,
				       d("2025-07-07"), &r), OK);
	assert_int_equal(r.n_jatah, 0);
}

/* Without capacity there is a clear answer, not an endless loop. */
static void macet(void **state)
{
	struct antrean q[] = { minta(1, "2025-07-07", 10) };
	struct hari_khusus k[] = { { d("2025-07-08"), 9, 0 },
				   { d("2027-07-08"), 1, 0 } };
	struct rencana_aturan nol = { 0, NULL, k, 0 };
	struct rencana r;

	assert_int_equal(rencana_susun(*state, &nol, q, N(q),
				       d("2025-07-07"), &r), ERR_CONFLICT);
	assert_null(r.jatah);
	assert_int_equal(r.n_jatah, 0);
	/* Nobody waits: an empty plan is no error. */
	assert_int_equal(rencana_susun(*state, &nol, NULL, 0,
				       d("2025-07-07"), &r), OK);
	/* Two years closed and then a card: odd, but a plan. */
	nol.n_khusus = 2;
	assert_int_equal(rencana_susun(*state, &nol, q, N(q),
				       d("2025-07-07"), &r), OK);
	assert_int_equal(r.taksiran[0].selesai, d("2027-07-08"));
	/* More than three years closed is a mistake. */
	k[1].hari = d("2028-07-10");
	assert_int_equal(rencana_susun(*state, &nol, q, N(q),
				       d("2025-07-07"), &r), ERR_CONFLICT);
	/* But a request may be moved as far as anybody likes. */
	q[0].paling_awal = d("2035-01-01");
	assert_int_equal(rencana_susun(*state, &biasa, q, N(q),
				       d("2025-07-07"), &r), OK);
	assert_int_equal(r.taksiran[0].mulai, d("2035-01-01"));
	q[0].paling_awal = HARI_TAK_ADA;
	/* The queue is longer than the calendar. */
	assert_int_equal(rencana_susun(*state, &biasa, q, N(q), HARI_MAX,
				       &r), OK);
	q[0].jumlah = 251;
	assert_int_equal(rencana_susun(*state, &biasa, q, N(q), HARI_MAX,
				       &r), ERR_CONFLICT);
	q[0].paling_awal = HARI_MAX;
	assert_int_equal(rencana_susun(*state, &biasa, q, N(q), HARI_MIN,
				       &r), ERR_CONFLICT);
}

static void masukan_salah(void **state)
{
	struct hari_khusus dua_kali[] = { { d("2025-07-08"), 1, 0 },
					  { d("2025-07-08"), 2, 0 } };
	struct hari_khusus negatif = { d("2025-07-08"), -2, 0 };
	struct hari_khusus kurang = { d("2025-07-08"), 1, -1 };
	struct rencana_aturan salah[] = {
		{ -1, NULL, NULL, 0 },
		{ KAPASITAS_MAKS + 1, NULL, NULL, 0 },
		{ 250, NULL, dua_kali, 2 },
		{ 250, NULL, &negatif, 1 },
		{ 250, NULL, &kurang, 1 },
	};
	struct antrean baik = minta(1, "2025-07-07", 10);
	struct antrean buruk[6];
	struct rencana r;

	for (size_t i = 0; i < N(buruk); i++)
		buruk[i] = baik;
	buruk[0].jumlah = 0;
	buruk[1].jumlah = RENCANA_KARTU_MAKS + 1;
	buruk[2].sudah = -1;
	buruk[3].sudah = 11;
	buruk[4].disposisi = HARI_TAK_ADA;
	buruk[5].paling_awal = HARI_MAX + 1;
	for (size_t i = 0; i < N(salah); i++)
		assert_int_equal(rencana_susun(*state, &salah[i], &baik, 1,
					       d("2025-07-07"), &r),
				 ERR_INPUT);
	for (size_t i = 0; i < N(buruk); i++)
		assert_int_equal(rencana_susun(*state, &biasa, &buruk[i], 1,
					       d("2025-07-07"), &r),
				 ERR_INPUT);
	assert_int_equal(rencana_susun(*state, &biasa, &baik, 1, HARI_TAK_ADA,
				       &r), ERR_INPUT);
}

/* P-13: the norms of the procedure's five steps. */
static void norma(void **state)
{
	int32_t semua = 0;

	(void)state;
	for (int i = 0; i < LANGKAH_N; i++) {
		assert_true(norma_bawaan[i].tercepat <=
			    norma_bawaan[i].terlama);
		semua += norma_bawaan[i].terlama;
	}
	assert_int_equal(semua, 18);
	assert_false(norma_terlambat(&norma_bawaan[LANGKAH_DISPOSISI], 5));
	assert_true(norma_terlambat(&norma_bawaan[LANGKAH_DISPOSISI], 6));
}

/* ---- random queues ---- */

static int kurang_dari(int batas)
{
	return (int)acak((uint32_t)batas);
}

#define ANTREAN_UJI 60
#define RENTANG_UJI 150

/* A random world: queue, rules, and the day planning starts from. */
struct dunia {
	struct antrean q[ANTREAN_UJI];
	size_t n;
	hari_t libur_hari[40];
	struct libur libur;
	struct hari_khusus khusus[RENTANG_UJI];
	struct rencana_aturan aturan;
	hari_t mulai;
};

static void dunia_acak(struct dunia *w)
{
	memset(w, 0, sizeof(*w));
	w->mulai = 18000 + kurang_dari(3000);
	w->n = (size_t)kurang_dari(ANTREAN_UJI + 1);
	for (size_t i = 0; i < w->n; i++) {
		struct antrean *p = &w->q[i];

		p->id = (int64_t)i * 7 - 50;
		p->tiket = (uint32_t)((i * 37 + 11) % ANTREAN_UJI);
		p->disposisi = w->mulai - 20 + kurang_dari(25);
		p->jumlah = 1 + kurang_dari(kurang_dari(2) ? 60 : 900);
		p->dimulai = HARI_TAK_ADA;
		p->paling_awal = HARI_TAK_ADA;
		if (kurang_dari(5) == 0)
			p->paling_awal = w->mulai - 5 + kurang_dari(40);
		if (kurang_dari(8) == 0 && p->disposisi < w->mulai) {
			p->dimulai = p->disposisi;
			p->sudah = kurang_dari(p->jumlah + 1);
		}
	}
	for (size_t i = 0; i < N(w->libur_hari); i++)
		w->libur_hari[i] = w->mulai + kurang_dari(RENTANG_UJI);
	w->libur.hari = w->libur_hari;
	w->libur.n = libur_susun(w->libur_hari,
				 (size_t)kurang_dari(N(w->libur_hari)));
	w->aturan.kapasitas = kurang_dari(4) ? 250 : 1 + kurang_dari(90);
	w->aturan.libur = &w->libur;
	w->aturan.khusus = w->khusus;
	for (hari_t i = 0; i < RENTANG_UJI; i++) {
		struct hari_khusus *k = &w->khusus[w->aturan.n_khusus];

		if (kurang_dari(6) != 0)
			continue;
		k->hari = w->mulai + i;
		k->kapasitas = kurang_dari(3) ? kurang_dari(400)
						 : RENCANA_BIASA;
		if (kurang_dari(3) == 0)
			k->terpakai = kurang_dari(300);
		w->aturan.n_khusus++;
	}
}

/* Capacity of a day that is left to the plan, found the slow way. */
static int bebas(const struct dunia *w, hari_t h)
{
	int kapasitas = w->aturan.kapasitas;

	if (!hari_kerja(&w->libur, h))
		return 0;
	for (size_t i = 0; i < w->aturan.n_khusus; i++) {
		const struct hari_khusus *k = &w->khusus[i];

		if (k->hari != h)
			continue;
		if (k->kapasitas != RENCANA_BIASA)
			kapasitas = k->kapasitas;
		kapasitas -= k->terpakai;
	}
	return kapasitas < 0 ? 0 : kapasitas;
}

static size_t cari(const struct dunia *w, int64_t id)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->q[i].id == id)
			return i;
	fail_msg("an id nobody gave");
	return 0;
}

static bool begun(const struct antrean *p)
{
	return p->dimulai != HARI_TAK_ADA || p->sudah > 0;
}

static hari_t boleh(const struct dunia *w, const struct antrean *p)
{
	if (begun(p))
		return w->mulai;
	return p->paling_awal > p->disposisi ? p->paling_awal : p->disposisi;
}

/* True when x goes before y, both being allowed to begin. */
static bool mendahului(const struct antrean *x, const struct antrean *y)
{
	if (begun(x) != begun(y))
		return begun(x);
	if (x->disposisi != y->disposisi)
		return x->disposisi < y->disposisi;
	if (x->tiket != y->tiket)
		return x->tiket < y->tiket;
	return x->id < y->id;
}

/* No day over capacity, only working days, every card placed exactly. */
static void periksa_jumlah(const struct dunia *w, const struct rencana *r)
{
	int sisa[ANTREAN_UJI];
	int terisi = 0;

	for (size_t i = 0; i < w->n; i++)
		sisa[i] = w->q[i].jumlah - w->q[i].sudah;
	for (size_t j = 0; j < r->n_jatah; j++) {
		const struct jatah *t = &r->jatah[j];

		if (j > 0 && t->hari != t[-1].hari) {
			assert_true(t->hari > t[-1].hari);
			terisi = 0;
		}
		assert_true(t->hari >= w->mulai);
		assert_true(t->jumlah > 0);
		terisi += t->jumlah;
		assert_true(terisi <= bebas(w, t->hari));
		sisa[cari(w, t->id)] -= t->jumlah;
	}
	for (size_t i = 0; i < w->n; i++)
		assert_int_equal(sisa[i], 0);
}

/*
 * First come first served; once begun, finished before another begins.
 * The estimates are those of the allocations.
 */
static void periksa_urutan(const struct dunia *w, const struct rencana *r)
{
	size_t awal[ANTREAN_UJI], akhir[ANTREAN_UJI], potong[ANTREAN_UJI];

	for (size_t i = 0; i < w->n; i++) {
		awal[i] = SIZE_MAX;
		potong[i] = 0;
	}
	for (size_t j = 0; j < r->n_jatah; j++) {
		size_t i = cari(w, r->jatah[j].id);

		if (awal[i] == SIZE_MAX)
			awal[i] = j;
		akhir[i] = j;
		potong[i]++;
	}
	for (size_t i = 0; i < w->n; i++) {
		const struct taksiran *t = &r->taksiran[i];
		const struct antrean *p = &w->q[i];

		assert_int_equal(t->id, p->id);
		if (awal[i] == SIZE_MAX) {
			assert_int_equal(p->sudah, p->jumlah);
			assert_int_equal(t->selesai, HARI_TAK_ADA);
			assert_int_equal(t->mulai, p->dimulai);
			continue;
		}
		/* Nothing between its first and its last piece. */
		assert_int_equal(akhir[i] - awal[i] + 1, potong[i]);
		assert_int_equal(t->selesai, r->jatah[akhir[i]].hari);
		assert_int_equal(t->mulai, p->dimulai != HARI_TAK_ADA
					? p->dimulai
					: r->jatah[awal[i]].hari);
		assert_true(r->jatah[awal[i]].hari >= boleh(w, p));
		for (size_t k = 0; k < w->n; k++)
			if (awal[k] != SIZE_MAX && awal[k] > awal[i] &&
			    mendahului(&w->q[k], p))
				assert_true(boleh(w, &w->q[k]) >
					    r->jatah[awal[i]].hari);
	}
}

/* No working day has room left while cards wait that may be done. */
static void periksa_tak_menganggur(const struct dunia *w,
				   const struct rencana *r)
{
	int sisa[ANTREAN_UJI];
	size_t j = 0;

	for (size_t i = 0; i < w->n; i++)
		sisa[i] = w->q[i].jumlah - w->q[i].sudah;
	for (hari_t h = w->mulai; j < r->n_jatah; h++) {
		int terisi = 0;

		for (; j < r->n_jatah && r->jatah[j].hari == h; j++) {
			terisi += r->jatah[j].jumlah;
			sisa[cari(w, r->jatah[j].id)] -= r->jatah[j].jumlah;
		}
		if (terisi == bebas(w, h))
			continue;
		for (size_t i = 0; i < w->n; i++)
			if (sisa[i] > 0)
				assert_true(boleh(w, &w->q[i]) > h);
	}
}

static void sama(const struct jatah *a, const struct jatah *b, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(a[i].hari, b[i].hari);
		assert_int_equal(a[i].id, b[i].id);
		assert_int_equal(a[i].jumlah, b[i].jumlah);
	}
}

/* P-07, P-08: the rules hold for any queue. */
static void sifat_rencana(void **state)
{
	size_t banyak = 0;

	for (int kali = 0; kali < 4000; kali++) {
		struct dunia w;
		struct rencana p;

		arena_reset(*state);
		dunia_acak(&w);
		assert_int_equal(rencana_susun(*state, &w.aturan, w.q, w.n,
					       w.mulai, &p), OK);
		periksa_jumlah(&w, &p);
		periksa_urutan(&w, &p);
		periksa_tak_menganggur(&w, &p);
		banyak += p.n_jatah;
	}
	/* The worlds were not empty. */
	assert_true(banyak > 4000 * 20);
}

/* The order of the input means nothing; planning again changes nothing. */
static void sifat_tetap(void **state)
{

	for (int kali = 0; kali < 1000; kali++) {
		struct dunia w;
		struct rencana p, lagi;

		arena_reset(*state);
		dunia_acak(&w);
		assert_int_equal(rencana_susun(*state, &w.aturan, w.q, w.n,
					       w.mulai, &p), OK);
		for (size_t i = w.n; i > 1; i--) {
			size_t k = (size_t)kurang_dari((int)i);
			struct antrean t = w.q[k];

			w.q[k] = w.q[i - 1];
			w.q[i - 1] = t;
		}
		assert_int_equal(rencana_susun(*state, &w.aturan, w.q, w.n,
					       w.mulai, &lagi), OK);
		assert_int_equal(p.n_jatah, lagi.n_jatah);
		sama(p.jatah, lagi.jatah, p.n_jatah);
	}
}

/*
 * P-08: work some days as planned, stopping anywhere inside a day, and plan
 * the rest anew: the rest of the plan is what it was.
 */
static void sifat_dikerjakan(void **state)
{

	for (int kali = 0; kali < 1500; kali++) {
		struct dunia w;
		struct rencana p, lagi;
		size_t selesai, k;
		int hari_ini = 0;

		arena_reset(*state);
		dunia_acak(&w);
		assert_int_equal(rencana_susun(*state, &w.aturan, w.q, w.n,
					       w.mulai, &p), OK);
		if (p.n_jatah == 0)
			continue;
		selesai = (size_t)kurang_dari((int)p.n_jatah);
		for (size_t j = 0; j < selesai; j++) {
			struct antrean *q = &w.q[cari(&w, p.jatah[j].id)];

			q->sudah += p.jatah[j].jumlah;
			if (q->dimulai == HARI_TAK_ADA)
				q->dimulai = p.jatah[j].hari;
			if (p.jatah[j].hari == p.jatah[selesai].hari)
				hari_ini += p.jatah[j].jumlah;
		}
		w.mulai = p.jatah[selesai].hari;
		/* Put today's cards into the override of today. */
		for (k = 0; k < w.aturan.n_khusus; k++)
			if (w.khusus[k].hari >= w.mulai)
				break;
		if (k == w.aturan.n_khusus || w.khusus[k].hari != w.mulai) {
			if (w.aturan.n_khusus == N(w.khusus))
				continue;
			memmove(&w.khusus[k + 1], &w.khusus[k],
				(w.aturan.n_khusus - k) * sizeof(*w.khusus));
			w.khusus[k] = (struct hari_khusus){
				.hari = w.mulai,
				.kapasitas = RENCANA_BIASA,
			};
			w.aturan.n_khusus++;
		}
		w.khusus[k].terpakai += hari_ini;
		assert_int_equal(rencana_susun(*state, &w.aturan, w.q, w.n,
					       w.mulai, &lagi), OK);
		assert_int_equal(lagi.n_jatah, p.n_jatah - selesai);
		sama(&p.jatah[selesai], lagi.jatah, lagi.n_jatah);
	}
}

/* P-20: a queue of 100 000 requests is planned in less than a second. */
static void seratus_ribu(void **state)
{
	const size_t n = 100000;
	struct antrean *q = arena_array(*state, n, sizeof(*q));
	struct rencana p;
	clock_t awal;
	int64_t kartu = 0;

	for (size_t i = 0; i < n; i++) {
		q[i] = minta((uint32_t)(n - i), "2025-01-02",
			     1 + kurang_dari(300));
		q[i].disposisi += kurang_dari(200);
		if (i % 10 == 0)
			q[i].paling_awal = q[i].disposisi + 300;
		kartu += q[i].jumlah;
	}
	awal = clock();
	assert_int_equal(rencana_susun(*state, &biasa, q, n, d("2025-07-21"),
				       &p), OK);
	assert_true(clock() - awal < CLOCKS_PER_SEC);
	for (size_t i = 0; i < p.n_jatah; i++)
		kartu -= p.jatah[i].jumlah;
	assert_true(kartu == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(contoh_hari_ketiga, siapkan,
						bereskan),
		cmocka_unit_test_setup_teardown(contoh_251, siapkan, bereskan),
		cmocka_unit_test_setup_teardown(urutan, siapkan, bereskan),
		cmocka_unit_test_setup_teardown(libur_dilewati, siapkan,
						bereskan),
		cmocka_unit_test_setup_teardown(hari_diubah, siapkan,
						bereskan),
		cmocka_unit_test_setup_teardown(dipindah, siapkan, bereskan),
		cmocka_unit_test_setup_teardown(sudah_dimulai, siapkan,
						bereskan),
		cmocka_unit_test_setup_teardown(belum_disposisi, siapkan,
						bereskan),
		cmocka_unit_test_setup_teardown(antrean_kosong, siapkan,
						bereskan),
		cmocka_unit_test_setup_teardown(macet, siapkan, bereskan),
		cmocka_unit_test_setup_teardown(masukan_salah, siapkan,
						bereskan),
		cmocka_unit_test(norma),
		cmocka_unit_test_setup_teardown(sifat_rencana, siapkan,
						bereskan),
		cmocka_unit_test_setup_teardown(sifat_tetap, siapkan,
						bereskan),
		cmocka_unit_test_setup_teardown(sifat_dikerjakan, siapkan,
						bereskan),
		cmocka_unit_test_setup_teardown(seratus_ribu, siapkan,
						bereskan),
	};

	return cmocka_run_group_tests_name("rencana", tests, NULL, NULL);
}
