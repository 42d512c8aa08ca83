/*
 * balikan-pantau.c - program balikan, for Ditjen's staff: dashboard (B-15),
 * monitoring of institutions, who owes data (B-16).
 */
#include "balikan-halaman.h"
#include "lib/clock.h"
#include "lib/list.h"
#include "lib/unduhan.h"
#include "model/balikan-param.h"
#include "model/balikan-total.h"
#include "model/hari-ini.h"
#include "model/lembaga.h"
#include "model/pengaturan.h"
#include "model/rekap.h"

#include <string.h>

#define HARI_DASBOR 7
#define BULAN_RINCI 12

static int64_t semua(const struct balikan_hitung *h)
{
	return h->diterima + h->diperbarui + h->tetap + h->ditolak;
}

static void tambah_hitung(elem *e, const struct balikan_hitung *h)
{
	el_int(e, "diterima", h->diterima);
	el_int(e, "diperbarui", h->diperbarui);
	el_int(e, "tetap", h->tetap);
	el_int(e, "ditolak", h->ditolak);
	el_int(e, "semua", semua(h));
}

/* A bar of a chart; the longest so far to *maks. */
static void tambah_batang(elem *g, const char *nama, const char *apa,
			  int64_t nilai, int64_t *maks)
{
	elem *b = el_add(g, "batang");

	el_attr(b, nama, apa);
	el_int(b, "nilai", nilai);
	*maks = nilai > *maks ? nilai : *maks;
}

static void tutup_grafik(elem *g, const char *nama, int64_t maks)
{
	el_attr(g, "nama", nama);
	el_attr(g, "satuan", "baris");
	el_int(g, "maks", maks);
}

/* A chart of what came, by source. */
static void tambah_per_sumber(struct req *r, const struct balikan_hari *h,
			      size_t n)
{
	elem *g = el_add(r->page, "grafik");
	int64_t maks = 1;

	for (size_t s = 0; balikan_sumber[s] != NULL; s++) {
		int64_t jumlah = 0;

		for (size_t i = 0; i < n; i++)
			if (strcmp(h[i].sumber, balikan_sumber[s]) == 0)
				jumlah += semua(&h[i].h);
		tambah_batang(g, "sumber", balikan_sumber[s], jumlah, &maks);
	}
	tutup_grafik(g, "sumber", maks);
}

/* What came on each of the last days, and by source: a chart each. */
static enum err tambah_hari(struct req *r, hari_t kini)
{
	struct balikan_hari *h;
	elem *x = el_add(r->page, "hari-hari");
	elem *g = el_add(r->page, "grafik");
	int64_t maks = 1;
	size_t n, i = 0;
	enum err e = balikan_hari(r->db, 0,
				  hari_teks(r->a, kini - HARI_DASBOR + 1),
				  hari_teks(r->a, kini), &h, &n);

	if (e != OK)
		return e;
	for (hari_t t = kini - HARI_DASBOR + 1; t <= kini; t++) {
		const char *teks = hari_teks(r->a, t);
		elem *b = el_add(x, "hari");
		int64_t jumlah = 0;

		el_attr(b, "tanggal", teks);
		for (; i < n && strcmp(h[i].tanggal, teks) == 0; i++) {
			el_int(b, h[i].sumber, semua(&h[i].h));
			jumlah += semua(&h[i].h);
		}
		el_int(b, "semua", jumlah);
		tambah_batang(g, "tanggal", teks, jumlah, &maks);
	}
	tutup_grafik(g, "hari", maks);
	tambah_per_sumber(r, h, n);
	return OK;
}

static void tambah_pengirim(struct req *r, elem *di, const char *nama,
			    const struct balikan_pengirim_total *p)
{
	elem *e = el_add(di, nama);

	el_int(e, "id", p->lembaga_id);
	el_attr(e, "kode", p->kode);
	el_attr(e, "nama", p->nama);
	el_attr(e, "jenis", p->jenis);
	el_int(e, "baris", p->baris);
	if (p->kiriman != 0)
		el_int(e, "kiriman", p->kiriman);
	if (p->terakhir != NULL)
		el_time(r->a, e, "terakhir", p->terakhir);
	el_int(e, "pembaca", p->pembaca);
}

static enum err tambah_teratas(struct req *r, const char *nama,
			       enum err (*ambil)(struct db *,
						 struct balikan_pengirim_total **,
						 size_t *))
{
	struct balikan_pengirim_total *p;
	elem *x = el_add(r->page, nama);
	size_t n;
	enum err e = ambil(r->db, &p, &n);

	for (size_t i = 0; e == OK && i < n; i++)
		tambah_pengirim(r, x, "lembaga", &p[i]);
	return e;
}

enum err balikan_dasbor(struct req *r)
{
	struct balikan_ringkas s = { 0 };
	hari_t kini = hari_ini();
	enum err e = balikan_ringkas(r->db, hari_teks(r->a, kini), &s);
	elem *x;

	if (e != OK)
		return e;
	req_view(r, "balikan-dasbor");
	x = el_add(r->page, "ringkas");
	tambah_hitung(x, &s.hari_ini);
	el_int(x, "baris", s.baris);
	el_int(x, "lembaga", s.lembaga);
	el_int(x, "terdaftar", s.terdaftar);
	el_int(x, "akun", s.akun);
	e = tambah_hari(r, kini);
	if (e == OK)
		e = tambah_teratas(r, "terbanyak", balikan_terbanyak);
	if (e == OK)
		e = tambah_teratas(r, "terbaru", balikan_terbaru);
	return e;
}

/* ---- institutions: monitoring, and who owes ---- */

struct pantau {
	struct list l;
	struct balikan_pantau_saring s;
	int64_t bulan; /* of who owes; 0: not asked */
};

static const char *const urutan[] = { "nama", "baris", "terakhir", NULL };
static const char *const urutan_tunggak[] = { "terakhir", "nama", NULL };

const char *tunggakan_sebelum(struct req *r, int64_t bulan)
{
	struct tanggal t = hari_pecah(hari_ini());
	char *utc = arena_alloc(r->a, WAKTU_TEKS);
	hari_t h = 0;
	int tgl = t.tgl;

	bulan_geser(&t.tahun, &t.bulan, (int)-bulan);
	if (tgl > hari_sebulan(t.tahun, t.bulan))
		tgl = hari_sebulan(t.tahun, t.bulan);
	hari_dari(t.tahun, t.bulan, tgl, &h);
	hari_awal_utc(h, (enum zona)clock_zone_hours(), utc);
	return utc;
}

static void baca(struct req *r, bool tunggak, struct pantau *p)
{
	const char *jenis = form_value(r, "jenis");
	const char *bulan = form_value(r, "bulan");

	*p = (struct pantau){ 0 };
	list_read(r, tunggak ? urutan_tunggak : urutan, false, &p->l);
	if (tunggak) {
		if (bulan == NULL || !text_to_int(bulan, &p->bulan) ||
		    p->bulan < 1 || p->bulan > 24)
			p->bulan = pengaturan_angka(
				r->db, "balikan_tunggak_bulan", TUNGGAK_BULAN);
		p->s.sebelum = tunggakan_sebelum(r, p->bulan);
	}
	p->s.cari = p->l.search;
	p->s.jenis = jenis != NULL && lembaga_peran(jenis) != 0 ? jenis : NULL;
	p->s.urut = strcmp(p->l.sort, "baris") == 0    ? PANTAU_BARIS :
		    strcmp(p->l.sort, "terakhir") == 0 ? PANTAU_TERAKHIR :
							 PANTAU_NAMA;
	p->s.turun = p->l.descending;
	p->s.mundur = p->l.backward;
	p->s.kunci = p->l.key;
	p->s.id = p->l.id;
	p->s.banyak = p->l.per + 1;
}

/* The value of a row that the list is ordered by. */
static const char *kunci(struct arena *a, const struct balikan_pantau_saring *s,
			 const struct balikan_pengirim_total *b)
{
	if (s->urut == PANTAU_NAMA)
		return b->nama;
	if (s->urut == PANTAU_BARIS)
		return arena_printf(a, "%lld", (long long)b->baris);
	return b->terakhir == NULL ? "1970-01-01" : b->terakhir;
}

static enum err tampil(struct req *r, bool tunggak, const char *unduh)
{
	struct list_edge awal = { 0 }, akhir = { 0 };
	struct balikan_pengirim_total *b;
	struct list_range t;
	struct pantau p;
	int64_t total;
	size_t n;
	elem *x;
	enum err e;

	baca(r, tunggak, &p);
	e = balikan_pantau(r->db, &p.s, &b, &n, &total);
	if (e != OK)
		return e;
	t = list_shown(&p.l, n);
	if (t.to > t.from) {
		awal = (struct list_edge){ kunci(r->a, &p.s, &b[t.from]),
					   b[t.from].lembaga_id };
		akhir = (struct list_edge){ kunci(r->a, &p.s, &b[t.to - 1]),
					    b[t.to - 1].lembaga_id };
	}
	x = list_add(r, &p.l, n, awal, akhir, total, true);
	if (p.s.cari != NULL)
		list_filter(r, x, "cari");
	if (p.s.jenis != NULL)
		list_filter(r, x, "jenis");
	if (tunggak)
		el_int(x, "bulan", p.bulan);
	list_export(r, x, unduh);
	for (size_t i = t.from; i < t.to; i++)
		tambah_pengirim(r, x, "baris", &b[i]);
	return OK;
}

enum err pantau_daftar(struct req *r)
{
	return tampil(r, false, "/balikan/pantau/unduh");
}

enum err tunggakan_daftar(struct req *r)
{
	return tampil(r, true, "/balikan/tunggakan/unduh");
}

static const struct xlsx_kolom kolom_unduh[] = {
	{ "Kode", 10 },		  { "Lembaga", 44 },
	{ "Jenis", 18 },	  { "Baris data balikan", 18 },
	{ "Terakhir mengirim", 18 }, { "Pembaca aktif", 14 },
};

static enum err unduh(struct req *r, bool tunggak, const char *nama)
{
	struct balikan_pengirim_total *b;
	struct unduhan u;
	struct pantau p;
	size_t n = UNDUHAN_SEKALI;
	int64_t total;
	enum err e = unduhan_mulai(r, &u, "Data Balikan", kolom_unduh,
				   COUNT(kolom_unduh));

	baca(r, tunggak, &p);
	p.s.mundur = false;
	p.s.id = 0;
	p.s.banyak = UNDUHAN_SEKALI;
	while (unduhan_lagi(r, &u, &e, n)) {
		e = balikan_pantau(r->db, &p.s, &b, &n, &total);
		for (size_t i = 0; e == OK && i < n; i++) {
			unduhan_teks(&u, b[i].kode);
			unduhan_teks(&u, b[i].nama);
			unduhan_teks(&u, b[i].jenis);
			unduhan_angka(&u, b[i].baris);
			unduhan_teks(&u, clock_local(r->a, b[i].terakhir));
			unduhan_angka(&u, b[i].pembaca);
			unduhan_baris(&u);
		}
		if (e == OK && n > 0) {
			p.s.kunci = arena_strdup(
				r->a, kunci(r->a, &p.s, &b[n - 1]));
			p.s.id = b[n - 1].lembaga_id;
		}
	}
	return e == OK ? unduhan_kirim(r, &u, nama) : e;
}

enum err pantau_unduh(struct req *r)
{
	return unduh(r, false, "data-balikan-lembaga");
}

enum err tunggakan_unduh(struct req *r)
{
	return unduh(r, true, "data-balikan-tunggakan");
}

/* ---- one institution ---- */

/* The last months of one institution. */
static enum err tambah_bulan(struct req *r, int64_t lembaga)
{
	struct rekap_saring s = { .per = PER_BULAN, .lembaga = lembaga };
	hari_t kini = hari_ini();
	struct tanggal t = hari_pecah(kini);
	elem *g = el_add(r->page, "grafik");
	int64_t maks = 1;
	struct rekap k;
	enum err e;

	bulan_geser(&t.tahun, &t.bulan, 1 - BULAN_RINCI);
	hari_dari(t.tahun, t.bulan, 1, &s.dari);
	s.sampai = kini;
	e = rekap_balikan(r->db, &r->who, &s, &k);
	for (size_t i = 0; e == OK && i < k.n; i++)
		tambah_batang(g, "bulan", k.baris[i].kunci,
			      k.baris[i].n[k.utama], &maks);
	tutup_grafik(g, "bulan", maks);
	return e;
}

static enum err tambah_sumber(struct req *r, int64_t lembaga)
{
	struct rekap_saring s = { .per = PER_SUMBER,
				  .lembaga = lembaga,
				  .dari = HARI_MIN,
				  .sampai = hari_ini() };
	elem *x = el_add(r->page, "sumber");
	struct rekap k;
	enum err e = rekap_balikan(r->db, &r->who, &s, &k);

	for (size_t i = 0; e == OK && i < k.n; i++) {
		elem *b = el_add(x, "baris");

		el_attr(b, "sumber", k.baris[i].kunci);
		for (size_t j = 0; j < k.n_kolom; j++)
			el_int(b, k.kolom[j].kode, k.baris[i].n[j]);
	}
	return e;
}

static enum err tambah_parameter(struct req *r, int64_t lembaga)
{
	struct balikan_versi v;
	enum err e = balikan_versi_kini(r->db, lembaga, &v);
	elem *x;

	if (e != OK)
		return e == ERR_NOT_FOUND ? OK : e;
	x = el_add(r->page, "parameter");
	el_int(x, "versi", v.nomor);
	el_time(r->a, x, "dibuat", v.dibuat);
	for (size_t i = 0; i < v.n; i++)
		el_attr(el_add(x, "ruas"), "nama", v.ruas[i].nama);
	return OK;
}

static enum err tambah_token(struct req *r, int64_t id)
{
	struct balikan_token *t;
	size_t n;
	enum err e = balikan_token_daftar(r->db, id, &t, &n);

	for (size_t i = 0; e == OK && i < n; i++)
		halaman_token(r, r->page, &t[i]);
	return e;
}

enum err pantau_lihat(struct req *r)
{
	struct balikan_pengirim_total p;
	int64_t id = req_id(r, "id");
	enum err e = balikan_pengirim_ambil(r->db, id, &p);

	if (e != OK)
		return e;
	tambah_pengirim(r, r->page, "pengirim", &p);
	e = tambah_bulan(r, id);
	if (e == OK)
		e = tambah_sumber(r, id);
	if (e == OK)
		e = tambah_parameter(r, id);
	if (e == OK)
		e = tambah_token(r, id);
	return e;
}
