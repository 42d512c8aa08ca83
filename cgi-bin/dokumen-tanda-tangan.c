/*
 * dokumen-tanda-tangan.c - part of program dokumen: signing one or several
 * documents after a password, and a code where the official has an
 * authenticator (U-15); and how a document is shown.
 */
#include "dokumen-halaman.h"
#include "dokumen/terbit.h"
#include "lib/text.h"
#include "model/faktor.h"
#include "model/proses.h"
#include "model/sandi.h"

#include <string.h>

/* So many at once: all of them are one transaction. */
#define SEKALI_MAKS 50

/* --- how a document is shown --- */

static void tambah_boleh(struct req *r, elem *e, const struct dokumen *d)
{
	bool admin = r->who.role == ROLE_ADMIN;
	bool draf = strcmp(d->status, "draf") == 0;
	bool berlaku = strcmp(d->status, "berlaku") == 0;
	bool milik =
	    r->who.role == ROLE_PEJABAT && d->penandatangan_id == r->who.akun;
	bool musnah = strcmp(d->jenis, "pemusnahan") == 0;
	/* It goes with its return (program aktivasi). */
	bool kembali = strcmp(d->jenis, "bast-kembali") == 0;
	elem *b = el_add(e, "boleh");

	el_flag(b, "konsep", draf && (r->who.role & ROLE_DITJEN) != 0);
	el_flag(b, "berkas", d->sha256 != NULL);
	el_flag(b, "ajukan", draf && admin);
	el_flag(b, "tanda-tangan", draf && milik);
	el_flag(b, "cabut",
		(berlaku && !kembali && (admin || milik)) ||
		    (draf && musnah && admin));
	el_flag(b, "ganti",
		admin && !kembali &&
		    (berlaku || (strcmp(d->status, "dicabut") == 0 &&
				 !musnah && d->pengganti_id == 0)));
}

void halaman_dokumen(struct req *r, elem *e, const struct dokumen *d)
{
	char tiket[TIKET_TEKS];
	bool menunggu =
	    strcmp(d->status, "draf") == 0 && d->penandatangan_id != 0;

	el_int(e, "id", d->id);
	el_attr(e, "jenis", d->jenis);
	el_attr(e, "nomor", d->nomor);
	el_attr(e, "tanggal", d->tanggal);
	el_attr(e, "perihal", d->perihal);
	el_attr(e, "status", menunggu ? "menunggu-tanda-tangan" : d->status);
	if (d->proses_id != 0) {
		tiket_tulis(d->tiket, tiket);
		el_attr(e, "tiket", tiket);
		el_int(e, "proses", d->proses_id);
		el_attr(e, "status-proses", d->status_proses);
	}
	el_attr(e, "lembaga", d->lembaga);
	el_attr(e, "produsen", d->produsen);
	el_attr(e, "penandatangan", d->penandatangan);
	el_attr(e, "jabatan", d->jabatan);
	el_attr(e, "kode", d->kode);
	el_attr(e, "sha256", d->sha256);
	if (d->sha256 != NULL)
		el_int(e, "ukuran", d->ukuran);
	el_time(r->a, e, "ditandatangani", d->ditandatangani);
	el_time(r->a, e, "dicabut", d->dicabut);
	el_time(r->a, e, "dibuat", d->dibuat);
	el_attr(e, "alasan", d->alasan);
	if (d->pengganti_id != 0)
		el_int(e, "pengganti", d->pengganti_id);
	tambah_boleh(r, e, d);
}

/* --- which documents --- */

/* The ids the request is about: {id} of the path, or the fields `dokumen[]`. */
static enum err baca_id(struct req *r, int64_t **out, size_t *n)
{
	int64_t satu = req_id(r, "id");
	const char **pilih = form_values(r, "dokumen[]", n);

	if (satu != 0)
		*n = 1;
	if (*n > SEKALI_MAKS)
		return ERR_TOO_LARGE;
	*out = arena_array(r->a, *n + 1, sizeof(**out));
	if (satu != 0)
		(*out)[0] = satu;
	for (size_t i = 0; satu == 0 && i < *n; i++)
		if (!text_to_int(pilih[i], &(*out)[i]))
			return ERR_NOT_FOUND;
	return OK;
}

enum err tanda_tangan_tampil(struct req *r)
{
	int64_t *id;
	size_t n, menunggu = 0;
	bool kode;
	elem *x;
	enum err e = baca_id(r, &id, &n);

	if (e == OK)
		e = faktor_konfirmasi(r->db, &r->who, NULL, &kode, NULL);
	if (e != OK)
		return e;
	x = el_add(r->page, "tanda-tangan");
	el_attr(x, "aksi", r->path);
	el_flag(x, "kode", kode);
	for (size_t i = 0; i < n && e == OK; i++) {
		struct dokumen d;

		e = dokumen_ambil(r->db, &r->who, id[i], &d);
		if (e == OK && d.penandatangan_id != r->who.akun)
			e = ERR_FORBIDDEN;
		if (e != OK)
			return e;
		menunggu += strcmp(d.status, "draf") == 0;
		halaman_dokumen(r, el_add(x, "dokumen"), &d);
	}
	if (r->method == M_GET && n == 0)
		req_redirect(r, "pilih-dokumen", "/dokumen?tunggu=saya");
	else if (r->method == M_GET && menunggu == 0 && n == 1)
		req_redirect(r, NULL, "/dokumen/%lld", (long long)id[0]);
	return OK;
}

/* --- signing --- */

struct isian_sandi {
	const char *sandi;
	const char *kode;
};

static const struct field ruas_sandi[] = {
	{ "sandi", F_SECRET, offsetof(struct isian_sandi, sandi), 1, SANDI_MAKS,
	  F_REQUIRED, NULL },
	{ "kode", F_SECRET, offsetof(struct isian_sandi, kode), 0, 40,
	  F_OPTIONAL, NULL },
};

static enum err terlalu_sering(struct req *r, const char *ruas, int64_t tunggu)
{
	return form_error_row(
	    r, ruas, "sandi-tunggu", 0,
	    arena_printf(r->a, "%lld", (long long)(tunggu + 59) / 60));
}

/* A wrong try counts although nothing else is done; what else fails must
   leave nothing behind, so only these errors are committed. */
static enum err konfirmasi(struct req *r)
{
	struct isian_sandi in = { 0 };
	int64_t tunggu = 0;
	bool kode;
	enum err e = form_bind(r, ruas_sandi, COUNT(ruas_sandi), &in);

	if (e != OK)
		return e;
	e = sandi_konfirmasi(r->db, &r->who, in.sandi, &tunggu);
	if (e == ERR_INPUT) {
		req_commit_anyway(r);
		return form_error(r, "sandi", "salah");
	}
	if (e == ERR_RATE)
		return terlalu_sering(r, "sandi", tunggu);
	if (e == OK)
		e = faktor_konfirmasi(r->db, &r->who,
				      in.kode == NULL ? "" : in.kode, &kode,
				      &tunggu);
	if (e == ERR_INPUT) {
		req_commit_anyway(r);
		return form_error(r, "kode", "kode-salah");
	}
	return e == ERR_RATE ? terlalu_sering(r, "kode", tunggu) : e;
}

enum err tanda_tangan(struct req *r)
{
	int64_t *id;
	size_t n;
	enum err e = baca_id(r, &id, &n);

	if (e == OK && n == 0)
		e = ERR_BAD_REQUEST;
	if (e == OK)
		e = konfirmasi(r);
	if (e == OK)
		e = dokumen_terbitkan_semua(r->db, &r->who, id, n);
	if (e == ERR_CONFLICT)
		form_error(r, "", "tidak-menunggu");
	if (e == ERR_GONE)
		return form_error(r, "", "kunci-tidak-ada");
	if (e != OK)
		return e;
	if (req_id(r, "id") != 0)
		req_redirect(r, "dokumen-ditandatangani", "/dokumen/%lld",
			     (long long)id[0]);
	else
		req_redirect(r, "dokumen-ditandatangani-semua",
			     "/dokumen?tunggu=saya");
	return OK;
}
