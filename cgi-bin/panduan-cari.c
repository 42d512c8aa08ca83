/*
 * panduan-cari.c - the search in the guide (panduan-halaman.h says the rules).
 * The text of all sections, as their stylesheet gives it, is taken once per
 * process, at the first search, and then gone through: it is some 60 kB.
 */
#include "panduan-halaman.h"
#include "lib/xsl.h"

#include <stdlib.h>
#include <string.h>

#define BAB_MAKS     32
#define KATA_MAKS    8  /* words of a search; more are not looked at */
#define KATA_PANJANG 40 /* characters of a word that count */
#define KUTIP_DEPAN  70 /* bytes before the word that was found */
#define KUTIP_BITA   240

struct bagian {
	char *judul; /* of the chapter and of the section */
	char *teks;
};

/* As in panduan_buku; filled once, kept for the life of the process. */
static struct bagian indeks[BAB_MAKS][SUB_MAKS];
static bool siap;

struct kata {
	uint32_t huruf[KATA_PANJANG + 1]; /* ended by 0 */
};

/* --- letters --- */

/* The next code point of well-formed UTF-8; *s moves behind it. */
static uint32_t ambil(const char **s)
{
	const unsigned char *p = (const unsigned char *)*s;
	uint32_t c = *p++;
	int sisa = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : c >= 0xc0 ? 1 : 0;

	if (sisa > 0)
		c &= 0x3fU >> sisa;
	while (sisa-- > 0 && (*p & 0xc0) == 0x80)
		c = c << 6 | (*p++ & 0x3f);
	*s = (const char *)p;
	return c;
}

/* What it is for the search: a small letter without its accent, a digit, or
   0 for what parts words.  Beyond Latin-1 every letter stands for itself. */
static uint32_t lipat(uint32_t c)
{
	static const char latin[] = "aaaaaaaceeeeiiiidnooooo ouuuuyts"
				    "aaaaaaaceeeeiiiidnooooo ouuuuyty";

	if (c >= 'A' && c <= 'Z')
		return c - 'A' + 'a';
	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
		return c;
	if (c >= 0xc0 && c <= 0xff)
		c = (unsigned char)latin[c - 0xc0];
	else if (c < 0x100 || (c >= 0x2000 && c < 0x2c00))
		return 0;
	return c == ' ' ? 0 : c;
}

/* The next letter of a word at *s, accents written apart (U+0300…) skipped;
   0, and *s stays, where the word ends. */
static uint32_t huruf(const char **s)
{
	const char *p = *s;
	uint32_t c;

	do
		c = *p == '\0' ? 0 : ambil(&p);
	while (c >= 0x300 && c < 0x370);
	c = lipat(c);
	if (c != 0)
		*s = p;
	return c;
}

/* --- words --- */

static size_t pilah(const char *cari, struct kata kata[KATA_MAKS])
{
	size_t n = 0;

	while (*cari != '\0' && n < KATA_MAKS) {
		size_t m = 0;
		uint32_t c;

		while ((c = huruf(&cari)) != 0)
			if (m < KATA_PANJANG)
				kata[n].huruf[m++] = c;
		kata[n].huruf[m] = 0;
		n += m > 0;
		if (*cari != '\0')
			ambil(&cari);
	}
	return n;
}

/* Does the word at s begin with that one? */
static bool berawal(const char *s, const struct kata *k)
{
	for (size_t i = 0; k->huruf[i] != 0; i++)
		if (huruf(&s) != k->huruf[i])
			return false;
	return true;
}

/*
 * The first word from s on that begins with one of the n, *akhir where it
 * ends; NULL: there is none.  s is not inside a word.
 */
static const char *temukan(const char *s, const struct kata *kata, size_t n,
			   const char **akhir)
{
	while (*s != '\0') {
		const char *awal = s;

		while (huruf(&s) != 0)
			;
		for (size_t i = 0; s != awal && i < n; i++)
			if (berawal(awal, &kata[i])) {
				*akhir = s;
				return awal;
			}
		if (*s != '\0')
			ambil(&s);
	}
	return NULL;
}

static bool memuat(const char *s, const struct kata *k)
{
	const char *akhir;

	return temukan(s, k, 1, &akhir) != NULL;
}

/* --- the index --- */

static bool simpan(struct bagian *b, struct arena *a, const elem *e)
{
	free(b->judul);
	free(b->teks);
	b->judul = strdup(el_value(e, "judul"));
	b->teks = strdup(el_words(a, e));
	return b->judul != NULL && b->teks != NULL;
}

static enum err susun_indeks(struct arena *a)
{
	struct view *v = view_new(a, "halaman");
	const elem *akar = NULL;
	enum err e;

	if (!view_ok(v))
		return ERR_BUSY;
	panduan_isi(view_root(v));
	e = xsl_tree(a, v, "panduan-indeks", &akar);
	for (size_t i = 0; e == OK && i < panduan_bab_n; i++) {
		const struct bab *b = &panduan_buku[i];
		const elem *bab = el_find(akar, b->kode);

		for (size_t j = 0; e == OK && bab_punya(b, j); j++) {
			const elem *sub = el_find(bab, b->sub[j]);

			if (sub == NULL)
				e = ERR_INTERNAL;
			else if (!simpan(&indeks[i][j], a, sub))
				e = ERR_BUSY;
		}
	}
	siap = e == OK;
	return e;
}

/* --- the answer --- */

/* The place n bytes from there or before, where no word is cut. */
static const char *mundur(const char *awal, const char *s, size_t n)
{
	const char *p = (size_t)(s - awal) <= n ? awal : s - n;

	while (p > awal && p[-1] != ' ')
		p--;
	return p;
}

/* What stands around the first word that was found, each of them marked. */
static void kutip(struct arena *a, elem *ke, const char *teks,
		  const struct kata *kata, size_t n)
{
	const char *akhir, *ketemu = temukan(teks, kata, n, &akhir);
	const char *s =
	    ketemu == NULL ? teks : mundur(teks, ketemu, KUTIP_DEPAN);
	size_t sisa = strlen(s);
	const char *henti =
	    sisa <= KUTIP_BITA ? s + sisa : mundur(s, s + KUTIP_BITA, 0);
	elem *e = el_add(ke, "kutip");

	if (s > teks)
		el_text(e, "… ");
	while ((ketemu = temukan(s, kata, n, &akhir)) != NULL &&
	       akhir <= henti) {
		el_text(e, arena_strndup(a, s, (size_t)(ketemu - s)));
		el_add_text(e, "tanda",
			    arena_strndup(a, ketemu, (size_t)(akhir - ketemu)));
		s = akhir;
	}
	el_text(e, arena_strndup(a, s, (size_t)(henti - s)));
	if (*henti != '\0')
		el_text(e, "…");
}

/* In its titles 2, in all there is 1, else 0. */
static int nilai(const struct bagian *b, const struct kata *kata, size_t n)
{
	bool judul = true;

	for (size_t i = 0; i < n; i++) {
		if (memuat(b->judul, &kata[i]))
			continue;
		judul = false;
		if (!memuat(b->teks, &kata[i]))
			return 0;
	}
	return judul ? 2 : 1;
}

static int tambah(struct req *r, const struct bab *b, int mau,
		  const struct kata *kata, size_t n)
{
	const struct bagian *isi = indeks[b - panduan_buku];
	int jumlah = 0;

	for (size_t j = 0; bab_punya(b, j); j++) {
		elem *e;

		if (nilai(&isi[j], kata, n) != mau)
			continue;
		jumlah++;
		e = el_add(r->page, "temuan");
		el_attr(e, "bab", b->kode);
		el_attr(e, "sub", b->sub[j]);
		kutip(r->a, e, isi[j].teks, kata, n);
	}
	return jumlah;
}

enum err panduan_cari(struct req *r, const struct bab *const urut[],
		      const char *cari)
{
	struct kata kata[KATA_MAKS];
	size_t n = pilah(cari, kata);
	elem *e = el_add(r->page, "pencarian");
	int jumlah = 0;

	if (panduan_bab_n > BAB_MAKS)
		return ERR_INTERNAL;
	if (!siap) {
		enum err gagal = susun_indeks(r->a);

		if (gagal != OK)
			return gagal;
	}
	for (int mau = 2; mau > 0 && n > 0; mau--)
		for (size_t i = 0; i < panduan_bab_n; i++)
			jumlah += tambah(r, urut[i], mau, kata, n);
	el_attr(e, "cari", cari);
	el_int(e, "jumlah", jumlah);
	return OK;
}

bool panduan_cocok(const char *cari, const char *teks)
{
	struct kata kata[KATA_MAKS];
	size_t n = pilah(cari, kata);

	for (size_t i = 0; i < n; i++)
		if (!memuat(teks, &kata[i]))
			return false;
	return true;
}
