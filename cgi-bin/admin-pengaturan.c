/* admin-pengaturan.c - settings, and the table of all routes, for the admin
 * (U-22). */
#include "admin-halaman.h"
#include "lib/log.h"
#include "lib/text.h"
#include "model/jadwal.h"
#include "model/pengaturan.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum err pengaturan_form(struct req *r)
{
	struct pengaturan *s;
	size_t n;
	enum err e = pengaturan_semua(r->db, &s, &n);

	if (e != OK)
		return e;
	for (size_t i = 0; i < n; i++) {
		elem *b = el_add_text(r->page, "pengaturan", s[i].nilai);

		el_attr(b, "nama", s[i].nama);
		el_attr(b, "jenis", s[i].jenis);
		el_attr(b, "kelompok", s[i].kelompok);
		el_int(b, "min", s[i].min);
		el_int(b, "maks", s[i].maks);
		el_time(r->a, b, "diubah", s[i].diubah);
		el_attr(b, "pengubah", s[i].pengubah);
	}
	return OK;
}

/* What was typed for s, tidied like a field of its kind. */
static const char *isian(struct req *r, const struct pengaturan *s)
{
	const char *mentah = form_value(r, s->nama);

	if (strcmp(s->jenis, "ya-tidak") == 0)
		return mentah != NULL ? "ya" : "tidak";
	if (mentah == NULL)
		return NULL;
	return strcmp(s->jenis, "paragraf") == 0 ? text_trim(r->a, mentah) :
						   text_fold(r->a, mentah);
}

static bool perlu_rencana(const char *nama)
{
	return strcmp(nama, "kapasitas_harian") == 0;
}

static enum err simpan_satu(struct req *r, const struct pengaturan *s)
{
	const char *nilai = isian(r, s);
	enum err e;

	if (nilai == NULL || strcmp(nilai, s->nilai) == 0)
		return OK;
	e = pengaturan_simpan(r->db, &r->who, s->nama, nilai);
	/* Another capacity is another plan, in the same transaction. */
	if (e == OK && perlu_rencana(s->nama))
		e = jadwal_susun(r->db, NULL);
	return e;
}

enum err pengaturan_save(struct req *r)
{
	struct pengaturan *s;
	size_t n;
	enum err e = pengaturan_semua(r->db, &s, &n);

	for (size_t i = 0; e == OK && i < n; i++) {
		const char *nilai = isian(r, &s[i]);
		const char *salah =
		    nilai == NULL ? NULL : pengaturan_periksa(&s[i], nilai);

		if (salah != NULL)
			form_error(r, s[i].nama, salah);
	}
	if (e == OK && form_failed(r))
		e = ERR_INPUT;
	for (size_t i = 0; e == OK && i < n; i++) {
		e = simpan_satu(r, &s[i]);
		if (e == ERR_CONFLICT)
			e = form_error(r, s[i].nama, "tanpa-kapasitas");
	}
	/* Nothing read in a transaction that may yet be undone is kept. */
	pengaturan_lupakan();
	if (e == OK)
		req_redirect(r, "tersimpan", "/admin/pengaturan");
	return e;
}

/* --- the table of routes --- */

/* rute.tsv beside the programs, made by the build; NULL without it. */
static FILE *buka_rute(struct req *r)
{
	char diri[512];
	ssize_t n = readlink("/proc/self/exe", diri, sizeof(diri) - 1);
	char *akhir;
	FILE *f;

	if (n < 0)
		return NULL;
	diri[n] = '\0';
	akhir = strrchr(diri, '/');
	if (akhir == NULL)
		return NULL;
	*akhir = '\0';
	f = fopen(arena_printf(r->a, "%s/rute.tsv", diri), "re");
	if (f == NULL)
		log_error("%s/rute.tsv: %s", diri, strerror(errno));
	return f;
}

enum err rute_show(struct req *r)
{
	static const char *const nama[] = { "program", "cara", "jalur",
					    "peran",   "jaga", "tampilan" };
	elem *d = el_add(r->page, "rute");
	FILE *f = buka_rute(r);
	char baris[512];

	if (f == NULL)
		return OK;
	while (fgets(baris, sizeof(baris), f) != NULL) {
		elem *b = el_add(d, "baris");
		char *sisa = baris;

		baris[strcspn(baris, "\n")] = '\0';
		for (size_t i = 0; i < COUNT(nama); i++)
			el_attr(b, nama[i], strsep(&sisa, "\t"));
	}
	fclose(f);
	return OK;
}
