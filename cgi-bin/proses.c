/*
 * proses.c - program: tickets from acceptance to handover (P-06 ... P-18).
 * Routes, list and cards; the detail page is proses-lihat.c, the rest
 * proses-kalender.c, proses-produksi.c and proses-serah.c.
 */
#include "proses-halaman.h"
#include "lib/clock.h"
#include "lib/list.h"
#include "lib/unduhan.h"

#include <string.h>

/* ---- parts of pages ---- */

enum err halaman_ambil(struct req *r, struct proses *p)
{
	return proses_ambil(r->db, &r->who, req_id(r, "id"), p);
}

/* What the list and the detail page have in common. */
static elem *tambah_proses(elem *parent, const char *nama,
			   const struct proses *p)
{
	elem *e = el_add(parent, nama);
	char kode[TIKET_TEKS];

	tiket_tulis(p->tiket, kode);
	el_int(e, "id", p->id);
	el_attr(e, "kode", kode);
	el_int(e, "permintaan", p->permintaan_id);
	el_attr(e, "nomor", p->nomor);
	el_attr(e, "judul", p->judul);
	el_attr(e, "lembaga", p->lembaga);
	el_attr(e, "produsen", p->produsen);
	el_int(e, "jumlah", p->jumlah);
	el_int(e, "selesai", p->selesai_kartu);
	el_attr(e, "status", p->status);
	el_attr(e, "kelompok", proses_kelompok(p->status));
	el_attr(e, "estimasi-mulai", p->estimasi_mulai);
	el_attr(e, "estimasi-selesai", p->estimasi_selesai);
	el_flag(e, "berkas", p->berkas_id != 0);
	return e;
}

elem *halaman_proses(struct req *r, const struct proses *p)
{
	elem *e = tambah_proses(r->page, "proses", p);
	char kode[TIKET_TEKS];

	tiket_tulis(p->tiket, kode);
	/* The WhatsApp link of the frame names it. */
	el_attr(r->page, "tiket", kode);
	el_attr(e, "fungsi", p->fungsi);
	el_attr(e, "disposisi", p->disposisi);
	el_attr(e, "paling-awal", p->paling_awal);
	el_attr(e, "alasan-pindah", p->alasan_pindah);
	el_time(r->a, e, "dibuat", p->dibuat);
	el_time(r->a, e, "mulai", p->mulai);
	el_time(r->a, e, "tuntas", p->tuntas);
	el_time(r->a, e, "diserahkan", p->diserahkan);
	el_time(r->a, e, "diterima", p->diterima);
	return e;
}

enum err halaman_tiket(struct req *r, struct proses *p)
{
	enum err e = halaman_ambil(r, p);

	if (e == OK)
		halaman_proses(r, p);
	return e;
}

elem *halaman_kartu(struct req *r, elem *parent, const struct kartu *k)
{
	elem *e = el_add(parent, "kartu");
	char sam[SAM_TEKS];

	sam_tulis(k->sam_id, sam);
	el_int(e, "id", k->id);
	el_int(e, "urut", k->urut);
	el_attr(e, "seri-kartu", k->seri_kartu);
	el_attr(e, "seri-mesin", k->seri_mesin);
	el_attr(e, "status", k->status);
	el_attr(e, "sam", k->sam_id == NULL ? NULL : sam);
	el_attr(e, "pcid", k->pcid);
	el_attr(e, "keterangan", k->keterangan);
	el_time(r->a, e, "dikerjakan", k->dikerjakan);
	el_attr(e, "oleh", k->oleh);
	return e;
}

/* ---- the list (P-11) ---- */

static const char *const urutan[] = { "tiket", "estimasi", NULL };

struct daftar {
	struct list l;
	struct proses_saring s;
};

static void baca_daftar(struct req *r, struct daftar *d)
{
	static const char *const kelompok[] = { "progress", "approved",
						"rejected" };
	const char *v = form_value(r, "kelompok");

	list_read(r, urutan, true, &d->l);
	d->s = (struct proses_saring){
		.cari = d->l.search,
		.urut_estimasi = strcmp(d->l.sort, "estimasi") == 0,
		.turun = d->l.descending,
		.mundur = d->l.backward,
		.kunci = d->l.key,
		.tiket = d->l.id,
		.banyak = d->l.per + 1,
	};
	for (size_t i = 0; v != NULL && i < COUNT(kelompok); i++)
		if (strcmp(v, kelompok[i]) == 0)
			d->s.kelompok = kelompok[i];
}

static enum err daftar(struct req *r)
{
	struct daftar d;
	struct proses *p;
	struct list_edge awal = { 0 }, akhir = { 0 };
	struct list_range t;
	size_t n;
	int64_t total;
	bool pasti;
	elem *x;
	enum err e;

	baca_daftar(r, &d);
	e = proses_daftar(r->db, &r->who, &d.s, &p, &n, &total, &pasti);
	if (e != OK)
		return e;
	t = list_shown(&d.l, n);
	if (t.to > t.from) {
		const struct proses *a = &p[t.from], *b = &p[t.to - 1];
		bool kunci = d.s.urut_estimasi;

		awal = (struct list_edge){ kunci ? a->estimasi_selesai : NULL,
					   a->tiket };
		akhir = (struct list_edge){ kunci ? b->estimasi_selesai : NULL,
					    b->tiket };
	}
	x = list_add(r, &d.l, n, awal, akhir, total, pasti);
	if (d.s.cari != NULL)
		list_filter(r, x, "cari");
	if (d.s.kelompok != NULL)
		list_filter(r, x, "kelompok");
	list_export(r, x, "/proses/unduh");
	for (size_t i = t.from; i < t.to; i++)
		tambah_proses(x, "baris", &p[i]);
	return OK;
}

static const struct xlsx_kolom kolom_daftar[] = {
	{ "No. Permohonan", 24 },   { "Kode Tiket", 12 },
	{ "Judul Permintaan", 44 }, { "Lembaga Pengguna", 36 },
	{ "Produsen", 30 },         { "Jml Kartu", 10 },
	{ "Kartu Selesai", 12 },    { "Estimasi Mulai", 14 },
	{ "Estimasi Selesai", 14 }, { "Status Perso", 14 },
};

static enum err unduh_daftar(struct req *r)
{
	struct daftar d;
	struct unduhan u;
	struct proses *p;
	size_t n = UNDUHAN_SEKALI;
	char kode[TIKET_TEKS];
	int64_t total;
	bool pasti;
	enum err e = unduhan_mulai(r, &u, "Proses", kolom_daftar,
				   COUNT(kolom_daftar));

	baca_daftar(r, &d);
	d.s.mundur = false;
	d.s.tiket = 0;
	d.s.banyak = UNDUHAN_SEKALI;
	while (unduhan_lagi(r, &u, &e, n)) {
		e = proses_daftar(r->db, &r->who, &d.s, &p, &n, &total, &pasti);
		for (size_t i = 0; e == OK && i < n; i++) {
			tiket_tulis(p[i].tiket, kode);
			unduhan_teks(&u, p[i].nomor);
			unduhan_teks(&u, kode);
			unduhan_teks(&u, p[i].judul);
			unduhan_teks(&u, p[i].lembaga);
			unduhan_teks(&u, p[i].produsen);
			unduhan_angka(&u, p[i].jumlah);
			unduhan_angka(&u, p[i].selesai_kartu);
			unduhan_teks(&u, p[i].estimasi_mulai);
			unduhan_teks(&u, p[i].estimasi_selesai);
			unduhan_teks(&u, p[i].status);
			unduhan_baris(&u);
		}
		if (e == OK && n > 0) {
			d.s.kunci =
			    arena_strdup(r->a, p[n - 1].estimasi_selesai);
			d.s.tiket = p[n - 1].tiket;
		}
	}
	return e == OK ? unduhan_kirim(r, &u, "proses") : e;
}

/* ---- its cards ---- */

static const char *const urutan_kartu[] = { "urut", NULL };

static void saring_kartu(struct req *r, struct list *l, struct kartu_saring *s)
{
	const char *v = form_value(r, "status");

	list_read(r, urutan_kartu, false, l);
	*s = (struct kartu_saring){
		.seri = l->search,
		.turun = l->descending,
		.mundur = l->backward,
		.urut = l->id,
		.banyak = l->per + 1,
	};
	for (size_t i = 0; v != NULL && kartu_status[i] != NULL; i++)
		if (strcmp(v, kartu_status[i]) == 0)
			s->status = kartu_status[i];
	/* A serial or SAM id is one card: no other filter is wanted. */
	if (s->seri != NULL)
		s->status = NULL;
}

static enum err kartu(struct req *r)
{
	struct list_edge awal = { 0 }, akhir = { 0 };
	struct kartu_jumlah *j = NULL;
	struct kartu_saring s;
	struct proses p;
	struct list_range t;
	struct kartu *k;
	struct list l;
	size_t n, n_j = 0;
	int64_t total;
	elem *x, *y;
	enum err e = halaman_tiket(r, &p);

	saring_kartu(r, &l, &s);
	if (e == OK)
		e = kartu_daftar(r->db, &r->who, p.permintaan_id, &s, &k, &n);
	if (e == OK)
		e = kartu_hitung(r->db, p.permintaan_id, &j, &n_j, &total);
	if (e != OK)
		return e;
	for (size_t i = 0; s.status != NULL && i < n_j; i++)
		if (strcmp(j[i].status, s.status) == 0)
			total = j[i].jumlah;
	if (s.seri != NULL || (s.status != NULL && n == 0))
		total = (int64_t)n;
	t = list_shown(&l, n);
	if (t.to > t.from) {
		awal.id = k[t.from].urut;
		akhir.id = k[t.to - 1].urut;
	}
	x = list_add(r, &l, n, awal, akhir, total, true);
	if (s.seri != NULL)
		list_filter(r, x, "cari");
	if (s.status != NULL)
		list_filter(r, x, "status");
	y = el_add(x, "ekspor");
	el_attr(y, "csv",
		arena_printf(r->a, "/proses/%lld/kartu/csv", (long long)p.id));
	el_attr(y, "xlsx",
		arena_printf(r->a, "/proses/%lld/kartu/xlsx", (long long)p.id));
	for (size_t i = t.from; i < t.to; i++)
		halaman_kartu(r, x, &k[i]);
	return OK;
}

static const struct xlsx_kolom kolom_kartu[] = {
	{ "No.", 6 },         { "Seri Kartu", 22 }, { "Seri Mesin", 22 },
	{ "Status", 14 },     { "SAM ID", 26 },     { "PCID", 22 },
	{ "Keterangan", 40 }, { "Dikerjakan", 18 },
};

static enum err unduh_kartu(struct req *r)
{
	struct kartu_saring s = { .banyak = UNDUHAN_SEKALI };
	char kode[TIKET_TEKS], sam[SAM_TEKS];
	struct unduhan u;
	struct proses p;
	struct kartu *k;
	size_t n = UNDUHAN_SEKALI;
	enum err e = halaman_ambil(r, &p);

	if (e == OK)
		e = unduhan_mulai(r, &u, "Kartu", kolom_kartu,
				  COUNT(kolom_kartu));
	while (unduhan_lagi(r, &u, &e, n)) {
		e = kartu_daftar(r->db, &r->who, p.permintaan_id, &s, &k, &n);
		for (size_t i = 0; e == OK && i < n; i++) {
			sam_tulis(k[i].sam_id, sam);
			unduhan_angka(&u, k[i].urut);
			unduhan_teks(&u, k[i].seri_kartu);
			unduhan_teks(&u, k[i].seri_mesin);
			unduhan_teks(&u, k[i].status);
			unduhan_teks(&u, sam);
			unduhan_teks(&u, k[i].pcid);
			unduhan_teks(&u, k[i].keterangan);
			unduhan_teks(&u, clock_local(db_arena(r->db),
						     k[i].dikerjakan));
			unduhan_baris(&u);
			s.urut = k[i].urut;
		}
	}
	if (e != OK)
		return e;
	tiket_tulis(p.tiket, kode);
	return unduhan_kirim(r, &u, arena_printf(r->a, "kartu-%s", kode));
}

/* ---- routes ---- */

static const struct route routes[] = {
	{ M_GET, "/proses", ROLE_KASUS, 0, "proses", daftar, NULL },
	{ M_GET, "/proses/unduh/{kode}", ROLE_KASUS, 0, NULL, unduh_daftar,
	  NULL },
	{ M_GET, "/proses/kalender", ROLE_KASUS, 0, "proses-kalender", kalender,
	  NULL },
	{ M_GET, "/proses/kalender/{kode}", ROLE_ADMIN, 0, "proses-hari", hari,
	  NULL },
	{ M_POST, "/proses/kalender/{kode}", ROLE_ADMIN, CSRF | ONCE,
	  "proses-hari", atur_hari, hari },
	{ M_GET, "/proses/pemusnahan", ROLE_DITJEN, 0, "proses-pemusnahan",
	  pemusnahan, NULL },
	{ M_POST, "/proses/pemusnahan", ROLE_ADMIN, CSRF | ONCE,
	  "proses-pemusnahan", buat_pemusnahan, pemusnahan },
	{ M_GET, "/proses/{id}", ROLE_KASUS, 0, "proses-lihat", lihat, NULL },
	{ M_GET, "/proses/{id}/berkas", ROLE_KASUS, 0, NULL, berkas, NULL },
	{ M_GET, "/proses/{id}/kartu", ROLE_KASUS, 0, "proses-kartu", kartu,
	  NULL },
	{ M_GET, "/proses/{id}/kartu/{kode}", ROLE_KASUS, 0, NULL, unduh_kartu,
	  NULL },
	{ M_GET, "/proses/{id}/produksi", ROLE_ADMIN, 0, "proses-produksi",
	  produksi, NULL },
	{ M_POST, "/proses/{id}/produksi", ROLE_ADMIN, CSRF | ONCE,
	  "proses-produksi", catat_kartu, produksi },
	{ M_GET, "/proses/{id}/produksi/berkas", ROLE_ADMIN, 0, "proses-berkas",
	  form_berkas, NULL },
	{ M_POST, "/proses/{id}/produksi/berkas", ROLE_ADMIN,
	  CSRF | ONCE | FILES, "proses-berkas", impor_berkas, form_berkas },
	{ M_GET, "/proses/{id}/produksi/templat/{kode}", ROLE_ADMIN, 0, NULL,
	  templat, NULL },
	{ M_GET, "/proses/{id}/produksi/{kartu}/ganti", ROLE_ADMIN, 0,
	  "proses-ganti", form_kartu, NULL },
	{ M_POST, "/proses/{id}/produksi/{kartu}/ganti", ROLE_ADMIN,
	  CSRF | ONCE, "proses-ganti", ganti_kartu, form_kartu },
	{ M_GET, "/proses/{id}/produksi/{kartu}/urung", ROLE_ADMIN, 0,
	  "proses-urung", form_kartu, NULL },
	{ M_POST, "/proses/{id}/produksi/{kartu}/urung", ROLE_ADMIN,
	  CSRF | ONCE, "proses-urung", urungkan_kartu, form_kartu },
	{ M_GET, "/proses/{id}/pindah", ROLE_ADMIN, 0, "proses-pindah",
	  form_pindah, NULL },
	{ M_POST, "/proses/{id}/pindah", ROLE_ADMIN, CSRF | ONCE,
	  "proses-pindah", pindah, form_pindah },
	{ M_GET, "/proses/{id}/batal", ROLE_ADMIN, 0, "proses-batal",
	  form_tiket, NULL },
	{ M_POST, "/proses/{id}/batal", ROLE_ADMIN, CSRF | ONCE, "proses-batal",
	  batalkan, form_tiket },
	{ M_GET, "/proses/{id}/serah-terima", ROLE_ADMIN, 0, "proses-serah",
	  form_serah, NULL },
	{ M_POST, "/proses/{id}/serah-terima", ROLE_ADMIN, CSRF | ONCE,
	  "proses-serah", serahkan, form_serah },
	{ M_GET, "/proses/{id}/serah-terima/batal", ROLE_ADMIN | ROLE_PRODUSEN,
	  0, "proses-serah-batal", form_tiket, NULL },
	{ M_POST, "/proses/{id}/serah-terima/batal", ROLE_ADMIN | ROLE_PRODUSEN,
	  CSRF | ONCE, "proses-serah-batal", batal_serah, form_tiket },
	{ M_GET, "/proses/{id}/diterima", ROLE_PRODUSEN, 0, "proses-diterima",
	  form_tiket, NULL },
	{ M_POST, "/proses/{id}/diterima", ROLE_PRODUSEN, CSRF | ONCE,
	  "proses-diterima", terima_kartu, form_tiket },
};

static const struct program program = { "proses", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
