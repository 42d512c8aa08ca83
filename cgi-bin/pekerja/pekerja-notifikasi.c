/*
 * pekerja-notifikasi.c - the worker that sends the outbox (U-18): e-mail over
 * SMTP and WhatsApp through a gateway, several at once.  What a row goes
 * through is model/kotak-kirim.h's, how a channel speaks is kirim-*.c's; this
 * file says when.
 *
 *	pekerja-notifikasi		send, until SIGTERM
 *	pekerja-notifikasi --sekali	what is due now, then end
 *
 * It may be started twice, or on two machines.  A channel that the
 * configuration does not name is left queued; in development it is shown on
 * /kotak-keluar instead.
 */
#include "../lib/clock.h"
#include "../lib/config.h"
#include "../lib/crypto.h"
#include "../lib/html.h"
#include "../lib/log.h"
#include "../lib/takaran.h"
#include "../lib/view.h"
#include "../lib/worker.h"
#include "../lib/xsl.h"
#include "../model/kotak-keluar.h"
#include "../surat-halaman.h"
#include "kirim.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define JEDA_MS		  1000
#define JEDA_UMUR_MS	  60000 /* between two looks for what is too old */
#define SAMBUNGAN	  4
#define SAMBUNGAN_MAKS	  32
#define TUNGGU_MS	  200 /* for something to happen on a connection */
#define ISTIRAHAT_AWAL_MS 5000
#define ISTIRAHAT_MAKS_MS 300000

struct saluran {
	const struct saluran_kirim *cara;
	bool siap; /* the configuration is there and right */
	struct takaran takaran;
	int64_t istirahat_ms;	   /* the last rest; 0: it does well */
	int64_t istirahat_sampai;
	size_t n; /* connections at once */
	struct transfer t[SAMBUNGAN_MAKS];
	char pegang[KOTAK_PEGANG_TEKS];
};

static struct saluran semua[] = {
	{ .cara = &saluran_surel },
	{ .cara = &saluran_wa },
};
static CURLM *multi;

/* --- start --- */

static bool mulai_saluran(struct saluran *s)
{
	const char *nama = s->cara->nama;
	char konfig[32];

	if (!kotak_saluran_siap(nama))
		return true;
	if (!s->cara->mulai())
		return false;
	snprintf(konfig, sizeof(konfig), "%s_sambungan", nama);
	s->n = (size_t)kirim_angka(konfig, SAMBUNGAN, 1, SAMBUNGAN_MAKS);
	snprintf(konfig, sizeof(konfig), "%s_laju", nama);
	s->takaran.per_menit = kirim_angka(konfig, 600, 0, 1000000);
	for (size_t i = 0; i < s->n; i++) {
		s->t[i].a = arena_new();
		s->t[i].curl = curl_easy_init();
		if (s->t[i].a == NULL || s->t[i].curl == NULL)
			return false;
	}
	s->siap = true;
	log_info("%s: %zu connections, %" PRId64 " a minute", nama, s->n,
		 s->takaran.per_menit);
	return true;
}

static bool mulai(void)
{
	xsl_start(config_get("xslt", ""));
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
		return false;
	multi = curl_multi_init();
	if (multi == NULL || !xsl_compile("surel"))
		return false;
	for (size_t i = 0; i < sizeof(semua) / sizeof(*semua); i++)
		if (!mulai_saluran(&semua[i]))
			return false;
	return true;
}

/* --- one message --- */

static enum err susun(struct arena *a, const struct kiriman_keluar *k,
		      struct kata *out)
{
	struct view *v = view_new(a, "surat");
	const elem *hasil;
	struct buf html = { .a = a };
	enum err err;

	surat_isi(a, view_root(v), k->templat, k->nama, k->data);
	err = xsl_tree(a, v, "surel", &hasil);
	if (err != OK)
		return err;
	out->perihal = el_value(hasil, "perihal");
	out->teks = el_value(hasil, "teks");
	out->singkat = el_value(hasil, "singkat");
	if (out->perihal == NULL || out->teks == NULL ||
	    out->singkat == NULL || el_find(hasil, "html") == NULL)
		return ERR_INTERNAL;
	buf_text(&html, "<!DOCTYPE html>");
	html_write_element(&html, el_find(hasil, "html"));
	out->html = html.p;
	return OK;
}

/* Begin to send; what cannot be sent has ended already. */
static void luncurkan(struct saluran *s, struct transfer *t,
		      const struct kiriman_keluar *k)
{
	struct kata kata;

	arena_reset(t->a);
	t->id = k->id;
	t->coba = k->coba;
	t->ragu = !s->cara->berdialog;
	t->menunggu = t->batal = false;
	t->akhir = (struct kirim_akhir){ NASIB_LAGI, "isi", NULL, 0 };
	t->selesai = true;
	if (susun(t->a, k, &kata) != OK || !s->cara->siapkan(t, k, &kata))
		return;
	if (curl_multi_add_handle(multi, t->curl) != CURLM_OK)
		return;
	t->jalan = true;
	t->selesai = false;
}

static struct saluran *saluran_dari(const struct transfer *t)
{
	for (size_t i = 0; i < sizeof(semua) / sizeof(*semua); i++)
		if (t >= semua[i].t && t < semua[i].t + SAMBUNGAN_MAKS)
			return &semua[i];
	return NULL;
}

/* A server that is away is not asked by every message in the queue. */
static void istirahat(struct saluran *s, const struct kirim_akhir *akhir)
{
	int64_t kini = clock_now_ms(), jeda;

	if (akhir->nasib == NASIB_TERKIRIM)
		s->istirahat_ms = 0;
	if (akhir->nasib != NASIB_ISTIRAHAT || kini < s->istirahat_sampai)
		return;
	s->istirahat_ms = s->istirahat_ms == 0 ? ISTIRAHAT_AWAL_MS :
						 2 * s->istirahat_ms;
	if (s->istirahat_ms > ISTIRAHAT_MAKS_MS)
		s->istirahat_ms = ISTIRAHAT_MAKS_MS;
	jeda = akhir->jeda_ms > 0 ? akhir->jeda_ms : s->istirahat_ms;
	s->istirahat_sampai = kini + jeda;
	log_info("%s rests for %" PRId64 " s: %s", s->cara->nama, jeda / 1000,
		 akhir->galat);
}

static void panen(void)
{
	CURLMsg *m;
	int sisa;

	while ((m = curl_multi_info_read(multi, &sisa)) != NULL) {
		struct transfer *t = NULL;
		CURLcode hasil = m->data.result;
		struct saluran *s;

		if (m->msg != CURLMSG_DONE)
			continue;
		curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, &t);
		s = saluran_dari(t);
		s->cara->nilai(t, hasil);
		curl_multi_remove_handle(multi, t->curl);
		curl_slist_free_all(t->daftar);
		t->daftar = NULL;
		t->jalan = false;
		t->selesai = true;
		istirahat(s, &t->akhir);
	}
}

/* --- what became of them, and the next ones --- */

static int64_t jeda(const struct transfer *t)
{
	uint32_t acak;

	if (t->akhir.nasib == NASIB_GAGAL)
		return -1;
	if (t->akhir.jeda_ms > 0)
		return t->akhir.jeda_ms;
	crypto_random(&acak, sizeof(acak));
	return kotak_jeda_ms(t->coba, acak);
}

static enum err tandai_satu(struct db *db, const struct saluran *s,
			    const struct transfer *t)
{
	enum err e = t->akhir.nasib == NASIB_TERKIRIM ?
			 kotak_terkirim(db, t->id, s->pegang,
					t->akhir.pesan_id) :
			 kotak_gagal(db, t->id, s->pegang, t->akhir.galat,
				     jeda(t), t->ragu);

	if (e == ERR_CONFLICT) {
		log_error("message %" PRId64 ": its claim had ended", t->id);
		return OK;
	}
	return e;
}

/* It may go out; or, when somebody else has it now, must not. */
static enum err ragukan(struct db *db, const struct saluran *s,
			struct transfer *t)
{
	enum err e = kotak_ragu(db, t->id, s->pegang);

	t->batal = e == ERR_CONFLICT;
	return t->batal ? OK : e;
}

struct giliran {
	struct saluran *s;
	int64_t banyak;
	struct kiriman_keluar *k;
	size_t n;
};

static enum err giliran(struct db *db, void *ctx)
{
	struct giliran *g = ctx;
	enum err e = OK;

	for (size_t i = 0; e == OK && i < g->s->n; i++) {
		struct transfer *t = &g->s->t[i];

		if (t->selesai)
			e = tandai_satu(db, g->s, t);
		else if (t->menunggu)
			e = ragukan(db, g->s, t);
	}
	g->n = 0;
	if (e == OK && g->banyak > 0)
		e = kotak_ambil(db, g->s->cara->nama, g->s->pegang, g->banyak,
				&g->k, &g->n);
	for (size_t i = 0; e == OK && !g->s->cara->berdialog && i < g->n; i++)
		e = kotak_ragu(db, g->k[i].id, g->s->pegang);
	return e;
}

/* Connections without a message on its way; tugas: something is to be written
   to the database. */
static int64_t kosong(const struct saluran *s, bool *tugas)
{
	int64_t n = 0;

	*tugas = false;
	for (size_t i = 0; i < s->n; i++) {
		n += !s->t[i].jalan;
		*tugas = *tugas || s->t[i].selesai || s->t[i].menunggu;
	}
	return n;
}

static void lanjutkan(struct transfer *t)
{
	t->menunggu = false;
	t->ragu = !t->batal;
	curl_easy_pause(t->curl, CURLPAUSE_CONT);
}

/*
 * Mark what has ended, note what is about to go out and claim as many as are
 * free, in one transaction: a commit waits for the disk, and all that gathered
 * meanwhile shares the next one.  Only what goes out at once is claimed, so a
 * worker that dies leaves few rows to wait for.  The error ends the round;
 * what is to be written stays so.
 */
static enum err layani(struct db *db, struct saluran *s)
{
	struct giliran g = { .s = s };
	int64_t bebas, kini = clock_now_ms();
	bool tugas;
	enum err e;

	arena_reset(db_arena(db));
	bebas = kosong(s, &tugas);
	if (!worker_ended() && kini >= s->istirahat_sampai)
		g.banyak = takaran_boleh(&s->takaran, kini, bebas);
	if (!tugas && g.banyak == 0)
		return OK;
	e = db_transaction(db, giliran, &g);
	if (e != OK)
		return e;
	takaran_pakai(&s->takaran, (int64_t)g.n);
	for (size_t i = 0, k = 0; i < s->n; i++) {
		struct transfer *t = &s->t[i];

		if (t->menunggu)
			lanjutkan(t);
		if (t->jalan)
			continue;
		t->selesai = false;
		if (k < g.n)
			luncurkan(s, t, &g.k[k++]);
	}
	return OK;
}

/* Anything on its way, or ended and not marked? */
static bool sibuk(void)
{
	for (size_t i = 0; i < sizeof(semua) / sizeof(*semua); i++)
		for (size_t k = 0; k < semua[i].n; k++)
			if (semua[i].t[k].jalan || semua[i].t[k].selesai)
				return true;
	return false;
}

static bool ada_tugas(void)
{
	for (size_t i = 0; i < sizeof(semua) / sizeof(*semua); i++) {
		bool tugas;

		kosong(&semua[i], &tugas);
		if (tugas)
			return true;
	}
	return false;
}

/* What can be done on the connections, or, when that is nothing, wait. */
static bool jalankan(void)
{
	int masih = 0;

	if (curl_multi_perform(multi, &masih) != CURLM_OK)
		return false;
	panen();
	if (masih == 0 || ada_tugas())
		return true;
	return curl_multi_poll(multi, NULL, 0, TUNGGU_MS, NULL) == CURLM_OK;
}

static enum err kirim_semua(struct db *db)
{
	enum err e = OK;

	/* What was begun is brought to its end also when told to stop. */
	do {
		for (size_t i = 0;
		     e == OK && i < sizeof(semua) / sizeof(*semua); i++)
			if (semua[i].siap)
				e = layani(db, &semua[i]);
		if (!jalankan())
			e = ERR_INTERNAL;
	} while (e == OK && sibuk());
	return e;
}

/* --- rounds --- */

static enum err rawat(struct db *db)
{
	int64_t n = 0;
	enum err e = OK;

	arena_reset(db_arena(db));
	for (size_t i = 0; e == OK && i < sizeof(semua) / sizeof(*semua); i++)
		if (!semua[i].siap && config_development())
			e = kotak_tampilkan(db, semua[i].cara->nama);
	if (e == OK)
		e = kotak_kedaluwarsa(db, &n);
	if (n > 0)
		log_info("%" PRId64 " messages were too old to be sent", n);
	return e;
}

static enum err putaran(struct db *db)
{
	static int64_t dirawat;
	int64_t kini = clock_now_ms();
	bool tampil = config_development() &&
		      !(semua[0].siap && semua[1].siap);
	enum err e = OK;

	if (tampil || kini - dirawat >= JEDA_UMUR_MS) {
		e = rawat(db);
		dirawat = kini;
	}
	if (e == OK)
		e = kirim_semua(db);
	if (e != OK)
		log_error("outbox: %s", err_code(e));
	return e;
}

static int64_t tinjau(struct db *db)
{
	putaran(db);
	return JEDA_MS;
}

static int sekali(struct db *db, char **sisa)
{
	(void)sisa;
	return putaran(db) == OK ? 0 : WORKER_FAILED;
}

static bool siap(void)
{
	bool baik;

	for (size_t i = 0; i < sizeof(semua) / sizeof(*semua); i++)
		for (size_t k = 0; k < KOTAK_PEGANG_TEKS - 1; k += 2) {
			unsigned char c;

			crypto_random(&c, 1);
			snprintf(semua[i].pegang + k, 3, "%02x", c);
		}
	baik = mulai();
	if (!baik)
		log_error("cannot begin to send");
	return baik;
}

static const struct worker pekerja = {
	.name = "pekerja-notifikasi",
	.usage = "[--sekali]",
	.start = siap,
	.round = tinjau,
	.options = { { "--sekali", 0, sekali } },
};

int main(int argc, char **argv)
{
	return worker_main(argc, argv, &pekerja);
}
