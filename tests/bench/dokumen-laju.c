/*
 * dokumen-laju.c - documents per second of one core, for `make bench`.
 *
 *	dokumen-laju qr|bast|manifes SECONDS CARDS XSLT KEY CA
 *
 * Prints how many were made in a second of this process's own time: QR codes
 * painted as vector paths, protocols of so many cards from their XML to the
 * verified signature, or manifests likewise (with what SIFILMA_KONFIG names).
 * No part of the suite.
 */
#include "dokumen/manifes.h"
#include "dokumen/qr-lukis.h"
#include "dokumen/qr.h"
#include "dokumen/susun.h"
#include "dokumen/tanda-tangan.h"
#include "lib/config.h"
#include "lib/crypto.h"
#include "lib/form.h"
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
	cairo_t *cr;
	struct db *db; /* for its arena alone: it never connects */
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

static enum err bast(struct arena *a, const struct kerja *k, int ke)
{
	struct view *v = view_new(a, "dokumen");
	elem *root = view_root(v), *e;
	struct tanda_tangan tt = { .kunci = k->kunci,
				   .ca = k->ca,
				   .waktu = time(NULL) };
	struct blob pdf, hasil;
	enum err err;

	(void)ke;
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

static enum err kode(struct arena *a, const struct kerja *k, int i)
{
	struct qr *qr;
	enum err e = qr_make(a,
			     arena_printf(a,
					  "https://sifilma.example.go.id/"
					  "verifikasi/%032x",
					  i),
			     &qr);

	if (e == OK)
		qr_paint(k->cr, qr, 10, 10, 100);
	cairo_show_page(k->cr);
	return e;
}

static enum err manifes(struct arena *a, const struct kerja *k, int i)
{
	const struct manifes m = {
		.kode = arena_printf(a, "%032x", i),
		.pendahulu = arena_printf(a, "%032x", i + 1),
		.sam_id = arena_printf(a, "30154B01%08X", i),
		.pcid = arena_printf(a, "PC%08d", i),
		.seri_kartu = arena_printf(a, "KSG%08d", i),
		.seri_mesin = arena_printf(a, "RDR%08d", i),
		.fungsi = "R",
		.lembaga_kode = "030848",
		.lembaga = "PT Bank Contoh & Rakyat",
		.outlet = "Kantor Cabang Contoh",
		.alamat = "Jalan Contoh Nomor 2, Bandung",
		.wilayah_kode = "3273051003",
		.lintang = "-6.914744",
		.bujur = "107.609810",
		.perjanjian_nomor = "119/1/Contoh/2026",
		.perjanjian_berakhir = "2027-12-31",
		.berlaku_dari = "2026-03-05",
		.berlaku_sampai = "2027-12-31",
		.diterbitkan = "2026-03-05 03:57:00.000",
		.status = "berlaku",
	};
	struct blob xml;

	return manifes_tulis(k->db, &m, &xml);
}

static const struct {
	const char *nama;
	enum err (*buat)(struct arena *a, const struct kerja *k, int i);
} pekerjaan[] = {
	{ "qr", kode },
	{ "bast", bast },
	{ "manifes", manifes },
};

static cairo_status_t buang(void *ctx, const unsigned char *p, unsigned n)
{
	(void)ctx;
	(void)p;
	(void)n;
	return CAIRO_STATUS_SUCCESS;
}

int main(int argc, char **argv)
{
	enum err (*buat)(struct arena *, const struct kerja *, int) = NULL;
	struct arena *a = arena_new();
	cairo_surface_t *s;
	struct kerja k;
	double mulai, lama, batas;
	int n = 0;
	enum err e;

	for (size_t i = 0; argc == 7 && i < COUNT(pekerjaan); i++)
		if (strcmp(argv[1], pekerjaan[i].nama) == 0)
			buat = pekerjaan[i].buat;
	if (buat == NULL || a == NULL || !crypto_start() || !config_load()) {
		fprintf(stderr, "usage: dokumen-laju qr|bast|manifes SECONDS "
				"CARDS XSLT KEY CA\n");
		return 2;
	}
	k = (struct kerja){ .xslt = argv[4],
			    .kunci = argv[5],
			    .ca = argv[6],
			    .kartu = atoi(argv[3]),
			    .db = db_new_as("-", "-", "-", "-") };
	if (k.db == NULL)
		return 2;
	db_use_arena(k.db, a);
	batas = strtod(argv[2], NULL);
	xsl_start(".");
	s = cairo_pdf_surface_create_for_stream(buang, NULL, 595, 842);
	k.cr = cairo_create(s);
	/* Not the first: it compiles the stylesheet and finds the fonts. */
	e = buat(a, &k, 0);
	mulai = detik();
	do {
		arena_reset(a);
		if (e == OK)
			e = buat(a, &k, n);
		n++;
		lama = detik() - mulai;
	} while (e == OK && lama < batas);
	cairo_destroy(k.cr);
	cairo_surface_destroy(s);
	db_free(k.db);
	arena_free(a);
	if (e != OK) {
		fprintf(stderr, "dokumen-laju: error %d\n", e);
		return EXIT_FAILURE;
	}
	printf("%.1f\n", n / lama);
	return EXIT_SUCCESS;
}
