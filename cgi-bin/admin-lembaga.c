/* admin-lembaga.c - institutions for the admin: list, new, change, close
 * (U-22). */
#include "admin-halaman.h"
#include "lib/list.h"
#include "lib/text.h"
#include "model/balikan-unggah.h"
#include "model/lembaga.h"
#include "model/pengaturan.h"
#include "model/wilayah.h"
#include "wilayah-halaman.h"

#include <string.h>

static void tambah_lembaga(elem *di, const char *nama, const struct lembaga *l)
{
	elem *e = el_add(di, nama);

	el_int(e, "id", l->id);
	el_attr(e, "kode", l->kode);
	el_attr(e, "nama", l->nama);
	el_attr(e, "jenis", l->jenis);
	el_attr(e, "alamat", l->alamat);
	el_attr(e, "kota", l->kota);
	el_attr(e, "provinsi", l->provinsi);
	el_attr(e, "wilayah", l->wilayah_kode);
	el_attr(e, "pic-nama", l->pic_nama);
	el_attr(e, "pic-telepon", l->pic_telepon);
	el_flag(e, "asing", l->asing);
	el_attr(e, "status", l->aktif ? "aktif" : "nonaktif");
	el_int(e, "akun", l->akun);
}

static struct list_edge tepi(const struct list *l, const struct lembaga *b)
{
	if (strcmp(l->sort, "kode") == 0)
		return (struct list_edge){ b->kode, b->id };
	if (strcmp(l->sort, "jenis") == 0)
		return (struct list_edge){ b->jenis, b->id };
	return (struct list_edge){ b->nama, b->id };
}

enum err lembaga_list(struct req *r)
{
	static const char *const sorts[] = { "nama", "kode", "jenis", NULL };
	struct list_edge first = { 0 }, last = { 0 };
	const char *jenis = form_value(r, "jenis");
	const char *status = form_value(r, "status");
	struct lembaga_saring s = { 0 };
	struct lembaga *b;
	struct list l;
	struct list_range t;
	size_t n;
	int64_t total;
	enum err e;
	elem *d;

	list_read(r, sorts, false, &l);
	s.cari = l.search;
	s.jenis = jenis != NULL && lembaga_peran(jenis) != 0 ? jenis : NULL;
	if (status != NULL && strcmp(status, "aktif") == 0)
		s.aktif = "ya";
	else if (status != NULL && strcmp(status, "nonaktif") == 0)
		s.aktif = "tidak";
	s.urut = l.sort;
	s.turun = l.descending;
	s.mundur = l.backward;
	s.kunci = l.id == 0 ? NULL : l.key;
	s.id = l.id;
	s.banyak = l.per + 1;
	e = lembaga_daftar(r->db, &s, &b, &n, &total);
	if (e != OK)
		return e;
	t = list_shown(&l, n);
	if (t.to > t.from) {
		first = tepi(&l, &b[t.from]);
		last = tepi(&l, &b[t.to - 1]);
	}
	d = list_add(r, &l, n, first, last, total, true);
	list_filter(r, d, "cari");
	list_filter(r, d, "jenis");
	list_filter(r, d, "status");
	for (size_t i = t.from; i < t.to; i++)
		tambah_lembaga(d, "baris", &b[i]);
	return OK;
}

enum err lembaga_show(struct req *r)
{
	struct lembaga l;
	enum err e = lembaga_ambil(r->db, req_id(r, "id"), &l);

	if (e == OK)
		tambah_lembaga(r->page, "lembaga", &l);
	return e;
}

enum err lembaga_form_new(struct req *r)
{
	return halaman_provinsi(r);
}

/* Its own quota for files of data balikan, and what it has without. */
static enum err tambah_kuota(struct req *r)
{
	elem *x = el_add(r->page, "kuota");
	int64_t mb;
	enum err e = unggah_kuota(r->db, req_id(r, "id"), &mb);

	if (mb != 0)
		el_int(x, "mb", mb);
	el_int(x, "biasa", pengaturan_angka(r->db, "balikan_kuota_mb",
					    UNGGAH_KUOTA_BIASA));
	return e;
}

enum err lembaga_form_edit(struct req *r)
{
	enum err e = lembaga_show(r);

	if (e == OK)
		e = tambah_kuota(r);
	return e == OK ? halaman_provinsi(r) : e;
}

struct isian {
	const char *kode;
	const char *nama;
	const char *jenis;
	const char *alamat;
	const char *kota;
	const char *provinsi;
	const char *wilayah;
	const char *pic_nama;
	const char *pic_telepon;
	bool asing;
	int64_t kuota;
};

#define RUAS(n, k, m, a, b, w, c)                                              \
	{                                                                      \
		n, k, offsetof(struct isian, m), a, b, w, c                    \
	}

static const struct field ruas[] = {
	RUAS("nama", F_TEXT, nama, 3, 150, F_REQUIRED, NULL),
	RUAS("jenis", F_CHOICE, jenis, 0, 0, F_REQUIRED, lembaga_jenis),
	RUAS("kode", F_TEXT, kode, 6, 6, F_OPTIONAL, NULL),
	RUAS("alamat", F_TEXT, alamat, 5, 250, F_REQUIRED, NULL),
	RUAS("kota", F_TEXT, kota, 3, 80, F_REQUIRED, NULL),
	RUAS("provinsi", F_TEXT, provinsi, 3, 80, F_REQUIRED, NULL),
	RUAS("wilayah", F_TEXT, wilayah, 2, 10, F_OPTIONAL, NULL),
	RUAS("pic-nama", F_TEXT, pic_nama, 3, 100, F_OPTIONAL, NULL),
	RUAS("pic-telepon", F_PHONE, pic_telepon, 8, 20, F_OPTIONAL, NULL),
	RUAS("asing", F_BOOL, asing, 0, 0, F_OPTIONAL, NULL),
	RUAS("kuota", F_INT, kuota, UNGGAH_KUOTA_MIN, UNGGAH_KUOTA_MAKS,
	     F_OPTIONAL, NULL),
};

static enum err periksa(struct req *r, struct isian *in)
{
	struct wilayah jalur[4];
	size_t n;
	enum err e = OK;

	form_bind(r, ruas, COUNT(ruas), in);
	if (in->kode != NULL &&
	    (strlen(in->kode) != 6 || !text_digits(in->kode, 6)))
		form_error(r, "kode", "kode-lembaga");
	if (in->wilayah != NULL) {
		e = wilayah_jalur(r->db, in->wilayah, jalur, &n);
		if (e == ERR_NOT_FOUND)
			e = form_error(r, "wilayah", "tidak-ada");
	}
	if (e != OK && e != ERR_INPUT)
		return e;
	return form_failed(r) ? ERR_INPUT : OK;
}

static enum err simpan(struct req *r, int64_t id, const char *kode,
		       const char *pesan)
{
	struct isian in = { 0 };
	struct lembaga l;
	enum err e = periksa(r, &in);

	if (e != OK)
		return e;
	l = (struct lembaga){
		.id = id,
		.kode = in.kode != NULL ? in.kode : kode,
		.nama = in.nama,
		.jenis = in.jenis,
		.alamat = in.alamat,
		.kota = in.kota,
		.provinsi = in.provinsi,
		.wilayah_kode = in.wilayah,
		.pic_nama = in.pic_nama,
		.pic_telepon = in.pic_telepon,
		.asing = in.asing,
	};
	e = lembaga_simpan(r->db, &r->who, &l);
	if (e == ERR_CONFLICT)
		return form_error(r, "kode", "sudah-dipakai");
	if (e == ERR_INPUT)
		return form_error(r, "jenis", "jenis-berakun");
	/* Not every form asks. */
	if (e == OK && id != 0 && form_named(r, "kuota"))
		e = unggah_kuota_atur(r->db, &r->who, id, in.kuota);
	if (e == OK)
		req_redirect(r, pesan, "/admin/lembaga/%lld", (long long)l.id);
	return e;
}

enum err lembaga_create(struct req *r)
{
	return simpan(r, 0, NULL, "dibuat");
}

enum err lembaga_edit(struct req *r)
{
	struct lembaga l;
	enum err e = lembaga_ambil(r->db, req_id(r, "id"), &l);

	/* A code left empty stays as it is. */
	return e == OK ? simpan(r, l.id, l.kode, "tersimpan") : e;
}

static enum err atur(struct req *r, bool aktif, const char *pesan)
{
	int64_t id = req_id(r, "id");
	enum err e = lembaga_atur_aktif(r->db, &r->who, id, aktif);

	if (e == OK)
		req_redirect(r, pesan, "/admin/lembaga/%lld", (long long)id);
	return e;
}

enum err lembaga_close(struct req *r)
{
	return atur(r, false, "lembaga-ditutup");
}

enum err lembaga_open(struct req *r)
{
	return atur(r, true, "lembaga-dibuka");
}
