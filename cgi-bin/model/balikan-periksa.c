/*
 * balikan-periksa.c - a file is checked (B-07, B-08): its good rows sorted into
 * the file that is loaded afterwards, its bad ones into the report.  Rows are
 * read and judged by balikan-berkas.h.
 *
 * Nothing of it counts before the last transaction; a check that is cut off
 * leaves files that the next one, or the sweeper, removes.
 */
#include "balikan-dalam.h"
#include "../lib/clock.h"
#include "../lib/fd.h"
#include "../lib/log.h"
#include "../lib/store.h"
#include "../lib/text.h"
#include "../lib/unggahan.h"
#include "balikan-akhir.h"
#include "balikan-berkas.h"
#include "balikan-laporan-tolak.h"
#include "balikan-nilai.h"
#include "balikan-total.h"
#include "balikan-urut.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define CABANG	     64
#define SALAH_MAKS   100	   /* faults kept for the page */
#define DENYUT_MS    1000
#define ULANG_JEDA_MS 500

SQL(Q_MULAI, "UPDATE balikan_kiriman SET status = 'periksa', pekerja = ?,"
	     " sewa = ?, mulai = ?, dibaca = 0, baris = 0, diterima = 0,"
	     " diperbarui = 0, tetap = 0, ditolak = 0, galat = NULL,"
	     " galat_rinci = NULL WHERE id = ?"
	     " AND status IN ('antri', 'periksa')"
	     " AND (sewa IS NULL OR sewa < ?)");
SQL(Q_TUGAS, "SELECT k.lembaga_id, k.cara, k.tanggal, k.sha256, u.kode"
	     " FROM balikan_kiriman k"
	     " LEFT JOIN unggahan u ON u.id = k.unggahan_id WHERE k.id = ?");
SQL(Q_LANTAI, "INSERT INTO balikan_lembaga (lembaga_id, terlayani)"
	      " VALUES (?, ?) ON DUPLICATE KEY UPDATE terlayani ="
	      " LEAST(GREATEST(terlayani, VALUES(terlayani)),"
	      " VALUES(terlayani) + ?)");
SQL(Q_PINDAH, "UPDATE balikan_kiriman SET sha256 = ? WHERE id = ?"
	      " AND pekerja = ? AND status = 'periksa'");
SQL(Q_MAJU, "UPDATE balikan_kiriman SET dibaca = ?, baris = ?, ditolak = ?,"
	    " sewa = ? WHERE id = ? AND pekerja = ? AND status = 'periksa'");
SQL(Q_AKHIR, "UPDATE balikan_kiriman SET status = ?, versi_id = ?,"
	     " dibaca = bytes, baris = ?, ditolak = ?, galat = ?,"
	     " galat_rinci = ?, laporan = ?, mulai_muat = ?, selesai = ?,"
	     " berlaku = ?, sewa = NULL WHERE id = ? AND pekerja = ?"
	     " AND status = 'periksa'");
SQL(Q_SUDAH, "SELECT 1 FROM balikan_kiriman WHERE id = ? AND pekerja = ?"
	     " AND status <> 'periksa' AND status <> 'batal'");
SQL(Q_POTONGAN, "INSERT INTO balikan_potongan (kiriman_id, nomor, letak,"
		" panjang, baris, status) VALUES (?, ?, ?, ?, ?, 'antri')");
SQL(Q_HAPUS_TOLAK, "DELETE FROM balikan_tolak WHERE kiriman_id = ?");
SQL(Q_TOLAK, "INSERT INTO balikan_tolak (kiriman_id, urut, baris, ruas, nilai,"
	     " kode) VALUES (?, ?, ?, ?, ?, ?)");
SQL(Q_HAPUS_TOTAL, "DELETE FROM balikan_tolak_total WHERE kiriman_id = ?");
SQL(Q_TOTAL, "INSERT INTO balikan_tolak_total (kiriman_id, ruas, kode, jumlah,"
	     " nomor) VALUES (?, ?, ?, ?, ?)");

struct potongan {
	int64_t letak, panjang, baris;
};

/* Rows that one fault is about. */
struct jumlah {
	const char *ruas;
	const char *kode;
	int64_t n;
	const char *nomor; /* of a warning its first rows, "2 7"; NULL */
};

struct salah {
	int64_t baris;
	const char *ruas;
	const char *nilai;
	const char *kode;
};

struct periksa {
	struct db *db;
	const struct balikan_bengkel *b;
	struct arena *a;
	int64_t id;
	int64_t lembaga;
	bool semua; /* all or nothing */
	const char *tanggal;
	const char *sha256;
	const char *kode; /* of the upload it comes from; NULL */

	const struct balikan_versi *berlaku; /* the version in force */
	const struct balikan_versi *versi;   /* the file's; NULL: not known */
	int64_t dibaca, baik, ditolak;
	struct balikan_urut *urut;
	struct balikan_laporan *laporan; /* NULL: no heading yet */
	const char *sha256_laporan; /* NULL: none */
	struct salah salah[SALAH_MAKS];
	size_t n_salah;
	struct jumlah *jumlah;
	size_t n_jumlah, cap_jumlah;
	struct potongan *potongan;
	size_t n_potongan, cap_potongan;
	const char *galat, *rinci; /* the whole file is no good */
	int64_t denyut;		   /* clock_steady_us() when the lease was
				      renewed */
};

/* ---- the lease ---- */

static int64_t sejak_ms(int64_t us)
{
	return (clock_steady_us() - us) / 1000;
}

/*
 * Renew the lease and tell how far it is.  ERR_CONFLICT: cancelled, or taken
 * over.  While the database is away the work goes on, until the lease is over.
 */
static enum err denyut(void *ctx)
{
	struct periksa *p = ctx;
	char sewa[CLOCK_TEXT_BYTES];
	enum err e;

	if (sejak_ms(p->denyut) < DENYUT_MS)
		return OK;
	clock_text(clock_now_ms() + p->b->sewa_ms, sewa);
	e = db_exec(p->db, &Q_MAJU, p->dibaca, p->baik + p->ditolak,
		    p->ditolak, (const char *)sewa, p->id, p->b->pekerja);
	if (e == OK && db_affected(p->db) != 1)
		return ERR_CONFLICT;
	if (e == OK)
		p->denyut = clock_steady_us();
	else if (sejak_ms(p->denyut) < p->b->sewa_ms)
		e = OK;
	return e;
}

/* ---- what the reader tells ---- */

static enum err kepala(void *ctx, const struct balikan_versi *v,
		       const struct baris *b)
{
	struct periksa *p = ctx;

	p->versi = v;
	p->laporan = balikan_laporan_baru(p->a, v, b);
	return OK;
}

static enum err baik(void *ctx, uint64_t nomor, uint64_t nik, const char *isi,
		     size_t n)
{
	struct periksa *p = ctx;

	(void)nomor;
	p->baik++;
	return balikan_urut_tambah(p->urut, nik, isi, n);
}

/* The place of this fault among the counts. */
static struct jumlah *hitung(struct periksa *p, const char *ruas,
			     const char *kode, int64_t n)
{
	for (size_t i = 0; i < p->n_jumlah; i++)
		if (strcmp(p->jumlah[i].kode, kode) == 0 &&
		    strcmp(p->jumlah[i].ruas, ruas) == 0) {
			p->jumlah[i].n += n;
			return &p->jumlah[i];
		}
	p->jumlah = arena_grow(p->a, p->jumlah, p->n_jumlah, &p->cap_jumlah,
			       sizeof(*p->jumlah));
	p->jumlah[p->n_jumlah] = (struct jumlah){
		arena_strdup(p->a, ruas), arena_strdup(p->a, kode), n, NULL
	};
	return &p->jumlah[p->n_jumlah++];
}

static enum err tolak(void *ctx, const struct balikan_salah *s, size_t n,
		      const struct baris *b)
{
	struct periksa *p = ctx;

	p->ditolak++;
	for (size_t i = 0; i < n; i++) {
		hitung(p, s[i].ruas, s[i].kode, 1);
		if (p->n_salah < SALAH_MAKS)
			p->salah[p->n_salah++] = (struct salah){
				(int64_t)b->nomor,
				arena_strdup(p->a, s[i].ruas),
				balikan_nik_tutup(p->a, s[i].nilai),
				arena_strdup(p->a, s[i].kode),
			};
	}
	return balikan_laporan_baris(p->laporan, s, n, b);
}

/* What the version in force has and the file's has not is gone, too. */
static void kolom_baru(struct periksa *p, int64_t n)
{
	for (size_t i = 0; i < p->berlaku->n; i++) {
		const char *nama = p->berlaku->ruas[i].nama;

		if (balikan_ruas_cari(p->versi, nama) == p->versi->n)
			hitung(p, nama, "?kolom-kurang", n);
	}
}

static enum err peringatan(void *ctx, const struct balikan_peringatan *w)
{
	struct periksa *p = ctx;
	struct jumlah *j = hitung(p, w->ruas, w->kode, (int64_t)w->jumlah);
	struct buf nomor = { .a = p->a };

	/* Each only once, however often an evil child says it. */
	if (w->n > 0 && j->nomor == NULL) {
		for (size_t i = 0; i < w->n; i++)
			buf_printf(&nomor, "%s%llu", i == 0 ? "" : " ",
				   (unsigned long long)w->nomor[i]);
		j->nomor = nomor.p;
	}
	if (strcmp(w->kode, "?versi-lama") == 0)
		kolom_baru(p, (int64_t)w->jumlah);
	return OK;
}

static enum err maju(void *ctx, int64_t dibaca, uint64_t baris)
{
	struct periksa *p = ctx;

	(void)baris;
	p->dibaca = dibaca;
	return denyut(p);
}

static enum err potong(void *ctx, int64_t letak, int64_t panjang, int64_t baris)
{
	struct periksa *p = ctx;

	p->potongan = arena_grow(p->a, p->potongan, p->n_potongan,
				 &p->cap_potongan, sizeof(*p->potongan));
	p->potongan[p->n_potongan++] =
	    (struct potongan){ letak, panjang, baris };
	return OK;
}

/* ---- the end of it ---- */

static enum err simpan_salah(struct db *db, const struct periksa *p)
{
	enum err e = db_exec(db, &Q_HAPUS_TOLAK, p->id);

	for (size_t i = 0; e == OK && i < p->n_salah; i++)
		e = db_exec(db, &Q_TOLAK, p->id, (int64_t)i + 1,
			    p->salah[i].baris, p->salah[i].ruas,
			    p->salah[i].nilai, p->salah[i].kode);
	if (e == OK)
		e = db_exec(db, &Q_HAPUS_TOTAL, p->id);
	for (size_t i = 0; e == OK && i < p->n_jumlah; i++)
		e = db_exec(db, &Q_TOTAL, p->id, p->jumlah[i].ruas,
			    p->jumlah[i].kode, p->jumlah[i].n,
			    p->jumlah[i].nomor);
	return e;
}

static enum err simpan_potongan(struct db *db, const struct periksa *p)
{
	enum err e = balikan_buang_potongan(db, p->id);

	for (size_t i = 0; e == OK && i < p->n_potongan; i++)
		e = db_exec(db, &Q_POTONGAN, p->id, (int64_t)i + 1,
			    p->potongan[i].letak, p->potongan[i].panjang,
			    p->potongan[i].baris);
	return e;
}

/* The transaction by which all of it counts. */
static enum err catat(struct db *db, void *ctx)
{
	const struct periksa *p = ctx;
	const char *kini = clock_now(db_arena(db), 0);
	bool gagal = p->galat != NULL;
	bool muat = !gagal && p->n_potongan > 0;
	struct balikan_hitung h = { .ditolak = p->ditolak };
	enum err e;

	e = simpan_salah(db, p);
	if (e == OK && muat)
		e = simpan_potongan(db, p);
	if (e == OK && !gagal)
		e = balikan_total_tambah(db, p->lembaga, "berkas", p->tanggal,
					 &h);
	/* A row checked costs a tenth of a row loaded. */
	if (e == OK)
		e = balikan_total_dilayani(db, p->lembaga,
					   (p->baik + p->ditolak) / 10 + 1);
	if (e == OK)
		e = db_exec(db, &Q_AKHIR,
			    gagal ? "gagal" : muat ? "muat" : "selesai",
			    DB_ID(p->versi == NULL ? 0 : p->versi->id),
			    p->baik + p->ditolak, p->ditolak, p->galat,
			    p->rinci, p->sha256_laporan, muat ? kini : NULL,
			    muat ? NULL : kini,
			    DB_ID(p->berlaku == NULL ? 0 : p->berlaku->nomor),
			    p->id, p->b->pekerja);
	if (e == OK && db_affected(db) != 1)
		e = ERR_CONFLICT;
	/* Without a good row nothing was sent. */
	if (e == OK && !muat)
		e = balikan_akhir(db, p->lembaga, p->id, false);
	return e;
}

/* catat(), until it is known whether it was done: a commit's answer may be lost
   with the connection.  ERR_CONFLICT: cancelled, or taken over. */
static enum err catat_pasti(struct periksa *p)
{
	const struct timespec jeda = { 0, ULANG_JEDA_MS * 1000000L };
	int64_t mulai = clock_steady_us();
	struct rows *r;
	enum err e;

	for (;;) {
		e = db_transaction(p->db, catat, p);
		if (e == ERR_CONFLICT &&
		    db_one(p->db, &r, &Q_SUDAH, p->id, p->b->pekerja) == OK)
			e = OK;
		if (e != ERR_BUSY || sejak_ms(mulai) > p->b->sewa_ms)
			return e;
		nanosleep(&jeda, NULL);
	}
}

/* ---- the beginning ---- */

/* The file of an upload goes into the store. */
static enum err pindahkan(struct periksa *p)
{
	int fd = p->kode == NULL ? -1 : unggahan_open(p->a, p->kode);
	enum err e;

	if (fd < 0)
		return ERR_NOT_FOUND;
	e = store_adopt(p->a, fd, denyut, p, &p->sha256);
	if (e == OK)
		e = db_exec(p->db, &Q_PINDAH, p->sha256, p->id, p->b->pekerja);
	if (e == OK && db_affected(p->db) != 1)
		e = ERR_CONFLICT;
	return e;
}

static enum err buat_folder(struct arena *a, int64_t id)
{
	const char *folder = balikan_folder(a, id);
	char *induk = arena_strdup(a, folder);

	*strrchr(induk, '/') = '\0';
	if ((mkdir(induk, 0770) != 0 && errno != EEXIST) ||
	    (mkdir(folder, 0770) != 0 && errno != EEXIST))
		return fd_error("folder of a sending");
	return OK;
}

static enum err baca(struct periksa *p)
{
	static const struct balikan_berkas_calls calls = {
		kepala, baik, tolak, peringatan, maju
	};
	struct balikan_urut_batas batas = { p->b->urut_bytes, CABANG,
					    p->b->potongan };
	struct balikan_berkas_galat galat = { 0 };
	struct balikan_aturan aturan = { 0 };
	struct balikan_versi *versi;
	int fd = store_open(p->a, p->sha256);
	enum err e;

	if (fd < 0) {
		p->galat = "hilang";
		return OK;
	}
	e = balikan_wilayah_muat(p->db);
	if (e == OK)
		e = balikan_versi_semua(p->db, p->lembaga, &versi, &aturan.n);
	if (e == OK)
		e = buat_folder(p->a, p->id);
	if (e != OK)
		return e;
	aturan.versi = versi;
	p->berlaku = aturan.n == 0 ? NULL : versi;
	p->urut = balikan_urut_mulai(p->a, balikan_folder(p->a, p->id),
				     balikan_nama_urut(p->a, p->b->pekerja),
				     &batas);
	e = balikan_berkas_baca(p->a, fd, &aturan, &calls, p, &galat);
	if (e == ERR_INPUT && galat.kode != NULL) {
		p->galat = galat.kode;
		p->rinci = galat.rinci;
		return OK;
	}
	return e;
}

/* Keep what was found: the report, the sorted file. */
static enum err simpan(struct periksa *p)
{
	enum err e = balikan_laporan_selesai(p->laporan, &p->sha256_laporan);

	if (p->galat == NULL && p->semua && p->ditolak > 0)
		p->galat = "ada-yang-ditolak";
	if (e == OK && p->galat == NULL && p->baik > 0)
		e = balikan_urut_selesai(p->urut, potong, denyut, p);
	return e;
}

static enum err siapkan(struct periksa *p, bool *ada)
{
	struct arena *a = p->a;
	struct rows *r;
	enum err e = db_exec(p->db, &Q_MULAI, p->b->pekerja,
			     clock_now(a, p->b->sewa_ms), clock_now(a, 0),
			     p->id, clock_now(a, 0));

	*ada = e == OK && db_affected(p->db) == 1;
	if (!*ada)
		return e;
	p->denyut = clock_steady_us();
	e = db_one(p->db, &r, &Q_TUGAS, p->id);
	if (e != OK)
		return e;
	p->lembaga = db_int(r, 0);
	p->semua = strcmp(db_text(r, 1), "semua") == 0;
	p->tanggal = db_text(r, 2);
	p->sha256 = db_text(r, 3);
	p->kode = db_text(r, 4);
	balikan_buang_folder(a, p->id); /* of a check that was cut off */
	return OK;
}

enum err balikan_periksa(struct db *db, const struct balikan_bengkel *b,
			 int64_t id, int64_t lantai, bool *ada)
{
	struct periksa *p = arena_alloc(db_arena(db), sizeof(*p));
	enum err e;

	*p = (struct periksa){ .db = db, .b = b, .a = db_arena(db), .id = id };
	e = siapkan(p, ada);
	if (e != OK || !*ada)
		return e;
	if (lantai >= 0)
		e = db_exec(db, &Q_LANTAI, p->lembaga, lantai,
			    BALIKAN_DAHULU * b->potongan);
	if (e == OK && p->sha256 == NULL)
		e = pindahkan(p);
	if (e == ERR_NOT_FOUND) {
		p->galat = "hilang";
		e = OK;
	} else if (e == OK) {
		e = baca(p);
	}
	if (e == OK)
		e = simpan(p);
	if (e == OK)
		e = catat_pasti(p);
	if (e == OK && p->kode != NULL)
		unggahan_remove(p->a, p->kode);
	if (e != OK || p->galat != NULL)
		balikan_buang_berkas(p->a, id,
				     balikan_nama_urut(p->a, b->pekerja));
	return e == ERR_CONFLICT ? OK : e;
}
