/*
 * akun-foto.c - part of program akun: one's picture (U-07).  What was sent is
 * looked at and not kept; only what lib/gambar makes of it is.
 */
#include "akun-halaman.h"
#include "lib/gambar.h"
#include "lib/store.h"
#include "model/profil.h"

#include <string.h>

#define FOTO_MAKS (128 << 10) /* of ours: some 10 KiB */

struct isian {
	struct upload *foto;
};

static const char *const jenis[] = { "jpeg", "png", "webp", NULL };

static const struct field ruas[] = {
	{ "foto", F_FILE, offsetof(struct isian, foto), 0, GAMBAR_BYTES_MAKS,
	  F_REQUIRED | F_PASSING, jenis },
};

enum err foto_form(struct req *r)
{
	return profil_tampil(r);
}

enum err foto_simpan(struct req *r)
{
	struct isian in = { 0 };
	const char *sha256;
	struct blob jpeg;
	enum err e = form_bind(r, ruas, COUNT(ruas), &in);

	if (e != OK)
		return e;
	e = gambar_potret(r->a, store_fd(in.foto->file), &jpeg);
	if (e == ERR_TYPE)
		return form_error(r, "foto", "gambar-rusak");
	if (e == ERR_TOO_LARGE)
		return form_error(r, "foto", "gambar-besar");
	if (e == OK)
		e = store_put(r->a, jpeg.p, jpeg.n, &sha256);
	if (e == OK)
		e = foto_ganti(r->db, &r->who, sha256);
	if (e == OK)
		req_redirect(r, "foto-diganti", "/akun/profil");
	return e;
}

enum err foto_hapus(struct req *r)
{
	enum err e = foto_ganti(r->db, &r->who, NULL);

	if (e == OK)
		req_redirect(r, "foto-dihapus", "/akun/profil");
	return e;
}

/*
 * Named by its digest, so an address never shows another picture: a browser
 * may keep it for a day (signing out empties its cache).
 */
enum err foto_lihat(struct req *r)
{
	const char *sha256 = req_code(r, "kode");
	const char *tanda = arena_printf(r->a, "\"%s\"", sha256);
	const char *punya = req_header_in(r, "If-None-Match");
	struct blob isi = { NULL, 0 };
	enum err e = foto_boleh(r->db, &r->who, sha256);

	if (e != OK)
		return e;
	req_header_out(r, "ETag", tanda);
	req_keep(r, 24 * 3600);
	if (punya != NULL && strstr(punya, tanda) != NULL)
		req_status(r, 304);
	else
		e = store_read(r->a, sha256, FOTO_MAKS, &isi);
	if (e == OK)
		req_send_bytes(r, "image/jpeg", isi, NULL);
	return e;
}
