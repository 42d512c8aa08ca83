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
#define SAMBUNGAN_MAKS	  16 /* the unit allows 64 threads */
#define TUNGGU_MS	  200 /* for a connection, then the queue is looked at */
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
	char pegang[KOTAK_PEGANG_TEKS]; /* whose its claims are */
};

static struct saluran semua[] = {
	{ .cara = &saluran_surel },
	{ .cara = &saluran_wa },
};

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
		if (s->t[i].a == NULL || s->t[i].curl == NULL ||
		    !kirim_utas(&s->t[i]))
			return false;
	}
	memcpy(s->pegang,
	       crypto_random_hex(s->t[0].a, KOTAK_PEGANG_TEKS / 2),
	       KOTAK_PEGANG_TEKS);
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
	if (!xsl_compile("surel"))
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
	t->akhir = (struct kirim_akhir){ NASIB_LAGI, "isi", NULL, 0 };
	if (susun(t->a, k, &kata) == OK && s->cara->siapkan(t, k, &kata))
		kirim_serahkan(t, TAHAP_SIAP);
	else
		kirim_serahkan(t, TAHAP_DINILAI);
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

/* What the threads have brought to an end. */
static void panen(struct saluran *s)
{
	for (size_t i = 0; i < s->n; i++) {
		struct transfer *t = &s->t[i];

		if (t->tahap != TAHAP_SELESAI)
			continue;
		s->cara->nilai(t, t->hasil);
		curl_slist_free_all(t->daftar);
		t->daftar = NULL;
		t->tahap = TAHAP_DINILAI;
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

struct giliran {
	struct saluran *s;
	int64_t banyak;
	struct kiriman_keluar *k;
	size_t n;
	/* As they are when it begins: threads go on meanwhile. */
	enum tahap tahap[SAMBUNGAN_MAKS];
	bool batal[SAMBUNGAN_MAKS]; /* somebody else has it now */
};

static enum err giliran(struct db *db, void *ctx)
{
	struct giliran *g = ctx;
	struct saluran *s = g->s;
	enum err e = OK;

	for (size_t i = 0; e == OK && i < s->n; i++) {
		if (g->tahap[i] == TAHAP_DINILAI) {
			e = tandai_satu(db, s, &s->t[i]);
		} else if (g->tahap[i] == TAHAP_MENUNGGU) {
			e = kotak_ragu(db, s->t[i].id, s->pegang);
			g->batal[i] = e == ERR_CONFLICT;
			e = g->batal[i] ? OK : e;
		}
	}
	g->n = 0;
	if (e == OK && g->banyak > 0)
		e = kotak_ambil(db, s->cara->nama, s->pegang, g->banyak, &g->k,
				&g->n);
	for (size_t i = 0; e == OK && !s->cara->berdialog && i < g->n; i++)
		e = kotak_ragu(db, g->k[i].id, s->pegang);
	return e;
}

/* How the transfers are now; how many have no message on its way, and whether
   there is something to write to the database. */
static int64_t lihat(struct saluran *s, enum tahap *tahap, bool *tugas)
{
	int64_t kosong = 0;

	*tugas = false;
	pthread_mutex_lock(&kirim_kunci);
	panen(s);
	for (size_t i = 0; i < s->n; i++) {
		tahap[i] = s->t[i].tahap;
		kosong += tahap[i] == TAHAP_LOWONG ||
			  tahap[i] == TAHAP_DINILAI;
		*tugas = *tugas || tahap[i] == TAHAP_DINILAI ||
			 tahap[i] == TAHAP_MENUNGGU;
	}
	pthread_mutex_unlock(&kirim_kunci);
	return kosong;
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
	bebas = lihat(s, g.tahap, &tugas);
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

		if (g.tahap[i] == TAHAP_MENUNGGU)
			kirim_serahkan(t, g.batal[i] ? TAHAP_BATAL :
						       TAHAP_JALAN);
		if (g.tahap[i] != TAHAP_LOWONG && g.tahap[i] != TAHAP_DINILAI)
			continue;
		kirim_serahkan(t, TAHAP_LOWONG);
		if (k < g.n)
			luncurkan(s, t, &g.k[k++]);
	}
	return OK;
}

/* Wait until there is something to do, at most TUNGGU_MS; false when nothing is
   on its way. */
static bool tunggu(void)
{
	bool sibuk = false, tugas = false;

	pthread_mutex_lock(&kirim_kunci);
	for (size_t i = 0; i < sizeof(semua) / sizeof(*semua); i++)
		for (size_t k = 0; k < semua[i].n; k++) {
			enum tahap tahap = semua[i].t[k].tahap;

			sibuk = sibuk || tahap != TAHAP_LOWONG;
			tugas = tugas || tahap == TAHAP_MENUNGGU ||
				tahap == TAHAP_SELESAI ||
				tahap == TAHAP_DINILAI;
		}
	if (sibuk && !tugas)
		kirim_tunggu(TUNGGU_MS);
	pthread_mutex_unlock(&kirim_kunci);
	return sibuk;
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
	} while (e == OK && tunggu());
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

static bool siap(void)
{
	bool baik = mulai();

	if (!baik)
		log_error("cannot begin to send");
	return baik;
}

static const struct worker pekerja = {
	.name = "pekerja-notifikasi",
	.start = siap,
	.once = putaran,
	.pause_ms = JEDA_MS,
};

int main(int argc, char **argv)
{
	return worker_main(argc, argv, &pekerja);
}
