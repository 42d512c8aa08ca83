/*
 * uji-dokumen.c - printed documents, looked at with the tools a reader has:
 * what stands on which page, what a phone reads, what must be refused.
 * Signatures are in uji-dokumen-tanda.c.
 */
#include "dokumen/fonts.h"
#include "dokumen/pdf.h"
#include "dokumen/susun.h"
#include "dokumen/tata-letak.h"
#include "uji-dokumen-bantu.h"

#include <malloc.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define N(a) (sizeof(a) / sizeof((a)[0]))

static const char *const sheets[] = { "bast", "surat-balasan", "surat-selesai",
				      "berita-acara-pemusnahan",
				      "bast-kembali" };

static struct blob susun(struct arena *a, xmlDocPtr doc, const char *sheet)
{
	char *path = sumber(a, arena_printf(a, "xslt/dokumen/%s.xsl", sheet));
	struct blob pdf;

	assert_int_equal(dokumen_susun(a, doc, path, SAAT, &pdf), OK);
	return pdf;
}

static struct blob tata(struct arena *a, const char *text)
{
	struct blob pdf;

	assert_int_equal(tata_letak_pdf(a, xml(a, text), SAAT, &pdf), OK);
	return pdf;
}

static enum err galat(struct arena *a, const char *text)
{
	struct blob pdf;

	return tata_letak_pdf(a, xml(a, text), SAAT, &pdf);
}

/* text with all white space folded, as lines break anywhere. */
static char *lipat(struct arena *a, const char *text)
{
	return text_fold(a, text);
}

/* What stands on a page in the order of drawing, without white space. */
static char *padat(struct arena *a, struct blob pdf, unsigned page)
{
	char *path = berkas(a, "padat.pdf"), *text, *from, *to;
	const char *n = arena_printf(a, "%u", page);
	const char *const argv[] = { "pdftotext", "-raw", "-f", n,   "-l",
				     n,           path,   "-",  NULL };

	tulis(path, pdf.p, pdf.n);
	text = jalankan(a, argv, NULL);
	for (from = to = text; *from != '\0'; from++)
		if (strchr(" \n\f", *from) == NULL)
			*to++ = *from;
	*to = '\0';
	return text;
}

static void ada(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("\"%s\" is missing in:\n%s", part, text);
}

static void tiada(const char *text, const char *part)
{
	if (strstr(text, part) != NULL)
		fail_msg("\"%s\" must not be in:\n%s", part, text);
}

static int siap(void **state)
{
	*state = arena_new();
	return *state == NULL;
}

static int bersih(void **state)
{
	arena_free(*state);
	return 0;
}

/* U-14, P-15: a letter of one page with all that it must say. */
static void surat_satu_halaman(void **state)
{
	struct arena *a = *state;
	struct blob pdf = susun(a, contoh(a, 0, "berlaku"), "surat-balasan");
	char *text = lipat(a, teks_pdf(a, pdf, 0));

	assert_int_equal(jumlah_halaman(a, pdf), 1);
	ada(text, "DIREKTORAT JENDERAL");
	ada(text, "470/0123/Dukcapil");
	ada(text, "Jakarta, 9 Oktober 2019");
	ada(text, "Nomor 017/PNJ/IX/2019 tanggal 24 September 2019");
	ada(text, "PT Bank Contoh & Rakyat (Persero)");
	ada(text, "3 (tiga) keping");
	ada(text, "T00000069");
	ada(text, "Ir. Rahmat Santosa, M.Si.");
	ada(text, "NIP 19680317 199403 1 002");
	ada(text, "Halaman 1 dari 1");
	tiada(text, "KONSEP");
}

/* U-14: fonts are in the file, and it tells title, language and date. */
static void berkas_mandiri(void **state)
{
	struct arena *a = *state;
	struct blob pdf = susun(a, contoh(a, 0, "berlaku"), "bast");
	char *path = berkas(a, "huruf.pdf"), *text, *line;
	const char *const fonts[] = { "pdffonts", path, NULL };
	const char *const info[] = { "pdfinfo", path, NULL };
	struct blob catalog, value;
	struct pdf read;
	char lang[16];
	int n = 0;

	tulis(path, pdf.p, pdf.n);
	text = jalankan(a, fonts, NULL);
	for (line = strtok(text, "\n"); line != NULL;
	     line = strtok(NULL, "\n")) {
		if (strchr(line, '+') == NULL)
			continue;
		ada(line, " yes yes yes ");
		ada(line, "Liberation");
		n++;
	}
	assert_true(n >= 3);
	text = lipat(a, jalankan(a, info, NULL));
	ada(text, "Title: Berita Acara Serah Terima Nomor 470/0123/Dukcapil");
	ada(text, "Author: DIREKTORAT JENDERAL");
	ada(text, "2019");
	ada(text, "(A4)");
	assert_int_equal(pdf_open(a, pdf, &read), OK);
	assert_true(pdf_object(&read, read.root, &catalog));
	assert_true(pdf_get(catalog, "Lang", &value));
	assert_true(pdf_text(value, lang, sizeof(lang)));
	assert_string_equal(lang, "id-ID");
}

/* P-15: 250 cards, every one listed in order, the head on each page. */
static void bast_250_kartu(void **state)
{
	struct arena *a = *state;
	struct blob pdf = susun(a, contoh(a, 250, "berlaku"), "bast");
	unsigned pages = jumlah_halaman(a, pdf), page, next = 1, with = 0;

	assert_in_range(pages, 6, 10);
	for (page = 1; page <= pages; page++) {
		char *text = teks_pdf(a, pdf, page), *at = text;
		unsigned here = 0;

		ada(text, arena_printf(a, "Halaman %u dari %u", page, pages));
		while ((at = strstr(at, "KSG-")) != NULL) {
			char *row = arena_printf(
			    a, "KSG-%06u 04A1B2C3%08X PC%08u RDR-%07u", next,
			    next * 7919, 8100 + next, 500 + next);
			char *line = arena_strndup(a, at, strcspn(at, "\n"));

			assert_string_equal(lipat(a, line), row);
			next++;
			here++;
			at++;
		}
		if (here == 0)
			continue;
		with++;
		/* A head of several lines stands in pieces. */
		ada(text, "Nomor Seri");
		ada(text, "Kosong");
		ada(text, "SAM ID");
		ada(text, "PCID");
		assert_true(strstr(text, "Nomor Seri") < strstr(text, "KSG-"));
	}
	assert_int_equal(next, 251);
	assert_true(with >= 5);
	ada(lipat(a, teks_pdf(a, pdf, 0)),
	    "Jumlah seluruhnya: 250 (dua ratus lima puluh) keping.");
}

/* P-15, U-17: the code is read from the page at 150 dpi. */
static void qr_terbaca(void **state)
{
	struct arena *a = *state;
	struct blob pdf;
	size_t i;

	for (i = 0; i < N(sheets); i++) {
		pdf = susun(a, contoh(a, 0, "berlaku"), sheets[i]);
		assert_string_equal(baca_qr(a, pdf),
				    "https://si-filma.contoh.go.id/verifikasi/"
				    "7Qh2mXw9RkTz4bVnYcLd8s\n");
	}
}

/* A draft looks different on every page, has no number and no code. */
static void konsep_tanpa_qr(void **state)
{
	struct arena *a = *state;
	struct blob pdf;
	unsigned page;
	size_t i;

	for (i = 0; i < N(sheets); i++) {
		pdf = susun(a, contoh(a, i == 0 ? 60 : 0, "draf"), sheets[i]);
		assert_string_equal(baca_qr(a, pdf), "");
		for (page = 1; page <= jumlah_halaman(a, pdf); page++) {
			char *text = teks_pdf(a, pdf, page);

			ada(text, "KONSEP — dokumen ini belum");
			/* The watermark is what is drawn first. */
			assert_memory_equal(padat(a, pdf, page), "KONSEP", 6);
			tiada(text, "verifikasi/");
		}
	}
	/* Even a layout that asks for one gets none. */
	pdf = tata(a, "<tata-letak draf='ya' tanda-air='KONSEP'>"
		      "<qr isi='https://contoh.go.id/x'/></tata-letak>");
	assert_string_equal(baca_qr(a, pdf), "");
	pdf = tata(a, "<tata-letak draf='tidak' tanda-air='KONSEP'>"
		      "<qr isi='https://contoh.go.id/x'/></tata-letak>");
	assert_string_equal(baca_qr(a, pdf), "https://contoh.go.id/x\n");
	tiada(teks_pdf(a, pdf, 0), "KONSEP");
}

/* Long text and long words stay between the margins, and none is lost. */
static void teks_panjang_melipat(void **state)
{
	struct arena *a = *state;
	struct buf b = { .a = a };
	char *path = berkas(a, "panjang.pdf"), *out, *at;
	const char *const argv[] = { "pdftotext", "-bbox", path, "-", NULL };
	struct blob pdf;
	int i, n = 0;

	buf_text(&b, "<tata-letak><paragraf rata='penuh'>");
	for (i = 0; i < 1500; i++)
		buf_printf(&b, "kata%04d ", i);
	buf_text(&b, "</paragraf><tabel><kolom lebar='10'/><kolom lebar='90'/>"
		     "<baris><sel>");
	for (i = 0; i < 100; i++)
		buf_char(&b, 'W');
	buf_text(&b, "</sel><sel>");
	for (i = 0; i < 400; i++)
		buf_char(&b, 'M');
	buf_text(&b, "</sel></baris></tabel></tata-letak>");
	pdf = tata(a, b.p);
	assert_true(jumlah_halaman(a, pdf) >= 3);
	tulis(path, pdf.p, pdf.n);
	out = jalankan(a, argv, NULL);
	for (at = out; (at = strstr(at, "xMin=\"")) != NULL; at++) {
		double left = strtod(at + 6, NULL);
		double right = strtod(strstr(at, "xMax=\"") + 6, NULL);

		assert_true(left > 69 && right < 540);
		n++;
	}
	assert_true(n >= 1500);
	at = out;
	for (i = 0; i < 1500; i++) {
		at = strstr(at, arena_printf(a, ">kata%04d<", i));
		assert_non_null(at);
	}
	n = 0;
	for (at = teks_pdf(a, pdf, 0); *at != '\0'; at++)
		n += (*at == 'W' || *at == 'M');
	assert_int_equal(n, 500);
}

static void huruf_khusus(void **state)
{
	struct arena *a = *state;
	char *text =
	    teks_pdf(a,
		     tata(a, "<tata-letak judul='&lt;A&gt; (é) \\ 😀'><paragraf>"
			     "Maju &amp; Jaya &lt;Tbk&gt; “café” Ωμέγα 😀 "
			     "it's 5 > 3</paragraf></tata-letak>"),
		     0);

	ada(text, "Maju & Jaya <Tbk> “café” Ωμέγα 😀 it's 5 > 3");
}

/* A row is never split, and blocks in <utuh> stay together. */
static void tidak_dibelah(void **state)
{
	struct arena *a = *state;
	struct buf b = { .a = a };
	unsigned page, pages, rows = 0, i;
	struct blob pdf;

	buf_text(&b, "<tata-letak><tabel><kolom lebar='20'/><kolom/>"
		     "<kepala><sel>KEPALA</sel><sel>ISI</sel></kepala>");
	for (i = 0; i < 40; i++)
		buf_printf(&b,
			   "<baris><sel>awal%02u</sel><sel>a<baris-baru/>b"
			   "<baris-baru/>c<baris-baru/>akhir%02u</sel>"
			   "</baris>",
			   i, i);
	buf_text(&b, "</tabel>");
	for (i = 0; i < 40; i++)
		buf_printf(&b,
			   "<utuh><paragraf>mula%02u</paragraf><jarak "
			   "tinggi='30'/><paragraf>tutup%02u</paragraf>"
			   "</utuh>",
			   i, i);
	buf_text(&b, "</tata-letak>");
	pdf = tata(a, b.p);
	pages = jumlah_halaman(a, pdf);
	for (page = 1; page <= pages; page++) {
		char *text = teks_pdf(a, pdf, page);

		for (i = 0; i < 40; i++) {
			bool row = strstr(text, arena_printf(a, "awal%02u",
							     i)) != NULL;

			rows += row;
			if (row) {
				ada(text, "KEPALA");
				ada(text, arena_printf(a, "akhir%02u", i));
			}
			if (strstr(text, arena_printf(a, "mula%02u", i)))
				ada(text, arena_printf(a, "tutup%02u", i));
		}
	}
	assert_int_equal(rows, 40);
	assert_true(pages >= 8);
}

static void terbilang(void **state)
{
	static const struct {
		const char *angka, *kata;
	} kasus[] = {
		{ "0", "nol" },
		{ "1", "satu" },
		{ "10", "sepuluh" },
		{ "11", "sebelas" },
		{ "12", "dua belas" },
		{ "19", "sembilan belas" },
		{ "20", "dua puluh" },
		{ "21", "dua puluh satu" },
		{ "100", "seratus" },
		{ "101", "seratus satu" },
		{ "111", "seratus sebelas" },
		{ "250", "dua ratus lima puluh" },
		{ "999", "sembilan ratus sembilan puluh sembilan" },
		{ "1000", "seribu" },
		{ "1001", "seribu satu" },
		{ "1100", "seribu seratus" },
		{ "2019", "dua ribu sembilan belas" },
		{ "10000", "sepuluh ribu" },
		{ "11011", "sebelas ribu sebelas" },
		{ "100000", "seratus ribu" },
		{ "101001", "seratus satu ribu satu" },
		{ "1000000", "satu juta" },
		{ "12345678", "dua belas juta tiga ratus empat puluh lima "
			      "ribu enam ratus tujuh puluh delapan" },
	};
	struct arena *a = *state;
	size_t i;

	for (i = 0; i < N(kasus); i++) {
		xmlDocPtr doc = contoh(a, 0, "berlaku");
		xmlNode *n = xmlDocGetRootElement(doc)->children;
		char *text;

		while (strcmp((const char *)n->name, "proses") != 0)
			n = n->next;
		xmlSetProp(n, BAD_CAST "jumlah", BAD_CAST kasus[i].angka);
		text = teks_pdf(a, susun(a, doc, "surat-selesai"), 0);
		ada(lipat(a, text),
		    arena_printf(a, ": %s (%s) keping", kasus[i].angka,
				 kasus[i].kata));
	}
}

/* Every month and weekday, and days that are none. */
static void tanggal_dalam_kata(void **state)
{
	static const struct {
		const char *iso, *kata;
	} kasus[] = {
		{ "2019-10-09", "Rabu, tanggal sembilan bulan Oktober tahun "
				"dua ribu sembilan belas (09-10-2019)" },
		{ "2024-02-29", "Kamis, tanggal dua puluh sembilan bulan "
				"Februari tahun dua ribu dua puluh empat "
				"(29-02-2024)" },
		{ "2023-01-01", "Minggu, tanggal satu bulan Januari tahun "
				"dua ribu dua puluh tiga (01-01-2023)" },
		{ "2026-11-30", "Senin, tanggal tiga puluh bulan November "
				"tahun dua ribu dua puluh enam "
				"(30-11-2026)" },
		{ "2025-03-11", "Selasa, tanggal sebelas bulan Maret" },
		{ "2025-04-18", "Jumat, tanggal delapan belas bulan April" },
		{ "2025-05-10", "Sabtu, tanggal sepuluh bulan Mei" },
		{ "2025-06-20", "Jumat, tanggal dua puluh bulan Juni" },
		{ "2025-07-31", "Kamis, tanggal tiga puluh satu bulan Juli" },
		{ "2025-08-17", "Minggu, tanggal tujuh belas bulan Agustus" },
		{ "2025-09-05", "Jumat, tanggal lima bulan September" },
		{ "2025-12-25", "Kamis, tanggal dua puluh lima bulan "
				"Desember" },
	};
	static const char *const salah[] = {
		"",           "2019-02-29",  "2019-13-01",
		"09-10-2019", "2019-10-09x", "kemarin"
	};
	struct arena *a = *state;
	char *path = sumber(a, "xslt/dokumen/bast.xsl");
	struct blob pdf;
	xmlDocPtr doc;
	size_t i;

	for (i = 0; i < N(kasus); i++) {
		doc = contoh(a, 0, "berlaku");
		xmlSetProp(xmlDocGetRootElement(doc), BAD_CAST "tanggal",
			   BAD_CAST kasus[i].iso);
		ada(lipat(a, teks_pdf(a, susun(a, doc, "bast"), 0)),
		    kasus[i].kata);
	}
	for (i = 0; i < N(salah); i++) {
		doc = contoh(a, 0, "berlaku");
		xmlSetProp(xmlDocGetRootElement(doc), BAD_CAST "tanggal",
			   BAD_CAST salah[i]);
		assert_int_equal(dokumen_susun(a, doc, path, SAAT, &pdf),
				 ERR_INPUT);
	}
}

/* P-14: the destruction protocol names its cards, the way, the witnesses. */
static void pemusnahan(void **state)
{
	struct arena *a = *state;
	char *text = lipat(a, teks_pdf(a,
				       susun(a, contoh(a, 0, "berlaku"),
					     "berita-acara-pemusnahan"),
				       0));

	ada(text, "2 (dua) keping");
	ada(text, "dihancurkan dengan mesin penghancur");
	ada(text, "1 KSG-2019-000004 Rusak Chip retak");
	ada(text, "2 KSG-2019-000005 Terkunci Tiga kali salah kunci");
	ada(text, "Siti Aminah, S.Kom.");
	ada(text, "Bambang Prakoso");
	ada(text, "Ruang Personalisasi, Lantai 3");
}

/* the protocol of a return names who gives back, why, and its cards. */
static void pengembalian(void **state)
{
	struct arena *a = *state;
	struct blob pdf = susun(a, contoh(a, 0, "berlaku"), "bast-kembali");
	char *text = lipat(a, teks_pdf(a, pdf, 0));

	assert_int_equal(jumlah_halaman(a, pdf), 1);
	ada(text, "PENGEMBALIAN KARTU SAM");
	ada(text, "PT Bank Contoh & Rakyat (Persero) (kode 030848)");
	ada(text, "Ratna Puspita, Kepala Divisi Layanan");
	ada(text, "tempat layanan ditutup");
	ada(text, "3 (tiga) keping");
	ada(text, "3 KSG-2019-000003");
	/* Nobody signs for the ministry: it is sealed. */
	tiada(text, "Rahmat");
	tiada(text, "Ditandatangani secara elektronik");
}

/* A draft may know neither official nor representative: dots, no crash. */
static void konsep_belum_lengkap(void **state)
{
	static const char *const isi =
	    "<dokumen jenis='bast' status='draf' tanggal='2026-11-22' "
	    "kota='Jakarta'><kop lambang='ya'><instansi/><kantor>Direktorat "
	    "Jenderal Contoh Sekali</kantor></kop><pihak-pertama/>"
	    "<pihak-kedua/><proses tiket='T00000001' jumlah='1'/>"
	    "<kartu seri-kosong='A1' sam-id='B2' pcid='C3' seri-mesin='D4'/>"
	    "<kartu-rusak seri-kosong='A9' keadaan='batal'/></dokumen>";
	struct arena *a = *state;
	size_t i;

	for (i = 0; i < N(sheets); i++) {
		char *text =
		    lipat(a, teks_pdf(a, susun(a, xml(a, isi), sheets[i]), 0));

		ada(text, "DIREKTORAT JENDERAL CONTOH SEKALI");
		ada(text, "………………………");
	}
}

static void tata_letak_salah(void **state)
{
	struct arena *a = *state;
	struct buf b = { .a = a };
	int i;

	assert_int_equal(galat(a, "<halaman/>"), ERR_INTERNAL);
	assert_int_equal(galat(a, "<tata-letak><gambar/></tata-letak>"),
			 ERR_INTERNAL);
	assert_int_equal(galat(a, "<tata-letak><paragraf><x/></paragraf>"
				  "</tata-letak>"),
			 ERR_INTERNAL);
	assert_int_equal(galat(a, "<tata-letak><qr/></tata-letak>"),
			 ERR_INTERNAL);
	/* More cells than columns. */
	assert_int_equal(galat(a, "<tata-letak><tabel><kolom/><baris><sel/>"
				  "<sel/></baris></tabel></tata-letak>"),
			 ERR_INTERNAL);
	buf_text(&b, "<tata-letak><qr isi='");
	for (i = 0; i < 2400; i++)
		buf_char(&b, 'a');
	buf_text(&b, "'/></tata-letak>");
	assert_int_equal(galat(a, b.p), ERR_INTERNAL);
	/* A row higher than a page would be cut: refused instead. */
	b.n = 0;
	buf_text(&b, "<tata-letak><tabel><kolom/><baris><sel>");
	for (i = 0; i < 200; i++)
		buf_text(&b, "a<baris-baru/>");
	buf_text(&b, "</sel></baris></tabel></tata-letak>");
	assert_int_equal(galat(a, b.p), ERR_INTERNAL);
	/* An empty document is a page. */
	assert_int_equal(galat(a, "<tata-letak/>"), OK);
}

/* Stylesheets may not read what lies about. */
static void lembar_gaya_dikurung(void **state)
{
	struct arena *a = *state;
	char *secret = berkas(a, "rahasia.xml"), *sheet = berkas(a, "x.xsl");
	char *text;
	struct blob pdf;
	enum err err;

	tulis(secret, "<r>RAHASIA</r>", 14);
	text =
	    arena_printf(a,
			 "<xsl:stylesheet version='1.0' "
			 "xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
			 "<xsl:template match='/'><tata-letak><paragraf>isi "
			 "<xsl:value-of select=\"document('%s')\"/></paragraf>"
			 "</tata-letak></xsl:template></xsl:stylesheet>",
			 secret);
	tulis(sheet, text, strlen(text));
	err = dokumen_susun(a, xml(a, "<dokumen/>"), sheet, SAAT, &pdf);
	if (err == OK)
		tiada(teks_pdf(a, pdf, 0), "RAHASIA");
	else
		assert_int_equal(err, ERR_INTERNAL);
	assert_int_equal(dokumen_susun(a, xml(a, "<dokumen/>"),
				       berkas(a, "tiada.xsl"), SAAT, &pdf),
			 ERR_INTERNAL);
}

static void hasil_tetap(void **state)
{
	struct arena *a = *state;
	struct blob one = susun(a, contoh(a, 20, "berlaku"), "bast");
	struct blob two = susun(a, contoh(a, 20, "berlaku"), "bast");

	assert_int_equal(one.n, two.n);
	assert_memory_equal(one.p, two.p, one.n);
}

/* A process makes documents for months: nothing may pile up. */
static void memori_tetap(void **state)
{
	struct arena *a = arena_new();
	size_t before = 0, after;
	int i;

	(void)state;
	for (i = 0; i < 300; i++) {
		if (i == 100)
			before = mallinfo2().uordblks;
		susun(a, contoh(a, 10, i % 2 ? "draf" : "berlaku"),
		      sheets[i % N(sheets)]);
		arena_reset(a);
	}
	after = mallinfo2().uordblks;
	arena_free(a);
	if (after > before + 64 * 1024)
		fail_msg("200 documents left %zu bytes behind", after - before);
}

/* Memory that runs out in the middle is told, and loses nothing. */
static void memori_habis(void **state)
{
	static struct arena *a;
	static size_t limit;
	static int full, done;
	char *path = sumber(*state, "xslt/dokumen/bast.xsl");
	size_t before, after;
	struct blob pdf;
	jmp_buf where;

	a = arena_new();
	full = done = 0;
	before = 0;
	for (limit = 1000; limit < 600000; limit += 7919) {
		arena_limit(a, 0);
		arena_on_full(a, &where);
		if (setjmp(where) == 0) {
			xmlDocPtr doc = contoh(a, 10, "berlaku");

			arena_limit(a, arena_used(a) + limit);
			if (dokumen_susun(a, doc, path, SAAT, &pdf) == OK)
				done++;
		} else {
			full++;
		}
		arena_reset(a);
		if (before == 0)
			before = mallinfo2().uordblks;
	}
	after = mallinfo2().uordblks;
	arena_free(a);
	assert_true(full > 10);
	assert_true(done > 5);
	assert_true(after < before + 128 * 1024);
}

int main(void)
{
#define UJI(f) cmocka_unit_test_setup_teardown(f, siap, bersih)
	const struct CMUnitTest tests[] = {
		UJI(surat_satu_halaman), UJI(berkas_mandiri),
		UJI(bast_250_kartu),     UJI(qr_terbaca),
		UJI(konsep_tanpa_qr),    UJI(teks_panjang_melipat),
		UJI(huruf_khusus),       UJI(tidak_dibelah),
		UJI(terbilang),          UJI(tanggal_dalam_kata),
		UJI(pemusnahan),         UJI(pengembalian),
		UJI(konsep_belum_lengkap), UJI(tata_letak_salah),
		UJI(lembar_gaya_dikurung), UJI(hasil_tetap),
		UJI(memori_tetap),       UJI(memori_habis),
	};

	return cmocka_run_group_tests(tests, buat_folder, hapus_folder);
}
