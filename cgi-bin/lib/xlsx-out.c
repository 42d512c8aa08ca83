/* xlsx-out.c - see xlsx-out.h: libxlsxwriter into a file without a name. */
#include "xlsx-out.h"
#include "log.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

struct xlsx_out {
	struct arena *a;
	lxw_workbook *buku; /* NULL once closed */
	lxw_worksheet *lembar;
	lxw_format *tebal;
	lxw_format *teks;
	lxw_row_t baris;
	lxw_col_t kolom;
	int fd;
	bool gagal;
};

static void lepas(void *what)
{
	struct xlsx_out *x = what;

	if (x->buku != NULL)
		workbook_close(x->buku);
	x->buku = NULL;
	if (x->fd >= 0)
		close(x->fd);
	x->fd = -1;
}

enum err xlsx_out_new(struct arena *a, const char *lembar,
		      const struct xlsx_kolom *kolom, size_t n,
		      struct xlsx_out **out)
{
	struct xlsx_out *x = arena_alloc(a, sizeof(*x));
	/* Row after row to a temporary file: memory does not grow. */
	lxw_workbook_options opsi = { .constant_memory = LXW_TRUE };

	*out = NULL;
	x->a = a;
	x->fd = memfd_create("xlsx", MFD_CLOEXEC);
	arena_cleanup(a, lepas, x);
	if (x->fd < 0) {
		log_error("xlsx: memfd: %s", strerror(errno));
		return ERR_BUSY;
	}
	x->buku = workbook_new_opt(arena_printf(a, "/proc/self/fd/%d", x->fd),
				   &opsi);
	if (x->buku == NULL)
		return ERR_BUSY;
	x->tebal = workbook_add_format(x->buku);
	x->teks = workbook_add_format(x->buku);
	if (x->tebal == NULL || x->teks == NULL)
		return ERR_BUSY;
	format_set_bold(x->tebal);
	format_set_num_format(x->teks, "@");
	*out = x;
	return xlsx_out_lembar(x, lembar, kolom, n);
}

enum err xlsx_out_lembar(struct xlsx_out *x, const char *lembar,
			 const struct xlsx_kolom *kolom, size_t n)
{
	x->lembar = workbook_add_worksheet(x->buku, lembar);
	if (x->lembar == NULL)
		return ERR_BUSY;
	for (size_t i = 0; i < n; i++) {
		lxw_col_t k = (lxw_col_t)i;

		worksheet_set_column(x->lembar, k, k, kolom[i].lebar, x->teks);
		worksheet_write_string(x->lembar, 0, k, kolom[i].judul,
				       x->tebal);
	}
	worksheet_freeze_panes(x->lembar, 1, 0);
	/* Digits in a column of texts are what was meant, not a mistake. */
	worksheet_ignore_errors(x->lembar, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
				"A1:XFD1048576");
	x->baris = 1;
	x->kolom = 0;
	return OK;
}

static void sahkan(struct xlsx_out *x, size_t kolom,
		   lxw_data_validation *aturan)
{
	lxw_col_t k = (lxw_col_t)kolom;

	if (worksheet_data_validation_range(x->lembar, 1, k, LXW_ROW_MAX - 1,
					    k, aturan) != LXW_NO_ERROR)
		x->gagal = true;
}

void xlsx_out_pilihan(struct xlsx_out *x, size_t kolom, const char *lembar,
		      size_t dari, size_t n)
{
	char nama[LXW_MAX_COL_NAME_LENGTH];
	lxw_data_validation aturan = {
		.validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
	};

	lxw_col_to_name(nama, (lxw_col_t)dari, LXW_TRUE);
	aturan.value_formula = arena_printf(x->a, "=%s!%s$2:%s$%zu", lembar,
					    nama, nama, n + 1);
	sahkan(x, kolom, &aturan);
}

void xlsx_out_panjang(struct xlsx_out *x, size_t kolom, size_t n)
{
	lxw_data_validation aturan = {
		.validate = LXW_VALIDATION_TYPE_LENGTH,
		.criteria = LXW_VALIDATION_CRITERIA_EQUAL_TO,
		.value_number = (double)n,
	};

	sahkan(x, kolom, &aturan);
}

void xlsx_out_teks(struct xlsx_out *x, const char *teks)
{
	if (teks != NULL && *teks != '\0' &&
	    worksheet_write_string(x->lembar, x->baris, x->kolom, teks,
				   NULL) != LXW_NO_ERROR)
		x->gagal = true;
	x->kolom++;
}

static void angka_tulis(struct xlsx_out *x, double angka)
{
	if (worksheet_write_number(x->lembar, x->baris, x->kolom, angka,
				   NULL) != LXW_NO_ERROR)
		x->gagal = true;
	x->kolom++;
}

void xlsx_out_angka(struct xlsx_out *x, int64_t angka)
{
	angka_tulis(x, (double)angka);
}

void xlsx_out_sepuluh(struct xlsx_out *x, int64_t angka)
{
	angka_tulis(x, (double)angka / 10);
}

void xlsx_out_baris(struct xlsx_out *x)
{
	x->baris++;
	x->kolom = 0;
}

enum err xlsx_out_selesai(struct xlsx_out *x, struct blob *out)
{
	lxw_error e = workbook_close(x->buku);
	struct stat st;
	char *p;
	size_t n = 0;

	x->buku = NULL;
	if (e != LXW_NO_ERROR || x->gagal || fstat(x->fd, &st) != 0) {
		log_error("xlsx: %s", lxw_strerror(e));
		return ERR_DISK;
	}
	p = arena_alloc(x->a, (size_t)st.st_size + 1);
	while (n < (size_t)st.st_size) {
		ssize_t got = pread(x->fd, p + n, (size_t)st.st_size - n,
				    (off_t)n);

		if (got <= 0)
			return ERR_DISK;
		n += (size_t)got;
	}
	*out = (struct blob){ (unsigned char *)p, n };
	return OK;
}
