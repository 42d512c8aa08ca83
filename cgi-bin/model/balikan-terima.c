/* balikan-terima.c - see balikan-terima.h. */
#include "balikan-terima.h"
#include "../lib/text.h"
#include "balikan-nilai.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* A record has at most 60 parameters, NIK and versi: 125 names and values;
   there are BALIKAN_SIMPAN_MAKS of them. */
const struct json_limits balikan_terima_batas = {
	.max_bytes = 2 * 1024 * 1024,
	.max_depth = 4,
	.max_values = 150 * BALIKAN_SIMPAN_MAKS,
	.max_digits = 60,
	.text_reals = true,
};

/* One record while it is read. */
struct baca {
	struct arena *a;
	const struct balikan_versi *v;
	struct balikan_terima *t;
	const char *nilai[BALIKAN_RUAS_MAKS]; /* as kept; NULL: none sent */
	bool sudah[BALIKAN_RUAS_MAKS];
	bool sudah_nik;
	bool sudah_versi;
};

static void galat(struct baca *b, const char *ruas, const char *kode)
{
	struct balikan_terima *t = b->t;

	if (t->galat == NULL)
		t->galat =
		    arena_array(b->a, BALIKAN_TERIMA_GALAT, sizeof(*t->galat));
	if (t->n_galat < BALIKAN_TERIMA_GALAT)
		t->galat[t->n_galat++] =
		    (struct balikan_terima_galat){ ruas, kode };
}

/* A stranger's name, to be shown to him: some characters of it. */
static const char *potong(struct arena *a, const char *nama)
{
	const char *p = nama;

	if (!text_ok(nama, strlen(nama)))
		return "?";
	for (int i = 0; *p != '\0' && i < BALIKAN_NAMA_MAKS; i++)
		do
			p++;
		while (((unsigned char)*p & 0xC0) == 0x80);
	return arena_strndup(a, nama, (size_t)(p - nama));
}

static void satu_nilai(struct baca *b, size_t i, const char *s, size_t n)
{
	const struct balikan_ruas *ruas = &b->v->ruas[i];
	char out[BALIKAN_NILAI_BYTES];
	size_t out_n;
	const char *kode =
	    balikan_nilai_periksa(ruas, s, n, false, out, &out_n);

	b->nilai[i] = "";
	if (kode != NULL)
		galat(b, ruas->nama, kode);
	else if (out_n > 0)
		b->nilai[i] = arena_strndup(b->a, out, out_n);
}

/* One name with its value; s NULL: of a kind that is taken nowhere. */
static void satu(struct baca *b, const char *nama, const char *s, size_t n)
{
	bool nik = strcasecmp(nama, "NIK") == 0;
	size_t i = nik ? b->v->n : balikan_ruas_cari(b->v, nama);
	bool versi = !nik && i == b->v->n && strcasecmp(nama, "versi") == 0;
	bool *sudah = nik         ? &b->sudah_nik :
		      versi       ? &b->sudah_versi :
		      i < b->v->n ? &b->sudah[i] :
				    NULL;
	const char *asli = nik         ? "NIK" :
			   versi       ? "versi" :
			   i < b->v->n ? b->v->ruas[i].nama :
					 NULL;
	const char *kode = NULL;
	int64_t nomor;

	if (sudah == NULL) {
		galat(b, potong(b->a, nama), "kolom-asing");
		return;
	}
	if (*sudah)
		kode = "ganda";
	else if (s == NULL)
		kode = "jenis-nilai";
	*sudah = true;
	if (kode == NULL && nik)
		kode = balikan_nik_periksa(s, n, false, &b->t->rekaman.nik);
	else if (kode == NULL && versi)
		kode = n == strlen(s) && text_to_int(s, &nomor) &&
			       nomor == b->v->nomor ?
			   NULL :
			   "versi";
	else if (kode == NULL)
		satu_nilai(b, i, s, n);
	if (kode != NULL)
		galat(b, asli, kode);
}

/* All that was sent is read: what is missing, and is it good? */
static void tutup(struct baca *b)
{
	struct balikan_terima *t = b->t;

	if (!b->sudah_nik)
		galat(b, "NIK", "kosong");
	for (size_t i = 0; i < b->v->n; i++)
		if (!b->sudah[i])
			satu_nilai(b, i, "", 0);
	if (t->n_galat > 0)
		return;
	t->rekaman.isi = balikan_isi_susun(b->a, b->nilai, b->v->n);
	if (t->rekaman.isi.n > BALIKAN_ISI_MAKS) {
		galat(b, "", "isi-panjang");
		return;
	}
	t->peringatan = balikan_nik_peringatan(t->rekaman.nik);
	t->sah = true;
}

static void objek(struct arena *a, const json *o, const struct balikan_versi *v,
		  struct balikan_terima *t)
{
	struct baca b = { .a = a, .v = v, .t = t };
	const char *nama, *s;
	void *at = NULL;
	json *nilai;

	while (json_each(o, &at, &nama, &nilai)) {
		char angka[24];

		switch (json_kind(nilai)) {
		case J_TEXT:
			s = json_text(nilai);
			break;
		case J_INT:
			snprintf(angka, sizeof(angka), "%lld",
				 (long long)json_number(nilai));
			s = angka;
			break;
		case J_NULL:
			s = "";
			break;
		default:
			s = NULL;
		}
		satu(&b, nama, s, s == NULL ? 0 : strlen(s));
	}
	tutup(&b);
}

const char *balikan_terima_json(struct arena *a, const json *j,
				const struct balikan_versi *v,
				struct balikan_terima **out, size_t *n)
{
	bool larik = json_kind(j) == J_ARRAY;

	if (!larik && json_kind(j) != J_OBJECT)
		return "bukan-rekaman";
	*n = larik ? json_size(j) : 1;
	if (*n == 0)
		return "tanpa-rekaman";
	if (*n > BALIKAN_SIMPAN_MAKS)
		return "terlalu-banyak-baris";
	*out = arena_array(a, *n, sizeof(**out));
	for (size_t i = 0; i < *n; i++) {
		const json *o = larik ? json_element(j, i) : j;

		if (json_kind(o) != J_OBJECT)
			return "bukan-rekaman";
		objek(a, o, v, &(*out)[i]);
	}
	return NULL;
}

struct balikan_terima *balikan_terima_formulir(struct arena *a,
					       const struct pair *pair,
					       size_t n, const char *lewati,
					       const struct balikan_versi *v)
{
	struct balikan_terima *t = arena_alloc(a, sizeof(*t));
	struct baca b = { .a = a, .v = v, .t = t };

	for (size_t i = 0; i < n; i++) {
		/* A NUL in a name is in no parameter's. */
		if (lewati != NULL && strcasecmp(pair[i].name, lewati) == 0)
			continue;
		if (strlen(pair[i].name) != pair[i].name_n)
			galat(&b, "?", "kolom-asing");
		else
			satu(&b, pair[i].name, pair[i].value, pair[i].n);
	}
	tutup(&b);
	return t;
}
