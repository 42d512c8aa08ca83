/*
 * tabel.c - what tests/bench/tumbuh asks of the table of data balikan: fill it,
 * load a file, look up.  No part of the suite.
 *
 *	tabel isi FROM TO	all institutions send those who become known
 *				between two parts (0 to 1) of the residents
 *	tabel muat WAY TABLE INSTITUTION SEED ROWS
 *				a new file; prints its rows a second
 *	tabel cari WAY N PART	N look-ups of random NIKs, each followed by a
 *				read by primary key; prints percentiles
 *
 * WAY of loading: jejak (as the suite does), kasar (a simpler index), tanpa
 * (none).  WAY of looking up: jejak, kasar, gabung (a probe for each
 * institution), nik (a table that begins with the NIK), indeks (a second index),
 * kunci (nothing beside the reads by primary key).
 * Beside the time, which says little on a busy machine, what the server used: its
 * processor, and what it read from the disk and wrote to it.
 * TABEL_PID is the server's, TABEL_KECAMATAN names a file of sub-districts, TABEL_ORANG how many residents;
 * the configuration (SIFILMA_KONFIG) and the user "bench" are of a database that
 * tests/bench/tumbuh has made.
 */
#include "lib/config.h"
#include "lib/crypto.h"
#include "lib/db.h"
#include "model/balikan-cari.h"
#include "model/balikan-jejak.h"
#include "tabel-data.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define UTAS   2
#define POTONG 100000 /* rows of a transaction */
#define BARIS  160    /* bytes of a line at most */

#define KE(t)                                                                  \
	"LOAD DATA LOCAL INFILE 'x' INTO TABLE " t                             \
	" CHARACTER SET binary FIELDS TERMINATED BY '\\t' ESCAPED BY ''"       \
	" (lembaga_id, nik, kiriman_id, isi)"
SQL_LOAD(L_BALIKAN, KE("balikan"));
SQL_LOAD(L_NIK, KE("balikan_nik"));
SQL_LOAD(L_INDEKS, KE("balikan_indeks"));
SQL_LOAD(L_KOSONG, KE("balikan_kosong"));

#define KASAR(baris)                                                           \
	"INSERT INTO jejak_kasar (blok, lembaga_id, sidik) VALUES " baris      \
	" ON DUPLICATE KEY UPDATE sidik = IF(LENGTH(sidik)"                    \
	" + LENGTH(VALUES(sidik)) <= 4000, CONCAT(sidik, VALUES(sidik)), NULL)"
#define K4(x) x ", " x ", " x ", " x
SQL(Q_KASAR, KASAR("(?, ?, ?)"));
SQL(Q_KASAR_16, KASAR(K4(K4("(?, ?, ?)"))));

#define KOLOM                                                                  \
	"SELECT b.lembaga_id, b.kiriman_id, k.versi_id, k.sumber, k.tanggal,"  \
	" k.dibuat, b.isi FROM "
#define DENGAN " STRAIGHT_JOIN balikan_kiriman k ON k.id = b.kiriman_id"
#define PUNYA(apa)                                                             \
	" STRAIGHT_JOIN balikan b ON b.lembaga_id = " apa " AND b.nik = ?"
SQL(Q_CARI_KASAR, KOLOM "jejak_kasar j" PUNYA("j.lembaga_id") DENGAN
    " WHERE j.blok = ? AND (j.sidik IS NULL OR LOCATE(?, j.sidik) > 0)");
SQL(Q_CARI_GABUNG, KOLOM "lembaga l" PUNYA("l.id") DENGAN);
SQL(Q_CARI_NIK, KOLOM "balikan_nik b" DENGAN " WHERE b.nik = ?");
SQL(Q_CARI_INDEKS,
    KOLOM "balikan_indeks b FORCE INDEX (nik)" DENGAN " WHERE b.nik = ?");
SQL(Q_HALAMAN, "SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_reads'");
SQL(Q_KUNCI, "SELECT isi FROM balikan WHERE lembaga_id = ? AND nik = ?");

static double detik(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ---- what it costs ---- */

struct biaya {
	double cpu_us, baca, tulis; /* of the server; bytes */
};

static struct biaya biaya(void)
{
	const char *pid = getenv("TABEL_PID");
	struct biaya b = { 0 };
	unsigned long user = 0, kernel = 0;
	char nama[64], baris[128];
	FILE *f;

	snprintf(nama, sizeof(nama), "/proc/%s/stat", pid == NULL ? "" : pid);
	f = fopen(nama, "r");
	if (f != NULL &&
	    fscanf(f,
		   "%*d %*s %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u"
		   " %lu %lu",
		   &user, &kernel) == 2)
		b.cpu_us = (double)(user + kernel) * 1e6 /
			   (double)sysconf(_SC_CLK_TCK);
	if (f != NULL)
		fclose(f);
	snprintf(nama, sizeof(nama), "/proc/%s/io", pid == NULL ? "" : pid);
	f = fopen(nama, "r");
	while (f != NULL && fgets(baris, sizeof(baris), f) != NULL) {
		sscanf(baris, "read_bytes: %lf", &b.baca);
		sscanf(baris, "write_bytes: %lf", &b.tulis);
	}
	if (f != NULL)
		fclose(f);
	return b;
}

/* ---- loading ---- */

struct berkas {
	const uint64_t *nik;
	size_t n;
	int64_t lembaga;
	struct sql *ke; /* NULL: the index alone */
	const char *cara;
	_Atomic size_t berikut;
	_Atomic bool gagal;
};

struct aliran {
	const struct berkas *b;
	size_t i, sampai;
	char sisa[BARIS];
	size_t dari, n; /* of what is left */
};

static char *angka(char *p, uint64_t v)
{
	char t[20];
	unsigned n = 0;

	do
		t[n++] = (char)('0' + v % 10);
	while ((v /= 10) > 0);
	while (n > 0)
		*p++ = t[--n];
	return p;
}

/* A customer number, a telephone number, a tax number: 37 bytes. */
static size_t baris(const struct berkas *b, size_t i, char *out)
{
	uint64_t h = data_campur(b->nik[i] + (uint64_t)b->lembaga);
	char *p = angka(out, (uint64_t)b->lembaga);

	*p++ = '\t';
	p = angka(p, b->nik[i]);
	*p++ = '\t';
	p = angka(p, (uint64_t)b->lembaga);
	*p++ = '\t';
	*p++ = 'C';
	p = angka(p, 10000000000 + h % 89999999999);
	*p++ = 0x1f;
	*p++ = '0';
	p = angka(p, 8000000000 + h % 999999999);
	*p++ = 0x1f;
	p = angka(p, 1000000000000 + (h >> 3) % 8999999999999);
	*p++ = '\n';
	return (size_t)(p - out);
}

static int alirkan(void *ctx, char *out, unsigned n)
{
	struct aliran *s = ctx;
	unsigned k = 0;

	for (;;) {
		size_t m = s->n - s->dari < n - k ? s->n - s->dari : n - k;

		memcpy(out + k, s->sisa + s->dari, m);
		s->dari += m;
		k += (unsigned)m;
		if (k == n || s->i == s->sampai)
			return (int)k;
		s->n = baris(s->b, s->i++, s->sisa);
		s->dari = 0;
	}
}

/* The index the first draft had: by sub-district alone, 2 bytes. */
static enum err kasar(struct db *db, int64_t lembaga, const uint64_t *nik,
		      size_t n)
{
	struct db_param p[48];
	size_t m = 0, j;
	enum err e = OK;

	for (size_t i = 0; e == OK && i < n; i = j) {
		uint64_t blok = nik[i] / 10000000000;
		unsigned char t[JEJAK_SIDIK], *s = NULL;

		for (j = i; j < n && nik[j] / 10000000000 == blok;)
			j++;
		if (j - i <= 2000)
			s = arena_raw(db_arena(db), 2 * (j - i));
		for (size_t k = i; s != NULL && k < j; k++) {
			jejak_sidik(nik[k], t);
			memcpy(s + 2 * (k - i), t + 1, 2);
		}
		p[3 * m] = db_param_int((int64_t)blok);
		p[3 * m + 1] = db_param_int(lembaga);
		p[3 * m++ + 2] = db_param_blob((struct blob){ s, 2 * (j - i) });
		if (m < 16)
			continue;
		e = db_exec_params(db, &Q_KASAR_16, p, 48);
		m = 0;
	}
	for (size_t i = 0; e == OK && i < m; i++)
		e = db_exec_params(db, &Q_KASAR, p + 3 * i, 3);
	return e;
}

struct potongan {
	struct berkas *b;
	size_t dari, n;
};

static enum err muat_potongan(struct db *db, void *ctx)
{
	struct potongan *p = ctx;
	struct berkas *b = p->b;
	const uint64_t *nik = b->nik + p->dari;
	struct aliran s = { .b = b, .i = p->dari, .sampai = p->dari + p->n };
	struct db_loaded d;
	enum err e = OK;

	if (b->ke != NULL)
		e = db_load(db, b->ke, alirkan, &s, &d);
	if (e == OK && b->ke != NULL && d.records - d.skipped != (int64_t)p->n)
		return ERR_CONFLICT;
	if (e == OK && strcmp(b->cara, "jejak") == 0)
		e = balikan_jejak_tambah(db, b->lembaga, nik, p->n);
	else if (e == OK && strcmp(b->cara, "kasar") == 0)
		e = kasar(db, b->lembaga, nik, p->n);
	arena_reset(db_arena(db));
	return e;
}

static struct db *sambung(void)
{
	struct db *db = db_new_loader("bench");

	if (db != NULL)
		db_use_arena(db, arena_new());
	return db;
}

static void tutup(struct db *db)
{
	struct arena *a = db == NULL ? NULL : db_arena(db);

	db_free(db);
	arena_free(a);
}

static void *muat_bagian(void *ctx)
{
	struct berkas *b = ctx;
	struct db *db = sambung();
	size_t i;

	while (db != NULL && (i = b->berikut++) * POTONG < b->n) {
		struct potongan p = { b, i * POTONG, POTONG };

		if (p.dari + p.n > b->n)
			p.n = b->n - p.dari;
		if (db_transaction(db, muat_potongan, &p) != OK)
			b->gagal = true;
	}
	tutup(db);
	return NULL;
}

/* By two connections, as the worker does; seconds. */
static double muat(struct berkas *b)
{
	pthread_t utas[UTAS];
	double mulai = detik();
	int n = 0;

	while (n < UTAS && pthread_create(&utas[n], NULL, muat_bagian, b) == 0)
		n++;
	for (int i = 0; i < n; i++)
		pthread_join(utas[i], NULL);
	if (n == 0 || b->gagal) {
		fprintf(stderr, "tabel: loading failed\n");
		exit(1);
	}
	return detik() - mulai;
}

static int isi(double dari, double sampai)
{
	const char *mau = getenv("TABEL_KASAR");
	bool kasar_juga = mau != NULL && *mau != '\0';
	uint64_t *nik = malloc((data_banyak() + 1) * sizeof(*nik));
	double mulai = detik();
	size_t n = 0;

	for (unsigned i = 0; nik != NULL && i < DATA_LEMBAGA; i++) {
		struct berkas b = { .nik = nik,
				    .lembaga = i + 1,
				    .ke = &L_BALIKAN,
				    .cara = "jejak" };

		b.n = data_kiriman(i, dari, sampai, nik);
		n += b.n;
		if (b.n > 0)
			muat(&b);
		b.berikut = 0;
		b.ke = NULL;
		b.cara = "kasar";
		if (b.n > 0 && kasar_juga)
			muat(&b);
	}
	printf("isi\t%zu rows\t%.0f s\n", n, detik() - mulai);
	free(nik);
	return 0;
}

static int satu_berkas(char **arg)
{
	static const struct {
		const char *tabel;
		struct sql *ke;
	} ke[] = {
		{ "balikan", &L_BALIKAN },
		{ "balikan_nik", &L_NIK },
		{ "balikan_indeks", &L_INDEKS },
		{ "balikan_kosong", &L_KOSONG },
	};
	uint64_t *nik = malloc((data_banyak() + 1) * sizeof(*nik));
	unsigned id = (unsigned)atoi(arg[2]);
	struct berkas b = { .nik = nik, .lembaga = id, .cara = arg[0] };
	struct biaya dulu, kini;
	double s;

	for (size_t i = 0; i < sizeof(ke) / sizeof(ke[0]); i++)
		if (strcmp(arg[1], ke[i].tabel) == 0)
			b.ke = ke[i].ke;
	if (b.ke == NULL || nik == NULL)
		return 2;
	b.n = data_acak(id - 1, (unsigned)atoi(arg[3]), (size_t)atof(arg[4]),
			nik);
	dulu = biaya();
	s = muat(&b);
	kini = biaya();
	printf("muat\t%s\t%s\t%zu rows\t%.0f rows/s\tserver %.2f us a row,"
	       " read %.0f, wrote %.0f bytes a row\n",
	       arg[0], arg[1], b.n, (double)b.n / s,
	       (kini.cpu_us - dulu.cpu_us) / (double)b.n,
	       (kini.baca - dulu.baca) / (double)b.n,
	       (kini.tulis - dulu.tulis) / (double)b.n);
	free(nik);
	return 0;
}

/* ---- looking up ---- */

static uint64_t benih = 88172645463325252;

static size_t acak(size_t n)
{
	benih ^= benih << 13;
	benih ^= benih >> 7;
	benih ^= benih << 17;
	return benih % n;
}

static size_t orang_acak(double bagian)
{
	size_t p;

	do
		p = acak(data_banyak());
	while (!data_lahir(p, bagian));
	return p;
}

/* The institutions (from 0) of a resident, to out. */
static size_t lembaga_dari(size_t orang, unsigned out[DATA_LEMBAGA])
{
	size_t n = 0;

	for (unsigned i = 0; i < DATA_LEMBAGA; i++)
		if (data_punya(i, orang))
			out[n++] = i;
	return n;
}

static enum err cari(struct db *db, const char *cara, uint64_t nik, size_t *n)
{
	unsigned char s[JEJAK_SIDIK];
	struct blob dua = { s + 1, 2 };
	struct balikan_temu *t;
	struct rows *r = NULL;
	enum err e;

	if (strcmp(cara, "jejak") == 0)
		return balikan_cari(db, nik, &t, n);
	jejak_sidik(nik, s);
	if (strcmp(cara, "kasar") == 0)
		e = db_query(db, &r, &Q_CARI_KASAR, (int64_t)nik,
			     (int64_t)(nik / 10000000000), dua);
	else
		e = db_query(db, &r,
			     strcmp(cara, "nik") == 0    ? &Q_CARI_NIK :
			     strcmp(cara, "indeks") == 0 ? &Q_CARI_INDEKS :
							   &Q_CARI_GABUNG,
			     (int64_t)nik);
	*n = e == OK ? db_count(r) : 0;
	return e;
}

static int banding(const void *x, const void *y)
{
	const double *a = x, *b = y;

	return *a < *b ? -1 : *a > *b;
}

static void cetak(const char *nama, double *ms, size_t n)
{
	qsort(ms, n, sizeof(*ms), banding);
	printf("%s\tp50 %.3f\tp95 %.3f\tp99 %.3f ms\n", nama, ms[n / 2],
	       ms[n * 95 / 100], ms[n * 99 / 100]);
}

/* One of a resident whom somebody has, so that there is a row to read. */
static double baca_kunci(struct db *db, double bagian)
{
	unsigned punya[DATA_LEMBAGA];
	struct rows *r;
	size_t p, n;
	double mulai;

	do
		p = orang_acak(bagian);
	while ((n = lembaga_dari(p, punya)) == 0);
	mulai = detik();
	if (db_one(db, &r, &Q_KUNCI, (int64_t)punya[acak(n)] + 1,
		   (int64_t)data_nik(p)) != OK)
		return -1;
	return (detik() - mulai) * 1e3;
}

/* Pages the server has read from the disk so far. */
static double halaman(struct db *db)
{
	struct rows *r;

	return db_one(db, &r, &Q_HALAMAN) == OK ? atof(db_text(r, 1)) : 0;
}

static int cari_banyak(const char *cara, size_t n, double bagian)
{
	unsigned punya[DATA_LEMBAGA];
	double *ms = calloc(n, sizeof(*ms)), *kunci = calloc(n, sizeof(*ms));
	struct db *db = sambung();
	double dibaca[3], dibaca_nik = 0, dibaca_kunci = 0;
	size_t temu, semua = 0;
	int kode = 1;

	benih ^= (uint64_t)time(NULL) << 20;
	for (size_t i = 0; ms != NULL && kunci != NULL && i < n; i++) {
		size_t p = orang_acak(bagian);
		double mulai;

		dibaca[0] = halaman(db);
		mulai = detik();
		if (strcmp(cara, "kunci") != 0) {
			if (cari(db, cara, data_nik(p), &temu) != OK)
				goto akhir;
			ms[i] = (detik() - mulai) * 1e3;
			semua += temu;
			if (temu < lembaga_dari(p, punya)) {
				fprintf(stderr, "tabel: not all found\n");
				goto akhir;
			}
		}
		dibaca[1] = halaman(db);
		kunci[i] = baca_kunci(db, bagian);
		dibaca[2] = halaman(db);
		dibaca_nik += dibaca[1] - dibaca[0];
		dibaca_kunci += dibaca[2] - dibaca[1];
		if (kunci[i] < 0)
			goto akhir;
		arena_reset(db_arena(db));
	}
	printf("cari\t%s\t%.1f institutions each; pages from the disk: NIK"
	       " %.2f, key %.2f\n",
	       cara, (double)semua / (double)n, dibaca_nik / (double)n,
	       dibaca_kunci / (double)n);
	cetak("NIK", ms, n);
	cetak("key", kunci, n);
	printf("ratio\tp50 %.1f\tp99 %.1f\n", ms[n / 2] / kunci[n / 2],
	       ms[n * 99 / 100] / kunci[n * 99 / 100]);
	kode = 0;
akhir:
	tutup(db);
	free(ms);
	free(kunci);
	return kode;
}

int main(int argc, char **argv)
{
	const char *orang = getenv("TABEL_ORANG");
	const char *kecamatan = getenv("TABEL_KECAMATAN");
	const char *apa = argc > 1 ? argv[1] : "";

	if (kecamatan == NULL || orang == NULL ||
	    !data_siap(kecamatan, (size_t)atof(orang)) || !config_load() ||
	    !crypto_start())
		return 2;
	if (strcmp(apa, "isi") == 0 && argc == 4)
		return isi(atof(argv[2]), atof(argv[3]));
	if (strcmp(apa, "muat") == 0 && argc == 7)
		return satu_berkas(argv + 2);
	if (strcmp(apa, "cari") == 0 && argc == 5)
		return cari_banyak(argv[2], (size_t)atof(argv[3]),
				   atof(argv[4]));
	fprintf(stderr, "usage: see tests/bench/tabel.c\n");
	return 2;
}
