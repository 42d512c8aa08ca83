/*
 * permintaan-formulir.c - the forms of program permintaan: the institution's
 * request, the producer's approval with its serial list, and the one-page
 * actions of everybody.
 */
#include "permintaan-halaman.h"
#include "lib/clock.h"
#include "lib/laporan.h"
#include "lib/store.h"
#include "lib/text.h"
#include "model/lembaga.h"

#include <string.h>

#define PDF_MAKS (10 * 1024 * 1024)
#define SERI_BERKAS_MAKS (20 * 1024 * 1024)
#define LAPORAN_TAMPIL 100

/* One that p may see and, now, do this to; wrong state is ERR_CONFLICT. */
static enum err ambil_untuk(struct req *r, const char *aksi,
			    struct permintaan *k)
{
	enum err e = permintaan_ambil(r->db, &r->who, req_id(r, "id"), k);

	if (e == OK && !permintaan_boleh(&r->who, k->status, aksi))
		e = ERR_CONFLICT;
	return e;
}

/* --- the request itself --- */

struct isian {
	int64_t versi;
	const char *aksi;
	struct permintaan_isian p;
};

#define DI(anggota) offsetof(struct isian, anggota)

static const char *const pilihan_aksi[] = { "draf", "kirim", NULL };
static const char *const pilihan_fungsi[] = { "R", "RW", NULL };

static const struct field ruas_isian[] = {
	{ "nomor", F_TEXT, DI(p.nomor), 1, 60, F_REQUIRED, NULL },
	{ "judul", F_TEXT, DI(p.judul), 3, 150, F_REQUIRED, NULL },
	{ "produsen", F_INT, DI(p.produsen_id), 1, INT64_MAX, F_REQUIRED,
	  NULL },
	{ "jumlah", F_INT, DI(p.jumlah), 1, PERMINTAAN_JUMLAH_MAKS, F_REQUIRED,
	  NULL },
	{ "fungsi", F_CHOICE, DI(p.fungsi), 0, 0, F_REQUIRED, pilihan_fungsi },
	{ "berkas", F_FILE, DI(p.surat), 0, PDF_MAKS, F_OPTIONAL, form_pdf },
	{ "catatan", F_LINES, DI(p.catatan), 0, 1000, F_OPTIONAL, NULL },
	{ "aksi", F_CHOICE, DI(aksi), 0, 0, F_REQUIRED, pilihan_aksi },
	{ "versi", F_INT, DI(versi), 0, INT32_MAX, F_OPTIONAL, NULL },
};

enum err form_baru(struct req *r)
{
	return halaman_produsen(r, 0, NULL);
}

enum err form_ubah(struct req *r)
{
	struct permintaan k;
	enum err e = ambil_untuk(r, "ubah", &k);

	if (e != OK)
		return e;
	halaman_permintaan(r, &k);
	return halaman_produsen(r, k.produsen_id, k.produsen);
}

/* What one field cannot know.  ada_surat: the draft has its letter. */
static enum err ikat_isian(struct req *r, struct isian *in, bool ada_surat)
{
	enum err e;

	form_bind(r, ruas_isian, COUNT(ruas_isian), in);
	if (in->p.fungsi != NULL && strcmp(in->p.fungsi, "RW") == 0 &&
	    r->who.role != ROLE_DINAS)
		form_error(r, "fungsi", "rw-dinas");
	if (in->p.produsen_id != 0) {
		e = lembaga_adalah_produsen(r->db, in->p.produsen_id);
		if (e == ERR_NOT_FOUND)
			form_error(r, "produsen", "produsen-nonaktif");
		else if (e != OK)
			return e;
	}
	if (in->aksi != NULL && strcmp(in->aksi, "kirim") == 0 &&
	    in->p.surat == NULL && !ada_surat && !form_failed(r))
		form_error(r, "berkas", "berkas-wajib");
	return form_failed(r) ? ERR_INPUT : OK;
}

static void ke_rincian(struct req *r, const char *pesan, int64_t id)
{
	req_redirect(r, pesan, "/permintaan/%lld", (long long)id);
}

enum err buat(struct req *r)
{
	struct isian in = { 0 };
	bool kirim, terpakai = false;
	int64_t id;
	enum err e = ikat_isian(r, &in, false);

	if (e != OK)
		return e;
	kirim = strcmp(in.aksi, "kirim") == 0;
	e = permintaan_buat(r->db, &r->who, &in.p, kirim, &id, &terpakai);
	if (terpakai)
		return form_error(r, "nomor", "sudah-dipakai");
	if (e == OK)
		ke_rincian(r, kirim ? "permintaan-dikirim" : "draf-disimpan",
			   id);
	return e;
}

enum err ubah(struct req *r)
{
	struct isian in = { 0 };
	struct permintaan k;
	bool kirim, terpakai = false;
	enum err e = ambil_untuk(r, "ubah", &k);

	if (e == OK)
		e = ikat_isian(r, &in, k.surat.id != 0);
	if (e != OK)
		return e;
	kirim = strcmp(in.aksi, "kirim") == 0;
	e = permintaan_ubah(r->db, &r->who, k.id, in.versi, &in.p, kirim,
			    &terpakai);
	if (terpakai)
		return form_error(r, "nomor", "sudah-dipakai");
	if (e == OK)
		ke_rincian(r, kirim ? "permintaan-dikirim" : "draf-disimpan",
			   k.id);
	return e;
}

#undef DI

/* --- the producer's approval --- */

struct isian_pesanan {
	const char *nomor;
	const char *tanggal;
	int64_t jumlah;
	struct upload *berkas;
};

struct isian_setujui {
	int64_t versi;
	struct upload *seri_berkas;
	const char *seri_ketik;
	struct upload *pks;
	const char *jalur;
	const char *perantara;
	struct isian_pesanan po[PESANAN_MAKS];
};

#define DI(anggota) offsetof(struct isian_setujui, anggota)

static const char *const jenis_seri[] = { "csv", "xlsx", NULL };
static const char *const pilihan_jalur[] = { "langsung", "perantara", NULL };

#define RUAS_PESANAN(i, n, wajib)                                              \
	{ "po" n "-nomor", F_TEXT, DI(po[i].nomor), 1, 60, wajib, NULL },      \
	{ "po" n "-tanggal", F_DATE, DI(po[i].tanggal), 0, 0, wajib, NULL },   \
	{ "po" n "-jumlah", F_INT, DI(po[i].jumlah), 1, 10000000, wajib,       \
	  NULL },                                                              \
	{ "po" n "-berkas", F_FILE, DI(po[i].berkas), 0, PDF_MAKS, F_OPTIONAL, \
	  form_pdf }

static const struct field ruas_setujui[] = {
	{ "versi", F_INT, DI(versi), 1, INT32_MAX, F_REQUIRED, NULL },
	{ "seri-berkas", F_FILE, DI(seri_berkas), 0, SERI_BERKAS_MAKS,
	  F_OPTIONAL, jenis_seri },
	{ "seri-ketik", F_LINES, DI(seri_ketik), 0, 1000000, F_OPTIONAL,
	  NULL },
	{ "jalur", F_CHOICE, DI(jalur), 0, 0, F_REQUIRED, pilihan_jalur },
	RUAS_PESANAN(0, "1", F_REQUIRED),
	{ "perantara", F_TEXT, DI(perantara), 3, 150, F_OPTIONAL, NULL },
	RUAS_PESANAN(1, "2", F_OPTIONAL),
	{ "pks", F_FILE, DI(pks), 0, PDF_MAKS, F_OPTIONAL, form_pdf },
};

#undef DI

enum err form_setujui(struct req *r)
{
	struct permintaan k;
	elem *x;
	enum err e = ambil_untuk(r, "setujui", &k);

	if (e != OK)
		return e;
	x = halaman_permintaan(r, &k);
	return halaman_pesanan(r, x, &k);
}

static enum err baca_seri(struct req *r, const struct isian_setujui *in,
			  struct seri *s, const char **ruas)
{
	struct tabel_galat galat = { 0 };
	int fd;
	enum err e;

	if (in->seri_ketik != NULL) {
		*ruas = "seri-ketik";
		e = seri_baca_teks(r->a, in->seri_ketik, s, &galat);
	} else {
		*ruas = "seri-berkas";
		fd = store_open(r->a, in->seri_berkas->sha256);
		if (fd < 0)
			return ERR_INTERNAL;
		e = seri_baca_berkas(r->a, fd, s, &galat);
	}
	if (e != ERR_INPUT && e != ERR_TYPE && e != ERR_TOO_LARGE)
		return e;
	return laporan_tabel(r, *ruas, galat);
}

/*
 * Tell what is wrong with the list: the first rows on the page, all of them
 * in a file.
 */
static enum err lapor_seri(struct req *r, const struct seri *s,
			   const char *ruas)
{
	const char *akhir;
	enum err e = laporan_simpan(r, "seri", seri_laporan(r->a, s), &akhir);

	if (e != OK)
		return e;
	form_error_row(r, ruas, "daftar-salah", (int64_t)s->n_galat,
		       arena_printf(r->a, "/permintaan/%lld/laporan-seri/%s",
				    (long long)req_id(r, "id"), akhir));
	for (size_t i = 0; i < s->n_galat && i < LAPORAN_TAMPIL; i++)
		form_error_row(r, "seri-baris", s->galat[i].kode,
			       (int64_t)s->galat[i].nomor, s->galat[i].nilai);
	return ERR_INPUT;
}

/* The list that came with the form, checked; *ada false when none did. */
static enum err ikat_seri(struct req *r, const struct isian_setujui *in,
			  const struct permintaan *k, struct seri *s, bool *ada)
{
	const char *ruas;
	enum err e;

	*ada = in->seri_berkas != NULL || in->seri_ketik != NULL;
	if (in->seri_berkas != NULL && in->seri_ketik != NULL)
		return form_error(r, "seri-ketik", "dua-cara");
	if (!*ada)
		return k->kartu == k->jumlah ?
			       OK :
			       form_error(r, "seri-berkas", "berkas-wajib");
	e = baca_seri(r, in, s, &ruas);
	if (e == OK)
		e = seri_periksa(r->db, k->id, s);
	if (e != OK)
		return e;
	if ((int64_t)s->n != k->jumlah)
		form_error_row(r, ruas, "jumlah-seri", 0,
			       arena_printf(r->a, "%zu", s->n));
	if (s->n_galat > 0)
		return lapor_seri(r, s, ruas);
	return (int64_t)s->n != k->jumlah ? ERR_INPUT : OK;
}

static const char *nama_ruas(struct req *r, size_t i, const char *ruas)
{
	return arena_printf(r->a, "po%zu-%s", i + 1, ruas);
}

/* One purchase order; lama: that of an earlier approval, or NULL. */
static void ikat_pesanan(struct req *r, const struct isian_setujui *in,
			 const struct permintaan *k, size_t i,
			 const struct pesanan *lama, struct pesanan *po)
{
	const struct isian_pesanan *p = &in->po[i];

	*po = (struct pesanan){ .nomor = p->nomor, .tanggal = p->tanggal,
				.jumlah = p->jumlah, .baru = p->berkas };
	if (lama != NULL)
		po->berkas = lama->berkas;
	/* The first one's are F_REQUIRED. */
	if (i > 0 && p->nomor == NULL)
		form_error(r, nama_ruas(r, i, "nomor"), "wajib");
	if (i > 0 && p->tanggal == NULL)
		form_error(r, nama_ruas(r, i, "tanggal"), "wajib");
	if (i > 0 && p->jumlah == 0)
		form_error(r, nama_ruas(r, i, "jumlah"), "wajib");
	if (p->tanggal != NULL && strcmp(p->tanggal, clock_today(r->a)) > 0)
		form_error(r, nama_ruas(r, i, "tanggal"), "masa-depan");
	if (p->jumlah != 0 && p->jumlah < k->jumlah)
		form_error(r, nama_ruas(r, i, "jumlah"), "kurang-dari-mesin");
	if (po->baru == NULL && po->berkas.id == 0)
		form_error(r, nama_ruas(r, i, "berkas"), "berkas-wajib");
}

static enum err ikat_setujui(struct req *r, const struct permintaan *k,
			     struct isian_setujui *in, struct persetujuan *s)
{
	struct pesanan lama[PESANAN_MAKS];
	size_t n_lama;
	bool perantara;
	enum err e = permintaan_pesanan(r->db, k, lama, &n_lama);

	if (e != OK)
		return e;
	form_bind(r, ruas_setujui, COUNT(ruas_setujui), in);
	perantara = in->jalur != NULL && strcmp(in->jalur, "perantara") == 0;
	if (perantara && in->perantara == NULL)
		form_error(r, "perantara", "wajib");
	s->n_pesanan = perantara ? 2 : 1;
	for (size_t i = 0; i < s->n_pesanan; i++)
		ikat_pesanan(r, in, k, i, i < n_lama ? &lama[i] : NULL,
			     &s->pesanan[i]);
	s->pesanan[0].dari = k->lembaga;
	s->pesanan[0].kepada = perantara ? in->perantara : k->produsen;
	s->pesanan[1].dari = in->perantara;
	s->pesanan[1].kepada = k->produsen;
	s->pks = in->pks;
	if (in->pks == NULL && k->pks.id == 0)
		form_error(r, "pks", "berkas-wajib");
	return OK;
}

enum err setujui(struct req *r)
{
	struct isian_setujui in = { 0 };
	struct persetujuan s = { 0 };
	struct permintaan k;
	struct seri seri;
	bool ada = false;
	enum err e = ambil_untuk(r, "setujui", &k);

	if (e == OK)
		e = ikat_setujui(r, &k, &in, &s);
	if (e != OK)
		return e;
	e = ikat_seri(r, &in, &k, &seri, &ada);
	if (e == OK && form_failed(r))
		e = ERR_INPUT;
	if (e != OK)
		return e;
	s.seri = ada ? &seri : NULL;
	e = permintaan_setujui(r->db, &r->who, k.id, in.versi, &s);
	if (e == OK)
		ke_rincian(r, "permintaan-disetujui", k.id);
	return e;
}

/* GET: the whole report of lapor_seri(), for the one who got the link. */
enum err laporan_seri(struct req *r)
{
	struct permintaan k;
	enum err e = permintaan_ambil(r->db, &r->who, req_id(r, "id"), &k);

	return e == OK ? laporan_kirim(r, "seri", "laporan-seri") : e;
}

/* --- actions of one page --- */

enum err form_langkah(struct req *r)
{
	const char *aksi = strrchr(r->path, '/') + 1;
	struct permintaan k;
	elem *x;
	enum err e = ambil_untuk(r, aksi, &k);

	if (e != OK)
		return e;
	x = halaman_permintaan(r, &k);
	el_attr(x, "aksi", aksi);
	el_attr(x, "hari-ini", clock_today(r->a));
	return halaman_disposisi(r, x, &k);
}

struct isian_langkah {
	int64_t versi;
	const char *alasan;
	const char *nomor;
	const char *tanggal;
	const char *tanggal_disposisi[DISPOSISI_N];
	const char *catatan_disposisi[DISPOSISI_N];
};

#define DI(anggota) offsetof(struct isian_langkah, anggota)
#define VERSI { "versi", F_INT, DI(versi), 1, INT32_MAX, F_REQUIRED, NULL }

static const struct field ruas_yakin[] = { VERSI };
static const struct field ruas_tarik[] = {
	VERSI,
	{ "alasan", F_LINES, DI(alasan), 0, 1000, F_OPTIONAL, NULL },
};
static const struct field ruas_alasan[] = {
	VERSI,
	{ "alasan", F_LINES, DI(alasan), 5, 1000, F_REQUIRED, NULL },
};
static const struct field ruas_daftarkan[] = {
	VERSI,
	{ "agenda-nomor", F_TEXT, DI(nomor), 1, 40, F_REQUIRED, NULL },
	{ "agenda-tanggal", F_DATE, DI(tanggal), 0, 0, F_REQUIRED, NULL },
};
#define RUAS_DISPOSISI(i, jabatan)                                             \
	{ "tanggal-" jabatan, F_DATE, DI(tanggal_disposisi[i]), 0, 0,          \
	  F_OPTIONAL, NULL },                                                  \
	{ "catatan-" jabatan, F_TEXT, DI(catatan_disposisi[i]), 0, 250,        \
	  F_OPTIONAL, NULL }
static const struct field ruas_disposisi[] = {
	VERSI,
	RUAS_DISPOSISI(0, "dirjen"),
	RUAS_DISPOSISI(1, "fpddk"),
	RUAS_DISPOSISI(2, "kasubdit"),
};

#undef DI
#undef VERSI

enum err hapus(struct req *r)
{
	struct isian_langkah in = { 0 };
	enum err e = form_bind(r, ruas_yakin, COUNT(ruas_yakin), &in);

	if (e == OK)
		e = permintaan_hapus(r->db, &r->who, req_id(r, "id"),
				     in.versi);
	if (e == OK)
		req_redirect(r, "draf-dihapus", "/permintaan");
	return e;
}

enum err tarik(struct req *r)
{
	struct isian_langkah in = { 0 };
	int64_t id = req_id(r, "id");
	enum err e = form_bind(r, ruas_tarik, COUNT(ruas_tarik), &in);

	if (e == OK)
		e = permintaan_tarik(r->db, &r->who, id, in.versi, in.alasan);
	if (e == OK)
		ke_rincian(r, "permintaan-ditarik", id);
	return e;
}

enum err tolak(struct req *r)
{
	struct isian_langkah in = { 0 };
	int64_t id = req_id(r, "id");
	enum err e = form_bind(r, ruas_alasan, COUNT(ruas_alasan), &in);

	if (e == OK)
		e = permintaan_tolak(r->db, &r->who, id, in.versi, in.alasan);
	if (e == OK)
		ke_rincian(r, "permintaan-ditolak", id);
	return e;
}

enum err kembalikan(struct req *r)
{
	struct isian_langkah in = { 0 };
	int64_t id = req_id(r, "id");
	enum err e = form_bind(r, ruas_alasan, COUNT(ruas_alasan), &in);

	if (e == OK)
		e = permintaan_kembalikan(r->db, &r->who, id, in.versi,
					  in.alasan);
	if (e == OK)
		ke_rincian(r, "permintaan-dikembalikan", id);
	return e;
}

enum err daftarkan(struct req *r)
{
	struct isian_langkah in = { 0 };
	int64_t id = req_id(r, "id");
	enum err e = form_bind(r, ruas_daftarkan, COUNT(ruas_daftarkan), &in);

	if (in.tanggal != NULL && strcmp(in.tanggal, clock_today(r->a)) > 0)
		e = form_error(r, "agenda-tanggal", "masa-depan");
	if (e == OK)
		e = permintaan_daftarkan(r->db, &r->who, id, in.versi,
					 in.nomor, in.tanggal);
	if (e == OK)
		ke_rincian(r, "surat-didaftarkan", id);
	return e;
}

enum err disposisi(struct req *r)
{
	struct isian_langkah in = { 0 };
	struct disposisi d[DISPOSISI_N];
	struct permintaan k;
	const char *salah = NULL;
	size_t mana = 0;
	enum err e = ambil_untuk(r, "disposisi", &k);

	if (e == OK)
		e = form_bind(r, ruas_disposisi, COUNT(ruas_disposisi), &in);
	if (e != OK)
		return e;
	for (size_t i = 0; i < DISPOSISI_N; i++)
		d[i] = (struct disposisi){ disposisi_jabatan[i],
					   in.tanggal_disposisi[i],
					   in.catatan_disposisi[i] };
	if (d[0].tanggal == NULL)
		return form_error(r, "tanggal-dirjen", "wajib");
	salah = disposisi_periksa(d, k.agenda_tanggal, clock_today(r->a),
				  &mana);
	if (salah != NULL)
		return form_error(r, arena_printf(r->a, "tanggal-%s",
						  disposisi_jabatan[mana]),
				  salah);
	e = permintaan_catat_disposisi(r->db, &r->who, k.id, in.versi, d);
	if (e == OK)
		ke_rincian(r, "disposisi-dicatat", k.id);
	return e;
}

enum err terima(struct req *r)
{
	struct isian_langkah in = { 0 };
	int64_t id = req_id(r, "id"), proses;
	enum err e = form_bind(r, ruas_yakin, COUNT(ruas_yakin), &in);

	if (e != OK)
		return e;
	e = permintaan_terima(r->db, &r->who, id, in.versi, &proses);
	if (e == ERR_INPUT)
		return form_error(r, "", "disposisi-belum-lengkap");
	if (e == OK)
		ke_rincian(r, "permintaan-diterima", id);
	return e;
}
