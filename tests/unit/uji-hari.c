/*
 * uji-hari.c - dates, weeks, working days: against the C library's calendar,
 * against counting by hand, and at the edges.
 */
#include "model/hari.h"
#include "uji-acak.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
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

static void baca_dan_tulis(void **state)
{
	static const char *const salah[] = {
		"", "2025", "2025-1-01", "2025-01-1", "2025-01-01 ",
		" 2025-01-01", "2025-13-01", "2025-00-10", "2025-01-00",
		"2025-01-32", "2025-02-29", "1900-02-29", "2100-02-29",
		"2025-04-31", "1899-12-31", "0000-01-01", "2025/01/01",
		"+025-01-01", "-025-01-01", "20250-1-01", "2025-0a-01",
		"2025-01-01T00:00:00", "10000-01-01", "2025-01-0\xd9",
	};
	char teks[HARI_TEKS];
	hari_t h = 12345;

	(void)state;
	for (size_t i = 0; i < N(salah); i++) {
		if (hari_baca(salah[i], &h))
			fail_msg("taken: %s", salah[i]);
		assert_int_equal(h, 12345);
	}
	assert_false(hari_baca(NULL, &h));
	assert_int_equal(d("1970-01-01"), 0);
	assert_int_equal(d("1900-01-01"), HARI_MIN);
	assert_int_equal(d("9999-12-31"), HARI_MAX);
	assert_int_equal(d("2000-02-29") + 1, d("2000-03-01"));
	assert_int_equal(d("2024-02-29") - d("2023-02-28"), 366);
	hari_tulis(HARI_TAK_ADA, teks);
	assert_string_equal(teks, "");
	hari_tulis(HARI_MAX + 1, teks);
	assert_string_equal(teks, "");
}

/* Every day of two centuries, against the C library. */
static void sama_dengan_pustaka_c(void **state)
{
	(void)state;
	for (hari_t h = d("1900-01-01"); h <= d("2100-12-31"); h++) {
		time_t detik = (time_t)h * 86400;
		struct tm tm;
		struct tanggal t = hari_pecah(h);
		char harap[32], teks[HARI_TEKS], pekan[PEKAN_TEKS];
		hari_t kembali;

		assert_non_null(gmtime_r(&detik, &tm));
		assert_int_equal(t.tahun, tm.tm_year + 1900);
		assert_int_equal(t.bulan, tm.tm_mon + 1);
		assert_int_equal(t.tgl, tm.tm_mday);
		assert_int_equal(hari_ke_pekan(h) % 7, tm.tm_wday);
		hari_tulis(h, teks);
		strftime(harap, sizeof(harap), "%Y-%m-%d", &tm);
		assert_string_equal(teks, harap);
		assert_true(hari_baca(teks, &kembali));
		assert_int_equal(kembali, h);
		strftime(harap, sizeof(harap), "%G-W%V", &tm);
		pekan_tulis(h, pekan);
		assert_string_equal(pekan, harap);
		assert_true(pekan_baca(pekan, &kembali));
		assert_int_equal(kembali, h - (hari_ke_pekan(h) - 1));
	}
}

/* P-09: the grid of a month begins on Monday and holds the month. */
static void kisi(void **state)
{
	struct kisi k;
	int t = 2025, b = 1;
	char teks[BULAN_TEKS];

	(void)state;
	/* February 2021 is four whole weeks; March 2025 needs six. */
	assert_true(kisi_bulan(2021, 2, &k));
	assert_int_equal(k.baris, 4);
	assert_int_equal(k.mulai, d("2021-02-01"));
	assert_true(kisi_bulan(2025, 3, &k));
	assert_int_equal(k.baris, 6);
	assert_int_equal(k.mulai, d("2025-02-24"));
	assert_int_equal(k.awal, d("2025-03-01"));
	assert_int_equal(k.akhir, d("2025-03-31"));
	for (int i = 0; i < 12 * 200; i++) {
		assert_true(kisi_bulan(1900 + i / 12, i % 12 + 1, &k));
		assert_int_equal(hari_ke_pekan(k.mulai), 1);
		assert_in_range(k.awal - k.mulai, 0, 6);
		assert_in_range(k.mulai + k.baris * 7 - 1 - k.akhir, 0, 6);
	}
	assert_false(kisi_bulan(2025, 13, &k));
	assert_false(kisi_bulan(1899, 12, &k));
	kisi_pekan(d("2025-01-05"), &k);
	assert_int_equal(k.mulai, d("2024-12-30"));
	assert_int_equal(k.akhir, d("2025-01-05"));
	assert_int_equal(k.baris, 1);

	assert_true(bulan_geser(&t, &b, -1));
	assert_int_equal(t * 100 + b, 202412);
	assert_true(bulan_geser(&t, &b, 25));
	assert_int_equal(t * 100 + b, 202701);
	assert_false(bulan_geser(&t, &b, -200000));
	assert_false(bulan_geser(&t, &b, INT32_MAX));
	assert_int_equal(t * 100 + b, 202701);
	assert_true(bulan_baca("2025-09", &t, &b));
	assert_int_equal(t * 100 + b, 202509);
	assert_false(bulan_baca("2025-00", &t, &b));
	assert_false(bulan_baca("2025-13", &t, &b));
	assert_false(bulan_baca("2025-9", &t, &b));
	assert_false(bulan_baca("2025-09-", &t, &b));
	assert_false(bulan_baca("1899-09", &t, &b));
	assert_false(bulan_baca(NULL, &t, &b));
	bulan_tulis(2025, 9, teks);
	assert_string_equal(teks, "2025-09");
	bulan_tulis(2025, 0, teks);
	assert_string_equal(teks, "");
}

static void pekan(void **state)
{
	hari_t h = 7;

	(void)state;
	assert_true(pekan_baca("2025-W01", &h));
	assert_int_equal(h, d("2024-12-30"));
	assert_true(pekan_baca("2026-W53", &h));
	assert_int_equal(h, d("2026-12-28"));
	h = 7;
	assert_false(pekan_baca("2025-W53", &h));
	assert_false(pekan_baca("2025-W00", &h));
	assert_false(pekan_baca("2025-W54", &h));
	assert_false(pekan_baca("2025-w01", &h));
	assert_false(pekan_baca("2025-W1", &h));
	assert_false(pekan_baca("2025W011", &h));
	assert_false(pekan_baca("1899-W10", &h));
	assert_false(pekan_baca(NULL, &h));
	assert_int_equal(h, 7);
}

static void libur(void **state)
{
	hari_t hari[] = { d("2025-04-01"), d("2025-03-31"), d("2025-12-25"),
			  d("2025-03-31"), d("2025-04-01"), d("2025-03-29") };
	struct libur l = { hari, libur_susun(hari, N(hari)) };

	(void)state;
	assert_int_equal(l.n, 4);
	for (size_t i = 1; i < l.n; i++)
		assert_true(hari[i - 1] < hari[i]);
	assert_int_equal(libur_susun(hari, 0), 0);
	assert_true(libur_ada(&l, d("2025-12-25")));
	assert_true(libur_ada(&l, d("2025-03-29")));
	assert_false(libur_ada(&l, d("2025-03-30")));
	assert_false(libur_ada(&l, d("2026-12-25")));
	assert_false(libur_ada(NULL, d("2025-12-25")));
	assert_true(hari_kerja(&l, d("2025-03-28")));
	assert_false(hari_kerja(&l, d("2025-03-30"))); /* Sunday */
	assert_false(hari_kerja(&l, d("2025-03-31")));
	assert_true(hari_kerja(NULL, d("2025-03-31")));
	assert_int_equal(hari_kerja_sejak(&l, d("2025-03-28")),
			 d("2025-03-28"));
	assert_int_equal(hari_kerja_berikut(&l, d("2025-03-28")),
			 d("2025-04-02"));
	assert_int_equal(hari_kerja_sejak(&l, d("2025-03-29")),
			 d("2025-04-02"));
	assert_int_equal(hari_kerja_tambah(&l, d("2025-03-27"), 0),
			 d("2025-03-27"));
	assert_int_equal(hari_kerja_tambah(&l, d("2025-03-27"), 2),
			 d("2025-04-02"));
	assert_int_equal(hari_kerja_tambah(&l, d("2025-03-27"), -1),
			 HARI_TAK_ADA);
	assert_int_equal(hari_kerja_tambah(&l, HARI_MAX, 1), HARI_TAK_ADA);
	assert_int_equal(hari_kerja_berikut(&l, HARI_MAX), HARI_TAK_ADA);
	assert_int_equal(hari_kerja_sejak(&l, HARI_TAK_ADA), HARI_TAK_ADA);
}

/* P-13, P-18: the working days a step took. */
static void antara(void **state)
{
	hari_t hari[] = { d("2025-05-29"), d("2025-05-30"), d("2025-06-01") };
	struct libur l = { hari, N(hari) };

	(void)state;
	/* Wednesday 28 May; Thursday and Friday are holidays. */
	assert_int_equal(hari_kerja_antara(&l, d("2025-05-28"),
					   d("2025-05-28")), 0);
	assert_int_equal(hari_kerja_antara(&l, d("2025-05-27"),
					   d("2025-05-28")), 1);
	assert_int_equal(hari_kerja_antara(&l, d("2025-05-28"),
					   d("2025-06-01")), 0);
	assert_int_equal(hari_kerja_antara(&l, d("2025-05-28"),
					   d("2025-06-02")), 1);
	assert_int_equal(hari_kerja_antara(NULL, d("2025-05-28"),
					   d("2025-06-02")), 3);
	/* Begun on a Saturday: the Monday after is the first day. */
	assert_int_equal(hari_kerja_antara(&l, d("2025-05-24"),
					   d("2025-05-26")), 1);
	assert_int_equal(hari_kerja_antara(&l, d("2025-06-02"),
					   d("2025-05-28")), 0);
	assert_int_equal(hari_kerja_antara(&l, HARI_TAK_ADA,
					   d("2025-05-28")), 0);
	assert_int_equal(hari_kerja_antara(&l, d("2025-05-28"),
					   HARI_TAK_ADA), 0);
	assert_int_equal(hari_kerja_jumlah(&l, d("2025-05-28"),
					   d("2025-06-02")), 2);
	assert_int_equal(hari_kerja_jumlah(&l, d("2025-06-02"),
					   d("2025-05-28")), 0);
	assert_int_equal(hari_kerja_jumlah(&l, HARI_TAK_ADA, HARI_MAX), 0);
}

/* The formula equals counting day by day; the steps add up to the whole. */
static void hitungan_sama(void **state)
{
	(void)state;
	for (int kali = 0; kali < 2000; kali++) {
		hari_t dasar = (hari_t)acak(40000) - 15000;
		hari_t hari[40];
		struct libur l = { hari, 0 };
		hari_t dari, tengah, sampai;
		int32_t n = 0;

		for (size_t i = 0; i < N(hari); i++)
			hari[i] = dasar + (hari_t)acak(200);
		l.n = libur_susun(hari, acak(N(hari)));
		dari = dasar + (hari_t)acak(100);
		tengah = dari + (hari_t)acak(100);
		sampai = tengah + (hari_t)acak(100);
		for (hari_t h = dari + 1; h <= sampai; h++)
			n += hari_kerja(&l, h);
		assert_int_equal(hari_kerja_antara(&l, dari, sampai), n);
		assert_int_equal(hari_kerja_antara(&l, dari, tengah) +
				 hari_kerja_antara(&l, tengah, sampai), n);
		assert_int_equal(hari_kerja_jumlah(&l, dari, sampai),
				 n + hari_kerja(&l, dari));
		assert_int_equal(hari_kerja_antara(&l, dari,
			hari_kerja_tambah(&l, dari, 17)), 17);
	}
}

static void waktu(void **state)
{
	static const char *const salah[] = {
		"", "2025-01-31", "2025-01-31 17:00", "2025-01-31T17:00:00",
		"2025-01-31 24:00:00", "2025-01-31 17:60:00",
		"2025-01-31 17:00:60", "2025-02-30 17:00:00",
		"2025-01-31 17:00:00.", "2025-01-31 17:00:00.1234567",
		"2025-01-31 17:00:00.12a", "2025-01-31 17:00:00Z",
		"2025-01-31 17:00:00 ", "2025-01-31 17.00.00",
	};
	struct waktu w;
	char teks[WAKTU_TEKS];
	hari_t h = 5;

	(void)state;
	for (size_t i = 0; i < N(salah); i++)
		if (hari_lokal(salah[i], WIB, &h))
			fail_msg("taken: %s", salah[i]);
	assert_false(hari_lokal(NULL, WIB, &h));
	assert_int_equal(h, 5);
	/* 16:59:59 UTC is still the same day in Jakarta, 17:00 is not. */
	assert_true(hari_lokal("2025-01-31 16:59:59.999", WIB, &h));
	assert_int_equal(h, d("2025-01-31"));
	assert_true(hari_lokal("2025-01-31 17:00:00", WIB, &h));
	assert_int_equal(h, d("2025-02-01"));
	assert_true(hari_lokal("2025-01-31 15:59:59", WITA, &h));
	assert_int_equal(h, d("2025-01-31"));
	assert_true(hari_lokal("2025-01-31 16:00:00", WITA, &h));
	assert_int_equal(h, d("2025-02-01"));
	assert_true(hari_lokal("2024-12-31 15:00:00.5", WIT, &h));
	assert_int_equal(h, d("2025-01-01"));
	assert_true(waktu_lokal("2019-10-09 03:57:08.123456", WIB, &w));
	assert_int_equal(w.hari, d("2019-10-09"));
	assert_int_equal(w.jam * 10000 + w.menit * 100 + w.detik, 105708);
	hari_awal_utc(d("2025-02-01"), WIB, teks);
	assert_string_equal(teks, "2025-01-31 17:00:00");
	hari_awal_utc(d("2025-02-01"), WIT, teks);
	assert_string_equal(teks, "2025-01-31 15:00:00");
	assert_true(waktu_lokal(teks, WIT, &w));
	assert_int_equal(w.hari, d("2025-02-01"));
	assert_int_equal(w.jam + w.menit + w.detik, 0);
	assert_int_equal(hari_dari_detik(0, WIB), 0);
	assert_int_equal(hari_dari_detik(17 * 3600 - 1, WIB), 0);
	assert_int_equal(hari_dari_detik(17 * 3600, WIB), 1);
	assert_int_equal(hari_dari_detik(-7 * 3600 - 1, WIB), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(baca_dan_tulis),
		cmocka_unit_test(sama_dengan_pustaka_c),
		cmocka_unit_test(kisi),
		cmocka_unit_test(pekan),
		cmocka_unit_test(libur),
		cmocka_unit_test(antara),
		cmocka_unit_test(hitungan_sama),
		cmocka_unit_test(waktu),
	};

	return cmocka_run_group_tests_name("hari", tests, NULL, NULL);
}
