/*
 * balikan-penduduk.c - program balikan, for Ditjen's staff: what is known of a
 * NIK (B-17).  Each search says what it is for and is audited before anything
 * is shown.  The NIK comes in the body and goes nowhere else: no address, no
 * title, no log; the audit row has a keyed digest of it.
 */
#include "balikan-halaman.h"
#include "lib/crypto.h"
#include "lib/text.h"
#include "model/balikan-cari.h"
#include "model/balikan-nilai.h"
#include "model/balikan-param.h"
#include "model/catat.h"
#include "model/lembaga.h"
#include "model/penduduk.h"
#include "model/wilayah.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#define SIDIK_HURUF 16 /* of the digest in the audit log */

struct isian {
	const char *nik;
	const char *keperluan;
};

static const struct field ruas[] = {
	{ "nik", F_TEXT, offsetof(struct isian, nik), 1, 40, F_REQUIRED, NULL },
	{ "keperluan", F_TEXT, offsetof(struct isian, keperluan), 10, 200,
	  F_REQUIRED, NULL },
};

static enum err tambah_identitas(struct req *r, elem *x, uint64_t nik)
{
	struct wilayah jalur[4];
	struct penduduk p;
	size_t n;
	elem *i;
	enum err e = penduduk_ambil(r->db, nik, &p);

	if (e == ERR_NOT_FOUND)
		return OK;
	if (e != OK)
		return e;
	i = el_add(x, "identitas");
	el_attr(i, "nama", p.nama);
	el_attr(i, "no-kk", p.no_kk);
	el_attr(i, "tempat-lahir", p.tempat_lahir);
	el_attr(i, "tanggal-lahir", p.tanggal_lahir);
	el_attr(i, "jenis-kelamin", p.jenis_kelamin);
	el_attr(i, "alamat", p.alamat);
	el_attr(i, "status", p.status);
	e = wilayah_jalur(r->db, p.wilayah_kode, jalur, &n);
	if (e == ERR_NOT_FOUND)
		return OK;
	/* From the village to the province, as addresses are written. */
	for (size_t k = n; e == OK && k > 0; k--)
		el_attr(el_add(i, "wilayah"), "nama", jalur[k - 1].nama);
	return e;
}

/* The values of a row under the names that its version gave them. */
static enum err tambah_nilai(struct req *r, elem *di,
			     const struct balikan_temu *t)
{
	struct balikan_versi v;
	const char **nilai;
	enum err e = balikan_versi_ambil(r->db, t->versi_id, &v);

	if (e != OK)
		return e == ERR_NOT_FOUND ? ERR_INTERNAL : e;
	if (!balikan_isi_urai(r->a,
			      (struct blob){ (const unsigned char *)t->isi,
					     strlen(t->isi) },
			      &nilai, v.n))
		return ERR_INTERNAL;
	el_int(di, "versi", v.nomor);
	el_attr(di, "sumber", t->sumber);
	el_int(di, "kiriman", t->kiriman_id);
	el_time(r->a, di, "waktu", t->waktu);
	if (t->diganti != NULL)
		el_time(r->a, di, "diganti", t->diganti);
	for (size_t i = 0; i < v.n; i++) {
		elem *n = el_add_text(di, "nilai", nilai[i]);

		el_attr(n, "nama", v.ruas[i].nama);
	}
	return OK;
}

static enum err tambah_lembaga(struct req *r, elem *x, uint64_t nik,
			       const struct balikan_temu *t)
{
	elem *l = el_add(x, "lembaga");
	struct balikan_temu *lama;
	struct lembaga punya;
	size_t n = 0;
	enum err e = lembaga_ambil(r->db, t->lembaga_id, &punya);

	if (e != OK)
		return e;
	el_int(l, "id", t->lembaga_id);
	el_attr(l, "nama", punya.nama);
	el_attr(l, "kode", punya.kode);
	e = tambah_nilai(r, l, t);
	if (e == OK)
		e = balikan_cari_lama(r->db, t->lembaga_id, nik, &lama, &n);
	for (size_t i = 0; e == OK && i < n; i++)
		e = tambah_nilai(r, el_add(l, "lama"), &lama[i]);
	return e;
}

/* Who looked for whom and why, before he sees it. */
static enum err catat(struct req *r, uint64_t nik, const char *keperluan)
{
	char teks[BALIKAN_NIK_ANGKA + 1];
	const char *sidik;

	snprintf(teks, sizeof(teks), "%016llu", (unsigned long long)nik);
	sidik = crypto_seal(r->a, "cari-nik", teks);
	if (sidik == NULL)
		return ERR_INTERNAL;
	return audit_catat(r->db, &r->who, "balikan-dicari", "penduduk", 0,
			   arena_printf(r->a, "keperluan: %s; sidik %.*s",
					keperluan, SIDIK_HURUF, sidik));
}

enum err penduduk_cari(struct req *r)
{
	char samar[BALIKAN_SAMAR_BYTES];
	struct isian in = { 0 };
	struct balikan_temu *t;
	const char *salah;
	uint64_t nik = 0;
	size_t n;
	elem *x;
	enum err e = balikan_wilayah_muat(r->db);

	if (e != OK)
		return e;
	form_bind(r, ruas, COUNT(ruas), &in);
	salah = in.nik == NULL ? NULL :
				 balikan_nik_periksa(in.nik, strlen(in.nik),
						     false, &nik);
	if (salah != NULL)
		form_error(r, "nik", salah);
	if (form_failed(r))
		return ERR_INPUT;
	e = catat(r, nik, in.keperluan);
	if (e == OK)
		e = balikan_cari(r->db, nik, &t, &n);
	if (e != OK)
		return e;
	balikan_nik_samar(in.nik, strlen(in.nik), samar);
	x = el_add(r->page, "temuan");
	el_attr(x, "nik", arena_strdup(r->a, samar));
	el_attr(x, "keperluan", in.keperluan);
	e = tambah_identitas(r, x, nik);
	for (size_t i = 0; e == OK && i < n; i++)
		e = tambah_lembaga(r, x, nik, &t[i]);
	return e;
}
