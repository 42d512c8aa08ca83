/*
 * panduan.c - program: the guide, a chapter a page, open to everybody.  Which
 * chapters and sections there are, whose they are and in what order is here;
 * their words are xslt/panduan-CHAPTER.xsl and xslt/bagian/panduan.xsl.
 */
#include "lib/app.h"

#include <string.h>

#define SUB_MAKS 8

struct bab {
	const char *kode;
	const char *view;
	unsigned siapa;                /* whose work it tells of */
	const char *sub[SUB_MAKS + 1]; /* its sections, ended by NULL */
};

/* In the order of the work. */
static const struct bab buku[] = {
	{ "memulai",
	  "panduan-memulai",
	  ROLE_SEMUA,
	  { "daftar", "masuk", "faktor", "layar", "sandi", "waktu-habis",
	    "keluar" } },
	{ "permintaan",
	  "panduan-permintaan",
	  ROLE_PEMINTA,
	  { "siapkan", "buat", "kirim", "tarik", "ikuti", "selesai" } },
	{ "persetujuan",
	  "panduan-persetujuan",
	  ROLE_PRODUSEN,
	  { "periksa", "setujui", "seri", "tolak", "dikembalikan", "terima" } },
	{ "pekerjaan-ditjen",
	  "panduan-pekerjaan-ditjen",
	  ROLE_ADMIN,
	  { "surat", "disposisi", "terima", "jadwal", "produksi", "masalah",
	    "dokumen", "serah-terima" } },
	{ "tanda-tangan",
	  "panduan-tanda-tangan",
	  ROLE_DITJEN,
	  { "periksa", "tanda-tangani", "keliru" } },
	{ "verifikasi",
	  "panduan-verifikasi",
	  ROLE_SEMUA,
	  { "kode", "berkas", "arti" } },
	{ "perjanjian",
	  "panduan-perjanjian",
	  ROLE_PEMINTA | ROLE_DITJEN,
	  { "untuk-apa", "lihat", "catat", "ubah" } },
	{ "aktivasi",
	  "panduan-aktivasi",
	  ROLE_PEMINTA | ROLE_ADMIN,
	  { "siapkan", "minta", "baris", "putuskan", "token", "satu", "massal",
	    "kolom" } },
	{ "manifes",
	  "panduan-manifes",
	  ROLE_TAMU | ROLE_PEMINTA | ROLE_DITJEN,
	  { "apa", "unduh", "cepat", "tanda-tangan", "rincian", "cabut" } },
	{ "masa-berlaku",
	  "panduan-masa-berlaku",
	  ROLE_PEMINTA | ROLE_ADMIN,
	  { "pengingat", "berakhir", "perpanjang", "hentikan" } },
	{ "perubahan-kartu",
	  "panduan-perubahan-kartu",
	  ROLE_PEMINTA | ROLE_DITJEN,
	  { "pindah", "tangguh", "kembali", "terima", "musnah" } },
	{ "lacak",
	  "panduan-lacak",
	  ROLE_KASUS,
	  { "cari", "baca", "register", "peta" } },
	{ "laporan",
	  "panduan-laporan",
	  ROLE_KASUS,
	  { "buka", "saring", "baca", "unduh" } },
	{ "administrasi",
	  "panduan-administrasi",
	  ROLE_ADMIN,
	  { "verifikasi-akun", "akun", "lembaga", "pengaturan", "libur", "faq",
	    "log", "pesan" } },
};

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
	{ "laporan", "/laporan", ROLE_KASUS },
	{ "admin-akun", "/admin/akun", ROLE_ADMIN },
	{ "admin-lembaga", "/admin/lembaga", ROLE_ADMIN },
	{ "admin-perjanjian", "/admin/perjanjian", ROLE_ADMIN },
	{ "admin-libur", "/admin/libur", ROLE_ADMIN },
	{ "admin-pengaturan", "/admin/pengaturan", ROLE_ADMIN },
	{ "admin-faq", "/faq/kelola", ROLE_ADMIN },
	{ "admin-rute", "/admin/rute", ROLE_ADMIN },
	{ "admin-log", "/admin/audit", ROLE_ADMIN },
	{ "admin-kotak-keluar", "/admin/kotak-keluar", ROLE_ADMIN },
};

/* The chapters for this reader: those of his role first. */
static void susun(const struct req *r, const struct bab *urut[COUNT(buku)])
{
	size_t n = 0;

	for (size_t i = 0; i < COUNT(buku); i++)
		if (buku[i].siapa & r->who.role)
			urut[n++] = &buku[i];
	for (size_t i = 0; i < COUNT(buku); i++)
		if (!(buku[i].siapa & r->who.role))
			urut[n++] = &buku[i];
}

static void tambah_bab(struct req *r, const struct bab *b)
{
	elem *e = el_add(r->page, "bab");

	el_attr(e, "kode", b->kode);
	el_flag(e, "untuk", b->siapa & r->who.role);
	for (size_t i = 0; b->sub[i] != NULL; i++)
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

/* GET /panduan */
static enum err daftar_isi(struct req *r)
{
	const struct bab *urut[COUNT(buku)];

	susun(r, urut);
	for (size_t i = 0; i < COUNT(urut); i++)
		tambah_bab(r, urut[i]);
	return OK;
}

/* GET /panduan/{kode} */
static enum err satu_bab(struct req *r)
{
	const struct bab *urut[COUNT(buku)];
	const char *kode = req_code(r, "kode");
	size_t i = 0;

	susun(r, urut);
	while (i < COUNT(urut) && strcmp(urut[i]->kode, kode) != 0)
		i++;
	if (i == COUNT(urut))
		return ERR_NOT_FOUND;
	tambah_bab(r, urut[i]);
	if (i > 0)
		el_attr(el_add(r->page, "sebelum"), "kode", urut[i - 1]->kode);
	if (i + 1 < COUNT(urut))
		el_attr(el_add(r->page, "sesudah"), "kode", urut[i + 1]->kode);
	tambah_layar(r);
	req_view(r, urut[i]->view);
	return OK;
}

static const struct route routes[] = {
	{ M_GET, "/panduan", ROLE_SEMUA, 0, "panduan", daftar_isi, NULL },
	{ M_GET, "/panduan/{kode}", ROLE_SEMUA, 0, "panduan", satu_bab, NULL },
};

static const struct program program = { "panduan", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
