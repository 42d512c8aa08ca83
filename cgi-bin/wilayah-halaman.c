/*
 * wilayah-halaman.c - see wilayah-halaman.h.
 */
#include "wilayah-halaman.h"
#include "lib/form.h"
#include "model/peta.h"
#include "model/wilayah.h"

#include <string.h>

enum err halaman_provinsi(struct req *r)
{
	elem *p = form_choices(r, "provinsi");
	struct wilayah *w;
	size_t n;
	enum err e = wilayah_anak(r->db, NULL, &w, &n);

	if (e != OK)
		return e;
	for (size_t i = 0; i < n; i++)
		form_option(p, w[i].nama, w[i].nama);
	return OK;
}

static const struct {
	const char *nama;
	size_t angka; /* digits of its code */
} tingkat[] = {
	{ "provinsi", 2 },
	{ "kota", 4 },
	{ "kecamatan", 6 },
	{ "kelurahan", 10 },
};

/* One drop-down: what lies in induk.  *pilih becomes the one of it that is
   chosen, NULL without. */
static enum err tambah_pilihan(struct req *r, const char *nama,
			       const char *induk, const char **pilih)
{
	elem *p = form_choices(r, nama);
	const char *mau = *pilih;
	struct wilayah *w;
	size_t n;
	enum err e;

	*pilih = NULL;
	if (induk == NULL)
		return OK;
	e = wilayah_anak(r->db, induk, &w, &n);
	if (e != OK)
		return e;
	for (size_t i = 0; i < n; i++) {
		form_option(p, w[i].kode, w[i].nama);
		if (mau != NULL && strcmp(mau, w[i].kode) == 0)
			*pilih = w[i].kode;
	}
	return OK;
}

enum err halaman_wilayah(struct req *r, const char *kode)
{
	bool dikirim = form_value(r, tingkat[0].nama) != NULL;
	const char *induk = "";
	enum err e = OK;
	elem *x = el_add(r->page, "wilayah");

	for (size_t i = 0; i < COUNT(tingkat) && e == OK; i++) {
		const char *pilih = form_value(r, tingkat[i].nama);

		if (!dikirim && kode != NULL &&
		    strlen(kode) >= tingkat[i].angka)
			pilih = arena_strndup(r->a, kode, tingkat[i].angka);
		e = tambah_pilihan(r, tingkat[i].nama, induk, &pilih);
		el_attr(x, tingkat[i].nama, pilih);
		induk = pilih;
	}
	el_attr(x, "kode", induk);
	return e;
}

enum err halaman_wilayah_kartu(struct req *r, const char *nama,
			       const char *prov)
{
	elem *p = form_choices(r, nama);
	struct peta_pilihan *w;
	size_t n;
	enum err e = peta_pilihan(r->db, &r->who, prov, &w, &n);

	for (size_t i = 0; e == OK && i < n; i++)
		form_option(p, w[i].kode,
			    w[i].nama == NULL ? w[i].kode : w[i].nama);
	return e;
}
