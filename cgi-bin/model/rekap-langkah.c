/*
 * rekap-langkah.c - see rekap.h: working days of the steps against their
 * norms.
 */
#include "rekap.h"
#include "lingkup.h"
#include "pengaturan.h"
#include "rencana.h"

#include <stdlib.h>
#include <string.h>

#define SELURUHNYA (LANGKAH_N + 1)

/*
 * From the histogram; for one institution from its own tickets, which no
 * histogram has.  Parameters: first and last month (202611), step (0: every),
 * producer, kind; and the institution.  Rows by what they stand for, then by
 * days.
 */
#define HISTOGRAM(kunci)                                                       \
	"SELECT " kunci                                                        \
	" AS k, x.hari, SUM(x.jumlah) FROM langkah_histogram x"                \
	" WHERE x.bulan BETWEEN ? AND ? AND ? IN (0, x.langkah)"               \
	" AND ? IN (0, x.produsen_id) AND (? IS NULL OR x.jenis = ?)"          \
	" AND ? = 0 GROUP BY k, x.hari ORDER BY k, x.hari"
#define TIKET(kunci)                                                           \
	"SELECT " kunci " AS k, x.hari, COUNT(*) FROM langkah_selesai x"       \
	" WHERE x.bulan BETWEEN ? AND ? AND ? IN (0, x.langkah)"               \
	" AND ? IN (0, x.produsen_id) AND (? IS NULL OR x.jenis = ?)"          \
	" AND x.lembaga_id = ? GROUP BY k, x.hari ORDER BY k, x.hari"
#define DUA(id, kunci)                                                         \
	SQL(Q_##id, HISTOGRAM(kunci));                                         \
	SQL(Q_##id##_TIKET, TIKET(kunci))
DUA(LANGKAH, "x.langkah");
DUA(BULAN, "x.bulan");
DUA(JENIS, "x.jenis");
DUA(PRODUSEN, "x.produsen_id");
SQL(Q_NAMA, "SELECT id, kode, nama FROM lembaga WHERE jenis = 'produsen'"
	    " ORDER BY id");

enum { TIKET_N, MEDIAN, P90, TERLAMA, NORMA, TERLAMBAT };

static const struct rekap_kolom kolom[] = {
	{ "tiket", RUPA_ANGKA }, { "median", RUPA_SEPULUH },
	{ "p90", RUPA_ANGKA },   { "terlama", RUPA_ANGKA },
	{ "norma", RUPA_ANGKA }, { "terlambat", RUPA_ANGKA },
	{ NULL, RUPA_ANGKA },
};

/* Norm of step 1..5; of the whole all of them together. */
static int32_t norma(struct db *db, int langkah)
{
	static const char *const nama[LANGKAH_N] = {
		"norma_surat", "norma_disposisi", "norma_personalisasi",
		"norma_dokumen", "norma_serah_terima"
	};
	int64_t n = 0;

	for (int i = 0; i < LANGKAH_N; i++)
		if (langkah == i + 1 || langkah == SELURUHNYA)
			n += pengaturan_angka(db, nama[i],
					      norma_bawaan[i].terlama);
	return (int32_t)n;
}

static void isi(struct rekap_baris *b, const struct tumpuk *t, size_t n,
		int32_t batas)
{
	struct sebaran s = sebaran_hitung(t, n, batas);

	b->n[TIKET_N] = s.n;
	b->n[MEDIAN] = s.median_sepuluh;
	b->n[P90] = s.p90;
	b->n[TERLAMA] = s.terlama;
	b->n[NORMA] = batas;
	b->n[TERLAMBAT] = s.terlambat;
}

static int banding_hari(const void *a, const void *b)
{
	const struct tumpuk *x = a, *y = b;

	return (x->hari > y->hari) - (x->hari < y->hari);
}

static struct sql *pilih(enum rekap_per per, bool tiket)
{
	switch (per) {
	case PER_BULAN:
		return tiket ? &Q_BULAN_TIKET : &Q_BULAN;
	case PER_PRODUSEN:
		return tiket ? &Q_PRODUSEN_TIKET : &Q_PRODUSEN;
	case PER_JENIS:
		return tiket ? &Q_JENIS_TIKET : &Q_JENIS;
	default:
		return tiket ? &Q_LANGKAH_TIKET : &Q_LANGKAH;
	}
}

static int langkah_dari(const struct rekap_saring *s, size_t baris)
{
	return s->per == PER_LANGKAH ? (int)baris + 1 : s->langkah;
}

/* Rows that are there whatever happened: each step, each month. */
static void siapkan(struct db *db, const struct rekap_saring *s,
		    struct rekap *out, size_t *maks)
{
	static const char *const nomor[] = { "1", "2", "3", "4", "5", "6" };
	struct arena *a = db_arena(db);

	rekap_mulai(out, s->per, kolom);
	out->utama = MEDIAN;
	out->banding = P90;
	rekap_waktu(a, out, s->dari, s->sampai);
	for (size_t i = 0; s->per == PER_LANGKAH && i < SELURUHNYA; i++)
		rekap_tambah(a, out, maks)->kunci = nomor[i];
	for (size_t i = 0; i < out->n; i++)
		isi(&out->baris[i], NULL, 0, norma(db, langkah_dari(s, i)));
	isi(&out->jumlah, NULL, 0, norma(db, s->langkah));
}

/* The row of a key: a step or month that is there, else a new one; NULL for
   a month outside. */
static struct rekap_baris *cari(struct arena *a, struct rekap *out,
				const struct rekap_saring *s, const char *kunci,
				size_t *maks)
{
	long k = strtol(kunci, NULL, 10);
	struct rekap_baris *b;
	hari_t h = 0;

	if (s->per == PER_LANGKAH)
		return k >= 1 && k <= SELURUHNYA ? &out->baris[k - 1] : NULL;
	if (s->per == PER_BULAN)
		return hari_dari((int)(k / 100), (int)(k % 100), 28, &h) ?
			   rekap_hari(out, s->dari, h) :
			   NULL;
	b = rekap_tambah(a, out, maks);
	b->kunci = kunci;
	return b;
}

/* The bars, by key and day, to the rows they belong to; then all together. */
static void bagikan(struct db *db, const struct rekap_saring *s,
		    struct rekap *out, struct rows *r, size_t *maks)
{
	struct arena *a = db_arena(db);
	size_t n = db_count(r), i = 0, j;
	struct tumpuk *t = arena_array(a, n + 1, sizeof(*t));
	const char **kunci = arena_array(a, n + 1, sizeof(*kunci));

	for (; db_next(r); i++) {
		kunci[i] = db_text(r, 0);
		t[i] = (struct tumpuk){ (int32_t)db_int(r, 1), db_int(r, 2) };
	}
	for (i = 0; i < n; i = j) {
		struct rekap_baris *b = cari(a, out, s, kunci[i], maks);

		for (j = i + 1; j < n && strcmp(kunci[j], kunci[i]) == 0; j++)
			;
		if (b == NULL)
			continue;
		isi(b, &t[i], j - i,
		    norma(db, langkah_dari(s, (size_t)(b - out->baris))));
	}
	if (s->per == PER_LANGKAH)
		return; /* the whole is a row of its own */
	qsort(t, n, sizeof(*t), banding_hari);
	isi(&out->jumlah, t, n, norma(db, s->langkah));
}

static enum err beri_nama(struct db *db, struct rekap *out)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_NAMA);

	while (e == OK && db_next(r))
		for (size_t i = 0; i < out->n; i++)
			if (strcmp(out->baris[i].kunci, db_text(r, 0)) == 0) {
				out->baris[i].kode = db_text(r, 1);
				out->baris[i].nama = db_text(r, 2);
			}
	return e;
}

/* Without rows whose tickets were taken away again. */
static void buang_kosong(struct rekap *out)
{
	size_t n = 0;

	for (size_t i = 0; i < out->n; i++)
		if (out->baris[i].n[TIKET_N] > 0)
			out->baris[n++] = out->baris[i];
	out->n = n;
}

static int64_t bulan(hari_t h)
{
	struct tanggal t = hari_pecah(h);

	return t.tahun * 100 + t.bulan;
}

enum err rekap_langkah(struct db *db, const struct pelaku *p,
		       const struct rekap_saring *s, struct rekap *out)
{
	struct lingkup l = lingkup_dari(p);
	int64_t lembaga = l.lembaga != 0 ? l.lembaga : s->lembaga;
	int64_t produsen = l.produsen != 0 ? l.produsen : s->produsen;
	struct rows *r;
	size_t maks = 0;
	enum err e;

	siapkan(db, s, out, &maks);
	if (l.lembaga == 0 && l.produsen == 0 && !l.semua)
		return OK;
	e = db_query(db, &r, pilih(s->per, lembaga != 0), bulan(s->dari),
		     bulan(s->sampai), s->per == PER_LANGKAH ? 0 : s->langkah,
		     produsen, s->jenis, s->jenis, lembaga);
	if (e != OK)
		return e;
	bagikan(db, s, out, r, &maks);
	if (s->per == PER_PRODUSEN)
		e = beri_nama(db, out);
	if (s->per == PER_PRODUSEN || s->per == PER_JENIS) {
		buang_kosong(out);
		rekap_urutkan(db_arena(db), out, TIKET_N);
	}
	return e;
}
