/*
 * aktivasi-kembali.c - program aktivasi: cards that come back: list,
 * declaration, one return, sending, receipt, calling off.
 */
#include "aktivasi-halaman.h"
#include "dokumen/kembali.h"
#include "lib/list.h"
#include "lib/text.h"
#include "model/kartu.h"

#include <string.h>

#define CALON_TAMPIL 50 /* cards offered for ticking */
#define KETIK_MAKS   40000
#define ALASAN_MAKS  500

/* ---- parts of pages ---- */

static elem *tambah(struct req *r, elem *induk, const char *nama,
		    const struct pengembalian *k)
{
	elem *e = el_add(induk, nama);

	el_int(e, "id", k->id);
	el_attr(e, "lembaga", k->lembaga);
	el_attr(e, "alasan", k->alasan);
	el_attr(e, "catatan", k->catatan);
	el_int(e, "jumlah", k->jumlah);
	el_attr(e, "status", k->status);
	el_int(e, "dokumen", k->dokumen_id);
	el_attr(e, "nomor", k->nomor);
	el_attr(e, "pengirim-nama", k->pengirim_nama);
	el_attr(e, "pengirim-jabatan", k->pengirim_jabatan);
	el_time(r->a, e, "dibuat", k->dibuat);
	el_time(r->a, e, "dikirim", k->dikirim);
	el_attr(e, "resi", k->resi);
	el_time(r->a, e, "diterima", k->diterima);
	el_time(r->a, e, "dibatalkan", k->dibatalkan);
	el_attr(e, "batal-alasan", k->batal_alasan);
	return e;
}

static void tambah_kartu(elem *induk, const struct pengembalian_kartu *k,
			 size_t n)
{
	for (size_t i = 0; i < n; i++) {
		elem *e = el_add(induk, "kartu");
		char sam[SAM_TEKS];

		sam_tulis(k[i].sam_id, sam);
		el_int(e, "id", k[i].id);
		el_attr(e, "seri-kartu", k[i].seri_kartu);
		el_attr(e, "seri-mesin", k[i].seri_mesin);
		el_attr(e, "sam", sam);
		el_attr(e, "pcid", k[i].pcid);
		el_attr(e, "status", k[i].status);
		el_attr(e, "outlet", k[i].outlet);
	}
}

/* The return {id} of the path above a form, with what the person may do. */
static enum err ambil(struct req *r, struct pengembalian *k, elem **e)
{
	unsigned peran = r->who.role;
	enum err err = pengembalian_ambil(r->db, &r->who, req_id(r, "id"), k);
	elem *b;

	if (err != OK)
		return err;
	*e = tambah(r, r->page, "pengembalian", k);
	b = el_add(*e, "boleh");
	el_flag(b, "kirim",
		strcmp(k->status, "disusun") == 0 &&
		    (peran & ROLE_PEMINTA) != 0);
	el_flag(b, "terima",
		strcmp(k->status, "dikirim") == 0 && peran == ROLE_ADMIN);
	el_flag(b, "batal", pengembalian_boleh_batal(&r->who, k));
	return OK;
}

/* ---- the list ---- */

static const char *const urutan[] = { "dibuat", NULL };

enum err kembali_daftar(struct req *r)
{
	const char *status = form_value(r, "status");
	struct pengembalian_saring s = { 0 };
	struct list_edge awal = { 0 }, akhir = { 0 };
	struct pengembalian *k;
	struct list_range t;
	size_t n;
	struct list l;
	int64_t total;
	bool pasti;
	elem *x;
	enum err e;

	list_read(r, urutan, true, &l);
	for (size_t i = 0; status != NULL && pengembalian_status[i]; i++)
		if (strcmp(status, pengembalian_status[i]) == 0)
			s.status = pengembalian_status[i];
	s.cari = l.search;
	s.turun = l.descending;
	s.mundur = l.backward;
	s.id = l.id;
	s.banyak = l.per + 1;
	e = pengembalian_daftar(r->db, &r->who, &s, &k, &n, &total, &pasti);
	if (e != OK)
		return e;
	t = list_shown(&l, n);
	if (t.to > t.from) {
		awal.id = k[t.from].id;
		akhir.id = k[t.to - 1].id;
	}
	x = list_add(r, &l, n, awal, akhir, total, pasti);
	if (s.cari != NULL)
		list_filter(r, x, "cari");
	if (s.status != NULL)
		list_filter(r, x, "status");
	for (size_t i = t.from; i < t.to; i++)
		tambah(r, x, "baris", &k[i]);
	return OK;
}

/* ---- declaring ---- */

struct isian {
	struct pengembalian_isian k;
	const char *cari;
};

static const struct field ruas[] = {
	{ "alasan", F_CHOICE, offsetof(struct isian, k.alasan), 0, 0,
	  F_REQUIRED, pengembalian_alasan },
	{ "catatan", F_TEXT, offsetof(struct isian, k.catatan), 1, 500,
	  F_OPTIONAL, NULL },
	{ "pengirim_nama", F_TEXT, offsetof(struct isian, k.pengirim_nama), 3,
	  100, F_REQUIRED, NULL },
	{ "pengirim_jabatan", F_TEXT,
	  offsetof(struct isian, k.pengirim_jabatan), 3, 100, F_REQUIRED,
	  NULL },
	{ "seri", F_LINES, offsetof(struct isian, k.seri), 1, KETIK_MAKS,
	  F_OPTIONAL, NULL },
	{ "cari", F_TEXT, offsetof(struct isian, cari), 0, 100, F_OPTIONAL,
	  NULL },
};

/* The form: cards that can be given back, those that ?cari= finds. */
enum err kembali_form(struct req *r)
{
	const char *ketik = form_value(r, "cari");
	const char *cari = ketik == NULL ? NULL : text_fold(r->a, ketik);
	struct pengembalian_kartu *k;
	int64_t total;
	size_t n;
	elem *x;
	enum err e;

	if (cari != NULL && (*cari == '\0' || text_length(cari) > 100))
		cari = NULL;
	e = pengembalian_calon(r->db, &r->who, cari, CALON_TAMPIL, &k, &n,
			       &total);
	if (e != OK)
		return e;
	x = el_add(r->page, "calon");
	el_attr(x, "cari", cari);
	el_int(x, "total",
	       total > PENGEMBALIAN_HITUNG ? PENGEMBALIAN_HITUNG : total);
	el_flag(x, "lebih", total > PENGEMBALIAN_HITUNG);
	el_int(x, "tampil", (int64_t)n);
	/* Searched for by its serial: that is the one. */
	el_flag(x, "pilih", cari != NULL && n == 1);
	tambah_kartu(x, k, n);
	return OK;
}

/* The cards that were ticked. */
static const int64_t *baca_kartu(struct req *r, size_t *n)
{
	size_t banyak;
	const char **v = form_values(r, "kartu[]", &banyak);
	int64_t *id = arena_array(r->a, banyak + 1, sizeof(*id));

	*n = 0;
	for (size_t i = 0; i < banyak; i++)
		if (text_to_int(v[i], &id[*n]) && id[*n] > 0)
			(*n)++;
	return id;
}

static enum err lapor(struct req *r, const struct kembali_galat *g)
{
	for (size_t i = 0; i < g->n; i++)
		form_error_row(r, g->kartu[i].baris > 0 ? "seri" : "kartu",
			       g->kartu[i].kode, g->kartu[i].baris,
			       g->kartu[i].nilai);
	if (g->n > 0)
		return ERR_INPUT;
	if (g->banyak == 0)
		return form_error(r, "kartu", "kartu-wajib");
	return form_error_row(
	    r, "kartu", "kartu-banyak", 0,
	    arena_printf(r->a, "%zu", g->banyak));
}

enum err kembali_catat(struct req *r)
{
	struct isian in = { 0 };
	struct kembali_galat g;
	int64_t id;
	enum err e = form_bind(r, ruas, COUNT(ruas), &in);

	in.k.kartu = baca_kartu(r, &in.k.n_kartu);
	if (e == ERR_INPUT && in.k.n_kartu == 0 && in.k.seri == NULL)
		form_error(r, "kartu", "kartu-wajib");
	if (e != OK)
		return e;
	e = kembali_buat(r->db, &r->who, &in.k, &id, &g);
	if (e == ERR_INPUT)
		return lapor(r, &g);
	if (e == ERR_CONFLICT)
		form_error(r, "", "kartu-berubah");
	if (e == ERR_GONE)
		return form_error(r, "", "segel-tidak-ada");
	if (e == OK)
		req_redirect(r, "pengembalian-dibuat", "/aktivasi/kembali/%lld",
			     (long long)id);
	return e;
}

/* ---- one return ---- */

static void peristiwa(struct req *r, elem *x, const char *kode,
		      const char *waktu, const char *oleh, const char *teks)
{
	elem *e;

	if (waktu == NULL)
		return;
	e = el_add(x, "peristiwa");
	el_attr(e, "kode", kode);
	el_time(r->a, e, "waktu", waktu);
	el_attr(e, "oleh", oleh);
	el_text(e, teks);
}

enum err kembali_lihat(struct req *r)
{
	struct pengembalian_kartu *kartu;
	struct pengembalian k;
	size_t n;
	elem *e, *x;
	enum err err = ambil(r, &k, &e);

	if (err == OK)
		err = pengembalian_isi(r->db, k.id, &kartu, &n);
	if (err != OK)
		return err;
	tambah_kartu(e, kartu, n);
	x = el_add(r->page, "linimasa");
	peristiwa(r, x, "kembali-disusun", k.dibuat, k.pembuat, k.catatan);
	peristiwa(r, x, "kembali-dikirim", k.dikirim, k.pengirim, k.resi);
	peristiwa(r, x, "kembali-diterima", k.diterima, k.penerima, NULL);
	peristiwa(r, x, "kembali-batal", k.dibatalkan, k.pembatal,
		  k.batal_alasan);
	return OK;
}

/* A step of it has a page of its own, which says what will happen. */
enum err kembali_langkah(struct req *r)
{
	const char *langkah = strrchr(r->path, '/') + 1;
	struct pengembalian k;
	elem *e;
	enum err err = ambil(r, &k, &e);

	if (err != OK)
		return err;
	el_attr(e, "langkah", langkah);
	return OK;
}

/* Done: back to it; a state that has changed meanwhile is told there. */
static enum err selesai(struct req *r, enum err e, const char *pesan)
{
	if (e == OK)
		req_redirect(r, pesan, "/aktivasi/kembali/%lld",
			     (long long)req_id(r, "id"));
	if (e == ERR_CONFLICT)
		form_error(r, "", "pengembalian-status");
	return e;
}

struct isian_kirim {
	const char *resi;
};

static const struct field ruas_kirim[] = {
	{ "resi", F_TEXT, offsetof(struct isian_kirim, resi), 3, 60, F_REQUIRED,
	  NULL },
};

enum err kembali_kirim(struct req *r)
{
	struct isian_kirim in = { 0 };
	enum err e = form_bind(r, ruas_kirim, COUNT(ruas_kirim), &in);

	if (e != OK)
		return e;
	return selesai(
	    r, pengembalian_kirim(r->db, &r->who, req_id(r, "id"), in.resi),
	    "pengembalian-dikirim");
}

enum err kembali_terima(struct req *r)
{
	return selesai(
	    r, pengembalian_terima(r->db, &r->who, req_id(r, "id")),
	    "pengembalian-diterima");
}

struct isian_batal {
	const char *alasan;
};

static const struct field ruas_batal[] = {
	{ "alasan", F_LINES, offsetof(struct isian_batal, alasan), 3,
	  ALASAN_MAKS, F_REQUIRED, NULL },
};

enum err kembali_batal(struct req *r)
{
	struct isian_batal in = { 0 };
	enum err e = form_bind(r, ruas_batal, COUNT(ruas_batal), &in);

	if (e != OK)
		return e;
	return selesai(
	    r, pengembalian_batal(r->db, &r->who, req_id(r, "id"), in.alasan),
	    "pengembalian-batal");
}
