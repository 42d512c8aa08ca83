/*
 * aktivasi-baris.c - the rows of a request for activation: read, typed or
 * imported, checked against the ticket, replaced (aktivasi.h).
 */
#include "aktivasi.h"
#include "kartu.h"
#include "../lib/csv.h"
#include "../lib/tabel.h"
#include "../lib/text.h"

#include <stdlib.h>
#include <string.h>

/* A list is at most as long as a request, plus a heading. */
static const struct tabel_batas batas = {
	.kolom = 16,
	.sel_bytes = 2000,
	.baris_bytes = 4000,
	.baris = 100001,
	.entri = 200,
	.urai_bytes = 200u * 1024 * 1024,
	.rasio = 400,
	.teks_bytes = 64u * 1024 * 1024,
	.sel = 1600000,
	.cpu_s = 20,
	.tunggu_s = 40,
	.memori_bytes = 256u * 1024 * 1024,
};

/* --- reading --- */

SQL(Q_BARIS, "SELECT r.urut, k.id, k.seri_kartu, k.sam_id, k.pcid,"
	     " r.seri_mesin, r.outlet, r.alamat, k.status"
	     " FROM aktivasi_kartu r STRAIGHT_JOIN kartu k"
	     " ON k.id = r.kartu_id WHERE r.aktivasi_id = ?"
	     " AND r.urut BETWEEN ? AND ? ORDER BY r.urut");

enum err aktivasi_baris(struct db *db, int64_t id, int64_t dari, int64_t sampai,
			struct aktivasi_baris **out, size_t *n)
{
	struct rows *r;
	struct aktivasi_baris *b;
	enum err e = db_query(db, &r, &Q_BARIS, id, dari, sampai);

	*n = 0;
	if (e != OK)
		return e;
	*n = db_count(r);
	b = arena_array(db_arena(db), *n + 1, sizeof(*b));
	*out = b;
	for (; db_next(r); b++)
		*b = (struct aktivasi_baris){
			.urut = db_int(r, 0),
			.kartu_id = db_int(r, 1),
			.seri_kartu = db_text(r, 2),
			.sam_id = db_text(r, 3),
			.pcid = db_text(r, 4),
			.seri_mesin = db_text(r, 5),
			.outlet = db_text(r, 6),
			.alamat = db_text(r, 7),
			.status = db_text(r, 8),
		};
	return OK;
}

/* --- one row as typed --- */

static void lapor(struct aktivasi_set *s, struct aktivasi_ketik *b,
		  const char *ruas, const char *kode, const char *nilai,
		  int64_t lain)
{
	s->salah = arena_grow(s->a, s->salah, s->n_salah, &s->cap_salah,
			      sizeof(*s->salah));
	s->salah[s->n_salah++] =
	    (struct aktivasi_salah){ b->nomor, ruas, kode, nilai, lain };
	b->salah = true;
}

static void periksa_seri(struct aktivasi_set *s, struct aktivasi_ketik *b,
			 const char *ruas, const char *seri, const char *kosong,
			 const char *bentuk)
{
	if (*seri == '\0')
		lapor(s, b, ruas, kosong, seri, 0);
	else if (!seri_sah(seri))
		lapor(s, b, ruas, bentuk, seri, 0);
}

/* Text of a place, folded; NULL when empty. */
static const char *tempat(struct aktivasi_set *s, struct aktivasi_ketik *b,
			  const char *ruas, const char *kode, const char *teks,
			  size_t maks)
{
	const char *rapi = text_fold(s->a, teks == NULL ? "" : teks);

	if (text_length(rapi) > maks)
		lapor(s, b, ruas, kode, rapi, 0);
	return *rapi == '\0' ? NULL : rapi;
}

static struct aktivasi_ketik *tambah(struct aktivasi_set *s)
{
	s->baris = arena_grow(s->a, s->baris, s->n, &s->cap, sizeof(*s->baris));
	s->baris[s->n] = (struct aktivasi_ketik){ 0 };
	return &s->baris[s->n++];
}

void aktivasi_set_tambah(struct aktivasi_set *s,
			 const struct aktivasi_ketik *in)
{
	struct aktivasi_ketik *b = tambah(s);

	b->nomor = in->nomor;
	b->kartu = seri_rapi(s->a, in->kartu);
	b->mesin = seri_rapi(s->a, in->mesin);
	b->sam = seri_rapi(s->a, in->sam);
	/* Who has only the SAM ids may give those alone. */
	if (*b->kartu == '\0')
		b->kartu = b->sam;
	periksa_seri(s, b, "kartu", b->kartu, "kartu-kosong", "kartu-bentuk");
	periksa_seri(s, b, "mesin", b->mesin, "mesin-kosong", "mesin-bentuk");
	b->outlet = tempat(s, b, "outlet", "outlet-panjang", in->outlet,
			   AKTIVASI_OUTLET_MAKS);
	b->alamat = tempat(s, b, "alamat", "alamat-panjang", in->alamat,
			   AKTIVASI_ALAMAT_MAKS);
}

/* --- a file --- */

enum { KOL_KARTU, KOL_SAM, KOL_PCID, KOL_MESIN, KOL_OUTLET, KOL_ALAMAT };

static void periksa_angka(struct aktivasi_set *s, const struct baris *b,
			  size_t kolom, const char *ruas, const char *kode)
{
	struct aktivasi_ketik *k = &s->baris[s->n - 1];

	if (baris_terpotong(b, kolom))
		lapor(s, k, ruas, kode, b->sel[kolom].p, 0);
}

enum err aktivasi_set_baca_baris(void *ctx, const struct baris *b)
{
	struct aktivasi_set *s = ctx;
	struct aktivasi_ketik k = {
		.nomor = (int64_t)b->nomor,
		.kartu = baris_sel(b, KOL_KARTU),
		.sam = baris_sel(b, KOL_SAM),
		.mesin = baris_sel(b, KOL_MESIN),
		.outlet = baris_sel(b, KOL_OUTLET),
		.alamat = baris_sel(b, KOL_ALAMAT),
	};

	if (baris_kosong(b))
		return OK;
	if (!s->mulai) {
		s->mulai = true;
		if (!seri_ada_angka(k.kartu) && !seri_ada_angka(k.sam) &&
		    !seri_ada_angka(k.mesin))
			return OK;
	}
	aktivasi_set_tambah(s, &k);
	periksa_angka(s, b, KOL_KARTU, "kartu", "kartu-angka");
	periksa_angka(s, b, KOL_SAM, "kartu", "kartu-angka");
	periksa_angka(s, b, KOL_MESIN, "mesin", "mesin-angka");
	return OK;
}

enum err aktivasi_set_baca(struct arena *a, int fd, struct aktivasi_set *s,
			   struct tabel_galat *galat)
{
	*s = (struct aktivasi_set){ .a = a };
	*galat = (struct tabel_galat){ 0 };
	return tabel_baca(a, fd, TABEL_OTOMATIS, &batas,
			  aktivasi_set_baca_baris, s, galat);
}

/* --- checking --- */

/*
 * Rows as one parameter, [["K1","M1",7],...], as model/seri does it.  Serials
 * need no escaping: seri_sah().  The third is the place in the set.
 */
static const char *bungkus(const struct aktivasi_set *s)
{
	struct buf b = { .a = s->a };
	size_t n = 0;

	buf_char(&b, '[');
	for (size_t i = 0; i < s->n; i++) {
		const struct aktivasi_ketik *k = &s->baris[i];

		if (k->salah)
			continue;
		buf_printf(&b, "%s[\"%s\",\"%s\",%zu]", n++ > 0 ? "," : "",
			   k->kartu, k->mesin, i);
	}
	buf_char(&b, ']');
	return b.p;
}

#define DARI_JSON                                                              \
	" FROM JSON_TABLE(?, '$[*]' COLUMNS ("                                 \
	" kartu VARCHAR(32) CHARACTER SET ascii PATH '$[0]',"                  \
	" mesin VARCHAR(32) CHARACTER SET ascii PATH '$[1]',"                  \
	" ke INT PATH '$[2]')) j "
/* A card of the ticket by its serial, or else by its SAM id. */
#define KARTU_TIKET                                                            \
	" LEFT JOIN kartu s ON s.seri_kartu = j.kartu AND s.hidup = 1"         \
	" AND s.permintaan_id = ? LEFT JOIN kartu i ON s.id IS NULL"           \
	" AND i.sam_id = j.kartu AND i.hidup = 1 AND i.permintaan_id = ?"      \
	" LEFT JOIN kartu k ON k.id = COALESCE(s.id, i.id)"
SQL(Q_PERIKSA_KARTU,
    "SELECT j.ke, k.id, k.status, k.sam_id, r.aktivasi_id, r.urut" DARI_JSON
	KARTU_TIKET " LEFT JOIN aktivasi_kartu r ON r.kartu_id = k.id"
    " AND r.hidup = 1 ORDER BY j.ke");
/* A reader that another live row has, or a card of somebody else. */
SQL(Q_PERIKSA_MESIN,
    "SELECT j.ke, IF(r.aktivasi_id = ?, r.urut, 0)" DARI_JSON
    "JOIN aktivasi_kartu r ON r.seri_mesin = j.mesin AND r.hidup = 1"
    " AND NOT (r.aktivasi_id = ? AND r.urut BETWEEN ? AND ?)"
    " UNION ALL SELECT j.ke, 0" DARI_JSON
    "JOIN kartu k ON k.seri_mesin = j.mesin AND k.hidup = 1"
    " AND k.lembaga_id <> ? AND k.status NOT IN ('dikembalikan',"
    " 'dimusnahkan')");

struct pasang {
	const char *seri;
	int64_t id;
	struct aktivasi_ketik *baris;
};

static int banding_pasang(const void *x, const void *y)
{
	const struct pasang *a = x, *b = y;
	int n = a->seri == NULL ? (a->id > b->id) - (a->id < b->id) :
				  strcmp(a->seri, b->seri);

	if (n != 0)
		return n;
	return (a->baris->nomor > b->baris->nomor) -
	       (a->baris->nomor < b->baris->nomor);
}

static void cari_ganda(struct aktivasi_set *s, struct pasang *p, size_t n,
		       bool kartu)
{
	size_t awal = 0;

	qsort(p, n, sizeof(*p), banding_pasang);
	for (size_t i = 1; i < n; i++) {
		bool sama = kartu ? p[i].id == p[awal].id :
				    strcmp(p[i].seri, p[awal].seri) == 0;

		if (!sama) {
			awal = i;
			continue;
		}
		lapor(s, p[i].baris, kartu ? "kartu" : "mesin",
		      kartu ? "kartu-ganda" : "mesin-ganda",
		      kartu ? p[i].baris->kartu : p[i].seri,
		      p[awal].baris->nomor);
	}
}

static void periksa_mesin_ganda(struct aktivasi_set *s)
{
	struct pasang *p = arena_array(s->a, s->n + 1, sizeof(*p));
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		if (*s->baris[i].mesin != '\0')
			p[n++] = (struct pasang){ s->baris[i].mesin, 0,
						  &s->baris[i] };
	cari_ganda(s, p, n, false);
}

/* One row of Q_PERIKSA_KARTU; false when something is wrong with it. */
static bool nilai_kartu(struct aktivasi_set *s, const struct aktivasi *k,
			int64_t dari, int64_t sampai, const struct rows *r,
			struct aktivasi_ketik *b)
{
	int64_t urut = db_int(r, 5);
	bool sendiri = db_int(r, 4) == k->id;
	const char *sam = db_text(r, 3);

	if (db_null(r, 1))
		lapor(s, b, "kartu", "kartu-tidak-ada", b->kartu, 0);
	else if (strcmp(db_text(r, 2), "diserahkan") != 0 ||
		 (!db_null(r, 4) && !sendiri))
		lapor(s, b, "kartu", "kartu-dipakai", b->kartu, 0);
	else if (sendiri && (urut < dari || urut > sampai))
		lapor(s, b, "kartu", "kartu-ganda", b->kartu, urut);
	else if (*b->sam != '\0' && (sam == NULL || strcmp(sam, b->sam) != 0))
		lapor(s, b, "kartu", "sam-lain", b->sam, 0);
	else
		return true;
	return false;
}

static enum err periksa_kartu(struct db *db, const struct aktivasi *k,
			      int64_t dari, int64_t sampai,
			      struct aktivasi_set *s, const char *json)
{
	struct pasang *p = arena_array(s->a, s->n + 1, sizeof(*p));
	size_t n = 0;
	struct rows *r;
	enum err e = db_query(db, &r, &Q_PERIKSA_KARTU, json, k->permintaan_id,
			      k->permintaan_id);

	while (e == OK && db_next(r)) {
		struct aktivasi_ketik *b = &s->baris[db_int(r, 0)];

		if (nilai_kartu(s, k, dari, sampai, r, b))
			p[n++] = (struct pasang){ NULL, db_int(r, 1), b };
	}
	if (e == OK)
		cari_ganda(s, p, n, true);
	return e;
}

static int banding_salah(const void *x, const void *y)
{
	const struct aktivasi_salah *a = x, *b = y;
	int n = (a->nomor > b->nomor) - (a->nomor < b->nomor);

	return n != 0 ? n : strcmp(a->ruas, b->ruas);
}

enum err aktivasi_set_periksa(struct db *db, const struct aktivasi *k,
			      int64_t dari, int64_t sampai,
			      struct aktivasi_set *s)
{
	const char *json;
	struct rows *r;
	enum err e;

	periksa_mesin_ganda(s);
	json = bungkus(s);
	e = periksa_kartu(db, k, dari, sampai, s, json);
	if (e == OK)
		e = db_query(db, &r, &Q_PERIKSA_MESIN, k->id, json, k->id, dari,
			     sampai, json, k->lembaga_id);
	while (e == OK && db_next(r)) {
		struct aktivasi_ketik *b = &s->baris[db_int(r, 0)];
		int64_t lain = db_int(r, 1);

		lapor(s, b, "mesin",
		      lain != 0 ? "mesin-ganda" : "mesin-terpakai", b->mesin,
		      lain);
	}
	if (e == OK && s->n_salah > 1)
		qsort(s->salah, s->n_salah, sizeof(*s->salah), banding_salah);
	return e;
}

/* --- storing --- */

SQL(Q_VERSI, "UPDATE aktivasi SET versi = versi + 1 WHERE id = ?"
	     " AND lembaga_id = ? AND status = 'baru' AND versi = ?");
SQL(Q_BUANG, "DELETE FROM aktivasi_kartu WHERE aktivasi_id = ?"
	     " AND urut BETWEEN ? AND ?");
SQL(Q_SIMPAN,
    "INSERT INTO aktivasi_kartu (aktivasi_id, urut, kartu_id, seri_mesin)"
    " SELECT ?, ? + j.ke, k.id, j.mesin" DARI_JSON KARTU_TIKET
    " WHERE k.status = 'diserahkan'");
SQL(Q_TEMPAT,
    "UPDATE aktivasi_kartu r JOIN JSON_TABLE(?, '$[*]' COLUMNS ("
    " urut INT PATH '$[0]', outlet VARCHAR(150) PATH '$[1]',"
    " alamat VARCHAR(250) PATH '$[2]')) j ON r.urut = j.urut"
    " SET r.outlet = j.outlet, r.alamat = j.alamat WHERE r.aktivasi_id = ?");

struct simpan {
	const struct pelaku *p;
	int64_t id;
	int64_t versi;
	int64_t dari;
	int64_t sampai;
	const struct aktivasi_set *s;
};

static void json_teks(struct buf *b, const char *teks)
{
	if (teks == NULL) {
		buf_text(b, "null");
		return;
	}
	buf_char(b, '"');
	/* Folded text of one line: no other character needs it. */
	for (; *teks != '\0'; teks++) {
		if (*teks == '"' || *teks == '\\')
			buf_char(b, '\\');
		buf_char(b, *teks);
	}
	buf_char(b, '"');
}

static const char *bungkus_tempat(const struct simpan *t)
{
	struct buf b = { .a = t->s->a };

	buf_char(&b, '[');
	for (size_t i = 0; i < t->s->n; i++) {
		buf_printf(&b, "%s[%lld,", i > 0 ? "," : "",
			   (long long)t->dari + (long long)i);
		json_teks(&b, t->s->baris[i].outlet);
		buf_char(&b, ',');
		json_teks(&b, t->s->baris[i].alamat);
		buf_char(&b, ']');
	}
	buf_char(&b, ']');
	return b.p;
}

static enum err simpan(struct db *db, void *ctx)
{
	const struct simpan *t = ctx;
	struct aktivasi k;
	enum err e = aktivasi_ambil(db, t->p, t->id, &k);

	if (e != OK)
		return e;
	if (!aktivasi_boleh(t->p, &k, "ubah"))
		return ERR_CONFLICT;
	if ((int64_t)t->s->n != t->sampai - t->dari + 1 || t->dari < 1 ||
	    t->sampai > k.jumlah || t->s->n_salah > 0)
		return ERR_INPUT;
	e = db_exec(db, &Q_VERSI, k.id, t->p->lembaga, t->versi);
	if (e == OK && db_affected(db) == 0)
		return ERR_CONFLICT;
	if (e == OK)
		e = db_exec(db, &Q_BUANG, k.id, t->dari, t->sampai);
	if (e == OK)
		e = db_exec(db, &Q_SIMPAN, k.id, t->dari, bungkus(t->s),
			    k.permintaan_id, k.permintaan_id);
	/* Checked a moment ago, so somebody was faster: look again. */
	if (e == ERR_CONFLICT ||
	    (e == OK && db_affected(db) != (int64_t)t->s->n))
		return ERR_RETRY;
	if (e == OK)
		e = db_exec(db, &Q_TEMPAT, bungkus_tempat(t), k.id);
	if (e == OK)
		e = aktivasi_catat(db, t->p, k.id, "diubah", NULL, NULL,
				   arena_printf(db_arena(db), "baris %lld-%lld",
						(long long)t->dari,
						(long long)t->sampai));
	return e;
}

enum err aktivasi_set_simpan(struct db *db, const struct pelaku *p, int64_t id,
			     int64_t versi, int64_t dari, int64_t sampai,
			     const struct aktivasi_set *s)
{
	struct simpan t = { p, id, versi, dari, sampai, s };

	return db_transaction(db, simpan, &t);
}

struct blob aktivasi_set_laporan(struct arena *a, const struct aktivasi_set *s)
{
	struct buf b = { .a = a };

	csv_begin(&b);
	csv_cell(&b, "baris");
	csv_cell(&b, "ruas");
	csv_cell(&b, "nilai");
	csv_cell(&b, "masalah");
	csv_cell(&b, "baris_lain");
	csv_end_row(&b);
	for (size_t i = 0; i < s->n_salah; i++) {
		const struct aktivasi_salah *g = &s->salah[i];

		csv_cell(&b, arena_printf(a, "%lld", (long long)g->nomor));
		csv_cell(&b, g->ruas);
		csv_cell(&b, g->nilai);
		csv_cell(&b, g->kode);
		csv_cell(&b, g->lain == 0 ?
				 "" :
				 arena_printf(a, "%lld", (long long)g->lain));
		csv_end_row(&b);
	}
	return (struct blob){ (const unsigned char *)b.p, b.n };
}
