/*
 * peta-rekap.c - see peta.h: institutions and their readers in use.
 */
#include "peta.h"
#include "../lib/text.h"

/* Added up for each page from the totals of the regencies: institutions are
   few. */
#define DARI                                                                   \
	" FROM (SELECT m.lembaga_id,"                                          \
	" SUM(IF(m.fungsi = 'R', m.jumlah, 0)) AS r,"                          \
	" SUM(IF(m.fungsi = 'RW', m.jumlah, 0)) AS rw, SUM(m.jumlah) AS n,"    \
	" COUNT(DISTINCT m.prov) AS provinsi, COUNT(DISTINCT m.kab) AS kab"    \
	" FROM pembaca_total m FORCE INDEX (pembaca_total_lembaga)"            \
	" WHERE m.jumlah > 0 AND (? = 0 OR m.lembaga_id = ?)"                  \
	" GROUP BY m.lembaga_id) x JOIN lembaga l ON l.id = x.lembaga_id"      \
	" WHERE (? IS NULL OR l.nama LIKE ? OR l.kode = ?)"
#define KOLOM                                                                  \
	"SELECT l.id, l.kode, l.nama, x.r, x.rw, x.n, x.provinsi, x.kab" DARI
#define KURSOR(apa, banding)                                                   \
	" AND (? = 0 OR " apa " " banding " ? OR (" apa " = ?"                 \
	" AND l.id " banding " ?)) ORDER BY " apa
#define TURUN(apa) KURSOR(apa, "<") " DESC, l.id DESC LIMIT ?"
#define NAIK(apa)  KURSOR(apa, ">") ", l.id LIMIT ?"

SQL(Q_JUMLAH_NAIK, KOLOM NAIK("x.n"));
SQL(Q_JUMLAH_TURUN, KOLOM TURUN("x.n"));
SQL(Q_NAMA_NAIK, KOLOM NAIK("l.nama"));
SQL(Q_NAMA_TURUN, KOLOM TURUN("l.nama"));
SQL(Q_TOTAL, "SELECT COUNT(*)" DARI);

enum err peta_rekap(struct db *db, const struct pelaku *p,
		    const struct peta_rekap_saring *s, struct peta_baris **out,
		    size_t *n, int64_t *total)
{
	static struct sql *const q[2][2] = {
		{ &Q_JUMLAH_NAIK, &Q_JUMLAH_TURUN },
		{ &Q_NAMA_NAIK, &Q_NAMA_TURUN },
	};
	struct arena *a = db_arena(db);
	int64_t milik = (p->role & ROLE_DITJEN) != 0  ? 0 :
			(p->role & ROLE_PEMINTA) != 0 ? p->lembaga :
							-1;
	const char *mirip =
	    s->cari == NULL ?
		NULL :
		arena_printf(a, "%%%s%%", text_like(a, s->cari));
	const char *kunci = s->kunci == NULL ? "" : s->kunci;
	int64_t jumlah = 0;
	struct db_param k;
	struct rows *r;
	enum err e = db_one(db, &r, &Q_TOTAL, milik, milik, mirip, mirip,
			    s->cari);

	if (e != OK)
		return e;
	*total = db_int(r, 0);
	text_to_int(kunci, &jumlah);
	k = s->nama ? db_param_text(kunci) : db_param_int(jumlah);
	e = db_query(db, &r, q[s->nama][s->turun != s->mundur], milik, milik,
		     mirip, mirip, s->cari, s->id, k, k, s->id, s->banyak);
	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(a, *n + 1, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		(*out)[s->mundur ? *n - 1 - i : i] = (struct peta_baris){
			.id = db_int(r, 0),
			.kode = db_text(r, 1),
			.nama = db_text(r, 2),
			.r = db_int(r, 3),
			.rw = db_int(r, 4),
			.jumlah = db_int(r, 5),
			.lembaga = 1,
			.provinsi = db_int(r, 6),
			.kabkota = db_int(r, 7),
		};
	return OK;
}
