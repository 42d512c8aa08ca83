/*
 * panduan.c - program: the guide, a chapter a page, open to everybody, and the
 * manuals that staff upload (panduan-manual.c).  Which chapters and sections
 * there are, whose they are and in what order is here; their words are
 * xslt/panduan-CHAPTER.xsl and xslt/bagian/panduan.xsl; how they are searched
 * is panduan-cari.c.
 */
#include "panduan-halaman.h"

#include <string.h>

/* In the order of the work. */
const struct bab panduan_buku[] = {
	{ "memulai",
	  ROLE_SEMUA,
	  { "daftar", "masuk", "faktor", "layar", "sandi", "waktu-habis",
	    "keluar" } },
	{ "akun",
	  ROLE_MASUK,
	  { "profil", "email", "foto", "notifikasi", "pilihan", "data" } },
	{ "permintaan",
	  ROLE_PEMINTA,
	  { "siapkan", "buat", "kirim", "tarik", "ikuti", "selesai" } },
	{ "persetujuan",
	  ROLE_PRODUSEN,
	  { "periksa", "setujui", "seri", "tolak", "dikembalikan", "terima" } },
	{ "pekerjaan-ditjen",
	  ROLE_ADMIN,
	  { "surat", "disposisi", "terima", "jadwal", "produksi", "masalah",
	    "dokumen", "serah-terima" } },
	{ "tanda-tangan",
	  ROLE_DITJEN,
	  { "periksa", "tanda-tangani", "keliru" } },
	{ "verifikasi", ROLE_SEMUA, { "kode", "berkas", "arti" } },
	{ "perjanjian",
	  ROLE_PEMINTA | ROLE_DITJEN,
	  { "untuk-apa", "lihat", "catat", "ubah" } },
	{ "aktivasi",
	  ROLE_PEMINTA | ROLE_ADMIN,
	  { "siapkan", "minta", "baris", "putuskan", "token", "satu", "massal",
	    "kolom" } },
	{ "manifes",
	  ROLE_TAMU | ROLE_PEMINTA | ROLE_DITJEN,
	  { "apa", "unduh", "cepat", "tanda-tangan", "rincian", "cabut" } },
	{ "masa-berlaku",
	  ROLE_PEMINTA | ROLE_ADMIN,
	  { "pengingat", "berakhir", "perpanjang", "hentikan" } },
	{ "perubahan-kartu",
	  ROLE_PEMINTA | ROLE_DITJEN,
	  { "pindah", "tangguh", "kembali", "terima", "musnah" } },
	{ "balikan",
	  ROLE_PEMINTA | ROLE_DITJEN,
	  { "parameter", "templat", "formulir", "unggah", "ikuti", "ditolak",
	    "excel", "urung", "layanan", "pantau" } },
	{ "lacak", ROLE_KASUS, { "cari", "baca", "register", "peta" } },
	{ "laporan", ROLE_KASUS, { "buka", "saring", "baca", "unduh" } },
	{ "administrasi",
	  ROLE_ADMIN,
	  { "verifikasi-akun", "akun", "massal", "lembaga", "pengaturan",
	    "libur", "faq", "manual", "log", "pesan", "data-pribadi" } },
	{ "status", ROLE_DITJEN, { "baca", "cadangan" } },
};

const size_t panduan_bab_n = COUNT(panduan_buku);

/* Pages the guide speaks of, and who may open them. */
static const struct {
	const char *kode;
	const char *jalur;
	unsigned siapa;
} layar[] = {
	{ "masuk", "/login", ROLE_TAMU },
	{ "lupa", "/login/lupa", ROLE_TAMU },
	{ "daftar", "/register", ROLE_TAMU },
	{ "verifikasi", "/verifikasi", ROLE_SEMUA },
	{ "faq", "/faq", ROLE_SEMUA },
	{ "dasbor", "/beranda", ROLE_MASUK },
	{ "profil", "/akun/profil", ROLE_MASUK },
	{ "sandi", "/akun/sandi", ROLE_MASUK },
	{ "sesi", "/akun/sesi", ROLE_MASUK },
	{ "faktor", "/akun/faktor", ROLE_MASUK },
	{ "notifikasi", "/notifikasi", ROLE_MASUK },
	{ "pilihan-pesan", "/notifikasi/pilihan", ROLE_MASUK },
	{ "data-pribadi", "/akun/data", ROLE_MASUK },
	{ "permintaan", "/permintaan", ROLE_KASUS },
	{ "buat-permintaan", "/permintaan/baru", ROLE_PEMINTA },
	{ "proses", "/proses", ROLE_KASUS },
	{ "kalender", "/proses/kalender", ROLE_KASUS },
	{ "pemusnahan", "/proses/pemusnahan", ROLE_DITJEN },
	{ "dokumen", "/dokumen", ROLE_KASUS },
	{ "aktivasi", "/aktivasi", ROLE_PEMINTA | ROLE_DITJEN },
	{ "kartu", "/aktivasi/kartu", ROLE_PEMINTA | ROLE_DITJEN },
	{ "massal", "/aktivasi/massal", ROLE_PEMINTA | ROLE_DITJEN },
	{ "kembali", "/aktivasi/kembali", ROLE_PEMINTA | ROLE_DITJEN },
	{ "perjanjian", "/aktivasi/perjanjian", ROLE_PEMINTA | ROLE_DITJEN },
	{ "lacak", "/aktivasi/lacak", ROLE_KASUS },
	{ "peta", "/aktivasi/peta", ROLE_PEMINTA | ROLE_DITJEN },
	{ "rekap", "/aktivasi/peta/lembaga", ROLE_PEMINTA | ROLE_DITJEN },
	{ "balikan", "/balikan", ROLE_PEMINTA | ROLE_DITJEN },
	{ "balikan-parameter", "/balikan/parameter", ROLE_PEMINTA },
	{ "balikan-formulir", "/balikan/formulir", ROLE_PEMINTA },
	{ "balikan-unggah", "/balikan/unggah", ROLE_PEMINTA },
	{ "balikan-kiriman", "/balikan/kiriman", ROLE_PEMINTA | ROLE_DITJEN },
	{ "balikan-layanan", "/balikan/layanan", ROLE_PEMINTA },
	{ "balikan-pantau", "/balikan/pantau", ROLE_DITJEN },
	{ "balikan-tunggakan", "/balikan/tunggakan", ROLE_DITJEN },
	{ "balikan-penduduk", "/balikan/penduduk", ROLE_DITJEN },
	{ "laporan", "/laporan", ROLE_KASUS },
	{ "admin-akun", "/admin/akun", ROLE_ADMIN },
	{ "admin-lembaga", "/admin/lembaga", ROLE_ADMIN },
	{ "admin-perjanjian", "/admin/perjanjian", ROLE_ADMIN },
	{ "admin-libur", "/admin/libur", ROLE_ADMIN },
	{ "admin-pengaturan", "/admin/pengaturan", ROLE_ADMIN },
	{ "admin-faq", "/faq/kelola", ROLE_ADMIN },
	{ "admin-rute", "/admin/rute", ROLE_ADMIN },
	{ "admin-log", "/admin/audit", ROLE_ADMIN },
	{ "admin-massal", "/admin/akun/massal", ROLE_ADMIN },
	{ "admin-kotak-keluar", "/kotak-keluar", ROLE_ADMIN },
	{ "admin-data-pribadi", "/admin/data-pribadi", ROLE_ADMIN },
	{ "admin-manual", "/panduan/manual/baru", ROLE_ADMIN },
	{ "status", "/status", ROLE_DITJEN },
};

/* Whose guide it is to be: the reader's own, or of the role in ?untuk=. */
static unsigned pembaca(struct req *r)
{
	const char *minta = form_value(r, "untuk");
	unsigned role = minta == NULL ? 0 : role_from_name(minta);

	return role == 0 ? r->who.role : role;
}

/* All chapters, those of that role first. */
static void susun(unsigned role, const struct bab *urut[])
{
	size_t n = 0;

	for (size_t i = 0; i < panduan_bab_n; i++)
		if (panduan_buku[i].siapa & role)
			urut[n++] = &panduan_buku[i];
	for (size_t i = 0; i < panduan_bab_n; i++)
		if (!(panduan_buku[i].siapa & role))
			urut[n++] = &panduan_buku[i];
}

static void tambah_bab(elem *ke, const struct bab *b, unsigned role)
{
	elem *e = el_add(ke, "bab");

	el_attr(e, "kode", b->kode);
	el_flag(e, "untuk", b->siapa & role);
	for (size_t i = 0; bab_punya(b, i); i++)
		el_attr(el_add(e, "sub"), "kode", b->sub[i]);
}

/* Where the pages are; a visitor is led there through the sign-in page. */
static void tambah_layar(struct req *r)
{
	for (size_t i = 0; i < COUNT(layar); i++) {
		elem *e = el_add(r->page, "layar");

		el_attr(e, "kode", layar[i].kode);
		if (layar[i].siapa & r->who.role)
			el_attr(e, "href", layar[i].jalur);
		else if (r->who.role == ROLE_TAMU)
			el_attr(e, "href",
				arena_printf(r->a, "/login?lanjut=%s",
					     layar[i].jalur));
	}
}

void panduan_isi(elem *ke)
{
	for (size_t i = 0; i < panduan_bab_n; i++)
		tambah_bab(ke, &panduan_buku[i], 0);
	for (size_t i = 0; i < COUNT(layar); i++)
		el_attr(el_add(ke, "layar"), "kode", layar[i].kode);
}

/* GET /panduan?untuk=&cari= */
static enum err daftar_isi(struct req *r)
{
	const struct bab *urut[COUNT(panduan_buku)];
	const char *cari = form_value(r, "cari");
	unsigned role = pembaca(r);

	susun(role, urut);
	el_attr(r->page, "untuk", role_name(role));
	cari = cari == NULL ? NULL : text_fold(r->a, cari);
	if (cari != NULL && *cari != '\0') {
		enum err e = panduan_cari(r, urut, cari);

		return e == OK ? panduan_manual_daftar(r, cari) : e;
	}
	for (size_t i = 0; i < COUNT(urut); i++)
		tambah_bab(r->page, urut[i], role);
	return panduan_manual_daftar(r, NULL);
}

/* GET /panduan/cetak?untuk= */
static enum err cetak(struct req *r)
{
	unsigned role = pembaca(r);

	el_attr(r->page, "untuk", role_name(role));
	for (size_t i = 0; i < panduan_bab_n; i++)
		if (panduan_buku[i].siapa & role)
			tambah_bab(r->page, &panduan_buku[i], role);
	tambah_layar(r);
	return OK;
}

/* GET /panduan/{kode} */
static enum err satu_bab(struct req *r)
{
	const struct bab *urut[COUNT(panduan_buku)];
	const char *kode = req_code(r, "kode");
	size_t i = 0;

	susun(r->who.role, urut);
	while (i < COUNT(urut) && strcmp(urut[i]->kode, kode) != 0)
		i++;
	if (i == COUNT(urut))
		return ERR_NOT_FOUND;
	tambah_bab(r->page, urut[i], r->who.role);
	if (i > 0)
		el_attr(el_add(r->page, "sebelum"), "kode", urut[i - 1]->kode);
	if (i + 1 < COUNT(urut))
		el_attr(el_add(r->page, "sesudah"), "kode", urut[i + 1]->kode);
	tambah_layar(r);
	return OK;
}

static const struct route routes[] = {
	{ M_GET, "/panduan", ROLE_SEMUA, 0, "panduan", daftar_isi, NULL },
	{ M_GET, "/panduan/cetak", ROLE_SEMUA, 0, "panduan-cetak", cetak,
	  NULL },
	{ M_GET, "/panduan/{kode}", ROLE_SEMUA, 0, "panduan-bab", satu_bab,
	  NULL },

	{ M_GET, "/panduan/manual/baru", ROLE_ADMIN, 0, "panduan-manual-form",
	  form_blank, NULL },
	{ M_POST, "/panduan/manual/baru", ROLE_ADMIN, CSRF | ONCE | FILES,
	  "panduan-manual-form", manual_unggah, form_blank },
	{ M_GET, "/panduan/manual/{id}", ROLE_ADMIN, 0, "panduan-manual-lihat",
	  manual_lihat, NULL },
	{ M_GET, "/panduan/manual/{id}/ubah", ROLE_ADMIN, 0,
	  "panduan-manual-form", manual_form_ubah, NULL },
	{ M_POST, "/panduan/manual/{id}/ubah", ROLE_ADMIN, CSRF | ONCE | FILES,
	  "panduan-manual-form", manual_simpan, manual_form_ubah },
	{ M_POST, "/panduan/manual/{id}/saklar", ROLE_ADMIN, CSRF | ONCE,
	  "panduan-manual-lihat", manual_saklar, manual_lihat },
	{ M_GET, "/panduan/manual/{id}/hapus/{nomor}", ROLE_ADMIN, 0,
	  "panduan-manual-hapus", manual_form_hapus, NULL },
	{ M_POST, "/panduan/manual/{id}/hapus/{nomor}", ROLE_ADMIN,
	  CSRF | ONCE, "panduan-manual-hapus", manual_hapus,
	  manual_form_hapus },
	{ M_GET, "/panduan/manual/{id}/berkas", ROLE_SEMUA, 0, NULL,
	  manual_unduh, NULL },
	{ M_GET, "/panduan/manual/{id}/berkas/{nomor}", ROLE_ADMIN, 0, NULL,
	  manual_unduh, NULL },
};

static const struct program program = { "panduan", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
