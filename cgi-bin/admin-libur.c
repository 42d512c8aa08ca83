/*
 * admin-libur.c - holidays for the admin: a year's list, one day, and the
 * import of an .ics file, which shows what will change before it does (P-10).
 */
#include "admin-halaman.h"
#include "lib/clock.h"
#include "lib/store.h"
#include "lib/text.h"
#include "model/berkas.h"
#include "model/libur.h"

#include <stdlib.h>
#include <string.h>

#define TAHUN_AWAL  2000
#define TAHUN_AKHIR 2199

static void tambah_libur(elem *di, const char *nama,
			 const struct libur_baris *l)
{
	elem *e = el_add(di, nama);
	char tanggal[HARI_TEKS];

	hari_tulis(l->hari, tanggal);
	el_attr(e, "tanggal", tanggal);
	el_int(e, "hari", hari_ke_pekan(l->hari));
	el_attr(e, "nama", l->nama);
	el_attr(e, "jenis", l->jenis);
}

/* The year of the address, of the date that was typed, or this one. */
static int tahun(struct req *r)
{
	const char *teks = form_value(r, "tahun");
	int64_t n;

	if (teks == NULL)
		teks = form_value(r, "tanggal");
	if (teks != NULL && strlen(teks) >= 4 &&
	    text_to_int(arena_strndup(r->a, teks, 4), &n) && n >= TAHUN_AWAL &&
	    n <= TAHUN_AKHIR)
		return (int)n;
	return atoi(clock_today(r->a));
}

enum err libur_list(struct req *r)
{
	int t = tahun(r);
	struct libur_baris *l;
	size_t n;
	enum err e = libur_daftar(r->db, t, &l, &n);
	elem *d;

	if (e != OK)
		return e;
	d = el_add(r->page, "libur");
	el_int(d, "tahun", t);
	for (size_t i = 0; i < n; i++)
		tambah_libur(d, "baris", &l[i]);
	return OK;
}

struct isian {
	const char *tanggal;
	const char *nama;
	const char *jenis;
	bool perayaan;
	struct upload *berkas;
};

static const struct field ruas[] = {
	{ "tanggal", F_DATE, offsetof(struct isian, tanggal), 0, 0, F_REQUIRED,
	  NULL },
	{ "nama", F_TEXT, offsetof(struct isian, nama), 3, 150, F_REQUIRED,
	  NULL },
	{ "jenis", F_CHOICE, offsetof(struct isian, jenis), 0, 0, F_REQUIRED,
	  libur_jenis },
};

enum err libur_add(struct req *r)
{
	struct isian in = { 0 };
	struct libur_baris l = { 0 };
	enum err e = form_bind(r, ruas, COUNT(ruas), &in);

	if (e != OK)
		return e;
	hari_baca(in.tanggal, &l.hari);
	l.nama = in.nama;
	l.jenis = in.jenis;
	e = libur_simpan(r->db, &r->who, &l, NULL);
	if (e == ERR_CONFLICT)
		return form_error(r, "tanggal", "tanpa-kapasitas");
	if (e == OK)
		req_redirect(r, "tersimpan", "/admin/libur?tahun=%.4s",
			     in.tanggal);
	return e;
}

enum err libur_show(struct req *r)
{
	struct libur_baris l;
	hari_t hari;
	enum err e;

	if (!hari_baca(req_code(r, "kode"), &hari))
		return ERR_NOT_FOUND;
	e = libur_ambil(r->db, hari, &l);
	if (e == OK)
		tambah_libur(r->page, "libur", &l);
	return e;
}

enum err libur_delete(struct req *r)
{
	const char *kode = req_code(r, "kode");
	hari_t hari;
	enum err e;

	if (!hari_baca(kode, &hari))
		return ERR_NOT_FOUND;
	e = libur_hapus(r->db, &r->who, hari, NULL);
	if (e == OK)
		req_redirect(r, "dihapus", "/admin/libur?tahun=%.4s", kode);
	return e;
}

/* --- import --- */

static const char *const jenis_berkas[] = { "ics", NULL };

static const struct field ruas_berkas[] = {
	{ "berkas", F_FILE, offsetof(struct isian, berkas), 0, ICS_BYTES_MAKS,
	  F_REQUIRED, jenis_berkas },
};

static const struct field ruas_impor[] = {
	{ "perayaan", F_BOOL, offsetof(struct isian, perayaan), 0, 0,
	  F_OPTIONAL, NULL },
};

/* Read a stored file; what is wrong in it is reported at the field. */
static enum err baca(struct req *r, const char *sha256, struct libur_baru **out,
		     size_t *n)
{
	struct ics_galat g;
	struct blob isi;
	enum err e = store_read(r->a, sha256, ICS_BYTES_MAKS, &isi);

	if (e != OK)
		return e;
	e = ics_baca(r->a, (const char *)isi.p, isi.n, out, n, &g);
	if (e == ERR_INPUT || e == ERR_TOO_LARGE)
		return form_error_row(
		    r, "berkas",
		    arena_printf(r->a, "ics-%s", ics_kode_teks(g.kode)),
		    (int64_t)g.baris, NULL);
	return e;
}

enum err libur_upload(struct req *r)
{
	struct isian in = { 0 };
	struct libur_baru *l;
	int64_t id;
	size_t n;
	enum err e = form_bind(r, ruas_berkas, COUNT(ruas_berkas), &in);

	if (e == OK)
		e = baca(r, in.berkas->sha256, &l, &n);
	if (e == OK)
		e = berkas_simpan(r->db, &r->who, in.berkas, &id);
	if (e == OK)
		req_redirect(r, NULL, "/admin/libur/impor/%lld", (long long)id);
	return e;
}

/* The file of the address, read once more. */
static enum err baca_berkas(struct req *r, struct berkas *b,
			    struct libur_baru **out, size_t *n)
{
	enum err e = berkas_ambil(r->db, req_id(r, "id"), b);

	if (e == OK && strcmp(b->jenis, "ics") != 0)
		e = ERR_NOT_FOUND;
	return e == OK ? baca(r, b->sha256, out, n) : e;
}

/* What taking this day would do: baru ubah sama. */
static enum err bandingkan(struct req *r, elem *e, const struct libur_baru *l)
{
	const char *jenis = l->jenis == ICS_CUTI ? "cuti" : "libur";
	struct libur_baris ada;
	enum err x = libur_ambil(r->db, l->hari, &ada);

	if (x == ERR_NOT_FOUND) {
		el_attr(e, "akibat", "baru");
		return OK;
	}
	if (x != OK)
		return x;
	if (strcmp(ada.nama, l->nama) == 0 && strcmp(ada.jenis, jenis) == 0) {
		el_attr(e, "akibat", "sama");
	} else {
		el_attr(e, "akibat", "ubah");
		el_attr(e, "lama", ada.nama);
		el_attr(e, "lama-jenis", ada.jenis);
	}
	return OK;
}

enum err libur_preview(struct req *r)
{
	struct libur_baru *l;
	struct berkas b;
	size_t n;
	enum err e = baca_berkas(r, &b, &l, &n);
	elem *d;

	if (e != OK)
		return e == ERR_INPUT ? ERR_NOT_FOUND : e;
	d = el_add(r->page, "impor");
	el_int(d, "id", b.id);
	el_attr(d, "berkas", b.nama);
	for (size_t i = 0; e == OK && i < n; i++) {
		elem *k = el_add(d, "baris");
		char tanggal[HARI_TEKS];

		hari_tulis(l[i].hari, tanggal);
		el_attr(k, "tanggal", tanggal);
		el_int(k, "hari", hari_ke_pekan(l[i].hari));
		el_attr(k, "nama", l[i].nama);
		el_attr(k, "jenis",
			l[i].jenis == ICS_PERAYAAN ? "perayaan" :
			l[i].jenis == ICS_CUTI     ? "cuti" :
						     "libur");
		e = bandingkan(r, k, &l[i]);
	}
	return e;
}

enum err libur_import(struct req *r)
{
	struct libur_hasil h;
	struct isian in = { 0 };
	struct libur_baru *l;
	struct berkas b;
	char tanggal[HARI_TEKS];
	size_t n;
	enum err e = baca_berkas(r, &b, &l, &n);

	if (e == OK)
		e = form_bind(r, ruas_impor, COUNT(ruas_impor), &in);
	if (e == OK)
		e = libur_impor(r->db, &r->who, l, n, in.perayaan, &h);
	if (e == ERR_CONFLICT)
		return form_error(r, "", "tanpa-kapasitas");
	if (e != OK)
		return e;
	hari_tulis(l[n / 2].hari, tanggal);
	req_redirect(r, "libur-diimpor", "/admin/libur?tahun=%.4s", tanggal);
	return OK;
}
