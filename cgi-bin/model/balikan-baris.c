/* balikan-baris.c - see balikan-baris.h. */
#include "balikan-baris.h"

#include "../lib/text.h"

#include <string.h>

/* Fewer NIKs that end with 0 may be an accident. */
#define NOL_MIN    5
#define NILAI_MAKS (BALIKAN_SAMAR_BYTES - 1)
/* Bits of balikan_bacaan.ragu. */
_Static_assert(BALIKAN_RUAS_MAKS <= 64, "a bit for each parameter");

static void tambah(struct balikan_cacat_baris *c, size_t ruas, const char *kode,
		   const char *nilai, size_t n)
{
	if (c->n == BALIKAN_SALAH_MAKS)
		return;
	if (n > NILAI_MAKS) {
		/* Not in the middle of a character. */
		for (n = NILAI_MAKS; ((unsigned char)nilai[n] & 0xc0) == 0x80;)
			n--;
	}
	c->s[c->n++] = (struct balikan_cacat){
		.ruas = (unsigned char)ruas,
		.kode = kode,
		.nilai = nilai,
		.n = n,
	};
}

/* The same with what may not be shown whole. */
static void tambah_samar(struct balikan_cacat_baris *c, size_t ruas,
			 const char *kode, const char *nilai, size_t n)
{
	char *samar = c->samar[ruas];

	balikan_nik_samar(nilai, n, samar);
	tambah(c, ruas, kode, samar, strlen(samar));
}

/* ---- heading ------------------------------------------------------------ */

static enum err baca_kepala(struct balikan_bacaan *p, const struct baris *b)
{
	enum err e;

	if (b->salah != TABEL_BAIK) {
		p->galat.kode = "rusak";
		p->galat.rinci = arena_printf(p->a, "%zu", b->nomor);
		return ERR_INPUT;
	}
	e = balikan_kepala_cocokkan(p->a, p->aturan, b, &p->kepala, &p->galat);
	if (e != OK)
		return e;
	p->mulai = true;
	p->ribuan =
	    arena_array(p->a, p->kepala.versi->n + 1, sizeof(*p->ribuan));
	p->kurir->nomor = b->nomor;
	return balikan_kurir_kepala(
	    p->kurir, (size_t)(p->kepala.versi - p->aturan->versi), b);
}

/* ---- rows --------------------------------------------------------------- */

/* What a row that could not be read as one is called. */
static const char *kode_salah(enum tabel_kode kode)
{
	switch (kode) {
	case TABEL_KUTIP_TERBUKA:
	case TABEL_SESUDAH_KUTIP:
		return "kutip";
	case TABEL_KOLOM:
		return "sel-lebih";
	case TABEL_SEL_PANJANG:
	case TABEL_BARIS_PANJANG:
		return "baris-panjang";
	default:
		return "karakter";
	}
}

static bool sel_kosong(const struct sel *s)
{
	return s->p[strspn(s->p, " \t\r\n")] == '\0';
}

/* Text where there is no column. */
static void periksa_lebih(struct balikan_bacaan *p, const struct baris *b)
{
	for (size_t i = 0; i < b->n; i++) {
		if (i < p->kepala.n && !p->kepala.kosong[i])
			continue;
		if (sel_kosong(&b->sel[i]))
			continue;
		tambah_samar(&p->cacat, 0, "sel-lebih", b->sel[i].p,
			     b->sel[i].n);
		return;
	}
}

static void periksa_nik(struct balikan_bacaan *p, const struct baris *b,
			uint64_t *nik)
{
	const struct sel *s = &b->sel[p->kepala.nik];
	const char *kode;

	if (p->kepala.nik >= b->n) {
		tambah(&p->cacat, 1, "kosong", NULL, 0);
		return;
	}
	kode = balikan_nik_periksa(s->p, s->n, s->angka, nik);
	if (kode == NULL)
		return;
	p->nik_nol += strcmp(kode, "nik-nol") == 0;
	tambah_samar(&p->cacat, 1, balikan_sel_perjelas(kode, s->p, s->n), s->p,
		     s->n);
}

/* The values of the row to w, as balikan.isi; how many bytes. */
static size_t susun(struct balikan_bacaan *p, const struct baris *b, char *w)
{
	static const struct sel none = { "", 0, false };
	const struct balikan_versi *v = p->kepala.versi;
	size_t n = 0;

	p->ragu = 0;
	for (size_t i = 0; i < v->n; i++) {
		size_t at = (size_t)p->kepala.kolom[i], bytes;
		const struct sel *s =
		    p->kepala.kolom[i] >= 0 && at < b->n ? &b->sel[at] : &none;
		const char *kode;

		if (i > 0)
			w[n++] = BALIKAN_PEMISAH;
		kode = balikan_nilai_periksa(&v->ruas[i], s->p, s->n, s->angka,
					     w + n, &bytes);
		if (kode == NULL &&
		    n + bytes + (v->n - 1 - i) > BALIKAN_ISI_MAKS)
			kode = "terlalu-panjang";
		if (kode != NULL) {
			tambah(&p->cacat, i + 2,
			       balikan_sel_perjelas(kode, s->p, s->n), s->p,
			       s->n);
			continue;
		}
		/* A number cell has no separators. */
		if (v->ruas[i].jenis == BALIKAN_ANGKA && !s->angka &&
		    balikan_nilai_ribuan(&v->ruas[i], w + n, bytes))
			p->ragu |= (uint64_t)1 << i;
		n += bytes;
	}
	return n;
}

static void catat(struct balikan_peringatan *w, uint64_t nomor)
{
	w->jumlah++;
	if (w->n < BALIKAN_NOMOR_MAKS)
		w->nomor[w->n++] = nomor;
}

static void hitung(struct balikan_bacaan *p, uint64_t nomor, uint64_t nik)
{
	const char *kode = balikan_nik_peringatan(nik);

	p->baik++;
	if (nik % 10 == 0)
		catat(&p->nol, nomor);
	if (kode != NULL)
		catat(strcmp(kode, "?kabupaten") == 0 ? &p->kabupaten :
							&p->kecamatan,
		      nomor);
	for (uint64_t m = p->ragu; m != 0; m &= m - 1)
		catat(&p->ribuan[__builtin_ctzll(m)], nomor);
}

enum err balikan_baris_periksa(void *ctx, const struct baris *b)
{
	struct balikan_bacaan *p = ctx;
	uint64_t nik = 0;
	size_t n;

	if (b->salah == TABEL_BAIK && baris_kosong(b))
		return OK;
	if (!p->mulai)
		return baca_kepala(p, b);
	p->baris++;
	p->cacat.n = 0;
	if (b->salah != TABEL_BAIK) {
		tambah(&p->cacat, 0, kode_salah(b->salah), NULL, 0);
		return balikan_kurir_tolak(p->kurir, p->cacat.s, 1, b);
	}
	periksa_nik(p, b, &nik);
	n = susun(p, b, balikan_kurir_ruang(p->kurir));
	if (b->n > p->kepala.n || p->kepala.ada_kosong)
		periksa_lebih(p, b);
	if (p->cacat.n > 0)
		return balikan_kurir_tolak(p->kurir, p->cacat.s, p->cacat.n, b);
	hitung(p, b->nomor, nik);
	return balikan_kurir_baik(p->kurir, b->nomor, nik, n);
}

static enum err peringatkan(struct balikan_bacaan *p, size_t ruas,
			    struct balikan_peringatan *w, const char *kode)
{
	w->kode = kode;
	return w->jumlah == 0 ?
		   OK :
		   balikan_kurir_peringatan(p->kurir, (unsigned char)ruas, w);
}

/*
 * Do more NIKs end with 0 than chance gives?  A tenth of them does, or less,
 * for most serial numbers are small: five standard deviations more than that
 * are no accident, in a file of a part that was spoilt either.  0000 is none at
 * all.
 */
static bool banyak_nol(const struct balikan_bacaan *p)
{
	double n = (double)(p->baik + p->nik_nol);
	double nol = (double)(p->nol.jumlah + p->nik_nol);
	double lebih = nol - n / 10;

	return (p->nik_nol > 0 || p->nol.jumlah >= NOL_MIN) && lebih > n / 20 &&
	       lebih * lebih > 25 * 0.09 * n;
}

/* What the heading leaves out is kept as "". */
static enum err peringatkan_kepala(struct balikan_bacaan *p)
{
	const struct balikan_versi *v = p->kepala.versi;
	struct balikan_peringatan w = { .jumlah = p->baik };
	enum err e = OK;

	for (size_t i = 0; i < p->aturan->n; i++)
		if (p->aturan->versi[i].nomor > v->nomor) {
			e = peringatkan(p, 0, &w, "?versi-lama");
			break;
		}
	for (size_t i = 0; e == OK && i < v->n; i++)
		if (p->kepala.kolom[i] < 0)
			e = peringatkan(p, i + 2, &w, "?kolom-kurang");
	return e;
}

enum err balikan_baris_selesai(struct balikan_bacaan *p)
{
	enum err e;

	if (p->baris == 0) {
		p->galat.kode = "kosong";
		return ERR_INPUT;
	}
	e = peringatkan_kepala(p);
	if (e == OK)
		e = peringatkan(p, 1, &p->kabupaten, "?kabupaten");
	if (e == OK)
		e = peringatkan(p, 1, &p->kecamatan, "?kecamatan");
	if (e == OK && banyak_nol(p))
		e = peringatkan(p, 1, &p->nol, "?bulat");
	for (size_t i = 0; e == OK && i < p->kepala.versi->n; i++)
		e = peringatkan(p, i + 2, &p->ribuan[i], "?ribuan");
	return e;
}
