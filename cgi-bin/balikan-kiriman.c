/*
 * balikan-kiriman.c - part of program balikan: sendings (B-06, B-08): their
 * list, one with its progress and its report, cancelling and taking back.
 */
#include "balikan-halaman.h"
#include "lib/clock.h"
#include "lib/list.h"
#include "lib/unduhan.h"
#include "linimasa-halaman.h"
#include "model/balikan-total.h"
#include "model/catat.h"
#include "model/permintaan.h"

#include <stddef.h>
#include <string.h>

/* Speed and time left are told once it has been at work for so long. */
#define LAJU_MS 2000

/* ---- the list ---- */

static const char *const urutan[] = { "baru", NULL };

struct daftar {
	struct list l;
	struct balikan_saring saring;
	const char *nama_lembaga; /* of the filter, for its chip */
};

/* The value of a filter when it is one of these, else NULL. */
static const char *pilihan(struct req *r, const char *nama,
			   const char *const *boleh)
{
	const char *v = form_value(r, nama);

	for (size_t i = 0; v != NULL && boleh[i] != NULL; i++)
		if (strcmp(boleh[i], v) == 0)
			return boleh[i];
	return NULL;
}

/* As typed: who mistypes one of these is told, instead of seeing rows that he
   did not ask for. */
struct isian {
	const char *lembaga;
	const char *dari;
	const char *sampai;
};

static const struct field ruas_saring[] = {
	{ "lembaga", F_TEXT, offsetof(struct isian, lembaga), 0, 20,
	  F_OPTIONAL, NULL },
	{ "tgl-dari", F_DATE, offsetof(struct isian, dari), 0, 0, F_OPTIONAL,
	  NULL },
	{ "tgl-sampai", F_DATE, offsetof(struct isian, sampai), 0, 0,
	  F_OPTIONAL, NULL },
};

/* What an institution sees is its own, whatever the address names. */
static enum err baca_lembaga(struct req *r, struct daftar *d, const char *kode)
{
	enum err e;

	if (kode == NULL || (r->who.role & ROLE_PEMINTA) != 0)
		return OK;
	e = permintaan_cari_lembaga(r->db, kode, &d->saring.lembaga,
				    &d->nama_lembaga);
	if (e != ERR_NOT_FOUND)
		return e;
	form_error(r, "lembaga", "tidak-ada");
	return OK;
}

/* What cannot be mistyped. */
static void baca_pilihan(struct req *r, struct daftar *d)
{
	*d = (struct daftar){
		.saring.status = pilihan(r, "status", balikan_kiriman_status),
		.saring.sumber = pilihan(r, "sumber", balikan_sumber),
	};
	list_read(r, urutan, true, &d->l);
	d->saring.cari = d->l.search;
	d->saring.naik = !d->l.descending;
}

/* ERR_INPUT: something was reported. */
static enum err baca_daftar(struct req *r, struct daftar *d)
{
	struct isian in = { 0 };
	enum err e;

	form_bind(r, ruas_saring, COUNT(ruas_saring), &in);
	baca_pilihan(r, d);
	d->saring.dari = in.dari;
	d->saring.sampai = in.sampai;
	if (in.dari != NULL && in.sampai != NULL &&
	    strcmp(in.sampai, in.dari) < 0)
		form_error(r, "tgl-sampai", "sebelum-awal");
	e = baca_lembaga(r, d, in.lembaga);
	return e == OK && form_failed(r) ? ERR_INPUT : e;
}

static bool berjalan(const struct balikan_kiriman *k)
{
	return strcmp(k->status, "antri") == 0 ||
	       strcmp(k->status, "periksa") == 0 ||
	       strcmp(k->status, "muat") == 0 ||
	       strcmp(k->status, "urung") == 0;
}

/* Good rows of a file that failed or was cancelled. */
static int64_t tidak_dimuat(const struct balikan_kiriman *k)
{
	return berjalan(k) ? 0 :
			     k->baris - k->diterima - k->diperbarui -
				 k->tetap - k->ditolak;
}

elem *halaman_kiriman(struct req *r, elem *parent, const char *nama,
		      const struct balikan_kiriman *k)
{
	elem *x = el_add(parent, nama);

	el_int(x, "id", k->id);
	el_attr(x, "lembaga", k->lembaga);
	el_attr(x, "oleh", k->oleh);
	el_attr(x, "sumber", k->sumber);
	if (k->versi != 0)
		el_int(x, "versi", k->versi);
	if (k->berlaku != 0)
		el_int(x, "berlaku", k->berlaku);
	el_attr(x, "status", k->status);
	el_attr(x, "cara", k->cara);
	el_attr(x, "nama", k->nama);
	el_int(x, "bita", k->bytes);
	el_int(x, "baris", k->baris);
	el_int(x, "diterima", k->diterima);
	el_int(x, "diperbarui", k->diperbarui);
	el_int(x, "tetap", k->tetap);
	el_int(x, "ditolak", k->ditolak);
	if (tidak_dimuat(k) > 0)
		el_int(x, "tidak-dimuat", tidak_dimuat(k));
	el_attr(x, "galat", k->galat);
	el_time(r->a, x, "dibuat", k->dibuat);
	el_time(r->a, x, "mulai", k->mulai);
	el_time(r->a, x, "selesai", k->selesai);
	return x;
}

static void tambah_saring(struct req *r, elem *x, const struct daftar *d)
{
	if (d->saring.cari != NULL)
		list_filter(r, x, "cari");
	if (d->saring.status != NULL)
		list_filter(r, x, "status");
	if (d->saring.sumber != NULL)
		list_filter(r, x, "sumber");
	if (d->saring.lembaga != 0)
		list_filter_text(r, x, "lembaga", d->nama_lembaga);
	if (d->saring.dari != NULL)
		list_filter(r, x, "tgl-dari");
	if (d->saring.sampai != NULL)
		list_filter(r, x, "tgl-sampai");
}

/* The filters as typed and no rows; what is wrong is added by lib/app. */
enum err kiriman_galat(struct req *r)
{
	struct daftar d;
	elem *x;

	baca_pilihan(r, &d);
	x = list_add(r, &d.l, 0, (struct list_edge){ 0 },
		     (struct list_edge){ 0 }, 0, true);
	tambah_saring(r, x, &d);
	return OK;
}

enum err kiriman_daftar(struct req *r)
{
	struct list_edge awal = { 0 }, akhir = { 0 };
	struct balikan_kiriman *k;
	struct list_range t;
	struct daftar d;
	int64_t total;
	bool pasti;
	size_t n;
	elem *x;
	enum err e = baca_daftar(r, &d);

	if (e == OK)
		e = balikan_kiriman_daftar(r->db, &r->who, &d.saring,
					   d.l.backward, d.l.id, d.l.per + 1,
					   &k, &n);
	if (e == OK)
		e = balikan_kiriman_hitung(r->db, &r->who, &d.saring, &total,
					   &pasti);
	if (e != OK)
		return e;
	t = list_shown(&d.l, n);
	if (t.to > t.from) {
		awal.id = k[t.from].id;
		akhir.id = k[t.to - 1].id;
	}
	x = list_add(r, &d.l, n, awal, akhir, total, pasti);
	tambah_saring(r, x, &d);
	list_export(r, x, "/balikan/kiriman/unduh");
	for (size_t i = t.from; i < t.to; i++)
		halaman_kiriman(r, x, "baris", &k[i]);
	return OK;
}

static const struct xlsx_kolom kolom[] = {
	{ "No. Kiriman", 12 }, { "Tanggal", 18 }, { "Lembaga", 36 },
	{ "Sumber", 12 },      { "Berkas", 40 },  { "Oleh", 28 },
	{ "Status", 14 },      { "Baris", 12 },   { "Diterima", 12 },
	{ "Diperbarui", 12 },  { "Tetap", 12 },   { "Ditolak", 12 },
	{ "Tidak Dimuat", 12 },{ "Masalah", 20 }, { "Selesai", 18 },
};

static void unduh_baris(struct unduhan *u, struct arena *a,
			const struct balikan_kiriman *k)
{
	const int64_t angka[] = { k->baris, k->diterima, k->diperbarui,
				  k->tetap, k->ditolak, tidak_dimuat(k) };

	unduhan_angka(u, k->id);
	unduhan_teks(u, clock_local(a, k->dibuat));
	unduhan_teks(u, k->lembaga);
	unduhan_teks(u, k->sumber);
	unduhan_teks(u, k->nama);
	unduhan_teks(u, k->oleh);
	unduhan_teks(u, k->status);
	for (size_t i = 0; i < COUNT(angka); i++)
		unduhan_angka(u, angka[i]);
	unduhan_teks(u, k->galat);
	unduhan_teks(u, clock_local(a, k->selesai));
	unduhan_baris(u);
}

enum err kiriman_unduh(struct req *r)
{
	size_t n = UNDUHAN_SEKALI;
	int64_t sesudah = 0;
	struct unduhan u;
	struct daftar d;
	enum err e = unduhan_mulai(r, &u, "Kiriman", kolom, COUNT(kolom));

	if (e == OK)
		e = baca_daftar(r, &d);
	while (unduhan_lagi(r, &u, &e, n)) {
		struct balikan_kiriman *k;

		e = balikan_kiriman_daftar(r->db, &r->who, &d.saring, false,
					   sesudah, UNDUHAN_SEKALI, &k, &n);
		for (size_t i = 0; e == OK && i < n; i++) {
			unduh_baris(&u, db_arena(r->db), &k[i]);
			sesudah = k[i].id;
		}
	}
	return e == OK ? unduhan_kirim(r, &u, "kiriman-balikan") : e;
}

/* ---- one sending ---- */

/* Progress: what is done of what, rows a second, seconds left. */
static void tambah_maju(elem *x, const struct balikan_kiriman *k)
{
	bool muat = strcmp(k->status, "muat") == 0;
	bool kerja = muat || strcmp(k->status, "periksa") == 0;
	const char *sejak = muat ? k->mulai_muat : k->mulai;
	int64_t sudah =
	    muat ? k->diterima + k->diperbarui + k->tetap : k->dibaca;
	int64_t semua = muat ? k->baris - k->ditolak : k->bytes;
	int64_t baris = muat ? sudah : k->baris;
	int64_t ms = sejak == NULL ? 0 : clock_now_ms() - clock_parse(sejak);
	elem *m;

	if (!kerja)
		return;
	m = el_add(x, "maju");
	if (semua < sudah)
		semua = sudah;
	el_int(m, "sudah", sudah);
	el_int(m, "semua", semua);
	el_int(m, "persen", semua == 0 ? 0 : sudah * 100 / semua);
	if (ms < LAJU_MS || sudah == 0)
		return;
	el_int(m, "laju", baris * 1000 / ms);
	el_int(m, "sisa-detik",
	       (int64_t)((double)(semua - sudah) * (double)ms / 1000 /
			 (double)sudah));
}

/* Why the whole file failed: of galat_rinci (balikan-berkas.h) the lines, which
   are columns at fault, those of the parameters, those that are missing; of
   `rusak` a row. */
static void tambah_galat(struct req *r, elem *x,
			 const struct balikan_kiriman *k)
{
	static const char *const rinci[] = { "salah", "ada", "kurang" };
	const char *teks = k->galat_rinci;
	elem *g = el_add(x, "rusak");

	el_attr(g, "kode", k->galat);
	for (size_t i = 0; teks != NULL && i < COUNT(rinci); i++) {
		const char *akhir = strchrnul(teks, '\n');

		if (akhir > teks)
			el_attr(
			    g, rinci[i],
			    arena_strndup(r->a, teks, (size_t)(akhir - teks)));
		teks = *akhir == '\0' ? NULL : akhir + 1;
	}
}

/* An element for each number of "2 7". */
static void tambah_nomor(struct req *r, elem *x, const char *nomor)
{
	while (nomor != NULL && *nomor != '\0') {
		size_t n = strcspn(nomor, " ");

		el_attr(el_add(x, "di"), "nomor",
			arena_strndup(r->a, nomor, n));
		nomor += n;
		nomor += *nomor == ' ';
	}
}

/* angka: what the fault's number is, a row's or how many rows. */
static void tambah_salah(struct req *r, elem *x, const char *nama,
			 const char *angka, const struct balikan_keluhan *s)
{
	elem *b = el_add(x, nama);

	el_int(b, angka, s->baris);
	el_attr(b, "ruas", s->ruas);
	el_attr(b, "nilai", s->nilai);
	el_attr(b, "kode", s->kode);
	el_flag(b, "peringatan", s->kode[0] == '?');
	tambah_nomor(r, b, s->nomor);
}

/* Faults by reason and the first of them. */
static enum err tambah_laporan(struct req *r, elem *x, int64_t id)
{
	struct balikan_keluhan *s;
	size_t n;
	enum err e = balikan_kiriman_sebab(r->db, id, &s, &n);

	for (size_t i = 0; e == OK && i < n; i++)
		tambah_salah(r, x, "sebab", "jumlah", &s[i]);
	if (e == OK)
		e = balikan_kiriman_keluhan(r->db, id, &s, &n);
	for (size_t i = 0; e == OK && i < n; i++)
		tambah_salah(r, x, "salah", "nomor", &s[i]);
	return e;
}

static void tambah_boleh(elem *x, const char *aksi)
{
	el_attr(el_add(x, "boleh"), "aksi", aksi);
}

/* Files have one, single records none. */
static enum err tambah_riwayat(struct req *r, int64_t id)
{
	struct peristiwa *p;
	size_t n;
	enum err e = balikan_kiriman_riwayat(r->db, id, &p, &n);

	if (e == OK && n > 0)
		halaman_linimasa(r, p, n);
	return e;
}

/* When its files go, or went. */
static void tambah_hapus(struct req *r, elem *x,
			 const struct balikan_kiriman *k)
{
	char *pada = arena_alloc(r->a, CLOCK_TEXT_BYTES);

	el_time(r->a, x, "berkas-hapus", k->berkas_hapus);
	if (k->berkas_hapus != NULL || k->selesai == NULL || berjalan(k) ||
	    strcmp(k->sumber, "berkas") != 0)
		return;
	clock_text(clock_parse(k->selesai) +
		       balikan_simpan_hari(r->db) * CLOCK_DAY_MS,
		   pada);
	el_time(r->a, x, "hapus-pada", pada);
}

enum err kiriman_lihat(struct req *r)
{
	struct balikan_kiriman k;
	int64_t n = 0;
	elem *x;
	enum err e = balikan_kiriman_ambil(r->db, &r->who, req_id(r, "id"), &k);

	if (e != OK)
		return e;
	x = halaman_kiriman(r, r->page, "balikan", &k);
	el_flag(x, "berjalan", berjalan(&k));
	el_flag(x, "laporan", k.laporan != NULL);
	tambah_hapus(r, x, &k);
	tambah_maju(x, &k);
	if (strcmp(k.status, "antri") == 0) {
		e = balikan_kiriman_antrean(r->db, &k, &n);
		el_int(x, "antrean", n);
	}
	if (form_value(r, "hidup") != NULL) {
		req_view(r, "balikan-maju");
		return e;
	}
	if (balikan_kiriman_boleh_batal(&r->who, &k))
		tambah_boleh(x, "batal");
	if (balikan_kiriman_boleh_urung(&r->who, &k))
		tambah_boleh(x, "urungkan");
	if (k.galat != NULL)
		tambah_galat(r, x, &k);
	if (e == OK)
		e = tambah_laporan(r, x, k.id);
	return e == OK ? tambah_riwayat(r, k.id) : e;
}

/* The refused rows as they were sent, with what is wrong: full NIKs, so only
   for the institution whose they are, and audited. */
enum err kiriman_tolakan(struct req *r)
{
	struct balikan_kiriman k;
	enum err e = balikan_kiriman_ambil(r->db, &r->who, req_id(r, "id"), &k);

	if (e == OK && k.laporan == NULL)
		e = ERR_NOT_FOUND;
	if (e == OK)
		e = audit_catat(r->db, &r->who, "balikan-tolakan-diunduh",
				"balikan", k.id, NULL);
	if (e == OK)
		req_send_stored(r, k.laporan, "text/csv; charset=utf-8",
				arena_printf(r->a, "ditolak-kiriman-%lld.csv",
					     (long long)k.id),
				false);
	return e;
}

/* ---- steps ---- */

/* The page before one of them; which one is the last word of the path.  With
   a newer sending it says so instead, also after the form was sent. */
enum err kiriman_langkah(struct req *r)
{
	const char *aksi = strrchr(r->path, '/') + 1;
	bool batal = strcmp(aksi, "batal") == 0;
	struct balikan_kiriman k;
	int64_t lain;
	bool tetap;
	elem *x;
	enum err e = balikan_kiriman_ambil(r->db, &r->who, req_id(r, "id"), &k);

	if (e != OK)
		return e;
	if (batal ? !balikan_kiriman_boleh_batal(&r->who, &k) :
		    !balikan_kiriman_boleh_urung(&r->who, &k))
		return ERR_CONFLICT;
	x = halaman_kiriman(r, r->page, "balikan", &k);
	el_attr(x, "aksi", aksi);
	if (batal && strcmp(k.status, "muat") != 0)
		return OK;
	e = balikan_kiriman_penghalang(r->db, &k, &lain, &tetap);
	if (e == OK && lain != 0) {
		el_int(x, "penghalang", lain);
		el_flag(x, "satuan", tetap);
		req_status(r, 409);
	}
	return e;
}

static enum err selesai(struct req *r, enum err e, const char *pesan)
{
	if (e == OK)
		req_redirect(r, pesan, "/balikan/kiriman/%lld",
			     (long long)req_id(r, "id"));
	return e;
}

enum err kiriman_batal(struct req *r)
{
	return selesai(r,
		       balikan_kiriman_batal(r->db, &r->who, req_id(r, "id")),
		       "balikan-dibatalkan");
}

enum err kiriman_urungkan(struct req *r)
{
	return selesai(r,
		       balikan_kiriman_urung(r->db, &r->who, req_id(r, "id")),
		       "balikan-diurungkan");
}
