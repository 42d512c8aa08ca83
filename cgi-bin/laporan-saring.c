/*
 * laporan-saring.c - program laporan: the filters of an address, read and
 * checked.
 */
#include "laporan-halaman.h"
#include "lib/clock.h"
#include "lib/text.h"
#include "model/lembaga.h"
#include "model/balikan-total.h"
#include "model/hari-ini.h"
#include "model/permintaan.h"

#include <stddef.h>
#include <string.h>

#define RENTANG_MAKS 3660 /* days of any report */

/* As typed. */
struct isian {
	const char *per;
	const char *tgl_dari, *tgl_sampai;
	const char *bln_dari, *bln_sampai;
	const char *lembaga;
	int64_t produsen;
	const char *status, *fungsi, *jenis, *peran, *langkah;
	const char *prov, *kab;
	const char *sumber;
};

static const char *const nama_per[PER_N + 1] = {
	[PER_HARI] = "hari",         [PER_BULAN] = "bulan",
	[PER_TAHUN] = "tahun",       [PER_LEMBAGA] = "lembaga",
	[PER_PRODUSEN] = "produsen", [PER_STATUS] = "status",
	[PER_FUNGSI] = "fungsi",     [PER_LANGKAH] = "langkah",
	[PER_JENIS] = "jenis",       [PER_PERAN] = "peran",
	[PER_AKUN] = "akun",         [PER_PROVINSI] = "provinsi",
	[PER_KABKOTA] = "kabkota",   [PER_SUMBER] = "sumber",
};

static const char *const fungsi[] = { "R", "RW", NULL };
static const char *const langkah[] = { "1", "2", "3", "4", "5", "6", NULL };
static const char *const peran[] = { "pengguna", "produsen", "dinas",
				     "admin",    "pejabat",  "verifikator",
				     "pemohon",  NULL };

#define RUAS(nama, jenis, anggota, min, maks, pilihan)                         \
	{                                                                      \
		nama, jenis, offsetof(struct isian, anggota), min, maks,       \
		    F_OPTIONAL, pilihan                                        \
	}

/* Every filter there is; a report looks at its own. */
static const struct field ruas[] = {
	RUAS("per", F_CHOICE, per, 0, 0, nama_per),
	RUAS("tgl-dari", F_DATE, tgl_dari, 0, 0, NULL),
	RUAS("tgl-sampai", F_DATE, tgl_sampai, 0, 0, NULL),
	RUAS("bln-dari", F_TEXT, bln_dari, 0, 20, NULL),
	RUAS("bln-sampai", F_TEXT, bln_sampai, 0, 20, NULL),
	RUAS("lembaga", F_TEXT, lembaga, 0, 20, NULL),
	RUAS("produsen", F_INT, produsen, 1, INT32_MAX, NULL),
	RUAS("status", F_CHOICE, status, 0, 0, permintaan_status),
	RUAS("fungsi", F_CHOICE, fungsi, 0, 0, fungsi),
	RUAS("jenis", F_CHOICE, jenis, 0, 0, lembaga_jenis),
	RUAS("peran", F_CHOICE, peran, 0, 0, peran),
	RUAS("langkah", F_CHOICE, langkah, 0, 0, langkah),
	RUAS("prov", F_TEXT, prov, 0, 10, NULL),
	RUAS("kab", F_TEXT, kab, 0, 10, NULL),
	RUAS("sumber", F_CHOICE, sumber, 0, 0, balikan_sumber),
};

const char *laporan_per(enum rekap_per per)
{
	return nama_per[per];
}

const struct laporan *laporan_ini(const struct req *r)
{
	const char *nama = r->route->path + strlen("/laporan/");

	for (size_t i = 0; i < laporan_banyak; i++) {
		size_t n = strlen(laporan_semua[i].kode);

		if (strncmp(nama, laporan_semua[i].kode, n) == 0 &&
		    (nama[n] == '\0' || nama[n] == '/'))
			return &laporan_semua[i];
	}
	return &laporan_semua[0];
}

static void baca_per(struct req *r, struct diminta *d, const char *per)
{
	const char *const *p = d->l->per;

	if (p == NULL)
		return;
	if (per == NULL)
		per = *p;
	while (*p != NULL && strcmp(*p, per) != 0)
		p++;
	if (*p == NULL)
		form_error(r, "per", "pilihan");
	for (int i = 0; i < PER_N; i++)
		if (strcmp(nama_per[i], per) == 0)
			d->s.per = (enum rekap_per)i;
}

/* The period when none is asked for: a month by day, five years by year, else
   this month and the eleven before. */
static hari_t awal_biasa(const struct diminta *d, hari_t sampai)
{
	struct tanggal t = hari_pecah(sampai);
	hari_t h = sampai;
	int mundur = d->s.per == PER_HARI ? 0 : 11;

	if (d->s.per == PER_HARI)
		return sampai - 29;
	if (d->s.per == PER_TAHUN)
		hari_dari(t.tahun - 4, 1, 1, &h);
	else if (bulan_geser(&t.tahun, &t.bulan, -mundur))
		hari_dari(t.tahun, t.bulan, 1, &h);
	return h;
}

static hari_t akhir_bulan(int tahun, int bulan)
{
	hari_t h = 0;

	hari_dari(tahun, bulan, hari_sebulan(tahun, bulan), &h);
	return h;
}

/* First or last day of the month "2026-11". */
static void baca_bulan(struct req *r, const char *nama, const char *teks,
		       bool akhir, hari_t *h)
{
	int tahun, bulan;

	if (teks == NULL)
		return;
	if (!bulan_baca(teks, &tahun, &bulan))
		form_error(r, nama, "bulan");
	else if (akhir)
		*h = akhir_bulan(tahun, bulan);
	else
		hari_dari(tahun, bulan, 1, h);
}

static void baca_rentang(struct req *r, struct diminta *d,
			 const struct isian *in)
{
	const char *ruas_akhir = d->l->bulan ? "bln-sampai" : "tgl-sampai";
	struct tanggal t;
	hari_t kini = hari_ini();

	t = hari_pecah(kini);
	d->s.sampai = d->l->bulan ? akhir_bulan(t.tahun, t.bulan) : kini;
	if (d->l->bulan)
		baca_bulan(r, "bln-sampai", in->bln_sampai, true, &d->s.sampai);
	else if (in->tgl_sampai != NULL)
		hari_baca(in->tgl_sampai, &d->s.sampai);
	d->s.dari = awal_biasa(d, d->s.sampai);
	if (d->l->bulan)
		baca_bulan(r, "bln-dari", in->bln_dari, false, &d->s.dari);
	else if (in->tgl_dari != NULL)
		hari_baca(in->tgl_dari, &d->s.dari);
	if (form_failed(r))
		return;
	if (d->s.sampai < d->s.dari)
		form_error(r, ruas_akhir, "sebelum-awal");
	else if (d->s.per == PER_HARI && !d->l->kini &&
		 d->s.sampai - d->s.dari >= REKAP_HARI)
		form_error(r, ruas_akhir, "rentang-hari");
	else if (d->s.sampai - d->s.dari >= RENTANG_MAKS)
		form_error(r, ruas_akhir, "rentang");
}

static enum err baca_lembaga(struct req *r, struct diminta *d, const char *kode)
{
	enum err e;

	if (kode == NULL)
		return OK;
	if ((r->who.role & ROLE_PEMINTA) != 0) {
		form_error(r, "lembaga", "bukan-anda");
		return OK;
	}
	e = permintaan_cari_lembaga(r->db, kode, &d->s.lembaga, &d->lembaga);
	if (e == ERR_NOT_FOUND) {
		form_error(r, "lembaga", "tidak-ada");
		return OK;
	}
	d->lembaga_kode = kode;
	return e;
}

static enum err baca_produsen(struct req *r, struct diminta *d, int64_t id)
{
	struct lembaga l;
	enum err e;

	if (id == 0 || form_failed(r))
		return OK;
	if (r->who.role == ROLE_PRODUSEN && id != r->who.lembaga) {
		form_error(r, "produsen", "bukan-anda");
		return OK;
	}
	e = lembaga_ambil(r->db, id, &l);
	if (e == ERR_NOT_FOUND ||
	    (e == OK && strcmp(l.jenis, "produsen") != 0)) {
		form_error(r, "produsen", "pilihan");
		return OK;
	}
	if (e == OK) {
		d->s.produsen = id;
		d->produsen = l.nama;
	}
	return e;
}

static const char *baca_wilayah(struct req *r, const char *nama,
				const char *kode, size_t digit)
{
	if (kode != NULL &&
	    (strlen(kode) != digit || !text_digits(kode, digit)))
		form_error(r, nama, "wilayah");
	return kode;
}

static void tulis_rentang(struct arena *a, struct diminta *d)
{
	char *dari = arena_alloc(a, HARI_TEKS);
	char *sampai = arena_alloc(a, HARI_TEKS);

	hari_tulis(d->s.dari, dari);
	hari_tulis(d->s.sampai, sampai);
	if (d->l->bulan)
		dari[7] = sampai[7] = '\0';
	d->dari = dari;
	d->sampai = sampai;
}

enum err laporan_baca(struct req *r, struct diminta *d)
{
	struct isian in = { 0 };
	enum err e;

	*d = (struct diminta){ .l = laporan_ini(r),
			       .dibuat = clock_now(r->a, 0) };
	form_bind(r, ruas, COUNT(ruas), &in);
	baca_per(r, d, in.per);
	baca_rentang(r, d, &in);
	d->s.status = in.status;
	d->s.fungsi = in.fungsi;
	d->s.jenis = in.jenis;
	d->s.peran = in.peran;
	d->s.sumber = in.sumber;
	d->s.langkah = in.langkah == NULL ? 6 : in.langkah[0] - '0';
	d->s.prov = baca_wilayah(r, "prov", in.prov, 2);
	d->s.kab = baca_wilayah(r, "kab", in.kab, 4);
	/* A regency is asked for inside its province. */
	if (!form_failed(r) && d->s.kab != NULL &&
	    (d->s.prov == NULL || strncmp(d->s.prov, d->s.kab, 2) != 0))
		form_error(r, "kab", "wilayah");
	e = baca_lembaga(r, d, in.lembaga);
	if (e == OK)
		e = baca_produsen(r, d, in.produsen);
	if (e != OK)
		return e;
	tulis_rentang(r->a, d);
	return form_failed(r) ? ERR_INPUT : OK;
}

enum err laporan_hitung(struct req *r, struct diminta *d)
{
	enum err e = laporan_baca(r, d);

	return e == OK ? d->l->hitung(r->db, &r->who, &d->s, &d->rekap) : e;
}
