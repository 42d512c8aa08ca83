/*
 * uji-ics.c - holidays out of an iCalendar file (P-10): what is read, what
 * is refused and on which line, and the shipped table of holidays.
 */
#include "lib/text.h"
#include "model/ics.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define N(a) (sizeof(a) / sizeof((a)[0]))

#define AWAL "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
#define ACARA(isi) "BEGIN:VEVENT\r\n" isi "END:VEVENT\r\n"
#define AKHIR "END:VCALENDAR\r\n"
#define NAMA "SUMMARY:X\r\n"

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

/* Read a text that must be good; returns how many days. */
static size_t baca(struct arena *a, const char *teks, struct libur_baru **out)
{
	struct ics_galat g;
	size_t n;

	if (ics_baca(a, teks, strlen(teks), out, &n, &g) != OK)
		fail_msg("refused: %s, line %zu", ics_kode_teks(g.kode),
			 g.baris);
	assert_int_equal(g.kode, ICS_BAIK);
	return n;
}

static void hari_adalah(const struct libur_baru *h, const char *hari,
			enum ics_jenis jenis, const char *nama)
{
	char teks[HARI_TEKS];

	hari_tulis(h->hari, teks);
	assert_string_equal(teks, hari);
	assert_int_equal(h->jenis, jenis);
	assert_string_equal(h->nama, nama);
}

/* P-10: dates, several days, the exclusive end, escapes, kinds. */
static void dibaca(void **state)
{
	struct libur_baru *h;

	assert_int_equal(baca(*state, AWAL
		ACARA("DTSTART;VALUE=DATE:20250402\r\n"
		      "DTEND;VALUE=DATE:20250405\r\n"
		      "SUMMARY:Cuti Bersama\\, Idul\\;Fitri\\n\\\\ 1446\r\n")
		ACARA("DTSTART:20250101\r\nSUMMARY;LANGUAGE=id:Tahun Baru\r\n")
		ACARA("DTSTART:20250214\r\nSUMMARY:Hari X\r\n"
		      "DESCRIPTION:Perayaan\\nUntuk menyembunyikan\r\n")
		ACARA("DTSTART:20250301\r\nSTATUS:CANCELLED\r\n")
		ACARA("DTSTART:20251226\r\nDTEND:20251226\r\n"
		      "categories:UMUM,Cuti Bersama\r\nSUMMARY:Natal\r\n")
		AKHIR, &h), 6);
	hari_adalah(&h[0], "2025-01-01", ICS_LIBUR, "Tahun Baru");
	hari_adalah(&h[1], "2025-02-14", ICS_PERAYAAN, "Hari X");
	for (int i = 2; i <= 4; i++)
		assert_string_equal(h[i].nama,
				    "Cuti Bersama, Idul;Fitri \\ 1446");
	hari_adalah(&h[2], "2025-04-02", ICS_CUTI, h[2].nama);
	hari_adalah(&h[4], "2025-04-04", ICS_CUTI, h[2].nama);
	hari_adalah(&h[5], "2025-12-26", ICS_CUTI, "Natal");
	assert_int_equal(h[0].baris, 8);
}

/* Date-times, zones and durations. */
static void berjam(void **state)
{
	static const struct {
		const char *isi, *awal, *akhir;
	} kasus[] = {
		/* Midnight in Jakarta, written in UTC. */
		{ "DTSTART:20250816T170000Z\r\nDTEND:20250817T170000Z\r\n",
		  "2025-08-17", "2025-08-17" },
		{ "DTSTART:20250816T165959Z\r\n", "2025-08-16", "2025-08-16" },
		{ "DTSTART:20250817T000000\r\nDTEND:20250818T000001\r\n",
		  "2025-08-17", "2025-08-18" },
		{ "DTSTART;TZID=\"Asia/Jakarta;x:y\":20250817T080000\r\n"
		  "DTEND;TZID=Asia/Jakarta:20250817T100000\r\n",
		  "2025-08-17", "2025-08-17" },
		{ "DTSTART;VALUE=DATE-TIME:20250817T235960\r\n",
		  "2025-08-17", "2025-08-17" },
		{ "DTSTART:20250817\r\nDURATION:P1D\r\n", "2025-08-17",
		  "2025-08-17" },
		{ "DTSTART:20250817\r\nDURATION:+P2W\r\n", "2025-08-17",
		  "2025-08-30" },
		{ "DTSTART:20250817T120000\r\nDURATION:P1DT11H59M60S\r\n",
		  "2025-08-17", "2025-08-18" },
		{ "DTSTART:20250817T120000\r\nDURATION:PT13H\r\n",
		  "2025-08-17", "2025-08-18" },
		{ "DTSTART:20250801\r\nDTEND:20250901\r\n", "2025-08-01",
		  "2025-08-31" },
	};

	for (size_t i = 0; i < N(kasus); i++) {
		char *teks = arena_printf(*state, AWAL ACARA("%s" NAMA) AKHIR,
					  kasus[i].isi);
		struct libur_baru *h;
		size_t n = baca(*state, teks, &h);

		assert_int_equal(n, d(kasus[i].akhir) - d(kasus[i].awal) + 1);
		assert_int_equal(h[0].hari, d(kasus[i].awal));
		assert_int_equal(h[n - 1].hari, d(kasus[i].akhir));
	}
}

/* Folding may cut anywhere, a character included (RFC 5545, 3.1). */
static void lipatan(void **state)
{
	static const char *const putus[] = { "\r\n ", "\n ", "\r\n\t" };
	const char *utuh = AWAL ACARA("DTSTART:20250612\r\n"
		"SUMMARY:Hari \xe2\x80\x9cRaya\xe2\x80\x9d \\, dua\r\n") AKHIR;
	size_t n = strlen(utuh), diuji = 0;

	for (size_t i = 1; i < n; i++) {
		/* Not between CR and LF, nor where an empty line would be. */
		if (utuh[i] == '\n' || utuh[i - 1] == '\n')
			continue;
		for (size_t j = 0; j < N(putus); j++) {
			struct libur_baru *h;
			char *teks = arena_printf(*state, "%.*s%s%s", (int)i,
						  utuh, putus[j], utuh + i);

			assert_int_equal(baca(*state, teks, &h), 1);
			hari_adalah(&h[0], "2025-06-12", ICS_LIBUR,
				"Hari \xe2\x80\x9cRaya\xe2\x80\x9d , dua");
			diuji++;
		}
	}
	assert_true(diuji > 300);
}

/* LF alone, empty lines, byte order mark, no line break at the end. */
static void longgar(void **state)
{
	struct libur_baru *h;

	assert_int_equal(baca(*state, "\xef\xbb\xbf\n\r\nBEGIN:VCALENDAR\n\n"
		"begin:vevent\ndtstart:20250101\n\nsummary:X\nend:Vevent\n"
		"END:VCALENDAR", &h), 1);
	/* What other components say is none of our business. */
	assert_int_equal(baca(*state, AWAL
		"BEGIN:VTIMEZONE\r\nBEGIN:STANDARD\r\n"
		"DTSTART:19700101T000000\r\nRRULE:FREQ=YEARLY\r\n"
		"END:STANDARD\r\nEND:VTIMEZONE\r\n"
		ACARA("DTSTART:20250101\r\n" NAMA
		      "BEGIN:VALARM\r\nDURATION:busuk\r\nSUMMARY:alarm\r\n"
		      "RRULE:x\r\nEND:VALARM\r\n")
		"BEGIN:VTODO\r\nDTSTART:busuk\r\nEND:VTODO\r\n"
		AKHIR, &h), 1);
	hari_adalah(&h[0], "2025-01-01", ICS_LIBUR, "X");
	/* All cancelled: an empty result is not an error. */
	assert_int_equal(baca(*state, AWAL
		ACARA("DTSTART:20250101\r\n" NAMA "STATUS:CANCELLED\r\n")
		AKHIR, &h), 0);
}

/* One entry a day, the strongest kind, the names together. */
static void sehari(void **state)
{
	char panjang[ICS_NAMA_MAKS + 1];
	struct libur_baru *h;

	assert_int_equal(baca(*state, AWAL
		ACARA("DTSTART:20250127\r\nSUMMARY:Cuti Bersama\r\n")
		ACARA("DTSTART:20250127\r\nSUMMARY:Isra Mikraj\r\n")
		ACARA("DTSTART:20250127\r\nSUMMARY:Isra Mikraj\r\n")
		ACARA("DTSTART:20250127\r\nSUMMARY:Mikraj\r\n")
		ACARA("DTSTART:20250127\r\nSUMMARY:Hari Y\r\n"
		      "DESCRIPTION:Observance\r\n")
		ACARA("DTSTART:20250126\r\nSUMMARY:A\r\n"
		      "DESCRIPTION:Observance\r\n")
		ACARA("DTSTART:20250126\r\nSUMMARY:B\r\n"
		      "DESCRIPTION:Observance\r\n")
		AKHIR, &h), 2);
	hari_adalah(&h[0], "2025-01-26", ICS_PERAYAAN, "A; B");
	hari_adalah(&h[1], "2025-01-27", ICS_LIBUR,
		    "Isra Mikraj; Mikraj; Cuti Bersama");
	/* A name that no longer fits is left out. */
	memset(panjang, 'a', ICS_NAMA_MAKS);
	panjang[ICS_NAMA_MAKS] = '\0';
	assert_int_equal(baca(*state, arena_printf(*state, AWAL
		ACARA("DTSTART:20250127\r\nSUMMARY:%s\r\n")
		ACARA("DTSTART:20250127\r\nSUMMARY:b\r\n") AKHIR, panjang),
		&h), 1);
	assert_string_equal(h[0].nama, panjang);
}

static void ditolak(void **state)
{
	static const struct {
		const char *teks;
		enum ics_kode kode;
		size_t baris;
	} kasus[] = {
		{ "", ICS_BUKAN_KALENDER, 0 },
		{ "\r\n\r\n", ICS_BUKAN_KALENDER, 0 },
		{ "<html>\n", ICS_BARIS, 1 },
		{ "PK\x03\x04", ICS_AKSARA, 1 },
		{ "X:y\n", ICS_BUKAN_KALENDER, 1 },
		{ "\nBEGIN:VEVENT\n", ICS_BUKAN_KALENDER, 2 },
		{ " lanjut\n", ICS_BARIS, 1 },
		{ AWAL, ICS_SUSUNAN, 2 },
		{ AWAL AKHIR, ICS_KOSONG, 0 },
		{ "BEGIN:VCALENDAR\nVERSION:1.0\n", ICS_VERSI, 2 },
		{ AWAL "END:VEVENT\r\n", ICS_SUSUNAN, 3 },
		{ AWAL ACARA("DTSTART:20250101\r\n" NAMA) AKHIR AKHIR,
		  ICS_SUSUNAN, 8 },
		{ AWAL ACARA("DTSTART:20250101\r\n" NAMA) AKHIR "X:y\r\n",
		  ICS_SUSUNAN, 8 },
		{ AWAL "BEGIN:VEVENT\r\n" AKHIR, ICS_SUSUNAN, 4 },
		{ AWAL "BEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\n"
		  "BEGIN:A\nBEGIN:A\nBEGIN:A\n", ICS_SUSUNAN, 10 },
		{ AWAL "tanpa titik dua\r\n" AKHIR, ICS_BARIS, 3 },
		{ AWAL "A;B=\"tak ditutup:x\r\n" AKHIR, ICS_BARIS, 3 },
		{ AWAL ":x\r\n", ICS_BARIS, 3 },
		{ AWAL "X:\xff\r\n", ICS_AKSARA, 3 },
		{ AWAL "X:\xc0\xaf\r\n", ICS_AKSARA, 3 },
		{ AWAL "X:a\rb\r\n", ICS_AKSARA, 3 },
		{ AWAL "X:a\x01\r\n", ICS_AKSARA, 3 },
		{ AWAL ACARA(NAMA) AKHIR, ICS_TANPA_TANGGAL, 3 },
		{ AWAL ACARA("DTSTART:20250101\r\n") AKHIR, ICS_TANPA_NAMA,
		  3 },
		{ AWAL ACARA("DTSTART:20250101\r\nSUMMARY: \\n\r\n") AKHIR,
		  ICS_TANPA_NAMA, 5 },
		{ AWAL ACARA("DTSTART:20250101\r\nDTSTART:20250101\r\n" NAMA)
		  AKHIR, ICS_GANDA, 5 },
		{ AWAL ACARA("DTSTART:20250101\r\n" NAMA NAMA) AKHIR,
		  ICS_GANDA, 6 },
		{ AWAL ACARA("DTSTART:20250101\r\nDURATION:P1D\r\n"
			     "DTEND:20250102\r\n" NAMA) AKHIR, ICS_GANDA, 6 },
		{ AWAL ACARA("DTSTART:20250101\r\nDURATION:P1D\r\n"
			     "DURATION:P1D\r\n" NAMA) AKHIR, ICS_GANDA, 6 },
		{ AWAL ACARA("DTSTART:20250102\r\nDTEND:20250101\r\n" NAMA)
		  AKHIR, ICS_RENTANG, 5 },
		{ AWAL ACARA("DTSTART:20250101\r\nDTEND:20250202\r\n" NAMA)
		  AKHIR, ICS_RENTANG, 3 },
		{ AWAL ACARA("DTSTART:99991231\r\nDURATION:P2D\r\n" NAMA)
		  AKHIR, ICS_RENTANG, 3 },
		{ AWAL ACARA("DTSTART:99991231T200000Z\r\n" NAMA) AKHIR,
		  ICS_RENTANG, 3 },
		{ AWAL ACARA("DTSTART:20250101\r\nDTEND:20250102T000000\r\n"
			     NAMA) AKHIR, ICS_TANGGAL, 5 },
		{ AWAL ACARA("DTSTART:20250101\r\nDURATION:PT1H\r\n" NAMA)
		  AKHIR, ICS_TANGGAL, 4 },
		{ AWAL ACARA("DTSTART:20250101\r\nRRULE:FREQ=YEARLY\r\n" NAMA)
		  AKHIR, ICS_BERULANG, 5 },
		{ AWAL ACARA("DTSTART:20250101\r\nRDATE:20260101\r\n" NAMA)
		  AKHIR, ICS_BERULANG, 5 },
		{ AWAL ACARA("DTSTART:20250101\r\nRECURRENCE-ID:20260101\r\n"
			     NAMA) AKHIR, ICS_BERULANG, 5 },
		/* The line counted is the first of a folded one. */
		{ AWAL "X:a\r\n b\r\n c\r\nY\r\n  z\r\n", ICS_BARIS, 6 },
	};

	for (size_t i = 0; i < N(kasus); i++) {
		struct libur_baru *h = (void *)kasus;
		struct ics_galat g;
		size_t n = 7;

		assert_int_equal(ics_baca(*state, kasus[i].teks,
					  strlen(kasus[i].teks), &h, &n, &g),
				 ERR_INPUT);
		if (g.kode != kasus[i].kode || g.baris != kasus[i].baris)
			fail_msg("case %zu: %s, line %zu", i,
				 ics_kode_teks(g.kode), g.baris);
		assert_null(h);
		assert_int_equal(n, 0);
	}
}

/* Dates, times and durations that are none. */
static void tanggal_salah(void **state)
{
	static const char *const salah[] = {
		"DTSTART:", "DTSTART:2025", "DTSTART:20250230",
		"DTSTART:18991231", "DTSTART:2025-01-01", "DTSTART:202501011",
		"DTSTART:20250101T", "DTSTART:20250101T0000",
		"DTSTART:20250101 000000", "DTSTART:20250101T240000",
		"DTSTART:20250101T006000", "DTSTART:20250101T000061",
		"DTSTART:20250101T000000X", "DTSTART:20250101T000000ZZ",
		"DTSTART;VALUE=DATE:20250101T000000",
		"DTSTART;X=\";\";value=date:20250101T000000",
		"DURATION:", "DURATION:P", "DURATION:PT", "DURATION:P1",
		"DURATION:1D", "DURATION:-P1D", "DURATION:P1H",
		"DURATION:P1DT", "DURATION:PT1D", "DURATION:P1D1D",
		"DURATION:PT1S1M", "DURATION:P1DX", "DURATION:PTT1H",
	};

	for (size_t i = 0; i < N(salah); i++) {
		char *teks = arena_printf(*state, AWAL ACARA(NAMA "%s\r\n")
					  AKHIR, salah[i]);
		struct libur_baru *h;
		struct ics_galat g;
		size_t n;

		assert_int_equal(ics_baca(*state, teks, strlen(teks), &h, &n,
					  &g), ERR_INPUT);
		if (g.kode != ICS_TANGGAL || g.baris != 5)
			fail_msg("%s: %s, line %zu", salah[i],
				 ics_kode_teks(g.kode), g.baris);
	}
}

/* Sizes: the file, the name, one event, all events. */
static void batas(void **state)
{
	char *besar = arena_alloc(*state, ICS_BYTES_MAKS + 2);
	struct buf b = { .a = *state };
	struct libur_baru *h;
	struct ics_galat g;
	size_t n;
	char *teks;

	memset(besar, '\n', ICS_BYTES_MAKS + 1);
	assert_int_equal(ics_baca(*state, besar, ICS_BYTES_MAKS + 1, &h, &n,
				  &g), ERR_TOO_LARGE);
	assert_int_equal(g.kode, ICS_TERLALU_BESAR);
	assert_int_equal(ics_baca(*state, besar, ICS_BYTES_MAKS, &h, &n, &g),
			 ERR_INPUT);

	/* Characters are counted, not bytes. */
	for (int i = 0; i < ICS_NAMA_MAKS; i++)
		buf_text(&b, "\xc3\xa9");
	teks = arena_printf(*state, AWAL ACARA("DTSTART:20250101\r\n"
			    "SUMMARY:%s\r\n") AKHIR, b.p);
	assert_int_equal(baca(*state, teks, &h), 1);
	teks = arena_printf(*state, AWAL ACARA("DTSTART:20250101\r\n"
			    "SUMMARY:%sx\r\n") AKHIR, b.p);
	assert_int_equal(ics_baca(*state, teks, strlen(teks), &h, &n, &g),
			 ERR_INPUT);
	assert_int_equal(g.kode, ICS_NAMA);
	assert_int_equal(g.baris, 5);

	b = (struct buf){ .a = *state };
	buf_text(&b, AWAL);
	for (int i = 0; i < ICS_HARI_MAKS; i++)
		buf_text(&b, ACARA("DTSTART:20250101\r\n" NAMA));
	teks = arena_printf(*state, "%s" AKHIR, b.p);
	assert_int_equal(baca(*state, teks, &h), 1);
	teks = arena_printf(*state, "%s" ACARA("DTSTART:20250101\r\n" NAMA)
			    AKHIR, b.p);
	assert_int_equal(ics_baca(*state, teks, strlen(teks), &h, &n, &g),
			 ERR_INPUT);
	assert_int_equal(g.kode, ICS_TERLALU_BANYAK);
	assert_int_equal(g.baris, 2 + ICS_HARI_MAKS * 4 + 1);
}

/* A good file cut at every byte: an answer each time, never a success. */
static void terpotong(void **state)
{
	const char *utuh = AWAL ACARA("DTSTART;TZID=\"a\":20250612T170000Z\r\n"
		"DURATION:P1D\r\nSUMMARY:Hari \xe2\x80\x9cR\r\n aya\r\n")
		"END:VCALENDAR";
	size_t n = strlen(utuh), n_out;
	struct libur_baru *h;
	struct ics_galat g;

	assert_int_equal(baca(*state, utuh, &h), 1);
	for (size_t i = 0; i < n; i++) {
		char *potongan = malloc(i + 1);

		assert_non_null(potongan);
		memcpy(potongan, utuh, i);
		assert_int_equal(ics_baca(*state, potongan, i, &h, &n_out, &g),
				 ERR_INPUT);
		assert_true(g.kode != ICS_BAIK);
		free(potongan);
	}
}

/* Every code has a key of its own for its message. */
static void kunci_pesan(void **state)
{
	(void)state;
	for (int i = 0; i < ICS_KODE_N; i++) {
		assert_non_null(ics_kode_teks((enum ics_kode)i));
		for (int j = 0; j < i; j++)
			assert_string_not_equal(
				ics_kode_teks((enum ics_kode)i),
				ics_kode_teks((enum ics_kode)j));
	}
}

/*
 * The shipped table: as many days as the decrees name (2025: 17 + 11 with
 * the day added in August, 2026: 17 + 8; 2027 only fixed dates).
 */
static void tabel_terkirim(void **state)
{
	const char *induk = getenv("srcdir");
	char *nama = arena_printf(*state, "%s/sql/libur-nasional.ics",
				  induk == NULL ? "." : induk);
	char *isi = arena_alloc(*state, ICS_BYTES_MAKS);
	int banyak[3][2] = { { 0 } };
	struct libur_baru *h;
	struct ics_galat g;
	size_t n, kerja = 0;
	FILE *f = fopen(nama, "rb");

	assert_non_null(f);
	n = fread(isi, 1, ICS_BYTES_MAKS, f);
	fclose(f);
	assert_int_equal(ics_baca(*state, isi, n, &h, &n, &g), OK);
	for (size_t i = 0; i < n; i++) {
		int tahun = hari_pecah(h[i].hari).tahun;

		assert_in_range(tahun, 2025, 2027);
		assert_true(h[i].jenis != ICS_PERAYAAN);
		banyak[tahun - 2025][h[i].jenis]++;
		/* Collective leave is a day that would be worked on. */
		if (h[i].jenis == ICS_CUTI)
			kerja += !hari_kerja(NULL, h[i].hari);
	}
	assert_int_equal(banyak[0][ICS_LIBUR], 17);
	assert_int_equal(banyak[0][ICS_CUTI], 11);
	assert_int_equal(banyak[1][ICS_LIBUR], 17);
	assert_int_equal(banyak[1][ICS_CUTI], 8);
	assert_int_equal(banyak[2][ICS_LIBUR], 5);
	assert_int_equal(banyak[2][ICS_CUTI], 0);
	assert_int_equal(kerja, 0);
}

int main(void)
{
#define UJI(f) cmocka_unit_test_setup_teardown(f, siapkan, bereskan)
	const struct CMUnitTest tests[] = {
		UJI(dibaca), UJI(berjam), UJI(lipatan), UJI(longgar),
		UJI(sehari), UJI(ditolak), UJI(tanggal_salah), UJI(batas),
		UJI(terpotong), UJI(kunci_pesan), UJI(tabel_terkirim),
	};

	return cmocka_run_group_tests_name("ics", tests, NULL, NULL);
}
