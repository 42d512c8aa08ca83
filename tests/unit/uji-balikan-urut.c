/*
 * uji-balikan-urut.c - B-10, B-19: files larger than the memory are sorted as
 * qsort does it, stably, in parts that share no NIK; faults of the disk are
 * told, and nothing is left behind.
 */
#include "model/balikan-urut.h"
#include "uji-acak.h"
#include "uji-folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define NAMA "urut-uji"

static struct arena *arena;

struct satu {
	uint64_t nik;
	size_t nomor;
	char isi[40];
};

static int banding(const void *x, const void *y)
{
	const struct satu *a = x, *b = y;

	if (a->nik != b->nik)
		return a->nik < b->nik ? -1 : 1;
	return a->nomor < b->nomor ? -1 : a->nomor > b->nomor;
}

struct potongan {
	int64_t letak[4096], panjang[4096], baris[4096];
	size_t n;
	int denyut;
	enum err gagal;
};

static enum err catat(void *ctx, int64_t letak, int64_t panjang, int64_t baris)
{
	struct potongan *p = ctx;

	assert_true(p->n < 4096);
	p->letak[p->n] = letak;
	p->panjang[p->n] = panjang;
	p->baris[p->n++] = baris;
	return OK;
}

static enum err denyut(void *ctx)
{
	struct potongan *p = ctx;

	p->denyut++;
	return p->gagal;
}

static int berkas(void)
{
	DIR *d = opendir(folder);
	struct dirent *e;
	int n = 0;

	assert_non_null(d);
	while ((e = readdir(d)) != NULL)
		n += e->d_name[0] != '.';
	closedir(d);
	return n;
}

/* Sort n rows of so many NIKs with these limits; compare with qsort(). */
static void coba(size_t n, uint64_t niks, size_t memori, unsigned cabang,
		 int64_t per_potongan)
{
	struct balikan_urut_batas batas = { memori, cabang, per_potongan };
	struct satu *semua = calloc(n + 1, sizeof(*semua));
	struct potongan *p = calloc(1, sizeof(*p));
	struct balikan_urut_baca b;
	struct balikan_urut *u;
	uint64_t sebelum = 0;
	char nama[128];
	size_t k = 0;
	int fd;

	arena_reset(arena);
	u = balikan_urut_mulai(arena, folder, NAMA, &batas);
	for (size_t i = 0; i < n; i++) {
		semua[i].nik = 1100000000000000u +
			       (uint64_t)acak(1u << 31) * 7919 % niks * 1000003;
		semua[i].nomor = i;
		snprintf(semua[i].isi, sizeof(semua[i].isi), "%.*s",
			 (int)acak(30), "abcdefghijklmnopqrstuvwxyz0123456789");
		assert_int_equal(balikan_urut_tambah(u, semua[i].nik,
						     semua[i].isi,
						     strlen(semua[i].isi)),
				 OK);
	}
	assert_int_equal(balikan_urut_selesai(u, catat, denyut, p), OK);
	qsort(semua, n, sizeof(*semua), banding);
	snprintf(nama, sizeof(nama), "%s/%s", folder, NAMA);
	fd = open(nama, O_RDONLY);
	assert_true(fd >= 0);
	for (size_t i = 0; i < p->n; i++) {
		int64_t baris = 0;

		balikan_urut_buka(&b, arena, fd, p->letak[i], p->panjang[i]);
		while (balikan_urut_baris(&b)) {
			assert_true(k < n);
			assert_true(b.nik == semua[k].nik);
			assert_int_equal(b.isi.n, strlen(semua[k].isi));
			assert_memory_equal(b.isi.p, semua[k].isi, b.isi.n);
			/* No NIK is in two parts. */
			assert_true(baris > 0 || k == 0 || b.nik != sebelum);
			sebelum = b.nik;
			baris++;
			k++;
		}
		assert_false(b.rusak);
		assert_true(baris == p->baris[i]);
		assert_true(baris >= per_potongan || i + 1 == p->n);
	}
	assert_int_equal(k, n);
	arena_reset(arena);
	assert_int_equal(berkas(), 1); /* the runs are gone */
	close(fd);
	unlink(nama);
	free(semua);
	free(p);
}

static void sorted_as_qsort_does(void **state)
{
	(void)state;
	coba(0, 1, 1, 2, 10);
	coba(1, 1, 1, 2, 10);
	coba(500, 1, 1, 2, 10);		 /* one NIK: one part */
	coba(5000, 4000, 1 << 20, 32, 100); /* in memory */
	coba(20000, 15000, 10000, 32, 1000);
	coba(60000, 1u << 30, 12000, 3, 777); /* five levels */
	coba(30000, 50, 9000, 2, 100);	 /* many of each */
}

static void too_long_is_refused(void **state)
{
	struct balikan_urut_batas batas = { 1, 2, 1 };
	static char isi[BALIKAN_URUT_ISI + 1];
	struct balikan_urut *u;

	(void)state;
	arena_reset(arena);
	u = balikan_urut_mulai(arena, folder, NAMA, &batas);
	memset(isi, 'x', sizeof(isi));
	assert_int_equal(balikan_urut_tambah(u, 1, isi, sizeof(isi)),
			 ERR_INPUT);
	assert_int_equal(balikan_urut_tambah(u, 1, isi, BALIKAN_URUT_ISI), OK);
	assert_int_equal(balikan_urut_tambah(u, 9999999999999999u, "", 0), OK);
	arena_reset(arena);
	assert_int_equal(berkas(), 0);
}

static void what_goes_wrong_is_told_and_leaves_nothing(void **state)
{
	struct balikan_urut_batas batas = { 1, 2, 10 };
	struct potongan *p = calloc(1, sizeof(*p));
	struct balikan_urut *u;

	(void)state;
	arena_reset(arena);
	u = balikan_urut_mulai(arena, folder, NAMA, &batas);
	for (uint64_t i = 0; i < 100000; i++)
		assert_int_equal(balikan_urut_tambah(u, i * 7 % 100000, "isi",
						     3),
				 OK);
	p->gagal = ERR_CONFLICT; /* the lease is lost */
	assert_int_equal(balikan_urut_selesai(u, catat, denyut, p),
			 ERR_CONFLICT);
	assert_true(p->denyut > 0);
	arena_reset(arena);
	assert_int_equal(berkas(), 0);

	u = balikan_urut_mulai(arena, "/nowhere/at/all", NAMA, &batas);
	assert_int_equal(balikan_urut_tambah(u, 1, "isi", 3), OK);
	assert_int_equal(balikan_urut_selesai(u, catat, denyut, p),
			 ERR_INTERNAL);
	arena_reset(arena);
	free(p);
}

static void damage_is_noticed(void **state)
{
	struct balikan_urut_batas batas = { 1 << 16, 4, 1000 };
	struct potongan *p = calloc(1, sizeof(*p));
	struct balikan_urut_baca b;
	struct balikan_urut *u;
	char nama[128];
	int64_t n = 0;
	int fd;

	(void)state;
	arena_reset(arena);
	u = balikan_urut_mulai(arena, folder, NAMA, &batas);
	for (uint64_t i = 0; i < 500; i++)
		assert_int_equal(balikan_urut_tambah(u, i, "isi", 3), OK);
	assert_int_equal(balikan_urut_selesai(u, catat, denyut, p), OK);
	snprintf(nama, sizeof(nama), "%s/%s", folder, NAMA);
	fd = open(nama, O_RDWR);
	assert_int_equal(p->n, 1);
	/* Cut off in the middle of a row. */
	assert_int_equal(ftruncate(fd, p->panjang[0] - 5), 0);
	balikan_urut_buka(&b, arena, fd, 0, p->panjang[0]);
	while (balikan_urut_baris(&b))
		n++;
	assert_true(b.rusak);
	assert_int_equal(n, 499);
	/* Not in order any more. */
	assert_int_equal(pwrite(fd, "\xff\xff", 2, 13), 2);
	balikan_urut_ulang(&b, 0, 130);
	while (balikan_urut_baris(&b))
		;
	assert_true(b.rusak);
	close(fd);
	unlink(nama);
	arena_reset(arena);
	free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sorted_as_qsort_does),
		cmocka_unit_test(too_long_is_refused),
		cmocka_unit_test(what_goes_wrong_is_told_and_leaves_nothing),
		cmocka_unit_test(damage_is_noticed),
	};
	int gagal;

	if (!folder_buat("uji-urut"))
		return 1;
	arena = arena_new();
	gagal = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(arena);
	/* It is empty: nothing is left behind. */
	return rmdir(folder) != 0 || gagal != 0;
}
