/*
 * balikan-jejak.c - see balikan-jejak.h.
 *
 * From the top level down: NIKs whose row can take them stay there, those of
 * rows that are or become too long go down a level.  A row that has become too
 * long stays so, so it is found by reading, without a lock that would make
 * parts of a great file wait for each other.
 */
#include "balikan-jejak.h"

#include <string.h>
#include <zlib.h>

/* 10 to that: what is cut off a NIK for its key, before the zeros. */
static const uint64_t potong[JEJAK_TINGKAT] = { 1000000000000, 10000000000,
						100000000 };

static const size_t maks[JEJAK_TINGKAT] = JEJAK_MAKS;

#define SATUAN   100000000
#define KELOMPOK 15 /* rows of a statement: 61 parameters */
#define TANYA    63

#define D4(x)  x "," x "," x "," x
#define D15(x) D4(x) "," D4(x) "," D4(x) "," x "," x "," x

#define SISIP                                                                  \
	"INSERT INTO balikan_jejak (blok, lembaga_id, jumlah, sidik) VALUES "
#define ATAU                                                                   \
	" ON DUPLICATE KEY UPDATE sidik = IF(LENGTH(sidik)"                    \
	" + LENGTH(VALUES(sidik)) <= ?, CONCAT(sidik, VALUES(sidik)), NULL),"  \
	" jumlah = jumlah + VALUES(jumlah)"
#define HASIL " RETURNING blok, jumlah, sidik IS NULL"

SQL(Q_ATAS, SISIP "(?, ?, ?, ?)" ATAU HASIL);
SQL(Q_ATAS_BANYAK, SISIP D15("(?, ?, ?, ?)") ATAU HASIL);
SQL(Q_BAWAH, SISIP "(?, ?, ?, ?)" ATAU);
SQL(Q_BAWAH_BANYAK, SISIP D15("(?, ?, ?, ?)") ATAU);
SQL(Q_PENUH,
    "SELECT blok FROM balikan_jejak WHERE lembaga_id = ? AND blok IN (" D4(
	D4("?, ?, ?")) ", " D4("?, ?, ?") ", ?, ?, ?) AND sidik IS NULL");
/* Its rows of a beginning: they were few until now. */
SQL(Q_NIK, "SELECT nik FROM balikan WHERE lembaga_id = ? AND nik >= ?"
	   " AND nik < ? ORDER BY nik");

/* NIKs that begin alike. */
struct golongan {
	uint32_t blok;
	const uint64_t *nik;
	size_t n;
	bool penuh; /* they go down a level */
	bool pecah; /* just now, and with older ones */
};

struct tulis {
	struct db *db;
	int64_t lembaga;
	unsigned tingkat;
	struct golongan *g;
	size_t n;
};

uint32_t jejak_blok(uint64_t nik, unsigned tingkat)
{
	return (uint32_t)(nik / potong[tingkat] * (potong[tingkat] / SATUAN));
}

void jejak_sidik(uint64_t nik, unsigned char out[JEJAK_SIDIK])
{
	unsigned char digit[20];
	size_t n = sizeof(digit);
	uint32_t crc;

	do {
		digit[--n] = (unsigned char)('0' + nik % 10);
		nik /= 10;
	} while (nik != 0);
	crc = (uint32_t)crc32(0, digit + n, (unsigned)(sizeof(digit) - n));
	out[0] = (unsigned char)(crc >> 16);
	out[1] = (unsigned char)(crc >> 8);
	out[2] = (unsigned char)crc;
}

static void golongkan(struct tulis *t, struct arena *a, const uint64_t *nik,
		      size_t n)
{
	size_t cap = 0;

	t->g = NULL;
	t->n = 0;
	for (size_t i = 0; i < n; i++) {
		uint32_t blok = jejak_blok(nik[i], t->tingkat);

		if (t->n == 0 || t->g[t->n - 1].blok != blok) {
			t->g = arena_grow(a, t->g, t->n, &cap, sizeof(*t->g));
			t->g[t->n++] =
			    (struct golongan){ .blok = blok, .nik = nik + i };
		}
		t->g[t->n - 1].n++;
	}
}

static struct golongan *cari(struct tulis *t, size_t dari, uint32_t blok)
{
	while (dari < t->n && t->g[dari].blok != blok)
		dari++;
	return dari < t->n ? &t->g[dari] : NULL;
}

/* Which of them are too long already.  Many have few NIKs each: rows that other
   parts hardly share, and writing tells the same. */
static enum err tandai_penuh(struct tulis *t)
{
	struct db_param p[1 + TANYA];
	struct rows *r;
	enum err e;

	if (t->n > TANYA)
		return OK;
	p[0] = db_param_int(t->lembaga);
	for (size_t k = 0; k < TANYA; k++)
		p[1 + k] = db_param_int(t->g[k < t->n ? k : 0].blok);
	e = db_query_params(t->db, &r, &Q_PENUH, p, 1 + TANYA);
	while (e == OK && db_next(r)) {
		struct golongan *g = cari(t, 0, (uint32_t)db_int(r, 0));

		if (g != NULL)
			g->penuh = true;
	}
	return e;
}

static void isi_param(struct tulis *t, const struct golongan *g,
		      struct db_param p[4])
{
	unsigned char *s = NULL;

	if (g->n <= maks[t->tingkat]) {
		s = arena_raw(db_arena(t->db), g->n * JEJAK_SIDIK);
		for (size_t i = 0; i < g->n; i++)
			jejak_sidik(g->nik[i], s + i * JEJAK_SIDIK);
	}
	p[0] = db_param_int(g->blok);
	p[1] = db_param_int(t->lembaga);
	p[2] = db_param_int((int64_t)g->n);
	p[3] = db_param_blob((struct blob){ s, g->n * JEJAK_SIDIK });
}

/* Which of the rows just written from group dari on are too long now. */
static void catat_penuh(struct tulis *t, size_t dari, struct rows *r)
{
	while (db_next(r)) {
		struct golongan *g = cari(t, dari, (uint32_t)db_int(r, 0));
		int64_t dulu;

		if (g == NULL || db_int(r, 2) == 0)
			continue;
		dulu = db_int(r, 1) - (int64_t)g->n;
		g->penuh = true;
		/* Above the limit it was too long already. */
		g->pecah = dulu > 0 && dulu <= (int64_t)maks[t->tingkat];
	}
}

static enum err tulis_beberapa(struct tulis *t, const size_t *mana, size_t n)
{
	bool atas = t->tingkat + 1 < JEJAK_TINGKAT;
	struct db_param p[4 * KELOMPOK + 1];
	struct sql *q;
	struct rows *r;
	enum err e;

	for (size_t i = 0; i < n; i++)
		isi_param(t, &t->g[mana[i]], p + 4 * i);
	p[4 * n] = db_param_int((int64_t)(maks[t->tingkat] * JEJAK_SIDIK));
	if (!atas) {
		q = n == 1 ? &Q_BAWAH : &Q_BAWAH_BANYAK;
		return db_exec_params(t->db, q, p, 4 * n + 1);
	}
	q = n == 1 ? &Q_ATAS : &Q_ATAS_BANYAK;
	e = db_query_params(t->db, &r, q, p, 4 * n + 1);
	if (e == OK)
		catat_penuh(t, mana[0], r);
	return e;
}

static enum err tulis_tingkat(struct tulis *t)
{
	size_t mana[KELOMPOK];
	size_t n = 0;
	enum err e = OK;

	for (size_t i = 0; e == OK && i < t->n; i++) {
		if (t->g[i].penuh)
			continue;
		mana[n++] = i;
		if (n == KELOMPOK) {
			e = tulis_beberapa(t, mana, n);
			n = 0;
		}
	}
	for (size_t i = 0; e == OK && i < n; i++)
		e = tulis_beberapa(t, mana + i, 1);
	return e;
}

/* Append the NIKs of a group that has to be split: its own and the table's,
   which holds them too when the caller has kept to the order. */
static enum err baca_lama(struct tulis *t, const struct golongan *g,
			  uint64_t **out, size_t *n, size_t *cap)
{
	const uint64_t dari =
	    g->nik[0] / potong[t->tingkat] * potong[t->tingkat];
	struct arena *a = db_arena(t->db);
	size_t i = 0;
	struct rows *r;
	enum err e = db_query(t->db, &r, &Q_NIK, t->lembaga, (int64_t)dari,
			      (int64_t)(dari + potong[t->tingkat]));

	while (e == OK && db_next(r)) {
		uint64_t nik = (uint64_t)db_int(r, 0);

		for (; i < g->n && g->nik[i] <= nik; i++) {
			if (g->nik[i] == nik)
				continue;
			*out = arena_grow(a, *out, *n, cap, sizeof(**out));
			(*out)[(*n)++] = g->nik[i];
		}
		*out = arena_grow(a, *out, *n, cap, sizeof(**out));
		(*out)[(*n)++] = nik;
	}
	for (; e == OK && i < g->n; i++) {
		*out = arena_grow(a, *out, *n, cap, sizeof(**out));
		(*out)[(*n)++] = g->nik[i];
	}
	return e;
}

/* What goes down a level, ascending. */
static enum err turunkan(struct tulis *t, uint64_t **out, size_t *n)
{
	struct arena *a = db_arena(t->db);
	size_t cap = 0;
	enum err e = OK;

	*out = NULL;
	*n = 0;
	for (size_t i = 0; e == OK && i < t->n; i++) {
		const struct golongan *g = &t->g[i];

		if (g->pecah) {
			e = baca_lama(t, g, out, n, &cap);
			continue;
		}
		for (size_t k = 0; g->penuh && k < g->n; k++) {
			*out = arena_grow(a, *out, *n, &cap, sizeof(**out));
			(*out)[(*n)++] = g->nik[k];
		}
	}
	return e;
}

enum err balikan_jejak_tambah(struct db *db, int64_t lembaga,
			      const uint64_t *nik, size_t n)
{
	struct tulis t = { .db = db, .lembaga = lembaga };
	uint64_t *turun;
	enum err e = OK;

	for (t.tingkat = 0; e == OK && n > 0; t.tingkat++) {
		golongkan(&t, db_arena(db), nik, n);
		if (t.tingkat + 1 == JEJAK_TINGKAT)
			return tulis_tingkat(&t);
		e = tandai_penuh(&t);
		if (e == OK)
			e = tulis_tingkat(&t);
		if (e == OK)
			e = turunkan(&t, &turun, &n);
		nik = turun;
	}
	return e;
}
