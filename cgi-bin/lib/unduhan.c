/* unduhan.c - see unduhan.h. */
#include "unduhan.h"
#include "csv.h"

#include <stdio.h>
#include <string.h>

#define TIPE_XLSX                                                              \
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

enum err unduhan_mulai(struct req *r, struct unduhan *u, const char *lembar,
		       const struct xlsx_kolom *kolom, size_t n)
{
	*u = (struct unduhan){ .csv = { .a = r->a } };
	if (strcmp(req_code(r, "kode"), "xlsx") == 0)
		return xlsx_out_new(r->a, lembar, kolom, n, &u->x);
	if (strcmp(req_code(r, "kode"), "csv") != 0)
		return ERR_NOT_FOUND;
	csv_begin(&u->csv);
	for (size_t i = 0; i < n; i++)
		csv_cell(&u->csv, kolom[i].judul);
	csv_end_row(&u->csv);
	return OK;
}

void unduhan_teks(struct unduhan *u, const char *teks)
{
	if (u->x != NULL)
		xlsx_out_teks(u->x, teks);
	else
		csv_cell(&u->csv, teks == NULL ? "" : teks);
}

void unduhan_angka(struct unduhan *u, int64_t angka)
{
	char teks[24];

	if (u->x != NULL) {
		xlsx_out_angka(u->x, angka);
	} else {
		snprintf(teks, sizeof(teks), "%lld", (long long)angka);
		csv_cell(&u->csv, teks);
	}
}

void unduhan_sepuluh(struct unduhan *u, int64_t angka)
{
	char teks[24];

	if (angka % 10 == 0) {
		unduhan_angka(u, angka / 10);
	} else if (u->x != NULL) {
		xlsx_out_sepuluh(u->x, angka);
	} else {
		snprintf(teks, sizeof(teks), "%lld.%lld",
			 (long long)(angka / 10), (long long)(angka % 10));
		csv_cell(&u->csv, teks);
	}
}

void unduhan_baris(struct unduhan *u)
{
	if (u->x != NULL)
		xlsx_out_baris(u->x);
	else
		csv_end_row(&u->csv);
}

enum err unduhan_kirim(struct req *r, struct unduhan *u, const char *nama)
{
	struct blob b = { (unsigned char *)u->csv.p, u->csv.n };
	enum err e = u->x == NULL ? OK : xlsx_out_selesai(u->x, &b);

	if (e == OK)
		req_send_bytes(r, u->x != NULL ? TIPE_XLSX :
						 "text/csv; charset=utf-8",
			       b, arena_printf(r->a, "%s.%s", nama,
					       u->x != NULL ? "xlsx" : "csv"));
	return e;
}

static void lepas_arena(void *a)
{
	arena_free(a);
}

bool unduhan_lagi(struct req *r, struct unduhan *u, enum err *e, size_t n)
{
	bool lagi = *e == OK && n == UNDUHAN_SEKALI;

	if (lagi && u->potong == NULL) {
		u->potong = arena_new();
		if (u->potong != NULL)
			arena_cleanup(r->a, lepas_arena, u->potong);
		else
			*e = ERR_BUSY;
		lagi = u->potong != NULL;
	}
	if (lagi)
		arena_reset(u->potong);
	db_use_arena(r->db, lagi ? u->potong : r->a);
	return lagi;
}
