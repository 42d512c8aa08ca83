/*
 * proses-kalender.c - program proses: the calendar of the plan (P-09), the
 * capacity of a day and the place of a ticket in the queue (P-08).
 */
#include "proses-halaman.h"
#include "lib/clock.h"
#include "lib/text.h"
#include "model/hari-ini.h"
#include "model/jadwal.h"

#include <string.h>

#define ALASAN_MIN  3
#define ALASAN_MAKS 250

/* ---- the calendar ---- */

/* What is shown: a month or a week, and the grid it fills. */
struct tampilan {
	bool pekan;
	int tahun, bulan;
	struct kisi kisi;
};

/* From ?bulan=2026-11 or ?minggu=2026-W47; the month of today otherwise. */
static void baca_tampilan(struct req *r, struct tampilan *t)
{
	struct tanggal kini = hari_pecah(hari_ini());
	const char *minggu = form_value(r, "minggu");
	const char *bulan = form_value(r, "bulan");
	hari_t senin;

	*t = (struct tampilan){ .tahun = kini.tahun, .bulan = kini.bulan };
	if (minggu != NULL) {
		t->pekan = true;
		if (!pekan_baca(minggu, &senin))
			senin = hari_ini();
		kisi_pekan(senin, &t->kisi);
		t->tahun = hari_pecah(t->kisi.awal).tahun;
		t->bulan = hari_pecah(t->kisi.awal).bulan;
		return;
	}
	if (bulan != NULL && !bulan_baca(bulan, &t->tahun, &t->bulan)) {
		t->tahun = kini.tahun;
		t->bulan = kini.bulan;
	}
	kisi_bulan(t->tahun, t->bulan, &t->kisi);
}

static const char *alamat_bulan(struct req *r, int tahun, int bulan, int n)
{
	char teks[BULAN_TEKS];

	bulan_geser(&tahun, &bulan, n);
	bulan_tulis(tahun, bulan, teks);
	return arena_printf(r->a, "/proses/kalender?bulan=%s", teks);
}

static const char *alamat_pekan(struct req *r, hari_t h)
{
	char teks[PEKAN_TEKS];

	pekan_tulis(h, teks);
	return arena_printf(r->a, "/proses/kalender?minggu=%s", teks);
}

static elem *tambah_kalender(struct req *r, const struct tampilan *t)
{
	hari_t kini = hari_ini();
	bool di_dalam = kini >= t->kisi.awal && kini <= t->kisi.akhir;
	elem *e = el_add(r->page, "kalender");
	char bulan[BULAN_TEKS], pekan[PEKAN_TEKS];

	bulan_tulis(t->tahun, t->bulan, bulan);
	pekan_tulis(t->kisi.mulai, pekan);
	el_attr(e, "jenis", t->pekan ? "pekan" : "bulan");
	el_attr(e, "bulan", bulan);
	el_attr(e, "minggu", pekan);
	el_attr(e, "dari", hari_teks(r->a, t->kisi.awal));
	el_attr(e, "sampai", hari_teks(r->a, t->kisi.akhir));
	el_attr(e, "sebelum",
		t->pekan ? alamat_pekan(r, t->kisi.mulai - 7) :
			   alamat_bulan(r, t->tahun, t->bulan, -1));
	el_attr(e, "berikut",
		t->pekan ? alamat_pekan(r, t->kisi.mulai + 7) :
			   alamat_bulan(r, t->tahun, t->bulan, 1));
	if (!di_dalam)
		el_attr(e, "kini",
			t->pekan ? alamat_pekan(r, kini) : "/proses/kalender");
	el_attr(e, "bulan-href", alamat_bulan(r, t->tahun, t->bulan, 0));
	el_attr(e, "pekan-href",
		alamat_pekan(r, t->pekan || !di_dalam ? t->kisi.awal : kini));
	return e;
}

static void tambah_tiket(struct req *r, elem *parent,
			 const struct jadwal_tiket *t)
{
	elem *e = el_add(parent, "tiket");
	char kode[TIKET_TEKS];

	tiket_tulis(t->tiket, kode);
	el_attr(e, "kode", kode);
	el_attr(e, "judul", t->judul);
	el_attr(e, "lembaga", t->lembaga);
	el_attr(e, "status", t->status);
	el_int(e, "jumlah", t->jumlah);
	el_int(e, "selesai", t->selesai);
	el_attr(e, "href",
		arena_printf(r->a, "/proses/%lld", (long long)t->proses_id));
}

static elem *tambah_hari(struct req *r, elem *parent,
			 const struct jadwal_hari *h)
{
	hari_t kini = hari_ini();
	int32_t persen = h->kapasitas <= 0 ?
			     0 :
			 h->muatan >= h->kapasitas ?
			     100 :
			     (int32_t)((int64_t)h->muatan * 100 / h->kapasitas);
	elem *e = el_add(parent, "hari");

	el_attr(e, "tanggal", hari_teks(r->a, h->hari));
	el_int(e, "hari", hari_ke_pekan(h->hari));
	el_int(e, "rencana", h->muatan);
	el_int(e, "selesai", h->selesai);
	el_int(e, "kapasitas", h->kapasitas);
	el_int(e, "persen", persen);
	el_flag(e, "tutup", h->kapasitas == 0);
	el_flag(e, "kerja", h->kerja);
	el_flag(e, "khusus", h->khusus);
	el_flag(e, "ini", h->hari == kini);
	el_flag(e, "lalu", h->hari < kini);
	el_attr(e, "libur", h->libur);
	el_attr(e, "jenis", h->jenis);
	if (r->who.role & ROLE_DITJEN)
		el_attr(e, "alasan", h->alasan);
	if (r->who.role == ROLE_ADMIN)
		el_attr(e, "href",
			arena_printf(r->a, "/proses/kalender/%s",
				     hari_teks(r->a, h->hari)));
	return e;
}

enum err kalender(struct req *r)
{
	struct jadwal_kisi k;
	struct tampilan t;
	elem *e, *pekan = NULL;
	size_t ke = 0;
	enum err err;

	baca_tampilan(r, &t);
	err = jadwal_baca(r->db, &r->who, t.kisi.mulai,
			  t.kisi.mulai + t.kisi.baris * 7 - 1, &k);
	if (err != OK)
		return err;
	e = tambah_kalender(r, &t);
	for (size_t i = 0; i < k.n_hari; i++) {
		const struct jadwal_hari *h = &k.hari[i];
		elem *x;

		if (i % 7 == 0)
			pekan = el_add(e, "pekan");
		x = tambah_hari(r, pekan, h);
		el_flag(x, "luar",
			h->hari < t.kisi.awal || h->hari > t.kisi.akhir);
		for (; ke < k.n_tiket && k.tiket[ke].hari == h->hari; ke++)
			tambah_tiket(r, x, &k.tiket[ke]);
	}
	return OK;
}

/* ---- one day ---- */

static const char *const pilihan_hari[] = { "tutup", "ubah", "biasa", NULL };

struct isian_hari {
	const char *cara;
	int64_t jumlah;
	const char *alasan;
};

static const struct field ruas_hari[] = {
	{ "cara", F_CHOICE, offsetof(struct isian_hari, cara), 0, 0, F_REQUIRED,
	  pilihan_hari },
	{ "jumlah", F_INT, offsetof(struct isian_hari, jumlah), 1,
	  KAPASITAS_MAKS, F_OPTIONAL, NULL },
	{ "alasan", F_TEXT, offsetof(struct isian_hari, alasan), ALASAN_MIN,
	  ALASAN_MAKS, F_REQUIRED, NULL },
};

enum err hari(struct req *r)
{
	struct jadwal_kisi k;
	hari_t h;
	elem *x;
	enum err e;

	if (!hari_baca(req_code(r, "kode"), &h))
		return ERR_NOT_FOUND;
	e = jadwal_baca(r->db, &r->who, h, h, &k);
	if (e != OK)
		return e;
	x = tambah_hari(r, r->page, &k.hari[0]);
	el_attr(x, "bulan",
		alamat_bulan(r, hari_pecah(h).tahun, hari_pecah(h).bulan, 0));
	for (size_t i = 0; i < k.n_tiket; i++)
		tambah_tiket(r, x, &k.tiket[i]);
	return OK;
}

/* The change is made; back to its month. */
static void kembali_ke(struct req *r, hari_t h, int64_t pindah)
{
	req_redirect(
	    r, pindah > 0 ? "jadwal-berubah" : "jadwal-tetap", "%s",
	    alamat_bulan(r, hari_pecah(h).tahun, hari_pecah(h).bulan, 0));
}

enum err atur_hari(struct req *r)
{
	struct isian_hari in = { 0 };
	int64_t pindah = 0;
	int32_t kapasitas;
	hari_t h;
	enum err e;

	if (!hari_baca(req_code(r, "kode"), &h))
		return ERR_NOT_FOUND;
	e = form_bind(r, ruas_hari, COUNT(ruas_hari), &in);
	if (in.cara != NULL && strcmp(in.cara, "ubah") == 0 && in.jumlah == 0 &&
	    !form_failed(r))
		e = form_error(r, "jumlah", "wajib");
	if (e != OK)
		return e;
	kapasitas = strcmp(in.cara, "tutup") == 0 ? 0 :
		    strcmp(in.cara, "ubah") == 0  ? (int32_t)in.jumlah :
						    RENCANA_BIASA;
	e = jadwal_atur_hari(r->db, &r->who, h, kapasitas, in.alasan, &pindah);
	if (e == ERR_INPUT)
		return form_error(
		    r, "", h < hari_ini() ? "hari-lalu" : "bukan-hari-kerja");
	if (e == ERR_CONFLICT)
		form_error(r, "", "tanpa-kapasitas");
	if (e == OK)
		kembali_ke(r, h, pindah);
	return e;
}

/* ---- moving a ticket ---- */

static const char *const pilihan_pindah[] = { "tunda", "antrean", NULL };

struct isian_pindah {
	const char *cara;
	const char *tanggal;
	const char *alasan;
};

static const struct field ruas_pindah[] = {
	{ "cara", F_CHOICE, offsetof(struct isian_pindah, cara), 0, 0,
	  F_REQUIRED, pilihan_pindah },
	{ "tanggal", F_DATE, offsetof(struct isian_pindah, tanggal), 0, 0,
	  F_OPTIONAL, NULL },
	{ "alasan", F_TEXT, offsetof(struct isian_pindah, alasan), ALASAN_MIN,
	  ALASAN_MAKS, F_REQUIRED, NULL },
};

enum err form_pindah(struct req *r)
{
	struct proses p;

	el_attr(r->page, "hari-ini", clock_today(r->a));
	return halaman_tiket(r, &p);
}

enum err pindah(struct req *r)
{
	struct isian_pindah in = { 0 };
	hari_t h = HARI_TAK_ADA;
	int64_t moved = 0;
	enum err e = form_bind(r, ruas_pindah, COUNT(ruas_pindah), &in);
	bool tunda = in.cara != NULL && strcmp(in.cara, "tunda") == 0;

	if (tunda && in.tanggal == NULL && !form_failed(r))
		e = form_error(r, "tanggal", "wajib");
	if (e != OK)
		return e;
	if (tunda)
		hari_baca(in.tanggal, &h);
	e = jadwal_pindahkan(r->db, &r->who, req_id(r, "id"), h, in.alasan,
			     &moved);
	if (e == ERR_INPUT)
		return form_error(r, "tanggal", "hari-lalu");
	if (e == ERR_CONFLICT)
		form_error(r, "", "sudah-mulai");
	if (e == OK)
		req_redirect(r, moved > 0 ? "jadwal-berubah" : "jadwal-tetap",
			     "/proses/%lld", (long long)req_id(r, "id"));
	return e;
}
