/*
 * balikan-laporan-tolak.c - see balikan-laporan-tolak.h.  Its sentences and its
 * advice are those of xslt/bagian/balikan.xsl (a test compares them): a file
 * that a spreadsheet opens has no stylesheet.
 */
#include "balikan-laporan-tolak.h"

#include "../lib/csv.h"
#include "../lib/store.h"
#include "../lib/text.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#define LAPORAN_MAKS ((int64_t)16 << 30)
#define SANGGA	     65536
/* A spreadsheet shows longer numbers with an exponent. */
#define ANGKA_MAKS 11

struct balikan_laporan {
	struct arena *a;
	struct store_file *berkas; /* NULL: no row yet */
	struct buf csv;
	size_t n;	      /* columns of the heading */
	bool *sembunyi;	      /* those of an earlier report */
	const char **judul;
	struct buf teks;
};

static const struct {
	const char *kode;
	const char *kalimat;
	const char *saran; /* NULL: none */
} sebab[] = {
	{ "kosong", "NIK kosong.", NULL },
	{ "nik-panjang", "NIK tidak 16 angka.",
	  "Hitung angkanya: mungkin ada yang terhapus atau terketik"
	  " dua kali." },
	{ "nik-potong", "NIK hanya 15 angka; angka terakhirnya hilang.",
	  "Biasanya karena NIK pernah menjadi bilangan, misalnya di"
	  " Excel. Jadikan kolom NIK teks, lalu isi ulang dari"
	  " sumbernya; jangan menambahkan 0." },
	{ "nik-angka", "NIK berisi selain angka.",
	  "Hapus spasi, tanda kutip, dan huruf dari kolom NIK." },
	{ "nik-pemisah",
	  "NIK berisi spasi, titik, atau tanda hubung di antara"
	  " angkanya.",
	  "Tulis 16 angka tanpa pemisah." },
	{ "nik-nol",
	  "Empat angka terakhir NIK 0000; nomor urut seperti itu"
	  " tidak pernah terbit.",
	  "Biasanya karena Excel mengganti angka terakhir NIK"
	  " dengan 0. Jadikan kolom NIK teks, lalu isi ulang dari"
	  " sumbernya." },
	{ "nik-provinsi",
	  "Dua angka pertama NIK bukan kode provinsi yang dikenal.", NULL },
	{ "nik-tanggal",
	  "Tanggal lahir pada NIK (angka ke-7 dan 8) bukan 01–31"
	  " atau 41–71.",
	  NULL },
	{ "nik-bulan", "Bulan lahir pada NIK (angka ke-9 dan 10) bukan 01–12.",
	  NULL },
	{ "nik-bulat",
	  "NIK tersimpan sebagai bilangan, sehingga angka"
	  " terakhirnya hilang atau menjadi 0.",
	  "Angka yang hilang tidak dapat dikembalikan dari berkas"
	  " ini. Ambil ulang data dari sumbernya, jadikan kolom NIK"
	  " teks, baru isi." },
	{ "nik-ilmiah",
	  "NIK berubah menjadi bilangan ilmiah seperti 3,17401E+15.",
	  "Angka yang hilang tidak dapat dikembalikan dari berkas"
	  " ini. Ambil ulang data dari sumbernya, jadikan kolom NIK"
	  " teks, baru isi." },
	{ "wajib", "Nilai wajib diisi, tetapi kosong.", NULL },
	{ "terlalu-panjang",
	  "Nilai lebih panjang daripada yang ditetapkan parameter.", NULL },
	{ "angka", "Nilai bukan angka.",
	  "Tulis tanpa pemisah ribuan, misalnya 12500000 atau"
	  " 12500000,50." },
	{ "tanggal", "Nilai bukan tanggal yang ada pada kalender.",
	  "Tulis sebagai TTTT-BB-HH, misalnya 1990-12-31." },
	{ "telepon", "Nilai bukan nomor telepon.",
	  "Tulis sebagai 08… atau +62…, tanpa huruf." },
	{ "pilihan", "Nilai tidak ada dalam daftar pilihan parameter.", NULL },
	{ "pola", "Nilai tidak mengikuti pola parameter.", NULL },
	{ "sel-lebih", "Baris berisi lebih banyak sel daripada kepala tabel.",
	  "Nilai yang berisi koma atau titik koma harus di antara"
	  " tanda kutip." },
	{ "bulat",
	  "Angka ini lebih panjang daripada yang disimpan Excel;"
	  " angka terakhirnya menjadi 0.",
	  "Ambil ulang nilainya dari sumbernya dan jadikan kolomnya"
	  " teks." },
	{ "ilmiah", "Nilai berubah menjadi bilangan ilmiah seperti 1,23E+15.",
	  "Ambil ulang nilainya dari sumbernya dan jadikan kolomnya"
	  " teks." },
	{ "ganti-baris", "Ada ganti baris di dalam sel.",
	  "Hapus ganti barisnya. Pada Excel: Temukan dan Ganti,"
	  " pada kotak pertama tekan Ctrl+J, pada kotak kedua ketik"
	  " spasi." },
	{ "karakter",
	  "Ada karakter yang tidak dapat disimpan: tab, atau huruf"
	  " yang bukan UTF-8.",
	  "Pada Excel: Simpan Sebagai, CSV UTF-8." },
	{ "kutip", "Tanda kutip tidak berpasangan.",
	  "Tanda kutip di dalam nilai ditulis dua kali." },
	{ "baris-panjang", "Baris atau sel ini terlalu panjang.", NULL },
	{ "?kabupaten", "Kode kabupaten/kota pada NIK tidak dikenal.",
	  "Baris tetap diterima; NIK tidak berubah walau wilayahnya"
	  " dimekarkan." },
	{ "?kecamatan", "Kode kecamatan pada NIK tidak dikenal.",
	  "Baris tetap diterima; NIK tidak berubah walau wilayahnya"
	  " dimekarkan." },
	{ "?ribuan",
	  "Satu titik atau koma dibaca sebagai pecahan: 12.500 menjadi"
	  " 12,5.",
	  "Bila itu pemisah ribuan, kirim lagi tanpa pemisah: 12500." },
	{ "?bulat",
	  "Terlalu banyak NIK berakhir dengan angka 0; mungkin"
	  " Excel mengganti angka terakhirnya.",
	  "Cocokkan dengan sumbernya. Bila keliru: urungkan kiriman"
	  " ini, jadikan kolom NIK teks, isi ulang dari sumbernya,"
	  " lalu kirim lagi." },
	{ "?kolom-kurang",
	  "Kolom ini tidak ada dalam berkas, sehingga nilainya"
	  " menjadi kosong.",
	  "Nilai sebelumnya tersimpan sebagai riwayat. Bila"
	  " nilainya masih berlaku, urungkan kiriman ini atau kirim"
	  " lagi dengan semua kolom." },
	{ "?versi-lama", "Kolom berkas ini mengikuti parameter versi lama.",
	  "Unduh template yang berlaku sebelum mengirim lagi." },
};

const char *balikan_sebab(const char *kode, const char **saran)
{
	*saran = NULL;
	for (size_t i = 0; i < sizeof(sebab) / sizeof(*sebab); i++) {
		if (strcmp(sebab[i].kode, kode) != 0)
			continue;
		*saran = sebab[i].saran;
		return sebab[i].kalimat;
	}
	return kode;
}

/* BARIS and GALAT of an earlier report that came back. */
static bool kolom_laporan(const struct balikan_versi *v, const char *nama)
{
	return (strcasecmp(nama, "BARIS") == 0 ||
		strcasecmp(nama, "GALAT") == 0) &&
	       balikan_ruas_cari(v, nama) == v->n;
}

struct balikan_laporan *balikan_laporan_baru(struct arena *a,
					     const struct balikan_versi *v,
					     const struct baris *kepala)
{
	struct balikan_laporan *l = arena_alloc(a, sizeof(*l));

	l->a = a;
	l->csv.a = a;
	l->teks.a = a;
	l->n = kepala->n;
	l->judul = arena_array(a, l->n + 1, sizeof(*l->judul));
	l->sembunyi = arena_array(a, l->n + 1, sizeof(*l->sembunyi));
	for (size_t i = 0; i < l->n; i++) {
		l->judul[i] = arena_strdup(a, kepala->sel[i].p);
		l->sembunyi[i] = kolom_laporan(v, text_trim(a, l->judul[i]));
	}
	return l;
}

static enum err siram(struct balikan_laporan *l)
{
	enum err e = store_write(l->berkas, l->csv.p, l->csv.n);

	l->csv.n = 0;
	return e;
}

static enum err buka(struct balikan_laporan *l)
{
	enum err e = store_begin(l->a, LAPORAN_MAKS, &l->berkas);

	if (e != OK)
		return e;
	csv_begin(&l->csv);
	for (size_t i = 0; i < l->n; i++)
		if (!l->sembunyi[i])
			csv_cell(&l->csv, l->judul[i]);
	csv_cell(&l->csv, "BARIS");
	csv_cell(&l->csv, "GALAT");
	csv_end_row(&l->csv);
	return OK;
}

/* A cell, so that a spreadsheet leaves it as it is; but a number that one has
   spoilt must not come back as a good text. */
static void tulis_sel(struct balikan_laporan *l, const struct baris *b,
		      size_t i)
{
	const char *s = baris_sel(b, i);
	size_t n = strspn(s, "0123456789");

	if (n < 2 || s[n] != '\0' || (n <= ANGKA_MAKS && *s != '0')) {
		csv_cell(&l->csv, s);
		return;
	}
	l->teks.n = 0;
	if (b->sel[i].angka && n > BALIKAN_BILANGAN_ANGKA) {
		buf_bytes(&l->teks, s, n);
		buf_text(&l->teks, BALIKAN_TANDA_BULAT);
	} else {
		buf_char(&l->teks, '\'');
		buf_bytes(&l->teks, s, n);
	}
	csv_cell(&l->csv, l->teks.p);
}

/* What is wrong with a row, and what to do, in words. */
static void tulis_galat(struct balikan_laporan *l,
			const struct balikan_salah *s, size_t n)
{
	l->teks.n = 0;
	for (size_t i = 0; i < n; i++) {
		const char *saran, *kalimat = balikan_sebab(s[i].kode, &saran);

		if (i > 0)
			buf_char(&l->teks, ' ');
		if (*s[i].ruas != '\0') {
			buf_text(&l->teks, s[i].ruas);
			buf_text(&l->teks, ": ");
		}
		buf_text(&l->teks, kalimat);
		/* Once a row: many columns may have the same fault. */
		for (size_t j = 0; j < i; j++)
			if (strcmp(s[j].kode, s[i].kode) == 0)
				saran = NULL;
		if (saran != NULL) {
			buf_char(&l->teks, ' ');
			buf_text(&l->teks, saran);
		}
	}
	csv_cell(&l->csv, l->teks.p);
}

enum err balikan_laporan_baris(struct balikan_laporan *l,
			       const struct balikan_salah *s, size_t n,
			       const struct baris *b)
{
	char nomor[24];
	enum err e = l->berkas == NULL ? buka(l) : OK;

	if (e != OK)
		return e;
	for (size_t i = 0; i < l->n; i++)
		if (!l->sembunyi[i])
			tulis_sel(l, b, i);
	snprintf(nomor, sizeof(nomor), "%zu", b->nomor);
	csv_cell(&l->csv, nomor);
	tulis_galat(l, s, n);
	/* What stood right of the heading stays there. */
	for (size_t i = l->n; i < b->n; i++)
		tulis_sel(l, b, i);
	csv_end_row(&l->csv);
	return l->csv.n >= SANGGA ? siram(l) : OK;
}

enum err balikan_laporan_selesai(struct balikan_laporan *l, const char **sha256)
{
	enum err e;

	*sha256 = NULL;
	if (l == NULL || l->berkas == NULL)
		return OK;
	e = l->csv.n == 0 ? OK : siram(l);
	return e == OK ? store_keep(l->berkas, sha256) : e;
}
