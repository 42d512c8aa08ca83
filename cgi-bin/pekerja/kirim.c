/* kirim.c - see kirim.h: what e-mail and WhatsApp have in common: threads,
   callbacks, secrets, errors. */
#include "kirim.h"
#include "../lib/config.h"
#include "../lib/log.h"
#include "../lib/text.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SAMBUNG_MS 10000L
#define SEMUA_S	   60

char *kirim_rahasia(const char *nama_konfig)
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

/* --- threads --- */

pthread_mutex_t kirim_kunci = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t ada_kerja = PTHREAD_COND_INITIALIZER;
static pthread_cond_t ada_hasil = PTHREAD_COND_INITIALIZER;

/* With kirim_kunci held: until main hands it over. */
static void tunggu_induk(struct transfer *t)
{
	while (t->tahap != TAHAP_SIAP && t->tahap != TAHAP_JALAN &&
	       t->tahap != TAHAP_BATAL)
		pthread_cond_wait(&ada_kerja, &kirim_kunci);
}

/* The same, after main was told what there is to do. */
static void giliran_induk(struct transfer *t, enum tahap tahap)
{
	t->tahap = tahap;
	pthread_cond_signal(&ada_hasil);
	tunggu_induk(t);
}

static void *utas(void *ctx)
{
	struct transfer *t = ctx;

	pthread_mutex_lock(&kirim_kunci);
	tunggu_induk(t);
	for (;;) {
		t->tahap = TAHAP_JALAN;
		pthread_mutex_unlock(&kirim_kunci);
		t->hasil = curl_easy_perform(t->curl);
		pthread_mutex_lock(&kirim_kunci);
		giliran_induk(t, TAHAP_SELESAI);
	}
	return NULL;
}

bool kirim_utas(struct transfer *t)
{
	sigset_t semua, lama;
	bool jadi;

	/* Signals are for the main thread. */
	sigfillset(&semua);
	pthread_sigmask(SIG_SETMASK, &semua, &lama);
	jadi = pthread_create(&t->utas, NULL, utas, t) == 0;
	pthread_sigmask(SIG_SETMASK, &lama, NULL);
	return jadi;
}

void kirim_serahkan(struct transfer *t, enum tahap tahap)
{
	pthread_mutex_lock(&kirim_kunci);
	t->tahap = tahap;
	pthread_cond_broadcast(&ada_kerja);
	pthread_mutex_unlock(&kirim_kunci);
}

void kirim_tunggu(int64_t ms)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	t.tv_nsec += ms % 1000 * 1000000;
	t.tv_sec += ms / 1000 + t.tv_nsec / 1000000000;
	t.tv_nsec %= 1000000000;
	pthread_cond_timedwait(&ada_hasil, &kirim_kunci, &t);
}

/* --- what libcurl calls, in a transfer's thread --- */

static size_t baca(char *p, size_t size, size_t n, void *ctx)
{
	struct transfer *t = ctx;
	size_t sisa = t->isi.n - t->terbaca, banyak = size * n;

	if (!t->ragu) {
		pthread_mutex_lock(&kirim_kunci);
		giliran_induk(t, TAHAP_MENUNGGU);
		t->ragu = t->tahap == TAHAP_JALAN;
		pthread_mutex_unlock(&kirim_kunci);
		if (!t->ragu)
			return CURL_READFUNC_ABORT;
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
