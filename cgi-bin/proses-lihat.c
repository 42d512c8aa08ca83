/*
 * proses-lihat.c - program proses: the detail page of a ticket with steps,
 * timeline and documents (P-13, P-17, P-18).
 */
#include "proses-halaman.h"
#include "linimasa-halaman.h"
#include "lib/clock.h"
#include "model/berkas.h"
#include "model/jadwal.h"
#include "model/langkah.h"
#include "model/pengaturan.h"
#include "model/serah-terima.h"

#include <string.h>

static hari_t lokal(const char *utc)
{
	hari_t h = HARI_TAK_ADA;

	if (utc != NULL)
		hari_lokal(utc, (enum zona)clock_zone_hours(), &h);
	return h;
}

static hari_t tanggal(const char *s)
{
	hari_t h = HARI_TAK_ADA;

	hari_baca(s, &h);
	return h;
}

/* When a cancelled case ended; HARI_TAK_ADA for another. */
static hari_t berakhir(const struct proses *p, const struct peristiwa *w,
		       size_t n)
{
	for (size_t i = n; strcmp(p->status, "batal") == 0 && i > 0; i--)
		if (w[i - 1].ke != NULL && strcmp(w[i - 1].ke, "batal") == 0)
			return lokal(w[i - 1].waktu);
	return HARI_TAK_ADA;
}

static void tambah_langkah(struct req *r, const struct libur *libur,
			   const hari_t batas[BATAS_N], bool berhenti)
{
	static const char *const nama[LANGKAH_N] = {
		"norma_surat", "norma_disposisi", "norma_personalisasi",
		"norma_dokumen", "norma_serah_terima"
	};
	static const char *const keadaan[] = { "menunggu", "berjalan",
					       "selesai" };
	struct langkah_hasil hasil[LANGKAH_N];
	struct norma norma[LANGKAH_N];
	char teks[HARI_TEKS];
	elem *e = el_add(r->page, "langkah");

	for (int i = 0; i < LANGKAH_N; i++) {
		norma[i] = norma_bawaan[i];
		norma[i].terlama = (int32_t)pengaturan_angka(
		    r->db, nama[i], norma_bawaan[i].terlama);
		if (norma[i].tercepat > norma[i].terlama)
			norma[i].tercepat = norma[i].terlama;
	}
	langkah_hitung(libur, norma, batas, tanggal(clock_today(r->a)),
		       berhenti, hasil);
	for (int i = 0; i < LANGKAH_N; i++) {
		const struct langkah_hasil *h = &hasil[i];
		elem *x = el_add(e, "tahap");

		el_int(x, "nomor", i + 1);
		el_attr(x, "keadaan", keadaan[h->status]);
		el_int(x, "norma-min", norma[i].tercepat);
		el_int(x, "norma", norma[i].terlama);
		el_flag(x, "terlambat", h->terlambat);
		if (h->status == LANGKAH_BELUM)
			continue;
		el_int(x, "hari", h->terpakai);
		hari_tulis(h->dari, teks);
		el_attr(x, "mulai", teks);
		hari_tulis(h->sampai, teks);
		if (h->status == LANGKAH_SELESAI)
			el_attr(x, "selesai", teks);
	}
}

static void tambah_linimasa(struct req *r, const struct libur *libur,
			    const struct peristiwa *w, size_t n)
{
	elem *e = el_add(r->page, "linimasa");
	hari_t lalu = HARI_TAK_ADA;

	for (size_t i = 0; i < n; i++) {
		elem *x = halaman_peristiwa(r, e, &w[i]);
		hari_t h = lokal(w[i].waktu);

		if (i > 0)
			el_int(x, "hari", hari_kerja_antara(libur, lalu, h));
		lalu = h;
	}
}

/* Steps and timeline (P-13, P-18). */
static enum err tambah_perjalanan(struct req *r, const struct proses *p)
{
	hari_t batas[BATAS_N], henti;
	const char *tanda = NULL;
	struct libur libur;
	struct peristiwa *w;
	size_t n;
	enum err e = jadwal_libur(r->db, &libur);

	if (e == OK)
		e = proses_riwayat(r->db, p->permintaan_id, &w, &n);
	if (e == OK)
		e = proses_ditandatangani(r->db, p->id, &tanda);
	if (e != OK)
		return e;
	henti = berakhir(p, w, n);
	batas[BATAS_DIAJUKAN] = lokal(p->diajukan);
	batas[BATAS_AGENDA] = tanggal(p->agenda_tanggal);
	batas[BATAS_DISPOSISI] = tanggal(p->disposisi);
	batas[BATAS_TUNTAS] = lokal(p->tuntas);
	batas[BATAS_DOKUMEN] =
	    strcmp(proses_kelompok(p->status), "approved") == 0 ? lokal(tanda) :
								  HARI_TAK_ADA;
	batas[BATAS_DITERIMA] = lokal(p->diterima);
	tambah_langkah(r, &libur, batas, henti != HARI_TAK_ADA);
	tambah_linimasa(r, &libur, w, n);
	return OK;
}

static enum err tambah_dokumen(struct req *r, const struct proses *p)
{
	struct proses_dokumen *d;
	size_t n;
	enum err e = proses_dokumen(r->db, p->id, &d, &n);

	for (size_t i = 0; e == OK && i < n; i++) {
		elem *x = el_add(r->page, "dokumen");

		el_int(x, "id", d[i].id);
		el_attr(x, "jenis", d[i].jenis);
		el_attr(x, "nomor", d[i].nomor);
		el_attr(x, "status", d[i].status);
		el_time(r->a, x, "ditandatangani", d[i].ditandatangani);
	}
	return e;
}

static enum err tambah_jumlah(struct req *r, const struct proses *p,
			      int64_t *total)
{
	struct kartu_jumlah *j;
	size_t n;
	enum err e = kartu_hitung(r->db, p->permintaan_id, &j, &n, total);

	for (size_t i = 0; e == OK && i < n; i++) {
		elem *x = el_add(r->page, "jumlah-kartu");

		el_attr(x, "status", j[i].status);
		el_int(x, "jumlah", j[i].jumlah);
	}
	return e;
}

/* An identity number with all but its ends hidden: 3204**********01. */
static const char *samarkan(struct arena *a, const char *nomor)
{
	char *out = arena_strdup(a, nomor);
	size_t n = strlen(out);

	for (size_t i = n > 8 ? 4 : 1; i + 2 < n; i++)
		out[i] = '*';
	return out;
}

static enum err tambah_serah(struct req *r, const struct proses *p)
{
	struct serah_terima s;
	enum err e = serah_ambil(r->db, &r->who, p->id, &s);
	elem *x;

	if (e != OK)
		return e == ERR_NOT_FOUND ? OK : e;
	x = el_add(r->page, "serah-terima");
	el_attr(x, "nama", s.wakil_nama);
	el_attr(x, "identitas", samarkan(r->a, s.wakil_identitas));
	el_attr(x, "jabatan", s.wakil_jabatan);
	el_attr(x, "tanggal", s.tanggal);
	el_attr(x, "petugas", s.petugas);
	el_attr(x, "penerima", s.penerima);
	return OK;
}

enum err lihat(struct req *r)
{
	struct proses p;
	int64_t total;
	enum err e = halaman_tiket(r, &p);

	if (e == OK)
		e = tambah_perjalanan(r, &p);
	if (e == OK)
		e = tambah_dokumen(r, &p);
	if (e == OK)
		e = tambah_jumlah(r, &p, &total);
	if (e == OK)
		e = tambah_serah(r, &p);
	return e;
}

enum err berkas(struct req *r)
{
	struct proses p;
	struct berkas b;
	enum err e = halaman_ambil(r, &p);

	if (e == OK)
		e = berkas_ambil(r->db, p.berkas_id, &b);
	if (e == OK)
		req_send_stored(r, b.sha256, berkas_tipe(b.jenis), b.nama,
				false);
	return e;
}
