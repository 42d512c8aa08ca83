/* audit.c - reading the audit log (audit.h); the chain is audit-segel.c. */
#include "audit.h"

#define KOLOM                                                                  \
	"SELECT a.id, a.waktu, a.akun_id, a.username, a.lembaga_id, l.nama,"   \
	" a.alamat_ip, a.tindakan, a.objek, a.objek_id, a.rincian, s.nomor"    \
	" FROM audit a LEFT JOIN audit_segel s ON s.audit_id = a.id"           \
	" LEFT JOIN lembaga l ON l.id = a.lembaga_id"
#define SARING                                                                 \
	" WHERE (? IS NULL OR a.waktu >= ?) AND (? IS NULL OR a.waktu < ?)"    \
	" AND (? IS NULL OR a.username = ?)"                                   \
	" AND (? IS NULL OR a.tindakan = ?) AND (? IS NULL OR a.objek = ?)"    \
	" AND (? = 0 OR a.objek_id = ?)"

SQL(Q_LAMA, KOLOM SARING " AND (? = 0 OR a.id < ?) ORDER BY a.id DESC"
			 " LIMIT ?");
SQL(Q_BARU, KOLOM SARING " AND a.id > ? ORDER BY a.id ASC LIMIT ?");
SQL(Q_JUMLAH,
    "SELECT COUNT(*) FROM (SELECT 1 FROM audit a" SARING " LIMIT ?) t");
SQL(Q_TINDAKAN, "SELECT DISTINCT tindakan FROM audit ORDER BY tindakan");
SQL(Q_OBJEK, "SELECT DISTINCT objek FROM audit ORDER BY objek");
/* Near its end the log is all that is not sealed; counting stops there. */
SQL(Q_RANTAI,
    "SELECT (SELECT IFNULL(MAX(nomor), 0) FROM audit_segel),"
    " (SELECT COUNT(*) FROM audit) - (SELECT COUNT(*) FROM audit_segel)");
SQL(Q_PERIKSA, "SELECT waktu, nomor, rusak_nomor, sebab FROM"
	       " audit_pemeriksaan ORDER BY id DESC LIMIT 1");

static void isi(struct rows *r, struct audit *a)
{
	a->id = db_int(r, 0);
	a->waktu = db_text(r, 1);
	a->akun_id = db_int(r, 2);
	a->username = db_text(r, 3);
	a->lembaga_id = db_int(r, 4);
	a->nama_lembaga = db_text(r, 5);
	a->alamat_ip = db_text(r, 6);
	a->tindakan = db_text(r, 7);
	a->objek = db_text(r, 8);
	a->objek_id = db_int(r, 9);
	a->rincian = db_text(r, 10);
	a->nomor = db_int(r, 11);
}

#define S                                                                      \
	s->sejak, s->sejak, s->sebelum, s->sebelum, s->username, s->username,  \
	    s->tindakan, s->tindakan, s->objek, s->objek, s->objek_id,         \
	    s->objek_id

enum err audit_cari(struct db *db, const struct audit_saring *s,
		    struct audit **out, size_t *n, int64_t *total, bool *pasti)
{
	struct audit *a;
	struct rows *r;
	size_t i = 0;
	enum err e = s->mundur ?
			 db_query(db, &r, &Q_BARU, S, s->id, s->banyak) :
			 db_query(db, &r, &Q_LAMA, S, s->id, s->id, s->banyak);

	if (e != OK)
		return e;
	*n = db_count(r);
	a = arena_array(db_arena(db), *n + 1, sizeof(*a));
	*out = a;
	for (; db_next(r); i++)
		isi(r, &a[s->mundur ? *n - 1 - i : i]);
	if (total == NULL)
		return OK;
	e = db_one(db, &r, &Q_JUMLAH, S, AUDIT_HITUNG + 1);
	if (e != OK)
		return e;
	*total = db_int(r, 0);
	*pasti = *total <= AUDIT_HITUNG;
	if (!*pasti)
		*total = AUDIT_HITUNG;
	return OK;
}

static enum err kata(struct db *db, struct sql *s, const char ***out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, s);

	if (e != OK)
		return e;
	*out = arena_array(db_arena(db), db_count(r) + 1, sizeof(**out));
	for (*n = 0; db_next(r); (*n)++)
		(*out)[*n] = db_text(r, 0);
	return OK;
}

enum err audit_tindakan(struct db *db, const char ***out, size_t *n)
{
	return kata(db, &Q_TINDAKAN, out, n);
}

enum err audit_objek(struct db *db, const char ***out, size_t *n)
{
	return kata(db, &Q_OBJEK, out, n);
}

enum err audit_rantai(struct db *db, struct audit_rantai *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_RANTAI);

	if (e != OK)
		return e;
	*out = (struct audit_rantai){ .nomor = db_int(r, 0),
				      .belum = db_int(r, 1) };
	e = db_one(db, &r, &Q_PERIKSA);
	if (e == ERR_NOT_FOUND)
		return OK;
	if (e != OK)
		return e;
	out->diperiksa = db_text(r, 0);
	out->sampai = db_int(r, 1);
	out->rusak = db_int(r, 2);
	out->sebab = db_text(r, 3);
	return OK;
}
