/*
 * isi-demo-hidup.c - the demo's agreements and what becomes of active cards:
 * renewal, end and stop of an agreement, relocation, sanctions, returns and
 * their destruction.  How cards become active is isi-demo-aktivasi.c.
 */
#include "isi-demo.h"
#include "../dokumen/hidup.h"
#include "../dokumen/kembali.h"
#include "../lib/clock.h"
#include "../model/kartu-hidup.h"
#include "../model/perjanjian-masa.h"
#include "../model/perjanjian.h"

#include <stdio.h>
#include <string.h>

/* Minutes after 09.00 at which the day's letters are written. */
#define SIANG 401

#define PEMBACA "card-reader"
#define SEMUA   "card-reader web-portal web-service"

/* Days are counted from today; before it they are negative. */
static struct janji {
	size_t peminta;
	int catat;
	int mulai;
	int berakhir;
	const char *metode;
	int64_t kuota;
	int64_t id;
} janji[] = {
	{ 0, -364, -700, 760, SEMUA, 50000, 0 },
	{ 1, -364, -355, 10, SEMUA, 20000, 0 }, /* extended later */
	{ 2, -364, -600, 495, SEMUA, 100000, 0 },
	{ 3, -364, -1050, 45, PEMBACA " web-service", 25000, 0 },
	{ 4, -364, -725, 5, PEMBACA, 0, 0 },
	{ 5, -364, -750, -20, PEMBACA " web-portal", 5000, 0 },
	{ 6, -364, -500, 595, PEMBACA, 0, 0 }, /* stopped later */
	{ 7, -364, -400, 695, PEMBACA " web-portal", 10000, 0 },
	{ 8, -364, -380, 350, PEMBACA, 3000, 0 },
	{ 9, -364, -420, 310, PEMBACA " web-portal", 2000, 0 },
	{ 10, -300, -298, 432, "web-portal", 1000, 0 },
	{ 12, -364, -900, 196, PEMBACA, 0, 0 },
	{ 13, -364, -450, 280, PEMBACA, 0, 0 },
	{ 5, -6, 14, 744, PEMBACA " web-portal", 5000, 0 }, /* begins later */
};

enum tindak {
	T_PERPANJANG,
	T_HENTIKAN,
	T_TANGGUHKAN,
	T_PULIHKAN,
	T_SUSUN,
	T_KIRIM,
	T_TERIMA,
	T_BATAL,
	T_MUSNAH,
};

/* What happens to an institution's agreement or cards, in this order. */
static struct peristiwa_demo {
	int hari;
	enum tindak tindak;
	size_t peminta;
	size_t banyak;      /* cards */
	const char *alasan; /* or how a return was sent */
	bool sudah;
} peristiwa[] = {
	{ -160, T_SUSUN, 8, 4, "rusak", false },
	{ -158, T_KIRIM, 8, 0, "Ekspedisi Cepat Contoh 0012345678", false },
	{ -154, T_TERIMA, 8, 0, NULL, false },
	{ -146, T_MUSNAH, 0, 0, NULL, false },
	{ -120, T_TANGGUHKAN, 1, 3,
	  "Pembaca dipakai di luar alamat yang didaftarkan.", false },
	{ -113, T_PULIHKAN, 1, 3,
	  "Lembaga telah menertibkan penempatan pembaca.", false },
	{ -95, T_SUSUN, 0, 2, "lain", false },
	{ -92, T_BATAL, 0, 0, "Pembaca dipakai kembali di kantor lain.",
	  false },
	{ -60, T_SUSUN, 2, 6, "tutup", false },
	{ -58, T_KIRIM, 2, 0, "Kurir Contoh 88120045", false },
	{ -55, T_TERIMA, 2, 0, NULL, false },
	{ -50, T_MUSNAH, 0, 0, NULL, false },
	{ -40, T_PERPANJANG, 1, 0, "ADD-01/PKS/2026", false },
	{ -33, T_SUSUN, 7, 5, "selesai", false },
	{ -31, T_KIRIM, 7, 0, "Diantar langsung", false },
	{ -30, T_HENTIKAN, 6, 0,
	  "Hasil pengawasan: data dipakai di luar tujuan perjanjian.", false },
	{ -28, T_TERIMA, 7, 0, NULL, false },
	{ -24, T_TANGGUHKAN, 2, 5,
	  "Tidak menyampaikan laporan pemanfaatan data.", false },
	{ -17, T_PULIHKAN, 2, 3, "Laporan telah disampaikan.", false },
	{ -12, T_TANGGUHKAN, 8, 1, "Pembaca dilaporkan hilang.", false },
	{ -11, T_SUSUN, 1, 3, "rusak", false },
	{ -9, T_KIRIM, 1, 0, "Ekspedisi Cepat Contoh 0098765432", false },
	{ -4, T_SUSUN, 3, 2, "tutup", false },
};

static int64_t kembali[DEMO_PEMINTA]; /* the latest return of each */

/* Active cards that are in no return, in no order that shows. */
SQL(Q_KARTU, "SELECT k.id, m.seri_mesin FROM kartu k"
	     " JOIN manifes m ON m.id = k.manifes_id"
	     " WHERE k.lembaga_id = ? AND k.hidup = 1 AND k.status = ?"
	     " AND NOT EXISTS (SELECT 1 FROM pengembalian_kartu x"
	     "  WHERE x.kartu_id = k.id AND x.hidup = 1)"
	     " ORDER BY CRC32(CONCAT(k.seri_kartu, ?)) LIMIT ?");

static const char *tanggal(struct demo *d, int dari_kini)
{
	char *iso = arena_alloc(db_arena(d->db), HARI_TEKS);

	hari_tulis(d->kini + dari_kini, iso);
	return iso;
}

/* ---- agreements ---- */

/* What each institution uses the data for. */
static const char *const layanan[DEMO_PEMINTA] = {
	"Layanan Jaminan Sosial",    "Penyaluran Bantuan Sosial",
	"Layanan Perbankan",         "Layanan Perbankan",
	"Layanan Asuransi",          "Layanan Pegadaian",
	"Pelayanan Pajak Kendaraan", "Layanan Perbankan Daerah",
	"Pelayanan Kesehatan",       "Pelayanan Sosial Daerah",
	"Pelayanan Pajak Daerah",    "Layanan Perkreditan Rakyat",
	"Administrasi Kependudukan", "Administrasi Kependudukan",
};

static enum err catat_janji(struct demo *d, struct janji *j)
{
	static const char elemen[] =
	    "nik nama jenis-kelamin tempat-lahir tanggal-lahir alamat"
	    " kelurahan kecamatan kabupaten provinsi foto sidik-jari";
	struct perjanjian_galat g;
	struct upload *berkas;
	struct perjanjian_isian in = {
		.lembaga_id = d->peminta[j->peminta].lembaga,
		.nomor = arena_printf(db_arena(d->db), "119/%04zu/Dukcapil/%d",
				      2101 + (size_t)(j - janji) * 37,
				      hari_pecah(d->kini + j->mulai).tahun),
		.judul = arena_printf(db_arena(d->db),
				      "Pemanfaatan NIK, Data Kependudukan, "
				      "dan KTP-el dalam %s",
				      layanan[j->peminta]),
		.mulai = tanggal(d, j->mulai),
		.berakhir = tanggal(d, j->berakhir),
		.elemen = elemen,
		.metode = j->metode,
		.kuota = j->kuota,
	};
	enum err e = demo_surat(d, "Perjanjian kerja sama", in.nomor, &berkas);

	in.berkas = berkas;
	return e == OK ? perjanjian_buat(d->db, &d->admin, &in, &j->id, &g) : e;
}

/* The first agreement of an institution. */
static enum err janji_dari(struct demo *d, size_t peminta,
			   struct perjanjian *out)
{
	for (size_t i = 0; i < COUNT(janji); i++)
		if (janji[i].peminta == peminta && janji[i].id != 0)
			return perjanjian_ambil(d->db, &d->admin, janji[i].id,
						out);
	return ERR_NOT_FOUND;
}

static enum err perbarui(struct db *db, void *ctx)
{
	static const struct pelaku sistem = { .nama = "sistem" };
	int64_t *id;
	size_t n;
	enum err e = masa_perlu(db, "perpanjangan", 0, INT32_MAX, &id, &n);

	(void)ctx;
	for (size_t i = 0; e == OK && i < n; i++)
		e = hidup_perbarui(db, &sistem, id[i]);
	return e;
}

static enum err perpanjang(struct demo *d, const struct peristiwa_demo *x)
{
	struct perjanjian_galat g;
	struct perjanjian k;
	struct upload *berkas;
	enum err e = janji_dari(d, x->peminta, &k);

	if (e == OK)
		e = demo_surat(d, "Adendum perjanjian kerja sama", k.nomor,
			       &berkas);
	if (e == OK)
		e = perjanjian_perpanjang(d->db, &d->admin, k.id, k.versi,
					  tanggal(d, 740), x->alasan, berkas,
					  &g);
	return e == OK ? db_transaction(d->db, perbarui, NULL) : e;
}

static enum err hentikan(struct demo *d, const struct peristiwa_demo *x)
{
	struct perjanjian k;
	int64_t kartu;
	enum err e = janji_dari(d, x->peminta, &k);

	return e == OK ? perjanjian_hentikan(d->db, &d->admin, k.id, k.versi,
					     x->alasan, &kartu) :
			 e;
}

/* ---- cards ---- */

/* Up to `banyak` cards of an institution; *n may be less. */
static enum err pilih(struct demo *d, const struct peristiwa_demo *x,
		      const char *status, int64_t **id, size_t *n)
{
	struct rows *r;
	enum err e =
	    db_query(d->db, &r, &Q_KARTU, d->peminta[x->peminta].lembaga,
		     status, "", (int64_t)x->banyak);

	*n = 0;
	if (e != OK)
		return e;
	*id = arena_array(db_arena(d->db), x->banyak, sizeof(**id));
	while (db_next(r))
		(*id)[(*n)++] = db_int(r, 0);
	return *n == 0 ? ERR_NOT_FOUND : OK;
}

static enum err tangguhkan(struct demo *d, const struct peristiwa_demo *x)
{
	int64_t *id;
	size_t n;
	enum err e = pilih(d, x, "aktif", &id, &n);

	return e == OK ? kartu_tangguhkan(d->db, &d->admin, id, n, x->alasan) :
			 e;
}

static enum err pulihkan(struct demo *d, const struct peristiwa_demo *x)
{
	int64_t *id;
	size_t n, aktif;
	enum err e = pilih(d, x, "ditangguhkan", &id, &n);

	return e == OK ?
		   hidup_pulihkan(d->db, &d->admin, id, n, x->alasan, &aktif) :
		   e;
}

/* A reader of each institution in turn moves house; now and then it is
   another reader that takes its card. */
static enum err pindahkan(struct demo *d, hari_t hari)
{
	struct arena *a = db_arena(d->db);
	size_t peminta = (size_t)(hari / 7) % DEMO_PEMINTA;
	const struct pelaku *p = &d->peminta[peminta];
	const char *garam = arena_printf(a, "%d", hari);
	struct hidup_galat g = { 0 };
	struct manifes m;
	struct tempat t;
	struct rows *r;
	enum err e = db_query(d->db, &r, &Q_KARTU, p->lembaga, "aktif", garam,
			      (int64_t)1);

	if (e != OK || !db_next(r))
		return e;
	e = demo_tempat(d, peminta, db_text(r, 1), (unsigned)hari, &t);
	if (hari % 3 == 0)
		t.seri_mesin = arena_printf(a, "KTP9%06d", hari);
	return e == OK ? hidup_pindahkan(d->db, p, db_int(r, 0), &t, &m, &g) :
			 e;
}

/* ---- returns ---- */

static enum err susun(struct demo *d, const struct peristiwa_demo *x)
{
	const struct pelaku *p = &d->peminta[x->peminta];
	struct pengembalian_isian in = {
		.alasan = x->alasan,
		.catatan = strcmp(x->alasan, "tutup") == 0 ?
			       "Kantor cabang ditutup." :
			       NULL,
		.pengirim_nama = p->nama,
		.pengirim_jabatan = "Kepala Bagian Umum",
	};
	struct kembali_galat g;
	int64_t *id;
	enum err e = pilih(d, x, "aktif", &id, &in.n_kartu);

	in.kartu = id;
	return e == OK ? kembali_buat(d->db, p, &in, &kembali[x->peminta], &g) :
			 e;
}

static enum err tindak(struct demo *d, const struct peristiwa_demo *x)
{
	const struct pelaku *p = &d->peminta[x->peminta];

	switch (x->tindak) {
	case T_PERPANJANG:
		return perpanjang(d, x);
	case T_HENTIKAN:
		return hentikan(d, x);
	case T_TANGGUHKAN:
		return tangguhkan(d, x);
	case T_PULIHKAN:
		return pulihkan(d, x);
	case T_SUSUN:
		return susun(d, x);
	case T_KIRIM:
		return pengembalian_kirim(d->db, p, kembali[x->peminta],
					  x->alasan);
	case T_TERIMA:
		return pengembalian_terima(d->db, &d->admin,
					   kembali[x->peminta]);
	case T_BATAL:
		return pengembalian_batal(d->db, p, kembali[x->peminta],
					  x->alasan);
	case T_MUSNAH:
		return demo_musnahkan(d, true);
	}
	return OK;
}

/* ---- the day ---- */

/* What the worker penjaga-masa does in the morning. */
static enum err pagi(struct demo *d, hari_t hari)
{
	const char *hari_ini = tanggal(d, hari - d->kini);
	int64_t n;
	enum err e;

	demo_jam(hari, -120);
	e = masa_akhiri(d->db, hari_ini, &n);
	return e == OK ? masa_ingatkan(d->db, hari_ini, &n) : e;
}

enum err demo_hidup(struct demo *d, hari_t hari)
{
	enum err e = pagi(d, hari);

	demo_jam(hari, SIANG);
	for (size_t i = 0; e == OK && i < COUNT(janji); i++)
		if (janji[i].id == 0 && d->kini + janji[i].catat <= hari)
			e = catat_janji(d, &janji[i]);
	for (size_t i = 0; e == OK && i < COUNT(peristiwa); i++) {
		struct peristiwa_demo *x = &peristiwa[i];

		if (x->sudah || d->kini + x->hari > hari)
			continue;
		x->sudah = true;
		e = tindak(d, x);
		if (e != OK)
			fprintf(stderr, "isi-demo: event %zu: %s\n", i + 1,
				err_code(e));
	}
	if (e == OK && hari % 7 == 0)
		e = pindahkan(d, hari);
	arena_reset(db_arena(d->db));
	return e;
}
