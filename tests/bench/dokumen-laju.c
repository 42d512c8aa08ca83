/*
 * dokumen-laju.c - documents per second of one core, for `make bench`.
 *
 *	dokumen-laju qr|bast SECONDS CARDS XSLT KEY CA
 *
 * Prints how many were made in a second of this process's own time: QR codes
 * painted as vector paths, or protocols of so many cards from their XML to
 * the verified signature.  No part of the suite.
 */
#include "dokumen/qr.h"
#include "dokumen/susun.h"
#include "dokumen/tanda-tangan.h"
#include "lib/crypto.h"
#include "lib/text.h"
#include "lib/view.h"
#include "lib/xsl.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct kerja {
	const char *xslt, *kunci, *ca;
	int kartu;
};

static double detik(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static elem *tambah(elem *root, const char *nama, const char *orang)
{
	elem *e = el_add(root, nama);

	el_attr(e, "nama", orang);
	el_attr(e, "jabatan", "Direktur Contoh");
	el_attr(e, "instansi", "Instansi Contoh");
	return e;
}

static enum err bast(struct arena *a, const struct kerja *k)
{
	struct view *v = view_new(a, "dokumen");
	elem *root = view_root(v), *e;
	struct tanda_tangan tt = { .kunci = k->kunci, .ca = k->ca,
				   .waktu = time(NULL) };
	struct blob pdf, hasil;
	enum err err;

	el_attr(root, "jenis", "bast");
	el_attr(root, "status", "berlaku");
	el_attr(root, "nomor", "470/1/BAST/Dukcapil/2026");
	el_attr(root, "tanggal", "2026-03-05");
	el_attr(root, "kota", "Jakarta");
	el_attr(root, "kode", "00112233445566778899aabbccddeeff");
	el_attr(root, "alamat-verifikasi",
		"https://sifilma.example.go.id/verifikasi/"
		"00112233445566778899aabbccddeeff");
	e = el_add(root, "kop");
	el_attr(e, "lambang", "ya");
	el_add_text(e, "instansi", "KEMENTERIAN CONTOH");
	el_add_text(e, "kantor", "DIREKTORAT JENDERAL CONTOH");
	el_add_text(e, "alamat", "Jalan Contoh Nomor 1, Jakarta");
	tambah(root, "pihak-pertama", "Budi Contoh");
	tambah(root, "pihak-kedua", "Dewi Contoh");
	tambah(root, "penandatangan", "Budi Contoh");
	e = el_add(root, "proses");
	el_attr(e, "tiket", "T00000001");
	el_attr(e, "judul", "Permintaan kartu SAM & pembaca");
	el_attr(e, "nomor-permintaan", "B.1/2026");
	el_attr(e, "tanggal-permintaan", "2026-01-20");
	el_attr(e, "tanggal-mulai", "2026-02-03");
	el_attr(e, "tanggal-selesai", "2026-02-04");
	el_attr(e, "fungsi", "R");
	el_int(e, "jumlah", k->kartu);
	el_int(e, "jumlah-gagal", 0);
	e = el_add(root, "lembaga");
	el_attr(e, "nama", "PT Bank Contoh & Rakyat");
	el_attr(e, "kode", "000001");
	el_attr(e, "alamat", "Jalan Contoh Nomor 2");
	e = el_add(root, "produsen");
	el_attr(e, "nama", "PT Pembaca Contoh");
	el_attr(e, "alamat", "Jalan Contoh Nomor 3");
	el_attr(e, "kota", "Bekasi");
	for (int i = 0; i < k->kartu; i++) {
		e = el_add(root, "kartu");
		el_attr(e, "seri-kosong", arena_printf(a, "KSG%08d", i));
		el_attr(e, "sam-id", arena_printf(a, "04A1B2C3%08X", i));
		el_attr(e, "pcid", arena_printf(a, "PC%08d", i));
		el_attr(e, "seri-mesin", arena_printf(a, "RDR%08d", i));
	}
	err = dokumen_susun(a, view_doc(v), k->xslt, tt.waktu, &pdf);
	return err == OK ? tanda_tangan_pdf(a, pdf, &tt, &hasil) : err;
}

static enum err kode(struct arena *a, cairo_t *cr, int i)
{
	struct qr *qr;
	enum err e = qr_make(a,
			     arena_printf(a, "https://sifilma.example.go.id/"
					     "verifikasi/%032x", i),
			     &qr);

	if (e == OK)
		qr_paint(cr, qr, 10, 10, 100);
	return e;
}

static cairo_status_t buang(void *ctx, const unsigned char *p, unsigned n)
{
	(void)ctx;
	(void)p;
	(void)n;
	return CAIRO_STATUS_SUCCESS;
}

int main(int argc, char **argv)
{
	bool qr = argc == 7 && strcmp(argv[1], "qr") == 0;
	struct arena *a = arena_new();
	cairo_surface_t *s;
	struct kerja k;
	double mulai, lama, batas;
	cairo_t *cr;
	int n = 0;
	enum err e = OK;

	if (argc != 7 || a == NULL || !crypto_start()) {
		fprintf(stderr, "usage: dokumen-laju qr|bast SECONDS CARDS "
				"XSLT KEY CA\n");
		return 2;
	}
	k = (struct kerja){ argv[4], argv[5], argv[6], atoi(argv[3]) };
	batas = strtod(argv[2], NULL);
	xsl_start(".");
	s = cairo_pdf_surface_create_for_stream(buang, NULL, 595, 842);
	cr = cairo_create(s);
	/* Not the first: it compiles the stylesheet and finds the fonts. */
	if (!qr)
		e = bast(a, &k);
	mulai = detik();
	do {
		arena_reset(a);
		e = qr ? kode(a, cr, n) : bast(a, &k);
		if (qr)
			cairo_show_page(cr);
		n++;
		lama = detik() - mulai;
	} while (e == OK && lama < batas);
	cairo_destroy(cr);
	cairo_surface_destroy(s);
	arena_free(a);
	if (e != OK) {
		fprintf(stderr, "dokumen-laju: error %d\n", e);
		return EXIT_FAILURE;
	}
	printf("%.1f\n", n / lama);
	return EXIT_SUCCESS;
}
