/*
 * permintaan-tabel.c - the list of requests, on the page and as a file
 * (P-03).
 */
#include "permintaan-halaman.h"
#include "lib/clock.h"
#include "lib/list.h"
#include "lib/text.h"
#include "lib/unduhan.h"
#include "model/hari.h"

#include <string.h>

/* --- the list --- */

static const char *const urutan_lengkap[] = { "tanggal", "nomor", "jumlah",
					      NULL };
static const char *const urutan_tanggal[] = { "tanggal", NULL };

struct daftar {
	struct list l;
	struct permintaan_saring saring;
	struct permintaan_laman laman;
	const char *const *urutan;
	const char *nama_lembaga; /* of the filter, for its chip */
};

static bool status_ada(struct req *r, const char *status)
{
	if (strcmp(status, "baru") == 0 && !(r->who.role & ROLE_PEMINTA))
		return false;
	for (size_t i = 0; permintaan_status[i] != NULL; i++)
		if (strcmp(permintaan_status[i], status) == 0)
			return true;
	return false;
}

/* A filter's date; NULL for what is none: a list always shows. */
static const char *tanggal_saring(struct req *r, const char *nama)
{
	const char *v = form_value(r, nama);
	hari_t h;

	return v != NULL && hari_baca(v, &h) ? v : NULL;
}

static enum err baca_daftar(struct req *r, struct daftar *d)
{
	const char *v;
	int64_t n;
	enum err e = OK;

	*d = (struct daftar){ 0 };
	v = form_value(r, "status");
	if (v != NULL && status_ada(r, v))
		d->saring.status = v;
	v = form_value(r, "produsen");
	if (v != NULL && r->who.role != ROLE_PRODUSEN && text_to_int(v, &n) &&
	    n > 0)
		d->saring.produsen = n;
	v = form_value(r, "lembaga");
	if (v != NULL && *v != '\0' && !(r->who.role & ROLE_PEMINTA)) {
		e = permintaan_cari_lembaga(r->db, v, &d->saring.lembaga,
					    &d->nama_lembaga);
		if (e != OK && e != ERR_NOT_FOUND)
			return e;
	}
	d->saring.dari = tanggal_saring(r, "tgl-dari");
	d->saring.sampai = tanggal_saring(r, "tgl-sampai");
	/* Whether other orders are offered depends on the search, too. */
	list_read(r, urutan_lengkap, true, &d->l);
	d->saring.cari = d->l.search;
	d->urutan = permintaan_boleh_urut(&r->who, &d->saring) ?
			    urutan_lengkap :
			    urutan_tanggal;
	list_read(r, d->urutan, true, &d->l);
	d->laman = (struct permintaan_laman){
		.urut = strcmp(d->l.sort, "nomor") == 0	 ? URUT_NOMOR :
			strcmp(d->l.sort, "jumlah") == 0 ? URUT_JUMLAH :
							   URUT_TANGGAL,
		.turun = d->l.descending,
		.mundur = d->l.backward,
		.kunci = d->l.key,
		.id = d->l.id,
		.banyak = d->l.per + 1,
	};
	return OK;
}

static void tambah_saring(struct req *r, elem *e, const struct daftar *d)
{
	if (d->saring.cari != NULL)
		list_filter(r, e, "cari");
	if (d->saring.status != NULL)
		list_filter(r, e, "status");
	if (d->saring.produsen != 0)
		list_filter(r, e, "produsen");
	if (d->saring.lembaga != 0)
		list_filter_text(r, e, "lembaga", d->nama_lembaga);
	if (d->saring.dari != NULL)
		list_filter(r, e, "tgl-dari");
	if (d->saring.sampai != NULL)
		list_filter(r, e, "tgl-sampai");
}

/* What the row offers: the next thing to do, or to look. */
static const char *aksi_baris(struct req *r, const struct permintaan_baris *b)
{
	static const char *const berikut[] = { "ubah", "setujui", "daftarkan",
					       "terima" };

	for (size_t i = 0; i < COUNT(berikut); i++)
		if (permintaan_boleh(&r->who, b->status, berikut[i]))
			return berikut[i];
	return NULL;
}

static void tambah_baris(struct req *r, elem *e, int64_t no,
			 const struct permintaan_baris *b)
{
	struct row *x = el_row(e, "baris");

	row_int(x, "no", no);
	row_int(x, "id", b->id);
	row_attr(x, "nomor", b->nomor);
	row_attr(x, "judul", b->judul);
	row_time(x, "dibuat", b->dibuat);
	row_attr(x, "lembaga", b->lembaga);
	row_attr(x, "produsen", b->produsen);
	row_int(x, "jumlah", b->jumlah);
	row_attr(x, "fungsi", b->fungsi);
	row_attr(x, "status", b->status);
	row_flag(x, "surat", b->ada_surat);
	row_attr(x, "aksi", aksi_baris(r, b));
}

enum err daftar(struct req *r)
{
	struct daftar d;
	struct permintaan_baris *b;
	struct list_edge awal = { 0 }, akhir = { 0 };
	struct list_range t;
	size_t n;
	int64_t total;
	bool pasti;
	struct lembaga_pilihan *produsen;
	size_t n_produsen;
	elem *x;
	enum err e = baca_daftar(r, &d);

	if (e == OK)
		e = permintaan_halaman(r->db, &r->who, &d.saring, &d.laman, &b,
				       &n, &total, &pasti);
	if (e == OK)
		e = lembaga_produsen_saring(r->db, &produsen, &n_produsen);
	if (e != OK)
		return e;
	halaman_pilihan_produsen(r, produsen, n_produsen);
	t = list_shown(&d.l, n);
	if (t.to > t.from) {
		awal = (struct list_edge){ b[t.from].kunci, b[t.from].id };
		akhir = (struct list_edge){ b[t.to - 1].kunci,
					    b[t.to - 1].id };
	}
	x = list_add(r, &d.l, n, awal, akhir, total, pasti);
	tambah_saring(r, x, &d);
	list_export(r, x, "/permintaan/unduh");
	for (size_t i = t.from; i < t.to; i++)
		tambah_baris(r, x, list_first(&d.l, n) + (int64_t)(i - t.from),
			     &b[i]);
	list_around(r, x);
	return OK;
}

/* --- the list as a file --- */

static const struct xlsx_kolom kolom_daftar[] = {
	{ "No. Permintaan", 24 },  { "Judul Permintaan", 44 },
	{ "Tgl Permintaan", 18 },  { "Lembaga Pengguna", 36 },
	{ "Produsen Dituju", 30 }, { "Jml Mesin", 10 },
	{ "Fungsi", 8 },	   { "Status", 14 },
};

static void unduh_baris(struct unduhan *u, struct arena *a,
			const struct permintaan_baris *b)
{
	unduhan_teks(u, b->nomor);
	unduhan_teks(u, b->judul);
	unduhan_teks(u, clock_local(a, b->dibuat));
	unduhan_teks(u, b->lembaga);
	unduhan_teks(u, b->produsen);
	unduhan_angka(u, b->jumlah);
	unduhan_teks(u, b->fungsi);
	unduhan_teks(u, b->status);
	unduhan_baris(u);
}

enum err unduh_daftar(struct req *r)
{
	struct daftar d;
	struct unduhan u;
	size_t n = UNDUHAN_SEKALI;
	enum err e = unduhan_mulai(r, &u, "Permintaan", kolom_daftar,
				   COUNT(kolom_daftar));

	if (e == OK)
		e = baca_daftar(r, &d);
	d.laman.mundur = false;
	d.laman.id = 0;
	d.laman.banyak = UNDUHAN_SEKALI;
	while (unduhan_lagi(r, &u, &e, n)) {
		struct permintaan_baris *b;

		e = permintaan_daftar(r->db, &r->who, &d.saring, &d.laman, &b,
				      &n);
		for (size_t i = 0; e == OK && i < n; i++)
			unduh_baris(&u, db_arena(r->db), &b[i]);
		if (e == OK && n > 0) {
			d.laman.kunci = arena_strdup(r->a, b[n - 1].kunci);
			d.laman.id = b[n - 1].id;
		}
	}
	return e == OK ? unduhan_kirim(r, &u, "permintaan") : e;
}
