/*
 * proses-serah.c - program proses: handover, "Diterima" (P-16), cancelling.
 */
#include "proses-halaman.h"
#include "lib/clock.h"
#include "model/serah-terima.h"

#include <string.h>

struct isian_alasan {
	const char *alasan;
};

static const struct field ruas_alasan[] = {
	{ "alasan", F_LINES, offsetof(struct isian_alasan, alasan), 3, 1000,
	  F_REQUIRED, NULL },
};

struct isian_serah {
	struct serah_terima s;
	const char *mewakili;
};

static const struct field ruas_serah[] = {
	{ "nama", F_TEXT, offsetof(struct isian_serah, s.wakil_nama), 3, 100,
	  F_REQUIRED, NULL },
	{ "identitas", F_CODE, offsetof(struct isian_serah, s.wakil_identitas),
	  4, 40, F_REQUIRED, NULL },
	{ "jabatan", F_TEXT, offsetof(struct isian_serah, s.wakil_jabatan), 3,
	  100, F_REQUIRED, NULL },
	{ "mewakili", F_CHOICE, offsetof(struct isian_serah, mewakili), 0, 0,
	  F_REQUIRED, serah_mewakili },
	{ "tanggal", F_DATE, offsetof(struct isian_serah, s.tanggal), 0, 0,
	  F_REQUIRED, NULL },
};

/* A page of its own for a final action: the ticket, and what it asks. */
enum err form_tiket(struct req *r)
{
	struct proses p;

	return halaman_tiket(r, &p);
}

enum err form_serah(struct req *r)
{
	el_attr(r->page, "hari-ini", clock_today(r->a));
	return form_tiket(r);
}

/* Done: back to the ticket; a state that has changed meanwhile is told on
   the form. */
static enum err selesai(struct req *r, enum err e, const char *pesan)
{
	if (e == OK)
		req_redirect(r, pesan, "/proses/%lld",
			     (long long)req_id(r, "id"));
	if (e == ERR_CONFLICT)
		form_error(r, "", "tiket-status");
	return e;
}

enum err serahkan(struct req *r)
{
	struct isian_serah in = { 0 };
	enum err e = form_bind(r, ruas_serah, COUNT(ruas_serah), &in);

	/* Cards and BAST go to the producer himself and nobody between. */
	if (in.mewakili != NULL && strcmp(in.mewakili, serah_mewakili[0]) != 0)
		e = form_error(r, "mewakili", "bukan-produsen");
	if (e != OK)
		return e;
	e = serah_simpan(r->db, &r->who, req_id(r, "id"), &in.s);
	if (e == ERR_INPUT)
		return form_error(r, "tanggal", "tanggal-serah");
	return selesai(r, e, "diserahkan");
}

enum err batal_serah(struct req *r)
{
	struct isian_alasan in = { 0 };
	enum err e = form_bind(r, ruas_alasan, COUNT(ruas_alasan), &in);

	if (e != OK)
		return e;
	return selesai(r,
		       serah_batal(r->db, &r->who, req_id(r, "id"), in.alasan),
		       "serah-terima-dibatalkan");
}

enum err terima_kartu(struct req *r)
{
	return selesai(r,
		       serah_terima_diterima(r->db, &r->who, req_id(r, "id")),
		       "kartu-diterima");
}

enum err batalkan(struct req *r)
{
	struct isian_alasan in = { 0 };
	enum err e = form_bind(r, ruas_alasan, COUNT(ruas_alasan), &in);

	if (e != OK)
		return e;
	return selesai(
	    r, proses_batalkan(r->db, &r->who, req_id(r, "id"), in.alasan),
	    "tiket-dibatalkan");
}
