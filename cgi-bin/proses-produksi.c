/*
 * proses-produksi.c - program proses: personalising cards one by one and by
 * file, replacing and taking back (P-12), and the destruction list (P-14).
 */
#include "proses-halaman.h"
#include "lib/laporan.h"
#include "lib/store.h"
#include "lib/text.h"
#include "lib/unduhan.h"
#include "model/dokumen.h"
#include "model/pemusnahan.h"
#include "model/produksi.h"

#include <string.h>

#define TERAKHIR     10
#define CACAT_TAMPIL 20 /* of each state, waiting to be replaced */
#define GALAT_TAMPIL 100
#define BERKAS_MAKS  (10 << 20)

/* ---- card by card ---- */

static enum err tambah_cacat(struct req *r, const struct proses *p,
			     const char *status)
{
	struct kartu_saring s = { .status = status, .banyak = CACAT_TAMPIL };
	struct kartu *k;
	size_t n;
	elem *x;
	enum err e = kartu_daftar(r->db, &r->who, p->permintaan_id, &s, &k, &n);

	if (e != OK || n == 0)
		return e;
	x = el_add(r->page, "cacat");
	for (size_t i = 0; i < n; i++)
		halaman_kartu(r, x, &k[i]);
	return OK;
}

enum err produksi(struct req *r)
{
	struct kartu_saring kosong = { .status = "kosong", .banyak = 1 };
	struct proses p;
	struct kartu *k;
	size_t n;
	elem *x;
	enum err e = halaman_tiket(r, &p);

	if (e == OK)
		e = kartu_terakhir(r->db, p.permintaan_id, TERAKHIR, &k, &n);
	if (e != OK)
		return e;
	x = el_add(r->page, "terakhir");
	for (size_t i = 0; i < n; i++)
		halaman_kartu(r, x, &k[i]);
	/* All but the first, which is that of a good card. */
	for (size_t i = 1; e == OK && produksi_status[i] != NULL; i++)
		e = tambah_cacat(r, &p, produksi_status[i]);
	if (e == OK)
		e = kartu_daftar(r->db, &r->who, p.permintaan_id, &kosong, &k,
				 &n);
	if (e == OK && n > 0)
		halaman_kartu(r, el_add(r->page, "berikutnya"), &k[0]);
	return e;
}

struct isian_kartu {
	struct kerjaan k;
};

static const struct field ruas_kartu[] = {
	{ "seri_kartu", F_TEXT, offsetof(struct isian_kartu, k.seri_kartu), 1,
	  60, F_REQUIRED, NULL },
	{ "sam_id", F_TEXT, offsetof(struct isian_kartu, k.sam_id), 1, 60,
	  F_OPTIONAL, NULL },
	{ "pcid", F_TEXT, offsetof(struct isian_kartu, k.pcid), 1, 60,
	  F_OPTIONAL, NULL },
	{ "status", F_CHOICE, offsetof(struct isian_kartu, k.status), 0, 0,
	  F_OPTIONAL, produksi_status },
	{ "keterangan", F_TEXT, offsetof(struct isian_kartu, k.keterangan), 1,
	  PRODUKSI_KETERANGAN_MAKS, F_OPTIONAL, NULL },
};

/* Where to go on: the same page, or the ticket when it was the last card. */
static enum err lanjut(struct req *r, const char *pesan)
{
	struct proses p;
	enum err e = halaman_ambil(r, &p);

	if (e != OK)
		return e;
	if (strcmp(p.status, "dokumen") == 0)
		req_redirect(r, "produksi-selesai", "/proses/%lld",
			     (long long)p.id);
	else
		req_redirect(r, pesan, "/proses/%lld/produksi",
			     (long long)p.id);
	return OK;
}

enum err catat_kartu(struct req *r)
{
	struct isian_kartu in = { 0 };
	struct kerjaan_galat g;
	bool personal;
	enum err e = form_bind(r, ruas_kartu, COUNT(ruas_kartu), &in);

	personal =
	    in.k.status == NULL || strcmp(in.k.status, produksi_status[0]) == 0;
	/* A scanner without script sends the form after each field: tell all
	   that is still wanted. */
	if (personal && in.k.sam_id == NULL)
		e = form_error(r, "sam_id", "wajib");
	if (personal && in.k.pcid == NULL)
		e = form_error(r, "pcid", "wajib");
	if (e != OK)
		return e;
	e = produksi_catat(r->db, &r->who, req_id(r, "id"), &in.k, &g);
	if (g.kode != NULL && (e == ERR_INPUT || e == ERR_CONFLICT))
		form_error_row(r, g.ruas, g.kode, 0, g.nilai);
	return e == OK ?
		   lanjut(r, personal ? "kartu-personal" : "kartu-cacat") :
		   e;
}

/* ---- by file ---- */

enum err form_berkas(struct req *r)
{
	struct proses p;

	return halaman_tiket(r, &p);
}

struct isian_berkas {
	struct upload *berkas;
	bool sebagian;
};

static const char *const jenis_tabel[] = { "csv", "xlsx", NULL };

static const struct field ruas_berkas[] = {
	{ "berkas", F_FILE, offsetof(struct isian_berkas, berkas), 0,
	  BERKAS_MAKS, F_REQUIRED, jenis_tabel },
	{ "sebagian", F_BOOL, offsetof(struct isian_berkas, sebagian), 0, 0,
	  F_OPTIONAL, NULL },
};

/* The rows that were refused: how many, at the field, and in the summary the
   first of them as "<field>.<code>": their fields are not on the page. */
static void lapor(struct req *r, const struct produksi_hasil *h)
{
	form_error_row(r, "berkas", "baris-salah", 0,
		       arena_printf(r->a, "%zu %zu", h->n_galat, h->dicatat));
	for (size_t i = 0; i < h->n_galat && i < GALAT_TAMPIL; i++)
		form_error_row(r, "",
			       arena_printf(r->a, "%s.%s", h->galat[i].ruas,
					    h->galat[i].kode),
			       (int64_t)h->galat[i].baris, h->galat[i].nilai);
}

enum err impor_berkas(struct req *r)
{
	struct isian_berkas in = { 0 };
	struct produksi_hasil h;
	struct tabel_galat g;
	int fd;
	enum err e = form_bind(r, ruas_berkas, COUNT(ruas_berkas), &in);

	if (e != OK)
		return e;
	fd = store_open(r->a, in.berkas->sha256);
	if (fd < 0)
		return ERR_INTERNAL;
	e = produksi_impor(r->db, &r->who, req_id(r, "id"), fd, in.sebagian,
			   &h, &g);
	if (g.kode != TABEL_BAIK)
		return laporan_tabel(r, "berkas", g);
	if (e == ERR_CONFLICT)
		form_error(r, "", "tiket-status");
	if (e == ERR_INPUT)
		h.dicatat = 0; /* all of it is undone */
	if (e != OK && e != ERR_INPUT)
		return e;
	if (h.n_galat > 0) {
		lapor(r, &h);
		if (e == OK)
			req_commit_anyway(r);
		return ERR_INPUT;
	}
	if (h.dicatat + h.sama == 0)
		return form_error(r, "berkas", "tanpa-baris");
	return lanjut(r, "kartu-berkas");
}

static const struct xlsx_kolom kolom_templat[] = {
	{ "seri_kartu", 22 }, { "sam_id", 26 },     { "pcid", 22 },
	{ "status", 14 },     { "keterangan", 40 },
};

/* The blank cards of the ticket, ready to be filled in. */
enum err templat(struct req *r)
{
	struct kartu_saring s = { .status = "kosong",
				  .banyak = UNDUHAN_SEKALI };
	char kode[TIKET_TEKS];
	struct unduhan u;
	struct proses p;
	struct kartu *k;
	size_t n = UNDUHAN_SEKALI;
	enum err e = halaman_ambil(r, &p);

	if (e == OK)
		e = unduhan_mulai(r, &u, "Produksi", kolom_templat,
				  COUNT(kolom_templat));
	while (unduhan_lagi(r, &u, &e, n)) {
		e = kartu_daftar(r->db, &r->who, p.permintaan_id, &s, &k, &n);
		for (size_t i = 0; e == OK && i < n; i++) {
			unduhan_teks(&u, k[i].seri_kartu);
			unduhan_teks(&u, NULL);
			unduhan_teks(&u, NULL);
			unduhan_teks(&u, produksi_status[0]);
			unduhan_teks(&u, NULL);
			unduhan_baris(&u);
			s.urut = k[i].urut;
		}
	}
	if (e != OK)
		return e;
	tiket_tulis(p.tiket, kode);
	return unduhan_kirim(r, &u, arena_printf(r->a, "produksi-%s", kode));
}

/* ---- one card: replace, take back ---- */

enum err form_kartu(struct req *r)
{
	struct proses p;
	struct kartu k;
	enum err e = halaman_tiket(r, &p);

	if (e == OK)
		e = kartu_ambil(r->db, p.permintaan_id, req_id(r, "kartu"), &k);
	if (e == OK)
		halaman_kartu(r, r->page, &k);
	return e;
}

struct isian_ganti {
	const char *seri;
};

static const struct field ruas_ganti[] = {
	{ "seri_baru", F_TEXT, offsetof(struct isian_ganti, seri), 4, 40,
	  F_REQUIRED, NULL },
};

enum err ganti_kartu(struct req *r)
{
	struct isian_ganti in = { 0 };
	struct kerjaan_galat g;
	enum err e = form_bind(r, ruas_ganti, COUNT(ruas_ganti), &in);

	if (e != OK)
		return e;
	e = produksi_ganti(r->db, &r->who, req_id(r, "id"), req_id(r, "kartu"),
			   in.seri, &g);
	if (e == ERR_INPUT)
		return form_error(r, g.ruas, g.kode);
	if (e == ERR_CONFLICT)
		form_error(r, "", "kartu-status");
	return e == OK ? lanjut(r, "kartu-diganti") : e;
}

enum err urungkan_kartu(struct req *r)
{
	enum err e = produksi_urungkan(r->db, &r->who, req_id(r, "id"),
				       req_id(r, "kartu"));

	if (e == ERR_CONFLICT)
		form_error(r, "", "kartu-status");
	return e == OK ? lanjut(r, "kartu-diurungkan") : e;
}

/* ---- destruction ---- */

enum err pemusnahan(struct req *r)
{
	struct pemusnahan *m;
	char kode[TIKET_TEKS];
	int64_t total;
	size_t n;
	elem *x;
	enum err e = pemusnahan_daftar(r->db, &m, &n, &total);

	if (e != OK)
		return e;
	x = el_add(r->page, "pemusnahan");
	el_int(x, "total", total);
	el_int(x, "tampil", (int64_t)n);
	el_int(x, "saksi", PEMUSNAHAN_SAKSI_MAKS);
	for (size_t i = 0; i < n; i++) {
		elem *k = el_add(x, "kartu");

		tiket_tulis(m[i].tiket, kode);
		el_int(k, "id", m[i].kartu_id);
		el_int(k, "proses", m[i].proses_id);
		el_attr(k, "tiket", kode);
		el_attr(k, "seri-kartu", m[i].seri_kartu);
		el_attr(k, "alasan", m[i].alasan);
		el_attr(k, "keterangan", m[i].keterangan);
		el_attr(k, "lembaga", m[i].lembaga);
		el_time(r->a, k, "masuk", m[i].masuk);
	}
	return OK;
}

struct isian_pemusnahan {
	struct saksi saksi[PEMUSNAHAN_SAKSI_MAKS];
};

#define SAKSI(n, wajib)                                                        \
	{ "saksi-" #n "-nama",                                                 \
	  F_TEXT,                                                              \
	  offsetof(struct isian_pemusnahan, saksi[n - 1].nama),                \
	  3,                                                                   \
	  100,                                                                 \
	  wajib,                                                               \
	  NULL },                                                              \
	{                                                                      \
		"saksi-" #n "-jabatan", F_TEXT,                                \
		    offsetof(struct isian_pemusnahan, saksi[n - 1].jabatan),   \
		    3, 100, wajib, NULL                                        \
	}

static const struct field ruas_pemusnahan[] = {
	SAKSI(1, F_REQUIRED),
	SAKSI(2, F_REQUIRED),
	SAKSI(3, F_OPTIONAL),
	SAKSI(4, F_OPTIONAL),
};

/* The cards that were ticked, each once; their number to *n. */
static int64_t *ambil_kartu(struct req *r, size_t *n)
{
	size_t banyak;
	const char **v = form_values(r, "kartu[]", &banyak);
	int64_t *id = arena_array(r->a, banyak + 1, sizeof(*id));

	*n = 0;
	for (size_t i = 0; i < banyak; i++) {
		bool ada = false;

		if (!text_to_int(v[i], &id[*n]) || id[*n] < 1)
			continue;
		for (size_t k = 0; k < *n; k++)
			ada |= id[k] == id[*n];
		*n += !ada;
	}
	return id;
}

enum err buat_pemusnahan(struct req *r)
{
	struct isian_pemusnahan in = { 0 };
	size_t n, n_saksi = 0;
	int64_t dokumen = 0;
	int64_t *kartu;
	enum err e = form_bind(r, ruas_pemusnahan, COUNT(ruas_pemusnahan), &in);

	kartu = ambil_kartu(r, &n);
	if (n == 0)
		e = form_error(r, "kartu", "kartu-wajib");
	if (n > PEMUSNAHAN_MAKS)
		e = form_error(r, "kartu", "kartu-banyak");
	for (size_t i = 0; i < COUNT(in.saksi); i++) {
		const struct saksi *s = &in.saksi[i];

		if (i >= PEMUSNAHAN_SAKSI_MIN &&
		    (s->nama == NULL) != (s->jabatan == NULL))
			e = form_error(
			    r,
			    arena_printf(r->a, "saksi-%zu-%s", i + 1,
					 s->nama == NULL ? "nama" : "jabatan"),
			    "wajib");
		if (s->nama != NULL && s->jabatan != NULL)
			in.saksi[n_saksi++] = *s;
	}
	if (form_failed(r))
		return e;
	e = dokumen_pemusnahan(r->db, &r->who, kartu, n, in.saksi, n_saksi,
			       &dokumen);
	if (e == ERR_CONFLICT)
		form_error(r, "kartu", "kartu-berubah");
	if (e == OK)
		req_redirect(r, "pemusnahan-dibuat", "/dokumen/%lld",
			     (long long)dokumen);
	return e;
}
