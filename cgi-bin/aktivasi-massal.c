/*
 * aktivasi-massal.c - part of program aktivasi: activation of many cards by a
 * file: sending it, its progress and results, the archive of its
 * manifests.  The worker pengaktif-massal does the work.
 */
#include "aktivasi-halaman.h"
#include "lib/laporan.h"
#include "lib/list.h"
#include "lib/store.h"
#include "lib/tabel.h"
#include "lib/text.h"
#include "lib/unduhan.h"
#include "lib/zip-out.h"
#include "model/kartu.h"
#include "model/massal.h"

#include <string.h>

#define BERKAS_MAKS  (20 << 20)
/* The page of a file that is being worked asks again after so long. */
#define SEGARKAN     "3"

/* ---- the list of files ---- */

static elem *tambah_massal(struct req *r, elem *parent, const char *nama,
			   const struct massal *m)
{
	elem *e = el_add(parent, nama);

	el_int(e, "id", m->id);
	el_attr(e, "nama", m->nama);
	el_attr(e, "lembaga", m->lembaga);
	el_attr(e, "oleh", m->oleh);
	el_int(e, "jumlah", m->jumlah);
	el_int(e, "berhasil", m->berhasil);
	el_int(e, "gagal", m->gagal);
	el_attr(e, "status", m->status);
	el_time(r->a, e, "dibuat", m->dibuat);
	el_time(r->a, e, "selesai", m->selesai);
	return e;
}

static const char *const urutan[] = { "baru", NULL };

enum err massal_daftar_halaman(struct req *r)
{
	struct list_edge awal = { 0 }, akhir = { 0 };
	struct list_range t;
	size_t n;
	struct massal *m;
	struct list l;
	int64_t total;
	elem *x;
	enum err e;

	list_read(r, urutan, true, &l);
	e = massal_daftar(r->db, &r->who, l.backward, l.id, l.per + 1, &m, &n,
			  &total);
	if (e != OK)
		return e;
	t = list_shown(&l, n);
	if (t.to > t.from) {
		awal.id = m[t.from].id;
		akhir.id = m[t.to - 1].id;
	}
	x = list_add(r, &l, n, awal, akhir, total, true);
	for (size_t i = t.from; i < t.to; i++)
		tambah_massal(r, x, "baris", &m[i]);
	return OK;
}

/* ---- sending one ---- */

struct isian {
	struct upload *berkas;
};

static const char *const jenis_tabel[] = { "csv", "xlsx", NULL };

/* The file holds tokens: it is looked at and not kept. */
static const struct field ruas[] = {
	{ "berkas", F_FILE, offsetof(struct isian, berkas), 0, BERKAS_MAKS,
	  F_REQUIRED | F_PASSING, jenis_tabel },
};

enum err massal_kirim(struct req *r)
{
	struct isian in = { 0 };
	struct massal_isi isi;
	struct tabel_galat g;
	int64_t id = 0;
	enum err e = form_bind(r, ruas, COUNT(ruas), &in);

	if (e != OK)
		return e;
	e = massal_baca(r->a, store_fd(in.berkas->file), &isi, &g);
	if (g.kode != TABEL_BAIK)
		return laporan_tabel(r, "berkas", g);
	if (e == ERR_INPUT)
		return form_error_row(r, "berkas", "kolom-kurang", 0,
				      isi.kurang);
	if (e != OK)
		return e;
	if (isi.n == 0)
		return form_error(r, "berkas", "tanpa-baris");
	e = massal_terima(r->db, &r->who, in.berkas->name, &isi, &id);
	if (e == OK)
		req_redirect(r, "massal-diterima", "/aktivasi/massal/%lld",
			     (long long)id);
	return e;
}

static const struct xlsx_kolom kolom_templat[] = {
	{ "sam_id", 26 },	{ "token", 16 },    { "seri_mesin", 22 },
	{ "outlet", 30 },	{ "alamat", 44 },   { "kode_wilayah", 14 },
	{ "latitude", 14 },	{ "longitude", 14 },
};

/* The cards that wait for their token, ready to be filled in. */
enum err massal_templat(struct req *r)
{
	size_t n = UNDUHAN_SEKALI;
	int64_t sesudah = 0, *id;
	struct massal_baris *b;
	struct unduhan u;
	enum err e = unduhan_mulai(r, &u, "Aktivasi", kolom_templat,
				   COUNT(kolom_templat));

	while (unduhan_lagi(r, &u, &e, n)) {
		e = massal_calon(r->db, &r->who, sesudah, UNDUHAN_SEKALI, &id,
				 &b, &n);
		for (size_t i = 0; e == OK && i < n; i++) {
			char sam[SAM_TEKS];

			sam_tulis(b[i].sam_id, sam);
			unduhan_teks(&u, sam);
			unduhan_teks(&u, NULL);
			unduhan_teks(&u, b[i].seri_mesin);
			unduhan_teks(&u, b[i].outlet);
			unduhan_teks(&u, b[i].alamat);
			unduhan_teks(&u, NULL);
			unduhan_teks(&u, NULL);
			unduhan_teks(&u, NULL);
			unduhan_baris(&u);
			sesudah = id[i];
		}
	}
	return e == OK ? unduhan_kirim(r, &u, "templat-aktivasi") : e;
}

/* ---- one file ---- */

static void tambah_hasil(elem *x, const struct massal_baris *b)
{
	elem *e = el_add(x, "baris");
	char sam[SAM_TEKS];

	sam_tulis(b->sam_id, sam);
	el_int(e, "nomor", b->baris);
	el_attr(e, "sam", sam);
	el_attr(e, "seri-mesin", b->seri_mesin);
	el_attr(e, "outlet", b->outlet);
	el_attr(e, "status", b->status);
	el_attr(e, "kode", b->galat);
	el_attr(e, "ruas", b->ruas);
	if (b->manifes_id != 0) {
		el_int(e, "manifes", b->manifes_id);
		el_int(e, "kartu", b->kartu_id);
	}
}

static const char *status_baris(struct req *r)
{
	static const char *const boleh[] = { "antri", "berhasil", "gagal" };
	const char *v = form_value(r, "status");

	for (size_t i = 0; v != NULL && i < COUNT(boleh); i++)
		if (strcmp(boleh[i], v) == 0)
			return boleh[i];
	return NULL;
}

enum err massal_lihat(struct req *r)
{
	struct list_edge awal = { 0 }, akhir = { 0 };
	const char *status = status_baris(r);
	struct list_range t;
	size_t n;
	struct massal_baris *b;
	struct massal m;
	struct list l;
	int64_t total, menunggu;
	elem *x;
	enum err e = massal_ambil(r->db, &r->who, req_id(r, "id"), &m);

	if (e != OK)
		return e;
	menunggu = m.jumlah - m.berhasil - m.gagal;
	tambah_massal(r, r->page, "massal", &m);
	list_read(r, urutan, false, &l);
	e = massal_hasil(r->db, m.id, status, l.backward, l.id, l.per + 1, &b,
			 &n);
	if (e != OK)
		return e;
	t = list_shown(&l, n);
	if (t.to > t.from) {
		awal.id = b[t.from].baris;
		akhir.id = b[t.to - 1].baris;
	}
	total = m.jumlah;
	if (status != NULL)
		total = strcmp(status, "berhasil") == 0 ? m.berhasil :
			strcmp(status, "gagal") == 0	? m.gagal :
							  menunggu;
	x = list_add(r, &l, n, awal, akhir, total, true);
	if (status != NULL)
		list_filter(r, x, "status");
	for (size_t i = t.from; i < t.to; i++)
		tambah_hasil(x, &b[i]);
	if (strcmp(m.status, "selesai") != 0)
		req_header_out(r, "Refresh", SEGARKAN);
	return OK;
}

static const struct xlsx_kolom kolom_galat[] = {
	{ "baris", 8 }, { "sam_id", 26 }, { "kolom", 16 }, { "masalah", 30 },
};

/* The rows that were refused, to be mended and sent again. */
enum err massal_galat(struct req *r)
{
	struct massal_baris *b;
	size_t n = UNDUHAN_SEKALI;
	int64_t sesudah = 0;
	struct massal m;
	struct unduhan u;
	enum err e = massal_ambil(r->db, &r->who, req_id(r, "id"), &m);

	if (e == OK)
		e = unduhan_mulai(r, &u, "Gagal", kolom_galat,
				  COUNT(kolom_galat));
	while (unduhan_lagi(r, &u, &e, n)) {
		e = massal_hasil(r->db, m.id, "gagal", false, sesudah,
				 UNDUHAN_SEKALI, &b, &n);
		for (size_t i = 0; e == OK && i < n; i++) {
			char sam[SAM_TEKS];

			sam_tulis(b[i].sam_id, sam);
			unduhan_angka(&u, b[i].baris);
			unduhan_teks(&u, sam);
			unduhan_teks(&u, b[i].ruas);
			unduhan_teks(&u, b[i].galat);
			unduhan_baris(&u);
			sesudah = b[i].baris;
		}
	}
	return e == OK ? unduhan_kirim(r, &u,
				       arena_printf(r->a, "gagal-massal-%lld",
						    (long long)m.id)) :
			 e;
}

/* All manifests of the file in one archive, named by row and SAM id. */
enum err massal_zip(struct req *r)
{
	struct massal_manifes *f;
	size_t n = UNDUHAN_SEKALI;
	int64_t sesudah = 0;
	struct zip_out *z;
	struct massal m;
	struct blob isi;
	enum err e = massal_ambil(r->db, &r->who, req_id(r, "id"), &m);

	if (e == OK && m.berhasil == 0)
		e = ERR_NOT_FOUND;
	if (e == OK)
		e = zip_out_new(r->a, &z);
	while (e == OK && n == UNDUHAN_SEKALI) {
		e = massal_manifes(r->db, m.id, sesudah, UNDUHAN_SEKALI, &f,
				   &n);
		for (size_t i = 0; e == OK && i < n; i++) {
			e = zip_out_tambah(
			    z,
			    arena_printf(r->a, "%05lld-manifes-%s-%.8s.xml",
					 (long long)f[i].baris, f[i].sam_id,
					 f[i].kode),
			    f[i].xml);
			sesudah = f[i].baris;
		}
	}
	if (e == OK)
		e = zip_out_selesai(z, &isi);
	if (e == OK)
		req_send_bytes(r, "application/zip", isi,
			       arena_printf(r->a, "manifes-massal-%lld.zip",
					    (long long)m.id));
	return e;
}
