/* admin-akun.c - accounts for the admin: list, verification, changes (U-03,
 * U-22). */
#include "admin-halaman.h"
#include "lib/list.h"
#include "model/akun.h"
#include "model/lembaga.h"
#include "model/sandi.h"

#include <string.h>

static const char *const peran_semua[] = {
	"pengguna", "produsen",    "dinas",   "admin",
	"pejabat",  "verifikator", "pemohon", NULL,
};
/* Those an account made or changed here may have. */
static const char *const peran_pilihan[] = {
	"pengguna", "produsen",    "dinas", "admin",
	"pejabat",  "verifikator", NULL,
};
static const char *const status_semua[] = {
	AKUN_MENUNGGU, AKUN_AKTIF, AKUN_DITOLAK, AKUN_NONAKTIF,
	AKUN_DIHAPUS,  NULL,
};

/* nilai when it is one of daftar, else NULL: an odd address shows all. */
static const char *salah_satu(const char *nilai, const char *const *daftar)
{
	for (; nilai != NULL && *daftar != NULL; daftar++)
		if (strcmp(nilai, *daftar) == 0)
			return *daftar;
	return NULL;
}

static elem *tambah_akun(struct req *r, elem *di, const char *nama,
			 const struct akun *a)
{
	elem *e = el_add(di, nama);

	el_int(e, "id", a->id);
	el_attr(e, "username", a->username);
	el_attr(e, "nama", a->nama);
	el_attr(e, "peran", a->peran);
	el_attr(e, "status", a->status);
	el_attr(e, "email", a->email);
	el_flag(e, "email-sah", a->email_sah != NULL);
	el_attr(e, "lembaga", a->nama_lembaga);
	el_attr(e, "lembaga-baru", a->lembaga_baru);
	el_time(r->a, e, "dibuat", a->dibuat);
	el_time(r->a, e, "masuk-terakhir", a->masuk_terakhir);
	return e;
}

static struct list_edge tepi(const struct list *l, const struct akun *a)
{
	if (strcmp(l->sort, "nama") == 0)
		return (struct list_edge){ a->nama, a->id };
	if (strcmp(l->sort, "username") == 0)
		return (struct list_edge){ a->username, a->id };
	return (struct list_edge){ a->dibuat, a->id };
}

enum err akun_list(struct req *r)
{
	static const char *const sorts[] = { "dibuat", "nama", "username",
					     NULL };
	struct list_edge first = { 0 }, last = { 0 };
	struct akun_saring s = { 0 };
	struct akun *a;
	struct list l;
	struct list_range t;
	size_t n;
	int64_t total;
	enum err e;
	elem *d;

	list_read(r, sorts, true, &l);
	s.cari = l.search;
	s.status = salah_satu(form_value(r, "status"), status_semua);
	s.peran = salah_satu(form_value(r, "peran"), peran_semua);
	s.urut = l.sort;
	s.turun = l.descending;
	s.mundur = l.backward;
	s.kunci = l.id == 0 ? NULL : l.key;
	s.id = l.id;
	s.banyak = l.per + 1;
	e = akun_cari(r->db, &s, &a, &n, &total);
	if (e != OK)
		return e;
	t = list_shown(&l, n);
	if (t.to > t.from) {
		first = tepi(&l, &a[t.from]);
		last = tepi(&l, &a[t.to - 1]);
	}
	d = list_add(r, &l, n, first, last, total, true);
	list_filter(r, d, "cari");
	list_filter(r, d, "status");
	list_filter(r, d, "peran");
	for (size_t i = t.from; i < t.to; i++)
		tambah_akun(r, d, "baris", &a[i]);
	return OK;
}

enum err akun_show(struct req *r)
{
	struct akun a;
	enum err e = akun_ambil(r->db, req_id(r, "id"), &a);
	elem *k;

	if (e != OK)
		return e;
	k = tambah_akun(r, r->page, "akun", &a);
	el_attr(k, "jabatan", a.jabatan);
	el_attr(k, "nip", a.nip);
	el_attr(k, "telepon", a.telepon);
	el_attr(k, "alamat", a.alamat);
	el_attr(k, "kota", a.kota);
	el_attr(k, "provinsi", a.provinsi);
	el_attr(k, "alasan", a.alasan);
	el_attr(k, "lembaga-jenis",
		a.lembaga_baru != NULL ? a.lembaga_jenis : a.jenis_lembaga);
	el_attr(k, "lembaga-kode", a.kode_lembaga);
	if (a.lembaga_id != 0)
		el_int(k, "lembaga-id", a.lembaga_id);
	el_time(r->a, k, "diputus", a.diputus);
	el_time(r->a, k, "sandi-diubah", a.sandi_diubah);
	el_flag(k, "punya-sandi", a.punya_sandi);
	el_attr(k, "foto", a.foto);
	el_flag(k, "saya", a.id == r->who.akun);
	return faktor_show(r, k, a.id);
}

/* Drop-downs of institution (id and kind) and role. */
static enum err pilihan(struct req *r)
{
	elem *p = form_choices(r, "lembaga");
	struct lembaga_pilihan *l;
	size_t n;
	enum err e = lembaga_aktif(r->db, &l, &n);

	if (e != OK)
		return e;
	for (size_t i = 0; i < n; i++)
		form_option_id(p, l[i].id,
			       arena_printf(r->a, "%s (%s), %s", l[i].nama,
					    l[i].kode, l[i].kota));
	return OK;
}

struct isian_akun {
	const char *username;
	const char *nama;
	const char *peran;
	int64_t lembaga;
	const char *jabatan;
	const char *nip;
	const char *email;
	const char *telepon;
};

#define RUAS(n, k, m, a, b, w, c)                                              \
	{                                                                      \
		n, k, offsetof(struct isian_akun, m), a, b, w, c               \
	}

static const struct field ruas_akun[] = {
	RUAS("nama", F_TEXT, nama, 3, 100, F_REQUIRED, NULL),
	RUAS("peran", F_CHOICE, peran, 0, 0, F_REQUIRED, peran_pilihan),
	RUAS("lembaga", F_INT, lembaga, 1, INT64_MAX, F_REQUIRED, NULL),
	RUAS("jabatan", F_TEXT, jabatan, 2, 100, F_OPTIONAL, NULL),
	RUAS("nip", F_CODE, nip, 8, 20, F_OPTIONAL, NULL),
	RUAS("email", F_EMAIL, email, 5, 150, F_REQUIRED, NULL),
	RUAS("telepon", F_PHONE, telepon, 8, 20, F_REQUIRED, NULL),
	/* Last, so that a change, which has none, can leave it out. */
	RUAS("username", F_TEXT, username, 1, 0, F_REQUIRED, NULL),
};

/* Officials sign: a document needs their position and staff number. */
static void periksa_pejabat(struct req *r, const struct isian_akun *in)
{
	if (in->peran == NULL || strcmp(in->peran, "pejabat") != 0)
		return;
	if (in->jabatan == NULL)
		form_error(r, "jabatan", "wajib");
	if (in->nip == NULL)
		form_error(r, "nip", "wajib");
}

static struct akun dari_isian(const struct isian_akun *in)
{
	return (struct akun){
		.username = in->username,
		.nama = in->nama,
		.peran = in->peran,
		.lembaga_id = in->lembaga,
		.jabatan = in->jabatan,
		.nip = in->nip,
		.email = in->email,
		.telepon = in->telepon,
	};
}

enum err akun_form_new(struct req *r)
{
	return pilihan(r);
}

enum err akun_create(struct req *r)
{
	struct isian_akun in = { 0 };
	struct lembaga l;
	struct akun a;
	enum err e;

	form_bind(r, ruas_akun, COUNT(ruas_akun), &in);
	if (in.username != NULL && !akun_username_sah(in.username))
		form_error(r, "username", "username");
	periksa_pejabat(r, &in);
	if (form_failed(r))
		return ERR_INPUT;
	e = lembaga_ambil(r->db, in.lembaga, &l);
	if (e == ERR_NOT_FOUND)
		return form_error(r, "lembaga", "pilihan");
	if (e != OK)
		return e;
	/* Where he works is where his institution is, until he says. */
	a = dari_isian(&in);
	a.alamat = l.alamat;
	a.kota = l.kota;
	a.provinsi = l.provinsi;
	e = akun_buat(r->db, &r->who, &a);
	if (e == ERR_CONFLICT)
		return form_error(r, "username", "sudah-dipakai");
	if (e == ERR_INPUT)
		return form_error(r, "peran", "peran-lembaga");
	if (e == OK)
		req_redirect(r, "akun-dibuat", "/admin/akun/%lld",
			     (long long)a.id);
	return e;
}

enum err akun_form_edit(struct req *r)
{
	enum err e = akun_show(r);

	return e == OK ? pilihan(r) : e;
}

enum err akun_edit(struct req *r)
{
	struct isian_akun in = { 0 };
	struct akun a;
	enum err e = akun_ambil(r->db, req_id(r, "id"), &a);

	if (e != OK)
		return e;
	form_bind(r, ruas_akun, COUNT(ruas_akun) - 1, &in);
	periksa_pejabat(r, &in);
	if (form_failed(r))
		return ERR_INPUT;
	a = dari_isian(&in);
	a.id = req_id(r, "id");
	e = akun_ubah(r->db, &r->who, &a);
	if (e == ERR_INPUT)
		return form_error(r, "peran", "peran-lembaga");
	if (e == OK)
		req_redirect(r, "tersimpan", "/admin/akun/%lld",
			     (long long)a.id);
	return e;
}

/* --- verification --- */

struct isian_setuju {
	const char *peran;
	int64_t lembaga;
	const char *alasan;
};

static const struct field ruas_setuju[] = {
	{ "peran", F_CHOICE, offsetof(struct isian_setuju, peran), 0, 0,
	  F_REQUIRED, peran_pilihan },
	{ "lembaga", F_INT, offsetof(struct isian_setuju, lembaga), 0,
	  INT64_MAX, F_OPTIONAL, NULL },
};

static const struct field ruas_alasan[] = {
	{ "alasan", F_TEXT, offsetof(struct isian_setuju, alasan), 5, 500,
	  F_REQUIRED, NULL },
};

enum err akun_form_approve(struct req *r)
{
	return akun_form_edit(r);
}

enum err akun_approve(struct req *r)
{
	struct isian_setuju in = { 0 };
	struct akun a;
	enum err e = akun_ambil(r->db, req_id(r, "id"), &a);

	if (e == OK)
		e = form_bind(r, ruas_setuju, COUNT(ruas_setuju), &in);
	if (e != OK)
		return e;
	if (in.lembaga == 0 && a.lembaga_baru == NULL)
		return form_error(r, "lembaga", "wajib");
	e = akun_setujui(r->db, &r->who, a.id, in.peran, in.lembaga);
	if (e == ERR_INPUT)
		return form_error(r, "peran", "peran-lembaga");
	if (e == OK)
		req_redirect(r, "akun-disetujui", "/admin/akun/%lld",
			     (long long)a.id);
	return e;
}

enum err akun_refuse(struct req *r)
{
	struct isian_setuju in = { 0 };
	enum err e = form_bind(r, ruas_alasan, COUNT(ruas_alasan), &in);

	if (e == OK)
		e = akun_tolak(r->db, &r->who, req_id(r, "id"), in.alasan);
	if (e == OK)
		req_redirect(r, "akun-ditolak", "/admin/akun/%lld",
			     (long long)req_id(r, "id"));
	return e;
}

/* --- closing, opening, password --- */

enum err akun_close(struct req *r)
{
	struct isian_setuju in = { 0 };
	enum err e = form_bind(r, ruas_alasan, COUNT(ruas_alasan), &in);

	if (e == OK)
		e = akun_atur_aktif(r->db, &r->who, req_id(r, "id"), false,
				    in.alasan);
	if (e == OK)
		req_redirect(r, "akun-ditutup", "/admin/akun/%lld",
			     (long long)req_id(r, "id"));
	return e;
}

enum err akun_open(struct req *r)
{
	enum err e =
	    akun_atur_aktif(r->db, &r->who, req_id(r, "id"), true, NULL);

	if (e == OK)
		req_redirect(r, "akun-dibuka", "/admin/akun/%lld",
			     (long long)req_id(r, "id"));
	return e;
}

enum err akun_send_link(struct req *r)
{
	struct akun a;
	enum err e = akun_ambil(r->db, req_id(r, "id"), &a);

	if (e == OK && strcmp(a.status, AKUN_AKTIF) != 0)
		e = ERR_CONFLICT;
	if (e == OK)
		e = sandi_kirim_tautan(r->db, &r->who, a.id, "sandi-tautan",
				       TAUTAN_AKUN_JAM);
	if (e == OK)
		req_redirect(r, "tautan-terkirim", "/admin/akun/%lld",
			     (long long)a.id);
	return e;
}
