/*
 * faq.c - program: Frequent Asked Question (U-11, U-12).  Here are the routes
 * and what everybody sees: the list with its search, an entry by its address,
 * the vote.  What staff do with them is faq-kelola.c.
 */
#include "faq-halaman.h"
#include "lib/crypto.h"
#include "lib/session.h"
#include "lib/text.h"

#include <string.h>

/* So few results are shown with their answers open. */
#define BUKA_MAKS 3

/* --- answers --- */

static void tambah_markah(elem *parent, const struct markup *m)
{
	static const char *const nama[] = {
		[MARKUP_PARAGRAPH] = "alinea",
		[MARKUP_BULLETS] = "daftar-titik",
		[MARKUP_NUMBERS] = "daftar-nomor",
		[MARKUP_ITEM] = "butir",
		[MARKUP_EMPHASIS] = "miring",
		[MARKUP_STRONG] = "tebal",
		[MARKUP_LINK] = "pranala",
	};
	elem *e;

	for (m = m->first; m != NULL; m = m->next) {
		if (m->kind == MARKUP_TEXT) {
			el_text(parent, m->text);
			continue;
		}
		e = el_add(parent, nama[m->kind]);
		el_attr(e, "ke", m->text);
		tambah_markah(e, m);
	}
}

void tambah_jawaban(struct req *r, elem *parent, const char *jawab)
{
	struct markup_error salah;
	struct markup *m;

	if (markup_read(r->a, jawab, strlen(jawab), &m, &salah) == OK)
		tambah_markah(parent, m);
	else
		el_add_text(parent, "alinea", jawab);
}

/* --- the list --- */

/* GET /faq?cari= */
static enum err daftar(struct req *r)
{
	elem *kelompok = NULL, *e;
	const char *cari = form_value(r, "cari");
	int64_t di = 0;
	struct faq *f;
	size_t n;
	enum err err;

	cari = cari == NULL ? NULL : text_fold(r->a, cari);
	if (cari != NULL && *cari == '\0')
		cari = NULL;
	err = faq_cari(r->db, cari, &f, &n);
	if (err != OK)
		return err;
	e = el_add(r->page, "pencarian");
	el_attr(e, "cari", cari);
	el_int(e, "jumlah", (int64_t)n);
	for (size_t i = 0; i < n; i++) {
		if (f[i].kelompok_id != di) {
			di = f[i].kelompok_id;
			kelompok = el_add(r->page, "kelompok");
			el_attr(kelompok, "nama", f[i].kelompok);
			el_int(kelompok, "id", di);
		}
		e = el_add(kelompok, "entri");
		el_attr(e, "alamat", f[i].alamat);
		el_attr(e, "tanya", f[i].tanya);
		el_flag(e, "buka", cari != NULL && n <= BUKA_MAKS);
		tambah_jawaban(r, e, f[i].jawab);
		el_part(e);
	}
	return OK;
}

/* --- one --- */

/* Who votes: the same for all of a visit, another for each entry, and nobody
   any more once the visit is over. */
static enum err pemilih(struct req *r, int64_t id, struct blob *out)
{
	const char *segel = crypto_seal(
	    r->a, "faq-suara",
	    arena_printf(r->a, "%lld %s", (long long)id, session_csrf(r)));
	unsigned char *b = arena_alloc(r->a, SHA256_BYTES);

	if (segel == NULL || !text_from_hex(segel, b, SHA256_BYTES))
		return ERR_INTERNAL;
	*out = (struct blob){ b, SHA256_BYTES };
	return OK;
}

/* Others of the same group. */
static enum err tambah_lain(struct req *r, const struct faq *ini)
{
	struct faq *f;
	size_t n;
	enum err e = faq_cari(r->db, NULL, &f, &n);

	for (size_t i = 0; e == OK && i < n; i++) {
		elem *l;

		if (f[i].kelompok_id != ini->kelompok_id || f[i].id == ini->id)
			continue;
		l = el_add(r->page, "lain");
		el_attr(l, "alamat", f[i].alamat);
		el_attr(l, "tanya", f[i].tanya);
	}
	return e;
}

/* GET /faq/{kode} */
static enum err lihat(struct req *r)
{
	const char *alamat = req_code(r, "kode");
	struct blob siapa;
	struct faq f;
	int pilihan;
	elem *x;
	enum err e = faq_alamat(r->db, alamat, &f);

	if (e == OK && r->method == M_GET && strcmp(alamat, f.alamat) != 0) {
		req_redirect(r, NULL, "/faq/%s", f.alamat);
		return OK;
	}
	if (e == OK)
		e = pemilih(r, f.id, &siapa);
	if (e == OK)
		e = faq_pilihan(r->db, f.id, siapa, &pilihan);
	if (e != OK)
		return e;
	x = el_add(r->page, "faq");
	el_int(x, "id", f.id);
	el_attr(x, "alamat", f.alamat);
	el_attr(x, "tanya", f.tanya);
	el_attr(x, "kelompok", f.kelompok);
	el_time(r->a, x, "diubah", f.diubah);
	if (pilihan >= 0)
		el_attr(x, "pilihan", pilihan ? "ya" : "tidak");
	tambah_jawaban(r, el_add(x, "jawab"), f.jawab);
	return tambah_lain(r, &f);
}

struct suara {
	const char *membantu;
};

static const struct field ruas_suara[] = {
	{ "membantu", F_CHOICE, offsetof(struct suara, membantu), 0, 0,
	  F_REQUIRED, form_yes_no },
};

/* POST /faq/{kode}/suara */
static enum err pilih(struct req *r)
{
	struct suara in = { 0 };
	struct blob siapa;
	struct faq f;
	enum err e = faq_alamat(r->db, req_code(r, "kode"), &f);

	if (e == OK)
		e = form_bind(r, ruas_suara, COUNT(ruas_suara), &in);
	if (e == OK)
		e = pemilih(r, f.id, &siapa);
	if (e == OK)
		e = faq_pilih(r->db, f.id, siapa,
			      strcmp(in.membantu, "ya") == 0);
	if (e == OK)
		req_redirect(r, "suara-dicatat", "/faq/%s", f.alamat);
	return e;
}

#define ADMIN ROLE_ADMIN
#define KIRIM (CSRF | ONCE)

static const struct route routes[] = {
	{ M_GET, "/faq", ROLE_SEMUA, PUBLIC, "faq", daftar, NULL },

	{ M_GET, "/faq/kelola", ADMIN, 0, "faq-kelola", kelola_list, NULL },
	{ M_GET, "/faq/kelola/baru", ADMIN, 0, "faq-kelola-form",
	  kelola_form_new, NULL },
	{ M_POST, "/faq/kelola", ADMIN, KIRIM, "faq-kelola-form", kelola_create,
	  kelola_form_new },
	/* Shows what it was sent and changes nothing. */
	{ M_POST, "/faq/kelola/pratinjau", ADMIN, CSRF, "faq-kelola-form",
	  kelola_preview, kelola_form_new },
	{ M_GET, "/faq/kelola/{id}", ADMIN, 0, "faq-kelola-lihat", kelola_show,
	  NULL },
	{ M_GET, "/faq/kelola/{id}/ubah", ADMIN, 0, "faq-kelola-form",
	  kelola_form_edit, NULL },
	{ M_POST, "/faq/kelola/{id}/ubah", ADMIN, KIRIM, "faq-kelola-form",
	  kelola_edit, kelola_form_edit },
	{ M_POST, "/faq/kelola/{id}/pratinjau", ADMIN, CSRF, "faq-kelola-form",
	  kelola_preview, kelola_form_edit },
	{ M_POST, "/faq/kelola/{id}/saklar", ADMIN, KIRIM, "faq-kelola-lihat",
	  kelola_switch, kelola_show },
	{ M_POST, "/faq/kelola/{id}/geser", ADMIN, KIRIM, "faq-kelola",
	  kelola_move, kelola_list },
	{ M_GET, "/faq/kelola/{id}/versi/{nomor}", ADMIN, 0, "faq-kelola-versi",
	  kelola_version, NULL },
	{ M_POST, "/faq/kelola/{id}/versi/{nomor}", ADMIN, KIRIM,
	  "faq-kelola-versi", kelola_restore, kelola_version },
	{ M_GET, "/faq/kelola/kelompok/baru", ADMIN, 0, "faq-kelola-kelompok",
	  form_blank, NULL },
	{ M_POST, "/faq/kelola/kelompok", ADMIN, KIRIM, "faq-kelola-kelompok",
	  kelompok_create, form_blank },
	{ M_GET, "/faq/kelola/kelompok/{id}", ADMIN, 0, "faq-kelola-kelompok",
	  kelompok_form_edit, NULL },
	{ M_POST, "/faq/kelola/kelompok/{id}", ADMIN, KIRIM,
	  "faq-kelola-kelompok", kelompok_edit, kelompok_form_edit },
	{ M_POST, "/faq/kelola/kelompok/{id}/geser", ADMIN, KIRIM, "faq-kelola",
	  kelompok_move, kelola_list },

	{ M_GET, "/faq/{kode}", ROLE_SEMUA, PUBLIC, "faq-lihat", lihat, NULL },
	{ M_POST, "/faq/{kode}/suara", ROLE_SEMUA, CSRF | ONCE | SLOW,
	  "faq-lihat", pilih, lihat },
};

static const struct program program = { "faq", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
