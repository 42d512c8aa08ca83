/*
 * aktivasi-token.c - part of program aktivasi: the tokens of an approved
 * request, shown to its institution alone, each opening with its trace, and
 * issued anew.
 */
#include "aktivasi-halaman.h"
#include "lib/clock.h"
#include "lib/text.h"
#include "lib/unduhan.h"
#include "model/catat.h"
#include "model/kartu.h"
#include "model/token.h"

#include <string.h>

static int64_t bilangan(struct req *r, const char *nama)
{
	const char *v = form_value(r, nama);
	int64_t n;

	return v != NULL && text_to_int(v, &n) && n > 0 ? n : 0;
}

/* The rows of one page, with their tokens when pembukaan is not 0. */
static enum err tambah_token(struct req *r, const struct aktivasi *k,
			     int64_t pembukaan)
{
	struct lembar l = halaman_lembar(r, bilangan(r, "hal"), k->jumlah);
	struct token_baris *b;
	size_t n;
	elem *x = el_add(r->page, "tokens");
	enum err e =
	    token_daftar(r->db, k->id, l.dari - 1, l.sampai - l.dari + 1,
			 pembukaan != 0, &b, &n);

	if (pembukaan != 0)
		el_int(x, "pembukaan", pembukaan);
	for (size_t i = 0; e == OK && i < n; i++) {
		elem *y = el_add(x, "kartu");
		char sam[SAM_TEKS];

		sam_tulis(b[i].sam_id, sam);
		el_int(y, "urut", b[i].urut);
		el_int(y, "id", b[i].kartu_id);
		el_attr(y, "seri-kartu", b[i].seri_kartu);
		el_attr(y, "sam-id", sam);
		el_attr(y, "seri-mesin", b[i].seri_mesin);
		el_attr(y, "outlet", b[i].outlet);
		el_attr(y, "status", b[i].status);
		el_attr(y, "keadaan", b[i].keadaan);
		el_attr(y, "token", b[i].token);
		el_time(r->a, y, "berakhir", b[i].berakhir);
	}
	return e;
}

/* GET: how they stand, without a token.  Only of an approved request. */
enum err halaman_token(struct req *r)
{
	struct aktivasi k;
	enum err e = aktivasi_untuk(r, "token-ulang", &k);

	if (e != OK)
		return e;
	halaman_aktivasi(r, &k);
	return tambah_token(r, &k, 0);
}

/*
 * POST: the tokens themselves.  A further page of the same opening names it
 * (`pembukaan`) and leaves no second trace.  Answered with the page itself:
 * what a redirect would lead to could be fetched again.
 */
enum err buka_token(struct req *r)
{
	int64_t id = req_id(r, "id"), pembukaan = bilangan(r, "pembukaan");
	struct aktivasi k;
	enum err e = aktivasi_untuk(r, "token", &k);

	if (e == OK)
		e = pembukaan != 0 ?
			aktivasi_terbuka(r->db, &r->who, id, pembukaan) :
			aktivasi_buka_token(r->db, &r->who, id, &pembukaan);
	if (e != OK)
		return e;
	halaman_aktivasi(r, &k);
	return tambah_token(r, &k, pembukaan);
}

/* What activates many cards at once, but for region and coordinates:
   those are filled in, and the file is sent as it is. */
static const struct xlsx_kolom kolom_token[] = {
	{ "No. Identitas Kartu SAM", 26 },
	{ "Token Kartu SAM", 16 },
	{ "No. Mesin", 24 },
	{ "Nama Outlet", 32 },
	{ "Alamat Outlet", 44 },
	{ "Kode Wilayah", 14 },
	{ "Latitude", 14 },
	{ "Longitude", 14 },
	{ "No. Seri Kartu SAM", 24 },
	{ "Berlaku sampai", 18 },
};

static enum err tulis_token(struct req *r, const struct aktivasi *k,
			    struct unduhan *u)
{
	int64_t sesudah = 0;
	size_t n = UNDUHAN_SEKALI;
	enum err e = OK;

	while (unduhan_lagi(r, u, &e, n)) {
		struct token_baris *b;

		e = token_daftar(r->db, k->id, sesudah, UNDUHAN_SEKALI, true,
				 &b, &n);
		for (size_t i = 0; e == OK && i < n; i++) {
			char sam[SAM_TEKS];

			sesudah = b[i].urut;
			if (b[i].token == NULL)
				continue;
			sam_tulis(b[i].sam_id, sam);
			unduhan_teks(u, sam);
			unduhan_teks(u, b[i].token);
			unduhan_teks(u, b[i].seri_mesin);
			unduhan_teks(u, b[i].outlet);
			unduhan_teks(u, b[i].alamat);
			unduhan_teks(u, NULL);
			unduhan_teks(u, NULL);
			unduhan_teks(u, NULL);
			unduhan_teks(u, b[i].seri_kartu);
			unduhan_teks(u, clock_local(db_arena(r->db),
						    b[i].berakhir));
			unduhan_baris(u);
		}
	}
	return e;
}

/* POST: the same opening as a file. */
enum err unduh_token(struct req *r)
{
	int64_t id = req_id(r, "id");
	struct aktivasi k;
	struct unduhan u;
	enum err e = aktivasi_untuk(r, "token", &k);

	if (e == OK)
		e = aktivasi_terbuka(r->db, &r->who, id,
				     bilangan(r, "pembukaan"));
	if (e == OK)
		e = unduhan_mulai(r, &u, "Token", kolom_token,
				  COUNT(kolom_token));
	if (e == OK)
		e = audit_catat(r->db, &r->who, "aktivasi-token-diunduh",
				"aktivasi", id, NULL);
	if (e == OK)
		e = tulis_token(r, &k, &u);
	if (e != OK)
		return e;
	return unduhan_kirim(
	    r, &u, arena_printf(r->a, "token-aktivasi-%lld", (long long)id));
}

/* --- anew --- */

enum err form_token_ulang(struct req *r)
{
	int64_t kartu = bilangan(r, "kartu");
	struct aktivasi_baris *b;
	struct aktivasi k;
	size_t n, i = 0;
	elem *x;
	enum err e = aktivasi_untuk(r, "token-ulang", &k);

	if (e != OK)
		return e;
	x = halaman_aktivasi(r, &k);
	if (kartu == 0)
		return OK;
	e = aktivasi_baris(r->db, k.id, 1, k.jumlah, &b, &n);
	while (e == OK && i < n && b[i].kartu_id != kartu)
		i++;
	if (e == OK && i == n)
		e = ERR_NOT_FOUND;
	if (e == OK)
		halaman_baris(x, &b[i]);
	return e;
}

enum err token_ulang(struct req *r)
{
	int64_t id = req_id(r, "id"), banyak;
	const char *v = form_value(r, "kartu");
	int64_t kartu = bilangan(r, "kartu");
	enum err e;

	/* An id that is none must not become "all of them". */
	if (v != NULL && *v != '\0' && kartu == 0)
		return ERR_BAD_REQUEST;
	e = aktivasi_token_ulang(r->db, &r->who, id, kartu, &banyak);
	if (e == OK)
		req_redirect(
		    r, kartu != 0 ? "token-diulang" : "token-diulang-semua",
		    "/aktivasi/%lld/token", (long long)id);
	return e;
}
