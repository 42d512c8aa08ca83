/*
 * admin-perjanjian.c - agreements for the admin: record, correct, extend,
 * stop (A-08, W-03).  The list and the page of one are perjanjian-halaman.c.
 */
#include "admin-halaman.h"
#include "lib/clock.h"
#include "lib/text.h"
#include "model/lembaga.h"
#include "perjanjian-halaman.h"

#include <string.h>

#define PDF_MAKS   (10 * 1024 * 1024)
#define KUOTA_MAKS 100000000

struct isian {
	int64_t versi;
	int64_t lembaga;
	const char *addendum;
	const char *alasan;
	const char *berakhir;
	const struct upload *berkas;
	const char *kosong; /* see KODE */
	struct perjanjian_isian p;
};

#define RUAS(n, k, m, a, b, w, c)                                              \
	{                                                                      \
		n, k, offsetof(struct isian, m), a, b, w, c                    \
	}
/* Tick boxes are read by centang(); here they only get their place among the
   errors. */
#define KODE(n) RUAS(n, F_TEXT, kosong, 0, 0, F_OPTIONAL, NULL)
#define VERSI   RUAS("versi", F_INT, versi, 1, INT32_MAX, F_REQUIRED, NULL)

/* In the order of the form; a change has no institution and no new letter. */
static const struct field ruas[] = {
	RUAS("lembaga", F_INT, lembaga, 1, INT64_MAX, F_REQUIRED, NULL),
	RUAS("nomor", F_TEXT, p.nomor, 1, 80, F_REQUIRED, NULL),
	RUAS("judul", F_TEXT, p.judul, 3, 200, F_REQUIRED, NULL),
	RUAS("mulai", F_DATE, p.mulai, 0, 0, F_REQUIRED, NULL),
	RUAS("berakhir", F_DATE, p.berakhir, 0, 0, F_REQUIRED, NULL),
	KODE("metode"),
	RUAS("kuota", F_INT, p.kuota, 1, KUOTA_MAKS, F_OPTIONAL, NULL),
	KODE("elemen"),
	RUAS("berkas", F_FILE, berkas, 0, PDF_MAKS, F_REQUIRED, form_pdf),
};
static const struct field ruas_ubah[] = {
	VERSI,
	RUAS("nomor", F_TEXT, p.nomor, 1, 80, F_REQUIRED, NULL),
	RUAS("judul", F_TEXT, p.judul, 3, 200, F_REQUIRED, NULL),
	RUAS("mulai", F_DATE, p.mulai, 0, 0, F_REQUIRED, NULL),
	RUAS("berakhir", F_DATE, p.berakhir, 0, 0, F_REQUIRED, NULL),
	KODE("metode"),
	RUAS("kuota", F_INT, p.kuota, 1, KUOTA_MAKS, F_OPTIONAL, NULL),
	KODE("elemen"),
	RUAS("berkas", F_FILE, berkas, 0, PDF_MAKS, F_OPTIONAL, form_pdf),
};
static const struct field ruas_perpanjang[] = {
	VERSI,
	RUAS("berakhir", F_DATE, berakhir, 0, 0, F_REQUIRED, NULL),
	RUAS("addendum", F_TEXT, addendum, 1, 80, F_REQUIRED, NULL),
	RUAS("berkas", F_FILE, berkas, 0, PDF_MAKS, F_REQUIRED, form_pdf),
};
static const struct field ruas_hentikan[] = {
	VERSI,
	RUAS("alasan", F_LINES, alasan, 5, 400, F_REQUIRED, NULL),
};

static void ke_rincian(struct req *r, const char *pesan, int64_t id)
{
	req_redirect(r, pesan, "/admin/perjanjian/%lld", (long long)id);
}

/* What the model found wrong, at its field. */
static enum err tunjukkan(struct req *r, enum err e,
			  const struct perjanjian_galat *g)
{
	return e == ERR_INPUT ? form_error(r, g->ruas, g->kode) : e;
}

/* --- the form --- */

static enum err pilihan_lembaga(struct req *r)
{
	struct lembaga_pilihan *l;
	size_t n;
	enum err e = lembaga_aktif(r->db, &l, &n);
	elem *p;

	if (e != OK)
		return e;
	p = form_choices(r, "lembaga");
	for (size_t i = 0; i < n; i++) {
		if ((lembaga_peran(l[i].jenis) & ROLE_PEMINTA) == 0)
			continue;
		form_option_id(
		    p, l[i].id,
		    arena_printf(r->a, "%s (%s)", l[i].nama, l[i].kode));
	}
	return OK;
}

static enum err formulir(struct req *r)
{
	form_codes(r, "metode", perjanjian_metode);
	form_codes(r, "elemen", perjanjian_elemen);
	el_attr(r->page, "hari-ini", clock_today(r->a));
	return OK;
}

enum err perjanjian_form_new(struct req *r)
{
	const char *lembaga = form_value(r, "lembaga");
	enum err e = pilihan_lembaga(r);

	if (e == OK && lembaga != NULL && r->method == M_GET)
		el_attr(r->page, "lembaga", lembaga);
	return e == OK ? formulir(r) : e;
}

/* One that may still be changed. */
static enum err ambil(struct req *r, struct perjanjian *k)
{
	enum err e = perjanjian_ambil(r->db, &r->who, req_id(r, "id"), k);

	if (e == OK && strcmp(k->status, "berlaku") != 0)
		e = ERR_CONFLICT;
	return e;
}

enum err perjanjian_form_edit(struct req *r)
{
	struct perjanjian_kartu kartu;
	struct perjanjian k;
	enum err e = ambil(r, &k);

	if (e == OK)
		e = perjanjian_kartu(r->db, k.id, &kartu);
	if (e != OK)
		return e;
	/* Manifests rely on its days. */
	el_flag(halaman_perjanjian(r, &k), "terpakai", kartu.manifes > 0);
	return formulir(r);
}

/* The boxes that are ticked, joined by blanks, in the order of the page. */
static const char *centang(struct req *r, const char *nama,
			   const char *const *kode)
{
	const char **dikirim;
	struct buf b = { .a = r->a };
	size_t n;

	dikirim = form_values(r, arena_printf(r->a, "%s[]", nama), &n);
	for (; *kode != NULL; kode++)
		for (size_t i = 0; i < n; i++)
			if (strcmp(dikirim[i], *kode) == 0) {
				buf_printf(&b, "%s%s", b.n > 0 ? " " : "",
					   *kode);
				break;
			}
	if (b.n == 0)
		form_error(r, nama, "wajib");
	return b.p;
}

static enum err ikat(struct req *r, const struct field *f, size_t n,
		     struct isian *in)
{
	form_bind(r, f, n, in);
	in->p.metode = centang(r, "metode", perjanjian_metode);
	in->p.elemen = centang(r, "elemen", perjanjian_elemen);
	in->p.lembaga_id = in->lembaga;
	in->p.berkas = in->berkas;
	return form_failed(r) ? ERR_INPUT : OK;
}

enum err perjanjian_create(struct req *r)
{
	struct perjanjian_galat g;
	struct isian in = { 0 };
	int64_t id;
	enum err e = ikat(r, ruas, COUNT(ruas), &in);

	if (e != OK)
		return e;
	e = perjanjian_buat(r->db, &r->who, &in.p, &id, &g);
	if (e == OK)
		ke_rincian(r, "perjanjian-dicatat", id);
	return tunjukkan(r, e, &g);
}

enum err perjanjian_edit(struct req *r)
{
	struct perjanjian_galat g;
	struct isian in = { 0 };
	struct perjanjian k;
	enum err e = ambil(r, &k);

	if (e == OK)
		e = ikat(r, ruas_ubah, COUNT(ruas_ubah), &in);
	if (e != OK)
		return e;
	e = perjanjian_ubah(r->db, &r->who, k.id, in.versi, &in.p, &g);
	if (e == OK)
		ke_rincian(r, "tersimpan", k.id);
	return tunjukkan(r, e, &g);
}

/* --- extend, stop --- */

enum err perjanjian_form_step(struct req *r)
{
	struct perjanjian_kartu kartu;
	struct perjanjian k;
	enum err e = ambil(r, &k);
	elem *x;

	if (e == OK)
		e = perjanjian_kartu(r->db, k.id, &kartu);
	if (e != OK)
		return e;
	x = halaman_perjanjian(r, &k);
	el_attr(x, "aksi", strrchr(r->path, '/') + 1);
	el_int(x, "aktif", kartu.aktif);
	el_int(x, "nonaktif", kartu.nonaktif);
	return OK;
}

enum err perjanjian_extend(struct req *r)
{
	struct perjanjian_galat g;
	struct isian in = { 0 };
	struct perjanjian k;
	enum err e = ambil(r, &k);

	if (e == OK)
		e = form_bind(r, ruas_perpanjang, COUNT(ruas_perpanjang), &in);
	if (e != OK)
		return e;
	e = perjanjian_perpanjang(r->db, &r->who, k.id, in.versi, in.berakhir,
				  in.addendum, in.berkas, &g);
	if (e == OK)
		ke_rincian(r, "perjanjian-diperpanjang", k.id);
	return tunjukkan(r, e, &g);
}

enum err perjanjian_stop(struct req *r)
{
	struct isian in = { 0 };
	struct perjanjian k;
	int64_t kartu;
	enum err e = ambil(r, &k);

	if (e == OK)
		e = form_bind(r, ruas_hentikan, COUNT(ruas_hentikan), &in);
	if (e == OK)
		e = perjanjian_hentikan(r->db, &r->who, k.id, in.versi,
					in.alasan, &kartu);
	if (e == OK)
		ke_rincian(r, "perjanjian-dihentikan", k.id);
	return e;
}
