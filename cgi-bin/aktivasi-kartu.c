/*
 * aktivasi-kartu.c - part of program aktivasi: the register of cards, on the
 * page and as a file, and one card with its history.
 */
#include "aktivasi-halaman.h"
#include "lib/clock.h"
#include "lib/list.h"
#include "lib/unduhan.h"
#include "model/kartu-buku.h"
#include "model/kartu.h"
#include "model/manifes.h"
#include "model/permintaan.h"
#include "model/proses.h"

#include <string.h>

elem *halaman_buku(elem *parent, const struct buku *b)
{
	elem *e = el_add(parent, "kartu");
	char sam[SAM_TEKS];

	sam_tulis(b->sam_id, sam);
	el_int(e, "id", b->id);
	el_attr(e, "seri-kartu", b->seri_kartu);
	el_attr(e, "seri-mesin", b->seri_mesin);
	el_attr(e, "sam", b->sam_id == NULL ? NULL : sam);
	el_attr(e, "pcid", b->pcid);
	el_attr(e, "status", b->status);
	el_attr(e, "perlu", b->perlu);
	el_attr(e, "keterangan", b->keterangan);
	el_attr(e, "lembaga", b->lembaga);
	el_attr(e, "lembaga-kode", b->lembaga_kode);
	if (b->manifes_id != 0) {
		el_attr(e, "outlet", b->outlet);
		el_attr(e, "alamat", b->alamat);
		el_attr(e, "wilayah", b->wilayah_kode);
		el_attr(e, "kabkota", b->kabkota);
		el_attr(e, "lintang", b->lintang);
		el_attr(e, "bujur", b->bujur);
		if (strcmp(b->manifes_status, "berlaku") == 0)
			el_attr(e, "berlaku-sampai", b->berlaku_sampai);
	}
	return e;
}

/* ---- the list ---- */

struct daftar {
	struct list l;
	struct buku_saring s;
	const char *lembaga; /* name of the filter's institution */
};

static const char *const urutan[] = { "baru", NULL };

static enum err baca_daftar(struct req *r, struct daftar *d)
{
	const char *v = form_value(r, "status");
	enum err e;

	*d = (struct daftar){ 0 };
	list_read(r, urutan, true, &d->l);
	d->s = (struct buku_saring){
		.cari = d->l.search,
		.turun = d->l.descending,
		.mundur = d->l.backward,
		.id = d->l.id,
		.banyak = d->l.per + 1,
	};
	for (size_t i = 0; v != NULL && kartu_status[i] != NULL; i++)
		if (strcmp(kartu_status[i], v) == 0)
			d->s.status = kartu_status[i];
	v = form_value(r, "lembaga");
	if (v == NULL || *v == '\0' || (r->who.role & ROLE_DITJEN) == 0)
		return OK;
	e = permintaan_cari_lembaga(r->db, v, &d->s.lembaga, &d->lembaga);
	return e == ERR_NOT_FOUND ? OK : e;
}

static void tambah_saring(struct req *r, elem *x, const struct daftar *d)
{
	list_filter(r, x, "cari");
	if (d->s.status != NULL)
		list_filter(r, x, "status");
	if (d->s.lembaga != 0)
		list_filter_text(r, x, "lembaga", d->lembaga);
	list_export(r, x, "/aktivasi/kartu/unduh");
}

enum err kartu_daftar_halaman(struct req *r)
{
	struct list_edge awal = { 0 }, akhir = { 0 };
	struct list_range t;
	size_t n;
	struct daftar d;
	struct buku *b;
	int64_t total;
	bool pasti;
	elem *x;
	enum err e = baca_daftar(r, &d);

	if (e == OK)
		e = buku_daftar(r->db, &r->who, &d.s, &b, &n);
	if (e == OK)
		e = buku_hitung(r->db, &r->who, &d.s, &total, &pasti);
	if (e != OK)
		return e;
	t = list_shown(&d.l, n);
	if (t.to > t.from) {
		awal = (struct list_edge){ NULL, b[t.from].id };
		akhir = (struct list_edge){ NULL, b[t.to - 1].id };
	}
	x = list_add(r, &d.l, n, awal, akhir, total, pasti);
	tambah_saring(r, x, &d);
	for (size_t i = t.from; i < t.to; i++)
		halaman_buku(x, &b[i]);
	return OK;
}

static const struct xlsx_kolom kolom[] = {
	{ "Seri Kartu", 22 },	  { "SAM ID", 26 },	{ "PCID", 22 },
	{ "Seri Mesin", 22 },	  { "Status", 14 },	{ "Kode Lembaga", 10 },
	{ "Lembaga", 36 },	  { "Outlet", 30 },	{ "Alamat", 44 },
	{ "Kode Wilayah", 14 },	  { "Kabupaten/Kota", 26 },
	{ "Latitude", 12 },	  { "Longitude", 12 },
	{ "Berlaku Sampai", 14 },
};

static void unduh_baris(struct unduhan *u, const struct buku *b)
{
	char sam[SAM_TEKS];

	sam_tulis(b->sam_id, sam);
	unduhan_teks(u, b->seri_kartu);
	unduhan_teks(u, b->sam_id == NULL ? NULL : sam);
	unduhan_teks(u, b->pcid);
	unduhan_teks(u, b->seri_mesin);
	unduhan_teks(u, b->status);
	unduhan_teks(u, b->lembaga_kode);
	unduhan_teks(u, b->lembaga);
	unduhan_teks(u, b->outlet);
	unduhan_teks(u, b->alamat);
	unduhan_teks(u, b->wilayah_kode);
	unduhan_teks(u, b->kabkota);
	unduhan_teks(u, b->lintang);
	unduhan_teks(u, b->bujur);
	unduhan_teks(u, b->manifes_id != 0 &&
					strcmp(b->manifes_status,
					       "berlaku") == 0 ?
				b->berlaku_sampai :
				NULL);
	unduhan_baris(u);
}

enum err kartu_unduh(struct req *r)
{
	size_t n = UNDUHAN_SEKALI;
	struct daftar d;
	struct unduhan u;
	struct buku *b;
	enum err e = unduhan_mulai(r, &u, "Kartu SAM", kolom, COUNT(kolom));

	if (e == OK)
		e = baca_daftar(r, &d);
	d.s.mundur = false;
	d.s.id = 0;
	d.s.banyak = UNDUHAN_SEKALI;
	while (unduhan_lagi(r, &u, &e, n)) {
		e = buku_daftar(r->db, &r->who, &d.s, &b, &n);
		for (size_t i = 0; e == OK && i < n; i++)
			unduh_baris(&u, &b[i]);
		if (e == OK && n > 0)
			d.s.id = b[n - 1].id;
	}
	return e == OK ? unduhan_kirim(r, &u, "kartu-sam") : e;
}

/* ---- one card ---- */

static void tambah_asal(struct req *r, elem *x, const struct buku_asal *a)
{
	char tiket[TIKET_TEKS];
	elem *e = el_add(x, "asal");

	el_attr(e, "fungsi", a->fungsi);
	el_int(e, "permintaan", a->permintaan_id);
	el_attr(e, "nomor", a->nomor);
	el_attr(e, "produsen", a->produsen);
	if (a->proses_id != 0) {
		tiket_tulis(a->tiket, tiket);
		el_int(e, "proses", a->proses_id);
		el_attr(e, "tiket", tiket);
	}
	if (a->aktivasi_id != 0) {
		el_int(e, "aktivasi", a->aktivasi_id);
		el_attr(e, "aktivasi-nomor", a->aktivasi_nomor);
		el_attr(e, "aktivasi-status", a->aktivasi_status);
	}
	el_time(r->a, e, "token-berakhir", a->token_berakhir);
}

static enum err tambah_manifes(struct req *r, elem *x, int64_t kartu_id)
{
	struct manifes *m;
	size_t n;
	enum err e = manifes_kartu(r->db, &r->who, kartu_id, &m, &n);

	for (size_t i = 0; e == OK && i < n; i++) {
		elem *f = el_add(x, "manifes");

		el_int(f, "id", m[i].id);
		el_attr(f, "kode", m[i].kode);
		el_attr(f, "status", m[i].status);
		el_attr(f, "sebab", m[i].sebab);
		el_attr(f, "seri-mesin", m[i].seri_mesin);
		el_attr(f, "outlet", m[i].outlet);
		el_attr(f, "alamat", m[i].alamat);
		el_attr(f, "dari", m[i].berlaku_dari);
		el_attr(f, "sampai", m[i].berlaku_sampai);
		el_attr(f, "perjanjian", m[i].perjanjian_nomor);
		el_time(r->a, f, "diterbitkan", m[i].diterbitkan);
	}
	return e;
}

static enum err tambah_riwayat(struct req *r, int64_t kartu_id)
{
	struct buku_riwayat *h;
	size_t n;
	elem *x;
	enum err e = buku_riwayat(r->db, kartu_id, &h, &n);

	if (e != OK)
		return e;
	x = el_add(r->page, "linimasa");
	for (size_t i = n; i-- > 0;) {
		elem *p = el_add_text(x, "peristiwa", h[i].catatan);

		el_attr(p, "kode", h[i].kode);
		el_attr(p, "dari", h[i].dari);
		el_attr(p, "ke", h[i].ke);
		el_time(r->a, p, "waktu", h[i].waktu);
		el_attr(p, "oleh", h[i].oleh);
		el_attr(p, "lembaga", h[i].lembaga);
	}
	return OK;
}

/* What the person may do to it now. */
static void tambah_boleh(struct req *r, elem *x, const struct buku *b,
			 const struct buku_asal *a)
{
	bool milik = (r->who.role & ROLE_PEMINTA) != 0;
	bool admin = r->who.role == ROLE_ADMIN;
	bool aktif = strcmp(b->status, "aktif") == 0;
	elem *e = el_add(x, "boleh");

	el_flag(e, "ajukan", milik && strcmp(b->status, "diserahkan") == 0 &&
				     a->aktivasi_id == 0);
	el_flag(e, "aktifkan", milik && strcmp(b->status, "token") == 0);
	el_flag(e, "pindah",
		milik && (aktif || strcmp(b->status, "nonaktif") == 0));
	el_flag(e, "tangguhkan", admin && aktif);
	el_flag(e, "pulihkan",
		admin && strcmp(b->status, "ditangguhkan") == 0);
}

enum err kartu_lihat(struct req *r)
{
	struct buku b;
	struct buku_asal a;
	elem *x;
	enum err e = buku_ambil(r->db, &r->who, req_id(r, "id"), &b, &a);

	if (e != OK)
		return e;
	x = halaman_buku(r->page, &b);
	tambah_asal(r, x, &a);
	tambah_boleh(r, x, &b, &a);
	e = tambah_manifes(r, x, b.id);
	return e == OK ? tambah_riwayat(r, b.id) : e;
}
