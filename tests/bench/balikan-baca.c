/*
 * balikan-baca.c - how fast files of data balikan are read and judged, and in
 * how much memory; part of `make bench` (ukur-balikan-baca.mjs).
 *
 *	balikan-baca buat FOLDER ROWS	data.csv, data.csv.gz, and with a
 *					million rows at most sebaris.xlsx (texts
 *					in their cells), bersama.xlsx (texts in
 *					one list, nearly each another)
 *	balikan-baca ukur FILE		rows, bytes, processor seconds of parent
 *					and child, their peak memory in KB
 *
 * SIFILMA_KONFIG names the file store, as everywhere.
 */
#include "lib/arena.h"
#include "lib/config.h"
#include "lib/crypto.h"
#include "model/balikan-berkas.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <xlsxwriter.h>
#include <zlib.h>

#define XLSX_ROWS 1000000u

/* ---- making -------------------------------------------------------------- */

struct record {
	char cell[5][24];
};

static const char *const heading[] = { "NIK", "NO_CIF", "NO_HP", "TGL_BUKA",
				       "PRODUK" };

static void make(uint32_t i, struct record *r)
{
	static const char *const products[] = { "TABUNGAN", "GIRO",
						"DEPOSITO" };
	uint32_t x = i * 2654435761u;

	x ^= x >> 15;
	snprintf(r->cell[0], 24, "3204%02u%02u%02u%02u%04u", 1 + x % 30,
		 1 + x / 30 % 28 + 40 * (x >> 31), 1 + x / 840 % 12,
		 x / 10080 % 100, 1 + i % 9999);
	snprintf(r->cell[1], 24, "CIF%08u", i);
	snprintf(r->cell[2], 24, "0812%08u", x % 100000000);
	snprintf(r->cell[3], 24, "%04u-%02u-%02u", 1990 + x % 35,
		 1 + x / 35 % 12, 1 + x / 420 % 28);
	snprintf(r->cell[4], 24, "%s", products[x % 3]);
}

static int make_csv(const char *folder, uint32_t rows)
{
	char path[4096];
	struct record r;
	FILE *f;
	gzFile gz;

	snprintf(path, sizeof(path), "%s/data.csv", folder);
	f = fopen(path, "w");
	snprintf(path, sizeof(path), "%s/data.csv.gz", folder);
	gz = gzopen(path, "wb1");
	if (f == NULL || gz == NULL)
		return 1;
	for (uint32_t i = 0; i <= rows; i++) {
		char line[160];
		int n;

		if (i == 0)
			for (int k = 0; k < 5; k++)
				snprintf(r.cell[k], 24, "%s", heading[k]);
		else
			make(i, &r);
		n = snprintf(line, sizeof(line), "%s,%s,%s,%s,%s\r\n",
			     r.cell[0], r.cell[1], r.cell[2], r.cell[3],
			     r.cell[4]);
		if (fwrite(line, 1, (size_t)n, f) != (size_t)n ||
		    gzwrite(gz, line, (unsigned)n) != n)
			return 1;
	}
	return fclose(f) != 0 || gzclose(gz) != Z_OK;
}

static int make_xlsx(const char *folder, const char *name, uint32_t rows,
		     bool shared)
{
	char path[4096];
	lxw_workbook_options options = { .constant_memory = !shared };
	lxw_workbook *book;
	lxw_worksheet *sheet;
	struct record r;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	book = workbook_new_opt(path, &options);
	sheet = workbook_add_worksheet(book, NULL);
	for (uint32_t i = 0; i <= rows; i++) {
		if (i > 0)
			make(i, &r);
		for (lxw_col_t k = 0; k < 5; k++)
			worksheet_write_string(
			    sheet, i, k, i == 0 ? heading[k] : r.cell[k], NULL);
	}
	return workbook_close(book) != LXW_NO_ERROR;
}

/* ---- measuring ------------------------------------------------------------ */

static const char *const products[] = { "TABUNGAN", "GIRO", "DEPOSITO", NULL };
static const struct balikan_ruas ruas[] = {
	{ "NO_CIF", BALIKAN_TEKS, 20, true, NULL, NULL },
	{ "NO_HP", BALIKAN_TELEPON, BALIKAN_PANJANG_TELEPON, false, NULL,
	  NULL },
	{ "TGL_BUKA", BALIKAN_TANGGAL, BALIKAN_PANJANG_TANGGAL, false, NULL,
	  NULL },
	{ "PRODUK", BALIKAN_PILIHAN, 20, false, NULL, products },
};
static const struct balikan_versi versi = { .nomor = 1, .ruas = ruas, .n = 4 };
static const struct balikan_aturan aturan = { &versi, 1 };

static enum err kepala(void *ctx, const struct balikan_versi *v,
		       const struct baris *b)
{
	(void)ctx;
	(void)v;
	(void)b;
	return OK;
}

static enum err baik(void *ctx, uint64_t nomor, uint64_t nik, const char *isi,
		     size_t n)
{
	(void)nomor;
	(void)nik;
	(void)isi;
	(void)n;
	++*(uint64_t *)ctx;
	return OK;
}

/* There is none in what was made. */
static enum err tolak(void *ctx, const struct balikan_salah *s, size_t n,
		      const struct baris *b)
{
	(void)ctx;
	(void)n;
	fprintf(stderr, "row %zu: %s %s\n", b->nomor, s->ruas, s->kode);
	return ERR_INTERNAL;
}

static enum err peringatan(void *ctx, const struct balikan_peringatan *w)
{
	(void)ctx;
	(void)w;
	return OK;
}

static enum err maju(void *ctx, int64_t dibaca, uint64_t baris)
{
	(void)ctx;
	(void)dibaca;
	(void)baris;
	return OK;
}

static double seconds(const struct rusage *r)
{
	return (double)(r->ru_utime.tv_sec + r->ru_stime.tv_sec) +
	       (double)(r->ru_utime.tv_usec + r->ru_stime.tv_usec) / 1e6;
}

static int measure(const char *path)
{
	static const struct balikan_berkas_calls calls = { kepala, baik, tolak,
							   peringatan, maju };
	struct arena *a = arena_new();
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct balikan_berkas_galat galat;
	struct rusage self, child, before;
	uint64_t rows = 0;
	off_t bytes = lseek(fd, 0, SEEK_END);
	enum err e;

	if (a == NULL || fd < 0 || bytes < 0)
		return 1;
	balikan_wilayah_tambah("32");
	getrusage(RUSAGE_SELF, &before);
	e = balikan_berkas_baca(a, fd, &aturan, &calls, &rows, &galat);
	getrusage(RUSAGE_SELF, &self);
	getrusage(RUSAGE_CHILDREN, &child);
	if (e != OK) {
		fprintf(stderr, "%s: %s\n", path,
			galat.kode == NULL ? "cannot be read" : galat.kode);
		return 1;
	}
	printf("%llu %lld %.3f %.3f %ld %ld\n", (unsigned long long)rows,
	       (long long)bytes, seconds(&self) - seconds(&before),
	       seconds(&child), self.ru_maxrss, child.ru_maxrss);
	arena_free(a);
	close(fd);
	return 0;
}

int main(int argc, char **argv)
{
	uint32_t rows, sheet;

	if (argc == 4 && strcmp(argv[1], "buat") == 0) {
		rows = (uint32_t)strtoul(argv[3], NULL, 10);
		sheet = rows > XLSX_ROWS ? XLSX_ROWS : rows;
		return make_csv(argv[2], rows) ||
		       make_xlsx(argv[2], "sebaris.xlsx", sheet, false) ||
		       make_xlsx(argv[2], "bersama.xlsx", sheet, true);
	}
	if (argc == 3 && strcmp(argv[1], "ukur") == 0)
		return !config_load() || !crypto_start() || measure(argv[2]);
	fprintf(stderr, "usage: balikan-baca buat FOLDER ROWS | ukur FILE\n");
	return 2;
}
