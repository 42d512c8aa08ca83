/*
 * fuzz-json.c - any bytes as the body of a machine's call of the web service:
 * as JSON, or as a form when they begin with '&'.  What is taken as a record is
 * one, what is refused has its reasons, what is read is written and read again.
 */
#include "sasaran.h"

#include "lib/text.h"
#include "model/balikan-nilai.h"
#include "model/balikan-terima.h"

#include <stdio.h>

static const char *const pilihan[] = { "TABUNGAN", "KREDIT", NULL };
static const struct balikan_ruas ruas[] = {
	{ "NO_CIF", BALIKAN_TEKS, 10, true, NULL, NULL },
	{ "POLA", BALIKAN_TEKS, 6, false, "A9-X9", NULL },
	{ "SALDO", BALIKAN_ANGKA, 12, false, NULL, NULL },
	{ "TGL", BALIKAN_TANGGAL, 10, false, NULL, NULL },
	{ "NO_HP", BALIKAN_TELEPON, 16, false, NULL, NULL },
	{ "JENIS", BALIKAN_PILIHAN, 8, false, NULL, pilihan },
};
#define RUAS_N (sizeof(ruas) / sizeof(*ruas))
static const struct balikan_versi versi = {
	.id = 1,
	.nomor = 3,
	.lembaga_id = 1,
	.ruas = ruas,
	.n = RUAS_N,
};

static void periksa_galat(const struct balikan_terima *t)
{
	harus(t->n_galat > 0 && t->n_galat <= BALIKAN_TERIMA_GALAT);
	for (size_t i = 0; i < t->n_galat; i++) {
		const char *r = t->galat[i].ruas;

		harus(t->galat[i].kode != NULL && *t->galat[i].kode != '\0');
		harus(text_ok(r, strlen(r)) &&
		      text_length(r) <= BALIKAN_NAMA_MAKS);
	}
}

static void periksa(struct arena *a, const struct balikan_terima *t)
{
	struct blob isi = t->rekaman.isi;
	const char **nilai;
	uint64_t nik = t->rekaman.nik;
	char teks[24];
	uint64_t lagi;

	if (!t->sah) {
		periksa_galat(t);
		return;
	}
	harus(t->n_galat == 0);
	harus(nik >= 1000000000000000 && nik <= 9999999999999999);
	snprintf(teks, sizeof(teks), "%llu", (unsigned long long)nik);
	harus(balikan_nik_periksa(teks, 16, false, &lagi) == NULL);
	harus(lagi == nik && isi.n <= BALIKAN_ISI_MAKS);
	harus(balikan_isi_urai(a, isi, &nilai, RUAS_N));
	/* What is kept is good, and is kept as it is. */
	for (size_t i = 0; i < RUAS_N; i++) {
		char out[BALIKAN_NILAI_BYTES];
		size_t n = strlen(nilai[i]), out_n;

		harus(text_ok(nilai[i], n));
		harus(balikan_nilai_periksa(&ruas[i], nilai[i], n, false, out,
					    &out_n) == NULL);
		harus(out_n == n && memcmp(out, nilai[i], n) == 0);
	}
}

static void formulir(struct arena *a, const char *p, size_t n)
{
	struct pair *pair;
	size_t banyak;

	if (urlencoded_parse(a, p, n, 200, &pair, &banyak) != OK)
		return;
	periksa(a, balikan_terima_formulir(a, pair, banyak, "token", &versi));
}

static void jason(struct arena *a, const char *p, size_t n)
{
	static const struct json_limits longgar = {
		.max_bytes = 1 << 20,
		.max_depth = 1000,
		.max_values = 1000000,
		.max_digits = 1000,
	};
	struct balikan_terima *t;
	struct json_fault f;
	struct blob teks, lagi;
	json *j, *k;
	size_t banyak;

	if (json_read(a, p, n, &balikan_terima_batas, &j, &f) != OK) {
		harus(f.code != NULL && f.line <= n + 1);
		return;
	}
	teks = json_write(a, j);
	harus(json_read(a, teks.p, teks.n, &longgar, &k, &f) == OK);
	lagi = json_write(a, k);
	harus(lagi.n == teks.n && memcmp(lagi.p, teks.p, teks.n) == 0);
	if (balikan_terima_json(a, j, &versi, &t, &banyak) != NULL)
		return;
	harus(banyak > 0 && banyak <= BALIKAN_SIMPAN_MAKS);
	for (size_t i = 0; i < banyak; i++)
		periksa(a, &t[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	char *copy = salin(data, size);

	harus(a != NULL);
	balikan_wilayah_tambah("31");
	balikan_wilayah_tambah("3174");
	balikan_wilayah_tambah("317401");
	if (size > 0 && copy[0] == '&')
		formulir(a, copy + 1, size - 1);
	else
		jason(a, copy, size);
	arena_free(a);
	free(copy);
	return 0;
}
