/*
 * pesan.c - messages to people, written in the transaction of the change they
 * tell of; see catat.h.  Sending them is pekerja/pekerja-notifikasi's.
 */
#include "../lib/clock.h"
#include "catat.h"
#include "templat.h"

/* Who gets it is all in which the statements for one account, an institution
   and a role differ. */
#define ANTRI                                                                  \
	"INSERT INTO kotak_keluar (saluran, kepada, akun_id, templat, data,"   \
	" dibuat, berikut) SELECT s.saluran,"                                  \
	" IF(s.saluran = 'wa', a.telepon, a.email), a.id, ?, ?, ?, ?"          \
	" FROM akun a JOIN (SELECT 'surel' saluran UNION ALL SELECT 'wa') s"   \
	" LEFT JOIN pilihan_pesan p ON p.akun_id = a.id"                       \
	" AND p.saluran = s.saluran AND p.kelompok = ?"                        \
	" WHERE IFNULL(p.nyala, s.saluran = 'surel') AND "
#define LONCENG                                                                \
	"INSERT INTO notifikasi (akun_id, templat, data, dibuat)"              \
	" SELECT a.id, ?, ?, ? FROM akun a WHERE "
#define SATU    "a.id = ? AND a.status <> 'dihapus'"
#define LEMBAGA "a.lembaga_id = ? AND a.status = 'aktif'"
#define PERAN   "a.peran = ? AND a.status = 'aktif'"

SQL(Q_ANTRI_SATU, ANTRI SATU);
SQL(Q_ANTRI_LEMBAGA, ANTRI LEMBAGA);
SQL(Q_ANTRI_PERAN, ANTRI PERAN);
SQL(Q_LONCENG_SATU, LONCENG SATU);
SQL(Q_LONCENG_LEMBAGA, LONCENG LEMBAGA);
SQL(Q_LONCENG_PERAN, LONCENG PERAN);
SQL(Q_RAHASIA,
    "INSERT INTO kotak_keluar (saluran, kepada, akun_id, templat, data,"
    " rahasia, dibuat, berikut) SELECT ?,"
    " IFNULL(?, IF(? = 'wa', telepon, email)), id, ?, ?, 1, ?, ?"
    " FROM akun WHERE id = ? AND status <> 'dihapus'");

static enum err kirim(struct db *db, struct sql *antri, struct sql *lonceng,
		      struct db_param siapa, const char *templat,
		      const char *data)
{
	const char *kini = clock_now(db_arena(db), 0);
	enum err e;

	if (data == NULL)
		data = "";
	e = db_exec(db, antri, templat, data, kini, kini,
		    templat_kelompok(templat), siapa);
	return e == OK ? db_exec(db, lonceng, templat, data, kini, siapa) : e;
}

enum err pesan_ke_akun(struct db *db, int64_t akun_id, const char *templat,
		       const char *data)
{
	return kirim(db, &Q_ANTRI_SATU, &Q_LONCENG_SATU, db_param_int(akun_id),
		     templat, data);
}

enum err pesan_ke_lembaga(struct db *db, int64_t lembaga_id,
			  const char *templat, const char *data)
{
	return kirim(db, &Q_ANTRI_LEMBAGA, &Q_LONCENG_LEMBAGA,
		     db_param_int(lembaga_id), templat, data);
}

enum err pesan_ke_peran(struct db *db, const char *peran, const char *templat,
			const char *data)
{
	return kirim(db, &Q_ANTRI_PERAN, &Q_LONCENG_PERAN,
		     db_param_text(peran), templat, data);
}

enum err pesan_rahasia_ke(struct db *db, int64_t akun_id, const char *saluran,
			  const char *kepada, const char *templat,
			  const char *data)
{
	const char *kini = clock_now(db_arena(db), 0);

	return db_exec(db, &Q_RAHASIA, saluran, kepada, saluran, templat,
		       data == NULL ? "" : data, kini, kini, akun_id);
}

enum err pesan_rahasia(struct db *db, int64_t akun_id, const char *saluran,
		       const char *templat, const char *data)
{
	return pesan_rahasia_ke(db, akun_id, saluran, NULL, templat, data);
}
