/*
 * akun-faktor.c - part of program akun: setting up, changing and taking away
 * one's second factor, recovery codes, remembered devices (U-05).  These are
 * the only pages that a limited session may open.
 */
#include "akun-halaman.h"
#include "dokumen/qr.h"
#include "lib/session.h"
#include "model/faktor.h"
#include "model/masuk.h"
#include "model/sandi.h"
#include "model/totp.h"
#include "titipan-halaman.h"

#include <string.h>

#define KODE_MAKS 40

/* --- what there is --- */

static elem *tambah_faktor(struct req *r, const struct faktor *f)
{
	elem *k = el_add(r->page, "faktor");

	el_flag(k, "wajib", f->wajib);
	el_time(r->a, k, "totp", f->totp);
	el_time(r->a, k, "surel", f->surel);
	el_time(r->a, k, "wa", f->wa);
	el_attr(k, "wa-ke", f->wa_ke);
	el_attr(k, "email", f->email);
	el_flag(k, "email-sah", f->email_sah);
	el_attr(k, "telepon", f->telepon);
	el_int(k, "pemulihan", f->pemulihan);
	el_time(r->a, k, "pemulihan-dibuat", f->pemulihan_dibuat);
	return k;
}

static enum err tambah_perangkat(struct req *r)
{
	struct faktor_perangkat *d;
	size_t n;
	enum err e = faktor_perangkat_daftar(r->db, r->who.akun,
					     titipan_kue(r, "ingat"), &d, &n);

	for (size_t i = 0; e == OK && i < n; i++) {
		elem *b = el_add(r->page, "perangkat");

		el_int(b, "id", d[i].id);
		el_time(r->a, b, "dibuat", d[i].dibuat);
		el_time(r->a, b, "terakhir", d[i].terakhir);
		el_time(r->a, b, "berakhir", d[i].berakhir);
		el_attr(b, "alamat", d[i].alamat_ip);
		el_attr(b, "agen", d[i].agen);
		el_flag(b, "ini", d[i].ini);
	}
	return e;
}

enum err faktor_tampil(struct req *r)
{
	struct faktor f;
	enum err e = faktor_ambil(r->db, r->who.akun, &f);

	if (e != OK)
		return e;
	tambah_faktor(r, &f);
	return tambah_perangkat(r);
}

/* --- the password first --- */

struct isian_sandi {
	const char *sandi;
};

static const struct field ruas_sandi[] = {
	{ "sandi", F_SECRET, offsetof(struct isian_sandi, sandi), 1, 1000,
	  F_REQUIRED, NULL },
};

static enum err tunggu_dulu(struct req *r, const char *ruas, const char *kode,
			    int64_t detik)
{
	return form_error_row(
	    r, ruas, kode, 0,
	    arena_printf(r->a, "%lld", (long long)(detik + 59) / 60));
}

static enum err konfirmasi(struct req *r)
{
	struct isian_sandi in = { 0 };
	int64_t tunggu;
	enum err e = form_bind(r, ruas_sandi, COUNT(ruas_sandi), &in);

	if (e != OK)
		return e;
	/* A wrong try counts although nothing else is done. */
	req_commit_anyway(r);
	e = sandi_konfirmasi(r->db, &r->who, in.sandi, &tunggu);
	if (e == ERR_INPUT)
		return form_error(r, "sandi", "salah");
	return e == ERR_RATE ? tunggu_dulu(r, "sandi", "masuk-tunggu", tunggu) :
			       e;
}

/* GET: what is about to happen, and the field for the password. */
enum err faktor_langkah(struct req *r)
{
	const char *cara = req_code(r, "kode");
	struct faktor f;
	enum err e = faktor_ambil(r->db, r->who.akun, &f);

	if (e == OK && !faktor_cara_sah(cara))
		e = ERR_NOT_FOUND;
	if (e != OK)
		return e;
	el_attr(tambah_faktor(r, &f), "cara", cara);
	return OK;
}

enum err faktor_aktifkan(struct req *r)
{
	const char *cara = req_code(r, "kode");
	int64_t tunggu;
	enum err e = faktor_cara_sah(cara) ? konfirmasi(r) : ERR_NOT_FOUND;

	if (e != OK)
		return e;
	if (strcmp(cara, "totp") == 0)
		e = faktor_totp_mulai(r->db, &r->who, r->session);
	else
		e = faktor_saluran_mulai(r->db, &r->who, cara, &tunggu);
	if (e == ERR_CONFLICT)
		return form_error(r, "", "email-belum-sah");
	if (e == ERR_RATE)
		return tunggu_dulu(r, "", "kode-terlalu-sering", tunggu);
	if (e == OK)
		req_redirect(r, NULL, "/akun/faktor/%s", cara);
	return e;
}

/* --- then a code --- */

/* The secret as a QR code, in groups of four for typing, and as an address
   that an authenticator on this very phone opens. */
static enum err tambah_rahasia(struct req *r, elem *k, const struct faktor *f)
{
	const char *rahasia, *uri;
	struct qr *qr;
	enum err e = faktor_totp_baru(r->db, r->who.akun, r->session, &rahasia);

	if (e != OK)
		return e;
	uri = totp_uri(r->a, f->username, rahasia);
	e = qr_make(r->a, uri, &qr);
	if (e != OK)
		return e;
	el_attr(k, "uri", uri);
	el_int(k, "sisi", qr_modules(qr));
	el_attr(k, "gambar", qr_path(r->a, qr));
	for (const char *p = rahasia; *p != '\0'; p += strnlen(p, 4))
		el_add_text(k, "kelompok",
			    arena_strndup(r->a, p, strnlen(p, 4)));
	return OK;
}

enum err faktor_pasang(struct req *r)
{
	const char *cara = req_code(r, "kode");
	struct faktor f;
	enum err e = faktor_ambil(r->db, r->who.akun, &f);
	elem *k;

	if (e == OK && !faktor_cara_sah(cara))
		e = ERR_NOT_FOUND;
	if (e != OK)
		return e;
	k = tambah_faktor(r, &f);
	el_attr(k, "cara", cara);
	if (strcmp(cara, "totp") == 0)
		e = tambah_rahasia(r, k, &f);
	/* Nothing was begun, or too long ago. */
	if (e == ERR_NOT_FOUND) {
		req_redirect(r, NULL, "/akun/faktor/%s/aktifkan", cara);
		e = OK;
	}
	return e;
}

static void tambah_pemulihan(struct req *r, const char *kode[FAKTOR_PEMULIHAN],
			     bool lanjut)
{
	elem *k = el_add(r->page, "pemulihan");

	el_attr(k, "untuk", el_value(el_find(r->page, "sesi"), "username"));
	el_flag(k, "lanjut", lanjut);
	for (int i = 0; i < FAKTOR_PEMULIHAN; i++)
		el_add_text(k, "kode", kode[i]);
}

/* It is on.  The first one comes with recovery codes, shown in this answer
   and never again; whoever had to set one up may now go everywhere. */
static enum err terpasang(struct req *r)
{
	bool lepas = session_limited(r);
	const char *kode[FAKTOR_PEMULIHAN];
	struct faktor f;
	enum err e = faktor_ambil(r->db, r->who.akun, &f);

	if (e == OK && f.pemulihan == 0)
		e = faktor_pemulihan_buat(r->db, &r->who, kode);
	if (e == OK && lepas)
		e = session_lift(r);
	if (e == OK)
		e = session_end_limited(r->db, r->who.akun);
	if (e != OK)
		return e;
	if (f.pemulihan > 0) {
		req_redirect(r, "faktor-dipasang", "%s",
			     lepas ? "/akun/faktor/lanjut" : "/akun/faktor");
		return OK;
	}
	tambah_pemulihan(r, kode, lepas);
	req_view(r, "akun-faktor-kode");
	return OK;
}

struct isian_kode {
	const char *kode;
};

static const struct field ruas_kode[] = {
	{ "kode", F_SECRET, offsetof(struct isian_kode, kode), 1, KODE_MAKS,
	  F_REQUIRED, NULL },
};

enum err faktor_sahkan(struct req *r)
{
	const char *cara = req_code(r, "kode");
	struct isian_kode in = { 0 };
	enum err e;

	if (!faktor_cara_sah(cara))
		return ERR_NOT_FOUND;
	e = form_bind(r, ruas_kode, COUNT(ruas_kode), &in);
	if (e != OK)
		return e;
	if (strcmp(cara, "totp") == 0)
		e = faktor_totp_sahkan(r->db, &r->who, r->session, in.kode);
	else
		e = faktor_saluran_sahkan(r->db, &r->who, cara, in.kode);
	if (e == ERR_INPUT) {
		/* It was one of the tries of a sent code. */
		req_commit_anyway(r);
		return form_error(r, "kode", "kode-salah");
	}
	if (e == ERR_NOT_FOUND)
		return ERR_CONFLICT;
	return e == OK ? terpasang(r) : e;
}

/* To where the sign-in was to lead. */
enum err faktor_lanjut(struct req *r)
{
	struct blob titipan;
	enum err e = masuk_titipan(r->db, r->who.akun, titipan_kue(r, "tunda"),
				   &titipan);

	if (e == OK)
		titipan_lanjut(r, titipan);
	return e;
}

/* --- taking away --- */

enum err faktor_lepas(struct req *r)
{
	const char *cara = req_code(r, "kode");
	enum err e = faktor_cara_sah(cara) ? konfirmasi(r) : ERR_NOT_FOUND;

	if (e == OK)
		e = faktor_matikan(r->db, &r->who, cara);
	if (e == ERR_CONFLICT)
		return form_error(r, "", "faktor-terakhir");
	if (e == OK)
		req_redirect(r, "faktor-dilepas", "/akun/faktor");
	return e;
}

/* --- recovery codes --- */

enum err pemulihan_tampil(struct req *r)
{
	struct faktor f;
	enum err e = faktor_ambil(r->db, r->who.akun, &f);

	if (e == OK)
		tambah_faktor(r, &f);
	return e;
}

enum err pemulihan_baru(struct req *r)
{
	const char *kode[FAKTOR_PEMULIHAN];
	enum err e = konfirmasi(r);

	if (e == OK)
		e = faktor_pemulihan_buat(r->db, &r->who, kode);
	if (e != OK)
		return e;
	tambah_pemulihan(r, kode, false);
	req_view(r, "akun-faktor-kode");
	return OK;
}

/* --- devices --- */

enum err perangkat_cabut(struct req *r)
{
	enum err e = faktor_perangkat_cabut(r->db, &r->who, req_id(r, "id"));

	if (e == OK)
		req_redirect(r, "perangkat-dicabut", "/akun/faktor");
	return e;
}

enum err perangkat_cabut_semua(struct req *r)
{
	enum err e = faktor_perangkat_cabut(r->db, &r->who, 0);

	if (e == OK)
		req_redirect(r, "perangkat-dicabut-semua", "/akun/faktor");
	return e;
}
