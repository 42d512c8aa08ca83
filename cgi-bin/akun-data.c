/*
 * akun-data.c - part of program akun: what is kept about oneself, taking it
 * along, and the request to have it erased (U-25; UU 27/2022).
 */
#include "akun-halaman.h"
#include "lib/clock.h"
#include "lib/csv.h"
#include "lib/store.h"
#include "lib/text.h"
#include "lib/xsl.h"
#include "lib/zip-out.h"
#include "model/akun.h"
#include "model/data-pribadi.h"
#include "model/pengaturan.h"
#include "model/retensi.h"

#include <inttypes.h>
#include <string.h>

/* Rows of a kind that the page for people shows; the tables have all. */
#define TAMPIL_BARIS 200
#define FOTO_MAKS    (1 << 20)

/* --- what is kept --- */

/* How long, by the settings, in days; the audit log in years. */
static void tambah_umur(struct req *r)
{
	elem *u = el_add(r->page, "umur");

	for (size_t i = 0; i < RETENSI_JENIS; i++)
		el_int(u, retensi_jenis[i].kode,
		       pengaturan_angka(r->db, retensi_jenis[i].setelan,
					retensi_jenis[i].bawaan));
	el_int(u, "audit", pengaturan_angka(r->db, "retensi_audit", 10));
	el_int(u, "norma", pengaturan_angka(r->db, "hapus_norma", 3));
}

static enum err tambah_permintaan(struct req *r)
{
	struct penghapusan h;
	enum err e = hapus_terakhir(r->db, r->who.akun, &h);
	elem *k;

	if (e != OK || h.id == 0)
		return e;
	k = el_add(r->page, "penghapusan");
	el_attr(k, "status", h.status);
	el_attr(k, "alasan", h.alasan);
	el_attr(k, "balasan", h.balasan);
	el_attr(k, "tenggat", h.tenggat);
	el_time(r->a, k, "diminta", h.diminta);
	el_time(r->a, k, "diputus", h.diputus);
	return OK;
}

enum err data_tampil(struct req *r)
{
	for (size_t i = 0; i < data_kategori_n; i++)
		el_attr(el_add(r->page, "kategori"), "kode",
			data_kategori[i].kode);
	tambah_umur(r);
	return tambah_permintaan(r);
}

/* --- taking it along --- */

struct ekspor {
	struct buf json;
	struct zip_out *zip;
	elem *lembar;	 /* of the page for people */
	struct arena *a; /* of the rows that are being read */
};

static void json_teks(struct buf *b, const char *s)
{
	buf_char(b, '"');
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			buf_printf(b, "\\%c", *s);
		else if ((unsigned char)*s < 0x20)
			buf_printf(b, "\\u%04x", (unsigned)*s);
		else
			buf_char(b, *s);
	}
	buf_char(b, '"');
}

/* "2026-11-22 05:45:16.123" as RFC 3339 writes it. */
static const char *rfc3339(struct arena *a, const char *utc)
{
	char *s = arena_printf(a, "%sZ", utc);

	if (strlen(s) > 10)
		s[10] = 'T';
	return s;
}

static void json_nilai(struct buf *b, struct arena *a,
		       const struct data_kolom *k, const char *nilai)
{
	if (nilai == NULL)
		buf_text(b, "null");
	else if (k->jenis == 'b')
		buf_text(b, strcmp(nilai, "1") == 0 ? "true" : "false");
	else
		json_teks(b, k->jenis == 't' ? rfc3339(a, nilai) : nilai);
}

/* The same for people: local time, yes or no. */
static const char *untuk_orang(struct arena *a, const struct data_kolom *k,
			       const char *nilai)
{
	if (nilai == NULL)
		return "";
	if (k->jenis == 'b')
		return strcmp(nilai, "1") == 0 ? "ya" : "tidak";
	return k->jenis == 't' ? clock_local(a, nilai) : nilai;
}

static void tulis_baris(struct ekspor *x, const struct data_kategori *k,
			const struct rows *r, struct buf *csv, elem *baris)
{
	buf_text(&x->json, "{");
	for (unsigned i = 0; k->kolom[i].nama != NULL; i++) {
		const char *nilai = db_text(r, i + 1);
		const char *teks = untuk_orang(x->a, &k->kolom[i], nilai);

		buf_printf(&x->json, "%s\"%s\": ", i == 0 ? "" : ", ",
			   k->kolom[i].nama);
		json_nilai(&x->json, x->a, &k->kolom[i], nilai);
		csv_cell(csv, teks);
		if (baris != NULL)
			el_add_text(baris, "sel", teks);
	}
	buf_text(&x->json, "}");
	csv_end_row(csv);
}

static elem *lembar_kategori(struct ekspor *x, const struct data_kategori *k,
			     struct buf *csv)
{
	elem *e = el_add(x->lembar, "kategori");

	el_attr(e, "kode", k->kode);
	csv_begin(csv);
	for (size_t i = 0; k->kolom[i].nama != NULL; i++) {
		elem *kolom = el_add(e, "kolom");

		el_attr(kolom, "nama", k->kolom[i].nama);
		csv_cell(csv, k->kolom[i].nama);
	}
	csv_end_row(csv);
	return e;
}

static enum err ekspor_kategori(struct req *r, struct ekspor *x,
				const struct data_kategori *k)
{
	struct buf csv = { .a = r->a };
	elem *lembar = lembar_kategori(x, k, &csv);
	int64_t sesudah = 0, jumlah = 0;
	size_t n;
	enum err e;

	buf_printf(&x->json, ",\n  \"%s\": [", k->kode);
	do {
		struct rows *rows;

		arena_reset(x->a);
		e = data_baca(r->db, k, r->who.akun, sesudah, &rows);
		if (e != OK)
			return e;
		for (n = 0; db_next(rows); n++) {
			elem *baris = jumlah < TAMPIL_BARIS ?
					  el_add(lembar, "baris") :
					  NULL;

			buf_text(&x->json, jumlah == 0 ? "\n    " : ",\n    ");
			sesudah = db_int(rows, 0);
			tulis_baris(x, k, rows, &csv, baris);
			jumlah++;
		}
	} while (n == DATA_SEKALI);
	buf_text(&x->json, jumlah == 0 ? "]" : "\n  ]");
	el_int(lembar, "jumlah", jumlah);
	return zip_out_tambah(
	    x->zip, arena_printf(r->a, "tabel/%s.csv", k->kode),
	    (struct blob){ (const unsigned char *)csv.p, csv.n });
}

static enum err ekspor_foto(struct req *r, struct ekspor *x)
{
	struct blob isi;
	struct akun a;
	enum err e = akun_ambil(r->db, r->who.akun, &a);

	if (e != OK || a.foto == NULL)
		return e;
	e = store_read(r->a, a.foto, FOTO_MAKS, &isi);
	return e == OK ? zip_out_tambah(x->zip, "foto.jpg", isi) : e;
}

/* The page for people: by its own stylesheet, without the frame. */
static enum err ekspor_lembar(struct req *r, struct ekspor *x, struct view *v)
{
	struct buf html = { .a = r->a };
	enum err e = xsl_html(v, "akun-data-lembar", &html);

	return e == OK ? zip_out_tambah(x->zip, "baca.html",
					(struct blob){
					    (const unsigned char *)html.p,
					    html.n }) :
			 e;
}

static void lepas(void *a)
{
	arena_free(a);
}

static enum err ekspor(struct req *r, struct blob *out)
{
	struct ekspor x = { .json = { .a = r->a }, .a = arena_new() };
	struct view *v = view_new(r->a, "lembar");
	enum err e;

	if (x.a == NULL)
		return ERR_BUSY;
	arena_cleanup(r->a, lepas, x.a);
	x.lembar = view_root(v);
	el_attr(x.lembar, "username", el_value(el_find(r->page, "sesi"),
					       "username"));
	el_attr(x.lembar, "zona", clock_zone_name());
	el_time(r->a, x.lembar, "dibuat", clock_now(r->a, 0));
	buf_printf(&x.json, "{\n  \"dibuat\": \"%s\"",
		   rfc3339(r->a, clock_now(r->a, 0)));
	e = zip_out_new(r->a, &x.zip);
	db_use_arena(r->db, x.a);
	for (size_t i = 0; e == OK && i < data_kategori_n; i++)
		e = ekspor_kategori(r, &x, &data_kategori[i]);
	db_use_arena(r->db, r->a);
	buf_text(&x.json, "\n}\n");
	if (e == OK)
		e = zip_out_tambah(
		    x.zip, "data.json",
		    (struct blob){ (const unsigned char *)x.json.p, x.json.n });
	if (e == OK)
		e = ekspor_foto(r, &x);
	if (e == OK)
		e = ekspor_lembar(r, &x, v);
	return e == OK ? zip_out_selesai(x.zip, out) : e;
}

struct isian_hapus {
	const char *sandi;
	const char *alasan;
};

static const struct field ruas_unduh[] = {
	{ "sandi", F_SECRET, offsetof(struct isian_hapus, sandi), 1, 1000,
	  F_REQUIRED, NULL },
};

enum err data_unduh(struct req *r)
{
	struct isian_hapus in = { 0 };
	struct blob zip;
	enum err e = form_bind(r, ruas_unduh, COUNT(ruas_unduh), &in);

	if (e == OK)
		e = sandi_tanya(r, "sandi", in.sandi);
	if (e == OK)
		e = data_catat_unduh(r->db, &r->who);
	if (e == OK)
		e = ekspor(r, &zip);
	if (e == OK)
		req_send_bytes(r, "application/zip", zip,
			       arena_printf(r->a, "data-pribadi-%s.zip",
					    clock_today(r->a)));
	return e;
}

/* --- erasure --- */

enum err data_hapus_form(struct req *r)
{
	struct hambatan h[HAMBATAN_MAKS];
	size_t n;
	enum err e = data_tampil(r);

	if (e == OK)
		e = hapus_hambatan(r->db, r->who.akun, h, &n);
	for (size_t i = 0; e == OK && i < n; i++) {
		elem *k = el_add(r->page, "hambatan");

		el_attr(k, "kode", h[i].kode);
		el_int(k, "nilai", h[i].nilai);
		el_attr(k, "href", h[i].href);
	}
	return e;
}

static const struct field ruas_hapus[] = {
	{ "alasan", F_TEXT, offsetof(struct isian_hapus, alasan), 0, 500,
	  F_OPTIONAL, NULL },
	{ "sandi", F_SECRET, offsetof(struct isian_hapus, sandi), 1, 1000,
	  F_REQUIRED, NULL },
};

enum err data_hapus_minta(struct req *r)
{
	struct isian_hapus in = { 0 };
	enum err e = form_bind(r, ruas_hapus, COUNT(ruas_hapus), &in);

	if (e == OK)
		e = sandi_tanya(r, "sandi", in.sandi);
	if (e == OK)
		e = hapus_minta(r->db, &r->who, in.alasan);
	if (e == OK)
		req_redirect(r, "hapus-diminta", "/akun/data");
	return e;
}

enum err data_hapus_tarik(struct req *r)
{
	enum err e = hapus_tarik(r->db, &r->who);

	if (e == OK)
		req_redirect(r, "hapus-ditarik", "/akun/data");
	return e;
}
