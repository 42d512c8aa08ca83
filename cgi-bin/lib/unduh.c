/*
 * unduh.c - see unduh.h.
 */
#include "unduh.h"
#include "csv.h"

#include <string.h>

#define TIPE_XLSX                                                              \
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

struct unduh {
	struct req *r;
	struct xlsx_out *x; /* NULL: CSV */
	struct buf csv;
};

enum err unduh_mulai(struct req *r, const char *jenis, const char *lembar,
		     const struct xlsx_kolom *kolom, size_t n,
		     struct unduh **out)
{
	struct unduh *u = arena_alloc(r->a, sizeof(*u));

	u->r = r;
	u->csv.a = r->a;
	*out = u;
	if (strcmp(jenis, "xlsx") == 0)
		return xlsx_out_new(r->a, lembar, kolom, n, &u->x);
	if (strcmp(jenis, "csv") != 0)
		return ERR_NOT_FOUND;
	csv_begin(&u->csv);
	for (size_t i = 0; i < n; i++)
		csv_cell(&u->csv, kolom[i].judul);
	csv_end_row(&u->csv);
	return OK;
}

void unduh_teks(struct unduh *u, const char *teks)
{
	if (u->x != NULL)
		xlsx_out_teks(u->x, teks);
	else
		csv_cell(&u->csv, teks == NULL ? "" : teks);
}

void unduh_angka(struct unduh *u, int64_t angka)
{
	if (u->x != NULL)
		xlsx_out_angka(u->x, angka);
	else
		csv_cell(&u->csv, arena_printf(u->csv.a, "%lld",
					       (long long)angka));
}

void unduh_baris(struct unduh *u)
{
	if (u->x != NULL)
		xlsx_out_baris(u->x);
	else
		csv_end_row(&u->csv);
}

enum err unduh_kirim(struct unduh *u, const char *nama)
{
	struct blob b = { (const unsigned char *)u->csv.p, u->csv.n };
	bool xlsx = u->x != NULL;
	enum err e = xlsx ? xlsx_out_selesai(u->x, &b) : OK;

	if (e == OK)
		req_send_bytes(u->r,
			       xlsx ? TIPE_XLSX : "text/csv; charset=utf-8", b,
			       arena_printf(u->r->a, "%s.%s", nama,
					    xlsx ? "xlsx" : "csv"));
	return e;
}
