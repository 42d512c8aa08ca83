/* admin-audit.c - the audit log for the admin (U-23). */
#include "admin-halaman.h"
#include "lib/clock.h"
#include "lib/csv.h"
#include "lib/list.h"
#include "lib/text.h"
#include "model/audit.h"
#include "model/catat.h"
#include "model/hari.h"

#include <string.h>

#define EKSPOR_MAKS   20000 /* rows of one file */
#define EKSPOR_SEKALI 1000

static const char *isi(struct req *r, const char *nama)
{
	const char *nilai = form_value(r, nama);

	if (nilai != NULL)
		nilai = text_fold(r->a, nilai);
	return nilai == NULL || *nilai == '\0' ? NULL : nilai;
}

/* When the local day `tanggal` (+ tambah days) begins, in UTC; NULL: none. */
static const char *awal_hari(struct req *r, const char *nama, int tambah)
{
	const char *teks = isi(r, nama);
	char *utc = arena_alloc(r->a, WAKTU_TEKS);
	hari_t hari;

	if (teks == NULL || !hari_baca(teks, &hari))
		return NULL;
	hari_awal_utc(hari + tambah, (enum zona)clock_zone_hours(), utc);
	return utc;
}

static void saring(struct req *r, struct audit_saring *s)
{
	const char *id = isi(r, "objek-id");

	*s = (struct audit_saring){
		.sejak = awal_hari(r, "sejak", 0),
		.sebelum = awal_hari(r, "hingga", 1),
		.username = isi(r, "username"),
		.tindakan = isi(r, "tindakan"),
		.objek = isi(r, "objek"),
	};
	if (id != NULL && !text_to_int(id, &s->objek_id))
		s->objek_id = 0;
}

static enum err pilihan(struct req *r, const char *nama,
			enum err (*ambil)(struct db *, const char ***,
					  size_t *))
{
	elem *p = form_choices(r, nama);
	const char **kata;
	size_t n;
	enum err e = ambil(r->db, &kata, &n);

	for (size_t i = 0; e == OK && i < n; i++)
		form_option(p, kata[i], kata[i]);
	return e;
}

static enum err rantai(struct req *r)
{
	struct audit_rantai k;
	enum err e = audit_rantai(r->db, &k);
	elem *d;

	if (e != OK)
		return e;
	d = el_add(r->page, "rantai");
	el_int(d, "segel", k.nomor);
	el_int(d, "belum", k.belum);
	el_time(r->a, d, "diperiksa", k.diperiksa);
	if (k.diperiksa != NULL) {
		el_int(d, "sampai", k.sampai);
		el_attr(d, "keadaan", k.rusak == 0 ? "utuh" : "rusak");
		if (k.rusak != 0)
			el_int(d, "rusak", k.rusak);
		el_attr(d, "sebab", k.sebab);
	}
	return OK;
}

static void tambah_baris(struct req *r, elem *d, const struct audit *a)
{
	elem *b = el_add(d, "baris");

	el_int(b, "id", a->id);
	el_time(r->a, b, "waktu", a->waktu);
	el_attr(b, "username", a->username);
	el_attr(b, "lembaga", a->nama_lembaga);
	el_attr(b, "alamat", a->alamat_ip);
	el_attr(b, "tindakan", a->tindakan);
	el_attr(b, "objek", a->objek);
	el_int(b, "objek-id", a->objek_id);
	if (a->nomor != 0)
		el_int(b, "segel", a->nomor);
	el_text(b, a->rincian);
}

enum err audit_list(struct req *r)
{
	static const char *const sorts[] = { "waktu", NULL };
	static const char *const nama[] = { "sejak",    "hingga", "username",
					    "tindakan", "objek",  "objek-id" };
	struct list_edge first = { 0 }, last = { 0 };
	struct audit_saring s;
	struct audit *a;
	struct list l;
	struct list_range t;
	size_t n;
	int64_t total;
	bool pasti;
	enum err e;
	elem *d;

	list_read(r, sorts, true, &l);
	saring(r, &s);
	s.mundur = l.backward;
	s.id = l.id;
	s.banyak = l.per + 1;
	e = audit_cari(r->db, &s, &a, &n, &total, &pasti);
	if (e != OK)
		return e;
	t = list_shown(&l, n);
	if (t.to > t.from) {
		first.id = a[t.from].id;
		last.id = a[t.to - 1].id;
	}
	d = list_add(r, &l, n, first, last, total, pasti);
	for (size_t i = 0; i < COUNT(nama); i++)
		list_filter(r, d, nama[i]);
	el_attr(el_add(d, "ekspor"), "csv",
		arena_printf(r->a, "/admin/audit/ekspor%s",
			     list_url(r, NULL, NULL) + strlen(r->path)));
	for (size_t i = t.from; i < t.to; i++)
		tambah_baris(r, d, &a[i]);
	e = pilihan(r, "tindakan", audit_tindakan);
	if (e == OK)
		e = pilihan(r, "objek", audit_objek);
	return e == OK ? rantai(r) : e;
}

static void tulis(struct req *r, struct buf *b, const struct audit *a)
{
	const char *sel[] = {
		a->nomor == 0 ? "" :
				arena_printf(r->a, "%lld", (long long)a->nomor),
		a->waktu,
		a->username == NULL ? "" : a->username,
		a->nama_lembaga == NULL ? "" : a->nama_lembaga,
		a->alamat_ip == NULL ? "" : a->alamat_ip,
		a->tindakan,
		a->objek,
		arena_printf(r->a, "%lld", (long long)a->objek_id),
		a->rincian == NULL ? "" : a->rincian,
	};

	for (size_t i = 0; i < COUNT(sel); i++)
		csv_cell(b, sel[i]);
	csv_end_row(b);
}

/* The rows of the filters, newest first, as far as a file may go. */
enum err audit_export(struct req *r)
{
	static const char *const kepala[] = {
		"segel",    "waktu_utc", "username", "lembaga", "alamat_ip",
		"tindakan", "objek",     "objek_id", "rincian",
	};
	struct buf b = { .a = r->a };
	struct audit_saring s;
	struct audit *a;
	size_t n = EKSPOR_SEKALI;
	enum err e = OK;

	saring(r, &s);
	s.banyak = EKSPOR_SEKALI;
	csv_begin(&b);
	for (size_t i = 0; i < COUNT(kepala); i++)
		csv_cell(&b, kepala[i]);
	csv_end_row(&b);
	for (size_t i = 0; n == EKSPOR_SEKALI && i < EKSPOR_MAKS; i += n) {
		e = audit_cari(r->db, &s, &a, &n, NULL, NULL);
		if (e != OK)
			return e;
		for (size_t k = 0; k < n; k++)
			tulis(r, &b, &a[k]);
		if (n > 0)
			s.id = a[n - 1].id;
	}
	e = audit_catat(r->db, &r->who, "audit-diekspor", "audit", 0, NULL);
	if (e == OK)
		req_send_bytes(
		    r, "text/csv; charset=utf-8",
		    (struct blob){ (unsigned char *)b.p, b.n },
		    arena_printf(r->a, "audit-%s.csv", clock_today(r->a)));
	return e;
}

/* The outbox has a program of its own: old links lead there. */
enum err kotak_pindah(struct req *r)
{
	const char *tanya = strchr(req_target(r), '?');

	req_redirect(r, NULL, "/kotak-keluar%s", tanya == NULL ? "" : tanya);
	return OK;
}
