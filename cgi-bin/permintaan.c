/*
 * permintaan.c - program: requests for SAM cards (P-01 ... P-06).  Routes,
 * detail page and downloads; the list is permintaan-tabel.c, the forms are
 * permintaan-formulir.c.
 */
#include "permintaan-halaman.h"
#include "lib/list.h"
#include "lib/unduhan.h"
#include "model/berkas.h"
#include "model/lembaga.h"
#include "model/proses.h"

#include <string.h>

#define CUPLIKAN 10

/* --- one request --- */

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
		if (permintaan_boleh(&r->who, k, permintaan_aksi[i]))
			el_attr(el_add(e, "boleh"), "aksi",
				permintaan_aksi[i]);
	return e;
}

enum err halaman_produsen(struct req *r, int64_t juga, const char *nama)
{
	struct lembaga_pilihan *p;
	size_t n;
	enum err e = lembaga_produsen(r->db, &p, &n);
	elem *x, *o;

	if (e != OK)
		return e;
	x = el_add(r->page, "pilihan");
	el_attr(x, "nama", "produsen");
	for (size_t i = 0; i < n; i++) {
		o = el_add_text(x, "opsi", p[i].nama);
		el_int(o, "nilai", p[i].id);
		if (p[i].id == juga)
			juga = 0;
	}
	if (juga != 0)
		el_int(el_add_text(x, "opsi", nama), "nilai", juga);
	return OK;
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
	elem *x = el_add(r->page, "linimasa");

	for (size_t i = 0; e == OK && i < n; i++) {
		elem *y = el_add_text(x, "peristiwa", p[i].catatan);

		el_time(r->a, y, "waktu", p[i].waktu);
		el_attr(y, "oleh", p[i].oleh);
		el_attr(y, "lembaga", p[i].lembaga);
		el_attr(y, "kode", p[i].kode);
		el_attr(y, "dari", p[i].dari);
		el_attr(y, "ke", p[i].ke);
	}
	return e;
}

static void tambah_kartu(elem *e, const struct seri_kartu *k, size_t dari,
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

static enum err lihat(struct req *r)
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
			tambah_kartu(el_add(r->page, "cuplikan"), kartu, 0, n);
	}
	if (e == OK)
		e = tambah_riwayat(r, &k);
	return e;
}

static enum err daftar_kartu(struct req *r)
{
	static const char *const urutan[] = { "urut", NULL };
	struct permintaan k;
	struct seri_kartu *kartu;
	struct list_edge awal = { 0 }, akhir = { 0 };
	size_t n = 0, mulai, sampai;
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
	mulai = l.backward && n > (size_t)l.per ? 1 : 0;
	sampai = n > (size_t)l.per && !l.backward ? n - 1 : n;
	if (sampai > mulai) {
		awal.id = kartu[mulai].urut;
		akhir.id = kartu[sampai - 1].urut;
	}
	x = list_add(r, &l, n, awal, akhir, k.kartu, true);
	tambah_kartu(x, kartu, mulai, sampai);
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
	struct arena *potong = unduhan_arena(r);
	struct permintaan k;
	struct unduhan u;
	int64_t sesudah = 0;
	size_t n = UNDUHAN_SEKALI;
	enum err e = permintaan_ambil(r->db, &r->who, req_id(r, "id"), &k);

	if (e == OK && potong == NULL)
		e = ERR_BUSY;
	if (e == OK)
		e = unduhan_mulai(r, &u, "Daftar Seri", kolom_seri,
				  COUNT(kolom_seri));
	while (e == OK && n == UNDUHAN_SEKALI) {
		struct seri_kartu *b;

		arena_reset(potong);
		db_use_arena(r->db, potong);
		e = seri_daftar(r->db, k.id, sesudah, false, UNDUHAN_SEKALI, &b,
				&n);
		db_use_arena(r->db, r->a);
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
