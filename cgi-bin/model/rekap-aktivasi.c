/*
 * rekap-aktivasi.c - see rekap.h: requests for activation, and what became of
 * cards.
 */
#include "rekap.h"
#include "aktivasi.h"
#include "lingkup.h"

#include <stdlib.h>
#include <string.h>

/*
 * Each by day or by institution, over all or one institution (0: all), from
 * an index alone.  Parameters: zone (by day), institution twice, first and
 * last moment.
 */
#define LOKAL(kolom) "TO_DAYS(" kolom " + INTERVAL ? HOUR)"
#define MINTA(kunci)                                                           \
	"SELECT " kunci " AS k, x.status, COUNT(*), SUM(x.jumlah)"             \
	" FROM aktivasi x FORCE INDEX (aktivasi_rekap)"                        \
	" WHERE (? = 0 OR x.lembaga_id = ?) AND x.dibuat >= ?"                 \
	" AND x.dibuat < ? AND (? = 1 OR x.status <> 'baru')"                  \
	" GROUP BY k, x.status"
SQL(Q_MINTA_HARI, MINTA(LOKAL("x.dibuat")));
SQL(Q_MINTA_LEMBAGA, MINTA("x.lembaga_id"));
SQL(Q_MINTA_STATUS, MINTA("x.status"));
#define TERBIT(kunci)                                                          \
	"SELECT " kunci " AS k, SUM(m.pendahulu_id IS NULL),"                  \
	" SUM(m.pendahulu_id IS NOT NULL)"                                     \
	" FROM manifes m FORCE INDEX (manifes_terbit)"                         \
	" WHERE (? = 0 OR m.lembaga_id = ?) AND m.diterbitkan >= ?"            \
	" AND m.diterbitkan < ? GROUP BY k"
SQL(Q_TERBIT_HARI, TERBIT(LOKAL("m.diterbitkan")));
SQL(Q_TERBIT_LEMBAGA, TERBIT("m.lembaga_id"));
#define HENTI(kunci)                                                           \
	"SELECT " kunci " AS k, COUNT(*), 0"                                   \
	" FROM manifes m FORCE INDEX (manifes_henti)"                          \
	" WHERE (? = 0 OR m.lembaga_id = ?) AND m.tidak_berlaku >= ?"          \
	" AND m.tidak_berlaku < ?"                                             \
	" AND m.status IN ('dicabut', 'berakhir') GROUP BY k"
SQL(Q_HENTI_HARI, HENTI(LOKAL("m.tidak_berlaku")));
SQL(Q_HENTI_LEMBAGA, HENTI("m.lembaga_id"));
SQL(Q_NAMA, "SELECT id, kode, nama FROM lembaga WHERE jenis <> 'produsen'");

/* What the row's figures come from. */
struct kerja {
	struct db *db;
	const struct rekap_saring *s;
	struct rekap_rentang t;
	int64_t lembaga;
	bool draf;
	struct rekap *out;
	size_t maks;
};

static void kolom(struct kerja *w)
{
	struct rekap_kolom k[REKAP_KOLOM + 1] = { 0 };
	enum rekap_per per = w->s->per;
	size_t n = 0;

	for (size_t i = 0; per != PER_STATUS && aktivasi_status[i] != NULL; i++)
		if (w->draf || strcmp(aktivasi_status[i], "baru") != 0)
			k[n++].kode = aktivasi_status[i];
	k[n++].kode = "permintaan";
	k[n++].kode = "kartu";
	if (per != PER_STATUS) {
		k[n++].kode = "diaktifkan";
		k[n++].kode = "pengganti";
		k[n++].kode = "berhenti";
	}
	rekap_mulai(w->out, per, k);
	w->out->utama = per == PER_STATUS ? 0 : (int)n - 3;
}

static struct rekap_baris *cari(struct kerja *w, const struct rows *r)
{
	const char *kunci = db_text(r, 0);
	struct rekap_baris *b;

	if (w->s->per <= PER_TAHUN)
		return rekap_hari(w->out, w->s->dari,
				  (hari_t)(db_int(r, 0) - REKAP_HARI_NOL));
	for (size_t i = 0; i < w->out->n; i++)
		if (strcmp(w->out->baris[i].kunci, kunci) == 0)
			return &w->out->baris[i];
	b = rekap_tambah(db_arena(w->db), w->out, &w->maks);
	b->kunci = kunci;
	return b;
}

/* draf: the statement also asks whether drafts count. */
static enum err tanya(struct kerja *w, struct sql *hari, struct sql *lain,
		      bool draf, struct rows **r)
{
	struct db_param p[6];
	size_t n = 0;

	if (w->s->per <= PER_TAHUN)
		p[n++] = db_param_int(w->t.zona);
	p[n++] = db_param_int(w->lembaga);
	p[n++] = db_param_int(w->lembaga);
	p[n++] = db_param_text(w->t.awal);
	p[n++] = db_param_text(w->t.akhir);
	if (draf)
		p[n++] = db_param_int(w->draf);
	return db_query_params(w->db, r, w->s->per <= PER_TAHUN ? hari : lain,
			       p, n);
}

static enum err minta(struct kerja *w)
{
	size_t k, n = w->out->n_kolom - (w->s->per == PER_STATUS ? 0 : 3);
	struct rows *r;
	enum err e =
	    tanya(w, &Q_MINTA_HARI,
		  w->s->per == PER_STATUS ? &Q_MINTA_STATUS : &Q_MINTA_LEMBAGA,
		  true, &r);

	while (e == OK && db_next(r)) {
		struct rekap_baris *b = cari(w, r);

		if (b == NULL)
			continue;
		for (k = 0; k < n; k++)
			if (strcmp(w->out->kolom[k].kode, db_text(r, 1)) == 0)
				b->n[k] += db_int(r, 2);
		b->n[n - 2] += db_int(r, 2);
		b->n[n - 1] += db_int(r, 3);
	}
	return e;
}

/* One of the two about manifests, its figures from column k on. */
static enum err manifes(struct kerja *w, struct sql *hari, struct sql *lembaga,
			size_t k)
{
	struct rows *r;
	enum err e = tanya(w, hari, lembaga, false, &r);

	while (e == OK && db_next(r)) {
		struct rekap_baris *b = cari(w, r);

		if (b == NULL)
			continue;
		b->n[k] += db_int(r, 1);
		if (k + 1 < w->out->n_kolom)
			b->n[k + 1] += db_int(r, 2);
	}
	return e;
}

static enum err beri_nama(struct kerja *w)
{
	struct rows *r;
	enum err e = db_query(w->db, &r, &Q_NAMA);

	while (e == OK && db_next(r))
		for (size_t i = 0; i < w->out->n; i++) {
			struct rekap_baris *b = &w->out->baris[i];

			if (b->nama != NULL ||
			    strcmp(b->kunci, db_text(r, 0)) != 0)
				continue;
			b->kode = db_text(r, 1);
			b->nama = db_text(r, 2);
			break;
		}
	return e;
}

enum err rekap_aktivasi(struct db *db, const struct pelaku *p,
			const struct rekap_saring *s, struct rekap *out)
{
	struct lingkup l = lingkup_dari(p);
	struct kerja w = { .db = db,
			   .s = s,
			   .t = rekap_rentang(s->dari, s->sampai),
			   .lembaga = l.lembaga != 0 ? l.lembaga : s->lembaga,
			   .draf = (p->role & ROLE_PEMINTA) != 0,
			   .out = out };
	size_t k;
	enum err e;

	kolom(&w);
	/* Producers have no part in it. */
	if (l.lembaga == 0 && !l.semua)
		return OK;
	rekap_waktu(db_arena(db), out, s->dari, s->sampai);
	for (size_t i = 0; s->per == PER_STATUS && aktivasi_status[i] != NULL;
	     i++)
		if (w.draf || strcmp(aktivasi_status[i], "baru") != 0)
			rekap_tambah(db_arena(db), out, &w.maks)->kunci =
			    aktivasi_status[i];
	e = minta(&w);
	k = out->n_kolom - 3;
	if (e == OK && s->per != PER_STATUS)
		e = manifes(&w, &Q_TERBIT_HARI, &Q_TERBIT_LEMBAGA, k);
	if (e == OK && s->per != PER_STATUS)
		e = manifes(&w, &Q_HENTI_HARI, &Q_HENTI_LEMBAGA, k + 2);
	if (e == OK && s->per == PER_LEMBAGA)
		e = beri_nama(&w);
	if (e != OK)
		return e;
	if (s->per == PER_LEMBAGA)
		rekap_urutkan(db_arena(db), out, k);
	rekap_jumlahkan(out);
	return OK;
}
