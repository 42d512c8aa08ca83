/* kirim-surel.c - e-mail over SMTP (RFC 5321); see kirim.h. */
#include "../lib/clock.h"
#include "../lib/config.h"
#include "../lib/crypto.h"
#include "../lib/log.h"
#include "../lib/surel.h"
#include "kirim.h"

#include <string.h>

static struct {
	const char *url;
	const char *akun; /* NULL: without AUTH */
	const char *sandi;
	long tls;
	const char *dari;
	const char *dari_nama;
	const char *wilayah; /* of dari, for Message-ID */
	const char *alamat;  /* of the suite */
} surel;

/* With TLS unless the configuration says that it may be without: a password
   and links that sign somebody in go over this line. */
static bool baca_tls(void)
{
	const char *kata = config_get("smtp_tls", "wajib");

	if (strcmp(kata, "wajib") == 0)
		surel.tls = CURLUSESSL_ALL;
	else if (strcmp(kata, "bila-ada") == 0)
		surel.tls = CURLUSESSL_TRY;
	else if (strcmp(kata, "tanpa") == 0)
		surel.tls = CURLUSESSL_NONE;
	else
		return false;
	return true;
}

static bool mulai(void)
{
	/* For as long as the process lives. */
	static struct arena *a;

	if (a == NULL)
		a = arena_new();
	surel.url = config_get("smtp_url", "");
	surel.alamat = config_get("alamat", "");
	if (a == NULL || (strncmp(surel.url, "smtp://", 7) != 0 &&
			  strncmp(surel.url, "smtps://", 8) != 0)) {
		log_error("smtp_url is neither smtp:// nor smtps://");
		return false;
	}
	if (!baca_tls()) {
		log_error("smtp_tls is not wajib, bila-ada or tanpa");
		return false;
	}
	if (!surel_pisah(a, config_get("pengirim", ""), &surel.dari_nama,
			 &surel.dari)) {
		log_error("pengirim is no e-mail address");
		return false;
	}
	surel.wilayah = strchr(surel.dari, '@') + 1;
	surel.akun = config_get("smtp_akun", NULL);
	if (surel.akun == NULL || *surel.akun == '\0') {
		surel.akun = NULL;
		return true;
	}
	surel.sandi = kirim_rahasia("smtp_sandi_berkas");
	return surel.sandi != NULL;
}

/* The same for every try of a row, so that a second copy is known as one; not
   to be guessed from the number of the row. */
static const char *pesan_id(struct arena *a, int64_t id)
{
	const char *nomor = arena_printf(a, "%lld", (long long)id);
	const char *segel = crypto_seal(a, "surel", nomor);

	return segel == NULL ? NULL :
			       arena_printf(a, "sifilma.%s.%.16s@%s", nomor,
					    segel, surel.wilayah);
}

/* Of what the server says staff are told the last refusal. */
static size_t kata_server(char *p, size_t size, size_t n, void *ctx)
{
	struct transfer *t = ctx;
	size_t muat = size * n < JAWABAN_MAKS ? size * n : JAWABAN_MAKS;

	if (muat > 0 && (*p == '4' || *p == '5')) {
		memcpy(t->jawaban, p, muat);
		t->jawaban[muat] = '\0';
		t->n_jawaban = muat;
	}
	return size * n;
}

static bool siapkan(struct transfer *t, const struct kiriman_keluar *k,
		    const struct kata *kata)
{
	struct surel_lampiran lampiran = { .nama = "jadwal.ics",
					   .jenis = "text/calendar; "
						    "charset=utf-8" };
	struct surel s = {
		.dari = surel.dari,
		.dari_nama = surel.dari_nama,
		.kepada = k->kepada,
		.kepada_nama = k->nama,
		.perihal = kata->perihal,
		.teks = kata->teks,
		.html = kata->html,
		.id = pesan_id(t->a, k->id),
		.daftar = arena_printf(t->a, "sifilma.%s", surel.wilayah),
		.waktu_ms = clock_parse(k->dibuat),
		.lampiran = &lampiran,
	};

	if (s.id == NULL) {
		t->akhir = (struct kirim_akhir){ NASIB_ISTIRAHAT, "kunci",
						 NULL, 0 };
		return false;
	}
	if (!surel_alamat_sah(k->kepada)) {
		t->akhir = (struct kirim_akhir){ NASIB_GAGAL, "alamat", NULL,
						 0 };
		return false;
	}
	/* What must be sent cannot be switched off. */
	if (!k->rahasia)
		s.berhenti = arena_printf(t->a, "%s/notifikasi/pilihan",
					  surel.alamat);
	lampiran.isi = kirim_kalender(t->a, k, kata->perihal, s.id);
	s.n_lampiran = lampiran.isi.p != NULL;
	t->pesan_id = s.id;
	t->isi = surel_tulis(t->a, &s);
	kirim_dasar(t);
	t->daftar = curl_slist_append(NULL, k->kepada);
	curl_easy_setopt(t->curl, CURLOPT_URL, surel.url);
	curl_easy_setopt(t->curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(t->curl, CURLOPT_USE_SSL, surel.tls);
	if (surel.akun != NULL) {
		curl_easy_setopt(t->curl, CURLOPT_USERNAME, surel.akun);
		curl_easy_setopt(t->curl, CURLOPT_PASSWORD, surel.sandi);
	}
	curl_easy_setopt(t->curl, CURLOPT_MAIL_FROM, surel.dari);
	curl_easy_setopt(t->curl, CURLOPT_MAIL_RCPT, t->daftar);
	curl_easy_setopt(t->curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(t->curl, CURLOPT_HEADERFUNCTION, kata_server);
	curl_easy_setopt(t->curl, CURLOPT_HEADERDATA, t);
	return t->daftar != NULL;
}

/* The server will never take this message; other 5xx are about us (sign-in,
   TLS, our address) and end when somebody mends that. */
static bool tetap(const struct transfer *t, long kode)
{
	switch (kode) {
	case 550:
	case 551:
	case 552:
	case 553:
	case 555:
	case 556:
		return true;
	case 554:
		/* As a greeting it is about us, too. */
		return t->terbaca > 0;
	default:
		return false;
	}
}

static void nilai(struct transfer *t, CURLcode hasil)
{
	long kode = 0;

	curl_easy_getinfo(t->curl, CURLINFO_RESPONSE_CODE, &kode);
	if (hasil == CURLE_OK) {
		t->akhir = (struct kirim_akhir){ NASIB_TERKIRIM, NULL,
						 t->pesan_id, 0 };
		return;
	}
	t->akhir.pesan_id = NULL;
	t->akhir.jeda_ms = 0;
	if (kode >= 400)
		t->akhir.galat =
		    kirim_galat(t->a, arena_printf(t->a, "smtp-%ld", kode),
				text_trim(t->a, t->jawaban));
	else
		t->akhir.galat = kirim_galat(t->a, "sambungan",
					     *t->galat != '\0' ?
						 t->galat :
						 curl_easy_strerror(hasil));
	if (kode >= 500 && tetap(t, kode))
		t->akhir.nasib = NASIB_GAGAL;
	else if (kode >= 400 && kode < 500 && kode != 421)
		t->akhir.nasib = NASIB_LAGI;
	else
		t->akhir.nasib = NASIB_ISTIRAHAT;
}

const struct saluran_kirim saluran_surel = {
	.nama = "surel",
	.berdialog = true,
	.mulai = mulai,
	.siapkan = siapkan,
	.nilai = nilai,
};
