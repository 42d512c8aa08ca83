/*
 * balikan-muat.c - whose turn it is (B-11), and the working folders; see
 * balikan-muat.h.  What is done is balikan-periksa.c (checking),
 * balikan-potong.c (loading) and balikan-urung.c (taking back).
 */
#include "balikan-muat.h"
#include "../lib/clock.h"
#include "../lib/config.h"
#include "../lib/crypto.h"
#include "../lib/log.h"
#include "../lib/text.h"
#include "balikan-dalam.h"
#include "balikan-param.h"

#include <dirent.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Checking of larger files never holds all processes; packed ones are larger
   than they look. */
#define BESAR                                                                  \
	"(k.bytes > 8388608 OR (k.bytes > 524288 AND (k.nama LIKE '%.gz'"      \
	" OR k.nama LIKE '%.xlsx')))"

/* The first sending of each institution that has work. */
SQL(Q_GILIRAN,
    "SELECT k.id, k.status, " BESAR ", COALESCE(k.sewa > ?, 0),"
    " COALESCE(l.terlayani, 0)"
    " FROM (SELECT MIN(id) AS id FROM balikan_kiriman"
    " FORCE INDEX (balikan_kiriman_kerja)"
    " WHERE status IN ('antri', 'periksa', 'muat', 'urung')"
    " GROUP BY lembaga_id) p JOIN balikan_kiriman k ON k.id = p.id"
    " LEFT JOIN balikan_lembaga l ON l.lembaga_id = k.lembaga_id");
SQL(Q_ISTIRAHAT, "UPDATE balikan_kiriman SET sewa = ? WHERE id = ?"
		 " AND status IN ('antri', 'periksa', 'muat', 'urung')");
SQL(Q_BERSIH, "SELECT id FROM balikan_kiriman"
	      " FORCE INDEX (balikan_kiriman_hapus)"
	      " WHERE berkas_hapus IS NULL AND selesai < ?"
	      " AND sumber = 'berkas' AND status IN"
	      " ('selesai', 'gagal', 'batal', 'diurungkan')"
	      " ORDER BY selesai LIMIT ?");
SQL(Q_KERJA, "SELECT 1 FROM balikan_kiriman WHERE id = ?"
	     " AND status IN ('antri', 'periksa', 'muat', 'urung')");
SQL(Q_HAPUS, "UPDATE balikan_kiriman SET sha256 = NULL, laporan = NULL,"
	     " berkas_hapus = ? WHERE id = ? AND berkas_hapus IS NULL"
	     " AND status IN ('selesai', 'gagal', 'batal', 'diurungkan')");
SQL(Q_HAPUS_POTONGAN, "DELETE FROM balikan_potongan WHERE kiriman_id = ?");
SQL(Q_ADA, "SELECT b.nik, b.kiriman_id, b.isi FROM JSON_TABLE(?, '$[*]'"
	   " COLUMNS (nik BIGINT UNSIGNED PATH '$')) j"
	   " STRAIGHT_JOIN balikan b ON b.lembaga_id = ? AND b.nik = j.nik"
	   " ORDER BY b.nik FOR UPDATE");

SQL(Q_VERSI, "SELECT versi_id FROM balikan_kiriman WHERE id = ?");

struct sql *const balikan_q_ada = &Q_ADA;

#define SEWA_DETIK   30
#define POTONGAN     100000
#define URUT_BYTES   (8u << 20)
#define ISTIRAHAT_MS 10000

/* A number of the configuration, from 1. */
static int64_t angka(const char *nama, int64_t biasa)
{
	int64_t n;

	return text_to_int(config_get(nama, ""), &n) && n > 0 ? n : biasa;
}

void balikan_bengkel_siap(struct balikan_bengkel *b, int64_t proses)
{
	uint64_t acak;

	*b = (struct balikan_bengkel){
		.proses = proses,
		.sewa_ms = 1000 * angka("balikan_sewa_detik", SEWA_DETIK),
		.potongan = angka("balikan_potongan", POTONGAN),
		.urut_bytes = URUT_BYTES,
	};
	crypto_random(&acak, sizeof(acak));
	snprintf(b->pekerja, sizeof(b->pekerja), "%016" PRIx64, acak);
}

/* ---- values ---- */

enum err balikan_versi_sama(struct db *db, struct balikan_versi_ingat *ingat,
			    int64_t kiriman, int64_t versi, bool *sama)
{
	size_t maks = sizeof(ingat->versi) / sizeof(*ingat->versi), i = 0;
	struct rows *r;
	enum err e = OK;

	while (i < ingat->n && ingat->kiriman[i] != kiriman)
		i++;
	if (i == ingat->n) {
		e = db_query(db, &r, &Q_VERSI, kiriman);
		if (e != OK)
			return e;
		if (i == maks)
			i = (size_t)kiriman % maks;
		else
			ingat->n++;
		ingat->kiriman[i] = kiriman;
		ingat->versi[i] = db_next(r) ? db_int(r, 0) : 0;
	}
	*sama = ingat->versi[i] == versi;
	return e;
}

const char *balikan_nik_json(struct arena *a, const uint64_t *nik, size_t n)
{
	char *teks = arena_raw(a, n * 21 + 3), *w = teks;

	*w++ = '[';
	for (size_t i = 0; i < n; i++)
		w += snprintf(w, 22, "%llu,", (unsigned long long)nik[i]);
	w -= n > 0;
	*w++ = ']';
	*w = '\0';
	return teks;
}

/* ---- folders ---- */

const char *balikan_folder(struct arena *a, int64_t kiriman)
{
	return arena_printf(a, "%s/balikan/%lld",
			    config_get("simpanan", "simpanan"),
			    (long long)kiriman);
}

const char *balikan_nama_urut(struct arena *a, const char *pekerja)
{
	return arena_printf(a, "urut-%s", pekerja);
}

void balikan_buang_berkas(struct arena *a, int64_t kiriman, const char *nama)
{
	unlink(arena_printf(a, "%s/%s", balikan_folder(a, kiriman), nama));
}

enum err balikan_buang_potongan(struct db *db, int64_t kiriman)
{
	return db_exec(db, &Q_HAPUS_POTONGAN, kiriman);
}

void balikan_buang_folder(struct arena *a, int64_t kiriman)
{
	const char *folder = balikan_folder(a, kiriman);
	DIR *d = opendir(folder);
	struct dirent *e;

	if (d == NULL)
		return;
	while ((e = readdir(d)) != NULL)
		if (e->d_name[0] != '.')
			unlinkat(dirfd(d), e->d_name, 0);
	closedir(d);
	rmdir(folder);
}

/* ---- whose turn ---- */

struct calon {
	int64_t id;
	const char *status;
	bool besar;
	bool disewa; /* somebody has it */
	int64_t terlayani;
};

static int banding(const void *x, const void *y)
{
	const struct calon *a = x, *b = y;

	if (a->terlayani != b->terlayani)
		return a->terlayani < b->terlayani ? -1 : 1;
	return a->id < b->id ? -1 : a->id > b->id;
}

/* Who begins is not held up by what he was served long ago (his figure is set
   when he begins: balikan-periksa.c). */
static void urutkan(struct calon *c, size_t n, int64_t dahulu)
{
	int64_t paling = INT64_MAX; /* the least served of those at work */

	for (size_t i = 0; i < n; i++)
		if (strcmp(c[i].status, "antri") != 0 &&
		    c[i].terlayani < paling)
			paling = c[i].terlayani;
	for (size_t i = 0; i < n && paling != INT64_MAX; i++)
		if (c[i].terlayani > paling + dahulu)
			c[i].terlayani = paling + dahulu;
	qsort(c, n, sizeof(*c), banding);
}

static enum err baca_calon(struct db *db, const struct balikan_bengkel *b,
			   struct calon **out, size_t *n)
{
	struct arena *a = db_arena(db);
	struct rows *r;
	enum err e = db_query(db, &r, &Q_GILIRAN, clock_now(a, 0));

	if (e != OK)
		return e;
	*n = 0;
	*out = arena_array(a, db_count(r) + 1, sizeof(**out));
	while (db_next(r))
		(*out)[(*n)++] = (struct calon){
			.id = db_int(r, 0),
			.status = db_text(r, 1),
			.besar = db_int(r, 2) != 0,
			.disewa = db_int(r, 3) != 0,
			.terlayani = db_int(r, 4),
		};
	urutkan(*out, *n, BALIKAN_DAHULU * b->potongan);
	return OK;
}

/* How little another institution with work was served; -1: there is none. */
static int64_t lantai(const struct calon *c, size_t n, size_t i)
{
	return n < 2 ? -1 : c[i == 0 ? 1 : 0].terlayani;
}

/* How many large files are being checked. */
static int64_t hitung_besar(const struct calon *c, size_t n)
{
	int64_t besar = 0;

	for (size_t i = 0; i < n; i++)
		besar += c[i].besar && c[i].disewa &&
			 strcmp(c[i].status, "periksa") == 0;
	return besar;
}

/* Work on one of the candidates, if it is free. */
static enum err kerjakan(struct db *db, const struct balikan_bengkel *b,
			 const struct calon *c, size_t n, size_t i, bool *ada)
{
	bool antri = strcmp(c[i].status, "antri") == 0;

	if (strcmp(c[i].status, "muat") == 0)
		return balikan_potong(db, c[i].id, ada);
	if (strcmp(c[i].status, "urung") == 0)
		return balikan_urung(db, b, c[i].id, ada);
	if (c[i].besar && b->proses > 1 && hitung_besar(c, n) >= b->proses - 1)
		return OK;
	return balikan_periksa(db, b, c[i].id, antri ? lantai(c, n, i) : -1,
			       ada);
}

enum err balikan_kerja(struct db *db, const struct balikan_bengkel *b,
		       bool *ada, bool *ramai)
{
	struct calon *c;
	size_t n;
	enum err e = baca_calon(db, b, &c, &n), gagal = OK;

	*ada = *ramai = false;
	for (size_t i = 0; e == OK && i < n && !*ada; i++) {
		if (c[i].disewa) {
			*ramai |= strcmp(c[i].status, "periksa") == 0;
			continue;
		}
		gagal = kerjakan(db, b, c, n, i, ada);
		if (gagal == OK)
			continue;
		/* It rests; the others' work goes on meanwhile. */
		log_error("balikan %lld (%s): %s", (long long)c[i].id,
			  c[i].status, err_code(gagal));
		e = db_exec(db, &Q_ISTIRAHAT,
			    clock_now(db_arena(db), ISTIRAHAT_MS), c[i].id);
		break;
	}
	return e == OK ? gagal : e;
}

/* ---- what is old ---- */

static enum err hapus(struct db *db, void *ctx)
{
	int64_t id = *(int64_t *)ctx;
	enum err e = db_exec(db, &Q_HAPUS, clock_now(db_arena(db), 0), id);

	if (e == OK && db_affected(db) == 1)
		e = balikan_buang_potongan(db, id);
	return e;
}

/* Folders of sendings that are not worked any more: who was killed between the
   last commit and removing it left one. */
static enum err buang_sisa(struct db *db)
{
	struct arena *a = db_arena(db);
	DIR *d = opendir(arena_printf(a, "%s/balikan",
				      config_get("simpanan", "simpanan")));
	struct dirent *f;
	struct rows *r;
	int64_t id;
	enum err e = OK;

	while (e == OK && d != NULL && (f = readdir(d)) != NULL) {
		if (!text_to_int(f->d_name, &id))
			continue;
		e = db_query(db, &r, &Q_KERJA, id);
		if (e == OK && !db_next(r))
			balikan_buang_folder(a, id);
	}
	if (d != NULL)
		closedir(d);
	return e;
}

enum err balikan_bersihkan(struct db *db, const char *sebelum, int64_t banyak,
			   int64_t *n)
{
	struct rows *r;
	enum err e = buang_sisa(db);

	*n = 0;
	if (e == OK)
		e = db_query(db, &r, &Q_BERSIH, sebelum, banyak);
	while (e == OK && db_next(r)) {
		int64_t id = db_int(r, 0);

		balikan_buang_folder(db_arena(db), id);
		e = db_transaction(db, hapus, &id);
		*n += e == OK;
	}
	return e;
}
