/*
 * rekap-balikan.c - see rekap.h: data balikan, by the day it was loaded.
 */
#include "rekap.h"
#include "balikan-total.h"

#include <string.h>

/*
 * From the maintained totals: one row a day, institution and source.
 * Parameters: first and last day, institution twice, kind of institution
 * twice, source twice.
 */
#define ANGKA                                                                  \
	" SUM(x.diterima), SUM(x.diperbarui), SUM(x.tetap), SUM(x.ditolak)"
#define SARING                                                                 \
	" WHERE x.tanggal BETWEEN ? AND ? AND (? = 0 OR x.lembaga_id = ?)"     \
	" AND (? IS NULL OR l.jenis = ?) AND (? IS NULL OR x.sumber = ?)"
#define DARI                                                                   \
	" FROM balikan_harian x STRAIGHT_JOIN lembaga l"                       \
	" ON l.id = x.lembaga_id" SARING
SQL(Q_HARI,
    "SELECT TO_DAYS(x.tanggal)," ANGKA ", NULL, NULL" DARI
    " GROUP BY x.tanggal");
SQL(Q_LEMBAGA, "SELECT x.lembaga_id," ANGKA ", MAX(l.kode), MAX(l.nama)" DARI
	       " GROUP BY x.lembaga_id");
SQL(Q_JENIS,
    "SELECT l.jenis," ANGKA ", NULL, NULL" DARI " GROUP BY l.jenis");
SQL(Q_SUMBER,
    "SELECT x.sumber," ANGKA ", NULL, NULL" DARI " GROUP BY x.sumber");

static struct sql *const kueri[PER_N] = {
	[PER_HARI] = &Q_HARI,	    [PER_BULAN] = &Q_HARI,
	[PER_TAHUN] = &Q_HARI,	    [PER_LEMBAGA] = &Q_LEMBAGA,
	[PER_JENIS] = &Q_JENIS,	    [PER_SUMBER] = &Q_SUMBER,
};

enum { BARIS, BARU, DIPERBARUI, TETAP, DITOLAK, KOLOM };

static struct rekap_baris *cari(struct arena *a, struct rekap *out,
				const struct rekap_saring *s,
				const struct rows *r, size_t *maks)
{
	struct rekap_baris *b;

	if (s->per <= PER_TAHUN)
		return rekap_hari(out, s->dari,
				  (hari_t)(db_int(r, 0) - REKAP_HARI_NOL));
	b = rekap_tambah(a, out, maks);
	b->kunci = db_text(r, 0);
	b->kode = db_text(r, 5);
	b->nama = db_text(r, 6);
	return b;
}

enum err rekap_balikan(struct db *db, const struct pelaku *p,
		       const struct rekap_saring *s, struct rekap *out)
{
	static const struct rekap_kolom kolom[] = {
		{ "baris", RUPA_ANGKA },      { "baris-baru", RUPA_ANGKA },
		{ "diperbarui", RUPA_ANGKA }, { "tetap", RUPA_ANGKA },
		{ "ditolak", RUPA_ANGKA },    { NULL, RUPA_ANGKA },
	};
	int64_t lembaga = (p->role & ROLE_PEMINTA) != 0 ? p->lembaga :
							  s->lembaga;
	char dari[HARI_TEKS], sampai[HARI_TEKS];
	struct rows *r;
	size_t maks = 0;
	enum err e;

	rekap_mulai(out, s->per, kolom);
	out->utama = BARIS;
	out->banding = -1;
	if ((p->role & (ROLE_PEMINTA | ROLE_DITJEN)) == 0)
		return OK;
	hari_tulis(s->dari, dari);
	hari_tulis(s->sampai, sampai);
	rekap_waktu(db_arena(db), out, s->dari, s->sampai);
	e = db_query(db, &r, kueri[s->per], dari, sampai, lembaga, lembaga,
		     s->jenis, s->jenis, s->sumber, s->sumber);
	if (e != OK)
		return e;
	while (db_next(r)) {
		struct rekap_baris *b = cari(db_arena(db), out, s, r, &maks);

		for (unsigned k = BARU; b != NULL && k < KOLOM; k++) {
			b->n[k] += db_int(r, k);
			b->n[BARIS] += db_int(r, k);
		}
	}
	if (s->per >= PER_LEMBAGA)
		rekap_urutkan(db_arena(db), out, BARIS);
	rekap_jumlahkan(out);
	return OK;
}
