/*
 * isi-demo-aktivasi.c - how the demo's handed-over cards are activated:
 * requests, decisions, tokens, "Do Aktivasi" a few cards a day, a bulk file.
 * Agreements and what becomes of active cards is isi-demo-hidup.c; where the
 * readers stand isi-demo-tempat.c.
 */
#include "isi-demo.h"
#include "../dokumen/hidup.h"
#include "../model/aktivasi.h"
#include "../model/massal.h"
#include "../model/token.h"
#include "../model/wilayah.h"

#include <stdio.h>
#include <unistd.h>

/* Cards an institution activates by hand on a day. */
#define SEHARI 8
/* Rows of a file in one step, as pengaktif-massal does. */
#define SELANGKAH 50
/* Afternoons are for activation: minutes after 09.00. */
#define SORE 402

enum nasib {
	N_DRAF, /* stays a draft */
	N_DIAJUKAN,
	N_DITARIK,
	N_DITOLAK,
	N_TERBUKA, /* approved, tokens opened, none used yet */
	N_AKTIF,
	N_MASSAL, /* activated by one file */
};

enum tahap { A_BUAT, A_KIRIM, A_PUTUS, A_BUKA, A_AKTIF, A_SELESAI };

/* The requests of the year.  One waits when no cards are handed over yet. */
static const struct naskah {
	size_t peminta;
	hari_t lalu;    /* days before today */
	int64_t jumlah; /* at most */
	enum nasib nasib;
	int64_t sisa; /* cards whose token is left unused */
} naskah[] = {
	{ 2, 345, 24, N_AKTIF, 0 },   { 4, 340, 24, N_AKTIF, 2 },
	{ 12, 338, 18, N_AKTIF, 0 },  { 8, 330, 16, N_AKTIF, 0 },
	{ 1, 320, 30, N_AKTIF, 0 },   { 0, 315, 32, N_AKTIF, 3 },
	{ 9, 312, 12, N_AKTIF, 0 },   { 5, 310, 24, N_AKTIF, 0 },
	{ 6, 280, 18, N_AKTIF, 0 },   { 7, 255, 20, N_AKTIF, 1 },
	{ 13, 210, 14, N_AKTIF, 0 },  { 10, 200, 8, N_DITOLAK, 0 },
	{ 2, 170, 40, N_MASSAL, 0 },  { 1, 150, 10, N_DITARIK, 0 },
	{ 3, 130, 24, N_AKTIF, 2 },   { 4, 110, 14, N_AKTIF, 0 },
	{ 0, 90, 20, N_AKTIF, 0 },    { 7, 75, 14, N_AKTIF, 0 },
	{ 11, 60, 20, N_DITOLAK, 0 }, { 12, 45, 10, N_AKTIF, 0 },
	{ 3, 33, 14, N_AKTIF, 0 },    { 8, 19, 15, N_AKTIF, 8 },
	{ 2, 17, 18, N_AKTIF, 10 },   { 12, 14, 10, N_TERBUKA, 0 },
	{ 13, 9, 8, N_DIAJUKAN, 0 },  { 0, 8, 15, N_DIAJUKAN, 0 },
	{ 7, 7, 10, N_DIAJUKAN, 0 },  { 2, 6, 12, N_DRAF, 0 },
	{ 3, 5, 6, N_DRAF, 0 },
};

/* How far each has come. */
static struct minta {
	size_t peminta;
	int64_t jumlah;
	enum nasib nasib;
	int64_t sisa;
	enum tahap tahap;
	hari_t kapan; /* the next step is due */
	int64_t id;
	int64_t sampai; /* rows done */
} minta[COUNT(naskah)];

static int menit; /* of the day that is lived through */

static void maju(hari_t hari)
{
	demo_jam(hari, menit++);
}

/* ---- the request ---- */

static const char *nomor(struct demo *d, const struct minta *k, hari_t hari)
{
	return arena_printf(
	    db_arena(d->db), "%03zu/AKT/%s/%d", (size_t)(k - minta) + 1,
	    d->peminta[k->peminta].role == ROLE_DINAS ? "DKCS" : "LP",
	    hari_pecah(hari).tahun);
}

/* Tell of every row where its reader goes. */
static enum err isi_baris(struct demo *d, const struct minta *k)
{
	const struct pelaku *p = &d->peminta[k->peminta];
	struct aktivasi_set s = { .a = db_arena(d->db) };
	struct aktivasi_baris *b;
	struct aktivasi r;
	size_t n = 0;
	enum err e = aktivasi_ambil(d->db, p, k->id, &r);

	if (e == OK)
		e = aktivasi_baris(d->db, k->id, 1, r.jumlah, &b, &n);
	for (size_t i = 0; e == OK && i < n; i++) {
		struct aktivasi_ketik t = { .nomor = b[i].urut,
					    .kartu = b[i].seri_kartu,
					    .mesin = b[i].seri_mesin };
		struct tempat di;

		e = demo_tempat(d, k->peminta, b[i].seri_mesin, 0, &di);
		t.outlet = di.outlet;
		t.alamat = di.alamat;
		if (e == OK)
			aktivasi_set_tambah(&s, &t);
	}
	if (e == OK)
		e = aktivasi_set_periksa(d->db, &r, 1, r.jumlah, &s);
	if (e == OK && s.n_salah > 0)
		e = ERR_INPUT;
	return e == OK ? aktivasi_set_simpan(d->db, p, k->id, r.versi, 1,
					     r.jumlah, &s) :
			 e;
}

/* A draft for the ticket with the most cards left. */
static enum err buat(struct demo *d, struct minta *k, hari_t hari)
{
	static const char *const judul[] = {
		"Permintaan aktivasi kartu SAM pembaca KTP-el",
		"Permintaan aktivasi pembaca KTP-el kantor layanan",
		"Permintaan aktivasi kartu SAM tahap lanjutan",
	};
	const struct pelaku *p = &d->peminta[k->peminta];
	struct aktivasi_isian in = {
		.nomor = nomor(d, k, hari),
		.judul = judul[(size_t)(k - minta) % COUNT(judul)],
		.jumlah = 0,
	};
	struct aktivasi_galat g = { 0 };
	struct aktivasi_tiket *t;
	struct upload *berkas;
	size_t n;
	enum err e = aktivasi_tiket(d->db, p, 0, &t, &n);

	for (size_t i = 0; e == OK && i < n; i++) {
		if (t[i].sisa <= in.jumlah)
			continue;
		in.proses_id = t[i].proses_id;
		in.jumlah = t[i].sisa;
	}
	if (e != OK || in.jumlah == 0)
		return e;
	if (in.jumlah > k->jumlah)
		in.jumlah = k->jumlah;
	e = demo_surat(d, "Surat permintaan aktivasi", in.judul, &berkas);
	in.surat = berkas;
	if (e == OK)
		e = aktivasi_buat(d->db, p, &in, false, &k->id, &g);
	if (e == OK)
		e = isi_baris(d, k);
	k->tahap = k->nasib == N_DRAF ? A_SELESAI : A_KIRIM;
	return e;
}

static enum err kirim(struct demo *d, struct minta *k)
{
	const struct pelaku *p = &d->peminta[k->peminta];
	struct aktivasi_galat g = { 0 };
	struct aktivasi r;
	enum err e = aktivasi_ambil(d->db, p, k->id, &r);

	k->tahap = k->nasib == N_DIAJUKAN ? A_SELESAI : A_PUTUS;
	return e == OK ? aktivasi_kirim(d->db, p, k->id, r.versi, &g) : e;
}

static enum err putus(struct demo *d, struct minta *k)
{
	struct aktivasi_galat g = { 0 };
	struct aktivasi r;
	enum err e = aktivasi_ambil(d->db, &d->admin, k->id, &r);

	if (e != OK)
		return e;
	k->tahap = A_SELESAI;
	if (k->nasib == N_DITARIK)
		return aktivasi_tarik(d->db, &d->peminta[k->peminta], k->id,
				      r.versi,
				      "Pembukaan kantor layanan ditunda.");
	if (k->nasib == N_DITOLAK)
		return aktivasi_tolak(d->db, &d->admin, k->id, r.versi,
				      "Lembaga belum memiliki perjanjian kerja "
				      "sama yang mencakup pembaca KTP-el.");
	k->tahap = A_BUKA;
	return aktivasi_setujui(d->db, &d->admin, k->id, r.versi, &g);
}

static enum err buka(struct demo *d, struct minta *k)
{
	int64_t pembukaan;

	k->tahap = k->nasib == N_TERBUKA ? A_SELESAI : A_AKTIF;
	return aktivasi_buka_token(d->db, &d->peminta[k->peminta], k->id,
				   &pembukaan);
}

/* ---- activation ---- */

struct sehari {
	struct demo *d;
	const struct minta *k;
	hari_t hari;
	const struct token_baris *baris;
	size_t n;
};

static enum err aktifkan(struct db *db, void *ctx)
{
	const struct sehari *s = ctx;
	const struct pelaku *p = &s->d->peminta[s->k->peminta];
	enum err e = OK;

	for (size_t i = 0; e == OK && i < s->n; i++) {
		const struct token_baris *b = &s->baris[i];
		struct hidup_isian in = { .sam_id = b->sam_id,
					  .token = b->token };
		struct hidup_galat g = { 0 };
		struct manifes m;

		maju(s->hari);
		e = demo_tempat(s->d, s->k->peminta, b->seri_mesin, 0,
				&in.tempat);
		if (e == OK)
			e = hidup_aktifkan(db, p, b->kartu_id, &in, &m, &g);
	}
	return e;
}

static enum err aktifkan_sehari(struct demo *d, struct minta *k, hari_t hari)
{
	struct sehari s = { .d = d, .k = k, .hari = hari };
	struct token_baris *b;
	struct aktivasi r;
	int64_t banyak = SEHARI;
	enum err e = aktivasi_ambil(d->db, &d->peminta[k->peminta], k->id, &r);

	if (e != OK)
		return e;
	if (banyak > r.jumlah - k->sisa - k->sampai)
		banyak = r.jumlah - k->sisa - k->sampai;
	if (banyak <= 0) {
		k->tahap = A_SELESAI;
		return OK;
	}
	e = token_daftar(d->db, k->id, k->sampai, banyak, true, &b, &s.n);
	s.baris = b;
	k->sampai += banyak;
	return e == OK ? db_transaction(d->db, aktifkan, &s) : e;
}

/* A row of the file; some are wrong as people get them wrong. */
static enum err tulis_baris(struct demo *d, const struct minta *k,
			    const struct token_baris *b, size_t i,
			    struct buf *out)
{
	struct tempat t;
	enum err e = demo_tempat(d, k->peminta, b->seri_mesin, 0, &t);

	if (e != OK)
		return e;
	buf_printf(out, "%s;%s;%s;%s;\"%s\";%s;%s;%s\r\n",
		   i == 22 ? "30154B01FFFFFFFF" : b->sam_id,
		   i == 4 ? "AAAAA-AAAAA" : b->token, t.seri_mesin, t.outlet,
		   t.alamat, i == 11 ? "3199999999" : t.wilayah_kode,
		   i == 17 ? "61.751" : t.lintang, t.bujur);
	return OK;
}

static enum err terima_berkas(struct demo *d, const struct minta *k,
			      const struct buf *b)
{
	struct massal_isi isi = { 0 };
	struct tabel_galat galat;
	int64_t id;
	int fd = demo_berkas(b);
	enum err e;

	if (fd < 0)
		return ERR_DISK;
	e = massal_baca(db_arena(d->db), fd, &isi, &galat);
	close(fd);
	return e == OK ?
		   massal_terima(d->db, &d->peminta[k->peminta],
				 "aktivasi-kantor-cabang.csv", &isi, &id) :
		   e;
}

static enum err aktifkan_massal(struct demo *d, struct minta *k)
{
	struct buf b = { .a = db_arena(d->db) };
	struct token_baris *baris;
	bool ada = true;
	size_t n = 0;
	enum err e = token_daftar(d->db, k->id, 0, k->jumlah, true, &baris, &n);

	k->tahap = A_SELESAI;
	buf_text(&b, "sam_id;token;seri_mesin;outlet;alamat;kode_wilayah;"
		     "latitude;longitude\r\n");
	for (size_t i = 0; e == OK && i < n; i++)
		e = tulis_baris(d, k, &baris[i], i, &b);
	if (e == OK)
		e = terima_berkas(d, k, &b);
	while (e == OK && ada)
		e = hidup_massal(d->db, SELANGKAH, &ada);
	return e;
}

/* ---- the day ---- */

static enum err selangkah(struct demo *d, struct minta *k, hari_t hari)
{
	switch (k->tahap) {
	case A_BUAT:
		return buat(d, k, hari);
	case A_KIRIM:
		return kirim(d, k);
	case A_PUTUS:
		return putus(d, k);
	case A_BUKA:
		return buka(d, k);
	case A_AKTIF:
		return k->nasib == N_MASSAL ? aktifkan_massal(d, k) :
					      aktifkan_sehari(d, k, hari);
	case A_SELESAI:
		break;
	}
	return OK;
}

/* Working days until the next step. */
static int32_t jeda(const struct minta *k)
{
	return k->tahap == A_PUTUS ? 3 : k->tahap == A_AKTIF ? 1 : 2;
}

static enum err permintaan_hari_ini(struct demo *d, hari_t hari)
{
	enum err e = OK;

	for (size_t i = 0; e == OK && i < COUNT(minta); i++) {
		struct minta *k = &minta[i];

		if (k->tahap == A_SELESAI || k->kapan > hari)
			continue;
		maju(hari);
		e = selangkah(d, k, hari);
		k->kapan = hari_kerja_tambah(d->libur, hari, jeda(k));
		if (e != OK)
			fprintf(stderr,
				"isi-demo: activation %zu, step %d:"
				" %s\n",
				i + 1, (int)k->tahap, err_code(e));
		arena_reset(db_arena(d->db));
	}
	return e;
}

/* Without regions there is no place to put a reader. */
static enum err siapkan(struct demo *d, bool *ada)
{
	struct wilayah *w;
	size_t n;
	enum err e = wilayah_anak(d->db, NULL, &w, &n);

	for (size_t i = 0; i < COUNT(minta); i++)
		minta[i] = (struct minta){
			.peminta = naskah[i].peminta,
			.jumlah = naskah[i].jumlah,
			.nasib = naskah[i].nasib,
			.sisa = naskah[i].sisa,
			.kapan = d->kini - naskah[i].lalu,
		};
	*ada = e == OK && n > 0;
	return e;
}

enum err demo_aktivasi(struct demo *d, hari_t hari)
{
	static bool siap, ada;
	enum err e = siap ? OK : siapkan(d, &ada);

	siap = true;
	if (e != OK || !ada)
		return e;
	menit = SORE;
	e = demo_hidup(d, hari);
	return e == OK ? permintaan_hari_ini(d, hari) : e;
}
