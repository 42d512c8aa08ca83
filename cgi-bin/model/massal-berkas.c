/*
 * massal-berkas.c - reading the file of a bulk activation (massal.h).
 */
#include "massal.h"
#include "../lib/tabel.h"
#include "../lib/text.h"
#include "kartu.h"
#include "tempat.h"
#include "token.h"

#include <ctype.h>
#include <string.h>

enum kolom {
	K_SAM,
	K_TOKEN,
	K_MESIN,
	K_OUTLET,
	K_ALAMAT,
	K_WILAYAH,
	K_LINTANG,
	K_BUJUR,
	K_N
};

const char *const massal_kolom[] = { "sam_id",	     "token",	 "seri_mesin",
				     "outlet",	     "alamat",	 "kode_wilayah",
				     "latitude",     "longitude", NULL };

/* What else a heading may say, in small letters without anything between. */
static const struct {
	const char *nama;
	enum kolom kolom;
} sebutan[] = {
	{ "samid", K_SAM },
	{ "noidentitaskartusam", K_SAM },
	{ "nomoridentitaskartusam", K_SAM },
	{ "token", K_TOKEN },
	{ "tokenkartusam", K_TOKEN },
	{ "serimesin", K_MESIN },
	{ "nomesin", K_MESIN },
	{ "nomormesin", K_MESIN },
	{ "outlet", K_OUTLET },
	{ "namaoutlet", K_OUTLET },
	{ "alamat", K_ALAMAT },
	{ "alamatoutlet", K_ALAMAT },
	{ "kodewilayah", K_WILAYAH },
	{ "kodekelurahan", K_WILAYAH },
	{ "latitude", K_LINTANG },
	{ "lintang", K_LINTANG },
	{ "longitude", K_BUJUR },
	{ "bujur", K_BUJUR },
};

static const struct tabel_batas batas = {
	.kolom = 32,
	.sel_bytes = 2000,
	.baris_bytes = 8000,
	.baris = MASSAL_MAKS + 1,
	.entri = 200,
	.urai_bytes = 200u * 1024 * 1024,
	.rasio = 400,
	.teks_bytes = 64u * 1024 * 1024,
	.sel = 700000,
	.cpu_s = 20,
	.tunggu_s = 40,
	.memori_bytes = 256u * 1024 * 1024,
};

static const char *ringkas(struct arena *a, const char *s)
{
	char *out = arena_strdup(a, s), *w = out;

	for (const char *c = s; *c != '\0'; c++)
		if (isalnum((unsigned char)*c))
			*w++ = (char)tolower((unsigned char)*c);
	*w = '\0';
	return out;
}

static enum err baca_kepala(struct massal_isi *isi, const struct baris *b)
{
	for (int k = 0; k < K_N; k++)
		isi->letak[k] = -1;
	for (size_t i = 0; i < b->n; i++) {
		const char *nama = ringkas(isi->a, b->sel[i].p);

		for (size_t s = 0; s < sizeof(sebutan) / sizeof(sebutan[0]);
		     s++)
			if (strcmp(sebutan[s].nama, nama) == 0 &&
			    isi->letak[sebutan[s].kolom] < 0)
				isi->letak[sebutan[s].kolom] = (int)i;
	}
	for (int k = 0; k < K_N; k++) {
		if (isi->letak[k] < 0 && k != K_OUTLET) {
			isi->kurang = massal_kolom[k];
			return ERR_INPUT;
		}
	}
	return OK;
}

/* Cell of a column, folded as a form's field is: copied tables are full of
   blanks that are none.  NULL when empty or not there. */
static const char *sel(const struct massal_isi *isi, const struct baris *b,
		       enum kolom k)
{
	const char *s = isi->letak[k] < 0 ?
				"" :
				text_fold(isi->a,
					  baris_sel(b, (size_t)isi->letak[k]));

	return *s == '\0' ? NULL : s;
}

/* A number cell of a spreadsheet that has lost its last digits. */
static bool terpotong(const struct massal_isi *isi, const struct baris *b,
		      enum kolom k)
{
	return isi->letak[k] >= 0 &&
	       baris_terpotong(b, (size_t)isi->letak[k]);
}

static void periksa_kartu(struct massal_isi *isi, const struct baris *b,
			  struct massal_baris *x, struct hidup_galat *g)
{
	const char *sam = sel(isi, b, K_SAM), *token = sel(isi, b, K_TOKEN);
	char simpan[SAM_SIMPAN];
	unsigned char hash[TOKEN_HASH];

	if (sam == NULL)
		hidup_tolak(g, "sam_id", "wajib", NULL);
	else if (terpotong(isi, b, K_SAM))
		hidup_tolak(g, "sam_id", "angka-bulat", sam);
	else if (!sam_baca(sam, simpan))
		hidup_tolak(g, "sam_id", "format", sam);
	else
		x->sam_id = arena_strdup(isi->a, simpan);
	if (token == NULL)
		hidup_tolak(g, "token", "wajib", NULL);
	else if (!token_hash(token, hash))
		hidup_tolak(g, "token", "format", NULL);
	else
		x->token_hash = (struct blob){
			(unsigned char *)arena_strndup(
			    isi->a, (const char *)hash, sizeof(hash)),
			sizeof(hash)
		};
}

enum err massal_baca_baris(void *ctx, const struct baris *b)
{
	struct massal_isi *isi = ctx;
	struct hidup_galat g = { 0 };
	struct massal_baris *x;
	struct tempat t;

	if (!isi->mulai) {
		isi->mulai = true;
		return baca_kepala(isi, b);
	}
	if (isi->n == isi->cap) {
		size_t cap = isi->cap * 2 + 256;
		struct massal_baris *lagi =
		    arena_array(isi->a, cap, sizeof(*lagi));

		if (isi->n > 0)
			memcpy(lagi, isi->baris, isi->n * sizeof(*lagi));
		isi->baris = lagi;
		isi->cap = cap;
	}
	x = &isi->baris[isi->n++];
	x->baris = (int64_t)b->nomor;
	periksa_kartu(isi, b, x, &g);
	t = (struct tempat){
		.seri_mesin = sel(isi, b, K_MESIN),
		.outlet = sel(isi, b, K_OUTLET),
		.alamat = sel(isi, b, K_ALAMAT),
		.wilayah_kode = sel(isi, b, K_WILAYAH),
		.lintang = sel(isi, b, K_LINTANG),
		.bujur = sel(isi, b, K_BUJUR),
	};
	if (t.seri_mesin != NULL && terpotong(isi, b, K_MESIN))
		hidup_tolak(&g, "seri_mesin", "angka-bulat", t.seri_mesin);
	tempat_periksa(isi->a, &t, &g);
	x->status = g.n > 0 ? "gagal" : "antri";
	if (g.n > 0) {
		/* Only what can be stored, and no token. */
		x->galat = g.salah[0].kode;
		x->ruas = g.salah[0].ruas;
		x->token_hash = (struct blob){ 0 };
		return OK;
	}
	x->seri_mesin = t.seri_mesin;
	x->outlet = t.outlet;
	x->alamat = t.alamat;
	x->wilayah_kode = t.wilayah_kode;
	x->lintang = t.lintang;
	x->bujur = t.bujur;
	return OK;
}

enum err massal_baca(struct arena *a, int fd, struct massal_isi *isi,
		     struct tabel_galat *galat)
{
	*isi = (struct massal_isi){ .a = a };
	*galat = (struct tabel_galat){ 0 };
	return tabel_baca(a, fd, TABEL_OTOMATIS, &batas, massal_baca_baris,
			  isi, galat);
}
