/*
 * dokumen.c - program: the register of documents (U-13, P-15, P-17): list,
 * one document, downloads, and what an admin does with it.  Signing is
 * dokumen-tanda-tangan.c.  Of all programs only this one reads signing keys.
 */
#include "dokumen-halaman.h"
#include "dokumen/terbit.h"
#include "lib/list.h"
#include "lib/text.h"

#include <string.h>

/* --- the list --- */

static const char *const urutan[] = { "dibuat", NULL };

/* A filter's value when it is one of choices; it is then a chip, too. */
static const char *saring_pilihan(struct req *r, const char *nama,
				  const char *const *pilihan)
{
	const char *v = form_value(r, nama);

	for (; v != NULL && *pilihan != NULL; pilihan++)
		if (strcmp(v, *pilihan) == 0)
			return *pilihan;
	return NULL;
}

static void baca_saring(struct req *r, struct list *l, struct dokumen_saring *s)
{
	const char *tahun = form_value(r, "tahun");
	const char *tunggu = form_value(r, "tunggu");
	int64_t n;

	list_read(r, urutan, true, l);
	*s = (struct dokumen_saring){
		.jenis = saring_pilihan(r, "jenis", dokumen_jenis),
		.status = saring_pilihan(r, "status", dokumen_status),
		.saya = r->who.role == ROLE_PEJABAT && tunggu != NULL &&
			strcmp(tunggu, "saya") == 0,
		.cari = l->search,
		.turun = l->descending,
		.mundur = l->backward,
		.id = l->id,
		.banyak = l->per + 1,
	};
	if (tahun != NULL && text_to_int(tahun, &n) && n > 0)
		s->tahun = n;
	/* The two are not asked for together: a search looks everywhere. */
	if (s->cari != NULL)
		s->saya = false;
}

static enum err tambah_tahun(struct req *r)
{
	elem *p = form_choices(r, "tahun");
	int64_t *tahun;
	size_t n;
	enum err e = dokumen_tahun(r->db, &tahun, &n);

	for (size_t i = 0; e == OK && i < n; i++)
		form_option_id(
		    p, tahun[i],
		    arena_printf(r->a, "%lld", (long long)tahun[i]));
	return e;
}

static enum err daftar(struct req *r)
{
	struct list l;
	struct dokumen_saring s;
	struct dokumen *d;
	struct list_edge awal = { 0 }, akhir = { 0 };
	struct list_range t;
	size_t n;
	int64_t total;
	bool pasti;
	elem *x;
	enum err e;

	baca_saring(r, &l, &s);
	e = dokumen_daftar(r->db, &r->who, &s, &d, &n, &total, &pasti);
	if (e == OK)
		e = tambah_tahun(r);
	if (e != OK)
		return e;
	t = list_shown(&l, n);
	if (t.to > t.from) {
		awal.id = d[t.from].id;
		akhir.id = d[t.to - 1].id;
	}
	x = list_add(r, &l, n, awal, akhir, total, pasti);
	el_flag(x, "tunggu-saya", s.saya);
	if (s.cari != NULL)
		list_filter(r, x, "cari");
	if (s.jenis != NULL)
		list_filter(r, x, "jenis");
	if (s.status != NULL)
		list_filter(r, x, "status");
	if (s.tahun != 0)
		list_filter(r, x, "tahun");
	if (s.saya)
		list_filter(r, x, "tunggu");
	for (size_t i = t.from; i < t.to; i++)
		halaman_dokumen(r, el_add(x, "baris"), &d[i]);
	return OK;
}

/* --- one document --- */

static enum err tambah_riwayat(struct req *r, int64_t id)
{
	elem *x = el_add(r->page, "linimasa");
	struct dokumen_catatan *c;
	size_t n;
	enum err e = dokumen_riwayat(r->db, id, &c, &n);

	for (size_t i = 0; e == OK && i < n; i++) {
		/* What changed in the register is Ditjen's business. */
		bool rinci = (r->who.role & ROLE_DITJEN) != 0;
		elem *p = el_add(x, "peristiwa");

		el_time(r->a, p, "waktu", c[i].waktu);
		el_attr(p, "kode", c[i].tindakan);
		el_attr(p, "oleh", c[i].nama);
		if (rinci)
			el_text(p, c[i].rincian);
	}
	return e;
}

static enum err tambah_pejabat(struct req *r)
{
	elem *p = form_choices(r, "pejabat");
	struct pejabat *k;
	size_t n;
	enum err e = dokumen_pejabat(r->db, &k, &n);

	for (size_t i = 0; e == OK && i < n; i++)
		form_option_id(p, k[i].id,
			       k[i].jabatan == NULL ?
				   k[i].nama :
				   arena_printf(r->a, "%s (%s)", k[i].nama,
						k[i].jabatan));
	return e;
}

static enum err lihat(struct req *r)
{
	struct dokumen d;
	enum err e = dokumen_ambil(r->db, &r->who, req_id(r, "id"), &d);
	bool draf, admin = r->who.role == ROLE_ADMIN;

	if (e != OK)
		return e;
	draf = strcmp(d.status, "draf") == 0;
	halaman_dokumen(r, el_add(r->page, "dokumen"), &d);
	if (draf && admin)
		e = tambah_pejabat(r);
	return e == OK ? tambah_riwayat(r, d.id) : e;
}

static enum err konsep(struct req *r)
{
	struct dokumen d;
	struct blob pdf;
	enum err e = dokumen_ambil(r->db, &r->who, req_id(r, "id"), &d);

	if (e != OK)
		return e;
	if (strcmp(d.status, "draf") != 0) {
		req_redirect(r, NULL, "/dokumen/%lld", (long long)d.id);
		return OK;
	}
	e = dokumen_konsep(r->db, d.id, &pdf);
	if (e == OK)
		req_send_bytes(r, "application/pdf", pdf, NULL);
	return e;
}

/* "bast-470-1-BAST-Dukcapil-2026.pdf" */
static const char *nama_berkas(struct arena *a, const struct dokumen *d)
{
	char *nama = arena_printf(a, "%s-%s.pdf", d->jenis, d->nomor);

	for (char *c = nama; *c != '\0'; c++)
		if (*c == '/' || *c == ' ' || *c == '\\')
			*c = '-';
	return nama;
}

static enum err berkas(struct req *r)
{
	struct dokumen d;
	enum err e = dokumen_ambil(r->db, &r->who, req_id(r, "id"), &d);

	if (e == OK && d.sha256 == NULL)
		e = ERR_NOT_FOUND;
	if (e == OK)
		req_send_stored(r, d.sha256, "application/pdf",
				nama_berkas(r->a, &d),
				form_value(r, "tampil") != NULL);
	return e;
}

/* --- what an admin does --- */

struct isian_ajukan {
	int64_t pejabat;
	bool semua;
};

static const struct field ruas_ajukan[] = {
	{ "pejabat", F_INT, offsetof(struct isian_ajukan, pejabat), 1,
	  INT64_MAX, F_REQUIRED, NULL },
	{ "semua", F_BOOL, offsetof(struct isian_ajukan, semua), 0, 0,
	  F_OPTIONAL, NULL },
};

static enum err ajukan(struct req *r)
{
	struct isian_ajukan in = { 0 };
	int64_t id = req_id(r, "id");
	struct dokumen d;
	enum err e = dokumen_ambil(r->db, &r->who, id, &d);

	if (e == OK)
		e = form_bind(r, ruas_ajukan, COUNT(ruas_ajukan), &in);
	if (e != OK)
		return e;
	e = dokumen_ajukan(r->db, &r->who, id, in.pejabat, in.semua);
	if (e == ERR_INPUT)
		return form_error(r, "pejabat", "pilihan");
	if (e == OK)
		req_redirect(r, "dokumen-diajukan", "/dokumen/%lld",
			     (long long)id);
	return e;
}

struct isian_alasan {
	const char *alasan;
};

static const struct field ruas_alasan[] = {
	{ "alasan", F_LINES, offsetof(struct isian_alasan, alasan),
	  DOKUMEN_ALASAN_MIN, DOKUMEN_ALASAN_MAKS, F_REQUIRED, NULL },
};

/* The page that says what will happen to which document. */
static enum err tanya(struct req *r)
{
	struct dokumen d;
	enum err e = dokumen_ambil(r->db, &r->who, req_id(r, "id"), &d);

	if (e == OK)
		halaman_dokumen(r, el_add(r->page, "dokumen"), &d);
	return e;
}

static enum err cabut(struct req *r)
{
	struct isian_alasan in = { 0 };
	struct dokumen d;
	enum err e = dokumen_ambil(r->db, &r->who, req_id(r, "id"), &d);

	if (e == OK)
		e = form_bind(r, ruas_alasan, COUNT(ruas_alasan), &in);
	if (e == OK)
		e = dokumen_cabut(r->db, &r->who, d.id, in.alasan);
	if (e == OK)
		req_redirect(r, "dokumen-dicabut", "/dokumen/%lld",
			     (long long)d.id);
	return e;
}

static enum err ganti(struct req *r)
{
	struct isian_alasan in = { 0 };
	int64_t baru = 0;
	struct dokumen d;
	enum err e = dokumen_ambil(r->db, &r->who, req_id(r, "id"), &d);

	if (e == OK)
		e = form_bind(r, ruas_alasan, COUNT(ruas_alasan), &in);
	if (e == OK)
		e = dokumen_ganti(r->db, &r->who, d.id, in.alasan, &baru);
	if (e == OK)
		req_redirect(r, "dokumen-diganti", "/dokumen/%lld",
			     (long long)baru);
	return e;
}

/* --- routes --- */

static const struct route routes[] = {
	{ M_GET, "/dokumen", ROLE_KASUS, 0, "dokumen-daftar", daftar, NULL },
	{ M_GET, "/dokumen/tanda-tangan", ROLE_PEJABAT, 0,
	  "dokumen-tanda-tangan", tanda_tangan_tampil, NULL },
	{ M_POST, "/dokumen/tanda-tangan", ROLE_PEJABAT, CSRF | ONCE,
	  "dokumen-tanda-tangan", tanda_tangan, tanda_tangan_tampil },
	{ M_GET, "/dokumen/{id}", ROLE_KASUS, 0, "dokumen-lihat", lihat, NULL },
	{ M_GET, "/dokumen/{id}/konsep", ROLE_DITJEN, 0, NULL, konsep, NULL },
	{ M_GET, "/dokumen/{id}/berkas", ROLE_KASUS, 0, NULL, berkas, NULL },
	{ M_GET, "/dokumen/{id}/tanda-tangan", ROLE_PEJABAT, 0,
	  "dokumen-tanda-tangan", tanda_tangan_tampil, NULL },
	{ M_POST, "/dokumen/{id}/tanda-tangan", ROLE_PEJABAT, CSRF | ONCE,
	  "dokumen-tanda-tangan", tanda_tangan, tanda_tangan_tampil },
	{ M_POST, "/dokumen/{id}/ajukan", ROLE_ADMIN, CSRF | ONCE,
	  "dokumen-lihat", ajukan, lihat },
	{ M_GET, "/dokumen/{id}/cabut", ROLE_DITJEN, 0, "dokumen-cabut", tanya,
	  NULL },
	{ M_POST, "/dokumen/{id}/cabut", ROLE_DITJEN, CSRF | ONCE,
	  "dokumen-cabut", cabut, tanya },
	{ M_GET, "/dokumen/{id}/ganti", ROLE_ADMIN, 0, "dokumen-ganti", tanya,
	  NULL },
	{ M_POST, "/dokumen/{id}/ganti", ROLE_ADMIN, CSRF | ONCE,
	  "dokumen-ganti", ganti, tanya },
};

static const struct program program = { "dokumen", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
