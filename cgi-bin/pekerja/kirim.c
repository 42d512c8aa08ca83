/* kirim.c - see kirim.h: what e-mail and WhatsApp have in common. */
#include "kirim.h"
#include "../lib/config.h"
#include "../lib/log.h"
#include "../lib/text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SAMBUNG_MS 10000L
#define SEMUA_S	   60

const char *kirim_rahasia(const char *nama_konfig)
{
	const char *jalur = config_get(nama_konfig, "");
	char *baris = NULL;
	size_t cap = 0;
	ssize_t n;
	FILE *f = fopen(jalur, "re");

	if (f == NULL) {
		log_error("%s: %s: %s", nama_konfig, jalur, strerror(errno));
		return NULL;
	}
	n = getline(&baris, &cap, f);
	fclose(f);
	if (n > 0)
		baris[strcspn(baris, "\r\n")] = '\0';
	if (n <= 0 || *baris == '\0') {
		log_error("%s: %s: nothing in its first line", nama_konfig,
			  jalur);
		free(baris);
		return NULL;
	}
	return baris;
}

const char *kirim_galat(struct arena *a, const char *kode, const char *kata)
{
	size_t n = strlen(kata);

	if (n > KATA_SERVER)
		n = KATA_SERVER;
	while (n > 0 && ((unsigned char)kata[n] & 0xC0) == 0x80)
		n--;
	if (n == 0 || !text_ok(kata, n))
		return kode;
	return arena_printf(a, "%s: %s", kode,
			    text_fold(a, arena_strndup(a, kata, n)));
}

int64_t kirim_angka(const char *nama, int64_t biasa, int64_t min, int64_t maks)
{
	int64_t n;

	if (!text_to_int(config_get(nama, ""), &n))
		return biasa;
	return n < min ? min : n > maks ? maks : n;
}

static size_t baca(char *p, size_t size, size_t n, void *ctx)
{
	struct transfer *t = ctx;
	size_t sisa = t->isi.n - t->terbaca, banyak = size * n;

	if (t->batal)
		return CURL_READFUNC_ABORT;
	if (!t->ragu) {
		t->menunggu = true;
		return CURL_READFUNC_PAUSE;
	}
	if (banyak > sisa)
		banyak = sisa;
	memcpy(p, t->isi.p + t->terbaca, banyak);
	t->terbaca += banyak;
	return banyak;
}

/* More than is read of an answer is not kept; the transfer goes on. */
static size_t jawaban(char *p, size_t size, size_t n, void *ctx)
{
	struct transfer *t = ctx;
	size_t muat = JAWABAN_MAKS - t->n_jawaban;

	if (size * n < muat)
		muat = size * n;
	memcpy(t->jawaban + t->n_jawaban, p, muat);
	t->n_jawaban += muat;
	t->jawaban[t->n_jawaban] = '\0';
	return size * n;
}

void kirim_dasar(struct transfer *t)
{
	curl_easy_reset(t->curl);
	t->galat[0] = '\0';
	t->n_jawaban = 0;
	t->jawaban[0] = '\0';
	t->terbaca = 0;
	curl_easy_setopt(t->curl, CURLOPT_PRIVATE, t);
	curl_easy_setopt(t->curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(t->curl, CURLOPT_ERRORBUFFER, t->galat);
	curl_easy_setopt(t->curl, CURLOPT_CONNECTTIMEOUT_MS, SAMBUNG_MS);
	curl_easy_setopt(t->curl, CURLOPT_TIMEOUT,
			 (long)kirim_angka("kirim_batas_detik", SEMUA_S, 1,
					   KOTAK_SEWA_MS / 2000));
	curl_easy_setopt(t->curl, CURLOPT_READFUNCTION, baca);
	curl_easy_setopt(t->curl, CURLOPT_READDATA, t);
	curl_easy_setopt(t->curl, CURLOPT_WRITEFUNCTION, jawaban);
	curl_easy_setopt(t->curl, CURLOPT_WRITEDATA, t);
	/* Not what somebody's environment says. */
	curl_easy_setopt(t->curl, CURLOPT_PROXY, "");
	if (*config_get("kirim_ca", "") != '\0')
		curl_easy_setopt(t->curl, CURLOPT_CAINFO,
				 config_get("kirim_ca", ""));
}
