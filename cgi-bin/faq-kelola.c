/*
 * faq-kelola.c - what staff do with questions and answers (U-12): write,
 * look at them before they are saved, put them in order, switch them on and
 * off, restore what they were; and their groups.
 */
#include "faq-halaman.h"

#include <string.h>

struct isian {
	int64_t versi;
	int64_t kelompok;
	const char *nama;
	const char *aktif;
	const char *arah;
	struct faq_isian f;
};

#define RUAS(n, k, m, a, b, w, c)                                              \
	{                                                                      \
		n, k, offsetof(struct isian, m), a, b, w, c                    \
	}
#define VERSI RUAS("versi", F_INT, versi, 1, INT32_MAX, F_REQUIRED, NULL)
#define ISI(wajib)                                                             \
	RUAS("kelompok", F_INT, kelompok, 1, INT64_MAX, wajib, NULL),          \
	    RUAS("tanya", F_TEXT, f.tanya, 10, FAQ_TANYA_MAKS, wajib, NULL),   \
	    RUAS("alamat", F_TEXT, f.alamat, 1, FAQ_ALAMAT_MAKS, F_OPTIONAL,   \
		 NULL)
#define JAWAB                                                                  \
	RUAS("jawab", F_LINES, f.jawab, 1, FAQ_JAWAB_MAKS, F_REQUIRED, NULL)

static const char *const naik_turun[] = { "naik", "turun", NULL };

static const struct field ruas_baru[] = { ISI(F_REQUIRED), JAWAB };
static const struct field ruas_ubah[] = { VERSI, ISI(F_REQUIRED), JAWAB };
/* What is shown is the answer alone. */
static const struct field ruas_jawab[] = { JAWAB };
static const struct field ruas_versi[] = { VERSI };
static const struct field ruas_saklar[] = {
	RUAS("aktif", F_CHOICE, aktif, 0, 0, F_REQUIRED, form_yes_no),
};
static const struct field ruas_arah[] = {
	RUAS("arah", F_CHOICE, arah, 0, 0, F_REQUIRED, naik_turun),
};
#define NAMA RUAS("nama", F_TEXT, nama, 3, FAQ_KELOMPOK_MAKS, F_REQUIRED, NULL)
static const struct field ruas_kelompok[] = { NAMA };
static const struct field ruas_kelompok_ubah[] = { VERSI, NAMA };

/* A line of the answer, counted as it was typed: empty ones before its
   beginning are not read. */
static int64_t baris_ketik(struct req *r, int64_t baris)
{
	const char *p = form_value(r, "jawab");

	if (baris > 0 && p != NULL)
		for (; *p == ' ' || (*p >= '\t' && *p <= '\r'); p++)
			baris += *p == '\n';
	return baris;
}

/* What the model found wrong, at its field. */
static enum err tunjukkan(struct req *r, enum err e, const struct faq_galat *g)
{
	if (e != ERR_INPUT || g->ruas == NULL)
		return e;
	return form_error_row(r, g->ruas, g->kode, baris_ketik(r, g->baris),
			      NULL);
}

static void ke_rincian(struct req *r, const char *pesan, int64_t id)
{
	req_redirect(r, pesan, "/faq/kelola/%lld", (long long)id);
}

/* --- the list --- */

static void baris(struct req *r, elem *kelompok, const struct faq *f)
{
	elem *e = el_add(kelompok, "entri");

	el_int(e, "id", f->id);
	el_attr(e, "alamat", f->alamat);
	el_attr(e, "tanya", f->tanya);
	el_attr(e, "status", f->aktif ? "aktif" : "nonaktif");
	el_int(e, "ya", f->ya);
	el_int(e, "tidak", f->tidak);
	el_time(r->a, e, "diubah", f->diubah);
}

enum err kelola_list(struct req *r)
{
	struct faq_kelompok *k;
	struct faq *f;
	size_t nk, nf;
	enum err e = faq_kelompok_semua(r->db, &k, &nk);

	if (e == OK)
		e = faq_semua(r->db, &f, &nf);
	if (e != OK)
		return e;
	for (size_t i = 0; i < nk; i++) {
		elem *x = el_add(r->page, "kelompok");

		el_int(x, "id", k[i].id);
		el_attr(x, "nama", k[i].nama);
		for (size_t j = 0; j < nf; j++)
			if (f[j].kelompok_id == k[i].id)
				baris(r, x, &f[j]);
	}
	return OK;
}

/* --- one --- */

static elem *halaman_faq(struct req *r, const struct faq *f)
{
	elem *e = el_add(r->page, "faq");

	el_int(e, "id", f->id);
	el_int(e, "kelompok-id", f->kelompok_id);
	el_attr(e, "kelompok", f->kelompok);
	el_attr(e, "alamat", f->alamat);
	el_attr(e, "tanya", f->tanya);
	el_attr(e, "status", f->aktif ? "aktif" : "nonaktif");
	el_int(e, "versi", f->versi);
	el_time(r->a, e, "diubah", f->diubah);
	el_int(e, "ya", f->ya);
	el_int(e, "tidak", f->tidak);
	return e;
}

static elem *halaman_versi(struct req *r, const struct faq_versi *v)
{
	elem *e = el_add(r->page, "versi");

	el_int(e, "nomor", v->versi);
	el_time(r->a, e, "waktu", v->waktu);
	el_attr(e, "oleh", v->oleh);
	if (v->asal != 0)
		el_int(e, "asal", v->asal);
	el_attr(e, "kelompok", v->kelompok);
	el_attr(e, "tanya", v->tanya);
	return e;
}

enum err kelola_show(struct req *r)
{
	struct faq_versi *v;
	struct faq f;
	size_t n;
	enum err e = faq_ambil(r->db, req_id(r, "id"), &f);

	if (e == OK)
		e = faq_riwayat(r->db, f.id, &v, &n);
	if (e != OK)
		return e;
	tambah_jawaban(r, el_add(halaman_faq(r, &f), "jawab"), f.jawab);
	for (size_t i = 0; i < n; i++)
		halaman_versi(r, &v[i]);
	return OK;
}

enum err kelola_switch(struct req *r)
{
	struct isian in = { 0 };
	int64_t id = req_id(r, "id");
	bool aktif;
	enum err e = form_bind(r, ruas_saklar, COUNT(ruas_saklar), &in);

	if (e != OK)
		return e;
	aktif = strcmp(in.aktif, "ya") == 0;
	e = faq_atur_aktif(r->db, &r->who, id, aktif);
	if (e == OK)
		ke_rincian(r, aktif ? "faq-diaktifkan" : "faq-dinonaktifkan",
			   id);
	return e;
}

enum err kelola_move(struct req *r)
{
	struct isian in = { 0 };
	int64_t id = req_id(r, "id");
	enum err e = form_bind(r, ruas_arah, COUNT(ruas_arah), &in);

	if (e == OK)
		e = faq_geser(r->db, &r->who, id, strcmp(in.arah, "naik") == 0);
	if (e == OK)
		req_redirect(r, "faq-digeser", "/faq/kelola#faq-%lld",
			     (long long)id);
	return e;
}

/* --- the form --- */

static enum err pilihan_kelompok(struct req *r)
{
	struct faq_kelompok *k;
	size_t n;
	enum err e = faq_kelompok_semua(r->db, &k, &n);
	elem *p;

	if (e != OK)
		return e;
	p = form_choices(r, "kelompok");
	for (size_t i = 0; i < n; i++)
		form_option_id(p, k[i].id, k[i].nama);
	return OK;
}

enum err kelola_form_new(struct req *r)
{
	return pilihan_kelompok(r);
}

enum err kelola_form_edit(struct req *r)
{
	struct faq f;
	enum err e = faq_ambil(r->db, req_id(r, "id"), &f);

	if (e != OK)
		return e;
	el_add_text(halaman_faq(r, &f), "naskah", f.jawab);
	return pilihan_kelompok(r);
}

enum err kelola_create(struct req *r)
{
	struct faq_galat g = { 0 };
	struct isian in = { 0 };
	int64_t id;
	enum err e = form_bind(r, ruas_baru, COUNT(ruas_baru), &in);

	in.f.kelompok_id = in.kelompok;
	if (e == OK)
		e = faq_buat(r->db, &r->who, &in.f, &id, &g);
	if (e == OK)
		ke_rincian(r, "faq-dibuat", id);
	return tunjukkan(r, e, &g);
}

enum err kelola_edit(struct req *r)
{
	struct faq_galat g = { 0 };
	struct isian in = { 0 };
	int64_t id = req_id(r, "id");
	struct faq f;
	enum err e = faq_ambil(r->db, id, &f);

	if (e == OK)
		e = form_bind(r, ruas_ubah, COUNT(ruas_ubah), &in);
	in.f.kelompok_id = in.kelompok;
	if (e == OK)
		e = faq_ubah(r->db, &r->who, id, in.versi, &in.f, &g);
	if (e == OK)
		ke_rincian(r, "tersimpan", id);
	return tunjukkan(r, e, &g);
}

/* The form again, with the answer below as it would be shown. */
enum err kelola_preview(struct req *r)
{
	struct markup_error salah;
	struct isian in = { 0 };
	struct markup *m;
	elem *x;
	enum err e = form_bind(r, ruas_jawab, COUNT(ruas_jawab), &in);

	if (e != OK)
		return e;
	if (markup_read(r->a, in.f.jawab, strlen(in.f.jawab), &m, &salah) != OK)
		return form_error_row(r, "jawab", markup_code_name(salah.code),
				      (int64_t)salah.line, NULL);
	e = req_id(r, "id") == 0 ? kelola_form_new(r) : kelola_form_edit(r);
	if (e != OK)
		return e;
	x = el_add(r->page, "pratinjau");
	el_attr(x, "tanya", form_value(r, "tanya"));
	tambah_jawaban(r, x, in.f.jawab);
	form_echo(r, ruas_ubah, COUNT(ruas_ubah));
	return OK;
}

/* --- versions --- */

enum err kelola_version(struct req *r)
{
	struct faq_versi v;
	struct faq f;
	enum err e = faq_ambil(r->db, req_id(r, "id"), &f);

	if (e == OK)
		e = faq_versi_ambil(r->db, f.id, req_id(r, "nomor"), &v);
	if (e != OK)
		return e;
	halaman_faq(r, &f);
	tambah_jawaban(r, el_add(halaman_versi(r, &v), "jawab"), v.jawab);
	return OK;
}

enum err kelola_restore(struct req *r)
{
	struct faq_galat g = { 0 };
	struct isian in = { 0 };
	struct faq_versi v;
	int64_t id = req_id(r, "id"), nomor = req_id(r, "nomor");
	enum err e = faq_versi_ambil(r->db, id, nomor, &v);

	if (e == OK)
		e = form_bind(r, ruas_versi, COUNT(ruas_versi), &in);
	if (e == OK)
		e = faq_pulihkan(r->db, &r->who, id, in.versi, nomor, &g);
	if (e == OK)
		ke_rincian(r, "faq-dipulihkan", id);
	return tunjukkan(r, e, &g);
}

/* --- groups --- */

enum err kelompok_form_edit(struct req *r)
{
	struct faq_kelompok k;
	enum err e = faq_kelompok_ambil(r->db, req_id(r, "id"), &k);
	elem *x;

	if (e != OK)
		return e;
	x = el_add(r->page, "kelompok");
	el_int(x, "id", k.id);
	el_attr(x, "nama", k.nama);
	el_int(x, "versi", k.versi);
	return OK;
}

enum err kelompok_create(struct req *r)
{
	struct faq_galat g = { 0 };
	struct isian in = { 0 };
	int64_t id;
	enum err e = form_bind(r, ruas_kelompok, COUNT(ruas_kelompok), &in);

	if (e == OK)
		e = faq_kelompok_buat(r->db, &r->who, in.nama, &id, &g);
	if (e == OK)
		req_redirect(r, "faq-kelompok-dibuat",
			     "/faq/kelola#kelompok-%lld", (long long)id);
	return tunjukkan(r, e, &g);
}

enum err kelompok_edit(struct req *r)
{
	struct faq_galat g = { 0 };
	struct isian in = { 0 };
	struct faq_kelompok k;
	enum err e = faq_kelompok_ambil(r->db, req_id(r, "id"), &k);

	if (e == OK)
		e = form_bind(r, ruas_kelompok_ubah, COUNT(ruas_kelompok_ubah),
			      &in);
	if (e == OK)
		e = faq_kelompok_ubah(r->db, &r->who, k.id, in.versi, in.nama,
				      &g);
	if (e == OK)
		req_redirect(r, "tersimpan", "/faq/kelola#kelompok-%lld",
			     (long long)k.id);
	return tunjukkan(r, e, &g);
}

enum err kelompok_move(struct req *r)
{
	struct isian in = { 0 };
	int64_t id = req_id(r, "id");
	enum err e = form_bind(r, ruas_arah, COUNT(ruas_arah), &in);

	if (e == OK)
		e = faq_kelompok_geser(r->db, &r->who, id,
				       strcmp(in.arah, "naik") == 0);
	if (e == OK)
		req_redirect(r, "faq-digeser", "/faq/kelola#kelompok-%lld",
			     (long long)id);
	return e;
}
