/*
 * balikan-templat.c - part of program balikan: "Download Template" (B-02).
 * The files are model/balikan-templat.c, the words of the sheet "Aturan"
 * xslt/balikan-templat.xsl.
 */
#include "balikan-halaman.h"
#include "lib/xsl.h"
#include "model/balikan-templat.h"
#include "model/lembaga.h"

#include <string.h>

#define TIPE_XLSX                                                              \
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/* The rules of the parameters as rows of cells, see balikan-templat.h. */
static enum err aturan(struct req *r, const struct balikan_versi *v,
		       const char **out)
{
	struct view *w = view_new(r->a, "templat");
	const elem *akar;
	enum err e;

	el_int(view_root(w), "nomor", v->nomor);
	for (size_t i = 0; i < v->n; i++)
		halaman_ruas(view_root(w), &v->ruas[i], i + 1);
	if (!view_ok(w))
		return ERR_BUSY;
	e = xsl_tree(r->a, w, "balikan-templat", &akar);
	if (e != OK)
		return e;
	*out = el_value(akar, "aturan");
	return *out == NULL ? ERR_INTERNAL : OK;
}

static enum err buku(struct req *r, const struct balikan_versi *v,
		     struct blob *out)
{
	const char *kata;
	enum err e = aturan(r, v, &kata);

	return e == OK ? balikan_templat_xlsx(r->a, v, kata, out) : e;
}

enum err templat_unduh(struct req *r)
{
	const char *jenis = form_value(r, "jenis");
	struct balikan_versi v;
	struct lembaga l;
	struct blob b;
	bool xlsx;
	enum err e;

	if (jenis == NULL) {
		/* Where one chooses. */
		req_redirect(r, NULL, "/balikan/parameter");
		return OK;
	}
	if (strcmp(jenis, "csv") != 0 && strcmp(jenis, "xlsx") != 0)
		return ERR_NOT_FOUND;
	xlsx = strcmp(jenis, "xlsx") == 0;
	e = balikan_versi_kini(r->db, r->who.lembaga, &v);
	if (e == ERR_NOT_FOUND) {
		req_redirect(r, "parameter-belum", "/balikan/parameter");
		return OK;
	}
	if (e == OK)
		e = lembaga_ambil(r->db, r->who.lembaga, &l);
	if (e != OK)
		return e;
	if (xlsx)
		e = buku(r, &v, &b);
	else
		b = balikan_templat_csv(r->a, &v);
	if (e == OK)
		req_send_bytes(r, xlsx ? TIPE_XLSX : "text/csv; charset=utf-8",
			       b,
			       arena_printf(r->a, "data-balikan-%s-v%lld.%s",
					    l.kode, (long long)v.nomor, jenis));
	return e;
}
