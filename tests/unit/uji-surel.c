/*
 * uji-surel.c - messages on their way out (U-18): MIME against decoders of
 * this file's own, growing pauses, the rate, numbers and answers of the
 * WhatsApp gateway, the calendar file, where a message leads; and that every
 * code that C sends has a subject and a text.  Sending is tests/http/pesan.mjs's.
 */
#include "lib/clock.h"
#include "lib/config.h"
#include "lib/html.h"
#include "lib/surel.h"
#include "lib/takaran.h"
#include "lib/view.h"
#include "lib/xsl.h"
#include "model/kotak-kirim.h"
#include "model/templat.h"
#include "pekerja/kirim.h"
#include "pekerja/wa-pesan.h"
#include "surat-halaman.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct arena *a;

static int awal(void **state)
{
	(void)state;
	a = arena_new();
	return a == NULL ? -1 : 0;
}

static int akhir(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

/* --- decoders, written from the RFCs --- */

static int nilai64(char c)
{
	static const char semua[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *p = c == '\0' ? NULL : strchr(semua, c);

	return p == NULL ? -1 : (int)(p - semua);
}

static size_t baca64(const char *p, size_t n, char *out)
{
	unsigned v = 0, bit = 0;
	size_t m = 0;

	for (size_t i = 0; i < n; i++) {
		if (p[i] == '\r' || p[i] == '\n' || p[i] == '=')
			continue;
		assert_true(nilai64(p[i]) >= 0);
		v = v << 6 | (unsigned)nilai64(p[i]);
		bit += 6;
		if (bit >= 8) {
			bit -= 8;
			out[m++] = (char)(v >> bit & 255);
		}
	}
	return m;
}

/* RFC 2045 6.7; lines end with \n in what comes out. */
static char *baca_qp(const char *p)
{
	struct buf b = { .a = a };
	char hex[3] = { 0 };

	buf_text(&b, "");
	for (; *p != '\0'; p++) {
		if (strncmp(p, "\r\n", 2) == 0) {
			buf_char(&b, '\n');
			p++;
		} else if (strncmp(p, "=\r\n", 3) == 0) {
			p += 2;
		} else if (*p == '=') {
			assert_true(isxdigit((unsigned char)p[1]) &&
				    isxdigit((unsigned char)p[2]));
			memcpy(hex, p + 1, 2);
			buf_char(&b, (char)strtol(hex, NULL, 16));
			p += 2;
		} else {
			buf_char(&b, *p);
		}
	}
	return b.p;
}

/* RFC 2047: encoded-words, what is between two of them falls away. */
static char *baca_kata(const char *p)
{
	static const char buka[] = "=?UTF-8?B?";
	struct buf b = { .a = a };
	char isi[80];

	buf_text(&b, "");
	while (*p != '\0') {
		const char *tutup;

		if (strncmp(p, buka, strlen(buka)) != 0) {
			buf_char(&b, *p++);
			continue;
		}
		p += strlen(buka);
		tutup = strstr(p, "?=");
		assert_non_null(tutup);
		assert_true((size_t)(tutup - p) + 12 <= 75);
		buf_bytes(&b, isi, baca64(p, (size_t)(tutup - p), isi));
		/* Whole characters in each of them (5 (3)). */
		assert_true(text_ok(b.p, b.n));
		p = tutup + 2;
		if (strncmp(p, "\r\n =?", 5) == 0)
			p += 3;
	}
	return b.p;
}

static void baris_pendek(const char *p, size_t maks)
{
	while (*p != '\0') {
		size_t n = strcspn(p, "\r\n");

		assert_true(n <= maks);
		p += n;
		assert_true(*p == '\0' || strncmp(p, "\r\n", 2) == 0);
		p += *p == '\0' ? 0 : 2;
	}
}

/* A text of up to n characters that try to break something. */
static char *teks_acak(size_t n)
{
	static const char *const huruf[] = { "a", "Z", " ", " ", "\n", "=",
					     "?", ".", "é", "“", "😀", "\t",
					     "_", "-", "\"", "<", ",", "\\" };
	struct buf b = { .a = a };

	buf_text(&b, "");
	for (n = (size_t)rand() % (n + 1); n > 0; n--)
		buf_text(&b, huruf[(size_t)rand() % (sizeof(huruf) /
						     sizeof(*huruf))]);
	return b.p;
}

static char *tanpa_baris(const char *teks)
{
	char *s = arena_strdup(a, teks);

	for (char *p = s; *p != '\0'; p++)
		if (*p == '\n' || *p == '\t')
			*p = ' ';
	return s;
}

static void uji_bolak_balik(void **state)
{
	(void)state;
	srand(20261122);
	for (int i = 0; i < 20000; i++) {
		struct buf qp = { .a = a }, kata = { .a = a };
		struct buf b64 = { .a = a };
		char *teks = teks_acak(200), *kembali;
		size_t n = strlen(teks), sesudah = (size_t)rand() % 40;

		buf_text(&qp, "");
		surel_qp(&qp, teks);
		baris_pendek(qp.p, 76);
		kembali = baca_qp(qp.p);
		/* The last line gets an end if it has none. */
		if (n > 0 && teks[n - 1] != '\n')
			kembali[strlen(kembali) - 1] = '\0';
		assert_string_equal(kembali, teks);
		assert_null(strstr(qp.p, " \r\n"));

		buf_text(&kata, "");
		surel_kata(&kata, sesudah, teks);
		baris_pendek(kata.p, 76);
		assert_string_equal(baca_kata(kata.p), tanpa_baris(teks));

		buf_text(&b64, "");
		surel_base64(&b64, (struct blob){ (unsigned char *)teks, n });
		baris_pendek(b64.p, 76);
		kembali = arena_alloc(a, n + 4);
		assert_int_equal(baca64(b64.p, b64.n, kembali), n);
		assert_memory_equal(kembali, teks, n);
		arena_reset(a);
	}
}

static struct surel contoh(void)
{
	return (struct surel){
		.dari = "surat@kantor.example",
		.dari_nama = "SI-FILMA",
		.kepada = "budi@uji.example",
		.kepada_nama = "Budi",
		.perihal = "Tiket terbit",
		.teks = "Halo\n",
		.html = "<p>Halo</p>",
		.id = "1.abc@kantor.example",
		.waktu_ms = INT64_C(1479788200000),
	};
}

/* No field begins a header or a part of its own. */
static void uji_sisipan(void **state)
{
	static const char jahat[] =
	    "x\r\nBcc: semua@uji.example\r\n\r\n--=_dbatas";
	struct surel s = contoh();
	const char *kosong;
	struct blob b;

	(void)state;
	s.dari_nama = s.kepada_nama = s.perihal = s.teks = jahat;
	s.daftar = s.berhenti = s.id = jahat;
	b = surel_tulis(a, &s);
	kosong = strstr((char *)b.p, "\r\n\r\n");
	assert_non_null(kosong);
	/* A body may say what it likes. */
	assert_true(strstr((char *)b.p, "\nBcc:") > kosong);
	assert_null(strstr((char *)b.p, "\n--=_dbatas"));
	for (size_t i = 0; i < b.n; i++)
		assert_true(b.p[i] < 128 && b.p[i] != '\0');
	s = contoh();
	b = surel_tulis(a, &s);
	assert_non_null(strstr((char *)b.p,
			       "Date: Tue, 22 Nov 2016 04:16:40 +0000\r\n"));
	assert_non_null(strstr((char *)b.p, "To: \"Budi\"\r\n"
					    " <budi@uji.example>\r\n"));
	/* The same message twice is the same bytes. */
	assert_memory_equal(b.p, surel_tulis(a, &s).p, b.n);
}

static void uji_alamat(void **state)
{
	static const char *const baik[] = { "a@b", "budi.s+x@kantor.go.id" };
	static const char *const buruk[] = {
		"",	  "a",		 "@b",	      "a@",	"a@b@c",
		"a b@c",  "a@b\r\nRCPT", "<a@b>",     "a,b@c",	"é@b",
		"-oQ@b",  "\"a\"@b",	 "a\\@b",
	};
	const char *nama, *alamat;

	(void)state;
	for (size_t i = 0; i < sizeof(baik) / sizeof(*baik); i++)
		assert_true(surel_alamat_sah(baik[i]));
	for (size_t i = 0; i < sizeof(buruk) / sizeof(*buruk); i++)
		assert_false(surel_alamat_sah(buruk[i]));
	assert_true(surel_pisah(a, "SI-FILMA é <s@k.id>", &nama, &alamat));
	assert_string_equal(nama, "SI-FILMA é");
	assert_string_equal(alamat, "s@k.id");
	assert_true(surel_pisah(a, " s@k.id ", &nama, &alamat));
	assert_null(nama);
	assert_string_equal(alamat, "s@k.id");
	assert_false(surel_pisah(a, "X <s@k.id", &nama, &alamat));
	assert_false(surel_pisah(a, "", &nama, &alamat));
}

/* 1, 2, 4 … minutes, six hours at most, a fifth around it. */
static void uji_jeda(void **state)
{
	(void)state;
	for (int64_t coba = 1; coba <= 30; coba++) {
		int64_t biasa = coba > 9 ? 360 : 1LL << (coba - 1);
		int64_t kurang = kotak_jeda_ms(coba, 0);
		int64_t lebih = kotak_jeda_ms(coba, UINT32_MAX);

		assert_int_equal(kurang, biasa * 60000 * 4 / 5);
		assert_true(lebih > biasa * 60000 * 119 / 100 &&
			    lebih <= biasa * 60000 * 6 / 5);
	}
}

static void uji_takaran(void **state)
{
	struct takaran t = { .per_menit = 60 };
	struct takaran bebas = { 0 };
	int64_t kini = 1000000, jumlah = 0;

	(void)state;
	assert_int_equal(takaran_boleh(&bebas, kini, 50), 50);
	/* Ten seconds' worth at once, then one a second. */
	assert_int_equal(takaran_boleh(&t, kini, 50), 10);
	takaran_pakai(&t, 10);
	for (int i = 0; i < 600; i++) {
		int64_t n = takaran_boleh(&t, kini += 100, 50);

		takaran_pakai(&t, n);
		jumlah += n;
	}
	assert_int_equal(jumlah, 60);
	/* A clock set back does not give more. */
	assert_int_equal(takaran_boleh(&t, 1000, 50), 0);
	t = (struct takaran){ .per_menit = 1 };
	assert_int_equal(takaran_boleh(&t, kini, 50), 1);
}

static void uji_nomor(void **state)
{
	static const char *const baik[][2] = {
		{ "0812-3456-7890", "6281234567890" },
		{ "+62 812 3456 7890", "6281234567890" },
		{ "6281234567890", "6281234567890" },
		{ "(021) 5550100", "62215550100" },
	};
	static const char *const buruk[] = { "", "08", "0812x45678",
					     "00628123456789",
					     "+6281234567890123" };

	(void)state;
	for (size_t i = 0; i < sizeof(baik) / sizeof(*baik); i++)
		assert_string_equal(wa_nomor(a, baik[i][0]), baik[i][1]);
	for (size_t i = 0; i < sizeof(buruk) / sizeof(*buruk); i++)
		assert_null(wa_nomor(a, buruk[i]));
}

static bool jawab(const char *teks, struct wa_jawaban *j)
{
	return wa_jawaban(a, teks, strlen(teks), j);
}

static void uji_jawaban(void **state)
{
	static const char *const aneh[] = {
		"", "<html>", "[]", "null", "\"x\"", "{",
		"{\"messages\":", "[[[[[[[[[[[[[[]]]]]]]]]]]]]]",
		"{\"messages\":[{\"id\":\"a\\u0000b\"}]}",
		"{\"messages\":[],\"messages\":[{\"id\":\"a\"}]}",
	};
	static const char *const tanpa_id[] = {
		"{}", "{\"messages\":{}}", "{\"messages\":[]}",
		"{\"messages\":[1]}", "{\"messages\":[{\"id\":7}]}",
		"{\"messages\":[{\"id\":\"\"}]}",
		"{\"messages\":[{\"id\":\"a\\u0001\"}]}", "{\"error\":1}",
	};
	struct wa_jawaban j;

	(void)state;
	assert_true(jawab("{\"messages\":[{\"id\":\"wamid.1\"}]}", &j));
	assert_string_equal(j.id, "wamid.1");
	assert_true(jawab("{\"error\":{\"code\":131047,\"message\":\"Re\\nx\"}}",
			  &j));
	assert_null(j.id);
	assert_string_equal(j.galat, "131047 Re x");
	for (size_t i = 0; i < sizeof(aneh) / sizeof(*aneh); i++)
		assert_false(jawab(aneh[i], &j));
	for (size_t i = 0; i < sizeof(tanpa_id) / sizeof(*tanpa_id); i++) {
		assert_true(jawab(tanpa_id[i], &j));
		assert_null(j.id);
	}
}

static void uji_kalender(void **state)
{
	struct kiriman_keluar k = {
		.data = "tiket=T1\nmulai=2026-12-30\nselesai=2026-12-31",
		.dibuat = "2026-11-22 05:45:16.123",
	};
	struct blob b = kirim_kalender(a, &k, "A; B, \\ é é é é é é é é é é é é"
					      " é é é é é é é é é é é é é é é",
				       "1@x");
	const char *p;

	(void)state;
	assert_non_null(b.p);
	p = (const char *)b.p;
	baris_pendek(p, 75);
	assert_non_null(strstr(p, "DTSTART;VALUE=DATE:20261230\r\n"));
	assert_non_null(strstr(p, "DTEND;VALUE=DATE:20270101\r\n"));
	assert_non_null(strstr(p, "DTSTAMP:20261122T054516Z\r\n"));
	assert_non_null(strstr(p, "SUMMARY:A\\; B\\, \\\\ é"));
	for (; *p != '\0'; p += strcspn(p, "\n") + 1)
		assert_true(text_ok(p, strcspn(p, "\n")));
	k.data = "mulai=2026-12-31\nselesai=2026-12-30";
	assert_null(kirim_kalender(a, &k, "x", "y").p);
	k.data = "tiket=T1\nmulai=2026-12-30";
	assert_null(kirim_kalender(a, &k, "x", "y").p);
}

static void uji_ke(void **state)
{
	static const char *const kasus[][3] = {
		{ "massal-selesai", "jalur=/aktivasi/massal/7",
		  "/aktivasi/massal/7" },
		{ "permintaan-ditolak", "id=7\nnomor=1", "/permintaan/7" },
		{ "siap-serah", "tiket=T00000007", "/proses?cari=T00000007" },
		{ "akun-disetujui", "username=x", "/login" },
		/* Somebody's reason is not our path. */
		{ "permintaan-ditolak", "id=7\nalasan=x\njalur=//jahat.example",
		  "/permintaan/7" },
		{ "permintaan-ditolak", "id=7\njalur=.jahat.example/",
		  "/permintaan/7" },
		{ "dokumen-dicabut", "jalur=/dokumen/7\njalur=/lain",
		  "/dokumen/7" },
		{ "lain", "", NULL },
		{ "lain", "jalur=/\\jahat.example", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(kasus) / sizeof(*kasus); i++) {
		const char *ke = templat_ke(a, kasus[i][0], kasus[i][1]);

		if (kasus[i][2] == NULL)
			assert_null(ke);
		else
			assert_string_equal(ke, kasus[i][2]);
	}
}

/* --- every code in C is worded --- */

static const elem *kata(const char *templat)
{
	struct view *v = view_new(a, "surat");
	const elem *hasil;

	surat_isi(a, view_root(v), templat, NULL, "");
	assert_int_equal(xsl_tree(a, v, "surel", &hasil), OK);
	return hasil;
}

static void periksa_kode(const char *kode, const char *berkas)
{
	static const char *umum_perihal;
	static const char *umum_teks;
	const elem *hasil = kata(kode);

	if (umum_perihal == NULL) {
		umum_perihal = strdup(el_value(kata("tak-dikenal"), "perihal"));
		umum_teks = strdup(el_value(kata("tak-dikenal"), "teks"));
		hasil = kata(kode);
	}
	if (strcmp(el_value(hasil, "perihal"), umum_perihal) == 0)
		fail_msg("%s: %s has no subject of its own", berkas, kode);
	if (strcmp(el_value(hasil, "teks"), umum_teks) == 0)
		fail_msg("%s: %s has no text of its own", berkas, kode);
	assert_non_null(el_find(hasil, "html"));
	assert_null(strchr(el_value(hasil, "singkat"), '\n'));
}

/* "aktivasi-disetujui", or one of those without a dash. */
static bool seperti_kode(const char *p, size_t n)
{
	static const char *const pendek[] = { "selesai", "diserahkan" };

	for (size_t i = 0; i < sizeof(pendek) / sizeof(*pendek); i++)
		if (strlen(pendek[i]) == n && memcmp(p, pendek[i], n) == 0)
			return true;
	return memchr(p, '-', n) != NULL &&
	       strspn(p, "abcdefghijklmnopqrstuvwxyz-") == n;
}

/* The codes in the calls of what sends messages, or hands a code on. */
static size_t periksa_berkas(const char *berkas, const char *isi)
{
	static const char *const panggilan[] = {
		"pesan_ke_akun(",   "pesan_ke_lembaga(", "pesan_ke_peran(",
		"pesan_rahasia(",   "pesan_rahasia_ke(", "tautan_kirim(",
		"kabarkan(",	    "kartu_beri_tahu(",	 "sandi_kirim_tautan(",
		"produksi_kabarkan(",
	};
	size_t n = 0;

	for (size_t i = 0; i < sizeof(panggilan) / sizeof(*panggilan); i++)
		for (const char *p = isi; (p = strstr(p, panggilan[i]));) {
			const char *tutup = strchr(p, ';');

			p = strchr(p, '(');
			for (const char *q = p; tutup != NULL && q < tutup;) {
				size_t m;

				q = strchr(q, '"');
				if (q == NULL || q >= tutup)
					break;
				m = strcspn(++q, "\"");
				if (seperti_kode(q, m)) {
					periksa_kode(arena_strndup(a, q, m),
						     berkas);
					n++;
				}
				q += m + 1;
			}
		}
	return n;
}

static char *baca_semua(const char *jalur)
{
	struct buf b = { .a = a };
	char potong[4096];
	size_t n;
	FILE *f = fopen(jalur, "r");

	assert_non_null(f);
	buf_text(&b, "");
	while ((n = fread(potong, 1, sizeof(potong), f)) > 0)
		buf_bytes(&b, potong, n);
	fclose(f);
	return b.p;
}

static const char *akar(void)
{
	const char *dir = getenv("srcdir");

	return dir == NULL ? "." : dir;
}

static void uji_kode(void **state)
{
	static const char *const folder[] = { "cgi-bin", "cgi-bin/model",
					      "cgi-bin/dokumen" };
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(folder) / sizeof(*folder); i++) {
		const char *jalur = arena_printf(a, "%s/%s", akar(), folder[i]);
		DIR *d = opendir(jalur);
		struct dirent *e;

		assert_non_null(d);
		while ((e = readdir(d)) != NULL) {
			const char *titik = strrchr(e->d_name, '.');

			if (titik != NULL && strcmp(titik, ".c") == 0)
				n += periksa_berkas(
				    e->d_name,
				    baca_semua(arena_printf(a, "%s/%s", jalur,
							    e->d_name)));
		}
		closedir(d);
	}
	/* Handed on by a variable. */
	periksa_kode("dokumen-dicabut", "dokumen.c");
	periksa_kode("dokumen-diganti", "dokumen.c");
	assert_true(n > 40);
}

static void uji_kelompok(void **state)
{
	static const char *const kasus[][2] = {
		{ "permintaan-ditolak", "permintaan" },
		{ "tiket-terbit", "proses" },
		{ "selesai", "proses" },
		{ "selesaikan", "akun" },
		{ "dokumen-siap", "dokumen" },
		{ "token-ulang", "aktivasi" },
		{ "perjanjian-berakhir", "perjanjian" },
		{ "sandi-diganti", "akun" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(kasus) / sizeof(*kasus); i++)
		assert_string_equal(templat_kelompok(kasus[i][0]), kasus[i][1]);
}

int main(void)
{
	const struct CMUnitTest uji[] = {
		cmocka_unit_test(uji_bolak_balik),
		cmocka_unit_test(uji_sisipan),
		cmocka_unit_test(uji_alamat),
		cmocka_unit_test(uji_jeda),
		cmocka_unit_test(uji_takaran),
		cmocka_unit_test(uji_nomor),
		cmocka_unit_test(uji_jawaban),
		cmocka_unit_test(uji_kalender),
		cmocka_unit_test(uji_ke),
		cmocka_unit_test(uji_kelompok),
		cmocka_unit_test(uji_kode),
	};
	char dir[4096];

	snprintf(dir, sizeof(dir), "%s/xslt", akar());
	xsl_start(dir);
	return cmocka_run_group_tests(uji, awal, akhir);
}
