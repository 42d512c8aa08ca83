/* balikan-kepala.c - see balikan-kepala.h. */
#include "balikan-kepala.h"

#include "../lib/text.h"

#include <ctype.h>
#include <string.h>

#define RINCI_BYTES  1000
#define SEBUTAN_BYTE 60 /* of one name in galat->rinci */

/* What a column of the heading is. */
enum arti { TANPA_NAMA, NIK, LAPORAN, LAIN };

struct kolom {
	char nama[BALIKAN_NAMA_MAKS + 1]; /* as a parameter's; "" when it can
					     be none */
	const char *tulisan;              /* as it stands, without blanks */
	enum arti arti;
	bool ganda; /* the second of its name */
	bool berulang;
};

/* The name that a column has in the words of parameters. */
static void baca_nama(struct arena *a, const char *s, struct kolom *k)
{
	size_t n = 0;

	k->tulisan = text_fold(a, s);
	for (const char *p = k->tulisan; *p != '\0'; p++) {
		char c = *p == ' ' || *p == '-' ?
			     '_' :
			     (char)toupper((unsigned char)*p);

		if (n == BALIKAN_NAMA_MAKS || (c & 0x80) != 0) {
			n = 0;
			break;
		}
		k->nama[n++] = c;
	}
	k->nama[n] = '\0';
	k->arti =
	    *k->tulisan == '\0'         ? TANPA_NAMA :
	    strcmp(k->nama, "NIK") == 0 ? NIK :
	    strcmp(k->nama, "BARIS") == 0 || strcmp(k->nama, "GALAT") == 0 ?
					  LAPORAN :
					  LAIN;
}

static struct kolom *cari(struct kolom *k, size_t n, const char *nama)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(k[i].nama, nama) == 0)
			return &k[i];
	return NULL;
}

/* A column that v knows nothing of. */
static bool asing(const struct balikan_versi *v, const struct kolom *k)
{
	return k->arti == LAIN && balikan_ruas_cari(v, k->nama) == v->n;
}

/* Are the columns those of v: all of them, or at least the required? */
static bool cocok(const struct balikan_versi *v, struct kolom *k, size_t n,
		  bool semua)
{
	for (size_t i = 0; i < n; i++)
		if (asing(v, &k[i]))
			return false;
	for (size_t i = 0; i < v->n; i++)
		if ((semua || v->ruas[i].wajib) &&
		    cari(k, n, v->ruas[i].nama) == NULL)
			return false;
	return true;
}

/* The newest version that fits, or that there is. */
static const struct balikan_versi *pilih(const struct balikan_aturan *aturan,
					 struct kolom *k, size_t n, int cara)
{
	const struct balikan_versi *best = NULL;

	for (size_t i = 0; i < aturan->n; i++) {
		const struct balikan_versi *v = &aturan->versi[i];

		if ((best == NULL || v->nomor > best->nomor) &&
		    (cara == 2 || cocok(v, k, n, cara == 0)))
			best = v;
	}
	return best;
}

/* ---- telling ----------------------------------------------------------- */

static void sebut(struct buf *b, bool *mulai, const char *nama)
{
	size_t n = strlen(nama);

	/* Not in the middle of a character. */
	if (n > SEBUTAN_BYTE)
		for (n = SEBUTAN_BYTE; (nama[n] & 0xc0) == 0x80;)
			n--;
	if (b->n + n + 2 > RINCI_BYTES)
		return;
	if (*mulai)
		buf_text(b, ", ");
	buf_bytes(b, nama, n);
	*mulai = true;
}

/* The line of columns that v has. */
static void sebut_versi(struct buf *b, const struct balikan_versi *v)
{
	bool mulai = false;

	buf_char(b, '\n');
	sebut(b, &mulai, "NIK");
	for (size_t i = 0; i < v->n; i++)
		sebut(b, &mulai, v->ruas[i].nama);
}

/* Those that v must have and the heading has not. */
static bool sebut_kurang(struct buf *b, const struct balikan_versi *v,
			 struct kolom *k, size_t n)
{
	bool mulai = false;

	for (size_t i = 0; i < v->n; i++)
		if (v->ruas[i].wajib && cari(k, n, v->ruas[i].nama) == NULL)
			sebut(b, &mulai, v->ruas[i].nama);
	return mulai;
}

/* What is wrong with a heading that has a NIK, seen from version v. */
static const char *salah_apa(const struct balikan_versi *v, struct kolom *k,
			     size_t n, struct buf *b)
{
	bool mulai = false;

	for (size_t i = 0; i < n; i++)
		if (k[i].ganda)
			sebut(b, &mulai, k[i].nama);
	if (mulai) {
		sebut_versi(b, v);
		return "kolom-ganda";
	}
	for (size_t i = 0; i < n; i++)
		if (asing(v, &k[i]))
			sebut(b, &mulai, k[i].tulisan);
	if (mulai) {
		sebut_versi(b, v);
		buf_char(b, '\n');
		sebut_kurang(b, v, k, n);
		return "kolom-asing";
	}
	sebut_kurang(b, v, k, n);
	sebut_versi(b, v);
	return "kolom-kurang";
}

/* ---- matching ---------------------------------------------------------- */

static void letakkan(struct arena *a, const struct balikan_versi *v,
		     struct kolom *k, size_t n, struct balikan_kepala *out)
{
	*out = (struct balikan_kepala){ .versi = v, .n = n };
	out->kolom = arena_array(a, v->n + 1, sizeof(int));
	out->kosong = arena_array(a, n + 1, sizeof(bool));
	for (size_t i = 0; i < v->n; i++) {
		struct kolom *x = cari(k, n, v->ruas[i].nama);

		out->kolom[i] = x == NULL ? -1 : (int)(x - k);
	}
	for (size_t i = 0; i < n; i++) {
		if (k[i].arti == NIK)
			out->nik = i;
		out->kosong[i] = k[i].arti == TANPA_NAMA;
		out->ada_kosong |= out->kosong[i];
	}
}

enum err balikan_kepala_cocokkan(struct arena *a,
				 const struct balikan_aturan *aturan,
				 const struct baris *b,
				 struct balikan_kepala *k,
				 struct balikan_berkas_galat *galat)
{
	struct kolom *kolom = arena_array(a, b->n + 1, sizeof(*kolom));
	const struct balikan_versi *newest = pilih(aturan, NULL, 0, 2);
	const struct balikan_versi *v;
	struct buf rinci = { .a = a };
	bool nik = false, ganda = false;

	*galat = (struct balikan_berkas_galat){ 0 };
	if (newest == NULL) {
		galat->kode = "tanpa-parameter";
		return ERR_INPUT;
	}
	for (size_t i = 0; i < b->n; i++) {
		struct kolom *sama;

		baca_nama(a, b->sel[i].p, &kolom[i]);
		nik |= kolom[i].arti == NIK;
		sama = *kolom[i].nama == '\0' ? NULL :
						cari(kolom, i, kolom[i].nama);
		/* The report of a report has its columns twice. */
		if (sama == NULL || sama->berulang || kolom[i].arti == LAPORAN)
			continue;
		kolom[i].ganda = sama->berulang = true;
		ganda = true;
	}
	v = ganda ? NULL : pilih(aturan, kolom, b->n, 0);
	if (v == NULL && !ganda)
		v = pilih(aturan, kolom, b->n, 1);
	if (nik && v != NULL) {
		letakkan(a, v, kolom, b->n, k);
		return OK;
	}
	/* Without a NIK it may be no heading but a person's data. */
	if (nik) {
		galat->kode = salah_apa(newest, kolom, b->n, &rinci);
	} else {
		sebut_versi(&rinci, newest);
		galat->kode = "nik-tiada";
	}
	buf_bytes(&rinci, "", 0);
	galat->rinci = rinci.p;
	return ERR_INPUT;
}
