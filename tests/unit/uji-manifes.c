/*
 * uji-manifes.c - manifests and the revocation list: xmlsec1, xmllint and
 * zbarimg agree with what we make (A-05, A-06, A-07, A-12), no change goes
 * unnoticed, keys that must not be used are not; and, against a real server,
 * who follows whom, who may see what, and a list of 50 000.
 *
 * SIFILMA_KONFIG names the unit tests' configuration; the tests that need the
 * database are left out without one.
 */
#include "dokumen/cabutan.h"
#include "dokumen/manifes.h"
#include "dokumen/tanda-xml.h"
#include "lib/clock.h"
#include "lib/config.h"
#include "lib/crypto.h"
#include "lib/form.h"
#include "lib/text.h"
#include "lib/xsl.h"
#include "model/cabutan.h"
#include "model/verifikasi.h"
#include "uji-dokumen-bantu.h"
#include "uji-basis.h"
#include "uji-buang.h"

#include <libxml/parser.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

static const struct manifes teladan = {
	.kode = "0123456789abcdef0123456789abcdef",
	.pendahulu = "fedcba9876543210fedcba9876543210",
	.sam_id = "30154B0100001234",
	.pcid = "PC0001234",
	.seri_kartu = "KSG000001",
	.seri_mesin = "CR-2019-0147",
	.fungsi = "RW",
	.lembaga_kode = "030848",
	.lembaga = "PT \"Maju\" & Jaya <Café> Tbk",
	.outlet = "Cabang Braga",
	.alamat = "Jl. Braga No. 1",
	.wilayah_kode = "3273051003",
	.lintang = "-6.914744",
	.bujur = "107.609810",
	.perjanjian_nomor = "119/1234/Dukcapil",
	.perjanjian_berakhir = "2020-12-31",
	.berlaku_dari = "2019-10-09",
	.berlaku_sampai = "2020-12-31",
	.diterbitkan = "2019-10-09 03:57:00.000",
	.status = "berlaku",
};

/* ---- tools ---- */

static struct blob tulis_teladan(const struct manifes *m)
{
	struct blob xml = { NULL, 0 };

	assert_int_equal(manifes_tulis(db, m, &xml), OK);
	return xml;
}

static bool utuh(struct blob xml)
{
	bool baik = false;

	assert_int_equal(tanda_xml_periksa(arena, xml, &baik), OK);
	return baik;
}

/* xmlsec1's word on the bytes, with an option that names the certificate. */
static bool xmlsec1(struct blob xml, const char *opsi, const char *pem)
{
	char *path = berkas(arena, "uji.xml");
	const char *const argv[] = { "xmlsec1",          "--verify", opsi,
				     berkas(arena, pem), path,       NULL };
	int status = -1;

	tulis(path, xml.p, xml.n);
	jalankan(arena, argv, &status);
	return status == 0;
}

static bool menurut(struct blob xml, const char *rng)
{
	char *path = berkas(arena, "uji.xml");
	const char *const argv[] = { "xmllint",          "--noout", "--relaxng",
				     sumber(arena, rng), path,      NULL };
	int status = -1;

	tulis(path, xml.p, xml.n);
	jalankan(arena, argv, &status);
	return status == 0;
}

/* The text with the first `dari` after `sesudah` replaced. */
static struct blob ganti(struct blob xml, const char *sesudah, const char *dari,
			 const char *ke)
{
	struct buf b = { .a = arena };
	const char *p = (const char *)xml.p, *di;

	buf_bytes(&b, p, xml.n);
	di = strstr(b.p, sesudah);
	assert_non_null(di);
	di = strstr(di, dari);
	assert_non_null(di);
	p = arena_printf(arena, "%.*s%s%s", (int)(di - b.p), b.p, ke,
			 di + strlen(dari));
	return (struct blob){ (const unsigned char *)p, strlen(p) };
}

static void kunci_dari(const char *nama, mode_t mode)
{
	char *tujuan = berkas(arena, "manifes.key");
	char teks[8192];
	FILE *f = fopen(berkas(arena, nama), "r");
	size_t n;

	assert_non_null(f);
	n = fread(teks, 1, sizeof(teks), f);
	fclose(f);
	unlink(tujuan);
	tulis(tujuan, teks, n);
	assert_int_equal(chmod(tujuan, mode), 0);
}

/* ---- keys; first, because a good one is kept for the process's life ---- */

/* A-06 */
static void a_key_that_must_not_be_used(void **state)
{
	static const struct {
		const char *dari;
		mode_t mode;
	} buruk[] = {
		{ "baik.pem", 0644 }, /* for everybody to read */
		{ "baik.pem", 0660 },   { "habis.pem", 0600 },
		{ "belum.pem", 0600 },  { "bersandi.pem", 0600 },
		{ "baik.crt", 0600 }, /* no key in it */
		{ "campur.pem", 0600 },
	};
	struct blob xml;

	(void)state;
	assert_int_equal(manifes_tulis(db, &teladan, &xml), ERR_INTERNAL);
	for (size_t i = 0; i < COUNT(buruk); i++) {
		kunci_dari(buruk[i].dari, buruk[i].mode);
		if (manifes_tulis(db, &teladan, &xml) != ERR_INTERNAL)
			fail_msg("signed with %s", buruk[i].dari);
	}
	kunci_dari("baik.pem", 0440);
	assert_int_equal(manifes_tulis(db, &teladan, &xml), OK);
}

/* ---- manifest ---- */

/* A-05, A-06 */
static void ordinary_tools_agree(void **state)
{
	struct blob xml = tulis_teladan(&teladan);
	struct manifes m = teladan;

	(void)state;
	assert_true(menurut(xml, "xslt/dokumen/manifes.rng"));
	assert_true(utuh(xml));
	assert_true(xmlsec1(xml, "--pubkey-cert-pem", "baik.crt"));
	assert_true(xmlsec1(xml, "--trusted-pem", "ca.crt"));
	assert_false(xmlsec1(xml, "--trusted-pem", "ca-lain.crt"));
	/* As little as it may hold. */
	m.pendahulu = m.pcid = m.outlet = NULL;
	xml = tulis_teladan(&m);
	assert_true(menurut(xml, "xslt/dokumen/manifes.rng"));
	assert_true(utuh(xml));
	assert_null(memmem(xml.p, xml.n, "outlet", 6));
}

static void says_what_it_was_told(void **state)
{
	struct blob xml = tulis_teladan(&teladan);
	xmlDocPtr doc =
	    xmlReadMemory((const char *)xml.p, (int)xml.n, NULL, NULL, 0);
	static const struct {
		const char *unsur;
		const char *atribut;
		const char *nilai;
	} harap[] = {
		{ "manifes", "id", "0123456789abcdef0123456789abcdef" },
		{ "manifes", "menggantikan",
		  "fedcba9876543210fedcba9876543210" },
		{ "manifes", "diterbitkan", "2019-10-09T03:57:00Z" },
		{ "kartu", "sam-id", "30154B0100001234" },
		{ "kartu", "pcid", "PC0001234" },
		{ "kartu", "fungsi", "RW" },
		{ "mesin", "seri", "CR-2019-0147" },
		{ "lembaga", "kode", "030848" },
		{ "lembaga", "nama", "PT \"Maju\" & Jaya <Café> Tbk" },
		{ "tempat", "outlet", "Cabang Braga" },
		{ "tempat", "wilayah", "3273051003" },
		{ "tempat", "lintang", "-6.914744" },
		{ "tempat", "bujur", "107.609810" },
		{ "perjanjian", "nomor", "119/1234/Dukcapil" },
		{ "perjanjian", "berakhir", "2020-12-31" },
		{ "berlaku", "dari", "2019-10-09" },
		{ "berlaku", "sampai", "2020-12-31" },
	};

	(void)state;
	assert_non_null(doc);
	for (size_t i = 0; i < COUNT(harap); i++) {
		xmlNodePtr n = xmlDocGetRootElement(doc);
		xmlChar *v;

		if (strcmp(harap[i].unsur, "manifes") != 0)
			for (n = xmlFirstElementChild(n);
			     n != NULL &&
			     strcmp((const char *)n->name, harap[i].unsur) != 0;
			     n = xmlNextElementSibling(n))
				;
		assert_non_null(n);
		assert_string_equal(n->ns->href, "urn:sifilma:manifes:1");
		v = xmlGetNoNsProp(n, BAD_CAST harap[i].atribut);
		assert_non_null(v);
		assert_string_equal((const char *)v, harap[i].nilai);
		xmlFree(v);
	}
	xmlFreeDoc(doc);
}

/* Flip one character of the value at p, so that it stays well-formed. */
static struct blob satu_huruf(struct blob xml, size_t di)
{
	unsigned char *p = arena_alloc(arena, xml.n);

	memcpy(p, xml.p, xml.n);
	p[di] = p[di] == '1' ? '2' : '1';
	return (struct blob){ p, xml.n };
}

/* A-06: one changed attribute is noticed, whichever it is, by us and by
   xmlsec1. */
static void one_changed_attribute(void **state)
{
	struct blob xml = tulis_teladan(&teladan);
	const char *p = (const char *)xml.p, *akhir, *di = p;
	unsigned n = 0;

	(void)state;
	akhir = memmem(p, xml.n, "<Signature ", 11);
	assert_non_null(akhir);
	/* Not the XML declaration, nor the namespace. */
	di = memmem(p, xml.n, "versi=", 6);
	assert_non_null(di);
	while ((di = memmem(di, (size_t)(akhir - di), "=\"", 2)) != NULL) {
		struct blob lain = satu_huruf(xml, (size_t)(di + 2 - p));

		assert_false(utuh(lain));
		assert_false(xmlsec1(lain, "--pubkey-cert-pem", "baik.crt"));
		di += 2;
		n++;
	}
	assert_int_equal(n, 20);
	assert_true(xmlsec1(xml, "--pubkey-cert-pem", "baik.crt"));
}

/* What else somebody may try; xmlsec1 alone would take some of it. */
static void other_changes(void **state)
{
	static const struct {
		const char *sesudah, *dari, *ke;
	} coba[] = {
		{ "<kartu", " fungsi=\"RW\"", "" },
		{ "<kartu", "<kartu", "<x/><kartu" },
		{ "<manifes", "manifes:1", "manifes:2" },
		{ "</Signature>", "</manifes>", "<x/></manifes>" },
		{ "<Signature", "<Signature", "<x><Signature" },
		{ "<Reference", "URI=\"\"", "URI=\"#xpointer(/)\"" },
		{ "<SignatureMethod", "ecdsa-sha256", "ecdsa-sha1" },
		{ "<DigestValue", "<DigestValue>", "<DigestValue>A" },
		{ "<SignatureValue", "=</", "</" },
	};
	struct blob xml = tulis_teladan(&teladan);
	const unsigned char *tanda = memmem(xml.p, xml.n, "<Signature ", 11);
	const char *teks;

	(void)state;
	for (size_t i = 0; i < COUNT(coba); i++)
		if (utuh(ganti(xml, coba[i].sesudah, coba[i].dari, coba[i].ke)))
			fail_msg("%s -> %s", coba[i].dari, coba[i].ke);
	/* No signature; half of it; nothing at all; twice. */
	assert_non_null(tanda);
	teks = arena_printf(arena, "%.*s</manifes>", (int)(tanda - xml.p),
			    (const char *)xml.p);
	assert_false(
	    utuh((struct blob){ (const unsigned char *)teks, strlen(teks) }));
	assert_false(utuh((struct blob){ xml.p, xml.n / 2 }));
	assert_false(utuh((struct blob){ xml.p, 0 }));
	teks = arena_printf(
	    arena, "%.*s%.*s%s", (int)(tanda - xml.p), (const char *)xml.p,
	    (int)(xml.n - (size_t)(tanda - xml.p) - strlen("\n</manifes>\n")),
	    (const char *)tanda, (const char *)tanda);
	assert_false(
	    utuh((struct blob){ (const unsigned char *)teks, strlen(teks) }));
	assert_true(utuh(xml));
}

/* ---- sheet ---- */

static void ada(const char *teks, const char *bagian)
{
	if (strstr(teks, bagian) == NULL)
		fail_msg("\"%s\" is missing in:\n%s", bagian, teks);
}

/* A-07 */
static void the_sheet(void **state)
{
	struct manifes m = teladan;
	struct blob pdf;
	char *teks;

	(void)state;
	assert_int_equal(manifes_lembar(db, &m, &pdf), OK);
	assert_int_equal(jumlah_halaman(arena, pdf), 1);
	teks = teks_pdf(arena, pdf, 0);
	ada(teks, "LEMBAR MANIFEST");
	ada(teks, "0123456789abcdef0123456789abcdef");
	ada(teks, "30 15 4B 01 00 00 12 34");
	ada(teks, "CR-2019-0147");
	ada(teks, "PT \"Maju\" & Jaya <Café> Tbk");
	ada(teks, "sampai dengan 31 Desember 2020");
	ada(teks, "9 Oktober 2019 pukul 10.57 WIB");
	ada(teks, "32.73.05.1003");
	ada(teks, "−6,914744°; 107,609810°");
	assert_null(strstr(teks, "TIDAK BERLAKU"));
	assert_string_equal(baca_qr(arena, pdf),
			    "https://uji.example/verifikasi/"
			    "0123456789abcdef0123456789abcdef\n");
	/* Replaced, or over: it says so, and bears no code to scan. */
	m.status = "diganti";
	m.tidak_berlaku = "2019-10-09 03:57:30.000";
	assert_int_equal(manifes_lembar(db, &m, &pdf), OK);
	teks = teks_pdf(arena, pdf, 0);
	ada(teks, "TIDAK BERLAKU");
	ada(teks, "Tidak berlaku sejak");
	assert_string_equal(baca_qr(arena, pdf), "");
	m = teladan;
	m.berlaku_sampai = "2019-10-08";
	assert_int_equal(manifes_lembar(db, &m, &pdf), OK);
	ada(teks_pdf(arena, pdf, 0), "TIDAK BERLAKU");
}

/* A-07: what a stranger sees of a serial. */
static void serials_are_masked(void **state)
{
	static const char *const pasang[][2] = {
		{ "CR-2019-0147", "CR•••47" },
		{ "ABCDE", "AB•••DE" },
		{ "ABCD", "•••" },
		{ "", "•••" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(pasang); i++)
		assert_string_equal(
		    verifikasi_samarkan_seri(arena, pasang[i][0]),
		    pasang[i][1]);
	assert_null(verifikasi_samarkan_seri(arena, NULL));
}

/* ---- against the database ---- */

#define AWAL 930000 /* ids of this test's rows begin here */

SQL(Q_LEMBAGA,
    "INSERT INTO lembaga (id, kode, nama, jenis, alamat, kota, provinsi,"
    " dibuat) VALUES (930001, '930001', 'Bank Uji', 'bhi-pusat', '-', '-',"
    " '-', '2019-01-01'), (930002, '930002', 'Bank Lain', 'bhi-pusat', '-',"
    " '-', '-', '2019-01-01')");
SQL(Q_AKUN,
    "INSERT INTO akun (id, username, nama, peran, lembaga_id, email, telepon,"
    " alamat, kota, provinsi, status, dibuat) VALUES (930001, 'uji930001',"
    " 'Uji', 'admin', 930001, 'uji@uji.example', '0', '-', '-', '-', 'aktif',"
    " '2019-01-01')");
SQL(Q_MINTA,
    "INSERT INTO permintaan (id, lembaga_id, produsen_id, nomor, judul,"
    " jumlah, fungsi, status, pembuat_id, dibuat) VALUES (930001, 930001,"
    " 930002, 'UJI/M', 'Uji', 3, 'R', 'diterima', 930001, '2019-01-01')");
SQL(Q_KARTU,
    "INSERT INTO kartu (id, permintaan_id, urut, seri_kartu, seri_mesin,"
    " status, sam_id, pcid) SELECT 930000 + seq, 930001, seq,"
    " CONCAT('UJIK', seq), CONCAT('UJIM', seq), 'token',"
    " IF(seq = 3, NULL, CONCAT('30154B010093000', seq)), NULL FROM seq_1_to_3");
SQL(Q_PKS,
    "INSERT INTO perjanjian (id, lembaga_id, nomor, judul, mulai, berakhir,"
    " elemen, metode, status, dibuat, dibuat_oleh) VALUES (930001, 930001,"
    " 'PKS/UJI', 'Uji', '2019-01-01', ?, 'nik', 'card-reader', 'berlaku',"
    " '2019-01-01', 930001)");
SQL(Q_BANYAK,
    "INSERT INTO manifes (kode, kartu_id, lembaga_id, perjanjian_id, sam_id,"
    " seri_mesin, fungsi, alamat, wilayah_kode, lintang, bujur,"
    " perjanjian_berakhir, berlaku_dari, berlaku_sampai, diterbitkan, status,"
    " tidak_berlaku, sebab) SELECT MD5(seq), 930001, 930001, 930001,"
    " '30154B0100930001', 'UJIM1', 'R', '-', '3273051003', 0, 0,"
    " '2020-12-31', '2019-01-01', IF(seq % 10 = 0, '2019-10-09',"
    " '2020-12-31'), '2019-01-01', ELT(1 + seq % 3, 'diganti', 'dicabut',"
    " 'berakhir'), '2019-10-01 01:02:03', ELT(1 + seq % 3, 'pindah',"
    " 'penangguhan', 'perjanjian') FROM seq_1_to_50000");
SQL(Q_STATUS, "SELECT status, sebab, tidak_berlaku IS NOT NULL FROM manifes"
	      " WHERE id = ?");
SQL(Q_PUNYA, "SELECT manifes_id FROM kartu WHERE id = ?");
SQL(Q_MENUNGGU, "SELECT COUNT(*), COALESCE(MIN(cabutan_nomor), -1) FROM"
		" manifes WHERE tidak_berlaku IS NOT NULL AND perlu_cabut = 1");
SQL(H_CABUTAN, "UPDATE cabutan SET nomor = 0, terbit = NULL, jumlah = NULL,"
	       " hingga = NULL, isi = NULL");
SQL(H_PUNYA, "UPDATE kartu SET manifes_id = NULL WHERE id >= 930000");
SQL(H_XML, "DELETE FROM manifes_xml WHERE manifes_id IN (SELECT id FROM"
	   " manifes WHERE kartu_id >= 930000)");
SQL(H_RANTAI,
    "UPDATE manifes SET pendahulu_id = NULL WHERE kartu_id >= 930000");
SQL(H_MANIFES, "DELETE FROM manifes WHERE kartu_id >= 930000");
SQL(H_KARTU, "DELETE FROM kartu WHERE id >= 930000");
SQL(H_MINTA, "DELETE FROM permintaan WHERE id >= 930000");
SQL(H_PKS, "DELETE FROM perjanjian WHERE id >= 930000");

static const struct pelaku bank = { .akun = 930001,
				    .lembaga = 930001,
				    .role = ROLE_PENGGUNA };
static const struct pelaku lain = { .akun = 930001,
				    .lembaga = 930002,
				    .role = ROLE_PENGGUNA };
static const struct pelaku produsen = { .akun = 930001,
					.lembaga = 930001,
					.role = ROLE_PRODUSEN };
static const struct pelaku sistem = { .nama = "sistem" };

static const struct tempat braga = {
	.seri_mesin = "UJIM1",
	.outlet = "Braga",
	.alamat = "Jl. Braga 1",
	.wilayah_kode = "3273051003",
	.lintang = "-6.914744",
	.bujur = "107.609810",
};

static int kosongkan(void **state)
{
	static struct sql *const semua[] = {
		&H_CABUTAN, &H_PUNYA, &H_XML, &H_RANTAI, &H_MANIFES,
		&H_KARTU,   &H_MINTA, &H_PKS,
	};

	(void)state;
	arena_reset(arena);
	for (size_t i = 0; i < COUNT(semua); i++)
		if (db_exec(db, semua[i]) != OK)
			return 1;
	return buang_orang(db, 930000, 999999) != OK;
}

static int isi(void **state)
{
	return kosongkan(state) != 0 || db_exec(db, &Q_LEMBAGA) != OK ||
	       db_exec(db, &Q_AKUN) != OK || db_exec(db, &Q_MINTA) != OK ||
	       db_exec(db, &Q_KARTU) != OK ||
	       db_exec(db, &Q_PKS, "2020-12-31") != OK;
}

static int64_t terbitkan(const struct pelaku *p, int64_t kartu,
			 const struct tempat *t, const char *sebab)
{
	struct manifes m;

	assert_int_equal(db_begin(db), OK);
	assert_int_equal(manifes_siapkan(db, p, kartu, t, &m), OK);
	assert_int_equal(manifes_terbitkan(db, p, &m, sebab), OK);
	assert_int_equal(db_commit(db), OK);
	return m.id;
}

static void keadaan(int64_t id, const char *status, const char *sebab)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_STATUS, id), OK);
	assert_string_equal(db_text(r, 0), status);
	if (sebab == NULL)
		assert_null(db_text(r, 1));
	else
		assert_string_equal(db_text(r, 1), sebab);
	assert_int_equal(db_int(r, 2), sebab != NULL);
}

static int64_t punya(int64_t kartu)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_PUNYA, kartu), OK);
	return db_int(r, 0);
}

/* A-05, A-08, A-13: one in force a card; the next replaces it. */
static void one_follows_another(void **state)
{
	struct tempat dago = braga;
	int64_t satu, dua, tiga;
	struct manifes m;
	struct blob xml;

	(void)state;
	satu = terbitkan(&bank, AWAL + 1, &braga, NULL);
	keadaan(satu, "berlaku", NULL);
	assert_int_equal(punya(AWAL + 1), satu);
	assert_int_equal(manifes_ambil(db, &bank, satu, &m), OK);
	assert_string_equal(m.berlaku_dari, "2019-10-09");
	assert_string_equal(m.berlaku_sampai, "2020-12-31");
	assert_string_equal(m.perjanjian_nomor, "PKS/UJI");
	assert_string_equal(m.lembaga, "Bank Uji");
	assert_string_equal(m.lintang, "-6.914744");
	assert_string_equal(m.fungsi, "R");
	assert_null(m.pendahulu);
	assert_int_equal(strlen(m.kode), 32);

	dago.alamat = "Jl. Dago 2";
	dago.seri_mesin = "UJIM9";
	dua = terbitkan(&bank, AWAL + 1, &dago, "pindah");
	keadaan(satu, "diganti", "pindah");
	/* Where the last one says. */
	tiga = terbitkan(&sistem, AWAL + 1, NULL, "perpanjangan");
	keadaan(dua, "diganti", "perpanjangan");
	keadaan(satu, "diganti", "pindah");
	assert_int_equal(manifes_ambil(db, &bank, tiga, &m), OK);
	assert_string_equal(m.alamat, "Jl. Dago 2");
	assert_string_equal(m.seri_mesin, "UJIM9");
	assert_int_equal(m.pendahulu_id, dua);
	assert_int_equal(punya(AWAL + 1), tiga);

	/* What is stored is what was signed. */
	assert_int_equal(manifes_xml(db, &bank, tiga, &xml, NULL), OK);
	assert_true(utuh(xml));
	assert_true(menurut(xml, "xslt/dokumen/manifes.rng"));
	assert_non_null(memmem(xml.p, xml.n, m.kode, 32));
	assert_non_null(memmem(xml.p, xml.n, m.pendahulu, 32));
}

/* A-10, A-11 */
static void revoking(void **state)
{
	const int64_t kartu[] = { AWAL + 1, AWAL + 2, AWAL + 3 };
	struct tempat dago = braga;
	int64_t satu, dua, tiga;

	(void)state;
	satu = terbitkan(&bank, AWAL + 1, &braga, NULL);
	dago.seri_mesin = "UJIM2";
	dua = terbitkan(&bank, AWAL + 2, &dago, NULL);
	assert_int_equal(manifes_cabut(db, &lain, AWAL + 1, "penangguhan"), OK);
	keadaan(satu, "berlaku", NULL);
	assert_int_equal(manifes_cabut(db, &bank, AWAL + 1, "penangguhan"), OK);
	keadaan(satu, "dicabut", "penangguhan");
	/* Once only: the first reason stays. */
	assert_int_equal(
	    manifes_cabut_banyak(db, &sistem, kartu, 3, "perjanjian"), OK);
	keadaan(satu, "dicabut", "penangguhan");
	keadaan(dua, "berakhir", "perjanjian");
	/* A revoked one is followed, but not touched again. */
	tiga = terbitkan(&sistem, AWAL + 1, NULL, "pemulihan");
	keadaan(satu, "dicabut", "penangguhan");
	keadaan(tiga, "berlaku", NULL);
}

static void who_may(void **state)
{
	int64_t satu = terbitkan(&bank, AWAL + 1, &braga, NULL);
	struct manifes m, *semua;
	struct blob xml;
	size_t n;

	(void)state;
	assert_int_equal(manifes_siapkan(db, &lain, AWAL + 1, &braga, &m),
			 ERR_NOT_FOUND);
	assert_int_equal(manifes_siapkan(db, &produsen, AWAL + 1, &braga, &m),
			 ERR_NOT_FOUND);
	assert_int_equal(manifes_ambil(db, &lain, satu, &m), ERR_NOT_FOUND);
	assert_int_equal(manifes_ambil(db, &produsen, satu, &m), ERR_NOT_FOUND);
	assert_int_equal(manifes_xml(db, &lain, satu, &xml, NULL),
			 ERR_NOT_FOUND);
	assert_int_equal(manifes_kartu(db, &lain, AWAL + 1, &semua, &n), OK);
	assert_int_equal(n, 0);
	assert_int_equal(manifes_kartu(db, &bank, AWAL + 1, &semua, &n), OK);
	assert_int_equal(n, 1);
	assert_int_equal(semua[0].id, satu);
}

static void what_it_needs(void **state)
{
	struct manifes m;

	(void)state;
	/* Never activated: no place to repeat. */
	assert_int_equal(manifes_siapkan(db, &bank, AWAL + 1, NULL, &m),
			 ERR_NOT_FOUND);
	assert_int_equal(manifes_siapkan(db, &bank, AWAL + 3, &braga, &m),
			 ERR_CONFLICT);
	/* The last day counts, the day after does not. */
	assert_int_equal(db_exec(db, &H_PKS), OK);
	assert_int_equal(db_exec(db, &Q_PKS, "2019-10-09"), OK);
	assert_int_equal(manifes_siapkan(db, &bank, AWAL + 1, &braga, &m), OK);
	assert_string_equal(m.berlaku_sampai, "2019-10-09");
	assert_int_equal(db_exec(db, &H_PKS), OK);
	assert_int_equal(db_exec(db, &Q_PKS, "2019-10-08"), OK);
	assert_int_equal(manifes_siapkan(db, &bank, AWAL + 1, &braga, &m),
			 ERR_GONE);
}

/* ---- revocation list (A-12) ---- */

static void pada(const char *utc)
{
	clock_shift(0);
	clock_shift(clock_parse(utc) - clock_now_ms());
}

static void terbit(bool harap)
{
	bool baru = !harap;

	assert_int_equal(cabutan_terbitkan(db, &baru), OK);
	assert_int_equal(baru, harap);
}

/* The list in its place; its number has not been there before when new is
   true, else it is the last one's. */
static int64_t last; /* number of the list seen last in this test */

static struct blob daftar(bool new)
{
	struct blob xml = { NULL, 0 };
	int64_t nomor = 0;
	time_t saat = 0;

	assert_int_equal(cabutan_pasang(db, &nomor), OK);
	if (new)
		assert_true(nomor > last && nomor >= SAAT);
	else
		assert_int_equal(nomor, last);
	last = nomor;
	assert_int_equal(cabutan_baca(arena, &xml, &saat), OK);
	assert_true(saat >= SAAT);
	return xml;
}

static size_t butir(struct blob xml)
{
	const unsigned char *p = xml.p;
	size_t n = 0;

	while ((p = memmem(p, xml.n - (size_t)(p - xml.p), "<cabut ", 7)) !=
	       NULL) {
		p++;
		n++;
	}
	return n;
}

static void a_list_only_when_something_changed(void **state)
{
	int64_t satu, dua;
	struct blob xml;
	struct manifes m;

	(void)state;
	terbit(true); /* empty, so that there is one */
	xml = daftar(true);
	assert_true(menurut(xml, "xslt/dokumen/daftar-cabut.rng"));
	assert_int_equal(butir(xml), 0);
	terbit(false);
	satu = terbitkan(&bank, AWAL + 1, &braga, NULL);
	terbit(false); /* one in force is no news */
	dua = terbitkan(&bank, AWAL + 1, NULL, "pindah");
	terbit(true);
	terbit(false);
	xml = daftar(true);
	assert_int_equal(manifes_ambil(db, &bank, satu, &m), OK);
	assert_int_equal(butir(xml), 1);
	assert_non_null(memmem(xml.p, xml.n, m.kode, 32));
	assert_int_equal(manifes_ambil(db, &bank, dua, &m), OK);
	assert_null(memmem(xml.p, xml.n, m.kode, 32));
	assert_true(xmlsec1(xml, "--trusted-pem", "ca.crt"));
	assert_int_equal(manifes_cabut(db, &bank, AWAL + 1, "penangguhan"), OK);
	terbit(true);
	xml = daftar(true);
	assert_int_equal(butir(xml), 2);
	assert_false(xmlsec1(ganti(xml, "<cabut", "penangguhan", "pindah"),
			     "--trusted-pem", "ca.crt"));
	/* A file that is gone comes back although nothing changed. */
	unlink(berkas(arena, "daftar-cabut.xml"));
	assert_int_equal(butir(daftar(false)), 2);
}

/* One whose own last day is over says so itself. */
static void its_day_is_over(void **state)
{
	(void)state;
	terbitkan(&bank, AWAL + 1, &braga, NULL);
	assert_int_equal(manifes_cabut(db, &bank, AWAL + 1, "penangguhan"), OK);
	terbit(true);
	pada("2020-12-31 16:59:59.000"); /* 23.59 WIB */
	terbit(false);
	pada("2020-12-31 17:00:01.000");
	terbit(true);
	terbit(false);
	assert_int_equal(butir(daftar(true)), 0);
	/* And one that ended with its agreement never comes onto it. */
	pada("2020-12-31 05:00:00.000");
	terbitkan(&bank, AWAL + 2, &braga, NULL);
	pada("2020-12-31 18:00:00.000");
	assert_int_equal(manifes_cabut(db, &sistem, AWAL + 2, "perjanjian"),
			 OK);
	terbit(false);
}

/* Two machines at once: one number, one list. */
static void one_number_once(void **state)
{
	struct blob gz = { (const unsigned char *)"x", 1 };
	int64_t nomor = -1;

	(void)state;
	assert_int_equal(cabutan_nomor(db, &nomor), OK);
	assert_int_equal(nomor, 0);
	assert_int_equal(
	    cabutan_simpan(db, 0, 1, "2019-10-09 01:00:00", NULL, 0, gz), OK);
	assert_int_equal(
	    cabutan_simpan(db, 0, 1, "2019-10-09 01:00:01", NULL, 0, gz),
	    ERR_CONFLICT);
	assert_int_equal(cabutan_nomor(db, &nomor), OK);
	assert_int_equal(nomor, 1);
	/* What is no gzip is not put where people fetch it. */
	nomor = 0;
	assert_int_equal(cabutan_pasang(db, &nomor), ERR_INTERNAL);
}

/* Numbers grow by the clock, so also after a restore. */
static void numbers_only_grow(void **state)
{
	static const char kini[] = "2026-11-22 05:45:16.123";
	const int64_t s = 1795326316;

	(void)state;
	assert_int_equal(cabutan_berikut(0, kini), s);
	/* As it was numbered before: jumps over all of them. */
	assert_int_equal(cabutan_berikut(41, kini), s);
	assert_int_equal(cabutan_berikut(s, kini), s + 1);
	assert_int_equal(cabutan_berikut(s + 5, kini), s + 6);
}

static double detik(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void fifty_thousand(void **state)
{
	struct rows *r;
	struct blob xml;
	double mula;

	(void)state;
	assert_int_equal(db_exec(db, &Q_BANYAK), OK);
	mula = detik();
	terbit(true);
	print_message("# 50 000 entries: %.2f s of one core\n", detik() - mula);
	xml = daftar(true);
	assert_int_equal(butir(xml), 50000);
	assert_true(menurut(xml, "xslt/dokumen/daftar-cabut.rng"));
	assert_true(xmlsec1(xml, "--trusted-pem", "ca.crt"));
	assert_int_equal(db_one(db, &r, &Q_MENUNGGU), OK);
	assert_int_equal(db_int(r, 0), 0);
	terbit(false);
}

/* ---- */

static int siap(void **state)
{
	static const struct {
		const char *nama;
		struct kunci_uji k;
	} kunci[] = {
		{ "ca", { "CA Uji", NULL, true, NULL, -1000, 36500 } },
		{ "ca-lain", { "CA Lain", NULL, true, NULL, -10, 36500 } },
		{ "baik", { "Penerbit", "ca", false, NULL, -10, 36500 } },
		{ "lain", { "Penerbit", "ca", false, NULL, -10, 36500 } },
		{ "habis", { "Penerbit", "ca", false, NULL, -900, -1 } },
		{ "belum", { "Penerbit", "ca", false, NULL, 1, 900 } },
		{ "bersandi", { "Penerbit", "ca", false, "x", -10, 900 } },
	};
	char *konfig, *isi_konfig;
	char teks[16384];
	size_t n, m;
	FILE *f;

	if (buat_folder(state) != 0)
		return 1;
	for (size_t i = 0; i < COUNT(kunci); i++)
		buat_kunci(kunci[i].nama, &kunci[i].k);
	/* Somebody else's certificate behind a key. */
	f = fopen(berkas(arena, "baik.pem"), "r");
	n = fread(teks, 1, sizeof(teks) / 2, f);
	fclose(f);
	n = (size_t)(strstr(teks, "-----BEGIN CERT") - teks);
	f = fopen(berkas(arena, "lain.crt"), "r");
	m = fread(teks + n, 1, sizeof(teks) / 2, f);
	fclose(f);
	tulis(berkas(arena, "campur.pem"), teks, n + m);

	konfig = berkas(arena, "uji.conf");
	isi_konfig = arena_printf(
	    arena,
	    "kunci_dir = %s\nterbitan = %s\nalamat = https://uji.example\n"
	    "xslt = %s\nzona = WIB\nmode = pengembangan\n",
	    berkas(arena, "."), berkas(arena, "."), sumber(arena, "xslt"));
	tulis(konfig, isi_konfig, strlen(isi_konfig));
	setenv("SIFILMA_KONFIG", konfig, 1);
	return !config_load() || !crypto_start();
}

/* Before each test: the time that the keys are made for. */
static int awal(void **state)
{
	(void)state;
	arena_reset(arena);
	clock_shift(0);
	clock_shift((int64_t)SAAT * 1000 - clock_now_ms());
	last = 0;
	return 0;
}

static int awal_basis(void **state)
{
	return awal(state) != 0 || isi(state) != 0;
}

#define UJI(f)       cmocka_unit_test_setup(f, awal)
#define UJI_BASIS(f) cmocka_unit_test_setup_teardown(f, awal_basis, kosongkan)

int main(void)
{
	const struct CMUnitTest berkas_saja[] = {
		UJI(a_key_that_must_not_be_used),
		UJI(ordinary_tools_agree),
		UJI(says_what_it_was_told),
		UJI(one_changed_attribute),
		UJI(other_changes),
		UJI(serials_are_masked),
	};
	const struct CMUnitTest basis[] = {
		UJI_BASIS(the_sheet),
		UJI_BASIS(one_follows_another),
		UJI_BASIS(revoking),
		UJI_BASIS(who_may),
		UJI_BASIS(what_it_needs),
		UJI_BASIS(a_list_only_when_something_changed),
		UJI_BASIS(its_day_is_over),
		UJI_BASIS(one_number_once),
		UJI(numbers_only_grow),
		UJI_BASIS(fifty_thousand),
	};
	bool ada_basis = basis_buka();
	void *keadaan_uji = NULL;
	int gagal;

	if (siap(&keadaan_uji) != 0)
		return basis_tutup(1);
	gagal = cmocka_run_group_tests_name("manifes", berkas_saja, NULL, NULL);
	if (ada_basis)
		gagal += cmocka_run_group_tests_name("manifes-basis", basis,
						     NULL, NULL);
	hapus_folder(&keadaan_uji);
	return basis_tutup(gagal);
}
