/*
 * akun.c - what a person sees and does about his own account: profile,
 * password, sessions, signing out (U-06, U-08); the second factor is
 * akun-faktor.c.
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

static enum err profil(struct req *r)
{
	struct akun a;
	enum err e = akun_ambil(r->db, r->who.akun, &a);
	elem *k;

	if (e != OK)
		return e;
	k = el_add(r->page, "akun");
	el_attr(k, "username", a.username);
	el_attr(k, "nama", a.nama);
	el_attr(k, "peran", a.peran);
	el_attr(k, "jabatan", a.jabatan);
	el_attr(k, "nip", a.nip);
	el_attr(k, "email", a.email);
	el_time(r->a, k, "email-sah", a.email_sah);
	el_attr(k, "telepon", a.telepon);
	el_attr(k, "alamat", a.alamat);
	el_attr(k, "kota", a.kota);
	el_attr(k, "provinsi", a.provinsi);
	el_attr(k, "lembaga", a.nama_lembaga);
	el_attr(k, "lembaga-kode", a.kode_lembaga);
	el_attr(k, "lembaga-jenis", a.jenis_lembaga);
	el_time(r->a, k, "dibuat", a.dibuat);
	el_time(r->a, k, "sandi-diubah", a.sandi_diubah);
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

static enum err sandi_ubah(struct req *r)
{
	struct isian_sandi in = { 0 };
	int64_t tunggu;
	enum err e = form_bind(r, ruas_sandi, COUNT(ruas_sandi), &in);

	if (e == OK)
		e = periksa_baru(r, &in);
	if (e != OK)
		return e;
	/* A wrong try counts although nothing else is done. */
	req_commit_anyway(r);
	e = sandi_konfirmasi(r->db, &r->who, in.lama, &tunggu);
	if (e == ERR_INPUT)
		return form_error(r, "sandi-lama", "salah");
	if (e == ERR_RATE)
		return form_error_row(
		    r, "sandi-lama", "masuk-tunggu", 0,
		    arena_printf(r->a, "%lld", (long long)(tunggu + 59) / 60));
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
	{ M_GET, "/akun/profil", ROLE_MASUK, 0, "akun-profil", profil, NULL },
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
