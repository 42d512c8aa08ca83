/*
 * sapu-simpanan.c - removes from the file store what no row refers to:
 * uploads of forms that were never finished, files that were only compared
 * (U-16), PDFs of signatures that were undone, unfinished temporary files,
 * uploads that were never finished (B-04).
 *
 *	sapu-simpanan			now and every hour, until SIGTERM
 *	sapu-simpanan --sekali [HOURS]	once; HOURS old at least (default 48)
 *
 * When the database does not answer nothing is removed.
 */
#include "../lib/config.h"
#include "../lib/log.h"
#include "../lib/text.h"
#include "../lib/worker.h"
#include "../model/balikan-unggah.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define JAM_S    3600
#define UMUR_JAM 48 /* longer than any form is kept open */
#define NAMA_HEX 64

/* What refers to files of one folder of the store. */
SQL(Q_RUJUKAN, "SELECT sha256 FROM berkas WHERE sha256 LIKE ? UNION"
	       " SELECT sha256 FROM dokumen WHERE sha256 LIKE ? UNION"
	       " SELECT foto FROM akun WHERE foto LIKE ? UNION"
	       " SELECT sha256 FROM balikan_kiriman WHERE sha256 LIKE ? UNION"
	       " SELECT laporan FROM balikan_kiriman WHERE laporan LIKE ?");

static bool hex(const char *s, size_t n)
{
	return strlen(s) == n && strspn(s, "0123456789abcdef") == n;
}

/* Is the file (a name in the folder fd) at least so old? */
static bool tua(int fd, const char *nama, time_t umur_s)
{
	struct stat st;

	return fstatat(fd, nama, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	       S_ISREG(st.st_mode) && time(NULL) - st.st_mtime >= umur_s;
}

static int banding(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

static void tutup(void *d)
{
	closedir(d);
}

/* Open a folder; closed with the arena.  NULL when it cannot be. */
static DIR *buka(struct arena *a, int di, const char *nama)
{
	int fd = openat(di, nama, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *d = fd < 0 ? NULL : fdopendir(fd);

	if (d == NULL) {
		if (fd >= 0)
			close(fd);
		return NULL;
	}
	arena_cleanup(a, tutup, d);
	return d;
}

#define SAMPING "buang-"

/*
 * Remove one file.  The same bytes may be sent again in this very moment and
 * be renamed over it, so it is put aside first: when what was put aside is
 * young, it goes back.
 */
static bool buang(int fd, const char *nama, time_t umur_s)
{
	char samping[NAMA_HEX + sizeof(SAMPING)];

	snprintf(samping, sizeof(samping), SAMPING "%s", nama);
	if (renameat(fd, nama, fd, samping) != 0)
		return false;
	if (!tua(fd, samping, umur_s)) {
		renameat(fd, samping, fd, nama);
		return false;
	}
	return unlinkat(fd, samping, 0) == 0;
}

/* One folder of the store; how many files were removed, -1 when the database
   does not answer. */
static int64_t sapu_folder(struct db *db, struct arena *a, int simpanan,
			   const char *folder, time_t umur_s)
{
	const char *pola = arena_printf(a, "%s%%", folder);
	DIR *d = buka(a, simpanan, folder);
	const char **rujukan, *calon;
	size_t n_calon = 0, n_rujukan;
	char **semua = NULL;
	size_t cap = 0;
	struct dirent *e;
	struct rows *r;
	int64_t n = 0;

	if (d == NULL)
		return 0;
	/* First the files, then the rows: a row made between keeps its own. */
	while ((e = readdir(d)) != NULL) {
		/* Put aside by one of us who was killed then. */
		if (strncmp(e->d_name, SAMPING, sizeof(SAMPING) - 1) == 0)
			renameat(dirfd(d), e->d_name, dirfd(d),
				 e->d_name + sizeof(SAMPING) - 1);
		if (!hex(e->d_name, NAMA_HEX) ||
		    !tua(dirfd(d), e->d_name, umur_s))
			continue;
		semua = arena_grow(a, semua, n_calon, &cap, sizeof(*semua));
		semua[n_calon++] = arena_strdup(a, e->d_name);
	}
	if (n_calon == 0)
		return 0;
	if (db_query(db, &r, &Q_RUJUKAN, pola, pola, pola, pola, pola) != OK)
		return -1;
	n_rujukan = db_count(r);
	rujukan = arena_array(a, n_rujukan + 1, sizeof(*rujukan));
	for (size_t i = 0; db_next(r); i++)
		rujukan[i] = db_text(r, 0);
	qsort(rujukan, n_rujukan, sizeof(*rujukan), banding);
	for (size_t i = 0; i < n_calon && !worker_ended(); i++) {
		calon = semua[i];
		if (bsearch(&calon, rujukan, n_rujukan, sizeof(*rujukan),
			    banding) == NULL)
			n += buang(dirfd(d), calon, umur_s);
	}
	return n;
}

/* Temporary files of writers that died. */
static int64_t sapu_sisa(DIR *simpanan, time_t umur_s)
{
	struct dirent *e;
	int64_t n = 0;

	rewinddir(simpanan);
	while ((e = readdir(simpanan)) != NULL)
		if (strncmp(e->d_name, "baru-", 5) == 0 &&
		    tua(dirfd(simpanan), e->d_name, umur_s))
			n += unlinkat(dirfd(simpanan), e->d_name, 0) == 0;
	return n;
}

/* False when the database does not answer. */
static bool sapu(struct db *db, int64_t umur_jam)
{
	time_t umur_s = (time_t)umur_jam * JAM_S;
	struct arena *a = db_arena(db);
	const char *dir = config_get("simpanan", "simpanan");
	DIR *d = opendir(dir);
	bool baik = true;
	int64_t n, basi = 0;

	if (d == NULL) {
		log_error("%s cannot be opened", dir);
		return false;
	}
	n = sapu_sisa(d, umur_s);
	for (int i = 0; i < 256 && baik && !worker_ended(); i++) {
		char folder[3];
		int64_t m;

		snprintf(folder, sizeof(folder), "%02x", (unsigned)i);
		m = sapu_folder(db, a, dirfd(d), folder, umur_s);
		arena_reset(a);
		baik = m >= 0;
		n += baik ? m : 0;
	}
	closedir(d);
	baik = baik && unggah_sapu(db, &basi) == OK;
	n += basi;
	if (n > 0)
		log_info("%lld files removed", (long long)n);
	if (!baik)
		log_error("the database does not answer");
	return baik;
}

static int64_t tinjau(struct db *db)
{
	sapu(db, UMUR_JAM);
	return JAM_S * 1000;
}

static int sekali(struct db *db, char **sisa)
{
	int64_t jam = UMUR_JAM;

	if (*sisa != NULL && (!text_to_int(*sisa, &jam) || jam < 1)) {
		fprintf(stderr, "sapu-simpanan: HOURS is a number from 1\n");
		return WORKER_UNABLE;
	}
	return sapu(db, jam) ? 0 : WORKER_FAILED;
}

static const struct worker pekerja = {
	.name = "sapu-simpanan",
	.usage = "[--sekali [HOURS]]",
	.round = tinjau,
	.options = { { "--sekali", 1, sekali } },
};

int main(int argc, char **argv)
{
	return worker_main(argc, argv, &pekerja);
}
