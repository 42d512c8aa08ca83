/* admin-faktor.c - part of program admin: taking away the second factor of
 * somebody who lost it (U-05). */
#include "admin-halaman.h"
#include "model/faktor.h"

struct isian_alasan {
	const char *alasan;
};

static const struct field ruas_alasan[] = {
	{ "alasan", F_TEXT, offsetof(struct isian_alasan, alasan), 5, 500,
	  F_REQUIRED, NULL },
};

enum err faktor_show(struct req *r, elem *akun, int64_t id)
{
	struct faktor f;
	enum err e = faktor_ambil(r->db, id, &f);

	if (e != OK)
		return e;
	el_flag(akun, "faktor", faktor_ada(&f));
	el_flag(akun, "faktor-wajib", f.wajib);
	el_time(r->a, akun, "totp", f.totp);
	el_time(r->a, akun, "surel", f.surel);
	el_time(r->a, akun, "wa", f.wa);
	el_int(akun, "pemulihan", f.pemulihan);
	return OK;
}

/* One's own is changed at /akun/faktor, after the password. */
static bool sendiri(struct req *r)
{
	return req_id(r, "id") == r->who.akun;
}

enum err faktor_form_reset(struct req *r)
{
	enum err e = akun_show(r);

	if (e == OK && r->method == M_GET &&
	    (sendiri(r) ||
	     el_value(el_find(r->page, "akun"), "faktor") == NULL))
		e = ERR_CONFLICT;
	return e;
}

enum err faktor_reset(struct req *r)
{
	struct isian_alasan in = { 0 };
	enum err e = form_bind(r, ruas_alasan, COUNT(ruas_alasan), &in);

	if (e == OK && sendiri(r))
		e = ERR_CONFLICT;
	if (e == OK)
		e = faktor_atur_ulang(r->db, &r->who, req_id(r, "id"),
				      in.alasan);
	if (e == OK)
		req_redirect(r, "faktor-diatur-ulang", "/admin/akun/%lld",
			     (long long)req_id(r, "id"));
	return e;
}
