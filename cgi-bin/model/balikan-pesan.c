/*
 * balikan-pesan.c - see balikan-pesan.h.
 *
 * A message is one of
 *	'B' and rows: a struct rekaman, then for a good row isi; for a refused
 *	    one the count of its faults, of each ruas, code, length (a byte
 *	    each) and value, and the row as lib/tabel-pesan has it
 *	'H' version, the heading as a row
 *	'P' bytes, rows
 *	'W' ruas, code (a byte each), rows, the numbers of the first of them
 *	'G' code (a byte), details
 *	'U' unpacked bytes
 * Numbers are as this machine keeps them.
 */
#include "balikan-pesan.h"

#include "../lib/tabel-pesan.h"
#include "../lib/text.h"

#include <string.h>

#define MESSAGE_BYTES 65536u
#define NILAI_MAKS    (BALIKAN_SAMAR_BYTES - 1)
#define RINCI_MAKS    4000u

#define NIK_MIN 1000000000000000u
#define NIK_MAX 9999999999999999u

struct rekaman {
	uint64_t nik;  /* 0: refused */
	uint32_t maju; /* rows since the last */
	uint32_t n;    /* bytes that follow */
};

/* An XLSX may be as large as its format allows. */
const struct tabel_batas balikan_batas = {
	.kolom = 16384,
	.sel_bytes = 128 * 1024,
	.baris_bytes = 256 * 1024,
	.baris = BALIKAN_BARIS_MAKS,
	.lunak = true,
	.entri = 10000,
	.urai_bytes = (size_t)32 << 30,
	.rasio = 400,
	.teks_bytes = (size_t)4 << 20,
	.sel = 1100000u * 256,
};

/* Codes travel as their place here. */
const char *const balikan_kode_baris[] = {
	"kosong",       "nik-panjang",   "nik-angka",
	"nik-pemisah",  "nik-ilmiah",    "nik-bulat",
	"nik-provinsi", "nik-tanggal",   "nik-bulan",
	"nik-nol",      "wajib",         "terlalu-panjang",
	"karakter",     "angka",         "tanggal",
	"telepon",      "pilihan",       "pola",
	"bulat",        "ilmiah",        "sel-lebih",
	"kutip",        "baris-panjang", "nik-potong",
	"ganti-baris",  "?kabupaten",    "?kecamatan",
	"?bulat",       "?kolom-kurang", "?versi-lama",
	"?ribuan",      NULL,
};
static const char *const kode_berkas[] = {
	"jenis",           "utf16",
	"rusak",           "kosong",
	"nik-tiada",       "kolom-ganda",
	"kolom-asing",     "kolom-kurang",
	"tanpa-parameter", "terlalu-banyak-baris",
	"berat",
};

#define COUNT(a)   (sizeof(a) / sizeof(*(a)))
#define KODE_BARIS (COUNT(balikan_kode_baris) - 1)

/* A fault's bytes, and all of one refused row's. */
#define CACAT_BYTES (3 + NILAI_MAKS)
#define TOLAK_BYTES                                                            \
	(sizeof(struct rekaman) + 1 + BALIKAN_SALAH_MAKS * CACAT_BYTES)

size_t balikan_pesan_maks(void)
{
	return 1 + MESSAGE_BYTES + TOLAK_BYTES +
	       pesan_baris_maks(&balikan_batas) + 2 * BALIKAN_ISI_MAKS;
}

/* ---- child ------------------------------------------------------------- */

static enum err send_rows(struct balikan_kurir *k)
{
	size_t n = k->n;

	k->n = 1;
	return n == 1 ? OK : k->antar(k->ctx, k->p, n);
}

/* What stands in the buffer behind the rows kept, up to end, as a message. */
static enum err send_other(struct balikan_kurir *k, const char *start,
			   const char *end)
{
	enum err e = send_rows(k);

	return e == OK ? k->antar(k->ctx, start, (size_t)(end - start)) : e;
}

void balikan_kurir_mulai(struct balikan_kurir *k, struct arena *a,
			 balikan_antar *antar, void *ctx)
{
	*k = (struct balikan_kurir){ .antar = antar, .ctx = ctx, .n = 1 };
	k->p = arena_raw(a, balikan_pesan_maks());
	k->p[0] = 'B';
}

char *balikan_kurir_ruang(struct balikan_kurir *k)
{
	return k->p + k->n + sizeof(struct rekaman);
}

/* The record at the end of the rows kept, n bytes of it behind its head. */
static enum err add_record(struct balikan_kurir *k, uint64_t nomor,
			   uint64_t nik, size_t n)
{
	const struct rekaman head = {
		.nik = nik,
		.maju = (uint32_t)(nomor - k->nomor),
		.n = (uint32_t)n,
	};

	memcpy(k->p + k->n, &head, sizeof(head));
	k->n += sizeof(head) + n;
	k->nomor = nomor;
	return k->n >= MESSAGE_BYTES ? send_rows(k) : OK;
}

enum err balikan_kurir_baik(struct balikan_kurir *k, uint64_t nomor,
			    uint64_t nik, size_t n)
{
	return add_record(k, nomor, nik, n);
}

static unsigned char number_of(const char *const *list, size_t n,
			       const char *kode)
{
	size_t i = 0;

	while (i < n && strcmp(list[i], kode) != 0)
		i++;
	return (unsigned char)i;
}

enum err balikan_kurir_tolak(struct balikan_kurir *k,
			     const struct balikan_cacat *s, size_t n,
			     const struct baris *b)
{
	char *start = balikan_kurir_ruang(k), *w = start;

	*w++ = (char)n;
	for (size_t i = 0; i < n; i++) {
		*w++ = (char)s[i].ruas;
		*w++ =
		    (char)number_of(balikan_kode_baris, KODE_BARIS, s[i].kode);
		*w++ = (char)s[i].n;
		if (s[i].n > 0)
			memcpy(w, s[i].nilai, s[i].n);
		w += s[i].n;
	}
	w = pesan_tulis_baris(w, b);
	return add_record(k, b->nomor, 0, (size_t)(w - start));
}

enum err balikan_kurir_kepala(struct balikan_kurir *k, size_t i,
			      const struct baris *b)
{
	char *start = k->p + k->n;
	uint32_t v = (uint32_t)i;

	*start = 'H';
	memcpy(start + 1, &v, sizeof(v));
	return send_other(k, start,
			  pesan_tulis_baris(start + 1 + sizeof(v), b));
}

static char *put64(char *w, uint64_t v)
{
	memcpy(w, &v, sizeof(v));
	return w + sizeof(v);
}

enum err balikan_kurir_maju(struct balikan_kurir *k, int64_t dibaca,
			    uint64_t baris)
{
	char *start = k->p + k->n;

	*start = 'P';
	return send_other(k, start,
			  put64(put64(start + 1, (uint64_t)dibaca), baris));
}

enum err balikan_kurir_peringatan(struct balikan_kurir *k, unsigned char ruas,
				  const struct balikan_peringatan *w)
{
	char *start = k->p + k->n, *to;

	start[0] = 'W';
	start[1] = (char)ruas;
	start[2] = (char)number_of(balikan_kode_baris, KODE_BARIS, w->kode);
	to = put64(start + 3, w->jumlah);
	for (size_t i = 0; i < w->n; i++)
		to = put64(to, w->nomor[i]);
	return send_other(k, start, to);
}

enum err balikan_kurir_galat(struct balikan_kurir *k,
			     const struct balikan_berkas_galat *galat)
{
	char *start = k->p + k->n;
	size_t n = galat->rinci == NULL ? 0 : strlen(galat->rinci);

	start[0] = 'G';
	start[1] =
	    (char)number_of(kode_berkas, COUNT(kode_berkas), galat->kode);
	if (n > RINCI_MAKS)
		n = 0;
	if (n > 0)
		memcpy(start + 2, galat->rinci, n);
	return send_other(k, start, start + 2 + n);
}

enum err balikan_kurir_urai(struct balikan_kurir *k, const char *p, size_t n)
{
	char *start = k->p + k->n;

	start[0] = 'U';
	memcpy(start + 1, p, n);
	return send_other(k, start, start + 1 + n);
}

/* ---- parent ------------------------------------------------------------ */

/* What the caller's function returned, told apart from our own errors. */
static enum err said(struct balikan_penerima *r, enum err e)
{
	r->err = e;
	return e;
}

/* Eight bytes at once; see lib/csv.c. */
#define EACH(byte) (0x0101010101010101u * (uint64_t)(byte))

/*
 * Is this balikan.isi of n_ruas values: well-formed text with exactly the
 * separators that it needs and no other control character?
 */
static bool isi_baik(const char *p, size_t n, size_t n_ruas)
{
	size_t separators = 0, controls = 0, i;
	uint64_t w, x, high = 0;

	if (n > BALIKAN_ISI_MAKS)
		return false;
	for (i = 0; n - i >= 8; i += 8) {
		memcpy(&w, p + i, 8);
		high |= w | ((w & EACH(0x7f)) + EACH(1));
		x = ~((w & EACH(0x7f)) + EACH(0x60)) & ~w & EACH(0x80);
		controls += (size_t)__builtin_popcountll(x);
		w ^= EACH(BALIKAN_PEMISAH);
		x = ~(((w & EACH(0x7f)) + EACH(0x7f)) | w | EACH(0x7f));
		separators += (size_t)__builtin_popcountll(x);
	}
	for (; i < n; i++) {
		unsigned char c = (unsigned char)p[i];

		high |= c >= 0x7f ? 0x80 : 0;
		controls += c < 0x20;
		separators += c == BALIKAN_PEMISAH;
	}
	if (controls != separators ||
	    separators != (n_ruas == 0 ? 0 : n_ruas - 1))
		return false;
	if ((high & EACH(0x80)) == 0)
		return true;
	for (size_t from = 0; from <= n; from = i + 1) {
		const char *end = memchr(p + from, BALIKAN_PEMISAH, n - from);

		i = end == NULL ? n : (size_t)(end - p);
		if (!text_ok(p + from, i - from))
			return false;
	}
	return true;
}

static const char *ruas_nama(const struct balikan_versi *v, unsigned char i)
{
	return i == 0 ? "" : i == 1 ? "NIK" : v->ruas[i - 2].nama;
}

/* The refused row of the n bytes at p. */
static enum err take_refused(struct balikan_penerima *r, const char *p,
			     size_t n)
{
	const char *end = p + n;
	struct baris b;
	size_t n_salah;

	if (n < 1)
		return ERR_TYPE;
	n_salah = (unsigned char)*p++;
	if (n_salah < 1 || n_salah > BALIKAN_SALAH_MAKS)
		return ERR_TYPE;
	for (size_t i = 0; i < n_salah; i++) {
		unsigned char ruas, kode, bytes;

		if (end - p < 3)
			return ERR_TYPE;
		ruas = (unsigned char)p[0];
		kode = (unsigned char)p[1];
		bytes = (unsigned char)p[2];
		p += 3;
		if (ruas >= r->versi->n + 2 || kode >= KODE_BARIS ||
		    *balikan_kode_baris[kode] == '?' || bytes > NILAI_MAKS ||
		    bytes > end - p || !text_ok(p, bytes))
			return ERR_TYPE;
		memcpy(r->nilai[i], p, bytes);
		r->nilai[i][bytes] = '\0';
		p += bytes;
		r->salah[i] = (struct balikan_salah){
			.ruas = ruas_nama(r->versi, ruas),
			.kode = balikan_kode_baris[kode],
			.nilai = bytes == 0 ? NULL : r->nilai[i],
		};
	}
	if (!pesan_baca_baris(&p, end, &balikan_batas, r->nomor - 1, r->sel,
			      &b) ||
	    p != end || b.nomor != r->nomor)
		return ERR_TYPE;
	return said(r, r->calls->tolak(r->ctx, r->salah, n_salah, &b));
}

static enum err take_rows(struct balikan_penerima *r, const char *p,
			  const char *end)
{
	enum err e = OK;

	if (r->versi == NULL)
		return ERR_TYPE;
	while (e == OK && p < end) {
		struct rekaman head;

		if ((size_t)(end - p) < sizeof(head))
			return ERR_TYPE;
		memcpy(&head, p, sizeof(head));
		p += sizeof(head);
		if (head.n > (size_t)(end - p) || head.maju == 0 ||
		    head.maju > BALIKAN_BARIS_MAKS - r->nomor)
			return ERR_TYPE;
		r->nomor += head.maju;
		r->baris++;
		if (head.nik == 0)
			e = take_refused(r, p, head.n);
		else if (head.nik < NIK_MIN || head.nik > NIK_MAX ||
			 !isi_baik(p, head.n, r->versi->n))
			e = ERR_TYPE;
		else
			e = said(r, r->calls->baik(r->ctx, r->nomor, head.nik,
						   p, head.n));
		p += head.n;
	}
	return e;
}

static enum err take_heading(struct balikan_penerima *r, const char *p,
			     const char *end)
{
	struct baris b;
	uint32_t v;

	if ((size_t)(end - p) < sizeof(v) || r->versi != NULL)
		return ERR_TYPE;
	memcpy(&v, p, sizeof(v));
	p += sizeof(v);
	if (v >= r->aturan->n ||
	    !pesan_baca_baris(&p, end, &balikan_batas, 0, r->sel, &b) ||
	    p != end)
		return ERR_TYPE;
	r->versi = &r->aturan->versi[v];
	r->nomor = b.nomor;
	return said(r, r->calls->kepala(r->ctx, r->versi, &b));
}

static uint64_t get64(const char *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof(v));
	return v;
}

static enum err take_progress(struct balikan_penerima *r, const char *p,
			      size_t n)
{
	int64_t dibaca;

	if (n != 16)
		return ERR_TYPE;
	dibaca = (int64_t)get64(p);
	if (dibaca < 0 || dibaca > r->bytes || get64(p + 8) != r->baris)
		return ERR_TYPE;
	if (r->bytes != r->bytes_asli)
		dibaca = (int64_t)((double)dibaca / (double)r->bytes *
				   (double)r->bytes_asli);
	return said(r, r->calls->maju(r->ctx, dibaca, r->baris));
}

static enum err take_warning(struct balikan_penerima *r, const char *p,
			     size_t n)
{
	struct balikan_peringatan w = { .n = n < 10 ? 0 : (n - 10) / 8 };
	unsigned char ruas, kode;

	if (n != 10 + 8 * w.n || w.n > BALIKAN_NOMOR_MAKS || r->versi == NULL)
		return ERR_TYPE;
	ruas = (unsigned char)p[0];
	kode = (unsigned char)p[1];
	w.jumlah = get64(p + 2);
	if (ruas >= r->versi->n + 2 || kode >= KODE_BARIS ||
	    *balikan_kode_baris[kode] != '?' || w.jumlah > r->baris ||
	    w.jumlah < w.n || w.jumlah == 0)
		return ERR_TYPE;
	w.ruas = ruas_nama(r->versi, ruas);
	w.kode = balikan_kode_baris[kode];
	for (size_t i = 0; i < w.n; i++) {
		w.nomor[i] = get64(p + 10 + 8 * i);
		if (w.nomor[i] > r->nomor ||
		    w.nomor[i] <= (i == 0 ? 0 : w.nomor[i - 1]))
			return ERR_TYPE;
	}
	return said(r, r->calls->peringatan(r->ctx, &w));
}

static enum err take_fault(struct balikan_penerima *r, const char *p, size_t n)
{
	unsigned char kode;

	if (n < 1 || r->galat->kode != NULL)
		return ERR_TYPE;
	kode = (unsigned char)*p++;
	n--;
	if (kode >= COUNT(kode_berkas) || n > RINCI_MAKS || !text_ok(p, n))
		return ERR_TYPE;
	r->galat->kode = kode_berkas[kode];
	r->galat->rinci = n == 0 ? NULL : arena_strndup(r->a, p, n);
	return OK;
}

void balikan_penerima_mulai(struct balikan_penerima *r)
{
	r->versi = NULL;
	r->nomor = 0;
	r->baris = 0;
	r->err = OK;
	r->sel = arena_array(r->a, balikan_batas.kolom, sizeof(*r->sel));
	r->salah = arena_array(r->a, BALIKAN_SALAH_MAKS, sizeof(*r->salah));
	r->nilai = arena_array(r->a, BALIKAN_SALAH_MAKS, sizeof(*r->nilai));
}

enum err balikan_penerima_pesan(void *ctx, const char *p, size_t n)
{
	struct balikan_penerima *r = ctx;

	if (n == 0)
		return ERR_TYPE;
	switch (*p++) {
	case 'B':
		return take_rows(r, p, p + n - 1);
	case 'H':
		return take_heading(r, p, p + n - 1);
	case 'P':
		return take_progress(r, p, n - 1);
	case 'W':
		return take_warning(r, p, n - 1);
	case 'G':
		return take_fault(r, p, n - 1);
	case 'U':
		if (r->urai == NULL || n - 1 > MESSAGE_BYTES)
			return ERR_TYPE;
		return said(r, store_write(r->urai, p, n - 1));
	default:
		return ERR_TYPE;
	}
}
