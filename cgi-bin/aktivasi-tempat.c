/*
 * aktivasi-tempat.c - part of program aktivasi: "Do Aktivasi" and
 * relocation: forms that ask where a reader stands.
 */
#include "aktivasi-halaman.h"
#include "dokumen/hidup.h"
#include "model/kartu-buku.h"
#include "model/wilayah.h"
#include "wilayah-halaman.h"

#include <string.h>

struct isian {
	const char *sam_id;
	const char *token;
	struct tempat tempat;
	const char *provinsi;
	const char *kota;
	const char *kecamatan;
};

#define DI(anggota) offsetof(struct isian, anggota)
#define KODE_MAKS   10

/* What must be there is told by the model, together with all else. */
static const struct field ruas[] = {
	{ "sam_id", F_TEXT, DI(sam_id), 0, 60, F_OPTIONAL, NULL },
	{ "token", F_TEXT, DI(token), 0, 60, F_OPTIONAL, NULL },
	{ "seri_mesin", F_TEXT, DI(tempat.seri_mesin), 0, 60, F_OPTIONAL,
	  NULL },
	{ "outlet", F_TEXT, DI(tempat.outlet), 0, 150, F_OPTIONAL, NULL },
	{ "lintang", F_TEXT, DI(tempat.lintang), 0, 24, F_OPTIONAL, NULL },
	{ "bujur", F_TEXT, DI(tempat.bujur), 0, 24, F_OPTIONAL, NULL },
	{ "alamat", F_TEXT, DI(tempat.alamat), 0, 250, F_OPTIONAL, NULL },
	{ "provinsi", F_TEXT, DI(provinsi), 0, KODE_MAKS, F_OPTIONAL, NULL },
	{ "kota", F_TEXT, DI(kota), 0, KODE_MAKS, F_OPTIONAL, NULL },
	{ "kecamatan", F_TEXT, DI(kecamatan), 0, KODE_MAKS, F_OPTIONAL, NULL },
	{ "kelurahan", F_TEXT, DI(tempat.wilayah_kode), 0, KODE_MAKS,
	  F_OPTIONAL, NULL },
};

/* ---- the page ---- */

static bool memindahkan(struct req *r)
{
	return strstr(r->path, "/pindah") != NULL;
}

enum err kartu_form(struct req *r)
{
	bool pindah = memindahkan(r);
	struct buku b;
	struct buku_asal a;
	elem *x;
	enum err e = buku_ambil(r->db, &r->who, req_id(r, "id"), &b, &a);

	if (e != OK)
		return e;
	if (r->method == M_GET &&
	    (pindah ? strcmp(b.status, "aktif") != 0 &&
			      strcmp(b.status, "nonaktif") != 0 :
		      strcmp(b.status, "token") != 0))
		return ERR_CONFLICT;
	halaman_buku(r->page, &b);
	x = el_add(r->page, "tempat");
	el_attr(x, "aksi", pindah ? "pindah" : "aktifkan");
	if (pindah || a.rencana_mesin == NULL) {
		el_attr(x, "seri-mesin", b.seri_mesin);
		el_attr(x, "outlet", b.outlet);
		el_attr(x, "alamat", b.alamat);
		el_attr(x, "lintang", b.lintang);
		el_attr(x, "bujur", b.bujur);
	} else {
		el_attr(x, "seri-mesin", a.rencana_mesin);
		el_attr(x, "outlet", a.rencana_outlet);
		el_attr(x, "alamat", a.rencana_alamat);
	}
	return halaman_wilayah(r, pindah ? b.wilayah_kode : NULL);
}

/* The button "Pilih" beside a drop-down, for those without scripts: the same
   page with the next one filled. */
enum err kartu_form_wilayah(struct req *r)
{
	enum err e = kartu_form(r);

	if (e == OK)
		form_echo(r, ruas, COUNT(ruas));
	return e;
}

/* For the script: what lies in a region (induk; none: the provinces), as
   XML. */
enum err wilayah_pilihan(struct req *r)
{
	const char *induk = form_value(r, "induk");
	elem *p = form_choices(r, NULL);
	struct wilayah *w;
	size_t n;
	enum err e;

	if (induk != NULL && wilayah_tingkat(induk) == 0)
		return ERR_NOT_FOUND;
	e = wilayah_anak(r->db, induk, &w, &n);
	for (size_t i = 0; e == OK && i < n; i++)
		form_option(p, w[i].kode, w[i].nama);
	return e;
}

/* ---- what was typed ---- */

/* The drop-down where the way to a village ends. */
static const char *ruas_wilayah(const struct isian *in, const char *kode)
{
	if (strcmp(kode, "wajib") != 0)
		return "kelurahan";
	return in->provinsi == NULL  ? "provinsi" :
	       in->kota == NULL	     ? "kota" :
	       in->kecamatan == NULL ? "kecamatan" :
				       "kelurahan";
}

static enum err lapor(struct req *r, const struct isian *in,
		      const struct hidup_galat *g, enum err e)
{
	for (size_t i = 0; i < g->n; i++) {
		const struct hidup_salah *s = &g->salah[i];
		const char *di = strcmp(s->ruas, "wilayah") == 0 ?
					       ruas_wilayah(in, s->kode) :
					       s->ruas;

		form_error_row(r, di, s->kode, 0, s->nilai);
	}
	if (g->simpan)
		req_commit_anyway(r);
	return e;
}

enum err kartu_aktifkan(struct req *r)
{
	struct isian in = { 0 };
	struct hidup_galat g = { 0 };
	struct hidup_isian h;
	struct manifes m;
	int64_t id = req_id(r, "id");
	enum err e = form_bind(r, ruas, COUNT(ruas), &in);

	if (e != OK)
		return e;
	h = (struct hidup_isian){ .sam_id = in.sam_id,
				  .token = in.token,
				  .tempat = in.tempat };
	e = hidup_aktifkan(r->db, &r->who, id, &h, &m, &g);
	if (e == OK)
		req_redirect(r, "kartu-diaktifkan", "/aktivasi/kartu/%lld",
			     (long long)id);
	return lapor(r, &in, &g, e);
}

enum err kartu_pindah(struct req *r)
{
	struct isian in = { 0 };
	struct hidup_galat g = { 0 };
	struct manifes m;
	int64_t id = req_id(r, "id");
	enum err e = form_bind(r, ruas, COUNT(ruas), &in);

	if (e != OK)
		return e;
	e = hidup_pindahkan(r->db, &r->who, id, &in.tempat, &m, &g);
	if (e == OK)
		req_redirect(r, "kartu-dipindahkan", "/aktivasi/kartu/%lld",
			     (long long)id);
	return lapor(r, &in, &g, e);
}
