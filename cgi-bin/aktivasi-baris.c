/*
 * aktivasi-baris.c - part of program aktivasi: the rows of a request, as a
 * table that is edited page by page, and as a file in both directions.
 */
#include "aktivasi-halaman.h"
#include "lib/laporan.h"
#include "lib/store.h"
#include "lib/text.h"
#include "lib/unduhan.h"
#include "model/kartu.h"

#include <string.h>

#define BERKAS_MAKS    (20 * 1024 * 1024)
#define LAPORAN_TAMPIL 100

elem *halaman_baris(elem *parent, const struct aktivasi_baris *b)
{
	elem *x = el_add(parent, "kartu");
	char sam[SAM_TEKS];

	sam_tulis(b->sam_id, sam);
	el_int(x, "urut", b->urut);
	el_int(x, "id", b->kartu_id);
	el_attr(x, "seri-kartu", b->seri_kartu);
	el_attr(x, "sam-id", sam);
	el_attr(x, "pcid", b->pcid);
	el_attr(x, "seri-mesin", b->seri_mesin);
	el_attr(x, "outlet", b->outlet);
	el_attr(x, "alamat", b->alamat);
	el_attr(x, "status", b->status);
	return x;
}

struct lembar halaman_lembar(struct req *r, int64_t hal, int64_t jumlah)
{
	int64_t banyak = (jumlah + LEMBAR_BARIS - 1) / LEMBAR_BARIS;
	struct lembar l;
	elem *x = el_add(r->page, "lembar");

	l.hal = hal < 1 ? 1 : hal > banyak ? banyak : hal;
	l.dari = (l.hal - 1) * LEMBAR_BARIS + 1;
	l.sampai =
	    l.hal * LEMBAR_BARIS < jumlah ? l.hal * LEMBAR_BARIS : jumlah;
	el_int(x, "hal", l.hal);
	el_int(x, "banyak", banyak);
	el_int(x, "dari", l.dari);
	el_int(x, "sampai", l.sampai);
	el_int(x, "jumlah", jumlah);
	return l;
}

static int64_t minta_hal(struct req *r)
{
	const char *v = form_value(r, "hal");
	int64_t n;

	return v != NULL && text_to_int(v, &n) ? n : 1;
}

/* --- the table --- */

enum err baris_lihat(struct req *r)
{
	struct aktivasi k;
	struct aktivasi_baris *b;
	struct lembar l;
	size_t n;
	elem *x;
	enum err e = aktivasi_ambil(r->db, &r->who, req_id(r, "id"), &k);

	if (e == OK && r->method == M_POST &&
	    !aktivasi_boleh(&r->who, &k, "ubah"))
		e = ERR_CONFLICT;
	if (e != OK)
		return e;
	halaman_aktivasi(r, &k);
	l = halaman_lembar(r, minta_hal(r), k.jumlah);
	e = aktivasi_baris(r->db, k.id, l.dari, l.sampai, &b, &n);
	x = el_add(r->page, "rincian");
	for (size_t i = 0; e == OK && i < n; i++)
		halaman_baris(x, &b[i]);
	return e;
}

struct isian_baris {
	int64_t versi;
	const char *aksi;
	struct aktivasi_ketik baris[LEMBAR_BARIS];
};

static const char *const pilihan_aksi[] = { "simpan", "lanjut", NULL };

/* "mesin-51": a field for each cell, as its name says on the page. */
static const char *nama_ruas(struct arena *a, const char *ruas, int64_t nomor)
{
	return arena_printf(a, "%s-%lld", ruas, (long long)nomor);
}

static enum err ikat_baris(struct req *r, const struct lembar *l,
			   struct isian_baris *in)
{
	static const struct {
		const char *ruas;
		size_t letak;
	} sel[] = {
		{ "kartu", offsetof(struct aktivasi_ketik, kartu) },
		{ "mesin", offsetof(struct aktivasi_ketik, mesin) },
		{ "outlet", offsetof(struct aktivasi_ketik, outlet) },
		{ "alamat", offsetof(struct aktivasi_ketik, alamat) },
	};
	size_t n = (size_t)(l->sampai - l->dari + 1), m = 0;
	struct field *f = arena_array(r->a, 2 + n * COUNT(sel), sizeof(*f));

	f[m++] = (struct field){
		.name = "versi",
		.kind = F_INT,
		.offset = offsetof(struct isian_baris, versi),
		.min = 1,
		.max = INT32_MAX,
		.flags = F_REQUIRED,
	};
	f[m++] = (struct field){
		.name = "aksi",
		.kind = F_CHOICE,
		.offset = offsetof(struct isian_baris, aksi),
		.flags = F_REQUIRED,
		.choices = pilihan_aksi,
	};
	for (size_t i = 0; i < n; i++) {
		size_t awal = offsetof(struct isian_baris, baris) +
			      i * sizeof(in->baris[0]);
		int64_t nomor = l->dari + (int64_t)i;

		in->baris[i].nomor = nomor;
		for (size_t j = 0; j < COUNT(sel); j++)
			f[m++] = (struct field){
				.name = nama_ruas(r->a, sel[j].ruas, nomor),
				.kind = F_TEXT,
				.offset = awal + sel[j].letak,
			};
	}
	return form_bind(r, f, m, in);
}

/* What is wrong, at the field it is about. */
static void lapor_baris(struct req *r, const struct aktivasi_set *s)
{
	for (size_t i = 0; i < s->n_salah; i++) {
		const struct aktivasi_salah *g = &s->salah[i];
		const char *nilai = g->nilai;

		if (g->lain != 0)
			nilai = arena_printf(r->a, "%lld", (long long)g->lain);
		form_error_row(r, nama_ruas(r->a, g->ruas, g->nomor), g->kode,
			       g->nomor, nilai);
	}
}

enum err baris_simpan(struct req *r)
{
	struct isian_baris *in = arena_alloc(r->a, sizeof(*in));
	struct aktivasi_set s = { .a = r->a };
	struct aktivasi k;
	struct lembar l;
	int64_t akhir;
	enum err e = aktivasi_untuk(r, "ubah", &k);

	if (e != OK)
		return e;
	*in = (struct isian_baris){ 0 };
	l = halaman_lembar(r, minta_hal(r), k.jumlah);
	e = ikat_baris(r, &l, in);
	if (e != OK)
		return e;
	for (int64_t i = l.dari; i <= l.sampai; i++)
		aktivasi_set_tambah(&s, &in->baris[i - l.dari]);
	e = aktivasi_set_periksa(r->db, &k, l.dari, l.sampai, &s);
	if (e != OK)
		return e;
	if (s.n_salah > 0) {
		lapor_baris(r, &s);
		return ERR_INPUT;
	}
	e = aktivasi_set_simpan(r->db, &r->who, k.id, in->versi, l.dari,
				l.sampai, &s);
	if (e != OK)
		return e;
	akhir = (k.jumlah + LEMBAR_BARIS - 1) / LEMBAR_BARIS;
	if (strcmp(in->aksi, "lanjut") == 0 && l.hal < akhir)
		l.hal++;
	req_redirect(r, "baris-disimpan", "/aktivasi/%lld/baris?hal=%lld",
		     (long long)k.id, (long long)l.hal);
	return OK;
}

/* --- as a file --- */

/* What aktivasi_set_baca() reads, in its order. */
static const struct xlsx_kolom kolom_baris[] = {
	{ "No. Seri Kartu SAM", 24 },
	{ "No. Identitas Kartu SAM", 26 },
	{ "PCID", 18 },
	{ "No. Mesin", 24 },
	{ "Nama Outlet", 32 },
	{ "Alamat Outlet", 48 },
};

enum err baris_templat(struct req *r)
{
	struct aktivasi_baris *b;
	struct aktivasi k;
	struct unduhan u;
	int64_t dari = 1;
	size_t n = UNDUHAN_SEKALI;
	enum err e = aktivasi_ambil(r->db, &r->who, req_id(r, "id"), &k);

	if (e == OK)
		e = unduhan_mulai(r, &u, "Daftar Mesin", kolom_baris,
				  COUNT(kolom_baris));
	while (unduhan_lagi(r, &u, &e, n)) {
		e = aktivasi_baris(r->db, k.id, dari, dari + UNDUHAN_SEKALI - 1,
				   &b, &n);
		dari += UNDUHAN_SEKALI;
		for (size_t j = 0; e == OK && j < n; j++) {
			char sam[SAM_TEKS];

			sam_tulis(b[j].sam_id, sam);
			unduhan_teks(&u, b[j].seri_kartu);
			unduhan_teks(&u, sam);
			unduhan_teks(&u, b[j].pcid);
			unduhan_teks(&u, b[j].seri_mesin);
			unduhan_teks(&u, b[j].outlet);
			unduhan_teks(&u, b[j].alamat);
			unduhan_baris(&u);
		}
	}
	if (e != OK)
		return e;
	return unduhan_kirim(
	    r, &u, arena_printf(r->a, "daftar-mesin-%lld", (long long)k.id));
}

enum err baris_form_impor(struct req *r)
{
	struct aktivasi k;
	enum err e = aktivasi_untuk(r, "ubah", &k);

	if (e == OK)
		halaman_aktivasi(r, &k);
	return e;
}

struct isian_impor {
	int64_t versi;
	struct upload *berkas;
};

static const char *const jenis_tabel[] = { "csv", "xlsx", NULL };

static const struct field ruas_impor[] = {
	{ "versi", F_INT, offsetof(struct isian_impor, versi), 1, INT32_MAX,
	  F_REQUIRED, NULL },
	{ "berkas", F_FILE, offsetof(struct isian_impor, berkas), 0,
	  BERKAS_MAKS, F_REQUIRED, jenis_tabel },
};

static enum err baca_berkas(struct req *r, const struct upload *u,
			    struct aktivasi_set *s)
{
	struct tabel_galat galat = { 0 };
	int fd = store_open(r->a, u->sha256);
	enum err e;

	if (fd < 0)
		return ERR_INTERNAL;
	e = aktivasi_set_baca(r->a, fd, s, &galat);
	if (e != ERR_INPUT && e != ERR_TYPE && e != ERR_TOO_LARGE)
		return e;
	return laporan_tabel(r, "berkas", galat);
}

/*
 * Tell what is wrong with the list: the first rows on the page, all of them
 * in a file.
 */
static enum err lapor_impor(struct req *r, const struct aktivasi_set *s)
{
	const char *akhir;
	enum err e = laporan_simpan(r, "aktivasi",
				    aktivasi_set_laporan(r->a, s), &akhir);

	if (e != OK)
		return e;
	form_error_row(r, "berkas", "daftar-salah", (int64_t)s->n_salah,
		       arena_printf(r->a, "/aktivasi/%lld/laporan/%s",
				    (long long)req_id(r, "id"), akhir));
	for (size_t i = 0; i < s->n_salah && i < LAPORAN_TAMPIL; i++)
		form_error_row(r, "impor-baris", s->salah[i].kode,
			       s->salah[i].nomor, s->salah[i].nilai);
	return ERR_INPUT;
}

enum err baris_impor(struct req *r)
{
	struct isian_impor in = { 0 };
	struct aktivasi_set s = { .a = r->a };
	struct aktivasi k;
	enum err e = aktivasi_untuk(r, "ubah", &k);

	if (e == OK)
		e = form_bind(r, ruas_impor, COUNT(ruas_impor), &in);
	if (e == OK)
		e = baca_berkas(r, in.berkas, &s);
	if (e == OK)
		e = aktivasi_set_periksa(r->db, &k, 1, k.jumlah, &s);
	if (e != OK)
		return e;
	if ((int64_t)s.n != k.jumlah)
		form_error_row(r, "berkas", "jumlah-baris", 0,
			       arena_printf(r->a, "%zu", s.n));
	if (s.n_salah > 0)
		return lapor_impor(r, &s);
	if (form_failed(r))
		return ERR_INPUT;
	e = aktivasi_set_simpan(r->db, &r->who, k.id, in.versi, 1, k.jumlah,
				&s);
	if (e == OK)
		req_redirect(r, "baris-disimpan", "/aktivasi/%lld/baris",
			     (long long)k.id);
	return e;
}

/* GET: the whole report of lapor_impor(), for the one who got the link. */
enum err baris_laporan(struct req *r)
{
	struct aktivasi k;
	enum err e = aktivasi_ambil(r->db, &r->who, req_id(r, "id"), &k);

	return e == OK ? laporan_kirim(r, "aktivasi", "laporan-mesin") : e;
}
