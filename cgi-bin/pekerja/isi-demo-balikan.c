/*
 * isi-demo-balikan.c - data balikan in the demo's year: residents, parameters
 * of three institutions, their files (good, with refused rows, failed,
 * cancelled, taken back), forms and the web service.  Workers are not running
 * yet: this does their work, at the time it tells of.
 */
#include "isi-demo.h"
#include "../lib/clock.h"
#include "../lib/store.h"
#include "../model/balikan-kiriman.h"
#include "../model/balikan-muat.h"
#include "../model/balikan-param.h"
#include "../model/balikan-simpan.h"
#include "../model/balikan-token.h"
#include "../model/manual.h"

#include <stdio.h>
#include <stdlib.h>

#define PENDUDUK_N 2000
/* Minutes after 09.00 at which data are sent. */
#define PAGI 35

static struct penduduk_demo {
	uint64_t nik;
	char wilayah[11];
} penduduk[PENDUDUK_N];
static size_t penduduk_n;

SQL(Q_DESA, "SELECT kode FROM wilayah WHERE tingkat = 4"
	    " AND CRC32(kode) MOD 40 = 7 ORDER BY kode LIMIT ?");
SQL(Q_PENDUDUK,
    "INSERT INTO penduduk (nik, no_kk, nama, tempat_lahir, tanggal_lahir,"
    " jenis_kelamin, alamat, wilayah_kode, status) VALUES (?, ?, ?,"
    " (SELECT nama FROM wilayah WHERE kode = LEFT(?, 4)), ?, ?, ?, ?, ?)");

/* ---- residents ---- */

static const char *const depan_l[] = { "Ahmad", "Bambang", "Dedi",  "Eko",
				       "Gede",  "Hasan",   "Ilham", "Joko",
				       "Ketut", "Lukman",  "Made",  "Yohanes" };
static const char *const depan_p[] = { "Ayu",   "Citra", "Dewi",    "Endang",
				       "Fitri", "Indah", "Lestari", "Maria",
				       "Nurul", "Putri", "Ratih",   "Wulan" };
static const char *const belakang[] = {
	"Saputra",   "Hidayat",  "Nasution", "Siregar", "Wijaya",
	"Kurniawan", "Tobing",   "Rahman",   "Suryani", "Handayani",
	"Lubis",     "Pratama",  "Ginting",  "Sari",    "Utami",
	"Yuliana",   "Mahendra", "Setiadi",  "Tanjung",
};

static enum err buat_penduduk(struct db *db, void *ctx)
{
	struct rows *r;
	size_t i = 0;
	enum err e = db_query(db, &r, &Q_DESA, (int64_t)PENDUDUK_N);

	(void)ctx;
	for (; e == OK && i < PENDUDUK_N && db_next(r); i++) {
		struct penduduk_demo *p = &penduduk[i];
		struct arena *a = db_arena(db);
		bool perempuan = i % 2 == 1;
		unsigned hari = 1 + (unsigned)(i * 7 % 28);
		unsigned bulan = 1 + (unsigned)(i * 5 % 12);
		unsigned tahun = 1948 + (unsigned)(i * 13 % 58);
		const char *kode = db_text(r, 0);

		snprintf(p->wilayah, sizeof(p->wilayah), "%s", kode);
		p->nik =
		    strtoull(arena_printf(a, "%.6s%02u%02u%02u%04u", kode,
					  hari + (perempuan ? 40 : 0), bulan,
					  tahun % 100, 1 + (unsigned)(i % 9)),
			     NULL, 10);
		e = db_exec(
		    db, &Q_PENDUDUK, (int64_t)p->nik,
		    (int64_t)strtoull(arena_printf(a, "%.6s%02u0117%04u", kode,
						   hari, (unsigned)(i % 9) + 1),
				      NULL, 10),
		    arena_printf(a, "%s %s",
				 perempuan ? depan_p[i / 2 % 12] :
					     depan_l[i / 2 % 12],
				 belakang[i * 3 % 19]),
		    kode, arena_printf(a, "%04u-%02u-%02u", tahun, bulan, hari),
		    perempuan ? "P" : "L",
		    arena_printf(a, "Jalan Contoh Nomor %zu", 1 + i % 200),
		    kode,
		    i % 97 == 0 ? "meninggal" :
		    i % 61 == 0 ? "pindah" :
				  "hidup");
	}
	penduduk_n = e == OK ? i : 0;
	return e;
}

/* ---- what the institutions send ---- */

static const char *const rekening[] = { "TABUNGAN", "GIRO", "DEPOSITO", NULL };
static const char *const kelas[] = { "1", "2", "3", NULL };

static const struct balikan_ruas bank_awal[] = {
	{ "NO_CIF", BALIKAN_TEKS, 12, true, "A999999999", NULL },
	{ "NO_HP", BALIKAN_TELEPON, BALIKAN_PANJANG_TELEPON, false, NULL,
	  NULL },
};
static const struct balikan_ruas bank_baru[] = {
	{ "NO_CIF", BALIKAN_TEKS, 12, true, "A999999999", NULL },
	{ "NO_HP", BALIKAN_TELEPON, BALIKAN_PANJANG_TELEPON, false, NULL,
	  NULL },
	{ "JENIS_REKENING", BALIKAN_PILIHAN, 8, true, NULL, rekening },
};
static const struct balikan_ruas jaminan[] = {
	{ "NO_PESERTA", BALIKAN_ANGKA, 13, true, "9999999999999", NULL },
	{ "KELAS", BALIKAN_PILIHAN, 1, true, NULL, kelas },
	{ "TMT", BALIKAN_TANGGAL, BALIKAN_PANJANG_TANGGAL, false, NULL, NULL },
};
static const struct balikan_ruas daerah[] = {
	{ "NO_REKENING", BALIKAN_ANGKA, 12, true, NULL, NULL },
	{ "CABANG", BALIKAN_TEKS, 40, false, NULL, NULL },
};

enum {
	BJKC = 0,
	BANKMAJU = 2,
	BANKDAERAH = 7,
};

/* The values of a resident, apart by a character; kali: how often they have
   changed since. */
static void tulis_nilai(struct buf *b, size_t siapa, size_t ke, size_t ruas,
			unsigned kali, char apart)
{
	unsigned k = (unsigned)ke;

	if (siapa == BANKMAJU) {
		buf_printf(b, "C%09u%c08%02u%07u", 104000000 + k * 17, apart,
			   11 + k % 40,
			   2000000 + k * 31 + (k % 7 == 0 ? kali : 0));
		if (ruas == 3)
			buf_printf(b, "%c%s", apart, rekening[k % 3]);
	} else if (siapa == BJKC) {
		buf_printf(b, "%013u%c%u%c%04u-%02u-01", 12000000 + k * 11,
			   apart, 1 + (k + (k % 11 == 0 ? kali : 0)) % 3, apart,
			   2014 + k % 9, 1 + k % 12);
	} else {
		buf_printf(b, "%012u%cCabang %s", 77000000 + k * 13, apart,
			   k % 2 == 0 ? "Bandung" : "Cimahi");
	}
}

enum rupa {
	BAIK,  /* every row is good */
	CACAT, /* a few rows are refused */
	EXCEL, /* a spreadsheet ruined NIKs */
	ASING, /* a column that is no parameter */
};

static void tulis_nik(struct buf *b, size_t ke, enum rupa rupa)
{
	unsigned long long nik = penduduk[ke].nik;

	if (rupa == EXCEL && ke % 3 == 0)
		buf_printf(b, "%llu,%05lluE+15", nik / 1000000000000000,
			   nik / 10000000000 % 100000);
	else if (rupa == CACAT && ke % 50 == 3)
		buf_printf(b, "%llu", nik / 10);
	else if (rupa == CACAT && ke % 50 == 17)
		buf_printf(b, "%llu0000", nik / 10000);
	else
		buf_printf(b, "%llu", nik);
}

/* A CSV file as an office would make it. */
static struct buf tulis_berkas(struct arena *a, size_t siapa,
			       const struct balikan_versi *v, size_t dari,
			       size_t n, unsigned kali, enum rupa rupa)
{
	struct buf b = { .a = a };

	buf_text(&b, "NIK");
	for (size_t i = 0; i < v->n; i++)
		buf_printf(&b, ";%s", v->ruas[i].nama);
	buf_text(&b, rupa == ASING ? ";NAMA_IBU\r\n" : "\r\n");
	for (size_t i = dari; i < dari + n && i < penduduk_n; i++) {
		tulis_nik(&b, i, rupa);
		buf_char(&b, ';');
		if (rupa == CACAT && i % 80 == 41) /* not what was set */
			buf_text(&b, "TIDAK ADA;;");
		else
			tulis_nilai(&b, siapa, i, v->n, kali, ';');
		buf_text(&b, rupa == ASING ? ";RAHASIA\r\n" : "\r\n");
	}
	return b;
}

/* Workers do not run yet. */
static enum err kerjakan(struct demo *d)
{
	struct arena *lama = db_arena(d->db), *a = arena_new();
	struct balikan_bengkel bengkel;
	bool ada = true, ramai;
	enum err e = a == NULL ? ERR_BUSY : OK;

	balikan_bengkel_siap(&bengkel, 1);
	if (e == OK)
		db_use_arena(d->db, a);
	while (e == OK && ada) {
		e = balikan_kerja(d->db, &bengkel, &ada, &ramai);
		arena_reset(a);
	}
	db_use_arena(d->db, lama);
	arena_free(a);
	return e;
}

/* ---- the year ---- */

enum apa {
	PARAMETER,
	BERKAS,
	SEMUA,    /* a file, all or nothing */
	BATALKAN, /* a file that is cancelled at once */
	URUNGKAN, /* a file that is taken back the same day */
};

/* Days are counted from today; before it they are negative. */
static struct acara {
	int hari;
	size_t siapa;
	enum apa apa;
	enum rupa rupa;
	size_t dari; /* first resident and how many, or which parameters */
	size_t n;
	bool sudah;
} acara[] = {
	{ -350, BANKMAJU, PARAMETER, BAIK, 0, 0, false },
	{ -348, BJKC, PARAMETER, BAIK, 0, 0, false },
	{ -345, BANKMAJU, BERKAS, BAIK, 0, 320, false },
	{ -313, BANKMAJU, BERKAS, CACAT, 0, 420, false },
	{ -300, BANKDAERAH, PARAMETER, BAIK, 0, 0, false },
	{ -298, BANKDAERAH, BERKAS, BAIK, 900, 150, false },
	{ -270, BANKMAJU, BERKAS, BAIK, 100, 500, false },
	{ -240, BJKC, BERKAS, BAIK, 300, 400, false },
	{ -215, BANKMAJU, BERKAS, BAIK, 300, 500, false },
	{ -180, BANKMAJU, PARAMETER, BAIK, 1, 0, false },
	{ -178, BANKMAJU, BERKAS, BAIK, 0, 700, false },
	{ -150, BANKDAERAH, BERKAS, ASING, 900, 200, false },
	{ -149, BANKDAERAH, BERKAS, BAIK, 900, 200, false },
	{ -121, BANKMAJU, BERKAS, CACAT, 500, 600, false },
	{ -100, BJKC, SEMUA, CACAT, 300, 300, false },
	{ -99, BJKC, SEMUA, BAIK, 300, 300, false },
	{ -80, BANKDAERAH, URUNGKAN, BAIK, 0, 120, false },
	{ -62, BANKMAJU, BATALKAN, BAIK, 0, 100, false },
	{ -61, BANKMAJU, BERKAS, BAIK, 800, 600, false },
	{ -30, BANKDAERAH, BERKAS, EXCEL, 1000, 120, false },
	{ -7, BJKC, BERKAS, BAIK, 600, 250, false },
	{ -2, BANKMAJU, BERKAS, CACAT, 1000, 800, false },
};

static enum err buat_parameter(struct demo *d, const struct acara *x)
{
	const struct pelaku *p = &d->peminta[x->siapa];

	if (x->siapa == BJKC)
		return balikan_versi_baru(d->db, p, 0, jaminan, COUNT(jaminan),
					  NULL);
	if (x->siapa == BANKDAERAH)
		return balikan_versi_baru(d->db, p, 0, daerah, COUNT(daerah),
					  NULL);
	return x->dari == 0 ? balikan_versi_baru(d->db, p, 0, bank_awal,
						 COUNT(bank_awal), NULL) :
			      balikan_versi_baru(d->db, p, 1, bank_baru,
						 COUNT(bank_baru), NULL);
}

static enum err kirim_berkas(struct demo *d, const struct acara *x)
{
	static const char *const nama[] = {
		[BJKC] = "peserta",
		[BANKMAJU] = "nasabah",
		[BANKDAERAH] = "rekening",
	};
	const struct pelaku *p = &d->peminta[x->siapa];
	struct arena *a = db_arena(d->db);
	struct kiriman_baru k = {
		.nama = arena_printf(a, "%s-%.7s.csv", nama[x->siapa],
				     clock_today(a)),
		.cara = x->apa == SEMUA ? "semua" : "sebagian",
	};
	struct balikan_versi v;
	struct buf b;
	int64_t id;
	enum err e = balikan_versi_kini(d->db, p->lembaga, &v);

	if (e != OK)
		return e;
	b = tulis_berkas(a, x->siapa, &v, x->dari, x->n, (unsigned)-x->hari,
			 x->rupa);
	k.bytes = (int64_t)b.n;
	e = store_put(a, b.p, b.n, &k.sha256);
	if (e == OK)
		e = balikan_kiriman_buat(d->db, p, &k, &id);
	if (e == OK && x->apa == BATALKAN)
		return balikan_kiriman_batal(d->db, p, id);
	if (e == OK)
		e = kerjakan(d);
	if (e == OK && x->apa == URUNGKAN) {
		e = balikan_kiriman_urung(d->db, p, id);
		if (e == OK)
			e = kerjakan(d);
	}
	return e;
}

/* Single records of residents dari, dari + 1 ... */
struct satuan {
	struct balikan_pengirim siapa;
	const struct balikan_versi *v;
	size_t lembaga;
	size_t dari;
	size_t n;
	unsigned kali;
};

#define SATUAN_MAKS 12

static enum err simpan_satuan(struct db *db, void *ctx)
{
	const struct satuan *s = ctx;
	struct balikan_rekaman r[SATUAN_MAKS];
	enum balikan_hasil hasil[SATUAN_MAKS];

	for (size_t i = 0; i < s->n; i++) {
		size_t ke = (s->dari + i) % penduduk_n;
		struct buf b = { .a = db_arena(db) };

		tulis_nilai(&b, s->lembaga, ke, s->v->n, s->kali,
			    BALIKAN_PEMISAH);
		r[i] = (struct balikan_rekaman){
			.nik = penduduk[ke].nik,
			.isi = { (const unsigned char *)b.p, b.n },
		};
	}
	return balikan_simpan(db, &s->siapa, s->v, r, s->n, 0, hasil);
}

/* By the web service each Monday, by the form now and then. */
static enum err kirim_satuan(struct demo *d, hari_t hari)
{
	static int64_t token;
	const bool form = hari % 14 == 2;
	const size_t siapa = form ? BANKDAERAH : BJKC;
	const struct pelaku *p = &d->peminta[siapa];
	struct balikan_versi v;
	struct satuan s = {
		.siapa = { .lembaga = p->lembaga,
			   .akun = form ? p->akun : 0,
			   .sumber = form ? "formulir" : "layanan" },
		.v = &v,
		.lembaga = siapa,
		.dari = (size_t)(hari * 5) % 1500,
		.n = form ? 2 : 8 + (size_t)hari % 5,
		.kali = (unsigned)hari,
	};
	struct balikan_token *t;
	const char *rahasia;
	size_t n;
	enum err e;

	if (!form && hari_ke_pekan(hari) != 1)
		return OK;
	e = balikan_versi_kini(d->db, p->lembaga, &v);
	if (e != OK)
		return e == ERR_NOT_FOUND ? OK : e;
	if (!form && token == 0)
		e = balikan_token_buat(
		    d->db, p,
		    &(struct balikan_token_baru){ "Aplikasi kepesertaan",
						  BALIKAN_TOKEN_HARI, NULL },
		    &rahasia);
	if (e == OK && !form && token == 0) {
		e = balikan_token_daftar(d->db, p->lembaga, &t, &n);
		token = e == OK && n > 0 ? t[0].id : 0;
	}
	s.siapa.token = form ? 0 : token;
	return e == OK ? db_transaction(d->db, simpan_satuan, &s) : e;
}

/* What Ditjen gives those who send (B-18), once. */
static enum err unggah_manual(struct demo *d)
{
	static bool sudah;
	struct upload *u;
	int64_t id;
	enum err e;

	if (sudah)
		return OK;
	sudah = true;
	e = demo_surat(d, "Manual pengiriman data balikan",
		       "Tetapkan parameter, unduh template, isi NIK sebagai "
		       "teks, lalu kirim lewat Upload Data. Perbaiki baris yang "
		       "ditolak dan kirim ulang.",
		       &u);
	if (e == OK)
		e = manual_buat(d->db, &d->admin,
				&(struct manual_isian){
				    "Manual pengiriman data balikan", "lembaga",
				    u },
				&id);
	return e == ERR_CONFLICT ? OK : e;
}

enum err demo_balikan(struct demo *d, hari_t hari)
{
	enum err e;

	demo_jam(hari, PAGI);
	e = unggah_manual(d);
	if (e == OK && penduduk_n == 0)
		e = db_transaction(d->db, buat_penduduk, NULL);
	/* No region codes: no NIK is good. */
	if (penduduk_n == 0)
		return e;
	for (size_t i = 0; e == OK && i < COUNT(acara); i++) {
		struct acara *x = &acara[i];

		if (x->sudah || d->kini + x->hari > hari)
			continue;
		x->sudah = true;
		e = x->apa == PARAMETER ? buat_parameter(d, x) :
					  kirim_berkas(d, x);
		if (e != OK)
			fprintf(stderr, "isi-demo: data balikan %zu: %s\n",
				i + 1, err_code(e));
		arena_reset(db_arena(d->db));
	}
	return e == OK ? kirim_satuan(d, hari) : e;
}
