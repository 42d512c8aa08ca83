/*
 * login.c - signing in, and a new password for who forgot his (U-02, U-06).
 *
 * A form whose session ended while it was filled in comes along here (see
 * xslt/bagian/masuk.xsl) and is handed back by the page `lanjutkan`.  The
 * second factor is login-kode.c.
 */
#include "lib/session.h"
#include "login-halaman.h"
#include "model/masuk.h"
#include "model/sandi.h"

#include <string.h>

static enum err tampil(struct req *r)
{
	const char *lanjut = titipan_jalur(form_value(r, "lanjut"));

	if (r->session != 0 && r->method == M_GET) {
		req_redirect(r, NULL, "%s", lanjut ? lanjut : "/beranda");
		return OK;
	}
	el_attr(el_add(r->page, "masuk"), "lanjut", lanjut);
	return OK;
}

struct isian_masuk {
	const char *username;
	const char *sandi;
};

static const struct field ruas_masuk[] = {
	{ "username", F_TEXT, offsetof(struct isian_masuk, username), 1, 100,
	  F_REQUIRED, NULL },
	{ "sandi", F_SECRET, offsetof(struct isian_masuk, sandi), 1, 1000,
	  F_REQUIRED, NULL },
};

enum err masuk_tolak(struct req *r, const char *kode, int64_t tunggu_detik,
		     const char *alasan)
{
	int64_t menit = (tunggu_detik + 59) / 60;

	if (strcmp(kode, "masuk-tunggu") == 0)
		alasan = arena_printf(r->a, "%lld", (long long)menit);
	return form_error_row(r, "", kode, 0, alasan);
}

/* The password was right: the session, or the next step. */
static enum err lanjut(struct req *r, const struct masuk_hasil *h,
		       struct blob titipan)
{
	enum err e;

	if (h->tunda != NULL)
		req_cookie_out(r, "tunda", h->tunda, MASUK_TUNDA_S);
	if (h->akun == 0) {
		struct tunda t;

		e = masuk_tunda(r->db, h->tunda, r->ip, r->agent, &t);
		if (e == OK)
			e = kode_mulai(r, t.akun);
		if (e == OK)
			req_redirect(r, NULL, "/login/kode");
		return e;
	}
	e = session_start(r, h->akun, h->terbatas);
	if (e != OK)
		return e;
	if (h->perangkat != NULL)
		req_cookie_out(r, "perangkat", h->perangkat, PERANGKAT_UMUR_S);
	if (h->terbatas)
		req_redirect(r, NULL, "/akun/faktor");
	else
		titipan_lanjut(r, titipan);
	return OK;
}

static enum err masuk(struct req *r)
{
	struct isian_masuk in = { 0 };
	struct masuk_hasil h;
	struct blob titipan = titipan_dari_isian(r);
	enum err e = form_bind(r, ruas_masuk, COUNT(ruas_masuk), &in);

	if (e != OK)
		return e;
	e = akun_masuk(r->db,
		       &(struct masuk_coba){
			   .username = in.username,
			   .sandi = in.sandi,
			   .alamat_ip = r->ip,
			   .agen = r->agent,
			   .perangkat = titipan_kue(r, "perangkat"),
			   .ingat = titipan_kue(r, "ingat"),
			   .titipan = titipan },
		       &h);
	if (e == OK && h.kode != NULL)
		return masuk_tolak(r, h.kode, h.tunggu_detik, h.alasan);
	return e == OK ? lanjut(r, &h, titipan) : e;
}

/* --- forgotten password --- */

struct isian_lupa {
	const char *siapa;
};

static const struct field ruas_lupa[] = {
	{ "siapa", F_TEXT, offsetof(struct isian_lupa, siapa), 1, 150,
	  F_REQUIRED, NULL },
};

static enum err lupa(struct req *r)
{
	struct isian_lupa in = { 0 };
	enum err e = form_bind(r, ruas_lupa, COUNT(ruas_lupa), &in);

	if (e == OK)
		e = sandi_lupa(r->db, &r->who, in.siapa);
	if (e == OK)
		req_redirect(r, "tautan-dikirim", "/login");
	return e;
}

struct isian_sandi {
	const char *baru;
	const char *ulang;
};

static const struct field ruas_sandi[] = {
	{ "sandi-baru", F_SECRET, offsetof(struct isian_sandi, baru), 1,
	  SANDI_MAKS, F_REQUIRED, NULL },
	{ "sandi-ulang", F_SECRET, offsetof(struct isian_sandi, ulang), 1,
	  SANDI_MAKS, F_REQUIRED, NULL },
};

static enum err tautan_tampil(struct req *r)
{
	struct tautan t;
	enum err e = tautan_ambil(r->db, "sandi", req_code(r, "kode"), &t);
	elem *k;

	if (e != OK)
		return e;
	k = el_add(r->page, "akun");
	el_attr(k, "username", t.username);
	el_attr(k, "nama", t.nama);
	el_int(k, "sandi-min", sandi_min(role_from_name(t.peran)));
	return OK;
}

static enum err tautan_setel(struct req *r)
{
	struct isian_sandi in = { 0 };
	const char *salah;
	struct tautan t;
	enum err e = tautan_ambil(r->db, "sandi", req_code(r, "kode"), &t);

	if (e == OK)
		e = form_bind(r, ruas_sandi, COUNT(ruas_sandi), &in);
	if (e != OK)
		return e;
	salah = sandi_periksa(in.baru, t.username, role_from_name(t.peran));
	if (salah != NULL)
		return form_error(r, "sandi-baru", salah);
	if (strcmp(in.baru, in.ulang) != 0)
		return form_error(r, "sandi-ulang", "tidak-cocok");
	e = sandi_setel(r->db, &r->who, req_code(r, "kode"), in.baru);
	if (e == OK)
		req_redirect(r, "sandi-disetel", "/login");
	return e;
}

static const struct route routes[] = {
	{ M_GET, "/login", ROLE_SEMUA, 0, "login", tampil, NULL },
	{ M_POST, "/login", ROLE_SEMUA, CSRF, "login", masuk, tampil },
	{ M_GET, "/login/kode", ROLE_SEMUA, 0, "login-kode", kode_tampil,
	  NULL },
	{ M_POST, "/login/kode", ROLE_SEMUA, CSRF, "login-kode", kode_beri,
	  kode_tampil },
	{ M_GET, "/login/lupa", ROLE_SEMUA, 0, "login-lupa", form_blank, NULL },
	{ M_POST, "/login/lupa", ROLE_SEMUA, CSRF | ONCE | SLOW, "login-lupa",
	  lupa, form_blank },
	{ M_GET, "/login/sandi/{kode}", ROLE_SEMUA, SLOW, "login-sandi",
	  tautan_tampil, NULL },
	{ M_POST, "/login/sandi/{kode}", ROLE_SEMUA, CSRF | ONCE | SLOW,
	  "login-sandi", tautan_setel, tautan_tampil },
};

static const struct program program = { "login", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
