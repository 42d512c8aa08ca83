/* data-pribadi.c - see data-pribadi.h: the request for erasure and its
 * decision.  What is kept is told by data-ekspor.c. */
#include "data-pribadi.h"
#include "akun.h"
#include "catat.h"
#include "faktor.h"
#include "hari-ini.h"
#include "masuk.h"
#include "pengaturan.h"
#include "../lib/clock.h"
#include "../lib/text.h"

#include <inttypes.h>
#include <string.h>

#define NORMA_HARI 3

/* --- reading --- */

#define PENGHAPUSAN                                                            \
	"SELECT h.id, h.akun_id, a.username, a.nama, a.peran, l.nama, h.asal," \
	" h.alasan, h.status, h.diminta, h.tenggat, h.diputus, p.nama,"        \
	" h.balasan, h.selesai FROM penghapusan h"                             \
	" JOIN akun a ON a.id = h.akun_id"                                     \
	" LEFT JOIN lembaga l ON l.id = a.lembaga_id"                          \
	" LEFT JOIN akun p ON p.id = h.diputus_oleh"

SQL(Q_SATU, PENGHAPUSAN " WHERE h.id = ?");
SQL(Q_TERAKHIR, PENGHAPUSAN " WHERE h.akun_id = ? ORDER BY h.id DESC LIMIT 1");
SQL(Q_SEMUA, PENGHAPUSAN " WHERE h.id < ? ORDER BY h.id DESC LIMIT ?");
SQL(Q_SEMUA_MUNDUR, PENGHAPUSAN " WHERE h.id > ? ORDER BY h.id LIMIT ?");
SQL(Q_STATUS, PENGHAPUSAN " WHERE h.status = ? AND h.id < ?"
			  " ORDER BY h.id DESC LIMIT ?");
SQL(Q_STATUS_MUNDUR, PENGHAPUSAN " WHERE h.status = ? AND h.id > ?"
				 " ORDER BY h.id LIMIT ?");
SQL(Q_HITUNG, "SELECT COUNT(*) FROM (SELECT 1 FROM penghapusan"
	      " LIMIT 10000) x");
SQL(Q_HITUNG_STATUS, "SELECT COUNT(*) FROM (SELECT 1 FROM penghapusan"
		     " WHERE status = ? LIMIT 10000) x");

static void isi(const struct rows *r, struct penghapusan *h)
{
	*h = (struct penghapusan){
		.id = db_int(r, 0),
		.akun_id = db_int(r, 1),
		.username = db_text(r, 2),
		.nama = db_text(r, 3),
		.peran = db_text(r, 4),
		.lembaga = db_text(r, 5),
		.asal = db_text(r, 6),
		.alasan = db_text(r, 7),
		.status = db_text(r, 8),
		.diminta = db_text(r, 9),
		.tenggat = db_text(r, 10),
		.diputus = db_text(r, 11),
		.pemutus = db_text(r, 12),
		.balasan = db_text(r, 13),
		.selesai = db_text(r, 14),
	};
}

enum err hapus_ambil(struct db *db, int64_t id, struct penghapusan *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_SATU, id);

	if (e == OK)
		isi(r, out);
	return e;
}

enum err hapus_terakhir(struct db *db, int64_t akun, struct penghapusan *out)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_TERAKHIR, akun);

	memset(out, 0, sizeof(*out));
	if (e == OK && db_next(r))
		isi(r, out);
	return e;
}

enum err hapus_daftar(struct db *db, const char *status, int64_t id,
		      bool mundur, int64_t banyak, struct penghapusan **out,
		      size_t *n, int64_t *total)
{
	int64_t batas = id == 0 ? INT64_MAX : id;
	struct rows *r;
	enum err e;

	e = status == NULL ? db_one(db, &r, &Q_HITUNG) :
			     db_one(db, &r, &Q_HITUNG_STATUS, status);
	if (e != OK)
		return e;
	*total = db_int(r, 0);
	if (status == NULL)
		e = db_query(db, &r, mundur ? &Q_SEMUA_MUNDUR : &Q_SEMUA, batas,
			     banyak);
	else
		e = db_query(db, &r, mundur ? &Q_STATUS_MUNDUR : &Q_STATUS,
			     status, batas, banyak);
	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		isi(r, &(*out)[mundur ? *n - 1 - i : i]);
	return OK;
}

/* --- what must be handed over first --- */

SQL(Q_PENERUS, "SELECT COUNT(*) FROM akun WHERE lembaga_id = ?"
	       " AND status = 'aktif' AND peran = ? AND id <> ?");
SQL(Q_ADMIN_LAIN, "SELECT COUNT(*) FROM akun WHERE peran = 'admin'"
		  " AND status = 'aktif' AND id <> ?");
SQL(Q_DRAF, "SELECT COUNT(*) FROM dokumen WHERE status = 'draf'"
	    " AND penandatangan_id = ?");
SQL(Q_PERMINTAAN,
    "SELECT IFNULL(SUM(jumlah), 0) FROM permintaan_total"
    " WHERE lembaga_id = ? AND produsen_id = ? AND status IN ('baru',"
    " 'diajukan', 'disetujui', 'terdaftar', 'dikembalikan')");
/* Those to be handed over are few, and found by their status. */
SQL(Q_PROSES,
    "SELECT (SELECT IFNULL(SUM(jumlah), 0) FROM proses_total"
    " WHERE lembaga_id = ? AND produsen_id = ? AND kelompok = 'progress') +"
    " (SELECT COUNT(*) FROM proses WHERE status IN ('siap-serah',"
    " 'diserahkan') AND (lembaga_id = ? OR produsen_id = ?))");
SQL(Q_AKTIVASI, "SELECT IFNULL(SUM(jumlah), 0) FROM aktivasi_total"
		" WHERE lembaga_id = ? AND status IN ('baru', 'diajukan')");
SQL(Q_KEMBALI, "SELECT COUNT(*) FROM pengembalian WHERE lembaga_id = ?"
	       " AND status IN ('disusun', 'dikirim')");

static void tambah(struct hambatan *out, size_t *n, const char *kode,
		   int64_t nilai, const char *href)
{
	if (nilai > 0)
		out[(*n)++] = (struct hambatan){ kode, nilai, href };
}

/* The institution's work that nobody else could go on with. */
static enum err hambatan_lembaga(struct db *db, const struct akun *a,
				 struct hambatan *out, size_t *n)
{
	unsigned peran = role_from_name(a->peran);
	int64_t l = (peran & ROLE_PEMINTA) != 0 ? a->lembaga_id : 0;
	int64_t p = (peran & ROLE_PRODUSEN) != 0 ? a->lembaga_id : 0;
	struct rows *r;
	enum err e;

	if (l == 0 && p == 0)
		return OK;
	e = db_one(db, &r, &Q_PENERUS, a->lembaga_id, a->peran, a->id);
	if (e != OK || db_int(r, 0) > 0)
		return e;
	e = db_one(db, &r, &Q_PERMINTAAN, l, p);
	if (e == OK)
		tambah(out, n, "permintaan", db_int(r, 0), "/permintaan");
	if (e == OK)
		e = db_one(db, &r, &Q_PROSES, l, p, l, p);
	if (e == OK)
		tambah(out, n, "proses", db_int(r, 0), "/proses");
	if (e != OK || l == 0)
		return e;
	e = db_one(db, &r, &Q_AKTIVASI, l);
	if (e == OK)
		tambah(out, n, "aktivasi", db_int(r, 0), "/aktivasi");
	if (e == OK)
		e = db_one(db, &r, &Q_KEMBALI, l);
	if (e == OK)
		tambah(out, n, "pengembalian", db_int(r, 0),
		       "/aktivasi/kembali");
	return e;
}

enum err hapus_hambatan(struct db *db, int64_t akun,
			struct hambatan out[HAMBATAN_MAKS], size_t *n)
{
	struct rows *r;
	struct akun a;
	enum err e = akun_ambil(db, akun, &a);

	*n = 0;
	if (e == OK && strcmp(a.peran, "pejabat") == 0) {
		e = db_one(db, &r, &Q_DRAF, akun);
		if (e == OK)
			tambah(out, n, "dokumen", db_int(r, 0),
			       "/dokumen?tunggu=saya");
	} else if (e == OK && strcmp(a.peran, "admin") == 0) {
		e = db_one(db, &r, &Q_ADMIN_LAIN, akun);
		if (e == OK)
			tambah(out, n, "admin", db_int(r, 0) == 0, NULL);
	}
	return e == OK ? hambatan_lembaga(db, &a, out, n) : e;
}

/* --- asking --- */

SQL(Q_MINTA, "INSERT INTO penghapusan (akun_id, asal, alasan, status, diminta,"
	     " tenggat) VALUES (?, 'orang', ?, 'diajukan', ?, ?)");
SQL(Q_TARIK, "UPDATE penghapusan SET status = 'ditarik', diputus = ?"
	     " WHERE akun_id = ? AND status = 'diajukan'");

struct kerja {
	const struct pelaku *p;
	int64_t id;
	const char *teks;
};

static enum err bebas(struct db *db, int64_t akun)
{
	struct hambatan h[HAMBATAN_MAKS];
	size_t n;
	enum err e = hapus_hambatan(db, akun, h, &n);

	return e == OK && n > 0 ? ERR_CONFLICT : e;
}

static enum err minta(struct db *db, void *ctx)
{
	const struct kerja *k = ctx;
	struct arena *a = db_arena(db);
	char tenggat[HARI_TEKS];
	int64_t id;
	enum err e = bebas(db, k->p->akun);

	if (e != OK)
		return e;
	hari_tulis(hari_ini() + (hari_t)pengaturan_angka(db, "hapus_norma",
							 NORMA_HARI),
		   tenggat);
	/* The unique key refuses a second open one. */
	e = db_exec(db, &Q_MINTA, k->p->akun, k->teks, clock_now(a, 0),
		    (const char *)tenggat);
	if (e != OK)
		return e;
	id = db_last_id(db);
	e = audit_catat(db, k->p, "hapus-diminta", "akun", k->p->akun, NULL);
	if (e == OK)
		e = pesan_ke_akun(db, k->p->akun, "data-hapus-diminta",
				  arena_printf(a,
					       "jalur=/akun/data\ntenggat=%s",
					       tenggat));
	/* Not who it is: this stays in the bells of the admins. */
	if (e == OK)
		e = pesan_ke_peran(
		    db, "admin", "data-hapus-baru",
		    arena_printf(a,
				 "jalur=/admin/data-pribadi/%" PRId64
				 "\ntenggat=%s",
				 id, tenggat));
	return e;
}

enum err hapus_minta(struct db *db, const struct pelaku *p, const char *alasan)
{
	struct kerja k = { .p = p, .teks = alasan };

	return db_transaction(db, minta, &k);
}

static enum err tarik(struct db *db, void *ctx)
{
	const struct kerja *k = ctx;
	enum err e = db_exec(db, &Q_TARIK, clock_now(db_arena(db), 0),
			     k->p->akun);

	if (e == OK && db_affected(db) == 0)
		e = ERR_CONFLICT;
	return e == OK ? audit_catat(db, k->p, "hapus-ditarik", "akun",
				     k->p->akun, NULL) :
			 e;
}

enum err hapus_tarik(struct db *db, const struct pelaku *p)
{
	struct kerja k = { .p = p };

	return db_transaction(db, tarik, &k);
}

/* --- deciding --- */

/* Two admins who agree to each other's request at once: the lock lets only one
   of them still be an admin then. */
SQL(Q_PEMUTUS, "SELECT 1 FROM akun WHERE id = ? AND status = 'aktif'"
	       " LOCK IN SHARE MODE");
SQL(Q_KUNCI, "SELECT akun_id, status FROM penghapusan WHERE id = ? FOR UPDATE");
SQL(Q_PUTUS, "UPDATE penghapusan SET status = ?, balasan = ?, diputus = ?,"
	     " diputus_oleh = ? WHERE id = ? AND status = 'diajukan'");
SQL(Q_TUTUP, "UPDATE akun SET status = 'nonaktif', alasan = NULL"
	     " WHERE id = ? AND status = 'aktif'");

/* Lock it; whose it is.  ERR_CONFLICT: it does not wait any more. */
static enum err kunci(struct db *db, const struct kerja *k, int64_t *akun)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_PEMUTUS, k->p->akun);

	if (e == ERR_NOT_FOUND)
		return ERR_FORBIDDEN;
	if (e == OK)
		e = db_one(db, &r, &Q_KUNCI, k->id);
	if (e != OK)
		return e;
	*akun = db_int(r, 0);
	return strcmp(db_text(r, 1), HAPUS_DIAJUKAN) == 0 &&
			   *akun != k->p->akun ?
		   OK :
		   ERR_CONFLICT;
}

static enum err setujui(struct db *db, void *ctx)
{
	const struct kerja *k = ctx;
	const char *kini = clock_now(db_arena(db), 0);
	int64_t akun = 0;
	enum err e = kunci(db, k, &akun);

	if (e == OK)
		e = bebas(db, akun);
	if (e == OK)
		e = db_exec(db, &Q_PUTUS, HAPUS_DISETUJUI, DB_NULL, kini,
			    k->p->akun, k->id);
	if (e == OK)
		e = db_exec(db, &Q_TUTUP, akun);
	if (e == OK)
		e = sesi_tutup(db, akun, 0);
	if (e == OK)
		e = faktor_lupakan(db, akun);
	return e == OK ? audit_catat(db, k->p, "hapus-disetujui", "akun", akun,
				     NULL) :
			 e;
}

enum err hapus_setujui(struct db *db, const struct pelaku *p, int64_t id)
{
	struct kerja k = { .p = p, .id = id };

	return db_transaction(db, setujui, &k);
}

static enum err tolak(struct db *db, void *ctx)
{
	const struct kerja *k = ctx;
	struct arena *a = db_arena(db);
	int64_t akun = 0;
	enum err e = kunci(db, k, &akun);

	if (e == OK)
		e = db_exec(db, &Q_PUTUS, HAPUS_DITOLAK, k->teks,
			    clock_now(a, 0), k->p->akun, k->id);
	if (e == OK)
		e = audit_catat(db, k->p, "hapus-ditolak", "akun", akun,
				k->teks);
	return e == OK ? pesan_ke_akun(
			     db, akun, "data-hapus-ditolak",
			     arena_printf(a, "jalur=/akun/data\nalasan=%s",
					  text_fold(a, k->teks))) :
			 e;
}

enum err hapus_tolak(struct db *db, const struct pelaku *p, int64_t id,
		     const char *balasan)
{
	struct kerja k = { .p = p, .id = id, .teks = balasan };

	return db_transaction(db, tolak, &k);
}
