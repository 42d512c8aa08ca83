/* perjanjian-halaman.c - see perjanjian-halaman.h. */
#include "perjanjian-halaman.h"
#include "linimasa-halaman.h"
#include "lib/list.h"
#include "lib/text.h"
#include "lib/unduhan.h"
#include "model/berkas.h"
#include "model/hari.h"
#include "model/lembaga.h"

#include <string.h>

/* --- the list --- */

static const char *const urutan[] = { "berakhir", "mulai", "nomor", "lembaga",
				      NULL };

struct daftar {
	struct list l;
	struct perjanjian_saring s;
	const char *nama_lembaga; /* of the filter, for its chip */
};

static bool salah_satu(const char *nilai, const char *const *semua)
{
	for (; nilai != NULL && *semua != NULL; semua++)
		if (strcmp(nilai, *semua) == 0)
			return true;
	return false;
}

/* A cursor of the address that is no date where one is needed is none. */
static bool kunci_sah(const struct list *l)
{
	hari_t h;

	return l->key == NULL ||
	       (strcmp(l->sort, "berakhir") != 0 &&
		strcmp(l->sort, "mulai") != 0) ||
	       hari_baca(l->key, &h);
}

static enum err baca(struct req *r, struct daftar *d)
{
	const char *v = form_value(r, "lembaga");
	struct lembaga lembaga;
	enum err e = OK;

	*d = (struct daftar){ 0 };
	/* Those that are over come last. */
	list_read(r, urutan, true, &d->l);
	if (!kunci_sah(&d->l)) {
		d->l.id = 0;
		d->l.backward = false;
	}
	d->s = (struct perjanjian_saring){
		.cari = d->l.search,
		.urut = d->l.sort,
		.turun = d->l.descending,
		.mundur = d->l.backward,
		.kunci = d->l.key,
		.id = d->l.id,
		.banyak = d->l.per + 1,
	};
	if (v != NULL && (r->who.role & ROLE_DITJEN) != 0 &&
	    text_to_int(v, &d->s.lembaga) && d->s.lembaga > 0) {
		e = lembaga_ambil(r->db, d->s.lembaga, &lembaga);
		d->nama_lembaga = e == OK ? lembaga.nama : NULL;
	}
	if (d->nama_lembaga == NULL)
		d->s.lembaga = 0;
	v = form_value(r, "status");
	d->s.keadaan = salah_satu(v, perjanjian_keadaan) ? v : NULL;
	v = form_value(r, "metode");
	d->s.metode = salah_satu(v, perjanjian_metode) ? v : NULL;
	return e == ERR_NOT_FOUND ? OK : e;
}

static void isi(elem *e, const struct perjanjian *k)
{
	el_int(e, "id", k->id);
	el_int(e, "lembaga-id", k->lembaga_id);
	el_attr(e, "lembaga-kode", k->lembaga_kode);
	el_attr(e, "lembaga", k->lembaga);
	el_attr(e, "nomor", k->nomor);
	el_attr(e, "judul", k->judul);
	el_attr(e, "mulai", k->mulai);
	el_attr(e, "berakhir", k->berakhir);
	el_attr(e, "elemen", k->elemen);
	el_attr(e, "metode", k->metode);
	if (k->kuota != 0)
		el_int(e, "kuota", k->kuota);
	el_attr(e, "status", k->keadaan);
	el_int(e, "sisa", k->sisa);
}

static void tambah_saring(struct req *r, elem *e, const struct daftar *d)
{
	if (d->s.cari != NULL)
		list_filter(r, e, "cari");
	if (d->s.keadaan != NULL)
		list_filter(r, e, "status");
	if (d->s.metode != NULL)
		list_filter(r, e, "metode");
	if (d->s.lembaga != 0)
		list_filter_text(r, e, "lembaga", d->nama_lembaga);
}

enum err perjanjian_list(struct req *r)
{
	struct list_edge awal = { 0 }, akhir = { 0 };
	int64_t total = 0, per[PERJANJIAN_KEADAAN_N];
	struct perjanjian *b = NULL;
	struct list_range t;
	size_t n = 0;
	struct daftar d;
	elem *x, *y;
	enum err e = baca(r, &d);

	if (e == OK)
		e = perjanjian_daftar(r->db, &r->who, &d.s, &b, &n);
	if (e == OK)
		e = perjanjian_hitung(r->db, &r->who, &d.s, &total, per);
	if (e != OK)
		return e;
	t = list_shown(&d.l, n);
	if (t.to > t.from) {
		awal = (struct list_edge){ perjanjian_kunci(&d.s, &b[t.from]),
					   b[t.from].id };
		akhir =
		    (struct list_edge){ perjanjian_kunci(&d.s, &b[t.to - 1]),
					b[t.to - 1].id };
	}
	x = list_add(r, &d.l, n, awal, akhir, total, true);
	tambah_saring(r, x, &d);
	list_export(r, x, arena_printf(r->a, "%s/unduh", r->path));
	for (size_t i = t.from; i < t.to; i++) {
		y = el_add(x, "baris");
		isi(y, &b[i]);
		el_flag(y, "berkas", b[i].berkas_id != 0);
	}
	for (size_t i = 0; i < PERJANJIAN_KEADAAN_N; i++) {
		y = el_add(r->page, "rekap");
		el_attr(y, "keadaan", perjanjian_keadaan[i]);
		el_int(y, "jumlah", per[i]);
		el_attr(y, "ke", list_url(r, "status", perjanjian_keadaan[i]));
	}
	return OK;
}

static const struct xlsx_kolom kolom[] = {
	{ "Nomor", 28 },     { "Judul", 44 },  { "Kode Lembaga", 14 },
	{ "Lembaga", 36 },   { "Mulai", 12 },  { "Berakhir", 12 },
	{ "Sisa Hari", 10 }, { "Metode", 34 }, { "Kuota per Hari", 14 },
	{ "Elemen", 60 },    { "Status", 14 },
};

static void unduh_baris(struct unduhan *u, const struct perjanjian *b)
{
	unduhan_teks(u, b->nomor);
	unduhan_teks(u, b->judul);
	unduhan_teks(u, b->lembaga_kode);
	unduhan_teks(u, b->lembaga);
	unduhan_teks(u, b->mulai);
	unduhan_teks(u, b->berakhir);
	unduhan_angka(u, b->sisa);
	unduhan_teks(u, b->metode);
	if (b->kuota != 0)
		unduhan_angka(u, b->kuota);
	else
		unduhan_teks(u, NULL);
	unduhan_teks(u, b->elemen);
	unduhan_teks(u, b->keadaan);
	unduhan_baris(u);
}

enum err perjanjian_export(struct req *r)
{
	struct perjanjian *b;
	struct unduhan u;
	struct daftar d;
	size_t n = UNDUHAN_SEKALI;
	enum err e = unduhan_mulai(r, &u, "Perjanjian", kolom, COUNT(kolom));

	if (e == OK)
		e = baca(r, &d);
	d.s.mundur = false;
	d.s.id = 0;
	d.s.banyak = UNDUHAN_SEKALI;
	while (unduhan_lagi(r, &u, &e, n)) {
		e = perjanjian_daftar(r->db, &r->who, &d.s, &b, &n);
		for (size_t i = 0; e == OK && i < n; i++)
			unduh_baris(&u, &b[i]);
		if (e == OK && n > 0) {
			d.s.kunci = arena_strdup(
			    r->a, perjanjian_kunci(&d.s, &b[n - 1]));
			d.s.id = b[n - 1].id;
		}
	}
	return e == OK ? unduhan_kirim(r, &u, "perjanjian") : e;
}

/* --- one --- */

elem *halaman_perjanjian(struct req *r, const struct perjanjian *k)
{
	elem *e = el_add(r->page, "perjanjian");
	elem *b;

	isi(e, k);
	el_int(e, "versi", k->versi);
	el_time(r->a, e, "dibuat", k->dibuat);
	if (k->alasan != NULL)
		el_add_text(e, "alasan", k->alasan);
	if (k->berkas_id != 0) {
		b = el_add(e, "berkas");
		el_attr(b, "nama", k->berkas);
		el_int(b, "bita", k->berkas_bita);
	}
	return e;
}

static void tambah_riwayat(struct req *r, const struct perjanjian_peristiwa *p,
			   size_t n)
{
	elem *x = el_add(r->page, "linimasa");

	for (size_t i = 0; i < n; i++) {
		elem *y = halaman_peristiwa(r, x, &p[i].apa);

		el_int(y, "id", p[i].id);
		if (p[i].berkas_id != 0) {
			el_attr(y, "berkas", p[i].berkas);
			el_int(y, "bita", p[i].berkas_bita);
		}
	}
}

enum err perjanjian_show(struct req *r)
{
	struct perjanjian_peristiwa *p;
	struct perjanjian_kartu kartu;
	struct perjanjian k;
	size_t n;
	elem *x;
	enum err e = perjanjian_ambil(r->db, &r->who, req_id(r, "id"), &k);

	if (e == OK)
		e = perjanjian_riwayat(r->db, &k, &p, &n);
	if (e == OK)
		e = perjanjian_kartu(r->db, k.id, &kartu);
	if (e != OK)
		return e;
	x = el_add(halaman_perjanjian(r, &k), "kartu");
	el_int(x, "aktif", kartu.aktif);
	el_int(x, "nonaktif", kartu.nonaktif);
	el_int(x, "ditangguhkan", kartu.ditangguhkan);
	el_int(x, "menunggu", kartu.menunggu);
	el_int(x, "manifes", kartu.manifes);
	tambah_riwayat(r, p, n);
	return OK;
}

/* --- its files --- */

/* The addendum of an event; 0 when there is none. */
static int64_t addendum(const struct perjanjian_peristiwa *p, size_t n,
			const char *kode)
{
	int64_t id;

	if (!text_to_int(kode, &id))
		return 0;
	for (size_t i = 0; i < n; i++)
		if (p[i].id == id)
			return p[i].berkas_id;
	return 0;
}

enum err perjanjian_file(struct req *r)
{
	const char *kode = req_code(r, "kode");
	struct perjanjian_peristiwa *p;
	struct perjanjian k;
	struct berkas b;
	int64_t id;
	size_t n;
	enum err e = perjanjian_ambil(r->db, &r->who, req_id(r, "id"), &k);

	if (e == OK)
		e = perjanjian_riwayat(r->db, &k, &p, &n);
	if (e != OK)
		return e;
	id = strcmp(kode, "pks") == 0 ? k.berkas_id : addendum(p, n, kode);
	if (id == 0)
		return ERR_NOT_FOUND;
	e = berkas_ambil(r->db, id, &b);
	if (e == OK)
		req_send_stored(r, b.sha256, berkas_tipe(b.jenis), b.nama,
				false);
	return e;
}
