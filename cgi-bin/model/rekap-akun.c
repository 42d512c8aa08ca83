/*
 * rekap-akun.c - see rekap.h: what accounts do.
 */
#include "rekap.h"

#include <string.h>

/*
 * Parameters: first and last day, role, institution.  Accounts are few and a
 * day of one is a row: nothing is counted twice.
 */
#define ANGKA                                                                  \
	" SUM(x.masuk), SUM(x.gagal), SUM(x.tindakan),"                        \
	" COUNT(DISTINCT x.akun_id)"
#define DARI                                                                   \
	" FROM aktivitas x STRAIGHT_JOIN akun a ON a.id = x.akun_id"           \
	" WHERE x.tanggal BETWEEN ? AND ? AND (? IS NULL OR a.peran = ?)"      \
	" AND (? = 0 OR a.lembaga_id = ?)"
SQL(Q_HARI, "SELECT TO_DAYS(x.tanggal)," ANGKA ", NULL, NULL, NULL" DARI
	    " GROUP BY x.tanggal");
SQL(Q_BULAN, "SELECT EXTRACT(YEAR_MONTH FROM x.tanggal) AS k," ANGKA
	     ", NULL, NULL, NULL" DARI " GROUP BY k");
SQL(Q_AKUN, "SELECT a.username, x.masuk, x.gagal, x.tindakan, 1, l.kode,"
	    " a.nama, a.masuk_terakhir FROM (SELECT akun_id,"
	    " SUM(masuk) AS masuk, SUM(gagal) AS gagal,"
	    " SUM(tindakan) AS tindakan FROM aktivitas"
	    " WHERE tanggal BETWEEN ? AND ? GROUP BY akun_id) x"
	    " STRAIGHT_JOIN akun a ON a.id = x.akun_id"
	    " LEFT JOIN lembaga l ON l.id = a.lembaga_id"
	    " WHERE (? IS NULL OR a.peran = ?)"
	    " AND (? = 0 OR a.lembaga_id = ?)");
SQL(Q_PERAN,
    "SELECT a.peran," ANGKA ", NULL, NULL, NULL" DARI " GROUP BY a.peran");
SQL(Q_LEMBAGA, "SELECT COALESCE(a.lembaga_id, 0) AS k," ANGKA
	       ", MAX(l.kode), MAX(l.nama), NULL FROM aktivitas x"
	       " STRAIGHT_JOIN akun a ON a.id = x.akun_id"
	       " LEFT JOIN lembaga l ON l.id = a.lembaga_id"
	       " WHERE x.tanggal BETWEEN ? AND ? AND (? IS NULL OR a.peran = ?)"
	       " AND (? = 0 OR a.lembaga_id = ?) GROUP BY k");
SQL(Q_AKTIF, "SELECT COUNT(DISTINCT x.akun_id)" DARI);

static struct sql *const kueri[PER_N] = {
	[PER_HARI] = &Q_HARI,       [PER_BULAN] = &Q_BULAN,
	[PER_AKUN] = &Q_AKUN,       [PER_PERAN] = &Q_PERAN,
	[PER_LEMBAGA] = &Q_LEMBAGA,
};

enum { MASUK, GAGAL, TINDAKAN, AKUN };

static struct rekap_baris *cari(struct arena *a, struct rekap *out,
				const struct rekap_saring *s,
				const struct rows *r, size_t *maks)
{
	int64_t k = db_int(r, 0);
	struct rekap_baris *b;
	hari_t h = 0;

	if (s->per == PER_HARI)
		return rekap_hari(out, s->dari, (hari_t)(k - REKAP_HARI_NOL));
	if (s->per == PER_BULAN)
		return hari_dari((int)(k / 100), (int)(k % 100), 28, &h) ?
			   rekap_hari(out, s->dari, h) :
			   NULL;
	b = rekap_tambah(a, out, maks);
	b->kunci = db_text(r, 0);
	b->kode = db_text(r, 5);
	b->nama = db_text(r, 6);
	b->waktu = db_text(r, 7);
	return b;
}

enum err rekap_akun(struct db *db, const struct pelaku *p,
		    const struct rekap_saring *s, struct rekap *out)
{
	static const struct rekap_kolom kolom[] = {
		{ "masuk", RUPA_ANGKA },    { "gagal-masuk", RUPA_ANGKA },
		{ "tindakan", RUPA_ANGKA }, { "akun", RUPA_ANGKA },
		{ NULL, RUPA_ANGKA },
	};
	char dari[HARI_TEKS], sampai[HARI_TEKS];
	struct rows *r, *aktif;
	size_t maks = 0;
	enum err e;

	rekap_mulai(out, s->per, kolom);
	if (s->per == PER_AKUN)
		out->n_kolom = AKUN;
	out->utama = TINDAKAN;
	out->banding = -1;
	if ((p->role & ROLE_ADMIN) == 0)
		return OK;
	hari_tulis(s->dari, dari);
	hari_tulis(s->sampai, sampai);
	rekap_waktu(db_arena(db), out, s->dari, s->sampai);
	e = db_query(db, &r, kueri[s->per], dari, sampai, s->peran, s->peran,
		     s->lembaga, s->lembaga);
	if (e == OK)
		e = db_one(db, &aktif, &Q_AKTIF, dari, sampai, s->peran,
			   s->peran, s->lembaga, s->lembaga);
	if (e != OK)
		return e;
	while (db_next(r)) {
		struct rekap_baris *b = cari(db_arena(db), out, s, r, &maks);

		for (unsigned k = 0; b != NULL && k <= AKUN; k++)
			b->n[k] += db_int(r, k + 1);
	}
	if (s->per >= PER_LEMBAGA)
		rekap_urutkan(db_arena(db), out, TINDAKAN);
	rekap_jumlahkan(out);
	/* Who was here on two days is one. */
	out->jumlah.n[AKUN] = db_int(aktif, 0);
	return OK;
}
