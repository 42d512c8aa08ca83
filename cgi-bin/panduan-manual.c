/*
 * panduan-manual.c - manuals (B-18): their list and files for everybody who may
 * have them, and what the admin does: upload, change, next edition, withdraw.
 */
#include "panduan-halaman.h"
#include "model/manual.h"

#include <string.h>

/* A book with pictures of every page; larger is no reading for 512 kbit/s. */
#define PDF_MAKS (20 * 1024 * 1024)

struct isian {
	int64_t versi;
	const char *aktif;
	struct manual_isian b;
};

#define RUAS(n, k, m, a, b, w, c)                                              \
	{                                                                      \
		n, k, offsetof(struct isian, m), a, b, w, c                    \
	}
#define JUDUL                                                                  \
	RUAS("judul", F_TEXT, b.judul, 3, MANUAL_JUDUL_MAKS, F_REQUIRED, NULL)
#define UNTUK RUAS("untuk", F_CHOICE, b.untuk, 0, 0, F_REQUIRED, manual_untuk)
#define BERKAS(wajib)                                                          \
	RUAS("berkas", F_FILE, b.berkas, 0, PDF_MAKS, wajib, form_pdf)

static const struct field ruas_baru[] = { JUDUL, UNTUK, BERKAS(F_REQUIRED) };
static const struct field ruas_ubah[] = {
	RUAS("versi", F_INT, versi, 1, INT32_MAX, F_REQUIRED, NULL),
	JUDUL,
	UNTUK,
	BERKAS(F_OPTIONAL),
};
static const struct field ruas_saklar[] = {
	RUAS("aktif", F_CHOICE, aktif, 0, 0, F_REQUIRED, form_yes_no),
};

static void ke_rincian(struct req *r, const char *pesan, int64_t id)
{
	req_redirect(r, pesan, "/panduan/manual/%lld", (long long)id);
}

/* --- reading --- */

static void tambah_berkas(elem *e, const struct berkas *b)
{
	el_attr(e, "nama", b->nama);
	el_int(e, "bita", b->ukuran);
}

static void tambah_manual(struct req *r, const struct manual *b)
{
	elem *e = el_add(r->page, "manual");

	el_int(e, "id", b->id);
	el_attr(e, "judul", b->judul);
	el_attr(e, "untuk", b->untuk);
	el_attr(e, "status", b->aktif ? "aktif" : "ditarik");
	el_int(e, "versi", b->versi);
	el_int(e, "edisi", b->edisi);
	el_time(r->a, e, "terbit", b->terbit);
	tambah_berkas(e, &b->berkas);
}

enum err panduan_manual_daftar(struct req *r, const char *cari)
{
	struct manual *b;
	size_t n;
	enum err e = manual_semua(r->db, &r->who, &b, &n);

	for (size_t i = 0; i < n; i++)
		if (cari == NULL || panduan_cocok(cari, b[i].judul))
			tambah_manual(r, &b[i]);
	return e;
}

/* {nomor}, or the present edition where the path has none. */
enum err manual_unduh(struct req *r)
{
	int64_t nomor = req_id(r, "nomor");
	struct berkas f;
	struct manual b;
	enum err e = manual_ambil(r->db, &r->who, req_id(r, "id"), &b);

	if (e == OK)
		e = manual_berkas(r->db, b.id, nomor == 0 ? b.edisi : nomor,
				  &f);
	if (e == OK)
		req_send_stored(r, f.sha256, berkas_tipe(f.jenis), f.nama,
				false);
	return e;
}

/* --- the admin --- */

enum err manual_lihat(struct req *r)
{
	struct manual_edisi *edisi;
	struct manual b;
	size_t n;
	enum err e = manual_ambil(r->db, &r->who, req_id(r, "id"), &b);

	if (e == OK)
		e = manual_edisi_semua(r->db, b.id, &edisi, &n);
	if (e != OK)
		return e;
	tambah_manual(r, &b);
	for (size_t i = 0; i < n; i++) {
		elem *x = el_add(r->page, "edisi");

		el_int(x, "nomor", edisi[i].nomor);
		el_time(r->a, x, "waktu", edisi[i].waktu);
		el_attr(x, "oleh", edisi[i].oleh);
		tambah_berkas(x, &edisi[i].berkas);
	}
	return OK;
}

enum err manual_form_ubah(struct req *r)
{
	struct manual b;
	enum err e = manual_ambil(r->db, &r->who, req_id(r, "id"), &b);

	if (e == OK)
		tambah_manual(r, &b);
	return e;
}

enum err manual_unggah(struct req *r)
{
	struct isian in = { 0 };
	int64_t id;
	enum err e = form_bind(r, ruas_baru, COUNT(ruas_baru), &in);

	if (e != OK)
		return e;
	e = manual_buat(r->db, &r->who, &in.b, &id);
	if (e == ERR_CONFLICT)
		return form_error(r, "judul", "sudah-dipakai");
	if (e == OK)
		ke_rincian(r, "manual-dibuat", id);
	return e;
}

enum err manual_simpan(struct req *r)
{
	struct isian in = { 0 };
	int64_t id = req_id(r, "id");
	struct manual b;
	bool lain;
	enum err e = manual_ambil(r->db, &r->who, id, &b);

	if (e == OK)
		e = form_bind(r, ruas_ubah, COUNT(ruas_ubah), &in);
	if (e != OK)
		return e;
	e = manual_ubah(r->db, &r->who, id, in.versi, &in.b, &lain);
	if (e == ERR_CONFLICT && lain)
		return form_error(r, "judul", "sudah-dipakai");
	if (e == OK)
		ke_rincian(r, "tersimpan", id);
	return e;
}

enum err manual_form_hapus(struct req *r)
{
	int64_t nomor = req_id(r, "nomor");
	struct berkas f;
	struct manual b;
	elem *x;
	enum err e = manual_ambil(r->db, &r->who, req_id(r, "id"), &b);

	if (e == OK)
		e = manual_berkas(r->db, b.id, nomor, &f);
	if (e == OK && nomor == b.edisi)
		e = ERR_CONFLICT;
	if (e != OK)
		return e;
	tambah_manual(r, &b);
	x = el_add(r->page, "edisi");
	el_int(x, "nomor", nomor);
	tambah_berkas(x, &f);
	return OK;
}

enum err manual_hapus(struct req *r)
{
	int64_t id = req_id(r, "id");
	enum err e = manual_hapus_edisi(r->db, &r->who, id, req_id(r, "nomor"));

	if (e == OK)
		ke_rincian(r, "manual-edisi-dihapus", id);
	return e;
}

enum err manual_saklar(struct req *r)
{
	struct isian in = { 0 };
	int64_t id = req_id(r, "id");
	bool aktif;
	enum err e = form_bind(r, ruas_saklar, COUNT(ruas_saklar), &in);

	if (e != OK)
		return e;
	aktif = strcmp(in.aktif, "ya") == 0;
	e = manual_atur_aktif(r->db, &r->who, id, aktif);
	if (e == OK)
		ke_rincian(r, aktif ? "manual-ditampilkan" : "manual-ditarik",
			   id);
	return e;
}
