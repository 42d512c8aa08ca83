/*
 * laporan-berkas.c - program laporan: a report as CSV, XLSX and PDF.  The
 * name of a file tells the filters and when it was made.
 */
#include "dokumen/kop.h"
#include "dokumen/susun.h"
#include "laporan-halaman.h"
#include "lib/clock.h"
#include "lib/config.h"
#include "lib/unduhan.h"

#include <string.h>

/* Headings of columns; the pages' words: xslt/bagian/laporan-kata.xsl. */
static const char *const judul_kolom[][2] = {
	{ "baru", "Draf" },
	{ "diajukan", "Diajukan" },
	{ "ditarik", "Ditarik" },
	{ "ditolak", "Ditolak" },
	{ "disetujui", "Disetujui" },
	{ "terdaftar", "Terdaftar" },
	{ "dikembalikan", "Dikembalikan" },
	{ "diterima", "Diterima" },
	{ "permintaan", "Permintaan" },
	{ "kartu", "Kartu diminta" },
	{ "selesai", "Kartu selesai" },
	{ "gagal", "Kartu gagal" },
	{ "kapasitas", "Kapasitas" },
	{ "tiket", "Tiket" },
	{ "median", "Median (hari kerja)" },
	{ "p90", "Persentil 90 (hari kerja)" },
	{ "terlama", "Terlama (hari kerja)" },
	{ "norma", "Norma (hari kerja)" },
	{ "terlambat", "Terlambat" },
	{ "diaktifkan", "Kartu diaktifkan" },
	{ "pengganti", "Manifes pengganti" },
	{ "berhenti", "Manifes berhenti" },
	{ "kabkota", "Kabupaten/Kota" },
	{ "lembaga", "Lembaga" },
	{ "r", "Pembaca R" },
	{ "rw", "Pembaca RW" },
	{ "pembaca", "Pembaca" },
	{ "masuk", "Masuk" },
	{ "gagal-masuk", "Gagal masuk" },
	{ "tindakan", "Tindakan" },
	{ "akun", "Akun" },
	{ "baris", "Baris" },
	{ "baris-baru", "Baris baru" },
	{ "diperbarui", "Diperbarui" },
	{ "tetap", "Tetap" },
};

static const char *const judul_per[PER_N] = {
	[PER_HARI] = "Tanggal",
	[PER_BULAN] = "Bulan",
	[PER_TAHUN] = "Tahun",
	[PER_LEMBAGA] = "Lembaga",
	[PER_PRODUSEN] = "Produsen",
	[PER_STATUS] = "Status",
	[PER_FUNGSI] = "Fungsi",
	[PER_LANGKAH] = "Langkah",
	[PER_JENIS] = "Jenis Lembaga",
	[PER_PERAN] = "Peran",
	[PER_AKUN] = "Nama",
	[PER_PROVINSI] = "Provinsi",
	[PER_KABKOTA] = "Kabupaten/Kota",
	[PER_SUMBER] = "Sumber",
};

static const char *judul(const char *kode)
{
	for (size_t i = 0; i < COUNT(judul_kolom); i++)
		if (strcmp(judul_kolom[i][0], kode) == 0)
			return judul_kolom[i][1];
	return kode;
}

/* Characters of a filter that a file name bears. */
static const char *aman(struct arena *a, const char *s)
{
	char *out = arena_strdup(a, s);

	for (char *p = out; *p != '\0'; p++)
		if (!((*p >= '0' && *p <= '9') || (*p >= 'a' && *p <= 'z') ||
		      (*p >= 'A' && *p <= 'Z')))
			*p = '-';
	return out;
}

static void tambah(struct arena *a, struct buf *b, const char *nama,
		   const char *nilai)
{
	if (nilai != NULL && *nilai != '\0')
		buf_printf(b, "-%s-%s", nama, aman(a, nilai));
}

/* "laporan-kartu-hari-2026-11-01-2026-11-22-produsen-4-dibuat-20261122-1305" */
static const char *nama_berkas(struct req *r, const struct diminta *d)
{
	const char *kini = clock_local(r->a, d->dibuat);
	struct buf b = { .a = r->a };

	buf_printf(&b, "laporan-%s-%s", d->l->kode, laporan_per(d->rekap.per));
	if (!d->l->kini)
		buf_printf(&b, "-%s-%s", d->dari, d->sampai);
	if (d->l->bulan && d->rekap.per != PER_LANGKAH)
		buf_printf(&b, "-langkah-%d", d->s.langkah);
	tambah(r->a, &b, "lembaga", d->lembaga_kode);
	if (d->s.produsen != 0)
		buf_printf(&b, "-produsen-%lld", (long long)d->s.produsen);
	tambah(r->a, &b, "status", d->s.status);
	tambah(r->a, &b, "fungsi", d->s.fungsi);
	tambah(r->a, &b, "jenis", d->s.jenis);
	tambah(r->a, &b, "peran", d->s.peran);
	tambah(r->a, &b, "sumber", d->s.sumber);
	tambah(r->a, &b, "wilayah", d->s.kab != NULL ? d->s.kab : d->s.prov);
	buf_printf(&b, "-dibuat-%.4s%.2s%.2s-%.2s%.2s", kini, kini + 5,
		   kini + 8, kini + 11, kini + 14);
	return b.p;
}

/* ---- CSV and XLSX ---- */

/* Rows of these have a code beside their name. */
static bool berkode(const struct rekap *k)
{
	return k->per == PER_LEMBAGA || k->per == PER_PRODUSEN ||
	       k->per == PER_PROVINSI || k->per == PER_KABKOTA ||
	       k->per == PER_AKUN;
}

static size_t kolom(struct arena *a, const struct rekap *k,
		    struct xlsx_kolom **out)
{
	struct xlsx_kolom *x = arena_array(a, k->n_kolom + 3, sizeof(*x));
	size_t n = 0;

	if (berkode(k))
		x[n++] = (struct xlsx_kolom){ k->per == PER_AKUN ? "Username" :
								   "Kode",
					      12 };
	x[n++] = (struct xlsx_kolom){ judul_per[k->per], berkode(k) ? 40 : 16 };
	for (size_t i = 0; i < k->n_kolom; i++)
		x[n++] = (struct xlsx_kolom){ judul(k->kolom[i].kode), 14 };
	if (k->per == PER_AKUN)
		x[n++] = (struct xlsx_kolom){ "Masuk terakhir", 18 };
	*out = x;
	return n;
}

static void baris(struct req *r, struct unduhan *u, const struct rekap *k,
		  const struct rekap_baris *b, bool jumlah)
{
	if (berkode(k))
		unduhan_teks(u, jumlah             ? NULL :
				k->per == PER_AKUN ? b->kunci :
						     b->kode);
	unduhan_teks(u, jumlah          ? "Jumlah" :
			b->nama != NULL ? b->nama :
					  b->kunci);
	for (size_t i = 0; i < k->n_kolom; i++) {
		if (b->n[i] == REKAP_KOSONG)
			unduhan_teks(u, NULL);
		else if (k->kolom[i].rupa == RUPA_SEPULUH)
			unduhan_sepuluh(u, b->n[i]);
		else
			unduhan_angka(u, b->n[i]);
	}
	if (k->per == PER_AKUN)
		unduhan_teks(u, clock_local(r->a, b->waktu));
	unduhan_baris(u);
}

static enum err tabel(struct req *r, const struct diminta *d)
{
	const struct rekap *k = &d->rekap;
	struct xlsx_kolom *x;
	struct unduhan u;
	size_t n = kolom(r->a, k, &x);
	enum err e = unduhan_mulai(r, &u, "Laporan", x, n);

	if (e != OK)
		return e;
	for (size_t i = 0; i < k->n; i++)
		baris(r, &u, k, &k->baris[i], false);
	if (k->per != PER_LANGKAH)
		baris(r, &u, k, &k->jumlah, true);
	return unduhan_kirim(r, &u, nama_berkas(r, d));
}

/* ---- PDF ---- */

static void saring(elem *akar, const char *nama, const char *nilai)
{
	elem *e;

	if (nilai == NULL)
		return;
	e = el_add(akar, "saring");
	el_attr(e, "nama", nama);
	el_attr(e, "nilai", nilai);
}

static enum err cetak(struct req *r, const struct diminta *d)
{
	struct view *v = view_new(r->a, "dokumen");
	elem *akar = view_root(v);
	struct blob pdf;
	enum err e;

	el_attr(akar, "jenis", "laporan");
	el_attr(akar, "status", "berlaku");
	el_attr(akar, "nomor", "");
	el_attr(akar, "tanggal",
		arena_strndup(r->a, clock_local(r->a, d->dibuat), 10));
	el_attr(akar, "zona", clock_zone_name());
	el_attr(akar, "oleh", r->who.nama);
	dokumen_kop(r->db, akar);
	/* Whose figures they are is told even when nothing else could be. */
	if ((r->who.role & ROLE_DITJEN) == 0)
		saring(akar, "milik",
		       el_value(el_find(r->page, "sesi"), "lembaga"));
	saring(akar, "lembaga", d->lembaga);
	saring(akar, "produsen", d->produsen);
	saring(akar, "status", d->s.status);
	saring(akar, "fungsi", d->s.fungsi);
	saring(akar, "jenis", d->s.jenis);
	saring(akar, "peran", d->s.peran);
	saring(akar, "sumber", d->s.sumber);
	saring(akar, "wilayah", d->s.kab != NULL ? d->s.kab : d->s.prov);
	laporan_tulis(r, akar, d, 0);
	if (!view_ok(v))
		return ERR_BUSY;
	e = dokumen_susun(r->a, view_doc(v),
			  arena_printf(r->a, "%s/dokumen/laporan.xsl",
				       config_get("xslt", "xslt")),
			  (time_t)(clock_parse(d->dibuat) / 1000), &pdf);
	if (e == OK)
		req_send_bytes(r, "application/pdf", pdf,
			       arena_printf(r->a, "%s.pdf", nama_berkas(r, d)));
	return e;
}

enum err laporan_unduh(struct req *r)
{
	const char *kode = req_code(r, "kode");
	struct diminta d;
	enum err e;

	if (strcmp(kode, "csv") != 0 && strcmp(kode, "xlsx") != 0 &&
	    strcmp(kode, "pdf") != 0)
		return ERR_NOT_FOUND;
	e = laporan_hitung(r, &d);
	if (e != OK)
		return e;
	return strcmp(kode, "pdf") == 0 ? cetak(r, &d) : tabel(r, &d);
}
