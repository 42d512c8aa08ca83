/*
 * register.c - the form "Pendaftaran" and the links that confirm an e-mail
 * address or stop a change of it (U-03, U-07).  Deciding about a registration
 * is the admin's (admin.c).
 */
#include "lib/app.h"
#include "lib/crypto.h"
#include "lib/text.h"
#include "model/akun-email.h"
#include "model/akun.h"
#include "model/lembaga.h"
#include "wilayah-halaman.h"

#include <string.h>

static const char *const cara[] = { "ada", "baru", NULL };

struct isian {
	const char *nama;
	const char *username;
	const char *sandi;
	const char *ulang;
	const char *cara; /* of naming the institution */
	int64_t lembaga;
	const char *lembaga_nama;
	const char *lembaga_jenis;
	const char *alamat;
	const char *kota;
	const char *provinsi;
	const char *email;
	const char *telepon;
};

static const struct field ruas[] = {
	{ "nama", F_TEXT, offsetof(struct isian, nama), 3, 100, F_REQUIRED,
	  NULL },
	{ "username", F_TEXT, offsetof(struct isian, username), 1, 0,
	  F_REQUIRED, NULL },
	{ "sandi", F_SECRET, offsetof(struct isian, sandi), 1, SANDI_MAKS,
	  F_REQUIRED, NULL },
	{ "sandi-ulang", F_SECRET, offsetof(struct isian, ulang), 1, SANDI_MAKS,
	  F_REQUIRED, NULL },
	{ "email", F_EMAIL, offsetof(struct isian, email), 5, 150, F_REQUIRED,
	  NULL },
	{ "telepon", F_PHONE, offsetof(struct isian, telepon), 8, 20,
	  F_REQUIRED, NULL },
	{ "cara-lembaga", F_CHOICE, offsetof(struct isian, cara), 0, 0,
	  F_REQUIRED, cara },
	{ "lembaga", F_INT, offsetof(struct isian, lembaga), 1, INT64_MAX,
	  F_OPTIONAL, NULL },
	{ "lembaga-nama", F_TEXT, offsetof(struct isian, lembaga_nama), 3, 150,
	  F_OPTIONAL, NULL },
	{ "lembaga-jenis", F_CHOICE, offsetof(struct isian, lembaga_jenis), 0,
	  0, F_OPTIONAL, lembaga_jenis_daftar },
	{ "alamat", F_TEXT, offsetof(struct isian, alamat), 5, 250, F_REQUIRED,
	  NULL },
	{ "kota", F_TEXT, offsetof(struct isian, kota), 3, 80, F_REQUIRED,
	  NULL },
	{ "provinsi", F_TEXT, offsetof(struct isian, provinsi), 3, 80,
	  F_REQUIRED, NULL },
};

static enum err tampil(struct req *r)
{
	elem *p = form_choices(r, "lembaga");
	struct lembaga_pilihan *l;
	size_t n;
	enum err e = lembaga_pendaftaran(r->db, &l, &n);

	if (e != OK)
		return e;
	for (size_t i = 0; i < n; i++)
		el_attr(form_option_id(p, l[i].id,
				       arena_printf(r->a, "%s, %s", l[i].nama,
						    l[i].kota)),
			"jenis", l[i].jenis);
	form_codes(r, "lembaga-jenis", lembaga_jenis_daftar);
	return halaman_provinsi(r);
}

/* Nothing was typed; what was typed wrong is reported already. */
static bool tanpa_isi(struct req *r, const char *ruas_ini)
{
	const char *nilai = form_value(r, ruas_ini);

	return nilai == NULL || *text_trim(r->a, nilai) == '\0';
}

/* Faults that concern two fields, or a field and the rules. */
static void periksa(struct req *r, const struct isian *in)
{
	bool baru = in->cara != NULL && strcmp(in->cara, "baru") == 0;
	const char *salah;

	if (in->username != NULL && !akun_username_sah(in->username))
		form_error(r, "username", "username");
	if (in->sandi != NULL) {
		salah = sandi_periksa(in->sandi, in->username, ROLE_PENGGUNA);
		if (salah != NULL)
			form_error(r, "sandi", salah);
		else if (in->ulang != NULL && strcmp(in->sandi, in->ulang) != 0)
			form_error(r, "sandi-ulang", "tidak-cocok");
	}
	if (in->cara != NULL && !baru && tanpa_isi(r, "lembaga"))
		form_error(r, "lembaga", "wajib");
	if (baru && tanpa_isi(r, "lembaga-nama"))
		form_error(r, "lembaga-nama", "wajib");
	if (baru && tanpa_isi(r, "lembaga-jenis"))
		form_error(r, "lembaga-jenis", "wajib");
}

static enum err daftar(struct req *r)
{
	struct isian in = { 0 };
	struct akun a;
	const char *hash;
	enum err e;

	form_bind(r, ruas, COUNT(ruas), &in);
	periksa(r, &in);
	if (form_failed(r))
		return ERR_INPUT;
	a = (struct akun){
		.username = in.username,
		.nama = in.nama,
		.email = in.email,
		.telepon = in.telepon,
		.alamat = in.alamat,
		.kota = in.kota,
		.provinsi = in.provinsi,
	};
	if (strcmp(in.cara, "ada") == 0) {
		a.lembaga_id = in.lembaga;
	} else {
		a.lembaga_baru = in.lembaga_nama;
		a.lembaga_jenis = in.lembaga_jenis;
	}
	hash = crypto_password_hash(r->a, in.sandi);
	if (hash == NULL)
		return ERR_BUSY;
	e = akun_daftarkan(r->db, &r->who, &a, hash);
	if (e == ERR_CONFLICT)
		return form_error(r, "username", "sudah-dipakai");
	if (e == ERR_NOT_FOUND)
		return form_error(r, "lembaga", "pilihan");
	if (e == OK)
		req_redirect(r, NULL, "/register/selesai");
	return e;
}

/*
 * A link in a message is opened by whatever looks through mail for dangers,
 * too; so opening it shows a button, and only that confirms.
 */
static enum err konfirmasi_tampil(struct req *r)
{
	struct tautan t;
	bool ganti;
	enum err e = email_tautan(r->db, req_code(r, "kode"), &t, &ganti);
	elem *k;

	if (e != OK)
		return e;
	k = el_add(r->page, "akun");
	el_attr(k, "nama", t.nama);
	el_attr(k, "email", t.data);
	if (ganti)
		el_attr(k, "email-lama", t.email);
	return OK;
}

/* Back to where one is signed in, or may. */
static const char *pulang(struct req *r)
{
	return r->session != 0 ? "/akun/profil" : "/login";
}

static enum err konfirmasi(struct req *r)
{
	enum err e = email_sahkan(r->db, &r->who, req_code(r, "kode"));

	if (e == OK)
		req_redirect(r, "email-sah", "%s", pulang(r));
	return e;
}

/* "Bukan saya": the old address stops a change (U-07). */
static enum err batal_tampil(struct req *r)
{
	struct tautan t;
	enum err e =
	    tautan_ambil(r->db, "email-batal", req_code(r, "kode"), &t);
	elem *k;

	if (e != OK)
		return e;
	k = el_add(r->page, "akun");
	el_attr(k, "nama", t.nama);
	el_attr(k, "email-lama", t.data);
	return OK;
}

static enum err batal(struct req *r)
{
	enum err e = email_tolak(r->db, &r->who, req_code(r, "kode"));

	if (e == OK)
		req_redirect(r, "email-ditolak", "/login");
	return e;
}

static const struct route routes[] = {
	{ M_GET, "/register", ROLE_TAMU, 0, "register", tampil, NULL },
	{ M_POST, "/register", ROLE_TAMU, CSRF | ONCE | SLOW, "register",
	  daftar, tampil },
	{ M_GET, "/register/selesai", ROLE_SEMUA, 0, "register-selesai",
	  form_blank, NULL },
	{ M_GET, "/register/konfirmasi/{kode}", ROLE_SEMUA, SLOW,
	  "register-konfirmasi", konfirmasi_tampil, NULL },
	{ M_POST, "/register/konfirmasi/{kode}", ROLE_SEMUA, CSRF | ONCE | SLOW,
	  "register-konfirmasi", konfirmasi, konfirmasi_tampil },
	{ M_GET, "/register/batal/{kode}", ROLE_SEMUA, SLOW, "register-batal",
	  batal_tampil, NULL },
	{ M_POST, "/register/batal/{kode}", ROLE_SEMUA, CSRF | ONCE | SLOW,
	  "register-batal", batal, batal_tampil },
};

static const struct program program = { "register", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
