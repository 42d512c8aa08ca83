/*
 * isi-demo-riwayat.c - a year of invented requests, lived through day by day
 * with the clock moved and every step done by the model's own functions, so
 * that plan, totals, timelines and the audit log are what they would be.
 */
#include "isi-demo.h"
#include "../dokumen/terbit.h"
#include "../lib/clock.h"
#include "../lib/text.h"
#include "../model/dokumen.h"
#include "../model/hari-ini.h"
#include "../model/ics.h"
#include "../model/jadwal.h"
#include "../model/libur.h"
#include "../model/permintaan.h"
#include "../model/produksi.h"
#include "../model/proses.h"
#include "../model/serah-terima.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define KASUS_N 102
#define ANTREAN_N 6 /* of these, large and late: they fill the plan */
#define HARI_N 364

enum tahap {
	T_BUAT,
	T_KIRIM,
	T_PUTUS,
	T_PUTUS_LAGI, /* what Ditjen returned */
	T_DAFTAR,
	T_DISPOSISI,
	T_TERIMA,
	T_KERJA, /* production goes by the plan */
	T_TETAPKAN,
	T_TANDA_TANGAN,
	T_SERAH,
	T_DITERIMA,
	T_SELESAI,
};

struct kasus {
	enum tahap tahap;
	enum tahap berhenti; /* stays before this one, to be seen */
	hari_t kapan;	     /* the step is due */
	size_t peminta;
	size_t produsen;
	int64_t jumlah;
	int64_t permintaan;
	int64_t proses;
	hari_t agenda;
	unsigned nasib; /* a number that decides what becomes of it */
	bool dikembalikan;
};

static struct kasus kasus[KASUS_N];
static struct libur libur;
static unsigned benih = 20251122;
static unsigned seri_terakhir;
static unsigned sam_terakhir;

SQL(Q_PROSES, "SELECT id, permintaan_id, status FROM proses"
	      " WHERE status IN ('dokumen', 'tanda-tangan', 'siap-serah',"
	      " 'diserahkan')");
SQL(Q_RENCANA, "SELECT j.proses_id, j.jumlah, p.permintaan_id FROM jadwal j"
	       " JOIN proses p ON p.id = j.proses_id"
	       " WHERE j.tanggal = ? AND p.status IN ('antri', 'produksi')"
	       " ORDER BY p.tiket");
SQL(Q_KOSONG, "SELECT seri_kartu FROM kartu WHERE permintaan_id = ?"
	      " AND status = 'kosong' AND hidup = 1 ORDER BY urut LIMIT ?");
SQL(Q_CACAT, "SELECT id FROM kartu WHERE permintaan_id = ? AND hidup = 1"
	     " AND status IN ('gagal', 'rusak', 'terkunci')");
SQL(Q_TERBACA, "UPDATE notifikasi SET dibaca = dibuat WHERE dibuat < ?");
SQL(Q_DRAF, "SELECT id FROM dokumen WHERE proses_id = ? AND status = 'draf'"
	    " ORDER BY id");

static unsigned dadu(unsigned n)
{
	benih = benih * 1103515245u + 12345u;
	return (benih >> 8) % n;
}

static int tahun(hari_t h)
{
	char iso[HARI_TEKS];

	hari_tulis(h, iso);
	return atoi(iso); /* the digits before the first '-' */
}

/* ---- the steps ---- */

static enum err lihat(struct demo *d, const struct pelaku *p,
		      const struct kasus *k, struct permintaan *out)
{
	return permintaan_ambil(d->db, p, k->permintaan, out);
}

static enum err buat(struct demo *d, struct kasus *k, hari_t hari)
{
	static const char *const judul[] = {
		"Permintaan kartu SAM untuk pembaca KTP-el kantor cabang",
		"Permintaan kartu SAM untuk loket pelayanan",
		"Penambahan kartu SAM untuk pembaca KTP-el keliling",
		"Permintaan kartu SAM tahap lanjutan",
		"Penggantian pembaca KTP-el dan kartu SAM",
	};
	struct arena *a = db_arena(d->db);
	const struct pelaku *p = &d->peminta[k->peminta];
	int64_t nomor = k - kasus + 1;
	bool terpakai;
	struct upload *berkas;
	struct permintaan_isian in = {
		.nomor = arena_printf(a, "%03lld/SAM/%s/%d", (long long)nomor,
				      p->role == ROLE_DINAS ? "DKCS" : "LP",
				      tahun(hari)),
		.judul = judul[dadu(COUNT(judul))],
		.produsen_id = d->produsen[k->produsen].lembaga,
		.jumlah = k->jumlah,
		.fungsi = p->role == ROLE_DINAS && dadu(2) ? "RW" : "R",
		.catatan = dadu(3) ? NULL : "Mohon diproses sesuai urutan.",
	};
	enum err e = demo_surat(d, "Surat permintaan kartu SAM", in.judul, &berkas);

	in.surat = berkas;
	if (e == OK)
		e = permintaan_buat(d->db, p, &in, false, &k->permintaan,
				    &terpakai);
	k->tahap = T_KIRIM;
	return e;
}

static enum err kirim(struct demo *d, struct kasus *k)
{
	const struct pelaku *p = &d->peminta[k->peminta];
	struct permintaan_isian in = { 0 };
	struct permintaan r;
	bool terpakai;
	enum err e = lihat(d, p, k, &r);

	if (e != OK)
		return e;
	in.nomor = r.nomor;
	in.judul = r.judul;
	in.produsen_id = r.produsen_id;
	in.jumlah = r.jumlah;
	in.fungsi = r.fungsi;
	in.catatan = r.catatan;
	k->tahap = T_PUTUS;
	return permintaan_ubah(d->db, p, r.id, r.versi, &in, true, &terpakai);
}

static void isi_seri(struct arena *a, struct seri *s, int64_t n)
{
	s->a = a;
	s->baris = arena_array(a, (size_t)n, sizeof(*s->baris));
	s->n = s->cap = (size_t)n;
	for (int64_t i = 0; i < n; i++) {
		seri_terakhir++;
		s->baris[i].nomor = (size_t)i + 2;
		s->baris[i].kartu = arena_printf(a, "BC%08u", seri_terakhir);
		s->baris[i].mesin = arena_printf(a, "KTP%07u", seri_terakhir);
	}
}

static enum err setujui(struct demo *d, struct kasus *k,
			const struct permintaan *r)
{
	struct arena *a = db_arena(d->db);
	const struct pelaku *p = &d->produsen[k->produsen];
	struct persetujuan s = { .n_pesanan = 1 };
	struct seri seri = { 0 };
	struct upload *po, *pks;
	enum err e;

	if (k->dikembalikan) {
		struct pesanan lama[PESANAN_MAKS];
		size_t n;

		/* Sent again as it was, with the orders it had. */
		e = permintaan_pesanan(d->db, r, lama, &n);
		memcpy(s.pesanan, lama, sizeof(lama));
		s.n_pesanan = n;
		return e == OK ? permintaan_setujui(d->db, p, r->id, r->versi,
						    &s) :
				 e;
	}
	e = demo_surat(d, "Surat pesanan pembaca KTP-el", r->judul, &po);
	if (e == OK)
		e = demo_surat(d, "Salinan perjanjian kerja sama", r->lembaga, &pks);
	if (e != OK)
		return e;
	isi_seri(a, &seri, r->jumlah);
	s.seri = &seri;
	s.pks = pks;
	s.pesanan[0].dari = r->lembaga;
	s.pesanan[0].kepada = r->produsen;
	s.pesanan[0].nomor = arena_printf(a, "PO-%04lld",
					  (long long)(k - kasus + 1));
	s.pesanan[0].tanggal = clock_today(a);
	s.pesanan[0].jumlah = r->jumlah;
	s.pesanan[0].baru = po;
	return permintaan_setujui(d->db, p, r->id, r->versi, &s);
}

static enum err putus(struct demo *d, struct kasus *k)
{
	const struct pelaku *p = &d->produsen[k->produsen];
	struct permintaan r;
	enum err e = lihat(d, p, k, &r);

	if (e != OK)
		return e;
	k->tahap = T_SELESAI;
	if (k->nasib == 3)
		return permintaan_tolak(d->db, p, r.id, r.versi,
					"Jumlah mesin tidak sesuai dengan "
					"surat pesanan yang kami terima.");
	if (k->nasib == 7)
		return permintaan_tarik(d->db, &d->peminta[k->peminta], r.id,
					r.versi, "Pengadaan ditunda.");
	k->tahap = T_DAFTAR;
	return setujui(d, k, &r);
}

static enum err daftarkan(struct demo *d, struct kasus *k, hari_t hari)
{
	struct arena *a = db_arena(d->db);
	struct permintaan r;
	enum err e = lihat(d, &d->admin, k, &r);

	k->tahap = T_DISPOSISI;
	k->agenda = hari;
	return e != OK ? e :
			 permintaan_daftarkan(
				 d->db, &d->admin, r.id, r.versi,
				 arena_printf(a, "AG-%04lld/%d",
					      (long long)(k - kasus + 1),
					      tahun(hari)),
				 clock_today(a));
}

static enum err disposisikan(struct demo *d, struct kasus *k, hari_t hari)
{
	static const char *const jabatan[] = { "dirjen", "fpddk", "kasubdit" };
	struct arena *a = db_arena(d->db);
	struct disposisi ds[DISPOSISI_N];
	struct permintaan r;
	enum err e = lihat(d, &d->admin, k, &r);

	for (int i = 0; i < DISPOSISI_N; i++) {
		hari_t h = hari_kerja_tambah(&libur, k->agenda, i + 1);
		const char *iso = hari_teks(a, h < hari ? h : hari);

		ds[i] = (struct disposisi){ jabatan[i], iso,
					    "Untuk ditindaklanjuti." };
	}
	k->tahap = T_TERIMA;
	return e != OK ? e :
			 permintaan_catat_disposisi(d->db, &d->admin, r.id,
						    r.versi, ds);
}

static enum err terima(struct demo *d, struct kasus *k)
{
	struct permintaan r;
	enum err e = lihat(d, &d->admin, k, &r);

	if (e != OK)
		return e;
	if (k->nasib == 11 && !k->dikembalikan) {
		k->dikembalikan = true;
		k->tahap = T_PUTUS_LAGI;
		return permintaan_kembalikan(
			d->db, &d->admin, r.id, r.versi,
			"Salinan perjanjian kerja sama belum lengkap.");
	}
	/* Cancelled at once: on some calendars a small ticket is made within
	   the days that pass until another step. */
	k->tahap = k->nasib == 13 ? T_SELESAI : T_KERJA;
	e = permintaan_terima(d->db, &d->admin, r.id, r.versi, &k->proses);
	if (e == OK && k->nasib == 13)
		e = proses_batalkan(d->db, &d->admin, k->proses,
				    "Lembaga membatalkan pengadaan.");
	return e;
}

/* ---- production, by the plan ---- */

static enum err kerjakan(struct demo *d, int64_t proses, int64_t permintaan,
			 int64_t banyak)
{
	struct buf b = { .a = db_arena(d->db) };
	struct produksi_hasil hasil;
	struct tabel_galat galat;
	struct rows *r;
	enum err e = db_query(d->db, &r, &Q_KOSONG, permintaan, banyak);
	int fd;

	if (e != OK || db_count(r) == 0)
		return e;
	buf_text(&b, "seri_kartu;sam_id;pcid;status;keterangan\r\n");
	while (db_next(r)) {
		sam_terakhir++;
		if (dadu(70) == 0)
			buf_printf(&b, "%s;;;rusak;chip tidak menjawab\r\n",
				   db_text(r, 0));
		else
			buf_printf(&b, "%s;30154B01%08X;PC%010u;personal;\r\n",
				   db_text(r, 0), sam_terakhir, sam_terakhir);
	}
	fd = demo_berkas(&b);
	if (fd < 0)
		return ERR_DISK;
	e = produksi_impor(d->db, &d->admin, proses, fd, false, &hasil,
			   &galat);
	close(fd);
	return e;
}

/* Damaged cards get a new one in their place. */
static enum err gantikan(struct demo *d, int64_t proses, int64_t permintaan)
{
	struct arena *a = db_arena(d->db);
	struct kerjaan_galat galat;
	struct rows *r;
	enum err e = db_query(d->db, &r, &Q_CACAT, permintaan);

	while (e == OK && db_next(r)) {
		const char *seri = arena_printf(a, "BC%08u", ++seri_terakhir);
		struct kerjaan k = {
			.seri_kartu = seri,
			.sam_id = arena_printf(a, "30154B01%08X",
					       ++sam_terakhir),
			.pcid = arena_printf(a, "PC%010u", sam_terakhir),
		};

		e = produksi_ganti(d->db, &d->admin, proses, db_int(r, 0),
				   seri, &galat);
		if (e == OK)
			e = produksi_catat(d->db, &d->admin, proses, &k,
					   &galat);
	}
	return e;
}

static enum err hari_produksi(struct demo *d, const char *hari_ini)
{
	struct rows *r;
	enum err e = jadwal_susun(d->db, NULL);

	if (e == OK)
		e = db_query(d->db, &r, &Q_RENCANA, hari_ini);
	while (e == OK && db_next(r)) {
		e = kerjakan(d, db_int(r, 0), db_int(r, 2), db_int(r, 1));
		if (e == OK && dadu(5) != 0)
			e = gantikan(d, db_int(r, 0), db_int(r, 2));
	}
	return e;
}

/* ---- documents and handover ---- */

static enum err tetapkan(struct demo *d, struct kasus *k)
{
	struct rows *r;
	enum err e = db_query(d->db, &r, &Q_DRAF, k->proses);

	if (e == OK && db_next(r))
		e = dokumen_ajukan(d->db, &d->admin, db_int(r, 0),
				   d->pejabat.akun, true);
	k->tahap = T_TANDA_TANGAN;
	return e;
}

static enum err tanda_tangani(struct demo *d, struct kasus *k)
{
	struct rows *r;
	enum err e = db_query(d->db, &r, &Q_DRAF, k->proses);

	while (e == OK && db_next(r))
		e = dokumen_terbitkan(d->db, &d->pejabat, db_int(r, 0));
	k->tahap = T_SERAH;
	return e;
}

static enum err serahkan(struct demo *d, struct kasus *k)
{
	struct serah_terima s = {
		.wakil_nama = d->produsen[k->produsen].nama,
		.wakil_identitas = "ID-0001-CONTOH",
		.wakil_jabatan = "Manajer Pengiriman",
		.tanggal = clock_today(db_arena(d->db)),
	};

	k->tahap = T_DITERIMA;
	return serah_simpan(d->db, &d->admin, k->proses, &s);
}

/* ---- the year ---- */

static enum err selangkah(struct demo *d, struct kasus *k, hari_t hari)
{
	switch (k->tahap) {
	case T_BUAT:
		return buat(d, k, hari);
	case T_KIRIM:
		return kirim(d, k);
	case T_PUTUS:
	case T_PUTUS_LAGI:
		return putus(d, k);
	case T_DAFTAR:
		return daftarkan(d, k, hari);
	case T_DISPOSISI:
		return disposisikan(d, k, hari);
	case T_TERIMA:
		return terima(d, k);
	case T_TETAPKAN:
		return tetapkan(d, k);
	case T_TANDA_TANGAN:
		return tanda_tangani(d, k);
	case T_SERAH:
		return serahkan(d, k);
	case T_DITERIMA:
		k->tahap = T_SELESAI;
		return serah_terima_diterima(d->db, &d->produsen[k->produsen],
					     k->proses);
	case T_KERJA:
	case T_SELESAI:
		break;
	}
	return OK;
}

/* The days a step keeps a case waiting, within the norms now and then. */
static hari_t berikut(enum tahap t, hari_t hari)
{
	unsigned n = t == T_DISPOSISI ? 3 + dadu(2) :
		     t == T_PUTUS     ? 1 + dadu(3) :
					1 + dadu(2);

	return hari_kerja_tambah(&libur, hari, (int32_t)n);
}

/* Cases whose cards are done go on to their documents. */
static enum err kenali_tuntas(struct demo *d, hari_t hari)
{
	struct rows *r;
	enum err e = db_query(d->db, &r, &Q_PROSES);

	while (e == OK && db_next(r))
		for (size_t i = 0; i < KASUS_N; i++)
			if (kasus[i].permintaan == db_int(r, 1) &&
			    kasus[i].tahap == T_KERJA) {
				kasus[i].tahap = T_TETAPKAN;
				kasus[i].kapan = berikut(T_TETAPKAN, hari);
			}
	return e;
}

static enum err sehari(struct demo *d, hari_t hari)
{
	int menit = 0;
	enum err e = OK;

	for (size_t i = 0; e == OK && i < KASUS_N; i++) {
		struct kasus *k = &kasus[i];

		if (k->kapan > hari || k->tahap == k->berhenti ||
		    k->tahap == T_SELESAI || k->tahap == T_KERJA)
			continue;
		demo_jam(hari, menit += 3);
		e = selangkah(d, k, hari);
		k->kapan = berikut(k->tahap, hari);
		if (e != OK)
			fprintf(stderr, "isi-demo: request %zu, step %d: %s\n",
				i + 1, (int)k->tahap, err_code(e));
		arena_reset(db_arena(d->db));
	}
	demo_jam(hari, 400);
	if (e == OK)
		e = hari_produksi(d, clock_today(db_arena(d->db)));
	if (e == OK)
		e = kenali_tuntas(d, hari);
	if (e == OK && hari % 90 == 0)
		e = demo_musnahkan(d, false);
	return e;
}

/* A request that comes on a day and has a fate. */
static void rencanakan(size_t i, hari_t hari, int64_t jumlah, unsigned nasib,
		       enum tahap berhenti)
{
	struct kasus *k = &kasus[i];

	k->kapan = hari;
	k->peminta = (i * 5 + dadu(3)) % DEMO_PEMINTA;
	k->produsen = dadu(DEMO_PRODUSEN);
	k->jumlah = jumlah;
	k->nasib = nasib;
	k->berhenti = berhenti;
}

static void siapkan(hari_t awal)
{
	/* The last ones stay where they can be seen, one in every state. */
	static const enum tahap tinggal[] = {
		T_DITERIMA,  T_SERAH,	 T_TANDA_TANGAN, T_TETAPKAN,
		T_PUTUS_LAGI, T_TERIMA,	 T_TERIMA,	 T_DISPOSISI,
		T_DAFTAR,    T_DAFTAR,	 T_PUTUS,	 T_PUTUS,
		T_KIRIM,     T_KIRIM,
	};
	const size_t biasa = KASUS_N - ANTREAN_N - COUNT(tinggal);
	size_t i = 0;

	for (; i < biasa; i++)
		rencanakan(i, awal + (hari_t)(i * (HARI_N - 50) / biasa),
			   dadu(8) == 0 ? 250 + dadu(400) : 5 + dadu(90),
			   i == 5 ? 13 : dadu(12), T_SELESAI);
	for (size_t n = 0; n < COUNT(tinggal); n++, i++)
		rencanakan(i, awal + HARI_N - 48 + (hari_t)n * 3,
			   5 + dadu(40), tinggal[n] == T_PUTUS_LAGI ? 11 : 0,
			   tinggal[n]);
	for (; i < KASUS_N; i++)
		rencanakan(i, awal + HARI_N - 19, 180 + dadu(400), 0,
			   T_SELESAI);
}

enum err demo_riwayat(struct demo *d)
{
	struct arena *tetap = arena_new();
	struct arena *a = db_arena(d->db);
	enum err e;

	if (tetap == NULL)
		return ERR_BUSY;
	clock_shift(0);
	d->kini = hari_ini();
	db_use_arena(d->db, tetap);
	e = jadwal_libur(d->db, &libur);
	db_use_arena(d->db, a);
	d->libur = &libur;
	siapkan(d->kini - HARI_N);
	for (hari_t h = d->kini - HARI_N; e == OK && h < d->kini; h++) {
		if (hari_kerja(&libur, h))
			e = sehari(d, h);
		if (e == OK && hari_kerja(&libur, h))
			e = demo_aktivasi(d, h);
		arena_reset(a);
		if (e == OK && hari_kerja(&libur, h))
			e = demo_balikan(d, h);
		arena_reset(a);
	}
	clock_shift(0);
	if (e == OK)
		e = jadwal_susun(d->db, NULL);
	/* People read what they are told, mostly. */
	if (e == OK)
		e = db_exec(d->db, &Q_TERBACA, clock_now(a, -3 * CLOCK_DAY_MS));
	arena_free(tetap);
	return e;
}
