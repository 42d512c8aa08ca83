/*
 * permintaan-lihat.c - the detail page of a request, and the parts of it that
 * the forms show, too.
 */
#include "permintaan-halaman.h"
#include "linimasa-halaman.h"
#include "model/lembaga.h"
#include "model/proses.h"

/* Rows of the serial list shown on the detail page. */
#define CUPLIKAN 10

static void tambah_lampiran(elem *parent, const char *nama,
			    const struct lampiran *b)
{
	elem *e;

	if (b->id == 0)
		return;
	e = el_add(parent, nama);
	el_attr(e, "nama", b->nama);
	el_int(e, "bita", b->ukuran);
}

elem *halaman_permintaan(struct req *r, const struct permintaan *k)
{
	elem *e = el_add(r->page, "permintaan");
	char tiket[TIKET_TEKS];

	el_int(e, "id", k->id);
	el_int(e, "versi", k->versi);
	el_attr(e, "nomor", k->nomor);
	el_attr(e, "judul", k->judul);
	el_attr(e, "lembaga", k->lembaga);
	el_attr(e, "produsen", k->produsen);
	el_int(e, "produsen-id", k->produsen_id);
	el_int(e, "jumlah", k->jumlah);
	el_attr(e, "fungsi", k->fungsi);
	el_attr(e, "status", k->status);
	el_attr(e, "pembuat", k->pembuat);
	el_time(r->a, e, "dibuat", k->dibuat);
	el_time(r->a, e, "diajukan", k->diajukan);
	el_time(r->a, e, "diputus", k->diputus);
	el_time(r->a, e, "selesai", k->selesai);
	el_attr(e, "agenda-nomor", k->agenda_nomor);
	el_attr(e, "agenda-tanggal", k->agenda_tanggal);
	el_int(e, "kartu", k->kartu);
	if (k->proses_id != 0) {
		tiket_tulis(k->tiket, tiket);
		el_int(e, "proses", k->proses_id);
		el_attr(e, "tiket", tiket);
		/* The WhatsApp link of the frame names it. */
		el_attr(r->page, "tiket", tiket);
	}
	if (k->catatan != NULL)
		el_add_text(e, "catatan", k->catatan);
	if (k->alasan != NULL)
		el_add_text(e, "alasan", k->alasan);
	tambah_lampiran(e, "surat", &k->surat);
	tambah_lampiran(e, "pks", &k->pks);
	for (size_t i = 0; permintaan_aksi[i] != NULL; i++)
		if (permintaan_boleh(&r->who, k->status,
				     permintaan_aksi[i]))
			el_attr(el_add(e, "boleh"), "aksi", permintaan_aksi[i]);
	return e;
}

enum err halaman_pesanan(struct req *r, elem *e, const struct permintaan *k)
{
	struct pesanan p[PESANAN_MAKS];
	size_t n;
	enum err err = permintaan_pesanan(r->db, k, p, &n);

	for (size_t i = 0; err == OK && i < n; i++) {
		elem *x = el_add(e, "pesanan");

		el_int(x, "urut", (int64_t)i + 1);
		el_attr(x, "dari", p[i].dari);
		el_attr(x, "kepada", p[i].kepada);
		el_attr(x, "nomor", p[i].nomor);
		el_attr(x, "tanggal", p[i].tanggal);
		el_int(x, "jumlah", p[i].jumlah);
		tambah_lampiran(x, "berkas", &p[i].berkas);
	}
	return err;
}

enum err halaman_disposisi(struct req *r, elem *e, const struct permintaan *k)
{
	struct disposisi d[DISPOSISI_N];
	enum err err = permintaan_disposisi(r->db, k, d);

	for (size_t i = 0; err == OK && i < DISPOSISI_N; i++) {
		elem *x = el_add(e, "disposisi");

		el_attr(x, "jabatan", d[i].jabatan);
		el_attr(x, "tanggal", d[i].tanggal);
		el_attr(x, "catatan", d[i].catatan);
	}
	return err;
}

static enum err tambah_riwayat(struct req *r, const struct permintaan *k)
{
	struct peristiwa *p;
	size_t n;
	enum err e = permintaan_riwayat(r->db, k, &p, &n);

	if (e == OK)
		halaman_linimasa(r, p, n);
	return e;
}

void halaman_kartu(elem *e, const struct seri_kartu *k, size_t dari,
		   size_t sampai)
{
	for (size_t i = dari; i < sampai; i++) {
		elem *x = el_add(e, "kartu");

		el_int(x, "urut", k[i].urut);
		el_attr(x, "seri-kartu", k[i].kartu);
		el_attr(x, "seri-mesin", k[i].mesin);
		el_attr(x, "status", k[i].status);
	}
}

enum err lihat(struct req *r)
{
	struct permintaan k;
	struct seri_kartu *kartu;
	size_t n;
	elem *x;
	enum err e = permintaan_ambil(r->db, &r->who, req_id(r, "id"), &k);

	if (e != OK)
		return e;
	x = halaman_permintaan(r, &k);
	e = halaman_pesanan(r, x, &k);
	if (e == OK)
		e = halaman_disposisi(r, x, &k);
	if (e == OK && k.kartu > 0) {
		e = seri_daftar(r->db, k.id, 0, false, CUPLIKAN, &kartu, &n);
		if (e == OK)
			halaman_kartu(el_add(r->page, "cuplikan"), kartu, 0, n);
	}
	if (e == OK)
		e = tambah_riwayat(r, &k);
	return e;
}
