/*
 * verifikasi.c - program: may this document, or this manifest, be believed?
 * (U-16, A-07, A-12)
 *
 * For everybody, without signing in.  A code leads to what the register says
 * of its document or manifest; a file is compared with the register byte for byte and its
 * signature is checked.  Every route counts against the address's rate.
 */
#include "lib/app.h"
#include "lib/clock.h"
#include "lib/config.h"
#include "lib/store.h"
#include "dokumen/tanda-tangan.h"
#include "model/verifikasi.h"

#include <string.h>

#define PDF_MAKS_BYTES (10LL * 1024 * 1024)

struct isian {
	struct upload *pdf;
};

static const char *const jenis_pdf[] = { "pdf", NULL };

static const struct field ruas[] = {
	{ "pdf", F_FILE, offsetof(struct isian, pdf), 1, PDF_MAKS_BYTES,
	  F_REQUIRED | F_PASSING, jenis_pdf },
};

static void tambah_dokumen(struct req *r, const struct verifikasi *v)
{
	elem *e = el_add(r->page, "dokumen");

	el_attr(e, "jenis", v->jenis);
	el_attr(e, "nomor", v->nomor);
	el_attr(e, "tanggal", v->tanggal);
	el_attr(e, "penandatangan", v->penandatangan);
	el_attr(e, "jabatan", v->jabatan);
	el_time(r->a, e, "ditandatangani", v->ditandatangani);
	el_attr(e, "status", v->status);
	el_time(r->a, e, "dicabut", v->dicabut);
	el_attr(e, "lembaga", v->lembaga);
	el_attr(e, "produsen", v->produsen);
	el_attr(e, "pengganti", v->nomor_pengganti);
}

/* --- by code --- */

/* What is no code and what is nobody's code take the same way. */
static enum err cari_kode(struct req *r, struct verifikasi *v)
{
	const char *kode = verifikasi_baca_kode(r->a, req_code(r, "kode"));

	return verifikasi_kode(r->db, kode == NULL ? "" : kode, v);
}

/* The form; with ?kode= it leads on. */
static enum err depan(struct req *r)
{
	const char *ketik = r->method == M_GET ? form_value(r, "kode") : NULL;
	const char *kode;
	elem *e;

	if (ketik == NULL)
		return OK;
	kode = verifikasi_baca_kode(r->a, ketik);
	if (kode != NULL) {
		req_redirect(r, NULL, "/verifikasi/%s", kode);
		return OK;
	}
	req_status(r, err_status(ERR_INPUT));
	el_attr(el_add_text(el_add(r->page, "isian"), "ruas", ketik), "nama",
		"kode");
	e = el_add(r->page, "galat");
	el_attr(e, "ruas", "kode");
	el_attr(e, "kode", *ketik == '\0' ? "wajib" : "kode-bentuk");
	return OK;
}

/* A manifest has a page of its own. */
static enum err lihat_manifes(struct req *r)
{
	const char *kode = verifikasi_baca_kode(r->a, req_code(r, "kode"));
	struct verifikasi_manifes m;
	enum err e = kode == NULL ?
			 ERR_NOT_FOUND :
			 verifikasi_manifes(r->db, kode, clock_today(r->a), &m);
	elem *el;

	if (e != OK)
		return e;
	req_view(r, "verifikasi-manifes");
	el = el_add(r->page, "manifes");
	el_attr(el, "kode", m.kode);
	el_attr(el, "status", m.status);
	el_attr(el, "lembaga", m.lembaga);
	el_attr(el, "seri-mesin", m.seri_mesin);
	el_attr(el, "fungsi", m.fungsi);
	el_attr(el, "berlaku-dari", m.berlaku_dari);
	el_attr(el, "berlaku-sampai", m.berlaku_sampai);
	el_time(r->a, el, "diterbitkan", m.diterbitkan);
	el_attr(el, "sebab", m.sebab);
	el_time(r->a, el, "tidak-berlaku", m.tidak_berlaku);
	return OK;
}

static enum err lihat(struct req *r)
{
	struct verifikasi v;
	enum err e = cari_kode(r, &v);

	if (e == ERR_NOT_FOUND)
		return lihat_manifes(r);
	if (e == OK)
		tambah_dokumen(r, &v);
	return e;
}

/* --- by file --- */

/*
 * What a file that is not in the register is: "berubah" when it bears a
 * signature and is not what was signed, or when it should be v and has its
 * very size; else "bukan" (also with somebody else's good signature).
 */
static enum err nilai(struct req *r, const struct upload *u,
		      const struct verifikasi *v, const char **hasil)
{
	const char *ca =
	    arena_printf(r->a, "%s/ca.pem", config_get("kunci_dir", "kunci"));
	struct tanda_tangan_hasil t;
	struct blob pdf;
	enum err e = store_load(u->file, &pdf);

	if (e != OK)
		return e;
	*hasil = v != NULL && v->ukuran == u->bytes ? "berubah" : "bukan";
	e = tanda_tangan_periksa(pdf.p, pdf.n, ca, &t);
	if (e == ERR_TYPE || e == ERR_NOT_FOUND)
		return OK;
	if (e == OK && !t.utuh)
		*hasil = "berubah";
	return e;
}

static void tambah_hasil(struct req *r, const struct upload *u,
			 const char *kode)
{
	elem *e = el_add(r->page, "hasil");

	el_attr(e, "kode", kode);
	el_attr(e, "berkas", u->name);
	el_int(e, "bita", u->bytes);
	el_attr(e, "sha256", u->sha256);
}

/* A file for a document that is already known. */
static enum err bandingkan(struct req *r)
{
	struct isian in = { 0 };
	struct verifikasi v, lain;
	const char *hasil = "identik";
	enum err e = cari_kode(r, &v);

	if (e == OK)
		e = form_bind(r, ruas, COUNT(ruas), &in);
	if (e != OK)
		return e;
	if (strcmp(in.pdf->sha256, v.sha256) != 0) {
		e = verifikasi_berkas(r->db, in.pdf->sha256, &lain);
		if (e == OK)
			hasil = "lain";
		else if (e == ERR_NOT_FOUND)
			e = nilai(r, in.pdf, &v, &hasil);
	}
	if (e != OK)
		return e;
	tambah_hasil(r, in.pdf, hasil);
	tambah_dokumen(r, &v);
	return OK;
}

/* A file alone: which of our documents is it? */
static enum err kenali(struct req *r)
{
	struct isian in = { 0 };
	struct verifikasi v;
	const char *hasil = "identik";
	enum err e = form_bind(r, ruas, COUNT(ruas), &in);

	if (e != OK)
		return e;
	e = verifikasi_berkas(r->db, in.pdf->sha256, &v);
	if (e == OK) {
		tambah_dokumen(r, &v);
	} else if (e == ERR_NOT_FOUND) {
		e = nilai(r, in.pdf, NULL, &hasil);
	}
	if (e == OK)
		tambah_hasil(r, in.pdf, hasil);
	return e;
}

static const struct route routes[] = {
	{ M_GET, "/verifikasi", ROLE_SEMUA, SLOW, "verifikasi", depan, NULL },
	{ M_POST, "/verifikasi", ROLE_SEMUA, CSRF | FILES | SLOW, "verifikasi",
	  kenali, depan },
	{ M_GET, "/verifikasi/{kode}", ROLE_SEMUA, SLOW, "verifikasi-lihat",
	  lihat, NULL },
	{ M_POST, "/verifikasi/{kode}", ROLE_SEMUA, CSRF | FILES | SLOW,
	  "verifikasi-lihat", bandingkan, lihat },
};

static const struct program program = { "verifikasi", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
