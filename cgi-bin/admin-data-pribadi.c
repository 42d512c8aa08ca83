/*
 * admin-data-pribadi.c - requests to erase a person's data, and how much was
 * erased because its time was over (U-25; UU 27/2022).
 */
#include "admin-halaman.h"
#include "lib/clock.h"
#include "lib/list.h"
#include "model/data-pribadi.h"
#include "model/pengaturan.h"
#include "model/retensi.h"

#include <string.h>

static const char *const status_semua[] = {
	HAPUS_DIAJUKAN, HAPUS_DISETUJUI, HAPUS_SELESAI,
	HAPUS_DITOLAK,	HAPUS_DITARIK,	 NULL,
};

static elem *tambah(struct req *r, elem *di, const char *nama,
		    const struct penghapusan *h)
{
	elem *e = el_add(di, nama);

	el_int(e, "id", h->id);
	el_int(e, "akun-id", h->akun_id);
	el_attr(e, "username", h->username);
	el_attr(e, "nama", h->nama);
	el_attr(e, "peran", h->peran);
	el_attr(e, "lembaga", h->lembaga);
	el_attr(e, "asal", h->asal);
	el_attr(e, "status", h->status);
	el_time(r->a, e, "diminta", h->diminta);
	el_attr(e, "tenggat", h->tenggat);
	el_flag(e, "lewat",
		strcmp(h->status, HAPUS_DIAJUKAN) == 0 &&
		    strcmp(h->tenggat, clock_today(r->a)) < 0);
	return e;
}

static enum err tambah_retensi(struct req *r)
{
	struct retensi_angka a[RETENSI_JENIS + 1];
	enum err e = retensi_ringkas(r->db, a);
	elem *d = el_add(r->page, "retensi");

	for (size_t i = 0; e == OK && i <= RETENSI_JENIS; i++) {
		elem *b = el_add(d, "jenis");

		el_attr(b, "kode", a[i].jenis);
		if (i < RETENSI_JENIS)
			el_int(b, "hari",
			       pengaturan_angka(r->db, retensi_jenis[i].setelan,
						retensi_jenis[i].bawaan));
		el_int(b, "jumlah", a[i].jumlah);
		el_int(b, "baru", a[i].baru);
		el_attr(b, "terakhir", a[i].terakhir);
	}
	el_int(d, "audit", pengaturan_angka(r->db, "retensi_audit", 10));
	return e;
}

enum err hapus_list(struct req *r)
{
	static const char *const sorts[] = { "diminta", NULL };
	struct list_edge first = { 0 }, last = { 0 };
	const char *status = form_value(r, "status");
	struct penghapusan *h;
	struct list_range t;
	struct list l;
	int64_t total;
	size_t n, i = 0;
	enum err e;
	elem *d;

	list_read(r, sorts, true, &l);
	while (status != NULL && status_semua[i] != NULL &&
	       strcmp(status, status_semua[i]) != 0)
		i++;
	if (status != NULL && status_semua[i] == NULL)
		status = NULL;
	/* One order alone: the newest first. */
	e = hapus_daftar(r->db, status, l.id, l.backward, l.per + 1, &h, &n,
			 &total);
	if (e != OK)
		return e;
	t = list_shown(&l, n);
	if (t.to > t.from) {
		first = (struct list_edge){ h[t.from].diminta, h[t.from].id };
		last =
		    (struct list_edge){ h[t.to - 1].diminta, h[t.to - 1].id };
	}
	d = list_add(r, &l, n, first, last, total, true);
	list_filter(r, d, "status");
	for (size_t k = t.from; k < t.to; k++)
		tambah(r, d, "baris", &h[k]);
	return tambah_retensi(r);
}

enum err hapus_show(struct req *r)
{
	struct hambatan hambat[HAMBATAN_MAKS];
	struct penghapusan h;
	size_t n = 0;
	enum err e = hapus_ambil(r->db, req_id(r, "id"), &h);
	elem *k;

	if (e != OK)
		return e;
	k = tambah(r, r->page, "penghapusan", &h);
	el_attr(k, "alasan", h.alasan);
	el_attr(k, "balasan", h.balasan);
	el_attr(k, "pemutus", h.pemutus);
	el_time(r->a, k, "diputus", h.diputus);
	el_time(r->a, k, "selesai", h.selesai);
	el_flag(k, "saya", h.akun_id == r->who.akun);
	el_int(k, "audit", pengaturan_angka(r->db, "retensi_audit", 10));
	if (strcmp(h.status, HAPUS_DIAJUKAN) == 0)
		e = hapus_hambatan(r->db, h.akun_id, hambat, &n);
	for (size_t i = 0; e == OK && i < n; i++) {
		elem *b = el_add(r->page, "hambatan");

		el_attr(b, "kode", hambat[i].kode);
		el_int(b, "nilai", hambat[i].nilai);
	}
	return e;
}

enum err hapus_approve(struct req *r)
{
	enum err e = hapus_setujui(r->db, &r->who, req_id(r, "id"));

	if (e == OK)
		req_redirect(r, "hapus-disetujui", "/admin/data-pribadi/%lld",
			     (long long)req_id(r, "id"));
	return e;
}

struct isian_tolak {
	const char *alasan;
};

static const struct field ruas_tolak[] = {
	{ "alasan", F_TEXT, offsetof(struct isian_tolak, alasan), 5, 500,
	  F_REQUIRED, NULL },
};

enum err hapus_refuse(struct req *r)
{
	struct isian_tolak in = { 0 };
	enum err e = form_bind(r, ruas_tolak, COUNT(ruas_tolak), &in);

	if (e == OK)
		e = hapus_tolak(r->db, &r->who, req_id(r, "id"), in.alasan);
	if (e == OK)
		req_redirect(r, "hapus-ditolak", "/admin/data-pribadi/%lld",
			     (long long)req_id(r, "id"));
	return e;
}
