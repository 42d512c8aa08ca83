/*
 * beranda.c - the landing page and the dashboard after signing in (U-01,
 * U-09).
 */
#include "lib/app.h"
#include "lib/clock.h"
#include "lib/session.h"
#include "model/hari-ini.h"
#include "model/jadwal.h"
#include "model/pengaturan.h"
#include "model/proses.h"
#include "model/dasbor.h"

/* Working days of load the staff's dashboard shows, today first. */
#define BEBAN_HARI 5

static enum err depan(struct req *r)
{
	static const char *const kantor[][2] = {
		{ "unit", "kantor_unit" },   { "alamat", "kantor_alamat" },
		{ "kota", "kantor_kota" },   { "telepon", "kantor_telepon" },
		{ "surel", "kantor_surel" }, { "jam", "kantor_jam" },
	};
	static const char *const norma[] = {
		"norma_surat",   "norma_disposisi",    "norma_personalisasi",
		"norma_dokumen", "norma_serah_terima",
	};
	elem *e = el_add(r->page, "kontak");

	for (size_t i = 0; i < COUNT(kantor); i++)
		el_attr(e, kantor[i][0],
			pengaturan_teks(r->db, kantor[i][1], NULL));
	el_add_text(r->page, "tentang",
		    pengaturan_teks(r->db, "beranda_tentang", ""));
	e = el_add(r->page, "alur");
	el_int(e, "kapasitas", pengaturan_angka(r->db, "kapasitas_harian", 0));
	for (size_t i = 0; i < COUNT(norma); i++) {
		elem *t = el_add(e, "tahap");

		el_int(t, "nomor", (int64_t)i + 1);
		el_int(t, "norma", pengaturan_angka(r->db, norma[i], 0));
	}
	e = el_add(r->page, "pintu");
	el_flag(e, "aktivasi", pengaturan_ya(r->db, "sistem_aktivasi", false));
	return OK;
}

/* --- dashboard --- */

static enum err hitungan(struct req *r)
{
	struct hitungan h[HITUNGAN_MAKS];
	size_t n;
	enum err e = dasbor_hitungan(r->db, &r->who, h, &n);

	for (size_t i = 0; e == OK && i < n; i++) {
		elem *k = el_add(r->page, "hitungan");

		el_attr(k, "kode", h[i].kode);
		el_attr(k, "href", h[i].href);
		el_int(k, "nilai", h[i].nilai);
	}
	return e;
}

static enum err perubahan(struct req *r)
{
	elem *d = el_add(r->page, "perubahan");
	struct perubahan *p;
	size_t n;
	enum err e = dasbor_perubahan(r->db, &r->who, &p, &n);

	for (size_t i = 0; e == OK && i < n; i++) {
		elem *b = el_add(d, "baris");

		el_time(r->a, b, "waktu", p[i].waktu);
		el_int(b, p[i].aktivasi ? "aktivasi" : "permintaan", p[i].id);
		el_attr(b, "nomor", p[i].nomor);
		el_attr(b, "judul", p[i].judul);
		el_attr(b, "kode", p[i].kode);
		el_attr(b, "ke", p[i].ke);
		el_attr(b, "oleh", p[i].oleh);
	}
	return e;
}

static enum err beban(struct req *r)
{
	struct jadwal_kisi k;
	size_t n = 0;
	elem *d;
	hari_t kini = hari_ini();
	/* Three weeks hold five working days even around Idulfitri. */
	enum err e = jadwal_baca(r->db, &r->who, kini, kini + 20, &k);

	if (e != OK)
		return e;
	d = el_add(r->page, "beban");
	for (size_t i = 0; i < k.n_hari && n < BEBAN_HARI; i++) {
		const struct jadwal_hari *h = &k.hari[i];
		char teks[HARI_TEKS];
		elem *b;

		if (!h->kerja)
			continue;
		n++;
		hari_tulis(h->hari, teks);
		b = el_add(d, "hari");
		el_attr(b, "tanggal", teks);
		el_int(b, "hari", hari_ke_pekan(h->hari));
		el_flag(b, "ini", h->hari == kini);
		el_int(b, "muatan", h->muatan);
		el_int(b, "kapasitas", h->kapasitas);
		el_int(b, "selesai", h->selesai);
	}
	return OK;
}

static enum err terlambat(struct req *r)
{
	elem *d = el_add(r->page, "terlambat");
	struct terlambat *t;
	int64_t total;
	size_t n;
	enum err e = dasbor_terlambat(r->db, &r->who, clock_today(r->a), &t, &n,
				      &total);

	if (e != OK)
		return e;
	el_int(d, "total", total);
	for (size_t i = 0; i < n; i++) {
		elem *b = el_add(d, "baris");
		char tiket[TIKET_TEKS];

		tiket_tulis(t[i].tiket, tiket);
		el_int(b, "id", t[i].proses_id);
		el_attr(b, "tiket", tiket);
		el_attr(b, "judul", t[i].judul);
		el_attr(b, "lembaga", t[i].lembaga);
		el_attr(b, "status", t[i].status);
		el_attr(b, "estimasi", t[i].estimasi_selesai);
	}
	return OK;
}

static enum err dasbor(struct req *r)
{
	enum err e = session_unread(r);

	if (e == OK)
		e = hitungan(r);
	if (e != OK || (r->who.role & ROLE_KASUS) == 0)
		return e;
	e = perubahan(r);
	if (e == OK)
		e = terlambat(r);
	if (e != OK || (r->who.role & ROLE_DITJEN) == 0)
		return e;
	return beban(r);
}

static const struct route routes[] = {
	{ M_GET, "/", ROLE_SEMUA, 0, "beranda", depan, NULL },
	{ M_GET, "/beranda", ROLE_MASUK, 0, "dasbor", dasbor, NULL },
};

static const struct program program = { "beranda", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
