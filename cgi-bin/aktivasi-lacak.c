/*
 * aktivasi-lacak.c - program aktivasi: a card followed by any serial through
 * its whole life.
 */
#include "aktivasi-halaman.h"
#include "lib/text.h"
#include "model/kartu.h"
#include "model/lacak.h"
#include "model/manifes.h"
#include "model/proses.h"

#include <string.h>

#define CARI_MAKS 120 /* characters: also an address with a code in it */

static elem *tambah_kartu(elem *induk, const char *nama,
			  const struct lacak_kartu *k)
{
	elem *e = el_add(induk, nama);
	char sam[SAM_TEKS], tiket[TIKET_TEKS];

	sam_tulis(k->sam_id, sam);
	el_int(e, "id", k->id);
	el_attr(e, "seri-kartu", k->seri_kartu);
	el_attr(e, "seri-mesin", k->seri_mesin);
	el_attr(e, "sam", k->sam_id == NULL ? NULL : sam);
	el_attr(e, "pcid", k->pcid);
	el_attr(e, "status", k->status);
	el_attr(e, "lembaga", k->lembaga);
	if (k->tiket != 0) {
		tiket_tulis(k->tiket, tiket);
		el_attr(e, "tiket", tiket);
	}
	el_flag(e, "hidup", k->hidup);
	return e;
}

/* ?cari= leads on when it is one card's; else the choice. */
enum err lacak_depan(struct req *r)
{
	const char *ketik = form_value(r, "cari");
	const char *cari = ketik == NULL ? NULL : text_fold(r->a, ketik);
	struct lacak_kartu *k;
	size_t n;
	elem *x;
	enum err e;

	if (cari == NULL || *cari == '\0' || text_length(cari) > CARI_MAKS)
		return OK;
	e = lacak_cari(r->db, &r->who, cari, &k, &n);
	if (e != OK)
		return e;
	if (n == 1) {
		req_redirect(r, NULL, "/aktivasi/lacak/%lld",
			     (long long)k[0].id);
		return OK;
	}
	x = el_add(r->page, "temuan");
	el_attr(x, "cari", cari);
	el_flag(x, "lebih", n == LACAK_MAKS);
	for (size_t i = 0; i < n; i++)
		tambah_kartu(x, "kartu", &k[i]);
	return OK;
}

/* ---- one card ---- */

/* "2026-11-22" as it is, a UTC moment in the office's zone. */
static void waktu(struct req *r, elem *e, const char *nama, const char *teks)
{
	if (teks != NULL && strlen(teks) == strlen("2026-11-22"))
		el_attr(e, nama, teks);
	else
		el_time(r->a, e, nama, teks);
}

/* The chain: for each part whether the card has come there, and when. */
static void tambah_rantai(struct req *r, const struct lacak_butir *b, size_t n,
			  const struct lacak_tempat *t)
{
	static const char *const tahap[] = {
		"perjanjian", "pesanan", "permintaan", "tiket",   "personal",
		"bast",       "serah",   "aktivasi",   "manifes", "kembali",
		"musnah",
	};
	elem *x = el_add(r->page, "rantai");

	for (size_t i = 0; i < COUNT(tahap); i++) {
		const struct lacak_butir *ini = NULL, *surat = NULL;
		elem *e = el_add(x, "tahap");

		el_attr(e, "nama", tahap[i]);
		for (size_t j = 0; j < n; j++) {
			if (strcmp(b[j].tahap, tahap[i]) != 0)
				continue;
			ini = &b[j];
			/* What the card's own history adds has no number. */
			if (strncmp(ini->kode, "kartu-", 6) != 0)
				surat = ini;
		}
		if (ini != NULL) {
			surat = surat == NULL ? ini : surat;
			waktu(r, e, "waktu", ini->waktu);
			el_attr(e, "kode", ini->kode);
			el_attr(e, "acuan", surat->acuan);
			el_attr(e, "jalur", surat->jalur);
		} else if (t != NULL && strcmp(tahap[i], "manifes") == 0) {
			el_attr(e, "waktu", t->dari);
			el_attr(e, "kode", t->status);
			el_attr(e, "acuan", t->kode);
			el_attr(e, "jalur",
				arena_printf(r->a, "/verifikasi/%s", t->kode));
		}
	}
}

static void tambah_linimasa(struct req *r, const struct lacak_butir *b,
			    size_t n)
{
	elem *x = el_add(r->page, "linimasa");

	for (size_t i = 0; i < n; i++) {
		elem *e = el_add(x, "peristiwa");

		waktu(r, e, "waktu", b[i].waktu);
		el_attr(e, "tahap", b[i].tahap);
		el_attr(e, "kode", b[i].kode);
		el_attr(e, "oleh", b[i].oleh);
		el_attr(e, "acuan", b[i].acuan);
		el_attr(e, "jalur", b[i].jalur);
		el_attr(e, "dari", b[i].dari);
		el_attr(e, "ke", b[i].ke);
		el_text(e, b[i].teks);
	}
}

static void tambah_tempat(struct req *r, const struct lacak_tempat *t)
{
	elem *e = el_add(r->page, "tempat");

	el_attr(e, "status", t->status);
	el_attr(e, "kode", t->kode);
	el_attr(e, "seri-mesin", t->seri_mesin);
	el_attr(e, "kabkota", t->kabkota);
	el_attr(e, "provinsi", t->provinsi);
	el_attr(e, "dari", t->dari);
	el_attr(e, "sampai", t->sampai);
	/* A producer is not told where exactly. */
	if (r->who.role == ROLE_PRODUSEN)
		return;
	el_attr(e, "outlet", t->outlet);
	el_attr(e, "alamat", t->alamat);
	el_attr(e, "kelurahan", t->kelurahan);
	el_attr(e, "kecamatan", t->kecamatan);
	el_attr(e, "lintang", t->lintang);
	el_attr(e, "bujur", t->bujur);
}

static enum err tambah_manifes(struct req *r, int64_t kartu_id)
{
	struct manifes *m;
	size_t n;
	enum err e = manifes_kartu(r->db, &r->who, kartu_id, &m, &n);

	for (size_t i = 0; e == OK && i < n; i++) {
		elem *x = el_add(r->page, "manifes");

		el_int(x, "id", m[i].id);
		el_attr(x, "kode", m[i].kode);
		el_attr(x, "status", m[i].status);
		el_attr(x, "sebab", m[i].sebab);
		el_attr(x, "seri-mesin", m[i].seri_mesin);
		el_attr(x, "outlet", m[i].outlet);
		el_attr(x, "alamat", m[i].alamat);
		el_attr(x, "dari", m[i].berlaku_dari);
		el_attr(x, "sampai", m[i].berlaku_sampai);
		el_attr(x, "perjanjian", m[i].perjanjian_nomor);
		el_time(r->a, x, "diterbitkan", m[i].diterbitkan);
		el_time(r->a, x, "tidak-berlaku", m[i].tidak_berlaku);
	}
	return e;
}

enum err lacak_lihat(struct req *r)
{
	struct lacak_tempat t;
	struct lacak_kartu k;
	struct lacak_butir *b;
	size_t n;
	bool ada;
	enum err e = lacak_ambil(r->db, &r->who, req_id(r, "id"), &k);

	if (e == OK)
		e = lacak_jejak(r->db, &r->who, &k, &b, &n);
	if (e != OK)
		return e;
	e = lacak_tempat(r->db, k.id, &t);
	ada = e == OK;
	if (e != OK && e != ERR_NOT_FOUND)
		return e;
	tambah_kartu(r->page, "kartu", &k);
	tambah_rantai(r, b, n, ada ? &t : NULL);
	if (ada)
		tambah_tempat(r, &t);
	tambah_linimasa(r, b, n);
	return tambah_manifes(r, k.id);
}
