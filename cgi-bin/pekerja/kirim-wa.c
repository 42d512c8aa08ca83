/* kirim-wa.c - WhatsApp through a gateway of the Cloud API's shape; see
   kirim.h. */
#include "../lib/config.h"
#include "../lib/log.h"
#include "../lib/text.h"
#include "kirim.h"
#include "wa-pesan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RETRY_MAKS_S 86400

static struct {
	const char *url;
	const char *templat; /* NULL: as text */
	struct curl_slist *tajuk;
} wa;

static bool tambah_tajuk(const char *baris)
{
	struct curl_slist *semua = curl_slist_append(wa.tajuk, baris);

	if (semua != NULL)
		wa.tajuk = semua;
	return semua != NULL;
}

static bool mulai(void)
{
	char *token, *bukti = NULL;
	bool baik;

	wa.url = config_get("wa_url", "");
	wa.templat = config_get("wa_templat", NULL);
	if (wa.templat != NULL && *wa.templat == '\0')
		wa.templat = NULL;
	if (strncmp(wa.url, "https://", 8) != 0 &&
	    strncmp(wa.url, "http://", 7) != 0) {
		log_error("wa_url is neither https:// nor http://");
		return false;
	}
	token = kirim_rahasia("wa_token_berkas");
	if (token == NULL)
		return false;
	baik = asprintf(&bukti, "Authorization: Bearer %s", token) >= 0;
	free(token);
	if (!baik)
		return false;
	baik = tambah_tajuk(bukti) &&
	       tambah_tajuk("Content-Type: application/json") &&
	       tambah_tajuk("Expect:");
	free(bukti);
	return baik;
}

static bool siapkan(struct transfer *t, const struct kiriman_keluar *k,
		    const struct kata *kata)
{
	const char *nomor = wa_nomor(t->a, k->kepada);

	if (nomor == NULL) {
		t->akhir = (struct kirim_akhir){ NASIB_GAGAL, "nomor", NULL,
						 0 };
		return false;
	}
	t->isi = wa_pesan(t->a, nomor, kata->singkat, wa.templat);
	if (t->isi.p == NULL)
		return false;
	kirim_dasar(t);
	curl_easy_setopt(t->curl, CURLOPT_URL, wa.url);
	curl_easy_setopt(t->curl, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(t->curl, CURLOPT_PROXY, config_get("wa_proxy", ""));
	curl_easy_setopt(t->curl, CURLOPT_HTTPHEADER, wa.tajuk);
	curl_easy_setopt(t->curl, CURLOPT_POST, 1L);
	curl_easy_setopt(t->curl, CURLOPT_POSTFIELDSIZE_LARGE,
			 (curl_off_t)t->isi.n);
	curl_easy_setopt(t->curl, CURLOPT_POSTFIELDS, t->isi.p);
	return true;
}

static void nilai(struct transfer *t, CURLcode hasil)
{
	struct wa_jawaban j;
	long kode = 0;
	curl_off_t tunggu = 0;
	bool json = wa_jawaban(t->a, t->jawaban, t->n_jawaban, &j);
	struct kirim_akhir *akhir = &t->akhir;

	*akhir = (struct kirim_akhir){ .nasib = NASIB_LAGI };
	curl_easy_getinfo(t->curl, CURLINFO_RESPONSE_CODE, &kode);
	curl_easy_getinfo(t->curl, CURLINFO_RETRY_AFTER, &tunggu);
	if (hasil != CURLE_OK) {
		akhir->galat = kirim_galat(
		    t->a, hasil == CURLE_OPERATION_TIMEDOUT ? "waktu" :
							      "sambungan",
		    *t->galat != '\0' ? t->galat : curl_easy_strerror(hasil));
		akhir->nasib = NASIB_ISTIRAHAT;
		return;
	}
	if (kode / 100 == 2 && j.id != NULL) {
		akhir->nasib = NASIB_TERKIRIM;
		akhir->pesan_id = j.id;
		return;
	}
	/* Something answered, but not what takes messages. */
	if (kode / 100 == 2)
		akhir->galat = "jawaban";
	else
		akhir->galat = kirim_galat(
		    t->a, arena_printf(t->a, "http-%ld", kode),
		    json && j.galat != NULL ? j.galat : "");
	if (kode == 429)
		akhir->nasib = NASIB_ISTIRAHAT;
	/* The token or the address is wrong: that is not the message's fault. */
	else if (kode == 401 || kode == 403 || kode == 404)
		akhir->nasib = NASIB_ISTIRAHAT;
	else if (kode / 100 == 4 && kode != 408)
		akhir->nasib = NASIB_GAGAL;
	if (tunggu > 0)
		akhir->jeda_ms =
		    1000 * (tunggu > RETRY_MAKS_S ? RETRY_MAKS_S : tunggu);
}

const struct saluran_kirim saluran_wa = {
	.nama = "wa",
	.mulai = mulai,
	.siapkan = siapkan,
	.nilai = nilai,
};
