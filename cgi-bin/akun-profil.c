/*
 * akun-profil.c - part of program akun: one's profile, changing it, and a new
 * e-mail address (U-07).  The picture is akun-foto.c.
 */
#include "akun-halaman.h"
#include "model/akun-email.h"
#include "model/akun.h"
#include "model/profil.h"
#include "wilayah-halaman.h"

static enum err tambah_akun(struct req *r, struct akun *a)
{
	struct email_baru baru;
	enum err e = akun_ambil(r->db, r->who.akun, a);
	elem *k;

	if (e == OK)
		e = email_menunggu(r->db, r->who.akun, &baru);
	if (e != OK)
		return e;
	k = el_add(r->page, "akun");
	el_attr(k, "username", a->username);
	el_attr(k, "nama", a->nama);
	el_attr(k, "peran", a->peran);
	el_attr(k, "jabatan", a->jabatan);
	el_attr(k, "nip", a->nip);
	el_attr(k, "email", a->email);
	el_time(r->a, k, "email-sah", a->email_sah);
	el_attr(k, "telepon", a->telepon);
	el_attr(k, "alamat", a->alamat);
	el_attr(k, "kota", a->kota);
	el_attr(k, "provinsi", a->provinsi);
	el_attr(k, "lembaga", a->nama_lembaga);
	el_attr(k, "lembaga-kode", a->kode_lembaga);
	el_attr(k, "lembaga-jenis", a->jenis_lembaga);
	el_attr(k, "foto", a->foto);
	el_int(k, "versi", a->versi);
	el_time(r->a, k, "dibuat", a->dibuat);
	el_time(r->a, k, "sandi-diubah", a->sandi_diubah);
	el_attr(k, "email-baru", baru.email);
	el_time(r->a, k, "email-baru-dikirim", baru.dibuat);
	el_time(r->a, k, "email-baru-berakhir", baru.berakhir);
	return OK;
}

enum err profil_tampil(struct req *r)
{
	struct akun a;

	return tambah_akun(r, &a);
}

/* --- changing it --- */

static const struct field ruas_profil[] = {
	{ "nama", F_TEXT, offsetof(struct profil, nama), 3, 100, F_REQUIRED,
	  NULL },
	{ "telepon", F_PHONE, offsetof(struct profil, telepon), 8, 20,
	  F_REQUIRED, NULL },
	{ "alamat", F_TEXT, offsetof(struct profil, alamat), 5, 250,
	  F_REQUIRED, NULL },
	{ "kota", F_TEXT, offsetof(struct profil, kota), 3, 80, F_REQUIRED,
	  NULL },
	{ "provinsi", F_TEXT, offsetof(struct profil, provinsi), 3, 80,
	  F_REQUIRED, NULL },
	{ "versi", F_INT, offsetof(struct profil, versi), 1, INT64_MAX,
	  F_REQUIRED, NULL },
};

enum err profil_form(struct req *r)
{
	enum err e = profil_tampil(r);

	return e == OK ? halaman_provinsi(r) : e;
}

enum err profil_simpan(struct req *r)
{
	struct profil in = { 0 };
	enum err e = form_bind(r, ruas_profil, COUNT(ruas_profil), &in);

	if (e == OK)
		e = profil_ubah(r->db, &r->who, &in);
	if (e == OK)
		req_redirect(r, "tersimpan", "/akun/profil");
	return e;
}

/* --- e-mail address --- */

struct isian_email {
	const char *email;
	const char *sandi;
};

static const struct field ruas_email[] = {
	{ "email", F_EMAIL, offsetof(struct isian_email, email), 5, 150,
	  F_REQUIRED, NULL },
	{ "sandi", F_SECRET, offsetof(struct isian_email, sandi), 1, 1000,
	  F_REQUIRED, NULL },
};

enum err email_form(struct req *r)
{
	return profil_tampil(r);
}

static enum err sering(struct req *r, const char *ruas)
{
	return form_error(r, ruas, "email-sering");
}

enum err email_ubah(struct req *r)
{
	struct isian_email in = { 0 };
	enum err e = form_bind(r, ruas_email, COUNT(ruas_email), &in);

	if (e == OK)
		e = sandi_tanya(r, "sandi", in.sandi);
	if (e != OK)
		return e;
	e = email_minta(r->db, &r->who, in.email);
	if (e == ERR_CONFLICT)
		return form_error(r, "email", "email-sama");
	if (e == ERR_RATE)
		return sering(r, "email");
	if (e == OK)
		req_redirect(r, "email-diminta", "/akun/profil");
	return e;
}

enum err email_ulang(struct req *r)
{
	enum err e = email_kirim_ulang(r->db, &r->who);

	if (e == ERR_RATE)
		return sering(r, "");
	if (e == OK)
		req_redirect(r, "email-dikirim-ulang", "/akun/profil");
	return e;
}

enum err email_batal(struct req *r)
{
	enum err e = email_batalkan(r->db, &r->who);

	if (e == OK)
		req_redirect(r, "email-dibatalkan", "/akun/profil");
	return e;
}
