/*
 * aktivasi-sanksi.c - part of program aktivasi: suspending cards as a sanction
 * and lifting it, for one card, for chosen ones, or for all of an
 * institution.
 */
#include "aktivasi-halaman.h"
#include "dokumen/hidup.h"
#include "lib/text.h"
#include "model/kartu-buku.h"
#include "model/permintaan.h"

#include <string.h>

/* Which cards the request is about. */
struct sasaran {
	int64_t *id;
	size_t n;
	int64_t lembaga; /* not 0: all of its cards that are in `status` */
	const char *lembaga_nama;
	const char *lembaga_kode;
	int64_t jumlah; /* of them, counted so far */
	bool pasti;
	bool tangguh;
	const char *status; /* that can be changed */
};

static enum err baca_sasaran(struct req *r, struct sasaran *s)
{
	const char *lembaga = form_value(r, "lembaga");
	const char **v;
	size_t banyak;
	enum err e;

	*s = (struct sasaran){ .tangguh =
				   strstr(r->path, "/tangguhkan") != NULL };
	s->status = s->tangguh ? "aktif" : "ditangguhkan";
	v = form_values(r, "kartu[]", &banyak);
	s->id = arena_array(r->a, banyak + 1, sizeof(*s->id));
	if (lembaga != NULL && *lembaga != '\0') {
		struct buku_saring saring = { .status = s->status };

		s->lembaga_kode = lembaga;
		e = permintaan_cari_lembaga(r->db, lembaga, &s->lembaga,
					    &s->lembaga_nama);
		saring.lembaga = s->lembaga;
		return e == OK ? buku_hitung(r->db, &r->who, &saring,
					     &s->jumlah, &s->pasti) :
				 e;
	}
	if (banyak > KARTU_SEKALI)
		return ERR_TOO_LARGE;
	for (size_t i = 0; i < banyak; i++)
		if (!text_to_int(v[i], &s->id[s->n++]))
			return ERR_NOT_FOUND;
	return OK;
}

enum err sanksi_tampil(struct req *r)
{
	struct sasaran s;
	elem *x;
	enum err e = baca_sasaran(r, &s);

	if (e != OK)
		return e;
	if (r->method == M_GET && s.lembaga == 0 && s.n == 0) {
		req_redirect(r, "pilih-kartu", "/aktivasi/kartu?status=%s",
			     s.status);
		return OK;
	}
	x = el_add(r->page, "sanksi");
	el_attr(x, "jenis", s.tangguh ? "tangguh" : "pulih");
	if (s.lembaga != 0) {
		el_attr(x, "lembaga", s.lembaga_nama);
		el_attr(x, "lembaga-kode", s.lembaga_kode);
		el_int(x, "jumlah", s.jumlah);
		el_flag(x, "lebih", !s.pasti);
	}
	for (size_t i = 0; i < s.n && e == OK; i++) {
		struct buku b;

		e = buku_ambil(r->db, &r->who, s.id[i], &b, NULL);
		if (e == OK && r->method == M_GET &&
		    strcmp(b.status, s.status) != 0)
			e = ERR_CONFLICT;
		if (e == OK)
			halaman_buku(x, &b);
	}
	return e;
}

struct isian {
	const char *alasan;
};

static const struct field ruas_tangguh[] = {
	{ "alasan", F_LINES, offsetof(struct isian, alasan), 5,
	  KARTU_ALASAN_MAKS, F_REQUIRED, NULL },
};

static const struct field ruas_pulih[] = {
	{ "alasan", F_LINES, offsetof(struct isian, alasan), 0,
	  KARTU_ALASAN_MAKS, F_OPTIONAL, NULL },
};

static void selesai(struct req *r, const struct sasaran *s, const char *pesan)
{
	if (s->lembaga != 0)
		req_redirect(r, pesan, "/aktivasi/kartu?lembaga=%s",
			     text_url(r->a, s->lembaga_kode));
	else if (s->n == 1)
		req_redirect(r, pesan, "/aktivasi/kartu/%lld",
			     (long long)s->id[0]);
	else
		req_redirect(r, pesan, "/aktivasi/kartu?status=%s",
			     s->tangguh ? "ditangguhkan" : "aktif");
}

/* Another one was faster, or nothing is left to do. */
static enum err tolak(struct req *r, enum err e)
{
	if (e == ERR_CONFLICT)
		form_error(r, "", "kartu-berubah");
	return e;
}

enum err kartu_tangguh(struct req *r)
{
	struct isian in = { 0 };
	struct sasaran s;
	int64_t banyak;
	enum err e = baca_sasaran(r, &s);

	if (e == OK)
		e = form_bind(r, ruas_tangguh, COUNT(ruas_tangguh), &in);
	if (e == OK && s.lembaga == 0 && s.n == 0)
		e = ERR_BAD_REQUEST;
	if (e != OK)
		return e;
	e = s.lembaga != 0 ?
		    kartu_tangguhkan_lembaga(r->db, &r->who, s.lembaga,
					     in.alasan, &banyak) :
		    kartu_tangguhkan(r->db, &r->who, s.id, s.n, in.alasan);
	if (e == OK)
		selesai(r, &s, "kartu-ditangguhkan");
	return tolak(r, e);
}

enum err kartu_pulih(struct req *r)
{
	struct isian in = { 0 };
	struct sasaran s;
	size_t aktif = 0;
	int64_t banyak;
	enum err e = baca_sasaran(r, &s);

	if (e == OK)
		e = form_bind(r, ruas_pulih, COUNT(ruas_pulih), &in);
	if (e == OK && s.lembaga == 0 && s.n == 0)
		e = ERR_BAD_REQUEST;
	if (e != OK)
		return e;
	if (in.alasan == NULL)
		in.alasan = "";
	if (s.lembaga != 0) {
		e = kartu_pulihkan_lembaga(r->db, &r->who, s.lembaga,
					   in.alasan, &banyak);
		if (e == OK)
			selesai(r, &s, "kartu-segera-dipulihkan");
	} else {
		e = hidup_pulihkan(r->db, &r->who, s.id, s.n, in.alasan,
				   &aktif);
		if (e == OK)
			selesai(r, &s,
				aktif == s.n ? "kartu-dipulihkan" :
					       "kartu-dipulihkan-sebagian");
	}
	return tolak(r, e);
}
