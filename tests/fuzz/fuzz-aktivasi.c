/*
 * fuzz-aktivasi.c - what people type for an activation: token, SAM id,
 * serials, place, region code, what a card is traced by, rows of a request and
 * of a file of many cards, the list of a return.  What is accepted has one
 * form, and reads the same again.
 *
 * Input: a byte, then rows parted by \x1e of cells parted by \x1f, which no
 * clean text can hold.  Bit i of the byte: a spreadsheet has column i as
 * numbers.  The first row, unless it is alone, is the heading of the file; the
 * template's is taken when it lacks a column.
 */
#include "sasaran.h"

#include "lib/config.h"
#include "lib/crypto.h"
#include "lib/form.h"
#include "lib/text.h"
#include "model/aktivasi.h"
#include "model/kartu.h"
#include "model/lacak.h"
#include "model/massal.h"
#include "model/pengembalian.h"
#include "model/proses.h"
#include "model/seri.h"
#include "model/tempat.h"
#include "model/token.h"
#include "model/verifikasi.h"
#include "model/wilayah.h"

#include <math.h>
#include <stdio.h>
#include <unistd.h>

#define BARIS_MAKS 4
#define SEL_MAKS   12
/* More than the longest address has. */
#define SEL_BYTES  1100
#define HEX	   "0123456789ABCDEF"
#define SERI	   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./"

/* ---- once ---- */

static void tulis(const char *path, const char *teks)
{
	FILE *f = fopen(path, "w");

	harus(f != NULL && fputs(teks, f) >= 0 && fclose(f) == 0);
}

/* The secret of the tokens is read once: its folder is gone afterwards. */
static void mulai(void)
{
	char folder[] = "/tmp/fuzz-aktivasi-XXXXXX";
	char konfig[60], kunci[60], teks[100];
	unsigned char hash[TOKEN_HASH];

	harus(mkdtemp(folder) != NULL);
	snprintf(konfig, sizeof(konfig), "%s/conf", folder);
	snprintf(kunci, sizeof(kunci), "%s/token", folder);
	snprintf(teks, sizeof(teks), "%064d\n", 7);
	tulis(kunci, teks);
	snprintf(teks, sizeof(teks), "kunci_dir = %s\n", folder);
	tulis(konfig, teks);
	setenv("SIFILMA_KONFIG", konfig, 1);
	harus(config_load() && crypto_start());
	harus(token_hash("22222-22222", hash));
	harus(unlink(kunci) == 0 && unlink(konfig) == 0 && rmdir(folder) == 0);
}

/* ---- one text, typed ---- */

static bool sama(const char *x, const char *y)
{
	return x == NULL || y == NULL ? x == y : strcmp(x, y) == 0;
}

static const char *kecil(struct arena *a, const char *s)
{
	char *out = arena_strdup(a, s);

	for (char *c = out; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	return out;
}

/* Each character with a blank before and behind it. */
static const char *renggang(struct arena *a, const char *s)
{
	struct buf b = { .a = a };

	for (; *s != '\0'; s++)
		buf_printf(&b, " %c ", *s);
	return b.p;
}

static bool token_sama(const char *s, const unsigned char hash[TOKEN_HASH])
{
	unsigned char lain[TOKEN_HASH];

	return token_hash(s, lain) && memcmp(lain, hash, TOKEN_HASH) == 0;
}

static void uji_token(struct arena *a, const char *s)
{
	char t[TOKEN_PANJANG + 1] = "x", lagi[TOKEN_PANJANG + 1];
	unsigned char hash[TOKEN_HASH];
	const char *tanda;

	if (!token_rapi(s, t)) {
		harus(!token_hash(s, hash) && strcmp(t, "x") == 0);
		return;
	}
	harus(strlen(t) == TOKEN_PANJANG);
	harus(strspn(t, TOKEN_TANDA) == TOKEN_PANJANG);
	harus(token_rapi(t, lagi) && strcmp(t, lagi) == 0);
	harus(token_hash(s, hash) && token_sama(t, hash));
	harus(token_sama(kecil(a, t), hash));
	harus(token_sama(renggang(a, t), hash));
	harus(token_sama(arena_printf(a, "%.5s-%.5s", t, t + 5), hash));
	/* Another sign is another token. */
	tanda = strchr(TOKEN_TANDA, t[0]);
	t[0] = tanda[1] == '\0' ? TOKEN_TANDA[0] : tanda[1];
	harus(!token_sama(t, hash));
}

/* What is printed for people is read back. */
static void uji_token_tulis(const uint8_t *data, size_t size)
{
	unsigned char acak[TOKEN_ACAK] = { 0 };
	char teks[TOKEN_TEKS], t[TOKEN_PANJANG + 1];
	int64_t id = 0;

	memcpy(acak, data, size < sizeof(acak) ? size : sizeof(acak));
	for (size_t i = 0; i < size && i < 8; i++)
		id = (int64_t)((uint64_t)id << 8 | data[i]);
	harus(token_tulis(id, acak, teks) && token_rapi(teks, t));
	harus(strlen(teks) == TOKEN_TEKS - 1 && teks[5] == '-');
	harus(memcmp(teks, t, 5) == 0 && strcmp(teks + 6, t + 5) == 0);
}

static void uji_sam(struct arena *a, const char *s)
{
	char sam[SAM_SIMPAN] = "x", lagi[SAM_SIMPAN], teks[SAM_TEKS];
	unsigned char byte[8], baca[8];
	struct buf padat = { .a = a };

	if (!sam_baca(s, sam)) {
		harus(strcmp(sam, "x") == 0);
		return;
	}
	harus(strlen(sam) == 16 && strspn(sam, HEX) == 16);
	harus(text_from_hex(sam, byte, 8));
	for (const char *c = s; *c != '\0'; c++)
		if (*c != ' ')
			buf_char(&padat, *c);
	harus(text_from_hex(padat.p, baca, 8) && memcmp(byte, baca, 8) == 0);
	sam_tulis(sam, teks);
	harus(strlen(teks) == SAM_TEKS - 1);
	harus(sam_baca(teks, lagi) && strcmp(sam, lagi) == 0);
	harus(sam_baca(kecil(a, teks), lagi) && strcmp(sam, lagi) == 0);
}

static bool nomor_sama(const struct lacak_nomor *x,
		       const struct lacak_nomor *y)
{
	return sama(x->seri, y->seri) && sama(x->sam, y->sam) &&
	       sama(x->pcid, y->pcid) && sama(x->kode, y->kode) &&
	       x->tiket == y->tiket;
}

static void uji_lacak(struct arena *a, const char *s, bool bersih)
{
	struct lacak_nomor c, d;
	bool ada = lacak_baca(a, s, &c);
	char teks[SAM_TEKS], tiket[TIKET_TEKS];

	harus(ada == (*c.seri != '\0' || *c.kode != '\0'));
	harus(strspn(c.seri, SERI) == strlen(c.seri));
	if (*c.seri != '\0') {
		harus(lacak_baca(a, c.seri, &d) && sama(c.seri, d.seri));
		harus(sama(c.sam, d.sam) && c.tiket == d.tiket);
	}
	if (*c.sam != '\0') {
		sam_tulis(c.sam, teks);
		harus(lacak_baca(a, teks, &d) && sama(c.sam, d.sam));
		harus(sama(c.seri, c.sam));
	}
	if (*c.kode != '\0') {
		harus(strlen(c.kode) == 32);
		harus(strspn(c.kode, "0123456789abcdef") == 32);
		harus(lacak_baca(a, c.kode, &d) && sama(c.kode, d.kode));
	}
	if (c.tiket != 0) {
		tiket_tulis(c.tiket, tiket);
		harus(lacak_baca(a, tiket, &d) && d.tiket == c.tiket);
	}
	if (!bersih)
		return;
	harus(lacak_baca(a, arena_printf(a, " \t%s\r\n\xC2\xA0", s), &d) ==
	      ada);
	harus(nomor_sama(&c, &d));
	harus(text_ok(c.pcid, strlen(c.pcid)));
}

/* A serial is the same in a file and in a form, which folds it, and one that
   a list takes is found by typing the same. */
static void uji_seri(struct arena *a, const char *s, bool bersih)
{
	const char *seri = seri_rapi(a, s);
	struct lacak_nomor c;

	if (bersih) {
		harus(sama(seri_rapi(a, seri), seri));
		harus(sama(seri_rapi(a, text_fold(a, s)), seri));
	}
	if (!seri_sah(seri))
		return;
	harus(strlen(seri) >= SERI_MIN && strlen(seri) <= SERI_MAKS);
	harus(strspn(seri, SERI) == strlen(seri));
	harus(lacak_baca(a, seri, &c) && sama(c.seri, seri));
	if (bersih)
		harus(lacak_baca(a, s, &c) && sama(c.seri, seri));
}

static void uji_wilayah(const char *s)
{
	static const size_t panjang[] = { 0, 2, 4, 6, 10 };
	int tingkat = wilayah_tingkat(s);

	harus(tingkat >= 0 && tingkat <= WILAYAH_DESA);
	if (tingkat > 0)
		harus(strlen(s) == panjang[tingkat] &&
		      text_digits(s, panjang[tingkat]));
}

static void uji_satu(struct arena *a, const char *s)
{
	bool bersih = text_ok(s, strlen(s));

	uji_token(a, s);
	uji_sam(a, s);
	uji_seri(a, s, bersih);
	uji_lacak(a, s, bersih);
	uji_wilayah(s);
}

/* ---- a place ---- */

/* Stored degrees: six places, near what was typed. */
static void uji_derajat(struct arena *a, const char *ketik, const char *s,
			double min, double maks)
{
	const char *angka = *s == '-' ? s + 1 : s;
	size_t n = strspn(angka, "0123456789");
	char *titik = text_fold(a, ketik);
	double v = strtod(s, NULL);

	harus(n >= 1 && n <= 3 && angka[n] == '.');
	harus(strspn(angka + n + 1, "0123456789") == 6);
	harus(angka[n + 7] == '\0');
	/* The database has no negative zero. */
	harus(v != 0 || *s != '-');
	harus(v >= min && v <= maks);
	for (char *c = titik; *c != '\0'; c++)
		if (*c == ',')
			*c = '.';
	harus(fabs(strtod(titik, NULL) - v) < 5.0001e-7);
}

static void uji_kode(const char *ketik, const char *kode)
{
	harus(wilayah_tingkat(kode) == WILAYAH_DESA);
	for (; *ketik != '\0'; ketik++)
		if (*ketik >= '0' && *ketik <= '9')
			harus(*kode++ == *ketik);
	harus(*kode == '\0');
}

static bool ditolak(const struct hidup_galat *g, const char *ruas)
{
	for (size_t i = 0; i < g->n; i++)
		if (strcmp(g->salah[i].ruas, ruas) == 0)
			return true;
	return false;
}

static void uji_teks(struct arena *a, const char *s, size_t maks)
{
	if (s == NULL)
		return;
	harus(*s != '\0' && text_ok(s, strlen(s)) && sama(text_fold(a, s), s));
	harus(strpbrk(s, "\t\r\n") == NULL && text_length(s) <= maks);
}

static bool tempat_sama(const struct tempat *x, const struct tempat *y)
{
	return sama(x->seri_mesin, y->seri_mesin) &&
	       sama(x->outlet, y->outlet) && sama(x->alamat, y->alamat) &&
	       sama(x->wilayah_kode, y->wilayah_kode) &&
	       sama(x->lintang, y->lintang) && sama(x->bujur, y->bujur);
}

/* A place as typed, clean or not; the form it is stored in to *t. */
static bool uji_tempat(struct arena *a, const struct tempat *ketik,
		       struct tempat *t)
{
	struct hidup_galat g = { 0 }, lagi = { 0 };
	struct tempat dua;
	bool baik;

	*t = *ketik;
	baik = tempat_periksa(a, t, &g);
	harus(baik == (g.n == 0) && g.n <= 6 && !g.simpan);
	harus((t->seri_mesin == NULL) == ditolak(&g, "seri_mesin"));
	harus((t->wilayah_kode == NULL) == ditolak(&g, "wilayah"));
	harus((t->lintang == NULL) == ditolak(&g, "lintang"));
	harus((t->bujur == NULL) == ditolak(&g, "bujur"));
	if (t->seri_mesin != NULL)
		harus(seri_sah(t->seri_mesin));
	if (t->wilayah_kode != NULL)
		uji_kode(ketik->wilayah_kode, t->wilayah_kode);
	if (t->lintang != NULL)
		uji_derajat(a, ketik->lintang, t->lintang, -11.5, 6.5);
	if (t->bujur != NULL)
		uji_derajat(a, ketik->bujur, t->bujur, 94.5, 141.5);
	if (!baik)
		return false;
	dua = *t;
	harus(tempat_periksa(a, &dua, &lagi) && tempat_sama(&dua, t));
	return true;
}

/* ---- rows ---- */

struct baris_uji {
	struct sel sel[SEL_MAKS];
	size_t n;
};

static bool bersih(const struct baris_uji *b)
{
	for (size_t i = 0; i < b->n; i++)
		if (!text_ok(b->sel[i].p, b->sel[i].n))
			return false;
	return true;
}

/* The cell under a heading; NULL when there is none or it is empty. */
static const char *sel(struct arena *a, const struct massal_isi *isi,
		       const struct baris *b, size_t kolom)
{
	int i = isi->letak[kolom];
	const char *s = i < 0 ? "" : text_fold(a, baris_sel(b, (size_t)i));

	return *s == '\0' ? NULL : s;
}

static bool terpotong(const struct massal_isi *isi, const struct baris *b,
		      size_t kolom)
{
	return isi->letak[kolom] >= 0 &&
	       baris_terpotong(b, (size_t)isi->letak[kolom]);
}

/* A row of a file is taken when the form takes the same, and as the same. */
static void uji_massal(struct arena *a, struct massal_isi *isi,
		       const struct baris *b)
{
	enum { SAM, TOKEN, MESIN, OUTLET, ALAMAT, WILAYAH, LINTANG, BUJUR };
	size_t sebelum = isi->n;
	const struct massal_baris *x;
	struct tempat t, ketik;
	unsigned char hash[TOKEN_HASH];
	char sam[SAM_SIMPAN] = "";
	bool baik, terbaca;

	harus(massal_baca_baris(isi, b) == OK && isi->n == sebelum + 1);
	x = &isi->baris[sebelum];
	harus(x->baris == (int64_t)b->nomor);
	terbaca = sam_baca(sel(a, isi, b, SAM), sam) &&
		  !terpotong(isi, b, SAM);
	harus(sama(x->sam_id, terbaca ? sam : NULL));
	ketik = (struct tempat){
		.seri_mesin = sel(a, isi, b, MESIN),
		.outlet = sel(a, isi, b, OUTLET),
		.alamat = sel(a, isi, b, ALAMAT),
		.wilayah_kode = sel(a, isi, b, WILAYAH),
		.lintang = sel(a, isi, b, LINTANG),
		.bujur = sel(a, isi, b, BUJUR),
	};
	baik = uji_tempat(a, &ketik, &t) && terbaca &&
	       token_hash(sel(a, isi, b, TOKEN), hash) &&
	       !terpotong(isi, b, MESIN);
	harus(sama(x->status, baik ? "antri" : "gagal"));
	harus((x->galat == NULL) == baik && (x->ruas == NULL) == baik);
	/* What failed leaves no token behind. */
	harus(x->token_hash.n == (baik ? TOKEN_HASH : 0));
	if (!baik)
		return;
	harus(memcmp(x->token_hash.p, hash, TOKEN_HASH) == 0);
	uji_teks(a, x->outlet, AKTIVASI_OUTLET_MAKS);
	uji_teks(a, x->alamat, AKTIVASI_ALAMAT_MAKS);
	harus(sama(x->seri_mesin, t.seri_mesin) &&
	      sama(x->outlet, t.outlet) && sama(x->alamat, t.alamat) &&
	      sama(x->wilayah_kode, t.wilayah_kode) &&
	      sama(x->lintang, t.lintang) && sama(x->bujur, t.bujur));
}

/* What a request takes as reader and place, "Do Aktivasi" begins with. */
static void uji_set(struct arena *a, struct aktivasi_set *s,
		    const struct baris *b)
{
	struct aktivasi_set lagi = { .a = a };
	const struct aktivasi_ketik *k;
	struct tempat t;
	size_t n = s->n;

	harus(aktivasi_set_baca_baris(s, b) == OK && s->n <= n + 1);
	for (size_t i = 0; i < s->n_salah; i++)
		harus(s->salah[i].nomor <= (int64_t)b->nomor);
	if (s->n == n || s->baris[n].salah)
		return;
	k = &s->baris[n];
	harus(seri_sah(k->kartu) && seri_sah(k->mesin));
	uji_teks(a, k->outlet, AKTIVASI_OUTLET_MAKS);
	uji_teks(a, k->alamat, AKTIVASI_ALAMAT_MAKS);
	aktivasi_set_tambah(&lagi, k);
	harus(lagi.n == 1 && lagi.n_salah == 0);
	harus(sama(lagi.baris[0].kartu, k->kartu));
	harus(sama(lagi.baris[0].mesin, k->mesin));
	harus(sama(lagi.baris[0].outlet, k->outlet));
	harus(sama(lagi.baris[0].alamat, k->alamat));
	t = (struct tempat){ .seri_mesin = k->mesin,
			     .outlet = k->outlet,
			     .alamat = k->alamat == NULL ? "Jl." : k->alamat,
			     .wilayah_kode = "32.73.05.1003",
			     .lintang = "-6,9147441",
			     .bujur = "107.60981" };
	harus(uji_tempat(a, &t, &t) && sama(t.seri_mesin, k->mesin));
	harus(sama(t.outlet, k->outlet));
}

static void uji_baris(struct arena *a, const struct baris_uji *b, size_t n)
{
	struct massal_isi isi = { .a = a };
	struct aktivasi_set set = { .a = a };
	struct sel kepala[SEL_MAKS];
	struct baris satu;
	size_t m = 0;

	for (; massal_kolom[m] != NULL; m++)
		kepala[m] = (struct sel){ massal_kolom[m],
					  strlen(massal_kolom[m]), false };
	for (size_t i = 0; i < n; i++) {
		satu = (struct baris){ .nomor = i + 1,
				       .fisik = i + 1,
				       .n = b[i].n,
				       .sel = b[i].sel };
		/* Neither of them comes out of a file. */
		if (!bersih(&b[i]) || baris_kosong(&satu))
			continue;
		uji_set(a, &set, &satu);
		if (isi.mulai) {
			uji_massal(a, &isi, &satu);
		} else if (massal_baca_baris(&isi, &satu) != OK) {
			harus(isi.kurang != NULL && isi.n == 0);
			isi = (struct massal_isi){ .a = a };
			satu = (struct baris){
				.nomor = 1, .fisik = 1, .n = m, .sel = kepala
			};
			harus(massal_baca_baris(&isi, &satu) == OK);
		}
		for (size_t k = 0; k < m; k++)
			harus(isi.letak[k] >= -1 && isi.letak[k] < SEL_MAKS);
	}
}

/* ---- a list of cards to return ---- */

/* JSON as it must be, [[line,"serial"],...]; how many there are. */
static size_t uji_json(struct arena *a, const struct pengembalian_ketik *k,
		       const char *json, bool sam)
{
	int64_t baris, sebelum = 0;
	const char *p = json;
	size_t n = 0;

	harus(*p++ == '[');
	while (*p != ']') {
		struct lacak_nomor c;
		const char *seri;
		char *akhir;

		if (n++ > 0)
			harus(*p++ == ',');
		harus(*p++ == '[');
		baris = strtoll(p, &akhir, 10);
		harus(baris > sebelum && baris <= k->n);
		sebelum = baris;
		harus(akhir[0] == ',' && akhir[1] == '"');
		p = akhir + 2;
		seri = arena_strndup(a, p, strspn(p, SERI));
		p += strlen(seri);
		harus(*p++ == '"' && *p++ == ']');
		/* Folded twice, what is not UTF-8 may become another text. */
		if (!text_ok(k->teks[baris], strlen(k->teks[baris])))
			continue;
		harus(lacak_baca(a, k->teks[baris], &c));
		harus(sama(seri, sam ? c.sam : c.seri));
	}
	harus(p[1] == '\0');
	return n;
}

static void uji_kembali(struct arena *a, const uint8_t *data, size_t size)
{
	char *s = arena_strndup(a, (const char *)data, size);
	struct pengembalian_ketik k;
	size_t seri = 0, sam = 0;

	for (size_t i = 0; i < size; i++)
		if (s[i] == '\x1e' || s[i] == '\x1f')
			s[i] = '\n';
	pengembalian_baca_ketik(a, s, &k);
	harus(uji_json(a, &k, k.seri, false) <= (size_t)k.n);
	harus(uji_json(a, &k, k.sam, true) <= (size_t)k.n);
	if (!text_ok(s, strlen(s)))
		return;
	for (int64_t i = 1; i <= k.n; i++) {
		struct lacak_nomor c;

		lacak_baca(a, k.teks[i], &c);
		seri += *c.seri != '\0';
		sam += *c.sam != '\0';
	}
	/* What may be one is looked for. */
	harus(uji_json(a, &k, k.seri, false) == seri);
	harus(uji_json(a, &k, k.sam, true) == sam);
}

/* ---- */

static size_t urai(struct arena *a, const uint8_t *data, size_t size,
		   unsigned angka, struct baris_uji *b)
{
	const uint8_t *awal = data, *akhir = data + size;
	size_t n = 0;

	for (const uint8_t *p = data; p <= akhir && n < BARIS_MAKS; p++) {
		struct baris_uji *x = &b[n];

		if (p < akhir && *p != 0x1e && *p != 0x1f)
			continue;
		if (x->n < SEL_MAKS) {
			size_t i = x->n++;

			x->sel[i].n = (size_t)(p - awal) < SEL_BYTES ?
					      (size_t)(p - awal) :
					      SEL_BYTES;
			x->sel[i].p = arena_strndup(a, (const char *)awal,
						    x->sel[i].n);
			x->sel[i].angka = i < 8 && (angka >> i & 1) != 0;
		}
		awal = p + 1;
		n += p < akhir && *p == 0x1e;
	}
	return n < BARIS_MAKS ? n + 1 : n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool mulai_sudah;
	struct baris_uji baris[BARIS_MAKS] = { 0 };
	struct tempat t, ketik;
	struct arena *a;
	size_t n;

	if (!mulai_sudah)
		mulai();
	mulai_sudah = true;
	if (size == 0)
		return 0;
	a = arena_new();
	harus(a != NULL);
	n = urai(a, data + 1, size - 1, data[0], baris);
	for (size_t i = n > 1 ? 1 : 0; i < n; i++) {
		const struct baris b = { .nomor = i + 1,
					 .fisik = i + 1,
					 .n = baris[i].n,
					 .sel = baris[i].sel };

		for (size_t j = 0; j < b.n; j++)
			uji_satu(a, b.sel[j].p);
		ketik = (struct tempat){ baris_sel(&b, 2), baris_sel(&b, 3),
					 baris_sel(&b, 4), baris_sel(&b, 5),
					 baris_sel(&b, 6), baris_sel(&b, 7) };
		uji_tempat(a, &ketik, &t);
	}
	uji_baris(a, baris, n);
	uji_kembali(a, data + 1, size - 1);
	uji_token_tulis(data + 1, size - 1);
	arena_free(a);
	return 0;
}
