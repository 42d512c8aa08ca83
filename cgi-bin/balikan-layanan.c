/*
 * balikan-layanan.c - part of program balikan: the web service's page with its
 * addresses and tokens (B-05), and the words of its problems.  The service
 * itself is balikan-api.c.
 */
#include "balikan-halaman.h"
#include "lib/config.h"
#include "model/balikan-token.h"
#include "model/lembaga.h"
#include "model/pengaturan.h"

#include <string.h>

#define LAJU_MENIT 120

/* --- the page --- */

static void tambah_jaringan(struct req *r, elem *x, const char *alamat)
{
	while (alamat != NULL && *alamat != '\0') {
		size_t n = strcspn(alamat, "\n");

		el_add_text(x, "jaringan", arena_strndup(r->a, alamat, n));
		alamat += n;
		alamat += *alamat == '\n';
	}
}

void halaman_token(struct req *r, elem *parent, const struct balikan_token *t)
{
	elem *x = el_add(parent, "token");

	el_int(x, "id", t->id);
	el_attr(x, "nama", t->nama);
	el_attr(x, "awalan", t->awalan);
	el_attr(x, "status", t->status);
	el_attr(x, "oleh", t->oleh);
	el_time(r->a, x, "dibuat", t->dibuat);
	el_time(r->a, x, "berakhir", t->berakhir);
	el_time(r->a, x, "dicabut", t->dicabut);
	el_time(r->a, x, "terakhir", t->terakhir);
	tambah_jaringan(r, x, t->alamat);
}

/* Addresses, the institution's code, and what an example wants. */
static enum err tambah_layanan(struct req *r, elem **out)
{
	struct balikan_versi v = { 0 };
	struct lembaga l;
	elem *x = el_add(r->page, "layanan");
	enum err e = lembaga_ambil(r->db, r->who.lembaga, &l);

	if (e == OK)
		e = balikan_versi_kini(r->db, r->who.lembaga, &v);
	if (e != OK && e != ERR_NOT_FOUND)
		return e;
	el_attr(x, "alamat", config_get("alamat", ""));
	el_attr(x, "kode", l.kode);
	el_int(x, "laju",
	       pengaturan_angka(r->db, "balikan_laju_menit", LAJU_MENIT));
	el_int(x, "versi", v.nomor);
	for (size_t i = 0; i < v.n; i++)
		if (v.ruas[i].wajib || i == 0)
			el_attr(el_add(x, "kolom"), "nama", v.ruas[i].nama);
	*out = x;
	return OK;
}

enum err layanan_lihat(struct req *r)
{
	struct balikan_token *t;
	size_t n;
	elem *x;
	enum err e = tambah_layanan(r, &x);

	if (e == OK)
		e = balikan_token_daftar(r->db, r->who.lembaga, &t, &n);
	for (size_t i = 0; e == OK && i < n; i++)
		halaman_token(r, x, &t[i]);
	return e;
}

/* --- a new token --- */

struct isian {
	const char *nama;
	int64_t hari;
	const char *jaringan;
};

static const struct field ruas[] = {
	{ "nama", F_TEXT, offsetof(struct isian, nama), 1, BALIKAN_TOKEN_NAMA,
	  F_REQUIRED, NULL },
	{ "hari", F_INT, offsetof(struct isian, hari), 1, BALIKAN_TOKEN_HARI,
	  F_REQUIRED, NULL },
	{ "jaringan", F_LINES, offsetof(struct isian, jaringan), 0,
	  BALIKAN_JARINGAN_HURUF, F_OPTIONAL, NULL },
};

/* Shown in this answer and never again. */
static enum err tampil_token(struct req *r, const struct isian *in,
			     const char *alamat, const char *token)
{
	elem *x, *t;
	enum err e = tambah_layanan(r, &x);

	if (e != OK)
		return e;
	t = el_add(x, "baru");
	el_attr(t, "nama", in->nama);
	el_attr(t, "token", token);
	el_int(t, "hari", in->hari);
	tambah_jaringan(r, t, alamat);
	req_view(r, "balikan-layanan-token");
	return OK;
}

enum err layanan_buat(struct req *r)
{
	struct isian in = { 0 };
	struct balikan_token_baru baru;
	const char *salah, *token;
	enum err e = form_bind(r, ruas, COUNT(ruas), &in);

	baru.alamat = balikan_jaringan_rapi(r->a, in.jaringan, &salah);
	if (salah != NULL)
		e = form_error_row(r, "jaringan", "jaringan", 0, salah);
	if (e != OK)
		return e;
	baru.nama = in.nama;
	baru.hari = in.hari;
	e = balikan_token_buat(r->db, &r->who, &baru, &token);
	if (e == ERR_CONFLICT)
		return form_error(r, "", "token-penuh");
	return e == OK ? tampil_token(r, &in, baru.alamat, token) : e;
}

/* --- revoking one --- */

enum err layanan_cabut_langkah(struct req *r)
{
	struct balikan_token t;
	enum err e = balikan_token_ambil(r->db, &r->who, req_id(r, "id"), &t);

	if (e != OK)
		return e;
	if (t.dicabut != NULL)
		return ERR_CONFLICT;
	halaman_token(r, r->page, &t);
	if (r->who.role == ROLE_ADMIN) {
		elem *x = el_add(r->page, "lembaga");

		el_int(x, "id", t.lembaga_id);
		el_attr(x, "nama", t.lembaga);
	}
	return OK;
}

enum err layanan_cabut(struct req *r)
{
	int64_t lembaga;
	enum err e =
	    balikan_token_cabut(r->db, &r->who, req_id(r, "id"), &lembaga);

	if (e == OK && r->who.role == ROLE_ADMIN)
		req_redirect(r, "token-dicabut-ditjen", "/balikan/pantau/%lld",
			     (long long)lembaga);
	else if (e == OK)
		req_redirect(r, "token-dicabut", "/balikan/layanan");
	return e;
}
