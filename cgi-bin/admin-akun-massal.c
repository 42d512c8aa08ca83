/*
 * admin-akun-massal.c - part of program admin: many accounts by a table
 * (U-04).  A file without faults leads to a page that shows what will be
 * made; its address carries the file's place in the store and a seal, and no
 * row refers to it, so that it is swept away when nobody goes on.
 */
#include "admin-halaman.h"
#include "lib/crypto.h"
#include "lib/laporan.h"
#include "lib/store.h"
#include "lib/tabel.h"
#include "lib/unduhan.h"
#include "model/akun-massal.h"

#include <string.h>

#define BERKAS_MAKS   (5 << 20)
#define TAMPIL_SALAH  100
#define TAMPIL_AWAL   50
#define JENIS_LAPORAN "akun"

struct isian {
	struct upload *berkas;
};

static const char *const jenis_tabel[] = { "csv", "xlsx", NULL };

static const struct field ruas[] = {
	{ "berkas", F_FILE, offsetof(struct isian, berkas), 0, BERKAS_MAKS,
	  F_REQUIRED | F_PASSING, jenis_tabel },
};

static const struct xlsx_kolom kolom_templat[] = {
	{ "nama", 30 },	   { "username", 18 },	   { "email", 30 },
	{ "telepon", 18 }, { "peran", 14 },	   { "kode_lembaga", 14 },
	{ "alamat", 40 },  { "kota", 24 },	   { "provinsi", 24 },
};

enum err massal_template(struct req *r)
{
	struct unduhan u;
	enum err e = unduhan_mulai(r, &u, "Akun", kolom_templat,
				   COUNT(kolom_templat));

	return e == OK ? unduhan_kirim(r, &u, "templat-akun") : e;
}

/* Tell what is wrong: the first rows on the page, all of them in a file. */
static enum err lapor(struct req *r, const struct akun_massal *m)
{
	const char *akhir;
	enum err e = laporan_simpan(r, JENIS_LAPORAN,
				    akun_massal_laporan(r->a, m), &akhir);

	if (e != OK)
		return e;
	form_error_row(r, "berkas", "daftar-salah", (int64_t)m->n_salah,
		       arena_printf(r->a, "/admin/akun/massal/laporan/%s",
				    akhir));
	for (size_t i = 0; i < m->n_salah && i < TAMPIL_SALAH; i++) {
		const struct akun_massal_salah *s = &m->salah[i];

		form_error_row(r, arena_printf(r->a, "massal-%s", s->ruas),
			       s->kode, s->nomor,
			       s->lain == 0 ?
				       s->nilai :
				       arena_printf(r->a, "%s (%lld)",
						    s->nilai,
						    (long long)s->lain));
	}
	return ERR_INPUT;
}

/* Read and check the table open at fd. */
static enum err periksa(struct req *r, int fd, struct akun_massal *m)
{
	struct tabel_galat g;
	enum err e = akun_massal_baca(r->a, fd, m, &g);

	if (g.kode != TABEL_BAIK)
		return laporan_tabel(r, "berkas", g);
	if (e == ERR_INPUT)
		return form_error_row(r, "berkas", "kolom-kurang", 0,
				      m->kurang);
	if (e == OK && m->n == 0)
		return form_error(r, "berkas", "tanpa-baris");
	if (e == OK)
		e = akun_massal_periksa(r->db, m);
	return e == OK && m->n_salah > 0 ? lapor(r, m) : e;
}

static const char *segel(struct req *r, const char *sha256)
{
	return crypto_seal(r->a,
			   arena_printf(r->a, "akun-massal:%lld",
					(long long)r->who.akun),
			   sha256);
}

enum err massal_upload(struct req *r)
{
	struct isian in = { 0 };
	struct akun_massal m;
	const char *sha256, *cap;
	enum err e = form_bind(r, ruas, COUNT(ruas), &in);

	if (e == OK)
		e = periksa(r, store_fd(in.berkas->file), &m);
	/* One with faults is not kept: it is about people, and no use. */
	if (e == OK)
		e = store_keep(in.berkas->file, &sha256);
	if (e != OK)
		return e;
	cap = segel(r, sha256);
	if (cap == NULL)
		return ERR_INTERNAL;
	req_redirect(r, NULL, "/admin/akun/massal/%s?segel=%s", sha256, cap);
	return OK;
}

/* The file of the address, when its seal is this person's, checked anew.
   ERR_NOT_FOUND; ERR_GONE when it was swept away. */
static enum err dari_alamat(struct req *r, struct akun_massal *m)
{
	const char *sha256 = req_code(r, "kode");
	const char *cap = form_value(r, "segel");
	const char *benar = segel(r, sha256);
	int fd;

	if (cap == NULL || benar == NULL || !crypto_equal_text(benar, cap))
		return ERR_NOT_FOUND;
	fd = store_open(r->a, sha256);
	return fd < 0 ? ERR_GONE : periksa(r, fd, m);
}

enum err massal_preview(struct req *r)
{
	struct akun_massal m;
	enum err e = dari_alamat(r, &m);
	elem *d;

	if (e != OK)
		return e;
	d = el_add(r->page, "massal");
	el_attr(d, "kode", req_code(r, "kode"));
	el_attr(d, "segel", form_value(r, "segel"));
	el_int(d, "jumlah", (int64_t)m.n);
	for (size_t i = 0; i < m.n && i < TAMPIL_AWAL; i++) {
		const struct akun *a = &m.baris[i].a;
		elem *b = el_add(d, "baris");

		el_int(b, "nomor", m.baris[i].nomor);
		el_attr(b, "nama", a->nama);
		el_attr(b, "username", a->username);
		el_attr(b, "email", a->email);
		el_attr(b, "telepon", a->telepon);
		el_attr(b, "peran", a->peran);
		el_attr(b, "lembaga", a->nama_lembaga);
		el_attr(b, "alamat", a->alamat);
		el_attr(b, "kota", a->kota);
		el_attr(b, "provinsi", a->provinsi);
	}
	return OK;
}

enum err massal_create(struct req *r)
{
	struct akun_massal m;
	enum err e = dari_alamat(r, &m);

	if (e != OK)
		return e;
	e = akun_massal_buat(r->db, &r->who, &m);
	/* An institution was closed since the check, a moment ago. */
	if (e == ERR_INPUT || e == ERR_NOT_FOUND)
		e = ERR_CONFLICT;
	if (e == OK)
		req_redirect(r, "akun-massal-dibuat", "/admin/akun");
	return e;
}

enum err massal_report(struct req *r)
{
	return laporan_kirim(r, JENIS_LAPORAN, "kesalahan-akun");
}
