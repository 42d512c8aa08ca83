/*
 * balikan-formulir.c - part of program balikan: "Form Online" (B-03), one
 * record of data balikan, with a field for each parameter in force.
 */
#include "balikan-halaman.h"
#include "model/balikan-nilai.h"
#include "model/balikan-simpan.h"
#include "model/catat.h"

#include <string.h>

struct isian {
	int64_t versi; /* the form was made of */
	const char *nik;
	const char *nilai[BALIKAN_RUAS_MAKS];
};

static const struct field ruas_tetap[] = {
	{ "versi", F_INT, offsetof(struct isian, versi), 1, INT32_MAX,
	  F_REQUIRED, NULL },
	{ "nik", F_TEXT, offsetof(struct isian, nik), 0, 0, F_OPTIONAL, NULL },
};

/* The parameter's name is not the field's alone: it may be "VERSI". */
static const char *nama_ruas(struct req *r, const struct balikan_ruas *s)
{
	return arena_printf(r->a, "p-%s", s->nama);
}

enum err formulir(struct req *r)
{
	struct balikan_versi v;
	enum err e = balikan_versi_kini(r->db, r->who.lembaga, &v);
	elem *x;

	if (e == ERR_NOT_FOUND)
		return OK; /* the page says what to do first */
	if (e != OK)
		return e;
	x = el_add(r->page, "parameter");
	el_int(x, "id", v.id);
	el_int(x, "nomor", v.nomor);
	for (size_t i = 0; i < v.n; i++)
		el_attr(halaman_ruas(x, &v.ruas[i], i + 1), "isian",
			nama_ruas(r, &v.ruas[i]));
	return OK;
}

static enum err ikat(struct req *r, const struct balikan_versi *v,
		     struct isian *in)
{
	size_t n = COUNT(ruas_tetap);
	struct field *f = arena_array(r->a, n + v->n, sizeof(*f));

	memcpy(f, ruas_tetap, sizeof(ruas_tetap));
	for (size_t i = 0; i < v->n; i++)
		f[n++] = (struct field){
			.name = nama_ruas(r, &v->ruas[i]),
			.kind = F_TEXT,
			.offset = offsetof(struct isian, nilai) +
				  i * sizeof(in->nilai[0]),
		};
	return form_bind(r, f, n, in);
}

/* The record that was typed; ERR_INPUT, reported. */
static enum err baca(struct req *r, const struct balikan_versi *v,
		     const struct isian *in, struct balikan_rekaman *rekaman)
{
	const char *nilai[BALIKAN_RUAS_MAKS];
	const char *nik = in->nik == NULL ? "" : in->nik;
	char *kini = arena_alloc(r->a, BALIKAN_NILAI_BYTES);
	const char *kode =
	    balikan_nik_periksa(nik, strlen(nik), false, &rekaman->nik);
	size_t n;

	if (kode != NULL)
		form_error(r, "nik", kode);
	for (size_t i = 0; i < v->n; i++) {
		const char *s = in->nilai[i] == NULL ? "" : in->nilai[i];

		kode = balikan_nilai_periksa(&v->ruas[i], s, strlen(s), false,
					     kini, &n);
		if (kode != NULL)
			form_error(r, nama_ruas(r, &v->ruas[i]), kode);
		nilai[i] = arena_strndup(r->a, kini, n);
	}
	rekaman->isi = balikan_isi_susun(r->a, nilai, v->n);
	return form_failed(r) ? ERR_INPUT : OK;
}

/* What to tell: what happened, and whether the NIK is odd. */
static const char *pesan(uint64_t nik, enum balikan_hasil hasil)
{
	static const char *const kode[][2] = {
		[BALIKAN_DITERIMA] = { "rekaman-baru", "rekaman-baru-awas" },
		[BALIKAN_DIPERBARUI] = { "rekaman-diperbarui",
					 "rekaman-diperbarui-awas" },
		[BALIKAN_TETAP] = { "rekaman-tetap", "rekaman-tetap-awas" },
	};

	return kode[hasil][balikan_nik_peringatan(nik) != NULL];
}

enum err formulir_simpan(struct req *r)
{
	struct balikan_pengirim who = { .lembaga = r->who.lembaga,
					.akun = r->who.akun,
					.sumber = "formulir" };
	struct balikan_rekaman rekaman = { 0 };
	struct isian in = { 0 };
	enum balikan_hasil hasil;
	struct balikan_versi v;
	enum err e = balikan_versi_kini(r->db, r->who.lembaga, &v);

	if (e == ERR_NOT_FOUND)
		return ERR_CONFLICT;
	if (e == OK)
		e = balikan_wilayah_muat(r->db);
	if (e == OK)
		e = ikat(r, &v, &in);
	if (e != OK && e != ERR_INPUT)
		return e;
	/* Somebody has changed the parameters: other fields are asked now. */
	if (in.versi != 0 && in.versi != v.id)
		return ERR_CONFLICT;
	e = baca(r, &v, &in, &rekaman);
	if (e == OK)
		e = audit_catat(r->db, &r->who, "balikan-rekaman",
				"balikan_versi", v.id, NULL);
	if (e == OK)
		e = balikan_simpan(r->db, &who, &v, &rekaman, 1, 0,
				   &hasil);
	if (e == OK)
		req_redirect(r, pesan(rekaman.nik, hasil), "/balikan/formulir");
	return e;
}
