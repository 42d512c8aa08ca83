/*
 * login-kode.c - part of program login: the second factor after the password
 * (U-05).  Who is here is known by the cookie `tunda` alone; there is no
 * session yet.
 */
#include "lib/session.h"
#include "login-halaman.h"
#include "model/faktor.h"
#include "model/masuk.h"

#include <string.h>

#define KODE_MAKS 40

/* "r•••@contoh.example", "•••••0000": enough to know one's own by. */
static const char *samar(struct arena *a, const char *alamat)
{
	const char *at = strchr(alamat, '@');
	size_t n = strlen(alamat);

	if (at != NULL && at > alamat)
		return arena_printf(a, "%c•••%s", alamat[0], at);
	return arena_printf(a, "•••••%s", n > 4 ? alamat + n - 4 : alamat);
}

static enum err tunda_ambil(struct req *r, struct tunda *t)
{
	return masuk_tunda(r->db, titipan_kue(r, "tunda"), r->ip, r->agent, t);
}

/* It waits no longer: the sign-in page, with what it carried. */
static enum err dari_awal(struct req *r, const struct tunda *t)
{
	elem *g;

	if (r->method == M_GET || t->titipan.p == NULL) {
		req_redirect(r, "masuk-ulang", "/login");
		return OK;
	}
	titipan_ke_masuk(r, t->titipan);
	g = el_add(r->page, "galat");
	el_attr(g, "ruas", "");
	el_attr(g, "kode", "masuk-ulang");
	req_status(r, 401);
	req_view(r, "login");
	return OK;
}

static bool hilang(enum err e)
{
	return e == ERR_NOT_FOUND || e == ERR_GONE;
}

/* What may be given, and where codes go. */
static enum err isi_halaman(struct req *r, const struct tunda *t)
{
	const char *cara = form_value(r, "cara");
	struct faktor f;
	enum err e = faktor_ambil(r->db, t->akun, &f);
	elem *k;

	if (e != OK)
		return e;
	k = el_add(r->page, "faktor");
	el_flag(k, "totp", f.totp != NULL);
	if (f.surel != NULL)
		el_attr(k, "surel", samar(r->a, f.email));
	if (f.wa != NULL)
		el_attr(k, "wa", samar(r->a, f.wa_ke));
	el_flag(k, "pemulihan", f.pemulihan > 0);
	el_flag(k, "pakai-pemulihan",
		f.pemulihan > 0 && cara != NULL &&
		    strcmp(cara, "pemulihan") == 0);
	return OK;
}

enum err kode_tampil(struct req *r)
{
	struct tunda t;
	enum err e = tunda_ambil(r, &t);

	if (r->session != 0 && r->method == M_GET) {
		req_redirect(r, NULL, "/beranda");
		return OK;
	}
	if (hilang(e))
		return dari_awal(r, &t);
	return e == OK ? isi_halaman(r, &t) : e;
}

enum err kode_mulai(struct req *r, int64_t akun)
{
	const char *ke = NULL;
	struct faktor f;
	int64_t tunggu;
	enum err e = faktor_ambil(r->db, akun, &f);

	if (e == OK && f.totp == NULL)
		ke = f.surel != NULL ? "surel" : "wa";
	if (e == OK && ke != NULL)
		e = faktor_kirim(r->db, akun, ke, &tunggu);
	/* Too many, or switched off just now: the page has its buttons. */
	return e == ERR_RATE || e == ERR_CONFLICT ? OK : e;
}

/* --- another code, please --- */

static enum err kirim(struct req *r, const struct tunda *t, const char *ke)
{
	int64_t tunggu;
	enum err e = faktor_kirim(r->db, t->akun, ke, &tunggu);

	if (e == ERR_RATE)
		return form_error_row(
		    r, "", "kode-terlalu-sering", 0,
		    arena_printf(r->a, "%lld", (long long)(tunggu + 59) / 60));
	if (e == ERR_CONFLICT)
		return ERR_FORBIDDEN;
	if (e == OK)
		req_redirect(r,
			     strcmp(ke, "wa") == 0 ? "kode-dikirim-wa" :
						     "kode-dikirim-surel",
			     "/login/kode");
	return e;
}

/* --- the code --- */

struct isian_kode {
	const char *kode;
	bool ingat;
};

static const struct field ruas_kode[] = {
	{ "kode", F_SECRET, offsetof(struct isian_kode, kode), 1, KODE_MAKS,
	  F_REQUIRED, NULL },
	{ "ingat", F_BOOL, offsetof(struct isian_kode, ingat), 0, 0, F_OPTIONAL,
	  NULL },
};

static enum err periksa(struct req *r, const struct tunda *t)
{
	struct isian_kode in = { 0 };
	struct kode_hasil h;
	enum err e = form_bind(r, ruas_kode, COUNT(ruas_kode), &in);

	if (e == OK)
		e = masuk_kode(r->db, t,
			       &(struct kode_coba){
				   .kode = in.kode,
				   .alamat_ip = r->ip,
				   .agen = r->agent,
				   .perangkat = titipan_kue(r, "perangkat"),
				   .ingat = in.ingat },
			       &h);
	if (e == OK && h.kode != NULL && strcmp(h.kode, "kode-salah") == 0)
		return form_error(r, "kode", h.kode);
	if (e == OK && h.kode != NULL)
		return masuk_tolak(r, h.kode, h.tunggu_detik, NULL);
	if (e == OK)
		e = session_start(r, t->akun, false);
	if (e != OK)
		return e;
	req_cookie_out(r, "tunda", "", -1);
	if (h.perangkat != NULL)
		req_cookie_out(r, "perangkat", h.perangkat, PERANGKAT_UMUR_S);
	if (h.ingat != NULL)
		req_cookie_out(r, "ingat", h.ingat, FAKTOR_PERANGKAT_S);
	titipan_lanjut(r, t->titipan);
	return OK;
}

enum err kode_beri(struct req *r)
{
	const char *aksi = form_value(r, "aksi");
	struct tunda t;
	enum err e = tunda_ambil(r, &t);

	if (e == OK && aksi != NULL &&
	    (strcmp(aksi, "surel") == 0 || strcmp(aksi, "wa") == 0))
		e = kirim(r, &t, aksi);
	else if (e == OK)
		e = periksa(r, &t);
	return hilang(e) ? dari_awal(r, &t) : e;
}
