/*
 * terbit.c - see terbit.h.
 */
#include "terbit.h"

#include "../lib/clock.h"
#include "../lib/config.h"
#include "../lib/log.h"
#include "../lib/store.h"
#include "../lib/view.h"
#include "../model/dokumen.h"
#include "../model/pengaturan.h"
#include "../model/proses.h"
#include "kop.h"
#include "susun.h"
#include "tanda-tangan.h"

#include <stdlib.h>
#include <string.h>

/* Kind in the register, and its stylesheet in xslt/dokumen. */
static const char *const lembar[][2] = {
	{ "bast", "bast" },
	{ "surat-balasan", "surat-balasan" },
	{ "surat-selesai", "surat-selesai" },
	{ "pemusnahan", "berita-acara-pemusnahan" },
	{ "bast-kembali", "bast-kembali" },
};

static const char *nama_lembar(const char *jenis)
{
	for (size_t i = 0; i < sizeof(lembar) / sizeof(*lembar); i++)
		if (strcmp(lembar[i][0], jenis) == 0)
			return lembar[i][1];
	return "";
}

/* ---- the document XML (vocabulary: xslt/dokumen/bagian.xsl) ---- */

/* The date of a UTC moment in the office's zone; NULL for NULL. */
static const char *hari(struct arena *a, const char *utc)
{
	const char *lokal = clock_local(a, utc);

	return lokal == NULL ? NULL : arena_strndup(a, lokal, 10);
}

static void isi_pihak(struct db *db, elem *root, const struct dokumen_isi *d)
{
	elem *e = el_add(root, "pihak-pertama");

	el_attr(e, "nama", d->pejabat.nama);
	el_attr(e, "nip", d->pejabat.nip);
	el_attr(e, "jabatan", d->pejabat.jabatan);
	el_attr(e, "instansi", pengaturan_teks(db, "kantor_nama", ""));
	e = el_add(root, "pihak-kedua");
	el_attr(e, "nama", d->wakil.nama);
	el_attr(e, "identitas", d->wakil.identitas);
	el_attr(e, "jabatan", d->wakil.jabatan);
	el_attr(e, "instansi", d->produsen.nama);
	el_attr(e, "alamat",
		arena_printf(db_arena(db), "%s, %s", d->produsen.alamat,
			     d->produsen.kota));
	e = el_add(root, "penandatangan");
	el_attr(e, "nama", d->pejabat.nama);
	el_attr(e, "nip", d->pejabat.nip);
	el_attr(e, "jabatan", d->pejabat.jabatan);
}

/* Who gives cards back, for which institution, and why. */
static void isi_kembali(struct arena *a, elem *root,
			const struct dokumen_isi *d)
{
	elem *e;

	if (d->kembali.nama == NULL)
		return;
	e = el_add(root, "pengembalian");
	el_attr(e, "nama", d->kembali.nama);
	el_attr(e, "jabatan", d->kembali.jabatan);
	el_attr(e, "alasan", d->kembali.alasan);
	el_attr(e, "catatan", d->kembali.catatan);
	e = el_add(root, "lembaga");
	el_attr(e, "nama", d->lembaga.nama);
	el_attr(e, "kode", d->lembaga.kode);
	el_attr(e, "alamat",
		arena_printf(a, "%s, %s", d->lembaga.alamat, d->lembaga.kota));
}

static void isi_tiket(struct arena *a, elem *root, const struct dokumen_isi *d)
{
	char tiket[TIKET_TEKS];
	elem *e;

	if (d->proses.tiket == 0)
		return;
	tiket_tulis(d->proses.tiket, tiket);
	e = el_add(root, "proses");
	el_attr(e, "tiket", tiket);
	el_attr(e, "judul", d->proses.judul);
	el_attr(e, "nomor-permintaan", d->proses.nomor);
	el_attr(e, "tanggal-permintaan", hari(a, d->proses.diajukan));
	el_attr(e, "fungsi", d->proses.fungsi);
	el_int(e, "jumlah", d->proses.jumlah);
	el_int(e, "jumlah-gagal", d->proses.jumlah_gagal);
	el_attr(e, "tanggal-mulai", hari(a, d->proses.mulai));
	el_attr(e, "tanggal-selesai", hari(a, d->proses.tuntas));
	el_attr(e, "nomor-bast", d->proses.nomor_bast);
	e = el_add(root, "lembaga");
	el_attr(e, "nama", d->lembaga.nama);
	el_attr(e, "kode", d->lembaga.kode);
	el_attr(e, "alamat", d->lembaga.alamat);
	e = el_add(root, "produsen");
	el_attr(e, "nama", d->produsen.nama);
	el_attr(e, "alamat", d->produsen.alamat);
	el_attr(e, "kota", d->produsen.kota);
}

static void isi_daftar(elem *root, const struct dokumen_isi *d)
{
	for (size_t i = 0; i < d->n_kartu; i++) {
		elem *e = el_add(root, "kartu");

		el_attr(e, "seri-kosong", d->kartu[i].seri_kartu);
		el_attr(e, "sam-id", d->kartu[i].sam_id);
		el_attr(e, "pcid", d->kartu[i].pcid);
		el_attr(e, "seri-mesin", d->kartu[i].seri_mesin);
	}
	for (size_t i = 0; i < d->n_rusak; i++) {
		elem *e = el_add(root, "kartu-rusak");

		el_attr(e, "seri-kosong", d->rusak[i].seri_kartu);
		el_attr(e, "keadaan", d->rusak[i].alasan);
		el_attr(e, "keterangan", d->rusak[i].keterangan);
	}
	for (size_t i = 0; i < d->n_saksi; i++) {
		elem *e = el_add(root, "saksi");

		el_attr(e, "nama", d->saksi[i].nama);
		el_attr(e, "jabatan", d->saksi[i].jabatan);
	}
}

/* Draw it; t NULL: as a draft. */
static enum err gambar(struct db *db, const struct dokumen_isi *d,
		       const struct penerbitan *t, struct blob *pdf)
{
	struct arena *a = db_arena(db);
	struct view *v = view_new(a, "dokumen");
	elem *root = view_root(v);
	const char *kini = clock_today(a);
	int64_t waktu_ms = t == NULL ? clock_now_ms() : clock_parse(t->waktu);

	el_attr(root, "jenis", nama_lembar(d->jenis));
	el_attr(root, "status", t == NULL ? "draf" : "berlaku");
	el_attr(root, "nomor", t == NULL ? "" : t->nomor);
	el_attr(root, "tanggal", t == NULL ? kini : t->tanggal);
	el_attr(root, "kota", pengaturan_teks(db, "kantor_kota", ""));
	if (t != NULL) {
		el_attr(root, "kode", t->kode);
		el_attr(root, "alamat-verifikasi",
			arena_printf(a, "%s/verifikasi/%s",
				     config_get("alamat", ""), t->kode));
	}
	dokumen_kop(db, root);
	isi_pihak(db, root, d);
	isi_tiket(a, root, d);
	isi_kembali(a, root, d);
	isi_daftar(root, d);
	if (!view_ok(v))
		return ERR_BUSY;
	return dokumen_susun(a, view_doc(v),
			     arena_printf(a, "%s/dokumen/%s.xsl",
					  config_get("xslt", "xslt"),
					  nama_lembar(d->jenis)),
			     (time_t)(waktu_ms / 1000), pdf);
}

/* ---- signing ---- */

static enum err tanda_tangani(struct db *db, const struct dokumen_isi *d,
			      const struct penerbitan *t, struct blob pdf,
			      struct blob *hasil)
{
	struct arena *a = db_arena(db);
	const char *dir = config_get("kunci_dir", "kunci");
	struct tanda_tangan tt = {
		.kunci = t->segel ?
			     arena_printf(a, "%s/segel-dokumen.pem", dir) :
			     arena_printf(a, "%s/tanda-tangan/%s.pem", dir,
					  d->pejabat.username),
		.ca = arena_printf(a, "%s/ca.pem", dir),
		.lokasi = pengaturan_teks(db, "kantor_kota", NULL),
		.waktu = (time_t)(clock_parse(t->waktu) / 1000),
	};
	enum err e = tanda_tangan_pdf(a, pdf, &tt, hasil);

	if (e == ERR_NOT_FOUND) {
		log_error("no signing key %s", tt.kunci);
		return ERR_GONE;
	}
	/* Whatever else it says is about the file we made: our mistake. */
	return e == OK || e == ERR_BUSY ? e : ERR_INTERNAL;
}

/* Draw, sign, store and register one that has its number. */
static enum err terbitkan_satu(struct db *db, const struct pelaku *p,
			       struct penerbitan *t)
{
	struct dokumen_isi d;
	struct blob pdf, hasil;
	enum err e = dokumen_isi(db, t->id, &d);

	if (e == OK && strcmp(d.jenis, "bast") == 0 &&
	    (int64_t)d.n_kartu != d.proses.jumlah)
		e = ERR_CONFLICT;
	if (e == OK)
		e = gambar(db, &d, t, &pdf);
	if (e == OK)
		e = tanda_tangani(db, &d, t, pdf, &hasil);
	if (e == OK)
		e = store_put(db_arena(db), hasil.p, hasil.n, &t->sha256);
	if (e != OK)
		return e;
	t->ukuran = (int64_t)hasil.n;
	return dokumen_selesai_terbit(db, p, t);
}

static int urut_jenis(const char *jenis)
{
	int i = 0;

	while (dokumen_jenis[i] != NULL && strcmp(dokumen_jenis[i], jenis))
		i++;
	return i;
}

static int banding_jenis(const void *x, const void *y)
{
	const struct penerbitan *p = x, *q = y;
	int beda = urut_jenis(p->jenis) - urut_jenis(q->jenis);

	return beda != 0 ? beda : p->id < q->id ? -1 : p->id > q->id;
}

static int banding_id(const void *x, const void *y)
{
	const int64_t p = *(const int64_t *)x, q = *(const int64_t *)y;

	return p < q ? -1 : p > q;
}

struct terbit {
	const struct pelaku *p;
	const int64_t *ids;
	size_t n;
};

/* Rows are locked by id and numbers taken by kind: two officials who sign at
   once wait for each other in the same order. */
static enum err terbitkan(struct db *db, void *ctx)
{
	const struct terbit *c = ctx;
	struct arena *a = db_arena(db);
	struct penerbitan *t = arena_array(a, c->n, sizeof(*t));
	int64_t *ids = arena_array(a, c->n, sizeof(*ids));
	size_t n = 0;
	enum err e = OK;

	memcpy(ids, c->ids, c->n * sizeof(*ids));
	qsort(ids, c->n, sizeof(*ids), banding_id);
	for (size_t i = 0; i < c->n && e == OK; i++)
		if (i == 0 || ids[i] != ids[i - 1])
			e = dokumen_kunci_terbit(db, c->p, ids[i], &t[n++]);
	if (e == OK)
		qsort(t, n, sizeof(*t), banding_jenis);
	for (size_t i = 0; i < n && e == OK; i++)
		e = dokumen_nomori(db, &t[i]);
	for (size_t i = 0; i < n && e == OK; i++)
		e = terbitkan_satu(db, c->p, &t[i]);
	return e;
}

enum err dokumen_terbitkan_semua(struct db *db, const struct pelaku *p,
				 const int64_t *ids, size_t n)
{
	struct terbit c = { p, ids, n };

	return n == 0 ? OK : db_transaction(db, terbitkan, &c);
}

enum err dokumen_terbitkan(struct db *db, const struct pelaku *p,
			   int64_t dokumen_id)
{
	return dokumen_terbitkan_semua(db, p, &dokumen_id, 1);
}

struct segel {
	const struct pelaku *p;
	int64_t id;
};

static enum err segelkan(struct db *db, void *ctx)
{
	const struct segel *s = ctx;
	struct penerbitan t;
	enum err e = dokumen_kunci_segel(db, s->id, &t);

	if (e == OK)
		e = dokumen_nomori(db, &t);
	if (e == OK)
		e = terbitkan_satu(db, s->p, &t);
	return e;
}

enum err dokumen_segelkan(struct db *db, const struct pelaku *p,
			  int64_t dokumen_id)
{
	struct segel s = { p, dokumen_id };

	return db_transaction(db, segelkan, &s);
}

enum err dokumen_konsep(struct db *db, int64_t dokumen_id, struct blob *pdf)
{
	struct dokumen_isi d;
	enum err e = dokumen_isi(db, dokumen_id, &d);

	return e == OK ? gambar(db, &d, NULL, pdf) : e;
}
