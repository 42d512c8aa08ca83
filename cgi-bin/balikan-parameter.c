/*
 * balikan-parameter.c - part of program balikan: "Setting Parameter" (B-01):
 * the list in force and its versions, the form whose rows are added, taken
 * away and moved by its own buttons, and the page that shows what will change
 * before it does.
 */
#include "balikan-halaman.h"
#include "lib/text.h"

#include <stdlib.h>
#include <string.h>

/* --- a version on the page --- */

elem *halaman_ruas(elem *parent, const struct balikan_ruas *s, size_t urut)
{
	elem *x = el_add(parent, "ruas");

	el_int(x, "urut", (int64_t)urut);
	el_attr(x, "nama", s->nama);
	el_attr(x, "jenis", balikan_jenis_nama[s->jenis]);
	el_int(x, "panjang", s->panjang);
	el_flag(x, "wajib", s->wajib);
	el_attr(x, "pola", s->pola);
	for (size_t i = 0; s->pilihan != NULL && s->pilihan[i] != NULL; i++)
		el_add_text(x, "opsi", s->pilihan[i]);
	return x;
}

static void halaman_versi(struct req *r, const struct balikan_versi *v,
			  bool kini)
{
	elem *x = el_add(r->page, "parameter");

	el_int(x, "id", v->id);
	el_int(x, "nomor", v->nomor);
	el_attr(x, "oleh", v->oleh);
	el_time(r->a, x, "dibuat", v->dibuat);
	el_flag(x, "kini", kini);
	for (size_t i = 0; i < v->n; i++)
		halaman_ruas(x, &v->ruas[i], i + 1);
}

/* The version in force, all zero when there is none. */
static enum err ambil_kini(struct req *r, struct balikan_versi *v)
{
	enum err e = balikan_versi_kini(r->db, r->who.lembaga, v);

	if (e != ERR_NOT_FOUND)
		return e;
	*v = (struct balikan_versi){ 0 };
	return OK;
}

enum err parameter_lihat(struct req *r)
{
	struct balikan_versi *v;
	size_t n;
	enum err e = balikan_versi_semua(r->db, r->who.lembaga, &v, &n);

	if (e != OK || n == 0)
		return e;
	halaman_versi(r, &v[0], true);
	for (size_t i = 0; i < n; i++) {
		elem *x = el_add(r->page, "versi");

		el_int(x, "id", v[i].id);
		el_int(x, "nomor", v[i].nomor);
		el_attr(x, "oleh", v[i].oleh);
		el_time(r->a, x, "dibuat", v[i].dibuat);
		el_int(x, "ruas", (int64_t)v[i].n);
		el_flag(x, "kini", i == 0);
	}
	return OK;
}

enum err parameter_versi(struct req *r)
{
	struct balikan_versi v, kini;
	enum err e = balikan_versi_ambil(r->db, req_id(r, "id"), &v);

	if (e == OK && v.lembaga_id != r->who.lembaga)
		e = ERR_NOT_FOUND;
	if (e == OK)
		e = ambil_kini(r, &kini);
	if (e == OK)
		halaman_versi(r, &v, v.id == kini.id);
	return e;
}

/* --- the form --- */

/* A row as it was typed. */
struct baris {
	const char *nama;
	const char *jenis;
	const char *panjang;
	const char *pola;
	const char *pilihan;
	bool wajib;
};

struct isian {
	const char *aksi;
	int64_t dasar;  /* number of the version that is changed; 0: none */
	int64_t banyak; /* rows */
	struct baris baris[BALIKAN_RUAS_MAKS];
};

static const struct field ruas_kepala[] = {
	{ "aksi", F_CODE, offsetof(struct isian, aksi), 1, 20, F_OPTIONAL,
	  NULL },
	{ "dasar", F_INT, offsetof(struct isian, dasar), 0, INT32_MAX,
	  F_OPTIONAL, NULL },
	{ "banyak", F_INT, offsetof(struct isian, banyak), 0, BALIKAN_RUAS_MAKS,
	  F_OPTIONAL, NULL },
};

static const struct {
	const char *nama;
	enum field_kind jenis;
	size_t letak;
} ruas_baris[] = {
	{ "nama", F_TEXT, offsetof(struct baris, nama) },
	{ "jenis", F_TEXT, offsetof(struct baris, jenis) },
	{ "panjang", F_TEXT, offsetof(struct baris, panjang) },
	{ "wajib", F_BOOL, offsetof(struct baris, wajib) },
	{ "pola", F_TEXT, offsetof(struct baris, pola) },
	{ "pilihan", F_LINES, offsetof(struct baris, pilihan) },
};

/* "panjang-3": a field of a row, counted from 1. */
static const char *nama_ruas(struct req *r, const char *ruas, size_t i)
{
	return arena_printf(r->a, "%s-%zu", ruas, i + 1);
}

/* What was typed; only what cannot be read at all is reported. */
static enum err ikat(struct req *r, struct isian **out, struct field **ruas,
		     size_t *n)
{
	struct isian *in = arena_alloc(r->a, sizeof(*in));
	struct field *f = arena_array(
	    r->a, COUNT(ruas_kepala) + BALIKAN_RUAS_MAKS * COUNT(ruas_baris),
	    sizeof(*f));
	enum err e = form_bind(r, ruas_kepala, COUNT(ruas_kepala), in);

	*out = in;
	*n = COUNT(ruas_kepala);
	*ruas = f;
	memcpy(f, ruas_kepala, sizeof(ruas_kepala));
	for (size_t i = 0; i < (size_t)in->banyak; i++)
		for (size_t j = 0; j < COUNT(ruas_baris); j++)
			f[(*n)++] = (struct field){
				.name = nama_ruas(r, ruas_baris[j].nama, i),
				.kind = ruas_baris[j].jenis,
				.offset = offsetof(struct isian, baris) +
					  i * sizeof(in->baris[0]) +
					  ruas_baris[j].letak,
			};
	if (e == OK)
		e = form_bind(r, f + COUNT(ruas_kepala),
			      *n - COUNT(ruas_kepala), in);
	return e;
}

/* The same for a form that is only shown again, untidied. */
static struct isian *ketikan(struct req *r)
{
	struct isian *in = arena_alloc(r->a, sizeof(*in));
	const char *banyak = form_value(r, "banyak");

	if (banyak == NULL || !text_to_int(banyak, &in->banyak) ||
	    in->banyak < 0)
		in->banyak = 0;
	if (in->banyak > BALIKAN_RUAS_MAKS)
		in->banyak = BALIKAN_RUAS_MAKS;
	for (size_t i = 0; i < (size_t)in->banyak; i++)
		in->baris[i] = (struct baris){
			.nama = form_value(r, nama_ruas(r, "nama", i)),
			.jenis = form_value(r, nama_ruas(r, "jenis", i)),
			.panjang = form_value(r, nama_ruas(r, "panjang", i)),
			.pola = form_value(r, nama_ruas(r, "pola", i)),
			.pilihan = form_value(r, nama_ruas(r, "pilihan", i)),
			.wajib =
			    form_value(r, nama_ruas(r, "wajib", i)) != NULL,
		};
	return in;
}

static void halaman_isian(struct req *r, const struct isian *in)
{
	elem *x = el_add(r->page, "rancangan");

	el_int(x, "dasar", in->dasar);
	for (size_t i = 0; i < (size_t)in->banyak; i++) {
		const struct baris *b = &in->baris[i];
		elem *y = el_add(x, "baris");

		el_int(y, "urut", (int64_t)i + 1);
		el_attr(y, "nama", b->nama);
		el_attr(y, "jenis", b->jenis);
		el_attr(y, "panjang", b->panjang);
		el_flag(y, "wajib", b->wajib);
		el_attr(y, "pola", b->pola);
		if (b->pilihan != NULL)
			el_add_text(y, "pilihan", b->pilihan);
	}
}

enum err parameter_form(struct req *r)
{
	struct isian *in = arena_alloc(r->a, sizeof(*in));
	struct balikan_versi v;
	enum err e = ambil_kini(r, &v);

	if (e != OK)
		return e;
	in->dasar = v.nomor;
	in->banyak = v.n == 0 ? 1 : (int64_t)v.n;
	in->baris[0].jenis = "teks";
	for (size_t i = 0; i < v.n; i++) {
		const struct balikan_ruas *s = &v.ruas[i];

		in->baris[i] = (struct baris){
			.nama = s->nama,
			.jenis = balikan_jenis_nama[s->jenis],
			.panjang = arena_printf(r->a, "%d", s->panjang),
			.wajib = s->wajib,
			.pola = s->pola,
			.pilihan = balikan_pilihan_susun(r->a, s->pilihan),
		};
	}
	halaman_isian(r, in);
	return OK;
}

/*
 * The form again, with what is in force beside it: after a conflict one
 * compares, and goes on from there.
 */
enum err parameter_form_lagi(struct req *r)
{
	struct isian *in = ketikan(r);
	struct balikan_versi kini;
	enum err e = ambil_kini(r, &kini);

	if (e != OK)
		return e;
	req_view(r, "balikan-parameter-form");
	in->dasar = kini.nomor;
	halaman_isian(r, in);
	if (kini.nomor > 0)
		halaman_versi(r, &kini, true);
	return OK;
}

/* --- rows --- */

/* "hapus-3": the row from 0; false when aksi is another or there is none. */
static bool baris_aksi(const struct isian *in, const char *aksi, size_t *i)
{
	size_t n = strlen(aksi);
	int64_t nomor;

	if (in->aksi == NULL || strncmp(in->aksi, aksi, n) != 0 ||
	    in->aksi[n] != '-' || !text_to_int(in->aksi + n + 1, &nomor) ||
	    nomor < 1 || nomor > in->banyak)
		return false;
	*i = (size_t)nomor - 1;
	return true;
}

static void tukar(struct isian *in, size_t i, size_t j)
{
	struct baris b = in->baris[i];

	in->baris[i] = in->baris[j];
	in->baris[j] = b;
}

/* What the buttons of the form do to its rows. */
static enum err susun_baris(struct req *r, struct isian *in)
{
	size_t i, n = (size_t)in->banyak;

	if (in->aksi == NULL)
		return OK;
	if (strcmp(in->aksi, "tambah") == 0) {
		if (n == BALIKAN_RUAS_MAKS)
			return form_error(r, "", "terlalu-banyak");
		in->baris[n] = (struct baris){ .jenis = "teks" };
		in->banyak++;
	} else if (baris_aksi(in, "hapus", &i)) {
		memmove(&in->baris[i], &in->baris[i + 1],
			(n - i - 1) * sizeof(in->baris[0]));
		in->banyak--;
	} else if (baris_aksi(in, "naik", &i) && i > 0) {
		tukar(in, i, i - 1);
	} else if (baris_aksi(in, "turun", &i) && i + 1 < n) {
		tukar(in, i, i + 1);
	}
	return OK;
}

/* --- what was typed, checked --- */

static void ke_ruas(struct req *r, const struct baris *b, size_t i,
		    struct balikan_ruas *s)
{
	int64_t panjang = 0;

	*s = (struct balikan_ruas){
		.nama = b->nama,
		.jenis = balikan_jenis_dari(b->jenis),
		.wajib = b->wajib,
		.pola = b->pola,
	};
	if (s->jenis == BALIKAN_PILIHAN)
		s->pilihan = balikan_pilihan_urai(r->a, b->pilihan);
	/* Of the other kinds it is not asked. */
	if ((s->jenis == BALIKAN_TEKS || s->jenis == BALIKAN_ANGKA) &&
	    b->panjang != NULL &&
	    (!text_to_int(b->panjang, &panjang) || panjang < 1 ||
	     panjang > INT32_MAX)) {
		form_error(r, nama_ruas(r, "panjang", i), "angka");
		panjang = 1;
	}
	s->panjang = (int)panjang;
}

/*
 * The typed parameters, good ones, and those in force.  ERR_CONFLICT when
 * these have changed since the form was shown; ERR_INPUT, reported.
 */
static enum err periksa(struct req *r, const struct isian *in,
			struct balikan_versi *kini, struct balikan_ruas *ruas)
{
	struct balikan_ruas_galat *g;
	size_t n;
	enum err e = ambil_kini(r, kini);

	if (e == OK && kini->nomor != in->dasar)
		e = ERR_CONFLICT;
	if (e != OK)
		return e;
	for (size_t i = 0; i < (size_t)in->banyak; i++)
		ke_ruas(r, &in->baris[i], i, &ruas[i]);
	g = balikan_ruas_periksa(r->a, ruas, (size_t)in->banyak, &n);
	for (size_t i = 0; i < n; i++)
		form_error_row(r,
			       *g[i].ruas == '\0' ?
				   "" :
				   nama_ruas(r, g[i].ruas, g[i].urut),
			       g[i].kode, 0, g[i].nilai);
	return form_failed(r) ? ERR_INPUT : OK;
}

/* --- "Periksa jawaban Anda" --- */

static const struct balikan_ruas *cari(const struct balikan_ruas *ruas,
				       size_t n, const char *nama, size_t *di)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(ruas[i].nama, nama) == 0) {
			*di = i;
			return &ruas[i];
		}
	return NULL;
}

static void halaman_periksa(struct req *r, const struct balikan_versi *kini,
			    const struct balikan_ruas *ruas, size_t n)
{
	elem *x = el_add(r->page, "periksa");
	size_t di = 0;

	el_int(x, "nomor", kini->nomor + 1);
	for (size_t i = 0; i < n; i++) {
		elem *y = halaman_ruas(x, &ruas[i], i + 1);
		const struct balikan_ruas *lama =
		    cari(kini->ruas, kini->n, ruas[i].nama, &di);

		if (lama == NULL) {
			el_attr(y, "akibat", "baru");
		} else if (!balikan_ruas_sama(lama, 1, &ruas[i], 1)) {
			el_attr(y, "akibat", "ubah");
			halaman_ruas(el_add(y, "lama"), lama, di + 1);
		} else {
			el_attr(y, "akibat", di == i ? "tetap" : "pindah");
		}
	}
	for (size_t i = 0; i < kini->n; i++)
		if (cari(ruas, n, kini->ruas[i].nama, &di) == NULL)
			el_attr(el_add(x, "hapus"), "nama", kini->ruas[i].nama);
}

static enum err tetap(struct req *r)
{
	req_redirect(r, "parameter-tetap", "/balikan/parameter");
	return OK;
}

enum err parameter_ubah(struct req *r)
{
	struct balikan_ruas ruas[BALIKAN_RUAS_MAKS] = { 0 };
	struct balikan_versi kini;
	struct isian *in, *lagi;
	struct field *f;
	size_t n;
	enum err e = ikat(r, &in, &f, &n);

	if (in->aksi == NULL || strcmp(in->aksi, "periksa") != 0) {
		/* Nothing is wrong yet: somebody is still typing. */
		lagi = ketikan(r);
		lagi->aksi = in->aksi;
		lagi->dasar = in->dasar;
		e = susun_baris(r, lagi);
		if (e == OK)
			halaman_isian(r, lagi);
		return e;
	}
	if (e == OK)
		e = periksa(r, in, &kini, ruas);
	if (e != OK)
		return e;
	if (balikan_ruas_sama(ruas, (size_t)in->banyak, kini.ruas, kini.n))
		return tetap(r);
	req_view(r, "balikan-parameter-periksa");
	halaman_periksa(r, &kini, ruas, (size_t)in->banyak);
	form_echo(r, f, n);
	return OK;
}

enum err parameter_simpan(struct req *r)
{
	struct balikan_ruas ruas[BALIKAN_RUAS_MAKS] = { 0 };
	struct balikan_versi kini;
	struct isian *in;
	struct field *f;
	int64_t nomor;
	size_t n;
	enum err e = ikat(r, &in, &f, &n);

	if (e == OK)
		e = periksa(r, in, &kini, ruas);
	if (e == OK)
		e = balikan_versi_baru(r->db, &r->who, in->dasar, ruas,
				       (size_t)in->banyak, &nomor);
	if (e != OK)
		return e;
	if (nomor == in->dasar)
		return tetap(r);
	req_redirect(r, "parameter-disimpan", "/balikan/parameter");
	return OK;
}
