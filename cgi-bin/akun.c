/*
 * akun.c - what a person sees and does about his own account: password,
 * sessions, signing out (U-06, U-08); the rest is in akun-*.c.
 */
#include "akun-halaman.h"
#include "lib/session.h"
#include "model/akun.h"
#include "model/masuk.h"
#include "model/sandi.h"

#include <string.h>

static enum err ke_profil(struct req *r)
{
	req_redirect(r, NULL, "/akun/profil");
	return OK;
}

/* --- password --- */

struct isian_sandi {
	const char *lama;
	const char *baru;
	const char *ulang;
};

static const struct field ruas_sandi[] = {
	{ "sandi-lama", F_SECRET, offsetof(struct isian_sandi, lama), 1, 1000,
	  F_REQUIRED, NULL },
	{ "sandi-baru", F_SECRET, offsetof(struct isian_sandi, baru), 1,
	  SANDI_MAKS, F_REQUIRED, NULL },
	{ "sandi-ulang", F_SECRET, offsetof(struct isian_sandi, ulang), 1,
	  SANDI_MAKS, F_REQUIRED, NULL },
};

static enum err sandi_tampil(struct req *r)
{
	elem *k = el_add(r->page, "akun");
	struct akun a;
	enum err e = akun_ambil(r->db, r->who.akun, &a);

	if (e != OK)
		return e;
	el_attr(k, "username", a.username);
	el_int(k, "sandi-min", sandi_min(r->who.role));
	el_time(r->a, k, "sandi-diubah", a.sandi_diubah);
	return OK;
}

static enum err periksa_baru(struct req *r, const struct isian_sandi *in)
{
	struct akun a;
	const char *salah;
	enum err e = akun_ambil(r->db, r->who.akun, &a);

	if (e != OK)
		return e;
	salah = sandi_periksa(in->baru, a.username, r->who.role);
	if (salah == NULL && strcmp(in->baru, in->lama) == 0)
		salah = "sandi-sama";
	if (salah != NULL)
		return form_error(r, "sandi-baru", salah);
	if (strcmp(in->baru, in->ulang) != 0)
		return form_error(r, "sandi-ulang", "tidak-cocok");
	return OK;
}

enum err sandi_tanya(struct req *r, const char *ruas, const char *sandi)
{
	int64_t tunggu;
	enum err e;

	/* A wrong try counts although nothing else is done. */
	req_commit_anyway(r);
	e = sandi_konfirmasi(r->db, &r->who, sandi, &tunggu);
	if (e == ERR_INPUT)
		return form_error(r, ruas, "salah");
	if (e == ERR_RATE)
		return form_error_row(
		    r, ruas, "masuk-tunggu", 0,
		    arena_printf(r->a, "%lld", (long long)(tunggu + 59) / 60));
	return e;
}

static enum err sandi_ubah(struct req *r)
{
	struct isian_sandi in = { 0 };
	enum err e = form_bind(r, ruas_sandi, COUNT(ruas_sandi), &in);

	if (e == OK)
		e = periksa_baru(r, &in);
	if (e == OK)
		e = sandi_tanya(r, "sandi-lama", in.lama);
	if (e == OK)
		e = sandi_ganti(r->db, &r->who, r->who.akun, in.baru,
				r->session);
	if (e == OK)
		req_redirect(r, "password-diganti", "/akun/profil");
	return e;
}

/* --- sessions --- */

static enum err sesi(struct req *r)
{
	elem *d = el_add(r->page, "sesi-lain");
	struct sesi *s;
	size_t n;
	enum err e = sesi_daftar(r->db, r->who.akun, &s, &n);

	if (e != OK)
		return e;
	for (size_t i = 0; i < n; i++) {
		elem *b = el_add(d, "baris");

		el_int(b, "id", s[i].id);
		el_time(r->a, b, "dibuat", s[i].dibuat);
		el_time(r->a, b, "terakhir", s[i].terakhir);
		el_attr(b, "alamat", s[i].alamat_ip);
		el_attr(b, "agen", s[i].agen);
		el_flag(b, "ini", s[i].id == r->session);
	}
	return OK;
}

static enum err sesi_tutup_satu(struct req *r)
{
	int64_t id = req_id(r, "id");
	enum err e;

	/* This one is ended by signing out. */
	if (id == r->session)
		return ERR_CONFLICT;
	e = sesi_keluarkan(r->db, &r->who, id);
	if (e == OK)
		req_redirect(r, "sesi-dikeluarkan", "/akun/sesi");
	return e;
}

static enum err sesi_tutup_lain(struct req *r)
{
	enum err e = sesi_tutup(r->db, r->who.akun, r->session);

	if (e == OK)
		req_redirect(r, "sesi-lain-dikeluarkan", "/akun/sesi");
	return e;
}

/*
 * "Tetap masuk": that this request was made is all it takes.  aset/sesi.js
 * reads the new time from the frame; without scripts one is led on.
 */
static enum err perpanjang(struct req *r)
{
	const char *mau = req_header_in(r, "Accept");

	if (mau != NULL && strstr(mau, "text/html") != NULL)
		req_redirect(r, NULL, "/akun/sesi");
	return OK;
}

static enum err keluar(struct req *r)
{
	enum err e = session_end(r);

	if (e != OK)
		return e;
	req_header_out(r, "Clear-Site-Data", "\"cache\", \"storage\"");
	req_redirect(r, "keluar", "/login");
	return OK;
}

static const struct route routes[] = {
	{ M_GET, "/akun", ROLE_MASUK, 0, NULL, ke_profil, NULL },
	{ M_GET, "/akun/profil", ROLE_MASUK, 0, "akun-profil", profil_tampil,
	  NULL },
	{ M_GET, "/akun/profil/ubah", ROLE_MASUK, 0, "akun-ubah", profil_form,
	  NULL },
	{ M_POST, "/akun/profil/ubah", ROLE_MASUK, CSRF | ONCE, "akun-ubah",
	  profil_simpan, profil_form },
	{ M_GET, "/akun/email", ROLE_MASUK, 0, "akun-email", email_form, NULL },
	{ M_POST, "/akun/email", ROLE_MASUK, CSRF | ONCE, "akun-email",
	  email_ubah, email_form },
	{ M_POST, "/akun/email/kirim-ulang", ROLE_MASUK, CSRF | ONCE,
	  "akun-profil", email_ulang, profil_tampil },
	{ M_POST, "/akun/email/batal", ROLE_MASUK, CSRF | ONCE, "akun-profil",
	  email_batal, profil_tampil },
	{ M_GET, "/akun/foto", ROLE_MASUK, 0, "akun-foto", foto_form, NULL },
	{ M_POST, "/akun/foto", ROLE_MASUK, CSRF | ONCE | FILES | SLOW,
	  "akun-foto", foto_simpan, foto_form },
	{ M_POST, "/akun/foto/hapus", ROLE_MASUK, CSRF | ONCE, "akun-profil",
	  foto_hapus, profil_tampil },
	{ M_GET, "/akun/foto/{kode}", ROLE_MASUK, 0, NULL, foto_lihat, NULL },
	{ M_GET, "/akun/sandi", ROLE_MASUK, 0, "akun-sandi", sandi_tampil,
	  NULL },
	{ M_POST, "/akun/sandi", ROLE_MASUK, CSRF | ONCE, "akun-sandi",
	  sandi_ubah, sandi_tampil },
	{ M_GET, "/akun/sesi", ROLE_MASUK, 0, "akun-sesi", sesi, NULL },
	{ M_POST, "/akun/sesi/{id}/keluarkan", ROLE_MASUK, CSRF | ONCE,
	  "akun-sesi", sesi_tutup_satu, sesi },
	{ M_POST, "/akun/sesi/keluarkan-lain", ROLE_MASUK, CSRF | ONCE,
	  "akun-sesi", sesi_tutup_lain, sesi },
	{ M_POST, "/akun/sesi/perpanjang", ROLE_MASUK, CSRF | LIMITED, NULL,
	  perpanjang, NULL },
	{ M_POST, "/akun/keluar", ROLE_MASUK, CSRF | LIMITED, NULL, keluar,
	  NULL },

	{ M_GET, "/akun/data", ROLE_MASUK, 0, "akun-data", data_tampil, NULL },
	{ M_POST, "/akun/data/unduh", ROLE_MASUK, CSRF | FLEETING, "akun-data",
	  data_unduh, data_tampil },
	{ M_GET, "/akun/data/hapus", ROLE_MASUK, 0, "akun-data-hapus",
	  data_hapus_form, NULL },
	{ M_POST, "/akun/data/hapus", ROLE_MASUK, CSRF | ONCE,
	  "akun-data-hapus", data_hapus_minta, data_hapus_form },
	{ M_POST, "/akun/data/hapus/tarik", ROLE_MASUK, CSRF | ONCE,
	  "akun-data", data_hapus_tarik, data_tampil },

	{ M_GET, "/akun/faktor", ROLE_MASUK, LIMITED, "akun-faktor",
	  faktor_tampil, NULL },
	{ M_GET, "/akun/faktor/lanjut", ROLE_MASUK, 0, NULL, faktor_lanjut,
	  NULL },
	{ M_GET, "/akun/faktor/pemulihan", ROLE_MASUK, 0,
	  "akun-faktor-pemulihan", pemulihan_tampil, NULL },
	{ M_POST, "/akun/faktor/pemulihan", ROLE_MASUK, CSRF | ONCE,
	  "akun-faktor-pemulihan", pemulihan_baru, pemulihan_tampil },
	{ M_POST, "/akun/faktor/perangkat/cabut", ROLE_MASUK, CSRF | ONCE,
	  "akun-faktor", perangkat_cabut_semua, faktor_tampil },
	{ M_POST, "/akun/faktor/perangkat/{id}/cabut", ROLE_MASUK, CSRF | ONCE,
	  "akun-faktor", perangkat_cabut, faktor_tampil },
	{ M_GET, "/akun/faktor/{kode}", ROLE_MASUK, LIMITED,
	  "akun-faktor-pasang", faktor_pasang, NULL },
	{ M_POST, "/akun/faktor/{kode}", ROLE_MASUK, CSRF | ONCE | LIMITED,
	  "akun-faktor-pasang", faktor_sahkan, faktor_pasang },
	{ M_GET, "/akun/faktor/{kode}/aktifkan", ROLE_MASUK, LIMITED,
	  "akun-faktor-aktifkan", faktor_langkah, NULL },
	{ M_POST, "/akun/faktor/{kode}/aktifkan", ROLE_MASUK,
	  CSRF | ONCE | LIMITED, "akun-faktor-aktifkan", faktor_aktifkan,
	  faktor_langkah },
	{ M_GET, "/akun/faktor/{kode}/matikan", ROLE_MASUK, 0,
	  "akun-faktor-matikan", faktor_langkah, NULL },
	{ M_POST, "/akun/faktor/{kode}/matikan", ROLE_MASUK, CSRF | ONCE,
	  "akun-faktor-matikan", faktor_lepas, faktor_langkah },
};

static const struct program program = { "akun", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
