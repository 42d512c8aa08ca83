/*
 * ics.c - see ics.h.  Three layers, bottom up: lines are unfolded, a line is
 * taken apart into name, parameters and value, events are put together.  All
 * of it stops at the first thing that is wrong.
 */
#include "ics.h"

#include "../lib/text.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define DALAM_MAKS 8 /* components inside one another */

/* A piece of the text being read; not NUL-terminated. */
struct potong {
	const char *p;
	size_t n;
};

/* An unfolded line taken apart. */
struct baris {
	struct potong nama;
	struct potong parameter; /* ";A=b;C=d", or empty */
	struct potong nilai;
	size_t nomor; /* of its first line in the file */
};

/* A date or date-time as written in DTSTART or DTEND. */
struct saat {
	bool ada;
	bool berjam;
	hari_t hari;
	int detik; /* since midnight */
	size_t nomor;
};

/* The event being read. */
struct acara {
	size_t nomor;
	struct saat mulai, selesai;
	bool ada_lama, lama_berjam;
	int64_t lama_detik; /* DURATION */
	struct potong ringkasan; /* SUMMARY as written; p NULL: none yet */
	size_t nomor_ringkasan;
	bool cuti, perayaan, batal;
};

struct pembaca {
	struct arena *a;
	const char *p, *akhir;
	size_t nomor; /* of the line at p */
	char *ruang;  /* what is left of the room for unfolded lines: they
			 are never longer than the file */
	struct ics_galat *galat;
	struct potong dalam[DALAM_MAKS]; /* names of the open components */
	size_t n_dalam;
	bool ada_kalender;
	size_t n_acara;
	struct acara acara;
	struct libur_baru *hari;
	size_t n_hari;
};

static bool gagal(struct pembaca *b, enum ics_kode kode, size_t nomor)
{
	b->galat->kode = kode;
	b->galat->baris = nomor;
	return false;
}

static bool sama(struct potong t, const char *kata)
{
	return t.n == strlen(kata) && strncasecmp(t.p, kata, t.n) == 0;
}

/* True when t has kata in it, whatever the case. */
static bool memuat(struct potong t, const char *kata)
{
	size_t n = strlen(kata);

	for (size_t i = 0; i + n <= t.n; i++)
		if (strncasecmp(t.p + i, kata, n) == 0)
			return true;
	return false;
}

static bool berawal(struct potong t, const char *kata)
{
	size_t n = strlen(kata);

	return t.n >= n && strncasecmp(t.p, kata, n) == 0;
}

/* ---- lines ---- */

/* The end of the line at p without its line break; *lanjut: the next one. */
static const char *ujung(const char *p, const char *akhir,
			 const char **lanjut)
{
	const char *lf = memchr(p, '\n', (size_t)(akhir - p));
	const char *e = lf == NULL ? akhir : lf;

	*lanjut = lf == NULL ? akhir : lf + 1;
	if (e > p && e[-1] == '\r')
		e--;
	return e;
}

/*
 * The next line that is not empty, unfolded (RFC 5545, 3.1).  Folding may
 * cut a character in two, so bytes are joined first and checked after.
 * False at the end of the file and on an error; then galat->kode tells.
 */
static bool baris_berikut(struct pembaca *b, struct potong *isi, size_t *nomor)
{
	const char *e, *lanjut;

	for (;;) {
		if (b->p == b->akhir)
			return false;
		e = ujung(b->p, b->akhir, &lanjut);
		*nomor = b->nomor;
		if (e > b->p)
			break;
		b->p = lanjut;
		b->nomor++;
	}
	*isi = (struct potong){ b->p, (size_t)(e - b->p) };
	b->p = lanjut;
	b->nomor++;
	if (b->p < b->akhir && (*b->p == ' ' || *b->p == '\t')) {
		memcpy(b->ruang, isi->p, isi->n);
		isi->p = b->ruang;
		while (b->p < b->akhir && (*b->p == ' ' || *b->p == '\t')) {
			e = ujung(b->p, b->akhir, &lanjut);
			if (e > b->p) {
				size_t n = (size_t)(e - b->p) - 1;

				memcpy(b->ruang + isi->n, b->p + 1, n);
				isi->n += n;
			}
			b->p = lanjut;
			b->nomor++;
		}
		b->ruang += isi->n;
	}
	if (!text_ok(isi->p, isi->n) || memchr(isi->p, '\r', isi->n) != NULL)
		return gagal(b, ICS_AKSARA, *nomor);
	return true;
}

static bool huruf_nama(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	       (c >= '0' && c <= '9') || c == '-';
}

/* name *(";" name "=" value *("," value)) ":" value */
static bool urai(struct pembaca *b, struct potong isi, size_t nomor,
		 struct baris *out)
{
	const char *p = isi.p, *akhir = isi.p + isi.n;
	bool kutip = false;

	while (p < akhir && huruf_nama(*p))
		p++;
	out->nomor = nomor;
	out->nama = (struct potong){ isi.p, (size_t)(p - isi.p) };
	if (out->nama.n == 0 || p == akhir || (*p != ';' && *p != ':'))
		return gagal(b, ICS_BARIS, nomor);
	out->parameter.p = p;
	for (; p < akhir && (kutip || *p != ':'); p++)
		if (*p == '"')
			kutip = !kutip;
	if (p == akhir)
		return gagal(b, ICS_BARIS, nomor);
	out->parameter.n = (size_t)(p - out->parameter.p);
	out->nilai = (struct potong){ p + 1, (size_t)(akhir - p) - 1 };
	return true;
}

/* True when parameter nama has exactly the value nilai. */
static bool parameter_adalah(const struct baris *l, const char *nama,
			     const char *nilai)
{
	const char *p = l->parameter.p, *akhir = p + l->parameter.n;

	while (p < akhir) {
		const char *mulai = p + 1; /* after the ';' */
		const char *sama_dengan;
		bool kutip = false;

		for (p = mulai; p < akhir && (kutip || *p != ';'); p++)
			if (*p == '"')
				kutip = !kutip;
		sama_dengan = memchr(mulai, '=', (size_t)(p - mulai));
		if (sama_dengan == NULL)
			continue;
		if (sama((struct potong){ mulai,
					  (size_t)(sama_dengan - mulai) },
			 nama))
			return sama((struct potong){ sama_dengan + 1,
				(size_t)(p - sama_dengan) - 1 }, nilai);
	}
	return false;
}

/* ---- values ---- */

/* The value of exactly n digits at p, or -1. */
static int angka(const char *p, size_t n)
{
	int v = 0;

	for (size_t i = 0; i < n; i++) {
		if (p[i] < '0' || p[i] > '9')
			return -1;
		v = v * 10 + (p[i] - '0');
	}
	return v;
}

/* YYYYMMDD, or YYYYMMDDThhmmss with an optional Z (RFC 5545, 3.3.4-5). */
static bool baca_saat(struct pembaca *b, const struct baris *l,
		      struct saat *out)
{
	struct potong v = l->nilai;
	int jam, menit, detik;

	if (out->ada)
		return gagal(b, ICS_GANDA, l->nomor);
	if ((v.n != 8 && v.n != 15 && v.n != 16) ||
	    !hari_dari(angka(v.p, 4), angka(v.p + 4, 2), angka(v.p + 6, 2),
		       &out->hari))
		return gagal(b, ICS_TANGGAL, l->nomor);
	out->ada = true;
	out->nomor = l->nomor;
	if (v.n == 8)
		return true;
	out->berjam = true;
	jam = angka(v.p + 9, 2);
	menit = angka(v.p + 11, 2);
	detik = angka(v.p + 13, 2);
	/* 60 is a leap second. */
	if (v.p[8] != 'T' || jam < 0 || jam > 23 || menit < 0 || menit > 59 ||
	    detik < 0 || detik > 60 || (v.n == 16 && v.p[15] != 'Z') ||
	    parameter_adalah(l, "VALUE", "DATE"))
		return gagal(b, ICS_TANGGAL, l->nomor);
	out->detik = jam * 3600 + menit * 60 + (detik == 60 ? 59 : detik);
	if (v.n == 16) {
		out->detik += WIB * 3600;
		out->hari += out->detik / 86400;
		out->detik %= 86400;
	}
	return true;
}

/* P[nW] or P[nD][T[nH][nM][nS]] (RFC 5545, 3.3.6); never negative here. */
static bool baca_lama(struct pembaca *b, const struct baris *l)
{
	static const struct {
		char huruf;
		bool jam; /* stands after the T */
		int detik;
	} satuan[] = { { 'W', false, 604800 }, { 'D', false, 86400 },
		       { 'H', true, 3600 },    { 'M', true, 60 },
		       { 'S', true, 1 } };
	const char *p = l->nilai.p, *akhir = p + l->nilai.n;
	size_t ke = 0;
	bool jam = false;

	if (b->acara.ada_lama)
		return gagal(b, ICS_GANDA, l->nomor);
	b->acara.ada_lama = true;
	if (p < akhir && *p == '+')
		p++;
	if (akhir - p < 3 || *p++ != 'P')
		return gagal(b, ICS_TANGGAL, l->nomor);
	while (p < akhir) {
		int64_t v = 0;
		size_t n = 0;

		if (*p == 'T' && !jam) {
			jam = true;
			b->acara.lama_berjam = true;
			p++;
		}
		for (; p < akhir && *p >= '0' && *p <= '9'; p++, n++)
			if (v < ICS_PANJANG_MAKS * 86400)
				v = v * 10 + (*p - '0');
		for (; ke < 5; ke++)
			if (p < akhir && satuan[ke].huruf == *p &&
			    satuan[ke].jam == jam)
				break;
		if (n == 0 || ke == 5)
			return gagal(b, ICS_TANGGAL, l->nomor);
		b->acara.lama_detik += v * satuan[ke++].detik;
		p++;
	}
	return true;
}

/* SUMMARY without its escapes (RFC 5545, 3.3.11), as one line. */
static bool baca_nama(struct pembaca *b, const char **nama)
{
	struct potong t = b->acara.ringkasan;
	char *isi = arena_alloc(b->a, t.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < t.n; i++) {
		char c = t.p[i];

		if (c == '\\' && i + 1 < t.n) {
			c = t.p[++i];
			if (c == 'n' || c == 'N')
				c = ' ';
		}
		isi[n++] = c;
	}
	*nama = text_fold(b->a, isi);
	if ((*nama)[0] == '\0')
		return gagal(b, ICS_TANPA_NAMA, b->acara.nomor_ringkasan);
	if (text_length(*nama) > ICS_NAMA_MAKS)
		return gagal(b, ICS_NAMA, b->acara.nomor_ringkasan);
	return true;
}

/* ---- events ---- */

static bool menyebut_cuti(struct potong t)
{
	return memuat(t, "cuti bersama") || memuat(t, "collective leave") ||
	       memuat(t, "joint holiday");
}

/* A property directly inside a VEVENT. */
static bool sifat_acara(struct pembaca *b, const struct baris *l)
{
	struct acara *c = &b->acara;

	if (sama(l->nama, "DTSTART"))
		return baca_saat(b, l, &c->mulai);
	if (sama(l->nama, "DTEND"))
		return baca_saat(b, l, &c->selesai);
	if (sama(l->nama, "DURATION"))
		return baca_lama(b, l);
	if (sama(l->nama, "SUMMARY")) {
		if (c->ringkasan.p != NULL)
			return gagal(b, ICS_GANDA, l->nomor);
		c->ringkasan = l->nilai;
		c->nomor_ringkasan = l->nomor;
		c->cuti |= menyebut_cuti(l->nilai);
		return true;
	}
	if (sama(l->nama, "RRULE") || sama(l->nama, "RDATE") ||
	    sama(l->nama, "EXRULE") || sama(l->nama, "RECURRENCE-ID"))
		return gagal(b, ICS_BERULANG, l->nomor);
	if (sama(l->nama, "CATEGORIES"))
		c->cuti |= menyebut_cuti(l->nilai);
	else if (sama(l->nama, "DESCRIPTION"))
		c->perayaan |= berawal(l->nilai, "Perayaan") ||
			       berawal(l->nilai, "Observance");
	else if (sama(l->nama, "STATUS"))
		c->batal |= sama(l->nilai, "CANCELLED");
	return true;
}

/* First and last day of the event, both included. */
static bool rentang_acara(struct pembaca *b, hari_t *awal, hari_t *akhir)
{
	struct acara *c = &b->acara;
	int64_t mulai = (int64_t)c->mulai.hari * 86400 + c->mulai.detik;
	int64_t selesai = mulai;

	if (c->selesai.ada && c->ada_lama)
		return gagal(b, ICS_GANDA, c->selesai.nomor);
	if (c->selesai.ada) {
		if (c->selesai.berjam != c->mulai.berjam)
			return gagal(b, ICS_TANGGAL, c->selesai.nomor);
		selesai = (int64_t)c->selesai.hari * 86400 + c->selesai.detik;
	} else if (c->ada_lama) {
		if (c->lama_berjam && !c->mulai.berjam)
			return gagal(b, ICS_TANGGAL, c->mulai.nomor);
		selesai = mulai + c->lama_detik;
	}
	if (selesai < mulai)
		return gagal(b, ICS_RENTANG, c->selesai.nomor);
	/* An event of no length still is on the day it begins. */
	if (selesai == mulai)
		selesai++;
	if (selesai - mulai > (int64_t)ICS_PANJANG_MAKS * 86400 ||
	    (selesai - 1) / 86400 > HARI_MAX)
		return gagal(b, ICS_RENTANG, c->nomor);
	*awal = c->mulai.hari;
	*akhir = c->mulai.hari +
		 (hari_t)((selesai - 1 - (int64_t)*awal * 86400) / 86400);
	return true;
}

/* END:VEVENT: what was read becomes days. */
static bool tutup_acara(struct pembaca *b)
{
	struct acara *c = &b->acara;
	const char *nama;
	hari_t awal, akhir;

	b->n_acara++;
	if (c->batal)
		return true;
	if (!c->mulai.ada)
		return gagal(b, ICS_TANPA_TANGGAL, c->nomor);
	if (c->ringkasan.p == NULL)
		return gagal(b, ICS_TANPA_NAMA, c->nomor);
	if (!baca_nama(b, &nama) || !rentang_acara(b, &awal, &akhir))
		return false;
	for (hari_t h = awal; h <= akhir; h++) {
		if (b->n_hari == ICS_HARI_MAKS)
			return gagal(b, ICS_TERLALU_BANYAK, c->nomor);
		b->hari[b->n_hari++] = (struct libur_baru){
			.hari = h,
			.jenis = c->cuti ? ICS_CUTI :
				 c->perayaan ? ICS_PERAYAAN : ICS_LIBUR,
			.nama = nama,
			.baris = c->nomor,
		};
	}
	return true;
}

/* True inside exactly VCALENDAR and, if anak is given, that in it. */
static bool di_dalam(const struct pembaca *b, const char *anak)
{
	return b->n_dalam == (anak == NULL ? 1u : 2u) &&
	       sama(b->dalam[0], "VCALENDAR") &&
	       (anak == NULL || sama(b->dalam[1], anak));
}

static bool buka(struct pembaca *b, const struct baris *l)
{
	if (b->n_dalam == 0 && !sama(l->nilai, "VCALENDAR"))
		return gagal(b, ICS_BUKAN_KALENDER, l->nomor);
	if (b->n_dalam == DALAM_MAKS)
		return gagal(b, ICS_SUSUNAN, l->nomor);
	b->ada_kalender = true;
	b->dalam[b->n_dalam++] = l->nilai;
	if (di_dalam(b, "VEVENT"))
		b->acara = (struct acara){ .nomor = l->nomor };
	return true;
}

static bool tutup(struct pembaca *b, const struct baris *l)
{
	struct potong terbuka;

	if (b->n_dalam == 0)
		return gagal(b, ICS_SUSUNAN, l->nomor);
	terbuka = b->dalam[b->n_dalam - 1];
	if (terbuka.n != l->nilai.n ||
	    strncasecmp(terbuka.p, l->nilai.p, l->nilai.n) != 0)
		return gagal(b, ICS_SUSUNAN, l->nomor);
	if (di_dalam(b, "VEVENT") && !tutup_acara(b))
		return false;
	b->n_dalam--;
	return true;
}

/* One line of the file. */
static bool terima(struct pembaca *b, const struct baris *l)
{
	if (sama(l->nama, "BEGIN"))
		return buka(b, l);
	if (b->n_dalam == 0)
		return gagal(b, b->ada_kalender ? ICS_SUSUNAN :
						  ICS_BUKAN_KALENDER,
			     l->nomor);
	if (sama(l->nama, "END"))
		return tutup(b, l);
	if (di_dalam(b, NULL) && sama(l->nama, "VERSION") &&
	    !sama(l->nilai, "2.0"))
		return gagal(b, ICS_VERSI, l->nomor);
	if (di_dalam(b, "VEVENT"))
		return sifat_acara(b, l);
	return true;
}

/* ---- the whole ---- */

/* By day; on one day the most important first, then as in the file. */
static int banding(const void *a, const void *b)
{
	const struct libur_baru *x = a, *y = b;

	if (x->hari != y->hari)
		return x->hari < y->hari ? -1 : 1;
	if (x->jenis != y->jenis)
		return x->jenis < y->jenis ? -1 : 1;
	return (x->baris > y->baris) - (x->baris < y->baris);
}

/* True when `nama` is one of the "; "-separated names of `gabungan`. */
static bool sudah_disebut(const char *gabungan, const char *nama)
{
	size_t n = strlen(nama);

	for (const char *p = gabungan; p != NULL;) {
		if (strncmp(p, nama, n) == 0 &&
		    (p[n] == '\0' || strncmp(p + n, "; ", 2) == 0))
			return true;
		p = strstr(p, "; ");
		if (p != NULL)
			p += 2;
	}
	return false;
}

/* Make one entry of all that fall on one day; returns how many stay. */
static size_t gabungkan(struct arena *a, struct libur_baru *hari, size_t n)
{
	size_t m = 0;

	qsort(hari, n, sizeof(*hari), banding);
	for (size_t i = 0; i < n; i++) {
		struct libur_baru *x = &hari[m];

		if (i == 0 || hari[i].hari != x->hari) {
			m += i > 0;
			hari[m] = hari[i];
			continue;
		}
		if ((hari[i].jenis == ICS_PERAYAAN &&
		     x->jenis != ICS_PERAYAAN) ||
		    sudah_disebut(x->nama, hari[i].nama) ||
		    text_length(x->nama) + 2 + text_length(hari[i].nama) >
			    ICS_NAMA_MAKS)
			continue;
		x->nama = arena_printf(a, "%s; %s", x->nama, hari[i].nama);
	}
	return n == 0 ? 0 : m + 1;
}

static bool baca_semua(struct pembaca *b)
{
	struct potong isi;
	struct baris l;
	size_t nomor;

	while (baris_berikut(b, &isi, &nomor))
		if (!urai(b, isi, nomor, &l) || !terima(b, &l))
			return false;
	if (b->galat->kode != ICS_BAIK)
		return false;
	if (!b->ada_kalender)
		return gagal(b, ICS_BUKAN_KALENDER, 0);
	if (b->n_dalam > 0)
		return gagal(b, ICS_SUSUNAN, b->nomor - 1);
	if (b->n_acara == 0)
		return gagal(b, ICS_KOSONG, 0);
	return true;
}

enum err ics_baca(struct arena *a, const char *bytes, size_t n,
		  struct libur_baru **out, size_t *n_out,
		  struct ics_galat *galat)
{
	struct pembaca b = { .a = a, .galat = galat, .nomor = 1 };

	*out = NULL;
	*n_out = 0;
	*galat = (struct ics_galat){ 0 };
	if (n > ICS_BYTES_MAKS) {
		gagal(&b, ICS_TERLALU_BESAR, 0);
		return ERR_TOO_LARGE;
	}
	/* Byte order mark. */
	if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
		bytes += 3;
		n -= 3;
	}
	b.p = bytes;
	b.akhir = bytes + n;
	b.ruang = arena_alloc(a, n);
	b.hari = arena_array(a, ICS_HARI_MAKS, sizeof(*b.hari));
	if (!baca_semua(&b))
		return ERR_INPUT;
	*n_out = gabungkan(a, b.hari, b.n_hari);
	*out = b.hari;
	return OK;
}

const char *ics_kode_teks(enum ics_kode kode)
{
	static const char *const teks[ICS_KODE_N] = {
		[ICS_BAIK] = "baik",
		[ICS_TERLALU_BESAR] = "terlalu-besar",
		[ICS_BUKAN_KALENDER] = "bukan-kalender",
		[ICS_VERSI] = "versi",
		[ICS_AKSARA] = "aksara",
		[ICS_BARIS] = "baris",
		[ICS_SUSUNAN] = "susunan",
		[ICS_TANPA_TANGGAL] = "tanpa-tanggal",
		[ICS_TANPA_NAMA] = "tanpa-nama",
		[ICS_GANDA] = "ganda",
		[ICS_TANGGAL] = "tanggal",
		[ICS_RENTANG] = "rentang",
		[ICS_NAMA] = "nama-panjang",
		[ICS_BERULANG] = "berulang",
		[ICS_TERLALU_BANYAK] = "terlalu-banyak",
		[ICS_KOSONG] = "kosong",
	};

	return teks[kode];
}
