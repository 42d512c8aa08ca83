/*
 * permintaan.c - program: requests for SAM cards (P-01 ... P-06).  Routes,
 * cards and downloads; the list is permintaan-tabel.c, the detail page
 * permintaan-lihat.c, the forms are permintaan-formulir.c.
 */
#include "permintaan-halaman.h"
#include "lib/list.h"
#include "lib/unduhan.h"
#include "model/berkas.h"

#include <string.h>

static enum err daftar_kartu(struct req *r)
{
	static const char *const urutan[] = { "urut", NULL };
	struct permintaan k;
	struct seri_kartu *kartu;
	struct list_edge awal = { 0 }, akhir = { 0 };
	struct list_range t;
	size_t n = 0;
	struct list l;
	elem *x;
	enum err e = permintaan_ambil(r->db, &r->who, req_id(r, "id"), &k);

	if (e != OK)
		return e;
	list_read(r, urutan, false, &l);
	halaman_permintaan(r, &k);
	e = seri_daftar(r->db, k.id, l.id, l.backward, l.per + 1, &kartu, &n);
	if (e != OK)
		return e;
	t = list_shown(&l, n);
	if (t.to > t.from) {
		awal.id = kartu[t.from].urut;
		akhir.id = kartu[t.to - 1].urut;
	}
	x = list_add(r, &l, n, awal, akhir, k.kartu, true);
	halaman_kartu(x, kartu, t.from, t.to);
	x = el_add(x, "ekspor");
	el_attr(x, "csv", arena_printf(r->a, "/permintaan/%lld/kartu/csv",
				       (long long)k.id));
	el_attr(x, "xlsx", arena_printf(r->a, "/permintaan/%lld/kartu/xlsx",
					(long long)k.id));
	return OK;
}

/* The same columns as the template, so that a list can be sent again. */
static const struct xlsx_kolom kolom_seri[] = {
	{ "Seri Kartu SAM Kosong", 32 },
	{ "Seri Mesin", 32 },
};

static enum err unduh_kartu(struct req *r)
{
	struct permintaan k;
	struct unduhan u;
	int64_t sesudah = 0;
	size_t n = UNDUHAN_SEKALI;
	enum err e = permintaan_ambil(r->db, &r->who, req_id(r, "id"), &k);

	if (e == OK)
		e = unduhan_mulai(r, &u, "Daftar Seri", kolom_seri,
				  COUNT(kolom_seri));
	while (unduhan_lagi(r, &u, &e, n)) {
		struct seri_kartu *b;

		e = seri_daftar(r->db, k.id, sesudah, false, UNDUHAN_SEKALI, &b,
				&n);
		for (size_t i = 0; e == OK && i < n; i++) {
			unduhan_teks(&u, b[i].kartu);
			unduhan_teks(&u, b[i].mesin);
			unduhan_baris(&u);
			sesudah = b[i].urut;
		}
	}
	if (e != OK)
		return e;
	return unduhan_kirim(r, &u, arena_printf(r->a, "daftar-seri-%lld",
						 (long long)k.id));
}

static enum err contoh_seri(struct req *r)
{
	struct unduhan u;
	enum err e = unduhan_mulai(r, &u, "Daftar Seri", kolom_seri,
				   COUNT(kolom_seri));

	return e == OK ? unduhan_kirim(r, &u, "contoh-daftar-seri") : e;
}

/* A file of the case: surat, pks, po-1, po-2. */
static enum err unduh_berkas(struct req *r)
{
	const char *mana = req_code(r, "kode");
	struct permintaan k;
	struct pesanan p[PESANAN_MAKS];
	struct berkas b;
	int64_t id = 0;
	size_t n;
	enum err e = permintaan_ambil(r->db, &r->who, req_id(r, "id"), &k);

	if (e == OK)
		e = permintaan_pesanan(r->db, &k, p, &n);
	if (e != OK)
		return e;
	if (strcmp(mana, "surat") == 0)
		id = k.surat.id;
	else if (strcmp(mana, "pks") == 0)
		id = k.pks.id;
	else if (strcmp(mana, "po-1") == 0 && n >= 1)
		id = p[0].berkas.id;
	else if (strcmp(mana, "po-2") == 0 && n >= 2)
		id = p[1].berkas.id;
	if (id == 0)
		return ERR_NOT_FOUND;
	e = berkas_ambil(r->db, id, &b);
	if (e == OK)
		req_send_stored(r, b.sha256, berkas_tipe(b.jenis), b.nama,
				false);
	return e;
}

/* --- the program --- */

#define AKSI(jalur, siapa, jalankan)                                           \
	{ M_GET, jalur, siapa, 0, "permintaan-langkah", form_langkah, NULL },  \
	{ M_POST, jalur, siapa, CSRF | ONCE, "permintaan-langkah", jalankan,   \
	  form_langkah }

static const struct route routes[] = {
	{ M_GET, "/permintaan", ROLE_KASUS, 0, "permintaan", daftar, NULL },
	{ M_POST, "/permintaan", ROLE_PEMINTA, CSRF | ONCE | FILES,
	  "permintaan-form", buat, form_baru },
	{ M_GET, "/permintaan/baru", ROLE_PEMINTA, 0, "permintaan-form",
	  form_baru, NULL },
	{ M_GET, "/permintaan/unduh/{kode}", ROLE_KASUS, 0, NULL, unduh_daftar,
	  NULL },
	{ M_GET, "/permintaan/contoh-seri/{kode}", ROLE_PRODUSEN, 0, NULL,
	  contoh_seri, NULL },
	{ M_GET, "/permintaan/{id}", ROLE_KASUS, 0, "permintaan-lihat", lihat,
	  NULL },
	{ M_GET, "/permintaan/{id}/kartu", ROLE_KASUS, 0, "permintaan-kartu",
	  daftar_kartu, NULL },
	{ M_GET, "/permintaan/{id}/kartu/{kode}", ROLE_KASUS, 0, NULL,
	  unduh_kartu, NULL },
	{ M_GET, "/permintaan/{id}/berkas/{kode}", ROLE_KASUS, 0, NULL,
	  unduh_berkas, NULL },
	{ M_GET, "/permintaan/{id}/ubah", ROLE_PEMINTA, 0, "permintaan-form",
	  form_ubah, NULL },
	{ M_POST, "/permintaan/{id}/ubah", ROLE_PEMINTA, CSRF | ONCE | FILES,
	  "permintaan-form", ubah, form_ubah },
	AKSI("/permintaan/{id}/hapus", ROLE_PEMINTA, hapus),
	AKSI("/permintaan/{id}/tarik", ROLE_PEMINTA, tarik),
	{ M_GET, "/permintaan/{id}/setujui", ROLE_PRODUSEN, 0,
	  "permintaan-setujui", form_setujui, NULL },
	{ M_POST, "/permintaan/{id}/setujui", ROLE_PRODUSEN,
	  CSRF | ONCE | FILES, "permintaan-setujui", setujui, form_setujui },
	{ M_GET, "/permintaan/{id}/laporan-seri/{kode}", ROLE_PRODUSEN, 0,
	  NULL, laporan_seri, NULL },
	AKSI("/permintaan/{id}/tolak", ROLE_PRODUSEN, tolak),
	AKSI("/permintaan/{id}/daftarkan", ROLE_ADMIN, daftarkan),
	AKSI("/permintaan/{id}/disposisi", ROLE_ADMIN, disposisi),
	AKSI("/permintaan/{id}/terima", ROLE_ADMIN, terima),
	AKSI("/permintaan/{id}/kembalikan", ROLE_ADMIN, kembalikan),
};

static const struct program program = { "permintaan", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
