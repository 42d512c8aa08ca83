/*
 * aktivasi-peta.c - program aktivasi: readers in use by region and
 * institution (A-14): map, chart, table, recap, files.
 */
#include "aktivasi-halaman.h"
#include "lib/list.h"
#include "lib/text.h"
#include "lib/unduhan.h"
#include "model/lembaga.h"
#include "model/peta.h"
#include "wilayah-halaman.h"

#include <math.h>
#include <string.h>

#define BATANG 12 /* bars of the chart; the table has all */
#define PENUH  20 /* readers of the largest circle, at least */

/*
 * The map is flat (equirectangular): a thousandth of a degree is one unit
 * both ways, which this near to the equator is nearly true.  y grows
 * southwards.
 */
struct bingkai {
	int64_t kiri, atas, lebar, tinggi;
};

/* Indonesia: 94.5 to 141.5 east, 6.5 north to 11.5 south. */
static const struct bingkai nusantara = { 94500, -6500, 47000, 18000 };

static const char *const fungsi[] = { "R", "RW", NULL };

/* ---- filters ---- */

static const char *baca_wilayah(struct req *r, const char *nama, size_t digit)
{
	const char *v = form_value(r, nama);

	return v != NULL && strlen(v) == digit && text_digits(v, digit) ? v :
									  NULL;
}

static struct peta_saring baca_saring(struct req *r)
{
	const char *v = form_value(r, "fungsi");
	struct peta_saring s = {
		.prov = baca_wilayah(r, "prov", 2),
		.kab = baca_wilayah(r, "kab", 4),
	};

	/* A regency is asked for inside its province. */
	if (s.prov == NULL || (s.kab != NULL && strncmp(s.prov, s.kab, 2) != 0))
		s.kab = NULL;
	for (size_t i = 0; v != NULL && fungsi[i] != NULL; i++)
		if (strcmp(v, fungsi[i]) == 0)
			s.fungsi = fungsi[i];
	v = form_value(r, "lembaga");
	if ((r->who.role & ROLE_DITJEN) == 0 || v == NULL ||
	    !text_to_int(v, &s.lembaga) || s.lembaga < 0)
		s.lembaga = 0;
	return s;
}

/* The filters in the vocabulary of a list, so that its parts serve here. */
static enum err tambah_daftar(struct req *r, const struct peta_saring *s,
			      size_t n, elem **out)
{
	elem *x = el_add(r->page, "daftar");
	struct lembaga l;
	enum err e = halaman_wilayah_kartu(r, "prov", NULL);

	if (e == OK && s->prov != NULL)
		e = halaman_wilayah_kartu(r, "kab", s->prov);
	el_int(x, "total", (int64_t)n);
	el_attr(x, "pasti", "ya");
	el_int(x, "dari", n > 0);
	el_int(x, "sampai", (int64_t)n);
	el_attr(x, "per", "100");
	if (s->prov != NULL)
		list_filter(r, x, "prov");
	if (s->kab != NULL)
		list_filter(r, x, "kab");
	if (s->fungsi != NULL)
		list_filter(r, x, "fungsi");
	if (e == OK && s->lembaga != 0) {
		e = lembaga_ambil(r->db, s->lembaga, &l);
		if (e == OK)
			list_filter_text(r, x, "lembaga", l.nama);
	}
	*out = x;
	return e;
}

/* ---- the map ---- */

/* The part of the map that holds all points, with room around them. */
static struct bingkai bingkai_titik(const struct peta_titik *t, size_t n,
				    int64_t terkecil)
{
	int64_t x0 = INT64_MAX, x1 = INT64_MIN, y0 = INT64_MAX, y1 = INT64_MIN;
	int64_t lebar, tinggi;

	for (size_t i = 0; i < n; i++) {
		int64_t x = t[i].bujur, y = -t[i].lintang;

		x0 = x < x0 ? x : x0;
		x1 = x > x1 ? x : x1;
		y0 = y < y0 ? y : y0;
		y1 = y > y1 ? y : y1;
	}
	lebar = (x1 - x0) * 13 / 10;
	tinggi = (y1 - y0) * 13 / 10;
	lebar = lebar < terkecil ? terkecil : lebar;
	/* Twice as wide as high. */
	if (lebar < 2 * tinggi)
		lebar = 2 * tinggi;
	tinggi = lebar / 2;
	return (struct bingkai){ (x0 + x1 - lebar) / 2, (y0 + y1 - tinggi) / 2,
				 lebar, tinggi };
}

/* Lines of the net: so far apart that there are five to ten across. */
static void tambah_jaring(elem *x, const struct bingkai *b)
{
	static const int64_t jarak[] = { 5000, 2000, 1000, 500, 200,
					 100,  50,   20,   10 };
	int64_t langkah = jarak[COUNT(jarak) - 1];

	for (size_t i = COUNT(jarak); i-- > 0;)
		if (b->lebar / jarak[i] >= 5)
			langkah = jarak[i];
	for (int64_t v = (b->kiri / langkah + 1) * langkah;
	     v < b->kiri + b->lebar; v += langkah)
		el_int(el_add(x, "bujur"), "x", v);
	for (int64_t v = b->atas / langkah * langkah; v < b->atas + b->tinggi;
	     v += langkah)
		if (v > b->atas)
			el_int(el_add(x, "lintang"), "y", v);
}

/* A circle's area tells its readers; the smallest can still be seen, and a
   place with few is not drawn large because all others have fewer. */
static int64_t jari(const struct bingkai *b, int64_t jumlah, int64_t maks)
{
	int64_t penuh = maks < PENUH ? PENUH : maks;
	double terkecil = (double)b->lebar * 0.0035;
	double terbesar = (double)b->lebar * 0.019;

	return lround(terkecil + (terbesar - terkecil) *
					 sqrt((double)jumlah / (double)penuh));
}

static void tambah_contoh(elem *x, const struct bingkai *b, int64_t maks)
{
	int64_t jumlah[] = { maks, maks / 4, 1 };
	int64_t lalu = 0;

	for (size_t i = 0; i < COUNT(jumlah); i++) {
		elem *e;

		if (jumlah[i] < 1 || jumlah[i] == lalu)
			continue;
		lalu = jumlah[i];
		e = el_add(x, "contoh");
		el_int(e, "jumlah", jumlah[i]);
		el_int(e, "r", jari(b, jumlah[i], maks));
	}
}

static enum err tambah_peta(struct req *r, const struct peta_saring *s)
{
	struct bingkai b = nusantara;
	struct peta_titik *t;
	size_t n;
	elem *x;
	enum err e = peta_titik(r->db, &r->who, s, &t, &n);

	if (e != OK)
		return e;
	if (n > 0 && s->prov != NULL)
		b = bingkai_titik(t, n, s->kab == NULL ? 2000 : 200);
	x = el_add(r->page, "peta");
	el_int(x, "kiri", b.kiri);
	el_int(x, "atas", b.atas);
	el_int(x, "lebar", b.lebar);
	el_int(x, "tinggi", b.tinggi);
	el_flag(x, "dekat", s->prov != NULL);
	tambah_jaring(x, &b);
	for (size_t i = 0; i < n; i++) {
		elem *p = el_add(x, "titik");

		el_int(p, "x", t[i].bujur);
		el_int(p, "y", -t[i].lintang);
		el_int(p, "r", jari(&b, t[i].jumlah, t[0].jumlah));
		el_int(p, "jumlah", t[i].jumlah);
		el_attr(p, "nama", t[i].nama);
	}
	if (n > 0)
		tambah_contoh(x, &b, t[0].jumlah);
	return OK;
}

/* ---- the page ---- */

static void tambah_angka(elem *e, const struct peta_baris *b)
{
	el_int(e, "r", b->r);
	el_int(e, "rw", b->rw);
	el_int(e, "jumlah", b->jumlah);
	el_int(e, "lembaga", b->lembaga);
	el_int(e, "provinsi", b->provinsi);
	el_int(e, "kabkota", b->kabkota);
}

static void tambah_grafik(struct req *r, const struct peta_baris *b, size_t n)
{
	elem *g = el_add(r->page, "grafik");

	el_attr(g, "nama", "pembaca");
	el_int(g, "maks", n > 0 ? b[0].jumlah : 0);
	for (size_t i = 0; i < n && i < BATANG; i++) {
		elem *e = el_add(g, "batang");

		el_attr(e, "label",
			b[i].nama == NULL ? b[i].kode : b[i].nama);
		el_int(e, "nilai", b[i].jumlah);
	}
}

enum err peta_lihat(struct req *r)
{
	struct peta_saring s = baca_saring(r);
	struct peta_baris jumlah, *b;
	size_t n;
	elem *x, *y;
	enum err e = peta_rinci(r->db, &r->who, &s, &b, &n, &jumlah);

	if (e == OK)
		e = tambah_daftar(r, &s, n, &x);
	if (e != OK)
		return e;
	list_export(r, x, "/aktivasi/peta/unduh");
	y = el_add(r->page, "jumlah");
	el_attr(y, "per",
		s.prov == NULL ? "prov" : s.kab == NULL ? "kab" : "lembaga");
	tambah_angka(y, &jumlah);
	for (size_t i = 0; i < n; i++) {
		elem *p = el_add(x, "baris");

		el_attr(p, "kode", b[i].kode);
		el_attr(p, "nama", b[i].nama);
		if (s.kab == NULL)
			el_attr(p, "href",
				list_url(r, s.prov == NULL ? "prov" : "kab",
					 b[i].kode));
		tambah_angka(p, &b[i]);
	}
	tambah_grafik(r, b, n);
	return tambah_peta(r, &s);
}

static const struct xlsx_kolom kolom_unduh[] = {
	{ "Kode Provinsi", 10 }, { "Provinsi", 26 },
	{ "Kode Kab/Kota", 10 }, { "Kabupaten/Kota", 30 },
	{ "Kode Lembaga", 12 },  { "Lembaga", 44 },
	{ "Pembaca R", 12 },     { "Pembaca RW", 12 },
	{ "Jumlah", 12 },
};

enum err peta_unduh(struct req *r)
{
	struct peta_saring s = baca_saring(r);
	const char *kab = "";
	int64_t lembaga = 0;
	struct peta_satuan *b;
	struct unduhan u;
	size_t n = UNDUHAN_SEKALI;
	enum err e = unduhan_mulai(r, &u, "Pembaca Aktif", kolom_unduh,
				   COUNT(kolom_unduh));

	while (unduhan_lagi(r, &u, &e, n)) {
		e = peta_satuan(r->db, &r->who, &s, kab, lembaga,
				UNDUHAN_SEKALI, &b, &n);
		for (size_t i = 0; e == OK && i < n; i++) {
			unduhan_teks(&u, b[i].prov);
			unduhan_teks(&u, b[i].provinsi);
			unduhan_teks(&u, b[i].kab);
			unduhan_teks(&u, b[i].kabkota);
			unduhan_teks(&u, b[i].lembaga_kode);
			unduhan_teks(&u, b[i].lembaga);
			unduhan_angka(&u, b[i].r);
			unduhan_angka(&u, b[i].rw);
			unduhan_angka(&u, b[i].r + b[i].rw);
			unduhan_baris(&u);
		}
		if (e == OK && n > 0) {
			kab = arena_strdup(r->a, b[n - 1].kab);
			lembaga = b[n - 1].lembaga_id;
		}
	}
	return e == OK ? unduhan_kirim(r, &u, "pembaca-aktif") : e;
}

/* ---- recap by institution ---- */

static const char *const urutan[] = { "jumlah", "nama", NULL };

static void baca_rekap(struct req *r, struct list *l,
		       struct peta_rekap_saring *s)
{
	list_read(r, urutan, true, l);
	*s = (struct peta_rekap_saring){
		.cari = l->search,
		.nama = strcmp(l->sort, "nama") == 0,
		.turun = l->descending,
		.mundur = l->backward,
		.kunci = l->key,
		.id = l->id,
		.banyak = l->per + 1,
	};
}

/* The sort value of a row, for the cursor. */
static const char *kunci(struct arena *a, const struct peta_rekap_saring *s,
			 const struct peta_baris *b)
{
	return s->nama ? b->nama :
			 arena_printf(a, "%lld", (long long)b->jumlah);
}

enum err peta_lembaga(struct req *r)
{
	struct list_edge awal = { 0 }, akhir = { 0 };
	struct peta_saring semua = { 0 };
	struct peta_baris jumlah, *b, *prov;
	struct peta_rekap_saring s;
	struct list_range t;
	size_t n, n_prov;
	struct list l;
	int64_t total;
	elem *x;
	enum err e;

	baca_rekap(r, &l, &s);
	e = peta_rekap(r->db, &r->who, &s, &b, &n, &total);
	if (e == OK)
		e = peta_rinci(r->db, &r->who, &semua, &prov, &n_prov, &jumlah);
	if (e != OK)
		return e;
	t = list_shown(&l, n);
	if (t.to > t.from) {
		awal = (struct list_edge){ kunci(r->a, &s, &b[t.from]),
					   b[t.from].id };
		akhir = (struct list_edge){ kunci(r->a, &s, &b[t.to - 1]),
					    b[t.to - 1].id };
	}
	x = list_add(r, &l, n, awal, akhir, total, true);
	if (s.cari != NULL)
		list_filter(r, x, "cari");
	list_export(r, x, "/aktivasi/peta/lembaga");
	tambah_angka(el_add(r->page, "jumlah"), &jumlah);
	for (size_t i = t.from; i < t.to; i++) {
		elem *p = el_add(x, "baris");

		el_int(p, "id", b[i].id);
		el_attr(p, "kode", b[i].kode);
		el_attr(p, "nama", b[i].nama);
		tambah_angka(p, &b[i]);
	}
	return OK;
}

static const struct xlsx_kolom kolom_rekap[] = {
	{ "Kode", 10 },          { "Lembaga", 44 },
	{ "Pembaca R", 12 },     { "Pembaca RW", 12 },
	{ "Pembaca dipakai", 16 }, { "Provinsi", 10 },
	{ "Kabupaten/Kota", 16 },
};

enum err peta_lembaga_unduh(struct req *r)
{
	struct peta_rekap_saring s;
	struct peta_baris *b;
	struct unduhan u;
	size_t n = UNDUHAN_SEKALI;
	struct list l;
	int64_t total;
	enum err e = unduhan_mulai(r, &u, "Rekap", kolom_rekap,
				   COUNT(kolom_rekap));

	baca_rekap(r, &l, &s);
	s.mundur = false;
	s.id = 0;
	s.banyak = UNDUHAN_SEKALI;
	while (unduhan_lagi(r, &u, &e, n)) {
		e = peta_rekap(r->db, &r->who, &s, &b, &n, &total);
		for (size_t i = 0; e == OK && i < n; i++) {
			unduhan_teks(&u, b[i].kode);
			unduhan_teks(&u, b[i].nama);
			unduhan_angka(&u, b[i].r);
			unduhan_angka(&u, b[i].rw);
			unduhan_angka(&u, b[i].jumlah);
			unduhan_angka(&u, b[i].provinsi);
			unduhan_angka(&u, b[i].kabkota);
			unduhan_baris(&u);
		}
		if (e == OK && n > 0) {
			s.kunci = kunci(r->a, &s, &b[n - 1]);
			if (s.nama)
				s.kunci = arena_strdup(r->a, s.kunci);
			s.id = b[n - 1].id;
		}
	}
	return e == OK ? unduhan_kirim(r, &u, "rekap-lembaga") : e;
}
