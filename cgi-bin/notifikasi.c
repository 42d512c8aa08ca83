/*
 * notifikasi.c - program: the bell of the person who is signed in, with what
 * he wants to be told by which channel (U-19), and the outbox for staff (U-18).
 */
#include "lib/app.h"
#include "lib/clock.h"
#include "lib/config.h"
#include "lib/list.h"
#include "lib/session.h"
#include "lib/text.h"
#include "model/kotak-keluar.h"
#include "model/notifikasi.h"
#include "model/templat.h"
#include "surat-halaman.h"

#include <string.h>

/* --- the bell --- */

static void tambah(struct req *r, elem *d, const struct notifikasi *n)
{
	elem *b = el_add(d, "baris");

	el_int(b, "id", n->id);
	el_time(r->a, b, "dibuat", n->dibuat);
	el_flag(b, "belum", n->dibaca == NULL);
	surat_isi(r->a, el_add(b, "surat"), n->templat, NULL, n->data);
}

static bool hanya_belum(struct req *r)
{
	const char *s = form_value(r, "status");

	return s != NULL && strcmp(s, "belum") == 0;
}

static enum err lonceng(struct req *r)
{
	static const char *const sorts[] = { "dibuat", NULL };
	struct list_edge first = { 0 }, last = { 0 };
	struct notifikasi *m;
	struct list l;
	struct list_range t;
	size_t n;
	int64_t total;
	bool pasti;
	enum err e;
	elem *d;

	list_read(r, sorts, true, &l);
	e = notifikasi_daftar(r->db, r->who.akun, hanya_belum(r), l.backward,
			      l.id, l.per + 1, &m, &n, &total, &pasti);
	if (e != OK)
		return e;
	t = list_shown(&l, n);
	if (t.to > t.from) {
		first.id = m[t.from].id;
		last.id = m[t.to - 1].id;
		/* What comes meanwhile is not marked with the rest. */
		el_int(r->page, "terbaru", m[t.from].id);
	}
	d = list_add(r, &l, n, first, last, total, pasti);
	list_filter(r, d, "status");
	for (size_t i = t.from; i < t.to; i++)
		tambah(r, d, &m[i]);
	return session_unread(r);
}

static enum err baca(struct req *r, struct notifikasi *m)
{
	enum err e = notifikasi_baca(r->db, r->who.akun, req_id(r, "id"),
				     clock_now(r->a, 0), m);

	return e == OK ? session_unread(r) : e;
}

static enum err tandai(struct req *r)
{
	struct notifikasi m;
	enum err e = baca(r, &m);

	if (e == OK)
		req_redirect(r, NULL, "/notifikasi#n%lld", (long long)m.id);
	return e;
}

/* To what it is about; that is as good as read. */
static enum err buka(struct req *r)
{
	struct notifikasi m;
	const char *ke;
	enum err e = baca(r, &m);

	if (e != OK)
		return e;
	ke = templat_ke(r->a, m.templat, m.data);
	req_redirect(r, NULL, "%s", ke == NULL ? "/notifikasi" : ke);
	return OK;
}

static enum err tandai_semua(struct req *r)
{
	const char *teks = form_value(r, "sampai");
	int64_t sampai;
	enum err e;

	if (teks == NULL || !text_to_int(teks, &sampai))
		return ERR_BAD_REQUEST;
	e = notifikasi_baca_semua(r->db, r->who.akun, sampai,
				  clock_now(r->a, 0));
	if (e == OK)
		e = session_unread(r);
	if (e == OK)
		req_redirect(r, "notifikasi-dibaca", "/notifikasi");
	return e;
}

/* --- preferences --- */

static enum err pilihan_tampil(struct req *r)
{
	struct pilihan_pesan p[PILIHAN_MAKS];
	const char *surel, *telepon;
	size_t n;
	enum err e = pilihan_baca(r->db, r->who.akun, p, &n);
	elem *d;

	if (e == OK)
		e = pilihan_tujuan(r->db, r->who.akun, &surel, &telepon);
	if (e != OK)
		return e;
	d = el_add(r->page, "pilihan-pesan");
	el_attr(d, "email", surel);
	el_attr(d, "telepon", telepon);
	el_flag(d, "surel-siap", kotak_saluran_siap("surel"));
	el_flag(d, "wa-siap", kotak_saluran_siap("wa"));
	for (size_t i = 0; i < n; i++) {
		elem *k = el_add(d, "kelompok");

		el_attr(k, "kode", p[i].kelompok);
		el_flag(k, "surel", p[i].surel);
		el_flag(k, "wa", p[i].wa);
	}
	return OK;
}

static bool dipilih(struct req *r, const char *saluran, const char *kelompok)
{
	size_t n;
	const char **semua = form_values(r, saluran, &n);

	for (size_t i = 0; i < n; i++)
		if (strcmp(semua[i], kelompok) == 0)
			return true;
	return false;
}

static enum err pilihan_kirim(struct req *r)
{
	struct pilihan_pesan p[PILIHAN_MAKS];
	size_t n;
	enum err e = pilihan_baca(r->db, r->who.akun, p, &n);

	if (e != OK)
		return e;
	for (size_t i = 0; i < n; i++) {
		p[i].surel = dipilih(r, "surel[]", p[i].kelompok);
		p[i].wa = dipilih(r, "wa[]", p[i].kelompok);
	}
	e = pilihan_simpan(r->db, &r->who, p, n);
	if (e == OK)
		req_redirect(r, "pilihan-disimpan", "/notifikasi/pilihan");
	return e;
}

/* --- outbox --- */

static const char *const statuses[] = { "antri",    "mengirim", "terkirim",
					"gagal",    "tampil",	NULL };
static const char *const salurans[] = { "surel", "wa", NULL };

/* The value of a filter when it is one of these, else NULL. */
static const char *salah_satu(struct req *r, const char *nama,
			      const char *const *kata)
{
	const char *nilai = form_value(r, nama);

	for (; nilai != NULL && *kata != NULL; kata++)
		if (strcmp(nilai, *kata) == 0)
			return *kata;
	return NULL;
}

static void tambah_surat(struct req *r, elem *d, const struct surat *s)
{
	elem *b = el_add(d, "baris");
	/* A link that signs somebody in is for its receiver alone; where it is
	   tried out this page is the only way to it. */
	bool rahasia = s->rahasia && !config_development();

	el_int(b, "id", s->id);
	el_time(r->a, b, "dibuat", s->dibuat);
	el_attr(b, "saluran", s->saluran);
	el_attr(b, "kepada", s->kepada);
	el_attr(b, "nama", s->nama);
	el_attr(b, "templat", s->templat);
	el_attr(b, "status", s->status);
	el_int(b, "coba", s->coba);
	el_time(r->a, b, "berikut", s->coba > 0 ? s->berikut : NULL);
	el_time(r->a, b, "terkirim", s->terkirim);
	el_attr(b, "galat", s->galat);
	el_attr(b, "pesan-id", s->pesan_id);
	el_flag(b, "rahasia", rahasia);
	el_flag(b, "ulang", strcmp(s->status, "gagal") == 0 &&
				!(s->rahasia && *s->data == '\0'));
	if (!rahasia)
		surat_isi(r->a, el_add(b, "surat"), s->templat, s->nama,
			  s->data);
}

static enum err keadaan(struct req *r)
{
	enum err e = OK;

	for (size_t i = 0; e == OK && salurans[i] != NULL; i++) {
		struct kotak_hitung h;
		elem *d;

		e = kotak_hitung(r->db, salurans[i], &h);
		if (e != OK)
			break;
		d = el_add(r->page, "saluran");
		el_attr(d, "nama", salurans[i]);
		el_flag(d, "siap", kotak_saluran_siap(salurans[i]));
		el_int(d, "antri", h.antri);
		el_int(d, "gagal", h.gagal);
		el_time(r->a, d, "tertua", h.tertua);
	}
	return e;
}

static enum err kotak(struct req *r)
{
	static const char *const sorts[] = { "dibuat", NULL };
	struct list_edge first = { 0 }, last = { 0 };
	struct surat_saring saring;
	struct surat *s;
	struct list l;
	struct list_range t;
	const char *kepada = form_value(r, "kepada");
	size_t n;
	int64_t total;
	bool pasti;
	enum err e;
	elem *d;

	list_read(r, sorts, true, &l);
	saring = (struct surat_saring){
		.status = salah_satu(r, "status", statuses),
		.saluran = salah_satu(r, "saluran", salurans),
		.kepada = kepada == NULL ? NULL : text_fold(r->a, kepada),
		.mundur = l.backward,
		.id = l.id,
		.banyak = l.per + 1,
	};
	if (saring.kepada != NULL && *saring.kepada == '\0')
		saring.kepada = NULL;
	e = kotak_daftar(r->db, &saring, &s, &n, &total, &pasti);
	if (e != OK)
		return e;
	t = list_shown(&l, n);
	if (t.to > t.from) {
		first.id = s[t.from].id;
		last.id = s[t.to - 1].id;
	}
	d = list_add(r, &l, n, first, last, total, pasti);
	list_filter(r, d, "kepada");
	list_filter(r, d, "saluran");
	list_filter(r, d, "status");
	for (size_t i = t.from; i < t.to; i++)
		tambah_surat(r, d, &s[i]);
	return keadaan(r);
}

static enum err ulang(struct req *r)
{
	enum err e = kotak_kirim_ulang(r->db, &r->who, req_id(r, "id"));

	if (e == OK)
		req_redirect(r, "pesan-diulang", "/kotak-keluar");
	return e;
}

static enum err ulang_semua(struct req *r)
{
	int64_t banyak;
	enum err e = kotak_kirim_semua(r->db, &r->who, &banyak);

	if (e == OK)
		req_redirect(r, banyak > 0 ? "pesan-diulang" : "pesan-tak-ada",
			     "/kotak-keluar");
	return e;
}

/* --- routes --- */

static const struct route routes[] = {
	{ M_GET, "/notifikasi", ROLE_MASUK, 0, "notifikasi", lonceng, NULL },
	/* To read twice is to read: these need not act once. */
	{ M_POST, "/notifikasi/dibaca", ROLE_MASUK, CSRF, NULL, tandai_semua,
	  NULL },
	{ M_POST, "/notifikasi/{id}/dibaca", ROLE_MASUK, CSRF, NULL, tandai,
	  NULL },
	{ M_POST, "/notifikasi/{id}/buka", ROLE_MASUK, CSRF, NULL, buka, NULL },
	{ M_GET, "/notifikasi/pilihan", ROLE_MASUK, 0, "notifikasi-pilihan",
	  pilihan_tampil, NULL },
	{ M_POST, "/notifikasi/pilihan", ROLE_MASUK, CSRF | ONCE,
	  "notifikasi-pilihan", pilihan_kirim, pilihan_tampil },

	{ M_GET, "/kotak-keluar", ROLE_ADMIN, 0, "kotak-keluar", kotak, NULL },
	{ M_POST, "/kotak-keluar/ulang", ROLE_ADMIN, CSRF | ONCE,
	  "kotak-keluar", ulang_semua, kotak },
	{ M_POST, "/kotak-keluar/{id}/ulang", ROLE_ADMIN, CSRF | ONCE,
	  "kotak-keluar", ulang, kotak },
};

static const struct program program = { "notifikasi", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
