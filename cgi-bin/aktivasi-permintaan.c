/*
 * aktivasi-permintaan.c - part of program aktivasi: one request, the form it
 * is made with, and its actions of one page.
 */
#include "aktivasi-halaman.h"
#include "linimasa-halaman.h"
#include "lib/clock.h"
#include "lib/text.h"
#include "model/berkas.h"
#include "model/perjanjian.h"
#include "model/proses.h"

#include <string.h>

#define PDF_MAKS (10 * 1024 * 1024)
/* Rows shown on the detail page. */
#define CUPLIKAN 10

enum err aktivasi_untuk(struct req *r, const char *aksi, struct aktivasi *k)
{
	enum err e = aktivasi_ambil(r->db, &r->who, req_id(r, "id"), k);

	if (e == OK && !aktivasi_boleh(&r->who, k, aksi))
		e = ERR_CONFLICT;
	return e;
}

elem *halaman_aktivasi(struct req *r, const struct aktivasi *k)
{
	elem *e = el_add(r->page, "aktivasi");
	char tiket[TIKET_TEKS];
	elem *x;

	tiket_tulis(k->tiket, tiket);
	/* The WhatsApp link of the frame names it. */
	el_attr(r->page, "tiket", tiket);
	el_int(e, "id", k->id);
	el_int(e, "versi", k->versi);
	el_attr(e, "nomor", k->nomor);
	el_attr(e, "judul", k->judul);
	el_attr(e, "lembaga", k->lembaga);
	el_attr(e, "lembaga-kode", k->lembaga_kode);
	el_attr(e, "tiket", tiket);
	el_int(e, "proses", k->proses_id);
	el_int(e, "jumlah", k->jumlah);
	el_attr(e, "fungsi", k->fungsi);
	el_attr(e, "status", k->status);
	el_attr(e, "pembuat", k->pembuat);
	el_attr(e, "pemutus", k->pemutus);
	el_time(r->a, e, "dibuat", k->dibuat);
	el_time(r->a, e, "diajukan", k->diajukan);
	el_time(r->a, e, "diputus", k->diputus);
	if (k->catatan != NULL)
		el_add_text(e, "catatan", k->catatan);
	if (k->alasan != NULL)
		el_add_text(e, "alasan", k->alasan);
	if (k->surat.id != 0) {
		x = el_add(e, "surat");
		el_attr(x, "nama", k->surat.nama);
		el_int(x, "bita", k->surat.ukuran);
	}
	for (size_t i = 0; aktivasi_aksi[i] != NULL; i++)
		if (aktivasi_boleh(&r->who, k, aktivasi_aksi[i]))
			el_attr(el_add(e, "boleh"), "aksi", aktivasi_aksi[i]);
	return e;
}

/* --- the form --- */

struct isian {
	int64_t versi;
	const char *aksi;
	struct aktivasi_isian v;
};

#define DI(anggota) offsetof(struct isian, anggota)

static const char *const pilihan_aksi[] = { "draf", "kirim", NULL };

static const struct field ruas_isian[] = {
	{ "nomor", F_TEXT, DI(v.nomor), 1, 60, F_REQUIRED, NULL },
	{ "judul", F_TEXT, DI(v.judul), 3, 150, F_REQUIRED, NULL },
	{ "proses", F_INT, DI(v.proses_id), 1, INT64_MAX, F_REQUIRED, NULL },
	{ "jumlah", F_INT, DI(v.jumlah), 1, PERMINTAAN_JUMLAH_MAKS, F_REQUIRED,
	  NULL },
	{ "berkas", F_FILE, DI(v.surat), 0, PDF_MAKS, F_OPTIONAL, form_pdf },
	{ "catatan", F_LINES, DI(v.catatan), 0, 1000, F_OPTIONAL, NULL },
	{ "aksi", F_CHOICE, DI(aksi), 0, 0, F_REQUIRED, pilihan_aksi },
	{ "versi", F_INT, DI(versi), 0, INT32_MAX, F_OPTIONAL, NULL },
};

#undef DI

/* <pilihan nama="proses">: tickets with cards that wait, and `juga`. */
static enum err tambah_tiket(struct req *r, int64_t juga)
{
	struct aktivasi_tiket *t;
	size_t n;
	elem *x, *o;
	enum err e = aktivasi_tiket(r->db, &r->who, juga, &t, &n);

	if (e != OK)
		return e;
	x = form_choices(r, "proses");
	for (size_t i = 0; i < n; i++) {
		char tiket[TIKET_TEKS];

		tiket_tulis(t[i].tiket, tiket);
		o = form_option_id(x, t[i].proses_id,
				   arena_printf(r->a, "%s – %s (%lld kartu)",
						tiket, t[i].judul,
						(long long)t[i].sisa));
		el_int(o, "ket", t[i].sisa);
	}
	return OK;
}

enum err minta_form_baru(struct req *r)
{
	const char *v = form_value(r, "proses");
	int64_t proses = 0;

	/* From the ticket's page: "Permintaan Aktivasi" (P-19). */
	if (v == NULL || !text_to_int(v, &proses) || proses < 0)
		proses = 0;
	if (proses != 0)
		el_int(el_add(r->page, "pilih"), "proses", proses);
	return tambah_tiket(r, proses);
}

enum err minta_form_ubah(struct req *r)
{
	struct aktivasi k;
	enum err e = aktivasi_untuk(r, "ubah", &k);

	if (e != OK)
		return e;
	halaman_aktivasi(r, &k);
	return tambah_tiket(r, k.proses_id);
}

/* What the model refused, as an error of the form. */
static enum err terjemah(struct req *r, enum err e,
			 const struct aktivasi_galat *g)
{
	if (e != ERR_INPUT || g->kode == NULL)
		return e;
	if (g->nilai == 0)
		return form_error(r, g->ruas, g->kode);
	return form_error_row(r, g->ruas, g->kode, 0,
			      arena_printf(r->a, "%lld", (long long)g->nilai));
}

static void ke_rincian(struct req *r, const char *pesan, int64_t id)
{
	req_redirect(r, pesan, "/aktivasi/%lld", (long long)id);
}

static enum err ikat(struct req *r, struct isian *in, bool ada_surat)
{
	form_bind(r, ruas_isian, COUNT(ruas_isian), in);
	if (in->aksi != NULL && strcmp(in->aksi, "kirim") == 0 &&
	    in->v.surat == NULL && !ada_surat && !form_failed(r))
		form_error(r, "berkas", "berkas-wajib");
	return form_failed(r) ? ERR_INPUT : OK;
}

enum err minta_buat(struct req *r)
{
	struct isian in = { 0 };
	struct aktivasi_galat g = { 0 };
	bool kirim;
	int64_t id;
	enum err e = ikat(r, &in, false);

	if (e != OK)
		return e;
	kirim = strcmp(in.aksi, "kirim") == 0;
	e = aktivasi_buat(r->db, &r->who, &in.v, kirim, &id, &g);
	if (e == OK)
		ke_rincian(r, kirim ? "aktivasi-diajukan" : "aktivasi-disimpan",
			   id);
	return terjemah(r, e, &g);
}

enum err minta_ubah(struct req *r)
{
	struct isian in = { 0 };
	struct aktivasi_galat g = { 0 };
	struct aktivasi k;
	bool kirim;
	enum err e = aktivasi_untuk(r, "ubah", &k);

	if (e == OK)
		e = ikat(r, &in, k.surat.id != 0);
	if (e != OK)
		return e;
	kirim = strcmp(in.aksi, "kirim") == 0;
	e = aktivasi_ubah(r->db, &r->who, k.id, in.versi, &in.v, kirim, &g);
	if (e == OK)
		ke_rincian(r, kirim ? "aktivasi-diajukan" : "aktivasi-disimpan",
			   k.id);
	return terjemah(r, e, &g);
}

/* --- the detail page --- */

static enum err tambah_riwayat(struct req *r, const struct aktivasi *k)
{
	struct peristiwa *p;
	size_t n;
	enum err e = aktivasi_riwayat(r->db, k, &p, &n);

	if (e == OK)
		halaman_linimasa(r, p, n);
	return e;
}

static enum err tambah_hitungan(struct req *r, const struct aktivasi *k)
{
	struct aktivasi_hitungan *h;
	size_t n;
	enum err e = aktivasi_hitung_kartu(r->db, k, &h, &n);

	for (size_t i = 0; e == OK && i < n; i++) {
		elem *x = el_add(r->page, "jumlah-kartu");

		el_attr(x, "status", h[i].status);
		el_int(x, "jumlah", h[i].jumlah);
	}
	return e;
}

static enum err tambah_cuplikan(struct req *r, const struct aktivasi *k)
{
	struct aktivasi_baris *b;
	size_t n;
	enum err e = aktivasi_baris(r->db, k->id, 1, CUPLIKAN, &b, &n);
	elem *x = el_add(r->page, "cuplikan");

	for (size_t i = 0; e == OK && i < n; i++)
		halaman_baris(x, &b[i]);
	return e;
}

/* The agreement the manifests will rest on, which an approval should not
   forget: without one no card can be activated. */
static enum err tambah_perjanjian(struct req *r, const struct aktivasi *k)
{
	struct perjanjian j;
	elem *x;
	enum err e =
	    perjanjian_berlaku(r->db, k->lembaga_id, clock_today(r->a), &j);

	if (e != OK)
		return e == ERR_NOT_FOUND ? OK : e;
	x = el_add(r->page, "perjanjian");
	el_int(x, "id", j.id);
	el_attr(x, "nomor", j.nomor);
	el_attr(x, "berakhir", j.berakhir);
	return OK;
}

enum err minta_lihat(struct req *r)
{
	struct aktivasi k;
	enum err e = aktivasi_ambil(r->db, &r->who, req_id(r, "id"), &k);

	if (e != OK)
		return e;
	halaman_aktivasi(r, &k);
	e = tambah_hitungan(r, &k);
	if (e == OK)
		e = tambah_cuplikan(r, &k);
	if (e == OK)
		e = tambah_perjanjian(r, &k);
	return e == OK ? tambah_riwayat(r, &k) : e;
}

enum err minta_berkas(struct req *r)
{
	struct aktivasi k;
	struct berkas b;
	enum err e = aktivasi_ambil(r->db, &r->who, req_id(r, "id"), &k);

	if (e == OK)
		e = k.surat.id == 0 ? ERR_NOT_FOUND :
				      berkas_ambil(r->db, k.surat.id, &b);
	if (e == OK)
		req_send_stored(r, b.sha256, berkas_tipe(b.jenis), b.nama,
				false);
	return e;
}

/* --- actions of one page --- */

enum err minta_form_langkah(struct req *r)
{
	const char *aksi = strrchr(r->path, '/') + 1;
	struct aktivasi k;
	enum err e = aktivasi_untuk(r, aksi, &k);

	if (e != OK)
		return e;
	el_attr(halaman_aktivasi(r, &k), "aksi", aksi);
	return tambah_perjanjian(r, &k);
}

struct isian_langkah {
	int64_t versi;
	const char *alasan;
};

#define VERSI                                                                  \
	{                                                                      \
		"versi", F_INT, offsetof(struct isian_langkah, versi), 1,      \
		    INT32_MAX, F_REQUIRED, NULL                                \
	}
#define ALASAN(min, wajib)                                                     \
	{                                                                      \
		"alasan", F_LINES, offsetof(struct isian_langkah, alasan),     \
		    min, 1000, wajib, NULL                                     \
	}

static const struct field ruas_yakin[] = { VERSI };
static const struct field ruas_tarik[] = { VERSI, ALASAN(0, F_OPTIONAL) };
static const struct field ruas_tolak[] = { VERSI, ALASAN(5, F_REQUIRED) };

enum err minta_hapus(struct req *r)
{
	struct isian_langkah in = { 0 };
	enum err e = form_bind(r, ruas_yakin, COUNT(ruas_yakin), &in);

	if (e == OK)
		e = aktivasi_hapus(r->db, &r->who, req_id(r, "id"), in.versi);
	if (e == OK)
		req_redirect(r, "draf-dihapus", "/aktivasi");
	return e;
}

enum err minta_kirim(struct req *r)
{
	struct isian_langkah in = { 0 };
	struct aktivasi_galat g = { 0 };
	int64_t id = req_id(r, "id");
	enum err e = form_bind(r, ruas_yakin, COUNT(ruas_yakin), &in);

	if (e == OK)
		e = aktivasi_kirim(r->db, &r->who, id, in.versi, &g);
	if (e == OK)
		ke_rincian(r, "aktivasi-diajukan", id);
	/* There is no field for the letter on this page. */
	if (e == ERR_INPUT && g.kode != NULL)
		return form_error(r, "", "surat-belum-ada");
	return e;
}

enum err minta_tarik(struct req *r)
{
	struct isian_langkah in = { 0 };
	int64_t id = req_id(r, "id");
	enum err e = form_bind(r, ruas_tarik, COUNT(ruas_tarik), &in);

	if (e == OK)
		e = aktivasi_tarik(r->db, &r->who, id, in.versi, in.alasan);
	if (e == OK)
		ke_rincian(r, "aktivasi-ditarik", id);
	return e;
}

enum err minta_setujui(struct req *r)
{
	struct isian_langkah in = { 0 };
	struct aktivasi_galat g = { 0 };
	int64_t id = req_id(r, "id");
	enum err e = form_bind(r, ruas_yakin, COUNT(ruas_yakin), &in);

	if (e == OK)
		e = aktivasi_setujui(r->db, &r->who, id, in.versi, &g);
	if (e == OK)
		ke_rincian(r, "aktivasi-disetujui", id);
	return terjemah(r, e, &g);
}

enum err minta_tolak(struct req *r)
{
	struct isian_langkah in = { 0 };
	int64_t id = req_id(r, "id");
	enum err e = form_bind(r, ruas_tolak, COUNT(ruas_tolak), &in);

	if (e == OK)
		e = aktivasi_tolak(r->db, &r->who, id, in.versi, in.alasan);
	if (e == OK)
		ke_rincian(r, "aktivasi-ditolak", id);
	return e;
}
