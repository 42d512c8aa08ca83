/*
 * login.c - signing in, and a new password for who forgot his (U-02, U-06).
 *
 * A form whose session ended while it was filled in comes along here (see
 * xslt/bagian/masuk.xsl) and is handed back by the page `lanjutkan`.
 */
#include "lib/app.h"
#include "lib/cookie.h"
#include "lib/session.h"
#include "model/masuk.h"
#include "model/sandi.h"

#include <string.h>

#define LANJUT_MAKS 900

/* A path of ours to go on to, or NULL: never another site, never in a ring. */
static const char *jalur_lokal(const char *s)
{
	if (s == NULL || s[0] != '/' || s[1] == '/' || s[1] == '\\' ||
	    strlen(s) > LANJUT_MAKS || strncmp(s, "/login", 6) == 0)
		return NULL;
	for (const char *p = s; *p != '\0'; p++)
		if ((unsigned char)*p <= 0x20 || (unsigned char)*p >= 0x7F ||
		    *p == '\\')
			return NULL;
	return s;
}

static enum err tampil(struct req *r)
{
	const char *lanjut = jalur_lokal(form_value(r, "lanjut"));

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

/* The device's cookie, under the name it has with and without TLS. */
static const char *perangkat(struct req *r)
{
	const char *kue = req_header_in(r, "Cookie");
	const char *nilai;
	size_t n;

	nilai = cookie_find(r->a, kue, "__Host-perangkat", &n);
	return n > 0 ? nilai : cookie_find(r->a, kue, "perangkat", &n);
}

/* Hand the form back that was being filled in, with a new token. */
static void lanjutkan(struct req *r, const char *jalur, const char **nama,
		      size_t n)
{
	elem *e = el_add(r->page, "lanjutan");

	el_attr(e, "jalur", jalur);
	el_attr(e, "csrf", session_csrf(r));
	for (size_t i = 0; i < n; i++) {
		size_t m, j = 0;
		const char **isi;

		while (j < i && strcmp(nama[j], nama[i]) != 0)
			j++;
		if (j < i) /* a repeated field: had with the first */
			continue;
		isi = form_values(r, arena_printf(r->a, "isi.%s", nama[i]), &m);
		for (size_t k = 0; k < m; k++)
			el_attr(el_add_text(e, "ruas", isi[k]), "nama",
				nama[i]);
	}
	req_view(r, "lanjutkan");
}

static enum err tolak(struct req *r, const struct masuk_hasil *h)
{
	int64_t menit = (h->tunggu_detik + 59) / 60;

	if (strcmp(h->kode, "masuk-tunggu") == 0)
		return form_error_row(
		    r, "", h->kode, 0,
		    arena_printf(r->a, "%lld", (long long)menit));
	return form_error_row(r, "", h->kode, 0, h->alasan);
}

static enum err masuk(struct req *r)
{
	struct isian_masuk in = { 0 };
	struct masuk_hasil h;
	const char *lanjut = jalur_lokal(form_value(r, "lanjut"));
	const char **nama;
	size_t n;
	enum err e = form_bind(r, ruas_masuk, COUNT(ruas_masuk), &in);

	if (e != OK)
		return e;
	e = akun_masuk(r->db,
		       &(struct masuk_coba){ .username = in.username,
					     .sandi = in.sandi,
					     .alamat_ip = r->ip,
					     .perangkat = perangkat(r) },
		       &h);
	if (e == OK && h.kode != NULL)
		return tolak(r, &h);
	if (e == OK)
		e = session_start(r, h.akun, false);
	if (e != OK)
		return e;
	if (h.perangkat != NULL)
		req_cookie_out(r, "perangkat", h.perangkat, PERANGKAT_UMUR_S);
	nama = form_values(r, "isi-nama", &n);
	if (lanjut != NULL && n > 0)
		lanjutkan(r, lanjut, nama, n);
	else
		req_redirect(r, NULL, "%s", lanjut ? lanjut : "/beranda");
	return OK;
}

/* --- forgotten password --- */

struct isian_lupa {
	const char *siapa;
};

static const struct field ruas_lupa[] = {
	{ "siapa", F_TEXT, offsetof(struct isian_lupa, siapa), 1, 150,
	  F_REQUIRED, NULL },
};

static enum err kosong(struct req *r)
{
	(void)r;
	return OK;
}

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
	{ M_GET, "/login/lupa", ROLE_SEMUA, 0, "login-lupa", kosong, NULL },
	{ M_POST, "/login/lupa", ROLE_SEMUA, CSRF | ONCE | SLOW, "login-lupa",
	  lupa, kosong },
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
