/*
 * rekap-permintaan.c - see rekap.h: requests by period, institution,
 * producer, state and function.
 */
#include "rekap.h"
#include "lingkup.h"
#include "permintaan.h"

#include <string.h>

/*
 * Every recap three times, each tied to the index that it is read from alone:
 * all requests, those of one producer, those of one institution.  Parameters:
 * zone in hours (where the row is a day), institution, producer, first and
 * last moment, state, function, and whether drafts count.
 */
#define SARING                                                                 \
	" AND p.dibuat >= ? AND p.dibuat < ? AND (? IS NULL OR p.status = ?)"  \
	" AND (? IS NULL OR p.fungsi = ?) AND (? = 1 OR p.status <> 'baru')"   \
	" GROUP BY k, p.status) x"
#define SEMUA                                                                  \
	" FROM permintaan p FORCE INDEX (permintaan_rekap)"                    \
	" WHERE ? = 0 AND ? = 0" SARING
#define PRODUSEN                                                               \
	" FROM permintaan p FORCE INDEX (permintaan_rekap_p)"                  \
	" WHERE ? = 0 AND p.produsen_id = ?" SARING
#define LEMBAGA                                                                \
	" FROM permintaan p FORCE INDEX (permintaan_rekap_l)"                  \
	" WHERE p.lembaga_id = ? AND ? IN (0, p.produsen_id)" SARING
#define HITUNG ", p.status, COUNT(*) AS n, SUM(p.jumlah) AS kartu"
#define TIGA(id, awal, kunci, akhir)                                           \
	SQL(Q_##id##_SEMUA, awal "(SELECT " kunci " AS k" HITUNG SEMUA akhir); \
	SQL(Q_##id##_PRODUSEN,                                                 \
	    awal "(SELECT " kunci " AS k" HITUNG PRODUSEN akhir);              \
	SQL(Q_##id##_LEMBAGA,                                                  \
	    awal "(SELECT " kunci " AS k" HITUNG LEMBAGA akhir)

#define TANPA_NAMA "SELECT x.k, x.status, x.n, x.kartu, NULL, NULL FROM "
#define BERNAMA    "SELECT x.k, x.status, x.n, x.kartu, l.kode, l.nama FROM "
#define LOKAL      "p.dibuat + INTERVAL ? HOUR"
TIGA(HARI, TANPA_NAMA, "TO_DAYS(" LOKAL ")", "");
TIGA(BULAN, TANPA_NAMA, "EXTRACT(YEAR_MONTH FROM " LOKAL ")", "");
TIGA(TAHUN, TANPA_NAMA, "YEAR(" LOKAL ")", "");
TIGA(LEMBAGA, BERNAMA, "p.lembaga_id",
     " STRAIGHT_JOIN lembaga l ON l.id = x.k ORDER BY x.k");
TIGA(PRODUSEN, BERNAMA, "p.produsen_id",
     " STRAIGHT_JOIN lembaga l ON l.id = x.k ORDER BY x.k");
TIGA(STATUS, TANPA_NAMA, "p.status", "");
TIGA(FUNGSI, TANPA_NAMA, "p.fungsi", " ORDER BY x.k");

static struct sql *const kueri[][3] = {
#define BARIS(per, id)                                                         \
	[per] = { &Q_##id##_SEMUA, &Q_##id##_PRODUSEN, &Q_##id##_LEMBAGA }
	BARIS(PER_HARI, HARI),         BARIS(PER_BULAN, BULAN),
	BARIS(PER_TAHUN, TAHUN),       BARIS(PER_LEMBAGA, LEMBAGA),
	BARIS(PER_PRODUSEN, PRODUSEN), BARIS(PER_STATUS, STATUS),
	BARIS(PER_FUNGSI, FUNGSI),
};

/* A column for each state, then the two that are always there. */
static void kolom(struct rekap *out, enum rekap_per per, bool draf)
{
	struct rekap_kolom k[REKAP_KOLOM + 1] = { 0 };
	size_t n = 0;

	for (size_t i = 0; per != PER_STATUS && permintaan_status[i] != NULL;
	     i++)
		if (draf || strcmp(permintaan_status[i], "baru") != 0)
			k[n++].kode = permintaan_status[i];
	k[n++].kode = "permintaan";
	k[n].kode = "kartu";
	rekap_mulai(out, per, k);
	out->utama = (int)n - 1;
}

/* The row of the statement's key; *maks: room. */
static struct rekap_baris *cari(struct arena *a, struct rekap *out,
				const struct rekap_saring *s,
				const struct rows *r, size_t *maks)
{
	const char *kunci = db_text(r, 0);
	struct rekap_baris *b;
	int64_t k = db_int(r, 0);
	hari_t h = 0;

	if (s->per == PER_HARI)
		return rekap_hari(out, s->dari, (hari_t)(k - REKAP_HARI_NOL));
	if (s->per == PER_BULAN || s->per == PER_TAHUN)
		return hari_dari((int)(s->per == PER_BULAN ? k / 100 : k),
				 s->per == PER_BULAN ? (int)(k % 100) : 12, 28,
				 &h) ?
			   rekap_hari(out, s->dari, h) :
			   NULL;
	for (size_t i = 0; i < out->n; i++)
		if (strcmp(out->baris[i].kunci, kunci) == 0)
			return &out->baris[i];
	b = rekap_tambah(a, out, maks);
	b->kunci = kunci;
	b->kode = db_text(r, 4);
	b->nama = db_text(r, 5);
	return b;
}

static void isi(struct rekap *out, struct rekap_baris *b, const struct rows *r)
{
	for (size_t k = 0; k < out->n_kolom; k++)
		if (strcmp(out->kolom[k].kode, db_text(r, 1)) == 0)
			b->n[k] += db_int(r, 2);
	b->n[out->n_kolom - 2] += db_int(r, 2);
	b->n[out->n_kolom - 1] += db_int(r, 3);
}

enum err rekap_permintaan(struct db *db, const struct pelaku *p,
			  const struct rekap_saring *s, struct rekap *out)
{
	struct rekap_rentang t = rekap_rentang(s->dari, s->sampai);
	struct lingkup l = lingkup_dari(p);
	bool draf = (p->role & ROLE_PEMINTA) != 0;
	int64_t lembaga = l.lembaga != 0 ? l.lembaga : s->lembaga;
	int64_t produsen = l.produsen != 0 ? l.produsen : s->produsen;
	struct arena *a = db_arena(db);
	struct db_param q[11];
	struct rows *r;
	size_t n = 0, maks = 0;
	enum err e;

	kolom(out, s->per, draf);
	if (l.lembaga == 0 && l.produsen == 0 && !l.semua)
		return OK;
	if (s->per <= PER_TAHUN)
		q[n++] = db_param_int(t.zona);
	q[n++] = db_param_int(lembaga);
	q[n++] = db_param_int(produsen);
	q[n++] = db_param_text(t.awal);
	q[n++] = db_param_text(t.akhir);
	q[n++] = db_param_text(s->status);
	q[n++] = db_param_text(s->status);
	q[n++] = db_param_text(s->fungsi);
	q[n++] = db_param_text(s->fungsi);
	q[n++] = db_param_int(draf);
	e = db_query_params(
	    db, &r, kueri[s->per][lembaga != 0 ? 2 : produsen != 0], q, n);
	if (e != OK)
		return e;
	rekap_waktu(a, out, s->dari, s->sampai);
	for (size_t i = 0; s->per == PER_STATUS && permintaan_status[i] != NULL;
	     i++)
		if (draf || strcmp(permintaan_status[i], "baru") != 0)
			rekap_tambah(a, out, &maks)->kunci =
			    permintaan_status[i];
	while (db_next(r)) {
		struct rekap_baris *b = cari(a, out, s, r, &maks);

		if (b != NULL)
			isi(out, b, r);
	}
	if (s->per == PER_LEMBAGA || s->per == PER_PRODUSEN)
		rekap_urutkan(a, out, (size_t)out->utama);
	rekap_jumlahkan(out);
	return OK;
}
